//! Rules that are composed of parts: how they are checked, and what they can be asked.
//!
//! A composed rule reads a target as a case of one value a year (`case`, `yearly`), measures it (`trend`, `measured`;
//! by one figure alone `one_figure`), and puts the number into a class with a score (`classing`, `bands`). None of
//! these knows an office: an office is a [`Method`], put together in [`published`](super::published).
//!
//! # A verdict, step by step
//!
//! Child poverty was 14.5 % in 2015 and 10.2 % in 2023, and is to be 7.25 % at most in 2030; by Open SDG's rule:
//!
//! 1. *The case.* Base 14.5 of 2015, latest 10.2 of 2023, goal 7.25 of 2030; less is better.
//! 2. *Achieved?* 10.2 is not at the goal.
//! 3. *Observed.* (10.2 ÷ 14.5)^(1 ÷ 8) − 1 = −4.302 % a year.
//! 4. *Required.* (7.25 ÷ 14.5)^(1 ÷ 15) − 1 = −4.516 % a year, from the base and not from the latest figure.
//! 5. *The number.* 4.302 ÷ 4.516, both towards the goal, is 0.9526.
//! 6. *The class.* The first whose cut it passes: 0.9526 is at least 0.95, and so "on track".
//! 7. *The score.* On the line of that class: 7.1429 × 0.9526 − 4.2857 = 2.5186.
//!
//! The comparison of step 6 is made with the exact number, which is a quotient of two sums with powers; what is shown
//! of steps 3 to 7 is rounded to 12 decimals, and read by nothing.

mod aggregation;
mod bands;
mod bound;
mod case;
mod check;
mod check_numbers;
mod classing;
mod judgement;
mod measured;
mod method;
mod number;
mod one_figure;
mod parameters;
mod progress;
mod scale;
mod transform;
mod trend;
mod yearly;

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::rule::located::Located;
use crate::rule::{Basis, Class, Rule, RuleError, Status, Verdict};
use crate::value::Code;
use check::check_parameters;

pub use aggregation::{Aggregate, Aggregation, Part, Statistic};
pub use bands::{Cut, Score};
pub use method::{Achieved, Base, Method, Rounding, Window, YearLabel};
#[cfg(feature = "schemars")]
pub(crate) use parameters::Decimals;
pub use parameters::Parameters;
pub use progress::{Growth, Progress};
pub use scale::Scale;
pub use transform::Transform;

pub(super) use check::check;
pub(super) use judgement::judge;

impl Rule {
    /// A rule of your own, composed of parts; see [`Method`] for what there is.
    ///
    /// Figures of any age are judged, unless [`with_max_age`](Self::with_max_age) says otherwise.
    ///
    /// # Errors
    ///
    /// - [`RuleError::NoScale`] if nothing is measured;
    /// - [`RuleError::ClassName`], [`RuleError::ClassNotJudged`], [`RuleError::ClassTwice`],
    ///   [`RuleError::RestNotLast`], [`RuleError::CutsMixed`], [`RuleError::CutsNotFalling`],
    ///   [`RuleError::CutsNotRising`], [`RuleError::Cut`] if the classes of a scale are none;
    /// - [`RuleError::OutOfRange`] if a number is none that its setting can mean, as a required fall with a minus, or
    ///   per cent where 1 is all;
    /// - [`RuleError::CutCount`] if a target has more cuts of its own than the rule;
    /// - [`RuleError::KnotsNotRising`], [`RuleError::ScoreRange`] if its scores are none;
    /// - [`RuleError::Window`], [`RuleError::NothingRequired`], [`RuleError::NoProjection`] if it can judge nothing, or
    ///   nothing can be in a class;
    /// - [`RuleError::Unread`], [`RuleError::OneFigure`] if something is set that nothing in it reads, as losses where
    ///   levels are measured.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::rule::{Cut, Method, Progress, Scale};
    /// use milepost::{Rule, Status, dec};
    ///
    /// let by_change = Scale::new(Progress::TotalChange)
    ///     .class("positive", Status::OnTrack, Cut::MoreThan(dec!(0.03)))
    ///     .class("unchanged", Status::Lagging, Cut::AtLeast(dec!(-0.03)))
    ///     .rest("negative", Status::Worsening);
    /// let rule = Rule::composed("three-percent".parse()?, Method::new().without_number(by_change))?;
    /// assert_eq!(rule.classes()[0].name(), "positive");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn composed(code: Code, method: Method) -> Result<Self, RuleError> {
        check(&method).map_err(Located::into_error)?;
        Ok(Self::of_method(code, method))
    }

    /// The rule of a method without a check: a test checks the methods of this crate.
    pub(in crate::rule) fn of_method(code: Code, method: Method) -> Self {
        Self {
            code,
            max_age: None,
            basis: Basis::Composed(Box::new(method)),
        }
    }

    /// The same rule with what it must be told of an indicator or a target, by its code; a target's own come first.
    ///
    /// # Errors
    ///
    /// [`RuleError::NoMethod`] for the rule of this crate, which needs none; otherwise those of
    /// [`composed`](Self::composed).
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::rule::Parameters;
    /// use milepost::{Rule, code, dec};
    ///
    /// // Safely managed water has a natural limit of 100 %, near which Open SDG asks for less.
    /// let parameters = Parameters::new().natural_limit(dec!(100));
    /// let rule = Rule::open_sdg().with_parameters(code!("6-1-1"), parameters.clone())?;
    /// assert!(rule.method().is_some());
    /// assert!(Rule::pace().with_parameters(code!("6-1-1"), parameters).is_err());
    /// # Ok::<(), milepost::rule::RuleError>(())
    /// ```
    pub fn with_parameters(mut self, code: Code, parameters: Parameters) -> Result<Self, RuleError> {
        let Basis::Composed(method) = &mut self.basis else {
            return Err(RuleError::NoMethod);
        };
        check_parameters(method, &parameters).map_err(Located::into_error)?;
        method.parameters.insert(code, parameters);
        Ok(self)
    }

    /// The same rule, with the numbers of its published implementations also where they mean little:
    ///
    /// - a zero is replaced as they replace it;
    /// - what is achieved is so without any movement;
    /// - a base beyond the goal has a ratio;
    /// - a goal on the other side of 0 has a required compound rate, a complex number, and the growth is divided by its
    ///   size ([`GrowthRatio`](crate::rule::Progress::GrowthRatio) alone, and not if another year stands in for the
    ///   base year: then implementations have no number either);
    /// - a goal that is the base requires nothing, and growth away from it or beyond it is of the worst or of the best
    ///   class, without a number.
    ///
    /// Without it each of these is unknown for a reason.
    ///
    /// # Errors
    ///
    /// [`RuleError::Unread`] for a rule that meets none of these, as that of this crate.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Baseline, Bound, Goal, Measure, Observation, Quantity, Rule, Series, Status, Target, Unit};
    /// use milepost::{day, dec, period, verdict};
    ///
    /// // A stock that was 0 in the base year has no growth rate.
    /// let homes = Quantity::new(Measure::Stock, Unit::new("homes".parse()?, 0)?);
    /// let goal = Goal::level(Bound::AtLeast(dec!(10)));
    /// let target = Target::builder("homes".parse()?, homes.clone(), goal, period!("2030"))
    ///     .baseline(Baseline::stated(period!("2015"), dec!(0)))
    ///     .build()?;
    /// let figure = Observation::new(period!("2023"), dec!(8)).published_on(day!("2024-03-01"));
    /// let series = Series::new("homes".parse()?, homes.unit().clone(), vec![figure])?;
    ///
    /// let judged = |rule: &Rule| verdict(&target, &series, day!("2024-06-01"), rule).status;
    /// assert_eq!(judged(&Rule::open_sdg()), Status::Unknown);
    /// // The platform reads 0 as 0.001.
    /// assert_eq!(judged(&Rule::open_sdg().as_published()?), Status::OnTrack);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn as_published(mut self) -> Result<Self, RuleError> {
        match &mut self.basis {
            Basis::Composed(method) => {
                method.as_published = true;
                check(method).map_err(Located::into_error)?;
                Ok(self)
            }
            Basis::Pace(_) => Err(RuleError::Unread {
                setting: "as_published",
            }),
        }
    }

    /// The parts of which the rule is composed; `None` for the rule of this crate.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::rule::YearLabel;
    /// use milepost::{Rule, code};
    ///
    /// // A published rule, for an office whose figure of 2015/16 counts as that of 2016.
    /// let undp = Rule::undp();
    /// let method = undp.method().ok_or("a composed rule")?.clone();
    /// let ours = Rule::composed(code!("undp-fiscal"), method.label(YearLabel::Last))?;
    /// assert_eq!(ours.classes(), undp.classes());
    /// assert_ne!(ours.method(), undp.method());
    /// assert_eq!(Rule::pace().method(), None);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn method(&self) -> Option<&Method> {
        match &self.basis {
            Basis::Composed(method) => Some(method),
            Basis::Pace(_) => None,
        }
    }

    /// The classes of the rule, from achieved to the worst, each with its published name. A verdict's `class` is a
    /// place in this list.
    ///
    /// The rule of this crate has the statuses for classes, and its verdicts have no number for them.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Rule, Status};
    ///
    /// let names = |rule: &Rule| rule.classes().iter().map(|class| class.name().to_owned()).collect::<Vec<_>>();
    /// assert_eq!(names(&Rule::pace())[..3], ["achieved", "ahead", "on_track"]);
    /// let classes = Rule::open_sdg().classes();
    /// let worst = classes.last().ok_or("classes")?;
    /// assert_eq!((worst.name(), worst.status()), ("deterioration", Status::Worsening));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn classes(&self) -> Vec<Class> {
        match self.method() {
            None => Status::ALL
                .iter()
                .filter(|status| status.is_judged())
                .map(|status| Class::new(status.name(), *status))
                .collect(),
            Some(method) => method.classes().cloned().collect(),
        }
    }

    /// The class of a verdict, if a composed rule gave one.
    pub(crate) fn class_of(&self, verdict: &Verdict) -> Option<&Class> {
        let place = verdict.measured?.class.map(usize::from)?;
        self.method()?.classes().nth(place)
    }

    /// Whether the rule publishes a whole of several targets.
    pub(crate) fn publishes_a_whole(&self) -> bool {
        self.method().is_some_and(|method| method.aggregation.is_some())
    }

    /// The published name of a verdict's class; the name of its status where it has none.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Rule;
    ///
    /// let rule = Rule::open_sdg();
    /// let names: Vec<String> = rule.classes().iter().map(|class| class.name().to_owned()).collect();
    /// assert_eq!(names[..2], ["target achieved", "on track"]);
    /// ```
    pub fn class_name(&self, verdict: &Verdict) -> &str {
        self.class_of(verdict).map_or(verdict.status.name(), Class::name)
    }
}
