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

/// Everything in a plan that has a code or refers to one, as far as it could be read, in the order of the plan. The
/// codes are checked when all parts are listed.
#[derive(Debug, Default)]
pub(super) struct Directory {
    holders: Vec<CodeHolder>,
    /// The path of each amendment, and the day from which it holds.
    amendments: Vec<(String, NaiveDate)>,
    /// Whether a promise is among the parts.
    has_promises: bool,
    /// Whether parts of the plan are not listed here, since nobody could read their codes: a code that is not found may
    /// be theirs, and is not reported.
    has_gaps: bool,
}

/// A part of a plan: where it stands, its code if that could be read, and what sort of part it is.
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

/// The codes by which a promise refers to other parts of the plan, and when it is due.
#[derive(Debug, Default, Clone)]
pub(super) struct Names {
    /// The code of the indicator of the target; `None` for a deliverable.
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

    /// Whether the promise names no other part and has no known deadline, so that nothing is to be checked.
    fn have_nothing_to_check(&self) -> bool {
        self.relation.is_none() && self.part_of.is_none() && self.proxies.is_empty() && self.deadline.is_none()
    }

    /// The code of the promise that this one restates, or to which it is an alternative; `None` if there is none.
    fn principal(&self) -> Option<&Code> {
        self.relation.as_ref().map(Relation::principal)
    }
}

impl Directory {
    /// Lists a part of the plan, with its code and the codes that it names. A part without a code is left out if it
    /// names none and has no known deadline. Notes whether a promise is among the parts.
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

    /// Lists the days from which the amendments of a promise hold, each with its place in the list of amendments.
    /// `path` is that of the promise.
    pub(super) fn add_amendments(&mut self, path: &str, days: impl Iterator<Item = (usize, NaiveDate)>) {
        let in_force = |place| format!("{path}.{}.in_force", Amendment::path(place));
        let amendments = days.map(|(place, since)| (in_force(place), since));
        self.amendments.extend(amendments);
    }

    /// Says that the plan has parts that are not listed, so that a code which is not found is no problem: it may be
    /// theirs.
    #[cfg(feature = "serde")]
    pub(super) const fn allow_unknown_codes(&mut self) {
        self.has_gaps = true;
    }

    /// Reports everything that is wrong between the listed parts and with the dates of the plan:
    ///
    /// 1. a plan that was published late, or promises nothing;
    /// 2. codes that stand twice;
    /// 3. of each promise: the promise that it restates, that to which it is an alternative, and that of which it is a
    ///    part; its proxies; its deadline;
    /// 4. amendments that come before the plan.
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

    /// Reports each amendment that already holds on the day of publication of the plan or, if that day is unknown,
    /// before the day on which the plan begins.
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

/// Warns of a promise that is not due within the time of the plan, or whose deadline is over when the plan is
/// published.
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

/// The warning of a plan that was published after its first year; `None` if it was not, or if its period or the day is
/// unknown.
fn published_late(plan: Option<Period>, published: Option<NaiveDate>) -> Option<ProblemKind> {
    let (plan, published) = plan.zip(published)?;
    let last_day = plan.first().checked_add_months(Months::new(12))?.pred_opt()?;
    (published > last_day).then_some(ProblemKind::PublishedLate { plan, published })
}

/// Which part has which code: the first, if several claim it.
///
/// Pillars have names of their own, and so do indicators; targets and deliverables share theirs, since both are
/// promises.
struct Codes<'a> {
    indicators: BTreeMap<&'a Code, &'a CodeHolder>,
    promises: BTreeMap<&'a Code, &'a CodeHolder>,
    /// The chains of `restates` and `alternative_to`, from promise to promise.
    relations: ReferenceChains<'a>,
    /// The chains of `part_of`, from each target to a longer one.
    parts: ReferenceChains<'a>,
    has_gaps: bool,
}

impl<'a> Codes<'a> {
    /// Sorts the codes of the parts, reports those that stand twice, and follows the chains of `restates`,
    /// `alternative_to` and `part_of`.
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

    /// Checks the promise that this one restates, or to which it is an alternative: it is there, and does not itself
    /// restate another one or stand as an alternative to it.
    fn check_relation(&self, holder: &CodeHolder, names: &Names, search: &mut Search, found: &mut Problems) {
        let Some(relation) = &names.relation else { return };
        let named = relation.principal();
        // A chain that ends in a circle of others is reported where these stand.
        let not_principal = |_: &Names| {
            let (code, principal) = (named.clone(), self.relations.end_of(named)?.clone());
            Some(ProblemKind::NotPrincipal { code, principal })
        };
        found.push_any(
            relation.name(),
            self.wrong_reference(holder, named, &self.relations, search, not_principal),
        );
    }

    /// Checks the `part_of` of a promise: it names a promise of the same sort, whose deadline is no earlier.
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

    /// Why the promise of `holder` cannot refer to the one with the code `named`; `None` if it can:
    ///
    /// 1. it is itself that promise;
    /// 2. no promise of its sort has the code, and no part of the plan is unread;
    /// 3. the chain of such references leads back to it;
    /// 4. what `check` finds in the codes that the other promise names.
    fn wrong_reference(
        &self,
        holder: &CodeHolder,
        named: &Code,
        chains: &ReferenceChains<'_>,
        search: &mut Search,
        check: impl FnOnce(&Names) -> Option<ProblemKind>,
    ) -> Option<ProblemKind> {
        // If several promises have one code, it means the first of them.
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

    /// Checks that each proxy is an indicator of the plan other than that of the promise, and is named once.
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

    /// The problem that no part of the sort `sought` among these has a code; `None` if a part that could not be read
    /// may have it.
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
