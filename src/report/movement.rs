//! How a figure has moved and must move, as the headline tells it.

use alloc::string::{String, ToString};

use rust_decimal::Decimal;

use super::cell::Style;
use super::facts::Movement;
use super::number::{self, unit_of_values, with_unit};
use super::time_unit::TimeUnit;
use super::words::{Label, Phrase};
use crate::evidence::Evidence;
use crate::plan::{Goal, Target};
use crate::value::arithmetic::negated;
use crate::value::{Bound, Language, Unit};

/// A sentence on how the indicator has moved and must move: by rates where the path grows by a rate, else by amounts.
pub(super) fn movement_in_words(target: &Target, facts: &Evidence, style: Style) -> String {
    if target.goal().is_budget() {
        return budget_in_words(target, facts, style);
    }
    let by_rates = Movement::of(target, facts) == Some(Movement::Growth);
    // A growth that is promised by the year is told by it.
    let each = match target.goal() {
        Goal::AverageGrowth { .. } if by_rates => TimeUnit::Year,
        _ => TimeUnit::of(target, facts),
    };
    let [so_far, required] = if by_rates {
        each.rates(target, facts)
    } else {
        each.amounts(target, facts)
    };
    let is_by_year = matches!(each, TimeUnit::Year);
    let each = each.words(style.language);
    let Ok(moved) = so_far else {
        return String::new();
    };
    let bound = target.goal().bound();
    let told_by = match bound {
        Some(bound) if bound.is_cap() => ToldBy::Ceiling,
        _ if by_rates => ToldBy::Rate,
        _ => ToldBy::Amount,
    };
    let amount = |value: Decimal| {
        if by_rates {
            number::grouped(&number::percent(value.abs(), 3, style.language), style.language)
        } else {
            style.difference(value.abs(), target)
        }
    };
    let mut sentence = if moved.is_zero() {
        Label::HasNotChanged.words(style.language).to_string()
    } else {
        phrase_so_far(upwards(moved, target), told_by, [&amount(moved), each]).words(style.language)
    };
    let bound_in_values = target.goal_in_values().bound();
    let crossing = bound_in_values.and_then(|bound| crossing_in_words(bound, &unit_of_values(target), style));
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

/// The sentence on a value that stands exactly on a limit which it has to cross: nothing a year is required, and yet it
/// must move. `None` where the limit belongs to the bound.
fn crossing_in_words(bound: Bound, unit: &Unit, style: Style) -> Option<String> {
    let limit = |limit: Decimal| with_unit(&limit.to_string(), unit, style.language);
    match bound {
        Bound::MoreThan(value) => Some(Phrase::MustRiseAbove { limit: &limit(value) }.words(style.language)),
        Bound::LessThan(value) => Some(Phrase::MustFallBelow { limit: &limit(value) }.words(style.language)),
        _ => None,
    }
}

/// Whether the movement to a limit is the room that is left before it; beyond a limit, it leads back. In a band the
/// room lies on the side to which the value has moved.
fn is_room(movement: Decimal, bound: Option<Bound>, moved: Decimal) -> bool {
    has_room_above(bound, moved).is_some_and(|is_above| movement.is_zero() || is_above == (movement > Decimal::ZERO))
}

/// Whether the room that a limit leaves lies above its figure, by number; `None` where nothing limits it.
fn has_room_above(bound: Option<Bound>, moved: Decimal) -> Option<bool> {
    match bound? {
        Bound::Within(_) => Some(moved >= Decimal::ZERO),
        bound => Some(bound.is_cap()),
    }
}

/// The sentence on a value that has not moved in a band of values, and so may move either way, or in any band whose
/// edges are one, and so may move neither way; `None` of other goals.
fn standstill_in_words(target: &Target, facts: &Evidence, style: Style) -> Option<String> {
    let band = facts.goal_band.ok()?;
    let unit = &unit_of_values(target);
    let high = &with_unit(&style.value_text(band.high()), unit, style.language);
    if band.low() == band.high() {
        return Some(Phrase::MustStayAt { value: high }.words(style.language));
    }
    let Goal::Level(_) = target.goal_in_values() else {
        return None;
    };
    let low = &number::grouped(&style.value_text(band.low()), style.language);
    Some(Phrase::MustStayBetween { low, high }.words(style.language))
}

/// How fast the indicator may move without leaving its limit, and where no room is left, which way it may not move.
fn room_in_words(
    allowed: Decimal,
    moved: Decimal,
    target: &Target,
    [amount, each]: [&str; 2],
    language: Language,
) -> String {
    let is_above = has_room_above(target.goal().bound(), moved) == Some(true);
    let room = if is_above { Decimal::ONE } else { Decimal::NEGATIVE_ONE };
    // What may only be approached is not reached either.
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

/// How the indicator moved so far, in each year, week or day.
fn phrase_so_far(value: Decimal, told_by: ToldBy, [amount, each]: [&str; 2]) -> Phrase<'_> {
    match (told_by, value < Decimal::ZERO) {
        (ToldBy::Rate, false) => Phrase::HasGrown { amount, each },
        (ToldBy::Rate, true) => Phrase::HasFallen { amount, each },
        (ToldBy::Amount, false) => Phrase::HasGained { amount, each },
        (ToldBy::Amount, true) => Phrase::HasLost { amount, each },
        (ToldBy::Ceiling, false) => Phrase::HasRisenBy { amount, each },
        (ToldBy::Ceiling, true) => Phrase::HasFallenBy { amount, each },
    }
}

/// How the indicator has to move from now on, in each year, week or day.
fn phrase_required(value: Decimal, told_by: ToldBy, [amount, each]: [&str; 2]) -> Phrase<'_> {
    match (told_by, value < Decimal::ZERO) {
        (ToldBy::Rate, false) => Phrase::MustGrow { amount, each },
        (ToldBy::Rate, true) => Phrase::MustFall { amount, each },
        (ToldBy::Amount, false) => Phrase::MustGain { amount, each },
        (ToldBy::Amount, true) => Phrase::MustLose { amount, each },
        (ToldBy::Ceiling, false) => Phrase::MustRiseBy { amount, each },
        (ToldBy::Ceiling, true) => Phrase::MustFallBy { amount, each },
    }
}

/// How much of a budget was used by a time, and how much can be from now on.
fn budget_in_words(target: &Target, facts: &Evidence, style: Style) -> String {
    let unit = &unit_of_values(target);
    let each = TimeUnit::of(target, facts);
    let [used, left] = each.amounts(target, facts);
    let (Ok(used), each) = (used, each.words(style.language)) else {
        return String::new();
    };
    let amount = |value: Decimal| with_unit(&style.value_text(value), unit, style.language);
    let mut sentence = match used {
        none if none.is_zero() => Label::NothingUsed.words(style.language).to_string(),
        used => Phrase::HasUsed {
            amount: &amount(used),
            each,
        }
        .words(style.language),
    };
    let bound = target.goal().bound();
    match left {
        Ok(left) if left > Decimal::ZERO => {
            let amount = &amount(left);
            let may_use = match bound {
                Some(Bound::LessThan(_)) => Phrase::MayUseLessThan { amount, each },
                _ => Phrase::MayUseAtMost { amount, each },
            };
            sentence.push_str(&may_use.words(style.language));
        }
        Ok(_) => sentence.push_str(Label::NothingLeft.words(style.language)),
        Err(_) => {}
    }
    sentence
}

/// The difference, with its sign turned for a rank, which rises as its number falls.
pub(super) fn upwards(difference: Decimal, target: &Target) -> Decimal {
    if target.is_of_rank() {
        negated(difference)
    } else {
        difference
    }
}

/// The numbers by which a movement is told.
#[derive(Clone, Copy)]
enum ToldBy {
    Rate,
    Amount,
    /// A rate or an amount under a ceiling.
    Ceiling,
}
