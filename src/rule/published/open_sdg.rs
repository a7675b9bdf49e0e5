//! The rule of Statistics Canada and of the Open SDG platform.

use rust_decimal::Decimal;

use crate::code;
use crate::dec;
use crate::rule::{
    Achieved, Aggregation, Base, Class, Cut, Growth, Method, Parameters, Progress, Rule, Scale, Score, Statistic,
    Status,
};

const ACHIEVED: &str = "target achieved";
const ON_TRACK: &str = "on track";
const ACCELERATE: &str = "acceleration needed";
const LIMITED: &str = "limited progress";
const WORSE: &str = "deterioration";

impl Rule {
    /// The rule of Statistics Canada, which the Open SDG platform (2.4 and later) took over: growth so far against
    /// growth required.
    ///
    /// Base year 2015 or the first later year with a figure, latest year, and 2030, as the target says them; both rates
    /// compound.
    ///
    /// ```text
    /// with a number       growth ÷ |required growth|, towards the goal     0.95 / 0.60 / 0
    /// with a direction    growth, towards the goal                         1.5 % / 0.5 % / 0, times C near a natural limit
    /// C                   1 − (base ÷ limit)^4.44 up to the limit, 1 − ((2·limit − base) ÷ limit)^4.44 up to twice as much
    /// ```
    ///
    /// Cuts belong to the better class. A latest value at the goal is achieved, whatever the movement. Of two losses
    /// the growth is that of their sizes. Scores run from −5 to 5 with the rounded constants of the published outputs
    /// (7.1429 and not 50/7); the whole is the mean of the scores, cut at 2.5, 0 and −2.5, and achieved only if every
    /// assessed part is.
    ///
    /// A base or a goal of 0, values on both sides of 0, one figure only, and a goal that is the base have no growth
    /// rates: they are unknown for a reason. With [`as_published`](Rule::as_published), 0 is replaced by 0.001 as the
    /// platform does it, a value beyond the goal is achieved even alone, a goal on the other side of 0 is divided by as
    /// the platform does it, and growth away from a goal that is the base is deterioration.
    ///
    /// # Sources
    ///
    /// Open SDG documentation, "Progress measurement methodology"; `sdg/ProgressMeasure.py` of sdg-build 2.4; the
    /// published components of the Canadian global and national indicator frameworks.
    ///
    /// # Examples
    ///
    /// Child poverty fell from 14.5 % to 10.2 % in eight years, and is to be halved to 7.25 %:
    ///
    /// ```
    /// use milepost::{Baseline, Bound, Goal, Measure, Observation, Quantity, Rule, Series, Status, Target, Unit, date};
    /// use milepost::{dec, verdict};
    ///
    /// let percent = Quantity::new(Measure::Share, Unit::percent());
    /// let target = Target::builder("1-2-1".parse()?, percent, Goal::level(Bound::AtMost(dec!(7.25))), "2030".parse()?)
    ///     .baseline(Baseline::observed("2015".parse()?))
    ///     .build()?;
    /// let published = date("2024-12-01")?;
    /// let figures = vec![
    ///     Observation::new("2015".parse()?, dec!(14.5)).published_on(published),
    ///     Observation::new("2023".parse()?, dec!(10.2)).published_on(published),
    /// ];
    /// let series = Series::new("1-2-1".parse()?, Unit::percent(), figures)?;
    ///
    /// let rule = Rule::open_sdg();
    /// let verdict = verdict(&target, &series, published, &rule);
    /// assert_eq!(verdict.status, Status::OnTrack);
    /// assert_eq!(rule.class_name(&verdict), "on track");
    /// let measured = verdict.measured.ok_or("a number")?;
    /// assert_eq!(measured.value, Some(dec!(0.952590179203)));
    /// assert_eq!(measured.score, Some(dec!(2.518556391031)));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn open_sdg() -> Self {
        let method = Method::new()
            .base(Base::NextLater)
            .counting_losses()
            .zero_as(dec!(0.001))
            .natural_limit_exponent(dec!(4.44))
            .achieved(Achieved::new(Class::new(ACHIEVED, Status::Achieved)).scored(dec!(5)))
            .with_number(scale_of_number())
            .without_number(scale_of_direction())
            .aggregation(aggregation());
        Self::of_method(code!("open-sdg"), method)
    }
}

/// What [`Rule::open_sdg`] must be told of an indicator that is 1 or 0, as having a plan: 1 is achieved and 0 is not,
/// whatever was before. The goal is a level of 1. Neither has a score, so that they do not count in the mean of a
/// whole.
///
/// # Sources
///
/// As for [`Rule::open_sdg`].
///
/// # Examples
///
/// ```
/// use milepost::Rule;
/// use milepost::rule::open_sdg_binary;
///
/// let rule = Rule::open_sdg().with_parameters("13-b-1".parse()?, open_sdg_binary())?;
/// assert!(rule.classes().iter().any(|class| class.name() == "target not achieved"));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn open_sdg_binary() -> Parameters {
    let scale = Scale::new(Progress::Level)
        .class(ACHIEVED, Status::Achieved, Cut::AtLeast(dec!(1)))
        .rest("target not achieved", Status::OffTrack);
    Parameters::new().scale(scale)
}

/// A score on a straight line, slope × number + intercept, also near a natural limit, where other lines shrink.
const fn line(slope: Decimal, intercept: Decimal) -> Score {
    Score::Line {
        slope,
        intercept,
        shrinks: false,
    }
}

/// The classes and scores for a goal with a number, by growth ÷ required growth. The scores lie on lines through (−0.6,
/// −5), (0.6, 0) and (1.3, 5), with the slopes and intercepts as the published outputs round them ([`Rule::open_sdg`]).
fn scale_of_number() -> Scale {
    let upper = line(dec!(7.1429), dec!(-4.2857));
    let lower = line(dec!(4.1667), dec!(-2.5));
    Scale::new(Progress::GrowthRatio(Growth::Compound))
        .class(ON_TRACK, Status::OnTrack, Cut::AtLeast(dec!(0.95)))
        .scored(upper)
        .class(ACCELERATE, Status::Lagging, Cut::AtLeast(dec!(0.60)))
        .scored(upper)
        .class(LIMITED, Status::OffTrack, Cut::AtLeast(dec!(0)))
        .scored(lower)
        .rest(WORSE, Status::Worsening)
        .scored(lower)
        .scores_within(dec!(-5), dec!(5))
}

/// The classes and scores for a direction alone, by the growth a year as a fraction. The scores lie on lines through
/// (−0.02, −5), (0, −2.5), (0.005, 0), (0.015, 2.5) and (0.02, 5), as in the sources of [`Rule::open_sdg`].
fn scale_of_direction() -> Scale {
    let shrinking_line = |slope, intercept| Score::Line {
        slope,
        intercept,
        shrinks: true,
    };
    Scale::new(Progress::Growth(Growth::Compound))
        .class(ON_TRACK, Status::OnTrack, Cut::AtLeast(dec!(0.015)))
        .scored(shrinking_line(dec!(500), dec!(-5)))
        .class(ACCELERATE, Status::Lagging, Cut::AtLeast(dec!(0.005)))
        .scored(shrinking_line(dec!(250), dec!(-1.25)))
        .class(LIMITED, Status::OffTrack, Cut::AtLeast(dec!(0)))
        .scored(shrinking_line(dec!(500), dec!(-2.5)))
        .rest(WORSE, Status::Worsening)
        // Cuts above 0 shrink near a natural limit, and so do the lines between them; below 0 there is no cut to
        // shrink.
        .scored(line(dec!(125), dec!(-2.5)))
        .scores_within(dec!(-5), dec!(5))
        .shrinking_near_the_limit()
}

/// How the whole of several targets is judged: by the mean of their scores.
fn aggregation() -> Aggregation {
    Aggregation::new(Statistic::Mean)
        .all_achieved(Class::new(ACHIEVED, Status::Achieved))
        .class(ON_TRACK, Status::OnTrack, Cut::AtLeast(dec!(2.5)))
        .class(ACCELERATE, Status::Lagging, Cut::AtLeast(dec!(0)))
        .class(LIMITED, Status::OffTrack, Cut::AtLeast(dec!(-2.5)))
        .rest(WORSE, Status::Worsening)
}
