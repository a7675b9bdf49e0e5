//! Reads a target: what is promised of an indicator.

use alloc::vec::Vec;

use super::super::check::{Course, Point, Start, Terms};
use super::super::references::{Directory, Names, Part};
use super::super::{Baseline, ProblemKind, Problems, Relation, Target, Weight};
use super::citation::citation;
use super::goal;
use super::reader::{Fields, Node};
use super::words::{BETWEEN, FREQUENCIES, NATURES, PATHS, Plain};
use crate::trajectory::{Milestone, Schedule, Shape};
use crate::value::{Code, Measure, Period, Quantity, Unit};

const TARGET: &[&str] = &[
    "code",
    "name",
    "goal",
    "baseline",
    "deadline",
    "path",
    "milestones",
    "nature",
    "responsible",
    "weight",
    "reported",
    "citation",
    "alternative_to",
    "restates",
    "part_of",
    "proxies",
    "note",
];
const BASELINE: &[&str] = &["period", "value", "citation"];
const SCHEDULE: &[&str] = &["schedule", "between"];
const POINT: &[&str] = &["period", "value"];

/// The indicator of which something is promised, as far as it could be read.
#[derive(Clone, Copy)]
pub(super) struct Of<'a> {
    pub(super) indicator: Option<&'a Code>,
    pub(super) measure: Option<Measure>,
    pub(super) unit: Option<&'a Unit>,
}

/// Reads a target, lists it in the directory, and adds everything that is wrong with it.
pub(super) fn read(node: &Node<'_>, of: Of<'_>, directory: &mut Directory, problems: &mut Problems) -> Option<Target> {
    let fields = node.fields(TARGET, problems)?;
    let code = fields.required("code", Node::code, problems);
    let (kind, goal) = fields
        .required("goal", |node, problems| Some(goal::read(node, problems)), problems)
        .unwrap_or_default();
    let deadline = fields.required("deadline", Node::period, problems);
    let (start, baseline) = read_baseline(&fields, problems);
    let (course, shape) = fields.optional("path", read_path, problems).unzip();
    let points = fields.optional("milestones", read_points, problems).unwrap_or_default();
    let milestones = complete(&points);
    let terms = Terms {
        measure: of.measure,
        unit: of.unit,
        kind,
        goal,
        deadline,
        baseline: start,
        course,
        milestones: points,
    };
    let mut found = Problems::none();
    terms.check(&mut found);
    problems.extend_within(node.path(), found);
    let names = read_names(&fields, of.indicator, terms.sound_deadline(), problems);
    let (relation, part_of) = (names.relation.clone(), names.part_of.clone());
    let proxies = names.proxies.iter().map(|(_, code)| code.clone()).collect();
    directory.add(node.path(), code.as_ref(), Part::Target(names));
    let name = fields.optional("name", Node::text, problems);
    let nature = fields.optional("nature", Node::one_of(&NATURES), problems);
    let responsible = fields.optional("responsible", Node::text, problems);
    let weight = fields.or_default("weight", Weight::ONE, Node::weight, problems);
    let reported = fields.optional("reported", Node::one_of(&FREQUENCIES), problems);
    let citation = fields.optional("citation", citation, problems);
    let note = fields.optional("note", Node::text, problems);
    Some(Target {
        code: code?,
        quantity: Quantity::new(of.measure?, of.unit?.clone()),
        goal: goal?,
        deadline: deadline?,
        name,
        baseline,
        shape: shape.flatten(),
        milestones: milestones?,
        nature,
        responsible,
        weight: weight?,
        reported,
        citation,
        relation,
        part_of,
        proxies,
        note,
    })
}

/// What can be said of the start; nothing is said of one that was left out.
fn read_baseline(fields: &Fields<'_>, problems: &mut Problems) -> (Option<Start>, Option<Baseline>) {
    let Some(node) = fields.get("baseline") else {
        return (fields.is_misspelt("baseline").then(Start::default), None);
    };
    if !node.is_map() {
        let period = node.period(problems);
        return (Some(Start { period, value: None }), period.map(Baseline::observed));
    }
    let Some(fields) = node.fields(BASELINE, problems) else {
        return (Some(Start::default()), None);
    };
    let period = fields.required("period", Node::period, problems);
    let value = fields.optional("value", Node::decimal, problems);
    let citation = fields.optional("citation", citation, problems);
    let baseline = period.map(|period| {
        let baseline = match value {
            Some(value) => Baseline::stated(period, value),
            None => Baseline::observed(period),
        };
        match citation {
            Some(citation) => baseline.cited(citation),
            None => baseline,
        }
    });
    (Some(Start { period, value }), baseline)
}

/// The path as far as it is known, and the path itself if all of it is.
fn read_path(node: &Node<'_>, problems: &mut Problems) -> Option<(Course, Option<Shape>)> {
    if node.is_text() {
        let word = node.word(&PATHS, problems)?;
        return Some(match word {
            Plain::Linear => (Course::Linear, Some(Shape::Linear)),
            Plain::ConstantGrowth => (Course::ConstantGrowth, Some(Shape::ConstantGrowth)),
            Plain::Hold => (Course::Hold, Some(Shape::Hold)),
        });
    }
    if !node.is_map() {
        return node.refuse("the name of a path, or a map with a `schedule`", problems);
    }
    let fields = node.fields(SCHEDULE, problems)?;
    let between = fields.required("between", Node::one_of(&BETWEEN), problems);
    let points = fields.required("schedule", read_points, problems)?;
    let shape = complete(&points)
        .zip(between)
        .map(|(points, between)| Shape::Schedule(Schedule { points, between }));
    Some((Course::Schedule(points), shape))
}

/// The points in a list, each as far as it could be read.
fn read_points(node: &Node<'_>, problems: &mut Problems) -> Option<Vec<Point>> {
    node.list(
        |node, problems| {
            let point = node.fields(POINT, problems).map(|fields| Point {
                period: fields.required("period", Node::period, problems),
                value: fields.required("value", Node::decimal, problems),
            });
            Some(point.unwrap_or_default())
        },
        problems,
    )
}

/// The points, if all of them could be read.
fn complete(points: &[Point]) -> Option<Vec<Milestone>> {
    let milestone = |point: &Point| Some(Milestone::new(point.period?, point.value?));
    points.iter().map(milestone).collect()
}

fn read_names(
    fields: &Fields<'_>,
    indicator: Option<&Code>,
    deadline: Option<Period>,
    problems: &mut Problems,
) -> Names {
    let alternative = fields.optional("alternative_to", Node::code, problems);
    let restated = fields.optional("restates", Node::code, problems);
    if fields.has("alternative_to") {
        if let Some(node) = fields.get("restates") {
            problems.push(node.path(), ProblemKind::AlternativeAndRestatement);
        }
    }
    let part_of = fields.optional("part_of", Node::code, problems);
    let proxies = fields
        .get("proxies")
        .and_then(|list| list.items(problems))
        .unwrap_or_default();
    let proxies = proxies.iter().enumerate();
    Names {
        indicator: indicator.cloned(),
        relation: alternative
            .map(Relation::AlternativeTo)
            .or_else(|| restated.map(Relation::Restates)),
        part_of,
        proxies: proxies
            .filter_map(|(index, node)| Some((index, node.code(problems)?)))
            .collect(),
        deadline,
    }
}
