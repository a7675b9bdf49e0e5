//! What is asked of one target: every rule, on several days.

use milepost::rule::RuleError;
use milepost::rule::{
    NutritionIndicator, Parameters, nutrition_parameters, open_sdg_binary, undp_binary, undp_likert, unsd_level_bands,
};
use milepost::{AsOf, Code, Cuts, Decimal, Direction, Rule, Series, Target, Verdict, assess, compare, dec, verdict};

use crate::catalogue;
use crate::facts::{write_chart, write_cuts, write_evidence, write_path, write_verdict};
use crate::frozen;
use crate::line::Line;

/// Every rule, each composed one followed by itself as published, and variants of the rule of this crate.
pub(crate) fn rules() -> Vec<Rule> {
    let round = Cuts::new(dec!(1.5), dec!(1), dec!(0.5), dec!(0)).unwrap();
    let variants = [
        named("pace-round", Rule::pace().with_cuts(round).unwrap()),
        named("pace-ageless", Rule::pace().with_max_age(None)),
    ];
    catalogue::rules()
        .into_iter()
        .flat_map(also_as_published)
        .chain(variants)
        .collect()
}

/// The rule, and itself as published: the same, if there are no such numbers. Nobody publishes the rule of this crate.
pub(crate) fn also_as_published(rule: Rule) -> Vec<Rule> {
    let code = format!("{}{}", rule.code(), frozen::PUBLISHED);
    let published = rule
        .method()
        .map(|_| rule.clone().as_published().unwrap_or_else(|_| rule.clone()));
    let published = published.map(|published| named(&code, published));
    std::iter::once(rule).chain(published).collect()
}

pub(crate) fn named(code: &str, rule: Rule) -> Rule {
    rule.with_code(code.parse().unwrap())
}

/// A target or an indicator, and the two ends of its scale.
pub(crate) type Ends = (Code, [Decimal; 2]);

/// The rules that must be told something, told of each of these.
pub(crate) fn told_rules(told: &[Ends]) -> Vec<Rule> {
    let of_each = |code: &str, rule: Rule, parameters: &dyn Fn([Decimal; 2]) -> Parameters| {
        let tell = |rule: Rule, (code, ends): &Ends| rule.with_parameters(code.clone(), parameters(*ends));
        let rule: Result<Rule, RuleError> = told.iter().try_fold(rule, tell);
        named(code, rule.unwrap())
    };
    vec![
        of_each("told-sdsn-arrows", Rule::sdsn_arrows(), &|[from, to]| {
            Parameters::new().bounds(from, to).level(to)
        }),
        of_each("told-nutrition", Rule::nutrition_2030(), &|_| {
            nutrition_parameters(NutritionIndicator::Stunting)
        }),
        of_each("told-nutrition-unicef", Rule::nutrition_2030_unicef(), &|_| {
            nutrition_parameters(NutritionIndicator::Wasting)
        }),
        of_each("told-open-sdg-limit", Rule::open_sdg(), &|[_, to]| {
            Parameters::new().natural_limit(to)
        }),
        of_each("told-open-sdg-binary", Rule::open_sdg(), &|_| open_sdg_binary()),
        of_each("told-undp-level", Rule::undp_2025(), &|[_, to]| {
            Parameters::new().level(to)
        }),
        of_each("told-undp-binary", Rule::undp_2025(), &|_| undp_binary()),
        of_each("told-undp-likert", Rule::undp_2025(), &|_| undp_likert()),
        of_each("told-unsd-required", Rule::unsd_2022(), &|_| {
            Parameters::new().required(dec!(0.026))
        }),
        of_each("told-unsd-level", Rule::unsd_level(), &|_| {
            unsd_level_bands(Direction::Rising, [dec!(90), dec!(60), dec!(40), dec!(10)])
        }),
    ]
}

/// A day, and whether undated figures count.
pub(crate) fn day_of(as_of: AsOf) -> String {
    let undated = as_of == AsOf::from(as_of.date()).including_undated();
    format!("{}{}", as_of.date(), if undated { "+undated" } else { "" })
}

/// One target on one day.
pub(crate) struct Asked<'a> {
    pub(crate) source: &'a str,
    pub(crate) name: &'a str,
    pub(crate) target: &'a Target,
    pub(crate) series: &'a Series,
    pub(crate) as_of: AsOf,
}

impl Asked<'_> {
    /// The facts once, and what each rule says of them.
    pub(crate) fn answer(&self, rules: &[Rule], lines: &mut Vec<String>) {
        let comparison = compare(self.target, self.series, self.as_of, rules);
        let assessment = assess(self.target, self.series, self.as_of, &Rule::pace());
        assert_eq!(
            assessment.evidence, comparison.evidence,
            "{} {}",
            self.source, self.name
        );
        let mut line = self.line("evidence");
        write_evidence(&mut line, &assessment.evidence);
        write_cuts(&mut line, &assessment);
        lines.push(line.written());
        let verdicts: Vec<Verdict> = comparison.verdicts.iter().map(|one| one.verdict).collect();
        self.answer_by_rules(rules, &verdicts, lines);
    }

    /// The path, and what a chart draws beside it.
    pub(crate) fn draw(&self, lines: &mut Vec<String>) {
        let mut line = self.line("path");
        write_path(&mut line, self.target, self.series, self.as_of);
        write_chart(&mut line, self.target, self.series, self.as_of);
        lines.push(line.written());
    }

    /// What each rule says, without the facts.
    pub(crate) fn judge(&self, rules: &[Rule], lines: &mut Vec<String>) {
        let judged = |rule: &Rule| verdict(self.target, self.series, self.as_of, rule);
        let verdicts: Vec<Verdict> = rules.iter().map(judged).collect();
        self.answer_by_rules(rules, &verdicts, lines);
    }

    /// What each rule said.
    pub(crate) fn answer_by_rules(&self, rules: &[Rule], verdicts: &[Verdict], lines: &mut Vec<String>) {
        let mut by_rules = ByRules::default();
        for (rule, verdict) in rules.iter().zip(verdicts) {
            let mut answer = Line::default();
            write_verdict(&mut answer, rule, verdict);
            by_rules.add(rule.code().as_str(), answer);
        }
        by_rules.write([self.source, self.name, &day_of(self.as_of)], lines);
    }

    fn line(&self, by: &str) -> Line {
        Line::asking([self.source, self.name, &day_of(self.as_of), by])
    }
}

/// What rules say of one question: those that say the same share a line.
#[derive(Default)]
pub(crate) struct ByRules(Vec<(String, Vec<String>)>);

impl ByRules {
    pub(crate) fn add(&mut self, rule: &str, answer: Line) {
        let answer = answer.written();
        match self.0.iter_mut().find(|(said, _)| *said == answer) {
            Some((_, rules)) => match rules.last_mut() {
                Some(plain) if rule.strip_suffix(frozen::PUBLISHED) == Some(plain) => plain.push(frozen::ALSO),
                _ => rules.push(rule.to_owned()),
            },
            None => self.0.push((answer, vec![rule.to_owned()])),
        }
    }

    pub(crate) fn write(self, asked: [&str; 3], lines: &mut Vec<String>) {
        for (answer, rules) in self.0 {
            lines.push([&*asked.join("\t"), &*rules.join(frozen::AND), &*answer].join("\t"));
        }
    }
}
