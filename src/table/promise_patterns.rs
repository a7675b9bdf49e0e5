//! The parts of a plan that rows of promises make, as a map says them.
//!
//! What a row makes of one is a tree, which the reader of documents reads. The plan itself is of all rows, and nothing
//! in it stands in a column.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::fields::{DELIVERABLE_OF_ROW, INDICATOR_OF_ROW, PILLAR_OF_ROW, PLAN_OF_ROWS};
use super::given::NamedColumn;
use super::pattern::{self, Pattern};
use crate::plan::Problems;
use crate::plan::document::reader::{Fields, Node};
use crate::plan::document::tree::Tree;

/// The parts of a plan that rows of promises make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PromisePatterns {
    /// The fields of the plan but for its pillars.
    pub(super) plan: Tree,
    /// The pillar of a row; `None`: all rows are of one, which has the code and the name of the plan.
    pub(super) pillar: Option<Pattern>,
    /// The patterns of indicators first, then those of deliverables.
    pub(super) patterns: Vec<RowPattern>,
}

/// A part that some rows make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RowPattern {
    pub(super) kind: PartKind,
    pub(super) pattern: Pattern,
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
    /// The name of the list of such parts, as a field of a pillar and of the map.
    pub(super) const fn field(self) -> &'static str {
        match self {
            Self::Indicator => "indicators",
            Self::Deliverable => "deliverables",
        }
    }
}

impl PromisePatterns {
    /// Every column that the patterns name.
    pub(super) fn columns_mut(&mut self) -> Vec<&mut NamedColumn> {
        let patterns = self.patterns.iter_mut().map(|one| &mut one.pattern);
        patterns
            .chain(&mut self.pillar)
            .flat_map(Pattern::columns_mut)
            .collect()
    }

    /// Reads the patterns of a map of promises. `None` if the plan is missing or has errors; a map without any pattern
    /// is reported.
    pub(super) fn read(fields: &Fields<'_>, problems: &mut Problems) -> Option<Self> {
        let read = |noun| move |node: &Node<'_>, problems: &mut Problems| pattern::read(node, noun, problems);
        let plan = |node: &Node<'_>, problems: &mut Problems| {
            if !pattern::read(node, &PLAN_OF_ROWS, problems)?.places().is_empty() {
                return node.refuse("what holds for all rows, and no column", problems);
            }
            Some(node.tree().clone())
        };
        let plan = fields.read("plan", plan, problems);
        let pillar = fields.read("pillar", read(&PILLAR_OF_ROW), problems);
        let mut patterns = Vec::new();
        for (kind, noun) in [
            (PartKind::Indicator, &INDICATOR_OF_ROW),
            (PartKind::Deliverable, &DELIVERABLE_OF_ROW),
        ] {
            let read = |node: &Node<'_>, problems: &mut Problems| {
                let (pattern, path) = (pattern::read(node, noun, problems)?, node.path().to_owned());
                Some(RowPattern { kind, pattern, path })
            };
            let found = fields.read(kind.field(), Node::list_of(read), problems);
            patterns.extend(found.into_iter().flatten());
        }
        if patterns.is_empty() && !fields.has_misspelt() {
            fields.report_missing(PartKind::Indicator.field(), problems);
        }
        Some(Self {
            plan: plan?,
            pillar,
            patterns,
        })
    }
}
