//! How a composed rule reads a target and its figures: the parts, and how they are put together.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::aggregation::Aggregation;
use super::parameters::Parameters;
use super::scale::Scale;
use super::transform::Transform;
use crate::rule::Class;
#[cfg(feature = "serde")]
use crate::value::decimal;
use crate::value::{Code, Direction, names, setters};

/// Which value stands in for that of the base year, if that year has none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "serde",
    serde(
        rename_all = "snake_case",
        expecting = "a base, `\"exact\"`, `\"next_later\"`, `{\"nearest\": 3}` or `{\"earlier_then_later\": 3}`"
    )
)]
#[non_exhaustive]
pub enum Base {
    /// None.
    #[default]
    Exact,
    /// The first later one.
    NextLater,
    /// The nearest one within so many years, the later one of two: 2016, 2014, 2017, 2013 and so on.
    Nearest(u8),
    /// The latest one of so many years before, else the first later one.
    EarlierThenLater(u8),
}

names! { "a label of a year":
    /// Which year labels a figure of a year or more, such as 2015/16. A year that is counted in days, as of 52 weeks,
    /// and begins or ends up to six days beside a calendar year is that one.
    #[derive(Default)]
    #[non_exhaustive]
    pub enum YearLabel {
        /// The year in which the period begins: 2015.
        #[default]
        First = "first",
        /// The year in which half of the period is over.
        Middle = "middle",
        /// The year in which the period ends: 2016.
        Last = "last",
    }
}

impl YearLabel {
    #[cfg(feature = "serde")]
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands it over so")]
    const fn is_default(&self) -> bool {
        matches!(self, Self::First)
    }
}

/// Which figures tell the movement.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "serde",
    serde(
        rename_all = "snake_case",
        deny_unknown_fields,
        expecting = "a window, `\"since_base\"`, `{\"last_years\": {\"years\": 5, \"at_least\": 3}}` or `{\"since_year\": 2015}`"
    )
)]
#[non_exhaustive]
pub enum Window {
    /// The figures from the base on.
    #[default]
    SinceBase,
    /// The figures of the last years, from the first one in them; the required movement is counted from there too, on
    /// the way to what is promised, which counts from the baseline.
    LastYears {
        /// How many years.
        years: u8,
        /// How many years must lie between the first and the last figure at least.
        at_least: u8,
    },
    /// The figures from a year on, whatever the base.
    SinceYear(i32),
}

/// Where numbers are rounded on the way, half away from zero, as a method prescribes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields, expecting = "a map of a rounding"))]
pub struct Rounding {
    /// Decimals of each value before it is used; `None` to round no value.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub values: Option<u8>,
    /// Decimals of each rate, as a fraction, before it is compared: 2 decimals of a percentage are 4. `None` to round
    /// no rate.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub rates: Option<u8>,
}

/// The class of values that count as achieved before any movement is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "serde",
    serde(deny_unknown_fields, expecting = "a map of a class and its score")
)]
#[must_use]
pub struct Achieved {
    /// The class of the values that count as achieved.
    pub(super) class: Class,
    /// The score of the class, if it has one.
    #[cfg_attr(
        feature = "serde",
        serde(default, with = "decimal::MaybeExact", skip_serializing_if = "Option::is_none")
    )]
    pub(super) score: Option<Decimal>,
    /// Whether only values beyond the goal count, and exactly the goal does not.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "core::ops::Not::not"))]
    pub(super) strictly: bool,
    /// The line that the latest value must reach.
    #[cfg_attr(feature = "serde", serde(default))]
    pub(super) line: Line,
    /// Whether the latest value counts even without a base, or with one figure only.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "core::ops::Not::not"))]
    pub(super) alone: bool,
}

/// The line that the latest value must reach to count as achieved.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "serde",
    serde(
        rename_all = "snake_case",
        expecting = "a line, `\"goal\"`, `\"goal_or_zero\"` or `\"level\"`"
    )
)]
pub(super) enum Line {
    /// The goal; of a direction alone, the level if there is one.
    #[default]
    Goal,
    /// The goal, or 0 that stays 0 where less is better.
    GoalOrZero,
    /// The level, whatever the goal.
    Level,
}

impl Achieved {
    /// A class for latest values that are at the goal or beyond, or within a tolerance that the plan publishes. If the
    /// goal is a direction alone, the [`level`](Parameters::level) of the indicator takes the place of the goal, if it
    /// has one.
    ///
    /// # Examples
    ///
    /// ```
    /// # use milepost::rule::{Achieved, Class, Cut, Method, Progress, Scale};
    /// # use milepost::{Baseline, Bound, Goal, Measure, Observation, Quantity, Rule, Series, Status, Target, Unit};
    /// # use milepost::{code, day, dec, period, verdict};
    /// # let share = Quantity::new(Measure::Share, Unit::percent());
    /// # let target = Target::builder(code!("homes"), share, Goal::level(Bound::AtLeast(dec!(80))), period!("2030"))
    /// #     .baseline(Baseline::stated(period!("2020"), dec!(60)))
    /// #     .build()?;
    /// # let figures = [(period!("2020"), dec!(60)), (period!("2024"), dec!(80))]
    /// #     .map(|(year, share)| Observation::new(year, share).published_on(day!("2025-01-20")));
    /// # let series = Series::new(code!("homes"), Unit::percent(), figures.into())?;
    /// # let scale = Scale::new(Progress::ShareOfWay)
    /// #     .class("on the way", Status::OnTrack, Cut::MoreThan(dec!(0)))
    /// #     .rest("elsewhere", Status::OffTrack);
    /// // From 60 % to exactly the 80 % that are promised. Whether that is enough, offices see in two ways.
    /// let class = |achieved| {
    ///     let method = Method::new().with_number(scale.clone()).achieved(achieved);
    ///     let rule = Rule::composed(code!("ours"), method)?;
    ///     let judged = verdict(&target, &series, day!("2025-02-01"), &rule);
    ///     Ok::<_, milepost::rule::RuleError>(rule.class_name(&judged).to_owned())
    /// };
    /// let achieved = Achieved::new(Class::new("target achieved", Status::Achieved));
    /// assert_eq!(class(achieved.clone())?, "target achieved");
    /// assert_eq!(class(achieved.strictly())?, "on the way");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub const fn new(class: Class) -> Self {
        Self {
            class,
            score: None,
            strictly: false,
            line: Line::Goal,
            alone: false,
        }
    }

    setters! {
        /// The same class with a score.
        const scored(score: Decimal) => score = Some(score),
        /// The same class for values beyond the goal only: exactly the goal does not count.
        const strictly() => strictly = true,
        /// The same class by the level in the indicator's [`Parameters`] instead of the goal.
        ///
        /// # Examples
        ///
        /// ```
        #[doc = include_str!("judged.txt")]
        /// // The plan promises 80 %. By the publisher 65 % are enough for an arrow that points up.
        /// let scale = Scale::new(Progress::ShareOfWay)
        ///     .class("on the way", Status::OnTrack, Cut::MoreThan(dec!(0)))
        ///     .rest("elsewhere", Status::OffTrack);
        /// let up = Achieved::new(Class::new("up", Status::OnTrack)).by_level();
        /// let rule = Rule::composed(code!("arrows"), Method::new().with_number(scale).achieved(up))?;
        /// let rule = rule.with_parameters(code!("homes"), Parameters::new().level(dec!(65)))?;
        /// assert_eq!(class_by(&rule, &[(period!("2020"), dec!(60)), (period!("2024"), dec!(66))])?, "up");
        /// assert_eq!(class_by(&rule, &[(period!("2020"), dec!(60)), (period!("2024"), dec!(64))])?, "on the way");
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        const by_level() => line = Line::Level,
        /// The same class, also for a goal that is a direction alone, leads down and has no level, if base and latest
        /// value are 0: nothing is left to fall.
        const at_zero() => line = Line::GoalOrZero,
        /// The same class, even without a base or with one figure only, from which no movement can be read.
        ///
        /// # Examples
        ///
        /// ```
        #[doc = include_str!("judged.txt")]
        /// // One figure, of 84 % where 80 are promised: nothing is known of the way, and all of where it stands.
        /// let scale = Scale::new(Progress::ShareOfWay).class("on the way", Status::OnTrack, Cut::MoreThan(dec!(0)));
        /// let class = |achieved| {
        ///     let method = Method::new().with_number(scale.clone()).achieved(achieved);
        ///     class_by(method, &[(period!("2024"), dec!(84))])
        /// };
        /// let achieved = Achieved::new(Class::new("target achieved", Status::Achieved));
        /// assert_eq!(class(achieved.clone())?, "unknown");
        /// assert_eq!(class(achieved.even_alone())?, "target achieved");
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        const even_alone() => alone = true,
    }
}

/// The classes of a target whose base meets the goal already: while it is still met, and when it is lost.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "serde",
    serde(
        deny_unknown_fields,
        expecting = "a map of what is said where the goal is met at the base"
    )
)]
pub(super) struct MetAtBase {
    /// The class while the goal is still met.
    pub(super) kept: Achieved,
    /// The class when the goal is lost.
    pub(super) lost: Achieved,
}

/// How far down growth is read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "serde",
    serde(
        rename_all = "snake_case",
        expecting = "what growth is read down to, `\"above_zero\"`, `\"zero\"` or `\"losses\"`"
    )
)]
pub(super) enum DownTo {
    /// Only between values above 0.
    #[default]
    AboveZero,
    /// A fall to 0 is one of 100 %.
    Zero,
    /// A fall to 0 is one of 100 %, and of two values below 0 growth is that of their sizes.
    Losses,
}

/// How a composed rule judges: parts of a few kinds, put together.
///
/// | part | says |
/// |---|---|
/// | [`Scale`] | what is measured, where it is cut into classes, and their scores; one for goals with a number, one for a direction alone |
/// | [`Growth`](crate::rule::Growth) | how a scale that measures movement reads it from the figures |
/// | [`Window`] | which figures tell it |
/// | [`Base`] | which figure stands in for a base year without one |
/// | [`Achieved`] | what counts as achieved, whatever the movement |
/// | [`Rounding`], [`Transform`] | what is done to the numbers on the way |
/// | [`Parameters`] | what must be known of each indicator |
/// | [`Aggregation`] | how the whole of several targets is judged |
///
/// # Examples
///
/// Progress as the share of the way that is gone, in three classes:
///
/// ```
/// use milepost::rule::{Cut, Method, Progress, Scale};
/// use milepost::{Rule, Status, dec};
///
/// let thirds = Scale::new(Progress::ShareOfWay)
///     .class("upper third", Status::OnTrack, Cut::AtLeast(dec!(0.67)))
///     .class("middle third", Status::Lagging, Cut::AtLeast(dec!(0.33)))
///     .rest("lower third", Status::OffTrack);
/// let rule = Rule::composed("thirds".parse()?, Method::new().with_number(thirds))?;
/// assert_eq!(rule.classes().len(), 3);
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "serde",
    serde(deny_unknown_fields, default, expecting = "the map of a method")
)]
#[must_use]
pub struct Method {
    /// The figures that tell the movement.
    pub(super) window: Window,
    /// The figure that stands in for a base year without one.
    pub(super) base: Base,
    /// The year that labels a figure of a year or more.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "YearLabel::is_default"))]
    pub(super) label: YearLabel,
    /// The scale for goals that say a number, if they have one.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(super) with_number: Option<Scale>,
    /// The scale for goals that say a direction only, if they have one.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(super) without_number: Option<Scale>,
    /// The direction of the goals that are judged, if it is one only; others are unknown (`not_for_this_goal`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(super) only: Option<Direction>,
    /// The class of values that are achieved, whatever the movement, if there is one.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(super) achieved: Option<Achieved>,
    /// The classes of a goal that the base meets already, if there are any.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(super) met_at_base: Option<MetAtBase>,
    /// The transform of each value, before anything else.
    pub(super) transform: Transform,
    /// The roundings on the way.
    pub(super) rounding: Rounding,
    /// Whether shares and rates of growth are in percent, whatever their unit, where values themselves are cut or
    /// rounded.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "core::ops::Not::not"))]
    pub(super) in_percent: bool,
    /// The exponent by which cuts shrink where the base lies near a natural limit, if they do.
    #[cfg_attr(
        feature = "serde",
        serde(with = "decimal::MaybeExact", skip_serializing_if = "Option::is_none")
    )]
    pub(super) natural_limit_exponent: Option<Decimal>,
    /// How far down growth is read.
    pub(super) down_to: DownTo,
    /// The number that stands in for a base or goal of 0 where numbers are asked for as published; left out, it is 0.
    #[cfg_attr(
        feature = "serde",
        serde(with = "decimal::MaybeExact", skip_serializing_if = "Option::is_none")
    )]
    pub(super) zero_as: Option<Decimal>,
    /// Whether the base is looked for among the years whose value is not 0.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "core::ops::Not::not"))]
    pub(super) passes_over_zero_bases: bool,
    /// Whether the numbers of published implementations are asked for, also where they mean little.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "core::ops::Not::not"))]
    pub(in crate::rule) as_published: bool,
    /// The shares of the way that are due at the ends of as many equal parts of the time, the last one 1; without a
    /// schedule it is the share of the time.
    #[cfg_attr(
        feature = "serde",
        serde(skip_serializing_if = "Vec::is_empty", with = "super::parameters::Decimals")
    )]
    pub(super) schedule: Vec<Decimal>,
    /// The parameters of every indicator that is not told something else.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Parameters::is_empty"))]
    pub(super) defaults: Parameters,
    /// The parameters of single indicators and targets, by their code; a target's own come first.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "BTreeMap::is_empty"))]
    pub(super) parameters: BTreeMap<Code, Parameters>,
    /// How the whole of several targets is judged, if it is.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(super) aggregation: Option<Aggregation>,
}

impl Method {
    /// A method that measures nothing yet: it reads all figures from the base on, without a transform, and needs at
    /// least one scale to become a rule.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::rule::{Method, Progress, RuleError, Scale};
    /// use milepost::{Rule, Status, code};
    ///
    /// // A method that measures nothing is no rule yet; with one scale it is, for goals with a number alone.
    /// assert_eq!(Rule::composed(code!("ours"), Method::new()).err(), Some(RuleError::NoScale));
    /// let done = Scale::new(Progress::Completion).rest("reported", Status::OnTrack);
    /// assert!(Rule::composed(code!("ours"), Method::new().with_number(done)).is_ok());
    /// ```
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        /// The same with other figures that tell the movement.
        ///
        /// # Examples
        ///
        /// ```
        #[doc = include_str!("judged.txt")]
        /// // From 60 % in 2020, over a year of loss, to 70 % in 2024: slower since then than since 2021.
        /// let figures = [(period!("2020"), dec!(60)), (period!("2021"), dec!(58)), (period!("2024"), dec!(70))];
        /// let change = Method::new().with_number(Scale::new(Progress::Growth(Growth::Linear)));
        /// assert_eq!(number_by(change.clone(), &figures)?, Some(dec!(2.5)));
        /// assert_eq!(number_by(change.window(Window::SinceYear(2021)), &figures)?, Some(dec!(4)));
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        const window(window: Window) => window = window,
        /// The same with a figure that stands in for a base year without one.
        ///
        /// # Examples
        ///
        /// ```
        #[doc = include_str!("judged.txt")]
        /// // The promise counts from 2020, of which there is no figure. The nearest within two years is that of 2019.
        /// let figures = [(period!("2019"), dec!(60)), (period!("2024"), dec!(70))];
        /// let change = Method::new().with_number(Scale::new(Progress::Growth(Growth::Linear)));
        /// assert_eq!(number_by(change.clone(), &figures)?, None);
        /// assert_eq!(number_by(change.base(Base::Nearest(2)), &figures)?, Some(dec!(2)));
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        const base(base: Base) => base = base,
        /// The same with the year that labels a figure of a year or more. Left out, it is the first: 2015/16 counts as
        /// 2015.
        const label(label: YearLabel) => label = label,
        /// The same with a scale for goals that say a number.
        with_number(scale: Scale) => with_number = Some(scale),
        /// The same with a scale for goals that say a direction only.
        without_number(scale: Scale) => without_number = Some(scale),
        /// The same for goals that lead this way only; others are unknown (`not_for_this_goal`).
        ///
        /// # Examples
        ///
        /// ```
        #[doc = include_str!("judged.txt")]
        /// // A rule for what is to fall, as deaths and emissions are, says nothing of homes that are to be more.
        /// let falls = Method::new().with_number(Scale::new(Progress::ShareOfWay)).only(Direction::Falling);
        /// let figures = [(period!("2020"), dec!(60)), (period!("2024"), dec!(65))];
        /// assert_eq!(reason_by(falls, &figures)?, "this does not apply to goals of this kind");
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        const only(direction: Direction) => only = Some(direction),
        /// The same with a class for what is achieved, whatever the movement.
        achieved(achieved: Achieved) => achieved = Some(achieved),
        /// The same with classes for a goal that the base meets already: one while it is still met, one when it is
        /// lost.
        ///
        /// # Examples
        ///
        /// ```
        #[doc = include_str!("judged.txt")]
        /// // 82 % in 2020 was more than is promised. Nothing is left to gain, and something to lose.
        /// let scale = Scale::new(Progress::ShareOfWay).class("on the way", Status::OnTrack, Cut::MoreThan(dec!(0)));
        /// let [kept, lost] = [("maintained", Status::Achieved), ("lost", Status::Worsening)]
        ///     .map(|(name, status)| Achieved::new(Class::new(name, status)));
        /// let method = Method::new().with_number(scale).met_at_base(kept, lost);
        /// let since = |latest| class_by(method.clone(), &[(period!("2020"), dec!(82)), (period!("2024"), latest)]);
        /// assert_eq!((since(dec!(84))?.as_str(), since(dec!(79))?.as_str()), ("maintained", "lost"));
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        met_at_base(kept: Achieved, lost: Achieved) => met_at_base = Some(MetAtBase { kept, lost }),
        /// The same with something done to each value first.
        const transform(transform: Transform) => transform = transform,
        /// The same with roundings on the way.
        ///
        /// # Examples
        ///
        /// ```
        #[doc = include_str!("judged.txt")]
        /// // 79.5 % of homes: by a method that rounds values to whole per cent first, 80.
        /// let level = Scale::new(Progress::Level)
        ///     .class("green", Status::OnTrack, Cut::AtLeast(dec!(80)))
        ///     .rest("red", Status::OffTrack);
        /// let figures = [(period!("2020"), dec!(60)), (period!("2024"), dec!(79.5))];
        /// let method = Method::new().with_number(level);
        /// assert_eq!(class_by(method.clone(), &figures)?, "red");
        /// let whole = Rounding { values: Some(0), rates: None };
        /// assert_eq!(class_by(method.rounding(whole), &figures)?, "green");
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        const rounding(rounding: Rounding) => rounding = rounding,
        /// The same with shares and rates of growth in percent, whatever their unit, where values themselves are cut or
        /// rounded, or set beside a [`level`](Parameters::level): levels, means and [`Rounding::values`]. Other values
        /// are read as they are.
        const in_percent() => in_percent = true,
        /// The same with the exponent by which cuts shrink where the base lies near a natural limit. Their factor,
        /// which a limit of 0 leaves at 1:
        ///
        /// ```text
        /// 1 − (base ÷ limit)^exponent                below the limit
        /// 1 − ((2·limit − base) ÷ limit)^exponent    from the limit to twice as much
        /// 1                                          beyond
        /// ```
        const natural_limit_exponent(exponent: Decimal) => natural_limit_exponent = Some(exponent),
        /// The same down to zero: a fall to 0 is one of 100 %, and what fell there stays there if it goes on so.
        /// Otherwise it has no compound rate, for a reason.
        ///
        /// # Examples
        ///
        /// ```
        #[doc = include_str!("judged.txt")]
        /// // Nothing is left in 2024. No compound rate leads there, unless a method counts that as the loss of all.
        /// let growth = Method::new().with_number(Scale::new(Progress::Growth(Growth::Compound)));
        /// let figures = [(period!("2020"), dec!(60)), (period!("2024"), dec!(0))];
        /// assert_eq!(number_by(growth.clone(), &figures)?, None);
        /// assert_eq!(number_by(growth.counting_falls_to_zero(), &figures)?, Some(dec!(-1)));
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        const counting_falls_to_zero() => down_to = DownTo::Zero,
        /// The same down to zero and below: a fall to 0 is one of 100 %, of a loss too, and of two values below 0, the
        /// growth is that of their sizes, with the sign turned round. Otherwise there is no compound rate between such
        /// values, for a reason.
        const counting_losses() => down_to = DownTo::Losses,
        /// The same with the number that stands in for a base or goal of 0 where numbers are asked for as published.
        const zero_as(number: Decimal) => zero_as = Some(number),
        /// The same, that looks for its base among the years whose value is not 0, since no rate begins there.
        const passing_over_zero_bases() => passes_over_zero_bases = true,
        /// The same with the shares of the way that are due, for
        /// [`ScheduledShare`](crate::rule::Progress::ScheduledShare): each at the end of one of as many equal parts of
        /// the promise's time as there are shares. Five shares of a promise of five years are those of its years. They
        /// lie from 0 to 1, none below the one before it, and the last one is 1. Without a schedule it is the share of
        /// the time.
        ///
        /// # Examples
        ///
        /// ```
        #[doc = include_str!("judged.txt")]
        /// // A quarter of the way after four of ten years: five eighths of what the time expects. A schedule that
        /// // begins slowly expects a fifth by then.
        /// let way = Method::new().with_number(Scale::new(Progress::ScheduledShare));
        /// let figures = [(period!("2020"), dec!(60)), (period!("2024"), dec!(65))];
        /// assert_eq!(number_by(way.clone(), &figures)?, Some(dec!(0.625)));
        /// let due: Vec<_> = [5, 10, 15, 20, 30, 40, 55, 70, 85, 100].map(|percent| Decimal::new(percent, 2)).into();
        /// assert_eq!(number_by(way.schedule(&due), &figures)?, Some(dec!(1.25)));
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        schedule(shares: &[Decimal]) => schedule = shares.into(),
        /// The same with what holds of every indicator that is not told something else.
        defaults(parameters: Parameters) => defaults = parameters,
        /// The same with a way to judge the whole of several targets.
        aggregation(aggregation: Aggregation) => aggregation = Some(aggregation),
    }

    /// The rule's own scales: the one for goals with a number, and the one for directions.
    pub(super) fn scales_of_rule(&self) -> impl Iterator<Item = &Scale> {
        self.with_number.iter().chain(&self.without_number)
    }

    /// All scales: the rule's own, that of the defaults, and those of single indicators.
    pub(super) fn scales(&self) -> impl Iterator<Item = &Scale> {
        let told = core::iter::once(&self.defaults).chain(self.parameters.values());
        self.scales_of_rule()
            .chain(told.filter_map(|parameters| parameters.scale.as_ref()))
    }

    /// Which way the measured numbers are better, by the cuts of all scales; `None` where there are no cuts, or they
    /// differ in that.
    pub(in crate::rule) fn better_numbers(&self) -> Option<Direction> {
        let cuts = self
            .scales()
            .flat_map(|scale| scale.bands.iter())
            .filter_map(|band| band.cut);
        let mut better = cuts.map(|cut| {
            if cut.rises() {
                Direction::Rising
            } else {
                Direction::Falling
            }
        });
        let first = better.next()?;
        better.all(|other| other == first).then_some(first)
    }

    /// The scale for goals with a number, if it measures the judged figure alone, and no values of years.
    pub(super) fn scale_of_one_figure(&self) -> Option<&Scale> {
        self.with_number
            .as_ref()
            .filter(|scale| scale.measures().reads_one_figure())
    }

    /// Whether values count as achieved by the level in the indicator's parameters, and not by the goal.
    pub(super) fn is_achieved_by_level(&self) -> bool {
        self.achieved
            .as_ref()
            .is_some_and(|achieved| achieved.line == Line::Level)
    }

    /// What is done to each value before anything is measured: the transform of the indicator's parameters, else that
    /// of the method.
    pub(super) fn transform_of(&self, parameters: &Parameters) -> Transform {
        parameters.transform.unwrap_or(self.transform)
    }

    /// All classes in the order in which verdicts number them, each once: that of achieved goals, those of goals that
    /// the base meets already, then those of the scales. They are found one by one, since many indicators can have
    /// scales of their own, and whoever looks for one class need not go through all.
    pub(super) fn classes(&self) -> impl Iterator<Item = &Class> {
        let outcomes = self.met_at_base.iter().flat_map(|met| [&met.kept, &met.lost]);
        let achieved = self.achieved.iter().chain(outcomes).map(|achieved| &achieved.class);
        let bands = self.scales().flat_map(|scale| scale.bands.iter());
        let mut named: Vec<&Class> = Vec::new();
        achieved.chain(bands.map(|band| &band.class)).filter(move |class| {
            let is_new = !named.contains(class);
            if is_new {
                named.push(class);
            }
            is_new
        })
    }
}
