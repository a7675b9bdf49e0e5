//! Whether a method can judge, and reads all that it is told.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::aggregation::Aggregation;
use super::bands::{Bands, Cut, Score};
use super::method::{Achieved, Base, DownTo, Line, Method, Window};
use super::parameters::Parameters;
use super::progress::{Growth, Progress};
use super::scale::Scale;
use super::transform::Transform;
use crate::rule::cuts::check_cut;
use crate::rule::{Class, RuleError};

/// Settings by their names in documents, each with whether it is set and nothing reads it.
type Settings<'a> = &'a [(&'static str, bool)];

/// Fails for the first setting that nothing reads.
fn all_read(settings: Settings<'_>) -> Result<(), RuleError> {
    match settings.iter().find(|(_, is_unread)| *is_unread) {
        Some(&(setting, _)) => Err(RuleError::Unread { setting }),
        None => Ok(()),
    }
}

/// Checks that a method can judge, and that nothing in it is set in vain.
pub(in crate::rule) fn check(method: &Method) -> Result<(), RuleError> {
    if method.scales_of_rule().next().is_none() {
        return Err(RuleError::NoScale);
    }
    if method.scales_of_rule().any(reads_one_figure) {
        refuse_settings_unread_for_one_figure(method)?;
    }
    for scale in method.scales() {
        check_scale(scale, method)?;
    }
    check_told(method, &method.defaults, &method.scales().collect::<Vec<_>>())?;
    for parameters in method.parameters.values() {
        check_parameters(method, parameters)?;
    }
    let at_base = || method.met_at_base.iter().flat_map(|met| [&met.kept, &met.lost]);
    for achieved in method.achieved.iter().chain(at_base()) {
        check_name(&achieved.class)?;
    }
    for achieved in at_base() {
        all_read(&[
            ("strictly", achieved.strictly),
            ("line", achieved.line != Line::Goal),
            ("alone", achieved.alone),
        ])?;
    }
    if let Window::LastYears { years, at_least } = method.window {
        let at_least = at_least.max(1);
        if at_least > years {
            return Err(RuleError::Window { years, at_least });
        }
    }
    check_settings(method)?;
    method.aggregation.as_ref().map_or(Ok(()), check_whole)
}

fn reads_one_figure(scale: &Scale) -> bool {
    scale.measures().reads_one_figure()
}

/// For a method that reads only the one figure that is judged: an error if it has a setting that such a method never
/// reads.
fn refuse_settings_unread_for_one_figure(method: &Method) -> Result<(), RuleError> {
    // The method with nothing but what it reads: if that is all of it, nothing is unread.
    let read = Method {
        with_number: method.scale_of_one_figure().cloned(),
        schedule: method.schedule.clone(),
        achieved: method.achieved.as_ref().map(|achieved| Achieved {
            score: achieved.score,
            ..Achieved::new(achieved.class.clone())
        }),
        defaults: method.defaults.clone(),
        parameters: method.parameters.clone(),
        aggregation: method.aggregation.clone(),
        ..Method::new()
    };
    if read == *method {
        Ok(())
    } else {
        Err(RuleError::OneFigure)
    }
}

/// Checks the settings that only some measures read.
fn check_settings(method: &Method) -> Result<(), RuleError> {
    use Progress::{
        Change, GrowthRatio, Level, Mean, ProjectedChange, RemainingGap, ScheduledShare, SignedGrowthRatio, TotalChange,
    };
    let any_measure = |is_so: fn(Progress) -> bool| method.scales().any(|scale| is_so(scale.measures()));
    let is_of_one_figure = method.scale_of_one_figure().is_some();
    let moves = is_of_one_figure || any_measure(|measure| measure != Level);
    let has_base = moves && !matches!(method.window, Window::LastYears { .. });
    let has_years = any_measure(|measure| measure.growth().is_some() || matches!(measure, Mean | TotalChange));
    let compounds = any_measure(|measure| measure.growth().is_some_and(Growth::compounds));
    let has_rates = any_measure(|measure| {
        let is_projected = matches!(measure, ProjectedChange(_) | RemainingGap(_));
        measure.growth().is_some() && !is_projected
    });
    let divides = any_measure(|measure| matches!(measure, GrowthRatio(_) | SignedGrowthRatio(_)));
    let reads_values = any_measure(|measure| matches!(measure, Level | Mean))
        || method.rounding.values.is_some()
        || method.is_achieved_by_level();
    let is_achieved_by_moving = method.achieved.as_ref().is_some_and(|achieved| !achieved.alone);
    all_read(&[
        (
            "schedule",
            !method.schedule.is_empty() && !any_measure(|measure| measure == ScheduledShare),
        ),
        (
            "window",
            match method.window {
                Window::SinceBase => false,
                Window::LastYears { .. } => !moves,
                Window::SinceYear(_) => !has_years,
            },
        ),
        ("base", method.base != Base::Exact && !has_base),
        ("achieved", method.achieved.is_some() && !moves),
        ("met_at_base", method.met_at_base.is_some() && !moves),
        ("in_percent", method.in_percent && !reads_values),
        ("rounding.rates", method.rounding.rates.is_some() && !has_rates),
        (
            "natural_limit_exponent",
            method.natural_limit_exponent.is_some() && !method.scales().any(|scale| scale.shrinks),
        ),
        ("down_to", method.down_to != DownTo::AboveZero && !compounds),
        (
            "zero_as",
            method.zero_as.is_some() && !any_measure(|measure| !matches!(measure, Level | Mean)),
        ),
        (
            "passes_over_zero_bases",
            method.passes_over_zero_bases && !(has_base && any_measure(|measure| !matches!(measure, Level | Change))),
        ),
        (
            "as_published",
            method.as_published && method.zero_as.is_none() && !is_achieved_by_moving && !divides,
        ),
    ])
}

/// Checks what a method is told of an indicator.
pub(super) fn check_parameters(method: &Method, told: &Parameters) -> Result<(), RuleError> {
    match told.scale.as_ref().or(method.defaults.scale.as_ref()) {
        Some(own) => {
            check_scale(own, method)?;
            check_told(method, told, &[own])
        }
        None => check_told(method, told, &method.scales_of_rule().collect::<Vec<_>>()),
    }
}

/// Checks what a method is told of indicators that are judged by these scales.
fn check_told(method: &Method, told: &Parameters, scales: &[&Scale]) -> Result<(), RuleError> {
    let is_own = told.scale.as_ref().is_some_and(reads_one_figure);
    if is_own || (method.scale_of_one_figure().is_some() && *told != Parameters::new().cuts(&told.cuts)) {
        return Err(RuleError::OneFigure);
    }
    let all = told.or(&method.defaults);
    let of_rule = method.scales_of_rule().filter(|_| all.scale.is_none());
    for scale in of_rule.chain(&all.scale) {
        check_bands(&scale.bands, &all.cuts)?;
    }
    let any_measure = |is_so: fn(Progress) -> bool| scales.iter().any(|scale| is_so(scale.measures()));
    let moves = any_measure(|measure| measure != Progress::Level);
    let requires = any_measure(|measure| measure.growth().is_some() || measure == Progress::TotalChange);
    let is_normalised = method.transform_of(&all) == Transform::Normalised;
    let has_bounds = is_normalised && all.ends().is_some();
    all_read(&[
        (
            "natural_limit",
            told.natural_limit.is_some() && !scales.iter().any(|scale| scale.shrinks),
        ),
        (
            "level",
            told.level.is_some() && !is_normalised && !(moves && method.achieved.is_some()),
        ),
        ("required", told.required.is_some() && !requires),
        ("lower", told.lower.is_some() && !has_bounds),
        ("optimum", told.optimum.is_some() && !has_bounds),
    ])
}

/// Checks the classes and the scores of a scale by which a method judges.
fn check_scale(scale: &Scale, method: &Method) -> Result<(), RuleError> {
    let can_shrink = method.natural_limit_exponent.is_some();
    check_bands(&scale.bands, &[])?;
    check_names(&scale.bands)?;
    let mut rising = scale.knots.iter().zip(scale.knots.iter().skip(1));
    if !rising.all(|(one, next)| one.number < next.number) {
        return Err(RuleError::KnotsNotRising);
    }
    if let Some(range) = scale.range.filter(|range| range.low > range.high) {
        let (low, high) = (range.low, range.high);
        return Err(RuleError::ScoreRange { low, high });
    }
    if let Progress::ProjectedChange(Growth::CumulativeMethod) | Progress::RemainingGap(Growth::CumulativeMethod) =
        scale.measures()
    {
        return Err(RuleError::NoProjection);
    }
    let requires = !matches!(
        scale.measures(),
        Progress::Level | Progress::Change | Progress::Mean | Progress::TimeDistance | Progress::RemainingGap(_)
    );
    if !requires {
        refuse_cut_at_required(&scale.bands)?;
    }
    let any_score = |is: fn(&Score) -> bool| scale.bands.iter().any(|band| band.score.as_ref().is_some_and(is));
    let score_shrinks = any_score(|score| matches!(score, Score::Line { shrinks: true, .. }));
    all_read(&[
        (
            "shrinks",
            (scale.shrinks && !can_shrink) || (score_shrinks && !scale.shrinks),
        ),
        ("score", any_score(|_| true) && !scale.knots.is_empty()),
        ("knots", !scale.knots.is_empty() && scale.bands.is_empty()),
        ("range", scale.range.is_some() && !any_score(|_| true)),
    ])
}

/// Checks the classes of the whole of several targets.
fn check_whole(whole: &Aggregation) -> Result<(), RuleError> {
    check_bands(&whole.bands, &[])?;
    check_names(&whole.bands)?;
    refuse_cut_at_required(&whole.bands)?;
    whole.all_achieved.as_ref().map_or(Ok(()), check_name)?;
    let is_line = |score: Option<Score>| matches!(score, Some(Score::Line { .. }));
    all_read(&[("line", whole.bands.iter().any(|band| is_line(band.score)))])
}

fn check_names(bands: &Bands) -> Result<(), RuleError> {
    bands.iter().try_for_each(|band| check_name(&band.class))
}

/// Refuses a class without a name.
fn check_name(class: &Class) -> Result<(), RuleError> {
    if class.name().trim().is_empty() {
        return Err(RuleError::ClassName);
    }
    Ok(())
}

/// Refuses a class that is cut at what is required ([`Cut::Required`]), in the bands of a number for which nothing is.
fn refuse_cut_at_required(bands: &Bands) -> Result<(), RuleError> {
    if bands.iter().any(|band| band.cut == Some(Cut::Required)) {
        return Err(RuleError::NothingRequired);
    }
    Ok(())
}

/// Checks the order of classes, and their cuts, with `own` numbers in the place of the first ones.
fn check_bands(bands: &Bands, own: &[Decimal]) -> Result<(), RuleError> {
    let open = bands.iter().filter(|band| band.cut.is_none()).count();
    let last_is_open = bands.iter().next_back().is_none_or(|band| band.cut.is_none());
    if open > 1 || (open == 1 && !last_is_open) {
        return Err(RuleError::RestNotLast);
    }
    let cuts = bands.with_cuts(own).filter_map(|(_, cut)| cut);
    let cuts: Vec<Cut> = cuts.filter(|cut| *cut != Cut::Required).collect();
    if own.len() > cuts.len() {
        return Err(RuleError::CutCount {
            given: own.len(),
            cuts: cuts.len(),
        });
    }
    cuts.iter().filter_map(|cut| cut.number()).try_for_each(check_cut)?;
    let mut neighbours = cuts.iter().zip(cuts.iter().skip(1));
    neighbours.try_for_each(|(better, worse)| check_order(*better, *worse))
}

/// Checks that a cut is easier to pass than the one of the better class.
fn check_order(better: Cut, worse: Cut) -> Result<(), RuleError> {
    let Some((first, second)) = better.number().zip(worse.number()) else {
        return Ok(());
    };
    match (better, worse) {
        // What is neither more nor less than this number.
        (Cut::MoreThan(_), Cut::AtLeast(_)) | (Cut::LessThan(_), Cut::AtMost(_)) if first == second => Ok(()),
        _ if better.rises() != worse.rises() => Err(RuleError::CutsMixed),
        _ if better.rises() && second >= first => Err(RuleError::CutsNotFalling {
            higher: first,
            lower: second,
        }),
        _ if !better.rises() && second <= first => Err(RuleError::CutsNotRising {
            lower: first,
            higher: second,
        }),
        _ => Ok(()),
    }
}
