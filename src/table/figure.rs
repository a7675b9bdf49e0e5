//! The figure that a row holds.
//!
//! The cells of period, value and status make it together, and what they say must agree:
//!
//! | value | status | figure |
//! |---|---|---|
//! | `5.1` | | 5.1 |
//! | `5.1` | `p` | 5.1, provisional |
//! | `<5` | | less than 5: limits are figures too |
//! | `:` | `c` | none, since it is confidential |
//! | | | none was published; beneath the head of a period in a wide table, nothing at all is said |
//! | `5.1` | `c` | refused: a flag that says that there is no value stands beside one |
//!
//! A file of updates in SDMX-CSV has rows that take a figure back (`ACTION` is `D`). Such a row is a missing figure of
//! the day of its version: what was known before that day stays what was known.

use chrono::NaiveDate;

use super::given::{Given, NamedColumn};
use super::head_status::{without_flags, without_mark_within};
use super::map::StatusColumn;
use super::meanings::{Stated, meaning_of};
use super::memo::Memo;
use super::period_columns::{FigurePlace, PeriodColumns, PeriodTexts, StatedPart, parts_in_year};
use super::printed::{
    HyphenedTexts, NamedBy, Printed, ReportingYear, Times, advising, day, flags_in_words, has_form, period, value,
};
use super::roles::Roles;
use super::sdmx;
use super::sheet::{ColumnPlace, Reported, SheetRow};
use super::words::Letters;
use crate::plan::{ProblemKind, Problems, TableError};
use crate::series::{Flags, Observation, ObservationStatus, Published, Reading};
use crate::value::{Length, Period, excerpt};

/// The end of the advice on a text of a column that nobody can read.
pub(super) const OR_STATE: &str = ", or state what it means in the `means` of its column";

/// The end of the advice on a text of a column of periods that nobody can read.
const OR_STATE_MARK: &str = ", or state what it means in the `means` of its column, and in `flags` what a mark behind a period says, as in `{\"*\": \"provisional\"}`";

/// Stands before the first day on which a figure can have been published, if the day itself is unknown.
pub(super) const NOT_BEFORE: &str = "≥";

impl Roles<'_> {
    /// The figure of a row in one of the columns that hold figures, `place`. `None` where the cell of the value is
    /// empty and the row names no period: the head of the column does, or in SDMX-CSV with `ACTION` the cells of the
    /// period are empty too. A row of SDMX-CSV that takes back several figures at once so is refused.
    ///
    /// `periods` remembers the texts of periods of earlier rows. `published` is a result, so that an error in the day
    /// is reported once for all figures of the row, each of which is left out.
    pub(super) fn observation_at(
        &self,
        row: &SheetRow,
        place: &FigurePlace,
        published: Result<Published, Reported>,
        periods: &mut PeriodTexts,
        problems: &mut Problems,
    ) -> Result<Option<Observation>, Reported> {
        let is_withdrawn = self.withdraws(row, problems)?;
        let is_empty = |column| row.bytes(column).is_empty();
        let has_no_period = match &place.period {
            Given::In(_) => self.columns.action.is_some() && place.period_in.iter().all(|column| is_empty(*column)),
            // Under the head of a period, an empty cell is no figure.
            Given::Once(_) => true,
        };
        if has_no_period && is_empty(place.value) {
            // What SDMX says of a whole series, or of several figures at once.
            if is_withdrawn {
                return Err(row.refuse_row(TableError::DeletedInBulk, problems));
            }
            return Ok(None);
        }
        let period = match &place.period {
            Given::Once(period) => Ok((*period, place.flags)),
            Given::In(columns) => self.period_of_row(row, columns, periods, problems),
        };
        let observation = if is_withdrawn {
            withdrawal(row, period.map(|(period, _)| period), published, problems)?
        } else {
            self.stated_figure(row, place.value, period, published, problems)?
        };
        if self.has_details {
            return self.with_details(observation, row, place, problems).map(Some);
        }
        Ok(Some(observation))
    }

    /// The figure that a row states in its columns of value and status; refused if a flag says that there is no value
    /// beside one. All cells are read before the first error is returned, so that each error is reported. `period` is
    /// with the flags behind it, in its cell or its head.
    fn stated_figure(
        &self,
        row: &SheetRow,
        column: ColumnPlace,
        period: Result<(Period, Flags), Reported>,
        published: Result<Published, Reported>,
        problems: &mut Problems,
    ) -> Result<Observation, Reported> {
        let flags = self.flags_of_row(row, problems);
        let text = row.cell(column, problems);
        let printed = text.and_then(|text| row.keep(column, value(text, &self.layout.values), problems));
        let ((period, of_period), Printed { reading, flags: own }, flags) = (period?, printed?, flags?);
        let flags = own.union(flags);
        if reading != Reading::Missing && flags.exclude_a_value() {
            return Err(row.refuse(column, ProblemKind::ValueOfMissing, problems));
        }
        // Beside a mark that says that there is none, what stands behind the period says nothing of a value.
        let of_period = Some(of_period).filter(|_| reading != Reading::Missing);
        let observation = Observation::new(period, reading).with_published(published?);
        Ok(observation.with_status(flags.union(of_period.unwrap_or(Flags::NONE))))
    }

    /// Whether a row takes its figure back (`D` in the column `ACTION` of SDMX-CSV). Without such a column, or where it
    /// appends, informs, merges or replaces, the row states a figure. Any other word is refused.
    fn withdraws(&self, row: &SheetRow, problems: &mut Problems) -> Result<bool, Reported> {
        let Some(column) = self.columns.action.as_ref().map(|column| column.place) else {
            return Ok(false);
        };
        match row.cell(column, problems)? {
            "" | "A" | "I" | "M" | "R" => Ok(false),
            "D" => Ok(true),
            other => {
                let text = excerpt(other);
                Err(row.refuse(column, TableError::UnknownAction { text }, problems))
            }
        }
    }

    /// The period that a row says in these columns: `Q3 2024` in one, `2024` and `3` in two, or its first and last day,
    /// or year, in two; and the flags that stand behind it, as in `2024*`. A column of SDMX-CSV can say when the year
    /// of the row begins. `texts` remembers texts of earlier rows.
    fn period_of_row(
        &self,
        row: &SheetRow,
        columns: &PeriodColumns,
        texts: &mut PeriodTexts,
        problems: &mut Problems,
    ) -> Result<(Period, Flags), Reported> {
        let mut times = self.times;
        if let Some(column) = &self.columns.year_begins {
            // `--07-01`; an empty cell leaves the calendar's year.
            let begins = |text: &str| ReportingYear::new(text, NamedBy::First);
            times.year = row.read(column.place, begins, problems)?;
        }
        match columns {
            PeriodColumns::One { column, means } => {
                let PeriodTexts { known, hyphened } = texts;
                let mut read = || self.period_in(row, (column, means), times, hyphened, problems);
                // The text alone does not tell the period where a column says when the year begins.
                match self.columns.year_begins {
                    None => known.meaning_or_read(row.bytes(column.place), read),
                    Some(_) => read(),
                }
            }
            PeriodColumns::PartOfYear { year, part, of, means } => {
                self.part_of_row(row, year, (part, *of, means), times, problems)
            }
            PeriodColumns::Days { from, to } => {
                // A year begins with its first day and ends with its last.
                let is_year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
                let is_said = |text: &str| is_year(text) || day(text, times).is_ok();
                let end = |column: &NamedColumn, of_year: fn(Period) -> NaiveDate, problems: &mut Problems| {
                    let text = row.cell(column.place, problems)?;
                    let (text, flags) = without_flags(text, &self.layout.values, false, is_said);
                    let day = if is_year(text) {
                        row.keep(column.place, period(text, &times), problems).map(of_year)
                    } else {
                        row.keep(column.place, day(text, times), problems)
                    };
                    Ok((day?, flags))
                };
                let (first, last) = (end(from, Period::first, problems), end(to, Period::last, problems));
                let ((first, of_first), (last, of_last)) = (first?, last?);
                let period = row.keep(to.place, Period::between(first, last), problems)?;
                Ok((period, of_first.union(of_last)))
            }
        }
    }

    /// The period in the cell of one column, with the meanings that are stated of its texts, and the flags behind it.
    /// `hyphened` notes what is written as `2010-11`.
    fn period_in(
        &self,
        row: &SheetRow,
        (column, means): (&NamedColumn, &Stated<Period>),
        times: Times,
        hyphened: &mut HyphenedTexts,
        problems: &mut Problems,
    ) -> Result<(Period, Flags), Reported> {
        let text = row.cell(column.place, problems)?;
        let is_stated = meaning_of(means, text).is_some();
        let is_said = |text: &str| meaning_of(means, text).is_some() || has_form(text, &times);
        let (text, flags) = without_flags(text, &self.layout.values, is_stated, is_said);
        let (text, of_mark) = without_mark_within(text, &self.layout.values, is_said);
        let (text, flags) = (&*text, flags.union(of_mark));
        let stated = meaning_of(means, text).copied();
        if stated.is_none() && times.hyphen.is_none() {
            hyphened.note(text.as_bytes());
        }
        let read = || period(text, &times).map_err(|error| advising(error, &times, OR_STATE_MARK));
        let period = row.keep(column.place, stated.map_or_else(read, Ok), problems)?;
        Ok((period, flags))
    }

    /// The part of a year that the cells of two columns say, with the meanings that are stated of texts of the part,
    /// and the flags behind both.
    fn part_of_row(
        &self,
        row: &SheetRow,
        year: &NamedColumn,
        (part, of, means): (&NamedColumn, Length, &Stated<StatedPart>),
        times: Times,
        problems: &mut Problems,
    ) -> Result<(Period, Flags), Reported> {
        let forms = &self.layout.values;
        let text = row.cell(year.place, problems)?;
        let (text, of_year) = without_flags(text, forms, false, |text| has_form(text, &times));
        let whole = row.keep(year.place, period(text, &times), problems)?;
        let text = row.cell(part.place, problems)?;
        let found = |text: &str| StatedPart::in_year(meaning_of(means, text), text, whole, of, times);
        let is_stated = meaning_of(means, text).is_some();
        let (said, of_part) = without_flags(text, forms, is_stated, |text| found(text).is_some());
        let found = found(said).ok_or_else(|| TableError::NoPartOfYear {
            text: excerpt(text),
            year: whole,
            most: parts_in_year(of),
        });
        let period = row.keep(part.place, found, problems)?;
        Ok((period, of_year.union(of_part)))
    }

    /// The flags of a figure in the columns of status and of confidentiality, beside those in the cell of its value.
    fn flags_of_row(&self, row: &SheetRow, problems: &mut Problems) -> Result<Flags, Reported> {
        let flags = match &self.columns.status {
            Some(status) => status.flags_of_row(row, problems),
            None => Ok(Flags::NONE),
        };
        let confidential = match &self.columns.confidential {
            // By SDMX's list `CL_CONF_STATUS` the figure is withheld, but for F (free) and N (for internal use).
            Some(column) if !matches!(row.cell(column.place, problems)?, "" | "F" | "N") => {
                ObservationStatus::Confidential.into()
            }
            _ => Flags::NONE,
        };
        Ok(flags?.union(confidential))
    }

    /// When the figures of a row were published: as given for all rows, else as the row says in its column; unstated if
    /// there is neither. `known` remembers the cells of earlier rows.
    pub(super) fn publication_of_row(
        &self,
        row: &SheetRow,
        known: &mut Memo<Published>,
        problems: &mut Problems,
    ) -> Result<Published, Reported> {
        let column = match &self.columns.published {
            None => return Ok(Published::Unstated),
            Some(Given::Once(published)) => return Ok(*published),
            Some(Given::In(column)) => column.place,
        };
        known.meaning_or_read(row.bytes(column), || self.publication_in(column, row, problems))
    }

    /// When the figures of a row were published, as its cell in this column says: `2025-02-01`, or `≥ 2025-02-01` for
    /// that day or later; unstated if the cell is blank.
    fn publication_in(
        &self,
        column: ColumnPlace,
        row: &SheetRow,
        problems: &mut Problems,
    ) -> Result<Published, Reported> {
        let text = row.cell(column, problems)?;
        let (text, is_earliest) = match text.strip_prefix(NOT_BEFORE) {
            Some(text) => (text.trim_start(), true),
            None => (text, false),
        };
        if text.is_empty() {
            return Ok(Published::Unstated);
        }
        let day = row.keep(column, day(text, self.times), problems)?;
        Ok(if is_earliest {
            Published::NotBefore(day)
        } else {
            Published::On(day)
        })
    }
}

/// The missing figure that takes the place of one that a row takes back. A row without the day of its version is
/// refused, since nobody could say from which day on the figure is gone.
fn withdrawal(
    row: &SheetRow,
    period: Result<Period, Reported>,
    published: Result<Published, Reported>,
    problems: &mut Problems,
) -> Result<Observation, Reported> {
    let published = published?;
    if published == Published::Unstated {
        return Err(row.refuse_row(TableError::DeletedUndated, problems));
    }
    Ok(Observation::new(period?, Reading::Missing).with_published(published))
}

impl StatusColumn {
    /// The flags in the status column of a row: the stated meaning of its text, else its letters or words. Refused if
    /// one of these is unknown.
    fn flags_of_row(&self, row: &SheetRow, problems: &mut Problems) -> Result<Flags, Reported> {
        let column = self.texts.column.place;
        if row.bytes(column).is_empty() {
            return Ok(Flags::NONE);
        }
        let text = row.text(column, problems)?.trim();
        if let Some(status) = meaning_of(&self.texts.means, text) {
            return Ok((*status).into());
        }
        let flags = match self.letters {
            Some(Letters::Eurostat) => {
                let flags = Flags::from_eurostat(text);
                return row.keep(column, flags, problems);
            }
            Some(Letters::Sdmx) => sdmx::flags_of_letters(text),
            None => flags_in_words(text),
        };
        let flags = flags.ok_or_else(|| TableError::UnknownStatus { text: excerpt(text) });
        row.keep(column, flags, problems)
    }
}
