//! One yearly rate against a multiple of another, exactly.
//!
//! With A and G the factors of a year, the question A − 1 against k (G − 1) is the same as
//!
//! ```text
//! A + k   against   1 + k G        for k > 0
//! A + |k| G   against   1 + |k|    for k < 0
//! ```
//!
//! where nothing is taken away, so that no digits are lost. Whether the two are equal is asked in [`rate_tie`](super::rate_tie).

use core::cmp::Ordering;

use num_bigint::BigInt;
use rust_decimal::Decimal;

use super::compound::ConstantGrowth;
use super::exact::{self, RatioWithFloatLogarithm, compare_magnitudes, float_logarithm};
use super::logarithm::{Logarithm, wide_exponent};
use super::precise::{Enclosure, sign};
use super::rate_tie::{compare_what_is_left, is_tie, is_tie_in_128_bits};
use super::ratio::{Exponent, power_of_ten};
use super::wide::Wide;
use crate::value::Years;

impl ConstantGrowth {
    fn exponent(self) -> Exponent {
        Exponent::of_spans(Years::UNITS_PER_YEAR, self.over)
    }

    fn logarithm(self) -> Logarithm {
        let logarithm = Logarithm::of(self.factor);
        if logarithm.side == Ordering::Equal {
            logarithm
        } else {
            logarithm.times(wide_exponent(self.exponent()))
        }
    }
}

impl ConstantGrowth {
    /// How the rate of this growth compares with a multiple of the rate of another.
    ///
    /// ```text
    /// a − 1   against   multiple × (r − 1)
    /// ```
    ///
    /// where a and r are the factors by which this and the required one grow in a year. Decided exactly. The multiple may be
    /// negative.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::cmp::Ordering;
    ///
    /// use milepost::{Years, dec, growth::ConstantGrowth};
    ///
    /// // 2 % a year so far; 5 % a year are required.
    /// let so_far = ConstantGrowth::new(dec!(100), dec!(104.04), Years::whole(2))?;
    /// let required = ConstantGrowth::new(dec!(100), dec!(127.62815625), Years::whole(5))?;
    /// assert_eq!(so_far.compare_rate(dec!(0.4), required), Ordering::Equal);
    /// assert_eq!(so_far.compare_rate(dec!(0.95), required), Ordering::Less);
    /// # Ok::<(), milepost::GrowthError>(())
    /// ```
    #[must_use]
    pub fn compare_rate(self, multiple: Decimal, required: Self) -> Ordering {
        compare(self, multiple, required)
    }
}

/// The yearly rate of `actual` against `multiple` times that of `required`.
fn compare(actual: ConstantGrowth, multiple: Decimal, required: ConstantGrowth) -> Ordering {
    let (side, goal) = (Logarithm::of(actual.factor).side, Logarithm::of(required.factor).side);
    if multiple.is_zero() || goal == Ordering::Equal {
        return side;
    }
    if side == Ordering::Equal {
        return if multiple.is_sign_negative() {
            goal
        } else {
            goal.reverse()
        };
    }
    if multiple == Decimal::ONE {
        // A ÷ G and A^over ÷ G^over lie on the same side of 1.
        let by = i64::try_from(actual.over).unwrap_or(i64::MAX);
        let (actual, base) = (
            RatioWithFloatLogarithm::of(actual.factor),
            RatioWithFloatLogarithm::of(required.factor),
        );
        return exact::compare(actual, base, Exponent::of_spans(by, required.over));
    }
    compare_in_64_bits(actual, multiple, required)
        .or_else(|| compare_in_128_bits(actual, multiple, required))
        .or_else(|| is_tie_in_128_bits(actual, multiple, required)?.then_some(Ordering::Equal))
        .unwrap_or_else(|| compare_precisely(actual, multiple, required))
}

/// Both rates by `libm::expm1` of x = e · l, which is off by (|e| · 5.1 + |x| · 8) · 2⁻⁵³ as argued for [`exact::compare`] (the exponent
/// takes two conversions and one operation), so that the rate r is off by (1 + |r|) times that and 2⁻⁵² |r|. The multiple is off by
/// 3 · 2⁻⁵³ of itself. The bound is twice the sum. What is too large for a float is not decided here.
#[expect(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    reason = "a filter: within its error bound, it does not decide"
)]
fn compare_in_64_bits(actual: ConstantGrowth, multiple: Decimal, required: ConstantGrowth) -> Option<Ordering> {
    let rate = |growth: ConstantGrowth| {
        let exponent = growth.exponent().to_float();
        let logarithm = exponent * float_logarithm(growth.factor);
        let rate = libm::expm1(logarithm);
        let error = (1.0 + rate.abs()) * (exponent * 6.0 + logarithm.abs() * 9.0) + rate.abs() * 3.0;
        (rate, error * f64::EPSILON)
    };
    let multiple = multiple.mantissa() as f64 / power_of_ten(multiple.scale()) as f64;
    let ((actual, actual_error), (required, required_error)) = (rate(actual), rate(required));
    let due = multiple * required;
    let bound = actual_error + multiple.abs() * required_error + (actual.abs() + due.abs()) * 4.0 * f64::EPSILON;
    let difference = actual - due;
    if !(difference.is_finite() && bound.is_finite()) {
        None
    } else if difference > bound {
        Some(Ordering::Greater)
    } else if difference < -bound {
        Some(Ordering::Less)
    } else {
        None
    }
}

/// Each power is within 2^−b of itself, where b is what [`Logarithm::accurate_bits`] says, the multiple within 2⁻¹²⁶, and a product and
/// a sum lose less than 2⁻¹²⁵ more. All of it is added, so the sums are within 2^−(b − 1) of themselves.
fn compare_in_128_bits(actual: ConstantGrowth, multiple: Decimal, required: ConstantGrowth) -> Option<Ordering> {
    let (left, right) = (actual.logarithm(), required.logarithm());
    let accurate_bits = left.accurate_bits().min(right.accurate_bits()).checked_sub(1)?;
    if accurate_bits < 80 {
        return None;
    }
    let (left, right) = (left.exponential(), right.exponential());
    let one = Wide::of(1, 0);
    let ten = power_of_ten(multiple.scale());
    let magnitude = Wide::of(multiple.mantissa().unsigned_abs(), 0).over(Wide::of(ten, 0));
    let due = magnitude.times(right);
    if multiple.is_sign_negative() {
        compare_magnitudes(left.plus(due), one.plus(magnitude), accurate_bits)
    } else {
        compare_magnitudes(left.plus(magnitude), one.plus(due), accurate_bits)
    }
}

/// In 256 bits; if that does not decide, by algebra; and then in more bits, which ends because the two sides differ.
fn compare_precisely(actual: ConstantGrowth, multiple: Decimal, required: ConstantGrowth) -> Ordering {
    sign(
        None,
        |bits| distance(bits, actual, multiple, required),
        || {
            compare_what_is_left(actual, multiple, required)
                .or_else(|| is_tie(actual, multiple, required).then_some(Ordering::Equal))
        },
    )
}

/// From the right side to the left, multiplied by the power of ten of the multiple, and in units of the largest power of two among them.
#[expect(clippy::arithmetic_side_effects, reason = "big integers grow instead of overflowing")]
fn distance(bits: u64, actual: ConstantGrowth, multiple: Decimal, required: ConstantGrowth) -> Enclosure {
    let power = |growth: ConstantGrowth| {
        Enclosure::logarithm(growth.factor, bits)
            .raised(growth.exponent())
            .exponential()
    };
    let ((left, left_doublings), (right, right_doublings)) = (power(actual), power(required));
    let largest = left_doublings.clone().max(right_doublings.clone()).max(BigInt::ZERO);
    let halved =
        |number: Enclosure, doublings: &BigInt| number.halved(u64::try_from(&largest - doublings).unwrap_or(u64::MAX));
    let (left, right) = (halved(left, &left_doublings), halved(right, &right_doublings));
    let one = halved(Enclosure::one(bits), &BigInt::ZERO);
    let (ten, multiple) = (
        BigInt::from(power_of_ten(multiple.scale())),
        BigInt::from(multiple.mantissa()),
    );
    let actual = left.minus(&one).scaled(&ten);
    let due = right.minus(&one).scaled(&multiple);
    actual.minus(&due)
}

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::dec;
    use crate::growth::ratio::Ratio;

    fn growth(from: Decimal, to: Decimal, months: u64) -> ConstantGrowth {
        let over = months * 4_530_960 / 12;
        ConstantGrowth {
            factor: Ratio::between(from, to).unwrap(),
            over,
        }
    }

    fn every_way(actual: ConstantGrowth, multiple: Decimal, required: ConstantGrowth) -> Ordering {
        let ordering = compare(actual, multiple, required);
        let sides_differ = |growth: ConstantGrowth| !growth.factor.is_one();
        if !multiple.is_zero() && sides_differ(actual) && sides_differ(required) {
            assert_eq!(compare_precisely(actual, multiple, required), ordering);
            let is_tie = is_tie_in_128_bits(actual, multiple, required);
            assert!(is_tie.is_none_or(|is_tie| is_tie == (ordering == Ordering::Equal)));
            for filtered in [compare_in_64_bits, compare_in_128_bits] {
                assert!(filtered(actual, multiple, required).is_none_or(|filtered| filtered == ordering));
            }
        }
        ordering
    }

    #[test]
    fn rates_on_a_multiple_of_another_are_equal_and_their_neighbours_are_not() {
        let unit = dec!(0.000000000000000000000001);
        for (observed, months, multiple, goal, over) in [
            // 2 % a year against 0.4 times 5 %, and so on; both spans whole years.
            (dec!(104.04), 24, dec!(0.4), dec!(127.62815625), 60),
            (dec!(110.25), 24, dec!(0.5), dec!(121), 24),
            (dec!(105), 12, dec!(0.5), dec!(146.41), 48),
            (dec!(81), 24, dec!(-1), dec!(133.1), 36),
            (dec!(121), 24, dec!(-0.5), dec!(64), 24),
            (dec!(72.9), 36, dec!(0.5), dec!(64), 24),
            // A month that grows by 10 %: 1.1^12 − 1 a year, and 1 + 2 (1.1^12 − 1) is no decimal; twice the rate of half a year is.
            (dec!(142), 12, dec!(2), dec!(110), 6),
            // Equal for the multiple 1, whatever the roots.
            (dec!(144), 24, dec!(1), dec!(172.8), 36),
            (dec!(150), 24, dec!(1.0), dec!(183.7117307087383573647963056), 36),
        ] {
            let required = growth(dec!(100), goal, over);
            let against = |observed| every_way(growth(dec!(100), observed, months), multiple, required);
            let expected = if goal.scale() > 20 {
                against(observed)
            } else {
                Ordering::Equal
            };
            assert_eq!(against(observed), expected, "{observed}");
            assert_eq!(against(observed + unit), Ordering::Greater, "{observed}");
            assert_eq!(against(observed - unit), Ordering::Less, "{observed}");
        }
    }

    #[test]
    fn multiples_of_nothing_and_rates_of_zero() {
        let (rising, flat, falling) = (
            growth(dec!(1), dec!(2), 7),
            growth(dec!(3), dec!(3.0), 5),
            growth(dec!(2), dec!(1), 7),
        );
        for (actual, multiple, required, expected) in [
            (rising, dec!(0), falling, Ordering::Greater),
            (rising, dec!(3), flat, Ordering::Greater),
            (flat, dec!(3), flat, Ordering::Equal),
            (flat, dec!(3), rising, Ordering::Less),
            (flat, dec!(-3), rising, Ordering::Greater),
            (falling, dec!(0.5), rising, Ordering::Less),
            (falling, dec!(-0.5), rising, Ordering::Greater),
            (rising, dec!(-0.5), rising, Ordering::Greater),
        ] {
            assert_eq!(
                every_way(actual, multiple, required),
                expected,
                "{actual:?} {multiple} {required:?}"
            );
        }
    }

    #[test]
    fn rates_beyond_all_numbers_are_compared_too() {
        let day = |from, to| ConstantGrowth {
            factor: Ratio::between(from, to).unwrap(),
            over: 12_180,
        };
        let smallest = dec!(0.0000000000000000000000000001);
        let (huge, tiny) = (day(smallest, Decimal::MAX), day(Decimal::MAX, smallest));
        assert_eq!(compare(huge, dec!(2), huge), Ordering::Less);
        assert_eq!(compare(huge, dec!(0.5), huge), Ordering::Greater);
        assert_eq!(compare(tiny, dec!(1.5), tiny), Ordering::Greater);
        assert_eq!(compare(tiny, dec!(-0.5), huge), Ordering::Greater);
        // Twice a halving each year, and the reverse of a doubling, are losses of all there is, and no loss in a day comes up to that.
        let (halving, doubling) = (growth(dec!(2), dec!(1), 12), growth(dec!(1), dec!(2), 12));
        for (multiple, required) in [(dec!(2), halving), (dec!(3), halving), (dec!(-1), doubling)] {
            assert_eq!(compare(tiny, multiple, required), Ordering::Greater, "{multiple}");
        }
        assert_eq!(compare(tiny, dec!(1.9999999999999999), halving), Ordering::Less);
        // A rate of 34 % or of −50 %, against that part of a loss of nearly all there is: what is left of it decides.
        let (third, half) = (growth(dec!(1), dec!(2.406104), 36), halving);
        for (actual, multiple, expected) in [
            (third, dec!(-0.34), Ordering::Greater),
            (third, dec!(-0.3400000000000001), Ordering::Less),
            (half, dec!(0.5), Ordering::Less),
            (half, dec!(0.5000000000000001), Ordering::Greater),
        ] {
            assert_eq!(compare(actual, multiple, tiny), expected, "{multiple}");
        }
    }

    fn every(from: Decimal, to: Decimal, over: i64) -> ConstantGrowth {
        ConstantGrowth::new(from, to, Years::from_units(over)).unwrap()
    }

    fn power_of_two(bits: u32) -> Decimal {
        Decimal::from_i128_with_scale(1 << bits, 0)
    }

    const YEAR: i64 = Years::UNITS_PER_YEAR;
    const SMALLEST: Decimal = dec!(0.0000000000000000000000000001);

    /// A = k G of thousands of digits, which are the same but for k and 1; and with another k.
    #[test]
    fn equal_factors_of_many_digits_are_compared_in_no_time() {
        let begun = std::time::Instant::now();
        for q in [1, 2, 20, 45, 93] {
            let growth = |bits| every(SMALLEST, power_of_two(bits), YEAR / i64::from(q));
            let (high, low) = (growth(95), growth(94));
            let exact = power_of_two(q);
            for (multiple, side) in [
                (exact, Ordering::Greater),
                (exact + dec!(1), Ordering::Less),
                (exact - dec!(1), Ordering::Greater),
                (-exact, Ordering::Greater),
            ] {
                assert_eq!(every_way(high, multiple, low), side, "{q} {multiple}");
            }
            if q <= 20 {
                let part = dec!(1).checked_div(exact).unwrap();
                assert_eq!(every_way(low, part, high), Ordering::Less, "{q}");
            }
        }
        assert!(begun.elapsed().as_secs() < 2, "{:?}", begun.elapsed());
    }

    /// Growth in the smallest time there is: its yearly factor has hundreds of megabits.
    #[test]
    fn factors_of_millions_of_digits_are_compared_in_no_time() {
        let begun = std::time::Instant::now();
        let (huge, tiny) = (every(SMALLEST, Decimal::MAX, 1), every(Decimal::MAX, SMALLEST, 1));
        let (third, quarter) = (every(dec!(4), dec!(3), YEAR), every(dec!(4), dec!(5), YEAR));
        for (actual, multiple, required, side) in [
            (huge, dec!(2), huge, Ordering::Less),
            (huge, dec!(0.5), huge, Ordering::Greater),
            (tiny, dec!(-0.5), huge, Ordering::Greater),
            (tiny, dec!(0.5), tiny, Ordering::Less),
            (quarter, dec!(-0.25), tiny, Ordering::Greater),
            (third, dec!(0.25), tiny, Ordering::Less),
            (tiny, dec!(4), third, Ordering::Greater),
            (tiny, dec!(-4), quarter, Ordering::Greater),
            (tiny, dec!(3.9999999999999999999999999999), third, Ordering::Less),
        ] {
            let compared = every_way(actual, multiple, required);
            assert_eq!(compared, side, "{actual:?} {multiple} {required:?}");
            assert!(!is_tie(actual, multiple, required));
        }
        assert!(begun.elapsed().as_secs() < 2, "{:?}", begun.elapsed());
    }

    /// 2⁴⁰ − 1 = (2²⁰ + 1) (2²⁰ − 1), and the same with 180 and 90.
    #[test]
    fn ties_of_large_powers_are_seen() {
        let powers_of_two = |bits, q| every(dec!(1), power_of_two(bits), YEAR / q);
        for (actual, multiple, required) in [
            (powers_of_two(1, 40), dec!(1048577), powers_of_two(1, 20)),
            (
                powers_of_two(1, 180),
                dec!(1237940039285380274899124225),
                powers_of_two(2, 45),
            ),
        ] {
            assert_eq!(every_way(actual, multiple, required), Ordering::Equal, "{multiple}");
            assert_eq!(
                every_way(actual, multiple + dec!(0.1), required),
                Ordering::Less,
                "{multiple}"
            );
        }
    }
}
