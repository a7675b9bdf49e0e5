use chrono::NaiveDate;
use milepost::rule::{instalment_points, year_grade};
use milepost::{
    Baseline, Bound, Decimal, Direction, Goal, Measure, Missing, Observation, Period, Quantity, Rule, Series, Status,
    Target, Unit, Verdict, assess, date, dec, verdict,
};

use crate::support::{Numbers as _, PUBLISHED, Question, goal};

fn series(unit: &Unit, figures: &[(&str, Decimal)]) -> Series {
    series_published(PUBLISHED, unit, figures)
}

fn series_published(on: NaiveDate, unit: &Unit, figures: &[(&str, Decimal)]) -> Series {
    let observation = |&(period, value): &(&str, Decimal)| {
        let period: Period = period.parse().unwrap();
        Observation::new(period, value).published_on(on)
    };
    Series::new(
        "a".parse().unwrap(),
        unit.clone(),
        figures.iter().map(observation).collect(),
    )
    .unwrap()
}

fn target(measure: Measure, unit: &Unit, goal: Goal, baseline: &str, deadline: &str) -> Target {
    let quantity = Quantity::new(measure, unit.clone());
    Target::builder("a".parse().unwrap(), quantity, goal, deadline.parse().unwrap())
        .baseline(Baseline::observed(baseline.parse().unwrap()))
        .build()
        .unwrap()
}

/// The energy target of Qinghai: −17 % from 2006 to 2010, yearly changes of +1.51, −2.20 and −4.18 %. The statistics bureau published
/// the index 0.9513, a mean of −1.65 %, 12.75 % and 6.59 % a year that remain, a required mean of 3.66 % and progress of 26.8 %.
#[test]
fn the_example_of_qinghai_digit_by_digit() {
    let percent = Unit::percent();
    let promise = Goal::change_by_yearly_rates(Bound::AtMost(dec!(-0.17)));
    let target = target(Measure::GrowthRate, &percent, promise, "2005", "2010");
    let rates = [("2006", dec!(1.51)), ("2007", dec!(-2.20)), ("2008", dec!(-4.18))];
    let rule = Rule::china_schedule();
    let written = date("2009-10-13").unwrap();
    let assessment = assess(&target, &series(&percent, &rates), written, &rule);
    // The office had the figures when it wrote.
    assert_eq!(assessment.verdict.status, Status::Unknown);
    let assessment = assess(&target, &series_published(written, &percent, &rates), written, &rule);

    let facts = &assessment.evidence;
    let index = facts.observed.unwrap().reading.value().unwrap();
    assert_eq!(index, dec!(0.95127010596));
    let percent_of = |rate: milepost::Rate, places| rate.as_decimal().checked_mul(dec!(100)).unwrap().round_dp(places);
    assert_eq!(percent_of(facts.growth_so_far.unwrap(), 14), dec!(-1.65145262575896));
    assert_eq!(percent_of(facts.growth_required.unwrap(), 13), dec!(-3.6580087137298));
    let yearly = facts.growth_required_from_now.unwrap();
    assert_eq!(percent_of(yearly, 12), dec!(-6.591344361648));
    let factor = yearly.as_decimal().checked_add(dec!(1)).unwrap();
    let left = factor.checked_mul(factor).unwrap();
    assert_eq!(dec!(1).checked_sub(left).unwrap().round_dp(14), dec!(0.12748230518357));

    let verdict = assessment.verdict;
    assert_eq!(verdict.numbers().observed, Some(dec!(0.268112202888)));
    assert_eq!(verdict.numbers().required, Some(dec!(0.6)));
    let years = verdict.numbers().observed.unwrap().checked_mul(dec!(5)).unwrap();
    assert_eq!(years.round_dp(10), dec!(1.3405610144));
    assert_eq!(rule.class_name(&verdict), "滞后");
}

/// −20 % from 2006 to 2010, −15.61 % after four years: 5.20 % remain, where a subtraction of percentages says 4.39.
#[test]
fn what_remains_of_a_cumulative_rate_is_no_difference_of_percentages() {
    let unit = Unit::ratio();
    let promise = Goal::change(Bound::AtMost(dec!(-0.2)));
    let target = target(Measure::Index, &unit, promise, "2005", "2010");
    let levels = [("2005", dec!(100)), ("2009", dec!(84.39))];
    let known = date("2010-02-01").unwrap();
    let series = series_published(known, &unit, &levels);
    let assessment = assess(&target, &series, known, &Rule::china_schedule());
    let left = assessment.evidence.growth_required_from_now.unwrap().as_decimal();
    assert_eq!(left.round_dp(15), dec!(-0.052020381561796));
}

#[test]
fn the_schedule_of_a_five_year_plan() {
    let unit = Unit::ratio();
    let rule = Rule::china_schedule();
    let promise = Goal::level(Bound::AtLeast(dec!(200)));
    let target = target(Measure::Stock, &unit, promise, "2021", "2026");
    for (year, value, due, name) in [
        ("2022", dec!(120), dec!(0.2), "达到时序进度"),
        ("2022", dec!(119), dec!(0.2), "滞后"),
        ("2023", dec!(140), dec!(0.4), "达到时序进度"),
        ("2024", dec!(159.9), dec!(0.6), "滞后"),
        ("2025", dec!(180), dec!(0.8), "达到时序进度"),
        ("2025", dec!(200), dec!(0.8), "提前完成"),
        ("2022-06", dec!(110), dec!(0.1), "达到时序进度"),
    ] {
        let figures = [("2021", dec!(100)), (year, value)];
        let verdict = verdict(&target, &series(&unit, &figures), PUBLISHED, &rule);
        assert_eq!(rule.class_name(&verdict), name, "{year} {value}");
        assert_eq!(verdict.numbers().required, Some(due), "{year}");
    }
    let nothing = verdict(&target, &series(&unit, &[("2021", dec!(100))]), PUBLISHED, &rule);
    assert_eq!(nothing.status, Status::Unknown);
    let kept = Goal::keep(Bound::AtMost(dec!(5.5)), milepost::value::Length::YEAR);
    let kept = self::target(Measure::Share, &Unit::percent(), kept, "2021", "2026");
    let figures = series(&Unit::percent(), &[("2022", dec!(5))]);
    assert_eq!(
        verdict(&kept, &figures, PUBLISHED, &rule).reason,
        Missing::NotForThisGoal
    );
}

#[test]
fn the_words_of_the_midterm_review() {
    let unit = Unit::ratio();
    let rule = Rule::china_midterm(dec!(0.95)).unwrap();
    let promise = Goal::level(Bound::AtLeast(dec!(200)));
    let target = target(Measure::Stock, &unit, promise, "2020", "2025");
    for (value, name) in [
        (dec!(200), "提前实现"),
        (dec!(140.1), "快于预期"),
        (dec!(140), "基本符合预期"),
        (dec!(138), "基本符合预期"),
        (dec!(137.9), "滞后"),
    ] {
        let figures = [("2020", dec!(100)), ("2022", value)];
        let verdict = verdict(&target, &series(&unit, &figures), PUBLISHED, &rule);
        assert_eq!(rule.class_name(&verdict), name, "{value}");
    }
    assert!(Rule::china_midterm(dec!(1)).is_ok());
    assert_eq!(
        Rule::china_midterm(dec!(1.1)).unwrap_err().to_string(),
        "cuts fall from the best class to the worst, and 1.1 does not lie below 1"
    );
}

/// Series with the same ends and different middles.
#[test]
fn average_growth_by_level_and_by_sum() {
    let (level, cumulative) = (Rule::china_level_growth(), Rule::china_cumulative_growth());
    for (base, values, by_level, by_sum) in [
        (
            dec!(100),
            &[dec!(110), dec!(121), dec!(133.1), dec!(146.41), dec!(161.051)][..],
            dec!(0.1),
            dec!(0.1),
        ),
        (
            dec!(100),
            &[dec!(105), dec!(108), dec!(150), dec!(160), dec!(161.051)],
            dec!(0.1),
            dec!(0.106361600856),
        ),
        (
            dec!(100),
            &[dec!(130), dec!(150), dec!(158), dec!(160), dec!(161.051)],
            dec!(0.1),
            dec!(0.142543693998),
        ),
        (
            dec!(250),
            &[dec!(260), dec!(240), dec!(300), dec!(330), dec!(350)],
            dec!(0.069610375725),
            dec!(0.056838077244),
        ),
        (
            dec!(100),
            &[dec!(90), dec!(100), dec!(110)],
            dec!(0.032280115456),
            dec!(0),
        ),
    ] {
        let mut figures = vec![(2020, base)];
        figures.extend((2021..).zip(values.iter().copied()));
        let promise = Goal::average_growth(Bound::AtLeast(dec!(0.1)));
        let question = Question::new("a", 2020, 2030, promise, &figures);
        let (one, other) = (question.verdict(&level), question.verdict(&cumulative));
        assert_eq!(
            (one.numbers().value, other.numbers().value),
            (Some(by_level), Some(by_sum)),
            "{values:?}"
        );
        assert_eq!(one.numbers().required, Some(dec!(0.1)));
        let status = |value| {
            if value >= dec!(0.1) {
                Status::OnTrack
            } else {
                Status::Lagging
            }
        };
        assert_eq!((one.status, other.status), (status(by_level), status(by_sum)));
    }
    let gap = [(2020, dec!(100)), (2021, dec!(110)), (2023, dec!(130))];
    let gap = Question::new("a", 2020, 2030, goal(Direction::Rising, Some(dec!(200))), &gap);
    assert_eq!(gap.verdict(&cumulative).reason, Missing::too_few_figures(4, 3));
    assert_eq!(gap.verdict(&level).status, Status::OnTrack);
}

#[test]
fn a_yearly_instalment_beside_the_promise_of_five_years() {
    let unit = Unit::ratio();
    let year_target = target(
        Measure::Stock,
        &unit,
        Goal::level(Bound::AtLeast(dec!(140))),
        "2022",
        "2023",
    );
    let whole_target = target(
        Measure::Stock,
        &unit,
        Goal::level(Bound::AtLeast(dec!(200))),
        "2021",
        "2026",
    );
    let by = |target: &Target, value: Decimal, rule: &Rule| -> Verdict {
        let figures = [("2021", dec!(100)), ("2022", dec!(120)), ("2023", value)];
        verdict(target, &series(&unit, &figures), PUBLISHED, rule)
    };
    let (pace, schedule) = (Rule::pace(), Rule::china_schedule());
    let points = |year, whole| instalment_points(&by(&year_target, year, &pace), &by(&whole_target, whole, &schedule));
    assert_eq!(points(dec!(140), dec!(140)), Some(60));
    assert_eq!(points(dec!(139), dec!(140)), Some(55));
    assert_eq!(points(dec!(140), dec!(139)), Some(40));
    assert_eq!(points(dec!(139), dec!(139)), Some(0));
    let unknown = verdict(&year_target, &series(&unit, &[]), PUBLISHED, &pace);
    assert_eq!(instalment_points(&unknown, &unknown), None);
    for (score, missed, name) in [
        (dec!(95), false, "超额完成"),
        (dec!(94.9), false, "完成"),
        (dec!(80), false, "完成"),
        (dec!(60), false, "基本完成"),
        (dec!(59.9), false, "未完成"),
        (dec!(100), true, "未完成"),
    ] {
        assert_eq!(year_grade(score, missed).name(), name, "{score}");
    }
}

/// Five sixths, by units and by logarithms, shown to the last of 12 decimals.
#[test]
fn the_ratio_to_a_schedule_is_rounded_once() {
    let index = Unit::ratio();
    for (measure, last, goal) in [
        (Measure::Stock, dec!(101), dec!(103)),
        (Measure::Index, dec!(110), dec!(133.1)),
    ] {
        let target = target(measure, &index, Goal::level(Bound::AtLeast(goal)), "2021", "2026");
        let figures = series(&index, &[("2021", dec!(100)), ("2023", last)]);
        let verdict = verdict(&target, &figures, PUBLISHED, &Rule::china_schedule());
        assert_eq!(
            (verdict.numbers().observed, verdict.numbers().value),
            (Some(dec!(0.333333333333)), Some(dec!(0.833333333333)))
        );
    }
}
