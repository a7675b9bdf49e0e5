//! The rules of the United Nations Statistics Division for its Progress Chart.

use crate::code;
use crate::dec;
use crate::rule::{Achieved, Base, Class, Cut, Growth, Method, Progress, Rule, Scale, Score, Status, Window};
use crate::value::Direction;

impl Rule {
    /// The rule of the United Nations Statistics Division in its technical note of 2022: growth so far ÷ growth
    /// required.
    ///
    /// Base 2015 or the nearest year within five, latest year, and 2030, as the target says them; both rates compound,
    /// each with its own sign.
    ///
    /// ```text
    /// with a number       ratio of the rates             at least 0.95 / 0.50 / −0.10
    /// with a direction    growth, towards the goal       more than 1 % / more than 0.5 % / at least −1 %
    /// ```
    ///
    /// Some indicators have a required rate of their own (2.6 % a year of energy intensity):
    /// [`Parameters::required`](crate::rule::Parameters::required). A base that meets the goal already has a ratio that
    /// means nothing, so it is unknown for that reason; [`as_published`](Rule::as_published) gives the number. Values
    /// of 0 and below have no rate. How far away the level itself is, which the chart shows beside it, is told by
    /// [`Rule::unsd_level`]; the growth of product per head (8.1.1) has [`Rule::unsd_2022_growth`].
    ///
    /// # Sources
    ///
    /// United Nations Statistics Division, "The Sustainable Development Goals Progress Chart 2022, Technical Note", as
    /// two published implementations have it.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Rule;
    ///
    /// let classes = Rule::unsd_2022().classes();
    /// assert_eq!(classes[1].name(), "fair progress but acceleration needed");
    /// ```
    pub fn unsd_2022() -> Self {
        Self::of_method(code!("unsd-2022"), progress_chart([None; 4]).base(Base::Nearest(5)))
    }

    /// The rule of the technical note of 2022 for the growth of product per head (indicator 8.1.1): the mean of the
    /// yearly rates since 2015, in percent, cut at more than 2, 1.5 and 1. Rates in another unit than percent are read
    /// in it; of growth that is to fall it says nothing.
    ///
    /// # Sources
    ///
    /// As for [`Rule::unsd_2022`].
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Rule;
    ///
    /// assert_eq!(Rule::unsd_2022_growth().classes().len(), 4);
    /// ```
    pub fn unsd_2022_growth() -> Self {
        let cuts = [Cut::MoreThan(dec!(2)), Cut::MoreThan(dec!(1.5)), Cut::MoreThan(dec!(1))];
        let method = Method::new()
            .base(Base::NextLater)
            .window(Window::SinceYear(2015))
            .in_percent()
            .only(Direction::Rising)
            .without_number(chart_scale(Progress::Mean, cuts, [None; 4]));
        Self::of_method(code!("unsd-2022-growth"), method)
    }

    /// The rule of the United Nations Statistics Division as it projects: the change that the present growth will have
    /// brought by the deadline ÷ the change that was promised.
    ///
    /// Base 2015 or the first later year with a figure, latest year, and 2030, as the target says them.
    ///
    /// ```text
    /// with a number       projected change ÷ promised change     0.95 / 0.50 / 0.10 / 0
    /// with a direction    growth, towards the goal                2 % / 1.25 % / 0.5 % / 0
    /// ```
    ///
    /// Cuts belong to the better class. A base that meets the goal already is on track while it does, and regresses
    /// when it is lost. Scores from 0 to 5 run straight within each class. Values of 0 and below have no rate.
    ///
    /// # Sources
    ///
    /// The assessment of undata 0.4.3, which publishes it as the trend-to-target rule of the Statistics Division.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Rule;
    ///
    /// let classes = Rule::unsd_projected().classes();
    /// assert_eq!(classes[0].name(), "on track or target met");
    /// assert_eq!(classes.len(), 5);
    /// ```
    pub fn unsd_projected() -> Self {
        let (on_track, regression) = ("on track or target met", "regression");
        let scale = |progress, [first, second, third, fourth]: [_; 4], [low, high]: [_; 2]| {
            let points = [
                (low, dec!(0)),
                (fourth, dec!(1)),
                (third, dec!(2)),
                (second, dec!(3)),
                (first, dec!(4)),
                (high, dec!(5)),
            ];
            Scale::new(progress)
                .class(on_track, Status::OnTrack, Cut::AtLeast(first))
                .class(
                    "moderate progress, but acceleration needed",
                    Status::Lagging,
                    Cut::AtLeast(second),
                )
                .class(
                    "marginal progress, and significant acceleration needed",
                    Status::OffTrack,
                    Cut::AtLeast(third),
                )
                .class("stagnation", Status::OffTrack, Cut::AtLeast(fourth))
                .rest(regression, Status::Worsening)
                .scored_between(&points)
        };
        let ratio = [dec!(0.95), dec!(0.50), dec!(0.10), dec!(0)];
        let rate = [dec!(0.02), dec!(0.0125), dec!(0.005), dec!(0)];
        let method = Method::new()
            .base(Base::NextLater)
            .with_number(scale(
                Progress::ProjectedChange(Growth::Compound),
                ratio,
                [dec!(-0.5), dec!(1.5)],
            ))
            .without_number(scale(
                Progress::Growth(Growth::Compound),
                rate,
                [dec!(-0.05), dec!(0.05)],
            ))
            .met_at_base(
                Achieved::new(Class::new(on_track, Status::OnTrack)).scored(dec!(5)),
                Achieved::new(Class::new(regression, Status::Worsening)).scored(dec!(0)),
            );
        Self::of_method(code!("unsd-projected"), method)
    }
}

/// The method of the UN's SDG Progress Chart: growth in four classes, each with a score if a rule has one for it.
pub(super) fn progress_chart(scores: [Option<Score>; 4]) -> Method {
    let with_number = [dec!(0.95), dec!(0.50), dec!(-0.10)].map(Cut::AtLeast);
    let without_number = [
        Cut::MoreThan(dec!(0.01)),
        Cut::MoreThan(dec!(0.005)),
        Cut::AtLeast(dec!(-0.01)),
    ];
    Method::new()
        .with_number(chart_scale(
            Progress::SignedGrowthRatio(Growth::Compound),
            with_number,
            scores,
        ))
        .without_number(chart_scale(Progress::Growth(Growth::Compound), without_number, scores))
}

/// A measure in the four classes of the UN's Progress Chart, with the cuts of the upper three, and the scores, if any.
pub(super) fn chart_scale(progress: Progress, cuts: [Cut; 3], scores: [Option<Score>; 4]) -> Scale {
    let [substantial, fair, limited] = cuts;
    let [first, second, third, last] = scores;
    let scored = |scale: Scale, score: Option<Score>| match score {
        Some(score) => scale.scored(score),
        None => scale,
    };
    let scale = Scale::new(progress).class("substantial progress or on track", Status::OnTrack, substantial);
    let scale = scored(scale, first).class("fair progress but acceleration needed", Status::Lagging, fair);
    let scale = scored(scale, second).class("limited or no progress", Status::OffTrack, limited);
    scored(scored(scale, third).rest("deterioration", Status::Worsening), last)
}
