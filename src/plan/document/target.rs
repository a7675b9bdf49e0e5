//! Reads a target: what is promised of an indicator.

use alloc::format;
use alloc::vec::Vec;

use super::super::check::{Draft, DraftMilestone, DraftPath, DraftPoint};
use super::super::part_names::{PartNames, StatedBaseline};
use super::super::references::{Directory, Names, Role};
use super::super::{
    Amendment, Baseline, Changes, GoalKind, LikelyMistake, Milestone, Nature, Of, ProblemKind, Problems, Relation,
    Target, Terms,
};
use super::amendment;
use super::citation::citation;
use super::fields::{AMENDMENT, BASELINE, MILESTONE, PART, PATH, POINT, S_CURVE, SCHEDULE, TARGET};
use super::goal::{self, ReadGoal};
use super::reader::{Fields, Node, PartlyRead};
use super::synonyms::word_of_documents;
use super::words::{CURVES, OF, PATHS};
use crate::trajectory::{Between, Clock, Point, Schedule, Shape};
use crate::value::{Code, Length, Measure, Period, Quantity, Unit, Weight, decimal};

/// The indicator of which something is promised, as far as it could be read.
#[derive(Clone, Copy)]
pub(super) struct Subject<'a> {
    pub(super) indicator: Option<&'a Code>,
    pub(super) measure: Option<Measure>,
    pub(super) unit: Option<&'a Unit>,
    pub(super) quantity: Option<&'a Quantity>,
}

/// Reads a target with its amendments, lists it in the directory, and reports everything that is wrong with it. `parts`
/// are those of its indicator; `None` if one of them could not be read, and then codes of parts are not checked.
pub(super) fn read(
    node: &Node<'_>,
    subject: Subject<'_>,
    parts: Option<&mut PartNames<'_>>,
    directory: &mut Directory,
    problems: &mut Problems,
) -> Option<Target> {
    let fields = node.fields(&TARGET, problems)?;
    let code = fields.read("code", Node::code, problems);
    let part = fields.or_default("of", Of::Total, part_of_indicator, problems);
    let ReadTerms { known, whole: terms } = ReadTerms::read(&fields, None, problems);
    let reported = fields.read("reported", Node::length_or::<Length>(&[]), problems);
    let read_accepted = Node::list_of(Node::one_of(LikelyMistake::WORDS));
    let accepted = fields
        .or_default("accept", Vec::new(), read_accepted, problems)
        .unwrap_or_default();
    let draft = Draft {
        measure: subject.measure,
        quantity: subject.quantity,
        unit: subject.unit,
        of: part.as_ref(),
        baseline: terms.baseline.as_ref(),
        reported,
        accepted: &accepted,
        ..known
    };
    problems.extend_within(node.path(), draft.problems());
    let amendments = read_amendments(&fields, draft.kind, directory, problems);
    let all = amendments.iter().flatten();
    let amended_baselines = all.map(|(_, changes)| changes.baseline.as_ref());
    let starts = StatedBaseline::of_target(draft.baseline, amended_baselines);
    if let Some(parts) = parts {
        problems.within(node.path(), |found| parts.check_target(part.as_ref(), &starts, found));
    }
    let names = read_named_parts(&fields, subject.indicator, draft.sound_deadline(), problems);
    directory.add(node.path(), code.as_ref(), Role::Target(names.clone()));
    let weight = fields.or_default("weight", Weight::ONE, Node::weight, problems);
    let clock = fields.or_default("time", Clock::Months, Node::one_of(Clock::WORDS), problems);
    let milestones = complete_milestones(&draft.milestones);
    let mut target = Target {
        name: fields.read("name", Node::text, problems),
        nature: fields.read("nature", Node::one_of(Nature::WORDS), problems),
        responsible: fields.read("responsible", Node::text, problems),
        citation: fields.read("citation", citation, problems),
        note: fields.read("note", Node::text, problems),
        of: part?,
        limit: terms.limit,
        milestones: milestones?,
        baseline: terms.baseline,
        reference: terms.reference,
        shape: terms.shape,
        weight: weight?,
        clock: clock?,
        reported,
        relation: names.relation,
        part_of: names.part_of,
        proxies: names.proxies.into_iter().map(|(_, code)| code).collect(),
        accepted,
        ..Target::builder(code?, subject.quantity?.clone(), terms.goal?, terms.deadline?).target
    };
    let amendments = amendments?;
    problems.within(node.path(), |found| {
        let places = target.amend(amendments, found);
        target.check_versions(&places, found);
    });
    Some(target)
}

/// The terms of a promise: of a target, or of an amendment, which states only some of them.
struct ReadTerms {
    /// Whatever could be read of them, which is checked.
    known: Draft<'static>,
    /// Those that could be read as a whole, of which the target or the version is made.
    whole: Changes,
}

impl ReadTerms {
    /// Reads the terms among the fields of a target or an amendment: as a draft of whatever could be read, and as
    /// changes that have only what could be read as a whole. If no goal is stated, its kind is `kind`: that of the
    /// promise before the amendment.
    fn read(fields: &Fields<'_>, kind: Option<GoalKind>, problems: &mut Problems) -> Self {
        let stated = fields.read("goal", |node, problems| Some(goal::read(node, problems)), problems);
        let kind = stated.as_ref().map_or(kind, |stated| stated.kind);
        let ReadGoal { goal, reference, .. } = stated.unwrap_or_default();
        let (reference, whole_reference) = PartlyRead::split(reference);
        let (start, baseline) = PartlyRead::split(read_baseline(fields, problems));
        let (known_path, shape) = PartlyRead::split(fields.read("path", path, problems));
        let deadline = fields.read("deadline", Node::period, problems);
        let limit = fields.read("limit", Node::flag, problems);
        let read_milestones = Node::list_of(|node, problems| Some(milestone(kind, node, problems)));
        let milestones = fields.read("milestones", read_milestones, problems);
        let whole = Changes {
            goal,
            reference: whole_reference,
            baseline,
            deadline,
            limit,
            shape,
            milestones: milestones.as_deref().and_then(complete_milestones),
        };
        let known = Draft {
            kind,
            goal,
            deadline,
            start,
            reference,
            limit,
            path: known_path,
            milestones: milestones.unwrap_or_default(),
            ..Draft::default()
        };
        Self { known, whole }
    }
}

/// The milestones, if all of them could be read as a whole; else `None`.
fn complete_milestones(milestones: &[DraftMilestone]) -> Option<Vec<Milestone>> {
    milestones.iter().map(DraftMilestone::complete).collect()
}

/// Reads the amendments of a target, each with its changes, in the order of the document. `kind` is that of the first
/// goal; each amendment is read with the kind of goal that the one before it in time left. `None` if one of them has
/// errors.
fn read_amendments(
    fields: &Fields<'_>,
    kind: Option<GoalKind>,
    directory: &mut Directory,
    problems: &mut Problems,
) -> Option<Vec<(Amendment, Changes)>> {
    let mut kind = kind;
    amendment::read_all(fields, &AMENDMENT, directory, problems, |fields, problems| {
        let ReadTerms { known, whole } = ReadTerms::read(fields, kind, problems);
        kind = known.kind;
        Some(whole)
    })
}

/// Reads the part of its indicator that a target is about: `total`, or a map with either `breakdown` or `each`.
pub(super) fn part_of_indicator(node: &Node<'_>, problems: &mut Problems) -> Option<Of> {
    if node.as_text().is_some() {
        let own = node.as_text().filter(|word| Code::new(word).is_ok());
        let own = own.map(|word| {
            format!(", or a map, `{{\"breakdown\": \"{word}\"}}` if that is a part, `{{\"each\": \"{word}\"}}` if it is a dimension")
        });
        let any = ", or a map for a part, `{\"breakdown\": \"women\"}`, or for all of them, `{\"each\": \"sex\"}`";
        return node.word_or(OF, own.as_deref().unwrap_or(any), problems);
    }
    if !node.is_map() {
        return node.refuse("`total`, or a map with a `breakdown` or `each`", problems);
    }
    let fields = node.fields(&PART, problems)?;
    let [breakdown, each] = ["breakdown", "each"].map(|field| fields.read(field, Node::code, problems));
    fields.exactly_one(&["breakdown", "each"], "`breakdown` and `each`", problems)?;
    breakdown.map(Of::Breakdown).or(each.map(Of::Each))
}

/// Reads the baseline of a promise; `None` if it was left out. A baseline under a misspelt name is one of which nothing
/// could be read.
fn read_baseline(fields: &Fields<'_>, problems: &mut Problems) -> Option<PartlyRead<DraftPoint, Baseline>> {
    match fields.get("baseline") {
        Some(node) => Some(baseline(&node, problems)),
        None => fields.is_misspelt("baseline").then(PartlyRead::default),
    }
}

/// The text of a baseline that was written as a bare number in place of a period or a map; `None` if it is none, or can
/// be read as a period.
fn value_without_period<'t>(node: &Node<'t>) -> Option<&'t str> {
    let text = node.digits().or_else(|| node.as_text())?;
    let is_value = decimal::parse(text).is_ok() && text.parse::<Period>().is_err();
    Some(text).filter(|_| is_value)
}

/// The advice on a list in place of a baseline: an author of several periods means their mean.
const NO_LIST: &str = "a period, and of a mean of several a map, `{\"period\": \"2016-01-01/P3Y\", \"mean\": true}`";

/// Reads the baseline of a promise: a period, or a map.
pub(super) fn baseline(node: &Node<'_>, problems: &mut Problems) -> PartlyRead<DraftPoint, Baseline> {
    if !node.is_map() {
        let period = match value_without_period(node) {
            Some(value) => node.refuse(
                format!("a period, and with its value a map, `{{\"period\": …, \"value\": \"{value}\"}}`"),
                problems,
            ),
            None if node.is_list() => node.refuse(NO_LIST, problems),
            None => node.period(problems),
        };
        return PartlyRead {
            known: DraftPoint::new(period, None),
            whole: period.map(Baseline::observed),
        };
    }
    let Some(fields) = node.fields(&BASELINE, problems) else {
        return PartlyRead::default();
    };
    let period = fields.read("period", Node::period, problems);
    let value = fields.read("value", Node::decimal, problems);
    let values = fields.read("values", Node::decimals_by_code, problems);
    let is_mean = fields.or_default("mean", false, Node::flag, problems);
    let citation = fields.read("citation", citation, problems);
    let whole = period.zip(is_mean).map(|(period, is_mean)| Baseline {
        period,
        stated: value,
        is_mean,
        values: values.unwrap_or_default(),
        citation,
    });
    let known = DraftPoint::new(period, value);
    PartlyRead { known, whole }
}

/// Reads the shape of a path: a name, or a map of a schedule or an S-curve. `None` if not even the kind of shape is
/// known.
pub(super) fn path(node: &Node<'_>, problems: &mut Problems) -> Option<PartlyRead<DraftPath, Shape>> {
    let curves: Vec<_> = CURVES.iter().map(|(curve, ())| *curve).collect();
    let curve_of = |word| {
        let named = curves.iter().find(|curve| **curve == word).copied();
        named.or_else(|| word_of_documents(word, &curves))
    };
    if let Some((word, curve)) = node
        .text_without_digits()
        .and_then(|word| Some((word, curve_of(word)?)))
    {
        let known = format!("it is written with its ceiling: `{{\"shape\": \"{curve}\", \"ceiling\": …}}`");
        return node.refuse_word(word, known, problems);
    }
    if node.as_text().is_some() {
        let shape = node.word(PATHS, problems)?;
        return Some(PartlyRead {
            known: DraftPath::from(&shape),
            whole: Some(shape),
        });
    }
    if !node.is_map() {
        return node.refuse(
            "the name of a path, or a map, `{\"schedule\": […], \"between\": …}` or `{\"shape\": …, \"ceiling\": …}`",
            problems,
        );
    }
    let keys = node.entries("", &mut Problems::none()).unwrap_or_default();
    let are_periods = || keys.iter().all(|(key, _)| key.parse::<Period>().is_ok());
    if let Some((first, _)) = keys.first().filter(|_| are_periods()) {
        let expected =
            format!("a schedule, `{{\"schedule\": [{{\"period\": \"{first}\", \"value\": …}}, …], \"between\": …}}`");
        return node.refuse(expected, problems);
    }
    let has = |field| node.field(field).is_some();
    let name = node.field("shape").or_else(|| node.field("kind"));
    let name_among = |one_of: &[&str]| {
        let word = name.as_ref().and_then(Node::as_text);
        word.filter(|word| one_of.contains(word))
    };
    let has_points = has("schedule") || has("points") || has("between") || name_among(&["schedule"]).is_some();
    let words: Vec<_> = PATHS.iter().map(|(word, _)| *word).collect();
    if let Some(word) = name_among(&words).filter(|_| !has_points) {
        let known = format!("it is all of the path: `\"path\": \"{word}\"`");
        return node.refuse_word(word, known, problems);
    }
    if has("ceiling") || (name.is_some() && !has_points) {
        let fields = node.fields(&S_CURVE, problems)?;
        let shape = fields.read("shape", Node::one_of(CURVES), problems);
        let ceiling = fields.read("ceiling", Node::decimal, problems);
        let whole = shape.zip(ceiling).map(|((), ceiling)| Shape::Logistic { ceiling });
        let known = DraftPath::Logistic(ceiling);
        return Some(PartlyRead { known, whole });
    }
    let fields = node.fields(if has_points { &SCHEDULE } else { &PATH }, problems)?;
    let between = fields.read("between", Node::one_of(Between::WORDS), problems);
    let points = fields.read("schedule", read_points, problems)?;
    let whole = complete_points(&points)
        .zip(between)
        .map(|(points, between)| Shape::Schedule(Schedule { points, between }));
    let known = DraftPath::Schedule(points);
    Some(PartlyRead { known, whole })
}

/// Reads a list of points, each as far as it could be read.
fn read_points(list: &Node<'_>, problems: &mut Problems) -> Option<Vec<DraftPoint>> {
    let read_point = |node: &Node<'_>, problems: &mut Problems| {
        let point = node.fields(&POINT, problems).map(|fields| {
            let period = fields.read("period", Node::period, problems);
            DraftPoint::new(period, fields.read("value", Node::decimal, problems))
        });
        Some(point.unwrap_or_default())
    };
    list.list(read_point, problems)
}

/// Reads a milestone, as far as it could be read. Terms of another `kind` of goal than that of the target are refused.
pub(super) fn milestone(kind: Option<GoalKind>, node: &Node<'_>, problems: &mut Problems) -> DraftMilestone {
    let Some(fields) = node.fields(&MILESTONE, problems) else {
        return DraftMilestone::default();
    };
    let period = fields.read("period", Node::period, problems);
    let numbers = TERMS.map(|key| fields.read(key, Node::decimal, problems));
    let number = numbers.into_iter().flatten().next();
    let key = fields.exactly_one(&TERMS, terms_of_milestones(kind), problems);
    let of_kind = key.and_then(|key| key.parse::<GoalKind>().ok());
    let promised = match (key, kind) {
        (Some(key), Some(goal)) if of_kind.is_some_and(|of_kind| of_kind != goal) => {
            problems.push(fields.path_of(key), ProblemKind::MilestoneOfOtherGoal { key, goal });
            None
        }
        (Some("value"), _) => number.map(Terms::Value),
        (Some("share_of_way"), _) => number.map(Terms::ShareOfWay),
        (Some(_), _) => number.map(Terms::OfGoal),
        (None, _) => None,
    };
    DraftMilestone { period, promised }
}

/// The fields by which a milestone says what is promised. Those after the first two are in the terms of a goal, and
/// have the name of its kind.
const TERMS: [&str; 7] = [
    "value",
    "share_of_way",
    "level",
    "change",
    "addition",
    "cumulative",
    "average_growth",
];

/// In words, the fields of which a milestone of a goal of this kind has exactly one.
const fn terms_of_milestones(goal: Option<GoalKind>) -> &'static str {
    match goal {
        Some(GoalKind::Level) => "`value`, `level` and `share_of_way`",
        Some(GoalKind::Change) => "`value`, `change` and `share_of_way`",
        Some(GoalKind::Addition) => "`value`, `addition` and `share_of_way`",
        Some(GoalKind::Cumulative) => "`value`, `cumulative` and `share_of_way`",
        Some(GoalKind::AverageGrowth) => "`value`, `average_growth` and `share_of_way`",
        Some(GoalKind::Keep | GoalKind::Trend | GoalKind::Unstated) => "`value` and `share_of_way`",
        None => "`value`, `share_of_way` and the kind of the goal",
    }
}

/// The points, if all of them could be read as a whole; else `None`.
fn complete_points(points: &[DraftPoint]) -> Option<Vec<Point>> {
    let milestone = |point: &DraftPoint| Some(Point::new(point.period?, point.value?));
    points.iter().map(milestone).collect()
}

/// Reads the codes by which a target refers to other parts of the plan. `indicator` and `deadline` are those of the
/// target.
fn read_named_parts(
    fields: &Fields<'_>,
    indicator: Option<&Code>,
    deadline: Option<Period>,
    problems: &mut Problems,
) -> Names {
    let alternative = fields.read("alternative_to", Node::code, problems);
    let restated = fields.read("restates", Node::code, problems);
    if fields.has("alternative_to") {
        if let Some(node) = fields.get("restates") {
            problems.push(node.path(), ProblemKind::AlternativeAndRestatement);
        }
    }
    let part_of = fields.read("part_of", Node::code, problems);
    let proxies = fields.read("proxies", Node::codes, problems);
    Names {
        indicator: indicator.cloned(),
        relation: alternative
            .map(Relation::AlternativeTo)
            .or_else(|| restated.map(Relation::Restates)),
        part_of,
        proxies: proxies.unwrap_or_default(),
        deadline,
    }
}
