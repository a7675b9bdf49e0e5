//! The cells of a promise that figures decide.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::cell::Style;
use super::chart::Chart;
use super::context::Context;
use super::facts::FactCells;
use super::milestone::MilestoneCells;
use super::path::PathCells;
use super::record::RecordCells;
use super::source::{self, FigureSource};
use super::verdict::VerdictCells;
use crate::assessment::Assessment;
use crate::evidence::{self, Evidence, Missing, NextMilestone};
use crate::plan::{Indicator, Target};
use crate::progress::Question;
use crate::series::Figure;
use crate::value::Length;

/// The cells of a promise that figures decide: of a target, or of one part of it.
pub(super) struct JudgedCells {
    pub(super) verdict: VerdictCells,
    /// How often a figure is expected.
    pub(super) reported: Length,
    pub(super) facts: FactCells,
    pub(super) record: Option<RecordCells>,
    pub(super) milestones: Vec<MilestoneCells>,
    pub(super) sources: Vec<FigureSource>,
    pub(super) path: Option<PathCells>,
    pub(super) chart: Chart,
}

impl JudgedCells {
    /// The cells of a target or of a part of one, by its assessment.
    pub(super) fn new(context: Context<'_>, indicator: &Indicator, target: &Target, assessment: &Assessment) -> Self {
        let language = context.language;
        let series = &indicator.series_of(target, context.observations);
        let asked = Question::new(target, series, context.as_of);
        let (question, facts) = &beside_verdict(asked, assessment);
        let amended = target;
        let target = target.in_force_on(context.as_of.date());
        let style = Style::new(target, facts.observed.ok(), language);
        let record = facts.record.ok().map(|record| {
            let periods = question.recorded_periods();
            RecordCells::new(&record, &periods, amended, context.as_of, style)
        });
        let periods = source::periods_of(target, facts, assessment.verdict.deciding_period);
        let known = series.as_known_on(context.as_of);
        Self {
            reported: question.figures.reporting_period(context.as_of.date(), 1),
            verdict: VerdictCells::new(question, target, (assessment, facts), style),
            facts: FactCells::new(target, facts, assessment.cuts_of_deciding(), style),
            record,
            milestones: (assessment.evidence.milestones.iter().flatten())
                .map(|due| MilestoneCells::new(due, target, style))
                .collect(),
            sources: source::of_periods(context, series, &periods),
            path: PathCells::of(target, question, language),
            chart: Chart::of_facts(target, known, question, facts, assessment.deciding_figure, language),
        }
    }
}

/// The question and its facts, of the figure that decided, so that no gap or projection of another figure is told
/// beside the verdict. The first case that applies:
///
/// 1. The figure of the facts decided, or none did: question and facts as they are.
/// 2. The latest figure of all decided, which is only a bound: the question of that figure alone, and its facts.
/// 3. The figure that decided can be set beside the path: the question as if that were the latest figure, and its
///    facts.
/// 4. It cannot: the question as it is, and the facts that the figure has without the path.
pub(super) fn beside_verdict<'q, 'a>(
    question: Question<'q>,
    assessment: &'a Assessment,
) -> (Question<'q>, Cow<'a, Evidence>) {
    let facts = &assessment.evidence;
    let told = assessment.if_observed_decided(Ok(()));
    let (Some(figure), Err(missing)) = (assessment.deciding_figure, told) else {
        return (question, Cow::Borrowed(facts));
    };
    if question.latest().is_some_and(|latest| latest.figure == figure) {
        let question = question.of_latest_alone();
        let facts = evidence::facts_of(&question);
        return (question, Cow::Owned(facts));
    }
    if let Some(question) = question.with_latest(figure) {
        let facts = evidence::facts_of(&question);
        return (question, Cow::Owned(facts));
    }
    // A promise that is kept period by period has no gap or projection by any figure.
    let missing = facts.record.map_or(missing, |_| Missing::NotForThisGoal);
    let without_path = facts_without_path(&question, facts, figure, missing);
    (question, Cow::Owned(without_path))
}

/// The facts that can be told of a figure that cannot be set beside the path: those of the promise, from `facts`, and
/// those of the figure itself. All others are `missing`.
fn facts_without_path(question: &Question<'_>, facts: &Evidence, figure: Figure, missing: Missing) -> Evidence {
    let is_bound = figure.reading.value().is_none();
    Evidence {
        is_limit: facts.is_limit,
        baseline: facts.baseline,
        goal: facts.goal,
        goal_band: facts.goal_band,
        observed: if is_bound { Err(missing) } else { Ok(figure) },
        newer_bound: is_bound.then_some(figure),
        age: Ok(question.age(figure)),
        growth_required: facts.growth_required,
        change_required: facts.change_required,
        record: facts.record,
        next_milestone: facts.next_milestone.map(|next| NextMilestone {
            growth_required_from_now: Err(missing),
            change_required_from_now: Err(missing),
            ..next
        }),
        ..Evidence::unknown(missing)
    }
}
