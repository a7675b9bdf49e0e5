//! A status as a front end shows it.

use alloc::string::{String, ToString};

use crate::rule::Status;
use crate::value::{Language, names};

names! { "a tone":
    /// How a status is to be taken, in one of four ways: for icons, for sorting, for those who see no colours.
    pub enum Tone {
        /// The promise is met, or on its way.
        Good = "good",
        /// It is behind, and can still be met at a faster pace.
        Warn = "warn",
        /// It is far behind, moves away or was missed.
        Bad = "bad",
        /// Nothing can be said of it yet.
        Neutral = "neutral",
    }
}

impl Status {
    /// How the status is to be taken.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Status;
    /// use milepost::report::Tone;
    ///
    /// assert_eq!(Status::Lagging.tone(), Tone::Warn);
    /// assert_eq!(Status::Unknown.tone().to_string(), "neutral");
    /// ```
    pub const fn tone(self) -> Tone {
        match self {
            Self::Achieved | Self::Ahead | Self::OnTrack => Tone::Good,
            Self::Lagging => Tone::Warn,
            Self::OffTrack | Self::Worsening | Self::Missed => Tone::Bad,
            Self::NotDue | Self::Unknown => Tone::Neutral,
        }
    }

    /// The colour of the status, as `#rrggbb`: no two have the same. They are those that Okabe and Ito chose for
    /// readers with any kind of colour vision (*Color Universal Design*, 2008), and two greys where nothing is judged.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Status;
    ///
    /// assert_eq!(Status::Achieved.colour(), "#009e73");
    /// ```
    pub const fn colour(self) -> &'static str {
        match self {
            Self::Achieved => "#009e73",
            Self::Ahead => "#0072b2",
            Self::OnTrack => "#56b4e9",
            Self::Lagging => "#e69f00",
            Self::OffTrack => "#d55e00",
            Self::Worsening => "#cc79a7",
            Self::Missed => "#000000",
            Self::NotDue => "#cccccc",
            Self::Unknown => "#999999",
        }
    }

    /// The colour of words on the [colour](Self::colour) of the status, as `#rrggbb`: black, or white where that is
    /// read better. Their contrast is 4.5 to 1 or more, as WCAG 2.2 wants it of text of any size (1.4.3, level AA).
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Status;
    ///
    /// assert_eq!(Status::Achieved.text_colour(), "#000000");
    /// assert_eq!(Status::Missed.text_colour(), "#ffffff");
    /// ```
    pub const fn text_colour(self) -> &'static str {
        match self {
            Self::Ahead | Self::Missed => "#ffffff",
            Self::Achieved
            | Self::OnTrack
            | Self::Lagging
            | Self::OffTrack
            | Self::Worsening
            | Self::NotDue
            | Self::Unknown => "#000000",
        }
    }
}

/// A status with all that a front end needs to show it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct StatusCells {
    /// The status, by the name that machines know.
    pub value: Status,
    /// The name of the status in the language of the report.
    pub words: String,
    /// The tone of the status: how it is to be taken.
    pub tone: Tone,
    /// The colour of the status, as `#rrggbb`.
    pub colour: &'static str,
    /// The colour of words on it, as `#rrggbb`, with a contrast of 4.5 to 1 or more.
    pub text_colour: &'static str,
}

impl StatusCells {
    /// The cells of a status: its words, its tone and its colour.
    pub(super) fn new(status: Status, language: Language) -> Self {
        Self {
            value: status,
            words: status.words(language).to_string(),
            tone: status.tone(),
            colour: status.colour(),
            text_colour: status.text_colour(),
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_status_has_a_colour_of_its_own() {
        let colours: BTreeSet<_> = Status::ALL.iter().map(|status| status.colour()).collect();
        assert_eq!(colours.len(), Status::ALL.len());
        for colour in colours {
            let digits = colour.strip_prefix('#').unwrap();
            assert_eq!(digits.len(), 6);
            assert!(
                digits.chars().all(|digit| matches!(digit, '0'..='9' | 'a'..='f')),
                "{colour}"
            );
        }
    }

    #[test]
    fn what_needs_attention_is_not_good_and_what_is_not_judged_is_neutral() {
        for &status in Status::ALL {
            let is_troubling = matches!(status.tone(), Tone::Warn | Tone::Bad);
            assert_eq!(is_troubling, status.needs_attention(), "{status}");
            assert_eq!(status.tone() != Tone::Neutral, status.is_judged(), "{status}");
        }
    }
}
