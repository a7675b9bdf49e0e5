//! The words that stand in documents for what they mean, read and written by the same tables.

use super::super::goal::Kind;
use super::super::{Every, Lacks, MeasuredBy, Nature, Than, Verifiability};
use crate::series::{DeliveryState, ObservationStatus};
use crate::trajectory::{Between, Clock, Shape};
use crate::value::{Collected, Direction, Length, Measure, Tolerance};

/// Words, each with its meaning.
pub(super) type Vocabulary<T> = [(&'static str, T)];

/// The word for a meaning.
pub(super) fn word_for<T: PartialEq>(meaning: &T, words: &Vocabulary<T>) -> &'static str {
    let word = words.iter().find(|(_, other)| other == meaning);
    word.map_or("", |(word, _)| *word)
}

pub(super) static KINDS: [(&str, Kind); 8] = [
    (Kind::Level.name(), Kind::Level),
    (Kind::Change.name(), Kind::Change),
    (Kind::Addition.name(), Kind::Addition),
    (Kind::Cumulative.name(), Kind::Cumulative),
    (Kind::AverageGrowth.name(), Kind::AverageGrowth),
    (Kind::Keep.name(), Kind::Keep),
    (Kind::Trend.name(), Kind::Trend),
    (Kind::Unstated.name(), Kind::Unstated),
];

pub(super) static MEASURED_BY: [(&str, MeasuredBy); 2] = [
    ("levels", MeasuredBy::Levels),
    ("yearly_rates", MeasuredBy::YearlyRates),
];

pub(super) static DIRECTIONS: [(&str, Direction); 2] = [("rising", Direction::Rising), ("falling", Direction::Falling)];

pub(super) static THAN: [(&str, Than); 3] = [
    ("previous", Than::Previous),
    ("baseline", Than::Baseline),
    ("year_before", Than::YearBefore),
];

pub(super) static EVERY: [(&str, Every); 6] = [
    ("year", Every::Length(Length::YEAR)),
    ("half", Every::Length(Length::HALF)),
    ("quarter", Every::Length(Length::QUARTER)),
    ("month", Every::Length(Length::MONTH)),
    ("week", Every::Length(Length::WEEK)),
    ("figure", Every::Figure),
];

pub(super) static LACKS: [(&str, Lacks); 3] = [
    ("number", Lacks::Number),
    ("bound", Lacks::Bound),
    ("reference", Lacks::Reference),
];

pub(super) static NATURES: [(&str, Nature); 2] = [("binding", Nature::Binding), ("anticipatory", Nature::Anticipatory)];

pub(super) static PATHS: [(&str, Shape); 3] = [
    ("linear", Shape::Linear),
    ("constant_growth", Shape::ConstantGrowth),
    ("hold", Shape::Hold),
];

pub(super) static CLOCKS: [(&str, Clock); 2] = [("months", Clock::Months), ("days", Clock::Days)];

pub(super) static BETWEEN: [(&str, Between); 2] =
    [("stepped", Between::Stepped), ("interpolated", Between::Interpolated)];

pub(super) static VERIFIABILITIES: [(&str, Verifiability); 3] = [
    ("criterion", Verifiability::Criterion),
    ("title", Verifiability::Title),
    ("none", Verifiability::None),
];

pub(super) static STATUSES: [(&str, ObservationStatus); 12] = [
    (ObservationStatus::Normal.name(), ObservationStatus::Normal),
    (ObservationStatus::Break.name(), ObservationStatus::Break),
    (ObservationStatus::Provisional.name(), ObservationStatus::Provisional),
    (ObservationStatus::Estimated.name(), ObservationStatus::Estimated),
    (ObservationStatus::Imputed.name(), ObservationStatus::Imputed),
    (ObservationStatus::Forecast.name(), ObservationStatus::Forecast),
    (
        ObservationStatus::LowReliability.name(),
        ObservationStatus::LowReliability,
    ),
    (
        ObservationStatus::DefinitionDiffers.name(),
        ObservationStatus::DefinitionDiffers,
    ),
    (
        ObservationStatus::NotSignificant.name(),
        ObservationStatus::NotSignificant,
    ),
    (ObservationStatus::Missing.name(), ObservationStatus::Missing),
    (ObservationStatus::Confidential.name(), ObservationStatus::Confidential),
    (
        ObservationStatus::NotApplicable.name(),
        ObservationStatus::NotApplicable,
    ),
];

pub(super) static MEASURES: [(&str, Measure); 7] = [
    (Measure::Stock.name(), Measure::Stock),
    (Measure::Flow.name(), Measure::Flow),
    (Measure::Share.name(), Measure::Share),
    (Measure::Ratio.name(), Measure::Ratio),
    (Measure::Index.name(), Measure::Index),
    (Measure::GrowthRate.name(), Measure::GrowthRate),
    (Measure::Rank.name(), Measure::Rank),
];

pub(super) static COLLECTED: [(&str, Collected); 5] = [
    (Collected::End.name(), Collected::End),
    (Collected::Average.name(), Collected::Average),
    (Collected::Sum.name(), Collected::Sum),
    (Collected::Beginning.name(), Collected::Beginning),
    (Collected::Middle.name(), Collected::Middle),
];

pub(super) static STATES: [(&str, DeliveryState); 5] = [
    (DeliveryState::NotStarted.name(), DeliveryState::NotStarted),
    (DeliveryState::UnderWay.name(), DeliveryState::UnderWay),
    (DeliveryState::Completed.name(), DeliveryState::Completed),
    (DeliveryState::InUse.name(), DeliveryState::InUse),
    (DeliveryState::Cancelled.name(), DeliveryState::Cancelled),
];

/// What can stand for a tolerance that nobody published.
pub(super) static NOT_STATED: [(&str, Tolerance); 1] = [("not_stated", Tolerance::NotStated)];
