//! An error in the document of a rule, with the place at which it was found.

use alloc::format;
use alloc::string::{String, ToString};
use core::fmt;

/// An error, with the place in the document of a rule at which it was found: `method.defaults.required`.
#[derive(Debug)]
pub(super) struct Located<E> {
    /// Empty for the thing that is read itself.
    place: String,
    error: E,
}

impl<E> Located<E> {
    /// The error without its place, for rules that are built in code.
    pub(super) fn into_error(self) -> E {
        self.error
    }

    /// The error with `outer` in front of its place: a key of a map, or an index of a list such as `[1]`.
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
    /// An error without a place: it is of the thing that is read itself.
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

/// A result; its error gets `place` in front of its own place.
pub(super) fn within<T, E>(place: impl fmt::Display, made: Result<T, Located<E>>) -> Result<T, Located<E>> {
    made.map_err(|error| error.within(place))
}
