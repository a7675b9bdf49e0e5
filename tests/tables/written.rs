//! What is written reads back as what it was.

use milepost::series::Uncertainty;
use milepost::table::TableForm;
use milepost::value::{Edge, Interval};
use milepost::{
    Code, Decimal, NaiveDate, Observation, ObservationStatus, Observations, Period, Published, Reading, Series, Source,
    Unit, code, day, dec, period,
};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

const FORMS: [TableForm<'static>; 2] = [
    TableForm::Tidy,
    TableForm::Sdmx {
        dataflow: "CITY:PLAN(1.0)",
    },
];

fn written(observations: &Observations, form: TableForm<'_>) -> String {
    let mut table = Vec::new();
    observations.write_table(form, &mut table).unwrap();
    String::from_utf8(table).unwrap()
}

fn a_decimal() -> impl Strategy<Value = Decimal> {
    (-9_999_999_i64..9_999_999, 0_u32..6).prop_map(|(digits, scale)| Decimal::new(digits, scale))
}

fn an_edge() -> impl Strategy<Value = Edge> {
    prop_oneof![
        Just(Edge::Unlimited),
        a_decimal().prop_map(Edge::Inclusive),
        a_decimal().prop_map(Edge::Exclusive)
    ]
}

fn a_reading() -> impl Strategy<Value = Reading> {
    prop_oneof![
        4 => a_decimal().prop_map(Reading::Exact),
        1 => a_decimal().prop_map(Reading::Approximate),
        2 => (an_edge(), an_edge()).prop_map(|(low, high)| {
            Interval::between(low, high).map_or(Reading::Missing, Reading::Interval)
        }),
        1 => Just(Reading::Missing),
    ]
}

fn a_day() -> impl Strategy<Value = NaiveDate> {
    (700_000_i32..750_000).prop_map(|day| NaiveDate::from_num_days_from_ce_opt(day).unwrap())
}

fn a_period() -> impl Strategy<Value = Period> {
    let lengths = select(vec![0_u64, 6, 19, 27, 89, 364, 365, 730]);
    let days = (a_day(), lengths).prop_map(|(first, days)| {
        Period::between(first, first.checked_add_days(chrono::Days::new(days)).unwrap()).unwrap()
    });
    let years = (1990_i32..2030).prop_map(|year| Period::year(year).unwrap());
    let months = (1990_i32..2030, 1_u32..13).prop_map(|(year, month)| Period::month(year, month).unwrap());
    let quarters = (1990_i32..2030, 1_u32..5).prop_map(|(year, quarter)| Period::quarter(year, quarter).unwrap());
    prop_oneof![days, years, months, quarters]
}

/// Words with whatever makes a table stumble.
fn words() -> impl Strategy<Value = &'static str> {
    select(vec![
        "Survey",
        "a, \"b\"; c",
        "A: Annual",
        "line\nbreak",
        "≥ 5",
        "=1+1",
        "調查",
        "NaN",
    ])
}

fn a_source() -> impl Strategy<Value = Source> {
    (words(), option::of(words()), option::of(words()), option::of(words())).prop_map(
        |(title, publisher, url, locator)| {
            let mut source = Source::new(title.try_into().unwrap());
            if let Some(publisher) = publisher {
                source = source.with_publisher(publisher.try_into().unwrap());
            }
            source = url.map_or(source.clone(), |url| source.with_url(url));
            locator.map_or(source.clone(), |locator| source.with_locator(locator))
        },
    )
}

fn an_uncertainty(value: Decimal) -> impl Strategy<Value = Uncertainty> {
    let error = a_decimal().prop_map(|error| Uncertainty::standard_error(error.abs()));
    let range = (
        a_decimal(),
        a_decimal(),
        option::of(select(vec![dec!(0.95), dec!(0.90)])),
    );
    let range = range.prop_map(move |(below, above, confidence)| {
        let from = value.checked_sub(below.abs()).unwrap();
        let to = value.checked_add(above.abs()).unwrap();
        confidence.map_or(Uncertainty::between(from, to), |confidence| {
            Uncertainty::confidence_interval(from, to, confidence)
        })
    });
    prop_oneof![error, range]
}

fn an_observation() -> impl Strategy<Value = Observation> {
    let published = prop_oneof![
        3 => a_day().prop_map(Published::On),
        1 => a_day().prop_map(Published::NotBefore),
        1 => Just(Published::Unstated),
    ];
    let statuses = vec(select(ObservationStatus::ALL), 0..3);
    let parts = (
        a_period(),
        a_reading(),
        published,
        statuses,
        option::of(a_source()),
        option::of(words()),
    );
    let whole = parts.prop_flat_map(|(period, reading, published, statuses, source, note)| {
        let mut one = Observation::new(period, reading)
            .with_published(published)
            .with_status(statuses.into_iter().collect::<milepost::series::Flags>());
        one = source.map_or(one.clone(), |source| one.with_source(source));
        one = note.map_or(one.clone(), |note| one.with_note(note.try_into().unwrap()));
        let uncertainty = one.reading().value().map(an_uncertainty);
        let uncertainty = uncertainty.map_or(Just(None).boxed(), |uncertainty| option::of(uncertainty).boxed());
        (Just(one), uncertainty, option::of(0_u64..400))
    });
    whole.prop_map(|(one, uncertainty, days)| {
        let since = days.map(|days| one.period().first().checked_sub_days(chrono::Days::new(days)).unwrap());
        let one = uncertainty.map_or(one.clone(), |uncertainty| one.with_uncertainty(uncertainty).unwrap());
        since.map_or(one.clone(), |since| one.cumulative_since(since).unwrap())
    })
}

fn a_unit() -> impl Strategy<Value = Unit> {
    prop_oneof![
        Just(Unit::percent()),
        Just(
            Unit::new(code!("CNY"), 8)
                .unwrap()
                .with_label("億元".try_into().unwrap())
        ),
        Just(Unit::new(code!("homes"), 0).unwrap().counted_whole().unwrap()),
    ]
}

fn some_observations() -> impl Strategy<Value = Observations> {
    let parts = (
        select(vec!["gdp", "air", "SDG_1.1"]),
        option::of(select(vec!["women", "F.Y15-24"])),
    );
    let series = (a_unit(), vec(an_observation(), 1..12));
    btree_map(parts, series, 1..5).prop_map(|all| {
        all.into_iter().fold(
            Observations::default(),
            |observations, ((indicator, part), (unit, mut figures))| {
                figures.sort_by_key(|one| (one.coverage(), one.published().earliest()));
                figures.dedup_by_key(|one| one.coverage());
                let series = Series::new(Code::new(indicator).unwrap(), unit, figures).unwrap();
                observations.with_series(match part {
                    Some(part) => series.with_breakdown(Code::new(part).unwrap()),
                    None => series,
                })
            },
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_is_written_reads_back(observations in some_observations()) {
        for form in FORMS {
            let table = written(&observations, form);
            let loaded = form.map().read_observations(table.as_bytes());
            prop_assert!(!loaded.problems.has_errors(), "{}\n{table}", loaded.problems);
            prop_assert_eq!(&loaded.value.observations, &observations, "{}", table);
            prop_assert_eq!(written(&loaded.value.observations, form), table);
        }
    }
}

/// Months of which each could be years that follow each other.
#[test]
fn months_are_read_back_whatever_they_look_like() {
    let figures = ["2003-04", "2004-05"].map(|month| Observation::new(month.parse().unwrap(), dec!(1)));
    let series = Series::new(code!("gdp"), Unit::new(code!("CNY"), 8).unwrap(), figures.into()).unwrap();
    let observations = Observations::new(vec![series]).unwrap();
    for form in FORMS {
        let loaded = form.map().read_observations(written(&observations, form).as_bytes());
        assert!(loaded.problems.is_empty(), "{}", loaded.problems);
        assert_eq!(loaded.value.observations, observations);
    }
}

#[test]
fn a_table_as_it_is_written() {
    let figure = Observation::new(period!("2024"), Interval::more_than(dec!(1600)))
        .published_on(day!("2025-02-01"))
        .with_status([ObservationStatus::Break, ObservationStatus::Provisional])
        .with_source(Source::new("Bulletin, no. 3".try_into().unwrap()));
    let missing =
        Observation::new(period!("2025-Q1"), Reading::Missing).with_published(Published::NotBefore(day!("2025-05-01")));
    let series = Series::new(code!("gdp"), Unit::new(code!("CNY"), 8).unwrap(), vec![figure, missing]).unwrap();
    let observations = Observations::new(vec![series.with_breakdown(code!("old-town"))]).unwrap();
    assert_eq!(
        written(&observations, FORMS[0]),
        "indicator,breakdown,period,value,status,unit,multiplier,unit_label,unit_whole,published,cumulative_since,\
         from,to,confidence,standard_error,source,publisher,url,locator,note\n\
         gdp,old-town,2024,> 1600,break provisional,CNY,8,,,2025-02-01,,,,,,\"Bulletin, no. 3\",,,,\n\
         gdp,old-town,2025-Q1,,missing,CNY,8,,,≥ 2025-05-01,,,,,,,,,,\n"
    );
    assert_eq!(
        written(&observations, FORMS[1]),
        "STRUCTURE[;],STRUCTURE_ID,ACTION,INDICATOR,BREAKDOWN,TIME_PERIOD,OBS_VALUE,OBS_STATUS[],UNIT_MEASURE,UNIT_MULT,\
         UNIT_LABEL,UNIT_WHOLE,VALID_FROM,CUMULATIVE_SINCE,LOWER_BOUND,UPPER_BOUND,CONFIDENCE,STANDARD_ERROR,SOURCE,\
         PUBLISHER,URL,LOCATOR,COMMENT_OBS\n\
         dataflow,CITY:PLAN(1.0),I,gdp,old-town,2024,> 1600,B;P,CNY,8,,,2025-02-01,,,,,,\"Bulletin, no. 3\",,,,\n\
         dataflow,CITY:PLAN(1.0),I,gdp,old-town,2025-Q1,NaN,O,CNY,8,,,≥ 2025-05-01,,,,,,,,,,\n"
    );
}

/// What a writer says when it cannot go on.
#[test]
fn a_writer_that_fails() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("no room"))
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let error = Observations::default().write_table(TableForm::Tidy, Full).unwrap_err();
    assert_eq!(error.to_string(), "no room");
}
