//! Tables that are written, and read back as what they were.
//!
//! Each column is one entry of a list: its name in both forms, and what its cell says of a figure. The writer goes
//! through the list, and [`TableForm::map`] names the same entries, so that no column is written and not read. An empty
//! cell says that there is nothing, but for SDMX's total (`_T`), missing value (`NaN`) and absent flags (`A`).

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use std::io::{self, Write};

use rust_decimal::Decimal;

use super::figure::NOT_BEFORE;
use super::given::{Given, NamedColumn};
use super::layout::Layout;
use super::map::{
    CodedColumn, ColumnMap, DimensionColumn, FigureColumns, RowMeaning, SourceColumns, StatusColumn, UnitColumns,
};
use super::period_columns::PeriodColumns;
use super::printed::{Times, ValueForms};
use super::sdmx;
use super::words::{Letters, TOTAL};
use crate::series::{Observation, ObservationStatus, Observations, Published, Reading, Series, Source, Uncertainty};
use crate::value::{Code, Hyphened, Text, Unit};

/// In which columns a table of figures is written.
///
/// # Examples
///
/// ```
/// use milepost::table::TableForm;
/// use milepost::{Observation, Observations, Series, Unit, code, day, dec, period};
///
/// let figure = Observation::new(period!("2024"), dec!(87.50)).published_on(day!("2025-02-01"));
/// let observations = Observations::new(vec![Series::new(code!("good-air"), Unit::percent(), vec![figure])?])?;
///
/// let mut table = Vec::new();
/// observations.write_table(TableForm::Tidy, &mut table)?;
/// let text = String::from_utf8(table)?;
/// assert!(text.starts_with("indicator,breakdown,period,value,status,unit,multiplier,"));
/// assert!(text.contains("good-air,,2024,87.50,,1,-2,"));
///
/// let again = TableForm::Tidy.map().read_observations(text.as_bytes()).into_result()?;
/// assert_eq!(again.observations.series("good-air").map(|series| series.observations().len()), Some(1));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TableForm<'s> {
    /// A row a figure, the columns named as the fields of documents.
    Tidy,
    /// SDMX-CSV 2.0. A value that SDMX has no concept for stands in a column of its own, as the format allows.
    Sdmx {
        /// The dataflow to which the figures belong: `AGENCY:FLOW(1.0)`.
        dataflow: &'s str,
    },
}

/// A column of both forms: its name in each, and the text of its cell in the row of a figure.
struct WrittenColumn {
    tidy: &'static str,
    sdmx: &'static str,
    cell: fn(&WrittenRow<'_>) -> String,
}

/// A figure in its row.
struct WrittenRow<'o> {
    form: TableForm<'o>,
    series: &'o Series,
    one: &'o Observation,
}

/// A column with its name in both forms, and what writes its cell.
const fn column(tidy: &'static str, sdmx: &'static str, cell: fn(&WrittenRow<'_>) -> String) -> WrittenColumn {
    WrittenColumn { tidy, sdmx, cell }
}

/// All columns, in the order in which they are written.
const COLUMNS: [WrittenColumn; 20] = [
    column("indicator", "INDICATOR", |row| row.series.indicator().to_string()),
    column("breakdown", "BREAKDOWN", |row| {
        row.series
            .breakdown()
            .map_or(row.form.total_code(), Code::as_str)
            .to_owned()
    }),
    column("period", "TIME_PERIOD", |row| row.one.period().to_string()),
    column("value", "OBS_VALUE", value_cell),
    column("status", "OBS_STATUS", status_cell),
    column("unit", "UNIT_MEASURE", |row| unit(row).code().to_string()),
    column("multiplier", "UNIT_MULT", |row| unit(row).multiplier().to_string()),
    column("unit_label", "UNIT_LABEL", |row| {
        text_of(unit(row).label().map(Text::first))
    }),
    column("unit_whole", "UNIT_WHOLE", |row| {
        text_of(unit(row).is_whole().then_some("true"))
    }),
    column("published", "VALID_FROM", published_cell),
    column("cumulative_since", "CUMULATIVE_SINCE", |row| {
        text_of(row.one.is_running_total().then(|| row.one.coverage().first()))
    }),
    column("from", "LOWER_BOUND", |row| text_of(uncertainty(row)[0])),
    column("to", "UPPER_BOUND", |row| text_of(uncertainty(row)[1])),
    column("confidence", "CONFIDENCE", |row| text_of(uncertainty(row)[2])),
    column("standard_error", "STANDARD_ERROR", |row| text_of(uncertainty(row)[3])),
    column("source", "SOURCE", |row| {
        text_of(row.one.source().map(|source| source.title().first()))
    }),
    column("publisher", "PUBLISHER", |row| {
        text_of(row.one.source().and_then(Source::publisher).map(Text::first))
    }),
    column("url", "URL", |row| text_of(row.one.source().and_then(Source::url))),
    column("locator", "LOCATOR", |row| {
        text_of(row.one.source().and_then(Source::locator))
    }),
    column("note", "COMMENT_OBS", |row| text_of(row.one.note().map(Text::first))),
];

/// The text of a value; empty if there is none.
fn text_of(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// The unit in which the figure counts.
fn unit<'o>(row: &WrittenRow<'o>) -> &'o Unit {
    row.series.unit()
}

/// The text of the cell of the value. A missing value is an empty cell, or in SDMX-CSV `NaN`.
fn value_cell(row: &WrittenRow<'_>) -> String {
    match (row.one.reading(), row.form) {
        (Reading::Missing, TableForm::Tidy) => String::new(),
        (Reading::Missing, TableForm::Sdmx { .. }) => "NaN".into(),
        (reading, _) => reading.to_string(),
    }
}

/// The text of the cell of flags: their words, and in SDMX their letters, `A` for a figure without any.
fn status_cell(row: &WrittenRow<'_>) -> String {
    let flags = row.one.status().iter();
    if row.form == TableForm::Tidy {
        return flags.map(ObservationStatus::name).collect::<Vec<_>>().join(" ");
    }
    let letters: Vec<_> = flags.filter_map(sdmx::sdmx_letter).map(String::from).collect();
    if letters.is_empty() {
        "A".into()
    } else {
        letters.join(";")
    }
}

/// The text of the cell that says when the figure was published: `2025-02-01`, or `≥ 2025-02-01`.
fn published_cell(row: &WrittenRow<'_>) -> String {
    match row.one.published() {
        Published::On(day) => day.to_string(),
        Published::NotBefore(day) => alloc::format!("{NOT_BEFORE} {day}"),
        Published::Unstated => String::new(),
    }
}

/// The uncertainty of the figure as `[from, to, confidence, standard_error]`: the ends of a range, how often it holds
/// the true value, or a standard error alone.
fn uncertainty(row: &WrittenRow<'_>) -> [Option<Decimal>; 4] {
    match row.one.uncertainty() {
        None => [None; 4],
        Some(Uncertainty::Range { from, to, confidence }) => [Some(from), Some(to), confidence, None],
        Some(Uncertainty::StandardError { standard_error }) => [None, None, None, Some(standard_error)],
    }
}

impl TableForm<'_> {
    /// The map by which what was written is read.
    ///
    /// It is of the columns by their names, so that it reads the table after others have sorted its rows, or moved its
    /// columns.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::table::TableForm;
    ///
    /// let table = "period,value,indicator,breakdown,status,unit,multiplier,unit_label,unit_whole,published,\
    ///              cumulative_since,from,to,confidence,standard_error,source,publisher,url,locator,note\n\
    ///              2025-Q2,6.1,unemployment,Vienna,provisional,1,-2,%,,2025-08-01,,,,,,,,,,\n";
    /// let gathered = TableForm::Tidy.map().read_observations(table.as_bytes()).into_result()?;
    /// let vienna = gathered.observations.series_of("unemployment", "Vienna").ok_or("a series")?;
    /// assert_eq!(vienna.unit().label().map(|label| label.first()), Some("%"));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn map(self) -> ColumnMap {
        let name = |tidy: &str| {
            let found = COLUMNS.iter().find(|column| column.tidy == tidy);
            NamedColumn::from(found.map_or(tidy, |column| self.name(column)))
        };
        let columns = FigureColumns {
            is_sdmx: self != Self::Tidy,
            indicator: Some(Given::In(CodedColumn::bare(name("indicator")))),
            breakdowns: Vec::from([DimensionColumn {
                texts: CodedColumn::bare(name("breakdown")),
                code: None,
            }]),
            unit: UnitColumns {
                texts: Some(Given::In(CodedColumn::bare(name("unit")))),
                multiplier: Some(name("multiplier")),
                label: Some(name("unit_label")),
                whole: Some(name("unit_whole")),
            },
            published: Some(Given::In(name("published"))),
            source: SourceColumns {
                title: Some(Given::In(name("source"))),
                publisher: Some(Given::In(name("publisher"))),
                url: Some(Given::In(name("url"))),
                locator: Some(Given::In(name("locator"))),
            },
            cumulative_since: Some(Given::In(name("cumulative_since"))),
            period: Some(PeriodColumns::in_one(name("period"))),
            value: Some(name("value")),
            status: Some(StatusColumn {
                texts: CodedColumn::bare(name("status")),
                letters: (self != Self::Tidy).then_some(Letters::Sdmx),
            }),
            uncertainty: ["from", "to", "confidence", "standard_error"].map(|column| Some(name(column))),
            note: Some(name("note")),
            ..FigureColumns::default()
        };
        ColumnMap {
            layout: Layout {
                delimiter: b',',
                header: 1,
                values: ValueForms::default(),
                // `2024-05` is a month: a year that begins in another month than January is written with its length.
                times: Times {
                    hyphen: Some(Hyphened::Month),
                    ..Times::default()
                },
                only: Vec::new(),
            },
            rows: RowMeaning::Figures(Box::new(columns)),
        }
    }

    /// The name of a column in this form.
    const fn name(self, column: &WrittenColumn) -> &'static str {
        match self {
            Self::Tidy => column.tidy,
            Self::Sdmx { .. } => column.sdmx,
        }
    }

    /// The text that stands for the total of an indicator.
    const fn total_code(self) -> &'static str {
        match self {
            Self::Tidy => "",
            Self::Sdmx { .. } => TOTAL,
        }
    }

    /// The texts of the first columns of each row, which only SDMX-CSV has: `STRUCTURE` (a dataflow), `STRUCTURE_ID`
    /// (which one) and `ACTION` (`I`, it states a figure).
    fn structure(&self) -> impl Iterator<Item = &str> {
        let dataflow = match self {
            Self::Tidy => None,
            Self::Sdmx { dataflow } => Some(["dataflow", dataflow, "I"]),
        };
        dataflow.into_iter().flatten()
    }
}

impl Observations {
    /// Writes all figures as a table in UTF-8, which [`TableForm::map`] reads back as what they are.
    ///
    /// A table has no room for the rank of publishers, for series without figures, and for reports on deliverables;
    /// texts are written in their first language, and blanks around them are not read back.
    ///
    /// # Errors
    ///
    /// Those of the writer.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::table::TableForm;
    /// use milepost::{Observation, Observations, Reading, Series, Unit, code, day, dec, period};
    ///
    /// let figures = vec![
    ///     Observation::new(period!("2024"), dec!(5.2)).published_on(day!("2025-02-15")),
    ///     Observation::new(period!("2025"), Reading::Missing).published_on(day!("2026-02-15")),
    /// ];
    /// let rate = Series::new(code!("unemployment"), Unit::percent(), figures)?.with_breakdown(code!("Vienna"));
    /// let observations = Observations::new(vec![rate])?;
    ///
    /// let mut table = Vec::new();
    /// observations.write_table(TableForm::Sdmx { dataflow: "OFFICE:LABOUR(1.0)" }, &mut table)?;
    /// let text = String::from_utf8(table)?;
    /// let rows: Vec<_> = text.lines().skip(1).map(|row| row.trim_end_matches(',')).collect();
    /// assert_eq!(rows[0], "dataflow,OFFICE:LABOUR(1.0),I,unemployment,Vienna,2024,5.2,A,1,-2,%,,2025-02-15");
    /// assert_eq!(rows[1], "dataflow,OFFICE:LABOUR(1.0),I,unemployment,Vienna,2025,NaN,O,1,-2,%,,2026-02-15");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn write_table(&self, form: TableForm<'_>, table: impl Write) -> io::Result<()> {
        let mut writer = csv::Writer::from_writer(table);
        let head = ["STRUCTURE[;]", "STRUCTURE_ID", "ACTION"]
            .into_iter()
            .take(form.structure().count());
        let several = |name: &'static str| match (form, name) {
            (TableForm::Sdmx { .. }, "OBS_STATUS") => "OBS_STATUS[]",
            _ => name,
        };
        writer.write_record(head.chain(COLUMNS.iter().map(|column| several(form.name(column)))))?;
        for series in self {
            for one in series.observations() {
                form.structure().try_for_each(|cell| writer.write_field(cell))?;
                let row = WrittenRow { form, series, one };
                COLUMNS
                    .iter()
                    .try_for_each(|column| writer.write_field((column.cell)(&row)))?;
                writer.write_record(None::<&[u8]>)?;
            }
        }
        writer.flush()
    }
}
