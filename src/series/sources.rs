//! Which of several sources speaks of one period, and what they say together.

use chrono::NaiveDate;

use super::{Agreement, Figure, Known, Observation, Source};
use crate::value::{Period, Text};

/// Whose figures take the place of each other: those of a publisher; where none is named, those with one title.
pub(super) type Voice<'a> = (Option<&'a Text>, Option<&'a Text>);

impl Observation {
    pub(super) fn voice(&self) -> Voice<'_> {
        match (self.publisher(), self.source()) {
            (None, Some(source)) => (None, Some(source.title())),
            (publisher, _) => (publisher, None),
        }
    }

    /// Who published it, if that is known.
    pub(crate) fn publisher(&self) -> Option<&Text> {
        self.source()?.publisher()
    }
}

/// Which of the latest vintages of one period speak.
#[derive(Debug, Clone, Copy)]
struct Speakers {
    /// The best rank of a publisher that has a figure.
    rank: Option<usize>,
    /// The last day of those without a publisher.
    unnamed: Option<NaiveDate>,
    /// The first day of the publishers of that rank; none where one of them is not dated.
    named: Option<NaiveDate>,
}

impl Speakers {
    fn among<'a>(known: Known<'a>, latest: impl Iterator<Item = &'a Observation>) -> Self {
        let mut speakers = Self {
            rank: None,
            unnamed: None,
            named: None,
        };
        for one in latest {
            let day = one.published().earliest();
            let Some(rank) = known.rank(one) else {
                speakers.unnamed = speakers.unnamed.max(day);
                continue;
            };
            if speakers.rank.is_none_or(|best| rank < best) {
                (speakers.rank, speakers.named) = (Some(rank), day);
            } else if speakers.rank == Some(rank) {
                speakers.named = speakers.named.min(day);
            }
        }
        speakers
    }

    /// Whether a figure can be a vintage of what is said: it is of a publisher of the best rank, or of none.
    fn admit(self, rank: Option<usize>) -> bool {
        rank.is_none() || rank == self.rank
    }

    /// Whether it is the latest of them. What is not dated takes the place of nothing, and nothing takes its own.
    fn hear(self, rank: Option<usize>, day: Option<NaiveDate>) -> bool {
        let Some(day) = day else { return self.admit(rank) };
        match rank {
            Some(_) => rank == self.rank && self.unnamed.is_none_or(|unnamed| day >= unnamed),
            None => self.unnamed == Some(day) && (self.rank.is_none() || self.named.is_none_or(|named| named <= day)),
        }
    }
}

impl<'a> Known<'a> {
    /// The rank of a figure's publisher, the lowest for one that the series does not rank; `None` where none is named.
    fn rank(self, observation: &Observation) -> Option<usize> {
        let publisher = observation.publisher()?;
        let rank = self.series().publishers().iter().position(|ranked| ranked == publisher);
        Some(rank.unwrap_or(usize::MAX))
    }

    /// The latest vintage of each source of a period; several where one has two of one day.
    fn latest_of_each(self, vintages: &'a [Observation]) -> impl DoubleEndedIterator<Item = &'a Observation> {
        let voices = vintages.chunk_by(|one, next| one.voice() == next.voice());
        voices.flat_map(move |own| self.latest_vintages(own))
    }

    /// Those of them that speak.
    pub(super) fn speakers(self, vintages: &'a [Observation]) -> impl DoubleEndedIterator<Item = &'a Observation> {
        let speakers = Speakers::among(self, self.latest_of_each(vintages));
        let latest = self.latest_of_each(vintages);
        latest.filter(move |one| speakers.hear(self.rank(one), one.published().earliest()))
    }

    /// What several sources say of one period: the latest where one follows the other, else all that lies between them.
    pub(super) fn said_by_all(self, vintages: &'a [Observation]) -> Option<Figure> {
        let mut heard = self.speakers(vintages);
        let first = heard.next()?;
        let mut said = Figure::of(first);
        for one in heard {
            said = said.beside(Figure::of(one))?;
        }
        if said.agreement == Agreement::Agree && self.follows_another(vintages, first, said) {
            said.agreement = Agreement::Changed;
        }
        Some(said)
    }

    /// Whether a vintage with another title was left behind that says something else.
    fn follows_another(self, vintages: &'a [Observation], heard: &Observation, said: Figure) -> bool {
        let speakers = Speakers::among(self, self.latest_of_each(vintages));
        let title = heard.source().map(Source::title);
        self.latest_of_each(vintages).any(|one| {
            let (rank, day) = (self.rank(one), one.published().earliest());
            let is_left_behind = speakers.admit(rank) && !speakers.hear(rank, day);
            let other = one.source().map(Source::title);
            let is_another = title.zip(other).is_some_and(|(title, other)| title != other);
            is_left_behind && is_another && !said.agrees_with(Figure::of(one))
        })
    }

    /// Whether a publisher speaks of a period, or of parts of it, who does not speak of another one, of which some
    /// publisher does.
    pub(crate) fn is_of_another_publisher(self, period: Period, than: Period) -> bool {
        let of = |period| self.publishers_of(period);
        of(than).next().is_some() && of(period).any(|one| of(than).all(|other| other != one))
    }

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
