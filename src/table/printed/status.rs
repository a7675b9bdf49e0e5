//! What is printed of a figure, in words.

use crate::series::{Flags, ObservationStatus};

/// The words that offices print for a status, with `|` between, beside those of documents. What was revised or is no
/// estimate is final.
const PRINTED_STATUSES: [(ObservationStatus, &str); 4] = [
    (
        ObservationStatus::Normal,
        "revised|rev|final|actual|revidiert|endgültig|修订|修订数|最终|最终数",
    ),
    (
        ObservationStatus::Provisional,
        "prov|preliminary|prelim|vorläufig|vorl|初步|初步数|初步核算|初步核算数|快报|快报数",
    ),
    (
        ObservationStatus::Estimated,
        "estimate|est|geschätzt|gesch|schätzung|估计|估计数",
    ),
    (ObservationStatus::Forecast, "prognose|预测|预测数"),
];

/// The flags that words say, one or several: those of documents, and what offices print for them. `None` if a word is
/// none of them.
pub(in crate::table) fn flags_in_words(text: &str) -> Option<Flags> {
    let text = text.to_lowercase();
    let words = text.split([' ', ',', ';']).filter(|word| !word.is_empty());
    let printed = |word: &str| {
        let mut statuses = PRINTED_STATUSES.iter();
        let found =
            statuses.find(|(_, printed)| printed.split('|').any(|printed| printed == word.trim_end_matches('.')));
        found.map(|(status, _)| *status)
    };
    let statuses = words.map(|word| word.parse::<ObservationStatus>().ok().or_else(|| printed(word)));
    statuses.collect()
}
