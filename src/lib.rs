//! The promises of published plans, as types: where should we be by now, where are we, how fast must it grow from here,
//! and are we on track?
//!
//! ```
//! use milepost::{
//!     Baseline, Bound, Goal, Measure, Observation, Quantity, Rule, Series, Status, Target, Unit, assess, code, day,
//!     dec, period,
//! };
//!
//! // "By 2026, gross regional product is to exceed 200 billion yuan." It was 151.77 billion in 2021, and 178.18
//! // billion in 2025.
//! let unit = Unit::new(code!("CNY"), 8)?;
//! let goal = Goal::level(Bound::MoreThan(dec!(2000)));
//! let target = Target::builder(code!("gdp-2026"), Quantity::new(Measure::Flow, unit.clone()), goal, period!("2026"))
//!     .baseline(Baseline::stated(period!("2021"), dec!(1517.7)))
//!     .build()?;
//! let figure = Observation::new(period!("2025"), dec!(1781.8)).published_on(day!("2026-01-26"));
//! let series = Series::new(code!("gdp"), unit, vec![figure])?;
//!
//! // 1. Where should it be by now?
//! let today = day!("2026-01-31");
//! let path = target.trajectory(&series, today)?;
//! assert_eq!(path.expected(period!("2025"))?.round_dp(2), dec!(1892.61));
//!
//! // 2. Where is it, 3. how fast must it grow from here, and 4. is it on track, and why?
//! let assessment = assess(&target, &series, today, &Rule::pace());
//! assert_eq!(assessment.evidence.gap?.round_dp(2), dec!(-110.81));
//! assert_eq!(format!("{:.3}", assessment.evidence.growth_required_from_now?), "12.246 %");
//! assert_eq!(assessment.verdict.status, Status::Lagging);
//! assert_eq!(assessment.verdict.reason.to_string(), "judged by its pace");
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```
//!
//! A plan makes promises: "over 200 billion by 2026", "air good on at least 88 % of days", "19.4 km of riverfront in
//! five years", "keep the fishing ban". Then figures arrive, year by year. This crate holds the promises as types and
//! answers, as pure functions, the four questions that everybody asks of a plan. It has no clock, no input or output,
//! no global state, no locale, and it does not panic: the caller says as of which day, and the same question has the
//! same answer on every platform.
//!
//! What an office does with a plan, from loading one to a rule of its own, is told recipe by recipe in the
//! [`cookbook`].
//!
//! # Six words
//!
//! | word | means, everywhere |
//! |---|---|
//! | **baseline** | where the promise starts |
//! | **goal** | what is promised |
//! | **milestone** | a value promised in between |
//! | **expected** | the value on the path |
//! | **observed** | measured |
//! | **required** | needed from here |
//!
//! # The street
//!
//! The rooms in their order: every room knows only those before it.
//!
//! - [`value`]: periods, positions in time, rates, bounds, quantities and units, checked when they are made.
//! - [`mod@growth`]: growth between two values, required growth, averages; correctly rounded, and compared exactly.
//! - [`trajectory`]: the path from a baseline to a goal.
//! - [`series`]: observations with their vintages, and what of them was known on a date.
//! - [`plan`]: plans, pillars, indicators, targets, goals, deliverables; built in code or read from a document that
//!   reports all its problems at once.
//! - `table` (feature `csv`): tables of figures and of promises, SDMX-CSV among them, read and written.
//! - [`mod@evidence`]: the plain facts about one target as of a date, each a value or a reason.
//! - [`rule`]: rules as data, not as a trait, and the verdicts that they give.
//! - [`assessment`]: evidence and verdict together, of a target, of each of its parts, and of a deliverable.
//! - [`rollup`]: pillars and plans: counts, coverage, score, and what needs attention.
//! - [`report`]: cells, words and chart points, for a front end that does no arithmetic.
//! - `vega_lite` (with `serde`): a report's targets as charts that a browser draws, with their words and tables.
//! - `schema`, with the feature `schemars`: JSON Schemas of what is read and written.
//! - [`batch`]: the same verdicts over columns of floats, millions of rows a second.
//!
//! What one writes a plan and its figures with, and what the verbs answer, stands at the root too; there is no prelude.
//!
//! # Amendments
//!
//! A promise that is amended keeps its history: the version in force is judged, and the first promise stands beside it.
//!
//! ```
//! use milepost::{Amendment, Baseline, Bound, Changes, Goal, Measure, Observation, Quantity, Rule, Series, Status};
//! use milepost::{Target, Unit};
//! use milepost::{assess, code, day, dec, period};
//!
//! // At least 80 % in 2025, from 60 % in 2020; since June 2023 70 % are enough.
//! let share = Quantity::new(Measure::Share, Unit::percent());
//! let at_least = |share| Goal::level(Bound::AtLeast(share));
//! let target = Target::builder(code!("connected"), share, at_least(dec!(80)), period!("2025"))
//!     .baseline(Baseline::stated(period!("2020"), dec!(60)))
//!     .amendment(Amendment::new(day!("2023-06-01")), Changes::new().goal(at_least(dec!(70))))
//!     .build()?;
//! let figure = Observation::new(period!("2023"), dec!(66)).published_on(day!("2024-01-15"));
//! let series = Series::new(code!("connected"), Unit::percent(), vec![figure])?;
//!
//! let assessment = assess(&target, &series, day!("2024-02-01"), &Rule::pace());
//! assert_eq!(assessment.verdict.status, Status::OnTrack);
//! assert_eq!(assessment.by_first_promise.map(|first| first.verdict.status), Some(Status::OffTrack));
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```
//!
//! # Features
//!
//! | feature | brings | costs, beside the 14 crates that are always built | Rust |
//! |---|---|---|---|
//! | `std` (on by default) | the standard library for the crates on which this one is built, so that their errors work with `?` | no crate | 1.85 |
//! | `serde` (on by default) | `PlanDocument`, `TargetDocument` and `ObservationsDocument`, whose fields stand in [`plan`], and everything else that is read or written | `serde`: 3 crates | 1.85 |
//! | `csv` | the module `table`: CSV, read by a map of its columns, and SDMX-CSV; implies `serde` and `std` | `csv`: 5 more | 1.85 |
//! | `schemars` | the module `schema`: JSON Schemas of what is read and written; implies `serde` | `schemars`, `serde_json`: 10 more | 1.85 |
//! | `rayon` | `batch::verdicts_in_parallel`: columns on all cores; implies `std` | `rayon`: 6 | 1.85 |
//! | `simd` | columns in the widest vectors that the machine has, chosen when the program runs; implies `std` | `pulp`: 10, and code for each kind of vector | 1.85 |
//! | `avx512` | AVX-512 among them; implies `simd` | code for it | 1.89 |
//!
//! None of them changes an answer. Without `std` the crate is `no_std` with `alloc`, and `serde` and `schemars` work
//! there too. Decimals are written as strings, whatever features other crates switch on in `rust_decimal`: see
//! [`mod@decimal`].
//!
//! # Minimum supported Rust version
//!
//! 1.85, and 1.89 with `avx512`. It rises in minor releases only, and stays at least six months behind the newest Rust.
//!
//! # Stability
//!
//! | what | promised |
//! |---|---|
//! | public names | [Semantic Versioning](https://semver.org); what will grow is `#[non_exhaustive]`, what must be matched fully is not |
//! | public dependencies | `chrono` 0.4, `rust_decimal` 1 and, with `serde`, `serde` 1: another major of one of them is a major of this crate |
//! | documents | `format` 1 stays readable; fields are only added to it, and none changes its meaning |
//! | JSON that is written | keys and codes are only added within a `format`; rules that are stored read back as they were |
//! | sentences | none: words for people may improve in any release, codes and numbers are for programs |
//! | numbers | correctly rounded to the digits that are shown; a change of one is named in the changelog |
//! | verdicts | a mended meaning may change a status in a minor release; the changelog names the kind, and the status before and after |
//! | costs | a verdict by pace takes no memory from the heap; check, assessment and report are linear or *n* log *n* in what they are given |
//! | panics | none: bad input is a problem, an error or a reason |

#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(not(test), no_std)]

extern crate alloc;
#[cfg(feature = "csv")]
extern crate std;

pub mod assessment;
pub mod batch;
pub mod evidence;
mod exact;
pub mod growth;
pub mod plan;
mod progress;
pub mod report;
pub mod rollup;
pub mod rule;
#[cfg(feature = "schemars")]
pub mod schema;
pub mod series;
#[cfg(feature = "csv")]
pub mod table;
pub mod trajectory;
pub mod value;
#[cfg(feature = "serde")]
pub mod vega_lite;

#[cfg(any(doc, doctest))]
#[doc = include_str!("../docs/cookbook.md")]
pub mod cookbook {}

pub use assessment::{Assessment, DeliverableAssessment, assess, assess_deliverable, assess_target};
pub use chrono::{self, Month, NaiveDate};
pub use evidence::{Caveat, Caveats, Evidence, Fact, Ground, Missing, Outcome, Reason, evidence};
pub use plan::{
    Amendment, Baseline, Breakdown, Changes, Citation, Deliverable, Every, Goal, Indicator, Lacks, LikelyMistake,
    Milestone, Nature, Of, Pillar, Plan, Problem, Problems, Reference, Revision, Severity, Target, Than, Verifiability,
    Version,
};
#[cfg(feature = "serde")]
pub use plan::{ObservationsDocument, PlanDocument, TargetDocument};
pub use report::Report;
pub use rollup::{PlanAssessment, assess_plan};
pub use rule::{Comparison, Cuts, PlanComparison, Rule, Status, Verdict, compare, compare_plan, verdict};
pub use rust_decimal::{self, Decimal};
pub use series::{
    AsOf, Delivery, DeliveryState, Figure, Observation, ObservationStatus, Observations, Published, Reading, Series,
    SeriesError, Source, Uncertainty, Undated,
};
pub use trajectory::{Between, Clock, Point, Schedule, Shape, Trajectory};
pub use value::{
    Bound, Code, Collected, Direction, Interval, Language, Length, Measure, Period, Quantity, Rate, Requirement, Text,
    Unit, ValueError, Weight, Years, date, decimal,
};
