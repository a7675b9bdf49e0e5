//! What is known of one target on one day, and what a rule says of it.

use milepost::report::{Chart, ChartFigure, ChartPoint};
use milepost::rule::CutValue;
use milepost::{
    AsOf, Assessment, Decimal, Evidence, Fact, Language, Length, Missing, Rule, Series, Target, Trajectory, Verdict,
};

use crate::line::Line;
use crate::words;

/// The plain facts.
pub(crate) fn write_evidence(line: &mut Line, facts: &Evidence) {
    line.fact("baseline", facts.baseline, words::point);
    line.fact("goal", facts.goal, words::point);
    line.fact("observed", facts.observed, words::figure);
    line.optional("newer_bound", facts.newer_bound.map(words::figure));
    line.fact("age", facts.age, |age| age.units().to_string());
    for (name, fact) in [
        ("expected", facts.expected),
        ("expected_to_decide", facts.expected_to_decide),
        ("gap", facts.gap),
        ("share_of_way", facts.share_of_way),
        ("share_expected", facts.share_expected),
        ("share_of_time", facts.share_of_time),
        ("pace", facts.pace),
        ("completion", facts.completion),
        ("observed_to_expected", facts.observed_to_expected),
        ("remaining", facts.remaining),
        ("growth_so_far", facts.growth_so_far.map(Decimal::from)),
        ("growth_required", facts.growth_required.map(Decimal::from)),
        (
            "growth_required_from_now",
            facts.growth_required_from_now.map(Decimal::from),
        ),
        ("change_so_far", facts.change_so_far),
        ("change_required", facts.change_required),
        ("change_required_from_now", facts.change_required_from_now),
        ("times_faster", facts.times_faster),
        ("projection", facts.projection),
    ] {
        line.fact(name, fact, |value| value.to_string());
    }
    line.fact("arrival", facts.arrival, |period| period.to_string());
    line.fact("breach", facts.breach, |period| period.to_string());
    line.fact("record", facts.record, words::record);
    line.fact(
        "milestones",
        facts.milestones.as_ref().map_err(|reason| *reason),
        |all| words::list(all.iter(), words::milestone).unwrap_or_default(),
    );
    line.optional(
        "next_milestone",
        facts.next_milestone.map(|next| words::point(next.milestone)),
    );
    if let Some(next) = facts.next_milestone {
        let growth = next.growth_required_from_now.map(Decimal::from);
        line.fact("growth_required_to_milestone", growth, |value| value.to_string());
        let change = next.change_required_from_now;
        line.fact("change_required_to_milestone", change, |value| value.to_string());
    }
}

/// The path, at the end of each year.
pub(crate) fn write_path(line: &mut Line, target: &Target, series: &Series, as_of: AsOf) {
    let path = target.trajectory(series, as_of);
    line.optional("curve", path.as_ref().ok().map(|path| words::name(path.curve())));
    line.fact(
        "path",
        path.as_ref().map_err(|reason| *reason).and_then(yearly),
        |points| points,
    );
}

fn yearly(path: &Trajectory<'_>) -> Fact<String> {
    let points = path.schedule(Length::YEAR)?;
    Ok(words::list(points, words::point).unwrap_or_default())
}

/// What a rule says: the status and what decided, the class, and its numbers.
pub(crate) fn write_verdict(line: &mut Line, rule: &Rule, verdict: &Verdict) {
    line.cell("status", verdict.status);
    line.cell("reason", words::reason(verdict.reason));
    let measured = verdict.measured.unwrap_or_default();
    let class = |place| format!("{place}:{}", rule.class_name(verdict));
    line.optional("class", measured.class.map(class));
    line.optional("caveats", words::caveats(verdict.caveats));
    line.optional("decided_by", verdict.deciding_period);
    line.optional("last_status", verdict.last_status);
    line.optional("value", measured.value);
    line.optional("observed", measured.observed);
    line.optional("required", measured.required);
    line.optional("ratio", measured.ratio);
    line.optional("score", measured.score);
}

/// The values at the cuts of pace; composed rules have none.
pub(crate) fn write_cuts(line: &mut Line, assessment: &Assessment) {
    if assessment.cuts == Err(Missing::NotForThisRule) {
        return;
    }
    let cut = |cut: &CutValue| format!("{}@{}:{}:{}", cut.status, cut.cut, cut.value, cut.distance);
    line.fact("cuts", assessment.cuts.as_ref().map_err(|reason| *reason), |cuts| {
        words::list(cuts, cut).unwrap_or_default()
    });
    line.optional("nearest_cut", assessment.nearest_cut().map(|cut| cut.cut));
}

/// What a chart draws beside the path: its figures, what is ahead, and the limits of the goal.
pub(crate) fn write_chart(line: &mut Line, target: &Target, series: &Series, as_of: AsOf) {
    let chart = Chart::new(target, series, as_of, Language::English);
    let number = |number: Option<Decimal>| number.map_or(String::new(), |number| number.to_string());
    let figure = |figure: &ChartFigure| {
        let [value, low, high] = [figure.value, figure.low, figure.high].map(number);
        let superseded = if figure.is_superseded { ":superseded" } else { "" };
        format!(
            "{}@{}:{value}({low}..{high}){superseded}",
            figure.period, figure.position
        )
    };
    let point = |point: &ChartPoint| format!("{}:{}", point.period, point.value);
    line.cell("today", chart.today);
    line.optional("drawn", words::list(&chart.figures, figure));
    line.optional("drawn_ahead", words::list(&chart.projection, point));
    line.optional("drawn_from", chart.goal_low);
    line.optional("drawn_to", chart.goal_high);
}
