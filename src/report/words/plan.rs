//! The words for how promises oblige, relate and are shown to be done, and for what is reported of them.

use super::choose;
use crate::plan::{Nature, Relation, Verifiability};
use crate::series::{DeliveryState, ObservationStatus};
use crate::value::Language;

impl Nature {
    /// How the target obliges.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Language, Nature};
    ///
    /// assert_eq!(Nature::Binding.words(Language::SimplifiedChinese), "约束性");
    /// ```
    #[must_use]
    pub const fn words(self, language: Language) -> &'static str {
        choose(
            language,
            match self {
                Self::Binding => ["binding", "约束性", "約束性"],
                Self::Anticipatory => ["anticipatory", "预期性", "預期性"],
            },
        )
    }
}

impl Relation {
    /// What the target is to its principal one.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Language, Relation};
    ///
    /// let relation = Relation::AlternativeTo("gdp-2026".parse()?);
    /// assert_eq!(relation.words(Language::English), "another reading");
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    #[must_use]
    pub const fn words(&self, language: Language) -> &'static str {
        choose(
            language,
            match self {
                Self::AlternativeTo(_) => ["another reading", "另一种理解", "另一種理解"],
                Self::Restates(_) => ["restated", "重复表述", "重複表述"],
            },
        )
    }
}

impl Verifiability {
    /// What shows that a deliverable is done.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Language, Verifiability};
    ///
    /// assert_eq!(Verifiability::None.words(Language::English), "cannot be verified");
    /// ```
    #[must_use]
    pub const fn words(self, language: Language) -> &'static str {
        choose(
            language,
            match self {
                Self::Criterion => ["shown by a criterion", "有完成标准", "有完成標準"],
                Self::Title => ["shown by a title or an opening", "以授牌或启用为据", "以授牌或啟用為據"],
                Self::None => ["cannot be verified", "无从核实", "無從核實"],
            },
        )
    }
}

impl DeliveryState {
    /// What the state is called.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{DeliveryState, Language};
    ///
    /// assert_eq!(DeliveryState::UnderWay.words(Language::English), "under way");
    /// ```
    #[must_use]
    pub const fn words(self, language: Language) -> &'static str {
        choose(
            language,
            match self {
                Self::NotStarted => ["not started", "未开始", "未開始"],
                Self::UnderWay => ["under way", "进行中", "進行中"],
                Self::Completed => ["completed", "已完成", "已完成"],
                Self::InUse => ["in use", "已投用", "已投用"],
                Self::Cancelled => ["cancelled", "已取消", "已取消"],
            },
        )
    }
}

impl ObservationStatus {
    /// How final a figure is.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Language, ObservationStatus};
    ///
    /// assert_eq!(ObservationStatus::Provisional.words(Language::SimplifiedChinese), "初步核算数");
    /// ```
    #[must_use]
    pub const fn words(self, language: Language) -> &'static str {
        choose(
            language,
            match self {
                Self::Normal => ["final", "最终数", "最終數"],
                Self::Break => [
                    "first after a change of definition",
                    "口径改变后首个数据",
                    "口徑改變後首個數據",
                ],
                Self::Provisional => ["provisional", "初步核算数", "初步核算數"],
                Self::Estimated => ["estimate", "估计数", "估計數"],
                Self::Forecast => ["forecast", "预测数", "預測數"],
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_all_differ;
    use super::*;

    #[test]
    fn all_have_words() {
        let natures = [Nature::Binding, Nature::Anticipatory];
        assert_all_differ(&natures, |nature, language| nature.words(language).into());
        let verifiabilities = [Verifiability::Criterion, Verifiability::Title, Verifiability::None];
        assert_all_differ(&verifiabilities, |one, language| one.words(language).into());
        let states = [
            DeliveryState::NotStarted,
            DeliveryState::UnderWay,
            DeliveryState::Completed,
            DeliveryState::InUse,
            DeliveryState::Cancelled,
        ];
        assert_all_differ(&states, |state, language| state.words(language).into());
        let statuses = [
            ObservationStatus::Normal,
            ObservationStatus::Break,
            ObservationStatus::Provisional,
            ObservationStatus::Estimated,
            ObservationStatus::Forecast,
        ];
        assert_all_differ(&statuses, |status, language| status.words(language).into());
        let code: crate::value::Code = "a".parse().unwrap();
        let relations = [Relation::AlternativeTo(code.clone()), Relation::Restates(code)];
        assert_all_differ(&[0, 1], |at: usize, language| relations[at].words(language).into());
    }
}
