//! Checks that a method can judge, and that it reads everything that is set in it.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::aggregation::Aggregation;
use super::bands::{Bands, Cut, Score};
use super::check_numbers::{check_numbers, check_parameter_numbers, check_range_of_cuts};
use super::method::{Achieved, Base, DownTo, Line, Method, Window};
use super::parameters::Parameters;
use super::progress::Progress;
use super::scale::Scale;
use super::transform::Transform;
use crate::rule::Class;
use crate::rule::cuts::check_cut;
use crate::rule::error::{Refusal, RuleError, within};
use crate::rule::located::Located;
use crate::rule::range::{Range, all_in_range};
use crate::value::excerpt;

/// Settings by their names in documents, each with whether it is set although nothing reads it.
type Settings<'a> = &'a [(&'static str, bool)];

/// Refuses the first setting that is set although nothing reads it.
fn refuse_unread(settings: Settings<'_>) -> Result<(), Refusal> {
    match settings.iter().find(|(_, is_unread)| *is_unread) {
        Some(&(setting, _)) => within(setting, Err(RuleError::Unread { setting })),
        None => Ok(()),
    }
}

/// Checks that a method has a scale, that its scales, parameters, classes and numbers are sound, and that it reads
/// everything that is set in it.
pub(in crate::rule) fn check(method: &Method) -> Result<(), Refusal> {
    if method.scales_of_rule().next().is_none() {
        return Err(RuleError::NoScale.into());
    }
    if method.scales_of_rule().any(reads_one_figure) {
        refuse_settings_unread_for_one_figure(method)?;
    }
    let scales = [
        ("with_number", &method.with_number),
        ("without_number", &method.without_number),
        ("defaults.scale", &method.defaults.scale),
    ];
    for (place, scale) in scales {
        within(place, scale.as_ref().map_or(Ok(()), |scale| check_scale(scale, method)))?;
    }
    let scales: Vec<_> = method.scales().collect();
    within("defaults", check_parameters_for(method, &method.defaults, &scales))?;
    for (code, parameters) in &method.parameters {
        within(format_args!("parameters.{code}"), check_parameters(method, parameters))?;
    }
    check_achieved(method)?;
    check_settings(method)?;
    check_numbers(method)?;
    within("aggregation", method.aggregation.as_ref().map_or(Ok(()), check_whole))
}

/// Whether a scale measures the judged figure alone, and no values of years.
fn reads_one_figure(scale: &Scale) -> bool {
    scale.measures().reads_one_figure()
}

/// Refuses a method that reads the judged figure alone, if it has a setting that such a method never reads.
fn refuse_settings_unread_for_one_figure(method: &Method) -> Result<(), RuleError> {
    // A copy with only the settings that are read. If it equals the method, the method has no other.
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

/// Checks the class of achieved goals, and the classes of goals that the base meets already. The latter must not have
/// the settings `strictly`, `line` and `alone`, which nothing reads there.
fn check_achieved(method: &Method) -> Result<(), Refusal> {
    let at_base = || {
        let met = method.met_at_base.iter();
        met.flat_map(|met| [("met_at_base.kept", &met.kept), ("met_at_base.lost", &met.lost)])
    };
    let achieved = method.achieved.iter().map(|achieved| ("achieved", achieved));
    for (place, achieved) in achieved.chain(at_base()) {
        within(place, within("class", check_class(&achieved.class)))?;
    }
    at_base().try_for_each(|(place, achieved)| {
        let unread = [
            ("strictly", achieved.strictly),
            ("line", achieved.line != Line::Goal),
            ("alone", achieved.alone),
        ];
        within(place, refuse_unread(&unread))
    })
}

/// Refuses each setting of a method that is set although none of its scales, or no other setting, makes it count.
fn check_settings(method: &Method) -> Result<(), Refusal> {
    let any = |is_so: fn(Progress) -> bool| method.scales().any(|scale| is_so(scale.measures()));
    let moves = any(Progress::needs_earlier_values);
    let compounds = any(Progress::compounds);
    let compares_rates = any(Progress::compares_rates);
    let has_schedule = any(|measure| measure == Progress::ScheduledShare);
    let has_base = moves && !matches!(method.window, Window::LastYears { .. });
    let minds_zero = has_base && any(Progress::minds_base_of_zero);
    let reads_values = any(Progress::cuts_values) || method.rounding.values.is_some() || method.is_achieved_by_level();
    let reads_base_or_goal = any(|measure| !measure.cuts_values());
    let has_unread_exponent = method.natural_limit_exponent.is_some() && !method.scales().any(|scale| scale.shrinks);
    let is_achieved_by_moving = method.achieved.as_ref().is_some_and(|achieved| !achieved.alone);
    let has_unread_window = match method.window {
        Window::SinceBase => false,
        Window::LastYears { .. } => !moves,
        Window::SinceYear(_) => !any(Progress::reads_window),
    };
    let has_published_ratio = any(Progress::divides_growth) || any(|measure| measure == Progress::ShareOfWay);
    let is_as_published = method.zero_as.is_some() || is_achieved_by_moving || has_published_ratio;
    refuse_unread(&[
        ("schedule", !method.schedule.is_empty() && !has_schedule),
        ("window", has_unread_window),
        ("base", method.base != Base::Exact && !has_base),
        ("achieved", method.achieved.is_some() && !moves),
        ("met_at_base", method.met_at_base.is_some() && !moves),
        ("in_percent", method.in_percent && !reads_values),
        ("rounding.rates", method.rounding.rates.is_some() && !compares_rates),
        ("natural_limit_exponent", has_unread_exponent),
        ("down_to", method.down_to != DownTo::AboveZero && !compounds),
        ("zero_as", method.zero_as.is_some() && !reads_base_or_goal),
        ("passes_over_zero_bases", method.passes_over_zero_bases && !minds_zero),
        ("as_published", method.as_published && !is_as_published),
    ])
}

/// Checks the parameters of an indicator, and the scale in them.
pub(super) fn check_parameters(method: &Method, told: &Parameters) -> Result<(), Refusal> {
    match told.scale.as_ref().or(method.defaults.scale.as_ref()) {
        Some(scale) => {
            within("scale", check_scale(scale, method))?;
            check_parameters_for(method, told, &[scale])
        }
        None => check_parameters_for(method, told, &method.scales_of_rule().collect::<Vec<_>>()),
    }
}

/// Checks the parameters that a method is `told` of one indicator, or as its defaults, where `scales` judge by them:
///
/// 1. no scale of the parameters reads the judged figure alone, and a method that does is told nothing but cuts;
/// 2. the cuts are no more than the scale has, in order, and in their range;
/// 3. no parameter is told that none of the scales reads;
/// 4. the numbers are in their ranges.
fn check_parameters_for(method: &Method, told: &Parameters, scales: &[&Scale]) -> Result<(), Refusal> {
    let is_of_one_figure = told.scale.as_ref().is_some_and(reads_one_figure);
    if is_of_one_figure || (method.scale_of_one_figure().is_some() && *told != Parameters::new().cuts(&told.cuts)) {
        return Err(RuleError::OneFigure.into());
    }
    let all = told.or(&method.defaults);
    let of_rule = method.scales_of_rule().filter(|_| all.scale.is_none());
    for scale in of_rule.chain(&all.scale) {
        within("cuts", check_cuts(&scale.bands, &all.cuts).map_err(Located::into_error))?;
    }
    // If the rule has two scales, the range is that of the scale for goals with a number, the wider one.
    if let Some(widest) = all.scale.as_ref().or_else(|| method.scales_of_rule().next()) {
        within("cuts", check_range_of_cuts("cuts", widest, &all.cuts))?;
    }
    let any = |is_so: fn(Progress) -> bool| scales.iter().any(|scale| is_so(scale.measures()));
    let shrinks = scales.iter().any(|scale| scale.shrinks);
    let is_normalised = method.transform_of(&all) == Transform::Normalised;
    let has_bounds = is_normalised && all.ends().is_some();
    let is_achieved_by_level = any(Progress::needs_earlier_values) && method.achieved.is_some();
    refuse_unread(&[
        ("natural_limit", told.natural_limit.is_some() && !shrinks),
        ("level", told.level.is_some() && !is_normalised && !is_achieved_by_level),
        ("required", told.required.is_some() && !any(Progress::reads_requirement)),
        ("lower", told.lower.is_some() && !has_bounds),
        ("optimum", told.optimum.is_some() && !has_bounds),
    ])?;
    check_parameter_numbers(
        &all,
        any(|measure| measure.reads_requirement() && !measure.requires_rates()),
    )
}

/// Checks a scale by which a method judges:
///
/// 1. its classes and their cuts, which lie in the range of the measure;
/// 2. its factor is not 0;
/// 3. the points of its scores rise, and the least score does not lie above the greatest;
/// 4. it projects no values by the cumulative method;
/// 5. no class begins at the required number, if the measure has none;
/// 6. it has no setting that nothing reads: shrinking without an exponent or without a scale that shrinks, scores of
///    classes beside points, points without classes, a range without scores.
fn check_scale(scale: &Scale, method: &Method) -> Result<(), Refusal> {
    check_bands(&scale.bands)?;
    for (index, band) in scale.bands.iter().enumerate() {
        let cut = band.cut.and_then(Cut::number);
        let checked = check_range_of_cuts("cut", scale, cut.as_slice());
        within(format_args!("bands[{index}].cut"), checked)?;
    }
    all_in_range(&[("times", scale.times, Range::NotZero, "is a factor other than 0")])?;
    let mut rising = scale.knots.iter().zip(scale.knots.iter().skip(1));
    if !rising.all(|(one, next)| one.number < next.number) {
        return within("knots", Err(RuleError::KnotsNotRising));
    }
    if let Some(range) = scale.range.filter(|range| range.low > range.high) {
        let (low, high) = (range.low, range.high);
        return within("range", Err(RuleError::ScoreRange { low, high }));
    }
    if scale.measures().projects_a_sum() {
        return within("measures", Err(RuleError::NoProjection));
    }
    if !scale.measures().can_be_cut_at_required() {
        refuse_cut_at_required(&scale.bands)?;
    }
    let any_score = |is: fn(&Score) -> bool| scale.bands.iter().any(|band| band.score.as_ref().is_some_and(is));
    let score_shrinks = any_score(|score| matches!(score, Score::Line { shrinks: true, .. }));
    let shrinks_in_vain =
        (scale.shrinks && method.natural_limit_exponent.is_none()) || (score_shrinks && !scale.shrinks);
    refuse_unread(&[
        ("shrinks", shrinks_in_vain),
        ("score", any_score(|_| true) && !scale.knots.is_empty()),
        ("knots", !scale.knots.is_empty() && scale.bands.is_empty()),
        ("range", scale.range.is_some() && !any_score(|_| true)),
    ])
}

/// Checks how a method judges the whole of several targets: its classes, of which none begins at a required number or
/// has a score on a line; the class where all are achieved; and the least share of assessed parts, from 0 to 1.
fn check_whole(whole: &Aggregation) -> Result<(), Refusal> {
    check_bands(&whole.bands)?;
    refuse_cut_at_required(&whole.bands)?;
    within("all_achieved", whole.all_achieved.as_ref().map_or(Ok(()), check_class))?;
    all_in_range(&[(
        "least_share",
        whole.least_share,
        Range::Share,
        "is the share of the parts that must be assessed, from 0 to 1",
    )])?;
    whole.bands.iter().enumerate().try_for_each(|(index, band)| {
        let unread = [("line", matches!(band.score, Some(Score::Line { .. })))];
        within(format_args!("bands[{index}].score"), refuse_unread(&unread))
    })
}

/// Refuses a class without a name, and one with a status that says that nothing was judged.
fn check_class(class: &Class) -> Result<(), Refusal> {
    let status = class.status();
    if class.name().trim().is_empty() {
        within("name", Err(RuleError::ClassName))
    } else if !status.is_judged() {
        within("status", Err(RuleError::ClassNotJudged { status }))
    } else {
        Ok(())
    }
}

/// Refuses a class if another class of its scale has the same name, but another status.
fn check_one_status(class: &Class, bands: &Bands) -> Result<(), Refusal> {
    let mut classes = bands.iter().map(|band| &band.class);
    match classes.find(|other| other.name() == class.name() && other.status() != class.status()) {
        Some(other) => {
            let error = RuleError::ClassTwice {
                name: excerpt(class.name()),
                one: class.status(),
                other: other.status(),
            };
            within("name", Err(error))
        }
        None => Ok(()),
    }
}

/// Refuses a class that begins at the required number ([`Cut::Required`]), in the bands of a number for which there is
/// no required one.
fn refuse_cut_at_required(bands: &Bands) -> Result<(), Refusal> {
    match bands.iter().position(|band| band.cut == Some(Cut::Required)) {
        Some(index) => within(format_args!("bands[{index}].cut"), Err(RuleError::NothingRequired)),
        None => Ok(()),
    }
}

/// Checks classes: their names and statuses, that at most the last one has no cut, and their cuts.
fn check_bands(bands: &Bands) -> Result<(), Refusal> {
    let last = bands.iter().len().saturating_sub(1);
    for (index, band) in bands.iter().enumerate() {
        let rest_is_last = band.cut.is_some() || index == last;
        let class = check_class(&band.class).and_then(|()| check_one_status(&band.class, bands));
        within(format_args!("bands[{index}].class"), class)?;
        if !rest_is_last {
            return within(format_args!("bands[{index}]"), Err(RuleError::RestNotLast));
        }
    }
    within("bands", check_cuts(bands, &[]))
}

/// Checks the cuts of classes, with the numbers `replacements` in place of the first ones: there are enough cuts for
/// them, each is neither too large nor too fine, and each is easier to pass than the one before.
fn check_cuts(bands: &Bands, replacements: &[Decimal]) -> Result<(), Refusal> {
    let cuts = bands.with_cuts(replacements).enumerate();
    let cuts = cuts.filter_map(|(index, (_, cut))| Some((index, cut?)));
    let cuts: Vec<(usize, Cut)> = cuts.filter(|(_, cut)| *cut != Cut::Required).collect();
    if replacements.len() > cuts.len() {
        let (given, cuts) = (replacements.len(), cuts.len());
        return Err(RuleError::CutCount { given, cuts }.into());
    }
    let at = |index: usize, checked: Result<(), RuleError>| within(format_args!("[{index}].cut"), checked);
    for (index, cut) in &cuts {
        at(*index, cut.number().map_or(Ok(()), check_cut))?;
    }
    let mut neighbours = cuts.iter().zip(cuts.iter().skip(1));
    neighbours.try_for_each(|((_, better), (index, worse))| at(*index, check_order(*better, *worse)))
}

/// Checks that a cut is easier to pass than that of the better class before it, and that both rise or both fall.
fn check_order(better: Cut, worse: Cut) -> Result<(), RuleError> {
    let Some((first, second)) = better.number().zip(worse.number()) else {
        return Ok(());
    };
    match (better, worse) {
        // Two classes that meet at a number: above it, and exactly at it.
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
