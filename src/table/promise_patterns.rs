//! The parts of a plan that rows of promises make, as a map says them.
//!
//! They stay trees: what a row makes of one is a tree again, which the reader of documents reads. Here they are checked
//! as far as no row is needed for it, which is their fields, what is given once, and the columns that places name. The
//! plan itself is of all rows, and nothing in it stands in a column.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::fields::{DELIVERABLE_OF_ROW, INDICATOR_OF_ROW, PILLAR_OF_ROW, PLAN_OF_ROWS};
use super::pattern;
use crate::plan::Problems;
use crate::plan::document::noun::Noun;
use crate::plan::document::reader::{Fields, Node};
use crate::plan::document::tree::Tree;

/// The parts of a plan that rows of promises make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PromisePatterns {
    /// The fields of the plan but for its pillars.
    pub(super) plan: Tree,
    /// The pillar of a row; `None`: all rows are of one, which has the code and the name of the plan.
    pub(super) pillar: Option<Tree>,
    /// The patterns of indicators first, then those of deliverables.
    pub(super) patterns: Vec<RowPattern>,
}

/// A part that some rows make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RowPattern {
    pub(super) kind: PartKind,
    pub(super) tree: Tree,
    /// Its path in the map: `indicators[2]`.
    pub(super) path: String,
}

/// The kind of part that a pattern makes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PartKind {
    Indicator,
    Deliverable,
}

impl PartKind {
    /// The noun of documents of which a row makes a part of this kind.
    pub(super) const fn noun(self) -> &'static Noun {
        match self {
            Self::Indicator => &INDICATOR_OF_ROW,
            Self::Deliverable => &DELIVERABLE_OF_ROW,
        }
    }

    /// The name of the list of such parts, as a field of a pillar and of the map.
    pub(super) const fn field(self) -> &'static str {
        match self {
            Self::Indicator => "indicators",
            Self::Deliverable => "deliverables",
        }
    }
}

impl PromisePatterns {
    /// Reads the patterns of a map of promises.
    pub(super) fn read(fields: &Fields<'_>, problems: &mut Problems) -> Option<Self> {
        let checked = |noun| {
            move |node: &Node<'_>, problems: &mut Problems| {
                pattern::check(node, noun, problems);
                Some(node.tree().clone())
            }
        };
        let plan = fields.read("plan", checked(&PLAN_OF_ROWS), problems);
        let pillar = fields.read("pillar", checked(&PILLAR_OF_ROW), problems);
        let mut patterns = Vec::new();
        for kind in [PartKind::Indicator, PartKind::Deliverable] {
            let read = |node: &Node<'_>, problems: &mut Problems| {
                let (tree, path) = (checked(kind.noun())(node, problems)?, node.path().to_owned());
                Some(RowPattern { kind, tree, path })
            };
            let found = fields.read(kind.field(), Node::list_of(read), problems);
            patterns.extend(found.into_iter().flatten());
        }
        if plan.as_ref().is_some_and(|plan| !pattern::places_of(plan).is_empty()) {
            let place = fields.get("plan");
            place.map(|place| place.refuse::<()>("what holds for all rows, and no column", problems));
        }
        if patterns.is_empty() && !fields.has_misspelt() {
            fields.miss(PartKind::Indicator.field(), problems);
        }
        Some(Self {
            plan: plan?,
            pillar,
            patterns,
        })
    }
}
