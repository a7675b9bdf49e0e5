//! The words for what a reader should know beside a status.

use super::choose;
use crate::evidence::Caveat;
use crate::value::Language;

impl Caveat {
    /// What the caveat says.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Caveat, Language};
    ///
    /// assert_eq!(Caveat::Early.words(Language::English), "met before the deadline");
    /// assert_eq!(Caveat::Early.words(Language::SimplifiedChinese), "提前实现");
    /// ```
    #[must_use]
    pub const fn words(self, language: Language) -> &'static str {
        choose(language, self.in_each_language())
    }

    const fn in_each_language(self) -> [&'static str; 3] {
        match self {
            Self::Provisional => ["the figure is provisional", "数据为初步核算数", "數據為初步核算數"],
            Self::Estimated => ["the figure is an estimate", "数据为估计数", "數據為估計數"],
            Self::Approximate => ["the figure is approximate", "数据为约数", "數據為約數"],
            Self::PublishedNotBefore => [
                "a figure's day of publication is uncertain: not before a known date",
                "有数据公布日期不详，仅知不早于某日",
                "有數據公布日期不詳，僅知不早於某日",
            ],
            Self::PublicationUndated => [
                "a figure's day of publication is unknown",
                "有数据公布日期不详",
                "有數據公布日期不詳",
            ],
            Self::UndatedLeftOut => [
                "undated figures are left out",
                "未注明公布日期的数据未计入",
                "未註明公布日期的數據未計入",
            ],
            Self::DeadlineValuePending => [
                "the deadline is past, and its own figure is not published yet",
                "期限已过，期末数据尚未公布",
                "期限已過，期末數據尚未公布",
            ],
            Self::NewerFigureIsOnlyABound => [
                "a newer figure is only a bound, and leaves the answer open",
                "较新的数据只是界限值，不足以定论",
                "較新的數據只是界限值，不足以定論",
            ],
            Self::NewerFigureIsPartial => [
                "a newer figure covers only a part of its period",
                "较新的数据只覆盖部分时段",
                "較新的數據只覆蓋部分時段",
            ],
            Self::Early => ["met before the deadline", "提前实现", "提前實現"],
            Self::Lost => ["met before, and lost again", "曾经达标，后又失守", "曾經達標，後又失守"],
            Self::BaselineRevised => [
                "the series now has another baseline value than the plan",
                "基期数据已修订，与规划所载不一致",
                "基期數據已修訂，與規劃所載不一致",
            ],
            Self::SeriesBreak => ["the definition changed", "期间统计口径有变", "期間統計口徑有變"],
            Self::SumHasGap => [
                "the sum has gaps: it is a lower bound",
                "累计数有缺口，只是下限",
                "累計數有缺口，只是下限",
            ],
            Self::PeriodsUnknown => ["some periods have no figure", "部分时期没有数据", "部分時期沒有數據"],
            Self::TooCloseToCall => [
                "too close to call: half a unit of the last digit would change the answer",
                "差距过小，末位数半个单位之差即可改变结论",
                "差距過小，末位數半個單位之差即可改變結論",
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_all_differ;
    use super::*;

    #[test]
    fn every_caveat_has_words() {
        assert_all_differ(&Caveat::ALL, |caveat, language| caveat.words(language).into());
    }
}
