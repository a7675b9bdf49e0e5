//! Reads a goal, and what it requires.

use rust_decimal::Decimal;

use super::super::check::DraftPoint;
use super::super::{Every, Goal, GoalKind, Lacks, MeasuredBy, Problems, Reference, Than};
use super::fields::{REFERENCE, REQUIRED, goal_of};
use super::reader::{Fields, Node, PartlyRead};
use super::words::{EVERY, NOT_STATED};
use crate::value::{Bound, Code, Direction, Length, Requirement, Tolerance};

/// Makes a bound of its one limit.
type OneSided = fn(Decimal) -> Bound;

/// The fields of bounds with one limit, each with how its bound is made.
const ONE_SIDED: [(&str, OneSided); 4] = [
    ("at_least", Bound::AtLeast),
    ("more_than", Bound::MoreThan),
    ("at_most", Bound::AtMost),
    ("less_than", Bound::LessThan),
];
/// The fields of all bounds.
const BOUNDS: [&str; 5] = ["at_least", "more_than", "at_most", "less_than", "within"];

/// A goal, as far as it could be read.
#[derive(Default)]
pub(super) struct ReadGoal {
    pub(super) kind: Option<GoalKind>,
    pub(super) goal: Option<Goal>,
    /// The reference from which a change counts; `None` if none is stated.
    pub(super) reference: Option<PartlyRead<DraftPoint, Reference>>,
}

/// Reads a goal that stands alone. A `reference` in it is refused, since only the goal of a target can have one.
pub(super) fn without_reference(node: &Node<'_>, problems: &mut Problems) -> Option<Goal> {
    let ReadGoal { goal, reference, .. } = read(node, problems);
    if reference.is_some() {
        node.refuse_field("reference", "it stands in the goal of a target", problems);
    }
    goal
}

/// Reads a bound that stands alone, outside of a goal, as a map; a tolerance in it is refused.
pub(super) fn bare_bound(node: &Node<'_>, problems: &mut Problems) -> Option<Bound> {
    let requirement = bare_requirement(node, problems)?;
    if requirement.tolerance() != Tolerance::None {
        node.refuse_field("tolerance", "it stands in a requirement", problems);
    }
    Some(requirement.bound())
}

/// Reads a requirement that stands alone, outside of a goal, as a map.
pub(super) fn bare_requirement(node: &Node<'_>, problems: &mut Problems) -> Option<Requirement> {
    requirement(&node.fields(&REQUIRED, problems)?, problems)
}

/// Reads the goal of a target: its kind if that is known, the goal itself if all of it could be read, and the reference
/// from which a change counts.
pub(super) fn read(node: &Node<'_>, problems: &mut Problems) -> ReadGoal {
    let read_kind = Node::one_of(GoalKind::WORDS);
    if node.is_list() || node.digits().or_else(|| node.as_text()).is_some() {
        let _: Option<()> = node.refuse("a map, such as `{\"kind\": \"level\", \"at_least\": \"88\"}`", problems);
        return ReadGoal::default();
    }
    let kind = node
        .field("kind")
        .and_then(|kind| read_kind(&kind, &mut Problems::none()));
    let Some(fields) = node.fields(goal_of(kind), problems) else {
        return ReadGoal::default();
    };
    let kind = fields.read("kind", read_kind, problems);
    let goal = match kind {
        None => {
            if BOUNDS.into_iter().any(|bound| fields.has(bound)) {
                requirement(&fields, problems);
            }
            None
        }
        Some(kind) => goal_of_kind(kind, &fields, problems),
    };
    let can_have_one = kind.is_none_or(|kind| kind == GoalKind::Change);
    let reference = can_have_one
        .then(|| fields.read("reference", |node, problems| Some(reference(node, problems)), problems))
        .flatten();
    ReadGoal { kind, goal, reference }
}

/// Reads the reference from which a change counts instead of the baseline.
pub(super) fn reference(node: &Node<'_>, problems: &mut Problems) -> PartlyRead<DraftPoint, Reference> {
    let Some(fields) = node.fields(&REFERENCE, problems) else {
        return PartlyRead::default();
    };
    let period = fields.read("period", Node::period, problems);
    let value = fields.read("value", Node::decimal, problems);
    let name = fields.read("name", Node::text, problems);
    let whole = period.zip(value);
    PartlyRead {
        known: DraftPoint::new(period, value),
        whole: whole.map(|(period, value)| Reference { period, value, name }),
    }
}

/// The goal of this kind in the fields of a map; `None` if one of the fields that the kind needs is missing or wrong.
fn goal_of_kind(kind: GoalKind, fields: &Fields<'_>, problems: &mut Problems) -> Option<Goal> {
    match kind {
        GoalKind::Level => requirement(fields, problems).map(Goal::Level),
        GoalKind::Addition => requirement(fields, problems).map(Goal::Addition),
        GoalKind::Cumulative => requirement(fields, problems).map(Goal::Cumulative),
        GoalKind::Change | GoalKind::AverageGrowth => {
            let requirement = requirement(fields, problems);
            let read_measured_by = Node::one_of(MeasuredBy::WORDS);
            let measured_by = fields.or_default("measured_by", MeasuredBy::Levels, read_measured_by, problems);
            let (requirement, measured_by) = requirement.zip(measured_by)?;
            Some(if kind == GoalKind::Change {
                Goal::Change {
                    requirement,
                    measured_by,
                }
            } else {
                Goal::AverageGrowth {
                    requirement,
                    measured_by,
                }
            })
        }
        GoalKind::Keep => {
            let requirement = requirement(fields, problems);
            let every = every(fields, problems);
            let kept_in = fields.read("kept_in", kept_in, problems);
            Some(Goal::Keep {
                requirement: requirement?,
                every: every?,
                kept_in,
            })
        }
        GoalKind::Trend => {
            let direction = fields.read("direction", Node::one_of(Direction::WORDS), problems);
            let than = fields.or_default("than", Than::Previous, Node::one_of(Than::WORDS), problems);
            let every = every(fields, problems);
            Some(Goal::Trend {
                direction: direction?,
                than: than?,
                every: every?,
            })
        }
        GoalKind::Unstated => fields
            .read("lacks", Node::one_of(Lacks::WORDS), problems)
            .map(Goal::Unstated),
    }
}

/// Reads how often a goal is looked at: in each year, if its author does not say.
fn every(fields: &Fields<'_>, problems: &mut Problems) -> Option<Every> {
    fields.or_default("every", Length::YEAR.into(), Node::length_or(EVERY), problems)
}

/// Reads in how many periods a promise is to be kept. A number below 0, or too large for a count, is read as 0, which
/// the check of the goal refuses.
fn kept_in(node: &Node<'_>, problems: &mut Problems) -> Option<u32> {
    let count = node.integer("a whole number, such as 2", problems)?;
    Some(u32::try_from(count).unwrap_or_default())
}

/// The requirement in the fields of a goal: its one bound, and the tolerance, if one is stated.
fn requirement(fields: &Fields<'_>, problems: &mut Problems) -> Option<Requirement> {
    let tolerance = fields.or_default("tolerance", Tolerance::None, tolerance, problems);
    let bound = bound(fields, problems)?;
    match tolerance? {
        Tolerance::None => Some(bound.into()),
        Tolerance::NotStated => Some(Requirement::with_tolerance_not_stated(bound)),
        Tolerance::Of(amount) => fields.keep("tolerance", Requirement::with_tolerance(bound, amount), problems),
    }
}

/// Reads a tolerance: a number, or `not_stated`; any other word is refused.
fn tolerance(node: &Node<'_>, problems: &mut Problems) -> Option<Tolerance> {
    let Some(word) = node.text_without_digits() else {
        return node.decimal(problems).map(Tolerance::Of);
    };
    match NOT_STATED.iter().find(|(known, _)| *known == word) {
        Some((_, tolerance)) => Some(*tolerance),
        None => node.refuse_word(
            word,
            "what can stand here is a decimal number or `not_stated`",
            problems,
        ),
    }
}

/// The one bound in the fields of a goal; `None` if it has none or several, or the bound cannot be read.
fn bound(fields: &Fields<'_>, problems: &mut Problems) -> Option<Bound> {
    let one_sided = ONE_SIDED.map(|(field, bound)| fields.read(field, bound_of_all, problems).map(bound));
    let band = fields.read("within", band, problems);
    let in_words = "`at_least`, `more_than`, `at_most`, `less_than` and `within`";
    fields.exactly_one(&BOUNDS, in_words, problems)?;
    one_sided.into_iter().flatten().next().or(band)
}

/// Reads the number of a bound. A map of one for each part is refused with the way in which documents say that.
fn bound_of_all(node: &Node<'_>, problems: &mut Problems) -> Option<Decimal> {
    const ONE_EACH: &str = "one decimal number: where each part is promised its own, each has a target, with its part as in \
         `\"of\": {\"breakdown\": \"north\"}`";
    let of_parts = node.entries("", &mut Problems::none()).unwrap_or_default();
    if !of_parts.is_empty() && of_parts.iter().all(|(key, _)| Code::new(key).is_ok()) {
        return node.refuse(ONE_EACH, problems);
    }
    node.decimal(problems)
}

/// Reads a band as a bound: a list of two decimals, its lower and its upper edge.
fn band(node: &Node<'_>, problems: &mut Problems) -> Option<Bound> {
    let mut edges = node.items(problems)?;
    let (Some(low), Some(high), None) = (edges.next(), edges.next(), edges.next()) else {
        return node.refuse("a list of two decimals, the lower and the upper edge", problems);
    };
    let (low, high): (Option<Decimal>, Option<Decimal>) = (low.decimal(problems), high.decimal(problems));
    node.keep(Bound::within(low?, high?), problems)
}
