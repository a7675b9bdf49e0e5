//! The trend arrows of the Sustainable Development Solutions Network.

use crate::code;
use crate::dec;
use crate::rule::{Achieved, Base, Class, Cut, Growth, Method, Progress, Rule, Scale, Status, Transform};

impl Rule {
    /// The trend arrows of the Sustainable Development Report, **approximately**: the yearly change of a normalised
    /// score ÷ the one that leads to the green threshold by the deadline.
    ///
    /// ```text
    /// score      100 × (value − lower) ÷ (optimum − lower), not clipped
    /// ↑  on track or maintaining    the latest score is at the green threshold or above, or the ratio is 1 or more
    /// ➚  moderately improving       0.5 or more
    /// →  stagnating                 0 or more
    /// ↓  decreasing                 below
    /// ```
    ///
    /// The base is the first year of the trend's window, or a year beside it. The bounds and the green threshold of an
    /// indicator are told by [`Parameters::bounds`](crate::rule::Parameters::bounds) and
    /// [`Parameters::level`](crate::rule::Parameters::level); without them a target is unknown (`not_configured`).
    ///
    /// Green at the base is ↑ while it lasts, and ↓ when it is lost.
    ///
    /// This rule gives 10,450 of 10,726 arrows of the edition of 2021 (97.4 %), all those whose bounds and two values
    /// are published; 95.9 % of 9,963 of 2020, and 98.6 % of 2,421 of the report on Europe of 2019. Of the others, 249
    /// are → where it says ↓, most of them of carbon dioxide, trophic level and tuberculosis. They follow a rule that
    /// is not known, so no exact conformity is claimed.
    ///
    /// # Sources
    ///
    /// SDSN and Bertelsmann Stiftung, "Sustainable Development Report", methodology of 2018 and 2019, and the database
    /// of 2021.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Rule;
    ///
    /// let arrows: Vec<String> = Rule::sdsn_arrows().classes().iter().map(|class| class.name().to_owned()).collect();
    /// assert_eq!(arrows[0], "↑ on track or maintaining");
    /// ```
    pub fn sdsn_arrows() -> Self {
        let (up, down) = ("↑ on track or maintaining", "↓ decreasing");
        let scale = Scale::new(Progress::GrowthRatio(Growth::Linear))
            .class(up, Status::OnTrack, Cut::AtLeast(dec!(1)))
            .class("➚ moderately improving", Status::Lagging, Cut::AtLeast(dec!(0.5)))
            .class("→ stagnating", Status::OffTrack, Cut::AtLeast(dec!(0)))
            .rest(down, Status::Worsening);
        let [is_up, is_down] = [(up, Status::OnTrack), (down, Status::Worsening)]
            .map(|(name, status)| Achieved::new(Class::new(name, status)));
        let method = Method::new()
            .base(Base::Nearest(1))
            .transform(Transform::Normalised)
            .met_at_base(is_up.clone(), is_down)
            .achieved(is_up.by_level())
            .with_number(scale);
        Self::of_method(code!("sdsn-arrows"), method)
    }
}
