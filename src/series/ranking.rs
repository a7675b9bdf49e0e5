//! The ranks of the publishers of a series: of each period the figure of the best rank counts.
//!
//! Ranks are asked of each figure, and a series can name many publishers, so that they are found by name in a sorted
//! list instead of one by one.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::value::Text;

/// The publishers of a series in the order of their ranks: of each period the figure of the first one counts that has
/// any.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Ranking {
    pub(super) publishers: Vec<Text>,
    /// The rank of each publisher, from 0 on: its first place in the list.
    places: BTreeMap<Text, usize>,
}

impl Ranking {
    pub(super) const NONE: Self = Self {
        publishers: Vec::new(),
        places: BTreeMap::new(),
    };

    /// The ranking of these publishers, the best first.
    pub(super) fn of(publishers: Vec<Text>) -> Self {
        let by_name = publishers.iter().enumerate().rev();
        let places = by_name.map(|(place, name)| (name.clone(), place)).collect();
        Self { publishers, places }
    }

    /// The rank of a publisher, from 0 on: its first place in the list; `None` if it is not in the list.
    pub(super) fn rank_of(&self, publisher: &Text) -> Option<usize> {
        self.places.get(publisher).copied()
    }
}
