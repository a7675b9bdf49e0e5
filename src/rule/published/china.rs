//! The methods by which Chinese plans are watched.

use rust_decimal::Decimal;

use crate::code;
use crate::dec;
use crate::rule::{Achieved, Class, Cut, Growth, Method, Progress, Rule, RuleError, Scale, Status, Verdict};

const BEHIND: &str = "滞后";

impl Rule {
    /// Progress against the time schedule (时序进度): the share of the way that is gone ÷ the share of the time that is
    /// gone, which is 20, 40, 60, 80 and 100 % at the ends of the years of a five-year plan.
    ///
    /// Of a sum, the share is sum ÷ total. Of a change that compounds, as a fall of energy per product by 17 % in five
    /// years, it is the share of the logarithms: yearly percentages are never added. A goal that is met is done ahead
    /// of time (提前完成); a ratio of 1 or more keeps to the schedule (达到时序进度); less lags behind (滞后).
    /// Of a budget, of which more is no better, it says nothing until all of its time is known; kept then, it is done.
    ///
    /// The ratio is taken at the time of the latest figure, for the way and for the schedule. Where the deadline has no
    /// figure of its own, the verdict at the deadline stays that of the latest figure, however old that is: the scoring
    /// knows no greatest age of figures. [`with_max_age`](Self::with_max_age) sets one.
    ///
    /// # Sources
    ///
    /// The scoring of energy targets for the twelfth plan by the National Development and Reform Commission; the
    /// progress of a cumulative rate as the statistics bureau of Qinghai computed it in 2009 by the method of the
    /// National Bureau of Statistics.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Baseline, Bound, Goal, Measure, Observation, Quantity, Rule, Series, Target, Unit, date, dec};
    /// use milepost::verdict;
    ///
    /// // 2.5 billion dollars in five years; 1.1 billion came in the first two.
    /// let dollars = Unit::new("USD".parse()?, 9)?;
    /// let flow = Quantity::new(Measure::Flow, dollars.clone());
    /// let target = Target::builder("fdi".parse()?, flow, Goal::cumulative(Bound::AtLeast(dec!(2.5))), "2026".parse()?)
    ///     .baseline(Baseline::observed("2021".parse()?))
    ///     .build()?;
    /// let published = date("2024-02-01")?;
    /// let figures = vec![
    ///     Observation::new("2022".parse()?, dec!(0.5)).published_on(published),
    ///     Observation::new("2023".parse()?, dec!(0.6)).published_on(published),
    /// ];
    /// let series = Series::new("fdi".parse()?, dollars, figures)?;
    ///
    /// let rule = Rule::china_schedule();
    /// let verdict = verdict(&target, &series, published, &rule);
    /// let measured = verdict.measured.ok_or("a number")?;
    /// assert_eq!((measured.observed, measured.required), (Some(dec!(0.44)), Some(dec!(0.4))));
    /// assert_eq!(rule.class_name(&verdict), "达到时序进度");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn china_schedule() -> Self {
        let scale = Scale::new(Progress::ScheduledShare)
            .class("达到时序进度", Status::OnTrack, Cut::AtLeast(dec!(1)))
            .rest(BEHIND, Status::Lagging);
        let achieved = Achieved::new(Class::new("提前完成", Status::Achieved));
        let method = Method::new().with_number(scale).achieved(achieved);
        Self::of_method(code!("china-schedule"), method)
    }

    /// The words of the mid-term reviews of five-year plans, cut by the share of the way ÷ the share of the time:
    /// reached early (提前实现), faster than expected (快于预期) above 1, basically as expected (基本符合预期) from `basically` on,
    /// and lagging (滞后).
    ///
    /// The reviews publish the words and no numbers, so the caller says from which ratio on a target is *basically* as
    /// expected.
    ///
    /// # Errors
    ///
    /// [`RuleError::Cut`] or [`RuleError::CutsNotFalling`] unless `basically` is below 1, or 1 itself.
    ///
    /// # Sources
    ///
    /// The mid-term review of the fourteenth five-year plan, of 26 December 2023, for the words.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Rule, dec};
    ///
    /// let rule = Rule::china_midterm(dec!(0.95))?;
    /// assert_eq!(rule.classes()[2].name(), "基本符合预期");
    /// # Ok::<(), milepost::rule::RuleError>(())
    /// ```
    pub fn china_midterm(basically: Decimal) -> Result<Self, RuleError> {
        let scale = Scale::new(Progress::ScheduledShare)
            .class("快于预期", Status::Ahead, Cut::MoreThan(dec!(1)))
            .class("基本符合预期", Status::OnTrack, Cut::AtLeast(basically))
            .rest(BEHIND, Status::Lagging);
        let achieved = Achieved::new(Class::new("提前实现", Status::Achieved));
        let method = Method::new().with_number(scale).achieved(achieved);
        Self::composed(code!("china-midterm"), method)
    }

    /// Average growth so far by the level method (水平法), against the growth that leads to the goal.
    ///
    /// ```text
    /// (aₙ ÷ a₀)^(1 ÷ n) − 1
    /// ```
    ///
    /// Everything but investment in fixed assets is averaged so. The span does not count the base year.
    ///
    /// # Sources
    ///
    /// The explanatory notes of the China Statistical Yearbook on average annual growth.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Rule;
    ///
    /// assert_eq!(Rule::china_level_growth().classes()[0].name(), "达到预期");
    /// ```
    pub fn china_level_growth() -> Self {
        Self::of_method(code!("china-level-growth"), average_growth(Growth::Compound))
    }

    /// Average growth so far by the cumulative method (累计法), against the growth that leads to the goal.
    ///
    /// ```text
    /// x − 1,   where x + x² + … + xⁿ = (a₁ + … + aₙ) ÷ a₀
    /// ```
    ///
    /// Investment in fixed assets is averaged so. Every year counts, and one without a figure leaves no average.
    ///
    /// # Sources
    ///
    /// The explanatory notes of the China Statistical Yearbook on average annual growth.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Rule;
    ///
    /// assert_eq!(Rule::china_cumulative_growth().code().as_str(), "china-cumulative-growth");
    /// ```
    pub fn china_cumulative_growth() -> Self {
        let method = average_growth(Growth::CumulativeMethod);
        Self::of_method(code!("china-cumulative-growth"), method)
    }
}

/// The method of both rules of average growth: the growth so far in two classes, as much as is required or less.
fn average_growth(growth: Growth) -> Method {
    let scale = Scale::new(Progress::Growth(growth))
        .class("达到预期", Status::OnTrack, Cut::Required)
        .rest(BEHIND, Status::Lagging);
    Method::new().with_number(scale)
}

/// The score of a yearly instalment beside the promise of five years, of 60 points.
///
/// | the year's own target | the schedule of the five years | points |
/// |---|---|---|
/// | met | kept | 60 |
/// | missed | kept | 55 |
/// | met | behind | 40 |
/// | missed | behind | 0: not completed |
///
/// `year` is the verdict on the instalment, `whole` the one on the promise that it is a part of, by
/// [`Rule::china_schedule`]; `None` if either is not known.
///
/// # Sources
///
/// The scoring of energy targets for the twelfth plan, as districts published it.
///
/// # Examples
///
/// ```
/// use milepost::rule::instalment_points;
/// use milepost::{Baseline, Bound, Goal, Measure, Quantity, Rule, Series, Target, Unit, date, dec, verdict};
///
/// let share = Quantity::new(Measure::Share, Unit::percent());
/// let goal = Goal::level(Bound::AtLeast(dec!(88)));
/// let target = Target::builder("air".parse()?, share, goal, "2026".parse()?).build()?;
/// let series = Series::empty("air".parse()?, Unit::percent());
/// let unknown = verdict(&target, &series, date("2024-01-31")?, &Rule::china_schedule());
/// assert_eq!(instalment_points(&unknown, &unknown), None);
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn instalment_points(year: &Verdict, whole: &Verdict) -> Option<u8> {
    let keeps = |verdict: &Verdict| matches!(verdict.status, Status::Achieved | Status::Ahead | Status::OnTrack);
    if !(year.status.is_judged() && whole.status.is_judged()) {
        return None;
    }
    Some(match (year.status == Status::Achieved, keeps(whole)) {
        (true, true) => 60,
        (false, true) => 55,
        (true, false) => 40,
        (false, false) => 0,
    })
}

/// The grade of a year's score out of 100: 超额完成 from 95, 完成 from 80, 基本完成 from 60, else 未完成. Whoever missed the binding
/// target has not completed the year, whatever the score.
///
/// # Sources
///
/// The scoring of energy targets for the twelfth plan, as districts published it.
///
/// # Examples
///
/// ```
/// use milepost::dec;
/// use milepost::rule::year_grade;
///
/// assert_eq!(year_grade(dec!(95), false).name(), "超额完成");
/// assert_eq!(year_grade(dec!(95), true).name(), "未完成");
/// ```
pub fn year_grade(score: Decimal, missed_a_binding_target: bool) -> Class {
    let grades = [
        ("超额完成", Status::Ahead, dec!(95)),
        ("完成", Status::Achieved, dec!(80)),
        ("基本完成", Status::OnTrack, dec!(60)),
    ];
    grades
        .into_iter()
        .find(|(_, _, least)| !missed_a_binding_target && score >= *least)
        .map_or(Class::new("未完成", Status::Missed), |(name, status, _)| {
            Class::new(name, status)
        })
}
