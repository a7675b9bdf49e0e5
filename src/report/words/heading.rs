//! The titles of columns and sections.

#[cfg(feature = "schemars")]
use alloc::{string::String, vec::Vec};

/// Declares the headings, and the list of all of them.
macro_rules! headings {
    ($($(#[$about:meta])* $heading:ident,)+) => {
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
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize))]
        #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
        #[non_exhaustive]
        pub enum Heading {
            $($(#[$about])* $heading,)+
        }

        impl Heading {
            /// Every heading, in a fixed order.
            pub const ALL: [Self; [$(stringify!($heading)),+].len()] = [$(Self::$heading),+];
        }
    };
}

headings! {
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
    /// One of the parts of the plan.
    Pillar,
    /// Target.
    Target,
    /// What is promised, with its deadline.
    Promise,
    /// What was first promised.
    FirstPromise,
    /// How it was amended.
    Amendments,
    /// Unit.
    Unit,
    /// Nature.
    Nature,
    /// How often a figure is expected.
    Reported,
    /// Responsible.
    Responsible,
    /// How much it counts among its neighbours.
    Weight,
    /// Where it was promised.
    Citation,
    /// A note for readers.
    Note,
    /// Goal.
    Goal,
    /// Deadline.
    Deadline,
    /// Baseline.
    Baseline,
    /// Observed.
    Observed,
    /// The period of a figure or of a point.
    Time,
    /// Path.
    Path,
    /// The path by what was first promised.
    FirstPath,
    /// What is required from the latest figure on.
    CatchUp,
    /// Milestone.
    Milestone,
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
    /// When a limit is exceeded at the pace so far.
    Breach,
    /// Next milestone.
    NextMilestone,
    /// Growth a year required to the next milestone.
    GrowthRequiredToMilestone,
    /// Change a year required to the next milestone.
    ChangeRequiredToMilestone,
    /// Record.
    Record,
    /// Status.
    Status,
    /// The status by a figure that is too old to say anything of today.
    LastStatus,
    /// Reason.
    Reason,
    /// The figure that decided.
    DecidingFigure,
    /// The part that decided.
    DecidingPart,
    /// Caveats.
    Caveats,
    /// How far the true value may lie from a figure.
    Uncertainty,
    /// A newer figure of which only a limit is known.
    NewerBound,
    /// A figure in whose place another one of its period counts: a later vintage, or of a publisher that ranks higher.
    Superseded,
    /// What is said beside a figure.
    Remarks,
    /// The parts of a target.
    Parts,
    /// How far two parts lie apart.
    WidestGap,
    /// Shown beside it.
    Proxies,
    /// Age of the figure.
    Age,
    /// Deliverables: of the section, and of the column of their names.
    Deliverables,
    /// State.
    State,
    /// How much of it is done.
    ShareDone,
    /// The day on which it was so.
    ReportedOn,
    /// Whether anybody can tell that it is done.
    Verifiability,
    /// Summary.
    Summary,
    /// How many could be judged.
    Judged,
    /// Coverage.
    CoverageByCount,
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
    /// Of which no figure, or no report, came when it was due.
    Overdue,
    /// All together.
    Total,
    /// The line of the day of the question in a chart.
    Today,
    /// The choice of everything, as among the parts of the plan.
    All,
}

/// The schema of a title for each heading, by its name.
#[cfg(feature = "schemars")]
pub(in crate::report) fn titles(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
    use schemars::JsonSchema;
    use serde_json::{Map, Value};

    let names: Vec<_> = Heading::ALL
        .iter()
        .filter_map(|heading| serde_json::to_value(heading).ok()?.as_str().map(String::from))
        .collect();
    let title = Value::from(String::json_schema(generator));
    let titles: Map<_, _> = names.iter().map(|name| (name.clone(), title.clone())).collect();
    schemars::json_schema!({"type": "object", "properties": titles, "required": names})
}
