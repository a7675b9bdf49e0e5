//! Binary logarithms and powers in 64-bit floating point, as straight lines of operations that a compiler turns into
//! vectors.
//!
//! Only `+ − × ÷`, moves of bits and choices between two numbers: IEEE 754 says what each of them gives, and nothing is
//! fused, so that the same numbers have the same answer, bit by bit, on every machine and with every instruction set.
//!
//! Coefficients (Python, mpmath with 60 digits; Remez exchange on the relative error, then rounded to the nearest
//! float):
//!
//! ```text
//! LOGARITHM    log₂((1 + z) ÷ (1 − z)) ÷ z   in z² from 0 to 0.04       relative error 2^-42.39
//! EXPONENTIAL  (2^x − 1) ÷ x                 in x from −½ to ½          relative error 2^-43.55
//! ```
//!
//! Their degrees are as low as the bounds of the [module](super) allow. Both are worked out in pairs and pairs of
//! pairs, since a processor waits for the longest chain of operations, not for their number.
#![expect(
    clippy::float_arithmetic,
    clippy::inline_always,
    reason = "columns are of floats, the error of each step is bounded beside it, and each is compiled for several instruction sets"
)]

/// The coefficients of log₂((1 + z) ÷ (1 − z)) ÷ z as a polynomial in z².
const LOGARITHM: [f64; 6] = [
    2.885_390_081_777_428,
    0.961_796_694_820_296_3,
    0.577_077_756_779_131_2,
    0.412_226_079_381_932_9,
    0.319_288_039_750_729_17,
    0.290_798_111_452_269_4,
];

/// The coefficients of (2^x − 1) ÷ x as a polynomial in x.
const EXPONENTIAL: [f64; 9] = [
    0.693_147_180_559_937_7,
    0.240_226_506_958_140_85,
    0.055_504_108_665_734_554,
    0.009_618_129_159_050_887,
    0.001_333_355_798_384_687_6,
    0.000_154_034_561_340_394_46,
    1.525_281_192_993_812e-5,
    1.325_516_048_021_689_2e-6,
    1.017_808_172_627_107_5e-7,
];

/// Adding 1.5 · 2⁵² to a number below 2⁵¹ rounds it to a whole one, which then stands in the lowest bits.
const SHIFTER: f64 = 6_755_399_441_055_744.0;

/// The bits of a mantissa.
const MANTISSA_BITS: u32 = 52;

/// More than any exponent, so that a difference of two stays above zero.
const BIAS: u64 = 1024;

/// A whole number below 2⁵¹ as a float, exactly.
#[inline(always)]
#[expect(clippy::cast_sign_loss, reason = "two's complement is added")]
pub(super) fn to_float(number: i64) -> f64 {
    f64::from_bits((number as u64).wrapping_add(SHIFTER.to_bits())) - SHIFTER
}

/// `one` where the condition holds, else `other`; both are there already. (A plain `if` may load one of them only when
/// it is wanted, and a vector of such loads is slow.)
#[inline(always)]
pub(super) fn either(condition: bool, one: f64, other: f64) -> f64 {
    let mask = u64::from(condition).wrapping_neg();
    f64::from_bits(one.to_bits() & mask | other.to_bits() & !mask)
}

/// A ratio on its way to a logarithm: `to ÷ from = 2^doublings · (1 + z) ÷ (1 − z)` with z = difference ÷ sum.
#[derive(Clone, Copy)]
pub(super) struct Reduced {
    pub(super) doublings: f64,
    /// Exact, since the two lie within a factor of 1½.
    pub(super) difference: f64,
    pub(super) sum: f64,
}

/// Brings two numbers above zero, and neither subnormal nor beyond 2⁵⁰⁰ of each other, within a factor of 1½.
///
/// The bits of a float, read as a whole number, are its binary logarithm with straight lines from power to power. The
/// rest that they leave after whole doublings lies from −½ to ½ on these lines, and the ratio of such two numbers from
/// 1 ÷ 1.5 to 1.5, so that |z| ≤ 0.2.
///
/// For other numbers the answer has no meaning, since bits wrap around; a block marks their rows as unusual.
#[inline(always)]
pub(super) fn reduced(from: f64, to: f64) -> Reduced {
    const HALF: u64 = 1 << (MANTISSA_BITS - 1);
    let difference = to.to_bits().wrapping_sub(from.to_bits());
    let doublings = difference.wrapping_add((BIAS << MANTISSA_BITS) + HALF) >> MANTISSA_BITS;
    let shift = doublings.wrapping_sub(BIAS) << MANTISSA_BITS;
    let near = f64::from_bits(to.to_bits().wrapping_sub(shift));
    Reduced {
        doublings: f64::from_bits(doublings.wrapping_add(SHIFTER.to_bits())) - (SHIFTER + 1024.0),
        difference: near - from,
        sum: near + from,
    }
}

/// log₂(2^doublings · (1 + z) ÷ (1 − z)), from the doublings of a [`Reduced`] ratio and its z = difference ÷ sum, which
/// may be off by 8 · 2⁻⁵³ of itself. The error is less than 2⁻⁴³ + 2⁻⁵³ · |log₂|, and less than 2⁻⁴¹ · |log₂|.
///
/// The polynomial is off by 2⁻⁴²·³⁹ of its value and, by rounding, by less than 2⁻⁵¹·⁵; the product with z by another
/// 2⁻⁵³ and the error of z. Together that is less than 2⁻⁴²·³ of the product, which is at most log₂ 1.5 < 0.585: less
/// than 2⁻⁴³. Where there are doublings, the logarithm is at least 1 − log₂ 1.5 > 0.41, so that the error of the
/// product is at most 1.42 times as much of the logarithm, and the sum rounds by 2⁻⁵³.
#[inline(always)]
pub(super) fn logarithm(doublings: f64, z: f64) -> f64 {
    let [c0, c1, c2, c3, c4, c5] = LOGARITHM;
    let square = z * z;
    let fourth = square * square;
    let low = c0 + c1 * square;
    let high = (c2 + c3 * square) + fourth * (c4 + c5 * square);
    doublings + z * (low + fourth * high)
}

/// 2^x as `scale · (1 + rest)`, for |x| up to 1,000: scale is 2 to the whole number nearest to x. The rest is off by
/// less than 2⁻⁴³·⁵ of itself, 2^x by less than 2⁻⁴⁴ of itself, and 2^x − 1 by less than 2⁻⁴³ of itself.
///
/// The rest of x after whole doublings is exact. The polynomial loses 2⁻⁴³·⁵⁵; its terms for x = −½ are 1.2 times as
/// large as their sum, and round seven times on the longest way, which is less than 2⁻⁵⁰; the product with x loses
/// 2⁻⁵³. Together that is less than 2⁻⁴³·⁵³ of the rest. The rest lies from −0.293 to 0.415, at most 0.415 of 1 + rest.
/// Of 2^x − 1 it is `scale · rest`, at most √2 times the whole of it, just above x = ½, where 2 · 0.293 is taken from
/// 1; and √2 · 2⁻⁴³·⁵³ and two roundings of at most 1.42 times 2^x − 1 are less than 2⁻⁴³.
#[derive(Clone, Copy)]
pub(super) struct Power {
    scale: f64,
    rest: f64,
}

/// 2^x for |x| up to 1,000, as a [`Power`], which tells its errors. Adding [`SHIFTER`] rounds x to its whole doublings;
/// [`BIAS`] − 1 = 1023 is the exponent of 1 in the bits of a float.
#[inline(always)]
pub(super) fn power_of_two(x: f64) -> Power {
    let [c0, c1, c2, c3, c4, c5, c6, c7, c8] = EXPONENTIAL;
    let shifted = x + SHIFTER;
    let rest = x - (shifted - SHIFTER);
    let square = rest * rest;
    let fourth = square * square;
    let low = (c0 + c1 * rest) + square * (c2 + c3 * rest);
    let high = (c4 + c5 * rest) + square * (c6 + c7 * rest) + fourth * c8;
    Power {
        scale: f64::from_bits(shifted.to_bits().wrapping_add(BIAS - 1) << MANTISSA_BITS),
        rest: rest * (low + fourth * high),
    }
}

impl Power {
    /// 2^x.
    #[inline(always)]
    pub(super) fn value(self) -> f64 {
        self.scale + self.scale * self.rest
    }

    /// 2^x − 1, which loses nothing near 0.
    #[inline(always)]
    pub(super) fn less_one(self) -> f64 {
        self.scale * self.rest + (self.scale - 1.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Off by 2⁻⁵² of itself: the difference is exact within a factor of 2, and beyond it the quotient moves a
    /// logarithm of 1 or more.
    fn reference(from: f64, to: f64) -> f64 {
        if (0.5..=2.0).contains(&(to / from)) {
            libm::log1p((to - from) / from) * core::f64::consts::LOG2_E
        } else {
            libm::log2(to / from)
        }
    }

    fn binary_logarithm(from: f64, to: f64) -> f64 {
        let Reduced {
            doublings,
            difference,
            sum,
        } = reduced(from, to);
        logarithm(doublings, difference / sum)
    }

    #[test]
    fn logarithms_of_powers_of_two_are_exact() {
        for (from, to, expected) in [(1.0, 1.0, 0.0), (1.0, 2.0, 1.0), (8.0, 1.0, -3.0), (0.75, 768.0, 10.0)] {
            assert_eq!(
                binary_logarithm(from, to).to_bits(),
                f64::to_bits(expected),
                "{from} {to}"
            );
        }
    }

    #[test]
    fn powers_of_whole_numbers_are_exact() {
        for (x, expected) in [
            (0.0, 1.0),
            (1.0, 2.0),
            (-3.0, 0.125),
            (96.0, 79_228_162_514_264_337_593_543_950_336.0),
        ] {
            assert_eq!(power_of_two(x).value().to_bits(), f64::to_bits(expected), "{x}");
        }
        assert_eq!(power_of_two(0.0).less_one().to_bits(), 0);
    }

    #[test]
    fn whole_numbers_become_floats_exactly() {
        for number in [0, 1, -1, 4_530_960, (1 << 51) - 1, 1 - (1 << 51)] {
            assert_eq!(to_float(number).to_string(), number.to_string());
        }
    }

    proptest! {
        /// The sizes that a block handles, and ratios near 1.
        #[test]
        fn a_logarithm_loses_no_more_than_argued(
            from in 1.0_f64..2.0,
            to in 1.0_f64..2.0,
            exponents in prop::array::uniform2(-36_i32..92),
            near in any::<bool>(),
        ) {
            let from = libm::ldexp(from, exponents[0]);
            let to = if near { from * (1.0 + (to - 1.5) * 1e-6) } else { libm::ldexp(to, exponents[1]) };
            let (ours, reference) = (binary_logarithm(from, to), reference(from, to));
            let (error, size) = ((ours - reference).abs(), reference.abs());
            // The rounding of the sum, and what the reference loses.
            let rounding = size * (1.25 * f64::EPSILON);
            prop_assert!(error <= 2.0_f64.powi(-43) + rounding, "{} {}", from, to);
            prop_assert!(error <= 2.0_f64.powi(-41) * size + rounding, "{} {}", from, to);
        }

        #[test]
        fn a_power_loses_no_more_than_argued(x in -190.0_f64..190.0, small in -1.0_f64..1.0) {
            let (ours, reference) = (power_of_two(x).value(), libm::exp2(x));
            let bound = 2.0_f64.powi(-44) + (2.0 + x.abs()) * f64::EPSILON;
            prop_assert!((ours - reference).abs() <= bound * reference, "{}", x);
            for small in [small, small * 1e-3] {
                let (ours, reference) = (power_of_two(small).less_one(), libm::expm1(small * core::f64::consts::LN_2));
                let bound = 2.0_f64.powi(-43) + 4.0 * f64::EPSILON;
                prop_assert!((ours - reference).abs() <= bound * reference.abs(), "{}", small);
            }
        }
    }
}
