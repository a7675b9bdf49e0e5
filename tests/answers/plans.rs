//! Whole plans by every rule on several days: their targets, deliverables and roll-ups.

use milepost::assessment::DeliverableAssessment;
use milepost::rollup::{Counts, PillarAssessment, Summary, TargetAssessment};
use milepost::rule::{Aggregate, Aggregation, Cut, GroupWhole, Method, PlanWhole, Progress, Scale, Statistic};
use milepost::{
    AsOf, Assessment, Bound, Decimal, Observations, Plan, PlanAssessment, Requirement, Rule, Series, Status, Target,
    Verdict, assess_plan, compare_plan, date, dec,
};

use crate::asked::{Asked, ByRules, Ends, day_of, rules, told_rules};
use crate::facts::{write_cuts, write_evidence};
use crate::frozen;
use crate::line::Line;
use crate::mixed;
use crate::words;

/// A plan with its observations, under a short name.
pub(crate) struct Case {
    name: &'static str,
    pub(crate) plan: Plan,
    pub(crate) observations: Observations,
}

fn case(name: &'static str, plan: &str, observations: &str) -> Case {
    Case {
        name,
        plan: serde_json::from_str(plan).unwrap(),
        observations: serde_json::from_str(observations).unwrap(),
    }
}

pub(crate) fn district() -> Case {
    case(
        "yuzhong",
        include_str!("../../examples/data/yuzhong.json"),
        include_str!("../../examples/data/yuzhong.observations.json"),
    )
}

pub(crate) fn country() -> Case {
    case(
        "china",
        include_str!("../../examples/data/china-14th-five-year-plan.json"),
        include_str!("../../examples/data/china-14th-five-year-plan.observations.json"),
    )
}

/// The plan that has every field of a document.
pub(crate) fn every_field() -> Case {
    case(
        "every-field",
        include_str!("../documents/plan.json"),
        include_str!("../documents/observations.json"),
    )
}

/// A plan made so that every status is among its promises.
pub(crate) fn mixed() -> Case {
    let (plan, observations) = mixed::plan();
    Case {
        name: "mixed",
        plan,
        observations,
    }
}

/// Days on which what is dated counts, and one on which what is not dated counts too.
fn days<const N: usize>(days: [&str; N], undated: &str) -> Vec<AsOf> {
    let dated = days.map(|day| AsOf::from(date(day).unwrap()));
    let undated = AsOf::from(date(undated).unwrap()).including_undated();
    dated.into_iter().chain([undated]).collect()
}

#[test]
fn the_plan_of_a_district() {
    let days = days(
        ["2021-12-31", "2022-12-31", "2024-02-20", "2026-01-31", "2028-06-30"],
        "2026-01-31",
    );
    hold("plan_of_a_district.tsv", &district(), &days);
}

#[test]
fn the_plan_of_a_country() {
    let days = days(
        ["2020-12-31", "2022-06-30", "2024-12-31", "2026-03-31", "2028-06-30"],
        "2026-03-31",
    );
    hold("plan_of_a_country.tsv", &country(), &days);
}

#[test]
fn a_plan_of_every_status() {
    let days = days(
        ["2021-06-30", "2022-06-30", "2024-01-31", "2025-12-31", "2027-03-31"],
        "2025-12-31",
    );
    hold("plan_of_every_status.tsv", &mixed(), &days);
}

#[test]
fn a_plan_with_every_field() {
    let days = days(
        ["2022-01-10", "2023-03-31", "2024-02-15", "2025-06-30", "2027-03-31"],
        "2025-06-30",
    );
    hold("plan_with_every_field.tsv", &every_field(), &days);
}

fn hold(name: &str, case: &Case, days: &[AsOf]) {
    let rules: Vec<Rule> = rules()
        .into_iter()
        .chain(told_rules(&ends(&case.plan)))
        .chain(rules_of_wholes())
        .collect();
    let mut lines = Vec::new();
    for as_of in days {
        case.answer(*as_of, &rules, &mut lines);
    }
    frozen::hold(name, 4, &lines);
}

/// From 0 to the number of the goal, of each target that has one.
fn ends(plan: &Plan) -> Vec<Ends> {
    let end = |target: &Target| match target.goal().requirement().map(Requirement::bound)? {
        Bound::Within(band) => Some(band.high()),
        bound => Some(bound.aim_from(dec!(0))),
    };
    let told = plan
        .targets()
        .filter_map(|(_, target)| Some((target.code().clone(), [dec!(0), end(target)?])));
    told.filter(|(_, [from, to])| from != to).collect()
}

/// Rules with a whole of each statistic.
pub(crate) fn rules_of_wholes() -> Vec<Rule> {
    use Statistic::{Mean, Median, TwoWorst, Worst};
    [Mean, Median, TwoWorst, Worst].map(whole_by).to_vec()
}

/// A rule that only differs from others in how the whole is made.
fn whole_by(statistic: Statistic) -> Rule {
    let scale = Scale::new(Progress::ShareOfWay)
        .class("half", Status::OnTrack, Cut::AtLeast(dec!(0.5)))
        .rest("less", Status::Lagging)
        .scored_between(&[(dec!(-1), dec!(-10)), (dec!(0), dec!(0)), (dec!(1), dec!(7))]);
    let aggregation = Aggregation::new(statistic)
        .class("good", Status::OnTrack, Cut::AtLeast(dec!(3)))
        .scored(dec!(2))
        .rest("poor", Status::OffTrack)
        .at_least_assessed(dec!(0.1));
    let method = Method::new().with_number(scale).aggregation(aggregation);
    let code = format!("own-{}", words::name(statistic).replace('_', "-"));
    Rule::composed(code.parse().unwrap(), method).unwrap()
}

impl Case {
    /// All answers of one day.
    fn answer(&self, as_of: AsOf, rules: &[Rule], lines: &mut Vec<String>) {
        let assessments: Vec<PlanAssessment> = rules
            .iter()
            .map(|rule| assess_plan(&self.plan, &self.observations, as_of, rule))
            .collect();
        self.assert_comparison(as_of, rules, &assessments);
        for (place, (indicator, target)) in self.plan.targets().enumerate() {
            let own: Vec<_> = assessments
                .iter()
                .map(|plan| plan.targets().nth(place).unwrap())
                .collect();
            let empty = Series::empty(indicator.code().clone(), indicator.quantity().unit().clone());
            let series_of = |of: Option<&milepost::Code>| {
                let series = match of {
                    Some(part) => self.observations.series_of(indicator.code(), part),
                    None => self.observations.series(indicator.code()),
                };
                series.unwrap_or(&empty)
            };
            let Some(dimension) = target.of().each() else {
                let series = series_of(target.of().breakdown());
                let of_rules: Vec<_> = own.iter().map(|own| &own.assessment).collect();
                answer_target(own[0], &self.asked(target, series, as_of), rules, &of_rules, lines);
                continue;
            };
            for (place, part) in indicator.parts_along(dimension).enumerate() {
                let parts = own.iter().filter_map(|own| own.assessment.parts.as_ref());
                let of_rules: Vec<_> = parts.map(|parts| &parts.all[place].assessment).collect();
                let (name, target) = (
                    format!("{}/{}", target.code(), part.code()),
                    target.of_part(part.code().clone()),
                );
                let asked = self.asked(&target, series_of(Some(part.code())), as_of);
                answer_target(own[0], &Asked { name: &name, ..asked }, rules, &of_rules, lines);
            }
            let verdicts: Vec<Verdict> = own.iter().map(|own| own.assessment.verdict).collect();
            self.asked(target, &empty, as_of)
                .answer_by_rules(rules, &verdicts, lines);
        }
        for assessed in assessments[0].pillars.iter().flat_map(|pillar| &pillar.deliverables) {
            lines.push(self.delivery(assessed, as_of));
        }
        self.answer_wholes(as_of, &assessments, lines);
    }

    fn asked<'a>(&'a self, target: &'a Target, series: &'a Series, as_of: AsOf) -> Asked<'a> {
        Asked {
            source: self.name,
            name: target.code().as_str(),
            target,
            series,
            as_of,
        }
    }

    /// A comparison says what the assessments by each rule say.
    fn assert_comparison(&self, as_of: AsOf, rules: &[Rule], assessments: &[PlanAssessment]) {
        let comparison = compare_plan(&self.plan, &self.observations, as_of, rules);
        for (place, target) in comparison.targets.iter().enumerate() {
            for (answer, assessment) in target.verdicts.iter().zip(assessments) {
                let own = assessment.targets().nth(place).unwrap();
                assert_eq!(own.assessment.target, target.target);
                assert_eq!(
                    own.assessment.verdict, answer.verdict,
                    "{} {}",
                    target.target, answer.rule
                );
            }
        }
        for (whole, assessment) in comparison.wholes.iter().zip(assessments) {
            assert!(
                assessment.whole.as_ref().is_none_or(|own| own == whole),
                "{}",
                whole.rule
            );
        }
    }

    fn delivery(&self, assessed: &DeliverableAssessment, as_of: AsOf) -> String {
        let mut line = Line::asking([self.name, assessed.deliverable.as_str(), &day_of(as_of), "delivery"]);
        line.cell("status", assessed.status);
        line.cell("reason", words::reason(assessed.reason));
        if let Some(report) = &assessed.latest_report {
            line.cell("latest", format!("{}@{}", words::name(report.state()), report.on()));
            line.optional("share_done", report.share_done());
        }
        line.written()
    }

    /// The roll-ups of pillars and of the plan, and the whole as each rule publishes it.
    fn answer_wholes(&self, as_of: AsOf, assessments: &[PlanAssessment], lines: &mut Vec<String>) {
        let day = day_of(as_of);
        for (place, pillar) in self.plan.pillars().iter().enumerate() {
            let mut by_rules = ByRules::default();
            for assessment in assessments {
                by_rules.add(assessment.rule.as_str(), of_pillar(&assessment.pillars[place]));
            }
            by_rules.write([self.name, &format!("summary of {}", pillar.code()), &day], lines);
        }
        let (mut summaries, mut wholes) = (ByRules::default(), ByRules::default());
        for assessment in assessments {
            summaries.add(assessment.rule.as_str(), of_plan(assessment));
            if let Some(whole) = &assessment.whole {
                wholes.add(assessment.rule.as_str(), of_whole(whole));
            }
        }
        summaries.write([self.name, "summary", &day], lines);
        wholes.write([self.name, "whole", &day], lines);
    }
}

/// The facts once, and what each rule says of them.
fn answer_target(
    own: &TargetAssessment,
    asked: &Asked<'_>,
    rules: &[Rule],
    of_rules: &[&Assessment],
    lines: &mut Vec<String>,
) {
    let first = of_rules[0];
    for (rule, own) in rules.iter().zip(of_rules) {
        assert_eq!(own.evidence, first.evidence, "{} {}", asked.name, rule.code());
    }
    let mut line = Line::asking([asked.source, asked.name, &day_of(asked.as_of), "evidence"]);
    line.cell("weight", own.weight);
    line.cell("principal", own.is_principal);
    line.optional("nature", own.nature.map(words::name));
    write_evidence(&mut line, &first.evidence);
    write_cuts(&mut line, first);
    lines.push(line.written());
    asked.draw(lines);
    let verdicts: Vec<Verdict> = of_rules.iter().map(|own| own.verdict).collect();
    asked.answer_by_rules(rules, &verdicts, lines);
}

fn of_pillar(pillar: &PillarAssessment) -> Line {
    let mut line = of_summary(&pillar.summary);
    line.optional("deliverables", counts(pillar.deliverable_counts));
    line.optional("scores", words::list(&pillar.targets, |target| text(target.score)));
    line
}

fn of_plan(assessment: &PlanAssessment) -> Line {
    let mut line = of_summary(&assessment.summary);
    line.optional("deliverables", counts(assessment.deliverable_counts));
    line.optional("attention", words::list(&assessment.attention, ToString::to_string));
    line
}

fn text(number: Option<Decimal>) -> String {
    number.map_or_else(|| "-".to_owned(), |number| number.to_string())
}

fn of_summary(summary: &Summary) -> Line {
    let mut line = Line::default();
    line.optional("counts", counts(summary.counts));
    line.optional("binding", counts(summary.binding));
    line.optional("coverage_by_count", summary.coverage_by_count);
    line.optional("coverage_by_weight", summary.coverage_by_weight);
    line.optional("unknown_weight", summary.unknown_weight);
    line.optional("score", summary.score);
    line
}

/// Each status that there is, with its count.
fn counts(counts: Counts) -> Option<String> {
    let found = Status::ALL.iter().copied().filter(|status| counts.of(*status) > 0);
    words::list(found, |status| format!("{status}:{}", counts.of(status)))
}

fn of_whole(whole: &PlanWhole) -> Line {
    let mut line = Line::default();
    let group = |group: &GroupWhole| format!("{}:{}", group.code, aggregate(&group.whole));
    line.cell("plan", aggregate(&whole.plan));
    line.optional("pillars", words::list(&whole.pillars, group));
    let known = whole.indicators.iter().filter(|group| group.whole.value.is_some());
    line.optional("indicators", words::list(known, group));
    line
}

/// Class, status, value, score, how many parts count and how many do not, and their statuses.
fn aggregate(whole: &Aggregate) -> String {
    let class = whole.class.as_ref().map_or("-", |class| class.name());
    let [value, score] = [whole.value, whole.score].map(text);
    let counted = whole.counts.iter().filter(|(_, count)| *count > 0);
    let counts: Vec<String> = counted.map(|(status, count)| format!("{count} {status}")).collect();
    let (assessed, left_out) = (whole.assessed, whole.unassessed);
    format!(
        "{class}|{}|{value}|{score}|{assessed}|{left_out}|{}",
        whole.status,
        counts.join(" ")
    )
}
