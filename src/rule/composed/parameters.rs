//! What a rule must be told of single indicators and targets.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::scale::Scale;
use super::transform::Transform;
#[cfg(feature = "serde")]
use crate::value::decimal;
use crate::value::setters;

/// What a rule must be told of one indicator or target.
///
/// # Examples
///
/// ```
/// use milepost::rule::Parameters;
/// use milepost::{Rule, dec};
///
/// // A share of children cannot exceed 100 %, so its growth is judged more kindly near there.
/// let rule = Rule::open_sdg().with_parameters("1-3-1".parse()?, Parameters::new().natural_limit(dec!(100)))?;
/// assert_eq!(rule.code().as_str(), "open-sdg");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "serde",
    serde(deny_unknown_fields, default, expecting = "a map of parameters")
)]
#[must_use]
pub struct Parameters {
    /// The value that the indicator cannot pass by its nature, if there is one.
    #[cfg_attr(
        feature = "serde",
        serde(with = "decimal::MaybeExact", skip_serializing_if = "Option::is_none")
    )]
    pub(super) natural_limit: Option<Decimal>,
    /// The level at which the rule is content, if there is one: where the goal is a direction alone, and by a rule that
    /// is content by its level also where the goal has a number.
    #[cfg_attr(
        feature = "serde",
        serde(with = "decimal::MaybeExact", skip_serializing_if = "Option::is_none")
    )]
    pub(super) level: Option<Decimal>,
    /// The movement per year that the rule requires, towards the goal and above 0; left out, the goal's number tells
    /// it.
    #[cfg_attr(
        feature = "serde",
        serde(with = "decimal::MaybeExact", skip_serializing_if = "Option::is_none")
    )]
    pub(super) required: Option<Decimal>,
    /// The worst value, from which values are normalised.
    #[cfg_attr(
        feature = "serde",
        serde(with = "decimal::MaybeExact", skip_serializing_if = "Option::is_none")
    )]
    pub(super) lower: Option<Decimal>,
    /// The best value, to which values are normalised.
    #[cfg_attr(
        feature = "serde",
        serde(with = "decimal::MaybeExact", skip_serializing_if = "Option::is_none")
    )]
    pub(super) optimum: Option<Decimal>,
    /// The transform of each value of this indicator; left out, it is the rule's.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(super) transform: Option<Transform>,
    /// The scale of this indicator; left out, it is one of the rule's.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(super) scale: Option<Scale>,
    /// Own cuts in the place of the rule's, from the best class on; empty, they are the rule's.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty", with = "Decimals"))]
    pub(super) cuts: Vec<Decimal>,
}

impl Parameters {
    /// Parameters without any setting yet.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::rule::{Parameters, RuleError};
    /// use milepost::{Rule, code, dec};
    ///
    /// // What the rule does not read is refused, so that no setting is lost in silence.
    /// assert!(Rule::open_sdg().with_parameters(code!("6-1-1"), Parameters::new()).is_ok());
    /// let level = Parameters::new().bounds(dec!(0), dec!(100));
    /// let refused = Rule::open_sdg().with_parameters(code!("6-1-1"), level);
    /// assert!(matches!(refused, Err(RuleError::Unread { .. })));
    /// ```
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether no parameter is set.
    #[cfg(feature = "serde")]
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::new()
    }

    /// These parameters, completed by the defaults where one is not set.
    pub(super) fn or(&self, defaults: &Self) -> Self {
        Self {
            natural_limit: self.natural_limit.or(defaults.natural_limit),
            level: self.level.or(defaults.level),
            required: self.required.or(defaults.required),
            lower: self.lower.or(defaults.lower),
            optimum: self.optimum.or(defaults.optimum),
            transform: self.transform.or(defaults.transform),
            scale: self.scale.as_ref().or(defaults.scale.as_ref()).cloned(),
            cuts: if self.cuts.is_empty() {
                defaults.cuts.clone()
            } else {
                self.cuts.clone()
            },
        }
    }

    /// The worst value, `lower`, and the best, `optimum`, between which values are normalised; `None` unless both are
    /// set.
    pub(super) fn ends(&self) -> Option<(Decimal, Decimal)> {
        self.lower.zip(self.optimum)
    }

    setters! {
        /// The value that the indicator cannot pass by its nature, from whichever side it comes: 100 % of the children,
        /// 0 deaths. Near one of 0 no cut shrinks. It is none of a promise: that is the target's own limit.
        const natural_limit(value: Decimal) => natural_limit = Some(value),
        /// The level at which the rule is content, where the goal is a direction alone: from there on a target of "more
        /// and more" is achieved. A goal with a number is reached at its number, and this is not looked at, unless the
        /// rule is content by its level ([`Achieved::by_level`](crate::rule::Achieved::by_level)), as
        /// [`nutrition_2030`](crate::Rule::nutrition_2030) by its on-track level and
        /// [`sdsn_arrows`](crate::Rule::sdsn_arrows) by its green threshold.
        ///
        /// # Examples
        ///
        /// ```
        #[doc = include_str!("judged.txt")]
        /// // "More and more homes" has no number. The office is content from 75 % on, however slowly it rises then.
        /// let scale = Scale::new(Progress::Growth(Growth::Compound))
        ///     .class("rising", Status::OnTrack, Cut::AtLeast(dec!(0.01)))
        ///     .rest("stagnant", Status::Lagging);
        /// let achieved = Achieved::new(Class::new("content", Status::Achieved));
        /// let rule = Rule::composed(code!("ours"), Method::new().without_number(scale).achieved(achieved))?;
        /// let figures = [(period!("2020"), dec!(78)), (period!("2024"), dec!(78.5))];
        /// assert_eq!(class_of_trend_by(&rule, &figures)?, "stagnant");
        /// let told = rule.with_parameters(code!("homes"), Parameters::new().level(dec!(75)))?;
        /// assert_eq!(class_of_trend_by(&told, &figures)?, "content");
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        const level(level: Decimal) => level = Some(level),
        /// The movement per year that the rule requires, towards the goal and above 0, whatever the goal's own number.
        ///
        /// # Examples
        ///
        /// ```
        #[doc = include_str!("judged.txt")]
        /// // Two points a year lead from 60 to 80 % by 2030, and three are asked for whatever the plan says.
        /// let ratio = Scale::new(Progress::GrowthRatio(Growth::Linear));
        /// let rule = Rule::composed(code!("ours"), Method::new().with_number(ratio))?;
        /// let figures = [(period!("2020"), dec!(60)), (period!("2024"), dec!(66))];
        /// assert_eq!(number_by(&rule, &figures)?, Some(dec!(0.75)));
        /// let told = rule.with_parameters(code!("homes"), Parameters::new().required(dec!(3)))?;
        /// assert_eq!(number_by(&told, &figures)?, Some(dec!(0.5)));
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        const required(per_year: Decimal) => required = Some(per_year),
        /// What is done to each value of this indicator first, in the place of what the rule does.
        const transform(transform: Transform) => transform = Some(transform),
        /// A scale of this indicator in the place of those of the rule: bands of its level, steps on a scale of ranks,
        /// achieved or not.
        ///
        /// # Examples
        ///
        /// ```
        #[doc = include_str!("judged.txt")]
        /// // Others are judged by the way that is gone, homes by where they stand.
        /// let way = Scale::new(Progress::ShareOfWay)
        ///     .class("on track", Status::OnTrack, Cut::AtLeast(dec!(0.33)))
        ///     .rest("behind", Status::Lagging);
        /// let level = Scale::new(Progress::Level)
        ///     .class("green", Status::OnTrack, Cut::AtLeast(dec!(60)))
        ///     .rest("red", Status::OffTrack);
        /// let rule = Rule::composed(code!("ours"), Method::new().with_number(way))?;
        /// let told = rule.clone().with_parameters(code!("homes"), Parameters::new().scale(level))?;
        /// let figures = [(period!("2020"), dec!(60)), (period!("2024"), dec!(65))];
        /// assert_eq!((class_by(&rule, &figures)?.as_str(), class_by(&told, &figures)?.as_str()), ("behind", "green"));
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        scale(scale: Scale) => scale = Some(scale),
        /// Own cuts in the place of the rule's, from the best class on; each stays as inclusive as it was. A class
        /// whose score is [`Fixed`](crate::rule::Score::Fixed) takes that along; lines and points stay where they are.
        ///
        /// # Examples
        ///
        /// ```
        #[doc = include_str!("judged.txt")]
        /// // A third of the way is on track, of homes a fifth. More numbers than the rule has cuts are refused.
        /// let scale = Scale::new(Progress::ShareOfWay)
        ///     .class("on track", Status::OnTrack, Cut::AtLeast(dec!(0.33)))
        ///     .rest("behind", Status::Lagging);
        /// let rule = Rule::composed(code!("ours"), Method::new().with_number(scale))?;
        /// let figures = [(period!("2020"), dec!(60)), (period!("2024"), dec!(65))];
        /// assert_eq!(class_by(&rule, &figures)?, "behind");
        /// let told = rule.clone().with_parameters(code!("homes"), Parameters::new().cuts(&[dec!(0.2)]))?;
        /// assert_eq!(class_by(&told, &figures)?, "on track");
        /// let refused = rule.with_parameters(code!("homes"), Parameters::new().cuts(&[dec!(0.2), dec!(0.1)]));
        /// assert!(matches!(refused, Err(RuleError::CutCount { given: 2, cuts: 1, .. })));
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        cuts(cuts: &[Decimal]) => cuts = cuts.into(),
    }

    /// The bounds between which values are normalised: the worst value, which becomes 0, and the best, which becomes
    /// 100. The best may be the lower one.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::rule::{Cut, Method, Parameters, Progress, Scale, Transform};
    /// use milepost::{Rule, Status, code, dec};
    ///
    /// // Under-five deaths in 1,000 births, from 130 at the worst to 2.6 at the best.
    /// let scale = Scale::new(Progress::Level).class("green", Status::OnTrack, Cut::AtLeast(dec!(80)));
    /// let method = Method::new().with_number(scale).transform(Transform::Normalised);
    /// let rule = Rule::composed(code!("dashboard"), method)?;
    /// assert!(rule.with_parameters(code!("3-2-1"), Parameters::new().bounds(dec!(130), dec!(2.6))).is_ok());
    /// # Ok::<(), milepost::rule::RuleError>(())
    /// ```
    pub const fn bounds(mut self, lower: Decimal, optimum: Decimal) -> Self {
        self.lower = Some(lower);
        self.optimum = Some(optimum);
        self
    }
}

/// How a list of decimals is written and read, each as a string.
#[cfg(feature = "serde")]
pub(crate) enum Decimals {}

#[cfg(feature = "serde")]
mod wire {
    use alloc::vec::Vec;

    use rust_decimal::Decimal;
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::value::decimal::WireDecimal;

    impl super::Decimals {
        /// Writes each number as its text.
        pub(in crate::rule) fn serialize<S: Serializer>(cuts: &[Decimal], serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_seq(cuts.iter().copied().map(WireDecimal))
        }

        /// Reads a list of numbers, each exactly.
        pub(in crate::rule) fn deserialize<'de, D: Deserializer<'de>>(
            deserializer: D,
        ) -> Result<Vec<Decimal>, D::Error> {
            let cuts = Vec::<WireDecimal>::deserialize(deserializer)?;
            Ok(cuts.into_iter().map(|wire| wire.0).collect())
        }
    }
}
