//! The promises of published plans, as types.
#![cfg_attr(not(test), no_std)]

extern crate alloc;

pub mod assessment;
pub mod evidence;
pub mod growth;
pub mod plan;
pub mod rollup;
pub mod rule;
pub mod series;
pub mod trajectory;
pub mod value;

pub use assessment::{Assessment, Comparison, CutValue, DeliveryAssessment, assess, assess_delivery, compare};
pub use chrono::{self, NaiveDate};
pub use evidence::{Caveat, Caveats, Evidence, Fact, Outcome, Reason, Record, evidence};
pub use growth::{ConstantChange, ConstantGrowth, GrowthError};
pub use plan::{
    Baseline, Checked, Citation, Deliverable, Goal, Indicator, Lacks, MeasuredBy, Nature, Pillar, Plan, PlanBuilder,
    Problem, ProblemKind, Problems, Relation, Severity, Target, TargetBuilder, Than, Verifiability, Weight,
};
pub use rollup::{Counts, PillarAssessment, PlanAssessment, Summary, TargetAssessment, assess_plan};
pub use rule::{Cuts, Rule, RuleError, Status, Verdict, verdict};
pub use rust_decimal::{self, Decimal};
pub use series::{
    AsOf, Delivery, DeliveryState, Figure, Known, Observation, ObservationStatus, Observations, Published, Reading,
    Series, SeriesError, Source, Total, Undated,
};
pub use trajectory::{Between, Curve, Milestone, Schedule, Shape, Trajectory, TrajectoryError};
pub use value::{
    Band, Bound, Code, Direction, Frequency, Interval, Language, Length, Limit, Measure, Period, Position, Quantity,
    Rate, Requirement, Text, Tolerance, Unit, ValueError, Years, date, decimal,
};
