//! How fast.
/// x
#[derive(Debug)]
pub enum GrowthError {}
