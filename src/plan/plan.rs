//! A whole published plan.

use alloc::format;
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::dates::PlanDates;
use super::nearest::Search;
use super::{Citation, Deliverable, Indicator, Pillar, ProblemKind, Problems, Replacement, Target};
use crate::value::{Code, Period, Text, getters, setters};

/// A published plan.
///
/// # Examples
///
/// ```
/// use milepost::{Baseline, Bound, Goal, Indicator, Measure, Pillar, Plan, Quantity, Target, Unit, dec, text};
///
/// let product = Quantity::new(Measure::Flow, Unit::new("CNY".parse()?, 8)?);
/// let target = Target::builder(
///     "gdp-2026".parse()?,
///     product.clone(),
///     Goal::level(Bound::MoreThan(dec!(2000))),
///     "2026".parse()?,
/// )
/// .baseline(Baseline::observed("2021".parse()?))
/// .build()?;
/// let indicator = Indicator::new("gdp".parse()?, text!("Gross regional product"), product).with_target(target);
/// let pillar = Pillar::new("overall".parse()?, text!("Overall goals")).with_indicator(indicator);
/// let plan = Plan::builder("yuzhong".parse()?, text!("Yuzhong 2022-2026"), "2022-01-01/P5Y".parse()?)
///     .pillar(pillar)
///     .build()?;
/// assert_eq!(plan.targets().count(), 1);
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub(super) code: Code,
    pub(super) name: Text,
    pub(super) period: Period,
    pub(super) region: Option<Text>,
    pub(super) issuers: Vec<Text>,
    pub(super) published: Option<NaiveDate>,
    pub(super) citation: Option<Citation>,
    pub(super) note: Option<Text>,
    pub(super) pillars: Vec<Pillar>,
}

impl Plan {
    /// Begins a plan for a period.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Plan, code, period, text};
    ///
    /// // The time of the plan is five years from a day. Fiscal years and quarters are written so too.
    /// let plan = Plan::builder(code!("county"), text!("County plan"), period!("2022-04-01/P5Y")).build()?;
    /// assert_eq!(plan.period().last(), milepost::day!("2027-03-31"));
    /// assert_eq!(plan.published(), None, "it promises from the start");
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub const fn builder(code: Code, name: Text, period: Period) -> PlanBuilder {
        PlanBuilder {
            plan: Self {
                code,
                name,
                period,
                region: None,
                issuers: Vec::new(),
                published: None,
                citation: None,
                note: None,
                pillars: Vec::new(),
            },
            problems: Problems::none(),
        }
    }

    /// The same plan in the making.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, Indicator, Measure, Pillar, Plan, Quantity, Target, Unit, code, dec, period, text};
    ///
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let goal = Goal::level(Bound::AtLeast(dec!(80)));
    /// let target = Target::builder(code!("homes-2025"), share.clone(), goal, period!("2025")).build()?;
    /// let homes = Indicator::new(code!("homes"), text!("Homes connected"), share).with_target(target.clone());
    /// let plan = Plan::builder(code!("city"), text!("City plan"), period!("2021-01-01/P5Y"))
    ///     .pillar(Pillar::new(code!("all"), text!("All")).with_indicator(homes))
    ///     .build()?;
    ///
    /// let weighted = target.to_builder().weight(dec!(2)).build()?;
    /// let plan = plan.to_builder().region("The old town").replacing(weighted.clone()).build()?;
    /// assert_eq!(plan.target("homes-2025").map(|(_, target)| target.weight()), Some(weighted.weight()));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn to_builder(&self) -> PlanBuilder {
        PlanBuilder {
            plan: self.clone(),
            problems: Problems::none(),
        }
    }

    getters! {
        /// The name by which machines know it.
        code: &Code,
        /// The name.
        name: &Text,
        /// The time for which it was made.
        period: Period,
        /// The region for which it was made.
        region: Option<&Text>,
        /// The issuers: those who made the plan.
        issuers: &[Text],
        /// The day on which it was published.
        published: Option<NaiveDate>,
        /// The place where the plan was published.
        citation: Option<&Citation>,
        /// A note for readers.
        note: Option<&Text>,
        /// The pillars of the plan, in the order of the document.
        pillars: &[Pillar],
    }

    /// Every indicator, in the order of the document.
    ///
    /// # Examples
    ///
    /// ```
    /// # use milepost::{Indicator, Measure, Pillar, Plan, Quantity, Unit, code, period, text};
    /// // Those of all pillars, with targets and without: what the plan needs figures of.
    /// # let share = || Quantity::new(Measure::Share, Unit::percent());
    /// let homes = Indicator::new(code!("homes"), text!("Homes connected"), share());
    /// let air = Indicator::new(code!("air"), text!("Days with good air"), share());
    /// let plan = Plan::builder(code!("city"), text!("City plan"), period!("2021-01-01/P5Y"))
    ///     .pillar(Pillar::new(code!("water"), text!("Water")).with_indicator(homes))
    ///     .pillar(Pillar::new(code!("green"), text!("Green city")).with_indicator(air))
    ///     .build()?;
    /// assert_eq!(plan.indicators().map(|indicator| indicator.code().as_str()).collect::<Vec<_>>(), ["homes", "air"]);
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub fn indicators(&self) -> impl Iterator<Item = &Indicator> {
        self.pillars.iter().flat_map(Pillar::indicators)
    }

    /// Every target with its indicator, in the order of the document.
    ///
    /// # Examples
    ///
    /// ```
    /// # use milepost::{Bound, Goal, Indicator, Measure, Nature, Pillar, Plan, Quantity, Target, Unit};
    /// # use milepost::{code, dec, period, text};
    /// # let share = Quantity::new(Measure::Share, Unit::percent());
    /// let by = |code, year| Target::builder(code, share.clone(), Goal::level(Bound::AtLeast(dec!(80))), year);
    /// let homes = Indicator::new(code!("homes"), text!("Homes connected"), share.clone())
    ///     .with_target(by(code!("homes-2023"), period!("2023")).build()?)
    ///     .with_target(by(code!("homes-2025"), period!("2025")).nature(Nature::Binding).build()?);
    /// let plan = Plan::builder(code!("city"), text!("City plan"), period!("2021-01-01/P5Y"))
    ///     .pillar(Pillar::new(code!("water"), text!("Water")).with_indicator(homes))
    ///     .build()?;
    /// // What binds the government, each with what it is measured by.
    /// let binding = plan.targets().filter(|(_, target)| target.nature() == Some(Nature::Binding));
    /// let binding = binding.map(|(indicator, target)| (indicator.code().as_str(), target.deadline()));
    /// assert_eq!(binding.collect::<Vec<_>>(), [("homes", period!("2025"))]);
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub fn targets(&self) -> impl Iterator<Item = (&Indicator, &Target)> {
        self.indicators()
            .flat_map(|indicator| indicator.targets().iter().map(move |target| (indicator, target)))
    }

    /// The same plan, with its dates copied to each target, to each version of it and to each deliverable.
    pub(super) fn handed_down(mut self) -> Self {
        let dates = Some(PlanDates {
            begins: self.period.first(),
            published: self.published,
        });
        for target in self.targets_mut() {
            target.plan = dates;
            let versions = target.versions.iter_mut();
            versions.for_each(|version| version.promised.plan = dates);
        }
        self.deliverables_mut().for_each(|deliverable| deliverable.plan = dates);
        self
    }

    /// Every target, to be changed.
    fn targets_mut(&mut self) -> impl Iterator<Item = &mut Target> {
        self.indicators_mut().flat_map(|indicator| &mut indicator.targets)
    }

    /// Every indicator, to be changed.
    fn indicators_mut(&mut self) -> impl Iterator<Item = &mut Indicator> {
        self.pillars.iter_mut().flat_map(|pillar| &mut pillar.indicators)
    }

    /// Every deliverable, to be changed.
    fn deliverables_mut(&mut self) -> impl Iterator<Item = &mut Deliverable> {
        self.pillars.iter_mut().flat_map(|pillar| &mut pillar.deliverables)
    }

    /// The plan as it was first promised, without any amendment: for a roll-up by what was promised then.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Amendment, Bound, Changes, Goal, Indicator, Measure, Observation, Observations, Pillar, Plan};
    /// use milepost::{Quantity, Rule, Series, Target, Unit, assess_plan, code, day, dec, period, text};
    ///
    /// // At least 80 % in 2025; since June 2023 70 % are enough, and 75 % were reached.
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let at_least = |share| Goal::level(Bound::AtLeast(share));
    /// let target = Target::builder(code!("connected"), share.clone(), at_least(dec!(80)), period!("2025"))
    ///     .amendment(Amendment::new(day!("2023-06-01")), Changes::new().goal(at_least(dec!(70))))
    ///     .build()?;
    /// let indicator = Indicator::new(code!("homes"), text!("Homes connected"), share).with_target(target);
    /// let plan = Plan::builder(code!("city"), text!("City plan"), period!("2021-01-01/P5Y"))
    ///     .pillar(Pillar::new(code!("homes"), text!("Homes")).with_indicator(indicator))
    ///     .build()?;
    /// let figure = Observation::new(period!("2025"), dec!(75)).published_on(day!("2026-01-20"));
    /// let observations = Observations::new(vec![Series::new(code!("homes"), Unit::percent(), vec![figure])?])?;
    ///
    /// let counts = |plan| assess_plan(plan, &observations, day!("2026-02-01"), &Rule::pace()).summary.counts;
    /// assert_eq!((counts(&plan).achieved, counts(&plan.first_promise()).missed), (1, 1));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn first_promise(&self) -> Self {
        let mut first = self.clone();
        first.targets_mut().for_each(|target| target.versions.clear());
        first
            .deliverables_mut()
            .for_each(|deliverable| deliverable.deadlines.clear());
        first
    }

    /// Every deliverable, in the order of the document.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Deliverable, Pillar, Plan, code, period, text};
    ///
    /// // What is due in the year of the question, of all pillars.
    /// let plan = Plan::builder(code!("city"), text!("City plan"), period!("2021-01-01/P5Y"))
    ///     .pillar(
    ///         Pillar::new(code!("traffic"), text!("Traffic"))
    ///             .with_deliverable(Deliverable::new(code!("bridge"), text!("A new bridge"), period!("2024-06")))
    ///             .with_deliverable(Deliverable::new(code!("tram"), text!("The tram runs"), period!("2025"))),
    ///     )
    ///     .build()?;
    /// let due = plan.deliverables().filter(|one| period!("2024").contains(one.deadline()));
    /// assert_eq!(due.map(|one| one.code().as_str()).collect::<Vec<_>>(), ["bridge"]);
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub fn deliverables(&self) -> impl Iterator<Item = &Deliverable> {
        self.pillars.iter().flat_map(Pillar::deliverables)
    }

    /// The indicator with this code, if there is one.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Indicator, Measure, Pillar, Plan, Quantity, Unit, code, period, text};
    ///
    /// // The unit in which figures are to be given, for whoever enters them.
    /// let jobs = Quantity::new(Measure::Stock, Unit::new(code!("job"), 3)?);
    /// let plan = Plan::builder(code!("city"), text!("City plan"), period!("2021-01-01/P5Y"))
    ///     .pillar(Pillar::new(code!("work"), text!("Work")).with_indicator(Indicator::new(
    ///         code!("jobs"),
    ///         text!("Jobs in industry"),
    ///         jobs.clone(),
    ///     )))
    ///     .build()?;
    /// assert_eq!(plan.indicator("jobs").map(|indicator| indicator.quantity().unit()), Some(jobs.unit()));
    /// assert!(plan.indicator("work").is_none(), "that is a pillar");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn indicator(&self, code: impl AsRef<str>) -> Option<&Indicator> {
        self.indicators()
            .find(|indicator| indicator.code().as_str() == code.as_ref())
    }

    /// The target with this code, with its indicator.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, Indicator, Measure, Pillar, Plan, Quantity, Target, Unit, code, dec, period, text};
    ///
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let goal = Goal::level(Bound::AtLeast(dec!(80)));
    /// let target = Target::builder(code!("homes-2025"), share.clone(), goal, period!("2025")).build()?;
    /// let homes = Indicator::new(code!("homes"), text!("Homes connected"), share).with_target(target);
    /// let plan = Plan::builder(code!("city"), text!("City plan"), period!("2021-01-01/P5Y"))
    ///     .pillar(Pillar::new(code!("all"), text!("All")).with_indicator(homes))
    ///     .build()?;
    /// let found = plan.target("homes-2025").map(|(indicator, target)| (indicator.code().as_str(), target.deadline()));
    /// assert_eq!(found, Some(("homes", period!("2025"))));
    /// assert!(plan.indicator("homes").is_some());
    /// assert!(plan.deliverable("homes").is_none(), "that is an indicator");
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub fn target(&self, code: impl AsRef<str>) -> Option<(&Indicator, &Target)> {
        self.targets()
            .find(|(_, target)| target.code().as_str() == code.as_ref())
    }

    /// The deliverable with this code, if there is one.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Deliverable, Pillar, Plan, code, period, text};
    ///
    /// let tram = Deliverable::new(code!("tram"), text!("The tram runs"), period!("2025"));
    /// let plan = Plan::builder(code!("city"), text!("City plan"), period!("2021-01-01/P5Y"))
    ///     .pillar(Pillar::new(code!("traffic"), text!("Traffic")).with_deliverable(tram))
    ///     .build()?;
    /// // Reports name deliverables by their codes.
    /// assert_eq!(plan.deliverable("tram").map(Deliverable::deadline), Some(period!("2025")));
    /// assert!(plan.deliverable("Tram").is_none());
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub fn deliverable(&self, code: impl AsRef<str>) -> Option<&Deliverable> {
        self.deliverables()
            .find(|deliverable| deliverable.code().as_str() == code.as_ref())
    }
}

/// A [`Plan`] in the making.
///
/// [`build`](Self::build) checks the whole: codes that stand twice, references to codes that nobody has, deadlines
/// outside of the plan's time. It tells all that is wrong at once, each with its path.
#[derive(Debug, Clone)]
#[must_use]
pub struct PlanBuilder {
    pub(super) plan: Plan,
    pub(super) problems: Problems,
}

impl PlanBuilder {
    setters! {
        /// Replaces the code, as for a plan that is made from another one.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Plan, code, period, text};
        ///
        /// let plan = Plan::builder(code!("city-2021"), text!("City plan 2021-2025"), period!("2021-01-01/P5Y"));
        /// let plan = plan.build()?;
        /// let next = plan
        ///     .to_builder()
        ///     .code(code!("city-2026"))
        ///     .name(text!("City plan 2026-2030"))
        ///     .period(period!("2026-01-01/P5Y"))
        ///     .build()?;
        /// assert_eq!(next.code().as_str(), "city-2026");
        /// # Ok::<(), milepost::Problems>(())
        /// ```
        code(code: Code) => plan.code = code,
        /// Replaces the time for which it is made.
        const period(period: Period) => plan.period = period,
        /// Says when it was published: before that day nothing is promised, and a status is `not_due`. If it is not
        /// said, the plan promises from the start.
        ///
        /// # Examples
        ///
        /// ```
        /// use milepost::{Bound, Goal, Indicator, Measure, Observations, Pillar, Plan, Quantity, Rule, Target, Unit};
        /// use milepost::{assess_plan, code, day, dec, period, text};
        ///
        /// // A plan for 2021 to 2025 that was published in May 2021: in April nobody had promised anything.
        /// let share = Quantity::new(Measure::Share, Unit::percent());
        /// let goal = Goal::level(Bound::AtLeast(dec!(80)));
        /// let target = Target::builder(code!("homes-2025"), share.clone(), goal, period!("2025")).build()?;
        /// let homes = Indicator::new(code!("homes"), text!("Homes connected"), share).with_target(target);
        /// let plan = Plan::builder(code!("city"), text!("City plan"), period!("2021-01-01/P5Y"))
        ///     .published_on(day!("2021-05-10"))
        ///     .pillar(Pillar::new(code!("water"), text!("Water")).with_indicator(homes))
        ///     .build()?;
        /// let assessment = assess_plan(&plan, &Observations::default(), day!("2021-04-30"), &Rule::pace());
        /// let reason = assessment.target("homes-2025").map(|target| target.assessment.verdict.reason.to_string());
        /// assert_eq!(reason.as_deref(), Some("the plan is published only on 2021-05-10"));
        /// # Ok::<(), milepost::Problems>(())
        /// ```
        const published_on(day: NaiveDate) => plan.published = Some(day),
        /// Says where it was published.
        citation(citation: Citation) => plan.citation = Some(citation),
    }

    /// Replaces the name. An empty name is a problem.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Plan, code, period, text};
    ///
    /// let plan = Plan::builder(code!("city"), text!("City plan"), period!("2021-01-01/P5Y")).build()?;
    /// let draft = plan.to_builder().name("City plan, draft").build()?;
    /// assert_eq!(draft.name(), &text!("City plan, draft"));
    /// assert!(plan.to_builder().name(" ").build().is_err());
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub fn name(mut self, name: impl TryInto<Text, Error: Into<ProblemKind>>) -> Self {
        if let Some(name) = self.problems.keep_anew("name", name.try_into()) {
            self.plan.name = name;
        }
        self
    }

    /// Says for which region the plan is made, in the words of its author. An empty text is a problem.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Plan, Text, code, period, text};
    ///
    /// let plan = Plan::builder(code!("plan"), text!("Five-year plan"), period!("2022-01-01/P5Y"));
    /// // In one language or several; a text without a language is taken as it stands.
    /// let region = Text::tagged("zh-Hans", "渝中区")?.with("en", "Yuzhong District")?;
    /// let of_region = plan.clone().region(region).build()?;
    /// assert_eq!(of_region.region().map(|name| name.in_language("en")), Some("Yuzhong District"));
    /// assert_eq!(plan.clone().region("Tyrol").build()?.region(), Some(&text!("Tyrol")));
    /// assert!(plan.region("").build().is_err());
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn region(mut self, region: impl TryInto<Text, Error: Into<ProblemKind>>) -> Self {
        self.plan.region = self.problems.keep_anew("region", region.try_into());
        self
    }

    /// Adds an issuer: one who made it.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Plan, code, period, text};
    ///
    /// // One call for each of those who made it.
    /// let plan = Plan::builder(code!("air"), text!("Clean air plan"), period!("2026-01-01/P5Y"))
    ///     .issuer("Ministry of the Environment")
    ///     .issuer("Ministry of Transport")
    ///     .build()?;
    /// assert_eq!(plan.issuers(), [text!("Ministry of the Environment"), text!("Ministry of Transport")]);
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub fn issuer(mut self, issuer: impl TryInto<Text, Error: Into<ProblemKind>>) -> Self {
        let path = format!("issuers[{}]", self.plan.issuers.len());
        self.plan.issuers.extend(self.problems.keep(&path, issuer.try_into()));
        self
    }

    /// Sets the note for readers. An empty note is a problem.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Plan, code, period, text};
    ///
    /// // There is one note: what is said later stands in the place of what was said.
    /// let plan = Plan::builder(code!("air"), text!("Clean air plan"), period!("2026-01-01/P5Y")).note("A draft");
    /// let plan = plan.note("As adopted by the council").build()?;
    /// assert_eq!(plan.note(), Some(&text!("As adopted by the council")));
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub fn note(mut self, note: impl TryInto<Text, Error: Into<ProblemKind>>) -> Self {
        self.plan.note = self.problems.keep_anew("note", note.try_into());
        self
    }

    /// Adds a pillar after those that are there.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Pillar, Plan, code, period, text};
    ///
    /// // A chapter that came later is added to the plan as it is.
    /// let plan = Plan::builder(code!("city"), text!("City plan"), period!("2021-01-01/P5Y"))
    ///     .pillar(Pillar::new(code!("water"), text!("Water")))
    ///     .build()?;
    /// let grown = plan.to_builder().pillar(Pillar::new(code!("air"), text!("Air"))).build()?;
    /// assert_eq!(grown.pillars().iter().map(|pillar| pillar.code().as_str()).collect::<Vec<_>>(), ["water", "air"]);
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub fn pillar(mut self, pillar: Pillar) -> Self {
        self.plan.pillars.push(pillar);
        self
    }

    /// Replaces the part of the same kind with the same code: a target, a deliverable, an indicator with all of its
    /// targets, or a pillar with all that is in it. If the plan has no such part, that is a problem.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, Indicator, Measure, Pillar, Plan, Quantity, Target, Unit, code, dec, period, text};
    ///
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let goal = Goal::level(Bound::AtLeast(dec!(80)));
    /// let homes = Target::builder(code!("homes-2025"), share.clone(), goal, period!("2025")).build()?;
    /// let indicator = Indicator::new(code!("homes"), text!("Homes connected"), share).with_target(homes.clone());
    /// let plan = Plan::builder(code!("city"), text!("City plan"), period!("2021-01-01/P5Y"))
    ///     .pillar(Pillar::new(code!("all"), text!("All")).with_indicator(indicator.clone()))
    ///     .build()?;
    ///
    /// let named = homes.to_builder().name("Homes with running water").build()?;
    /// let plan = plan.to_builder().replacing(named.clone()).build()?;
    /// assert_eq!(plan.target("homes-2025").map(|(_, target)| target.name()), Some(named.name()));
    /// // A target that there is not yet comes with its indicator, and one leaves with it.
    /// let other = named.to_builder().code(code!("homes-2030")).deadline(period!("2030")).build()?;
    /// assert!(plan.to_builder().replacing(other.clone()).build().is_err());
    /// let renamed = indicator.without_targets(|own| own.code() == homes.code()).with_target(other);
    /// let plan = plan.to_builder().replacing(renamed).build()?;
    /// assert_eq!(plan.targets().map(|(_, own)| own.code().as_str()).collect::<Vec<_>>(), ["homes-2030"]);
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub fn replacing(mut self, part: impl Into<Replacement>) -> Self {
        let plan = &mut self.plan;
        let unknown = match part.into() {
            Replacement::Target(target) => put(target, "target", Target::code, plan.targets_mut()),
            Replacement::Deliverable(one) => put(one, "deliverable", Deliverable::code, plan.deliverables_mut()),
            Replacement::Indicator(one) => put(one, "indicator", Indicator::code, plan.indicators_mut()),
            Replacement::Pillar(pillar) => put(pillar, "pillar", Pillar::code, plan.pillars.iter_mut()),
        };
        self.problems.push_any("pillars", unknown);
        self
    }
}

/// Puts a part in the place of the one with the same code; a problem if there is none.
fn put<'a, Part: 'a>(
    part: Part,
    sought: &'static str,
    code: fn(&Part) -> &Code,
    own: impl Iterator<Item = &'a mut Part>,
) -> Option<ProblemKind> {
    let mut own: Vec<_> = own.collect();
    if let Some(own) = own.iter_mut().find(|own| code(own) == code(&part)) {
        **own = part;
        return None;
    }
    let known = own.iter().map(|own| code(own));
    Some(Search::new().unknown_code(code(&part), sought, known))
}
