//! The rule of Eurostat, as far as it is published.

use rust_decimal::Decimal;

use crate::code;
use crate::dec;
use crate::rule::{Aggregation, Cut, Growth, Method, Progress, Rule, RuleError, Scale, Statistic, Status, Window};

impl Rule {
    /// The rule of Eurostat for sustainable development in the Union, **approximately**: growth over the last 5 or 15
    /// years ÷ growth required.
    ///
    /// ```text
    /// with a number       ratio of the compound rates    0.95 / 0.60 / 0, each in the better class
    /// with a direction    growth, towards the goal       the caller's three cuts
    /// ```
    ///
    /// Confirmed: the growth rates, the windows of 5 and 15 years, the cuts with a number, the names of the classes,
    /// and the score from −5 to 5 (60 % is 0, 130 % and −60 % are the ends) with its mean over a goal. Not confirmed,
    /// and asked of the caller: how long the window must be at least (`at_least` years), and the cuts without a number
    /// (`directed`: from which growth on progress is significant, from which it is progress, and above which a movement
    /// away is moderate, each as a fraction a year: 0.01 is 1 %). Required growth is counted from the first year of the
    /// window, which is not confirmed either.
    ///
    /// # Errors
    ///
    /// [`RuleError::Cut`] or [`RuleError::CutsNotFalling`] if a cut is out of range or the cuts do not fall,
    /// [`RuleError::Window`] if the window is shorter than its least.
    ///
    /// # Sources
    ///
    /// Eurostat, "Sustainable development in the European Union", editions 2018 to 2025, as others summarise and follow
    /// them.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Rule, dec};
    ///
    /// let short_term = Rule::eurostat(5, 3, [dec!(0.01), dec!(0), dec!(-0.01)])?;
    /// assert_eq!(short_term.classes()[0].name(), "significant progress towards the goal");
    /// # Ok::<(), milepost::rule::RuleError>(())
    /// ```
    pub fn eurostat(years: u8, at_least: u8, directed: [Decimal; 3]) -> Result<Self, RuleError> {
        let (significant, moderate) = (
            "significant progress towards the goal",
            "moderate progress towards the goal",
        );
        let with_number = Scale::new(Progress::SignedGrowthRatio(Growth::Compound))
            .class(significant, Status::OnTrack, Cut::AtLeast(dec!(0.95)))
            .class(moderate, Status::Lagging, Cut::AtLeast(dec!(0.60)))
            .class(
                "insufficient progress towards the goal",
                Status::OffTrack,
                Cut::AtLeast(dec!(0)),
            )
            .rest("movement away from the goal", Status::Worsening)
            .scored_between(&[(dec!(-0.6), dec!(-5)), (dec!(0.6), dec!(0)), (dec!(1.3), dec!(5))]);
        let [first, second, third] = directed;
        let without_number = Scale::new(Progress::Growth(Growth::Compound))
            .class(significant, Status::OnTrack, Cut::AtLeast(first))
            .class(moderate, Status::Lagging, Cut::AtLeast(second))
            .class(
                "moderate movement away from the goal",
                Status::OffTrack,
                Cut::MoreThan(third),
            )
            .rest("significant movement away from the goal", Status::Worsening);
        let method = Method::new()
            .window(Window::LastYears { years, at_least })
            .with_number(with_number)
            .without_number(without_number)
            .aggregation(Aggregation::new(Statistic::Mean));
        Self::composed(code!("eurostat"), method)
    }
}
