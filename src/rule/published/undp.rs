//! The rules of the United Nations Development Programme for its trends: as its note says, and as its results show.

use super::unsd::{chart_scale, progress_chart};
use crate::code;
use crate::dec;
use crate::rule::{
    Achieved, Aggregation, Base, Class, Cut, Method, Parameters, Progress, Rule, Scale, Score, Statistic, Status,
};

impl Rule {
    /// The rule of the United Nations Development Programme: that of the technical note of 2022, with achieved targets,
    /// another choice of the base year, and a way to judge the whole.
    ///
    /// The base is 2015, else 2016, 2014, 2017 and so on, three years away at most. A value beyond the goal is
    /// achieved; exactly the goal is not. Series count 1 (achieved or on track), 0 (fair), −1 (limited) or −2
    /// (deterioration); their mean is *on track* above 0.5, *off track* below −0.5, and *for review* between, both ends
    /// in it. These three count 1, 0 and −1 on the next level.
    ///
    /// The programme's own results differ in some places: [`Rule::undp_2025`].
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
    pub fn undp() -> Self {
        let method = trends()
            .achieved(achieved().strictly())
            .aggregation(whole(Cut::AtLeast(dec!(-0.5))));
        Self::of_method(code!("undp"), method)
    }

    /// The rule by which the results of the United Nations Development Programme of 2025 were made, as they show it.
    ///
    /// The rule is [`Rule::undp`] but for this:
    ///
    /// - a latest value after 2015 that is at the goal is achieved, exactly the goal too, and even without a base;
    /// - a goal that the base met and the latest value does not is a deterioration;
    /// - of a direction alone, the [`level`](crate::rule::Parameters::level) of the indicator is achieved in the same
    ///   way (the programme calls that a *range*), and 0 that stays 0 where less is better;
    /// - a fall to 0 is one of 100 %, and a base of 0 is passed over, to the nearest year that is another;
    /// - a mean of exactly −0.5 is *off track*.
    ///
    /// | series | here |
    /// |---|---|
    /// | to double, or to halve | [`Goal::change`](crate::Goal::change) of at least 1, or of at most −0.5: on the value of the base that is found |
    /// | parity | a level within 1 and 1, with a tolerance of 0.03 ([`Requirement::with_tolerance`](crate::Requirement::with_tolerance)) |
    /// | 1 or 0 | [`undp_binary`] |
    /// | ranks | [`undp_likert`] |
    /// | a required rate, as 2.6 % a year of energy intensity | [`Parameters::required`](crate::rule::Parameters::required) |
    /// | other cuts, as those of forests | [`Parameters::cuts`](crate::rule::Parameters::cuts) |
    ///
    /// It gives 99.6 % of 67,360 published classes of series. The others are series with values on both sides of 0 or
    /// below it, which have a trend there and a reason here, and some that were rounded. Of the wholes, 98.4 % of
    /// 35,092 indicators, 99.7 % of 26,472 targets and 99.9 % of 4,107 goals follow from their published parts.
    ///
    /// # Sources
    ///
    /// UNDP, data of the SDG diagnostics of 260 countries and areas, 2025.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Baseline, Bound, Goal, Measure, Observation, Quantity, Rule, Series, Target, Unit, date, dec};
    /// use milepost::verdict;
    ///
    /// let percent = Quantity::new(Measure::Share, Unit::percent());
    /// let halving = Goal::change(Bound::AtMost(dec!(-0.5)));
    /// let target = Target::builder("poverty".parse()?, percent, halving, "2030".parse()?)
    ///     .baseline(Baseline::observed("2015".parse()?))
    ///     .build()?;
    /// let published = date("2026-02-01")?;
    /// let figures = [("2016", dec!(34.8)), ("2025", dec!(17.3))]
    ///     .map(|(year, value)| {
    ///         Ok::<_, milepost::ValueError>(Observation::new(year.parse()?, value).published_on(published))
    ///     });
    /// let series = Series::new("poverty".parse()?, Unit::percent(), figures.into_iter().collect::<Result<_, _>>()?)?;
    ///
    /// let rule = Rule::undp_2025();
    /// assert_eq!(rule.class_name(&verdict(&target, &series, published, &rule)), "target achieved");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn undp_2025() -> Self {
        let deterioration = Achieved::new(Class::new("deterioration", Status::Worsening)).scored(dec!(-2));
        let method = trends()
            .passing_over_zero_bases()
            .counting_falls_to_zero()
            .met_at_base(achieved(), deterioration)
            .achieved(achieved().even_alone().at_zero())
            .aggregation(whole(Cut::MoreThan(dec!(-0.5))));
        Self::of_method(code!("undp-2025"), method)
    }
}

/// What [`Rule::undp`] and [`Rule::undp_2025`] must be told of an indicator that is 1 or 0, as being party to a treaty:
/// 1 is achieved and 0 is not, whatever was before. The goal is a level of 1.
///
/// # Sources
///
/// As for [`Rule::undp_2025`]: all 4,218 published classes of values that are 1 or 0 follow.
///
/// # Examples
///
/// ```
/// use milepost::Rule;
/// use milepost::rule::undp_binary;
///
/// let rule = Rule::undp_2025().with_parameters("15.6.1".parse()?, undp_binary())?;
/// assert!(rule.classes().iter().any(|class| class.name() == "target not achieved"));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn undp_binary() -> Parameters {
    let scale = Scale::new(Progress::Level)
        .class("target achieved", Status::Achieved, Cut::AtLeast(dec!(1)))
        .scored(Score::Fixed(dec!(1)))
        .rest("target not achieved", Status::OffTrack)
        .scored(Score::Fixed(dec!(-1)));
    Parameters::new().scale(scale)
}

/// What [`Rule::undp`] and [`Rule::undp_2025`] must be told of an indicator on a scale of ranks (Likert), as a degree
/// of implementation from 1 to 5: two steps up since the base are on track, one is fair, none is no progress, and a
/// step down is a deterioration. The goal is the highest rank.
///
/// # Sources
///
/// As for [`Rule::undp_2025`]: the note names such series, and its results show the steps.
///
/// # Examples
///
/// ```
/// use milepost::Rule;
/// use milepost::rule::undp_likert;
///
/// let rule = Rule::undp_2025().with_parameters("14.b.1".parse()?, undp_likert())?;
/// assert_eq!(rule.classes().len(), 5);
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn undp_likert() -> Parameters {
    let steps = [dec!(2), dec!(1), dec!(0)].map(Cut::AtLeast);
    Parameters::new().scale(chart_scale(Progress::Change, steps, scores()))
}

/// UNDP's score of a series in each class of the UN's Progress Chart, from the best one on.
fn scores() -> [Option<Score>; 4] {
    [dec!(1), dec!(0), dec!(-1), dec!(-2)].map(|score| Some(Score::Fixed(score)))
}

/// The method that [`Rule::undp`] and [`Rule::undp_2025`] share: the classes of the UN's Progress Chart, with scores,
/// and the base in the nearest year within three.
fn trends() -> Method {
    progress_chart(scores()).base(Base::Nearest(3))
}

/// UNDP's class of achieved targets, with its score.
fn achieved() -> Achieved {
    Achieved::new(Class::new("target achieved", Status::Achieved)).scored(dec!(1))
}

/// How UNDP judges the whole of several series: by the mean of their scores. The rules differ in the cut at which *for
/// review* ends.
fn whole(for_review: Cut) -> Aggregation {
    Aggregation::new(Statistic::Mean)
        .class("on track", Status::OnTrack, Cut::MoreThan(dec!(0.5)))
        .scored(dec!(1))
        .class("for review", Status::Lagging, for_review)
        .scored(dec!(0))
        .rest("off-track", Status::OffTrack)
        .scored(dec!(-1))
}
