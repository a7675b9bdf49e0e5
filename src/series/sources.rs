//! Which of several sources speaks of one period, and what they say together.
//!
//! Of a publisher only the latest figure of a period speaks. Of several publishers those of the best rank do; a series
//! that ranks none has them all on one level.
//!
//! | figures of 2023 | what is said |
//! |---|---|
//! | register: 75, of February; register: 76, of August | 76 |
//! | register: 75; survey: 70 | from 70 to 75, and a caveat that sources differ |
//! | register: 75; survey: 70, which is ranked first | 70 |
//! | register: 75, of February; without a publisher: 76, of August | 76: a revision of which nobody said whose it is |

use alloc::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Agreement, Figure, Known, Observation, Source};
use crate::value::{Period, Text};

/// Whose figures take the place of each other: those of a publisher; where none is named, those with one title.
pub(super) type Voice<'a> = (Option<&'a Text>, Option<&'a Text>);

impl Observation {
    /// Who speaks by the observation: its publisher, or a source of which none is named, by its title.
    pub(super) fn voice(&self) -> Voice<'_> {
        match (self.publisher(), self.source()) {
            (None, Some(source)) => (None, Some(source.title())),
            (publisher, _) => (publisher, None),
        }
    }

    /// The publisher of the figure, if that is known.
    pub(crate) fn publisher(&self) -> Option<&Text> {
        self.source()?.publisher()
    }
}

/// The facts by which it is decided which of the latest vintages of one period speak.
#[derive(Debug, Clone, Copy)]
struct Speakers {
    /// The best rank of a publisher that has a figure; `None` where no publisher is named.
    best_rank: Option<usize>,
    /// The last day of those without a publisher.
    last_unnamed: Option<NaiveDate>,
    /// The first day of the publishers of the best rank; `None` where one of them is not dated.
    first_named: Option<NaiveDate>,
}

impl Speakers {
    /// Looks through the latest vintages of a period for those of the best rank, and for those that name nobody.
    fn among<'a>(known: Known<'a>, latest: impl Iterator<Item = &'a Observation>) -> Self {
        let mut speakers = Self {
            best_rank: None,
            last_unnamed: None,
            first_named: None,
        };
        for one in latest {
            let day = one.published().earliest();
            let Some(rank) = known.rank(one) else {
                speakers.last_unnamed = speakers.last_unnamed.max(day);
                continue;
            };
            if speakers.best_rank.is_none_or(|best| rank < best) {
                (speakers.best_rank, speakers.first_named) = (Some(rank), day);
            } else if speakers.best_rank == Some(rank) {
                speakers.first_named = speakers.first_named.min(day);
            }
        }
        speakers
    }

    /// Whether vintages of this rank may speak: of a publisher of the best rank, or of none that is named.
    fn admit_rank(self, rank: Option<usize>) -> bool {
        rank.is_none() || rank == self.best_rank
    }

    /// Whether a vintage of this rank and day speaks. A vintage of a best publisher does, unless one without a
    /// publisher is later; of vintages without a publisher the last does, unless all best publishers are later. An
    /// undated vintage replaces none and is replaced by none.
    fn let_speak(self, rank: Option<usize>, day: Option<NaiveDate>) -> bool {
        let has_its_turn = |day: NaiveDate| match rank {
            Some(_) => self.last_unnamed.is_none_or(|unnamed| unnamed <= day),
            None => self.last_unnamed == Some(day) && self.first_named.is_none_or(|named| named <= day),
        };
        self.admit_rank(rank) && day.is_none_or(has_its_turn)
    }
}

impl<'a> Known<'a> {
    /// The rank of a figure's publisher, the lowest for one that the series does not rank; `None` where none is named.
    fn rank(self, observation: &Observation) -> Option<usize> {
        let publisher = observation.publisher()?;
        let rank = self.series().ranking.rank_of(publisher);
        Some(rank.unwrap_or(usize::MAX))
    }

    /// The latest vintage of each source of a period; several where one has two of one day.
    fn latest_of_each(self, vintages: &'a [Observation]) -> impl DoubleEndedIterator<Item = &'a Observation> {
        let voices = vintages.chunk_by(|one, next| one.voice() == next.voice());
        voices.flat_map(move |own| self.latest_vintages(own))
    }

    /// Of the latest vintages of a period, those that speak.
    pub(super) fn speakers(self, vintages: &'a [Observation]) -> impl DoubleEndedIterator<Item = &'a Observation> {
        let speakers = Speakers::among(self, self.latest_of_each(vintages));
        let latest = self.latest_of_each(vintages);
        latest.filter(move |one| speakers.let_speak(self.rank(one), one.published().earliest()))
    }

    /// The figure that several sources make of one period: the latest where one follows the other, else all that lies
    /// between them. `None` where none speaks, or nothing is known between them.
    pub(super) fn figure_of_sources(self, vintages: &'a [Observation]) -> Option<Figure> {
        let mut speakers = self.speakers(vintages);
        let first = speakers.next()?;
        let mut said = Figure::of(first);
        for one in speakers {
            said = said.merged_with(Figure::of(one))?;
        }
        if said.agreement == Agreement::Agree && self.follows_another(vintages, first, said) {
            said.agreement = Agreement::Changed;
        }
        Some(said)
    }

    /// Whether the figure `said` of a period, of which `speaker` is the first observation, took the place of a vintage
    /// from a source with another title, and differs from it: caveat `source_changed`.
    fn follows_another(self, vintages: &'a [Observation], speaker: &Observation, said: Figure) -> bool {
        let speakers = Speakers::among(self, self.latest_of_each(vintages));
        let title = speaker.source().map(Source::title);
        self.latest_of_each(vintages).any(|one| {
            let (rank, day) = (self.rank(one), one.published().earliest());
            let is_replaced = speakers.admit_rank(rank) && !speakers.let_speak(rank, day);
            let other = one.source().map(Source::title);
            let is_another = title.zip(other).is_some_and(|(title, other)| title != other);
            is_replaced && is_another && !said.says_the_same_as(Figure::of(one))
        })
    }

    /// Whether one of the publishers of the figure of `period` published none of `than`; no, where nobody is said to
    /// have published that of `than`. The figure of a period is its own, or those of its parts.
    pub(crate) fn is_of_another_publisher(self, period: Period, than: Period) -> bool {
        let Some(one) = self.publishers_of(than).next() else {
            return false;
        };
        let mut others = self.publishers_of(period).filter(|other| *other != one).peekable();
        if others.peek().is_none() {
            return false;
        }
        let of_both: BTreeSet<&Text> = self.publishers_of(than).collect();
        others.any(|other| !of_both.contains(other))
    }

    /// The publishers of the figure of a period; of its parts, where it has none of its own.
    fn publishers_of(self, period: Period) -> impl Iterator<Item = &'a Text> {
        let is_whole = self.figure_of(period).is_some();
        let spoken = self.iter_ending(period.first()..=period.last());
        let is_used = move |one: &&Observation| {
            let covered = one.coverage();
            covered == period || (!is_whole && period.contains(covered))
        };
        spoken.filter(is_used).filter_map(Observation::publisher)
    }
}
