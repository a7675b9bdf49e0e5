//! The parts of a plan.

use alloc::vec::Vec;

use super::{Deliverable, Indicator};
use crate::value::{Code, Text, Weight, getters, setters};

/// One of the pillars into which a plan is divided.
///
/// # Examples
///
/// ```
/// use milepost::{Indicator, Measure, Pillar, Quantity, Unit, text};
///
/// let gdp = Indicator::new(
///     "gdp".parse()?,
///     text!("Gross regional product"),
///     Quantity::new(Measure::Flow, Unit::new("CNY".parse()?, 8)?),
/// );
/// let pillar = Pillar::new("overall".parse()?, text!("Overall goals")).with_indicator(gdp);
/// assert_eq!(pillar.indicators().len(), 1);
/// # Ok::<(), milepost::ValueError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Pillar {
    pub(super) code: Code,
    pub(super) name: Text,
    pub(super) weight: Weight,
    pub(super) indicators: Vec<Indicator>,
    pub(super) deliverables: Vec<Deliverable>,
    pub(super) note: Option<Text>,
}

impl Pillar {
    /// An empty pillar with this name.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Pillar, Plan, code, period, text};
    ///
    /// // Of two pillars with one code nobody could say which is meant.
    /// let [green, other] = [text!("Green city"), text!("Open city")].map(|name| Pillar::new(code!("green"), name));
    /// let plan = Plan::builder(code!("city"), text!("City plan"), period!("2022-01-01/P5Y")).pillar(green);
    /// assert!(plan.clone().build().is_ok());
    /// assert!(plan.pillar(other).build().is_err());
    /// ```
    pub const fn new(code: Code, name: Text) -> Self {
        Self {
            code,
            name,
            weight: Weight::ONE,
            indicators: Vec::new(),
            deliverables: Vec::new(),
            note: None,
        }
    }

    setters! {
        /// The same pillar, counting so much among the pillars of its plan.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Pillar, Weight, code, dec, text};
        ///
        /// // The climate counts twice as much as each other pillar.
        /// let climate = Pillar::new(code!("climate"), text!("Climate")).with_weight(Weight::new(dec!(2))?);
        /// let traffic = Pillar::new(code!("traffic"), text!("Traffic"));
        /// assert_eq!([climate, traffic].map(|pillar| pillar.weight().as_decimal()), [dec!(2), dec!(1)]);
        /// # Ok::<(), milepost::plan::ProblemKind>(())
        /// ```
        const with_weight(weight: Weight) => weight = weight,
        /// The same pillar, with a note for readers.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Pillar, code, text};
        ///
        /// let green = Pillar::new(code!("green"), text!("Green city")).with_note(text!("Chapter 5 of the plan"));
        /// assert_eq!(green.note(), Some(&text!("Chapter 5 of the plan")));
        /// ```
        with_note(note: Text) => note = Some(note),
    }

    /// The same pillar with one more indicator.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Indicator, Measure, Pillar, Quantity, Unit, code, text};
    ///
    /// // What is not judged can stand there too: an indicator without a target is shown beside others.
    /// let share = || Quantity::new(Measure::Share, Unit::percent());
    /// let air = Pillar::new(code!("air"), text!("Air"))
    ///     .with_indicator(Indicator::new(code!("good-air"), text!("Days with good air"), share()))
    ///     .with_indicator(Indicator::new(code!("haze"), text!("Days with haze"), share()));
    /// let codes: Vec<_> = air.indicators().iter().map(|indicator| indicator.code().as_str()).collect();
    /// assert_eq!(codes, ["good-air", "haze"]);
    /// ```
    pub fn with_indicator(mut self, indicator: Indicator) -> Self {
        self.indicators.push(indicator);
        self
    }

    /// The same pillar with one more deliverable.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Deliverable, Pillar, code, period, text};
    ///
    /// // Beside what is measured stands what is done or not by a date.
    /// let traffic = Pillar::new(code!("traffic"), text!("Traffic"))
    ///     .with_deliverable(Deliverable::new(code!("bridge"), text!("The bridge is open"), period!("2025")));
    /// assert_eq!((traffic.indicators().len(), traffic.deliverables().len()), (0, 1));
    /// ```
    pub fn with_deliverable(mut self, deliverable: Deliverable) -> Self {
        self.deliverables.push(deliverable);
        self
    }

    /// The same pillar without the indicators that are taken out, and their targets.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Indicator, Measure, Pillar, Quantity, Unit, code, text};
    ///
    /// // An indicator moves on to another pillar.
    /// let haze = Quantity::new(Measure::Share, Unit::percent());
    /// let haze = Indicator::new(code!("haze"), text!("Days with haze"), haze);
    /// let air = Pillar::new(code!("air"), text!("Air")).with_indicator(haze.clone());
    /// let air = air.without_indicators(|one| one.code() == haze.code());
    /// let health = Pillar::new(code!("health"), text!("Health")).with_indicator(haze);
    /// assert_eq!([air, health].map(|pillar| pillar.indicators().len()), [0, 1]);
    /// ```
    pub fn without_indicators(mut self, is_out: impl Fn(&Indicator) -> bool) -> Self {
        self.indicators.retain(|indicator| !is_out(indicator));
        self
    }

    /// The same pillar without the deliverables that are taken out.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Deliverable, Pillar, code, period, text};
    ///
    /// let by = |code, year| Deliverable::new(code, text!("The bridge is open"), year);
    /// let traffic = Pillar::new(code!("traffic"), text!("Traffic"))
    ///     .with_deliverable(by(code!("bridge"), period!("2025")))
    ///     .with_deliverable(by(code!("brigde"), period!("2025")));
    /// let traffic = traffic.without_deliverables(|one| one.code().as_str() == "brigde");
    /// assert_eq!(traffic.deliverables().len(), 1);
    /// ```
    pub fn without_deliverables(mut self, is_out: impl Fn(&Deliverable) -> bool) -> Self {
        self.deliverables.retain(|deliverable| !is_out(deliverable));
        self
    }

    getters! {
        /// The name by which machines know it.
        code: &Code,
        /// The name.
        name: &Text,
        /// How much it counts in the plan.
        weight: Weight,
        /// The indicators, in the order of the document.
        indicators: &[Indicator],
        /// The deliverables, in the order of the document.
        deliverables: &[Deliverable],
        /// A note for readers.
        note: Option<&Text>,
    }
}
