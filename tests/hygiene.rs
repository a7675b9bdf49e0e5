//! What holds for the repository as a whole.

use std::path::Path;
use std::{fs, io};

use milepost::assessment::DeliverableAssessment;
use milepost::batch::{Answers, BatchError, BoundKind, Column, Columns, ReasonCode, Setting};
use milepost::evidence::Record;
use milepost::growth::{ConstantChange, ConstantGrowth, GrowthError};
use milepost::plan::{
    Checked, Citation, Lacks, MeasuredBy, Nature, PlanBuilder, ProblemKind, Relation, TargetBuilder, Than,
    Verifiability,
};
use milepost::rollup::{Counts, PillarAssessment, Summary, TargetAssessment};
use milepost::rule::{Comparison, CutValue, RuleError};
use milepost::series::{Agreement, DeliveryState, Flags, Known, SeriesError, Total, Undated};
use milepost::trajectory::{Between, Curve, Schedule, TrajectoryError};
use milepost::value::{Band, Edge, Interval, Met, Position, Tolerance};
use milepost::{
    AsOf, Assessment, Baseline, Bound, Caveat, Caveats, Code, Cuts, Deliverable, Delivery, Direction, Evidence, Figure,
    Goal, Indicator, Language, Length, Measure, Observation, ObservationStatus, Observations, Outcome, Period, Pillar,
    Plan, PlanAssessment, Point, Problem, Problems, Published, Quantity, Rate, Reading, Reason, Requirement, Rule,
    Series, Severity, Shape, Source, Status, Target, Text, Trajectory, Unit, ValueError, Verdict, Weight, Years,
};

/// With `std`, the errors of the crates that stand in the public face are errors: this does not compile otherwise.
#[cfg(feature = "std")]
const _: () = {
    const fn error<T: std::error::Error>() {}
    error::<rust_decimal::Error>();
    error::<chrono::ParseError>();
    error::<ValueError>();
};

/// Threads may share every noun: this does not compile otherwise.
const _: () = {
    const fn shared<T: Send + Sync + 'static>() {}
    shared::<Agreement>();
    shared::<Answers<'static>>();
    shared::<AsOf>();
    shared::<Assessment>();
    shared::<Band>();
    shared::<Baseline>();
    shared::<BatchError>();
    shared::<Between>();
    shared::<Bound>();
    shared::<BoundKind>();
    shared::<Column<'static, BoundKind>>();
    shared::<Caveat>();
    shared::<Caveats>();
    shared::<Checked<Plan>>();
    shared::<Citation>();
    shared::<Code>();
    shared::<Columns<'static>>();
    shared::<Comparison>();
    shared::<ConstantChange>();
    shared::<ConstantGrowth>();
    shared::<Counts>();
    shared::<Curve>();
    shared::<CutValue>();
    shared::<Cuts>();
    shared::<Deliverable>();
    shared::<Delivery>();
    shared::<DeliverableAssessment>();
    shared::<DeliveryState>();
    shared::<Direction>();
    shared::<Evidence>();
    shared::<Figure>();
    shared::<Length>();
    shared::<Goal>();
    shared::<GrowthError>();
    shared::<Indicator>();
    shared::<Interval>();
    shared::<Known<'static>>();
    shared::<Lacks>();
    shared::<Language>();
    shared::<Length>();
    shared::<Edge>();
    shared::<Measure>();
    shared::<MeasuredBy>();
    shared::<Point>();
    shared::<Nature>();
    shared::<Observation>();
    shared::<Flags>();
    shared::<ObservationStatus>();
    shared::<Observations>();
    shared::<Outcome>();
    shared::<Period>();
    shared::<Pillar>();
    shared::<PillarAssessment>();
    shared::<Plan>();
    shared::<PlanAssessment>();
    shared::<PlanBuilder>();
    shared::<Position>();
    shared::<Problem>();
    shared::<ProblemKind>();
    shared::<Problems>();
    shared::<Published>();
    shared::<Quantity>();
    shared::<Rate>();
    shared::<Reading>();
    shared::<Reason>();
    shared::<ReasonCode>();
    shared::<Record>();
    shared::<Relation>();
    shared::<Requirement>();
    shared::<Rule>();
    shared::<RuleError>();
    shared::<Schedule>();
    shared::<Series>();
    shared::<SeriesError>();
    shared::<Severity>();
    shared::<Shape>();
    shared::<Source>();
    shared::<Status>();
    shared::<Summary>();
    shared::<Target>();
    shared::<TargetAssessment>();
    shared::<TargetBuilder>();
    shared::<Setting>();
    shared::<Text>();
    shared::<Than>();
    shared::<Met>();
    shared::<Tolerance>();
    shared::<Total>();
    shared::<Trajectory<'static>>();
    shared::<TrajectoryError>();
    shared::<Undated>();
    shared::<Unit>();
    shared::<ValueError>();
    shared::<Verdict>();
    shared::<Verifiability>();
    shared::<Weight>();
    shared::<Years>();
};

/// Words that say that something is not finished. Written in two halves, since this file is read as well.
const UNFINISHED: [&str; 7] = [
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X"),
    concat!("HA", "CK"),
    concat!("#[ig", "nore"),
    concat!("to", "do!("),
    concat!("unimple", "mented!("),
];

#[test]
fn everything_is_finished() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for path in [
        "src",
        "tests",
        "benches",
        "examples",
        "fuzz/src",
        "fuzz/fuzz_targets",
        ".ci",
        ".cargo",
        "README.md",
        "CHANGELOG.md",
        "Cargo.toml",
    ] {
        search(&root.join(path), &mut found).unwrap();
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

fn search(path: &Path, found: &mut Vec<String>) -> io::Result<()> {
    if path.is_dir() && !path.ends_with("target") {
        for entry in fs::read_dir(path)? {
            search(&entry?.path(), found)?;
        }
    } else if path.is_file() && !path.ends_with("package-lock.json") {
        // A lock file is full of hashes, which say anything.
        let text = String::from_utf8_lossy(&fs::read(path)?).into_owned();
        for word in unfinished(&text) {
            found.push(format!("{}: {word}", path.display()));
        }
    }
    Ok(())
}

fn unfinished(text: &str) -> Vec<&'static str> {
    UNFINISHED.into_iter().filter(|word| text.contains(word)).collect()
}

#[test]
fn unfinished_words_are_found() {
    for word in UNFINISHED {
        assert_eq!(unfinished(&format!("fn a() {{}} // {word} b")), [word]);
    }
    assert_eq!(unfinished("the autodoc of a hacksaw, ignored"), [""; 0]);
}

/// The files that hold Chinese: the tables of the words, the rules of offices that name their classes in it, periods as
/// they are printed, the words of authors, and the explanations of the fields of documents and of how they are written,
/// which have examples.
const CHINESE: [&str; 9] = [
    "src/plan/document/fields.rs",
    "src/plan/document/form.rs",
    "src/plan/document/synonyms.rs",
    "src/report/words/simplified_chinese.rs",
    "src/report/words/traditional_chinese.rs",
    "src/rule/",
    "src/table/fields.rs",
    "src/table/printed/",
    "src/value/printed/",
];

#[test]
fn words_stand_in_the_tables_of_their_languages() {
    let mut files = Vec::new();
    list(Path::new(env!("CARGO_MANIFEST_DIR")), "src", &mut files).unwrap();
    let (tables, others): (Vec<_>, Vec<_>) = files
        .iter()
        .partition(|(name, _)| CHINESE.iter().any(|start| name.starts_with(start)));
    let found: Vec<_> = others
        .iter()
        .flat_map(|(name, text)| chinese(text).into_iter().map(move |line| format!("{name}: {line}")))
        .collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
    assert!(others.len() > 100, "{} files were found", others.len());
    for start in CHINESE {
        let mut texts = tables.iter().filter(|(name, _)| name.starts_with(start));
        assert!(texts.any(|(_, text)| !chinese(text).is_empty()), "{start}");
    }
}

/// The files below a folder, each with its text.
fn list(root: &Path, folder: &str, files: &mut Vec<(String, String)>) -> io::Result<()> {
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            list(root, &name, files)?;
        } else {
            files.push((name, fs::read_to_string(entry.path())?));
        }
    }
    Ok(())
}

/// The lines of code that hold a Chinese character or sign. Comments and tests may quote what is shown.
fn chinese(text: &str) -> Vec<&str> {
    let is_chinese =
        |one: char| matches!(one, '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}');
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    code.lines()
        .filter(|line| !line.trim_start().starts_with("//") && line.contains(is_chinese))
        .collect()
}

#[test]
fn chinese_in_code_is_found() {
    let code = "// 年\nlet year = \"年\";\nlet comma = '，';\n    /// 月\n#[cfg(test)]\nmod tests { \"日\" }";
    assert_eq!(chinese(code), ["let year = \"年\";", "let comma = '，';"]);
    assert_eq!(chinese("let dash = \"—\"; // per cent"), [""; 0]);
}

/// The longest line of a comment, in characters, as `rustfmt` has it for code.
const WIDTH: usize = 120;

#[test]
fn comments_stand_within_the_width_of_code() {
    let mut files = Vec::new();
    list(Path::new(env!("CARGO_MANIFEST_DIR")), "src", &mut files).unwrap();
    let found: Vec<_> = files
        .iter()
        .flat_map(|(name, text)| too_wide(text).into_iter().map(move |line| format!("{name}: {line}")))
        .collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// The lines of prose in comments that are wider. Rows of tables, drawings and quoted messages, in blocks of text or of
/// code, cannot be broken.
fn too_wide(text: &str) -> Vec<&str> {
    let mut is_block = false;
    let mut wide = Vec::new();
    for line in text.lines() {
        let Some(comment) = line.trim_start().strip_prefix("//") else {
            is_block = false;
            continue;
        };
        let comment = comment.trim_start_matches(['/', '!', ' ']);
        is_block ^= comment.starts_with("```");
        if !is_block && !comment.starts_with('|') && line.chars().count() > WIDTH {
            wide.push(line);
        }
    }
    wide
}

#[test]
fn wide_comments_are_found() {
    let wide = format!("/// {}", "é".repeat(WIDTH - 3));
    let narrow = format!("/// {}", "é".repeat(WIDTH - 4));
    let row = format!("    /// | {} |", "a".repeat(WIDTH));
    let code = format!("/// ```text\n{wide}\n/// ```");
    assert_eq!(too_wide(&wide), [wide.as_str()]);
    assert_eq!(too_wide(&format!("{code}\n{wide}")), [wide.as_str()]);
    for narrow in [&narrow, &row, &code, &format!("let a = \"{wide}\";")] {
        assert_eq!(too_wide(narrow), [""; 0], "{narrow}");
    }
}
