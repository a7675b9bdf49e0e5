//! Rows of promises, read into a plan.
//!
//! Each row makes parts of a document, and what these say is checked by the check of documents alone: nothing here
//! knows what a goal is. The parts stand in the document in another order than in the table (pillar by pillar), so that
//! the paths of its problems are led back to the rows by their [`RowOrigins`]. Parts with errors are taken out, and as
//! others may have named them (`part_of`, `restates`), what is left is checked anew, until nothing is wrong, nothing is
//! left, or [`PASSES`] are over.
//!
//! | problem of the document | led back to |
//! |---|---|
//! | `pillars[0].indicators[1].targets[0].goal.at_least` | the line that made the target, and the column of its `value` |
//! | `pillars[0].indicators[1].measure` | the line that made the indicator, and the place in the map, where that says it once |
//! | `pillars[0].indicators[1].targets[0]` | the line alone: several cells say it together |
//! | `period` | the map itself: `plan.period` |

use alloc::borrow::ToOwned;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use std::io::Read;

use super::figure::OR_STATE;
use super::loaded::Loaded;
use super::map::{ColumnMap, RowMeaning};
use super::only::Selection;
use super::pattern::{Entries, ValuePlace};
use super::promise_paths::{RowOrigin, RowOrigins, line_of};
use super::promise_patterns::PartKind;
use super::row_parts::{RowParts, TARGETS};
use crate::plan::document::tree::Tree;
use crate::plan::{Checked, ObservationsDocument, Plan, PlanDocument, ProblemKind, Problems, Severity, TableError};
use crate::series::Observations;
use crate::value::excerpt;

/// How often a document of the rows is checked at most, each time without the parts that had errors the time before.
const PASSES: usize = 16;

/// How many rows of promises a table can have, so that a table that is sent to fill the memory does not.
const MOST: usize = 100_000;

/// Stands in a plan for parts that nobody could read: since it is no map, the check reports no code as unknown.
const UNREADABLE_PILLAR: Tree = Tree::Null;

/// A plan, and what is seen of it, from one table.
///
/// # Examples
///
/// A ministry keeps projects, their deadlines and what became of them in one sheet:
///
/// ```
/// use milepost::table::ColumnMap;
/// use milepost::{DeliveryState, day};
///
/// let map: ColumnMap = serde_json::from_str(
///     r#"{
///         "format": 1,
///         "kind": "targets",
///         "plan": {"code": "roads", "name": "Roads", "period": "2024-01-01/P4Y"},
///         "deliverables": [{
///             "name": {"column": "Project"},
///             "deadline": {"column": "By"},
///             "reports": [{
///                 "state": {"column": "State", "means": {"open": "in_use", "works": "under_way"}},
///                 "on": {"column": "As of"}
///             }]
///         }]
///     }"#,
/// )?;
/// let table = "Project,By,State,As of\nBridge,2026,works,2025-06-30\nBypass,2025-12,open,2025-05-02\n";
/// let both = map.read_plan(table.as_bytes()).into_result()?;
/// let plan = both.plan.ok_or("a plan")?;
/// assert_eq!(plan.deliverables().count(), 2);
/// let reports = both.observations.deliveries("Bypass");
/// assert_eq!((reports[0].state(), reports[0].on()), (DeliveryState::InUse, day!("2025-05-02")));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct PlanWithFigures {
    /// The promises of the rows that are right; `None` if no row is, or if the map says something wrong of the plan as
    /// a whole.
    pub plan: Option<Plan>,
    /// The figures and reports that stand in the same rows; none without a plan.
    pub observations: Observations,
}

impl ColumnMap {
    /// Reads a table of promises: a plan of the rows that are right, and the figures that stand in them.
    ///
    /// Where rows make more than 100,000 parts of a plan, the reading ends there with an error, and those before count.
    /// Where the header lacks a column of the map, nothing is read.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::table::ColumnMap;
    ///
    /// let map: ColumnMap = serde_json::from_str(
    ///     r#"{
    ///         "format": 1,
    ///         "kind": "targets",
    ///         "plan": {"code": "city", "name": "A plan for the city", "period": "2026-01-01/P5Y"},
    ///         "indicators": [{
    ///             "name": {"column": "Indicator"},
    ///             "measure": "share",
    ///             "unit": {"code": "1", "multiplier": -2},
    ///             "targets": [{
    ///                 "goal": {"kind": "level", "bound": "at_least", "value": {"column": "Target"}},
    ///                 "baseline": {"period": {"column": "Base year"}, "value": {"column": "Base"}},
    ///                 "deadline": {"column": "By"}
    ///             }]
    ///         }]
    ///     }"#,
    /// )?;
    /// let table = "Indicator,Base year,Base,By,Target\nGood air,2025,82.4,2030,88\nGreen roofs,2025,3,2030,x\n";
    /// let loaded = map.read_plan(table.as_bytes());
    /// let plan = loaded.value.plan.ok_or("a plan")?;
    /// assert_eq!(plan.targets().map(|(_, target)| target.code().as_str()).collect::<Vec<_>>(), ["Good-air-2030"]);
    /// let problem = loaded.problems.iter().next().ok_or("a problem")?;
    /// assert_eq!(
    ///     problem.to_string(),
    ///     "error[not_a_decimal]: line 3, Target: `x` is not a decimal number: it has no digit; if it says that there is no value, list it among `missing` in the map"
    /// );
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn read_plan(&self, table: impl Read) -> Loaded<PlanWithFigures> {
        let mut problems = Problems::none();
        let value = self.plan_of_rows(table, &mut problems).unwrap_or_default();
        Loaded { value, problems }
    }

    /// Makes promises of the rows of a table, and of the promises a plan with its figures; `None` if the map is not of
    /// promises, or the table or its header cannot be read.
    fn plan_of_rows(&self, table: impl Read, problems: &mut Problems) -> Option<PlanWithFigures> {
        let RowMeaning::Promises(promises) = &self.rows else {
            problems.push("", TableError::OtherMap { needed: "promises" });
            return None;
        };
        let mut sheet = self.open(table, problems).ok()?;
        let mut promises = promises.clone();
        for column in promises.columns_mut() {
            column.find_in(&sheet.row.header, problems);
        }
        let mut only = Selection::in_header(&self.layout.only, &sheet.row.header, problems);
        if problems.has_errors() {
            return None;
        }
        let mut parts = RowParts::new(&promises, &self.layout);
        while sheet.advance(|row| only.accepts(row), problems) {
            let row = &sheet.row;
            parts.add_row(row, problems);
            if parts.rows > MOST {
                problems.push(row.place(), TableError::TooManyPromises { most: MOST });
                break;
            }
        }
        only.warn_if_no_row_counts(&sheet.row.header, problems);
        parts.warn_of_unused_meanings(&sheet.row.header, problems);
        Some(parts.into_plan(problems))
    }
}

/// What has errors, and is removed before the rest is checked once more, by the place of its part in
/// [`RowParts::parts`]:
///
/// - `(place, None)`: the whole part;
/// - `(place, Some(line))`: the items of the part that the row on this line made; other rows made the others.
type BadParts = BTreeSet<(usize, Option<u64>)>;

// The rows as documents

impl RowParts<'_> {
    /// Builds the plan of the parts, then the observations of the parts that are left in it. Parts with errors are left
    /// out and the rest is checked again. The problems are sorted by their lines.
    fn into_plan(mut self, problems: &mut Problems) -> PlanWithFigures {
        self.parts.iter_mut().for_each(|part| part.settle_items(problems));
        self.parts.sort_by_key(|part| (part.pillar, part.kind));
        let check = |document| PlanDocument::of(document).check_keeping(usize::MAX);
        let plan = self.check_until_right(Self::plan_document, check, problems);
        self.parts.sort_by_key(|part| part.made);
        // The document of observations has figures and reports only.
        for part in &mut self.parts {
            part.items.retain(|item| item.list != TARGETS);
        }
        self.parts.retain(|part| plan.is_some() && !part.items.is_empty());
        let check = |document| ObservationsDocument::of(document).check_keeping(usize::MAX);
        let observations = self.check_until_right(|parts, _| parts.observations_document(), check, problems);
        problems.sort_by_path(line_of);
        PlanWithFigures {
            plan,
            observations: observations.unwrap_or_default(),
        }
    }

    /// Checks a document that is made of the parts. As long as it has errors, removes the parts at fault and checks the
    /// rest anew, [`PASSES`] times at most. `None` if the document as a whole is wrong, no part is left, or the last
    /// pass had errors too.
    ///
    /// `document_of` makes the document; its flag says whether it `has_gaps`: rows made parts that could not be read,
    /// so that a code which is not found may be theirs. Only the first pass has gaps, and a second one always follows.
    fn check_until_right<T>(
        &mut self,
        document_of: impl Fn(&Self, bool) -> (Tree, RowOrigins),
        check: impl Fn(Tree) -> Checked<T>,
        problems: &mut Problems,
    ) -> Option<T> {
        for _ in 0..PASSES {
            if self.parts.is_empty() {
                break;
            }
            let has_gaps = core::mem::take(&mut self.has_gaps);
            let (tree, origins) = document_of(self, has_gaps);
            let checked = check(tree);
            self.report_once(&checked.problems, &origins, problems);
            let bad = bad_parts(&checked.problems, &origins)?;
            if bad.is_empty() && !has_gaps {
                return checked.value;
            }
            self.remove_parts(&bad);
        }
        None
    }

    /// Removes bad parts, and the items that bad rows made of other parts; a part that so loses all its items goes too.
    fn remove_parts(&mut self, bad: &BadParts) {
        let mut places = 0_usize..;
        self.parts.retain_mut(|part| {
            let Some(place) = places.next() else { return true };
            let had_items = !part.items.is_empty();
            part.items.retain(|item| !bad.contains(&(place, Some(item.made.line))));
            // A deliverable without reports never had items, and stays.
            let lost_all = had_items && part.items.is_empty();
            !lost_all && !bad.contains(&(place, None))
        });
    }

    /// Reports each problem of a document at its place in the table, unless the same was reported of that place before.
    ///
    /// - The problem of a gap is not reported: its rows have problems of their own.
    /// - Of a code that is taken, the path of the first one becomes a place in the table too.
    /// - To an unknown word, the advice to state its meaning is added.
    fn report_once(&mut self, found: &Problems, origins: &RowOrigins, problems: &mut Problems) {
        for problem in found {
            if let Some((None, _)) = origins.origin_of(problem.path()) {
                continue;
            }
            let kind = match problem.kind() {
                ProblemKind::CodeTaken { code, first } => ProblemKind::CodeTaken {
                    code: code.clone(),
                    first: self.place_in_table(first, origins).0,
                },
                ProblemKind::UnknownWord { word, known } => ProblemKind::UnknownWord {
                    word: word.clone(),
                    known: format!("{known}{OR_STATE}"),
                },
                kind => kind.clone(),
            };
            let (path, given_once_at) = self.place_in_table(problem.path(), origins);
            let key = given_once_at.unwrap_or_else(|| path.clone());
            if self.reported.insert((key, kind.to_string())) {
                problems.push_alike(path, kind);
            }
        }
    }

    /// The place in the table of what a path of the document leads to, as it is shown; and if the map gives the value
    /// once for all rows, its place in the map alone, by which such a problem is reported once and not for each row.
    ///
    /// | what stands at the path | shown | given once at |
    /// |---|---|---|
    /// | a value from a column | `line 7, Target` | |
    /// | a value given once for all rows | `line 7, indicators[0].measure` | `indicators[0].measure` |
    /// | what several cells say together, or a pillar | `line 7` | |
    /// | a field of the plan | `plan.period` | |
    /// | a gap | (empty) | |
    fn place_in_table(&self, path: &str, origins: &RowOrigins) -> (String, Option<String>) {
        let (origin, rest) = match origins.origin_of(path) {
            Some((Some(origin), rest)) => (origin, rest),
            Some((None, _)) => return (String::new(), None),
            None => return (format!("plan.{path}"), None),
        };
        let line = format!("line {}", origin.made.line);
        let pattern = self.promises.patterns.get(origin.made.pattern);
        let Some((within, pattern)) = origin.within.as_ref().zip(pattern) else {
            return (line, None);
        };
        let within = format!("{within}{rest}");
        match pattern.pattern.place_at(&within) {
            ValuePlace::Column(column) => (format!("{line}, {}", excerpt(column)), None),
            ValuePlace::Once => {
                let within = within.trim_start_matches('.');
                let place = format!("{}.{within}", pattern.path);
                (format!("{line}, {place}"), Some(place))
            }
            ValuePlace::Row => (line, None),
        }
    }

    /// The document of the plan, and which rows made what in it. The parts must be sorted by pillars, the indicators of
    /// each first. If it `has_gaps`, parts are missing whose codes others may name: then a pillar that nobody can read
    /// is added, so that no code is reported as unknown.
    fn plan_document(&self, has_gaps: bool) -> (Tree, RowOrigins) {
        let fields: BTreeMap<_, _> = self.pillars.iter().map(|(entries, place)| (*place, entries)).collect();
        let (mut pillars, mut origins, mut places) = (Vec::new(), RowOrigins::default(), 0_usize..);
        for parts in self.parts.chunk_by(|one, next| one.pillar == next.pillar) {
            let path = format!("pillars[{}]", pillars.len());
            let Some(first) = parts.first() else { continue };
            let mut pillar = fields
                .get(&first.pillar)
                .map_or_else(Entries::new, |entries| Entries::clone(entries));
            origins.note(
                path.clone(),
                RowOrigin {
                    part: places.start,
                    made: first.made,
                    is_item: false,
                    within: None,
                },
            );
            for kind in [PartKind::Indicator, PartKind::Deliverable] {
                let field = kind.field();
                let parts = parts
                    .iter()
                    .filter(|part| part.kind == kind)
                    .zip(&mut places)
                    .enumerate();
                let parts = parts.map(|(index, (part, place))| {
                    let mut entries = part.entries.clone();
                    let targets = part.list_entry(TARGETS, &format!("{path}.{field}[{index}]"), place, &mut origins);
                    entries.extend(Some(targets).filter(|_| kind == PartKind::Indicator));
                    Tree::Map(entries)
                });
                pillar.push((field.to_owned(), Tree::List(parts.collect())));
            }
            pillars.push(Tree::Map(pillar));
        }
        if has_gaps {
            origins.note(format!("pillars[{}]", pillars.len()), None);
            pillars.push(UNREADABLE_PILLAR);
        }
        let mut plan = Vec::from([("format".to_owned(), Tree::Number("1".to_owned()))]);
        if let Tree::Map(entries) = &self.promises.plan {
            plan.extend(entries.iter().cloned());
        }
        plan.push(("pillars".to_owned(), Tree::List(pillars)));
        (Tree::Map(plan), origins)
    }

    /// The document of the figures and reports, and which rows made what in it.
    fn observations_document(&self) -> (Tree, RowOrigins) {
        let (mut series, mut deliveries, mut origins) = (Vec::new(), Vec::new(), RowOrigins::default());
        for (place, part) in self.parts.iter().enumerate() {
            let code = Tree::Text(part.code.clone());
            match part.kind {
                PartKind::Indicator => {
                    let mut entries = Vec::from([("indicator".to_owned(), code)]);
                    entries.extend(part.entries.iter().find(|(key, _)| key == "unit").cloned());
                    let path = format!("series[{}]", series.len());
                    entries.push(part.list_entry("observations", &path, place, &mut origins));
                    series.push(Tree::Map(entries));
                }
                PartKind::Deliverable => {
                    let path = format!("deliveries[{}]", deliveries.len());
                    let reports = part.list_entry("reports", &path, place, &mut origins);
                    deliveries.push(Tree::Map(Vec::from([("deliverable".to_owned(), code), reports])));
                }
            }
        }
        let tree = Tree::Map(Vec::from([
            ("format".to_owned(), Tree::Number("1".to_owned())),
            ("series".to_owned(), Tree::List(series)),
            ("deliveries".to_owned(), Tree::List(deliveries)),
        ]));
        (tree, origins)
    }
}

/// The parts of a document in which errors were found; `None` if an error is of the document as a whole, so that
/// removing parts mends nothing.
fn bad_parts(found: &Problems, origins: &RowOrigins) -> Option<BadParts> {
    let mut bad = BadParts::new();
    let errors = found.iter().filter(|problem| problem.severity() == Severity::Error);
    for error in errors {
        let (origin, _) = origins.origin_of(error.path())?;
        bad.extend(origin.map(|origin| (origin.part, origin.is_item.then_some(origin.made.line))));
    }
    Some(bad)
}
