//! The indices of the United Nations Economic and Social Commission for Asia and the Pacific.

use rust_decimal::Decimal;

use crate::code;
use crate::dec;
use crate::rule::{Aggregation, Cut, Growth, Method, Progress, Rule, RuleError, Scale, Statistic, Status, Window};

impl Rule {
    /// The current status index of ESCAP: how much of the way to the goal is gone, from 0 at the base to 10 at the
    /// goal.
    ///
    /// ```text
    /// 10 × (y − y₀) ÷ |yT − y₀|, towards the goal
    /// ```
    ///
    /// 10 and more is reached, less than 0 is regress; so it is where the base meets the goal already and the value
    /// moves towards the bound, as it may within a limit. The index has no classes of its own, so that verdicts are
    /// unknown (`no_classes`); what is expected by the year stands beside it as required share of the way. The index is
    /// averaged simply, from indicators to goals. Whether it is capped at 10 is not confirmed, and here it is not.
    ///
    /// # Sources
    ///
    /// ESCAP, "Asia and the Pacific SDG Progress Report", progress assessment methodology.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Rule;
    ///
    /// assert!(Rule::escap_current_status().classes().is_empty());
    /// ```
    pub fn escap_current_status() -> Self {
        let scale = Scale::new(Progress::ShareOfWay).times(dec!(10));
        let mut method = Method::new()
            .with_number(scale)
            .aggregation(Aggregation::new(Statistic::Mean));
        method.as_published = true;
        Self::of_method(code!("escap-current-status"), method)
    }

    /// The anticipated progress index of ESCAP and UNECE, **approximately**: what the trend since 2000 leaves open by
    /// the deadline, in percent of the way that was promised at the base.
    ///
    /// ```text
    /// 100 × |yT − projection| ÷ |yT − y₀|;   0 if the projection is at the goal or beyond
    /// ```
    ///
    /// The projection is a straight line through all values since 2000, by least squares with weights that grow
    /// linearly with time. Confirmed: the windows, that recent values count more, what is divided by what, and the
    /// names *maintain*, *accelerate* and *reverse*. Not confirmed: the form of the weights; and the two cuts, which
    /// the caller says (up to which percentage progress is to be maintained, and up to which it is to be accelerated).
    ///
    /// # Errors
    ///
    /// [`RuleError::Cut`] or [`RuleError::CutsNotRising`] if a cut is out of range or the cuts do not rise.
    ///
    /// # Sources
    ///
    /// UNECE, technical notes to its reports on the goals of 2022, 2023 and 2026; Philippine Statistics Authority, for
    /// the names.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Rule, dec};
    ///
    /// let rule = Rule::escap_anticipated_progress(dec!(10), dec!(100))?;
    /// assert_eq!(rule.classes()[1].name(), "accelerate");
    /// # Ok::<(), milepost::rule::RuleError>(())
    /// ```
    pub fn escap_anticipated_progress(maintain: Decimal, accelerate: Decimal) -> Result<Self, RuleError> {
        let scale = Scale::new(Progress::RemainingGap(Growth::WeightedRegression))
            .times(dec!(100))
            .class("maintain", Status::OnTrack, Cut::AtMost(maintain))
            .class("accelerate", Status::Lagging, Cut::AtMost(accelerate))
            .rest("reverse", Status::Worsening);
        let method = Method::new().window(Window::SinceYear(2000)).with_number(scale);
        Self::composed(code!("escap-anticipated-progress"), method)
    }
}
