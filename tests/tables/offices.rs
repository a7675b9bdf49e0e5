//! Tables in the layouts of offices, and with what those who copy them leave in them: figures and problems of each.

use milepost::Series;

use super::{lines, read, short};

/// The figures of a series behind its name: `gdp.women: 2023 5.1 provisional`.
fn in_short(series: &Series) -> String {
    let part = series.breakdown().map(|part| format!(".{part}")).unwrap_or_default();
    let figures = short(series).join(", ").replace(" -,", ",");
    format!("{}{part}: {}", series.indicator(), figures.trim_end_matches(" -"))
}

const ROWS: &str =
    "'format': 1, 'kind': 'observations', 'indicator': 'x', 'period': 'Year', 'value': 'Value', 'unit': {'code': '1'}";

/// The figures of a table of years and regions, and what is said of it.
fn of_regions(more: &str, rows: &str) -> (Vec<String>, Vec<String>) {
    let loaded = read(&format!("{{{ROWS}{more}}}"), &format!("Year,Value,Region\n{rows}"));
    let series = loaded.value.observations.iter().map(in_short);
    (series.collect(), lines(&loaded))
}

const UNCLOSED: &str = "a quote begins a cell of this row and is not closed, so that all behind it is one cell; close it, or double a \
    quote that is meant";
const NO_NUMBER: &str = "`x` is not a decimal number: it has no digit; if it says that there is no value, list it among `missing` in the map";

#[test]
fn quotes_and_the_end_of_a_table() {
    let [of_line_3, of_line_7] = [format!("line 3: {UNCLOSED}"), format!("line 7, Value: {NO_NUMBER}")];
    for (name, rows, figures, problem) in [
        (
            "not closed",
            "2021,5,N\n2022,6,\"N\n2023,7,N\n",
            "x: 2021 5",
            Some(&of_line_3),
        ),
        (
            "not closed at its first cell",
            "2021,5,N\n\"2022,6,N\n2023,7,N",
            "x: 2021 5",
            Some(&of_line_3),
        ),
        ("closed", "2021,5,N\n2022,6,\"a\n\nb\"", "x: 2021 5, 2022 6", None),
        ("closed, in the only row", "2021,5,\"a\n\n\nb\"", "x: 2021 5", None),
        (
            "closed, behind blank lines, with an error",
            "2021,5,N\n\n2022,,\"a\n\nb\"\n2023,x,\"a\n\nb\"",
            "x: 2021 5, 2022 - - missing",
            Some(&of_line_7),
        ),
    ] {
        let problems = problem.into_iter().cloned().collect();
        assert_eq!(of_regions("", rows), (vec![figures.to_owned()], problems), "{name}");
    }
}
