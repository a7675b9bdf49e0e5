//! Binary logarithms and powers in 64-bit floating point, as straight lines of operations that a compiler turns into vectors.
//!
//! Only `+ − × ÷`, moves of bits and choices between two numbers: IEEE 754 says what each of them gives, and nothing is fused, so that
//! the same numbers have the same answer, bit by bit, on every machine and with every instruction set.
//!
//! Coefficients (Python, mpmath with 60 digits; Remez exchange on the relative error, then rounded to the nearest float):
//!
//! ```text
//! LOGARITHM    log₂((1 + z) ÷ (1 − z)) ÷ z   in z² from 0 to 0.04       relative error 2^-56.0
//! EXPONENTIAL  (2^x − 1) ÷ x                 in x from −½ to ½          relative error 2^-55.6
//! ```
#![expect(
    clippy::float_arithmetic,
    clippy::inline_always,
    reason = "columns are of floats, the error of each step is bounded beside it, and each is compiled for several instruction sets"
)]

const LOGARITHM: [f64; 8] = [
    2.885_390_081_777_926_8,
    0.961_796_693_926_102_3,
    0.577_078_016_289_264_7,
    0.412_198_596_315_120_2,
    0.320_597_609_056_207_2,
    0.262_376_321_849_192_13,
    0.219_969_174_865_887_5,
    0.222_013_698_037_302_23,
];

const EXPONENTIAL: [f64; 11] = [
    core::f64::consts::LN_2,
    0.240_226_506_959_100_97,
    0.055_504_108_664_821_236,
    0.009_618_129_107_607_065,
    0.001_333_355_814_653_163_4,
    0.000_154_035_304_414_813_82,
    1.525_273_370_121_386_6e-5,
    1.321_544_272_382_303_3e-6,
    1.017_812_129_986_472_4e-7,
    7.072_561_779_087_811e-9,
    4.445_537_067_263_057e-10,
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
pub(super) fn whole(number: i64) -> f64 {
    f64::from_bits((number as u64).wrapping_add(SHIFTER.to_bits())) - SHIFTER
}

/// One of two numbers, both of which are there already. (A plain `if` may load one of them only when it is wanted, and a vector of such
/// loads is slow.)
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
/// The bits of a float, read as a whole number, are its binary logarithm with straight lines from power to power. What they leave
/// after whole doublings lies from −½ to ½ on these lines, and the ratio of such two numbers from 1 ÷ 1.5 to 1.5, so that |z| ≤ 0.2.
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

/// log₂ of a ratio, from its doublings and z, which may have lost 8 · 2⁻⁵³ of itself. Off by less than 2⁻⁴⁸ of itself.
///
/// The polynomial loses 2⁻⁵⁶ and, by rounding, less than 2⁻⁵¹·⁵; the product with z another 2⁻⁵³ and what z had lost: together less than
/// 2⁻⁴⁹·⁴. Where there are doublings, the logarithm is at least 1 − log₂ 1.5 > 0.41, and z's part at most 0.585, so that it loses at most
/// 1.42 times as much of the whole, and 2⁻⁵³ by the sum.
#[inline(always)]
pub(super) fn logarithm(doublings: f64, z: f64) -> f64 {
    let [c0, c1, c2, c3, c4, c5, c6, c7] = LOGARITHM;
    let square = z * z;
    let fourth = square * square;
    let even = c0 + fourth * (c2 + fourth * (c4 + fourth * c6));
    let odd = c1 + fourth * (c3 + fourth * (c5 + fourth * c7));
    doublings + z * (even + square * odd)
}

/// 2^x as `scale · (1 + rest)`, for |x| up to 1,000. The rest is off by less than 2⁻⁵¹ of itself, and by less than 2⁻⁵³ for each unit of x.
#[derive(Clone, Copy)]
pub(super) struct Power {
    scale: f64,
    rest: f64,
}

#[inline(always)]
pub(super) fn power_of_two(x: f64) -> Power {
    let [c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10] = EXPONENTIAL;
    let shifted = x + SHIFTER;
    let rest = x - (shifted - SHIFTER);
    let square = rest * rest;
    let even = c0 + square * (c2 + square * (c4 + square * (c6 + square * (c8 + square * c10))));
    let odd = c1 + square * (c3 + square * (c5 + square * (c7 + square * c9)));
    Power {
        scale: f64::from_bits(shifted.to_bits().wrapping_add(BIAS - 1) << MANTISSA_BITS),
        rest: rest * (even + rest * odd),
    }
}

impl Power {
    /// 2^x.
    #[inline(always)]
    pub(super) fn whole(self) -> f64 {
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

    /// Off by 2⁻⁵² of itself: the difference is exact within a factor of 2, and beyond it the quotient moves a logarithm of 1 or more.
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
            assert_eq!(power_of_two(x).whole().to_bits(), f64::to_bits(expected), "{x}");
        }
        assert_eq!(power_of_two(0.0).less_one().to_bits(), 0);
    }

    #[test]
    fn whole_numbers_become_floats_exactly() {
        for number in [0, 1, -1, 4_530_960, (1 << 51) - 1, 1 - (1 << 51)] {
            assert_eq!(whole(number).to_string(), number.to_string());
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
            // 2^-48 of itself, and 2^-51 for the reference.
            prop_assert!((ours - reference).abs() <= reference.abs() * (1.125 / 281_474_976_710_656.0), "{} {}", from, to);
        }

        #[test]
        fn a_power_loses_no_more_than_argued(x in -190.0_f64..190.0, small in -1.0_f64..1.0) {
            let (ours, reference) = (power_of_two(x).whole(), libm::exp2(x));
            let bound = (4.0 + x.abs()) * f64::EPSILON;
            prop_assert!((ours - reference).abs() <= bound * reference, "{}", x);
            let tiny = small * 1e-3;
            let (ours, reference) = (power_of_two(tiny).less_one(), libm::expm1(tiny * core::f64::consts::LN_2));
            prop_assert!((ours - reference).abs() <= 6.0 * f64::EPSILON * reference.abs(), "{}", tiny);
        }
    }
}
