//! The path of a target, and what it makes due period by period.

use alloc::vec::Vec;

use crate::plan::{Goal, Target};
use crate::progress::{Fact, Missing, Question, schedule_grid};
use crate::series::{AsOf, Series};
use crate::trajectory::{Curve, Point, Trajectory};
use crate::value::{Bound, Length};

impl Target {
    /// The path, with its baseline read from what was known of a series as of a date.
    ///
    /// The path runs from the baseline through the milestones to the goal, of the version in force on that day. A goal
    /// that is to be kept period by period holds its limit from the first day.
    ///
    /// # Errors
    ///
    /// Why there is no path: no baseline; a trend, or a goal without its number; a goal to be reached that the baseline
    /// meets already.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Baseline, Bound, Goal, Measure, Quantity, Series, Target, Unit, code, day, dec, period};
    ///
    /// let unit = Unit::new(code!("CNY"), 8)?;
    /// let product = Quantity::new(Measure::Flow, unit.clone());
    /// let goal = Goal::level(Bound::MoreThan(dec!(2000)));
    /// let target = Target::builder(code!("gdp-2026"), product, goal, period!("2026"))
    ///     .baseline(Baseline::stated(period!("2021"), dec!(1517.7)))
    ///     .build()?;
    ///
    /// let nothing_seen = Series::empty(code!("gdp"), unit);
    /// let path = target.trajectory(&nothing_seen, day!("2026-01-31"))?;
    /// assert_eq!(path.expected(period!("2025"))?.round_dp(2), dec!(1892.61));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn trajectory<'a>(&'a self, series: &'a Series, as_of: impl Into<AsOf>) -> Fact<Trajectory<'a>> {
        let as_of = as_of.into();
        path_of(self.in_force_on(as_of.date()), &Question::new(self, series, as_of))
    }

    /// The values that are due on the path of a target, period by period: those of this length that end after the
    /// baseline.
    ///
    /// Their phase is that of the figures of that length, or of a reporting period, where all of these share one; else
    /// they are counted back from the deadline's end. The goal stands last.
    ///
    /// # Errors
    ///
    /// Those of [`trajectory`](Self::trajectory), and of [`Trajectory::expected`].
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Baseline, Bound, Goal, Length, Measure, Observation, Quantity, Series, Target, Unit, date, dec};
    ///
    /// let homes = Quantity::new(Measure::Stock, Unit::new("home".parse()?, 0)?);
    /// let target = Target::builder("homes".parse()?, homes, Goal::level(Bound::AtLeast(dec!(300))), "2023".parse()?)
    ///     .baseline(Baseline::stated("2020".parse()?, dec!(0)))
    ///     .build()?;
    /// // Counted at the end of each March.
    /// let counted = Observation::new("2020-04-01/P1Y".parse()?, dec!(20)).published_on(date("2021-05-01")?);
    /// let series = Series::new("homes".parse()?, target.quantity().unit().clone(), vec![counted])?;
    ///
    /// let due = target.schedule(&series, date("2021-06-30")?, Length::YEAR).map_err(|_| "a path")?;
    /// let due: Vec<_> = due.iter().map(|point| (point.period.last().to_string(), point.value)).collect();
    /// assert_eq!(due[0], ("2021-03-31".to_string(), dec!(25)));
    /// assert_eq!(due[2], ("2023-03-31".to_string(), dec!(225)));
    /// assert_eq!(due[3], ("2023-12-31".to_string(), dec!(300)));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn schedule(&self, series: &Series, as_of: impl Into<AsOf>, every: Length) -> Fact<Vec<Point>> {
        let question = &Question::new(self, series, as_of.into());
        let grid = schedule_grid(self, question.figures, every);
        Ok(path_of(self, question)?.schedule_on(grid)?)
    }
}

/// The path of a target: that of the question; for a goal that is kept period by period the path held at its value,
/// which needs no figures.
pub(crate) fn path_of<'a>(target: &'a Target, question: &Question<'a>) -> Fact<Trajectory<'a>> {
    match target.goal() {
        Goal::Keep { .. } => path_held_at_goal(target),
        _ => Ok(question.path()?.trajectory.clone()),
    }
}

/// The path of a promise that is kept period by period: its value, from the baseline on. An error without a baseline,
/// and unless the promise is one number.
fn path_held_at_goal(target: &Target) -> Fact<Trajectory<'_>> {
    let goal = promised_in_each_period(target)?;
    let start = Point::new(target.start().ok_or(Missing::NoBaseline)?, goal.value);
    Ok(Trajectory::new(start, &[], goal, Curve::Hold)?)
}

/// The value that a goal promises for each period, as a point at the deadline. An error unless the bound has one limit.
pub(super) fn promised_in_each_period(target: &Target) -> Fact<Point> {
    let limit = target.goal().bound().and_then(Bound::limit);
    limit
        .map(|value| Point::new(target.deadline(), value))
        .ok_or(Missing::NotForThisGoal)
}
