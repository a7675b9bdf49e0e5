//! Where a target stands, in one sentence.

use alloc::string::{String, ToString};

use rust_decimal::Decimal;

use super::by_rule::status_with_class;
use super::cell::Style;
use super::number;
use super::words::{choose, date, fill, with_unit};
use crate::assessment::Assessment;
use crate::evidence::Evidence;
use crate::plan::{Indicator, MeasuredBy, Target};
use crate::rule::Status;
use crate::trajectory::Curve;
use crate::value::{Bound, Language, Requirement, Unit};

const STANDS_AT: [&str; 3] = [
    "As of {0}, “{1}” stands at {2} ({3})",
    "截至{0}，“{1}”为{2}（{3}）",
    "截至{0}，「{1}」為{2}（{3}）",
];
const ABOVE: [&str; 3] = [", {0} above the path", "，比时序目标值高{0}", "，比時序目標值高{0}"];
const BELOW: [&str; 3] = [", {0} below the path", "，比时序目标值低{0}", "，比時序目標值低{0}"];
const ON_PATH: [&str; 3] = [", exactly on the path", "，正好达到时序目标值", "，正好達到時序目標值"];
const HAS_NOT_CHANGED: [&str; 3] = ["; it has not changed", "；至今没有变化", "；至今沒有變化"];
/// What is said of a movement, up and down.
type Ways = [[&'static str; 3]; 2];

/// By a rate, towards a goal above.
const HAS_GROWN: Ways = [
    [
        "; it has grown {0} a year",
        "；已实现年均增长{0}",
        "；已實現年均增長{0}",
    ],
    ["; it has fallen {0} a year", "；至今年均下降{0}", "；至今年均下降{0}"],
];
const MUST_GROW: Ways = [
    [
        " and must grow {0} a year from now on",
        "，今后须年均增长{0}",
        "，今後須年均增長{0}",
    ],
    [
        " and must fall {0} a year from now on",
        "，今后须年均下降{0}",
        "，今後須年均下降{0}",
    ],
];
/// By an amount, towards a goal above.
const HAS_GAINED: Ways = [
    [
        "; it has gained {0} a year",
        "；已实现年均增加{0}",
        "；已實現年均增加{0}",
    ],
    ["; it has lost {0} a year", "；至今年均减少{0}", "；至今年均減少{0}"],
];
const MUST_GAIN: Ways = [
    [
        " and must gain {0} a year from now on",
        "，今后须年均增加{0}",
        "，今後須年均增加{0}",
    ],
    [
        " and must lose {0} a year from now on",
        "，今后须年均减少{0}",
        "，今後須年均減少{0}",
    ],
];
/// By a rate or an amount, under a ceiling: to rise is no gain there, and to fall no loss.
const HAS_RISEN: Ways = [
    ["; it has risen by {0} a year", "；至今年均上升{0}", "；至今年均上升{0}"],
    [
        "; it has fallen by {0} a year",
        "；已实现年均下降{0}",
        "；已實現年均下降{0}",
    ],
];
const MUST_RISE: Ways = [
    [
        " and must rise by {0} a year from now on",
        "，今后须年均上升{0}",
        "，今後須年均上升{0}",
    ],
    [
        " and must fall by {0} a year from now on",
        "，今后须年均下降{0}",
        "，今後須年均下降{0}",
    ],
];
const HAS_USED: [&str; 3] = ["; {0} a year has been used", "；至今年均已用{0}", "；至今年均已用{0}"];
/// Up to the limit, and short of it.
const MAY_USE: Ways = [
    [
        ", and at most {0} a year is left from now on",
        "，今后年均不得超过{0}",
        "，今後年均不得超過{0}",
    ],
    [
        ", and less than {0} a year is left from now on",
        "，今后年均须低于{0}",
        "，今後年均須低於{0}",
    ],
];
const NOTHING_LEFT: [&str; 3] = [", and nothing is left", "，已无余额", "，已無餘額"];
const TIMES: [&str; 3] = [", {0} times as fast", "，为此前的{0}倍", "，為此前的{0}倍"];
const KEPT: [&str; 3] = [
    "; kept in {0} of {1} periods",
    "；{1}期中{0}期符合要求",
    "；{1}期中{0}期符合要求",
];
const VERDICT: [&str; 3] = [": {0}.", "：{0}。", "：{0}。"];
const VERDICT_WITH_REASON: [&str; 3] = [": {0}, since {1}.", "：{0}，{1}。", "：{0}，{1}。"];
const NOT_SEEN: [&str; 3] = [
    "As of {0}, nobody can say where “{1}” stands: {2}.",
    "截至{0}，无法评估“{1}”：{2}。",
    "截至{0}，無法評估「{1}」：{2}。",
];
const NOT_DUE: [&str; 3] = [
    "As of {0}, nothing is due yet of “{1}”: {2}.",
    "截至{0}，“{1}”尚未到期：{2}。",
    "截至{0}，「{1}」尚未到期：{2}。",
];

/// Where a target stands, in one sentence: what was seen, how far that is from the path, how fast it has grown and must grow from
/// now on, and the status.
///
/// # Examples
///
/// ```
/// use milepost::report::headline;
/// use milepost::{Bound, Goal, Indicator, Language, Measure, Quantity, Rule, Series, Target, Unit, assess, date, dec};
///
/// let share = Quantity::new(Measure::Share, Unit::percent());
/// let target = Target::builder("air".parse()?, share.clone(), Goal::level(Bound::AtLeast(dec!(88))), "2026".parse()?).build()?;
/// let indicator = Indicator::new("air".parse()?, "Days with good air".try_into()?, share);
/// let series = Series::empty("air".parse()?, Unit::percent());
///
/// let assessment = assess(&target, &series, date("2026-01-31")?, &Rule::pace());
/// assert_eq!(
///     headline(&indicator, &target, &assessment, Language::English),
///     "As of 2026-01-31, nobody can say where “Days with good air” stands: no figure was published after the baseline."
/// );
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[must_use]
pub fn headline(indicator: &Indicator, target: &Target, assessment: &Assessment, language: Language) -> String {
    let facts = &assessment.evidence;
    let verdict = assessment.verdict;
    let name = target.name().unwrap_or(indicator.name()).in_language(language.tag());
    let as_of = date(assessment.as_of.date(), language);
    let reason = verdict.reason.words(language);
    let seen = facts
        .observed
        .ok()
        .or(facts.record.ok().and_then(|record| record.figure));
    let Some(figure) = seen else {
        let sentence = if verdict.status == Status::NotDue {
            NOT_DUE
        } else {
            NOT_SEEN
        };
        return fill(choose(language, sentence), &[&as_of, name, &reason]);
    };
    let style = Style::new(target, Some(figure), language);
    let unit = &unit_of_values(target);
    let observed = with_unit(&style.figure(Ok(figure)).text, unit, language);
    let mut sentence = fill(
        choose(language, STANDS_AT),
        &[&as_of, name, &observed, &figure.period.words(language)],
    );
    sentence.push_str(&gap(facts, unit, style));
    sentence.push_str(&movement(target, facts, unit, style));
    if let Ok(record) = facts.record {
        let (kept, due) = (record.kept.to_string(), record.due.to_string());
        sentence.push_str(&fill(choose(language, KEPT), &[&kept, &due]));
    }
    let status = verdict.status.words(language);
    sentence.push_str(&match verdict.status {
        Status::Unknown | Status::NotDue => fill(choose(language, VERDICT_WITH_REASON), &[status, &reason]),
        _ => {
            let status = status_with_class(verdict.status, assessment.class.as_ref(), language);
            fill(choose(language, VERDICT), &[&status])
        }
    });
    sentence
}

/// The unit of the target's values: of an index that is chained from yearly rates, none.
fn unit_of_values(target: &Target) -> Unit {
    match target.goal().measured_by() {
        MeasuredBy::YearlyRates => Unit::ratio(),
        MeasuredBy::Levels => target.quantity().unit().clone(),
    }
}

fn gap(facts: &Evidence, unit: &Unit, style: Style) -> String {
    let Ok(gap) = facts.gap else {
        return String::new();
    };
    let sentence = match gap {
        gap if gap.is_zero() => ON_PATH,
        gap if gap > Decimal::ZERO => ABOVE,
        _ => BELOW,
    };
    fill(choose(style.language, sentence), &[&difference(gap.abs(), unit, style)])
}

/// How it has moved and must move: by rates where the path grows by a rate, else by amounts.
fn movement(target: &Target, facts: &Evidence, unit: &Unit, style: Style) -> String {
    if target.goal().is_budget() {
        return use_of_budget(target, facts, unit, style);
    }
    let start = facts.baseline.ok().map(|baseline| baseline.value);
    let by_rates = target.curve_from(start) == Some(Curve::ConstantGrowth) && facts.growth_so_far.is_ok();
    let (so_far, required) = if by_rates {
        (
            facts.growth_so_far.map(Decimal::from),
            facts.growth_required_from_now.map(Decimal::from),
        )
    } else {
        (facts.change_so_far, facts.change_required_from_now)
    };
    let Ok(moved) = so_far else {
        return String::new();
    };
    let (has_moved, must_move) = match (has_ceiling(target), by_rates) {
        (true, _) => (HAS_RISEN, MUST_RISE),
        (false, true) => (HAS_GROWN, MUST_GROW),
        (false, false) => (HAS_GAINED, MUST_GAIN),
    };
    let moves = |value: Decimal, [up, down]: Ways| {
        let amount = if by_rates {
            number::percent(value.abs(), 3, style.language)
        } else {
            difference(value.abs(), unit, style)
        };
        let sentence = if value < Decimal::ZERO { down } else { up };
        fill(choose(style.language, sentence), &[&amount])
    };
    let mut sentence = if moved.is_zero() {
        choose(style.language, HAS_NOT_CHANGED).to_string()
    } else {
        moves(moved, has_moved)
    };
    if let Ok(required) = required {
        sentence.push_str(&moves(required, must_move));
        if let Some(times) = facts.times_faster.ok().filter(|_| by_rates) {
            sentence.push_str(&fill(choose(style.language, TIMES), &[&number::fixed(times, 2)]));
        }
    }
    sentence
}

fn has_ceiling(target: &Target) -> bool {
    let bound = target.goal().requirement().map(Requirement::bound);
    matches!(bound, Some(Bound::AtMost(_) | Bound::LessThan(_)))
}

/// How much of a budget was used a year, and how much can be from now on.
fn use_of_budget(target: &Target, facts: &Evidence, unit: &Unit, style: Style) -> String {
    let Ok(used) = facts.change_so_far else {
        return String::new();
    };
    let amount = |value: Decimal| with_unit(&style.value_text(value), unit, style.language);
    let mut sentence = fill(choose(style.language, HAS_USED), &[&amount(used)]);
    let [at_most, less_than] = MAY_USE;
    let may_use = match target.goal().requirement().map(Requirement::bound) {
        Some(Bound::LessThan(_)) => less_than,
        _ => at_most,
    };
    match facts.change_required_from_now {
        Ok(left) if left > Decimal::ZERO => {
            sentence.push_str(&fill(choose(style.language, may_use), &[&amount(left)]));
        }
        Ok(_) => sentence.push_str(choose(style.language, NOTHING_LEFT)),
        Err(_) => {}
    }
    sentence
}

/// A difference with its unit: of two percentages, in percentage points.
fn difference(value: Decimal, unit: &Unit, style: Style) -> String {
    let (number, percent) = (style.value_text(value), Unit::percent());
    if unit.code() == percent.code() && unit.multiplier() == percent.multiplier() {
        let points = match &*number {
            "1" => ["{0} percentage point", "{0}个百分点", "{0}個百分點"],
            _ => ["{0} percentage points", "{0}个百分点", "{0}個百分點"],
        };
        return fill(choose(style.language, points), &[&number]);
    }
    with_unit(&number, unit, style.language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::assess;
    use crate::dec;
    use crate::plan::{Baseline, Goal};
    use crate::rule::Rule;
    use crate::series::{Observation, Series};
    use crate::value::{Bound, Frequency, Measure, Quantity, date as day};

    fn told(quantity: Quantity, goal: Goal, baseline: Decimal, figures: &[(&str, Decimal)]) -> [String; 3] {
        told_since(
            Baseline::stated("2021".parse().unwrap(), baseline),
            quantity,
            goal,
            figures,
        )
    }

    fn told_since(baseline: Baseline, quantity: Quantity, goal: Goal, figures: &[(&str, Decimal)]) -> [String; 3] {
        let observation = |&(period, value): &(&str, Decimal)| {
            Observation::new(period.parse().unwrap(), value).published_on(day("2026-01-26").unwrap())
        };
        let unit = quantity.unit().clone();
        let series = Series::new("a".parse().unwrap(), unit, figures.iter().map(observation).collect()).unwrap();
        let target = Target::builder("t".parse().unwrap(), quantity.clone(), goal, "2026".parse().unwrap())
            .baseline(baseline)
            .build()
            .unwrap();
        let indicator = Indicator::new("a".parse().unwrap(), "甲".try_into().unwrap(), quantity);
        let assessment = assess(&target, &series, day("2026-01-31").unwrap(), &Rule::pace());
        Language::ALL.map(|language| headline(&indicator, &target, &assessment, language))
    }

    fn share() -> Quantity {
        Quantity::new(Measure::Share, Unit::percent())
    }

    #[test]
    fn what_falls_is_said_to_fall() {
        let energy = Quantity::new(Measure::Flow, Unit::new("t".parse().unwrap(), 0).unwrap());
        let goal = Goal::change(Bound::AtMost(dec!(-0.19)));
        let told = told(energy, goal, dec!(1000), &[("2025", dec!(900))]);
        assert_eq!(
            told,
            [
                "As of 2026-01-31, “甲” stands at 900 t (2025), 55.13 t above the path; it has fallen by 2.600 % a year and must fall by \
                 10.000 % a year from now on, 3.85 times as fast: lagging.",
                "截至2026年1月31日，“甲”为900 t（2025年），比时序目标值高55.13 t；已实现年均下降2.600%，今后须年均下降10.000%，\
                 为此前的3.85倍：滞后。",
                "截至2026年1月31日，「甲」為900 t（2025年），比時序目標值高55.13 t；已實現年均下降2.600%，今後須年均下降10.000%，\
                 為此前的3.85倍：滯後。"
            ]
        );
    }

    #[test]
    fn shares_move_by_percentage_points() {
        let goal = Goal::level(Bound::AtLeast(dec!(90)));
        assert_eq!(
            told(share(), goal, dec!(80), &[("2025", dec!(88))]),
            [
                "As of 2026-01-31, “甲” stands at 88 % (2025), exactly on the path; it has gained 2 percentage points a year and must \
                 gain 2 percentage points a year from now on: on track.",
                "截至2026年1月31日，“甲”为88%（2025年），正好达到时序目标值；已实现年均增加2个百分点，今后须年均增加2个百分点：符合预期。",
                "截至2026年1月31日，「甲」為88%（2025年），正好達到時序目標值；已實現年均增加2個百分點，今後須年均增加2個百分點：符合預期。"
            ]
        );
    }

    #[test]
    fn what_is_achieved_requires_nothing_more() {
        let goal = Goal::level(Bound::AtLeast(dec!(90)));
        let [english, ..] = told(share(), goal, dec!(80), &[("2025", dec!(91.5))]);
        assert_eq!(
            english,
            "As of 2026-01-31, “甲” stands at 91.5 % (2025), 3.5 percentage points above the path; it has gained 2.88 percentage points \
             a year: achieved."
        );
    }

    #[test]
    fn what_is_too_old_says_so() {
        let goal = Goal::level(Bound::AtLeast(dec!(90)));
        let [english, ..] = told(share(), goal, dec!(80), &[("2022", dec!(81))]);
        assert_eq!(
            english,
            "As of 2026-01-31, “甲” stands at 81 % (2022), 1 percentage point below the path; it has gained 1 percentage point a year and must \
             gain 2.25 percentage points a year from now on: unknown, since the last figure, of 2022, is 3.08 years old: too old to say anything \
             of today."
        );
    }

    #[test]
    fn what_should_fall_and_rises_has_not_gained() {
        let goal = Goal::level(Bound::AtMost(dec!(4)));
        assert_eq!(
            told(share(), goal, dec!(5), &[("2025", dec!(5.4))]),
            [
                "As of 2026-01-31, “甲” stands at 5.4 % (2025), 1.2 percentage points above the path; it has risen by 0.1 percentage \
                 points a year and must fall by 1.4 percentage points a year from now on: worsening.",
                "截至2026年1月31日，“甲”为5.4%（2025年），比时序目标值高1.2个百分点；至今年均上升0.1个百分点，今后须年均下降1.4个百分点：\
                 背离目标。",
                "截至2026年1月31日，「甲」為5.4%（2025年），比時序目標值高1.2個百分點；至今年均上升0.1個百分點，今後須年均下降1.4個百分點：\
                 背離目標。"
            ]
        );
    }

    #[test]
    fn a_budget_is_used() {
        let emissions = Quantity::new(Measure::Flow, Unit::new("t".parse().unwrap(), 0).unwrap());
        let figures = ["2022", "2023", "2024", "2025"].map(|year| (year, dec!(600)));
        for (bound, [english, simplified, traditional]) in [
            (
                Bound::AtMost(dec!(2875)),
                [
                    "100 t above the path; 600 t a year has been used, and at most 475 t a year is left from now on: off track.",
                    "比时序目标值高100 t；至今年均已用600 t，今后年均不得超过475 t：严重滞后。",
                    "比時序目標值高100 t；至今年均已用600 t，今後年均不得超過475 t：嚴重滯後。",
                ],
            ),
            (
                Bound::LessThan(dec!(3000)),
                [
                    "exactly on the path; 600 t a year has been used, and less than 600 t a year is left from now on: on track.",
                    "正好达到时序目标值；至今年均已用600 t，今后年均须低于600 t：符合预期。",
                    "正好達到時序目標值；至今年均已用600 t，今後年均須低於600 t：符合預期。",
                ],
            ),
            (
                Bound::AtMost(dec!(2400)),
                [
                    "480 t above the path; 600 t a year has been used, and nothing is left: off track.",
                    "比时序目标值高480 t；至今年均已用600 t，已无余额：严重滞后。",
                    "比時序目標值高480 t；至今年均已用600 t，已無餘額：嚴重滯後。",
                ],
            ),
            (
                Bound::AtMost(dec!(2000)),
                [
                    "800 t above the path; 600 t a year has been used, and nothing is left: missed.",
                    "比时序目标值高800 t；至今年均已用600 t，已无余额：未完成。",
                    "比時序目標值高800 t；至今年均已用600 t，已無餘額：未完成。",
                ],
            ),
        ] {
            let told = told(emissions.clone(), Goal::cumulative(bound), dec!(650), &figures);
            let starts = [
                "As of 2026-01-31, “甲” stands at 2400 t (2022–2025), ",
                "截至2026年1月31日，“甲”为2400 t（2022—2025年），",
                "截至2026年1月31日，「甲」為2400 t（2022—2025年），",
            ];
            let ends = [english, simplified, traditional];
            let expected: Vec<_> = starts
                .iter()
                .zip(ends)
                .map(|(start, end)| format!("{start}{end}"))
                .collect();
            assert_eq!(told.to_vec(), expected);
        }
    }

    #[test]
    fn a_chained_index_has_no_unit() {
        let rates = Quantity::new(Measure::GrowthRate, Unit::percent());
        let goal = Goal::Change {
            requirement: Bound::AtLeast(dec!(0.4)).into(),
            measured_by: MeasuredBy::YearlyRates,
        };
        let figures = ["2022", "2023", "2024", "2025"].map(|year| (year, dec!(6)));
        let [english, ..] = told_since(Baseline::observed("2021".parse().unwrap()), rates, goal, &figures);
        assert_eq!(
            english,
            "As of 2026-01-31, “甲” stands at 1.26247696 (2022–2025), 0.0464 below the path; it has grown 6.000 % a year and must grow \
             10.893 % a year from now on, 1.82 times as fast: lagging."
        );
    }

    #[test]
    fn what_is_kept_counts_its_periods() {
        let goal = Goal::keep(Bound::AtMost(dec!(5.5)), Frequency::Year);
        let figures = [
            ("2022", dec!(5.4)),
            ("2023", dec!(5.6)),
            ("2024", dec!(5.5)),
            ("2025", dec!(5.1)),
        ];
        assert_eq!(
            told(share(), goal, dec!(5), &figures),
            [
                "As of 2026-01-31, “甲” stands at 5.1 % (2025); kept in 3 of 4 periods: lagging.",
                "截至2026年1月31日，“甲”为5.1%（2025年）；4期中3期符合要求：滞后。",
                "截至2026年1月31日，「甲」為5.1%（2025年）；4期中3期符合要求：滯後。"
            ]
        );
    }
}
