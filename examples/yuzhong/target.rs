//! One target on the page.

use milepost::Language;
use milepost::report::{Cell, FactCells, Heading, TargetRow};

use crate::scoreboard::labelled;

/// Its name, with how it obliges; what does not count by itself says so.
pub(crate) fn name(row: &TargetRow) -> String {
    let nature = row.nature.as_ref().map(|nature| format!(" · {}", nature.words));
    let name = format!("{}{}", row.name, nature.unwrap_or_default());
    match &row.relation {
        Some(relation) => format!("↳ {name} ({})", relation.words),
        None => name,
    }
}

/// What stands beside the name.
pub(crate) fn columns(row: &TargetRow, language: Language) -> Vec<String> {
    let facts = &row.facts;
    vec![
        dated(&facts.baseline, language),
        dated(&facts.observed, language),
        facts.expected.text.clone(),
        facts.growth_so_far.text.clone(),
        facts.growth_required.text.clone(),
        facts.growth_required_from_now.text.clone(),
        row.verdict.status.words.clone(),
    ]
}

/// A number with the period that it is of.
fn dated(cell: &Cell, language: Language) -> String {
    match cell.period.map(|period| period.words(language)) {
        Some(period) if language == Language::English => format!("{} ({period})", cell.text),
        Some(period) => format!("{}（{period}）", cell.text),
        None => cell.text.clone(),
    }
}

/// What stands beneath the name, one paragraph each.
pub(crate) fn details(row: &TargetRow, language: Language) -> Vec<String> {
    let label = |heading, phrases: Vec<String>| match &phrases[..] {
        [] => None,
        phrases => Some(labelled(heading, &phrases.join(" · "), language)),
    };
    let numbers = |cells: &[(Heading, Option<&Cell>)]| Some(known(cells, language)).filter(|line| !line.is_empty());
    let facts = &row.facts;
    let details = [
        label(Heading::Goal, promise(row)),
        label(Heading::Class, class(row)),
        label(Heading::Reason, reasons(row)),
        label(
            Heading::Observed,
            facts.newer_bound.iter().map(|cell| dated(cell, language)).collect(),
        ),
        label(
            Heading::Record,
            row.record.iter().map(|record| record.words.clone()).collect(),
        ),
        numbers(&distances(facts)),
        numbers(&changes(facts)),
        outlook(facts, language),
        label(Heading::Cuts, cuts(facts)),
        label(Heading::Proxies, proxies(row)),
        label(
            Heading::Sources,
            row.sources.iter().map(|source| source.words.clone()).collect(),
        ),
    ];
    details.into_iter().flatten().collect()
}

/// What is promised, unless the reason says the same.
fn promise(row: &TargetRow) -> Vec<String> {
    let is_said = row.promise == row.verdict.reason.words;
    Some(row.promise.clone()).filter(|_| !is_said).into_iter().collect()
}

/// The class of a published rule.
fn class(row: &TargetRow) -> Vec<String> {
    let class = row.verdict.by_rule.as_ref().and_then(|cells| cells.class.clone());
    class.into_iter().collect()
}

fn reasons(row: &TargetRow) -> Vec<String> {
    let verdict = &row.verdict;
    let caveats = verdict.caveats.iter().map(|caveat| &caveat.words);
    std::iter::once(&verdict.reason.words).chain(caveats).cloned().collect()
}

/// How far it is from the path, and how much of the way and of the time is gone.
fn distances(facts: &FactCells) -> [(Heading, Option<&Cell>); 6] {
    [
        (Heading::ExpectedToDecide, facts.expected_to_decide.as_ref()),
        (Heading::Gap, Some(&facts.gap)),
        (Heading::Remaining, Some(&facts.remaining)),
        (Heading::ShareOfWay, Some(&facts.share_of_way)),
        (Heading::ShareOfTime, Some(&facts.share_of_time)),
        (facts.completion_heading.value, Some(&facts.completion)),
    ]
}

fn changes(facts: &FactCells) -> [(Heading, Option<&Cell>); 4] {
    [
        (Heading::ChangeSoFar, Some(&facts.change_so_far)),
        (Heading::ChangeRequired, Some(&facts.change_required)),
        (Heading::ChangeRequiredFromNow, Some(&facts.change_required_from_now)),
        (Heading::TimesFaster, Some(&facts.times_faster)),
    ]
}

/// The numbers that are known, each behind its title.
fn known(cells: &[(Heading, Option<&Cell>)], language: Language) -> String {
    let shown = |(heading, cell): &(Heading, Option<&Cell>)| {
        let cell = cell.filter(|cell| cell.is_known())?;
        Some(format!("{} {}", heading.words(language), cell.text))
    };
    cells.iter().filter_map(shown).collect::<Vec<_>>().join(" · ")
}

/// Where the pace so far leads: to a goal, or out of a limit.
fn outlook(facts: &FactCells, language: Language) -> Option<String> {
    let projection = &facts.projection;
    let (heading, end) = if facts.breach.is_known() {
        (Heading::Breach, &facts.breach)
    } else {
        (Heading::Arrival, &facts.arrival)
    };
    let end = match &end.why {
        Some(why) => labelled(heading, why, language),
        None => format!("{} {}", heading.words(language), end.text),
    };
    projection.is_known().then(|| {
        let projected = Heading::Projection.words(language);
        format!("{projected} {} · {end}", projection.text)
    })
}

fn cuts(facts: &FactCells) -> Vec<String> {
    let cuts = facts.cuts.iter();
    cuts.map(|cut| format!("{} {}", cut.status.words, cut.value.text))
        .collect()
}

/// The figures beside it that were published.
fn proxies(row: &TargetRow) -> Vec<String> {
    let published = row.proxies.iter().filter(|proxy| proxy.latest.is_known());
    published.map(|proxy| proxy.words.clone()).collect()
}
