//! Where a target stands, in one sentence.

use alloc::string::String;
use core::iter;

use super::by_rule::status_with_class;
use super::cell::Style;
use super::figure_words::{figure_in_words, newer_bound_in_words};
use super::gap::gap_in_words;
use super::milestone::{missed_milestones_in_words, next_milestone_in_words};
use super::movement::movement_in_words;
use super::part_words::{name_of, names_a_part, status_by_first, worst_of};
use super::record::record_in_words;
use super::tolerance::{is_gap_beside_tolerance, tolerance_in_words};
use super::words::{Label, Phrase, date};
use crate::assessment::{Assessment, PartsAssessment};
use crate::evidence::{Caveat, Ground, Reason};
use crate::plan::{Indicator, Target};
use crate::rule::Status;
use crate::series::{Agreement, Figure, Observation};
use crate::value::{Code, Language};

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
        sentence.push_str(&record_in_words(&record, figure, promised, assessment.as_of, language));
    } else {
        sentence.push_str(&pending_in_words(figure, target, assessment, language));
    }
    let parts = assessment.parts.as_deref();
    if let Some(parts) = parts.filter(|parts| parts.all.len() > 1 && verdict.status != Status::NotDue) {
        sentence.push_str(Label::Semicolon.words(language));
        sentence.push_str(&worst_of(parts, language));
    }
    let status = status_in_words(figure, target, assessment, language);
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
/// has moved and must move, the milestones, a newer bound, and that sources differ. What is promised is named where
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
    let tolerance = tolerance_in_words(figure, target, assessment, style.language);
    // How far the path is says nothing of what lies beyond the far edge of a band, and of a tolerance beside a bound
    // that lies elsewhere, or is of other terms.
    let is_overshot = assessment.verdict.reason == Reason::Ground(Ground::Overshot);
    let is_of_path = tolerance.is_none() || is_gap_beside_tolerance(figure, target, assessment);
    let gap = if is_overshot || !is_of_path { String::new() } else { gap };
    let is_on_bound = facts.gap.is_ok_and(|gap| gap.is_zero()) && (status == Status::Missed || tolerance.is_some());
    let is_said = !gap.is_empty() && !is_on_bound;
    let is_to_say = status.is_final() || is_unsaid || is_overshot || tolerance.is_some();
    if !is_said && is_to_say && facts.record.is_err() {
        let what = &target.asked_words(style.language);
        words.push_str(&Phrase::WasPromised { what }.words(style.language));
    }
    words.push_str(&gap);
    words.extend(tolerance);
    words.push_str(&movement);
    if status != Status::NotDue {
        words.push_str(&missed_milestones_in_words(target, facts, style));
    }
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

/// The status with the class of the rule, and that it was reached before the deadline. An estimate of the deadline's
/// own period, which is not final yet, is no figure before it.
fn status_in_words(figure: Figure, target: &Target, assessment: &Assessment, language: Language) -> String {
    let verdict = assessment.verdict;
    let status = status_with_class(verdict.status, assessment.class.as_ref(), language);
    let is_early = verdict.caveats.contains(Caveat::Early) && figure.period.end() < target.deadline().end();
    if verdict.status == Status::Achieved && is_early {
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

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::assessment::assess;
    use crate::dec;
    use crate::plan::{Baseline, Goal, MeasuredBy};
    use crate::rule::Rule;
    use crate::series::Series;
    use crate::value::{Bound, Length, Measure, Period, Quantity, Unit, date as day};

    /// The sentence of a goal of 2026 with its baseline of 2021, as of 2026-01-31, in each language.
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
