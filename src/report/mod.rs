//! How do I show it: cells, words and chart points in English and Chinese, ready for a front end.
//!
//! A [`Report`] says everything of a plan's assessment that a front end draws: each number as text and as a number,
//! each status, reason and caveat in words, each missing number with why it is missing, and the points of each chart.
//! It is the same, byte by byte, for the same plan, observations, day, rule and language.
//!
//! Every noun that a reader meets has its own words: [`Status::words`](crate::Status::words),
//! [`Reason::words`](crate::Reason::words), [`Caveat::words`](crate::Caveat::words),
//! [`Target::goal_words`](crate::Target::goal_words) and others; [`Heading`] has the titles of the columns. The words
//! of a plan itself are its author's: where they are not given in the language of the report, the author's first words
//! stand in.

mod amendment;
mod axis;
mod by_rule;
mod cell;
mod chart;
mod context;
mod delivery;
mod facts;
mod figure_words;
mod gap;
mod headline;
mod judged;
mod milestone;
mod movement;
mod number;
mod part_words;
mod parts;
mod path;
mod promise;
mod record;
mod row;
mod source;
mod status;
mod summary;
mod time_unit;
mod tolerance;
mod verdict;
mod words;

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;

pub use amendment::{AmendmentCells, FirstPromiseCells};
pub use axis::{Axis, Tick};
pub use by_rule::{ClassCells, WholeCells};
pub use cell::Cell;
pub use chart::{Chart, ChartFigure, ChartPoint, ChartTime, TimeTick};
pub use delivery::DeliverableRow;
pub use facts::{CutCells, FactCells, Movement};
pub use headline::headline;
pub use milestone::MilestoneCells;
pub use parts::{GapCells, PartRow, PartsCells};
pub use path::PathCells;
pub use record::{PeriodCells, RecordCells};
pub use row::{ProxyRow, TargetRow};
pub use source::{CitationCells, FigureSource, Origin};
pub use status::{StatusCells, Tone};
pub use summary::{StatusCount, SummaryCells};
pub use verdict::{CaveatCells, VerdictCells};
pub use words::{Heading, Worded};

#[cfg(feature = "serde")]
pub(crate) use {
    axis::ticks,
    chart::{first_of_axis, labelled_periods, short_name},
    number::{at_most_decimals, grouped, least_grouped, with_unit_words},
    words::{Label, Phrase, in_brackets},
};

use crate::evidence::Reason;
use crate::plan::{Nature, Pillar, Plan};
use crate::rollup::{PillarAssessment, PlanAssessment, assess_plan};
use crate::rule::{Aggregate, Class, Rule, Status};
use crate::series::{AsOf, Observations, Undated};
use crate::value::{Code, Language, Period};
use context::Context;

/// The format of a report.
const FORMAT: u8 = 1;

/// The assessment of a plan as a front end shows it, in one language.
///
/// # Examples
///
/// ```
/// use milepost::{Baseline, Bound, Goal, Indicator, Language, Measure, Observation, Observations, Pillar, Plan};
/// use milepost::{Quantity, Report, Rule, Series, Target, Unit, date, dec};
///
/// let unit = Unit::new("CNY".parse()?, 8)?.with_label("億元".try_into()?);
/// let product = Quantity::new(Measure::Flow, unit.clone());
/// let goal = Goal::level(Bound::MoreThan(dec!(2000)));
/// let target = Target::builder("gdp-2026".parse()?, product.clone(), goal, "2026".parse()?)
///     .baseline(Baseline::stated("2021".parse()?, dec!(1517.7)))
///     .build()?;
/// let indicator = Indicator::new("gdp".parse()?, "Gross regional product".try_into()?, product).with_target(target);
/// let plan = Plan::builder("city".parse()?, "City plan".try_into()?, "2022-01-01/P5Y".parse()?)
///     .pillar(Pillar::new("overall".parse()?, "Overall goals".try_into()?).with_indicator(indicator))
///     .build()?;
/// let figure = Observation::new("2025".parse()?, dec!(1781.8)).published_on(date("2026-01-26")?);
/// let observations = Observations::new(vec![Series::new("gdp".parse()?, unit, vec![figure])?])?;
///
/// let report = Report::of(&plan, &observations, date("2026-01-31")?, &Rule::pace(), Language::English);
/// assert_eq!(
///     report.headline.as_deref(),
///     Some(
///         "As of 2026-01-31, “Gross regional product” stands at 1,781.8 億元 (2025), 110.81 億元 below the path; it has \
///          grown 4.092 % a year and must grow 12.246 % a year from now on, 2.99 times as fast: lagging."
///     )
/// );
/// let row = report.target("gdp-2026").ok_or("a row")?;
/// assert_eq!(row.facts.expected.text, "1892.61");
/// assert_eq!(row.facts.arrival.text, "2028");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
#[must_use]
pub struct Report {
    /// How the report is to be read: keys and codes are only added while it is 1.
    #[cfg_attr(feature = "schemars", schemars(extend("const" = FORMAT)))]
    pub format: u8,
    /// The tag of the language.
    pub language: &'static str,
    /// The plan, the day and the rule of the report.
    pub header: Header,
    /// The titles of columns and sections, by the names of what stands beneath them.
    #[cfg_attr(feature = "schemars", schemars(schema_with = "words::titles"))]
    pub headings: BTreeMap<Heading, &'static str>,
    /// The classes of the rule, from the best to the worst, and behind them what is not due, and what nobody can say.
    pub legend: Vec<LegendEntry>,
    /// Where the first principal target stands that was judged (else the first of all), in one sentence: authors put
    /// first what they promise first, so that every report of a plan opens with the same promise. It is not the worst,
    /// and says nothing of the others: [`attention`](Self::attention) has the sentences of those that are behind.
    pub headline: Option<String>,
    /// The parts of the plan, in the order of the document.
    pub pillars: Vec<PillarReport>,
    /// All targets in a few numbers.
    pub summary: SummaryCells,
    /// The count of deliverables by status, without those that restate another one.
    pub deliverable_counts: Vec<StatusCount>,
    /// The statuses of the deliverables, in a phrase.
    pub deliverable_words: String,
    /// The principal targets that somebody should look at, the most pressing first.
    pub attention: Vec<AttentionRow>,
    /// The deliverables that somebody should look at, the most pressing first.
    pub deliverable_attention: Vec<AttentionRow>,
    /// What has gone silent, so that nobody can say where it stands, and the lists above are without it: principal
    /// targets whose last figure is too old, the most pressing by the status that it would give first; and deliverables
    /// of which nothing was reported since their deadline.
    pub overdue: Vec<AttentionRow>,
}

/// The header of a report: the plan, the day and the rule.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Header {
    /// The plan's code.
    pub plan: Code,
    /// Its name.
    pub name: String,
    /// The region for which it was made.
    pub region: Option<String>,
    /// The time for which it was made.
    pub period: Period,
    /// The same in words.
    pub period_words: String,
    /// The issuers: those who made the plan.
    pub issuers: Vec<String>,
    /// The day on which it was published.
    pub published: Option<NaiveDate>,
    /// The same in words.
    pub published_words: Option<String>,
    /// The place where the plan was published.
    pub citation: Option<CitationCells>,
    /// A note for readers.
    pub note: Option<String>,
    /// The day of the question.
    pub as_of: NaiveDate,
    /// The same in words.
    pub as_of_words: String,
    /// Whether figures whose publication nobody dated count as known.
    pub undated: Undated,
    /// The same in words.
    pub undated_words: &'static str,
    /// The code of the rule that decided.
    pub rule: Code,
    /// The name of the rule: in the words of its publisher, in every language; else in the report's, and a rule of
    /// one's own by its code.
    pub rule_name: String,
}

/// A class of the rule, or a status of what is not judged, in the legend of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LegendEntry {
    /// The publisher's own name of the class, in every language; of a status that the rule of this crate gives, and of
    /// what is not judged, the words of the status.
    pub name: String,
    /// The status that it comes nearest to, with its colour.
    pub status: StatusCells,
}

/// One part of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PillarReport {
    /// The pillar's code.
    pub code: Code,
    /// Its name.
    pub name: String,
    /// Its weight among the pillars of the plan; 1 if nothing is said.
    pub weight: Cell,
    /// A note for readers.
    pub note: Option<String>,
    /// Its targets in the order of the document; other readings and restatements stand right beneath the principal
    /// target where that is in the same pillar.
    pub targets: Vec<TargetRow>,
    /// Its deliverables, in the order of the document.
    pub deliverables: Vec<DeliverableRow>,
    /// Its targets in a few numbers.
    pub summary: SummaryCells,
    /// Its deliverables by status.
    pub deliverable_counts: Vec<StatusCount>,
    /// The statuses of its deliverables, in a phrase.
    pub deliverable_words: String,
}

/// A target or a deliverable that somebody should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct AttentionRow {
    /// Its code.
    pub code: Code,
    /// The name of the target, or what is to be done.
    pub name: String,
    /// The code of its pillar.
    pub pillar: Code,
    /// The name of its pillar.
    pub pillar_name: String,
    /// How a target obliges, if that is stated.
    pub nature: Option<Worded<Nature>>,
    /// Its status.
    pub status: StatusCells,
    /// The status that the last figure of a target would give, where it is too old to say anything of today.
    pub last_status: Option<StatusCells>,
    /// Why.
    pub reason: Worded<Reason>,
    /// The published class of a composed rule, with what it measured; none of deliverables.
    pub by_rule: Option<ClassCells>,
    /// Where it stands, in one sentence.
    pub sentence: String,
}

impl Report {
    /// The report of a plan as of a day by a rule. Who needs the numbers of [`assess_plan`] too asks that, and
    /// [`new`](Self::new).
    ///
    /// # Examples
    ///
    /// ```
    /// # use milepost::{Deliverable, Language, Observations, Pillar, Plan, Report, Rule, code, day, period, text};
    /// # let street = Deliverable::new(code!("street"), text!("The street is rebuilt"), period!("2025"));
    /// # let plan = Plan::builder(code!("city"), text!("City plan"), period!("2022-01-01/P5Y"))
    /// #     .pillar(Pillar::new(code!("streets"), text!("Streets")).with_deliverable(street))
    /// #     .build()?;
    /// # let observations = Observations::default();
    /// let report = Report::of(&plan, &observations, day!("2024-01-31"), &Rule::pace(), Language::English);
    /// assert_eq!(report.deliverable("street").map(|row| row.status.words.as_str()), Some("not due"));
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub fn of(
        plan: &Plan,
        observations: &Observations,
        as_of: impl Into<AsOf>,
        rule: &Rule,
        language: Language,
    ) -> Self {
        Self::new(
            plan,
            observations,
            &assess_plan(plan, observations, as_of, rule),
            language,
        )
    }

    /// The report that a front end shows of an assessment.
    ///
    /// The three belong together: the assessment is of this plan and these observations. Pillars, targets and
    /// deliverables that the assessment does not have do not appear.
    ///
    /// # Examples
    ///
    /// ```
    /// # use milepost::{Deliverable, Language, Observations, Pillar, Plan, Report, Rule, Text};
    /// # use milepost::{assess_plan, code, day, period};
    /// // One assessment, and a report of it in each language. The words of a plan itself are its author's.
    /// let name = Text::tagged("en", "The museum is open")?.with("zh-Hans", "博物馆开放")?;
    /// let plan = Plan::builder(code!("city"), Text::tagged("en", "City plan")?, period!("2022-01-01/P5Y"))
    ///     .pillar(
    ///         Pillar::new(code!("culture"), Text::tagged("en", "Culture")?)
    ///             .with_deliverable(Deliverable::new(code!("museum"), name, period!("2026"))),
    ///     )
    ///     .build()?;
    /// let observations = Observations::default();
    /// let assessment = assess_plan(&plan, &observations, day!("2024-01-31"), &Rule::pace());
    /// let shown = |language| {
    ///     let report = Report::new(&plan, &observations, &assessment, language);
    ///     report.deliverable("museum").map(|row| (row.name.clone(), row.status.words.clone()))
    /// };
    /// assert_eq!(shown(Language::English), Some(("The museum is open".into(), "not due".into())));
    /// assert_eq!(shown(Language::SimplifiedChinese), Some(("博物馆开放".into(), "未到期".into())));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn new(plan: &Plan, observations: &Observations, assessment: &PlanAssessment, language: Language) -> Self {
        let indicators = plan.indicators().map(|indicator| (indicator.code(), indicator));
        let context = Context {
            plan,
            indicators: &indicators.collect(),
            observations,
            as_of: assessment.as_of,
            language,
        };
        let by_code: BTreeMap<&Code, _> = assessment.pillars.iter().map(|own| (&own.pillar, own)).collect();
        let pillars = plan.pillars().iter().filter_map(|pillar| {
            let whole = assessment.whole.as_ref().and_then(|whole| whole.pillar(pillar.code()));
            Some(PillarReport::new(context, pillar, by_code.get(pillar.code())?, whole))
        });
        let pillars: Vec<_> = pillars.collect();
        let titles = Heading::ALL.iter().map(|&heading| (heading, heading.words(language)));
        Self {
            format: FORMAT,
            language: language.tag(),
            header: Header::new(context, assessment),
            headings: titles.collect(),
            legend: legend(assessment.classes.as_deref(), language),
            headline: headline_of(assessment, &pillars),
            summary: SummaryCells::new(
                &assessment.summary,
                assessment.whole.as_ref().map(|whole| &whole.plan),
                language,
            ),
            deliverable_counts: summary::status_counts(assessment.deliverable_counts, language),
            deliverable_words: summary::status_words(assessment.deliverable_counts, language),
            attention: attention(&assessment.attention, &pillars),
            deliverable_attention: deliverable_attention(&assessment.deliverable_attention, &pillars),
            overdue: overdue(assessment, &pillars),
            pillars,
        }
    }

    /// Every target, in the order of the report.
    ///
    /// # Examples
    ///
    /// ```
    /// # use milepost::{Bound, Goal, Indicator, Language, Measure, Observations, Pillar, Plan, Quantity, Report, Rule};
    /// # use milepost::{Target, Unit, code, day, dec, period, text};
    /// # let share = Quantity::new(Measure::Share, Unit::percent());
    /// # let at_least = |code, share_of_days, year| {
    /// #     let days = Quantity::new(Measure::Share, Unit::percent());
    /// #     Target::builder(code, days, Goal::level(Bound::AtLeast(share_of_days)), year)
    /// # };
    /// // The other reading of a promise stands right beneath the principal one, wherever it stands in its pillar.
    /// let air = Indicator::new(code!("air"), text!("Days with good air"), share)
    ///     .with_target(at_least(code!("wide"), dec!(90), period!("2026")).alternative_to(code!("air-2026")).build()?)
    ///     .with_target(at_least(code!("air-2024"), dec!(85), period!("2024")).build()?)
    ///     .with_target(at_least(code!("air-2026"), dec!(88), period!("2026")).build()?);
    /// # let plan = Plan::builder(code!("city"), text!("City plan"), period!("2022-01-01/P5Y"))
    /// #     .pillar(Pillar::new(code!("green"), text!("Green city")).with_indicator(air))
    /// #     .build()?;
    /// # let observations = Observations::default();
    /// let report = Report::of(&plan, &observations, day!("2024-01-31"), &Rule::pace(), Language::English);
    /// let codes: Vec<_> = report.targets().map(|row| row.code.as_str()).collect();
    /// assert_eq!(codes, ["air-2024", "air-2026", "wide"]);
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub fn targets(&self) -> impl Iterator<Item = &TargetRow> {
        self.pillars.iter().flat_map(|pillar| &pillar.targets)
    }

    /// The row of the target with this code, if there is one.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, Indicator, Language, Measure, Observations, Pillar, Plan, Quantity, Report};
    /// use milepost::{Rule, Target, Unit, date, dec, text};
    ///
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let goal = Goal::level(Bound::AtLeast(dec!(88)));
    /// let target = Target::builder("air-2026".parse()?, share.clone(), goal, "2026".parse()?).build()?;
    /// let air = Indicator::new("air".parse()?, text!("Days with good air"), share).with_target(target);
    /// let plan = Plan::builder("city".parse()?, text!("City plan"), "2022-01-01/P5Y".parse()?)
    ///     .pillar(Pillar::new("green".parse()?, text!("Green city")).with_indicator(air))
    ///     .build()?;
    /// let observations = Observations::new(vec![])?;
    ///
    /// // Rows are found by the code of the target, and not of its indicator.
    /// let report = Report::of(&plan, &observations, date("2024-01-31")?, &Rule::pace(), Language::English);
    /// assert!(report.target("air").is_none());
    /// let row = report.target("air-2026").ok_or("a row")?;
    /// // A number that is missing shows a dash, and says why.
    /// assert_eq!(row.facts.expected.text, "–");
    /// assert!(!row.facts.expected.is_known() && row.facts.expected.why.is_some());
    /// assert_eq!((report.targets().count(), report.deliverables().count()), (1, 0));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn target(&self, code: impl AsRef<str>) -> Option<&TargetRow> {
        self.targets().find(|row| row.code.as_str() == code.as_ref())
    }

    /// Every deliverable, in the order of the report.
    ///
    /// # Examples
    ///
    /// ```
    /// # use milepost::{Deliverable, Delivery, DeliveryState, Language, Observations, Pillar, Plan, Report, Rule};
    /// # use milepost::{code, day, period, text};
    /// // A list for the press: what is done, and what is not yet.
    /// let plan = Plan::builder(code!("city"), text!("City plan"), period!("2022-01-01/P5Y"))
    ///     .pillar(
    ///         Pillar::new(code!("traffic"), text!("Traffic"))
    ///             .with_deliverable(Deliverable::new(code!("bridge"), text!("The bridge is open"), period!("2024")))
    ///             .with_deliverable(Deliverable::new(code!("tram"), text!("The tram runs"), period!("2026"))),
    ///     )
    ///     .build()?;
    /// let opened = Delivery::new(DeliveryState::InUse, day!("2023-09-01"));
    /// let observations = Observations::default().with_deliveries(code!("bridge"), vec![opened])?;
    /// let report = Report::of(&plan, &observations, day!("2024-01-31"), &Rule::pace(), Language::English);
    /// let rows: Vec<_> = report.deliverables().map(|row| (row.name.as_str(), row.status.words.as_str())).collect();
    /// assert_eq!(rows, [("The bridge is open", "achieved"), ("The tram runs", "not due")]);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn deliverables(&self) -> impl Iterator<Item = &DeliverableRow> {
        self.pillars.iter().flat_map(|pillar| &pillar.deliverables)
    }

    /// The row of the deliverable with this code, if there is one.
    ///
    /// # Examples
    ///
    /// ```
    /// # use milepost::{Deliverable, Language, Observations, Pillar, Plan, Report, Rule};
    /// # use milepost::{code, day, period, text};
    /// # let plan = Plan::builder(code!("city"), text!("City plan"), period!("2022-01-01/P5Y"))
    /// #     .pillar(
    /// #         Pillar::new(code!("traffic"), text!("Traffic"))
    /// #             .with_deliverable(Deliverable::new(code!("bridge"), text!("A new bridge"), period!("2024"))),
    /// #     )
    /// #     .build()?;
    /// # let observations = Observations::default();
    /// let report = Report::of(&plan, &observations, day!("2025-01-31"), &Rule::pace(), Language::English);
    /// // The deadline is over, and nobody has reported anything: that is not known, and not missed.
    /// let bridge = report.deliverable("bridge").ok_or("a row")?;
    /// assert_eq!(bridge.status.words, "unknown");
    /// assert!(report.deliverable("traffic").is_none());
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn deliverable(&self, code: impl AsRef<str>) -> Option<&DeliverableRow> {
        self.deliverables().find(|row| row.code.as_str() == code.as_ref())
    }
}

impl Header {
    /// The header of a report.
    fn new(context: Context<'_>, assessment: &PlanAssessment) -> Self {
        let plan = context.plan;
        let as_of = assessment.as_of;
        Self {
            plan: plan.code().clone(),
            name: context.words(plan.name()),
            region: plan.region().map(|text| context.words(text)),
            period: plan.period(),
            period_words: plan.period().words(context.language),
            issuers: plan.issuers().iter().map(|text| context.words(text)).collect(),
            published: plan.published(),
            published_words: plan.published().map(|day| words::date(day, context.language)),
            citation: CitationCells::of(context, plan.citation()),
            note: plan.note().map(|text| context.words(text)),
            as_of: as_of.date(),
            as_of_words: words::date(as_of.date(), context.language),
            undated: as_of.undated(),
            undated_words: words::undated_words(as_of.undated(), context.language),
            rule: assessment.rule.clone(),
            rule_name: words::rule_words(&assessment.rule, context.language).to_string(),
        }
    }
}

impl PillarReport {
    /// The report of a pillar, with its whole by a composed rule, if that publishes one.
    fn new(context: Context<'_>, pillar: &Pillar, assessed: &PillarAssessment, whole: Option<&Aggregate>) -> Self {
        let language = context.language;
        let of_targets: BTreeMap<&Code, _> = (assessed.targets.iter())
            .map(|own| (&own.assessment.target, own))
            .collect();
        let promised = pillar.indicators().iter().flat_map(|indicator| {
            let targets = indicator.targets().iter();
            targets.map(move |target| (indicator, target))
        });
        let targets = promised.filter_map(|(indicator, target)| {
            let own = of_targets.get(target.code())?;
            Some(TargetRow::new(context, indicator, target, own))
        });
        let of_deliverables: BTreeMap<&Code, _> = (assessed.deliverables.iter())
            .map(|own| (&own.deliverable, own))
            .collect();
        let deliverables = pillar.deliverables().iter().filter_map(|deliverable| {
            let own = of_deliverables.get(deliverable.code())?;
            Some(DeliverableRow::new(context, deliverable, own))
        });
        Self {
            code: pillar.code().clone(),
            name: context.words(pillar.name()),
            weight: Cell::of_weight(pillar.weight().as_decimal(), language),
            note: pillar.note().map(|text| context.words(text)),
            targets: row::with_readings_beneath(targets.collect()),
            deliverables: deliverables.collect(),
            summary: SummaryCells::new(&assessed.summary, whole, language),
            deliverable_counts: summary::status_counts(assessed.deliverable_counts, language),
            deliverable_words: summary::status_words(assessed.deliverable_counts, language),
        }
    }
}

/// The classes that a composed rule publishes, or the statuses that the rule of this crate gives; behind them the
/// statuses of what is not judged, which every rule gives.
fn legend(classes: Option<&[Class]>, language: Language) -> Vec<LegendEntry> {
    let entry = |name: &str, status| LegendEntry {
        name: name.to_string(),
        status: StatusCells::new(status, language),
    };
    let of_status = |&status: &Status| entry(status.words(language), status);
    match classes {
        Some(classes) => {
            let not_judged = Status::ALL.iter().filter(|status| !status.is_judged());
            let of_rule = classes.iter().map(|class| entry(class.name(), class.status()));
            of_rule.chain(not_judged.map(of_status)).collect()
        }
        None => Status::ALL.iter().map(of_status).collect(),
    }
}

/// The sentence of the first principal target that was judged, else of the first one; `None` where none is principal.
fn headline_of(assessment: &PlanAssessment, pillars: &[PillarReport]) -> Option<String> {
    let principal = || assessment.targets().filter(|target| target.is_principal);
    let chosen = principal()
        .find(|target| target.assessment.verdict.status.is_judged())
        .or_else(|| principal().next())?;
    let mut rows = pillars.iter().flat_map(|pillar| &pillar.targets);
    let row = rows.find(|row| row.code == chosen.assessment.target)?;
    Some(row.sentence.clone())
}

/// The rows of what has gone silent, targets before deliverables, as the assessment lists them.
fn overdue(assessment: &PlanAssessment, pillars: &[PillarReport]) -> Vec<AttentionRow> {
    let rows = [
        attention(&assessment.overdue, pillars),
        deliverable_attention(&assessment.overdue, pillars),
    ];
    rows.into_iter().flatten().collect()
}

/// The rows of the targets that have these codes, in the order of the codes.
fn attention(codes: &[Code], pillars: &[PillarReport]) -> Vec<AttentionRow> {
    let all = pillars.iter().flat_map(|pillar| {
        let rows = pillar.targets.iter();
        rows.map(move |row| (&row.code, (pillar, row)))
    });
    let row = |(pillar, row): (&PillarReport, &TargetRow)| AttentionRow {
        code: row.code.clone(),
        name: row.name.clone(),
        pillar: pillar.code.clone(),
        pillar_name: pillar.name.clone(),
        nature: row.nature.clone(),
        status: row.verdict.status.clone(),
        last_status: row.verdict.last_status.clone(),
        reason: row.verdict.reason.clone(),
        by_rule: row.verdict.by_rule.clone(),
        sentence: row.sentence.clone(),
    };
    in_order_of(codes, all).map(row).collect()
}

/// The rows of the deliverables that have these codes, in the order of the codes.
fn deliverable_attention(codes: &[Code], pillars: &[PillarReport]) -> Vec<AttentionRow> {
    let all = pillars.iter().flat_map(|pillar| {
        let rows = pillar.deliverables.iter();
        rows.map(move |row| (&row.code, (pillar, row)))
    });
    let row = |(pillar, row): (&PillarReport, &DeliverableRow)| AttentionRow {
        code: row.code.clone(),
        name: row.name.clone(),
        pillar: pillar.code.clone(),
        pillar_name: pillar.name.clone(),
        nature: None,
        status: row.status.clone(),
        last_status: None,
        reason: row.reason.clone(),
        by_rule: None,
        sentence: row.sentence.clone(),
    };
    in_order_of(codes, all).map(row).collect()
}

/// The things that have these codes, in the order of the codes.
fn in_order_of<'a, T>(codes: &'a [Code], all: impl Iterator<Item = (&'a Code, T)>) -> impl Iterator<Item = T> {
    let mut by_code: BTreeMap<&Code, T> = all.collect();
    codes.iter().filter_map(move |code| by_code.remove(code))
}
