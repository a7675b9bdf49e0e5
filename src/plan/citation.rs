//! Where a promise was made.

use alloc::boxed::Box;

use crate::value::Text;

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

    /// The same citation, at this address.
    pub fn with_url(mut self, url: &str) -> Self {
        self.url = Some(url.into());
        self
    }

    /// The same citation, with the exact words of the promise.
    pub fn with_quote(mut self, quote: Text) -> Self {
        self.quote = Some(quote);
        self
    }

    /// The title of the document.
    pub const fn document(&self) -> &Text {
        &self.document
    }

    /// The address of the document, if it is stated.
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// The exact words of the promise, if they are stated.
    pub const fn quote(&self) -> Option<&Text> {
        self.quote.as_ref()
    }
}
