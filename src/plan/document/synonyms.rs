//! What authors say where documents have another word for it.

/// Words that are natural, each with those that documents have for it: of several the one that can stand there is
/// meant.
const SYNONYMS: &[(&str, &[&str])] = &[
    // measures
    ("percent", &["share"]),
    ("percentage", &["share"]),
    ("%", &["share"]),
    ("proportion", &["share"]),
    ("count", &["stock"]),
    ("number", &["stock"]),
    ("amount", &["flow"]),
    ("ranking", &["rank"]),
    ("growth", &["growth_rate"]),
    // how a figure relates to its period
    ("mean", &["average"]),
    ("cumulated", &["sum", "cumulative"]),
    ("start", &["beginning", "begins", "baseline"]),
    // lengths
    ("yearly", &["year"]),
    ("annual", &["year"]),
    ("annually", &["year"]),
    ("half-yearly", &["half"]),
    ("quarterly", &["quarter"]),
    ("monthly", &["month"]),
    ("weekly", &["week"]),
    // bounds
    ("min", &["at_least"]),
    ("minimum", &["at_least"]),
    (">=", &["at_least"]),
    (">", &["more_than"]),
    ("max", &["at_most"]),
    ("maximum", &["at_most"]),
    ("<=", &["at_most"]),
    ("<", &["less_than"]),
    ("between", &["within"]),
    // names
    ("id", &["code"]),
    ("key", &["code"]),
    ("title", &["name", "document"]),
    ("description", &["note", "name"]),
    ("comment", &["note"]),
    ("owner", &["responsible"]),
    // times
    ("due", &["deadline"]),
    ("due_date", &["deadline"]),
    ("end", &["deadline"]),
    ("target_year", &["deadline"]),
    ("base", &["baseline"]),
    ("base_year", &["baseline"]),
    ("year", &["period"]),
    ("date", &["period", "on"]),
    ("time", &["period"]),
    ("frequency", &["every", "reported"]),
    // ways
    ("up", &["rising"]),
    ("increase", &["rising"]),
    ("increasing", &["rising"]),
    ("down", &["falling"]),
    ("decrease", &["falling"]),
    ("decreasing", &["falling"]),
    ("exponential", &["constant_growth"]),
    ("constant", &["hold"]),
    ("flat", &["hold"]),
    // goals
    ("target", &["goal", "level"]),
    ("increment", &["addition"]),
    ("total", &["cumulative"]),
    ("maintain", &["keep"]),
    // what is said of figures and deliverables
    ("final", &["normal"]),
    ("preliminary", &["provisional"]),
    ("estimate", &["estimated"]),
    ("projection", &["forecast"]),
    ("projected", &["forecast"]),
    ("done", &["completed"]),
    ("finished", &["completed"]),
    ("ongoing", &["under_way"]),
    ("in_progress", &["under_way"]),
    ("mandatory", &["binding"]),
    ("indicative", &["anticipatory"]),
];

/// The known word that documents have for one that authors say, however it is written.
pub(super) fn meant_by(word: &str, known: &[&'static str]) -> Option<&'static str> {
    let (_, meant) = SYNONYMS.iter().find(|(said, _)| said.eq_ignore_ascii_case(word))?;
    meant
        .iter()
        .find_map(|meant| known.iter().find(|known| *known == meant).copied())
}
