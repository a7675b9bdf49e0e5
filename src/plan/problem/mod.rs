//! Problems: the faults of a plan, each with its place and what would be right.

mod kind;
mod severity;
mod table;

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;
use core::slice;

pub use kind::ProblemKind;
pub use severity::Severity;
pub use table::TableError;

use crate::value::getters;

/// One thing that is wrong, and where.
///
/// # Examples
///
/// ```
/// use milepost::{Baseline, Bound, Goal, Measure, Quantity, Severity, Target, Unit, dec};
///
/// let quantity = Quantity::new(Measure::Flow, Unit::new("CNY".parse()?, 8)?);
/// let problems = Target::builder("gdp".parse()?, quantity, Goal::level(Bound::MoreThan(dec!(2000))), "2020".parse()?)
///     .baseline(Baseline::observed("2021".parse()?))
///     .build()
///     .unwrap_err();
/// let problem = problems.iter().next().ok_or("a problem")?;
/// assert_eq!((problem.severity(), problem.code()), (Severity::Error, "deadline_not_after_baseline"));
/// let line = "error[deadline_not_after_baseline]: deadline: the deadline 2020 does not end after the baseline 2021";
/// assert_eq!(problem.to_string(), line);
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    path: String,
    kind: ProblemKind,
    /// How many more places of rows have the same problem or one like it, and the first of these places.
    repeats: usize,
    repeated_at: Vec<String>,
}

impl Problem {
    /// Where the problem is, seen from the whole: `pillars[2].indicators[0].targets[1].deadline`.
    pub fn path(&self) -> &str {
        &self.path
    }

    getters! {
        /// The kind of the problem.
        kind: &ProblemKind,
        /// How often the like of it is wrong in other rows of a table. There, of problems that differ in what is cited
        /// alone, the first few are told one by one.
        repeats: usize,
        /// The first places where the like of it is wrong too.
        repeated_at: &[String],
    }

    /// The code of the problem, for machines: codes stay, and words may change. All of them stand in
    /// [`plan`](crate::plan#codes).
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Plan, code, period, text};
    ///
    /// // What a program tells its own users in their words, it finds by the code.
    /// let checked = Plan::builder(code!("city"), text!("City plan"), period!("2022-01-01/P5Y")).region("").check();
    /// let in_our_words = |code: &str| match code {
    ///     "empty_text" => "please fill this in",
    ///     _ => "please see the manual",
    /// };
    /// let said: Vec<_> = checked.problems.errors().map(|problem| in_our_words(problem.code())).collect();
    /// assert_eq!(said, ["please fill this in"]);
    /// ```
    pub const fn code(&self) -> &'static str {
        self.kind.code()
    }

    /// How bad the problem is.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Baseline, Bound, Goal, Measure, Quantity, Severity, Target, Unit, code, dec, period};
    ///
    /// // 92 % of days were good already, and at least 88 % are promised: a note says that it is read as a limit.
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let checked = Target::builder(code!("air"), share, Goal::level(Bound::AtLeast(dec!(88))), period!("2026"))
    ///     .baseline(Baseline::stated(period!("2021"), dec!(92)))
    ///     .check();
    /// let severities: Vec<_> = checked.problems.iter().map(|problem| problem.severity()).collect();
    /// assert_eq!(severities, [Severity::Note]);
    /// assert!(Severity::Note < Severity::Warning && Severity::Warning < Severity::Error);
    /// ```
    pub const fn severity(&self) -> Severity {
        self.kind.severity()
    }

    /// The fault, and the other places where it was found, in English as every error: programs that speak otherwise go
    /// by the [code](Self::code).
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Plan, code, period, text};
    ///
    /// let plan = Plan::builder(code!("city"), text!("City plan"), period!("2022-01-01/P5Y")).region("");
    /// let problems = plan.build().err().ok_or("a problem")?;
    /// let problem = problems.iter().next().ok_or("a problem")?;
    /// // The message says the fault alone; printed, the problem says how bad it is, and where, too.
    /// assert_eq!(problem.message(), "a text has words in it, and this one is empty");
    /// assert_eq!(problem.to_string(), format!("error[empty_text]: region: {}", problem.message()));
    /// # Ok::<(), &str>(())
    /// ```
    pub fn message(&self) -> String {
        let mut words = self.kind.to_string();
        let places = self.repeated_at.join("; ");
        match self.repeats.saturating_sub(self.repeated_at.len()) {
            0 if self.repeats == 0 => {}
            0 => words.extend(["; so too in ", &places]),
            more => words.extend(["; so too in ", &places, " and ", &more.to_string(), " more places"]),
        }
        words
    }

    /// The problem with the path `prefix` of a part before its own: with `targets[0]`, `goal` becomes
    /// `targets[0].goal`.
    fn with_prefix(mut self, prefix: &str) -> Self {
        self.path = match (prefix, self.path.as_str()) {
            ("", _) => self.path,
            (_, "") => prefix.to_string(),
            (_, path) if path.starts_with('[') => format!("{prefix}{path}"),
            (_, path) => format!("{prefix}.{path}"),
        };
        self
    }
}

impl fmt::Display for Problem {
    /// Severity and code, then the path, if there is one, and the message.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]: ", self.severity(), self.code())?;
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message())
    }
}

/// All that is wrong, in the order of the document.
///
/// It is printed, and shown where a program ends with it as its error, as a line for each problem.
///
/// The first 1,000 that are found are kept, and those beyond are counted: a document of millions of slips says no more
/// than its first thousand. `PlanDocument::check_keeping` and `ObservationsDocument::check_keeping` keep another number
/// of them.
///
/// # Examples
///
/// ```
/// use milepost::{Bound, Goal, Measure, Quantity, Target, Unit, code, dec, period};
///
/// let share = Quantity::new(Measure::Share, Unit::percent());
/// let target = Target::builder(code!("air"), share, Goal::level(Bound::AtLeast(dec!(880))), period!("2026"));
/// let words = "error[outside_of_possible]: goal.at_least: a share is from 0 to 100 here, got 880";
/// assert_eq!(target.build().map_err(|problems| format!("{problems:?}")), Err(words.into()));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Problems {
    kept: Vec<Problem>,
    /// How many are kept at most.
    most: usize,
    /// How many were found beyond.
    not_kept: usize,
    /// The indices in `kept` of problems of rows, by the part of their messages that they share.
    alike: BTreeMap<String, Vec<usize>>,
    has_errors: bool,
}

impl Problems {
    /// How many problems are kept, unless the caller says so.
    pub const KEPT: usize = 1_000;

    /// Nothing wrong.
    pub(crate) const fn none() -> Self {
        Self::keeping(Self::KEPT)
    }

    /// No problem yet; the first `most` that are added are kept.
    pub(crate) const fn keeping(most: usize) -> Self {
        Self {
            kept: Vec::new(),
            most,
            not_kept: 0,
            alike: BTreeMap::new(),
            has_errors: false,
        }
    }

    /// Whether nothing is wrong at all: whether none was found, be it kept or not.
    pub fn is_empty(&self) -> bool {
        self.found() == 0
    }

    /// How many problems are kept: as many as [`iter`](Self::iter) gives.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Plan, code, period, text};
    ///
    /// // A plan of nothing has one, a warning; with a region and a note of no words it has two more.
    /// let plan = Plan::builder(code!("city"), text!("City plan"), period!("2022-01-01/P5Y"));
    /// assert_eq!(plan.clone().check().problems.len(), 1);
    /// assert_eq!(plan.region("").note("").check().problems.len(), 3);
    /// ```
    pub fn len(&self) -> usize {
        self.kept.len()
    }

    /// How many problems were found: those that are kept, and those that are counted only, alone or as repeats of
    /// another.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Plan, Problems, code, period, text};
    ///
    /// // A list of 1,500 issuers without words, of a plan of nothing.
    /// let plan = Plan::builder(code!("city"), text!("City plan"), period!("2022-01-01/P5Y"));
    /// let plan = (0..1_500).fold(plan, |plan, _| plan.issuer(""));
    /// let problems = plan.check().problems;
    /// assert_eq!((problems.found(), problems.len(), problems.not_kept()), (1_501, Problems::KEPT, 501));
    /// assert_eq!(problems.to_string().lines().last(), Some("and 501 more"));
    /// ```
    pub fn found(&self) -> usize {
        let found = self.len().saturating_add(self.not_kept);
        self.kept
            .iter()
            .fold(found, |found, one| found.saturating_add(one.repeats))
    }

    getters! {
        /// How many problems are counted only: those beyond the [first 1,000](Self::KEPT), or beyond as many as are
        /// kept.
        not_kept: usize,
        /// Whether something keeps the plan from being used, be it kept or counted only.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Bound, Goal, Measure, Quantity, Target, Unit, code, dec, period};
        ///
        /// // A share of 0.88 % is doubtful, and one of 880 % cannot be.
        /// let problems = |share| {
        ///     let goal = Goal::level(Bound::AtLeast(share));
        ///     let days = Quantity::new(Measure::Share, Unit::percent());
        ///     Target::builder(code!("air"), days, goal, period!("2026")).check().problems
        /// };
        /// assert!(!problems(dec!(0.88)).has_errors() && !problems(dec!(0.88)).is_empty());
        /// assert!(problems(dec!(880)).has_errors());
        /// ```
        has_errors: bool,
    }

    /// Every problem that is kept, in the order of the document, of whatever severity.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Plan, code, period, text};
    ///
    /// // What a form marks: each of its fields with what is wrong in it.
    /// let plan = Plan::builder(code!("city"), text!("City plan"), period!("2022-01-01/P5Y"));
    /// let problems = plan.region("").note("").check().problems;
    /// let marks: Vec<_> = problems.iter().map(|problem| (problem.path(), problem.code())).collect();
    /// assert_eq!(marks, [("region", "empty_text"), ("note", "empty_text"), ("pillars", "nothing_promised")]);
    /// ```
    pub fn iter(&self) -> slice::Iter<'_, Problem> {
        self.kept.iter()
    }

    /// The problems that keep the plan from being used.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, Measure, Quantity, Target, Unit, dec};
    ///
    /// // A change means nothing without a baseline.
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let goal = Goal::change(Bound::AtMost(dec!(-0.3)));
    /// let built = Target::builder("waste".parse()?, share, goal, "2030".parse()?).build();
    /// let problems = built.err().ok_or("a problem")?;
    /// assert!(problems.has_errors() && !problems.is_empty());
    /// assert_eq!(problems.errors().count() + problems.warnings().count(), problems.len());
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn errors(&self) -> impl Iterator<Item = &Problem> {
        self.iter().filter(|problem| problem.severity() == Severity::Error)
    }

    /// The problems that are probably not meant, and do not keep the plan from being used. [Notes](Severity::Note) are
    /// none of them.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, Measure, Quantity, Target, Unit, code, dec, period};
    ///
    /// // 0.88 % of days, or 88 %?
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let goal = Goal::level(Bound::AtLeast(dec!(0.88)));
    /// let checked = Target::builder(code!("air"), share, goal, period!("2026")).check();
    /// let warnings: Vec<_> = checked.problems.warnings().map(|warning| warning.code()).collect();
    /// assert_eq!((warnings.as_slice(), checked.value.is_some()), (["small_share"].as_slice(), true));
    /// ```
    pub fn warnings(&self) -> impl Iterator<Item = &Problem> {
        self.iter().filter(|problem| problem.severity() == Severity::Warning)
    }

    /// Sorts the problems by a key of their paths; those with the same key keep their order. Problems of rows that are
    /// added later no longer count as repeats of these.
    pub(crate) fn sort_by_path<K: Ord>(&mut self, key: impl Fn(&str) -> K) {
        self.alike.clear();
        self.kept.sort_by_cached_key(|problem| key(problem.path()));
    }

    /// The value of a result; `None` if it is an error, which is added as a problem of the place `path`.
    pub(crate) fn keep<T, E: Into<ProblemKind>>(&mut self, path: &str, result: Result<T, E>) -> Option<T> {
        result.map_err(|error| self.push(path, error)).ok()
    }

    /// Removes all problems of the place `path`, and gives the value of a result; `None` if it is an error, which is
    /// then the only problem of that place.
    pub(crate) fn keep_anew<T, E: Into<ProblemKind>>(&mut self, path: &str, result: Result<T, E>) -> Option<T> {
        self.kept.retain(|before| before.path != path);
        self.has_errors = self.kept.iter().any(|one| one.severity() == Severity::Error);
        self.keep(path, result)
    }

    /// Adds a problem of a place; if as many are kept as may be, it is only counted.
    pub(crate) fn push(&mut self, path: impl Into<String>, kind: impl Into<ProblemKind>) {
        let kind = kind.into();
        self.has_errors |= kind.severity() == Severity::Error;
        if self.are_full() {
            self.not_kept = self.not_kept.saturating_add(1);
        } else {
            self.kept.push(Problem {
                path: path.into(),
                kind,
                repeats: 0,
                repeated_at: Vec::new(),
            });
        }
    }

    /// Adds a problem with its path, if there is one.
    pub(super) fn push_found(&mut self, found: Option<(&str, ProblemKind)>) {
        if let Some((path, kind)) = found {
            self.push(path, kind);
        }
    }

    /// Adds a problem of the place at `path`, if there is one.
    pub(super) fn push_any(&mut self, path: impl fmt::Display, kind: Option<ProblemKind>) {
        if let Some(kind) = kind {
            self.push(path.to_string(), kind);
        }
    }

    /// Whether as many problems are kept as may be; further ones are counted only.
    pub(crate) fn are_full(&self) -> bool {
        self.kept.len() >= self.most
    }

    /// Counts an error, without keeping it.
    #[cfg(feature = "serde")]
    pub(crate) const fn count_error(&mut self) {
        self.has_errors = true;
        self.not_kept = self.not_kept.saturating_add(1);
    }

    /// Adds a problem of a row, or counts it as a repeat of an earlier one, with its place among the first few:
    ///
    /// - the same problem as one before is a repeat of that one;
    /// - of problems that differ only in what they cite, the first five stand one by one, and each further one is a
    ///   repeat of the last of these.
    #[cfg(feature = "csv")]
    pub(crate) fn push_alike(&mut self, path: String, kind: impl Into<ProblemKind>) {
        /// How many problems that differ only in what they cite stand one by one.
        const TOLD: usize = 5;
        /// How many places of repeats are named.
        const NAMED: usize = 3;
        let kind = kind.into();
        let known = self
            .alike
            .entry(without_citations(&format!("{path}: {kind}")))
            .or_default();
        let same = known
            .iter()
            .find(|place| self.kept.get(**place).is_some_and(|one| one.kind == kind));
        let place = same.or(known.last().filter(|_| known.len() >= TOLD));
        let Some(problem) = place.and_then(|place| self.kept.get_mut(*place)) else {
            if self.kept.len() < self.most {
                known.push(self.kept.len());
            }
            return self.push(path, kind);
        };
        problem.repeats = problem.repeats.saturating_add(1);
        if problem.repeated_at.len() < NAMED {
            problem.repeated_at.push(path);
        }
    }

    /// The problems that are not among `others`.
    pub(super) fn not_in<'a>(&'a self, others: &'a Self) -> impl Iterator<Item = &'a Problem> {
        self.iter().filter(|problem| !others.kept.contains(problem))
    }

    /// Adds the problems that `find` finds within a part at `prefix`; it gives their paths within the part.
    pub(super) fn within(&mut self, prefix: &str, find: impl FnOnce(&mut Self)) {
        let mut found = Self::none();
        find(&mut found);
        self.extend_within(prefix, found);
    }

    /// Takes over the problems of the part at `prefix`, as many as are kept; those beyond are counted.
    pub(crate) fn extend_within(&mut self, prefix: &str, part: Self) {
        let room = self.most.saturating_sub(self.kept.len());
        self.has_errors |= part.has_errors;
        self.not_kept = part
            .kept
            .len()
            .saturating_sub(room)
            .saturating_add(part.not_kept)
            .saturating_add(self.not_kept);
        self.kept.extend(
            part.kept
                .into_iter()
                .take(room)
                .map(|problem| problem.with_prefix(prefix)),
        );
    }
}

/// A message without its digits and without what it cites between backquotes: what messages of one kind have in common.
#[cfg(feature = "csv")]
fn without_citations(message: &str) -> String {
    let parts = message.split('`').step_by(2);
    parts
        .flat_map(str::chars)
        .filter(|letter| !letter.is_ascii_digit())
        .collect()
}

impl Default for Problems {
    /// Nothing wrong.
    fn default() -> Self {
        Self::none()
    }
}

impl fmt::Display for Problems {
    /// A line for each problem that is kept, and one that counts the others.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.found() {
            0 => return f.write_str("no problem"),
            1 => {}
            count => writeln!(f, "{count} problems")?,
        }
        for (index, problem) in self.iter().enumerate() {
            let line = if index == 0 { "" } else { "\n" };
            write!(f, "{line}{problem}")?;
        }
        match self.not_kept {
            0 => Ok(()),
            more => write!(f, "\nand {more} more"),
        }
    }
}

impl fmt::Debug for Problems {
    /// As it is displayed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl core::error::Error for Problems {}

impl IntoIterator for Problems {
    type Item = Problem;
    type IntoIter = alloc::vec::IntoIter<Problem>;

    /// Every problem that is kept.
    fn into_iter(self) -> Self::IntoIter {
        self.kept.into_iter()
    }
}

impl<'a> IntoIterator for &'a Problems {
    type Item = &'a Problem;
    type IntoIter = slice::Iter<'a, Problem>;

    /// Every problem that is kept.
    fn into_iter(self) -> Self::IntoIter {
        self.kept.iter()
    }
}

/// A plan, or the observations of one, with everything that was found wrong.
///
/// The value is there unless a problem is an error: warnings do not take it away.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Checked<T> {
    /// The value that was read, if it can be used.
    pub value: Option<T>,
    /// Everything that was found, errors and warnings.
    pub problems: Problems,
}

impl<T> Checked<T> {
    /// The value, if nothing keeps it from being used.
    pub(crate) fn new(value: Option<T>, problems: Problems) -> Self {
        let value = value.filter(|_| !problems.has_errors());
        Self { value, problems }
    }

    /// The value, or everything that is wrong.
    ///
    /// # Errors
    ///
    /// The problems, if one of them is an error.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Plan, code, period, text};
    ///
    /// // Where warnings are of no interest, or were shown already.
    /// let checked = Plan::builder(code!("city"), text!("City plan"), period!("2022-01-01/P5Y")).check();
    /// assert_eq!(checked.into_result().map(|plan| plan.code().clone()), Ok(code!("city")));
    /// ```
    pub fn into_result(self) -> Result<T, Problems> {
        self.value.ok_or(self.problems)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Problem {
    /// A map of path, severity, code and message; the message names further places that have the problem.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let mut fields = serializer.serialize_struct("Problem", 4)?;
        fields.serialize_field("path", &self.path)?;
        fields.serialize_field("severity", &self.severity())?;
        fields.serialize_field("code", self.code())?;
        fields.serialize_field("message", &self.message())?;
        fields.end()
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Problems {
    /// A list of the problems that are kept.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(&self.kept)
    }
}

#[cfg(test)]
#[cfg(feature = "serde")]
pub(super) use tests::{PAGE_HEAD, page_table};

#[cfg(feature = "serde")]
#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::batch::BatchError;
    use crate::growth::GrowthError;
    use crate::rule::RuleError;
    use crate::series::SeriesError;
    use crate::trajectory::TrajectoryError;
    use crate::value::ValueError;

    /// A kind of problem: its name in Rust, its code, and its meaning.
    type Described = (&'static str, &'static str, &'static str);

    /// All kinds of problems that have codes, by their enum.
    fn described() -> [Vec<Described>; 4] {
        let all = [
            ProblemKind::CODES,
            ValueError::CODES,
            SeriesError::CODES,
            TableError::CODES,
        ];
        all.map(|of| of.iter().copied().filter(|(_, code, _)| !code.is_empty()).collect())
    }

    /// The first line of the table of all problems.
    pub(in crate::plan) const PAGE_HEAD: &str = "| code | severity | what is wrong |\n";

    /// The table of all problems: their codes, their severities, and the first line of what describes each.
    pub(in crate::plan) fn page_table() -> String {
        let severities = ProblemKind::SEVERITIES.iter().chain(TableError::SEVERITIES);
        let severities: BTreeMap<_, _> = severities.copied().collect();
        let severity = |code: &str| *severities.get(code).unwrap_or(&Severity::Error);
        let rows = described().into_iter().flat_map(|mut rows| {
            rows.sort_by_key(|(_, code, _)| severity(code));
            rows
        });
        let row = |(_, code, meaning): Described| {
            let meaning = meaning.trim().trim_end_matches('.');
            format!("| `{code}` | {} | {meaning} |\n", severity(code))
        };
        format!("{PAGE_HEAD}|---|---|---|\n{}", rows.map(row).collect::<String>())
    }

    #[test]
    fn every_code_is_one_of_its_own_and_says_what_its_kind_is_called() {
        let [kinds, ..] = described();
        let codes: Vec<_> = described().into_iter().flatten().map(|(_, code, _)| code).collect();
        assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
        let of_computations = [
            GrowthError::CODES,
            TrajectoryError::CODES,
            RuleError::CODES,
            BatchError::CODES,
        ]
        .concat();
        let of_computations = of_computations.into_iter().filter(|(_, code, _)| !code.is_empty());
        for (kind, code, _) in kinds.into_iter().chain(of_computations) {
            let words = kind.split_inclusive(|letter: char| letter.is_ascii_uppercase());
            let joined: String = code.split('_').collect();
            assert_eq!(joined, kind.to_ascii_lowercase(), "{kind}");
            assert_eq!(code.matches('_').count() + 2, words.count(), "{kind}");
        }
    }
}
