//! How rules of years count: by the labels of their offices, and exactly where labels say something else.

use milepost::rule::{Cut, Growth, Method, Progress, Scale, YearLabel};
use milepost::{
    Baseline, Bound, Caveat, Collected, Decimal, Goal, Measure, Missing, Observation, Quantity, Reason, Rule, Series,
    Status, Target, Unit, Verdict, date, dec, verdict,
};

use crate::catalogue::rules;
use crate::support::Numbers;

type Figures<'a> = &'a [(&'a str, Decimal)];

fn target(quantity: &Quantity, bound: Bound, (base, value): (&str, Decimal), deadline: &str) -> Target {
    let baseline = Baseline::stated(base.parse().unwrap(), value);
    Target::builder(
        "a".parse().unwrap(),
        quantity.clone(),
        Goal::level(bound),
        deadline.parse().unwrap(),
    )
    .baseline(baseline)
    .build()
    .unwrap()
}

fn series(quantity: &Quantity, figures: Figures<'_>) -> Series {
    let observation = |(period, value): &(&str, Decimal)| {
        Observation::new(period.parse().unwrap(), *value).published_on(date("2024-01-01").unwrap())
    };
    let observed = figures.iter().map(observation).collect();
    Series::new("a".parse().unwrap(), quantity.unit().clone(), observed).unwrap()
}

fn judged(rule: &Rule, target: &Target, figures: Figures<'_>) -> Verdict {
    let quantity = target.quantity();
    verdict(target, &series(quantity, figures), date("2026-06-30").unwrap(), rule)
}

fn share() -> Quantity {
    Quantity::new(Measure::Share, Unit::percent())
}

fn index() -> Quantity {
    Quantity::new(Measure::Index, Unit::ratio())
}

fn ratio_of(verdict: &Verdict) -> Option<Decimal> {
    verdict.numbers().ratio.map(|ratio| ratio.round_dp(6))
}

const EXACT: Caveat = Caveat::ExactYears;

/// As published: 5 in 2015-2016, 7 in 2020-2021, 9 to be reached: 1.4^(1/5) − 1 ÷ 1.8^(1/15) − 1. And 100 in 2015/16, 136.2 in 2022/23,
/// 200 to be reached in 2030: 1.362^(1/7) − 1 ÷ 2^(1/15) − 1.
#[test]
fn ranges_count_by_their_first_year() {
    let rule = Rule::open_sdg();
    for (base, (latest, value), goal, ratio) in [
        (
            ("2015-01-01/P2Y", dec!(5)),
            ("2020-01-01/P2Y", dec!(7)),
            dec!(9),
            dec!(1.741842),
        ),
        (
            ("2015-04-01/P1Y", dec!(100)),
            ("2022-04-01/P1Y", dec!(136.2)),
            dec!(200),
            dec!(0.954131),
        ),
        (
            ("2015-10-01/P1Y", dec!(100)),
            ("2022-10-01/P1Y", dec!(136.2)),
            dec!(200),
            dec!(0.954131),
        ),
        // Years of 52 and 53 weeks are years.
        (
            ("2015-02-01/P364D", dec!(100)),
            ("2022-01-30/P364D", dec!(136.2)),
            dec!(200),
            dec!(0.954131),
        ),
    ] {
        let target = target(&index(), Bound::AtLeast(goal), base, "2030");
        let verdict = judged(&rule, &target, &[(latest, value)]);
        assert_eq!(
            (ratio_of(&verdict), verdict.status),
            (Some(ratio), Status::OnTrack),
            "{latest}"
        );
        assert!(!verdict.caveats.contains(EXACT), "{latest}");
    }
}

/// From 100 in fiscal 2020 to 112 in calendar 2022 it took 1.75 years, of the 5 that there are to 130.
#[test]
fn figures_of_different_phases_count_exactly() {
    let fiscal = target(
        &index(),
        Bound::AtLeast(dec!(130)),
        ("2020-04-01/P1Y", dec!(100)),
        "2025-04-01/P1Y",
    );
    let verdict = judged(&Rule::open_sdg(), &fiscal, &[("2021", dec!(104)), ("2022", dec!(112))]);
    // (1.12^(4/7) − 1) ÷ (1.3^(1/5) − 1) = 0.066902 ÷ 0.053874
    assert_eq!(ratio_of(&verdict).map(|ratio| ratio.round_dp(3)), Some(dec!(1.242)));
    assert!(verdict.caveats.contains(EXACT));
    let own = judged(&Rule::open_sdg(), &fiscal, &[("2022-04-01/P1Y", dec!(112))]);
    assert!(!own.caveats.contains(EXACT));
}

/// Months beside a promise of months: the share of poor people, 8 in December 2020 and to be 4 by December 2030.
#[test]
fn months_are_no_years() {
    let poor = target(&share(), Bound::AtMost(dec!(4)), ("2020-12", dec!(8)), "2030-12");
    let rules = [
        Rule::open_sdg(),
        Rule::unsd_2022(),
        Rule::unsd_projected(),
        Rule::undp_2025(),
    ];
    // (7.95 ÷ 8)^12 − 1 = −7.2466 %, and −6.6967 % a year is required.
    let one_month: Figures<'_> = &[("2021-01", dec!(7.95))];
    // (7.2 ÷ 8)^(2/3) − 1 = −6.7834 %
    let eighteen: Figures<'_> = &[("2021-12", dec!(7.46)), ("2022-06", dec!(7.2))];
    // By labels, since December is a year behind December: −6.75 %
    let one_year: Figures<'_> = &[("2021-12", dec!(7.46))];
    for rule in &rules {
        for (figures, is_exact) in [(one_month, true), (eighteen, true), (one_year, false)] {
            let verdict = judged(rule, &poor, figures);
            assert_eq!(verdict.status, Status::OnTrack, "{} {figures:?}", rule.code());
            assert_eq!(verdict.caveats.contains(EXACT), is_exact, "{} {figures:?}", rule.code());
        }
    }
    let ratio = |figures| ratio_of(&judged(&Rule::open_sdg(), &poor, figures)).map(|ratio| ratio.round_dp(3));
    assert_eq!(ratio(one_month), Some(dec!(1.082)));
    assert_eq!(ratio(eighteen), Some(dec!(1.013)));
    assert_eq!(ratio(one_year), Some(dec!(1.008)));

    // 60 to 72 in half a year is 44 % a year, and 50 % are required.
    let homes = target(&share(), Bound::AtLeast(dec!(90)), ("2025-12", dec!(60)), "2026-12");
    let months = [("2026-01", dec!(62)), ("2026-03", dec!(66)), ("2026-06", dec!(72))];
    let verdict = judged(&Rule::open_sdg(), &homes, &months);
    assert_eq!(
        (verdict.status, ratio_of(&verdict)),
        (Status::Lagging, Some(dec!(0.88)))
    );
    assert!(verdict.caveats.contains(EXACT));
}

/// Between December and June lies no whole year; a yearly goal reads the last of the year where it is there at a moment.
#[test]
fn a_moment_within_a_year_counts_exactly() {
    let stock = Quantity::new(Measure::Stock, Unit::ratio());
    let homes = target(&stock, Bound::AtLeast(dec!(200)), ("2020", dec!(100)), "2030");
    // 1.1^(2/3) − 1 = 6.5602 % in 18 months; 2^(1/10) − 1 = 7.1773 % are required.
    let verdict = judged(
        &Rule::open_sdg(),
        &homes,
        &[("2021-12", dec!(107)), ("2022-06", dec!(110))],
    );
    assert_eq!(
        (verdict.status, ratio_of(&verdict).map(|ratio| ratio.round_dp(3))),
        (Status::Lagging, Some(dec!(0.914)))
    );
    assert!(verdict.caveats.contains(EXACT));
    let december = judged(&Rule::open_sdg(), &homes, &[("2022-12", dec!(110))]);
    assert!(!december.caveats.contains(EXACT));
    // The latest is of the same month as the base, and the deadline is not.
    let june = target(&stock, Bound::AtLeast(dec!(200)), ("2020-06", dec!(100)), "2030");
    let verdict = judged(&Rule::open_sdg(), &june, &[("2022-06", dec!(115))]);
    // 1.15^(1/2) − 1 = 7.2381 %, of the 2^(1/10.5) − 1 = 6.8243 % that are required
    assert_eq!(ratio_of(&verdict).map(|ratio| ratio.round_dp(3)), Some(dec!(1.061)));
    assert!(verdict.caveats.contains(EXACT));
}

/// 5 % a year from a quarter to the end of a year, 5.75 years later, are 5 % a year of whatever rule: the goal is 100 × 1.05^5.75, no fraction.
#[test]
fn an_average_growth_of_parts_of_years_is_the_rate_that_is_required() {
    let quantity = index();
    let target = Target::builder(
        "a".parse().unwrap(),
        quantity.clone(),
        Goal::average_growth(Bound::AtLeast(dec!(0.05))),
        "2020".parse().unwrap(),
    )
    .baseline(Baseline::stated("2014-Q1".parse().unwrap(), dec!(100)))
    .build()
    .unwrap();
    for rule in [Rule::open_sdg(), Rule::unsd_2022(), Rule::china_level_growth()] {
        let verdict = judged(&rule, &target, &[("2014-Q1", dec!(100)), ("2018", dec!(101))]);
        assert_eq!(verdict.numbers().required, Some(dec!(0.05)), "{verdict:?}");
        assert_ne!(verdict.status, Status::Unknown);
        assert!(verdict.caveats.contains(EXACT));
    }
}

#[test]
fn a_rule_says_which_year_labels_a_range() {
    let by_share = |label| {
        let scale = Scale::new(Progress::ShareOfWay)
            .class("half", Status::OnTrack, Cut::AtLeast(dec!(0.5)))
            .rest("less", Status::OffTrack);
        Rule::composed("a".parse().unwrap(), Method::new().label(label).with_number(scale)).unwrap()
    };
    // A base of one year, and a latest range of three.
    let target = target(&index(), Bound::AtLeast(dec!(200)), ("2015", dec!(100)), "2030");
    for (label, expected) in [
        (YearLabel::First, dec!(0.2)),
        (YearLabel::Middle, dec!(0.266666666667)),
        (YearLabel::Last, dec!(0.333333333333)),
    ] {
        let verdict = judged(&by_share(label), &target, &[("2018-01-01/P3Y", dec!(150))]);
        assert_eq!(verdict.numbers().required, Some(expected), "{label:?}");
    }
    let growth = Scale::new(Progress::Growth(Growth::Compound)).class("a", Status::OnTrack, Cut::AtLeast(dec!(0)));
    let rest = growth.rest("b", Status::OffTrack);
    let rule = Rule::composed(
        "b".parse().unwrap(),
        Method::new().label(YearLabel::Last).with_number(rest),
    )
    .unwrap();
    let json = serde_json::to_string(&rule).unwrap();
    assert!(json.contains("\"label\":\"last\""), "{json}");
    assert_eq!(serde_json::from_str::<Rule>(&json).unwrap(), rule);
    assert!(!serde_json::to_string(&Rule::open_sdg()).unwrap().contains("label"));
}

/// The same part beside whole years: every rule says the same with it and without it.
#[test]
fn a_part_of_a_period_changes_no_verdict_of_an_average() {
    let figures = [
        ("2021", dec!(40)),
        ("2022", dec!(42)),
        ("2023", dec!(43)),
        ("2024", dec!(50)),
    ];
    let averages = Measure::ALL.iter().copied().filter_map(|measure| {
        let unit = if measure == Measure::Share {
            Unit::percent()
        } else {
            Unit::ratio()
        };
        Quantity::new(measure, unit).with_collected(Collected::Average).ok()
    });
    for quantity in averages {
        let bounds = [Bound::AtMost(dec!(20)), Bound::AtLeast(dec!(60))];
        for bound in bounds {
            let Ok(target) = Target::builder(
                "a".parse().unwrap(),
                quantity.clone(),
                Goal::level(bound),
                "2026".parse().unwrap(),
            )
            .baseline(Baseline::stated("2021".parse().unwrap(), dec!(40)))
            .build() else {
                continue;
            };
            for part in ["2024-12", "2025-Q1", "2025-01-01/P9M", "2025-S1", "2022-07"] {
                for value in [dec!(1), dec!(40), dec!(99)] {
                    let with_part: Vec<_> = figures.iter().copied().chain([(part, value)]).collect();
                    for rule in rules() {
                        let [without, with] = [&figures, with_part.as_slice()].map(|seen| judged(&rule, &target, seen));
                        let said = |verdict: Verdict| {
                            (
                                verdict.status,
                                verdict.reason,
                                verdict.deciding_period,
                                verdict.measured,
                            )
                        };
                        let name = format!("{} {bound:?} {part} {value} {}", quantity.measure().name(), rule.code());
                        assert_eq!(said(with), said(without), "{name}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_part_alone_is_named_by_rules_too() {
    let air = target(&share(), Bound::AtLeast(dec!(88)), ("2021", dec!(84)), "2026");
    let figures = [("2025", dec!(86)), ("2026-01-01/P4M", dec!(95))];
    for rule in [Rule::open_sdg(), Rule::china_schedule()] {
        let verdict = judged(&rule, &air, &figures);
        assert_eq!(
            verdict.deciding_period,
            Some("2025".parse().unwrap()),
            "{}",
            rule.code()
        );
        assert_ne!(verdict.status, Status::Achieved, "{}", rule.code());
    }
    let observed = Target::builder(
        "a".parse().unwrap(),
        share(),
        Goal::level(Bound::AtLeast(dec!(88))),
        "2026".parse().unwrap(),
    )
    .baseline(Baseline::observed("2021".parse().unwrap()))
    .build()
    .unwrap();
    let partial = judged(&Rule::open_sdg(), &observed, &figures[1..]);
    assert!(
        matches!(partial.reason, Reason::Missing(Missing::PartialPeriod { .. })),
        "{:?}",
        partial.reason
    );
}

/// Sums of a year are those of its quarters; a month is that of a month.
#[test]
fn parts_of_sums_add_up_to_years_or_stand_for_themselves() {
    let money = Quantity::new(Measure::Flow, Unit::ratio());
    let yearly = target(&money, Bound::AtLeast(dec!(200)), ("2020", dec!(100)), "2030");
    let quarters = [
        ("2021-Q1", dec!(26)),
        ("2021-Q2", dec!(27)),
        ("2021-Q3", dec!(27)),
        ("2021-Q4", dec!(27)),
        ("2022-Q1", dec!(90)),
    ];
    let verdict = judged(&Rule::open_sdg(), &yearly, &quarters);
    assert_eq!(verdict.deciding_period, Some("2021".parse().unwrap()));
    let monthly = target(&money, Bound::AtLeast(dec!(20)), ("2020-12", dec!(10)), "2030-12");
    let verdict = judged(
        &Rule::open_sdg(),
        &monthly,
        &[("2021", dec!(130)), ("2021-12", dec!(10.8)), ("2022-06", dec!(11.2))],
    );
    assert_eq!(verdict.deciding_period, Some("2022-06".parse().unwrap()));
    assert!(verdict.caveats.contains(EXACT));
}

/// A calendar year and a fiscal year have one label: the one that begins when the goal's own year does counts, and the baseline's own for its year.
#[test]
fn two_years_of_one_label() {
    let flow = Quantity::new(Measure::Flow, Unit::ratio());
    let stock = Quantity::new(Measure::Stock, Unit::ratio());
    let fiscal: Figures<'_> = &[("2015-04-01/P1Y", dec!(101)), ("2022-04-01/P1Y", dec!(150))];
    let calendar: Figures<'_> = &[("2015", dec!(100)), ("2022", dec!(136.2))];
    let both = [fiscal, calendar].concat();
    let in_july = [("2015-07-01/P1Y", dec!(99)), ("2022-07-01/P1Y", dec!(120))];
    let all = [&both[..], &in_july].concat();
    let read = |quantity: &Quantity, base: &str, deadline: &str| {
        Target::builder(
            "a".parse().unwrap(),
            quantity.clone(),
            Goal::level(Bound::AtLeast(dec!(200))),
            deadline.parse().unwrap(),
        )
        .baseline(Baseline::observed(base.parse().unwrap()))
        .build()
        .unwrap()
    };
    let rule = Rule::open_sdg();
    for quantity in [&index(), &flow, &stock] {
        for (base, deadline, own) in [("2015", "2030", calendar), ("2015-04-01/P1Y", "2030-04-01/P1Y", fiscal)] {
            let target = read(quantity, base, deadline);
            let alone = judged(&rule, &target, own);
            assert_eq!(alone.status, Status::OnTrack, "{deadline}");
            for figures in [&both, &all] {
                assert_eq!(judged(&rule, &target, figures), alone, "{deadline} of {quantity:?}");
            }
        }
        // The baseline is of its own year, whatever the goal's are.
        let mixed = read(quantity, "2015-04-01/P1Y", "2030");
        let verdict = judged(&rule, &mixed, &both);
        assert_eq!(verdict, judged(&rule, &mixed, &[fiscal[0], calendar[1]]));
        assert!(verdict.caveats.contains(EXACT));
        // Two that are as good leave it open, wherever a better one of another year stands.
        let open = [&in_july[1..], &fiscal[1..], &calendar[..1]].concat();
        let verdict = judged(&rule, &read(quantity, "2015", "2030"), &open);
        let period = "2022-07-01/P1Y".parse().unwrap();
        assert_eq!(
            (verdict.status, verdict.reason),
            (Status::Unknown, Reason::from(Missing::repeated_year(period)))
        );
    }
}

/// The sum of several years is no year's, by any label; an average over several is one's. Of two of which the first is
/// known the second would be known too.
#[test]
fn a_sum_of_several_years_counts_for_none_of_them() {
    let years = [("2015", dec!(100)), ("2022", dec!(136.2))];
    let sums = [
        &years[..],
        &[("2020-01-01/P3Y", dec!(400)), ("2023-01-01/P2Y", dec!(280))],
    ]
    .concat();
    let flow = Quantity::new(Measure::Flow, Unit::ratio());
    for rule in rules() {
        let target = target(&flow, Bound::AtLeast(dec!(200)), ("2015", dec!(100)), "2030");
        assert_eq!(
            judged(&rule, &target, &sums),
            judged(&rule, &target, &years),
            "{}",
            rule.code()
        );
    }
}

/// The quarters of a year are its sum where the goal counts years; and a year is none of the quarters of a goal.
#[test]
fn sums_of_years_and_of_quarters() {
    let rule = Rule::open_sdg();
    let flow = Quantity::new(Measure::Flow, Unit::ratio());
    let quarters = ["2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4"].map(|quarter| (quarter, dec!(34.05)));
    let yearly = target(&flow, Bound::AtLeast(dec!(200)), ("2015", dec!(100)), "2030");
    let by_year = judged(&rule, &yearly, &[("2022", dec!(136.2))]);
    assert_eq!(by_year.status, Status::OnTrack);
    assert_eq!(judged(&rule, &yearly, &quarters), by_year);
    // Three of them are not.
    assert_eq!(judged(&rule, &yearly, &quarters[..3]).status, Status::Unknown);
    for quantity in [flow, index()] {
        let quarterly = target(&quantity, Bound::AtLeast(dec!(50)), ("2015-Q4", dec!(25)), "2030-Q4");
        assert_eq!(
            judged(&rule, &quarterly, &quarters).status,
            Status::OnTrack,
            "{quantity:?}"
        );
        assert_eq!(
            judged(&rule, &quarterly, &[("2022", dec!(34.05))]).status,
            Status::Unknown,
            "{quantity:?}"
        );
    }
}
