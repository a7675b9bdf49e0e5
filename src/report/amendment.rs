//! How a promise was amended, and what was first promised, in words.

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::by_rule::ClassCells;
use super::cell::Style;
use super::context::Context;
use super::facts::FactCells;
use super::judged::beside_verdict;
use super::number::{stated_difference, value_of_target};
use super::part_words::status_by_first;
use super::source::CitationCells;
use super::status::StatusCells;
use super::verdict::{CaveatCells, reason_of, reason_with_pace};
use super::words::{Heading, Label, Phrase, Worded, date, in_brackets, length};
use crate::assessment::{Assessment, DeliverableAssessment};
use crate::evidence::Reason;
use crate::plan::{Amendment, Deliverable, Indicator, Milestone, Revision, Target};
use crate::progress::Question;
use crate::rule::Status;
use crate::value::{Language, Period};

/// One amendment of a promise, of those that hold on the day of the question.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct AmendmentCells {
    /// The day from which it holds.
    pub since: NaiveDate,
    /// The same in words.
    pub since_words: String,
    /// The day on which it was published, where that is stated: it holds from that day, or from the day on which it
    /// comes into force if that is later.
    pub published: Option<NaiveDate>,
    /// The same in words.
    pub published_words: Option<String>,
    /// Why it was made.
    pub why: Option<String>,
    /// The place where the amendment is stated.
    pub citation: Option<CitationCells>,
    /// The changes that it made of the promise before, each with its size.
    pub revisions: Vec<Worded<Revision>>,
    /// The day and all that it changed, in a phrase.
    pub words: String,
}

/// The first promise, beside the promise in force: so that moved goalposts show.
///
/// # Examples
///
/// ```
#[doc = include_str!("amended.txt")]
/// // At least 80 % in 2025, from 60 % in 2020; since June 2023 70 % are enough.
/// let report = Report::of(&plan, &observations, day!("2024-02-01"), &Rule::pace(), Language::English);
/// let row = report.target("homes-2025").ok_or("a row")?;
/// assert_eq!((&*row.promise, &*row.verdict.status.words), ("at least 70 % in 2025", "on track"));
/// assert_eq!(row.amendments[0].why.as_deref(), Some("mid-term review"));
///
/// let first = row.first_promise.as_ref().ok_or("an amendment is in force")?;
/// assert_eq!((&*first.promise, &*first.status.words), ("at least 80 % in 2025", "off track"));
/// assert_eq!(
///     first.revisions[0].words,
///     "goal lowered by 10 percentage points: at least 80 % in 2025 before, at least 70 % in 2025 since"
/// );
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FirstPromiseCells {
    /// The first promise with its deadline, in a phrase.
    pub promise: String,
    /// In what the promise in force differs from it, and by how much.
    pub revisions: Vec<Worded<Revision>>,
    /// The status that the target or deliverable would have by the first promise.
    pub status: StatusCells,
    /// The reason of that status, with the pace or the class as beside the promise in force.
    pub reason: Worded<Reason>,
    /// The caveats of that status; none of a deliverable.
    pub caveats: Vec<CaveatCells>,
    /// The facts by that; none of a deliverable.
    pub facts: Option<Box<FactCells>>,
    /// The first promise and the status by it, in a phrase.
    pub words: String,
}

impl AmendmentCells {
    /// The cells of an amendment with these revisions.
    fn new(context: Context<'_>, amendment: &Amendment, revisions: Vec<Worded<Revision>>) -> Self {
        let language = context.language;
        let changed: Vec<&str> = revisions.iter().map(|revision| &*revision.words).collect();
        let (day, what) = (
            &date(amendment.since(), language),
            &changed.join(Label::Semicolon.words(language)),
        );
        Self {
            since: amendment.since(),
            since_words: day.clone(),
            published: amendment.published(),
            published_words: amendment.published().map(|day| date(day, language)),
            why: amendment.why().map(|why| context.words(why)),
            citation: CitationCells::of(context, amendment.citation()),
            words: Phrase::Amended { day, what }.words(language),
            revisions,
        }
    }

    /// The amendments of a target that are in force on the day of the question, in the order of time: of each the
    /// changes from the version before it.
    pub(super) fn of_target(context: Context<'_>, target: &Target) -> Vec<Self> {
        target
            .versions_by(context.as_of.date())
            .map(|(version, previous)| {
                let since = Some(version.amendment().since());
                let revisions = version.promised().revisions_by_amendment(previous, since);
                let revisions = words_of_revisions(revisions, [previous, version.promised()], context.language);
                Self::new(context, version.amendment(), revisions)
            })
            .collect()
    }

    /// The amendments of a deliverable that are in force on the day of the question, in the order of time.
    pub(super) fn of_deliverable(context: Context<'_>, deliverable: &Deliverable) -> Vec<Self> {
        deliverable
            .deadlines_by(context.as_of.date())
            .map(|(version, before)| {
                let deadlines @ [before, after] = [*before, *version.promised()];
                let revision = Revision::of_deadline(before, after);
                let words = deadline_change_in_words(revision, deadlines, context.language);
                Self::new(context, version.amendment(), Vec::from([Worded::new(revision, words)]))
            })
            .collect()
    }
}

impl FirstPromiseCells {
    /// The cells of a first promise, with status and reason as they would be by that promise. `status_words` name the
    /// status in the phrase.
    fn new(
        promise: String,
        revisions: Vec<Worded<Revision>>,
        (status, reason): (Status, Worded<Reason>),
        status_words: &str,
        language: Language,
    ) -> Self {
        let phrase = Phrase::FirstPromised {
            promise: &promise,
            status: status_words,
        };
        Self {
            words: phrase.words(language),
            status: StatusCells::new(status, language),
            reason,
            caveats: Vec::new(),
            facts: None,
            promise,
            revisions,
        }
    }

    /// The first promise of a target, and the target's status by that promise; `None` where no amendment is in force.
    pub(super) fn of_target(
        context: Context<'_>,
        indicator: &Indicator,
        target: &Target,
        assessment: &Assessment,
    ) -> Option<Self> {
        let (by_first, language) = (assessment.by_first_promise.as_deref()?, context.language);
        let in_force = target.in_force_on(context.as_of.date());
        let revisions = in_force.revisions_in_words(target, language);
        let part = by_first.deciding_part().map(|part| target.of_part(part.clone()));
        let promised = part.as_ref().unwrap_or(target);
        let series = &indicator.series_of(promised, context.observations);
        let asked = Question::without_amendments(promised, series, context.as_of);
        let (asked, facts) = beside_verdict(asked, by_first);
        let caveats = CaveatCells::all(&asked, (by_first, &facts), language);
        let style = Style::new(target, facts.observed.ok(), language);
        let facts = FactCells::new(promised, &facts, by_first.cuts_of_deciding(), style);
        let by_rule = ClassCells::new(by_first, language);
        let reason = reason_of(promised, by_first, by_rule.as_ref(), language);
        let judged = (by_first.verdict.status, reason);
        let status = &status_by_first(indicator, [assessment, by_first], language);
        Some(Self {
            caveats,
            facts: Some(Box::new(facts)),
            ..Self::new(target.goal_words(language), revisions, judged, status, language)
        })
    }

    /// The first promise of a deliverable; `None` where no amendment is in force.
    pub(super) fn of_deliverable(
        context: Context<'_>,
        deliverable: &Deliverable,
        assessed: &DeliverableAssessment,
    ) -> Option<Self> {
        let (amended, language) = (assessed.amended.as_ref()?, context.language);
        let deadlines = [deliverable.deadline(), deliverable.deadline_on(context.as_of.date())];
        let revisions = amended
            .revision
            .map(|revision| Worded::new(revision, deadline_change_in_words(revision, deadlines, language)));
        let promise = amended.first_deadline.words(language);
        let (status, reason) = (amended.status_by_first_promise, amended.reason_by_first_promise);
        Some(Self::new(
            promise,
            revisions.into_iter().collect(),
            (
                status,
                reason_with_pace(reason, amended.pace_by_first_promise, language),
            ),
            status.words(language),
            language,
        ))
    }
}

/// In what a promise differs from the one before, in words.
impl Target {
    /// In what it differs from what was promised before, in words: those of
    /// [`revisions_since`](Self::revisions_since), with what was promised then and is now.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Amendment, Bound, Changes, Goal, Language, Measure, Quantity, Target, Unit, code, day, dec};
    /// use milepost::period;
    ///
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let target = Target::builder(code!("connected"), share, Goal::level(Bound::AtLeast(dec!(80))), period!("2025"))
    ///     .amendment(Amendment::new(day!("2023-06-01")), Changes::new().deadline(period!("2027")))
    ///     .build()?;
    /// let now = target.in_force_on(day!("2023-06-01"));
    /// let told = now.revisions_in_words(&target, Language::English);
    /// assert_eq!(told[0].words, "postponed by 2 years: 2025 before, 2027 since");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn revisions_in_words(&self, before: &Self, language: Language) -> Vec<Worded<Revision>> {
        words_of_revisions(self.revisions_since(before), [before, self], language)
    }
}

/// The changes that an amendment made of a target, each in a sentence.
fn words_of_revisions(all: Vec<Revision>, [before, after]: [&Target; 2], language: Language) -> Vec<Worded<Revision>> {
    let goals = || [before, after].map(|target| target.goal_words_of_a_part(language));
    let numbers = || {
        if before.deadline() == after.deadline() || after.goal().every().is_some() {
            return goals();
        }
        // Of another deadline a revision of its own tells.
        [before, after].map(|target| target.asked_words(language))
    };
    let are_falls = before.is_promised_as_fall() && after.is_promised_as_fall();
    let words = |revision| match revision {
        Revision::GoalTightened { by } | Revision::GoalLoosened { by } => {
            let (amount, [from, to]) = (&stated_difference(by.normalize(), after, language), &numbers());
            let is_tightened = matches!(revision, Revision::GoalTightened { .. });
            match (are_falls, after.is_promised_as_cap(), is_tightened) {
                (true, _, true) => Phrase::FallRaised { amount, from, to },
                (true, _, false) => Phrase::FallLowered { amount, from, to },
                // To lower what is to be kept below would sound like less ambition.
                (false, true, true) => Phrase::GoalTightened { amount, from, to },
                (false, true, false) => Phrase::GoalLoosened { amount, from, to },
                (false, false, true) => Phrase::GoalRaised { amount, from, to },
                (false, false, false) => Phrase::GoalLowered { amount, from, to },
            }
            .words(language)
        }
        Revision::GoalReplaced => redefinition_in_words(Heading::Goal.words(language), &goals(), language),
        Revision::BaselineRedefined => redefinition_in_words(
            Heading::Baseline.words(language),
            &[before, after].map(|target| baseline_words(target, language)),
            language,
        ),
        Revision::ReferenceRedefined => {
            let of = |target: &Target| target.reference_words(language);
            let none = || Label::None.words(language).into();
            let references = [before, after].map(|target| of(target).unwrap_or_else(none));
            redefinition_in_words(Label::Reference.words(language), &references, language)
        }
        Revision::LimitChanged => Label::LimitChanged.words(language).into(),
        Revision::PathChanged => Label::PathChanged.words(language).into(),
        Revision::MilestonesChanged => {
            let is_known = |one: &Milestone| before.milestones().contains(one);
            let label = if after.milestones().iter().all(is_known) {
                Label::MilestonesFellAway
            } else {
                Label::MilestonesChanged
            };
            label.words(language).into()
        }
        of_time => deadline_change_in_words(of_time, [before.deadline(), after.deadline()], language),
    };
    let all = all.into_iter();
    all.map(|revision| Worded::new(revision, words(revision))).collect()
}

/// The period of a baseline, with its value where the plan states one.
fn baseline_words(target: &Target, language: Language) -> String {
    let Some(baseline) = target.baseline() else {
        return Label::None.words(language).into();
    };
    match baseline.value() {
        Some(value) => {
            let period = &in_brackets(baseline.period(), language);
            let value = &value_of_target(&value.to_string(), target, language);
            Phrase::ValueOf { value, period }.words(language)
        }
        None => baseline.period().words(language),
    }
}

/// The change of a deadline, in words.
fn deadline_change_in_words(revision: Revision, [before, after]: [Period; 2], language: Language) -> String {
    let words @ [from, to] = &[before, after].map(|period| period.words(language));
    let (Revision::Postponed { by } | Revision::BroughtForward { by }) = revision else {
        return redefinition_in_words(Heading::Deadline.words(language), words, language);
    };
    let amount = &length(by, language);
    let phrase = match revision {
        Revision::Postponed { .. } => Phrase::Postponed { amount, from, to },
        _ => Phrase::BroughtForward { amount, from, to },
    };
    phrase.words(language)
}

/// The change of `what` from one thing to another, in words. If the words for both are the same (as the periods of
/// baselines whose values are stated for each part), only that `what` was changed.
fn redefinition_in_words(what: &str, [from, to]: &[String; 2], language: Language) -> String {
    let phrase = if from == to {
        Phrase::IsRedefined { what }
    } else {
        Phrase::Redefined { what, from, to }
    };
    phrase.words(language)
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::dec;
    use crate::evidence::Caveat;
    use crate::plan::{Baseline, Changes, Goal, Indicator, Pillar, Plan, Reference};
    use crate::report::{Report, TargetRow};
    use crate::rollup::assess_plan;
    use crate::rule::Rule;
    use crate::series::{Observation, Observations, Series};
    use crate::value::{Bound, Code, Measure, Quantity, Unit, date as on};

    fn amendment(day: &str) -> Amendment {
        Amendment::new(on(day).unwrap())
    }

    fn level(share: i64) -> Goal {
        Goal::level(Bound::AtLeast(share.into()))
    }

    /// From 60 % in 2020 to 80 % in 2025, then to 70 %, then in 2027 and from another baseline.
    fn plan() -> Plan {
        let code = |code: &str| -> Code { code.parse().unwrap() };
        let share = Quantity::new(Measure::Share, Unit::percent());
        let target = Target::builder(code("t"), share.clone(), level(80), "2025".parse().unwrap())
            .baseline(Baseline::stated("2020".parse().unwrap(), dec!(60)))
            .amendment(
                amendment("2023-06-01").with_why("the mid-term review".try_into().unwrap()),
                Changes::new().goal(level(70)),
            )
            .amendment(
                amendment("2024-09-01"),
                Changes::new()
                    .deadline("2027".parse().unwrap())
                    .baseline(Baseline::stated("2020".parse().unwrap(), dec!(61))),
            )
            .build()
            .unwrap();
        let street = Deliverable::new(
            code("street"),
            "The street".try_into().unwrap(),
            "2024".parse().unwrap(),
        )
        .with_amendment(amendment("2023-06-01"), "2025-06".parse().unwrap());
        let indicator = Indicator::new(code("i"), "Homes connected".try_into().unwrap(), share).with_target(target);
        let pillar = Pillar::new(code("p"), "P".try_into().unwrap());
        Plan::builder(
            code("plan"),
            "Plan".try_into().unwrap(),
            "2021-01-01/P5Y".parse().unwrap(),
        )
        .pillar(pillar.with_indicator(indicator).with_deliverable(street))
        .build()
        .unwrap()
    }

    fn report(day: &str, language: Language) -> Report {
        report_of(&[("2023", 66)], day, language)
    }

    fn report_of(figures: &[(&str, i64)], day: &str, language: Language) -> Report {
        let observation = |&(year, value): &(&str, i64)| {
            Observation::new(year.parse().unwrap(), Decimal::from(value)).published_on(on("2024-01-15").unwrap())
        };
        let figures = figures.iter().map(observation).collect();
        let series = Series::new("i".parse().unwrap(), Unit::percent(), figures).unwrap();
        let observations = Observations::new(Vec::from([series])).unwrap();
        let plan = plan();
        Report::of(&plan, &observations, on(day).unwrap(), &Rule::pace(), language)
    }

    fn row(day: &str, language: Language) -> TargetRow {
        report(day, language).targets().next().unwrap().clone()
    }

    /// 66 of 60 to 80 after three of five years, beside 66 of 61 to 70 after three of seven.
    #[test]
    fn the_facts_by_the_first_promise_stand_beside_those_in_force() {
        let row = row("2024-10-01", Language::English);
        let first = row.first_promise.unwrap().facts.unwrap();
        let told = |facts: &FactCells| {
            let cells = [&facts.expected, &facts.pace, &facts.change_required_from_now];
            cells.map(|cell| cell.words.clone())
        };
        assert_eq!(told(&first), ["72 %", "0.500", "7 percentage points"]);
        assert_eq!(told(&row.facts), ["64.86 %", "1.296", "1 percentage point"]);
        assert_eq!(first.goal.period, Some("2025".parse().unwrap()));
        let of_street = report("2024-10-01", Language::English).pillars[0].deliverables[0]
            .first_promise
            .clone();
        assert_eq!(of_street.unwrap().facts, None);
    }

    #[test]
    fn an_amendment_is_told_with_all_that_it_changed() {
        let told = |language| -> Vec<String> {
            let row = row("2024-10-01", language);
            row.amendments.iter().map(|one| one.words.clone()).collect()
        };
        assert_eq!(
            told(Language::English),
            [
                "since 2023-06-01: goal lowered by 10 percentage points: at least 80 % in 2025 before, at least 70 % in 2025 since",
                "since 2024-09-01: baseline redefined: 60 % (2020) before, 61 % (2020) since; postponed by 2 years: 2025 before, 2027 since",
            ]
        );
        assert_eq!(
            told(Language::SimplifiedChinese),
            [
                "自2023年6月1日起：目标下调10个百分点：原为2025年不低于80%，现为2025年不低于70%",
                "自2024年9月1日起：基期值重新界定：原为60%（2020年），现为61%（2020年）；期限推迟2年：原为2025年，现为2027年",
            ]
        );
        assert_eq!(
            told(Language::TraditionalChinese)[0],
            "自2023年6月1日起：目標下調10個百分點：原為2025年不低於80%，現為2025年不低於70%"
        );
        let row = row("2024-10-01", Language::English);
        assert_eq!(row.amendments[0].why.as_deref(), Some("the mid-term review"));
        assert_eq!(row.promise, "at least 70 % in 2027");
    }

    /// The baseline was restated at 61, which the amendment takes over: the first promise still counts from 60.
    #[test]
    fn the_first_promise_has_caveats_of_its_own() {
        for (figures, codes) in [
            (&[("2020", 61), ("2023", 66)][..], &[Caveat::BaselineRevised][..]),
            (&[("2020", 60), ("2023", 66)], &[]),
            (&[("2023", 66)], &[]),
        ] {
            let report = report_of(figures, "2024-10-01", Language::English);
            let first = report.targets().next().unwrap().first_promise.as_ref().unwrap();
            let found: Vec<_> = first.caveats.iter().map(|caveat| caveat.value).collect();
            assert_eq!(found, codes, "{figures:?}");
        }
    }

    #[test]
    fn what_was_first_promised_stands_beside_it() {
        let first = row("2024-02-01", Language::English).first_promise.unwrap();
        assert_eq!(first.words, "first promised: at least 80 % in 2025; by that, off track");
        assert_eq!(first.reason.words, "its pace is 0.500");
        let codes: Vec<_> = first.revisions.iter().map(|revision| revision.value).collect();
        assert_eq!(codes, [Revision::GoalLoosened { by: dec!(10) }]);
        for (language, end) in [
            (Language::English, ": on track; by the first promise, off track."),
            (Language::SimplifiedChinese, "：符合预期；按原承诺为严重滞后。"),
            (Language::TraditionalChinese, "：符合預期；按原承諾為嚴重落後。"),
        ] {
            let headline = report("2024-02-01", language).headline.unwrap();
            assert!(headline.ends_with(end), "{headline}");
        }
    }

    /// Who moves the baseline to a time to come is judged by nothing any more.
    #[test]
    fn what_was_first_promised_stands_beside_what_is_not_due() {
        let plan = plan();
        let (_, target) = plan.target("t").unwrap();
        let later = Changes::new().baseline(Baseline::stated("2024".parse().unwrap(), dec!(66)));
        let later = target.to_builder().amendment(amendment("2024-09-15"), later).build();
        let plan = plan.to_builder().replacing(later.unwrap()).build().unwrap();
        let figure = Observation::new("2023".parse().unwrap(), dec!(66)).published_on(on("2024-01-15").unwrap());
        let series = Series::new("i".parse().unwrap(), Unit::percent(), Vec::from([figure])).unwrap();
        let observations = Observations::new(Vec::from([series])).unwrap();
        let assessment = assess_plan(&plan, &observations, on("2024-10-01").unwrap(), &Rule::pace());
        for (language, end) in [
            (
                Language::English,
                ": the promise begins after 2024-12-31; by the first promise, off track.",
            ),
            (
                Language::SimplifiedChinese,
                "：2024年12月31日之后才开始计算；按原承诺为严重滞后。",
            ),
        ] {
            let headline = Report::new(&plan, &observations, &assessment, language)
                .headline
                .unwrap();
            assert!(headline.ends_with(end), "{headline}");
        }
    }

    #[test]
    fn before_it_is_amended_nothing_is_told_of_it() {
        let row = row("2023-05-31", Language::English);
        assert_eq!(
            (row.amendments, row.first_promise, row.chart.first_path),
            (Vec::new(), None, Vec::new())
        );
    }

    #[test]
    fn a_chart_has_both_paths() {
        let chart = row("2024-10-01", Language::English).chart;
        let ends = |path: &[crate::report::ChartPoint]| {
            let [first, .., last] = path else { panic!("a path") };
            [(first.position, first.value), (last.position, last.value)]
        };
        assert_eq!(ends(&chart.path), [(dec!(2021), dec!(61)), (dec!(2028), dec!(70))]);
        assert_eq!(
            ends(&chart.first_path),
            [(dec!(2021), dec!(60)), (dec!(2026), dec!(80))]
        );
        assert_eq!(chart.first_path.len(), 6);
    }

    #[test]
    fn a_deliverable_is_told_the_same_way() {
        let row = |day: &str| report(day, Language::English).deliverables().next().unwrap().clone();
        let street = row("2025-02-01");
        assert_eq!(
            street.amendments[0].words,
            "since 2023-06-01: postponed by 6 months: 2024 before, June 2025 since"
        );
        let first = street.first_promise.unwrap();
        assert_eq!(first.words, "first promised: 2024; by that, unknown");
        assert_eq!(street.status.words, "not due");
        assert_eq!(street.deadline, "2025-06".parse().unwrap());
        assert_eq!(row("2023-05-31").deadline, "2024".parse().unwrap());
        assert_eq!(row("2023-05-31").first_promise, None);
    }

    /// Less ambition is never told as more, whichever way the number goes.
    #[test]
    fn a_cap_is_tightened_where_its_number_is_lowered() {
        let quantity = Quantity::new(Measure::Flow, Unit::new("t".parse().unwrap(), 0).unwrap());
        let cap = |limit| Goal::level(Bound::AtMost(limit));
        for (limit, code, words) in [
            (
                dec!(75),
                Revision::GoalTightened { by: dec!(5) },
                "goal tightened by 5 t: at most 80 t in 2025 before, at most 75 t in 2025 since",
            ),
            (
                dec!(82),
                Revision::GoalLoosened { by: dec!(2) },
                "goal loosened by 2 t: at most 80 t in 2025 before, at most 82 t in 2025 since",
            ),
        ] {
            let target = Target::builder(
                "t".parse().unwrap(),
                quantity.clone(),
                cap(dec!(80)),
                "2025".parse().unwrap(),
            )
            .amendment(amendment("2023-06-01"), Changes::new().goal(cap(limit)))
            .build()
            .unwrap();
            let told = target.versions()[0]
                .promised()
                .revisions_in_words(&target, Language::English);
            assert_eq!(told, [Worded::new(code, words)]);
        }
    }

    #[test]
    fn a_goal_in_its_own_terms_moves_by_points() {
        let quantity = Quantity::new(Measure::Flow, Unit::new("t".parse().unwrap(), 0).unwrap());
        let cut = |share| Goal::change(Bound::AtMost(share));
        let target = |changes| {
            Target::builder(
                "t".parse().unwrap(),
                quantity.clone(),
                cut(dec!(-0.135)),
                "2025".parse().unwrap(),
            )
            .baseline(Baseline::observed("2020".parse().unwrap()))
            .amendment(amendment("2023-06-01"), changes)
            .build()
            .unwrap()
        };
        for (changes, words) in [
            (
                Changes::new().goal(cut(dec!(-0.18))),
                "promised fall raised by 4.5 percentage points: a fall of at least 13.5 % from 2020 to 2025 before, a fall of at least 18 % from \
                 2020 to 2025 since",
            ),
            (
                Changes::new().goal(cut(dec!(-0.125))),
                "promised fall lowered by 1 percentage point: a fall of at least 13.5 % from 2020 to 2025 before, a fall of at least 12.5 % from 2020 \
                 to 2025 since",
            ),
            (
                Changes::new().goal(cut(dec!(0.02))),
                "goal loosened by 15.5 percentage points: a fall of at least 13.5 % from 2020 to 2025 before, a rise of at most 2 % from 2020 to 2025 \
                 since",
            ),
            (
                Changes::new().goal(Goal::level(Bound::AtMost(dec!(90)))),
                "goal redefined: a fall of at least 13.5 % from 2020 to 2025 before, at most 90 t in 2025 since",
            ),
            (
                Changes::new().deadline("2025-12".parse().unwrap()),
                "deadline redefined: 2025 before, December 2025 since",
            ),
            (
                Changes::new().deadline("2024".parse().unwrap()),
                "brought forward by one year: 2025 before, 2024 since",
            ),
            (
                Changes::new().to_be_reached(),
                "what is a limit and what is to be reached was changed",
            ),
            (
                Changes::new().baseline(Baseline::observed("2019".parse().unwrap())),
                "baseline redefined: 2020 before, 2019 since",
            ),
        ] {
            let target = target(changes);
            let told = target.versions()[0]
                .promised()
                .revisions_in_words(&target, Language::English);
            let told: Vec<_> = told.into_iter().map(|revision| revision.words).collect();
            assert_eq!(told, [words]);
        }
    }

    #[test]
    fn a_moved_deadline_is_told_once() {
        let share = Quantity::new(Measure::Share, Unit::percent());
        let at_least = |share| Goal::level(Bound::AtLeast(share));
        let changes = Changes::new().goal(at_least(dec!(70)));
        let target = Target::builder("t".parse().unwrap(), share, at_least(dec!(80)), "2025".parse().unwrap())
            .amendment(amendment("2023-06-01"), changes.deadline("2027".parse().unwrap()))
            .build()
            .unwrap();
        let told = target.versions()[0]
            .promised()
            .revisions_in_words(&target, Language::English);
        let told: Vec<_> = told.into_iter().map(|revision| revision.words).collect();
        let words = [
            "goal lowered by 10 percentage points: at least 80 % before, at least 70 % since",
            "postponed by 2 years: 2025 before, 2027 since",
        ];
        assert_eq!(told, words);
    }

    /// What counts from another base is compared with nothing: 30 % below 2015 are no 5 points more than 25 % below
    /// 2020.
    #[test]
    fn a_goal_that_counts_from_elsewhere_is_another_one() {
        let quantity = Quantity::new(Measure::Flow, Unit::new("t".parse().unwrap(), 0).unwrap());
        let cut = |share| Goal::change(Bound::AtMost(share));
        let scenario = |value| {
            let name = "BAU".try_into().unwrap();
            Reference::new("2030".parse().unwrap(), value).with_name(name)
        };
        let told = |target: &Target| {
            let told = target.versions()[0]
                .promised()
                .revisions_in_words(target, Language::English);
            told.into_iter().map(|revision| revision.words).collect::<Vec<_>>()
        };
        let target = Target::builder(
            "t".parse().unwrap(),
            quantity,
            cut(dec!(-0.25)),
            "2030".parse().unwrap(),
        );
        let of_years = Changes::new()
            .goal(cut(dec!(-0.3)))
            .baseline(Baseline::observed("2015".parse().unwrap()));
        let of_years = target
            .clone()
            .baseline(Baseline::observed("2020".parse().unwrap()))
            .amendment(amendment("2023-06-01"), of_years);
        let both = "goal redefined: a fall of at least 25 % from 2020 to 2030 before, a fall of at least 30 % from 2015 to 2030 since";
        assert_eq!(
            told(&of_years.build().unwrap()),
            [both, "baseline redefined: 2020 before, 2015 since"]
        );
        let of_scenarios = target.reference(scenario(dec!(850.6))).amendment(
            amendment("2023-06-01"),
            Changes::new().goal(cut(dec!(-0.25))).reference(scenario(dec!(776.1))),
        );
        let references = "the reference redefined: BAU (850.6 t in 2030) before, BAU (776.1 t in 2030) since";
        assert_eq!(told(&of_scenarios.build().unwrap()), [references]);
    }
}
