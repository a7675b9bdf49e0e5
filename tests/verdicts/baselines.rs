//! Baselines that are the mean of several periods.

use milepost::plan::{TargetBuilder, Than};
use milepost::{
    Baseline, Bound, Caveat, Direction, Goal, Length, Measure, Missing, Point, Rule, Shape, Status, Target, dec,
};

use crate::setting::{Figures, assessed, judged_by, period, promise};

/// At most 30 in 2030, on a straight line.
fn to_30(measure: Measure, baseline: Baseline) -> TargetBuilder {
    let goal = Goal::level(Bound::AtMost(dec!(30)));
    let quantity = crate::setting::quantity(measure);
    Target::builder("promise".parse().unwrap(), quantity, goal, period("2030"))
        .baseline(baseline)
        .shape(Shape::Linear)
}

#[test]
fn a_mean_stands_halfway_between_its_first_and_its_last_period() {
    for (name, stretch, start, years, expected) in [
        ("one year", "2017", "2017", dec!(13), dec!(40.3846)),
        ("three years", "2016-01-01/P3Y", "2017", dec!(13), dec!(40.3846)),
        ("two years", "2017-01-01/P2Y", "2017-07-01/P1Y", dec!(12.5), dec!(40.8)),
        ("four years", "2016-01-01/P4Y", "2017-07-01/P1Y", dec!(12.5), dec!(40.8)),
    ] {
        let target = to_30(Measure::Flow, Baseline::stated(period(stretch), dec!(45)).as_mean());
        let target = target.build().unwrap();
        assert_eq!(target.start(), Some(period(start)), "{name}");
        let evidence = assessed(&target, &[("2021", "40")], "2023-07-01").evidence;
        assert_eq!(evidence.expected.map(|value| value.round_dp(4)), Ok(expected), "{name}");
        // The baseline is shown as the plan says it.
        assert_eq!(evidence.baseline, Ok(Point::new(period(stretch), dec!(45))), "{name}");
        // 15 in so many years.
        let change = dec!(-15).checked_div(years).unwrap();
        assert_eq!(
            evidence.change_required.map(|change| change.round_dp(20)),
            Ok(change.round_dp(20)),
            "{name}"
        );
    }
}

#[test]
fn the_mean_is_of_the_figures_each_of_which_is_known() {
    let mean = || {
        to_30(Measure::Flow, Baseline::observed(period("2016-01-01/P3Y")).as_mean())
            .build()
            .unwrap()
    };
    let later = [("2019", "41"), ("2021", "40")];
    let with = |years: &[(&'static str, &'static str)]| [years, &later[..]].concat();
    let value = Missing::no_baseline_value(period("2016-01-01/P3Y"));
    let bound = Missing::baseline_is_only_a_bound(period("2016-01-01/P3Y"));
    for (name, figures, baseline) in [
        (
            "of three",
            with(&[("2016", "44"), ("2017", "46"), ("2018", "45")]),
            Ok(dec!(45)),
        ),
        (
            "of halves",
            with(&[("2016", "44"), ("2017-S1", "26"), ("2017-S2", "20"), ("2018", "45")]),
            Ok(dec!(45)),
        ),
        (
            "rounded once",
            with(&[("2016", "1"), ("2017", "0"), ("2018", "0")]),
            Ok(dec!(0.3333333333333333333333333333)),
        ),
        ("one is missing", with(&[("2016", "44"), ("2018", "45")]), Err(value)),
        ("none is known", with(&[]), Err(value)),
        (
            "one is a bound",
            with(&[("2016", "44"), ("2017", ">46"), ("2018", "45")]),
            Err(bound),
        ),
    ] {
        let evidence = assessed(&mean(), &figures, "2023-07-01").evidence;
        assert_eq!(evidence.baseline.map(|baseline| baseline.value), baseline, "{name}");
    }
}

#[test]
fn a_mean_of_provisional_figures_is_provisional() {
    let target = to_30(Measure::Flow, Baseline::observed(period("2016-01-01/P3Y")).as_mean())
        .build()
        .unwrap();
    for (middle, is_provisional) in [("46 provisional", true), ("46", false)] {
        let figures: Figures<'_> = &[("2016", "44"), ("2017", middle), ("2018", "45"), ("2021", "40")];
        let verdict = assessed(&target, figures, "2022-07-01").verdict;
        assert_eq!(
            verdict.caveats.contains(Caveat::Provisional),
            is_provisional,
            "{middle}"
        );
    }
}

#[test]
fn every_measure_and_both_directions() {
    for (name, measure, goal, figures, status) in [
        (
            "a flow that falls",
            Measure::Flow,
            Bound::AtMost(dec!(30)),
            "40",
            Status::Ahead,
        ),
        (
            "by one of the last digit",
            Measure::Flow,
            Bound::AtMost(dec!(30)),
            "43",
            Status::OffTrack,
        ),
        (
            "a share that rises",
            Measure::Share,
            Bound::AtLeast(dec!(60)),
            "50",
            Status::Ahead,
        ),
        (
            "a stock that rises",
            Measure::Stock,
            Bound::AtLeast(dec!(60)),
            "44",
            Status::Worsening,
        ),
        (
            "an index",
            Measure::Index,
            Bound::AtLeast(dec!(60)),
            "49.9",
            Status::Ahead,
        ),
    ] {
        let quantity = crate::setting::quantity(measure);
        let target = Target::builder("promise".parse().unwrap(), quantity, Goal::level(goal), period("2030"))
            .baseline(Baseline::observed(period("2016-01-01/P3Y")).as_mean())
            .shape(Shape::Linear)
            .build()
            .unwrap();
        let years = [("2016", "44"), ("2017", "46"), ("2018", "45"), ("2021", figures)];
        let assessment = assessed(&target, &years, "2022-07-01");
        assert_eq!(
            assessment.evidence.baseline.map(|baseline| baseline.value),
            Ok(dec!(45)),
            "{name}"
        );
        assert_eq!(assessment.verdict.status, status, "{name}");
    }
}

#[test]
fn a_published_rule_counts_from_the_year_in_the_middle() {
    // 45 in 2017 to 40 in 2021 is −2.9 % a year; 30 in 2030 needs −3.07 %.
    let mean = to_30(
        Measure::Flow,
        Baseline::stated(period("2016-01-01/P3Y"), dec!(45)).as_mean(),
    );
    let year = to_30(Measure::Flow, Baseline::stated(period("2017"), dec!(45)));
    let figures: Figures<'_> = &[("2016", "99"), ("2017", "45"), ("2018", "1"), ("2021", "40")];
    let by = |target: TargetBuilder| judged_by(&Rule::open_sdg(), &target.build().unwrap(), figures, "2022-07-01");
    let (of_mean, of_year) = (by(mean), by(year));
    assert_eq!(of_mean.measured, of_year.measured);
    assert_eq!(of_mean.status, of_year.status);
    // A mean that is read takes the place of its middle year, whatever that year was.
    let read = to_30(Measure::Flow, Baseline::observed(period("2016-01-01/P3Y")).as_mean());
    let figures: Figures<'_> = &[("2016", "60"), ("2017", "40"), ("2018", "35"), ("2021", "40")];
    let of_read = judged_by(&Rule::open_sdg(), &read.build().unwrap(), figures, "2022-07-01");
    assert_eq!(of_read.measured, of_year.measured);
}

#[test]
fn a_baseline_of_another_length_is_named() {
    let growth = Goal::average_growth(Bound::AtLeast(dec!(0.05)));
    let level = Goal::level(Bound::AtLeast(dec!(200)));
    let sum = Goal::cumulative(Bound::AtLeast(dec!(200)));
    for (name, measure, goal, at, is_named) in [
        ("a month of a flow", Measure::Flow, growth, "2021-12", true),
        (
            "a quarter of a share",
            Measure::Share,
            Goal::level(Bound::AtLeast(dec!(90))),
            "2021-Q4",
            true,
        ),
        ("a year of a flow", Measure::Flow, growth, "2021", false),
        ("another year", Measure::Flow, growth, "2020-07-01/P1Y", false),
        ("three years", Measure::Flow, level, "2019-01-01/P3Y", true),
        ("a day of a stock", Measure::Stock, level, "2021-12-31", false),
        ("a day from which a sum counts", Measure::Flow, sum, "2021-12-31", false),
    ] {
        let baseline = Baseline::stated(period(at), dec!(10));
        let checked = promise(measure, goal).baseline(baseline).check();
        assert!(checked.problems.is_empty(), "{name}: {}", checked.problems);
        let caveats = assessed(&checked.value.unwrap(), &[("2024", "50")], "2025-02-01")
            .verdict
            .caveats;
        assert_eq!(caveats.contains(Caveat::BaselineOfAnotherLength), is_named, "{name}");
    }
}

#[test]
fn by_the_last_of_december_a_mean_is_one_of_years() {
    for (measure, reported, expected) in [
        (Measure::Flow, None, "2017-01-01/P1Y"),
        (Measure::Stock, None, "2017-01-01/P1Y"),
        (Measure::Flow, Some(Length::HALF), "2017-04-01/P6M"),
    ] {
        let baseline = Baseline::stated(period("2016-01-01/P3Y"), dec!(45)).as_mean();
        let goal = Goal::level(Bound::AtMost(dec!(30)));
        let quantity = crate::setting::quantity(measure);
        let target =
            Target::builder("promise".parse().unwrap(), quantity, goal, period("2030-12-31")).baseline(baseline);
        let target = match reported {
            Some(every) => target.reported(every),
            None => target,
        };
        assert_eq!(
            target.build().unwrap().start(),
            Some(period(expected)),
            "{}",
            measure.name()
        );
    }
}

/// Three years of 40 in quarters of 10: what is promised quarter by quarter starts from the mean of those.
#[test]
fn a_trend_starts_from_the_mean_of_the_periods_of_its_rhythm() {
    let quarters = (2019..2022).flat_map(|year| (1..5).map(move |quarter| format!("{year}-Q{quarter}")));
    let before: Vec<_> = quarters.collect();
    for (newest, status) in [
        ("11", Status::OnTrack),
        ("10", Status::OffTrack),
        ("9", Status::Worsening),
    ] {
        let goal = Goal::trend_than(Direction::Rising, Than::Baseline, Length::QUARTER);
        let target = promise(Measure::Flow, goal).baseline(Baseline::observed(period("2019-01-01/P3Y")).as_mean());
        let mut figures: Vec<_> = before.iter().map(|at| (at.as_str(), "10")).collect();
        figures.push(("2022-Q1", newest));
        let verdict = crate::setting::judged(&target.build().unwrap(), &figures, "2022-04-20");
        assert_eq!(verdict.status, status, "{newest}");
    }
}
