//! The rules that offices publish, one file an office, each as its own note says it.

mod china;
mod escap;
mod eurostat;
mod igme;
mod nutrition;
mod open_sdg;
mod s_distance;
mod sbti;
mod sdsn;
mod undp;
mod unsd;
mod unsd_level;

pub use china::{instalment_points, year_grade};
pub use nutrition::{NutritionIndicator, nutrition_parameters};
pub use open_sdg::open_sdg_binary;
pub use undp::{undp_binary, undp_likert};
pub use unsd_level::unsd_level_bands;
