//! Why a rule cannot be one.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Display;

use rust_decimal::Decimal;

use super::located::{self, Located};
use super::readers::advice_for_unread;
use super::status::Status;
use crate::value::errors;

/// Why a rule is refused, with the place in its document.
pub(super) type Refusal = Located<RuleError>;

/// The outcome of a check; an error gets this place of the document in front of its own.
pub(super) fn within<T>(place: impl Display, checked: Result<T, impl Into<Refusal>>) -> Result<T, Refusal> {
    located::within(place, checked.map_err(Into::into))
}

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
        #[error("nothing in this rule reads `{setting}`: {}", advice_for_unread(setting))]
        Unread {
            /// Its name in documents.
            setting: &'static str,
        } = ("unread",),
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
        CutsOrMethod = ("cuts_or_method",
            "a rule has either `cuts` or a `method`; one that an office publishes has no document, and is asked for by its code, `Rule::by_code`"),
        /// A stored rule is written in a format that this version does not know.
        UnknownFormat {
            /// The format as it was given.
            found: u32,
        } = ("unknown_format", "the format {found} is not known here; this version reads format 1"),
    }
}
