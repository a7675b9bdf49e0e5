//! What a constructor accepts can be written, and reads back as what it was.

use core::fmt::{Debug, Display};
use core::str::FromStr;

use milepost::{
    Amendment, Baseline, Between, Bound, Breakdown, Changes, Citation, Code, Decimal, Deliverable, Delivery,
    DeliveryState, Direction, Goal, Indicator, Interim, Interval, Lacks, Length, Limit, Measure, Milestone, NaiveDate,
    Nature, Observation, ObservationStatus, Observations, Of, Period, Pillar, Plan, PlanBuilder, Published, Quantity,
    Rate, Reading, Requirement, Schedule, Series, Shape, Source, Target, TargetBuilder, Text, Than, Unit,
    Verifiability, Weight,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde::Serialize;
use serde::de::DeserializeOwned;

fn reads_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) -> Result<(), TestCaseError> {
    let fail = |error: serde_json::Error| TestCaseError::fail(format!("{error}: {value:?}"));
    let written = serde_json::to_string(value).map_err(fail)?;
    let read = serde_json::from_str::<T>(&written).map_err(fail)?;
    prop_assert_eq!(&read, value, "written as {}", written);
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
        (-99_i64..=100, 2_u32..5).prop_map(|(mantissa, scale)| Decimal::new(mantissa, scale)),
        decimal()
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
                Some(label) => unit.labelled(label),
                None => unit,
            })
        })
        .boxed()
}

fn quantity() -> BoxedStrategy<Quantity> {
    (select(Measure::ALL), unit())
        .prop_map(|(measure, unit)| Quantity::new(measure, unit))
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

fn goal() -> BoxedStrategy<Goal> {
    let value = || requirement(decimal);
    let rate = || (requirement(fraction), any::<bool>());
    let chained = |goal: Goal, by_rates| {
        if by_rates {
            goal.measured_by_yearly_rates()
        } else {
            goal
        }
    };
    prop_oneof![
        4 => value().prop_map(Goal::level),
        2 => rate().prop_map(move |(rate, by_rates)| chained(Goal::change(rate), by_rates)),
        1 => value().prop_map(Goal::addition),
        1 => value().prop_map(Goal::cumulative),
        2 => rate().prop_map(move |(rate, by_rates)| chained(Goal::average_growth(rate), by_rates)),
        1 => (value(), length()).prop_map(|(value, every)| Goal::keep(value, every)),
        1 => (any::<bool>(), select(vec![Than::Previous, Than::Baseline]), length()).prop_map(
            |(rises, than, every)| Goal::trend(if rises { Direction::Rising } else { Direction::Falling }).than(than).looked_at(every)
        ),
        1 => select(vec![Lacks::Number, Lacks::Bound, Lacks::Reference]).prop_map(Goal::Unstated),
    ]
    .boxed()
}

fn citation() -> BoxedStrategy<Citation> {
    (text(), option::of(words()), option::of(text()))
        .prop_map(|(document, url, quote)| {
            let citation = with(Citation::new(document), url, |citation, url| citation.at_url(&url));
            with(citation, quote, Citation::quoting)
        })
        .boxed()
}

fn source() -> BoxedStrategy<Source> {
    (text(), option::of(words()), option::of(words()))
        .prop_map(|(title, url, locator)| {
            let source = with(Source::new(title), url, |source, url| source.at_url(&url));
            with(source, locator, |source, locator| source.at(&locator))
        })
        .boxed()
}

fn baseline() -> BoxedStrategy<Baseline> {
    let values = option::weighted(0.2, vec((code_of("b"), decimal()), 0..3));
    (period(), option::of(decimal()), values, option::of(citation()))
        .prop_map(|(period, value, values, citation)| {
            let baseline = match value {
                Some(value) => Baseline::stated(period, value),
                None => Baseline::observed(period),
            };
            let values = values.unwrap_or_default().into_iter();
            let baseline = values.fold(baseline, |baseline, (part, value)| baseline.with_value_of(part, value));
            with(baseline, citation, Baseline::cited)
        })
        .boxed()
}

fn points() -> BoxedStrategy<Vec<Milestone>> {
    vec(
        (period(), decimal()).prop_map(|(at, value)| Milestone::new(at, value)),
        0..3,
    )
    .boxed()
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
            with(with(amendment, why, Amendment::because), citation, Amendment::cited)
        })
        .boxed()
}

fn changes() -> BoxedStrategy<Changes> {
    let promise = (
        option::of(goal()),
        option::of(period()),
        option::weighted(0.2, baseline()),
    );
    let way = (
        option::weighted(0.2, any::<bool>()),
        option::weighted(0.2, shape()),
        option::weighted(0.2, points()),
    );
    (promise, way)
        .prop_map(|((goal, deadline, baseline), (limit, shape, points))| {
            let changes = with(Changes::default(), goal, Changes::goal);
            let changes = with(changes, deadline, Changes::deadline);
            let changes = with(changes, baseline, Changes::baseline);
            let changes = with(changes, limit, Changes::limit);
            let changes = with(changes, shape, Changes::shape);
            with(changes, points, |changes, points| {
                changes.milestones(points.into_iter().map(Interim::from))
            })
        })
        .boxed()
}

/// What a target can say beside its goal.
fn target(number: usize, quantity: Quantity) -> BoxedStrategy<Option<Target>> {
    let promise = (
        goal(),
        period(),
        option::weighted(0.9, baseline()),
        option::weighted(0.2, shape()),
    );
    let words = (
        option::of(text()),
        option::of(text()),
        option::of(citation()),
        option::of(text()),
    );
    let about = (
        option::weighted(0.3, decimal()),
        option::of(select(vec![Nature::Binding, Nature::Anticipatory])),
        option::of(length()),
        option::weighted(0.2, points()),
        option::weighted(0.1, (0..3, code_of("t"))),
        option::weighted(0.1, code_of("i")),
        option::weighted(
            0.3,
            prop_oneof![code_of("b").prop_map(Of::Breakdown), code_of("g").prop_map(Of::Each)],
        ),
    );
    let amendments = vec((amendment(), changes()), 0..3);
    (promise, words, about, amendments)
        .prop_map(move |(promise, words, about, amendments)| {
            let (goal, deadline, baseline, shape) = promise;
            let own = Code::new(&format!("t{number}")).unwrap();
            let mut builder = Target::builder(own, quantity.clone(), goal, deadline);
            builder = with(builder, baseline, TargetBuilder::baseline);
            builder = with(builder, shape, TargetBuilder::shape);
            let (name, responsible, citation, note) = words;
            builder = with(builder, name, TargetBuilder::name);
            builder = with(builder, responsible, TargetBuilder::responsible);
            builder = with(builder, citation, TargetBuilder::citation);
            builder = with(builder, note, TargetBuilder::note);
            let (weight, nature, reported, points, relation, proxy, of) = about;
            builder = with(builder, weight, TargetBuilder::weight);
            builder = with(builder, nature, TargetBuilder::nature);
            builder = with(builder, reported, TargetBuilder::reported);
            builder = match relation {
                Some((0, other)) => builder.alternative_to(other),
                Some((1, other)) => builder.restates(other),
                Some((_, longer)) => builder.part_of(longer),
                None => builder,
            };
            builder = with(builder, proxy, TargetBuilder::proxy);
            builder = with(builder, of, TargetBuilder::of);
            let points = points.unwrap_or_default();
            builder = points.into_iter().fold(builder, TargetBuilder::milestone);
            let amended = amendments
                .into_iter()
                .fold(builder.clone(), |builder, (amendment, changes)| {
                    builder.amendment(amendment, changes)
                });
            // What is refused once it is amended can stand without.
            amended.build().or_else(|_| builder.build()).ok()
        })
        .boxed()
}

/// A code of one of the first nouns of this kind, which may be there.
fn code_of(kind: &'static str) -> BoxedStrategy<Code> {
    (0..4)
        .prop_filter_map("a code", move |number| Code::new(&format!("{kind}{number}")).ok())
        .boxed()
}

fn deliverable(number: usize) -> BoxedStrategy<Deliverable> {
    let words = (text(), option::of(text()), option::of(citation()), option::of(text()));
    let restated = option::weighted(0.1, code_of("d"));
    let verifiability = select(vec![
        Verifiability::Title,
        Verifiability::Criterion,
        Verifiability::None,
    ]);
    let amendments = vec((amendment(), period()), 0..2);
    (words, period(), verifiability, decimal(), restated, amendments)
        .prop_map(move |(words, deadline, verifiability, weight, restated, amendments)| {
            let (name, responsible, citation, note) = words;
            let own = Code::new(&format!("d{number}")).unwrap();
            let mut deliverable = Deliverable::new(own, name, deadline).with_verifiability(verifiability);
            if let Ok(weight) = Weight::new(weight) {
                deliverable = deliverable.with_weight(weight);
            }
            deliverable = with(deliverable, responsible, Deliverable::with_responsible);
            deliverable = with(deliverable, citation, Deliverable::with_citation);
            deliverable = with(deliverable, restated, Deliverable::restating);
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
    let parts = (text(), code_of("g"), option::of(code_of("g")));
    (text(), quantity(), option::of(text()), vec(parts, 0..4), any::<bool>())
        .prop_flat_map(move |(name, quantity, note, parts, add_up)| {
            targets
                .map(|number| target(number, quantity.clone()))
                .prop_map(move |targets| {
                    let own = Code::new(&format!("i{number}")).unwrap();
                    let indicator = Indicator::new(own, name.clone(), quantity.clone());
                    let mut indicator = targets.into_iter().flatten().fold(indicator, Indicator::with_target);
                    for (number, (name, dimension, other)) in parts.iter().enumerate() {
                        let own = Code::new(&format!("b{number}")).unwrap();
                        let part = Breakdown::new(own, name.clone(), dimension.clone());
                        indicator = indicator.with_breakdown(with(part, other.clone(), Breakdown::along));
                    }
                    let can_add_up = matches!(quantity.measure(), Measure::Stock | Measure::Flow) && add_up;
                    let alone = parts.iter().find(|(_, _, other)| other.is_none() && can_add_up);
                    if let Some((_, dimension, _)) = alone {
                        indicator = indicator.with_parts_adding_up(dimension.clone());
                    }
                    match &note {
                        Some(note) => indicator.with_note(note.clone()),
                        None => indicator,
                    }
                })
        })
        .boxed()
}

fn plan() -> BoxedStrategy<Plan> {
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
            builder = with(builder, published, PlanBuilder::published);
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

fn reading() -> BoxedStrategy<Reading> {
    let limit = || {
        (0..3, decimal()).prop_map(|(kind, value)| match kind {
            0 => Limit::Unlimited,
            1 => Limit::Inclusive(value),
            _ => Limit::Exclusive(value),
        })
    };
    prop_oneof![
        4 => decimal().prop_map(Reading::Exact),
        1 => decimal().prop_map(Reading::Approximate),
        1 => Just(Reading::Missing),
        2 => (limit(), limit()).prop_filter_map("an interval", |(low, high)| Interval::between(low, high).ok().map(Reading::from)),
    ].boxed()
}

fn observation() -> BoxedStrategy<Observation> {
    let status = select(vec![
        ObservationStatus::Normal,
        ObservationStatus::Break,
        ObservationStatus::Provisional,
        ObservationStatus::Estimated,
        ObservationStatus::Forecast,
    ]);
    let found = (option::of(source()), option::of(text()), option::of(day()));
    (period(), reading(), published(), status, found)
        .prop_map(|(period, reading, published, status, found)| {
            let (source, note, since) = found;
            let mut figure = Observation::new(period, reading)
                .with_published(published)
                .with_status(status);
            figure = with(figure, source, Observation::from_source);
            figure = with(figure, note, Observation::with_note);
            match since {
                Some(since) => figure.clone().cumulative_since(since).unwrap_or(figure),
                None => figure,
            }
        })
        .boxed()
}

fn delivery() -> BoxedStrategy<Delivery> {
    let found = (option::of(source()), option::of(text()), option::of(decimal()));
    (select(DeliveryState::ALL), day(), published(), found)
        .prop_map(|(state, on, published, found)| {
            let (source, note, share) = found;
            let mut report = Delivery::new(state, on).with_published(published);
            if let Some(share) = share {
                report = report.clone().with_share_done(share).unwrap_or(report);
            }
            report = with(report, source, Delivery::from_source);
            with(report, note, Delivery::with_note)
        })
        .boxed()
}

fn observations() -> BoxedStrategy<Observations> {
    let series = (unit(), vec(observation(), 0..4)).prop_filter_map("a series", |(unit, figures)| {
        Series::new(Code::new("i0").unwrap(), unit, figures).ok()
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
    }

    #[test]
    fn of_observations(observations in observations()) {
        reads_back(&observations)?;
    }
}
