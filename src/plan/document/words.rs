//! The words that stand in documents for what they mean, read and written by the same tables.

use super::super::goal::Kind;
use super::super::{Lacks, MeasuredBy, Nature, Than, Verifiability};
use crate::series::{DeliveryState, ObservationStatus};
use crate::trajectory::Between;
use crate::value::{Direction, Frequency, Measure};

/// Words, each with its meaning.
pub(super) type Words<T> = [(&'static str, T)];

/// The word for a meaning.
pub(super) fn word_for<T: Copy + PartialEq>(meaning: T, words: &Words<T>) -> &'static str {
    let word = words.iter().find(|(_, other)| *other == meaning);
    word.map_or("", |(word, _)| *word)
}

pub(super) const KINDS: [(&str, Kind); 8] = [
    (Kind::Level.name(), Kind::Level),
    (Kind::Change.name(), Kind::Change),
    (Kind::Addition.name(), Kind::Addition),
    (Kind::Cumulative.name(), Kind::Cumulative),
    (Kind::AverageGrowth.name(), Kind::AverageGrowth),
    (Kind::Keep.name(), Kind::Keep),
    (Kind::Trend.name(), Kind::Trend),
    (Kind::Unstated.name(), Kind::Unstated),
];

pub(super) const MEASURED_BY: [(&str, MeasuredBy); 2] = [
    ("levels", MeasuredBy::Levels),
    ("yearly_rates", MeasuredBy::YearlyRates),
];

pub(super) const DIRECTIONS: [(&str, Direction); 2] = [("rising", Direction::Rising), ("falling", Direction::Falling)];

pub(super) const THAN: [(&str, Than); 2] = [("previous", Than::Previous), ("baseline", Than::Baseline)];

pub(super) const LACKS: [(&str, Lacks); 3] = [
    ("number", Lacks::Number),
    ("bound", Lacks::Bound),
    ("reference", Lacks::Reference),
];

pub(super) const NATURES: [(&str, Nature); 2] = [("binding", Nature::Binding), ("anticipatory", Nature::Anticipatory)];

pub(super) const PATHS: [(&str, Plain); 3] = [
    ("linear", Plain::Linear),
    ("constant_growth", Plain::ConstantGrowth),
    ("hold", Plain::Hold),
];

pub(super) const BETWEEN: [(&str, Between); 2] =
    [("stepped", Between::Stepped), ("interpolated", Between::Interpolated)];

pub(super) const VERIFIABILITIES: [(&str, Verifiability); 3] = [
    ("criterion", Verifiability::Criterion),
    ("title", Verifiability::Title),
    ("none", Verifiability::None),
];

pub(super) const STATUSES: [(&str, Status); 5] = [
    ("provisional", Status::There(ObservationStatus::Provisional)),
    ("estimated", Status::There(ObservationStatus::Estimated)),
    ("forecast", Status::There(ObservationStatus::Forecast)),
    ("break", Status::There(ObservationStatus::Break)),
    ("missing", Status::Missing),
];

pub(super) const MEASURES: [(&str, Measure); 6] = [
    (Measure::Stock.name(), Measure::Stock),
    (Measure::Flow.name(), Measure::Flow),
    (Measure::Share.name(), Measure::Share),
    (Measure::Index.name(), Measure::Index),
    (Measure::GrowthRate.name(), Measure::GrowthRate),
    (Measure::Rank.name(), Measure::Rank),
];
pub(super) const FREQUENCIES: [(&str, Frequency); 4] = [
    (Frequency::Year.name(), Frequency::Year),
    (Frequency::Half.name(), Frequency::Half),
    (Frequency::Quarter.name(), Frequency::Quarter),
    (Frequency::Month.name(), Frequency::Month),
];
pub(super) const STATES: [(&str, DeliveryState); 5] = [
    (DeliveryState::NotStarted.name(), DeliveryState::NotStarted),
    (DeliveryState::UnderWay.name(), DeliveryState::UnderWay),
    (DeliveryState::Completed.name(), DeliveryState::Completed),
    (DeliveryState::InUse.name(), DeliveryState::InUse),
    (DeliveryState::Cancelled.name(), DeliveryState::Cancelled),
];

/// A path that needs no more than its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Plain {
    Linear,
    ConstantGrowth,
    Hold,
}

/// What the status of an observation says: how final the value is, or that there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    There(ObservationStatus),
    Missing,
}
