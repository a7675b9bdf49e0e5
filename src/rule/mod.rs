//! By whose yardstick: rules as data, and the verdicts that they give.
//!
//! A [`Rule`] says where the cuts lie and when a figure is too old; [`verdict()`] judges a target by it. The rule of
//! this crate is [`Rule::pace`]: how much of the way is gone, against how much the path expects by then.
#![doc = include_str!("../../docs/rules.md")]

mod class;
mod comparison;
mod composed;
mod counts;
mod cuts;
#[cfg(feature = "serde")]
mod document;
mod error;
mod located;
mod pace;
mod parts;
mod published;
mod range;
mod readers;
mod status;
mod verdict;

use alloc::boxed::Box;
use core::fmt;

use chrono::NaiveDate;

use crate::code;
use crate::evidence::{Caveat, Ground, Missing, Reason};
use crate::plan::Target;
use crate::progress::Question;
use crate::series::{AsOf, Series};
use crate::value::{Code, Direction, Length, Years, getters, setters};

pub use class::Class;
pub use comparison::{
    Comparison, GroupWhole, PlanComparison, PlanWhole, TargetByRules, VerdictByRule, compare, compare_plan,
};
#[cfg(feature = "schemars")]
pub(crate) use composed::Decimals;
pub use composed::{
    Achieved, Aggregate, Aggregation, Base, Cut, Growth, Method, Parameters, Part, Progress, Rounding, Scale, Score,
    Statistic, Transform, Window, YearLabel,
};
pub use counts::Counts;
pub use cuts::{CutValue, Cuts};
pub use error::RuleError;
pub(crate) use parts::{PartVerdict, WholeVerdict, if_observed_decided};
pub use published::{
    NutritionIndicator, instalment_points, nutrition_parameters, open_sdg_binary, undp_binary, undp_likert,
    unsd_level_bands, year_grade,
};
pub use status::Status;
pub use verdict::{Measured, Verdict};

/// How promises are judged, as data: it can be stored, compared and shown.
///
/// # Examples
///
/// ```
/// use milepost::{Cuts, Rule, dec};
///
/// let house_rule = Rule::pace()
///     .with_code("city-hall".parse()?)
///     .with_cuts(Cuts::new(dec!(1.10), dec!(0.90), dec!(0.50), dec!(0))?)?;
/// assert_eq!(house_rule.code().as_str(), "city-hall");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(try_from = "wire::Rule", into = "wire::Rule"))]
#[must_use]
pub struct Rule {
    code: Code,
    max_age: Option<u32>,
    basis: Basis,
}

/// By what a rule judges.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Basis {
    /// The rule of this crate.
    Pace(Cuts),
    /// The parts of a composed rule.
    Composed(Box<Method>),
}

impl Rule {
    /// The rule of this crate: pace = share of the way ÷ share that the path expects.
    ///
    /// | pace | status |
    /// |---|---|
    /// | 1.05 and more | `ahead` |
    /// | 0.95 to below 1.05 | `on_track` |
    /// | 0.60 to below 0.95 | `lagging` |
    /// | 0 to below 0.60 | `off_track` |
    /// | below 0 | `worsening` |
    ///
    /// The cuts at 0.95, 0.60 and 0 are borrowed from the Eurostat family of rules, which cuts the ratio of growth
    /// rates instead; the one at 1.05 is our own. A figure is too old when two reporting periods have passed since its
    /// period was first published. Without a date of publication they count from the end of its period, and a third of
    /// the target's time counts instead if that is longer, five years at the most.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Rule, Status, dec};
    ///
    /// let cuts = Rule::pace().cuts().ok_or("the rule by pace")?;
    /// assert_eq!(cuts.classes()[1], (Status::OnTrack, dec!(0.95)));
    /// assert_eq!(Rule::pace().max_age(), Some(2));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn pace() -> Self {
        Self {
            code: code!("pace"),
            max_age: Some(2),
            basis: Basis::Pace(Cuts::default()),
        }
    }

    setters! {
        /// The same rule under another code.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Rule, code};
        ///
        /// // A rule that is told more is another one, and answers cite it by its own name.
        /// let ours = Rule::pace().with_max_age(Some(5)).with_code(code!("pace-5"));
        /// assert_ne!(ours, Rule::pace().with_max_age(Some(5)));
        /// assert_eq!(ours.code().as_str(), "pace-5");
        /// ```
        with_code(code: Code) => code = code,
        /// The same rule with another age, in reporting periods, beyond which a figure says nothing of today; `None`
        /// for no limit.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Baseline, Bound, Goal, Measure, Observation, Quantity, Rule, Series, Status, Target, Unit};
        /// use milepost::{day, dec, period, verdict};
        ///
        /// // From 60 % in 2020 to 80 % in 2030; the last figure is of 2021, and was published in March 2022.
        /// let share = Quantity::new(Measure::Share, Unit::percent());
        /// let target = Target::builder("homes".parse()?, share, Goal::level(Bound::AtLeast(dec!(80))), period!("2030"))
        ///     .baseline(Baseline::stated(period!("2020"), dec!(60)))
        ///     .build()?;
        /// let figure = Observation::new(period!("2021"), dec!(62)).published_on(day!("2022-03-01"));
        /// let series = Series::new("homes".parse()?, Unit::percent(), vec![figure])?;
        ///
        /// let judged = |as_of, rule: &Rule| verdict(&target, &series, as_of, rule).status;
        /// assert_eq!(judged(day!("2023-06-01"), &Rule::pace()), Status::OnTrack);
        /// // More than two years behind its publication it says nothing of the day any more, unless any age will do.
        /// assert_eq!(judged(day!("2024-06-01"), &Rule::pace()), Status::Unknown);
        /// assert_eq!(judged(day!("2024-06-01"), &Rule::pace().with_max_age(None)), Status::OnTrack);
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        const with_max_age(reporting_periods: Option<u32>) => max_age = reporting_periods,
    }

    /// The same rule with other cuts of pace.
    ///
    /// # Errors
    ///
    /// [`RuleError::NotByPace`] for a composed rule, whose cuts are replaced by [`Parameters::cuts`].
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Cuts, Rule, code, dec};
    ///
    /// // On track only from the path on.
    /// let cuts = Cuts::new(dec!(1.05), dec!(1), dec!(0.6), dec!(0))?;
    /// assert_eq!(Rule::pace().with_code(code!("strict")).with_cuts(cuts)?.cuts(), Some(cuts));
    /// assert!(Rule::undp().with_cuts(cuts).is_err());
    /// # Ok::<(), milepost::rule::RuleError>(())
    /// ```
    pub fn with_cuts(self, cuts: Cuts) -> Result<Self, RuleError> {
        match self.basis {
            Basis::Pace(_) => Ok(Self {
                basis: Basis::Pace(cuts),
                ..self
            }),
            Basis::Composed(_) => Err(RuleError::NotByPace),
        }
    }

    getters! {
        /// The name by which answers cite the rule.
        code: &Code,
        /// The age, in reporting periods, beyond which a figure says nothing of today; `None` where no figure is too
        /// old.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::Rule;
        ///
        /// // By pace a yearly figure is good for two years; UNDP's rule judges whatever was published last.
        /// assert_eq!(Rule::pace().max_age(), Some(2));
        /// assert_eq!(Rule::undp().max_age(), None);
        /// assert_eq!(Rule::undp().with_max_age(Some(4)).max_age(), Some(4));
        /// ```
        max_age: Option<u32>,
    }

    /// The cuts between the classes of pace; `None` for a composed rule, which has [`classes`](Self::classes) of its
    /// own.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Cuts, Rule};
    ///
    /// assert_eq!(Rule::pace().cuts(), Some(Cuts::default()));
    /// // Open SDG cuts the ratio of two rates of growth, and not the pace.
    /// assert_eq!(Rule::open_sdg().cuts(), None);
    /// ```
    pub const fn cuts(&self) -> Option<Cuts> {
        match self.basis {
            Basis::Pace(cuts) => Some(cuts),
            Basis::Composed(_) => None,
        }
    }

    /// Whether greater or smaller numbers are better, of those that a composed rule measures; `None` for a rule by
    /// pace, and where the cuts do not all say the same.
    pub(crate) fn better_numbers(&self) -> Option<Direction> {
        match &self.basis {
            Basis::Pace(_) => None,
            Basis::Composed(method) => method.better_numbers(),
        }
    }

    /// The greatest age at which a figure still counts on the day `today`, as a span of time: the rule's number of
    /// reporting periods, each of the length `reported`. `None` if the rule sets no greatest age, or the span leaves
    /// the calendar.
    pub(crate) fn greatest_age(&self, reported: Length, today: NaiveDate) -> Option<Years> {
        reported.time_before(today, self.max_age?)
    }
}

impl fmt::Display for Rule {
    /// Its code.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code.as_str())
    }
}

impl Default for Rule {
    fn default() -> Self {
        Self::pace()
    }
}

/// Judges a target by a rule, from what was known of a series as of a date.
///
/// It is total: what cannot be judged is [`Status::Unknown`] with its reason. Values on a cut are decided exactly, by
/// every rule; the rule of this crate allocates nothing for it, and composed rules do.
///
/// # Examples
///
/// ```
/// use milepost::{Baseline, Bound, Goal, Measure, Observation, Quantity, Rule, Series, Status, Target, Unit, dec};
/// use milepost::{verdict, date};
///
/// let buildings = Unit::new("building".parse()?, 0)?.counted_whole()?;
/// let target = Target::builder(
///     "tax-buildings".parse()?,
///     Quantity::new(Measure::Stock, buildings.clone()),
///     Goal::level(Bound::AtLeast(dec!(50))),
///     "2026".parse()?,
/// )
/// .baseline(Baseline::stated("2021".parse()?, dec!(40)))
/// .build()?;
/// let published = date("2026-01-26")?;
/// let observation = Observation::new("2025".parse()?, dec!(40)).published_on(published);
/// let series = Series::new("tax-buildings".parse()?, buildings, vec![observation])?;
///
/// assert_eq!(verdict(&target, &series, published, &Rule::pace()).status, Status::OffTrack);
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn verdict(target: &Target, series: &Series, as_of: impl Into<AsOf>, rule: &Rule) -> Verdict {
    judge(&Question::new(target, series, as_of.into()), rule)
}

/// The verdict of a rule on a question: first the checks that all rules share, then the rule itself, with a caveat if
/// the uncertainty of the baseline could change its status.
pub(crate) fn judge(question: &Question<'_>, rule: &Rule) -> Verdict {
    with_common_checks(question, || {
        with_doubt_of_baseline(question, rule, verdict_by_rule(question, rule))
    })
}

/// The verdict of a rule on a question by the rule alone, without the checks that all rules share.
fn verdict_by_rule(question: &Question<'_>, rule: &Rule) -> Verdict {
    match &rule.basis {
        Basis::Pace(cuts) => pace::Finding::what_decides(question).verdict(rule, *cuts),
        Basis::Composed(method) => composed::judge(question, rule, method),
    }
}

/// The verdict of a rule, with a caveat if it has a known status, and would have another one from an end of the
/// baseline's uncertainty.
fn with_doubt_of_baseline(question: &Question<'_>, rule: &Rule, verdict: Verdict) -> Verdict {
    let is_other = |from_end: Question<'_>| verdict_by_rule(&from_end, rule).status != verdict.status;
    let is_known = verdict.status != Status::Unknown;
    let is_uncertain = is_known && question.with_ends_of_baseline().any(is_other);
    verdict.with_if(is_uncertain, Caveat::WithinUncertainty)
}

/// The verdict that a rule has `judged`, after the checks that all rules share:
///
/// 1. If the plan is not published yet, the verdict is not due.
/// 2. If all figures are withheld, as those in another unit, the verdict is unknown.
/// 3. If the rule's verdict is unknown and nothing was measured, it is not due as long as the promise has not begun, or
///    no figure can have come yet; but not for reasons that no later figure mends.
/// 4. An amendment that came after the deadline adds a caveat.
fn with_common_checks(question: &Question<'_>, judged: impl FnOnce() -> Verdict) -> Verdict {
    let published = question.target.plan_published();
    if let Some(until) = published.filter(|published| question.as_of.date() < *published) {
        return Verdict::new(Status::NotDue, Ground::NotPromisedYet { until });
    }
    let is_late = question.was_amended_after_deadline();
    let verdict = question.figures.why_none().map_or_else(judged, Verdict::unknown);
    let not_due = match verdict.reason {
        // No later figure mends these. (A growth that cannot be computed lacks no figure.)
        Reason::Missing(
            Missing::GoalUnstated { .. }
            | Missing::NotForThisGoal
            | Missing::NotForThisRule
            | Missing::NotConfigured
            | Missing::UnitMismatch
            | Missing::OtherPart
            | Missing::Growth { .. },
        ) => None,
        Reason::Missing(_) if verdict.measured.is_none() => question.not_begun().or_else(|| question.no_figure_yet()),
        _ => None,
    };
    let verdict = not_due.map_or(verdict, |ground| Verdict::new(Status::NotDue, ground));
    verdict.with_if(is_late, Caveat::AmendedAfterDeadline)
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Rule {
    /// Reads and checks the document; the message of an error names the place in it.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tree = crate::plan::document::tree::Tree::deserialize(deserializer)?;
        wire::read(&tree).map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "serde")]
mod wire {
    use alloc::boxed::Box;
    use alloc::string::{String, ToString};

    use serde::{Deserialize, Deserializer};

    use super::document::Written;
    use super::error::{Refusal, RuleError, within};
    use super::{Basis, Code, Cuts, Method, composed};
    use crate::plan::document::noun::FORMAT;
    use crate::plan::document::tree::Tree;

    /// Reads a rule from a document. The error names the place in the document, and what is wrong there.
    pub(super) fn read(tree: &Tree) -> Result<super::Rule, String> {
        check_format(tree).map_err(|refused| refused.to_string())?;
        let rule = Rule::deserialize(Written(tree)).map_err(|refused| refused.to_string())?;
        super::Rule::try_from(rule).map_err(|refused| refused.to_string())
    }

    /// Refuses a document of another format, before anything else in it is read.
    fn check_format(tree: &Tree) -> Result<(), Refusal> {
        let found = match tree.get("format") {
            Some(Tree::Number(digits)) => digits.parse().ok(),
            _ => None,
        };
        match found.filter(|found| *found != this_format()) {
            Some(found) => within("format", Err(RuleError::UnknownFormat { found })),
            None => Ok(()),
        }
    }

    #[derive(serde::Serialize, serde::Deserialize)]
    #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
    #[serde(deny_unknown_fields, expecting = "the map of a rule")]
    #[cfg_attr(feature = "schemars", schemars(extend("oneOf" = [
        {"required": ["cuts"], "properties": {"cuts": {"type": "object"}}},
        {"required": ["method"], "properties": {"method": {"type": "object"}}},
    ])))]
    pub(super) struct Rule {
        /// The address of a schema, by which editors help to write; nothing else reads it.
        #[serde(rename = "$schema", default, skip_serializing)]
        _schema: Option<String>,
        /// How the document is to be read.
        #[serde(default = "this_format")]
        #[cfg_attr(feature = "schemars", schemars(extend("const" = FORMAT)))]
        format: u32,
        /// The name by which answers cite the rule.
        code: Code,
        /// The paces at which one class ends and the next begins: of a rule that judges by pace.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cuts: Option<Cuts>,
        /// The age, in reporting periods, beyond which a figure says nothing of today. Left out, it is that of the rule
        /// which the document varies; whoever means that no figure is ever too old writes `null`.
        #[expect(clippy::option_option, reason = "left out and stated as none are two things")]
        #[serde(default, deserialize_with = "stated")]
        max_age: Option<Option<u32>>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        /// The parts of which it is composed: of any other rule.
        method: Option<Box<Method>>,
    }

    /// The format of this version, which a document has that names none.
    fn this_format() -> u32 {
        FORMAT.into()
    }

    /// Reads an age that a document states: `Some(None)` for `null`. Where the field is left out, serde does not call
    /// this, and the field is `None`.
    #[expect(clippy::option_option, reason = "left out and stated as none are two things")]
    fn stated<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<u32>>, D::Error> {
        Deserialize::deserialize(deserializer).map(Some)
    }

    impl TryFrom<Rule> for super::Rule {
        type Error = Refusal;

        fn try_from(rule: Rule) -> Result<Self, Refusal> {
            let (basis, max_age) = match (rule.cuts, rule.method) {
                (Some(cuts), None) => (Basis::Pace(cuts), Self::pace().max_age),
                (None, Some(method)) => {
                    within("method", composed::check(&method))?;
                    (Basis::Composed(method), None)
                }
                _ => return Err(RuleError::CutsOrMethod.into()),
            };
            Ok(Self {
                code: rule.code,
                max_age: rule.max_age.unwrap_or(max_age),
                basis,
            })
        }
    }

    impl From<super::Rule> for Rule {
        fn from(rule: super::Rule) -> Self {
            let (cuts, method) = match rule.basis {
                Basis::Pace(cuts) => (Some(cuts), None),
                Basis::Composed(method) => (None, Some(method)),
            };
            Self {
                _schema: None,
                format: this_format(),
                code: rule.code,
                cuts,
                max_age: Some(rule.max_age),
                method,
            }
        }
    }
}
