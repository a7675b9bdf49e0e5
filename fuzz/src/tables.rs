//! Maps of columns and tables, each with edits.

use std::collections::BTreeMap;

use arbitrary::{Result, Unstructured};
use milepost::table::{ColumnMap, ColumnMapDocument, TableForm};
use milepost::{Code, Observations, Problems, Published, Series, Source, Text};
use serde_json::Value;

use crate::{laws, tree};

/// Maps with tables that they read.
const SHIPPED: [(&str, &str); 9] = [
    (
        r#"{"format": 1, "kind": "observations", "indicator": {"column": "Code"}, "period": "Year", "value": "Value",
            "thousands": ",", "unit": {"code": "1", "multiplier": -2}, "breakdowns": [{"column": "Sex", "means": {"All": "total"}}],
            "published": {"column": "Out"}, "note": "Note", "uncertainty": {"from": "Low", "to": "High"}}"#,
        "Code,Year,Sex,Value,Out,Note,Low,High\nair,2023,All,\"1,211.9\",2024-02-01,,,\nair,2024,Female,<5,2025-02-01,a b,,\n\
         gdp,2024Q1,All,12.4 p,\u{2265} 2025-03-01,,12,13\n",
    ),
    (
        r#"{"format": 1, "kind": "observations", "indicator": "jobs", "period": "Year", "value": "Value",
            "year": {"begins": "04-01", "named_by": "last"}, "unit": {"column": "Unit", "multiplier": "Power"},
            "source": {"title": {"column": "Book"}, "publisher": "Office"}, "cumulative_since": "year"}"#,
        "Year,Value,Unit,Power,Book\n2010-11,5,CNY,8,Bulletin\nFY2012,6,CNY,8,Bulletin\n2013 Q1,7..,CNY,8,\n",
    ),
    (
        r#"{"format": 1, "kind": "sdmx", "indicator": {"column": "INDIC"}, "only": [{"column": "geo", "is": "AT"}],
            "breakdowns": [{"column": "sex", "means": {"T": "total", "F": "women"}}]}"#,
        "DATAFLOW,LAST UPDATE,INDIC,sex,geo,unit,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nX:Y(1.0),31/01/25 11:00:00,a,T,AT,PC,2023,5.1,b\n\
         X:Y(1.0),31/01/25 11:00:00,a,F,AT,PC,2023,:,c\nX:Y(1.0),31/01/25 11:00:00,a,T,BE,PC,2023,5,\n",
    ),
    (
        r#"{"format": 1, "kind": "sdmx", "indicator": "x", "unit": {"code": "USD"}}"#,
        "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA: Area,TIME_PERIOD,OBS_VALUE,OBS_STATUS,VALID_FROM,UNIT_MULT,REPORTING_YEAR_START_DAY\n\
         dataflow,A:B,M,AT: Austria,2015-T1,1,A;P,2024-02-01,6,--07-01\ndataflow,A:B,D,AT: Austria,2015-T1,,,2024-03-01,6,--07-01\n",
    ),
    (
        r#"{"format": 1, "kind": "wide", "indicator": {"column": "Code"}, "unit": {"code": "1"}, "periods": "FY*",
            "year": {"begins": "07-01", "named_by": "first"}, "published": "2025-02-01"}"#,
        "Name,Code,FY2019,FY2020,Mean\nAir,air,82.40,: c,5\nWater,water,,<5,6\n",
    ),
    (
        include_str!("../../tests/tables/promises/open_sdg.json"),
        include_str!("../../tests/tables/promises/open_sdg.csv"),
    ),
    (
        include_str!("../../tests/tables/promises/okr.json"),
        include_str!("../../tests/tables/promises/okr.csv"),
    ),
    (
        include_str!("../../tests/tables/promises/recovery_plan.json"),
        include_str!("../../tests/tables/promises/recovery_plan.csv"),
    ),
    (
        include_str!("../../tests/tables/promises/sbti.json"),
        include_str!("../../tests/tables/promises/sbti.csv"),
    ),
];

/// A map and a table as text, with a blank line between.
pub(crate) fn written(text: &[u8]) -> Option<()> {
    let blank = text.windows(2).position(|pair| pair == b"\n\n")?;
    let (map, table) = text.split_at_checked(blank)?;
    hold(&serde_json::from_slice(map).ok()?, table.get(2..)?);
    Some(())
}

/// One of those shipped, with edits.
pub(crate) fn drawn(u: &mut Unstructured<'_>) -> Result<()> {
    let (map, table) = *u.choose(&SHIPPED)?;
    let Ok(mut map) = serde_json::from_str::<Value>(map) else {
        return Ok(());
    };
    for _ in 0..u.int_in_range(0..=3)? {
        tree::edit(u, &mut map)?;
    }
    let mut rows: Vec<Vec<u8>> = table.split('\n').take(12).map(|row| row.as_bytes().to_vec()).collect();
    for _ in 0..u.int_in_range(0..=6)? {
        edit_row(u, &mut rows)?;
    }
    let end: &[u8] = if u.ratio(1, 4)? { b"\r\n" } else { b"\n" };
    if let Ok(document) = serde_json::from_value(map) {
        hold(&document, &rows.join(end));
    }
    Ok(())
}

/// What can stand in a cell.
const CELLS: [&str; 30] = [
    "",
    "0",
    "-1.50",
    "1,234",
    "12,5",
    "<5",
    "≥ 95",
    "12–14",
    ":",
    "12.3 p",
    "5%",
    "1e3",
    "2019",
    "2010-11",
    "2011-13",
    "2016/17",
    "FY26",
    "2025-T1",
    "2025 Q1",
    "2025年3月",
    "03/04/2025",
    "2024-02-30",
    "\"",
    "\"a\nb\"",
    "A: Annual",
    "地區",
    "a b",
    "a/b",
    "_T",
    "\u{202e}",
];

fn edit_row(u: &mut Unstructured<'_>, rows: &mut Vec<Vec<u8>>) -> Result<()> {
    let place = u.choose_index(rows.len())?;
    match u.int_in_range(0..=5)? {
        0 => rows.push(rows[place].clone()),
        1 if rows.len() > 1 => drop(rows.remove(place)),
        2 => rows[place] = u.arbitrary()?,
        _ => {
            let mut cells: Vec<Vec<u8>> = rows[place].split(|byte| *byte == b',').map(<[u8]>::to_vec).collect();
            let cell = u.choose_index(cells.len())?;
            cells[cell] = u.choose(&CELLS)?.as_bytes().to_vec();
            rows[place] = cells.join(&b',');
        }
    }
    Ok(())
}

/// What holds of every map and every table.
fn hold(document: &ColumnMapDocument, table: &[u8]) {
    let checked = document.check();
    laws::is_checked(&checked);
    let Some(map) = checked.value else { return };
    let promised = map.read_plan(table);
    are_bounded(&promised.problems);
    promised.value.plan.iter().for_each(laws::reads_back);
    reads_back(&promised.value.observations);
    let loaded = map.read_observations(table);
    are_bounded(&loaded.problems);
    let figures = loaded.value.observations.iter().flat_map(Series::observations);
    assert_eq!(loaded.value.figures, figures.count() as u64);
    reads_back(&loaded.value.observations);
    if !loaded.problems.has_errors() && are_dated(&loaded.value.observations) {
        no_order_decides(&map, table, &loaded.value.observations);
    }
}

/// However many rows are wrong, what is said of them is short, and each a line.
fn are_bounded(problems: &Problems) {
    assert!(problems.len() <= Problems::KEPT);
    assert!(problems.found() >= problems.len() + problems.not_kept());
    problems.iter().for_each(laws::is_one_line);
}

/// Each series that has figures, by what it is of.
fn by_part(observations: &Observations) -> BTreeMap<(Code, Option<Code>), &Series> {
    let series = observations.iter().filter(|series| !series.observations().is_empty());
    series
        .map(|series| ((series.indicator().clone(), series.breakdown().cloned()), series))
        .collect()
}

/// Whether each text is in one language without a name, and has no blanks around it: no cell keeps more.
fn are_plain(observations: &Observations) -> bool {
    let is_bare = |text: &str| text.trim() == text;
    let is_plain = |text: &Text| is_bare(text.first()) && Text::new(text.first()).is_ok_and(|plain| plain == *text);
    let labels = observations.iter().filter_map(|series| series.unit().label());
    let mut figures = observations.iter().flat_map(Series::observations);
    labels.into_iter().all(is_plain)
        && figures.all(|figure| {
            let source = figure.source();
            let texts = [
                source.map(Source::title),
                source.and_then(Source::publisher),
                figure.note(),
            ];
            let bare = [source.and_then(Source::url), source.and_then(Source::locator)];
            texts.into_iter().flatten().all(is_plain) && bare.into_iter().flatten().all(is_bare)
        })
}

/// What a table says of its own figures, units and parts when it is read again, or of having none: they are as they
/// were meant.
const SAID_OF_FIGURES: [&str; 5] = [
    "codes_of_units",
    "no_rows",
    "not_whole",
    "part_called_total",
    "published_too_early",
];

/// What is written in either form is read as what it was, and nothing is found wrong with the form.
fn reads_back(observations: &Observations) {
    if !are_plain(observations) {
        return;
    }
    for form in [TableForm::Tidy, TableForm::Sdmx { dataflow: "A:B(1.0)" }] {
        let mut table = Vec::new();
        observations
            .write_table(form, &mut table)
            .unwrap_or_else(|error| panic!("{error}"));
        let again = form.map().read_observations(table.as_slice());
        assert!(
            again
                .problems
                .iter()
                .all(|problem| SAID_OF_FIGURES.contains(&problem.code())),
            "{}\n{}",
            again.problems,
            String::from_utf8_lossy(&table)
        );
        assert_eq!(
            by_part(&again.value.observations),
            by_part(observations),
            "{}",
            String::from_utf8_lossy(&table)
        );
    }
}

fn are_dated(observations: &Observations) -> bool {
    let mut figures = observations.iter().flat_map(Series::observations);
    figures.all(|figure| matches!(figure.published(), Published::On(_)))
}

/// The rows in another order say the same, where each figure has its day.
fn no_order_decides(map: &ColumnMap, table: &[u8], observations: &Observations) {
    // A row can have several lines.
    if table.contains(&b'"') || table.contains(&b'\r') {
        return;
    }
    let mut lines: Vec<&[u8]> = table
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
        .collect();
    if let Some((_, rows)) = lines.split_first_mut() {
        rows.reverse();
    }
    let turned = map.read_observations(lines.join(&b'\n').as_slice());
    assert!(!turned.problems.has_errors(), "{}", turned.problems);
    assert_eq!(by_part(&turned.value.observations), by_part(observations));
}
