//! The size of a rate between values of different signs, which is a complex number: nonsense as a rate of growth, and
//! published all the same.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{GrowthError, positive_span};
use crate::value::Years;

/// The size of the yearly rate from one value to another with a different sign, |(to ÷ from)^(1 ÷ years) − 1|. The
/// power is a complex number then: its principal root is taken, as some offices' programs do that publish the result.
///
/// ```text
/// √((ρ − 1)² + 4 ρ sin²(π ÷ 2 years)),   ρ = |to ÷ from|^(1 ÷ years)
/// ```
///
/// In floating point, as its publishers compute it: good for the 12 decimals that are shown of what is divided by it,
/// and no more than the 16 digits of a float.
#[expect(
    clippy::float_arithmetic,
    reason = "published so; the functions of `libm` have the same bits everywhere"
)]
pub(crate) fn size_of_complex_rate(from: Decimal, to: Decimal, years: u32) -> Result<Decimal, GrowthError> {
    positive_span(Years::whole(i32::try_from(years).unwrap_or(i32::MAX)))?;
    let size = |value: Decimal| value.abs().to_f64().unwrap_or(f64::NAN);
    let (logarithm, years) = (libm::log(size(to) / size(from)), f64::from(years));
    let (logarithm, angle) = (logarithm / years, core::f64::consts::PI / years);
    let aside = 2.0 * libm::exp(logarithm / 2.0) * libm::sin(angle / 2.0);
    Decimal::from_f64_retain(libm::hypot(libm::expm1(logarithm), aside)).ok_or(GrowthError::Overflow)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;

    /// From −1 to 1 in three years the root is e^(iπ/3), at a distance of 1; in two years it is i, and in one year −1.
    #[test]
    fn sizes_of_complex_rates() {
        for (from, to, years, size) in [
            (dec!(-1), dec!(1), 3, dec!(1)),
            (dec!(1), dec!(-1), 2, dec!(1.4142135623731)),
            (dec!(-5), dec!(5), 1, dec!(2)),
            (dec!(5), dec!(-10), 1, dec!(3)),
            (dec!(-1), dec!(27), 3, dec!(2.6457513110646)),
        ] {
            let rounded = size_of_complex_rate(from, to, years).map(|size| size.round_dp(13).normalize());
            assert_eq!(rounded, Ok(size), "{from} {to} {years}");
        }
        assert_eq!(size_of_complex_rate(dec!(1), dec!(-1), 0), Err(GrowthError::EmptySpan));
    }
}
