//! Where things stand on the axis of time.
//!
//! Where everything that is drawn is of periods of one length, each point stands in the middle of its period, above the
//! period's label. Else each stands at the end of its period, and the labels of years (or quarters, months, weeks,
//! days) stand in their middle. Moments are written in UTC, so that they stand there in every time zone.
//!
//! | drawn | the first stands at | for |
//! |---|---|---|
//! | 2021, 2026 | 2021-07-02, noon | the middle of a year of 365 days: 182 whole days and a half |
//! | 2020, 2021, 2026 | 2020-07-02, midnight | the middle of one of 366 days |
//! | 2021, 2026, 2022-06 | 2022-01-01, midnight | a month among years: each stands at its end |
//!
//! An end is the midnight after the last day, so that a year ends where the next begins. Which periods have labels
//! the chart's own axis of time says.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{Datelike, Days, NaiveDate};

use super::json::{Json, object};
use crate::report::{ChartFigure, ChartPoint, first_of_axis, labelled_periods, short_name};
use crate::value::{Period, days_between};

/// How moments are written, as d3 says it: the labels are found by it.
const FORMAT: &str = "%Y-%m-%dT%H:%MZ";
/// The label of a moment, from the parameter that holds all of them.
const LABEL: &str = "labels[datum.label]";

/// A moment: the beginning of a day, or its noon. Halves of days are enough, since the middle of a period of whole days
/// is one or the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Moment {
    day: NaiveDate,
    is_noon: bool,
}

impl Moment {
    /// The beginning of a day.
    fn beginning(day: NaiveDate) -> Self {
        Self { day, is_noon: false }
    }

    /// The end of a day; of the last day of the calendar, its noon.
    pub(super) fn end(day: NaiveDate) -> Self {
        day.succ_opt()
            .filter(|next| next.year() <= 9999)
            .map_or(Self { day, is_noon: true }, Self::beginning)
    }

    /// The middle of a period by the number of its days.
    fn middle(period: Period) -> Self {
        let days = days_between(period.first(), period.last());
        let days = u64::try_from(days).unwrap_or_default().saturating_add(1);
        let whole = days.checked_div(2).unwrap_or_default();
        Self {
            day: period
                .first()
                .checked_add_days(Days::new(whole))
                .unwrap_or(period.last()),
            is_noon: days.checked_rem(2) == Some(1),
        }
    }

    /// The moment as a count of half days, from some beginning on.
    fn half_days(self) -> i64 {
        let days = i64::from(self.day.num_days_from_ce());
        days.saturating_mul(2).saturating_add(i64::from(self.is_noon))
    }

    /// The moment as a field of a row has it.
    pub(super) fn json(self) -> Json {
        Json::Text(self.text())
    }

    /// The moment in the form of [`FORMAT`].
    fn text(self) -> String {
        let hour = if self.is_noon { 12 } else { 0 };
        format!("{}T{hour:02}:00Z", self.day)
    }
}

/// The axis of time of one chart.
pub(super) struct TimeAxis {
    /// Whether everything stands in the middle of its period.
    pub(super) is_centred: bool,
    /// The periods that have labels, in the order of time.
    labelled: Vec<Period>,
    from: Moment,
    to: Moment,
}

impl TimeAxis {
    /// The axis of time of a drawing. It reaches over all periods that are `drawn`, and over the next period if the day
    /// of the question lies in it. `None` without periods.
    ///
    /// Points stand in the middle of their periods if all periods are equally long and every figure `stands_at_ends`
    /// (at the end of its own period); else at the ends of their periods.
    pub(super) fn of(drawn: &[Period], as_of: NaiveDate, stands_at_ends: bool) -> Option<Self> {
        let first = drawn.iter().copied().min_by_key(|period| period.first())?;
        let last = drawn.iter().map(|period| period.last()).max()?;
        let is_centred = stands_at_ends && drawn.iter().all(|period| period.length() == first.length());
        let begin = first_of_axis(drawn, [first.first(), last], is_centred)?;
        let mut periods = Vec::from([begin]);
        let mut current = begin;
        // The period after all that is drawn is shown too if the day of the question lies in it.
        let is_of_day = |next: &Period| (next.first()..=next.last()).contains(&as_of);
        while let Some(next) = current.next().filter(|next| {
            next.first() <= last || is_of_day(next) && next.previous().is_some_and(|one| one.first() <= last)
        }) {
            periods.push(next);
            current = next;
        }
        Some(Self {
            is_centred,
            from: Moment::beginning(begin.first()),
            to: Moment::end(current.last()),
            labelled: labelled_periods(&periods),
        })
    }

    /// Where a point stands.
    pub(super) fn point(&self, point: &ChartPoint) -> Moment {
        self.moment(point.period, point.stands_on)
    }

    /// Where a figure stands.
    pub(super) fn figure(&self, figure: &ChartFigure) -> Moment {
        self.moment(figure.period, figure.stands_on)
    }

    /// Where a figure or a promise of a period stands: in the middle of the period if the axis is centred, else at the
    /// end of the day `last`.
    pub(super) fn moment(&self, period: Period, last: NaiveDate) -> Moment {
        if self.is_centred {
            Moment::middle(period)
        } else {
            Moment::end(last)
        }
    }

    /// The end of a day; `None` if the axis does not show it.
    pub(super) fn day(&self, day: NaiveDate) -> Option<Moment> {
        Some(Moment::end(day)).filter(|moment| (self.from..=self.to).contains(moment))
    }

    /// In which third of the axis a moment lies, from 0 on.
    pub(super) fn third(&self, moment: Moment) -> i64 {
        let gone = |moment: Moment| moment.half_days().saturating_sub(self.from.half_days());
        gone(moment)
            .saturating_mul(3)
            .checked_div(gone(self.to))
            .unwrap_or_default()
    }

    /// The moments at which the labelled periods begin, without the beginning of the axis.
    pub(super) fn borders(&self) -> Vec<Json> {
        let inner = self.labelled.iter().map(|period| Moment::beginning(period.first()));
        let inner = inner.filter(|moment| *moment > self.from);
        inner.map(|moment| object! { "time": moment.json() }).collect()
    }

    /// The labels by the moments at which they stand.
    fn labels(&self) -> BTreeMap<String, String> {
        let label = |period: &Period| (Moment::middle(*period).text(), short_name(*period));
        self.labelled.iter().map(label).collect()
    }

    /// The encoding of the axis of time by the field `time`, with a title beneath the axis.
    pub(super) fn encoding(&self, title: Option<&'static str>) -> Json {
        let middles = self.labelled.iter().map(|period| Moment::middle(*period).json());
        object! {
            "field": "time",
            "type": "temporal",
            "scale": object! { "type": "utc", "domain": Vec::from([self.from.json(), self.to.json()]) },
            "axis": object! {
                "title": title.map_or(Json::Null, Json::Word),
                "values": middles.collect::<Vec<_>>(),
                "format": FORMAT,
                "labelExpr": LABEL,
                "grid": false,
                "ticks": false,
                "labelPadding": 6,
                "labelFlush": false,
            },
        }
    }
}

/// The parameter that holds the labels of all axes.
pub(super) fn labels(axis: Option<&TimeAxis>) -> Json {
    let labels = axis.map(TimeAxis::labels).unwrap_or_default();
    let labels = Json::Labels(labels.into_iter().collect());
    Json::List(Vec::from([object! { "name": "labels", "value": labels }]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::date;

    fn axis(periods: &[&str], as_of: &str) -> TimeAxis {
        let periods: Vec<Period> = periods.iter().map(|period| period.parse().unwrap()).collect();
        TimeAxis::of(&periods, date(as_of).unwrap(), true).unwrap()
    }

    fn at(axis: &TimeAxis, period: &str) -> String {
        let period: Period = period.parse().unwrap();
        axis.moment(period, period.last()).text()
    }

    #[test]
    fn periods_of_one_length_stand_in_their_middles_and_others_at_their_ends() {
        for (periods, placed) in [
            (&["2021", "2026"][..], "2021-07-02T12:00Z"),
            (&["2020", "2021", "2026"], "2020-07-02T00:00Z"),
            (&["2021", "2026", "2022-06"], "2022-01-01T00:00Z"),
            (&["2021-Q1", "2026-Q1"], "2021-02-15T00:00Z"),
            (&["2025-04-01/P1Y", "2026-04-01/P1Y"], "2025-09-30T12:00Z"),
            (&["9999-12-31", "9999"], "9999-12-31T12:00Z"),
        ] {
            assert_eq!(at(&axis(periods, "2024-06-30"), periods[0]), placed, "{periods:?}");
        }
    }

    #[test]
    fn as_many_periods_are_named_as_have_room() {
        for (periods, names) in [
            (&["2021", "2023"][..], &["2021", "2022", "2023"][..]),
            (&["2025-04-01/P1Y", "2026-04-01/P1Y"], &["2025/26", "2026/27"]),
            (
                &["2025-04-01/P1Y", "2026"],
                &[
                    "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4",
                ],
            ),
            (&["2001", "2030"], &["2005", "2010", "2015", "2020", "2025", "2030"]),
            (&["2025-01", "2025-03"], &["2025-01", "2025-02", "2025-03"]),
            (
                &["2025-01-01", "2025-01-03"],
                &["2025-01-01", "2025-01-02", "2025-01-03"],
            ),
        ] {
            let labels: Vec<String> = axis(periods, "1999-12-31").labels().into_values().collect();
            assert_eq!(
                labels[..names.len().min(labels.len())],
                *names,
                "{periods:?}: {labels:?}"
            );
        }
    }

    #[test]
    fn the_day_of_the_question_is_shown_where_it_is_near() {
        // Where it is not, no period is shown for its sake.
        for (as_of, place, end) in [
            ("2020-12-31", Some("2021-01-01T00:00Z"), "2027-01-01T00:00Z"),
            ("2020-12-30", None, "2027-01-01T00:00Z"),
            ("2024-06-30", Some("2024-07-01T00:00Z"), "2027-01-01T00:00Z"),
            ("2027-12-31", Some("2028-01-01T00:00Z"), "2028-01-01T00:00Z"),
            ("2028-01-01", None, "2027-01-01T00:00Z"),
        ] {
            let (day, axis) = (date(as_of).unwrap(), axis(&["2021", "2026"], as_of));
            let shown = axis.day(day).map(Moment::text);
            assert_eq!((shown.as_deref(), &*axis.to.text()), (place, end), "{as_of}");
        }
    }
}
