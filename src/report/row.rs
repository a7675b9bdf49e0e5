//! One target as a row: what was promised, the facts, the verdict, and what stands beside it.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::cell::{Cell, Style};
use super::chart::Chart;
use super::words::{Worded, choose, fill};
use crate::assessment::Assessment;
use crate::evidence::{Caveat, Evidence, Outcome, Reason, Record};
use crate::plan::{Citation, Goal, Indicator, Nature, Plan, Relation, Target};
use crate::rollup::TargetAssessment;
use crate::rule::{Status, Verdict};
use crate::series::{AsOf, Observations, Published, Series};
use crate::trajectory::Milestone;
use crate::value::{Bound, Code, Language, Period, Text};

/// One target of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct TargetRow {
    /// The target's code.
    pub code: Code,
    /// The code of its indicator.
    pub indicator: Code,
    /// Its name, else that of its indicator.
    pub name: String,
    /// What is printed after its numbers.
    pub unit: String,
    /// What is promised by when, in a phrase.
    pub promise: String,
    /// What it is to a principal target, of which only that one counts; none if it is principal itself.
    pub relation: Option<Worded<&'static str>>,
    /// The code of the principal target.
    pub principal: Option<Code>,
    /// The code of the longer target of which it is an instalment.
    pub part_of: Option<Code>,
    /// How it obliges, if that is stated.
    pub nature: Option<Worded<Nature>>,
    /// Its weight in its pillar.
    pub weight: Cell,
    /// Who answers for it.
    pub responsible: Option<String>,
    /// Where it was promised.
    pub citation: Option<Citation>,
    /// A note for readers.
    pub note: Option<String>,
    /// Where it stands, and why.
    pub verdict: VerdictCells,
    /// The facts.
    pub facts: FactCells,
    /// How the periods went, of a promise that is looked at period by period.
    pub record: Option<RecordCells>,
    /// The indicators that are shown beside it, and never decide.
    pub proxies: Vec<ProxyRow>,
    /// What a chart draws of it.
    pub chart: Chart,
}

/// Where a target stands, and why, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct VerdictCells {
    /// Where it stands.
    pub status: Worded<Status>,
    /// What decided, or why nobody can say; with the pace where that decided.
    pub reason: Worded<Reason>,
    /// What a reader should know beside it.
    pub caveats: Vec<Worded<Caveat>>,
    /// The period of the figure that decided.
    pub decided_by: Option<Period>,
    /// The status that the last figure would give, where it is too old to say anything of today.
    pub last_status: Option<Worded<Status>>,
}

/// The facts of [`Evidence`], each as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct FactCells {
    /// Where the promise starts, with its period.
    pub baseline: Cell,
    /// The bound as a value of the indicator, with the deadline.
    pub goal: Cell,
    /// The figure that the facts are computed from, with its period.
    pub observed: Cell,
    /// A newer figure that is only a bound.
    pub newer_bound: Option<Cell>,
    /// The age of the figure, in years.
    pub age: Cell,
    /// The value that the path expects at the figure's period.
    pub expected: Cell,
    /// The whole number that decides, where things come one by one and the path expects a part of one.
    pub expected_to_decide: Option<Cell>,
    /// Observed − expected.
    pub gap: Cell,
    /// Goal − observed.
    pub remaining: Cell,
    /// The share of the way that is gone.
    pub share_of_way: Cell,
    /// The share of the way that the path expects.
    pub share_expected: Cell,
    /// The share of the time that is gone at the figure's period.
    pub share_of_time: Cell,
    /// Share of the way ÷ share expected.
    pub pace: Cell,
    /// Observed ÷ goal (完成率).
    pub completion: Cell,
    /// Observed ÷ expected.
    pub observed_to_expected: Cell,
    /// Growth a year from the baseline to the figure.
    pub growth_so_far: Cell,
    /// Growth a year that was required from the baseline.
    pub growth_required: Cell,
    /// Growth a year that is required from the figure on.
    pub growth_required_from_now: Cell,
    /// Change a year from the baseline to the figure, in units.
    pub change_so_far: Cell,
    /// Change a year that was required from the baseline, in units.
    pub change_required: Cell,
    /// Change a year that is required from the figure on, in units.
    pub change_required_from_now: Cell,
    /// Growth required from now ÷ growth so far.
    pub times_faster: Cell,
    /// The value at the deadline if the pace so far goes on.
    pub projection: Cell,
    /// The first period that meets the bound if the pace so far goes on.
    pub arrival: Cell,
    /// The next value promised in between.
    pub next_milestone: Option<Cell>,
    /// The values at which the classes of the rule begin.
    pub cuts: Vec<CutCells>,
}

/// The value at which a class begins.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct CutCells {
    /// The class.
    pub status: Worded<Status>,
    /// The pace at which it begins.
    pub pace: Cell,
    /// The value at that pace.
    pub value: Cell,
    /// Observed − value.
    pub distance: Cell,
}

/// How the periods went in which a promise was to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct RecordCells {
    /// Periods that are over.
    pub due: u32,
    /// Periods of which it is known that the promise held.
    pub kept: u32,
    /// Periods of which it is known that it did not.
    pub broken: u32,
    /// Periods of which it is not known.
    pub unknown: u32,
    /// How the latest period went that is known.
    pub latest: Option<Worded<Outcome>>,
    /// That period.
    pub latest_period: Option<Period>,
    /// All of it in a phrase.
    pub words: String,
}

/// An indicator that is shown beside a target, and never decides.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ProxyRow {
    /// The indicator's code.
    pub indicator: Code,
    /// Its name.
    pub name: String,
    /// What is printed after its numbers.
    pub unit: String,
    /// Its latest figure that was known, with its period.
    pub latest: Cell,
    /// What is known of the figure's publication.
    pub published: Option<Published>,
}

/// What the rows of one report have in common.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) plan: &'a Plan,
    pub(super) observations: &'a Observations,
    pub(super) as_of: AsOf,
    pub(super) language: Language,
}

impl Context<'_> {
    pub(super) fn words(self, text: &Text) -> String {
        text.in_language(self.language.tag()).to_string()
    }
}

impl TargetRow {
    pub(super) fn new(
        context: Context<'_>,
        indicator: &Indicator,
        target: &Target,
        assessed: &TargetAssessment,
    ) -> Self {
        let language = context.language;
        let facts = &assessed.assessment.evidence;
        let style = Style::new(target, facts.observed.ok(), language);
        let empty = Series::empty(indicator.code().clone(), indicator.quantity().unit().clone());
        let series = context.observations.series(indicator.code()).unwrap_or(&empty);
        Self {
            code: target.code().clone(),
            indicator: indicator.code().clone(),
            name: context.words(target.name().unwrap_or(indicator.name())),
            unit: target.quantity().unit().words(language),
            promise: target.goal_words(language),
            relation: target.relation().map(|relation| {
                let kind = match relation {
                    Relation::AlternativeTo(_) => "alternative_to",
                    Relation::Restates(_) => "restates",
                };
                Worded::new(kind, relation.words(language))
            }),
            principal: target.relation().map(|relation| relation.principal().clone()),
            part_of: target.part_of().cloned(),
            nature: target
                .nature()
                .map(|nature| Worded::new(nature, nature.words(language))),
            weight: Cell::new(assessed.weight.to_string(), assessed.weight),
            responsible: target.responsible().map(|text| context.words(text)),
            citation: target.citation().cloned(),
            note: target.note().map(|text| context.words(text)),
            verdict: VerdictCells::new(assessed.assessment.verdict, facts, language),
            facts: FactCells::new(target, &assessed.assessment, style),
            record: facts.record.ok().map(|record| RecordCells::new(&record, language)),
            proxies: target
                .proxies()
                .iter()
                .filter_map(|code| ProxyRow::new(context, code))
                .collect(),
            chart: Chart::new(target, series, context.as_of, language),
        }
    }
}

impl VerdictCells {
    fn new(verdict: Verdict, facts: &Evidence, language: Language) -> Self {
        let status = |status: Status| Worded::new(status, status.words(language));
        let reason = match (verdict.reason, facts.pace) {
            (Reason::Pace, Ok(pace)) => {
                let sentence = choose(language, ["its pace is {0}", "进度比为{0}", "進度比為{0}"]);
                fill(sentence, &[&super::number::fixed(pace, 3)])
            }
            (reason, _) => reason.words(language),
        };
        Self {
            status: status(verdict.status),
            reason: Worded::new(verdict.reason, reason),
            caveats: verdict
                .caveats
                .iter()
                .map(|caveat| Worded::new(caveat, caveat.words(language)))
                .collect(),
            decided_by: verdict.decided_by,
            last_status: verdict.last_status.map(status),
        }
    }
}

impl FactCells {
    fn new(target: &Target, assessment: &Assessment, style: Style) -> Self {
        let facts = &assessment.evidence;
        let differs = facts.expected_to_decide.is_ok() && facts.expected_to_decide != facts.expected;
        Self {
            baseline: style.stated_point(facts.baseline),
            goal: goal_cell(target, facts, style),
            observed: style.figure(facts.observed),
            newer_bound: facts.newer_bound.map(Cell::of_figure),
            age: style.years(facts.age),
            expected: style.value(facts.expected),
            expected_to_decide: differs.then(|| style.value(facts.expected_to_decide)),
            gap: style.value(facts.gap),
            remaining: style.value(facts.remaining),
            share_of_way: style.share(facts.share_of_way),
            share_expected: style.share(facts.share_expected),
            share_of_time: style.share(facts.share_of_time),
            pace: style.ratio(facts.pace, 3),
            completion: style.share(facts.completion),
            observed_to_expected: style.share(facts.observed_to_expected),
            growth_so_far: style.rate(facts.growth_so_far),
            growth_required: style.rate(facts.growth_required),
            growth_required_from_now: style.rate(facts.growth_required_from_now),
            change_so_far: style.value(facts.change_so_far),
            change_required: style.value(facts.change_required),
            change_required_from_now: style.value(facts.change_required_from_now),
            times_faster: style.ratio(facts.times_faster, 2),
            projection: style.value(facts.projection),
            arrival: style.period(facts.arrival),
            next_milestone: facts.next_milestone.map(|point| style.stated_point(Ok(point))),
            cuts: cut_cells(assessment, style),
        }
    }
}

/// The bound as a value of the indicator.
fn goal_cell(target: &Target, facts: &Evidence, style: Style) -> Cell {
    let deadline = target.deadline();
    let value = facts.goal.map(|goal| goal.value);
    let text = match (target.goal(), target.goal().requirement(), value) {
        (Goal::Level(_) | Goal::Cumulative(_) | Goal::Keep { .. }, Some(requirement), _) => {
            requirement.bound().to_string()
        }
        (_, Some(requirement), Ok(value)) => {
            let text = style.value_text(value);
            match requirement.bound() {
                Bound::AtLeast(_) => format!("≥ {text}"),
                Bound::MoreThan(_) => format!("> {text}"),
                Bound::AtMost(_) => format!("≤ {text}"),
                Bound::LessThan(_) => format!("< {text}"),
                Bound::Within(_) => text,
            }
        }
        _ => return style.point(facts.goal.map(|goal| Milestone::new(deadline, goal.value))),
    };
    Cell {
        text,
        value: value.ok(),
        period: Some(deadline),
        why: None,
    }
}

fn cut_cells(assessment: &Assessment, style: Style) -> Vec<CutCells> {
    let Ok(cuts) = &assessment.cuts else {
        return Vec::new();
    };
    cuts.iter()
        .map(|cut| CutCells {
            status: Worded::new(cut.status, cut.status.words(style.language)),
            pace: style.ratio(Ok(cut.cut), 2),
            value: style.value(Ok(cut.value)),
            distance: style.value(Ok(cut.distance)),
        })
        .collect()
}

impl RecordCells {
    fn new(record: &Record, language: Language) -> Self {
        let sentence = choose(
            language,
            [
                "kept in {0} of {1} periods, not kept in {2}, unknown in {3}",
                "{1}期中{0}期符合要求，{2}期不符合，{3}期无数据",
                "{1}期中{0}期符合要求，{2}期不符合，{3}期無數據",
            ],
        );
        let counts = [record.kept, record.due, record.broken, record.unknown].map(|count| count.to_string());
        let [kept, due, broken, unknown] = &counts;
        Self {
            due: record.due,
            kept: record.kept,
            broken: record.broken,
            unknown: record.unknown,
            latest: record
                .latest
                .map(|(_, outcome)| Worded::new(outcome, outcome.words(language))),
            latest_period: record.latest.map(|(period, _)| period),
            words: fill(sentence, &[kept, due, broken, unknown]),
        }
    }
}

impl ProxyRow {
    fn new(context: Context<'_>, code: &Code) -> Option<Self> {
        let indicator = context.plan.indicator(code)?;
        let known = context
            .observations
            .series(code)
            .map(|series| (series.unit(), series.as_known_on(context.as_of)));
        let latest = known.and_then(|(_, known)| known.figures().next_back());
        let unit = known.map_or(indicator.quantity().unit(), |(unit, _)| unit);
        Some(Self {
            indicator: code.clone(),
            name: context.words(indicator.name()),
            unit: unit.words(context.language),
            latest: latest.map_or_else(|| Cell::missing(no_figure(context.language)), Cell::of_figure),
            published: latest.map(|figure| figure.published),
        })
    }
}

const fn no_figure(language: Language) -> &'static str {
    choose(language, ["no figure was published", "没有公布数据", "沒有公布數據"])
}

/// The rows of a pillar: those that belong to a principal one stand right beneath it.
pub(super) fn in_order(rows: &[TargetRow]) -> Vec<TargetRow> {
    let is_here = |code: &Code| rows.iter().any(|row| row.code == *code && row.principal.is_none());
    let (beneath, mut ordered): (Vec<_>, Vec<_>) = rows
        .iter()
        .cloned()
        .partition(|row| row.principal.as_ref().is_some_and(is_here));
    for row in beneath.into_iter().rev() {
        let principal = ordered
            .iter()
            .position(|above| Some(&above.code) == row.principal.as_ref());
        let at = principal.map_or(ordered.len(), |at| at.saturating_add(1));
        ordered.insert(at, row);
    }
    ordered
}
