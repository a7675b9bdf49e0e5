//! Whether a total, and the parts that make it up, say the same.

use super::{Figure, Known, Reading};
use crate::value::Period;

/// Which part is taken of those that end on one day.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Taken {
    Longest,
    Shortest,
}

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
        let is_another = |taken: Taken| {
            let parts = self.sum_of_parts(period, taken, |_| true);
            parts.is_some_and(|(sum, is_complete)| contradicts(sum.reading, is_complete))
        };
        let mut parts = self.within(period);
        is_another(Taken::Longest)
            || is_another(Taken::Shortest)
            || (only_grows && parts.any(|part| contradicts(part.reading, false)))
    }

    /// The sum of the parts of a period that count, taken from its end back: of those that end latest before the last
    /// one taken, the longest or the shortest. Beside it, whether they cover each of its days; gaps are passed over.
    pub(crate) fn sum_of_parts(
        self,
        whole: Period,
        taken: Taken,
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
            // Of those that end on a day the longest stands first, and the shortest last.
            let part = match taken {
                Taken::Longest => self.ending(last..=last, is_part).find(&counts)?,
                Taken::Shortest => latest,
            };
            sum = Some(match sum {
                Some(sum) => part.joined(sum, Reading::checked_add)?,
                None => part,
            });
            until = part.period.first().pred_opt();
        }
        Some((sum?, is_complete))
    }
}
