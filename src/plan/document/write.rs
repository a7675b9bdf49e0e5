//! Writes plans and observations as documents.
//!
//! What is written reads back as what it was. Fields that say nothing are left out, and decimals are strings.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::super::{
    Amendment, Baseline, Breakdown, Changes, Deliverable, Every, Goal, Indicator, Milestone, Of, Pillar, Plan,
    Reference, Relation, Target, Terms, Version,
};
use super::noun::FORMAT;
use super::words::{CURVES, OF, PATHS, word_for};
use crate::series::{Delivery, Observation, ObservationStatus, Observations, Published, Reading, Series};
use crate::trajectory::{Clock, Shape};
use crate::value::decimal::Wire;
use crate::value::{Code, Period, Requirement};

/// A noun that is being written, field by field.
struct WrittenNoun<S: Serializer>(S::SerializeMap);

impl<S: Serializer> WrittenNoun<S> {
    fn begin(serializer: S) -> Result<Self, S::Error> {
        serializer.serialize_map(None).map(Self)
    }

    fn field(mut self, name: &'static str, value: impl Serialize) -> Result<Self, S::Error> {
        self.0.serialize_entry(name, &value)?;
        Ok(self)
    }

    /// A field that may say nothing.
    fn some(self, name: &'static str, value: Option<impl Serialize>) -> Result<Self, S::Error> {
        match value {
            Some(value) => self.field(name, value),
            None => Ok(self),
        }
    }

    /// A list that may be empty.
    fn list(self, name: &'static str, items: &[impl Serialize]) -> Result<Self, S::Error> {
        self.some(name, (!items.is_empty()).then_some(items))
    }

    /// The fields of a requirement, if there is one.
    fn requirement(mut self, requirement: Option<Requirement>) -> Result<Self, S::Error> {
        if let Some(requirement) = requirement {
            requirement.serialize_entries(&mut self.0)?;
        }
        Ok(self)
    }

    /// The field that says when a figure was published, unless nobody does.
    fn published(self, published: Published) -> Result<Self, S::Error> {
        match published {
            Published::On(day) => self.field("published", day),
            Published::NotBefore(day) => self.field("published", BTreeMap::from([("not_before", day)])),
            Published::Unstated => Ok(self),
        }
    }

    /// The fields of an amendment, without what it changes.
    fn amendment(self, amendment: &Amendment) -> Result<Self, S::Error> {
        self.field("in_force", amendment.in_force())?
            .some("published", amendment.published())?
            .some("why", amendment.why())?
            .some("citation", amendment.citation())
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        self.0.end()
    }
}

impl Serialize for Plan {
    /// The document from which the same plan can be read.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WrittenNoun::begin(serializer)?
            .field("format", FORMAT)?
            .field("code", self.code())?
            .field("name", self.name())?
            .some("region", self.region())?
            .field("period", self.period())?
            .list("issuers", self.issuers())?
            .some("published", self.published())?
            .some("citation", self.citation())?
            .some("note", self.note())?
            .field("pillars", self.pillars())?
            .end()
    }
}

impl Serialize for Pillar {
    /// The pillar as it stands in a document.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WrittenNoun::begin(serializer)?
            .field("code", self.code())?
            .field("name", self.name())?
            .field("weight", self.weight())?
            .some("note", self.note())?
            .list("indicators", self.indicators())?
            .list("deliverables", self.deliverables())?
            .end()
    }
}

impl Serialize for Indicator {
    /// The indicator as it stands in a document.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let quantity = self.quantity();
        let collected = Some(quantity.collected()).filter(|own| *own != quantity.measure().collected());
        WrittenNoun::begin(serializer)?
            .field("code", self.code())?
            .field("name", self.name())?
            .field("measure", quantity.measure())?
            .some("collected", collected)?
            .field("unit", quantity.unit())?
            .some("possible", quantity.stated_possible())?
            .list("breakdowns", self.breakdowns())?
            .list("adds_up", self.adds_up())?
            .some("note", self.note())?
            .list("targets", self.targets())?
            .end()
    }
}

impl Serialize for Breakdown {
    /// The breakdown as it stands in a document.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WrittenNoun::begin(serializer)?
            .field("code", self.code())?
            .field("name", self.name())?
            .field("dimensions", self.dimensions())?
            .end()
    }
}

impl Serialize for Of {
    /// The word `total`, or a map of the breakdown or of the dimension.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if *self == Self::Total {
            return serializer.serialize_str(word_for(self, OF));
        }
        WrittenNoun::begin(serializer)?
            .some("breakdown", self.breakdown())?
            .some("each", self.each())?
            .end()
    }
}

impl Serialize for Deliverable {
    /// The deliverable as it stands in a document.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WrittenNoun::begin(serializer)?
            .field("code", self.code())?
            .field("name", self.name())?
            .some("begins", self.begins)?
            .field("deadline", self.deadline())?
            .field("verifiability", self.verifiability())?
            .field("weight", self.weight())?
            .some("responsible", self.responsible())?
            .some("citation", self.citation())?
            .some("restates", self.restates())?
            .some("note", self.note())?
            .list("amendments", self.amended_deadlines())?
            .end()
    }
}

impl Serialize for Version<Period> {
    /// The amendment of a deliverable as it stands in a document.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WrittenNoun::begin(serializer)?
            .amendment(self.amendment())?
            .field("deadline", self.promised())?
            .end()
    }
}

impl Serialize for Target {
    /// The target as it stands in a document.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let relation = self.relation();
        WrittenNoun::begin(serializer)?
            .field("code", self.code())?
            .some("name", self.name())?
            .some("of", (self.of != Of::Total).then_some(self.of()))?
            .field("goal", Promised(self.goal(), self.reference()))?
            .some("baseline", self.baseline())?
            .field("deadline", self.deadline())?
            .some("limit", self.is_limit())?
            .some("path", self.shape())?
            .list("milestones", &self.written_milestones())?
            .some("nature", self.nature())?
            .some("responsible", self.responsible())?
            .field("weight", self.weight())?
            .some("reported", self.reported.map(Every::Length))?
            .some("time", (self.clock != Clock::Months).then_some(self.clock))?
            .some("citation", self.citation())?
            .some(relation.map_or("", Relation::name), relation.map(Relation::principal))?
            .some("part_of", self.part_of())?
            .list("proxies", self.proxies())?
            .some("note", self.note())?
            .list("accept", self.accepted())?
            .list("amendments", &self.written_amendments())?
            .end()
    }
}

impl Target {
    /// The milestones, each with the kind of the goal, whose terms its fields are named by.
    fn written_milestones(&self) -> Vec<WrittenMilestone> {
        let kind = self.goal().kind().name();
        self.milestones()
            .iter()
            .map(|milestone| WrittenMilestone(*milestone, kind))
            .collect()
    }

    /// The amendments, each with what it changes of the version before it.
    fn written_amendments(&self) -> Vec<WrittenAmendment<'_>> {
        let stated = self.stated_by_versions();
        stated
            .map(|(version, changes)| WrittenAmendment(version, changes))
            .collect()
    }
}

/// An amendment, and what it changes.
struct WrittenAmendment<'a>(&'a Version<Target>, Changes);

impl Serialize for WrittenAmendment<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(version, changes) = self;
        let milestones = changes.milestones.as_ref();
        WrittenNoun::begin(serializer)?
            .amendment(version.amendment())?
            .some(
                "goal",
                changes.goal.map(|goal| Promised(goal, changes.reference.as_ref())),
            )?
            .some("baseline", changes.baseline.as_ref())?
            .some("deadline", changes.deadline)?
            .some("limit", changes.limit)?
            .some("path", changes.shape.as_ref())?
            .some(
                "milestones",
                milestones.map(|_| version.promised().written_milestones()),
            )?
            .end()
    }
}

/// A milestone, and the kind of the goal in whose terms it may speak.
struct WrittenMilestone(Milestone, &'static str);

impl Serialize for WrittenMilestone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(milestone, kind) = self;
        let key = match milestone.promised {
            Terms::Value(_) => "value",
            Terms::OfGoal(_) => kind,
            Terms::ShareOfWay(_) => "share_of_way",
        };
        WrittenNoun::begin(serializer)?
            .field("period", milestone.period)?
            .field(key, Wire(milestone.promised.number()))?
            .end()
    }
}

impl Serialize for Goal {
    /// A map of the kind and what belongs to it.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Promised(*self, None).serialize(serializer)
    }
}

/// A goal, and what a change counts from.
struct Promised<'a>(Goal, Option<&'a Reference>);

impl Serialize for Promised<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(goal, reference) = self;
        let written = WrittenNoun::begin(serializer)?
            .field("kind", goal.kind())?
            .requirement(goal.requirement())?;
        match goal {
            Goal::Level(_) | Goal::Addition(_) | Goal::Cumulative(_) => written,
            Goal::Change { measured_by, .. } | Goal::AverageGrowth { measured_by, .. } => {
                written.field("measured_by", measured_by)?
            }
            Goal::Keep { every, kept_in, .. } => written.field("every", every)?.some("kept_in", kept_in.as_ref())?,
            Goal::Trend { direction, than, every } => written
                .field("direction", direction)?
                .field("than", than)?
                .field("every", every)?,
            Goal::Unstated(lacks) => written.field("lacks", lacks)?,
        }
        .some("reference", *reference)?
        .end()
    }
}

impl Serialize for Reference {
    /// The reference as it stands in a document.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WrittenNoun::begin(serializer)?
            .field("period", self.period())?
            .field("value", Wire(self.value()))?
            .some("name", self.name())?
            .end()
    }
}

impl Serialize for Baseline {
    /// A period, or a map where there is more to say.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.value().is_none() && self.values.is_empty() && !self.is_mean() && self.citation().is_none() {
            return self.period().serialize(serializer);
        }
        let values: BTreeMap<_, _> = self.values.iter().map(|(code, value)| (code, Wire(*value))).collect();
        WrittenNoun::begin(serializer)?
            .field("period", self.period())?
            .some("value", self.value().map(Wire))?
            .some("values", (!values.is_empty()).then_some(values))?
            .some("mean", self.is_mean().then_some(true))?
            .some("citation", self.citation())?
            .end()
    }
}

impl Serialize for Shape {
    /// The name of the path, or a map with what there is to say beside it.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Schedule(schedule) => WrittenNoun::begin(serializer)?
                .field("schedule", &schedule.points)?
                .field("between", schedule.between)?
                .end(),
            Self::Logistic { ceiling } => WrittenNoun::begin(serializer)?
                .field("shape", word_for(&(), CURVES))?
                .field("ceiling", Wire(*ceiling))?
                .end(),
            named => serializer.serialize_str(word_for(named, PATHS)),
        }
    }
}

impl Serialize for Observations {
    /// The document from which the same observations can be read.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let series: Vec<_> = self.iter().collect();
        let deliveries = self.all_deliveries();
        let deliveries: Vec<_> = deliveries.map(|(code, reports)| Deliveries(code, reports)).collect();
        WrittenNoun::begin(serializer)?
            .field("format", FORMAT)?
            .list("series", &series)?
            .list("deliveries", &deliveries)?
            .end()
    }
}

/// The reports on a deliverable.
struct Deliveries<'a>(&'a Code, &'a [Delivery]);

impl Serialize for Deliveries<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WrittenNoun::begin(serializer)?
            .field("deliverable", self.0)?
            .list("reports", self.1)?
            .end()
    }
}

impl Serialize for Series {
    /// The series as it stands in a document.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WrittenNoun::begin(serializer)?
            .field("indicator", self.indicator())?
            .some("breakdown", self.breakdown())?
            .field("unit", self.unit())?
            .list("publishers", self.publishers())?
            .list("observations", self.observations())?
            .end()
    }
}

impl Serialize for Observation {
    /// The observation as it stands in a document.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let observation = WrittenNoun::begin(serializer)?.field("period", self.period())?;
        let observation = match self.reading() {
            Reading::Exact(value) => observation.field("value", Wire(value))?,
            Reading::Approximate(value) => {
                observation.field("value", BTreeMap::from([("approximately", Wire(value))]))?
            }
            Reading::Interval(interval) => observation.field("value", interval)?,
            Reading::Missing => observation,
        };
        let said: Vec<_> = self.status().iter().map(ObservationStatus::name).collect();
        let observation = observation
            .some("uncertainty", self.uncertainty())?
            .published(self.published())?;
        let observation = match *said {
            [] => observation,
            [word] => observation.field("status", word)?,
            _ => observation.field("status", said)?,
        };
        observation
            .some(
                "cumulative_since",
                self.is_running_total().then(|| self.coverage().first()),
            )?
            .some("source", self.source())?
            .some("note", self.note())?
            .end()
    }
}

impl Serialize for Delivery {
    /// The report as it stands in a document.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WrittenNoun::begin(serializer)?
            .field("state", self.state())?
            .field("on", self.on())?
            .published(self.published())?
            .some("share_done", self.share_done().map(Wire))?
            .some("source", self.source())?
            .some("note", self.note())?
            .end()
    }
}
