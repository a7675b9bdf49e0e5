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
use crate::value::decimal::WireDecimal;
use crate::value::{Code, Period, Requirement};

/// A noun that is being written, field by field.
struct WrittenNoun<S: Serializer>(S::SerializeMap);

impl<S: Serializer> WrittenNoun<S> {
    /// Begins a noun, without any field yet.
    fn begin(serializer: S) -> Result<Self, S::Error> {
        serializer.serialize_map(None).map(Self)
    }

    /// Writes a field.
    fn field(mut self, name: &'static str, value: impl Serialize) -> Result<Self, S::Error> {
        self.0.serialize_entry(name, &value)?;
        Ok(self)
    }

    /// Writes a field, unless there is no value.
    fn optional(self, name: &'static str, value: Option<impl Serialize>) -> Result<Self, S::Error> {
        match value {
            Some(value) => self.field(name, value),
            None => Ok(self),
        }
    }

    /// Writes a list, unless it is empty.
    fn list(self, name: &'static str, items: &[impl Serialize]) -> Result<Self, S::Error> {
        self.optional(name, (!items.is_empty()).then_some(items))
    }

    /// Writes the fields of a requirement, if there is one.
    fn requirement(mut self, requirement: Option<Requirement>) -> Result<Self, S::Error> {
        if let Some(requirement) = requirement {
            requirement.serialize_entries(&mut self.0)?;
        }
        Ok(self)
    }

    /// Writes the value of a figure, unless it is missing.
    fn value(self, reading: Reading) -> Result<Self, S::Error> {
        match reading {
            Reading::Exact(value) => self.field("value", WireDecimal(value)),
            Reading::Approximate(value) => self.field("value", BTreeMap::from([("approximately", WireDecimal(value))])),
            Reading::Interval(interval) => self.field("value", interval),
            Reading::Missing => Ok(self),
        }
    }

    /// Writes the flags of a figure into its field `status`: one word, or a list of several; nothing if it has none.
    fn flags(self, flags: Flags) -> Result<Self, S::Error> {
        let words: Vec<_> = flags.iter().map(ObservationStatus::name).collect();
        match *words {
            [] => Ok(self),
            [word] => self.field("status", word),
            _ => self.field("status", words),
        }
    }

    /// Writes when a figure was published, unless that is unstated.
    fn published(self, published: Published) -> Result<Self, S::Error> {
        match published {
            Published::On(day) => self.field("published", day),
            Published::NotBefore(day) => self.field("published", BTreeMap::from([("not_before", day)])),
            Published::Unstated => Ok(self),
        }
    }

    /// Writes the fields of an amendment, without its changes.
    fn amendment(self, amendment: &Amendment) -> Result<Self, S::Error> {
        self.field("in_force", amendment.in_force())?
            .optional("published", amendment.published())?
            .optional("why", amendment.why())?
            .optional("citation", amendment.citation())
    }

    /// Ends the noun.
    fn end(self) -> Result<S::Ok, S::Error> {
        self.0.end()
    }
}

/// Implements `Serialize` for nouns that are written as maps: each by the fields that it adds to a noun without any.
macro_rules! nouns {
    ($($noun:ty: |$own:ident, $begun:ident| $written:expr,)*) => {$(
        impl Serialize for $noun {
            /// Writes it in the form that it has in a document, from which the same value can be read.
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
        .optional("region", plan.region())?
        .field("period", plan.period())?
        .list("issuers", plan.issuers())?
        .optional("published", plan.published())?
        .optional("citation", plan.citation())?
        .optional("note", plan.note())?
        .field("pillars", plan.pillars()),
    Pillar: |pillar, noun| noun
        .field("code", pillar.code())?
        .field("name", pillar.name())?
        .field("weight", pillar.weight())?
        .optional("note", pillar.note())?
        .list("indicators", pillar.indicators())?
        .list("deliverables", pillar.deliverables()),
    Indicator: |indicator, noun| {
        let quantity = indicator.quantity();
        let collected = Some(quantity.collected()).filter(|own| *own != quantity.measure().collected());
        noun
            .field("code", indicator.code())?
            .field("name", indicator.name())?
            .field("measure", quantity.measure())?
            .optional("collected", collected)?
            .field("unit", quantity.unit())?
            .optional("possible", quantity.stated_possible())?
            .list("breakdowns", indicator.breakdowns())?
            .list("adds_up", indicator.adds_up())?
            .optional("note", indicator.note())?
            .list("targets", indicator.targets())
    },
    Breakdown: |breakdown, noun| noun
        .field("code", breakdown.code())?
        .field("name", breakdown.name())?
        .field("dimensions", breakdown.dimensions()),
    Deliverable: |deliverable, noun| noun
        .field("code", deliverable.code())?
        .field("name", deliverable.name())?
        .optional("begins", deliverable.begins)?
        .field("deadline", deliverable.deadline())?
        .field("verifiability", deliverable.verifiability())?
        .field("weight", deliverable.weight())?
        .optional("responsible", deliverable.responsible())?
        .optional("citation", deliverable.citation())?
        .optional("restates", deliverable.restates())?
        .optional("note", deliverable.note())?
        .list("amendments", deliverable.amended_deadlines()),
    Version<Period>: |version, noun| noun
        .amendment(version.amendment())?
        .field("deadline", version.promised()),
    Target: |target, noun| {
        let relation = target.relation();
        noun
            .field("code", target.code())?
            .optional("name", target.name())?
            .optional("of", (target.of != Of::Total).then_some(target.of()))?
            .field("goal", Promised(target.goal(), target.reference()))?
            .optional("baseline", target.baseline())?
            .field("deadline", target.deadline())?
            .optional("limit", target.is_limit())?
            .optional("path", target.shape())?
            .list("milestones", &target.written(target.milestones()))?
            .optional("nature", target.nature())?
            .optional("responsible", target.responsible())?
            .field("weight", target.weight())?
            .optional("reported", target.reported.map(Every::Length))?
            .optional("time", (target.clock != Clock::Months).then_some(target.clock))?
            .optional("citation", target.citation())?
            .optional(relation.map_or("", Relation::name), relation.map(Relation::principal))?
            .optional("part_of", target.part_of())?
            .list("proxies", target.proxies())?
            .optional("note", target.note())?
            .list("accept", target.accepted())?
            .list("amendments", &target.written_amendments())
    },
    WrittenAmendment<'_>: |written, noun| {
        let WrittenAmendment(version, changes) = written;
        let goal = changes.goal.map(|goal| Promised(goal, changes.reference.as_ref()));
        let milestones = changes.milestones.as_deref();
        noun.amendment(version.amendment())?
            .optional("goal", goal)?
            .optional("baseline", changes.baseline.as_ref())?
            .optional("deadline", changes.deadline)?
            .optional("limit", changes.limit)?
            .optional("path", changes.shape.as_ref())?
            .optional("milestones", milestones.map(|stated| version.promised().written(stated)))
    },
    Promised<'_>: |promised, noun| {
        let Promised(goal, reference) = promised;
        let noun = noun.field("kind", goal.kind())?.requirement(goal.requirement())?;
        match goal {
            Goal::Level(_) | Goal::Addition(_) | Goal::Cumulative(_) => noun,
            Goal::Change { measured_by, .. } | Goal::AverageGrowth { measured_by, .. } => {
                noun.field("measured_by", measured_by)?
            }
            Goal::Keep { every, kept_in, .. } => noun.field("every", every)?.optional("kept_in", kept_in.as_ref())?,
            Goal::Trend { direction, than, every } => noun
                .field("direction", direction)?
                .field("than", than)?
                .field("every", every)?,
            Goal::Unstated(lacks) => noun.field("lacks", lacks)?,
        }
        .optional("reference", *reference)
    },
    WrittenMilestone: |written, noun| {
        let WrittenMilestone(milestone, kind) = written;
        let promised = milestone.promised;
        noun.field("period", milestone.period)?
            .field(promised.name(Some(*kind)), WireDecimal(promised.number()))
    },
    Reference: |reference, noun| noun
        .field("period", reference.period())?
        .field("value", WireDecimal(reference.value()))?
        .optional("name", reference.name()),
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
        .optional("breakdown", series.breakdown())?
        .field("unit", series.unit())?
        .list("publishers", series.publishers())?
        .list("observations", series.observations()),
    Observation: |figure, noun| noun
        .field("period", figure.period())?
        .value(figure.reading())?
        .optional("uncertainty", figure.uncertainty())?
        .published(figure.published())?
        .flags(figure.status())?
        .optional("cumulative_since", figure.is_running_total().then(|| figure.coverage().first()))?
        .optional("source", figure.source())?
        .optional("note", figure.note()),
    Deliveries<'_>: |deliveries, noun| noun
        .field("deliverable", deliveries.0)?
        .list("reports", deliveries.1),
    Delivery: |report, noun| noun
        .field("state", report.state())?
        .field("on", report.on())?
        .published(report.published())?
        .optional("share_done", report.share_done().map(WireDecimal))?
        .optional("source", report.source())?
        .optional("note", report.note()),
}

impl Serialize for Of {
    /// The word `total`, or a map of the breakdown or of the dimension.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if *self == Self::Total {
            return serializer.serialize_str(word_for(self, OF));
        }
        WrittenNoun::begin(serializer)?
            .optional("breakdown", self.breakdown())?
            .optional("each", self.each())?
            .end()
    }
}

impl Target {
    /// Milestones of the target as they are written, each with the kind of the goal, which names the field of its
    /// terms.
    fn written(&self, milestones: &[Milestone]) -> Vec<WrittenMilestone> {
        let kind = self.goal().kind();
        let written = |milestone: &Milestone| WrittenMilestone(*milestone, kind);
        milestones.iter().map(written).collect()
    }

    /// The amendments as they are written, each with what it changes of the version before it.
    fn written_amendments(&self) -> Vec<WrittenAmendment<'_>> {
        let versions = self.versions_with_changes();
        versions
            .map(|(version, changes)| WrittenAmendment(version, changes))
            .collect()
    }
}

/// An amendment as it is written: the version that it makes, and what it changes.
struct WrittenAmendment<'a>(&'a Version<Target>, Changes);

/// A milestone as it is written, with the kind of the goal, which names the field if it is in the terms of the goal.
struct WrittenMilestone(Milestone, GoalKind);

impl Serialize for Goal {
    /// A map of the kind, the requirement and the other fields of this kind of goal.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // A goal by itself has no reference.
        Promised(*self, None).serialize(serializer)
    }
}

/// A goal, and the reference from which a change counts; `None` if it counts from the baseline.
struct Promised<'a>(Goal, Option<&'a Reference>);

impl Serialize for Baseline {
    /// A period, or a map if the baseline states a value, parts, a mean or a citation.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.value().is_none() && self.values.is_empty() && !self.is_mean() && self.citation().is_none() {
            return self.period().serialize(serializer);
        }
        let values: BTreeMap<_, _> = self
            .values
            .iter()
            .map(|(code, value)| (code, WireDecimal(*value)))
            .collect();
        WrittenNoun::begin(serializer)?
            .field("period", self.period())?
            .optional("value", self.value().map(WireDecimal))?
            .optional("values", (!values.is_empty()).then_some(values))?
            .optional("mean", self.is_mean().then_some(true))?
            .optional("citation", self.citation())?
            .end()
    }
}

impl Serialize for Shape {
    /// The name of the path, or a map of a schedule or an S-curve.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Schedule(schedule) => WrittenNoun::begin(serializer)?
                .field("schedule", &schedule.points)?
                .field("between", schedule.between)?
                .end(),
            Self::Logistic { ceiling } => WrittenNoun::begin(serializer)?
                .field("shape", word_for(&(), CURVES))?
                .field("ceiling", WireDecimal(*ceiling))?
                .end(),
            named => serializer.serialize_str(word_for(named, PATHS)),
        }
    }
}

/// The reports on a deliverable.
struct Deliveries<'a>(&'a Code, &'a [Delivery]);
