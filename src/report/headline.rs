//! Where a target stands, in one sentence.

use alloc::string::{String, ToString};

use rust_decimal::Decimal;

use super::cell::Style;
use super::number;
use super::words::{choose, date, fill, with_unit};
use crate::assessment::Assessment;
use crate::evidence::{Evidence, Reason};
use crate::plan::{Indicator, Target};
use crate::rule::Status;
use crate::value::{Language, Unit};

const STANDS_AT: [&str; 3] = [
    "As of {0}, “{1}” stands at {2} ({3})",
    "截至{0}，“{1}”为{2}（{3}）",
    "截至{0}，「{1}」為{2}（{3}）",
];
const ABOVE: [&str; 3] = [", {0} above the path", "，比时序目标值高{0}", "，比時序目標值高{0}"];
const BELOW: [&str; 3] = [", {0} below the path", "，比时序目标值低{0}", "，比時序目標值低{0}"];
const ON_PATH: [&str; 3] = [", exactly on the path", "，正好达到时序目标值", "，正好達到時序目標值"];
const HAS_GROWN: [&str; 3] = [
    "; it has grown {0} a year",
    "；已实现年均增长{0}",
    "；已實現年均增長{0}",
];
const HAS_FALLEN: [&str; 3] = [
    "; it has fallen {0} a year",
    "；已实现年均下降{0}",
    "；已實現年均下降{0}",
];
const HAS_NOT_CHANGED: [&str; 3] = ["; it has not changed", "；至今没有变化", "；至今沒有變化"];
const AND_MUST_GROW: [&str; 3] = [
    " and must grow {0} a year from now on",
    "，今后须年均增长{0}",
    "，今後須年均增長{0}",
];
const AND_MUST_FALL: [&str; 3] = [
    " and must fall {0} a year from now on",
    "，今后须年均下降{0}",
    "，今後須年均下降{0}",
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
    sentence.push_str(&movement(facts, style, unit));
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

/// How it has moved, and must move: by rates of growth, or by amounts where there are no rates.
fn movement(facts: &Evidence, style: Style, unit: &Unit) -> String {
    let rate = |rate: Decimal| number::percent(rate.abs(), 3, style.language);
    let amount = |change: Decimal| with_unit(&style.value_text(change.abs()), unit, style.language);
    let has_rates = facts.growth_so_far.is_ok()
        && matches!(
            facts.growth_required_from_now,
            Ok(_) | Err(Reason::AlreadyMet | Reason::NoTimeLeft)
        );
    let (so_far, required) = if has_rates {
        (
            facts.growth_so_far.map(Decimal::from),
            facts.growth_required_from_now.map(Decimal::from),
        )
    } else {
        (facts.change_so_far, facts.change_required_from_now)
    };
    let shown = |value: Decimal| if has_rates { rate(value) } else { amount(value) };
    let Ok(moved) = so_far else {
        return String::new();
    };
    let moves = |value: Decimal, up: [&'static str; 3], down: [&'static str; 3]| {
        let sentence = if value < Decimal::ZERO { down } else { up };
        fill(choose(style.language, sentence), &[&shown(value)])
    };
    let mut sentence = if moved.is_zero() {
        choose(style.language, HAS_NOT_CHANGED).to_string()
    } else {
        moves(moved, HAS_GROWN, HAS_FALLEN)
    };
    if let Ok(required) = required {
        sentence.push_str(&moves(required, AND_MUST_GROW, AND_MUST_FALL));
        if let Some(times) = facts.times_faster.ok().filter(|_| has_rates) {
            sentence.push_str(&fill(choose(style.language, TIMES), &[&number::fixed(times, 2)]));
        }
    }
    sentence
}
