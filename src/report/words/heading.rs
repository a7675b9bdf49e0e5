//! The titles of columns and sections.

use super::choose;
use crate::value::Language;

/// The title of a column or section of a report.
///
/// # Examples
///
/// ```
/// use milepost::Language;
/// use milepost::report::Heading;
///
/// assert_eq!(Heading::Completion.words(Language::TraditionalChinese), "完成率");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Heading {
    /// The day of the question.
    AsOf,
    /// Plan.
    Plan,
    /// Region.
    Region,
    /// The time for which the plan was made.
    Period,
    /// Those who made the plan.
    Issuers,
    /// The day on which the plan was published.
    Published,
    /// The rule that decided.
    Rule,
    /// Target.
    Target,
    /// Unit.
    Unit,
    /// Nature.
    Nature,
    /// Responsible.
    Responsible,
    /// Goal.
    Goal,
    /// Deadline.
    Deadline,
    /// Baseline.
    Baseline,
    /// Observed.
    Observed,
    /// Expected.
    Expected,
    /// Expected, whole.
    ExpectedToDecide,
    /// Gap.
    Gap,
    /// Remaining.
    Remaining,
    /// Share of the way.
    ShareOfWay,
    /// Share expected.
    ShareExpected,
    /// Share of the time.
    ShareOfTime,
    /// Pace.
    Pace,
    /// Completion: observed ÷ goal, of a goal that is approached from below.
    Completion,
    /// Observed ÷ goal, where to reach 100 % completes nothing: of a ceiling, or a goal below the baseline.
    ObservedToGoal,
    /// Observed ÷ expected.
    ObservedToExpected,
    /// Growth so far.
    GrowthSoFar,
    /// Growth required.
    GrowthRequired,
    /// Required from now.
    GrowthRequiredFromNow,
    /// Change a year so far.
    ChangeSoFar,
    /// Change a year required.
    ChangeRequired,
    /// Change a year required from now.
    ChangeRequiredFromNow,
    /// Times faster.
    TimesFaster,
    /// Class begins at.
    Cuts,
    /// Projection.
    Projection,
    /// Arrival.
    Arrival,
    /// Next milestone.
    NextMilestone,
    /// Record.
    Record,
    /// Status.
    Status,
    /// Reason.
    Reason,
    /// Caveats.
    Caveats,
    /// Shown beside it.
    Proxies,
    /// Age of the figure.
    Age,
    /// Deliverables.
    Deliverables,
    /// State.
    State,
    /// Summary.
    Summary,
    /// Coverage.
    Coverage,
    /// Coverage by weight.
    CoverageByWeight,
    /// Unknown weight.
    UnknownWeight,
    /// Score.
    Score,
    /// Where the figures were found.
    Sources,
    /// The class that a composed rule publishes.
    Class,
    /// The whole as a composed rule publishes it.
    Whole,
    /// Binding targets.
    Binding,
    /// Needs attention.
    Attention,
    /// All together.
    Total,
}

impl Heading {
    /// Every heading, in a fixed order.
    pub const ALL: [Self; 56] = [
        Self::AsOf,
        Self::Plan,
        Self::Region,
        Self::Period,
        Self::Issuers,
        Self::Published,
        Self::Rule,
        Self::Target,
        Self::Unit,
        Self::Nature,
        Self::Responsible,
        Self::Goal,
        Self::Deadline,
        Self::Baseline,
        Self::Observed,
        Self::Expected,
        Self::ExpectedToDecide,
        Self::Gap,
        Self::Remaining,
        Self::ShareOfWay,
        Self::ShareExpected,
        Self::ShareOfTime,
        Self::Pace,
        Self::Completion,
        Self::ObservedToGoal,
        Self::ObservedToExpected,
        Self::GrowthSoFar,
        Self::GrowthRequired,
        Self::GrowthRequiredFromNow,
        Self::ChangeSoFar,
        Self::ChangeRequired,
        Self::ChangeRequiredFromNow,
        Self::TimesFaster,
        Self::Cuts,
        Self::Projection,
        Self::Arrival,
        Self::NextMilestone,
        Self::Record,
        Self::Status,
        Self::Reason,
        Self::Caveats,
        Self::Proxies,
        Self::Age,
        Self::Deliverables,
        Self::State,
        Self::Summary,
        Self::Coverage,
        Self::CoverageByWeight,
        Self::UnknownWeight,
        Self::Score,
        Self::Sources,
        Self::Class,
        Self::Whole,
        Self::Binding,
        Self::Attention,
        Self::Total,
    ];

    /// The title.
    #[must_use]
    pub const fn words(self, language: Language) -> &'static str {
        choose(language, self.in_each_language())
    }

    const fn in_each_language(self) -> [&'static str; 3] {
        match self {
            Self::AsOf => ["as of", "截至日期", "截至日期"],
            Self::Plan => ["plan", "规划", "規劃"],
            Self::Region => ["region", "地区", "地區"],
            Self::Period => ["period", "规划期", "規劃期"],
            Self::Issuers => ["issued by", "发布单位", "發布單位"],
            Self::Published => ["published", "发布日期", "發布日期"],
            Self::Rule => ["rule", "评估规则", "評估規則"],
            Self::Target => ["target", "指标", "指標"],
            Self::Unit => ["unit", "单位", "單位"],
            Self::Nature => ["nature", "属性", "屬性"],
            Self::Responsible => ["responsible", "责任单位", "責任單位"],
            Self::Goal => ["goal", "目标值", "目標值"],
            Self::Deadline => ["deadline", "期限", "期限"],
            Self::Baseline => ["baseline", "基期值", "基期值"],
            Self::Observed => ["observed", "实际值", "實際值"],
            Self::Expected => ["expected", "时序目标值", "時序目標值"],
            Self::ExpectedToDecide => ["expected, whole", "时序目标值（取整）", "時序目標值（取整）"],
            Self::Gap => ["gap", "差距", "差距"],
            Self::Remaining => ["remaining", "剩余", "剩餘"],
            Self::ShareOfWay => ["share of the way", "目标进度", "目標進度"],
            Self::ShareExpected => ["share expected", "应有进度", "應有進度"],
            Self::ShareOfTime => ["share of the time", "时序进度", "時序進度"],
            Self::Pace => ["pace", "进度比", "進度比"],
            Self::Completion => ["completion (observed ÷ goal)", "完成率", "完成率"],
            Self::ObservedToGoal => ["observed ÷ goal", "实际值÷目标值", "實際值÷目標值"],
            Self::ObservedToExpected => ["observed ÷ expected", "实际值÷时序目标值", "實際值÷時序目標值"],
            Self::GrowthSoFar => ["growth so far", "已实现年均增速", "已實現年均增速"],
            Self::GrowthRequired => ["growth required", "规划年均增速", "規劃年均增速"],
            Self::GrowthRequiredFromNow => ["required from now", "今后所需年均增速", "今後所需年均增速"],
            Self::ChangeSoFar => ["yearly change so far", "已实现年均增量", "已實現年均增量"],
            Self::ChangeRequired => ["yearly change required", "规划年均增量", "規劃年均增量"],
            Self::ChangeRequiredFromNow => ["yearly change from now", "今后所需年均增量", "今後所需年均增量"],
            Self::TimesFaster => ["times faster", "所需增速倍数", "所需增速倍數"],
            Self::Cuts => ["class begins at", "分级界值", "分級界值"],
            Self::Projection => ["projection", "期末预计值", "期末預計值"],
            Self::Arrival => ["arrival", "预计达标时间", "預計達標時間"],
            Self::NextMilestone => ["next milestone", "下一节点", "下一節點"],
            Self::Record => ["record", "履行情况", "履行情況"],
            Self::Status => ["status", "状态", "狀態"],
            Self::Reason => ["reason", "理由", "理由"],
            Self::Caveats => ["caveats", "说明", "說明"],
            Self::Proxies => ["shown beside it", "参考指标", "參考指標"],
            Self::Age => ["age of the figure", "数据距今", "數據距今"],
            Self::Deliverables => ["deliverables", "任务事项", "任務事項"],
            Self::State => ["state", "进展", "進展"],
            Self::Summary => ["summary", "汇总", "匯總"],
            Self::Coverage => ["coverage", "评估覆盖率", "評估覆蓋率"],
            Self::CoverageByWeight => ["coverage by weight", "按权重的覆盖率", "按權重的覆蓋率"],
            Self::UnknownWeight => ["unknown weight", "无法评估的权重", "無法評估的權重"],
            Self::Score => ["score", "得分", "得分"],
            Self::Sources => ["sources", "资料来源", "資料來源"],
            Self::Class => ["class by the rule", "规则评级", "規則評級"],
            Self::Whole => ["whole by the rule", "规则总评", "規則總評"],
            Self::Binding => ["binding targets", "约束性指标", "約束性指標"],
            Self::Attention => ["needs attention", "需要关注", "需要關注"],
            Self::Total => ["total", "合计", "合計"],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_all_differ;
    use super::*;

    #[test]
    fn every_heading_has_words() {
        assert_all_differ(&Heading::ALL, |heading, language| heading.words(language).into());
    }
}
