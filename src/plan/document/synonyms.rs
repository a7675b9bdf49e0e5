//! Words of authors for which documents have another word.

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
    ("intensity", &["ratio"]),
    ("rate", &["ratio", "average_growth"]),
    ("ranking", &["rank"]),
    ("growth", &["growth_rate", "average_growth"]),
    // how a figure relates to its period
    ("mean", &["average"]),
    ("cumulated", &["sum", "cumulative"]),
    ("start", &["beginning", "begins", "baseline", "period"]),
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
    ("below", &["less_than"]),
    ("under", &["less_than"]),
    ("above", &["more_than"]),
    ("over", &["more_than"]),
    ("between", &["within"]),
    // names
    ("id", &["code"]),
    ("key", &["code"]),
    ("title", &["name", "document"]),
    ("description", &["note", "name"]),
    ("comment", &["note"]),
    ("reason", &["why"]),
    ("version", &["format"]),
    ("kind", &["shape"]),
    ("factor", &["multiplier"]),
    // lists
    ("data", &["observations"]),
    ("figures", &["observations"]),
    ("values", &["observations"]),
    ("goals", &["targets"]),
    ("kpis", &["indicators"]),
    ("metrics", &["indicators"]),
    ("points", &["schedule"]),
    ("chapters", &["pillars"]),
    ("themes", &["pillars"]),
    ("actions", &["deliverables"]),
    ("projects", &["deliverables"]),
    ("owner", &["responsible"]),
    // times
    ("due", &["deadline"]),
    ("due_date", &["deadline"]),
    ("by", &["deadline"]),
    ("until", &["deadline"]),
    ("end", &["deadline", "period"]),
    ("target_year", &["deadline"]),
    ("base", &["baseline"]),
    ("base_year", &["baseline"]),
    ("baseline_year", &["baseline"]),
    ("baseline_value", &["baseline"]),
    ("year", &["period"]),
    ("date", &["period", "on", "deadline", "in_force", "published"]),
    ("since", &["in_force"]),
    ("effective", &["in_force"]),
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
    ("target_value", &["goal"]),
    ("reduction", &["change"]),
    ("budget", &["cumulative"]),
    ("increment", &["addition"]),
    ("total", &["cumulative"]),
    ("sum", &["cumulative"]),
    ("maintain", &["keep"]),
    // what is said of figures and deliverables
    ("final", &["normal"]),
    ("preliminary", &["provisional"]),
    ("prelim", &["provisional"]),
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

/// The known word that documents have for a word of authors, however that is written; `None` if there is none.
pub(super) fn meant_by(word: &str, known: &[&'static str]) -> Option<&'static str> {
    let (_, meant) = SYNONYMS.iter().find(|(said, _)| said.eq_ignore_ascii_case(word))?;
    meant
        .iter()
        .find_map(|meant| known.iter().find(|known| *known == meant).copied())
}

/// Fields that authors try: each beside a known field that stands in the same map, with the words that say how
/// documents write it.
const SAID_OTHERWISE: &[(&str, &str, &str)] = &[
    ("value", "at_least", BY_A_BOUND),
    ("equals", "at_least", BY_A_BOUND),
    ("target", "at_least", BY_A_BOUND),
    (
        "direction",
        "goal",
        "more or less is said by the goal, as `at_least` or `at_most`",
    ),
];

const BY_A_BOUND: &str = "what is promised is said by `at_least`, `more_than`, `at_most`, `less_than` or `within`";

/// The known field to use in place of an unknown one, and the words that say how; `None` if nothing is said of it.
pub(super) fn said_otherwise(word: &str, known: &[&'static str]) -> Option<(&'static str, &'static str)> {
    let beside = |field: &&str| known.contains(field);
    let mut all = SAID_OTHERWISE
        .iter()
        .filter(|(said, ..)| said.eq_ignore_ascii_case(word));
    all.find_map(|(_, field, how)| beside(field).then_some((*field, *how)))
}
