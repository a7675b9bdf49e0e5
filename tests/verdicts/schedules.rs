//! By which periods a path is drawn and scheduled: by those of the figures, where these share one phase.

use milepost::plan::TargetBuilder;
use milepost::report::{Chart, ChartPoint};
use milepost::{Baseline, Bound, Decimal, Goal, Language, Length, Measure, Missing, Shape, Target, dec};

use crate::setting::{Figures, code, day, period, quantity, series};

/// 12 a year from 0 at the end of 2021, or down to it from 60.
fn to_60(measure: Measure, deadline: &str) -> TargetBuilder {
    Target::builder(
        code("promise"),
        quantity(measure),
        Goal::level(Bound::AtLeast(dec!(60))),
        period(deadline),
    )
    .baseline(Baseline::stated(period("2021"), dec!(0)))
    .shape(Shape::Linear)
}

fn points(points: &[ChartPoint]) -> Vec<(String, Decimal)> {
    let shown = points
        .iter()
        .map(|point| (point.period.last().to_string(), point.value.round_dp(4)));
    shown.collect()
}

fn written(points: &[(&str, Decimal)]) -> Vec<(String, Decimal)> {
    points.iter().map(|(at, value)| ((*at).to_string(), *value)).collect()
}

#[test]
fn a_chart_steps_as_its_figures_do() {
    let stock = to_60(Measure::Stock, "2026").build().unwrap();
    let flow = to_60(Measure::Flow, "2026").build().unwrap();
    let half_year = to_60(Measure::Stock, "2022").reported(Length::QUARTER).build().unwrap();
    let calendar = [
        ("2021-12-31", dec!(0)),
        ("2022-12-31", dec!(12)),
        ("2023-12-31", dec!(24)),
        ("2024-12-31", dec!(36)),
        ("2025-12-31", dec!(48)),
        ("2026-12-31", dec!(60)),
    ];
    let fiscal = [
        ("2021-12-31", dec!(0)),
        ("2022-03-31", dec!(3)),
        ("2023-03-31", dec!(15)),
        ("2024-03-31", dec!(27)),
        ("2025-03-31", dec!(39)),
        ("2026-03-31", dec!(51)),
        ("2026-12-31", dec!(60)),
    ];
    // 20 after a year and a quarter: 16 a year.
    let on_from_march = [
        ("2023-03-31", dec!(20)),
        ("2024-03-31", dec!(36)),
        ("2025-03-31", dec!(52)),
        ("2026-03-31", dec!(68)),
        ("2026-12-31", dec!(80)),
    ];
    let cases: &[(&str, &Target, Figures<'_>, &[(&str, Decimal)], &[(&str, Decimal)])] = &[
        ("nothing is known", &stock, &[], &calendar, &[]),
        (
            "fiscal years",
            &stock,
            &[("2022-04-01/P1Y", "20")],
            &fiscal,
            &on_from_march,
        ),
        (
            "of a flow",
            &flow,
            &[("2021-04-01/P1Y", "1"), ("2022-04-01/P1Y", "20")],
            &fiscal,
            &on_from_march,
        ),
        (
            "calendar years",
            &stock,
            &[("2023", "20")],
            &calendar,
            &[
                ("2023-12-31", dec!(20)),
                ("2024-12-31", dec!(30)),
                ("2025-12-31", dec!(40)),
                ("2026-12-31", dec!(50)),
            ],
        ),
        (
            "fiscal years after a calendar year",
            &stock,
            &[("2022", "8"), ("2022-04-01/P1Y", "20")],
            &calendar,
            &[
                ("2023-03-31", dec!(20)),
                ("2023-12-31", dec!(32)),
                ("2024-12-31", dec!(48)),
                ("2025-12-31", dec!(64)),
                ("2026-12-31", dec!(80)),
            ],
        ),
        (
            "months are no years, and tell no phase of years",
            &stock,
            &[("2023-03", "20")],
            &calendar,
            &[
                ("2023-03-31", dec!(20)),
                ("2023-12-31", dec!(32)),
                ("2024-12-31", dec!(48)),
                ("2025-12-31", dec!(64)),
                ("2026-12-31", dec!(80)),
            ],
        ),
        (
            "quarters that begin in February",
            &half_year,
            &[("2022-02-01/P3M", "24")],
            &[
                ("2021-12-31", dec!(0)),
                ("2022-01-31", dec!(5)),
                ("2022-04-30", dec!(20)),
                ("2022-07-31", dec!(35)),
                ("2022-10-31", dec!(50)),
                ("2022-12-31", dec!(60)),
            ],
            &[
                ("2022-04-30", dec!(24)),
                ("2022-07-31", dec!(42)),
                ("2022-10-31", dec!(60)),
                ("2022-12-31", dec!(72)),
            ],
        ),
    ];
    for (name, target, figures, path, ahead) in cases {
        let (series, as_of) = (series(target, figures), day("2024-06-30"));
        let chart = Chart::new(target, &series, as_of, Language::English);
        assert_eq!(points(&chart.path), written(path), "{name}");
        assert_eq!(points(&chart.projection), written(ahead), "{name}");
        let due = target.schedule(&series, as_of, target.reported()).unwrap();
        let due: Vec<_> = due
            .iter()
            .map(|due| (due.period.last().to_string(), due.value.round_dp(4)))
            .collect();
        assert_eq!(due, written(&path[1..]), "{name}");
    }
}

/// The phase is that of the figures, however long the steps are.
#[test]
fn longer_and_shorter_steps_have_the_phase_of_the_figures() {
    let target = to_60(Measure::Flow, "2026").build().unwrap();
    let series = series(&target, &[("2022-04-01/P1Y", "20")]);
    for (every, ends) in [
        (
            Length::Months(24),
            vec!["2022-03-31", "2024-03-31", "2026-03-31", "2026-12-31"],
        ),
        (
            Length::HALF,
            vec![
                "2022-03-31",
                "2022-09-30",
                "2023-03-31",
                "2023-09-30",
                "2024-03-31",
                "2024-09-30",
                "2025-03-31",
                "2025-09-30",
                "2026-03-31",
                "2026-09-30",
                "2026-12-31",
            ],
        ),
    ] {
        let due = target.schedule(&series, day("2023-06-30"), every).unwrap();
        let due: Vec<_> = due.iter().map(|due| due.period.last().to_string()).collect();
        assert_eq!(due, ends, "{every}");
    }
    // Each month of sixty years would be too many points: each second one, up to the last that has ended with a month.
    let far = Target::builder(
        code("promise"),
        quantity(Measure::Stock),
        Goal::level(Bound::AtLeast(dec!(60))),
        period("2081-06-15"),
    )
    .baseline(Baseline::stated(period("2021"), dec!(0)))
    .reported(Length::MONTH)
    .build()
    .unwrap();
    for (figures, before_the_last) in [(&[("2022-01", "1")][..], "2081-05-31"), (&[], "2081-04-15")] {
        let series = crate::setting::series(&far, figures);
        let chart = Chart::new(&far, &series, day("2022-06-30"), Language::English);
        assert_eq!(chart.step, Length::Months(2));
        let last = chart
            .path
            .iter()
            .rev()
            .nth(1)
            .map(|point| point.period.last().to_string());
        assert_eq!(last.as_deref(), Some(before_the_last));
    }
}

/// Without a path there is nothing to schedule, and what is held is held in each period.
#[test]
fn what_has_no_path_has_no_schedule() {
    let no_way = to_60(Measure::Stock, "2026").to_be_reached().shape(Shape::Linear);
    let no_way = no_way.baseline(Baseline::observed(period("2021"))).build().unwrap();
    let none = series(&no_way, &[]);
    let refused = no_way.schedule(&none, day("2023-06-30"), Length::YEAR);
    assert_eq!(refused, Err(Missing::no_baseline_value(period("2021"))));
    let keep = Target::builder(
        code("promise"),
        quantity(Measure::Share),
        Goal::keep(Bound::AtMost(dec!(5)), Length::YEAR),
        period("2025-03-31"),
    )
    .baseline(Baseline::stated(period("2021-04-01/P1Y"), dec!(4)))
    .build()
    .unwrap();
    let seen = series(&keep, &[("2022-04-01/P1Y", "4")]);
    let held = keep.schedule(&seen, day("2023-06-30"), Length::YEAR).unwrap();
    let held: Vec<_> = held
        .iter()
        .map(|due| (due.period.last().to_string(), due.value))
        .collect();
    assert_eq!(
        held,
        written(&[
            ("2023-03-31", dec!(5)),
            ("2024-03-31", dec!(5)),
            ("2025-03-31", dec!(5))
        ])
    );
}

/// A figure is drawn where it is set beside the path, which is where its projection begins.
#[test]
fn a_figure_is_drawn_where_it_stands() {
    use milepost::Collected;
    let share = |collected| quantity(Measure::Share).with_collected(collected).unwrap();
    let of = |quantity| {
        let goal = Goal::level(Bound::AtLeast(dec!(60)));
        let builder = Target::builder(code("promise"), quantity, goal, period("2026"));
        builder
            .baseline(Baseline::stated(period("2020"), dec!(50)))
            .build()
            .unwrap()
    };
    for (collected, at, position) in [
        (Collected::Average, "2022", dec!(2023)),
        (Collected::Average, "2021-04-01/P1Y", dec!(2022.25)),
        // Between the ends of its first year and its last.
        (Collected::Average, "2021-01-01/P3Y", dec!(2023)),
        (Collected::Average, "2021-01-01/P4Y", dec!(2023.5)),
        (Collected::End, "2021-01-01/P3Y", dec!(2024)),
        (Collected::End, "2022-06", dec!(2022.5)),
        (Collected::Beginning, "2023", dec!(2024)),
        // At the beginning of a July, which is half a year after that of a year.
        (Collected::Beginning, "2022-07", dec!(2023.5)),
        (Collected::Middle, "2022", dec!(2023)),
    ] {
        let target = of(share(collected));
        let series = series(&target, &[(at, "53")]);
        let chart = Chart::new(&target, &series, day("2025-01-31"), Language::English);
        let positions: Vec<_> = chart.figures.iter().map(|figure| figure.position).collect();
        assert_eq!(positions, [position], "{collected:?} {at}");
        assert_eq!(
            chart.projection.first().map(|point| point.position),
            Some(position),
            "{collected:?} {at}"
        );
        assert_eq!(chart.figures[0].period, period(at));
    }
}
