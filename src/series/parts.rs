//! Whether a total, and the parts that make it up, say the same.

use super::{Figure, Known, Reading};
use crate::value::Period;

impl Known<'_> {
    /// Whether the sum over a period is another one by its parts: by those that cover each of its days once, or, where
    /// a sum only grows, by any that are more than all of it, as those of a running total that falls.
    ///
    /// The longest parts are tried, and the shortest. Numbers that are only about right contradict nothing.
    pub(crate) fn contradicts_parts(self, period: Period, only_grows: bool) -> bool {
        let Some(whole) = self.flow_of(period) else {
            return false;
        };
        let contradicts = |sum: Reading, is_complete: bool| {
            (is_complete && whole.reading.contradicts(sum)) || (only_grows && whole.reading.contradicts(sum.or_more()))
        };
        let is_another = |shortest: bool| {
            let parts = self.sum_of_parts(period, shortest, |_| true);
            parts.is_some_and(|(sum, is_complete)| contradicts(sum.reading, is_complete))
        };
        let mut parts = self.within(period);
        is_another(false) || is_another(true) || (only_grows && parts.any(|part| contradicts(part.reading, false)))
    }

    /// What those parts of a period add up to that count, the longest or the shortest at each step back from its end,
    /// and whether they cover each of its days.
    pub(crate) fn sum_of_parts(
        self,
        whole: Period,
        shortest: bool,
        counts: impl Fn(&Figure) -> bool,
    ) -> Option<(Figure, bool)> {
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
            // Of those that end on a day the longest stands first.
            let longest = || self.ending(last..=last, is_part).find(&counts);
            let part = if shortest { latest } else { longest()? };
            sum = Some(match sum {
                Some(sum) => part.joined(sum, Reading::checked_add)?,
                None => part,
            });
            until = part.period.first().pred_opt();
        }
        Some((sum?, is_complete))
    }
}
