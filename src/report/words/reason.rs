//! The words for why a status was given, or why a fact is not known.

use alloc::string::{String, ToString};

use super::{choose, date, fill};
use crate::evidence::Reason;
use crate::plan::Lacks;
use crate::value::Language;

impl Reason {
    /// What the reason says, with its periods, days and counts.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Language, Reason};
    ///
    /// let reason = Reason::Broken { period: "2024".parse()? };
    /// assert_eq!(reason.words(Language::English), "not kept in 2024");
    /// assert_eq!(reason.words(Language::TraditionalChinese), "2024年未符合要求");
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    #[must_use]
    pub fn words(&self, language: Language) -> String {
        let sentence = choose(language, sentence(self));
        match *self {
            Self::Growth { error } => error.words(language),
            Self::GoalUnstated { lacks } => lacks.words(language).to_string(),
            Self::Stale { period, age } => {
                let age = age.to_decimal().round_dp(2).normalize().to_string();
                fill(sentence, &[&period.words(language), &age])
            }
            Self::PeriodsUnknown { count } => fill(sentence, &[&count.to_string()]),
            Self::TooFewFigures { needed, found } => fill(sentence, &[&needed.to_string(), &found.to_string()]),
            Self::BrokenBefore { period }
            | Self::Broken { period }
            | Self::Reversed { period }
            | Self::PartialPeriod { period }
            | Self::ChainBroken { period }
            | Self::NoBaselineValue { period }
            | Self::RepeatedYear { period }
            | Self::BaselineIsOnlyABound { period }
            | Self::OnlyABound { period }
            | Self::BoundLeavesOpen { period }
            | Self::SeriesBreak { period } => fill(sentence, &[&period.words(language)]),
            Self::Delivered { on }
            | Self::DeliveredLate { on }
            | Self::Cancelled { on }
            | Self::NotDelivered { on }
            | Self::NotBegun { until: on } => fill(sentence, &[&date(on, language)]),
            Self::BoundMet
            | Self::BoundNotMet
            | Self::Pace
            | Self::InClass
            | Self::NothingDueYet
            | Self::Overshot
            | Self::MetBeforeBaseline
            | Self::BudgetWithinTime
            | Self::BudgetAheadOfTime
            | Self::BudgetExceeded
            | Self::Kept
            | Self::NotDueYet
            | Self::NotReported
            | Self::NoPeriodOver
            | Self::NoObservation
            | Self::OnlyUndated
            | Self::NoBaseline
            | Self::NotVerifiable
            | Self::ToleranceNotStated
            | Self::UnitMismatch
            | Self::NotConfigured
            | Self::NoClasses
            | Self::NotForThisRule
            | Self::NotForThisGoal
            | Self::NoTimeElapsed
            | Self::NoTimeLeft
            | Self::AlreadyMet
            | Self::NoWay
            | Self::NegativeParts
            | Self::NoGrowthSoFar
            | Self::Never
            | Self::OutsidePath => sentence.to_string(),
        }
    }
}

/// The sentence of each reason, with a gap for each of its fields.
const fn sentence(reason: &Reason) -> [&'static str; 3] {
    match reason {
        Reason::BoundMet => BOUND_MET,
        Reason::BoundNotMet => BOUND_NOT_MET,
        Reason::Pace => PACE,
        Reason::InClass => IN_CLASS,
        Reason::NothingDueYet => NOTHING_DUE_YET,
        Reason::Overshot => OVERSHOT,
        Reason::MetBeforeBaseline => MET_BEFORE_BASELINE,
        Reason::BudgetWithinTime => BUDGET_WITHIN_TIME,
        Reason::BudgetAheadOfTime => BUDGET_AHEAD_OF_TIME,
        Reason::BudgetExceeded => BUDGET_EXCEEDED,
        Reason::Kept => KEPT,
        Reason::BrokenBefore { .. } => BROKEN_BEFORE,
        Reason::Broken { .. } => BROKEN,
        Reason::Reversed { .. } => REVERSED,
        Reason::Delivered { .. } => DELIVERED,
        Reason::DeliveredLate { .. } => DELIVERED_LATE,
        Reason::Cancelled { .. } => CANCELLED,
        Reason::NotDelivered { .. } => NOT_DELIVERED,
        Reason::NotDueYet => NOT_DUE_YET,
        Reason::NotReported => NOT_REPORTED,
        Reason::NotBegun { .. } => NOT_BEGUN,
        Reason::NoPeriodOver => NO_PERIOD_OVER,
        Reason::NoObservation => NO_OBSERVATION,
        Reason::OnlyUndated => ONLY_UNDATED,
        Reason::PartialPeriod { .. } => PARTIAL_PERIOD,
        Reason::ChainBroken { .. } => CHAIN_BROKEN,
        Reason::Stale { .. } => STALE,
        Reason::NoBaselineValue { .. } => NO_BASELINE_VALUE,
        Reason::NoBaseline => NO_BASELINE,
        Reason::BaselineIsOnlyABound { .. } => BASELINE_IS_ONLY_A_BOUND,
        Reason::OnlyABound { .. } => ONLY_A_BOUND,
        Reason::BoundLeavesOpen { .. } => BOUND_LEAVES_OPEN,
        Reason::PeriodsUnknown { .. } => PERIODS_UNKNOWN,
        Reason::TooFewFigures { .. } => TOO_FEW_FIGURES,
        Reason::RepeatedYear { .. } => REPEATED_YEAR,
        Reason::NotVerifiable => NOT_VERIFIABLE,
        Reason::ToleranceNotStated => TOLERANCE_NOT_STATED,
        Reason::UnitMismatch => UNIT_MISMATCH,
        Reason::SeriesBreak { .. } => SERIES_BREAK,
        Reason::NotConfigured => NOT_CONFIGURED,
        Reason::NoClasses => NO_CLASSES,
        Reason::NotForThisRule => NOT_FOR_THIS_RULE,
        Reason::NotForThisGoal => NOT_FOR_THIS_GOAL,
        Reason::NoTimeElapsed => NO_TIME_ELAPSED,
        Reason::NoTimeLeft => NO_TIME_LEFT,
        Reason::AlreadyMet => ALREADY_MET,
        Reason::NoWay => NO_WAY,
        Reason::NegativeParts => NEGATIVE_PARTS,
        Reason::NoGrowthSoFar => NO_GROWTH_SO_FAR,
        Reason::Never => NEVER,
        Reason::OutsidePath => OUTSIDE_PATH,
        // These two borrow the words of what they carry.
        Reason::GoalUnstated { .. } | Reason::Growth { .. } => ["{0}"; 3],
    }
}

const BOUND_MET: [&str; 3] = ["the bound is met", "已达到目标值", "已達到目標值"];
const BOUND_NOT_MET: [&str; 3] = [
    "the figure of the deadline does not meet the bound",
    "期末数据未达到目标值",
    "期末數據未達到目標值",
];
const PACE: [&str; 3] = ["judged by its pace", "按进度判定", "按進度判定"];
const IN_CLASS: [&str; 3] = [
    "judged by the rule's own number",
    "按规则的指标值判定",
    "按規則的指標值判定",
];
const NOTHING_DUE_YET: [&str; 3] = [
    "the path expects nothing yet",
    "按时序目前尚无要求",
    "按時序目前尚無要求",
];
const OVERSHOT: [&str; 3] = [
    "the value went through the promised band and out on the other side",
    "数值已越过目标区间的另一端",
    "數值已越過目標區間的另一端",
];
const MET_BEFORE_BASELINE: [&str; 3] = [
    "the baseline met the bound already",
    "基期数值已达到目标值",
    "基期數值已達到目標值",
];
const BUDGET_WITHIN_TIME: [&str; 3] = [
    "the sum is within what the time allows",
    "累计数未超出时序进度",
    "累計數未超出時序進度",
];
const BUDGET_AHEAD_OF_TIME: [&str; 3] = [
    "the sum is more than the time allows",
    "累计数超出时序进度",
    "累計數超出時序進度",
];
const BUDGET_EXCEEDED: [&str; 3] = [
    "the sum exceeds the whole budget",
    "累计数已超出总量上限",
    "累計數已超出總量上限",
];
const KEPT: [&str; 3] = [
    "kept in every period observed",
    "已有数据的各期均符合要求",
    "已有數據的各期均符合要求",
];
const BROKEN_BEFORE: [&str; 3] = [
    "kept in the latest period, but not in {0}",
    "最近一期符合要求，但{0}未符合",
    "最近一期符合要求，但{0}未符合",
];
const BROKEN: [&str; 3] = ["not kept in {0}", "{0}未符合要求", "{0}未符合要求"];
const REVERSED: [&str; 3] = ["went the wrong way in {0}", "{0}朝相反方向变化", "{0}朝相反方向變化"];
const DELIVERED: [&str; 3] = ["done on {0}", "{0}完成", "{0}完成"];
const DELIVERED_LATE: [&str; 3] = [
    "done only on {0}, after the deadline",
    "{0}才完成，已经逾期",
    "{0}才完成，已經逾期",
];
const CANCELLED: [&str; 3] = ["given up on {0}", "{0}取消", "{0}取消"];
const NOT_DELIVERED: [&str; 3] = [
    "still not done on {0}, after the deadline",
    "期限已过，{0}仍未完成",
    "期限已過，{0}仍未完成",
];
const NOT_DUE_YET: [&str; 3] = ["the deadline is not over", "期限未到", "期限未到"];
const NOT_REPORTED: [&str; 3] = [
    "nothing was reported since the deadline",
    "期限过后没有报告",
    "期限過後沒有報告",
];
const NOT_BEGUN: [&str; 3] = ["the promise begins after {0}", "{0}之后才开始计算", "{0}之後才開始計算"];
const NO_PERIOD_OVER: [&str; 3] = ["no period is over yet", "尚无一期届满", "尚無一期屆滿"];
const NO_OBSERVATION: [&str; 3] = [
    "no figure was published after the baseline",
    "基期之后没有公布数据",
    "基期之後沒有公布數據",
];
const ONLY_UNDATED: [&str; 3] = [
    "no figure has a date of publication, and such figures are left out",
    "数据均无公布日期，未予计入",
    "數據均無公布日期，未予計入",
];
const PARTIAL_PERIOD: [&str; 3] = [
    "only a part of a period was published ({0}), and nothing is extrapolated",
    "只公布了部分时段（{0}）的数据，不作推算",
    "只公布了部分時段（{0}）的數據，不作推算",
];
const CHAIN_BROKEN: [&str; 3] = [
    "the chain of yearly rates lacks {0}",
    "逐年增速缺少{0}，无法连乘",
    "逐年增速缺少{0}，無法連乘",
];
const STALE: [&str; 3] = [
    "the last figure, of {0}, is {1} years old: too old to say anything of today",
    "最近的数据属于{0}，距今{1}年，已经过时",
    "最近的數據屬於{0}，距今{1}年，已經過時",
];
const NO_BASELINE_VALUE: [&str; 3] = [
    "no figure was published for the baseline ({0})",
    "基期（{0}）没有公布数据",
    "基期（{0}）沒有公布數據",
];
const NO_BASELINE: [&str; 3] = ["the target has no baseline", "目标没有基期", "目標沒有基期"];
const BASELINE_IS_ONLY_A_BOUND: [&str; 3] = [
    "only a limit was published for the baseline ({0})",
    "基期（{0}）只公布了界限值",
    "基期（{0}）只公布了界限值",
];
const ONLY_A_BOUND: [&str; 3] = [
    "only limits were published, the newest of {0}",
    "只公布了界限值，最新的属于{0}",
    "只公布了界限值，最新的屬於{0}",
];
const BOUND_LEAVES_OPEN: [&str; 3] = [
    "the limits published for {0} leave more than one answer",
    "{0}公布的界限值不足以定论",
    "{0}公布的界限值不足以定論",
];
const PERIODS_UNKNOWN: [&str; 3] = ["no figure for {0} of the periods", "有{0}期没有数据", "有{0}期沒有數據"];
const TOO_FEW_FIGURES: [&str; 3] = [
    "the rule needs {0} figures of different years, and there are {1}",
    "规则需要{0}个不同年份的数据，现有{1}个",
    "規則需要{0}個不同年份的數據，現有{1}個",
];
const REPEATED_YEAR: [&str; 3] = [
    "a second figure counts for the same year ({0})",
    "同一年份另有数据（{0}）",
    "同一年份另有數據（{0}）",
];
const NOT_VERIFIABLE: [&str; 3] = [
    "nothing would show that it is done",
    "没有可以核实完成与否的依据",
    "沒有可以核實完成與否的依據",
];
const TOLERANCE_NOT_STATED: [&str; 3] = [
    "the plan promises a tolerance that nobody published",
    "规划允许偏差，但未公布幅度",
    "規劃允許偏差，但未公布幅度",
];
const UNIT_MISMATCH: [&str; 3] = [
    "the series is in a unit that does not convert to that of the target",
    "数据的计量单位无法换算为目标的单位",
    "數據的計量單位無法換算為目標的單位",
];
const SERIES_BREAK: [&str; 3] = [
    "the definition changed with {0}, between the baseline and the figure",
    "统计口径自{0}起改变，与基期不可比",
    "統計口徑自{0}起改變，與基期不可比",
];
const NOT_CONFIGURED: [&str; 3] = [
    "the rule needs parameters that this target does not have",
    "缺少规则所需的参数",
    "缺少規則所需的參數",
];
const NO_CLASSES: [&str; 3] = [
    "the rule publishes a number and no classes",
    "规则只公布数值，不作分级",
    "規則只公布數值，不作分級",
];
const NOT_FOR_THIS_RULE: [&str; 3] = [
    "this rule has no such number",
    "这项规则没有这项数值",
    "這項規則沒有這項數值",
];
const NOT_FOR_THIS_GOAL: [&str; 3] = [
    "this kind of goal has no such number",
    "这类目标没有这项数值",
    "這類目標沒有這項數值",
];
const NO_TIME_ELAPSED: [&str; 3] = [
    "no time has passed since the baseline",
    "基期以来尚未经过时间",
    "基期以來尚未經過時間",
];
const NO_TIME_LEFT: [&str; 3] = [
    "no time is left until the deadline",
    "距期限已无剩余时间",
    "距期限已無剩餘時間",
];
const ALREADY_MET: [&str; 3] = [
    "the bound is met, so nothing more is required",
    "已经达标，无需更多",
    "已經達標，無需更多",
];
const NO_WAY: [&str; 3] = [
    "the goal is where the baseline is, so there is no way between them",
    "目标与基期数值相同，无法计算完成份额",
    "目標與基期數值相同，無法計算完成份額",
];
const NEGATIVE_PARTS: [&str; 3] = [
    "a value below zero is no part of anything",
    "数值为负，无法计算比率",
    "數值為負，無法計算比率",
];
const NO_GROWTH_SO_FAR: [&str; 3] = [
    "there was no growth so far that could be multiplied",
    "此前没有可作倍数比较的增长",
    "此前沒有可作倍數比較的增長",
];
const NEVER: [&str; 3] = [
    "at the pace so far the bound is not met within 200 years of the deadline",
    "照此进度，期限之后200年内仍不能达标",
    "照此進度，期限之後200年內仍不能達標",
];
const OUTSIDE_PATH: [&str; 3] = [
    "the figure lies outside of the path",
    "数据不在目标期间之内",
    "數據不在目標期間之內",
];

impl Lacks {
    /// What the promise lacks.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Lacks, Language};
    ///
    /// assert_eq!(Lacks::Number.words(Language::English), "the promise states no number");
    /// ```
    #[must_use]
    pub const fn words(self, language: Language) -> &'static str {
        choose(
            language,
            match self {
                Self::Number => ["the promise states no number", "目标未给出数量", "目標未給出數量"],
                Self::Bound => ["the promise states no bound", "目标未给出界限", "目標未給出界限"],
                Self::Reference => [
                    "the promise states no reference that can be measured",
                    "目标未给出可以衡量的参照",
                    "目標未給出可以衡量的參照",
                ],
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_all_differ;
    use super::*;
    use crate::growth::GrowthError;
    use crate::value::{Period, Years};

    #[expect(clippy::too_many_lines, reason = "a line for each reason")]
    fn every_reason() -> Vec<Reason> {
        let period: Period = "2024-Q3".parse().unwrap();
        let (on, until) = (period.last(), period.last());
        let age = Years::months(37);
        let mut reasons = vec![
            Reason::BoundMet,
            Reason::BoundNotMet,
            Reason::Pace,
            Reason::InClass,
            Reason::NothingDueYet,
            Reason::Overshot,
            Reason::MetBeforeBaseline,
            Reason::BudgetWithinTime,
            Reason::BudgetAheadOfTime,
            Reason::BudgetExceeded,
            Reason::Kept,
            Reason::BrokenBefore { period },
            Reason::Broken { period },
            Reason::Reversed { period },
            Reason::Delivered { on },
            Reason::DeliveredLate { on },
            Reason::Cancelled { on },
            Reason::NotDelivered { on },
            Reason::NotDueYet,
            Reason::NotReported,
            Reason::NotBegun { until },
            Reason::NoPeriodOver,
            Reason::NoObservation,
            Reason::OnlyUndated,
            Reason::PartialPeriod { period },
            Reason::ChainBroken { period },
            Reason::Stale { period, age },
            Reason::NoBaselineValue { period },
            Reason::NoBaseline,
            Reason::BaselineIsOnlyABound { period },
            Reason::OnlyABound { period },
            Reason::BoundLeavesOpen { period },
            Reason::PeriodsUnknown { count: 3 },
            Reason::TooFewFigures { needed: 2, found: 1 },
            Reason::RepeatedYear { period },
            Reason::NoClasses,
            Reason::NotForThisRule,
            Reason::NotVerifiable,
            Reason::ToleranceNotStated,
            Reason::UnitMismatch,
            Reason::SeriesBreak { period },
            Reason::NotConfigured,
            Reason::NotForThisGoal,
            Reason::NoTimeElapsed,
            Reason::NoTimeLeft,
            Reason::AlreadyMet,
            Reason::NoWay,
            Reason::NegativeParts,
            Reason::NoGrowthSoFar,
            Reason::Never,
            Reason::OutsidePath,
            Reason::Growth {
                error: GrowthError::Overflow,
            },
        ];
        reasons.extend([Lacks::Number, Lacks::Bound, Lacks::Reference].map(|lacks| Reason::GoalUnstated { lacks }));
        reasons
    }

    #[test]
    fn every_reason_has_words() {
        assert_all_differ(&every_reason(), |reason, language| reason.words(language));
    }

    #[test]
    fn fields_stand_in_the_sentence() {
        let (period, age) = ("2022-12-31".parse().unwrap(), Years::months(37));
        for (language, words) in [
            (
                Language::English,
                "the last figure, of 2022-12-31, is 3.08 years old: too old to say anything of today",
            ),
            (
                Language::SimplifiedChinese,
                "最近的数据属于2022年12月31日，距今3.08年，已经过时",
            ),
            (
                Language::TraditionalChinese,
                "最近的數據屬於2022年12月31日，距今3.08年，已經過時",
            ),
        ] {
            assert_eq!(Reason::Stale { period, age }.words(language), words);
        }
    }
}
