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

const FEW_CELLS: &str =
    "write its empty cells too; a note below the table is passed over by an `only` with a column that it leaves blank";
const MANY_CELLS: &str = "a cell that holds the delimiter stands in quotes";

#[test]
fn notes_below_a_table_do_not_count_where_the_map_asks_for_what_they_lack() {
    let told = |line, found, mend| {
        format!("line {line}: a row has as many cells as the header, 3, and this one has {found}; {mend}")
    };
    let counts = ", 'only': [{'column': 'Region'}]";
    let notes = "2021,5,N\n2022,6,N\nSource: us\nNote: a, b\n";
    for (name, more, rows, figures, problems) in [
        (
            "asked of none",
            "",
            notes,
            "x: 2021 5, 2022 6",
            vec![told(4, 1, FEW_CELLS), told(5, 2, FEW_CELLS)],
        ),
        ("asked of all", counts, notes, "x: 2021 5, 2022 6", vec![]),
        (
            "too many cells",
            counts,
            "2021,5,N\n2022,6,,N\n",
            "x: 2021 5",
            vec![told(3, 4, MANY_CELLS)],
        ),
        // A quote made one row of two, and that is no note.
        (
            "two rows in one",
            counts,
            "2021,5,N\n\"2022,6,N\n2023\",7\n",
            "x: 2021 5",
            vec![told(3, 2, FEW_CELLS)],
        ),
        (
            "not closed",
            counts,
            "2021,5,N\n\"2022,6,N\n2023,7,N",
            "x: 2021 5",
            vec![format!("line 3: {UNCLOSED}")],
        ),
    ] {
        assert_eq!(of_regions(more, rows), (vec![figures.to_owned()], problems), "{name}");
    }
}
