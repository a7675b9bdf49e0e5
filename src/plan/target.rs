//! One promise about one indicator.

use alloc::vec::Vec;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::dates::PlanDates;
use super::{Baseline, Citation, Every, Goal, LikelyMistake, Milestone, Of, Reference, Terms, Version};
use crate::trajectory::{Between, Clock, Curve, Moments, Point, Shape};
use crate::value::{
    Code, Collected, Length, Period, Position, Quantity, Spot, Text, Weight, Years, days_between, getters, names,
};

names! { "a nature":
    /// How a target obliges.
    pub enum Nature {
        /// A duty of the government that made the plan (約束性).
        Binding = "binding",
        /// What is expected to come about (預期性).
        Anticipatory = "anticipatory",
    }
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
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::plan::Relation;
    /// use milepost::{Bound, Goal, Measure, Quantity, Target, Unit, code, dec, period};
    ///
    /// // "Over 90 %" may be of the households or of the people; the second reading is shown, and the first one counts.
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let people = Target::builder(code!("of-people"), share, Goal::level(Bound::MoreThan(dec!(90))), period!("2026"))
    ///     .alternative_to(code!("of-households"))
    ///     .build()?;
    /// assert_eq!(people.relation().map(Relation::principal), Some(&code!("of-households")));
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub const fn principal(&self) -> &Code {
        match self {
            Self::AlternativeTo(code) | Self::Restates(code) => code,
        }
    }

    /// The field of a document that states this relation.
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Self::AlternativeTo(_) => "alternative_to",
            Self::Restates(_) => "restates",
        }
    }
}

/// One promise about one indicator.
///
/// It is made by [`Target::builder`], which checks everything and reports all problems at once. In a plan it knows when
/// the plan begins and was published: there it is not equal to the same promise by itself, and can be judged otherwise.
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
    /// The milestones as values; `None` if one of them depends on the value of the baseline.
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
    /// The likely mistakes that the author means as they stand; none twice.
    pub(super) accepted: Vec<LikelyMistake>,
    /// The dates of the plan in which the target stands; `None` outside of a plan.
    pub(super) plan: Option<PlanDates>,
    /// The day from which the amendment holds that last stated the baseline; `None` if no amendment did. A value that
    /// it states is in the definition in which the figures are published since that day.
    pub(super) rebased: Option<NaiveDate>,
    /// The target since each amendment, in the order of time, each without versions of its own.
    pub(super) versions: Vec<Version<Self>>,
}

impl Target {
    getters! {
        /// The name by which machines know it.
        code: &Code,
        /// The name of the target, where it is another than that of its indicator.
        name: Option<&Text>,
        /// The kind of number that is promised, and its unit.
        quantity: &Quantity,
        /// The part of its indicator that the target is about.
        of: &Of,
        /// The goal that is promised.
        goal: Goal,
        /// By when.
        deadline: Period,
        /// Where the promise starts.
        baseline: Option<&Baseline>,
        /// The reference that a change counts from, where that is not the baseline.
        reference: Option<&Reference>,
        /// The path that the author chose.
        shape: Option<&Shape>,
        /// The milestones between baseline and deadline, in the order of time.
        milestones: &[Milestone],
        /// How the target obliges, if that is stated.
        nature: Option<Nature>,
        /// Who answers for it.
        responsible: Option<&Text>,
        /// How much it counts.
        weight: Weight,
        /// How time is counted on the way from the baseline to the goal.
        clock: Clock,
        /// Where the promise was made.
        citation: Option<&Citation>,
        /// The relation of the target to a principal one; `None` if it is principal itself.
        relation: Option<&Relation>,
        /// The longer target of which this is one instalment.
        part_of: Option<&Code>,
        /// The indicators that are shown beside it, and never decide.
        proxies: &[Code],
        /// A note for readers.
        note: Option<&Text>,
        /// The likely mistakes that the author means as they stand.
        accepted: &[LikelyMistake],
    }

    /// What a target [of each](Of::Each) promises of one part: the same goal for this breakdown alone, from the
    /// baseline of this part.
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
        let baseline = self.baseline.as_ref().map(|baseline| baseline.of_part(&breakdown));
        let versions = self.versions.iter().map(|version| Version {
            amendment: version.amendment.clone(),
            promised: version.promised.of_part(breakdown.clone()),
        });
        let versions = versions.collect();
        self.with_subject(baseline, Of::Breakdown(breakdown), versions)
    }

    /// The same target about `of`, with another baseline and other versions, which are not copied from this target: it
    /// can have many values and versions, one for each part.
    pub(super) fn with_subject(&self, baseline: Option<Baseline>, of: Of, versions: Vec<Version<Self>>) -> Self {
        Self {
            code: self.code.clone(),
            quantity: self.quantity.clone(),
            of,
            goal: self.goal,
            deadline: self.deadline,
            name: self.name.clone(),
            baseline,
            reference: self.reference.clone(),
            limit: self.limit,
            shape: self.shape.clone(),
            milestones: self.milestones.clone(),
            values: self.values.clone(),
            nature: self.nature,
            responsible: self.responsible.clone(),
            weight: self.weight,
            reported: self.reported,
            clock: self.clock,
            citation: self.citation.clone(),
            relation: self.relation.clone(),
            part_of: self.part_of.clone(),
            proxies: self.proxies.clone(),
            note: self.note.clone(),
            accepted: self.accepted.clone(),
            plan: self.plan,
            rebased: self.rebased,
            versions,
        }
    }

    /// The goal, as a level where it is a change of a stated [`Reference`].
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, Measure, Quantity, Reference, Target, Unit, code, dec, period};
    ///
    /// // Emissions 31.89 % below business as usual.
    /// let emissions = Quantity::new(Measure::Flow, Unit::new(code!("tCO2e"), 6)?);
    /// let target = Target::builder(code!("co2-2030"), emissions, Goal::cut_of_at_least(dec!(0.3189)), period!("2030"))
    ///     .reference(Reference::new(period!("2030"), dec!(2869)))
    ///     .build()?;
    /// assert_eq!(target.goal_in_values(), Goal::level(Bound::AtMost(dec!(1954.0759))));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn goal_in_values(&self) -> Goal {
        let level = self
            .reference
            .as_ref()
            .map(|reference| self.goal.of_reference(reference.value));
        // What no decimal holds is refused when the target is built.
        level.flatten().unwrap_or(self.goal)
    }

    /// The period at whose end the path begins; `None` without a baseline:
    ///
    /// - of a mean of several periods, the one in the middle of them, after which half a day more may have passed: the
    ///   time along the path is counted exactly;
    /// - of what is counted at the beginning or in the middle of a period that is not as long as the goal's own, the
    ///   day on which that moment stands;
    /// - else the period of the baseline.
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
        self.begin().map(|begin| begin.shown)
    }

    /// Where the path begins: at the end of the period that [`start`](Self::start) gives, or half a day after it if
    /// that is halfway in the periods of a mean. `None` without a baseline.
    pub(crate) fn begin(&self) -> Option<Spot> {
        let baseline = self.baseline.as_ref()?;
        let middle = baseline
            .is_mean
            .then(|| baseline.period.middle_part(self.length_of_means()));
        // A mean of no whole periods is refused when the target is built.
        let place = || self.stands_at_end_of(baseline.period).into();
        Some(middle.flatten().unwrap_or_else(place))
    }

    /// The period at whose end the figure of `period` stands on the axis of time: mostly `period` itself.
    ///
    /// It is another one, of a single day, if figures are counted at the beginning or in the middle of their periods
    /// and `period` is not as long as the goal's own period. Figures of the own length stand at the ends of their
    /// periods, some time after the moment of counting; this day is as long after the moment of counting in `period`.
    /// So what was counted on 1 January is one year from the count of the year before, whether it is labelled by its
    /// year or by its month.
    #[inline]
    pub(crate) fn stands_at_end_of(&self, period: Period) -> Period {
        self.timeline().stands_at_end_of(period)
    }

    /// The time from one spot to another, by the target's clock.
    pub(crate) fn time_between(&self, from: Spot, to: Spot) -> Years {
        self.clock.time_between(from, to, self.moments())
    }

    /// The moments between which the days of the target are counted; `None` where values are of the ends of periods, or
    /// go on through them.
    pub(crate) fn moments(&self) -> Option<Moments> {
        let collected = self.collected();
        matches!(collected, Collected::Beginning | Collected::Middle).then(|| Moments {
            collected,
            length: self.own_period().length(),
        })
    }

    /// The day at whose end the figure of a period [stands](Self::stands_at_end_of) on the axis of time.
    #[inline]
    pub(crate) fn stands_at(&self, period: Period) -> Position {
        self.stands_at_end_of(period).end()
    }

    /// The day at whose end the value of a period is there: the day before the period for what is counted at its
    /// beginning, the day in its middle, else its last day.
    pub(crate) fn measured_on(&self, period: Period) -> NaiveDate {
        self.collected().measured_on(period)
    }

    /// How the number of the goal relates to its period: as the figures of the indicator do, except that a sum or an
    /// index which builds up since the baseline is a value at the end of its period.
    pub(crate) const fn collected(&self) -> Collected {
        self.timeline().collected_for_goal()
    }

    /// Whether the value of the deadline was there before a day, whether or not anybody knows it yet.
    pub(crate) fn is_past_deadline(&self, day: NaiveDate) -> bool {
        day > self.measured_on(self.deadline)
    }

    /// Whether the target is a limit to be kept within (`Some(true)`) or a goal to be reached (`Some(false)`), as the
    /// author says; `None` where the author says neither.
    ///
    /// Then the place where it starts tells: what lies within the bound already is to be kept there. For a level
    /// that is the value of the baseline, as stated or as first published, and without a baseline that of the last
    /// figure before the plan began; for the other goals it is no change at all. How it was read, given the figures, is
    /// [`Evidence::is_limit`](crate::Evidence::is_limit).
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Baseline, Bound, Goal, Measure, Quantity, Series, Target, Unit};
    /// use milepost::{code, day, dec, evidence, period};
    ///
    /// // At most 5,000 cars, of which there are 4,000. The author says nothing, and the baseline tells: it is a cap.
    /// let unit = Unit::new(code!("car"), 0)?;
    /// let stock = Quantity::new(Measure::Stock, unit.clone());
    /// let cars = Target::builder(code!("cars"), stock, Goal::level(Bound::AtMost(dec!(5000))), period!("2026"))
    ///     .baseline(Baseline::stated(period!("2021"), dec!(4000)));
    /// let series = Series::empty(code!("cars"), unit);
    /// let read = |target: &Target| (target.is_limit(), evidence(target, &series, day!("2022-01-31")).is_limit);
    /// assert_eq!(read(&cars.clone().build()?), (None, true));
    /// assert_eq!(read(&cars.to_be_reached().build()?), (Some(false), false));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub const fn is_limit(&self) -> Option<bool> {
        self.limit
    }

    /// The first day of the plan of the target; `None` if it is in no plan.
    pub(crate) fn plan_begins(&self) -> Option<NaiveDate> {
        self.plan.map(|plan| plan.begins)
    }

    /// The day on which the plan of the target was published; `None` if that is unknown, or there is no plan.
    pub(crate) fn plan_published(&self) -> Option<NaiveDate> {
        self.plan?.published
    }

    /// How long it takes from one figure to the next, by the first of these that applies:
    ///
    /// 1. as stated;
    /// 2. of a goal that is looked at period by period, one such period; of one that is looked at figure by figure, a
    ///    year;
    /// 3. of averages and sums, but not of a sum since the baseline, the goal's own length;
    /// 4. a year or, if that is shorter, a fourth of the time from the baseline to the deadline.
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

    /// A quarter of the time from the baseline to the deadline; `None` if that is a year or more, or there is no
    /// baseline.
    fn quarter_of_the_time(&self) -> Option<Length> {
        let start = self.stands_at_end_of(self.baseline.as_ref()?.period());
        let first = start.last().succ_opt()?;
        let last = self.deadline.last();
        let days = u32::try_from(days_between(first, last)).ok()?.checked_add(1)?;
        // Of 48 months, or of 1461 days, a quarter is a year.
        match Period::between(first, last).ok()?.length() {
            Length::Months(48..) | Length::Days(1461..) => None,
            Length::Months(months) if months.checked_rem(4) == Some(0) => months.checked_div(4).map(Length::Months),
            _ => days.checked_div(4).map(|days| Length::Days(days.max(1))),
        }
    }

    /// Whether the author states how often a figure is due.
    pub(crate) const fn states_reported(&self) -> bool {
        self.reported.is_some()
    }

    /// The period whose figure decides, which gives the length of the goal's own periods. It ends with the deadline:
    ///
    /// - of a goal that is looked at in periods of one length, the last of these;
    /// - of an average or a sum over its period whose deadline is less than a year, as in *by 31 December*, a period as
    ///   long as the baseline's; without a baseline, or with a mean, as long as `reported` says, else a year; but never
    ///   one that is shorter than the deadline;
    /// - of any other goal, and of a sum since the baseline, the deadline.
    pub(crate) fn own_period(&self) -> Period {
        self.timeline().own_period()
    }

    /// The fields of the target that decide of which periods it speaks.
    #[inline]
    const fn timeline(&self) -> Timeline<'_> {
        Timeline {
            goal: &self.goal,
            collected: self.quantity.collected(),
            baseline: self.baseline.as_ref(),
            deadline: self.deadline,
            reported: self.reported,
        }
    }

    /// The length of the periods whose mean a baseline of several periods is: that of the goal's rhythm, else the
    /// length in which the target is reported, as the deadline's period asks.
    pub(crate) fn length_of_means(&self) -> Length {
        self.timeline().length_of_means()
    }

    /// Whether the target counts by itself: another reading or a restatement of a target, or an instalment of a longer
    /// one, is shown beside that.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, Measure, Quantity, Target, Unit, code, dec, period};
    ///
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let at_least_80 = Goal::level(Bound::AtLeast(dec!(80)));
    /// let target = Target::builder(code!("homes"), share, at_least_80, period!("2025")).build()?;
    /// assert!(target.is_principal());
    /// assert!(!target.to_builder().restates(code!("homes-2025")).build()?.is_principal());
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub const fn is_principal(&self) -> bool {
        self.relation.is_none() && self.part_of.is_none()
    }

    /// How the path runs, as the author chose or as the [goal has it](Goal::default_curve), when the baseline has this
    /// value; `None` where the goal has no path. Where none was chosen, and a milestone lies at 0 or below, through
    /// which no growth leads, it is linear. A limit for which none was chosen is held at its bound instead; whether it
    /// is a limit, figures may have to tell: see [`trajectory`](Self::trajectory).
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::trajectory::Curve;
    /// use milepost::{Bound, Goal, Measure, Quantity, Shape, Target, Unit, code, dec, period};
    ///
    /// let product = Quantity::new(Measure::Flow, Unit::new(code!("CNY"), 8)?);
    /// let more_than_2000 = Goal::level(Bound::MoreThan(dec!(2000)));
    /// let target = Target::builder(code!("gdp-2026"), product, more_than_2000, period!("2026"));
    /// // A flow grows by a rate, which needs values above 0.
    /// let unchosen = target.clone().build()?;
    /// assert_eq!(unchosen.curve_from(Some(dec!(1517.7))), Some(Curve::ConstantGrowth));
    /// assert_eq!(unchosen.curve_from(Some(dec!(0))), Some(Curve::Linear));
    /// let chosen = target.shape(Shape::Linear).build()?;
    /// assert_eq!(chosen.curve_from(Some(dec!(1517.7))), Some(Curve::Linear));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn curve_from(&self, start: Option<Decimal>) -> Option<Curve> {
        match &self.shape {
            None => {
                let curve = self.goal.default_curve(&self.quantity, start);
                let leads_through_zero = || {
                    self.milestones
                        .iter()
                        .any(|milestone| self.is_at_zero_or_below(*milestone))
                };
                match curve {
                    Some(Curve::ConstantGrowth) if leads_through_zero() => Some(Curve::Linear),
                    curve => curve,
                }
            }
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

    /// Whether a milestone promises a value of 0 or below, on a way between two values above 0.
    fn is_at_zero_or_below(&self, milestone: Milestone) -> bool {
        match (milestone.promised, self.goal) {
            (Terms::OfGoal(amount), Goal::Change { .. } | Goal::AverageGrowth { .. }) => {
                amount <= Decimal::NEGATIVE_ONE
            }
            (Terms::Value(amount) | Terms::OfGoal(amount), _) => amount <= Decimal::ZERO,
            (Terms::ShareOfWay(_), _) => false,
        }
    }

    /// The points of the path between baseline and deadline: those of the author's schedule, without one at the
    /// deadline; without a schedule, the milestones as values, and `None` if one of them depends on the value of the
    /// baseline.
    pub(crate) fn points(&self) -> Option<&[Point]> {
        match &self.shape {
            Some(Shape::Schedule(schedule)) => Some(match schedule.points.split_last() {
                Some((last, before)) if self.stands_at(last.period) == self.deadline.end() => before,
                _ => &schedule.points,
            }),
            _ => self.values.as_deref(),
        }
    }

    /// The periods of the points of the schedule and of the milestones, as the author names them.
    pub(crate) fn periods_of_points(&self) -> impl Iterator<Item = Period> {
        let scheduled = match &self.shape {
            Some(Shape::Schedule(schedule)) => schedule.points.as_slice(),
            _ => &[],
        };
        let milestones = self.milestones.iter().map(|milestone| milestone.period);
        scheduled.iter().map(|point| point.period).chain(milestones)
    }
}

/// The fields of a target that decide of which periods it speaks; a target that is checked before it is built has them
/// too.
#[derive(Clone, Copy)]
pub(super) struct Timeline<'a> {
    pub(super) goal: &'a Goal,
    /// How the number of the indicator relates to its period.
    pub(super) collected: Collected,
    pub(super) baseline: Option<&'a Baseline>,
    pub(super) deadline: Period,
    pub(super) reported: Option<Length>,
}

impl Timeline<'_> {
    /// How the number of the goal relates to its period, as [`Target::collected`] says: what builds up since the
    /// baseline is a value at the end, whatever the figures are.
    const fn collected_for_goal(self) -> Collected {
        if self.goal.accumulates() {
            Collected::End
        } else {
            self.collected
        }
    }

    /// The period at whose end the figure of `period` stands: itself, or of what is counted at the beginning or in the
    /// middle of a period of another length than the goal's, the day at which [`Target::stands_at_end_of`] puts it.
    #[inline]
    pub(super) fn stands_at_end_of(self, period: Period) -> Period {
        match self.collected_for_goal() {
            moment @ (Collected::Beginning | Collected::Middle) => moment.stands_at_end_of(period, self.own_period()),
            _ => period,
        }
    }

    /// The period whose figure decides: by the table of [`Target::own_period`], a period that ends with the deadline
    /// and has the length of the goal's rhythm, of the baseline or of the reporting; else the deadline.
    pub(super) fn own_period(self) -> Period {
        let own = match (self.goal, self.baseline) {
            (Goal::Keep { .. } | Goal::Trend { .. }, _) => {
                let rhythm = self.goal.rhythm();
                rhythm.and_then(|rhythm| self.deadline.grid_about(rhythm).period(0))
            }
            (Goal::Cumulative(_), _) => None,
            _ if !self.collected.covers_its_period() => None,
            (_, Some(baseline)) if !baseline.is_mean => self.deadline.lengthened_to(|| baseline.period().length()),
            _ => Some(self.reporting_period()),
        };
        own.unwrap_or(self.deadline)
    }

    /// How long each period is of which the mean makes a baseline: as long as the periods or parts at which the goal
    /// looks one by one, else as the [reporting period](Self::reporting_period).
    pub(super) fn length_of_means(self) -> Length {
        let rhythm = self.goal.rhythm();
        rhythm.unwrap_or_else(|| self.reporting_period().length())
    }

    /// The deadline; if that is less than a year, the period that ends with it and is as long as `reported` says, or if
    /// nothing is stated a year, unless that is shorter than the deadline.
    fn reporting_period(self) -> Period {
        let every = || self.reported.unwrap_or(Length::YEAR);
        self.deadline.lengthened_to(every).unwrap_or(self.deadline)
    }
}
