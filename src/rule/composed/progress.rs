//! What a rule measures, and how it reads movement.

use crate::value::names;

names! { "a way to read growth":
    /// How movement is read from yearly figures.
    #[non_exhaustive]
    #[must_use]
    pub enum Growth {
        /// The compound rate between the first and the last figure: `(y ÷ y₀)^(1 ÷ years) − 1`.
        Compound = "compound",
        /// The continuous rate between the two: `ln(y ÷ y₀) ÷ years`.
        Continuous = "continuous",
        /// The change per year between the two, in units.
        Linear = "linear",
        /// The slope of the straight line through all figures, by least squares.
        LinearRegression = "linear_regression",
        /// The same with weights that grow with time: the last of n years counts n times as much as the first.
        WeightedRegression = "weighted_regression",
        /// The constant growth that fits all figures best: least squares on their logarithms.
        LogLinearRegression = "log_linear_regression",
        /// The same with weights that grow with time.
        WeightedLogLinearRegression = "weighted_log_linear_regression",
        /// The mean of the changes from figure to figure, each per year, in units.
        MeanYearlyChange = "mean_yearly_change",
        /// The average growth by the cumulative method (累计法): it needs a figure of each year, and is that of their
        /// sum, so that nothing is projected by it.
        CumulativeMethod = "cumulative_method",
    }
}

impl Growth {
    /// Whether the growth is a yearly rate that compounds; the others are units a year, or a continuous rate.
    pub(super) const fn compounds(self) -> bool {
        matches!(
            self,
            Self::Compound | Self::LogLinearRegression | Self::WeightedLogLinearRegression | Self::CumulativeMethod
        )
    }

    /// Whether the growth is a fraction per year; the others are units a year.
    pub(super) const fn is_of_rates(self) -> bool {
        self.compounds() || matches!(self, Self::Continuous)
    }
}

/// What a rule cuts into classes.
///
/// `y₀` is the value of the base year `t₀`, `y` the latest one in `t`, `yT` the goal's in `T`; *towards the goal* means
/// with the sign turned round where less is better. Rates are fractions per year.
///
/// Whatever the growth model, cuts are compared with the exact number and not with the one that is shown: a class never
/// depends on rounding, but where the method prescribes one ([`Rounding`](crate::rule::Rounding)), whose result decides
/// then. One number is rounded all the same: the size of a complex rate, which only
/// [`as_published`](crate::Rule::as_published) asks for, to 28 decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "serde",
    serde(
        rename_all = "snake_case",
        expecting = "a measure: `share_of_way`, `level`, `change`, `mean`, `closeness`, `scheduled_share`, `completion`, \
                     `time_distance` or `total_change`; or `growth`, `growth_ratio`, `signed_growth_ratio`, \
                     `projected_change` or `remaining_gap` with how growth is read, as in `{\"growth_ratio\": \"compound\"}`"
    )
)]
#[non_exhaustive]
pub enum Progress {
    /// The observed growth, towards the goal.
    Growth(Growth),
    /// The observed growth towards the goal ÷ the size of the required growth. A base that has passed the goal already,
    /// and lost it, is moving away.
    GrowthRatio(Growth),
    /// The observed growth ÷ the required growth, each with its own sign. A base that has passed the goal already has
    /// no such ratio that means anything: it is a reason, or the number as published.
    SignedGrowthRatio(Growth),
    /// (projection at `T` − y₀) ÷ (yT − y₀): the part of the promised change that the present growth brings. A base
    /// that has passed the goal already is a reason here too.
    ProjectedChange(Growth),
    /// |yT − projection at `T`| ÷ |yT − y₀|: what the present growth leaves open, and 0 where it leads to the goal or
    /// beyond it, of a band even through it: `yT` is its nearer edge. Less is better.
    RemainingGap(Growth),
    /// (y − y₀) ÷ (yT − y₀): how much of the way is gone.
    ///
    /// A base that meets the goal already, as that of a limit does, has no way to go. That is a reason here, unless the
    /// method says what [it means](crate::rule::Method::met_at_base); as published it is the share towards the goal, so
    /// that it is less than 0 where the value moves from inside to the bound.
    ShareOfWay,
    /// The latest value, as it is or [in percent](crate::rule::Method::in_percent), whatever the base and the goal: its
    /// class alone says whether it is achieved. Without classes it says nothing: each indicator has bands of its own,
    /// told by [`Parameters::scale`](crate::rule::Parameters::scale).
    Level,
    /// y − y₀, towards the goal and in units: steps on a scale of ranks.
    Change,
    /// The mean of the values in the window, as they are or [in percent](crate::rule::Method::in_percent). Only of
    /// growth rates.
    Mean,
    /// 1 − |yT − y| ÷ |yT − y₀|: how much nearer the latest value is to the goal than the base, from either side. For
    /// what should be neither more nor less, as the parity of girls and boys. Inside of a band it is 1, beyond it
    /// `yT` is the nearer edge.
    Closeness,
    /// The share of the way that is gone, of logarithms on a constant growth and of log odds on an S-curve, ÷ the share
    /// that a schedule expects.
    ScheduledShare,
    /// Observed ÷ goal, or goal ÷ observed where the bound is an upper one: 1 is as much as was promised, and more is
    /// better.
    ///
    /// Completion is read of the one figure that is judged, wherever the promise starts and however much time is gone.
    /// Amounts below 0 have none, nor has a goal of 0 or of a band.
    Completion,
    /// The years by which the latest value lies behind the straight line to the goal; negative if ahead. Less is
    /// better.
    TimeDistance,
    /// The relative change on the base, which is above 0, towards the goal. The change is set beside the yearly share
    /// that the rule's parameters require: so much for each year, and of a fall no more than all of it.
    TotalChange,
}

/// Which settings of a rule a measure reads.
impl Progress {
    /// Whether this measure needs only the judged figure and the plan, and reads no values of years.
    pub(super) const fn reads_one_figure(self) -> bool {
        matches!(self, Self::ScheduledShare | Self::Completion)
    }

    /// The growth that this measure reads from the values; `None` if it reads none.
    pub(super) const fn growth(self) -> Option<Growth> {
        match self {
            Self::Growth(growth)
            | Self::GrowthRatio(growth)
            | Self::SignedGrowthRatio(growth)
            | Self::ProjectedChange(growth)
            | Self::RemainingGap(growth) => Some(growth),
            _ => None,
        }
    }

    /// Whether this measure reads the values between the first and the last one.
    pub(super) fn reads_between(self) -> bool {
        let by_ends = |growth| matches!(growth, Growth::Compound | Growth::Continuous | Growth::Linear);
        self == Self::Mean || self.growth().is_some_and(|growth| !by_ends(growth))
    }

    /// Whether this measure is another than the level, which alone needs no value but the latest one.
    pub(super) const fn needs_earlier_values(self) -> bool {
        !matches!(self, Self::Level)
    }

    /// Whether this measure depends on the window: a growth, the mean of the values in it, or the total change, for
    /// which the years since the window's first are counted.
    pub(super) const fn reads_window(self) -> bool {
        self.reads_requirement() || matches!(self, Self::Mean)
    }

    /// Whether this measure reads rates that compound.
    pub(super) fn compounds(self) -> bool {
        self.growth().is_some_and(Growth::compounds)
    }

    /// Whether this measure compares a growth, which a method can round before.
    pub(super) const fn compares_rates(self) -> bool {
        self.divides_growth() || matches!(self, Self::Growth(_))
    }

    /// Whether this measure divides the observed growth by the required one.
    pub(super) const fn divides_growth(self) -> bool {
        matches!(self, Self::GrowthRatio(_) | Self::SignedGrowthRatio(_))
    }

    /// Whether the cuts of a scale are values of the indicator, and not ratios, changes or rates.
    pub(super) const fn cuts_values(self) -> bool {
        matches!(self, Self::Level | Self::Mean)
    }

    /// Whether this measure can have no number where the base is 0.
    pub(super) const fn minds_base_of_zero(self) -> bool {
        !matches!(self, Self::Level | Self::Change)
    }

    /// Whether this measure reads the movement per year that the parameters can require.
    pub(super) const fn reads_requirement(self) -> bool {
        self.growth().is_some() || matches!(self, Self::TotalChange)
    }

    /// Whether this measure projects values by the cumulative method. That is impossible: its growth is that of a sum,
    /// and not from one value to another.
    pub(super) const fn projects_a_sum(self) -> bool {
        matches!(
            self,
            Self::ProjectedChange(Growth::CumulativeMethod) | Self::RemainingGap(Growth::CumulativeMethod)
        )
    }

    /// Whether the movement required per year is a fraction of the value; for all other measures it is in units.
    pub(super) const fn requires_rates(self) -> bool {
        match self.growth() {
            Some(growth) => growth.is_of_rates(),
            None => matches!(self, Self::TotalChange),
        }
    }

    /// Whether the number is a part of what is promised, or of what is due by then: 1 is all of it.
    pub(super) const fn is_part_of_promised(self) -> bool {
        self.divides_growth()
            || matches!(self, Self::ProjectedChange(_) | Self::RemainingGap(_))
            || matches!(
                self,
                Self::ShareOfWay | Self::Closeness | Self::ScheduledShare | Self::Completion
            )
    }

    /// Whether there is a required number for this measure, so that a class can begin there.
    pub(super) const fn can_be_cut_at_required(self) -> bool {
        !matches!(
            self,
            Self::Level | Self::Change | Self::Mean | Self::TimeDistance | Self::RemainingGap(_)
        )
    }
}
