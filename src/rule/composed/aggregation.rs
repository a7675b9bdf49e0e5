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
    #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
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
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
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
    least_share: Option<Decimal>,
}

impl Aggregation {
    /// This statistic of the scores, without classes.
    pub const fn new(statistic: Statistic) -> Self {
        Self {
            statistic,
            bands: Bands::NONE,
            all_achieved: None,
            least_share: None,
        }
    }

    /// The same with one more class below those that it has.
    pub fn class(mut self, name: &str, status: Status, cut: Cut) -> Self {
        self.bands.push(name, status, Some(cut));
        self
    }

    /// The same with a class for whatever is left.
    pub fn rest(mut self, name: &str, status: Status) -> Self {
        self.bands.push(name, status, None);
        self
    }

    /// The same with the score that the class added last has on the next level up.
    pub fn scored(mut self, score: Decimal) -> Self {
        self.bands.score_last(Score::Fixed(score));
        self
    }

    setters! {
        /// The same with a class for a whole of which every assessed part is achieved.
        all_achieved(class: Class) => all_achieved = Some(class),
        /// The same, silent where less than this share of the parts could be assessed.
        const at_least_assessed(share: Decimal) => least_share = Some(share),
    }

    /// How the scores become one.
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
    fn from(verdict: &Verdict) -> Self {
        Self {
            status: verdict.status,
            score: verdict.measured.and_then(|measured| measured.score),
            counts: Counts::of_statuses([verdict.status]),
        }
    }
}

impl From<&Aggregate> for Part {
    fn from(aggregate: &Aggregate) -> Self {
        Self {
            status: aggregate.status,
            score: aggregate.score,
            counts: aggregate.counts,
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
        let silent = Aggregate {
            class: None,
            status: Status::Unknown,
            value: None,
            score: None,
            assessed: count(scores.len()),
            unassessed: count(parts.len().saturating_sub(scores.len())),
            counts,
        };
        match self.method().and_then(|method| method.aggregation.as_ref()) {
            Some(aggregation) => aggregation.whole(&parts, scores, silent),
            None => silent,
        }
    }
}

impl Aggregation {
    /// The whole of parts with these scores; `silent` where too few were assessed.
    fn whole(&self, parts: &[Part], scores: Vec<Decimal>, silent: Aggregate) -> Aggregate {
        let enough = self.least_share.is_none_or(|share| {
            let whole = Decimal::from(parts.len()).saturating_mul(share);
            Decimal::from(scores.len()) >= whole
        });
        let Some(value) = self.value(scores).filter(|_| enough) else {
            return silent;
        };
        let passes = |cut: Cut| cut.number().is_some_and(|number| cut.admits(value.cmp(&number)));
        let achieved = |part: &Part| part.score.is_none() || part.status == Status::Achieved;
        let all_achieved = self.all_achieved.as_ref().filter(|_| parts.iter().all(achieved));
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
            ..silent
        }
    }

    /// Whether one of its cuts lies at this score.
    pub(super) fn is_cut_at(&self, score: Decimal) -> bool {
        let mut cuts = self.bands.iter().filter_map(|band| band.cut?.number());
        cuts.any(|cut| cut == score)
    }

    /// The statistic of these scores; `None` without any.
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
