//! The shipped documents and rules as trees, and edits of trees.

use std::sync::LazyLock;

use arbitrary::{Result, Unstructured};
use milepost::chrono::Datelike as _;
use milepost::{Baseline, Deliverable, Plan, Shape};
use serde_json::{Value, json};

/// A plan with its observations, as they are written.
#[derive(Debug, Clone)]
pub(crate) struct Documents {
    pub(crate) plan: Value,
    pub(crate) observations: Value,
}

/// The shipped plans, pillar by pillar: small trees are edited often.
pub(crate) static SHIPPED: LazyLock<Vec<Documents>> = LazyLock::new(|| {
    let shipped = [
        (
            include_str!("../../tests/documents/plan.json"),
            include_str!("../../tests/documents/observations.json"),
        ),
        (
            include_str!("../../examples/data/china-14th-five-year-plan.json"),
            include_str!("../../examples/data/china-14th-five-year-plan.observations.json"),
        ),
        (
            include_str!("../../examples/data/yuzhong.json"),
            include_str!("../../examples/data/yuzhong.observations.json"),
        ),
    ];
    shipped
        .into_iter()
        .flat_map(|(plan, observations)| by_pillar(plan, observations))
        .collect()
});

fn by_pillar(plan: &str, observations: &str) -> Vec<Documents> {
    let read = |text| serde_json::from_str::<Value>(text).unwrap_or_else(|error| panic!("{error}"));
    let (plan, observations) = (read(plan), read(observations));
    let pillars = plan["pillars"].as_array().cloned().unwrap_or_default();
    let of_pillar = |pillar: Value| {
        let (mut plan, mut observations) = (plan.clone(), observations.clone());
        let codes = |list: &str| {
            pillar[list]
                .as_array()
                .into_iter()
                .flatten()
                .map(|one| one["code"].clone())
        };
        let codes: Vec<Value> = codes("indicators").chain(codes("deliverables")).collect();
        for (list, key) in [("series", "indicator"), ("deliveries", "deliverable")] {
            if let Some(parts) = observations[list].as_array_mut() {
                parts.retain(|part| codes.contains(&part[key]));
            }
        }
        plan["pillars"] = json!([pillar]);
        Documents { plan, observations }
    };
    let documents = pillars.into_iter().map(of_pillar);
    // Not those that speak of another pillar.
    documents
        .filter(|documents| serde_json::from_value::<Plan>(documents.plan.clone()).is_ok())
        .collect()
}

/// Whether all that a plan speaks of lies within two hundred years, so that a table of its months is a short one.
pub(crate) fn is_near(plan: &Plan) -> bool {
    let of_targets = plan.targets().flat_map(|(_, target)| {
        let scheduled = match target.shape() {
            Some(Shape::Schedule(schedule)) => schedule.points.as_slice(),
            _ => &[],
        };
        let points = scheduled.iter().map(|point| point.period);
        points
            .chain(target.milestones().iter().map(|milestone| milestone.period))
            .chain([target.deadline()])
            .chain(target.baseline().map(Baseline::period))
    });
    let of_deliverables = plan.deliverables().map(Deliverable::deadline);
    let periods: Vec<_> = of_targets.chain(of_deliverables).chain([plan.period()]).collect();
    let first = periods.iter().map(|period| period.first().year()).min();
    let last = periods.iter().map(|period| period.last().year()).max();
    first.zip(last).is_some_and(|(first, last)| last - first <= 200)
}

/// One change of a tree.
pub(crate) fn edit(u: &mut Unstructured<'_>, root: &mut Value) -> Result<()> {
    let count = size(root);
    let other = nth(root, &mut u.choose_index(count)?).cloned().unwrap_or_default();
    let Some(node) = nth_mut(root, &mut u.choose_index(count)?) else {
        return Ok(());
    };
    match (u.int_in_range(0..=7)?, node) {
        (0, node) => *node = leaf(u)?,
        (1, node) => *node = other,
        (kind @ 2..=4, Value::Array(list)) if !list.is_empty() => {
            let place = u.choose_index(list.len())?;
            match kind {
                2 => drop(list.remove(place)),
                3 => list.push(list[place].clone()),
                _ => list.rotate_left(place),
            }
        }
        (2, Value::Object(fields)) if !fields.is_empty() => {
            let key = key_of(u, fields)?;
            fields.shift_remove(&key);
        }
        (3, Value::Object(fields)) if !fields.is_empty() => {
            let key = key_of(u, fields)?;
            let value = fields.shift_remove(&key).unwrap_or_default();
            fields.insert(name(u)?, value);
        }
        (4, Value::Object(fields)) => drop(fields.insert(name(u)?, other)),
        (5, node) => *node = json!([node.take()]),
        (_, Value::String(text)) => *text = misspelt(u, text)?,
        (_, node) => *node = leaf(u)?,
    }
    Ok(())
}

/// How many values a tree holds, itself among them.
fn size(node: &Value) -> usize {
    let add = |sum, child| sum + size(child);
    match node {
        Value::Array(list) => list.iter().fold(1, add),
        Value::Object(fields) => fields.values().fold(1, add),
        _ => 1,
    }
}

/// The value at this place, counted from the root.
fn nth<'a>(node: &'a Value, place: &mut usize) -> Option<&'a Value> {
    if *place == 0 {
        return Some(node);
    }
    *place -= 1;
    match node {
        Value::Array(list) => list.iter().find_map(|child| nth(child, place)),
        Value::Object(fields) => fields.values().find_map(|child| nth(child, place)),
        _ => None,
    }
}

fn nth_mut<'a>(node: &'a mut Value, place: &mut usize) -> Option<&'a mut Value> {
    if *place == 0 {
        return Some(node);
    }
    *place -= 1;
    match node {
        Value::Array(list) => list.iter_mut().find_map(|child| nth_mut(child, place)),
        Value::Object(fields) => fields.values_mut().find_map(|child| nth_mut(child, place)),
        _ => None,
    }
}

fn key_of(u: &mut Unstructured<'_>, fields: &serde_json::Map<String, Value>) -> Result<String> {
    let place = u.choose_index(fields.len())?;
    Ok(fields.keys().nth(place).cloned().unwrap_or_default())
}

/// A name that may stand where it means something.
fn name(u: &mut Unstructured<'_>) -> Result<String> {
    const NAMES: [&str; 34] = [
        "accept",
        "alternative_to",
        "at_least",
        "at_most",
        "baseline",
        "between",
        "citation",
        "code",
        "cumulative_since",
        "deadline",
        "en",
        "every",
        "kind",
        "less_than",
        "max_age",
        "measured_by",
        "milestones",
        "more_than",
        "name",
        "note",
        "not_before",
        "part_of",
        "path",
        "period",
        "proxies",
        "published",
        "reported",
        "restates",
        "source",
        "status",
        "tolerance",
        "value",
        "weight",
        "within",
    ];
    if u.ratio(1, 8)? {
        return misspelt(u, "value");
    }
    Ok((*u.choose(&NAMES)?).to_owned())
}

fn leaf(u: &mut Unstructured<'_>) -> Result<Value> {
    const TEXTS: [&str; 34] = [
        "",
        "0",
        "-1",
        "0.1",
        "100",
        "79228162514264337593543950335",
        "0.0000000000000000000000000001",
        "1e3",
        "2020",
        "2026",
        "2023-S2",
        "2024-Q1",
        "2024-02",
        "2024-02-29",
        "2024-01-01/P18M",
        "2023-W05",
        "2022/2023",
        "linear",
        "logistic",
        "completion",
        "constant_growth",
        "hold",
        "level",
        "change",
        "cumulative",
        "average_growth",
        "keep",
        "trend",
        "month",
        "stepped",
        "interpolated",
        "not_stated",
        "\u{202e}\n",
        "\u{1b}[31m",
    ];
    Ok(match u.int_in_range(0..=7)? {
        0 => Value::Null,
        1 => u.arbitrary::<bool>()?.into(),
        2 => u.arbitrary::<i16>()?.into(),
        3 => u.arbitrary::<f64>()?.into(),
        4 => json!({}),
        _ => (*u.choose(&TEXTS)?).into(),
    })
}

/// The text with one character changed, left out or put in.
fn misspelt(u: &mut Unstructured<'_>, text: &str) -> Result<String> {
    let mut characters: Vec<char> = text.chars().collect();
    let place = u.choose_index(characters.len() + 1)?;
    let other = match u.int_in_range(0..=3)? {
        0 => u.arbitrary()?,
        1 => *u.choose(&['-', '.', '/', 'P', 'Q', 'S', ' ', '_'])?,
        _ => u.int_in_range(b'0'..=b'9')?.into(),
    };
    match (u.int_in_range(0..=3)?, characters.get_mut(place)) {
        (0, Some(_)) => drop(characters.remove(place)),
        (1, _) | (_, None) => characters.insert(place, other),
        (_, Some(character)) => *character = other,
    }
    Ok(characters.into_iter().collect())
}
