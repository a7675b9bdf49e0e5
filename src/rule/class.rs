//! A class as its publisher names it.

use alloc::boxed::Box;

use super::Status;

/// A class of a rule: its published name, and the status of this crate that it comes nearest to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "serde",
    serde(deny_unknown_fields, expecting = "a map with the name and the status of a class")
)]
#[must_use]
pub struct Class {
    name: Box<str>,
    status: Status,
}

impl Class {
    /// A class by its published name.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Status;
    /// use milepost::rule::Class;
    ///
    /// // Words of a publisher stay as they are, and the status is what they come nearest to here.
    /// let class = Class::new("Challenges remain", Status::Lagging);
    /// assert_eq!((class.name(), class.status()), ("Challenges remain", Status::Lagging));
    /// ```
    pub fn new(name: &str, status: Status) -> Self {
        Self {
            name: name.into(),
            status,
        }
    }

    /// The published name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The status that the class comes nearest to.
    pub const fn status(&self) -> Status {
        self.status
    }
}
