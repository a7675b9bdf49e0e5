//! How far from its target a level is, as the Progress Chart of the United Nations Statistics Division shows it beside
//! the trend.

use rust_decimal::Decimal;

use crate::code;
use crate::rule::{Cut, Method, Parameters, Progress, Rule, Scale, Status};
use crate::value::Direction;

impl Rule {
    /// The level assessment of the Progress Chart: how far the latest value is from the target, in five bands, whatever
    /// the trend.
    ///
    /// The bands differ from indicator to indicator and are told by [`unsd_level_bands`]; without them a target is
    /// unknown (`not_configured`). No base is needed.
    ///
    /// # Sources
    ///
    /// As for [`unsd_level_bands`].
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::rule::unsd_level_bands;
    /// use milepost::{Bound, Goal, Measure, Observation, Quantity, Rule, Series, Target, Unit, Direction, date, dec};
    /// use milepost::verdict;
    ///
    /// let per_thousand = Quantity::new(Measure::Index, Unit::ratio());
    /// let goal = Goal::level(Bound::AtMost(dec!(25)));
    /// let target = Target::builder("3.2.1".parse()?, per_thousand, goal, "2030".parse()?).build()?;
    /// let published = date("2025-07-01")?;
    /// let figure = Observation::new("2024".parse()?, dec!(38.1)).published_on(published);
    /// let series = Series::new("3.2.1".parse()?, Unit::ratio(), vec![figure])?;
    ///
    /// let bands = unsd_level_bands(Direction::Falling, [dec!(25), dec!(35), dec!(45), dec!(55)]);
    /// let rule = Rule::unsd_level().with_parameters("3.2.1".parse()?, bands)?;
    /// assert_eq!(rule.class_name(&verdict(&target, &series, published, &rule)), "moderate distance to target");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn unsd_level() -> Self {
        let level = || Scale::new(Progress::Level);
        let method = Method::new().in_percent().with_number(level()).without_number(level());
        Self::of_method(code!("unsd-level"), method)
    }
}

/// The five bands of an indicator for [`Rule::unsd_level`], by the four levels at which they meet, from the best on.
///
/// ```text
/// less is better    at most the first / second / third / fourth level
/// more is better    more than the first / second / third / fourth level
/// ```
///
/// A level on a cut belongs to the better band where less is better, and to the worse one where more is: so are the
/// results that are published for both. Those of a share are in percent, whatever its unit.
///
/// # Sources
///
/// United Nations Statistics Division, technical notes of the Progress Chart, for the bands; UNDP, data of the SDG
/// diagnostics of 2025: all 6,060 levels that are published with five bands follow.
///
/// # Examples
///
/// ```
/// use milepost::rule::unsd_level_bands;
/// use milepost::{Direction, Rule, dec};
///
/// let women_in_parliament = unsd_level_bands(Direction::Rising, [dec!(40), dec!(30), dec!(20), dec!(10)]);
/// let rule = Rule::unsd_level().with_parameters("5.5.1".parse()?, women_in_parliament)?;
/// assert_eq!(rule.classes().len(), 5);
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn unsd_level_bands(direction: Direction, levels: [Decimal; 4]) -> Parameters {
    let [met, close, moderate, far] = levels.map(|level| match direction {
        Direction::Rising => Cut::MoreThan(level),
        Direction::Falling => Cut::AtMost(level),
    });
    let bands = Scale::new(Progress::Level)
        .class("target met or almost met", Status::Achieved, met)
        .class("close to target", Status::OnTrack, close)
        .class("moderate distance to target", Status::Lagging, moderate)
        .class("far from target", Status::OffTrack, far)
        .rest("very far from target", Status::OffTrack);
    Parameters::new().scale(bands)
}
