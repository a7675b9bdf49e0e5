//! How a composed rule comes to its verdict: which figure it judges, what counts as achieved, and with which caveats.

use alloc::vec::Vec;
use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::bound::{case_of_newest_bound, ends_after, newest_if_only_a_bound};
use super::case::Case;
use super::classing::Classing;
use super::measured::Measurement;
use super::method::{Achieved, DownTo, Line, Method};
use super::one_figure::OneFigure;
use super::progress::Progress;
use super::scale::Scale;
use super::transform::Transform;
use super::trend::shrinkage_near;
use super::yearly::YearValue;
use crate::evidence::{Caveat, Caveats, Fact, Ground, Missing};
use crate::exact::Real;
use crate::growth::GrowthError;
use crate::plan::Goal;
use crate::progress::{Amount, Comparable, Question};
use crate::rule::{Rule, Status, Verdict};
use crate::series::{Agreement, Figure, Uncertainty};
use crate::value::{Direction, Measure, Period};

/// The verdict of a composed rule: unknown if the goal lacks its number; by the judged figure alone, if the rule's
/// scale measures that; else by the values of years.
pub(in crate::rule) fn judge(question: &Question<'_>, rule: &Rule, method: &Method) -> Verdict {
    if let Goal::Unstated(lacks) = question.promise.goal {
        return Verdict::unknown(Missing::GoalUnstated { lacks });
    }
    match method.scale_of_one_figure() {
        Some(scale) => OneFigure {
            question,
            method,
            scale,
        }
        .judge(rule),
        None => judge_years(question, rule, method),
    }
}

impl OneFigure<'_> {
    /// Judges by the latest figure. If that is only a bound, and the values that it can mean are not of one class, the
    /// latest figure with a value is judged in its place.
    fn judge(self, rule: &Rule) -> Verdict {
        let question = self.question;
        // A promise that is kept period by period, or a trend, has no bound that one figure could meet.
        if let Err(reason) = question.promise.bound() {
            return Verdict::unknown(reason);
        }
        let without_value = question.latest().filter(|latest| latest.number().is_err());
        let in_one_class = without_value.and_then(|figure| Some((figure, self.verdict_of_bound(figure)?)));
        let (observed, verdict) = if let Some((figure, verdict)) = in_one_class {
            (Ok(figure), Ok(verdict))
        } else {
            let observed = question.observed();
            let verdict = observed.and_then(|observed| self.verdict(observed, &observed.amount()?));
            (observed, verdict)
        };
        let figure = observed.ok().map(|observed| observed.figure);
        let judged = Judged {
            verdict: verdict.and_then(|verdict| Ok(verdict.with(self.caveats_beside_plan(observed?)))),
            figure,
            period: figure.map(|figure| figure.period),
            newer_bound: None,
        };
        let verdict_if = |_, end: Decimal| self.verdict(observed?, &Amount::Decimal(end));
        judged.completed(question, rule, figure.into_iter(), verdict_if)
    }

    /// The caveats of the figure's time and of the sum or chain that it is; and where the number counts from the
    /// baseline, those of the baseline, of another publisher than its own, and of a change of definition since.
    fn caveats_beside_plan(self, observed: &Comparable<'_>) -> Caveats {
        let (question, period) = (self.question, observed.figure.period);
        let figures = question.figures;
        let of_place = figures
            .timing
            .caveats(period)
            .union(figures.caveats_of_chain(period))
            .with_if(figures.sum_has_gap(), Caveat::SumHasGap);
        if self.scale.measures() != Progress::ScheduledShare && !question.promise.goal.needs_baseline() {
            return of_place;
        }
        let breaks = question.comparable_with_baseline(observed).is_err();
        let is_of_another = figures.is_of_another_publisher_than_baseline(observed.figure);
        of_place
            .union(question.caveats_of_baseline())
            .with_if(is_of_another, Caveat::OtherSource)
            .with_if(breaks, Caveat::SeriesBreak)
    }
}

/// Judges by the values of years: by the figure of the newest year, if that is only a bound and all values that it can
/// mean are of one class; else by the latest value.
fn judge_years(question: &Question<'_>, rule: &Rule, method: &Method) -> Verdict {
    let case = Case::new(question, method, Vec::new());
    let latest = case.as_ref().ok().and_then(|case| case.latest.period());
    if let Some((figure, case_at_limit)) = case_of_newest_bound(question, method, latest) {
        if let Some(verdict) = case_at_limit.verdict_of_bound(figure) {
            let judged = Judged {
                verdict: Ok(verdict.with(case_at_limit.caveats())),
                figure: Some(figure),
                period: Some(figure.period),
                newer_bound: None,
            };
            let verdict_if = |other: Figure, end: Decimal| {
                let verdict = case_at_limit.supposing(other, end.into())?.verdict_of_bound(figure);
                verdict.ok_or(Missing::bound_leaves_open(figure.period))
            };
            return judged.completed(question, rule, case_at_limit.figures_read(), verdict_if);
        }
    }
    let case = match case {
        Ok(case) => case,
        Err(reason) => return Verdict::unknown(reason),
    };
    let judged = Judged {
        verdict: case.verdict().map(|verdict| verdict.with(case.caveats())),
        figure: case.latest.figure,
        period: case.latest.period(),
        newer_bound: newest_if_only_a_bound(question, case.latest.period()),
    };
    let verdict_if = |other: Figure, end: Decimal| case.supposing(other, end.into())?.verdict();
    judged.completed(question, rule, case.figures_read(), verdict_if)
}

/// The verdict of a method on a question, before the caveats of its figures are added.
struct Judged {
    /// With the caveats of the baseline and of how time is counted.
    verdict: Fact<Verdict>,
    /// The figure that decided; `None` where the latest value is a baseline that the plan states, and where no value is
    /// known.
    figure: Option<Figure>,
    /// The period of the figure that decided, or of the baseline if that is the latest value. What ends later is newer.
    period: Option<Period>,
    /// The newest figure of the series, if it is newer than the judged period and only a bound.
    newer_bound: Option<Figure>,
}

impl Judged {
    /// The complete verdict, in these steps:
    ///
    /// 1. unknown, without caveats, if the method cannot judge such a goal at all;
    /// 2. the caveats of the figure that decided;
    /// 3. the caveats of newer figures: of one that is only a bound, and of one that is only a part of the goal's
    ///    period;
    /// 4. a caveat if the status would be another one with one of the figures `read` at an end of its uncertainty, as
    ///    `verdict_if` tells (it judges with a value in place of a figure's);
    /// 5. a caveat if figures without a date of publication are left out;
    /// 6. unknown, if the figure that decided is too old for the rule; after the deadline a figure at the deadline is
    ///    never too old.
    fn completed(
        self,
        question: &Question<'_>,
        rule: &Rule,
        mut read: impl Iterator<Item = Figure>,
        verdict_if: impl Fn(Figure, Decimal) -> Fact<Verdict>,
    ) -> Verdict {
        let (figure, judged_period) = (self.figure, self.period);
        let verdict = match self.verdict {
            // No figure matters for such a goal, so that none adds a caveat.
            Err(Missing::NotForThisGoal) => return Verdict::unknown(Missing::NotForThisGoal),
            verdict => verdict.unwrap_or_else(Verdict::unknown),
        };
        let status_if = |figure, end| verdict_if(figure, end).map_or(Status::Unknown, |other| other.status);
        let may_change_status = |figure: Figure| {
            let range = question.figures.uncertainty_of(figure).and_then(Uncertainty::range);
            range.is_some_and(|range| range.into_iter().any(|end| status_if(figure, end) != verdict.status))
        };
        let is_uncertain = verdict.status != Status::Unknown && read.any(may_change_status);
        let latest_bound = question.latest_bound();
        let newer_bound_beside_plan = latest_bound.filter(|bound| ends_after(bound, judged_period));
        let is_one_of_differing_sources = |bound: Figure| bound.agreement == Agreement::Differ;
        let only_sources_differ = judged_period.is_none() && latest_bound.is_some_and(is_one_of_differing_sources);
        // A bound of a whole period may be made of its parts: these are no news of a later period.
        let last = newer_bound_beside_plan.map(|bound| bound.period).or(judged_period);
        let has_newer_part = last.is_some_and(|last| question.figures.has_newer_part(last));
        let newer_bound = newer_bound_beside_plan.or(self.newer_bound);
        let caveats_of_figure = figure.map(|figure| question.figures.caveats_of(figure));
        let verdict = Verdict {
            deciding_period: figure.map(|figure| figure.period),
            ..verdict
        }
        .with(caveats_of_figure.unwrap_or_default())
        .with(newer_bound.map(Caveats::of_newer).unwrap_or_default())
        .with_if(only_sources_differ, Caveat::SourcesDiffer)
        .with_if(has_newer_part, Caveat::NewerFigureIsPartial)
        .with_if(is_uncertain, Caveat::WithinUncertainty)
        .with_if(question.figures.known.leaves_out_undated(), Caveat::UndatedLeftOut);
        // How the promise ended stays so, however long ago that was.
        let place_of = |period: Period| question.figures.stands_at(period);
        let is_of_deadline = |figure: &Figure| place_of(figure.period) == place_of(question.target.deadline());
        let decides_for_good = |figure: &Figure| question.is_past_deadline() && is_of_deadline(figure);
        match figure.filter(|figure| !decides_for_good(figure)) {
            Some(figure) => verdict.if_fresh(question, rule, figure),
            None => verdict,
        }
    }
}

impl Case<'_> {
    /// The caveats of the base, of a change of definition since, and of years that are counted exactly; none where only
    /// the level is measured.
    fn caveats(&self) -> Caveats {
        if self.scale().is_none_or(|scale| scale.measures() == Progress::Level) {
            return Caveats::NONE;
        }
        self.caveats_of_base()
            .with_if(self.breaks(), Caveat::SeriesBreak)
            .with_if(self.counts_exactly, Caveat::ExactYears)
    }

    /// The caveats of the base, and of a separate start of the promise.
    fn caveats_of_base(&self) -> Caveats {
        let of = |value: &YearValue| self.caveats_of_start(value);
        of(&self.base).union(self.separate_start_needed().map_or(Caveats::NONE, of))
    }

    /// The caveats of a base or start: those of its figure, or of the baseline if it is the baseline; and
    /// [`Caveat::OtherSource`] if the latest figure is of another publisher.
    fn caveats_of_start(&self, value: &YearValue) -> Caveats {
        let (question, figures) = (self.terms.question, self.terms.question.figures);
        let figure = self.figure_if_not_baseline(value);
        let is_of_another = self.latest.figure.is_some_and(|latest| match figure {
            Some(figure) => figures.is_of_another_publisher(latest, figure.period),
            None => figures.is_of_another_publisher_than_baseline(latest),
        });
        let caveats = figure.map_or_else(|| question.caveats_of_baseline(), |figure| figures.caveats_of(figure));
        caveats.with_if(is_of_another, Caveat::OtherSource)
    }

    /// The verdict, by the first of these that applies:
    ///
    /// 1. an error, if the method has no scale for the goal, is for goals in the other direction only, or measures a
    ///    mean of values that are no rates of growth;
    /// 2. the class of the latest value, if the scale measures levels;
    /// 3. an error, if the goal has no value;
    /// 4. the method's classes for a goal that the base meets already;
    /// 5. the method's class of achieved goals, if the latest value counts as achieved;
    /// 6. the class of the measured number.
    pub(super) fn verdict(&self) -> Fact<Verdict> {
        let scale = self.scale().ok_or_else(|| self.without_scale())?;
        let is_rate = self.terms.question.target.quantity().measure() == Measure::GrowthRate;
        let is_mean_of_no_rates = scale.measures() == Progress::Mean && !is_rate;
        if is_mean_of_no_rates || self.terms.method.only.is_some_and(|only| only != self.direction) {
            return Err(Missing::NotForThisGoal);
        }
        if scale.measures() == Progress::Level {
            return self.verdict_by_class(scale, self.measured(scale)?);
        }
        if let Some(Err(reason)) = self.goal {
            return Err(reason);
        }
        let measured = match self.lacks {
            Some(reason) => Err(reason),
            None => self.measured(scale),
        };
        if let Some(verdict) = self.verdict_if_met_at_base(&measured) {
            return verdict;
        }
        if let Some(achieved) = self.class_if_achieved()? {
            return self.terms.method.achieved_by(achieved, Ground::BoundMet, measured.ok());
        }
        self.verdict_by_class(scale, measured?)
    }

    /// Why there is no scale for this goal: [`Missing::NotForThisGoal`] if the goal is a direction alone and the rule
    /// has a scale only for goals with a number; else [`Missing::NotConfigured`], since neither the rule nor the
    /// indicator's parameters have one.
    fn without_scale(&self) -> Missing {
        if self.goal.is_none() && self.terms.method.with_number.is_some() {
            Missing::NotForThisGoal
        } else {
            Missing::NotConfigured
        }
    }

    /// The verdict of a goal that the base meets already: of the class *kept* if the latest value meets it too, else of
    /// the class *lost*. Of what was measured only the movements are shown: a ratio to a goal met before says nothing.
    ///
    /// `None` where the method has no classes for that, the goal has no value, the base does not meet it, or there is
    /// no later year.
    fn verdict_if_met_at_base(&self, measured: &Fact<Measurement>) -> Option<Fact<Verdict>> {
        let method = self.terms.method;
        let (Some(met), Ok(goal)) = (&method.met_at_base, self.goal()) else {
            return None;
        };
        if self.check_two_years().is_err() || !self.is_met_at_base() {
            return None;
        }
        let is_kept = self.meets(goal, &self.latest.value);
        let outcome = if is_kept { &met.kept } else { &met.lost };
        let mut measured = measured.clone().ok();
        if let Some(measured) = &mut measured {
            (measured.shown.value, measured.shown.ratio) = (None, None);
        }
        Some(method.achieved_by(outcome, Ground::MetBeforeBaseline, measured))
    }

    /// The method's class of achieved goals, if the latest value counts as achieved; `None` if it does not, or there is
    /// no such class.
    ///
    /// An error if the value counts as achieved but must not be called so: where it is not of a later year than the
    /// promise or the base, as the method asks; and where base and latest value have different signs and the method
    /// asks for one.
    fn class_if_achieved(&self) -> Fact<Option<&Achieved>> {
        let Some(achieved) = &self.terms.method.achieved else {
            return Ok(None);
        };
        if !self.is_achieved(achieved)? {
            return Ok(None);
        }
        if achieved.alone {
            self.check_later_year()?;
        } else if !self.terms.method.as_published {
            self.check_two_years()?;
        }
        let (base, latest) = (&self.base.value, &self.latest.value);
        if self.asks_for_one_sign(achieved) && base.times(latest).side() == Ordering::Less {
            let (from, to) = (base.rounded()?, latest.rounded()?);
            return Err(GrowthError::Crossing { from, to }.into());
        }
        Ok(Some(achieved))
    }

    /// Whether base and latest value must have one sign to be achieved: in a method that reads losses by their sizes,
    /// and so has no growth across zero. Not where values count as achieved without any movement, or numbers are asked
    /// for as published.
    pub(super) fn asks_for_one_sign(&self, achieved: &Achieved) -> bool {
        let Method {
            as_published, down_to, ..
        } = self.terms.method;
        *down_to == DownTo::Losses && !achieved.alone && !as_published
    }

    /// Whether the latest value has reached the line from which values count as achieved:
    ///
    /// | line | reached |
    /// |---|---|
    /// | level | at the level, transformed as values are if they are normalised; an error without a level |
    /// | goal, or goal or zero | where the value meets the goal; of a direction alone at the level, if there is one |
    /// | goal or zero, of a direction alone without a level | where 0 stays 0 ([`stays_zero`](Self::stays_zero)) |
    ///
    /// If the line is excluded (`strictly`), exactly the level or the goal does not count, unless it lies inside of a
    /// promised band or tolerance.
    fn is_achieved(&self, achieved: &Achieved) -> Fact<bool> {
        let latest = &self.latest.value;
        let is_excluded = |line: &Real| achieved.strictly && latest == line;
        let reaches = |line: &Real| self.side_of(latest, line).is_ge() && !is_excluded(line);
        if achieved.line == Line::Level {
            let level = self.level().ok_or(Missing::NotConfigured)?;
            return Ok(match self.transform() {
                transform @ Transform::Normalised => reaches(&transform.applied(level, self.terms.parameters.ends())?),
                _ => reaches(&level),
            });
        }
        Ok(match (self.goal().ok(), self.level()) {
            (Some(goal), _) => self.meets(goal, latest) && (!is_excluded(goal) || self.lies_inside(latest)),
            (None, Some(level)) => reaches(&level),
            (None, None) => achieved.line == Line::GoalOrZero && self.stays_zero(),
        })
    }

    /// Whether less is better, the latest value is 0, and the base is 0 or missing: what was 0 and stays 0 has no
    /// growth to be judged.
    fn stays_zero(&self) -> bool {
        let is_from_zero = self.lacks.is_some() || self.base.value.is_zero();
        self.direction == Direction::Falling && self.latest.value.is_zero() && is_from_zero
    }

    /// Fails unless the latest value is of a later year than the baseline.
    fn check_later_year(&self) -> Fact<()> {
        let year = self.terms.labels.baseline.ok_or(Missing::NoBaseline)?;
        if self.latest.year > year {
            Ok(())
        } else {
            Err(self.lacks.unwrap_or(Missing::TooFewFigures { needed: 2, found: 1 }))
        }
    }

    /// The verdict of a measured number by the cuts of a scale. The cuts are multiplied by a factor below 1 where the
    /// base lies near the indicator's natural limit, if the scale says so.
    pub(super) fn verdict_by_class(&self, scale: &Scale, measured: Measurement) -> Fact<Verdict> {
        let (method, parameters) = (self.terms.method, &self.terms.parameters);
        let shrinks_near = parameters.natural_limit.filter(|_| scale.shrinks);
        let shrinkage = match shrinks_near.zip(method.natural_limit_exponent) {
            Some((limit, exponent)) => Some(shrinkage_near(&self.base.value, limit, exponent)?),
            None => None,
        };
        Classing {
            method,
            scale,
            parameters,
            shrinkage,
        }
        .verdict(measured)
    }
}
