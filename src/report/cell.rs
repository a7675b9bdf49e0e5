//! A number as it is shown, with the number itself.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::number::{self, MOST_PLACES, places_of};
use super::words::{age, age_in_years};
use crate::evidence::Fact;
use crate::plan::{Baseline, Goal, MeasuredBy, Target};
use crate::series::Figure;
use crate::trajectory::Point;
use crate::value::{Bound, Language, Period, Rate, Years};

/// A fact as it is shown: the text, the number that it stands for, the period that it is of, and why there is none.
///
/// Numbers are written by fixed rules, the same on every machine:
///
/// | number | written |
/// |---|---|
/// | published value | with the published digits; an approximate one with `≈`, a limit with `>`, `≥`, `<` or `≤` |
/// | published value of more than 8 decimals | as a computed one, since nobody measured so much |
/// | published value of what comes one by one | without the zeros behind the point that a program printed |
/// | computed value in units | half-even to 2 decimals, or as many as the target's own numbers have (of more than 8, three digits); more where they would show the figure or the goal, that it is not; no trailing zeros |
/// | rate of growth | in percent, 3 decimals |
/// | share | in percent, 2 decimals; more where they would show less than the whole as 100 % |
/// | pace | 3 decimals; more where they would show a hundredth, at which classes meet, that it is not |
/// | pace at which a class begins | 2 decimals, or all that its author wrote |
/// | score | 3 decimals; more where they would show 0 or 1, that it is not |
/// | number of a composed rule | half-even to 4 decimals; more where they would show a hundredth, that it is not; no trailing zeros |
/// | times faster | 2 decimals; more where they would show 0 or 1, that it is not |
/// | age in years | 2 decimals; what is left counts as one more of the last |
/// | period | as in a sentence, see [`Period::words`] |
///
/// A point stands before decimals and `-` before negative numbers. In `words` and in sentences the digits of whole
/// parts are grouped as the language does (`1,892.61`; in simplified characters from five digits on), in `text` they
/// are not. A number that is not known is `–`, and [`why`](Self::why) says why.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Cell {
    /// The text that is shown: the number, and of rates and shares `%`.
    pub text: String,
    /// The text as it stands in a sentence: long numbers in groups of digits, and with their unit. Of a value that is
    /// the target's, of a difference of two percentages percentage points.
    pub words: String,
    /// The number, not rounded for showing; rates and shares as fractions.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::MaybeExact"))]
    pub value: Option<Decimal>,
    /// The period that it is of.
    pub period: Option<Period>,
    /// The period in words.
    pub period_words: Option<String>,
    /// Why there is nothing to show, in words.
    pub why: Option<String>,
}

impl Cell {
    /// The cell of a number, which is shown as this text.
    pub(super) fn new(text: String, value: impl Into<Option<Decimal>>, language: Language) -> Self {
        Self {
            words: number::grouped(&text, language),
            ..Self::text(text, value.into())
        }
    }

    /// A cell without a value, and why there is none.
    pub(super) fn missing(why: impl Into<String>) -> Self {
        Self {
            why: Some(why.into()),
            ..Self::text(number::MISSING.to_string(), None)
        }
    }

    /// A share of a whole, in percent.
    pub(super) fn of_share(share: Decimal, language: Language) -> Self {
        Self::new(number::percent(share, 2, language), share, language)
    }

    /// A weight as its author wrote it.
    pub(super) fn of_weight(weight: Decimal, language: Language) -> Self {
        Self::new(weight.to_string(), weight, language)
    }

    /// A figure as it was published.
    pub(super) fn of_figure(figure: Figure, language: Language) -> Self {
        let (text, value) = (figure.reading.to_string(), figure.reading.value());
        Self::new(text, value, language).of_period(figure.period, language)
    }

    /// A cell that shows a text as it is, with the number that the text writes, if there is one.
    fn text(text: String, value: Option<Decimal>) -> Self {
        Self {
            words: text.clone(),
            text,
            value,
            period: None,
            period_words: None,
            why: None,
        }
    }

    /// The same cell, whose words `words` makes of its text, if the number is known.
    pub(super) fn in_words(mut self, words: impl FnOnce(&str) -> String) -> Self {
        if self.is_known() {
            self.words = words(&self.text);
        }
        self
    }

    /// The same cell, of a number of this period.
    pub(super) fn of_period(self, period: Period, language: Language) -> Self {
        Self {
            period: Some(period),
            period_words: Some(period.words(language)),
            ..self
        }
    }

    /// Whether there is something to show.
    ///
    /// # Examples
    ///
    /// ```
    /// # use milepost::{Bound, Goal, Indicator, Language, Measure, Observation, Observations, Pillar, Plan, Quantity};
    /// # use milepost::{Report, Rule, Series, Target, Unit, code, day, dec, period, text};
    /// # let share = Quantity::new(Measure::Share, Unit::percent());
    /// # let goal = Goal::level(Bound::AtLeast(dec!(88)));
    /// # let target = Target::builder(code!("air-2026"), share.clone(), goal, period!("2026")).build()?;
    /// # let air = Indicator::new(code!("air"), text!("Days with good air"), share).with_target(target);
    /// # let plan = Plan::builder(code!("city"), text!("City plan"), period!("2022-01-01/P5Y"))
    /// #     .pillar(Pillar::new(code!("green"), text!("Green city")).with_indicator(air))
    /// #     .build()?;
    /// # let figure = Observation::new(period!("2023"), dec!(86)).published_on(day!("2024-01-20"));
    /// # let observations = Observations::new(vec![Series::new(code!("air"), Unit::percent(), vec![figure])?])?;
    /// # let report = Report::of(&plan, &observations, day!("2024-01-31"), &Rule::pace(), Language::English);
    /// # let row = report.target("air-2026").ok_or("a row")?;
    /// // 86 % were observed; nobody says from where the promise counts, so that nothing is expected of 2023.
    /// assert!(row.facts.observed.is_known() && !row.facts.expected.is_known());
    /// assert_eq!(row.facts.observed.words, "86 %");
    /// assert_eq!(row.facts.expected.words, "–");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub const fn is_known(&self) -> bool {
        self.why.is_none()
    }
}

/// How the numbers of one target are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub(super) language: Language,
    /// The decimals of values that are computed in the target's unit.
    pub(super) places: u32,
    /// The observed figure, and the lower and the upper limit of what is promised: a computed value that differs from
    /// these is not written like them when it is rounded.
    marks: [Option<Decimal>; 3],
    /// Whether the indicator counts things one by one, so that zeros after the point are left out.
    is_whole: bool,
}

/// The decimals of computed values, where the target's own numbers have no more.
const PLACES: u32 = 2;
/// The decimals of an index that is chained from yearly rates and begins with 1.
const PLACES_OF_CHAIN: u32 = 4;

impl Style {
    /// The style of the numbers of a target: with as many decimals as its goal, its baseline and the observed figure
    /// have at most, but at least [`PLACES`] and at most [`MOST_PLACES`]; an index chained from yearly rates with
    /// [`PLACES_OF_CHAIN`].
    pub(super) fn new(target: &Target, observed: Option<Figure>, language: Language) -> Self {
        let promised = match target.goal_in_values() {
            Goal::Change { .. } | Goal::AverageGrowth { .. } => None,
            goal => goal.bound(),
        };
        let seen = observed.and_then(|figure| figure.reading.value());
        let places = match target.goal().measured_by() {
            MeasuredBy::YearlyRates => PLACES_OF_CHAIN,
            MeasuredBy::Levels => {
                let stated = target.baseline().and_then(Baseline::value);
                let limit = promised.map(|bound| bound.aim_from(Decimal::ZERO));
                let scales = [limit, stated, seen].into_iter().flatten().map(places_of);
                scales.max().unwrap_or_default().clamp(PLACES, MOST_PLACES)
            }
        };
        Self {
            language,
            places,
            marks: [seen, promised.and_then(Bound::low), promised.and_then(Bound::high)],
            is_whole: target.quantity().unit().is_whole(),
        }
    }

    /// A difference with its unit: of two percentages in percentage points, and of what has no unit but a label for its
    /// values, such as an index with *(2015 = 100)* or a rank, in points and places.
    pub(super) fn difference(self, value: Decimal, target: &Target) -> String {
        number::difference_words(&self.value_text(value), target, self.language)
    }

    /// The same cell, whose words have the unit of the target's values.
    pub(super) fn in_unit(self, cell: Cell, target: &Target) -> Cell {
        cell.in_words(|number| number::value_of_target(number, target, self.language))
    }

    /// The cell of a difference of two values of the target, in words as [`difference`](Self::difference) has them.
    pub(super) fn difference_cell(self, fact: Fact<Decimal>, target: &Target) -> Cell {
        let words = |number: &str| number::difference_words(number, target, self.language);
        let cell = self.cell(fact, |value| Cell::new(self.value_text(value), value, self.language));
        cell.in_words(words)
    }

    /// The cell that shows a fact, or says why it is missing.
    fn cell<T>(self, fact: Fact<T>, show: impl FnOnce(T) -> Cell) -> Cell {
        match fact {
            Ok(value) => show(value),
            Err(reason) => Cell::missing(reason.words(self.language)),
        }
    }

    /// A value that was computed, in the target's unit, with enough decimals not to look like one of the `marks` that
    /// it differs from.
    pub(super) fn value(self, fact: Fact<Decimal>) -> Cell {
        let marks: Vec<Decimal> = self.marks.into_iter().flatten().collect();
        let text = |value| number::at_most_decimals_beside(&marks, value, self.places);
        self.cell(fact, |value| Cell::new(text(value), value, self.language))
    }

    /// A value that was computed, without its unit.
    pub(super) fn value_text(self, value: Decimal) -> String {
        number::at_most_decimals(value, self.places)
    }

    /// A point of the path, with its period.
    pub(super) fn point(self, fact: Fact<Point>) -> Cell {
        self.cell(fact, |point| {
            self.value(Ok(point.value)).of_period(point.period, self.language)
        })
    }

    /// A point as its author wrote it; one that was computed, as the mean of three years, is rounded.
    pub(super) fn stated_point(self, fact: Fact<Point>) -> Cell {
        if fact.is_ok_and(|point| point.value.scale() > MOST_PLACES) {
            return self.point(fact);
        }
        self.cell(fact, |point| {
            Cell::new(point.value.to_string(), point.value, self.language).of_period(point.period, self.language)
        })
    }

    /// A figure in the target's own terms, as it was published. A figure with more than [`MOST_PLACES`] decimals, as
    /// one that was chained, is rounded like every computed number. Of things that are counted one by one, zeros after
    /// the point are left out.
    pub(super) fn figure(self, fact: Fact<Figure>) -> Cell {
        self.cell(fact, |mut figure| match figure.reading.value() {
            Some(value) if value.scale() > MOST_PLACES => self.value(Ok(value)).of_period(figure.period, self.language),
            Some(_) if self.is_whole => {
                let shortened = figure.reading.try_map(|value| Some(value.normalize()));
                figure.reading = shortened.unwrap_or(figure.reading);
                Cell::of_figure(figure, self.language)
            }
            _ => Cell::of_figure(figure, self.language),
        })
    }

    /// A compound rate of growth per year.
    pub(super) fn rate(self, fact: Fact<Rate>) -> Cell {
        self.cell(fact.map(Rate::as_decimal), |rate| {
            Cell::new(number::percent(rate, 3, self.language), rate, self.language)
        })
    }

    /// A share of a whole.
    pub(super) fn share(self, fact: Fact<Decimal>) -> Cell {
        self.cell(fact, |share| Cell::of_share(share, self.language))
    }

    /// A ratio without a unit, written by `write`.
    pub(super) fn ratio(self, fact: Fact<Decimal>, write: impl FnOnce(Decimal) -> String) -> Cell {
        self.cell(fact, |ratio| Cell::new(write(ratio), ratio, self.language))
    }

    /// How old the figure of a period is, in years.
    pub(super) fn age(self, fact: Fact<(Years, Period)>) -> Cell {
        self.cell(fact, |(years, of)| {
            let text = number::fixed(age_in_years(years), 2);
            Cell::new(text, years.to_decimal(), self.language).in_words(|_| age(years, of, self.language))
        })
    }

    /// The cell of a fact that is only a period.
    pub(super) fn period(self, fact: Fact<Period>) -> Cell {
        self.cell(fact, |period| {
            Cell::text(period.words(self.language), None).of_period(period, self.language)
        })
    }
}
