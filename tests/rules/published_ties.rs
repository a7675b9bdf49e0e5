//! Published rules where a number lies exactly on one of their cuts, and one unit of the last place beside it.

use milepost::Direction::{Falling, Rising};
use milepost::{Decimal, Direction, Measure, Rule, dec, verdict};

use crate::support::{PUBLISHED, Question, TEN_YEARS, UNIT, goal, negative, stepped, yearly};

/// 1.1¹⁵, in percent.
const FIFTEEN_YEARS: Decimal = dec!(417.7248169415651);

/// Asserts the classes on the cut, and of a last figure that is a little better and a little worse.
fn assert_around(
    rule: &Rule,
    figures: &[(i32, Decimal)],
    (direction, number, goal_year): (Direction, Option<Decimal>, i32),
    classes: [&str; 3],
) {
    for (step, expected) in [dec!(0), UNIT, negative(UNIT)].into_iter().zip(classes) {
        let figures = stepped(figures, step, direction);
        let question = Question::new("a", figures[0].0, goal_year, goal(direction, number), &figures);
        let target = question.target_of(Measure::Stock).unwrap();
        let verdict = verdict(&target, &question.series().unwrap(), PUBLISHED, rule);
        assert_eq!(
            rule.class_name(&verdict),
            expected,
            "{} {step} {verdict:?}",
            rule.code()
        );
    }
}

fn in_a_year(from: Decimal, to: Decimal) -> [(i32, Decimal); 2] {
    [(2015, from), (2016, to)]
}

/// 10 % a year are required, or nothing but a direction.
#[test]
fn rules_of_growth() {
    let (on, needed, limited) = ("on track", "acceleration needed", "limited progress");
    let (substantial, fair) = (
        "substantial progress or on track",
        "fair progress but acceleration needed",
    );
    let (open_sdg, unsd, undp) = (Rule::open_sdg(), Rule::unsd_2022(), Rule::undp());
    let numbered = (Rising, Some(FIFTEEN_YEARS), 2030);
    for (rule, last, classes) in [
        (&open_sdg, dec!(109.5), [on, on, needed]),
        (&open_sdg, dec!(106), [needed, needed, limited]),
        (&open_sdg, dec!(100), [limited, limited, "deterioration"]),
        (&unsd, dec!(109.5), [substantial, substantial, fair]),
        (&undp, dec!(105), [fair, fair, "limited or no progress"]),
        (
            &undp,
            dec!(99),
            ["limited or no progress", "limited or no progress", "deterioration"],
        ),
    ] {
        assert_around(rule, &in_a_year(dec!(100), last), numbered, classes);
    }
    let eurostat = Rule::eurostat(5, 3, [dec!(0.01), dec!(0), dec!(-0.01)]).unwrap();
    let (significant, moderate) = (
        "significant progress towards the goal",
        "moderate progress towards the goal",
    );
    for (rule, direction, figures, classes) in [
        (
            &open_sdg,
            Rising,
            [(2015, dec!(1000)), (2017, dec!(1030.225))],
            [on, on, needed],
        ),
        // More than 1 %, and not 1 %.
        (
            &unsd,
            Falling,
            in_a_year(dec!(100), dec!(99)),
            [fair, substantial, fair],
        ),
        (
            &eurostat,
            Rising,
            [(2015, dec!(100)), (2018, dec!(103.0301))],
            [significant, significant, moderate],
        ),
    ] {
        assert_around(rule, &figures, (direction, None, 2030), classes);
    }
}

#[test]
fn rules_of_projections() {
    let (on, moderate, marginal) = (
        "on track or target met",
        "moderate progress, but acceleration needed",
        "marginal progress, and significant acceleration needed",
    );
    // 1.44^4.5 = 1.2⁹ makes 95 % of the way, and 1.21^2.5 = 1.1⁵ a half of it.
    for (last, number, goal_year, classes) in [
        (dec!(144), dec!(537.871616), 2024, [on, on, moderate]),
        (dec!(110), dec!(222.102), 2025, [moderate, moderate, marginal]),
    ] {
        let figures = [(2015, dec!(100)), (2017, last)];
        assert_around(
            &Rule::unsd_projected(),
            &figures,
            (Rising, Some(number), goal_year),
            classes,
        );
    }
    // By weights of 1, 2 and 3 the projection is 151.3, which leaves a tenth of 57; and what moves nothing leaves all.
    let rule = Rule::escap_anticipated_progress(dec!(10), dec!(100)).unwrap();
    let figures = yearly(&[dec!(100), dec!(100), dec!(109)]);
    assert_around(
        &rule,
        &figures,
        (Rising, Some(dec!(157)), 2025),
        ["maintain", "maintain", "accelerate"],
    );
    let flat = yearly(&[dec!(100), dec!(100), dec!(100)]);
    assert_around(
        &rule,
        &flat,
        (Rising, Some(dec!(200)), 2025),
        ["accelerate", "accelerate", "reverse"],
    );
}

#[test]
fn rules_of_what_is_required() {
    let (expected, behind) = ("达到预期", "滞后");
    let doubling = [(2015, dec!(100)), (2020, dec!(150))];
    assert_around(
        &Rule::china_level_growth(),
        &doubling,
        (Rising, Some(dec!(225)), 2025),
        [expected, expected, behind],
    );
    assert_around(
        &Rule::china_cumulative_growth(),
        &yearly(&[dec!(100), dec!(105), dec!(126)]),
        (Rising, Some(TEN_YEARS), 2025),
        [expected, expected, behind],
    );
    let contraction = Rule::sbti_absolute_contraction(dec!(0.042)).unwrap();
    let (on, off) = ("on the line", "behind the line");
    let figures = [(2020, dec!(100)), (2025, dec!(79))];
    assert_around(&contraction, &figures, (Falling, Some(dec!(50)), 2030), [on, on, off]);
}

#[test]
fn rules_of_shares() {
    let schedule = "达到时序进度";
    let figures = [(2015, dec!(100)), (2019, dec!(140))];
    assert_around(
        &Rule::china_schedule(),
        &figures,
        (Rising, Some(dec!(200)), 2025),
        [schedule, schedule, "滞后"],
    );
    // Faster than expected, exactly as expected, and less.
    let midterm = Rule::china_midterm(dec!(0.95)).unwrap();
    let (faster, basically) = ("快于预期", "基本符合预期");
    assert_around(
        &midterm,
        &figures,
        (Rising, Some(dec!(200)), 2025),
        [basically, faster, basically],
    );
    let (ahead, behind) = ("on the line or ahead", "behind");
    let thirds = [(2015, dec!(100)), (2018, dec!(103))];
    assert_around(
        &Rule::s_distance(),
        &thirds,
        (Rising, Some(dec!(107)), 2022),
        [ahead, ahead, behind],
    );
}
