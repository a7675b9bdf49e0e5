//! What a row may say of a figure beside its value, its status and when it was published.
//!
//! Few tables have such columns, so it is told once for all of them whether there is one: of a table without them no
//! row asks for any.
//!
//! | field of the map | cells | adds to the figure |
//! |---|---|---|
//! | `uncertainty`: `from`, `to`, `confidence` | `4.6`, `5.4`, `0.95` | a range that holds the true value 19 times of 20 |
//! | `uncertainty`: `standard_error` | `0.2` | a standard error |
//! | `cumulative_since`: `"year"` | period `2024-Q3` | a running total since 2024-01-01 |
//! | `estimates_after` | `2023`, period `2024` | `estimated`; `forecast`, if it was published before 2024 was over |
//! | `source` | title and publisher | where the figure was found |
//! | `note` | any words | a note for readers |

use alloc::borrow::ToOwned;

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use super::given::{Given, NamedColumn};
use super::map::SourceColumns;
use super::period_columns::FigurePlace;
use super::printed::{Printed, day, period, value};
use super::roles::Roles;
use super::sheet::{ColumnPlace, Reported, SheetRow};
use crate::plan::{ProblemKind, Problems, TableError};
use crate::series::{Observation, ObservationStatus, Reading, Source, Uncertainty};
use crate::value::{Period, Text, excerpt};

impl Roles<'_> {
    /// A figure with the running total, the status, the uncertainty, the source and the note that its row states for
    /// it.
    #[inline(never)]
    pub(super) fn with_details(
        &self,
        mut observation: Observation,
        row: &SheetRow,
        place: &FigurePlace,
        problems: &mut Problems,
    ) -> Result<Observation, Reported> {
        let uncertainty = self.uncertainty_of_row(row, problems);
        let source = self.columns.source.source_of_row(row, problems);
        let note = row.words(NamedColumn::place_of(self.columns.note.as_ref()), problems);
        if let Some(since) = self.total_since(observation.period(), row, problems)? {
            observation = row.keep(place.period_column(), observation.cumulative_since(since), problems)?;
        }
        let estimates_after = NamedColumn::place_of(self.columns.estimates_after.as_ref());
        if let Some(last_observed) = row.read(estimates_after, |text| period(text, &self.times), problems)? {
            let (status, ends) = (observation.status(), observation.period().last());
            if ends > last_observed.last() && !status.exclude_a_value() {
                let is_over = observation.published().earliest().is_none_or(|day| ends < day);
                let estimate = if is_over {
                    ObservationStatus::Estimated
                } else {
                    ObservationStatus::Forecast
                };
                observation = observation.with_status(status.with(estimate));
            }
        }
        if let Some(uncertainty) = uncertainty? {
            observation = row.keep(place.value, observation.with_uncertainty(uncertainty), problems)?;
        }
        if let Some(source) = source? {
            observation = observation.with_source(source);
        }
        if let Some(note) = note? {
            observation = observation.with_note(note);
        }
        Ok(observation)
    }

    /// The first day of a running total of the period `of`; `None` where the figure is no running total.
    ///
    /// Either a column says it, or the map says (`Once`) that all figures count from the first day of a year: the last
    /// such day that is not after the end of `of`. Of `2024-Q1` it is 2024-01-01; where years begin in April,
    /// 2023-04-01.
    fn total_since(&self, of: Period, row: &SheetRow, problems: &mut Problems) -> Result<Option<NaiveDate>, Reported> {
        match &self.columns.cumulative_since {
            None => Ok(None),
            Some(Given::In(column)) => row.read(column.place, |text| day(text, self.times), problems),
            Some(Given::Once(())) => {
                let (month, day) = self.times.year.map_or((1, 1), |year| (year.month, year.day));
                let begins = |year| NaiveDate::from_ymd_opt(year, month, day);
                let last = of.last();
                let begun = begins(last.year()).filter(|day| *day <= last);
                Ok(begun.or_else(|| begins(last.year().saturating_sub(1))))
            }
        }
    }

    /// The uncertainty of a figure; `None` if all its cells are blank. Refused are one end of a range without the
    /// other, a confidence without a range, and a range together with a standard error.
    fn uncertainty_of_row(&self, row: &SheetRow, problems: &mut Problems) -> Result<Option<Uncertainty>, Reported> {
        let columns = self.columns.uncertainty.each_ref();
        let columns = columns.map(|column| NamedColumn::place_of(column.as_ref()));
        let [from, to, confidence, standard_error] = columns.map(|column| self.number_alone(column, row, problems));
        Ok(match (from?, to?, confidence?, standard_error?) {
            (None, None, None, None) => None,
            (Some(from), Some(to), None, None) => Some(Uncertainty::between(from, to)),
            (Some(from), Some(to), Some(confidence), None) => {
                Some(Uncertainty::confidence_interval(from, to, confidence))
            }
            (None, None, None, Some(error)) => Some(Uncertainty::standard_error(error)),
            _ => return Err(row.refuse_row(ProblemKind::UnclearUncertainty, problems)),
        })
    }

    /// The number in a cell; `None` if the cell is blank or says that there is no value. A limit, or a number with
    /// flags beside it, is refused.
    fn number_alone(
        &self,
        column: ColumnPlace,
        row: &SheetRow,
        problems: &mut Problems,
    ) -> Result<Option<Decimal>, Reported> {
        let read = |text: &str| match value(text, &self.layout.values)? {
            Printed {
                reading: Reading::Missing,
                ..
            } => Ok(None),
            Printed {
                reading: Reading::Exact(number),
                flags,
            } if flags.is_empty() => Ok(Some(number)),
            _ => {
                let text = excerpt(text);
                Err(ProblemKind::from(TableError::NotANumberAlone { text }))
            }
        };
        row.read(column, read, problems).map(Option::flatten)
    }
}

impl SourceColumns {
    /// The source of a figure; `None` if the row states no title of a source.
    fn source_of_row(&self, row: &SheetRow, problems: &mut Problems) -> Result<Option<Source>, Reported> {
        let plain = |text: &str| Ok::<_, ProblemKind>(text.to_owned());
        let Some(title) = Given::in_row(self.title.as_ref(), row, Text::new, problems)? else {
            return Ok(None);
        };
        Ok(Some(Source {
            title,
            publisher: Given::in_row(self.publisher.as_ref(), row, Text::new, problems)?,
            url: Given::in_row(self.url.as_ref(), row, plain, problems)?.map(Into::into),
            locator: Given::in_row(self.locator.as_ref(), row, plain, problems)?.map(Into::into),
        }))
    }
}
