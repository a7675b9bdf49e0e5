//! What a rule measures, and the classes into which it cuts it.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::cmp::Ordering;

use rust_decimal::Decimal;

use crate::rule::Status;
#[cfg(feature = "serde")]
use crate::value::decimal;

/// What a rule cuts into classes.
///
/// `y₀` is the value of the base year `t₀`, `y` the latest one in `t`, `yT` the goal's in `T`; *towards the goal* means with the
/// sign turned round where less is better. Rates are fractions per year.
///
/// Whatever the growth model, cuts are compared with the exact number and not with the one that is shown: a class never depends on rounding,
/// but where the method prescribes one ([`Rounding`](crate::rule::Rounding)), whose result decides then. One number is rounded all the same:
/// the size of a complex rate, which only [`as_published`](crate::Rule::as_published) asks for, to 28 decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Progress {
    /// The observed growth, towards the goal.
    Growth,
    /// The observed growth towards the goal ÷ the size of the required growth. A base that has passed the goal already, and lost
    /// it, is moving away.
    GrowthRatio,
    /// The observed growth ÷ the required growth, each with its own sign. A base that has passed the goal already has no such
    /// ratio that means anything: it is a reason, or the number as published.
    SignedGrowthRatio,
    /// (projection at `T` − y₀) ÷ (yT − y₀): the part of the promised change that the present growth brings.
    ProjectedChange,
    /// |yT − projection at `T`| ÷ |yT − y₀|: what the present growth leaves open. Less is better.
    RemainingGap,
    /// (y − y₀) ÷ (yT − y₀): how much of the way is gone.
    ShareOfWay,
    /// The latest value, as it is, whatever the base and the goal: its class alone says whether it is achieved. Without classes it says nothing: each indicator has bands of its own, told by
    /// [`Parameters::scale`](crate::rule::Parameters::scale).
    Level,
    /// y − y₀, towards the goal and in units: steps on a scale of ranks.
    Change,
    /// The mean of the values in the window, as they are. Only of growth rates.
    Mean,
    /// 1 − |yT − y| ÷ |yT − y₀|: how much nearer the latest value is to the goal than the base, from either side. For what should be
    /// neither more nor less, as the parity of girls and boys.
    Closeness,
    /// The share of the way that is gone, of logarithms where the path is a constant growth, ÷ the share that a schedule expects.
    ScheduledShare,
    /// The years by which the latest value lies behind the straight line to the goal; negative if ahead. Less is better.
    TimeDistance,
    /// The relative change on the base, towards the goal. It is set beside the yearly share that the rule's parameters require.
    TotalChange,
}

/// Where a class ends: the test that the measured number must pass to be in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Cut {
    /// This or more.
    AtLeast(#[cfg_attr(feature = "serde", serde(with = "decimal"))] Decimal),
    /// More than this.
    MoreThan(#[cfg_attr(feature = "serde", serde(with = "decimal"))] Decimal),
    /// This or less.
    AtMost(#[cfg_attr(feature = "serde", serde(with = "decimal"))] Decimal),
    /// Less than this.
    LessThan(#[cfg_attr(feature = "serde", serde(with = "decimal"))] Decimal),
    /// What is required, or more: the required growth or change, 1 where the number is a part of what is required, the share that is expected by then.
    /// Nothing passes where nothing is required.
    Required,
}

impl Cut {
    /// The number at which it lies; `None` for what is required.
    #[must_use]
    pub const fn number(self) -> Option<Decimal> {
        match self {
            Self::AtLeast(number) | Self::MoreThan(number) | Self::AtMost(number) | Self::LessThan(number) => {
                Some(number)
            }
            Self::Required => None,
        }
    }

    /// The same test at another number.
    pub(super) const fn moved_to(self, number: Decimal) -> Self {
        match self {
            Self::AtLeast(_) => Self::AtLeast(number),
            Self::MoreThan(_) => Self::MoreThan(number),
            Self::AtMost(_) => Self::AtMost(number),
            Self::LessThan(_) => Self::LessThan(number),
            Self::Required => Self::Required,
        }
    }

    /// Whether a number on this side of it passes.
    pub(super) const fn admits(self, side: Ordering) -> bool {
        match self {
            Self::AtLeast(_) | Self::Required => side.is_ge(),
            Self::MoreThan(_) => side.is_gt(),
            Self::AtMost(_) => side.is_le(),
            Self::LessThan(_) => side.is_lt(),
        }
    }

    /// Whether more is better: `None` for what is required, where it always is.
    pub(super) const fn rises(self) -> Option<bool> {
        match self {
            Self::AtLeast(_) | Self::MoreThan(_) => Some(true),
            Self::AtMost(_) | Self::LessThan(_) => Some(false),
            Self::Required => None,
        }
    }
}

/// A class of a rule: its published name, and the status of this crate that it comes nearest to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Class {
    name: Box<str>,
    status: Status,
}

impl Class {
    /// A class by its published name.
    #[must_use]
    pub fn new(name: &str, status: Status) -> Self {
        Self {
            name: name.into(),
            status,
        }
    }

    /// The published name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The status that it comes nearest to.
    #[must_use]
    pub const fn status(&self) -> Status {
        self.status
    }
}

/// What a class adds to an average.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case", deny_unknown_fields))]
pub enum Score {
    /// The same score throughout the class.
    Fixed(#[cfg_attr(feature = "serde", serde(with = "decimal"))] Decimal),
    /// slope × number + intercept. With `shrinks`, the number is first divided by the coefficient of the limit.
    Line {
        /// How much the score rises for each unit of the number.
        #[cfg_attr(feature = "serde", serde(with = "decimal"))]
        slope: Decimal,
        /// The score at 0.
        #[cfg_attr(feature = "serde", serde(with = "decimal"))]
        intercept: Decimal,
        /// Whether the number is divided by the coefficient of the limit.
        #[cfg_attr(feature = "serde", serde(default))]
        shrinks: bool,
    },
}

/// A class with its cut and its score.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub(super) struct Band {
    pub(super) class: Class,
    /// `None` for whatever is left.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub(super) cut: Option<Cut>,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub(super) score: Option<Score>,
}

/// The cuts of bands, with own numbers in the place of the first ones.
pub(super) fn cuts_of(bands: &[Band], own: &[Decimal]) -> impl Iterator<Item = Cut> {
    let mut own = own.iter();
    bands.iter().filter_map(|band| band.cut).map(move |cut| match cut {
        Cut::Required => cut,
        _ => own.next().map_or(cut, |number| cut.moved_to(*number)),
    })
}

/// A point of a score that is drawn from point to point: a number, and its score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub(super) struct Knot {
    #[cfg_attr(feature = "serde", serde(with = "decimal"))]
    pub(super) number: Decimal,
    #[cfg_attr(feature = "serde", serde(with = "decimal"))]
    pub(super) score: Decimal,
}

/// The least and the greatest score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub(super) struct ScoreRange {
    #[cfg_attr(feature = "serde", serde(with = "decimal"))]
    pub(super) low: Decimal,
    #[cfg_attr(feature = "serde", serde(with = "decimal"))]
    pub(super) high: Decimal,
}

/// A measure with the classes into which it is cut, from the best to the worst.
///
/// The first class whose cut the number passes is its class; [`rest`](Self::rest) names the one for what passes none.
///
/// # Examples
///
/// ```
/// use milepost::rule::{Cut, Progress, Scale};
/// use milepost::{Status, dec};
///
/// let scale = Scale::new(Progress::GrowthRatio)
///     .class("on track", Status::OnTrack, Cut::AtLeast(dec!(0.95)))
///     .class("behind", Status::Lagging, Cut::MoreThan(dec!(0)))
///     .rest("moving away", Status::Worsening);
/// assert_eq!(scale.measures(), Progress::GrowthRatio);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Scale {
    measures: Progress,
    pub(super) bands: Vec<Band>,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub(super) knots: Vec<Knot>,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub(super) range: Option<ScoreRange>,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "core::ops::Not::not"))]
    pub(super) shrinks: bool,
    #[cfg_attr(
        feature = "serde",
        serde(default, with = "decimal::option", skip_serializing_if = "Option::is_none")
    )]
    pub(super) times: Option<Decimal>,
}

impl Scale {
    /// A measure without classes: the rule publishes the number alone.
    #[must_use]
    pub const fn new(measures: Progress) -> Self {
        Self {
            measures,
            bands: Vec::new(),
            knots: Vec::new(),
            range: None,
            shrinks: false,
            times: None,
        }
    }

    /// The same scale in other units: the measured number times this one is shown and cut. 100 makes percent of a fraction.
    #[must_use]
    pub const fn times(mut self, factor: Decimal) -> Self {
        self.times = Some(factor);
        self
    }

    /// The same scale with one more class below those that it has.
    #[must_use]
    pub fn class(mut self, name: &str, status: Status, cut: Cut) -> Self {
        self.bands.push(Band {
            class: Class::new(name, status),
            cut: Some(cut),
            score: None,
        });
        self
    }

    /// The same scale with a class for all that passes no cut.
    #[must_use]
    pub fn rest(mut self, name: &str, status: Status) -> Self {
        self.bands.push(Band {
            class: Class::new(name, status),
            cut: None,
            score: None,
        });
        self
    }

    /// The same scale with a score for the class that was added last.
    #[must_use]
    pub fn scored(mut self, score: Score) -> Self {
        if let Some(band) = self.bands.last_mut() {
            band.score = Some(score);
        }
        self
    }

    /// The same scale with a score that runs straight from point to point, each a number and its score, and stays level outside.
    #[must_use]
    pub fn scored_between(mut self, points: &[(Decimal, Decimal)]) -> Self {
        self.knots = points.iter().map(|&(number, score)| Knot { number, score }).collect();
        self
    }

    /// The same scale with scores that stay between these two.
    #[must_use]
    pub const fn scores_within(mut self, low: Decimal, high: Decimal) -> Self {
        self.range = Some(ScoreRange { low, high });
        self
    }

    /// The same scale, whose cuts above 0 shrink near a natural limit of the indicator: 100 % leaves no room for growth.
    #[must_use]
    pub const fn shrinking_near_the_limit(mut self) -> Self {
        self.shrinks = true;
        self
    }

    /// The score of what lies beyond every number, on this side.
    pub(super) fn score_beyond(&self, side: Ordering) -> Option<Decimal> {
        let ends = |low: Option<Decimal>, high: Option<Decimal>| if side.is_gt() { high } else { low };
        let (first, last) = (self.knots.first(), self.knots.last());
        let of_range = ends(self.range.map(|range| range.low), self.range.map(|range| range.high));
        of_range.or(ends(first.map(|knot| knot.score), last.map(|knot| knot.score)))
    }

    /// What it measures.
    #[must_use]
    pub const fn measures(&self) -> Progress {
        self.measures
    }
}
