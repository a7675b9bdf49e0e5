//! What a composed rule takes for achieved: a bound, a published tolerance, a band, and nothing that stays nothing.

use milepost::rule::{Achieved, Class, Cut, Growth, Method, Progress, Scale};
use milepost::{Bound, Decimal, Direction, Goal, Requirement, Rule, Status, dec};

use crate::support::{Question, goal};

fn class(promise: Goal, base: Decimal, last: Decimal) -> String {
    let rule = Rule::open_sdg();
    let question = Question::new("a", 2015, 2030, promise, &[(2015, base), (2022, last)]);
    rule.class_name(&question.verdict(&rule)).to_owned()
}

/// Values, and whether each is achieved.
type Lines<'a> = &'a [(Decimal, bool)];

#[test]
fn a_tolerance_or_a_band_alone_widens_the_line() {
    let tolerant = |bound, amount| Requirement::with_tolerance(bound, amount).unwrap();
    let band = |low, high| Bound::within(low, high).unwrap();
    let plain = Bound::AtLeast(dec!(100));
    let cases: [(&str, Requirement, Lines<'_>); 5] = [
        (
            "a bound",
            plain.into(),
            &[(dec!(99.9), false), (dec!(100), true), (dec!(300), true)],
        ),
        (
            "a bound with a tolerance",
            tolerant(plain, dec!(2)),
            &[
                (dec!(97.9), false),
                (dec!(98), true),
                (dec!(99.9), true),
                (dec!(300), true),
            ],
        ),
        (
            "a band",
            band(dec!(100), dec!(110)).into(),
            &[
                (dec!(99.9), false),
                (dec!(100), true),
                (dec!(105), true),
                (dec!(110), true),
                (dec!(110.1), false),
            ],
        ),
        (
            "a band with a tolerance",
            tolerant(band(dec!(100), dec!(110)), dec!(2)),
            &[
                (dec!(97.9), false),
                (dec!(98), true),
                (dec!(112), true),
                (dec!(112.1), false),
            ],
        ),
        (
            "a strict bound with a tolerance",
            tolerant(Bound::MoreThan(dec!(100)), dec!(2)),
            &[(dec!(98), false), (dec!(98.1), true), (dec!(100), true)],
        ),
    ];
    for (name, requirement, values) in cases {
        for &(value, is_achieved) in values {
            let class = class(Goal::level(requirement), dec!(50), value);
            assert_eq!(class == "target achieved", is_achieved, "{name}: {value} is {class}");
        }
    }
}

/// Of a direction alone that leads down, 0 that stays 0 leaves nothing to fall: by a rule that passes over zeros for its base, and by one that does not.
#[test]
fn nothing_stays_nothing() {
    let growth = Scale::new(Progress::Growth(Growth::Compound))
        .class("good", Status::OnTrack, Cut::AtLeast(dec!(0.01)))
        .rest("poor", Status::OffTrack);
    let achieved = Achieved::new(Class::new("done", Status::Achieved))
        .even_alone()
        .at_zero();
    let own = Method::new().without_number(growth).achieved(achieved);
    let rules = [
        Rule::undp_2025(),
        Rule::undp_2025().as_published().unwrap(),
        Rule::composed("own".parse().unwrap(), own.clone()).unwrap(),
    ];
    let nothing = Decimal::ZERO;
    for (direction, base, last, is_achieved) in [
        (Direction::Falling, Some(nothing), nothing, true),
        (Direction::Falling, Some(nothing), dec!(0.1), false),
        (Direction::Falling, Some(dec!(0.1)), nothing, false),
        (Direction::Falling, Some(dec!(0.1)), dec!(0.1), false),
        (Direction::Rising, Some(nothing), nothing, false),
        // Nor does it if nobody knows what it was before.
        (Direction::Falling, None, nothing, true),
        (Direction::Falling, None, dec!(0.1), false),
        (Direction::Rising, None, nothing, false),
    ] {
        for rule in &rules {
            let figures: Vec<(i32, Decimal)> = base
                .map(|base| (2015, base))
                .into_iter()
                .chain([(2022, last)])
                .collect();
            let question = Question::new("a", 2015, 2030, goal(direction, None), &figures);
            let status = question.verdict(rule).status;
            let context = format!("{} {direction:?} from {base:?} to {last}: {status:?}", rule.code());
            assert_eq!(status == Status::Achieved, is_achieved, "{context}");
        }
    }
    // A number that stands in for 0 does not stand in for a base that is not there.
    let own = own.zero_as(dec!(0.001));
    let own = Rule::composed("own".parse().unwrap(), own)
        .unwrap()
        .as_published()
        .unwrap();
    let lonely = Question::new("a", 2015, 2030, goal(Direction::Falling, None), &[(2022, nothing)]);
    assert_eq!(lonely.verdict(&own).status, Status::Achieved);
}
