//! Units that are printed in words and signs, where documents have a code, a power of ten and a label.
//!
//! | text | read as | since |
//! |---|---|---|
//! | `kt` | the unit `kt` | it is a code |
//! | `EUR million` | the unit `EUR-million`, with a note | nobody says that it counts millions of `EUR` |
//! | `Mio. €` | refused | a code has no sign: `Mio.` would be any currency |
//! | `GBP (£)` | the unit `GBP`, with a note | its letters say what the sign does |
//!
//! Nothing of a text is guessed. What it probably means stands in the message, as the author would state it in `means`.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::value::{Code, PER_CENT, excerpt, narrow, says_per_cent};

/// Signs that stand for a unit, or for a part of it, each with the words that say the same, with `|` between.
const SIGNS: [(char, &str); 7] = [
    ('€', "eur"),
    ('£', "gbp|pound|sterling"),
    ('$', "dollar|usd|aud|cad|nzd|hkd|sgd|twd"),
    ('¥', "cny|jpy|rmb|yuan|yen"),
    ('%', "percent|per cent|pct|prozent|procent|pourcent|pour cent"),
    ('‰', "per mille|per thousand|per 1000|per 1,000"),
    ('°', "degree"),
];

/// Words and signs of powers of ten.
const POWERS: [(i8, &str); 6] = [
    (3, "1000|1 000|1,000|1.000|thousand|thousands|tsd|tausend|milliers|k|千"),
    (4, "万|萬"),
    (
        6,
        "1000000|1 000 000|1,000,000|1.000.000|million|millions|mio|mn|mln|millionen|百万|百萬",
    ),
    (8, "亿|億"),
    (9, "billion|billions|bn|mrd|milliarden|milliards"),
    (12, "trillion|trillions|万亿|萬億"),
];

/// Words and signs of units, with their codes.
const UNITS: [(&str, &str); 4] = [
    ("EUR", "€|euro|euros"),
    ("GBP", "£"),
    ("USD", "us$|us dollar|us dollars"),
    ("CNY", "元|yuan|rmb"),
];

/// The first sign of a text that a code of it loses; `None` if its words say what its signs do.
pub(in crate::table) fn sign_lost(text: &str) -> Option<char> {
    let lower = text.to_lowercase();
    let is_lost = |sign: &char| match SIGNS.iter().find(|(own, _)| own == sign) {
        Some((_, words)) => !words.split('|').any(|word| lower.contains(word)),
        // All other signs of currencies.
        None => matches!(sign, '¢' | '¤' | '\u{20A0}'..='\u{20CF}'),
    };
    text.chars().map(narrow_sign).find(is_lost)
}

/// A character in its form of ordinary width, signs of currencies too.
fn narrow_sign(character: char) -> char {
    match character {
        '￥' => '¥',
        '￡' => '£',
        other => narrow(other),
    }
}

/// The unit that a text probably means, as it is stated in a map, with the text as its label. What is not told by the
/// text is left open, `"…"`.
pub(in crate::table) fn probable_unit(text: &str) -> String {
    let label = excerpt(text).replace(['"', '\\'], "'");
    let lower = text.trim().chars().map(narrow_sign).collect::<String>().to_lowercase();
    let words = [
        "%",
        "percent",
        "per cent",
        "pct",
        "prozent",
        "procent",
        "pourcent",
        "pour cent",
    ];
    if says_per_cent(text) || words.iter().any(|word| lower.contains(word)) {
        let unit = PER_CENT.trim_end_matches('}');
        return format!("{unit}, \"label\": \"{label}\"}}");
    }
    let (power, unit) = power_and_unit(text.trim());
    let known = |unit: &str| {
        let lower = unit.to_lowercase();
        let found = UNITS
            .iter()
            .find(|(_, words)| words.split('|').any(|word| word == lower));
        found.map_or_else(
            || Code::new(unit).map_or_else(|_| "…".to_owned(), |code| code.to_string()),
            |(code, _)| (*code).to_owned(),
        )
    };
    let code = known(unit);
    let power = power
        .map(|power| format!(", \"multiplier\": {power}"))
        .unwrap_or_default();
    format!("{{\"code\": \"{code}\"{power}, \"label\": \"{label}\"}}")
}

/// Whether a text is a code of which no unit is called in documents: one that says per cent, and a power of ten and
/// nothing else, as `Mio.` and `thousands` are.
pub(in crate::table) fn is_no_unit(text: &str) -> bool {
    let word = text.trim().trim_end_matches('.').to_lowercase();
    let mut powers = POWERS.iter().flat_map(|(_, words)| words.split('|'));
    says_per_cent(text) || powers.any(|power| power == word)
}

/// The power of ten with which a text begins or ends, and the rest of it.
fn power_and_unit(text: &str) -> (Option<i8>, &str) {
    // So many of one for each so many of another.
    if [" per ", " je ", "/", "每"].iter().any(|word| text.contains(word)) {
        return (None, text);
    }
    // The longest first: 百万 is not 百, nor 万亿 万.
    let mut words: Vec<_> = POWERS
        .iter()
        .flat_map(|(power, words)| words.split('|').map(|word| (*power, word)))
        .collect();
    words.sort_by_key(|(_, word)| core::cmp::Reverse(word.len()));
    let is_bound = |word: &str, next: Option<char>| !word.is_ascii() || next.is_none_or(|next| !next.is_alphanumeric());
    let separators: &[char] = &[' ', '.', '(', ')', ','];
    for (power, word) in words {
        let begin = text.get(..word.len()).filter(|begin| begin.to_lowercase() == word);
        let rest = begin.and_then(|_| text.get(word.len()..));
        if let Some(rest) = rest.filter(|rest| is_bound(word, rest.chars().next())) {
            return (Some(power), rest.trim_matches(separators));
        }
        let at = text.trim_end_matches(separators).len().checked_sub(word.len());
        let parted = at.and_then(|at| Some((text.get(..at)?, text.get(at..)?.trim_end_matches(separators))));
        if let Some((rest, _)) =
            parted.filter(|(rest, end)| end.to_lowercase() == word && is_bound(word, rest.chars().next_back()))
        {
            return (Some(power), rest.trim_matches(separators));
        }
    }
    (None, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_a_code_loses() {
        for (text, lost) in [
            ("Mio. €", Some('€')),
            ("€/m²", Some('€')),
            ("% of GDP", Some('%')),
            ("Share of GDP (％)", Some('%')),
            ("°C", Some('°')),
            ("CAN ($)", Some('$')),
            ("₹ crore", Some('₹')),
            ("￥/吨", Some('¥')),
            ("GBP (£)", None),
            ("US dollars ($)", None),
            ("Percentage (%)", None),
            ("t CO₂", None),
            ("EUR million", None),
            ("亿元", None),
        ] {
            assert_eq!(sign_lost(text), lost, "{text}");
        }
    }

    #[test]
    fn what_a_text_probably_means() {
        for (text, unit) in [
            ("Mio. €", r#"{"code": "EUR", "multiplier": 6, "label": "Mio. €"}"#),
            (
                "EUR million",
                r#"{"code": "EUR", "multiplier": 6, "label": "EUR million"}"#,
            ),
            (
                "Millionen Euro",
                r#"{"code": "EUR", "multiplier": 6, "label": "Millionen Euro"}"#,
            ),
            ("EUR (bn)", r#"{"code": "EUR", "multiplier": 9, "label": "EUR (bn)"}"#),
            ("亿元", r#"{"code": "CNY", "multiplier": 8, "label": "亿元"}"#),
            ("万亿元", r#"{"code": "CNY", "multiplier": 12, "label": "万亿元"}"#),
            ("万人", r#"{"code": "…", "multiplier": 4, "label": "万人"}"#),
            ("% of GDP", r#"{"code": "1", "multiplier": -2, "label": "% of GDP"}"#),
            (
                "percent of GDP",
                r#"{"code": "1", "multiplier": -2, "label": "percent of GDP"}"#,
            ),
            ("PERCENT", r#"{"code": "1", "multiplier": -2, "label": "PERCENT"}"#),
            ("Prozent", r#"{"code": "1", "multiplier": -2, "label": "Prozent"}"#),
            ("°C", r#"{"code": "…", "label": "°C"}"#),
            ("t CO₂", r#"{"code": "…", "label": "t CO₂"}"#),
            ("Deaths per 1000", r#"{"code": "…", "label": "Deaths per 1000"}"#),
            ("1000", r#"{"code": "…", "multiplier": 3, "label": "1000"}"#),
            (
                "1 000 US dollars",
                r#"{"code": "USD", "multiplier": 3, "label": "1 000 US dollars"}"#,
            ),
            ("Mio.", r#"{"code": "…", "multiplier": 6, "label": "Mio."}"#),
            ("kilotonnes", r#"{"code": "kilotonnes", "label": "kilotonnes"}"#),
        ] {
            assert_eq!(probable_unit(text), unit, "{text}");
        }
    }
}
