//! What the Open SDG platform computes, case by case.

use milepost::rule::Part;
use milepost::{Reason, Rule, Status, Verdict};
use serde_json::Value;

use crate::cases::{open_sdg as cases, open_sdg_rule as rule, question};
use crate::support::{Numbers as _, agree, number};

fn status(published: &str) -> Status {
    match published {
        "target_achieved" => Status::Achieved,
        "substantial_progress" => Status::OnTrack,
        "moderate_progress" => Status::Lagging,
        "limited_progress" => Status::OffTrack,
        "deterioration" => Status::Worsening,
        _ => Status::Unknown,
    }
}

/// Values on a cut by the numbers of their figures, which double precision leaves a little below it: 1000 × 1.015² is 1030.225, and 200 × 1.015
/// is 203.
///
/// What the class of every case must be was found apart, with fractions and 120 digits:
///
/// ```python
/// getcontext().prec = 120                                      # of decimal, and F = fractions.Fraction
/// root = lambda f, n: (D(f.numerator) / D(f.denominator)) ** (D(1) / n)
/// value = sign * (root(F(y) / F(y0), t - t0) - 1)              # with a number: ÷ abs(root(F(yT) / F(y0), tT - t0) - 1)
/// cut *= 1 - (D(base) / D(limit)) ** D("4.44")                 # without a number, near a limit, as the rule says
/// passes = value - cut >= 0 if abs(value - cut) > D("1e-90") else True
/// ```
///
/// Of 17 values within 10⁻⁹ of a cut, these two lie exactly on it, and 15 are where the platform has them.
const ON_A_CUT: [(&str, Status); 2] = [("m1-edge-054", Status::OnTrack), ("m1-edge-058", Status::OnTrack)];

/// The class that a case must have: that of the platform, unless the value lies on a cut.
fn class(id: &str, published: &Value) -> Status {
    let exact = ON_A_CUT.iter().find(|(on_a_cut, _)| *on_a_cut == id);
    exact.map_or_else(|| status(published["status"].as_str().unwrap()), |(_, class)| *class)
}

fn assert_same(id: &str, series: &Value, verdict: &Verdict) {
    let published = &series["published"];
    assert_eq!(verdict.status, class(id, published), "{id} {verdict:?}");
    assert_same_numbers(id, published, verdict);
}

fn assert_same_numbers(id: &str, published: &Value, verdict: &Verdict) {
    for (ours, theirs) in [
        (verdict.numbers().value, &published["value"]),
        (verdict.numbers().score, &published["score"]),
    ] {
        match (ours, number(theirs)) {
            (Some(ours), Some(theirs)) => assert!(agree(ours, theirs), "{id}: {ours} for {theirs}"),
            (ours, theirs) => assert_eq!(ours, theirs, "{id} {verdict:?}"),
        }
    }
}

#[test]
fn every_case_that_should_match_does() {
    let mut count = 0;
    for case in cases() {
        if case["expect"] != "match" {
            continue;
        }
        let id = case["id"].as_str().unwrap();
        let mut parts = Vec::new();
        for series in case["series"].as_array().unwrap() {
            let verdict = question(series).verdict(&rule(series).unwrap());
            assert_same(id, series, &verdict);
            parts.push(verdict);
        }
        let whole = Rule::open_sdg().aggregate(parts.iter().map(Part::from));
        let published = &case["whole"];
        assert!(
            agree(whole.score.unwrap(), number(&published["score"]).unwrap()),
            "{id}"
        );
        assert_eq!(whole.status, class(id, published), "{id}");
        count += 1;
    }
    assert_eq!(count, 245);
}

/// How a case is answered in which a sound library should not say what the platform says.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Answer {
    /// No such target, series or rule can be built.
    Refused,
    /// The class and the number are those of the platform; it differs in something else.
    Same,
    /// There is a verdict where the platform stops.
    Judged(Status),
    /// There is a reason, and the platform has no class either.
    Unknown(&'static str),
    /// There is a reason, and the platform's class and number as published.
    NumberAsPublished(&'static str),
    /// There is a reason, and the platform's class as published; its number is infinite, none at all, or not a number.
    ClassAsPublished(&'static str),
    /// There is another class, and the platform's class and number as published.
    OtherClass(Status),
    /// There is the platform's class; its number, which is one of a required rate that is none, only as published, if it is a number.
    SameClass,
}

const DIFFERENT: [(&[&str], Answer); 21] = [
    // Labels of the indicator, which follow the score and not the thresholds: the whole has them here too.
    (
        &[
            "m2-070",
            "thresholds-314",
            "thresholds-315",
            "thresholds-317",
            "thresholds-322",
            "thresholds-340",
        ],
        Answer::Same,
    ),
    // Words for a direction that are none, which the platform takes for *negative*; here only the two can be written, and the test writes that.
    (
        &[
            "config-298",
            "config-299",
            "config-300",
            "config-302",
            "config-303",
            "config-304",
            "config-306",
        ],
        Answer::Same,
    ),
    // Years as text, which change the platform's input, or stop it, as numbers in text do.
    (&["year-text-347", "year-text-348"], Answer::Same),
    (
        &["year-text-349", "config-307", "config-308"],
        Answer::Judged(Status::OnTrack),
    ),
    // Years twice, deadlines that are over before they begin, thresholds out of order.
    (&["short-152", "dims-356"], Answer::Refused),
    (&["base-year-131", "degenerate-221", "degenerate-222"], Answer::Refused),
    (
        &[
            "thresholds-324",
            "thresholds-325",
            "thresholds-326",
            "thresholds-327",
            "thresholds-329",
        ],
        Answer::Refused,
    ),
    // One figure, or none.
    (
        &["base-year-138", "base-year-139", "base-year-143", "short-144"],
        Answer::Unknown("too_few_figures"),
    ),
    (&["base-year-142"], Answer::Unknown("no_baseline_value")),
    (&["achieved-113"], Answer::ClassAsPublished("too_few_figures")),
    // A base or a goal of 0, for which 0.001 stands in.
    (&["zero-155", "zero-164"], Answer::NumberAsPublished("growth")),
    (&["zero-171"], Answer::ClassAsPublished("growth")),
    (&["zero-159", "zero-160"], Answer::OtherClass(Status::Achieved)),
    (&["zero-162", "zero-163", "zero-168"], Answer::SameClass),
    // Values on both sides of 0.
    (
        &[
            "sign-185", "sign-189", "sign-190", "sign-192", "sign-207", "sign-208", "sign-209", "sign-213",
        ],
        Answer::Unknown("growth"),
    ),
    (
        &["sign-186", "sign-187", "sign-188", "sign-212"],
        Answer::ClassAsPublished("growth"),
    ),
    // A goal on the other side of 0: the required rate is complex, and the platform divides by its size; where the base year is replaced, its
    // powers are others, and not a number.
    (
        &["sign-176", "sign-180", "sign-184", "sign-216"],
        Answer::NumberAsPublished("growth"),
    ),
    (&["sign-202"], Answer::SameClass),
    (&["sign-215"], Answer::Unknown("growth")),
    // A goal that is the base: nothing is required, and everything is infinitely more.
    (
        &["degenerate-220", "degenerate-225"],
        Answer::ClassAsPublished("no_way"),
    ),
    (
        &["degenerate-217", "degenerate-219", "degenerate-226", "degenerate-227"],
        Answer::SameClass,
    ),
];

/// The verdicts by the rule, and by it as published; `None` where a target, a series or a rule is refused.
fn verdicts(series: &Value) -> Option<[Verdict; 2]> {
    let question = question(series);
    let (Ok(rule), Some(_), Some(_)) = (rule(series), question.target(), question.series()) else {
        return None;
    };
    Some([question.verdict(&rule), question.verdict(&rule.as_published().unwrap())])
}

/// The code of a reason.
fn code(reason: Reason) -> String {
    let json = serde_json::to_value(reason).unwrap();
    json["code"].as_str().unwrap().to_owned()
}

/// The number of the platform, if it is one.
fn assert_published(id: &str, published: &Value, verdict: &Verdict) {
    assert_eq!(verdict.status, status(published["status"].as_str().unwrap()), "{id}");
    assert_same_numbers(id, published, verdict);
}

#[test]
fn every_case_that_should_differ_is_answered() {
    let mut found = Vec::new();
    for case in cases() {
        if case["expect"] != "differ" {
            continue;
        }
        let id = case["id"].as_str().unwrap().to_owned();
        let answer = DIFFERENT.iter().find(|(ids, _)| ids.contains(&&*id));
        let (_, answer) = *answer.unwrap_or_else(|| panic!("{id} is not answered"));
        for series in case["series"].as_array().unwrap() {
            assert_answered(&id, answer, series);
        }
        found.push(id);
    }
    let mut listed: Vec<&str> = DIFFERENT.iter().flat_map(|(ids, _)| ids.iter().copied()).collect();
    listed.sort_unstable();
    found.sort_unstable();
    assert_eq!(found, listed);
    assert_eq!(found.len(), 66);
}

fn assert_answered(id: &str, answer: Answer, series: &Value) {
    let published = &series["published"];
    let Some([plain, as_published]) = verdicts(series) else {
        return assert_eq!(answer, Answer::Refused, "{id}");
    };
    let assert_reason = |reason: &str| {
        assert_eq!((plain.status, &*code(plain.reason)), (Status::Unknown, reason), "{id}");
        assert_eq!((plain.numbers().value, plain.numbers().score), (None, None), "{id}");
    };
    let has_number = number(&published["value"]).is_some();
    match answer {
        Answer::Refused => panic!("{id} is judged: {plain:?}"),
        Answer::Same => {
            assert_published(id, published, &plain);
            assert_eq!(as_published, plain, "{id}");
        }
        Answer::Judged(class) => {
            assert!(published["exception"].is_string(), "{id}");
            assert_eq!((plain.status, as_published.status), (class, class), "{id}");
        }
        Answer::Unknown(reason) => {
            assert_reason(reason);
            assert!(
                published["exception"].is_string() || published["status"] == "not_available",
                "{id}"
            );
            assert_eq!(as_published, plain, "{id}");
        }
        Answer::NumberAsPublished(reason) => {
            assert_reason(reason);
            assert!(has_number, "{id}");
            assert_published(id, published, &as_published);
        }
        Answer::ClassAsPublished(reason) => {
            assert_reason(reason);
            assert!(!has_number, "{id}");
            assert_published(id, published, &as_published);
        }
        Answer::OtherClass(class) => {
            assert_eq!(plain.status, class, "{id}");
            assert_ne!(as_published.status, class, "{id}");
            assert_published(id, published, &as_published);
        }
        Answer::SameClass => {
            assert_eq!(
                (plain.status, plain.numbers().value),
                (as_published.status, None),
                "{id}"
            );
            assert_published(id, published, &as_published);
        }
    }
}
