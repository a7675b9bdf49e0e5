//! The unit of a number, and how units convert.

use alloc::format;
use alloc::string::String;
use core::fmt;

use rust_decimal::Decimal;

use super::arithmetic::decimal_of;
use super::{Code, Text, ValueError, getters};
use crate::code;

/// The unit of a number: a code, a power of ten, and the label to print.
///
/// Units of one code convert exactly by powers of ten; nothing else converts. Percent is the dimensionless unit `1`
/// with the multiplier −2: the share 88 % is the value 88.
///
/// # Examples
///
/// ```
/// use milepost::{Unit, dec};
///
/// let yuan = Unit::new("CNY".parse()?, 0)?;
/// let hundred_million = Unit::new("CNY".parse()?, 8)?.with_label("億元".try_into()?);
/// assert_eq!(hundred_million.convert(dec!(1781.8), &yuan)?, dec!(178180000000));
/// assert_eq!(Unit::percent().convert(dec!(88), &Unit::ratio())?, dec!(0.88));
/// # Ok::<(), milepost::ValueError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[must_use]
pub struct Unit {
    code: Code,
    multiplier: i8,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    label: Option<Text>,
    whole: bool,
}

impl Unit {
    /// A unit with this code and power of ten, printed without a label.
    ///
    /// # Errors
    ///
    /// [`ValueError::Multiplier`] if the power of ten is not from −28 to 28.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Unit, code};
    ///
    /// // "1,517.7" in a plan that counts in 億元: hundreds of millions of yuan.
    /// let unit = Unit::new(code!("CNY"), 8)?;
    /// assert_eq!((unit.code().as_str(), unit.multiplier()), ("CNY", 8));
    /// assert!(Unit::new(code!("CNY"), 29).is_err());
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn new(code: Code, multiplier: i8) -> Result<Self, ValueError> {
        if !(-28..=28).contains(&multiplier) {
            return Err(ValueError::Multiplier {
                multiplier: multiplier.into(),
            });
        }
        Ok(Self {
            code,
            multiplier,
            label: None,
            whole: false,
        })
    }

    /// The unit of a plain number, code `1`, printed without a label.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Unit;
    ///
    /// // An index of 1.07, or a share that is written as 0.88.
    /// assert_eq!((Unit::ratio().code().as_str(), Unit::ratio().multiplier()), ("1", 0));
    /// ```
    pub fn ratio() -> Self {
        Self {
            code: code!("1"),
            multiplier: 0,
            label: None,
            whole: false,
        }
    }

    /// Hundredths of a whole, printed `%`: code `1`, multiplier −2.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Unit;
    ///
    /// // 88 is 88 hundredths: the same as 0.88 of a ratio.
    /// assert_eq!((Unit::percent().code().as_str(), Unit::percent().multiplier()), ("1", -2));
    /// ```
    pub fn percent() -> Self {
        Self {
            multiplier: -2,
            label: Text::new("%").ok(),
            ..Self::ratio()
        }
    }

    /// The same unit, printed with this label.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Language, Unit, code, text};
    ///
    /// let emissions = Unit::new(code!("tCO2e"), 6)?.with_label(text!("Mt CO₂e"));
    /// assert_eq!(emissions.words(Language::English), "Mt CO₂e");
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn with_label(self, label: Text) -> Self {
        Self {
            label: Some(label),
            ..self
        }
    }

    /// The same unit for things that come one by one (buildings, firms), of which there is never a part.
    ///
    /// # Errors
    ///
    /// [`ValueError::WholeMultiplier`] if the unit has a power of ten: 2.5 ten-thousands are whole things too.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Unit, code};
    ///
    /// assert!(Unit::new(code!("firm"), 0)?.counted_whole()?.is_whole());
    /// assert!(Unit::new(code!("firm"), 4)?.counted_whole().is_err());
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn counted_whole(self) -> Result<Self, ValueError> {
        if self.multiplier == 0 {
            Ok(Self { whole: true, ..self })
        } else {
            Err(ValueError::WholeMultiplier {
                multiplier: self.multiplier,
            })
        }
    }

    /// The same unit in another power of ten.
    #[cfg(feature = "csv")]
    pub(crate) fn with_multiplier(self, multiplier: i8) -> Result<Self, ValueError> {
        let unit = Self {
            label: self.label,
            ..Self::new(self.code, multiplier)?
        };
        if self.whole { unit.counted_whole() } else { Ok(unit) }
    }

    getters! {
        /// The code.
        code: &Code,
        /// The power of ten: 8 for hundred millions.
        multiplier: i8,
        /// The words that are printed after a number.
        label: Option<&Text>,
    }

    /// Whether things come one by one.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Unit, code};
    ///
    /// // Buildings come one by one, and half of one is expected of nobody. What is not said so may come in parts.
    /// let buildings = Unit::new(code!("building"), 0)?;
    /// assert!(!buildings.is_whole());
    /// assert!(buildings.counted_whole()?.is_whole());
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub const fn is_whole(&self) -> bool {
        self.whole
    }

    /// Whether this counts plain numbers, so that a share or a rate of growth in it is a fraction.
    pub(crate) fn is_ratio(&self) -> bool {
        self.multiplier == 0 && self.code.as_str() == "1"
    }

    /// The value in another unit of the same code: exact, or an error.
    ///
    /// # Errors
    ///
    /// [`ValueError::UnitMismatch`] if the codes differ, [`ValueError::Overflow`] if the result does not fit in 28
    /// digits.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Unit, code, dec};
    ///
    /// let (millions, yuan) = (Unit::new(code!("CNY"), 6)?, Unit::new(code!("CNY"), 0)?);
    /// assert_eq!(millions.convert(dec!(2.5), &yuan)?, dec!(2500000));
    /// assert!(millions.convert(dec!(2.5), &Unit::percent()).is_err());
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn convert(&self, value: Decimal, to: &Self) -> Result<Decimal, ValueError> {
        if self.code != to.code {
            return Err(ValueError::UnitMismatch {
                from: self.code.clone(),
                to: to.code.clone(),
            });
        }
        let places = i32::from(self.multiplier).saturating_sub(to.multiplier.into());
        shift(value, places).ok_or_else(|| ValueError::Overflow {
            value,
            from: self.code.clone(),
            to: to.code.clone(),
        })
    }
}

/// `value` × 10^`places`, exact, or `None` if that does not fit.
pub(crate) fn shift(value: Decimal, places: i32) -> Option<Decimal> {
    if places == 0 || value.is_zero() {
        return Some(value);
    }
    let value = value.normalize();
    decimal_of(value.mantissa(), i64::from(value.scale()).checked_sub(places.into())?)
}

/// The unit of per cent in documents.
pub(crate) const PER_CENT: &str = r#"{"code": "1", "multiplier": -2}"#;

/// Whether a text calls a unit per cent, as the code lists of SDMX do too.
pub(crate) fn says_per_cent(text: &str) -> bool {
    const NAMES: [&str; 15] = [
        "%",
        "\u{FF05}",
        "percent",
        "per cent",
        "percentage",
        "pct",
        "PC",
        "PT",
        "prozent",
        "procent",
        "v.H.",
        "pour cent",
        "pourcentage",
        "por ciento",
        "porcentaje",
    ];
    NAMES.iter().any(|name| text.trim().eq_ignore_ascii_case(name))
}

/// The advice to write per cent, where a text says per cent and is not the unit; empty for any other text.
pub(crate) fn per_cent_instead_of(text: &str) -> String {
    if says_per_cent(text) {
        format!("; per cent is the unit `{PER_CENT}`")
    } else {
        String::new()
    }
}

impl fmt::Display for Unit {
    /// The label, else the code and power of ten.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.label, self.multiplier) {
            (Some(label), _) => write!(f, "{label}"),
            (None, 0) => write!(f, "{}", self.code),
            (None, -2) if self.code.as_str() == "1" => f.write_str("%"),
            (None, power) => write!(f, "{} × 10^{power}", self.code),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;

    fn unit(code: &str, multiplier: i8) -> Unit {
        Unit::new(code.parse().unwrap(), multiplier).unwrap()
    }

    #[test]
    fn powers_of_ten_convert_exactly() {
        for (value, from, to, converted) in [
            (dec!(2.5), 4, 0, dec!(25000)),
            (dec!(25000), 0, 4, dec!(2.5)),
            (dec!(-0.5), 0, -2, dec!(-50)),
            (dec!(0), 28, -28, dec!(0)),
            (dec!(1.10), 1, 0, dec!(11)),
            (dec!(-10000), -9, 23, dec!(-0.0000000000000000000000000001)),
            (
                dec!(30000000000000000000000000000),
                -28,
                28,
                dec!(0.0000000000000000000000000003),
            ),
            (
                dec!(79228162514264337593543950335),
                0,
                28,
                dec!(7.9228162514264337593543950335),
            ),
        ] {
            assert_eq!(unit("m", from).convert(value, &unit("m", to)), Ok(converted));
        }
    }

    #[test]
    fn a_conversion_never_rounds() {
        for (value, from, to) in [
            (dec!(0.0000000000000000000000000001), 0, 1),
            (dec!(79228162514264337593543950335), 1, 0),
            (dec!(1), 28, -28),
            (dec!(-1000), -9, 23),
            (dec!(10001), -9, 23),
        ] {
            let error = unit("m", from).convert(value, &unit("m", to)).unwrap_err();
            assert_eq!(
                error.to_string(),
                format!("{value} is too large or too small to be converted from `m` to `m`")
            );
        }
    }

    #[test]
    fn a_unit_is_printed_by_its_label_or_by_what_it_counts() {
        for (unit, printed) in [
            (unit("CNY", 8), "CNY × 10^8"),
            (unit("t", 0), "t"),
            (unit("1", 0), "1"),
            (unit("1", -2), "%"),
            (unit("1", -3), "1 × 10^-3"),
            (unit("t", -2), "t × 10^-2"),
            (unit("1", -2).with_label("per cent".try_into().unwrap()), "per cent"),
        ] {
            assert_eq!(unit.to_string(), printed);
        }
    }

    #[test]
    fn refusals() {
        assert_eq!(
            unit("USD", 8)
                .convert(dec!(1), &unit("CNY", 8))
                .unwrap_err()
                .to_string(),
            "`USD` cannot be converted to `CNY`: only powers of ten of one unit convert"
        );
        assert_eq!(
            Unit::new("m".parse().unwrap(), 29).unwrap_err().to_string(),
            "the multiplier of a unit is a power of ten from -28 to 28, got 29"
        );
        assert_eq!(
            unit("firm", 4).counted_whole().unwrap_err().to_string(),
            "things that come one by one are counted in ones: a whole unit has the multiplier 0, got 4"
        );
    }
}
