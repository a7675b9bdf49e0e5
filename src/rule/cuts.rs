//! Where one class ends and the next begins.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::Status;
use crate::evidence::{Evidence, Fact, Missing};
use crate::growth::GrowthError;
use crate::plan::Goal;
use crate::progress::Question;
use crate::value::errors;

errors! {
    /// Why a rule cannot be one.
    #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
    #[non_exhaustive]
    pub enum RuleError {
        /// The cuts do not fall from class to class.
        CutsNotFalling {
            /// The cut of the better class.
            higher: Decimal,
            /// The cut of the worse class.
            lower: Decimal,
        } = ("cuts_not_falling", "cuts fall from the best class to the worst, and {lower} does not lie below {higher}"),
        /// A cut is too fine or too large.
        Cut {
            /// The cut that was given.
            cut: Decimal,
        } = ("cut", "a cut lies between -1000 and 1000 and has 12 decimals at most, got {cut}"),
        /// The cuts of a scale where less is better do not rise from class to class.
        CutsNotRising {
            /// The cut of the better class.
            lower: Decimal,
            /// The cut of the worse class.
            higher: Decimal,
        } = ("cuts_not_rising",
            "where less is better, cuts rise from the best class to the worst, and {higher} does not lie above {lower}"),
        /// Some cuts of a scale ask for more, and some for less.
        CutsMixed = ("cuts_mixed", "the cuts of one scale all ask for more, or all for less"),
        /// A class without a cut stands before another one.
        RestNotLast = ("rest_not_last",
            "the class that takes whatever is left is the last one of its scale, and the only one without a cut"),
        /// A class has no name.
        ClassName = ("class_name", "a class has a name, and this one is blank"),
        /// Nothing is measured.
        NoScale = ("no_scale", "a rule has a scale, for goals with a number or for those without"),
        /// A target has more cuts of its own than the rule has.
        #[error("this rule has {cuts} cut{} that can be replaced, got {given}", if *.cuts == 1 { "" } else { "s" })]
        CutCount {
            /// How many were given.
            given: usize,
            /// How many the rule has.
            cuts: usize,
        } = ("cut_count",),
        /// The points of a score do not rise.
        KnotsNotRising = ("knots_not_rising", "the points of a score stand in rising order of their numbers"),
        /// A setting that nothing in the rule reads.
        Unread {
            /// Its name in documents.
            setting: &'static str,
        } = ("unread", "nothing in this rule reads `{setting}`"),
        /// A method that measures one figure beside the plan, by completion or against a schedule, is told more than it
        /// reads.
        OneFigure = ("one_figure",
            "a rule of completion or of a schedule has one scale, for goals with a number, and reads besides what is achieved, cuts and the whole"),
        /// A class begins at what is required, of a number of which nothing is.
        NothingRequired = ("nothing_required", "nothing is required of this number, so that no class can begin there"),
        /// A method projects a growth that is none of a value, but of a sum.
        NoProjection = ("no_projection",
            "growth by the cumulative method is that of a sum, by which no value is projected: measure a projection by another growth"),
        /// The least score lies above the greatest.
        ScoreRange {
            /// The least score.
            low: Decimal,
            /// The greatest.
            high: Decimal,
        } = ("score_range", "the least score does not lie above the greatest, got {low} and {high}"),
        /// A window is too short for the years that must lie in it.
        Window {
            /// How many years it has.
            years: u8,
            /// How many must lie between its first and its last figure at least.
            at_least: u8,
        } = ("window", "a window of {years} years cannot span {at_least}"),
        /// A number that its setting cannot mean.
        OutOfRange {
            /// The name of the setting in documents.
            setting: &'static str,
            /// What it says, and where it lies.
            says: &'static str,
            /// The number as it was given.
            found: Decimal,
            /// The end of a message that names what was probably meant, where that can be told.
            mend: String,
        } = ("out_of_range", "`{setting}` {says}, got {found}{mend}"),
        /// A class says that something is not judged.
        ClassNotJudged {
            /// Its status.
            status: Status,
        } = ("class_not_judged",
            "a class is of what was judged, and `{status}` is said of what was not: its status is `on_track`, `off_track` or another one"),
        /// Two classes of one scale have one name, and two statuses.
        ClassTwice {
            /// The name, cut to 40 characters.
            name: String,
            /// The status of the one that comes first.
            one: Status,
            /// The status of the other.
            other: Status,
        } = ("class_twice",
            "two classes of one scale are called `{name}`, one `{one}` and one `{other}`: give them one status, or two names"),
        /// The cuts of pace are told to a composed rule.
        NotByPace = ("not_by_pace",
            "a composed rule is not cut by pace: its cuts are replaced by those of its parameters"),
        /// The rule of this crate needs no parameters.
        NoMethod = ("no_method", "a rule that is cut by pace takes no parameters of single indicators"),
        /// A published rule must be told something.
        NeedsMore {
            /// Its code.
            code: &'static str,
            /// What it needs, and how it is told.
            needs: &'static str,
        } = ("needs_more", "the rule `{code}` needs {needs}"),
        /// No rule has this code.
        #[error("no rule has the code `{code}`; {}", .nearest.as_ref().map_or_else(
            || format!("those that need nothing more are `{}`", .known.join("`, `")),
            |nearest| format!("the nearest is `{nearest}`"),
        ))]
        NoSuchRule {
            /// The code as it was given, cut to 40 characters.
            code: String,
            /// The code that is nearest, of one that needs nothing more or of another one.
            nearest: Option<String>,
            /// The codes of the rules that need nothing more.
            known: Vec<String>,
        } = ("no_such_rule",),
        /// A stored rule has neither cuts nor a method, or both.
        CutsOrMethod = ("cuts_or_method", "a rule has either `cuts` or a `method`"),
        /// A stored rule is written in a format that this version does not know.
        UnknownFormat {
            /// The format as it was given.
            found: u32,
        } = ("unknown_format", "the format {found} is not known here; this version reads format 1"),
    }
}

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
    /// [`RuleError::Cut`] if a cut is not from −1000 to 1000 or has more than 12 decimals,
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

    /// The best class whose cut a pace reaches, as `reaches` tells; worsening if it reaches none.
    pub(crate) fn class_by(self, reaches: impl Fn(Decimal) -> Fact<bool>) -> Fact<Status> {
        for (status, cut) in self.classes() {
            if reaches(cut)? {
                return Ok(status);
            }
        }
        Ok(Status::Worsening)
    }
}

/// Fails for a cut that is too fine or too large.
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
    /// The value of the indicator at that pace.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))]
    pub value: Decimal,
    /// Observed − value.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))]
    pub distance: Decimal,
}

impl Cuts {
    /// The values at which the classes begin, from the best class to the worst, at the time of the latest figure with a
    /// value: where the path has such values.
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
        let values = due.values_at(classes.map(|(_, cut)| cut));
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
