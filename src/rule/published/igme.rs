//! The rate of the United Nations Inter-agency Group for Child Mortality Estimation.

use crate::code;
use crate::rule::{Growth, Method, Progress, Rule, Scale};

impl Rule {
    /// The annual rate of reduction as UN IGME prints it: continuous, between two years. The measured number is a rate
    /// and no judgement.
    ///
    /// ```text
    /// −ln(y ÷ y₀) ÷ years
    /// ```
    ///
    /// The group publishes no classes for it, so that every verdict is unknown (`no_classes`), with the rate as its
    /// value, towards the goal, and the required one beside it.
    ///
    /// # Sources
    ///
    /// The package CME.assistant of the UNICEF data team.
    ///
    /// # Examples
    ///
    /// Deaths of children under five per 1,000 live births in the world, 1990 to 2015:
    ///
    /// ```
    /// use milepost::{Baseline, Bound, Goal, Measure, Observation, ObservationStatus, Quantity, Rule, Series, Target};
    /// use milepost::{Unit, date, dec, verdict};
    ///
    /// let unit = Unit::new("1".parse()?, -3)?;
    /// let quantity = Quantity::new(Measure::Share, unit.clone());
    /// let target = Target::builder("u5mr".parse()?, quantity, Goal::level(Bound::AtMost(dec!(30.2))), "2015".parse()?)
    ///     .baseline(Baseline::stated("1990".parse()?, dec!(90.6)))
    ///     .build()?;
    /// let published = date("2015-09-09")?;
    /// let estimate = Observation::new("2015".parse()?, dec!(42.5)).with_status(ObservationStatus::Estimated);
    /// let series = Series::new("u5mr".parse()?, unit, vec![estimate.published_on(published)])?;
    ///
    /// let verdict = verdict(&target, &series, published, &Rule::igme());
    /// assert_eq!(verdict.measured.and_then(|measured| measured.value), Some(dec!(0.030278005485)));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn igme() -> Self {
        let rate = Scale::new(Progress::Growth(Growth::Continuous));
        let method = Method::new().with_number(rate.clone()).without_number(rate);
        Self::of_method(code!("igme"), method)
    }
}
