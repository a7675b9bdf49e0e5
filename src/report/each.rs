//! By what time amounts are told: by the year, the week or the day.

use rust_decimal::Decimal;

use super::words::Label;
use crate::evidence::{Evidence, Fact};
use crate::growth::GrowthError;
use crate::plan::Target;
use crate::series::Figure;
use crate::value::{Collected, Language, Length, Period, Years};

/// By what time an amount is told.
#[derive(Clone, Copy)]
pub(super) enum Each {
    Year,
    Week,
    Day,
}

impl Each {
    /// A year, or where figures are due by the week or by the day, that.
    pub(super) fn of(target: &Target, facts: &Evidence) -> Self {
        // An average of a longer time stands halfway in it, and not at its end.
        let stands_at_its_end = |figure: Figure| {
            target.goal().accumulates()
                || matches!(target.quantity().collected(), Collected::End | Collected::Sum)
                || figure.period.is_as_long_as(target.own_period())
        };
        match target.reported() {
            Length::Days(days) if days < 28 && facts.observed.is_ok_and(stands_at_its_end) => {
                if days < 7 {
                    Self::Day
                } else {
                    Self::Week
                }
            }
            _ => Self::Year,
        }
    }

    pub(super) const fn words(self, language: Language) -> &'static str {
        match self {
            Self::Year => Label::ByYear.words(language),
            Self::Week => Label::ByWeek.words(language),
            Self::Day => Label::ByDay.words(language),
        }
    }

    /// What was by the year between the ends of two periods. Days are all as long here.
    fn told(self, by_year: Decimal, between: [Fact<Period>; 2]) -> Fact<Decimal> {
        let by_days = match self {
            Self::Year => return Ok(by_year),
            Self::Week => 7,
            Self::Day => 1,
        };
        let [from, to] = between;
        let (from, to) = (from?, to?);
        let days = to.last().signed_duration_since(from.last()).num_days();
        let years = Decimal::from(to.end().since(from.end()).units()).checked_div(Years::UNITS_PER_YEAR.into());
        let amount = years.and_then(|years| by_year.checked_mul(years)?.checked_div(days.into()));
        amount
            .and_then(|amount| amount.checked_mul(by_days.into()))
            .ok_or(GrowthError::Overflow.into())
    }

    /// How much it moved and must move by a time.
    pub(super) fn amounts(self, target: &Target, facts: &Evidence) -> [Fact<Decimal>; 2] {
        let [from, at] = [
            facts.baseline.map(|start| start.period),
            facts.observed.map(|figure| figure.period),
        ];
        let told = |by_year: Fact<Decimal>, between| self.told(by_year?, between);
        [
            told(facts.change_so_far, [from, at]),
            told(facts.change_required_from_now, [at, Ok(target.deadline())]),
        ]
    }
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
                    "已实现周均增加8 t，今后须周均增加10.08 t",
                    "已實現週均增加8 t，今後須週均增加10.08 t",
                ],
            ),
            (
                flow(),
                Goal::cumulative(Bound::AtMost(dec!(510))),
                by_week,
                [
                    "8 t a week has been used, and at most 10.08 t a week is left from now on",
                    "至今周均已用8 t，今后周均不得超过10.08 t",
                    "至今週均已用8 t，今後週均不得超過10.08 t",
                ],
            ),
            (
                stock(),
                Goal::level(at_least),
                by_day,
                [
                    "it has gained 1.14 t a day and must gain 1.44 t a day from now on",
                    "已实现日均增加1.14 t，今后须日均增加1.44 t",
                    "已實現日均增加1.14 t，今後須日均增加1.44 t",
                ],
            ),
            (
                stock(),
                Goal::level(at_least),
                by_month,
                [
                    "it has gained 425.14 t a year and must gain 525.05 t a year from now on",
                    "已实现年均增加425.14 t，今后须年均增加525.05 t",
                    "已實現年均增加425.14 t，今後須年均增加525.05 t",
                ],
            ),
        ] {
            let told = told_of_two_weeks(quantity, goal, reported);
            for (told, words) in told.iter().zip([english, simplified, traditional]) {
                assert!(told.contains(words), "{told}");
            }
        }
    }
}
