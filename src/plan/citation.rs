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
        /// The same citation, at this address.
        with_url(url: &str) => url = Some(url.into()),
        /// The same citation, with the exact words of the promise.
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
