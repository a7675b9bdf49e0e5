//! From where a promise counts.

use alloc::collections::BTreeMap;

use rust_decimal::Decimal;

use super::Citation;
use crate::value::{Code, Period, Text, getters, setters};

/// Where a promise starts: a period always, and its value if the plan states one.
///
/// A value that the plan does not state is read from the series, as it was known.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[must_use]
pub struct Baseline {
    pub(super) period: Period,
    pub(super) stated: Option<Decimal>,
    pub(super) is_mean: bool,
    /// What the plan states for each part, by the codes of the breakdowns.
    pub(super) values: BTreeMap<Code, Decimal>,
    pub(super) citation: Option<Citation>,
}

impl Baseline {
    /// This period, its value read from the series.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Baseline, period};
    ///
    /// // "On 2020": the plan names the year, and the office's own series says the value, revisions too.
    /// assert_eq!(Baseline::observed(period!("2020")).value(), None);
    /// ```
    pub const fn observed(period: Period) -> Self {
        Self {
            period,
            stated: None,
            is_mean: false,
            values: BTreeMap::new(),
            citation: None,
        }
    }

    /// This period, with the value that the plan states for it.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Baseline, Bound, Goal, Measure, Observation, Quantity, Series, Target, Unit};
    /// use milepost::{code, day, dec, evidence, period};
    ///
    /// // "154.5 billion in 2021", says the plan, and the office has revised it to 151.77. The promise counts from what
    /// // it states.
    /// let product = Quantity::new(Measure::Flow, Unit::new(code!("CNY"), 8)?);
    /// let goal = Goal::level(Bound::MoreThan(dec!(2000)));
    /// let target = Target::builder(code!("gdp-2026"), product.clone(), goal, period!("2026"));
    /// let revised = Observation::new(period!("2021"), dec!(1517.7)).published_on(day!("2022-12-01"));
    /// let series = Series::new(code!("gdp"), product.unit().clone(), vec![revised])?;
    /// let starts_at = |baseline| {
    ///     let target = target.clone().baseline(baseline).build()?;
    ///     Ok::<_, Box<dyn core::error::Error>>(evidence(&target, &series, day!("2023-01-31")).baseline?.value)
    /// };
    /// assert_eq!(starts_at(Baseline::stated(period!("2021"), dec!(1545)))?, dec!(1545));
    /// assert_eq!(starts_at(Baseline::observed(period!("2021")))?, dec!(1517.7));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub const fn stated(period: Period, value: Decimal) -> Self {
        let mut baseline = Self::observed(period);
        baseline.stated = Some(value);
        baseline
    }

    /// The same baseline, with the value that the plan states for one part of a target [of each](crate::Of::Each). Of
    /// parts without one it is read from their series.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Baseline, code, dec, period};
    ///
    /// let baseline = Baseline::observed(period!("2021")).with_value_of(code!("north"), dec!(30));
    /// assert_eq!(baseline.values().get("north"), Some(&dec!(30)));
    /// assert_eq!(baseline.value(), None);
    /// ```
    pub fn with_value_of(mut self, breakdown: Code, value: Decimal) -> Self {
        self.values.insert(breakdown, value);
        self
    }

    /// The baseline of the part with this breakdown: with the value that the plan states for the part or, if it states
    /// none, with the value for all parts.
    pub(super) fn of_part(&self, breakdown: &Code) -> Self {
        Self {
            period: self.period,
            stated: self.values.get(breakdown).copied().or(self.stated),
            is_mean: self.is_mean,
            values: BTreeMap::new(),
            citation: self.citation.clone(),
        }
    }

    setters! {
        /// The same baseline as the mean per period of the goal's own length: of the years 2016 to 2018, say.
        ///
        /// A value that the plan does not state is the mean of the series' figures of these periods, each of which must
        /// be known, rounded once. The mean stands halfway between the ends of the first and the last of them: at the
        /// end of 2017.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Baseline, Bound, Goal, Measure, Observation, Quantity, Series, Target, Unit};
        /// use milepost::{code, day, dec, evidence, period};
        ///
        /// // A catch 20 % below the mean of 2016 to 2018, which was 412 t.
        /// let catch = Quantity::new(Measure::Flow, Unit::new(code!("t"), 0)?);
        /// let goal = Goal::cut_of_at_least(dec!(0.2));
        /// let target = Target::builder(code!("catch"), catch.clone(), goal, period!("2025"))
        ///     .baseline(Baseline::observed(period!("2016-01-01/P3Y")).as_mean())
        ///     .build()?;
        /// let tonnes = [(period!("2016"), dec!(400)), (period!("2017"), dec!(420)), (period!("2018"), dec!(416))]
        ///     .map(|(year, value)| Observation::new(year, value).published_on(day!("2019-03-01")));
        /// let series = Series::new(code!("fish"), catch.unit().clone(), tonnes.into())?;
        /// let facts = evidence(&target, &series, day!("2020-01-01"));
        /// assert_eq!((facts.baseline?.value, facts.goal?.value), (dec!(412), dec!(329.6)));
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        const as_mean() => is_mean = true,
        /// The same baseline, with the place where it is stated.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Baseline, Citation, dec, period, text};
        ///
        /// // The value of the baseline often stands elsewhere than the promise: in the report of that year.
        /// let report = Citation::new(text!("Statistical report 2021")).with_quote(text!("151.77 billion yuan"));
        /// let baseline = Baseline::stated(period!("2021"), dec!(1517.7)).with_citation(report);
        /// assert_eq!(baseline.citation().and_then(Citation::quote), Some(&text!("151.77 billion yuan")));
        /// ```
        with_citation(citation: Citation) => citation = Some(citation),
    }

    getters! {
        /// The period.
        period: Period,
        /// The values that the plan states for parts, by the codes of the breakdowns.
        values: &BTreeMap<Code, Decimal>,
        /// Whether the baseline is the mean of several periods.
        is_mean: bool,
        /// The place where the baseline is stated.
        citation: Option<&Citation>,
    }

    /// The value that the plan states; `None` if it leaves the value to the figures.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Baseline, code, dec, period};
    ///
    /// // What is stated for one part is no value of the whole.
    /// assert_eq!(Baseline::stated(period!("2020"), dec!(840)).value(), Some(dec!(840)));
    /// let of_parts = Baseline::observed(period!("2020")).with_value_of(code!("north"), dec!(310));
    /// assert_eq!(of_parts.value(), None);
    /// ```
    pub const fn value(&self) -> Option<Decimal> {
        self.stated
    }
}

/// What a [`Goal::Change`](super::Goal::Change) counts from where that is not the baseline: a value that a scenario
/// expects, such as business as usual.
///
/// The promise is then a value like any other, reference × (1 + change); the path still leads there from the baseline.
///
/// # Examples
///
/// ```
/// use milepost::plan::Reference;
/// use milepost::{Bound, Goal, Measure, Quantity, Target, Unit, dec, text};
///
/// // 31 % below business as usual, which is 2,869 Mt in 2030: at most 1,979.61 Mt.
/// let scenario = Reference::new("2030".parse()?, dec!(2869)).with_name(text!("business as usual"));
/// let target = Target::builder(
///     "emissions".parse()?,
///     Quantity::new(Measure::Flow, Unit::new("tCO2e".parse()?, 6)?),
///     Goal::change(Bound::AtMost(dec!(-0.31))),
///     "2030".parse()?,
/// )
/// .reference(scenario)
/// .build()?;
/// assert_eq!(target.goal_in_values(), Goal::level(Bound::AtMost(dec!(1979.61))));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[must_use]
pub struct Reference {
    pub(super) period: Period,
    pub(super) value: Decimal,
    pub(super) name: Option<Text>,
}

impl Reference {
    /// The value that is expected of a period.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, Measure, Quantity, Reference, Target, Unit, code, dec, period};
    ///
    /// // Homes for a quarter more people than the census expects in 2030: 1.2 million, whatever there are today.
    /// let homes = Quantity::new(Measure::Stock, Unit::new(code!("person"), 3)?);
    /// let target = Target::builder(code!("homes"), homes, Goal::change(Bound::AtLeast(dec!(0.25))), period!("2030"))
    ///     .reference(Reference::new(period!("2030"), dec!(960)))
    ///     .build()?;
    /// assert_eq!(target.goal_in_values(), Goal::level(Bound::AtLeast(dec!(1200))));
    /// assert_eq!(target.baseline(), None, "a reference needs none");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub const fn new(period: Period, value: Decimal) -> Self {
        Self {
            period,
            value,
            name: None,
        }
    }

    setters! {
        /// The same reference, with its name.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Reference, dec, period, text};
        ///
        /// let scenario = Reference::new(period!("2030"), dec!(2869)).with_name(text!("business as usual"));
        /// assert_eq!(scenario.name(), Some(&text!("business as usual")));
        /// ```
        with_name(name: Text) => name = Some(name),
    }

    getters! {
        /// The period of which the value is expected.
        period: Period,
        /// The value, in the target's unit.
        value: Decimal,
        /// The name of the reference.
        name: Option<&Text>,
    }
}
