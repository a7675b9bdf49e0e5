//! How a composed rule comes to its verdict.

use core::cmp::Ordering;

use super::case::Case;
use super::classing::{achieved_by, classed};
use super::measured::Measurement;
use super::method::{Achieved, DownTo, Line, Method};
use super::one_figure::by_one_figure;
use super::progress::Progress;
use super::scale::Scale;
use super::transform::Transform;
use super::trend::coefficient;
use crate::evidence::{Caveat, Caveats, Fact, Ground, Missing};
use crate::exact::Real;
use crate::growth::GrowthError;
use crate::plan::{Goal, MeasuredBy};
use crate::progress::Question;
use crate::rule::{Rule, Verdict};
use crate::series::{Figure, Reading};
use crate::value::Direction;

/// Judges a target by a composed rule.
pub(in crate::rule) fn judge(question: &Question<'_>, rule: &Rule, method: &Method) -> Verdict {
    if let Some(scale) = method.scale_of_one_figure() {
        let figure = question.observed().ok().map(|observed| observed.figure);
        let verdict = by_one_figure(question, method, scale);
        return completed(question, rule, figure, verdict);
    }
    let case = match Case::new(question, method) {
        Ok(case) => case,
        Err(reason) => return Verdict::unknown(reason),
    };
    let counts_time = case.scale().is_some_and(|scale| scale.measures() != Progress::Level);
    let verdict = case.verdict().map(|verdict| Verdict {
        caveats: verdict
            .caveats
            .with_if(case.breaks(), Caveat::SeriesBreak)
            .with_if(case.counts_exactly && counts_time, Caveat::ExactYears),
        ..verdict
    });
    completed(question, rule, case.latest.figure, verdict)
}

/// A verdict with what a reader should know beside it.
fn completed(question: &Question<'_>, rule: &Rule, figure: Option<Figure>, verdict: Fact<Verdict>) -> Verdict {
    let verdict = verdict.unwrap_or_else(Verdict::unknown);
    let is_newer = |bound: &Figure| figure.is_none_or(|figure| bound.period.end() > figure.period.end());
    let newest = question.figures.known().figures().next_back();
    let newer_bound = newest
        .filter(is_newer)
        .filter(|newest| matches!(newest.reading, Reading::Interval(_)));
    let caveats = figure
        .map(|figure| question.figures.caveats_of(figure))
        .unwrap_or_default()
        .union(newer_bound.map(Caveats::of_newer).unwrap_or_default())
        .with_if(question.baseline_is_revised(), Caveat::BaselineRevised)
        .with_if(question.figures.known().leaves_out_undated(), Caveat::UndatedLeftOut);
    let verdict = Verdict {
        caveats: verdict.caveats.union(caveats),
        decided_by: figure.map(|figure| figure.period),
        ..verdict
    };
    match figure {
        Some(figure) => verdict.if_fresh(question, rule, figure),
        None => verdict,
    }
}

impl Case<'_> {
    fn verdict(&self) -> Fact<Verdict> {
        let goal = self.question.target.goal();
        let chains = self.method.transform_of(&self.parameters) == Transform::Chained;
        let is_chained = goal.measured_by() == MeasuredBy::YearlyRates && !chains;
        let scale = self.scale().ok_or(Missing::NotConfigured)?;
        let is_sum = matches!(goal, Goal::Cumulative(_));
        if is_chained || is_sum || self.method.only.is_some_and(|only| only != self.direction) {
            return Err(Missing::NotForThisGoal);
        }
        if scale.measures() == Progress::Level {
            return self.classed(scale, self.measured(scale)?);
        }
        let measured = match self.lacks {
            Some(reason) => Err(reason),
            None => self.measured(scale),
        };
        if let Some(verdict) = self.met_at_base(&measured) {
            return verdict;
        }
        if let Some(achieved) = self.achieved()? {
            return achieved_by(self.method, measured.ok(), achieved, Ground::BoundMet);
        }
        self.classed(scale, measured?)
    }

    /// A goal that the base meets already, where the rule says something of it.
    fn met_at_base(&self, measured: &Fact<Measurement>) -> Option<Fact<Verdict>> {
        let (Some(met), Some(goal)) = (&self.method.met_at_base, &self.goal) else {
            return None;
        };
        if self.two_years().is_err() || !self.is_beyond(&self.base.value, goal, false) {
            return None;
        }
        let is_kept = self.meets(goal, &self.latest.value, false);
        let outcome = if is_kept { &met.kept } else { &met.lost };
        let mut measured = measured.clone().ok();
        if let Some(measured) = &mut measured {
            (measured.shown.value, measured.shown.ratio) = (None, None);
        }
        Some(achieved_by(self.method, measured, outcome, Ground::MetBeforeBaseline))
    }

    /// What counts as achieved, if the latest value does.
    fn achieved(&self) -> Fact<Option<&Achieved>> {
        let Some(achieved) = &self.method.achieved else {
            return Ok(None);
        };
        if !self.is_achieved(achieved)? {
            return Ok(None);
        }
        if achieved.alone {
            self.after_the_base_year()?;
        } else if !self.method.as_published {
            self.two_years()?;
            self.one_sign()?;
        }
        Ok(Some(achieved))
    }

    fn is_achieved(&self, achieved: &Achieved) -> Fact<bool> {
        let (latest, level) = (&self.latest.value, self.level());
        if achieved.line == Line::Level {
            let level = level.ok_or(Missing::NotConfigured)?;
            let level = match self.method.transform_of(&self.parameters) {
                transform @ Transform::Normalised => transform.applied(&level, self.parameters.ends())?,
                _ => level,
            };
            return Ok(self.is_beyond(latest, &level, achieved.strictly));
        }
        Ok(match (&self.goal, level) {
            (Some(goal), _) => self.meets(goal, latest, achieved.strictly),
            // A direction alone may still have a level at which the rule is content.
            (None, Some(level)) => self.is_beyond(latest, &level, achieved.strictly),
            (None, None) => achieved.line == Line::GoalOrZero && self.is_void(),
        })
    }

    /// Whether less is better, and nothing has been left since the base: there is no growth to be judged.
    fn is_void(&self) -> bool {
        let is_from_zero = self.lacks.is_some() || self.base.value.is_zero();
        self.direction == Direction::Falling && self.latest.value.is_zero() && is_from_zero
    }

    /// A lonely figure counts only if it is later than the year from which the promise counts.
    fn after_the_base_year(&self) -> Fact<()> {
        let period = self.question.target.start().ok_or(Missing::NoBaseline)?;
        if self.latest.year > self.method.label.year_of(period) {
            Ok(())
        } else {
            Err(self.lacks.unwrap_or(Missing::TooFewFigures { needed: 2, found: 1 }))
        }
    }

    /// A rule of growth rates cannot assess values on both sides of zero.
    fn one_sign(&self) -> Fact<()> {
        let (base, latest) = (&self.base.value, &self.latest.value);
        let crosses = base.times(latest).side() == Ordering::Less;
        if self.method.down_to == DownTo::Losses && crosses {
            let (from, to) = (base.rounded()?, latest.rounded()?);
            return Err(GrowthError::Crossing { from, to }.into());
        }
        Ok(())
    }

    fn classed(&self, scale: &Scale, measured: Measurement) -> Fact<Verdict> {
        let shrink = self.coefficient(scale)?;
        classed(self.method, scale, &self.parameters, measured, shrink.as_ref())
    }

    /// By how much the cuts shrink, if they do.
    fn coefficient(&self, scale: &Scale) -> Fact<Option<Real>> {
        match (scale.shrinks, self.parameters.limit, self.method.limit_exponent) {
            (true, Some(limit), Some(exponent)) => coefficient(&self.base.value, limit, exponent).map(Some),
            _ => Ok(None),
        }
    }
}
