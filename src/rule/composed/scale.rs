//! The classes into which a rule cuts what it measures.

use alloc::vec::Vec;
use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::bands::{Bands, Cut, Score};
use super::progress::Progress;
use crate::rule::Status;
#[cfg(feature = "serde")]
use crate::value::decimal;
use crate::value::setters;

/// A point of a score that is drawn from point to point: a number, and its score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "serde",
    serde(deny_unknown_fields, expecting = "a map of a number and its score")
)]
pub(super) struct Knot {
    #[cfg_attr(feature = "serde", serde(with = "decimal::Exact"))]
    pub(super) number: Decimal,
    #[cfg_attr(feature = "serde", serde(with = "decimal::Exact"))]
    pub(super) score: Decimal,
}

/// The least and the greatest score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields, expecting = "a map of two scores"))]
pub(super) struct ScoreRange {
    #[cfg_attr(feature = "serde", serde(with = "decimal::Exact"))]
    pub(super) low: Decimal,
    #[cfg_attr(feature = "serde", serde(with = "decimal::Exact"))]
    pub(super) high: Decimal,
}

/// A measure with the classes into which it is cut, from the best to the worst.
///
/// The first class whose cut the number passes is its class; [`rest`](Self::rest) names the one for what passes none.
///
/// # Examples
///
/// ```
/// use milepost::rule::{Cut, Growth, Progress, Scale};
/// use milepost::{Status, dec};
///
/// let scale = Scale::new(Progress::GrowthRatio(Growth::Compound))
///     .class("on track", Status::OnTrack, Cut::AtLeast(dec!(0.95)))
///     .class("behind", Status::Lagging, Cut::MoreThan(dec!(0)))
///     .rest("moving away", Status::Worsening);
/// assert_eq!(scale.measures(), Progress::GrowthRatio(Growth::Compound));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "serde",
    serde(deny_unknown_fields, expecting = "a map of a measure and its classes")
)]
#[must_use]
pub struct Scale {
    measures: Progress,
    pub(super) bands: Bands,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub(super) knots: Vec<Knot>,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub(super) range: Option<ScoreRange>,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "core::ops::Not::not"))]
    pub(super) shrinks: bool,
    #[cfg_attr(
        feature = "serde",
        serde(default, with = "decimal::MaybeExact", skip_serializing_if = "Option::is_none")
    )]
    pub(super) times: Option<Decimal>,
}

impl Scale {
    /// A measure without classes: the rule publishes the number alone.
    ///
    /// # Examples
    ///
    /// ```
    /// # use milepost::rule::{Growth, Method, Progress, Scale};
    /// # use milepost::{Baseline, Bound, Goal, Measure, Observation, Quantity, Rule, Series, Status, Target, Unit};
    /// # use milepost::{code, day, dec, period, verdict};
    /// # let share = Quantity::new(Measure::Share, Unit::percent());
    /// # let target = Target::builder(code!("homes"), share, Goal::level(Bound::AtLeast(dec!(80))), period!("2030"))
    /// #     .baseline(Baseline::stated(period!("2020"), dec!(60)))
    /// #     .build()?;
    /// # let figures = [(period!("2020"), dec!(60)), (period!("2024"), dec!(65))]
    /// #     .map(|(year, share)| Observation::new(year, share).published_on(day!("2025-01-20")));
    /// # let series = Series::new(code!("homes"), Unit::percent(), figures.into())?;
    /// // 5 of 20 points are gone in four of ten years. The number is published, and nobody calls it good or bad.
    /// let alone = Scale::new(Progress::ShareOfWay);
    /// let rule = Rule::composed(code!("share"), Method::new().with_number(alone))?;
    /// let judged = verdict(&target, &series, day!("2025-02-01"), &rule);
    /// assert_eq!(judged.measured.and_then(|measured| measured.value), Some(dec!(0.25)));
    /// assert_eq!(judged.status, Status::Unknown);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub const fn new(measures: Progress) -> Self {
        Self {
            measures,
            bands: Bands::NONE,
            knots: Vec::new(),
            range: None,
            shrinks: false,
            times: None,
        }
    }

    setters! {
        /// The same scale in other units: the measured number times this one is shown and cut. 100 makes percent of a
        /// fraction.
        ///
        /// # Examples
        ///
        /// ```
        #[doc = include_str!("judged.txt")]
        /// // A quarter of the way from 60 to 80 % is gone. Published are percent, as some offices print them.
        /// let figures = [(period!("2020"), dec!(60)), (period!("2024"), dec!(65))];
        /// let fraction = Scale::new(Progress::ShareOfWay);
        /// assert_eq!(number_by(Method::new().with_number(fraction.clone()), &figures)?, Some(dec!(0.25)));
        /// assert_eq!(number_by(Method::new().with_number(fraction.times(dec!(100))), &figures)?, Some(dec!(25)));
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        const times(factor: Decimal) => times = Some(factor),
        /// The same scale with a score that runs straight from point to point, each a number and its score, and stays
        /// level outside.
        ///
        /// # Examples
        ///
        /// ```
        #[doc = include_str!("judged.txt")]
        /// // Nothing of the way counts 0, half of it 8, all of it 10; what moves away counts no less than nothing.
        /// let scale = Scale::new(Progress::ShareOfWay)
        ///     .rest("any", Status::Lagging)
        ///     .scored_between(&[(dec!(0), dec!(0)), (dec!(0.5), dec!(8)), (dec!(1), dec!(10))]);
        /// let score = |latest| {
        ///     let figures = [(period!("2020"), dec!(60)), (period!("2024"), latest)];
        ///     score_by(Method::new().with_number(scale.clone()), &figures)
        /// };
        /// assert_eq!((score(dec!(65))?, score(dec!(75))?), (Some(dec!(4)), Some(dec!(9))));
        /// assert_eq!((score(dec!(50))?, score(dec!(95))?), (Some(dec!(0)), Some(dec!(10))));
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        scored_between(points: &[(Decimal, Decimal)]) =>
            knots = points.iter().map(|&(number, score)| Knot { number, score }).collect(),
        /// The same scale with scores that stay between these two.
        ///
        /// # Examples
        ///
        /// ```
        #[doc = include_str!("judged.txt")]
        /// // Five points for the whole way, and never more than five, or less than minus five.
        /// let line = Score::Line { slope: dec!(5), intercept: dec!(0), shrinks: false };
        /// let scale = Scale::new(Progress::ShareOfWay)
        ///     .rest("any", Status::Lagging)
        ///     .scored(line)
        ///     .scores_within(dec!(-5), dec!(5));
        /// let score = |latest| {
        ///     let figures = [(period!("2020"), dec!(60)), (period!("2024"), latest)];
        ///     score_by(Method::new().with_number(scale.clone()), &figures)
        /// };
        /// assert_eq!((score(dec!(70))?, score(dec!(90))?), (Some(dec!(2.5)), Some(dec!(5))));
        /// assert_eq!(score(dec!(30))?, Some(dec!(-5)));
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        const scores_within(low: Decimal, high: Decimal) => range = Some(ScoreRange { low, high }),
        /// The same scale, whose cuts above 0 shrink where the base lies near a natural limit of the indicator: 100 %
        /// leaves no room for growth.
        ///
        /// # Examples
        ///
        /// ```
        #[doc = include_str!("judged.txt")]
        /// // Growth of 1 % a year is enough. Of those who are at 90 % of all homes it cannot be asked for.
        /// let scale = Scale::new(Progress::Growth(Growth::Compound))
        ///     .class("enough", Status::OnTrack, Cut::AtLeast(dec!(0.01)))
        ///     .rest("too little", Status::Lagging);
        /// let figures = [(period!("2020"), dec!(90)), (period!("2024"), dec!(92))];
        /// let method = |scale| Method::new().without_number(scale).natural_limit_exponent(dec!(1));
        /// let plain = Rule::composed(code!("plain"), Method::new().without_number(scale.clone()))?;
        /// assert_eq!(class_of_trend_by(&plain, &figures)?, "too little");
        /// let kind = Rule::composed(code!("kind"), method(scale.shrinking_near_the_limit()))?;
        /// let kind = kind.with_parameters(code!("homes"), Parameters::new().natural_limit(dec!(100)))?;
        /// assert_eq!(class_of_trend_by(&kind, &figures)?, "enough");
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        const shrinking_near_the_limit() => shrinks = true,
    }

    /// The same scale with one more class below those that it has.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::rule::{Cut, Method, Progress, RuleError, Scale};
    /// use milepost::{Rule, Status, code, dec};
    ///
    /// // Years behind the path: less is better, and the cuts rise from class to class. All of one scale go one way.
    /// let rule = |second| {
    ///     let scale = Scale::new(Progress::TimeDistance)
    ///         .class("in time", Status::OnTrack, Cut::AtMost(dec!(0)))
    ///         .class("late", Status::Lagging, second);
    ///     Rule::composed(code!("years"), Method::new().with_number(scale)).map(|rule| rule.classes().len())
    /// };
    /// assert_eq!(rule(Cut::AtMost(dec!(2))), Ok(2));
    /// assert!(matches!(rule(Cut::AtMost(dec!(-2))), Err(RuleError::CutsNotRising { .. })));
    /// assert_eq!(rule(Cut::AtLeast(dec!(2))), Err(RuleError::CutsMixed));
    /// ```
    pub fn class(mut self, name: &str, status: Status, cut: Cut) -> Self {
        self.bands.push(name, status, Some(cut));
        self
    }

    /// The same scale with a class for all that passes no cut. It is the last one, and the only one without a cut.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::rule::{Cut, Method, Progress, RuleError, Scale};
    /// use milepost::{Rule, Status, code, dec};
    ///
    /// let twice = Scale::new(Progress::ShareOfWay)
    ///     .class("half", Status::OnTrack, Cut::AtLeast(dec!(0.5)))
    ///     .rest("less", Status::Lagging)
    ///     .rest("nothing", Status::OffTrack);
    /// let rule = Rule::composed(code!("ours"), Method::new().with_number(twice));
    /// assert_eq!(rule.err(), Some(RuleError::RestNotLast), "only one takes what is left");
    /// ```
    pub fn rest(mut self, name: &str, status: Status) -> Self {
        self.bands.push(name, status, None);
        self
    }

    /// The same scale with a score for the class that was added last: what it adds to the
    /// [whole](crate::rule::Aggregation) of several targets.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::rule::{Cut, Method, Progress, RuleError, Scale, Score};
    /// use milepost::{Rule, Status, code, dec};
    ///
    /// // Where the class matters and not how far within it, the score is fixed.
    /// let scale = Scale::new(Progress::ShareOfWay)
    ///     .class("half", Status::OnTrack, Cut::AtLeast(dec!(0.5)))
    ///     .scored(Score::Fixed(dec!(1)))
    ///     .rest("less", Status::OffTrack)
    ///     .scored(Score::Fixed(dec!(0)));
    /// assert!(Rule::composed(code!("ours"), Method::new().with_number(scale)).is_ok());
    /// // A score without a class has nothing to stand on.
    /// let bare = Scale::new(Progress::ShareOfWay).scored(Score::Fixed(dec!(1)));
    /// assert_eq!(Rule::composed(code!("ours"), Method::new().with_number(bare)).err(), Some(RuleError::ClassName));
    /// ```
    pub fn scored(mut self, score: Score) -> Self {
        self.bands.score_last(score);
        self
    }

    /// The score of an infinite number on this side: the greatest or the least of the scale's range, else that of its
    /// last or first point. `None` where the scale has neither.
    pub(super) fn score_beyond(&self, side: Ordering) -> Option<Decimal> {
        let (low, high) = match (self.range, self.knots.as_slice()) {
            (Some(range), _) => (range.low, range.high),
            (None, [only]) => (only.score, only.score),
            (None, [first, .., last]) => (first.score, last.score),
            (None, []) => return None,
        };
        Some(if side.is_gt() { high } else { low })
    }

    /// What the scale measures.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::rule::{Progress, Scale};
    ///
    /// // Classes and units do not change what is measured.
    /// let years = Scale::new(Progress::TimeDistance).rest("any", milepost::Status::OnTrack);
    /// assert_eq!(years.measures(), Progress::TimeDistance);
    /// ```
    pub const fn measures(&self) -> Progress {
        self.measures
    }
}
