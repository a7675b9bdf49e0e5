//! The roles of a map, found in the header of one table.
//!
//! A map names columns, a row has cells by their place. The header joins both, once for a table: the map's `"Rate (%)"`
//! is its third column, and no row looks for a name again. So the columns of a map are copied for a table, and each
//! gets its place there.
//!
//! A wide table has its periods in the header too. Each head that the map's `periods` fits makes one place for figures,
//! whose period is known before the first row: `FY2021` and `FY2022` of `FY*` are two.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use super::codes::{ColumnTexts, code_of, unit_made_of};
use super::given::{Given, NamedColumn};
use super::head_status;
use super::layout::Layout;
use super::map::FigureColumns;
use super::only::Selection;
use super::period_columns::FigurePlace;
use super::printed::{HyphenedTexts, Times, ValueForms, advising, first_period, has_form, says_promise};
use super::sheet::{ColumnPlace, Reported, SheetRow, TableHeader, listed};
use super::words::ANY_HEAD;
use crate::plan::{Problems, TableError};
use crate::series::Flags;
use crate::value::{Unit, excerpt, narrow};

/// The columns of one table that play the roles of a map.
pub(super) struct Roles<'m> {
    pub(super) layout: &'m Layout,
    pub(super) times: Times,
    /// What the map and the header say of them, each with its place in the table.
    pub(super) columns: FigureColumns,
    /// The columns of figures: one, or in a wide table one a period; never none.
    pub(super) figures: Vec<FigurePlace>,
    /// The columns of a wide table that have no head, after the first one whose head is a period.
    without_head: Vec<ColumnPlace>,
    /// The columns of a wide table with a year in their heads, which are no periods.
    with_year: Vec<ColumnPlace>,
    /// The columns of a wide table of which nothing is said yet, and in which figures may stand.
    passed_over: Vec<ColumnPlace>,
    /// Whether rows say more of a figure than its value, status and publication.
    pub(super) has_details: bool,
    /// Every column that plays a role.
    used: Vec<ColumnPlace>,
}

/// How many heads a message shows.
const SHOWN: usize = 3;

/// The end of the advice on a head that is no period.
const OR_HEADS: &str = ", or say in `periods` how heads are written, as in `[\"*\", \"* (*\"]`, and in `flags` what stands behind it, as in `{\"*\": \"provisional\"}`";

/// The columns that hold figures, and those that are passed over although a year is in their heads.
struct PlacesOfFigures {
    figures: Vec<FigurePlace>,
    with_year: Vec<ColumnPlace>,
}

/// The columns that hold the figures of a row: one beside the columns of its period, or in a wide table each that is
/// headed by a period.
fn figure_places(
    columns: &mut FigureColumns,
    layout: &Layout,
    times: Times,
    used: &[ColumnPlace],
    header: &TableHeader,
    problems: &mut Problems,
) -> Result<PlacesOfFigures, Reported> {
    match (&columns.periods, &mut columns.period, &columns.value) {
        (Some(patterns), ..) => {
            let mut places = places_beneath_heads(patterns, &layout.values, times, used, header, problems)?;
            refuse_repeated_heads(&mut places.figures, header, problems);
            Ok(places)
        }
        (None, Some(period), Some(value)) => Ok(PlacesOfFigures {
            figures: Vec::from([FigurePlace {
                period_in: period.columns_mut().map(|column| column.place).collect(),
                period: Given::In(period.clone()),
                value: value.place,
                flags: Flags::NONE,
            }]),
            with_year: Vec::new(),
        }),
        _ => Err(Reported),
    }
}

/// The columns of a wide table that are headed by periods. Without any, an error.
///
/// | a head | its column |
/// |---|---|
/// | fits a pattern of the map, and is a period there | holds figures |
/// | is no period, and says a year and that something is promised, as `2030 target` | is passed over, with a note |
/// | fits a pattern, is no period, and the map does not have `*`, which any head fits | is refused |
/// | is no period, but begins as one or has the form of one, as `2019*` | is refused |
/// | else has a year in it, and its column has no other role | is passed over, with a note |
/// | is any other, such as `Unit` | is passed over; with a note where [figures](figures_may_stand) stand beneath |
fn places_beneath_heads(
    patterns: &[String],
    forms: &ValueForms,
    mut times: Times,
    used: &[ColumnPlace],
    header: &TableHeader,
    problems: &mut Problems,
) -> Result<PlacesOfFigures, Reported> {
    let is_period = |text: &str| has_form(text, &times);
    let names = header.names().map(|(place, head)| (place, head.trim()));
    let names: Vec<_> = names
        .map(|(place, head)| (place, head_status::without_mark_within(head, forms, is_period)))
        .collect();
    let heads: Vec<_> = names
        .iter()
        .map(|(place, (head, of_mark))| (*place, ColumnHead::new(head, *of_mark, patterns, forms, &times)))
        .collect();
    let mut shown = HyphenedTexts::default();
    for text in heads.iter().flat_map(|(_, head)| &head.texts) {
        shown.note(text.as_bytes());
    }
    times.hyphen = times.hyphen.or(shown.kind());
    let can_be_other = patterns.iter().any(|pattern| pattern == ANY_HEAD);
    let (mut figures, mut unread) = (Vec::new(), Vec::new());
    let (mut with_year, mut of_promises) = (Vec::new(), Vec::new());
    for (value, ColumnHead { head, texts, flags }) in heads {
        match texts.last().map(|within| (within, first_period(&texts, &times))) {
            Some((_, Ok(period))) => {
                let behind = head_status::flags_after_period(head, &texts, patterns, forms, &times);
                unread.extend(behind.is_none().then_some(head));
                figures.push(FigurePlace {
                    period: Given::Once(period),
                    period_in: Vec::new(),
                    value,
                    flags: flags.union(behind.unwrap_or(Flags::NONE)),
                });
            }
            _ if has_year(head) && says_promise(head) => {
                of_promises.extend(Some(head).filter(|_| !used.contains(&value)));
            }
            Some((within, Err(error))) if !can_be_other || begins_as_a_period(within) || has_form(within, &times) => {
                problems.push(header.place(), advising(error, &times, OR_HEADS));
            }
            _ if has_year(head) && !used.contains(&value) => with_year.push(value),
            _ => {}
        }
    }
    if figures.is_empty() {
        // A head that was refused, or a column that is not there, was reported already.
        if !problems.has_errors() {
            let pattern = excerpt(&patterns.join("` or `"));
            problems.push(header.place(), TableError::NoPeriods { pattern });
        }
        return Err(Reported);
    }
    if !unread.is_empty() {
        let heads = listed(unread.into_iter(), SHOWN);
        problems.push(header.place(), TableError::HeadsInPart { heads });
    }
    if !of_promises.is_empty() {
        let heads = listed(of_promises.into_iter(), SHOWN);
        problems.push(header.place(), TableError::HeadsOfPromises { heads });
    }
    Ok(PlacesOfFigures { figures, with_year })
}

/// Refuses columns of figures whose heads are those of earlier ones: the figures beneath them do not count.
fn refuse_repeated_heads(figures: &mut Vec<FigurePlace>, header: &TableHeader, problems: &mut Problems) {
    let names: BTreeMap<_, _> = header.names().collect();
    let (mut once, mut refused) = (BTreeSet::new(), BTreeSet::new());
    figures.retain(|figure| {
        let head = names.get(&figure.value).map_or("", |head| head.trim());
        let is_first = once.insert(head);
        if !is_first && refused.insert(head) {
            let column = excerpt(head);
            problems.push(header.place(), TableError::RepeatedColumn { column });
        }
        is_first
    });
}

/// A head of a column of a wide table.
struct ColumnHead<'h> {
    /// What it says, without the flags if it is a period without them alone.
    head: &'h str,
    /// The texts of which the first with the form of a period is its period.
    texts: Vec<&'h str>,
    /// The flags that were taken from its end.
    flags: Flags,
}

impl<'h> ColumnHead<'h> {
    /// A head with the texts that can be its period where heads are written in one of these patterns.
    /// `of_mark` are the flags of a mark that stood within it.
    fn new(head: &'h str, of_mark: Flags, patterns: &[String], forms: &ValueForms, times: &Times) -> Self {
        let with_texts = |(head, flags): (&'h str, Flags)| {
            let texts = patterns.iter().filter_map(|pattern| period_texts(head, pattern));
            let texts = texts.flatten().collect();
            let flags = flags.union(of_mark);
            Self { head, texts, flags }
        };
        let is_period = |head: &Self| head.texts.iter().any(|text| has_form(text, times));
        let whole = with_texts((head, Flags::NONE));
        let before_flags = || head_status::parted(head, forms).map(with_texts).filter(is_period);
        if is_period(&whole) {
            return whole;
        }
        before_flags().unwrap_or(whole)
    }
}

/// The columns without a head that stand after the first column of figures in a wide table; none in other tables. One
/// head that is written over several columns, such as those of its quarters, stands over the first of them.
fn columns_without_head(columns: &FigureColumns, figures: &[FigurePlace], header: &TableHeader) -> Vec<ColumnPlace> {
    let first = figures.first().filter(|_| columns.periods.is_some());
    let after = header
        .names()
        .skip_while(|(place, _)| first.is_none_or(|first| *place != first.value));
    after
        .filter(|(_, head)| head.trim().is_empty())
        .map(|(place, _)| place)
        .collect()
}

/// The columns of a wide table without a role in which figures may stand: those with a digit in the head, as a mistyped
/// `2O22` or `22` has, wherever they are, and those with any head after the first one of figures. Of a head with a year
/// in it something was said. What stands before the figures without a digit in its head, as `Rank`, is of the row.
fn figures_may_stand(figures: &[FigurePlace], used: &[ColumnPlace], header: &TableHeader) -> Vec<ColumnPlace> {
    let first = figures.first().map(|first| first.value);
    let mut is_after = false;
    let mut may_stand = |(place, head): &(ColumnPlace, &str)| {
        is_after |= first == Some(*place);
        let has_digit = head.contains(|one| narrow(one).is_ascii_digit());
        let is_told = used.contains(place) || has_year(head) || head.trim().is_empty();
        !is_told && (is_after || has_digit)
    };
    let columns = header.names().filter(|column| may_stand(column));
    columns.map(|(place, _)| place).collect()
}

/// Whether there is a year in a head, as in `Sept 2024` and `Target 2030`.
fn has_year(head: &str) -> bool {
    let mut numbers = head.split(|one: char| !one.is_ascii_digit());
    numbers.any(|digits| digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20")))
}

/// Whether a head that is no period begins as one: with the digits of a year, perhaps after `FY`.
fn begins_as_a_period(head: &str) -> bool {
    let head = head.trim();
    let digits = head.strip_prefix("FY").unwrap_or(head).trim_start();
    digits.bytes().take_while(u8::is_ascii_digit).count() >= 4
}

/// The texts that can be the period of a head, in the order in which they are tried: the whole head, the head up to the
/// end of the star of a pattern, and the text in the place of the star. `None` if the head does not fit the pattern.
/// The first two are there since `FY2019` and `Q4 2019` name the period with letters that a pattern may have before the
/// star. Behind a second star any text can stand.
///
/// | head | pattern | texts, of which the first that is a period counts |
/// |---|---|---|
/// | `FY2019` | `FY*` | `FY2019`, `FY2019`, `2019` |
/// | `2019 [YR2019]` | `* [*` | `2019 [YR2019]`, `2019`, `2019` |
/// | `2019 [YR2019]` | `*` | `2019` |
/// | `Value 2019` | `Value *` | `Value 2019`, `Value 2019`, `2019` |
/// | `Unit` | `FY*` | none |
fn period_texts<'h>(head: &'h str, pattern: &str) -> Option<[&'h str; 3]> {
    if pattern == ANY_HEAD {
        return Some([without_repeated_code(head); 3]);
    }
    let (before, after) = pattern.split_once('*')?;
    let rest = head.strip_prefix(before)?;
    let within = match after.split_once('*') {
        Some((between, _)) => rest.split_once(between)?.0,
        None => rest.strip_suffix(after)?,
    };
    let end = before.len().checked_add(within.len())?;
    Some([head, head.get(..end)?, within])
}

/// A head without the code that the World Bank writes after it, which says the period again: of `2019 [YR2019]` and
/// `2019Q1 [2019Q1]`, `2019` and `2019Q1`.
fn without_repeated_code(head: &str) -> &str {
    let parted = head.strip_suffix(']').and_then(|head| head.split_once(" ["));
    match parted {
        Some((period, code)) if code.strip_prefix("YR").unwrap_or(code) == period => period,
        _ => head,
    }
}

impl<'m> Roles<'m> {
    /// Finds in a header the columns that a map names; each missing one is reported. Columns of the map by which rows
    /// are selected, `only`, count as used too. An error if a column or the unit is missing, or no column has figures.
    pub(super) fn in_header(
        mut columns: FigureColumns,
        layout: &'m Layout,
        only: &Selection,
        header: &TableHeader,
        problems: &mut Problems,
    ) -> Result<Self, Reported> {
        let times = if columns.is_sdmx {
            layout.times.of_sdmx()
        } else {
            layout.times
        };
        let (mut used, mut not_found) = (Vec::new(), Vec::new());
        for column in columns.columns_mut() {
            // Of a column that plays two roles it is said once that it is not there.
            if not_found.contains(&column.name) {
                continue;
            }
            match column.find_in(header, problems) {
                Some(place) => used.push(place),
                None => not_found.push(column.name.clone()),
            }
        }
        for dimension in &mut columns.breakdowns {
            if dimension.code.is_none() {
                let made = code_of(&dimension.texts.column.name).map_err(|_| TableError::UnnamedDimension);
                dimension.code = problems.keep(&header.place_of(dimension.texts.column.place), made);
            }
        }
        used.extend(only.columns());
        let has_all_columns = !problems.has_errors();
        let PlacesOfFigures { figures, with_year } =
            figure_places(&mut columns, layout, times, &used, header, problems)?;
        if !has_all_columns || columns.unit.texts.is_none() {
            return Err(Reported);
        }
        used.extend(figures.iter().map(|place| place.value));
        // A head that was refused is mended first.
        let is_all_read = columns.periods.is_some() && !problems.has_errors();
        let passed_over = if is_all_read {
            figures_may_stand(&figures, &used, header)
        } else {
            Vec::new()
        };
        Ok(Self {
            layout,
            times,
            has_details: columns.have_details(),
            without_head: columns_without_head(&columns, &figures, header),
            with_year,
            passed_over,
            columns,
            figures,
            used,
        })
    }

    /// Warns of a row of a wide table in which one cell stands and no other, as a source that is written below.
    pub(super) fn warn_of_one_cell(&self, row: &SheetRow, problems: &mut Problems) {
        if self.columns.periods.is_some() && row.header.names().nth(1).is_some() && row.has_one_cell() {
            problems.push_alike(row.place(), TableError::RowOfOneCell);
        }
    }

    /// Warns of a row that has a value in a column without a head among or after those of the figures.
    pub(super) fn warn_of_cell_without_head(&self, row: &SheetRow, problems: &mut Problems) {
        let mut cells = self.without_head.iter().map(|place| row.bytes(*place).trim_ascii());
        if cells.any(|cell| !cell.is_empty()) {
            problems.push_alike(row.place(), TableError::UnnamedColumn);
        }
    }

    /// Notes the columns that are passed over since their heads are no periods, though there is a year in the head or
    /// figures stand beneath. `are_figures` is whether most texts of a column are numbers.
    pub(super) fn note_heads_passed_over(
        &self,
        header: &TableHeader,
        are_figures: impl Fn(ColumnPlace, &ValueForms) -> bool,
        problems: &mut Problems,
    ) {
        let with_figures = self.passed_over.iter().copied();
        let with_figures = with_figures.filter(|place| are_figures(*place, &self.layout.values));
        let noted: BTreeSet<_> = with_figures.chain(self.with_year.iter().copied()).collect();
        let heads: Vec<_> = noted.into_iter().map(|place| header.excerpt_of(place)).collect();
        if !heads.is_empty() {
            let heads = listed(heads.into_iter(), SHOWN);
            problems.push(header.place(), TableError::HeadsPassedOver { heads });
        }
    }

    /// The columns of a header that play no role.
    pub(super) fn unused_columns(&self, header: &TableHeader) -> impl Iterator<Item = ColumnPlace> {
        let columns = header.names().map(|(column, _)| column);
        columns.filter(|column| !self.used.contains(column))
    }

    /// The columns whose cells name the series of a row. Rows with the same texts in all these columns are of one
    /// series; rows with other texts may be of that series too, where two texts mean one thing.
    pub(super) fn columns_of_series(&self) -> impl Iterator<Item = ColumnPlace> {
        // In rows with a blank code, only the column of names tells the total from a part that lacks its code.
        let dimensions = self.columns.breakdowns.iter().flat_map(|dimension| {
            let texts = &dimension.texts;
            core::iter::once(&texts.column).chain(&texts.name)
        });
        let indicator = self.columns.indicator.as_ref().and_then(Given::column);
        let units = &self.columns.unit;
        let texts = units.coded().map(|texts| &texts.column);
        let others = [&units.multiplier, &units.label, &units.whole];
        let units = texts.into_iter().chain(others.into_iter().flatten());
        let columns = dimensions.chain(indicator.map(|texts| &texts.column));
        columns.chain(units).map(|column| column.place)
    }

    /// The unit in which the value of a row is printed: the one given for the whole table, or the one that the column
    /// of units names, times the power of ten that the row says. A unit given once with a power is refused if the row
    /// says another. `texts` notes each text of the column of units, and keeps two texts from making one code.
    pub(super) fn unit_of_row(
        &self,
        texts: Option<&mut ColumnTexts<'_, Unit>>,
        row: &SheetRow,
        problems: &mut Problems,
    ) -> Result<Unit, Reported> {
        let units = &self.columns.unit;
        let mut unit = match (&units.texts, texts) {
            (Some(Given::Once(unit)), _) => unit.clone(),
            (Some(Given::In(_)), Some(texts)) => texts.meaning_in(row, unit_made_of, problems)?,
            _ => return Err(Reported),
        };
        let [multiplier, label, whole] = [&units.multiplier, &units.label, &units.whole];
        let column = NamedColumn::place_of(multiplier.as_ref());
        let (own, stated) = (power_of_ten(row, column, problems)?, unit.multiplier());
        unit = match (own, stated, &units.texts) {
            (0, ..) => unit,
            // SDMX multiplies a unit by its power: thousands of kilotonnes.
            (own, stated, Some(Given::In(_))) => {
                row.keep(column, unit.with_multiplier(stated.saturating_add(own)), problems)?
            }
            (own, 0, _) => row.keep(column, unit.with_multiplier(own), problems)?,
            (own, stated, _) if own == stated => unit,
            (own, stated, _) => {
                return Err(row.refuse(column, TableError::MultipliersDiffer { own, stated }, problems));
            }
        };
        if let Some(label) = row.words(NamedColumn::place_of(label.as_ref()), problems)? {
            unit = unit.with_label(label);
        }
        let column = NamedColumn::place_of(whole.as_ref());
        match row.cell(column, problems)? {
            "true" => row.keep(column, unit.counted_whole(), problems),
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

/// The power of ten that a row says: as a number (`6`), by its name (`millions`), or as `in 1,000`. It is 0 where the
/// cell is empty, and any other text is refused.
fn power_of_ten(row: &SheetRow, column: ColumnPlace, problems: &mut Problems) -> Result<i8, Reported> {
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
