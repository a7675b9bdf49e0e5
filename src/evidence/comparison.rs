//! A figure set beside the path: how far it has come, and how far it should have.

use rust_decimal::Decimal;

use super::outlook::Outlook;
use super::standing::Standing;
use super::way::Way;
use super::{Fact, Reason, difference, part_of};
use crate::growth::{self, ConstantGrowth, Steady};

/// A figure set beside the path.
#[derive(Clone, Copy)]
pub(super) struct Comparison<'s> {
    standing: &'s Standing<'s>,
    way: &'s Way<'s>,
    value: Decimal,
    pub(super) expected: Fact<Decimal>,
    /// The growth from the baseline to the figure, to the goal, and to what is expected, where shares are measured by logarithms.
    gone: Fact<Steady>,
    whole: Fact<Steady>,
    due: Fact<Steady>,
}

impl<'s> Comparison<'s> {
    pub(super) fn new(
        standing: &'s Standing<'s>,
        value: Decimal,
        gone: Fact<Steady>,
        whole: Fact<Steady>,
    ) -> Fact<Self> {
        let way = standing.stakes.way()?;
        standing.comparable_with_baseline()?;
        let expected = way.expected(standing.seen.figure.period);
        let due = expected.and_then(|expected| {
            if !way.grows() {
                return Err(Reason::NotForThisGoal);
            }
            Ok(ConstantGrowth::new(way.start(), way.deciding(expected), standing.elapsed()?)?.steady())
        });
        Ok(Self {
            standing,
            way,
            value,
            expected,
            gone,
            whole,
            due,
        })
    }

    pub(super) fn expected_to_decide(&self) -> Fact<Decimal> {
        Ok(self.way.deciding(self.expected?))
    }

    pub(super) fn gap(&self) -> Fact<Decimal> {
        difference(self.value, self.expected?)
    }

    pub(super) fn share_of_way(&self) -> Fact<Decimal> {
        if self.way.grows() {
            return self.share_of_growth(self.gone?, self.whole?);
        }
        self.share(self.value, self.way.goal())
    }

    pub(super) fn share_expected(&self) -> Fact<Decimal> {
        if self.way.grows() {
            return self.share_of_growth(self.due?, self.whole?);
        }
        self.share(self.expected_to_decide()?, self.way.goal())
    }

    pub(super) fn pace(&self) -> Fact<Decimal> {
        let expected = self.expected_to_decide()?;
        if expected == self.way.start() {
            return Err(Reason::NothingDueYet);
        }
        if self.way.grows() {
            return self.share_of_growth(self.gone?, self.due?);
        }
        self.share(self.value, expected)
    }

    pub(super) fn observed_to_expected(&self) -> Fact<Decimal> {
        part_of(self.value, self.expected?)
    }

    pub(super) fn outlook(&self) -> Fact<Outlook<'s>> {
        Outlook::new(self.standing, self.way, self.value, self.gone)
    }

    /// The share of a growth from the start that another one from there makes.
    fn share_of_growth(&self, part: Steady, whole: Steady) -> Fact<Decimal> {
        Ok(part.share_of(whole, self.way.start())?)
    }

    /// The share of the straight way from the start to `to` at which a value lies.
    fn share(&self, value: Decimal, to: Decimal) -> Fact<Decimal> {
        Ok(growth::share_of_way(self.way.start(), value, to)?)
    }
}
