//! One target as a row: what was promised, the facts, the verdict, and what stands beside it.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::iter;

use super::amendment::{AmendmentCells, FirstPromiseCells};
use super::cell::Cell;
use super::chart::Chart;
use super::context::Context;
use super::facts::FactCells;
use super::headline::headline;
use super::judged::JudgedCells;
use super::milestone::MilestoneCells;
use super::number::value_words;
use super::part_words::{name_of, named};
use super::parts::PartsCells;
use super::path::PathCells;
use super::record::RecordCells;
use super::source::{self, CitationCells, FigureSource};
use super::verdict::VerdictCells;
use super::words::{Label, Phrase, Worded, in_brackets, in_each};
use crate::evidence::Missing;
use crate::plan::{Every, Indicator, Nature, Relation, Target};
use crate::rollup::TargetAssessment;
use crate::series::Published;
use crate::value::{Code, Length, Period};

/// One target of a report.
///
/// Texts are in the report's language where the plan has them in it, else in the first that it has. What nobody stated
/// is `None`, and a list is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TargetRow {
    /// The target's code.
    pub code: Code,
    /// The code of its indicator.
    pub indicator: Code,
    /// The name of its indicator.
    pub indicator_name: String,
    /// A note for readers on its indicator: its definition, say.
    pub indicator_note: Option<String>,
    /// The name of the target, else that of its indicator.
    pub name: String,
    /// The breakdown of its indicator that it is of, if it is of one.
    pub breakdown: Option<Worded<Code>>,
    /// The unit that is printed after its numbers: the label, else its code; empty for plain numbers. In `words` of
    /// cells it stands behind the number already.
    pub unit: String,
    /// The promise in force with its deadline, in a phrase: `at least 88 % in 2026`.
    pub promise: String,
    /// By when, as it is in force.
    pub deadline: Period,
    /// The same in words.
    pub deadline_words: String,
    /// How often a figure is expected, be it that the plan says so or not: one that is older than two such periods is
    /// old, and one that was first published longer ago than that too old to say anything of today.
    pub reported: Length,
    /// The same in words: `in every year`.
    pub reported_words: String,
    /// The relation to a principal target, of which only the principal one counts; none if this is principal itself.
    #[cfg_attr(feature = "schemars", schemars(with = "Option<Worded<RelationName>>"))]
    pub relation: Option<Worded<&'static str>>,
    /// The code of that principal target.
    pub principal: Option<Code>,
    /// The code of the longer target of which it is an instalment.
    pub part_of: Option<Code>,
    /// What it is to that one, in words: an instalment.
    pub part_of_words: Option<String>,
    /// How it obliges, if that is stated.
    pub nature: Option<Worded<Nature>>,
    /// Its weight among the targets of its pillar; 1 if nothing is said.
    pub weight: Cell,
    /// Who answers for it.
    pub responsible: Option<String>,
    /// The place where the target was promised.
    pub citation: Option<CitationCells>,
    /// A note for readers.
    pub note: Option<String>,
    /// The amendments that hold on the day of the question, in the order of time.
    pub amendments: Vec<AmendmentCells>,
    /// The first promise, where an amendment is in force.
    pub first_promise: Option<FirstPromiseCells>,
    /// The standing of the target, in one sentence: the day, the figure, the gap, what is required, and the status.
    pub sentence: String,
    /// The status of the target, and why.
    pub verdict: VerdictCells,
    /// The facts of the figure that decided; of a promise of each part, those of the part that decided.
    pub facts: FactCells,
    /// How the periods went, of a promise that is looked at period by period.
    pub record: Option<RecordCells>,
    /// How the milestones went that are due, in the order of time.
    pub milestones: Vec<MilestoneCells>,
    /// Where the figures were found on which it stands, in the order of time.
    pub sources: Vec<FigureSource>,
    /// The indicators that are shown beside it, and never decide.
    pub proxies: Vec<ProxyRow>,
    /// How the path runs that its figures are expected to follow; none without a path, as the chart says why, and of
    /// what is looked at period by period.
    pub path: Option<PathCells>,
    /// The chart of the target.
    pub chart: Chart,
    /// Its parts, where each of them has to keep the promise.
    pub parts: Option<PartsCells>,
}

/// An indicator that is shown beside a target, and never decides.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ProxyRow {
    /// The indicator's code.
    pub indicator: Code,
    /// Its name.
    pub name: String,
    /// The unit that is printed after its numbers: that of its indicator, or where that of its series does not convert
    /// to it, that of the series.
    pub unit: String,
    /// Its latest figure that was known, in that unit, with its period.
    pub latest: Cell,
    /// The publication of the figure, as far as it is known.
    pub published: Option<Published>,
    /// The same in words.
    pub published_words: Option<String>,
    /// The place where the figure was found.
    pub source: Option<FigureSource>,
    /// Name, figure, unit and period in a phrase.
    pub words: String,
}

impl TargetRow {
    /// The row of a target. Where parts decide, its facts and its chart are those of the deciding part.
    pub(super) fn new(
        context: Context<'_>,
        indicator: &Indicator,
        target: &Target,
        assessed: &TargetAssessment,
    ) -> Self {
        let language = context.language;
        let deciding_part = assessed.assessment.deciding_part();
        let part = deciding_part.map(|part| target.of_part(part.clone()));
        let judged = JudgedCells::new(
            context,
            indicator,
            part.as_ref().unwrap_or(target),
            &assessed.assessment,
        );
        let parts = PartsCells::of(context, indicator, target, &assessed.assessment);
        let amendments = AmendmentCells::of_target(context, target);
        let first_promise = FirstPromiseCells::of_target(context, indicator, target, &assessed.assessment);
        let sentence = headline(indicator, target, &assessed.assessment, language);
        let target = target.in_force_on(context.as_of.date());
        Self {
            code: target.code().clone(),
            indicator: indicator.code().clone(),
            indicator_name: context.words(indicator.name()),
            indicator_note: indicator.note().map(|text| context.words(text)),
            name: name_of(indicator, target, None, language),
            breakdown: target.of().breakdown().map(|part| named(indicator, part, language)),
            unit: target.quantity().unit().words(language),
            promise: target.goal_words(language),
            deadline: target.deadline(),
            deadline_words: target.deadline().words(language),
            reported: judged.reported,
            reported_words: in_each(Every::Length(judged.reported), language),
            relation: target
                .relation()
                .map(|relation| Worded::new(relation.name(), relation.words(language))),
            principal: target.relation().map(Relation::principal).cloned(),
            part_of: target.part_of().cloned(),
            part_of_words: (target.part_of()).map(|_| Label::Instalment.words(language).to_string()),
            nature: target
                .nature()
                .map(|nature| Worded::new(nature, nature.words(language))),
            weight: Cell::of_weight(assessed.weight, language),
            responsible: target.responsible().map(|text| context.words(text)),
            citation: CitationCells::of(context, target.citation()),
            note: target.note().map(|text| context.words(text)),
            amendments,
            first_promise,
            sentence,
            verdict: judged.verdict,
            facts: judged.facts,
            record: judged.record,
            milestones: judged.milestones,
            sources: judged.sources,
            proxies: target
                .proxies()
                .iter()
                .filter_map(|code| ProxyRow::new(context, code))
                .collect(),
            path: judged.path,
            chart: judged.chart,
            parts,
        }
    }
}

impl ProxyRow {
    /// The row of a proxy, with its latest figure; `None` if the plan has no such indicator.
    fn new(context: Context<'_>, code: &Code) -> Option<Self> {
        let language = context.language;
        let indicator = *context.indicators.get(code)?;
        let series = context.observations.series(code);
        let published = series.and_then(|series| series.as_known_on(context.as_of).figures().next_back());
        let found = series.zip(published);
        let source = found.and_then(|(series, figure)| source::of_periods(context, series, &[figure.period]).pop());
        let own = indicator.quantity().unit();
        let in_own = found.and_then(|(series, figure)| Some((figure.in_unit(series.unit(), own)?, own)));
        // A unit that does not convert is told with its numbers.
        let as_published = || Some((published?, series?.unit()));
        let (figure, unit) = in_own.or_else(as_published).unzip();
        let unit = unit.unwrap_or(own);
        let name = &context.words(indicator.name());
        let nothing = &Missing::NothingPublished.words(language);
        let latest = figure.map_or_else(|| Cell::missing(nothing), |figure| Cell::of_figure(figure, language));
        let words = match figure {
            Some(figure) => {
                let (amount, period) = (
                    &value_words(&latest.text, indicator.quantity().measure(), unit, language),
                    &in_brackets(figure.period, language),
                );
                Phrase::NamedAmount { name, amount, period }.words(language)
            }
            None => Phrase::Of {
                subject: name,
                words: nothing,
            }
            .words(language),
        };
        Some(Self {
            indicator: code.clone(),
            unit: unit.words(language),
            published: figure.map(|figure| figure.published),
            published_words: figure.map(|figure| figure.published.words(language)),
            name: name.clone(),
            latest,
            source,
            words,
        })
    }
}

/// The rows of a pillar, in which other readings and restatements follow their principal target, if it is among the
/// rows.
pub(super) fn with_readings_beneath(rows: Vec<TargetRow>) -> Vec<TargetRow> {
    let principals = rows.iter().filter(|row| row.principal.is_none());
    let principals: BTreeSet<Code> = principals.map(|row| row.code.clone()).collect();
    let mut beneath: BTreeMap<Code, Vec<TargetRow>> = BTreeMap::new();
    let mut above = Vec::new();
    for row in rows {
        match row.principal.clone().filter(|principal| principals.contains(principal)) {
            Some(principal) => beneath.entry(principal).or_default().push(row),
            None => above.push(row),
        }
    }
    let with_those_beneath = |row: TargetRow| {
        let own = beneath.remove(&row.code).unwrap_or_default();
        iter::once(row).chain(own)
    };
    above.into_iter().flat_map(with_those_beneath).collect()
}

/// The names of relations, for the schema.
#[cfg(feature = "schemars")]
enum RelationName {}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for RelationName {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "Relation".into()
    }

    fn json_schema(_generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "enum": ["alternative_to", "restates"]})
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;
    use crate::plan::{Baseline, Goal, Pillar, Plan};
    use crate::report::{Heading, Report};
    use crate::rule::{Rule, Status};
    use crate::series::{Observation, Observations, Series};
    use crate::value::{Bound, Language, Length, Measure, Quantity, Unit, date};

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
        Report::of(
            &plan,
            &observations,
            date("2024-02-01").unwrap(),
            &Rule::pace(),
            Language::English,
        )
        .targets()
        .cloned()
        .collect()
    }

    fn percent() -> Quantity {
        Quantity::new(Measure::Share, Unit::percent())
    }

    #[test]
    fn a_record_is_told_in_numbers_and_words() {
        let goal = Goal::keep(Bound::AtMost(dec!(5.5)), Length::YEAR);
        let target = Target::builder("t".parse().unwrap(), percent(), goal, "2025".parse().unwrap())
            .baseline(Baseline::observed("2020".parse().unwrap()))
            .nature(Nature::Binding)
            .build()
            .unwrap();
        let rows = rows(&percent(), vec![target], &[("2021", dec!(5.6)), ("2023", dec!(5.5))]);
        let [row] = &rows[..] else { panic!("one row") };
        let record = row.record.as_ref().unwrap();
        assert_eq!(record.words, "periods known: 2, kept: 1, not kept: 1; unknown: 1");
        assert_eq!(record.latest.as_ref().unwrap().words, "kept");
        let periods: Vec<_> = record.periods.iter().map(|one| &*one.words).collect();
        assert_eq!(
            periods,
            [
                "2021: not kept",
                "2022: unknown",
                "2023: kept",
                "2024: not due",
                "2025: not due"
            ]
        );
        let figures = record
            .periods
            .iter()
            .map(|one| one.figure.as_ref().map(|figure| &*figure.words));
        assert_eq!(
            figures.collect::<Vec<_>>(),
            [Some("5.6 %"), None, Some("5.5 %"), None, None]
        );
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
        assert_eq!(row.facts.gap.text, "0");
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
    fn a_goal_that_is_a_band_of_changes_says_both_edges() {
        let goal = Goal::change(Bound::within(dec!(-0.1), dec!(0.125)).unwrap());
        let target = Target::builder("t".parse().unwrap(), percent(), goal, "2026".parse().unwrap())
            .baseline(Baseline::stated("2021".parse().unwrap(), dec!(80)))
            .build()
            .unwrap();
        let rows = rows(&percent(), vec![target], &[("2023", dec!(75))]);
        let [row] = &rows[..] else { panic!("one row") };
        assert_eq!(
            (&*row.facts.goal.text, &*row.facts.goal.words),
            ("72 – 90", "72 – 90 %")
        );
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

    /// 1135, 1187 and 1097 are 1139.666… in the mean.
    #[test]
    fn a_baseline_that_is_a_mean_is_rounded_as_what_is_computed() {
        let deaths = Quantity::new(Measure::Flow, Unit::new("u".parse().unwrap(), 0).unwrap());
        let goal = Goal::change(Bound::AtMost(dec!(-0.5)));
        let mean = Baseline::observed("2018-01-01/P3Y".parse().unwrap()).as_mean();
        let target = Target::builder("t".parse().unwrap(), deaths.clone(), goal, "2030".parse().unwrap());
        let target = target.baseline(mean).build().unwrap();
        let figures = [
            ("2018", dec!(1135)),
            ("2019", dec!(1187)),
            ("2020", dec!(1097)),
            ("2022", dec!(1187)),
        ];
        let rows = rows(&deaths, vec![target], &figures);
        assert_eq!(rows[0].facts.baseline.words, "1,139.67 u");
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

    /// 4,120,300 nights stand beside targets in thousand nights; what does not convert is told as it was published.
    #[test]
    fn a_proxy_is_told_in_the_unit_of_its_indicator() {
        let nights = |multiplier, label: Option<&str>| {
            let unit = Unit::new("night".parse().unwrap(), multiplier).unwrap();
            label.map_or(unit.clone(), |label| unit.with_label(label.try_into().unwrap()))
        };
        let stays = Quantity::new(Measure::Flow, nights(3, Some("thousand nights")));
        let told = |unit: Unit| {
            let goal = Goal::level(Bound::AtLeast(dec!(88)));
            let target = Target::builder("t".parse().unwrap(), percent(), goal, "2026".parse().unwrap());
            let target = target.proxy("stays".parse().unwrap()).build().unwrap();
            let own = Indicator::new("a".parse().unwrap(), "A".try_into().unwrap(), percent()).with_target(target);
            let proxy = Indicator::new("stays".parse().unwrap(), "Stays".try_into().unwrap(), stays.clone());
            let pillar = Pillar::new("p".parse().unwrap(), "P".try_into().unwrap());
            let plan = Plan::builder(
                "plan".parse().unwrap(),
                "Plan".try_into().unwrap(),
                "2021-01-01/P5Y".parse().unwrap(),
            );
            let pillar = pillar.with_indicator(own).with_indicator(proxy);
            let plan = plan.pillar(pillar).build().unwrap();
            let day = date("2024-02-01").unwrap();
            let figure = Observation::new("2023".parse().unwrap(), dec!(4120300)).published_on(day);
            let series = Series::new("stays".parse().unwrap(), unit, vec![figure]).unwrap();
            let observations = Observations::new(vec![series]).unwrap();
            let report = Report::of(&plan, &observations, day, &Rule::pace(), Language::English);
            let row = report.targets().next().unwrap().proxies[0].clone();
            (row.words, row.unit, row.latest.value)
        };
        for (unit, words, of, value) in [
            (
                nights(0, None),
                "Stays 4,120.300 thousand nights (2023)",
                "thousand nights",
                dec!(4120.3),
            ),
            (
                nights(3, None),
                "Stays 4,120,300 thousand nights (2023)",
                "thousand nights",
                dec!(4120300),
            ),
            (
                Unit::new("guest".parse().unwrap(), 0).unwrap(),
                "Stays 4,120,300 guest (2023)",
                "guest",
                dec!(4120300),
            ),
        ] {
            assert_eq!(told(unit), (words.into(), of.into(), Some(value)));
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
