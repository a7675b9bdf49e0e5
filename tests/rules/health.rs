use milepost::rule::{NutritionIndicator, Parameters, nutrition_parameters};
use milepost::{Decimal, Direction, Missing, Reason, Rule, Status, Verdict, dec};

use crate::support::{Numbers as _, Question, goal};

fn nutrition(indicator: NutritionIndicator, target: Decimal, figures: &[(i32, Decimal)]) -> (Verdict, Rule) {
    let rule = Rule::nutrition_2030();
    let rule = rule
        .with_parameters("a".parse().unwrap(), nutrition_parameters(indicator))
        .unwrap();
    let question = Question::new("a", 2012, 2030, goal(Direction::Falling, Some(target)), figures);
    (question.verdict(&rule), rule)
}

/// Rates of reduction of world stunting, of a test series, and of a steady fall of 2.4 % a year.
#[test]
fn rates_of_reduction() {
    let steady: Vec<(i32, Decimal)> = (0..16_i32)
        .map(|year| {
            let years = milepost::Years::whole(year);
            let rate = milepost::Rate::new(dec!(-0.024)).unwrap();
            (
                year.checked_add(2012).unwrap(),
                milepost::growth::compound(dec!(100), rate, years).unwrap(),
            )
        })
        .collect();
    let stunting = [(2012, dec!(26.2)), (2013, dec!(25.5)), (2014, dec!(24.9))];
    for (figures, rate) in [(&steady[..], dec!(0.024)), (&stunting, dec!(0.0251))] {
        let (verdict, _) = nutrition(NutritionIndicator::Stunting, dec!(13.5), figures);
        assert_eq!(verdict.numbers().value, Some(rate));
        assert_eq!(verdict.numbers().observed, Some(dec!(0).checked_sub(rate).unwrap()));
    }
    // 40 % less in 13 years, by the definition of the required rate.
    let required = milepost::growth::rate(dec!(100), dec!(60), milepost::Years::whole(13)).unwrap();
    assert_eq!(required.as_decimal().round_dp(15), dec!(-0.038532272011602));
}

#[test]
fn classes_with_their_buffers() {
    use NutritionIndicator::{Anaemia, LowBirthWeight, NotExclusivelyBreastfed, Overweight, Stunting, Wasting};
    for (indicator, target, last, name) in [
        (Stunting, dec!(20), dec!(24), "on track"),
        (Stunting, dec!(12), dec!(37), "off track: some progress"),
        (Stunting, dec!(12), dec!(40.0), "off track: no progress"),
        (Stunting, dec!(12), dec!(41.5), "off track: no progress"),
        (Stunting, dec!(12), dec!(43), "off track: worsening"),
        (Overweight, dec!(5), dec!(36.5), "off track: no progress"),
        (Wasting, dec!(5), dec!(34.5), "off track: no progress"),
        (Wasting, dec!(5), dec!(5.04), "on track"),
        (NotExclusivelyBreastfed, dec!(30), dec!(39.9), "on track"),
        (Anaemia, dec!(20), dec!(27.1), "on track"),
        (Anaemia, dec!(20), dec!(27.3), "off track: some progress"),
        (LowBirthWeight, dec!(28), dec!(32.8), "on track"),
    ] {
        let figures = [(2012, dec!(40)), (2022, last)];
        let (verdict, rule) = nutrition(indicator, target, &figures);
        assert_eq!(rule.class_name(&verdict), name, "{indicator:?} {last} {verdict:?}");
    }
}

/// What is at the level has met the target by UNICEF, and is on track by WHO; what is fast enough is on track by both.
#[test]
fn the_same_rule_as_unicef_reports_it() {
    let rule = Rule::nutrition_2030_unicef()
        .with_parameters("a".parse().unwrap(), nutrition_parameters(NutritionIndicator::Wasting))
        .unwrap();
    for (last, name) in [
        (dec!(5.04), "target met"),
        (dec!(6.0), "on track"),
        (dec!(11), "off track: no progress"),
    ] {
        let figures = [(2012, dec!(12)), (2022, last)];
        let question = Question::new("a", 2012, 2030, goal(Direction::Falling, Some(dec!(5))), &figures);
        assert_eq!(rule.class_name(&question.verdict(&rule)), name, "{last}");
    }
}

#[test]
fn rounding_decides() {
    let last = |value| {
        nutrition(
            NutritionIndicator::Wasting,
            dec!(1),
            &[(2012, dec!(5.1)), (2022, value)],
        )
        .0
        .status
    };
    assert_eq!(last(dec!(5.04)), Status::OnTrack);
    // Half goes away from zero, to 5.1.
    assert_ne!(last(dec!(5.05)), Status::OnTrack);
}

#[test]
fn bases_and_lonely_figures() {
    let wasting = |figures: &[(i32, Decimal)]| nutrition(NutritionIndicator::Wasting, dec!(5), figures).0;
    // The latest one of 2005 to 2012, else the first later one.
    let with = wasting(&[(2006, dec!(20)), (2010, dec!(14)), (2016, dec!(12)), (2020, dec!(10))]);
    let without = wasting(&[(2010, dec!(14)), (2016, dec!(12)), (2020, dec!(10))]);
    assert_eq!(with.numbers().value, without.numbers().value);
    let later = wasting(&[(2004, dec!(20)), (2014, dec!(14)), (2020, dec!(10))]);
    assert_eq!(later.numbers().value, Some(dec!(0.0545)));
    // A figure alone is enough if it is at the level, and after 2012.
    assert_eq!(wasting(&[(2015, dec!(4.9))]).status, Status::OnTrack);
    assert_eq!(
        wasting(&[(2015, dec!(6))]).reason,
        Reason::from(Missing::too_few_figures(2, 1))
    );
    assert_eq!(wasting(&[(2012, dec!(4))]).status, Status::Unknown);
    // Rounded to zero, it has no logarithm; the level has been reached all the same.
    assert_eq!(wasting(&[(2012, dec!(4)), (2020, dec!(0.04))]).status, Status::OnTrack);
    let figures = [(2012, dec!(40)), (2022, dec!(30))];
    let untold = Question::new("a", 2012, 2030, goal(Direction::Falling, Some(dec!(20))), &figures);
    assert_eq!(
        untold.verdict(&Rule::nutrition_2030()).reason,
        Reason::from(Missing::NotConfigured)
    );
}

#[test]
fn the_required_rates_of_the_brief() {
    for (indicator, target, published) in [
        (NutritionIndicator::Anaemia, dec!(20), dec!(0.0378)),
        (NutritionIndicator::LowBirthWeight, dec!(28), dec!(0.0196)),
    ] {
        let figures = [(2012, dec!(40)), (2022, dec!(30))];
        let (told, _) = nutrition(indicator, target, &figures);
        let computed = Parameters::new().level(dec!(5));
        let rule = Rule::nutrition_2030()
            .with_parameters("a".parse().unwrap(), computed)
            .unwrap();
        let question = Question::new("a", 2012, 2030, goal(Direction::Falling, Some(target)), &figures);
        let computed = question.verdict(&rule);
        assert_eq!(computed.numbers().required, told.numbers().required, "{indicator:?}");
        assert_eq!(told.numbers().required, dec!(0).checked_sub(published));
    }
    // Nobody is asked for more than the on-track level.
    let figures = [(2012, dec!(10)), (2022, dec!(8))];
    let (below, _) = nutrition(NutritionIndicator::Wasting, dec!(1), &figures);
    let (at, _) = nutrition(NutritionIndicator::Wasting, dec!(5), &figures);
    assert_eq!(below.numbers().required, at.numbers().required);
}

/// World child mortality, 2010 to 2014 and 1990 to 2015.
#[test]
fn continuous_rates() {
    for (from, to, rate) in [
        ((1990, dec!(90.6)), (2015, dec!(42.5)), dec!(0.030278005485)),
        ((2010, dec!(51.2)), (2014, dec!(44.0)), dec!(0.037887474532)),
    ] {
        let promise = goal(Direction::Falling, Some(dec!(25)));
        let verdict = Question::new("a", from.0, 2030, promise, &[from, to]).verdict(&Rule::igme());
        assert_eq!(verdict.numbers().value, Some(rate));
        assert_eq!(
            (verdict.status, verdict.reason),
            (Status::Unknown, Reason::from(Missing::NoClasses))
        );
    }
}

#[test]
fn distances_in_time() {
    let rule = Rule::s_distance();
    for (value, distance, name) in [
        (dec!(62), dec!(5), "behind"),
        (dec!(67), dec!(0), "on the line or ahead"),
        (dec!(68.5), dec!(-1.5), "on the line or ahead"),
        // Below the base: behind by more years than have passed.
        (dec!(59), dec!(8), "behind"),
    ] {
        let figures = [(2000, dec!(60)), (2007, value)];
        let question = Question::new("a", 2000, 2010, goal(Direction::Rising, Some(dec!(70))), &figures);
        let verdict = question.verdict(&rule);
        assert_eq!(verdict.numbers().value, Some(distance), "{value}");
        assert_eq!(rule.class_name(&verdict), name);
    }
}
