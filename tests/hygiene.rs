//! What holds for the repository as a whole.

use std::path::Path;
use std::{fs, io};

use milepost::batch::{Answers, BatchError, BoundKind, Column, Columns, ReasonCode, Setting};
use milepost::{
    AsOf, Assessment, Band, Baseline, Between, Bound, Caveat, Caveats, Checked, Citation, Code, Comparison,
    ConstantChange, ConstantGrowth, Counts, Curve, CutValue, Cuts, Deliverable, Delivery, DeliveryAssessment,
    DeliveryState, Direction, Evidence, Figure, Frequency, Goal, GrowthError, Indicator, Interval, Known, Lacks,
    Language, Length, Limit, Measure, MeasuredBy, Milestone, Nature, Observation, ObservationStatus, Observations,
    Outcome, Period, Pillar, PillarAssessment, Plan, PlanAssessment, PlanBuilder, Position, Problem, ProblemKind,
    Problems, Published, Quantity, Rate, Reading, Reason, Record, Relation, Requirement, Rule, RuleError, Schedule,
    Series, SeriesError, Severity, Shape, Source, Status, Summary, Target, TargetAssessment, TargetBuilder, Text, Than,
    Tolerance, Total, Trajectory, TrajectoryError, Undated, Unit, ValueError, Verdict, Verifiability, Weight, Years,
};

/// Threads may share every noun: this does not compile otherwise.
const _: () = {
    const fn shared<T: Send + Sync + 'static>() {}
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
    shared::<DeliveryAssessment>();
    shared::<DeliveryState>();
    shared::<Direction>();
    shared::<Evidence>();
    shared::<Figure>();
    shared::<Frequency>();
    shared::<Goal>();
    shared::<GrowthError>();
    shared::<Indicator>();
    shared::<Interval>();
    shared::<Known<'static>>();
    shared::<Lacks>();
    shared::<Language>();
    shared::<Length>();
    shared::<Limit>();
    shared::<Measure>();
    shared::<MeasuredBy>();
    shared::<Milestone>();
    shared::<Nature>();
    shared::<Observation>();
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
        ".ci",
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
    } else if path.is_file() {
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
