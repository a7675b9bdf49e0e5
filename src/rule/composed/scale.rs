//! The classes into which a rule cuts what it measures.

use alloc::vec::Vec;
use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::progress::Progress;
use crate::rule::{Class, Status};
#[cfg(feature = "serde")]
use crate::value::decimal;

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
