//! What was read of a table, with the problems of its rows.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::plan::{Breakdown, Problems};
use crate::series::Observations;
use crate::value::{Code, Text};

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

/// The observations of a table of figures, with the names and parts that its rows tell.
///
/// A plan needs more of an indicator than its figures: its name and its breakdowns. What of that stands in the table
/// stands here, so that whoever draws up the plan need not type it.
///
/// # Examples
///
/// ```
/// use milepost::table::ColumnMap;
///
/// let map: ColumnMap = serde_json::from_str(
///     r#"{"format": 1, "kind": "observations", "indicator": {"column": "Code", "name": "Indicator"},
///         "breakdowns": [{"column": "Sex", "means": {"All": "total"}}, {"column": "Age", "means": {"All": "total"}}],
///         "unit": {"code": "person", "multiplier": 3}, "period": "Quarter", "value": "Thousands"}"#,
/// )?;
/// let table = "Code,Indicator,Sex,Age,Quarter,Thousands\n\
///              emp,Persons in work,All,All,2024-Q1,4390.1\n\
///              emp,Persons in work,Women,All,2024-Q1,2061.7\n\
///              emp,Persons in work,Women,15-24,2024-Q1,221.5\n";
/// let gathered = map.read_observations(table.as_bytes()).into_result()?;
/// assert_eq!(gathered.figures, 3);
/// assert_eq!(gathered.names["emp"].first(), "Persons in work");
/// let parts = gathered.breakdowns["emp"].iter().map(|part| (part.code().as_str(), part.name().first()));
/// assert_eq!(parts.collect::<Vec<_>>(), [("Women", "Women"), ("Women.15-24", "Women, 15-24")]);
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Gathered {
    /// The figures: a series for each indicator and part of which a row counts.
    pub observations: Observations,
    /// The names of the indicators, as the table has them, where it has a column of indicators. Of an indicator with
    /// several names in it, the first.
    pub names: BTreeMap<Code, Text>,
    /// The breakdowns that were met of each indicator, as a plan needs them: with the texts of the table as names, in
    /// the order in which they came. An indicator of which only the total was met has no entry.
    pub breakdowns: BTreeMap<Code, Vec<Breakdown>>,
    /// How many figures are kept, missing ones among them: rows that say of a period that there is no value.
    pub figures: u64,
}
