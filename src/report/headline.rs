//! Where a target stands, in one sentence.

use alloc::string::{String, ToString};

use rust_decimal::Decimal;

use super::cell::Style;
use super::number;
use super::words::{choose, date, fill, with_unit};
use crate::assessment::Assessment;
use crate::evidence::Evidence;
use crate::plan::{Indicator, Target};
use crate::rule::Status;
use crate::trajectory::Curve;
use crate::value::{Language, Unit};

const STANDS_AT: [&str; 3] = [
    "As of {0}, “{1}” stands at {2} ({3})",
    "截至{0}，“{1}”为{2}（{3}）",
    "截至{0}，「{1}」為{2}（{3}）",
];
const ABOVE: [&str; 3] = [", {0} above the path", "，比时序目标值高{0}", "，比時序目標值高{0}"];
const BELOW: [&str; 3] = [", {0} below the path", "，比时序目标值低{0}", "，比時序目標值低{0}"];
const ON_PATH: [&str; 3] = [", exactly on the path", "，正好达到时序目标值", "，正好達到時序目標值"];
const HAS_NOT_CHANGED: [&str; 3] = ["; it has not changed", "；至今没有变化", "；至今沒有變化"];
/// Up, and down.
const HAS_GROWN: [[&str; 3]; 2] = [
    [
        "; it has grown {0} a year",
        "；已实现年均增长{0}",
        "；已實現年均增長{0}",
    ],
    [
        "; it has fallen {0} a year",
        "；已实现年均下降{0}",
        "；已實現年均下降{0}",
    ],
];
const HAS_GAINED: [[&str; 3]; 2] = [
    [
        "; it has gained {0} a year",
        "；已实现年均增加{0}",
        "；已實現年均增加{0}",
    ],
    ["; it has lost {0} a year", "；已实现年均减少{0}", "；已實現年均減少{0}"],
];
const MUST_GROW: [[&str; 3]; 2] = [
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
const MUST_GAIN: [[&str; 3]; 2] = [
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
    let unit = target.quantity().unit();
    let observed = with_unit(&style.figure(Ok(figure)).text, unit, language);
    let mut sentence = fill(
        choose(language, STANDS_AT),
        &[&as_of, name, &observed, &figure.period.words(language)],
    );
    sentence.push_str(&gap(facts, style));
    sentence.push_str(&movement(target, facts, style));
    if let Ok(record) = facts.record {
        let (kept, due) = (record.kept.to_string(), record.due.to_string());
        sentence.push_str(&fill(choose(language, KEPT), &[&kept, &due]));
    }
    let status = verdict.status.words(language);
    sentence.push_str(&match verdict.status {
        Status::Unknown | Status::NotDue => fill(choose(language, VERDICT_WITH_REASON), &[status, &reason]),
        _ => fill(choose(language, VERDICT), &[status]),
    });
    sentence
}

fn gap(facts: &Evidence, style: Style) -> String {
    let Ok(gap) = facts.gap else {
        return String::new();
    };
    let sentence = match gap {
        gap if gap.is_zero() => ON_PATH,
        gap if gap > Decimal::ZERO => ABOVE,
        _ => BELOW,
    };
    fill(choose(style.language, sentence), &[&style.value_text(gap.abs())])
}

/// How it has moved and must move: by rates where the path grows by a rate, else by amounts.
fn movement(target: &Target, facts: &Evidence, style: Style) -> String {
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
    let moves = |value: Decimal, [up, down]: [[&'static str; 3]; 2]| {
        let amount = if by_rates {
            number::percent(value.abs(), 3, style.language)
        } else {
            difference(&style.value_text(value.abs()), target.quantity().unit(), style.language)
        };
        let sentence = if value < Decimal::ZERO { down } else { up };
        fill(choose(style.language, sentence), &[&amount])
    };
    let mut sentence = match (moved.is_zero(), by_rates) {
        (true, _) => choose(style.language, HAS_NOT_CHANGED).to_string(),
        (false, true) => moves(moved, HAS_GROWN),
        (false, false) => moves(moved, HAS_GAINED),
    };
    if let Ok(required) = required {
        sentence.push_str(&moves(required, if by_rates { MUST_GROW } else { MUST_GAIN }));
        if let Some(times) = facts.times_faster.ok().filter(|_| by_rates) {
            sentence.push_str(&fill(choose(style.language, TIMES), &[&number::fixed(times, 2)]));
        }
    }
    sentence
}

/// A difference with its unit: of two percentages, in percentage points.
fn difference(number: &str, unit: &Unit, language: Language) -> String {
    let percent = Unit::percent();
    if unit.code() == percent.code() && unit.multiplier() == percent.multiplier() {
        let points = match number {
            "1" => ["{0} percentage point", "{0}个百分点", "{0}個百分點"],
            _ => ["{0} percentage points", "{0}个百分点", "{0}個百分點"],
        };
        return fill(choose(language, points), &[number]);
    }
    with_unit(number, unit, language)
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
        let observation = |&(period, value): &(&str, Decimal)| {
            Observation::new(period.parse().unwrap(), value).published_on(day("2026-01-26").unwrap())
        };
        let unit = quantity.unit().clone();
        let series = Series::new("a".parse().unwrap(), unit, figures.iter().map(observation).collect()).unwrap();
        let target = Target::builder("t".parse().unwrap(), quantity.clone(), goal, "2026".parse().unwrap())
            .baseline(Baseline::stated("2021".parse().unwrap(), baseline))
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
                "As of 2026-01-31, “甲” stands at 900 t (2025), 55.13 above the path; it has fallen 2.600 % a year and must fall \
                 10.000 % a year from now on, 3.85 times as fast: lagging.",
                "截至2026年1月31日，“甲”为900 t（2025年），比时序目标值高55.13；已实现年均下降2.600%，今后须年均下降10.000%，\
                 为此前的3.85倍：滞后。",
                "截至2026年1月31日，「甲」為900 t（2025年），比時序目標值高55.13；已實現年均下降2.600%，今後須年均下降10.000%，\
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
            "As of 2026-01-31, “甲” stands at 91.5 % (2025), 3.5 above the path; it has gained 2.88 percentage points a year: achieved."
        );
    }

    #[test]
    fn what_is_too_old_says_so() {
        let goal = Goal::level(Bound::AtLeast(dec!(90)));
        let [english, ..] = told(share(), goal, dec!(80), &[("2022", dec!(81))]);
        assert_eq!(
            english,
            "As of 2026-01-31, “甲” stands at 81 % (2022), 1 below the path; it has gained 1 percentage point a year and must gain 2.25 \
             percentage points a year from now on: unknown, since the last figure, of 2022, is 3.08 years old: too old to say anything \
             of today."
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
