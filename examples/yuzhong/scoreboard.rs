//! The report on a page of 120 columns.

use std::io::{self, Write};

use anstyle::AnsiColor;
use milepost::report::{DeliverableRow, Heading, PillarReport, SummaryCells, TargetRow, Tone};
use milepost::{Language, Missing, Period, Reason, Report, Status};

use crate::table::{PAGE, Table, wrapped};
use crate::target;

/// Writes the report: how it is as a whole, what needs attention, and then the pillars.
///
/// What nobody can verify is counted; `all` lists it too.
pub(crate) fn write(report: &Report, language: Language, all: bool, out: &mut impl Write) -> io::Result<()> {
    header(report, language, out)?;
    if let Some(headline) = &report.headline {
        writeln!(out)?;
        paragraph(headline, 0, out)?;
    }
    attention(report, language, out)?;
    overdue(report, language, out)?;
    summary(report, language, out)?;
    let titles = titles(language);
    let rows: Vec<_> = report.targets().map(|row| target::columns(row, language)).collect();
    let table = Table::fitting(&titles, &rows);
    for pillar in &report.pillars {
        section(&pillar.name, out)?;
        if !pillar.targets.is_empty() {
            lines(&table.lines(Heading::Target.words(language), &titles), 0, out)?;
        }
        for row in &pillar.targets {
            promise(row, &table, language, out)?;
        }
        deliverables(pillar, report.header.period, language, all, out)?;
    }
    Ok(())
}

/// A target, its status in colour, with what is to be said of it.
fn promise(row: &TargetRow, table: &Table, language: Language, out: &mut impl Write) -> io::Result<()> {
    let status = &row.verdict.status;
    let mut columns = table.lines(&target::name(row), &target::columns(row, language));
    if let Some(first) = columns.first_mut() {
        if let Some(before) = first.strip_suffix(status.words.as_str()) {
            *first = format!("{before}{}", in_colour(status.value, &status.words));
        }
    }
    lines(&columns, 0, out)?;
    for detail in target::details(row, language) {
        paragraph(&detail, 2, out)?;
    }
    Ok(())
}

/// Words in the colour of a status, where what is written to shows colours.
fn in_colour(status: Status, words: &str) -> String {
    let colour = match status.tone() {
        Tone::Good => AnsiColor::Green,
        Tone::Warn => AnsiColor::Yellow,
        Tone::Bad => AnsiColor::Red,
        Tone::Neutral => AnsiColor::BrightBlack,
    };
    let style = colour.on_default().bold();
    format!("{style}{words}{style:#}")
}

fn header(report: &Report, language: Language, out: &mut impl Write) -> io::Result<()> {
    let header = &report.header;
    paragraph(&header.name, 0, out)?;
    let comma = if language == Language::English { ", " } else { "、" };
    let facts = [
        (Heading::Region, header.region.clone()),
        (Heading::Period, Some(header.period_words.clone())),
        (
            Heading::Issuers,
            Some(header.issuers.join(comma)).filter(|issuers| !issuers.is_empty()),
        ),
        (Heading::Published, header.published_words.clone()),
        (Heading::AsOf, Some(header.as_of_words.clone())),
        (Heading::Rule, Some(header.rule.to_string())),
    ];
    for (heading, text) in facts {
        if let Some(text) = text {
            paragraph(&labelled(heading, &text, language), 0, out)?;
        }
    }
    Ok(())
}

fn section(name: &str, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "\n{name}")?;
    writeln!(out, "{}", "─".repeat(PAGE))
}

/// The titles of the columns beside the name.
fn titles(language: Language) -> Vec<String> {
    [
        Heading::Baseline,
        Heading::Observed,
        Heading::Expected,
        Heading::GrowthSoFar,
        Heading::GrowthRequired,
        Heading::GrowthRequiredFromNow,
        Heading::Status,
    ]
    .map(|heading| heading.words(language).to_owned())
    .to_vec()
}

/// The deliverables of a pillar, those that stand alike together. One that restates another counts with that, and is
/// named, by an arrow, where all are.
fn deliverables(
    pillar: &PillarReport,
    plan: Period,
    language: Language,
    all: bool,
    out: &mut impl Write,
) -> io::Result<()> {
    if pillar.deliverables.is_empty() {
        return Ok(());
    }
    writeln!(out)?;
    paragraph(
        &labelled(Heading::Deliverables, &pillar.deliverable_words, language),
        0,
        out,
    )?;
    for &status in Status::ALL {
        let alike: Vec<_> = pillar
            .deliverables
            .iter()
            .filter(|row| row.status.value == status && (all || row.restates.is_none()))
            .collect();
        for group in grouped(&alike) {
            let Some(first) = group.first() else { continue };
            let status = in_colour(status, &first.status.words);
            let count = group.iter().filter(|row| row.restates.is_none()).count();
            let reason = format!("{status} · {} ({count})", first.reason.words);
            paragraph(&reason, 2, out)?;
            let is_listed = |_: &&&DeliverableRow| all || first.reason.value != Reason::from(Missing::NotVerifiable);
            for row in group.iter().filter(is_listed) {
                paragraph(&deliverable(row, plan, language), 4, out)?;
            }
        }
    }
    Ok(())
}

/// A deliverable with its state, and its deadline if that is not the end of the plan.
fn deliverable(row: &DeliverableRow, plan: Period, language: Language) -> String {
    let deadline = Some(row.deadline.words(language)).filter(|_| row.deadline.last() != plan.last());
    let state = row.state.as_ref().map(|state| state.words.clone());
    let done = row.share_done.as_ref().map(|share| share.text.clone());
    let restated = row.restates.as_ref().map(|code| format!("→ {code}"));
    let notes: Vec<_> = [deadline, state, done, restated].into_iter().flatten().collect();
    if notes.is_empty() {
        return format!("– {}", row.name);
    }
    format!("– {} ({})", row.name, notes.join(", "))
}

/// Rows with the same reason, in the order in which each reason comes first.
fn grouped<'a>(rows: &[&'a DeliverableRow]) -> Vec<Vec<&'a DeliverableRow>> {
    let mut groups: Vec<Vec<&DeliverableRow>> = Vec::new();
    for &row in rows {
        match groups
            .iter_mut()
            .find(|group| group.iter().all(|other| other.reason == row.reason))
        {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    groups
}

fn summary(report: &Report, language: Language, out: &mut impl Write) -> io::Result<()> {
    section(Heading::Summary.words(language), out)?;
    let titles = [
        Heading::CoverageByCount,
        Heading::CoverageByWeight,
        Heading::Score,
        Heading::Status,
    ]
    .map(|heading| heading.words(language).to_owned());
    let cells = |summary: &SummaryCells| {
        vec![
            summary.coverage_by_count.text.clone(),
            summary.coverage_by_weight.text.clone(),
            summary.score.text.clone(),
            summary.words.clone(),
        ]
    };
    let pillars = report
        .pillars
        .iter()
        .map(|pillar| (pillar.name.as_str(), &pillar.summary));
    let whole = (Heading::Total.words(language), &report.summary);
    let (names, rows): (Vec<_>, Vec<_>) = pillars
        .chain([whole])
        .map(|(name, summary)| (name, cells(summary)))
        .unzip();
    let table = Table::fitting(&titles, &rows);
    lines(&table.lines("", &titles), 0, out)?;
    for (name, row) in names.iter().zip(&rows) {
        lines(&table.lines(name, row), 0, out)?;
    }
    let why_no_score = report.summary.score.why.as_deref();
    writeln!(out)?;
    for (heading, text) in [
        (Heading::Score, why_no_score),
        (
            Heading::Whole,
            report.summary.whole.as_ref().map(|whole| whole.words.as_str()),
        ),
        (Heading::Binding, Some(report.summary.binding_words.as_str())),
        (Heading::Deliverables, Some(report.deliverable_words.as_str())),
    ] {
        if let Some(text) = text {
            paragraph(&labelled(heading, text, language), 0, out)?;
        }
    }
    Ok(())
}

fn attention(report: &Report, language: Language, out: &mut impl Write) -> io::Result<()> {
    if report.attention.is_empty() && report.deliverable_attention.is_empty() {
        return Ok(());
    }
    section(Heading::Attention.words(language), out)?;
    for (number, row) in (1..).zip(report.attention.iter().chain(&report.deliverable_attention)) {
        paragraph(&format!("{number}. {}", row.sentence), 0, out)?;
    }
    Ok(())
}

/// The names of what has gone silent, in one paragraph.
fn overdue(report: &Report, language: Language, out: &mut impl Write) -> io::Result<()> {
    if report.overdue.is_empty() {
        return Ok(());
    }
    let names: Vec<_> = report.overdue.iter().map(|row| row.name.as_str()).collect();
    let between = if language == Language::English { "; " } else { "；" };
    writeln!(out)?;
    paragraph(&labelled(Heading::Overdue, &names.join(between), language), 0, out)
}

pub(crate) fn labelled(heading: Heading, text: &str, language: Language) -> String {
    match language {
        Language::English => format!("{}: {text}", heading.words(language)),
        _ => format!("{}：{text}", heading.words(language)),
    }
}

fn paragraph(text: &str, indent: usize, out: &mut impl Write) -> io::Result<()> {
    let room = PAGE.saturating_sub(indent);
    let mut wrapped = wrapped(text, room);
    for line in wrapped.iter_mut().skip(1) {
        // What goes on stands a little to the right.
        line.insert_str(0, "  ");
    }
    lines(&wrapped, indent, out)
}

fn lines(lines: &[String], indent: usize, out: &mut impl Write) -> io::Result<()> {
    for line in lines {
        writeln!(out, "{}{line}", " ".repeat(indent))?;
    }
    Ok(())
}
