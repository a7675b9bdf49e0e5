//! What the publisher says of a figure beside its value.

use super::SeriesError;
use crate::value::{names, sets};

names! { "a status of an observation":
    /// What a publisher says of a figure, in the words of SDMX's list `CL_OBS_STATUS`.
    ///
    /// A figure may have several: the first one after a break can be provisional too.
    #[derive(Default, PartialOrd, Ord)]
    #[non_exhaustive]
    #[repr(u8)]
    pub enum ObservationStatus {
        /// A final figure: nothing is said of it.
        #[default]
        Normal = "normal",
        /// The first figure after a change of definition: those before it are not comparable.
        Break = "break",
        /// To be revised.
        Provisional = "provisional",
        /// Estimated from other figures.
        Estimated = "estimated",
        /// Imputed: the figure stands in for one that was not observed.
        Imputed = "imputed",
        /// A figure that is expected to be seen. A forecast decides nothing.
        Forecast = "forecast",
        /// Of low reliability.
        LowReliability = "low_reliability",
        /// By another definition than the rest of the series.
        DefinitionDiffers = "definition_differs",
        /// Not significantly different from zero.
        NotSignificant = "not_significant",
        /// There is no value: it was not collected, or it was withdrawn.
        Missing = "missing",
        /// There is no value that may be published.
        Confidential = "confidential",
        /// There can be no value.
        NotApplicable = "not_applicable",
    }
}

/// Everything that a publisher says of a figure: a set of [`ObservationStatus`], in which `Normal` adds nothing.
///
/// # Examples
///
/// ```
/// use milepost::ObservationStatus::{Break, Normal, Provisional};
/// use milepost::series::Flags;
///
/// // Beside the number stands `p`, and the column of flags says `b`.
/// let both = Flags::from(Provisional).union(Flags::from_eurostat("b")?);
/// assert_eq!(both, Flags::from([Break, Provisional]));
/// assert!(both.contains(Break) && !both.exclude_a_value());
/// // That a figure is final is the want of any flag, and no flag beside others.
/// assert_eq!(both.with(Normal), both);
/// assert!(!both.contains(Normal) && Flags::from(Normal).is_empty());
/// assert_eq!((both.to_string(), Flags::from(Normal).to_string()), ("break, provisional".into(), "normal".into()));
/// # Ok::<(), milepost::series::SeriesError>(())
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
#[must_use]
pub struct Flags(u16);

/// The flags of a figure, one after the other.
#[derive(Debug, Clone)]
#[must_use]
pub struct FlagsIter(Flags);

sets! { Flags(u16) of ObservationStatus without Normal, by FlagsIter }

impl Flags {
    /// Those that letters of Eurostat mean, in any order: `b`, `p`, `bp`.
    ///
    /// The letters are those of Eurostat's page on its database, as of 27 January 2025 (`b d e f i m n p u`, and of
    /// confidentiality `C N P`), and those that they replaced (`c`, `s`, `z`); `r` (revised) is what a later vintage
    /// says, and `:` is no value.
    ///
    /// # Errors
    ///
    /// [`SeriesError::FlagUnknown`] for a letter that none of these is. Upper case means something else than lower
    /// case.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::ObservationStatus;
    /// use milepost::series::Flags;
    ///
    /// // `1.2 bp`: a break in the series, and provisional.
    /// let flags = Flags::from_eurostat("bp")?;
    /// assert!(flags.contains(ObservationStatus::Break));
    /// assert!(flags.contains(ObservationStatus::Provisional));
    /// assert!(Flags::from_eurostat("x").is_err());
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn from_eurostat(letters: &str) -> Result<Self, SeriesError> {
        let mut flags = Self::NONE;
        for letter in letters.chars() {
            flags = flags.with(of_eurostat(letter)?);
        }
        Ok(flags)
    }

    /// Whether one of the flags says that there is no value.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::ObservationStatus::{Confidential, Missing, NotApplicable};
    /// use milepost::{ObservationStatus, series::Flags};
    ///
    /// let excluding = ObservationStatus::ALL.iter().copied().filter(|status| Flags::from(*status).exclude_a_value());
    /// assert_eq!(excluding.collect::<Vec<_>>(), [Missing, Confidential, NotApplicable]);
    /// ```
    pub const fn exclude_a_value(self) -> bool {
        use ObservationStatus::{Confidential, Missing, NotApplicable};
        self.contains(Missing) || self.contains(Confidential) || self.contains(NotApplicable)
    }
}

/// What a letter of Eurostat means.
fn of_eurostat(letter: char) -> Result<ObservationStatus, SeriesError> {
    Ok(match letter {
        'b' => ObservationStatus::Break,
        'p' => ObservationStatus::Provisional,
        'e' => ObservationStatus::Estimated,
        'i' | 's' => ObservationStatus::Imputed,
        'f' => ObservationStatus::Forecast,
        'u' => ObservationStatus::LowReliability,
        'd' => ObservationStatus::DefinitionDiffers,
        'n' => ObservationStatus::NotSignificant,
        ':' => ObservationStatus::Missing,
        'c' | 'C' | 'N' | 'P' => ObservationStatus::Confidential,
        'm' | 'z' => ObservationStatus::NotApplicable,
        'r' => ObservationStatus::Normal,
        flag => return Err(SeriesError::FlagUnknown { flag }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_but_the_normal_one_has_a_place_of_its_own() {
        let all: Flags = ObservationStatus::ALL.iter().copied().collect();
        assert_eq!(all.iter().collect::<Vec<_>>(), ObservationStatus::ALL[1..]);
        for (index, status) in ObservationStatus::ALL.iter().copied().enumerate() {
            assert_eq!(status as usize, index);
        }
        assert_eq!(all.into_iter().collect::<Flags>(), all);
        assert_eq!(all.with(ObservationStatus::Normal), all);
        assert!(Flags::from(ObservationStatus::Normal).is_empty() && Flags::NONE.into_iter().next().is_none());
        assert_eq!(format!("{:?}", Flags::from(ObservationStatus::Break)), "{Break}");
    }

    #[test]
    fn letters_of_eurostat() {
        use ObservationStatus::*;
        for (letters, flags) in [
            ("", Flags::NONE),
            ("r", Flags::NONE),
            ("b", Break.into()),
            ("p", Provisional.into()),
            ("e", Estimated.into()),
            ("s", Imputed.into()),
            ("i", Imputed.into()),
            ("f", Forecast.into()),
            ("u", LowReliability.into()),
            ("d", DefinitionDiffers.into()),
            ("n", NotSignificant.into()),
            (":", Missing.into()),
            ("c", Confidential.into()),
            ("C", Confidential.into()),
            ("N", Confidential.into()),
            ("P", Confidential.into()),
            ("z", NotApplicable.into()),
            ("m", NotApplicable.into()),
            ("bp", [Break, Provisional].into()),
            ("pb", [Provisional, Break].into()),
            ("bde", [Break, DefinitionDiffers, Estimated].into()),
            (":c", [Missing, Confidential].into()),
            ("rp", Provisional.into()),
        ] {
            assert_eq!(Flags::from_eurostat(letters), Ok(flags), "{letters}");
            let has_value = !letters.contains([':', 'c', 'C', 'N', 'P', 'z', 'm']);
            assert_eq!(flags.exclude_a_value(), !has_value, "{letters}");
        }
        for letters in ["B", "bx", "b p", "é"] {
            assert!(Flags::from_eurostat(letters).is_err(), "{letters}");
        }
        for (letters, shown) in [
            ("bx", "x"),
            ("b\0", "\\u{0}"),
            ("\n", "\\n"),
            ("b\u{202e}", "\\u{202e}"),
        ] {
            assert_eq!(
                Flags::from_eurostat(letters).unwrap_err().to_string(),
                format!(
                    "`{shown}` is not a flag of Eurostat: those are b, d, e, f, i, m, n, p, u, C, N, P, of old c, r, s, z, and `:` for no value"
                )
            );
        }
    }
}
