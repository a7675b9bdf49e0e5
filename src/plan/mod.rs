//! What was promised: the nouns of a published plan.
//!
//! A [`Plan`] has [`Pillar`]s; a pillar has [`Indicator`]s and [`Deliverable`]s; an indicator has [`Target`]s; a target
//! has a [`Goal`], a [`Baseline`], a deadline, and perhaps [`Point`](crate::trajectory::Point)s on its path. They are
//! built in code or read from a document, and every way leads through the same checks, which report all [`Problems`] at
//! once.
#![doc = include_str!("../../docs/documents.md")]

mod amendment;
mod baseline;
mod breakdown;
mod check;
mod check_magnitudes;
mod check_observations;
mod citation;
mod dates;
mod deliverable;
#[cfg(feature = "serde")]
pub(crate) mod document;
mod every;
mod goal;
mod goal_kind;
mod indicator;
mod likely_mistake;
mod milestone;
pub(crate) mod nearest;
mod part_names;
mod pillar;
#[expect(clippy::module_inception, reason = "the noun is called as the room")]
mod plan;
mod problem;
mod reference_chains;
mod references;
mod replacement;
mod revision;
pub(crate) mod slips;
mod target;
mod target_builder;
mod target_versions;

pub use amendment::{Amendment, Changes, Version};
pub use baseline::{Baseline, Reference};
pub use breakdown::{Breakdown, Of};
pub use citation::Citation;
pub use deliverable::{Deliverable, Verifiability};
#[cfg(feature = "serde")]
pub use document::{ObservationsDocument, PlanDocument, TargetDocument};
pub use every::Every;
pub use goal::{Goal, Lacks, MeasuredBy, Than};
pub use goal_kind::GoalKind;
pub use indicator::Indicator;
pub use likely_mistake::LikelyMistake;
pub use milestone::{Milestone, Terms};
pub use pillar::Pillar;
pub use plan::{Plan, PlanBuilder};
pub use problem::{Checked, Problem, ProblemKind, Problems, Severity, TableError};
pub use replacement::Replacement;
pub use revision::Revision;
pub use target::{Nature, Relation, Target};
pub use target_builder::TargetBuilder;
