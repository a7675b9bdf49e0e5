//! Checks the codes by which the parts of a plan name each other: codes that are taken, and codes that no part has.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::nearest::Search;
use super::reference_chains::ReferenceChains;
use chrono::{Months, NaiveDate};

use super::{Amendment, Deliverable, Indicator, ProblemKind, Problems, Relation, Target};
use crate::value::{Code, Period};

/// Everything in a plan that has a code or names one, as far as it could be read, in the order of the plan.
#[derive(Debug, Default)]
pub(super) struct Directory {
    holders: Vec<CodeHolder>,
    /// The path of each amendment, and the day from which it holds.
    amendments: Vec<(String, NaiveDate)>,
    /// Whether a promise is among the parts.
    has_promises: bool,
    /// Parts are in the plan that are not listed here, since nobody could read their codes.
    has_gaps: bool,
}

#[derive(Debug)]
struct CodeHolder {
    path: String,
    code: Option<Code>,
    role: Role,
}

/// The sort of a part of a plan, with the codes that it names.
#[derive(Debug)]
pub(super) enum Role {
    Pillar,
    Indicator,
    Target(Names),
    Deliverable(Names),
}

impl Role {
    /// The sort of the part, in the words of a message.
    const fn name(&self) -> &'static str {
        match self {
            Self::Pillar => "pillar",
            Self::Indicator => "indicator",
            Self::Target(_) => "target",
            Self::Deliverable(_) => "deliverable",
        }
    }

    /// The codes that a promise names; `None` for a part that is no promise.
    const fn names(&self) -> Option<&Names> {
        match self {
            Self::Target(names) | Self::Deliverable(names) => Some(names),
            Self::Pillar | Self::Indicator => None,
        }
    }
}

/// The codes that a promise names.
#[derive(Debug, Default, Clone)]
pub(super) struct Names {
    /// The code of the indicator of which it is promised.
    pub(super) indicator: Option<Code>,
    pub(super) relation: Option<Relation>,
    pub(super) part_of: Option<Code>,
    /// The proxies that could be read, each with its index.
    pub(super) proxies: Vec<(usize, Code)>,
    pub(super) deadline: Option<Period>,
}

impl Names {
    /// The codes that a target names, and when it is due.
    pub(super) fn of_target(indicator: &Indicator, target: &Target) -> Self {
        Self {
            indicator: Some(indicator.code().clone()),
            relation: target.relation().cloned(),
            part_of: target.part_of().cloned(),
            proxies: target.proxies().iter().cloned().enumerate().collect(),
            deadline: Some(target.deadline()),
        }
    }

    /// The codes that a deliverable names, and when it is due.
    pub(super) fn of_deliverable(deliverable: &Deliverable) -> Self {
        Self {
            relation: deliverable.restates().cloned().map(Relation::Restates),
            deadline: Some(deliverable.deadline()),
            ..Self::default()
        }
    }

    /// Whether there is nothing to be checked.
    fn have_nothing_to_check(&self) -> bool {
        self.relation.is_none() && self.part_of.is_none() && self.proxies.is_empty() && self.deadline.is_none()
    }

    /// The promise for which this one stands, if it stands for another.
    fn principal(&self) -> Option<&Code> {
        self.relation.as_ref().map(Relation::principal)
    }
}

impl Directory {
    /// Lists a part of the plan after those that are there, if there is anything to be checked.
    pub(super) fn add(&mut self, path: &str, code: Option<&Code>, role: Role) {
        self.has_promises |= role.names().is_some();
        if code.is_none() && role.names().is_none_or(Names::have_nothing_to_check) {
            return;
        }
        self.holders.push(CodeHolder {
            path: path.into(),
            code: code.cloned(),
            role,
        });
    }

    /// Lists the days from which the amendments of a promise hold, each with its place.
    pub(super) fn add_amendments(&mut self, path: &str, days: impl Iterator<Item = (usize, NaiveDate)>) {
        let in_force = |place| format!("{path}.{}.in_force", Amendment::path(place));
        let amendments = days.map(|(place, since)| (in_force(place), since));
        self.amendments.extend(amendments);
    }

    /// Says that parts could not be listed, so that a code may name one of them.
    #[cfg(feature = "serde")]
    pub(super) const fn note_unreadable_part(&mut self) {
        self.has_gaps = true;
    }

    /// Adds everything that is wrong between the parts.
    pub(super) fn check(&self, plan: Option<Period>, published: Option<NaiveDate>, problems: &mut Problems) {
        problems.push_any("published", published_late(plan, published));
        if !self.has_gaps && !self.has_promises {
            problems.push("pillars", ProblemKind::NothingPromised);
        }
        let codes = Codes::of(self, problems);
        let mut search = Search::new();
        for holder in &self.holders {
            let Some(names) = holder.role.names() else { continue };
            problems.within(&holder.path, |found| {
                codes.check_relation(holder, names, &mut search, found);
                codes.check_part(holder, names, &mut search, found);
                codes.check_proxies(names, &mut search, found);
                check_deadline(plan, published, names.deadline, found);
            });
        }
        self.check_amendments(plan, published, problems);
    }

    /// Adds each amendment that comes before the promise was made: by the day when the plan was published or, where
    /// nobody says when, by the day before it begins.
    fn check_amendments(&self, plan: Option<Period>, published: Option<NaiveDate>, problems: &mut Problems) {
        let begins = plan.map(Period::first);
        let Some((promised, plan)) = published.or_else(|| begins?.pred_opt()).zip(published.or(begins)) else {
            return;
        };
        for (path, since) in &self.amendments {
            if *since <= promised {
                let kind = ProblemKind::BeforeThePlan {
                    since: *since,
                    plan,
                    is_published: published.is_some(),
                };
                problems.push(&**path, kind);
            }
        }
    }
}

/// Checks that a promise is due within the time of the plan, and after its publication.
fn check_deadline(plan: Option<Period>, published: Option<NaiveDate>, deadline: Option<Period>, found: &mut Problems) {
    let Some(deadline) = deadline else {
        return;
    };
    if let Some(plan) = plan.filter(|plan| deadline.end() <= plan.start() || deadline.end() > plan.end()) {
        found.push("deadline", ProblemKind::DeadlineOutsidePlan { deadline, plan });
    }
    if let Some(published) = published.filter(|published| *published > deadline.last()) {
        found.push(
            "deadline",
            ProblemKind::DeadlineBeforePublication { deadline, published },
        );
    }
}

/// The warning of a plan that was published after its first year; `None` for any other, and where one of both days is
/// not known.
fn published_late(plan: Option<Period>, published: Option<NaiveDate>) -> Option<ProblemKind> {
    let (plan, published) = plan.zip(published)?;
    let last_day = plan.first().checked_add_months(Months::new(12))?.pred_opt()?;
    (published > last_day).then_some(ProblemKind::PublishedLate { plan, published })
}

/// Who has which code: the first, where several claim it.
///
/// Pillars have names of their own, and so do indicators; targets and deliverables share theirs, since both are
/// promises.
struct Codes<'a> {
    indicators: BTreeMap<&'a Code, &'a CodeHolder>,
    promises: BTreeMap<&'a Code, &'a CodeHolder>,
    /// From the promises that stand for others to the principal ones.
    relations: ReferenceChains<'a>,
    /// From the targets that are parts to the longer ones.
    parts: ReferenceChains<'a>,
    has_gaps: bool,
}

impl<'a> Codes<'a> {
    /// Sorts the codes, and reports those that stand twice.
    fn of(directory: &'a Directory, problems: &mut Problems) -> Self {
        let (mut pillars, mut indicators, mut promises) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for holder in &directory.holders {
            let Some(code) = &holder.code else { continue };
            let taken = match holder.role {
                Role::Pillar => &mut pillars,
                Role::Indicator => &mut indicators,
                Role::Target(_) | Role::Deliverable(_) => &mut promises,
            };
            let first: &mut &CodeHolder = taken.entry(code).or_insert(holder);
            if first.path != holder.path {
                let (code, first) = (code.clone(), first.path.clone());
                problems.push(format!("{}.code", holder.path), ProblemKind::CodeTaken { code, first });
            }
        }
        let chains = |named: fn(&Names) -> Option<&Code>| {
            let named = |holder: &'a CodeHolder| holder.role.names().and_then(named);
            let links = promises
                .iter()
                .filter_map(|(code, holder)| Some((*code, named(holder)?)));
            ReferenceChains::of(&links.collect())
        };
        Self {
            relations: chains(Names::principal),
            parts: chains(|names| names.part_of.as_ref()),
            indicators,
            promises,
            has_gaps: directory.has_gaps,
        }
    }

    /// Checks that the promise which this one restates, or is an alternative to, is there, and does not itself stand
    /// for another.
    fn check_relation(&self, holder: &CodeHolder, names: &Names, search: &mut Search, found: &mut Problems) {
        let Some(relation) = &names.relation else { return };
        let named = relation.principal();
        // Where the chain goes round without this one, those in the circle are reported.
        let is_principal = |_: &Names| {
            let (code, principal) = (named.clone(), self.relations.end_of(named)?.clone());
            Some(ProblemKind::NotPrincipal { code, principal })
        };
        found.push_any(
            relation.name(),
            self.wrong_reference(holder, named, &self.relations, search, is_principal),
        );
    }

    /// Checks that the whole of which it is a part is of its sort and ends no earlier.
    fn check_part(&self, holder: &CodeHolder, names: &Names, search: &mut Search, found: &mut Problems) {
        let Some(longer) = &names.part_of else { return };
        let outlasts = |whole: &Names| {
            let (its_deadline, deadline) = whole.deadline.zip(names.deadline)?;
            (its_deadline.end() < deadline.end()).then(|| ProblemKind::PartOutlasts {
                longer: longer.clone(),
                its_deadline,
                deadline,
            })
        };
        found.push_any(
            "part_of",
            self.wrong_reference(holder, longer, &self.parts, search, outlasts),
        );
    }

    /// Why the promise of `holder` cannot name `named`: that is itself, a promise of another sort, or one that leads
    /// back to it; else what `check` finds in the codes that `named` names. `None` if it can.
    fn wrong_reference(
        &self,
        holder: &CodeHolder,
        named: &Code,
        chains: &ReferenceChains<'_>,
        search: &mut Search,
        check: impl FnOnce(&Names) -> Option<ProblemKind>,
    ) -> Option<ProblemKind> {
        // A code means the first that has it.
        let own = holder.code.as_ref();
        let own = own.filter(|code| self.promises.get(code).is_some_and(|first| first.path == holder.path));
        if own == Some(named) {
            return Some(ProblemKind::NamesItself { code: named.clone() });
        }
        let other = self.promises.get(named).map(|other| &other.role);
        let other = other.filter(|other| other.name() == holder.role.name());
        let Some(names) = other.and_then(Role::names) else {
            return self.unknown_code(named, &holder.role, &self.promises, search);
        };
        match own.filter(|own| chains.comes_back_to(own)) {
            Some(own) => Some(ProblemKind::Circle { code: own.clone() }),
            None => check(names),
        }
    }

    /// Checks that each proxy is another indicator of the plan, and is named once.
    fn check_proxies(&self, names: &Names, search: &mut Search, found: &mut Problems) {
        let mut seen = BTreeSet::new();
        for (index, proxy) in &names.proxies {
            let code = proxy.clone();
            let kind = if !seen.insert(proxy) {
                Some(ProblemKind::NamedTwice { code })
            } else if names.indicator.as_ref() == Some(proxy) {
                Some(ProblemKind::NamesItself { code })
            } else if self.indicators.contains_key(proxy) {
                None
            } else {
                self.unknown_code(proxy, &Role::Indicator, &self.indicators, search)
            };
            found.push_any(format_args!("proxies[{index}]"), kind);
        }
    }

    /// The problem of a code that no part of the sort `sought` has among these; `None` where a part that could not be
    /// read may have it.
    fn unknown_code(
        &self,
        code: &Code,
        sought: &Role,
        parts: &BTreeMap<&Code, &CodeHolder>,
        search: &mut Search,
    ) -> Option<ProblemKind> {
        let known = parts.iter().filter(|(_, part)| part.role.name() == sought.name());
        let known = known.map(|(code, _)| *code);
        (!self.has_gaps).then(|| search.unknown_code(code, sought.name(), known))
    }
}
