//! Fields that authors write loose beside each other where documents have a map: `baseline_year` and `baseline_value`.

use alloc::format;
use alloc::string::String;

use super::tree::Tree;
use crate::value::excerpt;

/// What a loose field is a piece of: the field of documents, its piece, and the words of authors for it, without the
/// blanks, hyphens and underscores in them.
const PIECES: [(&str, Piece, &str); 7] = [
    (
        "baseline",
        Piece::Period,
        "baselineyear baseyear baselineperiod baseperiod baselinedate basedate startyear referenceyear",
    ),
    (
        "baseline",
        Piece::Value,
        "baselinevalue basevalue startvalue startingvalue initialvalue referencevalue",
    ),
    (
        "goal",
        Piece::Value,
        "targetvalue goalvalue targetlevel endvalue finalvalue",
    ),
    (
        "deadline",
        Piece::Period,
        "targetyear goalyear endyear dueyear deadlineyear targetdate targetperiod",
    ),
    (
        "milestones",
        Piece::Period,
        "milestoneyear interimyear intermediateyear interimtargetyear",
    ),
    (
        "milestones",
        Piece::Value,
        "milestonevalue interimvalue intermediatevalue interimtarget interimtargetvalue",
    ),
    ("unit", Piece::Value, "unitcode unitname unitlabel"),
];

/// A piece of what a field says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece {
    Period,
    Value,
}

/// The known field of which this key of a map says a piece, and the advice how it is written, with what the map says
/// of it; `None` if it is no such piece.
pub(super) fn gathered(
    key: &str,
    entries: &[(String, Tree)],
    known: &[&'static str],
) -> Option<(&'static str, String)> {
    let (field, _) = piece_of(key).filter(|(field, _)| known.contains(field))?;
    let own = entries.iter().find(|(key, _)| key == field).map(|(_, tree)| tree);
    let loose = |piece| {
        let said = entries.iter().find(|(key, _)| piece_of(key) == Some((field, piece)));
        said.and_then(|(_, tree)| quoted(tree))
    };
    let said = |piece| loose(piece).unwrap_or_else(|| "…".into());
    let (period, value) = (|| said(Piece::Period), || said(Piece::Value));
    let form = match field {
        "baseline" => {
            let period = loose(Piece::Period)
                .or_else(|| quoted(own?))
                .unwrap_or_else(|| "…".into());
            loose(Piece::Value).map_or_else(
                || period.clone(),
                |value| format!("{{\"period\": {period}, \"value\": {value}}}"),
            )
        }
        "goal" => return Some((field, format!("write {}", goal_of(&value())))),
        "milestones" => format!("[{{\"period\": {}, \"value\": {}}}]", period(), value()),
        "unit" => format!("{{\"code\": {}}}", value()),
        _ => period(),
    };
    Some((field, format!("write `\"{field}\": {form}`")))
}

/// A goal of a value, which says nothing of its bound.
fn goal_of(value: &str) -> String {
    format!("`\"goal\": {{\"kind\": \"level\", \"at_least\": {value}}}`, or `at_most` where less is promised")
}

/// The field and the piece of it that a key is, in capitals or not.
fn piece_of(key: &str) -> Option<(&'static str, Piece)> {
    let letters = key.chars().filter(|letter| !matches!(letter, ' ' | '-' | '_'));
    let word: String = letters.map(|letter| letter.to_ascii_lowercase()).collect();
    let says = |said: &str| said.split(' ').any(|said| said == word);
    let found = PIECES.iter().find(|(.., said)| says(said));
    found.map(|(field, piece, _)| (*field, *piece))
}

/// A text or a number in quotes; `None` of anything else.
fn quoted(tree: &Tree) -> Option<String> {
    match tree {
        Tree::Text(text) | Tree::Number(text) => Some(format!("\"{}\"", excerpt(text))),
        _ => None,
    }
}
