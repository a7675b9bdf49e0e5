//! Writes plans and observations as documents.
//!
//! What is written reads back as what it was. Fields that say nothing are left out, and decimals are strings.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::super::{
    Amendment, Baseline, Breakdown, Changes, Deliverable, Every, Goal, GoalKind, Indicator, Milestone, Of, Pillar,
    Plan, Reference, Relation, Target, Version,
};
use super::noun::FORMAT;
use super::words::{CURVES, OF, PATHS, word_for};
use crate::series::{Delivery, Flags, Observation, ObservationStatus, Observations, Published, Reading, Series};
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

    /// The field that says the value of a figure, unless it has none.
    fn value(self, reading: Reading) -> Result<Self, S::Error> {
        match reading {
            Reading::Exact(value) => self.field("value", Wire(value)),
            Reading::Approximate(value) => self.field("value", BTreeMap::from([("approximately", Wire(value))])),
            Reading::Interval(interval) => self.field("value", interval),
            Reading::Missing => Ok(self),
        }
    }

    /// The field that says how final a figure is, by one word or several, unless nobody does.
    fn status(self, status: Flags) -> Result<Self, S::Error> {
        let said: Vec<_> = status.iter().map(ObservationStatus::name).collect();
        match *said {
            [] => Ok(self),
            [word] => self.field("status", word),
            _ => self.field("status", said),
        }
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

/// Gives nouns that are maps their writers: each the fields that it adds to a noun without any.
macro_rules! nouns {
    ($($noun:ty: |$own:ident, $begun:ident| $written:expr,)*) => {$(
        impl Serialize for $noun {
            /// Writes it as it stands in a document, from which the same can be read.
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let ($own, $begun) = (self, WrittenNoun::<S>::begin(serializer)?);
                $written?.end()
            }
        }
    )*};
}

nouns! {
    Plan: |plan, noun| noun
        .field("format", FORMAT)?
        .field("code", plan.code())?
        .field("name", plan.name())?
        .some("region", plan.region())?
        .field("period", plan.period())?
        .list("issuers", plan.issuers())?
        .some("published", plan.published())?
        .some("citation", plan.citation())?
        .some("note", plan.note())?
        .field("pillars", plan.pillars()),
    Pillar: |pillar, noun| noun
        .field("code", pillar.code())?
        .field("name", pillar.name())?
        .field("weight", pillar.weight())?
        .some("note", pillar.note())?
        .list("indicators", pillar.indicators())?
        .list("deliverables", pillar.deliverables()),
    Indicator: |indicator, noun| {
        let quantity = indicator.quantity();
        let collected = Some(quantity.collected()).filter(|own| *own != quantity.measure().collected());
        noun
            .field("code", indicator.code())?
            .field("name", indicator.name())?
            .field("measure", quantity.measure())?
            .some("collected", collected)?
            .field("unit", quantity.unit())?
            .some("possible", quantity.stated_possible())?
            .list("breakdowns", indicator.breakdowns())?
            .list("adds_up", indicator.adds_up())?
            .some("note", indicator.note())?
            .list("targets", indicator.targets())
    },
    Breakdown: |breakdown, noun| noun
        .field("code", breakdown.code())?
        .field("name", breakdown.name())?
        .field("dimensions", breakdown.dimensions()),
    Deliverable: |deliverable, noun| noun
        .field("code", deliverable.code())?
        .field("name", deliverable.name())?
        .some("begins", deliverable.begins)?
        .field("deadline", deliverable.deadline())?
        .field("verifiability", deliverable.verifiability())?
        .field("weight", deliverable.weight())?
        .some("responsible", deliverable.responsible())?
        .some("citation", deliverable.citation())?
        .some("restates", deliverable.restates())?
        .some("note", deliverable.note())?
        .list("amendments", deliverable.amended_deadlines()),
    Target: |target, noun| {
        let relation = target.relation();
        noun
            .field("code", target.code())?
            .some("name", target.name())?
            .some("of", (target.of != Of::Total).then_some(target.of()))?
            .field("goal", Promised(target.goal(), target.reference()))?
            .some("baseline", target.baseline())?
            .field("deadline", target.deadline())?
            .some("limit", target.is_limit())?
            .some("path", target.shape())?
            .list("milestones", &target.written(target.milestones()))?
            .some("nature", target.nature())?
            .some("responsible", target.responsible())?
            .field("weight", target.weight())?
            .some("reported", target.reported.map(Every::Length))?
            .some("time", (target.clock != Clock::Months).then_some(target.clock))?
            .some("citation", target.citation())?
            .some(relation.map_or("", Relation::name), relation.map(Relation::principal))?
            .some("part_of", target.part_of())?
            .list("proxies", target.proxies())?
            .some("note", target.note())?
            .list("accept", target.accepted())?
            .list("amendments", &target.written_amendments())
    },
    WrittenMilestone: |written, noun| {
        let WrittenMilestone(milestone, kind) = written;
        let promised = milestone.promised;
        noun.field("period", milestone.period)?
            .field(promised.name(Some(*kind)), Wire(promised.number()))
    },
    Reference: |reference, noun| noun
        .field("period", reference.period())?
        .field("value", Wire(reference.value()))?
        .some("name", reference.name()),
    Observations: |observations, noun| {
        let series: Vec<_> = observations.iter().collect();
        let deliveries = observations.all_deliveries();
        let deliveries: Vec<_> = deliveries.map(|(code, reports)| Deliveries(code, reports)).collect();
        noun
            .field("format", FORMAT)?
            .list("series", &series)?
            .list("deliveries", &deliveries)
    },
    Series: |series, noun| noun
        .field("indicator", series.indicator())?
        .some("breakdown", series.breakdown())?
        .field("unit", series.unit())?
        .list("publishers", series.publishers())?
        .list("observations", series.observations()),
    Observation: |figure, noun| noun
        .field("period", figure.period())?
        .value(figure.reading())?
        .some("uncertainty", figure.uncertainty())?
        .published(figure.published())?
        .status(figure.status())?
        .some("cumulative_since", figure.is_running_total().then(|| figure.coverage().first()))?
        .some("source", figure.source())?
        .some("note", figure.note()),
    Delivery: |report, noun| noun
        .field("state", report.state())?
        .field("on", report.on())?
        .published(report.published())?
        .some("share_done", report.share_done().map(Wire))?
        .some("source", report.source())?
        .some("note", report.note()),
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

impl Serialize for Version<Period> {
    /// The amendment of a deliverable as it stands in a document.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WrittenNoun::begin(serializer)?
            .amendment(self.amendment())?
            .field("deadline", self.promised())?
            .end()
    }
}

impl Target {
    /// Milestones of the target, each with the kind of the goal, whose terms its fields are named by.
    fn written(&self, milestones: &[Milestone]) -> Vec<WrittenMilestone> {
        let kind = self.goal().kind();
        let written = |milestone: &Milestone| WrittenMilestone(*milestone, kind);
        milestones.iter().map(written).collect()
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
        let promised = version.promised();
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
                changes.milestones.as_ref().map(|stated| promised.written(stated)),
            )?
            .end()
    }
}

/// A milestone, and the kind of the goal in whose terms it may speak.
struct WrittenMilestone(Milestone, GoalKind);

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
