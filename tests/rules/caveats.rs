//! What the figures bring with them to a composed rule: each caveat where it belongs, and nowhere else.

use milepost::value::Interval;
use milepost::{AsOf, Baseline, Caveat, Caveats, Direction, Measure, Observation, Published, Quantity, Reading, Rule};
use milepost::{Decimal, NaiveDate, ObservationStatus, Period, Series, Status, Target, Unit, dec, verdict};

use crate::support::goal;

fn figure(at: i32, reading: impl Into<Reading>) -> Observation {
    Observation::new(Period::year(at).unwrap(), reading)
        .published_on(NaiveDate::from_ymd_opt(at.saturating_add(1), 2, 1).unwrap())
}

fn with(status: ObservationStatus, at: i32, value: Decimal) -> Observation {
    figure(at, value).with_status(status)
}

fn undated(at: i32, value: Decimal) -> Observation {
    figure(at, value).with_published(Published::Unstated)
}

/// A name, the figures, and what they bring.
type Row = (&'static str, Vec<Observation>, Vec<Caveat>);

fn base() -> Observation {
    figure(2015, dec!(100))
}

fn last() -> Observation {
    figure(2022, dec!(60))
}

fn of_one_figure() -> Vec<Row> {
    use ObservationStatus::{Estimated, Forecast, Provisional};
    let not_before = Published::NotBefore(NaiveDate::from_ymd_opt(2023, 2, 1).unwrap());
    vec![
        ("none", vec![base(), last()], vec![]),
        (
            "provisional",
            vec![base(), with(Provisional, 2022, dec!(60))],
            vec![Caveat::Provisional],
        ),
        (
            "an older provisional one",
            vec![base(), with(Provisional, 2020, dec!(70)), last()],
            vec![],
        ),
        (
            "estimated",
            vec![base(), with(Estimated, 2022, dec!(60))],
            vec![Caveat::Estimated],
        ),
        (
            "approximate",
            vec![base(), figure(2022, Reading::Approximate(dec!(60)))],
            vec![Caveat::Approximate],
        ),
        (
            "not before",
            vec![base(), last().with_published(not_before)],
            vec![Caveat::PublishedNotBefore],
        ),
        (
            "undated beside it",
            vec![base(), last(), undated(2021, dec!(61))],
            vec![Caveat::UndatedLeftOut],
        ),
        (
            "a forecast",
            vec![base(), last(), with(Forecast, 2024, dec!(50))],
            vec![],
        ),
    ]
}

fn of_several_figures() -> Vec<Row> {
    use ObservationStatus::Break;
    vec![
        (
            "a break between",
            vec![base(), with(Break, 2020, dec!(70)), last()],
            vec![Caveat::SeriesBreak],
        ),
        (
            "a break at the base",
            vec![with(Break, 2015, dec!(100)), last()],
            vec![],
        ),
        (
            "a break before the base",
            vec![with(Break, 2014, dec!(100)), base(), last()],
            vec![],
        ),
        (
            "a newer bound",
            vec![base(), last(), figure(2023, Interval::less_than(dec!(60)))],
            vec![Caveat::NewerFigureIsOnlyABound],
        ),
        (
            "a bound of the end of the same year",
            vec![base(), last(), {
                let december = "2022-12".parse().unwrap();
                Observation::new(december, Interval::less_than(dec!(60)))
                    .published_on(milepost::date("2023-02-01").unwrap())
            }],
            vec![],
        ),
        (
            "an older bound",
            vec![base(), figure(2021, Interval::less_than(dec!(60))), last()],
            vec![],
        ),
    ]
}

#[test]
fn each_by_itself_and_none_without_its_cause() {
    let promise = |baseline| {
        let quantity = Quantity::new(Measure::Index, Unit::ratio());
        let falling = goal(Direction::Falling, Some(dec!(30)));
        Target::builder("a".parse().unwrap(), quantity, falling, "2030".parse().unwrap())
            .baseline(baseline)
            .build()
            .unwrap()
    };
    let year = "2015".parse().unwrap();
    let as_of: AsOf = NaiveDate::from_ymd_opt(2024, 6, 30).unwrap().into();
    for (name, figures, expected) in of_one_figure().into_iter().chain(of_several_figures()) {
        let series = Series::new("a".parse().unwrap(), Unit::ratio(), figures).unwrap();
        for rule in [Rule::open_sdg(), Rule::unsd_2022(), Rule::undp()] {
            let judged = |baseline, as_of| verdict(&promise(baseline), &series, as_of, &rule);
            let read = judged(Baseline::observed(year), as_of);
            let expected = |more: Option<Caveat>| expected.iter().copied().chain(more).collect::<Caveats>();
            assert_eq!(read.caveats, expected(None), "{name} by {}", rule.code());
            assert_ne!(read.status, Status::Unknown, "{name} by {}", rule.code());
            // A stated baseline is the series' own, or differs from it.
            let stated = judged(Baseline::stated(year, dec!(100)), as_of);
            assert_eq!(stated.caveats, expected(None), "{name} by {}", rule.code());
            let revised = judged(Baseline::stated(year, dec!(101)), as_of);
            assert_eq!(
                revised.caveats,
                expected(Some(Caveat::BaselineRevised)),
                "{name} by {}",
                rule.code()
            );
            // Who takes undated figures leaves none out.
            let lenient = judged(Baseline::observed(year), as_of.including_undated());
            assert!(
                !lenient.caveats.contains(Caveat::UndatedLeftOut),
                "{name} by {}",
                rule.code()
            );
        }
    }
}
