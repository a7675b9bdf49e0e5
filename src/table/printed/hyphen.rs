//! Whether `2010-11` is a month or two years, as a column of such texts shows. A column of such texts tells more than
//! one of them.
//!
//! | texts of a column | are |
//! |---|---|
//! | `2010-11` | not told |
//! | `2010-11`, `2010-09` | months: years do not run backwards |
//! | `2010-11`, `2011-13` | years: there is no month 13 |
//! | `2010-11`, `2011-12` | years that follow each other: two such months would be 13 apart |
//! | `2010-11`, `2003-05` | not told: the second may be May 2003, or a span of years |
//! | `2010-09`, `2011-13` | not told: they contradict each other |
//!
//! Where it is not told, and the map does not say it (`hyphen`), each text is read for itself, and what turns out to
//! contradict the column is refused when all rows were seen.

use chrono::Datelike;

use crate::value::{Hyphened, Length, Period};

/// What the texts of one column, or the heads of one table, show of whether such texts are months or years.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own")]
pub(in crate::table) struct HyphenedTexts {
    /// A text can only be a month: `2010-09`.
    has_month: bool,
    /// A text can only be years: `2011-13`.
    has_years: bool,
    /// A text can be a month, or years that do not follow each other: `2003-05`.
    has_either: bool,
    /// The first year (of two digits) of the first text that can be a month, or a year and the one that follows it.
    follows: Option<u32>,
    /// Another such text has another first year: `2010-11` and `2011-12` would be months 13 apart.
    several_follow: bool,
}

impl HyphenedTexts {
    /// Notes what a text shows, if it is four digits, a hyphen and two digits, as `2010-11`.
    pub(in crate::table) fn note(&mut self, text: &[u8]) {
        let [c1, c2, y1, y2, b'-', n1, n2] = text.trim_ascii() else {
            return;
        };
        let number = |digits: [&u8; 2]| {
            let [tens, ones] = digits.map(|digit| char::from(*digit).to_digit(10));
            tens?.checked_mul(10)?.checked_add(ones?)
        };
        let (Some(_), Some(year), Some(second)) = (number([c1, c2]), number([y1, y2]), number([n1, n2])) else {
            return;
        };
        match second {
            0 | 13.. => self.has_years = true,
            second if second <= year => self.has_month = true,
            second if second != year.saturating_add(1) => self.has_either = true,
            _ => {
                self.several_follow |= self.follows.is_some_and(|first| first != year);
                self.follows.get_or_insert(year);
            }
        }
    }

    /// Whether the texts show that all of them are of this kind: one text can be nothing else, or several years follow
    /// each other and no text can be anything but such a year.
    pub(in crate::table) const fn all_are(self, kind: Hyphened) -> bool {
        match kind {
            Hyphened::Month => self.has_month,
            // November 2010 and December 2011 are no months of one table.
            Hyphened::Years => self.has_years || self.several_follow && !self.has_either && !self.has_month,
        }
    }

    /// Whether all texts are months or all are years; `None` if no text shows it, or some show the one and some the
    /// other.
    pub(in crate::table) const fn kind(self) -> Option<Hyphened> {
        match (self.all_are(Hyphened::Month), self.all_are(Hyphened::Years)) {
            (true, false) => Some(Hyphened::Month),
            (false, true) => Some(Hyphened::Years),
            _ => None,
        }
    }

    /// Whether a period was read in the wrong way from a text such as `2010-11`: as a month, where the texts show that
    /// all are years; or as a reporting year, which begins in this month and on this day, where they show that all are
    /// months.
    pub(in crate::table) fn contradict(self, read: Period, year_begins: Option<(u32, u32)>) -> bool {
        let (first, of_century) = (read.first(), read.first().year().rem_euclid(100).unsigned_abs());
        if self.all_are(Hyphened::Years) && read.length() == Length::MONTH {
            return first.month() > of_century;
        }
        let is_begin = year_begins == Some((first.month(), first.day()));
        self.all_are(Hyphened::Month) && is_begin && read.length() == Length::YEAR && of_century < 12
    }
}
