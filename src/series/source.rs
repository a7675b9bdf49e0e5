//! Where a figure was found.

use alloc::boxed::Box;

use crate::value::{Text, getters, setters};

/// Where a figure or report was found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[must_use]
pub struct Source {
    pub(crate) title: Text,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) publisher: Option<Text>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) url: Option<Box<str>>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) locator: Option<Box<str>>,
}

impl Source {
    /// The document with this title.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Source, text};
    ///
    /// let source = Source::new(text!("Labour force survey 2024"))
    ///     .with_publisher(text!("Statistics Office"))
    ///     .with_locator("table 4");
    /// assert_eq!(source.publisher(), Some(&text!("Statistics Office")));
    /// assert_eq!((source.locator(), source.url()), (Some("table 4"), None));
    /// ```
    pub const fn new(title: Text) -> Self {
        Self {
            title,
            publisher: None,
            url: None,
            locator: None,
        }
    }

    setters! {
        /// The same source, of this publisher: whatever it publishes of a period takes the place of what it published
        /// before.
        with_publisher(publisher: Text) => publisher = Some(publisher),
        /// The same source, at this address.
        with_url(url: &str) => url = Some(url.into()),
        /// The same source, at this place within it: a page, a table, a paragraph.
        with_locator(locator: &str) => locator = Some(locator.into()),
    }

    getters! {
        /// The title of the document.
        title: &Text,
        /// The publisher of the source, if it is stated.
        publisher: Option<&Text>,
        /// The address of the document, if it is stated.
        url: Option<&str>,
        /// The place within the document, if it is stated.
        locator: Option<&str>,
    }
}
