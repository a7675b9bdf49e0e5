//! How often a goal is looked at.

use core::fmt;
use core::str::FromStr;

use crate::value::{Length, ValueError, as_text, excerpt};

/// How often a [`Goal::Keep`](super::Goal::Keep) or [`Goal::Trend`](super::Goal::Trend) is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Every {
    /// In each period of this length.
    Length(Length),
    /// At each figure that is published, as it comes: surveys of 2012, 2015, 2018 and 2022.
    Figure,
}

impl From<Length> for Every {
    /// In each period of this length.
    fn from(length: Length) -> Self {
        Self::Length(length)
    }
}

impl fmt::Display for Every {
    /// As documents write it: `year`, `P3Y`, `figure`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length(length) => match length.name() {
                Some(name) => f.pad(name),
                None => length.fmt(f),
            },
            Self::Figure => f.pad(FIGURE),
        }
    }
}

/// The word for a goal that is looked at figure by figure.
const FIGURE: &str = "figure";

impl FromStr for Every {
    type Err = ValueError;

    /// Reads what documents write.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Every, Length};
    ///
    /// assert_eq!("quarter".parse(), Ok(Every::Length(Length::QUARTER)));
    /// assert_eq!("figure".parse(), Ok(Every::Figure));
    /// assert!("often".parse::<Every>().is_err());
    /// ```
    fn from_str(text: &str) -> Result<Self, ValueError> {
        if text == FIGURE {
            return Ok(Self::Figure);
        }
        text.parse()
            .map(Self::Length)
            .map_err(|_: ValueError| ValueError::Name {
                text: excerpt(text),
                what: "how often a goal is looked at",
                right: "`figure`, `year`, `half`, `quarter`, `month`, `week`, and durations such as `P3Y`",
            })
    }
}

as_text! { Every, "how often a goal is looked at, such as `\"figure\"` or `\"year\"`" }
