//! Rows of promises, read into a plan.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use std::io::Read;

use super::drawing::{Drawing, ItemList, Made, RowPart};
use super::loaded::Loaded;
use super::map::{ColumnMap, RowMeaning};
use super::only::{Selection, Unmet};
use super::pattern::{self, Places, ValuePlace, find_columns};
use super::promise_patterns::PromiseKind;
use super::sheet::Sheet;
use crate::plan::document::tree::Tree;
use crate::plan::{ObservationsDocument, Plan, PlanDocument, ProblemKind, Problems, Severity, TableError};
use crate::series::Observations;
use crate::value::excerpt;

/// How often what is right is read anew without what is not: of what is left out others may speak.
const PASSES: usize = 16;

/// How many rows of promises a table can have, so that what is sent to fill the memory does not.
const MOST: usize = 100_000;

/// A plan, and what is seen of it, from one table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct PlanWithFigures {
    /// What the good rows promise; none if no row is good.
    pub plan: Option<Plan>,
    /// The figures and reports that stand in the same rows.
    pub observations: Observations,
}

impl ColumnMap {
    /// Reads a table of promises: a plan of the rows that are right, and the figures that stand in them.
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
    ///     "line 3, Target: `x` is not a decimal number: it has no digit; if it says that there is no value, list it among `missing` in the map"
    /// );
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn read_plan(&self, table: impl Read) -> Loaded<PlanWithFigures> {
        let mut problems = Problems::none();
        let value = self.draw_up(table, &mut problems).unwrap_or_default();
        Loaded { value, problems }
    }

    /// Makes promises of the rows of a table, and of those a plan with its figures.
    fn draw_up(&self, table: impl Read, problems: &mut Problems) -> Option<PlanWithFigures> {
        let RowMeaning::Promises(promises) = &self.rows else {
            problems.push("", TableError::OtherMap { needed: "promises" });
            return None;
        };
        let mut sheet = Sheet::open(table, self.layout.delimiter, self.layout.header, problems).ok()?;
        let (mut places, header) = (Places::new(), sheet.header());
        for tree in promises
            .patterns
            .iter()
            .map(|pattern| &pattern.tree)
            .chain(&promises.pillar)
        {
            find_columns(tree, header, &mut places, problems);
        }
        let only = Selection::find(&self.layout.only, header, problems).ok()?;
        if problems.has_errors() {
            return None;
        }
        let mut unmet = Unmet::default();
        let mut drawing = Drawing::new(promises, &self.layout, &places);
        while sheet.advance(problems) {
            let row = sheet.row();
            if only.holds(row, &mut unmet) {
                drawing.add(row, problems);
            }
            if drawing.rows > MOST {
                problems.push(row.place(), TableError::TooManyPromises { most: MOST });
                break;
            }
        }
        only.warn(&unmet, sheet.header(), problems);
        drawing.warn(sheet.header(), problems);
        Some(drawing.finish(problems))
    }
}

/// What has errors and is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct BadPart {
    /// The place of the part.
    part: usize,
    /// The line of the row that made the bad item of it; `None` if all of it is bad.
    line: Option<u64>,
}

// The rows as documents

impl Drawing<'_> {
    /// The plan and the figures of the parts that are right.
    fn finish(mut self, problems: &mut Problems) -> PlanWithFigures {
        self.parts.iter_mut().for_each(|part| part.settle(problems));
        let plan = self.plan(problems);
        self.parts.retain(|part| plan.is_some() && !part.figures.is_empty());
        let observations = self.observations(problems).unwrap_or_default();
        problems.sort_by_path(line_of);
        PlanWithFigures { plan, observations }
    }

    /// The plan of the parts that are right: what has errors is left out and the rest is read anew, [`PASSES`] times at
    /// most; `None` if something is wrong with all of it.
    fn plan(&mut self, problems: &mut Problems) -> Option<Plan> {
        for _ in 0..PASSES {
            if self.parts.is_empty() {
                break;
            }
            let has_gaps = core::mem::take(&mut self.has_gaps);
            let (document, order) = self.plan_document(has_gaps);
            let checked = PlanDocument::of(document).check_keeping(usize::MAX);
            let bad = self.say_once(&checked.problems, |path| in_plan(path, &order), problems)?;
            if bad.is_empty() && !has_gaps {
                return checked.value;
            }
            self.leave_out(&bad);
        }
        None
    }

    /// The figures of the parts that are right, read in the same way.
    fn observations(&mut self, problems: &mut Problems) -> Option<Observations> {
        for _ in 0..PASSES {
            if self.parts.is_empty() {
                break;
            }
            let (document, order) = self.observations_document();
            let checked = ObservationsDocument::of(document).check_keeping(usize::MAX);
            let bad = self.say_once(&checked.problems, |path| in_observations(path, &order), problems)?;
            if bad.is_empty() {
                return checked.value;
            }
            self.leave_out(&bad);
        }
        None
    }

    /// Leaves out what has errors: a part, or of one that several rows make what the bad ones made.
    fn leave_out(&mut self, bad: &BTreeSet<BadPart>) {
        let mut places = 0_usize..;
        self.parts.retain_mut(|part| {
            let Some(place) = places.next() else { return true };
            let is_of_rows = !(part.targets.is_empty() && part.figures.is_empty());
            for list in [&mut part.targets, &mut part.figures] {
                list.retain(|(made, _)| {
                    !bad.contains(&BadPart {
                        part: place,
                        line: Some(made.line),
                    })
                });
            }
            let is_left = !(is_of_rows && part.targets.is_empty() && part.figures.is_empty());
            is_left
                && !bad.contains(&BadPart {
                    part: place,
                    line: None,
                })
        });
    }

    /// Says what was not said yet, each where it stands in the table, and gives what has errors; `None` if something is
    /// wrong with all of it.
    fn say_once(
        &mut self,
        found: &Problems,
        place: impl Fn(&str) -> PathEnd<'_>,
        problems: &mut Problems,
    ) -> Option<BTreeSet<BadPart>> {
        let (mut bad, mut is_hopeless) = (BTreeSet::new(), false);
        for problem in found {
            let is_error = problem.severity() == Severity::Error;
            let at = place(problem.path());
            match at {
                PathEnd::Gap => continue,
                PathEnd::Plan(_) => is_hopeless |= is_error,
                PathEnd::Part { part, item, .. } if is_error => {
                    let line = item.and_then(|item| Some(self.made(part, item)?.line));
                    bad.insert(BadPart { part, line });
                }
                PathEnd::Part { .. } => {}
            }
            let kind = match problem.kind() {
                ProblemKind::CodeTaken { code, first } => ProblemKind::CodeTaken {
                    code: code.clone(),
                    first: self.place_in_table(place(first)).0,
                },
                kind => kind.clone(),
            };
            let (path, key) = self.place_in_table(at);
            if self.said.insert((key, kind.to_string())) {
                problems.push_alike(path, kind);
            }
        }
        (!is_hopeless).then_some(bad)
    }

    /// Where an item of a list of a part was made.
    fn made(&self, part: usize, (list, item): (ItemList, usize)) -> Option<Made> {
        let part = self.parts.get(part)?;
        let list = match list {
            ItemList::Targets => &part.targets,
            ItemList::Figures => &part.figures,
        };
        list.get(item).map(|(made, _)| *made)
    }

    /// The line and column of a problem, and what tells it from others: that of a value which is given once for all
    /// rows is one problem.
    fn place_in_table(&self, place: PathEnd<'_>) -> (String, String) {
        let (part, item, rest) = match place {
            PathEnd::Part { part, item, rest } => (part, item, rest),
            PathEnd::Plan(path) => return (format!("plan.{path}"), path.to_owned()),
            PathEnd::Gap => return (String::new(), String::new()),
        };
        let of_item = item.and_then(|item| self.made(part, item));
        let Some(part) = self.parts.get(part) else {
            return (String::new(), String::new());
        };
        let made = of_item.unwrap_or(part.made);
        let within = match item {
            Some((list, _)) => format!("{}[{}]{rest}", list.field(part.kind), made.item),
            None => rest.to_owned(),
        };
        let line = format!("line {}", made.line);
        let pattern = self.promises.patterns.get(made.pattern);
        match pattern.map(|pattern| pattern::at(&pattern.tree, &within)) {
            Some(ValuePlace::Column(column)) => {
                let path = format!("{line}, {}", excerpt(column));
                (path.clone(), path)
            }
            Some(ValuePlace::Once) => {
                let within = within.trim_start_matches('.');
                let key = format!("{}.{within}", self.promises.place_in_map(made.pattern));
                (format!("{line}, {key}"), key)
            }
            Some(ValuePlace::Row) | None => (line.clone(), line),
        }
    }

    /// The document of the plan, and which part stands where in it.
    fn plan_document(&self, has_gaps: bool) -> (Tree, Vec<[Vec<usize>; 2]>) {
        let mut order: Vec<_> = self.pillars.iter().map(|_| [Vec::new(), Vec::new()]).collect();
        for (place, part) in self.parts.iter().enumerate() {
            if let Some([indicators, deliverables]) = order.get_mut(part.pillar) {
                match part.kind {
                    PromiseKind::Indicator => indicators.push(place),
                    PromiseKind::Deliverable => deliverables.push(place),
                }
            }
        }
        let mut named: Vec<_> = self.pillars.iter().collect();
        named.sort_by_key(|(_, place)| **place);
        let mut pillars = Vec::new();
        for ((entries, _), [indicators, deliverables]) in named.into_iter().zip(&order) {
            let mut entries = entries.clone();
            for (kind, places) in [
                (PromiseKind::Indicator, indicators),
                (PromiseKind::Deliverable, deliverables),
            ] {
                let parts = places
                    .iter()
                    .filter_map(|place| self.parts.get(*place))
                    .map(RowPart::tree);
                entries.push((kind.field().to_owned(), Tree::List(parts.collect())));
            }
            // One whose rows are all bad is none.
            if !(indicators.is_empty() && deliverables.is_empty()) {
                pillars.push(Tree::Map(entries));
            }
        }
        order.retain(|[indicators, deliverables]| !(indicators.is_empty() && deliverables.is_empty()));
        if has_gaps {
            // What is no map says that codes may stand there that nobody could read.
            pillars.push(Tree::Null);
        }
        let mut plan = Vec::from([("format".to_owned(), Tree::Number("1".to_owned()))]);
        if let Tree::Map(entries) = &self.promises.plan {
            plan.extend(entries.iter().cloned());
        }
        plan.push(("pillars".to_owned(), Tree::List(pillars)));
        (Tree::Map(plan), order)
    }

    /// The document of the figures, and of which part each of its entries is.
    fn observations_document(&self) -> (Tree, [Vec<usize>; 2]) {
        let (mut lists, mut order) = ([Vec::new(), Vec::new()], [Vec::new(), Vec::new()]);
        for (place, part) in self.parts.iter().enumerate() {
            let [series, deliveries] = &mut lists;
            let [of_series, of_deliveries] = &mut order;
            let figures = Tree::List(part.figures.iter().map(|(_, tree)| tree.clone()).collect());
            let code = Tree::Text(part.code.clone());
            match part.kind {
                PromiseKind::Indicator => {
                    let unit = part.entries.iter().find(|(key, _)| key == "unit");
                    let mut entries = Vec::from([("indicator".to_owned(), code)]);
                    entries.extend(unit.cloned());
                    entries.push(("observations".to_owned(), figures));
                    series.push(Tree::Map(entries));
                    of_series.push(place);
                }
                PromiseKind::Deliverable => {
                    deliveries.push(Tree::Map(Vec::from([
                        ("deliverable".to_owned(), code),
                        ("reports".to_owned(), figures),
                    ])));
                    of_deliveries.push(place);
                }
            }
        }
        let [series, deliveries] = lists;
        let document = Tree::Map(Vec::from([
            ("format".to_owned(), Tree::Number("1".to_owned())),
            ("series".to_owned(), Tree::List(series)),
            ("deliveries".to_owned(), Tree::List(deliveries)),
        ]));
        (document, order)
    }
}

/// What a path of a document leads to.
#[derive(Debug, Clone, Copy)]
enum PathEnd<'p> {
    /// What is said of the plan as a whole.
    Plan(&'p str),
    /// What is left out.
    Gap,
    /// A part, an item of one of its lists, and the rest of the path.
    Part {
        part: usize,
        item: Option<(ItemList, usize)>,
        rest: &'p str,
    },
}

impl<'p> PathEnd<'p> {
    /// A part, or the item of its list to which the rest of a path leads.
    fn within(part: usize, list: ItemList, name: &str, rest: &'p str) -> Self {
        let (item, rest) = index(rest, name).map_or((None, rest), |(item, rest)| (Some((list, item)), rest));
        Self::Part { part, item, rest }
    }
}

/// The index at the beginning of a path, behind a list's name, and what stands behind it.
fn index<'p>(path: &'p str, list: &str) -> Option<(usize, &'p str)> {
    let path = path.strip_prefix('.').unwrap_or(path);
    let (index, rest) = path.strip_prefix(list)?.strip_prefix('[')?.split_once(']')?;
    Some((index.parse().ok()?, rest))
}

/// Where a path in the plan that was made of the parts leads.
fn in_plan<'p>(path: &'p str, order: &[[Vec<usize>; 2]]) -> PathEnd<'p> {
    let Some((pillar, rest)) = index(path, "pillars") else {
        return PathEnd::Plan(path);
    };
    let Some([indicators, deliverables]) = order.get(pillar) else {
        return PathEnd::Gap;
    };
    let found = [
        (PromiseKind::Indicator, indicators),
        (PromiseKind::Deliverable, deliverables),
    ]
    .into_iter()
    .find_map(|(kind, parts)| {
        let (place, rest) = index(rest, kind.field())?;
        Some(PathEnd::within(*parts.get(place)?, ItemList::Targets, "targets", rest))
    });
    // What is wrong with a pillar is said of the first row that is of it.
    let first = indicators.first().or(deliverables.first());
    let first = first.map(|part| PathEnd::Part {
        part: *part,
        item: None,
        rest: "",
    });
    found.or(first).unwrap_or(PathEnd::Gap)
}

/// Where a path in the observations that were made of the parts leads.
fn in_observations<'p>(path: &'p str, [of_series, of_deliveries]: &[Vec<usize>; 2]) -> PathEnd<'p> {
    let entries = [
        ("series", of_series, PromiseKind::Indicator),
        ("deliveries", of_deliveries, PromiseKind::Deliverable),
    ];
    let found = entries.into_iter().find_map(|(entry, order, kind)| {
        let (place, rest) = index(path, entry)?;
        Some(PathEnd::within(
            *order.get(place)?,
            ItemList::Figures,
            ItemList::Figures.field(kind),
            rest,
        ))
    });
    found.unwrap_or(PathEnd::Plan(path))
}

/// The line of a problem.
fn line_of(path: &str) -> u64 {
    let line = path.strip_prefix("line ").and_then(|rest| rest.split(',').next());
    line.and_then(|line| line.parse().ok()).unwrap_or_default()
}
