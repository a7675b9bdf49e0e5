//! The keys of the JSON: the same ones in the same order, whatever is answered and by whichever rule.

use std::collections::BTreeMap;
use std::fmt;

use milepost::{Language, Report, Rule, assess, assess_plan, compare, compare_plan, evidence};
use serde::Serialize;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::catalogue;
use crate::made;
use crate::plans::{country, district, every_field, mixed, rules_of_wholes};

/// JSON in the order in which it is written.
enum Tree {
    Map(Vec<(String, Self)>),
    List(Vec<Self>),
    Text(String),
    Other,
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;

        impl<'de> Visitor<'de> for Any {
            type Value = Tree;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("anything")
            }

            fn visit_unit<E>(self) -> Result<Tree, E> {
                Ok(Tree::Other)
            }

            fn visit_bool<E>(self, _: bool) -> Result<Tree, E> {
                Ok(Tree::Other)
            }

            fn visit_u64<E>(self, _: u64) -> Result<Tree, E> {
                Ok(Tree::Other)
            }

            fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
                Ok(Tree::Text(text.into()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = items.next_element()? {
                    list.push(item);
                }
                Ok(Tree::List(list))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Tree, A::Error> {
                let mut map = Vec::new();
                while let Some(entry) = entries.next_entry()? {
                    map.push(entry);
                }
                Ok(Tree::Map(map))
            }
        }

        deserializer.deserialize_any(Any)
    }
}

/// The keys of each map that was seen, by its path.
#[derive(Default)]
struct Keys(BTreeMap<String, Vec<String>>);

impl Keys {
    fn add(&mut self, name: &str, value: &impl Serialize) {
        let tree = serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap();
        self.add_tree(name.to_owned(), &tree);
    }

    fn add_tree(&mut self, path: String, tree: &Tree) {
        match tree {
            Tree::Map(map) => {
                let path = path + &which(map);
                let keys: Vec<String> = map.iter().map(|(key, _)| key.clone()).collect();
                let known = self.0.entry(path.clone()).or_insert_with(|| keys.clone());
                assert_eq!(*known, keys, "{path}");
                for (key, value) in map {
                    self.add_tree(format!("{path}.{key}"), value);
                }
            }
            Tree::List(list) => list.iter().for_each(|item| self.add_tree(format!("{path}[]"), item)),
            Tree::Text(_) | Tree::Other => {}
        }
    }
}

const LIMITS: [&str; 4] = ["at_least", "more_than", "at_most", "less_than"];

/// Which of several things a map is, where a word says it: what a code says is beside it, and a reading, the day of a
/// publication and the limits of an interval are each under a key of their own.
fn which(map: &[(String, Tree)]) -> String {
    match map {
        [(key, Tree::Text(code)), ..] if key == "code" && map.iter().all(|(key, _)| key != "name") => {
            format!("<{code}>")
        }
        [(key, _)] if ["exact", "approximate", "interval", "on", "not_before"].contains(&&**key) => format!("<{key}>"),
        [(key, _), ..] if LIMITS.contains(&&**key) => {
            format!("<{}>", map.iter().map(|(key, _)| &**key).collect::<Vec<_>>().join("–"))
        }
        _ => String::new(),
    }
}

/// What is rarely there, and has to be among what is compared.
const RARE: [(&str, &str); 9] = [
    (
        "assessment.verdict.measured",
        "class value observed required ratio score",
    ),
    ("assessment.evidence.observed", "value reason"),
    (
        "plan_assessment.whole.plan",
        "class status value score assessed unassessed counts",
    ),
    (
        "plan_assessment.pillars[].deliverables[].latest_report",
        "state on share_done",
    ),
    (
        "plan_assessment.pillars[].deliverables[].amended.citation",
        "document url quote",
    ),
    (
        "plan_assessment.pillars[].targets[].assessment.evidence.uncertainty",
        "from to confidence standard_error",
    ),
    (
        "plan_assessment.pillars[].targets[].assessment.parts.all[]",
        "breakdown assessment",
    ),
    (
        "plan_comparison.wholes[].plan",
        "class status value score assessed unassessed counts",
    ),
    (
        "report.pillars[].targets[].verdict.by_rule",
        "class value observed required ratio score",
    ),
];

#[test]
fn every_answer_has_the_same_keys_in_the_same_order() {
    let mut keys = Keys::default();
    let rules = catalogue::rules();
    add_targets(&mut keys, &rules);
    add_plans(
        &mut keys,
        &rules.into_iter().chain(rules_of_wholes()).collect::<Vec<_>>(),
    );
    for (path, listed) in RARE {
        let seen = keys.0.get(path).map(|keys| keys.join(" "));
        assert_eq!(seen.as_deref(), Some(listed), "{path}");
    }
}

fn add_targets(keys: &mut Keys, rules: &[Rule]) {
    for made in made::all() {
        for as_of in made.days() {
            keys.add("comparison", &compare(&made.target, &made.series, as_of, rules));
            keys.add("evidence", &evidence(&made.target, &made.series, as_of));
        }
        let last = made.days().last().unwrap();
        for rule in rules {
            keys.add("assessment", &assess(&made.target, &made.series, last, rule));
        }
    }
}

fn add_plans(keys: &mut Keys, rules: &[Rule]) {
    let days = ["2022-06-30", "2026-01-31"].map(|day| milepost::date(day).unwrap());
    for case in [district(), country(), every_field(), mixed()] {
        let (plan, observations) = (&case.plan, &case.observations);
        let languages = Language::ALL.iter().copied().cycle();
        for ((rule, language), as_of) in rules.iter().zip(languages).zip(days.into_iter().cycle()) {
            let assessment = assess_plan(plan, observations, as_of, rule);
            keys.add("plan_assessment", &assessment);
            keys.add("report", &Report::new(plan, observations, &assessment, language));
        }
        for as_of in days {
            keys.add("plan_comparison", &compare_plan(plan, observations, as_of, rules));
        }
    }
}
