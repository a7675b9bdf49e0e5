//! The order in which the publishers of a series speak.
//!
//! Ranks are asked of each figure, and a series can name many publishers, so that they are found by name in a sorted
//! list instead of one by one.

use alloc::vec::Vec;

use crate::value::Text;

/// Who publishes a series, the first that has a figure speaking for all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Ranking {
    pub(super) publishers: Vec<Text>,
    /// The places of all, in the order of their names.
    by_name: Vec<usize>,
}

impl Ranking {
    pub(super) const NONE: Self = Self {
        publishers: Vec::new(),
        by_name: Vec::new(),
    };

    /// The ranks of publishers, the first the best.
    pub(super) fn of(publishers: Vec<Text>) -> Self {
        let mut by_name: Vec<usize> = (0..publishers.len()).collect();
        by_name.sort_by_key(|place| publishers.get(*place));
        Self { publishers, by_name }
    }

    /// The place of a publisher, the first where it stands twice.
    pub(super) fn rank_of(&self, publisher: &Text) -> Option<usize> {
        let name = |place: &usize| self.publishers.get(*place);
        let first = self.by_name.partition_point(|place| name(place) < Some(publisher));
        let place = self.by_name.get(first)?;
        (name(place) == Some(publisher)).then_some(*place)
    }
}
