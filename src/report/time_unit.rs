//! The unit of time by which a report tells amounts and rates: a year, a half year, a quarter, a month, a
//! week or a day.
//!
//! Facts are by the year, whatever the rhythm of the figures.
//!
//! - Where figures are due more often than every 28 days, amounts are told by the week, and by the day if they are due
//!   more often than every seven: ten customers a week, and not 521.8 a year.
//! - Where a path counts days, and figures are due more often than once a year, amounts are told by the week too.
//!   Months have 28 to 31 days: by the month, a figure on the path would seem to have to go faster, or slower.
//! - Where a path counts months and less than a year is left, amounts are told by the month: if two months are left for
//!   the last 28 of 100, 168 a year does not help. Of figures that count a quarter or a half year each, they are told
//!   by that: 40 homes a month would read as those of a month.
//!
//! A rate of a unit is found by a root and not by division: two weeks at 1 % a week are a growth of 2.01 %.

use rust_decimal::Decimal;

use super::words::Label;
use crate::evidence::{Evidence, Fact, Missing};
use crate::growth::{self, GrowthError};
use crate::plan::Target;
use crate::series::Figure;
use crate::trajectory::Clock;
use crate::value::{Collected, Language, Length, Period, Rate, Years, days_between};

/// The unit of time by which an amount or a rate is told: so much *a year*, *a half year*, *a quarter*, *a month*, *a
/// week* or *a day*.
#[derive(Clone, Copy)]
pub(super) enum TimeUnit {
    Year,
    Half,
    Quarter,
    Month,
    Week,
    Day,
}

impl TimeUnit {
    /// The unit of time by which the movement of a target is told. The first of these that applies:
    ///
    /// 1. There is no figure, or one of a period that is not as long as the goal's, and neither a sum nor counted at
    ///    the end: the year.
    /// 2. Figures are due more often than once a week: the day.
    /// 3. Figures are due more often than every four weeks, and the path counts days or the plan states how often: the
    ///    week.
    /// 4. Figures are due more often than once a year, and the path counts days: the week.
    /// 5. The path counts months, and [`is_told_by_months`]: the month or, where the goal speaks of a quarter or a half
    ///    year, and figures cover theirs, that.
    /// 6. Figures are due more often than every four weeks: the week.
    /// 7. Else the year.
    pub(super) fn of(target: &Target, facts: &Evidence) -> Self {
        // An average over a period longer than the goal's stands in its middle, and not at its end.
        let stands_at_its_end = |figure: Figure| {
            matches!(target.collected(), Collected::End | Collected::Sum)
                || figure.period.is_as_long_as(target.own_period())
        };
        if !facts.observed.is_ok_and(stands_at_its_end) {
            return Self::Year;
        }
        let is_by_days = target.clock() == Clock::Days;
        match target.reported() {
            Length::Days(..7) => Self::Day,
            Length::Days(..28) if is_by_days || target.states_reported() => Self::Week,
            Length::Days(..365) | Length::Months(..12) if is_by_days => Self::Week,
            _ if !is_by_days && is_told_by_months(target, facts) => {
                let is_of_its_period = target.collected().covers_its_period() && !target.goal().accumulates();
                match target.own_period().nominal_length() {
                    Length::HALF if is_of_its_period => Self::Half,
                    Length::QUARTER if is_of_its_period => Self::Quarter,
                    _ => Self::Month,
                }
            }
            Length::Days(..28) => Self::Week,
            _ => Self::Year,
        }
    }

    /// *a year*, *a quarter* and so on, as it is written after an amount.
    pub(super) const fn words(self, language: Language) -> &'static str {
        match self {
            Self::Year => Label::ByYear.words(language),
            Self::Half => Label::ByHalf.words(language),
            Self::Quarter => Label::ByQuarter.words(language),
            Self::Month => Label::ByMonth.words(language),
            Self::Week => Label::ByWeek.words(language),
            Self::Day => Label::ByDay.words(language),
        }
    }

    /// The time over which a yearly amount is spread and then divided: `(years, parts, parts_per_unit)`. It is so many
    /// years, or so many equal parts, of which `parts_per_unit` make one unit.
    ///
    /// | unit | years | parts | parts per unit |
    /// |---|---|---|---|
    /// | year | 1 | 1 | 1 |
    /// | half year | 1 | 2 | 1 |
    /// | quarter | 1 | 4 | 1 |
    /// | month | 1 | 12 | 1 |
    /// | week, day | between the ends of the two periods | the days between them | 7, 1 |
    ///
    /// All days count as equally long, so that weeks are alike across years.
    fn span(self, between: [Fact<Period>; 2]) -> Fact<(Years, i64, i64)> {
        let parts_per_unit = match self {
            Self::Year => return Ok((Years::whole(1), 1, 1)),
            Self::Half => return Ok((Years::whole(1), 2, 1)),
            Self::Quarter => return Ok((Years::whole(1), 4, 1)),
            Self::Month => return Ok((Years::whole(1), 12, 1)),
            Self::Week => 7,
            Self::Day => 1,
        };
        let (years, days) = time_between(between)?;
        Ok((years, days, parts_per_unit))
    }

    /// An amount a year as an amount per unit: what it makes in the time between the ends of two periods, divided by
    /// the units of that time.
    fn amount(self, by_year: Decimal, between: [Fact<Period>; 2]) -> Fact<Decimal> {
        let (years, parts, parts_per_unit) = self.span(between)?;
        let years = Decimal::from(years.units()).checked_div(Years::UNITS_PER_YEAR.into());
        let by_part = years.and_then(|years| by_year.checked_mul(years)?.checked_div(parts.into()));
        by_part
            .and_then(|amount| amount.checked_mul(parts_per_unit.into()))
            .ok_or(GrowthError::Overflow.into())
    }

    /// A rate a year as a rate per unit: that which leads to the same growth between the ends of two periods.
    fn rate(self, by_year: Rate, between: [Fact<Period>; 2]) -> Fact<Rate> {
        if matches!(self, Self::Year) {
            return Ok(by_year);
        }
        let (years, parts, parts_per_unit) = self.span(between)?;
        let grown = growth::compound(Decimal::ONE, by_year, years)?;
        let units = Years::UNITS_PER_YEAR
            .checked_mul(parts)
            .and_then(|units| units.checked_div(parts_per_unit));
        let times = Years::from_units(units.ok_or(GrowthError::Overflow)?);
        Ok(growth::required_annual(Decimal::ONE, grown, times)?)
    }

    /// How much the indicator moved so far, and how much it must move from now on, each per unit of time.
    pub(super) fn amounts(self, target: &Target, facts: &Evidence) -> [Fact<Decimal>; 2] {
        let [so_far, to_come] = periods_moved_between(target, facts);
        let told = |by_year: Fact<Decimal>, between| self.amount(by_year?, between);
        [
            told(facts.change_so_far, so_far),
            told(facts.change_required_from_now, to_come),
        ]
    }

    /// The rate at which the indicator moved so far, and the rate at which it must move from now on, each per unit of
    /// time.
    pub(super) fn rates(self, target: &Target, facts: &Evidence) -> [Fact<Decimal>; 2] {
        let [so_far, to_come] = periods_moved_between(target, facts);
        let told = |by_year: Fact<Rate>, between| self.rate(by_year?, between).map(Decimal::from);
        [
            told(facts.growth_so_far, so_far),
            told(facts.growth_required_from_now, to_come),
        ]
    }

    /// The rate, or else the amount, by which the indicator must move until the next milestone, per unit of time.
    pub(super) fn to_milestone(self, facts: &Evidence, by_rate: bool) -> Fact<Decimal> {
        let next = facts.next_milestone.ok_or(Missing::NotForThisGoal)?;
        let between = [facts.observed.map(|figure| figure.period), Ok(next.milestone.period)];
        if by_rate {
            self.rate(next.growth_required_from_now?, between).map(Decimal::from)
        } else {
            self.amount(next.change_required_from_now?, between)
        }
    }
}

/// The two periods between which the indicator moved so far, and the two between which it must move from now on.
fn periods_moved_between(target: &Target, facts: &Evidence) -> [[Fact<Period>; 2]; 2] {
    let from = facts.baseline.map(|start| start.period);
    let at = facts.observed.map(|figure| figure.period);
    [[from, at], [at, Ok(target.deadline())]]
}

/// Whether a movement is told by the month. Both have to hold:
///
/// - Less than a year is left from the figure to the deadline; if nothing is required any more, less than a year passed
///   from the baseline to the figure.
/// - The figure makes sense within a year: it does not cover its period, or is a sum since the baseline, or the goal's
///   own period is shorter than a year.
fn is_told_by_months(target: &Target, facts: &Evidence) -> bool {
    let is_within_a_year = !target.collected().covers_its_period()
        || target.goal().accumulates()
        || matches!(
            target.own_period().nominal_length(),
            Length::Months(..12) | Length::Days(..365)
        );
    let [so_far, to_come] = periods_moved_between(target, facts);
    let asked = if facts.change_required_from_now.is_ok() {
        to_come
    } else {
        so_far
    };
    let is_short = |(years, _): (Years, i64)| years < Years::whole(1) && years > Years::whole(0);
    is_within_a_year && time_between(asked).is_ok_and(is_short)
}

/// The time between the ends of two periods, in years and in days.
fn time_between([from, to]: [Fact<Period>; 2]) -> Fact<(Years, i64)> {
    let (from, to) = (from?, to?);
    Ok((to.end().since(from.end()), days_between(from.last(), to.last())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::assess;
    use crate::dec;
    use crate::plan::{Baseline, Goal, Indicator};
    use crate::report::headline;
    use crate::rule::Rule;
    use crate::series::{Observation, Series};
    use crate::value::{Bound, Measure, Quantity, Unit, date as day};

    fn told_of_two_weeks(quantity: Quantity, goal: Goal, reported: Length) -> [String; 3] {
        let target = Target::builder(
            "t".parse().unwrap(),
            quantity.clone(),
            goal,
            "2026-12-27".parse().unwrap(),
        )
        .baseline(match goal {
            Goal::Level(_) => Baseline::stated("2026-01-04".parse().unwrap(), dec!(0)),
            _ => Baseline::observed("2026-01-04".parse().unwrap()),
        })
        .reported(reported)
        .build()
        .unwrap();
        let figure = Observation::new("2026-01-05/P14D".parse().unwrap(), dec!(16));
        let figure = figure.published_on(day("2026-01-19").unwrap());
        let series = Series::new("a".parse().unwrap(), quantity.unit().clone(), vec![figure]).unwrap();
        let indicator = Indicator::new("a".parse().unwrap(), "甲".try_into().unwrap(), quantity);
        let assessment = assess(&target, &series, day("2026-01-20").unwrap(), &Rule::pace());
        [
            Language::English,
            Language::SimplifiedChinese,
            Language::TraditionalChinese,
        ]
        .map(|language| headline(&indicator, &target, &assessment, language))
    }

    /// A day of January is a 31st of a month, and of a week a seventh: 51 weeks lead from 4 January to 27 December.
    #[test]
    fn what_is_due_by_the_week_or_the_day_is_told_by_it() {
        let stock = || Quantity::new(Measure::Stock, Unit::new("t".parse().unwrap(), 0).unwrap());
        let flow = || Quantity::new(Measure::Flow, Unit::new("t".parse().unwrap(), 0).unwrap());
        let (by_week, by_day, by_month) = (Length::WEEK, Length::Days(1), Length::MONTH);
        let at_least = Bound::AtLeast(dec!(510));
        for (quantity, goal, reported, [english, simplified, traditional]) in [
            (
                stock(),
                Goal::level(at_least),
                by_week,
                [
                    "it has gained 8 t a week and must gain 10.08 t a week from now on",
                    "此前周均增加8 t，今后须周均增加10.08 t",
                    "此前週均增加8 t，今後須週均增加10.08 t",
                ],
            ),
            (
                flow(),
                Goal::cumulative(Bound::AtMost(dec!(510))),
                by_week,
                [
                    "8 t a week has been used, and at most 10.08 t a week is left from now on",
                    "此前周均已用8 t，今后周均不得超过10.08 t",
                    "此前週均已用8 t，今後週均不得超過10.08 t",
                ],
            ),
            (
                stock(),
                Goal::level(at_least),
                by_day,
                [
                    "it has gained 1.14 t a day and must gain 1.44 t a day from now on",
                    "此前日均增加1.14 t，今后须日均增加1.44 t",
                    "此前日均增加1.14 t，今後須日均增加1.44 t",
                ],
            ),
            (
                stock(),
                Goal::level(at_least),
                by_month,
                [
                    "it has gained 35.43 t a month and must gain 43.75 t a month from now on",
                    "此前月均增加35.43 t，今后须月均增加43.75 t",
                    "此前月均增加35.43 t，今後須月均增加43.75 t",
                ],
            ),
        ] {
            let told = told_of_two_weeks(quantity, goal, reported);
            for (told, words) in told.iter().zip([english, simplified, traditional]) {
                assert!(told.contains(words), "{told}");
            }
        }
    }

    /// Where months are counted, what stands on the path goes as fast as it must. By 115 (18 months) of 121 (24 months)
    /// on the way from 100 it grew by the 18th root of 1.15, and must by the sixth of 121 ÷ 115.
    #[test]
    fn what_is_left_for_less_than_a_year_is_told_by_the_month() {
        let of = |measure: Measure| Quantity::new(measure, Unit::new("t".parse().unwrap(), 0).unwrap());
        let at_end = |measure| of(measure).with_collected(Collected::End).unwrap();
        let (total, budget) = (Bound::AtLeast(dec!(100)), Bound::AtMost(dec!(120)));
        let level = |least: Decimal| Goal::level(Bound::AtLeast(least));
        for (quantity, goal, [from, until, at], [start, value], told) in [
            (
                of(Measure::Flow),
                Goal::cumulative(total),
                ["2019-12", "2020-10", "2020-01-01/P8M"],
                [dec!(0), dec!(72)],
                "it has come to 9 t a month and must come to 14 t a month from now on",
            ),
            (
                of(Measure::Flow),
                Goal::cumulative(budget),
                ["2024", "2025", "2025-S1"],
                [dec!(0), dec!(70)],
                "11.67 t a month has been used, and at most 8.33 t a month is left from now on",
            ),
            (
                of(Measure::Stock),
                level(dec!(200)),
                ["2020", "2025", "2025-06"],
                [dec!(100), dec!(180)],
                "it has gained 1.48 t a month and must gain 3.33 t a month from now on",
            ),
            (
                of(Measure::Stock),
                level(dec!(200)),
                ["2020", "2025", "2024"],
                [dec!(100), dec!(180)],
                "it has gained 20 t a year and must gain 20 t a year from now on",
            ),
            (
                at_end(Measure::Ratio),
                level(dec!(121)),
                ["2023", "2025", "2025-06"],
                [dec!(100), dec!(115)],
                "it has grown 0.779 % a month and must grow 0.851 % a month from now on",
            ),
            (
                of(Measure::Ratio),
                level(dec!(121)),
                ["2023-04-01/P1Y", "2025-04-01/P1Y", "2025"],
                [dec!(100), dec!(118)],
                "it has grown 9.920 % a year and must grow 10.564 % a year from now on",
            ),
        ] {
            let baseline = match goal {
                Goal::Level(_) => Baseline::stated(from.parse().unwrap(), start),
                _ => Baseline::observed(from.parse().unwrap()),
            };
            let target = Target::builder("t".parse().unwrap(), quantity, goal, until.parse().unwrap());
            let target = target.baseline(baseline).build().unwrap();
            let sentence = sentence_of(&target, at.parse().unwrap(), value);
            assert!(sentence.contains(told), "{sentence}");
        }
    }

    /// From the end of one month to that of the next is one month, whether it has 28 days or 31.
    #[test]
    fn months_of_any_days_are_told_alike() {
        let homes = Quantity::new(Measure::Stock, Unit::new("t".parse().unwrap(), 0).unwrap());
        let goal = Goal::level(Bound::AtLeast(dec!(1700)));
        let target = Target::builder("t".parse().unwrap(), homes, goal, "2019-03-31".parse().unwrap());
        let target = target
            .baseline(Baseline::stated("2019-01-31".parse().unwrap(), dec!(0)))
            .build()
            .unwrap();
        let sentence = sentence_of(&target, "2019-02-28".parse().unwrap(), dec!(850));
        assert!(
            sentence.contains("it has gained 850 t a month and must gain 850 t a month from now on"),
            "{sentence}"
        );
    }

    /// The sentence of a target whose figure of a period comes out on the day after it, as of that day.
    fn sentence_of(target: &Target, at: Period, value: Decimal) -> String {
        let (quantity, published) = (target.quantity().clone(), at.last().succ_opt().unwrap());
        let figure = Observation::new(at, value).published_on(published);
        let series = Series::new("a".parse().unwrap(), quantity.unit().clone(), vec![figure]).unwrap();
        let indicator = Indicator::new("a".parse().unwrap(), "甲".try_into().unwrap(), quantity);
        let assessment = assess(target, &series, published, &Rule::pace());
        headline(&indicator, target, &assessment, Language::English)
    }

    /// From 100 by 1 % a week, in weeks that days are counted in: 110.4622125 after ten. A growth that is promised by
    /// the year stays by it.
    #[test]
    fn what_grows_by_the_week_or_the_day_is_told_by_it() {
        let sold = Quantity::new(Measure::Flow, Unit::new("t".parse().unwrap(), 0).unwrap());
        let [level, growth] = [
            Goal::level(Bound::AtLeast(dec!(110.46221254112045))),
            Goal::average_growth(Bound::AtLeast(dec!(1))),
        ];
        for (goal, reported, [english, simplified, traditional]) in [
            (
                level,
                Length::WEEK,
                [
                    "it has grown 2.000 % a week and must grow 0.010 % a week from now on: ahead",
                    "此前周均增长2.000%，今后须周均增长0.010%：快于预期",
                    "此前週均增長2.000%，今後須週均增長0.010%：快於預期",
                ],
            ),
            (
                level,
                Length::Days(1),
                [
                    "it has grown 0.283 % a day and must grow 0.001 % a day from now on: ahead",
                    "此前日均增长0.283%，今后须日均增长0.001%：快于预期",
                    "此前日均增長0.283%，今後須日均增長0.001%：快於預期",
                ],
            ),
            (
                growth,
                Length::WEEK,
                [
                    "it has grown 183.057 % a year and must grow 41.590 % a year from now on, 0.23 times as fast: ahead",
                    "此前年均增长183.057%，今后须年均增长41.590%，为此前的0.23倍：快于预期",
                    "此前年均增長183.057%，今後須年均增長41.590%，為此前的0.23倍：快於預期",
                ],
            ),
        ] {
            let target = Target::builder(
                "t".parse().unwrap(),
                sold.clone(),
                goal,
                "2026-05-11/P7D".parse().unwrap(),
            )
            .baseline(Baseline::stated("2026-03-02/P7D".parse().unwrap(), dec!(100)))
            .reported(reported)
            .build()
            .unwrap();
            let figure = Observation::new("2026-04-06/P7D".parse().unwrap(), dec!(110.40808032));
            let figure = figure.published_on(day("2026-04-13").unwrap());
            let series = Series::new("a".parse().unwrap(), sold.unit().clone(), vec![figure]).unwrap();
            let indicator = Indicator::new("a".parse().unwrap(), "甲".try_into().unwrap(), sold.clone());
            let assessment = assess(&target, &series, day("2026-04-14").unwrap(), &Rule::pace());
            for (language, words) in Language::ALL.iter().zip([english, simplified, traditional]) {
                let told = headline(&indicator, &target, &assessment, *language);
                assert!(told.contains(words), "{told}");
            }
        }
    }
}
