//! The rules of this crate, for its tests and its benches.

use milepost::{Rule, dec};

/// Every rule of this crate.
pub(crate) fn rules() -> Vec<Rule> {
    let directed = [dec!(0.01), dec!(0), dec!(-0.01)];
    vec![
        Rule::pace(),
        Rule::open_sdg(),
        Rule::unsd_2022(),
        Rule::unsd_2022_growth(),
        Rule::unsd_projected(),
        Rule::undp(),
        Rule::undp_2025(),
        Rule::china_schedule(),
        Rule::china_midterm(dec!(0.95)).unwrap(),
        Rule::china_level_growth(),
        Rule::china_cumulative_growth(),
        Rule::nutrition_2030(),
        Rule::igme(),
        Rule::s_distance(),
        Rule::eurostat(5, 3, directed).unwrap(),
        Rule::escap_current_status(),
        Rule::escap_anticipated_progress(dec!(10), dec!(100)).unwrap(),
        Rule::sdsn_arrows(),
        Rule::sbti_absolute_contraction(dec!(0.042)).unwrap(),
        Rule::nutrition_2030_unicef(),
        Rule::unsd_level(),
    ]
}
