//! What the parts of a plan say of each other: codes that are taken, and codes that name nobody.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};

use super::{Deliverable, Indicator, Plan, ProblemKind, Problems, Relation, Target};
use crate::value::Code;

/// Adds everything that is wrong between the parts of a plan.
pub(super) fn check(plan: &Plan, problems: &mut Problems) {
    let directory = Directory::of(plan, problems);
    if plan.targets().next().is_none() && plan.deliverables().next().is_none() {
        problems.push("pillars", ProblemKind::NothingPromised);
    }
    for (pillar_index, pillar) in plan.pillars().iter().enumerate() {
        for (indicator_index, indicator) in pillar.indicators().iter().enumerate() {
            for (index, target) in indicator.targets().iter().enumerate() {
                let path = format!("pillars[{pillar_index}].indicators[{indicator_index}].targets[{index}]");
                let mut found = Problems::none();
                check_target(plan, &directory, indicator, target, &mut found);
                problems.extend_within(&path, found);
            }
        }
        for (index, deliverable) in pillar.deliverables().iter().enumerate() {
            let mut found = Problems::none();
            check_deliverable(plan, &directory, deliverable, &mut found);
            problems.extend_within(&format!("pillars[{pillar_index}].deliverables[{index}]"), found);
        }
    }
}

/// Who has which code.
struct Directory<'a> {
    indicators: BTreeMap<&'a Code, String>,
    targets: BTreeMap<&'a Code, &'a Target>,
    deliverables: BTreeMap<&'a Code, &'a Deliverable>,
}

impl<'a> Directory<'a> {
    /// Lists everything that has a code, and reports the codes that stand twice.
    ///
    /// Pillars have names of their own, and so do indicators; targets and deliverables share theirs, since both are promises.
    fn of(plan: &'a Plan, problems: &mut Problems) -> Self {
        let mut pillars = BTreeMap::new();
        let mut indicators = BTreeMap::new();
        let mut promises = BTreeMap::new();
        let mut claim = |taken: &mut BTreeMap<&'a Code, String>, code: &'a Code, path: String| match taken.get(code) {
            Some(first) => problems.push(
                format!("{path}.code"),
                ProblemKind::CodeTaken {
                    code: code.clone(),
                    first: first.clone(),
                },
            ),
            None => {
                taken.insert(code, path);
            }
        };
        for (pillar_index, pillar) in plan.pillars().iter().enumerate() {
            let path = format!("pillars[{pillar_index}]");
            claim(&mut pillars, pillar.code(), path.clone());
            for (index, indicator) in pillar.indicators().iter().enumerate() {
                let path = format!("{path}.indicators[{index}]");
                claim(&mut indicators, indicator.code(), path.clone());
                for (index, target) in indicator.targets().iter().enumerate() {
                    claim(&mut promises, target.code(), format!("{path}.targets[{index}]"));
                }
            }
            for (index, deliverable) in pillar.deliverables().iter().enumerate() {
                claim(
                    &mut promises,
                    deliverable.code(),
                    format!("{path}.deliverables[{index}]"),
                );
            }
        }
        Self {
            indicators,
            targets: plan.targets().map(|(_, target)| (target.code(), target)).collect(),
            deliverables: plan
                .deliverables()
                .map(|deliverable| (deliverable.code(), deliverable))
                .collect(),
        }
    }
}

fn check_target(plan: &Plan, directory: &Directory<'_>, indicator: &Indicator, target: &Target, found: &mut Problems) {
    if target.quantity() != indicator.quantity() {
        found.push(
            "",
            ProblemKind::QuantityMismatch {
                target: target.quantity().unit().to_string(),
                target_measure: target.quantity().measure(),
                indicator: indicator.quantity().unit().to_string(),
                indicator_measure: indicator.quantity().measure(),
            },
        );
    }
    if let Some(relation) = target.relation() {
        let field = match relation {
            Relation::AlternativeTo(_) => "alternative_to",
            Relation::Restates(_) => "restates",
        };
        let next = |code: &Code| {
            directory
                .targets
                .get(code)?
                .relation()
                .map(Relation::principal)
                .cloned()
        };
        let exists = directory.targets.contains_key(relation.principal());
        check_principal(
            target.code(),
            relation.principal(),
            exists,
            "target",
            next,
            field,
            found,
        );
    }
    if let Some(longer) = target.part_of() {
        check_part(directory, target, longer, found);
    }
    for (index, proxy) in target.proxies().iter().enumerate() {
        let path = format!("proxies[{index}]");
        if proxy == indicator.code() {
            found.push(path, ProblemKind::NamesItself { code: proxy.clone() });
        } else if !directory.indicators.contains_key(proxy) {
            found.push(
                path,
                ProblemKind::NamesNobody {
                    code: proxy.clone(),
                    sought: "indicator",
                },
            );
        }
    }
    check_deadline(plan, target.deadline(), found);
}

fn check_deliverable(plan: &Plan, directory: &Directory<'_>, deliverable: &Deliverable, found: &mut Problems) {
    if let Some(principal) = deliverable.restates() {
        let next = |code: &Code| directory.deliverables.get(code)?.restates().cloned();
        let exists = directory.deliverables.contains_key(principal);
        check_principal(
            deliverable.code(),
            principal,
            exists,
            "deliverable",
            next,
            "restates",
            found,
        );
    }
    check_deadline(plan, deliverable.deadline(), found);
}

fn check_deadline(plan: &Plan, deadline: crate::value::Period, found: &mut Problems) {
    let period = plan.period();
    if deadline.end() <= period.start() || deadline.end() > period.end() {
        found.push("deadline", ProblemKind::DeadlineOutsidePlan { deadline, plan: period });
    }
}

/// Checks that what is named is a principal one.
fn check_principal(
    own: &Code,
    named: &Code,
    exists: bool,
    sought: &'static str,
    next: impl Fn(&Code) -> Option<Code>,
    field: &str,
    found: &mut Problems,
) {
    if named == own {
        found.push(field, ProblemKind::NamesItself { code: own.clone() });
    } else if !exists {
        found.push(
            field,
            ProblemKind::NamesNobody {
                code: named.clone(),
                sought,
            },
        );
    } else if let Some(principal) = next(named) {
        if leads_back(own, named, next) {
            found.push(field, ProblemKind::Circle { code: own.clone() });
        } else {
            found.push(
                field,
                ProblemKind::NotPrincipal {
                    code: named.clone(),
                    principal,
                },
            );
        }
    }
}

fn check_part(directory: &Directory<'_>, target: &Target, longer: &Code, found: &mut Problems) {
    let next = |code: &Code| directory.targets.get(code)?.part_of().cloned();
    let Some(whole) = directory.targets.get(longer) else {
        found.push(
            "part_of",
            ProblemKind::NamesNobody {
                code: longer.clone(),
                sought: "target",
            },
        );
        return;
    };
    if longer == target.code() {
        found.push("part_of", ProblemKind::NamesItself { code: longer.clone() });
    } else if leads_back(target.code(), longer, next) {
        found.push(
            "part_of",
            ProblemKind::Circle {
                code: target.code().clone(),
            },
        );
    } else if whole.deadline().end() < target.deadline().end() {
        found.push(
            "part_of",
            ProblemKind::PartOutlasts {
                longer: longer.clone(),
                its_deadline: whole.deadline(),
                deadline: target.deadline(),
            },
        );
    }
}

/// Whether the way from `from` comes to `own`. A way that goes round without meeting `own` ends after as many steps as there
/// can be codes on it.
fn leads_back(own: &Code, from: &Code, next: impl Fn(&Code) -> Option<Code>) -> bool {
    let mut seen = alloc::collections::BTreeSet::new();
    let mut at = Some(from.clone());
    while let Some(code) = at {
        if code == *own {
            return true;
        }
        if !seen.insert(code.clone()) {
            return false;
        }
        at = next(&code);
    }
    false
}
