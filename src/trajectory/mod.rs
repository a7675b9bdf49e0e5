//! The path from a baseline to a goal: the value that is due at each time.
//!
//! A [`Shape`] is what an author chooses. A [`Trajectory`] is a path with its points in place, ready to be asked what
//! is expected at a period. It gives the baseline, the milestones and the goal back exactly as they were stored, and
//! computes only between them, rounding once.

mod expected;
mod shape;

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::cmp::Ordering;

use rust_decimal::Decimal;

pub(crate) use self::expected::{Covered, Distance, Expected, WholeNumber};
pub use self::shape::{Between, Curve, Point, Schedule, Shape};
use crate::growth::{ConstantGrowth, GrowthError};
use crate::value::{Collected, Grid, Length, Period, Position, Spot, Years, errors, getters, names};

errors! {
    /// Why a path has no value, or is none.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
    #[non_exhaustive]
    pub enum TrajectoryError {
        /// The path begins later.
        BeforeBaseline {
            /// The period that was asked for.
            at: Period,
            /// The baseline's period.
            baseline: Period,
        } = ("before_baseline", "the path begins at the end of {baseline}, after {at}"),
        /// The path ends earlier.
        AfterGoal {
            /// The period that was asked for.
            at: Period,
            /// The goal's period.
            goal: Period,
        } = ("after_goal", "the path ends with {goal}, before {at}"),
        /// The points are not in the order of time.
        NotInOrder {
            /// The point that stands first.
            earlier: Period,
            /// The point that stands after it.
            later: Period,
        } = ("not_in_order",
            "the points of a path follow each other in time, and {later} does not end after {earlier}"),
        /// The curve cannot run between two of the points, or no decimal holds the value.
        #[error(transparent)]
        Growth(#[from] GrowthError),
    }
}

names! { "a clock":
    /// How time is counted on a way.
    #[derive(Default)]
    pub enum Clock {
        /// In months and parts of months: each month is a twelfth of its year.
        #[default]
        Months = "months",
        /// In days: of 364 days, 63 are 63 ÷ 364. For weekly and daily plans.
        Days = "days",
    }
}

impl Clock {
    /// The time from one spot to another; in days, from the one of these `moments` that stands there to the other. Only
    /// times by the same clock are comparable.
    pub(crate) fn time_between(self, from: Spot, to: Spot, moments: Option<Moments>) -> Years {
        match self {
            Self::Months => to.position().since(from.position()),
            Self::Days => {
                let moment = |at: Spot| moments.map_or(at, |moments| moments.standing_at(at)).half_days();
                let half_days = moment(to).saturating_sub(moment(from));
                Years::from_units(half_days.saturating_mul(UNITS_PER_HALF_DAY))
            }
        }
    }
}

/// Moments at the beginning or in the middle of periods of one length, whose values stand at the ends of these periods.
/// Between moments there may be another number of days than between the ends: a year from 1 January 2024 holds a leap
/// day, and a year from the end of 2024 does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moments {
    pub(crate) collected: Collected,
    pub(crate) length: Length,
}

impl Moments {
    /// The moment whose value stands at a spot.
    fn standing_at(self, at: Spot) -> Spot {
        let own = Grid::ending_on(at.last(), self.length).period(0);
        own.map_or(at, |own| self.collected.measured_at(own))
    }
}

/// The units of half a day by the clock of days: about as many as it has by the clock of months, so that times by
/// either clock are of one size. Times by days are never compared with times by months.
const UNITS_PER_HALF_DAY: i64 = Years::UNITS_PER_YEAR / (2 * 365);

/// A path from a baseline to a goal, with its points in place.
///
/// # Examples
///
/// ```
/// use milepost::trajectory::Curve;
/// use milepost::{Period, Point, Trajectory, dec};
///
/// let path = Trajectory::new(
///     Point::new("2021".parse()?, dec!(1517.7)),
///     &[],
///     Point::new("2026".parse()?, dec!(2000)),
///     Curve::ConstantGrowth,
/// )?;
/// assert_eq!(path.expected(Period::year(2025)?)?.round_dp(2), dec!(1892.61));
/// assert_eq!(path.expected(Period::year(2026)?)?, dec!(2000));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trajectory<'a> {
    baseline: Point,
    /// Where the path begins: at the end of the baseline's period, but for half a day.
    begin: Spot,
    /// INVARIANT: baseline, milestones and goal follow each other in time.
    milestones: Cow<'a, [Point]>,
    goal: Point,
    curve: Curve,
    clock: Clock,
    /// The moments between which days are counted; `None` where these are the ends of periods.
    moments: Option<Moments>,
}

impl<'a> Trajectory<'a> {
    /// A path through these points.
    ///
    /// # Errors
    ///
    /// [`TrajectoryError::NotInOrder`] if a point does not end after the one before it, and [`TrajectoryError::Growth`]
    /// if constant growth is asked for where a value is zero or less, or an S-curve where one is not between 0 and its
    /// ceiling.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::trajectory::Curve;
    /// use milepost::{Point, Trajectory, dec, period};
    ///
    /// let [from, half_way, to] = [
    ///     Point::new(period!("2020"), dec!(840)),
    ///     Point::new(period!("2025"), dec!(700)),
    ///     Point::new(period!("2030"), dec!(420)),
    /// ];
    /// let path = Trajectory::new(from, vec![half_way], to, Curve::Linear)?;
    /// assert_eq!(path.expected(period!("2024"))?, dec!(728));
    /// // Points follow each other in time, and no rate a year leads to zero.
    /// assert!(Trajectory::new(half_way, vec![from], to, Curve::Linear).is_err());
    /// let nothing = Point::new(period!("2050"), dec!(0));
    /// assert!(Trajectory::new(from, &[], nothing, Curve::ConstantGrowth).is_err());
    /// # Ok::<(), milepost::trajectory::TrajectoryError>(())
    /// ```
    pub fn new(
        baseline: Point,
        milestones: impl Into<Cow<'a, [Point]>>,
        goal: Point,
        curve: Curve,
    ) -> Result<Self, TrajectoryError> {
        let path = Self {
            baseline,
            begin: baseline.period.into(),
            milestones: milestones.into(),
            goal,
            curve,
            clock: Clock::Months,
            moments: None,
        };
        let mut earlier = baseline;
        for later in path.milestones.iter().copied().chain([goal]) {
            if later.period.last() <= earlier.period.last() {
                return Err(TrajectoryError::NotInOrder {
                    earlier: earlier.period,
                    later: later.period,
                });
            }
            let (from, to) = (earlier.value, later.value);
            let over = later.period.end().since(earlier.period.end());
            // It is enough to know that there is a growth: its logarithm, which takes longer, is not needed.
            if curve == Curve::ConstantGrowth {
                ConstantGrowth::new(from, to, over)?;
            } else {
                Distance::along(curve, [from, to], over)?;
            }
            earlier = later;
        }
        Ok(path)
    }

    /// The same path with its time counted by this clock.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::trajectory::{Clock, Curve};
    /// use milepost::{Point, Trajectory, dec, period};
    ///
    /// // By months, January is a twelfth of the year; by days, 31 of 365.
    /// let path = Trajectory::new(
    ///     Point::new(period!("2024-12-31"), dec!(0)),
    ///     &[],
    ///     Point::new(period!("2025-12-31"), dec!(365)),
    ///     Curve::Linear,
    /// )?;
    /// let end_of_january = period!("2025-01-31");
    /// assert_eq!(path.expected(end_of_january)?.round_dp(3), dec!(30.417));
    /// assert_eq!(path.with_clock(Clock::Days).expected(end_of_january)?, dec!(31));
    /// # Ok::<(), milepost::trajectory::TrajectoryError>(())
    /// ```
    #[must_use]
    pub fn with_clock(self, clock: Clock) -> Self {
        Self { clock, ..self }
    }

    /// The same path with its days counted between these moments, or between the ends of periods.
    pub(crate) fn with_moments(self, moments: Option<Moments>) -> Self {
        Self { moments, ..self }
    }

    /// The same path with its time counted from this spot, which is shown as the period of the baseline.
    pub(crate) fn beginning_at(self, begin: Spot) -> Self {
        Self { begin, ..self }
    }

    /// The same path with its time counted as along another one.
    pub(crate) fn with_time_of(self, other: &Trajectory<'_>) -> Self {
        self.with_clock(other.clock).with_moments(other.moments)
    }

    /// The time from where the path begins to a spot, as it is counted along the path.
    pub(crate) fn time_since_start(&self, at: Spot) -> Years {
        self.clock.time_between(self.begin, at, self.moments)
    }

    getters! {
        /// How the time along the path is counted.
        clock: Clock,
        /// The point at which the path begins.
        baseline: Point,
        /// The points in between.
        milestones: &[Point],
        /// The point at which the path ends.
        goal: Point,
        /// How the path runs between its points.
        curve: Curve,
    }

    /// Whether the path runs from baseline to goal in one stretch: the same amount or rate every year, or one S-curve.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::trajectory::Curve;
    /// use milepost::{Point, Trajectory, dec, period};
    ///
    /// let [from, between, to] = [period!("2020"), period!("2025"), period!("2030")];
    /// let through = |milestones: Vec<Point>, curve| {
    ///     Trajectory::new(Point::new(from, dec!(840)), milestones, Point::new(to, dec!(420)), curve)
    /// };
    /// assert!(through(vec![], Curve::ConstantGrowth)?.is_plain());
    /// assert!(!through(vec![Point::new(between, dec!(700))], Curve::ConstantGrowth)?.is_plain());
    /// assert!(!through(vec![], Curve::Stepped)?.is_plain());
    /// # Ok::<(), milepost::trajectory::TrajectoryError>(())
    /// ```
    pub fn is_plain(&self) -> bool {
        self.milestones.is_empty() && !matches!(self.curve, Curve::Stepped | Curve::Hold)
    }

    /// The value that is due at the end of a period.
    ///
    /// Exactly the stored value at the end of the baseline, of a milestone and of the goal; between two points, with
    /// *t* the share of the time between them,
    ///
    /// ```text
    /// linear            a + (b − a) · t
    /// constant growth   a · (b ÷ a)^t
    /// logistic          o = a ÷ (ceiling − a) · (b · (ceiling − a) ÷ (a · (ceiling − b)))^t,   ceiling · o ÷ (1 + o)
    /// stepped           a
    /// hold              the goal's value, from the baseline on
    /// ```
    ///
    /// rounded half-even to the nearest decimal, once.
    ///
    /// # Errors
    ///
    /// [`TrajectoryError::BeforeBaseline`] and [`TrajectoryError::AfterGoal`] outside the path;
    /// [`TrajectoryError::Growth`] if the value does not fit a decimal.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::trajectory::{Curve, TrajectoryError};
    /// use milepost::{Point, Trajectory, dec, period};
    ///
    /// // Emissions of 840 kt in 2020 and of 420 kt in 2030, in equal steps. A figure of a quarter stands at its end.
    /// let (from, to) = (Point::new(period!("2020"), dec!(840)), Point::new(period!("2030"), dec!(420)));
    /// let path = Trajectory::new(from, &[], to, Curve::Linear)?;
    /// assert_eq!(path.expected(period!("2024"))?, dec!(672));
    /// assert_eq!(path.expected(period!("2025-Q2"))?, dec!(651));
    /// assert!(matches!(path.expected(period!("2031")), Err(TrajectoryError::AfterGoal { .. })));
    /// # Ok::<(), TrajectoryError>(())
    /// ```
    pub fn expected(&self, at: Period) -> Result<Decimal, TrajectoryError> {
        let (from, run) = self.run_to(at.into())?;
        Ok(match run {
            Some(run) => Expected::new(from, run).value()?,
            None => from,
        })
    }

    /// How a figure compares with the value that is due at the end of a period.
    ///
    /// Decided exactly, while [`expected`](Self::expected) is rounded to 28 decimals: a figure that equals the rounded
    /// value lies above or below the path. `Less` is below it, whichever way is better.
    ///
    /// # Errors
    ///
    /// Those of [`expected`](Self::expected), but that a value of any size is compared.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::cmp::Ordering;
    ///
    /// use milepost::trajectory::Curve;
    /// use milepost::{Period, Point, Trajectory, dec};
    ///
    /// let path = Trajectory::new(
    ///     Point::new("2021".parse()?, dec!(1517.7)),
    ///     &[],
    ///     Point::new("2026".parse()?, dec!(2000)),
    ///     Curve::ConstantGrowth,
    /// )?;
    /// let at = Period::year(2025)?;
    /// assert_eq!(path.compare(dec!(1781.8), at)?, Ordering::Less);
    /// // An irrational value is not the decimal next to it.
    /// assert_ne!(path.compare(path.expected(at)?, at)?, Ordering::Equal);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn compare(&self, observed: Decimal, at: Period) -> Result<Ordering, TrajectoryError> {
        let (from, run) = self.run_to(at.into())?;
        Ok(match run {
            Some(run) => run.covered(from, observed).side(&run, Decimal::ONE),
            None => observed.cmp(&from),
        })
    }

    /// The expectation at a spot, exactly: a distance from the baseline's value. It is in units, unless the path has no
    /// milestones and is a constant growth (in logarithms) or an S-curve (in log odds).
    pub(crate) fn expected_at(&self, at: Spot) -> Result<Expected, TrajectoryError> {
        let start = self.baseline.value;
        if self.is_plain() {
            self.refuse_outside(at.shown)?;
            let (elapsed, whole) = (
                self.time_since_start(at),
                self.time_since_start(self.goal.period.into()),
            );
            let way = Distance::along(self.curve, [start, self.goal.value], whole)?;
            return Ok(Expected::new(start, way.part_by_time(elapsed, whole)));
        }
        let (from, run) = self.run_to(at)?;
        let due = match run {
            Some(run) => Expected::new(from, run).units_from(start),
            None => Distance::line(start, from),
        };
        Ok(Expected::new(start, due))
    }

    /// How the path comes to a spot: the value from which it runs there, and the distance that it has run from that
    /// value, or `None` where that value itself is due:
    ///
    /// 1. on a held path the goal's value, and `None`;
    /// 2. on a path in steps the value of the last point that is reached, and `None`;
    /// 3. where a point stands the value of the point, and `None`;
    /// 4. else the value of the last point that is reached, and the distance from there.
    fn run_to(&self, at: Spot) -> Result<(Decimal, Option<Distance>), TrajectoryError> {
        self.refuse_outside(at.shown)?;
        let [(from, earlier), (to, later)] = self.points_around(at.position());
        let time_since = |from: Spot, to: Spot| self.clock.time_between(from, to, self.moments);
        let (after, over) = (time_since(from, at), time_since(from, to));
        Ok(match self.curve {
            Curve::Hold => (self.goal.value, None),
            Curve::Stepped => (earlier, None),
            _ if !after.is_positive() => (earlier, None),
            curve => {
                let way = Distance::along(curve, [earlier, later], over)?;
                (earlier, Some(way.part_by_time(after, over)))
            }
        })
    }

    /// Refuses periods before the baseline and after the goal.
    pub(crate) fn refuse_outside(&self, at: Period) -> Result<(), TrajectoryError> {
        let last = at.last();
        if last < self.baseline.period.last() {
            return Err(TrajectoryError::BeforeBaseline {
                at,
                baseline: self.baseline.period,
            });
        }
        if last > self.goal.period.last() {
            return Err(TrajectoryError::AfterGoal {
                at,
                goal: self.goal.period,
            });
        }
        Ok(())
    }

    /// The values that are due, period by period: those of this length, counted back from the end of the goal's period,
    /// that end after the baseline. Weeks are counted from Monday to Sunday. The goal always stands last.
    /// [`Target::schedule`](crate::Target::schedule) counts them in the phase of a target's figures, so that
    /// each value stands beside its figure.
    ///
    /// # Errors
    ///
    /// Those of [`expected`](Self::expected).
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Baseline, Bound, Goal, Length, Measure, Point, Quantity, Series, Target, Unit};
    /// use milepost::{code, day, dec, period};
    ///
    /// // From 28 buildings in 2021 to 50 in 2026: 4.4 a year.
    /// let buildings = Quantity::new(Measure::Stock, Unit::ratio());
    /// let goal = Goal::level(Bound::AtLeast(dec!(50)));
    /// let target = Target::builder(code!("buildings"), buildings, goal, period!("2026"))
    ///     .baseline(Baseline::stated(period!("2021"), dec!(28)))
    ///     .build()?;
    /// let series = Series::empty(code!("buildings"), Unit::ratio());
    /// let due = target.trajectory(&series, day!("2022-01-31"))?.schedule(Length::YEAR)?;
    /// assert_eq!(due.len(), 5);
    /// assert_eq!(due.first(), Some(&Point::new(period!("2022"), dec!(32.4))));
    /// assert_eq!(due.last(), Some(&Point::new(period!("2026"), dec!(50))));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn schedule(&self, every: Length) -> Result<Vec<Point>, TrajectoryError> {
        self.schedule_on(self.goal.period.grid_back(every))
    }

    /// The values that are due at the ends of the periods of a grid, after the baseline; the goal always stands last.
    pub(crate) fn schedule_on(&self, grid: Grid) -> Result<Vec<Point>, TrajectoryError> {
        let [from, to] = [self.baseline.period, self.goal.period].map(|period| grid.number_by(period.last()));
        let mut due = Vec::new();
        for period in grid.periods(from.unwrap_or(i32::MAX), to.unwrap_or(i32::MIN)) {
            let is_between = self.baseline.period.end() < period.end() && period.end() < self.goal.period.end();
            if is_between {
                due.push(Point::new(period, self.expected(period)?));
            }
        }
        due.push(self.goal);
        Ok(due)
    }

    /// The last point that is reached by `position`, and the point after it, each by where it stands and its value;
    /// from the goal's end on, the goal twice.
    fn points_around(&self, position: Position) -> [(Spot, Decimal); 2] {
        let standing = |point: &Point| (Spot::from(point.period), point.value);
        if position >= self.goal.period.end() {
            return [standing(&self.goal); 2];
        }
        let reached = self.milestones.partition_point(|point| point.period.end() <= position);
        let (before, after) = self.milestones.split_at_checked(reached).unwrap_or_default();
        let earlier = before.last().map_or((self.begin, self.baseline.value), standing);
        [earlier, standing(after.first().unwrap_or(&self.goal))]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;

    fn point(period: &str, value: Decimal) -> Point {
        Point::new(period.parse().unwrap(), value)
    }

    fn expected(path: &Trajectory<'_>, at: &str) -> Decimal {
        path.expected(at.parse().unwrap()).unwrap().round_dp(4)
    }

    #[test]
    fn between_its_points_a_path_runs_as_its_curve_says() {
        let milestones = [point("2024", dec!(16))];
        let path =
            |curve| Trajectory::new(point("2022", dec!(4)), &milestones, point("2026", dec!(100)), curve).unwrap();
        for (curve, values) in [
            (Curve::Linear, [dec!(4), dec!(10), dec!(16), dec!(58), dec!(100)]),
            (Curve::ConstantGrowth, [dec!(4), dec!(8), dec!(16), dec!(40), dec!(100)]),
            (Curve::Stepped, [dec!(4), dec!(4), dec!(16), dec!(16), dec!(100)]),
            (Curve::Hold, [dec!(100); 5]),
        ] {
            for (at, value) in ["2022", "2023", "2024", "2025", "2026"].into_iter().zip(values) {
                assert_eq!(expected(&path(curve), at), value, "{curve:?} at {at}");
            }
        }
    }

    #[test]
    fn a_figure_is_compared_with_the_path_and_not_with_its_rounded_value() {
        let milestones = [point("2024", dec!(16))];
        let path =
            |curve| Trajectory::new(point("2022", dec!(4)), &milestones, point("2026", dec!(100)), curve).unwrap();
        let step = dec!(0.00000000000000000000000001);
        for (curve, at, value) in [
            (Curve::Linear, "2023", dec!(10)),
            (Curve::ConstantGrowth, "2023", dec!(8)),
            (Curve::ConstantGrowth, "2024", dec!(16)),
            (Curve::ConstantGrowth, "2025", dec!(40)),
            (Curve::Stepped, "2025", dec!(16)),
            (Curve::Hold, "2023", dec!(100)),
        ] {
            let (path, at) = (path(curve), at.parse().unwrap());
            for (figure, side) in [
                (value.checked_sub(step), Ordering::Less),
                (Some(value), Ordering::Equal),
                (value.checked_add(step), Ordering::Greater),
            ] {
                assert_eq!(path.compare(figure.unwrap(), at), Ok(side), "{curve:?} at {at}");
            }
        }
        // A third of the way: the decimals beside it lie on either side.
        let third = Trajectory::new(point("2021", dec!(0)), &[], point("2024", dec!(1)), Curve::Linear).unwrap();
        let at = "2022".parse().unwrap();
        for (figure, side) in [
            (dec!(0.3333333333333333333333333333), Ordering::Less),
            (dec!(0.3333333333333333333333333334), Ordering::Greater),
        ] {
            assert_eq!(third.compare(figure, at), Ok(side));
        }
        assert!(third.compare(dec!(1), "2020".parse().unwrap()).is_err());
    }

    #[test]
    fn stored_points_come_back_digit_by_digit() {
        let milestones = [point("2030-06-15", dec!(1.0000000000000000000000000007))];
        let path = Trajectory::new(
            point("2000", dec!(0.9999999999999999999999999999)),
            &milestones,
            point("2199", dec!(79228162514264337593543950335)),
            Curve::ConstantGrowth,
        )
        .unwrap();
        for point in [path.baseline(), milestones[0], path.goal()] {
            assert_eq!(path.expected(point.period), Ok(point.value));
        }
    }

    #[test]
    fn the_schedule_ends_with_the_goal() {
        let path = Trajectory::new(
            point("2021", dec!(0)),
            &[],
            point("2022-11-30", dec!(23)),
            Curve::Linear,
        )
        .unwrap();
        let shown = |every| {
            let schedule = path.schedule(every).unwrap();
            schedule
                .iter()
                .map(|point| format!("{} {}", point.period, point.value.round_dp(3).normalize()))
                .collect::<Vec<_>>()
        };
        assert_eq!(shown(Length::YEAR), ["2022-11-30 23"]);
        assert_eq!(shown(Length::HALF), ["2021-12-01/P6M 10.455", "2022-11-30 23"]);
        assert_eq!(
            shown(Length::QUARTER),
            [
                "2021-12-01/P3M 4.182",
                "2022-03-01/P3M 10.455",
                "2022-06-01/P3M 16.727",
                "2022-11-30 23"
            ]
        );
        assert_eq!(shown(Length::MONTH).len(), 11);
        // The last of November 2022 is a Wednesday.
        assert_eq!(shown(Length::WEEK)[47..], ["2022-11-21/P7D 22.791", "2022-11-30 23"]);
        assert_eq!(shown(Length::Months(36)), ["2022-11-30 23"]);
        assert_eq!(shown(Length::Days(0)), ["2022-11-30 23"]);
    }

    #[test]
    fn refusals() {
        let path = Trajectory::new(point("2021", dec!(1)), &[], point("2026", dec!(2)), Curve::Linear).unwrap();
        for (at, message) in [
            ("2020", "the path begins at the end of 2021, after 2020"),
            ("2026-12-31", ""),
            ("2027-01-01", "the path ends with 2026, before 2027-01-01"),
        ] {
            let result = path.expected(at.parse().unwrap());
            assert_eq!(
                result.map_or_else(|error| error.to_string(), |_| String::new()),
                message
            );
        }
        let late = [point("2026", dec!(1))];
        assert_eq!(
            Trajectory::new(point("2021", dec!(1)), &late, point("2026", dec!(2)), Curve::Linear)
                .unwrap_err()
                .to_string(),
            "the points of a path follow each other in time, and 2026 does not end after 2026"
        );
        assert!(matches!(
            Trajectory::new(
                point("2021", dec!(0)),
                &[],
                point("2026", dec!(2)),
                Curve::ConstantGrowth
            ),
            Err(TrajectoryError::Growth(_))
        ));
    }
}
