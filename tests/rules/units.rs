//! Powers of ten of a unit change no verdict: shares and rates of growth are what they are, in percent or as fractions.

use milepost::rule::{NutritionIndicator, nutrition_parameters, unsd_level_bands};
use milepost::{
    Baseline, Bound, Decimal, Direction, Goal, Measure, Missing, Observation, Period, Quantity, Rule, Series, Status,
    Target, Unit, Verdict, dec, verdict,
};

use crate::catalogue;
use crate::support::{Numbers as _, PUBLISHED};

/// A unit of plain numbers, 10 to this power.
fn ten_to(power: i8) -> Unit {
    Unit::new("1".parse().unwrap(), power).unwrap()
}

/// The verdict on a promise since 2012 that is written in percent, as it is in another unit.
fn judged(rule: &Rule, measure: Measure, unit: &Unit, goal: Goal, figures: &[(i32, Decimal)]) -> Verdict {
    let converted = |value| Unit::percent().convert(value, unit).unwrap();
    let goal = match goal {
        Goal::Level(requirement) => Goal::level(match requirement.bound() {
            Bound::AtLeast(limit) => Bound::AtLeast(converted(limit)),
            Bound::AtMost(limit) => Bound::AtMost(converted(limit)),
            other => panic!("no such bound here: {other:?}"),
        }),
        other => other,
    };
    let year = |year| Period::year(year).unwrap();
    let quantity = Quantity::new(measure, unit.clone());
    let target = Target::builder("a".parse().unwrap(), quantity, goal, year(2030))
        .baseline(Baseline::observed(year(2012)))
        .build()
        .unwrap();
    let figures = figures
        .iter()
        .map(|&(at, value)| Observation::new(year(at), converted(value)).published_on(PUBLISHED))
        .collect();
    let series = Series::new("a".parse().unwrap(), unit.clone(), figures).unwrap();
    verdict(&target, &series, PUBLISHED, rule)
}

/// Every rule, those with numbers that must be told with them.
fn rules() -> Vec<Rule> {
    let with = |rule: Rule, told| rule.with_parameters("a".parse().unwrap(), told).unwrap();
    let nutrition = nutrition_parameters(NutritionIndicator::NotExclusivelyBreastfed);
    let bands = unsd_level_bands(Direction::Falling, [dec!(25), dec!(35), dec!(45), dec!(55)]);
    let told = vec![
        with(Rule::nutrition_2030(), nutrition.clone()),
        with(Rule::nutrition_2030_unicef(), nutrition),
        with(Rule::unsd_level(), bands),
    ];
    [catalogue::rules(), told].concat()
}

#[test]
fn no_unit_decides() {
    let shares: [&[(i32, Decimal)]; 4] = [
        // Rounded to one decimal of a percent, it is at the level of 40 %; and so is the one on a cut of the bands.
        &[(2012, dec!(48)), (2018, dec!(45)), (2022, dec!(40.04))],
        &[(2012, dec!(48)), (2018, dec!(45)), (2022, dec!(40.05))],
        &[(2012, dec!(30)), (2018, dec!(35)), (2022, dec!(45))],
        &[(2012, dec!(48)), (2018, dec!(52)), (2022, dec!(45.01))],
    ];
    let rates: [&[(i32, Decimal)]; 2] = [
        &[(2016, dec!(2)), (2019, dec!(1.9)), (2022, dec!(2.1))],
        &[(2016, dec!(2)), (2019, dec!(1.9)), (2022, dec!(2.2))],
    ];
    let goals = [
        Goal::level(Bound::AtMost(dec!(20))),
        Goal::level(Bound::AtLeast(dec!(60))),
        Goal::trend(Direction::Falling),
        Goal::trend(Direction::Rising),
    ];
    let shares = shares.map(|figures| (Measure::Share, figures)).into_iter();
    for (measure, figures) in shares.chain(rates.map(|figures| (Measure::GrowthRate, figures))) {
        for (rule, goal) in rules().iter().flat_map(|rule| goals.map(|goal| (rule, goal))) {
            let answer = |unit: &Unit| {
                let verdict = judged(rule, measure, unit, goal, figures);
                (
                    verdict.status,
                    verdict.numbers().class,
                    verdict.caveats,
                    verdict.deciding_period,
                )
            };
            let in_percent = answer(&Unit::percent());
            for power in [-12, -3, 0, 5] {
                let context = format!("{} of {figures:?} by 10^{power}", rule.code());
                assert_eq!(answer(&ten_to(power)), in_percent, "{context}");
            }
        }
    }
}

/// The mean of 2 %, 1.9 % and 2.1 % is not more than 2 %, as a number in percent.
#[test]
fn a_mean_of_rates_is_in_percent() {
    let rule = Rule::unsd_2022_growth();
    let figures = [(2016, dec!(2)), (2019, dec!(1.9)), (2022, dec!(2.1))];
    let more = [
        (2016, dec!(2)),
        (2019, dec!(1.9)),
        (2022, dec!(2.1000000000000000000000001)),
    ];
    for unit in [Unit::percent(), Unit::ratio(), ten_to(-3)] {
        let rising = Goal::trend(Direction::Rising);
        let on_the_cut = judged(&rule, Measure::GrowthRate, &unit, rising, &figures);
        assert_eq!(on_the_cut.numbers().value, Some(dec!(2)), "{unit}");
        assert_eq!(on_the_cut.status, Status::Lagging, "{unit}");
        let above = judged(&rule, Measure::GrowthRate, &unit, rising, &more);
        assert_eq!(above.status, Status::OnTrack, "{unit}");
    }
}

/// 5.04 % is 5.0 % to one decimal, at the level of 5 %; 5.05 % is 5.1 %.
#[test]
fn a_level_is_in_percent() {
    let told = nutrition_parameters(NutritionIndicator::Wasting);
    let rule = Rule::nutrition_2030_unicef()
        .with_parameters("a".parse().unwrap(), told)
        .unwrap();
    let falling = Goal::level(Bound::AtMost(dec!(1)));
    for unit in [Unit::percent(), Unit::ratio(), ten_to(-3), ten_to(-4)] {
        let class = |last| {
            let verdict = judged(
                &rule,
                Measure::Share,
                &unit,
                falling,
                &[(2012, dec!(5.1)), (2022, last)],
            );
            rule.class_name(&verdict).to_owned()
        };
        assert_eq!(class(dec!(5.04)), "target met", "{unit}");
        assert_eq!(class(dec!(5.05)), "off track: no progress", "{unit}");
    }
}

/// What is neither a share nor a rate has no percent, and is read as it is.
#[test]
fn an_index_is_read_as_it_is() {
    let told = nutrition_parameters(NutritionIndicator::Wasting);
    let rule = Rule::nutrition_2030_unicef()
        .with_parameters("a".parse().unwrap(), told)
        .unwrap();
    let falling = Goal::level(Bound::AtMost(dec!(0.01)));
    let figures = [(2012, dec!(300)), (2022, dec!(400))];
    for (unit, met) in [(Unit::percent(), false), (Unit::ratio(), true)] {
        let verdict = judged(&rule, Measure::Index, &unit, falling, &figures);
        assert_eq!(rule.class_name(&verdict) == "target met", met, "{unit}");
    }
}

#[test]
fn a_rate_in_a_unit_of_its_own_is_not_in_percent() {
    let own = Unit::new("index-point".parse().unwrap(), 0).unwrap();
    let year = |year| Period::year(year).unwrap();
    let quantity = Quantity::new(Measure::GrowthRate, own.clone());
    let target = Target::builder(
        "a".parse().unwrap(),
        quantity,
        Goal::trend(Direction::Rising),
        year(2030),
    )
    .baseline(Baseline::observed(year(2015)))
    .build()
    .unwrap();
    let figure = Observation::new(year(2020), dec!(3)).published_on(PUBLISHED);
    let series = Series::new("a".parse().unwrap(), own, vec![figure]).unwrap();
    let verdict = verdict(&target, &series, PUBLISHED, &Rule::unsd_2022_growth());
    assert_eq!(verdict.reason, Missing::UnitMismatch);
}
