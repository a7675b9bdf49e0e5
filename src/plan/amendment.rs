//! When a promise was amended, and what it says since.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::iter;

use chrono::NaiveDate;

use super::{Baseline, Citation, Goal, Milestone, Reference};
use crate::trajectory::Shape;
use crate::value::{Period, Text, getters, setters};

/// When, where and why a promise was amended.
///
/// An amendment holds from the day on which the amendment comes into force, and never before it is published. Until
/// then the version before it holds.
///
/// # Examples
///
/// ```
/// use milepost::{Amendment, date, text};
///
/// let review = Amendment::new(date("2023-01-01")?)
///     .published_on(date("2023-06-15")?)
///     .with_why(text!("the mid-term review"));
/// assert_eq!(review.since(), date("2023-06-15")?);
/// # Ok::<(), milepost::ValueError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[must_use]
pub struct Amendment {
    pub(super) in_force: NaiveDate,
    pub(super) published: Option<NaiveDate>,
    pub(super) why: Option<Text>,
    pub(super) citation: Option<Citation>,
}

impl Amendment {
    /// An amendment that comes into force on this day.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Amendment, day, text};
    ///
    /// // Without a day of publication an amendment is known when it comes into force.
    /// let decree = Amendment::new(day!("2024-07-01")).with_why(text!("the flood of June"));
    /// assert_eq!((decree.published(), decree.since()), (None, day!("2024-07-01")));
    /// // One that is announced early holds no earlier.
    /// assert_eq!(decree.published_on(day!("2024-06-20")).since(), day!("2024-07-01"));
    /// ```
    pub const fn new(in_force: NaiveDate) -> Self {
        Self {
            in_force,
            published: None,
            why: None,
            citation: None,
        }
    }

    setters! {
        /// The same amendment, published on this day.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Amendment, day};
        ///
        /// // In force since January, and told in June: nobody could be judged by it in May.
        /// let backdated = Amendment::new(day!("2023-01-01")).published_on(day!("2023-06-15"));
        /// assert_eq!((backdated.in_force(), backdated.since()), (day!("2023-01-01"), day!("2023-06-15")));
        /// ```
        const published_on(day: NaiveDate) => published = Some(day),
        /// The same amendment, with why it was made.
        with_why(why: Text) => why = Some(why),
        /// The same amendment, with the place where it is stated.
        with_citation(citation: Citation) => citation = Some(citation),
    }

    getters! {
        /// The day on which it comes into force.
        in_force: NaiveDate,
        /// The day on which it was published, where it is stated.
        published: Option<NaiveDate>,
        /// Why it was made.
        why: Option<&Text>,
        /// The place where the amendment is stated.
        citation: Option<&Citation>,
    }

    /// The day from which the amendment holds: the day on which it comes into force or, if that is later, the day on
    /// which it was published.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Amendment, day};
    ///
    /// let late = Amendment::new(day!("2023-01-01")).published_on(day!("2023-06-15"));
    /// assert_eq!(late.since(), day!("2023-06-15"));
    /// ```
    pub fn since(&self) -> NaiveDate {
        self.published.map_or(self.in_force, |day| day.max(self.in_force))
    }

    /// The path of an amendment within its promise: `amendments[2]`, by its place in the list.
    pub(super) fn path(place: usize) -> String {
        format!("amendments[{place}]")
    }

    /// The amendments of a list in the order of time, each with its place in that list.
    pub(super) fn in_order<T>(list: Vec<(Self, T)>) -> Vec<(usize, (Self, T))> {
        let mut in_order: Vec<_> = list.into_iter().enumerate().collect();
        in_order.sort_by_key(|(_, (amendment, _))| amendment.since());
        in_order
    }
}

/// The changes that an amendment makes of a target. A change that it does not state leaves the target as it was.
///
/// With a new goal, or a new deadline, the milestones that are not yet due and the schedule of the version before fall
/// away, and the new ones are those that the amendment states. The way still leads through the milestones that were due
/// by then, unless none leads through them to the new goal: one lies beyond it, or is a share of a way that is no more.
/// A later baseline leaves those behind that lie before it. A goal of another kind has no path and no
/// [limit](crate::Target::is_limit) but what is stated.
///
/// # Examples
///
/// A target of 2025 that a review lowers, and a decree postpones later.
///
/// ```
/// use milepost::{Amendment, Bound, Changes, Goal, Measure, Quantity, Target, Unit, date, dec};
///
/// let share = Quantity::new(Measure::Share, Unit::percent());
/// let at_least = |share| Goal::level(Bound::AtLeast(share));
/// let target = Target::builder("connected".parse()?, share, at_least(dec!(80)), "2025".parse()?)
///     .amendment(Amendment::new(date("2023-06-01")?), Changes::new().goal(at_least(dec!(70))))
///     .amendment(Amendment::new(date("2025-02-01")?), Changes::new().deadline("2027".parse()?))
///     .build()?;
///
/// let on = |day| date(day).map(|day| target.in_force_on(day));
/// assert_eq!(on("2023-05-31")?.goal(), at_least(dec!(80)));
/// assert_eq!(on("2023-06-01")?.goal(), at_least(dec!(70)));
/// assert_eq!(on("2025-01-31")?.deadline().to_string(), "2025");
/// assert_eq!(on("2025-02-01")?.deadline().to_string(), "2027");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[must_use]
pub struct Changes {
    pub(super) goal: Option<Goal>,
    pub(super) reference: Option<Reference>,
    pub(super) baseline: Option<Baseline>,
    pub(super) deadline: Option<Period>,
    pub(super) limit: Option<bool>,
    pub(super) shape: Option<Shape>,
    pub(super) milestones: Option<Vec<Milestone>>,
}

impl Changes {
    /// Nothing is changed yet.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Changes, period};
    ///
    /// assert_ne!(Changes::new().deadline(period!("2027")), Changes::new());
    /// ```
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        /// The same changes, with another goal.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Amendment, Baseline, Bound, Changes, Goal, Measure, Milestone, Quantity, Target, Unit};
        /// use milepost::{code, day, dec, period};
        ///
        /// // The milestone of 2024, which was not yet due, falls away with the goal to which it led.
        /// let share = Quantity::new(Measure::Share, Unit::percent());
        /// let at_least = |share| Goal::level(Bound::AtLeast(share));
        /// let homes = Target::builder(code!("homes"), share, at_least(dec!(80)), period!("2025"))
        ///     .baseline(Baseline::stated(period!("2020"), dec!(60)))
        ///     .milestone(Milestone::value(period!("2024"), dec!(75)))
        ///     .amendment(Amendment::new(day!("2023-06-01")), Changes::new().goal(at_least(dec!(70))))
        ///     .build()?;
        /// let now = homes.in_force_on(day!("2023-06-01"));
        /// assert_eq!((now.goal(), now.milestones()), (at_least(dec!(70)), [].as_slice()));
        /// assert_eq!(now.baseline(), homes.baseline());
        /// # Ok::<(), milepost::Problems>(())
        /// ```
        const goal(goal: Goal) => goal = Some(goal),
        /// The same changes, with what a change counts from instead of the baseline. A goal that is stated without one
        /// has none.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Amendment, Bound, Changes, Goal, Measure, Quantity, Reference, Target, Unit};
        /// use milepost::{code, day, dec, period};
        ///
        /// // 30 % below business as usual, of which a new inventory expects less: the promise is stricter than it was.
        /// let emissions = Quantity::new(Measure::Flow, Unit::new(code!("tCO2e"), 6)?);
        /// let usual = |emissions| Reference::new(period!("2030"), emissions);
        /// let target = Target::builder(code!("co2"), emissions, Goal::cut_of_at_least(dec!(0.3)), period!("2030"))
        ///     .reference(usual(dec!(2800)))
        ///     .amendment(Amendment::new(day!("2024-09-01")), Changes::new().reference(usual(dec!(2500))))
        ///     .build()?;
        /// let [first, now] = [&target, target.in_force_on(day!("2024-09-01"))].map(Target::goal_in_values);
        /// assert_eq!(first, Goal::level(Bound::AtMost(dec!(1960))));
        /// assert_eq!(now, Goal::level(Bound::AtMost(dec!(1750))));
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        reference(reference: Reference) => reference = Some(reference),
        /// The same changes, with another start: in another definition, perhaps, which is that of the figures since.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Amendment, Baseline, Bound, Changes, Goal, Measure, Quantity, Target, Unit};
        /// use milepost::{code, day, dec, period};
        ///
        /// // The office counts otherwise since 2023, and the plan says from where it counts in the new definition.
        /// let firms = Quantity::new(Measure::Stock, Unit::new(code!("firm"), 0)?);
        /// let recounted = Baseline::stated(period!("2022"), dec!(410));
        /// let goal = Goal::addition(Bound::AtLeast(dec!(160)));
        /// let target = Target::builder(code!("firms"), firms, goal, period!("2026"))
        ///     .baseline(Baseline::stated(period!("2021"), dec!(320)))
        ///     .amendment(Amendment::new(day!("2023-04-01")), Changes::new().baseline(recounted.clone()))
        ///     .build()?;
        /// assert_eq!(target.in_force_on(day!("2023-04-01")).baseline(), Some(&recounted));
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        baseline(baseline: Baseline) => baseline = Some(baseline),
        /// The same changes, with another deadline.
        const deadline(deadline: Period) => deadline = Some(deadline),
        /// The same changes, with another path.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Amendment, Baseline, Bound, Changes, Goal, Measure, Quantity, Shape, Target, Unit};
        /// use milepost::{code, day, dec, period};
        ///
        /// // Nothing is promised otherwise but the way: electric cars spread slowly at first.
        /// let share = Quantity::new(Measure::Share, Unit::percent());
        /// let curve = Shape::Logistic { ceiling: dec!(100) };
        /// let goal = Goal::level(Bound::AtLeast(dec!(80)));
        /// let target = Target::builder(code!("electric"), share, goal, period!("2035"))
        ///     .baseline(Baseline::stated(period!("2020"), dec!(4)))
        ///     .amendment(Amendment::new(day!("2024-01-01")), Changes::new().shape(curve.clone()))
        ///     .build()?;
        /// assert_eq!(target.in_force_on(day!("2024-01-01")).shape(), Some(&curve));
        /// # Ok::<(), milepost::Problems>(())
        /// ```
        shape(shape: Shape) => shape = Some(shape),
        /// The same changes, saying that the target is since then a limit to be kept within, and no goal to be reached.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Amendment, Bound, Changes, Goal, Measure, Quantity, Target, Unit, code, day, dec, period};
        ///
        /// // At most 12 % of energy lost in pipes by 2026, from 15 %. It was reached early, and is to be kept since.
        /// let losses = Quantity::new(Measure::Share, Unit::percent());
        /// let goal = Goal::level(Bound::AtMost(dec!(12)));
        /// let target = Target::builder(code!("losses"), losses, goal, period!("2026"))
        ///     .amendment(Amendment::new(day!("2024-06-01")), Changes::new().as_limit())
        ///     .build()?;
        /// assert_eq!(target.is_limit(), None, "told by where it starts");
        /// assert_eq!(target.in_force_on(day!("2024-06-01")).is_limit(), Some(true));
        /// # Ok::<(), milepost::Problems>(())
        /// ```
        const as_limit() => limit = Some(true),
        /// The same changes, saying that the target is since then a goal to be reached, and no limit to be kept within.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Amendment, Bound, Changes, Goal, Measure, Quantity, Target, Unit, code, day, dec, period};
        ///
        /// // A floor for wetlands that an amendment turns into a goal: 900 ha are to be there again by 2030.
        /// let wetlands = Quantity::new(Measure::Stock, Unit::new(code!("ha"), 0)?);
        /// let goal = Goal::level(Bound::AtLeast(dec!(900)));
        /// let target = Target::builder(code!("wetlands"), wetlands, goal, period!("2030"))
        ///     .as_limit()
        ///     .amendment(Amendment::new(day!("2025-03-01")), Changes::new().to_be_reached())
        ///     .build()?;
        /// let amended = target.in_force_on(day!("2025-03-01"));
        /// assert_eq!((target.is_limit(), amended.is_limit()), (Some(true), Some(false)));
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        const to_be_reached() => limit = Some(false),
        /// The same changes, with these milestones from the first of them to the deadline instead of those that were
        /// promised before. They must stand in the order of time: an amendment whose milestones do not is refused.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Amendment, Baseline, Bound, Changes, Goal, Measure, Milestone, Quantity, Target, Unit};
        /// use milepost::{code, day, dec, period};
        ///
        /// // From 28 to 50 buildings, 39 of them in 2023 and 44 in 2025; postponed to 2028, with 40 in 2025.
        /// let buildings = Quantity::new(Measure::Stock, Unit::new(code!("building"), 0)?);
        /// let goal = Goal::level(Bound::AtLeast(dec!(50)));
        /// let postponed = Changes::new().deadline(period!("2028"));
        /// let target = Target::builder(code!("offices"), buildings, goal, period!("2026"))
        ///     .baseline(Baseline::stated(period!("2021"), dec!(28)))
        ///     .milestone(Milestone::value(period!("2023"), dec!(39)))
        ///     .milestone(Milestone::value(period!("2025"), dec!(44)));
        /// let since_2024 = |changes| {
        ///     let amended = target.clone().amendment(Amendment::new(day!("2024-01-01")), changes).build()?;
        ///     Ok::<_, milepost::Problems>(amended.in_force_on(day!("2024-01-01")).milestones().to_vec())
        /// };
        /// // A new deadline leaves what was due, and the new milestones are those that are stated.
        /// let in_2023 = Milestone::value(period!("2023"), dec!(39));
        /// assert_eq!(since_2024(postponed.clone())?, [in_2023]);
        /// let in_2025 = Milestone::value(period!("2025"), dec!(40));
        /// assert_eq!(since_2024(postponed.milestones([in_2025]))?, [in_2023, in_2025]);
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        milestones(milestones: impl IntoIterator<Item = Milestone>) =>
            milestones = Some(milestones.into_iter().collect()),
    }
}

/// The promise since an amendment: all of it, as if it had been written as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version<T> {
    pub(super) amendment: Amendment,
    pub(super) promised: T,
}

impl<T> Version<T> {
    getters! {
        /// The amendment that made this version.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Amendment, Deliverable, code, day, period, text};
        ///
        /// // The bridge was postponed twice: when, and why.
        /// let bridge = Deliverable::new(code!("bridge"), text!("Bridge opened"), period!("2023"))
        ///     .with_amendment(Amendment::new(day!("2022-05-01")).with_why(text!("prices of steel")), period!("2024"))
        ///     .with_amendment(Amendment::new(day!("2024-02-01")), period!("2026"));
        /// let whys: Vec<_> = bridge.amended_deadlines().iter().map(|version| version.amendment().why()).collect();
        /// assert_eq!(whys, [Some(&text!("prices of steel")), None]);
        /// ```
        amendment: &Amendment,
        /// The promise since the amendment.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Amendment, Deliverable, code, day, period, text};
        ///
        /// // Of a deliverable a version promises a deadline, of a target a whole target.
        /// let bridge = Deliverable::new(code!("bridge"), text!("Bridge opened"), period!("2023"))
        ///     .with_amendment(Amendment::new(day!("2022-05-01")), period!("2024"))
        ///     .with_amendment(Amendment::new(day!("2024-02-01")), period!("2026"));
        /// let deadlines: Vec<_> = bridge.amended_deadlines().iter().map(|version| *version.promised()).collect();
        /// assert_eq!(deadlines, [period!("2024"), period!("2026")]);
        /// ```
        promised: &T,
    }

    /// The day from which each version holds, with the place of the version in the list.
    pub(super) fn days(all: &[Self]) -> impl Iterator<Item = (usize, NaiveDate)> {
        all.iter().map(|version| version.amendment.since()).enumerate()
    }

    /// The versions that came into force by a day, in the order of time, each with the promise before it: the `first`
    /// promise before the first version.
    pub(super) fn held_by<'a>(
        all: &'a [Self],
        first: &'a T,
        day: NaiveDate,
    ) -> impl Iterator<Item = (&'a Self, &'a T)> {
        let held = all.iter().take_while(move |version| version.amendment.since() <= day);
        held.zip(iter::once(first).chain(all.iter().map(Self::promised)))
    }

    /// Whether the amendment holds only from a day after a deadline: after that of the promise before it or, if it
    /// brings the deadline forward, after the deadline that it states itself.
    pub(super) fn is_late(&self, [deadline_before, own_deadline]: [NaiveDate; 2]) -> bool {
        self.amendment.since() > deadline_before.min(own_deadline)
    }

    /// The version in force on a day; `None` before the first. `all` are in the order of time.
    pub(super) fn in_force_on(all: &[Self], day: NaiveDate) -> Option<&Self> {
        all.iter().rev().find(|version| version.amendment.since() <= day)
    }
}
