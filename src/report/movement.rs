//! How a figure has moved and must move, as the headline tells it.

use alloc::string::{String, ToString};

use rust_decimal::Decimal;

use super::cell::Style;
use super::facts::Movement;
use super::number::{self, unit_of_values, upwards, value_of_target, with_unit};
use super::time_unit::TimeUnit;
use super::tolerance::{tolerance_counted, tolerance_in_words};
use super::words::{Label, Phrase, when};
use crate::assessment::Assessment;
use crate::evidence::{Evidence, Fact, Missing, Reason};
use crate::plan::{Goal, MeasuredBy, Target};
use crate::rule::Status;
use crate::series::{Figure, Reading};
use crate::value::{Bound, Language, Period};

/// A sentence on how the indicator has moved so far, and then on what is required, told by rates if the path grows by a
/// rate, else by amounts. Of what is required the first that applies is told:
///
/// 1. The value stands on a limit that it has to cross: that it must move beyond it.
/// 2. The value keeps within a limit: how far it may move, or, if it has not moved in a band, between which values.
/// 3. How it must move, and by a rate a year also how many times as fast as so far.
///
/// A budget is told by what was used and what is left. Empty where the movement so far is not known. Of a figure that
/// is too old to be judged, and of what is missed, nothing is told that counts from now on.
pub(super) fn movement_in_words(target: &Target, assessment: &Assessment, style: Style) -> String {
    let facts = &assessment.evidence;
    let untold = why_untold(assessment);
    let told = |required: Fact<Decimal>| untold.map_or(required, Err);
    let observed = facts.observed.ok();
    let is_in_tolerance =
        observed.is_some_and(|figure| tolerance_in_words(figure, target, assessment, style.language).is_some());
    let tolerance = if is_in_tolerance {
        String::new()
    } else {
        tolerance_counted(target, style.language)
    };
    let mut sentence = if target.goal().is_budget() {
        budget_in_words(target, facts, told, &tolerance, style)
    } else {
        values_in_words(Telling::of(target, facts, style), told, &tolerance)
    };
    let breach = breach_by_deadline(target, facts).filter(|_| untold.is_none() && !sentence.is_empty());
    if let Some(breach) = breach {
        let when = &when(breach, style.language);
        // What no figure shows yet is only to be expected, even if its day is past.
        let is_past = breach.last() < assessment.as_of.date();
        let phrase = match (is_in_tolerance, is_past) {
            (false, false) => Phrase::LeavesLimit { when },
            (false, true) => Phrase::HasLeftLimit { when },
            (true, false) => Phrase::LeavesTolerance { when },
            (true, true) => Phrase::HasLeftTolerance { when },
        };
        sentence.push_str(&phrase.words(style.language));
    }
    sentence
}

/// The words on how the indicator must move to reach the next milestone; empty where that is not known, or the same as
/// what is told of the goal, and of a limit.
pub(super) fn way_to_milestone_in_words(target: &Target, assessment: &Assessment, style: Style) -> String {
    let telling = Telling::of(target, &assessment.evidence, style);
    let [so_far, from_now_on] = telling.moved();
    let is_told = so_far.is_ok() && !telling.facts.is_limit && why_untold(assessment).is_none();
    let until_then = telling.each.to_milestone(telling.facts, telling.by_rates);
    let [until_then, from_now_on] = [until_then, from_now_on].map(|required| Some(telling.must(required.ok()?)));
    let what = until_then.filter(|what| is_told && from_now_on.as_ref() != Some(what));
    what.map_or_else(String::new, |what| {
        Phrase::ForMilestone { what: &what }.words(style.language)
    })
}

/// Why nothing is told that counts from now on: the figure is too old to be judged, or the promise is missed. `None`
/// where it is told.
fn why_untold(assessment: &Assessment) -> Option<Missing> {
    match assessment.verdict.reason {
        Reason::Missing(missing @ Missing::Stale { .. }) => Some(missing),
        _ if assessment.verdict.status == Status::Missed => Some(Missing::AlreadyExceeded),
        _ => None,
    }
}

/// The period in which a limit is left, if the pace so far leads there by the deadline.
fn breach_by_deadline(target: &Target, facts: &Evidence) -> Option<Period> {
    let is_in_time = |breach: &Period| target.stands_at(*breach) <= target.stands_at(target.deadline());
    facts.breach.ok().filter(is_in_time)
}

/// How the movements of the values of a target are told.
#[derive(Clone, Copy)]
struct Telling<'a> {
    target: &'a Target,
    facts: &'a Evidence,
    style: Style,
    /// By rates if the path grows by a rate, else by amounts.
    by_rates: bool,
    /// For each of which unit of time.
    each: TimeUnit,
}

impl<'a> Telling<'a> {
    fn of(target: &'a Target, facts: &'a Evidence, style: Style) -> Self {
        let by_rates = Movement::of(target, facts) == Some(Movement::Growth);
        // A growth that is promised by the year is told by the year.
        let each = match target.goal() {
            Goal::AverageGrowth { .. } if by_rates => TimeUnit::Year,
            _ => TimeUnit::of(target, facts),
        };
        Self {
            target,
            facts,
            style,
            by_rates,
            each,
        }
    }

    /// The movement so far, and what is required from now on.
    fn moved(self) -> [Fact<Decimal>; 2] {
        if self.by_rates {
            self.each.rates(self.target, self.facts)
        } else {
            self.each.amounts(self.target, self.facts)
        }
    }

    /// The unit of time, as *year*.
    const fn each_words(self) -> &'static str {
        self.each.words(self.style.language)
    }

    /// The words for the size of a movement; of a sum, with its sign.
    fn amount(self, value: Decimal) -> String {
        let style = self.style;
        if matches!(self.told_by(), ToldBy::Sum) {
            style.difference(value, self.target)
        } else if self.by_rates {
            number::grouped(&number::percent(value.abs(), 3, style.language), style.language)
        } else {
            style.difference(value.abs(), self.target)
        }
    }

    /// How the indicator must move: must gain so much a year.
    fn must(self, required: Decimal) -> String {
        let (up, amount) = (upwards(required, self.target), &self.amount(required));
        phrase_required(up, self.told_by(), [amount, self.each_words()]).words(self.style.language)
    }

    /// The words in which the movements are told.
    fn told_by(self) -> ToldBy {
        match self.target.goal().bound() {
            _ if matches!(self.target.goal(), Goal::Cumulative(_)) => ToldBy::Sum,
            Some(bound) if bound.is_cap() || self.target.is_of_rank() => ToldBy::Ceiling,
            _ if self.by_rates => ToldBy::Rate,
            _ => ToldBy::Amount,
        }
    }
}

/// The movement of values: see [`movement_in_words`]. What is `told` of what is required may be less than what is
/// known; behind it stand the words on the `tolerance` that it counts.
fn values_in_words(telling: Telling<'_>, told: impl Fn(Fact<Decimal>) -> Fact<Decimal>, tolerance: &str) -> String {
    let Telling {
        target, facts, style, ..
    } = telling;
    let language = style.language;
    let [so_far, required] = telling.moved();
    let required = told(required);
    let Ok(moved) = so_far else {
        return String::new();
    };
    let (told_by, each) = (telling.told_by(), telling.each_words());
    let mut sentence = if moved.is_zero() && !matches!(told_by, ToldBy::Sum) {
        stillness(target).words(language).to_string()
    } else {
        phrase_so_far(upwards(moved, target), told_by, [&telling.amount(moved), each]).words(language)
    };
    let crossing = crossing_in_words(target, facts, style);
    if let Some(words) = crossing.filter(|_| required.is_ok_and(|required| required.is_zero())) {
        sentence.push_str(&words);
        sentence.push_str(tolerance);
    } else if let Some(allowed) = required
        .ok()
        .filter(|required| facts.is_limit && is_room(*required, target.goal().bound(), moved))
    {
        let amounts = [&*telling.amount(allowed), each];
        // Of a band that a value has not left, both edges are told as they were promised.
        if let Some(still) = standstill_in_words(target, facts, style).filter(|_| moved.is_zero()) {
            sentence.push_str(&still);
        } else {
            sentence.push_str(&room_in_words(allowed, moved, target, amounts, language));
            sentence.push_str(tolerance);
        }
    } else if let Ok(required) = required {
        let what = &telling.must(required);
        sentence.push_str(&Phrase::FromNowOn { what }.words(language));
        let is_by_yearly_rates = telling.by_rates && matches!(telling.each, TimeUnit::Year);
        if let Some(times) = facts.times_faster.ok().filter(|_| is_by_yearly_rates) {
            let times = &number::grouped(&number::times(times), language);
            sentence.push_str(&Phrase::TimesAsFast { times }.words(language));
        }
        sentence.push_str(tolerance);
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
/// away than used, and how much may be used from now on, of which that is `told`; of one beyond its limit that can fall
/// again, how it must. Empty where the use so far is not known.
fn budget_in_words(
    target: &Target,
    facts: &Evidence,
    told: impl Fn(Fact<Decimal>) -> Fact<Decimal>,
    tolerance: &str,
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
    let Ok(left) = told(left) else {
        return sentence;
    };
    if left.is_zero() {
        sentence.push_str(Label::NothingLeft.words(style.language));
        return sentence;
    }
    let amount = &amount(left.abs());
    let from_now = match target.goal().bound() {
        _ if left < Decimal::ZERO => Phrase::SumMustFallBy { amount, each },
        Some(Bound::LessThan(_)) => Phrase::MayUseLessThan { amount, each },
        _ => Phrase::MayUseAtMost { amount, each },
    };
    sentence.push_str(&from_now.words(style.language));
    sentence.push_str(tolerance);
    sentence
}

/// The words in which a movement is told.
#[derive(Clone, Copy)]
enum ToldBy {
    /// Growing and falling by a rate.
    Rate,
    /// Gaining and losing an amount.
    Amount,
    /// Rising and falling by a rate or an amount, under an upper limit; of a rank by places.
    Ceiling,
    /// Coming to an amount, with its sign, as a sum since the baseline does.
    Sum,
}
