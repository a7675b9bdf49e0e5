//! The rule of the United Nations Development Programme for its trends.

use super::unsd::progress_chart;
use super::{Achieved, Aggregation, Base, Class, Cut, Rule, Score, Statistic, Status};
use crate::dec;

impl Rule {
    /// The rule of the United Nations Development Programme: that of the technical note of 2022, with achieved targets, another choice of the
    /// base year, and a way to judge the whole.
    ///
    /// The base is 2015, else 2016, 2014, 2017 and so on, three years away at most. A latest value after 2015 at the goal or beyond is
    /// achieved, even without a base; a base that met the goal and a latest value that does not are a deterioration. Of a direction alone, the
    /// [`level`](super::Parameters::level) of the indicator is achieved in the same way, and 0 that stays 0 where less is better.
    ///
    /// Series count 1 (achieved or on track), 0 (fair), −1 (limited) or −2 (deterioration); their mean is *on track* above 0.5, *off track*
    /// below −0.5, and *for review* between, both ends in it. These three count 1, 0 and −1 on the next level.
    ///
    /// | series | here |
    /// |---|---|
    /// | to double, or to halve | [`Goal::change`](crate::Goal::change) of at least 1, or of at most −0.5: on the value of the base that is found |
    /// | parity | a level within 1 and 1, with a tolerance of 0.03 ([`Requirement::with_tolerance`](crate::Requirement::with_tolerance)) |
    /// | a *range* | a direction alone, with the level |
    /// | a required rate, as 2.6 % a year of energy intensity | [`Parameters::required`](super::Parameters::required) |
    /// | other cuts, as those of forests | [`Parameters::cuts`](super::Parameters::cuts) |
    ///
    /// A fall to 0 is one of 100 %; a base of 0 has no rate. Published results pass over it to the nearest year that has one, and so does this rule
    /// [`as_published`](Rule::as_published). They give a trend to values on both sides of 0 too, which here have a reason.
    ///
    /// # Sources
    ///
    /// UNDP, "Integrated SDG Insights, Methodological Note", version 1.4, and the published results of 260 countries and areas of 2025. The
    /// note has a value *surpass* its goal; all results that are exactly at their goal are published as achieved.
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
        let achieved = || Achieved::new(Class::new("target achieved", Status::Achieved)).scored(dec!(1));
        let deterioration = Achieved::new(Class::new("deterioration", Status::Worsening)).scored(dec!(-2));
        let whole = Aggregation::new(Statistic::Mean)
            .class("on track", Status::OnTrack, Cut::MoreThan(dec!(0.5)))
            .scored(dec!(1))
            .class("for review", Status::Lagging, Cut::AtLeast(dec!(-0.5)))
            .scored(dec!(0))
            .rest("off-track", Status::OffTrack)
            .scored(dec!(-1));
        let method = progress_chart(scores)
            .base(Base::Nearest(3))
            .passing_over_zero_bases()
            .counting_falls_to_zero()
            .met_at_base(achieved(), deterioration)
            .achieved(achieved().even_alone().at_zero())
            .aggregation(whole);
        Self::published("undp", method)
    }
}
