//! The indicators and parts that the rows of a table are of.
//!
//! A plan has one breakdown for women of 15 to 24, a table two columns. With `sex` and `age` as `breakdowns`, and
//! `women` stated of `F`:
//!
//! | `sex` | `age` | of the indicator's |
//! |---|---|---|
//! | `_T` | (empty) | total |
//! | `F` | `_T` | breakdown `women`, along `sex` |
//! | `F` | `Y15-24` | breakdown `women.Y15-24`, along `sex` and `age`, called by both names |
//! | `Total` | (empty) | breakdown `Total`, with a warning that asks whether it is the total |
//!
//! Two parts never share a code: rows of a second one are refused. Of each indicator the first name counts, and each
//! breakdown is noted once, as a plan needs it.

use alloc::borrow::ToOwned;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::codes::{ColumnTexts, code_of, unit_code_of};
use super::given::Given;
use super::loaded::Gathered;
use super::map::{DimensionColumn, FigureColumns};
use super::meanings::meaning_of;
use super::printed::{is_no_unit, names_total, probable_unit};
use super::sheet::{ColumnPlace, Reported, SheetRow, TableHeader, listed};
use super::words::TOTAL;
use crate::plan::{Breakdown, ProblemKind, Problems, TableError};
use crate::value::{Code, Text, Unit, excerpt};

/// Stands between the codes of several dimensions in the code of one breakdown.
const BETWEEN_CODES: &str = ".";

/// How many units a message shows.
const SHOWN: usize = 3;

/// The indicator of a row, and the breakdown; `None` for the total.
pub(super) type PartOfRow = (Code, Option<Code>);

/// The indicators, parts and units of the rows so far.
pub(super) struct Parts<'m> {
    columns: &'m FigureColumns,
    /// `None` where the indicator is given once, and so of the units.
    indicators: Option<ColumnTexts<'m, Code>>,
    dimensions: Vec<ColumnTexts<'m, Option<Code>>>,
    pub(super) units: Option<ColumnTexts<'m, Unit>>,
    /// By indicator and code of a breakdown: the dimension and part of which the code is made, for each dimension.
    made_of: BTreeMap<(Code, Code), Vec<(Code, Code)>>,
    /// The texts of columns of dimensions that made a part, though they or its name are a word for the total.
    totals: BTreeSet<(ColumnPlace, String)>,
    /// The names of indicators and the breakdowns that were met; its figures stay empty.
    pub(super) gathered: Gathered,
}

impl<'m> Parts<'m> {
    /// What is known before the first row of a table that has these columns: no indicators yet.
    pub(super) fn new(columns: &'m FigureColumns) -> Self {
        let indicators = columns.indicator.as_ref().and_then(Given::column);
        let dimensions = columns.breakdowns.iter();
        let units = columns.unit.coded();
        Self {
            columns,
            indicators: indicators.map(ColumnTexts::new),
            dimensions: dimensions.map(|dimension| ColumnTexts::new(&dimension.texts)).collect(),
            units: units.map(ColumnTexts::new),
            made_of: BTreeMap::new(),
            totals: BTreeSet::new(),
            gathered: Gathered::default(),
        }
    }

    /// Warns of texts to which the map gives a meaning and that no cell of their column has.
    pub(super) fn warn_of_unused_meanings(&self, header: &TableHeader, problems: &mut Problems) {
        self.indicators.iter().for_each(|texts| texts.warn(header, problems));
        self.dimensions.iter().for_each(|texts| texts.warn(header, problems));
        self.units.iter().for_each(|texts| texts.warn(header, problems));
    }

    /// Notes the texts of units of which codes were made, and the codes that say per cent or a power of ten alone: no
    /// plan calls its units so.
    pub(super) fn note_units_made(&self, header: &TableHeader, problems: &mut Problems) {
        let Some(units) = &self.units else { return };
        let is_rewritten = |(code, text): &(&Code, &str)| code.as_str() != *text || is_no_unit(text);
        let made = units.made().filter(is_rewritten);
        let made: Vec<_> = made.filter(|(_, text)| unit_code_of(text).is_ok()).collect();
        if let Some((_, first)) = made.first() {
            let mend = format!("{{\"{}\": {}}}", excerpt(first), probable_unit(first));
            let codes = listed(made.iter().map(|(code, _)| code.as_str()), SHOWN);
            let texts = listed(made.iter().map(|(_, text)| *text), SHOWN);
            let column = units.column.column.place;
            problems.push(header.place_of(column), TableError::CodesOfUnits { texts, codes, mend });
        }
    }

    /// Warns of each text that made a part of its own and that calls the total: a word for it, or `T` in a column that
    /// tells `F` or `M` too, as code lists of the sexes do.
    pub(super) fn warn_of_parts_called_total(&self, header: &TableHeader, problems: &mut Problems) {
        for texts in &self.dimensions {
            let place = texts.column.column.place;
            let words = self.totals.iter().filter(|(column, _)| *column == place);
            let of_sexes = texts.has_made("T") && ["F", "M"].iter().any(|sex| texts.knows(sex));
            let words = words.map(|(_, text)| text.as_str());
            let texts: BTreeSet<_> = words.chain(of_sexes.then_some("T")).collect();
            for text in texts {
                let text = excerpt(text);
                problems.push(header.place_of(place), TableError::PartCalledTotal { text });
            }
        }
    }

    /// The indicator of a row, and the code of its breakdown, which is noted; `None` where the row is of the total.
    pub(super) fn part_of_row(&mut self, row: &SheetRow, problems: &mut Problems) -> Result<PartOfRow, Reported> {
        let indicator = self.indicator_of_row(row, problems);
        let dimensions = self.columns.breakdowns.iter().zip(&mut self.dimensions);
        let totals = &mut self.totals;
        let parts = dimensions.map(|(dimension, texts)| part_along(dimension, texts, totals, row, problems));
        // All parts are read before an error ends the reading, so that each error is reported.
        let parts: Vec<_> = parts.collect();
        let indicator = indicator?;
        let parts = parts
            .into_iter()
            .filter_map(Result::transpose)
            .collect::<Result<Vec<_>, _>>()?;
        let codes: Vec<_> = parts.iter().map(|(_, code, _)| code.as_str()).collect();
        if codes.is_empty() {
            return Ok((indicator, None));
        }
        let code = code_of(&codes.join(BETWEEN_CODES)).map_err(|error| row.refuse_row(error, problems))?;
        self.note_breakdown(&indicator, &code, parts, row, problems)?;
        Ok((indicator, Some(code)))
    }

    /// The indicator of a row: the one given for the whole table, or the code that its text means or makes. The first
    /// label of an indicator is remembered as its name.
    fn indicator_of_row(&mut self, row: &SheetRow, problems: &mut Problems) -> Result<Code, Reported> {
        let Some(texts) = &mut self.indicators else {
            return match &self.columns.indicator {
                Some(Given::Once(code)) => Ok(code.clone()),
                _ => Err(Reported),
            };
        };
        let code = texts.meaning_in(row, |code, _| Ok::<_, ProblemKind>(code), problems)?;
        let label = row.label(texts.column.name_place(), problems)?;
        if let (false, Ok(name)) = (self.gathered.names.contains_key(&code), Text::new(label)) {
            self.gathered.names.insert(code.clone(), name);
        }
        Ok(code)
    }

    /// Notes a breakdown of an indicator once, with its name: its parts along one or more dimensions, `along`. Refuses
    /// the row if other parts made the same code.
    fn note_breakdown(
        &mut self,
        indicator: &Code,
        code: &Code,
        along: Vec<PartAlong>,
        row: &SheetRow,
        problems: &mut Problems,
    ) -> Result<(), Reported> {
        let (parts, names): (Vec<_>, Vec<_>) = along
            .into_iter()
            .map(|(dimension, code, name)| ((dimension, code), name))
            .unzip();
        let key = (indicator.clone(), code.clone());
        match self.made_of.get(&key) {
            Some(known) if *known == parts => return Ok(()),
            Some(known) => {
                let (one, other) = (parts_in_words(known), parts_in_words(&parts));
                let code = code.clone();
                return Err(row.refuse_row(TableError::CodeOfTwo { code, one, other }, problems));
            }
            None => {}
        }
        let name = Text::new(&names.join(", ")).map_err(|error| row.refuse_row(error, problems))?;
        let mut dimensions = parts.iter().map(|(dimension, _)| dimension.clone());
        if let Some(first) = dimensions.next() {
            let breakdown = dimensions.fold(Breakdown::new(code.clone(), name, first), Breakdown::with_dimension);
            self.gathered
                .breakdowns
                .entry(indicator.clone())
                .or_default()
                .push(breakdown);
        }
        self.made_of.insert(key, parts);
        Ok(())
    }
}

/// The code of a dimension, the code of a part along it, and the name of this part.
type PartAlong = (Code, Code, String);

/// The part along a dimension to which a row belongs; `None` for the total.
///
/// The row is of the total if its cell is blank or SDMX's `_T`, unless the map states another meaning for that text, or
/// if the map states that the text means the total. A row with a name but a blank code is refused. A text that makes a
/// part and is a word for the total, or has one for its name, is noted in `totals`.
fn part_along(
    dimension: &DimensionColumn,
    texts: &mut ColumnTexts<'_, Option<Code>>,
    totals: &mut BTreeSet<(ColumnPlace, String)>,
    row: &SheetRow,
    problems: &mut Problems,
) -> Result<Option<PartAlong>, Reported> {
    let column = texts.column.column.place;
    let text = row.cell(column, problems)?;
    let is_total = text.is_empty() || text == TOTAL;
    if is_total && meaning_of(&texts.column.means, text).is_none() {
        return match row.label(texts.column.name_place(), problems)? {
            name if text.is_empty() && !name.is_empty() => {
                let name = excerpt(name);
                Err(row.refuse(column, TableError::NameWithoutCode { name }, problems))
            }
            _ => Ok(None),
        };
    }
    let Some(code) = texts.meaning_in(row, |code, _| Ok::<_, ProblemKind>(Some(code)), problems)? else {
        return Ok(None);
    };
    let name = match row.label(texts.column.name_place(), problems)? {
        "" => code.to_string(),
        name => name.to_owned(),
    };
    if (names_total(text) || names_total(&name)) && texts.has_made(text) {
        totals.insert((column, text.to_owned()));
    }
    let along = dimension.code.clone().ok_or(Reported)?;
    Ok(Some((along, code, name)))
}

/// The pairs of dimension and code of which a breakdown is made, as a message names them: `sex F, age Y15-24`.
fn parts_in_words(parts: &[(Code, Code)]) -> String {
    let parts = parts.iter().map(|(dimension, code)| format!("{dimension} {code}"));
    parts.collect::<Vec<_>>().join(", ")
}
