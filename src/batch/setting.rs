//! The setting of a batch: the rule, and how often a figure is due.

use chrono::NaiveDate;

use super::BatchError;
use crate::rule::{Cuts, Rule};
use crate::value::{Length, Years};

/// The setting that holds of every row of a batch: the rule that judges it, and how often a figure is due.
///
/// # Examples
///
/// ```
/// use milepost::batch::Setting;
/// use milepost::{Length, Rule};
///
/// let setting = Setting::new(&Rule::pace())?;
/// assert_ne!(setting.clone().with_reported(Length::MONTH), setting);
/// assert!(Setting::new(&Rule::open_sdg()).is_err());
/// # Ok::<(), milepost::batch::BatchError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Setting {
    reported: Length,
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
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Rule;
    /// use milepost::batch::{BatchError, Setting};
    ///
    /// assert!(Setting::new(&Rule::pace()).is_ok());
    /// assert!(matches!(Setting::new(&Rule::open_sdg()), Err(BatchError::ComposedRule { .. })));
    /// ```
    pub fn new(rule: &Rule) -> Result<Self, BatchError> {
        let cuts = rule.cuts().ok_or_else(|| BatchError::ComposedRule {
            rule: rule.code().clone(),
        })?;
        Ok(Self {
            reported: Length::YEAR,
            rule: rule.clone(),
            cuts,
        })
    }

    /// The same with a figure due in each period of this length: what is older than the rule's number of them says
    /// nothing of today.
    ///
    /// # Examples
    ///
    /// ```
    /// # use milepost::batch::{self, Answers, BatchError, BoundKind, Column, Columns, ReasonCode, RowPath, Setting};
    /// # use milepost::{Length, Rule, day, period};
    /// # let columns = Columns {
    /// #     baseline: &[9.0],
    /// #     observed: &[7.5],
    /// #     goal: &[5.0],
    /// #     bound: Column::All(BoundKind::AtMost),
    /// #     path: Column::All(RowPath::Linear),
    /// #     baseline_at: &[period!("2023-12").end()],
    /// #     observed_at: &[period!("2024-09").end()],
    /// #     deadline: &[period!("2026-12").end()],
    /// # };
    /// # let reason = |setting: Setting| {
    /// #     let (mut status, mut reason) = ([0], [0]);
    /// #     let (expected, pace, required_from_now) = (&mut [][..], &mut [][..], &mut [][..]);
    /// #     let answers = Answers { status: &mut status, reason: &mut reason, expected, pace, required_from_now };
    /// #     batch::verdicts(&columns, day!("2025-01-31"), &setting, answers)?;
    /// #     Ok::<_, BatchError>(ReasonCode::from_code(reason[0]))
    /// # };
    /// // In January, unemployment of last September: new where a figure comes each year, too old where each month.
    /// let setting = Setting::new(&Rule::pace())?;
    /// assert_eq!(reason(setting.clone())?, Some(ReasonCode::Pace));
    /// assert_eq!(reason(setting.with_reported(Length::MONTH))?, Some(ReasonCode::Stale));
    /// # Ok::<(), BatchError>(())
    /// ```
    pub const fn with_reported(mut self, every: Length) -> Self {
        self.reported = every;
        self
    }

    pub(super) const fn cuts(&self) -> Cuts {
        self.cuts
    }

    /// The age beyond which a figure is stale as of `today`; `None` where no age is too old.
    pub(super) fn oldest(&self, today: NaiveDate) -> Option<Years> {
        self.rule.greatest_age(self.reported, today)
    }

    /// The time of the `count` reporting periods that end with `today`; `None` where they begin before the calendar.
    pub(super) fn reporting_periods(&self, today: NaiveDate, count: u32) -> Option<Years> {
        self.reported.time_before(today, count)
    }
}
