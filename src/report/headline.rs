//! Where a target stands, in one sentence.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::iter;

use rust_decimal::Decimal;

use super::by_rule::status_with_class;
use super::cell::Style;
use super::facts::bound_of_values;
use super::movement::{movement_in_words, upwards};
use super::number::{self, PLACES_OF_GROWTH, value_of_target};
use super::part_words::{name_of, names_a_part, status_by_first, worst_of};
use super::words::{Label, Phrase, date, in_brackets, when};
use crate::assessment::{Assessment, PartsAssessment};
use crate::evidence::{Caveat, Evidence, Ground, Reason, Record};
use crate::plan::{Goal, Indicator, MeasuredBy, Target};
use crate::rule::Status;
use crate::series::{Agreement, AsOf, Figure, Observation, Reading};
use crate::value::arithmetic::negated;
use crate::value::{Code, Interval, Language, Period};

/// Where a target stands, in one sentence: what was seen, how far that is from the path, how fast it has grown and must
/// grow from now on, and the status.
///
/// # Examples
///
/// ```
/// use milepost::report::headline;
/// use milepost::{Bound, Goal, Indicator, Language, Measure, Quantity, Rule, Series, Target, Unit, assess, date, dec};
///
/// let share = Quantity::new(Measure::Share, Unit::percent());
/// let goal = Goal::level(Bound::AtLeast(dec!(88)));
/// let target = Target::builder("air".parse()?, share.clone(), goal, "2026".parse()?).build()?;
/// let indicator = Indicator::new("air".parse()?, "Days with good air".try_into()?, share);
/// let series = Series::empty("air".parse()?, Unit::percent());
///
/// let assessment = assess(&target, &series, date("2026-01-31")?, &Rule::pace());
/// assert_eq!(
///     headline(&indicator, &target, &assessment, Language::English),
///     "As of 2026-01-31, nobody can say where “Days with good air” stands: no figure is known."
/// );
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn headline(indicator: &Indicator, target: &Target, assessment: &Assessment, language: Language) -> String {
    // Where nothing is due of any part, and nothing was seen, none of them is told.
    let is_told =
        |parts: &PartsAssessment| names_a_part(parts) || parts.all.len() == 1 || assessment.evidence.observed.is_ok();
    let part = assessment.parts.as_deref().filter(|parts| is_told(parts));
    let part = part.and_then(|parts| parts.deciding_part.as_ref());
    headline_naming(part, indicator, target, assessment, language)
}

/// The sentence of a target that names a part too, if one is given.
pub(super) fn headline_naming(
    part: Option<&Code>,
    indicator: &Indicator,
    target: &Target,
    assessment: &Assessment,
    language: Language,
) -> String {
    let promised = target;
    let target = promised.in_force_on(assessment.as_of.date());
    let facts = &assessment.evidence;
    let verdict = assessment.verdict;
    let name = &name_of(indicator, target, part, language);
    let day = &date(assessment.as_of.date(), language);
    let reason = || with_first_promise(verdict.reason.words(language), indicator, assessment, language);
    let seen_last = assessment.deciding_figure.or(facts.observed.ok());
    let Some(figure) = seen_last.or_else(|| judged_baseline(assessment)) else {
        let reason = &reason();
        let phrase = match verdict.status {
            Status::NotDue => Phrase::NotDue { day, name, reason },
            _ => Phrase::NotSeen { day, name, reason },
        };
        return phrase.words(language);
    };
    let style = Style::new(target, Some(figure), language);
    let is_past = facts
        .observed
        .is_ok_and(|latest| figure.period.end() < latest.period.end());
    let mut sentence = figure_in_words(figure, is_past, target, style, [day, name]);
    sentence.push_str(&standing_in_words(figure, target, assessment, style));
    if let Some(record) = facts.record.ok().filter(|_| verdict.status != Status::NotDue) {
        let asked = &asked_in_words(&record, promised, assessment.as_of, language);
        sentence.push_str(&record_in_words(&record, figure, asked, language));
    } else {
        sentence.push_str(&pending_in_words(figure, target, assessment, language));
    }
    let parts = assessment.parts.as_deref();
    if let Some(parts) = parts.filter(|parts| parts.all.len() > 1 && verdict.status != Status::NotDue) {
        sentence.push_str(Label::Semicolon.words(language));
        sentence.push_str(&worst_of(parts, language));
    }
    let status = status_in_words(assessment, language);
    // Where two figures decided, that is more than the one that is told.
    let is_between = matches!(verdict.reason, Reason::Ground(Ground::DeadlineBetweenFigures { .. }));
    let end = if is_between || !verdict.status.is_judged() {
        Phrase::JudgedSince {
            status: &status,
            reason: &reason(),
        }
    } else {
        Phrase::Judged {
            status: &with_first_promise(status, indicator, assessment, language),
        }
    };
    sentence.push_str(&end.words(language));
    sentence
}

/// The words on how the `figure` that is told stands to the promise: how far it is from the path or the limit, how it
/// has moved and must move, the next milestone, a newer bound, and that sources differ. What is promised is named where
/// nothing else would say why the status is this one.
///
/// The facts are of the latest figure with a value: what another one decided says nothing of them. Where nothing is
/// due, nothing is required.
fn standing_in_words(figure: Figure, target: &Target, assessment: &Assessment, style: Style) -> String {
    let (facts, status) = (&assessment.evidence, assessment.verdict.status);
    let is_of_facts = facts.observed == Ok(figure) && status != Status::NotDue;
    let told = |words: fn(&Target, &Assessment, Style) -> String| {
        if is_of_facts {
            words(target, assessment, style)
        } else {
            String::new()
        }
    };
    let (gap, movement) = (told(gap_in_words), told(movement_in_words));
    let mut words = String::new();
    // A rule that measures a number of its own has a class that says why.
    let is_unsaid = movement.is_empty() && assessment.verdict.measured.is_none() && status.is_judged();
    let has_no_gap = gap.is_empty() || is_missed_on_path(status, facts);
    if has_no_gap && (status.is_final() || is_unsaid) && facts.record.is_err() {
        let what = &target.asked_words(style.language);
        words.push_str(&Phrase::WasPromised { what }.words(style.language));
    }
    words.push_str(&gap);
    words.push_str(&movement);
    words.push_str(&told(next_milestone_in_words));
    words.push_str(&told(newer_bound_in_words));
    let newer = facts.newer_bound.filter(|_| is_of_facts);
    if iter::once(figure)
        .chain(newer)
        .any(|figure| figure.agreement == Agreement::Differ)
    {
        words.push_str(Label::SourcesDiffer.words(style.language));
    }
    words
}

/// Whether a value was missed that stands exactly on the path, as on a limit that does not belong to the bound.
fn is_missed_on_path(status: Status, facts: &Evidence) -> bool {
    status == Status::Missed && facts.gap.is_ok_and(|gap| gap.is_zero())
}

/// The words on a deadline that is over while its value is still to come, so that another figure decided, or an
/// estimate of its own; else empty.
fn pending_in_words(figure: Figure, target: &Target, assessment: &Assessment, language: Language) -> String {
    let (verdict, deadline) = (assessment.verdict, target.deadline());
    let is_pending = verdict.status.is_judged() && verdict.caveats.contains(Caveat::DeadlineValuePending);
    if !is_pending {
        return String::new();
    }
    let period = &deadline.words(language);
    // A longer average may end with the deadline, and is not its value.
    if figure.period.end() < deadline.end() || verdict.caveats.contains(Caveat::LongerPeriod) {
        Phrase::IsPending { period }.words(language)
    } else {
        Phrase::IsPendingFinally { period }.words(language)
    }
}

/// The status with the class of the rule, and that it was reached before the deadline.
fn status_in_words(assessment: &Assessment, language: Language) -> String {
    let verdict = assessment.verdict;
    let status = status_with_class(verdict.status, assessment.class.as_ref(), language);
    if verdict.status == Status::Achieved && verdict.caveats.contains(Caveat::Early) {
        Phrase::ReachedEarly { status: &status }.words(language)
    } else {
        status
    }
}

/// The baseline with its value as a figure, if the rule measured something; `None` if it did not, or without a value.
/// It is told where no later figure is known.
fn judged_baseline(assessment: &Assessment) -> Option<Figure> {
    let is_measured = assessment.verdict.measured.is_some();
    let baseline = assessment.evidence.baseline.ok().filter(|_| is_measured)?;
    Some(Figure::of(&Observation::new(baseline.period, baseline.value)))
}

/// The words for how a target stands, and after them its status by the first promise, if that is a different one and at
/// least one of the two is judged (the other may be not due, since the baseline was moved).
fn with_first_promise(words: String, indicator: &Indicator, assessment: &Assessment, language: Language) -> String {
    let now = assessment.verdict.status;
    match assessment.by_first_promise.as_deref() {
        Some(first) if first.verdict.status != now && (now.is_judged() || first.verdict.status.is_judged()) => {
            let (words, first) = (&words, &status_by_first(indicator, [assessment, first], language));
            Phrase::ByFirstPromise { words, first }.words(language)
        }
        _ => words,
    }
}

/// The sentence on the figure that decided, which `is_past` where a later one is known: its growth since the baseline
/// if it is a chained index; else to what it comes in all if it is a sum since the baseline; else its value, about its
/// value, or its limits. `day` and `name` are the words for the day of the question and the name of the target.
fn figure_in_words(figure: Figure, is_past: bool, target: &Target, style: Style, [day, name]: [&str; 2]) -> String {
    let language = style.language;
    let period = &in_brackets(figure.period, language);
    if target.goal().measured_by() == MeasuredBy::YearlyRates {
        return index_in_words(figure.reading, target, [day, name, period], language);
    }
    let is_sum = matches!(target.goal(), Goal::Cumulative(_));
    let value = &match figure.reading {
        Reading::Interval(limits) => limits_in_words(limits, target, language),
        Reading::Approximate(value) => value_of_target(&style.value_text(value), target, language),
        Reading::Exact(_) | Reading::Missing => value_of_target(&style.figure(Ok(figure)).text, target, language),
    };
    let phrase = match figure.reading {
        Reading::Approximate(_) if is_sum => Phrase::ComesToAbout {
            day,
            name,
            value,
            period,
        },
        _ if is_sum => Phrase::ComesTo {
            day,
            name,
            value,
            period,
        },
        Reading::Interval(_) => Phrase::Is {
            day,
            name,
            value,
            period,
        },
        Reading::Approximate(_) => Phrase::StandsAtAbout {
            day,
            name,
            value,
            period,
        },
        Reading::Exact(_) | Reading::Missing if is_past => Phrase::StoodAt {
            day,
            name,
            value,
            period,
        },
        Reading::Exact(_) | Reading::Missing => Phrase::StandsAt {
            day,
            name,
            value,
            period,
        },
    };
    phrase.words(language)
}

/// The sentence on a chained index, by its growth since the baseline: a number, about a number, or its limits. `day`,
/// `name` and `period` are the words for the day of the question, the name of the target and the period of the figure.
fn index_in_words(index: Reading, target: &Target, [day, name, period]: [&str; 3], language: Language) -> String {
    let has_fallen = index.value().is_some_and(|index| index < Decimal::ONE);
    let size = |index| number::percent(growth_since_baseline(index).abs(), PLACES_OF_GROWTH, language);
    let value = &match index {
        Reading::Exact(index) => size(index),
        Reading::Approximate(index) => format!("≈ {}", size(index)),
        Reading::Interval(limits) => limits_in_words(limits, target, language),
        Reading::Missing => String::new(),
    };
    let phrase = if index == Reading::Exact(Decimal::ONE) {
        Phrase::IsUnchangedSinceBaseline { day, name, period }
    } else if has_fallen {
        Phrase::HasFallenSinceBaseline {
            day,
            name,
            value,
            period,
        }
    } else {
        Phrase::HasGrownSinceBaseline {
            day,
            name,
            value,
            period,
        }
    };
    phrase.words(language)
}

/// The growth since the baseline of an index that is chained from yearly rates, begins with 1, and that nobody
/// publishes.
fn growth_since_baseline(index: Decimal) -> Decimal {
    index.checked_sub(Decimal::ONE).unwrap_or(index)
}

/// The limits between which a value lies, in the words of promises: `at least 1,700 t, less than 1,800 t`; of a chained
/// index, those of its growth since the baseline.
fn limits_in_words(limits: Interval, target: &Target, language: Language) -> String {
    let both: Vec<_> = limits
        .bounds()
        .map(|bound| target.limit_words(bound, language))
        .collect();
    both.join(Label::Comma.words(language))
}

/// The words on what was asked of the periods that are known: by the version of the target by which all of them are
/// judged, else that each is by its own. Empty of a condition. `target` is the target with its amendments.
pub(super) fn asked_in_words(record: &Record, target: &Target, as_of: AsOf, language: Language) -> String {
    if !record.is_asked_alike {
        let what = Label::InForceThen.words(language);
        return Phrase::Asked { what }.words(language);
    }
    let today = as_of.date();
    let judged_on = record.latest_period().map(|latest| target.measured_on(latest));
    let version = target.in_force_on(judged_on.map_or(today, |day| day.min(today)));
    if version.is_condition() {
        return String::new();
    }
    let what = &version.asked_words(language);
    match version.goal() {
        Goal::Keep {
            kept_in: Some(count), ..
        } => {
            let count = &count.to_string();
            Phrase::AskedSome { what, count }.words(language)
        }
        _ => Phrase::Asked { what }.words(language),
    }
}

/// The words on how many periods the promise was kept in, and of how many that is known, with what was `asked` of them
/// and the last in which it was not kept, unless the `figure` that is told is of that one; empty if it is known of
/// none.
fn record_in_words(record: &Record, figure: Figure, asked: &str, language: Language) -> String {
    let known = &record.known().to_string();
    let (kept, unknown) = (&record.kept.to_string(), &record.unknown.to_string());
    if known == "0" {
        return String::new();
    }
    let mut words = if record.unknown == 0 {
        Phrase::KeptIn { asked, kept, known }.words(language)
    } else {
        Phrase::KeptInKnown {
            asked,
            kept,
            known,
            unknown,
        }
        .words(language)
    };
    let is_told = |broken: &Period| broken.first() <= figure.period.first() && figure.period.last() <= broken.last();
    if let Some(broken) = record.last_broken.filter(|broken| !is_told(broken)) {
        let when = &when(broken, language);
        words.push_str(&Phrase::LastBroken { when }.words(language));
    }
    words
}

/// The words on how far the figure lies above or below the path, or the limit that is held all along: of things that
/// come one by one, from the whole number that decides. Empty if there is no such distance, and if the rule measured a
/// number of its own, unless the distance is from a limit.
fn gap_in_words(target: &Target, assessment: &Assessment, style: Style) -> String {
    let facts = &assessment.evidence;
    // A budget that is used up is beyond its limit, and no more beside its path.
    let excess = facts
        .remaining
        .ok()
        .filter(|left| target.goal().is_budget() && *left < Decimal::ZERO);
    let is_limit = excess.is_some() || expects_limit(facts, target);
    let told = excess
        .map(negated)
        .or_else(|| gap_that_decides(assessment))
        .filter(|_| is_limit || assessment.verdict.measured.is_none());
    let Some(gap) = told else {
        return String::new();
    };
    let amount = &match target.goal().measured_by() {
        // As the growth in all is told.
        MeasuredBy::YearlyRates => number::points_of_growth(gap.abs(), PLACES_OF_GROWTH, style.language),
        MeasuredBy::Levels => style.difference(gap.abs(), target),
    };
    let is_above = match upwards(gap, target) {
        gap if gap.is_zero() && is_limit => return Label::AtLimit.words(style.language).to_string(),
        gap if gap.is_zero() => return Label::OnPath.words(style.language).to_string(),
        gap => gap > Decimal::ZERO,
    };
    let phrase = match (is_limit, is_limit && is_floor(facts, target), is_above) {
        (false, _, true) => Phrase::AbovePath { amount },
        (false, _, false) => Phrase::BelowPath { amount },
        (true, true, true) => Phrase::AboveFloor { amount },
        (true, true, false) => Phrase::BelowFloor { amount },
        (true, false, true) => Phrase::AboveLimit { amount },
        (true, false, false) => Phrase::BelowLimit { amount },
    };
    phrase.words(style.language)
}

/// Observed − expected, as it decides: of things that come one by one, from the whole number that is to be reached, if
/// the pace decided. A limit and the goal itself are no whole numbers because of that.
fn gap_that_decides(assessment: &Assessment) -> Option<Decimal> {
    let facts = &assessment.evidence;
    let (expected, gap) = (facts.expected.ok()?, facts.gap.ok()?);
    let is_by_pace = matches!(
        assessment.verdict.reason,
        Reason::Ground(Ground::Pace | Ground::NothingDueYet)
    );
    match facts.expected_to_decide {
        Ok(to_reach) if is_by_pace => gap.checked_add(expected.checked_sub(to_reach)?),
        _ => Some(gap),
    }
}

/// Whether the limit that is expected at the figure may not be fallen below. A rank falls as its number rises.
fn is_floor(facts: &Evidence, target: &Target) -> bool {
    let bound = bound_of_values(target, facts);
    let [low, high] = bound.map_or([None, None], |bound| [bound.low(), bound.high()]);
    let lowest = if target.is_of_rank() { high } else { low };
    lowest.is_some() && lowest == facts.expected.ok()
}

/// The milestone that is due next, before the goal from which what is required is told; empty where there is none, and
/// where the status is final.
fn next_milestone_in_words(target: &Target, assessment: &Assessment, style: Style) -> String {
    let milestone = assessment.evidence.next_milestone;
    let Some(milestone) = milestone.filter(|_| !assessment.verdict.status.is_final()) else {
        return String::new();
    };
    let value = &value_of_target(&style.stated_point(Ok(milestone)).text, target, style.language);
    let period = &in_brackets(milestone.period, style.language);
    Phrase::NextMilestoneIs { value, period }.words(style.language)
}

/// The figure that came after the one that is told, of which only limits are known; empty where there is none.
fn newer_bound_in_words(target: &Target, assessment: &Assessment, style: Style) -> String {
    let limits = assessment.evidence.newer_bound.and_then(|figure| match figure.reading {
        Reading::Interval(limits) => Some((limits, figure.period)),
        _ => None,
    });
    let Some((limits, period)) = limits else {
        return String::new();
    };
    let limits = &limits_in_words(limits, target, style.language);
    let value = &match target.goal().measured_by() {
        MeasuredBy::YearlyRates => Phrase::GrowthInAll { amount: limits }.words(style.language),
        MeasuredBy::Levels => limits.clone(),
    };
    let period = &in_brackets(period, style.language);
    Phrase::NewerIs { value, period }.words(style.language)
}

/// Whether the value that is expected at the figure is the limit itself. So it is for a limit that is held all along,
/// and for any limit at its deadline.
fn expects_limit(facts: &Evidence, target: &Target) -> bool {
    let bound = bound_of_values(target, facts).filter(|_| facts.is_limit);
    let limits = bound.map_or([None, None], |bound| [bound.low(), bound.high()]);
    facts.expected.is_ok_and(|expected| limits.contains(&Some(expected)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::assess;
    use crate::dec;
    use crate::plan::Baseline;
    use crate::rule::Rule;
    use crate::series::Series;
    use crate::value::{Bound, Length, Measure, Quantity, Unit, date as day};

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
            let period: Period = period.parse().unwrap();
            let published = period.last().checked_add_days(chrono::Days::new(26)).unwrap();
            Observation::new(period, value).published_on(published)
        };
        let unit = quantity.unit().clone();
        let series = Series::new("a".parse().unwrap(), unit, figures.iter().map(observation).collect()).unwrap();
        let target = Target::builder("t".parse().unwrap(), quantity.clone(), goal, "2026".parse().unwrap())
            .baseline(baseline)
            .build()
            .unwrap();
        let indicator = Indicator::new("a".parse().unwrap(), "甲".try_into().unwrap(), quantity);
        let assessment = assess(&target, &series, day("2026-01-31").unwrap(), &Rule::pace());
        [
            Language::English,
            Language::SimplifiedChinese,
            Language::TraditionalChinese,
        ]
        .map(|language| headline(&indicator, &target, &assessment, language))
    }

    fn share() -> Quantity {
        Quantity::new(Measure::Share, Unit::percent())
    }

    #[test]
    fn a_rank_rises_as_its_number_falls() {
        let rank = || Quantity::new(Measure::Rank, Unit::new("rank".parse().unwrap(), 0).unwrap());
        for (bound, from, to, words) in [
            (
                Bound::AtMost(dec!(3)),
                dec!(9),
                dec!(5),
                "0.8 places below the path; it has risen by 1 place a year and must rise by 2 places a year from now on: lagging.",
            ),
            (
                Bound::AtMost(dec!(3)),
                dec!(9),
                dec!(10),
                "5.8 places below the path; it has fallen by 0.25 places a year and must rise by 7 places a year from now on: \
                 worsening.",
            ),
            (
                Bound::AtMost(dec!(10)),
                dec!(5),
                dec!(7),
                "3 places above the floor; it has fallen by 0.5 places a year and may fall by at most 3 places a year from now \
                 on: on track.",
            ),
        ] {
            let [sentence, _, _] = told(rank(), Goal::level(bound), from, &[("2025", to)]);
            assert!(sentence.ends_with(words), "{sentence}");
        }
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
                "截至2026年1月31日，“甲”为900 t（2025年），比时序目标值高55.13 t；此前年均下降2.600%，今后须年均下降10.000%，\
                 为此前的3.85倍：滞后。",
                "截至2026年1月31日，「甲」為900 t（2025年），比時序目標值高55.13 t；此前年均下降2.600%，今後須年均下降10.000%，\
                 為此前的3.85倍：落後。"
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
                "截至2026年1月31日，“甲”为88%（2025年），正好达到时序目标值；此前年均增加2个百分点，今后须年均增加2个百分点：符合预期。",
                "截至2026年1月31日，「甲」為88%（2025年），正好達到時序目標值；此前年均增加2個百分點，今後須年均增加2個百分點：符合預期。"
            ]
        );
    }

    #[test]
    fn a_label_that_begins_with_a_number_stands_apart_from_it() {
        for (measure, label, words) in [
            (
                Measure::Index,
                "2015 = 100",
                "“甲” stands at 91.2 (2015 = 100) (2025), 7.2 points above the path; ",
            ),
            (
                Measure::Stock,
                "1,000 people",
                "“甲” stands at 91.2 (1,000 people) (2025), 7.2 (1,000 people) above the path; ",
            ),
        ] {
            let unit = Unit::new("u".parse().unwrap(), 0).unwrap();
            let quantity = Quantity::new(measure, unit.with_label(label.try_into().unwrap()));
            let goal = Goal::addition(Bound::AtMost(dec!(-20)));
            let [english, ..] = told(quantity, goal, dec!(100), &[("2025", dec!(91.2))]);
            assert!(english.contains(words), "{english}");
        }
    }

    #[test]
    fn digits_that_nobody_measured_are_rounded() {
        for (goal, from, to, words) in [
            (
                dec!(55),
                dec!(68.5534591194968),
                dec!(46.7336683417085),
                "stands at 46.73 % (2025), 8.27 percentage points below the floor; it has lost 5.45 percentage points",
            ),
            (
                dec!(0.7),
                dec!(0.14539557039725987),
                dec!(0.060830649445355024),
                "stands at 0.0608 % (2025), 0.5282 percentage points below the path; it has lost 0.0211 percentage points",
            ),
            (
                dec!(90),
                dec!(80),
                dec!(88.12345678),
                "stands at 88.12345678 % (2025), 0.12345678 percentage points above the path; it has gained 2.0308642 ",
            ),
        ] {
            let [english, ..] = told(share(), Goal::level(Bound::AtLeast(goal)), from, &[("2025", to)]);
            assert!(english.contains(words), "{english}");
        }
    }

    #[test]
    fn what_comes_one_by_one_has_no_digits_behind_the_point() {
        let firms = Unit::new("firm".parse().unwrap(), 0).unwrap().counted_whole().unwrap();
        let quantity = Quantity::new(Measure::Stock, firms);
        for (figure, words) in [
            (dec!(5499.0), "stands at 5,499 firm (2025)"),
            (dec!(500.00), "stands at 500 firm "),
        ] {
            let goal = Goal::level(Bound::AtLeast(dec!(6000)));
            let [english, ..] = told(quantity.clone(), goal, dec!(100), &[("2025", figure)]);
            assert!(english.contains(words), "{english}");
        }
    }

    #[test]
    fn a_fiscal_year_stands_in_one_pair_of_brackets() {
        let goal = Goal::level(Bound::AtLeast(dec!(90)));
        let told = told(share(), goal, dec!(80), &[("2024-04-01/P1Y", dec!(88))]);
        for (sentence, words) in told.iter().zip([
            "stands at 88 % (fiscal year 2024/25, April to March), ",
            "为88%（2024/25财政年度，4月至次年3月），",
            "為88%（2024/25財政年度，4月至次年3月），",
        ]) {
            assert!(sentence.contains(words), "{sentence}");
        }
    }

    #[test]
    fn what_is_achieved_requires_nothing_more() {
        let goal = Goal::level(Bound::AtLeast(dec!(90)));
        let [english, ..] = told(share(), goal, dec!(80), &[("2025", dec!(91.5))]);
        assert_eq!(
            english,
            "As of 2026-01-31, “甲” stands at 91.5 % (2025), 3.5 percentage points above the path; it has gained 2.88 percentage points \
             a year: achieved before the deadline."
        );
    }

    #[test]
    fn what_is_too_old_says_so() {
        let goal = Goal::level(Bound::AtLeast(dec!(90)));
        let [english, ..] = told(share(), goal, dec!(80), &[("2022", dec!(81))]);
        assert_eq!(
            english,
            "As of 2026-01-31, “甲” stands at 81 % (2022), 1 percentage point below the path; it has gained 1 percentage point a year: \
             unknown, since the last figure that can be judged, of 2022, is 3.09 years old: too old to say anything \
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
                "截至2026年1月31日，“甲”为5.4%（2025年），比时序目标值高1.2个百分点；此前年均上升0.1个百分点，今后须年均下降1.4个百分点：\
                 背离目标。",
                "截至2026年1月31日，「甲」為5.4%（2025年），比時序目標值高1.2個百分點；此前年均上升0.1個百分點，今後須年均下降1.4個百分點：\
                 背離目標。"
            ]
        );
    }

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

    #[test]
    fn a_chain_of_rates_is_told_as_growth() {
        let rates = Quantity::new(Measure::GrowthRate, Unit::percent());
        let goal = Goal::Change {
            requirement: Bound::AtLeast(dec!(0.4)).into(),
            measured_by: MeasuredBy::YearlyRates,
        };
        let figures = ["2022", "2023", "2024", "2025"].map(|year| (year, dec!(6)));
        let [english, ..] = told_since(Baseline::observed("2021".parse().unwrap()), rates, goal, &figures);
        assert_eq!(
            english,
            "As of 2026-01-31, “甲” has grown by 26.25 % in all (2022–2025), 4.64 percentage points below the path; it has grown 6.000 % a \
             year and must grow 10.893 % a year from now on, 1.82 times as fast: lagging."
        );
    }

    #[test]
    fn what_is_kept_counts_its_periods() {
        let goal = Goal::keep(Bound::AtMost(dec!(5.5)), Length::YEAR);
        let figures = [
            ("2022", dec!(5.4)),
            ("2023", dec!(5.6)),
            ("2024", dec!(5.5)),
            ("2025", dec!(5.1)),
        ];
        assert_eq!(
            told(share(), goal, dec!(5), &figures),
            [
                "As of 2026-01-31, “甲” stands at 5.1 % (2025); periods kept (at most 5.5 %): 3 of 4, last broken in 2023: lagging.",
                "截至2026年1月31日，“甲”为5.1%（2025年）；4期中3期符合要求（不超过5.5%），最近不符合的是2023年：滞后。",
                "截至2026年1月31日，「甲」為5.1%（2025年）；4期中3期符合要求（不超過5.5%），最近不符合的是2023年：落後。"
            ]
        );
    }
}
