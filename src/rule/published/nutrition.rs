//! The rule of WHO and UNICEF for the nutrition targets of 2030.

use crate::code;
use crate::dec;
use crate::rule::{Achieved, Base, Class, Cut, Growth, Method, Parameters, Progress, Rounding, Rule, Scale, Status};
use crate::value::{Direction, names};

const ON_TRACK: &str = "on track";

impl Rule {
    /// The rule of WHO and UNICEF for the nutrition targets of 2030: the average annual rate of reduction (AARR), by
    /// least squares on logarithms, against the one that is required.
    ///
    /// Every figure from the base on counts. The base is 2012 as the target says it, else the latest of the seven years
    /// before, else the first later one. Values are rounded to 1 decimal before anything else and rates to 2 decimals
    /// of a percentage before they are compared, half away from zero: the rounding is part of the rule, and may decide.
    ///
    /// ```text
    /// on track       the latest value is at the on-track level or below, or AARR ≥ required AARR
    /// some progress  AARR above the buffer
    /// no progress    AARR within ± the buffer, both ends in it
    /// worsening      AARR below
    /// ```
    ///
    /// The numbers of the six indicators are in [`nutrition_parameters`]; tell them by
    /// [`with_parameters`](Rule::with_parameters), each under the code of your target or indicator. Without them a
    /// target is unknown (`not_configured`). Exclusive breastfeeding is judged as 100 − its share, so that everything
    /// falls.
    ///
    /// The brief that it follows is a draft. Stunting is promised as a number of children and needs the population to
    /// become a share, which the target states; the preference among surveys of one year is the caller's.
    ///
    /// # Sources
    ///
    /// WHO and UNICEF, brief on the assessment of progress for the 2026 report to the World Health Assembly; FAO, IFAD,
    /// UNICEF, WFP and WHO, "The State of Food Security and Nutrition in the World 2025", supplementary material S2.7
    /// and S2.8.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::rule::{NutritionIndicator, nutrition_parameters};
    /// use milepost::{Baseline, Bound, Goal, Measure, Observation, Quantity, Rule, Series, Status, Target, Unit, date};
    /// use milepost::{dec, verdict};
    ///
    /// let percent = Quantity::new(Measure::Share, Unit::percent());
    /// let target = Target::builder("wasting".parse()?, percent, Goal::level(Bound::AtMost(dec!(5))), "2030".parse()?)
    ///     .baseline(Baseline::observed("2012".parse()?))
    ///     .build()?;
    /// let published = date("2026-01-01")?;
    /// let figures = [("2012", dec!(12)), ("2016", dec!(10.1)), ("2022", dec!(6.9))]
    ///     .map(|(year, value)| {
    ///         Ok::<_, milepost::ValueError>(Observation::new(year.parse()?, value).published_on(published))
    ///     });
    /// let series = Series::new("wasting".parse()?, Unit::percent(), figures.into_iter().collect::<Result<_, _>>()?)?;
    ///
    /// let parameters = nutrition_parameters(NutritionIndicator::Wasting);
    /// let rule = Rule::nutrition_2030().with_parameters("wasting".parse()?, parameters)?;
    /// let verdict = verdict(&target, &series, published, &rule);
    /// assert_eq!(verdict.measured.and_then(|measured| measured.value), Some(dec!(0.0544)));
    /// assert_eq!(verdict.status, Status::OnTrack);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn nutrition_2030() -> Self {
        let method = nutrition(Class::new(ON_TRACK, Status::OnTrack));
        Self::of_method(code!("nutrition-2030"), method)
    }

    /// The same rule as UNICEF reports it: what is at the on-track level or below has *target met*, where WHO says *on
    /// track*.
    ///
    /// # Sources
    ///
    /// As for [`Rule::nutrition_2030`].
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Rule;
    ///
    /// let classes = Rule::nutrition_2030_unicef().classes();
    /// assert_eq!((classes[0].name(), classes[1].name()), ("target met", "on track"));
    /// ```
    pub fn nutrition_2030_unicef() -> Self {
        let method = nutrition(Class::new("target met", Status::Achieved));
        Self::of_method(code!("nutrition-2030-unicef"), method)
    }
}

/// The method of both rules for the nutrition targets of 2030. A latest value at the on-track level or below is of the
/// class `at_the_level`. The cuts of ±0.5 % a year are the buffer of stunting, anaemia and low birth weight: each
/// indicator's own replaces them ([`nutrition_parameters`]).
fn nutrition(at_the_level: Class) -> Method {
    let scale = Scale::new(Progress::Growth(Growth::LogLinearRegression))
        .class(ON_TRACK, Status::OnTrack, Cut::Required)
        .class("off track: some progress", Status::Lagging, Cut::MoreThan(dec!(0.005)))
        .class("off track: no progress", Status::OffTrack, Cut::AtLeast(dec!(-0.005)))
        .rest("off track: worsening", Status::Worsening);
    Method::new()
        .base(Base::EarlierThenLater(7))
        .in_percent()
        .rounding(Rounding {
            values: Some(1),
            rates: Some(4),
        })
        .achieved(Achieved::new(at_the_level).by_level().even_alone())
        .only(Direction::Falling)
        .with_number(scale)
}

names! { "an indicator of nutrition":
    /// The indicators of the nutrition targets.
    #[non_exhaustive]
    pub enum NutritionIndicator {
        /// Children under five who are too short for their age.
        Stunting = "stunting",
        /// Women of 15 to 49 years with anaemia.
        Anaemia = "anaemia",
        /// Children born with less than 2,500 g.
        LowBirthWeight = "low_birth_weight",
        /// Children under five who are overweight.
        Overweight = "overweight",
        /// Infants under six months who are not exclusively breastfed: 100 − the share of those who are.
        NotExclusivelyBreastfed = "not_exclusively_breastfed",
        /// Children under five who are too light for their height.
        Wasting = "wasting",
    }
}

/// What [`Rule::nutrition_2030`] must be told of an indicator: its on-track level and its buffer, and the required rate
/// where the brief fixes one (anaemia 3.78 %, low birth weight 1.96 % a year).
///
/// | indicator | on-track level, % | buffer, % a year |
/// |---|---|---|
/// | stunting | 3 | 0.5 |
/// | anaemia | 5 | 0.5 |
/// | low birth weight | 5 | 0.5 |
/// | overweight | 5 | 1.5 |
/// | not exclusively breastfed | 40 | 0.8 |
/// | wasting | 5 | 2.0 |
///
/// # Examples
///
/// ```
/// use milepost::rule::{NutritionIndicator, Parameters, nutrition_parameters};
/// use milepost::dec;
///
/// let overweight = Parameters::new().level(dec!(5)).cuts(&[dec!(0.015), dec!(-0.015)]);
/// assert_eq!(nutrition_parameters(NutritionIndicator::Overweight), overweight);
/// ```
pub fn nutrition_parameters(indicator: NutritionIndicator) -> Parameters {
    use NutritionIndicator as Indicator;
    let (level, buffer, required) = match indicator {
        Indicator::Stunting => (dec!(3), [dec!(0.005), dec!(-0.005)], None),
        Indicator::Anaemia => (dec!(5), [dec!(0.005), dec!(-0.005)], Some(dec!(0.0378))),
        Indicator::LowBirthWeight => (dec!(5), [dec!(0.005), dec!(-0.005)], Some(dec!(0.0196))),
        Indicator::Overweight => (dec!(5), [dec!(0.015), dec!(-0.015)], None),
        Indicator::NotExclusivelyBreastfed => (dec!(40), [dec!(0.008), dec!(-0.008)], None),
        Indicator::Wasting => (dec!(5), [dec!(0.02), dec!(-0.02)], None),
    };
    let parameters = Parameters::new().level(level).cuts(&buffer);
    match required {
        Some(rate) => parameters.required(rate),
        None => parameters,
    }
}
