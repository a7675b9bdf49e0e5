//! What a target promises since each of its amendments.

use alloc::vec::Vec;
use core::{iter, mem};

use chrono::NaiveDate;

use super::check::Draft;
use super::part_names::StatedBaseline;
use super::{
    Amendment, Baseline, Changes, Citation, Goal, Milestone, ProblemKind, Problems, Reference, Target, Terms, Version,
};
use crate::trajectory::Shape;
use crate::value::{Period, Spot, Text};

/// The most that all versions of a target may copy, in the items of [`Target::copy_size`].
const MOST_COPIED: usize = 10_000;
/// The copy size of a target with little in its lists and texts, in items: no version is free.
const LEAST_COPY_SIZE: usize = 100;

impl Target {
    /// The target since each of its amendments, in the order of time. The target itself is the first promise.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Amendment, Bound, Changes, Goal, Measure, Quantity, Target, Unit, code, day, dec, period};
    ///
    /// // How the deadline moved: a table of what was promised since when.
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let target = Target::builder(code!("homes"), share, Goal::level(Bound::AtLeast(dec!(80))), period!("2025"))
    ///     .amendment(Amendment::new(day!("2024-06-01")), Changes::new().deadline(period!("2026")))
    ///     .amendment(Amendment::new(day!("2025-11-01")), Changes::new().deadline(period!("2028")))
    ///     .build()?;
    /// let moved: Vec<_> = target
    ///     .versions()
    ///     .iter()
    ///     .map(|version| (version.amendment().since(), version.promised().deadline()))
    ///     .collect();
    /// assert_eq!(moved, [(day!("2024-06-01"), period!("2026")), (day!("2025-11-01"), period!("2028"))]);
    /// assert!(target.first_promise().versions().is_empty());
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub fn versions(&self) -> &[Version<Self>] {
        &self.versions
    }

    /// The target as it is promised on a day, by the amendments that hold then: a target without amendments.
    ///
    /// Before the first amendment, it is the target itself.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Amendment, Bound, Changes, Goal, Measure, Quantity, Target, Unit, code, day, dec, period};
    ///
    /// // At least 80 %; since June 2023 70 % are enough.
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let at_least = |share| Goal::level(Bound::AtLeast(share));
    /// let target = Target::builder(code!("connected"), share, at_least(dec!(80)), period!("2025"))
    ///     .amendment(Amendment::new(day!("2023-06-01")), Changes::new().goal(at_least(dec!(70))))
    ///     .build()?;
    /// assert_eq!(target.in_force_on(day!("2023-05-31")).goal(), at_least(dec!(80)));
    /// assert_eq!(target.in_force_on(day!("2023-06-01")).goal(), at_least(dec!(70)));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn in_force_on(&self, day: NaiveDate) -> &Self {
        self.version_on(day).map_or(self, Version::promised)
    }

    /// The version in force on a day; `None` before the first amendment.
    pub(crate) fn version_on(&self, day: NaiveDate) -> Option<&Version<Self>> {
        Version::in_force_on(&self.versions, day)
    }

    /// The first promise, and then each version that came into force by a day, in the order of time.
    pub(crate) fn promised_by(&self, day: NaiveDate) -> impl Iterator<Item = &Self> {
        iter::once(self).chain(self.versions_by(day).map(|(version, _)| version.promised()))
    }

    /// How many amendments came into force by a day: the number of the version in force, where the first promise is 0.
    pub(crate) fn amendments_by(&self, day: NaiveDate) -> usize {
        self.versions_by(day).count()
    }

    /// The versions that came into force by a day, in the order of time, each with the promise before it.
    pub(crate) fn versions_by(&self, day: NaiveDate) -> impl Iterator<Item = (&Version<Self>, &Self)> {
        Version::held_by(&self.versions, self, day)
    }

    /// Whether an amendment in force by `day` came late: after the deadline that it moved had passed, or after the
    /// earlier deadline that it states itself.
    pub(crate) fn was_amended_after_deadline(&self, day: NaiveDate) -> bool {
        let due = |target: &Self| target.measured_on(target.deadline);
        self.versions_by(day)
            .any(|(version, before)| version.is_late([before, version.promised()].map(due)))
    }

    /// The first promise: this target without its amendments.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Amendment, Baseline, Bound, Changes, Goal, Measure, Observation, Quantity, Rule, Series, Status};
    /// use milepost::{Target, Unit, code, day, dec, period, verdict};
    ///
    /// // 75 % are reached, of 80 % that were promised first and 70 % that are promised since June 2024.
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let at_least = |share| Goal::level(Bound::AtLeast(share));
    /// let target = Target::builder(code!("homes"), share, at_least(dec!(80)), period!("2025"))
    ///     .baseline(Baseline::stated(period!("2020"), dec!(60)))
    ///     .amendment(Amendment::new(day!("2024-06-01")), Changes::new().goal(at_least(dec!(70))))
    ///     .build()?;
    /// let figure = Observation::new(period!("2025"), dec!(75)).published_on(day!("2026-01-20"));
    /// let series = Series::new(code!("homes"), Unit::percent(), vec![figure])?;
    /// let status = |target: &Target| verdict(target, &series, day!("2026-02-01"), &Rule::pace()).status;
    /// assert_eq!((status(&target), status(&target.first_promise())), (Status::Achieved, Status::Missed));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn first_promise(&self) -> Self {
        self.with_subject(self.baseline.clone(), self.of.clone(), Vec::new())
    }

    /// The baselines that the target states: that of the first promise, and one for each amendment that states a
    /// baseline, with the path of that amendment, counted in the order of time.
    pub(super) fn stated_baselines(&self) -> Vec<StatedBaseline<'_>> {
        let amended = self.versions_by(NaiveDate::MAX).map(|(version, before)| {
            let promised = version.promised();
            promised.baseline().filter(|_| promised.is_rebased_since(before))
        });
        StatedBaseline::of_target(self.baseline(), amended)
    }

    /// Adds a version for each amendment. Gives the places of the amendments in the list, in the order of time.
    ///
    /// A version is a copy of the whole target, so their number is limited: once the copies have more than
    /// [`MOST_COPIED`] items, the other amendments are left out, with a problem. The first one always counts.
    pub(super) fn amend(&mut self, amendments: Vec<(Amendment, Changes)>, problems: &mut Problems) -> Vec<usize> {
        self.values = Milestone::all_as_points(&self.milestones);
        let (mut places, mut copied) = (Vec::new(), 0_usize);
        for (place, (amendment, changes)) in Amendment::in_order(amendments) {
            let before = self.versions.last().map_or(&*self, Version::promised);
            copied = copied.saturating_add(before.copy_size());
            if copied > MOST_COPIED && !places.is_empty() {
                problems.push("amendments", ProblemKind::TooManyAmendments { most: places.len() });
                break;
            }
            let promised = before.amended_by(changes, amendment.since());
            self.versions.push(Version { amendment, promised });
            places.push(place);
        }
        places
    }

    /// About how much memory a copy of the target takes, as a number of items: those of its lists, and one for every
    /// sixteen bytes of its texts; [`LEAST_COPY_SIZE`] at least.
    fn copy_size(&self) -> usize {
        let points = match &self.shape {
            Some(Shape::Schedule(schedule)) => schedule.points.len(),
            _ => 0,
        };
        let cited = self.citation.as_ref().map(Citation::document);
        let quoted = self.citation.as_ref().and_then(Citation::quote);
        let texts = [self.name(), self.responsible(), self.note(), cited, quoted];
        let words = texts.into_iter().flatten().flat_map(Text::iter);
        let bytes = words.fold(0_usize, |bytes, (_, words)| bytes.saturating_add(words.len()));
        let values = self.baseline.as_ref().map_or(0, |baseline| baseline.values.len());
        let lists = [self.milestones.len(), self.proxies.len(), points, values, bytes >> 4];
        let items = lists.into_iter().fold(0_usize, usize::saturating_add);
        items.max(LEAST_COPY_SIZE)
    }

    /// The target, without its versions, with this goal, reference and deadline. If one of these changes, the
    /// milestones and a schedule are dropped, and if the goal is of another kind, also any other path and whether it is
    /// a limit. The caller takes back milestones that were due.
    fn with_goal_and_deadline(&self, goal: Goal, reference: Option<Reference>, deadline: Period) -> Self {
        let is_of_one_kind = self.goal.kind() == goal.kind();
        let is_unchanged = self.goal == goal && self.reference == reference && self.deadline == deadline;
        let mut version = Self {
            goal,
            deadline,
            reference,
            ..self.first_promise()
        };
        version.limit = version.limit.filter(|_| is_of_one_kind);
        version.shape = version
            .shape
            .filter(|shape| is_unchanged || (is_of_one_kind && !matches!(shape, Shape::Schedule(_))));
        if !is_unchanged {
            version.milestones.clear();
        }
        version
    }

    /// The version that an amendment which holds `since` a day makes of this one:
    ///
    /// - a new goal without a reference has none;
    /// - a new baseline drops the points of the path that lie before it;
    /// - stated milestones take the place of the old ones, except for those that were due by that day.
    fn amended_by(&self, changes: Changes, since: NaiveDate) -> Self {
        let reference = match (&changes.goal, changes.reference) {
            (None, None) => self.reference.clone(),
            (_, reference) => reference,
        };
        let goal = changes.goal.unwrap_or(self.goal);
        let mut version = self.with_goal_and_deadline(goal, reference, changes.deadline.unwrap_or(self.deadline));
        if let Some(baseline) = changes.baseline {
            version.baseline = Some(baseline);
            version.rebased = Some(since);
            version.drop_what_lies_before_its_start();
        }
        version.limit = changes.limit.or(version.limit);
        version.shape = changes.shape.or(version.shape);
        version.milestones = changes.milestones.unwrap_or(version.milestones);
        version.keep_milestones_that_were_due(self, since);
        version.values = Milestone::all_as_points(&version.milestones);
        version
    }

    /// Takes over from the promise `before` the milestones that were due when this version came, since nobody can
    /// promise the past anew: those after the start and before the first own milestone. Shares of the way are never
    /// kept, and terms of the goal only if its kind and its reference are the same. None is kept if the path cannot
    /// lead through all of them to the new goal.
    fn keep_milestones_that_were_due(&mut self, before: &Self, since: NaiveDate) {
        let has_same_terms = self.goal.kind() == before.goal.kind() && self.reference == before.reference;
        let until = self.milestones.first().map(|own| self.stands_at(own.period));
        let start = self.begin().map(Spot::position);
        let is_kept = |milestone: &Milestone| {
            let place = self.stands_at(milestone.period);
            let lies_before = until.is_none_or(|until| place < until) && start.is_none_or(|start| place > start);
            let stays = match milestone.promised {
                Terms::Value(_) => true,
                Terms::OfGoal(_) => has_same_terms,
                Terms::ShareOfWay(_) => false,
            };
            lies_before && stays && before.measured_on(milestone.period) < since
        };
        let mut kept: Vec<_> = before.milestones.iter().filter(|one| is_kept(one)).copied().collect();
        if kept.is_empty() {
            return;
        }
        let own = mem::take(&mut self.milestones);
        kept.extend(own.iter().copied());
        self.milestones = kept;
        if Draft::of(self).has_wrong_milestones() {
            self.milestones = own;
        }
    }

    /// Drops the milestones and the points of a schedule that lie before the start, after the baseline moved.
    fn drop_what_lies_before_its_start(&mut self) {
        let Some(start) = self.begin().map(Spot::position) else {
            return;
        };
        let mut milestones = mem::take(&mut self.milestones);
        milestones.retain(|milestone| self.stands_at(milestone.period) > start);
        self.milestones = milestones;
        let mut shape = self.shape.take();
        if let Some(Shape::Schedule(schedule)) = &mut shape {
            schedule.points.retain(|point| self.stands_at(point.period) > start);
        }
        self.shape = shape;
    }

    /// Whether an amendment made after the version `before` states a baseline anew.
    pub(super) fn is_rebased_since(&self, before: &Self) -> bool {
        self.rebased != before.rebased
    }

    /// Whether the baseline is in the old definition when the definition changes with the figure of the period `with`.
    ///
    /// It is not if an amendment stated the value of the baseline, and the period had begun by the day since which the
    /// amendment holds: such a value is in the definition of that day. A value that is read from the figures is in the
    /// definition of its figure.
    pub(crate) fn baseline_is_before_break(&self, with: Period) -> bool {
        let stated = self.baseline.as_ref().and_then(Baseline::value);
        let since = self.rebased.filter(|_| stated.is_some());
        since.is_none_or(|since| with.first() > since)
    }

    /// The smallest changes by which an amendment that holds `since` a day makes this version of the one `before`: the
    /// inverse of [`amended_by`](Self::amended_by). Milestones that were due by that day are not stated again.
    pub(super) fn changes_since(&self, before: &Self, since: NaiveDate) -> Changes {
        let with_new_goal = before.with_goal_and_deadline(self.goal, self.reference.clone(), self.deadline);
        let is_of_one_goal = self.goal == before.goal && self.reference == before.reference;
        let but_milestones = Changes {
            goal: (!is_of_one_goal).then_some(self.goal),
            reference: self.reference.clone().filter(|_| !is_of_one_goal),
            baseline: self.baseline.clone().filter(|_| self.is_rebased_since(before)),
            deadline: (self.deadline != before.deadline).then_some(self.deadline),
            limit: self.limit.filter(|_| self.limit != with_new_goal.limit),
            shape: self.shape.clone().filter(|_| self.shape != with_new_goal.shape),
            milestones: None,
        };
        let milestones_with = |milestones| {
            let changes = Changes {
                milestones,
                ..but_milestones.clone()
            };
            before.amended_by(changes, since).milestones
        };
        let milestones = (self.milestones != milestones_with(None)).then(|| {
            let kept = milestones_with(Some(Vec::new()));
            let stated = self.milestones.strip_prefix(kept.as_slice());
            stated.unwrap_or(&self.milestones).to_vec()
        });
        Changes {
            milestones,
            ..but_milestones
        }
    }

    /// Each version, with the smallest changes by which its amendment makes it of the one before.
    pub(super) fn versions_with_changes(&self) -> impl Iterator<Item = (&Version<Self>, Changes)> {
        self.versions_by(NaiveDate::MAX).map(|(version, before)| {
            (
                version,
                version.promised.changes_since(before, version.amendment.since()),
            )
        })
    }
}
