//! Finds the columns that a map names in the header of a table.
//!
//! A column that is missing is said at once, and the search goes on: an author mends all names in one go. What is found
//! is noted, since the columns that nobody names may tell figures apart after all (`unused`).

use alloc::vec::Vec;

use super::given::Given;
use super::sheet::{ColumnPlace, Reported, TableHeader};
use crate::plan::Problems;

/// Finds the columns of one header.
pub(super) struct ColumnSearch<'h, 'p> {
    pub(super) header: &'h TableHeader,
    pub(super) problems: &'p mut Problems,
    /// The columns that were found.
    pub(super) found: Vec<ColumnPlace>,
}

impl ColumnSearch<'_, '_> {
    pub(super) fn column(&mut self, name: &str) -> Result<ColumnPlace, Reported> {
        let column = self.header.column(name, self.problems)?;
        self.found.push(column);
        Ok(column)
    }

    /// The place of a role that `find` finds; `None` if the map has no such role.
    pub(super) fn optional<T, U>(
        &mut self,
        role: Option<T>,
        find: impl FnOnce(&mut Self, T) -> Result<U, Reported>,
    ) -> Result<Option<U>, Reported> {
        role.map(|role| find(self, role)).transpose()
    }

    /// The place of each of several roles. All are looked for, so that each that is missing is said.
    pub(super) fn each<'m, T, U>(
        &mut self,
        roles: &'m [T],
        mut find: impl FnMut(&mut Self, &'m T) -> Result<U, Reported>,
    ) -> Result<Vec<U>, Reported> {
        let found: Vec<_> = roles.iter().map(|role| find(self, role)).collect();
        found.into_iter().collect()
    }

    /// The value that is given once, or the column in which it is given.
    pub(super) fn given<'m, T>(&mut self, given: &'m Given<T>) -> Result<Given<&'m T, ColumnPlace>, Reported> {
        Ok(match given {
            Given::Once(once) => Given::Once(once),
            Given::In(name) => Given::In(self.column(name)?),
        })
    }
}
