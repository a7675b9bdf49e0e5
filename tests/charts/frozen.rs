//! Charts as they are: a handful by name, byte for byte.

use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::plans::{Case, hostile, kinds, shipped};

/// One of each kind, each way of looking at it once.
const NAMED: [&str; 9] = [
    "kinds.amended.en.light",
    "kinds.breakdowns-parts.zh-Hans.light",
    "kinds.budget.en.dark",
    "kinds.kept.zh-Hant.light",
    "kinds.logistic.en.light",
    "kinds.no-path.en.light",
    "kinds.quarters.en.light",
    "kinds.scoreboard.en.light",
    "kinds.uncertain.zh-Hans.dark",
];

#[test]
fn named_charts_are_as_they_were() {
    let graphics = kinds().graphics();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/charts/frozen");
    for name in NAMED {
        let path = folder.join(format!("{name}.json"));
        let mut text = serde_json::to_string_pretty(&graphics[name]).unwrap();
        text.push('\n');
        if env::var_os("UPDATE").is_some() {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&path, &text).unwrap();
        }
        let frozen = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            frozen == text,
            "{name} differs: if that is meant, UPDATE=1 cargo test --test charts"
        );
    }
}

/// For a browser: every chart as a file of its own, where a folder is named.
#[test]
fn every_chart_is_written_for_a_browser() {
    let all: Vec<_> = shipped()
        .iter()
        .chain([&kinds(), &hostile()])
        .map(Case::graphics)
        .collect();
    // Every target of the five plans, and the scoreboards, in two themes and three languages.
    let count = all.iter().flatten().count();
    assert!(count > 300 && count % 6 == 0, "{count}");
    let Some(folder) = env::var_os("CHARTS").map(PathBuf::from) else {
        return;
    };
    for (name, graphic) in all.into_iter().flatten() {
        fs::write(
            folder.join(format!("{name}.json")),
            serde_json::to_vec(&graphic).unwrap(),
        )
        .unwrap();
    }
}
