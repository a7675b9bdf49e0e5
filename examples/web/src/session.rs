//! What is read, and what is answered.

use std::collections::BTreeSet;

use milepost::rule::PlanComparison;
use milepost::table::{ColumnMap, ColumnMapDocument};
use milepost::vega_lite::{self, Graphic, Theme};
use milepost::{
    Code, Language, NaiveDate, Observations, ObservationsDocument, Of, Plan, PlanDocument, Problems, Report, Rule,
    Severity, ValueError, assess_plan, compare_plan, date,
};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use crate::events::{Event, events};

/// The largest text that is read, in bytes: a plan of a country has a twentieth of it. Larger ones are refused unread.
pub const LARGEST_FILE: usize = 8 << 20;

/// So many targets, parts of targets and deliverables are shown at most.
pub const MOST_ROWS: usize = 2_000;

/// So many points are drawn at most: the figures of each target and part.
const MOST_POINTS: usize = 200_000;

/// A plan with its observations, and all that can be asked of them.
#[derive(Debug, Default)]
pub struct Session {
    plan: Option<Plan>,
    observations: Observations,
    /// With what its rows are.
    map: Option<(ColumnMap, Kind)>,
}

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The document of a plan.
    Plan,
    /// The document of observations.
    Observations,
    /// The document that says which column of a table plays which role.
    Map,
    /// A table of figures, in CSV.
    Table,
    /// A table of promises, in CSV.
    Promises,
}

/// Why a text was not read at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Refusal {
    /// It is larger than [`LARGEST_FILE`].
    TooLarge,
    /// It has more rows than [`MOST_ROWS`], or more figures than anybody can look at.
    TooMany,
    /// It is no JSON, or nested too deeply.
    Syntax {
        /// What is wrong, with line and column.
        words: String,
    },
    /// It is neither a plan nor observations.
    NoDocument,
    /// Observations are those of a plan, and there is none.
    NoPlan,
    /// A table has no map, which says what its columns are.
    NoMap,
}

/// A problem as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Found {
    severity: &'static str,
    code: &'static str,
    path: String,
    words: String,
}

/// What became of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// What it is; none where nobody can say.
    pub kind: Option<Kind>,
    /// Whether it is in use from now on, but for what is wrong with it.
    pub is_used: bool,
    /// What of it is left out, where it is in use.
    pub left_out: LeftOut,
    /// Why it was not read.
    pub refusal: Option<Refusal>,
    /// All that is wrong with it, and notes.
    pub problems: Vec<Found>,
    /// How many problems there are beyond those.
    pub not_kept: usize,
}

/// The codes of what is said of figures that are not there.
const OF_ABSENCE: [&str; 3] = ["no_series", "parts_without_series", "no_figure_of_baseline"];

/// How much of a document that is in use has errors, and is left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// Rows of a table: all of them, or one figure in them.
    pub rows: usize,
    /// Series, and reports on deliverables, that belong to nothing in the plan.
    pub entries: usize,
}

/// The keys by which documents are told apart.
#[derive(Deserialize)]
struct Keys {
    pillars: Option<IgnoredAny>,
    series: Option<IgnoredAny>,
    deliveries: Option<IgnoredAny>,
    kind: Option<String>,
}

/// What a page asks once: the plan, its rules and its days.
#[derive(Debug, Serialize)]
struct About<'a> {
    plan: &'a str,
    rules: Vec<RuleChoice>,
    /// The day on which the page opens: the last one on which something became known.
    opens_on: Option<NaiveDate>,
    events: Vec<Event>,
}

/// A rule by which the plan can be judged.
#[derive(Debug, Serialize)]
struct RuleChoice {
    code: Code,
    name: String,
}

/// A plan under every rule, and the codes of the targets of which rules give different statuses.
#[derive(Debug, Serialize)]
struct SideBySide<'a> {
    comparison: &'a PlanComparison,
    disagreements: Vec<&'a Code>,
}

/// The charts of a target.
#[derive(Debug, Serialize)]
struct Charts {
    target: Graphic,
    parts: Option<Graphic>,
}

impl Session {
    /// Reads a document, whichever it is, and uses it if it can be used. A new plan comes without observations.
    pub fn read(&mut self, text: &str) -> Answer {
        if text.len() > LARGEST_FILE {
            return Answer::refused(None, Refusal::TooLarge);
        }
        // An editor of Windows begins a file with this mark.
        let text = text.trim_start_matches('\u{feff}');
        if !text.trim_start().starts_with(['{', '[']) && text.contains('\n') {
            return self.read_table(text);
        }
        match serde_json::from_str(text) {
            Ok(Keys { pillars: Some(_), .. }) => self.read_plan(text),
            Ok(
                Keys { series: Some(_), .. }
                | Keys {
                    deliveries: Some(_), ..
                },
            ) => self.read_observations(text),
            Ok(Keys { kind: Some(kind), .. }) => self.read_map(text, &kind),
            Ok(_) => Answer::refused(None, Refusal::NoDocument),
            Err(error) => Answer::refused(None, Refusal::syntax(&error)),
        }
    }

    fn read_plan(&mut self, text: &str) -> Answer {
        let document: PlanDocument = match serde_json::from_str(text) {
            Ok(document) => document,
            Err(error) => return Answer::refused(Some(Kind::Plan), Refusal::syntax(&error)),
        };
        let checked = document.check();
        let is_too_large = checked.value.as_ref().is_some_and(|plan| rows(plan) > MOST_ROWS);
        if is_too_large {
            return Answer::refused(Some(Kind::Plan), Refusal::TooMany);
        }
        let is_used = checked.value.is_some();
        if let Some(plan) = checked.value {
            *self = Self {
                plan: Some(plan),
                ..Self::default()
            };
        }
        Answer::checked(Kind::Plan, is_used, &[&checked.problems])
    }

    fn read_observations(&mut self, text: &str) -> Answer {
        let document: ObservationsDocument = match serde_json::from_str(text) {
            Ok(document) => document,
            Err(error) => return Answer::refused(Some(Kind::Observations), Refusal::syntax(&error)),
        };
        if self.plan.is_none() {
            return Answer::refused(Some(Kind::Observations), Refusal::NoPlan);
        }
        let checked = document.check();
        let Some(observations) = checked.value else {
            return Answer::checked(Kind::Observations, false, &[&checked.problems]);
        };
        self.show(Kind::Observations, &observations, &observations, &checked.problems)
    }

    /// Shows all of these beside the plan, if they are not too many, and some of what was read belongs to it.
    fn show(&mut self, kind: Kind, read: &Observations, all: &Observations, problems: &Problems) -> Answer {
        let Some(plan) = &self.plan else {
            return Answer::refused(Some(kind), Refusal::NoPlan);
        };
        let beside_the_plan = plan.check_observations(read);
        let mut answer = Answer::checked(kind, true, &[problems, &beside_the_plan]);
        // What is not in this document may stand in one that was read before.
        let beside_all = plan.check_observations(all);
        let is_said_of_all = |found: &Found| {
            let mut said = beside_all.iter();
            said.any(|problem| (problem.path(), problem.code()) == (&*found.path, found.code))
        };
        answer
            .problems
            .retain(|found| !OF_ABSENCE.contains(&found.code) || is_said_of_all(found));
        let entries = read.iter().count() + read.all_deliveries().count();
        let belongs_to_nothing = answer.left_out.entries > 0 && answer.left_out.entries >= entries;
        if belongs_to_nothing {
            answer.is_used = false;
            answer.left_out = LeftOut::default();
            return answer;
        }
        if points(plan, all) > MOST_POINTS {
            return Answer::refused(Some(kind), Refusal::TooMany);
        }
        self.observations = all.clone();
        answer
    }

    fn read_map(&mut self, text: &str, kind: &str) -> Answer {
        let document: ColumnMapDocument = match serde_json::from_str(text) {
            Ok(document) => document,
            Err(error) => return Answer::refused(Some(Kind::Map), Refusal::syntax(&error)),
        };
        let checked = document.check();
        let is_used = checked.value.is_some();
        let kind = if kind == "targets" { Kind::Promises } else { Kind::Table };
        self.map = checked.value.map(|map| (map, kind));
        Answer::checked(Kind::Map, is_used, &[&checked.problems])
    }

    /// The good rows of a table count. Its series take the places of those that were there; its promises are a new plan.
    fn read_table(&mut self, text: &str) -> Answer {
        let Some((map, kind)) = &self.map else {
            return Answer::refused(Some(Kind::Table), Refusal::NoMap);
        };
        if *kind == Kind::Promises {
            let loaded = map.read_plan(text.as_bytes());
            return match loaded.value.plan {
                Some(plan) if rows(&plan) > MOST_ROWS => Answer::refused(Some(Kind::Promises), Refusal::TooMany),
                Some(plan) => {
                    let figures = loaded.value.observations;
                    self.plan = Some(plan);
                    self.observations = Observations::default();
                    self.show(Kind::Promises, &figures, &figures, &loaded.problems)
                }
                None => Answer::checked(Kind::Promises, false, &[&loaded.problems]),
            };
        }
        let loaded = map.read_observations(text.as_bytes());
        if loaded.value.figures == 0 {
            return Answer::checked(Kind::Table, false, &[&loaded.problems]);
        }
        let read = loaded.value.observations;
        let observations = read
            .iter()
            .fold(self.observations.clone(), |all, series| all.with_series(series.clone()));
        self.show(Kind::Table, &read, &observations, &loaded.problems)
    }

    /// Forgets the figures.
    pub fn clear_observations(&mut self) {
        self.observations = Observations::default();
    }

    /// What a page asks once, as JSON: the plan's code, the rules, the days on which something changed, with what did.
    ///
    /// # Errors
    ///
    /// Where there is no plan, or no such language.
    pub fn about(&self, language: &str) -> Result<String, String> {
        let (plan, language) = (self.plan()?, language_of(language)?);
        let events = events(plan, &self.observations, language);
        let about = About {
            plan: plan.code().as_str(),
            rules: rules().iter().map(|rule| RuleChoice::of(rule, language)).collect(),
            opens_on: events
                .iter()
                .rev()
                .find(|event| event.became_known())
                .map(|event| event.day),
            events,
        };
        serde_json::to_string(&about).map_err(|error| error.to_string())
    }

    /// The report of the library as of a day, by a rule, in a language.
    ///
    /// # Errors
    ///
    /// Where there is no plan, or no such day, rule or language.
    pub fn report(&self, as_of: &str, rule: &str, language: &str) -> Result<String, String> {
        let report = self.report_on(as_of, rule, language)?;
        serde_json::to_string(&report).map_err(|error| error.to_string())
    }

    fn report_on(&self, as_of: &str, rule: &str, language: &str) -> Result<Report, String> {
        let (plan, language) = (self.plan()?, language_of(language)?);
        let as_of = date(as_of).map_err(|error| error.to_string())?;
        let rule = Rule::by_code(rule).map_err(|error| error.to_string())?;
        let assessment = assess_plan(plan, &self.observations, as_of, &rule);
        Ok(Report::new(plan, &self.observations, &assessment, language))
    }

    /// The charts of a target and of its parts, on light or dark ground; `null` where there is no such target.
    ///
    /// # Errors
    ///
    /// Where there is no plan, or no such day, rule, language or ground.
    pub fn charts(&self, as_of: &str, rule: &str, language: &str, target: &str, theme: &str) -> Result<String, String> {
        let report = self.report_on(as_of, rule, language)?;
        let theme: Theme = theme.parse().map_err(|error: ValueError| error.to_string())?;
        let row = report.targets().find(|row| row.code.as_str() == target);
        let charts = row.map(|row| Charts {
            target: vega_lite::target(&report, row, theme),
            parts: vega_lite::parts(&report, row, theme),
        });
        serde_json::to_string(&charts).map_err(|error| error.to_string())
    }

    /// The plan under every rule, side by side, as of a day.
    ///
    /// # Errors
    ///
    /// Where there is no plan, or no such day.
    pub fn comparison(&self, as_of: &str) -> Result<String, String> {
        let as_of = date(as_of).map_err(|error| error.to_string())?;
        let comparison = compare_plan(self.plan()?, &self.observations, as_of, &rules());
        let disagreements: Vec<_> = comparison.disagreements().map(|target| &target.target).collect();
        let answer = SideBySide {
            comparison: &comparison,
            disagreements,
        };
        serde_json::to_string(&answer).map_err(|error| error.to_string())
    }

    fn plan(&self) -> Result<&Plan, String> {
        self.plan.as_ref().ok_or_else(|| "no plan was read".to_owned())
    }
}

impl RuleChoice {
    fn of(rule: &Rule, language: Language) -> Self {
        Self {
            code: rule.code().clone(),
            name: rule.words(language).to_owned(),
        }
    }
}

impl Refusal {
    fn syntax(error: &serde_json::Error) -> Self {
        Self::Syntax {
            words: error.to_string(),
        }
    }
}

impl LeftOut {
    /// Rows by their lines, entries by the codes of what they are of: the path of each error begins with it.
    fn of(found: &[Found]) -> Self {
        let errors = found.iter().filter(|found| found.severity == Severity::Error.name());
        let (rows, entries): (BTreeSet<&str>, BTreeSet<&str>) = errors
            .filter_map(|found| found.path.split([',', ']']).next())
            .filter(|place| !place.is_empty())
            .partition(|place| place.starts_with("line "));
        Self {
            rows: rows.len(),
            entries: entries.len(),
        }
    }
}

impl Answer {
    fn refused(kind: Option<Kind>, refusal: Refusal) -> Self {
        Self {
            kind,
            is_used: false,
            left_out: LeftOut::default(),
            refusal: Some(refusal),
            problems: Vec::new(),
            not_kept: 0,
        }
    }

    fn checked(kind: Kind, is_used: bool, problems: &[&Problems]) -> Self {
        let found = problems
            .iter()
            .flat_map(|problems| problems.iter())
            .map(|problem| Found {
                severity: problem.severity().name(),
                code: problem.code(),
                path: problem.path().to_owned(),
                words: problem.kind().to_string(),
            });
        let found: Vec<Found> = found.collect();
        let not_kept = problems.iter().map(|problems| problems.not_kept()).sum();
        Self {
            kind: Some(kind),
            is_used,
            left_out: if is_used {
                LeftOut::of(&found)
            } else {
                LeftOut::default()
            },
            refusal: None,
            problems: found,
            not_kept,
        }
    }
}

fn language_of(tag: &str) -> Result<Language, String> {
    let known = Language::ALL.iter().find(|language| language.tag() == tag);
    known
        .copied()
        .ok_or_else(|| format!("there is no language `{tag}` here"))
}

/// The rules that need nothing more than a plan: that of the library first.
fn rules() -> Vec<Rule> {
    core::iter::once(Rule::pace()).chain(Rule::published()).collect()
}

/// How many series each target is judged by: its own, or one for each part.
fn parts(plan: &Plan) -> impl Iterator<Item = (&Code, usize)> {
    plan.targets().map(|(indicator, target)| {
        let parts = match target.of() {
            Of::Each(dimension) => indicator.parts_along(dimension).count(),
            _ => 0,
        };
        (indicator.code(), parts + 1)
    })
}

fn rows(plan: &Plan) -> usize {
    parts(plan).map(|(_, parts)| parts).sum::<usize>() + plan.deliverables().count()
}

fn points(plan: &Plan, observations: &Observations) -> usize {
    let mut figures = std::collections::BTreeMap::new();
    for series in observations {
        *figures.entry(series.indicator()).or_insert(0) += series.observations().len();
    }
    // The figures of all parts are drawn once for each target, and those that decide once more.
    let of_target = |(indicator, _)| figures.get(indicator).map_or(0, |figures| figures * 2);
    parts(plan).map(of_target).sum()
}
