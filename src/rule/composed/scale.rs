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
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
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
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
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
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
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
        const times(factor: Decimal) => times = Some(factor),
        /// The same scale with a score that runs straight from point to point, each a number and its score, and stays
        /// level outside.
        scored_between(points: &[(Decimal, Decimal)]) =>
            knots = points.iter().map(|&(number, score)| Knot { number, score }).collect(),
        /// The same scale with scores that stay between these two.
        const scores_within(low: Decimal, high: Decimal) => range = Some(ScoreRange { low, high }),
        /// The same scale, whose cuts above 0 shrink near a natural limit of the indicator: 100 % leaves no room for
        /// growth.
        const shrinking_near_the_limit() => shrinks = true,
    }

    /// The same scale with one more class below those that it has.
    pub fn class(mut self, name: &str, status: Status, cut: Cut) -> Self {
        self.bands.push(name, status, Some(cut));
        self
    }

    /// The same scale with a class for all that passes no cut.
    pub fn rest(mut self, name: &str, status: Status) -> Self {
        self.bands.push(name, status, None);
        self
    }

    /// The same scale with a score for the class that was added last.
    pub fn scored(mut self, score: Score) -> Self {
        self.bands.score_last(score);
        self
    }

    /// The score of a number beyond every number, on this side; `None` where the scale has no scores.
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
    pub const fn measures(&self) -> Progress {
        self.measures
    }
}
