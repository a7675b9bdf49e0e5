//! Laws of growth: what is rounded is the nearest, what is compared is exact, and two questions of one meaning have one answer.

use std::cmp::Ordering;
use std::fmt::Debug;

use arbitrary::{Result, Unstructured};
use milepost::growth::GrowthError;
use milepost::growth::{
    ConstantChange, ConstantGrowth, average_cumulative, average_level, change_per_year, compound, compound_yearly,
    continuous_rate, linear_trend, log_linear_trend, rate, required_flow_growth, share_of_way, share_of_way_compound,
};
use milepost::{Decimal, Rate, Years};

use crate::case::number;

/// The laws of growth between three values in two times.
pub(crate) fn drawn(u: &mut Unstructured<'_>) -> Result<()> {
    let [from, at, to] = [number(u)?, number(u)?, number(u)?];
    let (over, by) = (years(u)?, years(u)?);
    rates(from, to, over);
    paths([from, at, to], over, by);
    shares(from, at, to);
    trends([from, at, to], over);
    flows(from, to);
    chains(from, &[number(u)?, number(u)?, number(u)?]);
    let other = (at, number(u)?, by);
    if let (Ok(one), Ok(other)) = (growth((from, to, over)), growth(other)) {
        speeds(one, other);
    }
    Ok(())
}

fn growth((from, to, over): (Decimal, Decimal, Years)) -> core::result::Result<ConstantGrowth, GrowthError> {
    ConstantGrowth::new(from, to, over)
}

/// Often whole years, and less than a thousand of them.
fn years(u: &mut Unstructured<'_>) -> Result<Years> {
    Ok(match u.int_in_range(0..=7)? {
        0..=3 => Years::whole(u.int_in_range(1..=30)?),
        4 | 5 => Years::months(u.int_in_range(-1..=600)?),
        6 => Years::whole(u.int_in_range(0..=999)?),
        _ => Years::from_units(u.int_in_range(0..=999 * Years::UNITS_PER_YEAR)?),
    })
}

/// The answer, in the form in which all are given: without a zero at its end, and no negative zero.
fn tidy<E: Debug>(answer: core::result::Result<Decimal, E>) -> Option<Decimal> {
    let value = answer.ok()?;
    assert_eq!(value.scale(), value.normalize().scale(), "{value}");
    assert!(!value.is_zero() || value.is_sign_positive(), "-0");
    Some(value)
}

/// The decimals of the largest scale on both sides of a value.
fn neighbours(value: Decimal) -> [Option<Decimal>; 2] {
    let mut value = value;
    value.rescale(28);
    [-1, 1].map(|step| Decimal::try_from_i128_with_scale(value.mantissa() + step, value.scale()).ok())
}

/// A rate leads from the one value to the other, and the next rates below and above it lead to less and to more.
fn rates(from: Decimal, to: Decimal, over: Years) {
    let answer = rate(from, to, over);
    let Some(rate) = tidy(answer.map(Rate::as_decimal)) else {
        return;
    };
    for (neighbour, side) in neighbours(rate).into_iter().zip([Ordering::Greater, Ordering::Less]) {
        let Some(neighbour) = neighbour.and_then(|rate| Rate::new(rate).ok()) else {
            continue;
        };
        let reached = ConstantGrowth::at_rate(neighbour).compare([from, to], over, Decimal::ONE);
        assert_eq!(reached, Ok(side), "{from} to {to} in {over} is {rate}");
    }
    let shifted = |value: Decimal| {
        value
            .checked_mul(Decimal::TEN)
            .filter(|more| more.checked_div(Decimal::TEN) == Some(value))
    };
    if let (Some(from), Some(to)) = (shifted(from), shifted(to)) {
        assert_eq!(
            milepost::growth::rate(from, to, over),
            answer,
            "{from} to {to} in {over}"
        );
    }
    if let Ok(continuous) = continuous_rate(from, to, over) {
        let sides = (continuous.cmp(&Decimal::ZERO), to.cmp(&from));
        assert!(
            continuous.is_zero() || sides.0 == sides.1,
            "{from} to {to} in {over}: {continuous}"
        );
    }
}

/// Both paths meet the goal exactly, and every projection is the nearest decimal.
fn paths([from, start, to]: [Decimal; 3], over: Years, by: Years) {
    if let Ok(change) = ConstantChange::new(from, to, over) {
        assert_eq!(
            change.compare([from, to], over, Decimal::ONE),
            Ordering::Equal,
            "{change:?}"
        );
        assert_eq!(tidy(change.project(from, over)), Some(to.normalize()), "{change:?}");
        if let Some(value) = tidy(change.project(start, by)) {
            nearest(value, |observed| {
                Ok(change.compare([start, observed], by, Decimal::ONE))
            });
        }
        tidy(change.change_per_year());
    }
    if let Ok(growth) = ConstantGrowth::new(from, to, over) {
        assert_eq!(
            growth.compare([from, to], over, Decimal::ONE),
            Ok(Ordering::Equal),
            "{growth:?}"
        );
        assert_eq!(tidy(growth.project(from, over)), Some(to.normalize()), "{growth:?}");
        if let Some(value) = tidy(growth.project(start, by)).filter(|_| !start.is_zero()) {
            nearest(value, |observed| growth.compare([start, observed], by, Decimal::ONE));
        }
    }
}

/// The next decimals below and above what was rounded lie below and above the truth.
fn nearest(value: Decimal, compare: impl Fn(Decimal) -> core::result::Result<Ordering, GrowthError>) {
    for (neighbour, side) in neighbours(value).into_iter().zip([Ordering::Less, Ordering::Greater]) {
        if let Some(neighbour) = neighbour {
            assert_eq!(compare(neighbour), Ok(side), "{neighbour} beside {value}");
        }
    }
}

/// Nothing done is 0, all done is 1, and more done is more.
fn shares(from: Decimal, at: Decimal, to: Decimal) {
    for share in [share_of_way, share_of_way_compound] {
        let Ok(one) = share(from, to, to) else { continue };
        assert_eq!(one, Decimal::ONE, "{from} {to}");
        assert_eq!(tidy(share(from, from, to)), Some(Decimal::ZERO), "{from} {to}");
        if let Some(done) = tidy(share(from, at, to)) {
            let side = if to > from { at.cmp(&to) } else { to.cmp(&at) };
            assert!(
                done == Decimal::ONE || done.cmp(&Decimal::ONE) == side,
                "{from} {at} {to}: {done}"
            );
            assert!(at != to || done == Decimal::ONE, "{from} {at} {to}: {done}");
        }
    }
}

/// Through two points there is one line, and the order of three says nothing.
fn trends([from, at, to]: [Decimal; 3], over: Years) {
    if !over.is_positive() {
        return;
    }
    let ends = [(Years::ZERO, from), (over, to)];
    if let Ok(trend) = linear_trend(&ends, None) {
        assert_eq!(trend.change_per_year(), change_per_year(from, to, over), "{ends:?}");
        assert_eq!(trend.at(over), Ok(to.normalize()), "{ends:?}");
    }
    if let Ok(trend) = log_linear_trend(&ends, None) {
        assert_eq!(trend.annual_rate(), rate(from, to, over), "{ends:?}");
        assert_eq!(trend.at(over), Ok(to.normalize()), "{ends:?}");
    }
    let middle = Years::from_units(over.units() / 3);
    let points = [(Years::ZERO, from), (middle, at), (over, to)];
    let turned = [points[2], points[0], points[1]];
    let weights = [Decimal::TWO; 3];
    let of = |points, weights| linear_trend(points, weights).and_then(|trend| trend.change_per_year());
    let straight = of(&points, None);
    assert_eq!(straight, of(&turned, None), "{points:?}");
    assert_eq!(straight, of(&points, Some(&weights)), "{points:?}");
    let of = |points, weights| log_linear_trend(points, weights).and_then(|trend| trend.annual_rate());
    let grown = of(&points, None);
    assert_eq!(grown.ok(), of(&turned, None).ok(), "{points:?}");
    assert_eq!(grown.ok(), of(&points, Some(&weights)).ok(), "{points:?}");
}

/// Of one year, every average is the growth of that year.
fn flows(from: Decimal, to: Decimal) {
    let year = rate(from, to, Years::whole(1)).ok();
    if let Some(year) = year {
        assert_eq!(average_level(from, &[to]), Ok(year), "{from} {to}");
        assert_eq!(average_cumulative(from, &[to]), Ok(year), "{from} {to}");
        assert_eq!(required_flow_growth(from, to, 1), Ok(year), "{from} {to}");
    }
}

/// A chain has no order, and the same rate again and again is compound growth.
fn chains(from: Decimal, yearly: &[Decimal]) {
    let rates: Vec<Rate> = yearly.iter().filter_map(|rate| Rate::new(*rate).ok()).collect();
    let chained = compound_yearly(from, &rates);
    tidy(chained);
    let mut turned = rates.clone();
    turned.reverse();
    assert_eq!(chained, compound_yearly(from, &turned), "{from} {rates:?}");
    for rate in rates {
        for years in 1..=3_i32 {
            let again = vec![rate; usize::try_from(years).unwrap_or_default()];
            assert_eq!(
                compound_yearly(from, &again),
                compound(from, rate, Years::whole(years)),
                "{from} {again:?}"
            );
        }
    }
}

/// A growth is as fast as its own rate, but for the last digit, and of two the faster has the higher rate.
fn speeds(one: ConstantGrowth, other: ConstantGrowth) {
    if let (Ok(first), Ok(second)) = (one.annual_rate(), other.annual_rate()) {
        let beside = |growth: ConstantGrowth| growth.compare_yearly(&[first], Years::whole(1), Decimal::ONE);
        assert!(
            first == second || first.cmp(&second) == beside(other),
            "{one:?} {other:?}"
        );
        assert_eq!(beside(ConstantGrowth::at_rate(first)), Ordering::Equal, "{first}");
    }
}
