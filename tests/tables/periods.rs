//! Periods of years that are not the calendar's, and those that can be two things: the map says, or the column shows.

use milepost::table::{ColumnMapDocument, Gathered, Loaded};

use crate::{lines, placed, read, short};

/// The periods of a table of rows, and what is said of it.
fn rows(map: &str, periods: &[&str]) -> (Vec<String>, Vec<String>) {
    let map = format!(
        "{{'format': 1, 'kind': 'observations', 'indicator': 'jobs', 'period': 'Year', 'value': 'Value',
          'unit': {{'code': '1'}}{map}}}"
    );
    let rows = periods
        .iter()
        .zip(1..)
        .map(|(period, value)| format!("{period},{value}\n"));
    let table: String = core::iter::once("Year,Value\n".to_owned()).chain(rows).collect();
    periods_and_lines(&map, &table)
}

/// The periods of a wide table, and what is said of it.
fn heads(map: &str, heads: &[&str]) -> (Vec<String>, Vec<String>) {
    let map = format!("{{'format': 1, 'kind': 'wide', 'indicator': 'jobs', 'unit': {{'code': '1'}}{map}}}");
    let values: Vec<_> = (1..=heads.len()).map(|value| value.to_string()).collect();
    periods_and_lines(&map, &format!("Name,{}\njobs,{}\n", heads.join(","), values.join(",")))
}

fn periods_and_lines(map: &str, table: &str) -> (Vec<String>, Vec<String>) {
    let loaded = read(map, table);
    let series = loaded.value.observations.series("jobs");
    let mut figures = series.map(short).unwrap_or_default();
    figures.sort_by_key(|figure| figure.split(' ').nth(1).unwrap().parse::<u32>().unwrap());
    let period = |figure: &String| figure.split(' ').next().unwrap().to_owned();
    assert_eq!(loaded.value.figures, figures.len() as u64);
    (figures.iter().map(period).collect(), lines(&loaded))
}

const FISCAL: &str = ", 'year': {'begins': '04-01', 'named_by': 'last'}";

#[test]
fn a_head_says_itself_of_which_year_it_is() {
    for (pattern, head, period) in [
        ("FY*", "FY2019", "2018-04-01/P1Y"),
        ("FY *", "FY 2019", "2018-04-01/P1Y"),
        ("FY* *", "FY2019 actual", "2018-04-01/P1Y"),
        ("*", "FY19", "2018-04-01/P1Y"),
        ("Fiscal year *", "Fiscal year 2019", "2018-04-01/P1Y"),
        ("* (*", "2018/19 (revised)", "2018-04-01/P1Y"),
        ("F*", "F2018-19", "2018-04-01/P1Y"),
        ("FY*", "FY2019 Q1", "2018-Q2"),
        // Its own quarter, and not the year in the place of the star.
        ("Q4 *", "Q4 2019", "2019-Q4"),
        ("F*", "F2019", "2019"),
    ] {
        let map = format!("{FISCAL}, 'periods': '{pattern}'");
        assert_eq!(heads(&map, &[head]), (vec![period.to_owned()], vec![]), "{head}");
    }
    let plain = FISCAL.replace('}', ", 'plain': 'reporting'}");
    let map = format!("{plain}, 'periods': 'F*'");
    assert_eq!(heads(&map, &["F2019"]).0, ["2018-04-01/P1Y"]);
    assert_eq!(rows(&plain, &["2019", "2019-03"]).0, ["2018-04-01/P1Y", "2019-03"]);
    // Nobody said when that year begins.
    let said = heads(", 'periods': 'FY*'", &["FY2019"]).1;
    assert_eq!(
        said[0],
        "line 1: `FY2019` is not a period: it is not said on which day its year begins; say `year` in the map, as in `{\"begins\": \"04-01\", \"named_by\": \"first\"}`"
    );
}

#[test]
fn parts_without_a_fiscal_year_are_the_calendars() {
    let read = rows(
        FISCAL,
        &["2025 Q1", "Q2 2025", "2025-S1", "2025-W12", "FY25 Q1", "2024-25 Q2"],
    );
    let periods = ["2025-Q1", "2025-Q2", "2025-S1", "2025-03-17/P7D", "2024-Q2", "2024-Q3"];
    assert_eq!(read, (periods.map(String::from).to_vec(), vec![]));
}

/// As in documents, and what its column means by it can be stated.
#[test]
fn what_is_written_as_no_period_is_told_how_it_is() {
    for (text, mend) in [
        ("by 2030", "write it as `2030`"),
        (
            "44561",
            "write it as `2021-12-31`, if it is a day as spreadsheets count them",
        ),
    ] {
        let said = format!(
            "line 2, Year: `{text}` is not a period: {mend}, or state what it means in the `means` of its column, and in `flags` what a mark behind a period says, as in `{{\"*\": \"provisional\"}}`"
        );
        assert_eq!(rows("", &[text]).1, [said]);
    }
}

const REFUSED: &str = "figures have periods that can be months or years, as `2010-11` can, and other rows show that they \
                       are not what they would be read as; say `hyphen` in the map";

#[test]
fn a_column_shows_what_its_hyphens_are() {
    let range = "`2011-13` is not a period: it is no month; if it means a range of years, say `hyphen` in the map: `years`, \
                 or write it as in `2011-2013`";
    let none = || Vec::<String>::new();
    // Ranges of years, of which the first look like months.
    assert_eq!(
        rows("", &["2009-11", "2010-12", "2011-13"]),
        (
            none(),
            vec![format!("line 4, Year: {range}"), format!("line 2, Year: 2 {REFUSED}")]
        )
    );
    let years = ["2009-01-01/P3Y", "2010-01-01/P3Y", "2011-01-01/P3Y"]
        .map(String::from)
        .to_vec();
    assert_eq!(
        rows(", 'hyphen': 'years'", &["2009-11", "2010-12", "2011-13"]),
        (years, none())
    );
    // Months, one of which looks like a fiscal year.
    let months = ["2010-10", "2010-11", "2010-12"];
    assert_eq!(
        rows(FISCAL, &months),
        (
            vec!["2010-10".into(), "2010-12".into()],
            vec![format!("line 3, Year: 1 {REFUSED}")]
        )
    );
    let told = format!("{FISCAL}, 'hyphen': 'month'");
    assert_eq!(rows(&told, &months), (months.map(String::from).to_vec(), none()));
    // Fiscal years alone, and months alone.
    let fiscal = ["2010-04-01/P1Y", "2011-04-01/P1Y", "2012-04-01/P1Y"]
        .map(String::from)
        .to_vec();
    assert_eq!(
        rows(FISCAL, &["2010-11", "2011-12", "2012-13"]),
        (fiscal.clone(), none())
    );
    assert_eq!(rows("", &["2010-11", "2010-12"]).1, none());
    assert_eq!(
        rows("", &["2010-11", "2011-12"]),
        (none(), vec![format!("line 2, Year: 2 {REFUSED}")])
    );
    // The heads of a wide table are all there before they are read.
    assert_eq!(heads(FISCAL, &["2010-11", "2011-12", "2012-13"]), (fiscal, none()));
    assert_eq!(heads(FISCAL, &months), (months.map(String::from).to_vec(), none()));
    let asked = heads("", &["2010-11", "2011-12"]).1;
    assert!(
        asked.len() == 2 && asked.iter().all(|one| one.contains("say `year` in the map")),
        "{asked:?}"
    );
}

/// What a table of three columns is read as, the last of which is the value.
fn in_two_columns(period: &str, more: &str, cells: &str) -> Loaded<Gathered> {
    let map = format!(
        "{{'format': 1, 'kind': 'observations', 'indicator': 'x', 'value': 'V', 'unit': {{'code': '1'}}, 'period': {period}{more}}}"
    );
    read(&map, &format!("A,B,V\n{cells},1\n"))
}

const REPORTING: &str = ", 'year': {'begins': '04-01', 'named_by': 'first'}";

const IN_WORDS: &str = "{'year': 'A', 'half': 'B', 'means': {'Primo semestre': 1, 'Secondo semestre': 2}}";

const NUMBERED: &str = "{'year': 'A', 'month': 'B', 'means': {'1': 'April', '12': '3月'}}";

/// Each: the columns of the period, what else the map says, the cells of a row, and the period that they tell.
const IN_TWO_COLUMNS: [(&str, &str, &str, &str); 42] = [
    ("{'year': 'A', 'month': 'B'}", "", "2023,3", "2023-03"),
    ("{'year': 'A', 'month': 'B'}", "", "2023,03", "2023-03"),
    ("{'year': 'A', 'month': 'B'}", "", "2023,12", "2023-12"),
    ("{'year': 'A', 'month': 'B'}", "", "2023,March", "2023-03"),
    ("{'year': 'A', 'month': 'B'}", "", "2023,Sep", "2023-09"),
    ("{'year': 'A', 'month': 'B'}", "", "2023,Oktober", "2023-10"),
    ("{'year': 'A', 'month': 'B'}", "", "2023,Mrz", "2023-03"),
    ("{'year': 'A', 'quarter': 'B'}", "", "2023,4", "2023-Q4"),
    ("{'year': 'A', 'quarter': 'B'}", "", "2023,Q4", "2023-Q4"),
    ("{'year': 'A', 'quarter': 'B'}", "", "2023,T4", "2023-Q4"),
    ("{'year': 'A', 'quarter': 'B'}", REPORTING, "2022/23,Q4", "2023-Q1"),
    ("{'year': 'A', 'quarter': 'B'}", REPORTING, "2023,Q4", "2023-Q4"),
    ("{'year': 'A', 'half': 'B'}", "", "2023,H2", "2023-S2"),
    (IN_WORDS, "", "2023,Secondo semestre", "2023-S2"),
    ("{'year': 'A', 'month': 'B'}", "", "2024年,1月", "2024-01"),
    ("{'year': 'A', 'month': 'B'}", "", "2024,12月份", "2024-12"),
    ("{'year': 'A', 'month': 'B'}", "", "2024年,1-3月", "2024-Q1"),
    ("{'year': 'A', 'month': 'B'}", "", "2024年,1—9月", "2024-01-01/P9M"),
    ("{'year': 'A', 'month': 'B'}", "", "2024年,1～5月", "2024-01-01/P5M"),
    ("{'year': 'A', 'month': 'B'}", "", "2024年,一季度", "2024-Q1"),
    ("{'year': 'A', 'month': 'B'}", "", "2024年,上半年", "2024-S1"),
    ("{'year': 'A', 'month': 'B'}", "", "2024年,前三季度", "2024-01-01/P9M"),
    ("{'year': 'A', 'month': 'B'}", "", "2024年,全年", "2024"),
    ("{'year': 'A', 'month': 'B'}", "", "2024,Jan-Mar", "2024-Q1"),
    ("{'year': 'A', 'month': 'B'}", "", "2024,Q1", "2024-Q1"),
    // A month that is named is the calendar's, in whatever year.
    ("{'year': 'A', 'month': 'B'}", REPORTING, "2022/23,Apr", "2022-04"),
    ("{'year': 'A', 'month': 'B'}", REPORTING, "2022/23,März", "2023-03"),
    ("{'year': 'A', 'month': 'B'}", REPORTING, "2022/23,1-3月", "2023-Q1"),
    ("{'year': 'A', 'quarter': 'B'}", REPORTING, "2022/23,Jan-Mar", "2023-Q1"),
    (NUMBERED, REPORTING, "2022/23,1", "2022-04"),
    (NUMBERED, REPORTING, "2022/23,12", "2023-03"),
    ("{'year': 'A', 'quarter': 'B'}", "", "2024年,第四季度", "2024-Q4"),
    ("{'year': 'A', 'quarter': 'B'}", "", "2024年,前三季度", "2024-01-01/P9M"),
    (
        "{'year': 'A', 'quarter': 'B'}",
        REPORTING,
        "2022/23,前三季度",
        "2022-04-01/P9M",
    ),
    ("{'year': 'A', 'half': 'B'}", "", "2024年,下半年", "2024-S2"),
    ("{'from': 'A', 'to': 'B'}", "", "2016-01-01,2016-12-31", "2016"),
    (
        "{'from': 'A', 'to': 'B'}",
        "",
        "2016-04-01,2017-03-31",
        "2016-04-01/P1Y",
    ),
    (
        "{'from': 'A', 'to': 'B'}",
        ", 'date_order': 'day_first'",
        "01/04/2016,30/06/2016",
        "2016-Q2",
    ),
    ("{'from': 'A', 'to': 'B'}", "", "2016,2016", "2016"),
    ("{'from': 'A', 'to': 'B'}", "", "2014,2016-06-30", "2014-01-01/P30M"),
    (
        "{'from': 'A', 'to': 'B'}",
        ", 'dates': 'month'",
        "2014,2016",
        "2014-01-01/P3Y",
    ),
    (
        "{'from': 'A', 'to': 'B'}",
        ", 'year': {'begins': '04-01', 'named_by': 'first', 'plain': 'reporting'}",
        "2014,2015",
        "2014-04-01/P2Y",
    ),
];

#[test]
fn periods_of_two_columns() {
    for (period, more, cells, expected) in IN_TWO_COLUMNS {
        let loaded = in_two_columns(period, more, cells);
        assert_eq!(lines(&loaded), [""; 0], "{cells}");
        let series = loaded.value.observations.series("x").unwrap();
        assert_eq!(series.observations()[0].period().to_string(), expected, "{cells}");
    }
}

/// January to March beside a month: each is of its own time, and a running total begins with its year.
#[test]
fn months_of_one_and_of_several_in_one_column() {
    let of = |more: &str| {
        let map = format!(
            "{{'format': 1, 'kind': 'observations', 'indicator': 'x', 'value': 'V', 'unit': {{'code': '1'}},
              'period': {{'year': 'A', 'month': 'B'}}{more}}}"
        );
        let loaded = read(
            &map,
            "A,B,V\n2024年,2月,96.4\n2024年,1-3月,331.0\n2024年,一季度,331.0\n2024年,1-5月,500\n",
        );
        let series = loaded.value.observations.series("x").unwrap();
        let times = series.iter().map(|one| format!("{} {}", one.period(), one.coverage()));
        (times.collect::<Vec<_>>(), lines(&loaded))
    };
    let repeated = "line 4: the same figure of 2024-Q1 stands in line 3; it is counted once";
    let alone = ["2024-01-01/P5M 2024-01-01/P5M", "2024-02 2024-02", "2024-Q1 2024-Q1"];
    let (mut times, said) = of("");
    times.sort();
    assert_eq!(
        (times, said),
        (alone.map(String::from).to_vec(), vec![repeated.to_owned()])
    );
    let (mut times, said) = of(", 'cumulative_since': 'year'");
    times.sort();
    let total = [
        "2024-01-01/P5M 2024-01-01/P5M",
        "2024-02 2024-01-01/P2M",
        "2024-Q1 2024-Q1",
    ];
    assert_eq!(
        (times, said),
        (total.map(String::from).to_vec(), vec![repeated.to_owned()])
    );
    // As a head, beside its year.
    let (periods, said) = heads("", &["2024年1月", "2024年1-3月", "2024年上半年", "2024年前三季度"]);
    assert_eq!(periods, ["2024-01", "2024-Q1", "2024-S1", "2024-01-01/P9M"]);
    assert_eq!(said, [""; 0]);
}

/// What no reader could know of a text is stated of it; the others of the column are read as they are printed.
#[test]
fn texts_of_a_column_of_periods_mean_what_is_stated() {
    const MEANS: &str = "{'column': 'A', 'means': {'2018/2': '2018-S2', '2016/18 (baseline)': '2016-01-01/P3Y', '2010-11': '2010-04-01/P1Y'}}";
    for (cells, expected) in [
        ("2018/2,", "2018-S2"),
        (" 2018/2 ,", "2018-S2"),
        ("2016/18 (baseline),", "2016-01-01/P3Y"),
        ("2010-11,", "2010-04-01/P1Y"),
        ("2019,", "2019"),
        // What is stated of one text tells nothing of another.
        ("2010-11,,1\n2013-02,", "2010-04-01/P1Y"),
    ] {
        let loaded = in_two_columns(MEANS, "", cells);
        assert_eq!(lines(&loaded), [""; 0], "{cells}");
        let series = loaded.value.observations.series("x").unwrap();
        assert_eq!(series.observations()[0].period().to_string(), expected, "{cells}");
    }
    let loaded = in_two_columns(MEANS, "", "2018/1,");
    assert!(
        lines(&loaded)[0].starts_with("line 2, A: `2018/1` "),
        "{:?}",
        lines(&loaded)
    );
}

const LETTERS: &str = ", 'flags': 'eurostat'";

const MARKS: &str = ", 'flags': {'*': 'provisional', 'v': 'estimated', '¹': 'normal'}";

#[test]
fn a_flag_behind_the_period_of_a_row_is_that_of_its_figure() {
    const FISCAL_MARKS: &str =
        ", 'flags': {'*': 'provisional'}, 'year': {'begins': '04-01', 'named_by': 'last'}, 'hyphen': 'years'";
    const MEANS: &str = "{'column': 'A', 'means': {'2025*': '2025', 'now': '2026', 'old (v)': '2020', 'same': '2021'}}";
    const MONTHS: &str = "{'year': 'A', 'month': 'B', 'means': {'mars': 'March', 'avril*': 'April'}}";
    for (period, more, cells, figure) in [
        ("'A'", MARKS, "2025*,", "2025 5 - provisional"),
        ("'A'", MARKS, "2025 (v),", "2025 5 - estimated"),
        ("'A'", MARKS, "2025¹,", "2025 5 -"),
        ("'A'", MARKS, "31.12.2025*,", "2025-12-31 5 - provisional"),
        ("'A'", FISCAL_MARKS, "2025/26*,", "2025-04-01/P1Y 5 - provisional"),
        ("'A'", FISCAL_MARKS, "2025-26 *,", "2025-04-01/P1Y 5 - provisional"),
        ("'A'", LETTERS, "2026 (p),", "2026 5 - provisional"),
        ("'A'", LETTERS, "2026-Q1 bp,", "2026-Q1 5 - break+provisional"),
        ("'A'", "", "2026 (provisional),", "2026 5 - provisional"),
        ("'A'", "", "2024年（初步核算数）,", "2024 5 - provisional"),
        // What a text means as a period leaves the mark behind it what it is, and says what stands before one.
        (MEANS, MARKS, "2025*,", "2025 5 - provisional"),
        (MEANS, MARKS, "old (v),", "2020 5 - estimated"),
        (MEANS, MARKS, "now*,", "2026 5 - provisional"),
        (MEANS, MARKS, "same,", "2021 5 -"),
        (MEANS, "", "2025*,", "2025 5 -"),
        (MONTHS, MARKS, "2025*,3", "2025-03 5 - provisional"),
        (MONTHS, MARKS, "2025,März*", "2025-03 5 - provisional"),
        (MONTHS, MARKS, "2025 (v),mars*", "2025-03 5 - provisional+estimated"),
        (MONTHS, MARKS, "2025,avril*", "2025-04 5 - provisional"),
    ] {
        let loaded = in_two_columns(period, more, cells);
        let figures = short(loaded.value.observations.series("x").unwrap());
        let figures: Vec<_> = figures.iter().map(|figure| figure.replace(" 1 ", " 5 ")).collect();
        assert_eq!(
            (figures, lines(&loaded)),
            (vec![figure.to_owned()], vec![]),
            "{cells} {more}"
        );
    }
}

/// A mark of which the map says nothing, and letters that are nobody's.
#[test]
fn what_stands_behind_the_period_of_a_row_and_is_no_flag() {
    for (more, cells) in [
        ("", "2025*,"),
        (LETTERS, "2025*,"),
        ("", "2026 (p),"),
        (MARKS, "2025**,"),
        (MARKS, "x*,"),
    ] {
        let loaded = in_two_columns("'A'", more, cells);
        let text = cells.trim_end_matches(',');
        let said = lines(&loaded).join("\n");
        assert!(
            said.starts_with(&format!("line 2, A: `{text}` is not a period")),
            "{said}"
        );
        assert!(
            said.contains("and in `flags` what a mark behind a period says"),
            "{said}"
        );
    }
    // A mark that there is no value is no provisional one.
    let map =
        "{'format': 1, 'kind': 'observations', 'indicator': 'x', 'period': 'A', 'value': 'V', 'unit': {'code': '1'},
        'flags': {'*': 'provisional'}}";
    let loaded = read(map, "A,V\n2024*,:\n2025*,2*\n2025,2\n");
    let figures = short(loaded.value.observations.series("x").unwrap());
    assert_eq!(figures, ["2024 - - missing", "2025 2 - provisional"]);
    assert_eq!(lines(&loaded).len(), 1);
}

#[test]
fn a_row_beside_those_of_parts_is_of_the_whole_year() {
    const MEANS: &str = "'means': {'Total': 'year', 'Jahr': 'year', '合计': 'year', '': 'year'}}";
    let fiscal = ", 'year': {'begins': '04-01', 'named_by': 'first'}";
    for part in ["half", "quarter", "month"] {
        let period = format!("{{'year': 'A', '{part}': 'B', {MEANS}");
        for (more, cells, whole) in [
            ("", "2025,Total", "2025"),
            ("", "2025,Jahr", "2025"),
            ("", "2025年,合计", "2025"),
            ("", "2025,", "2025"),
            (fiscal, "2025/26,Total", "2025-04-01/P1Y"),
            (", 'flags': {'*': 'provisional'}", "2025,Total*", "2025"),
        ] {
            let loaded = in_two_columns(&period, more, cells);
            assert_eq!(lines(&loaded), [""; 0], "{cells}");
            let series = loaded.value.observations.series("x").unwrap();
            assert_eq!(series.observations()[0].period().to_string(), whole, "{part} {cells}");
        }
        // What is no year has no whole one.
        assert_eq!(lines(&in_two_columns(&period, "", "2025-Q1,Total")).len(), 1);
    }
    let quiet = "line 2, B: nothing stands here beside 2023; if the row is of all of it, state it in the `means` of the period: `{\"\": \"year\"}`, and else say `only` which rows count";
    assert_eq!(
        lines(&in_two_columns("{'year': 'A', 'month': 'B'}", "", "2023,")),
        [quiet]
    );
    // Nobody says so of a text of which the map says nothing.
    let unsaid = in_two_columns("{'year': 'A', 'month': 'B'}", "", "2023,year");
    assert_eq!(lines(&unsaid), [no_part("year", 12, "2023")]);
}

/// That a text is none of so many parts of a year.
fn no_part(text: &str, most: u8, year: &str) -> String {
    format!(
        "line 2, B: `{text}` is none of the {most} parts of {year}, nor several of them: write a number from 1 to {most}, or state in `means` which one of them alone it is, or `year` for all of it; several together are written as in `Jan-Mar`, and never as their last"
    )
}

#[test]
fn what_is_no_part_of_its_year() {
    for (period, more, cells, (text, most, year)) in [
        ("{'year': 'A', 'month': 'B'}", "", "2023,13", ("13", 12, "2023")),
        ("{'year': 'A', 'month': 'B'}", "", "2023,0", ("0", 12, "2023")),
        ("{'year': 'A', 'month': 'B'}", "", "2023,1-3", ("1-3", 12, "2023")),
        // March, or the quarter that ends with it?
        ("{'year': 'A', 'quarter': 'B'}", "", "2023,3月", ("3月", 4, "2023")),
        ("{'year': 'A', 'month': 'B'}", "", "2023,3月5日", ("3月5日", 12, "2023")),
        (IN_WORDS, "", "2023,Terzo", ("Terzo", 2, "2023")),
    ] {
        let problem = no_part(text, most, year);
        assert_eq!(lines(&in_two_columns(period, more, cells)), [problem], "{cells}");
    }
    for (period, cells, said) in [
        (
            "{'year': 'A', 'month': 'B'}",
            "2022/23,3",
            "`3` names no month of 2022-04-01/P1Y, and nobody says whether a number is the calendar's or counts from the first month of that year: write names such as `Apr`, or state them in the `means` of the period, as in `{\"3\": \"April\"}`",
        ),
        (
            "{'year': 'A', 'quarter': 'B'}",
            "2023-05,1",
            "`1` stands beside 2023-05, which is no year, so that it has no parts that a column can number",
        ),
    ] {
        let problem = format!("line 2, B: {said}");
        assert_eq!(lines(&in_two_columns(period, REPORTING, cells)), [problem], "{cells}");
    }
}

#[test]
fn what_is_no_period_of_two_columns() {
    for (period, more, cells, problem) in [
        (
            "{'year': 'A', 'quarter': 'B'}",
            "",
            "x,1",
            "line 2, A: `x` is not a period: write `2025`, `2025-Q4`, `2025-S1`, `2025-03`, `2025-W05`, `2025-03-31`, `2017-2019` or `2025-01-01/P9M`",
        ),
        (
            "{'from': 'A', 'to': 'B'}",
            "",
            "2016-01-01,",
            "line 2, B: `` is no day; write it as in `2026-01-26`",
        ),
        (
            "{'from': 'A', 'to': 'B'}",
            "",
            "2016-01-01,2015-12-31",
            "line 2, B: a period cannot end on 2015-12-31, before it begins on 2016-01-01",
        ),
        (
            "{'from': 'A', 'to': 'C'}",
            "",
            "2016-01-01,2016-12-31",
            "line 1: there is no column `C`; those here are `A`, `B`, `V`",
        ),
    ] {
        assert_eq!(lines(&in_two_columns(period, more, cells)), [problem], "{cells}");
    }
}

#[test]
fn maps_of_periods_of_two_columns_that_are_not_right() {
    const FORM: &str = "period: expected a `column`, a `year` with one of `half`, `quarter` and `month`, or `from` and `to`, found a map";
    for (period, problem) in [
        ("{'year': 'A'}", FORM),
        ("{'month': 'B'}", FORM),
        ("{'year': 'A', 'month': 'B', 'quarter': 'C'}", FORM),
        ("{'year': 'A', 'month': 'B', 'to': 'C'}", FORM),
        ("{'from': 'A'}", FORM),
        ("{'from': 'A', 'to': 'B', 'means': {'I': 1}}", FORM),
        ("{'column': 'A', 'year': 'B'}", FORM),
        ("{'column': 'A', 'half': 'B'}", FORM),
        (
            "{'column': 'A', 'means': {'2018/2': 2}}",
            r#"period.means.2018/2: expected a period as a text, such as `"2026"` or `"2022-01-01/P5Y"`, found the number 2"#,
        ),
        (
            "{'year': 'A', 'mont': 'B'}",
            "period.mont: there is no field `mont` here; the nearest is `month`",
        ),
        (
            "{'year': 'A', 'month': 'B', 'means': {'I': 13}}",
            "period.means.I: expected a whole number from 1 to 12, a part of the year as it is printed, such as `March`, or `year` for all of it, found the number 13",
        ),
        (
            "['A', 'B']",
            r#"period: expected the name of a column, or a map such as `{"year": "Year", "month": "Month"}`, found a list of 2"#,
        ),
    ] {
        let map = format!(
            "{{'format': 1, 'kind': 'observations', 'indicator': 'x', 'value': 'V', 'unit': {{'code': '1'}}, 'period': {period}}}"
        );
        let document: ColumnMapDocument = serde_json::from_str(&map.replace('\'', "\"")).unwrap();
        let problems: Vec<_> = document.check().problems.iter().map(placed).collect();
        assert_eq!(problems, [problem], "{period}");
    }
}

#[test]
fn dates_that_begin_or_end_a_longer_time_each() {
    let of = |more: &str, dates: &[&str]| rows(more, dates).1;
    for (day, length, dates) in [
        ("first", "year", ["2015-01-01", "2016-01-01", "2017-01-01"]),
        ("first", "half", ["2015-01-01", "2015-07-01", "2016-01-01"]),
        ("first", "quarter", ["2015-01-01", "2015-04-01", "2015-07-01"]),
        ("first", "month", ["2015-03-01", "2015-04-01", "2015-05-01"]),
        ("last", "year", ["2015-12-31", "2016-12-31", "2017-12-31"]),
        ("last", "half", ["2015-06-30", "2015-12-31", "2016-06-30"]),
        ("last", "quarter", ["2015-03-31", "2015-06-30", "2015-09-30"]),
        ("last", "month", ["2025-01-31", "2025-02-28", "2025-03-31"]),
        // The month of a leap year ends a day later.
        ("last", "month", ["31.01.2024", "29.02.2024", "30.04.2024"]),
    ] {
        let note = format!(
            "every date here is the {day} day of a {length}; if it stands for all of that, say `dates` in the map: `{length}`"
        );
        assert_eq!(of("", &dates), [format!("line 1, Year: {note}")], "{dates:?}");
        assert_eq!(heads("", &dates).1, [format!("line 1: {note}")], "{dates:?}");
        let stated = format!(", 'dates': '{length}'");
        assert_eq!(of(&stated, &dates), [""; 0], "{dates:?}");
        assert_eq!(heads(&stated, &dates).1, [""; 0], "{dates:?}");
    }
    for dates in [
        &["2015-01-01", "2016-01-01"][..],
        &["2015-12-31", "2016-12-31"],
        &["2015-01-01", "2016-01-01", "2017-01-02"],
        &["2015-12-31", "2016-12-31", "2017-12-30"],
        &["2024-01-31", "2024-02-28", "2024-03-31"],
        // Neither all are first days, nor all last.
        &["2015-01-01", "2015-12-31", "2016-01-01"],
        &["2015", "2016", "2017"],
    ] {
        assert_eq!(of("", dates), [""; 0], "{dates:?}");
    }
    let months = rows(", 'dates': 'month'", &["2025-01-31", "28.02.2025"]).0;
    assert_eq!(months, ["2025-01", "2025-02"]);
}

#[test]
fn one_date_a_year_is_an_end_of_a_year_of_its_own() {
    for (day, begins, dates, year) in [
        (
            "last",
            "07-01",
            ["2022-06-30", "2023-06-30", "2024-06-30"],
            "2021-07-01/P1Y",
        ),
        (
            "last",
            "04-01",
            ["2022-03-31", "2023-03-31", "2024-03-31"],
            "2021-04-01/P1Y",
        ),
        (
            "last",
            "03-01",
            ["2023-02-28", "2024-02-29", "2025-02-28"],
            "2022-03-01/P1Y",
        ),
        (
            "first",
            "04-01",
            ["2022-04-01", "2023-04-01", "2025-04-01"],
            "2022-04-01/P1Y",
        ),
    ] {
        let verb = if day == "first" { "begins" } else { "ends" };
        let note = format!(
            "every date here is the {day} day of one month, one in a year: if it stands for the year that {verb} with it, say `dates` in \
             the map: `year`, and `year`: `{{\"begins\": \"{begins}\", \"named_by\": \"{day}\"}}`"
        );
        assert_eq!(rows("", &dates).1, [format!("line 1, Year: {note}")], "{dates:?}");
        assert_eq!(heads("", &dates).1, [format!("line 1: {note}")], "{dates:?}");
        let as_said = format!(", 'dates': 'year', 'year': {{'begins': '{begins}', 'named_by': '{day}'}}");
        let (periods, problems) = rows(&as_said, &dates);
        assert_eq!((&*periods[0], problems.len()), (year, 0), "{dates:?}");
    }
}
