//! What holds of every row: the kind of bound, the path, the rule.

use rust_decimal::Decimal;

use super::{BatchError, Path};
use crate::rule::{Cuts, Rule};
use crate::value::{Bound, Direction, Frequency, Position, Years};

/// On which side of the goal a promise is met: a [`Bound`] whose limit stands in a column.
///
/// The direction is in it, so that lower-is-better cannot go wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BoundKind {
    /// The goal or more.
    AtLeast,
    /// More than the goal.
    MoreThan,
    /// The goal or less.
    AtMost,
    /// Less than the goal.
    LessThan,
}

impl BoundKind {
    /// The bound with this limit.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::batch::BoundKind;
    /// use milepost::{Bound, dec};
    ///
    /// assert_eq!(BoundKind::AtMost.at(dec!(5.5)), Bound::AtMost(dec!(5.5)));
    /// ```
    #[must_use]
    pub const fn at(self, limit: Decimal) -> Bound {
        match self {
            Self::AtLeast => Bound::AtLeast(limit),
            Self::MoreThan => Bound::MoreThan(limit),
            Self::AtMost => Bound::AtMost(limit),
            Self::LessThan => Bound::LessThan(limit),
        }
    }

    pub(super) const fn direction(self) -> Direction {
        match self {
            Self::AtLeast | Self::MoreThan => Direction::Rising,
            Self::AtMost | Self::LessThan => Direction::Falling,
        }
    }

    pub(super) const fn includes_goal(self) -> bool {
        matches!(self, Self::AtLeast | Self::AtMost)
    }

    /// Whether a value lies on the wrong side of another one.
    pub(super) fn is_worse(self, value: Decimal, than: Decimal) -> bool {
        match self.direction() {
            Direction::Rising => value < than,
            Direction::Falling => value > than,
        }
    }
}

/// What holds of every row of a batch: how the goal binds, how the path runs, and by which rule it is judged.
///
/// # Examples
///
/// ```
/// use milepost::batch::{BoundKind, Path, Terms};
/// use milepost::{Frequency, Rule};
///
/// let terms = Terms::new(BoundKind::AtMost, Path::Linear, &Rule::pace())?.reported(Frequency::Month);
/// assert_eq!(terms.bound(), BoundKind::AtMost);
/// assert!(Terms::new(BoundKind::AtMost, Path::Linear, &Rule::open_sdg()).is_err());
/// # Ok::<(), milepost::batch::BatchError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    bound: BoundKind,
    path: Path,
    reported: Frequency,
    /// INVARIANT: it judges by pace.
    rule: Rule,
}

impl Terms {
    /// Rows with this kind of bound and of path, judged by the cuts and the greatest age of a rule, with a figure due each year.
    ///
    /// # Errors
    ///
    /// [`BatchError::ComposedRule`] if the rule is composed of parts: columns are judged by pace.
    pub fn new(bound: BoundKind, path: Path, rule: &Rule) -> Result<Self, BatchError> {
        if rule.method().is_some() {
            return Err(BatchError::ComposedRule {
                rule: rule.code().clone(),
            });
        }
        Ok(Self {
            bound,
            path,
            reported: Frequency::Year,
            rule: rule.clone(),
        })
    }

    /// The same with a figure due in each period of this frequency: what is older than the rule's number of them says nothing of today.
    #[must_use]
    pub const fn reported(mut self, every: Frequency) -> Self {
        self.reported = every;
        self
    }

    /// How the goals bind.
    #[must_use]
    pub const fn bound(&self) -> BoundKind {
        self.bound
    }

    /// How the paths run.
    #[must_use]
    pub const fn path(&self) -> Path {
        self.path
    }

    pub(super) const fn cuts(&self) -> Cuts {
        self.rule.cuts()
    }

    /// The age beyond which a figure says nothing of today.
    pub(super) fn oldest(&self) -> Option<Years> {
        self.rule.oldest(self.reported)
    }

    /// The first position of a baseline whose first reporting period is not over before this day.
    ///
    /// That period ends with the first multiple of its length after the baseline: `(⌊baseline ÷ length⌋ + 1) · length ≥ today` wherever
    /// `baseline ≥ (⌈today ÷ length⌉ − 1) · length`.
    pub(super) fn nothing_due_from(&self, today: Position) -> Position {
        let length = i64::from(self.reported.months()).saturating_mul(Years::months(1).units());
        let periods = today.units().saturating_sub(1).div_euclid(length.max(1));
        Position::from_units(periods.saturating_mul(length))
    }
}
