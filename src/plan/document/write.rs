//! Writes plans and observations as documents.
//!
//! What is written reads back as what it was. Fields that say nothing are left out, and decimals are strings.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::super::{Baseline, Citation, Deliverable, Goal, Indicator, Pillar, Plan, Relation, Target, Weight};
use super::FORMAT;
use super::words::{
    BETWEEN, DIRECTIONS, FREQUENCIES, LACKS, MEASURED_BY, MEASURES, NATURES, PATHS, Plain, STATES, STATUSES, Status,
    THAN, VERIFIABILITIES, word_for,
};
use crate::series::{Delivery, Observation, ObservationStatus, Observations, Published, Reading, Series, Source};
use crate::trajectory::{Milestone, Shape};
use crate::value::decimal::Wire;
use crate::value::{Code, Interval, Period, Requirement, Text, Unit};

// Each noun is written through a map of its own, so that its fields are not bound to those of the document.

#[derive(Serialize)]
struct PlanFields<'a> {
    format: u8,
    code: &'a Code,
    name: &'a Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<&'a Text>,
    period: Period,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    issuers: &'a [Text],
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    citation: Option<&'a Citation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a Text>,
    pillars: &'a [Pillar],
}

impl Serialize for Plan {
    /// The document from which the same plan can be read.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        PlanFields {
            format: FORMAT,
            code: self.code(),
            name: self.name(),
            region: self.region(),
            period: self.period(),
            issuers: self.issuers(),
            published: self.published(),
            citation: self.citation(),
            note: self.note(),
            pillars: self.pillars(),
        }
        .serialize(serializer)
    }
}

#[derive(Serialize)]
struct PillarFields<'a> {
    code: &'a Code,
    name: &'a Text,
    weight: Weight,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a Text>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    indicators: &'a [Indicator],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    deliverables: &'a [Deliverable],
}

impl Serialize for Pillar {
    /// The pillar as it stands in a document.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        PillarFields {
            code: self.code(),
            name: self.name(),
            weight: self.weight(),
            note: self.note(),
            indicators: self.indicators(),
            deliverables: self.deliverables(),
        }
        .serialize(serializer)
    }
}

#[derive(Serialize)]
struct IndicatorFields<'a> {
    code: &'a Code,
    name: &'a Text,
    measure: &'static str,
    unit: &'a Unit,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a Text>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    targets: &'a [Target],
}

impl Serialize for Indicator {
    /// The indicator as it stands in a document.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        IndicatorFields {
            code: self.code(),
            name: self.name(),
            measure: word_for(self.quantity().measure(), &MEASURES),
            unit: self.quantity().unit(),
            note: self.note(),
            targets: self.targets(),
        }
        .serialize(serializer)
    }
}

#[derive(Serialize)]
struct DeliverableFields<'a> {
    code: &'a Code,
    name: &'a Text,
    deadline: Period,
    verifiability: &'static str,
    weight: Weight,
    #[serde(skip_serializing_if = "Option::is_none")]
    responsible: Option<&'a Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    citation: Option<&'a Citation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    restates: Option<&'a Code>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a Text>,
}

impl Serialize for Deliverable {
    /// The deliverable as it stands in a document.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        DeliverableFields {
            code: self.code(),
            name: self.name(),
            deadline: self.deadline(),
            verifiability: word_for(self.verifiability(), &VERIFIABILITIES),
            weight: self.weight(),
            responsible: self.responsible(),
            citation: self.citation(),
            restates: self.restates(),
            note: self.note(),
        }
        .serialize(serializer)
    }
}

#[derive(Serialize)]
struct TargetFields<'a> {
    code: &'a Code,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a Text>,
    goal: Goal,
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline: Option<&'a Baseline>,
    deadline: Period,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a Shape>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    milestones: &'a [Milestone],
    #[serde(skip_serializing_if = "Option::is_none")]
    nature: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    responsible: Option<&'a Text>,
    weight: Weight,
    #[serde(skip_serializing_if = "Option::is_none")]
    reported: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    citation: Option<&'a Citation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    alternative_to: Option<&'a Code>,
    #[serde(skip_serializing_if = "Option::is_none")]
    restates: Option<&'a Code>,
    #[serde(skip_serializing_if = "Option::is_none")]
    part_of: Option<&'a Code>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    proxies: &'a [Code],
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a Text>,
}

impl Serialize for Target {
    /// The target as it stands in a document.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (alternative_to, restates) = match self.relation() {
            Some(Relation::AlternativeTo(principal)) => (Some(principal), None),
            Some(Relation::Restates(principal)) => (None, Some(principal)),
            None => (None, None),
        };
        TargetFields {
            code: self.code(),
            name: self.name(),
            goal: self.goal(),
            baseline: self.baseline(),
            deadline: self.deadline(),
            path: self.shape(),
            milestones: self.milestones(),
            nature: self.nature().map(|nature| word_for(nature, &NATURES)),
            responsible: self.responsible(),
            weight: self.weight(),
            reported: self.reported.map(|every| word_for(every, &FREQUENCIES)),
            citation: self.citation(),
            alternative_to,
            restates,
            part_of: self.part_of(),
            proxies: self.proxies(),
            note: self.note(),
        }
        .serialize(serializer)
    }
}

impl Serialize for Goal {
    /// A map of the kind and what belongs to it.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("kind", self.kind())?;
        if let Some(requirement) = self.requirement() {
            Requirement::serialize_entries(requirement, &mut map)?;
        }
        match *self {
            Self::Change { measured_by, .. } | Self::AverageGrowth { measured_by, .. } => {
                map.serialize_entry("measured_by", word_for(measured_by, &MEASURED_BY))?;
            }
            Self::Keep { every, .. } => map.serialize_entry("every", word_for(every, &FREQUENCIES))?,
            Self::Trend { direction, than, every } => {
                map.serialize_entry("direction", word_for(direction, &DIRECTIONS))?;
                map.serialize_entry("than", word_for(than, &THAN))?;
                map.serialize_entry("every", word_for(every, &FREQUENCIES))?;
            }
            Self::Unstated(lacks) => map.serialize_entry("lacks", word_for(lacks, &LACKS))?,
            Self::Level(_) | Self::Addition(_) | Self::Cumulative(_) => {}
        }
        map.end()
    }
}

#[derive(Serialize)]
struct BaselineFields<'a> {
    period: Period,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Wire>,
    #[serde(skip_serializing_if = "Option::is_none")]
    citation: Option<&'a Citation>,
}

impl Serialize for Baseline {
    /// A period, or a map where there is more to say.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.value().is_none() && self.citation().is_none() {
            return self.period().serialize(serializer);
        }
        BaselineFields {
            period: self.period(),
            value: self.value().map(Wire),
            citation: self.citation(),
        }
        .serialize(serializer)
    }
}

#[derive(Serialize)]
struct ScheduleFields<'a> {
    schedule: &'a [Milestone],
    between: &'static str,
}

impl Serialize for Shape {
    /// The name of the path, or a map with the schedule.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Linear => serializer.serialize_str(word_for(Plain::Linear, &PATHS)),
            Self::ConstantGrowth => serializer.serialize_str(word_for(Plain::ConstantGrowth, &PATHS)),
            Self::Hold => serializer.serialize_str(word_for(Plain::Hold, &PATHS)),
            Self::Schedule(schedule) => ScheduleFields {
                schedule: &schedule.points,
                between: word_for(schedule.between, &BETWEEN),
            }
            .serialize(serializer),
        }
    }
}

#[derive(Serialize)]
struct ObservationsFields<'a> {
    format: u8,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    series: Vec<&'a Series>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    deliveries: Vec<DeliveriesFields<'a>>,
}

#[derive(Serialize)]
struct DeliveriesFields<'a> {
    deliverable: &'a Code,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    reports: &'a [Delivery],
}

impl Serialize for Observations {
    /// The document from which the same observations can be read.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let deliveries = self.all_deliveries();
        ObservationsFields {
            format: FORMAT,
            series: self.iter().collect(),
            deliveries: deliveries
                .map(|(deliverable, reports)| DeliveriesFields { deliverable, reports })
                .collect(),
        }
        .serialize(serializer)
    }
}

#[derive(Serialize)]
struct SeriesFields<'a> {
    indicator: &'a Code,
    unit: &'a Unit,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    observations: &'a [Observation],
}

impl Serialize for Series {
    /// The series as it stands in a document.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        SeriesFields {
            indicator: self.indicator(),
            unit: self.unit(),
            observations: self.observations(),
        }
        .serialize(serializer)
    }
}

#[derive(Serialize)]
struct ObservationFields<'a> {
    period: Period,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<Publication>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cumulative_since: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a Source>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a Text>,
}

impl Serialize for Observation {
    /// The observation as it stands in a document.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (value, status) = match (self.reading(), self.status()) {
            (Reading::Missing, _) => (None, Some(Status::Missing)),
            (reading, ObservationStatus::Normal) => (Value::of(reading), None),
            (reading, status) => (Value::of(reading), Some(Status::There(status))),
        };
        ObservationFields {
            period: self.period(),
            value,
            published: Publication::of(self.published()),
            status: status.map(|status| word_for(status, &STATUSES)),
            cumulative_since: self.is_running_total().then(|| self.coverage().first()),
            source: self.source(),
            note: self.note(),
        }
        .serialize(serializer)
    }
}

enum Value {
    Exact(Wire),
    Approximate(Wire),
    Interval(Interval),
}

impl Value {
    const fn of(reading: Reading) -> Option<Self> {
        match reading {
            Reading::Exact(value) => Some(Self::Exact(Wire(value))),
            Reading::Approximate(value) => Some(Self::Approximate(Wire(value))),
            Reading::Interval(interval) => Some(Self::Interval(interval)),
            Reading::Missing => None,
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Exact(value) => value.serialize(serializer),
            Self::Approximate(value) => serializer.collect_map([("approximately", value)]),
            Self::Interval(interval) => interval.serialize(serializer),
        }
    }
}

enum Publication {
    On(NaiveDate),
    NotBefore(NaiveDate),
}

impl Publication {
    const fn of(published: Published) -> Option<Self> {
        match published {
            Published::On(day) => Some(Self::On(day)),
            Published::NotBefore(day) => Some(Self::NotBefore(day)),
            Published::Unstated => None,
        }
    }
}

impl Serialize for Publication {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::On(day) => day.serialize(serializer),
            Self::NotBefore(day) => serializer.collect_map([("not_before", day)]),
        }
    }
}

#[derive(Serialize)]
struct DeliveryFields<'a> {
    state: &'static str,
    on: NaiveDate,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<Publication>,
    #[serde(skip_serializing_if = "Option::is_none")]
    share_done: Option<Wire>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a Source>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a Text>,
}

impl Serialize for Delivery {
    /// The report as it stands in a document.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        DeliveryFields {
            state: word_for(self.state(), &STATES),
            on: self.on(),
            published: Publication::of(self.published()),
            share_done: self.share_done().map(Wire),
            source: self.source(),
            note: self.note(),
        }
        .serialize(serializer)
    }
}
