//! How a rule judges the whole of several targets.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::bands::{Bands, Cut, Score};
use crate::rule::{Class, Counts, Rule, Status, Verdict};
#[cfg(feature = "serde")]
use crate::value::decimal;
use crate::value::{names, setters};

names! { "a statistic":
    /// How several scores become one.
    #[non_exhaustive]
    pub enum Statistic {
        /// Their mean.
        Mean = "mean",
        /// The middle one, or the mean of the two in the middle.
        Median = "median",
        /// The mean of the two lowest; of one, that one.
        TwoWorst = "two_worst",
        /// The lowest.
        Worst = "worst",
    }
}

/// How a rule judges the whole of several targets: a statistic of their scores, cut into classes.
///
/// # Examples
///
/// ```
/// use milepost::rule::{Aggregation, Cut, Statistic};
/// use milepost::{Status, dec};
///
/// let mean = Aggregation::new(Statistic::Mean)
///     .class("good", Status::OnTrack, Cut::MoreThan(dec!(0.5)))
///     .rest("not good", Status::OffTrack);
/// assert_eq!(mean.statistic(), Statistic::Mean);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "serde",
    serde(deny_unknown_fields, expecting = "a map of how targets make a whole")
)]
#[must_use]
pub struct Aggregation {
    statistic: Statistic,
    pub(super) bands: Bands,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub(super) all_achieved: Option<Class>,
    #[cfg_attr(
        feature = "serde",
        serde(default, with = "decimal::MaybeExact", skip_serializing_if = "Option::is_none")
    )]
    pub(super) least_share: Option<Decimal>,
}

impl Aggregation {
    /// A whole that is judged by this statistic of the scores, without classes yet.
    ///
    /// # Examples
    ///
    /// ```
    /// # use milepost::rule::{Aggregate, Aggregation, Cut, Method, Part, Progress, Scale, Score, Statistic};
    /// # use milepost::{Bound, Decimal, Goal, Measure, Observation, Quantity, Rule, Series, Status, Target, Unit};
    /// # use milepost::{code, day, dec, period, verdict};
    /// # let share = Quantity::new(Measure::Share, Unit::percent());
    /// # let goal = Goal::level(Bound::AtLeast(dec!(80)));
    /// # let target = Target::builder(code!("homes"), share, goal, period!("2030")).build()?;
    /// # let whole = |rule: &Rule, shares: &[Decimal]| {
    /// #     let judged = |share: &Decimal| {
    /// #         let figure = Observation::new(period!("2024"), *share).published_on(day!("2025-01-20"));
    /// #         let series = Series::new(code!("homes"), Unit::percent(), vec![figure])?;
    /// #         let judged = verdict(&target, &series, day!("2025-02-01"), rule);
    /// #         Ok::<_, milepost::series::SeriesError>(Part::from(&judged))
    /// #     };
    /// #     let parts: Result<Vec<_>, _> = shares.iter().map(judged).collect();
    /// #     parts.map(|parts| rule.aggregate(parts))
    /// # };
    /// // Of four districts: 80 % is good and counts 1, 60 % is fair and counts a half, and less counts nothing.
    /// let scale = Scale::new(Progress::Level)
    ///     .class("good", Status::OnTrack, Cut::AtLeast(dec!(80)))
    ///     .scored(Score::Fixed(dec!(1)))
    ///     .class("fair", Status::Lagging, Cut::AtLeast(dec!(60)))
    ///     .scored(Score::Fixed(dec!(0.5)))
    ///     .rest("poor", Status::OffTrack)
    ///     .scored(Score::Fixed(dec!(0)));
    /// let value = |statistic| {
    ///     let method = Method::new().with_number(scale.clone()).aggregation(Aggregation::new(statistic));
    ///     let rule = Rule::composed(code!("ours"), method)?;
    ///     Ok::<_, Box<dyn core::error::Error>>(whole(&rule, &[dec!(85), dec!(82), dec!(61), dec!(40)])?.value)
    /// };
    /// assert_eq!(value(Statistic::Mean)?, Some(dec!(0.625)));
    /// assert_eq!(value(Statistic::Median)?, Some(dec!(0.75)));
    /// assert_eq!(value(Statistic::TwoWorst)?, Some(dec!(0.25)));
    /// assert_eq!(value(Statistic::Worst)?, Some(dec!(0)));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub const fn new(statistic: Statistic) -> Self {
        Self {
            statistic,
            bands: Bands::NONE,
            all_achieved: None,
            least_share: None,
        }
    }

    /// The same with one more class below those that it has.
    ///
    /// # Examples
    ///
    /// ```
    /// # use milepost::rule::{Aggregation, Cut, Method, Progress, RuleError, Scale, Statistic};
    /// # use milepost::{Rule, Status, code, dec};
    /// # let rule = |whole| {
    /// #     let scale = Scale::new(Progress::ShareOfWay).rest("any", Status::OnTrack);
    /// #     Rule::composed(code!("ours"), Method::new().with_number(scale).aggregation(whole)).map(|_| ())
    /// # };
    /// // From the best to the worst; a cut that does not lie below the one before it is refused with the rule.
    /// let mean = |lower| {
    ///     Aggregation::new(Statistic::Mean)
    ///         .class("on track", Status::OnTrack, Cut::MoreThan(dec!(0.5)))
    ///         .class("for review", Status::Lagging, Cut::AtLeast(lower))
    ///         .rest("off track", Status::OffTrack)
    /// };
    /// assert_eq!(rule(mean(dec!(-0.5))), Ok(()));
    /// assert_eq!(rule(mean(dec!(0.8))).map_err(|error| error.code()), Err("cuts_not_falling"));
    /// ```
    pub fn class(mut self, name: &str, status: Status, cut: Cut) -> Self {
        self.bands.push(name, status, Some(cut));
        self
    }

    /// The same with a class for whatever is left. It is the last one: a class that is added behind it is refused with
    /// the rule.
    ///
    /// # Examples
    ///
    /// ```
    /// # use milepost::rule::{Aggregation, Cut, Method, Progress, RuleError, Scale, Statistic};
    /// # use milepost::{Rule, Status, code, dec};
    /// # let scale = Scale::new(Progress::ShareOfWay).rest("any", Status::OnTrack);
    /// let upside_down = Aggregation::new(Statistic::Mean)
    ///     .rest("poor", Status::OffTrack)
    ///     .class("good", Status::OnTrack, Cut::AtLeast(dec!(0.5)));
    /// let rule = Rule::composed(code!("ours"), Method::new().with_number(scale).aggregation(upside_down));
    /// assert_eq!(rule.err(), Some(RuleError::RestNotLast));
    /// ```
    pub fn rest(mut self, name: &str, status: Status) -> Self {
        self.bands.push(name, status, None);
        self
    }

    /// The same with the score that the class added last has on the next level up: of pillars in the plan, say. A class
    /// without one goes up with its value.
    ///
    /// # Examples
    ///
    /// ```
    /// # use milepost::rule::{Aggregation, Cut, Method, Part, Progress, Scale, Score, Statistic};
    /// # use milepost::{Bound, Goal, Measure, Observation, Quantity, Rule, Series, Status, Target, Unit};
    /// # use milepost::{code, day, dec, period, verdict};
    /// # let share = Quantity::new(Measure::Share, Unit::percent());
    /// # let goal = Goal::level(Bound::AtLeast(dec!(80)));
    /// # let target = Target::builder(code!("homes"), share, goal, period!("2030")).build()?;
    /// # let figure = Observation::new(period!("2024"), dec!(70)).published_on(day!("2025-01-20"));
    /// # let series = Series::new(code!("homes"), Unit::percent(), vec![figure])?;
    /// # let scale = Scale::new(Progress::Level)
    /// #     .rest("any", Status::Lagging)
    /// #     .scored(Score::Fixed(dec!(0.7)));
    /// # let of = |whole| Rule::composed(code!("ours"), Method::new().with_number(scale.clone()).aggregation(whole));
    /// # let up = |rule: &Rule| {
    /// #     let verdict = verdict(&target, &series, day!("2025-02-01"), rule);
    /// #     rule.aggregate([Part::from(&verdict)]).score
    /// # };
    /// // Targets that score 0.7 on average.
    /// let good = Aggregation::new(Statistic::Mean).class("good", Status::OnTrack, Cut::MoreThan(dec!(0.5)));
    /// assert_eq!(up(&of(good.clone())?), Some(dec!(0.7)));
    /// assert_eq!(up(&of(good.scored(dec!(1)))?), Some(dec!(1)));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn scored(mut self, score: Decimal) -> Self {
        self.bands.score_last(Score::Fixed(score));
        self
    }

    setters! {
        /// The same with a class for a whole of which every assessed part is achieved, those without a score too.
        ///
        /// # Examples
        ///
        /// ```
        /// # use milepost::rule::{Achieved, Aggregation, Class, Cut, Method, Part, Progress, Scale, Score, Statistic};
        /// # use milepost::{Bound, Decimal, Goal, Measure, Observation, Quantity, Rule, Series, Status, Target, Unit};
        /// # use milepost::{code, day, dec, period, verdict};
        /// # let share = Quantity::new(Measure::Share, Unit::percent());
        /// # let goal = Goal::level(Bound::AtLeast(dec!(80)));
        /// # let target = Target::builder(code!("homes"), share, goal, period!("2030")).build()?;
        /// # let judged = |rule: &Rule, share: Decimal| {
        /// #     let figure = Observation::new(period!("2024"), share).published_on(day!("2025-01-20"));
        /// #     let series = Series::new(code!("homes"), Unit::percent(), vec![figure])?;
        /// #     Ok::<_, milepost::series::SeriesError>(Part::from(&verdict(&target, &series, day!("2025-02-01"), rule)))
        /// # };
        /// // The mean of the best scores says no more than "good". That everything is achieved is another class.
        /// let scale = Scale::new(Progress::Level)
        ///     .class("achieved", Status::Achieved, Cut::AtLeast(dec!(80)))
        ///     .scored(Score::Fixed(dec!(1)))
        ///     .rest("on the way", Status::Lagging)
        ///     .scored(Score::Fixed(dec!(0.9)));
        /// let whole = Aggregation::new(Statistic::Mean)
        ///     .class("good", Status::OnTrack, Cut::MoreThan(dec!(0.5)))
        ///     .all_achieved(Class::new("all achieved", Status::Achieved));
        /// let rule = Rule::composed(code!("ours"), Method::new().with_number(scale).aggregation(whole))?;
        /// let class = |parts: [Part; 2]| rule.aggregate(parts).class.map(|class| class.name().to_owned());
        /// assert_eq!(class([judged(&rule, dec!(85))?, judged(&rule, dec!(90))?]).as_deref(), Some("all achieved"));
        /// assert_eq!(class([judged(&rule, dec!(85))?, judged(&rule, dec!(79))?]).as_deref(), Some("good"));
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        all_achieved(class: Class) => all_achieved = Some(class),
        /// The same, without a value for the whole where less than this share of the parts could be assessed: a
        /// fraction from 0 to 1. Exactly this share is enough.
        ///
        /// # Examples
        ///
        /// ```
        /// # use milepost::rule::{Aggregation, Method, Part, Progress, Scale, Score, Statistic};
        /// # use milepost::{Bound, Goal, Measure, Observation, Quantity, Rule, Series, Status, Target, Unit};
        /// # use milepost::{code, day, dec, period, verdict};
        /// # let share = Quantity::new(Measure::Share, Unit::percent());
        /// # let goal = Goal::level(Bound::AtLeast(dec!(80)));
        /// # let target = Target::builder(code!("homes"), share, goal, period!("2030")).build()?;
        /// # let figure = Observation::new(period!("2024"), dec!(70)).published_on(day!("2025-01-20"));
        /// # let empty = Series::empty(code!("homes"), Unit::percent());
        /// # let series = empty.clone().with_observations([figure])?;
        /// # let scale = Scale::new(Progress::Level)
        /// #     .rest("any", Status::Lagging)
        /// #     .scored(Score::Fixed(dec!(0.7)));
        /// let half = Aggregation::new(Statistic::Mean).at_least_assessed(dec!(0.5));
        /// let rule = Rule::composed(code!("ours"), Method::new().with_number(scale).aggregation(half))?;
        /// # let part = |series| Part::from(&verdict(&target, series, day!("2025-02-01"), &rule));
        /// let (known, unknown) = (part(&series), part(&empty));
        /// assert_eq!(rule.aggregate([known, unknown]).value, Some(dec!(0.7)));
        /// // One of three is too few: the whole has no value, and says how many there were.
        /// let unjudged = rule.aggregate([known, unknown, unknown]);
        /// assert_eq!((unjudged.value, unjudged.assessed, unjudged.unassessed), (None, 1, 2));
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        const at_least_assessed(share: Decimal) => least_share = Some(share),
    }

    /// How the scores become one.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::rule::{Aggregation, Statistic};
    ///
    /// let whole = Aggregation::new(Statistic::TwoWorst);
    /// assert_eq!(whole.statistic().to_string(), "two_worst");
    /// ```
    pub const fn statistic(&self) -> Statistic {
        self.statistic
    }
}

/// One part of a whole: a verdict, or an aggregate of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    status: Status,
    score: Option<Decimal>,
    counts: Counts,
}

impl From<&Verdict> for Part {
    /// A target with the score of its verdict. Where the rule gives no score, or the verdict is unknown, the target has
    /// no part in the value of the whole, and counts as unassessed.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::rule::Part;
    /// use milepost::{Bound, Goal, Measure, Quantity, Rule, Series, Status, Target, Unit};
    /// use milepost::{code, day, dec, period, verdict};
    ///
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let goal = Goal::level(Bound::AtLeast(dec!(80)));
    /// let target = Target::builder(code!("homes"), share, goal, period!("2030")).build()?;
    /// let nothing = Series::empty(code!("homes"), Unit::percent());
    /// let unknown = verdict(&target, &nothing, day!("2025-01-31"), &Rule::undp());
    /// let whole = Rule::undp().aggregate([Part::from(&unknown)]);
    /// assert_eq!((whole.assessed, whole.unassessed, whole.counts.of(Status::Unknown)), (0, 1, 1));
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    fn from(verdict: &Verdict) -> Self {
        Self {
            status: verdict.status,
            score: verdict.measured.and_then(|measured| measured.score),
            counts: Counts::of_statuses([verdict.status]),
        }
    }
}

impl From<&Aggregate> for Part {
    /// A group as one part on the next level up, with the score of the group and the counts of all verdicts in it.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Rule;
    /// use milepost::rule::Part;
    ///
    /// // Targets to indicators, to pillars, to the plan: to any depth. A group of nothing has no score, either.
    /// let rule = Rule::undp();
    /// let empty = rule.aggregate([]);
    /// let plan = rule.aggregate([Part::from(&empty), Part::from(&empty)]);
    /// assert_eq!((plan.value, plan.unassessed, plan.counts.total()), (None, 2, 0));
    /// ```
    fn from(aggregate: &Aggregate) -> Self {
        Self {
            status: aggregate.status,
            score: aggregate.score,
            counts: aggregate.counts,
        }
    }
}

impl Part {
    /// Whether the part is achieved, or nothing in it was judged. With a score its own status tells. Without one all
    /// verdicts in it must be achieved that were judged (also if none was): a class can have no score, as for an
    /// indicator that is true or false.
    fn is_achieved_or_unassessed(&self) -> bool {
        match self.score {
            Some(_) => self.status == Status::Achieved,
            None => self.counts.judged() == self.counts.achieved,
        }
    }
}

/// The whole of several targets by a rule. Counts are always there, so that no average hides a failure.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
#[must_use]
pub struct Aggregate {
    /// The class of the whole; `None` where the rule publishes none, or too few parts were assessed.
    pub class: Option<Class>,
    /// Its status; unknown where there is no class.
    pub status: Status,
    /// The statistic of the parts' scores, to 12 decimals; `None` where the rule publishes none, or too few parts were
    /// assessed.
    #[cfg_attr(feature = "serde", serde(with = "decimal::MaybeExact"))]
    pub value: Option<Decimal>,
    /// The score of the whole on the next level up; `None` where it has no value.
    #[cfg_attr(feature = "serde", serde(with = "decimal::MaybeExact"))]
    pub score: Option<Decimal>,
    /// How many parts have a score.
    pub assessed: u32,
    /// How many have none, and are left out.
    pub unassessed: u32,
    /// The verdicts at the bottom by status, however deep the groups.
    pub counts: Counts,
}

impl Rule {
    /// Judges the whole of several targets as this rule publishes it: verdicts, or aggregates of them, to any depth.
    ///
    /// Their scores count as verdicts state them, to 12 decimals; a score beside a cut of the whole is never rounded
    /// onto it. Parts without a score are left out and counted. A rule that publishes no aggregation, as that of this
    /// crate, has no class and no value for the whole; [`assess_plan`](crate::assess_plan) has a roll-up of its own.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Rule;
    ///
    /// let nothing = Rule::open_sdg().aggregate([]);
    /// assert_eq!(nothing.value, None);
    /// assert_eq!(nothing.assessed, 0);
    /// ```
    pub fn aggregate(&self, parts: impl IntoIterator<Item = Part>) -> Aggregate {
        let parts: Vec<Part> = parts.into_iter().collect();
        let scores: Vec<Decimal> = parts.iter().filter_map(|part| part.score).collect();
        let mut counts = Counts::default();
        for part in &parts {
            counts.add(part.counts);
        }
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let unjudged = Aggregate {
            class: None,
            status: Status::Unknown,
            value: None,
            score: None,
            assessed: count(scores.len()),
            unassessed: count(parts.len().saturating_sub(scores.len())),
            counts,
        };
        match self.method().and_then(|method| method.aggregation.as_ref()) {
            Some(aggregation) => aggregation.whole(&parts, scores, unjudged),
            None => unjudged,
        }
    }
}

impl Aggregation {
    /// The whole of parts with these scores; `unjudged`, as it is, where too few parts have a score.
    ///
    /// - The value is the statistic of the scores.
    /// - The class is that for all achieved, if there is one and all parts are achieved or unassessed; else the first
    ///   class whose cut the value passes.
    /// - The score is the fixed one of the class whose cut the value passes, if it has one; else the value.
    fn whole(&self, parts: &[Part], scores: Vec<Decimal>, unjudged: Aggregate) -> Aggregate {
        let enough = self.least_share.is_none_or(|share| {
            let whole = Decimal::from(parts.len()).saturating_mul(share);
            Decimal::from(scores.len()) >= whole
        });
        let Some(value) = self.value(scores).filter(|_| enough) else {
            return unjudged;
        };
        let passes = |cut: Cut| cut.number().is_some_and(|number| cut.admits(value.cmp(&number)));
        let all_achieved = self
            .all_achieved
            .as_ref()
            .filter(|_| parts.iter().all(Part::is_achieved_or_unassessed));
        let band = self.bands.iter().find(|band| band.cut.is_none_or(passes));
        let class = all_achieved.or(band.map(|band| &band.class));
        let score = match band.and_then(|band| band.score) {
            Some(Score::Fixed(score)) => score,
            _ => value,
        };
        Aggregate {
            status: class.map_or(Status::Unknown, Class::status),
            class: class.cloned(),
            value: Some(shown(value)),
            score: Some(shown(score)),
            ..unjudged
        }
    }

    /// Whether one of the cuts of the whole lies at this score.
    pub(super) fn is_cut_at(&self, score: Decimal) -> bool {
        let mut cuts = self.bands.iter().filter_map(|band| band.cut?.number());
        cuts.any(|cut| cut == score)
    }

    /// The statistic of these scores; `None` without any, or if their sum is too large.
    fn value(&self, mut scores: Vec<Decimal>) -> Option<Decimal> {
        scores.sort_unstable();
        let middle = scores.len().checked_sub(1)?.checked_div(2)?;
        match self.statistic {
            Statistic::Mean => mean(&scores),
            Statistic::Worst => scores.first().copied(),
            Statistic::TwoWorst => mean(scores.get(..2).unwrap_or(&scores)),
            Statistic::Median if scores.len() % 2 == 0 => mean(scores.get(middle..middle.checked_add(2)?)?),
            Statistic::Median => scores.get(middle).copied(),
        }
    }
}

/// The mean of the scores of parts; `None` without any, or if their sum is too large.
fn mean(scores: &[Decimal]) -> Option<Decimal> {
    let mut total = Decimal::ZERO;
    for score in scores {
        total = total.checked_add(*score)?;
    }
    total.checked_div(Decimal::from(scores.len()))
}

/// A number as it is shown: to 12 decimals, half-even.
fn shown(number: Decimal) -> Decimal {
    number.round_dp(12).normalize()
}
