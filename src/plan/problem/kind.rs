//! What can be wrong, in words that a plan's author understands.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use core::convert::Infallible;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::super::LikelyMistake;
use super::severity::{Severity, severities};
use super::table::TableError;
use crate::series::SeriesError;
use crate::value::{Code, Interval, Length, Measure, Period, ValueError};

impl From<Infallible> for ProblemKind {
    /// What cannot fail leaves nothing to say: so builders take texts that are checked already, and words that are not.
    fn from(never: Infallible) -> Self {
        match never {}
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
    /// A table is not as its map says.
    #[error(transparent)]
    Table(#[from] TableError),

    // --- the document ---
    /// The document is written in a format that this version does not know.
    #[error("the format {found} is not known here; this version reads format 1")]
    UnknownFormat {
        /// The format as it was given.
        found: String,
    },
    /// A field must be there.
    #[error("the field `{field}` is missing")]
    MissingField {
        /// The name of the field.
        field: &'static str,
    },
    /// Nobody knows this field.
    #[error("there is no field `{field}` here; {known}")]
    UnknownField {
        /// The field as it was given.
        field: String,
        /// The nearest known field, or all of them.
        known: String,
    },
    /// A key stands twice in one map.
    #[error("the field `{field}` stands twice")]
    RepeatedField {
        /// The name of the field.
        field: String,
    },
    /// Something else was expected here.
    #[error("expected {expected}, found {found}")]
    WrongType {
        /// What was expected.
        expected: Cow<'static, str>,
        /// What was found.
        found: String,
    },
    /// The word is not one of those that can stand here.
    #[error("`{word}` cannot stand here; {known}")]
    UnknownWord {
        /// The word as it was given.
        word: String,
        /// The nearest known word, or all of them.
        known: String,
    },
    /// Exactly one of several fields must be there.
    #[error("exactly one of the fields {fields} must be here, and there are {found}")]
    NotExactlyOne {
        /// How many there are.
        found: usize,
        /// The fields of which one must be there.
        fields: &'static str,
    },
    /// Two fields exclude each other.
    #[error("the fields `{one}` and `{other}` cannot stand together")]
    NotTogether {
        /// The name of the one.
        one: &'static str,
        /// The name of the other.
        other: &'static str,
    },
    /// A series ranks a publisher of whom it has no figure.
    #[error("no figure here is of the publisher `{publisher}`{}", named(nearest.as_deref()))]
    UnknownPublisher {
        /// The publisher, cut to 40 characters.
        publisher: String,
        /// The one of a figure whose name is nearest.
        nearest: Option<String>,
    },
    /// A figure can hardly have been known on the day of its publication.
    #[error("published on {published}, before the last month of {period}: only a `forecast` can be")]
    PublishedTooEarly {
        /// The day of publication.
        published: NaiveDate,
        /// The period of the figure.
        period: Period,
    },
    /// An observation has no value, and does not say that it is missing.
    #[error("the field `value` is missing; if no value was published, the status is `missing`")]
    MissingValue,
    /// An observation has a value, and says that it is missing.
    #[error("what is `missing`, `confidential` or `not_applicable` has no value, and this observation has")]
    ValueOfMissing,

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
    MissingBaseline {
        /// The kind of goal.
        goal: &'static str,
    },
    /// The figure that decides is of a longer time than the deadline.
    #[error("an average or a sum takes time: the figure of {own} decides, {}", longer_since(*.deadline, *.baseline, *.is_reported))]
    LongerPeriodDecides {
        /// The period whose figure decides.
        own: Period,
        /// The deadline, with which it ends.
        deadline: Period,
        /// The period of the baseline, if it is as long as that.
        baseline: Option<Period>,
        /// Whether it is otherwise as long as the author says that figures are `reported`.
        is_reported: bool,
    },
    /// A milestone, or a point of a schedule, of a sum is not as long as the period whose figure decides.
    #[error("{period} is not as long as {own}, whose figure decides, and sums of different lengths cannot be compared")]
    LengthsDiffer {
        /// The period of the point.
        period: Period,
        /// The period whose figure decides.
        own: Period,
    },
    /// A mean is of whole periods.
    #[error("a mean is of whole periods of the length {length}, and {baseline} is not made of them")]
    MeanOfParts {
        /// The period of the baseline.
        baseline: Period,
        /// How long the periods are.
        length: Length,
    },
    /// Some goals count from no value, which could be a mean.
    #[error("a sum, and an index of yearly rates, count from no value that could be a mean")]
    MeanOfNothing,
    /// The goal is met from the start.
    #[error(
        "the baseline {value} lies within the goal {goal}, which is read as a limit to be kept within; `limit` says which it is"
    )]
    AlreadyMet {
        /// The baseline's value.
        value: Decimal,
        /// The bound.
        goal: String,
    },
    /// The goal is met without any change.
    #[error(
        "no change at all lies within the goal {goal}, which is read as a limit to be kept within; `limit` says which it is, and what is \
         to fall is written with a minus, as in `at_most: -0.135`"
    )]
    MetWithoutChange {
        /// The bound.
        goal: String,
    },
    /// An amendment turns a fall into an allowed rise, or a rise into an allowed fall.
    #[error(
        "no change at all lies within the goal {goal}, which is read as a limit to be kept within, and before it was {before}: if the \
         sign is meant, `limit` says so"
    )]
    TurnedRound {
        /// The bound before.
        before: String,
        /// The bound.
        goal: String,
    },
    /// No value meets the goal.
    #[error("no {} meets the goal {goal}", .measure.name())]
    NeverMet {
        /// The kind of number.
        measure: Measure,
        /// The bound.
        goal: String,
    },
    /// Every value meets the goal.
    #[error(
        "every {} meets the goal {goal}, so that nothing is promised; if that is meant, the target has to accept `always_met`",
        .measure.name()
    )]
    AlwaysMet {
        /// The kind of number.
        measure: Measure,
        /// The bound.
        goal: String,
    },
    /// Nothing in a target is of a kind that it accepts.
    #[error("nothing here looks like `{mistake}`, so that there is nothing to accept")]
    NothingToAccept {
        /// What is accepted.
        mistake: LikelyMistake,
    },
    /// A relative change counts from zero or less.
    #[error("a relative change counts from a value above zero, and {value} is not; an `addition` can start there")]
    RelativeToZero {
        /// The value from which it counts.
        value: Decimal,
    },
    /// An uncertainty is neither a range nor a standard error.
    #[error(
        "an uncertainty is a range, `from` and `to` with a `confidence` if that is known, or a `standard_error` alone"
    )]
    UnclearUncertainty,
    /// Only a change of values has a reference.
    #[error("a reference is what a `change` of values counts from, and this is {}", if *.by_rates {
        String::from("one of yearly rates")
    } else {
        format!("a goal of the kind `{goal}`")
    })]
    ReferenceWithoutChange {
        /// The kind of the goal.
        goal: &'static str,
        /// Whether it is read from yearly rates.
        by_rates: bool,
    },
    /// The value that a change of a reference comes to has too many digits.
    #[error(
        "the change of {value} comes to more digits than the 28 that a decimal holds; state the value itself as a `level`"
    )]
    ReferenceTooLong {
        /// The reference's value.
        value: Decimal,
    },
    /// A goal is kept in no period at all.
    #[error("a promise is kept in one period at least, and `kept_in` counts none")]
    KeptInNone,
    /// A goal is to be kept in more periods than there are.
    #[error("only {periods} periods lie between baseline and deadline, so that the promise is never kept in {kept_in}")]
    KeptInTooMany {
        /// In how many it is to be kept.
        kept_in: u32,
        /// How many there are.
        periods: u32,
    },
    /// No period of the goal's rhythm lies between baseline and deadline.
    #[error(
        "no {} lies after the baseline {baseline} and by the deadline {deadline}, so that nothing is ever due",
        period_of(*.every)
    )]
    NothingDue {
        /// How often the goal is looked at.
        every: Length,
        /// The period of the baseline.
        baseline: Period,
        /// The deadline.
        deadline: Period,
    },
    /// A figure that there cannot be was observed.
    #[error("{} is {} here, and {value} was observed", .measure.in_words(), .possible.in_words())]
    ObservedOutside {
        /// The figure's value, or the limit of it that is nearest to what is possible.
        value: Decimal,
        /// What kind of number it is.
        measure: Measure,
        /// Where every value lies.
        possible: Interval,
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
    #[error("a goal of the kind `{goal}` needs {needed}, and this indicator is a `{}`", .found.name())]
    MeasureMismatch {
        /// The kind of goal.
        goal: &'static str,
        /// What would be right.
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
    #[error(
        "{value} is a fraction here, and means {percent} %: if {value} % is meant, write {fraction}{}, and if not, the target has to \
         accept `large_change`",
        .fall.map_or_else(String::new, |fall| format!(", or {fall} for a fall by as much"))
    )]
    LargeChange {
        /// The value that was given.
        value: Decimal,
        /// What it means in percent.
        percent: Decimal,
        /// The fraction that was probably meant.
        fraction: Decimal,
        /// The same for a fall, where at most so much is promised without a minus.
        fall: Option<Decimal>,
    },
    /// A share looks like a fraction, and is one of per cent.
    #[error(
        "the unit is per cent, so that {value} means {value} %: if {percent} % is meant, write {percent}, and if not, the target can \
         accept `small_share`"
    )]
    SmallShare {
        /// The value that was given.
        value: Decimal,
        /// The number of per cent that was probably meant.
        percent: Decimal,
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
    /// A point of a limit asks for more than to keep within it.
    #[error(
        "{value} lies on the better side of {start}, where this limit begins: to get there is a promise of its own, and another target"
    )]
    PointOfLimit {
        /// The value of the point.
        value: Decimal,
        /// Where the limit begins.
        start: Decimal,
    },
    /// A band that is a limit is held from the first day on.
    #[error("a `within` that is a limit is held all along: it has no path but `hold`, and no milestones")]
    BandIsHeld,
    /// The goal is neither reached nor kept within by its deadline.
    #[error("a goal of the kind `{goal}` has no `limit`")]
    LimitImpossible {
        /// The kind of goal.
        goal: &'static str,
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
    /// An S-curve is impossible through this value.
    #[error("an S-curve runs above 0 and below its ceiling of {ceiling}, and {value} does not lie there")]
    OffCurve {
        /// The value.
        value: Decimal,
        /// The ceiling.
        ceiling: Decimal,
    },
    /// No S-curve runs below this ceiling.
    #[error("the ceiling of an S-curve lies above 0, got {ceiling}")]
    CeilingNotPositive {
        /// The ceiling.
        ceiling: Decimal,
    },
    /// The goal has no path.
    #[error("a goal of the kind `{goal}` cannot have this path")]
    PathImpossible {
        /// The kind of goal.
        goal: &'static str,
    },
    /// A milestone speaks in the terms of another goal.
    #[error("a `{key}` is no milestone of a goal of the kind `{goal}`; write a `value`, a `share_of_way` or `{goal}`")]
    MilestoneOfOtherGoal {
        /// The terms in which it speaks.
        key: &'static str,
        /// The kind of the goal.
        goal: &'static str,
    },
    /// The time of a deliverable begins after it ends.
    #[error("{begins} comes after the deadline {deadline}, and nothing that is due by then begins later")]
    BeginsAfterDeadline {
        /// The day on which it begins.
        begins: NaiveDate,
        /// The deadline.
        deadline: Period,
    },
    /// A share of the way is a fraction.
    #[error("a share of the way is from 0 to 1, got {share}")]
    ShareOfWayOutside {
        /// The share.
        share: Decimal,
    },
    /// No value lies on the way to the goal.
    #[error("a goal of the kind `{goal}` has no milestones")]
    MilestonesImpossible {
        /// The kind of goal.
        goal: &'static str,
    },
    /// A schedule already says what milestones would.
    #[error("the schedule says the whole path; give the milestones in it")]
    ScheduleAndMilestones,
    /// What is held all along has no milestones.
    #[error("`hold` is the bound all along, and milestones say something else for a while; leave out one of the two")]
    HoldAndMilestones,
    /// A schedule without points.
    #[error("a schedule has at least one point")]
    EmptySchedule,
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
    WeightNotPositive {
        /// The weight that was given.
        weight: Decimal,
    },
    /// Two amendments hold from one day.
    #[error("another amendment holds from {since} too, and nobody knows which of them amends the other")]
    AmendmentsOfOneDay {
        /// The day from which both hold.
        since: NaiveDate,
    },
    /// More amendments than one promise can have.
    #[error(
        "only the first {most} of these amendments could be applied: each is kept with the whole promise that it makes, and this one is long"
    )]
    TooManyAmendments {
        /// How many could be applied.
        most: usize,
    },
    /// An amendment leaves everything as it was.
    #[error("nothing is changed here: all that is stated was promised before")]
    NothingAmended,
    /// A target cannot be two things at once.
    #[error("a target is an alternative to another one or restates it, not both")]
    AlternativeAndRestatement,

    // --- the parts of an indicator ---
    /// A breakdown is along no dimension.
    #[error("a breakdown is along one dimension at least, such as `sex` or `district`")]
    NoDimension,
    /// A dimension has one breakdown only, and another one is near.
    #[error("no other breakdown is along `{dimension}`; the nearest is `{nearest}`")]
    DimensionOfOne {
        /// The dimension.
        dimension: Code,
        /// The one that was probably meant.
        nearest: Code,
    },
    /// Nothing is a part of the whole along a dimension.
    #[error("no breakdown is along `{dimension}` alone, so that nothing is a part of the total by it")]
    NoPartAlong {
        /// The dimension.
        dimension: Code,
    },
    /// The parts of an indicator cannot add up to its total.
    #[error("parts add up to the total of a `stock` or a `flow`, and this indicator is a `{}`", .measure.name())]
    PartsCannotAddUp {
        /// The measure of the indicator.
        measure: Measure,
    },
    /// One value is stated where each part starts from its own.
    #[error(
        "each part starts from a value of its own, and this is one for all; state them as `values`, or leave them to the series"
    )]
    OneValueOfEach,
    /// Values of parts are stated where no parts are judged.
    #[error("`values` are of the parts of a target `of` `each`, and this is none; state one `value`")]
    ValuesOfNoParts,
    /// The parts along a dimension do not add up to the total.
    #[error("the parts along `{dimension}` add up to {sum}, and the total is {total}")]
    PartsDisagree {
        /// The dimension.
        dimension: Code,
        /// What the parts add up to, in the unit of the indicator.
        sum: Decimal,
        /// The total, in the same unit.
        total: Decimal,
    },

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
    #[error("there is no {sought} with the code `{code}`{}", nearest_in_words(.nearest.as_ref()))]
    UnknownCode {
        /// The code.
        code: Code,
        /// What was looked for.
        sought: &'static str,
        /// The nearest code that there is, if one is near.
        nearest: Option<Code>,
    },
    /// A list names something twice.
    #[error("`{code}` is named twice")]
    NamedTwice {
        /// The code.
        code: Code,
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
    #[error("the target counts in {target}, and its indicator in {indicator}")]
    QuantityMismatch {
        /// The quantity of the target: unit, measure, how it is collected, and what is stated to be possible.
        target: String,
        /// The same of the indicator.
        indicator: String,
    },
    /// The series is in a unit that does not convert.
    #[error("the series counts in `{series}`, which does not convert to `{indicator}`, the unit of its indicator")]
    SeriesUnitMismatch {
        /// The code of the unit of the series.
        series: Code,
        /// The code of the unit of the indicator.
        indicator: Code,
    },
    /// There is no figure of what a target is about.
    #[error("there is no figure here, and the target `{target}` is judged by one")]
    NoSeries {
        /// The code of the first such target.
        target: Code,
    },
    /// Parts of which each is to keep a promise have no figures.
    #[error(
        "the target `{target}` is of each part along `{dimension}`, and {missing} of {parts} have no figure here, this one first"
    )]
    PartsWithoutSeries {
        /// The code of the first such target.
        target: Code,
        /// The dimension.
        dimension: Code,
        /// How many parts have no figure.
        missing: usize,
        /// How many parts there are.
        parts: usize,
    },
    /// No figure is of the time from which a target counts.
    #[error(
        "the target `{target}` starts from {baseline} and states no value of it, and no figure here is of that time{}",
        .around.map_or_else(String::new, |around| format!(": the one of {around} is of a longer one; if it is meant, start from `{around}`"))
    )]
    NoFigureOfBaseline {
        /// The code of the first such target.
        target: Code,
        /// The period of the baseline, or the first of those that it is the mean of.
        baseline: Period,
        /// The period of the first figure that holds some of that time.
        around: Option<Period>,
    },
    /// No figure of a series is as long as a goal's own period.
    #[error("the target `{target}` speaks of {needed}, and no figure does, the newest of {found}: {mend}")]
    NoneOfOwnLength {
        /// The code of the target.
        target: Code,
        /// How long the newest figure is.
        found: Length,
        /// How long the goal's own period is.
        needed: Length,
        /// What would be right.
        mend: &'static str,
    },
    /// The deadline lies outside of the plan.
    #[error("the deadline {deadline} does not end within the plan, {plan}")]
    DeadlineOutsidePlan {
        /// The deadline.
        deadline: Period,
        /// The period of the plan.
        plan: Period,
    },
    /// The deadline was over when the plan was published.
    #[error(
        "the deadline {deadline} was over when the plan was published, on {published}: until then nothing is promised"
    )]
    DeadlineBeforePublication {
        /// The deadline.
        deadline: Period,
        /// The day of publication.
        published: NaiveDate,
    },
    /// An amendment comes before what it amends.
    #[error("an amendment that holds from {since} comes before what it amends: the plan {}", if *.is_published {
        format!("was published on {plan}")
    } else {
        format!("begins on {plan}, and does not say that it was `published` before")
    })]
    BeforeThePlan {
        /// The day from which it holds.
        since: NaiveDate,
        /// The day on which the plan was published or, where that is not stated, begins.
        plan: NaiveDate,
        /// Whether the day of publication is stated.
        is_published: bool,
    },
    /// The plan was published late.
    #[error(
        "the plan {plan} was published more than a year after it begins, on {published}: until then nothing is promised"
    )]
    PublishedLate {
        /// The period of the plan.
        plan: Period,
        /// The day of publication.
        published: NaiveDate,
    },
    /// Nothing is promised.
    #[error("nothing is promised here: there is no target and no deliverable")]
    NothingPromised,
}

severities! { ProblemKind of
    Value(_) = Severity::Error, Series(_) = Severity::Error, Table(error) = error.severity();
    Note {
        LongerPeriodDecides = "longer_period_decides", AlreadyMet = "already_met", MetWithoutChange = "met_without_change", NothingToAccept = "nothing_to_accept",
        NoSeries = "no_series", PartsWithoutSeries = "parts_without_series",
    }
    Warning {
        UnknownPublisher = "unknown_publisher", PublishedTooEarly = "published_too_early",
        ObservedOutside = "observed_outside", RankRises = "rank_rises", NotWhole = "not_whole",
        TurnedRound = "turned_round", SmallShare = "small_share", PointTurnsBack = "point_turns_back", DimensionOfOne = "dimension_of_one",
        PartsDisagree = "parts_disagree", NamedTwice = "named_twice", PartOutlasts = "part_outlasts",
        NoFigureOfBaseline = "no_figure_of_baseline", NoneOfOwnLength = "none_of_own_length", DeadlineOutsidePlan = "deadline_outside_plan",
        DeadlineBeforePublication = "deadline_before_publication", PublishedLate = "published_late",
        NothingPromised = "nothing_promised",
    }
    Error {
        UnknownFormat = "unknown_format", MissingField = "missing_field", UnknownField = "unknown_field",
        RepeatedField = "repeated_field", WrongType = "wrong_type", UnknownWord = "unknown_word",
        NotExactlyOne = "not_exactly_one", NotTogether = "not_together",
        MissingValue = "missing_value", ValueOfMissing = "value_of_missing",
        DeadlineNotAfterBaseline = "deadline_not_after_baseline", MissingBaseline = "missing_baseline",
        LengthsDiffer = "lengths_differ", MeanOfParts = "mean_of_parts", MeanOfNothing = "mean_of_nothing",
        NeverMet = "never_met", AlwaysMet = "always_met", LargeChange = "large_change", RelativeToZero = "relative_to_zero", UnclearUncertainty = "unclear_uncertainty",
        ReferenceWithoutChange = "reference_without_change", ReferenceTooLong = "reference_too_long",
        KeptInNone = "kept_in_none", KeptInTooMany = "kept_in_too_many", NothingDue = "nothing_due",
        MeasureMismatch = "measure_mismatch", RateTooLow = "rate_too_low", SumWithin = "sum_within",
        PointOutside = "point_outside", PointsNotInOrder = "points_not_in_order", PointOffWay = "point_off_way",
        PointOfLimit = "point_of_limit", BandIsHeld = "band_is_held", LimitImpossible = "limit_impossible",
        GrowthThroughZero = "growth_through_zero", OffCurve = "off_curve", CeilingNotPositive = "ceiling_not_positive",
        PathImpossible = "path_impossible", MilestoneOfOtherGoal = "milestone_of_other_goal",
        BeginsAfterDeadline = "begins_after_deadline", ShareOfWayOutside = "share_of_way_outside",
        MilestonesImpossible = "milestones_impossible", ScheduleAndMilestones = "schedule_and_milestones",
        HoldAndMilestones = "hold_and_milestones",
        EmptySchedule = "empty_schedule", ScheduleMissesGoal = "schedule_misses_goal",
        WeightNotPositive = "weight_not_positive", AmendmentsOfOneDay = "amendments_of_one_day",
        TooManyAmendments = "too_many_amendments", NothingAmended = "nothing_amended",
        AlternativeAndRestatement = "alternative_and_restatement", NoDimension = "no_dimension",
        NoPartAlong = "no_part_along", PartsCannotAddUp = "parts_cannot_add_up", OneValueOfEach = "one_value_of_each",
        ValuesOfNoParts = "values_of_no_parts", CodeTaken = "code_taken", UnknownCode = "unknown_code",
        NamesItself = "names_itself", Circle = "circle", NotPrincipal = "not_principal",
        QuantityMismatch = "quantity_mismatch", SeriesUnitMismatch = "series_unit_mismatch",
        BeforeThePlan = "before_the_plan",
    }
}

fn nearest_in_words(nearest: Option<&Code>) -> String {
    named(nearest.map(Code::as_str))
}

fn named(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |name| format!("; the nearest is `{name}`"))
}

/// What makes the period that decides longer than the deadline, and what would not.
fn longer_since(deadline: Period, baseline: Option<Period>, is_reported: bool) -> String {
    match (baseline, is_reported) {
        (Some(baseline), _) => format!("as long as the baseline {baseline} and ending with {deadline}"),
        (None, true) => format!("as long as `reported` and ending with {deadline}"),
        (None, false) => format!(
            "a year that ends with {deadline}; if that of {deadline} alone is meant, `reported` is `{}`",
            deadline.length()
        ),
    }
}

/// A period of a length, by its name if it has one.
fn period_of(length: Length) -> String {
    length
        .name()
        .map_or_else(|| format!("period of {length}"), String::from)
}
