//! Where a path in a document that rows made leads: back to the part that they made, and so to a line of the table.

use alloc::vec::Vec;

use super::promise_patterns::PartKind;
use super::row_parts::ItemList;

/// The places of parts in [`RowParts::parts`](super::row_parts::RowParts::parts), in the order in which a document
/// lists the parts.
#[derive(Debug, Default)]
pub(super) struct PartOrder {
    indicators: Vec<usize>,
    deliverables: Vec<usize>,
}

impl PartOrder {
    /// Adds a part behind the others of its kind, by its place in
    /// [`RowParts::parts`](super::row_parts::RowParts::parts).
    pub(super) fn push(&mut self, kind: PartKind, part: usize) {
        match kind {
            PartKind::Indicator => self.indicators.push(part),
            PartKind::Deliverable => self.deliverables.push(part),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.indicators.is_empty() && self.deliverables.is_empty()
    }

    /// The list of each kind of part.
    pub(super) fn lists(&self) -> [(PartKind, &[usize]); 2] {
        [
            (PartKind::Indicator, &self.indicators),
            (PartKind::Deliverable, &self.deliverables),
        ]
    }

    /// The first part that is listed, an indicator if there is one; `None` if no part is.
    fn first(&self) -> Option<usize> {
        self.indicators.first().or(self.deliverables.first()).copied()
    }
}

/// Which part stands where in a document that was made of parts.
#[derive(Debug)]
pub(super) enum DocumentOrder {
    /// Of a plan: the parts of each of its pillars, in the order of the document. Pillars behind these are gaps.
    Plan(Vec<PartOrder>),
    /// Of observations: the indicators of its `series` and the deliverables of its `deliveries`.
    Observations(PartOrder),
}

impl DocumentOrder {
    /// What a path in the document leads to.
    pub(super) fn end_of<'p>(&self, path: &'p str) -> PathEnd<'p> {
        match self {
            Self::Plan(pillars) => end_in_plan(path, pillars),
            Self::Observations(parts) => end_in_observations(path, parts),
        }
    }
}

/// What a path in a document that was made of parts leads to.
#[derive(Debug, Clone, Copy)]
pub(super) enum PathEnd<'p> {
    /// The document as a whole, or a field of it outside of the parts.
    Whole(&'p str),
    /// A part that was left out, whose rows have problems of their own.
    Gap,
    /// A part.
    Part {
        /// The place of the part in [`RowParts::parts`](super::row_parts::RowParts::parts).
        part: usize,
        /// The item of a list of the part; `None` if the path leads to the part itself, or to another field of it.
        item: Option<ItemPlace>,
        /// The path from the item, or else from the part.
        rest: &'p str,
    },
}

/// An item of a list of a part.
#[derive(Debug, Clone, Copy)]
pub(super) struct ItemPlace {
    pub(super) list: ItemList,
    /// The index in the list of the document, which counts the items of all rows.
    pub(super) index: usize,
}

impl<'p> PathEnd<'p> {
    /// Where the rest of a path leads within the part at the place `part` of all that rows made, which is of this kind:
    /// to an item, if it begins with the part's list, else to the part itself.
    fn in_part(part: usize, kind: PartKind, list: ItemList, rest: &'p str) -> Self {
        let (item, rest) = strip_index(rest, list.field(kind)).map_or((None, rest), |(index, rest)| {
            let item = ItemPlace { list, index };
            (Some(item), rest)
        });
        Self::Part { part, item, rest }
    }
}

/// Which part, and so which line of the table, the path of a problem in a plan leads to. A problem of a pillar is said
/// of its first part, since a pillar has no line.
fn end_in_plan<'p>(path: &'p str, pillars: &[PartOrder]) -> PathEnd<'p> {
    let Some((pillar, rest)) = strip_index(path, "pillars") else {
        return PathEnd::Whole(path);
    };
    let Some(parts) = pillars.get(pillar) else {
        return PathEnd::Gap;
    };
    let found = parts.lists().into_iter().find_map(|(kind, parts)| {
        let (index, rest) = strip_index(rest, kind.field())?;
        Some(PathEnd::in_part(*parts.get(index)?, kind, ItemList::Targets, rest))
    });
    let first = parts.first().map(|part| PathEnd::Part {
        part,
        item: None,
        rest: "",
    });
    found.or(first).unwrap_or(PathEnd::Gap)
}

/// What a path in observations leads to.
fn end_in_observations<'p>(path: &'p str, parts: &PartOrder) -> PathEnd<'p> {
    let found = parts.lists().into_iter().find_map(|(kind, parts)| {
        let entries = match kind {
            PartKind::Indicator => "series",
            PartKind::Deliverable => "deliveries",
        };
        let (index, rest) = strip_index(path, entries)?;
        Some(PathEnd::in_part(*parts.get(index)?, kind, ItemList::Figures, rest))
    });
    found.unwrap_or(PathEnd::Whole(path))
}

/// The index behind the name of a list at the beginning of a path, and the path from that item on: `targets[2].goal` is
/// 2 and `.goal`. `None` if the path does not begin with an item of this list.
fn strip_index<'p>(path: &'p str, list: &str) -> Option<(usize, &'p str)> {
    let path = path.strip_prefix('.').unwrap_or(path);
    let (index, rest) = path.strip_prefix(list)?.strip_prefix('[')?.split_once(']')?;
    Some((index.parse().ok()?, rest))
}

/// The line that stands in the path of a problem of a table, `line 3, Target`; 0 for a problem of the whole table,
/// which so comes first.
pub(super) fn line_of(path: &str) -> u64 {
    let line = path.strip_prefix("line ").and_then(|rest| rest.split(',').next());
    line.and_then(|line| line.parse().ok()).unwrap_or_default()
}
