//! What a reader should know beside any status.

use crate::series::{Agreement, Figure, ObservationStatus, Published, Reading};
use crate::value::{names, sets};

names! { "a caveat":
    /// What a reader should know beside a status.
    #[derive(PartialOrd, Ord)]
    #[non_exhaustive]
    #[repr(u8)]
    pub enum Caveat {
        /// The figure is provisional.
        Provisional = "provisional",
        /// The figure is an estimate.
        Estimated = "estimated",
        /// The figure is approximate, as published.
        Approximate = "approximate",
        /// Nobody knows the day of publication, only one before which it was not.
        PublishedNotBefore = "published_not_before",
        /// Nobody knows the day of publication.
        PublicationUndated = "publication_undated",
        /// Newer figures may exist that are left out, since nobody dated them.
        UndatedLeftOut = "undated_left_out",
        /// The deadline is past, and its own value is not known yet: it is not published, or as a bound that leaves
        /// more than one answer.
        DeadlineValuePending = "deadline_value_pending",
        /// A newer figure is only a bound, and leaves more than one answer open.
        NewerFigureIsOnlyABound = "newer_figure_is_only_a_bound",
        /// A newer figure covers only a part of its period.
        NewerFigureIsPartial = "newer_figure_is_partial",
        /// Met before the deadline.
        Early = "early",
        /// Met before, and lost again.
        Lost = "lost",
        /// The series now says another value for the baseline than the plan.
        BaselineRevised = "baseline_revised",
        /// The definition changed on the way.
        SeriesBreak = "series_break",
        /// Some days of the sum are not covered: it is a lower bound.
        SumHasGap = "sum_has_gap",
        /// Some periods have no figure: periods in which a promise was to be kept, or a year that ends a chain of
        /// yearly rates, although later ones are known.
        PeriodsUnknown = "periods_unknown",
        /// Half a unit of the figure's last digit would change the answer.
        TooCloseToCall = "too_close_to_call",
        /// The deadline has no figure of its own: the last one before it, within the deadline's period, stands for it.
        BeforeTheDeadline = "before_the_deadline",
        /// The figure covers a longer period than the goal speaks of, and stands halfway in it.
        LongerPeriod = "longer_period",
        /// The figure is as long as the goal's own period, and begins at another time than the goal's periods do: it is
        /// judged at its own end.
        OtherPhase = "other_phase",
        /// The figure was estimated before its period was over, and no later one came.
        EstimatedBeforeItsEnd = "estimated_before_its_end",
        /// The figure is old, and not too old to say anything.
        OldFigure = "old_figure",
        /// The rule counts whole years by their labels; here the time between the figures was counted exactly.
        ExactYears = "exact_years",
        /// At the pace so far the value goes through the promised band and out on the other side.
        WillOvershoot = "will_overshoot",
        /// At the pace so far the value leaves the limit before the deadline.
        DriftingToTheLimit = "drifting_to_the_limit",
        /// The projection ends at the edge of what is possible.
        StoppedAtTheEdge = "stopped_at_the_edge",
        /// The figure lies outside of what is possible for the indicator.
        OutsideOfPossible = "outside_of_possible",
        /// The figure and an earlier vintage of it, of another value, come from different sources.
        SourceChanged = "source_changed",
        /// Several sources say different things of one period.
        SourcesDiffer = "sources_differ",
        /// The figure comes from another publisher than the baseline; by a composed rule, than the figure with which
        /// the movement or the promise begins there.
        OtherSource = "other_source",
        /// Within the published uncertainty of a figure, or of the baseline, the status could be another one, or
        /// unknown.
        WithinUncertainty = "within_uncertainty",
        /// The figure is imputed: it stands in for one that was not observed.
        Imputed = "imputed",
        /// The figure is of low reliability, as published.
        LowReliability = "low_reliability",
        /// The figure follows another definition than its series, as published.
        DefinitionDiffers = "definition_differs",
        /// The figure is not significantly different from zero, as published.
        NotSignificant = "not_significant",
        /// A total, and the parts of which it is the sum, say different things.
        TotalContradictsParts = "total_contradicts_parts",
        /// The baseline's period is not as long as the goal's.
        BaselineOfAnotherLength = "baseline_of_another_length",
        /// The milestones are stated as values, and the baseline was revised since.
        MilestonesBeforeRevision = "milestones_before_revision",
        /// The deliverable was reported as done, and later as not.
        ReportedUndone = "reported_undone",
        /// The promise was amended when its deadline was past.
        AmendedAfterDeadline = "amended_after_deadline",
        /// Nobody can say of some parts.
        PartsUnknown = "parts_unknown",
        /// At least one milestone was missed, whatever came later.
        MilestoneMissed = "milestone_missed",
        /// The baseline was revised after the figure was published, and the figure was not.
        BaselineNewerThanFigure = "baseline_newer_than_figure",
    }
}

impl Caveat {
    /// The caveat of a status that a publisher gives a figure; `None` of a status that is no caveat of the figure by
    /// itself: a break is a caveat only between two figures.
    const fn of_status(status: ObservationStatus) -> Option<Self> {
        Some(match status {
            ObservationStatus::Provisional => Self::Provisional,
            ObservationStatus::Estimated => Self::Estimated,
            ObservationStatus::Imputed => Self::Imputed,
            ObservationStatus::LowReliability => Self::LowReliability,
            ObservationStatus::DefinitionDiffers => Self::DefinitionDiffers,
            ObservationStatus::NotSignificant => Self::NotSignificant,
            _ => return None,
        })
    }
}

/// A set of [`Caveat`]s, small enough to be copied.
///
/// # Examples
///
/// ```
/// use milepost::{Caveat, Caveats, Language};
///
/// let said = Caveats::from(Caveat::OldFigure).with(Caveat::Provisional).with(Caveat::OldFigure);
/// assert_eq!(said, Caveats::from([Caveat::Provisional, Caveat::OldFigure]));
/// assert!(said.contains(Caveat::OldFigure) && !said.contains(Caveat::Approximate));
/// let of_baseline = Caveats::from([Caveat::BaselineRevised, Caveat::Provisional]);
/// assert_eq!(said.union(of_baseline).iter().count(), 3);
/// // A footnote, the same whichever caveat was found first.
/// let words: Vec<_> = said.iter().map(|caveat| caveat.words(Language::English)).collect();
/// assert_eq!(words.join("; "), "the figure is provisional; the figure is old");
/// assert!(Caveats::NONE.is_empty());
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
#[must_use]
pub struct Caveats(u64);

/// The caveats of a set, one after the other.
#[derive(Debug, Clone)]
#[must_use]
pub struct CaveatsIter(Caveats);

sets! { Caveats(u64) of Caveat, by CaveatsIter }

impl Caveats {
    /// The caveat of a newer figure that leaves more than one answer open: its sources differ, or it is only a bound.
    pub(crate) fn of_newer(figure: Figure) -> Self {
        Self::NONE.with(match figure.agreement {
            Agreement::Differ => Caveat::SourcesDiffer,
            _ => Caveat::NewerFigureIsOnlyABound,
        })
    }

    /// The caveats of a figure by itself.
    pub(crate) fn of_figure(figure: Figure) -> Self {
        let said: Self = figure.status.iter().filter_map(Caveat::of_status).collect();
        said.with_if(matches!(figure.reading, Reading::Approximate(_)), Caveat::Approximate)
            .with_if(
                matches!(figure.published, Published::NotBefore(_)),
                Caveat::PublishedNotBefore,
            )
            .with_if(figure.published == Published::Unstated, Caveat::PublicationUndated)
            .with_if(figure.agreement == Agreement::Changed, Caveat::SourceChanged)
            .with_if(figure.agreement == Agreement::Differ, Caveat::SourcesDiffer)
    }

    /// The same set, with this caveat if it applies.
    pub(crate) const fn with_if(self, applies: bool, caveat: Caveat) -> Self {
        if applies { self.with(caveat) } else { self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_caveat_has_a_place_of_its_own() {
        let all: Caveats = Caveat::ALL.iter().copied().collect();
        assert_eq!(all.iter().collect::<Vec<_>>(), Caveat::ALL);
        for (index, caveat) in Caveat::ALL.iter().copied().enumerate() {
            assert_eq!(caveat as usize, index);
        }
        assert_eq!(all.into_iter().collect::<Caveats>(), all);
        assert!(Caveats::NONE.is_empty() && Caveats::NONE.into_iter().next().is_none());
        assert_eq!(format!("{:?}", Caveats::NONE.with(Caveat::Lost)), "{Lost}");
    }
}
