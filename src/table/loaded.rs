//! The value that was read of a table, with the problems of its rows.

use crate::plan::Problems;

/// What the rows of a table that are right say, with everything that is wrong with the others.
///
/// The caller chooses: [`value`](Self::value) is of the good rows, [`into_result`](Self::into_result) is all or
/// nothing. Warnings and notes are problems too, and keep no row out.
///
/// # Examples
///
/// A department's table of recycling has a row with a slip and a footnote: both are said, and the other rows count.
///
/// ```
/// use milepost::table::ColumnMap;
///
/// let map: ColumnMap = serde_json::from_str(
///     r#"{"format": 1, "kind": "observations", "indicator": "recycled", "period": "Year", "value": "Share",
///         "unit": {"code": "1", "multiplier": -2}, "published": "2025-02-01"}"#,
/// )?;
/// let table = "Year,Share\n2022,41.7\n2023,4l.9\n2024,43.2\nSource: municipal waste statistics\n";
/// let loaded = map.read_observations(table.as_bytes());
/// assert_eq!(loaded.value.figures, 2);
/// let places: Vec<_> = loaded.problems.iter().map(|problem| problem.path()).collect();
/// assert_eq!(places, ["line 3, Share", "line 5"]);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Loaded<T> {
    /// The value of the rows that are right.
    pub value: T,
    /// The problems of the other rows. The path of each names its line, counted from 1, and its column. The first 1,000
    /// are kept, and those beyond are counted.
    pub problems: Problems,
}

impl<T> Loaded<T> {
    /// The value of the table, if all of it is right.
    ///
    /// # Errors
    ///
    /// The problems, if one of them is an error.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::table::ColumnMap;
    ///
    /// let map: ColumnMap = serde_json::from_str(
    ///     r#"{"format": 1, "kind": "observations", "indicator": "good-air", "period": "Year", "value": "Share",
    ///         "unit": {"code": "1", "multiplier": -2}, "published": "2025-02-01"}"#,
    /// )?;
    /// let table = "Year,Share\n2023,87.50\n2024,x\n";
    /// assert_eq!(map.read_observations(table.as_bytes()).value.figures, 1);
    /// assert!(map.read_observations(table.as_bytes()).into_result().is_err());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn into_result(self) -> Result<T, Problems> {
        if self.problems.has_errors() {
            Err(self.problems)
        } else {
            Ok(self.value)
        }
    }
}
