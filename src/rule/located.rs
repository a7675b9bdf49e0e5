//! What is wrong in a rule, with the place at which a document says it.

use alloc::format;
use alloc::string::{String, ToString};
use core::fmt;

/// Why something is refused, and where it stands in the document of a rule: `method.defaults.required`.
#[derive(Debug)]
pub(super) struct Located<E> {
    place: String,
    error: E,
}

impl<E> Located<E> {
    /// The error, for whoever wrote no document.
    pub(super) fn into_error(self) -> E {
        self.error
    }

    /// The same, of what stands under this key of a map, or at this place of a list: `[1]`.
    pub(super) fn within(self, outer: impl fmt::Display) -> Self {
        let place = match &*self.place {
            "" => outer.to_string(),
            inner if inner.starts_with('[') => format!("{outer}{inner}"),
            inner => format!("{outer}.{inner}"),
        };
        Self { place, ..self }
    }
}

impl<E> From<E> for Located<E> {
    /// An error of a whole, wherever that stands.
    fn from(error: E) -> Self {
        let place = String::new();
        Self { place, error }
    }
}

impl<E: fmt::Display> fmt::Display for Located<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.place.is_empty() {
            write!(f, "{}: ", self.place)?;
        }
        self.error.fmt(f)
    }
}

/// What was made of something that stands in this place.
pub(super) fn within<T, E>(place: impl fmt::Display, made: Result<T, Located<E>>) -> Result<T, Located<E>> {
    made.map_err(|error| error.within(place))
}
