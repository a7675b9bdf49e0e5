//! What makes amendments ones that can be told apart, each of them, and what they make of a promise.

use alloc::format;
use alloc::string::{String, ToString};
use core::iter;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::super::{Amendment, Changes, Deliverable, Goal, LikelyMistake, ProblemKind, Problems, Target, Version};
use super::{Draft, begins_late};
use crate::value::{Period, Requirement};

impl Target {
    /// Adds everything that is wrong with its amendments and with what they make of it, but not again what was wrong
    /// before.
    ///
    /// `places` says where each stands in the list of its author; where it is short, they stand in the order of time.
    pub(in crate::plan) fn check_versions(&self, places: &[usize], problems: &mut Problems) {
        self.check_accepted(problems);
        let problems_of = |target: &Self| Draft::of(target).problems();
        let (mut before, mut since) = (self, None);
        if self.versions.is_empty() {
            return;
        }
        let mut known = problems_of(self);
        for (number, Version { amendment, promised }) in self.versions.iter().enumerate() {
            let place = place(places, number);
            check_days(&place, amendment, since.replace(amendment.since()), problems);
            if promised.stated_since(before) == Changes::default() {
                problems.push(&*place, ProblemKind::NothingAmended);
            }
            let found = problems_of(promised);
            let goals = [before.goal(), promised.goal()];
            problems.extend_within(&place, found.beyond(&known).map(|kind| turned_round(kind, goals)));
            (before, known) = (promised, found);
        }
    }

    /// Adds each mistake that it accepts, but that neither it nor a version of it has.
    fn check_accepted(&self, problems: &mut Problems) {
        let found = |mistake: LikelyMistake| {
            let all = iter::once(self).chain(self.versions.iter().map(Version::promised));
            let mut found = all.map(|promised| Draft::of(promised).accepting(&[]).problems());
            found.any(|found| found.iter().any(|problem| problem.code() == mistake.name()))
        };
        for (index, &mistake) in self
            .accepted
            .iter()
            .enumerate()
            .filter(|(_, mistake)| !found(**mistake))
        {
            problems.push(format!("accept[{index}]"), ProblemKind::NothingToAccept { mistake });
        }
    }
}

impl Deliverable {
    /// Adds everything that is wrong with its amendments, each of which states another deadline.
    ///
    /// `places` is as in [`Target::check_versions`].
    pub(in crate::plan) fn check_deadlines(&self, places: &[usize], problems: &mut Problems) {
        let (mut before, mut since) = (self.deadline, None);
        for (number, Version { amendment, promised }) in self.deadlines.iter().enumerate() {
            let place = place(places, number);
            check_days(&place, amendment, since.replace(amendment.since()), problems);
            if *promised == before {
                problems.push(&*place, ProblemKind::NothingAmended);
            }
            if let Some(kind) = self.begins.and_then(|begins| begins_late(begins, *promised)) {
                problems.push(format!("{place}.deadline"), kind);
            }
            before = *promised;
        }
    }
}

/// What is wrong with a version, after the one before: where a fall has become an allowed rise, or a rise an allowed
/// fall, it is hardly only that a limit begins.
fn turned_round(kind: ProblemKind, [before, after]: [Goal; 2]) -> ProblemKind {
    let side = |requirement: Requirement| requirement.bound().direction_from(Decimal::ZERO);
    let is_signed = |requirement: Requirement| !requirement.bound().aim_from(Decimal::ZERO).is_zero();
    let turns = |asked, asks| {
        before.kind() == after.kind()
            && before.holds_from(None) == Some(false)
            && side(asked) == side(asks)
            && is_signed(asks)
    };
    match (kind, before.requirement(), after.requirement()) {
        (ProblemKind::MetWithoutChange { goal }, Some(asked), Some(asks)) if turns(asked, asks) => {
            let before = asked.to_string();
            ProblemKind::TurnedRound { before, goal }
        }
        (kind, ..) => kind,
    }
}

/// Where an amendment stands in the list of its author.
fn place(places: &[usize], number: usize) -> String {
    Amendment::path(*places.get(number).unwrap_or(&number))
}

/// Adds what is wrong with the days of an amendment; `before` is the day from which the one before it holds.
fn check_days(place: &str, amendment: &Amendment, before: Option<NaiveDate>, problems: &mut Problems) {
    for (field, day) in [
        ("in_force", Some(amendment.in_force())),
        ("published", amendment.published()),
    ] {
        if let Some(Err(error)) = day.map(Period::day) {
            problems.push(format!("{place}.{field}"), error);
        }
    }
    let since = amendment.since();
    if before == Some(since) {
        let field = if since == amendment.in_force() {
            "in_force"
        } else {
            "published"
        };
        problems.push(format!("{place}.{field}"), ProblemKind::AmendmentsOfOneDay { since });
    }
}
