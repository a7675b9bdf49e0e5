//! The figure that a row holds.

use alloc::string::String;

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use super::given::Given;
use super::meanings::meaning_of;
use super::period_columns::PeriodColumns;
use super::printed::{Printed, day, period, value};
use super::repeated::LastText;
use super::roles::{FigurePlace, Roles, Sources, StatusPlace};
use super::sdmx::{self, Action};
use super::sheet::{ColumnPlace, Said, SheetRow};
use super::words::Letters;
use crate::plan::{ProblemKind, Problems, TableError};
use crate::series::{Flags, Observation, Published, Reading, Source, Uncertainty};
use crate::value::{Period, Text, date, excerpt, shift};

/// The day from which on a figure counts as published, where nobody knows when it was.
pub(super) const NOT_BEFORE: &str = "≥";

impl Roles<'_> {
    /// The figure of a row in one of its places, times a power of ten; none where nothing stands there. Its period may
    /// be the one that was read before.
    pub(super) fn observation(
        &self,
        row: SheetRow<'_>,
        place: &FigurePlace,
        power: i32,
        published: Result<Published, Said>,
        known: Option<&mut LastText<Period>>,
        problems: &mut Problems,
    ) -> Result<Option<Observation>, Said> {
        let action = self.action(row, problems)?;
        let is_empty = |column| row.bytes(column).is_empty();
        let has_no_period = match &place.period {
            Given::In(columns) => action.is_some() && columns.columns().all(|column| is_empty(*column)),
            // Under the head of a period, an empty cell is no figure.
            Given::Once(_) => true,
        };
        if has_no_period && is_empty(place.value) {
            // What SDMX says of a whole series, or of several figures at once.
            return match action {
                Some(Action::Delete) => Err(row.refuse_all(TableError::DeletedInBulk, problems)),
                _ => Ok(None),
            };
        }
        let period = match &place.period {
            Given::Once(period) => Ok(*period),
            Given::In(columns) => match (columns, known) {
                // Where the year begins may be said in a column of its own.
                (PeriodColumns::One(column), Some(known)) if self.year_begins.is_none() => {
                    known.read_as(row.bytes(*column), || self.period(row, columns, problems))
                }
                _ => self.period(row, columns, problems),
            },
        };
        let printed = match action {
            Some(Action::Delete) => withdrawn(row, published, problems),
            _ => self.printed(row, place.value, problems),
        };
        let uncertainty = self.uncertainty(row, problems);
        let source = self.source(row, problems);
        let note = self.note.map_or(Ok(None), |column| row.words(column, problems));
        let (period, printed, uncertainty) = (period?, printed?, uncertainty?);
        let scaled = |value| shift(value, power);
        let reading = match power {
            0 => Some(printed.reading),
            _ => printed.reading.try_map(scaled),
        };
        let reading = reading.ok_or_else(|| row.refuse(place.value, too_long(power), problems))?;
        let mut observation = match reading {
            // Nothing is made of most figures but these digits.
            Reading::Exact(value) => Observation::new(period, value),
            reading => Observation::new(period, reading),
        };
        observation = observation.with_published(published?);
        if !printed.flags.is_empty() {
            observation = observation.with_status(printed.flags);
        }
        if let Some(since) = self.since(period, row, problems)? {
            observation = row.keep(place.column(), observation.cumulative_since(since), problems)?;
        }
        if let Some(uncertainty) = uncertainty {
            let uncertainty = uncertainty.try_map(scaled);
            let uncertainty = uncertainty.ok_or_else(|| row.refuse(place.value, too_long(power), problems))?;
            observation = row.keep(place.value, observation.with_uncertainty(uncertainty), problems)?;
        }
        if let Some(source) = source? {
            observation = observation.from_source(source);
        }
        if let Some(note) = note? {
            observation = observation.with_note(note);
        }
        Ok(Some(observation))
    }

    fn action(&self, row: SheetRow<'_>, problems: &mut Problems) -> Result<Option<Action>, Said> {
        let Some(column) = self.action else { return Ok(None) };
        let text = row.cell(column, problems)?;
        let action = Action::read(text).ok_or_else(|| TableError::UnknownAction { text: excerpt(text) });
        row.keep(column, action, problems).map(Some)
    }

    /// The period that a row says in these columns.
    fn period(
        &self,
        row: SheetRow<'_>,
        columns: &PeriodColumns<ColumnPlace>,
        problems: &mut Problems,
    ) -> Result<Period, Said> {
        let mut times = self.times;
        if let Some(column) = self.year_begins {
            times.year = sdmx::reporting_year(row, column, problems)?;
        }
        match columns {
            PeriodColumns::One(column) => {
                let text = row.cell(*column, problems)?;
                match meaning_of(&self.period_means.periods, text) {
                    Some(stated) => Ok(*stated),
                    None => row.keep(*column, period(text, &times), problems),
                }
            }
            PeriodColumns::PartOfYear { year, part, of } => {
                let whole = row.keep(*year, period(row.cell(*year, problems)?, &times), problems)?;
                let text = row.cell(*part, problems)?;
                let stated = meaning_of(&self.period_means.parts, text).copied();
                let found = of.of_year(whole, text, stated, times);
                let found = found.ok_or_else(|| TableError::NoPartOfYear {
                    text: excerpt(text),
                    year: whole,
                    most: of.most(),
                });
                row.keep(*part, found, problems)
            }
            PeriodColumns::Days { from, to } => {
                // A year begins with its first day and ends with its last.
                let end = |column: ColumnPlace, of_year: fn(Period) -> NaiveDate, problems: &mut Problems| {
                    let text = row.cell(column, problems)?;
                    if text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()) {
                        return row.keep(column, period(text, &times), problems).map(of_year);
                    }
                    let day = self.day(text, row, column, problems)?;
                    day.ok_or_else(|| row.refuse(column, TableError::UnreadableDay { text: excerpt(text) }, problems))
                };
                let first = end(*from, Period::first, problems);
                let last = end(*to, Period::last, problems);
                row.keep(*to, Period::between(first?, last?), problems)
            }
        }
    }

    /// What is printed of the value, and of its status.
    fn printed(&self, row: SheetRow<'_>, column: ColumnPlace, problems: &mut Problems) -> Result<Printed, Said> {
        let marks = &self.layout.marks;
        let printed = match marks.plain(row.bytes(column)) {
            Some(value) => Ok(Printed {
                reading: Reading::Exact(value),
                flags: Flags::NONE,
            }),
            None => row.keep(column, value(row.cell(column, problems)?, marks), problems),
        };
        let flags = match &self.status {
            Some(status) => status.flags(row, problems),
            None => Ok(Flags::NONE),
        };
        let confidential = match self.confidential {
            Some(column) => sdmx::confidentiality(row.cell(column, problems)?),
            None => Flags::NONE,
        };
        let (printed, flags) = (printed?, flags?);
        let flags = printed.flags.union(flags).union(confidential);
        if printed.reading != Reading::Missing && flags.exclude_a_value() {
            return Err(row.refuse(column, ProblemKind::ValueOfMissing, problems));
        }
        Ok(Printed { flags, ..printed })
    }

    /// When the figures of a row were published, as far as the row before does not tell it.
    pub(super) fn published(
        &self,
        row: SheetRow<'_>,
        known: &mut LastText<Published>,
        problems: &mut Problems,
    ) -> Result<Published, Said> {
        let column = match &self.published {
            None => return Ok(Published::Unstated),
            Some(Given::Once(published)) => return Ok(**published),
            Some(Given::In(column)) => *column,
        };
        known.read_as(row.bytes(column), || self.published_in(column, row, problems))
    }

    fn published_in(&self, column: ColumnPlace, row: SheetRow<'_>, problems: &mut Problems) -> Result<Published, Said> {
        let text = row.cell(column, problems)?;
        let (text, is_earliest) = match text.strip_prefix(NOT_BEFORE) {
            Some(text) => (text.trim_start(), true),
            None => (text, false),
        };
        Ok(match self.day(text, row, column, problems)? {
            None => Published::Unstated,
            Some(day) if is_earliest => Published::NotBefore(day),
            Some(day) => Published::On(day),
        })
    }

    /// The first day of a running total.
    fn since(&self, of: Period, row: SheetRow<'_>, problems: &mut Problems) -> Result<Option<NaiveDate>, Said> {
        match &self.cumulative_since {
            None => Ok(None),
            Some(Given::In(column)) => self.day(row.cell(*column, problems)?, row, *column, problems),
            Some(Given::Once(())) => {
                let (month, day) = self.times.year.map_or((1, 1), |year| (year.month, year.day));
                let begins = |year| NaiveDate::from_ymd_opt(year, month, day);
                let last = of.last();
                let begun = begins(last.year()).filter(|day| *day <= last);
                Ok(begun.or_else(|| begins(last.year().saturating_sub(1))))
            }
        }
    }

    /// The day of a date or of a date with a time, if the cell is not empty.
    fn day(
        &self,
        text: &str,
        row: SheetRow<'_>,
        column: ColumnPlace,
        problems: &mut Problems,
    ) -> Result<Option<NaiveDate>, Said> {
        if text.is_empty() {
            return Ok(None);
        }
        let iso = text
            .get(..10)
            .filter(|_| matches!(text.as_bytes().get(10), None | Some(b'T' | b' ')));
        let printed = || {
            let of_sdmx = Some(text).filter(|_| self.times.counts_parts).map(sdmx::last_update);
            of_sdmx.unwrap_or_else(|| day(text, self.times))
        };
        let day = iso.and_then(|day| date(day).ok()).map_or_else(printed, Ok);
        row.keep(column, day, problems).map(Some)
    }

    fn uncertainty(&self, row: SheetRow<'_>, problems: &mut Problems) -> Result<Option<Uncertainty>, Said> {
        let Some(ranges) = &self.ranges else { return Ok(None) };
        let columns = [ranges.from, ranges.to, ranges.confidence, ranges.standard_error];
        let [from, to, confidence, standard_error] = columns.map(|column| self.number(column, row, problems));
        Ok(match (from?, to?, confidence?, standard_error?) {
            (None, None, None, None) => None,
            (Some(from), Some(to), None, None) => Some(Uncertainty::between(from, to)),
            (Some(from), Some(to), Some(confidence), None) => {
                Some(Uncertainty::between(from, to).with_confidence(confidence))
            }
            (None, None, None, Some(error)) => Some(Uncertainty::standard_error(error)),
            _ => return Err(row.refuse_all(ProblemKind::UnclearUncertainty, problems)),
        })
    }

    /// The number in a cell, if one is there and nothing beside it.
    fn number(
        &self,
        column: Option<ColumnPlace>,
        row: SheetRow<'_>,
        problems: &mut Problems,
    ) -> Result<Option<Decimal>, Said> {
        let Some(column) = column else { return Ok(None) };
        let text = row.cell(column, problems)?;
        let printed = row.keep(column, value(text, &self.layout.marks), problems)?;
        match printed.reading {
            Reading::Missing => Ok(None),
            Reading::Exact(number) if printed.flags.is_empty() => Ok(Some(number)),
            _ => {
                let text = excerpt(text);
                Err(row.refuse(column, TableError::NotANumberAlone { text }, problems))
            }
        }
    }

    fn source(&self, row: SheetRow<'_>, problems: &mut Problems) -> Result<Option<Source>, Said> {
        let Some(sources) = &self.source else { return Ok(None) };
        sources.source(row, problems)
    }
}

/// That a value is not held which counts in a higher power of ten than others of its series.
const fn too_long(power: i32) -> TableError {
    TableError::PowerTooFar { power }
}

/// What a row says that withdraws a figure.
fn withdrawn(row: SheetRow<'_>, published: Result<Published, Said>, problems: &mut Problems) -> Result<Printed, Said> {
    if published? == Published::Unstated {
        return Err(row.refuse_all(TableError::DeletedUndated, problems));
    }
    let (reading, flags) = (Reading::Missing, Flags::NONE);
    Ok(Printed { reading, flags })
}

impl Sources<'_> {
    fn source(&self, row: SheetRow<'_>, problems: &mut Problems) -> Result<Option<Source>, Said> {
        let words = |given: &Given<&Text, ColumnPlace>, problems: &mut Problems| match given {
            Given::Once(text) => Ok(Some((*text).clone())),
            Given::In(column) => row.words(*column, problems),
        };
        let Some(title) = words(&self.title, problems)? else {
            return Ok(None);
        };
        let mut source = Source::new(title);
        let publisher = self.publisher.as_ref();
        if let Some(publisher) = publisher.map_or(Ok(None), |given| words(given, problems))? {
            source = source.published_by(publisher);
        }
        let plain = |given: &Option<Given<&String, ColumnPlace>>, problems: &mut Problems| match given {
            None => Ok(String::new()),
            Some(Given::Once(text)) => Ok((*text).clone()),
            Some(Given::In(column)) => row.cell(*column, problems).map(String::from),
        };
        let url = plain(&self.url, problems)?;
        let locator = plain(&self.locator, problems)?;
        if !url.is_empty() {
            source = source.at_url(&url);
        }
        if !locator.is_empty() {
            source = source.at(&locator);
        }
        Ok(Some(source))
    }
}

impl StatusPlace<'_> {
    /// What a cell says of a figure.
    fn flags(&self, row: SheetRow<'_>, problems: &mut Problems) -> Result<Flags, Said> {
        let column = self.texts.column;
        if row.bytes(column).is_empty() {
            return Ok(Flags::NONE);
        }
        let text = row.text(column, problems)?.trim();
        if let Some(status) = meaning_of(self.texts.means, text) {
            return Ok((*status).into());
        }
        let flags = match self.letters {
            Some(Letters::Eurostat) => {
                let flags = Flags::from_eurostat(text);
                return row.keep(column, flags, problems);
            }
            Some(Letters::Sdmx) => sdmx::flags(text),
            None => words_of_documents(text),
        };
        let flags = flags.ok_or_else(|| TableError::UnknownStatus { text: excerpt(text) });
        row.keep(column, flags, problems)
    }
}

/// The words of documents, one or several.
fn words_of_documents(text: &str) -> Option<Flags> {
    let words = text.split([' ', ',', ';']).filter(|word| !word.is_empty());
    let statuses = words.map(|word| word.parse::<crate::series::ObservationStatus>().ok());
    statuses.collect()
}
