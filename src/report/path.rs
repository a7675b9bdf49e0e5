//! How a path runs, in words.

use alloc::string::String;
use alloc::vec::Vec;
use core::iter;

use super::words::{Label, Worded};
use crate::plan::Target;
use crate::progress::Question;
use crate::value::Language;

/// How the path of a target runs: what its figures are expected to follow, and whether the plan says so.
///
/// # Examples
///
/// ```
/// use milepost::{Baseline, Bound, Goal, Indicator, Language, Measure, Observations, Pillar, Plan, Quantity, Report};
/// use milepost::{Rule, Shape, Target, Unit, code, day, dec, period, text};
///
/// // From 236 kt in 2020 to 100 in 2030: without a word of the plan a flow falls by the same rate each year.
/// let flow = Quantity::new(Measure::Flow, Unit::new(code!("kt"), 0)?);
/// let target = Target::builder(code!("co2-2030"), flow.clone(), Goal::level(Bound::AtMost(dec!(100))), period!("2030"))
///     .baseline(Baseline::stated(period!("2020"), dec!(236)));
/// let path_of = |target: Target| -> Result<_, Box<dyn core::error::Error>> {
///     let emissions = Indicator::new(code!("co2"), text!("Emissions"), flow.clone()).with_target(target);
///     let plan = Plan::builder(code!("climate"), text!("Climate plan"), period!("2021-01-01/P10Y"))
///         .pillar(Pillar::new(code!("all"), text!("All")).with_indicator(emissions))
///         .build()?;
///     let observations = Observations::new(vec![])?;
///     let report = Report::of(&plan, &observations, day!("2025-06-30"), &Rule::pace(), Language::English);
///     Ok(report.target("co2-2030").and_then(|row| row.path.clone()).ok_or("a path")?)
/// };
/// let by_default = path_of(target.clone().build()?)?;
/// assert_eq!((by_default.curve.value, by_default.is_stated), ("constant_growth", false));
/// assert_eq!(by_default.words, "the same rate each year, by default (the plan states no path)");
/// let stated = path_of(target.shape(Shape::Linear).build()?)?;
/// assert_eq!((stated.curve.value, &*stated.words), ("linear", "a straight line, as the plan states"));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PathCells {
    /// How it runs from one of its points to the next: `linear`, `constant_growth`, `logistic`, `stepped` or `hold`,
    /// as [`Curve`](crate::trajectory::Curve) has it.
    #[cfg_attr(feature = "schemars", schemars(with = "Worded<CurveName>"))]
    pub curve: Worded<&'static str>,
    /// Whether values are promised between baseline and goal through which it leads: milestones, or a schedule.
    pub is_through_points: bool,
    /// Whether the plan states how it runs; else that follows from what is promised, and of what. A band whose
    /// baseline, once it is read, lies within it is held, whatever the plan states.
    pub is_stated: bool,
    /// All of this in a phrase.
    pub words: String,
}

impl PathCells {
    /// How the path of a question runs; `None` where there is none. The target is the one in force.
    pub(super) fn of(target: &Target, question: &Question<'_>, language: Language) -> Option<Self> {
        let path = &question.path().ok()?.trajectory;
        let curve = path.curve();
        let is_through_points = !path.milestones().is_empty();
        let is_stated = target.shape().is_some() && target.curve_from(Some(path.baseline().value)) == Some(curve);
        let stated = match target.shape() {
            None => Some(Label::PathNotStated),
            Some(_) => is_stated.then_some(Label::PathStated),
        };
        let labels = [is_through_points.then_some(Label::ThroughPoints), stated];
        let labels = labels.into_iter().flatten().map(|label| label.words(language));
        let parts: Vec<_> = iter::once(curve.words(language)).chain(labels).collect();
        Some(Self {
            curve: Worded::new(curve.name(), curve.words(language)),
            is_through_points,
            is_stated,
            words: parts.join(Label::ClauseComma.words(language)),
        })
    }
}

/// The names of curves, for the schema.
#[cfg(feature = "schemars")]
enum CurveName {}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for CurveName {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "CurveName".into()
    }

    fn json_schema(_generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "enum": ["linear", "constant_growth", "logistic", "stepped", "hold"]})
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;
    use crate::plan::{Baseline, Goal};
    use crate::series::{Observation, Series};
    use crate::trajectory::{Between, Point, Schedule, Shape};
    use crate::value::{Bound, Length, Measure, Quantity, Unit, date};
    use crate::{Decimal, dec};

    /// The path from 4 in 2020 to a goal in 2026, for a day in 2022, with these figures of 2020 and 2021. The plan
    /// states the 4 if nothing is known.
    fn path(goal: Goal, shape: Option<Shape>, milestones: &[Point], figures: &[Decimal]) -> Option<PathCells> {
        let unit = || Unit::new("m".parse().unwrap(), 0).unwrap();
        let quantity = Quantity::new(Measure::Flow, unit());
        let base = "2020".parse().unwrap();
        let base = match figures {
            [] => Baseline::stated(base, dec!(4)),
            _ => Baseline::observed(base),
        };
        let target = Target::builder("a".parse().unwrap(), quantity, goal, "2026".parse().unwrap()).baseline(base);
        let target = milestones.iter().fold(target, |target, point| target.milestone(*point));
        let target = match shape {
            Some(shape) => target.shape(shape),
            None => target,
        };
        let target = target.build().unwrap();
        let published = date("2022-03-01").unwrap();
        let figures = ["2020", "2021"].into_iter().zip(figures);
        let figures = figures.map(|(year, value)| Observation::new(year.parse().unwrap(), *value));
        let figures = figures.map(|figure| figure.published_on(published)).collect();
        let series = Series::new("a".parse().unwrap(), unit(), figures).unwrap();
        let question = Question::new(&target, &series, date("2022-06-30").unwrap().into());
        PathCells::of(&target, &question, Language::English)
    }

    #[test]
    fn each_path_says_how_it_runs_and_who_says_so() {
        let rise = || Goal::level(Bound::AtLeast(dec!(8)));
        let point = Point::new("2023".parse().unwrap(), dec!(6));
        let schedule = |between| {
            Some(Shape::Schedule(Schedule {
                points: [point].into(),
                between,
            }))
        };
        let ceiling = dec!(10);
        let hold = || Goal::level(Bound::AtMost(dec!(8)));
        let total = Goal::cumulative(Bound::AtLeast(dec!(30)));
        let [line, rate] = ["a straight line", "the same rate each year"];
        let [curve, steps, goal] = ["an S-curve", "in steps", "the goal's value from the first day"];
        let between = ", through the values promised in between";
        for (goal, shape, milestones, told) in [
            (rise(), None, &[][..], ["constant_growth", rate, ""]),
            (rise(), None, &[point], ["constant_growth", rate, between]),
            (rise(), Some(Shape::Linear), &[], ["linear", line, ""]),
            (rise(), Some(Shape::Logistic { ceiling }), &[], ["logistic", curve, ""]),
            (rise(), schedule(Between::Stepped), &[], ["stepped", steps, between]),
            (rise(), schedule(Between::Interpolated), &[], ["linear", line, between]),
            (hold(), Some(Shape::Hold), &[], ["hold", goal, ""]),
            (hold(), None, &[], ["hold", goal, ""]),
            (total, None, &[], ["linear", line, ""]),
        ] {
            let stated = if shape.is_some() {
                "as the plan states"
            } else {
                "by default (the plan states no path)"
            };
            let [name, words, through] = told;
            let found = path(goal, shape, milestones, &[]).unwrap();
            assert_eq!((found.curve.value, &*found.curve.words), (name, words));
            assert_eq!(found.words, format!("{words}{through}, {stated}"));
        }
        assert_eq!(
            path(Goal::keep(Bound::AtMost(dec!(8)), Length::YEAR), None, &[], &[]),
            None
        );
    }

    #[test]
    fn a_band_is_held_once_it_is_seen_to_which_edge_it_moves() {
        let band = || Goal::level(Bound::within(dec!(2), dec!(6)).unwrap());
        let held = "the goal's value from the first day";
        let by_default = format!("{held}, by default (the plan states no path)");
        for (shape, words) in [
            (None, &*by_default),
            // Where the baseline is read, a plan can state a path for a band that turns out to be a limit.
            (Some(Shape::Linear), held),
        ] {
            for seen in [dec!(3), dec!(5)] {
                let found = path(band(), shape.clone(), &[], &[dec!(4), seen]).unwrap();
                assert_eq!(
                    (found.curve.value, found.is_stated, &*found.words),
                    ("hold", false, words)
                );
            }
        }
        assert_eq!(path(band(), None, &[], &[]), None);
    }
}
