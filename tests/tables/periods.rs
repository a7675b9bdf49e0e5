//! Periods of years that are not the calendar's, and those that can be two things: the map says, or the column shows.

use crate::{lines, read, short};

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
        "line 1: `FY2019` is not a period: on which day its year begins is not said; say `year` in the map"
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

const REFUSED: &str = "figures of this table are of what is a month or years, as in `2010-11`, and other rows show that it \
                       is not what it would be read as; say `hyphen` in the map";

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
        asked[0].ends_with("say `year` in the map") && asked[1].ends_with("say `year` in the map"),
        "{asked:?}"
    );
}
