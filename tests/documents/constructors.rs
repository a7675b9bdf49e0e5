//! What a constructor accepts can be written, and reads back as what it was.

use core::fmt::{Debug, Display, Formatter};
use core::str::FromStr;
use std::collections::BTreeSet;
use std::sync::Arc;

use milepost::plan::LikelyMistake;
use milepost::plan::{Citation, Lacks, Nature, PlanBuilder, Reference, TargetBuilder, Than, Verifiability};
use milepost::series::{DeliveryState, Flags, Uncertainty};
use milepost::trajectory::{Between, Clock, Schedule};
use milepost::value::{Edge, Interval};
use milepost::{
    Amendment, Baseline, Bound, Breakdown, Changes, Code, Collected, Decimal, Deliverable, Delivery, Direction, Every,
    Goal, Indicator, Length, Measure, Milestone, NaiveDate, Observation, ObservationStatus, Observations, Of, Period,
    Pillar, Plan, Point, Published, Quantity, Rate, Reading, Requirement, Series, Shape, Source, Target, Text, Unit,
    Weight, dec,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{OBSERVATIONS, PLAN};

fn reads_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) -> Result<(), TestCaseError> {
    let fail = |error: serde_json::Error| TestCaseError::fail(format!("{error}: {value:?}"));
    let written = serde_json::to_string(value).map_err(fail)?;
    let read = serde_json::from_str::<T>(&written).map_err(fail)?;
    prop_assert_eq!(&read, value, "written as {}", written);
    prop_assert_eq!(serde_json::to_string(&read).map_err(fail)?, written);
    Ok(())
}

/// The same of a part of a plan, which knows the days of its plan and does not write them.
fn comes_back<T: Serialize + DeserializeOwned + Debug>(value: &T) -> Result<(), TestCaseError> {
    let fail = |error: serde_json::Error| TestCaseError::fail(format!("{error}: {value:?}"));
    let written = serde_json::to_string(value).map_err(fail)?;
    let read = serde_json::from_str::<T>(&written).map_err(fail)?;
    prop_assert_eq!(serde_json::to_string(&read).map_err(fail)?, written);
    Ok(())
}

fn prints<T: Display + FromStr + PartialEq + Debug>(value: &T) -> Result<(), TestCaseError> {
    let read = value.to_string().parse::<T>().ok();
    prop_assert_eq!(read.as_ref(), Some(value));
    Ok(())
}

/// The same with this part, if there is one.
fn with<W, P>(whole: W, part: Option<P>, add: impl FnOnce(W, P) -> W) -> W {
    match part {
        Some(part) => add(whole, part),
        None => whole,
    }
}

/// The same with this part, if there is one and it can stand there.
fn kept<W: Clone, P, E>(whole: W, part: Option<P>, add: impl FnOnce(W, P) -> Result<W, E>) -> W {
    let more = part.and_then(|part| add(whole.clone(), part).ok());
    more.unwrap_or(whole)
}

/// Any day, and some of years that no document can write.
fn day() -> BoxedStrategy<NaiveDate> {
    let years = prop_oneof![8 => 2010..2035, 1 => -1..3, 1 => 9_998..10_001, 1 => 1..10_000];
    (years, 1_u32..=366)
        .prop_filter_map("a day", |(year, ordinal)| NaiveDate::from_yo_opt(year, ordinal))
        .boxed()
}

fn length() -> BoxedStrategy<Length> {
    let named = select(&Length::NAMED).prop_map(|(_, length)| length);
    let any = (any::<bool>(), 1_u32..2_000).prop_map(|(months, count)| {
        if months {
            Length::Months(count)
        } else {
            Length::Days(count)
        }
    });
    let extreme = select(vec![0, 9_999_999, 10_000_000, 119_999_988, 119_999_989, u32::MAX])
        .prop_flat_map(|count| select(vec![Length::Months(count), Length::Days(count)]));
    prop_oneof![6 => named, 2 => any, 1 => extreme].boxed()
}

fn period() -> BoxedStrategy<Period> {
    (0..6, day(), day(), length(), -40..40)
        .prop_filter_map("a period", |(kind, one, other, every, by)| match kind {
            0 => Period::day(one).ok(),
            1 => Period::between(one.min(other), one.max(other)).ok(),
            2 => Period::between(one.min(other), one.max(other)).ok()?.shifted(by),
            _ => Period::containing(one, every).ok(),
        })
        .boxed()
}

fn decimal() -> BoxedStrategy<Decimal> {
    prop_oneof![
        4 => (-2_000_i64..2_000, 0_u32..4).prop_map(|(mantissa, scale)| Decimal::new(mantissa, scale)),
        2 => (any::<i128>(), 0_u32..=28).prop_map(|(mantissa, scale)| Decimal::from_i128_with_scale(mantissa >> 32, scale)),
        1 => select(vec![
            Decimal::MAX,
            Decimal::MIN,
            Decimal::from_parts(1, 0, 0, false, 28),
            // Zero with a sign, and with decimals.
            Decimal::from_parts(0, 0, 0, true, 7),
        ]),
    ].boxed()
}

fn fraction() -> BoxedStrategy<Decimal> {
    prop_oneof![
        3 => (-99_i64..=100, 2_u32..5).prop_map(|(mantissa, scale)| Decimal::new(mantissa, scale)),
        1 => decimal()
    ]
    .boxed()
}

/// Any characters, those that show nothing among them.
fn words() -> BoxedStrategy<String> {
    prop_oneof![
        4 => "\\PC{0,8}",
        2 => "[ \t\n\"\\\\{}]{0,6}",
        2 => ".{0,8}",
        1 => select(vec!["", "\u{202e}a\u{200b}", "\u{1b}[31m", "\u{feff}x", "億元"]).prop_map(str::to_owned),
    ]
    .boxed()
}

fn text() -> BoxedStrategy<Text> {
    let tag = || {
        select(vec![
            "en",
            "zh-Hant",
            "sr-Latn-RS",
            "EN",
            "e",
            "zh_Hant",
            "de-1996-abcdefgh1",
        ])
    };
    (option::of(tag()), words(), option::of((tag(), words())))
        .prop_filter_map("a text", |(tag, words, other)| {
            let text = match tag {
                Some(tag) => Text::tagged(tag, &words),
                None => Text::new(&words),
            }
            .ok()?;
            let both = other.and_then(|(tag, words)| text.clone().with(tag, &words).ok());
            Some(both.unwrap_or(text))
        })
        .boxed()
}

fn code() -> BoxedStrategy<Code> {
    prop_oneof![
        "[A-Za-z0-9][A-Za-z0-9._-]{0,70}",
        select(vec!["1", "CNY", "null", "true", "1e5", "0.5"]).prop_map(str::to_owned),
        words(),
    ]
    .prop_filter_map("a code", |text| Code::new(&text).ok())
    .boxed()
}

fn unit() -> BoxedStrategy<Unit> {
    (0..4, code(), -30_i8..=30, option::of(text()), any::<bool>())
        .prop_filter_map("a unit", |(kind, code, multiplier, label, whole)| {
            let unit = match kind {
                0 => Unit::ratio(),
                1 => Unit::percent(),
                2 => Unit::new(code, 0).ok()?,
                _ => Unit::new(code, multiplier).ok()?,
            };
            let unit = if whole {
                unit.clone().counted_whole().unwrap_or(unit)
            } else {
                unit
            };
            Some(match label {
                Some(label) => unit.with_label(label),
                None => unit,
            })
        })
        .boxed()
}

fn quantity() -> BoxedStrategy<Quantity> {
    let measure = prop_oneof![2 => select(Measure::ALL), 1 => Just(Measure::Flow)];
    let collected = option::of(select(Collected::ALL));
    (measure, unit(), collected, option::weighted(0.3, interval()))
        .prop_map(|(measure, unit, collected, possible)| {
            let plain = Quantity::new(measure, unit);
            let quantity = kept(plain, collected, Quantity::with_collected);
            kept(quantity, possible, Quantity::with_possible)
        })
        .boxed()
}

fn requirement(number: fn() -> BoxedStrategy<Decimal>) -> BoxedStrategy<Requirement> {
    (0..5, 0..4, number(), number(), decimal())
        .prop_filter_map("a requirement", |(kind, width, one, other, amount)| {
            let bound = match kind {
                0 => Bound::AtLeast(one),
                1 => Bound::MoreThan(one),
                2 => Bound::AtMost(one),
                3 => Bound::LessThan(one),
                _ => Bound::within(one, other).ok()?,
            };
            match width {
                0 => Some(Requirement::with_tolerance_not_stated(bound)),
                1 => Requirement::with_tolerance(bound, amount).ok(),
                _ => Some(bound.into()),
            }
        })
        .boxed()
}

fn every() -> BoxedStrategy<Every> {
    prop_oneof![4 => length().prop_map(Every::Length), 1 => Just(Every::Figure)].boxed()
}

fn goal() -> BoxedStrategy<Goal> {
    let value = || requirement(decimal);
    let rate = || (requirement(fraction), any::<bool>());
    prop_oneof![
        4 => value().prop_map(Goal::level),
        2 => rate().prop_map(|(rate, by_rates)| if by_rates { Goal::change_by_yearly_rates(rate) } else { Goal::change(rate) }),
        1 => value().prop_map(Goal::addition),
        2 => value().prop_map(Goal::cumulative),
        3 => rate().prop_map(|(rate, by_rates)| if by_rates { Goal::average_growth_by_yearly_rates(rate) } else { Goal::average_growth(rate) }),
        1 => (value(), every()).prop_map(|(value, every)| Goal::keep(value, every)),
        1 => (1_u32..4, value(), every()).prop_map(|(count, value, every)| Goal::keep_in(count, value, every)),
        1 => (any::<bool>(), select(Than::ALL), every()).prop_map(
            |(rises, than, every)| Goal::trend_than(if rises { Direction::Rising } else { Direction::Falling }, than, every)
        ),
        1 => select(vec![Lacks::Number, Lacks::Bound, Lacks::Reference]).prop_map(Goal::Unstated),
    ]
    .boxed()
}

fn citation() -> BoxedStrategy<Citation> {
    (text(), option::of(words()), option::of(text()))
        .prop_map(|(document, url, quote)| {
            let citation = with(Citation::new(document), url, |citation, url| citation.with_url(&url));
            with(citation, quote, Citation::with_quote)
        })
        .boxed()
}

fn source() -> BoxedStrategy<Source> {
    (text(), option::of(text()), option::of(words()), option::of(words()))
        .prop_map(|(title, publisher, url, locator)| {
            let source = with(Source::new(title), publisher, Source::with_publisher);
            let source = with(source, url, |source, url| source.with_url(&url));
            with(source, locator, |source, locator| source.with_locator(&locator))
        })
        .boxed()
}

/// What is drawn of a baseline: how many periods before a deadline or of which period, its value and those of parts, and whether it is a mean.
type DrawnBaseline = (
    Option<i32>,
    Period,
    Option<Decimal>,
    Vec<(Code, Decimal)>,
    Option<Citation>,
    bool,
);

fn baseline() -> BoxedStrategy<DrawnBaseline> {
    let value = option::of(prop_oneof![decimal(), Just(dec!(100))]);
    let values = vec((code_of("b"), decimal()), 0..3);
    (
        option::of(-9..-1),
        period(),
        value,
        values,
        option::of(citation()),
        any::<bool>(),
    )
        .boxed()
}

/// The baseline with the values of parts, or with that of the whole.
fn made((_, period, value, values, citation, is_mean): DrawnBaseline, is_of_parts: bool) -> Baseline {
    let baseline = match value.filter(|_| !is_of_parts) {
        Some(value) => Baseline::stated(period, value),
        None => Baseline::observed(period),
    };
    let values = values.into_iter().filter(|_| is_of_parts);
    let baseline = values.fold(baseline, |baseline, (part, value)| baseline.with_value_of(part, value));
    let baseline = if is_mean { baseline.as_mean() } else { baseline };
    with(baseline, citation, Baseline::with_citation)
}

fn reference() -> BoxedStrategy<Reference> {
    let value = prop_oneof![decimal(), Just(dec!(100))];
    (period(), value, option::of(text()))
        .prop_map(|(period, value, name)| with(Reference::new(period, value), name, Reference::with_name))
        .boxed()
}

fn points() -> BoxedStrategy<Vec<Point>> {
    vec(
        (period(), decimal()).prop_map(|(at, value)| Point::new(at, value)),
        0..3,
    )
    .boxed()
}

/// So many periods before a deadline, in one of the terms in which plans speak: halfway to what is asked, if that is what they are of.
fn milestone(goal: Goal, deadline: Period, (back, terms): (i32, u8)) -> Option<Milestone> {
    let period = deadline.shifted(back)?;
    let asked = goal
        .requirement()
        .map(|requirement| requirement.bound().aim_from(Decimal::ZERO));
    let half = asked
        .and_then(|asked| asked.checked_div(Decimal::TWO))
        .unwrap_or_default();
    Some(match terms {
        0 => Milestone::value(period, half),
        1..3 => Milestone::of_goal(period, half),
        _ => Milestone::share_of_way(period, Decimal::new(terms.into(), 1)),
    })
}

/// A table through such points.
fn schedule(goal: Goal, deadline: Period, points: &[(i32, u8)]) -> Shape {
    let points = points.iter().filter_map(|&at| milestone(goal, deadline, at));
    let point = |one: Milestone| Point::new(one.period, one.promised.number());
    Shape::Schedule(Schedule {
        points: points.map(point).collect(),
        between: Between::Interpolated,
    })
}

fn milestones() -> BoxedStrategy<Vec<(i32, u8)>> {
    vec((-4..0, 0_u8..8), 0..3).boxed()
}

fn shape() -> BoxedStrategy<Shape> {
    let between = select(vec![Between::Stepped, Between::Interpolated]);
    prop_oneof![
        select(vec![Shape::Linear, Shape::ConstantGrowth, Shape::Hold]),
        decimal().prop_map(|ceiling| Shape::Logistic { ceiling }),
        (points(), between).prop_map(|(points, between)| Shape::Schedule(Schedule { points, between })),
    ]
    .boxed()
}

fn amendment() -> BoxedStrategy<Amendment> {
    (day(), option::of(day()), option::of(text()), option::of(citation()))
        .prop_map(|(in_force, published, why, citation)| {
            let amendment = with(Amendment::new(in_force), published, Amendment::published_on);
            with(
                with(amendment, why, Amendment::with_why),
                citation,
                Amendment::with_citation,
            )
        })
        .boxed()
}

fn changes() -> BoxedStrategy<Changes> {
    let promise = (
        option::of(goal()),
        option::of(period()),
        option::weighted(0.2, baseline().prop_map(|drawn| made(drawn, false))),
        option::weighted(0.1, reference()),
    );
    let way = (
        option::weighted(0.2, any::<bool>()),
        option::weighted(0.2, shape()),
        option::weighted(0.2, points()),
    );
    (promise, way)
        .prop_map(|((goal, deadline, baseline, reference), (limit, shape, points))| {
            let changes = with(Changes::new(), goal, Changes::goal);
            let changes = with(changes, deadline, Changes::deadline);
            let changes = with(changes, baseline, Changes::baseline);
            let changes = with(changes, reference, Changes::reference);
            let changes = with(changes, limit, |changes, is_limit| {
                if is_limit {
                    changes.as_limit()
                } else {
                    changes.to_be_reached()
                }
            });
            let changes = with(changes, shape, Changes::shape);
            with(changes, points, |changes, points| {
                changes.milestones(points.into_iter().map(Milestone::from))
            })
        })
        .boxed()
}

/// A target of any quantity.
#[derive(Clone)]
struct Sketch(Arc<MadeOf>);

type MadeOf = dyn Fn(&Quantity) -> Option<Target> + Send + Sync;

impl Debug for Sketch {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> core::fmt::Result {
        formatter.write_str("a target")
    }
}

/// What a target can say beside its goal; of that, what can stand there.
fn target(number: usize) -> BoxedStrategy<Sketch> {
    let promise = (goal(), period(), option::weighted(0.9, baseline()));
    let words = (
        option::of(text()),
        option::of(text()),
        option::of(citation()),
        option::of(text()),
    );
    let about = (
        option::weighted(0.3, decimal()),
        option::of(select(Nature::ALL)),
        option::of(length()),
        option::weighted(0.2, (0..3, code_of("t"))),
        option::weighted(0.1, code_of("i")),
        option::weighted(
            0.3,
            prop_oneof![code_of("b").prop_map(Of::Breakdown), dimension().prop_map(Of::Each)],
        ),
        vec(select(LikelyMistake::ALL), 0..2),
    );
    let amendments = vec((amendment(), changes()), 0..3);
    (promise, words, way(), about, amendments)
        .prop_map(move |parts| {
            Sketch(Arc::new(move |quantity| {
                let (promise, words, way, about, amendments) = parts.clone();
                let (goal, deadline, baseline) = promise;
                let baseline = baseline.map(|drawn: DrawnBaseline| {
                    let before = drawn.0.and_then(|back| deadline.shifted(back));
                    (drawn.0, before.unwrap_or(drawn.1), drawn.2, drawn.3, drawn.4, drawn.5)
                });
                let own = Code::new(&format!("t{number}")).unwrap();
                let (weight, nature, reported, relation, proxy, of, accepted) = about;
                let builder = Target::builder(own, quantity.clone(), goal, deadline);
                let builder = accepted.into_iter().fold(builder, TargetBuilder::accepting);
                let of_whole = baseline.clone().map(|drawn| made(drawn, false));
                let builder = with(builder, of_whole, TargetBuilder::baseline);
                let builder = along(builder, goal, deadline, way);
                let (name, responsible, citation, note) = words;
                let builder = with(builder, name, TargetBuilder::name);
                let builder = with(builder, responsible, TargetBuilder::responsible);
                let builder = with(builder, citation, TargetBuilder::citation);
                let builder = with(builder, note, TargetBuilder::note);
                let builder = built(builder, weight, TargetBuilder::weight);
                let builder = with(builder, nature, TargetBuilder::nature);
                let builder = built(builder, reported, TargetBuilder::reported);
                let builder = with(builder, relation, related);
                let builder = with(builder, proxy, TargetBuilder::proxy);
                let builder = built(builder, of.clone(), TargetBuilder::of);
                let of_parts = baseline.map(|drawn| made(drawn, true));
                let builder = built(builder, of.zip(of_parts), |builder, (of, baseline)| {
                    builder.of(of).baseline(baseline)
                });
                let amend = |builder: TargetBuilder, (amendment, changes)| builder.amendment(amendment, changes);
                let amended = amendments.into_iter();
                let amended = amended.fold(builder, |builder, one| built(builder, Some(one), amend));
                amended.build().ok()
            }))
        })
        .boxed()
}

/// What is drawn of how a target gets there: a shape, a schedule, milestones, whether it is a limit, a reference, and the clock.
type DrawnWay = (
    Option<Shape>,
    Option<Vec<(i32, u8)>>,
    Vec<(i32, u8)>,
    Option<bool>,
    Option<Reference>,
    Option<Clock>,
);

fn way() -> BoxedStrategy<DrawnWay> {
    (
        option::weighted(0.3, shape()),
        option::weighted(0.1, milestones()),
        milestones(),
        option::weighted(0.2, any::<bool>()),
        option::of(reference()),
        option::weighted(0.3, select(Clock::ALL)),
    )
        .boxed()
}

fn along(builder: TargetBuilder, goal: Goal, deadline: Period, way: DrawnWay) -> TargetBuilder {
    let (shape, scheduled, milestones, limit, reference, clock) = way;
    let builder = built(builder, reference, TargetBuilder::reference);
    let builder = built(builder, shape, TargetBuilder::shape);
    let scheduled = scheduled.map(|points| schedule(goal, deadline, &points));
    let builder = built(builder, scheduled, TargetBuilder::shape);
    let milestones = milestones.into_iter().map(|at| milestone(goal, deadline, at));
    let builder = milestones.fold(builder, |builder, one| built(builder, one, TargetBuilder::milestone));
    let builder = built(builder, limit, |builder, is_limit| {
        if is_limit {
            builder.as_limit()
        } else {
            builder.to_be_reached()
        }
    });
    built(builder, clock, TargetBuilder::clock)
}

fn related(builder: TargetBuilder, (kind, other): (i32, Code)) -> TargetBuilder {
    match kind {
        0 => builder.alternative_to(other),
        1 => builder.restates(other),
        _ => builder.part_of(other),
    }
}

/// The same target in the making with this part, if there is one and it can be built then.
fn built<P>(
    builder: TargetBuilder,
    part: Option<P>,
    add: impl FnOnce(TargetBuilder, P) -> TargetBuilder,
) -> TargetBuilder {
    kept(builder, part, |builder, part| {
        let more = add(builder, part);
        more.clone().build().map(|_| more)
    })
}

/// A code of one of the first nouns of this kind, which may be there.
fn code_of(kind: &'static str) -> BoxedStrategy<Code> {
    (0..4)
        .prop_filter_map("a code", move |number| Code::new(&format!("{kind}{number}")).ok())
        .boxed()
}

/// One of so few that a part is often along the one that a target names.
fn dimension() -> BoxedStrategy<Code> {
    select(vec!["g0", "g1"])
        .prop_filter_map("a code", |code| Code::new(code).ok())
        .boxed()
}

fn deliverable(number: usize) -> BoxedStrategy<Deliverable> {
    let words = (text(), option::of(text()), option::of(citation()), option::of(text()));
    let restated = option::weighted(0.1, code_of("d"));
    let time = (option::weighted(0.3, day()), period());
    let amendments = vec((amendment(), period()), 0..2);
    (words, time, select(Verifiability::ALL), decimal(), restated, amendments)
        .prop_map(move |(words, time, verifiability, weight, restated, amendments)| {
            let (name, responsible, citation, note) = words;
            let (begins, deadline) = time;
            let own = Code::new(&format!("d{number}")).unwrap();
            let mut deliverable = Deliverable::new(own, name, deadline).with_verifiability(verifiability);
            deliverable = with(deliverable, begins, Deliverable::with_begins);
            if let Ok(weight) = Weight::new(weight) {
                deliverable = deliverable.with_weight(weight);
            }
            deliverable = with(deliverable, responsible, Deliverable::with_responsible);
            deliverable = with(deliverable, citation, Deliverable::with_citation);
            deliverable = with(deliverable, restated, Deliverable::with_restates);
            deliverable = with(deliverable, note, Deliverable::with_note);
            amendments
                .into_iter()
                .fold(deliverable, |deliverable, (amendment, deadline)| {
                    deliverable.with_amendment(amendment, deadline)
                })
        })
        .boxed()
}

fn indicator(number: usize, targets: [usize; 2]) -> BoxedStrategy<Indicator> {
    let parts = vec((text(), dimension(), option::of(dimension())), 0..4);
    let about = (text(), quantity(), option::of(text()), parts, any::<bool>());
    (about, targets.map(target))
        .prop_map(move |((name, quantity, note, parts, add_up), targets)| {
            let own = Code::new(&format!("i{number}")).unwrap();
            let targets = targets.iter().filter_map(|Sketch(target)| target(&quantity));
            let indicator = Indicator::new(own, name, quantity.clone());
            let mut indicator = targets.fold(indicator, Indicator::with_target);
            for (number, (name, dimension, other)) in parts.iter().enumerate() {
                let own = Code::new(&format!("b{number}")).unwrap();
                let part = Breakdown::new(own, name.clone(), dimension.clone());
                indicator = indicator.with_breakdown(with(part, other.clone(), Breakdown::with_dimension));
            }
            let can_add_up = matches!(quantity.measure(), Measure::Stock | Measure::Flow) && add_up;
            let alone = parts.iter().find(|(_, _, other)| other.is_none() && can_add_up);
            if let Some((_, dimension, _)) = alone {
                indicator = indicator.with_parts_adding_up(dimension.clone());
            }
            with(indicator, note, Indicator::with_note)
        })
        .boxed()
}

pub(crate) fn plan() -> BoxedStrategy<Plan> {
    let parts = (
        indicator(0, [0, 1]),
        indicator(1, [2, 3]),
        deliverable(0),
        deliverable(1),
    );
    let pillar = (text(), option::of(decimal()), option::of(text()), parts).prop_map(|(name, weight, note, parts)| {
        let mut pillar = Pillar::new(Code::new("pillar").unwrap(), name)
            .with_indicator(parts.0)
            .with_indicator(parts.1)
            .with_deliverable(parts.2)
            .with_deliverable(parts.3);
        if let Some(Ok(weight)) = weight.map(Weight::new) {
            pillar = pillar.with_weight(weight);
        }
        with(pillar, note, Pillar::with_note)
    });
    let about = (
        option::of(text()),
        vec(text(), 0..3),
        option::of(day()),
        option::of(citation()),
        option::of(text()),
    );
    (code(), text(), period(), about, pillar)
        .prop_filter_map("a plan", |(code, name, period, about, pillar)| {
            let (region, issuers, published, citation, note) = about;
            let mut builder = Plan::builder(code, name, period).pillar(pillar);
            builder = issuers.into_iter().fold(builder, PlanBuilder::issuer);
            builder = with(builder, region, PlanBuilder::region);
            builder = with(builder, published, PlanBuilder::published_on);
            builder = with(builder, citation, PlanBuilder::citation);
            builder = with(builder, note, PlanBuilder::note);
            builder.build().ok()
        })
        .boxed()
}

fn published() -> BoxedStrategy<Published> {
    (0..3, day())
        .prop_map(|(kind, day)| match kind {
            0 => Published::Unstated,
            1 => Published::NotBefore(day),
            _ => Published::On(day),
        })
        .boxed()
}

fn interval() -> BoxedStrategy<Interval> {
    let limit = || {
        (0..3, decimal()).prop_map(|(kind, value)| match kind {
            0 => Edge::Unlimited,
            1 => Edge::Inclusive(value),
            _ => Edge::Exclusive(value),
        })
    };
    (limit(), limit())
        .prop_filter_map("an interval", |(low, high)| Interval::between(low, high).ok())
        .boxed()
}

fn uncertainty() -> BoxedStrategy<Uncertainty> {
    let confidence = select(vec![dec!(0.95), dec!(0), dec!(1.5)]);
    let interval = (decimal(), decimal(), confidence);
    prop_oneof![
        (decimal(), decimal()).prop_map(|(from, to)| Uncertainty::between(from, to)),
        interval.prop_map(|(from, to, confidence)| Uncertainty::confidence_interval(from, to, confidence)),
        decimal().prop_map(Uncertainty::standard_error),
    ]
    .boxed()
}

fn reading() -> BoxedStrategy<Reading> {
    prop_oneof![
        4 => decimal().prop_map(Reading::Exact),
        1 => decimal().prop_map(Reading::Approximate),
        1 => Just(Reading::Missing),
        2 => interval().prop_map(Reading::from),
    ]
    .boxed()
}

fn observation() -> BoxedStrategy<Observation> {
    let status = vec(select(ObservationStatus::ALL), 0..4).prop_map(Flags::from_iter);
    let found = (
        option::of(source()),
        option::of(text()),
        option::of(day()),
        option::of(uncertainty()),
    );
    (period(), reading(), published(), status, found, any::<bool>())
        .prop_map(|(period, reading, published, status, found, is_status_first)| {
            let (source, note, since, uncertainty) = found;
            let mut figure = Observation::new(period, reading).with_published(published);
            figure = with(figure, source, Observation::with_source);
            figure = with(figure, note, Observation::with_note);
            figure = with(figure, is_status_first.then_some(status), Observation::with_status);
            figure = kept(figure, uncertainty, Observation::with_uncertainty);
            figure = with(figure, (!is_status_first).then_some(status), Observation::with_status);
            kept(figure, since, Observation::cumulative_since)
        })
        .boxed()
}

fn delivery() -> BoxedStrategy<Delivery> {
    let found = (option::of(source()), option::of(text()), option::of(decimal()));
    (select(DeliveryState::ALL), day(), published(), found)
        .prop_map(|(state, on, published, found)| {
            let (source, note, share) = found;
            let mut report = Delivery::new(state, on).with_published(published);
            report = kept(report, share, Delivery::with_share_done);
            report = with(report, source, Delivery::with_source);
            with(report, note, Delivery::with_note)
        })
        .boxed()
}

pub(crate) fn observations() -> BoxedStrategy<Observations> {
    let series = (unit(), vec(observation(), 0..4), vec(text(), 0..3));
    let series = series.prop_filter_map("a series", |(unit, figures, publishers)| {
        let series = Series::new(Code::new("i0").unwrap(), unit, figures).ok()?;
        Some(series.with_publishers(publishers))
    });
    let reports = vec(delivery(), 0..3);
    (series, unit(), reports)
        .prop_filter_map("observations", |(series, unit, reports)| {
            let other = Series::empty(Code::new("i1").unwrap(), unit);
            let part = other.clone().with_breakdown(Code::new("b0").unwrap());
            let observations = Observations::new(vec![series, part, other]).ok()?;
            observations.with_deliveries(Code::new("d0").unwrap(), reports).ok()
        })
        .boxed()
}

proptest! {
    #[test]
    fn of_values(period in period(), code in code(), rate in decimal()) {
        reads_back(&period)?;
        prints(&period)?;
        reads_back(&code)?;
        prints(&code)?;
        if let Ok(rate) = Rate::new(rate) {
            reads_back(&rate)?;
        }
    }

    /// What is converted exactly comes back, and what comes back was exact.
    #[test]
    fn of_units(value in decimal(), from in -28_i8..=28, to in -28_i8..=28) {
        let unit = |multiplier| Unit::new(Code::new("m").unwrap(), multiplier).unwrap();
        if let Ok(converted) = unit(from).convert(value, &unit(to)) {
            prop_assert_eq!(unit(to).convert(converted, &unit(from)), Ok(value));
        } else {
                // Its digits do not fit: those before the point, or those behind it.
                let value = value.normalize();
                let all = value.mantissa().unsigned_abs().to_string();
                let count = |digits: &str| i32::try_from(digits.len()).unwrap();
                let places = i32::from(from).saturating_sub(to.into());
                let behind = i32::try_from(value.scale()).unwrap().saturating_sub(places);
                let before = count(&all).saturating_sub(behind);
                let zeros = count(&all).saturating_sub(count(all.trim_end_matches('0')));
                prop_assert!(behind.saturating_sub(zeros) > 28 || before > 28, "{} by {}", value, places);
        }
    }

    #[test]
    fn of_plans(plan in plan()) {
        reads_back(&plan)?;
        prop_assert_eq!(plan.to_builder().build(), Ok(plan.clone()));
        for pillar in plan.pillars() {
            comes_back(pillar)?;
            reads_back(pillar.name())?;
            pillar.deliverables().iter().try_for_each(comes_back)?;
        }
        for indicator in plan.indicators() {
            comes_back(indicator)?;
            reads_back(indicator.quantity().unit())?;
            indicator.breakdowns().iter().try_for_each(reads_back)?;
        }
        for (_, target) in plan.targets() {
            prop_assert_eq!(target.to_builder().build(), Ok(target.clone()));
            prop_assert_eq!(plan.to_builder().replacing(target.clone()).build(), Ok(plan.clone()));
            reads_back(&target.goal())?;
            reads_back(target.of())?;
            target.goal().requirement().iter().try_for_each(reads_back)?;
            target.baseline().into_iter().try_for_each(reads_back)?;
            target.reference().into_iter().try_for_each(reads_back)?;
            target.shape().into_iter().try_for_each(reads_back)?;
            target.citation().into_iter().try_for_each(reads_back)?;
        }
    }

    #[test]
    fn of_observations(observations in observations()) {
        reads_back(&observations)?;
        for series in &observations {
            reads_back(series)?;
            series.observations().iter().try_for_each(reads_back)?;
            series.observations().iter().filter_map(Observation::source).try_for_each(reads_back)?;
        }
        observations.deliveries("d0").iter().try_for_each(reads_back)?;
    }
}

/// The keys of every map in a document.
fn keys(document: &Value, found: &mut BTreeSet<String>) {
    match document {
        Value::Object(map) => map.iter().for_each(|(key, value)| {
            found.insert(key.clone());
            // Those of parts stand by their codes.
            if key != "values" {
                keys(value, found);
            }
        }),
        Value::Array(items) => items.iter().for_each(|item| keys(item, found)),
        _ => {}
    }
}

/// Some times as many as it takes to draw each field.
const MOST_DRAWS: usize = 3_000;

/// What these properties say they say of all that can stand in a document: each field is drawn, of which each document of this folder has one.
#[test]
fn every_field_is_drawn() {
    let config = ProptestConfig {
        max_local_rejects: u32::MAX,
        ..ProptestConfig::default()
    };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let mut missing = BTreeSet::new();
    for document in [PLAN, OBSERVATIONS] {
        keys(&serde_json::from_str(document).unwrap(), &mut missing);
    }
    // An author writes it, and nobody else.
    missing.remove("$schema");
    let both = (plan(), observations());
    for _ in 0..MOST_DRAWS {
        let (plan, observations) = both.new_tree(&mut runner).unwrap().current();
        let mut drawn = BTreeSet::new();
        keys(&serde_json::to_value(plan).unwrap(), &mut drawn);
        keys(&serde_json::to_value(observations).unwrap(), &mut drawn);
        missing.retain(|key| !drawn.contains(key));
        if missing.is_empty() {
            return;
        }
    }
    panic!("never drawn: {missing:?}");
}
