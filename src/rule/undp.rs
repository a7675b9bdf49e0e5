//! The rule of the United Nations Development Programme for its trends.

use super::unsd::progress_chart;
use super::{Achieved, Aggregation, Base, Class, Cut, Rule, Score, Statistic, Status};
use crate::dec;

impl Rule {
    /// The rule of the United Nations Development Programme: that of the technical note of 2022, with achieved targets, another choice of the
    /// base year, and a way to judge the whole.
    ///
    /// The base is 2015, else 2016, 2014, 2017 and so on, three years away at most. What lies beyond the goal is achieved; exactly the
    /// goal is not. Series count 1 (achieved or on track), 0 (fair), −1 (limited) or −2 (deterioration); their mean is *on track* above
    /// 0.5, *off track* below −0.5, and *for review* between, both ends in it. These three count 1, 0 and −1 on the next level.
    ///
    /// # Sources
    ///
    /// UNDP, "Integrated SDG Insights, Methodological Note", version 1.4.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Rule;
    ///
    /// assert_eq!(Rule::undp().classes()[0].name(), "target achieved");
    /// ```
    #[must_use]
    pub fn undp() -> Self {
        let scores = [dec!(1), dec!(0), dec!(-1), dec!(-2)].map(|score| Some(Score::Fixed(score)));
        let achieved = Achieved::new(Class::new("target achieved", Status::Achieved))
            .scored(dec!(1))
            .strictly();
        let whole = Aggregation::new(Statistic::Mean)
            .class("on track", Status::OnTrack, Cut::MoreThan(dec!(0.5)))
            .scored(dec!(1))
            .class("for review", Status::Lagging, Cut::AtLeast(dec!(-0.5)))
            .scored(dec!(0))
            .rest("off-track", Status::OffTrack)
            .scored(dec!(-1));
        let method = progress_chart(scores)
            .base(Base::Nearest(3))
            .achieved(achieved)
            .aggregation(whole);
        Self::published("undp", method)
    }
}
