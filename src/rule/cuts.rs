//! Where one class ends and the next begins.

use alloc::boxed::Box;

use rust_decimal::Decimal;

use super::error::RuleError;
use super::range::{MOST_OF_ALL, Range};
use super::status::Status;
use crate::evidence::{Evidence, Fact, Missing};
use crate::growth::GrowthError;
use crate::plan::Goal;
use crate::progress::Question;

/// The paces at which one class ends and the next begins. A pace on a cut belongs to the better class.
///
/// # Examples
///
/// ```
/// use milepost::{Cuts, dec};
///
/// let cuts = Cuts::new(dec!(1.05), dec!(0.95), dec!(0.60), dec!(0))?;
/// assert_eq!(cuts, Cuts::default());
/// # Ok::<(), milepost::rule::RuleError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(try_from = "wire::Cuts", into = "wire::Cuts"))]
#[must_use]
pub struct Cuts {
    /// INVARIANT: falling.
    ahead: Decimal,
    on_track: Decimal,
    lagging: Decimal,
    off_track: Decimal,
}

impl Cuts {
    /// The least pace of each class; what is less than the last is worsening.
    ///
    /// # Errors
    ///
    /// [`RuleError::OutOfRange`] if a cut is not from −10 to 10, [`RuleError::Cut`] if it has more than 12 decimals,
    /// [`RuleError::CutsNotFalling`] if one does not lie below the one before it.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::rule::RuleError;
    /// use milepost::{Cuts, dec};
    ///
    /// assert!(Cuts::new(dec!(1.05), dec!(0.95), dec!(0.6), dec!(0)).is_ok());
    /// assert!(matches!(
    ///     Cuts::new(dec!(1.05), dec!(0.5), dec!(0.6), dec!(0)),
    ///     Err(RuleError::CutsNotFalling { higher, lower, .. }) if (higher, lower) == (dec!(0.5), dec!(0.6))
    /// ));
    /// ```
    pub fn new(ahead: Decimal, on_track: Decimal, lagging: Decimal, off_track: Decimal) -> Result<Self, RuleError> {
        let cuts = [ahead, on_track, lagging, off_track];
        cuts.into_iter().try_for_each(check_cut)?;
        let allowed = "are paces, where 1 is all of what is due and 10 the most";
        let range = Range::Within(MOST_OF_ALL);
        cuts.into_iter().try_for_each(|cut| range.check("cuts", allowed, cut))?;
        let mut neighbours = cuts.into_iter().zip(cuts.into_iter().skip(1));
        match neighbours.find(|(higher, lower)| lower >= higher) {
            Some((higher, lower)) => Err(RuleError::CutsNotFalling { higher, lower }),
            None => Ok(Self {
                ahead,
                on_track,
                lagging,
                off_track,
            }),
        }
    }

    /// Each class with its least pace, from the best to the worst.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Cuts, Status};
    ///
    /// // The legend of a chart. What is achieved or missed, the bound tells; what is less than the last is worsening.
    /// let legend = Cuts::default().classes().map(|(status, least)| format!("{status} from {least}"));
    /// assert_eq!(legend, ["ahead from 1.05", "on_track from 0.95", "lagging from 0.60", "off_track from 0"]);
    /// assert!(!Cuts::default().classes().iter().any(|(status, _)| *status == Status::Worsening));
    /// ```
    pub const fn classes(self) -> [(Status, Decimal); 4] {
        [
            (Status::Ahead, self.ahead),
            (Status::OnTrack, self.on_track),
            (Status::Lagging, self.lagging),
            (Status::OffTrack, self.off_track),
        ]
    }

    /// The best class whose cut a pace reaches; worsening if it reaches none. `reaches` tells whether the pace reaches
    /// a cut.
    pub(crate) fn class_by(self, reaches: impl Fn(Decimal) -> Fact<bool>) -> Fact<Status> {
        for (status, cut) in self.classes() {
            if reaches(cut)? {
                return Ok(status);
            }
        }
        Ok(Status::Worsening)
    }
}

/// Fails for a cut beyond 1000 or −1000, or with more than 12 decimals.
pub(super) fn check_cut(cut: Decimal) -> Result<(), RuleError> {
    if cut.abs() <= Decimal::ONE_THOUSAND && cut.normalize().scale() <= 12 {
        Ok(())
    } else {
        Err(RuleError::Cut { cut })
    }
}

impl Default for Cuts {
    fn default() -> Self {
        Self {
            ahead: crate::dec!(1.05),
            on_track: crate::dec!(0.95),
            lagging: crate::dec!(0.60),
            off_track: Decimal::ZERO,
        }
    }
}

#[cfg(feature = "serde")]
mod wire {
    use super::RuleError;
    use crate::value::decimal;
    use rust_decimal::Decimal;

    #[derive(serde::Serialize, serde::Deserialize)]
    #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
    #[serde(deny_unknown_fields, expecting = "a map of four paces")]
    pub(super) struct Cuts {
        #[serde(with = "decimal::Exact")]
        ahead: Decimal,
        #[serde(with = "decimal::Exact")]
        on_track: Decimal,
        #[serde(with = "decimal::Exact")]
        lagging: Decimal,
        #[serde(with = "decimal::Exact")]
        off_track: Decimal,
    }

    impl TryFrom<Cuts> for super::Cuts {
        type Error = RuleError;

        fn try_from(cuts: Cuts) -> Result<Self, RuleError> {
            Self::new(cuts.ahead, cuts.on_track, cuts.lagging, cuts.off_track)
        }
    }

    impl From<super::Cuts> for Cuts {
        fn from(cuts: super::Cuts) -> Self {
            Self {
                ahead: cuts.ahead,
                on_track: cuts.on_track,
                lagging: cuts.lagging,
                off_track: cuts.off_track,
            }
        }
    }
}

/// The value at which a class of a rule begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CutValue {
    /// The class that begins here.
    pub status: Status,
    /// The pace at which it begins.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))]
    pub cut: Decimal,
    /// The value of the indicator at that pace; of things that come one by one, the first whole number of them that has
    /// it.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))]
    pub value: Decimal,
    /// Observed − value.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))]
    pub distance: Decimal,
}

impl Cuts {
    /// The values at which the classes begin, from the best class to the worst, at the period of the latest figure with
    /// a value. An error for limits, trends and promises kept period by period, which have no such values; without such
    /// a figure or its expected value; and where nothing is due yet.
    pub(crate) fn values(self, question: &Question<'_>, facts: &Evidence) -> Fact<Box<[CutValue]>> {
        let classes = self.classes();
        let goal = question.target.goal();
        if facts.is_limit || matches!(goal, Goal::Keep { .. } | Goal::Trend { .. }) {
            return Err(Missing::NotForThisGoal);
        }
        let figure = question.observed()?;
        facts.expected?;
        let (due, observed) = (figure.due()?, figure.number()?);
        if due.is_nothing() {
            return Err(Missing::NothingDueYet);
        }
        let values = question.path()?.values_at(due, classes.map(|(_, cut)| cut));
        let cut_value = |((status, cut), value): ((Status, Decimal), Result<Decimal, GrowthError>)| {
            let value = value?;
            let distance = observed.checked_sub(value).ok_or(Missing::OutsidePath)?;
            Ok(CutValue {
                status,
                cut,
                value,
                distance,
            })
        };
        classes.into_iter().zip(values).map(cut_value).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;

    #[test]
    fn cuts_that_are_none() {
        let message = |ahead, on_track| Cuts::new(ahead, on_track, dec!(0.5), dec!(0)).unwrap_err().to_string();
        assert_eq!(
            message(dec!(1), dec!(1)),
            "cuts fall from the best class to the worst, and 1 does not lie below 1"
        );
        assert_eq!(
            message(dec!(1000.1), dec!(1)),
            "a cut lies between -1000 and 1000 and has 12 decimals at most, got 1000.1"
        );
        assert!(Cuts::new(dec!(1), dec!(0.9), dec!(0.5), dec!(0.0000000000001)).is_err());
    }

    #[cfg(feature = "serde")]
    #[test]
    fn cuts_are_stored_by_name() {
        let json = r#"{"ahead":"1.05","on_track":"0.95","lagging":"0.60","off_track":"0"}"#;
        assert_eq!(serde_json::to_string(&Cuts::default()).unwrap(), json);
        assert_eq!(serde_json::from_str::<Cuts>(json).unwrap(), Cuts::default());
        let reversed = json.replace("0.95", "1.95");
        assert!(serde_json::from_str::<Cuts>(&reversed).is_err());
    }
}
