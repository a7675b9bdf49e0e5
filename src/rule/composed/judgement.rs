//! How a composed rule comes to its verdict.

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

/// Judges a target by a composed rule.
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
    /// Judges by the latest figure, or where that has limits alone and is not of one class, by the latest value.
    fn judge(self, rule: &Rule) -> Verdict {
        let question = self.question;
        // What is kept, or a trend, has no bound that one figure could meet, whatever figures come.
        if let Err(reason) = question.promise.bound() {
            return Verdict::unknown(reason);
        }
        let bound = question.latest().filter(|latest| latest.number().is_err());
        let by_bound = bound.and_then(|bound| Some((bound, self.verdict_of_bound(bound)?)));
        let (observed, verdict) = if let Some((bound, verdict)) = by_bound {
            (Ok(bound), Ok(verdict))
        } else {
            let observed = question.observed();
            let verdict = observed.and_then(|observed| self.verdict(observed, &observed.amount()?));
            (observed, verdict)
        };
        let figure = observed.ok().map(|observed| observed.figure);
        let judged = Judged {
            verdict: verdict.and_then(|verdict| Ok(verdict.with(self.caveats_beside_plan(observed?)))),
            figure,
            since: figure.map(|figure| figure.period),
            newer_bound: None,
        };
        let if_it_were = |_, end: Decimal| self.verdict(observed?, &Amount::Decimal(end));
        judged.completed(question, rule, figure.into_iter(), if_it_were)
    }

    /// The caveats of the baseline, where the number counts from there, and of the place of a figure beside the plan.
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

/// Judges by the values of years: by the newest figure, if only limits of it are known and all of it is of one class,
/// else by the latest value.
fn judge_years(question: &Question<'_>, rule: &Rule, method: &Method) -> Verdict {
    let case = Case::new(question, method, Vec::new());
    let latest = case.as_ref().ok().and_then(|case| case.latest.period);
    if let Some((figure, at_one_end)) = case_of_newest_bound(question, method, latest) {
        if let Some(verdict) = at_one_end.verdict_of_bound(figure) {
            let judged = Judged {
                verdict: Ok(verdict.with(at_one_end.caveats())),
                figure: Some(figure),
                since: Some(figure.period),
                newer_bound: None,
            };
            let if_it_were = |other: Figure, end: Decimal| {
                let of_all = at_one_end.supposing(other, end.into())?.verdict_of_bound(figure);
                of_all.ok_or(Missing::bound_leaves_open(figure.period))
            };
            return judged.completed(question, rule, at_one_end.figures_read(), if_it_were);
        }
    }
    let case = match case {
        Ok(case) => case,
        Err(reason) => return Verdict::unknown(reason),
    };
    let judged = Judged {
        verdict: case.verdict().map(|verdict| verdict.with(case.caveats())),
        figure: case.latest.figure,
        since: case.latest.period,
        newer_bound: newest_if_only_a_bound(question, case.latest.period),
    };
    let if_it_were = |other: Figure, end: Decimal| case.supposing(other, end.into())?.verdict();
    judged.completed(question, rule, case.figures_read(), if_it_were)
}

/// What a method makes of a question, before it is asked what else is known of its figures.
struct Judged {
    /// With the caveats of how the method read it.
    verdict: Fact<Verdict>,
    /// The figure that decided; `None` where a baseline that the plan states is the latest value.
    figure: Option<Figure>,
    /// The period of that figure or baseline: what ends later is newer.
    since: Option<Period>,
    /// A newer figure of which only limits are known, besides the one that stands beside the plan.
    newer_bound: Option<Figure>,
}

impl Judged {
    /// The verdict with the caveats of the figure that decided and of newer ones, and unknown where that figure is too
    /// old for the rule.
    ///
    /// `if_it_were` judges by another value in place of one of the figures that were `read`: by each end of its
    /// uncertainty, to see whether the status would change.
    fn completed(
        self,
        question: &Question<'_>,
        rule: &Rule,
        mut read: impl Iterator<Item = Figure>,
        if_it_were: impl Fn(Figure, Decimal) -> Fact<Verdict>,
    ) -> Verdict {
        let Self { figure, since, .. } = self;
        let verdict = match self.verdict {
            // No figure has a part in that.
            Err(Missing::NotForThisGoal) => return Verdict::unknown(Missing::NotForThisGoal),
            verdict => verdict.unwrap_or_else(Verdict::unknown),
        };
        let status_if = |figure, end| if_it_were(figure, end).map_or(Status::Unknown, |other| other.status);
        let may_change_status = |figure: Figure| {
            let range = question.figures.uncertainty_of(figure).and_then(Uncertainty::range);
            range.is_some_and(|range| range.into_iter().any(|end| status_if(figure, end) != verdict.status))
        };
        let is_uncertain = verdict.status != Status::Unknown && read.any(may_change_status);
        // The parts of a year that bound it are no part of one that is running.
        let latest_bound = question.latest_bound();
        let by_its_parts = latest_bound.filter(|bound| ends_after(bound, since));
        let alone = latest_bound.filter(|_| since.is_none());
        let only_sources_differ = alone.is_some_and(|alone| alone.agreement == Agreement::Differ);
        let last = by_its_parts.map(|bound| bound.period).or(since);
        let has_newer_part = last.is_some_and(|last| question.figures.has_newer_part(last));
        let newer_bound = by_its_parts.or(self.newer_bound);
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
        // What ended at the deadline has ended, however long ago.
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
    /// The caveats of how time is counted, and of where it begins; none where it is not counted.
    fn caveats(&self) -> Caveats {
        if self.scale().is_none_or(|scale| scale.measures() == Progress::Level) {
            return Caveats::NONE;
        }
        self.caveats_of_base()
            .with_if(self.breaks(), Caveat::SeriesBreak)
            .with_if(self.counts_exactly, Caveat::ExactYears)
    }

    /// The caveats of the base, and of the value from which the promise counts: those of the figure that stands in for
    /// the baseline, or of the baseline itself.
    fn caveats_of_base(&self) -> Caveats {
        let of = |value: &YearValue| self.caveats_of_start(value);
        of(&self.base).union(self.separate_start_read().map_or(Caveats::NONE, of))
    }

    /// The caveats of a value in the place of the baseline's, and of the latest one beside it.
    fn caveats_of_start(&self, value: &YearValue) -> Caveats {
        let (question, figures) = (self.terms.question, self.terms.question.figures);
        let own = self.figure_if_not_baseline(value);
        let is_of_another = self.latest.figure.is_some_and(|latest| match own {
            Some(own) => figures.is_of_another_publisher(latest, own.period),
            None => figures.is_of_another_publisher_than_baseline(latest),
        });
        let caveats = own.map_or_else(|| question.caveats_of_baseline(), |own| figures.caveats_of(own));
        caveats.with_if(is_of_another, Caveat::OtherSource)
    }

    /// The verdict, by the first of these that applies:
    ///
    /// 1. the latest value itself, where the scale measures levels;
    /// 2. that the base meets the goal already;
    /// 3. that the goal is reached;
    /// 4. the movement.
    pub(super) fn verdict(&self) -> Fact<Verdict> {
        let scale = self.scale().ok_or_else(|| self.without_scale())?;
        let is_rate = self.terms.question.target.quantity().measure() == Measure::GrowthRate;
        let is_of_other_indicators = scale.measures() == Progress::Mean && !is_rate;
        if is_of_other_indicators || self.terms.method.only.is_some_and(|only| only != self.direction) {
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

    /// Why there is no scale for this goal: the goal is a direction alone, and the rule has a scale for goals with a
    /// number only; else the rule has none of its own, and the indicator was not told one.
    fn without_scale(&self) -> Missing {
        if self.goal.is_none() && self.terms.method.with_number.is_some() {
            Missing::NotForThisGoal
        } else {
            Missing::NotConfigured
        }
    }

    /// The verdict of a goal that the base meets already; `None` where it does not, or the rule has no classes for
    /// that.
    fn verdict_if_met_at_base(&self, measured: &Fact<Measurement>) -> Option<Fact<Verdict>> {
        let method = self.terms.method;
        let (Some(met), Ok(goal)) = (&method.met_at_base, self.goal()) else {
            return None;
        };
        if self.needs_two_years().is_err() || !self.is_met_at_base() {
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

    /// The method's class of achieved goals, if the latest value counts as achieved.
    fn class_if_achieved(&self) -> Fact<Option<&Achieved>> {
        let Some(achieved) = &self.terms.method.achieved else {
            return Ok(None);
        };
        if !self.is_achieved(achieved)? {
            return Ok(None);
        }
        if achieved.alone {
            self.needs_later_year()?;
        } else if !self.terms.method.as_published {
            self.needs_two_years()?;
        }
        let (base, latest) = (&self.base.value, &self.latest.value);
        if self.needs_one_sign_of(achieved) && base.times(latest).side() == Ordering::Less {
            let (from, to) = (base.rounded()?, latest.rounded()?);
            return Err(GrowthError::Crossing { from, to }.into());
        }
        Ok(Some(achieved))
    }

    /// Whether base and latest value must not lie on both sides of zero to be achieved, which a rule that counts losses
    /// cannot assess.
    pub(super) fn needs_one_sign_of(&self, achieved: &Achieved) -> bool {
        let Method {
            as_published, down_to, ..
        } = self.terms.method;
        *down_to == DownTo::Losses && !achieved.alone && !as_published
    }

    /// Whether the latest value has reached the line from which values count as achieved.
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
            // A direction alone may still have a level at which the rule is content.
            (None, Some(level)) => reaches(&level),
            (None, None) => achieved.line == Line::GoalOrZero && self.stays_zero(),
        })
    }

    /// Whether less is better, and nothing has been left since the base: there is no growth to be judged.
    fn stays_zero(&self) -> bool {
        let is_from_zero = self.lacks.is_some() || self.base.value.is_zero();
        self.direction == Direction::Falling && self.latest.value.is_zero() && is_from_zero
    }

    /// Fails where the latest value is not later than the year from which the promise counts.
    fn needs_later_year(&self) -> Fact<()> {
        let year = self.terms.labels.baseline.ok_or(Missing::NoBaseline)?;
        if self.latest.year > year {
            Ok(())
        } else {
            Err(self.lacks.unwrap_or(Missing::TooFewFigures { needed: 2, found: 1 }))
        }
    }

    /// The verdict of a measured number, by the cuts of a scale, which may shrink where the base lies near a natural
    /// limit.
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
