//! Words of authors for which documents have another word, or another place.

use alloc::borrow::ToOwned;
use alloc::collections::VecDeque;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::super::GoalKind;
use super::fields::{AMENDMENT, GOAL, OBSERVATIONS, PLAN, goal_of};
use super::noun::{Noun, Type};
use super::tree::Tree;

/// What authors write between the two ends of a band.
pub(super) const BETWEEN_ENDS: [&str; 7] = [" to ", "–", "—", "~", "至", "..", "-"];

/// The words of documents, each with the words that authors write for it, with blanks between. If a word of authors
/// stands in several rows, the first row whose word of documents is possible counts.
const SYNONYMS: &[(&str, &str)] = &[
    // measures
    ("share", "percent percentage % proportion"),
    ("stock", "count number boolean"),
    ("flow", "amount cumulative"),
    ("value", "amount"),
    ("cumulative_since", "cumulative ytd"),
    ("ratio", "intensity rate per_capita density concentration"),
    ("growth_rate", "growth"),
    ("average_growth", "rate growth"),
    ("rank", "ranking"),
    // how a figure relates to its period
    ("average", "mean"),
    ("mean", "average averaged avg"),
    ("collected", "aggregation"),
    ("sum", "cumulated"),
    ("beginning", "start"),
    ("begins", "start"),
    // lengths and how often
    ("year", "yearly annual annually"),
    ("half", "half_yearly"),
    ("quarter", "quarterly"),
    ("month", "monthly"),
    ("week", "weekly"),
    ("every", "frequency"),
    ("reported", "frequency"),
    // bounds
    ("at_least", "min minimum low lower >= ≥"),
    ("from", "min minimum low lower"),
    ("at_most", "max maximum high upper <= ≤"),
    ("to", "max maximum high upper"),
    ("more_than", "> above over"),
    ("less_than", "< below under"),
    ("within", "between range"),
    // names
    ("code", "id key number no"),
    ("indicator", "code name id"),
    ("deliverable", "code"),
    ("label", "name symbol"),
    ("breakdown", "part"),
    ("kind", "type"),
    ("measure", "type"),
    ("note", "description definition comment"),
    ("name", "title description"),
    ("document", "title"),
    ("why", "reason"),
    ("format", "version"),
    ("multiplier", "factor scale"),
    ("url", "link"),
    ("citation", "source"),
    ("delimiter", "separator sep"),
    (",", "comma"),
    (";", "semicolon"),
    (".", "point dot full_stop period"),
    ("pipe", "|"),
    ("tab", "\\t tabulator"),
    // lists
    ("observations", "data figures values"),
    ("targets", "goals"),
    ("indicators", "kpis metrics"),
    ("schedule", "points"),
    ("milestones", "interim"),
    ("proxies", "proxy"),
    ("pillars", "chapters themes"),
    ("deliverables", "actions projects"),
    ("responsible", "owner department agency lead"),
    // times
    ("baseline", "start base"),
    ("period", "start end year date time by"),
    ("on", "date"),
    ("in_force", "date since effective"),
    ("deadline", "due due_date by until end date year"),
    ("published", "date"),
    // ways
    ("rising", "up increase increasing"),
    ("falling", "down decrease decreasing"),
    ("change", "decrease cut reduction reduce fall relative increase"),
    ("shape", "kind"),
    ("path", "shape trajectory pathway"),
    ("time", "clock"),
    ("constant_growth", "exponential compound geometric"),
    ("linear", "straight straight_line line"),
    ("logistic", "s_curve s_shaped sigmoid"),
    ("hold", "constant flat"),
    // goals
    ("goal", "target"),
    ("level", "target absolute range net_zero cap limit ceiling floor"),
    ("possible", "range"),
    ("addition", "increment"),
    ("cumulative", "cumulated budget total sum"),
    ("keep", "maintain"),
    // what is said of figures and deliverables
    ("normal", "final revised actual observed a"),
    ("break", "b"),
    ("provisional", "prov preliminary prelim p"),
    ("approximately", "about"),
    ("estimated", "estimate e"),
    ("imputed", "i"),
    ("forecast", "projection projected f"),
    ("low_reliability", "u"),
    ("definition_differs", "d"),
    ("not_significant", "n"),
    ("missing", "m na n/a"),
    ("confidential", "c"),
    ("completed", "done finished"),
    ("under_way", "ongoing in_progress"),
    ("binding", "mandatory 约束性 約束性"),
    ("anticipatory", "indicative 预期性 預期性"),
    ("breakdowns", "dimensions disaggregations disaggregation"),
    ("status", "flag flags"),
    ("uncertainty", "ci confidence_interval"),
];

/// The first `known` word that documents have for a word of authors, in capitals or not, with blanks, hyphens,
/// underscores or nothing between its parts; `None` if they have none.
pub(super) fn word_of_documents(word: &str, known: &[&'static str]) -> Option<&'static str> {
    let says = |said: &str| said.split(' ').any(|said| is_same_word(said, word));
    let mut meant = SYNONYMS.iter().filter(|(_, said)| says(said));
    meant.find_map(|(meant, _)| known.iter().find(|known| *known == meant).copied())
}

/// Whether two words have the same letters, in capitals or not, whatever stands between their parts.
fn is_same_word(one: &str, other: &str) -> bool {
    let letters = |word: &'_ str| -> Vec<char> {
        let letters = word.chars().filter(|letter| !matches!(letter, ' ' | '-' | '_'));
        letters.map(|letter| letter.to_ascii_lowercase()).collect()
    };
    letters(one) == letters(other)
}

/// What a message says behind the word of documents that a word of authors means: of a fall, that it is signed.
pub(super) fn advice_on_word(word: &str, meant: &str) -> &'static str {
    let is_a_fall = ["decrease", "cut", "reduction", "reduce", "fall"];
    if meant == "change" && is_a_fall.iter().any(|fall| is_same_word(fall, word)) {
        ", and a cut of 42 % is `\"kind\": \"change\", \"at_most\": \"-0.42\"`"
    } else {
        ""
    }
}

/// Fields that authors try, each with a field that the same map can have and by which such a map is known, and the
/// advice how documents say it.
const SAID_OTHERWISE: &[(&str, &str, &str)] = &[
    ("value", "approximately", "a value that is known exactly is no map"),
    ("value", "at_least", BY_A_BOUND),
    ("equal", "at_least", BY_A_BOUND),
    ("equals", "at_least", BY_A_BOUND),
    ("target", "at_least", BY_A_BOUND),
    (
        "direction",
        "at_least",
        "more or less is said by the bound, as `at_least` or `at_most`",
    ),
    ("direction", "goal", BY_THE_GOAL),
    ("direction", "targets", BY_THE_GOAL),
    ("at_least", "share_of_way", BY_A_VALUE),
    ("at_most", "share_of_way", BY_A_VALUE),
    ("value", "goal", "what is promised is said by the `goal`"),
];

const BY_A_BOUND: &str = "what is promised is said by `at_least`, `more_than`, `at_most`, `less_than` or `within`";
const BY_A_VALUE: &str = "what is due is said by `value`, or in the terms of the goal";
const BY_THE_GOAL: &str = "more or less is said by the goal, as `at_least` or `at_most`";

/// The known field to use in place of an unknown one, and the advice how; `None` if there is none.
pub(super) fn said_otherwise(word: &str, known: &[&'static str]) -> Option<(&'static str, &'static str)> {
    first_saying(SAID_OTHERWISE, word, |field| known.contains(&field))
}

/// Fields that authors try, and for which the map has no field, each with a field by which such a map is known, and the
/// advice how documents say it.
const SAID_ELSEWHERE: &[(&str, &str, &str)] = &[
    (
        "indicator",
        "goal",
        "a target stands among the `targets` of its indicator",
    ),
    ("change", "at_least", OF_ITS_OWN_KIND),
    ("addition", "at_least", OF_ITS_OWN_KIND),
    ("from", "at_least", BY_THE_TARGET),
    ("by", "at_least", BY_THE_TARGET),
    ("status", "goal", FROM_THE_FIGURES),
    ("progress_status", "goal", FROM_THE_FIGURES),
    ("progress", "goal", FROM_THE_FIGURES),
    ("on_track", "goal", FROM_THE_FIGURES),
    ("withdrawn", "goal", WITHDRAWN),
    ("abandoned", "goal", WITHDRAWN),
    ("cancelled", "goal", WITHDRAWN),
    ("canceled", "goal", WITHDRAWN),
    ("dropped", "goal", WITHDRAWN),
    ("discontinued", "goal", WITHDRAWN),
    ("retired", "goal", WITHDRAWN),
    ("breakdown", "goal", BY_OF),
    ("each", "goal", BY_OF),
    ("sex", "goal", BY_OF),
    ("current", "goal", AMONG_THE_FIGURES),
    ("current_value", "goal", AMONG_THE_FIGURES),
    ("latest_value", "goal", AMONG_THE_FIGURES),
    ("actual_value", "goal", AMONG_THE_FIGURES),
    ("actual", "goal", AMONG_THE_FIGURES),
    ("current", "targets", AMONG_THE_FIGURES),
    ("data", "targets", AMONG_THE_FIGURES),
    ("figures", "targets", AMONG_THE_FIGURES),
    ("values", "targets", AMONG_THE_FIGURES),
    (
        "frequency",
        "targets",
        "how often a figure is due is said by `reported` in a target",
    ),
    ("kind", "schedule", "a path with a `schedule` needs no other word"),
    ("status", "verifiability", AMONG_THE_REPORTS),
    ("state", "verifiability", AMONG_THE_REPORTS),
    ("done", "verifiability", AMONG_THE_REPORTS),
    ("completed", "verifiability", AMONG_THE_REPORTS),
    ("delivered", "verifiability", AMONG_THE_REPORTS),
    ("share_done", "verifiability", AMONG_THE_REPORTS),
    ("region", "cumulative_since", BY_THE_SERIES),
    ("sex", "cumulative_since", BY_THE_SERIES),
    ("breakdown", "cumulative_since", BY_THE_SERIES),
    ("region", "breakdown", BY_THE_BREAKDOWN),
    ("sex", "breakdown", BY_THE_BREAKDOWN),
    ("age", "breakdown", BY_THE_BREAKDOWN),
    ("progress", "verifiability", AMONG_THE_REPORTS),
];

const BY_THE_SERIES: &str = "of which part a figure is, is said by `breakdown` of its series";
const BY_THE_BREAKDOWN: &str = "of which part the figures are is said by `breakdown`, the code of one in the plan";
const OF_ITS_OWN_KIND: &str = "it is the `kind` of a goal, and a bound says how much; what is kept is in the unit";
const BY_THE_TARGET: &str = "from when to when it counts is said by `baseline` and `deadline` of the target";
const BY_OF: &str = "what of its indicator a target is about is said by `of`: one part is `\"of\": {\"breakdown\": \"women\"}`, and each of \
     them `\"of\": {\"each\": \"sex\"}`";
const WITHDRAWN: &str = "a promise that was withdrawn keeps what it was, and has one of the `amendments`, `{\"in_force\": …, \"goal\": \
     {\"kind\": \"unstated\", \"lacks\": \"number\"}, \"why\": …}`";
const FROM_THE_FIGURES: &str = "it is never written, and follows from the figures";
const AMONG_THE_FIGURES: &str =
    "figures stand in the observations, a document of their own, in `series[].observations[]`";
const AMONG_THE_REPORTS: &str =
    "what is reported stands in the observations, a document of its own, in `deliveries[].reports[]`";

/// The field and the advice in the first row of a table for this word, in capitals or not, whose field `is_known`. A
/// row holds a word of authors, the field of documents, and the advice. `None` if there is no such row.
fn first_saying(
    table: &'static [(&'static str, &'static str, &'static str)],
    word: &str,
    is_known: impl Fn(&'static str) -> bool,
) -> Option<(&'static str, &'static str)> {
    let mut all = table.iter().filter(|(said, ..)| is_same_word(said, word));
    all.find_map(|(_, field, how)| is_known(field).then_some((*field, *how)))
}

/// In the words of a message, where a field belongs that a noun does not have: by the table of such fields, in goals of
/// other kinds, or at other places of the plan or the observations. `value` is what the author wrote in it: of a
/// `status` that can say more than the field. `None` if no place of the documents has the field, or more than two have
/// it, or the noun is in neither document.
pub(super) fn where_it_stands(word: &str, value: Option<&Tree>, noun: &Noun) -> Option<String> {
    if let (true, Some(Tree::Text(state))) = (is_same_word(word, "status"), value) {
        let withdrawn = first_saying(SAID_ELSEWHERE, state, |field| noun.field(field).is_some());
        if let Some((_, WITHDRAWN)) = withdrawn {
            return Some(WITHDRAWN.to_owned());
        }
    }
    if let Some((_, how)) = first_saying(SAID_ELSEWHERE, word, |field| noun.field(field).is_some()) {
        return Some(how.to_owned());
    }
    if noun.name == GOAL.name {
        let has_field = |kind: &&(&str, GoalKind)| goal_of(Some(kind.1)).field(word).is_some();
        let kinds: Vec<_> = GoalKind::WORDS
            .iter()
            .filter(has_field)
            .map(|(name, _)| *name)
            .collect();
        if !kinds.is_empty() {
            return Some(format!("it stands in a goal of the kind `{}`", kinds.join("`, `")));
        }
    }
    if noun.name == AMENDMENT.name && GOAL.field(word).is_some() {
        return Some("it stands in `goal`, which says all that is promised since".into());
    }
    let documents = [
        (&PLAN, "the plan, a document of its own"),
        (&OBSERVATIONS, "the observations, a document of their own"),
    ];
    let mut places = documents.map(|(root, words)| (places_of_field(root, word, noun), words));
    // The document that has the noun comes first; if both have it, the plan.
    places.sort_by_key(|((_, place_of_noun), _)| place_of_noun.is_none());
    let [((own, place_of_noun), _), ((other, _), document)] = places;
    place_of_noun?;
    let (found, before) = if own.is_empty() {
        (other, Some(document))
    } else {
        (own, None)
    };
    let place = |path: &String| (!path.is_empty()).then(|| format!("in `{path}`"));
    let words = match found.as_slice() {
        [only] => place(only),
        [one, two] => Some(format!("{} or {}", place(one)?, place(two)?)),
        _ => return None,
    };
    Some(match (before, words) {
        (None, None) => "it stands at the top of the document".into(),
        (None, Some(words)) => format!("it stands {words}"),
        (Some(document), None) => format!("it stands in {document}"),
        (Some(document), Some(words)) => format!("it stands in {document}, {words}"),
    })
}

/// The paths of a document whose maps have this field, except that of `noun`; and the path of the noun itself, if the
/// document has it. Amendments are passed over, since they have the same fields as the target that they amend.
fn places_of_field(root: &'static Noun, field: &str, noun: &Noun) -> (Vec<String>, Option<String>) {
    let (mut of_field, mut place_of_noun) = (Vec::new(), None);
    let mut left = VecDeque::from([(root, String::new())]);
    let mut known = Vec::new();
    while let Some((here, path)) = left.pop_front() {
        if known.contains(&here.name) {
            continue;
        }
        known.push(here.name);
        for own in here.fields().filter(|own| own.name != "amendments") {
            let at = if path.is_empty() {
                own.name.to_owned()
            } else {
                format!("{path}.{}", own.name)
            };
            add_nouns_in(&own.value, &at, &mut left);
        }
        if here.name == noun.name {
            place_of_noun = Some(path);
        } else if here.field(field).is_some() {
            of_field.push(path);
        }
    }
    // Another noun that can stand in the place of this one is no place to go to.
    of_field.retain(|path| Some(path) != place_of_noun.as_ref());
    (of_field, place_of_noun)
}

/// Adds each noun whose map can stand in a field of this type at the path `at`, with its own path.
fn add_nouns_in(value: &Type, at: &str, found: &mut VecDeque<(&'static Noun, String)>) {
    match value {
        Type::Map(noun) => found.push_back((noun, at.to_owned())),
        Type::List(inner) | Type::Pair(inner) => add_nouns_in(inner, &format!("{at}[]"), found),
        Type::Either(one, other) => {
            add_nouns_in(one, at, found);
            add_nouns_in(other, at, found);
        }
        _ => {}
    }
}
