//! What a plan measures: an indicator, with the unit of its figures, its breakdowns and its targets.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::breakdown::Breakdowns;
use super::{Breakdown, Target};
use crate::series::{Observations, Series};
use crate::value::{Code, Quantity, Text, getters};

/// Something that is measured, with what is promised of it.
///
/// An indicator without targets can be shown beside others, as their proxy.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Indicator {
    pub(super) code: Code,
    pub(super) name: Text,
    pub(super) quantity: Quantity,
    pub(super) breakdowns: Breakdowns,
    /// The dimensions along which the parts add up to the total.
    pub(super) adds_up: Vec<Code>,
    pub(super) targets: Vec<Target>,
    pub(super) note: Option<Text>,
}

impl Indicator {
    /// An indicator of which nothing is promised yet.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Indicator, Measure, Quantity, Unit, code, text};
    ///
    /// // Visits are shown beside the target for income from tourism, as its proxy: nothing is promised of them.
    /// let trips = Quantity::new(Measure::Flow, Unit::new(code!("trip"), 4)?);
    /// let visits = Indicator::new(code!("visits"), text!("Visits of tourists"), trips);
    /// assert!(visits.targets().is_empty() && visits.breakdowns().is_empty());
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub const fn new(code: Code, name: Text, quantity: Quantity) -> Self {
        Self {
            code,
            name,
            quantity,
            breakdowns: Breakdowns::NONE,
            adds_up: Vec::new(),
            targets: Vec::new(),
            note: None,
        }
    }

    /// The same indicator with one more target. It has to be of the same quantity, which the check of the plan asks.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, Indicator, Measure, Quantity, Target, Unit, code, dec, period, text};
    ///
    /// // One indicator with a promise for 2025 and one for 2030, of which each is judged by itself.
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let by = |code, year, percent| {
    ///     Target::builder(code, share.clone(), Goal::level(Bound::AtLeast(percent)), year).build()
    /// };
    /// let renewable = Indicator::new(code!("renewable"), text!("Renewable electricity"), share.clone())
    ///     .with_target(by(code!("renewable-2025"), period!("2025"), dec!(50))?)
    ///     .with_target(by(code!("renewable-2030"), period!("2030"), dec!(80))?);
    /// assert_eq!(renewable.targets().len(), 2);
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub fn with_target(mut self, target: Target) -> Self {
        self.targets.push(target);
        self
    }

    /// The same indicator without the targets that are taken out; its [place in a plan](super::PlanBuilder::replacing)
    /// it takes as a whole.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, Indicator, Measure, Quantity, Target, Unit, code, dec, period, text};
    ///
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let by = |code, year| Target::builder(code, share.clone(), Goal::level(Bound::AtLeast(dec!(80))), year).build();
    /// let homes = Indicator::new(code!("homes"), text!("Homes connected"), share.clone())
    ///     .with_target(by(code!("homes-2025"), period!("2025"))?)
    ///     .with_target(by(code!("homes-2030"), period!("2030"))?);
    /// let later = homes.without_targets(|target| target.deadline() == period!("2025"));
    /// assert_eq!(later.targets().iter().map(|target| target.code().as_str()).collect::<Vec<_>>(), ["homes-2030"]);
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub fn without_targets(mut self, is_out: impl Fn(&Target) -> bool) -> Self {
        self.targets.retain(|target| !is_out(target));
        self
    }

    /// The same indicator with one more breakdown.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Breakdown, Indicator, Measure, Quantity, Unit, code, text};
    ///
    /// // Unemployment of women and of men stands beside that of all. A dimension of one part is seldom meant.
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let unemployment = Indicator::new(code!("unemployment"), text!("Unemployment"), share)
    ///     .with_breakdown(Breakdown::new(code!("women"), text!("Women"), code!("sex")))
    ///     .with_breakdown(Breakdown::new(code!("men"), text!("Men"), code!("sex")));
    /// let names = unemployment.parts_along("sex").map(|part| part.name().first());
    /// assert_eq!(names.collect::<Vec<_>>(), ["Women", "Men"]);
    /// ```
    pub fn with_breakdown(mut self, breakdown: Breakdown) -> Self {
        self.breakdowns.add(breakdown);
        self
    }

    /// The same indicator, whose parts along a dimension add up to the total: those of a stock or a flow can. The check
    /// of the observations says where they do not.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Breakdown, Indicator, Measure, Observation, Observations, Pillar, Plan, Quantity, Series, Unit};
    /// use milepost::{code, day, dec, period, text};
    ///
    /// // Homes by district add up to those of the city; shares of homes would not.
    /// let unit = Unit::new(code!("home"), 0)?;
    /// let homes = Indicator::new(code!("homes"), text!("Homes built"), Quantity::new(Measure::Flow, unit.clone()))
    ///     .with_breakdown(Breakdown::new(code!("north"), text!("North"), code!("district")))
    ///     .with_breakdown(Breakdown::new(code!("south"), text!("South"), code!("district")))
    ///     .with_parts_adding_up(code!("district"));
    /// # let plan = Plan::builder(code!("city"), text!("City plan"), period!("2021-01-01/P5Y"))
    /// #     .pillar(Pillar::new(code!("homes-for-all"), text!("Homes for all")).with_indicator(homes))
    /// #     .build()?;
    /// # let built = |count| {
    /// #     let figure = Observation::new(period!("2024"), count).published_on(day!("2025-02-01"));
    /// #     Series::new(code!("homes"), unit.clone(), vec![figure])
    /// # };
    /// # let [north, south] = [(code!("north"), dec!(310)), (code!("south"), dec!(280))];
    /// # let parts = [north, south].map(|(part, count)| built(count).map(|series| series.with_breakdown(part)));
    /// # let [north, south] = parts;
    /// // The north built 310 of them and the south 280; the total is said to be 600.
    /// let observations = Observations::new(vec![built(dec!(600))?, north?, south?])?;
    /// let problem = plan.check_observations(&observations).to_string();
    /// assert!(problem.contains("the parts along `district` add up to 590, and the total is 600"), "{problem}");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn with_parts_adding_up(mut self, dimension: Code) -> Self {
        self.adds_up.push(dimension);
        self
    }

    /// The same indicator, with a note for readers: its definition, say.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Indicator, Measure, Quantity, Unit, code, text};
    ///
    /// // The definition, without which nobody knows what is promised.
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let air = Indicator::new(code!("good-air"), text!("Days with good air"), share)
    ///     .with_note(text!("Days of the year with an air quality index of 100 or less"));
    /// assert_eq!(air.note(), Some(&text!("Days of the year with an air quality index of 100 or less")));
    /// ```
    pub fn with_note(mut self, note: Text) -> Self {
        self.note = Some(note);
        self
    }

    getters! {
        /// The name by which machines know it.
        code: &Code,
        /// The name.
        name: &Text,
        /// The kind of number that the indicator is, and its unit.
        quantity: &Quantity,
        /// The dimensions along which the parts add up to the total.
        adds_up: &[Code],
        /// The targets of the indicator, in the order of the document.
        targets: &[Target],
        /// A note for readers.
        note: Option<&Text>,
    }

    /// The breakdowns of the indicator, in the order of the document.
    pub fn breakdowns(&self) -> &[Breakdown] {
        self.breakdowns.as_slice()
    }

    /// The breakdown with this code, if there is one.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Breakdown, Indicator, Measure, Quantity, Unit, code, text};
    ///
    /// // Found by its code, and by no name or dimension.
    /// let cover = Indicator::new(code!("cover"), text!("Cover"), Quantity::new(Measure::Share, Unit::percent()))
    ///     .with_breakdown(Breakdown::new(code!("north"), text!("North"), code!("district")));
    /// assert_eq!(cover.breakdown("north").map(|part| part.name().first()), Some("North"));
    /// assert_eq!((cover.breakdown("North"), cover.breakdown("district")), (None, None));
    /// ```
    pub fn breakdown(&self, code: impl AsRef<str>) -> Option<&Breakdown> {
        self.breakdowns.get(code.as_ref())
    }

    /// The parts of the whole along a dimension, in the order of the document.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Breakdown, Indicator, Measure, Quantity, Unit, code, text};
    ///
    /// let cover = Indicator::new(code!("cover"), text!("Cover"), Quantity::new(Measure::Share, Unit::percent()))
    ///     .with_breakdown(Breakdown::new(code!("north"), text!("North"), code!("district")))
    ///     .with_breakdown(Breakdown::new(code!("women"), text!("Women"), code!("sex")));
    /// assert_eq!(cover.parts_along("district").count(), 1);
    /// assert!(cover.breakdown("north").is_some());
    /// ```
    pub fn parts_along(&self, dimension: impl AsRef<str>) -> impl Iterator<Item = &Breakdown> {
        self.breakdowns.parts_along(dimension.as_ref())
    }

    /// Each part along the dimension of a target [of each](super::Of::Each), with the target as it applies to this
    /// part; no part for any other target.
    pub(crate) fn parts_of<'a>(&'a self, target: &'a Target) -> impl Iterator<Item = (&'a Breakdown, Target)> {
        let parts = target.of().each().into_iter().flat_map(|each| self.parts_along(each));
        parts.map(|part| (part, target.of_part(part.code().clone())))
    }

    /// The breakdowns by whose figures a target is judged: its own one, each part along its dimension, or `None` for
    /// the total.
    pub(super) fn deciding_parts<'a>(&'a self, target: &'a Target) -> impl Iterator<Item = Option<&'a Code>> {
        let each = target.of().each();
        let whole = each.is_none().then(|| target.of().breakdown());
        let parts = each.into_iter().flat_map(|each| self.parts_along(each));
        whole.into_iter().chain(parts.map(|part| Some(part.code())))
    }

    /// The series by which a target of the total or of one breakdown is judged; an empty series if it has no figures,
    /// and for a target of each part, which is judged by several series.
    pub(crate) fn series_of<'a>(&self, target: &Target, observations: &'a Observations) -> Cow<'a, Series> {
        let of = target.of().breakdown();
        let empty = || {
            let series = Series::empty(self.code.clone(), self.quantity.unit().clone());
            Cow::Owned(match of {
                Some(breakdown) => series.with_breakdown(breakdown.clone()),
                None => series,
            })
        };
        let found = observations
            .part(self.code.as_str(), of.map(Code::as_str))
            .filter(|_| target.of().each().is_none());
        found.map_or_else(empty, Cow::Borrowed)
    }
}
