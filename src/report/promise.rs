//! Promises in a phrase.

use alloc::string::{String, ToString};

use rust_decimal::Decimal;

use super::number::{
    grouped, growth_in_all, growth_of_index, stated_difference, stated_percent, value_of_target, value_words,
};
use super::words::{
    Label, Phrase, date, each, in_brackets, in_each, is_told_from_to, of_time, times_at_least, when, when_between,
};
use crate::plan::{Baseline, Every, Goal, MeasuredBy, Target, Than};
use crate::value::{Bound, Collected, Direction, Language, Length, Measure, Period, Requirement, Tolerance, Unit};

impl Target {
    /// The promise with its deadline, in a phrase.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, Language, Measure, Quantity, Target, Unit, dec};
    ///
    /// let air = Quantity::new(Measure::Share, Unit::percent());
    /// let goal = Goal::level(Bound::AtLeast(dec!(88)));
    /// let target = Target::builder("air".parse()?, air, goal, "2026".parse()?).build()?;
    /// assert_eq!(target.goal_words(Language::English), "at least 88 % in 2026");
    /// assert_eq!(target.goal_words(Language::SimplifiedChinese), "2026年不低于88%");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn goal_words(&self, language: Language) -> String {
        let mut phrase = self.goal_words_of_a_part(language);
        if self.of().each().is_some() {
            phrase.push_str(Label::InEachPart.words(language));
        }
        phrase
    }

    /// What the target promises, in words, without saying whether each part has to keep the promise.
    pub(super) fn goal_words_of_a_part(&self, language: Language) -> String {
        let what = &self.asked_words(language);
        let time = self.promised_period();
        let (during, of) = (&when(time, language), &of_time(time, language));
        let mut phrase = match self.goal() {
            Goal::Level(_) => self.words_with_deadline(what, language),
            Goal::Change { .. } | Goal::Addition(_) => self.words_with_baseline(what, language),
            Goal::AverageGrowth { .. } => Phrase::Within { what, when: during }.words(language),
            Goal::Cumulative(_) => Phrase::InTotal { what, when: during }.words(language),
            Goal::Keep {
                every,
                kept_in: Some(count),
                ..
            } => {
                let times = &times_at_least(count, self.count_of_periods(every), language);
                let every = &each(every, language);
                Phrase::InSome { what, times, every, of }.words(language)
            }
            Goal::Keep { every, .. } if self.is_condition() => {
                let when = &in_each(every, language);
                Phrase::KeptInEach { when, of }.words(language)
            }
            Goal::Keep { every, .. } | Goal::Trend { every, .. } => {
                let when = &in_each(every, language);
                Phrase::InEach { what, when, of }.words(language)
            }
            Goal::Unstated(_) => what.clone(),
        };
        if let Some(what) = &self.tolerance_words(language) {
            phrase.push_str(&Phrase::InBrackets { what }.words(language));
        }
        phrase
    }

    /// What the goal asks for, with the reference from which that counts, if there is one, but without the time at or
    /// in which it does.
    pub(super) fn asked_words(&self, language: Language) -> String {
        match self.goal() {
            Goal::Level(requirement) | Goal::Cumulative(requirement) | Goal::Keep { requirement, .. } => {
                self.limit_words(requirement.bound(), language)
            }
            Goal::Change { requirement, .. }
            | Goal::Addition(requirement)
            | Goal::AverageGrowth { requirement, .. } => {
                let what = self.movement_words(requirement, language);
                match &self.reference_words(language) {
                    Some(reference) => Phrase::Against { what: &what, reference }.words(language),
                    None => what,
                }
            }
            Goal::Trend { direction, than, .. } => self.trend_words(direction, than, language),
            Goal::Unstated(lacks) => lacks.words(language).to_string(),
        }
    }

    /// A limit of the target's values in words: of a rank, which rises as its number falls, by the side on which better
    /// ranks lie.
    pub(super) fn limit_words(&self, bound: Bound, language: Language) -> String {
        let written = |limit: Decimal| grouped(&limit.to_string(), language);
        let (is_rank, number) = (self.is_of_rank(), &bound.limit().map(written).unwrap_or_default());
        let phrase = match bound {
            Bound::AtMost(_) if is_rank => Phrase::RankOrBetter { number },
            Bound::LessThan(_) if is_rank => Phrase::BetterThanRank { number },
            Bound::AtLeast(_) if is_rank => Phrase::RankOrWorse { number },
            Bound::MoreThan(_) if is_rank => Phrase::WorseThanRank { number },
            _ => {
                let number = |limit: Decimal| match self.goal().measured_by() {
                    MeasuredBy::YearlyRates => growth_in_all(growth_of_index(limit), language),
                    MeasuredBy::Levels => value_of_target(&limit.to_string(), self, language),
                };
                return bound_words(bound, &number, language);
            }
        };
        phrase.words(language)
    }

    /// Whether the target is a condition that holds or does not: a whole number without a unit that has to be at least
    /// 1.
    pub(super) fn is_condition(&self) -> bool {
        let unit = self.quantity().unit();
        let is_to_be_one = |requirement: Requirement| requirement.bound() == Bound::AtLeast(Decimal::ONE);
        unit.is_whole() && unit.code() == Unit::ratio().code() && self.goal().requirement().is_some_and(is_to_be_one)
    }

    /// How the numbers of the goal are written: a change or rate in percent, an addition as the difference that it is,
    /// everything else in the unit.
    fn number_writer(&self, language: Language) -> impl Fn(Decimal) -> String {
        move |value| match self.goal() {
            Goal::Change { .. } | Goal::AverageGrowth { .. } => stated_percent(value, language),
            Goal::Addition(_) => stated_difference(value, self, language),
            _ => value_of_target(&value.to_string(), self, language),
        }
    }

    /// The promise `what` of a level, with the time at which the level is looked at.
    fn words_with_deadline(&self, what: &str, language: Language) -> String {
        let deadline = self.deadline();
        let (day, period) = (&date(deadline.last(), language), &deadline.words(language));
        let phrase = match (deadline.length(), self.quantity().collected()) {
            (Length::Days(days), collected) if days == 1 || !collected.covers_its_period() => {
                Phrase::ByTheDay { what, day }
            }
            (_, Collected::End) => Phrase::ByTheEnd { what, period },
            (_, Collected::Beginning) => Phrase::AtTheBeginning { what, period },
            (_, Collected::Middle) => Phrase::InTheMiddle { what, period },
            // The time whose figure decides may be longer than the deadline: a year that ends with its month.
            _ => Phrase::Within {
                what,
                when: &self.when_decided(language),
            },
        };
        phrase.words(language)
    }

    /// When the figure is measured that decides: in the deadline, or over the time of its length that ends with it.
    fn when_decided(&self, language: Language) -> String {
        let own = self.own_period();
        if own == self.deadline() {
            when(own, language)
        } else {
            when_between(own, language)
        }
    }

    /// The promise `what` of a movement, with the baseline from which it counts, unless `what` names a reference.
    fn words_with_baseline(&self, what: &str, language: Language) -> String {
        let deadline = &self.deadline().words(language);
        let baseline = self.baseline().filter(|_| self.reference().is_none());
        match baseline.map(Baseline::period) {
            Some(period) if [period, self.deadline()].into_iter().any(is_told_from_to) => Phrase::BetweenSpans {
                what,
                baseline: &period.words(language),
                deadline,
            }
            .words(language),
            Some(period) => Phrase::FromTo {
                what,
                baseline: &period.words(language),
                deadline,
            }
            .words(language),
            None => {
                let when = &when(self.deadline(), language);
                Phrase::Within { what, when }.words(language)
            }
        }
    }

    /// The value of the reference from which a change counts, with its name; `None` where it counts from none.
    pub(super) fn reference_words(&self, language: Language) -> Option<String> {
        let reference = self.reference()?;
        let name = reference.name().map(|name| name.in_language(language.tag()));
        let name = name.unwrap_or(Label::Reference.words(language));
        let value = &reference.value().to_string();
        let amount = &value_words(value, self.quantity().measure(), self.quantity().unit(), language);
        let period = &in_brackets(reference.period(), language);
        Some(Phrase::Expects { name, amount, period }.words(language))
    }

    /// The bound of a movement in the words of plans: a fall of at least 13.5 %, and not a change of at most −13.5 %.
    fn movement_words(&self, requirement: Requirement, language: Language) -> String {
        if let Some(label) = self.movement_beside_zero(requirement.bound()) {
            return label.words(language).to_string();
        }
        let (direction, bound) = requirement.bound().without_sign();
        let amount = &bound_words(bound, &self.number_writer(language), language);
        let is_rank = self.is_of_rank();
        let phrase = match (self.goal(), direction) {
            // A rank rises as its number falls.
            (Goal::Addition(_), Some(Direction::Falling)) if is_rank => Phrase::RankRise { amount },
            (Goal::Addition(_), Some(Direction::Rising)) if is_rank => Phrase::RankFall { amount },
            (Goal::Addition(_), Some(Direction::Rising)) => Phrase::NetAddition { amount },
            (Goal::Addition(_), Some(Direction::Falling)) => Phrase::NetReduction { amount },
            (Goal::Addition(_), None) => Phrase::NetChange { amount },
            (Goal::AverageGrowth { .. }, Some(Direction::Rising)) => Phrase::YearlyGrowth { amount },
            (Goal::AverageGrowth { .. }, Some(Direction::Falling)) => Phrase::YearlyDecline { amount },
            (Goal::AverageGrowth { .. }, None) => Phrase::YearlyChange { amount },
            (_, Some(Direction::Rising)) => Phrase::Rise { amount },
            (_, Some(Direction::Falling)) => Phrase::Fall { amount },
            (_, None) => Phrase::Change { amount },
        };
        let what = phrase.words(language);
        match self.goal() {
            Goal::Change { .. } | Goal::AverageGrowth { .. } if is_rank => {
                Phrase::OfRankNumber { what: &what }.words(language)
            }
            _ => what,
        }
    }

    /// The words for a movement whose bound is 0, where its size is nothing to be told: no fall, or a rise of any size.
    /// `None` for any other bound.
    fn movement_beside_zero(&self, bound: Bound) -> Option<Label> {
        bound.limit().filter(Decimal::is_zero)?;
        let is_of_growth = matches!(self.goal(), Goal::AverageGrowth { .. });
        // A rank rises as its number falls.
        let is_upwards = bound.is_cap() == self.is_of_rank();
        let is_strict = matches!(bound, Bound::MoreThan(_) | Bound::LessThan(_));
        Some(match (is_of_growth, is_strict, is_upwards) {
            (false, false, true) => Label::NoFall,
            (false, false, false) => Label::NoRise,
            (false, true, true) => Label::SomeRise,
            (false, true, false) => Label::SomeFall,
            (true, false, true) => Label::NoDeclineOnAverage,
            (true, false, false) => Label::NoGrowthOnAverage,
            (true, true, true) => Label::GrowthOnAverage,
            (true, true, false) => Label::DeclineOnAverage,
        })
    }

    /// The promised direction of a trend, in words, with what each period is compared to.
    fn trend_words(&self, direction: Direction, than: Than, language: Language) -> String {
        // A rank rises as its number falls.
        let rises = (direction == Direction::Rising) != self.is_of_rank();
        if let Some(baseline) = self.baseline().filter(|_| than == Than::Baseline) {
            let baseline = &baseline.period().words(language);
            let phrase = if rises {
                Phrase::AboveBaseline { baseline }
            } else {
                Phrase::BelowBaseline { baseline }
            };
            return phrase.words(language);
        }
        let label = match (than, rises) {
            (Than::YearBefore, true) => Label::AboveYearBefore,
            (Than::YearBefore, false) => Label::BelowYearBefore,
            (_, true) => Label::Rising,
            (_, false) => Label::Falling,
        };
        label.words(language).to_string()
    }

    /// The words for the tolerance of the goal, or for a tolerance that is not stated; `None` if there is none.
    pub(super) fn tolerance_words(&self, language: Language) -> Option<String> {
        if self.goal().requirement()?.tolerance() == Tolerance::NotStated {
            return Some(Label::ToleranceNotStated.words(language).to_string());
        }
        let amount = &self.tolerance_amount(language)?;
        Some(Phrase::Tolerance { amount }.words(language))
    }

    /// The published tolerance in words, in the terms of the goal; `None` where none is published, or it is 0.
    pub(super) fn tolerance_amount(&self, language: Language) -> Option<String> {
        match self.goal().requirement()?.tolerance() {
            Tolerance::Of(amount) if !amount.is_zero() => Some(stated_difference(amount, self, language)),
            _ => None,
        }
    }

    /// How many periods there are from the baseline to the deadline, in each of which the promise is looked at; `None`
    /// without a baseline, where each figure counts as it comes, and where that time is not made of whole periods.
    pub(super) fn count_of_periods(&self, every: Every) -> Option<u32> {
        let (Every::Length(length), Some(_)) = (every, self.baseline()) else {
            return None;
        };
        let count = self.promised_period().parts(length).count();
        u32::try_from(count).ok().filter(|count| *count > 0)
    }

    /// The period that the sentence of a goal names: from the day after the baseline to the deadline, or the deadline's
    /// period if there is no baseline.
    fn promised_period(&self) -> Period {
        self.baseline()
            .and_then(|baseline| baseline.period().last().succ_opt())
            .and_then(|first| Period::between(first, self.deadline().last()).ok())
            .unwrap_or(self.deadline())
    }
}

/// A bound in words, with its numbers written by `number`.
fn bound_words(bound: Bound, number: &impl Fn(Decimal) -> String, language: Language) -> String {
    match bound {
        Bound::AtLeast(limit) => Phrase::AtLeast { limit: &number(limit) }.words(language),
        Bound::MoreThan(limit) => Phrase::MoreThan { limit: &number(limit) }.words(language),
        Bound::AtMost(limit) => Phrase::AtMost { limit: &number(limit) }.words(language),
        Bound::LessThan(limit) => Phrase::LessThan { limit: &number(limit) }.words(language),
        Bound::Within(band) if band.low() == band.high() => {
            let value = &number(band.low());
            Phrase::Exactly { value }.words(language)
        }
        Bound::Within(band) => {
            let (low, high) = (&number(band.low()), &number(band.high()));
            Phrase::Between { low, high }.words(language)
        }
    }
}

impl Target {
    /// Whether the target's values are ranks, which rise as their numbers fall.
    pub(super) fn is_of_rank(&self) -> bool {
        self.quantity().measure() == Measure::Rank
    }

    /// Whether the target is told as a fall of at least some size, with the number unsigned: "falls by at least 20 %".
    /// A rank is not, which rises as its number falls.
    pub(super) fn is_promised_as_fall(&self) -> bool {
        self.movement_without_sign().is_some_and(|(direction, bound)| {
            direction == Some(Direction::Falling) && !bound.is_cap() && !self.is_of_rank()
        })
    }

    /// Whether the goal, or the words in which it is told, have an upper limit: a change of at least −5 % is told as a
    /// fall of at most 5 %.
    pub(super) fn is_promised_as_cap(&self) -> bool {
        let in_words = self.movement_without_sign().map(|(_, bound)| bound);
        [self.goal().bound(), in_words].into_iter().flatten().any(Bound::is_cap)
    }

    /// The direction of a promised movement, and the bound of its size without a sign; `None` where values are
    /// promised.
    fn movement_without_sign(&self) -> Option<(Option<Direction>, Bound)> {
        match self.goal() {
            Goal::Change { requirement, .. }
            | Goal::AverageGrowth { requirement, .. }
            | Goal::Addition(requirement) => Some(requirement.bound().without_sign()),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;
    use crate::plan::{Lacks, Reference};
    use crate::value::{Length, Quantity};

    fn target(goal: Goal, quantity: Quantity, deadline: &str) -> Target {
        Target::builder("a".parse().unwrap(), quantity, goal, deadline.parse().unwrap())
            .baseline(Baseline::stated("2020".parse().unwrap(), dec!(1)))
            .build()
            .unwrap()
    }

    fn buildings() -> Quantity {
        let unit = Unit::new("building".parse().unwrap(), 0).unwrap();
        Quantity::new(Measure::Stock, unit.with_label("棟".try_into().unwrap()))
    }

    fn share() -> Quantity {
        Quantity::new(Measure::Share, Unit::percent())
    }

    /// A goal, what it is of, its deadline, and its words in each language.
    type Case = (Goal, Quantity, &'static str, [&'static str; 3]);

    fn in_each_language(target: &Target) -> [String; 3] {
        [
            Language::English,
            Language::SimplifiedChinese,
            Language::TraditionalChinese,
        ]
        .map(|language| target.goal_words(language))
    }

    fn assert_words(cases: &[Case]) {
        for (goal, quantity, deadline, words) in cases {
            let target = target(*goal, quantity.clone(), deadline);
            assert_eq!(in_each_language(&target), *words);
        }
    }

    #[test]
    fn values_and_sums_are_bounded_by_a_deadline() {
        let built = Quantity::new(Measure::Flow, buildings().unit().clone());
        let not_stated = Requirement::with_tolerance_not_stated(Bound::AtLeast(dec!(860)));
        let within_half = Requirement::with_tolerance(Bound::AtLeast(dec!(88)), dec!(0.5)).unwrap();
        let [by_the_end, by_the_day, of_the_year, tolerance, sum] = [
            [
                "at least 50 棟 by the end of 2026",
                "2026年末不低于50棟",
                "2026年末不低於50棟",
            ],
            [
                "less than 5 % by 2026-06-30",
                "到2026年6月30日低于5%",
                "到2026年6月30日低於5%",
            ],
            // An average of a year, though the deadline is a month: no baseline says otherwise.
            ["less than 5 % in 2026", "2026年低于5%", "2026年低於5%"],
            [
                "at least 88 % in 2026 (tolerance 0.5 percentage points)",
                "2026年不低于88%（允许偏差0.5个百分点）",
                "2026年不低於88%（允許偏差0.5個百分點）",
            ],
            [
                "a total of at least 860 棟 in 2021–2026 (with a tolerance that is not published)",
                "2021—2026年累计不低于860棟（允许偏差，幅度未公布）",
                "2021—2026年累計不低於860棟（允許偏差，幅度未公布）",
            ],
        ];
        assert_words(&[
            (Goal::level(Bound::AtLeast(dec!(50))), buildings(), "2026", by_the_end),
            (Goal::level(Bound::LessThan(dec!(5))), share(), "2026-06-30", by_the_day),
            (Goal::level(Bound::LessThan(dec!(5))), share(), "2026-12", of_the_year),
            (Goal::level(within_half), share(), "2026", tolerance),
            (Goal::cumulative(not_stated), built, "2026", sum),
        ]);
    }

    #[test]
    fn a_moment_is_promised_where_it_is() {
        let [at_the_beginning, in_the_middle] = [
            [
                "at least 50 棟 at the beginning of 2026",
                "2026年初不低于50棟",
                "2026年初不低於50棟",
            ],
            [
                "at least 50 棟 in the middle of 2026",
                "2026年中不低于50棟",
                "2026年中不低於50棟",
            ],
        ];
        for (moment, words) in [
            (Collected::Beginning, at_the_beginning),
            (Collected::Middle, in_the_middle),
        ] {
            let buildings = buildings().with_collected(moment).unwrap();
            assert_words(&[(Goal::level(Bound::AtLeast(dec!(50))), buildings, "2026", words)]);
        }
    }

    #[test]
    fn changes_have_a_direction() {
        let near = Requirement::with_tolerance(Bound::AtMost(dec!(-0.2)), dec!(0.01)).unwrap();
        let [fall, near_fall, addition, of_a_share, growth] = [
            [
                "a fall of at least 13.5 % from 2020 to 2025",
                "2025年比2020年降幅不低于13.5%",
                "2025年比2020年降幅不低於13.5%",
            ],
            [
                "a fall of at least 20 % from 2020 to 2025 (tolerance 1 percentage point)",
                "2025年比2020年降幅不低于20%（允许偏差1个百分点）",
                "2025年比2020年降幅不低於20%（允許偏差1個百分點）",
            ],
            [
                "a net addition of more than 160 棟 from 2020 to 2026",
                "2026年比2020年净增超过160棟",
                "2026年比2020年淨增超過160棟",
            ],
            // Not by a share of what it was.
            [
                "a net addition of at least 10.5 percentage points from 2020 to 2026",
                "2026年比2020年净增不低于10.5个百分点",
                "2026年比2020年淨增不低於10.5個百分點",
            ],
            [
                "growth of at least 20 % a year on average in 2021–2026",
                "2021—2026年年均增长不低于20%",
                "2021—2026年年均增長不低於20%",
            ],
        ];
        let (many, much) = (Bound::MoreThan(dec!(160)), Bound::AtLeast(dec!(0.2)));
        assert_words(&[
            (Goal::change(Bound::AtMost(dec!(-0.135))), share(), "2025", fall),
            (Goal::change(near), share(), "2025", near_fall),
            (Goal::addition(many), buildings(), "2026", addition),
            (Goal::addition(Bound::AtLeast(dec!(10.5))), share(), "2026", of_a_share),
            (Goal::average_growth(much), buildings(), "2026", growth),
        ]);
    }

    /// A rank rises as its number falls, in a promise as in the sentence on how it moved.
    #[test]
    fn a_rank_is_promised_to_rise() {
        let rank = || Quantity::new(Measure::Rank, Unit::ratio());
        let [rise, fall, trend, above] = [
            [
                "a rise of at least 4 places from 2020 to 2030",
                "2030年比2020年上升不低于4位",
                "2030年比2020年上升不低於4位",
            ],
            [
                "a fall of at most 1 place from 2020 to 2030",
                "2030年比2020年下降不超过1位",
                "2030年比2020年下降不超過1位",
            ],
            [
                "rising in every year of 2021–2030",
                "2021—2030年每年上升",
                "2021—2030年每年上升",
            ],
            [
                "above 2020 in every year of 2021–2030",
                "2021—2030年每年高于2020年",
                "2021—2030年每年高於2020年",
            ],
        ];
        let since_baseline = Goal::Trend {
            direction: Direction::Falling,
            than: Than::Baseline,
            every: Length::YEAR.into(),
        };
        for (goal, words) in [
            (Goal::addition(Bound::AtMost(dec!(-4))), rise),
            (Goal::addition(Bound::AtMost(dec!(1))), fall),
            (Goal::trend(Direction::Falling), trend),
            (since_baseline, above),
        ] {
            let target = Target::builder("a".parse().unwrap(), rank(), goal, "2030".parse().unwrap())
                .baseline(Baseline::stated("2020".parse().unwrap(), dec!(9)))
                .build();
            let target = target.unwrap();
            assert_eq!(in_each_language(&target), words);
            assert!(!target.is_promised_as_fall());
        }
    }

    /// Twice *from … to* would be one too many.
    #[test]
    fn what_leads_from_months_to_months_is_told_between_them() {
        let cut = |from: &str, until: &str| {
            let leaks = Quantity::new(Measure::Ratio, Unit::ratio());
            let goal = Goal::change(Bound::AtMost(dec!(-0.15)));
            let target = Target::builder("t".parse().unwrap(), leaks, goal, until.parse().unwrap());
            let target = target
                .baseline(Baseline::observed(from.parse().unwrap()))
                .build()
                .unwrap();
            target.goal_words(Language::English)
        };
        for (from, until, words) in [
            (
                "2017-04-01/P3Y",
                "2022-04-01/P3Y",
                "a fall of at least 15 % between April 2017 to March 2020 and April 2022 to March 2025",
            ),
            (
                "2017-04-01/P1Y",
                "2022-04-01/P1Y",
                "a fall of at least 15 % from fiscal year 2017/18 (April to March) to fiscal year 2022/23 (April to March)",
            ),
            (
                "2016-01-01/P3Y",
                "2022-01-01/P3Y",
                "a fall of at least 15 % from 2016–2018 to 2022–2024",
            ),
        ] {
            assert_eq!(cut(from, until), words);
        }
    }

    /// The signed bound is at most 10 %, at least −5 % and at least 0; a band around 0 keeps its signs.
    #[test]
    fn what_may_change_only_so_far_says_which_way() {
        let [rise, fall, no_fall, either] = [
            [
                "a rise of at most 10 % from 2020 to 2025",
                "2025年比2020年增幅不超过10%",
                "2025年比2020年增幅不超過10%",
            ],
            [
                "a fall of at most 5 % from 2020 to 2025",
                "2025年比2020年降幅不超过5%",
                "2025年比2020年降幅不超過5%",
            ],
            [
                "no decline on average in 2021–2025",
                "2021—2025年年均不下降",
                "2021—2025年年均不下降",
            ],
            [
                "a change of between -2 % and 2 % from 2020 to 2025",
                "2025年比2020年变动幅度介于-2%至2%之间",
                "2025年比2020年變動幅度介於-2%至2%之間",
            ],
        ];
        let band = Bound::within(dec!(-0.02), dec!(0.02)).unwrap();
        let floor = Goal::average_growth(Bound::AtLeast(dec!(0)));
        assert_words(&[
            (Goal::change(Bound::AtMost(dec!(0.1))), share(), "2025", rise),
            (Goal::change(Bound::AtLeast(dec!(-0.05))), share(), "2025", fall),
            (floor, buildings(), "2025", no_fall),
            (Goal::change(band), share(), "2025", either),
        ]);
    }

    #[test]
    fn a_change_of_a_reference_says_of_what() {
        let unit = Unit::new("tCO2e".parse().unwrap(), 6).unwrap();
        let unit = unit.with_label("Mt".try_into().unwrap());
        let promised = |reference: Reference| {
            let goal = Goal::change(Bound::AtMost(dec!(-0.31)));
            let quantity = Quantity::new(Measure::Flow, unit.clone());
            let target = Target::builder("a".parse().unwrap(), quantity, goal, "2030".parse().unwrap());
            let target = target.reference(reference).build().unwrap();
            in_each_language(&target)
        };
        let reference = Reference::new("2030".parse().unwrap(), dec!(2869));
        assert_eq!(
            promised(reference.clone().with_name("BAU".try_into().unwrap())),
            [
                "a fall of at least 31 % from BAU (2,869 Mt in 2030) in 2030",
                "2030年比BAU（2030年为2869 Mt）降幅不低于31%",
                "2030年比BAU（2030年為2,869 Mt）降幅不低於31%",
            ]
        );
        assert_eq!(
            promised(reference)[0],
            "a fall of at least 31 % from the reference (2,869 Mt in 2030) in 2030"
        );
    }

    #[test]
    fn what_is_looked_at_period_by_period_says_how_often() {
        let condition = Quantity::new(Measure::Share, Unit::ratio().counted_whole().unwrap());
        let band = Bound::within(dec!(2), dec!(3)).unwrap();
        let [between, kept, rising, unstated] = [
            [
                "between 2 % and 3 % in every quarter of 2021–2026",
                "2021—2026年每季度介于2%至3%之间",
                "2021—2026年每季介於2%至3%之間",
            ],
            [
                "kept in every year of 2021–2026",
                "2021—2026年每年保持",
                "2021—2026年每年保持",
            ],
            [
                "rising in every year of 2021–2026",
                "2021—2026年每年上升",
                "2021—2026年每年上升",
            ],
            ["the promise states no bound", "目标未给出界限", "目標未給出界限"],
        ];
        let daily = [
            "between 2 % and 3 % on every day of 2021–2026",
            "2021—2026年每天介于2%至3%之间",
            "2021—2026年每天介於2%至3%之間",
        ];
        let yearly = Goal::keep(Bound::AtLeast(dec!(1)), Length::YEAR);
        assert_words(&[
            (Goal::keep(band, Length::Days(1)), share(), "2026", daily),
            (Goal::keep(band, Length::QUARTER), share(), "2026", between),
            (yearly, condition, "2026", kept),
            (Goal::trend(Direction::Rising), buildings(), "2026", rising),
            (Goal::Unstated(Lacks::Bound), buildings(), "2026", unstated),
        ]);
    }
}
