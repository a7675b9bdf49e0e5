use milepost::rule::{Cut, Growth, Method, Parameters, Part, Progress, Scale, Window};
use milepost::{Decimal, Direction, Missing, Reason, Rule, Status, dec, decimal};

use crate::support::{Numbers as _, Question, goal};

#[test]
fn current_status_of_the_commission_for_asia_and_the_pacific() {
    let rule = Rule::escap_current_status();
    for (direction, base, target, latest, index) in [
        (Direction::Rising, dec!(60), dec!(100), dec!(63), dec!(0.75)),
        (Direction::Falling, dec!(20), dec!(10), dec!(18), dec!(2)),
        (Direction::Rising, dec!(60), dec!(100), dec!(50), dec!(-2.5)),
    ] {
        let figures = [(2015, base), (2021, latest)];
        let verdict = Question::new("a", 2015, 2030, goal(direction, Some(target)), &figures).verdict(&rule);
        assert_eq!(
            (verdict.numbers().value, verdict.numbers().required),
            (Some(index), Some(dec!(0.4)))
        );
        assert_eq!(verdict.reason, Missing::NoClasses);
    }
    // Parity is neared from either side.
    let parity = Method::new().with_number(Scale::new(Progress::Closeness).times(dec!(10)));
    let parity = Rule::composed("parity".parse().unwrap(), parity).unwrap();
    for latest in [dec!(0.97), dec!(1.03)] {
        let figures = [(2015, dec!(0.90)), (2021, latest)];
        let verdict = Question::new("a", 2015, 2030, goal(Direction::Rising, Some(dec!(1))), &figures).verdict(&parity);
        assert_eq!(verdict.numbers().value, Some(dec!(7)));
    }
}

#[test]
fn anticipated_progress_of_the_commission_for_asia_and_the_pacific() {
    let rule = Rule::escap_anticipated_progress(dec!(10), dec!(100)).unwrap();
    let figures = [
        (2000, dec!(50)),
        (2005, dec!(46)),
        (2010, dec!(40)),
        (2015, dec!(33)),
        (2020, dec!(25)),
    ];
    for (target, gap, name) in [
        // The line reaches 12.314285714286 by 2030.
        (dec!(12.4), dec!(0), "maintain"),
        (dec!(12), dec!(1.496598639456), "maintain"),
        (dec!(5), dec!(26.122448979592), "accelerate"),
    ] {
        let verdict = Question::new("a", 2015, 2030, goal(Direction::Falling, Some(target)), &figures).verdict(&rule);
        assert_eq!(verdict.numbers().value, Some(gap), "{target}");
        assert_eq!(verdict.numbers().observed, Some(dec!(-1.337142857143)));
        assert_eq!(rule.class_name(&verdict), name);
    }
    let verdict = Question::new("a", 2015, 2030, goal(Direction::Rising, Some(dec!(60))), &figures).verdict(&rule);
    assert_eq!(rule.class_name(&verdict), "reverse");
}

/// Optimum, green threshold, lower bound and the two years of an indicator; then country, two values, yearly change of the score,
/// required change, ratio where both are above 0, and the published arrow of the edition of 2021. The last arrow is one that the rule does not give: → was
/// published.
const ARROWS: &str = "
2.6 25 130.1 2015 2019
AFG 70.4 60.3 1.980392 2.373856 0.834251 ➚
AGO 88.2 74.7 2.647059 3.304575 0.801028 ➚
NGA 126.8 117.2 1.882353 5.322876 0.353635 →
PAK 76.1 67.2 1.745098 2.671895 0.653131 ➚
CHN 10.7 7.9 0.549020 -0.747712 - ↑
VEN 19.1 24.2 -1 -0.308497 - ↑
0 7.5 42.3 2015 2018
KEN 22.3 23.0 -0.551615 2.332545 - ↓
IND 14.7 14.0 0.551615 1.134752 0.486111 →
100 98 40 2014 2017
CHN 91.139 92.846 0.948333 0.714688 1.326920 ↑
ETH 37.881 41.06 1.766111 6.262396 0.282018 →
MDG 50.778 54.404 2.014444 4.918958 0.409527 →
2.8 10 35.1 2013 2016
USA 34.3 36.2 -1.960784 4.425423 - ↓
100 98 9.1 2015 2018
KEN 41.6 75.0 12.247891 4.136414 2.960993 ↑
83 80 54 2015 2019
LTU 74.377 75.994 1.393966 1.292644 1.078383 ↑
BRA 75.133 75.903 0.663793 1.118851 0.593281 ➚
USA 78.556 78.496 -0.051724 0.331954 - ↓
0 2 72.6 2015 2021
BRA 2.25 3.94 -0.387971 0.022957 - ↓";

#[test]
fn arrows_of_the_sustainable_development_report() {
    let read = |text: &str| decimal::parse(text).ok();
    let mut indicator: Vec<Decimal> = Vec::new();
    let mut count = 0_u32;
    for line in ARROWS.lines().skip(1) {
        let fields: Vec<&str> = line.split(' ').collect();
        let [country, from, to, act, required, ratio, arrow] = fields[..] else {
            indicator = fields.into_iter().filter_map(read).collect();
            continue;
        };
        let [optimum, green, lower, first, last] = indicator[..] else {
            panic!("five numbers")
        };
        let year = |year: Decimal| i32::try_from(year.mantissa()).unwrap();
        let parameters = Parameters::new().bounds(lower, optimum).level(green);
        let rule = Rule::sdsn_arrows()
            .with_parameters("a".parse().unwrap(), parameters)
            .unwrap();
        let direction = if optimum > lower {
            Direction::Rising
        } else {
            Direction::Falling
        };
        let figures = [(year(first), read(from).unwrap()), (year(last), read(to).unwrap())];
        let verdict = Question::new("a", year(first), 2030, goal(direction, Some(green)), &figures).verdict(&rule);
        let six = |number: Option<Decimal>| number.map(|number| number.round_dp(6).normalize());
        let same = |text: &str| read(text).map(|number| number.normalize());
        assert!(rule.class_name(&verdict).starts_with(arrow), "{country} {verdict:?}");
        assert_eq!(
            (six(verdict.numbers().observed), six(verdict.numbers().required)),
            (same(act), same(required)),
            "{country}"
        );
        assert!(ratio == "-" || six(verdict.numbers().ratio) == same(ratio), "{country}");
        count = count.saturating_add(1);
    }
    assert_eq!(count, 17);
    let parameters = Parameters::new().bounds(dec!(41), dec!(100)).level(dec!(90));
    let rule = Rule::sdsn_arrows()
        .with_parameters("a".parse().unwrap(), parameters)
        .unwrap();
    // Exactly green at first: there is no way to go, and what falls from there decreases.
    for (last, arrow) in [(dec!(86), "↓ decreasing"), (dec!(90), "↑ on track or maintaining")] {
        let figures = [(2015, dec!(90)), (2019, last)];
        let verdict = Question::new("a", 2015, 2030, goal(Direction::Rising, Some(dec!(90))), &figures).verdict(&rule);
        assert_eq!(rule.class_name(&verdict), arrow);
    }
    let figures = [(2015, dec!(50)), (2019, dec!(60))];
    let untold = Question::new("a", 2015, 2030, goal(Direction::Rising, Some(dec!(90))), &figures);
    assert_eq!(
        untold.verdict(&Rule::sdsn_arrows()).reason,
        Reason::from(Missing::NotConfigured)
    );
}

#[test]
fn windows_of_eurostat() {
    let cuts = [dec!(0.01), dec!(0), dec!(-0.01)];
    let short = Rule::eurostat(5, 3, cuts).unwrap();
    let long = Rule::eurostat(15, 10, cuts).unwrap();
    // It fell for ten years and rises since.
    let figures: Vec<(i32, Decimal)> = vec![
        (2005, dec!(100)),
        (2010, dec!(90)),
        (2015, dec!(80)),
        (2018, dec!(84)),
        (2020, dec!(88)),
    ];
    let question = |number| Question::new("a", 2005, 2030, goal(Direction::Rising, number), &figures);
    assert_eq!(
        short.class_name(&question(None).verdict(&short)),
        "significant progress towards the goal"
    );
    assert_eq!(
        long.class_name(&question(None).verdict(&long)),
        "moderate movement away from the goal"
    );
    let with_number = question(Some(dec!(100))).verdict(&short);
    // 88 ÷ 80 in five years, and 100 ÷ 80 in fifteen.
    assert_eq!(with_number.numbers().observed, Some(dec!(0.019244876491)));
    assert_eq!(with_number.numbers().required, Some(dec!(0.014987438702)));
    assert_eq!(
        (with_number.status, with_number.numbers().score),
        (Status::OnTrack, Some(dec!(4.886193352549)))
    );
    let brief = Question::new("a", 2018, 2030, goal(Direction::Rising, None), &figures[3..]);
    assert_eq!(brief.verdict(&short).reason, Missing::years_too_near(3, 2));
    let whole = short.aggregate([Part::from(&with_number)]);
    assert_eq!((whole.value, whole.class), (with_number.numbers().score, None));
}

#[test]
fn contraction_is_linear_in_the_base_year() {
    let rule = Rule::sbti_absolute_contraction(dec!(0.042)).unwrap();
    for (base, latest, value, required, status) in [
        (2022, 2030, dec!(58), dec!(-0.42), Status::OnTrack),
        (2022, 2030, dec!(59), dec!(-0.42), Status::Lagging),
        (2022, 2025, dec!(79), dec!(-0.21), Status::OnTrack),
        (2020, 2030, dec!(58), dec!(-0.42), Status::OnTrack),
        (2018, 2028, dec!(65.1), dec!(-0.42), Status::Lagging),
    ] {
        let figures = [(base, dec!(100)), (latest, value)];
        let question = Question::new("a", base, 2031, goal(Direction::Falling, Some(dec!(50))), &figures);
        let verdict = question.verdict(&rule);
        assert_eq!(
            (verdict.numbers().required, verdict.status),
            (Some(required), status),
            "{base} {latest} {value}"
        );
    }
}

/// The weather symbols of the Federal Statistical Office of Germany, as the press describes them; what they divide by is not confirmed.
#[test]
fn weather_symbols_are_composed_in_a_few_lines() {
    let scale = Scale::new(Progress::RemainingGap(Growth::MeanYearlyChange))
        .class("sun", Status::OnTrack, Cut::LessThan(dec!(0.05)))
        .class("sun and cloud", Status::Lagging, Cut::AtMost(dec!(0.20)))
        .class("cloud", Status::OffTrack, Cut::AtMost(dec!(1)))
        .rest("thunderstorm", Status::Worsening);
    let method = Method::new()
        .window(Window::LastYears { years: 5, at_least: 3 })
        .with_number(scale);
    let weather = Rule::composed("destatis-weather".parse().unwrap(), method).unwrap();

    for (latest, symbol) in [
        (dec!(100), "sun"),
        (dec!(95), "sun and cloud"),
        (dec!(80), "cloud"),
        (dec!(70), "thunderstorm"),
    ] {
        let figures = [(2015, dec!(75)), (2017, dec!(76)), (2020, latest)];
        let question = Question::new("a", 2010, 2025, goal(Direction::Rising, Some(dec!(120))), &figures);
        assert_eq!(weather.class_name(&question.verdict(&weather)), symbol, "{latest}");
    }
}
