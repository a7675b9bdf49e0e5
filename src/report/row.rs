//! One target as a row: what was promised, the facts, the verdict, and what stands beside it.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::cell::{Cell, Style};
use super::chart::Chart;
use super::context::Context;
use super::number::with_unit;
use super::source::{self, FigureSource};
use super::verdict::VerdictCells;
use super::words::{Heading, Label, Phrase, Worded};
use crate::assessment::Assessment;
use crate::evidence::{Evidence, Outcome, Record};
use crate::plan::{Citation, Goal, Indicator, Nature, Relation, Target};
use crate::rollup::TargetAssessment;
use crate::rule::Status;
use crate::series::{Published, Series};
use crate::trajectory::Milestone;
use crate::value::{Bound, Code, Language, Period, Requirement};

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
    /// Where the figures were found on which it stands, in the order of time.
    pub sources: Vec<FigureSource>,
    /// The indicators that are shown beside it, and never decide.
    pub proxies: Vec<ProxyRow>,
    /// What a chart draws of it.
    pub chart: Chart,
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
    /// Observed ÷ goal.
    pub completion: Cell,
    /// What that is called: completion (完成率) only where a goal is approached from below.
    pub completion_heading: Worded<Heading>,
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
    /// Where it was found.
    pub source: Option<FigureSource>,
    /// Name, figure, unit and period in a phrase.
    pub words: String,
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
            verdict: VerdictCells::new(target, series, &assessed.assessment, language),
            facts: FactCells::new(target, &assessed.assessment, style),
            record: facts.record.ok().map(|record| RecordCells::new(&record, language)),
            sources: source::of_periods(
                context,
                series,
                &source::periods_of(target, facts, assessed.assessment.verdict.decided_by),
            ),
            proxies: target
                .proxies()
                .iter()
                .filter_map(|code| ProxyRow::new(context, code))
                .collect(),
            chart: Chart::of_facts(target, series, context.as_of, facts, language),
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
            completion_heading: completion_heading(target, facts, style.language),
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

/// What observed ÷ goal is called: 90 % of a ceiling is no work that is nearly completed.
fn completion_heading(target: &Target, facts: &Evidence, language: Language) -> Worded<Heading> {
    let is_approached_from_below = match target.goal().requirement().map(Requirement::bound) {
        Some(Bound::AtMost(_) | Bound::LessThan(_)) => false,
        _ => match (facts.baseline, facts.goal) {
            (Ok(baseline), Ok(goal)) => baseline.value <= goal.value,
            _ => true,
        },
    };
    let heading = if is_approached_from_below {
        Heading::Completion
    } else {
        Heading::ObservedToGoal
    };
    Worded::new(heading, heading.words(language))
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
        let counts = [record.kept, record.due, record.broken, record.unknown].map(|count| count.to_string());
        let [kept, due, broken, unknown] = &counts;
        let phrase = Phrase::Record {
            kept,
            due,
            broken,
            unknown,
        };
        Self {
            due: record.due,
            kept: record.kept,
            broken: record.broken,
            unknown: record.unknown,
            latest: record
                .latest
                .map(|(_, outcome)| Worded::new(outcome, outcome.words(language))),
            latest_period: record.latest.map(|(period, _)| period),
            words: phrase.words(language),
        }
    }
}

impl ProxyRow {
    fn new(context: Context<'_>, code: &Code) -> Option<Self> {
        let language = context.language;
        let indicator = context.plan.indicator(code)?;
        let series = context.observations.series(code);
        let figure = series.and_then(|series| series.as_known_on(context.as_of).figures().next_back());
        let found = series.zip(figure);
        let source = found.and_then(|(series, figure)| source::of_periods(context, series, &[figure.period]).pop());
        let unit = series.map_or(indicator.quantity().unit(), Series::unit);
        let name = context.words(indicator.name());
        let none = Label::NoFigure.words(language);
        let latest = figure.map_or_else(|| Cell::missing(none), Cell::of_figure);
        let words = match figure {
            Some(figure) => Phrase::Proxy {
                name: &name,
                amount: &with_unit(&latest.text, unit, language),
                period: &figure.period.words(language),
            }
            .words(language),
            None => Phrase::Of {
                subject: &name,
                words: none,
            }
            .words(language),
        };
        Some(Self {
            indicator: code.clone(),
            unit: unit.words(language),
            published: figure.map(|figure| figure.published),
            name,
            latest,
            source,
            words,
        })
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;
    use crate::plan::{Baseline, Pillar, Plan};
    use crate::report::Report;
    use crate::rollup::assess_plan;
    use crate::rule::Rule;
    use crate::series::{Observation, Observations};
    use crate::value::{Frequency, Measure, Quantity, Unit, date};

    fn rows(quantity: &Quantity, targets: Vec<Target>, figures: &[(&str, rust_decimal::Decimal)]) -> Vec<TargetRow> {
        let indicator = Indicator::new("a".parse().unwrap(), "A".try_into().unwrap(), quantity.clone());
        let indicator = targets.into_iter().fold(indicator, Indicator::with_target);
        let pillar = Pillar::new("p".parse().unwrap(), "P".try_into().unwrap()).with_indicator(indicator);
        let plan = Plan::builder(
            "plan".parse().unwrap(),
            "Plan".try_into().unwrap(),
            "2021-01-01/P5Y".parse().unwrap(),
        )
        .pillar(pillar)
        .build()
        .unwrap();
        let observation = |&(period, value): &(&str, rust_decimal::Decimal)| {
            Observation::new(period.parse().unwrap(), value).published_on(date("2024-01-31").unwrap())
        };
        let unit = quantity.unit().clone();
        let series = Series::new("a".parse().unwrap(), unit, figures.iter().map(observation).collect()).unwrap();
        let observations = Observations::new(vec![series]).unwrap();
        let assessment = assess_plan(&plan, &observations, date("2024-02-01").unwrap(), &Rule::pace());
        Report::new(&plan, &observations, &assessment, Language::English)
            .targets()
            .cloned()
            .collect()
    }

    fn percent() -> Quantity {
        Quantity::new(Measure::Share, Unit::percent())
    }

    #[test]
    fn a_record_is_told_in_numbers_and_words() {
        let goal = Goal::keep(Bound::AtMost(dec!(5.5)), Frequency::Year);
        let target = Target::builder("t".parse().unwrap(), percent(), goal, "2025".parse().unwrap())
            .baseline(Baseline::observed("2020".parse().unwrap()))
            .nature(Nature::Binding)
            .build()
            .unwrap();
        let rows = rows(&percent(), vec![target], &[("2021", dec!(5.6)), ("2023", dec!(5.5))]);
        let [row] = &rows[..] else { panic!("one row") };
        let record = row.record.as_ref().unwrap();
        assert_eq!(record.words, "kept in 1 of 3 periods, not kept in 1, unknown in 1");
        assert_eq!(record.latest.as_ref().unwrap().words, "kept");
        assert_eq!(row.verdict.reason.words, "kept in the latest period, but not in 2021");
        assert_eq!(row.nature.as_ref().unwrap().words, "binding");
        assert_eq!(row.facts.goal.text, "≤ 5.5");
    }

    #[test]
    fn the_whole_number_that_decides_stands_beside_the_expected_one() {
        let unit = Unit::new("firm".parse().unwrap(), 0).unwrap().counted_whole().unwrap();
        let firms = Quantity::new(Measure::Stock, unit);
        let target = Target::builder(
            "t".parse().unwrap(),
            firms.clone(),
            Goal::level(Bound::AtLeast(dec!(50))),
            "2027".parse().unwrap(),
        )
        .baseline(Baseline::stated("2020".parse().unwrap(), dec!(40)))
        .build()
        .unwrap();
        let rows = rows(&firms, vec![target], &[("2022", dec!(43)), ("2023", dec!(44))]);
        let [row] = &rows[..] else { panic!("one row") };
        assert_eq!(row.facts.expected.text, "44.29");
        assert_eq!(row.facts.expected_to_decide.as_ref().unwrap().text, "44");
        assert_eq!(row.facts.gap.text, "-0.29");
        assert_eq!(row.verdict.status.value, Status::OnTrack);
        assert_eq!(row.unit, "firm");
    }

    #[test]
    fn only_what_is_approached_from_below_is_completed() {
        for (bound, baseline, heading, words) in [
            (Bound::AtLeast(dec!(90)), dec!(80), Heading::Completion, "完成率"),
            (
                Bound::AtMost(dec!(70)),
                dec!(80),
                Heading::ObservedToGoal,
                "实际值÷目标值",
            ),
            (
                Bound::AtMost(dec!(90)),
                dec!(80),
                Heading::ObservedToGoal,
                "实际值÷目标值",
            ),
            (
                Bound::within(dec!(60), dec!(70)).unwrap(),
                dec!(80),
                Heading::ObservedToGoal,
                "实际值÷目标值",
            ),
            (
                Bound::within(dec!(60), dec!(70)).unwrap(),
                dec!(50),
                Heading::Completion,
                "完成率",
            ),
        ] {
            let target = Target::builder(
                "t".parse().unwrap(),
                percent(),
                Goal::level(bound),
                "2026".parse().unwrap(),
            )
            .baseline(Baseline::stated("2021".parse().unwrap(), baseline))
            .build()
            .unwrap();
            let rows = rows(&percent(), vec![target], &[("2023", dec!(75))]);
            let [row] = &rows[..] else { panic!("one row") };
            assert_eq!(row.facts.completion_heading.value, heading, "{bound} from {baseline}");
            assert_eq!(heading.words(Language::SimplifiedChinese), words);
        }
    }

    #[test]
    fn computed_values_have_the_digits_of_the_published_ones() {
        let ratio = Quantity::new(Measure::Share, Unit::ratio());
        let target = Target::builder(
            "t".parse().unwrap(),
            ratio.clone(),
            Goal::level(Bound::AtLeast(dec!(0.0325))),
            "2026".parse().unwrap(),
        )
        .baseline(Baseline::stated("2020".parse().unwrap(), dec!(0.0240)))
        .build()
        .unwrap();
        let rows = rows(&ratio, vec![target], &[("2023", dec!(0.0271))]);
        let [row] = &rows[..] else { panic!("one row") };
        // 0.02825 lies between 0.0282 and 0.0283: half-even takes the former.
        assert_eq!(row.facts.expected.text, "0.0282");
        assert_eq!(row.facts.expected.value, Some(dec!(0.02825)));
    }

    #[test]
    fn numbers_of_any_size_are_shown() {
        use rust_decimal::Decimal;

        let smallest = Decimal::new(1, 28);
        let quantity = Quantity::new(Measure::Flow, Unit::new("u".parse().unwrap(), 0).unwrap());
        for (baseline, goal, observed) in [
            (smallest, Decimal::MAX, dec!(1)),
            (Decimal::MIN, Decimal::MAX, dec!(0)),
            (dec!(1), Decimal::MAX, smallest),
            (Decimal::MAX, smallest, Decimal::MAX),
            (dec!(0), smallest, Decimal::MIN),
        ] {
            let bound = if baseline < goal {
                Bound::AtLeast(goal)
            } else {
                Bound::AtMost(goal)
            };
            let target = Target::builder(
                "t".parse().unwrap(),
                quantity.clone(),
                Goal::level(bound),
                "2026".parse().unwrap(),
            )
            .baseline(Baseline::stated("2021".parse().unwrap(), baseline))
            .build()
            .unwrap();
            let rows = rows(&quantity, vec![target], &[("2023", observed)]);
            assert_eq!(rows[0].facts.observed.value, Some(observed));
            assert_ne!(rows[0].facts.baseline.text, "–");
        }
    }

    #[test]
    fn other_readings_stand_beneath_their_principal() {
        let target = |code: &str| {
            Target::builder(
                code.parse().unwrap(),
                percent(),
                Goal::level(Bound::AtLeast(dec!(88))),
                "2026".parse().unwrap(),
            )
        };
        let targets = vec![
            target("z").alternative_to("b".parse().unwrap()).build().unwrap(),
            target("a").build().unwrap(),
            target("b").build().unwrap(),
            target("y").restates("a".parse().unwrap()).build().unwrap(),
            target("x").restates("a".parse().unwrap()).build().unwrap(),
        ];
        let rows = rows(&percent(), targets, &[]);
        let order: Vec<_> = rows.iter().map(|row| row.code.as_str()).collect();
        assert_eq!(order, ["a", "y", "x", "b", "z"]);
        assert_eq!(rows[1].relation.as_ref().unwrap().words, "restated");
    }
}
