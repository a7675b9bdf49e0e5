//! Laws of periods, numbers, names and the other values: what is accepted reads back.

use std::cmp::Ordering;
use std::fmt::{Debug, Display};
use std::ops::RangeInclusive;
use std::str::FromStr;

use arbitrary::{Result, Unstructured};
use milepost::chrono::{Datelike as _, NaiveDate};
use milepost::plan::Citation;
use milepost::series::DeliveryState;
use milepost::value::{Edge, Interval, Met, Position};
use milepost::{
    Bound, Code, Cuts, Decimal, Deliverable, Delivery, Length, Observation, Observations, Period, Pillar, Plan,
    Published, Rate, Requirement, Rule, Series, Source, Text, Unit, Weight, Years, date, decimal,
};

use crate::case::number;
use crate::catalogue::rules;
use crate::laws::{is_one_line, reads_back};

/// What a text can mean.
pub(crate) fn text(text: &str) {
    printed::<Period>(text);
    printed::<Code>(text);
    for error in [
        date(text).err(),
        Text::new(text).err(),
        Text::tagged(text, "words").err(),
    ] {
        error.iter().for_each(is_one_line);
    }
    if let Ok(day) = date(text) {
        assert_eq!(day.to_string(), text);
    }
    match decimal::parse(text) {
        Ok(value) => assert_eq!(plain(text), value.normalize().to_string()),
        Err(error) => is_one_line(&error),
    }
    named(text);
}

/// What is read is printed so that it is read again.
fn printed<T: FromStr<Err: Display> + Display + Debug + PartialEq + serde::Serialize + serde::de::DeserializeOwned>(
    text: &str,
) {
    match text.parse::<T>() {
        Ok(value) => {
            let again = value.to_string().parse::<T>();
            assert_eq!(again.ok().as_ref(), Some(&value), "from {text}");
            reads_back(&value);
        }
        Err(error) => is_one_line(&error),
    }
}

/// The digits of a number without what says nothing: the zeros at its ends, a plus, the sign of zero.
fn plain(text: &str) -> String {
    let (sign, digits) = match text.strip_prefix(['-', '+']) {
        Some(digits) => (text.strip_prefix('-').map_or("", |_| "-"), digits),
        None => ("", text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    let whole = if whole.is_empty() { "0" } else { whole };
    match (whole, fraction) {
        ("0", "") => "0".to_owned(),
        (_, "") => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{fraction}"),
    }
}

/// Whatever stands as a name, an address or a note in a plan and its observations is written and read back.
fn named(text: &str) {
    let Ok(name) = Text::new(text).or_else(|_| Text::tagged(text, "words")) else {
        return;
    };
    let both = name.clone().with("en", text).unwrap_or_else(|_| name.clone());
    let code = |word: &str| word.parse::<Code>().unwrap_or_else(|error| panic!("{error}"));
    let year = Period::year(2026).unwrap_or_else(|error| panic!("{error}"));
    let citation = Citation::new(name.clone()).with_url(text).with_quote(both.clone());
    let source = Source::new(name.clone()).with_url(text).with_locator(text);
    let deliverable = Deliverable::new(code("deliverable"), both.clone(), year)
        .with_responsible(name.clone())
        .with_citation(citation.clone());
    let pillar = Pillar::new(code("pillar"), name.clone()).with_note(both.clone());
    let plan = Plan::builder(code("plan"), both.clone(), year)
        .region(name.clone())
        .issuer(both.clone())
        .citation(citation)
        .note(name.clone())
        .pillar(pillar.with_deliverable(deliverable))
        .build();
    reads_back(&plan.unwrap_or_else(|problems| panic!("{problems}")));
    let figure = Observation::new(year, Decimal::ONE)
        .with_source(source.clone())
        .with_note(both);
    let series = Series::new(code("indicator"), Unit::ratio().with_label(name), vec![figure]);
    let observations = series.and_then(|series| Observations::new(vec![series]));
    let observations = observations.unwrap_or_else(|error| panic!("{error}"));
    let report = Delivery::new(DeliveryState::UnderWay, year.first()).with_source(source);
    let observations = observations.with_deliveries(code("deliverable"), vec![report]);
    reads_back(&observations.unwrap_or_else(|error| panic!("{error}")));
}

/// The laws of one value of each kind.
pub(crate) fn drawn(u: &mut Unstructured<'_>) -> Result<()> {
    period(u)?;
    bounds(u)?;
    units(u)?;
    rule(u)?;
    delivery(u)
}

/// Any day of these years, and often one of today's.
fn any_day(u: &mut Unstructured<'_>, years: RangeInclusive<i32>) -> Result<NaiveDate> {
    let year = if u.ratio(1, 2)? {
        u.int_in_range(2015..=2030)?
    } else {
        u.int_in_range(years)?
    };
    NaiveDate::from_yo_opt(year, u.int_in_range(1..=366)?).ok_or(arbitrary::Error::IncorrectFormat)
}

fn period(u: &mut Unstructured<'_>) -> Result<()> {
    let (one, other, every) = (
        any_day(u, -1..=10_000)?,
        any_day(u, -1..=10_000)?,
        *u.choose(&Length::NAMED.map(|(_, length)| length))?,
    );
    let year = u.int_in_range(-1..=10_000)?;
    let periods = [
        Period::between(one.min(other), one.max(other)),
        Period::containing(one, every),
        Period::day(other),
        Period::year(year),
        Period::half(year, u.int_in_range(0..=3)?),
        Period::quarter(year, u.int_in_range(0..=5)?),
        Period::month(year, u.int_in_range(0..=13)?),
    ];
    let shift = u.int_in_range(-30..=30)?;
    for period in periods {
        match period {
            Ok(period) => one_period(period, shift),
            Err(error) => is_one_line(&error),
        }
    }
    Ok(())
}

fn one_period(period: Period, shift: i32) {
    reads_back(&period);
    assert_eq!(period.to_string().parse().ok(), Some(period));
    assert!(
        period.start() < period.end() && period.first() <= period.last(),
        "{period}"
    );
    assert_eq!(Position::of(period.last()), period.end());
    assert!(period.contains(period) && period.overlaps(period));
    assert_eq!(period.shifted(0), Some(period));
    if let Some(next) = period.next() {
        assert!(
            period.is_followed_by(next) && !period.overlaps(next) && period < next,
            "{period} {next}"
        );
    }
    if let Some(shifted) = period.shifted(shift) {
        assert_eq!(shifted.cmp(&period), shift.cmp(&0), "{period} {shifted}");
        // So many days can happen to be whole months elsewhere, as 28 are in February.
        if shifted.length() == period.length() {
            assert_eq!(shifted.shifted(-shift), Some(period), "{period} {shifted}");
            assert_eq!(shifted.calendar_name(), period.calendar_name(), "{period} {shifted}");
        }
    }
    if period.calendar_name().is_some() {
        assert_eq!(Period::containing(period.last(), period.length()), Ok(period));
    }
    match period.length() {
        // From within a month on, its first and last days are parts of months that can be longer in another year.
        Length::Months(months) if period.first().day() == 1 => {
            let months = i32::try_from(months).unwrap_or(i32::MAX);
            assert_eq!(period.end().since(period.start()), Years::months(months), "{period}");
        }
        _ => {}
    }
}

fn bounds(u: &mut Unstructured<'_>) -> Result<()> {
    let (one, other, value, amount) = (number(u)?, number(u)?, number(u)?, number(u)?.abs());
    let (low, high) = (one.min(other), one.max(other));
    let mut bounds = vec![
        (Bound::AtLeast(one), value >= one),
        (Bound::MoreThan(one), value > one),
        (Bound::AtMost(one), value <= one),
        (Bound::LessThan(one), value < one),
    ];
    bounds.extend(
        Bound::within(low, high)
            .ok()
            .map(|band| (band, low <= value && value <= high)),
    );
    for (bound, is_met) in bounds {
        assert_eq!(bound.is_met_by(value), is_met, "{value} {bound:?}");
        let met_or = |otherwise, is_met| if is_met { Met::Yes } else { otherwise };
        assert_eq!(Requirement::from(bound).is_met_by(value), met_or(Met::No, is_met));
        let unknown = Requirement::with_tolerance_not_stated(bound).is_met_by(value);
        assert_eq!(unknown, met_or(Met::Open, is_met), "{value} {bound:?}");
        match Requirement::with_tolerance(bound, amount) {
            Ok(tolerant) => assert_eq!(
                tolerant.is_met_by(value),
                met_or(Met::No, is_within(bound, amount, value)),
                "{value} {tolerant:?}"
            ),
            Err(error) => is_one_line(&error),
        }
    }
    let limits = [Edge::Inclusive(high), Edge::Exclusive(high), Edge::Unlimited];
    for limit in limits {
        let Ok(interval) = Interval::between(Edge::Inclusive(low), limit) else {
            continue;
        };
        let below = match limit {
            Edge::Inclusive(high) => value <= high,
            Edge::Exclusive(high) => value < high,
            Edge::Unlimited => true,
        };
        assert_eq!(interval.contains(value), low <= value && below, "{value} {interval:?}");
    }
    Ok(())
}

/// Whether a value meets a bound with an amount added to it, in whole numbers of 10⁻²⁸.
fn is_within(bound: Bound, amount: Decimal, value: Decimal) -> bool {
    let above = |limit: Decimal| compare_sum([value], [limit, amount]);
    let below = |limit: Decimal| compare_sum([value, amount], [limit]);
    match bound {
        Bound::AtLeast(limit) => below(limit).is_ge(),
        Bound::MoreThan(limit) => below(limit).is_gt(),
        Bound::AtMost(limit) => above(limit).is_le(),
        Bound::LessThan(limit) => above(limit).is_lt(),
        Bound::Within(band) => below(band.low()).is_ge() && above(band.high()).is_le(),
    }
}

/// How two sums compare, digit by digit: no sum of two decimals has more than 31 before its point, and none more than 28 after it.
fn compare_sum<const ONE: usize, const OTHER: usize>(one: [Decimal; ONE], other: [Decimal; OTHER]) -> Ordering {
    // High and low parts of a number of 10⁻²⁸, each far within 128 bits.
    let parts = |value: Decimal| {
        let one = 10_i128.pow(value.scale());
        let (whole, rest) = (value.mantissa() / one, value.mantissa() % one);
        (whole, rest * 10_i128.pow(28 - value.scale()))
    };
    let mut sum = (0_i128, 0_i128);
    for (value, sign) in one
        .map(|value| (value, 1))
        .into_iter()
        .chain(other.map(|value| (value, -1)))
    {
        let (whole, rest) = parts(value);
        sum = (sum.0 + sign * whole, sum.1 + sign * rest);
    }
    let unit = 10_i128.pow(28);
    let carried = (sum.0 + sum.1.div_euclid(unit), sum.1.rem_euclid(unit));
    carried.cmp(&(0, 0))
}

fn units(u: &mut Unstructured<'_>) -> Result<()> {
    let value = number(u)?;
    let unit = |multiplier| "m".parse().ok().and_then(|code| Unit::new(code, multiplier).ok());
    if let (Some(from), Some(to)) = (unit(u.int_in_range(-29..=29)?), unit(u.int_in_range(-29..=29)?)) {
        // What is converted exactly comes back.
        if let Ok(converted) = from.convert(value, &to) {
            assert_eq!(
                to.convert(converted, &from),
                Ok(value),
                "{value} from {from:?} to {to:?}"
            );
        }
    }
    match Rate::new(value) {
        Ok(rate) => reads_back(&rate),
        Err(error) => is_one_line(&error),
    }
    match Weight::new(value) {
        Ok(weight) => assert_eq!(weight.as_decimal(), value),
        Err(error) => is_one_line(&error),
    }
    Ok(())
}

fn rule(u: &mut Unstructured<'_>) -> Result<()> {
    let known = rules();
    let mut rule = u.choose(&known)?.clone();
    match Cuts::new(number(u)?, number(u)?, number(u)?, number(u)?) {
        Ok(cuts) => {
            reads_back(&cuts);
            // Those of a composed rule are told by its parameters.
            match rule.clone().with_cuts(cuts) {
                Ok(cut) => rule = cut,
                Err(error) => is_one_line(&error),
            }
        }
        Err(error) => is_one_line(&error),
    }
    if u.arbitrary()? {
        rule = rule.with_max_age(u.arbitrary()?);
    }
    if u.arbitrary()? {
        match rule.clone().as_published() {
            Ok(published) => rule = published,
            Err(error) => is_one_line(&error),
        }
    }
    reads_back(&rule);
    for rule in [
        Rule::china_midterm(number(u)?),
        Rule::sbti_absolute_contraction(number(u)?),
    ] {
        match rule {
            Ok(rule) => reads_back(&rule),
            Err(error) => is_one_line(&error),
        }
    }
    Ok(())
}

fn delivery(u: &mut Unstructured<'_>) -> Result<()> {
    let (on, share) = (any_day(u, -1..=10_000)?, number(u)?);
    let published = match u.int_in_range(0..=2)? {
        0 => Published::Unstated,
        1 => Published::NotBefore(any_day(u, -1..=10_000)?),
        _ => Published::On(any_day(u, -1..=10_000)?),
    };
    let report = Delivery::new(*u.choose(DeliveryState::ALL)?, on).with_published(published);
    let report = report.clone().with_share_done(share).unwrap_or(report);
    let mut figure = Observation::new(
        Period::day(any_day(u, 1..=9999)?).map_err(|_| arbitrary::Error::IncorrectFormat)?,
        share,
    );
    figure = figure
        .clone()
        .cumulative_since(any_day(u, -1..=10_000)?)
        .unwrap_or(figure)
        .with_published(published);
    let code = |word: &str| word.parse::<Code>().map_err(|_| arbitrary::Error::IncorrectFormat);
    if let Ok(series) = Series::new(code("indicator")?, Unit::percent(), vec![figure]) {
        Observations::new(vec![series]).iter().for_each(reads_back);
    }
    if let Ok(observations) = Observations::default().with_deliveries(code("deliverable")?, vec![report]) {
        reads_back(&observations);
    }
    Ok(())
}
