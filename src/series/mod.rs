//! Observations with their vintages and sources, and which of them were known on a date.
//!
//! An [`Observation`] is one published figure. A [`Series`] holds those of one indicator, several vintages of a period
//! among them. [`Series::as_known_on`] shows it as it stood on a date: later figures, and later revisions, are not
//! there. [`Observations`] gathers the series of a plan with the reports on its deliverables.

mod as_of;
mod cover;
mod delivery;
mod error;
mod figure;
mod flags;
mod known;
mod observation;
mod observations;
mod parts;
mod pieces;
mod published;
mod ranking;
mod reading;
#[expect(clippy::module_inception, reason = "the noun is called as the room")]
mod series;
mod source;
mod sources;
mod uncertainty;

pub use as_of::{AsOf, Undated};
pub use delivery::{Delivery, DeliveryState};
pub use error::SeriesError;
pub use figure::{Agreement, Figure, Total};
pub use flags::{Flags, FlagsIter, ObservationStatus};
pub use known::Known;
pub use observation::Observation;
pub use observations::Observations;
pub use published::Published;
pub use reading::Reading;
pub(crate) use reading::ValueDomain;
pub use series::Series;
pub use source::Source;
pub use uncertainty::Uncertainty;
