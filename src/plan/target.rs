//! One promise about one indicator.

use alloc::vec::Vec;
use core::iter;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::dates::PlanDates;
use super::{
    Amendment, Baseline, Changes, Citation, Every, Goal, LikelyMistake, Milestone, Of, ProblemKind, Problems,
    Reference, Version, Weight,
};
use crate::trajectory::{Between, Clock, Curve, Point, Shape};
use crate::value::{Code, Collected, Length, Period, Quantity, Text, names};

/// How a target obliges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(rename_all = "snake_case")
)]
pub enum Nature {
    /// A duty of the government that made the plan (約束性).
    Binding,
    /// What is expected to come about (預期性).
    Anticipatory,
}

names! { pub Nature, "a nature":
    Binding = "binding", Anticipatory = "anticipatory",
}

/// What a target is to a principal one. Only the principal counts.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Relation {
    /// Another reading of the same words.
    AlternativeTo(Code),
    /// The same promise in another place.
    Restates(Code),
}

impl Relation {
    /// The code of the principal target.
    pub const fn principal(&self) -> &Code {
        match self {
            Self::AlternativeTo(code) | Self::Restates(code) => code,
        }
    }
}

/// One promise about one indicator.
///
/// It is made by [`Target::builder`], which checks everything and reports all problems at once.
///
/// # Examples
///
/// ```
/// use milepost::{Baseline, Bound, Goal, Measure, Quantity, Target, Unit, dec};
///
/// let target = Target::builder(
///     "gdp-2026".parse()?,
///     Quantity::new(Measure::Flow, Unit::new("CNY".parse()?, 8)?),
///     Goal::level(Bound::MoreThan(dec!(2000))),
///     "2026".parse()?,
/// )
/// .baseline(Baseline::stated("2021".parse()?, dec!(1517.7)))
/// .build()?;
/// assert_eq!(target.goal(), Goal::level(Bound::MoreThan(dec!(2000))));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    pub(super) code: Code,
    pub(super) quantity: Quantity,
    pub(super) of: Of,
    pub(super) goal: Goal,
    pub(super) deadline: Period,
    pub(super) name: Option<Text>,
    pub(super) baseline: Option<Baseline>,
    pub(super) reference: Option<Reference>,
    pub(super) limit: Option<bool>,
    pub(super) shape: Option<Shape>,
    pub(super) milestones: Vec<Milestone>,
    /// The milestones as values, unless one of them follows the baseline.
    pub(super) values: Option<Vec<Point>>,
    pub(super) nature: Option<Nature>,
    pub(super) responsible: Option<Text>,
    pub(super) weight: Weight,
    pub(super) reported: Option<Length>,
    pub(super) clock: Clock,
    pub(super) citation: Option<Citation>,
    pub(super) relation: Option<Relation>,
    pub(super) part_of: Option<Code>,
    pub(super) proxies: Vec<Code>,
    pub(super) note: Option<Text>,
    /// What is meant as it stands, however unlikely; none twice.
    pub(super) accepted: Vec<LikelyMistake>,
    /// What it knows of the plan in which it stands.
    pub(super) plan: Option<PlanDates>,
    /// The day since which the baseline is in the definition of the figures, where an amendment stated it.
    pub(super) redefined: Option<NaiveDate>,
    /// What it promises since each amendment, in the order of time, each without versions of its own.
    pub(super) versions: Vec<Version<Self>>,
}

/// How much of a target its versions copy in all, as it is counted by [`Target::extent`].
const MOST_COPIED: usize = 10_000;
/// What a version copies at least.
const LEAST_EXTENT: usize = 100;

impl Target {
    /// Begins a target: what is promised of what quantity by when.
    pub const fn builder(code: Code, quantity: Quantity, goal: Goal, deadline: Period) -> TargetBuilder {
        TargetBuilder {
            target: Self {
                code,
                quantity,
                of: Of::Total,
                goal,
                deadline,
                name: None,
                baseline: None,
                reference: None,
                limit: None,
                shape: None,
                milestones: Vec::new(),
                values: Some(Vec::new()),
                nature: None,
                responsible: None,
                weight: Weight::ONE,
                reported: None,
                clock: Clock::Months,
                citation: None,
                relation: None,
                part_of: None,
                proxies: Vec::new(),
                note: None,
                accepted: Vec::new(),
                plan: None,
                redefined: None,
                versions: Vec::new(),
            },
            amendments: Vec::new(),
            problems: Problems::none(),
        }
    }

    /// The same target in the making, with all of its amendments.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Amendment, Bound, Changes, Goal, Measure, Quantity, Target, Unit, code, day, dec, period};
    ///
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let target = Target::builder(code!("homes"), share, Goal::level(Bound::AtLeast(dec!(80))), period!("2025")).build()?;
    /// let postponed = target
    ///     .to_builder()
    ///     .amendment(Amendment::new(day!("2024-06-01")), Changes::default().deadline(period!("2027")))
    ///     .build()?;
    /// assert_eq!(postponed.in_force_on(day!("2024-06-01")).deadline(), period!("2027"));
    /// assert_eq!(postponed.first_promise(), target);
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub fn to_builder(&self) -> TargetBuilder {
        let stated = self.stated_by_versions();
        TargetBuilder {
            amendments: stated
                .map(|(version, changes)| (version.amendment.clone(), changes))
                .collect(),
            target: self.first_promise(),
            problems: Problems::none(),
        }
    }

    /// Each version, with what its amendment states.
    pub(super) fn stated_by_versions(&self) -> impl Iterator<Item = (&Version<Self>, Changes)> {
        let before = iter::once(self).chain(self.versions.iter().map(Version::promised));
        let versions = self.versions.iter().zip(before);
        versions.map(|(version, before)| (version, version.promised.stated_since(before)))
    }

    /// The name by which machines know it.
    pub const fn code(&self) -> &Code {
        &self.code
    }

    /// Its own name, where it has another one than its indicator.
    pub const fn name(&self) -> Option<&Text> {
        self.name.as_ref()
    }

    /// What kind of number is promised, and in what unit.
    pub const fn quantity(&self) -> &Quantity {
        &self.quantity
    }

    /// What of its indicator it is about.
    pub const fn of(&self) -> &Of {
        &self.of
    }

    /// What a target [of each](Of::Each) promises of one part: the same, of this breakdown alone, from where that
    /// starts.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Baseline, Bound, Goal, Measure, Of, Quantity, Target, Unit, dec};
    ///
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let target = Target::builder("cover".parse()?, share, Goal::level(Bound::AtLeast(dec!(75))), "2026".parse()?)
    ///     .of(Of::Each("district".parse()?))
    ///     .baseline(Baseline::observed("2021".parse()?).with_value_of("north".parse()?, dec!(30)))
    ///     .build()?;
    /// let north = target.of_part("north".parse()?);
    /// assert_eq!(*north.of(), Of::Breakdown("north".parse()?));
    /// assert_eq!(north.baseline(), Some(&Baseline::stated("2021".parse()?, dec!(30))));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of_part(&self, breakdown: Code) -> Self {
        let of_part = |version: &Version<Self>| Version {
            amendment: version.amendment.clone(),
            promised: version.promised.of_part(breakdown.clone()),
        };
        Self {
            baseline: self.baseline.as_ref().map(|baseline| baseline.of_part(&breakdown)),
            versions: self.versions.iter().map(of_part).collect(),
            of: Of::Breakdown(breakdown),
            ..self.clone()
        }
    }

    /// What is promised.
    pub const fn goal(&self) -> Goal {
        self.goal
    }

    /// What is promised, as a level where it is a change of a stated [`Reference`].
    pub fn goal_in_values(&self) -> Goal {
        let level = self
            .reference
            .as_ref()
            .map(|reference| self.goal.of_reference(reference.value));
        // What no decimal holds is refused when the target is built.
        level.flatten().unwrap_or(self.goal)
    }

    /// By when.
    pub const fn deadline(&self) -> Period {
        self.deadline
    }

    /// Where the promise starts.
    pub const fn baseline(&self) -> Option<&Baseline> {
        self.baseline.as_ref()
    }

    /// The period at whose end the path begins: the baseline's, and of a mean the one halfway in it.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Baseline, Bound, Goal, Measure, Quantity, Target, Unit, code, dec, period};
    ///
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let target = Target::builder(code!("homes"), share, Goal::level(Bound::AtLeast(dec!(80))), period!("2025"))
    ///     .baseline(Baseline::observed(period!("2016-01-01/P3Y")).as_mean())
    ///     .build()?;
    /// assert_eq!(target.start(), Some(period!("2017")));
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub fn start(&self) -> Option<Period> {
        let baseline = self.baseline.as_ref()?;
        let middle = baseline
            .is_mean
            .then(|| baseline.period.middle_part(self.length_of_means()));
        // A mean of no whole periods is refused when the target is built.
        Some(middle.flatten().unwrap_or(baseline.period))
    }

    /// What a change counts from, where that is not the baseline.
    pub const fn reference(&self) -> Option<&Reference> {
        self.reference.as_ref()
    }

    /// Whether it is a limit to be kept within, and not a goal to be reached, as the author says.
    ///
    /// Left out, the place where it starts tells: what lies within the bound already is to be kept there. For a level
    /// that is the value of the baseline, as stated or as first published, and without a baseline that of the last
    /// figure before the plan began; for the other goals it is no change at all.
    pub const fn limit(&self) -> Option<bool> {
        self.limit
    }

    /// The first day of the plan in which it stands, if it stands in one.
    pub(crate) fn plan_begins(&self) -> Option<NaiveDate> {
        self.plan.map(|plan| plan.begins)
    }

    /// The day on which the plan was published in which it stands, if that is known.
    pub(crate) fn plan_published(&self) -> Option<NaiveDate> {
        self.plan?.published
    }

    /// The path that the author chose.
    pub const fn shape(&self) -> Option<&Shape> {
        self.shape.as_ref()
    }

    /// What is promised in between, in the order of time.
    pub fn milestones(&self) -> &[Milestone] {
        &self.milestones
    }

    /// How it obliges, if that is stated.
    pub const fn nature(&self) -> Option<Nature> {
        self.nature
    }

    /// Who answers for it.
    pub const fn responsible(&self) -> Option<&Text> {
        self.responsible.as_ref()
    }

    /// How much it counts.
    pub const fn weight(&self) -> Weight {
        self.weight
    }

    /// How time is counted on the way from the baseline to the goal.
    pub const fn clock(&self) -> Clock {
        self.clock
    }

    /// How often a figure is due: as stated; else each period in which the goal is looked at, or of averages and sums
    /// the goal's own; else each year, or each quarter of the time from the baseline to the deadline if that is
    /// shorter.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, Length, Measure, Quantity, Target, Unit, code, dec, period};
    ///
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let at_least_80 = Goal::level(Bound::AtLeast(dec!(80)));
    /// let target = Target::builder(code!("homes"), share, at_least_80, period!("2025")).build()?;
    /// assert_eq!(target.reported(), Length::YEAR);
    /// assert_eq!(target.to_builder().reported(Length::MONTH).build()?.reported(), Length::MONTH);
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub fn reported(&self) -> Length {
        let is_of_a_period = self.quantity.collected().covers_its_period() && !matches!(self.goal, Goal::Cumulative(_));
        self.reported.unwrap_or_else(|| match self.goal.every() {
            Some(Every::Length(every)) => every,
            Some(Every::Figure) => Length::YEAR,
            None if is_of_a_period => self.own_period().length(),
            None => self.quarter_of_the_time().unwrap_or(Length::YEAR),
        })
    }

    /// How often a figure is due where nothing says so: in a quarter of the time from the baseline to the deadline,
    /// unless that is a year or more.
    fn quarter_of_the_time(&self) -> Option<Length> {
        let first = self.baseline.as_ref()?.period().last().succ_opt()?;
        let last = self.deadline.last();
        let days = u32::try_from(last.signed_duration_since(first).num_days())
            .ok()?
            .checked_add(1)?;
        // Of 48 months, or of 1461 days, a quarter is a year.
        match Period::between(first, last).ok()?.length() {
            Length::Months(48..) | Length::Days(1461..) => None,
            Length::Months(months) if months.checked_rem(4) == Some(0) => months.checked_div(4).map(Length::Months),
            _ => days.checked_div(4).map(|days| Length::Days(days.max(1))),
        }
    }

    /// Whether it is stated how often a figure is due.
    pub(crate) const fn states_reported(&self) -> bool {
        self.reported.is_some()
    }

    /// The period whose figure decides: the deadline's, and of what is looked at period by period the last of those.
    ///
    /// An average or a sum takes time. Where the deadline is less than a year, as in *by 31 December*, it is one that
    /// ends with it and is as long as the baseline's, without one as long as a reporting period, or as a year.
    pub(crate) fn own_period(&self) -> Period {
        let collected = self.quantity.collected();
        own_period(
            self.goal,
            collected,
            self.baseline.as_ref(),
            self.deadline,
            self.reported,
        )
    }

    /// How long the periods are of which a baseline is the mean.
    pub(crate) fn length_of_means(&self) -> Length {
        length_of_means(self.goal, self.deadline, self.reported)
    }

    /// Where the promise was made.
    pub const fn citation(&self) -> Option<&Citation> {
        self.citation.as_ref()
    }

    /// What it is to a principal target; `None` if it is principal itself.
    pub const fn relation(&self) -> Option<&Relation> {
        self.relation.as_ref()
    }

    /// Whether it counts by itself: what reads or restates another target, or is an instalment of a longer one, is
    /// shown beside that.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, Measure, Quantity, Target, Unit, code, dec, period};
    ///
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let at_least_80 = Goal::level(Bound::AtLeast(dec!(80)));
    /// let target = Target::builder(code!("homes"), share, at_least_80, period!("2025")).build()?;
    /// assert!(target.counts());
    /// assert!(!target.to_builder().restates(code!("homes-2025")).build()?.counts());
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub const fn counts(&self) -> bool {
        self.relation.is_none() && self.part_of.is_none()
    }

    /// The longer target of which this is one instalment.
    pub const fn part_of(&self) -> Option<&Code> {
        self.part_of.as_ref()
    }

    /// The indicators that are shown beside it, and never decide.
    pub fn proxies(&self) -> &[Code] {
        &self.proxies
    }

    /// A note for readers.
    pub const fn note(&self) -> Option<&Text> {
        self.note.as_ref()
    }

    /// What is meant as it stands, though it looks like a mistake.
    pub fn accepted(&self) -> &[LikelyMistake] {
        &self.accepted
    }

    /// How the path runs, as the author chose or as the goal has it, when the baseline has this value; `None` where the
    /// goal has no path. A limit for which none was chosen is held at its bound instead; whether it is a limit, figures
    /// may have to tell: see [`trajectory`](Self::trajectory).
    pub fn curve_from(&self, start: Option<Decimal>) -> Option<Curve> {
        match &self.shape {
            None => self.goal.default_curve(&self.quantity, start),
            Some(Shape::Linear) => Some(Curve::Linear),
            Some(Shape::ConstantGrowth) => Some(Curve::ConstantGrowth),
            Some(Shape::Logistic { ceiling }) => Some(Curve::Logistic { ceiling: *ceiling }),
            Some(Shape::Hold) => Some(Curve::Hold),
            Some(Shape::Schedule(schedule)) => Some(match schedule.between {
                Between::Stepped => Curve::Stepped,
                Between::Interpolated => Curve::Linear,
            }),
        }
    }

    /// What it promises since each of its amendments, in the order of time. What the target itself says is what was
    /// first promised.
    pub fn versions(&self) -> &[Version<Self>] {
        &self.versions
    }

    /// What it promises on a day, by the amendments that hold then: a target without amendments.
    ///
    /// Without any it is the target itself, as it is before the first of them.
    pub fn in_force_on(&self, day: NaiveDate) -> &Self {
        self.version_on(day).map_or(self, Version::promised)
    }

    /// The version that holds on a day, where one does.
    pub(crate) fn version_on(&self, day: NaiveDate) -> Option<&Version<Self>> {
        Version::on(&self.versions, day)
    }

    /// What it promised by a day, one after the other: first, and by each amendment that holds by then.
    pub(crate) fn promised_by(&self, day: NaiveDate) -> impl Iterator<Item = &Self> {
        let versions = self
            .versions
            .iter()
            .take_while(move |version| version.amendment().since() <= day);
        iter::once(self).chain(versions.map(Version::promised))
    }

    /// Whether it was amended by a day when what it promised was due already.
    pub(crate) fn was_amended_after_deadline(&self, day: NaiveDate) -> bool {
        Version::any_late(&self.versions, self.deadline, day, Self::deadline)
    }

    /// What was first promised, without amendments.
    #[must_use]
    pub fn first_promise(&self) -> Self {
        Self {
            versions: Vec::new(),
            ..self.clone()
        }
    }

    /// From where it starts: first, and since each amendment that states another baseline, by its place in the order of
    /// time.
    pub(super) fn starts(&self) -> Vec<(Option<usize>, &Baseline)> {
        let amended = self.versions.iter().map(|version| &version.promised).enumerate();
        let amended = amended.map(|(place, promised)| (Some(place), promised));
        let mut before = None;
        let all = iter::once((None, self)).chain(amended);
        all.filter_map(|(place, promised)| {
            let start = promised.baseline.as_ref()?;
            (before.replace(start) != Some(start)).then_some((place, start))
        })
        .collect()
    }

    /// Adds what it promises since each amendment. Gives the place of each in the list, in the order of time.
    ///
    /// Each version is a whole target, so that there can only be as many as keep a plan from growing beyond its
    /// document.
    pub(super) fn amend(&mut self, amendments: Vec<(Amendment, Changes)>, problems: &mut Problems) -> Vec<usize> {
        let (mut places, mut copied) = (Vec::new(), 0_usize);
        for (place, (amendment, changes)) in Amendment::in_order(amendments) {
            let before = self.versions.last().map_or(&*self, Version::promised);
            copied = copied.saturating_add(before.extent());
            if copied > MOST_COPIED && !places.is_empty() {
                problems.push("amendments", ProblemKind::TooManyAmendments { most: places.len() });
                break;
            }
            let promised = before.changed_by(changes, amendment.since());
            self.versions.push(Version { amendment, promised });
            places.push(place);
        }
        places
    }

    /// About how much of it a version copies: the items of its lists, and its words, sixteen bytes of them like an
    /// item.
    fn extent(&self) -> usize {
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
        items.max(LEAST_EXTENT)
    }

    /// The same with another goal and deadline, without what falls away with those that it had.
    fn turned_to(&self, goal: Goal, reference: Option<Reference>, deadline: Period) -> Self {
        let is_of_one_kind = self.goal.kind() == goal.kind();
        let leads_on = self.goal == goal && self.reference == reference && self.deadline == deadline;
        let mut turned = Self {
            goal,
            deadline,
            reference,
            ..self.first_promise()
        };
        turned.limit = turned.limit.filter(|_| is_of_one_kind);
        turned.shape = turned
            .shape
            .filter(|shape| leads_on || (is_of_one_kind && !matches!(shape, Shape::Schedule(_))));
        if !leads_on {
            turned.milestones.clear();
        }
        turned
    }

    fn changed_by(&self, changes: Changes, since: NaiveDate) -> Self {
        let reference = match (&changes.goal, changes.reference) {
            (None, None) => self.reference.clone(),
            (_, reference) => reference,
        };
        let goal = changes.goal.unwrap_or(self.goal);
        let mut version = self.turned_to(goal, reference, changes.deadline.unwrap_or(self.deadline));
        if let Some(baseline) = changes.baseline {
            version.baseline = Some(baseline);
            version.redefined = Some(since);
        }
        version.limit = changes.limit.or(version.limit);
        version.shape = changes.shape.or(version.shape);
        version.milestones = changes.milestones.unwrap_or(version.milestones);
        version.values = Milestone::values(&version.milestones);
        version
    }

    /// Whether an amendment stated the baseline since a version before.
    pub(super) fn is_redefined_since(&self, before: &Self) -> bool {
        self.redefined != before.redefined
    }

    /// Whether a change of definition with the figure of a period lies between the baseline and later figures: one that
    /// an amendment stated is in the definition in force since, which is that of the periods that had begun by then.
    pub(crate) fn baseline_is_before_break(&self, with: Period) -> bool {
        self.redefined.is_none_or(|since| with.first() > since)
    }

    /// What an amendment states that makes this version of the one before it.
    pub(super) fn stated_since(&self, before: &Self) -> Changes {
        let turned = before.turned_to(self.goal, self.reference.clone(), self.deadline);
        let is_of_one_goal = self.goal == before.goal && self.reference == before.reference;
        let milestones = (self.milestones != turned.milestones).then(|| self.milestones.clone());
        Changes {
            goal: (!is_of_one_goal).then_some(self.goal),
            reference: self.reference.clone().filter(|_| !is_of_one_goal),
            baseline: self.baseline.clone().filter(|_| self.is_redefined_since(before)),
            deadline: (self.deadline != before.deadline).then_some(self.deadline),
            limit: self.limit.filter(|_| self.limit != turned.limit),
            shape: self.shape.clone().filter(|_| self.shape != turned.shape),
            milestones,
        }
    }

    /// The points of the path between baseline and deadline: the milestones, or those of the author's schedule; `None`
    /// where one follows the baseline.
    pub(crate) fn points(&self) -> Option<&[Point]> {
        match &self.shape {
            Some(Shape::Schedule(schedule)) => Some(match schedule.points.split_last() {
                Some((last, before)) if last.period.end() == self.deadline.end() => before,
                _ => &schedule.points,
            }),
            _ => self.values.as_deref(),
        }
    }
}

/// The period whose figure decides, as in [`Target::own_period`].
pub(super) fn own_period(
    goal: Goal,
    collected: Collected,
    baseline: Option<&Baseline>,
    deadline: Period,
    reported: Option<Length>,
) -> Period {
    let own = match (goal, baseline) {
        (Goal::Keep { every, .. } | Goal::Trend { every, .. }, _) => match every {
            Every::Length(every) => deadline.grid_back(every).period(0),
            Every::Figure => None,
        },
        (Goal::Cumulative(_), _) => None,
        _ if !collected.covers_its_period() => None,
        (_, Some(baseline)) if !baseline.is_mean => deadline.not_shorter_than(|| baseline.period().length()),
        _ => Some(reporting_period(deadline, reported)),
    };
    own.unwrap_or(deadline)
}

/// How long the periods are of which a baseline is the mean: those of the goal's rhythm, if it has one, else those of
/// which its deadline asks.
pub(super) fn length_of_means(goal: Goal, deadline: Period, reported: Option<Length>) -> Length {
    match goal.every() {
        Some(Every::Length(every)) => every,
        _ => reporting_period(deadline, reported).length(),
    }
}

/// The period that ends with a deadline and is, where that is less than a year, as long as a reporting period, or as a
/// year.
fn reporting_period(deadline: Period, reported: Option<Length>) -> Period {
    let every = || reported.unwrap_or(Length::YEAR);
    deadline.not_shorter_than(every).unwrap_or(deadline)
}

/// A [`Target`] in the making.
#[derive(Debug, Clone)]
#[must_use]
pub struct TargetBuilder {
    pub(super) target: Target,
    /// In the order in which they were given.
    pub(super) amendments: Vec<(Amendment, Changes)>,
    pub(super) problems: Problems,
}

impl TargetBuilder {
    /// Gives it a name of its own.
    pub fn name(mut self, name: impl TryInto<Text, Error: Into<ProblemKind>>) -> Self {
        self.target.name = self.problems.keep("name", name.try_into());
        self
    }

    /// Says what of its indicator it is about, if not the total.
    pub fn of(mut self, of: Of) -> Self {
        self.target.of = of;
        self
    }

    /// Says where it starts.
    pub fn baseline(mut self, baseline: Baseline) -> Self {
        self.target.baseline = Some(baseline);
        self
    }

    /// Says what a change counts from, instead of the baseline.
    pub fn reference(mut self, reference: Reference) -> Self {
        self.target.reference = Some(reference);
        self
    }

    /// Says whether it is a limit to be kept within, or a goal to be reached.
    pub const fn limit(mut self, is_limit: bool) -> Self {
        self.target.limit = Some(is_limit);
        self
    }

    /// Chooses the path.
    pub fn shape(mut self, shape: Shape) -> Self {
        self.target.shape = Some(shape);
        self
    }

    /// Adds what is promised in between, after what is there.
    pub fn milestone(mut self, milestone: impl Into<Milestone>) -> Self {
        let milestone = milestone.into();
        self.target.milestones.push(milestone);
        self.target.values = self.target.values.take().and_then(|mut values| {
            values.extend(Milestone::values(&[milestone])?);
            Some(values)
        });
        self
    }

    /// Says how it obliges.
    pub const fn nature(mut self, nature: Nature) -> Self {
        self.target.nature = Some(nature);
        self
    }

    /// Says who answers for it.
    pub fn responsible(mut self, responsible: impl TryInto<Text, Error: Into<ProblemKind>>) -> Self {
        self.target.responsible = self.problems.keep("responsible", responsible.try_into());
        self
    }

    /// Says how much it counts, above zero.
    pub fn weight(mut self, weight: Decimal) -> Self {
        let weight = self.problems.keep("weight", Weight::new(weight));
        self.target.weight = weight.unwrap_or(self.target.weight);
        self
    }

    /// Says how time is counted on the way from the baseline to the goal.
    pub const fn clock(mut self, clock: Clock) -> Self {
        self.target.clock = clock;
        self
    }

    /// Says how often a figure is due.
    pub const fn reported(mut self, every: Length) -> Self {
        self.target.reported = Some(every);
        self
    }

    /// Says where the promise was made.
    pub fn citation(mut self, citation: Citation) -> Self {
        self.target.citation = Some(citation);
        self
    }

    /// Makes it another reading of a principal target.
    pub fn alternative_to(self, principal: Code) -> Self {
        self.relation("alternative_to", Relation::AlternativeTo(principal))
    }

    /// Makes it the same promise as a principal target, in another place.
    pub fn restates(self, principal: Code) -> Self {
        self.relation("restates", Relation::Restates(principal))
    }

    fn relation(mut self, field: &str, relation: Relation) -> Self {
        if self.target.relation.replace(relation).is_some() {
            self.problems.push(field, ProblemKind::AlternativeAndRestatement);
        }
        self
    }

    /// Makes it an instalment of a longer target.
    pub fn part_of(mut self, longer: Code) -> Self {
        self.target.part_of = Some(longer);
        self
    }

    /// Shows another indicator beside it.
    pub fn proxy(mut self, indicator: Code) -> Self {
        self.target.proxies.push(indicator);
        self
    }

    /// Adds a note for readers.
    pub fn note(mut self, note: impl TryInto<Text, Error: Into<ProblemKind>>) -> Self {
        self.target.note = self.problems.keep("note", note.try_into());
        self
    }

    /// Says that what looks like a mistake is meant: in the promise itself or in one of its amendments.
    pub fn accepting(mut self, mistake: LikelyMistake) -> Self {
        if !self.target.accepted.contains(&mistake) {
            self.target.accepted.push(mistake);
        }
        self
    }

    /// Adds what was amended later. Amendments can be given in any order: each amends the version before it in time.
    pub fn amendment(mut self, amendment: Amendment, changes: Changes) -> Self {
        self.amendments.push((amendment, changes));
        self
    }
}
