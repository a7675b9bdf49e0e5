//! SDMX-CSV as Eurostat, the OECD and others export it.

use milepost::code;

use super::{lines, read, short};

/// A file of invented figures in the columns of Eurostat's `une_rt_a`.
const EUROSTAT: &str = include_str!("eurostat.csv");

const MAP: &str = "{'format': 1, 'kind': 'sdmx', 'indicator': 'unemployment', 'only': [{'column': 'geo', 'is': 'AT'}],
    'breakdowns': [{'column': 'sex', 'means': {'T': 'total', 'F': 'women'}}],
    'unit': {'code': '1', 'multiplier': -2}}";

#[test]
fn a_file_of_eurostat() {
    let loaded = read(MAP, EUROSTAT);
    assert_eq!(lines(&loaded), [""; 0]);
    let gathered = loaded.into_result().unwrap();
    let total = gathered.observations.series("unemployment").unwrap();
    assert_eq!(
        short(total),
        [
            "2021 6.2 2025-01-31 break",
            "2022 4.8 2025-01-31",
            "2023 5.10 2025-01-31",
            "2024 - 2025-01-31 confidential",
        ]
    );
    let women = code!("women");
    let women = gathered.observations.series_of("unemployment", &women).unwrap();
    assert_eq!(
        short(women),
        ["2021 6.0 2025-01-31 break", "2022 4.5 2025-01-31 provisional"]
    );
    assert_eq!(gathered.figures, 6);
}

#[test]
fn figures_of_different_things_are_never_mixed() {
    let map = MAP.replace("'only': [{'column': 'geo', 'is': 'AT'}],", "");
    assert_eq!(
        lines(&read(&map, EUROSTAT)),
        [
            "line 8, geo: `BE` stands here, and `AT` before; say `only` which of them counts, or make the column one of the `breakdowns`"
        ]
    );
}

/// The least that a map of SDMX-CSV says.
const BARE: &str = "{'format': 1, 'kind': 'sdmx', 'indicator': 'x'}";

#[test]
fn each_version_and_layout_of_labels() {
    let expected = ["2014-01 12.4 -", "2014-02 10.80 - provisional"];
    for (name, table) in [
        (
            "1.0",
            "DATAFLOW,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,UNIT_MULT
            ESTAT:X(1.0),M,AT,2014-01,12.4,A,EUR,6
            ESTAT:X(1.0),M,AT,2014-02,10.80,P,EUR,6",
        ),
        (
            "2.0",
            "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,UNIT_MULT
            dataflow,ESTAT:X(1.0),I,M,AT,2014-01,12.4,A,EUR,6
            dataflow,ESTAT:X(1.0),I,M,AT,2014-02,10.80,P,EUR,6",
        ),
        (
            "2.1, columns in another order",
            "STRUCTURE[;],STRUCTURE_ID,ACTION,OBS_VALUE,OBS_STATUS[],UNIT_MULT,UNIT_MEASURE,REF_AREA,TIME_PERIOD
            datastructure,ESTAT:X,M,12.4,A,6,EUR,AT,2014-01
            datastructure,ESTAT:X,R,10.80,A;P,6,EUR,AT,2014-02",
        ),
        (
            "labels=both",
            "STRUCTURE[;],STRUCTURE_ID,ACTION,FREQ: Frequency,REF_AREA: Area,TIME_PERIOD: Time,OBS_VALUE: Value,OBS_STATUS[]: Status,UNIT_MEASURE: Unit,UNIT_MULT: Multiplier
            dataflow,ESTAT:X(1.0): Things,I,M: Monthly,AT: Austria,2014-01: 2014-01,12.4,A: Normal,EUR: Euro,6: Millions
            dataflow,ESTAT:X(1.0): Things,I,M: Monthly,AT: Austria,2014-02: 2014-02,10.80,A: Normal;P: Provisional value,EUR: Euro,6: Millions",
        ),
        (
            "labels=name",
            "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,FREQ,Frequency,REF_AREA,Area,TIME_PERIOD,Time,OBS_VALUE,Value,OBS_STATUS,Status,UNIT_MEASURE,Unit,UNIT_MULT,Multiplier
            dataflow,ESTAT:X(1.0),Things,I,M,Monthly,AT,Austria,2014-01,January,12.4,,A,Normal,EUR,Euro,6,Millions
            dataflow,ESTAT:X(1.0),Things,I,M,Monthly,AT,Austria,2014-02,February,10.80,,P,Provisional,EUR,Euro,6,Millions",
        ),
        (
            "the European Central Bank",
            "KEY,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,UNIT_MULT
            X.M.AT,M,AT,2014-01,12.4,A,EUR,6
            X.M.AT,M,AT,2014-02,10.80,P,EUR,6",
        ),
    ] {
        let loaded = read(BARE, &trimmed(table));
        assert_eq!(lines(&loaded), [""; 0], "{name}");
        let series = loaded.value.observations.series("x").unwrap().clone();
        assert_eq!(short(&series), expected, "{name}");
        assert_eq!((series.unit().code().as_str(), series.unit().multiplier()), ("EUR", 6), "{name}");
    }
}

/// The lines of a table, without the blanks before each.
fn trimmed(table: &str) -> String {
    table
        .lines()
        .map(str::trim_start)
        .flat_map(|line| [line, "\n"])
        .collect()
}

#[test]
fn dimensions_with_names_become_breakdowns() {
    let map = "{'format': 1, 'kind': 'sdmx', 'indicator': {'column': 'INDIC'}, 'unit': {'code': '1'},
        'breakdowns': [{'column': 'SEX', 'means': {'_T': 'total'}},
            {'column': 'AGE', 'dimension': 'age-group', 'means': {'_T': 'total'}}]}";
    let table = "DATAFLOW,INDIC: Indicator,SEX: Sex,AGE: Age,TIME_PERIOD,OBS_VALUE
        X:Y(1.0),JOBLESS: Without work,_T: All,_T: All ages,2024,1
        X:Y(1.0),JOBLESS: Without work,F: Women,_T: All ages,2024,2
        X:Y(1.0),JOBLESS: Without work,F: Women,Y15-24: Young,2024,3";
    let gathered = read(map, &trimmed(table)).into_result().unwrap();
    assert_eq!(gathered.names[&code!("JOBLESS")].first(), "Without work");
    let breakdowns: Vec<_> = gathered.breakdowns[&code!("JOBLESS")]
        .iter()
        .map(|one| format!("{} {} {:?}", one.code(), one.name().first(), one.dimensions()))
        .collect();
    assert_eq!(
        breakdowns,
        [
            "F Women [Code(\"SEX\")]",
            "F.Y15-24 Women, Young [Code(\"SEX\"), Code(\"age-group\")]"
        ]
    );
    assert!(gathered.observations.series("JOBLESS").is_some());
    assert!(gathered.observations.series_of("JOBLESS", "F.Y15-24").is_some());
}

#[test]
fn attributes_are_no_dimensions_wherever_they_stand() {
    let table = "DATAFLOW,FREQ,TIME_FORMAT,TIME_PERIOD,DECIMALS,OBS_STATUS,OBS_CONF,OBS_VALUE,UNIT_MEASURE
        B:D(1.0),A,P1Y,2002,0,M,F,,USD
        B:D(1.0),A,P1Y,2003,1,A,N,5,USD
        B:D(1.0),A,P1Y,2004,2,E,F,6,USD";
    let expected = ["2002 - - not_applicable", "2003 5 -", "2004 6 - estimated"];
    let status = ", 'status': {'column': 'OBS_STATUS', 'letters': 'sdmx'}, 'note': 'OBS_CONF'}";
    for map in [BARE, &BARE.replace('}', status)] {
        let loaded = read(map, &trimmed(table));
        assert_eq!(lines(&loaded), [""; 0], "{map}");
        assert_eq!(short(loaded.value.observations.series("x").unwrap()), expected, "{map}");
    }
}

#[test]
fn a_column_to_which_the_map_gives_a_role_is_no_dimension() {
    let table = "DATAFLOW,LAST_OBSERVED,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE
        B:D(1.0),2003,2003,5,USD
        B:D(1.0),2003,2004,6,USD
        B:D(1.0),2005,2005,7,USD";
    let loaded = read(
        &BARE.replace('}', ", 'estimates_after': 'LAST_OBSERVED'}"),
        &trimmed(table),
    );
    assert_eq!(lines(&loaded), [""; 0]);
    let expected = ["2003 5 -", "2004 6 - estimated", "2005 7 -"];
    assert_eq!(short(loaded.value.observations.series("x").unwrap()), expected);
}

#[test]
fn the_total_is_called_as_sdmx_calls_it() {
    let table = "DATAFLOW,REF_AREA,AGE,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE
        X:Y(1.0),AU1,_T,2024,5,PS
        X:Y(1.0),AU1,Y0,2024,4,PS";
    let loaded = read(
        &BARE.replace('}', ", 'breakdowns': [{'column': 'AGE'}]}"),
        &trimmed(table),
    );
    assert_eq!(lines(&loaded), [""; 0]);
    assert_eq!(short(loaded.value.observations.series("x").unwrap()), ["2024 5 -"]);
    let infants = loaded.value.observations.series_of("x", "Y0").unwrap();
    assert_eq!(short(infants), ["2024 4 -"]);
}

#[test]
fn powers_of_ten_count_beside_a_stated_unit() {
    let table = |power: &str| format!("DATAFLOW,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nX:Y(1.0),2022,4,{power}\n");
    for (stated, power, read_as) in [
        ("{'code': 'USD'}", "6", Ok(6)),
        ("{'code': 'USD'}", "", Ok(0)),
        ("{'code': 'USD', 'multiplier': 6}", "6", Ok(6)),
        ("{'code': '1', 'multiplier': -2, 'label': '%'}", "0", Ok(-2)),
        (
            "{'code': 'USD', 'multiplier': 6}",
            "3",
            Err(
                "line 2, UNIT_MULT: the values count in 10^3 by the table, and in 10^6 by the map; leave out the \
                 `multiplier` of the map, or state both alike",
            ),
        ),
    ] {
        let loaded = read(&BARE.replace('}', &format!(", 'unit': {stated}}}")), &table(power));
        match read_as {
            Ok(power) => {
                assert_eq!(lines(&loaded), [""; 0], "{stated}");
                assert_eq!(
                    loaded.value.observations.series("x").unwrap().unit().multiplier(),
                    power
                );
            }
            Err(words) => assert_eq!(lines(&loaded), [words]),
        }
    }
    // A unit that is stated of a text is multiplied: thousands of kilotonnes.
    let unit = "{'column': 'U', 'multiplier': 'UNIT_MULT', 'means': {'KT': {'code': 't', 'multiplier': 3}}}";
    let of_text = |power: &str| {
        let table = format!("DATAFLOW,TIME_PERIOD,OBS_VALUE,U,UNIT_MULT\nX:Y(1.0),2022,4,KT,{power}\n");
        read(&BARE.replace('}', &format!(", 'unit': {unit}}}")), &table)
    };
    for (power, of_unit) in [("", 3), ("0", 3), ("3", 6), ("6", 9)] {
        let loaded = of_text(power);
        assert_eq!(lines(&loaded), [""; 0], "{power}");
        assert_eq!(
            loaded.value.observations.series("x").unwrap().unit().multiplier(),
            of_unit
        );
    }
    let none = read(BARE, "DATAFLOW,TIME_PERIOD,OBS_VALUE\nX:Y(1.0),2022,4\n");
    assert_eq!(
        lines(&none),
        ["line 1: no column here says the unit of the values; say `unit` in the map"]
    );
}

#[test]
fn the_map_can_say_which_columns_must_say_one_thing() {
    let table = "DATAFLOW,AREA,LABEL,TIME_PERIOD,OBS_VALUE,UNIT
        X:Y(1.0),A,a,2023,1,PS
        X:Y(1.0),B,b,2023,2,PS
        X:Y(1.0),A,a,2024,3,PS
        X:Y(1.0),B,c,2024,4,PS";
    let parts = BARE.replace('}', ", 'breakdowns': [{'column': 'AREA'}]}");
    let said =
        "`c` stands here, and `b` before; say `only` which of them counts, or make the column one of the `breakdowns`";
    assert_eq!(
        lines(&read(&parts, &trimmed(table))),
        [format!("line 5, LABEL: {said}")]
    );
    let loaded = read(&parts.replace("]}", "], 'same': []}"), &trimmed(table));
    assert_eq!(lines(&loaded), [""; 0]);
    assert_eq!(loaded.value.figures, 4);
    // What tells figures apart is said all the same.
    let loaded = read(&BARE.replace('}', ", 'same': []}"), &trimmed(table));
    let codes: Vec<_> = loaded.problems.iter().map(milepost::Problem::code).collect();
    assert_eq!(codes, ["undeclared_column", "repeated_figure", "repeated_figure"]);
}

#[test]
fn the_day_of_an_update_has_a_year_of_two_digits_or_four() {
    let map = BARE.replace('}', ", 'unit': {'code': '1'}}");
    for (text, day) in [
        ("31/01/25 11:00:00", "2025-01-31"),
        ("29/01/2026 23:00", "2026-01-29"),
        ("29/01/20", "2020-01-29"),
        ("29/01/2020", "2020-01-29"),
    ] {
        let loaded = read(
            &map,
            &format!("DATAFLOW,LAST UPDATE,TIME_PERIOD,OBS_VALUE\nX:Y(1.0),{text},2019,1\n"),
        );
        assert_eq!(lines(&loaded), [""; 0], "{text}");
        assert_eq!(
            short(loaded.value.observations.series("x").unwrap()),
            [format!("2019 1 {day}")]
        );
    }
}

#[test]
fn labels_of_statuses_can_have_marks_in_them() {
    let map = BARE.replace("'x'}", "'x', 'unit': {'code': '1'}}");
    for (cell, figure) in [
        ("M: Missing value; data cannot exist", "2024 - - not_applicable"),
        (
            "L: Missing value, data exist but were not collected",
            "2024 - - missing",
        ),
        ("M", "2024 - - not_applicable"),
    ] {
        let loaded = read(
            &map,
            &format!("DATAFLOW,TIME_PERIOD,OBS_VALUE,OBS_STATUS: Status\nA:B(1.0),2024,,\"{cell}\"\n"),
        );
        assert_eq!(lines(&loaded), [""; 0], "{cell}");
        assert_eq!(
            short(loaded.value.observations.series("x").unwrap()),
            [figure],
            "{cell}"
        );
    }
}

#[test]
fn what_is_confidential_has_no_value() {
    let map = BARE.replace("'x'}", "'x', 'unit': {'code': '1'}}");
    for column in ["CONF_STATUS", "OBS_CONF"] {
        let table = format!(
            "DATAFLOW,TIME_PERIOD,OBS_VALUE,OBS_STATUS,{column}\nA:B(1.0),2021,1,A,F\nA:B(1.0),2022,:,,C\nA:B(1.0),2023,3,E,\nA:B(1.0),2024,4,,N\nA:B(1.0),2025,5,,D\n"
        );
        let loaded = read(&map, &table);
        assert_eq!(
            lines(&loaded),
            [
                "line 6, OBS_VALUE: this observation has a value, and its `status` says that there is none; leave out one of the two"
            ],
            "{column}"
        );
        assert_eq!(
            short(loaded.value.observations.series("x").unwrap()),
            ["2021 1 -", "2022 - - confidential", "2023 3 - estimated", "2024 4 -"]
        );
    }
}

#[test]
fn a_file_with_history_becomes_vintages() {
    let map = BARE.replace("'x'}", "'x', 'unit': {'code': '1'}}");
    let table = "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,VALID_FROM
        dataflow,OECD:X(1.0),R,AT,2023,5.0,P,2024-02-01T10:00:00Z
        dataflow,OECD:X(1.0),R,AT,2023,5.2,A,2024-08-01T10:00:00Z
        dataflow,OECD:X(1.0),M,AT,2024,5.5,E,2024-08-01
        dataflow,OECD:X(1.0),D,AT,2024,-,,2024-09-15
        dataflow,OECD:X(1.0),M,AT,,,,2024-09-15";
    let loaded = read(&map, &trimmed(table));
    // An estimate of a year that is not over is one.
    assert_eq!(lines(&loaded), Vec::<String>::new());
    assert_eq!(
        short(loaded.value.observations.series("x").unwrap()),
        [
            "2023 5.0 2024-02-01 provisional",
            "2023 5.2 2024-08-01",
            "2024 5.5 2024-08-01 estimated",
            "2024 - 2024-09-15 missing",
        ]
    );
}

#[test]
fn reporting_years_begin_where_the_file_says() {
    let map = BARE.replace("'x'}", "'x', 'unit': {'code': '1'}}");
    let table = "DATAFLOW,TIME_PERIOD,OBS_VALUE,REPORTING_YEAR_START_DAY
        A:B(1.0),2015-A1,1,--07-01
        A:B(1.0),2015-S1,2,--07-01
        A:B(1.0),2015-T3,3,--07-01
        A:B(1.0),2015-Q2,4,--07-01
        A:B(1.0),2015-M12,5,--07-01
        A:B(1.0),2015-W01,6,--01-01
        A:B(1.0),2015-D001,7,--07-01
        A:B(1.0),2016,8,";
    let loaded = read(&map, &trimmed(table));
    assert_eq!(lines(&loaded), [""; 0]);
    let mut periods = short(loaded.value.observations.series("x").unwrap());
    periods.sort_by_key(|line| line.split(' ').nth(1).unwrap().to_owned());
    assert_eq!(
        periods,
        [
            "2015-07-01/P1Y 1 -",
            "2015-S2 2 -",
            "2016-03-01/P4M 3 -",
            "2015-Q4 4 -",
            "2016-06 5 -",
            "2014-12-29/P7D 6 -",
            "2015-07-01 7 -",
            "2016 8 -",
        ]
    );
}

#[test]
fn french_marks_are_read_where_they_are_declared() {
    let map = BARE.replace("'x'}", "'x', 'unit': {'code': '1'}, 'delimiter': ';', 'decimal': ','}");
    let loaded = read(&map, "DATAFLOW;TIME_PERIOD;OBS_VALUE\nA:B(1.0);2024;1585,754\n");
    assert_eq!(lines(&loaded), [""; 0]);
    assert_eq!(
        short(loaded.value.observations.series("x").unwrap()),
        ["2024 1585.754 -"]
    );
}

/// As of rates of exchange, which are published as both.
#[test]
fn averages_and_ends_of_periods_are_not_mixed() {
    let map = BARE.replace("'x'}", "'x', 'unit': {'code': '1'}}");
    let table = "DATAFLOW,COLLECTION,TIME_PERIOD,OBS_VALUE\nA:B,A,2024,1\nA:B,A,2025,1\nA:B,E,2024,2\n";
    assert_eq!(
        lines(&read(&map, table)),
        [
            "line 4, COLLECTION: `E` stands here, and `A` before; say `only` which of them counts, or make the column one of the `breakdowns`"
        ]
    );
}

#[test]
fn what_is_not_right() {
    let map = BARE.replace("'x'}", "'x', 'unit': {'code': '1'}}");
    let header = "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n";
    for (row, problem) in [
        (
            "d,X,M,AT,2024,1,Z",
            "line 2, OBS_STATUS: `Z` says nothing that is known of a figure; state what it means in the `means` of its column",
        ),
        (
            "d,X,M,AT,2024,1,O",
            "line 2, OBS_VALUE: this observation has a value, and its `status` says that there is none; leave out one of the two",
        ),
        (
            "d,X,X,AT,2024,1,",
            "line 2, ACTION: `X` is no action of SDMX: those are M (merge), R (replace), D (delete), and of old A and I",
        ),
        (
            "d,X,D,AT,2024,1,",
            "line 2: this row deletes a figure, and nothing says when; a figure is withdrawn on a day, so name the column of `published` days",
        ),
        (
            "d,X,D,AT,,,",
            "line 2: this row deletes figures in bulk; state each figure that was withdrawn in a row of its own",
        ),
        (
            "d,X,M,AT,2024",
            "line 2: a row has as many cells as the header, 7, and this one has 5; write its empty cells too; a note below the table is passed over by an `only` with a column that it leaves blank",
        ),
    ] {
        assert_eq!(lines(&read(&map, &format!("{header}{row}\n"))), [problem], "{row}");
    }
    for (table, problem) in [
        ("", "line 1: the table is empty; its first line names the columns"),
        (
            "Year,Value\n2024,1\n",
            "line 1: SDMX-CSV has a column `TIME_PERIOD`, and here is none; where another one plays its role, the map is one of `observations`",
        ),
    ] {
        assert_eq!(lines(&read(&map, table)).first().unwrap(), problem);
    }
    let both = format!("{header}d,X,M,AT,2024,1,\nd,X,M,BE,2025,1,\n");
    assert_eq!(
        lines(&read(&map, &both)),
        [
            "line 3, REF_AREA: `BE` stands here, and `AT` before; say `only` which of them counts, or make the column one of the `breakdowns`",
        ]
    );
}
