use milepost::rule::Parameters;
use milepost::{Direction, Measure, Missing, Rule, Status, dec, verdict};

use crate::cases::{question, unsd as cases};
use crate::support::{Numbers as _, PUBLISHED, Question, agree, goal, number};

/// Every case has the published class, also those 28 that lie within 10⁻⁹ of a cut. That the published class is the exact one was found apart,
/// with fractions and 120 digits:
///
/// ```python
/// getcontext().prec = 120                                      # of decimal, and F = fractions.Fraction
/// power = lambda f, e: (D(f.numerator) / D(f.denominator)) ** e
/// rate = power(F(y) / F(y0), D(1) / (t - t0)) - 1
/// ratio = (D(y0) * power(F(y) / F(y0), D(tT - t0) / (t - t0)) - D(y0)) / (D(yT) - D(y0))
/// passes = value - cut >= 0 if abs(value - cut) > D("1e-90") else True
/// ```
#[test]
fn every_case_of_the_projecting_rule() {
    let rule = Rule::unsd_projected();
    let mut refused = Vec::new();
    for case in cases() {
        let id = case["id"].as_str().unwrap();
        let question = question(&case);
        if question.target().is_none() || question.series().is_none() {
            refused.push(id.to_owned());
            continue;
        }
        let verdict = question.verdict(&rule);
        let published = &case["published"];
        let name = published["status"].as_str().unwrap().to_lowercase();
        let ours = match verdict.status {
            Status::Unknown => "insufficient data",
            _ => rule.class_name(&verdict),
        };
        assert_eq!(ours, name, "{id} {verdict:?}");
        let value = match (&published["ratio"], &published["cagr_pct"]) {
            (ratio, _) if !ratio.is_null() => number(ratio),
            (_, rate) if question.goal.requirement().is_none() => number(rate).map(|rate| {
                let sign = if case["better"] == "higher" {
                    dec!(100)
                } else {
                    dec!(-100)
                };
                rate.checked_div(sign).unwrap()
            }),
            _ => None,
        };
        for (ours, theirs) in [
            (verdict.numbers().value, value),
            (verdict.numbers().score, number(&published["score"])),
        ] {
            match (ours, theirs) {
                (Some(ours), Some(theirs)) => assert!(agree(ours, theirs), "{id}: {ours} for {theirs}"),
                (ours, theirs) => assert_eq!(ours, theirs, "{id} {verdict:?}"),
            }
        }
    }
    // Deadlines that do not come after the base year are no targets, and a year with two figures is no series.
    assert_eq!(
        refused,
        ["base-year-131", "short-152", "degenerate-221", "degenerate-222"]
    );
    assert_eq!(cases().len(), 292);
}

/// Worked from figures in the notebook of the technical note of 2022.
#[test]
fn rows_of_the_technical_note() {
    use Direction::{Falling, Rising};
    let rule = Rule::unsd_2022();
    let (from, to) = ((2015, dec!(10.1)), (2019, dec!(8.3)));
    let poverty = Question::new("1.1.1", 2015, 2030, goal(Falling, Some(dec!(3))), &[from, to]);
    let births = [(2011, dec!(76.85271)), (2021, dec!(83.56604))];
    let births = Question::new("3.1.2", 2011, 2030, goal(Rising, Some(dec!(95))), &births);
    let brides = [(2011, dec!(22.80)), (2021, dec!(19.47))];
    let brides = Question::new("5.3.1", 2011, 2030, goal(Falling, Some(dec!(10))), &brides);
    let hunger = [(2015, dec!(21.5)), (2018, dec!(25.0))];
    let hunger = Question::new("2.1.2", 2015, 2030, goal(Falling, Some(dec!(5))), &hunger);
    let shown = |number: Option<milepost::Decimal>| number.unwrap().round_dp(9);
    for (question, observed, required, ratio, class) in [
        (
            poverty,
            dec!(-0.047885499),
            dec!(-0.077740101),
            dec!(0.615969087),
            Status::Lagging,
        ),
        (
            births,
            dec!(0.008409814),
            dec!(0.011219640),
            dec!(0.749561863),
            Status::Lagging,
        ),
        (
            brides,
            dec!(-0.015664586),
            dec!(-0.042450302),
            dec!(0.369009994),
            Status::OffTrack,
        ),
        (
            hunger,
            dec!(0.051559496),
            dec!(-0.092662690),
            dec!(-0.556421318),
            Status::Worsening,
        ),
    ] {
        let verdict = question.verdict(&rule);
        assert_eq!(shown(verdict.numbers().observed), observed, "{}", question.code);
        assert_eq!(shown(verdict.numbers().required), required, "{}", question.code);
        assert_eq!(shown(verdict.numbers().ratio), ratio, "{}", question.code);
        assert_eq!(verdict.numbers().value, verdict.numbers().ratio);
        assert_eq!(verdict.status, class, "{}", question.code);
    }
    let figures = [(2016, dec!(45.2)), (2020, dec!(46.9))];
    let covered = Question::new("1.3.1", 2015, 2030, goal(Rising, None), &figures).verdict(&rule);
    assert_eq!(covered.numbers().value, Some(dec!(0.009272876326)));
    assert_eq!(rule.class_name(&covered), "fair progress but acceleration needed");
}

#[test]
fn edges_of_the_technical_note() {
    let rule = Rule::unsd_2022();
    let yearly = |rate| {
        let figures = [(2015, dec!(100)), (2016, rate)];
        Question::new("a", 2015, 2030, goal(Direction::Rising, None), &figures).verdict(&rule)
    };
    // More than, and at least.
    for (value, status) in [
        (dec!(101.0000001), Status::OnTrack),
        (dec!(101), Status::Lagging),
        (dec!(100.5), Status::OffTrack),
        (dec!(99), Status::OffTrack),
        (dec!(98.9999999), Status::Worsening),
    ] {
        assert_eq!(yearly(value).status, status, "{value}");
    }
    // A required rate of its own: energy per product is to fall by 2.6 % a year, whatever the goal says.
    let energy = Question::new(
        "7.3.1",
        2015,
        2030,
        goal(Direction::Falling, None),
        &[(2015, dec!(100)), (2016, dec!(98.7))],
    );
    let own = Parameters::new().required(dec!(0.026));
    let told = Rule::unsd_2022()
        .with_parameters("7.3.1".parse().unwrap(), own)
        .unwrap();
    let verdict = energy.verdict(&told);
    assert_eq!(
        (verdict.numbers().value, verdict.status),
        (Some(dec!(0.5)), Status::Lagging)
    );
    // The base has passed the goal already.
    let figures = [(2015, dec!(50)), (2022, dec!(35))];
    let lost = Question::new("b", 2015, 2030, goal(Direction::Rising, Some(dec!(40))), &figures);
    assert_eq!(lost.verdict(&rule).reason, Missing::MetBeforeBaseline);
    let published = lost.verdict(&Rule::unsd_2022().as_published().unwrap());
    assert_eq!(published.numbers().value.unwrap().round_dp(9), dec!(3.364266287));
    let zero = [(2015, dec!(5)), (2020, dec!(0))];
    let zero = Question::new("c", 2015, 2030, goal(Direction::Falling, None), &zero);
    assert_eq!(zero.verdict(&rule).status, Status::Unknown);
}

#[test]
fn growth_of_product_per_head_has_its_own_rule() {
    let rule = Rule::unsd_2022_growth();
    for (last, status) in [
        (dec!(0.031), Status::OnTrack),
        (dec!(0.03), Status::Lagging),
        (dec!(0.02), Status::OffTrack),
        (dec!(0.01), Status::Worsening),
    ] {
        let figures = [(2014, dec!(0.09)), (2016, dec!(0.01)), (2017, last)];
        let question = Question::new("8.1.1", 2015, 2030, goal(Direction::Rising, None), &figures);
        let target = question.target_of(Measure::GrowthRate).unwrap();
        let verdict = verdict(&target, &question.series().unwrap(), PUBLISHED, &rule);
        assert_eq!(verdict.status, status, "{last}");
        assert_eq!(question.verdict(&rule).reason, Missing::NotForThisGoal);
        // What is better the less it is, is not on track because there is more of it.
        for falling in [None, Some(dec!(0.001))] {
            let question = Question::new("8.1.1", 2015, 2030, goal(Direction::Falling, falling), &figures);
            let target = question.target_of(Measure::GrowthRate).unwrap();
            let verdict = self::verdict(&target, &question.series().unwrap(), PUBLISHED, &rule);
            assert_eq!(verdict.reason, Missing::NotForThisGoal, "{last}");
        }
    }
}
