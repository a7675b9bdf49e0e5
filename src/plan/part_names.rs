//! The codes of an indicator's parts, and whether a code that names a part names one of them.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::breakdown::Breakdowns;
use super::nearest::Search;
use super::{Amendment, Baseline, Breakdown, Of, ProblemKind, Problems};
use crate::value::{Code, Measure};

/// A baseline that a target states, with the path of the amendment that states it; the path is empty for the first
/// promise.
pub(super) struct StatedBaseline<'a> {
    path: String,
    baseline: &'a Baseline,
}

impl<'a> StatedBaseline<'a> {
    /// The baselines of a target: that of the first promise, and those that its amendments state, in the order given.
    pub(super) fn of_target(
        first: Option<&'a Baseline>,
        amended: impl IntoIterator<Item = Option<&'a Baseline>>,
    ) -> Vec<Self> {
        let first = first.map(|baseline| (String::new(), baseline));
        let amended = amended.into_iter().enumerate();
        let amended = amended.filter_map(|(place, baseline)| Some((Amendment::path(place), baseline?)));
        let all = first.into_iter().chain(amended);
        all.map(|(path, baseline)| Self { path, baseline }).collect()
    }
}

/// The breakdowns of an indicator, by whose codes and dimensions targets name its parts, with the budget of their
/// check.
pub(super) struct PartNames<'a> {
    breakdowns: &'a Breakdowns,
    search: Search,
}

impl<'a> PartNames<'a> {
    /// The parts of an indicator with these breakdowns.
    pub(super) fn of(breakdowns: &'a Breakdowns) -> Self {
        Self {
            breakdowns,
            search: Search::new(),
        }
    }

    /// Reports each code of a breakdown that an earlier one has, and each dimension that only one breakdown has and
    /// that is nearly spelt as one that several have. `paths` says where each breakdown stands.
    pub(super) fn check_breakdowns(&mut self, paths: &[String], problems: &mut Problems) {
        let all = || self.breakdowns.as_slice().iter().enumerate().zip(paths);
        for ((place, breakdown), path) in all() {
            let first = self.breakdowns.index_of(breakdown.code().as_str());
            let first = first.filter(|first| *first != place).and_then(|first| paths.get(first));
            if let Some(first) = first.cloned() {
                let code = breakdown.code().clone();
                problems.push(format!("{path}.code"), ProblemKind::CodeTaken { code, first });
            }
        }
        // A part with a misspelt dimension would not be judged with the others.
        let mut uses: BTreeMap<&Code, Vec<(&String, usize)>> = BTreeMap::new();
        for ((_, breakdown), path) in all() {
            for (index, dimension) in breakdown.dimensions().iter().enumerate() {
                uses.entry(dimension).or_default().push((path, index));
            }
        }
        let shared = uses.iter().filter(|(_, paths)| paths.len() > 1);
        let shared: Vec<&Code> = shared.map(|(dimension, _)| *dimension).collect();
        for (dimension, paths) in uses {
            let [(path, index)] = paths[..] else { continue };
            if let Some(nearest) = self.search.nearest_code(dimension, shared.iter().copied()) {
                let dimension = dimension.clone();
                problems.push(
                    format!("{path}.dimensions[{index}]"),
                    ProblemKind::DimensionOfOne { dimension, nearest },
                );
            }
        }
    }

    /// Checks the dimensions along which the parts are said to add up, each with its place in their list: the measure
    /// is a stock or a flow, no dimension is named twice, and each has parts.
    pub(super) fn check_sums(&mut self, measure: Option<Measure>, adds_up: &[(usize, Code)], problems: &mut Problems) {
        let cannot = measure.filter(|measure| !matches!(measure, Measure::Stock | Measure::Flow));
        if let Some(measure) = cannot.filter(|_| !adds_up.is_empty()) {
            problems.push("adds_up", ProblemKind::PartsCannotAddUp { measure });
        }
        let mut seen = BTreeSet::new();
        for (index, dimension) in adds_up {
            let kind = if seen.insert(dimension) {
                self.no_parts_along(dimension, Breakdowns::instead_of_dimension)
            } else {
                let code = dimension.clone();
                Some(ProblemKind::NamedTwice { code })
            };
            problems.push_any(format_args!("adds_up[{index}]"), kind);
        }
    }

    /// Reports each breakdown, dimension or part that a target names in `of` or in its baselines and that its indicator
    /// does not have. `None`: what the target is about could not be read.
    pub(super) fn check_target(&mut self, of: Option<&Of>, baselines: &[StatedBaseline<'_>], problems: &mut Problems) {
        match of {
            None | Some(Of::Total) => {}
            Some(Of::Breakdown(code)) => {
                if self.breakdowns.get(code.as_str()).is_none() {
                    let instead = self.breakdowns.instead_of_breakdown(code.as_str());
                    let kind = self.search.unknown_code(code, "breakdown", self.breakdowns.codes());
                    problems.push("of.breakdown", kind.or_instead(instead));
                }
            }
            Some(Of::Each(dimension)) => match self.no_parts_along(dimension, Breakdowns::instead_of_each) {
                Some(kind) => problems.push("of.each", kind),
                None => baselines.iter().for_each(|one| {
                    problems.within(&one.path, |found| self.check_values(dimension, one.baseline, found));
                }),
            },
        }
    }

    /// Reports each code among the `values` of a baseline that names no part along a dimension.
    fn check_values(&mut self, dimension: &Code, baseline: &Baseline, problems: &mut Problems) {
        for code in baseline.values().keys() {
            let named = self.breakdowns.get(code.as_str());
            if named.is_none_or(|breakdown| !breakdown.is_part_along(dimension)) {
                let parts = self.breakdowns.parts_along(dimension.as_str()).map(Breakdown::code);
                let kind = self.search.unknown_code(code, "part along this dimension", parts);
                problems.push(format!("baseline.values.{code}"), kind);
            }
        }
    }

    /// The problem that no breakdown is along this dimension alone, or none along it at all; `None` if one is.
    /// `instead` says in the words of a message what to write where it is the code of a breakdown.
    fn no_parts_along(
        &mut self,
        dimension: &Code,
        instead: fn(&Breakdowns, &str) -> Option<String>,
    ) -> Option<ProblemKind> {
        if self.breakdowns.parts_along(dimension.as_str()).next().is_some() {
            return None;
        }
        Some(if self.breakdowns.has_dimension(dimension) {
            let dimension = dimension.clone();
            ProblemKind::NoPartAlong { dimension }
        } else {
            let kind = self
                .search
                .unknown_code(dimension, "dimension", self.breakdowns.dimensions());
            kind.or_instead(instead(self.breakdowns, dimension.as_str()))
        })
    }
}
