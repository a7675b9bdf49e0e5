//! What is wrong with a plan, where, and what would be right.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use rust_decimal::Decimal;

use crate::series::SeriesError;
use crate::value::{Code, Measure, Period, ValueError};

/// How bad a [`Problem`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Severity {
    /// Probably not what the author meant; the plan can be used.
    Warning,
    /// The plan cannot be used.
    Error,
}

/// One thing that is wrong, and where.
///
/// # Examples
///
/// ```
/// use milepost::{Baseline, Bound, Goal, Measure, Quantity, Severity, Target, Unit, dec};
///
/// let quantity = Quantity::new(Measure::Flow, Unit::new("CNY".parse()?, 8)?);
/// let problems = Target::builder("gdp".parse()?, quantity, Goal::level(Bound::MoreThan(dec!(2000))), "2020".parse()?)
///     .baseline(Baseline::observed("2021".parse()?))
///     .build()
///     .unwrap_err();
/// let problem = problems.iter().next().ok_or("a problem")?;
/// assert_eq!(problem.severity(), Severity::Error);
/// assert_eq!(problem.to_string(), "deadline: the deadline 2020 does not end after the baseline 2021");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    path: String,
    kind: ProblemKind,
}

impl Problem {
    /// A problem of this kind at this path.
    pub(crate) fn new(path: impl Into<String>, kind: impl Into<ProblemKind>) -> Self {
        Self {
            path: path.into(),
            kind: kind.into(),
        }
    }

    /// Where it is, seen from the whole: `pillars[2].indicators[0].targets[1].deadline`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What it is.
    #[must_use]
    pub const fn kind(&self) -> &ProblemKind {
        &self.kind
    }

    /// How bad it is.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.kind.severity()
    }

    /// The same problem, seen from outside of the thing at `prefix`.
    fn within(mut self, prefix: &str) -> Self {
        self.path = match (prefix, self.path.as_str()) {
            ("", _) => self.path,
            (_, "") => prefix.to_string(),
            (_, path) if path.starts_with('[') => format!("{prefix}{path}"),
            (_, path) => format!("{prefix}.{path}"),
        };
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            write!(f, "{}", self.kind)
        } else {
            write!(f, "{}: {}", self.path, self.kind)
        }
    }
}

/// All that is wrong, in the order of the document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Nothing wrong.
    pub(crate) const fn none() -> Self {
        Self(Vec::new())
    }

    /// Whether nothing is wrong at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many problems there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Every problem.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }

    /// The problems that keep the plan from being used.
    pub fn errors(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter().filter(|problem| problem.severity() == Severity::Error)
    }

    /// The problems that do not.
    pub fn warnings(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter().filter(|problem| problem.severity() == Severity::Warning)
    }

    /// Whether something keeps the plan from being used.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.errors().next().is_some()
    }

    pub(crate) fn push(&mut self, path: impl Into<String>, kind: impl Into<ProblemKind>) {
        self.0.push(Problem::new(path, kind));
    }

    /// Takes over the problems of the part at `prefix`.
    pub(crate) fn extend_within(&mut self, prefix: &str, part: Self) {
        self.0.extend(part.0.into_iter().map(|problem| problem.within(prefix)));
    }
}

impl fmt::Display for Problems {
    /// A line for each problem.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.as_slice() {
            [] => f.write_str("no problem"),
            [problem] => write!(f, "{problem}"),
            problems => {
                write!(f, "{} problems", problems.len())?;
                problems.iter().try_for_each(|problem| write!(f, "\n{problem}"))
            }
        }
    }
}

impl core::error::Error for Problems {}

impl<'a> IntoIterator for &'a Problems {
    type Item = &'a Problem;
    type IntoIter = core::slice::Iter<'a, Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

/// A plan, or the observations of one, with everything that was found wrong.
///
/// The value is there unless a problem is an error: warnings do not take it away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked<T> {
    /// What was read, if it can be used.
    pub value: Option<T>,
    /// Everything that was found, errors and warnings.
    pub problems: Problems,
}

impl<T> Checked<T> {
    /// The value, if nothing keeps it from being used.
    pub(crate) fn new(value: Option<T>, problems: Problems) -> Self {
        let value = value.filter(|_| !problems.has_errors());
        Self { value, problems }
    }

    /// The value, or everything that is wrong.
    ///
    /// # Errors
    ///
    /// The problems, if one of them is an error.
    pub fn into_result(self) -> Result<T, Problems> {
        self.value.ok_or(self.problems)
    }
}

/// What is wrong, with what would be right.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ProblemKind {
    /// A value is not what it should be.
    #[error(transparent)]
    Value(#[from] ValueError),
    /// Observations cannot stand together.
    #[error(transparent)]
    Series(#[from] SeriesError),

    // --- the document ---
    /// The document is written in a format that this version does not know.
    #[error("the format {found} is not known here; this version reads format 1")]
    UnknownFormat {
        /// The format as it was given.
        found: String,
    },
    /// A field must be there.
    #[error("the field `{field}` is missing")]
    FieldMissing {
        /// The name of the field.
        field: &'static str,
    },
    /// Nobody knows this field.
    #[error("there is no field `{field}` here; {known}")]
    FieldUnknown {
        /// The field as it was given.
        field: String,
        /// The nearest known field, or all of them.
        known: String,
    },
    /// A key stands twice in one map.
    #[error("the field `{field}` stands twice")]
    FieldRepeated {
        /// The name of the field.
        field: String,
    },
    /// Something else was expected here.
    #[error("expected {expected}, found {found}")]
    WrongType {
        /// What was expected.
        expected: &'static str,
        /// What was found.
        found: String,
    },
    /// The word is not one of those that can stand here.
    #[error("`{word}` cannot stand here; {known}")]
    WordUnknown {
        /// The word as it was given.
        word: String,
        /// The nearest known word, or all of them.
        known: String,
    },
    /// Exactly one of several fields must be there.
    #[error("{found} of the fields {fields} are there, and it must be exactly one")]
    NotExactlyOne {
        /// How many there are.
        found: usize,
        /// The fields of which one must be there.
        fields: &'static str,
    },
    /// A value is here that the status says is missing, or the other way round.
    #[error("{right}")]
    MissingValue {
        /// What would be right.
        right: &'static str,
    },

    // --- one target ---
    /// The deadline does not come after the baseline.
    #[error("the deadline {deadline} does not end after the baseline {baseline}")]
    DeadlineNotAfterBaseline {
        /// The deadline.
        deadline: Period,
        /// The period of the baseline.
        baseline: Period,
    },
    /// The goal means nothing without a baseline.
    #[error("a goal of the kind `{goal}` needs a baseline: say from which period it counts")]
    BaselineMissing {
        /// The kind of goal.
        goal: &'static str,
    },
    /// A flow's baseline is of another length than its deadline.
    #[error(
        "the baseline {baseline} is not as long as the deadline {deadline}, and flows of different lengths cannot be compared"
    )]
    FlowLengthsDiffer {
        /// The period of the baseline.
        baseline: Period,
        /// The deadline.
        deadline: Period,
    },
    /// The goal is met from the start.
    #[error("the baseline {value} already meets the goal {goal}; if it is to be kept, the goal is a `keep`")]
    AlreadyMet {
        /// The baseline's value.
        value: Decimal,
        /// The bound.
        goal: String,
    },
    /// A share lies outside of its whole.
    #[error("a share is from 0 to {whole} here, got {value}")]
    ShareOutside {
        /// The value that was given.
        value: Decimal,
        /// The value of the whole.
        whole: Decimal,
    },
    /// A rank is below the first.
    #[error("the first rank is 1, got {value}")]
    RankBelowFirst {
        /// The value that was given.
        value: Decimal,
    },
    /// A rank is to rise.
    #[error("a better rank is a smaller number: a goal for a rank is `at_most` or `less_than`")]
    RankRises,
    /// Things that come one by one do not come in parts.
    #[error("these things come one by one, and {value} is not a whole number of them")]
    NotWhole {
        /// The value that was given.
        value: Decimal,
    },
    /// The goal needs another measure.
    #[error("a goal of the kind `{goal}` is promised of {needed}, and this indicator is a `{}`", .found.name())]
    MeasureMismatch {
        /// The kind of goal.
        goal: &'static str,
        /// The measures that would be right.
        needed: &'static str,
        /// The measure of the indicator.
        found: Measure,
    },
    /// A compound rate is −100 % or less.
    #[error("a rate of growth is a fraction above -1 per year, got {value}")]
    RateTooLow {
        /// The value that was given.
        value: Decimal,
    },
    /// A change or rate looks like a percentage.
    #[error("{value} is a fraction here, and means {percent} %; if {value} % is meant, write {fraction}")]
    LooksLikePercent {
        /// The value that was given.
        value: Decimal,
        /// What it means in percent.
        percent: Decimal,
        /// The fraction that was probably meant.
        fraction: Decimal,
    },
    /// A sum cannot be held within a band.
    #[error("a sum is bounded on one side, by `at_least`, `more_than`, `at_most` or `less_than`")]
    SumWithin,
    /// A point of the path lies outside of the time between baseline and deadline.
    #[error("{period} does not lie between the baseline and the deadline {deadline}")]
    PointOutside {
        /// The period of the point.
        period: Period,
        /// The deadline.
        deadline: Period,
    },
    /// The points of the path are not in the order of time.
    #[error("{period} does not end after {before}, which stands before it")]
    PointsNotInOrder {
        /// The period of the point.
        period: Period,
        /// The period that stands before it.
        before: Period,
    },
    /// A point lies off the way from the baseline to the goal.
    #[error("{value} lies off the way from {from} to {to}")]
    PointOffWay {
        /// The value of the point.
        value: Decimal,
        /// Where the way begins, or how the goal is approached.
        from: String,
        /// The goal's value.
        to: Decimal,
    },
    /// A path turns back on its way.
    #[error("{value} turns back from {before}, which is promised earlier")]
    PointTurnsBack {
        /// The value of the point.
        value: Decimal,
        /// The value promised before it.
        before: Decimal,
    },
    /// Constant growth is impossible through this value.
    #[error("constant growth needs values above zero, and {value} is not; a `linear` path can have it")]
    GrowthThroughZero {
        /// The value.
        value: Decimal,
    },
    /// The goal has no path.
    #[error("a goal of the kind `{goal}` has no path of this kind")]
    PathImpossible {
        /// The kind of goal.
        goal: &'static str,
    },
    /// A schedule already says what milestones would.
    #[error("the schedule says the whole path; give the milestones in it")]
    ScheduleAndMilestones,
    /// A schedule without points.
    #[error("a schedule has at least one point")]
    ScheduleEmpty,
    /// The schedule ends elsewhere than at the goal.
    #[error("the schedule says {value} for the deadline, and the goal says {goal}")]
    ScheduleMissesGoal {
        /// The value of the schedule.
        value: Decimal,
        /// The goal's value.
        goal: Decimal,
    },
    /// A weight is not above zero.
    #[error("a weight is above zero, got {weight}")]
    Weight {
        /// The weight that was given.
        weight: Decimal,
    },
    /// A target cannot be two things at once.
    #[error("a target is an alternative to another one or restates it, not both")]
    AlternativeAndRestatement,

    // --- the whole plan ---
    /// Two things have one code.
    #[error("the code `{code}` is taken, by {first}")]
    CodeTaken {
        /// The code.
        code: Code,
        /// The path of the thing that has it.
        first: String,
    },
    /// A code names nobody.
    #[error("there is no {sought} with the code `{code}`")]
    NamesNobody {
        /// The code.
        code: Code,
        /// What was looked for.
        sought: &'static str,
    },
    /// Something names itself.
    #[error("`{code}` names itself")]
    NamesItself {
        /// The code.
        code: Code,
    },
    /// A chain of names comes back to where it began.
    #[error("`{code}` is reached again on the way from `{code}`: the names go in a circle")]
    Circle {
        /// The code.
        code: Code,
    },
    /// An alternative names an alternative.
    #[error("`{code}` is an alternative or a restatement itself; name the principal one, `{principal}`")]
    NotPrincipal {
        /// The code that is named.
        code: Code,
        /// What that one names.
        principal: Code,
    },
    /// The longer target does not last longer.
    #[error("`{longer}` ends with {its_deadline}, before this part of it does with {deadline}")]
    PartOutlasts {
        /// The code of the longer target.
        longer: Code,
        /// Its deadline.
        its_deadline: Period,
        /// The deadline of the part.
        deadline: Period,
    },
    /// The target is in another quantity than its indicator.
    #[error("the target counts in `{target}` ({}), and its indicator in `{indicator}` ({})", .target_measure.name(), .indicator_measure.name())]
    QuantityMismatch {
        /// The unit of the target.
        target: String,
        /// The measure of the target.
        target_measure: Measure,
        /// The unit of the indicator.
        indicator: String,
        /// The measure of the indicator.
        indicator_measure: Measure,
    },
    /// The series is in a unit that does not convert.
    #[error("the series counts in `{series}`, which does not convert to `{indicator}`, the unit of its indicator")]
    SeriesUnitMismatch {
        /// The code of the unit of the series.
        series: Code,
        /// The code of the unit of the indicator.
        indicator: Code,
    },
    /// The deadline lies outside of the plan.
    #[error("the deadline {deadline} does not end within the plan, {plan}")]
    DeadlineOutsidePlan {
        /// The deadline.
        deadline: Period,
        /// The period of the plan.
        plan: Period,
    },
    /// Nothing is promised.
    #[error("nothing is promised here: there is no target and no deliverable")]
    NothingPromised,
}

impl ProblemKind {
    /// How bad it is.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        match self {
            Self::AlreadyMet { .. }
            | Self::NotWhole { .. }
            | Self::LooksLikePercent { .. }
            | Self::PointTurnsBack { .. }
            | Self::RankRises
            | Self::PartOutlasts { .. }
            | Self::DeadlineOutsidePlan { .. }
            | Self::NothingPromised => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Problem {
    /// A map of path, severity and message.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let mut fields = serializer.serialize_struct("Problem", 3)?;
        fields.serialize_field("path", &self.path)?;
        fields.serialize_field("severity", &self.severity())?;
        fields.serialize_field("message", &self.kind.to_string())?;
        fields.end()
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Problems {
    /// A list of problems.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(&self.0)
    }
}
