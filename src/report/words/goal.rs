//! What is promised, in a phrase.

use alloc::string::{String, ToString};

use rust_decimal::Decimal;

use super::{choose, date, fill};
use crate::plan::{Baseline, Goal, Target, Than};
use crate::report::number;
use crate::value::{Bound, Direction, Frequency, Language, Length, Measure, Period, Requirement, Tolerance, Unit};

impl Unit {
    /// What is printed after a number: the label, else the code and power of ten; nothing after a plain number.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Language, Unit};
    ///
    /// assert_eq!(Unit::percent().words(Language::English), "%");
    /// assert_eq!(Unit::ratio().words(Language::English), "");
    /// ```
    #[must_use]
    pub fn words(&self, language: Language) -> String {
        match self.label() {
            Some(label) => label.in_language(language.tag()).to_string(),
            None if self.code() == Self::ratio().code() && self.multiplier() == 0 => String::new(),
            None => self.to_string(),
        }
    }
}

/// A number with its unit, as the language writes it.
pub(in crate::report) fn with_unit(number: &str, unit: &Unit, language: Language) -> String {
    let unit = unit.words(language);
    let is_apart = language == Language::English || unit.starts_with(|first: char| first.is_ascii_alphanumeric());
    match (unit.is_empty(), is_apart) {
        (true, _) => number.to_string(),
        (false, true) => fill("{0} {1}", &[number, &unit]),
        (false, false) => fill("{0}{1}", &[number, &unit]),
    }
}

const WITHIN: [&str; 3] = ["{0} in {1}", "{1}{0}", "{1}{0}"];
const BY_THE_END: [&str; 3] = ["{0} by the end of {1}", "{1}末{0}", "{1}末{0}"];
const BY_THE_DAY: [&str; 3] = ["{0} by {1}", "到{1}{0}", "到{1}{0}"];
const FROM_TO: [&str; 3] = ["{0} from {2} to {1}", "{1}比{2}{0}", "{1}比{2}{0}"];
const IN_TOTAL: [&str; 3] = ["a total of {0} in {1}", "{1}累计{0}", "{1}累計{0}"];
const IN_EACH: [&str; 3] = ["{0} in every {2} of {1}", "{1}{2}{0}", "{1}{2}{0}"];
const KEPT_IN_EACH: [&str; 3] = ["kept in every {1} of {0}", "{0}{1}保持", "{0}{1}保持"];
const TOLERANCE: [&str; 3] = [" (tolerance {0})", "（允许偏差{0}）", "（允許偏差{0}）"];
const TOLERANCE_NOT_STATED: [&str; 3] = [
    " (with a tolerance that is not published)",
    "（允许偏差，幅度未公布）",
    "（允許偏差，幅度未公布）",
];

/// The words for a rise, a fall, and a change that may be either.
type Movement = [[&'static str; 3]; 3];

const CHANGE: Movement = [
    ["a rise of {0}", "增幅{0}", "增幅{0}"],
    ["a fall of {0}", "降幅{0}", "降幅{0}"],
    ["a change of {0}", "变动幅度{0}", "變動幅度{0}"],
];
const ADDITION: Movement = [
    ["a net addition of {0}", "净增{0}", "淨增{0}"],
    ["a net reduction of {0}", "净减{0}", "淨減{0}"],
    ["a net change of {0}", "净变动{0}", "淨變動{0}"],
];
const AVERAGE_GROWTH: Movement = [
    ["growth of {0} a year on average", "年均增长{0}", "年均增長{0}"],
    ["a decline of {0} a year on average", "年均下降{0}", "年均下降{0}"],
    ["a change of {0} a year on average", "年均变动{0}", "年均變動{0}"],
];

impl Target {
    /// What is promised by when, in a phrase.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, Language, Measure, Quantity, Target, Unit, dec};
    ///
    /// let air = Quantity::new(Measure::Share, Unit::percent());
    /// let target = Target::builder("air".parse()?, air, Goal::level(Bound::AtLeast(dec!(88))), "2026".parse()?).build()?;
    /// assert_eq!(target.goal_words(Language::English), "at least 88 % in 2026");
    /// assert_eq!(target.goal_words(Language::SimplifiedChinese), "2026年不低于88%");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn goal_words(&self, language: Language) -> String {
        let bound = |requirement: Requirement| bound_words(requirement.bound(), &self.number(language), language);
        let moves = |movement, requirement: Requirement| {
            movement_words(movement, requirement.bound(), &self.number(language), language)
        };
        let stretch = self.stretch().words(language);
        let mut phrase = match self.goal() {
            Goal::Level(requirement) => self.level_words(&bound(requirement), language),
            Goal::Change { requirement, .. } => self.since_baseline(&moves(CHANGE, requirement), language),
            Goal::Addition(requirement) => self.since_baseline(&moves(ADDITION, requirement), language),
            Goal::AverageGrowth { requirement, .. } => fill(
                choose(language, WITHIN),
                &[&moves(AVERAGE_GROWTH, requirement), &stretch],
            ),
            Goal::Cumulative(requirement) => fill(choose(language, IN_TOTAL), &[&bound(requirement), &stretch]),
            Goal::Keep { every, .. } if self.is_condition() => fill(
                choose(language, KEPT_IN_EACH),
                &[&stretch, every_words(every, language)],
            ),
            Goal::Keep { requirement, every } => {
                let every = every_words(every, language);
                fill(choose(language, IN_EACH), &[&bound(requirement), &stretch, every])
            }
            Goal::Trend { direction, than, every } => {
                let moves = self.trend_words(direction, than, language);
                fill(
                    choose(language, IN_EACH),
                    &[&moves, &stretch, every_words(every, language)],
                )
            }
            Goal::Unstated(lacks) => lacks.words(language).to_string(),
        };
        phrase.push_str(&self.tolerance_words(language));
        phrase
    }

    /// Whether it is a condition that holds or not: a plain whole number, which is to be 1.
    fn is_condition(&self) -> bool {
        let unit = self.quantity().unit();
        let is_to_be_one = |requirement: Requirement| requirement.bound() == Bound::AtLeast(Decimal::ONE);
        unit.is_whole() && unit.code() == Unit::ratio().code() && self.goal().requirement().is_some_and(is_to_be_one)
    }

    /// How the numbers of the goal are written: a change or rate in percent, everything else in the unit.
    fn number(&self, language: Language) -> impl Fn(Decimal) -> String {
        let is_fraction = matches!(self.goal(), Goal::Change { .. } | Goal::AverageGrowth { .. });
        let unit = self.quantity().unit();
        move |value| {
            if is_fraction {
                number::stated_percent(value, language)
            } else {
                with_unit(&value.to_string(), unit, language)
            }
        }
    }

    fn level_words(&self, bound: &str, language: Language) -> String {
        let deadline = self.deadline();
        match (deadline.length(), self.quantity().measure()) {
            (Length::Days(_), _) => fill(choose(language, BY_THE_DAY), &[bound, &date(deadline.last(), language)]),
            (_, Measure::Stock) => fill(choose(language, BY_THE_END), &[bound, &deadline.words(language)]),
            _ => fill(choose(language, WITHIN), &[bound, &deadline.words(language)]),
        }
    }

    fn since_baseline(&self, moves: &str, language: Language) -> String {
        let deadline = self.deadline().words(language);
        match self.baseline().map(Baseline::period) {
            Some(baseline) => fill(
                choose(language, FROM_TO),
                &[moves, &deadline, &baseline.words(language)],
            ),
            None => fill(choose(language, WITHIN), &[moves, &deadline]),
        }
    }

    fn trend_words(&self, direction: Direction, than: Than, language: Language) -> String {
        let baseline = self.baseline().map(Baseline::period).filter(|_| than == Than::Baseline);
        match (baseline, direction) {
            (None, Direction::Rising) => choose(language, ["rising", "上升", "上升"]).to_string(),
            (None, Direction::Falling) => choose(language, ["falling", "下降", "下降"]).to_string(),
            (Some(baseline), Direction::Rising) => fill(
                choose(language, ["above {0}", "高于{0}", "高於{0}"]),
                &[&baseline.words(language)],
            ),
            (Some(baseline), Direction::Falling) => fill(
                choose(language, ["below {0}", "低于{0}", "低於{0}"]),
                &[&baseline.words(language)],
            ),
        }
    }

    fn tolerance_words(&self, language: Language) -> String {
        match self.goal().requirement().map(Requirement::tolerance) {
            None | Some(Tolerance::None) => String::new(),
            Some(Tolerance::Of(amount)) => fill(choose(language, TOLERANCE), &[&self.number(language)(amount)]),
            Some(Tolerance::NotStated) => choose(language, TOLERANCE_NOT_STATED).to_string(),
        }
    }

    /// The time from the day after the baseline to the deadline.
    fn stretch(&self) -> Period {
        self.baseline()
            .and_then(|baseline| baseline.period().last().succ_opt())
            .and_then(|first| Period::between(first, self.deadline().last()).ok())
            .unwrap_or(self.deadline())
    }
}

fn every_words(every: Frequency, language: Language) -> &'static str {
    choose(
        language,
        match every {
            Frequency::Year => ["year", "每年", "每年"],
            Frequency::Half => ["half year", "每半年", "每半年"],
            Frequency::Quarter => ["quarter", "每季度", "每季度"],
            Frequency::Month => ["month", "每月", "每月"],
        },
    )
}

fn bound_words(bound: Bound, number: &impl Fn(Decimal) -> String, language: Language) -> String {
    let (words, limit) = match bound {
        Bound::AtLeast(limit) => (["at least {0}", "不低于{0}", "不低於{0}"], limit),
        Bound::MoreThan(limit) => (["more than {0}", "超过{0}", "超過{0}"], limit),
        Bound::AtMost(limit) => (["at most {0}", "不超过{0}", "不超過{0}"], limit),
        Bound::LessThan(limit) => (["less than {0}", "低于{0}", "低於{0}"], limit),
        Bound::Within(band) => {
            let words = ["between {0} and {1}", "介于{0}至{1}", "介於{0}至{1}"];
            return fill(choose(language, words), &[&number(band.low()), &number(band.high())]);
        }
    };
    fill(choose(language, words), &[&number(limit)])
}

/// A signed bound as plans say it: a cut of at least 13.5 % and not a change of at most −13.5 %.
fn movement_words(
    [rise, fall, change]: Movement,
    bound: Bound,
    number: &impl Fn(Decimal) -> String,
    language: Language,
) -> String {
    let turned = |limit: Decimal| limit.abs();
    let (words, bound) = match bound {
        Bound::AtLeast(limit) | Bound::MoreThan(limit) if limit > Decimal::ZERO => (rise, bound),
        Bound::Within(band) if band.low() > Decimal::ZERO => (rise, bound),
        Bound::AtMost(limit) if limit < Decimal::ZERO => (fall, Bound::AtLeast(turned(limit))),
        Bound::LessThan(limit) if limit < Decimal::ZERO => (fall, Bound::MoreThan(turned(limit))),
        Bound::Within(band) if band.high() < Decimal::ZERO => {
            let turned = Bound::within(turned(band.high()), turned(band.low()));
            (fall, turned.unwrap_or(bound))
        }
        _ => (change, bound),
    };
    fill(choose(language, words), &[&bound_words(bound, number, language)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;
    use crate::plan::Lacks;
    use crate::value::Quantity;

    fn target(goal: Goal, quantity: Quantity, deadline: &str) -> Target {
        Target::builder("a".parse().unwrap(), quantity, goal, deadline.parse().unwrap())
            .baseline(Baseline::stated("2020".parse().unwrap(), dec!(1)))
            .build()
            .unwrap()
    }

    fn buildings() -> Quantity {
        let unit = Unit::new("building".parse().unwrap(), 0).unwrap();
        Quantity::new(Measure::Stock, unit.labelled("棟".try_into().unwrap()))
    }

    fn share() -> Quantity {
        Quantity::new(Measure::Share, Unit::percent())
    }

    /// A goal, what it is of, its deadline, and its words in each language.
    type Case = (Goal, Quantity, &'static str, [&'static str; 3]);

    fn assert_words(cases: &[Case]) {
        for (goal, quantity, deadline, words) in cases {
            let target = target(*goal, quantity.clone(), deadline);
            assert_eq!(Language::ALL.map(|language| target.goal_words(language)), *words);
        }
    }

    #[test]
    fn values_and_sums_are_bounded_by_a_deadline() {
        let built = Quantity::new(Measure::Flow, buildings().unit().clone());
        let not_stated = Requirement::with_tolerance_not_stated(Bound::AtLeast(dec!(860)));
        let within_half = Requirement::with_tolerance(Bound::AtLeast(dec!(88)), dec!(0.5)).unwrap();
        let [by_the_end, by_the_day, tolerance, sum] = [
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
            [
                "at least 88 % in 2026 (tolerance 0.5 %)",
                "2026年不低于88%（允许偏差0.5%）",
                "2026年不低於88%（允許偏差0.5%）",
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
            (Goal::level(within_half), share(), "2026", tolerance),
            (Goal::cumulative(not_stated), built, "2026", sum),
        ]);
    }

    #[test]
    fn changes_have_a_direction() {
        let [fall, change, addition, growth] = [
            [
                "a fall of at least 13.5 % from 2020 to 2025",
                "2025年比2020年降幅不低于13.5%",
                "2025年比2020年降幅不低於13.5%",
            ],
            [
                "a change of at least -5 % from 2020 to 2025",
                "2025年比2020年变动幅度不低于-5%",
                "2025年比2020年變動幅度不低於-5%",
            ],
            [
                "a net addition of more than 160 棟 from 2020 to 2026",
                "2026年比2020年净增超过160棟",
                "2026年比2020年淨增超過160棟",
            ],
            [
                "growth of at least 20 % a year on average in 2021–2026",
                "2021—2026年年均增长不低于20%",
                "2021—2026年年均增長不低於20%",
            ],
        ];
        assert_words(&[
            (Goal::change(Bound::AtMost(dec!(-0.135))), share(), "2025", fall),
            (Goal::change(Bound::AtLeast(dec!(-0.05))), share(), "2025", change),
            (
                Goal::addition(Bound::MoreThan(dec!(160))),
                buildings(),
                "2026",
                addition,
            ),
            (
                Goal::average_growth(Bound::AtLeast(dec!(0.2))),
                buildings(),
                "2026",
                growth,
            ),
        ]);
    }

    #[test]
    fn what_is_looked_at_period_by_period_says_how_often() {
        let condition = Quantity::new(Measure::Share, Unit::ratio().counted_whole().unwrap());
        let band = Bound::within(dec!(2), dec!(3)).unwrap();
        let [between, kept, rising, unstated] = [
            [
                "between 2 % and 3 % in every quarter of 2021–2026",
                "2021—2026年每季度介于2%至3%",
                "2021—2026年每季度介於2%至3%",
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
        let yearly = Goal::keep(Bound::AtLeast(dec!(1)), Frequency::Year);
        assert_words(&[
            (Goal::keep(band, Frequency::Quarter), share(), "2026", between),
            (yearly, condition, "2026", kept),
            (Goal::trend(Direction::Rising), buildings(), "2026", rising),
            (Goal::Unstated(Lacks::Bound), buildings(), "2026", unstated),
        ]);
    }
}
