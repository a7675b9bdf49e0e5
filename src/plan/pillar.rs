//! The parts of a plan.

use alloc::vec::Vec;

use super::{Deliverable, Indicator, Weight};
use crate::value::{Code, Text, getters, setters};

/// One of the parts into which a plan is divided.
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
    /// An empty part with this name.
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
        /// The same part, counting so much among the pillars of its plan.
        const with_weight(weight: Weight) => weight = weight,
        /// The same part, with a note for readers.
        with_note(note: Text) => note = Some(note),
    }

    /// The same part with one more indicator.
    pub fn with_indicator(mut self, indicator: Indicator) -> Self {
        self.indicators.push(indicator);
        self
    }

    /// The same part with one more deliverable.
    pub fn with_deliverable(mut self, deliverable: Deliverable) -> Self {
        self.deliverables.push(deliverable);
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
