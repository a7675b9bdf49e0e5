//! The kinds of problems, in words that a plan's author understands.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::convert::Infallible;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::super::{GoalKind, LikelyMistake};
use super::severity::{Severity, always_an_error, problems};
use super::table::TableError;
use crate::series::SeriesError;
use crate::value::{
    Code, Direction, Interval, Length, Measure, Period, Requirement, Unit, ValueError, per_cent_instead_of,
};

impl From<Infallible> for ProblemKind {
    /// There is no such error. It lets builders take checked texts, whose conversion cannot fail, where they take
    /// words.
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

problems! {
    /// What is wrong, with what would be right.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::plan::ProblemKind;
    /// use milepost::{Baseline, Bound, Goal, Measure, Quantity, Target, Unit, code, dec, period};
    ///
    /// // A program tells in words of its own what it reads in the fields, of which a kind may get more.
    /// let in_our_words = |goal| {
    ///     let share = Quantity::new(Measure::Share, Unit::percent());
    ///     let checked = Target::builder(code!("waste"), share, goal, period!("2030"))
    ///         .baseline(Baseline::stated(period!("2020"), dec!(92)));
    ///     checked.check().problems.iter().map(|problem| match problem.kind() {
    ///         ProblemKind::AlreadyMet { value, goal, .. } => format!("{value} is {} already", goal.bound()),
    ///         other => other.to_string(),
    ///     }).collect::<Vec<_>>()
    /// };
    /// assert_eq!(in_our_words(Goal::level(Bound::AtLeast(dec!(88)))), ["92 is ≥ 88 already"]);
    /// ```
    #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
    #[non_exhaustive]
    pub enum ProblemKind {
        /// A value is not what it should be.
        #[error(transparent)]
        Value(#[from] ValueError) = [always_an_error],
        /// Observations cannot stand together.
        #[error(transparent)]
        Series(#[from] SeriesError) = [always_an_error],
        /// A table is not as its map says.
        #[error(transparent)]
        Table(#[from] TableError) = [TableError::severity],

        // --- the document ---
        /// The document is written in a format that this version does not know.
        UnknownFormat {
            /// The format as it was given.
            found: String,
        } = Error("unknown_format", "the format {found} is not known here; this version reads format 1"),
        /// A field must be there.
        #[error("the field `{field}` is missing{}{form}", or_known_words(known))]
        MissingField {
            /// The name of the field.
            field: &'static str,
            /// The words of which one can stand there; none where it is no word.
            known: Vec<&'static str>,
            /// The end of the message, which says how a unit is written; empty where something else is missing.
            form: &'static str,
        } = Error("missing_field"),
        /// Nobody knows this field.
        UnknownField {
            /// The field as it was given.
            field: String,
            /// The nearest known field, or all of them.
            known: String,
        } = Error("unknown_field", "there is no field `{field}` here; {known}"),
        /// A key stands twice in one map.
        RepeatedField {
            /// The name of the field.
            field: String,
        } = Error("repeated_field", "the field `{field}` stands twice"),
        /// Something else was expected here.
        WrongType {
            /// The value that was expected, in words.
            expected: Cow<'static, str>,
            /// The value that was found, in words.
            found: String,
        } = Error("wrong_type", "expected {expected}, found {found}"),
        /// The word is not one of those that can stand here.
        UnknownWord {
            /// The word as it was given.
            word: String,
            /// The nearest known word, or all of them.
            known: String,
        } = Error("unknown_word", "`{word}` cannot stand here; {known}"),
        /// Exactly one of several fields must be there.
        #[error("{}", match found {
            0 => format!("one of the fields {fields} must be here, and none is"),
            _ => format!("only one of the fields {fields} can be here, and there are {found}"),
        })]
        NotExactlyOne {
            /// How many there are.
            found: usize,
            /// The fields of which one must be there.
            fields: &'static str,
        } = Error("not_exactly_one"),
        /// Two fields exclude each other.
        NotTogether {
            /// The name of the one.
            one: &'static str,
            /// The name of the other.
            other: &'static str,
        } = Error("not_together", "the fields `{one}` and `{other}` cannot stand together; leave out one of the two"),
        /// A series ranks a publisher of whom it has no figure.
        #[error("no figure here is of the publisher `{publisher}`{}", nearest_hint(nearest.as_deref()))]
        UnknownPublisher {
            /// The publisher, cut to 40 characters.
            publisher: String,
            /// The one of a figure whose name is nearest.
            nearest: Option<String>,
        } = Warning("unknown_publisher"),
        /// A figure can hardly have been known on the day of its publication.
        PublishedTooEarly {
            /// The day of publication.
            published: NaiveDate,
            /// The period of the figure.
            period: Period,
        } = Warning("published_too_early",
            "published on {published}, before the last month of {period}: only a `forecast` can be, an `estimated` figure from the first day of its period on, or one of the beginning or the middle of its period"),
        /// An observation has no value, and does not say that it is missing.
        MissingValue = Error("missing_value",
            "the field `value` is missing; if no value was published, the status is `missing`"),
        /// An observation has a value, and says that it is missing.
        ValueOfMissing = Error("value_of_missing",
            "this observation has a value, and its `status` says that there is none; leave out one of the two"),

        // --- one target ---
        /// The deadline does not come after the baseline.
        DeadlineNotAfterBaseline {
            /// The deadline.
            deadline: Period,
            /// The period of the baseline.
            baseline: Period,
        } = Error("deadline_not_after_baseline", "the deadline {deadline} does not end after the baseline {baseline}"),
        /// The goal means nothing without a baseline.
        MissingBaseline {
            /// The kind of goal.
            goal: GoalKind,
        } = Error("missing_baseline", "a goal of the kind `{goal}` needs a baseline: say from which period it counts"),
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
        } = Note("longer_period_decides"),
        /// Figures are said to be reported more often than one of the goal's length can come.
        ReportedMoreOften {
            /// How often they are said to be reported.
            reported: Length,
            /// How long the figure is that decides.
            own: Length,
        } = Note("reported_more_often",
            "an average or a sum of {own} decides, and is too old when no other has come for two times {reported}; how often parts of it come need not be said: leave out `reported`, unless the figures are rolling ones"),
        /// A milestone, or a point of a schedule, of a sum is not as long as the period whose figure decides.
        LengthsDiffer {
            /// The period of the point.
            period: Period,
            /// The period whose figure decides.
            own: Period,
        } = Error("lengths_differ",
            "{period} is not as long as {own}, whose figure decides, and sums of different lengths cannot be compared"),
        /// A mean is of whole periods.
        MeanOfParts {
            /// The period of the baseline.
            baseline: Period,
            /// How long the periods are.
            length: Length,
        } = Error("mean_of_parts",
            "a mean is of whole periods of the length {length}, and {baseline} is not made of them"),
        /// Some goals count from no value, which could be a mean.
        MeanOfNothing = Error("mean_of_nothing",
            "a sum, and an index of yearly rates, count from no value that could be a mean; leave out `mean`"),
        /// The goal is met from the start.
        AlreadyMet {
            /// The baseline's value.
            value: Decimal,
            /// The bound.
            goal: Requirement,
        } = Note("already_met",
            "the baseline {value} meets the goal {goal} already, so that it is read as a limit to be kept within; write `limit: false` where \
                it is to be reached, `limit: true` where its room is to be used bit by bit"),
        /// The goal is met without any change.
        MetWithoutChange {
            /// The bound.
            goal: Requirement,
        } = Note("met_without_change",
            "the goal {goal} is met without any change, so that it is read as a limit to be kept within; write `limit: false` where it is to \
                be reached, `limit: true` where its room is to be used bit by bit, and a fall with a minus, as in `at_most: -0.135` \
                (a cut of 0.135), or `-160` of 160 fewer"),
        /// An amendment turns a fall into an allowed rise, or a rise into an allowed fall.
        TurnedRound {
            /// The bound before.
            before: Requirement,
            /// The bound.
            goal: Requirement,
        } = Warning("turned_round",
            "the goal {goal} is met without any change, so that it is read as a limit to be kept within, and before it was {before}: if the \
                sign is meant, say so by `limit`"),
        /// No value meets the goal.
        NeverMet {
            /// The kind of number.
            measure: Measure,
            /// The bound.
            goal: Requirement,
        } = Error("never_met", "no {measure} meets the goal {goal}"),
        /// Every value meets the goal.
        AlwaysMet {
            /// The kind of number.
            measure: Measure,
            /// The bound.
            goal: Requirement,
        } = Error("always_met",
            "every {measure} meets the goal {goal}, so that nothing is promised; if that is meant, the target has to accept `always_met`"),
        /// Nothing in a target is of a kind that it accepts.
        NothingToAccept {
            /// The likely mistake that is accepted.
            mistake: LikelyMistake,
        } = Note("nothing_to_accept", "nothing here looks like `{mistake}`, so that there is nothing to accept"),
        /// A relative change counts from zero or less.
        RelativeToZero {
            /// The value from which it counts.
            value: Decimal,
        } = Error("relative_to_zero",
            "a relative change counts from a value above zero, and {value} is not; an `addition` can start there"),
        /// An uncertainty is neither a range nor a standard error.
        UnclearUncertainty = Error("unclear_uncertainty",
            "an uncertainty is a range, `from` and `to` with a `confidence` if that is known, or a `standard_error` alone"),
        /// Only a change of values has a reference.
        #[error("a reference is what a `change` of values counts from, and this is {}", if *.by_rates {
            String::from("one of yearly rates")
        } else {
            format!("a goal of the kind `{goal}`")
        })]
        ReferenceWithoutChange {
            /// The kind of the goal.
            goal: GoalKind,
            /// Whether the goal is read from yearly rates.
            by_rates: bool,
        } = Error("reference_without_change"),
        /// The value that a change of a reference comes to has too many digits.
        ReferenceTooLong {
            /// The reference's value.
            value: Decimal,
        } = Error("reference_too_long",
            "the change of {value} comes to more digits than the 28 that a decimal holds; state the value itself as a `level`"),
        /// A goal is kept in no period at all.
        KeptInNone = Error("kept_in_none", "a promise is kept in one period at least, and `kept_in` counts none"),
        /// A goal is to be kept in more periods than there are.
        KeptInTooMany {
            /// In how many it is to be kept.
            kept_in: u32,
            /// How many there are.
            periods: u32,
        } = Error("kept_in_too_many",
            "only {periods} periods lie between baseline and deadline, so that the promise is never kept in {kept_in}"),
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
        } = Error("nothing_due"),
        /// A figure that there cannot be was observed.
        #[error("{} is {} here, and {value} was observed", .measure.in_words(), .possible.in_words())]
        ObservedOutside {
            /// The figure's value, or the limit of it that is nearest to what is possible.
            value: Decimal,
            /// The kind of number.
            measure: Measure,
            /// Where every value lies.
            possible: Interval,
        } = Warning("observed_outside"),
        /// Two figures that follow each other are fifty times apart.
        OtherMagnitude {
            /// The figure's value as the series writes it.
            written: Decimal,
            /// The unit of the series.
            unit: Unit,
            /// The same value in the unit of the indicator.
            value: Decimal,
            /// The value before it: of a figure of the same length, or of the baseline that the plan states.
            before: Decimal,
            /// The period of that.
            period: Period,
        } = Warning("other_magnitude",
            "{written} ({unit}) is {value} in the unit of the indicator, fifty times or more from {before} ({period}): is one of them in another unit?"),
        /// All figures are a thousand times apart from a goal.
        FarFromGoal {
            /// The code of the first such target.
            target: Code,
            /// Its goal, in the unit of the indicator.
            goal: Requirement,
            /// The figure that is nearest to it, in that unit.
            value: Decimal,
            /// The period of that figure.
            period: Period,
        } = Warning("far_from_goal",
            "every figure here is a thousand times or more from the goal {goal} of the target `{target}`, the nearest {value} ({period}) in the unit of the indicator: is one of them in another unit?"),
        /// A rank is to rise.
        RankRises = Warning("rank_rises",
            "a better rank is a smaller number: a goal for a rank is `at_most` or `less_than`"),
        /// Things that come one by one do not come in parts.
        NotWhole {
            /// The value that was given.
            value: Decimal,
        } = Warning("not_whole", "these things come one by one, and {value} is not a whole number of them"),
        /// The goal needs another measure.
        MeasureMismatch {
            /// The kind of goal.
            goal: GoalKind,
            /// The words for what would be right.
            needed: &'static str,
            /// The measure of the indicator.
            found: Measure,
        } = Error("measure_mismatch", "a goal of the kind `{goal}` needs {needed}, and this indicator is a `{found}`"),
        /// A compound rate is −100 % or less.
        #[error("a rate of growth is a fraction above -1 per year, got {value}{}", in_per_cent(*.value))]
        RateTooLow {
            /// The value that was given.
            value: Decimal,
        } = Error("rate_too_low"),
        /// A change or rate looks like a percentage.
        #[error(
            "{value} is a fraction here, and means {percent} %: if {value} % is meant, write {fraction}{}, and if not, the target has to \
             accept `large_change`",
            as_a_cut(*.fraction, *.fall)
        )]
        LargeChange {
            /// The value that was given.
            value: Decimal,
            /// The value in percent.
            percent: Decimal,
            /// The fraction that was probably meant.
            fraction: Decimal,
            /// The same for a fall, where at most so much is promised without a minus.
            fall: Option<Decimal>,
        } = Error("large_change"),
        /// A share looks like a fraction, and is one of per cent.
        SmallShare {
            /// The value that was given.
            value: Decimal,
            /// The number of per cent that was probably meant.
            percent: Decimal,
        } = Warning("small_share",
            "the unit is per cent, so that {value} means {value} %: if {percent} % is meant, write {percent}, and if not, the target can \
                accept `small_share`"),
        /// A sum cannot be held within a band.
        SumWithin = Error("sum_within",
            "a sum is bounded on one side, by `at_least`, `more_than`, `at_most` or `less_than`"),
        /// A point of the path lies outside of the time between baseline and deadline.
        PointOutside {
            /// The period of the point.
            period: Period,
            /// The deadline.
            deadline: Period,
        } = Error("point_outside", "{period} does not lie between the baseline and the deadline {deadline}"),
        /// The points of the path are not in the order of time.
        PointsNotInOrder {
            /// The period of the point.
            period: Period,
            /// The period that stands before it.
            before: Period,
        } = Error("points_not_in_order", "{period} does not end after {before}, which stands before it"),
        /// A point lies off the way from the baseline to the goal.
        #[error("{value} lies off the way from {} to {to}", start_of_way(*.from, *.direction))]
        PointOffWay {
            /// The value of the point.
            value: Decimal,
            /// Where the way begins; `None` where that is not known.
            from: Option<Decimal>,
            /// The direction in which it leads.
            direction: Direction,
            /// The goal's value.
            to: Decimal,
        } = Error("point_off_way"),
        /// A point of a limit asks for more than to keep within it.
        PointOfLimit {
            /// The value of the point.
            value: Decimal,
            /// Where the limit begins.
            start: Decimal,
        } = Error("point_of_limit",
            "{value} lies on the better side of {start}, where this limit begins: to get there is a promise of its own, and another target"),
        /// A band that is a limit is held from the first day on.
        BandIsHeld = Error("band_is_held",
            "a `within` that is a limit is held all along: it has no path but `hold`, and no milestones"),
        /// The goal is neither reached nor kept within by its deadline.
        LimitImpossible {
            /// The kind of goal.
            goal: GoalKind,
        } = Error("limit_impossible", "a goal of the kind `{goal}` has no `limit`"),
        /// A path turns back on its way.
        PointTurnsBack {
            /// The value of the point.
            value: Decimal,
            /// The value promised before it.
            before: Decimal,
        } = Warning("point_turns_back", "{value} turns back from {before}, which is promised earlier"),
        /// Constant growth is impossible through this value.
        GrowthThroughZero {
            /// The value.
            value: Decimal,
        } = Error("growth_through_zero",
            "constant growth leads through values above 0 alone, and {value} is none; the path `linear` can have it"),
        /// An S-curve is impossible through this value.
        OffCurve {
            /// The value.
            value: Decimal,
            /// The ceiling.
            ceiling: Decimal,
        } = Error("off_curve",
            "an S-curve runs above 0 and below its ceiling of {ceiling}, and {value} does not lie there"),
        /// No S-curve runs below this ceiling.
        CeilingNotPositive {
            /// The ceiling.
            ceiling: Decimal,
        } = Error("ceiling_not_positive", "the ceiling of an S-curve lies above 0, got {ceiling}"),
        /// The goal has no path.
        PathImpossible {
            /// The kind of goal.
            goal: GoalKind,
        } = Error("path_impossible", "a goal of the kind `{goal}` cannot have this path: a limit or a `keep` can `hold`, a `keep` has no other, and a `trend` none"),
        /// A milestone speaks in the terms of another goal.
        MilestoneOfOtherGoal {
            /// The terms in which it speaks.
            key: &'static str,
            /// The kind of the goal.
            goal: GoalKind,
        } = Error("milestone_of_other_goal",
            "a `{key}` is no milestone of a goal of the kind `{goal}`; write a `value`, a `share_of_way` or `{goal}`"),
        /// The time of a deliverable begins after it ends.
        BeginsAfterDeadline {
            /// The day on which it begins.
            begins: NaiveDate,
            /// The deadline.
            deadline: Period,
        } = Error("begins_after_deadline",
            "{begins} comes after the deadline {deadline}, and nothing that is due by then begins later"),
        /// A share of the way is a fraction.
        ShareOfWayOutside {
            /// The share.
            share: Decimal,
        } = Error("share_of_way_outside", "a share of the way is from 0 to 1, got {share}"),
        /// No value lies on the way to the goal.
        MilestonesImpossible {
            /// The kind of goal.
            goal: GoalKind,
        } = Error("milestones_impossible", "a goal of the kind `{goal}` has no milestones"),
        /// A schedule already says what milestones would.
        ScheduleAndMilestones = Error("schedule_and_milestones",
            "the schedule says the whole path; give the milestones in it"),
        /// What is held all along has no milestones.
        HoldAndMilestones = Error("hold_and_milestones",
            "`hold` is the bound all along, and milestones say something else for a while; leave out one of the two"),
        /// A schedule without points.
        EmptySchedule = Error("empty_schedule", "a schedule has at least one point"),
        /// The schedule ends elsewhere than at the goal.
        ScheduleMissesGoal {
            /// The value of the schedule.
            value: Decimal,
            /// The goal's value.
            goal: Decimal,
        } = Error("schedule_misses_goal", "the schedule says {value} for the deadline, and the goal says {goal}"),
        /// Two amendments hold from one day.
        AmendmentsOfOneDay {
            /// The day from which both hold.
            since: NaiveDate,
        } = Error("amendments_of_one_day",
            "another amendment holds from {since} too, and nobody knows which of them amends the other"),
        /// More amendments than one promise can have.
        TooManyAmendments {
            /// How many could be applied.
            most: usize,
        } = Error("too_many_amendments",
            "only the first {most} of these amendments could be applied: each is kept with the whole promise that it makes, and this one is long"),
        /// An amendment leaves everything as it was.
        NothingAmended = Error("nothing_amended", "nothing is changed here: all that is stated was promised before"),
        /// A target cannot be two things at once.
        AlternativeAndRestatement = Error("alternative_and_restatement",
            "a target is an alternative to another one or restates it, not both"),

        // --- the parts of an indicator ---
        /// A breakdown is along no dimension.
        NoDimension = Error("no_dimension", "a breakdown is along one dimension at least, such as `sex` or `district`"),
        /// A dimension has one breakdown only, and another one is near.
        DimensionOfOne {
            /// The dimension.
            dimension: Code,
            /// The code that was probably meant.
            nearest: Code,
        } = Warning("dimension_of_one", "no other breakdown is along `{dimension}`; the nearest is `{nearest}`"),
        /// Nothing is a part of the whole along a dimension.
        NoPartAlong {
            /// The dimension.
            dimension: Code,
        } = Error("no_part_along",
            "no breakdown is along `{dimension}` alone, so that nothing is a part of the total by it"),
        /// The parts of an indicator cannot add up to its total.
        PartsCannotAddUp {
            /// The measure of the indicator.
            measure: Measure,
        } = Error("parts_cannot_add_up", "parts add up to the total of a `stock` or a `flow`, and this indicator is a `{measure}`"),
        /// One value is stated where each part starts from its own.
        OneValueOfEach = Error("one_value_of_each",
            "each part starts from a value of its own, and this is one for all; state them as `values`, or leave them to the series"),
        /// Values of parts are stated where no parts are judged.
        ValuesOfNoParts = Error("values_of_no_parts",
            "`values` are of the parts of a target `of` `each`, and this is none; state one `value`"),
        /// The parts along a dimension do not add up to the total.
        PartsDisagree {
            /// The dimension.
            dimension: Code,
            /// The sum of the parts, in the unit of the indicator.
            sum: Decimal,
            /// The total, in the same unit.
            total: Decimal,
        } = Warning("parts_disagree", "the parts along `{dimension}` add up to {sum}, and the total is {total}"),

        // --- the whole plan ---
        /// Two things have one code.
        CodeTaken {
            /// The code.
            code: Code,
            /// The path of the thing that has it.
            first: String,
        } = Error("code_taken", "the code `{code}` is taken, by {first}: a code names one thing, once"),
        /// A code names nobody.
        #[error("there is no {sought} with the code `{code}`{}", match instead {
            Some(instead) => format!("; {instead}"),
            None => code_hint(nearest.as_ref(), known),
        })]
        UnknownCode {
            /// The code.
            code: Code,
            /// The sort of part that was looked for.
            sought: &'static str,
            /// The nearest code that there is, if one is near.
            nearest: Option<Code>,
            /// All codes that there are, if none is near and they are at most eight.
            known: Vec<Code>,
            /// Of what else it is the code, a dimension or a breakdown, and what to write of that, in words.
            instead: Option<String>,
        } = Error("unknown_code"),
        /// A list names something twice.
        NamedTwice {
            /// The code.
            code: Code,
        } = Warning("named_twice", "`{code}` is named twice"),
        /// Something names itself.
        NamesItself {
            /// The code.
            code: Code,
        } = Error("names_itself", "`{code}` names itself; name another one, or leave it out"),
        /// A chain of names comes back to where it began.
        Circle {
            /// The code.
            code: Code,
        } = Error("circle", "the names lead from `{code}` back to `{code}`, in a circle: one of them has to be left out"),
        /// An alternative names an alternative.
        NotPrincipal {
            /// The code that is named.
            code: Code,
            /// The promise that the named one names.
            principal: Code,
        } = Error("not_principal",
            "`{code}` is an alternative or a restatement itself; name the principal one, `{principal}`"),
        /// A part ends after the longer target.
        PartOutlasts {
            /// The code of the longer target.
            longer: Code,
            /// Its deadline.
            its_deadline: Period,
            /// The deadline of the part.
            deadline: Period,
        } = Warning("part_outlasts",
            "`{longer}` ends with {its_deadline}, before this part of it does with {deadline}"),
        /// The target is in another quantity than its indicator.
        QuantityMismatch {
            /// The quantity of the target: unit, measure, how it is collected, and what is stated to be possible.
            target: String,
            /// The same of the indicator.
            indicator: String,
        } = Error("quantity_mismatch", "the target counts in {target}, and its indicator in {indicator}"),
        /// The series is in a unit that does not convert.
        #[error(
            "the series counts in `{series}`, which does not convert to `{indicator}`, the unit of its indicator{}",
            per_cent_instead_of(.series.as_str())
        )]
        SeriesUnitMismatch {
            /// The code of the unit of the series.
            series: Code,
            /// The code of the unit of the indicator.
            indicator: Code,
        } = Error("series_unit_mismatch"),
        /// There is no figure of what a target is about.
        #[error(
            "there is no figure here by which the target `{target}` can be judged{}",
            if *has_parts { "; those of its parts are not added up" } else { "" }
        )]
        NoSeries {
            /// The code of the first such target.
            target: Code,
            /// Whether it is about the total of parts that have figures.
            has_parts: bool,
        } = Note("no_series"),
        /// Parts of which each is to keep a promise have no figures.
        PartsWithoutSeries {
            /// The code of the first such target.
            target: Code,
            /// The dimension.
            dimension: Code,
            /// How many parts have no figure.
            missing: usize,
            /// How many parts there are.
            parts: usize,
        } = Note("parts_without_series",
            "the target `{target}` is of each part along `{dimension}`, and {missing} of {parts} have no figure here, this one first"),
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
        } = Warning("no_figure_of_baseline"),
        /// No figure of a series is as long as a goal's own period.
        NoneOfOwnLength {
            /// The code of the target.
            target: Code,
            /// How long the newest figure is.
            found: Length,
            /// How long the goal's own period is.
            needed: Length,
            /// The words for what would be right.
            mend: &'static str,
        } = Warning("none_of_own_length",
            "the target `{target}` speaks of {needed}, and no figure does, the newest of {found}: {mend}"),
        /// The deadline lies outside of the plan.
        DeadlineOutsidePlan {
            /// The deadline.
            deadline: Period,
            /// The period of the plan.
            plan: Period,
        } = Warning("deadline_outside_plan", "the deadline {deadline} does not end within the plan, {plan}"),
        /// The deadline was over when the plan was published.
        DeadlineBeforePublication {
            /// The deadline.
            deadline: Period,
            /// The day of publication.
            published: NaiveDate,
        } = Warning("deadline_before_publication",
            "the deadline {deadline} was over when the plan was published, on {published}: until then nothing is promised"),
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
        } = Error("before_the_plan"),
        /// The plan was published late.
        PublishedLate {
            /// The period of the plan.
            plan: Period,
            /// The day of publication.
            published: NaiveDate,
        } = Warning("published_late",
            "the plan {plan} was published after its first year, on {published}: until then nothing is promised"),
        /// Nothing is promised.
        NothingPromised = Warning("nothing_promised",
            "nothing is promised here: there is no target and no deliverable"),
    }
}

impl ProblemKind {
    /// The same problem of an unknown code, with what to write `instead`, in words, if that is known.
    pub(in crate::plan) fn or_instead(mut self, words: Option<String>) -> Self {
        if let Self::UnknownCode { instead, .. } = &mut self {
            *instead = words;
        }
        self
    }
}

/// The end of a message on a missing field: `; what can stand there is …`, with the words of which one can; empty if
/// the field holds no word.
fn or_known_words(known: &[&str]) -> String {
    if known.is_empty() {
        return String::new();
    }
    format!("; what can stand there is `{}`", known.join("`, `"))
}

/// The end of a message on an unknown name: `; the nearest is …`; empty if none is near.
fn nearest_hint(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |name| format!("; the nearest is `{name}`"))
}

/// The nearest code, or else all `known` ones.
fn code_hint(nearest: Option<&Code>, known: &[Code]) -> String {
    if nearest.is_some() || known.is_empty() {
        return nearest_hint(nearest.map(Code::as_str));
    }
    let are = if known.len() == 1 { "is only" } else { "are" };
    let known: Vec<_> = known.iter().map(Code::as_str).collect();
    format!("; there {are} `{}`", known.join("`, `"))
}

/// The end of a message on a rate that may be one of per cent: the fraction that it is; empty where it is none either.
fn in_per_cent(value: Decimal) -> String {
    let is_likely = value < Decimal::NEGATIVE_ONE && value > -Decimal::ONE_HUNDRED;
    let fraction = value.checked_div(Decimal::ONE_HUNDRED).filter(|_| is_likely);
    fraction.map_or_else(String::new, |fraction| {
        format!(": {value} % a year is {}", fraction.normalize())
    })
}

/// The value at which a way begins; if it is unknown, the side of the goal from which the way comes.
fn start_of_way(from: Option<Decimal>, direction: Direction) -> String {
    let side = match direction {
        Direction::Rising => "below",
        Direction::Falling => "above",
    };
    from.map_or_else(|| side.into(), |from| from.to_string())
}

/// What an advised fraction is called where it is a fall, which some state as a cut, without the minus. `fall` is what
/// is advised too, for a fall by as much.
fn as_a_cut(fraction: Decimal, fall: Option<Decimal>) -> String {
    match fall {
        Some(fall) => format!(", or {fall} for a fall by as much (a cut of {fraction})"),
        None if fraction < Decimal::ZERO => format!(" (a cut of {})", fraction.abs()),
        None => String::new(),
    }
}

/// In words, why the period that decides is longer than the deadline: it is as long as the baseline, if one is given;
/// else as long as the field `reported` says, if it `is_reported`; else a year, with the advice how to shorten it.
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

/// A period of a length in words: `year`, or if the length has no name, `period of P3Y`.
fn period_of(length: Length) -> String {
    length
        .name()
        .map_or_else(|| format!("period of {length}"), String::from)
}
