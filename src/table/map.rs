//! Which column of a table plays which role.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde::de::{Deserialize, Deserializer, Error};

use super::fields::{
    CODED, DIMENSION, KIND_OF_MAP, MAP, MAP_OF_PERIODS, MAP_OF_PROMISES, SOURCE_COLUMNS, STATUS_COLUMN,
    UNCERTAINTY_COLUMNS, UNIT_COLUMN,
};
use super::given::{Given, NamedColumn, once_or_by_row, once_or_in_column, owned_text, text_or_texts};
use super::layout::Layout;
use super::period_columns::PeriodColumns;
use super::promise_patterns::PromisePatterns;
use super::sheet::ColumnPlace;
use super::words::{ANY_HEAD, KINDS, Kind, LETTERS, Letters, SINCE, WHOLES};
use crate::plan::document::observations::published;
use crate::plan::document::plan::unit;
use crate::plan::document::reader::{Fields, Node};
use crate::plan::document::tree::Tree;
use crate::plan::document::{self};
use crate::plan::{Checked, Problems};
use crate::series::{ObservationStatus, Published};
use crate::value::{Code, Text, Unit, excerpt};

/// A column whose texts stand for something: `{"column": "sex", "means": {"F": "women"}, "name": "label"}` is the
/// column `sex`, with a stated meaning for one of its texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CodedColumn<T> {
    pub(super) column: NamedColumn,
    /// The meanings that are stated for some of its texts, in the order of the map. What other texts mean depends on
    /// the role of the column: they are read as they are printed, make codes of their own, or are refused.
    pub(super) means: Vec<(String, T)>,
    /// The column with the names of what the texts stand for; `None` where the texts are their own names.
    pub(super) name: Option<NamedColumn>,
}

impl<T> CodedColumn<T> {
    /// A column without stated meanings of its texts, and without a column of names.
    pub(super) const fn bare(column: NamedColumn) -> Self {
        Self {
            column,
            means: Vec::new(),
            name: None,
        }
    }

    /// The place of the column that names in words what the texts stand for: the column itself if there is no other.
    pub(super) fn name_place(&self) -> ColumnPlace {
        self.name.as_ref().unwrap_or(&self.column).place
    }

    /// The column of texts, and the column of their names, if there is one.
    fn columns_mut(&mut self) -> impl Iterator<Item = &mut NamedColumn> {
        core::iter::once(&mut self.column).chain(&mut self.name)
    }
}

/// A column that says of which part of its indicator a figure is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DimensionColumn {
    /// The codes of its parts; `None`: all of them together.
    pub(super) texts: CodedColumn<Option<Code>>,
    /// The dimension in the plan; `None`: made of the name of the column when a table is opened.
    pub(super) code: Option<Code>,
}

/// The unit of the values: one for all rows, or a column of units with columns of powers of ten, of labels, and of
/// whether things come one by one. A row that says `PC` and `-2` counts in hundredths of `PC`. Without such a column
/// (`None`) rows have no power of ten, no label, and no whole things.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct UnitColumns {
    /// The unit, or the column of units; `None` until a column of SDMX-CSV is found, or the unit could not be read.
    pub(super) texts: Option<Given<Unit, CodedColumn<Unit>>>,
    /// The column of powers of ten. Together with a unit given once it is always a column of SDMX-CSV.
    pub(super) multiplier: Option<NamedColumn>,
    pub(super) label: Option<NamedColumn>,
    pub(super) whole: Option<NamedColumn>,
}

impl UnitColumns {
    /// The column of units, if there is one.
    pub(super) fn coded(&self) -> Option<&CodedColumn<Unit>> {
        self.texts.as_ref().and_then(Given::column)
    }

    /// The place of the column of units, else of powers of ten; `None` if there is neither.
    pub(super) fn place(&self) -> Option<ColumnPlace> {
        let units = self.coded().map(|texts| &texts.column);
        units.or(self.multiplier.as_ref()).map(|column| column.place)
    }
}

/// The column of the flags of figures, and whose letters it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct StatusColumn {
    pub(super) texts: CodedColumn<ObservationStatus>,
    /// `None`: the words of documents, such as `estimated`.
    pub(super) letters: Option<Letters>,
}

/// Where the rows were found; nowhere without a title.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SourceColumns {
    pub(super) title: Option<Given<Text>>,
    pub(super) publisher: Option<Given<Text>>,
    pub(super) url: Option<Given<String>>,
    pub(super) locator: Option<Given<String>>,
}

/// Which column says what of figures.
///
/// A role that is `None` is played by no column, except in SDMX-CSV, where `sdmx` gives it to a column of the header
/// before a row is read. Of a map that was checked `indicator` is there, and unless the map is of SDMX-CSV, so are
/// `unit` and either `periods` or `period` with `value`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct FigureColumns {
    /// Whether the header says, in the names of SDMX-CSV, what the map does not.
    pub(super) is_sdmx: bool,
    pub(super) indicator: Option<Given<Code, CodedColumn<Code>>>,
    pub(super) breakdowns: Vec<DimensionColumn>,
    /// Columns that must say one thing in all rows of a series: the field `same`. In SDMX-CSV `None`, where the map
    /// does not have the field, is every dimension without a role; an empty list is no column.
    pub(super) same_in_series: Option<Vec<NamedColumn>>,
    pub(super) unit: UnitColumns,
    pub(super) published: Option<Given<Published>>,
    pub(super) source: SourceColumns,
    /// The column of the first days of running totals; `Once`: each counts from the first day of a year.
    pub(super) cumulative_since: Option<Given<()>>,
    /// The last periods whose figures are no estimates.
    pub(super) estimates_after: Option<NamedColumn>,
    /// How the heads of the columns of a wide table are written, as `F*`: each in the first of these forms in which it
    /// is a period. `None` of a table that is not wide.
    pub(super) periods: Option<Vec<String>>,
    pub(super) period: Option<PeriodColumns>,
    pub(super) value: Option<NamedColumn>,
    pub(super) status: Option<StatusColumn>,
    /// The columns `[from, to, confidence, standard_error]`: the ends of a range, how often it holds the true value, or
    /// a standard error alone. Which cells stand together is checked for each row, since cells may be blank.
    pub(super) uncertainty: [Option<NamedColumn>; 4],
    pub(super) note: Option<NamedColumn>,
    /// Whether a figure is confidential, as SDMX says it.
    pub(super) confidential: Option<NamedColumn>,
    /// The column that says what a file of updates does with a figure, as in SDMX.
    pub(super) action: Option<NamedColumn>,
    /// On which day the reporting year of a row begins, as SDMX says it.
    pub(super) year_begins: Option<NamedColumn>,
}

impl FigureColumns {
    /// Every column that the map names, in the order in which columns missing in a table are reported.
    pub(super) fn columns_mut(&mut self) -> Vec<&mut NamedColumn> {
        let mut columns: Vec<_> = self.same_in_series.iter_mut().flatten().collect();
        if let Some(Given::In(texts)) = &mut self.indicator {
            columns.extend(texts.columns_mut());
        }
        for dimension in &mut self.breakdowns {
            columns.extend(dimension.texts.columns_mut());
        }
        let (units, source) = (&mut self.unit, &mut self.source);
        if let Some(Given::In(texts)) = &mut units.texts {
            columns.extend(texts.columns_mut());
        }
        let single = [
            units.multiplier.as_mut(),
            units.label.as_mut(),
            units.whole.as_mut(),
            self.published.as_mut().and_then(Given::column_mut),
            source.title.as_mut().and_then(Given::column_mut),
            source.publisher.as_mut().and_then(Given::column_mut),
            source.url.as_mut().and_then(Given::column_mut),
            source.locator.as_mut().and_then(Given::column_mut),
            self.cumulative_since.as_mut().and_then(Given::column_mut),
            self.estimates_after.as_mut(),
            self.note.as_mut(),
            self.confidential.as_mut(),
            self.action.as_mut(),
            self.year_begins.as_mut(),
        ];
        columns.extend(single.into_iter().flatten());
        columns.extend(self.uncertainty.iter_mut().flatten());
        columns.extend(self.period.iter_mut().flat_map(PeriodColumns::columns_mut));
        columns.extend(&mut self.value);
        columns.extend(self.status.iter_mut().flat_map(|status| status.texts.columns_mut()));
        columns
    }

    /// Whether the map says more of a figure than its value, its status and its publication: a note, a source, a
    /// running total, an uncertainty, or which figures are estimates. Few do.
    pub(super) fn have_details(&self) -> bool {
        let is_named = self.note.is_some() || self.estimates_after.is_some() || self.source.title.is_some();
        is_named || self.cumulative_since.is_some() || self.uncertainty.iter().any(Option::is_some)
    }
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

/// What the rows of a table say: figures are read by `read_observations`, promises by `read_plan`, and each refuses a
/// map of the other kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum RowMeaning {
    /// Figures.
    Figures(Box<FigureColumns>),
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
///     [
///         "error[missing_field]: unit: the field `unit` is missing; thousands of tonnes are `{\"code\": \"t\", \
///          \"multiplier\": 3}`, per cent is `{\"code\": \"1\", \"multiplier\": -2}`, and where a column says it, it is \
///          `{\"column\": \"Unit\"}`",
///         "error[unknown_field]: perod: there is no field `perod` here; the nearest is `period`",
///     ]
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(transparent)]
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
    /// assert_eq!(checked.problems.iter().map(|problem| problem.code()).collect::<Vec<_>>(), ["unknown_word"]);
    /// assert!(checked.value.is_none());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn check(&self) -> Checked<ColumnMap> {
        document::check(&self.0, Problems::KEPT, read)
    }
}

impl<'de> Deserialize<'de> for ColumnMap {
    /// Reads and checks the document; the message of an error lists every problem.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let document = ColumnMapDocument::deserialize(deserializer)?;
        document.check().into_result().map_err(D::Error::custom)
    }
}

/// Reads a map of any kind, by its `kind`. Where that is missing or unknown nothing else is said: nobody here knows
/// which fields would be right.
fn read(root: &Node<'_>, problems: &mut Problems) -> Option<ColumnMap> {
    let Some(kind) = root.field("kind") else {
        let fields = root.fields(&KIND_OF_MAP, &mut Problems::none());
        // What is no map at all is said as that.
        let fields = fields.or_else(|| root.fields(&KIND_OF_MAP, problems));
        fields?.report_missing("kind", problems);
        return None;
    };
    let kind = kind.word(KINDS, problems)?;
    let noun = match kind {
        Kind::Targets => &MAP_OF_PROMISES,
        Kind::Wide => &MAP_OF_PERIODS,
        Kind::Observations | Kind::Sdmx => &MAP,
    };
    let fields = root.fields_of_document(noun, problems)?;
    let layout = Layout::read(&fields, kind, problems);
    let rows = if kind == Kind::Targets {
        RowMeaning::Promises(PromisePatterns::read(&fields, problems)?)
    } else {
        RowMeaning::Figures(Box::new(figures(&fields, kind, problems)))
    };
    Some(ColumnMap { layout, rows })
}

/// Reads a column whose texts stand for something; `read` reads the meaning that the map states for one text. `None` if
/// the column is not named.
fn coded<'t, T>(
    fields: &Fields<'t>,
    read: impl FnMut(&Node<'t>, &mut Problems) -> Option<T>,
    problems: &mut Problems,
) -> Option<CodedColumn<T>> {
    let means = fields.read("means", Node::by_text(read), problems);
    Some(CodedColumn {
        means: means.unwrap_or_default(),
        name: fields.read("name", NamedColumn::read, problems),
        column: fields.read("column", NamedColumn::read, problems)?,
    })
}

/// Reads a column whose texts stand for codes.
fn codes(node: &Node<'_>, problems: &mut Problems) -> Option<CodedColumn<Code>> {
    let fields = node.fields(&CODED, problems)?;
    coded(&fields, Node::code, problems)
}

/// Reads a column whose texts are parts along a dimension, or the total: in `{"T": "total", "F": "women"}` the meaning
/// of `T`, the total, is `None`.
fn dimension(node: &Node<'_>, problems: &mut Problems) -> Option<DimensionColumn> {
    let fields = node.fields(&DIMENSION, problems)?;
    let part_or_total = |node: &Node<'_>, problems: &mut Problems| match node.as_text() {
        Some(word) if WHOLES.iter().any(|(whole, ())| *whole == word) => Some(None),
        Some(_) => node.code(problems).map(Some),
        None => node.refuse("the code of a part, or `total`", problems),
    };
    let texts = coded(&fields, part_or_total, problems);
    let code = fields.read("dimension", Node::code, problems);
    Some(DimensionColumn { texts: texts?, code })
}

/// Reads the unit in which figures count, or the columns that say it.
fn units(node: &Node<'_>, problems: &mut Problems) -> Option<UnitColumns> {
    if node.field("column").is_none() {
        let texts = unit(node, problems).map(Given::Once);
        return Some(UnitColumns {
            texts,
            ..UnitColumns::default()
        });
    }
    let fields = node.fields(&UNIT_COLUMN, problems)?;
    let [multiplier, label, whole] =
        ["multiplier", "label", "whole"].map(|field| fields.read(field, NamedColumn::read, problems));
    Some(UnitColumns {
        texts: coded(&fields, unit, problems).map(Given::In),
        multiplier,
        label,
        whole,
    })
}

/// Reads the one day of publication that is given for all figures. A text without digits is refused as the name of a
/// column, with the form `{"column": …}` that was meant.
fn publication_of_all(node: &Node<'_>, problems: &mut Problems) -> Option<Published> {
    match node.text_without_digits() {
        Some(name) => node.refuse(
            format!("a day, or its column, as in `{{\"column\": \"{}\"}}`", excerpt(name)),
            problems,
        ),
        None => published(node, problems),
    }
}

/// Reads the name of the one column of values.
fn value_column(node: &Node<'_>, problems: &mut Problems) -> Option<NamedColumn> {
    const ONE: &str = "the name of one column: a table with several columns of values is read by a map of each";
    if node.is_list() {
        return node.refuse(ONE, problems);
    }
    NamedColumn::read(node, problems)
}

/// Reads the column of the flags of figures, whose letters or words its texts are, and the meanings that are stated.
fn status_column(node: &Node<'_>, problems: &mut Problems) -> Option<StatusColumn> {
    let fields = node.fields(&STATUS_COLUMN, problems)?;
    let texts = coded(&fields, Node::one_of(ObservationStatus::WORDS), problems);
    let letters = fields.read("letters", Node::one_of(LETTERS), problems);
    Some(StatusColumn { texts: texts?, letters })
}

/// Reads the columns that say where figures were found.
fn source(node: &Node<'_>, problems: &mut Problems) -> Option<SourceColumns> {
    let fields = node.fields(&SOURCE_COLUMNS, problems)?;
    let [title, publisher] =
        ["title", "publisher"].map(|field| fields.read(field, once_or_in_column(Node::text), problems));
    let [url, locator] = ["url", "locator"].map(|field| fields.read(field, once_or_in_column(owned_text), problems));
    Some(SourceColumns {
        title,
        publisher,
        url,
        locator,
    })
}

/// Reads the columns `[from, to, confidence, standard_error]` that say how far true values may lie from figures.
fn uncertainty(node: &Node<'_>, problems: &mut Problems) -> Option<[Option<NamedColumn>; 4]> {
    let fields = node.fields(&UNCERTAINTY_COLUMNS, problems)?;
    Some(["from", "to", "confidence", "standard_error"].map(|field| fields.read(field, NamedColumn::read, problems)))
}

/// Reads the columns of a table of figures, and reports fields that this `kind` of map must have.
///
/// The columns that only SDMX-CSV has are left out: `sdmx` fills them from the header. In a wide table without
/// `periods`, every column whose head is a period holds figures (`*`). A field that cannot be read becomes its default,
/// which nobody uses, since a map with errors is not returned.
fn figures(fields: &Fields<'_>, kind: Kind, problems: &mut Problems) -> FigureColumns {
    let is_wide = kind == Kind::Wide;
    let stated: &[_] = if is_wide {
        &["unit"]
    } else {
        &["unit", "period", "value"]
    };
    // What is left out in SDMX-CSV, the header of the table says.
    if kind != Kind::Sdmx {
        let missing = stated
            .iter()
            .filter(|field| !fields.has(field) && !fields.is_misspelt(field));
        missing.for_each(|field| fields.report_missing(field, problems));
    }
    let since = once_or_in_column(|node: &Node<'_>, problems: &mut Problems| {
        node.word_or(SINCE, ", or its column, `{\"column\": …}`", problems)
    });
    let breakdowns = fields.read("breakdowns", Node::list_of(dimension), problems);
    let uncertainty = fields.read("uncertainty", uncertainty, problems);
    let periods = fields.read("periods", text_or_texts, problems);
    FigureColumns {
        is_sdmx: kind == Kind::Sdmx,
        indicator: fields.read("indicator", once_or_by_row(Node::code, codes), problems),
        breakdowns: breakdowns.unwrap_or_default(),
        same_in_series: fields.read("same", Node::list_of(NamedColumn::read), problems),
        unit: fields.read("unit", units, problems).unwrap_or_default(),
        published: fields.read("published", once_or_in_column(publication_of_all), problems),
        source: fields.read("source", source, problems).unwrap_or_default(),
        cumulative_since: fields.read("cumulative_since", since, problems),
        estimates_after: fields.read("estimates_after", NamedColumn::read, problems),
        periods: periods.or_else(|| is_wide.then(|| Vec::from([ANY_HEAD.into()]))),
        period: fields.read("period", PeriodColumns::read, problems),
        value: fields.read("value", value_column, problems),
        status: fields.read("status", status_column, problems),
        uncertainty: uncertainty.unwrap_or_default(),
        note: fields.read("note", NamedColumn::read, problems),
        ..FigureColumns::default()
    }
}
