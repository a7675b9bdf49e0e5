//! Rounding: from an exact number to the decimal that is nearest to it, half-even.
//!
//! An estimate in 128 bits mostly tells. Where it leaves two neighbours open, the middle between them is set beside the
//! number, which is decided exactly: so a number needs an estimate and a comparison to be rounded, and nothing else.
//! Without an estimate, one middle after the other is. (Where most bits of the estimate are lost, each comparison would
//! be a long one, and closer estimates come before them.) The number that a monotone map makes of another is rounded
//! like it, if the middle is led back through the map.
//!
//! The *middle* is the number halfway between two neighbouring decimals at a scale: `twice ÷ (2 · 10^scale)` with an
//! odd `twice`. To two decimals, 1.005 is the middle between 1.00 and 1.01 (`twice` 201, scale 2); a number above it is
//! 1.01, one below it 1.00, and 1.005 itself the one with the even last digit, 1.00, which is 1 without trailing zeros.
//! Since only the side of a middle is asked, a number that no finite count of digits writes out is rounded right all
//! the same.
//!
//! A scale is tried from the largest down: a decimal holds 96 bits, so that 28 decimals fit a number below about 7.9,
//! and a number of ten digits before the point has room for 18 or 19. `Overflow` is what does not fit at scale 0
//! either.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "scales stay within 0..=28, mantissas below 2^98, and exponents of numbers near a decimal within ±2^8"
)]

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::NoDecimal;
use super::ratio::{Middle, power_of_ten, signed};
use super::wide::Wide;

/// The largest scale of a decimal.
pub(super) const LARGEST_SCALE: u32 = 28;

/// Shares of a way are shown to this many decimals.
pub(super) const SHARE_SCALE: u32 = 12;

/// Decimals have mantissas below this.
const MANTISSA_LIMIT: i128 = 1 << 96;

/// About where a number lies: ± (size × factor), or ± (size × factor − 1) if `less_one`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Estimate {
    pub(super) is_negative: bool,
    pub(super) size: Wide,
    /// The relative error of the size is at most 2^−`accurate_bits`, with room for 2⁻¹²⁴ more.
    pub(super) accurate_bits: u32,
    /// By what the size is multiplied, exactly: a mantissa above zero and its scale. It is 1 if `less_one`.
    pub(super) factor: (u128, i32),
    /// Whether the number is one less than the size tells: what is rounded is then a rate, and not its growth factor.
    pub(super) less_one: bool,
}

/// The decimal nearest to a number, half-even, with as many digits after the point as it holds, at most `limit`, and
/// without trailing zeros.
///
/// `side_of` tells exactly on which side of the middle between two decimals the number lies. Without an estimate, only
/// `side_of` is asked.
#[expect(
    clippy::inline_always,
    reason = "handing the result up through memory takes 6 % of the whole"
)]
#[inline(always)]
pub(super) fn round(
    limit: u32,
    estimate: Option<Estimate>,
    side_of: impl Fn(Middle) -> Ordering,
) -> Result<Decimal, NoDecimal> {
    match estimate.and_then(|estimate| estimate.rounded(limit, &side_of)) {
        Some(result) => result,
        None => round_closely(limit, None, side_of),
    }
}

impl Estimate {
    /// The estimate ± size, with a relative error of at most 2^−`accurate_bits`.
    pub(super) const fn of(is_negative: bool, size: Wide, accurate_bits: u32) -> Self {
        Self {
            is_negative,
            size,
            accurate_bits,
            factor: (1, 0),
            less_one: false,
        }
    }

    /// The nearest decimal with at most `limit` digits after the point; `None` if the estimate has too few bits to
    /// leave only one middle between two decimals open. `side_of` decides on which side of that the number lies.
    #[expect(
        clippy::inline_always,
        reason = "handing the result up through memory takes 6 % of the whole"
    )]
    #[inline(always)]
    pub(super) fn rounded(
        &self,
        limit: u32,
        side_of: impl Fn(Middle) -> Ordering,
    ) -> Option<Result<Decimal, NoDecimal>> {
        // A power of ten has less than 3322 thousandths of a bit for each zero, and one more. (What is at least 2 keeps
        // at least half of itself when one is taken off, and below that every scale will do.)
        let (factor, factor_scale) = self.factor;
        let factor_bits = signed(128 - factor.leading_zeros()) - 2 - factor_scale * 3_322 / 1_000;
        let Some(largest) = largest_scale(self.size.exponent + 127 + factor_bits, limit) else {
            return Some(Err(NoDecimal::Overflow));
        };
        for scale in (0..=largest).rev() {
            let one = if self.less_one { power_of_ten(scale) } else { 0 };
            let whole = match nearest_whole(self.in_units(scale), self.accurate_bits)? {
                Nearest::Told(whole) => whole,
                Nearest::ThisOrNext(whole) => self.this_or_next(whole, one, scale, &side_of),
            };
            if let Some(result) = decimal(whole.abs_diff(one), self.is_negative != (whole < one), scale) {
                return Some(Ok(result));
            }
        }
        Some(Err(NoDecimal::Overflow))
    }

    /// `whole` or the next whole number of units, whichever is nearer to the size; if the number lies in their middle,
    /// the one that is even once `taken_off` is subtracted. `taken_off` is 1 in units of 10^−scale if `less_one`, else
    /// 0.
    #[cold]
    fn this_or_next(&self, whole: u128, taken_off: u128, scale: u32, side_of: impl Fn(Middle) -> Ordering) -> u128 {
        // Both are below 2^101.
        let (twice, twice_taken_off) = (2 * whole + 1, 2 * taken_off);
        let size = i128::try_from(twice.abs_diff(twice_taken_off)).unwrap_or(i128::MAX);
        let is_negative = self.is_negative != (twice < twice_taken_off);
        let twice = if is_negative { -size } else { size };
        let side = side_of(Middle { twice, scale });
        let is_next = match if self.is_negative { side.reverse() } else { side } {
            Ordering::Less => false,
            Ordering::Equal => whole.abs_diff(taken_off) & 1 == 1,
            Ordering::Greater => true,
        };
        whole + u128::from(is_next)
    }

    /// The size × the factor, in units of 10^−scale.
    #[expect(clippy::inline_always, reason = "most factors are 1, and most places their scale")]
    #[inline(always)]
    fn in_units(&self, scale: u32) -> Wide {
        let (factor, factor_scale) = self.factor;
        let places = signed(scale) - factor_scale;
        let ten = power_of_ten(places.unsigned_abs());
        self.size.times(if places >= 0 {
            Wide::of_product(factor, ten)
        } else {
            Wide::of(factor, 0).over(Wide::of(ten, 0))
        })
    }
}

/// The nearest decimal of a number that may have lost most of its 128 bits: by the first of the `estimates` that tells
/// it, and without such an estimate by comparisons alone, which halve the decimals until one is left. Most of the
/// middles lie far from the number, and are told apart from it at once.
#[cold]
pub(super) fn round_closely(
    limit: u32,
    estimates: impl IntoIterator<Item = Estimate>,
    side_of: impl Fn(Middle) -> Ordering,
) -> Result<Decimal, NoDecimal> {
    // No estimate can tell that a number is zero.
    if side_of(Middle { twice: 0, scale: 0 }) == Ordering::Equal {
        return Ok(Decimal::ZERO);
    }
    let told = |estimate: Estimate| estimate.rounded(limit, &side_of);
    if let Some(rounded) = estimates.into_iter().find_map(told) {
        return rounded;
    }
    let (least, most) = (1 - MANTISSA_LIMIT, MANTISSA_LIMIT - 1);
    // Whether the number is rounded to this mantissa, or to a smaller one.
    let is_up_to = |mantissa: i128, scale| {
        let twice = 2 * mantissa + 1;
        match side_of(Middle { twice, scale }) {
            Ordering::Less => true,
            Ordering::Equal => mantissa & 1 == 0,
            Ordering::Greater => false,
        }
    };
    let is_held = |scale: u32| !is_up_to(least - 1, scale) && is_up_to(most, scale);
    // If the number overflows at scale 0, it overflows at every larger scale.
    if !is_held(0) {
        return Err(NoDecimal::Overflow);
    }
    for scale in (0..=limit).rev() {
        if scale > 0 && !is_held(scale) {
            continue;
        }
        let (mut low, mut high) = (least, most);
        while low < high {
            let middle = low + (high - low) / 2;
            if is_up_to(middle, scale) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return decimal(low.unsigned_abs(), low < 0, scale).ok_or(NoDecimal::Overflow);
    }
    Err(NoDecimal::Overflow)
}

/// The nearest whole number, as far as an estimate tells it.
#[derive(Debug, PartialEq, Eq)]
enum Nearest {
    /// The estimate tells it for certain.
    Told(u128),
    /// The number may lie on either side of the middle between this whole number and the next.
    ThisOrNext(u128),
}

/// The whole number nearest to what `number` approximates to within 2^−`accurate_bits` of itself. `None` if the exact
/// number may lie on either side of more than one middle.
///
/// Numbers of more than 100 bits are all the same here: too large.
#[inline]
fn nearest_whole(number: Wide, accurate_bits: u32) -> Option<Nearest> {
    const HALF: u128 = 1 << 127;
    let places = u32::try_from(-number.exponent).unwrap_or_default();
    if places < 28 {
        return Some(Nearest::Told(u128::MAX));
    }
    // Below a quarter, a number that is right to a bit is nearest to 0.
    if places > 129 {
        return (accurate_bits > 0).then_some(Nearest::Told(0));
    }
    let room = 128_u32.checked_sub(places)?;
    let whole = number.mantissa.checked_shr(places).unwrap_or_default();
    let fraction = number.mantissa << room;
    // The mantissa is below 2^128, so that its error is below 2^(128 − accurate_bits).
    let error = 1_u128.checked_shl((128 + room).checked_sub(accurate_bits)?)?;
    if fraction.abs_diff(HALF) > error {
        return whole.checked_add(u128::from(fraction > HALF)).map(Nearest::Told);
    }
    (error < HALF).then_some(Nearest::ThisOrNext(whole))
}

/// ± `mantissa ÷ 10^scale` without trailing zeros, if the mantissa fits 96 bits.
pub(super) fn decimal(mantissa: u128, is_negative: bool, scale: u32) -> Option<Decimal> {
    if mantissa >> 96 != 0 {
        return None;
    }
    let (mantissa, scale) = if mantissa & 1 == 0 && mantissa % 10 == 0 {
        without_trailing_zeros(mantissa, scale)
    } else {
        (mantissa, scale)
    };
    let mantissa = i128::try_from(mantissa).ok()?;
    let mantissa = if is_negative { -mantissa } else { mantissa };
    Decimal::try_from_i128_with_scale(mantissa, scale).ok()
}

/// Mantissa and scale of the same decimal without its trailing zeros, of which there are up to the scale. Runs of these
/// lengths make up any number of zeros below 32. A number with so many zeros can be halved as often, which is seen at
/// once.
#[cold]
fn without_trailing_zeros(mut mantissa: u128, mut scale: u32) -> (u128, u32) {
    for zeros in [16, 8, 4, 2, 1] {
        if zeros > scale || mantissa.trailing_zeros() < zeros {
            continue;
        }
        let ten = power_of_ten(zeros);
        // Most machines have an instruction for 64 bits, which are enough from the first division on.
        let quotient = match (u64::try_from(mantissa), u64::try_from(ten)) {
            (Ok(mantissa), Ok(ten)) => u128::from(mantissa.checked_div(ten).unwrap_or_default()),
            _ => mantissa / ten,
        };
        if quotient * ten == mantissa {
            mantissa = quotient;
            scale -= zeros;
        }
    }
    (mantissa, scale)
}

/// The largest scale, up to `limit`, at which a number above 2^`bits` can fit 96 bits. `None` if there is none.
fn largest_scale(bits: i32, limit: u32) -> Option<u32> {
    // 30103 ÷ 100000 exceeds log₁₀ 2 by 2⁻²⁶ of it, so that nothing is left out.
    let room = 96_i32.saturating_sub(bits).clamp(-1, 200);
    let scale = u32::try_from(room).ok()?;
    Some(scale.saturating_mul(30_103).wrapping_div(100_000).min(limit))
}

#[cfg(test)]
mod tests {
    use core::sync::atomic::AtomicUsize;
    use core::sync::atomic::Ordering::Relaxed;

    use num_bigint::BigInt;
    use proptest::prelude::*;

    use super::*;
    use crate::dec;
    use crate::exact::fraction::Fraction;

    /// A number that no decimal holds is set beside zero and the ends of the widest scale, and beside nothing else.
    #[test]
    fn an_overflow_without_an_estimate_is_told_at_once() {
        for (side, compared) in [(Ordering::Greater, 3), (Ordering::Less, 2)] {
            let count = AtomicUsize::new(0);
            let side_of = |_| {
                count.fetch_add(1, Relaxed);
                side
            };
            assert_eq!(round(LARGEST_SCALE, None, side_of), Err(NoDecimal::Overflow));
            assert_eq!(count.into_inner(), compared);
        }
    }

    /// Estimates of zero never tell, and cost more the closer they are.
    #[test]
    fn zero_is_told_before_any_estimate_is_made() {
        let estimates = core::iter::once_with(|| panic!("an estimate of zero"));
        let side_of = |Middle { twice, .. }: Middle| 0.cmp(&twice);
        assert_eq!(round_closely(LARGEST_SCALE, estimates, side_of), Ok(Decimal::ZERO));
    }

    /// 3½ and its neighbours in units of 2⁻¹²⁶: with 100 bits that are right, they may be off by 2²⁸ of them.
    #[test]
    fn what_may_lie_on_either_side_of_a_middle_is_not_told() {
        let seven = Wide::of(7, 0);
        for (beside, accurate_bits, rounded) in [
            (0_i128, 100, Some(Nearest::ThisOrNext(3))),
            (1 << 28, 100, Some(Nearest::ThisOrNext(3))),
            (1 << 29, 100, Some(Nearest::Told(4))),
            (-(1 << 28), 100, Some(Nearest::ThisOrNext(3))),
            (-(1 << 29), 100, Some(Nearest::Told(3))),
            (1 << 29, 98, Some(Nearest::ThisOrNext(3))),
            // Off by as much as half a unit, and by just less.
            (0, 3, None),
            (0, 4, Some(Nearest::ThisOrNext(3))),
        ] {
            let number = Wide {
                mantissa: seven.mantissa.checked_add_signed(beside).unwrap(),
                exponent: seven.exponent - 1,
            };
            assert_eq!(
                nearest_whole(number, accurate_bits),
                rounded,
                "{beside} {accurate_bits}"
            );
        }
    }

    #[test]
    fn the_whole_number_nearest_to_large_and_small_ones() {
        let told = |whole| Some(Nearest::Told(whole));
        for (integer, exponent, rounded) in [
            (5, -3, told(1)),
            (13, -3, told(2)),
            (11, -3, told(1)),
            (u128::MAX >> 28, 0, told(u128::MAX >> 28)),
            (1, 100, told(u128::MAX)),
            // Below a half there are too few places.
            (3, -3, None),
        ] {
            let number = Wide::of(integer, exponent);
            assert_eq!(nearest_whole(number, 110), rounded, "{integer} {exponent}");
        }
    }

    proptest! {
        #[test]
        fn decimals_have_no_trailing_zeros(digits in 0_u128..1 << 40, zeros in 0_u32..=16, scale in 0..=28_u32, below: bool) {
            let mantissa = digits * power_of_ten(zeros);
            let signed_mantissa = i128::try_from(mantissa).unwrap() * if below { -1 } else { 1 };
            let expected = Decimal::from_i128_with_scale(signed_mantissa, scale).normalize();
            let result = decimal(mantissa, below, scale).unwrap();
            prop_assert_eq!((result.mantissa(), result.scale()), (expected.mantissa(), expected.scale()));
            prop_assert_eq!(result.is_sign_negative(), expected.is_sign_negative());
        }

        #[test]
        fn decimals_have_no_more_than_96_bits(mantissa in 1_u128 << 96.., scale in 0..=28_u32) {
            prop_assert_eq!(decimal(mantissa, false, scale), None);
        }
    }

    #[test]
    fn quotients_round_half_even_once() {
        for (numerator, denominator, scale, expected) in [
            (1, 3, 28, dec!(0.3333333333333333333333333333)),
            (-2, 3, 28, dec!(-0.6666666666666666666666666667)),
            (-2, 3, 4, dec!(-0.6667)),
            (5, 2, 0, dec!(2)),
            (7, 2, 0, dec!(4)),
            (-5, 2, 0, dec!(-2)),
            (10, 4, 28, dec!(2.5)),
            (0, 9, 28, dec!(0)),
        ] {
            let quotient = Fraction::of(numerator, denominator).unwrap();
            assert_eq!(quotient.rounded(scale), Ok(expected), "{numerator} ÷ {denominator}");
            let searched = round(scale, None, |middle| quotient.cmp(&middle.into()));
            assert_eq!(searched, Ok(expected), "{numerator} ÷ {denominator}");
        }
    }

    #[test]
    fn the_largest_decimal_is_reached_and_not_passed() {
        let twice: BigInt = (BigInt::from(1) << 97) - 1;
        // 2^96 − 1/2 lies halfway, and 2^96 is even: it does not fit.
        for sign in [1, -1] {
            let beyond = Fraction::of(&twice * sign, 2).unwrap();
            let within = Fraction::of((&twice * 1000 - 1) * sign, 2000).unwrap();
            let largest = if sign == 1 { Decimal::MAX } else { Decimal::MIN };
            for (number, expected) in [(beyond, Err(NoDecimal::Overflow)), (within, Ok(largest))] {
                assert_eq!(number.rounded(28), expected);
                assert_eq!(round(28, None, |middle| number.cmp(&middle.into())), expected);
            }
        }
    }

    /// What lies in a middle, or as near to it as to be there in 128 bits, is set beside that one and no other.
    #[test]
    fn a_tie_is_told_by_one_comparison() {
        let asked = AtomicUsize::new(0);
        for (twice, scale, less_one, rounded) in [
            (7_i128, 28, false, dec!(0.0000000000000000000000000004)),
            (-7, 28, false, dec!(-0.0000000000000000000000000004)),
            (63_600_000_000_000_000_000_000_000_001, 27, false, dec!(31.8)),
            // Even is what is left when 1 is taken off.
            (25_000_000_000_000_000_000_000_000_001, 27, true, dec!(11.5)),
            (9_999_999_999_999_999_999_999_999_999, 28, true, dec!(-0.5)),
            (158_456_325_028_528_675_187_087_900_671, 0, true, Decimal::MAX - dec!(1)),
        ] {
            let exact = Fraction::from(Middle { twice, scale });
            let one = Fraction::from(i64::from(less_one));
            let estimate = exact
                .ball()
                .unwrap()
                .estimate()
                .map(|estimate| Estimate { less_one, ..estimate });
            let number = exact.minus(&one);
            let side_of = |middle| {
                asked.fetch_add(1, Relaxed);
                number.cmp(&Fraction::from(middle))
            };
            let result = round(LARGEST_SCALE, estimate, side_of);
            assert_eq!(
                (result, asked.swap(0, Relaxed)),
                (Ok(rounded), 1),
                "{twice} {scale} {less_one}"
            );
        }
    }

    /// 2.5 and −3.5 units, and neighbours that differ from them by so little that no estimate tells; and the end of the
    /// decimals, where the scale changes.
    #[test]
    fn middles_are_rounded_to_the_even_neighbour() {
        let one_unit = Fraction::from(dec!(0.0000000000000000000000000001));
        let units = |twice: i128| one_unit.times(&Fraction::of(twice, 2).unwrap());
        let largest = (1_i128 << 97) - 1;
        let tiny = Fraction::of(1, BigInt::from(1_u32) << 3_000_u32).unwrap();
        for (twice, on, above, below) in [
            (
                5,
                dec!(0.0000000000000000000000000002),
                dec!(0.0000000000000000000000000003),
                dec!(0.0000000000000000000000000002),
            ),
            (
                -7,
                dec!(-0.0000000000000000000000000004),
                dec!(-0.0000000000000000000000000003),
                dec!(-0.0000000000000000000000000004),
            ),
            (
                largest,
                dec!(7.922816251426433759354395034),
                dec!(7.922816251426433759354395034),
                dec!(7.9228162514264337593543950335),
            ),
        ] {
            let middle = units(twice);
            for (number, expected) in [
                (middle.clone(), on),
                (middle.plus(&tiny), above),
                (middle.minus(&tiny), below),
            ] {
                let side_of = |middle| number.cmp(&Fraction::from(middle));
                let ball = number.ball().unwrap();
                for estimate in [None, ball.estimate(), ball.off_by(1e-20).unwrap().estimate()] {
                    assert_eq!(round(28, estimate, side_of), Ok(expected), "{twice} {estimate:?}");
                }
            }
        }
    }
}
