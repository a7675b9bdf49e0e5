//! What is wrong with a plan, where, and what would be right.

mod kind;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

pub use kind::{ProblemKind, Severity};

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
/// assert_eq!(problem.severity(), Severity::Error);
/// assert_eq!(problem.to_string(), "deadline: the deadline 2020 does not end after the baseline 2021");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    path: String,
    kind: ProblemKind,
}

impl Problem {
    /// A problem of this kind at this path.
    pub(crate) fn new(path: impl Into<String>, kind: impl Into<ProblemKind>) -> Self {
        Self {
            path: path.into(),
            kind: kind.into(),
        }
    }

    /// Where it is, seen from the whole: `pillars[2].indicators[0].targets[1].deadline`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What it is.
    #[must_use]
    pub const fn kind(&self) -> &ProblemKind {
        &self.kind
    }

    /// How bad it is.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.kind.severity()
    }

    /// The same problem, seen from outside of the thing at `prefix`.
    fn within(mut self, prefix: &str) -> Self {
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
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            write!(f, "{}", self.kind)
        } else {
            write!(f, "{}: {}", self.path, self.kind)
        }
    }
}

/// All that is wrong, in the order of the document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Nothing wrong.
    pub(crate) const fn none() -> Self {
        Self(Vec::new())
    }

    /// Whether nothing is wrong at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many problems there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Every problem.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }

    /// The problems that keep the plan from being used.
    pub fn errors(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter().filter(|problem| problem.severity() == Severity::Error)
    }

    /// The problems that do not.
    pub fn warnings(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter().filter(|problem| problem.severity() == Severity::Warning)
    }

    /// Whether something keeps the plan from being used.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.errors().next().is_some()
    }

    /// Puts the problems in another order; those with the same key keep theirs.
    pub(super) fn sort_by_path<K: Ord>(&mut self, key: impl Fn(&str) -> K) {
        self.0.sort_by_cached_key(|problem| key(problem.path()));
    }

    pub(crate) fn push(&mut self, path: impl Into<String>, kind: impl Into<ProblemKind>) {
        self.0.push(Problem::new(path, kind));
    }

    /// Takes over the problems of the part at `prefix`.
    pub(crate) fn extend_within(&mut self, prefix: &str, part: Self) {
        self.0.extend(part.0.into_iter().map(|problem| problem.within(prefix)));
    }
}

impl fmt::Display for Problems {
    /// A line for each problem.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.as_slice() {
            [] => f.write_str("no problem"),
            [problem] => write!(f, "{problem}"),
            problems => {
                write!(f, "{} problems", problems.len())?;
                problems.iter().try_for_each(|problem| write!(f, "\n{problem}"))
            }
        }
    }
}

impl core::error::Error for Problems {}

impl<'a> IntoIterator for &'a Problems {
    type Item = &'a Problem;
    type IntoIter = core::slice::Iter<'a, Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

/// A plan, or the observations of one, with everything that was found wrong.
///
/// The value is there unless a problem is an error: warnings do not take it away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked<T> {
    /// What was read, if it can be used.
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
    pub fn into_result(self) -> Result<T, Problems> {
        self.value.ok_or(self.problems)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Problem {
    /// A map of path, severity and message.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let mut fields = serializer.serialize_struct("Problem", 3)?;
        fields.serialize_field("path", &self.path)?;
        fields.serialize_field("severity", &self.severity())?;
        fields.serialize_field("message", &self.kind.to_string())?;
        fields.end()
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Problems {
    /// A list of problems.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(&self.0)
    }
}
