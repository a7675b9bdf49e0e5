//! Which of the figures that several sources published of one period count, and what figure they make together.
//!
//! Of each publisher only the latest figure of a period counts. Of several publishers only those of the best rank
//! count; in a series without ranks all publishers have the same rank. A figure without a publisher is a vintage of the
//! figures that count: the later ones replace the earlier ones.
//!
//! | published of 2023 | the figure |
//! |---|---|
//! | register: 75, of February; register: 76, of August | 76 |
//! | register: 75; survey: 70 | from 70 to 75, and a caveat that sources differ |
//! | register: 75; survey: 70, which is ranked first | 70 |
//! | register: 75, of February; without a publisher: 76, of August | 76: a revision of which nobody said whose it is |

use alloc::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Agreement, Figure, Known, Observation, Source};
use crate::value::{Period, Text};

/// The issuer of an observation: its publisher or, if no publisher is named, the title of its source, if it has one. Of
/// the figures of one issuer a later one replaces the earlier ones.
pub(super) type Issuer<'a> = (Option<&'a Text>, Option<&'a Text>);

impl Observation {
    /// The observation's [`Issuer`]: its publisher, or else the title of its source.
    pub(super) fn issuer(&self) -> Issuer<'_> {
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

/// What decides which of the latest vintages of one period count: whose rank is the best, and which are the later ones
/// of figures with a publisher and figures without.
#[derive(Debug, Clone, Copy)]
struct Precedence {
    /// The best rank of a publisher that has a figure; `None` where no publisher is named.
    best_rank: Option<usize>,
    /// The last day on which a vintage without a publisher was published; `None` without such a day.
    last_unnamed: Option<NaiveDate>,
    /// The first day on which a vintage of a publisher of the best rank was published; `None` where one is not dated.
    first_named: Option<NaiveDate>,
}

impl Precedence {
    /// The precedence among the latest vintages of one period.
    fn among<'a>(known: Known<'a>, latest: impl Iterator<Item = &'a Observation>) -> Self {
        let mut precedence = Self {
            best_rank: None,
            last_unnamed: None,
            first_named: None,
        };
        for one in latest {
            let day = one.published().earliest();
            let Some(rank) = known.rank(one) else {
                precedence.last_unnamed = precedence.last_unnamed.max(day);
                continue;
            };
            if precedence.best_rank.is_none_or(|best| rank < best) {
                (precedence.best_rank, precedence.first_named) = (Some(rank), day);
            } else if precedence.best_rank == Some(rank) {
                precedence.first_named = precedence.first_named.min(day);
            }
        }
        precedence
    }

    /// Whether a vintage of this rank may count: of a publisher of the best rank, or without a publisher
    /// (`None`). Whether it counts depends on its day too.
    fn may_count(self, rank: Option<usize>) -> bool {
        rank.is_none() || rank == self.best_rank
    }

    /// Whether a vintage counts that a publisher of this rank published on this day:
    ///
    /// 1. one of a publisher of the best rank, unless one without a publisher is later;
    /// 2. of those without a publisher (`rank` is `None`) the last, unless all of the best rank are later;
    /// 3. an undated one of either kind: it replaces none, and none replaces it;
    /// 4. none of a publisher of another rank.
    fn counts(self, rank: Option<usize>, day: Option<NaiveDate>) -> bool {
        let is_not_replaced = |day: NaiveDate| match rank {
            Some(_) => self.last_unnamed.is_none_or(|unnamed| unnamed <= day),
            None => self.last_unnamed == Some(day) && self.first_named.is_none_or(|named| named <= day),
        };
        self.may_count(rank) && day.is_none_or(is_not_replaced)
    }
}

impl<'a> Known<'a> {
    /// The rank of an observation's publisher, 0 the best, and the worst of all for a publisher that the series does
    /// not rank; `None` where no publisher is named.
    fn rank(self, observation: &Observation) -> Option<usize> {
        let publisher = observation.publisher()?;
        let rank = self.series().ranking.rank_of(publisher);
        Some(rank.unwrap_or(usize::MAX))
    }

    /// The latest vintages of each [`Issuer`] of a period: two of one issuer, where both are of one day.
    fn latest_of_each_issuer(self, vintages: &'a [Observation]) -> impl DoubleEndedIterator<Item = &'a Observation> {
        let issuers = vintages.chunk_by(|one, next| one.issuer() == next.issuer());
        issuers.flat_map(move |own| self.latest_vintages(own))
    }

    /// Of all vintages of a period, those that [count](Precedence::counts): their readings together are the figure.
    pub(super) fn counted(self, vintages: &'a [Observation]) -> impl DoubleEndedIterator<Item = &'a Observation> {
        let precedence = Precedence::among(self, self.latest_of_each_issuer(vintages));
        let latest = self.latest_of_each_issuer(vintages);
        latest.filter(move |one| precedence.counts(self.rank(one), one.published().earliest()))
    }

    /// The figure of a period, from the vintages of several sources: all that lies between the readings of those that
    /// count. `None` where none counts, or nothing limits what lies between them.
    pub(super) fn figure_of_sources(self, vintages: &'a [Observation]) -> Option<Figure> {
        let mut counted = self.counted(vintages);
        let first = counted.next()?;
        let mut figure = Figure::of(first);
        for one in counted {
            figure = figure.merged_with(Figure::of(one))?;
        }
        if figure.agreement == Agreement::Agree && self.replaced_another_source(vintages, first, figure) {
            figure.agreement = Agreement::Changed;
        }
        Some(figure)
    }

    /// Whether the figure of a period replaced a vintage of another reading, from a source of another title than that
    /// of `first`, the first observation that counts: caveat `source_changed`.
    fn replaced_another_source(self, vintages: &'a [Observation], first: &Observation, figure: Figure) -> bool {
        let precedence = Precedence::among(self, self.latest_of_each_issuer(vintages));
        let title = first.source().map(Source::title);
        self.latest_of_each_issuer(vintages).any(|one| {
            let (rank, day) = (self.rank(one), one.published().earliest());
            let is_replaced = precedence.may_count(rank) && !precedence.counts(rank, day);
            let other = one.source().map(Source::title);
            let is_another = title.zip(other).is_some_and(|(title, other)| title != other);
            is_replaced && is_another && !figure.says_the_same_as(Figure::of(one))
        })
    }

    /// Whether a publisher of the figure of `period` is none of the publishers of the figure of `than`. `false` where
    /// no publisher of the figure of `than` is known.
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

    /// The publishers of the figure of a period; where the period has no figure, of the figures of its parts.
    fn publishers_of(self, period: Period) -> impl Iterator<Item = &'a Text> {
        let is_whole = self.figure_of(period).is_some();
        let counted = self.iter_ending(period.first()..=period.last());
        let is_used = move |one: &&Observation| {
            let covered = one.coverage();
            covered == period || (!is_whole && period.contains(covered))
        };
        counted.filter(is_used).filter_map(Observation::publisher)
    }
}
