//! Whether a total, and the parts that make it up, say the same.
//!
//! Of a flow of 400 in 2024, quarters of 90, 95, 100 and 110 say 395: the year and its parts contradict each other.
//! Where a quarter is missing nothing can be said, unless the flow only grows: then three quarters of 410 are too many.

use super::{Figure, Known, Total};
use crate::value::Period;

/// Which of the parts of a period that end on one day is taken.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Taken {
    Longest,
    Shortest,
}

impl Known<'_> {
    /// Whether the parts of a period contradict the sum over all of it: parts that cover each of its days add up to
    /// another number, or, if the sum `only_grows`, some parts are more than the sum.
    ///
    /// The longest parts are tried, and the shortest. Approximate numbers contradict nothing.
    pub(crate) fn contradicts_parts(self, period: Period, only_grows: bool) -> bool {
        let Some(whole) = self.flow_of(period) else {
            return false;
        };
        let is_less_than = |parts: Figure| only_grows && whole.reading.contradicts(parts.reading.or_more());
        let is_contradicted = |taken: Taken| match self.sum_of_parts(period, taken, |_| true) {
            Some(Total::Whole(sum)) => whole.reading.contradicts(sum.reading) || is_less_than(sum),
            Some(Total::WithGap(sum)) => is_less_than(sum),
            None => false,
        };
        is_contradicted(Taken::Longest)
            || is_contradicted(Taken::Shortest)
            || (only_grows && self.within(period).any(is_less_than))
    }

    /// The sum of the parts of a period for which `counts` is true: whole if they cover each of its days, else with a
    /// gap. Parts are taken from the end of the period back: at each step one that ends latest before those taken so
    /// far, the longest or the shortest of several. `None` where no part is known, or the parts do not add up.
    pub(crate) fn sum_of_parts(self, whole: Period, taken: Taken, counts: impl Fn(&Figure) -> bool) -> Option<Total> {
        let is_part = |period: Period| period != whole && whole.contains(period);
        let mut sum: Option<Figure> = None;
        let (mut until, mut is_complete) = (Some(whole.last()), true);
        while let Some(day) = until.filter(|day| *day >= whole.first()) {
            let Some(latest) = self.ending(whole.first()..=day, is_part).rfind(&counts) else {
                is_complete = false;
                break;
            };
            let last = latest.period.last();
            is_complete = is_complete && last == day;
            // Of the figures that end on a day the longest comes first, and the shortest last.
            let part = match taken {
                Taken::Longest => self.ending(last..=last, is_part).find(&counts)?,
                Taken::Shortest => latest,
            };
            sum = Some(match sum {
                Some(sum) => part.joined(sum, self.addition())?,
                None => part,
            });
            until = part.period.first().pred_opt();
        }
        let total = if is_complete { Total::Whole } else { Total::WithGap };
        sum.map(total)
    }
}
