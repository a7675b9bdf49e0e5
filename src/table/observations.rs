//! Rows of figures, read into observations.
//!
//! Of each row two things are found: the series to which it belongs, and its figure. The cells that name both say the
//! same in many rows, so each text of them is read once: of the columns of indicator, parts and unit all together, of
//! those of period and day of publication one by one.
//!
//! What needs all rows comes at the end: which of two figures that nothing tells apart is kept, what `2010-11` was,
//! which columns without a role were needed after all.

use alloc::borrow::ToOwned;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use std::io::Read;

use chrono::{Datelike as _, NaiveDate};
use rust_decimal::Decimal;

use super::given::Given;
use super::loaded::{Gathered, Loaded};
use super::map::{ColumnMap, FigureColumns, RowMeaning};
use super::memo::Memo;
use super::only::Selection;
use super::parts::{PartOfRow, Parts};
use super::period_columns::{PeriodColumns, PeriodTexts};
use super::printed::HyphenedTexts;
use super::roles::Roles;
use super::sdmx;
use super::sheet::{Reported, SheetRow, TableHeader};
use super::unused::UnusedColumns;
use crate::plan::slips::tell_slips;
use crate::plan::{Problems, TableError};
use crate::series::{Observation, Observations, Published, Reading, Series};
use crate::value::{Bound, Code, Length, Period, Unit, excerpt};

impl ColumnMap {
    /// Reads the figures of a table, row by row: what is in memory is bounded by the figures that are kept.
    ///
    /// A row with an error is left out, and the others count. Where the header lacks a column of the map, or is no
    /// UTF-8, no row can be read, and nothing is gathered; nor is anything with a map of promises.
    ///
    /// # Examples
    ///
    /// A wide table has a figure in each column of a year:
    ///
    /// ```
    /// use milepost::table::ColumnMap;
    /// use milepost::{dec, period};
    ///
    /// let map: ColumnMap = serde_json::from_str(
    ///     r#"{"format": 1, "kind": "wide", "indicator": {"column": "Series"}, "unit": {"code": "t"}, "periods": "FY*",
    ///         "year": {"begins": "04-01", "named_by": "last", "plain": "reporting"}, "thousands": ","}"#,
    /// )?;
    /// let table = "Series,FY2022,FY2023\nScope 1,\"12,400\",\"11,950\"\nScope 2,\"8,300\",\n";
    /// let gathered = map.read_observations(table.as_bytes()).into_result()?;
    /// let scope1 = gathered.observations.series("Scope-1").ok_or("a series")?;
    /// let figures: Vec<_> = scope1.iter().map(|one| (one.period(), one.reading())).collect();
    /// let [first, second] = [period!("2021-04-01/P1Y"), period!("2022-04-01/P1Y")];
    /// assert_eq!(figures, [(first, dec!(12400).into()), (second, dec!(11950).into())]);
    /// // Beneath a head that is a period, an empty cell is no figure.
    /// assert_eq!(gathered.observations.series("Scope-2").map(|series| series.iter().count()), Some(1));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    ///
    /// A cell that cannot be read is a problem, which names its line and column:
    ///
    /// ```
    /// use milepost::table::ColumnMap;
    ///
    /// let map: ColumnMap = serde_json::from_str(
    ///     r#"{"format": 1, "kind": "observations", "indicator": "good-air", "period": "Year", "value": "Share",
    ///         "unit": {"code": "1", "multiplier": -2}, "published": "2025-02-01"}"#,
    /// )?;
    /// let loaded = map.read_observations("Year,Share\n2023,87.50\n2024,x\n".as_bytes());
    /// let problem = loaded.problems.iter().next().ok_or("a problem")?;
    /// assert_eq!(
    ///     problem.to_string(),
    ///     "error[not_a_decimal]: line 3, Share: `x` is not a decimal number: it has no digit; if it says that there is no value, list it among `missing` in the map"
    /// );
    /// let series = loaded.value.observations.series("good-air").ok_or("a series")?;
    /// assert_eq!(series.observations().len(), 1);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn read_observations(&self, table: impl Read) -> Loaded<Gathered> {
        let mut problems = Problems::none();
        let value = self.gather(table, &mut problems).unwrap_or_default();
        Loaded { value, problems }
    }

    /// Gathers the figures of a table, and reports problems. A row with errors is left out; an error is returned if no
    /// row can be read: the map is not of figures, or the table or its header cannot be read.
    fn gather(&self, table: impl Read, problems: &mut Problems) -> Result<Gathered, Reported> {
        let RowMeaning::Figures(columns) = &self.rows else {
            problems.push("", TableError::OtherMap { needed: "figures" });
            return Err(Reported);
        };
        let mut sheet = self.open(table, problems)?;
        // Of SDMX-CSV the header itself says which columns are dimensions, unless the map does.
        let are_dimensions_told = columns.is_sdmx && columns.same_in_series.is_none();
        let columns = if columns.is_sdmx {
            sdmx::with_columns_of_header(columns, &mut sheet.row.header, problems)
        } else {
            FigureColumns::clone(columns)
        };
        let mut only = Selection::in_header(&self.layout.only, &sheet.row.header, problems);
        let roles = Roles::in_header(columns, &self.layout, &only, &sheet.row.header, problems)?;
        let mut gathering = Gathering::new(&roles);
        if !are_dimensions_told {
            gathering.unused = UnusedColumns::new(roles.unused_columns(&sheet.row.header));
        }
        while sheet.advance(|row| only.accepts(row), problems) {
            // What is wrong with a row was said; the others count.
            let _: Result<(), Reported> = gathering.add_row(&sheet.row, problems);
        }
        only.warn_if_no_row_counts(&sheet.row.header, problems);
        Ok(gathering.into_gathered(&sheet.row.header, problems))
    }
}

/// The figures of one series, as they come.
struct GrowingSeries {
    indicator: Code,
    breakdown: Option<Code>,
    unit: Unit,
    /// The cells of the series in the columns that must say one thing in all its rows; none before its first row.
    same_cells: Vec<Vec<u8>>,
    /// Each figure, with its line.
    figures: Vec<(Observation, u64)>,
    /// Whether a row of it was not refused, although it may have no figure.
    counts: bool,
}

/// All series, as they grow.
struct Gathering<'m> {
    roles: &'m Roles<'m>,
    parts: Parts<'m>,
    growing: Vec<GrowingSeries>,
    /// The place in `growing` of the series that the cells of a `key` name.
    by_key: Memo<usize>,
    /// The place in `growing` of the series of an indicator and breakdown.
    by_part: BTreeMap<PartOfRow, usize>,
    /// The cells of a row that name its series, each followed by a zero byte, so that `a` and `bc` are not `ab` and
    /// `c`.
    key: Vec<u8>,
    /// What the texts say that rows repeat: when a figure was published, and of which period it is.
    published: Memo<Published>,
    periods: PeriodTexts,
    /// Whether a cell that was refused shows the mark before decimals between thousands: `12.345,6`.
    shows_thousands: bool,
    unused: UnusedColumns,
}

impl<'m> Gathering<'m> {
    /// What is gathered before the first row of a table whose columns play these roles: no series yet.
    fn new(roles: &'m Roles<'m>) -> Self {
        Self {
            roles,
            parts: Parts::new(&roles.columns),
            growing: Vec::new(),
            by_key: Memo::default(),
            by_part: BTreeMap::new(),
            key: Vec::new(),
            published: Memo::default(),
            periods: PeriodTexts::default(),
            shows_thousands: false,
            unused: UnusedColumns::new(core::iter::empty()),
        }
    }

    /// Adds the figures of a row that counts to its series. A figure with errors is left out. Also notes the texts of
    /// the columns without a role, and warns of cells without a head and of probable slips.
    fn add_row(&mut self, row: &SheetRow, problems: &mut Problems) -> Result<(), Reported> {
        let series = self.series_of_row(row, problems)?;
        let Some(growing) = self.growing.get_mut(series) else {
            return Ok(());
        };
        let published = self.roles.publication_of_row(row, &mut self.published, problems);
        self.unused.note_texts_of(row);
        self.roles.warn_of_cell_without_head(row, problems);
        self.roles.warn_of_one_cell(row, problems);
        for place in &self.roles.figures {
            // What is wrong with one figure was said; the others of the row count.
            let found = self
                .roles
                .observation_at(row, place, published, &mut self.periods, problems);
            let Ok(found) = found else {
                let cell = row.text(place.value, &mut Problems::none()).unwrap_or_default();
                self.shows_thousands |= self.roles.layout.values.stand_between_thousands(cell);
                continue;
            };
            growing.counts = true;
            let Some(observation) = found else { continue };
            tell_slips(&observation, growing.unit.is_whole(), |field, kind| {
                let published = self.roles.columns.published.as_ref().and_then(Given::column);
                let published = published.filter(|_| field == "published");
                problems.push_alike(row.place_of(published.map_or(place.value, |column| column.place)), kind);
            });
            growing.figures.push((observation, row.line));
        }
        Ok(())
    }

    /// The place in `growing` of the series to which a row belongs; the first row of a series begins it. The row is
    /// refused if a column that says one thing in all rows of a series says another thing in this one.
    fn series_of_row(&mut self, row: &SheetRow, problems: &mut Problems) -> Result<usize, Reported> {
        self.key.clear();
        for column in self.roles.columns_of_series() {
            self.key.extend_from_slice(row.bytes(column));
            self.key.push(0);
        }
        let series = if let Some(known) = self.by_key.meaning_of(&self.key) {
            known
        } else {
            let part = self.parts.part_of_row(row, problems)?;
            let new = self.series_of_part(part, row, problems)?;
            self.by_key.remember(&self.key, new);
            new
        };
        self.refuse_other_text(series, row, problems)?;
        Ok(series)
    }

    /// Refuses a row that has another text than earlier rows of its series in a column that must say one thing in all.
    fn refuse_other_text(&mut self, series: usize, row: &SheetRow, problems: &mut Problems) -> Result<(), Reported> {
        let Some(growing) = self.growing.get_mut(series) else {
            return Ok(());
        };
        for (place, column) in self.roles.columns.same_in_series.iter().flatten().enumerate() {
            let column = column.place;
            let text = row.bytes(column);
            match growing.same_cells.get(place) {
                None => growing.same_cells.push(text.to_owned()),
                Some(known) if known == text => {}
                Some(known) => {
                    let one = excerpt(&String::from_utf8_lossy(known));
                    let other = excerpt(row.text(column, problems)?);
                    return Err(row.refuse(column, TableError::SeveralValues { one, other }, problems));
                }
            }
        }
        Ok(())
    }

    /// The place in `growing` of the series of a part; the first row of the part begins it, and rows that name the part
    /// by other texts share it. The row is refused if its unit is not that of the series.
    fn series_of_part(&mut self, part: PartOfRow, row: &SheetRow, problems: &mut Problems) -> Result<usize, Reported> {
        let unit = self.roles.unit_of_row(self.parts.units.as_mut(), row, problems)?;
        if let Some(place) = self.by_part.get(&part).copied() {
            let known = self.growing.get(place).map(|growing| &growing.unit);
            let Some(other) = known.filter(|known| **known != unit) else {
                return Ok(place);
            };
            let (one, other) = (unit_in_words(other), unit_in_words(&unit));
            let error = TableError::UnitsDiffer { one, other };
            return Err(row.refuse_at(self.roles.columns.unit.place(), error, problems));
        }
        let place = self.growing.len();
        let (indicator, breakdown) = part.clone();
        self.by_part.insert(part, place);
        self.growing.push(GrowingSeries {
            indicator,
            breakdown,
            unit,
            same_cells: Vec::new(),
            figures: Vec::new(),
            counts: false,
        });
        Ok(place)
    }

    /// Notes that dates, which are read as days, may stand for years, halves, quarters or months: more than two
    /// different dates are there, all the first days of such periods or all the last, and the map does not say what
    /// dates are. One end of June in each year is taken for that of a year which begins in July.
    fn note_dates_of_longer_periods(&self, header: &TableHeader, problems: &mut Problems) {
        /// An end of a period.
        type End = fn(Period) -> NaiveDate;
        const LENGTHS: [(&str, Length); 4] = [
            ("year", Length::YEAR),
            ("half", Length::HALF),
            ("quarter", Length::QUARTER),
            ("month", Length::MONTH),
        ];
        const ENDS: [(&str, End); 2] = [("first", Period::first), ("last", Period::last)];
        let path = match self.roles.figures.first().map(|place| &place.period) {
            Some(Given::In(PeriodColumns::One { column, .. })) => header.place_of(column.place),
            Some(Given::Once(_)) => header.place(),
            _ => return,
        };
        let figures = self.growing.iter().flat_map(|growing| &growing.figures);
        let periods: BTreeSet<_> = figures.map(|(one, _)| one.period()).collect();
        let are_days = periods.iter().all(|period| period.length() == Length::Days(1));
        if self.roles.times.dates.is_some() || periods.len() <= 2 || !are_days {
            return;
        }
        let is_end = |day: Period, length, end: End| {
            Period::containing(day.first(), length).is_ok_and(|longer| end(longer) == day.first())
        };
        let is_of_day = |end: End| {
            let months: BTreeSet<_> = periods.iter().map(|day| day.first().month()).collect();
            let years: BTreeSet<_> = periods.iter().map(|day| day.first().year()).collect();
            let is_monthly = periods.iter().all(|day| is_end(*day, Length::MONTH, end));
            is_monthly && months.len() == 1 && years.len() == periods.len()
        };
        let of_years = |(day, end): (&'static str, End)| {
            // The first day of the year to which the first date belongs: that date, or the day after its year's last.
            let first = periods.first().filter(|_| is_of_day(end))?.first();
            let first = if day == "first" { first } else { first.succ_opt()? };
            (first.ordinal() != 1).then(|| (day, format!("{:02}-{:02}", first.month(), first.day())))
        };
        if let Some((day, begins)) = ENDS.into_iter().find_map(of_years) {
            let (length, begins) = ("year", Some(begins));
            return problems.push(path, TableError::DatesOfPeriods { day, length, begins });
        }
        let of_length = |(length_in_words, length)| {
            let found = ENDS
                .into_iter()
                .find(|(_, end)| periods.iter().all(|day| is_end(*day, length, *end)));
            found.map(|(day, _)| (day, length_in_words))
        };
        if let Some((day, length)) = LENGTHS.into_iter().find_map(of_length) {
            let begins = None;
            problems.push(path, TableError::DatesOfPeriods { day, length, begins });
        }
    }

    /// Removes the figures whose period, printed as `2010-11`, was read as a month where other texts of the column show
    /// that all are years, or the other way round; reports how many.
    fn refuse_contradicted(&mut self, header: &TableHeader, problems: &mut Problems) {
        let shown = self.periods.hyphened;
        let year_begins = self.roles.times.year.map(|year| (year.month, year.day));
        if shown == HyphenedTexts::default() {
            return;
        }
        let (mut count, mut first) = (0_usize, u64::MAX);
        for growing in &mut self.growing {
            growing.figures.retain(|(one, line)| {
                let is_refused = shown.contradict(one.period(), year_begins);
                if is_refused {
                    (count, first) = (count.saturating_add(1), first.min(*line));
                }
                !is_refused
            });
        }
        if let (1.., Some(place)) = (count, self.roles.figures.first()) {
            problems.push(
                header.place_in(first, place.period_column()),
                TableError::MonthOrYears { count },
            );
        }
    }

    /// Refuses numbers such as `13.700` where another cell shows their mark between thousands: they can be either.
    fn refuse_numbers_of_two_readings(&mut self, problems: &mut Problems) {
        if !self.shows_thousands {
            return;
        }
        let mut lines = Vec::new();
        for growing in &mut self.growing {
            growing.figures.retain(|(one, line)| {
                let is_refused = can_be_thousands(one.reading());
                lines.extend(is_refused.then_some(*line));
                !is_refused
            });
        }
        if let Some(first) = lines.iter().min() {
            let count = lines.len();
            problems.push(format!("line {first}"), TableError::DecimalsOrThousands { count });
        }
    }

    /// The series of all rows, with the names and breakdowns of the table, after the checks that need all rows.
    fn into_gathered(mut self, header: &TableHeader, problems: &mut Problems) -> Gathered {
        self.refuse_contradicted(header, problems);
        self.refuse_numbers_of_two_readings(problems);
        self.note_dates_of_longer_periods(header, problems);
        for growing in &mut self.growing {
            growing
                .figures
                .sort_by(|(one, _), (other, _)| one.identity().cmp(&other.identity()));
            self.unused.find_likely_dimensions(&growing.figures);
        }
        self.unused.warn_of_likely_dimensions(header, problems);
        let are_figures = |place, forms: &_| self.unused.are_figures(place, forms);
        self.roles.note_heads_passed_over(header, are_figures, problems);
        self.parts.warn_of_unused_meanings(header, problems);
        self.parts.warn_of_parts_called_total(header, problems);
        self.parts.note_units_made(header, problems);
        let series = self.growing.into_iter().filter(|growing| growing.counts);
        let series: Vec<_> = series.filter_map(|growing| growing.into_series(problems)).collect();
        let mut told = self.parts.gathered;
        // What a refused row alone says, a footnote mostly, is nobody's name.
        let indicators: BTreeSet<_> = series.iter().map(Series::indicator).collect();
        let of_series: BTreeSet<_> = series
            .iter()
            .map(|series| (series.indicator(), series.breakdown()))
            .collect();
        told.names.retain(|indicator, _| indicators.contains(indicator));
        for (indicator, parts) in &mut told.breakdowns {
            parts.retain(|part| of_series.contains(&(indicator, Some(part.code()))));
        }
        told.breakdowns.retain(|_, parts| !parts.is_empty());
        Gathered {
            figures: series.iter().fold(0, |figures, series| {
                figures.saturating_add(series.observations().len() as u64)
            }),
            observations: Observations::new(series).unwrap_or_default(),
            ..told
        }
    }
}

/// Whether a number is printed with three digits behind its mark and one to three before it, as in `13.700`, so that it
/// could be thirteen thousand seven hundred.
fn can_be_thousands(reading: Reading) -> bool {
    let can_be = |number: Decimal| {
        let size = number.abs();
        number.scale() == 3 && size >= Decimal::ONE && size < Decimal::ONE_THOUSAND
    };
    match reading {
        Reading::Exact(number) | Reading::Approximate(number) => can_be(number),
        Reading::Interval(interval) => interval.bounds().filter_map(Bound::limit).any(can_be),
        Reading::Missing => false,
    }
}

/// A unit as a message names it.
fn unit_in_words(unit: &Unit) -> String {
    match unit.multiplier() {
        0 => unit.code().to_string(),
        power => format!("{} × 10^{power}", unit.code()),
    }
}

impl GrowingSeries {
    /// The series of these figures, which are sorted by identity. Of figures with the same identity the first is kept,
    /// and each other one is reported. `None` if a series cannot have these figures, which is reported too.
    fn into_series(mut self, problems: &mut Problems) -> Option<Series> {
        self.figures.dedup_by(|(next, own_line), (first, first_line)| {
            let is_repeated = next.identity() == first.identity();
            if is_repeated {
                let (period, line) = (next.period(), *first_line);
                let error = if next == first {
                    TableError::RepeatedRow { period, line }
                } else {
                    TableError::RepeatedFigure { period, line }
                };
                problems.push_alike(format!("line {own_line}"), error);
            }
            is_repeated
        });
        let observations = self.figures.into_iter().map(|(one, _)| one).collect();
        let series = Series::new(self.indicator, self.unit, observations);
        let series = problems.keep("", series)?;
        Some(match self.breakdown {
            Some(breakdown) => series.with_breakdown(breakdown),
            None => series,
        })
    }
}
