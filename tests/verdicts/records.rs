//! By what periods a promise is looked at: those of its figures, else those that end with its deadline.

use milepost::evidence::Record;
use milepost::plan::Than;
use milepost::{
    Baseline, Bound, Caveat, Direction, Every, Goal, Ground, Length, Measure, Missing, Outcome, Reason, Status, Target,
    dec,
};

use crate::setting::{Figures, assessed, code, judged, period, quantity};

fn looked_at(measure: Measure, goal: Goal, baseline: &str, deadline: &str) -> Target {
    Target::builder(code("promise"), quantity(measure), goal, period(deadline))
        .baseline(Baseline::observed(period(baseline)))
        .build()
        .unwrap()
}

/// At most 3 in each period.
fn keep(measure: Measure, every: impl Into<Every>, baseline: &str, deadline: &str) -> Target {
    looked_at(measure, Goal::keep(Bound::AtMost(dec!(3)), every), baseline, deadline)
}

/// Due, kept, broken, unknown and to come.
fn counts(record: Record) -> [Option<u32>; 5] {
    let [due, kept, broken, unknown] = [record.due, record.kept, record.broken, record.unknown].map(Some);
    [due, kept, broken, unknown, record.to_come]
}

fn all(values: [u32; 5]) -> [Option<u32>; 5] {
    values.map(Some)
}

/// The same figure for several periods.
fn each<'a>(periods: &[&'a str], value: &'a str) -> Vec<(&'a str, &'a str)> {
    periods.iter().map(|at| (*at, value)).collect()
}

const FISCAL: [&str; 5] = [
    "2020-04-01/P1Y",
    "2021-04-01/P1Y",
    "2022-04-01/P1Y",
    "2023-04-01/P1Y",
    "2024-04-01/P1Y",
];
/// Each ends on the Saturday that is nearest to the end of January; that of 2023 has 53 weeks.
const RETAIL: [&str; 5] = [
    "2020-02-02/P364D",
    "2021-01-31/P364D",
    "2022-01-30/P364D",
    "2023-01-29/P371D",
    "2024-02-04/P364D",
];
const TAX: [&str; 3] = ["2021-04-06/P1Y", "2022-04-06/P1Y", "2023-04-06/P1Y"];

#[test]
fn a_record_steps_as_its_figures_do() {
    let (year, share) = (Length::YEAR, Measure::Share);
    let cases: &[(&str, Target, Figures<'_>, &str, [u32; 5], Option<&str>)] = &[
        (
            "fiscal years, and a calendar year as deadline: the first lies partly in the baseline's",
            keep(share, year, "2020", "2030"),
            &each(&FISCAL, "2"),
            "2025-06-30",
            [4, 4, 0, 0, 5],
            Some("2024-04-01/P1Y"),
        ),
        (
            "fiscal years since a fiscal year",
            keep(share, year, "2019-04-01/P1Y", "2029-04-01/P1Y"),
            &each(&FISCAL, "2"),
            "2025-06-30",
            [5, 5, 0, 0, 5],
            Some("2024-04-01/P1Y"),
        ),
        (
            "calendar years against a fiscal deadline",
            keep(share, year, "2019", "2024-04-01/P1Y"),
            &each(&["2020", "2021", "2023"], "2"),
            "2024-06-30",
            [4, 3, 0, 1, 1],
            Some("2023"),
        ),
        (
            "retail years: a deadline some days before the end of January",
            keep(share, year, "2019-02-03/P364D", "2024-02-04/P364D"),
            &each(&RETAIL, "2"),
            "2025-03-01",
            [5, 5, 0, 0, 0],
            Some("2024-02-04/P364D"),
        ),
        (
            "retail years since a calendar year",
            keep(share, year, "2020", "2025"),
            &each(&RETAIL, "2"),
            "2025-03-01",
            [4, 4, 0, 0, 0],
            Some("2024-02-04/P364D"),
        ),
        (
            "a retail year left out",
            keep(share, year, "2019-02-03/P364D", "2024-02-04/P364D"),
            &each(&[RETAIL[0], RETAIL[1], RETAIL[3], RETAIL[4]], "2"),
            "2025-03-01",
            [5, 4, 0, 1, 0],
            Some("2024-02-04/P364D"),
        ),
        (
            "tax years",
            keep(share, year, "2020-04-06/P1Y", "2025-04-06/P1Y"),
            &each(&TAX, "2"),
            "2024-06-30",
            [3, 3, 0, 0, 2],
            Some("2023-04-06/P1Y"),
        ),
        (
            "figures of two phases are not those of one rhythm",
            keep(share, year, "2020", "2024"),
            &each(&["2021", "2022", "2023-04-01/P1Y"], "2"),
            "2024-06-30",
            // That of 2023/24 ends nearer to the end of 2023 than to that of 2024.
            [3, 3, 0, 0, 1],
            Some("2023-04-01/P1Y"),
        ),
        (
            "months",
            keep(share, Length::MONTH, "2025-12", "2030-12"),
            &each(&["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"], "2"),
            "2026-07-01",
            [6, 6, 0, 0, 54],
            Some("2026-06"),
        ),
        (
            "months that end with February end with their month again",
            keep(Measure::Stock, Length::MONTH, "2025-11", "2026-02-28"),
            &each(&["2025-12-31", "2026-01-31", "2026-02-28"], "2"),
            "2026-03-01",
            [3, 3, 0, 0, 0],
            Some("2026-02"),
        ),
        (
            "weeks from Monday to Sunday",
            keep(share, Length::WEEK, "2025-12-31", "2026-03"),
            &each(&["2026-01-05/P7D", "2026-01-12/P7D", "2026-01-26/P7D"], "2"),
            "2026-02-02",
            [4, 3, 0, 1, 8],
            Some("2026-01-26/P7D"),
        ),
        (
            "weeks of another phase are a rhythm of their own",
            keep(share, Length::WEEK, "2025-12-31", "2026-03"),
            &each(&["2026-01-04/P7D", "2026-01-11/P7D"], "2"),
            "2026-01-19",
            [2, 2, 0, 0, 10],
            Some("2026-01-11/P7D"),
        ),
        (
            "four weeks stay four weeks where they are a month",
            keep(share, Length::Days(28), "2022-12-07/P28D", "2023-03-29/P28D"),
            &each(&["2023-01-04/P28D", "2023-02", "2023-03-01/P28D"], "2"),
            "2023-04-01",
            [3, 3, 0, 0, 1],
            Some("2023-03-01/P28D"),
        ),
        (
            "three years at a time, counted back from the deadline",
            keep(share, Length::Months(36), "2015", "2024"),
            &each(&["2016-01-01/P3Y", "2019-01-01/P3Y"], "2"),
            "2022-01-01",
            [2, 2, 0, 0, 1],
            Some("2019-01-01/P3Y"),
        ),
        (
            "pools that overlap: each counts once, for the period that ends nearest",
            keep(share, Length::Months(36), "2015", "2024"),
            &each(&["2016-01-01/P3Y", "2017-01-01/P3Y", "2018-01-01/P3Y"], "2"),
            "2022-01-01",
            [2, 2, 0, 0, 1],
            Some("2018-01-01/P3Y"),
        ),
        (
            "ten days",
            keep(share, Length::Days(10), "2025-12-31", "2026-01-31/P10D"),
            &each(&["2026-01-01/P10D", "2026-01-11/P10D", "2026-01-21/P10D"], "2"),
            "2026-02-01",
            [3, 3, 0, 0, 1],
            Some("2026-01-21/P10D"),
        ),
        (
            "stocks are read at the end of a period, however long theirs is",
            keep(Measure::Stock, year, "2020", "2025"),
            &each(&["2021-12", "2022", "2023-Q4", "2024-06"], "2"),
            "2025-01-01",
            [4, 3, 0, 1, 1],
            Some("2023"),
        ),
    ];
    for (name, target, figures, as_of, expected, latest) in cases {
        let record = assessed(target, figures, as_of).evidence.record.unwrap();
        assert_eq!(counts(record), all(*expected), "{name}");
        let found = record.latest_outcome.map(|latest| (latest.period, latest.outcome));
        assert_eq!(found, latest.map(|at| (period(at), Outcome::Kept)), "{name}");
        let verdict = judged(target, figures, as_of);
        let is_over = milepost::NaiveDate::parse_from_str(as_of, "%Y-%m-%d").unwrap() > target.deadline().last();
        if expected[3] == 0 {
            let status = if is_over { Status::Achieved } else { Status::OnTrack };
            assert_eq!(
                (verdict.status, verdict.reason),
                (status, Reason::from(Ground::Kept)),
                "{name}"
            );
        }
        assert_eq!(
            verdict.caveats.contains(Caveat::PeriodsUnknown),
            expected[3] > 0,
            "{name}"
        );
    }
}

#[test]
fn a_period_is_over_the_day_after_its_last() {
    let fiscal = keep(Measure::Share, Length::YEAR, "2019-04-01/P1Y", "2029-04-01/P1Y");
    for (as_of, due) in [("2022-03-31", 1), ("2022-04-01", 2)] {
        let record = assessed(&fiscal, &each(&FISCAL, "2"), as_of).evidence.record.unwrap();
        assert_eq!(record.due, due, "{as_of}");
    }
    // The retail year is over before the end of January.
    let retail = keep(Measure::Share, Length::YEAR, "2019-02-03/P364D", "2024-02-04/P364D");
    for (as_of, due) in [("2022-01-29", 1), ("2022-01-30", 2)] {
        let record = assessed(
            &retail,
            &[("2020-02-02/P364D", "2"), ("2021-01-31/P364D@2022-01-29", "2")],
            as_of,
        );
        assert_eq!(record.evidence.record.unwrap().due, due, "{as_of}");
    }
}

#[test]
fn each_published_figure_counts_as_it_comes() {
    use Status::{Achieved, Lagging, Missed, NotDue, OffTrack, OnTrack, Unknown};
    let surveys = |goal| looked_at(Measure::Share, goal, "2009", "2022");
    let at_most_3 = surveys(Goal::keep(Bound::AtMost(dec!(3)), Every::Figure));
    let broken = |at: &str| Reason::from(Ground::broken(period(at)));
    let before = |at: &str| Reason::from(Ground::broken_before(period(at)));
    let cases: &[(&str, Figures<'_>, &str, Status, Reason)] = &[
        (
            "none yet",
            &[],
            "2010-12-31",
            NotDue,
            Reason::from(Ground::no_period_over(Length::YEAR)),
        ),
        (
            "none after a year",
            &[],
            "2011-01-01",
            Unknown,
            Reason::from(Missing::NoObservation),
        ),
        (
            "only the baseline's",
            &[("2009", "2")],
            "2011-01-01",
            Unknown,
            Reason::from(Missing::NoObservation),
        ),
        (
            "one kept",
            &[("2012", "3")],
            "2013-01-01",
            OnTrack,
            Reason::from(Ground::Kept),
        ),
        ("one broken", &[("2012", "3.1")], "2013-01-01", OffTrack, broken("2012")),
        (
            "broken before",
            &[("2012", "3.1"), ("2015", "3")],
            "2016-01-01",
            Lagging,
            before("2012"),
        ),
        (
            "all kept at the end, though the deadline has no survey",
            &[("2012", "3"), ("2015", "2"), ("2018", "2")],
            "2023-01-01",
            Achieved,
            Reason::from(Ground::Kept),
        ),
        (
            "broken once at the end",
            &[("2012", "3"), ("2015", "4"), ("2018", "2")],
            "2023-01-01",
            Missed,
            broken("2015"),
        ),
        (
            "none by the end",
            &[],
            "2023-01-01",
            Unknown,
            Reason::from(Missing::NoObservation),
        ),
        (
            "one that leaves it open",
            &[("2012", "3"), ("2015", "<=4")],
            "2023-01-01",
            Unknown,
            Reason::from(Missing::periods_unknown(1)),
        ),
        (
            "none after the deadline counts",
            &[("2012", "3"), ("2023", "9")],
            "2024-01-01",
            Achieved,
            Reason::from(Ground::Kept),
        ),
    ];
    for (name, figures, as_of, status, reason) in cases {
        let verdict = judged(&at_most_3, figures, as_of);
        assert_eq!((verdict.status, verdict.reason), (*status, *reason), "{name}");
    }
    let record = assessed(&at_most_3, &[("2012", "3"), ("2015", "4")], "2016-01-01");
    assert_eq!(
        counts(record.evidence.record.unwrap()),
        [Some(2), Some(1), Some(1), Some(0), None]
    );
}

#[test]
fn a_trend_from_survey_to_survey() {
    use Status::{OffTrack, OnTrack, Unknown, Worsening};
    let falling = |than, stated: bool| {
        let goal = Goal::trend_than(Direction::Falling, than, Every::Figure);
        let baseline = if stated {
            Baseline::stated(period("2009"), dec!(10))
        } else {
            Baseline::observed(period("2009"))
        };
        Target::builder(code("promise"), quantity(Measure::Share), goal, period("2022"))
            .baseline(baseline)
            .build()
            .unwrap()
    };
    for (name, than, stated, figures, status) in [
        (
            "better than the stated baseline",
            Than::Previous,
            true,
            &[("2012", "9")][..],
            OnTrack,
        ),
        (
            "as the stated baseline",
            Than::Previous,
            true,
            &[("2012", "10")],
            OffTrack,
        ),
        ("worse than it", Than::Previous, true, &[("2012", "11")], Worsening),
        (
            "the baseline is not known",
            Than::Previous,
            false,
            &[("2012", "9")],
            Unknown,
        ),
        (
            "better than the survey before",
            Than::Previous,
            false,
            &[("2012", "9"), ("2015", "8")],
            OnTrack,
        ),
        (
            "worse than the survey before",
            Than::Previous,
            true,
            &[("2012", "8"), ("2015", "9")],
            Worsening,
        ),
        (
            "no survey of the year before",
            Than::YearBefore,
            true,
            &[("2012", "9"), ("2015", "8")],
            Unknown,
        ),
        (
            "a pool against that of a year before, which it overlaps",
            Than::YearBefore,
            true,
            &[("2010-01-01/P3Y", "9"), ("2011-01-01/P3Y", "8")],
            OnTrack,
        ),
    ] {
        assert_eq!(
            {
                let (last, _) = figures.last().unwrap();
                let day = period(last).last().succ_opt().unwrap().to_string();
                judged(&falling(than, stated), figures, &day).status
            },
            status,
            "{name}"
        );
    }
}

#[test]
fn better_than_the_same_period_of_the_year_before() {
    use Status::{OffTrack, OnTrack, Unknown, Worsening};
    let rising = |every: Length, baseline, deadline| {
        let goal = Goal::trend_than(Direction::Rising, Than::YearBefore, every);
        looked_at(Measure::Share, goal, baseline, deadline)
    };
    let quarters = rising(Length::QUARTER, "2023-Q4", "2025");
    let months = rising(Length::MONTH, "2023-12", "2025");
    let weeks = rising(Length::WEEK, "2025-01-05", "2026-12");
    let fiscal = rising(Length::YEAR, "2020-04-01/P1Y", "2025-04-01/P1Y");
    let years_of_weeks = rising(Length::YEAR, "2021-01-31/P364D", "2024-02-04/P364D");
    for (name, target, before, now, as_of) in [
        ("a quarter", &quarters, "2023-Q1", "2024-Q1", "2024-04-01"),
        ("a February", &months, "2023-02", "2024-02", "2024-03-01"),
        ("a week", &weeks, "2025-01-06/P7D", "2026-01-05/P7D", "2026-01-12"),
        (
            "a fiscal year",
            &fiscal,
            "2020-04-01/P1Y",
            "2021-04-01/P1Y",
            "2022-04-01",
        ),
        (
            "a year of 53 weeks",
            &years_of_weeks,
            "2022-01-30/P364D",
            "2023-01-29/P371D",
            "2024-02-04",
        ),
    ] {
        for (value, status) in [("11", OnTrack), ("10", OffTrack), ("9", Worsening)] {
            // What lies between is no measure of it.
            let verdict = judged(target, &[(before, "10"), (now, value)], as_of);
            assert_eq!(
                (verdict.status, verdict.deciding_period),
                (status, Some(period(now))),
                "{name}: {value}"
            );
        }
        assert_eq!(judged(target, &[(now, "11")], as_of).status, Unknown, "{name}");
    }
    // The quarter before is not asked.
    let seasonal = [("2023-Q2", "10"), ("2024-Q1", "20"), ("2024-Q2", "11")];
    assert_eq!(judged(&quarters, &seasonal, "2024-07-01").status, OnTrack);
}

#[test]
fn a_promise_to_be_kept_in_some_of_its_periods() {
    use Status::{Achieved, Lagging, Missed, NotDue, OnTrack, Unknown};
    let kept_in = |count, every: Every| {
        let goal = Goal::keep_in(count, Bound::AtMost(dec!(3)), every);
        looked_at(Measure::Share, goal, "2020", "2024")
    };
    let by_year = |count| kept_in(count, Length::YEAR.into());
    let kept = Reason::from(Ground::Kept);
    let broken = |at: &str| Reason::from(Ground::broken(period(at)));
    let before = |at: &str| Reason::from(Ground::broken_before(period(at)));
    let unknown = |count| Reason::from(Missing::periods_unknown(count));
    let cases: &[(&str, Target, Figures<'_>, &str, Status, Reason)] = &[
        (
            "no year over",
            by_year(2),
            &[],
            "2021-12-31",
            NotDue,
            Reason::from(Ground::no_period_over(Length::YEAR)),
        ),
        ("one kept", by_year(2), &[("2021", "3")], "2022-01-01", OnTrack, kept),
        (
            "one broken",
            by_year(2),
            &[("2021", "4")],
            "2022-01-01",
            Lagging,
            broken("2021"),
        ),
        (
            "one broken, and the latest kept",
            by_year(3),
            &[("2021", "4"), ("2022", "3")],
            "2023-01-01",
            Lagging,
            before("2021"),
        ),
        (
            "two kept before the end",
            by_year(2),
            &[("2021", "3"), ("2022", "4"), ("2023", "2")],
            "2024-01-01",
            Achieved,
            kept,
        ),
        (
            "two broken of four: two can still be kept",
            by_year(2),
            &[("2021", "4"), ("2022", "4")],
            "2023-01-01",
            Lagging,
            broken("2022"),
        ),
        (
            "three broken of four",
            by_year(2),
            &[("2021", "4"), ("2022", "4"), ("2023", "4")],
            "2024-01-01",
            Missed,
            broken("2023"),
        ),
        (
            "two broken of four, and three are asked",
            by_year(3),
            &[("2021", "4"), ("2022", "4")],
            "2023-01-01",
            Missed,
            broken("2022"),
        ),
        (
            "what is not known may have been kept",
            by_year(2),
            &[("2021", "4"), ("2022", "4"), ("2023", "3")],
            "2025-01-01",
            Unknown,
            unknown(1),
        ),
        (
            "all known, one kept",
            by_year(2),
            &[("2021", "4"), ("2022", "4"), ("2023", "3"), ("2024", "3.1")],
            "2025-01-01",
            Missed,
            broken("2024"),
        ),
        (
            "all of them",
            by_year(4),
            &[("2021", "4")],
            "2022-01-01",
            Missed,
            broken("2021"),
        ),
        (
            "two surveys",
            kept_in(2, Every::Figure),
            &[("2021", "3"), ("2023", "2")],
            "2024-01-01",
            Achieved,
            kept,
        ),
        (
            "of surveys nobody knows how many come",
            kept_in(2, Every::Figure),
            &[("2021", "4"), ("2022", "4"), ("2023", "4")],
            "2024-01-01",
            Lagging,
            broken("2023"),
        ),
        (
            "until the end",
            kept_in(2, Every::Figure),
            &[("2021", "4"), ("2022", "3")],
            "2025-01-01",
            Missed,
            broken("2021"),
        ),
        (
            "no survey broken, and too few",
            kept_in(2, Every::Figure),
            &[("2022", "3")],
            "2025-01-01",
            Unknown,
            unknown(0),
        ),
    ];
    for (name, target, figures, as_of, status, reason) in cases {
        let verdict = judged(target, figures, as_of);
        assert_eq!((verdict.status, verdict.reason), (*status, *reason), "{name}");
        let is_early = *status == Achieved;
        assert_eq!(verdict.caveats.contains(Caveat::Early), is_early, "{name}");
        if matches!(status, Achieved | Missed) {
            // Nothing that comes later changes it, and it does not grow old.
            assert_eq!(judged(target, figures, "2060-01-01").status, *status, "{name}");
        }
    }
}

/// What is published after the deadline of a time after it changes no record that is closed, whatever it says and whenever it came.
#[test]
fn a_survey_after_the_deadline_changes_nothing() {
    let keep = Goal::keep(Bound::AtMost(dec!(5)), Every::Figure);
    let kept_in = Goal::keep_in(2, Bound::AtMost(dec!(5)), Every::Figure);
    let falling = |than| Goal::trend_than(Direction::Falling, than, Every::Figure);
    let surveys: Figures<'_> = &[("2012", "6"), ("2015", "4.5"), ("2018", "4"), ("2022", "3")];
    for goal in [keep, kept_in, falling(Than::Previous), falling(Than::Baseline)] {
        for measure in [Measure::Share, Measure::Stock, Measure::Flow] {
            let target = looked_at(measure, goal, "2012", "2023");
            let closed = assessed(&target, surveys, "2024-01-01");
            assert_eq!(closed.verdict.status, Status::Achieved, "{goal:?}");
            for later in [
                &[("2025", "9")][..],
                &[("2025", "9 break")],
                &[("2023-07-01/P1Y", "9")],
                &[("2024", "1"), ("2030", "missing")],
                &[("2025", ">9")],
            ] {
                let figures = [surveys, later].concat();
                for as_of in ["2024-01-01", "2026-01-01", "2031-06-30"] {
                    let after = assessed(&target, &figures, as_of);
                    assert_eq!(after.verdict, closed.verdict, "{goal:?} {later:?} {as_of}");
                    assert_eq!(
                        after.evidence.record, closed.evidence.record,
                        "{goal:?} {later:?} {as_of}"
                    );
                }
            }
            // One of its own time does, however late it came.
            let late = [surveys, &[("2023@2030-01-01", "9")]].concat();
            let status = assessed(&target, &late, "2031-06-30").verdict.status;
            assert_eq!(status == Status::Achieved, goal == kept_in, "{goal:?}");
            assert_eq!(
                assessed(&target, &late, "2029-12-31").verdict,
                closed.verdict,
                "{goal:?}"
            );
        }
    }
}
