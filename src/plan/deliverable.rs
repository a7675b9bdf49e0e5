//! Something done or not by a date.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::dates::PlanDates;
use super::{Amendment, Citation, Version};
use crate::value::{Code, Period, Text, Weight, getters, names, setters};

names! { "a verifiability":
    /// Whether anybody can tell that a deliverable is done.
    pub enum Verifiability {
        /// A criterion says when it is done.
        Criterion = "criterion",
        /// A title or an opening shows that it is done, without saying what that takes.
        Title = "title",
        /// Nothing shows it: it is listed, and never scored.
        None = "none",
    }
}

/// Something that a plan promises to have done by a date.
///
/// How far it has come is reported beside the plan, by the deliveries among the observations.
///
/// # Examples
///
/// ```
/// use milepost::plan::Verifiability;
/// use milepost::Deliverable;
///
/// let street = Deliverable::new("old-street".parse()?, "The old street is open".try_into()?, "2026".parse()?)
///     .with_verifiability(Verifiability::Criterion);
/// assert_eq!(street.deadline().to_string(), "2026");
/// # Ok::<(), milepost::ValueError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Deliverable {
    pub(super) code: Code,
    pub(super) name: Text,
    pub(super) deadline: Period,
    pub(super) begins: Option<NaiveDate>,
    /// The dates of the plan in which the deliverable stands; `None` outside of a plan.
    pub(super) plan: Option<PlanDates>,
    pub(super) verifiability: Verifiability,
    pub(super) weight: Weight,
    pub(super) responsible: Option<Text>,
    pub(super) citation: Option<Citation>,
    pub(super) restates: Option<Code>,
    pub(super) note: Option<Text>,
    /// By when it is promised since each amendment, in the order of time.
    pub(super) deadlines: Vec<Version<Period>>,
}

impl Deliverable {
    /// A deliverable, to be done by its deadline. Its title shows whether it is done, unless that is said otherwise.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Deliverable, Status, Verifiability, assess_deliverable, code, day, period, text};
    ///
    /// // A museum by the end of 2025. Whether it is open, its title says; of a "stronger spirit" nobody could tell.
    /// let museum = Deliverable::new(code!("museum"), text!("The museum is open"), period!("2025"));
    /// assert_eq!(museum.verifiability(), Verifiability::Title);
    /// let status = |deliverable: &Deliverable, day| assess_deliverable(deliverable, &[], day).status;
    /// assert_eq!(status(&museum, day!("2025-12-31")), Status::NotDue);
    /// assert_eq!(status(&museum, day!("2026-01-01")), Status::Unknown, "nobody reported it");
    /// ```
    pub const fn new(code: Code, name: Text, deadline: Period) -> Self {
        Self {
            code,
            name,
            deadline,
            begins: None,
            plan: None,
            verifiability: Verifiability::Title,
            weight: Weight::ONE,
            responsible: None,
            citation: None,
            restates: None,
            note: None,
            deadlines: Vec::new(),
        }
    }

    setters! {
        /// The same deliverable, begun on this day, from which its time counts: beside that, a share that is done is
        /// judged. If it is not said, its time begins with the plan.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Deliverable, Delivery, DeliveryState, assess_deliverable, code, day, dec, period, text};
        ///
        /// // A third is done after one of the two years of building.
        /// let hall = Deliverable::new(code!("hall"), text!("The hall is open"), period!("2026"));
        /// let hall = hall.with_begins(day!("2025-01-01"));
        /// let third = Delivery::new(DeliveryState::UnderWay, day!("2025-12-31")).with_share_done(dec!(0.333))?;
        /// assert_eq!(assess_deliverable(&hall, &[third], day!("2026-01-31")).pace, Some(dec!(0.666)));
        /// # Ok::<(), milepost::series::SeriesError>(())
        /// ```
        const with_begins(day: NaiveDate) => begins = Some(day),
        /// The same deliverable, with what shows that it is done.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Deliverable, Status, Verifiability, assess_deliverable, code, day, period, text};
        ///
        /// // Nothing would show that a spirit is strong: it is listed, and unknown at any time.
        /// let spirit = Deliverable::new(code!("spirit"), text!("A stronger spirit"), period!("2026"))
        ///     .with_verifiability(Verifiability::None);
        /// assert_eq!(assess_deliverable(&spirit, &[], day!("2024-01-31")).status, Status::Unknown);
        /// ```
        const with_verifiability(verifiability: Verifiability) => verifiability = verifiability,
        /// The same deliverable, counting so much among its neighbours.
        const with_weight(weight: Weight) => weight = weight,
        /// The same deliverable, with those who answer for it.
        with_responsible(responsible: Text) => responsible = Some(responsible),
        /// The same deliverable, with the place where it was promised.
        with_citation(citation: Citation) => citation = Some(citation),
        /// The same deliverable, as the same promise as another one in another place, which alone counts.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Deliverable, Observations, Pillar, Plan, Rule, assess_plan, code, day, period, text};
        ///
        /// // The bridge stands in the chapters on traffic and on jobs: two rows, and one promise.
        /// let bridge = Deliverable::new(code!("bridge"), text!("The bridge is open"), period!("2026"));
        /// let again = Deliverable::new(code!("bridge-jobs"), text!("The bridge is open"), period!("2026"))
        ///     .with_restates(code!("bridge"));
        /// let plan = Plan::builder(code!("city"), text!("City plan"), period!("2022-01-01/P5Y"))
        ///     .pillar(Pillar::new(code!("traffic"), text!("Traffic")).with_deliverable(bridge))
        ///     .pillar(Pillar::new(code!("jobs"), text!("Jobs")).with_deliverable(again))
        ///     .build()?;
        /// let assessment = assess_plan(&plan, &Observations::default(), day!("2024-01-31"), &Rule::pace());
        /// assert_eq!((assessment.deliverables().count(), assessment.deliverable_counts.total()), (2, 1));
        /// # Ok::<(), milepost::Problems>(())
        /// ```
        with_restates(principal: Code) => restates = Some(principal),
        /// The same deliverable, with a note for readers.
        with_note(note: Text) => note = Some(note),
    }

    /// The same deliverable, with a deadline that was amended later. Amendments can be given in any order.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Amendment, Deliverable, Status, assess_deliverable, code, day, period, text};
    ///
    /// let street = Deliverable::new(code!("old-street"), text!("The old street is open"), period!("2024"))
    ///     .with_amendment(Amendment::new(day!("2024-06-01")), period!("2025"));
    /// assert_eq!(street.deadline_on(day!("2024-05-31")), period!("2024"));
    /// assert_eq!(street.deadline_on(day!("2024-06-01")), period!("2025"));
    ///
    /// // Nobody reported that it is open: by the deadline in force that is not due yet, and by the first one
    /// // nobody can say.
    /// let assessment = assess_deliverable(&street, &[], day!("2025-02-01"));
    /// assert_eq!(assessment.status, Status::NotDue);
    /// assert_eq!(assessment.amended.map(|amended| amended.status_by_first_promise), Some(Status::Unknown));
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn with_amendment(mut self, amendment: Amendment, deadline: Period) -> Self {
        let promised = deadline;
        self.deadlines.push(Version { amendment, promised });
        self.deadlines.sort_by_key(|version| version.amendment().since());
        self
    }

    getters! {
        /// The name by which machines know it.
        code: &Code,
        /// The words that say what is to be done.
        name: &Text,
        /// By when, as it was first promised.
        deadline: Period,
        /// Whether anybody can tell that it is done.
        verifiability: Verifiability,
        /// How much it counts.
        weight: Weight,
        /// Who answers for it.
        responsible: Option<&Text>,
        /// The place where the deliverable was promised.
        citation: Option<&Citation>,
        /// The code of the deliverable that it restates.
        restates: Option<&Code>,
        /// A note for readers.
        note: Option<&Text>,
    }

    /// By when the deliverable is promised since each of its amendments, in the order of time.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Amendment, Deliverable, code, day, period, text};
    ///
    /// // Given in any order, they stand in the order of time; the deadline itself stays the first one.
    /// let bridge = Deliverable::new(code!("bridge"), text!("Bridge opened"), period!("2023"))
    ///     .with_amendment(Amendment::new(day!("2024-02-01")), period!("2026"))
    ///     .with_amendment(Amendment::new(day!("2022-05-01")), period!("2024"));
    /// let days: Vec<_> = bridge.amended_deadlines().iter().map(|version| version.amendment().since()).collect();
    /// assert_eq!(days, [day!("2022-05-01"), day!("2024-02-01")]);
    /// assert_eq!(bridge.deadline(), period!("2023"));
    /// ```
    pub fn amended_deadlines(&self) -> &[Version<Period>] {
        &self.deadlines
    }

    /// By when, by the amendments that hold on a day.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Amendment, Deliverable, code, day, period, text};
    ///
    /// // A bridge by 2025; since June 2024 by 2026.
    /// let bridge = Deliverable::new(code!("bridge"), text!("Bridge opened"), period!("2025"))
    ///     .with_amendment(Amendment::new(day!("2024-06-01")), period!("2026"));
    /// assert_eq!(bridge.deadline_on(day!("2024-05-31")), period!("2025"));
    /// assert_eq!(bridge.deadline_on(day!("2024-06-01")), period!("2026"));
    /// ```
    pub fn deadline_on(&self, day: NaiveDate) -> Period {
        self.deadline_version_on(day)
            .map_or(self.deadline, |version| *version.promised())
    }

    /// Whether an amendment that is in force by `day` came late: after the deadline that it moved had passed, or after
    /// the earlier deadline that it states itself.
    pub(crate) fn was_amended_after_deadline(&self, day: NaiveDate) -> bool {
        self.deadlines_by(day)
            .any(|(version, before)| version.is_late([*before, version.promised].map(Period::last)))
    }

    /// The amended deadlines that came into force by a day, in the order of time, each with the deadline before it.
    pub(crate) fn deadlines_by(&self, day: NaiveDate) -> impl Iterator<Item = (&Version<Period>, &Period)> {
        Version::held_by(&self.deadlines, &self.deadline, day)
    }

    /// The amended deadline in force on a day; `None` before the first amendment.
    pub(crate) fn deadline_version_on(&self, day: NaiveDate) -> Option<&Version<Period>> {
        Version::in_force_on(&self.deadlines, day)
    }

    /// The day on which the time of the deliverable begins: as stated, else the first of the plan in which it stands;
    /// `None` where neither is known. A share that is done is set beside the time that is gone since that day.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Deliverable, Pillar, Plan, code, day, period, text};
    ///
    /// let tram = Deliverable::new(code!("tram"), text!("The tram runs"), period!("2026"));
    /// assert_eq!(tram.begins(), None);
    /// let plan = Plan::builder(code!("city"), text!("City plan"), period!("2022-01-01/P5Y"))
    ///     .pillar(Pillar::new(code!("traffic"), text!("Traffic")).with_deliverable(tram.clone()))
    ///     .build()?;
    /// assert_eq!(plan.deliverable("tram").and_then(Deliverable::begins), Some(day!("2022-01-01")));
    /// assert_eq!(tram.with_begins(day!("2024-05-01")).begins(), Some(day!("2024-05-01")));
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub fn begins(&self) -> Option<NaiveDate> {
        self.begins.or(self.plan.map(|plan| plan.begins))
    }

    /// The day on which the plan of the deliverable was published; `None` if that is unknown, or there is no plan.
    pub(crate) fn plan_published(&self) -> Option<NaiveDate> {
        self.plan?.published
    }
}
