//! One target, or one plan, under several rules: the classes side by side, and where they disagree.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::pace::Finding;
use super::parts::{PartVerdict, WholeVerdict, if_observed_decided};
use super::{Aggregate, Part, Rule, Verdict, judge, with_common_checks, with_doubt_of_baseline};
use crate::evidence::{self, Evidence};
use crate::plan::{Indicator, Plan, Target};
use crate::progress::Question;
use crate::series::{AsOf, Observations, Series};
use crate::value::Code;

/// What one rule says of one target.
///
/// # Examples
///
/// ```
/// use milepost::{Baseline, Bound, Goal, Measure, Observation, Quantity, Rule, Series, Status, Target, Unit, compare};
/// use milepost::{code, day, dec, period};
///
/// let share = Quantity::new(Measure::Share, Unit::percent());
/// let target = Target::builder(code!("good-air"), share, Goal::level(Bound::AtLeast(dec!(90))), period!("2030"))
///     .baseline(Baseline::stated(period!("2015"), dec!(40)))
///     .build()?;
/// let figure = Observation::new(period!("2020"), dec!(49)).published_on(day!("2021-02-01"));
/// let series = Series::new(code!("air"), Unit::percent(), vec![figure])?;
///
/// let comparison = compare(&target, &series, day!("2021-02-01"), &[Rule::pace(), Rule::undp()]);
/// let [pace, undp] = &comparison.verdicts[..] else { return Err("two rules".into()) };
/// assert_eq!((pace.rule.as_str(), &*pace.class, pace.verdict.status), ("pace", "off_track", Status::OffTrack));
/// assert_eq!(&*undp.class, "fair progress but acceleration needed");
/// assert_eq!(pace.by_first_promise, None, "nothing was amended");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct VerdictByRule {
    /// The rule's code.
    pub rule: Code,
    /// The published name of the verdict's class; the name of its status (`on_track`) where the rule publishes none.
    pub class: Box<str>,
    /// The verdict, by the promise in force on the day of the question.
    pub verdict: Verdict,
    /// The rule's verdict by what was first promised; `None` unless an amendment is in force.
    pub by_first_promise: Option<Verdict>,
}

/// One target under several rules: the facts once, and what each rule makes of them.
///
/// Written out (`{}`) it is a table in Markdown as of a [`PlanComparison`], with one target.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
#[must_use]
pub struct Comparison {
    /// The target's code.
    pub target: Code,
    /// The day of the question.
    pub as_of: AsOf,
    /// The plain facts, the same for every rule.
    pub evidence: Evidence,
    /// What each rule says, in the order of the rules.
    pub verdicts: Vec<VerdictByRule>,
}

impl Comparison {
    /// Whether two rules that judge the target give different statuses. A rule that cannot judge does not disagree.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Baseline, Bound, Goal, Measure, Observation, Quantity, Rule, Series, Status, Target, Unit};
    /// use milepost::{code, compare, day, dec, period};
    ///
    /// // 9 of 50 points gone in a third of the time: off track by the path, and better by UNDP's rule.
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let target = Target::builder(code!("good-air"), share, Goal::level(Bound::AtLeast(dec!(90))), period!("2030"))
    ///     .baseline(Baseline::stated(period!("2015"), dec!(40)))
    ///     .build()?;
    /// let figure = Observation::new(period!("2020"), dec!(49)).published_on(day!("2021-02-01"));
    /// let series = Series::new(code!("air"), Unit::percent(), vec![figure])?;
    /// let by = |rules: &[Rule], day| compare(&target, &series, day, rules);
    /// assert!(by(&[Rule::pace(), Rule::undp()], day!("2021-02-01")).rules_disagree());
    /// // In 2026 the figure is too old for one of them. Who cannot say does not disagree.
    /// let later = by(&[Rule::pace(), Rule::undp()], day!("2026-02-01"));
    /// assert_eq!(later.verdicts.iter().filter(|one| one.verdict.status == Status::Unknown).count(), 1);
    /// assert!(!later.rules_disagree());
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn rules_disagree(&self) -> bool {
        VerdictByRule::disagree(&self.verdicts)
    }
}

/// Judges one target by several rules.
///
/// # Examples
///
/// ```
/// use milepost::{Baseline, Bound, Cuts, Goal, Measure, Quantity, Rule, Series, Target, Unit, compare, dec, date};
///
/// let unit = Unit::percent();
/// let target = Target::builder(
///     "good-air".parse()?,
///     Quantity::new(Measure::Share, unit.clone()),
///     Goal::level(Bound::AtLeast(dec!(88))),
///     "2026".parse()?,
/// )
/// .baseline(Baseline::stated("2021".parse()?, dec!(80)))
/// .build()?;
/// let series = Series::empty("good-air".parse()?, unit);
/// let as_of = date("2026-01-31")?;
/// let cuts = Cuts::new(dec!(1.05), dec!(1), dec!(0.8), dec!(0))?;
/// let strict = Rule::pace().with_code("strict".parse()?).with_cuts(cuts)?;
///
/// let comparison = compare(&target, &series, as_of, &[Rule::pace(), strict]);
/// assert_eq!(comparison.verdicts.len(), 2);
/// assert_eq!((comparison.verdicts[1].rule.as_str(), &*comparison.verdicts[1].class), ("strict", "unknown"));
/// assert!(!comparison.rules_disagree());
/// let table = comparison.to_string();
/// assert!(table.starts_with("| target | pace | strict |  |\n") && table.ends_with("| good-air | unknown | unknown |  |\n"));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn compare(target: &Target, series: &Series, as_of: impl Into<AsOf>, rules: &[Rule]) -> Comparison {
    let as_of = as_of.into();
    let question = &Question::new(target, series, as_of);
    let by_first_promise = verdicts_by_first_promise(target, series, as_of, rules);
    Comparison {
        target: target.code().clone(),
        as_of,
        evidence: evidence::facts_of(question),
        verdicts: VerdictByRule::list(rules, judge_by_rules(question, rules), by_first_promise),
    }
}

/// What several rules say of one target.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TargetByRules {
    /// The code of its pillar.
    pub pillar: Code,
    /// The code of its indicator.
    pub indicator: Code,
    /// The target's code.
    pub target: Code,
    /// Whether it counts by itself, and is no alternative and no restatement.
    pub is_principal: bool,
    /// What each rule says, in the order of the rules.
    pub verdicts: Vec<VerdictByRule>,
}

impl TargetByRules {
    /// Whether two rules that judge the target give different statuses. A rule that cannot judge does not disagree.
    ///
    /// # Examples
    ///
    /// ```
    #[doc = include_str!("good_air.txt")]
    /// let disagree_at = |share| {
    ///     let figure = Observation::new(period!("2020"), share).published_on(day!("2021-02-01"));
    ///     let observations = Observations::new(vec![Series::new(code!("air"), Unit::percent(), vec![figure])?])?;
    ///     let comparison = compare_plan(&plan, &observations, day!("2021-02-01"), &[Rule::pace(), Rule::undp()]);
    ///     Ok::<_, milepost::series::SeriesError>(comparison.target("good-air").map(|target| target.rules_disagree()))
    /// };
    /// // From 40 % in 2015 to 90 % in 2030. At 49 % in 2020 it depends on the rule; at 38 % it is worse by both.
    /// assert_eq!((disagree_at(dec!(49))?, disagree_at(dec!(38))?), (Some(true), Some(false)));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn rules_disagree(&self) -> bool {
        VerdictByRule::disagree(&self.verdicts)
    }
}

impl VerdictByRule {
    /// The verdicts of rules on one target, in the order of the rules, each with the rule's verdict by the first
    /// promise, if there are such verdicts.
    pub(crate) fn list(
        rules: &[Rule],
        verdicts: impl IntoIterator<Item = Verdict>,
        by_first_promise: impl IntoIterator<Item = Verdict>,
    ) -> Vec<Self> {
        let mut by_first_promise = by_first_promise.into_iter();
        let of_rule = |(rule, verdict): (&Rule, Verdict)| Self {
            rule: rule.code().clone(),
            class: rule.class_name(&verdict).into(),
            verdict,
            by_first_promise: by_first_promise.next(),
        };
        rules.iter().zip(verdicts).map(of_rule).collect()
    }

    /// Whether two of these verdicts have different statuses, of those that judged at all.
    pub(crate) fn disagree(verdicts: &[Self]) -> bool {
        let statuses = verdicts.iter().map(|one| one.verdict.status);
        let mut judged = statuses.filter(|status| status.is_judged());
        let first = judged.next();
        judged.any(|status| Some(status) != first)
    }
}

/// The whole of a group of targets by one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct GroupWhole {
    /// The code of the indicator or pillar.
    pub code: Code,
    /// Its whole.
    pub whole: Aggregate,
}

/// The whole of a plan as one rule publishes it: targets to indicators, to pillars, to the plan. Only principal targets
/// count, and an indicator or a pillar without any is no part of the next level up.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PlanWhole {
    /// The rule's code.
    pub rule: Code,
    /// Each indicator, in the order of the document.
    pub indicators: Vec<GroupWhole>,
    /// Each pillar, in the order of the document: the whole of its indicators.
    pub pillars: Vec<GroupWhole>,
    /// The plan: the whole of its pillars.
    pub plan: Aggregate,
}

/// A plan under several rules.
///
/// Written out (`{}`) it is a table in Markdown, with a mark where rules disagree.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
#[must_use]
pub struct PlanComparison {
    /// The plan's code.
    pub plan: Code,
    /// The day of the question.
    pub as_of: AsOf,
    /// The codes of the rules, in their order.
    pub rules: Vec<Code>,
    /// Each target, in the order of the document.
    pub targets: Vec<TargetByRules>,
    /// The whole by each rule.
    pub wholes: Vec<PlanWhole>,
}

impl PlanComparison {
    /// The verdicts of the rules on the target with this code, if the plan has one.
    ///
    /// # Examples
    ///
    /// ```
    #[doc = include_str!("good_air.txt")]
    /// let rules = [Rule::pace(), Rule::undp()];
    /// let comparison = compare_plan(&plan, &Observations::default(), day!("2021-02-01"), &rules);
    /// // A row of a table: what each rule calls it, in the order of the rules. Nothing was observed.
    /// let row = comparison.target("good-air").ok_or("a row")?;
    /// let cells: Vec<_> = row.verdicts.iter().map(|one| (one.rule.as_str(), &*one.class)).collect();
    /// assert_eq!(cells, [("pace", "unknown"), ("undp", "unknown")]);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn target(&self, code: impl AsRef<str>) -> Option<&TargetByRules> {
        self.targets.iter().find(|one| one.target.as_str() == code.as_ref())
    }

    /// The targets of which rules give different statuses.
    ///
    /// # Examples
    ///
    /// ```
    /// # use milepost::{Baseline, Bound, Goal, Indicator, Measure, Observation, Observations, Pillar, Plan, Quantity};
    /// # use milepost::{Rule, Series, Target, Unit, code, compare_plan, day, dec, period, text};
    /// # let share = || Quantity::new(Measure::Share, Unit::percent());
    /// # let indicator = |code: milepost::Code, target| {
    /// #     let target = Target::builder(target, share(), Goal::level(Bound::AtLeast(dec!(90))), period!("2030"))
    /// #         .baseline(Baseline::stated(period!("2015"), dec!(40)))
    /// #         .build()?;
    /// #     Ok::<_, milepost::Problems>(Indicator::new(code, text!("A share"), share()).with_target(target))
    /// # };
    /// # let series = |code, share| {
    /// #     let figure = Observation::new(period!("2020"), share).published_on(day!("2021-02-01"));
    /// #     Series::new(code, Unit::percent(), vec![figure])
    /// # };
    /// # let plan = Plan::builder(code!("city"), text!("City plan"), period!("2016-01-01/P15Y"))
    /// #     .pillar(
    /// #         Pillar::new(code!("green"), text!("Green city"))
    /// #             .with_indicator(indicator(code!("air"), code!("good-air"))?)
    /// #             .with_indicator(indicator(code!("water"), code!("good-water"))?),
    /// #     )
    /// #     .build()?;
    /// // Both are to come from 40 % in 2015 to 90 % in 2030.
    /// let observations = Observations::new(vec![series(code!("air"), dec!(49))?, series(code!("water"), dec!(38))?])?;
    /// let comparison = compare_plan(&plan, &observations, day!("2021-02-01"), &[Rule::pace(), Rule::undp()]);
    /// // Who publishes one verdict explains these.
    /// let codes: Vec<_> = comparison.disagreements().map(|one| one.target.as_str()).collect();
    /// assert_eq!(codes, ["good-air"]);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn disagreements(&self) -> impl Iterator<Item = &TargetByRules> {
        self.targets.iter().filter(|target| target.rules_disagree())
    }
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_head(f, &mut self.verdicts.iter().map(|one| one.rule.as_str()))?;
        write_verdicts(f, &self.target, &self.verdicts)
    }
}

impl fmt::Display for PlanComparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_head(f, &mut self.rules.iter().map(Code::as_str))?;
        for target in &self.targets {
            write_verdicts(f, &target.target, &target.verdicts)?;
        }
        let wholes: Vec<String> = self.wholes.iter().map(|whole| line_of(&whole.plan)).collect();
        write_line(f, "whole", &mut wholes.iter().map(String::as_str), "")
    }
}

/// A line of the printed comparison: a cell for each rule, between a first and a last one.
fn write_line(
    f: &mut fmt::Formatter<'_>,
    first: &str,
    cells: &mut dyn Iterator<Item = &str>,
    last: &str,
) -> fmt::Result {
    write!(f, "| {first} |")?;
    for cell in cells {
        write!(f, " {cell} |")?;
    }
    writeln!(f, " {last} |")
}

/// The codes of the rules above the printed comparison, and the line beneath them.
fn write_head(f: &mut fmt::Formatter<'_>, rules: &mut dyn Iterator<Item = &str>) -> fmt::Result {
    let mut count = 0_usize;
    write_line(f, "target", &mut rules.inspect(|_| count = count.saturating_add(1)), "")?;
    write_line(f, "---", &mut core::iter::repeat_n("---", count), "---")
}

/// The classes of a target in the printed comparison, with a mark where rules disagree.
fn write_verdicts(f: &mut fmt::Formatter<'_>, target: &Code, verdicts: &[VerdictByRule]) -> fmt::Result {
    let mark = if VerdictByRule::disagree(verdicts) { "≠" } else { "" };
    write_line(f, target.as_str(), &mut verdicts.iter().map(|one| &*one.class), mark)
}

/// The whole of several targets in a cell of the printed comparison: its class, else its value, else nothing; and
/// always the counts by status.
fn line_of(whole: &Aggregate) -> String {
    let counts: Vec<String> = whole
        .counts
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(status, count)| alloc::format!("{count} {status}"))
        .collect();
    let counts = counts.join(", ");
    match (&whole.class, whole.value) {
        (Some(class), _) => alloc::format!("{}: {counts}", class.name()),
        (None, Some(value)) => alloc::format!("{}: {counts}", value.round_dp(3)),
        (None, None) => counts,
    }
}

/// Judges each target of a plan by several rules, and the whole of the plan as each rule publishes it. A target with an
/// amendment in force is judged by its first promise too.
///
/// # Examples
///
/// ```
/// use milepost::{Bound, Baseline, Goal, Indicator, Measure, Observation, Observations, Pillar, Plan, Quantity, Rule};
/// use milepost::{Series, Target, Unit};
/// use milepost::{compare_plan, date, dec};
///
/// let share = Quantity::new(Measure::Share, Unit::percent());
/// let goal = Goal::level(Bound::AtLeast(dec!(90)));
/// let air = Target::builder("good-air".parse()?, share.clone(), goal, "2030".parse()?)
///     .baseline(Baseline::stated("2015".parse()?, dec!(40)))
///     .build()?;
/// let indicator = Indicator::new("air".parse()?, "Days with good air".try_into()?, share).with_target(air);
/// let plan = Plan::builder("city".parse()?, "City plan".try_into()?, "2016-01-01/P15Y".parse()?)
///     .pillar(Pillar::new("green".parse()?, "Green".try_into()?).with_indicator(indicator))
///     .build()?;
/// let published = date("2021-02-01")?;
/// let figure = Observation::new("2020".parse()?, dec!(49)).published_on(published);
/// let observations = Observations::new(vec![Series::new("air".parse()?, Unit::percent(), vec![figure])?])?;
///
/// let comparison = compare_plan(&plan, &observations, published, &[Rule::pace(), Rule::open_sdg(), Rule::undp()]);
/// assert_eq!(comparison.disagreements().count(), 1);
/// assert!(comparison.target("good-air").is_some_and(|target| target.rules_disagree()));
/// let table = comparison.to_string();
/// assert!(table.contains("| good-air | off_track | acceleration needed | fair progress but acceleration needed | ≠ |"), "{table}");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn compare_plan(
    plan: &Plan,
    observations: &Observations,
    as_of: impl Into<AsOf>,
    rules: &[Rule],
) -> PlanComparison {
    let as_of = as_of.into();
    let mut targets = Vec::new();
    for pillar in plan.pillars() {
        for indicator in pillar.indicators() {
            for target in indicator.targets() {
                let verdicts = judge_target(indicator, target, observations, as_of, rules);
                let first = target.version_on(as_of.date()).map(|_| target.first_promise());
                let first = first.map(|first| judge_target(indicator, &first, observations, as_of, rules));
                targets.push(TargetByRules {
                    pillar: pillar.code().clone(),
                    indicator: indicator.code().clone(),
                    target: target.code().clone(),
                    is_principal: target.is_principal(),
                    verdicts: VerdictByRule::list(rules, verdicts, first.unwrap_or_default()),
                });
            }
        }
    }
    let whole = |(place, rule): (usize, &Rule)| {
        let answer = |target: &TargetByRules| Some((target.target.clone(), target.verdicts.get(place)?.verdict));
        PlanWhole::new(plan, rule, &targets.iter().filter_map(answer).collect())
    };
    let wholes = rules.iter().enumerate().map(whole).collect();
    PlanComparison {
        plan: plan.code().clone(),
        as_of,
        rules: rules.iter().map(|rule| rule.code().clone()).collect(),
        targets,
        wholes,
    }
}

/// The verdict of each rule on a target of an indicator. If each part along a dimension has to keep the target, it is
/// the verdict on the whole of the parts.
fn judge_target(
    indicator: &Indicator,
    target: &Target,
    observations: &Observations,
    as_of: AsOf,
    rules: &[Rule],
) -> Vec<Verdict> {
    if target.of().each().is_none() {
        let series = indicator.series_of(target, observations);
        return judge_by_rules(&Question::new(target, &series, as_of), rules).collect();
    }
    let mut parts_by_rule: Vec<Vec<PartVerdict<'_>>> = rules.iter().map(|_| Vec::new()).collect();
    for (part, promise) in indicator.parts_of(target) {
        let series = indicator.series_of(&promise, observations);
        let question = &Question::new(&promise, &series, as_of);
        let facts = evidence::facts_of(question);
        for (parts, verdict) in parts_by_rule.iter_mut().zip(judge_by_rules(question, rules)) {
            let deciding_figure = verdict.deciding_period.and_then(|period| question.figure_of(period));
            parts.push(PartVerdict {
                breakdown: part.code(),
                verdict,
                pace: if_observed_decided(deciding_figure, facts.observed, facts.pace).ok(),
            });
        }
    }
    let whole = |(rule, parts): (&Rule, &Vec<PartVerdict<'_>>)| WholeVerdict::new(target, as_of, rule, parts).verdict;
    rules.iter().zip(&parts_by_rule).map(whole).collect()
}

impl PlanWhole {
    /// The whole of a plan by a rule, from the rule's verdicts on the targets, by the targets' codes: targets to
    /// indicators, to pillars, to the plan.
    pub(crate) fn new(plan: &Plan, rule: &Rule, verdicts: &BTreeMap<Code, Verdict>) -> Self {
        let of_indicator = |indicator: &Indicator| {
            let principal = indicator.targets().iter().filter(|target| target.is_principal());
            let parts = principal
                .filter_map(|target| verdicts.get(target.code()))
                .map(Part::from);
            GroupWhole {
                code: indicator.code().clone(),
                whole: rule.aggregate(parts),
            }
        };
        // An indicator or a pillar without a target that counts is left out, and does not count as unassessed.
        let aggregate = |groups: &[GroupWhole]| {
            let groups = groups.iter().map(|group| &group.whole);
            rule.aggregate(groups.filter(|whole| whole.counts.total() > 0).map(Part::from))
        };
        let mut indicators = Vec::new();
        let mut pillars = Vec::new();
        for pillar in plan.pillars() {
            let of_pillar: Vec<GroupWhole> = pillar.indicators().iter().map(of_indicator).collect();
            pillars.push(GroupWhole {
                code: pillar.code().clone(),
                whole: aggregate(&of_pillar),
            });
            indicators.extend(of_pillar);
        }
        Self {
            rule: rule.code().clone(),
            plan: aggregate(&pillars),
            indicators,
            pillars,
        }
    }

    /// The whole of the pillar with this code, if the plan has one.
    ///
    /// # Examples
    ///
    /// ```
    #[doc = include_str!("good_air.txt")]
    /// # let figure = Observation::new(period!("2020"), dec!(49)).published_on(day!("2021-02-01"));
    /// # let observations = Observations::new(vec![Series::new(code!("air"), Unit::percent(), vec![figure])?])?;
    /// let comparison = compare_plan(&plan, &observations, day!("2021-02-01"), &[Rule::undp()]);
    /// let whole = comparison.wholes.first().ok_or("a whole")?;
    /// let green = whole.pillar("green").ok_or("a pillar")?;
    /// assert_eq!(green.class.as_ref().map(|class| class.name()), Some("for review"));
    /// assert_eq!((green.assessed, green.unassessed), (1, 0));
    /// assert!(whole.pillar("air").is_none(), "that is an indicator");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn pillar(&self, code: impl AsRef<str>) -> Option<&Aggregate> {
        let group = self.pillars.iter().find(|group| group.code.as_str() == code.as_ref())?;
        Some(&group.whole)
    }
}

/// The verdict of each rule on the first promise of a target; empty unless an amendment is in force.
fn verdicts_by_first_promise(target: &Target, series: &Series, as_of: AsOf, rules: &[Rule]) -> Vec<Verdict> {
    if target.version_on(as_of.date()).is_none() {
        return Vec::new();
    }
    judge_by_rules(&Question::without_amendments(target, series, as_of), rules).collect()
}

/// The verdict of each rule on a question, as [`judge`] gives it. What decides by pace is found only once for all rules
/// by pace.
fn judge_by_rules<'q>(question: &'q Question<'q>, rules: &'q [Rule]) -> impl Iterator<Item = Verdict> + 'q {
    let has_rule_by_pace = rules.iter().any(|rule| rule.cuts().is_some());
    let finding = has_rule_by_pace.then(|| Finding::what_decides(question));
    rules.iter().map(move |rule| match (&finding, rule.cuts()) {
        (Some(finding), Some(cuts)) => with_common_checks(question, || {
            with_doubt_of_baseline(question, rule, finding.verdict(rule, cuts))
        }),
        _ => judge(question, rule),
    })
}
