//! Classes one below the other, each with its cut and its score: of a scale, and of the whole of several targets.

use alloc::vec::Vec;
use core::cmp::Ordering;

use rust_decimal::Decimal;

use crate::rule::{Class, Status};
#[cfg(feature = "serde")]
use crate::value::decimal;

/// Where a class ends: the test that the measured number must pass to be in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "serde",
    serde(
        rename_all = "snake_case",
        expecting = "a cut, one of `at_least`, `more_than`, `at_most` or `less_than` as in `{\"at_least\": \"0.95\"}`, or `\"required\"`"
    )
)]
pub enum Cut {
    /// This or more.
    AtLeast(#[cfg_attr(feature = "serde", serde(with = "decimal::Exact"))] Decimal),
    /// More than this.
    MoreThan(#[cfg_attr(feature = "serde", serde(with = "decimal::Exact"))] Decimal),
    /// This or less.
    AtMost(#[cfg_attr(feature = "serde", serde(with = "decimal::Exact"))] Decimal),
    /// Less than this.
    LessThan(#[cfg_attr(feature = "serde", serde(with = "decimal::Exact"))] Decimal),
    /// What is required, or more: the required growth or change, 1 where the number is a part of what is required, the
    /// share that is expected by then. Nothing passes where nothing is required.
    Required,
}

impl Cut {
    /// The number at which the cut lies; `None` for what is required.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::dec;
    /// use milepost::rule::Cut;
    ///
    /// // Where a legend draws its lines; what is required differs from target to target.
    /// let cuts = [Cut::Required, Cut::AtLeast(dec!(0.5)), Cut::MoreThan(dec!(0))];
    /// assert_eq!(cuts.map(Cut::number), [None, Some(dec!(0.5)), Some(dec!(0))]);
    /// ```
    pub const fn number(self) -> Option<Decimal> {
        match self {
            Self::AtLeast(number) | Self::MoreThan(number) | Self::AtMost(number) | Self::LessThan(number) => {
                Some(number)
            }
            Self::Required => None,
        }
    }

    /// A cut of the same kind at another number; a cut at the required number stays.
    pub(super) const fn moved_to(self, number: Decimal) -> Self {
        match self {
            Self::AtLeast(_) => Self::AtLeast(number),
            Self::MoreThan(_) => Self::MoreThan(number),
            Self::AtMost(_) => Self::AtMost(number),
            Self::LessThan(_) => Self::LessThan(number),
            Self::Required => Self::Required,
        }
    }

    /// Whether a number passes the cut if it lies on this side of it.
    pub(super) const fn admits(self, side: Ordering) -> bool {
        match self {
            Self::AtLeast(_) | Self::Required => side.is_ge(),
            Self::MoreThan(_) => side.is_gt(),
            Self::AtMost(_) => side.is_le(),
            Self::LessThan(_) => side.is_lt(),
        }
    }

    /// Whether the class lies above the cut, so that more is better.
    pub(super) const fn rises(self) -> bool {
        matches!(self, Self::AtLeast(_) | Self::MoreThan(_) | Self::Required)
    }
}

/// What a class adds to an average.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "serde",
    serde(
        rename_all = "snake_case",
        deny_unknown_fields,
        expecting = "a score, `{\"fixed\": \"1\"}` or `{\"line\": {\"slope\": \"5\", \"intercept\": \"0\"}}`"
    )
)]
pub enum Score {
    /// The same score throughout the class.
    Fixed(#[cfg_attr(feature = "serde", serde(with = "decimal::Exact"))] Decimal),
    /// slope × number + intercept. With `shrinks`, the number is first divided by the factor by which cuts shrink where
    /// the base lies near the natural limit of the indicator.
    Line {
        /// How much the score rises for each unit of the number.
        #[cfg_attr(feature = "serde", serde(with = "decimal::Exact"))]
        slope: Decimal,
        /// The score at 0.
        #[cfg_attr(feature = "serde", serde(with = "decimal::Exact"))]
        intercept: Decimal,
        /// Whether the number is divided by the factor by which cuts shrink near the natural limit.
        #[cfg_attr(feature = "serde", serde(default))]
        shrinks: bool,
    },
}

/// A class with its cut and its score.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "serde",
    serde(deny_unknown_fields, expecting = "a map of a class and of where it begins")
)]
pub(super) struct ClassBand {
    pub(super) class: Class,
    /// `None` for whatever is left.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub(super) cut: Option<Cut>,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub(super) score: Option<Score>,
}

impl ClassBand {
    /// A class with its cut and no score. Without a cut it takes all numbers that pass no other.
    const fn new(class: Class, cut: Option<Cut>) -> Self {
        Self {
            class,
            cut,
            score: None,
        }
    }
}

/// Classes, from the best to the worst.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub(super) struct Bands(Vec<ClassBand>);

impl Bands {
    pub(super) const NONE: Self = Self(Vec::new());

    /// Adds a class below the others.
    pub(super) fn push(&mut self, name: &str, status: Status, cut: Option<Cut>) {
        self.0.push(ClassBand::new(Class::new(name, status), cut));
    }

    /// Gives a score to the class that was added last. If there is none, a class without a name is added to hold the
    /// score: the check of the rule refuses it.
    pub(super) fn score_last(&mut self, score: Score) {
        if self.0.is_empty() {
            self.push("", Status::Unknown, None);
        }
        if let Some(band) = self.0.last_mut() {
            band.score = Some(score);
        }
    }

    /// Whether there are no classes, so that the number alone is published.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The classes with their cuts and scores, from the best to the worst.
    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &ClassBand> + ExactSizeIterator {
        self.0.iter()
    }

    /// Each class with its cut. The numbers `replacements` take the place of those of the first cuts; a cut at the
    /// required number has none, and is passed over. `None` for the class without a cut.
    pub(super) fn with_cuts(&self, replacements: &[Decimal]) -> impl Iterator<Item = (&ClassBand, Option<Cut>)> {
        let mut replacements = replacements.iter();
        self.iter().map(move |band| {
            let cut = band.cut.map(|cut| match cut {
                Cut::Required => cut,
                _ => replacements.next().map_or(cut, |number| cut.moved_to(*number)),
            });
            (band, cut)
        })
    }
}
