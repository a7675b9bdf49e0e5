//! A figure set beside the path: how far it has come, and how far it should have.

use rust_decimal::Decimal;

use super::{difference, part_of};
use crate::progress::{Fact, Path, Projection, Reason, Standing};
use crate::trajectory::{Distance, Expected, Gone};

/// A figure set beside the path.
#[derive(Clone)]
pub(super) struct Comparison<'s> {
    standing: &'s Standing<'s>,
    path: &'s Path<'s>,
    value: Decimal,
    pub(super) expected: Fact<Decimal>,
    /// The same, exactly.
    due: Fact<Expected>,
    way: Distance,
    gone: Gone,
}

impl<'s> Comparison<'s> {
    pub(super) fn new(standing: &'s Standing<'s>, value: Decimal) -> Fact<Self> {
        let path = standing.question.path()?;
        standing.comparable_with_baseline()?;
        let period = standing.seen.figure.period;
        let way = path.way();
        let gone = way.gone(path.start(), value);
        Ok(Self {
            standing,
            path,
            value,
            expected: path.expected(period),
            due: path.due(period),
            way,
            gone,
        })
    }

    pub(super) fn expected_to_decide(&self) -> Fact<Decimal> {
        Ok(self.path.deciding(self.expected?))
    }

    pub(super) fn gap(&self) -> Fact<Decimal> {
        difference(self.value, self.expected?)
    }

    pub(super) fn share_of_way(&self) -> Fact<Decimal> {
        Ok(self.gone.share_of(&self.way)?)
    }

    pub(super) fn share_expected(&self) -> Fact<Decimal> {
        self.expected?;
        Ok(self.due()?.share_expected()?)
    }

    pub(super) fn pace(&self) -> Fact<Decimal> {
        self.expected?;
        let due = self.due()?;
        if due.is_nothing() {
            return Err(Reason::NothingDueYet);
        }
        Ok(due.pace(&self.gone)?)
    }

    pub(super) fn observed_to_expected(&self) -> Fact<Decimal> {
        part_of(self.value, self.expected?)
    }

    pub(super) fn projection(&self) -> Fact<Projection<'s>> {
        Projection::new(self.standing, self.path, self.value)
    }

    fn due(&self) -> Fact<&Expected> {
        self.due.as_ref().map_err(|reason| *reason)
    }
}
