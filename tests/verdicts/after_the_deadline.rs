//! A deadline that has no figure of its own.

use milepost::plan::TargetBuilder;
use milepost::{Baseline, Bound, Caveat, Goal, Ground, Length, Measure, Missing, Reason, Status, Target, dec};

use crate::setting::{Figures, code, day, judged, never_negative, period, quantity};

fn by(measure: Measure, goal: Goal, deadline: &str) -> TargetBuilder {
    let baseline = Baseline::stated(period("2009"), dec!(22.3));
    Target::builder(code("promise"), quantity(measure), goal, period(deadline)).baseline(baseline)
}

/// At most 15 in 2020.
fn at_most_15(measure: Measure) -> Target {
    by(measure, Goal::level(Bound::AtMost(dec!(15))), "2020")
        .build()
        .unwrap()
}

fn between(before: &str, after: &str) -> Reason {
    Reason::from(Ground::deadline_between_figures(period(before), period(after)))
}

fn none(before: Option<&str>, after: Option<&str>) -> Reason {
    let [before, after] = [before, after].map(|at| at.map(period));
    Reason::from(Missing::no_figure_at_deadline(before, after))
}

#[test]
fn figures_on_both_sides_decide_where_they_agree() {
    use Status::{Achieved, Missed, Unknown};
    let share = at_most_15(Measure::Share);
    let flow = at_most_15(Measure::Flow);
    let stock = at_most_15(Measure::Stock);
    let cases: &[(&str, &Target, Figures<'_>, Status, Reason)] = &[
        (
            "both above",
            &share,
            &[("2018", "22.5"), ("2022", "29.5")],
            Missed,
            between("2018", "2022"),
        ),
        (
            "both below",
            &share,
            &[("2018", "15"), ("2022", "14")],
            Achieved,
            between("2018", "2022"),
        ),
        (
            "one on each side",
            &share,
            &[("2018", "15.1"), ("2022", "15")],
            Unknown,
            none(Some("2018"), Some("2022")),
        ),
        (
            "the first one after it counts",
            &share,
            &[("2019", "16"), ("2021", "15.1"), ("2022", "9")],
            Missed,
            between("2019", "2021"),
        ),
        (
            "too early",
            &share,
            &[("2017", "22.5"), ("2022", "29.5")],
            Unknown,
            none(Some("2017"), Some("2022")),
        ),
        (
            "too late",
            &share,
            &[("2018", "22.5"), ("2023", "29.5")],
            Unknown,
            none(Some("2018"), Some("2023")),
        ),
        (
            "none before",
            &share,
            &[("2022", "29.5")],
            Unknown,
            none(None, Some("2022")),
        ),
        (
            "none after",
            &share,
            &[("2018", "22.5")],
            Unknown,
            none(Some("2018"), None),
        ),
        (
            "none at all",
            &share,
            &[],
            Unknown,
            Reason::from(Missing::NoObservation),
        ),
        (
            "a change of definition",
            &share,
            &[("2018", "22.5"), ("2022", "29.5 break")],
            Unknown,
            none(Some("2018"), Some("2022")),
        ),
        (
            "an open interval",
            &share,
            &[("2018", "22.5"), ("2022", ">20")],
            Unknown,
            none(Some("2018"), Some("2022")),
        ),
        (
            "a part of a year is none",
            &share,
            &[("2018", "22.5"), ("2021-Q1", "10"), ("2022", "29.5")],
            Missed,
            between("2018", "2022"),
        ),
        (
            "flows of years",
            &flow,
            &[("2019", "16"), ("2021-Q1", "2"), ("2021", "17")],
            Missed,
            between("2019", "2021"),
        ),
        (
            "a fiscal year before, and one after",
            &flow,
            &[("2019-04-01/P1Y", "16"), ("2021-04-01/P1Y", "17")],
            Missed,
            between("2019-04-01/P1Y", "2021-04-01/P1Y"),
        ),
        (
            "stocks of any length",
            &stock,
            &[("2019-06", "14"), ("2021-01", "15")],
            Achieved,
            between("2019-06", "2021-01"),
        ),
    ];
    for (name, target, figures, status, reason) in cases {
        let verdict = judged(target, figures, "2024-06-01");
        assert_eq!((verdict.status, verdict.reason), (*status, *reason), "{name}");
        assert!(!verdict.caveats.contains(Caveat::DeadlineValuePending), "{name}");
        assert!(!verdict.caveats.contains(Caveat::BeforeTheDeadline), "{name}");
        // It stays so, however late it is.
        assert_eq!(judged(target, figures, "2060-01-01").reason, *reason, "{name}");
    }
}

#[test]
fn a_figure_is_waited_for_during_two_reporting_periods() {
    let figures = [("2019", "16"), ("2021@2022-03-01", "17")];
    for (reported, last) in [
        (None, "2022-12-31"),
        (Some(Length::QUARTER), "2021-06-30"),
        (Some(Length::Months(36)), "2026-12-31"),
    ] {
        let builder = by(Measure::Share, Goal::level(Bound::AtMost(dec!(15))), "2020");
        let target = match reported {
            Some(every) => builder.reported(every),
            None => builder,
        };
        let target = target.build().unwrap();
        let pending = judged(&target, &figures, last);
        assert!(pending.caveats.contains(Caveat::DeadlineValuePending), "{last}");
        let next = day(last).succ_opt().unwrap().to_string();
        let settled = judged(&target, &figures, &next);
        assert!(!settled.caveats.contains(Caveat::DeadlineValuePending), "{last}");
        assert!(
            matches!(
                settled.reason,
                Reason::Ground(Ground::DeadlineBetweenFigures { .. })
                    | Reason::Missing(Missing::NoFigureAtDeadline { .. })
            ),
            "{last}: {settled:?}"
        );
    }
    // Once its own figure comes, that decides, as late as it is.
    let late = [("2019", "16"), ("2020@2030-01-01", "14"), ("2021", "17")];
    assert_eq!(
        judged(&at_most_15(Measure::Share), &late, "2029-12-31").status,
        Status::Missed
    );
    let own = judged(&at_most_15(Measure::Share), &late, "2030-01-01");
    assert_eq!(
        (own.status, own.reason),
        (Status::Achieved, Reason::from(Ground::BoundMet))
    );
}

#[test]
fn the_last_stock_in_the_period_of_the_deadline_stands_for_its_end() {
    use Status::{Achieved, Missed, Unknown};
    let stock = at_most_15(Measure::Stock);
    let share = at_most_15(Measure::Share);
    for (name, target, figures, status, is_before) in [
        ("in its last quarter", &stock, &[("2020-11", "15")][..], Achieved, true),
        ("above the bound", &stock, &[("2020-11", "15.1")], Missed, true),
        ("on its first day", &stock, &[("2020-01-01", "15")], Achieved, true),
        ("the day before it", &stock, &[("2019-12-31", "15")], Unknown, false),
        (
            "the last one of several",
            &stock,
            &[("2020-03", "14"), ("2020-11", "15.1")],
            Missed,
            true,
        ),
        (
            "those around it are not asked",
            &stock,
            &[("2019", "14"), ("2020-11", "15.1"), ("2021", "14")],
            Missed,
            true,
        ),
        (
            "an interval that leaves it open",
            &stock,
            &[("2020-11", "<=16")],
            Unknown,
            false,
        ),
        ("a part is no average", &share, &[("2020-11", "14")], Unknown, false),
        (
            "its own figure needs no other",
            &stock,
            &[("2020-11", "16"), ("2020", "15")],
            Achieved,
            false,
        ),
    ] {
        let verdict = judged(target, figures, "2024-06-01");
        assert_eq!(verdict.status, status, "{name}: {verdict:?}");
        assert_eq!(verdict.caveats.contains(Caveat::BeforeTheDeadline), is_before, "{name}");
        assert!(
            !judged(target, figures, "2022-12-31")
                .caveats
                .contains(Caveat::BeforeTheDeadline),
            "{name}"
        );
    }
}

#[test]
fn what_adds_up_is_not_cut_short() {
    let goal = Goal::cumulative(Bound::AtLeast(dec!(100)));
    let sum = Target::builder(code("promise"), never_negative(), goal, period("2020"))
        .baseline(Baseline::stated(period("2009"), dec!(22.3)))
        .build()
        .unwrap();
    let years = [
        "2010", "2011", "2012", "2013", "2014", "2015", "2016", "2017", "2018", "2019",
    ];
    let with = |last: &[(&'static str, &'static str)]| -> Vec<(&'static str, &'static str)> {
        years.iter().map(|at| (*at, "9")).chain(last.iter().copied()).collect()
    };
    // 96 by November, and nothing more: nobody can say that 100 were not reached.
    let short = judged(&sum, &with(&[("2020-01-01/P11M", "6")]), "2024-06-01");
    assert_eq!(short.status, Status::Unknown);
    assert!(!short.caveats.contains(Caveat::BeforeTheDeadline));
    // What is reached by then stays reached.
    let reached = judged(&sum, &with(&[("2020-01-01/P11M", "10")]), "2024-06-01");
    assert_eq!(reached.status, Status::Achieved);
}

/// What nobody can say for good has the status that was said last, by the figures and the record there are.
#[test]
fn what_is_unknown_for_good_keeps_the_last_status() {
    use Status::{Achieved, Ahead, Lagging, Missed, OffTrack, OnTrack, Unknown, Worsening};
    let from_100 = |measure, goal| {
        Target::builder(code("promise"), quantity(measure), goal, period("2026"))
            .baseline(Baseline::stated(period("2021"), dec!(100)))
            .build()
            .unwrap()
    };
    let level = |measure, bound| from_100(measure, Goal::level(bound));
    let at_least_200 = |measure| level(measure, Bound::AtLeast(dec!(200)));
    let flow = |goal| from_100(Measure::Flow, goal);
    let keep = |kept_in: Option<u32>| {
        let (asked, every) = (Bound::AtMost(dec!(5)), Length::YEAR);
        kept_in.map_or(Goal::keep(asked, every), |periods| Goal::keep_in(periods, asked, every))
    };
    let about = milepost::Requirement::with_tolerance_not_stated(Bound::AtLeast(dec!(200)));
    let rising = Goal::trend(milepost::Direction::Rising);
    let cases: Vec<(&str, Target, Figures<'_>, Status, Option<Status>)> = vec![
        (
            "on the line",
            at_least_200(Measure::Stock),
            &[("2025", "180")],
            Unknown,
            Some(OnTrack),
        ),
        (
            "above it",
            at_least_200(Measure::Stock),
            &[("2025", "184")],
            Unknown,
            Some(Ahead),
        ),
        (
            "where it began",
            at_least_200(Measure::Flow),
            &[("2024", "100")],
            Unknown,
            Some(OffTrack),
        ),
        (
            "below that",
            at_least_200(Measure::Ratio),
            &[("2025", "99.9")],
            Unknown,
            Some(Worsening),
        ),
        (
            "downwards",
            level(Measure::Index, Bound::AtMost(dec!(50))),
            &[("2025", "70")],
            Unknown,
            Some(Lagging),
        ),
        (
            "reached early",
            at_least_200(Measure::Flow),
            &[("2025", "200")],
            Unknown,
            Some(Achieved),
        ),
        (
            "a cap that is kept",
            level(Measure::Flow, Bound::AtMost(dec!(200))),
            &[("2025", "150")],
            Unknown,
            Some(OnTrack),
        ),
        (
            "a cap that is lost",
            level(Measure::Flow, Bound::AtMost(dec!(200))),
            &[("2025", "201")],
            Unknown,
            Some(Worsening),
        ),
        (
            "a floor",
            level(Measure::Flow, Bound::AtLeast(dec!(80))),
            &[("2025", "81")],
            Unknown,
            Some(OnTrack),
        ),
        (
            "an addition",
            flow(Goal::addition(Bound::AtLeast(dec!(100)))),
            &[("2025", "150")],
            Unknown,
            Some(Lagging),
        ),
        (
            "a change",
            flow(Goal::change(Bound::AtLeast(dec!(1)))),
            &[("2025", "150")],
            Unknown,
            Some(Lagging),
        ),
        (
            "a growth",
            flow(Goal::average_growth(Bound::AtLeast(dec!(0.1)))),
            &[("2025", "121")],
            Unknown,
            Some(OffTrack),
        ),
        (
            "a sum",
            flow(Goal::cumulative(Bound::AtLeast(dec!(500)))),
            &[("2022", "100"), ("2023", "100"), ("2024", "100")],
            Unknown,
            Some(OnTrack),
        ),
        (
            "a bound, and a figure behind it",
            at_least_200(Measure::Flow),
            &[("2024", "100"), ("2025", ">100")],
            Unknown,
            Some(OffTrack),
        ),
        (
            "only a bound that leaves it open",
            at_least_200(Measure::Flow),
            &[("2025", ">100")],
            Unknown,
            None,
        ),
        ("nothing at all", at_least_200(Measure::Flow), &[], Unknown, None),
        (
            "a break that leaves no way",
            flow(Goal::change(Bound::AtLeast(dec!(1)))),
            &[("2026", "190 break")],
            Unknown,
            None,
        ),
        (
            "a tolerance that nobody stated",
            from_100(Measure::Stock, Goal::level(about)),
            &[("2026", "199")],
            Unknown,
            Some(OnTrack),
        ),
        (
            "the deadline's own figure",
            at_least_200(Measure::Stock),
            &[("2026", "199")],
            Missed,
            None,
        ),
        (
            "around the deadline",
            at_least_200(Measure::Flow),
            &[("2025", "200"), ("2027", "201")],
            Achieved,
            None,
        ),
        (
            "a year of a record that is not known",
            flow(keep(None)),
            &[("2022", "4"), ("2023", "5"), ("2024", "5"), ("2025", "4")],
            Unknown,
            Some(OnTrack),
        ),
        (
            "one that was broken",
            flow(keep(None)),
            &[("2022", "4"), ("2023", "5.1"), ("2025", "4")],
            Missed,
            None,
        ),
        ("no year of it", flow(keep(None)), &[], Unknown, None),
        (
            "too few to tell, none broken",
            flow(keep(Some(5))),
            &[("2022", "4"), ("2023", "5"), ("2024", "5"), ("2025", "4")],
            Unknown,
            Some(OnTrack),
        ),
        (
            "too few to tell, one broken",
            flow(keep(Some(4))),
            &[("2022", "4"), ("2023", "5.1"), ("2024", "5"), ("2025", "4")],
            Unknown,
            Some(Lagging),
        ),
        (
            "enough of them",
            flow(keep(Some(2))),
            &[("2022", "4"), ("2023", "5")],
            Achieved,
            None,
        ),
        (
            "a trend with a year missing",
            flow(rising),
            &[("2022", "101"), ("2023", "102")],
            Unknown,
            Some(OnTrack),
        ),
        (
            "one that turned",
            flow(rising),
            &[("2022", "101"), ("2023", "100")],
            Missed,
            None,
        ),
    ];
    for (name, target, figures, status, last) in cases {
        let verdict = judged(&target, figures, "2029-06-30");
        assert_eq!((verdict.status, verdict.last_status), (status, last), "{name}");
    }
    // While it is waited for, the status stands by itself; what is too old by then keeps its own.
    let stock = at_least_200(Measure::Stock);
    for (as_of, status, last) in [
        ("2026-12-31", OnTrack, None),
        ("2027-01-01", OnTrack, None),
        ("2028-01-01", OnTrack, None),
        ("2028-01-02", Unknown, Some(OnTrack)),
        ("2028-12-31", Unknown, Some(OnTrack)),
        ("2029-01-01", Unknown, Some(OnTrack)),
    ] {
        let verdict = judged(&stock, &[("2025", "180")], as_of);
        assert_eq!((verdict.status, verdict.last_status), (status, last), "{as_of}");
    }
}

/// A bound of the deadline's own year that leaves the answer open says so for good, whatever the years around it are.
#[test]
fn what_is_only_a_bound_at_the_deadline_stays_open() {
    let average = at_most_15(Measure::Ratio);
    let own: Figures<'_> = &[("2020-S1", "14"), ("2020-S2", "16")];
    let open = Reason::from(Missing::bound_leaves_open(period("2020")));
    for (name, around, status, reason, last) in [
        ("alone", &[][..], Status::Unknown, open, None),
        (
            "after a year above",
            &[("2019", "22")],
            Status::Unknown,
            open,
            Some(Status::OffTrack),
        ),
        (
            "between years that differ",
            &[("2019", "14"), ("2021", "16")],
            Status::Unknown,
            open,
            Some(Status::Achieved),
        ),
        (
            "between years that agree",
            &[("2019", "14"), ("2021", "15")],
            Status::Unknown,
            open,
            Some(Status::Achieved),
        ),
    ] {
        let figures = [own, around].concat();
        let verdict = judged(&average, &figures, "2024-06-30");
        assert_eq!(
            (verdict.status, verdict.reason, verdict.last_status),
            (status, reason, last),
            "{name}"
        );
    }
    // Of a flow, one figure that is a bound.
    let verdict = judged(&at_most_15(Measure::Flow), &[("2020", ">=14")], "2024-06-30");
    assert_eq!(verdict.reason, open);
    let decided = judged(&at_most_15(Measure::Flow), &[("2020", ">15")], "2024-06-30");
    assert_eq!((decided.status, decided.last_status), (Status::Missed, None));
}

/// How far figures lie from a deadline does not hang on the day on which somebody asks.
#[test]
fn neighbours_are_near_whenever_it_is_asked() {
    let goal = || Goal::level(Bound::AtLeast(dec!(60)));
    let share = |baseline: &str, deadline: &str| {
        let builder = Target::builder(code("promise"), quantity(Measure::Share), goal(), period(deadline));
        let baseline = Baseline::stated(period(baseline), dec!(50));
        builder.baseline(baseline).build().unwrap()
    };
    let weeks = share("2025-12-29/P7D", "2026-02-23/P7D");
    let months = share("2024-12", "2026-02");
    for (target, before, after, status) in [
        (&weeks, "2026-02-09/P7D", "2026-03-09/P7D", Status::Achieved),
        (&weeks, "2026-02-02/P7D", "2026-03-09/P7D", Status::Unknown),
        (&weeks, "2026-02-09/P7D", "2026-03-16/P7D", Status::Unknown),
        (&months, "2025-12", "2026-04", Status::Achieved),
        (&months, "2025-11", "2026-04", Status::Unknown),
        (&months, "2025-12", "2026-05", Status::Unknown),
    ] {
        for as_of in [
            "2026-06-10",
            "2026-06-15",
            "2026-08-10",
            "2026-08-31",
            "2027-02-28",
            "2027-03-15",
        ] {
            let verdict = judged(target, &[(before, "61"), (after, "62")], as_of);
            assert_eq!(verdict.status, status, "{before}, {after}, asked on {as_of}");
        }
    }
}

/// A figure behind the deadline is one, whatever it is good for.
#[test]
fn the_first_figure_comes_after_the_deadline() {
    let target = at_most_15(Measure::Share);
    for as_of in ["2021-06-01", "2022-12-31", "2023-01-01", "2030-01-01"] {
        let verdict = judged(&target, &[("2021@2021-06-01", "12")], as_of);
        let reason = Reason::from(Missing::no_figure_at_deadline(None, Some(period("2021"))));
        let day = day(as_of);
        let is_known = day >= crate::setting::day("2022-01-01");
        assert_eq!(verdict.reason == reason, is_known, "{as_of}: {:?}", verdict.reason);
    }
}
