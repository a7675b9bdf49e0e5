//! Where a target stands, and why, in words.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::by_rule::ClassCells;
use super::cell::{Cell, Style};
use super::number;
use super::status::StatusCells;
use super::tolerance::tolerance_in_words;
use super::words::{Label, Phrase, Worded};
use crate::assessment::Assessment;
use crate::evidence::{Caveat, Caveats, Evidence, Ground, Reason};
use crate::plan::{Baseline, Target};
use crate::progress::Question;
use crate::series::Figure;
use crate::value::{Language, Period};

/// Where a target stands, and why, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct VerdictCells {
    /// The status: `unknown` where something is missing, which the reason names.
    pub status: StatusCells,
    /// The reason of the status, or why nobody can say; with the pace where that decided, and with the class where a
    /// number lies in one. The code is for programs, and stays; the words may improve.
    pub reason: Worded<Reason>,
    /// The numbers that a composed rule measured, and its published class; none by the rule of this crate.
    pub by_rule: Option<ClassCells>,
    /// The caveats that a reader should know beside the status: that the figure is provisional, say.
    pub caveats: Vec<CaveatCells>,
    /// The figure that decided, with its period; only the period where the figure itself is gone. None where no figure
    /// decided, as before anything is due.
    pub deciding_figure: Option<Cell>,
    /// The status that the last figure would give, where it is too old to say anything of today.
    pub last_status: Option<StatusCells>,
}

/// A caveat that a reader should know beside a status, and the figures that it concerns.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CaveatCells {
    /// The caveat.
    pub value: Caveat,
    /// The periods of the figures that it is about, where it is about figures: of the baseline, the observed one, a
    /// newer bound.
    pub periods: Vec<Period>,
    /// The words of the caveat, behind these periods.
    pub words: String,
}

impl VerdictCells {
    /// The cells of a verdict, which is shown beside these facts. Its reason is told with the class or the pace if one
    /// of them decided.
    pub(super) fn new(
        question: &Question<'_>,
        target: &Target,
        (assessment, facts): (&Assessment, &Evidence),
        style: Style,
    ) -> Self {
        let language = style.language;
        let verdict = assessment.verdict;
        let by_rule = ClassCells::new(assessment, language);
        let reason = reason_of(target, assessment, by_rule.as_ref(), language);
        Self {
            status: StatusCells::new(verdict.status, language),
            reason,
            by_rule,
            caveats: CaveatCells::all(question, (assessment, facts), language),
            deciding_figure: assessment
                .deciding_figure
                .map(|figure| style.in_unit(style.figure(Ok(figure)), target))
                .or_else(|| verdict.deciding_period.map(|period| style.period(Ok(period)))),
            last_status: verdict.last_status.map(|status| StatusCells::new(status, language)),
        }
    }
}

/// The reason of a verdict in words, with the class or the number of the pace if one of them decided; and where the
/// bound is met, or a limit kept, only within a tolerance, with that.
pub(super) fn reason_of(
    target: &Target,
    assessment: &Assessment,
    by_rule: Option<&ClassCells>,
    language: Language,
) -> Worded<Reason> {
    let (reason, facts) = (assessment.verdict.reason, &assessment.evidence);
    if let Some(words) = by_rule.and_then(|cells| cells.reason(reason, language)) {
        return Worded::new(reason, words);
    }
    let mut worded = reason_with_pace(reason, assessment.if_observed_decided(facts.pace).ok(), language);
    if matches!(reason, Reason::Ground(Ground::BoundMet | Ground::WithinLimit)) {
        let figure = assessment.deciding_figure.or(facts.observed.ok());
        let tolerance = figure.and_then(|figure| tolerance_in_words(figure, target, assessment, language));
        worded.words.extend(tolerance);
    }
    worded
}

/// A reason in words, with the number of the pace if the pace decided.
pub(super) fn reason_with_pace(reason: Reason, pace: Option<Decimal>, language: Language) -> Worded<Reason> {
    let words = match (reason, pace) {
        (Reason::Ground(Ground::Pace), Some(pace)) => {
            let pace = &number::grouped(&number::pace(pace), language);
            Phrase::PaceIs { pace }.words(language)
        }
        _ => reason.words(language),
    };
    Worded::new(reason, words)
}

/// The figures of a verdict, each with its caveats: the baseline, if it was observed; the figure of the facts; a newer
/// figure that is only a bound; and the one that decided, if it is none of these.
fn figures_of_verdict(question: &Question<'_>, facts: &Evidence, deciding: Option<Figure>) -> Vec<(Figure, Caveats)> {
    let stated = question.target.baseline().and_then(Baseline::value);
    let baseline = question.baseline_figure.filter(|_| stated.is_none());
    let of_facts = [baseline, facts.observed.ok(), facts.newer_bound];
    let deciding = deciding.filter(|figure| !of_facts.contains(&Some(*figure)));
    of_facts
        .into_iter()
        .chain([deciding])
        .flatten()
        .map(|figure| (figure, question.figures.caveats_beside_baseline(figure)))
        .collect()
}

impl CaveatCells {
    /// The cells of the caveats of a verdict, which is shown beside these facts.
    pub(super) fn all(
        question: &Question<'_>,
        (assessment, facts): (&Assessment, &Evidence),
        language: Language,
    ) -> Vec<Self> {
        let figures = figures_of_verdict(question, facts, assessment.deciding_figure);
        let caveats = assessment.verdict.caveats.iter();
        caveats.map(|caveat| Self::new(caveat, &figures, language)).collect()
    }

    /// The cells of a caveat, with the periods of the figures that it concerns.
    fn new(caveat: Caveat, figures: &[(Figure, Caveats)], language: Language) -> Self {
        let concerned = figures.iter().filter(|(_, caveats)| caveats.contains(caveat));
        let mut periods: Vec<Period> = concerned.map(|(figure, _)| figure.period).collect();
        periods.dedup();
        let words = caveat.words(language);
        let named: Vec<String> = periods.iter().map(|period| period.words(language)).collect();
        Self {
            value: caveat,
            words: if named.is_empty() {
                words.to_string()
            } else {
                let subject = &named.join(Label::Comma.words(language));
                Phrase::Of { subject, words }.words(language)
            },
            periods,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ObservationStatus::{Normal, Provisional};

    use crate::assessment::assess;
    use crate::dec;
    use crate::plan::{Baseline, Goal, Target};
    use crate::rule::Rule;
    use crate::series::{Observation, ObservationStatus, Series};
    use crate::value::{Bound, Measure, Quantity, Unit, date};

    #[test]
    fn a_caveat_names_the_figures_that_it_is_about() {
        let share = Quantity::new(Measure::Share, Unit::percent());
        let observation = |year: &str, value, status| {
            Observation::new(year.parse().unwrap(), value)
                .published_on(date("2024-01-31").unwrap())
                .with_status(status)
        };
        for (baseline, first, last, words, periods) in [
            (
                Baseline::observed("2021".parse().unwrap()),
                Provisional,
                Provisional,
                "2021, 2023: the figure is provisional",
                2,
            ),
            (
                Baseline::observed("2021".parse().unwrap()),
                Provisional,
                Normal,
                "2021: the figure is provisional",
                1,
            ),
            // Of a baseline that the plan states no figure is looked at.
            (
                Baseline::stated("2021".parse().unwrap(), dec!(80)),
                Provisional,
                Provisional,
                "2023: the figure is provisional",
                1,
            ),
        ] {
            let target = Target::builder(
                "t".parse().unwrap(),
                share.clone(),
                Goal::level(Bound::AtLeast(dec!(90))),
                "2026".parse().unwrap(),
            )
            .baseline(baseline)
            .build()
            .unwrap();
            let figures = vec![
                observation("2021", dec!(80), first),
                observation("2023", dec!(83), last),
            ];
            let series = Series::new("t".parse().unwrap(), Unit::percent(), figures).unwrap();
            let as_of = date("2024-06-30").unwrap();
            let question = Question::new(&target, &series, as_of.into());
            let assessment = assess(&target, &series, as_of, &Rule::pace());
            let cells = VerdictCells::new(
                &question,
                &target,
                (&assessment, &assessment.evidence),
                Style::new(&target, None, Language::English),
            );
            let [caveat] = &cells.caveats[..] else {
                panic!("one caveat: {cells:?}")
            };
            assert_eq!((caveat.words.as_str(), caveat.periods.len()), (words, periods));
        }
    }
}
