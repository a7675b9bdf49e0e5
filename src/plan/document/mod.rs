//! Plans and observations as documents: read with every problem at once, and written.
//!
//! A document is read twice. First as a tree, which fails only on syntax and keeps what was written: the order, and
//! keys that stand twice. Then [`PlanDocument::check`] walks the tree once and collects everything that is missing,
//! unknown, of the wrong type or contradictory, by the path at which it stands. A function of this module that reads a
//! value from a [`Node`] gives `None` where it cannot, after adding why to the problems.

mod alone;
mod amendment;
mod citation;
mod example;
#[rustfmt::skip] // A table: a field a row.
pub(crate) mod fields;
#[cfg_attr(
    not(feature = "schemars"),
    expect(
        dead_code,
        reason = "what schemas say, and the page of the documents, which a test checks"
    )
)]
pub(crate) mod form;
mod goal;
pub(crate) mod hint;
mod loose;
#[cfg_attr(
    not(any(test, feature = "schemars")),
    expect(
        dead_code,
        reason = "types and meanings are what schemas say, and the page of the documents, which a test checks"
    )
)]
pub(crate) mod noun;
pub(crate) mod observations;
pub(crate) mod plan;
pub(crate) mod reader;
mod synonyms;
mod target;
pub(crate) mod tree;
pub(crate) mod words;
mod write;

use alloc::string::String;

use super::{Checked, Plan, Problems};
use crate::series::Observations;
use reader::Node;
use tree::Tree;

/// A plan as it was written, not yet checked.
///
/// It is read from any format of serde that describes itself (JSON, YAML, CBOR …), and reading fails only on syntax.
/// Dates and periods are texts in all of them, and the first language of a text is the one that comes first in the
/// document. What the document says is asked afterwards, by [`check`](Self::check), which reports every problem at
/// once, in the order of the document, and warnings too. A [`Plan`] can also be read directly, if a list of the errors
/// in one message will do.
///
/// # Examples
///
/// ```
/// use milepost::PlanDocument;
///
/// let document: PlanDocument = serde_json::from_str(
///     r#"{
///         "format": 1,
///         "code": "city-2030",
///         "name": {"en": "A plan for the city", "de": "Ein Plan für die Stadt"},
///         "period": "2026-01-01/P5Y",
///         "pillars": [{
///             "code": "air",
///             "name": "Air",
///             "indicators": [{
///                 "code": "good-air",
///                 "name": "Days with good air",
///                 "measure": "share",
///                 "unit": {"code": "1", "multiplier": -2, "label": "%"},
///                 "targets": [{
///                     "code": "good-air-2030",
///                     "goal": {"kind": "level", "at_least": "880"},
///                     "baselin": "2025",
///                     "deadline": "2030"
///                 }]
///             }]
///         }]
///     }"#,
/// )?;
/// let checked = document.check();
/// assert_eq!(checked.value, None);
/// let lines: Vec<String> = checked.problems.iter().map(ToString::to_string).collect();
/// assert_eq!(
///     lines,
///     [
///         "error[outside_of_possible]: pillars[0].indicators[0].targets[0].goal.at_least: a share is from 0 to 100 here, got 880",
///         "error[unknown_field]: pillars[0].indicators[0].targets[0].baselin: there is no field `baselin` here; \
///          the nearest is `baseline`",
///     ]
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(transparent)]
pub struct PlanDocument(Tree);

impl PlanDocument {
    /// The document of a plan that was made of the rows of a table.
    #[cfg(feature = "csv")]
    pub(crate) const fn of(tree: Tree) -> Self {
        Self(tree)
    }

    /// The plan, unless something keeps it from being used, with everything that was found.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::PlanDocument;
    ///
    /// // A plan that nobody has filled can be used, and a warning says that nothing is promised in it.
    /// let written = r#"{"format": 1, "code": "city", "name": "City plan", "period": "2026", "pillars": []}"#;
    /// let codes = |text: &str| {
    ///     let checked = serde_json::from_str::<PlanDocument>(text)?.check();
    ///     let codes: Vec<_> = checked.problems.iter().map(|problem| problem.code()).collect();
    ///     Ok::<_, serde_json::Error>((checked.value.is_some(), codes))
    /// };
    /// assert_eq!(codes(written)?, (true, vec!["nothing_promised"]));
    /// // Of a later format nothing else is said: nobody here knows what would be right in it.
    /// assert_eq!(codes(&written.replace("1,", "2,"))?, (false, vec!["unknown_format"]));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn check(&self) -> Checked<Plan> {
        self.check_keeping(Problems::KEPT)
    }

    /// The same check, with so many problems kept, and those beyond counted.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::PlanDocument;
    ///
    /// // One problem is enough to say no: that there are more, and how many, is known all the same.
    /// let document: PlanDocument = serde_json::from_str(r#"{"format": 1, "title": "City plan", "years": 5}"#)?;
    /// let checked = document.check_keeping(1);
    /// assert!(checked.value.is_none());
    /// assert_eq!(checked.problems.len(), 1);
    /// assert_eq!(checked.problems.found(), 1 + checked.problems.not_kept());
    /// assert_eq!(checked.problems.found(), document.check().problems.found());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn check_keeping(&self, problems: usize) -> Checked<Plan> {
        check(&self.0, problems, plan::read)
    }
}

/// One target as it was written, not yet checked: what a form edits.
///
/// # Examples
///
/// ```
/// use milepost::{Indicator, Measure, Quantity, TargetDocument, Unit, code, text};
///
/// let air = Indicator::new(code!("air"), text!("Days with good air"), Quantity::new(Measure::Share, Unit::percent()));
/// let document: TargetDocument = serde_json::from_str(
///     r#"{"code": "air-2030", "goal": {"kind": "level", "at_least": "880"}, "baselin": "2025", "deadline": "2030-13"}"#,
/// )?;
/// let checked = document.check(&air);
/// assert_eq!(checked.value, None);
/// let fields: Vec<_> = checked.problems.iter().map(|problem| problem.path()).collect();
/// assert_eq!(fields, ["goal.at_least", "baselin", "deadline"]);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(transparent)]
pub struct TargetDocument(Tree);

/// The observations of a plan as they were written, not yet checked.
///
/// # Examples
///
/// ```
/// use milepost::ObservationsDocument;
///
/// let document: ObservationsDocument = serde_json::from_str(
///     r#"{
///         "format": 1,
///         "series": [{
///             "indicator": "gdp",
///             "unit": {"code": "CNY", "multiplier": 8},
///             "observations": [
///                 {"period": "2024", "value": "1697.4", "published": "2025-01-25"},
///                 {"period": "2025", "value": {"more_than": "1,700"}}
///             ]
///         }]
///     }"#,
/// )?;
/// let checked = document.check();
/// assert_eq!(
///     checked.problems.to_string(),
///     "error[not_a_decimal]: series[0].observations[1].value.more_than: `1,700` is not a decimal number: \
///      write `1700`, or `1.700` if decimals stand behind the comma"
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(transparent)]
pub struct ObservationsDocument(Tree);

impl ObservationsDocument {
    /// The document of observations that was made of the rows of a table.
    #[cfg(feature = "csv")]
    pub(crate) const fn of(tree: Tree) -> Self {
        Self(tree)
    }

    /// The observations, unless something keeps them from being used, with everything that was found.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::ObservationsDocument;
    ///
    /// // A figure that is published before its year is over is an estimate, a forecast, or a slip of the pen.
    /// let document: ObservationsDocument = serde_json::from_str(
    ///     r#"{"format": 1, "series": [{"indicator": "gdp", "unit": {"code": "CNY", "multiplier": 8}, "observations": [
    ///         {"period": "2025", "value": "1781.8", "published": "2025-01-26"}
    ///     ]}]}"#,
    /// )?;
    /// let checked = document.check();
    /// assert!(checked.value.is_some_and(|observations| observations.series("gdp").is_some()));
    /// assert_eq!(checked.problems.warnings().map(|one| one.code()).collect::<Vec<_>>(), ["published_too_early"]);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn check(&self) -> Checked<Observations> {
        self.check_keeping(Problems::KEPT)
    }

    /// The same check, with so many problems kept, and those beyond counted.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::ObservationsDocument;
    ///
    /// // A column of 3,000 figures with a comma in each: the first ten tell enough.
    /// let figure = r#"{"period": "2025", "value": "1,5"}"#;
    /// let figures = vec![figure; 3_000].join(",");
    /// let unit = r#"{"code": "CNY"}"#;
    /// let document: ObservationsDocument = serde_json::from_str(&format!(
    ///     r#"{{"format": 1, "series": [{{"indicator": "gdp", "unit": {unit}, "observations": [{figures}]}}]}}"#
    /// ))?;
    /// let problems = document.check_keeping(10).problems;
    /// assert_eq!((problems.len(), problems.not_kept()), (10, 2_990));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn check_keeping(&self, problems: usize) -> Checked<Observations> {
        check(&self.0, problems, observations::read)
    }

    /// A path of [`Plan::check_observations`](crate::Plan::check_observations) as [`check`](Self::check) writes it:
    /// by the place in this document. That check sees observations, which have no places, and names a series by its
    /// indicator and breakdown, a figure by its period, and reports by their deliverable. `None` if nothing in this
    /// document has that name; of several figures of one period it is the first. A path by places stays as it is.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::ObservationsDocument;
    ///
    /// let document: ObservationsDocument = serde_json::from_str(
    ///     r#"{"format": 1, "series": [
    ///         {"indicator": "jobs", "unit": {"code": "person"}, "observations": []},
    ///         {"indicator": "jobs", "breakdown": "women", "unit": {"code": "person"}, "observations": [
    ///             {"period": "2024", "value": "310"}, {"period": "2025", "value": "32000"}
    ///         ]}
    ///     ]}"#,
    /// )?;
    /// assert_eq!(document.place_of("series[jobs].unit").as_deref(), Some("series[0].unit"));
    /// let figure = document.place_of("series[jobs/women].observations[2025]");
    /// assert_eq!(figure.as_deref(), Some("series[1].observations[1]"));
    /// assert_eq!(document.place_of("series[jobs/men].observations[2025]"), None);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn place_of(&self, path: &str) -> Option<String> {
        observations::place_of(&self.0, path)
    }
}

/// The value that `read` makes of a tree, with its problems in the order of the document; of these, `most` are kept.
pub(crate) fn check<T>(
    tree: &Tree,
    most: usize,
    read: impl FnOnce(&Node<'_>, &mut Problems) -> Option<T>,
) -> Checked<T> {
    let mut problems = Problems::keeping(most);
    let value = read(&Node::root(tree), &mut problems);
    problems.sort_by_path(|path| tree.place_of(path));
    Checked::new(value, problems)
}
