//! Promises of one part, and of each part along a dimension: the generator, and what holds for all of them.

use arbitrary::{Result, Unstructured};
use milepost::{
    AsOf, Assessment, Breakdown, Code, Decimal, Indicator, Measure, Observation, Observations, Of, Pillar, Plan, Rule,
    Series, Status, Target, Text, assess, assess_target,
};

use crate::case::{code, figures, maybe, number, times_ten};

/// What is broken down: a promise of one part or of each, and what is known of the parts behind the first. Of the first the
/// figures and the start are those of the promise itself.
#[derive(Debug, Clone)]
pub(crate) struct Parts {
    /// Whether each part is promised, and not one.
    pub(crate) is_of_each: bool,
    /// The part of which a promise of one is.
    place: usize,
    /// The start that the plan states of each other part, and its figures.
    pub(crate) others: Vec<(Option<Decimal>, Vec<Observation>)>,
    adds_up: bool,
    /// Whether there is a part of a part too, whose figures are those of the first.
    is_crossed: bool,
}

impl Parts {
    pub(crate) fn drawn(u: &mut Unstructured<'_>, epoch: i32) -> Result<Self> {
        let count = u.int_in_range(0..=2)?;
        Ok(Self {
            is_of_each: u.ratio(3, 4)?,
            place: u.int_in_range(0..=count)?,
            others: (0..count)
                .map(|_| Ok((maybe(u, 7, number)?, figures(u, 5, epoch)?)))
                .collect::<Result<_>>()?,
            adds_up: u.arbitrary()?,
            is_crossed: u.ratio(1, 4)?,
        })
    }

    /// The same in another unit.
    pub(crate) fn times_ten(&self, tens: i8, figure: impl Fn(&Observation) -> Option<Observation>) -> Option<Self> {
        let value = |value: &Option<Decimal>| match value {
            Some(value) => times_ten(*value, tens).map(Some),
            None => Some(None),
        };
        let other = |(start, figures): &(Option<Decimal>, Vec<Observation>)| {
            Some((value(start)?, figures.iter().map(&figure).collect::<Option<_>>()?))
        };
        Some(Self {
            others: self.others.iter().map(other).collect::<Option<_>>()?,
            ..self.clone()
        })
    }

    pub(crate) fn of(&self) -> Of {
        if self.is_of_each {
            Of::Each(code("district"))
        } else {
            Of::Breakdown(part(self.place))
        }
    }

    /// The indicator, in another order of its parts if that is asked for.
    fn indicator(&self, target: &Target, is_turned: bool) -> Option<Indicator> {
        let name = |words: &str| Text::new(words).ok();
        let quantity = target.quantity().clone();
        let can_add_up = matches!(quantity.measure(), Measure::Stock | Measure::Flow);
        let along = |part| Some(Breakdown::new(part, name("part")?, code("district")));
        let mut breakdowns: Vec<_> = (0..=self.others.len()).map(part).map(along).collect::<Option<_>>()?;
        if self.is_crossed {
            breakdowns.push(along(code("crossed"))?.with_dimension(code("sex")));
        }
        if is_turned {
            breakdowns.reverse();
        }
        let mut indicator = Indicator::new(code("indicator"), name("indicator")?, quantity);
        if self.adds_up && can_add_up {
            indicator = indicator.with_parts_adding_up(code("district"));
        }
        Some(breakdowns.into_iter().fold(indicator, Indicator::with_breakdown))
    }

    /// The series of the parts, and at last that of the total.
    fn series(&self, first: &Series) -> Option<Vec<Series>> {
        let other = |(place, (_, figures)): (usize, &(_, Vec<Observation>))| {
            let series = Series::new(first.indicator().clone(), first.unit().clone(), figures.clone()).ok()?;
            Some(series.with_breakdown(part(place + 1)))
        };
        let mut series = vec![first.clone().with_breakdown(part(0))];
        series.extend(self.others.iter().enumerate().map(other).collect::<Option<Vec<_>>>()?);
        if self.is_crossed {
            series.push(first.clone().with_breakdown(code("crossed")));
        }
        series.push(first.clone());
        Some(series)
    }

    /// The question of this target, of which the first part has these figures.
    pub(crate) fn question(&self, target: Target, first: &Series, as_of: AsOf) -> Option<PartsQuestion> {
        Some(PartsQuestion {
            indicator: self.indicator(&target, false)?,
            turned: self.indicator(&target, true)?,
            target,
            series: self.series(first)?,
            as_of,
        })
    }
}

/// The code of a part.
pub(crate) fn part(place: usize) -> Code {
    code(["north", "south", "east"][place])
}

/// What is asked of a promise that is broken down.
#[derive(Debug, Clone)]
pub(crate) struct PartsQuestion {
    indicator: Indicator,
    /// The same with its parts in the other order.
    turned: Indicator,
    target: Target,
    /// That of the total is the last.
    series: Vec<Series>,
    as_of: AsOf,
}

impl PartsQuestion {
    fn observations(&self) -> Observations {
        Observations::new(self.series.clone()).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    fn assess(&self, rule: &Rule) -> Assessment {
        assess_target(&self.indicator, &self.target, &self.observations(), self.as_of, rule)
    }

    /// Whether each part is judged, and what a rule says of the whole.
    #[cfg(test)]
    pub(crate) fn standing(&self, rule: &Rule) -> (bool, Status) {
        let whole = self.assess(rule);
        (whole.parts.is_some(), whole.verdict.status)
    }

    /// The figures of a part; none where it has no series.
    fn series_of(&self, breakdown: &Code) -> Series {
        let mut all = self.series.iter();
        let found = all.find(|series| series.breakdown() == Some(breakdown)).cloned();
        let empty = || Series::empty(self.indicator.code().clone(), self.indicator.quantity().unit().clone());
        found.unwrap_or_else(|| empty().with_breakdown(breakdown.clone()))
    }

    /// The plan of the promise, with its figures.
    pub(crate) fn plan(&self) -> Option<(Plan, Observations)> {
        let text = |words: &str| Text::new(words).ok();
        let indicator = self.indicator.clone().with_target(self.target.clone());
        let start = self.target.start().unwrap_or(self.target.deadline());
        let period = milepost::Period::between(start.first(), self.target.deadline().last()).ok()?;
        let pillar = Pillar::new(code("pillar"), text("pillar")?).with_indicator(indicator);
        let plan = Plan::builder(code("plan"), text("plan")?, period)
            .pillar(pillar)
            .build();
        Some((plan.ok()?, self.observations()))
    }
}

/// How good a status is; what nobody knows has no place.
fn place_of(status: Status) -> Option<usize> {
    const BEST_FIRST: [Status; 8] = [
        Status::Achieved,
        Status::NotDue,
        Status::Ahead,
        Status::OnTrack,
        Status::Lagging,
        Status::OffTrack,
        Status::Worsening,
        Status::Missed,
    ];
    BEST_FIRST.iter().position(|one| *one == status)
}

/// One part is judged by its own figures; of each, every part is, and the whole stands where the worst one known does, or
/// nobody can say. No order of the parts, and nothing of the total, says anything.
pub(crate) fn each_part_decides(question: &PartsQuestion, rules: &[Rule]) {
    let target = &question.target;
    for rule in rules {
        let whole = question.assess(rule);
        let context = || format!("{} of {question:?}", rule.code());
        of_all_orders(question, rule, &whole);
        let Some(parts) = &whole.parts else {
            let breakdown = target.of().breakdown().unwrap_or_else(|| panic!("{}", context()));
            let alone = assess(target, &question.series_of(breakdown), question.as_of, rule);
            assert_eq!(whole, alone, "{}", context());
            continue;
        };
        let mut worst = None;
        let mut unknown = 0;
        for part in &parts.all {
            let promised = target.of_part(part.breakdown.clone());
            let alone = assess(&promised, &question.series_of(&part.breakdown), question.as_of, rule);
            assert_eq!(part.assessment, alone, "{}", context());
            match place_of(alone.verdict.status) {
                Some(place) => worst = worst.max(Some(place)),
                None => unknown += 1,
            }
        }
        assert_eq!(parts.unknown, unknown, "{}", context());
        let status = whole.verdict.status;
        if place_of(status).is_some() {
            assert_eq!(place_of(status), worst, "{}", context());
            let decided = parts
                .all
                .iter()
                .find(|part| Some(&part.breakdown) == parts.deciding_part.as_ref());
            let decided = decided.map(|part| part.assessment.verdict.status);
            assert_eq!(decided, Some(status), "{}", context());
        } else {
            assert!(unknown > 0, "{}", context());
        }
    }
}

/// Neither the order of the parts nor that of their series matters, nor what is known of the total.
fn of_all_orders(question: &PartsQuestion, rule: &Rule, whole: &Assessment) {
    let mut turned = question.clone();
    turned.indicator.clone_from(&question.turned);
    turned.series.pop();
    turned.series.reverse();
    let mut other = turned.assess(rule);
    let first = other.by_first_promise.as_mut().and_then(|first| first.parts.as_mut());
    for parts in first.into_iter().chain(&mut other.parts) {
        parts.all.reverse();
    }
    assert_eq!(*whole, other, "{} of {question:?}", rule.code());
}

/// Where one part stands better and was judged before, the whole is never worse.
pub(crate) fn a_better_part_is_never_worse(less: &PartsQuestion, more: &PartsQuestion, rules: &[Rule]) {
    for rule in rules {
        let (before, after) = (less.assess(rule), more.assess(rule));
        let of_first = |whole: &Assessment| {
            let parts = whole.parts.as_ref()?;
            let first = parts.all.iter().find(|one| one.breakdown == part(0))?;
            place_of(first.assessment.verdict.status)
        };
        let (Some(_), Some(_)) = (of_first(&before), of_first(&after)) else {
            continue;
        };
        let places = (place_of(before.verdict.status), place_of(after.verdict.status));
        if let (Some(first), Some(second)) = places {
            assert!(second <= first, "{} of {less:?}\nand {more:?}", rule.code());
        }
    }
}

/// The statuses are the same in another unit, of the whole and of every part, where their numbers fit.
pub(crate) fn of_any_unit(one: &PartsQuestion, other: &PartsQuestion, rules: &[Rule]) {
    for rule in rules {
        let (first, second) = (one.assess(rule), other.assess(rule));
        let pairs = |whole: &Assessment| -> Vec<Assessment> {
            let parts = whole.parts.iter().flat_map(|parts| &parts.all);
            parts.map(|part| part.assessment.clone()).collect()
        };
        let (mut ones, mut others) = (pairs(&first), pairs(&second));
        if ones.iter().chain(&others).all(|part| crate::laws::fits(&part.verdict)) {
            ones.push(first);
            others.push(second);
            let statuses = |all: &[Assessment]| all.iter().map(|one| one.verdict.status).collect::<Vec<_>>();
            let is_fit = |all: &[Assessment]| all.iter().all(|one| crate::laws::fits(&one.verdict));
            if is_fit(&ones) && is_fit(&others) {
                assert_eq!(
                    statuses(&ones),
                    statuses(&others),
                    "{} of {one:?}\nand {other:?}",
                    rule.code()
                );
            }
        }
    }
}
