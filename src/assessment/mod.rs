//! The verdict with its why: evidence and verdict together, for one target or deliverable.

mod deliverable;

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::cmp::Reverse;

pub(crate) use deliverable::latest_share;
pub use deliverable::{AmendedDeliverable, DeliverableAssessment, assess_deliverable};
use rust_decimal::Decimal;

use crate::evidence::{self, Evidence, Fact, Missing};
use crate::plan::{Breakdown, Indicator, Target};
use crate::progress::{Figures, Question};
use crate::rule::{Class, CutValue, PartVerdict, Rule, Verdict, WholeVerdict, if_observed_decided, judge};
use crate::series::{AsOf, Figure, Observations, Series};
use crate::value::{Code, Period};

/// Where a target stands as of a date by a rule, and everything that a reader needs to see why.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
#[must_use]
pub struct Assessment {
    /// The target's code.
    pub target: Code,
    /// The day of the question.
    pub as_of: AsOf,
    /// The code of the rule that decided.
    pub rule: Code,
    /// Where it stands, and what decided.
    pub verdict: Verdict,
    /// The same by what was first promised, where an amendment is in force.
    pub by_first_promise: Option<Box<Self>>,
    /// The figure that decided, in the target's own terms and unit; `None` where no figure did.
    pub deciding_figure: Option<Figure>,
    /// The class that a composed rule publishes for it; `None` by the rule of this crate, whose classes are statuses.
    pub class: Option<Class>,
    /// The plain facts, whatever the rule.
    pub evidence: Evidence,
    /// The values at which the classes of [`Rule::pace`] begin at the figure's period, from the best class to the
    /// worst; [`Missing::NotForThisRule`] of a composed rule, published or your own.
    #[cfg_attr(feature = "serde", serde(with = "evidence::wire::FactOf::<Box<[CutValue]>>"))]
    pub cuts: Fact<Box<[CutValue]>>,
    /// Where each part stands, of a target that is [of each](crate::Of::Each) along a dimension: all of the above is
    /// then that of the part which decided. `None` of any other target.
    pub parts: Option<Box<PartsAssessment>>,
}

/// Where the parts of a target stand, each of which has to keep its promise.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PartsAssessment {
    /// The dimension along which they are parts.
    pub dimension: Code,
    /// The breakdown that decided, the worst of those known; `None` where nobody can say of the whole.
    pub deciding_part: Option<Code>,
    /// How many of the parts nobody can say of.
    pub unknown: u32,
    /// How far the figures of two parts lie apart; `None` where there are no two of one period.
    pub widest_gap: Option<WidestGap>,
    /// Each part, in the order of the document. None by the first promise: that stands within each part, as its
    /// `by_first_promise`.
    pub all: Vec<PartAssessment>,
}

/// Where one part of a target stands.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PartAssessment {
    /// The code of the breakdown.
    pub breakdown: Code,
    /// The assessment.
    pub assessment: Assessment,
}

/// The widest gap between the figures of two parts, of the newest period of which two are known.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct WidestGap {
    /// The period of both figures.
    pub period: Period,
    /// The breakdown with the lowest one.
    pub lowest: Code,
    /// The breakdown with the highest one.
    pub highest: Code,
    /// Highest − lowest.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))]
    pub difference: Decimal,
}

impl WidestGap {
    /// The gap in the newest period for which two parts have values; `None` where there is no such period. Of parts
    /// with equal values the one whose code comes first is named; where all are equal, the first two.
    fn between(figures: Vec<(&Code, Figure)>) -> Option<Self> {
        let mut by_period: BTreeMap<Period, Vec<(Decimal, &Code)>> = BTreeMap::new();
        for (part, figure) in figures {
            if let Some(value) = figure.reading.value() {
                by_period.entry(figure.period).or_default().push((value, part));
            }
        }
        by_period.iter().rev().find_map(|(period, figures)| {
            let (low, lowest) = figures.iter().min()?;
            let others = figures.iter().filter(|(_, code)| code != lowest);
            let (high, highest) = others.min_by_key(|(value, code)| (Reverse(*value), *code))?;
            Some(Self {
                period: *period,
                lowest: (*lowest).clone(),
                highest: (*highest).clone(),
                difference: high.checked_sub(*low)?,
            })
        })
    }
}

impl Assessment {
    /// The assessment of a target of which nothing is known, for the reason `missing`.
    fn unknown(target: &Target, as_of: AsOf, rule: &Rule, missing: Missing) -> Self {
        Self {
            target: target.code().clone(),
            as_of,
            rule: rule.code().clone(),
            verdict: Verdict::unknown(missing),
            by_first_promise: None,
            deciding_figure: None,
            class: None,
            evidence: Evidence::unknown(missing),
            cuts: Err(missing),
            parts: None,
        }
    }

    /// The part that decided the verdict, if each part along a dimension has to keep the target; `None` for any other
    /// target, and where the verdict of the whole is unknown.
    pub(crate) fn deciding_part(&self) -> Option<&Code> {
        self.parts.as_ref()?.deciding_part.as_ref()
    }

    /// A fact of the evidence, if the figure that was observed last decided the verdict. Else an error: the evidence
    /// tells of that figure, and another one decided (a newer bound, a part of a period, or a figure that a composed
    /// rule read at another time).
    pub(crate) fn if_observed_decided<T>(&self, fact: Fact<T>) -> Fact<T> {
        if_observed_decided(self.deciding_figure, self.evidence.observed, fact)
    }

    /// The values at which the rule's classes begin at the period of the figure that decided. Empty if they are
    /// missing, and if another figure decided than the one for which they were computed.
    pub(crate) fn cuts_of_deciding(&self) -> &[CutValue] {
        let cuts = self.cuts.as_deref().map_err(|missing| *missing);
        self.if_observed_decided(cuts).unwrap_or_default()
    }

    /// The cut that lies nearest to the figure: how much is missing to the next class, or to spare before it is lost.
    /// `None` where [`cuts`](Self::cuts) are missing.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Baseline, Bound, Goal, Measure, Observation, Quantity, Rule, Series, Status, Target, Unit};
    /// use milepost::{assess, code, day, dec, period};
    ///
    /// // From 40 to 90 in ten years; the path expects 60 after four, and 56 is a pace of 0.8.
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let target = Target::builder(code!("air-2030"), share, Goal::level(Bound::AtLeast(dec!(90))), period!("2030"))
    ///     .baseline(Baseline::stated(period!("2020"), dec!(40)))
    ///     .build()?;
    /// let figure = Observation::new(period!("2024"), dec!(56)).published_on(day!("2025-01-20"));
    /// let series = Series::new(code!("air"), Unit::percent(), vec![figure])?;
    ///
    /// let assessment = assess(&target, &series, day!("2025-02-01"), &Rule::pace());
    /// let nearest = assessment.nearest_cut().ok_or("a cut")?;
    /// assert_eq!((nearest.status, nearest.cut), (Status::OnTrack, dec!(0.95)));
    /// assert_eq!((nearest.value, nearest.distance), (dec!(59), dec!(-3)));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn nearest_cut(&self) -> Option<CutValue> {
        let cuts = self.cuts.as_ref().ok()?;
        cuts.iter().copied().min_by_key(|cut| cut.distance.abs())
    }
}

/// Assesses a target: evidence and verdict.
///
/// It is total: there is an answer to every question, and what cannot be known says why. A target [of
/// each](crate::Of::Each) part along a dimension is judged by [`assess_target`]. To judge one part alone, pass the
/// series of that part with the promise to it, [`Target::of_part`].
///
/// # Examples
///
/// ```
/// use milepost::{Baseline, Bound, Goal, Measure, Observation, Quantity, Rule, Series, Status, Target, Unit, assess};
/// use milepost::{dec, date};
///
/// let unit = Unit::new("CNY".parse()?, 8)?;
/// let target = Target::builder(
///     "gdp-2026".parse()?,
///     Quantity::new(Measure::Flow, unit.clone()),
///     Goal::level(Bound::MoreThan(dec!(2000))),
///     "2026".parse()?,
/// )
/// .baseline(Baseline::stated("2021".parse()?, dec!(1517.7)))
/// .build()?;
/// let published = date("2026-01-26")?;
/// let observation = Observation::new("2025".parse()?, dec!(1781.8)).published_on(published);
/// let series = Series::new("gdp".parse()?, unit, vec![observation])?;
///
/// let assessment = assess(&target, &series, published, &Rule::pace());
/// assert_eq!(assessment.verdict.status, Status::Lagging);
/// let required = assessment.evidence.growth_required_from_now.map_err(|_| "a rate")?;
/// assert_eq!(format!("{required:.3}"), "12.246 %");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn assess(target: &Target, series: &Series, as_of: impl Into<AsOf>, rule: &Rule) -> Assessment {
    let as_of = as_of.into();
    let question = &Question::new(target, series, as_of);
    let verdict = judge(question, rule);
    let evidence = evidence::facts_of(question);
    let cuts = rule.cuts().ok_or(Missing::NotForThisRule);
    Assessment {
        target: target.code().clone(),
        as_of,
        rule: rule.code().clone(),
        class: rule.class_of(&verdict).cloned(),
        verdict,
        by_first_promise: first_promise(target, as_of).map(|first| Box::new(assess(&first, series, as_of, rule))),
        deciding_figure: verdict.deciding_period.and_then(|period| question.figure_of(period)),
        cuts: cuts.and_then(|cuts| cuts.values(question, &evidence)),
        evidence,
        parts: None,
    }
}

/// Assesses a target of an indicator, be it of the total, of one breakdown, or of each part along a dimension.
///
/// Of the total and of one breakdown it is [`assess`] with their series. Of each, every part is assessed by itself,
/// from where it starts, and
///
/// | the parts | the whole |
/// |---|---|
/// | the worst one known is behind (`lagging` or worse), or all are known | stands where the worst one does, with its pace and its facts |
/// | otherwise, the deadline is past, or fewer than half are known | `unknown` |
/// | otherwise | stands where the worst one known does |
///
/// The caveat `parts_unknown` says that some are unknown where the whole is not.
///
/// # Examples
///
/// ```
/// use milepost::{Baseline, Bound, Breakdown, Caveat, Goal, Indicator, Measure, Observation, Observations, Of};
/// use milepost::{Quantity, Rule, Series};
/// use milepost::{Status, Target, Unit, assess_target, date, dec};
///
/// // At least 75 % in every district by 2026. One stands at 40, one at 80, and of the third nobody knows.
/// let share = Quantity::new(Measure::Share, Unit::percent());
/// let [district, north, south] = ["district".parse()?, "north".parse()?, "south".parse()?];
/// let goal = Goal::level(Bound::AtLeast(dec!(75)));
/// let target = Target::builder("cover-2026".parse()?, share.clone(), goal, "2026".parse()?)
///     .of(Of::Each(district))
///     .baseline(
///         Baseline::observed("2021".parse()?)
///             .with_value_of("north".parse()?, dec!(30))
///             .with_value_of(south, dec!(76)),
///     )
///     .build()?;
/// let part = |code: &str, name: &str| {
///     Ok::<_, milepost::ValueError>(Breakdown::new(code.parse()?, name.try_into()?, "district".parse()?))
/// };
/// let cover = Indicator::new("cover".parse()?, "Cover".try_into()?, share)
///     .with_breakdown(part("north", "North")?)
///     .with_breakdown(part("south", "South")?)
///     .with_breakdown(part("east", "East")?);
/// let published = date("2025-01-20")?;
/// let figure = |value| vec![Observation::new("2024".parse().unwrap(), value).published_on(published)];
/// let observations = Observations::new(vec![
///     Series::new("cover".parse()?, Unit::percent(), figure(dec!(40)))?.with_breakdown("north".parse()?),
///     Series::new("cover".parse()?, Unit::percent(), figure(dec!(80)))?.with_breakdown("south".parse()?),
/// ])?;
///
/// let whole = assess_target(&cover, &target, &observations, published, &Rule::pace());
/// assert_eq!(whole.verdict.status, Status::OffTrack);
/// assert!(whole.verdict.caveats.contains(Caveat::PartsUnknown));
/// let parts = whole.parts.ok_or("parts")?;
/// assert_eq!((parts.deciding_part, parts.unknown), (Some(north), 1));
/// assert_eq!(parts.widest_gap.map(|gap| gap.difference), Some(dec!(40)));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn assess_target(
    indicator: &Indicator,
    target: &Target,
    observations: &Observations,
    as_of: impl Into<AsOf>,
    rule: &Rule,
) -> Assessment {
    let asked = IndicatorQuestion {
        indicator,
        observations,
        as_of: as_of.into(),
        rule,
    };
    match target.of().each() {
        Some(dimension) => asked.assess_each(target, dimension),
        None => asked.assess_one(target),
    }
}

/// A question on a target of this indicator: how it stands as of a date by a rule.
struct IndicatorQuestion<'a> {
    indicator: &'a Indicator,
    observations: &'a Observations,
    as_of: AsOf,
    rule: &'a Rule,
}

impl IndicatorQuestion<'_> {
    /// The assessment of a target that needs one series: a target of the total, of one breakdown, or the promise to one
    /// of the parts that each have to keep a target.
    fn assess_one(&self, target: &Target) -> Assessment {
        let series = &self.indicator.series_of(target, self.observations);
        assess(target, series, self.as_of, self.rule)
    }

    /// The assessment of a target that each part along a dimension has to keep, with the one by the first promise if an
    /// amendment is in force.
    fn assess_each(&self, target: &Target, dimension: &Code) -> Assessment {
        let assess_part = |(part, target): (&Breakdown, Target)| PartAssessment {
            breakdown: part.code().clone(),
            assessment: self.assess_one(&target),
        };
        let parts: Vec<_> = self.indicator.parts_of(target).map(assess_part).collect();
        let first = first_promise(target, self.as_of);
        let by_first = first.map(|first| Box::new(self.whole_by_first_promise(&first, dimension, &parts)));
        Assessment {
            by_first_promise: by_first,
            ..self.whole_of_parts(target, dimension, parts)
        }
    }

    /// The assessment by the first promise of a target that each part has to keep. It lists no parts: the assessment of
    /// each part has its own one by its first promise.
    fn whole_by_first_promise(&self, first: &Target, dimension: &Code, parts: &[PartAssessment]) -> Assessment {
        let by_first = |part: &PartAssessment| {
            Some(PartAssessment {
                breakdown: part.breakdown.clone(),
                assessment: part.assessment.by_first_promise.as_deref()?.clone(),
            })
        };
        let parts = parts.iter().filter_map(by_first).collect();
        let mut whole = self.whole_of_parts(first, dimension, parts);
        if let Some(parts) = &mut whole.parts {
            parts.all.clear();
        }
        whole
    }

    /// The assessment of a target that each part has to keep, from those of its parts: that of the deciding part, with
    /// the verdict of the whole, and with all parts in it. If no part decides, all facts are missing.
    fn whole_of_parts(&self, target: &Target, dimension: &Code, all: Vec<PartAssessment>) -> Assessment {
        let verdicts: Vec<_> = all.iter().map(PartVerdict::from).collect();
        let WholeVerdict { verdict, deciding_part } = WholeVerdict::new(target, self.as_of, self.rule, &verdicts);
        let unknown = u32::try_from(verdicts.iter().filter(|part| part.is_unknown()).count()).unwrap_or(u32::MAX);
        let deciding_part = deciding_part.cloned();
        let deciding = all.iter().find(|part| Some(&part.breakdown) == deciding_part.as_ref());
        let whole = deciding.map_or_else(
            || Assessment::unknown(target, self.as_of, self.rule, Missing::parts_unknown(unknown)),
            |part| part.assessment.clone(),
        );
        let parts = PartsAssessment {
            dimension: dimension.clone(),
            deciding_part,
            unknown,
            widest_gap: self.widest_gap(target, &all),
            all,
        };
        Assessment {
            verdict,
            parts: Some(Box::new(parts)),
            ..whole
        }
    }

    /// The widest gap between two parts of a target, in the newest period for which two of them have figures that can
    /// be compared with the target. The latest figures of the parts are tried first, then all.
    fn widest_gap(&self, target: &Target, parts: &[PartAssessment]) -> Option<WidestGap> {
        let observed = |part: &PartAssessment| part.assessment.evidence.observed.ok();
        let latest = parts.iter().filter_map(|part| Some((&part.breakdown, observed(part)?)));
        let latest: Vec<_> = latest.collect();
        // If two parts have figures of the newest period of all, no earlier figure has to be looked at.
        let newest = latest.iter().map(|(_, figure)| figure.period).max();
        let gap = WidestGap::between(latest).filter(|gap| Some(gap.period) == newest);
        gap.or_else(|| {
            let of_parts = self.indicator.parts_of(target.in_force_on(self.as_of.date()));
            let figures = of_parts.flat_map(|(part, promise)| {
                let series = self.indicator.series_of(&promise, self.observations);
                let figures = Figures::new(&promise, series.as_known_on(self.as_of)).all();
                let known = figures.into_iter().filter(|figure| Some(figure.period) <= newest);
                known.map(|figure| (part.code(), figure))
            });
            WidestGap::between(figures.collect())
        })
    }
}

/// The target as it was first promised; `None` unless an amendment is in force.
fn first_promise(target: &Target, as_of: AsOf) -> Option<Target> {
    target.version_on(as_of.date()).map(|_| target.first_promise())
}

impl<'a> From<&'a PartAssessment> for PartVerdict<'a> {
    /// The verdict on a part, with the pace by which parts are ordered; without a pace if another figure decided than
    /// the one observed last.
    fn from(part: &'a PartAssessment) -> Self {
        let judged = &part.assessment;
        Self {
            breakdown: &part.breakdown,
            verdict: judged.verdict,
            pace: judged.if_observed_decided(judged.evidence.pace).ok(),
        }
    }
}
