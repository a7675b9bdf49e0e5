//! Checks amendments: that each can be told from the others, and that the promise after each can be kept.

use alloc::format;
use alloc::string::String;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::super::{Amendment, Changes, Deliverable, Goal, LikelyMistake, ProblemKind, Problems, Target, Version};
use super::{Draft, wrong_beginning};
use crate::value::{Period, Requirement};

impl Target {
    /// Reports everything that is wrong with the amendments of the target and with its versions, except for problems
    /// that the version before has too.
    ///
    /// `places` says at which place in the author's list each amendment stands, in the order of time; those without a
    /// place stand in that order.
    pub(in crate::plan) fn check_versions(&self, places: &[usize], problems: &mut Problems) {
        self.check_accepted(problems);
        let problems_of = |target: &Self| Draft::of(target).problems();
        if self.versions.is_empty() {
            return;
        }
        let (mut known, mut since) = (problems_of(self), None);
        for (number, (Version { amendment, promised }, before)) in self.versions_by(NaiveDate::MAX).enumerate() {
            let path = path_in_list(places, number);
            check_days(&path, amendment, since.replace(amendment.since()), problems);
            if promised.changes_since(before, amendment.since()) == Changes::new() {
                problems.push(&*path, ProblemKind::NothingAmended);
            }
            let found = problems_of(promised);
            let goals = [before.goal(), promised.goal()];
            problems.within(&path, |problems| {
                for problem in found.not_in(&known) {
                    problems.push(problem.path(), with_sign_suspected(problem.kind().clone(), goals));
                }
            });
            known = found;
        }
    }

    /// Reports each likely mistake that the target accepts although neither it nor a version of it has such a mistake.
    fn check_accepted(&self, problems: &mut Problems) {
        let is_there = |mistake: LikelyMistake| {
            self.promised_by(NaiveDate::MAX).any(|promised| {
                let mut draft = Draft::of(promised);
                draft.accepted = &[];
                let found = draft.problems();
                found.iter().any(|problem| problem.code() == mistake.name())
            })
        };
        for (index, &mistake) in self.accepted.iter().enumerate() {
            if !is_there(mistake) {
                problems.push(format!("accept[{index}]"), ProblemKind::NothingToAccept { mistake });
            }
        }
    }
}

impl Deliverable {
    /// Reports everything that is wrong with its amendments, each of which states another deadline.
    ///
    /// `places` says at which place in the author's list each amendment stands, in the order of time; those without a
    /// place stand in that order.
    pub(in crate::plan) fn check_deadlines(&self, places: &[usize], problems: &mut Problems) {
        let mut since = None;
        for (number, (Version { amendment, promised }, before)) in self.deadlines_by(NaiveDate::MAX).enumerate() {
            let path = path_in_list(places, number);
            check_days(&path, amendment, since.replace(amendment.since()), problems);
            if promised == before {
                problems.push(&*path, ProblemKind::NothingAmended);
            }
            problems.push_any(
                format_args!("{path}.deadline"),
                wrong_beginning(self.begins, Some(*promised)),
            );
        }
    }
}

/// A problem of the goal `after` an amendment. It becomes [`ProblemKind::TurnedRound`] if a sign is probably missing,
/// so that a promised fall became an allowed rise, or a rise an allowed fall: the new goal is met without any change,
/// the goal `before` was not, both are of one kind with the same better direction, and the new one does not aim at
/// zero. Any other problem is given back as it is.
fn with_sign_suspected(kind: ProblemKind, [before, after]: [Goal; 2]) -> ProblemKind {
    // A change starts from zero: from there a band lies in one direction, too.
    let better_side = |requirement: Requirement| requirement.bound().direction_from(Decimal::ZERO);
    let is_zero = |requirement: Requirement| requirement.bound().aim_from(Decimal::ZERO).is_zero();
    let turns = |old, new| {
        before.kind() == after.kind()
            && before.holds_from(None) == Some(false)
            && better_side(old) == better_side(new)
            && !is_zero(new)
    };
    match (kind, before.requirement(), after.requirement()) {
        (ProblemKind::MetWithoutChange { goal }, Some(before), Some(new)) if turns(before, new) => {
            ProblemKind::TurnedRound { before, goal }
        }
        (kind, ..) => kind,
    }
}

/// The path of the amendment with this `number` in the order of time, by its place in the author's list.
fn path_in_list(places: &[usize], number: usize) -> String {
    Amendment::path(*places.get(number).unwrap_or(&number))
}

/// Reports each day of an amendment that no document can write, and two amendments that hold from one day; `before` is
/// the day from which the earlier amendment holds.
fn check_days(path: &str, amendment: &Amendment, before: Option<NaiveDate>, problems: &mut Problems) {
    for (field, day) in [
        ("in_force", Some(amendment.in_force())),
        ("published", amendment.published()),
    ] {
        if let Some(Err(error)) = day.map(Period::day) {
            problems.push(format!("{path}.{field}"), error);
        }
    }
    let since = amendment.since();
    if before == Some(since) {
        let field = if since == amendment.in_force() {
            "in_force"
        } else {
            "published"
        };
        problems.push(format!("{path}.{field}"), ProblemKind::AmendmentsOfOneDay { since });
    }
}
