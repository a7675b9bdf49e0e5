//! How a figure has moved and must move, as the headline tells it.

use alloc::string::{String, ToString};

use rust_decimal::Decimal;

use super::cell::Style;
use super::facts::Movement;
use super::number::{self, unit_of_values, value_of_target, with_unit};
use super::time_unit::TimeUnit;
use super::words::{Label, Phrase, when};
use crate::assessment::Assessment;
use crate::evidence::{Evidence, Fact, Missing, Reason};
use crate::plan::{Goal, MeasuredBy, Target};
use crate::series::{Figure, Reading};
use crate::value::arithmetic::negated;
use crate::value::{Bound, Language, Period};

/// A sentence on how the indicator has moved so far, and then on what is required, told by rates if the path grows by a
/// rate, else by amounts. Of what is required the first that applies is told:
///
/// 1. The value stands on a limit that it has to cross: that it must move beyond it.
/// 2. The value keeps within a limit: how far it may move, or, if it has not moved in a band, between which values.
/// 3. How it must move, and by a rate a year also how many times as fast as so far.
///
/// A budget is told by what was used and what is left. Empty where the movement so far is not known. Of a figure that
/// is too old to be judged, nothing is told that counts from now on.
pub(super) fn movement_in_words(target: &Target, assessment: &Assessment, style: Style) -> String {
    let facts = &assessment.evidence;
    let stale = match assessment.verdict.reason {
        Reason::Missing(missing @ Missing::Stale { .. }) => Some(missing),
        _ => None,
    };
    let told = |required: Fact<Decimal>| stale.map_or(required, Err);
    let mut sentence = if target.goal().is_budget() {
        budget_in_words(target, facts, told, style)
    } else {
        values_in_words(target, facts, told, style)
    };
    if stale.is_none() && !sentence.is_empty() {
        sentence.push_str(&breach_in_words(target, assessment, style.language));
    }
    sentence
}

/// The words on when a limit is left, if the pace so far leads there from the day of the question to the deadline, and
/// some room is left yet.
fn breach_in_words(target: &Target, assessment: &Assessment, language: Language) -> String {
    let facts = &assessment.evidence;
    let has_room = facts.change_required_from_now.is_ok_and(|room| !room.is_zero());
    let is_to_come = |breach: &Period| {
        breach.last() >= assessment.as_of.date() && target.stands_at(*breach) <= target.stands_at(target.deadline())
    };
    let Some(breach) = facts.breach.ok().filter(|breach| has_room && is_to_come(breach)) else {
        return String::new();
    };
    let when = &when(breach, language);
    Phrase::LeavesLimit { when }.words(language)
}

/// The movement of values: see [`movement_in_words`]. What is `told` of what is required may be less than what is
/// known.
fn values_in_words(
    target: &Target,
    facts: &Evidence,
    told: impl Fn(Fact<Decimal>) -> Fact<Decimal>,
    style: Style,
) -> String {
    let by_rates = Movement::of(target, facts) == Some(Movement::Growth);
    // A growth that is promised by the year is told by the year.
    let each = match target.goal() {
        Goal::AverageGrowth { .. } if by_rates => TimeUnit::Year,
        _ => TimeUnit::of(target, facts),
    };
    let [so_far, required] = if by_rates {
        each.rates(target, facts)
    } else {
        each.amounts(target, facts)
    };
    let required = told(required);
    let is_by_year = matches!(each, TimeUnit::Year);
    let each = each.words(style.language);
    let Ok(moved) = so_far else {
        return String::new();
    };
    let bound = target.goal().bound();
    let told_by = match bound {
        _ if matches!(target.goal(), Goal::Cumulative(_)) => ToldBy::Sum,
        Some(bound) if bound.is_cap() => ToldBy::Ceiling,
        _ if by_rates => ToldBy::Rate,
        _ => ToldBy::Amount,
    };
    let amount = |value: Decimal| {
        if matches!(told_by, ToldBy::Sum) {
            style.difference(value, target)
        } else if by_rates {
            number::grouped(&number::percent(value.abs(), 3, style.language), style.language)
        } else {
            style.difference(value.abs(), target)
        }
    };
    let mut sentence = if moved.is_zero() && !matches!(told_by, ToldBy::Sum) {
        stillness(target).words(style.language).to_string()
    } else {
        phrase_so_far(upwards(moved, target), told_by, [&amount(moved), each]).words(style.language)
    };
    let crossing = crossing_in_words(target, facts, style);
    if let Some(words) = crossing.filter(|_| required.is_ok_and(|required| required.is_zero())) {
        sentence.push_str(&words);
    } else if let Some(allowed) = required
        .ok()
        .filter(|required| facts.is_limit && is_room(*required, bound, moved))
    {
        let still = standstill_in_words(target, facts, style).filter(|_| moved.is_zero());
        let amounts = [&*amount(allowed), each];
        sentence.push_str(&still.unwrap_or_else(|| room_in_words(allowed, moved, target, amounts, style.language)));
    } else if let Ok(required) = required {
        sentence.push_str(
            &phrase_required(upwards(required, target), told_by, [&amount(required), each]).words(style.language),
        );
        if let Some(times) = facts.times_faster.ok().filter(|_| by_rates && is_by_year) {
            let times = &number::grouped(&number::times(times), style.language);
            sentence.push_str(&Phrase::TimesAsFast { times }.words(style.language));
        }
    }
    sentence
}

/// The words on what has not moved: yearly rates may have gone up and down.
const fn stillness(target: &Target) -> Label {
    match target.goal().measured_by() {
        MeasuredBy::YearlyRates => Label::HasNotGrown,
        MeasuredBy::Levels => Label::HasNotChanged,
    }
}

/// The sentence on a value that stands exactly on a limit which it has to cross: nothing a year is required, and yet it
/// must move, up or down as the indicator moves. The limit is the number of the value itself, since what is promised
/// may be a change, or allow a tolerance. `None` where the limit belongs to the bound.
fn crossing_in_words(target: &Target, facts: &Evidence, style: Style) -> Option<String> {
    let figure = facts.observed.ok()?;
    let value = figure.reading.value()?;
    let limit = &match target.goal().measured_by() {
        MeasuredBy::YearlyRates => number::stated_percent(number::growth_of_index(value), style.language),
        MeasuredBy::Levels => {
            // The limit is exact, even if the value is approximate.
            let reading = Reading::Exact(value);
            let number = style.figure(Ok(Figure { reading, ..figure })).text;
            value_of_target(&number, target, style.language)
        }
    };
    let step_beyond = match target.goal().bound()? {
        Bound::MoreThan(_) => Decimal::ONE,
        Bound::LessThan(_) => Decimal::NEGATIVE_ONE,
        _ => return None,
    };
    let phrase = if upwards(step_beyond, target) > Decimal::ZERO {
        Phrase::MustRiseAbove { limit }
    } else {
        Phrase::MustFallBelow { limit }
    };
    Some(phrase.words(style.language))
}

/// Whether the movement that is `required` from a value to its limit uses up the room that is left, so that the value
/// may move by it; false if the value lies beyond the limit and the movement leads back. `moved` is the movement so
/// far.
fn is_room(required: Decimal, bound: Option<Bound>, moved: Decimal) -> bool {
    has_room_above(bound, moved).is_some_and(|is_above| required.is_zero() || is_above == (required > Decimal::ZERO))
}

/// Whether the room that a limit leaves lies above the value, in numbers: so it does under an upper limit, and in a
/// band if the value has `moved` up or not at all. `None` without a bound.
fn has_room_above(bound: Option<Bound>, moved: Decimal) -> Option<bool> {
    match bound? {
        Bound::Within(_) => Some(moved >= Decimal::ZERO),
        bound => Some(bound.is_cap()),
    }
}

/// The sentence on a value in a band that has not moved: a band of one value has to be kept exactly; of a level,
/// between which values it has to stay. `None` for other goals.
fn standstill_in_words(target: &Target, facts: &Evidence, style: Style) -> Option<String> {
    let band = facts.goal_band.ok()?;
    let value = |edge: Decimal| value_of_target(&style.value_text(edge), target, style.language);
    let high = &value(band.high());
    if band.low() == band.high() {
        return Some(Phrase::MustStayAt { value: high }.words(style.language));
    }
    let Goal::Level(_) = target.goal_in_values() else {
        return None;
    };
    let low = &if target.is_of_rank() {
        value(band.low())
    } else {
        number::grouped(&style.value_text(band.low()), style.language)
    };
    Some(Phrase::MustStayBetween { low, high }.words(style.language))
}

/// The sentence on how far the indicator may move within its limit, or, if no room is left, which way it may not move.
///
/// `allowed` is the movement to the limit in each unit of time and `moved` that so far, both above 0 if the number
/// rises; the words of a rank go the other way. `amount` and `each` are the words for `allowed` without its sign and
/// for the unit of time, as *a year*.
fn room_in_words(
    allowed: Decimal,
    moved: Decimal,
    target: &Target,
    [amount, each]: [&str; 2],
    language: Language,
) -> String {
    let is_above = has_room_above(target.goal().bound(), moved) == Some(true);
    let room = if is_above { Decimal::ONE } else { Decimal::NEGATIVE_ONE };
    // A limit that does not belong to the bound may not be reached.
    let is_open = matches!(target.goal().bound(), Some(Bound::MoreThan(_) | Bound::LessThan(_)));
    match upwards(allowed, target) {
        none if none.is_zero() && upwards(room, target) > Decimal::ZERO => {
            Label::MayNotRise.words(language).to_string()
        }
        none if none.is_zero() => Label::MayNotFall.words(language).to_string(),
        up if up > Decimal::ZERO && is_open => Phrase::MayRiseByLessThan { amount, each }.words(language),
        up if up > Decimal::ZERO => Phrase::MayRiseBy { amount, each }.words(language),
        _ if is_open => Phrase::MayFallByLessThan { amount, each }.words(language),
        _ => Phrase::MayFallBy { amount, each }.words(language),
    }
}

/// The phrase for a movement so far, up or down by the sign of `value`: has grown (by a rate), has gained (by an
/// amount), has risen by (under a ceiling), or has come to (a sum). `amount` and `each` are the words for its size and
/// for the unit of time.
fn phrase_so_far(value: Decimal, told_by: ToldBy, [amount, each]: [&str; 2]) -> Phrase<'_> {
    match (told_by, value < Decimal::ZERO) {
        (ToldBy::Rate, false) => Phrase::HasGrown { amount, each },
        (ToldBy::Rate, true) => Phrase::HasFallen { amount, each },
        (ToldBy::Amount, false) => Phrase::HasGained { amount, each },
        (ToldBy::Amount, true) => Phrase::HasLost { amount, each },
        (ToldBy::Ceiling, false) => Phrase::HasRisenBy { amount, each },
        (ToldBy::Ceiling, true) => Phrase::HasFallenBy { amount, each },
        (ToldBy::Sum, _) => Phrase::HasComeTo { amount, each },
    }
}

/// The phrase for a movement that is required, up or down by the sign of `value`: must grow (by a rate), must gain (by
/// an amount), must rise by (under a ceiling), or must come to (a sum). `amount` and `each` are the words for its size
/// and for the unit of time.
fn phrase_required(value: Decimal, told_by: ToldBy, [amount, each]: [&str; 2]) -> Phrase<'_> {
    match (told_by, value < Decimal::ZERO) {
        (ToldBy::Rate, false) => Phrase::MustGrow { amount, each },
        (ToldBy::Rate, true) => Phrase::MustFall { amount, each },
        (ToldBy::Amount, false) => Phrase::MustGain { amount, each },
        (ToldBy::Amount, true) => Phrase::MustLose { amount, each },
        (ToldBy::Ceiling, false) => Phrase::MustRiseBy { amount, each },
        (ToldBy::Ceiling, true) => Phrase::MustFallBy { amount, each },
        (ToldBy::Sum, _) => Phrase::MustComeTo { amount, each },
    }
}

/// The sentence on how much of a budget was used in each unit of time, or to what a budget came of which more was taken
/// away than used, and how much may be used from now on, of which that is `told`: nothing where the distance beyond the
/// limit says it. Empty where the use so far is not known.
fn budget_in_words(
    target: &Target,
    facts: &Evidence,
    told: impl Fn(Fact<Decimal>) -> Fact<Decimal>,
    style: Style,
) -> String {
    let unit = &unit_of_values(target);
    let each = TimeUnit::of(target, facts);
    let [used, left] = each.amounts(target, facts);
    let (Ok(used), each) = (used, each.words(style.language)) else {
        return String::new();
    };
    let amount = |value: Decimal| with_unit(&style.value_text(value), unit, style.language);
    let mut sentence = match used {
        none if none.is_zero() => Label::NothingUsed.words(style.language).to_string(),
        used => {
            let amount = &amount(used);
            let phrase = if used < Decimal::ZERO {
                Phrase::HasComeTo { amount, each }
            } else {
                Phrase::HasUsed { amount, each }
            };
            phrase.words(style.language)
        }
    };
    let bound = target.goal().bound();
    let is_exceeded = facts.remaining.is_ok_and(|remaining| remaining < Decimal::ZERO);
    match told(left) {
        Ok(left) if left > Decimal::ZERO => {
            let amount = &amount(left);
            let may_use = match bound {
                Some(Bound::LessThan(_)) => Phrase::MayUseLessThan { amount, each },
                _ => Phrase::MayUseAtMost { amount, each },
            };
            sentence.push_str(&may_use.words(style.language));
        }
        Ok(_) if !is_exceeded => sentence.push_str(Label::NothingLeft.words(style.language)),
        _ => {}
    }
    sentence
}

/// The difference as the indicator moves, above 0 if it rises: with the other sign for a rank, which rises as its
/// number falls.
pub(super) fn upwards(difference: Decimal, target: &Target) -> Decimal {
    if target.is_of_rank() {
        negated(difference)
    } else {
        difference
    }
}

/// The words in which a movement is told.
#[derive(Clone, Copy)]
enum ToldBy {
    /// Growing and falling by a rate.
    Rate,
    /// Gaining and losing an amount.
    Amount,
    /// Rising and falling by a rate or an amount, under an upper limit.
    Ceiling,
    /// Coming to an amount, with its sign, as a sum since the baseline does.
    Sum,
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;
    use crate::dec;
    use crate::report::headline::tests::{share, told};
    use crate::value::{Measure, Quantity, Unit};

    /// A band that is kept within leaves room on the side to which it moved, and on both where it has not; one that is
    /// lost leads back.
    #[test]
    fn what_is_kept_within_a_band_may_move() {
        let band = || Goal::level(Bound::within(dec!(60), dec!(70)).unwrap());
        for (figure, [english, simplified, traditional]) in [
            (
                dec!(68),
                [
                    "and may rise by at most 2 percentage points a year from now on: on track.",
                    "，今后年均上升不得超过2个百分点：符合预期。",
                    "，今後年均上升不得超過2個百分點：符合預期。",
                ],
            ),
            (
                dec!(61),
                [
                    "and may fall by at most 1 percentage point a year from now on: on track.",
                    "，今后年均下降不得超过1个百分点：符合预期。",
                    "，今後年均下降不得超過1個百分點：符合預期。",
                ],
            ),
            (
                dec!(65),
                [
                    "it has not changed and is to stay between 60 and 70 %: on track.",
                    "至今没有变化，今后须保持在60至70%之间：符合预期。",
                    "至今沒有變化，今後須保持在60至70%之間：符合預期。",
                ],
            ),
            (
                dec!(70),
                [
                    " and may not rise from now on: on track.",
                    "，今后不得上升：符合预期。",
                    "，今後不得上升：符合預期。",
                ],
            ),
            (
                dec!(71),
                [
                    "and must lose 1 percentage point a year from now on: worsening.",
                    "，今后须年均减少1个百分点：背离目标。",
                    "，今後須年均減少1個百分點：背離目標。",
                ],
            ),
            (
                dec!(57),
                [
                    "and must gain 3 percentage points a year from now on: worsening.",
                    "，今后须年均增加3个百分点：背离目标。",
                    "，今後須年均增加3個百分點：背離目標。",
                ],
            ),
        ] {
            let told = told(share(), band(), dec!(65), &[("2025", figure)]);
            for (told, end) in told.iter().zip([english, simplified, traditional]) {
                assert!(told.ends_with(end), "{told}");
            }
        }
    }

    /// The same of a change, which no number of the values bounds.
    #[test]
    fn what_is_kept_within_a_band_of_changes_may_move() {
        let change = Goal::change(Bound::within(dec!(-0.2), dec!(0.2)).unwrap());
        let energy = Quantity::new(Measure::Stock, Unit::new("t".parse().unwrap(), 0).unwrap());
        for (figure, end) in [
            (dec!(110), "and may rise by at most"),
            (dec!(100), "may"),
            (dec!(90), "may fall"),
        ] {
            let [english, ..] = told(energy.clone(), change, dec!(100), &[("2025", figure)]);
            assert!(english.contains(end) && !english.contains("must"), "{english}");
        }
    }

    #[test]
    fn a_budget_is_used() {
        let emissions = Quantity::new(Measure::Flow, Unit::new("t".parse().unwrap(), 0).unwrap());
        let figures = ["2022", "2023", "2024", "2025"].map(|year| (year, dec!(600)));
        for (bound, [english, simplified, traditional]) in [
            (
                Bound::AtMost(dec!(2875)),
                [
                    "100 t above the path; 600 t a year has been used, and at most 475 t a year is left from now on; \
                     at this pace it crosses the limit in October 2026: on track.",
                    "比时序目标值高100 t；此前年均已用600 t，今后年均不得超过475 t；照此进度将于2026年10月突破界限：符合预期。",
                    "比時序目標值高100 t；此前年均已用600 t，今後年均不得超過475 t；照此進度將於2026年10月突破界限：符合預期。",
                ],
            ),
            (
                Bound::LessThan(dec!(3000)),
                [
                    "exactly on the path; 600 t a year has been used, and less than 600 t a year is left from now on; \
                     at this pace it crosses the limit in December 2026: on track.",
                    "正好达到时序目标值；此前年均已用600 t，今后年均须低于600 t；照此进度将于2026年12月突破界限：符合预期。",
                    "正好達到時序目標值；此前年均已用600 t，今後年均須低於600 t；照此進度將於2026年12月突破界限：符合預期。",
                ],
            ),
            (
                Bound::AtMost(dec!(2400)),
                [
                    "480 t above the path; 600 t a year has been used, and nothing is left: lagging.",
                    "比时序目标值高480 t；此前年均已用600 t，已无余额：滞后。",
                    "比時序目標值高480 t；此前年均已用600 t，已無餘額：落後。",
                ],
            ),
            (
                Bound::AtMost(dec!(2000)),
                [
                    "400 t above the limit; 600 t a year has been used: worsening.",
                    "比界限高400 t；此前年均已用600 t：背离目标。",
                    "比界限高400 t；此前年均已用600 t：背離目標。",
                ],
            ),
        ] {
            let told = told(emissions.clone(), Goal::cumulative(bound), dec!(650), &figures);
            let starts = [
                "As of 2026-01-31, “甲” comes to 2,400 t in all (2022–2025), ",
                "截至2026年1月31日，“甲”累计2400 t（2022—2025年），",
                "截至2026年1月31日，「甲」累計2,400 t（2022—2025年），",
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
}
