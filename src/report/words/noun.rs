//! The words of the nouns that a reader meets.

use alloc::format;
use alloc::string::{String, ToString};

use super::heading::Heading;
use super::word::{Label, Word};
use super::{english, simplified_chinese, traditional_chinese};
use crate::evidence::{Caveat, Outcome};
use crate::plan::{Lacks, Nature, Relation, Verifiability};
use crate::rule::{Rule, Status};
use crate::series::{DeliveryState, ObservationStatus, Undated};
use crate::trajectory::Curve;
use crate::value::{Code, Language, Unit};

/// Gives each noun a function for its words, which are a line in the table of each language.
macro_rules! in_words {
    ($($(#[$about:meta])* $noun:ident,)+) => {$(
        impl $noun {
            $(#[$about])*
            pub const fn words(self, language: Language) -> &'static str {
                Word::$noun(self).in_language(language)
            }
        }
    )+};
}

in_words! {
    /// What the status is called.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Language, Status};
    ///
    /// assert_eq!(Status::OffTrack.words(Language::English), "off track");
    /// assert_eq!(Status::OffTrack.words(Language::SimplifiedChinese), "严重滞后");
    /// assert_eq!(Status::OffTrack.words(Language::TraditionalChinese), "嚴重落後");
    /// ```
    Status,
    /// What the outcome of one period is called.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Language, Outcome};
    ///
    /// assert_eq!(Outcome::Kept.words(Language::English), "kept");
    /// ```
    Outcome,
    /// What the caveat says.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Caveat, Language};
    ///
    /// assert_eq!(Caveat::Early.words(Language::English), "met before the deadline");
    /// assert_eq!(Caveat::Early.words(Language::SimplifiedChinese), "提前实现");
    /// ```
    Caveat,
    /// What the promise lacks.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::plan::Lacks;
    /// use milepost::Language;
    ///
    /// assert_eq!(Lacks::Number.words(Language::English), "the promise states no number");
    /// ```
    Lacks,
    /// How the target obliges.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::plan::Nature;
    /// use milepost::Language;
    ///
    /// assert_eq!(Nature::Binding.words(Language::SimplifiedChinese), "约束性");
    /// ```
    Nature,
    /// How the path runs from one of its points to the next.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Language;
    /// use milepost::trajectory::Curve;
    ///
    /// assert_eq!(Curve::Linear.words(Language::English), "a straight line");
    /// assert_eq!(Curve::ConstantGrowth.words(Language::SimplifiedChinese), "每年增速相同");
    /// ```
    Curve,
    /// What shows that a deliverable is done.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::plan::Verifiability;
    /// use milepost::Language;
    ///
    /// assert_eq!(Verifiability::None.words(Language::English), "cannot be verified");
    /// ```
    Verifiability,
    /// What the state is called.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::series::DeliveryState;
    /// use milepost::Language;
    ///
    /// assert_eq!(DeliveryState::UnderWay.words(Language::English), "under way");
    /// ```
    DeliveryState,
    /// How final a figure is.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Language, ObservationStatus};
    ///
    /// assert_eq!(ObservationStatus::Provisional.words(Language::SimplifiedChinese), "初步数");
    /// ```
    ObservationStatus,
    /// The title.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Language;
    /// use milepost::report::Heading;
    ///
    /// // The titles of a table's columns, by the names of the fields that stand in them.
    /// let titles = |language| [Heading::Observed, Heading::Expected, Heading::Gap].map(|title| title.words(language));
    /// assert_eq!(titles(Language::English), ["observed", "expected", "gap"]);
    /// assert_eq!(titles(Language::SimplifiedChinese), ["实际值", "时序目标值", "差距"]);
    /// ```
    Heading,
}

impl Rule {
    /// What the rule is called, with its publisher, in a language; a rule of one's own is called by its code. The names
    /// of its classes are always those that were published.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Language, Rule};
    ///
    /// assert_eq!(Rule::open_sdg().words(Language::English), "Open SDG: progress measure");
    /// assert_eq!(Rule::open_sdg().words(Language::SimplifiedChinese), "Open SDG：进展测度");
    /// assert_eq!(Rule::pace().words(Language::English), "progress against the path");
    /// assert_eq!(Rule::pace().with_code("ours".parse()?).words(Language::English), "ours");
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn words(&self, language: Language) -> &str {
        rule_words(self.code(), language)
    }
}

/// The words on whether figures count that have no date of publication.
pub(in crate::report) const fn undated_words(undated: Undated, language: Language) -> &'static str {
    match undated {
        Undated::LeaveOut => Caveat::UndatedLeftOut.words(language),
        Undated::Include => Label::UndatedCount.words(language),
    }
}

/// The name of the rule with a code.
pub(in crate::report) fn rule_words(code: &Code, language: Language) -> &str {
    let code = code.as_str();
    let name = match language {
        Language::English => english::rule(code),
        Language::SimplifiedChinese => simplified_chinese::rule(code),
        Language::TraditionalChinese => traditional_chinese::rule(code),
    };
    name.unwrap_or(code)
}

impl Relation {
    /// What the target is to its principal one.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::plan::Relation;
    /// use milepost::Language;
    ///
    /// let relation = Relation::AlternativeTo("gdp-2026".parse()?);
    /// assert_eq!(relation.words(Language::English), "another reading");
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub const fn words(&self, language: Language) -> &'static str {
        Word::Relation(self).in_language(language)
    }
}

impl Unit {
    /// The unit that is printed after a number: the label, else the code after its power of ten. The powers 10³, 10⁴,
    /// 10⁶, 10⁸, 10⁹ and 10¹² are named; with any other, the unit is written as it is in standard form. Empty for a
    /// plain number.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Language, Unit, code};
    ///
    /// assert_eq!(Unit::percent().words(Language::English), "%");
    /// assert_eq!(Unit::ratio().words(Language::English), "");
    /// assert_eq!(Unit::new(code!("EUR"), 6)?.words(Language::English), "million EUR");
    /// assert_eq!(Unit::new(code!("CNY"), 8)?.words(Language::SimplifiedChinese), "亿 CNY");
    /// assert_eq!(Unit::new(code!("m3"), 5)?.words(Language::English), "m3 × 10^5");
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn words(&self, language: Language) -> String {
        if let Some(label) = self.label() {
            return label.in_language(language.tag()).to_string();
        }
        let is_plain = self.code() == Self::ratio().code();
        let power = match self.multiplier() {
            0 if is_plain => return String::new(),
            3 => Label::Thousand,
            4 => Label::TenThousand,
            6 => Label::Million,
            8 => Label::HundredMillion,
            9 => Label::Billion,
            12 => Label::Trillion,
            _ => return self.to_string(),
        };
        let power = power.words(language);
        if is_plain {
            power.into()
        } else {
            format!("{power} {}", self.code())
        }
    }
}
