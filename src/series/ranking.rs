//! The order in which the publishers of a series speak.
//!
//! Ranks are asked of each figure, and a series can name many publishers, so that they are found by name in a sorted
//! list instead of one by one.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::value::Text;

/// Who publishes a series, the first that has a figure speaking for all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Ranking {
    pub(super) publishers: Vec<Text>,
    /// The place of each, the first where it stands twice.
    places: BTreeMap<Text, usize>,
}

impl Ranking {
    pub(super) const NONE: Self = Self {
        publishers: Vec::new(),
        places: BTreeMap::new(),
    };

    /// The ranks of publishers, the first the best.
    pub(super) fn of(publishers: Vec<Text>) -> Self {
        let by_name = publishers.iter().enumerate().rev();
        let places = by_name.map(|(place, name)| (name.clone(), place)).collect();
        Self { publishers, places }
    }

    /// The place of a publisher, the first where it stands twice.
    pub(super) fn rank_of(&self, publisher: &Text) -> Option<usize> {
        self.places.get(publisher).copied()
    }
}
