use milepost::rule::{Parameters, Part, Transform};
use milepost::{Direction, Rule, Status, Verdict, dec, decimal};

use crate::support::{Numbers as _, Question, goal};

type Row = (
    &'static str,
    (&'static str, i32),
    (&'static str, i32),
    &'static str,
    Direction,
    &'static str,
    &'static str,
    &'static str,
    Status,
);

/// The published components of the Canadian frameworks: base, latest, goal, limit, and then value, score and class.
const ROWS: [Row; 14] = {
    use Direction::{Falling, Rising};
    use Status::{Achieved, Lagging, OffTrack, OnTrack, Worsening};
    [
        (
            "1-2-1",
            ("14.5", 2015),
            ("10.2", 2023),
            "7.25",
            Falling,
            "",
            "0.9525901792032172",
            "2.5185563910306596",
            OnTrack,
        ),
        (
            "1-3-1",
            ("90.0", 2015),
            ("93.2", 2021),
            "",
            Rising,
            "100",
            "0.005839995229728112",
            "2.815386645395768",
            OnTrack,
        ),
        (
            "1-3-1b",
            ("85.07", 2015),
            ("83.42", 2022),
            "",
            Rising,
            "100",
            "-0.0027941402774355195",
            "-2.84926753467944",
            Worsening,
        ),
        (
            "1-4-1",
            ("100", 2015),
            ("100", 2023),
            "100",
            Rising,
            "",
            "",
            "5",
            Achieved,
        ),
        (
            "2-1-1",
            ("2.5", 2015),
            ("2.5", 2023),
            "2.5",
            Falling,
            "",
            "",
            "5",
            Achieved,
        ),
        (
            "3-3-1",
            ("0.052", 2015),
            ("0.048", 2022),
            "0.001",
            Falling,
            "",
            "0.04909595896792923",
            "-2.2954318677683294",
            OffTrack,
        ),
        (
            "3-4-1",
            ("38.7", 2015),
            ("33.2", 2024),
            "25.67",
            Falling,
            "",
            "0.6255573087706661",
            "0.18259330081799074",
            Lagging,
        ),
        (
            "4-1-1",
            ("95.74", 2016),
            ("98.78", 2021),
            "100",
            Rising,
            "",
            "2.013663857423966",
            "5",
            OnTrack,
        ),
        (
            "8-6-1",
            ("11", 2015),
            ("10", 2025),
            "",
            Falling,
            "",
            "0.00948574178547823",
            "1.1214354463695573",
            Lagging,
        ),
        (
            "11-1-1",
            ("10", 2018),
            ("10.4", 2022),
            "0.1",
            Falling,
            "",
            "-0.030916728428577435",
            "-2.6288207323433537",
            Worsening,
        ),
        (
            "15-2-1",
            ("8.5", 2015),
            ("8.5", 2020),
            "",
            Rising,
            "100",
            "0",
            "-2.5",
            OffTrack,
        ),
        (
            "17-2-1",
            ("0.27", 2015),
            ("0.38", 2023),
            "0.7",
            Rising,
            "",
            "0.6656054028956886",
            "0.4686528323436141",
            Lagging,
        ),
        (
            "c1-3-1",
            ("178.8", 2015),
            ("173.3", 2025),
            "",
            Falling,
            "",
            "0.003119490847657058",
            "-0.9402545761714709",
            OffTrack,
        ),
        (
            "c11-3-1",
            ("63", 2005),
            ("74", 2020),
            "85",
            Rising,
            "",
            "0.8949392974311927",
            "2.106761907621266",
            Lagging,
        ),
    ]
};

fn of_row(row: &Row) -> (Verdict, Rule) {
    let &(code, from, to, target, direction, limit, ..) = row;
    let read = |text: &str| decimal::parse(text).ok();
    let figures = [(from.1, read(from.0).unwrap()), (to.1, read(to.0).unwrap())];
    let base_year = if from.1 < 2015 { from.1 } else { 2015 };
    let question = Question::new(code, base_year, 2030, goal(direction, read(target)), &figures);
    let parameters = read(limit).map_or(Parameters::new(), |limit| Parameters::new().natural_limit(limit));
    let rule = Rule::open_sdg()
        .with_parameters(code.parse().unwrap(), parameters)
        .unwrap();
    (question.verdict(&rule), rule)
}

#[test]
fn published_rows() {
    for row in ROWS {
        let (verdict, _) = of_row(&row);
        let (id, .., value, score, status) = row;
        let number = |text: &str| decimal::parse(text).ok().map(|number| number.round_dp(12).normalize());
        assert_eq!(verdict.status, status, "{id}");
        assert_eq!(verdict.numbers().value, number(value), "{id}");
        assert_eq!(verdict.numbers().score, number(score), "{id}");
    }
    // A goal of 0 has no rate; 0.001 stands in for it only as published.
    let halving = Question::new(
        "3-3-1",
        2015,
        2030,
        goal(Direction::Falling, Some(dec!(0))),
        &[(2015, dec!(0.052)), (2022, dec!(0.048))],
    );
    assert_eq!(halving.verdict(&Rule::open_sdg()).status, Status::Unknown);
    let published = halving.verdict(&Rule::open_sdg().as_published().unwrap());
    assert_eq!(published.numbers().value, Some(dec!(0.049095958968)));
}

#[test]
fn the_whole_is_the_mean_of_its_groups() {
    let rule = Rule::open_sdg();
    let scored = |score| {
        let mut verdict = of_row(&ROWS[1]).0;
        verdict.measured.as_mut().unwrap().score = Some(score);
        verdict
    };
    let mut unknown = scored(dec!(0));
    (unknown.measured, unknown.status) = (None, Status::Unknown);
    let three = [
        scored(dec!(2.815386645395768)),
        scored(dec!(-2.7348688404414103)),
        scored(dec!(-2.84926753467944)),
        unknown,
    ];
    let whole = rule.aggregate(three.iter().map(Part::from));
    assert_eq!(whole.value, Some(dec!(-0.922916576575)));
    assert_eq!(whole.status, Status::OffTrack);
    assert_eq!((whole.assessed, whole.unassessed), (3, 1));
    assert_eq!(
        (whole.counts.of(Status::OnTrack), whole.counts.of(Status::Unknown)),
        (3, 1)
    );

    // One series of its own beside a group of two counts as much as the group.
    let group = rule.aggregate([scored(dec!(-4)), scored(dec!(-5))].iter().map(Part::from));
    let grouped = rule.aggregate([Part::from(&scored(dec!(5))), Part::from(&group)]);
    assert_eq!(grouped.value, Some(dec!(0.25)));
    let (achieved, _) = of_row(&ROWS[3]);
    assert_eq!(
        rule.aggregate([Part::from(&achieved)]).class.unwrap().name(),
        "target achieved"
    );
    let mixed = rule.aggregate([Part::from(&achieved), Part::from(&scored(dec!(5)))]);
    assert_eq!(mixed.class.unwrap().name(), "on track");
}

#[test]
fn values_that_should_be_neither_more_nor_less() {
    let rule = |transform| {
        let parameters = Parameters::new().transform(transform);
        Rule::open_sdg()
            .with_parameters("a".parse().unwrap(), parameters)
            .unwrap()
    };
    let verdict = |rule: &Rule, target, from, to| {
        let promise = goal(Direction::Rising, Some(target));
        Question::new("a", 2015, 2030, promise, &[(2015, from), (2020, to)]).verdict(rule)
    };
    let parity = rule(Transform::Parity);
    let (below, above) = (
        verdict(&parity, dec!(1), dec!(0.8), dec!(0.88)),
        verdict(&parity, dec!(1), dec!(1.25), dec!(1.1)),
    );
    assert_eq!(below.status, Status::OnTrack);
    assert_eq!(above.status, Status::OnTrack);
    assert_eq!(
        verdict(&parity, dec!(1), dec!(0.8), dec!(0.97)).status,
        Status::Achieved
    );
    assert_eq!(verdict(&parity, dec!(1), dec!(0.8), dec!(1.04)).status, Status::OnTrack);
    assert_eq!(
        verdict(&parity, dec!(1), dec!(1.1), dec!(0.8)).status,
        Status::Worsening
    );
    let half = rule(Transform::AwayFrom(dec!(50)));
    assert_eq!(verdict(&half, dec!(50), dec!(30), dec!(45)).status, Status::OnTrack);
    assert_eq!(
        verdict(&half, dec!(50), dec!(30), dec!(45)).numbers().value,
        verdict(&half, dec!(50), dec!(70), dec!(55)).numbers().value
    );
    assert_eq!(verdict(&half, dec!(50), dec!(45), dec!(60)).status, Status::Worsening);
}
