//! The chart of a target on a page, with the table behind it.
//!
//! ```text
//! cargo run --example chart > chart.html
//! ```
//!
//! The page fetches Vega-Lite from where it is published; everything else stands in it.

#![expect(clippy::print_stdout, reason = "an example shows its answer")]

use std::error::Error;

use milepost::vega_lite::{self, DataTable, Graphic, Theme};
use milepost::{Language, Observations, Plan, Report, Rule, date};

const PLAN: &str = include_str!("data/yuzhong.json");
const OBSERVATIONS: &str = include_str!("data/yuzhong.observations.json");

fn main() -> Result<(), Box<dyn Error>> {
    let plan: Plan = serde_json::from_str(PLAN)?;
    let observations: Observations = serde_json::from_str(OBSERVATIONS)?;
    let report = Report::of(
        &plan,
        &observations,
        date("2026-01-31")?,
        &Rule::pace(),
        Language::English,
    );
    let row = report.targets().next().ok_or("a target")?;
    println!("{}", page(&vega_lite::target(&report, row, Theme::Light))?);
    Ok(())
}

fn page(graphic: &Graphic) -> Result<String, Box<dyn Error>> {
    let title = text(&graphic.title);
    // Within a script, `</script>` would end it, wherever it stands.
    let specification = serde_json::to_string(&graphic.specification)?.replace('<', "\\u003c");
    let table = table(&graphic.table);
    Ok(format!(
        r##"<!doctype html>
<meta charset="utf-8">
<title>{title}</title>
<script src="https://cdn.jsdelivr.net/npm/vega@6"></script>
<script src="https://cdn.jsdelivr.net/npm/vega-lite@6"></script>
<script src="https://cdn.jsdelivr.net/npm/vega-embed@7"></script>
<div id="chart"></div>
{table}
<script>vegaEmbed("#chart", {specification})</script>"##
    ))
}

fn table(table: &DataTable) -> String {
    let row = |cells: &[String], tag: &str| {
        let cells: Vec<String> = cells.iter().map(|cell| format!("<{tag}>{}", text(cell))).collect();
        format!("<tr>{}", cells.concat())
    };
    let rows: Vec<String> = table.rows.iter().map(|cells| row(cells, "td")).collect();
    let (caption, heads) = (text(&table.caption), row(&table.headings, "th"));
    format!(
        "<table>\n<caption>{caption}</caption>\n{heads}\n{}\n</table>",
        rows.join("\n")
    )
}

/// A text as it stands in HTML.
fn text(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
