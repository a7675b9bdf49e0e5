//! What the parts of a plan say of each other: codes that are taken, and codes that name nobody.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::nearest::Search;
use super::ways::Ways;
use super::{Deliverable, Indicator, Plan, ProblemKind, Problems, Relation, Target};
use crate::value::{Code, Period};

/// Everything in a plan that has a code or names one, as far as it could be read, in the order of the plan.
#[derive(Debug, Default)]
pub(super) struct Directory {
    entries: Vec<Entry>,
    /// Parts are in the plan that are not listed here, since nobody could read their codes.
    has_gaps: bool,
}

#[derive(Debug)]
struct Entry {
    path: String,
    code: Option<Code>,
    part: Part,
}

/// What a part of a plan says of others.
#[derive(Debug)]
pub(super) enum Part {
    Pillar,
    Indicator,
    Target(Names),
    Deliverable(Names),
}

/// The codes that a promise names.
#[derive(Debug, Default)]
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
    fn of_target(indicator: &Indicator, target: &Target) -> Self {
        Self {
            indicator: Some(indicator.code().clone()),
            relation: target.relation().cloned(),
            part_of: target.part_of().cloned(),
            proxies: target.proxies().iter().cloned().enumerate().collect(),
            deadline: Some(target.deadline()),
        }
    }

    fn of_deliverable(deliverable: &Deliverable) -> Self {
        Self {
            relation: deliverable.restates().cloned().map(Relation::Restates),
            deadline: Some(deliverable.deadline()),
            ..Self::default()
        }
    }

    fn principal(&self) -> Option<&Code> {
        self.relation.as_ref().map(Relation::principal)
    }
}

impl Directory {
    pub(super) fn of(plan: &Plan) -> Self {
        let mut directory = Self::default();
        for (index, pillar) in plan.pillars().iter().enumerate() {
            let pillar_path = format!("pillars[{index}]");
            directory.add(&pillar_path, Some(pillar.code()), Part::Pillar);
            for (index, indicator) in pillar.indicators().iter().enumerate() {
                let path = format!("{pillar_path}.indicators[{index}]");
                directory.add(&path, Some(indicator.code()), Part::Indicator);
                for (index, target) in indicator.targets().iter().enumerate() {
                    let names = Names::of_target(indicator, target);
                    directory.add(
                        &format!("{path}.targets[{index}]"),
                        Some(target.code()),
                        Part::Target(names),
                    );
                }
            }
            for (index, deliverable) in pillar.deliverables().iter().enumerate() {
                directory.add(
                    &format!("{pillar_path}.deliverables[{index}]"),
                    Some(deliverable.code()),
                    Part::Deliverable(Names::of_deliverable(deliverable)),
                );
            }
        }
        directory
    }

    /// Lists a part of the plan after those that are there.
    pub(super) fn add(&mut self, path: &str, code: Option<&Code>, part: Part) {
        self.entries.push(Entry {
            path: path.into(),
            code: code.cloned(),
            part,
        });
    }

    /// Says that parts could not be listed, so that a code may name one of them.
    #[cfg(feature = "serde")]
    pub(super) const fn leave_gap(&mut self) {
        self.has_gaps = true;
    }

    /// Adds everything that is wrong between the parts.
    pub(super) fn check(&self, plan: Option<Period>, problems: &mut Problems) {
        let promises = |entry: &Entry| matches!(entry.part, Part::Target(_) | Part::Deliverable(_));
        if !self.has_gaps && !self.entries.iter().any(promises) {
            problems.push("pillars", ProblemKind::NothingPromised);
        }
        let codes = Codes::of(self, problems);
        let mut search = Search::new();
        for entry in &self.entries {
            let mut found = Problems::none();
            if let Part::Target(names) | Part::Deliverable(names) = &entry.part {
                codes.check_relation(entry, names, &mut search, &mut found);
                codes.check_part(entry, names, &mut search, &mut found);
                codes.check_proxies(names, &mut search, &mut found);
                check_deadline(plan, names.deadline, &mut found);
            }
            problems.extend_within(&entry.path, found);
        }
    }
}

fn check_deadline(plan: Option<Period>, deadline: Option<Period>, found: &mut Problems) {
    let Some((plan, deadline)) = plan.zip(deadline) else {
        return;
    };
    if deadline.end() <= plan.start() || deadline.end() > plan.end() {
        found.push("deadline", ProblemKind::DeadlineOutsidePlan { deadline, plan });
    }
}

/// The promises of one sort.
struct Sort<'a> {
    codes: Vec<&'a str>,
    /// From those that stand for others to the principal ones.
    relations: Ways<'a>,
}

impl<'a> Sort<'a> {
    fn of(promises: &[(&'a Code, &'a Names)]) -> Self {
        Self {
            codes: promises.iter().map(|(code, _)| code.as_str()).collect(),
            relations: ways(promises, Names::principal),
        }
    }
}

/// The ways on which each promise names the next.
fn ways<'a>(promises: &[(&'a Code, &'a Names)], named: impl Fn(&Names) -> Option<&Code>) -> Ways<'a> {
    let named = promises.iter().filter_map(|&(code, names)| Some((code, named(names)?)));
    Ways::of(&named.collect())
}

/// Who has which code: the first, where several claim it.
///
/// Pillars have names of their own, and so do indicators; targets and deliverables share theirs, since both are promises.
struct Codes<'a> {
    indicators: BTreeMap<&'a Code, &'a Entry>,
    /// The codes that a proxy can name.
    proxies: Vec<&'a str>,
    promises: BTreeMap<&'a Code, &'a Entry>,
    targets: Sort<'a>,
    deliverables: Sort<'a>,
    /// From the parts of promises to the longer ones.
    parts: Ways<'a>,
    has_gaps: bool,
}

impl<'a> Codes<'a> {
    /// Sorts the codes, and reports those that stand twice.
    fn of(directory: &'a Directory, problems: &mut Problems) -> Self {
        let (mut pillars, mut indicators, mut promises) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for entry in &directory.entries {
            let Some(code) = &entry.code else { continue };
            let taken = match entry.part {
                Part::Pillar => &mut pillars,
                Part::Indicator => &mut indicators,
                Part::Target(_) | Part::Deliverable(_) => &mut promises,
            };
            let first: &mut &Entry = taken.entry(code).or_insert(entry);
            if first.path != entry.path {
                problems.push(
                    format!("{}.code", entry.path),
                    ProblemKind::CodeTaken {
                        code: code.clone(),
                        first: first.path.clone(),
                    },
                );
            }
        }
        let (mut targets, mut deliverables) = (Vec::new(), Vec::new());
        for (code, entry) in &promises {
            match &entry.part {
                Part::Target(names) => targets.push((*code, names)),
                Part::Deliverable(names) => deliverables.push((*code, names)),
                Part::Pillar | Part::Indicator => {}
            }
        }
        Self {
            proxies: indicators.keys().map(|code| code.as_str()).collect(),
            indicators,
            promises,
            parts: ways(&targets, |names| names.part_of.as_ref()),
            targets: Sort::of(&targets),
            deliverables: Sort::of(&deliverables),
            has_gaps: directory.has_gaps,
        }
    }

    /// What the promise with this code names, if it is of the same sort as `like`.
    fn names(&self, code: &Code, like: &Part) -> Option<&'a Names> {
        match (&self.promises.get(code)?.part, like) {
            (Part::Target(names), Part::Target(_)) | (Part::Deliverable(names), Part::Deliverable(_)) => Some(names),
            _ => None,
        }
    }

    /// The code of a promise, unless another one had it first: then the code means that one.
    fn own_code(&self, entry: &'a Entry) -> Option<&'a Code> {
        let (code, holder) = self.promises.get_key_value(entry.code.as_ref()?)?;
        (holder.path == entry.path).then_some(*code)
    }

    /// Checks that what is named is a principal one.
    fn check_relation(&self, entry: &'a Entry, names: &'a Names, search: &mut Search, found: &mut Problems) {
        let (field, named) = match &names.relation {
            Some(Relation::AlternativeTo(code)) => ("alternative_to", code),
            Some(Relation::Restates(code)) => ("restates", code),
            None => return,
        };
        let relations = match entry.part {
            Part::Deliverable(_) => &self.deliverables.relations,
            _ => &self.targets.relations,
        };
        let own = self.own_code(entry);
        let kind = match (own, self.names(named, &entry.part)) {
            _ if own == Some(named) => Some(ProblemKind::NamesItself { code: named.clone() }),
            (_, None) => self.names_nobody(named, &entry.part, search),
            (Some(own), _) if relations.comes_back_to(own) => Some(ProblemKind::Circle { code: own.clone() }),
            // Where the way goes round without this one, those on it are reported.
            _ => relations.end_of(named).map(|end| ProblemKind::NotPrincipal {
                code: named.clone(),
                principal: end.clone(),
            }),
        };
        if let Some(kind) = kind {
            found.push(field, kind);
        }
    }

    fn check_part(&self, entry: &'a Entry, names: &'a Names, search: &mut Search, found: &mut Problems) {
        let Some(longer) = &names.part_of else { return };
        let own = self.own_code(entry);
        let kind = match (own, self.names(longer, &entry.part)) {
            _ if own == Some(longer) => Some(ProblemKind::NamesItself { code: longer.clone() }),
            (_, None) => self.names_nobody(longer, &entry.part, search),
            (Some(own), _) if self.parts.comes_back_to(own) => Some(ProblemKind::Circle { code: own.clone() }),
            (_, Some(whole)) => whole
                .deadline
                .zip(names.deadline)
                .filter(|(its_deadline, deadline)| its_deadline.end() < deadline.end())
                .map(|(its_deadline, deadline)| ProblemKind::PartOutlasts {
                    longer: longer.clone(),
                    its_deadline,
                    deadline,
                }),
        };
        if let Some(kind) = kind {
            found.push("part_of", kind);
        }
    }

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
                self.names_nobody(proxy, &Part::Indicator, search)
            };
            if let Some(kind) = kind {
                found.push(format!("proxies[{index}]"), kind);
            }
        }
    }

    /// Nobody has this code, unless one of those that could not be read has it.
    fn names_nobody(&self, code: &Code, sought: &Part, search: &mut Search) -> Option<ProblemKind> {
        if self.has_gaps {
            return None;
        }
        let (sought, known) = match sought {
            Part::Target(_) => ("target", &self.targets.codes),
            Part::Deliverable(_) => ("deliverable", &self.deliverables.codes),
            Part::Pillar | Part::Indicator => ("indicator", &self.proxies),
        };
        let nearest = search.nearest(code.as_str(), known);
        Some(ProblemKind::names_nobody(code, sought, nearest))
    }
}

impl ProblemKind {
    /// Nobody has this code.
    pub(super) fn names_nobody(code: &Code, sought: &'static str, nearest: Option<&str>) -> Self {
        Self::NamesNobody {
            code: code.clone(),
            sought,
            nearest: nearest.and_then(|nearest| Code::new(nearest).ok()),
        }
    }
}
