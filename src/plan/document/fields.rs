//! The fields of every noun: what can stand there, what it means to leave it out, and what it says.
//!
//! The reader knows from here what is unknown, what is missing, and which names are near. The tables of the page,
//! `docs/documents.md`, are written from here too.

use super::super::{GoalKind, Lacks, LikelyMistake, MeasuredBy, Nature, Than, Verifiability};
use super::noun::Type::{
    Code, CodeOf, Date, Decimal, DecimalIn, DecimalsBy, Either, Flag, Format, Length, List, Map, OneOf, Pair, Period, Text,
    PlainText, WholeNumberIn,
};
use super::form::{NOT_NEGATIVE, POSITIVE, PROPER_SHARE, SHARE};
use super::noun::{Field, LeftOut, Noun, Type};
use super::words::{CURVES, NOT_STATED, OF, PATHS};
use crate::series::{DeliveryState, ObservationStatus};
use crate::trajectory::{Between, Clock};
use crate::value::{Collected, Direction, Measure};

/// A field that cannot be left out.
pub(crate) const fn required(name: &'static str, value: Type, meaning: &'static str) -> Field {
    Field { name, value, left_out: LeftOut::Refused, meaning }
}

/// A field that can be left out: then nothing is said of what it says, and its row on the page has `none`.
pub(crate) const fn optional(name: &'static str, value: Type, meaning: &'static str) -> Field {
    otherwise(name, value, "none", meaning)
}

/// A field that can be left out; `without` says in words what a map without it means.
pub(crate) const fn otherwise(name: &'static str, value: Type, without: &'static str, meaning: &'static str) -> Field {
    Field { name, value, left_out: LeftOut::Means(without), meaning }
}

/// One of several fields of which a map must have exactly one; `rule` says this in words.
const fn one_of(name: &'static str, value: Type, rule: &'static str, meaning: &'static str) -> Field {
    Field { name, value, left_out: LeftOut::ForAnother(rule), meaning }
}

/// A field that can be left out: a map without it means the same as one in which it has the value `written`, in JSON.
pub(crate) const fn default(name: &'static str, value: Type, written: &'static str, meaning: &'static str) -> Field {
    Field { name, value, left_out: LeftOut::Writes(written), meaning }
}

pub(crate) const FORMAT: Field = required("format", Format, "how the document is to be read");
pub(crate) const SCHEMA: Field = optional("$schema", PlainText,
    "the address of a schema, by which editors help to write; nothing else reads it, and it is not written");
pub(crate) const CODE: Field = required("code", Code, "its name for machines");
pub(crate) const NAME: Field = required("name", Text, "its name for people");
pub(crate) const WEIGHT: Field = default("weight", DecimalIn(&POSITIVE), "\"1\"", "how much it counts among its neighbours");
const RESPONSIBLE: Field = optional("responsible", Text, "who answers for it");
const CITED: Field = optional("citation", Map(&CITATION), "where it was promised");
const SOURCED: Field = optional("source", Map(&SOURCE), "where it was found");
pub(crate) const NOTE: Field = optional("note", Text, "a note for readers");

// A plan

pub(crate) static PLAN: Noun = Noun { name: "plan", is: "what was promised for a time and a place", fields: &[&[FORMAT, SCHEMA], &OF_PLAN, &[
    required("pillars", List(&Map(&PILLAR)), "its parts"),
]] };

/// The fields of a plan as a whole.
pub(crate) static OF_PLAN: [Field; 8] = [
    CODE, NAME,
    optional("region", Text, "for which region"),
    required("period", Period, "the time for which it is made; a deadline outside of it is a warning"),
    optional("issuers", List(&Text), "who made it"),
    optional("published", Date, "when it was published"),
    optional("citation", Map(&CITATION), "where it was published"),
    NOTE,
];

pub(crate) static CITATION: Noun = Noun { name: "citation", is: "where something was promised or stated", fields: &[&[
    required("document", Text, "the title of the document"),
    optional("url", PlainText, "its address"),
    optional("quote", Text, "the exact words"),
]] };

pub(super) static PILLAR: Noun = Noun {
    name: "pillar", is: "one of the parts into which the plan is divided", fields: &[&[
    CODE, NAME, WEIGHT,
    optional("indicators", List(&Map(&INDICATOR)), "what is measured"),
    optional("deliverables", List(&Map(&DELIVERABLE)), "what is done or not by a date"),
    NOTE,
]] };

pub(super) static INDICATOR: Noun = Noun {
    name: "indicator", is: "what is measured, with the targets that promise something of it", fields: &[&[CODE, NAME], &OF_INDICATOR, &[
    optional("targets", List(&Map(&TARGET)), "what is promised of it; without any it can be shown beside others"),
]] };

/// The fields of an indicator beside its names and targets.
pub(crate) static OF_INDICATOR: [Field; 7] = [
    required("measure", OneOf(&Measure::WORDS),
        "what kind of number it is: a `stock` at a moment, a `flow` in a period, a `share` of a whole, a `ratio` of one \
         quantity per another; 1 is the best `rank`"),
    otherwise("collected", OneOf(&Collected::WORDS), "`end` of a stock, `sum` of a flow, else `average`",
        "how a figure relates to its period: at its `end`, `beginning` or `middle`, as the `average` over it, or (a flow) as its `sum`. \
         A part of a period never stands for the average or sum of the whole"),
    required("unit", Map(&UNIT), "the unit of every number of the indicator"),
    otherwise("possible", Map(&POSSIBLE), "a share lies in its whole, a `rank` is 1 or more",
        "where every value lies: no promise reaches beyond it, a figure beyond it is a warning, \
         and projections stop at its edge. Sums of a `flow` from 0 on only grow, so that a part of a year that is beyond a \
         cap decides at once"),
    optional("breakdowns", List(&Map(&BREAKDOWN)), "its parts by sex, district …: series and targets can be of one of them"),
    optional("adds_up", List(&Code),
        "the dimensions along which the parts of a `stock` or a `flow` add up to its total: \
         where their figures do not, exactly, the check of the observations says so"),
    optional("note", Text, "a note for readers: its definition, say"),
];

pub(super) static BREAKDOWN: Noun = Noun {
    name: "breakdown", is: "a part of what an indicator measures, as by sex or by district", fields: &[&[
    required("code", Code, "its name for machines, within its indicator"),
    NAME,
    required("dimensions", List(&Code),
        "what it is a part by, at least one: `[\"district\"]`. The parts along one dimension alone are those of the total"),
]] };

pub(super) static POSSIBLE: Noun = Noun { name: "range", is: "where every value of an indicator lies", fields: &[&[
    optional("at_least", Decimal, "the least that there can be; one of the two limits must be there"),
    optional("at_most", Decimal, "the most that there can be"),
]] };

pub(crate) static UNIT: Noun = Noun { name: "unit", is: "what numbers count, and in which power of ten", fields: &[&[
    required("code", Code, "`\"CNY\"`, `\"t\"`; `\"1\"` is the plain number"),
    default("multiplier", WholeNumberIn(-28, Some(28)), "0",
        "the power of ten in which it counts: `8` with `CNY` is hundreds of millions of yuan"),
    optional("label", Text, "what is printed after the number: `\"億元\"`, `\"firms\"`; without one, the code behind its power of ten (`million EUR`)"),
    default("whole", Flag, "false",
        "whether the things come one by one (buildings, firms); needs the multiplier 0. \
         Then an expected 44.29 buildings are 44 for the verdict"),
]] };

pub(super) static TARGET: Noun = Noun { name: "target", is: "one promise about its indicator", fields: &[&[CODE], &NAMES_OF_TARGET, &[
    required("goal", Map(&GOAL), "what is promised"),
], &OF_TARGET] };

/// What a target is called, and what it is about.
pub(crate) static NAMES_OF_TARGET: [Field; 2] = [
    otherwise("name", Text, "the indicator's", "its name for people"),
    default("of", Either(&OneOf(&OF), &Map(&PART)), "\"total\"",
        "what of the indicator it is about: the `total`, one breakdown, or each part along a dimension"),
];

/// The fields of a target beside its names and goal.
pub(crate) static OF_TARGET: [Field; 18] = [
    optional("baseline", Either(&Period, &Map(&BASELINE)),
        "where it starts; all goals but `level` and `unstated` need one. \
         A level that is to be reached has no path without one, and is `unknown` until it is met or due. \
         The value of a period alone is read from the observations as they were known"),
    required("deadline", Period,
        "the period whose value decides; its end comes after the baseline's. \
         What stands at its beginning or in its middle is due at that moment. \
         An average or a sum is that of the deadline's own period; if that is shorter than a year, of a longer time that \
         ends with it: as long as the period of the baseline; without one, and where that is a mean, as long as \
         `reported` says; else a year"),
    otherwise("limit", Flag, "told by where it starts: within its bound or not",
        "whether it is a limit to be kept within, whose room is used bit by bit, or a goal to be reached; not for `keep`, \
         `trend` and `unstated`"),
    otherwise("path", A_PATH, "the goal's own",
        "how the value is to get there: by the same amount a year (`linear`), by the same rate a year \
         (`constant_growth`: only through values above 0), at the bound all along (`hold`: for `keep` and for limits), \
         on an S-curve (`logistic`), or by the author's own schedule"),
    optional("milestones", List(&Map(&MILESTONE)),
        "what is promised in between, in the order of time; the path leads through it"),
    otherwise("nature", OneOf(&Nature::WORDS), "not stated", "how it obliges: 约束性 or 预期性"),
    RESPONSIBLE, WEIGHT,
    otherwise("reported", Length(&[]), "the goal's own length for `keep`, `trend`, averages and sums; else a year, or a quarter of the time if shorter",
        "how often a figure is due: two of these periods after it was first published, a figure says nothing of today"),
    default("time", OneOf(&Clock::WORDS), "\"months\"",
        "how time is counted on the way: in `months` and parts of them, or in `days` (weekly and daily plans)"),
    CITED,
    optional("alternative_to", CodeOf(&TARGET), "another reading of that target, which alone counts"),
    optional("restates", CodeOf(&TARGET),
        "another wording of that target, which alone counts; not together with `alternative_to`"),
    optional("part_of", CodeOf(&TARGET), "the longer target of which it is an instalment"),
    optional("proxies", List(&CodeOf(&INDICATOR)), "shown beside it, never deciding"),
    NOTE,
    optional("accept", List(&OneOf(&LikelyMistake::WORDS)),
        "what is refused or warned of because it is hardly what was meant, and is meant here: a change or rate beyond ±1 (a tripling \
         is 2), a bound that every possible value meets, a share of 1 % or less"),
    optional("amendments", List(&Map(&AMENDMENT)), "how it was changed later, in any order; each amends the version before it in time"),
];

const AMENDED: [Field; 4] = [
    required("in_force", Date, "from when it holds; never before it is published"),
    otherwise("published", Date, "by the day on which it is in force", "when it was published"),
    optional("why", Text, "why it was made"),
    optional("citation", Map(&CITATION), "where it is stated"),
];
const AS_BEFORE: &str = "as before";
pub(super) static AMENDMENT: Noun = Noun {
    name: "amendment", is: "a later change of a target: what it does not state stays as it was",
    fields: &[&AMENDED, &[
    otherwise("goal", Map(&GOAL), AS_BEFORE, "what is promised since: the whole goal"),
    otherwise("baseline", Either(&Period, &Map(&BASELINE)), AS_BEFORE,
        "where it starts; a value that it states is in the definition in which the figures are published since"),
    otherwise("deadline", Period, AS_BEFORE, "the period whose value decides since"),
    otherwise("limit", Flag, "as before; of another kind of goal, told by where it starts", "whether it is a limit since"),
    otherwise("path", A_PATH,
        "as before; after a schedule, or of another kind of goal, the goal's own", "how the value is to get there since"),
    otherwise("milestones", List(&Map(&MILESTONE)), "as before; with a new goal or deadline, those that were due",
        "what is promised in between since, from the first of them on"),
]] };

pub(super) static NEW_DEADLINE: Noun = Noun {
    name: "new deadline", is: "a later change of the day by which a deliverable is due", fields: &[&AMENDED, &[
    required("deadline", Period, "by when since"),
]] };

pub(super) static PART: Noun = Noun {
    name: "part", is: "what of its indicator a target is about where that is not the total", fields: &[&[
    one_of("breakdown", CodeOf(&BREAKDOWN), ONE_OF_THEM, "one breakdown, whose series decides"),
    one_of("each", Code, ONE_OF_THEM,
        "a dimension: each part along it has to keep the promise, from a baseline of its own, and the worst of them decides"),
]] };

pub(super) static BASELINE: Noun = Noun {
    name: "baseline", is: "the period from which a promise counts, with its value where the plan states it",
    fields: &[&[
    required("period", Period, "from which it counts"),
    otherwise("value", Decimal, "read from the observations", "the value that the plan itself states, in the unit"),
    otherwise("values", DecimalsBy(&BREAKDOWN), "read from the series of each part",
        "the values that the plan states for the parts of a target of `each`: `{\"north\": \"30\"}`"),
    default("mean", Flag, "false",
        "whether it is the mean of the periods in it that are as long as the deadline, or where that is less than a year as `reported`, \
         else a year; for `keep` and `trend` as long as `every`. Each of them must be known: \
         the years 2016 to 2018, as `\"2016-01-01/P3Y\"`. It stands halfway between the ends of the first and the last"),
    optional("citation", Map(&CITATION), "where it is stated"),
]] };

pub(super) static REFERENCE: Noun = Noun {
    name: "reference", is: "the value of a scenario from which a change counts", fields: &[&[
    required("period", Period, "of which the value is expected"),
    required("value", Decimal, "the value, in the unit, above 0"),
    optional("name", Text, "what it is called: `\"business as usual\"`"),
]] };

static AN_S_CURVE: Type = Map(&S_CURVE);
static A_SCHEDULE: Type = Map(&SCHEDULE);
static A_MAP: Type = Either(&AN_S_CURVE, &A_SCHEDULE);
const A_PATH: Type = Either(&OneOf(&PATHS), &A_MAP);

pub(super) static S_CURVE: Noun = Noun {
    name: "S-curve", is: "a path that leads slowly, then fast, then slowly again", fields: &[&OF_S_CURVE] };
static OF_S_CURVE: [Field; 2] = [
    required("shape", OneOf(&CURVES), "the name of the curve"),
    required("ceiling", Decimal,
        "what is never quite reached, in the unit, above all values of the path: the odds value ÷ (ceiling − value) grow by the same rate a year"),
];

pub(super) static SCHEDULE: Noun = Noun {
    name: "schedule", is: "a path that the author states in a table", fields: &[&OF_SCHEDULE] };
static OF_SCHEDULE: [Field; 2] = [
    required("schedule", List(&Map(&POINT)),
        "at least one point; if the last is at the deadline, it is the goal. It takes the place of `milestones`"),
    required("between", OneOf(&Between::WORDS),
        "what is due between its points: a value until the next (`stepped`), or straight lines (`interpolated`)"),
];

/// A path in a map that is neither.
pub(super) static PATH: Noun = Noun {
    name: "path", is: "a way from the baseline to the goal", fields: &[&OF_S_CURVE, &OF_SCHEDULE] };

pub(super) static POINT: Noun = Noun { name: "point", is: "a period with the value that is due at its end", fields: &[&[
    required("period", Period, "at whose end the value is due"),
    required("value", Decimal, "the value, in the unit"),
]] };

const ONE_OF_THEM: &str = "exactly one of them must be there";
pub(super) static MILESTONE: Noun = Noun { name: "milestone", is: "what is promised in between", fields: &[&[
    required("period", Period, "at whose end it is due"),
    one_of("value", Decimal, ONE_OF_THEM,
        "the value, in the unit; of a `cumulative` goal the sum by then, of yearly rates the index, which begins with 1"),
    one_of("level", Decimal, ONE_OF_THEM, "the same, where the goal is a `level`"),
    one_of("change", Decimal, ONE_OF_THEM, "the signed change by then, where the goal is a `change`: `\"-0.21\"` of the baseline"),
    one_of("addition", Decimal, ONE_OF_THEM, "the net addition by then, where the goal is an `addition`"),
    one_of("cumulative", Decimal, ONE_OF_THEM, "the sum by then, where the goal is `cumulative`"),
    one_of("average_growth", Decimal, ONE_OF_THEM,
        "the average growth a year from the baseline to then, where the goal is an `average_growth`"),
    one_of("share_of_way", DecimalIn(&SHARE), ONE_OF_THEM,
        "the share of the way from baseline to goal, in units. This and the goal's own terms follow a baseline that is revised"),
]] };

pub(super) static DELIVERABLE: Noun = Noun { name: "deliverable", is: "something done or not by a date", fields: &[&[CODE, NAME], &OF_DELIVERABLE] };

/// The fields of a deliverable beside its names.
pub(crate) static OF_DELIVERABLE: [Field; 9] = [
    otherwise("begins", Date, "with the plan", "from when its time counts, beside which a share that is done is judged"),
    required("deadline", Period, "by when"),
    default("verifiability", OneOf(&Verifiability::WORDS), "\"title\"",
        "what shows that it is done: a criterion, a title or an opening, or nothing (`none`: listed, never scored)"),
    CITED,
    optional("restates", CodeOf(&DELIVERABLE), "another wording of that deliverable, which alone counts"),
    WEIGHT, RESPONSIBLE, NOTE,
    optional("amendments", List(&Map(&NEW_DEADLINE)), "how it was postponed or brought forward later, in any order"),
];

// A goal

pub(crate) const KIND: Field = required("kind", OneOf(&GoalKind::WORDS), "which of the eight goals it is");
const ONE_BOUND: &str = "exactly one bound must be there";
pub(crate) static REQUIREMENT: [Field; 6] = [
    one_of("at_least", Decimal, ONE_BOUND, "a bound: this much or more"),
    one_of("more_than", Decimal, ONE_BOUND, "a bound: more than this; 2,000 itself fails a `more_than` of 2,000"),
    one_of("at_most", Decimal, ONE_BOUND, "a bound: this much or less; lower is better"),
    one_of("less_than", Decimal, ONE_BOUND, "a bound: less than this; lower is better"),
    one_of("within", Pair(&Decimal), ONE_BOUND, "a bound: the lower and the upper edge, both included"),
    optional("tolerance", Either(&DecimalIn(&NOT_NEGATIVE), &OneOf(&NOT_STATED)),
        "how far beside the bound is near enough, in its unit; `not_stated` where the plan says *basically* \
         and nobody published how much that is"),
];
pub(crate) static REQUIRED: Noun = Noun {
    name: "requirement", is: "what must be satisfied: one bound, and perhaps a tolerance beside it", fields: &[&REQUIREMENT],
};
const MEASURED_BY: Field = default("measured_by", OneOf(&MeasuredBy::WORDS), "\"levels\"",
    "whether the indicator's figures are values, or (a `growth_rate`) yearly rates that are chained");
const REFERENCE_OF_CHANGE: Field = otherwise("reference", Map(&REFERENCE), "the baseline",
    "what the change counts from instead: a scenario's value, such as business as usual. \
     The promise is then a value, reference × (1 + change), and needs no baseline");
const EVERY: Field = default("every", Length(&["figure"]), "\"year\"",
    "how often it is looked at: in each period of a length, or at each `figure` as it is published");
const KEPT_IN: Field = otherwise("kept_in", WholeNumberIn(1, None), "in all", "in how many of the periods it must hold");
const DIRECTION: Field = required("direction", OneOf(&Direction::WORDS), "which way is promised");
const THAN: Field = default("than", OneOf(&Than::WORDS), "\"previous\"",
    "better than what: the period before, the baseline, or the same period of the year before");
const LACKS: Field = required("lacks", OneOf(&Lacks::WORDS),
    "what the promise does not say, so that nobody can judge it");

/// The fields of all goals: those that a goal of unknown kind can have.
pub(crate) static GOAL: Noun = Noun {
    name: "goal",
    is: "what is promised",
    fields: &[&[KIND], &REQUIREMENT, &OF_GOALS],
};

/// The fields of goals of some kinds.
pub(crate) static OF_GOALS: [Field; 7] = [MEASURED_BY, REFERENCE_OF_CHANGE, EVERY, KEPT_IN, DIRECTION, THAN, LACKS];

/// The noun of a goal of this kind; if the kind is unknown, one with the fields of all kinds.
pub(crate) const fn goal_of(kind: Option<GoalKind>) -> &'static Noun {
    match kind {
        None => &GOAL,
        Some(GoalKind::Level) => &LEVEL,
        Some(GoalKind::Change) => &CHANGE,
        Some(GoalKind::Addition) => &ADDITION,
        Some(GoalKind::Cumulative) => &CUMULATIVE,
        Some(GoalKind::AverageGrowth) => &AVERAGE_GROWTH,
        Some(GoalKind::Keep) => &KEEP,
        Some(GoalKind::Trend) => &TREND,
        Some(GoalKind::Unstated) => &UNSTATED,
    }
}

static LEVEL: Noun = Noun {
    name: "goal", is: "the value at the deadline, in the unit", fields: &[&[KIND], &REQUIREMENT],
};
static CHANGE: Noun = Noun {
    name: "goal", is: "the signed change on the baseline, **a fraction**: `-0.135` is −13.5 %",
    fields: &[&[KIND], &REQUIREMENT, &[MEASURED_BY, REFERENCE_OF_CHANGE]],
};
static ADDITION: Noun = Noun {
    name: "goal", is: "the signed change on the baseline, in the unit", fields: &[&[KIND], &REQUIREMENT],
};
static CUMULATIVE: Noun = Noun {
    name: "goal",
    is: "the sum of the flows after the baseline, in the unit; a budget with `at_most` or `less_than`; never `within`",
    fields: &[&[KIND], &REQUIREMENT],
};
static AVERAGE_GROWTH: Noun = Noun {
    name: "goal", is: "the average growth a year since the baseline, **a fraction** above −1: `0.2` is 20 %",
    fields: &[&[KIND], &REQUIREMENT, &[MEASURED_BY]],
};
static KEEP: Noun = Noun {
    name: "goal", is: "what must hold in every period, in the unit", fields: &[&[KIND], &REQUIREMENT, &[EVERY, KEPT_IN]],
};
static TREND: Noun = Noun {
    name: "goal", is: "that each period goes one way, without a bound", fields: &[&[KIND, DIRECTION, THAN, EVERY]],
};
static UNSTATED: Noun = Noun {
    name: "goal", is: "something that nobody can judge, since the plan does not say enough", fields: &[&[KIND, LACKS]],
};

// Observations

pub(crate) static OBSERVATIONS: Noun = Noun {
    name: "observations", is: "the figures of a plan, and the reports on its deliverables", fields: &[&[
    FORMAT, SCHEMA,
    optional("series", List(&Map(&SERIES)), "the figures, one series an indicator and breakdown"),
    optional("deliveries", List(&Map(&DELIVERY)), "the reports on deliverables, one entry each"),
]] };

pub(super) static SERIES: Noun = Noun {
    name: "series", is: "the figures of one indicator, or of one of its breakdowns", fields: &[&[
    required("indicator", CodeOf(&INDICATOR), "of what the figures are"),
    otherwise("breakdown", CodeOf(&BREAKDOWN), "the total", "of which part of it they are"),
    required("unit", Map(&UNIT),
        "the unit of its figures: a power of ten may differ from the plan's and is converted exactly, \
         anything else is refused"),
    optional("publishers", List(&Text), "whose figures count: of each period those of the first that has one"),
    otherwise("published", Either(&Date, &Map(&EARLIEST_DATE)), "not stated",
        "when its figures were published, unless one of them says otherwise"),
    optional("observations", List(&Map(&OBSERVATION)), "several of one period are its vintages and sources"),
]] };

const WHEN_PUBLISHED: &str =
    "when it was published. What is not dated is left out of an assessment unless the caller lets it in";

pub(crate) static OBSERVATION: Noun = Noun {
    name: "observation", is: "one figure, as one source published it", fields: &[&[
    required("period", Period, "the time that the figure is of; of a stock, its end"),
    otherwise("value", Either(&Decimal, &Map(&UNCERTAIN_VALUE)), "refused, unless `missing`",
        "the figure, in the unit of the series"),
    optional("uncertainty", Map(&UNCERTAINTY),
        "how far the true value may lie from it: a range `from` … `to`, or a `standard_error`; the verdict is by the value"),
    otherwise("published", Either(&Date, &Map(&EARLIEST_DATE)), "as the series says", WHEN_PUBLISHED),
    default("status", Either(&OneOf(&ObservationStatus::WORDS), &List(&OneOf(&ObservationStatus::WORDS))), "\"normal\"",
        "what its publisher says of it, one word or several: `estimated` is known even before the period is over, \
         a `forecast` never counts as seen, with a `break` the definition changed, \
         and what is `missing`, `confidential` or `not_applicable` has no `value`"),
    optional("cumulative_since", Date, "the first day of a running total that ends with the period"),
    SOURCED, NOTE,
]] };

pub(super) static UNCERTAINTY: Noun = Noun {
    name: "uncertainty", is: "how far the true value may lie from a figure", fields: &[&[
    optional("from", Decimal, "the lower end of a range that holds the value, together with `to`"),
    optional("to", Decimal, "its upper end"),
    optional("confidence", DecimalIn(&PROPER_SHARE), "how often such a range holds the true value: `\"0.95\"`"),
    optional("standard_error", DecimalIn(&NOT_NEGATIVE), "the standard error of the value; shown only, and it stands alone"),
]] };

pub(crate) static UNCERTAIN_VALUE: Noun = Noun {
    name: "uncertain value", is: "what is said of a figure that is not known exactly", fields: &[&[
    optional("approximately", Decimal, "about this much; it stands alone"),
    optional("at_least", Decimal, "a lower limit: this much or more"),
    optional("more_than", Decimal, "a lower limit: more than this"),
    optional("at_most", Decimal, "an upper limit: this much or less"),
    optional("less_than", Decimal, "an upper limit: less than this"),
]] };

pub(crate) static EARLIEST_DATE: Noun = Noun {
    name: "earliest date", is: "the first day on which something can have been published", fields: &[&[
    required("not_before", Date, "the first day on which it can have been published, where only that is known"),
]] };

pub(crate) static SOURCE: Noun = Noun { name: "source", is: "where a figure was found", fields: &[&[
    required("title", Text, "the title of the document"),
    optional("publisher", Text,
        "who published it: titles of one publisher are vintages of each other, different publishers make an interval"),
    optional("url", PlainText, "its address"),
    optional("locator", PlainText, "a page or table in it"),
]] };

pub(super) static DELIVERY: Noun = Noun { name: "delivery", is: "what was reported of one deliverable", fields: &[&[
    required("deliverable", CodeOf(&DELIVERABLE), "on what is reported"),
    optional("reports", List(&Map(&REPORT)), "what was reported of it"),
]] };

pub(crate) static REPORT: Noun = Noun { name: "report", is: "how far a deliverable had come on a day", fields: &[&[
    required("state", OneOf(&DeliveryState::WORDS), "how far it has come"),
    required("on", Date, "the day on which it was so"),
    otherwise("published", Either(&Date, &Map(&EARLIEST_DATE)), "not stated", WHEN_PUBLISHED),
    optional("share_done", DecimalIn(&SHARE), "how much of it is done"),
    SOURCED, NOTE,
]] };
