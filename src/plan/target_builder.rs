//! A target in the making.

use alloc::vec::Vec;

use super::{
    Amendment, Baseline, Changes, Citation, Goal, LikelyMistake, Milestone, Nature, Of, ProblemKind, Problems,
    Reference, Relation, Target,
};
use crate::trajectory::{Clock, Shape};
use crate::value::{Code, Length, Period, Quantity, Text, Weight, setters};

impl Target {
    /// Begins a target: what is promised of what quantity by when.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, Measure, Quantity, Target, Unit, code, dec, period};
    ///
    /// // Code, quantity, goal and deadline are what every promise needs; what a goal needs besides, `build` asks for.
    /// let homes = |goal| {
    ///     let share = Quantity::new(Measure::Share, Unit::percent());
    ///     Target::builder(code!("homes-2025"), share, goal, period!("2025")).build()
    /// };
    /// assert!(homes(Goal::level(Bound::AtLeast(dec!(80)))).is_ok());
    /// let twenty_more = homes(Goal::addition(Bound::AtLeast(dec!(20)))).err().map(|problems| problems.to_string());
    /// let needed = "error[missing_baseline]: baseline: a goal of the kind `addition` needs a baseline";
    /// assert!(twenty_more.is_some_and(|words| words.starts_with(needed)));
    /// ```
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
                values: None,
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
                rebased: None,
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
    /// let goal = Goal::level(Bound::AtLeast(dec!(80)));
    /// let target = Target::builder(code!("homes"), share, goal, period!("2025")).build()?;
    /// let postponed = target
    ///     .to_builder()
    ///     .amendment(Amendment::new(day!("2024-06-01")), Changes::new().deadline(period!("2027")))
    ///     .build()?;
    /// assert_eq!(postponed.in_force_on(day!("2024-06-01")).deadline(), period!("2027"));
    /// assert_eq!(postponed.first_promise(), target);
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub fn to_builder(&self) -> TargetBuilder {
        let versions = self.versions_with_changes();
        TargetBuilder {
            amendments: versions
                .map(|(version, changes)| (version.amendment.clone(), changes))
                .collect(),
            target: self.first_promise(),
            problems: Problems::none(),
        }
    }
}

/// A [`Target`] in the making.
///
/// Its methods can be called in any order; [`build`](Self::build) checks everything that was said, and tells all that
/// is wrong with it at once. What is not said is as in a document that leaves it out:
///
/// | left out | in a document | means |
/// |---|---|---|
/// | [`of`](Self::of) | `of` | the total of its indicator |
/// | [`baseline`](Self::baseline) | `baseline` | none; a problem where the goal [needs one](Goal::needs_baseline) and counts from no reference |
/// | [`as_limit`](Self::as_limit), [`to_be_reached`](Self::to_be_reached) | `limit` | told by where it starts: within its bound or not |
/// | [`shape`](Self::shape) | `path` | the path of its [`Goal`] |
/// | [`milestone`](Self::milestone) | `milestones` | nothing is promised in between |
/// | [`weight`](Self::weight) | `weight` | 1 |
/// | [`clock`](Self::clock) | `time` | months |
/// | [`reported`](Self::reported) | `reported` | told by the goal: [`Target::reported`] |
/// | [`accepting`](Self::accepting) | `accept` | nothing that is likely to be a mistake |
///
/// # Examples
///
/// ```
/// use milepost::{Baseline, Bound, Goal, Measure, Nature, Quantity, Target, Unit, code, dec, period};
///
/// let share = Quantity::new(Measure::Share, Unit::percent());
/// let a_third_more = Goal::change(Bound::AtLeast(dec!(0.33)));
/// let homes = Target::builder(code!("homes-2025"), share, a_third_more, period!("2025")).nature(Nature::Binding);
/// // There is no baseline, and a weight of 0. What is said again stands in the place of what was said.
/// let homes = homes.weight(dec!(0));
/// assert_eq!(homes.clone().build().unwrap_err().errors().count(), 2);
/// let homes = homes.baseline(Baseline::stated(period!("2020"), dec!(60))).weight(dec!(2)).build()?;
/// assert_eq!(homes.weight().as_decimal(), dec!(2));
/// # Ok::<(), milepost::Problems>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct TargetBuilder {
    pub(super) target: Target,
    /// In the order in which they were given.
    pub(super) amendments: Vec<(Amendment, Changes)>,
    pub(super) problems: Problems,
}

impl TargetBuilder {
    setters! {
        /// Gives it another code: of a copy, that beside its pattern.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Baseline, Bound, Goal, Measure, Quantity, Target, Unit, code, dec, period};
        ///
        /// let homes = Quantity::new(Measure::Stock, Unit::new(code!("home"), 0)?);
        /// let goal = |homes| Goal::level(Bound::AtLeast(homes));
        /// let sooner = Target::builder(code!("homes-2025"), homes, goal(dec!(700)), period!("2025"))
        ///     .baseline(Baseline::stated(period!("2020"), dec!(500)))
        ///     .build()?;
        /// let later = sooner.to_builder().code(code!("homes-2030")).goal(goal(dec!(900)));
        /// let later = later.deadline(period!("2030")).build()?;
        /// assert_eq!((later.code().as_str(), later.deadline()), ("homes-2030", period!("2030")));
        /// assert_eq!(later.baseline(), sooner.baseline());
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        code(code: Code) => target.code = code,
        /// Says something else that is promised. What is first promised was said already; what changes on the way is an
        /// [amendment](Self::amendment).
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Bound, Goal, Measure, Quantity, Target, Unit, code, dec, period};
        ///
        /// // A slip of the pen in what was first promised: no amendment, and nothing of it is kept.
        /// let share = Quantity::new(Measure::Share, Unit::percent());
        /// let at_least = |share| Goal::level(Bound::AtLeast(share));
        /// let wrong = Target::builder(code!("air"), share, at_least(dec!(80)), period!("2026")).build()?;
        /// let right = wrong.to_builder().goal(at_least(dec!(88))).build()?;
        /// assert_eq!((right.goal(), right.versions().len()), (at_least(dec!(88)), 0));
        /// # Ok::<(), milepost::Problems>(())
        /// ```
        goal(goal: Goal) => target.goal = goal,
        /// Says another period whose value decides.
        const deadline(deadline: Period) => target.deadline = deadline,
        /// Says what of its indicator it is about, if not the total: one breakdown, or each part along a dimension.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Baseline, Bound, Goal, Measure, Of, Quantity, Target, Unit, code, dec, period};
        ///
        /// // Of women alone; or of each sex, where one stated value cannot be that of both.
        /// let share = Quantity::new(Measure::Share, Unit::percent());
        /// let work = Target::builder(code!("work"), share, Goal::level(Bound::AtLeast(dec!(75))), period!("2030"))
        ///     .baseline(Baseline::stated(period!("2020"), dec!(66)));
        /// assert!(work.clone().of(Of::Breakdown(code!("women"))).build().is_ok());
        /// let problems = work.of(Of::Each(code!("sex"))).build().err().ok_or("a problem")?;
        /// assert_eq!(problems.iter().map(|problem| problem.code()).collect::<Vec<_>>(), ["one_value_of_each"]);
        /// # Ok::<(), &str>(())
        /// ```
        of(of: Of) => target.of = of,
        /// Says where it starts: a period, and the value that the plan states for it or that is read from the figures.
        /// It ends before the deadline.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Baseline, Bound, Goal, Measure, Quantity, Target, Unit, code, dec, period};
        ///
        /// let firms = Quantity::new(Measure::Stock, Unit::new(code!("firm"), 0)?);
        /// let goal = Goal::addition(Bound::AtLeast(dec!(160)));
        /// let more = Target::builder(code!("firms"), firms, goal, period!("2026"));
        /// let from = |baseline| more.clone().baseline(baseline).build();
        /// assert!(from(Baseline::observed(period!("2021"))).is_ok());
        /// assert!(from(Baseline::stated(period!("2026-Q4"), dec!(320))).is_err(), "it ends with the deadline");
        /// # Ok::<(), milepost::ValueError>(())
        /// ```
        baseline(baseline: Baseline) => target.baseline = Some(baseline),
        /// Says what a [`Goal::Change`] counts from, instead of the baseline: a scenario's value, such as business as
        /// usual. The promise is then a value, and needs no baseline.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Bound, Goal, Measure, Quantity, Reference, Target, Unit, code, dec, period};
        ///
        /// // A level counts from nothing: only a change has a reference.
        /// let emissions = Quantity::new(Measure::Flow, Unit::new(code!("tCO2e"), 6)?);
        /// let below = |goal| {
        ///     Target::builder(code!("co2"), emissions.clone(), goal, period!("2030"))
        ///         .reference(Reference::new(period!("2030"), dec!(2869)))
        ///         .build()
        /// };
        /// assert!(below(Goal::cut_of_at_least(dec!(0.3))).is_ok());
        /// assert!(below(Goal::level(Bound::AtMost(dec!(2000)))).is_err());
        /// # Ok::<(), milepost::ValueError>(())
        /// ```
        reference(reference: Reference) => target.reference = Some(reference),
        /// Chooses the path: where it should be in between. [`Shape::Hold`] is for what is kept, and for limits.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Baseline, Bound, Goal, Measure, Quantity, Series, Shape, Target, Unit};
        /// use milepost::{code, day, dec, period};
        ///
        /// // From 100 to 200 billion in ten years: after five, 150 on a straight line, 100 × √2 at a constant rate.
        /// let product = Quantity::new(Measure::Flow, Unit::new(code!("EUR"), 9)?);
        /// let goal = Goal::level(Bound::AtLeast(dec!(200)));
        /// let target = Target::builder(code!("gdp"), product.clone(), goal, period!("2030"))
        ///     .baseline(Baseline::stated(period!("2020"), dec!(100)));
        /// let series = Series::empty(code!("gdp"), product.unit().clone());
        /// let due = |shape| {
        ///     let target = target.clone().shape(shape).build()?;
        ///     let path = target.trajectory(&series, day!("2021-01-31"))?;
        ///     Ok::<_, Box<dyn core::error::Error>>(path.expected(period!("2025"))?.round_dp(1))
        /// };
        /// assert_eq!((due(Shape::Linear)?, due(Shape::ConstantGrowth)?), (dec!(150), dec!(141.4)));
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        shape(shape: Shape) => target.shape = Some(shape),
        /// Says how it obliges: binding targets are counted apart, and come first in what needs attention.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Bound, Goal, Measure, Nature, Quantity, Target, Unit, code, dec, period};
        ///
        /// // Where a plan does not tell binding targets from others, none is said to be anticipatory.
        /// let share = Quantity::new(Measure::Share, Unit::percent());
        /// let air = Target::builder(code!("air"), share, Goal::level(Bound::AtLeast(dec!(88))), period!("2026"));
        /// assert_eq!(air.clone().build()?.nature(), None);
        /// assert_eq!(air.nature(Nature::Binding).build()?.nature(), Some(Nature::Binding));
        /// # Ok::<(), milepost::Problems>(())
        /// ```
        const nature(nature: Nature) => target.nature = Some(nature),
        /// Says how time is counted on the way from the baseline to the goal: in months and parts of them, or in days,
        /// as weekly and daily plans do. Yearly rates are not touched by it.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Baseline, Bound, Clock, Goal, Measure, Quantity, Series, Target, Unit};
        /// use milepost::{code, day, dec, period};
        ///
        /// // 365 vaccinations a day for a year: 11,315 by the end of January. A twelfth of the year would be 11,102.
        /// let doses = Quantity::new(Measure::Flow, Unit::new(code!("dose"), 0)?);
        /// let goal = Goal::cumulative(Bound::AtLeast(dec!(133225)));
        /// let target = Target::builder(code!("doses"), doses.clone(), goal, period!("2025"))
        ///     .baseline(Baseline::observed(period!("2024")))
        ///     .clock(Clock::Days)
        ///     .build()?;
        /// let series = Series::empty(code!("doses"), doses.unit().clone());
        /// let path = target.trajectory(&series, day!("2025-01-31"))?;
        /// assert_eq!(path.expected(period!("2025-01"))?, dec!(11315));
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        const clock(clock: Clock) => target.clock = clock,
        /// Says how often a figure is due. When more than two such periods have passed since a figure's period was
        /// first published, it says nothing of today any more.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Baseline, Bound, Goal, Length, Measure, Observation, Quantity, Rule, Series, Status, Target};
        /// use milepost::{Unit, code, day, dec, period, verdict};
        ///
        /// // A survey every five years: its figure of 2020 still speaks in 2025. Of a yearly one it would be too old.
        /// let share = Quantity::new(Measure::Share, Unit::percent());
        /// let goal = Goal::level(Bound::AtLeast(dec!(90)));
        /// let readers = Target::builder(code!("readers"), share, goal, period!("2035"))
        ///     .baseline(Baseline::stated(period!("2015"), dec!(80)));
        /// let figure = Observation::new(period!("2020"), dec!(83)).published_on(day!("2021-06-01"));
        /// let series = Series::new(code!("readers"), Unit::percent(), vec![figure])?;
        /// let status = |target: Target| verdict(&target, &series, day!("2025-01-31"), &Rule::pace()).status;
        /// assert_eq!(status(readers.clone().build()?), Status::Unknown);
        /// assert_eq!(status(readers.reported(Length::Months(60)).build()?), Status::Ahead);
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        const reported(every: Length) => target.reported = Some(every),
        /// Says where the promise was made.
        citation(citation: Citation) => target.citation = Some(citation),
        /// Makes it an instalment of a longer target, beside which it is shown and not counted.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Baseline, Bound, Goal, Measure, Quantity, Target, Unit, code, dec, period};
        ///
        /// // The first two years of a promise of five: judged by itself, and counted once with the whole.
        /// let homes = Quantity::new(Measure::Flow, Unit::new(code!("home"), 0)?);
        /// let goal = Goal::cumulative(Bound::AtLeast(dec!(8000)));
        /// let first = Target::builder(code!("homes-2023"), homes, goal, period!("2023"))
        ///     .baseline(Baseline::observed(period!("2021")))
        ///     .part_of(code!("homes-2026"))
        ///     .build()?;
        /// assert_eq!((first.part_of(), first.is_principal()), (Some(&code!("homes-2026")), false));
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        part_of(longer: Code) => target.part_of = Some(longer),
        /// Says that it is a limit to be kept within until the deadline, and no goal to be reached by then: the `limit`
        /// of a document, `true`.
        ///
        /// If neither this nor [`to_be_reached`](Self::to_be_reached) is said, [where it starts
        /// tells](Target::is_limit). A limit of which that alone tells is held at its bound: all of its room may be
        /// used at any time. One that is said to be a limit uses its room bit by bit, on the path of its goal, unless
        /// [`Shape::Hold`] is said too.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{
        ///     Baseline, Bound, Goal, Measure, Observation, Quantity, Rule, Series, Shape, Status, Target, Unit,
        /// };
        /// use milepost::{code, day, dec, period, verdict};
        ///
        /// // At most 5,000 cars, of which there are 4,000: a cap, unless the plan means to bring them up to there.
        /// // After three of five years nine tenths of the room are used.
        /// let unit = Unit::new(code!("cars"), 0)?;
        /// let goal = Goal::level(Bound::AtMost(dec!(5000)));
        /// let stock = Quantity::new(Measure::Stock, unit.clone());
        /// let cars = Target::builder(code!("cars-2026"), stock, goal, period!("2026"))
        ///     .baseline(Baseline::stated(period!("2021"), dec!(4000)));
        /// let figure = Observation::new(period!("2024"), dec!(4900)).published_on(day!("2025-01-20"));
        /// let series = Series::new(code!("cars"), unit, vec![figure])?;
        /// let status = |target: Target| verdict(&target, &series, day!("2025-02-01"), &Rule::pace()).status;
        ///
        /// assert_eq!(status(cars.clone().build()?), Status::OnTrack);
        /// assert_eq!(status(cars.clone().as_limit().build()?), Status::Lagging);
        /// assert_eq!(status(cars.clone().as_limit().shape(Shape::Hold).build()?), Status::OnTrack);
        /// assert_eq!(status(cars.to_be_reached().build()?), Status::Achieved);
        /// # Ok::<(), Box<dyn core::error::Error>>(())
        /// ```
        const as_limit() => target.limit = Some(true),
        /// Says that it is a goal to be reached by the deadline, and no limit to be kept within until then: the `limit`
        /// of a document, `false`. What is there already is achieved.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Baseline, Bound, Goal, Measure, Quantity, Target, Unit, code, dec, period};
        ///
        /// // A debt of at most 60 % of the product in 2030, from 55 %: that may be a cap, and a note says that it is
        /// // read so. Once the author says which it is, nothing is left to be said.
        /// let ratio = Quantity::new(Measure::Ratio, Unit::percent());
        /// let debt = Target::builder(code!("debt"), ratio, Goal::level(Bound::AtMost(dec!(60))), period!("2030"))
        ///     .baseline(Baseline::stated(period!("2024"), dec!(55)));
        /// let notes: Vec<_> = debt.clone().check().problems.iter().map(|note| note.code()).collect();
        /// assert_eq!(notes, ["already_met"]);
        /// assert!(debt.to_be_reached().check().problems.is_empty());
        /// ```
        const to_be_reached() => target.limit = Some(false),
    }

    /// Gives it a name of its own; else it is called as its indicator.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, Measure, Quantity, Target, Unit, code, dec, period, text};
    ///
    /// // The indicator is the share of homes; this target is of the old ones alone.
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let homes = Target::builder(code!("old-homes"), share, Goal::level(Bound::AtLeast(dec!(60))), period!("2025"));
    /// assert_eq!(homes.clone().build()?.name(), None);
    /// let named = homes.clone().name("Homes built before 1970 that are insulated").build()?;
    /// assert_eq!(named.name(), Some(&text!("Homes built before 1970 that are insulated")));
    /// assert!(homes.name(" ").build().is_err(), "a name has words in it");
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub fn name(mut self, name: impl TryInto<Text, Error: Into<ProblemKind>>) -> Self {
        self.target.name = self.problems.keep_anew("name", name.try_into());
        self
    }

    /// Adds what is promised in between, after what is there: a [`Point`](crate::Point) in units, or in the terms of
    /// [`Milestone`]. They stand in the order of time, between baseline and deadline, and the path leads through them.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Baseline, Bound, Goal, Measure, Milestone, Point, Quantity, Target, Unit, code, dec, period};
    ///
    /// // Emissions down by 55 % in 2030, and by 30 % in 2027; 1,000 kt are promised for 2025 as a number.
    /// let emissions = Quantity::new(Measure::Flow, Unit::new(code!("tCO2e"), 3)?);
    /// let target = Target::builder(code!("co2"), emissions, Goal::cut_of_at_least(dec!(0.55)), period!("2030"))
    ///     .baseline(Baseline::stated(period!("2020"), dec!(1200)));
    /// let in_2025 = Point::new(period!("2025"), dec!(1000));
    /// let in_2027 = Milestone::of_goal(period!("2027"), dec!(-0.3));
    /// let ordered = target.clone().milestone(in_2025).milestone(in_2027).build()?;
    /// assert_eq!(ordered.milestones(), [in_2025.into(), in_2027]);
    /// assert!(target.milestone(in_2027).milestone(in_2025).build().is_err(), "not in the order of time");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn milestone(mut self, milestone: impl Into<Milestone>) -> Self {
        self.target.milestones.push(milestone.into());
        self
    }

    /// Takes milestones back, of the first promise. One that was mistyped is taken back and said anew.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Baseline, Bound, Goal, Measure, Milestone, Quantity, Target, Unit, code, dec, period};
    ///
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let jobless = Target::builder(code!("jobless"), share, Goal::level(Bound::AtMost(dec!(4))), period!("2028"))
    ///     .baseline(Baseline::stated(period!("2023"), dec!(6)))
    ///     .milestone(Milestone::value(period!("2026"), dec!(5.2)))
    ///     .build()?;
    /// let right = Milestone::value(period!("2026"), dec!(5.1));
    /// assert!(jobless.to_builder().milestone(right).build().is_err(), "there is one of 2026 already");
    /// let mended = jobless.to_builder().without_milestones(|own| own.period == period!("2026"));
    /// assert_eq!(mended.milestone(right).build()?.milestones(), [right]);
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub fn without_milestones(mut self, is_out: impl Fn(&Milestone) -> bool) -> Self {
        self.target.milestones.retain(|milestone| !is_out(milestone));
        self
    }

    /// Says who answers for it.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, Measure, Quantity, Target, Unit, code, dec, period, text};
    ///
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let air = Target::builder(code!("good-air"), share, Goal::level(Bound::AtLeast(dec!(88))), period!("2026"))
    ///     .responsible("Bureau of Ecology and Environment")
    ///     .build()?;
    /// assert_eq!(air.responsible(), Some(&text!("Bureau of Ecology and Environment")));
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub fn responsible(mut self, responsible: impl TryInto<Text, Error: Into<ProblemKind>>) -> Self {
        self.target.responsible = self.problems.keep_anew("responsible", responsible.try_into());
        self
    }

    /// Says how much it counts beside the other targets of its pillar: a [`Weight`], or a number above zero.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, Measure, Quantity, Target, Unit, Weight, code, dec, period};
    ///
    /// // Twice as much as its neighbours. What is to count for nothing is another reading, and has no weight of 0.
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let air = Target::builder(code!("good-air"), share, Goal::level(Bound::AtLeast(dec!(88))), period!("2026"));
    /// assert_eq!(air.clone().build()?.weight(), Weight::ONE);
    /// assert_eq!(air.clone().weight(dec!(2)).build()?.weight().as_decimal(), dec!(2));
    /// let refused = air.weight(dec!(0)).build().err().map(|problems| problems.to_string());
    /// assert!(refused.is_some_and(|words| words.starts_with("error[weight_not_positive]: weight: ")));
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub fn weight(mut self, weight: impl TryInto<Weight, Error: Into<ProblemKind>>) -> Self {
        let weight = self.problems.keep_anew("weight", weight.try_into());
        self.target.weight = weight.unwrap_or(self.target.weight);
        self
    }

    /// Makes it another reading of a principal target, which alone counts.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, Measure, Quantity, Target, Unit, code, dec, period};
    ///
    /// // "Twofold growth" of 160 firms may mean 320 or 480 of them. The stricter reading stands beside the other.
    /// let firms = Quantity::new(Measure::Stock, Unit::new(code!("firm"), 0)?);
    /// let stricter = Target::builder(code!("strict"), firms, Goal::level(Bound::AtLeast(dec!(480))), period!("2030"))
    ///     .alternative_to(code!("firms-2030"));
    /// assert!(!stricter.clone().build()?.is_principal());
    /// // It is another reading of a promise, or the same promise again, and not both.
    /// assert!(stricter.restates(code!("firms-2030")).build().is_err());
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn alternative_to(self, principal: Code) -> Self {
        self.relation(Relation::AlternativeTo(principal))
    }

    /// Makes it the same promise as a principal target, which alone counts, in another place.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::plan::Relation;
    /// use milepost::{Bound, Goal, Measure, Quantity, Target, Unit, code, dec, period};
    ///
    /// // The chapter on industry repeats a promise of the overview. It is shown in both, and counts once.
    /// let product = Quantity::new(Measure::Flow, Unit::new(code!("CNY"), 8)?);
    /// let goal = Goal::level(Bound::MoreThan(dec!(2000)));
    /// let again = Target::builder(code!("gdp-again"), product, goal, period!("2026"))
    ///     .restates(code!("gdp-2026"))
    ///     .build()?;
    /// assert_eq!(again.relation(), Some(&Relation::Restates(code!("gdp-2026"))));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn restates(self, principal: Code) -> Self {
        self.relation(Relation::Restates(principal))
    }

    /// Sets the relation of the target to a principal one; a second relation replaces it, and is a problem.
    fn relation(mut self, relation: Relation) -> Self {
        let field = relation.name();
        if self.target.relation.replace(relation).is_some() {
            self.problems.push(field, ProblemKind::AlternativeAndRestatement);
        }
        self
    }

    /// Shows another indicator of the plan beside it, which never decides. That the plan has no such indicator is a
    /// problem of the plan.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Goal, Lacks, Measure, Quantity, Target, Unit, code, period};
    ///
    /// // "A strong rise of tourism" states no number. How many came is shown beside it, and judges nothing.
    /// let income = Quantity::new(Measure::Flow, Unit::new(code!("EUR"), 6)?);
    /// let tourism = Target::builder(code!("tourism"), income, Goal::Unstated(Lacks::Number), period!("2026"))
    ///     .proxy(code!("visits"))
    ///     .build()?;
    /// assert_eq!(tourism.proxies(), [code!("visits")]);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn proxy(mut self, indicator: Code) -> Self {
        self.target.proxies.push(indicator);
        self
    }

    /// Adds a note for readers.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, Measure, Quantity, Target, Unit, code, dec, period, text};
    ///
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let air = Target::builder(code!("good-air"), share, Goal::level(Bound::AtLeast(dec!(88))), period!("2026"))
    ///     .note("Without the days of sandstorms, which are reported apart")
    ///     .build()?;
    /// assert_eq!(air.note(), Some(&text!("Without the days of sandstorms, which are reported apart")));
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub fn note(mut self, note: impl TryInto<Text, Error: Into<ProblemKind>>) -> Self {
        self.target.note = self.problems.keep_anew("note", note.try_into());
        self
    }

    /// Says that what looks like a mistake is meant: in the promise itself or in one of its amendments.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Baseline, Bound, Goal, LikelyMistake, Measure, Quantity, Target, Unit, code, dec, period};
    ///
    /// // Sales are to triple: a change of 2, as a fraction.
    /// let sales = Quantity::new(Measure::Flow, Unit::new(code!("EUR"), 6)?);
    /// let goal = Goal::change(Bound::AtLeast(dec!(2)));
    /// let tripled = Target::builder(code!("sales-2030"), sales, goal, period!("2030"))
    ///     .baseline(Baseline::stated(period!("2025"), dec!(40)));
    /// assert!(tripled.clone().build().is_err(), "2 % may be meant");
    /// assert!(tripled.accepting(LikelyMistake::LargeChange).build().is_ok());
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn accepting(mut self, mistake: LikelyMistake) -> Self {
        if !self.target.accepted.contains(&mistake) {
            self.target.accepted.push(mistake);
        }
        self
    }

    /// Adds what was amended later. Amendments can be given in any order: each amends the version before it in time.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Amendment, Bound, Changes, Goal, Measure, Quantity, Target, Unit, code, day, dec, period};
    ///
    /// // The second amendment changes the deadline alone, and the goal that the first one made stays.
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let at_least = |share| Goal::level(Bound::AtLeast(share));
    /// let homes = Target::builder(code!("homes"), share, at_least(dec!(80)), period!("2025"))
    ///     .amendment(Amendment::new(day!("2025-02-01")), Changes::new().deadline(period!("2027")))
    ///     .amendment(Amendment::new(day!("2023-06-01")), Changes::new().goal(at_least(dec!(70))));
    /// let now = homes.clone().build()?;
    /// let now = now.in_force_on(day!("2025-02-01"));
    /// assert_eq!((now.goal(), now.deadline()), (at_least(dec!(70)), period!("2027")));
    /// // An amendment that changes nothing is a slip.
    /// assert!(homes.amendment(Amendment::new(day!("2026-01-01")), Changes::new()).build().is_err());
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub fn amendment(mut self, amendment: Amendment, changes: Changes) -> Self {
        self.amendments.push((amendment, changes));
        self
    }

    /// Takes amendments back, with what they changed. One in which there was a slip is taken back and said anew.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Amendment, Bound, Changes, Goal, Measure, Quantity, Target, Unit, code, day, dec, period};
    ///
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let postponed = |to| (Amendment::new(day!("2024-06-01")), Changes::new().deadline(to));
    /// let (amendment, changes) = postponed(period!("2072"));
    /// let homes = Target::builder(code!("homes"), share, Goal::level(Bound::AtLeast(dec!(80))), period!("2025"))
    ///     .amendment(amendment, changes)
    ///     .build()?;
    /// let (amendment, changes) = postponed(period!("2027"));
    /// let homes = homes.to_builder().without_amendments(|own| own.since() == day!("2024-06-01"));
    /// let homes = homes.amendment(amendment, changes).build()?;
    /// assert_eq!(homes.in_force_on(day!("2024-06-01")).deadline(), period!("2027"));
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub fn without_amendments(mut self, is_out: impl Fn(&Amendment) -> bool) -> Self {
        self.amendments.retain(|(amendment, _)| !is_out(amendment));
        self
    }
}
