//! The plain facts about one target as of a date.

use alloc::boxed::Box;
use alloc::vec::Vec;

use rust_decimal::Decimal;

#[cfg(feature = "serde")]
use super::wire;
use super::{Amended, NextMilestone};
use crate::progress::{Fact, MilestoneOutcome, Missing, Record};
use crate::series::{Figure, Uncertainty};
use crate::trajectory::Point;
use crate::value::{Band, Period, Rate, Years};

/// The plain facts about one target as of a date.
///
/// *Required* always means: from there to the goal by the deadline, and of the next milestone: to that by its period.
/// *So far* means: from the baseline to the figure.
///
/// Values are in the target's unit; of a cumulative goal they are sums since the baseline, and of yearly rates an index
/// that begins with 1. Rates are fractions a year (0.05 is 5 %), changes are units a year, shares and quotients are
/// fractions. Values and rates are rounded once, half-even, to the digits that a decimal holds. No verdict reads what
/// is rounded.
///
/// Each fact is a value, or says by itself why there is none:
///
/// | reason | where it stands |
/// |---|---|
/// | [`Missing::NoObservation`], [`Missing::NothingPublished`], [`Missing::OnlyUndated`], [`Missing::PartialPeriod`] … | in all that read a figure, where there is none that can be read |
/// | [`Missing::NoBaseline`], [`Missing::NoBaselineValue`], [`Missing::BaselineIsOnlyABound`] | in all that count from the baseline |
/// | [`Missing::OnlyABound`] | in all that need the figure's value, where only limits of it are known |
/// | [`Missing::SeriesBreak`] | in all that set the figure beside the baseline, where the definition changed between them |
/// | [`Missing::NotForThisGoal`] | in what such a goal has not: growth of a sum, an arrival of a limit, a breach of a goal to be reached, a way of what is kept period by period |
/// | [`Missing::NoWay`] | in the share of the way and the pace, where the baseline is at the goal already |
/// | [`Missing::AlreadyMet`] | in what is required from now on, where the bound is met and is no limit |
/// | [`Missing::AlreadyExceeded`] | in the breach of a limit that is exceeded, and in what is required from now on where that was after the figure |
/// | [`Missing::NoTimeLeft`] | in what is required from now on, in the arrival and in the breach, where the deadline is over |
/// | [`Missing::Growth`] | in growth, where there is none between such values: from or through zero |
/// | [`Missing::GoalUnstated`] | in all but the figure, where the promise lacks its number |
///
/// # Examples
///
/// ```
/// use milepost::{Baseline, Bound, Goal, Measure, Missing, Observation, Quantity, Series, Target, Unit};
/// use milepost::{code, day, dec, evidence, period};
///
/// // A budget of 100 for 2022–2026, of which 45 are spent after two of the five years.
/// let unit = Unit::new(code!("EUR"), 6)?;
/// let budget = Goal::cumulative(Bound::AtMost(dec!(100)));
/// let target = Target::builder(code!("budget"), Quantity::new(Measure::Flow, unit.clone()), budget, period!("2026"))
///     .baseline(Baseline::stated(period!("2021"), dec!(0)))
///     .build()?;
/// let spent = |year, value| Observation::new(year, value).published_on(day!("2024-01-20"));
/// let spending = vec![spent(period!("2022"), dec!(20)), spent(period!("2023"), dec!(25))];
/// let facts = evidence(&target, &Series::new(code!("spending"), unit, spending)?, day!("2024-01-31"));
///
/// assert!(facts.is_limit);
/// assert_eq!((facts.observed?.period, facts.observed?.reading.value()), (period!("2022-01-01/P2Y"), Some(dec!(45))));
/// assert_eq!((facts.expected?, facts.gap?, facts.remaining?), (dec!(40), dec!(5), dec!(55)));
/// assert_eq!((facts.share_of_way?, facts.share_expected?, facts.share_of_time?), (dec!(0.45), dec!(0.4), dec!(0.4)));
/// assert_eq!((facts.pace?, facts.completion?), (dec!(0.888888888889), dec!(0.45)));
/// assert_eq!(facts.observed_to_expected?, dec!(1.125));
/// assert_eq!((facts.change_so_far?, facts.change_required?), (dec!(22.5), dec!(20)));
/// assert_eq!(facts.change_required_from_now?.round_dp(3), dec!(18.333));
/// assert_eq!((facts.times_faster?, facts.projection?), (dec!(0.814814814815), dec!(112.5)));
/// assert_eq!((facts.growth_so_far, facts.arrival), (Err(Missing::NotForThisGoal), Err(Missing::NotForThisGoal)));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
#[must_use]
pub struct Evidence {
    /// Whether the promise is a limit to be kept within, and not a goal to be reached: what is *required* of it is what
    /// is allowed, its way is the room between the baseline and the bound, and its pace the share that the path expects
    /// ÷ the share of the room that is spent.
    pub is_limit: bool,
    /// Where the promise starts: the baseline's period and value, as the plan states it or as it was known of the
    /// series. The sum 0 for a cumulative goal, the index 1 for rates.
    #[cfg_attr(feature = "serde", serde(with = "wire::FactOf::<Point>"))]
    pub baseline: Fact<Point>,
    /// The promised value of the indicator at the deadline, in the target's unit; of a band the edge to which the way
    /// leads.
    #[cfg_attr(feature = "serde", serde(with = "wire::FactOf::<Point>"))]
    pub goal: Fact<Point>,
    /// Both edges of a band that is promised ([`Bound::Within`](crate::Bound::Within)), as values of the indicator at
    /// the deadline: of a change they follow the baseline. [`Missing::NotForThisGoal`] where the promise has one bound.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Baseline, Bound, Goal, Measure, Missing, Quantity, Series, Target, Unit};
    /// use milepost::{code, day, dec, evidence, period};
    ///
    /// let unit = Unit::new(code!("t"), 0)?;
    /// let promise = |bound| {
    ///     let catch = Quantity::new(Measure::Flow, unit.clone());
    ///     Target::builder(code!("catch"), catch, Goal::change(bound), period!("2030"))
    ///         .baseline(Baseline::stated(period!("2020"), dec!(400)))
    ///         .build()
    /// };
    /// let series = Series::empty(code!("fish"), unit.clone());
    /// let within = promise(Bound::within(dec!(-0.2), dec!(-0.1))?)?;
    /// let band = evidence(&within, &series, day!("2024-05-01")).goal_band?;
    /// assert_eq!((band.low(), band.high()), (dec!(320), dec!(360)));
    /// let at_most = promise(Bound::AtMost(dec!(-0.1)))?;
    /// assert_eq!(evidence(&at_most, &series, day!("2024-05-01")).goal_band, Err(Missing::NotForThisGoal));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[cfg_attr(feature = "serde", serde(with = "wire::FactOf::<Band>"))]
    pub goal_band: Fact<Band>,
    /// The figure that the facts below are computed from, in the target's unit and in the promise's own terms (a sum
    /// since the baseline, a sum of parts): the latest one with a value, up to the deadline. Of what is kept period by
    /// period, that of the latest period of which it is known.
    #[cfg_attr(feature = "serde", serde(with = "wire::FactOf::<Figure>"))]
    pub observed: Fact<Figure>,
    /// How far the true value may lie from that figure, as its publisher says; `None` where nobody says so. It decides
    /// nothing: a caveat tells where the other end of the range has another status.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::UncertaintyAnswer::serialize"))]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<wire::UncertaintyAnswer>"))]
    pub uncertainty: Option<Uncertainty>,
    /// A newer figure that is only a bound, as *fewer than 10*; `None` where the latest figure has a value.
    pub newer_bound: Option<Figure>,
    /// The time from the end of the figure's period, or where none has a value, of the newest bound's, to the day of
    /// the question, in years. What is of the beginning or the middle of its period is as old as that.
    #[cfg_attr(feature = "serde", serde(with = "wire::FactOf::<Years>"))]
    pub age: Fact<Years>,
    /// The value that the path expects at the figure's period, or where no figure has a value, at that of the newest
    /// bound. A limit that is held expects its bound all along, and of a band the edge towards which the figure has
    /// moved from the baseline.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub expected: Fact<Decimal>,
    /// The expected value that decides: for things that come one by one, a whole number of them, rounded to the side
    /// that is easier to meet; else, where no growth or S-curve leads to that number, and where the promised value
    /// itself is expected, the expected value.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub expected_to_decide: Fact<Decimal>,
    /// Observed − the expected value [that decides](Self::expected_to_decide): above 0, the figure is higher than the
    /// path, be that better or worse.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub gap: Fact<Decimal>,
    /// (Observed − baseline) ÷ (goal − baseline): the share of the way that is gone, of the room of a limit that is
    /// spent; of logarithms on constant growth, and of log odds on an S-curve. Below 0 where it moved away, above 1
    /// beyond the goal. To 12 decimals.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub share_of_way: Fact<Decimal>,
    /// (Expected − baseline) ÷ (goal − baseline), likewise: the share of the way that the path expects at the figure's
    /// period, of a limit that is held 1. To 12 decimals.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub share_expected: Fact<Decimal>,
    /// The share of the time from baseline to deadline that is gone at the figure's period. To 12 decimals.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub share_of_time: Fact<Decimal>,
    /// Share of the way ÷ share that the path expects; of a limit the other way round, so that more is better: 1 is on
    /// the path. It is what the rule of this crate cuts into classes. [`Missing::NothingDueYet`] where the path expects
    /// nothing, [`Missing::NothingSpent`] where nothing of a limit's room is spent. To 12 decimals.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub pace: Fact<Decimal>,
    /// Observed ÷ goal (完成率), of values that are not negative ([`Missing::NegativeParts`]), whichever way leads to
    /// it: falling, it comes down to 1. To 12 decimals.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub completion: Fact<Decimal>,
    /// Observed ÷ expected, of values that are not negative. To 12 decimals.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub observed_to_expected: Fact<Decimal>,
    /// Goal − observed: what is left to go, or of a limit the room that is left; its sign is that of the way.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub remaining: Fact<Decimal>,
    /// The compound rate of growth a year from the baseline to the figure: (observed ÷ baseline)^(1 ÷ years) − 1.
    #[cfg_attr(feature = "serde", serde(with = "wire::FactOf::<Rate>"))]
    pub growth_so_far: Fact<Rate>,
    /// The compound rate of growth a year that was required from the baseline: (goal ÷ baseline)^(1 ÷ years) − 1.
    #[cfg_attr(feature = "serde", serde(with = "wire::FactOf::<Rate>"))]
    pub growth_required: Fact<Rate>,
    /// The compound rate of growth a year that is required from the figure on: (goal ÷ observed)^(1 ÷ years left) − 1,
    /// where the goal is the nearest value that the verdict counts as met: the edge of a published tolerance, the
    /// nearer edge of a band. Once the deadline is past, nothing is any more.
    #[cfg_attr(feature = "serde", serde(with = "wire::FactOf::<Rate>"))]
    pub growth_required_from_now: Fact<Rate>,
    /// The change per year from the baseline to the figure, (observed − baseline) ÷ years; of a sum, the average yearly
    /// flow.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub change_so_far: Fact<Decimal>,
    /// The change per year that was required from the baseline: (goal − baseline) ÷ years.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub change_required: Fact<Decimal>,
    /// The change per year that is required from the figure on, to the nearest value that the verdict counts as met; of
    /// a limit, what it still allows. Once the deadline is past, nothing is any more.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub change_required_from_now: Fact<Decimal>,
    /// The movement required from now on ÷ the movement so far: of growth where the path grows by a rate and one is
    /// known, else of the change per year. To 12 decimals.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub times_faster: Fact<Decimal>,
    /// The value at the deadline if the pace so far goes on: the same growth a year where the path grows by a rate,
    /// along the curve where it is an S-curve, else the same change a year; through milestones too. It stops at the
    /// edge of what is possible.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub projection: Fact<Decimal>,
    /// The first period that meets the bound if the pace so far goes on: of the goal's own length for averages and
    /// for sums of a period, else a month, or a day where the deadline lies within a month. [`Missing::Never`] where
    /// that is not within 200 years of the deadline.
    #[cfg_attr(feature = "serde", serde(with = "wire::FactOf::<Period>"))]
    pub arrival: Fact<Period>,
    /// The first period in which a limit is exceeded if the pace so far goes on, as a budget is that is used up: as
    /// long as those of the [`arrival`](Self::arrival). [`Missing::NeverExceeded`] where the pace does not lead there
    /// within 200 years of the deadline, or, of a budget and of average growth, by it, [`Missing::AlreadyExceeded`]
    /// where the figure is outside already, and [`Missing::NotForThisGoal`] where milestones may allow that for a
    /// while. Once the deadline is past there is none ([`Missing::NoTimeLeft`]).
    #[cfg_attr(feature = "serde", serde(with = "wire::FactOf::<Period>"))]
    pub breach: Fact<Period>,
    /// How the periods went in which the promise was to hold, of a goal that is looked at period by period
    /// ([`Goal::Keep`](crate::Goal::Keep), [`Goal::Trend`](crate::Goal::Trend)).
    #[cfg_attr(feature = "serde", serde(with = "wire::FactOf::<Record>"))]
    pub record: Fact<Record>,
    /// How the milestones went whose periods are over, in the order of time; none of a target without any.
    #[cfg_attr(feature = "serde", serde(with = "wire::FactOf::<Vec<MilestoneOutcome>>"))]
    pub milestones: Fact<Vec<MilestoneOutcome>>,
    /// The next milestone after the figure, due on the day of the question or later, and what it requires from the
    /// figure on; `None` where none is to come.
    pub next_milestone: Option<NextMilestone>,
    /// The first promise; `None` unless an amendment is in force.
    pub amended: Option<Box<Amended>>,
}

impl Evidence {
    /// The evidence in which every fact is missing for this reason.
    pub(crate) const fn unknown(missing: Missing) -> Self {
        Self {
            is_limit: false,
            baseline: Err(missing),
            goal: Err(missing),
            goal_band: Err(missing),
            observed: Err(missing),
            uncertainty: None,
            newer_bound: None,
            age: Err(missing),
            expected: Err(missing),
            expected_to_decide: Err(missing),
            gap: Err(missing),
            share_of_way: Err(missing),
            share_expected: Err(missing),
            share_of_time: Err(missing),
            pace: Err(missing),
            completion: Err(missing),
            observed_to_expected: Err(missing),
            remaining: Err(missing),
            growth_so_far: Err(missing),
            growth_required: Err(missing),
            growth_required_from_now: Err(missing),
            change_so_far: Err(missing),
            change_required: Err(missing),
            change_required_from_now: Err(missing),
            times_faster: Err(missing),
            projection: Err(missing),
            arrival: Err(missing),
            breach: Err(missing),
            record: Err(missing),
            milestones: Err(missing),
            next_milestone: None,
            amended: None,
        }
    }
}
