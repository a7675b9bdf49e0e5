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

    /// The same indicator with one more target.
    pub fn with_target(mut self, target: Target) -> Self {
        self.targets.push(target);
        self
    }

    /// The same indicator with one more breakdown.
    pub fn with_breakdown(mut self, breakdown: Breakdown) -> Self {
        self.breakdowns.add(breakdown);
        self
    }

    /// The same indicator, whose parts along a dimension add up to the total: those of a stock or a flow can. The check
    /// of the observations says where they do not.
    pub fn with_parts_adding_up(mut self, dimension: Code) -> Self {
        self.adds_up.push(dimension);
        self
    }

    /// The same indicator, with a note for readers: its definition, say.
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

    /// The parts of which each has to keep a promise, with what it promises of them; none unless it is of each along a
    /// dimension.
    pub(crate) fn parts_of<'a>(&'a self, target: &'a Target) -> impl Iterator<Item = (&'a Breakdown, Target)> {
        let parts = target.of().each().into_iter().flat_map(|each| self.parts_along(each));
        parts.map(|part| (part, target.of_part(part.code().clone())))
    }

    /// The figures that decide a target of the total or of one breakdown; an empty series if none are known, and where
    /// each part decides.
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
