//! The roles of a map, found in the header of one table.
//!
//! A map names columns, a row has cells by their place. The header joins both, once for a table: the map's `"Rate (%)"`
//! is its third column, and no row looks for a name again. What the map says beside names (meanings of texts, a unit
//! for all rows) is borrowed from it.
//!
//! A wide table has its periods in the header too. Each head that the map's `periods` fits makes one place for figures,
//! whose period is known before the first row: `FY2021` and `FY2022` of `FY*` are two.

use alloc::vec::Vec;

use super::codes::{ColumnTexts, code_of};
use super::column_search::ColumnSearch;
use super::details::FigureDetails;
use super::given::Given;
use super::layout::Layout;
use super::map::{CodedColumn, DimensionColumn, FigureColumns, StatusColumn, UnitColumns};
use super::meanings::Stated;
use super::only::{Selection, Unmet};
use super::period_columns::FigurePlace;
use super::printed::{HyphenedTexts, Times, first_period, has_form};
use super::repeated::ComparedColumns;
use super::sheet::{ColumnPlace, Reported, SheetRow, TableHeader};
use super::words::Letters;
use crate::plan::{Problems, TableError};
use crate::series::{ObservationStatus, Published};
use crate::value::{Code, Text, Unit, excerpt};

/// A column whose texts stand for something.
pub(super) struct CodedPlace<'m, T> {
    pub(super) column: ColumnPlace,
    pub(super) means: &'m Stated<T>,
    /// The column of the names of what they stand for: the same where no other has them.
    pub(super) name: ColumnPlace,
}

/// A column that says of which part a figure is.
pub(super) struct Dimension<'m> {
    pub(super) texts: CodedPlace<'m, Option<Code>>,
    pub(super) code: Code,
}

/// Columns of units.
pub(super) struct Units<'m> {
    pub(super) texts: CodedPlace<'m, Unit>,
    multiplier: Option<ColumnPlace>,
    label: Option<ColumnPlace>,
    whole: Option<ColumnPlace>,
}

/// A column of what the publisher says of figures.
pub(super) struct StatusPlace<'m> {
    pub(super) texts: CodedPlace<'m, ObservationStatus>,
    pub(super) letters: Option<Letters>,
}

/// The columns that play the roles of a map.
pub(super) struct Roles<'m> {
    pub(super) layout: &'m Layout,
    pub(super) times: Times,
    pub(super) only: Selection<'m>,
    pub(super) same: Vec<ColumnPlace>,
    pub(super) indicator: Given<&'m Code, CodedPlace<'m, Code>>,
    pub(super) dimensions: Vec<Dimension<'m>>,
    pub(super) unit: Given<&'m Unit, Units<'m>>,
    multiplier: Option<ColumnPlace>,
    pub(super) published: Option<Given<&'m Published, ColumnPlace>>,
    pub(super) collected: Option<ColumnPlace>,
    /// The columns of figures: one, or in a wide table one a period; never none.
    pub(super) figures: Vec<FigurePlace>,
    pub(super) status: Option<StatusPlace<'m>>,
    pub(super) details: Option<FigureDetails<'m>>,
    pub(super) confidential: Option<ColumnPlace>,
    pub(super) action: Option<ColumnPlace>,
    pub(super) year_begins: Option<ColumnPlace>,
    /// Every column that plays a role.
    used: Vec<ColumnPlace>,
}

impl ColumnSearch<'_, '_> {
    /// Finds a column whose texts are codes, and the column of their names: the same one where the map names none.
    fn coded<'m, T>(&mut self, texts: &'m CodedColumn<T>) -> Result<CodedPlace<'m, T>, Reported> {
        let column = self.column(&texts.column)?;
        let name = self.optional(texts.name.as_deref(), Self::column)?;
        Ok(CodedPlace {
            column,
            means: &texts.means,
            name: name.unwrap_or(column),
        })
    }

    /// Finds the column of a dimension, whose code its name makes where the map states none.
    fn dimension<'m>(&mut self, dimension: &'m DimensionColumn) -> Result<Dimension<'m>, Reported> {
        let texts = self.coded(&dimension.texts)?;
        let name = &dimension.texts.column;
        let Some(code) = dimension.dimension.clone().or_else(|| code_of(name)) else {
            let text = excerpt(name);
            self.problems.push(self.header.place(), TableError::NoCode { text });
            return Err(Reported);
        };
        Ok(Dimension { texts, code })
    }

    /// The unit that is given once, or the columns that say it.
    fn unit<'m>(&mut self, unit: &'m Given<Unit, UnitColumns>) -> Result<Given<&'m Unit, Units<'m>>, Reported> {
        let units = match unit {
            Given::Once(unit) => return Ok(Given::Once(unit)),
            Given::In(units) => units,
        };
        let texts = self.coded(&units.texts);
        let [multiplier, label, whole] =
            [&units.multiplier, &units.label, &units.whole].map(|name| self.optional(name.as_deref(), Self::column));
        Ok(Given::In(Units {
            texts: texts?,
            multiplier: multiplier?,
            label: label?,
            whole: whole?,
        }))
    }

    /// Finds the column that says the flags of figures.
    fn status<'m>(&mut self, status: &'m StatusColumn) -> Result<StatusPlace<'m>, Reported> {
        Ok(StatusPlace {
            texts: self.coded(&status.texts)?,
            letters: status.letters,
        })
    }
}

impl ColumnSearch<'_, '_> {
    /// Where the figures of a row stand.
    ///
    /// In a wide table of which the map says nothing (`*`), a head that is no period is another column, such as `Unit`.
    /// It is refused where it begins as a period or has the form of one, as `2019*` does, and where the map says how
    /// heads are written: a year that is left out in silence would be missed.
    fn figures(&mut self, map: &FigureColumns, mut times: Times) -> Result<Vec<FigurePlace>, Reported> {
        let Some(pattern) = &map.periods else {
            let period = self.optional(map.period.as_ref(), |search, columns| {
                columns.try_map(|name| search.column(name))
            });
            let value = self.optional(map.value.as_deref(), Self::column);
            let (period, value) = (Given::In(period?.ok_or(Reported)?), value?.ok_or(Reported)?);
            return Ok(Vec::from([FigurePlace { period, value }]));
        };
        let heads = self.header.names();
        let heads: Vec<_> = heads
            .filter_map(|(value, head)| Some((value, period_in(head.trim(), pattern)?)))
            .collect();
        let mut shown = HyphenedTexts::default();
        for (_, [.., within]) in &heads {
            shown.see(within.as_bytes());
        }
        times.hyphen = times.hyphen.or(shown.kind());
        let mut figures = Vec::new();
        for (value, texts) in heads {
            let [.., within] = texts;
            match first_period(&texts, &times) {
                Ok(period) => {
                    let period = Given::Once(period);
                    figures.push(FigurePlace { period, value });
                    self.found.push(value);
                }
                // What was meant for a period is not left out in silence.
                Err(error) if pattern != "*" || begins_as_a_period(within) || has_form(within, &times) => {
                    self.problems.push(self.header.place(), error);
                }
                Err(_) => {}
            }
        }
        if figures.is_empty() {
            let pattern = excerpt(pattern);
            self.problems
                .push(self.header.place(), TableError::NoPeriods { pattern });
            return Err(Reported);
        }
        Ok(figures)
    }
}

/// Whether a head that is no period begins as one: with the digits of a year, perhaps behind `FY`.
fn begins_as_a_period(head: &str) -> bool {
    let head = head.trim();
    let digits = head.strip_prefix("FY").unwrap_or(head).trim_start();
    digits.bytes().take_while(u8::is_ascii_digit).count() >= 4
}

/// The texts that can be the period of a head, in this order: the whole head, the head up to the end of the star of a
/// pattern, and the text in the place of the star. `None` if the head does not have the form of the pattern. `FY2019`
/// and `Q4 2019` name the period with letters that a pattern may have before the star. Behind a second star any text
/// can stand.
///
/// | head | pattern | texts, of which the first that is a period counts |
/// |---|---|---|
/// | `FY2019` | `FY*` | `FY2019`, `FY2019`, `2019` |
/// | `2019 [YR2019]` | `* [*` | `2019 [YR2019]`, `2019`, `2019` |
/// | `Value 2019` | `Value *` | `Value 2019`, `Value 2019`, `2019` |
/// | `Unit` | `FY*` | none |
fn period_in<'h>(head: &'h str, pattern: &str) -> Option<[&'h str; 3]> {
    let (before, behind) = pattern.split_once('*')?;
    let rest = head.strip_prefix(before)?;
    let within = match behind.split_once('*') {
        Some((between, _)) => rest.split_once(between)?.0,
        None => rest.strip_suffix(behind)?,
    };
    let end = before.len().checked_add(within.len())?;
    Some([head, head.get(..end)?, within])
}

impl<'m> Roles<'m> {
    /// The columns of a header that play the roles of a map; every one that is missing is said.
    pub(super) fn find(
        map: &'m FigureColumns,
        layout: &'m Layout,
        times: Times,
        header: &TableHeader,
        problems: &mut Problems,
    ) -> Result<Self, Reported> {
        let found = Vec::new();
        let mut search = ColumnSearch {
            header,
            problems,
            found,
        };
        let only = Selection::find(&layout.only, search.header, search.problems);
        let same = map.same.as_deref().unwrap_or_default();
        let same = search.each(same, |search, name| search.column(name));
        let indicator = match &map.indicator {
            Given::Once(code) => Ok(Given::Once(code)),
            Given::In(texts) => search.coded(texts).map(Given::In),
        };
        let dimensions = search.each(&map.breakdowns, ColumnSearch::dimension);
        let unit = search.optional(map.unit.as_ref(), ColumnSearch::unit);
        let multiplier = search.optional(map.multiplier.as_deref(), ColumnSearch::column);
        let published = search.optional(map.published.as_ref(), ColumnSearch::given);
        let details = FigureDetails::find(map, layout, times, &mut search);
        let [collected, confidential, action, year_begins] =
            [&map.collected, &map.confidential, &map.action, &map.year_begins]
                .map(|name| search.optional(name.as_deref(), ColumnSearch::column));
        let figures = search.figures(map, times);
        let status = search.optional(map.status.as_ref(), ColumnSearch::status);
        Ok(Self {
            layout,
            times,
            only: only?,
            same: same?,
            indicator: indicator?,
            dimensions: dimensions?,
            unit: unit?.ok_or(Reported)?,
            multiplier: multiplier?,
            published: published?,
            collected: collected?,
            figures: figures?,
            status: status?,
            details: details?,
            confidential: confidential?,
            action: action?,
            year_begins: year_begins?,
            used: search.found,
        })
    }

    /// The columns of a header that play no role.
    pub(super) fn unused(&self, header: &TableHeader) -> impl Iterator<Item = ColumnPlace> {
        let columns = header.names().map(|(column, _)| column);
        columns.filter(|column| !self.used.contains(column) && self.only.columns().all(|only| only != *column))
    }

    /// The column that says in which unit a figure counts, if one does.
    pub(super) const fn unit_column(&self) -> Option<ColumnPlace> {
        match &self.unit {
            Given::Once(_) => self.multiplier,
            Given::In(units) => Some(units.texts.column),
        }
    }

    /// The columns that name the series of a row: rows with the same texts in all of them are of one series. Rows with
    /// other texts may be of the same one, where two texts mean one thing.
    pub(super) fn key(&self) -> impl Iterator<Item = ColumnPlace> {
        let indicator = match &self.indicator {
            Given::Once(_) => None,
            Given::In(texts) => Some(texts.column),
        };
        let units = match &self.unit {
            Given::Once(_) => [self.multiplier, None, None, None],
            Given::In(units) => [Some(units.texts.column), units.multiplier, units.label, units.whole],
        };
        // Without a code, the name tells the total from a part that has none.
        let with_names = |dimension: &Dimension<'m>| {
            let CodedPlace { column, name, .. } = dimension.texts;
            [Some(column), Some(name).filter(|name| *name != column)]
                .into_iter()
                .flatten()
        };
        let dimensions = self.dimensions.iter().flat_map(with_names);
        let others = [indicator, self.collected].into_iter().chain(units);
        dimensions.chain(others.flatten())
    }

    /// The columns that say whether a row counts and of which series it is, for rows whose figures vary.
    pub(super) fn columns_of_series(&self) -> ComparedColumns {
        let figures = self.figures.iter().flat_map(|place| [place.column(), place.value]);
        let until = figures.min();
        let columns = self.key().chain(self.only.columns()).chain(self.same.iter().copied());
        // Here it costs nothing to tell that all were published on one day.
        let published = self.publication_column().filter(|column| Some(*column) < until);
        ComparedColumns::new(columns.chain(published), until)
    }

    /// The column that says when figures were published, if one does.
    pub(super) const fn publication_column(&self) -> Option<ColumnPlace> {
        match self.published {
            Some(Given::In(column)) => Some(column),
            _ => None,
        }
    }

    /// Whether a row counts.
    pub(super) fn count(&self, row: SheetRow<'_>, unmet: &mut Unmet) -> bool {
        self.only.holds(row, unmet)
    }

    /// The unit that is given once, in the power of ten of a row: tonnes, where that says `3`, in thousands of tonnes.
    fn multiplied(&self, unit: &Unit, row: SheetRow<'_>, problems: &mut Problems) -> Result<Unit, Reported> {
        let Some(column) = self.multiplier else {
            return Ok(unit.clone());
        };
        let (own, stated) = (power_of_ten(row, column, problems)?, unit.multiplier());
        if own == 0 || own == stated {
            return Ok(unit.clone());
        }
        if stated != 0 {
            return Err(row.refuse(column, TableError::MultipliersDiffer { own, stated }, problems));
        }
        let mut multiplied = row.keep(column, Unit::new(unit.code().clone(), own), problems)?;
        if let Some(label) = unit.label() {
            multiplied = multiplied.with_label(label.clone());
        }
        if unit.is_whole() {
            multiplied = row.keep(column, multiplied.counted_whole(), problems)?;
        }
        Ok(multiplied)
    }

    /// Whether a row says in which power of ten it counts.
    pub(super) fn states_power(&self, row: SheetRow<'_>) -> bool {
        let column = match &self.unit {
            Given::Once(_) => self.multiplier,
            Given::In(units) => units.multiplier,
        };
        column.is_none_or(|column| !row.bytes(column).is_empty())
    }

    /// The unit in which the value of a row is printed: the one of the whole table, or the one that its column of units
    /// names, times the power of ten of the row. `unit_texts` notes each text that is met, and keeps two texts from
    /// making one code.
    pub(super) fn unit(
        &self,
        unit_texts: &mut ColumnTexts<'_, Unit>,
        row: SheetRow<'_>,
        problems: &mut Problems,
    ) -> Result<Unit, Reported> {
        let units = match &self.unit {
            Given::Once(unit) => return self.multiplied(unit, row, problems),
            Given::In(units) => units,
        };
        let column = units.texts.column;
        let text = row.cell(column, problems)?;
        let multiplier = match units.multiplier {
            Some(column) => power_of_ten(row, column, problems)?,
            None => 0,
        };
        let unit = match unit_texts.means.look_up(text) {
            Some(unit) if multiplier == 0 => return Ok(unit.clone()),
            Some(unit) => Unit::new(unit.code().clone(), unit.multiplier().saturating_add(multiplier)),
            None => {
                let code = row.keep(column, unit_texts.codes.code_for(text), problems)?;
                let label = Some(text).filter(|text| *text != code.as_str()).map(Text::new);
                let label = row.keep(column, label.transpose(), problems)?;
                Unit::new(code, multiplier).map(|unit| match label {
                    Some(label) => unit.with_label(label),
                    None => unit,
                })
            }
        };
        let mut unit = row.keep(column, unit, problems)?;
        if let Some(column) = units.label {
            if let Some(label) = row.words(column, problems)? {
                unit = unit.with_label(label);
            }
        }
        match units.whole {
            Some(column) if row.cell(column, problems)? == "true" => row.keep(column, unit.counted_whole(), problems),
            _ => Ok(unit),
        }
    }
}

/// The names of powers of ten in the English of SDMX's list `CL_UNIT_MULT`, in the singular.
const POWERS: [(&str, i8); 6] = [
    ("unit", 0),
    ("hundred", 2),
    ("thousand", 3),
    ("million", 6),
    ("billion", 9),
    ("trillion", 12),
];

/// The power of ten that a row says: as a number, by its name, or as `in 1,000`.
fn power_of_ten(row: SheetRow<'_>, column: ColumnPlace, problems: &mut Problems) -> Result<i8, Reported> {
    let text = row.cell(column, problems)?;
    if text.is_empty() {
        return Ok(0);
    }
    let lower = text.to_lowercase();
    let named = || {
        let name = lower.strip_suffix('s').unwrap_or(&lower);
        POWERS.iter().find(|(power, _)| *power == name).map(|(_, power)| *power)
    };
    let zeros = || {
        let printed = lower.strip_prefix("in 1")?;
        // Between marks stand thousands: `1.0` is 1.
        let are_thousands = printed.split([',', '.', ' ']).skip(1).all(|group| group == "000");
        let zeros = printed.replace([',', '.', ' '], "");
        let is_power = are_thousands && zeros.bytes().all(|zero| zero == b'0');
        is_power.then(|| i8::try_from(zeros.len()).ok())?
    };
    let power = text.parse().ok().or_else(named).or_else(zeros);
    row.keep(
        column,
        power.ok_or_else(|| TableError::PowerOfTen { text: excerpt(text) }),
        problems,
    )
}
