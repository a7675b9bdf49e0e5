//! Nouns read directly: a plan, observations, and parts that stand alone (a goal, a series, an indicator with its
//! targets) as they stand in a document.
//!
//! A [`Target`] is read with its indicator, which says what kind of number is promised: within the document of it, or
//! beside one that is known. Parts of plans read alone: a name of another part is read without that part.

use alloc::collections::BTreeSet;

use serde::de::{Deserialize, Deserializer, Error};

use super::super::part_names::PartNames;
use super::super::references::Directory;
use super::super::{
    Baseline, Breakdown, Checked, Citation, Deliverable, Goal, Indicator, Milestone, Of, Pillar, Plan, Problems,
    Reference, Target,
};
use super::citation::citation;
use super::reader::Node;
use super::tree::Tree;
use super::{TargetDocument, check, goal, observations, plan, target};
use crate::series::{Delivery, Observation, Observations, Published, Series, Source};
use crate::trajectory::Shape;
use crate::value::{Bound, Requirement, Text, Unit};

/// Implements `Deserialize` for nouns that are read by themselves, each with the function that reads it.
macro_rules! alone {
    ($($noun:ty: $read:expr,)*) => {$(
        impl<'de> Deserialize<'de> for $noun {
            /// Reads it in the form that it has in a document, with the same checks; the message of an error lists
            /// every problem.
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let tree = Tree::deserialize(deserializer)?;
                let checked = check(&tree, Problems::KEPT, $read);
                checked.into_result().map_err(D::Error::custom)
            }
        }
    )*};
}

alone! {
    Plan: plan::read,
    Observations: observations::read,
    Text: text,
    Unit: plan::unit,
    Citation: citation,
    Bound: goal::bare_bound,
    Requirement: goal::bare_requirement,
    Goal: goal::without_reference,
    Reference: |node, problems| goal::reference(node, problems).whole,
    Baseline: |node, problems| target::baseline(node, problems).whole,
    Shape: |node, problems| target::path(node, problems)?.whole,
    Milestone: |node, problems| target::milestone(None, node, problems).complete(),
    Of: target::part_of_indicator,
    Breakdown: plan::breakdown,
    Indicator: |node, problems| part_without_plan(node, plan::indicator, problems),
    Deliverable: |node, problems| part_without_plan(node, plan::deliverable, problems),
    Pillar: |node, problems| part_without_plan(node, plan::pillar, problems),
    Source: observations::source,
    Observation: |node, problems| observations::observation(node, Published::Unstated, problems),
    Series: |node, problems| observations::series(node, &mut BTreeSet::new(), problems),
    Delivery: observations::report,
}

impl TargetDocument {
    /// The target, unless something keeps it from being used, with everything that was found, by paths within it. The
    /// indicator says what kind of number is promised, and which breakdowns there are. What only a plan can tell, such
    /// as a name of another target, is found when it [takes its place](crate::plan::PlanBuilder::replacing) in one.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Indicator, Measure, Quantity, TargetDocument, Unit, code, text};
    ///
    /// let document: TargetDocument = serde_json::from_str(
    ///     r#"{"code": "air-2030", "goal": {"kind": "level", "at_least": "88"}, "deadline": "2030"}"#,
    /// )?;
    /// let share_in = |unit| Indicator::new(code!("air"), text!("Air"), Quantity::new(Measure::Share, unit));
    /// assert!(document.check(&share_in(Unit::percent())).value.is_some());
    /// // Of a share that is counted as a fraction, 88 is no value.
    /// assert!(document.check(&share_in(Unit::ratio())).value.is_none());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn check(&self, indicator: &Indicator) -> Checked<Target> {
        let read = |node: &Node<'_>, problems: &mut Problems| target_of(indicator, node, problems);
        check(&self.0, Problems::KEPT, read)
    }
}

/// Reads a target of an indicator that is known.
fn target_of(indicator: &Indicator, node: &Node<'_>, problems: &mut Problems) -> Option<Target> {
    let subject = target::Subject {
        indicator: Some(indicator.code()),
        measure: Some(indicator.quantity().measure()),
        unit: Some(indicator.quantity().unit()),
        quantity: Some(indicator.quantity()),
    };
    let mut parts = PartNames::of(&indicator.breakdowns);
    let read = |node: &Node<'_>, directory: &mut Directory, problems: &mut Problems| {
        target::read(node, subject, Some(&mut parts), directory, problems)
    };
    part_without_plan(node, read, problems)
}

/// Reads words for people: [`Node::text`] as a function of its own, since the method fits one lifetime of a node only.
fn text(node: &Node<'_>, problems: &mut Problems) -> Option<Text> {
    node.text(problems)
}

/// Reads a part of a plan without the plan. A code that it names may be that of another part, so unknown codes are no
/// problem; and its deadlines are compared with no plan.
fn part_without_plan<T>(
    node: &Node<'_>,
    read: impl FnOnce(&Node<'_>, &mut Directory, &mut Problems) -> Option<T>,
    problems: &mut Problems,
) -> Option<T> {
    let mut directory = Directory::default();
    directory.allow_unknown_codes();
    let part = read(node, &mut directory, problems);
    directory.check(None, None, problems);
    part
}
