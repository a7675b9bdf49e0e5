//! Words by which tables call the total in a column of parts.

use alloc::string::String;

use crate::value::narrow;

/// The words of offices for the total of a column of parts, with `|` between.
const TOTALS: &str = "total|totals|grand total|total population|overall|all|all ages|all sexes|all persons|all areas|\
    all regions|all industries|all sectors|both sexes|bothsex|allage|allarea|insgesamt|gesamt|zusammen|alle|summe|ensemble|tous|totale|totales|\
    totaux|ambos sexos|todos|totaal|totalt|samtliga|i alt|yhteensä|ogółem|razem|celkem|spolu|összesen|всего|итого|\
    σύνολο|toplam|合计|合計|总计|總計|总数|總數|総数|全体|全體|全部|共计|共計|计|計|합계|총계|전체|계";

/// Whether a text of a column of parts is a word for the total: `Total`, `TOTAL`, `Total (15+)`, `合 计`.
pub(in crate::table) fn names_total(text: &str) -> bool {
    let word = text.split(['(', '（', ',', ':', '：']).next().unwrap_or_default();
    let is_spaced_out = word
        .chars()
        .all(|one| one.is_whitespace() || !one.is_ascii() && one.is_alphabetic());
    let word: String = word.trim().chars().map(narrow).flat_map(char::to_lowercase).collect();
    let closed_up: String = word.split_whitespace().collect();
    TOTALS
        .split('|')
        .any(|total| total == word || is_spaced_out && total == closed_up)
}

#[cfg(test)]
mod tests {
    use super::names_total;

    #[test]
    fn words_for_the_total() {
        for text in [
            "Total",
            "TOTAL",
            "ｔｏｔａｌ",
            "Total (15+)",
            "Total, both sexes",
            "Insgesamt",
            "Ensemble",
            "合计",
            "合　计",
            "全體",
        ] {
            assert!(names_total(text), "{text}");
        }
        for text in [
            "",
            "Total manufacturing",
            "Totally new",
            "All others",
            "T",
            "全国",
            "(total)",
            "会计",
        ] {
            assert!(!names_total(text), "{text}");
        }
    }
}
