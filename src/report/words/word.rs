//! The keys of the words, and the form of the tables that hold them.
//!
//! A new noun, label or phrase is a key here (or a variant of a public noun) and a line in the table of each language:
//! without one of them the crate does not compile.

use alloc::vec;
use alloc::vec::Vec;

use chrono::Month;

use super::heading::Heading;
use crate::evidence::{Caveat, Ground, Missing, Outcome};
use crate::growth::GrowthError;
use crate::plan::{Lacks, Nature, Relation, Verifiability};
use crate::rule::Status;
use crate::series::{DeliveryState, ObservationStatus};
use crate::trajectory::Curve;

/// Everything that has words in each language.
#[derive(Debug, Clone, Copy)]
pub(super) enum Word<'a> {
    Status(Status),
    Outcome(Outcome),
    Caveat(Caveat),
    Ground(Ground),
    Missing(Missing),
    Lacks(Lacks),
    GrowthError(GrowthError),
    Nature(Nature),
    Curve(Curve),
    Relation(&'a Relation),
    Verifiability(Verifiability),
    DeliveryState(DeliveryState),
    ObservationStatus(ObservationStatus),
    Heading(Heading),
    Month(Month),
    Label(Label),
    Phrase(Phrase<'a>),
}

/// Words of a report without slots.
#[derive(Debug, Clone, Copy)]
#[cfg_attr(not(feature = "serde"), expect(dead_code, reason = "charts are written by serde"))]
pub(crate) enum Label {
    Semicolon,
    /// Between things of one kind.
    Comma,
    /// Between parts of a phrase that say different things.
    ClauseComma,
    None,
    OneYear,
    OnePeriod,
    OnePart,
    OneMonth,
    OneDay,
    AtLeastOnce,
    NotStated,
    EachYear,
    EachHalf,
    EachQuarter,
    EachMonth,
    EachWeek,
    EachDay,
    OnEachDay,
    EachFigure,
    /// After an amount: so much in each year, month, week or day.
    ByYear,
    ByHalf,
    ByQuarter,
    ByMonth,
    ByWeek,
    ByDay,
    AboveYearBefore,
    BelowYearBefore,
    NothingDue,
    LowCoverage,
    UndatedCount,
    NoBinding,
    NoTarget,
    /// Of a target that leads a part of the way to another one.
    Instalment,
    NotMeasured,
    NoClass,
    Reference,
    Rising,
    Falling,
    /// Of a movement whose bound is 0.
    NoFall,
    NoRise,
    SomeFall,
    SomeRise,
    NoDeclineOnAverage,
    NoGrowthOnAverage,
    DeclineOnAverage,
    GrowthOnAverage,
    ToleranceNotStated,
    InEachPart,
    OnPath,
    /// Of a path with milestones or a schedule.
    ThroughPoints,
    PathStated,
    PathNotStated,
    AtLimit,
    InForceThen,
    SourcesDiffer,
    MilestoneReached,
    HasNotChanged,
    /// Of growth by yearly rates, which may have gone up and down.
    HasNotGrown,
    NothingUsed,
    NothingLeft,
    MayNotRise,
    MayNotFall,
    LimitChanged,
    PathChanged,
    MilestonesChanged,
    MilestonesFellAway,
    ChainedIndex,
    SumSinceBaseline,
    PaceScale,
    OnlyLowerLimit,
    OnlyUpperLimit,
    /// Values are drawn in the middle of their periods.
    InTheMiddle,
    /// Values are drawn in the middle of their periods, and counted at their ends.
    OfTheEnd,
    /// Values are drawn at the ends of their periods.
    AtTheEnd,
    /// Values are drawn on days of their own.
    OnTheirDays,
    /// The powers of ten that have a name in a unit without a label.
    Thousand,
    TenThousand,
    Million,
    HundredMillion,
    Billion,
    Trillion,
}

/// Declares the phrases by what fills their slots.
macro_rules! phrases {
    ($($(#[$meaning:meta])* $phrase:ident { $($slot:ident),+ },)+) => {
        /// Phrases and parts of sentences, each with what fills its slots.
        #[derive(Debug, Clone, Copy)]
        #[cfg_attr(not(feature = "serde"), expect(dead_code, reason = "charts are written by serde"))]
        pub(crate) enum Phrase<'a> {
            $($(#[$meaning])* $phrase { $($slot: &'a str),+ },)+
        }

        impl<'a> Phrase<'a> {
            /// The words that fill the slots, by the names of the slots.
            pub(super) fn slots(self) -> Vec<(&'static str, &'a str)> {
                match self {
                    $(Self::$phrase { $($slot),+ } => vec![$((stringify!($slot), $slot)),+],)+
                }
            }
        }

        /// The slots that the phrases have.
        #[cfg(test)]
        pub(super) const SLOTS: &[(&str, &[&str])] = &[$((stringify!($phrase), &[$(stringify!($slot)),+]),)+];
    };
}

phrases! {
    Percent { number },
    PercentagePoint { number },
    PercentagePoints { number },
    Point { number },
    Points { number },
    Place { number },
    Places { number },
    Amount { number, unit },
    /// A value of a rank.
    Rank { number },
    Year { standard, year },
    FirstHalf { year },
    SecondHalf { year },
    FirstQuarter { year },
    SecondQuarter { year },
    ThirdQuarter { year },
    FourthQuarter { year },
    Month { year, month },
    Day { standard, year, month, day },
    Years { first, last },
    /// Several months of one year.
    Months { year, first, last },
    Span { first, last },
    InEvery { every },
    EachLength { length },
    FiscalYear { years, first, last },
    Week { year, week, day },
    /// When something was so.
    InPeriod { period },
    OfPeriod { period },
    FromPeriod { period },
    OnDay { day },
    FiscalYearInBrackets { years, first, last },
    WeekInBrackets { year, week, day },
    YearsLong { count },
    MonthsLong { count },
    DaysLong { count },
    Periods { count },
    Parts { count },
    /// A period is missing between the parts of a longer one.
    PartMissing { missing, period, needed },
    NotBefore { day },
    /// What is said of something.
    Of { subject, words },
    Count { count, status },
    AtPlace { document, place },
    Noted { document, note },
    NamedAmount { name, amount, period },
    Record { kept, known, broken, unknown },
    PaceIs { pace },
    /// Of a deliverable, with its pace.
    ShareWasDone { share, day, time, pace },
    /// Of a deliverable that was done, and of which the last report says otherwise.
    ReportedSince { words, state, day },
    LiesIn { number, class },
    WithScore { score },
    /// A whole plan or pillar by the rule.
    Whole { class, value, assessed, all },
    WholeOfOne { class, value, assessed },
    /// A status with the published name of its class.
    Named { status, class },
    AtLeast { limit },
    MoreThan { limit },
    AtMost { limit },
    LessThan { limit },
    Between { low, high },
    /// A band whose edges are one.
    Exactly { value },
    RankOrBetter { number },
    BetterThanRank { number },
    RankOrWorse { number },
    WorseThanRank { number },
    Within { what, when },
    ByTheEnd { what, period },
    AtTheBeginning { what, period },
    InTheMiddle { what, period },
    ByTheDay { what, day },
    FromTo { what, baseline, deadline },
    /// The same of periods that are told from one month or day to another.
    BetweenSpans { what, baseline, deadline },
    /// A change of a reference, and what the reference is.
    Against { what, reference },
    Expects { name, amount, period },
    InTotal { what, when },
    InEach { what, when, of },
    InSome { what, times, every, of },
    KeptInEach { when, of },
    Tolerance { amount },
    /// Of a figure beyond the bound.
    WithinTolerance { amount },
    BeyondTolerance { amount },
    /// Of what is required, or allowed, from now on.
    CountingTolerance { amount },
    Rise { amount },
    Fall { amount },
    Change { amount },
    /// Of a rank, which rises as its number falls.
    RankRise { amount },
    RankFall { amount },
    /// A change of a rank as a share of its number.
    OfRankNumber { what },
    NetAddition { amount },
    NetReduction { amount },
    NetChange { amount },
    YearlyGrowth { amount },
    YearlyDecline { amount },
    YearlyChange { amount },
    AboveBaseline { baseline },
    BelowBaseline { baseline },
    StandsAt { day, name, value, period },
    HasGrownSinceBaseline { day, name, value, period },
    IsUnchangedSinceBaseline { day, name, period },
    GrowthInAll { amount },
    FallInAll { amount },
    HasFallenSinceBaseline { day, name, value, period },
    /// What is known only by its limits.
    Is { day, name, value, period },
    StandsAtAbout { day, name, value, period },
    /// A sum since the baseline.
    ComesTo { day, name, value, period },
    ComesToAbout { day, name, value, period },
    AbovePath { amount },
    BelowPath { amount },
    /// Of a limit that is held all along.
    AboveLimit { amount },
    BelowLimit { amount },
    /// Of a limit that may not be fallen below.
    AboveFloor { amount },
    BelowFloor { amount },
    /// By a rate.
    HasGrown { amount, each },
    HasFallen { amount, each },
    MustGrow { amount, each },
    MustFall { amount, each },
    /// By an amount.
    HasGained { amount, each },
    HasLost { amount, each },
    MustGain { amount, each },
    MustLose { amount, each },
    /// What a sum gains in each unit of time, with its sign.
    HasComeTo { amount, each },
    MustComeTo { amount, each },
    FromNowOn { what },
    /// By a rate or an amount, under a ceiling: to rise is no gain there, and to fall no loss.
    HasRisenBy { amount, each },
    HasFallenBy { amount, each },
    MustRiseBy { amount, each },
    MustFallBy { amount, each },
    /// What is left to a limit.
    MayRiseBy { amount, each },
    MayFallBy { amount, each },
    MayRiseByLessThan { amount, each },
    MayFallByLessThan { amount, each },
    MustStayBetween { low, high },
    MustStayAt { value },
    TimesAsFast { times },
    /// What stands on a limit that does not belong to the bound.
    MustRiseAbove { limit },
    MustFallBelow { limit },
    /// Of a budget.
    HasUsed { amount, each },
    MayUseAtMost { amount, each },
    MayUseLessThan { amount, each },
    SumMustFallBy { amount, each },
    LeavesLimit { when },
    HasLeftLimit { when },
    LeavesTolerance { when },
    HasLeftTolerance { when },
    NextMilestoneIs { value, period },
    /// How the indicator must move to a milestone.
    ForMilestone { what },
    MilestoneMissed { promised, period, figure },
    MilestonesMissed { count, promised, period, figure },
    /// A figure that came later, of which only limits are known.
    NewerIs { value, period },
    /// Of a figure before the latest one.
    StoodAt { day, name, value, period },
    WasPromised { what },
    IsPending { period },
    IsPendingFinally { period },
    InBrackets { what },
    AtLeastTimes { times },
    /// The same of all periods there are.
    AtLeastTimesOf { times, all },
    /// Of what is to be kept in so many periods.
    AskedSome { what, times },
    LastBroken { when },
    KeptIn { asked, kept, known },
    KeptInKnown { asked, kept, known, unknown },
    KeptInPending { asked, kept, known, pending },
    /// A part of what is named.
    PartOf { name, part },
    WorstOf { known },
    WorstOfKnown { known, unknown },
    OnlyKnown { unknown },
    PartsKnown { known, unknown },
    /// How far two parts lie apart.
    Apart { amount, lowest, highest, period },
    Judged { status },
    /// A status that was reached before the deadline.
    ReachedEarly { status },
    /// The status, and the one by the first promise.
    ByFirstPromise { words, first },
    JudgedSince { status, reason },
    NotSeen { day, name, reason },
    /// Of something that is done or not.
    DeliverableIs { day, name, status, reason },
    NotDue { day, name, reason },
    Amended { day, what },
    FirstPromised { promise, status },
    GoalRaised { amount, from, to },
    GoalLowered { amount, from, to },
    GoalTightened { amount, from, to },
    GoalLoosened { amount, from, to },
    /// A promised fall is told by its size: a larger one is more.
    FallRaised { amount, from, to },
    FallLowered { amount, from, to },
    Redefined { what, from, to },
    IsRedefined { what },
    ValueOf { value, period },
    Postponed { amount, from, to },
    BroughtForward { amount, from, to },
    /// What a chart is of.
    ChartOf { name, promise },
    PathLeads { from, baseline, to, deadline },
    /// Of a figure, how far its true value may lie from it.
    StandardError { number },
    PublishedOn { day },
    PublishedFrom { day },
    /// The line of the day of the question.
    AsOfDay { day },
}

/// The table of one language: the words of each variant of each noun, with slots `{…}`. The slot `{standard}`
/// is filled with a form that is the same in every language, as that of a day or the number of a month.
macro_rules! table {
    ($($noun:ident { $($($variant:ident)|+ => $words:literal,)+ })+) => {
        use super::heading::Heading;
        use super::word::{Label, Phrase, Word};
        use crate::evidence::{Caveat, Ground, Missing, Outcome};
        use crate::growth::GrowthError;
        use crate::plan::{Lacks, Nature, Relation, Verifiability};
        use crate::rule::Status;
        use crate::series::{DeliveryState, ObservationStatus};
        use crate::trajectory::Curve;
                use chrono::Month;

        /// The words for a key, with slots where something is filled in.
        pub(super) const fn words(of: Word<'_>) -> &'static str {
            match of {
                $($(Word::$noun($($noun::$variant { .. })|+) => $words,)+)+
            }
        }

        /// Every line of the table.
        #[cfg(test)]
        pub(super) const LINES: &[(&str, &str, &str)] =
            &[$($($((stringify!($noun), stringify!($variant), $words),)+)+)+];
    };
}

pub(super) use table;
