//! What holds of every row: the rule, and how often a figure is due.

use super::BatchError;
use crate::rule::{Cuts, Rule};
use crate::value::{Frequency, Position, Years};

/// What holds of every row of a batch: by which rule it is judged, and how often a figure is due.
///
/// # Examples
///
/// ```
/// use milepost::batch::Setting;
/// use milepost::{Frequency, Rule};
///
/// let setting = Setting::new(&Rule::pace())?;
/// assert_ne!(setting.clone().reported(Frequency::Month), setting);
/// assert!(Setting::new(&Rule::open_sdg()).is_err());
/// # Ok::<(), milepost::batch::BatchError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Setting {
    reported: Frequency,
    rule: Rule,
    /// INVARIANT: those of the rule.
    cuts: Cuts,
}

impl Setting {
    /// Rows that are judged by the cuts and the greatest age of a rule, with a figure due each year.
    ///
    /// # Errors
    ///
    /// [`BatchError::ComposedRule`] if the rule is composed of parts: columns are judged by pace.
    pub fn new(rule: &Rule) -> Result<Self, BatchError> {
        let cuts = rule.cuts().ok_or_else(|| BatchError::ComposedRule {
            rule: rule.code().clone(),
        })?;
        Ok(Self {
            reported: Frequency::Year,
            rule: rule.clone(),
            cuts,
        })
    }

    /// The same with a figure due in each period of this frequency: what is older than the rule's number of them says nothing of today.
    pub const fn reported(mut self, every: Frequency) -> Self {
        self.reported = every;
        self
    }

    pub(super) const fn cuts(&self) -> Cuts {
        self.cuts
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
