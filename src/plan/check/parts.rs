//! From where the parts of a promise start.

use alloc::format;

use super::super::{Baseline, ProblemKind, Problems};
use super::{Draft, DraftPoint};

impl Draft<'_> {
    /// Checks the values that a baseline states for parts. Only a target of each part has them, and then no value for
    /// all parts. With each of them the values and the path of the promise are checked anew; what is wrong with one
    /// part, and not with the promise for all, is reported at its value.
    pub(super) fn check_parts(&self, problems: &mut Problems) {
        let Some(of) = self.of else { return };
        let values = || self.baseline.into_iter().flat_map(Baseline::values);
        if of.each().is_none() {
            if values().next().is_some() {
                problems.push("baseline.values", ProblemKind::ValuesOfNoParts);
            }
            return;
        }
        if self.stated_baseline().is_some() {
            problems.push("baseline.value", ProblemKind::OneValueOfEach);
        }
        let of_all = problems.clone();
        for (code, value) in values() {
            let from_there = |start: DraftPoint| DraftPoint::new(start.period, Some(*value));
            let part = Self {
                start: self.start.map(from_there),
                ..self.clone()
            };
            let mut found = Problems::none();
            part.check_values(&mut found);
            part.check_path(&mut found);
            for problem in found.not_in(&of_all) {
                problems.push(format!("baseline.values.{code}"), problem.kind().clone());
            }
        }
    }
}
