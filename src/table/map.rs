//! Which column of a table plays which role.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use serde::de::{Deserialize, Deserializer, Error};

use super::fields::{
    CODED, DIMENSION, MAP, MAP_OF_PERIODS, MAP_OF_PROMISES, SOURCE_COLUMNS, STATUS_COLUMN, UNCERTAINTY_COLUMNS,
    UNIT_COLUMN,
};
use super::given::{Given, column, given, owned};
use super::layout::Layout;
use super::period_columns::PeriodColumns;
use super::promise_patterns::PromisePatterns;
use super::words::{KINDS, Kind, LETTERS, Letters, SINCE, WHOLES};
use crate::plan::document::noun::Noun;
use crate::plan::document::observations::published;
use crate::plan::document::plan::unit;
use crate::plan::document::reader::{Fields, Node};
use crate::plan::document::tree::Tree;
use crate::plan::document::{self};
use crate::plan::{Checked, Problems};
use crate::series::{ObservationStatus, Published};
use crate::value::{Code, Text, Unit};

/// A column whose texts stand for something: of `{"column": "sex", "means": {"F": "women"}, "name": "label"}` the texts
/// of `sex`, of which one is stated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CodedColumn<T> {
    pub(super) column: String,
    /// The meanings that are stated of some of its texts, in the order of the map. What the others stand for depends on
    /// the role: they are read as they are printed, make codes of their own, or are refused.
    pub(super) means: Vec<(String, T)>,
    /// The column of the names of what they stand for; `None` where the texts are their own names.
    pub(super) name: Option<String>,
}

impl<T> CodedColumn<T> {
    /// A column of whose texts nothing is stated.
    pub(super) const fn bare(column: String) -> Self {
        Self {
            column,
            means: Vec::new(),
            name: None,
        }
    }
}

/// A column that says of which part of its indicator a figure is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DimensionColumn {
    /// The codes of its parts; `None`: all of them together.
    pub(super) texts: CodedColumn<Option<Code>>,
    /// The dimension in the plan; `None`: made of the name of the column.
    pub(super) dimension: Option<Code>,
}

/// A column of units, and of the powers of ten in which values count: a row that says `PC` and `-2` counts in
/// hundredths of `PC`. A column that is `None` says the same for all rows: no power of ten, no label, no whole things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct UnitColumns {
    pub(super) texts: CodedColumn<Unit>,
    pub(super) multiplier: Option<String>,
    pub(super) label: Option<String>,
    pub(super) whole: Option<String>,
}

/// The column of the flags of figures, and whose letters it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct StatusColumn {
    pub(super) texts: CodedColumn<ObservationStatus>,
    /// `None`: the words of documents, such as `estimated`.
    pub(super) letters: Option<Letters>,
}

/// Where the rows were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SourceColumns {
    pub(super) title: Given<Text>,
    pub(super) publisher: Option<Given<Text>>,
    pub(super) url: Option<Given<String>>,
    pub(super) locator: Option<Given<String>>,
}

/// The columns that say how far true values may lie from the printed ones: a range, which may say how often it holds
/// the true value, or a standard error alone. Which of them stand together is checked of each row, since cells may be
/// blank.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct UncertaintyColumns<C = String> {
    pub(super) from: Option<C>,
    pub(super) to: Option<C>,
    pub(super) confidence: Option<C>,
    pub(super) standard_error: Option<C>,
}

/// Which column says what of figures.
///
/// A role that is `None` is played by nothing, but in SDMX-CSV, where `sdmx` gives it to a column of the header before
/// a row is read. A map that is no such one has been checked to have `unit`, and `period` with `value` or `periods`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FigureColumns {
    pub(super) indicator: Given<Code, CodedColumn<Code>>,
    pub(super) breakdowns: Vec<DimensionColumn>,
    /// Columns that say one thing in all rows of a series. `None` and none are two things in SDMX-CSV: where the map
    /// does not say, every dimension without a role is one.
    pub(super) same: Option<Vec<String>>,
    pub(super) unit: Option<Given<Unit, UnitColumns>>,
    /// The powers of ten in which values count, where the unit is given once, as SDMX says them.
    pub(super) multiplier: Option<String>,
    pub(super) published: Option<Given<Published>>,
    pub(super) source: Option<SourceColumns>,
    /// The first days of running totals; `Once`: the first of their years.
    pub(super) cumulative_since: Option<Given<()>>,
    pub(super) collected: Option<String>,
    /// The last periods whose figures are no estimates.
    pub(super) estimates_after: Option<String>,
    /// How the heads of the columns of a wide table are written, as `F*`; `None` of a table that is not wide.
    pub(super) periods: Option<String>,
    pub(super) period: Option<PeriodColumns>,
    pub(super) value: Option<String>,
    pub(super) status: Option<StatusColumn>,
    pub(super) uncertainty: UncertaintyColumns,
    pub(super) note: Option<String>,
    /// Whether a figure is confidential, as SDMX says it.
    pub(super) confidential: Option<String>,
    /// The column that says what a file of updates does with a figure, as in SDMX.
    pub(super) action: Option<String>,
    /// On which day the reporting year of a row begins, as SDMX says it.
    pub(super) year_begins: Option<String>,
}

/// Which column of a table plays which role.
///
/// It is a document, read from any format of serde that describes itself; a [`ColumnMapDocument`] says every problem
/// of one.
///
/// # Examples
///
/// ```
/// use milepost::table::ColumnMap;
///
/// let map: ColumnMap = serde_json::from_str(
///     r#"{
///         "format": 1,
///         "kind": "observations",
///         "indicator": "good-air",
///         "period": "Year",
///         "value": "Value",
///         "unit": {"code": "1", "multiplier": -2}
///     }"#,
/// )?;
/// # let _ = map;
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnMap {
    pub(super) layout: Layout,
    pub(super) rows: RowMeaning,
}

/// What the rows of a table say. It decides which verb reads the table; the other one says that the map is none for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum RowMeaning {
    /// Figures.
    Figures(Kind, Box<FigureColumns>),
    /// Promises.
    Promises(PromisePatterns),
}

/// A map of columns as it was written, not yet checked.
///
/// # Examples
///
/// ```
/// use milepost::table::ColumnMapDocument;
///
/// let document: ColumnMapDocument = serde_json::from_str(
///     r#"{"format": 1, "kind": "observations", "indicator": "gdp", "perod": "Year", "value": "Value"}"#,
/// )?;
/// let lines: Vec<String> = document.check().problems.iter().map(ToString::to_string).collect();
/// assert_eq!(
///     lines,
///     ["unit: the field `unit` is missing", "perod: there is no field `perod` here; the nearest is `period`"]
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnMapDocument(Tree);

impl ColumnMapDocument {
    /// The map, unless something keeps it from being used, with everything that was found.
    ///
    /// No table is read for that: whether its columns are there, the header of the table tells when it is read.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::table::ColumnMapDocument;
    ///
    /// let document: ColumnMapDocument = serde_json::from_str(
    ///     r#"{"format": 1, "kind": "wide", "indicator": "emissions", "unit": {"code": "t", "multiplier": 3},
    ///         "decimal": ",", "thousands": ","}"#,
    /// )?;
    /// let checked = document.check();
    /// assert_eq!(checked.problems.iter().map(|problem| problem.code()).collect::<Vec<_>>(), ["not_together"]);
    /// assert!(checked.value.is_none());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn check(&self) -> Checked<ColumnMap> {
        document::check(&self.0, Problems::KEPT, read)
    }
}

impl<'de> Deserialize<'de> for ColumnMapDocument {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Tree::deserialize(deserializer).map(Self)
    }
}

impl<'de> Deserialize<'de> for ColumnMap {
    /// Reads and checks the document; the message of an error lists every problem.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let document = ColumnMapDocument::deserialize(deserializer)?;
        document.check().into_result().map_err(D::Error::custom)
    }
}

/// Reads a map of any kind, by its `kind`. Where that is missing or unknown, the fields are read as those of a map of
/// figures, so that what else is wrong is said in the same pass.
fn read(root: &Node<'_>, problems: &mut Problems) -> Option<ColumnMap> {
    let read_kind = Node::one_of(KINDS);
    let kind = root.field("kind");
    let kind = kind.and_then(|kind| read_kind(&kind, &mut Problems::none()));
    let is_of_promises = kind == Some(Kind::Targets);
    let fields = root.fields(noun_of(kind), problems)?;
    fields.read("format", Node::format, problems);
    fields.read("$schema", Node::plain_text, problems);
    fields.read("kind", read_kind, problems);
    let layout = Layout::read(&fields, kind, problems);
    let rows = if is_of_promises {
        PromisePatterns::read(&fields, problems).map(RowMeaning::Promises)
    } else {
        let figures = figures(&fields, kind, problems);
        kind.zip(figures)
            .map(|(kind, figures)| RowMeaning::Figures(kind, Box::new(figures)))
    };
    Some(ColumnMap {
        layout: layout?,
        rows: rows?,
    })
}

/// The noun of a map of this kind.
fn noun_of(kind: Option<Kind>) -> &'static Noun {
    match kind {
        Some(Kind::Targets) => &MAP_OF_PROMISES,
        Some(Kind::Wide) => &MAP_OF_PERIODS,
        Some(Kind::Observations | Kind::Sdmx) | None => &MAP,
    }
}

/// Says that a field is missing, unless the header of the table says what it would.
fn check_stated(fields: &Fields<'_>, field: &'static str, kind: Option<Kind>, problems: &mut Problems) {
    let is_needed = kind.is_some_and(|kind| kind != Kind::Sdmx);
    if is_needed && !fields.has(field) && !fields.is_misspelt(field) {
        fields.miss(field, problems);
    }
}

/// A column of a noun, with what some of its texts mean.
fn coded<'t, T>(
    fields: &Fields<'t>,
    read: impl FnMut(&Node<'t>, &mut Problems) -> Option<T>,
    problems: &mut Problems,
) -> Option<CodedColumn<T>> {
    let column = fields.read("column", owned, problems);
    let means = fields.or_default("means", Vec::new(), Node::by_text(read), problems);
    let name = fields.read("name", owned, problems);
    Some(CodedColumn {
        column: column?,
        means: means?,
        name,
    })
}

pub(super) fn codes(node: &Node<'_>, problems: &mut Problems) -> Option<CodedColumn<Code>> {
    let fields = node.fields(&CODED, problems)?;
    coded(&fields, Node::code, problems)
}

/// Reads a column whose texts are parts along a dimension, or the total: `{"T": "total", "F": "women"}` states `None`
/// of `T`.
fn dimension(node: &Node<'_>, problems: &mut Problems) -> Option<DimensionColumn> {
    let fields = node.fields(&DIMENSION, problems)?;
    let part_or_total = |node: &Node<'_>, problems: &mut Problems| {
        let is_total = node.word(WHOLES, &mut Problems::none()).is_some();
        if is_total {
            Some(None)
        } else {
            node.code(problems).map(Some)
        }
    };
    let texts = coded(&fields, part_or_total, problems);
    let dimension = fields.read("dimension", Node::code, problems);
    Some(DimensionColumn {
        texts: texts?,
        dimension,
    })
}

/// Reads the columns that say in what figures count.
pub(super) fn units(node: &Node<'_>, problems: &mut Problems) -> Option<UnitColumns> {
    let fields = node.fields(&UNIT_COLUMN, problems)?;
    let texts = coded(&fields, unit, problems);
    let multiplier = fields.read("multiplier", owned, problems);
    let label = fields.read("label", owned, problems);
    let whole = fields.read("whole", owned, problems);
    Some(UnitColumns {
        texts: texts?,
        multiplier,
        label,
        whole,
    })
}

/// Reads the column that says the flags of figures.
fn status(node: &Node<'_>, problems: &mut Problems) -> Option<StatusColumn> {
    let fields = node.fields(&STATUS_COLUMN, problems)?;
    let texts = coded(&fields, Node::one_of(ObservationStatus::WORDS), problems);
    let letters = fields.read("letters", Node::one_of(LETTERS), problems);
    Some(StatusColumn { texts: texts?, letters })
}

/// Reads the columns that say where figures were found.
pub(super) fn source(node: &Node<'_>, problems: &mut Problems) -> Option<SourceColumns> {
    let fields = node.fields(&SOURCE_COLUMNS, problems)?;
    let title = fields.read("title", given(Node::text, column), problems);
    let publisher = fields.read("publisher", given(Node::text, column), problems);
    let url = fields.read("url", given(owned, column), problems);
    let locator = fields.read("locator", given(owned, column), problems);
    Some(SourceColumns {
        title: title?,
        publisher,
        url,
        locator,
    })
}

/// Reads the columns that say how far true values may lie from figures.
fn uncertainty(node: &Node<'_>, problems: &mut Problems) -> Option<UncertaintyColumns> {
    let fields = node.fields(&UNCERTAINTY_COLUMNS, problems)?;
    let [from, to, confidence, standard_error] =
        ["from", "to", "confidence", "standard_error"].map(|field| fields.read(field, owned, problems));
    Some(UncertaintyColumns {
        from,
        to,
        confidence,
        standard_error,
    })
}

/// Reads the columns of a table of figures. The columns that only SDMX-CSV has are left out: `sdmx` fills them from the
/// header. In a wide table without `periods`, every column whose head is a period holds figures: `*`.
fn figures(fields: &Fields<'_>, kind: Option<Kind>, problems: &mut Problems) -> Option<FigureColumns> {
    let since = given(
        |node: &Node<'_>, problems: &mut Problems| node.word(SINCE, problems),
        column,
    );
    let stated: &[_] = if kind == Some(Kind::Wide) {
        &["unit"]
    } else {
        &["unit", "period", "value"]
    };
    for field in stated {
        check_stated(fields, field, kind, problems);
    }
    let periods = fields.read("periods", owned, problems);
    let is_wide = kind == Some(Kind::Wide);
    let indicator = fields.read("indicator", given(Node::code, codes), problems);
    let breakdowns = fields.or_default("breakdowns", Vec::new(), Node::list_of(dimension), problems);
    let same = fields.read("same", Node::list_of(owned), problems);
    let unit = fields.read("unit", given(unit, units), problems);
    let published = fields.read("published", given(published, column), problems);
    let source = fields.read("source", source, problems);
    let cumulative_since = fields.read("cumulative_since", since, problems);
    let collected = fields.read("collected", owned, problems);
    let estimates_after = fields.read("estimates_after", owned, problems);
    let period = fields.read("period", PeriodColumns::read, problems);
    let value = fields.read("value", owned, problems);
    let status = fields.read("status", status, problems);
    let uncertainty = fields.or_default("uncertainty", UncertaintyColumns::default(), uncertainty, problems);
    let note = fields.read("note", owned, problems);
    Some(FigureColumns {
        indicator: indicator?,
        breakdowns: breakdowns?,
        same,
        unit,
        multiplier: None,
        published,
        source,
        cumulative_since,
        collected,
        estimates_after,
        periods: periods.or_else(|| is_wide.then(|| "*".into())),
        period,
        value,
        status,
        uncertainty: uncertainty?,
        note,
        confidential: None,
        action: None,
        year_begins: None,
    })
}
