//! The sentence, the row and the chart speak of the figure that decided, whatever the status.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a case that cannot be set up fails its test"
)]
#![expect(clippy::too_many_lines, reason = "a table is as long as it has cases")]

use milepost::report::{Report, TargetRow};
use milepost::value::Interval;
use milepost::{
    Baseline, Bound, Decimal, Direction, Goal, Indicator, Language, Length, Measure, Observation, Observations, Period,
    Pillar, Plan, Quantity, Reading, Rule, Series, Status, Target, Unit, assess_plan, date, dec,
};

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

/// A promise of 2020 for a deadline, the figures published each February after their year, and the day of the question.
struct Case {
    quantity: Quantity,
    goal: Goal,
    start: Decimal,
    deadline: &'static str,
    figures: Vec<(&'static str, Reading)>,
    as_of: &'static str,
    rule: Rule,
}

impl Case {
    fn row(&self, language: Language) -> (TargetRow, String) {
        self.row_of(self.observations(), language)
    }

    fn observations(&self) -> Vec<Observation> {
        let observation = |&(at, reading): &(&str, Reading)| {
            let published = period(at).next().unwrap().first();
            Observation::new(period(at), reading).published_on(published)
        };
        self.figures.iter().map(observation).collect()
    }

    fn row_of(&self, observations: Vec<Observation>, language: Language) -> (TargetRow, String) {
        let baseline = Baseline::stated(period("2020"), self.start);
        self.row_in(None, baseline, observations, language)
    }

    fn row_in(
        &self,
        published: Option<&str>,
        baseline: Baseline,
        observations: Vec<Observation>,
        language: Language,
    ) -> (TargetRow, String) {
        let target = Target::builder(
            "t".parse().unwrap(),
            self.quantity.clone(),
            self.goal,
            period(self.deadline),
        )
        .baseline(baseline)
        .build()
        .unwrap();
        let indicator = Indicator::new("i".parse().unwrap(), "X".try_into().unwrap(), self.quantity.clone());
        let pillar = Pillar::new("p".parse().unwrap(), "P".try_into().unwrap());
        let plan = Plan::builder(
            "plan".parse().unwrap(),
            "Plan".try_into().unwrap(),
            period("2016-01-01/P20Y"),
        )
        .pillar(pillar.with_indicator(indicator.with_target(target)));
        let plan = match published {
            Some(day) => plan.published_on(date(day).unwrap()),
            None => plan,
        };
        let plan = plan.build().unwrap();
        let series = Series::new("i".parse().unwrap(), self.quantity.unit().clone(), observations).unwrap();
        let observations = Observations::new(vec![series]).unwrap();
        let assessment = assess_plan(&plan, &observations, date(self.as_of).unwrap(), &self.rule);
        let report = Report::new(&plan, &observations, &assessment, language);
        let row = report.pillars[0].targets[0].clone();
        (row, report.headline.unwrap())
    }
}

fn exact(value: Decimal) -> Reading {
    Reading::Exact(value)
}

fn at_least(value: Decimal) -> Reading {
    Reading::Interval(Interval::at_least(value))
}

fn more_than(value: Decimal) -> Reading {
    Reading::Interval(Interval::more_than(value))
}

fn things(measure: Measure) -> Quantity {
    Quantity::new(measure, Unit::new("thing".parse().unwrap(), 0).unwrap())
}

fn level(start: Decimal, bound: Bound, deadline: &'static str) -> Case {
    Case {
        quantity: things(Measure::Stock),
        goal: Goal::level(bound),
        start,
        deadline,
        figures: Vec::new(),
        as_of: "2026-02-01",
        rule: Rule::pace(),
    }
}

#[test]
fn the_figure_that_decided_is_named() {
    for (name, case, status, decided_by, sentence) in [
        (
            "only a bound",
            Case {
                figures: vec![("2025", at_least(dec!(200)))],
                ..level(dec!(0), Bound::AtLeast(dec!(200)), "2030")
            },
            Status::Achieved,
            "≥ 200",
            "As of 2026-02-01, “X” is at least 200 thing (2025), with at least 200 thing promised: achieved before the deadline.",
        ),
        (
            "a bound behind a value",
            Case {
                figures: vec![("2024", exact(dec!(1500))), ("2025", more_than(dec!(2000)))],
                ..level(dec!(1000), Bound::MoreThan(dec!(2000)), "2025")
            },
            Status::Achieved,
            "> 2000",
            "As of 2026-02-01, “X” is more than 2,000 thing (2025), with more than 2,000 thing promised: achieved.",
        ),
        (
            "a value, with what it says of the path",
            Case {
                figures: vec![("2025", exact(dec!(120)))],
                ..level(dec!(100), Bound::AtLeast(dec!(200)), "2030")
            },
            Status::OffTrack,
            "120",
            "As of 2026-02-01, “X” stands at 120 thing (2025), 30 thing below the path; it has gained 4 thing a year and must gain 16 \
             thing a year from now on: off track.",
        ),
        (
            "a later figure by a composed rule",
            Case {
                figures: vec![("2022", exact(dec!(140))), ("2025", exact(dec!(160)))],
                rule: Rule::open_sdg(),
                ..level(dec!(100), Bound::AtLeast(dec!(150)), "2022")
            },
            Status::Achieved,
            "160",
            "As of 2026-02-01, “X” stands at 160 thing (2025), with at least 150 thing promised: achieved (“target achieved”).",
        ),
        (
            "a trend by a composed rule",
            Case {
                goal: Goal::trend(Direction::Falling),
                figures: vec![("2020", exact(dec!(100))), ("2025", exact(dec!(90)))],
                rule: Rule::open_sdg(),
                ..level(dec!(100), Bound::AtLeast(dec!(0)), "2030")
            },
            Status::OnTrack,
            "90",
            "As of 2026-02-01, “X” stands at 90 thing (2025): on track.",
        ),
        (
            "on a limit that does not belong to the bound",
            Case {
                figures: vec![("2025", exact(dec!(100)))],
                ..level(dec!(120), Bound::LessThan(dec!(100)), "2030")
            },
            Status::Ahead,
            "100",
            "As of 2026-02-01, “X” stands at 100 thing (2025), 10 thing below the path; it has fallen by 4 thing a year and must fall below \
             100 thing: ahead.",
        ),
        (
            "an index whose unit is a label",
            Case {
                quantity: {
                    let unit = Unit::new("1".parse().unwrap(), 0).unwrap();
                    Quantity::new(Measure::Index, unit.with_label("(2015 = 100)".try_into().unwrap()))
                },
                figures: vec![("2025", exact(dec!(106.65)))],
                goal: Goal::addition(Bound::AtLeast(dec!(20))),
                ..level(dec!(100), Bound::AtLeast(dec!(0)), "2030")
            },
            Status::Lagging,
            "106.65",
            "As of 2026-02-01, “X” stands at 106.65 (2015 = 100) (2025), 3.35 points below the path; it has gained 1.33 points a year and must \
             gain 2.67 points a year from now on: lagging.",
        ),
        (
            "a rank",
            Case {
                quantity: Quantity::new(Measure::Rank, Unit::ratio()),
                figures: vec![("2025", exact(dec!(7)))],
                ..level(dec!(9), Bound::AtMost(dec!(3)), "2030")
            },
            Status::Lagging,
            "7",
            "As of 2026-02-01, “X” stands at rank 7 (2025), 1 place below the path; it has risen by 0.4 places a year and must rise by 0.8 places a \
             year from now on: lagging.",
        ),
        (
            "a gap that is not 0",
            Case {
                figures: vec![("2025", exact(dec!(149.9999)))],
                ..level(dec!(100), Bound::AtLeast(dec!(200)), "2030")
            },
            Status::OnTrack,
            "149.9999",
            "As of 2026-02-01, “X” stands at 149.9999 thing (2025), 0.0001 thing below the path; it has gained 10 thing a year and must gain 10 \
             thing a year from now on: on track.",
        ),
    ] {
        let (row, headline) = case.row(Language::English);
        assert_eq!(row.verdict.status.value, status, "{name}");
        assert_eq!(headline, sentence, "{name}");
        assert_eq!(
            row.verdict.deciding_figure.as_ref().map(|cell| cell.text.as_str()),
            Some(decided_by),
            "{name}"
        );
        let deciding: Vec<_> = row.chart.figures.iter().filter(|figure| figure.decides).collect();
        let [figure] = deciding[..] else {
            panic!("{name}: one figure decides, {deciding:?}");
        };
        assert_eq!(
            Some(figure.period),
            row.verdict.deciding_figure.as_ref().and_then(|cell| cell.period),
            "{name}"
        );
        // The digits are the same in every language.
        for language in [Language::SimplifiedChinese, Language::TraditionalChinese] {
            let (told, headline) = case.row(language);
            let digits = decided_by.trim_start_matches(['>', '<', '≥', '≤', ' ']);
            assert!(headline.replace(',', "").contains(digits), "{name}: {headline}");
            assert_eq!(told.verdict.deciding_figure.unwrap().text, decided_by, "{name}");
        }
    }
}

#[test]
fn a_record_says_kept_of_what_is_known() {
    let keep = |every, figures| Case {
        goal: Goal::keep(Bound::AtMost(dec!(5)), every),
        figures,
        as_of: "2026-01-31",
        ..level(dec!(1), Bound::AtLeast(dec!(0)), "2030")
    };
    let months = [
        "2025-02", "2025-03", "2025-04", "2025-05", "2025-06", "2025-07", "2025-08", "2025-09", "2025-10", "2025-11",
        "2025-12",
    ];
    for (every, figures, english, chinese) in [
        (
            Length::MONTH,
            months.map(|month| (month, exact(dec!(4)))).to_vec(),
            "periods kept (at most 5 thing): 11 of 11 known, 49 unknown",
            "可判断的11期中11期符合要求（不超过5 thing），49期无法判断",
        ),
        (
            Length::YEAR,
            vec![("2024", exact(dec!(3))), ("2025", exact(dec!(4)))],
            "periods kept (at most 5 thing): 2 of 2 known, 3 unknown",
            "可判断的2期中2期符合要求（不超过5 thing），3期无法判断",
        ),
        (
            Length::YEAR,
            (0..5)
                .map(|year| (["2021", "2022", "2023", "2024", "2025"][year], exact(dec!(4))))
                .collect(),
            "periods kept (at most 5 thing): 5 of 5",
            "5期中5期符合要求（不超过5 thing）",
        ),
    ] {
        let case = keep(every, figures);
        let (_, headline) = case.row(Language::English);
        assert!(headline.contains(english), "{headline}");
        let (_, headline) = case.row(Language::SimplifiedChinese);
        assert!(headline.contains(chinese), "{headline}");
    }
}

#[test]
fn an_uncertainty_is_shown_beside_its_value() {
    use milepost::series::Uncertainty;
    for (uncertainty, text) in [
        (Uncertainty::between(dec!(22), dec!(31)), "22–31"),
        (
            Uncertainty::confidence_interval(dec!(22), dec!(31), dec!(0.95)),
            "22–31 (95 %)",
        ),
        (Uncertainty::standard_error(dec!(2.3)), "± 2.3 (standard error)"),
    ] {
        let case = level(dec!(40), Bound::AtMost(dec!(10)), "2030");
        let figure = Observation::new(period("2025"), dec!(26)).published_on(date("2026-01-15").unwrap());
        let (row, _) = case.row_of(vec![figure.with_uncertainty(uncertainty).unwrap()], Language::English);
        assert_eq!(row.facts.uncertainty.unwrap().text, text);
    }
    let case = Case {
        figures: vec![("2025", exact(dec!(26)))],
        ..level(dec!(40), Bound::AtMost(dec!(10)), "2030")
    };
    assert_eq!(case.row(Language::English).0.facts.uncertainty, None);
}

#[test]
fn what_is_required_of_a_limit_that_is_kept_is_allowed() {
    let at = |start, bound, value| Case {
        figures: vec![("2025", exact(value))],
        ..level(start, bound, "2030")
    };
    let (cap, floor) = (Bound::AtMost(dec!(150)), Bound::AtLeast(dec!(50)));
    for (name, case, english, chinese) in [
        (
            "a cap",
            at(dec!(100), cap, dec!(120)),
            "may rise by at most 6 thing a year from now on",
            "今后年均上升不得超过6 thing",
        ),
        (
            "a cap that is lost",
            at(dec!(100), cap, dec!(160)),
            "must fall by 2 thing a year from now on",
            "今后须年均下降2 thing",
        ),
        (
            "a cap that is reached",
            at(dec!(100), cap, dec!(150)),
            " and may not rise from now on",
            "，今后不得上升",
        ),
        (
            "a floor",
            at(dec!(100), floor, dec!(80)),
            "may fall by at most 6 thing a year from now on",
            "今后年均下降不得超过6 thing",
        ),
        (
            "a floor that is reached",
            at(dec!(100), floor, dec!(50)),
            " and may not fall from now on",
            "，今后不得下降",
        ),
        (
            "a floor that is lost",
            at(dec!(100), floor, dec!(40)),
            "must gain 2 thing a year from now on",
            "今后须年均增加2 thing",
        ),
        (
            "a goal to be reached",
            at(dec!(200), cap, dec!(170)),
            "must fall by 4 thing a year from now on",
            "今后须年均下降4 thing",
        ),
    ] {
        let (_, headline) = case.row(Language::English);
        assert!(headline.contains(english), "{name}: {headline}");
        let (_, headline) = case.row(Language::SimplifiedChinese);
        assert!(headline.contains(chinese), "{name}: {headline}");
    }
}

#[test]
fn limits_and_round_numbers_are_told_in_words() {
    use milepost::value::Edge::{Exclusive, Inclusive};
    let between = |low, high| Reading::Interval(Interval::between(low, high).unwrap());
    for (reading, told) in [
        (
            more_than(dec!(12000)),
            [
                "“X” is more than 12,000 thing (2025)",
                "“X”超过12,000 thing（2025年）",
                "「X」超過12,000 thing（2025年）",
            ],
        ),
        (
            between(Inclusive(dec!(1700)), Exclusive(dec!(1800))),
            [
                "“X” is at least 1,700 thing, less than 1,800 thing (2025)",
                "“X”不低于1700 thing、低于1800 thing（2025年）",
                "「X」不低於1,700 thing、低於1,800 thing（2025年）",
            ],
        ),
        (
            Reading::Approximate(dec!(33.5)),
            [
                "“X” stands at about 33.5 thing (2025)",
                "“X”约为33.5 thing（2025年）",
                "「X」約為33.5 thing（2025年）",
            ],
        ),
    ] {
        let case = Case {
            figures: vec![("2025", reading)],
            ..level(dec!(0), Bound::AtLeast(dec!(90000)), "2030")
        };
        for (&language, told) in Language::ALL.iter().zip(told) {
            let (_, headline) = case.row(language);
            assert!(headline.contains(told), "{headline}");
        }
    }
}

#[test]
fn of_a_deadline_between_two_figures_both_are_named_and_nothing_more_is_required() {
    let around = Case {
        figures: vec![("2024", exact(dec!(210))), ("2026", exact(dec!(220)))],
        as_of: "2028-01-15",
        ..level(dec!(100), Bound::AtLeast(dec!(200)), "2025")
    };
    let pending = Case {
        figures: vec![("2024", exact(dec!(180)))],
        ..level(dec!(100), Bound::AtLeast(dec!(200)), "2025")
    };
    let last_day = Case {
        figures: vec![("2024", exact(dec!(180)))],
        as_of: "2025-12-31",
        ..level(dec!(100), Bound::AtLeast(dec!(200)), "2025")
    };
    for (case, english, chinese) in [
        (
            around,
            "it has gained 27.5 thing a year: achieved, since the deadline has no figure of its own, and those of 2024 and \
             2026 say the same.",
            "此前年均增加27.5 thing：已实现，期限当期没有数据，2024年与2026年的数据结论一致。",
        ),
        (
            pending,
            "exactly on the path; it has gained 20 thing a year; the deadline is over, and the value of 2025 is not \
             known yet: on track.",
            "正好达到时序目标值；此前年均增加20 thing；期限已过，2025年的数值尚未得知：符合预期。",
        ),
        (
            last_day,
            "it has gained 20 thing a year and must gain 20 thing a year from now on: on track.",
            "此前年均增加20 thing，今后须年均增加20 thing：符合预期。",
        ),
    ] {
        let (_, sentence) = case.row(Language::English);
        assert!(sentence.ends_with(english), "{sentence}");
        let (_, sentence) = case.row(Language::SimplifiedChinese);
        assert!(sentence.ends_with(chinese), "{sentence}");
    }
}

/// Before the plan is published nothing is required of what is known already; and why there is no rate is said in words.
#[test]
fn nothing_is_required_of_what_is_not_due_and_a_rate_that_there_is_not_says_why() {
    let not_due = Case {
        figures: vec![("2021", exact(dec!(110)))],
        ..level(dec!(100), Bound::AtLeast(dec!(200)), "2030")
    };
    let of_nothing = Case {
        quantity: things(Measure::Flow),
        goal: Goal::change(Bound::AtLeast(dec!(0.5))),
        figures: vec![("2020", exact(dec!(0))), ("2025", exact(dec!(1)))],
        ..level(dec!(0), Bound::AtLeast(dec!(0)), "2030")
    };
    for (published, baseline, case, told) in [
        (
            Some("2026-06-01"),
            Baseline::stated(period("2020"), dec!(100)),
            not_due,
            [
                "As of 2026-02-01, “X” stands at 110 thing (2021): not due, since the plan is published only on 2026-06-01.",
                "截至2026年2月1日，“X”为110 thing（2021年）：未到期，规划于2026年6月1日才公布。",
                "截至2026年2月1日，「X」為110 thing（2021年）：未到期，規劃於2026年6月1日才公布。",
            ],
        ),
        (
            None,
            Baseline::observed(period("2020")),
            of_nothing,
            [
                "As of 2026-02-01, “X” stands at 1 thing (2025); it has gained 0.2 thing a year: unknown, since growth is measured against a value above 0, and here it is 0.",
                "截至2026年2月1日，“X”为1 thing（2025年）；此前年均增加0.2 thing：无法评估，增长须以大于零的数值为基数，而此处为0。",
                "截至2026年2月1日，「X」為1 thing（2025年）；此前年均增加0.2 thing：無法評估，增長須以大於零的數值為基數，而此處為0。",
            ],
        ),
    ] {
        for (&language, told) in Language::ALL.iter().zip(told) {
            let (_, sentence) = case.row_in(published, baseline.clone(), case.observations(), language);
            assert_eq!(sentence, told);
        }
    }
}

/// What a part of its year has broken for good is told by that part: what the year before had come to, and where it led,
/// stands beside no verdict that it has no part in.
#[test]
fn nothing_is_told_of_the_year_before_where_a_part_of_the_next_decided() {
    let quantity = || {
        let possible = Interval::at_least(dec!(0));
        things(Measure::Flow).with_possible(possible).unwrap()
    };
    let quarters = |before: Decimal| {
        let quarters = [("2025-Q1", dec!(40)), ("2025-Q2", dec!(41)), ("2025-Q3", dec!(30))];
        let quarters = quarters.map(|(at, value)| (at, exact(value)));
        [("2024", exact(before))].into_iter().chain(quarters).collect()
    };
    let cut = Case {
        quantity: quantity(),
        figures: quarters(dec!(120)),
        as_of: "2025-10-20",
        ..level(dec!(150), Bound::AtMost(dec!(100)), "2025")
    };
    let cap = Case {
        quantity: quantity(),
        figures: quarters(dec!(90)),
        as_of: "2025-10-20",
        ..level(dec!(80), Bound::AtMost(dec!(100)), "2025")
    };
    let why = [
        "the figure of January to September 2025 covers less than one year, of which the goal speaks; a part does not stand for \
         the whole",
        "2025年1—9月的数据不足一年，而目标以一年计，不能以部分代替整体",
        "2025年1—9月的數據不足一年，而目標以一年計，不能以部分代替整體",
    ];
    let told = [
        "As of 2025-10-20, “X” stands at 111 thing (January to September 2025), with at most 100 thing promised: missed.",
        "截至2025年10月20日，“X”为111 thing（2025年1—9月），目标为不超过100 thing：未实现。",
        "截至2025年10月20日，「X」為111 thing（2025年1—9月），目標為不超過100 thing：未達成。",
    ];
    for case in [cut, cap] {
        for ((&language, why), told) in Language::ALL.iter().zip(why).zip(told) {
            let (row, sentence) = case.row(language);
            assert_eq!(sentence, told);
            let facts = &row.facts;
            assert_eq!(
                (&*facts.observed.text, facts.observed.period),
                ("111", Some(period("2025-01-01/P9M")))
            );
            let of_the_year_before = [
                &facts.expected,
                &facts.gap,
                &facts.remaining,
                &facts.share_of_way,
                &facts.share_of_time,
                &facts.pace,
                &facts.completion,
                &facts.growth_so_far,
                &facts.change_so_far,
                &facts.growth_required_from_now,
                &facts.times_faster,
                &facts.projection,
                &facts.arrival,
                &facts.breach,
            ];
            assert_eq!(of_the_year_before.map(|cell| cell.why.as_deref()), [Some(why); 14]);
            assert_eq!((facts.movement, facts.cuts.len()), (None, 0));
            assert!(facts.baseline.is_known() && facts.goal.is_known() && facts.change_required.is_known());
            let chart = &row.chart;
            assert_eq!((chart.projection.len(), chart.catch_up.len()), (0, 0));
            let deciding = chart.figures.iter().find(|figure| figure.decides).unwrap();
            assert_eq!(
                (deciding.period, deciding.value),
                (period("2025-01-01/P9M"), Some(dec!(111)))
            );
        }
    }
}

/// The same of a newer figure that is only a bound: the path expects something of its year, and more is not known.
#[test]
fn nothing_is_told_of_the_value_before_a_bound_that_decided() {
    let case = Case {
        figures: vec![("2024", exact(dec!(150))), ("2025", more_than(dec!(200)))],
        ..level(dec!(100), Bound::MoreThan(dec!(200)), "2030")
    };
    let (row, sentence) = case.row(Language::English);
    assert_eq!(
        sentence,
        "As of 2026-02-01, “X” is more than 200 thing (2025), with more than 200 thing promised: achieved \
         before the deadline."
    );
    let facts = &row.facts;
    assert_eq!((&*facts.expected.text, &*facts.share_of_time.text), ("150", "50.00 %"));
    assert_eq!(facts.newer_bound.as_ref().map(|cell| &*cell.text), Some("> 200"));
    assert_eq!(facts.age.words, "1.1 months");
    let why = Some("only limits are known, the newest of 2025");
    for cell in [
        &facts.observed,
        &facts.gap,
        &facts.pace,
        &facts.change_so_far,
        &facts.arrival,
    ] {
        assert_eq!(cell.why.as_deref(), why);
    }
    assert_eq!((row.chart.projection.len(), row.chart.catch_up.len()), (0, 0));
    // Where it leaves the answer open, the value before it decides, and all is told of that.
    let open = Case {
        figures: vec![("2024", exact(dec!(150))), ("2025", more_than(dec!(151)))],
        ..level(dec!(100), Bound::MoreThan(dec!(200)), "2030")
    };
    let (row, _) = open.row(Language::English);
    assert_eq!((&*row.facts.observed.text, &*row.facts.gap.text), ("150", "10"));
    assert_eq!(row.facts.newer_bound.map(|cell| cell.text), Some("> 151".into()));
    assert_eq!((row.chart.projection.len(), row.chart.catch_up.len()), (7, 7));
}

/// What is expected of a limit that is held all along is the limit; on a path of its own, what that allows by then, until
/// the limit is crossed.
#[test]
fn what_lies_beside_a_limit_is_told_by_the_limit() {
    let at = |start, bound, value| Case {
        figures: vec![("2025", exact(value))],
        ..level(start, bound, "2030")
    };
    let (cap, floor) = (Bound::AtMost(dec!(150)), Bound::AtLeast(dec!(50)));
    let change = Case {
        quantity: things(Measure::Flow),
        goal: Goal::change(Bound::AtMost(dec!(0.5))),
        ..at(dec!(100), cap, dec!(120))
    };
    let rank = Case {
        quantity: Quantity::new(Measure::Rank, Unit::ratio()),
        ..at(dec!(5), Bound::AtMost(dec!(10)), dec!(7))
    };
    let growth = |value| Case {
        quantity: things(Measure::Flow),
        goal: Goal::average_growth(Bound::AtMost(dec!(0.03))),
        ..at(dec!(100), cap, value)
    };
    for (name, case, [english, simplified, traditional]) in [
        (
            "a cap that is kept",
            at(dec!(100), cap, dec!(120)),
            [
                ", 30 thing below the limit;",
                "，比界限低30 thing；",
                "，比界限低30 thing；",
            ],
        ),
        (
            "a cap that is exceeded",
            at(dec!(100), cap, dec!(160)),
            [
                ", 10 thing above the limit;",
                "，比界限高10 thing；",
                "，比界限高10 thing；",
            ],
        ),
        (
            "a cap that is used up",
            at(dec!(100), cap, dec!(150)),
            [", exactly at the limit;", "，正好在界限上；", "，正好在界限上；"],
        ),
        (
            "a floor",
            at(dec!(100), floor, dec!(80)),
            [
                ", 30 thing above the floor;",
                "，比下限高30 thing；",
                "，比下限高30 thing；",
            ],
        ),
        (
            "a band, by the edge to which it has moved",
            at(dec!(100), Bound::within(dec!(50), dec!(150)).unwrap(), dec!(80)),
            [
                ", 30 thing above the floor;",
                "，比下限高30 thing；",
                "，比下限高30 thing；",
            ],
        ),
        (
            "an allowed rise",
            change,
            [
                ", 30 thing below the limit;",
                "，比界限低30 thing；",
                "，比界限低30 thing；",
            ],
        ),
        (
            "a rank, which is better above",
            rank,
            [", 3 places above the floor;", "，比下限高3位；", "，比下限高3位；"],
        ),
        (
            "a path of its own",
            growth(dec!(130)),
            [
                ", 14.07 thing above the path;",
                "，比时序目标值高14.07 thing；",
                "，比時序目標值高14.07 thing；",
            ],
        ),
        (
            "a path of its own, and beyond the limit to which it leads",
            growth(dec!(150)),
            [
                ", 15.61 thing above the limit;",
                "，比界限高15.61 thing；",
                "，比界限高15.61 thing；",
            ],
        ),
        (
            "what is to be reached",
            at(dec!(200), cap, dec!(170)),
            [
                ", 5 thing below the path;",
                "，比时序目标值低5 thing；",
                "，比時序目標值低5 thing；",
            ],
        ),
    ] {
        for (&language, told) in Language::ALL.iter().zip([english, simplified, traditional]) {
            let (_, sentence) = case.row(language);
            assert!(sentence.contains(told), "{name}: {sentence}");
        }
    }
}

/// What is to be kept so many times may be broken in the latest period, and is lagging; a day is a day on which it is
/// kept.
#[test]
fn the_latest_period_is_not_said_to_be_kept_where_it_was_not() {
    let some = |figures| Case {
        goal: Goal::keep_in(2, Bound::AtLeast(dec!(10)), Length::YEAR),
        figures,
        as_of: "2023-02-01",
        ..level(dec!(10), Bound::AtLeast(dec!(10)), "2025")
    };
    for (figures, english, chinese) in [
        (
            vec![("2021", exact(dec!(11))), ("2022", exact(dec!(9)))],
            "not kept in 2022",
            "2022年未符合要求",
        ),
        (
            vec![("2021", exact(dec!(9))), ("2022", exact(dec!(11)))],
            "kept in the latest period, but not in 2021",
            "最近一期符合要求，但2021年未符合",
        ),
    ] {
        let case = some(figures);
        for (language, words) in [(Language::English, english), (Language::SimplifiedChinese, chinese)] {
            let (row, _) = case.row(language);
            assert_eq!(row.verdict.status.value, Status::Lagging);
            assert_eq!(row.verdict.reason.words, words);
        }
    }
    let daily = Case {
        goal: Goal::keep(Bound::AtMost(dec!(5)), Length::Days(1)),
        ..level(dec!(5), Bound::AtMost(dec!(5)), "2021-01-31")
    };
    let promises = [Language::English, Language::SimplifiedChinese].map(|language| daily.row(language).0.promise);
    assert_eq!(
        promises,
        [
            "at most 5 thing on every day of January 2021",
            "2021年1月每天不超过5 thing"
        ]
    );
}

/// Of a chart that begins at its limit, the axis reaches to where the promise starts.
#[test]
fn the_baseline_of_a_limit_lies_on_the_axis() {
    for (start, bound, ends) in [
        (dec!(100), Bound::AtMost(dec!(150)), [dec!(100), dec!(150)]),
        (dec!(200), Bound::AtLeast(dec!(120)), [dec!(120), dec!(200)]),
    ] {
        let case = Case {
            figures: vec![("2025", exact(dec!(130)))],
            goal: Goal::keep(bound, Length::YEAR),
            ..level(start, bound, "2030")
        };
        let (row, _) = case.row(Language::English);
        let axis = &row.chart.axis;
        assert_eq!([axis.low, axis.high], ends.map(Some));
    }
}
