//! Where a promise was made.

use alloc::boxed::Box;

use crate::value::{Text, getters, setters};

/// Where a promise was made, and in what words.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[must_use]
pub struct Citation {
    pub(super) document: Text,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(super) url: Option<Box<str>>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(super) quote: Option<Text>,
}

impl Citation {
    /// The document with this title.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Citation, text};
    ///
    /// let citation = Citation::new(text!("Five-year plan, chapter 3")).with_quote(text!("over 200 billion by 2026"));
    /// assert_eq!(citation.document().to_string(), "Five-year plan, chapter 3");
    /// ```
    pub const fn new(document: Text) -> Self {
        Self {
            document,
            url: None,
            quote: None,
        }
    }

    setters! {
        /// The same citation, at this address. It is kept as it is given: nothing asks whether it leads anywhere.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Citation, text};
        ///
        /// let citation = Citation::new(text!("Climate act")).with_url("https://example.org/climate-act#article-3");
        /// assert_eq!(citation.url(), Some("https://example.org/climate-act#article-3"));
        /// ```
        with_url(url: &str) => url = Some(url.into()),
        /// The same citation, with the exact words of the promise.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Citation, Text, text};
        ///
        /// // The exact words stand in the language in which they were published, with a translation beside them.
        /// let words = Text::tagged("de", "mindestens 65 Prozent bis 2030")?;
        /// let words = words.with("en", "at least 65 per cent by 2030")?;
        /// let citation = Citation::new(text!("Climate act, section 3")).with_quote(words);
        /// assert_eq!(citation.quote().map(Text::first), Some("mindestens 65 Prozent bis 2030"));
        /// # Ok::<(), milepost::ValueError>(())
        /// ```
        with_quote(quote: Text) => quote = Some(quote),
    }

    getters! {
        /// The title of the document.
        document: &Text,
        /// The address of the document, if it is stated.
        url: Option<&str>,
        /// The exact words of the promise, if they are stated.
        quote: Option<&Text>,
    }
}
