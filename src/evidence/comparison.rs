//! A figure set beside the path: how far it has come, and how far it should have.

use rust_decimal::Decimal;

use super::{difference, part_of};
use crate::growth::{self, ConstantGrowth, Steady};
use crate::progress::{Fact, Path, Projection, Reason, Standing};

/// A figure set beside the path.
#[derive(Clone, Copy)]
pub(super) struct Comparison<'s> {
    standing: &'s Standing<'s>,
    path: &'s Path<'s>,
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
        let path = standing.question.path()?;
        standing.comparable_with_baseline()?;
        let expected = path.expected(standing.seen.figure.period);
        let due = expected.and_then(|expected| {
            if !path.grows() {
                return Err(Reason::NotForThisGoal);
            }
            Ok(ConstantGrowth::new(path.start(), path.deciding(expected), standing.elapsed()?)?.steady())
        });
        Ok(Self {
            standing,
            path,
            value,
            expected,
            gone,
            whole,
            due,
        })
    }

    pub(super) fn expected_to_decide(&self) -> Fact<Decimal> {
        Ok(self.path.deciding(self.expected?))
    }

    pub(super) fn gap(&self) -> Fact<Decimal> {
        difference(self.value, self.expected?)
    }

    pub(super) fn share_of_way(&self) -> Fact<Decimal> {
        if self.path.grows() {
            return self.share_of_growth(self.gone?, self.whole?);
        }
        self.share(self.value, self.path.goal())
    }

    pub(super) fn share_expected(&self) -> Fact<Decimal> {
        if self.path.grows() {
            return self.share_of_growth(self.due?, self.whole?);
        }
        self.share(self.expected_to_decide()?, self.path.goal())
    }

    pub(super) fn pace(&self) -> Fact<Decimal> {
        let expected = self.expected_to_decide()?;
        if expected == self.path.start() {
            return Err(Reason::NothingDueYet);
        }
        if self.path.grows() {
            return self.share_of_growth(self.gone?, self.due?);
        }
        self.share(self.value, expected)
    }

    pub(super) fn observed_to_expected(&self) -> Fact<Decimal> {
        part_of(self.value, self.expected?)
    }

    pub(super) fn projection(&self) -> Fact<Projection<'s>> {
        Projection::new(self.standing, self.path, self.value, self.gone)
    }

    /// The share of a growth from the start that another one from there makes.
    fn share_of_growth(&self, part: Steady, whole: Steady) -> Fact<Decimal> {
        Ok(part.share_of(whole, self.path.start())?)
    }

    /// The share of the straight way from the start to `to` at which a value lies.
    fn share(&self, value: Decimal, to: Decimal) -> Fact<Decimal> {
        Ok(growth::share_of_way(self.path.start(), value, to)?)
    }
}
