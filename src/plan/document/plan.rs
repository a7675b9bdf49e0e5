//! Reads a plan, part by part.
//!
//! Every part reads all of its fields before it asks whether they suffice, so that a broken one hides nothing: those
//! that can be left out come before the first `?`.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::super::breakdown::Breakdowns;
use super::super::check::{unit_called_per_cent, wrong_beginning};
use super::super::part_names::PartNames;
use super::super::references::{Directory, Names, Role};
use super::super::{
    Amendment, Breakdown, Deliverable, Indicator, Pillar, Plan, ProblemKind, Problems, Relation, Verifiability, Version,
};
use super::amendment;
use super::citation::citation;
use super::fields::{BREAKDOWN, DELIVERABLE, INDICATOR, NEW_DEADLINE, PILLAR, PLAN, POSSIBLE, UNIT};
use super::reader::{Fields, Node};
use super::target;
use crate::value::{
    Code, Collected, Edge, Interval, Measure, PER_CENT, Quantity, Unit, ValueError, Weight, says_per_cent,
};

/// Reads a plan, reports everything that is wrong with it, and copies its dates to its promises. `None` if its code,
/// its name or its period could not be read.
pub(super) fn read(root: &Node<'_>, problems: &mut Problems) -> Option<Plan> {
    let mut directory = Directory::default();
    let fields = root.fields_of_document(&PLAN, problems)?;
    let code = fields.read("code", Node::code, problems);
    let name = fields.read("name", Node::text, problems);
    let period = fields.read("period", Node::period, problems);
    let published = fields.read("published", Node::date, problems);
    let place = fields.read("pillars", |place, _| Some(place.clone()), problems);
    if place.is_none() {
        directory.allow_unknown_codes();
    }
    let pillars = parts(&fields, "pillars", &mut directory, problems, pillar);
    directory.check(period, published, problems);
    let issuers = fields.read("issuers", Node::list_of(Node::text), problems);
    let plan = Plan {
        region: fields.read("region", Node::text, problems),
        issuers: issuers.unwrap_or_default(),
        citation: fields.read("citation", citation, problems),
        note: fields.read("note", Node::text, problems),
        published,
        pillars,
        code: code?,
        name: name?,
        period: period?,
    };
    Some(plan.handed_down())
}

/// Reads the parts in the list of a field: those that could be read.
///
/// If the field is misspelt or no list, or if an item is no map, parts may be there whose codes nobody could read; then
/// the directory is told that unknown codes are no problem.
pub(super) fn parts<T>(
    fields: &Fields<'_>,
    field: &'static str,
    directory: &mut Directory,
    problems: &mut Problems,
    mut read: impl FnMut(&Node<'_>, &mut Directory, &mut Problems) -> Option<T>,
) -> Vec<T> {
    let Some(list) = fields.get(field) else {
        if fields.is_misspelt(field) {
            directory.allow_unknown_codes();
        }
        return Vec::new();
    };
    let Some(items) = list.items(problems) else {
        directory.allow_unknown_codes();
        return Vec::new();
    };
    let mut parts = Vec::new();
    for item in items {
        if !item.is_map() {
            directory.allow_unknown_codes();
        }
        parts.extend(read(&item, directory, problems));
    }
    parts
}

/// Reads a pillar with its indicators and deliverables, and lists their codes in the directory.
pub(super) fn pillar(node: &Node<'_>, directory: &mut Directory, problems: &mut Problems) -> Option<Pillar> {
    let fields = node.fields(&PILLAR, problems)?;
    let code = fields.read("code", Node::code, problems);
    directory.add(node.path(), code.as_ref(), Role::Pillar);
    let name = fields.read("name", Node::text, problems);
    let weight = fields.or_default("weight", Weight::ONE, Node::weight, problems);
    Some(Pillar {
        indicators: parts(&fields, "indicators", directory, problems, indicator),
        deliverables: parts(&fields, "deliverables", directory, problems, deliverable),
        note: fields.read("note", Node::text, problems),
        code: code?,
        name: name?,
        weight: weight?,
    })
}

/// Reads an indicator with its targets, and lists their codes in the directory. The targets are checked with as much of
/// the indicator as could be read.
pub(super) fn indicator(node: &Node<'_>, directory: &mut Directory, problems: &mut Problems) -> Option<Indicator> {
    let fields = node.fields(&INDICATOR, problems)?;
    let code = fields.read("code", Node::code, problems);
    directory.add(node.path(), code.as_ref(), Role::Indicator);
    let name = fields.read("name", Node::text, problems);
    let measure = fields.read("measure", Node::one_of(Measure::WORDS), problems);
    let collected = fields.read("collected", Node::one_of(Collected::WORDS), problems);
    let unit = fields.read("unit", |node, problems| unit_for(measure, node, problems), problems);
    let quantity = measure
        .zip(unit.clone())
        .map(|(measure, unit)| Quantity::new(measure, unit));
    let quantity = match (quantity, collected) {
        (Some(quantity), Some(collected)) => fields.keep("collected", quantity.with_collected(collected), problems),
        (quantity, _) => quantity,
    };
    let quantity = match (quantity, fields.read("possible", possible_values, problems)) {
        (Some(quantity), Some(possible)) => fields.keep("possible", quantity.with_possible(possible), problems),
        (quantity, _) => quantity,
    };
    let ReadBreakdowns { breakdowns, has_gaps } = read_breakdowns(&fields, problems);
    // A breakdown that could not be read may have a code that a target names.
    let mut known = (!has_gaps).then(|| PartNames::of(&breakdowns));
    let adds_up = read_adds_up(&fields, measure, known.as_mut(), problems);
    let subject = target::Subject {
        indicator: code.as_ref(),
        measure,
        unit: unit.as_ref(),
        quantity: quantity.as_ref(),
    };
    let read_target = |node: &Node<'_>, directory: &mut Directory, problems: &mut Problems| {
        target::read(node, subject, known.as_mut(), directory, problems)
    };
    let targets = parts(&fields, "targets", directory, problems, read_target);
    Some(Indicator {
        note: fields.read("note", Node::text, problems),
        breakdowns,
        adds_up,
        targets,
        code: code?,
        name: name?,
        quantity: quantity?,
    })
}

/// The breakdowns of an indicator, as far as they could be read.
struct ReadBreakdowns {
    breakdowns: Breakdowns,
    /// Whether there are others that could not be read, so that a code which is not found may be theirs.
    has_gaps: bool,
}

/// Reads the breakdowns of an indicator, as far as possible, and reports codes that stand twice and dimensions that are
/// probably misspelt. The answer `has_gaps` if a breakdown could not be read.
fn read_breakdowns(fields: &Fields<'_>, problems: &mut Problems) -> ReadBreakdowns {
    let (mut breakdowns, mut paths) = (Breakdowns::NONE, Vec::new());
    let mut has_gaps = fields.is_misspelt("breakdowns");
    if let Some(list) = fields.get("breakdowns") {
        let items = list.items(problems);
        has_gaps |= items.is_none();
        for item in items.into_iter().flatten() {
            match breakdown(&item, problems) {
                Some(breakdown) => {
                    breakdowns.add(breakdown);
                    paths.push(item.path().into());
                }
                None => has_gaps = true,
            }
        }
    }
    PartNames::of(&breakdowns).check_breakdowns(&paths, problems);
    ReadBreakdowns { breakdowns, has_gaps }
}

/// Reads a breakdown. A dimension that is named twice is a problem, and taken once; `None` if it has no dimension.
pub(super) fn breakdown(node: &Node<'_>, problems: &mut Problems) -> Option<Breakdown> {
    let fields = node.fields(&BREAKDOWN, problems)?;
    let code = fields.read("code", Node::code, problems);
    let name = fields.read("name", Node::text, problems);
    let place = fields.get("dimensions");
    let dimensions = fields.read("dimensions", Node::codes, problems)?;
    let (mut seen, mut once) = (BTreeSet::new(), Vec::new());
    for (index, code) in dimensions {
        if seen.insert(code.clone()) {
            once.push(code);
        } else {
            problems.push(
                format!("{}[{index}]", fields.path_of("dimensions")),
                ProblemKind::NamedTwice { code },
            );
        }
    }
    let is_empty = |place: &Node<'_>| place.items(&mut Problems::none()).is_some_and(|items| items.len() == 0);
    if let Some(place) = place.filter(is_empty) {
        problems.push(place.path(), ProblemKind::NoDimension);
    }
    let breakdown = Breakdown {
        code: code?,
        name: name?,
        dimensions: once,
    };
    Some(breakdown).filter(|breakdown| !breakdown.dimensions.is_empty())
}

/// Reads the dimensions along which the parts of an indicator add up to its total. They are checked against its
/// `parts`; these are `None` if a breakdown could not be read, and then nothing is checked.
fn read_adds_up(
    fields: &Fields<'_>,
    measure: Option<Measure>,
    parts: Option<&mut PartNames<'_>>,
    problems: &mut Problems,
) -> Vec<Code> {
    let codes = fields.read("adds_up", Node::codes, problems).unwrap_or_default();
    if let Some(parts) = parts {
        problems.within(fields.path(), |found| parts.check_sums(measure, &codes, found));
    }
    codes.into_iter().map(|(_, code)| code).collect()
}

/// Reads where every value of an indicator lies: from `at_least` to `at_most`, of which one may be left out.
fn possible_values(node: &Node<'_>, problems: &mut Problems) -> Option<Interval> {
    let fields = node.fields(&POSSIBLE, problems)?;
    let [low, high] = ["at_least", "at_most"].map(|limit| {
        let value = fields.or_default(limit, None, |node, problems| node.decimal(problems).map(Some), problems);
        Some(value?.map_or(Edge::Unlimited, Edge::Inclusive))
    });
    if fields.has_misspelt() {
        return None;
    }
    node.keep(Interval::between(low?, high?), problems)
}

/// Reads a unit, which is a map; a bare text is refused, with the map that was probably meant.
pub(crate) fn unit(node: &Node<'_>, problems: &mut Problems) -> Option<Unit> {
    if let Some(text) = node.as_text() {
        return node.refuse(unit_in_a_map(text), problems);
    }
    let fields = node.fields(&UNIT, problems)?;
    let code = fields.read("code", Node::code, problems);
    let multiplier = fields.or_default("multiplier", 0, multiplier, problems);
    let label = fields.read("label", Node::text, problems);
    let whole = fields.or_default("whole", false, Node::flag, problems);
    let mut unit = fields.keep("multiplier", Unit::new(code?, multiplier?), problems)?;
    if let Some(label) = label {
        unit = unit.with_label(label);
    }
    if whole? {
        return fields.keep("whole", unit.counted_whole(), problems);
    }
    Some(unit)
}

/// Reads the unit of an indicator with this measure; one that is called per cent is refused where it would be misread.
fn unit_for(measure: Option<Measure>, node: &Node<'_>, problems: &mut Problems) -> Option<Unit> {
    let unit = unit(node, problems)?;
    match measure.and_then(|measure| unit_called_per_cent(measure, &unit)) {
        Some(kind) => node.field_or_self("code").keep(Err(kind), problems),
        None => Some(unit),
    }
}

/// The words for the map that should stand in place of a unit written as a bare text.
fn unit_in_a_map(text: &str) -> String {
    match Code::new(text) {
        _ if says_per_cent(text) => format!("a map, and per cent is `{PER_CENT}`"),
        Ok(code) => format!("a map, such as `{{\"code\": \"{code}\"}}`"),
        Err(_) => "a map with a `code`, and words for people as its `label`".into(),
    }
}

/// The names that authors give to powers of ten.
const NAMED_POWERS: [(&str, u8); 3] = [("thousand", 3), ("million", 6), ("billion", 9)];

/// Reads a power of ten. A name, such as `million`, and a million itself are refused with the number that was meant.
/// Which powers a unit can have, [`Unit`] checks.
fn multiplier(node: &Node<'_>, problems: &mut Problems) -> Option<i8> {
    let named = node.as_text().map(str::to_ascii_lowercase);
    let power = named.and_then(|name| NAMED_POWERS.iter().find(|(said, _)| name.starts_with(said)));
    if let Some((_, power)) = power {
        return node.refuse(format!("{power}, as a power of ten"), problems);
    }
    let power = node.integer("a power of ten, such as 8", problems)?;
    let meant = (2..=18_u32).find(|zeros| 10_i64.checked_pow(*zeros) == Some(power));
    if let Some(zeros) = meant {
        return node.refuse(format!("{zeros}, as a power of ten"), problems);
    }
    node.keep(
        i8::try_from(power).map_err(|_| ValueError::Multiplier { multiplier: power }),
        problems,
    )
}

/// Reads a deliverable with its amendments, checks both, and lists them in the directory.
pub(super) fn deliverable(node: &Node<'_>, directory: &mut Directory, problems: &mut Problems) -> Option<Deliverable> {
    let fields = node.fields(&DELIVERABLE, problems)?;
    let code = fields.read("code", Node::code, problems);
    let name = fields.read("name", Node::text, problems);
    let begins = fields.read("begins", Node::date, problems);
    let deadline = fields.read("deadline", Node::period, problems);
    problems.push_any(fields.path_of("begins"), wrong_beginning(begins, deadline));
    let read_verifiability = Node::one_of(Verifiability::WORDS);
    let verifiability = fields.or_default("verifiability", Verifiability::Title, read_verifiability, problems);
    let weight = fields.or_default("weight", Weight::ONE, Node::weight, problems);
    let restates = fields.read("restates", Node::code, problems);
    let amendments = amendment::read_all(&fields, &NEW_DEADLINE, directory, problems, |fields, problems| {
        fields.read("deadline", Node::period, problems)
    });
    let names = Names {
        relation: restates.clone().map(Relation::Restates),
        deadline,
        ..Names::default()
    };
    directory.add(node.path(), code.as_ref(), Role::Deliverable(names));
    let amendments = amendments.map(Amendment::in_order).into_iter().flatten();
    let (places, deadlines): (Vec<_>, Vec<_>) = amendments
        .map(|(place, (amendment, promised))| (place, Version { amendment, promised }))
        .unzip();
    let deliverable = Deliverable {
        responsible: fields.read("responsible", Node::text, problems),
        citation: fields.read("citation", citation, problems),
        note: fields.read("note", Node::text, problems),
        begins,
        restates,
        deadlines,
        plan: None,
        code: code?,
        name: name?,
        deadline: deadline?,
        verifiability: verifiability?,
        weight: weight?,
    };
    problems.within(node.path(), |found| deliverable.check_deadlines(&places, found));
    Some(deliverable)
}
