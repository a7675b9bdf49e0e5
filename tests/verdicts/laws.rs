//! Laws that hold for every promise, series and day.

use core::cmp::Ordering;

use milepost::chrono::{Datelike, Months, NaiveDate};
use milepost::evidence::Outcome;
use milepost::plan::{Lacks, TargetBuilder, Than};
use milepost::trajectory::{Between, Schedule};
use milepost::value::{Band, Interval};
use milepost::{
    Amendment, AsOf, Baseline, Bound, Caveat, Changes, Cuts, Decimal, Direction, Goal, Length, Measure, Observation,
    ObservationStatus, Period, Published, Quantity, Reading, Requirement, Rule, Series, Shape, Status, Target, Unit,
    Years, assess, dec, verdict,
};
use proptest::prelude::*;

use crate::setting::{assessed_by, code, day, milestone, period, quantity};

/// Any decimal, and often a plain or an extreme one.
fn decimal() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        4 => (-2000_i64..2000, 0_u32..3).prop_map(|(mantissa, scale)| Decimal::new(mantissa, scale)),
        2 => (any::<i128>(), 0_u32..=28).prop_map(|(mantissa, scale)| Decimal::from_i128_with_scale(mantissa >> 32, scale)),
        1 => prop::sample::select(vec![
            Decimal::ZERO,
            Decimal::ONE,
            Decimal::NEGATIVE_ONE,
            Decimal::MAX,
            Decimal::MIN,
            dec!(0.0000000000000000000000000001),
            dec!(-0.0000000000000000000000000001),
            dec!(100),
        ]),
    ]
}

/// Any day, and often one of these years.
fn day_of(years: core::ops::Range<i32>) -> impl Strategy<Value = NaiveDate> {
    prop_oneof![
        9 => (years, 1_u32..=365),
        1 => (1_i32..=9999, 1_u32..=365),
    ]
    .prop_filter_map("a day", |(year, ordinal)| NaiveDate::from_yo_opt(year, ordinal))
}

/// Any period, and often one of these years.
fn period_of(years: core::ops::Range<i32>) -> impl Strategy<Value = Period> {
    let every = prop::sample::select(Length::NAMED.map(|(_, length)| length).to_vec());
    let any = (day_of(years.clone()), day_of(years.clone()));
    prop_oneof![
        8 => years.clone().prop_filter_map("a year", |year| Period::year(year).ok()),
        3 => (day_of(years), every).prop_filter_map("a period", |(day, every)| Period::containing(day, every).ok()),
        1 => any.prop_filter_map("a range", |(one, other)| Period::between(one.min(other), one.max(other)).ok()),
    ]
}

fn bound() -> impl Strategy<Value = Bound> {
    (0..5, decimal(), decimal()).prop_filter_map("a bound", |(kind, one, other)| {
        Some(match kind {
            0 => Bound::AtLeast(one),
            1 => Bound::MoreThan(one),
            2 => Bound::AtMost(one),
            3 => Bound::LessThan(one),
            _ => Bound::Within(Band::new(one.min(other), one.max(other)).ok()?),
        })
    })
}

fn requirement() -> impl Strategy<Value = Requirement> {
    (bound(), 0..4, decimal()).prop_map(|(bound, kind, amount)| match kind {
        0 => Requirement::with_tolerance_not_stated(bound),
        1 => Requirement::with_tolerance(bound, amount.abs()).unwrap_or(bound.into()),
        _ => bound.into(),
    })
}

fn goal() -> impl Strategy<Value = Goal> {
    let every = prop::sample::select(Length::NAMED.map(|(_, length)| length).to_vec());
    let direction = prop::sample::select(vec![Direction::Rising, Direction::Falling]);
    let than = prop::sample::select(vec![Than::Previous, Than::Baseline]);
    let fraction = || (bound_near_zero(), any::<bool>());
    prop_oneof![
        4 => requirement().prop_map(Goal::level),
        2 => fraction().prop_map(|(bound, rates)| if rates { Goal::change_by_yearly_rates(bound) } else { Goal::change(bound) }),
        1 => requirement().prop_map(Goal::addition),
        2 => requirement().prop_map(Goal::cumulative),
        2 => fraction().prop_map(|(bound, rates)| if rates { Goal::average_growth_by_yearly_rates(bound) } else { Goal::average_growth(bound) }),
        1 => (requirement(), every.clone()).prop_map(|(requirement, every)| Goal::keep(requirement, every)),
        1 => (direction, than, every).prop_map(|(direction, than, every)| Goal::trend_than(direction, than, every)),
        1 => Just(Goal::Unstated(Lacks::Number)),
    ]
}

fn bound_near_zero() -> impl Strategy<Value = Bound> {
    (0..4, -99_i64..=100).prop_map(|(kind, percent)| {
        let fraction = Decimal::new(percent, 2);
        match kind {
            0 => Bound::AtLeast(fraction),
            1 => Bound::MoreThan(fraction),
            2 => Bound::AtMost(fraction),
            _ => Bound::LessThan(fraction),
        }
    })
}

fn shape() -> impl Strategy<Value = Option<Shape>> {
    let point = (period_of(2021..2027), decimal()).prop_map(|(at, value)| milepost::Point::new(at, value));
    let between = prop::sample::select(vec![Between::Stepped, Between::Interpolated]);
    prop_oneof![
        6 => Just(None),
        2 => Just(Some(Shape::Linear)),
        2 => Just(Some(Shape::ConstantGrowth)),
        2 => decimal().prop_map(|ceiling| Some(Shape::Logistic { ceiling })),
        1 => (prop::collection::vec(point, 1..3), between)
            .prop_map(|(points, between)| Some(Shape::Schedule(Schedule { points, between }))),
    ]
}

/// Any target that can be built.
fn target() -> impl Strategy<Value = Target> {
    builder().prop_filter_map("a target", |builder| builder.build().ok())
}

fn builder() -> impl Strategy<Value = TargetBuilder> {
    let measure = prop::sample::select(Measure::ALL.to_vec());
    let baseline = (period_of(2020..2023), prop::option::of(decimal()));
    (
        measure,
        any::<bool>(),
        goal(),
        prop::option::weighted(0.9, baseline),
        period_of(2024..2028),
        shape(),
    )
        .prop_filter_map("a promise", |(measure, whole, goal, baseline, deadline, shape)| {
            let measure = match (goal, goal.measured_by()) {
                (Goal::Cumulative(_), _) => Measure::Flow,
                (_, milepost::plan::MeasuredBy::YearlyRates) => Measure::GrowthRate,
                _ => measure,
            };
            let unit = if whole {
                Unit::ratio().counted_whole().ok()?
            } else {
                Unit::ratio()
            };
            let mut builder = Target::builder(code("any"), Quantity::new(measure, unit), goal, deadline);
            if let Some((at, value)) = baseline {
                builder = builder.baseline(match value {
                    Some(value) => Baseline::stated(at, value),
                    None => Baseline::observed(at),
                });
            }
            if let Some(shape) = shape {
                builder = builder.shape(shape);
            }
            Some(builder)
        })
}

/// Any target that is amended once, its goal, its deadline and perhaps its baseline.
fn amended() -> impl Strategy<Value = Target> {
    let baseline = (period_of(2020..2023), prop::option::of(decimal()));
    let changed = (
        goal().boxed(),
        period_of(2024..2029).boxed(),
        prop::option::weighted(0.3, baseline),
    );
    // In boxes, since all of them by value are too much for the stack of a test.
    let amended = (builder().boxed(), changed.boxed(), day_of(2021..2029).boxed());
    amended.prop_filter_map("an amended target", |(builder, (goal, deadline, baseline), since)| {
        let changes = Changes::new().goal(goal).deadline(deadline);
        let changes = match baseline {
            Some((at, Some(value))) => changes.baseline(Baseline::stated(at, value)),
            Some((at, None)) => changes.baseline(Baseline::observed(at)),
            None => changes,
        };
        builder.amendment(Amendment::new(since), changes).build().ok()
    })
}

fn reading() -> impl Strategy<Value = Reading> {
    (0..10, decimal()).prop_map(|(kind, value)| match kind {
        0 => Reading::Approximate(value),
        1 => Interval::more_than(value).into(),
        2 => Interval::at_most(value).into(),
        3 => Reading::Missing,
        _ => value.into(),
    })
}

fn observation() -> impl Strategy<Value = Observation> {
    let status = prop::sample::select(vec![
        ObservationStatus::Normal,
        ObservationStatus::Normal,
        ObservationStatus::Provisional,
        ObservationStatus::Break,
        ObservationStatus::Forecast,
    ]);
    (
        period_of(2019..2028),
        reading(),
        day_of(2020..2028),
        0..6,
        status,
        0_i32..24,
    )
        .prop_map(|(at, reading, published, kind, status, years)| {
            let published = match kind {
                0 => Published::Unstated,
                1 => Published::NotBefore(published),
                _ => Published::On(published),
            };
            let observation = Observation::new(at, reading)
                .with_published(published)
                .with_status(status);
            // One in three is a running total, of one year to eight.
            let since = NaiveDate::from_yo_opt(at.last().year().saturating_sub(years), 1).filter(|_| years < 8);
            let running = since.and_then(|since| observation.clone().cumulative_since(since).ok());
            running.unwrap_or(observation)
        })
}

fn observations() -> impl Strategy<Value = Vec<Observation>> {
    prop::collection::vec(observation(), 0..12)
}

fn as_of() -> impl Strategy<Value = AsOf> {
    (day_of(2022..2030), any::<bool>()).prop_map(|(date, lenient)| {
        let as_of = AsOf::from(date);
        if lenient { as_of.including_undated() } else { as_of }
    })
}

fn rule() -> impl Strategy<Value = Rule> {
    let cuts = prop::collection::btree_set(-300_i64..300, 4).prop_filter_map("cuts", |cuts| {
        let cuts: Vec<_> = cuts.into_iter().rev().map(|cut| Decimal::new(cut, 2)).collect();
        Cuts::new(*cuts.first()?, *cuts.get(1)?, *cuts.get(2)?, *cuts.get(3)?).ok()
    });
    (cuts, prop::option::of(0_u32..5)).prop_map(|(cuts, age)| Rule::pace().with_cuts(cuts).unwrap().with_max_age(age))
}

fn in_unit_of(target: &Target, observations: Vec<Observation>) -> Option<Series> {
    Series::new(code("any"), target.quantity().unit().clone(), observations).ok()
}

/// A straight or growing promise from 2021 to 2026 in whole hundredths, and a figure of 2023.
fn plain(measure: Measure, start: i64, goal: i64, value: i64) -> (Target, Series) {
    scaled(measure, 2, [start, goal, value])
}

fn scaled(measure: Measure, scale: u32, [start, goal, value]: [i64; 3]) -> (Target, Series) {
    let bound = match start.cmp(&goal) {
        Ordering::Greater => Bound::AtMost(Decimal::new(goal, scale)),
        _ => Bound::AtLeast(Decimal::new(goal, scale)),
    };
    let target = Target::builder(code("any"), quantity(measure), Goal::level(bound), period("2026"))
        .baseline(Baseline::stated(period("2021"), Decimal::new(start, scale)))
        .check()
        .value
        .unwrap_or_else(|| panic!("a target from {start} to {goal}"));
    let figure = Observation::new(period("2023"), Decimal::new(value, scale)).published_on(day("2024-01-01"));
    let series = in_unit_of(&target, vec![figure]).unwrap_or_else(|| panic!("one figure"));
    (target, series)
}

fn status_of((target, series): &(Target, Series)) -> Status {
    verdict(target, series, day("2024-01-31"), &Rule::pace()).status
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Before an amendment a promise is judged as if there were none, and since then as if it had been written so, but for the periods and
    /// milestones that were due by then, and for a caveat where all of it was.
    #[test]
    fn an_amendment_is_the_promise_that_it_makes(
        target in amended(), observations in observations(), as_of in as_of(), rule in rule(),
    ) {
        let Some(series) = in_unit_of(&target, observations) else { return Ok(()) };
        let [version] = target.versions() else { return Err(TestCaseError::fail("one version")) };
        let since = version.amendment().since();
        let is_in_force = since <= as_of.date();
        let first = target.first_promise();
        let written = if is_in_force { version.promised() } else { &first };
        prop_assert_eq!(written, &target.in_force_on(as_of.date()).first_promise());
        let assessment = assessed_by(&rule, &target, &series, as_of);
        let of_first = assess(&first, &series, as_of, &rule);
        prop_assert_eq!(assessment.by_first_promise.as_deref(), is_in_force.then_some(&of_first));
        if let Some(amended) = &assessment.evidence.amended {
            prop_assert_eq!(amended.first_goal, of_first.evidence.goal);
            prop_assert_eq!(amended.first_baseline, of_first.evidence.baseline);
        } else {
            prop_assert_eq!(assessment.evidence, of_first.evidence);
        }
        let [mut found, mut expected] = [assessment.verdict, verdict(written, &series, as_of, &rule)];
        for one in [&mut found, &mut expected] {
            one.caveats = one.caveats.iter().filter(|caveat| *caveat != Caveat::MilestoneMissed).collect();
        }
        if is_in_force && since > target.deadline().last().min(version.promised().deadline().last()) {
            expected.caveats = expected.caveats.with(Caveat::AmendedAfterDeadline);
        }
        let is_record = matches!(written.goal(), Goal::Keep { .. } | Goal::Trend { .. });
        if !(is_record && is_in_force) {
            prop_assert_eq!(found, expected);
        }
    }

    /// Whatever is asked, there is an answer, the same by every door, and the same each time.
    #[test]
    fn every_question_has_one_answer(
        target in target(), observations in observations(), as_of in as_of(), rule in rule(),
    ) {
        let Some(series) = in_unit_of(&target, observations) else { return Ok(()) };
        let first = assess(&target, &series, as_of, &rule);
        prop_assert_eq!(first.verdict, verdict(&target, &series, as_of, &rule));
        prop_assert_eq!(&first, &assessed_by(&rule, &target, &series, as_of));
        let mut milestones = first.evidence.milestones.iter().flatten();
        let any_missed = milestones.any(|one| one.outcome == Some(Outcome::Broken));
        let is_told = first.verdict.caveats.contains(Caveat::MilestoneMissed);
        prop_assert_eq!(is_told, any_missed && first.verdict.status != Status::NotDue);
        #[cfg(feature = "serde")]
        prop_assert!(serde_json::to_string(&first).is_ok());
    }

    /// What is published later changes nothing.
    #[test]
    fn a_replay_shows_nothing_later(
        target in target(), mut observations in observations(), later in observations(), as_of in day_of(2022..2030),
    ) {
        let Some(series) = in_unit_of(&target, observations.clone()) else { return Ok(()) };
        let before = assess(&target, &series, as_of, &Rule::pace());
        let tomorrow = as_of.succ_opt().unwrap_or(as_of);
        observations.extend(later.into_iter().map(|later| later.published_on(tomorrow)));
        let Some(series) = in_unit_of(&target, observations) else { return Ok(()) };
        prop_assert_eq!(before, assess(&target, &series, as_of, &Rule::pace()));
    }

    /// The order in which figures are given says nothing.
    #[test]
    fn the_order_of_figures_says_nothing(target in target(), observations in observations(), as_of in as_of()) {
        let mut reversed = observations.clone();
        reversed.reverse();
        let (Some(one), Some(other)) = (in_unit_of(&target, observations), in_unit_of(&target, reversed)) else {
            return Ok(());
        };
        let rule = Rule::pace();
        prop_assert_eq!(assess(&target, &one, as_of, &rule), assess(&target, &other, as_of, &rule));
    }

    /// On straight paths, less is to a falling promise what more is to a rising one.
    #[test]
    fn directions_mirror_each_other(
        start in -100_000_i64..100_000, goal in -100_000_i64..100_000, value in -100_000_i64..100_000,
    ) {
        prop_assume!(start != goal);
        let mirrored = plain(Measure::Stock, start.wrapping_neg(), goal.wrapping_neg(), value.wrapping_neg());
        prop_assert_eq!(status_of(&plain(Measure::Stock, start, goal, value)), status_of(&mirrored));
    }

    /// What is expected is on track, and half of the way to it is not.
    #[test]
    fn what_is_expected_is_on_track(start in -10_000_i64..10_000, step in -1_000_i64..1_000) {
        prop_assume!(step != 0);
        let after = |years: i64| start.wrapping_add(step.wrapping_mul(years));
        prop_assert_eq!(status_of(&plain(Measure::Stock, start, after(5), after(2))), Status::OnTrack);
        prop_assert_eq!(status_of(&plain(Measure::Stock, start, after(5), after(1))), Status::OffTrack);
        let achieved = status_of(&plain(Measure::Stock, start, after(5), after(5)));
        prop_assert_eq!(achieved, Status::Achieved);
    }

    /// Exactly the goal is at least the goal, and not more.
    #[test]
    fn exactly_the_goal(one in decimal(), other in decimal()) {
        let (start, goal) = (one.min(other), one.max(other));
        prop_assume!(start < goal);
        for (bound, status) in [(Bound::AtLeast(goal), Status::Achieved), (Bound::MoreThan(goal), Status::Missed)] {
            let target = Target::builder(code("any"), quantity(Measure::Flow), Goal::level(bound), period("2026"))
                .baseline(Baseline::stated(period("2021"), start))
                .build()
                .map_err(|problems| TestCaseError::fail(problems.to_string()))?;
            let figure = Observation::new(period("2026"), goal).published_on(day("2027-01-01"));
            let series = in_unit_of(&target, vec![figure]);
            let decided = series.map(|series| verdict(&target, &series, day("2027-01-31"), &Rule::pace()).status);
            prop_assert_eq!(decided, Some(status));
        }
    }

    /// Time goes on, and a figure only grows older: no other class, until it is too old.
    #[test]
    fn time_alone_changes_no_class(value in 0_i64..20_000, months in 0_u32..24) {
        let (target, series) = plain(Measure::Stock, 10_000, 20_000, value);
        let at = |date: NaiveDate| verdict(&target, &series, date, &Rule::pace());
        let later = day("2024-01-31").checked_add_months(Months::new(months)).unwrap_or_default();
        let verdict = at(later);
        prop_assert_eq!(verdict.last_status.unwrap_or(verdict.status), at(day("2024-01-31")).status);
        let two_years = Period::year(2023).map(|year| AsOf::from(later).position().since(year.end()) > Years::whole(2));
        prop_assert_eq!(two_years, Ok(verdict.last_status.is_some()));
    }

    /// Milestones on the straight line change nothing.
    #[test]
    fn milestones_on_the_line_change_nothing(step in 1_i64..1_000, value in -1_000_i64..6_000) {
        let after = |years: i64| step.wrapping_mul(years);
        let (target, series) = plain(Measure::Stock, 0, after(5), value);
        let through = Target::builder(code("any"), quantity(Measure::Stock), target.goal(), period("2026"))
            .baseline(Baseline::stated(period("2021"), Decimal::ZERO))
            .milestone(milestone("2022", Decimal::new(after(1), 2)))
            .milestone(milestone("2024", Decimal::new(after(3), 2)))
            .build()
            .map_err(|problems| TestCaseError::fail(problems.to_string()))?;
        prop_assert_eq!(status_of(&(target, series.clone())), status_of(&(through, series)));
    }
}

proptest! {
    // Constant growth is compared exactly, which takes its time without optimisation.
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A larger or smaller unit changes no status, on either kind of path.
    #[test]
    fn scale_says_nothing(
        start in 1_i64..1_000_000, goal in 1_i64..1_000_000, value in 1_i64..1_000_000, scale in 0_u32..20, grows in any::<bool>(),
    ) {
        let measure = if grows { Measure::Flow } else { Measure::Stock };
        let numbers = [start, goal, value];
        prop_assert_eq!(
            status_of(&scaled(measure, 0, numbers)),
            status_of(&scaled(measure, scale, numbers))
        );
    }

    /// Constant growth by whole percents: what is expected after two years is on track, exactly.
    #[test]
    fn what_growth_expects_is_on_track(start in 1_i64..1_000, percent in -50_i64..100) {
        prop_assume!(percent != 0);
        let factor = percent.wrapping_add(100);
        let after = |years: u32| start.wrapping_mul(factor.wrapping_pow(years)).wrapping_mul(100_i64.wrapping_pow(3_u32.wrapping_sub(years)));
        let bound = if percent > 0 { Bound::AtLeast } else { Bound::AtMost };
        let goal = Goal::level(bound(Decimal::new(after(3), 6)));
        let target = Target::builder(code("any"), quantity(Measure::Flow), goal, period("2024"))
            .baseline(Baseline::stated(period("2021"), Decimal::new(after(0), 6)))
            .build()
            .map_err(|problems| TestCaseError::fail(problems.to_string()))?;
        let cuts = Cuts::new(dec!(1.05), dec!(1), dec!(0.6), dec!(0));
        let strict = cuts.and_then(|cuts| Rule::pace().with_cuts(cuts));
        let strict = strict.map_err(|error| TestCaseError::fail(error.to_string()))?;
        let status = |value: i64| {
            let figure = Observation::new(period("2023"), Decimal::new(value, 6)).published_on(day("2024-01-01"));
            in_unit_of(&target, vec![figure]).map(|series| verdict(&target, &series, day("2024-01-31"), &strict).status)
        };
        prop_assert_eq!(status(after(2)), Some(Status::OnTrack));
        let short_of_it = after(2).wrapping_sub(percent.signum());
        prop_assert!(matches!(status(short_of_it), Some(Status::Lagging | Status::OffTrack | Status::Worsening)));
    }

    /// More is never worse on a rising path, whatever the path.
    #[test]
    fn more_is_never_worse(
        start in 1_i64..1_000, rise in 1_i64..1_000, one in -500_i64..3_000, other in -500_i64..3_000, grows in any::<bool>(),
    ) {
        let measure = if grows { Measure::Flow } else { Measure::Stock };
        let rank = |value: i64| {
            let status = status_of(&plain(measure, start, start.wrapping_add(rise), value));
            Status::ALL.iter().position(|each| *each == status)
        };
        // From the best to the worst.
        prop_assert!(rank(one.max(other)) <= rank(one.min(other)));
    }
}
