//! Several sources of one period: which of them speaks, and what they say together.

use milepost::series::Agreement;
use milepost::value::{Edge, Interval};
use milepost::{
    AsOf, Bound, Caveat, Caveats, Goal, Measure, Missing, Observation, Reading, Reason, Rule, Series, Source, Status,
    Target, Text, chrono, dec,
};
use proptest::prelude::*;

use crate::setting::{assessed_by, code, day, observation, period, promise_from, reading};

/// A source as `title`, `title/publisher`, or nothing.
fn found_in(source: &str) -> Option<Source> {
    let text = |words: &str| Text::try_from(words).unwrap();
    let (title, publisher) = source
        .split_once('/')
        .map_or((source, None), |(title, by)| (title, Some(by)));
    if title.is_empty() {
        return None;
    }
    let found = Source::new(text(title));
    Some(match publisher {
        Some(publisher) => found.with_publisher(text(publisher)),
        None => found,
    })
}

/// A figure as [`observation`] reads it, with its source.
type Found = (&'static str, &'static str, &'static str);

fn figure((at, value, source): Found) -> Observation {
    let plain = observation(at, value);
    match found_in(source) {
        Some(source) => plain.with_source(source),
        None => plain,
    }
}

/// Every order of some figures.
fn orders(figures: &[Observation]) -> Vec<Vec<Observation>> {
    if figures.is_empty() {
        return vec![Vec::new()];
    }
    let each = (0..figures.len()).flat_map(|first| {
        let mut rest = figures.to_vec();
        let one = rest.remove(first);
        orders(&rest)
            .into_iter()
            .map(move |behind| [vec![one.clone()], behind].concat())
    });
    each.collect()
}

fn rising() -> Target {
    promise_from(Measure::Share, dec!(60), Goal::level(Bound::AtLeast(dec!(90))))
}

fn series_of(figures: Vec<Observation>, ranks: &str) -> Series {
    let ranks = ranks.split_whitespace().map(|rank| rank.try_into().unwrap()).collect();
    Series::new(code("i"), rising().quantity().unit().clone(), figures)
        .unwrap()
        .with_publishers(ranks)
}

#[test]
fn what_is_said_of_one_period() {
    let cases: &[(&str, &str, &[Found], Option<&str>, Agreement)] = &[
        ("one source", "", &[("2023", "75", "A")], Some("75"), Agreement::Agree),
        (
            "nobody is named",
            "",
            &[("2023@2024-01-01", "75", ""), ("2023@2024-02-01", "80", "")],
            Some("80"),
            Agreement::Agree,
        ),
        (
            "titles by day",
            "",
            &[("2023@2024-01-01", "75", "A"), ("2023@2024-02-01", "80", "B")],
            Some("80"),
            Agreement::Changed,
        ),
        (
            "titles by day that say the same",
            "",
            &[("2023@2024-01-01", "75", "A"), ("2023@2024-02-01", "75.0", "B")],
            Some("75"),
            Agreement::Agree,
        ),
        (
            "about the same",
            "",
            &[("2023@2024-01-01", "75", "A"), ("2023@2024-02-01", "~75", "B")],
            Some("~75"),
            Agreement::Agree,
        ),
        (
            "the same limit",
            "",
            &[("2023@2024-01-01", ">75", "A"), ("2023@2024-02-01", ">75", "B")],
            Some(">75"),
            Agreement::Agree,
        ),
        (
            "that limit itself",
            "",
            &[("2023@2024-01-01", ">75", "A"), ("2023@2024-02-01", ">=75", "B")],
            Some(">=75"),
            Agreement::Changed,
        ),
        (
            "one that says the same, and one that said something else",
            "",
            &[
                ("2023@2024-01-01", "70", "A"),
                ("2023@2024-02-01", "75", "B"),
                ("2023@2024-03-01", "75", "C"),
            ],
            Some("75"),
            Agreement::Changed,
        ),
        (
            "another title of a publisher, which says the same",
            "",
            &[("2023@2024-01-01", "75", "A/X"), ("2023@2024-02-01", "75", "B")],
            Some("75"),
            Agreement::Agree,
        ),
        (
            "the first title again",
            "",
            &[
                ("2023@2024-01-01", "75", "A"),
                ("2023@2024-02-01", "80", "B"),
                ("2023@2024-03-01", "76", "A"),
            ],
            Some("76"),
            Agreement::Changed,
        ),
        (
            "one title by day",
            "",
            &[("2023@2024-01-01", "75", "A"), ("2023@2024-02-01", "80", "A")],
            Some("80"),
            Agreement::Agree,
        ),
        (
            "titles of one day",
            "",
            &[("2023@2024-01-01", "95", "A"), ("2023@2024-01-01", "70", "B")],
            Some("70..95"),
            Agreement::Differ,
        ),
        (
            "of which one is vaguer",
            "",
            &[("2023@2024-01-01", "95", "A"), ("2023@2024-01-01+", "70", "B")],
            Some("70..95"),
            Agreement::Differ,
        ),
        (
            "of one day, and they agree",
            "",
            &[("2023@2024-01-01", "75", "A"), ("2023@2024-01-01", "75", "B")],
            Some("75"),
            Agreement::Agree,
        ),
        (
            "about as much",
            "",
            &[("2023@2024-01-01", "75", "A"), ("2023@2024-01-01", "~75", "B")],
            Some("~75"),
            Agreement::Agree,
        ),
        (
            "about something else",
            "",
            &[("2023@2024-01-01", "75", "A"), ("2023@2024-01-01", "~70", "B")],
            Some("70..75"),
            Agreement::Differ,
        ),
        (
            "three of one day",
            "",
            &[
                ("2023@2024-01-01", "75", "A"),
                ("2023@2024-01-01", "70", "B"),
                ("2023@2024-01-01", "80", "C"),
            ],
            Some("70..80"),
            Agreement::Differ,
        ),
        (
            "undated titles",
            "",
            &[("2023@undated", "75", "A"), ("2023@undated", "80", "B")],
            Some("75..80"),
            Agreement::Differ,
        ),
        (
            "an undated title beside a dated one",
            "",
            &[("2023@undated", "75", "A"), ("2023@2024-01-01", "80", "B")],
            Some("75..80"),
            Agreement::Differ,
        ),
        (
            "one title, undated and dated",
            "",
            &[("2023@undated", "75", "A"), ("2023@2024-01-01", "80", "A")],
            Some("80"),
            Agreement::Agree,
        ),
        (
            "another title has nothing",
            "",
            &[("2023@2024-01-01", "75", "A"), ("2023@2024-01-20", "missing", "B")],
            Some("75"),
            Agreement::Agree,
        ),
        (
            "it has nothing any more",
            "",
            &[
                ("2023@2024-01-01", "75", "A"),
                ("2023@2024-01-10", "80", "B"),
                ("2023@2024-01-20", "missing", "B"),
            ],
            Some("75"),
            Agreement::Agree,
        ),
        (
            "the title itself has nothing any more",
            "",
            &[("2023@2024-01-01", "75", "A"), ("2023@2024-01-20", "missing", "A")],
            None,
            Agreement::Agree,
        ),
        (
            "confidential elsewhere",
            "",
            &[
                ("2023@2024-01-01", "75", "A"),
                ("2023@2024-01-20", "missing confidential", "B"),
            ],
            Some("75"),
            Agreement::Agree,
        ),
        (
            "a forecast elsewhere",
            "",
            &[("2023@2024-01-01", "75", "A"), ("2023@2024-01-20", "80 forecast", "B")],
            Some("75"),
            Agreement::Agree,
        ),
        (
            "titles of one publisher",
            "",
            &[("2023@2024-01-01", "75", "A/P"), ("2023@2024-02-01", "80", "B/P")],
            Some("80"),
            Agreement::Agree,
        ),
        (
            "a publisher that withdraws",
            "",
            &[("2023@2024-01-01", "75", "A/P"), ("2023@2024-02-01", "missing", "B/P")],
            None,
            Agreement::Agree,
        ),
        (
            "titles of one publisher and day",
            "",
            &[("2023@2024-01-01", "75", "A/P"), ("2023@2024-01-01", "80", "B/P")],
            Some("75..80"),
            Agreement::Differ,
        ),
        (
            "two publishers",
            "",
            &[("2023@2024-01-01", "75", "A/P"), ("2023@2024-09-01", "80", "B/Q")],
            Some("75..80"),
            Agreement::Differ,
        ),
        (
            "two publishers that agree",
            "",
            &[("2023@2024-01-01", "75", "A/P"), ("2023@2024-09-01", "75", "B/Q")],
            Some("75"),
            Agreement::Agree,
        ),
        (
            "another publisher has nothing",
            "",
            &[("2023@2024-01-01", "75", "A/P"), ("2023@2024-09-01", "missing", "B/Q")],
            Some("75"),
            Agreement::Agree,
        ),
        (
            "each by its latest vintage",
            "",
            &[
                ("2023@2024-01-01", "75", "A/P"),
                ("2023@2024-02-01", "74", "C/P"),
                ("2023@2024-01-15", "80", "B/Q"),
            ],
            Some("74..80"),
            Agreement::Differ,
        ),
        (
            "ranked",
            "Q P",
            &[("2023@2024-09-01", "75", "A/P"), ("2023@2024-01-01", "80", "B/Q")],
            Some("80"),
            Agreement::Agree,
        ),
        (
            "ranked the other way",
            "P Q",
            &[("2023@2024-09-01", "75", "A/P"), ("2023@2024-01-01", "80", "B/Q")],
            Some("75"),
            Agreement::Agree,
        ),
        (
            "the first has nothing",
            "Q P",
            &[("2023@2024-09-01", "75", "A/P"), ("2023@2024-01-01", "missing", "B/Q")],
            Some("75"),
            Agreement::Agree,
        ),
        (
            "one that is not ranked comes last",
            "P",
            &[("2023@2024-09-01", "75", "A/P"), ("2023@2024-01-01", "80", "B/Q")],
            Some("75"),
            Agreement::Agree,
        ),
        (
            "none of them is ranked",
            "R",
            &[("2023@2024-09-01", "75", "A/P"), ("2023@2024-01-01", "80", "B/Q")],
            Some("75..80"),
            Agreement::Differ,
        ),
        (
            "nobody's is a later vintage",
            "Q P",
            &[
                ("2023@2024-01-01", "75", "A/P"),
                ("2023@2024-01-01", "80", "B/Q"),
                ("2023@2024-02-01", "82", "C"),
            ],
            Some("82"),
            Agreement::Changed,
        ),
        (
            "nobody's is an earlier vintage",
            "Q P",
            &[
                ("2023@2024-01-01", "75", "A/P"),
                ("2023@2024-03-01", "80", "B/Q"),
                ("2023@2024-02-01", "82", "C"),
            ],
            Some("80"),
            Agreement::Changed,
        ),
        (
            "nobody's is of the same day",
            "Q P",
            &[("2023@2024-03-01", "80", "B/Q"), ("2023@2024-03-01", "82", "C")],
            Some("80..82"),
            Agreement::Differ,
        ),
        (
            "nobody's is later than one of two",
            "",
            &[
                ("2023@2024-01-01", "75", "A/P"),
                ("2023@2024-03-01", "80", "B/Q"),
                ("2023@2024-02-01", "82", "C"),
            ],
            Some("80..82"),
            Agreement::Differ,
        ),
        (
            "nobody's is later than both",
            "",
            &[
                ("2023@2024-01-01", "75", "A/P"),
                ("2023@2024-01-01", "80", "B/Q"),
                ("2023@2024-02-01", "82", "C"),
            ],
            Some("82"),
            Agreement::Changed,
        ),
        (
            "nobody has nothing",
            "",
            &[("2023@2024-01-01", "75", "A/P"), ("2023@2024-02-01", "missing", "C")],
            Some("75"),
            Agreement::Agree,
        ),
        (
            "limits of two sources",
            "",
            &[("2023@2024-01-01", ">=75", "A/P"), ("2023@2024-01-01", "80", "B/Q")],
            Some(">=75"),
            Agreement::Differ,
        ),
    ];
    for (name, ranks, found, said, agreement) in cases {
        let said = said.map(|said| match said.split_once("..") {
            Some((low, high)) => {
                let [low, high] = [low, high].map(|limit| Edge::Inclusive(limit.parse().unwrap()));
                Reading::Interval(Interval::between(low, high).unwrap())
            }
            None => reading(said),
        });
        let figures: Vec<_> = found.iter().copied().map(figure).collect();
        for order in orders(&figures) {
            let series = series_of(order, ranks);
            let known = series.as_known_on(AsOf::from(day("2024-12-31")).including_undated());
            let seen: Vec<_> = known.figures().collect();
            let expected: Vec<_> = said.iter().map(|said| (*said, *agreement)).collect();
            let shown: Vec<_> = seen.iter().map(|figure| (figure.reading, figure.agreement)).collect();
            assert_eq!(shown, expected, "{name}");
            assert_eq!(known.figure_of(period("2023")), seen.first().copied(), "{name}");
            assert_eq!(known.figure_at(period("2023").end()), seen.first().copied(), "{name}");
        }
    }
}

#[test]
fn verdicts_of_several_sources() {
    let cases: &[(&str, &str, &[Found], Status, &[Caveat])] = &[
        (
            "an interval leaves it open",
            "",
            &[
                ("2023@2024-01-01", "95", "Register"),
                ("2023@2024-01-01", "70", "Survey"),
            ],
            Status::Unknown,
            &[Caveat::SourcesDiffer],
        ),
        (
            "all of it is met",
            "",
            &[
                ("2023@2024-01-01", "95", "Register"),
                ("2023@2024-01-01", "90", "Survey"),
            ],
            Status::Achieved,
            &[Caveat::SourcesDiffer, Caveat::Early],
        ),
        (
            "one unit of the last digit below",
            "",
            &[
                ("2023@2024-01-01", "95", "Register"),
                ("2023@2024-01-01", "89", "Survey"),
            ],
            Status::Unknown,
            &[Caveat::SourcesDiffer],
        ),
        (
            "all of it lags",
            "",
            &[
                ("2023@2024-01-01", "68", "Register"),
                ("2023@2024-01-01", "70", "Survey"),
            ],
            Status::Lagging,
            &[Caveat::SourcesDiffer],
        ),
        (
            "the year before decides",
            "",
            &[
                ("2022", "66.2", "Register"),
                ("2023@2024-01-01", "95", "Register"),
                ("2023@2024-01-01", "70", "Survey"),
            ],
            Status::OnTrack,
            &[Caveat::SourcesDiffer],
        ),
        (
            "a database has nothing",
            "",
            &[
                ("2023@2024-01-01", "70", "Survey"),
                ("2023@2024-01-20", "missing", "Database"),
            ],
            Status::Lagging,
            &[],
        ),
        (
            "a later title",
            "",
            &[
                ("2023@2024-01-01", "95", "Register"),
                ("2023@2024-01-20", "70", "Survey"),
            ],
            Status::Lagging,
            &[Caveat::SourceChanged],
        ),
        (
            "a ranked publisher",
            "S R",
            &[("2023@2024-01-20", "95", "A/R"), ("2023@2024-01-01", "70", "B/S")],
            Status::Lagging,
            &[],
        ),
        (
            "a flag of one of them",
            "",
            &[
                ("2023@2024-01-01", "68 provisional", "A/R"),
                ("2023@2024-01-01", "70", "B/S"),
            ],
            Status::Lagging,
            &[Caveat::SourcesDiffer, Caveat::Provisional],
        ),
        (
            "from the publisher of the baseline",
            "",
            &[("2021", "60", "A/R"), ("2023", "70", "B/R")],
            Status::Lagging,
            &[],
        ),
        (
            "from another publisher",
            "",
            &[("2021", "60", "A/R"), ("2023", "70", "B/S")],
            Status::Lagging,
            &[Caveat::OtherSource],
        ),
        (
            "from nobody in particular",
            "",
            &[("2021", "60", "A/R"), ("2023", "70", "B"), ("2020", "50", "C/S")],
            Status::Lagging,
            &[],
        ),
        (
            "the baseline from nobody in particular",
            "",
            &[("2021", "60", "A"), ("2023", "70", "B/S"), ("2020", "50", "C/R")],
            Status::Lagging,
            &[],
        ),
        (
            "one of two is another",
            "",
            &[("2021", "60", "A/R"), ("2023", "70", "B/R"), ("2023", "68", "C/S")],
            Status::Lagging,
            &[Caveat::SourcesDiffer, Caveat::OtherSource],
        ),
        (
            "the other one does not speak",
            "R S",
            &[("2021", "60", "A/R"), ("2023", "70", "B/R"), ("2023", "68", "C/S")],
            Status::Lagging,
            &[],
        ),
    ];
    for (name, ranks, found, status, caveats) in cases {
        let figures: Vec<_> = found.iter().copied().map(figure).collect();
        let expected: Caveats = caveats.iter().copied().collect();
        for order in orders(&figures) {
            let verdict = assessed_by(&Rule::pace(), &rising(), &series_of(order, ranks), day("2024-02-01")).verdict;
            assert_eq!((verdict.status, verdict.caveats), (*status, expected), "{name}");
            let is_open = *status == Status::Unknown;
            assert_eq!(
                matches!(verdict.reason, Reason::Missing(Missing::BoundLeavesOpen { .. })),
                is_open,
                "{name}"
            );
        }
    }
}

#[test]
fn sums_of_flows_carry_what_their_parts_do() {
    let flow = promise_from(Measure::Flow, dec!(60), Goal::level(Bound::AtLeast(dec!(90))));
    let sum = |first: Vec<Found>| {
        let rest = [("2023-S2", "34", "A")];
        let figures = first.into_iter().chain(rest).map(figure).collect();
        let series = Series::new(code("i"), flow.quantity().unit().clone(), figures).unwrap();
        assessed_by(&Rule::pace(), &flow, &series, day("2024-02-01")).verdict
    };
    let plain = sum(vec![("2023-S1", "34", "A")]);
    assert_eq!((plain.status, plain.caveats), (Status::Lagging, Caveats::NONE));
    let changed = sum(vec![
        ("2023-S1@2023-07-01", "30", "B"),
        ("2023-S1@2023-08-01", "34", "A"),
    ]);
    assert_eq!(
        (changed.status, changed.caveats),
        (Status::Lagging, Caveats::NONE.with(Caveat::SourceChanged))
    );
    let differ = sum(vec![
        ("2023-S1@2023-07-01", "33.9", "B"),
        ("2023-S1@2023-07-01", "34", "A"),
    ]);
    assert_eq!(
        (differ.status, differ.caveats),
        (Status::Lagging, Caveats::NONE.with(Caveat::SourcesDiffer))
    );
}

const SOURCES: [&str; 7] = ["", "A", "B", "A/P", "B/P", "A/Q", "C/R"];

/// Figures of three years from any of the sources, each told apart by its day.
fn any_figures() -> impl Strategy<Value = Vec<Observation>> {
    let one = (0_usize..3, 0_usize..7, 0_u64..4, 50_i64..99, 0_u8..8);
    prop::collection::vec(one, 1..12).prop_map(|all| {
        let mut figures: Vec<Observation> = Vec::new();
        for (year, source, day_of, value, kind) in all {
            let at = ["2021", "2022", "2023"][year];
            let published = day("2024-01-01").checked_add_days(chrono::Days::new(day_of)).unwrap();
            let value = if kind == 0 {
                "missing".to_owned()
            } else {
                value.to_string()
            };
            let plain = observation(&format!("{at}@{published}"), &value);
            let one = match found_in(SOURCES[source]) {
                Some(source) => plain.with_source(source),
                None => plain,
            };
            let is_new = figures.iter().all(|other| {
                (other.period(), other.published(), other.source()) != (one.period(), one.published(), one.source())
            });
            figures.extend(is_new.then_some(one));
        }
        figures
    })
}

proptest! {
    #[test]
    fn the_order_of_a_list_never_matters(figures in any_figures(), seed in 0_usize..12) {
        let mut other = figures.clone();
        let half = seed.min(other.len().saturating_sub(1));
        other.rotate_left(half);
        other.swap(0, half);
        for ranks in ["", "P Q", "R P Q"] {
            let (one, two) = (series_of(figures.clone(), ranks), series_of(other.clone(), ranks));
            prop_assert_eq!(&one, &two);
            for as_of in ["2024-01-01", "2024-01-03", "2024-12-31"] {
                let judge = |series| assessed_by(&Rule::pace(), &rising(), series, day(as_of));
                prop_assert_eq!(judge(&one), judge(&two));
            }
        }
    }

    #[test]
    fn a_source_that_has_nothing_changes_nothing_of_the_others(figures in any_figures()) {
        let nothing = ["2021", "2022", "2023"].map(|year| figure((year, "missing", "Z/N")));
        for source in ["Z", "Z/N"] {
            let nothing = nothing.iter().cloned().map(|one| one.with_source(found_in(source).unwrap()));
            for ranks in ["", "P Q", "N P Q"] {
                let with = series_of(figures.iter().cloned().chain(nothing.clone()).collect(), ranks);
                let without = series_of(figures.clone(), ranks);
                for as_of in ["2024-01-01", "2024-12-31"] {
                    let said = |series: &Series| series.as_known_on(day(as_of)).figures().collect::<Vec<_>>();
                    prop_assert_eq!(said(&with), said(&without));
                }
            }
        }
    }
}

#[test]
fn who_speaks_are_the_observations_of_a_view() {
    let figures = [
        ("2023", "75", "A/P"),
        ("2023", "80", "B/Q"),
        ("2023@2023-12-31", "82", "C"),
    ];
    let series = series_of(figures.into_iter().map(figure).collect(), "");
    let known = series.as_known_on(day("2024-12-31"));
    let speak: Vec<_> = known.iter().filter_map(|one| one.reading().value()).collect();
    assert_eq!(speak, [dec!(75), dec!(80)]);
}
