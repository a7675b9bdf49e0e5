//! What is hardly meant as it stands.

use crate::value::names;

// Each is called as the code of the problem.
names! { "a likely mistake that can be accepted":
    /// What is hardly meant as it stands: it is refused, or warned of, unless the target
    /// [accepts](crate::plan::TargetBuilder::accepting) it.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::plan::LikelyMistake;
    /// use milepost::{Baseline, Bound, Goal, Measure, Quantity, Target, Unit, code, dec, period};
    ///
    /// // Three times the exports of 2020, which is a change of 2: 200 %.
    /// let exports = Quantity::new(Measure::Flow, Unit::new(code!("USD"), 9)?);
    /// let tripling = Goal::change(Bound::AtLeast(dec!(2)));
    /// let target = Target::builder(code!("exports-2030"), exports, tripling, period!("2030"))
    ///     .baseline(Baseline::observed(period!("2020")));
    ///
    /// let problems = target.clone().build().map(drop).unwrap_err();
    /// let codes: Vec<_> = problems.iter().map(|problem| problem.code()).collect();
    /// assert_eq!(codes, ["large_change"]);
    /// assert!(target.accepting(LikelyMistake::LargeChange).build().is_ok());
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    #[non_exhaustive]
    pub enum LikelyMistake {
        /// A change or a rate beyond ±1, where a fraction is meant: 42 for 42 %. A rate of growth as an indicator is
        /// asked about where its unit is that of plain numbers.
        LargeChange = "large_change",
        /// A bound that every possible value meets, so that it promises nothing.
        AlwaysMet = "always_met",
        /// A bound of 1 % or less on a share that is counted in per cent, where a fraction may be meant: 0.88 for 88 %.
        SmallShare = "small_share",
    }
}
