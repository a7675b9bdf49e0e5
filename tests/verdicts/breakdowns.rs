//! Promises of one part, and of each part along a dimension: which part decides, and what is said where some are unknown.

use milepost::plan::TargetBuilder;
use milepost::{
    Amendment, Assessment, Baseline, Bound, Breakdown, Caveat, Changes, Code, Decimal, Deliverable, Direction, Goal,
    Ground, Indicator, Length, Measure, Missing, Observations, Of, Pillar, Plan, Quantity, Reason, Rule, Series,
    Status, Target, assess, assess_plan, assess_target, compare_plan, dec,
};

use crate::catalogue;
use crate::setting::{Figures, code, day, observation, period, quantity, round_cuts};

/// Each part: its code, what the plan states of its start, and its figures.
type Parts<'a> = &'a [(&'a str, Option<Decimal>, Figures<'a>)];

const DISTRICT: &str = "district";

fn each(measure: Measure, goal: Goal, parts: Parts<'_>) -> TargetBuilder {
    let start = Baseline::observed(period("2021"));
    let baseline = parts.iter().fold(start, |baseline, (name, value, _)| match value {
        Some(value) => baseline.with_value_of(code(name), *value),
        None => baseline,
    });
    Target::builder(code("each"), quantity(measure), goal, period("2026"))
        .of(Of::Each(code(DISTRICT)))
        .baseline(baseline)
}

fn indicator(quantity: &Quantity, parts: Parts<'_>) -> Indicator {
    let whole = Indicator::new(code("indicator"), "An indicator".try_into().unwrap(), quantity.clone());
    parts.iter().fold(whole, |whole, (name, ..)| {
        whole.with_breakdown(Breakdown::new(code(name), (*name).try_into().unwrap(), code(DISTRICT)))
    })
}

/// The series of the parts; a part without any figure has none at all.
fn observations(quantity: &Quantity, parts: Parts<'_>) -> Observations {
    let known = parts.iter().filter(|(_, _, figures)| !figures.is_empty());
    let series = known.map(|(name, _, figures)| {
        let observations = figures.iter().map(|(at, value)| observation(at, value)).collect();
        let series = Series::new(code("indicator"), quantity.unit().clone(), observations).unwrap();
        series.with_breakdown(code(name))
    });
    Observations::new(series.collect()).unwrap()
}

/// The assessment, after checking that neither the order of the parts nor that of their series matters.
fn assessed_by(rule: &Rule, target: &Target, parts: Parts<'_>, as_of: &str) -> Assessment {
    let assess = |parts: Parts<'_>| {
        let (whole, seen) = (
            indicator(target.quantity(), parts),
            observations(target.quantity(), parts),
        );
        assess_target(&whole, target, &seen, day(as_of), rule)
    };
    let assessment = assess(parts);
    let turned: Vec<_> = parts.iter().rev().copied().collect();
    let mut other = assess(&turned);
    let of_first = other.by_first_promise.as_mut().and_then(|first| first.parts.as_mut());
    for parts in of_first.into_iter().chain(&mut other.parts) {
        parts.all.reverse();
    }
    assert_eq!(assessment, other);
    assessment
}

fn assessed(goal: Goal, parts: Parts<'_>, as_of: &str) -> Assessment {
    let target = each(Measure::Share, goal, parts).build().unwrap();
    assessed_by(&Rule::pace(), &target, parts, as_of)
}

fn at_least(value: Decimal) -> Goal {
    Goal::level(Bound::AtLeast(value))
}

const NONE: Figures<'static> = &[];

/// At least 75 in every district by 2026, from 30, 76 and 50 in 2021. In 2023 expected are 48, 75 at least, and 60.
#[test]
fn the_worst_known_part_decides_or_nobody_can_say() {
    use Status::{Achieved, Lagging, Missed, OffTrack, OnTrack, Unknown, Worsening};

    let unknown = |count| Some(Reason::from(Missing::parts_unknown(count)));
    for (name, figures, as_of, status, decided_by, why) in [
        // One is behind, whatever else is unknown.
        (
            "one behind, one unknown",
            ["2023 40", "2023 80", ""],
            "2024-01-31",
            OffTrack,
            "north",
            None,
        ),
        (
            "one behind, two unknown",
            ["2023 40", "", ""],
            "2024-01-31",
            OffTrack,
            "north",
            None,
        ),
        (
            "a limit that is lost, two unknown",
            ["", "2023 74", ""],
            "2024-01-31",
            Worsening,
            "south",
            None,
        ),
        (
            "two behind",
            ["2023 45", "2023 80", "2023 57"],
            "2024-01-31",
            Lagging,
            "east",
            None,
        ),
        (
            "all known, one behind",
            ["2023 40", "2023 80", "2023 60"],
            "2024-01-31",
            OffTrack,
            "north",
            None,
        ),
        // None is behind.
        (
            "all known and good",
            ["2023 50", "2023 80", "2023 60"],
            "2024-01-31",
            OnTrack,
            "east",
            None,
        ),
        (
            "all met, one a limit",
            ["2023 80", "2023 80", "2023 80"],
            "2024-01-31",
            OnTrack,
            "south",
            None,
        ),
        (
            "one unknown",
            ["2023 50", "2023 80", ""],
            "2024-01-31",
            OnTrack,
            "south",
            None,
        ),
        (
            "one unknown, the limit",
            ["2023 50", "", "2023 60"],
            "2024-01-31",
            OnTrack,
            "east",
            None,
        ),
        (
            "fewer than half known",
            ["2023 50", "", ""],
            "2024-01-31",
            Unknown,
            "",
            unknown(2),
        ),
        (
            "none known",
            ["", "", ""],
            "2024-01-31",
            Unknown,
            "",
            Some(Reason::from(Missing::NoObservation)),
        ),
        // The last day of the deadline, and the day after it.
        (
            "until the deadline",
            ["2025 71", "2025 80", ""],
            "2026-12-31",
            OnTrack,
            "south",
            None,
        ),
        (
            "past the deadline",
            ["2025 71", "2025 80", ""],
            "2027-01-01",
            Unknown,
            "",
            unknown(1),
        ),
        (
            "past it, met by those known",
            ["2026 75", "2026 80", ""],
            "2027-06-30",
            Unknown,
            "",
            unknown(1),
        ),
        (
            "past it, missed by one known",
            ["2026 74.9", "2026 80", ""],
            "2027-06-30",
            Missed,
            "north",
            None,
        ),
        (
            "past it, all met",
            ["2026 75", "2026 75", "2026 75"],
            "2027-06-30",
            Achieved,
            "east",
            None,
        ),
        (
            "past it, all known, one missed",
            ["2026 75", "2026 74.9", "2026 75"],
            "2027-06-30",
            Missed,
            "south",
            None,
        ),
    ] {
        let figures = figures.map(|figure| figure.split_once(' ').into_iter().collect::<Vec<_>>());
        let starts = [("north", dec!(30)), ("south", dec!(76)), ("east", dec!(50))];
        let parts: Vec<_> = starts
            .iter()
            .zip(&figures)
            .map(|((name, value), figures)| (*name, Some(*value), figures.as_slice()))
            .collect();
        let assessment = assessed(at_least(dec!(75)), &parts, as_of);
        let verdict = assessment.verdict;
        let whole = assessment.parts.as_ref().unwrap();
        let unknown = whole
            .all
            .iter()
            .filter(|part| part.assessment.verdict.status == Unknown)
            .count();
        assert_eq!(verdict.status, status, "{name}: {verdict:?}");
        assert_eq!(
            whole.deciding_part.as_ref().map_or("", Code::as_str),
            decided_by,
            "{name}"
        );
        assert_eq!(usize::try_from(whole.unknown).unwrap(), unknown, "{name}");
        assert_eq!(*whole.dimension.as_str(), *DISTRICT);
        let is_said = unknown > 0 && status != Unknown;
        assert_eq!(verdict.caveats.contains(Caveat::PartsUnknown), is_said, "{name}");
        let deciding = whole.all.iter().find(|part| part.breakdown.as_str() == decided_by);
        if let Some(part) = deciding {
            assert_eq!(
                (verdict.reason, verdict.deciding_period),
                (part.assessment.verdict.reason, part.assessment.verdict.deciding_period)
            );
            assert_eq!(assessment.evidence, part.assessment.evidence, "{name}");
            assert_eq!(
                (assessment.deciding_figure, &assessment.cuts),
                (part.assessment.deciding_figure, &part.assessment.cuts),
                "{name}"
            );
        } else {
            assert_eq!((Some(verdict.reason), verdict.deciding_period), (why, None), "{name}");
            assert_eq!(
                assessment.evidence.pace,
                Err(Missing::parts_unknown(whole.unknown)),
                "{name}"
            );
            assert_eq!(assessment.deciding_figure, None, "{name}");
        }
    }
}

/// The whole waits while a part of which the deadline's figure is not known yet could still change it.
#[test]
fn the_whole_waits_for_the_figure_of_each_part() {
    for (north, south, as_of, status, waits) in [
        // Both have met the goal early, and the south's figure of the deadline is not known.
        (("2026", "80"), ("2025", "90"), "2027-01-31", Status::Achieved, true),
        (("2026", "80"), ("2025", "76"), "2027-01-31", Status::Achieved, true),
        (("2026", "80"), ("2026", "90"), "2027-01-31", Status::Achieved, false),
        (("2026", "80"), ("2025", "66"), "2027-01-31", Status::OnTrack, true),
        // Whatever becomes of the south, the north has missed it.
        (("2026", "70"), ("2025", "90"), "2027-01-31", Status::Missed, false),
        // The deadline is not over.
        (("2025", "80"), ("2025", "90"), "2026-12-31", Status::Achieved, false),
    ] {
        let parts: Parts<'_> = &[("north", Some(dec!(30)), &[north]), ("south", Some(dec!(30)), &[south])];
        let verdict = assessed(at_least(dec!(75)), parts, as_of).verdict;
        let found = (verdict.status, verdict.caveats.contains(Caveat::DeadlineValuePending));
        assert_eq!(found, (status, waits), "{north:?}, {south:?} on {as_of}");
    }
}

/// Half of the parts are enough, and one fewer is not.
#[test]
fn half_of_the_parts() {
    const KNOWN: Figures<'static> = &[("2023", "60")];
    let start = Some(dec!(50));
    for (parts, status) in [
        (&[("a", start, KNOWN), ("b", start, NONE)][..], Status::OnTrack),
        (
            &[("a", start, KNOWN), ("b", start, NONE), ("c", start, NONE)],
            Status::Unknown,
        ),
        (
            &[
                ("a", start, KNOWN),
                ("b", start, NONE),
                ("c", start, NONE),
                ("d", start, KNOWN),
            ],
            Status::OnTrack,
        ),
        (
            &[
                ("a", start, KNOWN),
                ("b", start, NONE),
                ("c", start, NONE),
                ("d", start, NONE),
                ("e", start, KNOWN),
            ],
            Status::Unknown,
        ),
    ] {
        assert_eq!(
            assessed(at_least(dec!(75)), parts, "2024-01-31").verdict.status,
            status,
            "{parts:?}"
        );
    }
}

/// What all parts lack is said as it is; what they lack for several reasons, as how many they are.
#[test]
fn why_nobody_can_say() {
    let (old, start): (Figures<'_>, _) = (&[("2022", "55")], Some(dec!(50)));
    let new: Figures<'_> = &[("2025", "55")];
    let no_baseline = Reason::from(Missing::no_baseline_value(period("2021")));
    for (parts, reason) in [
        (
            &[("a", None, NONE), ("b", None, NONE)][..],
            Reason::from(Missing::NoObservation),
        ),
        (&[("a", None, new), ("b", None, new)], no_baseline),
        (
            &[("a", None, new), ("b", start, NONE)],
            Reason::from(Missing::parts_unknown(2)),
        ),
        (
            &[("a", start, old), ("b", start, NONE)],
            Reason::from(Missing::parts_unknown(2)),
        ),
    ] {
        let verdict = assessed(at_least(dec!(75)), parts, "2026-06-30").verdict;
        assert_eq!((verdict.status, verdict.reason), (Status::Unknown, reason), "{parts:?}");
        assert_eq!(verdict.last_status, None, "{parts:?}");
    }
}

/// Of equal statuses the slower one decides, and of equal paces the one whose code comes first.
#[test]
fn the_slowest_of_the_worst() {
    let start = Some(dec!(50));
    for (figures, decided_by) in [
        (["52", "53", "51"], "c"),
        (["52", "51", "53"], "b"),
        (["52", "52.0", "52"], "a"),
        (["53", "52", "52"], "b"),
    ] {
        let figures = figures.map(|value| [("2023", value)]);
        let parts: Vec<_> = ["a", "b", "c"]
            .into_iter()
            .zip(&figures)
            .map(|(name, figures)| (name, start, &figures[..]))
            .collect();
        let assessment = assessed(at_least(dec!(75)), &parts, "2024-01-31");
        assert_eq!(assessment.verdict.status, Status::OffTrack);
        assert_eq!(
            assessment.parts.unwrap().deciding_part,
            Some(code(decided_by)),
            "{figures:?}"
        );
    }
}

/// A verdict by a bound has no pace: of two parts that worsen, the one with a number decides, though the figure before the
/// other's bound was slower. By whichever door it is asked.
#[test]
fn of_equal_statuses_a_bound_stands_behind_a_number() {
    let start = Some(dec!(100));
    let parts: Parts<'_> = &[
        ("a", start, &[("2024", "110")]),
        ("b", start, &[("2024", "130"), ("2025", ">=105")]),
    ];
    let goal = Goal::level(Bound::AtMost(dec!(0)));
    let target = each(Measure::Stock, goal, parts).build().unwrap();
    for rule in [Rule::pace(), round_cuts()] {
        let assessment = assessed_by(&rule, &target, parts, "2026-01-31");
        assert_eq!(assessment.verdict.status, Status::Worsening);
        assert_eq!(assessment.verdict.deciding_period, Some(period("2024")));
        assert_eq!(assessment.parts.as_ref().unwrap().deciding_part, Some(code("a")));
        let indicator = indicator(target.quantity(), parts).with_target(target.clone());
        let pillar = Pillar::new(code("pillar"), "A pillar".try_into().unwrap()).with_indicator(indicator);
        let seen = observations(target.quantity(), parts);
        let comparison = compare_plan(&plan_of(pillar, "2022-01-01"), &seen, day("2026-01-31"), &[rule]);
        assert_eq!(comparison.targets[0].verdicts[0].verdict, assessment.verdict);
    }
}

/// Every goal in its own terms, each part from its own start, read or stated.
#[test]
fn every_goal_is_one_of_each_part() {
    let read = |first: &'static str, last: &'static str| -> Vec<(&'static str, &'static str)> {
        vec![("2021", first), ("2023", last)]
    };
    for (measure, goal, good, bad, status) in [
        (
            Measure::Stock,
            Goal::addition(Bound::AtLeast(dec!(50))),
            read("10", "30"),
            read("100", "105"),
            Status::OffTrack,
        ),
        (
            Measure::Stock,
            Goal::change(Bound::AtMost(dec!(-0.5))),
            read("10", "7"),
            read("100", "110"),
            Status::Worsening,
        ),
        // A limit of each: one has spent more of its room than the time allows.
        (
            Measure::Stock,
            Goal::change(Bound::AtMost(dec!(0.5))),
            read("10", "10"),
            read("100", "160"),
            Status::Worsening,
        ),
        (
            Measure::Flow,
            Goal::cumulative(Bound::AtLeast(dec!(100))),
            vec![("2022", "20"), ("2023", "25")],
            vec![("2022", "20"), ("2023", "4")],
            Status::Lagging,
        ),
        (
            Measure::Flow,
            Goal::cumulative(Bound::AtMost(dec!(100))),
            vec![("2022", "1"), ("2023", "5")],
            vec![("2022", "60"), ("2023", "41")],
            Status::Worsening,
        ),
        (
            Measure::Share,
            Goal::keep(Bound::AtLeast(dec!(75)), Length::YEAR),
            vec![("2022", "75"), ("2023", "80")],
            vec![("2022", "75"), ("2023", "74.9")],
            Status::OffTrack,
        ),
        (
            Measure::Share,
            Goal::trend(Direction::Rising),
            vec![("2021", "1"), ("2022", "2"), ("2023", "3")],
            vec![("2021", "1"), ("2022", "2"), ("2023", "1.9")],
            Status::Worsening,
        ),
    ] {
        let parts = [("a", None, &good[..]), ("b", None, &bad[..]), ("c", None, NONE)];
        let target = each(measure, goal, &parts).build().unwrap();
        let assessment = assessed_by(&Rule::pace(), &target, &parts, "2024-01-31");
        let whole = assessment.parts.as_ref().unwrap();
        let [well, badly, _] = &whole.all[..] else {
            panic!("three parts")
        };
        assert!(
            !well.assessment.verdict.status.needs_attention(),
            "{goal:?}: {:?}",
            well.assessment.verdict
        );
        assert_eq!(
            badly.assessment.verdict.status, status,
            "{goal:?}: {:?}",
            badly.assessment.verdict
        );
        assert_eq!(
            (assessment.verdict.status, whole.deciding_part.clone()),
            (status, Some(code("b"))),
            "{goal:?}"
        );
    }
}

/// Of one part alone it is the promise of that part, by every rule, on every day.
#[test]
fn each_of_one_is_that_one() {
    let figures: Figures<'_> = &[("2021", "50"), ("2022", "53"), ("2023", "58"), ("2026", "74")];
    for figures in [figures, NONE, &[("2023", ">50")]] {
        for stated in [None, Some(dec!(50)), Some(dec!(80))] {
            let parts = [("only", stated, figures)];
            let target = each(Measure::Share, at_least(dec!(75)), &parts).build().unwrap();
            let series = observations(target.quantity(), &parts);
            let of_part = target.of_part(code("only"));
            let empty = Series::empty(code("indicator"), target.quantity().unit().clone());
            let series = series.series_of("indicator", "only").unwrap_or(&empty);
            for rule in catalogue::rules() {
                for as_of in ["2021-06-30", "2023-06-30", "2024-01-31", "2027-01-31", "2030-01-31"] {
                    let mut whole = assessed_by(&rule, &target, &parts, as_of);
                    let only = whole.parts.take().unwrap();
                    assert_eq!(
                        whole,
                        assess(&of_part, series, day(as_of), &rule),
                        "{} {as_of}",
                        rule.code()
                    );
                    assert_eq!(only.deciding_part, Some(code("only")));
                }
            }
        }
    }
}

/// How far the parts lie apart, in the newest period of which two are known.
#[test]
fn the_widest_gap() {
    let start = Some(dec!(50));
    for (parts, gap) in [
        (
            &[
                ("a", start, &[("2023", "40")][..]),
                ("b", start, &[("2023", "80")]),
                ("c", start, NONE),
            ][..],
            Some(("2023", "a", "b", dec!(40))),
        ),
        (
            &[("a", start, &[("2023", "60")]), ("b", start, &[("2023", "60")])],
            Some(("2023", "a", "b", dec!(0))),
        ),
        (
            &[
                ("a", start, &[("2022", "10")]),
                ("b", start, &[("2023", "80")]),
                ("c", start, &[("2023", "79.5")]),
            ],
            Some(("2023", "c", "b", dec!(0.5))),
        ),
        (
            &[
                ("a", start, &[("2022", "10")]),
                ("b", start, &[("2023", "80")]),
                ("c", start, &[("2022", "30")]),
            ],
            Some(("2022", "a", "c", dec!(20))),
        ),
        // A part that is a year ahead counts by its figure of the year that two have.
        (
            &[
                ("a", start, &[("2022", "10")]),
                ("b", start, &[("2022", "5"), ("2023", "80")]),
                ("c", start, &[("2022", "30")]),
            ],
            Some(("2022", "b", "c", dec!(25))),
        ),
        (
            &[("a", start, &[("2022", "10")]), ("b", start, &[("2023", "80")])],
            None,
        ),
        (&[("a", start, NONE), ("b", start, NONE)], None),
    ] {
        let whole = assessed(at_least(dec!(75)), parts, "2024-01-31").parts.unwrap();
        let told = whole.widest_gap.as_ref().map(|gap| {
            (
                gap.period.to_string(),
                gap.lowest.clone(),
                gap.highest.clone(),
                gap.difference,
            )
        });
        let gap = gap.map(|(at, lowest, highest, difference)| (at.to_owned(), code(lowest), code(highest), difference));
        assert_eq!(told, gap, "{parts:?}");
    }
}

fn plan_of(pillar: Pillar, published: &str) -> Plan {
    Plan::builder(code("plan"), "A plan".try_into().unwrap(), period("2022-01-01/P5Y"))
        .published_on(day(published))
        .pillar(pillar)
        .build()
        .unwrap()
}

/// Three regions with a goal each, one for the total and one for all of them, among other promises.
#[test]
fn a_plan_of_regions() {
    let stock = quantity(Measure::Stock);
    let starts = [("north", dec!(30)), ("south", dec!(76)), ("east", dec!(50))];
    let figures = [("total", "166"), ("north", "40"), ("south", "80")].map(|(name, value)| (name, [("2023", value)]));
    let own = |name: &str, start: Decimal, goal: Decimal| {
        Target::builder(code(name), stock.clone(), at_least(goal), period("2026"))
            .of(Of::Breakdown(code(name)))
            .baseline(Baseline::stated(period("2021"), start))
    };
    let all: Vec<_> = starts.iter().map(|(name, value)| (*name, Some(*value), NONE)).collect();
    let targets = [
        Target::builder(code("total"), stock.clone(), at_least(dec!(200)), period("2026"))
            .baseline(Baseline::stated(period("2021"), dec!(156))),
        own("north", dec!(30), dec!(50)),
        own("south", dec!(76), dec!(90)).weight(dec!(3)),
        own("east", dec!(50), dec!(90)),
        each(Measure::Stock, at_least(dec!(75)), &all).weight(dec!(2)),
    ];
    let whole = targets.into_iter().fold(indicator(&stock, &all), |whole, target| {
        whole.with_target(target.build().unwrap())
    });
    let pillar = Pillar::new(code("pillar"), "A pillar".try_into().unwrap())
        .with_indicator(whole)
        .with_deliverable(Deliverable::new(
            code("road"),
            "The road".try_into().unwrap(),
            period("2025"),
        ));
    let plan = plan_of(pillar, "2022-01-01");
    let series = figures.iter().map(|(name, figures)| {
        let seen = figures.iter().map(|(at, value)| observation(at, value)).collect();
        let series = Series::new(code("indicator"), stock.unit().clone(), seen).unwrap();
        if *name == "total" {
            series
        } else {
            series.with_breakdown(code(name))
        }
    });
    let seen = Observations::new(series.collect()).unwrap();
    let assessment = assess_plan(&plan, &seen, day("2024-01-31"), &Rule::pace());
    let statuses: Vec<_> = assessment.targets().map(|own| own.assessment.verdict.status).collect();
    // 10 of 17.6, 10 of 8, 4 of 5.6, unknown; and for all what the north is, with 10 of 18.
    assert_eq!(
        statuses,
        [
            Status::OffTrack,
            Status::Ahead,
            Status::Lagging,
            Status::Unknown,
            Status::OffTrack
        ]
    );
    let counts = assessment.summary.counts;
    assert_eq!(
        (
            counts.total(),
            counts.off_track,
            counts.ahead,
            counts.lagging,
            counts.unknown
        ),
        (5, 2, 1, 1, 1)
    );
    assert_eq!(assessment.deliverable_counts.total(), 1);
    let paces: Vec<_> = assessment
        .targets()
        .map(|own| own.score.map(|score| score.round_dp(3)))
        .collect();
    assert_eq!(
        paces,
        [
            Some(dec!(0.568)),
            Some(dec!(1)),
            Some(dec!(0.714)),
            None,
            Some(dec!(0.556))
        ]
    );
    // The heavier one of two that are off track, then the lagging one.
    assert_eq!(assessment.attention, ["each", "total", "south"].map(code));
    let each = assessment.target("each").unwrap();
    assert!(each.assessment.verdict.caveats.contains(Caveat::PartsUnknown));
    assert!(assessment.targets().take(4).all(|own| own.assessment.parts.is_none()));

    let early = plan_of(plan.pillars()[0].clone(), "2024-02-01");
    let early = assess_plan(&early, &seen, day("2024-01-31"), &Rule::pace());
    let each = &early.target("each").unwrap().assessment;
    assert_eq!(each.verdict.status, Status::NotDue);
    assert_eq!(each.verdict.reason, Ground::not_promised_yet(day("2024-02-01")));
    assert!(
        each.parts
            .as_ref()
            .unwrap()
            .all
            .iter()
            .all(|part| part.assessment.verdict.status == Status::NotDue)
    );

    // Side by side the rules say what each says alone.
    let rules = catalogue::rules();
    let comparison = compare_plan(&plan, &seen, day("2024-01-31"), &rules);
    for (place, rule) in rules.iter().enumerate() {
        let alone = assess_plan(&plan, &seen, day("2024-01-31"), rule);
        for (target, own) in comparison.targets.iter().zip(alone.targets()) {
            assert_eq!(
                target.verdicts[place].verdict,
                own.assessment.verdict,
                "{} {}",
                rule.code(),
                target.target
            );
        }
    }
}

/// What was amended is amended of every part: until the new deadline nobody is late, and from a new start each has a way of its own.
#[test]
fn an_amendment_is_one_of_each_part() {
    let seen: Figures<'_> = &[("2021", "50"), ("2024", "65"), ("2026", "72")];
    let parts = [("a", Some(dec!(50)), seen), ("b", None, seen), ("c", None, NONE)];
    let later = Changes::new().deadline(period("2028"));
    let lower = Changes::new().baseline(Baseline::observed(period("2024")).with_value_of(code("b"), dec!(71)));
    let target = each(Measure::Share, at_least(dec!(75)), &parts)
        .amendment(Amendment::new(day("2026-06-01")), later)
        .amendment(Amendment::new(day("2027-02-01")), lower)
        .build()
        .unwrap();
    for (as_of, status, decided_by, start) in [
        ("2025-01-31", Status::OnTrack, "a", dec!(50)),
        // Two years of the seven are left, and 17.86 of the 25 are expected by the end of 2026.
        ("2027-01-31", Status::Ahead, "a", dec!(50)),
        // 72 from 71 by 2028: two of the four years are gone.
        ("2027-02-28", Status::OffTrack, "b", dec!(71)),
        ("2028-12-31", Status::OffTrack, "b", dec!(71)),
        ("2029-01-01", Status::OffTrack, "b", dec!(71)),
    ] {
        let assessment = assessed_by(&Rule::pace(), &target, &parts, as_of);
        let decided = assessment.parts.as_ref().and_then(|parts| parts.deciding_part.clone());
        assert_eq!(
            (assessment.verdict.status, decided),
            (status, Some(code(decided_by))),
            "{as_of}"
        );
        assert_eq!(
            assessment.evidence.baseline.map(|baseline| baseline.value),
            Ok(start),
            "{as_of}"
        );
    }
    let unchanged = each(Measure::Share, at_least(dec!(75)), &parts).build().unwrap();
    let past = assessed_by(&Rule::pace(), &unchanged, &parts, "2027-01-31");
    assert_eq!(past.verdict.status, Status::Missed);
    // By the first promise it is the same; each part stands once, within that of today.
    let later = assessed_by(&Rule::pace(), &target, &parts, "2027-01-31");
    let mut once = past.clone();
    let alone = once
        .parts
        .as_mut()
        .map(|parts| core::mem::take(&mut parts.all))
        .unwrap();
    assert_eq!(later.by_first_promise, Some(Box::new(once)));
    for (part, alone) in later.parts.unwrap().all.iter().zip(alone) {
        assert_eq!(part.assessment.by_first_promise.as_deref(), Some(&alone.assessment));
    }
}
