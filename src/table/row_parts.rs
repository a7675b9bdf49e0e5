//! Makes rows of promises into the parts of a plan.
//!
//! In a table of targets a row is a target, and what it says of the indicator comes back in each of its rows; in a
//! document the indicator is said once, and holds its targets. So a part that a row makes is joined with a part before
//! it, if both have the same kind, pillar and code and say the same but for their items:
//!
//! | Indicator | Unit | By | Target | |
//! |---|---|---|---|---|
//! | Emissions | kt | 2025 | 700 | an indicator with one target |
//! | Emissions | kt | 2030 | 420 | the same indicator, with a second target |
//! | Emissions | kt | 2030 | 420 | says the target again: it counts once, and a note names the first line |
//! | Emissions | t | 2035 | 100 | another indicator that takes the code of the first: the check of the plan refuses it |
//!
//! Where a target has no code, that of its indicator and the deadline make one (`Emissions-2030`); where two of one
//! indicator have the same deadline, a number of all that each promises stands after, which does not change when rows
//! are sorted.

use alloc::borrow::ToOwned;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::codes::{code_of, code_within, fingerprint};
use super::filler::{Filler, PlaceMeanings};
use super::layout::Layout;
use super::pattern::{Entries, Pattern};
use super::promise_paths::{MadeAt, RowOrigin, RowOrigins};
use super::promise_patterns::{PartKind, PromisePatterns, RowPattern};
use super::sheet::{SheetRow, TableHeader};
use crate::plan::document::tree::Tree;
use crate::plan::{ProblemKind, Problems, TableError};
use crate::value::{Code, excerpt};

/// The list of what is promised of an indicator.
pub(super) const TARGETS: &str = "targets";

/// The lists of a part whose items are filled one by one, since each may be of another row: targets and figures of an
/// indicator, reports on a deliverable.
const LISTS: [&str; 3] = [TARGETS, "observations", "reports"];

/// An item of one of these lists: a target, a figure or a report.
pub(super) struct RowItem {
    pub(super) list: &'static str,
    pub(super) made: MadeAt,
    /// The index of the item of the pattern's list by which it was made.
    place: usize,
    tree: Tree,
}

/// An indicator or a deliverable, made of a row, or of several that say the same of it.
///
/// The items are kept apart from the other fields, each with the row that made it: an item can come from another row
/// than the part, and can be left out alone.
pub(super) struct RowPart {
    /// The first row that made the part.
    pub(super) made: MadeAt,
    pub(super) kind: PartKind,
    /// The place of its pillar among those of [`RowParts::pillars`].
    pub(super) pillar: usize,
    pub(super) code: String,
    /// The fields of the part, without its lists.
    pub(super) entries: Entries,
    pub(super) items: Vec<RowItem>,
}

/// The parts of a plan, as rows come.
pub(super) struct RowParts<'m> {
    pub(super) promises: &'m PromisePatterns,
    pub(super) layout: &'m Layout,
    /// The fields of each pillar, with its place among the pillars in the order of the rows.
    pub(super) pillars: BTreeMap<Entries, usize>,
    /// In the order in which rows made them.
    pub(super) parts: Vec<RowPart>,
    /// The place in `parts` of the first part of a kind, pillar and code.
    pub(super) by_code: BTreeMap<(PartKind, usize, String), usize>,
    pub(super) rows: usize,
    /// Which texts were met in each place for which the map states meanings.
    pub(super) met: PlaceMeanings<'m>,
    /// Whether a part was left out, whose code others may name.
    pub(super) has_gaps: bool,
    /// The problems that were reported: the place of each (in the map alone, of a value given once), and its message.
    pub(super) reported: BTreeSet<(String, String)>,
}

impl<'m> RowParts<'m> {
    /// What is made before the first row of a table that has these columns: no parts yet.
    pub(super) fn new(promises: &'m PromisePatterns, layout: &'m Layout) -> Self {
        Self {
            promises,
            layout,
            pillars: BTreeMap::new(),
            parts: Vec::new(),
            by_code: BTreeMap::new(),
            rows: 0,
            met: PlaceMeanings::new(),
            has_gaps: false,
            reported: BTreeSet::new(),
        }
    }

    /// Adds the part of the plan that a row makes by each pattern that selects it. A part with errors is left out,
    /// which makes a gap (`has_gaps`).
    ///
    /// If no pattern selects the row, a warning cites the first cell that the patterns ask for and that is not blank,
    /// if there is one.
    pub(super) fn add_row(&mut self, row: &SheetRow, problems: &mut Problems) {
        let filler = Filler {
            row,
            layout: self.layout,
        };
        let patterns = self.promises.patterns.iter().enumerate();
        let selecting: Vec<_> = patterns.filter(|(_, one)| filler.selects(&one.pattern)).collect();
        if selecting.is_empty() {
            let unmet = self.promises.patterns.iter().flat_map(|one| filler.unmet(&one.pattern));
            let mut said = unmet.filter(|only| !only.text_of(row).is_empty());
            if let Some(only) = said.next() {
                let text = excerpt(only.text_of(row));
                row.refuse(only.column.place, TableError::RowOfNothing { text }, problems);
            }
        }
        for (place, pattern) in selecting {
            let made = MadeAt {
                line: row.line,
                pattern: place,
            };
            self.rows = self.rows.saturating_add(1);
            filler.note_texts(&pattern.pattern, &mut self.met);
            let mut found = Problems::none();
            match self
                .part_of_row(filler, pattern, made, &mut found)
                .filter(|_| !found.has_errors())
            {
                Some(part) => self.add_part(part, problems),
                None => self.has_gaps = true,
            }
            for problem in &found {
                problems.push_alike(problem.path().to_owned(), problem.kind().clone());
            }
        }
    }

    /// Warns of each text to which the map gives a meaning and that no cell of its column has, as in
    /// [`Meanings`](super::meanings::Meanings).
    pub(super) fn warn_of_unused_meanings(&self, header: &TableHeader, problems: &mut Problems) {
        for (place, meanings) in &self.met {
            if let Some(column) = place.columns.first() {
                meanings.warn(header, column.place, problems);
            }
        }
    }

    /// The part that a row makes by a pattern; `made` says on which line, and by which pattern. `None` if the part or
    /// its pillar has no code. After any other error the part is incomplete, and the caller drops it. `problems` has
    /// the problems of this part alone.
    fn part_of_row(
        &mut self,
        filler: Filler<'_>,
        pattern: &RowPattern,
        made: MadeAt,
        problems: &mut Problems,
    ) -> Option<RowPart> {
        let (kind, pattern) = (pattern.kind, &pattern.pattern);
        let pillar = self.pillar_of_row(filler, problems);
        let mut entries = filler.fill_fields(pattern, &LISTS, problems);
        let code = stated_or_made_code(&mut entries, pattern, filler, problems)?;
        let mut items = Vec::new();
        for list in LISTS {
            let filled = filler.fill_items(pattern, list, problems).into_iter();
            items.extend(filled.map(|(place, tree)| RowItem {
                list,
                made,
                place,
                tree,
            }));
        }
        if kind == PartKind::Indicator && items.is_empty() && !problems.has_errors() {
            problems.push(filler.row.place(), TableError::NothingInRow);
        }
        Some(RowPart {
            made,
            kind,
            pillar: pillar?,
            code,
            entries,
            items,
        })
    }

    /// The place of the pillar of a row among `pillars`, to which a new one is added. Where the map has no pillar, all
    /// rows are of one with the code and name of the plan. `None` if the pillar has no code.
    fn pillar_of_row(&mut self, filler: Filler<'_>, problems: &mut Problems) -> Option<usize> {
        let entries = match &self.promises.pillar {
            None => ["code", "name"]
                .into_iter()
                .filter_map(|key| Some((key.to_owned(), self.promises.plan.get(key)?.clone())))
                .collect(),
            Some(pattern) => {
                let mut entries = filler.fill_fields(pattern, &[], problems);
                stated_or_made_code(&mut entries, pattern, filler, problems)?;
                entries
            }
        };
        let next = self.pillars.len();
        Some(*self.pillars.entry(entries).or_insert(next))
    }

    /// Keeps a part, or if an earlier part has the same kind, pillar, code and fields, adds its items to that part. A
    /// deliverable that so comes again is noted.
    fn add_part(&mut self, part: RowPart, problems: &mut Problems) {
        let key = (part.kind, part.pillar, part.code.clone());
        let place = self.by_code.get(&key);
        let known = place.and_then(|place| self.parts.get_mut(*place));
        if let Some(known) = known.filter(|known| known.entries == part.entries) {
            known.items.extend(part.items);
            if part.kind == PartKind::Deliverable {
                note_promised_again(part.made.line, known.made.line, problems);
            }
        } else {
            self.by_code.entry(key).or_insert(self.parts.len());
            self.parts.push(part);
        }
    }
}

/// The code among the fields of a part. If there is none, one is made of the name, and added to the fields; `None` if
/// there is no name, or it makes no code, which is reported.
fn stated_or_made_code(
    entries: &mut Entries,
    pattern: &Pattern,
    filler: Filler<'_>,
    problems: &mut Problems,
) -> Option<String> {
    let text_of = |key: &str| {
        let entry = entries.iter().find(|(own, _)| own == key);
        entry.and_then(|(_, tree)| first_text(tree))
    };
    if let Some(code) = text_of("code") {
        return Some(code.to_owned());
    }
    let code = match text_of("name") {
        Some(name) => code_of(name).map_err(ProblemKind::from),
        None => Err(ProblemKind::MissingField {
            field: "name",
            known: Vec::new(),
            form: "",
        }),
    };
    let code = code.map_err(|error| filler.refuse(pattern.get("name"), error, problems));
    let code = code.ok()?;
    entries.insert(0, ("code".to_owned(), Tree::Text(code.to_string())));
    Some(code.into())
}

/// The text, or of a text in several languages the first one; `None` if this is neither.
fn first_text(tree: &Tree) -> Option<&str> {
    match tree {
        Tree::Text(text) => Some(text),
        Tree::Map(entries) => entries.first().and_then(|(_, text)| first_text(text)),
        _ => None,
    }
}

/// Adds all content of a tree to `text`, so that different trees give different texts: `goal=kind=level;at_least=88;;`
/// for a target that has only its goal.
fn push_content(tree: &Tree, text: &mut String) {
    match tree {
        Tree::Null => {}
        Tree::Flag(flag) => text.push(if *flag { '+' } else { '-' }),
        Tree::Number(own) | Tree::Text(own) => text.push_str(own),
        Tree::List(items) => items.iter().for_each(|item| {
            push_content(item, text);
            text.push(',');
        }),
        Tree::Map(entries) => entries.iter().for_each(|(key, inner)| {
            text.push_str(key);
            text.push('=');
            push_content(inner, text);
            text.push(';');
        }),
    }
}

/// Notes that a line promises the same as the line `first`.
fn note_promised_again(line: u64, first: u64, problems: &mut Problems) {
    problems.push(format!("line {line}"), TableError::PromisedAgain { first });
}

/// A code made of that of an indicator and an `end`; if both are too long for a code, that of the indicator is cut.
fn code_with_end(indicator: &str, end: &str) -> String {
    let indicator = code_within(indicator, Code::LONGEST.saturating_sub(end.len()));
    format!("{}{end}", indicator.unwrap_or_default())
}

impl RowPart {
    /// Keeps each item of the part once, however many rows say it, and gives every target a code. A target that comes
    /// again is noted as a problem; a figure or a report is not.
    pub(super) fn settle_items(&mut self, problems: &mut Problems) {
        let mut known = BTreeMap::new();
        self.items.retain(|item| {
            let first = known.get(&item.tree).copied();
            match first {
                // In tables of targets several rows often have the same figure.
                Some(first) if item.list == TARGETS => note_promised_again(item.made.line, first, problems),
                Some(_) => {}
                None => drop(known.insert(item.tree.clone(), item.made.line)),
            }
            first.is_none()
        });
        self.give_codes_to_targets(problems);
    }

    /// Gives each target without a code that of its indicator, followed by the deadline. If several have one deadline,
    /// a fingerprint of the content of each follows too, which does not depend on their order, and each but the first
    /// is reported.
    fn give_codes_to_targets(&mut self, problems: &mut Problems) {
        let deadline_of = |target: &Tree| {
            let deadline = target.get("deadline").and_then(first_text);
            let deadline = deadline.and_then(|deadline| code_of(deadline).ok());
            deadline.map_or_else(String::new, |deadline| format!("-{deadline}"))
        };
        let nameless = |item: &&mut RowItem| item.list == TARGETS && item.tree.get("code").is_none();
        let mut lines: BTreeMap<String, Vec<u64>> = BTreeMap::new();
        for item in self.items.iter_mut().filter(nameless) {
            lines.entry(deadline_of(&item.tree)).or_default().push(item.made.line);
        }
        for item in self.items.iter_mut().filter(nameless) {
            let (line, mut end) = (item.made.line, deadline_of(&item.tree));
            if let Some([first, _, ..]) = lines.get(&end).map(Vec::as_slice) {
                let first = *first;
                if first != line {
                    let code = code_with_end(&self.code, &end);
                    problems.push(format!("line {line}"), TableError::CodeShared { code, first });
                }
                let mut content = String::new();
                push_content(&item.tree, &mut content);
                end = format!("{end}-{}", fingerprint(&content));
            }
            if let Tree::Map(entries) = &mut item.tree {
                entries.insert(0, ("code".to_owned(), Tree::Text(code_with_end(&self.code, &end))));
            }
        }
    }

    /// The field `list` of this part in a document, with its items. Records in `origins` which row made the part, at
    /// `path`, and which row made each item. `part` is the place of this part among all parts.
    pub(super) fn list_entry(&self, list: &str, path: &str, part: usize, origins: &mut RowOrigins) -> (String, Tree) {
        let origin = |made: MadeAt, is_item: bool, within: String| RowOrigin {
            part,
            made,
            is_item,
            within: Some(within),
        };
        origins.note(path.to_owned(), origin(self.made, false, String::new()));
        let items = self.items.iter().filter(|item| item.list == list).enumerate();
        let items = items.map(|(index, item)| {
            let within = format!("{list}[{}]", item.place);
            origins.note(format!("{path}.{list}[{index}]"), origin(item.made, true, within));
            item.tree.clone()
        });
        (list.to_owned(), Tree::List(items.collect()))
    }
}
