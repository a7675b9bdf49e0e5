//! Where a path in a document that rows made leads: back to the part that they made, and so to a line of the table.

use alloc::collections::BTreeMap;
use alloc::string::String;

/// Where something was made: on which line of the table, by which pattern of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct MadeAt {
    pub(super) line: u64,
    pub(super) pattern: usize,
}

/// Where what stands at a path of a document was made.
#[derive(Debug)]
pub(super) struct RowOrigin {
    /// The place of the part among all parts that rows made.
    pub(super) part: usize,
    pub(super) made: MadeAt,
    /// Whether this is an item of a list of the part: a target, a figure or a report, which can be left out alone.
    pub(super) is_item: bool,
    /// The path in the pattern by which it was made. `None` for a pillar, which has no row of its own: its problems are
    /// reported at the row of its first part.
    pub(super) within: Option<String>,
}

/// The origins of what rows made of a document, by paths; `None` of a part that was left out, whose rows have problems
/// of their own.
#[derive(Debug, Default)]
pub(super) struct RowOrigins(BTreeMap<String, Option<RowOrigin>>);

impl RowOrigins {
    /// Notes which row made what stands at a path; `None` for a gap, a part that was left out.
    pub(super) fn note(&mut self, path: String, origin: impl Into<Option<RowOrigin>>) {
        self.0.insert(path, origin.into());
    }

    /// The origin of the longest beginning of a path that was noted, and the rest of the path.
    ///
    /// | what is found | the path leads to |
    /// |---|---|
    /// | `Some((Some(origin), rest))` | what rows made |
    /// | `Some((None, rest))` | a gap: a part that was left out |
    /// | `None` | a field of the document as a whole |
    pub(super) fn origin_of<'p>(&self, path: &'p str) -> Option<(Option<&RowOrigin>, &'p str)> {
        let ends = path.match_indices(['.', '[']).map(|(end, _)| end);
        let ends = core::iter::once(path.len()).chain(ends.rev());
        let mut parted = ends.filter_map(|end| path.split_at_checked(end));
        parted.find_map(|(begin, rest)| Some((self.0.get(begin)?.as_ref(), rest)))
    }
}

/// The number of the line in the path of a problem of a table: 3 of `line 3, Target`. It is 0 for a problem of the
/// whole table, which so comes first.
pub(super) fn line_of(path: &str) -> u64 {
    let line = path.strip_prefix("line ").and_then(|rest| rest.split(',').next());
    line.and_then(|line| line.parse().ok()).unwrap_or_default()
}
