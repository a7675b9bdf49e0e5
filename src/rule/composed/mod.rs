//! Rules that are composed of parts: how they are checked, and what they can be asked.

mod aggregation;
mod case;
mod classing;
mod exact;
mod judgement;
mod measured;
mod method;
mod number;
mod parameters;
mod points;
mod progress;
mod scale;
mod schedule;
mod transform;
mod trend;

use alloc::boxed::Box;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::rule::{Class, Rule, RuleError, Status, Verdict, Yardstick};
use crate::value::Code;
use scale::{Band, cuts_of};

pub use aggregation::{Aggregate, Aggregation, Part, Statistic, StatusCounts};
pub use method::{Achieved, Base, Method, Rounding, Window};
pub use parameters::Parameters;
pub use progress::{Growth, Progress};
pub use scale::{Cut, Scale, Score};
pub use transform::Transform;

pub(super) use judgement::judge;

impl Rule {
    /// A rule of your own, composed of parts; see [`Method`] for what there is.
    ///
    /// Figures of any age are judged, unless [`with_max_age`](Self::with_max_age) says otherwise.
    ///
    /// # Errors
    ///
    /// - [`RuleError::NoScale`] if nothing is measured;
    /// - [`RuleError::ClassName`], [`RuleError::RestNotLast`], [`RuleError::CutsMixed`], [`RuleError::CutsNotFalling`],
    ///   [`RuleError::CutsNotRising`], [`RuleError::Cut`] if the classes of a scale are none;
    /// - [`RuleError::CutCount`] if a target has more cuts of its own than the rule.
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
        check(&method)?;
        Ok(Self::unchecked(code, method))
    }

    /// A rule of this crate; a test checks each of them.
    pub(in crate::rule) fn published(code: &'static str, method: Method) -> Self {
        Self::unchecked(Code::of_rule(code), method)
    }

    fn unchecked(code: Code, method: Method) -> Self {
        Self {
            code,
            max_age: None,
            yardstick: Yardstick::Composed(Box::new(method)),
        }
    }

    /// The same rule with what it must be told of an indicator or a target, by its code; a target's own come first.
    ///
    /// # Errors
    ///
    /// [`RuleError::NoMethod`] for the rule of this crate, which needs none; otherwise those of [`composed`](Self::composed).
    pub fn with_parameters(mut self, code: Code, parameters: Parameters) -> Result<Self, RuleError> {
        let Yardstick::Composed(method) = &mut self.yardstick else {
            return Err(RuleError::NoMethod);
        };
        check_parameters(method, &parameters)?;
        method.parameters.insert(code, parameters);
        Ok(self)
    }

    /// The same rule, with the numbers of its published implementations also where they mean little:
    ///
    /// - a zero is replaced as they replace it;
    /// - what is achieved is so without any movement;
    /// - a base beyond the goal has a ratio;
    /// - a goal on the other side of 0 has a required compound rate, a complex number, and the growth is divided by its size
    ///   ([`GrowthRatio`](crate::rule::Progress::GrowthRatio) alone, and not if another year stands in for the base year: then implementations
    ///   have no number either);
    /// - a goal that is the base requires nothing, and growth away from it or beyond it is of the worst or of the best class, without a number.
    ///
    /// Without it each of these is unknown for a reason.
    ///
    /// # Errors
    ///
    /// [`RuleError::Unread`] for a rule that meets none of these, as that of this crate.
    pub fn as_published(mut self) -> Result<Self, RuleError> {
        match &mut self.yardstick {
            Yardstick::Composed(method) => {
                method.as_published = true;
                check(method)?;
                Ok(self)
            }
            Yardstick::Pace(_) => Err(RuleError::Unread {
                setting: "as_published",
            }),
        }
    }

    /// The parts of which it is composed; `None` for the rule of this crate.
    #[must_use]
    pub fn method(&self) -> Option<&Method> {
        match &self.yardstick {
            Yardstick::Composed(method) => Some(method),
            Yardstick::Pace(_) => None,
        }
    }

    /// Its classes, from achieved to the worst, each with its published name. A verdict's `class` is a place in this list.
    ///
    /// The rule of this crate has the statuses for classes, and its verdicts have no number for them.
    #[must_use]
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

    /// The class of a verdict, where a composed rule gave one.
    pub(crate) fn class_of(&self, verdict: &Verdict) -> Option<&Class> {
        let place = verdict.measured?.class.map(usize::from)?;
        self.method()?.classes().nth(place)
    }

    /// Whether it publishes a whole of several targets.
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
    #[must_use]
    pub fn class_name(&self, verdict: &Verdict) -> &str {
        self.class_of(verdict).map_or(verdict.status.name(), Class::name)
    }
}

/// Checks that a method can judge.
pub(super) fn check(method: &Method) -> Result<(), RuleError> {
    let scales = || method.with_number.iter().chain(&method.without_number);
    if scales().next().is_none() {
        return Err(RuleError::NoScale);
    }
    for scale in scales() {
        check_scale(scale)?;
    }
    check_parameters(method, &method.defaults)?;
    for parameters in method.parameters.values() {
        check_parameters(method, parameters)?;
    }
    if let Some(aggregation) = &method.aggregation {
        check_bands(&aggregation.bands, &[])?;
        check_names(&aggregation.bands)?;
    }
    let outcomes = method.met_at_base.iter().flat_map(|met| [&met.kept, &met.lost]);
    for achieved in method.achieved.iter().chain(outcomes) {
        check_name(&achieved.class)?;
    }
    Ok(())
}

/// Checks what a method is told of an indicator: its own scale, and its own cuts in the place of those of its scales.
fn check_parameters(method: &Method, parameters: &Parameters) -> Result<(), RuleError> {
    let own = parameters.scale.as_ref();
    if let Some(scale) = own {
        check_scale(scale)?;
    }
    let of_rule = method.with_number.iter().chain(&method.without_number);
    for scale in of_rule.filter(|_| own.is_none()).chain(own) {
        check_bands(&scale.bands, &parameters.cuts)?;
    }
    Ok(())
}

fn check_scale(scale: &Scale) -> Result<(), RuleError> {
    check_bands(&scale.bands, &[])?;
    check_names(&scale.bands)?;
    check_knots(scale)
}

fn check_names(bands: &[Band]) -> Result<(), RuleError> {
    bands.iter().try_for_each(|band| check_name(&band.class))
}

fn check_name(class: &Class) -> Result<(), RuleError> {
    if class.name().trim().is_empty() {
        return Err(RuleError::ClassName);
    }
    Ok(())
}

fn check_bands(bands: &[Band], own: &[Decimal]) -> Result<(), RuleError> {
    let open = bands.iter().filter(|band| band.cut.is_none()).count();
    let last_is_open = bands.last().is_none_or(|band| band.cut.is_none());
    if open > 1 || (open == 1 && !last_is_open) {
        return Err(RuleError::RestNotLast);
    }
    let cuts: Vec<Cut> = cuts_of(bands, own).filter(|cut| *cut != Cut::Required).collect();
    if own.len() > cuts.len() {
        return Err(RuleError::CutCount {
            given: own.len(),
            cuts: cuts.len(),
        });
    }
    let is_fine = |cut: &Decimal| cut.abs() <= Decimal::ONE_THOUSAND && cut.normalize().scale() <= 12;
    if let Some(cut) = cuts.iter().filter_map(|cut| cut.number()).find(|cut| !is_fine(cut)) {
        return Err(RuleError::Cut { cut });
    }
    for (better, worse) in cuts.iter().zip(cuts.iter().skip(1)) {
        check_order(*better, *worse)?;
    }
    Ok(())
}

fn check_order(better: Cut, worse: Cut) -> Result<(), RuleError> {
    let ((Some(first), Some(second)), (Some(rises), Some(goes_on))) =
        ((better.number(), worse.number()), (better.rises(), worse.rises()))
    else {
        return Ok(());
    };
    if rises != goes_on {
        return Err(RuleError::CutsMixed);
    }
    let opens_a_class = first == second
        && matches!(
            (better, worse),
            (Cut::MoreThan(_), Cut::AtLeast(_)) | (Cut::LessThan(_), Cut::AtMost(_))
        );
    if opens_a_class {
        return Ok(());
    }
    match rises {
        true if second >= first => Err(RuleError::CutsNotFalling {
            higher: first,
            lower: second,
        }),
        false if second <= first => Err(RuleError::CutsNotRising {
            lower: first,
            higher: second,
        }),
        _ => Ok(()),
    }
}

fn check_knots(scale: &Scale) -> Result<(), RuleError> {
    let rises = |pair: (&scale::Knot, &scale::Knot)| pair.0.number < pair.1.number;
    if scale.knots.iter().zip(scale.knots.iter().skip(1)).all(rises) {
        Ok(())
    } else {
        Err(RuleError::KnotsNotRising)
    }
}
