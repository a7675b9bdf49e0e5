//! Situations judged by hand before they were judged here, each with all that is to be said beside it.

use milepost::plan::{TargetBuilder, Than};
use milepost::trajectory::Clock;
use milepost::{
    Baseline, Bound, Caveat, Collected, Direction, Fact, Goal, Ground, Length, Measure, Missing, Reason, Rule, Shape,
    Status, Target, dec,
};

use crate::setting::{
    Figures, assessed, code, counted, day, judged, judged_by, milestone, never_negative, period, quantity,
};

use Caveat::{
    BeforeTheDeadline, DeadlineValuePending, DriftingToTheLimit, Early, EstimatedBeforeItsEnd, Lost,
    NewerFigureIsOnlyABound, OldFigure, OtherPhase, PeriodsUnknown, PublishedNotBefore, SumHasGap, TooCloseToCall,
    UndatedLeftOut, WillOvershoot,
};
use Status::{Achieved, Ahead, Lagging, Missed, NotDue, OffTrack, OnTrack, Unknown, Worsening};

/// A promise for 2025 that begins in 2020 with 100 as the plan states it.
fn by_2025(measure: Measure, goal: Goal) -> TargetBuilder {
    from(dec!(100), measure, goal)
}

fn from(start: milepost::Decimal, measure: Measure, goal: Goal) -> TargetBuilder {
    let builder = Target::builder(code("promise"), quantity(measure), goal, period("2025"));
    builder.baseline(Baseline::stated(period("2020"), start))
}

fn of(start: milepost::Decimal, quantity: milepost::Quantity, goal: Goal) -> TargetBuilder {
    let builder = Target::builder(code("promise"), quantity, goal, period("2025"));
    builder.baseline(Baseline::stated(period("2020"), start))
}

fn between(baseline: &str, deadline: &str, measure: Measure, goal: Goal) -> TargetBuilder {
    let builder = Target::builder(code("promise"), quantity(measure), goal, period(deadline));
    builder.baseline(Baseline::stated(period(baseline), dec!(100)))
}

fn at_least(limit: milepost::Decimal) -> Goal {
    Goal::level(Bound::AtLeast(limit))
}

fn at_most(limit: milepost::Decimal) -> Goal {
    Goal::level(Bound::AtMost(limit))
}

fn partial(part: &str) -> Reason {
    Reason::from(Missing::partial_period(period(part), Length::YEAR))
}

fn open(at: &str) -> Reason {
    Reason::from(Missing::bound_leaves_open(period(at)))
}

/// What was found is all of it: the status, its reason, and every caveat.
fn assert_all(situations: Vec<(&str, TargetBuilder, Figures<'_>, &str, Status, Reason, &[Caveat])>) {
    for (name, target, figures, as_of, status, reason, caveats) in situations {
        let verdict = judged(&target.build().unwrap(), figures, as_of);
        assert_eq!((verdict.status, verdict.reason), (status, reason), "{name}");
        assert_eq!(verdict.caveats.iter().collect::<Vec<_>>(), caveats, "{name}");
    }
}

#[test]
fn of_what_time_a_figure_speaks() {
    use Ground::{BoundMet, Pace};
    let connected = quantity(Measure::Share).with_collected(Collected::End).unwrap();
    assert_all(vec![
        // Half of the way in half of the time.
        (
            "a stock in June",
            by_2025(Measure::Stock, at_least(dec!(200))),
            &[("2023-06", "150")],
            "2023-07-15",
            OnTrack,
            Pace.into(),
            &[],
        ),
        (
            "a share of a June",
            from(dec!(50), Measure::Share, at_least(dec!(60))),
            &[("2023-06", "56")],
            "2023-07-15",
            Unknown,
            partial("2023-06"),
            &[],
        ),
        // 0.6 ÷ 0.5
        (
            "a share at its end",
            of(dec!(50), connected, at_least(dec!(60))),
            &[("2023-06", "56")],
            "2023-07-15",
            Ahead,
            Pace.into(),
            &[],
        ),
        // Between 0.7 and 0.8 of the way, where 0.8 is expected.
        (
            "halves that differ",
            from(dec!(20), Measure::Ratio, at_most(dec!(10))).shape(Shape::Linear),
            &[("2024-S1", "13"), ("2024-S2", "12")],
            "2025-01-31",
            Unknown,
            open("2024"),
            &[],
        ),
        (
            "halves that agree",
            from(dec!(20), Measure::Ratio, at_most(dec!(10))).shape(Shape::Linear),
            &[("2024-S1", "12.00"), ("2024-S2", "12.00")],
            "2025-01-31",
            OnTrack,
            Pace.into(),
            &[],
        ),
        // ln 1.12 ÷ ln 1.2 = 0.6216 of the way at 3.25 of 5 years: 0.956; half a unit less is 0.918.
        (
            "an index of fiscal years",
            by_2025(Measure::Index, at_least(dec!(120))),
            &[("2023-04-01/P1Y", "112")],
            "2024-05-01",
            OnTrack,
            Pace.into(),
            &[TooCloseToCall, OtherPhase],
        ),
        // log₂ 1.63 = 0.7049 at 3.5 of 5 years.
        (
            "twelve months up to a June",
            by_2025(Measure::Flow, at_least(dec!(200))),
            &[("2023-07-01/P1Y", "163")],
            "2024-07-15",
            OnTrack,
            Pace.into(),
            &[OtherPhase],
        ),
        (
            "quarters of a growth rate",
            from(dec!(4), Measure::GrowthRate, at_least(dec!(6))),
            &[("2023-Q1", "5"), ("2023-Q2", "5"), ("2023-Q3", "5"), ("2023-Q4", "5")],
            "2024-01-31",
            Unknown,
            partial("2023-Q4"),
            &[],
        ),
        (
            "quarters of a rank",
            from(dec!(9), Measure::Rank, at_most(dec!(3))),
            &[("2023-Q3", "5"), ("2023-Q4", "5")],
            "2024-01-31",
            Unknown,
            partial("2023-Q4"),
            &[],
        ),
        // 0.5 ÷ 0.6; half a place more is 0.583 ÷ 0.6.
        (
            "a rank",
            from(dec!(9), Measure::Rank, at_most(dec!(3))),
            &[("2023", "6")],
            "2024-01-31",
            Lagging,
            Pace.into(),
            &[TooCloseToCall],
        ),
        // 52 weeks that end three days before January does, after 2.99 of five years: log₂ 1.52 = 0.604 of 0.598.
        (
            "a retail year",
            between("2020-02-01/P1Y", "2025-02-01/P1Y", Measure::Flow, at_least(dec!(200))),
            &[("2023-01-30/P364D", "152")],
            "2024-02-15",
            OnTrack,
            Pace.into(),
            &[],
        ),
        // A year that ends in June is due, and 58 is 0.8 of the way at four of four and a half years: 0.9; 58.5 is 0.956.
        (
            "a deadline in June",
            Target::builder(
                code("promise"),
                quantity(Measure::Share),
                at_least(dec!(60)),
                period("2025-06-30"),
            )
            .baseline(Baseline::stated(period("2020"), dec!(50))),
            &[("2024", "58")],
            "2025-01-31",
            Lagging,
            Pace.into(),
            &[TooCloseToCall, OtherPhase],
        ),
        (
            "a deadline on the last day of a year",
            Target::builder(
                code("promise"),
                quantity(Measure::Share),
                at_least(dec!(95)),
                period("2026-12-31"),
            )
            .baseline(Baseline::stated(period("2021"), dec!(90))),
            &[("2026", "95.0")],
            "2027-01-31",
            Achieved,
            BoundMet.into(),
            &[TooCloseToCall],
        ),
        (
            "a month of the year of a deadline",
            from(dec!(35), Measure::Ratio, at_most(dec!(10))),
            &[("2025-05", "8")],
            "2026-01-31",
            Unknown,
            partial("2025-05"),
            &[DeadlineValuePending],
        ),
        (
            "four quarters of it",
            from(dec!(35), Measure::Ratio, at_most(dec!(10))),
            &[
                ("2025-Q1", "9.1"),
                ("2025-Q2", "8.7"),
                ("2025-Q3", "9.4"),
                ("2025-Q4", "9.9"),
            ],
            "2026-01-31",
            Achieved,
            BoundMet.into(),
            &[],
        ),
        (
            "one of them beyond it",
            from(dec!(35), Measure::Ratio, at_most(dec!(10))),
            &[
                ("2025-Q1", "9.1"),
                ("2025-Q2", "8.7"),
                ("2025-Q3", "9.4"),
                ("2025-Q4", "10.1"),
            ],
            "2026-01-31",
            Unknown,
            open("2025"),
            &[DeadlineValuePending],
        ),
        // 25 of 50 at 3.25 of 5 years on a straight line: 0.769.
        (
            "fiscal flows by a calendar year",
            from(dec!(50), Measure::Flow, at_least(dec!(100))).shape(Shape::Linear),
            &[("2022-04-01/P1Y", "70"), ("2023-04-01/P1Y", "75.0")],
            "2024-05-01",
            Lagging,
            Pace.into(),
            &[OtherPhase],
        ),
    ]);
}

#[test]
fn what_is_to_be_reached() {
    use Ground::{BoundMet, BoundNotMet, NoWay, Overshot, Pace};
    let broken = |at: &str| Reason::from(Missing::series_break(period(at)));
    let band = Goal::level(Bound::within(dec!(40), dec!(60)).unwrap());
    let around = Reason::from(Ground::deadline_between_figures(period("2024"), period("2026")));
    let share = || from(dec!(50), Measure::Share, at_least(dec!(60)));
    let stock = || by_2025(Measure::Stock, at_least(dec!(200)));
    assert_all(vec![
        // 43.5 are expected after a year and three quarters, and things come one by one.
        (
            "things, as many as are whole",
            of(dec!(40), counted(Measure::Stock), at_least(dec!(50))),
            &[("2022-09", "43")],
            "2022-10-15",
            OnTrack,
            Pace.into(),
            &[],
        ),
        (
            "one fewer",
            of(dec!(40), counted(Measure::Stock), at_least(dec!(50))),
            &[("2022-09", "42")],
            "2022-10-15",
            Lagging,
            Pace.into(),
            &[],
        ),
        // ln 0.88 ÷ ln 0.8 = 0.573 of 0.6: 0.955; at 440.5 it is 0.946.
        (
            "a cut by a fifth",
            from(dec!(500), Measure::Flow, Goal::change(Bound::AtMost(dec!(-0.2)))),
            &[("2023", "440")],
            "2024-01-31",
            OnTrack,
            Pace.into(),
            &[TooCloseToCall],
        ),
        (
            "behind a break",
            from(dec!(500), Measure::Flow, Goal::change(Bound::AtMost(dec!(-0.2)))),
            &[("2023", "440 break")],
            "2024-01-31",
            Unknown,
            broken("2023"),
            &[Caveat::SeriesBreak],
        ),
        (
            "a level behind a break",
            from(dec!(500), Measure::Flow, at_most(dec!(400))),
            &[("2023", "390 break")],
            "2024-01-31",
            Achieved,
            BoundMet.into(),
            &[Early, Caveat::SeriesBreak],
        ),
        (
            "an addition before its deadline has its figure",
            from(dec!(300), Measure::Stock, Goal::addition(Bound::AtLeast(dec!(100)))),
            &[("2024", "405")],
            "2026-01-31",
            Achieved,
            BoundMet.into(),
            &[DeadlineValuePending, Early],
        ),
        (
            "a November stands for December while it is waited for",
            stock(),
            &[("2025-11", "210")],
            "2026-01-31",
            Achieved,
            BoundMet.into(),
            &[DeadlineValuePending, Early],
        ),
        (
            "and when it is not any more",
            stock(),
            &[("2025-11", "199")],
            "2028-01-31",
            Missed,
            BoundNotMet.into(),
            &[BeforeTheDeadline],
        ),
        (
            "a year on both sides",
            share(),
            &[("2024", "61"), ("2026", "63")],
            "2028-01-31",
            Achieved,
            around,
            &[],
        ),
        (
            "while the deadline's own is waited for",
            share(),
            &[("2024", "61"), ("2026", "63")],
            "2026-06-30",
            Achieved,
            BoundMet.into(),
            &[DeadlineValuePending, Early],
        ),
        // 0.75 of the way to the nearer edge, of 0.6; and five a year lead to 45.
        (
            "on the way into a band",
            from(dec!(20), Measure::Share, band),
            &[("2023", "35.0")],
            "2024-01-31",
            Ahead,
            Pace.into(),
            &[],
        ),
        (
            "in it",
            from(dec!(20), Measure::Share, band),
            &[("2022", "41")],
            "2023-01-31",
            Achieved,
            BoundMet.into(),
            &[Early],
        ),
        (
            "through it",
            from(dec!(20), Measure::Share, band),
            &[("2023", "61")],
            "2024-01-31",
            OffTrack,
            Overshot.into(),
            &[],
        ),
        // 39.9 after a year leads to 119.5 in five, and no share goes beyond 100.
        (
            "too fast for it",
            from(dec!(20), Measure::Share, band),
            &[("2021", "39.9")],
            "2022-01-31",
            OnTrack,
            Pace.into(),
            &[WillOvershoot, Caveat::StoppedAtTheEdge],
        ),
        // 0.7 of 0.8
        (
            "through a milestone",
            stock().milestone(milestone("2022", dec!(180))),
            &[("2022", "170")],
            "2023-01-31",
            Lagging,
            Pace.into(),
            &[],
        ),
        // ln 1.08 ÷ 5 ln 1.05 = 0.3155 of 0.4
        (
            "an average growth",
            by_2025(Measure::Flow, Goal::average_growth(Bound::AtLeast(dec!(0.05)))),
            &[("2022", "108")],
            "2023-01-31",
            Lagging,
            Pace.into(),
            &[],
        ),
        // Two years of 5 %, exactly on the path; of 4.5 % they are 0.902 of it.
        (
            "a growth by its rates",
            Target::builder(
                code("promise"),
                quantity(Measure::GrowthRate),
                Goal::average_growth(Bound::AtLeast(dec!(0.05))).measured_by_yearly_rates(),
                period("2025"),
            )
            .baseline(Baseline::observed(period("2020"))),
            &[("2021", "5"), ("2022", "5")],
            "2023-01-31",
            OnTrack,
            Pace.into(),
            &[TooCloseToCall],
        ),
        // Reached in 2022; 0.9 of 0.6 is ahead nevertheless.
        (
            "lost again",
            stock(),
            &[("2022", "205"), ("2023", "190")],
            "2024-01-31",
            Ahead,
            Pace.into(),
            &[Lost],
        ),
        (
            "a baseline inside of what is to be reached",
            from(dec!(150), Measure::Flow, at_most(dec!(200))).to_be_reached(),
            &[("2022", "160")],
            "2023-01-31",
            Achieved,
            BoundMet.into(),
            &[Early],
        ),
        (
            "and out of it",
            from(dec!(150), Measure::Flow, at_most(dec!(200))).to_be_reached(),
            &[("2022", "210")],
            "2023-01-31",
            Worsening,
            NoWay.into(),
            &[],
        ),
        (
            "more than the bound is asked",
            by_2025(Measure::Stock, Goal::level(Bound::MoreThan(dec!(200)))),
            &[("2025", "200")],
            "2026-01-31",
            Missed,
            BoundNotMet.into(),
            &[TooCloseToCall],
        ),
        // On its last day a deadline is not over: 0.9 of 0.917.
        (
            "on the last day",
            stock(),
            &[("2025-07", "190")],
            "2025-12-31",
            OnTrack,
            Pace.into(),
            &[],
        ),
    ]);
}

#[test]
fn when_it_was_known() {
    use Ground::{BoundNotMet, Pace};
    let stock = || by_2025(Measure::Stock, at_least(dec!(200)));
    let late = between("2024", "2030", Measure::Stock, at_least(dec!(200)));
    let not_begun = Reason::from(Ground::not_begun(day("2024-12-31")));
    assert_all(vec![
        (
            "before the baseline is over",
            late,
            &[],
            "2024-06-30",
            NotDue,
            not_begun,
            &[],
        ),
        (
            "in the first year",
            stock(),
            &[],
            "2021-12-31",
            NotDue,
            Ground::no_period_over(Length::YEAR).into(),
            &[],
        ),
        (
            "after it",
            stock(),
            &[],
            "2022-01-01",
            Unknown,
            Reason::from(Missing::NoObservation),
            &[],
        ),
        (
            "nothing is dated",
            stock(),
            &[("2023@undated", "160")],
            "2024-01-31",
            Unknown,
            Reason::from(Missing::OnlyUndated),
            &[UndatedLeftOut],
        ),
        // 0.4 of 0.4, and not yet 0.5 of 0.6.
        (
            "before the day before which it was not",
            stock(),
            &[("2022", "140"), ("2023@2024-03-01+", "150")],
            "2024-02-29",
            OnTrack,
            Pace.into(),
            &[],
        ),
        (
            "on that day",
            stock(),
            &[("2022", "140"), ("2023@2024-03-01+", "150")],
            "2024-03-01",
            Lagging,
            Pace.into(),
            &[PublishedNotBefore],
        ),
        (
            "before a revision",
            stock(),
            &[("2022@2023-01-10", "140"), ("2022@2023-06-01", "130")],
            "2023-05-31",
            OnTrack,
            Pace.into(),
            &[],
        ),
        (
            "on its day",
            stock(),
            &[("2022@2023-01-10", "140"), ("2022@2023-06-01", "130")],
            "2023-06-01",
            Lagging,
            Pace.into(),
            &[],
        ),
        (
            "three years late, as each year",
            stock(),
            &[("2021@2024-01-15", "120")],
            "2024-06-30",
            OnTrack,
            Pace.into(),
            &[OldFigure],
        ),
        (
            "about so much",
            stock(),
            &[("2022", "~140")],
            "2023-01-31",
            OnTrack,
            Pace.into(),
            &[Caveat::Approximate],
        ),
        (
            "at least so much",
            stock(),
            &[("2022", ">=150")],
            "2023-01-31",
            Unknown,
            open("2022"),
            &[],
        ),
        // What was estimated in October decides nothing in February: 0.95 of the whole way.
        (
            "an estimate of the year of a deadline",
            stock(),
            &[("2025@2025-10-20", "195 estimated")],
            "2026-02-01",
            OnTrack,
            Pace.into(),
            &[Caveat::Estimated, DeadlineValuePending, TooCloseToCall],
        ),
        (
            "when nothing else came",
            stock(),
            &[("2025@2025-10-20", "195 estimated"), ("2026", "199")],
            "2027-02-01",
            Missed,
            BoundNotMet.into(),
            &[Caveat::Estimated, EstimatedBeforeItsEnd],
        ),
    ]);
}

#[test]
fn what_is_kept_within() {
    use Ground::{LimitExceeded, Pace, WithinLimit};
    let accidents = || of(dec!(12), counted(Measure::Flow), at_most(dec!(20)));
    let reserve = || from(dec!(800), Measure::Stock, at_least(dec!(500)));
    let budget = |limit| of(dec!(50), never_negative(), Goal::cumulative(Bound::AtMost(limit)));
    let quarters = [
        ("2021-Q1", "60"),
        ("2021-Q2", "60"),
        ("2021-Q3", "60"),
        ("2021-Q4", "60"),
        ("2022-Q1", "60"),
        ("2022-Q2", "60"),
    ];
    let zeros = [
        ("2021", "0"),
        ("2022", "0"),
        ("2023", "0"),
        ("2024", "0"),
        ("2025", "0"),
    ];
    let an_accident = [("2021", "0"), ("2022", "1")];
    let none = || {
        let goal = Goal::cumulative(Bound::AtMost(dec!(0)));
        let builder = Target::builder(code("promise"), counted(Measure::Flow), goal, period("2030"));
        builder.baseline(Baseline::stated(period("2020"), dec!(4)))
    };
    assert_all(vec![
        // Eight in three years are thirteen in five.
        (
            "as many accidents as may be",
            accidents(),
            &[("2023", "20")],
            "2024-01-31",
            OnTrack,
            WithinLimit.into(),
            &[DriftingToTheLimit],
        ),
        (
            "one more",
            accidents(),
            &[("2023", "21")],
            "2024-01-31",
            Worsening,
            LimitExceeded.into(),
            &[],
        ),
        (
            "a reserve that leads to 425",
            reserve(),
            &[("2022", "650")],
            "2023-01-31",
            OnTrack,
            WithinLimit.into(),
            &[DriftingToTheLimit],
        ),
        (
            "and one that leads to 525",
            reserve(),
            &[("2022", "690")],
            "2023-01-31",
            OnTrack,
            WithinLimit.into(),
            &[],
        ),
        (
            "below its floor, and less so",
            reserve(),
            &[("2022", "480"), ("2023", "490")],
            "2024-01-31",
            OffTrack,
            LimitExceeded.into(),
            &[],
        ),
        (
            "below it, and more so",
            reserve(),
            &[("2022", "490"), ("2023", "480")],
            "2024-01-31",
            Worsening,
            LimitExceeded.into(),
            &[],
        ),
        (
            "above it again",
            reserve(),
            &[("2022", "480"), ("2023", "510")],
            "2024-01-31",
            OnTrack,
            WithinLimit.into(),
            &[DriftingToTheLimit],
        ),
        // 0.3 expected, 0.36 spent: 0.833.
        (
            "a budget by quarters",
            budget(dec!(1000)),
            &quarters,
            "2022-07-15",
            Lagging,
            Pace.into(),
            &[DriftingToTheLimit],
        ),
        (
            "a budget that is gone",
            budget(dec!(350)),
            &quarters,
            "2022-07-15",
            Missed,
            LimitExceeded.into(),
            &[],
        ),
        (
            "nothing, and nothing happened",
            none(),
            &zeros,
            "2026-02-01",
            OnTrack,
            WithinLimit.into(),
            &[],
        ),
        (
            "nothing, and one happened",
            none(),
            &an_accident,
            "2023-02-01",
            Missed,
            LimitExceeded.into(),
            &[],
        ),
        // 0.4 expected, ln 1.1 ÷ 5 ln 1.03 = 0.645 spent: 0.620.
        (
            "a growth that is capped",
            by_2025(Measure::Flow, Goal::average_growth(Bound::AtMost(dec!(0.03)))),
            &[("2022", "110.0")],
            "2023-02-01",
            Lagging,
            Pace.into(),
            &[DriftingToTheLimit],
        ),
        (
            "an addition that is capped",
            by_2025(Measure::Flow, Goal::addition(Bound::AtMost(dec!(50)))),
            &[("2024", "160")],
            "2025-02-01",
            Worsening,
            LimitExceeded.into(),
            &[],
        ),
        // 40, 41 and 30 are more than 100, whatever the last quarter brings.
        (
            "three quarters of a year that is capped",
            of(dec!(90), never_negative(), at_most(dec!(100))),
            &[("2025-Q1", "40"), ("2025-Q2", "41"), ("2025-Q3", "30")],
            "2025-10-15",
            Missed,
            LimitExceeded.into(),
            &[],
        ),
    ]);
    // 2021 alone has no gap, and is too old in 2024.
    let gap = [("2021", "200"), ("2023", "150")];
    let verdict = judged(&budget(dec!(1000)).build().unwrap(), &gap, "2024-02-01");
    assert!(
        matches!(verdict.reason, Reason::Missing(Missing::Stale { .. })),
        "{:?}",
        verdict.reason
    );
    assert_eq!((verdict.status, verdict.last_status), (Unknown, Some(OnTrack)));
    assert!(verdict.caveats.contains(SumHasGap) && verdict.caveats.contains(NewerFigureIsOnlyABound));
}

#[test]
fn what_is_looked_at_period_by_period() {
    let before = |at: &str| Reason::from(Ground::broken_before(period(at)));
    let reversed = |at: &str| Reason::from(Ground::reversed(period(at)));
    let keep = |limit, every: Length| Goal::keep(Bound::AtMost(limit), every);
    let by_quarter = || between("2020-Q4", "2025-Q4", Measure::Share, keep(dec!(5), Length::QUARTER));
    let fiscal = || {
        between(
            "2020-04-01/P1Y",
            "2026-04-01/P1Y",
            Measure::Share,
            keep(dec!(3), Length::YEAR),
        )
    };
    let year_before = Goal::trend(Direction::Rising)
        .than(Than::YearBefore)
        .with_every(Length::QUARTER);
    assert_all(vec![
        (
            "four quarters of sixteen",
            by_quarter(),
            &[("2024-Q1", "5"), ("2024-Q2", "4"), ("2024-Q3", "5"), ("2024-Q4", "5")],
            "2025-01-31",
            OnTrack,
            Reason::from(Ground::Kept),
            &[PeriodsUnknown],
        ),
        (
            "one of them broken",
            by_quarter(),
            &[("2024-Q1", "5"), ("2024-Q2", "4"), ("2024-Q3", "5.1"), ("2024-Q4", "5")],
            "2025-01-31",
            Lagging,
            before("2024-Q3"),
            &[PeriodsUnknown],
        ),
        (
            "five fiscal years",
            fiscal(),
            &[
                ("2021-04-01/P1Y", "2"),
                ("2022-04-01/P1Y", "2"),
                ("2023-04-01/P1Y", "3"),
                ("2024-04-01/P1Y", "2"),
                ("2025-04-01/P1Y", "3"),
            ],
            "2026-05-01",
            OnTrack,
            Reason::from(Ground::Kept),
            &[],
        ),
        (
            "better than the same quarter of the year before, or not",
            between("2021-Q4", "2025-Q4", Measure::Ratio, year_before),
            &[
                ("2022-Q1", "99"),
                ("2022-Q2", "102"),
                ("2023-Q1", "100"),
                ("2023-Q2", "101"),
            ],
            "2023-07-15",
            Worsening,
            reversed("2023-Q2"),
            &[PeriodsUnknown],
        ),
    ]);
}

/// Beyond the first there is no rank, however far the pace is continued: 0.4 places a year.
#[test]
fn a_rank_that_is_projected() {
    for (deadline, projection, stops) in [
        ("2030", dec!(5), false),
        ("2040", dec!(1), false),
        ("2041", dec!(1), true),
        ("2050", dec!(1), true),
    ] {
        let builder = Target::builder(
            code("promise"),
            quantity(Measure::Rank),
            at_most(dec!(3)),
            period(deadline),
        );
        let target = builder
            .baseline(Baseline::stated(period("2020"), dec!(9)))
            .build()
            .unwrap();
        let assessment = assessed(&target, &[("2025", "7")], "2026-02-01");
        assert_eq!(assessment.evidence.projection, Ok(projection), "{deadline}");
        assert_eq!(
            assessment.verdict.caveats.contains(Caveat::StoppedAtTheEdge),
            stops,
            "{deadline}"
        );
        let series = crate::setting::series(&target, &[("2025", "7")]);
        let chart = milepost::report::Chart::new(&target, &series, day("2026-02-01"), milepost::Language::English);
        let lowest = chart.projection.iter().map(|point| point.value).min();
        assert_eq!(lowest, Some(projection), "{deadline}");
    }
}

/// 10 and 40 of a flow lead to 160 and 2,560, and no year in between ends inside of the band.
#[test]
fn a_band_that_is_jumped_over() {
    let goal = Goal::level(Bound::within(dec!(50), dec!(60)).unwrap());
    let builder = Target::builder(code("promise"), quantity(Measure::Flow), goal, period("2024"));
    let target = builder
        .baseline(Baseline::stated(period("2020"), dec!(10)))
        .build()
        .unwrap();
    let assessment = assessed(&target, &[("2021", "40")], "2022-02-01");
    let round = |fact: Fact<milepost::Decimal>| fact.map(|value| value.round_dp(6));
    assert_eq!(round(assessment.evidence.projection), Ok(dec!(2560)));
    assert_eq!(assessment.evidence.arrival, Err(Missing::Never));
    assert_eq!(assessment.verdict.status, OnTrack);
    assert!(assessment.verdict.caveats.contains(WillOvershoot));
}

/// 7.5 when the plan was made, and no baseline: it is to be reached, whatever 1990 was.
#[test]
fn a_rate_that_was_lower_long_ago() {
    let target = Target::builder(code("u"), quantity(Measure::Share), at_most(dec!(5)), period("2030"));
    let target = target.build().unwrap();
    let figures = [("1990", "3.0"), ("2023", "7.5"), ("2024", "7.8")];
    let verdict = judged(&target, &figures, "2025-02-01");
    assert_eq!(
        (verdict.status, verdict.reason),
        (Unknown, Reason::from(Missing::NoBaseline))
    );
    let met = judged(
        &target,
        &[("1990", "3.0"), ("2023", "7.5"), ("2024", "5.0")],
        "2025-02-01",
    );
    assert_eq!((met.status, met.reason), (Achieved, Reason::from(Ground::BoundMet)));
}

/// A published rule reads other figures and other times, and says so.
#[test]
fn by_a_published_rule() {
    // 140 in the year of the deadline; the rule reads 160 of three years later.
    let target = Target::builder(
        code("promise"),
        quantity(Measure::Stock),
        at_least(dec!(150)),
        period("2020"),
    );
    let target = target
        .baseline(Baseline::stated(period("2015"), dec!(100)))
        .build()
        .unwrap();
    let later = judged_by(
        &Rule::open_sdg(),
        &target,
        &[("2020", "140"), ("2023", "160")],
        "2024-02-01",
    );
    assert_eq!((later.status, later.decided_by), (Achieved, Some(period("2023"))));
    let falling = Target::builder(
        code("promise"),
        quantity(Measure::Stock),
        Goal::trend(Direction::Falling),
        period("2030"),
    );
    let falling = falling
        .baseline(Baseline::stated(period("2015"), dec!(100)))
        .build()
        .unwrap();
    let fell = judged_by(&Rule::open_sdg(), &falling, &[("2020", "90")], "2021-02-01");
    assert_eq!((fell.status, fell.decided_by), (OnTrack, Some(period("2020"))));
}

/// Time by days where the target counts them.
#[test]
fn by_days() {
    // 59 of 364 days by the end of February: 0.162 of the way, of which 0.16 are gone.
    let builder = Target::builder(
        code("promise"),
        quantity(Measure::Stock),
        at_least(dec!(200)),
        period("2021-12-30"),
    );
    let builder = builder
        .baseline(Baseline::stated(period("2020-12-31"), dec!(100)))
        .shape(Shape::Linear);
    let target = builder.clock(Clock::Days).build().unwrap();
    let verdict = judged(&target, &[("2021-02-28@2021-03-01", "116.00")], "2021-03-01");
    assert_eq!((verdict.status, verdict.reason), (OnTrack, Reason::from(Ground::Pace)));
}
