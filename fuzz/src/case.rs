//! Promises with their figures, drawn from bytes: the generator that the targets share.

use arbitrary::{Arbitrary, Error, Result, Unstructured};
use milepost::chrono::NaiveDate;
use milepost::plan::{Lacks, LikelyMistake, MeasuredBy, TargetBuilder, Than};
use milepost::trajectory::{Between, Schedule};
use milepost::value::{Edge, Interval, Tolerance};
use milepost::{
    Amendment, AsOf, Baseline, Bound, Changes, Code, Cuts, Decimal, Direction, Every, Goal, Language, Length, Measure,
    Observation, ObservationStatus, Period, Point, Published, Quantity, Reading, Requirement, Rule, Series, Shape,
    Source, Target, Text, Unit,
};

use crate::laws::Question;
use crate::parts::{self, Parts, PartsQuestion};

/// One promise, its figures, the day of the question, and what the laws vary.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    quantity: Quantity,
    pub(crate) goal: Goal,
    baseline: Option<(Period, Option<Decimal>)>,
    deadline: Period,
    shape: Option<Shape>,
    milestones: Vec<Point>,
    reported: Option<Length>,
    pub(crate) figures: Vec<Observation>,
    pub(crate) later: Vec<Observation>,
    pub(crate) as_of: AsOf,
    pub(crate) rule: Rule,
    pub(crate) language: Language,
    /// By which power of ten the values are written anew.
    pub(crate) tens: i8,
    /// How much more the last figure could have been.
    pub(crate) more: Decimal,
    /// What is amended later, and on which day.
    amendments: Vec<(NaiveDate, Option<Goal>, Option<Period>)>,
    /// By what it is broken down.
    parts: Option<Parts>,
}

impl<'a> Arbitrary<'a> for Case {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        // Thousands of years are asked for elsewhere: here the years lie together, whichever they are.
        let epoch = if u.ratio(9, 10)? {
            2015
        } else {
            u.int_in_range(1..=9900)?
        };
        let quantity = quantity(u)?;
        let goal = goal(u)?;
        let baseline = maybe(u, 9, |u| Ok((period(u, epoch)?, maybe(u, 8, number)?)))?;
        Ok(Self {
            quantity: Quantity::new(measure_of(goal, quantity.measure()), quantity.unit().clone()),
            goal,
            baseline,
            deadline: period(u, epoch + 8)?,
            shape: maybe(u, 4, |u| shape(u, epoch))?,
            milestones: maybe(u, 2, |u| some(u, 3, |u| milestone(u, epoch)))?.unwrap_or_default(),
            reported: maybe(u, 2, length)?,
            figures: figures(u, 10, epoch)?,
            later: figures(u, 3, epoch)?,
            as_of: as_of(u, epoch + 4)?,
            rule: rule(u)?,
            language: *u.choose(Language::ALL)?,
            tens: u.int_in_range(-3..=3)?,
            more: number(u)?.abs(),
            amendments: some(u, 3, |u| {
                Ok((
                    day(u, epoch)?,
                    maybe(u, 5, self::goal)?,
                    maybe(u, 5, |u| period(u, epoch + 8))?,
                ))
            })?,
            parts: maybe(u, 7, |u| Parts::drawn(u, epoch))?,
        })
    }
}

impl Case {
    /// The question, if the promise can be made and its figures can be told apart.
    pub(crate) fn question(&self) -> Option<Question> {
        self.asked_of(self.builder())
    }

    /// The same of a promise that is amended, if it can be; the amendments stand in either order.
    pub(crate) fn amended_question(&self) -> Option<Question> {
        let amended = |builder: TargetBuilder, (since, goal, deadline): &(NaiveDate, Option<Goal>, Option<Period>)| {
            let changes = goal.map_or_else(Changes::default, |goal| Changes::new().goal(goal));
            let changes = deadline.iter().fold(changes, |changes, one| changes.deadline(*one));
            builder.amendment(Amendment::new(*since), changes)
        };
        let question = self.asked_of(self.amendments.iter().fold(self.builder(), amended))?;
        let turned = self.asked_of(self.amendments.iter().rev().fold(self.builder(), amended));
        assert_eq!(
            turned.map(|turned| turned.target).as_ref(),
            Some(&question.target),
            "{self:?}"
        );
        (!question.target.versions().is_empty()).then_some(question)
    }

    /// The same promise of one part or of each, if it can be made.
    pub(crate) fn question_of_parts(&self) -> Option<PartsQuestion> {
        let parts = self.parts.as_ref()?;
        let mut builder = self.builder().of(parts.of());
        if let Some((period, value)) = self.baseline.filter(|_| parts.is_of_each) {
            let others = parts.others.iter().map(|(start, _)| *start);
            let stated = [value].into_iter().chain(others).enumerate();
            let baseline = stated.fold(Baseline::observed(period), |baseline, (place, value)| match value {
                Some(value) => baseline.with_value_of(parts::part(place), value),
                None => baseline,
            });
            builder = builder.baseline(baseline);
        }
        let question = self.asked_of(builder)?;
        parts.question(question.target, &question.series, question.as_of)
    }

    fn asked_of(&self, builder: TargetBuilder) -> Option<Question> {
        Some(Question {
            target: builder.build().ok()?,
            series: self.series(self.figures.clone())?,
            as_of: self.as_of,
        })
    }

    fn builder(&self) -> TargetBuilder {
        let mut builder = Target::builder(code("target"), self.quantity.clone(), self.goal, self.deadline);
        if let Some((period, value)) = self.baseline {
            builder = builder.baseline(match value {
                Some(value) => Baseline::stated(period, value),
                None => Baseline::observed(period),
            });
        }
        if let Some(shape) = &self.shape {
            builder = builder.shape(shape.clone());
        }
        if let Some(every) = self.reported {
            builder = builder.reported(every);
        }
        // Whatever is drawn is meant.
        builder = LikelyMistake::ALL
            .iter()
            .copied()
            .fold(builder, TargetBuilder::accepting);
        let milestones = self.milestones.iter().copied();
        milestones.fold(builder, TargetBuilder::milestone)
    }

    /// A series of these figures.
    pub(crate) fn series(&self, figures: Vec<Observation>) -> Option<Series> {
        Series::new(code("indicator"), self.quantity.unit().clone(), figures).ok()
    }

    /// The figures known by then, and others that were published on the next day.
    pub(crate) fn with_later_vintages(&self) -> Option<Series> {
        let tomorrow = self.as_of.date().succ_opt()?;
        let later = self.later.iter().cloned().map(|figure| figure.published_on(tomorrow));
        self.series(self.figures.iter().cloned().chain(later).collect())
    }

    /// Whether the values can be in percent.
    pub(crate) const fn has_percent(&self) -> bool {
        matches!(self.quantity.measure(), Measure::Share | Measure::GrowthRate)
    }

    /// The same promise and figures in a unit that is so many powers of ten smaller: a thousand metres for a kilometre.
    pub(crate) fn in_another_unit(&self) -> Option<Self> {
        let (unit, tens) = (self.quantity.unit(), self.tens);
        // What is counted one by one, or stands in an order, has no other unit.
        if unit.is_whole() || self.quantity.measure() == Measure::Rank {
            return None;
        }
        let multiplier = unit.multiplier().checked_sub(tens)?;
        let unit = Unit::new(unit.code().clone(), multiplier).ok()?;
        let value = |value| times_ten(value, tens);
        // An index of rates has no unit.
        let is_of_levels = self.goal.measured_by() == MeasuredBy::Levels;
        let on_path = |number| if is_of_levels { value(number) } else { Some(number) };
        let point = |one: &Point| Some(Point::new(one.period, on_path(one.value)?));
        let baseline = match self.baseline {
            Some((period, Some(stated))) => Some((period, Some(value(stated)?))),
            other => other,
        };
        let shape = match &self.shape {
            Some(Shape::Schedule(schedule)) => Some(Shape::Schedule(Schedule {
                points: schedule.points.iter().map(point).collect::<Option<_>>()?,
                between: schedule.between,
            })),
            Some(Shape::Logistic { ceiling }) => Some(Shape::Logistic {
                ceiling: on_path(*ceiling)?,
            }),
            other => other.clone(),
        };
        Some(Self {
            quantity: Quantity::new(self.quantity.measure(), unit),
            goal: goal_times_ten(self.goal, tens)?,
            baseline,
            shape,
            milestones: self.milestones.iter().map(point).collect::<Option<_>>()?,
            figures: self
                .figures
                .iter()
                .map(|one| figure_times_ten(one, tens))
                .collect::<Option<_>>()?,
            parts: match &self.parts {
                Some(parts) => Some(parts.times_ten(tens, |one| figure_times_ten(one, tens))?),
                None => None,
            },
            ..self.clone()
        })
    }

    /// The same, had the last figure been better; of a value that is to be high or low, from a stated baseline outside of it.
    pub(crate) fn with_a_better_last_figure(&self) -> Option<Self> {
        let Goal::Level(requirement) = self.goal else {
            return None;
        };
        let (at, Some(start)) = self.baseline? else { return None };
        let further = match requirement.bound() {
            Bound::AtLeast(goal) | Bound::MoreThan(goal) if start < goal => self.more,
            Bound::AtMost(goal) | Bound::LessThan(goal) if start > goal => Decimal::ZERO.checked_sub(self.more)?,
            _ => return None,
        };
        let mut figures = self.series(self.figures.clone())?.observations().to_vec();
        let last = figures.pop()?;
        // It speaks of a time after all else: rules that go by years count some periods for that in which they begin.
        let begins = last.coverage().first();
        let is_last = at.last() < begins && figures.iter().all(|one| one.coverage().last() < begins);
        let Reading::Exact(value) = last.reading() else {
            return None;
        };
        if !is_last || last.is_running_total() {
            return None;
        }
        figures.push(with_reading(&last, value.checked_add(further)?.into())?);
        Some(Self {
            figures,
            ..self.clone()
        })
    }
}

/// A figure with another reading.
fn with_reading(figure: &Observation, reading: Reading) -> Option<Observation> {
    let mut other = Observation::new(figure.period(), reading)
        .with_published(figure.published())
        .with_status(figure.status());
    if let Some(source) = figure.source() {
        other = other.with_source(source.clone());
    }
    if figure.is_running_total() {
        other = other.cumulative_since(figure.coverage().first()).ok()?;
    }
    Some(other)
}

/// The value times a power of ten, if that is exact.
pub(crate) fn times_ten(value: Decimal, tens: i8) -> Option<Decimal> {
    let value = value.normalize();
    let scale = i32::try_from(value.scale()).ok()?.checked_sub(tens.into())?;
    let (mantissa, scale) = match u32::try_from(scale) {
        Ok(scale) => (value.mantissa(), scale),
        Err(_) => (
            value
                .mantissa()
                .checked_mul(10_i128.checked_pow(scale.unsigned_abs())?)?,
            0,
        ),
    };
    Decimal::try_from_i128_with_scale(mantissa, scale).ok()
}

fn goal_times_ten(goal: Goal, tens: i8) -> Option<Goal> {
    let scaled = |requirement| requirement_times_ten(requirement, tens);
    Some(match goal {
        Goal::Level(requirement) => Goal::Level(scaled(requirement)?),
        Goal::Addition(requirement) => Goal::Addition(scaled(requirement)?),
        Goal::Cumulative(requirement) => Goal::Cumulative(scaled(requirement)?),
        Goal::Keep {
            requirement,
            every,
            kept_in,
            ..
        } => {
            let each = scaled(requirement)?;
            kept_in.map_or_else(
                || Goal::keep(each, every),
                |periods| Goal::keep_in(periods, each, every),
            )
        }
        // Fractions and directions have no unit.
        other => other,
    })
}

fn requirement_times_ten(requirement: Requirement, tens: i8) -> Option<Requirement> {
    let value = |value| times_ten(value, tens);
    let bound = match requirement.bound() {
        Bound::AtLeast(limit) => Bound::AtLeast(value(limit)?),
        Bound::MoreThan(limit) => Bound::MoreThan(value(limit)?),
        Bound::AtMost(limit) => Bound::AtMost(value(limit)?),
        Bound::LessThan(limit) => Bound::LessThan(value(limit)?),
        Bound::Within(band) => Bound::within(value(band.low())?, value(band.high())?).ok()?,
    };
    match requirement.tolerance() {
        Tolerance::Of(amount) => Requirement::with_tolerance(bound, value(amount)?).ok(),
        Tolerance::NotStated => Some(Requirement::with_tolerance_not_stated(bound)),
        Tolerance::None => Some(bound.into()),
    }
}

fn figure_times_ten(figure: &Observation, tens: i8) -> Option<Observation> {
    let value = |value| times_ten(value, tens);
    let limit = |limit| match limit {
        Edge::Inclusive(one) => value(one).map(Edge::Inclusive),
        Edge::Exclusive(one) => value(one).map(Edge::Exclusive),
        Edge::Unlimited => Some(Edge::Unlimited),
    };
    let reading = match figure.reading() {
        Reading::Exact(one) => Reading::Exact(value(one)?),
        Reading::Approximate(one) => Reading::Approximate(value(one)?),
        Reading::Interval(interval) => Interval::between(limit(interval.low())?, limit(interval.high())?)
            .ok()?
            .into(),
        Reading::Missing => Reading::Missing,
    };
    with_reading(figure, reading)
}

/// A code of this crate's own words.
pub(crate) fn code(word: &str) -> Code {
    word.parse().unwrap_or_else(|error| panic!("{error}"))
}

/// One of these in ten draws.
pub(crate) fn maybe<'a, T>(
    u: &mut Unstructured<'a>,
    in_ten: u8,
    draw: impl FnOnce(&mut Unstructured<'a>) -> Result<T>,
) -> Result<Option<T>> {
    Ok(if u.ratio(in_ten, 10_u8)? { Some(draw(u)?) } else { None })
}

/// At most so many of these.
fn some<'a, T>(
    u: &mut Unstructured<'a>,
    most: usize,
    mut draw: impl FnMut(&mut Unstructured<'a>) -> Result<T>,
) -> Result<Vec<T>> {
    let count = u.int_in_range(0..=most)?;
    (0..count).map(|_| draw(u)).collect()
}

fn maybe_valid<T, E>(value: core::result::Result<T, E>) -> Result<T> {
    value.map_err(|_| Error::IncorrectFormat)
}

/// Any decimal: often a plain one, so that ties are met, and sometimes an extreme one.
pub(crate) fn number(u: &mut Unstructured<'_>) -> Result<Decimal> {
    let (mantissa, scale) = match u.int_in_range(0..=15)? {
        0..=6 => (u.arbitrary::<u8>()?.into(), u.int_in_range(0..=1)?),
        7..=9 => (u.arbitrary::<i16>()?.into(), u.int_in_range(0..=2)?),
        10..=12 => (u.arbitrary::<i64>()?.into(), u.int_in_range(0..=19)?),
        13 | 14 => (u.arbitrary::<i128>()? >> 31, u.int_in_range(0..=28)?),
        _ => return Ok(*u.choose(&EXTREMES)?),
    };
    maybe_valid(Decimal::try_from_i128_with_scale(mantissa, scale))
}

const EXTREMES: [Decimal; 8] = [
    Decimal::ZERO,
    Decimal::ONE,
    Decimal::NEGATIVE_ONE,
    Decimal::ONE_HUNDRED,
    Decimal::MAX,
    Decimal::MIN,
    Decimal::from_parts(1, 0, 0, false, 28),
    Decimal::from_parts(1, 0, 0, true, 28),
];

/// Any day from this year on, and some years more.
fn day(u: &mut Unstructured<'_>, epoch: i32) -> Result<NaiveDate> {
    let (year, ordinal) = (epoch + u.int_in_range(0..=9)?, u.int_in_range(1..=365)?);
    NaiveDate::from_yo_opt(year, ordinal).ok_or(Error::IncorrectFormat)
}

/// Any period from this year on: often a year.
fn period(u: &mut Unstructured<'_>, epoch: i32) -> Result<Period> {
    let kind = u.int_in_range(0..=9)?;
    if kind < 6 {
        return maybe_valid(Period::year(epoch + u.int_in_range(0..=9)?));
    }
    let first = day(u, epoch)?;
    if kind < 9 {
        return maybe_valid(Period::containing(first, length(u)?));
    }
    let last = day(u, epoch)?;
    maybe_valid(Period::between(first.min(last), first.max(last)))
}

fn length(u: &mut Unstructured<'_>) -> Result<Length> {
    u.choose(&Length::NAMED.map(|(_, length)| length)).copied()
}

fn quantity(u: &mut Unstructured<'_>) -> Result<Quantity> {
    let unit = match u.int_in_range(0..=3)? {
        0 => Unit::ratio(),
        1 => Unit::percent(),
        2 => maybe_valid(Unit::ratio().counted_whole())?,
        _ => maybe_valid(Unit::new(code("m"), u.int_in_range(-9..=9)?))?,
    };
    Ok(Quantity::new(*u.choose(Measure::ALL)?, unit))
}

/// The measure that a goal asks for, or else this one.
fn measure_of(goal: Goal, otherwise: Measure) -> Measure {
    match (goal, goal.measured_by()) {
        (Goal::Cumulative(_), _) => Measure::Flow,
        (_, MeasuredBy::YearlyRates) => Measure::GrowthRate,
        _ => otherwise,
    }
}

fn bound(u: &mut Unstructured<'_>, draw: fn(&mut Unstructured<'_>) -> Result<Decimal>) -> Result<Bound> {
    Ok(match u.int_in_range(0..=4)? {
        0 => Bound::AtLeast(draw(u)?),
        1 => Bound::MoreThan(draw(u)?),
        2 => Bound::AtMost(draw(u)?),
        3 => Bound::LessThan(draw(u)?),
        _ => {
            let (one, other) = (draw(u)?, draw(u)?);
            maybe_valid(Bound::within(one.min(other), one.max(other)))?
        }
    })
}

fn requirement(u: &mut Unstructured<'_>, draw: fn(&mut Unstructured<'_>) -> Result<Decimal>) -> Result<Requirement> {
    let bound = bound(u, draw)?;
    Ok(match u.int_in_range(0..=7)? {
        0 => Requirement::with_tolerance_not_stated(bound),
        1 => maybe_valid(Requirement::with_tolerance(bound, draw(u)?.abs()))?,
        _ => bound.into(),
    })
}

/// A change or a rate: hundredths, some of them beyond 1.
fn fraction(u: &mut Unstructured<'_>) -> Result<Decimal> {
    Ok(Decimal::new(u.int_in_range(-99..=156)?, 2))
}

fn goal(u: &mut Unstructured<'_>) -> Result<Goal> {
    Ok(match u.int_in_range(0..=11)? {
        0..=3 => Goal::level(requirement(u, number)?),
        4 => {
            let asked = requirement(u, fraction)?;
            if u.arbitrary()? {
                Goal::change_by_yearly_rates(asked)
            } else {
                Goal::change(asked)
            }
        }
        5 => Goal::addition(requirement(u, number)?),
        6 | 7 => Goal::cumulative(requirement(u, number)?),
        8 => {
            let asked = requirement(u, fraction)?;
            if u.arbitrary()? {
                Goal::average_growth_by_yearly_rates(asked)
            } else {
                Goal::average_growth(asked)
            }
        }
        9 => {
            let (asked, every) = (requirement(u, number)?, every(u)?);
            if u.ratio(1, 4)? {
                Goal::keep_in(u.int_in_range(0..=4)?, asked, every)
            } else {
                Goal::keep(asked, every)
            }
        }
        10 => Goal::trend_than(
            *u.choose(&[Direction::Rising, Direction::Falling])?,
            *u.choose(&[Than::Previous, Than::Baseline, Than::YearBefore])?,
            every(u)?,
        ),
        _ => Goal::Unstated(*u.choose(&[Lacks::Number, Lacks::Bound, Lacks::Reference])?),
    })
}

fn every(u: &mut Unstructured<'_>) -> Result<Every> {
    Ok(if u.ratio(1, 5)? {
        Every::Figure
    } else {
        length(u)?.into()
    })
}

fn milestone(u: &mut Unstructured<'_>, epoch: i32) -> Result<Point> {
    Ok(Point::new(period(u, epoch)?, number(u)?))
}

fn shape(u: &mut Unstructured<'_>, epoch: i32) -> Result<Shape> {
    Ok(match u.int_in_range(0..=4)? {
        0 => Shape::Linear,
        1 => Shape::ConstantGrowth,
        2 => Shape::Hold,
        3 => Shape::Logistic { ceiling: number(u)? },
        _ => Shape::Schedule(Schedule {
            points: some(u, 3, |u| milestone(u, epoch))?,
            between: *u.choose(&[Between::Stepped, Between::Interpolated])?,
        }),
    })
}

fn reading(u: &mut Unstructured<'_>) -> Result<Reading> {
    Ok(match u.int_in_range(0..=11)? {
        0 => Reading::Approximate(number(u)?),
        1 => Interval::more_than(number(u)?).into(),
        2 => Interval::at_most(number(u)?).into(),
        3 => {
            let (one, other) = (number(u)?, number(u)?);
            let (low, high) = (Edge::Inclusive(one.min(other)), Edge::Exclusive(one.max(other)));
            Interval::between(low, high).map_or(Reading::Missing, Reading::from)
        }
        4 => Reading::Missing,
        _ => number(u)?.into(),
    })
}

/// At most so many figures.
pub(crate) fn figures(u: &mut Unstructured<'_>, most: usize, epoch: i32) -> Result<Vec<Observation>> {
    some(u, most, |u| figure(u, epoch))
}

fn figure(u: &mut Unstructured<'_>, epoch: i32) -> Result<Observation> {
    const STATUSES: [ObservationStatus; 8] = [
        ObservationStatus::Normal,
        ObservationStatus::Normal,
        ObservationStatus::Normal,
        ObservationStatus::Normal,
        ObservationStatus::Provisional,
        ObservationStatus::Estimated,
        ObservationStatus::Break,
        ObservationStatus::Forecast,
    ];
    let mut figure = Observation::new(period(u, epoch)?, reading(u)?)
        .with_published(published(u, epoch)?)
        .with_status(*u.choose(&STATUSES)?);
    if let Some(title) = maybe(u, 2, |u| u.choose(&["bureau", "ministry"]).copied())? {
        figure = figure.with_source(Source::new(maybe_valid(Text::new(title))?));
    }
    if let Some(since) = maybe(u, 2, |u| day(u, epoch))? {
        figure = figure.clone().cumulative_since(since).unwrap_or(figure);
    }
    Ok(figure)
}

fn published(u: &mut Unstructured<'_>, epoch: i32) -> Result<Published> {
    Ok(match u.int_in_range(0..=7)? {
        0 => Published::Unstated,
        1 => Published::NotBefore(day(u, epoch)?),
        _ => Published::On(day(u, epoch)?),
    })
}

fn as_of(u: &mut Unstructured<'_>, epoch: i32) -> Result<AsOf> {
    let as_of = AsOf::from(day(u, epoch)?);
    Ok(if u.ratio(1, 3)? {
        as_of.including_undated()
    } else {
        as_of
    })
}

/// The rule of this crate with cuts and ages of its own.
fn rule(u: &mut Unstructured<'_>) -> Result<Rule> {
    let mut rule = Rule::pace();
    if u.ratio(1, 4)? {
        let mut cut = || Ok(Decimal::new(u.int_in_range(-300..=300)?, 2));
        let mut cuts = [cut()?, cut()?, cut()?, cut()?];
        cuts.sort_unstable();
        let [off_track, lagging, on_track, ahead] = cuts;
        rule = maybe_valid(rule.with_cuts(maybe_valid(Cuts::new(ahead, on_track, lagging, off_track))?))?;
    }
    if u.ratio(1, 4)? {
        rule = rule.with_max_age(maybe(u, 7, |u| u.int_in_range(0..=5))?);
    }
    Ok(rule)
}
