//! Letters without their accents, strokes and heights.

use alloc::borrow::ToOwned;
use alloc::string::String;

use super::narrow;

/// Plain letters and digits, each with the characters that are written so without their accent, stroke or height; all
/// in lower case.
const WRITTEN_OTHERWISE: [(&str, &str); 40] = [
    ("0", "⁰₀"),
    ("1", "¹₁"),
    ("2", "²₂"),
    ("3", "³₃"),
    ("4", "⁴₄"),
    ("5", "⁵₅"),
    ("6", "⁶₆"),
    ("7", "⁷₇"),
    ("8", "⁸₈"),
    ("9", "⁹₉"),
    ("a", "ªàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
    ("ae", "æ"),
    ("b", "ɓḃḅḇ"),
    ("c", "çćĉċčḉ"),
    ("d", "ðďđɗḋḍḏḑḓ"),
    ("e", "èéêëēĕėęěȅȇȩəḕḗḙḛḝẹẻẽếềểễệ"),
    ("f", "ḟ"),
    ("g", "ĝğġģǧǵḡ"),
    ("h", "ĥħȟḣḥḧḩḫẖ"),
    ("i", "ìíîïĩīĭįıǐȉȋḭḯỉị"),
    ("ij", "ĳ"),
    ("j", "ĵǰ"),
    ("k", "ķĸƙǩḱḳḵ"),
    ("l", "ĺļľŀłḷḹḻḽ"),
    ("m", "ḿṁṃ"),
    ("n", "ñńņňŉŋǹṅṇṉṋ"),
    ("o", "ºòóôõöøōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
    ("oe", "œ"),
    ("p", "ṕṗ"),
    ("r", "ŕŗřȑȓṙṛṝṟ"),
    ("s", "śŝşšſșṡṣṥṧṩ"),
    ("ss", "ß"),
    ("t", "ţťŧțṫṭṯṱẗ"),
    ("th", "þ"),
    ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
    ("v", "ṽṿ"),
    ("w", "ŵẁẃẅẇẉẘ"),
    ("x", "ẋẍ"),
    ("y", "ýÿŷȳẏẙỳỵỷỹ"),
    ("z", "źżžẑẓẕ"),
];

/// A Latin letter or a digit as a code has it, without its accent or height: `a` of `ã`, `ss` of `ß`, `2` of `₂`.
/// `None` of any other character.
pub(crate) fn without_accent(character: char) -> Option<String> {
    let character = narrow(character);
    let lower = character.to_lowercase().next().unwrap_or(character);
    if lower.is_ascii_alphanumeric() {
        return Some(String::from(if character.is_ascii() { character } else { lower }));
    }
    let mut found = WRITTEN_OTHERWISE.into_iter();
    let (plain, _) = found.find(|(_, letters)| letters.contains(lower))?;
    Some(if lower == character {
        plain.to_owned()
    } else {
        plain.to_ascii_uppercase()
    })
}
