//! The plans whose charts are drawn.

use std::collections::BTreeMap;

use milepost::vega_lite::{self, Graphic, Theme};
use milepost::{AsOf, Language, Observations, Plan, Report, Rule, assess_plan, date};
use serde_json::Value;

/// A plan with its observations, on a day, under a short name.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    plan: Plan,
    observations: Observations,
    as_of: AsOf,
}

fn case(name: &'static str, plan: &str, observations: &str, as_of: &str) -> Case {
    Case {
        name,
        plan: serde_json::from_str(plan).unwrap(),
        observations: serde_json::from_str(observations).unwrap(),
        as_of: AsOf::from(date(as_of).unwrap()).including_undated(),
    }
}

/// One target of every kind.
pub(crate) fn kinds() -> Case {
    case(
        "kinds",
        include_str!("kinds.json"),
        include_str!("kinds.observations.json"),
        "2025-06-30",
    )
}

/// What somebody might write as a name to see what a page does with it.
pub(crate) const HOSTILE: &str = r#"<img src=x onerror="window.hacked=1">datum['x'] {"signal":"1"}"#;

/// The same with such a name for everything that has one.
pub(crate) fn hostile() -> Case {
    fn rename(value: &mut Value) {
        match value {
            Value::Array(list) => list.iter_mut().for_each(rename),
            Value::Object(entries) => {
                for (key, one) in entries {
                    let is_name = ["name", "label", "why"].contains(&key.as_str()) && *one != "%";
                    if is_name { *one = HOSTILE.into() } else { rename(one) }
                }
            }
            _ => {}
        }
    }
    let mut plan: Value = serde_json::from_str(include_str!("kinds.json")).unwrap();
    rename(&mut plan);
    case(
        "hostile",
        &plan.to_string(),
        include_str!("kinds.observations.json"),
        "2025-06-30",
    )
}

/// The plans that are shipped as examples.
pub(crate) fn shipped() -> [Case; 3] {
    [
        case(
            "yuzhong",
            include_str!("../../examples/data/yuzhong.json"),
            include_str!("../../examples/data/yuzhong.observations.json"),
            "2026-01-31",
        ),
        case(
            "china",
            include_str!("../../examples/data/china-14th-five-year-plan.json"),
            include_str!("../../examples/data/china-14th-five-year-plan.observations.json"),
            "2026-03-31",
        ),
        case(
            "china-energy",
            include_str!("../../examples/data/china-energy-intensity.json"),
            include_str!("../../examples/data/china-energy-intensity.observations.json"),
            "2026-03-31",
        ),
    ]
}

impl Case {
    pub(crate) fn report(&self, language: Language) -> Report {
        let assessment = assess_plan(&self.plan, &self.observations, self.as_of, &Rule::pace());
        Report::new(&self.plan, &self.observations, &assessment, language)
    }

    /// Every chart of the plan, in both themes and all languages, by a name for a file.
    pub(crate) fn graphics(&self) -> BTreeMap<String, Graphic> {
        let mut all = BTreeMap::new();
        for &language in Language::ALL {
            let report = self.report(language);
            for &theme in Theme::ALL {
                for (what, graphic) in graphics(&report, theme) {
                    all.insert(format!("{}.{what}.{}.{theme}", self.name, language.tag()), graphic);
                }
            }
        }
        all
    }
}

/// Every chart of a report, by what it is of.
pub(crate) fn graphics(report: &Report, theme: Theme) -> Vec<(String, Graphic)> {
    let mut all = vec![("scoreboard".to_owned(), vega_lite::scoreboard(report, theme))];
    for row in report.targets() {
        all.push((row.code.to_string(), vega_lite::target(report, row, theme)));
        all.extend(vega_lite::parts(report, row, theme).map(|parts| (format!("{}-parts", row.code), parts)));
    }
    all
}
