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

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::iter;

use crate::rule::{Rule, RuleError};
use crate::value::{excerpt, nearest};

pub use china::{instalment_points, year_grade};
pub use nutrition::{NutritionIndicator, nutrition_parameters};
pub use open_sdg::open_sdg_binary;
pub use undp::{undp_binary, undp_likert};
pub use unsd_level::unsd_level_bands;

impl Rule {
    /// The rules of offices that need nothing more than a target and its figures.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Rule;
    ///
    /// let codes: Vec<String> = Rule::published().map(|rule| rule.code().to_string()).collect();
    /// assert!(codes.contains(&"open-sdg".to_owned()));
    /// ```
    pub fn published() -> impl Iterator<Item = Self> {
        [
            Self::open_sdg,
            Self::unsd_2022,
            Self::unsd_2022_growth,
            Self::unsd_projected,
            Self::undp,
            Self::undp_2025,
            Self::china_schedule,
            Self::china_level_growth,
            Self::china_cumulative_growth,
            Self::igme,
            Self::s_distance,
            Self::escap_current_status,
        ]
        .into_iter()
        .map(|rule| rule())
    }

    /// The codes of the other published rules, each with what it must be told.
    pub const NEEDING_MORE: [(&'static str, &'static str); 8] = [
        (
            "china-midterm",
            "the share from which a goal is basically reached, by `Rule::china_midterm`",
        ),
        (
            "eurostat",
            "its years and the cuts of a direction without a number, by `Rule::eurostat`",
        ),
        (
            "escap-anticipated-progress",
            "the gaps up to which progress is kept or sped up, by `Rule::escap_anticipated_progress`",
        ),
        (
            "sbti-absolute-contraction",
            "the share of the base to cut each year, by `Rule::sbti_absolute_contraction`",
        ),
        (
            "nutrition-2030",
            "`nutrition_parameters` of each indicator, by `Rule::nutrition_2030().with_parameters`",
        ),
        (
            "nutrition-2030-unicef",
            "`nutrition_parameters` of each indicator, by `Rule::nutrition_2030_unicef().with_parameters`",
        ),
        (
            "sdsn-arrows",
            "the bounds and the threshold of each indicator, by `Rule::sdsn_arrows().with_parameters`",
        ),
        (
            "unsd-level",
            "`unsd_level_bands` of each indicator, by `Rule::unsd_level().with_parameters`",
        ),
    ];

    /// The rule with this code: that of this crate, or one of [`published`](Self::published).
    ///
    /// # Errors
    ///
    /// [`RuleError::NeedsMore`] for a published rule that must be told something, [`RuleError::NoSuchRule`] for any
    /// other code.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Rule;
    ///
    /// assert_eq!(Rule::by_code("open-sdg")?, Rule::open_sdg());
    /// assert_eq!(
    ///     Rule::by_code("unsd-level").unwrap_err().to_string(),
    ///     "the rule `unsd-level` needs `unsd_level_bands` of each indicator, by `Rule::unsd_level().with_parameters`"
    /// );
    /// # Ok::<(), milepost::rule::RuleError>(())
    /// ```
    pub fn by_code(code: &str) -> Result<Self, RuleError> {
        if let Some((code, needs)) = Self::NEEDING_MORE.into_iter().find(|(known, _)| *known == code) {
            return Err(RuleError::NeedsMore { code, needs });
        }
        let mut rules: Vec<_> = iter::once(Self::pace()).chain(Self::published()).collect();
        if let Some(place) = rules.iter().position(|rule| rule.code().as_str() == code) {
            return Ok(rules.swap_remove(place));
        }
        let all = || {
            let known = rules.iter().map(|rule| rule.code().as_str());
            known.chain(Self::NEEDING_MORE.map(|(code, _)| code))
        };
        let text = code.to_ascii_lowercase().replace([' ', '_'], "-");
        // The name of an office alone is the beginning of the codes of its rules.
        let begins = |known: &&str| known.strip_prefix(&*text).is_some_and(|rest| rest.starts_with('-'));
        let nearest = nearest(&text, all()).or_else(|| all().find(begins));
        Err(RuleError::NoSuchRule {
            code: excerpt(code),
            nearest: nearest.map(String::from),
            known: rules.iter().map(|rule| rule.code().to_string()).collect(),
        })
    }
}
