//! Tables of figures in columns of their own names, read by a map.

use milepost::code;
use milepost::plan::{ObservationsDocument, Problem};
use milepost::table::ColumnMapDocument;

use super::{lines, map, placed, read, short};

/// An indicator of a national site on the Sustainable Development Goals, in the columns of Open SDG; the figures are invented.
const OPEN_SDG: &str = "Year,Sex,Age,Observation status,Value
2015,,,Normal value,12.40
2015,Female,,Normal value,13.1
2015,Female,Under 16,Estimated value,15
2016,,,Normal value,\"1,211.9\"
2016,Female,,Provisional value,n/a
2017,,,Normal value,<5
";

const MAP: &str = "{'format': 1, 'kind': 'observations', 'indicator': 'poverty', 'period': 'Year', 'value': 'Value',
    'thousands': ',', 'unit': {'code': '1', 'multiplier': -2},
    'breakdowns': [{'column': 'Sex', 'dimension': 'sex', 'means': {'Female': 'women'}}, {'column': 'Age'}],
    'status': {'column': 'Observation status',
        'means': {'Normal value': 'normal', 'Estimated value': 'estimated', 'Provisional value': 'provisional'}},
    'published': '2018-03-01'}";

#[test]
fn a_national_site() {
    let loaded = read(MAP, OPEN_SDG);
    assert_eq!(lines(&loaded), [""; 0]);
    let gathered = loaded.value;
    let total = gathered.observations.series("poverty").unwrap();
    assert_eq!(
        short(total),
        ["2015 12.40 2018-03-01", "2016 1211.9 2018-03-01", "2017 - 2018-03-01"]
    );
    assert_eq!(
        total.observations().last().unwrap().reading(),
        milepost::value::Interval::less_than(milepost::dec!(5)).into()
    );
    let of = |part: &str| {
        let part = milepost::Code::new(part).unwrap();
        short(gathered.observations.series_of("poverty", &part).unwrap())
    };
    assert_eq!(
        of("women"),
        ["2015 13.1 2018-03-01", "2016 - 2018-03-01 provisional+missing"]
    );
    assert_eq!(of("women.Under-16"), ["2015 15 2018-03-01 estimated"]);
    let names = gathered.breakdowns[&code!("poverty")]
        .iter()
        .map(|one| one.name().first().to_owned());
    assert_eq!(names.collect::<Vec<_>>(), ["Female", "Female, Under 16"]);
}

#[test]
fn every_bad_row_is_said_and_the_good_ones_are_kept() {
    let table = "Year,Sex,Age,Observation status,Value
2015,,,Normal value,12.4.1
20x5,,,Strange,7
2016,,,Normal value,8
2016,,,Normal value,9
2017,,
2018,–,,Normal value,3
2019,a b,,Normal value,1
2020,a/b,,Normal value,1
";
    let loaded = read(MAP, table);
    assert_eq!(
        lines(&loaded),
        [
            "line 2, Value: `12.4.1` is not a decimal number: write digits and at most one decimal mark, as in `1781.8`",
            "line 3, Year: `20x5` is not a period: write `2025`, `2025-Q4`, `2025-S1`, `2025-03`, `2025-W05`, `2025-03-31`, `2017-2019` or `2025-01-01/P9M`, or state what it means in the `means` of its column, and in `flags` what a mark behind a period says, as in `{\"*\": \"provisional\"}`",
            "line 3, Observation status: `Strange` says nothing that is known of a figure; state what it means in the `means` of its column",
            "line 6: a row has as many cells as the header, 5, and this one has 3; write its empty cells too; a note below the table is passed over by an `only` with a column that it leaves blank",
            "line 7, Sex: no code can be made of `–`, which has no letter and no digit; state one for it in the map",
            "line 8, Value: published on 2018-03-01, before the last month of 2019: only a `forecast` can be, an `estimated` figure from the first day of its period on, or one of the beginning or the middle of its period",
            "line 9, Sex: `a/b` and `a b` both make the code `a-b`; state one for each in the `means` of their column",
            "line 1, Sex: no cell of this column says `Female`, which stands in its `means`; nothing is stated for `a b`, `a/b`, `–`",
            "line 5: line 4 has another figure of 2016, of the same day of publication and source; a later vintage has a later date, and what tells parts apart is one of the `breakdowns`, or `only` says which part counts",
        ]
    );
    assert_eq!(
        short(loaded.value.observations.series("poverty").unwrap()),
        ["2016 8 2018-03-01"]
    );
    assert_eq!(loaded.into_result().unwrap_err().len(), 9);
}

#[test]
fn a_header_stands_behind_rows_of_empty_cells_and_may_end_the_table() {
    let table = ",,,,\nYear,Sex,Age,Observation status,Value\n2015,,,Normal value,12.40\n";
    assert_eq!(lines(&read(MAP, table)), [""; 0]);
    let map = MAP.replace("'kind'", "'header': 2, 'kind'");
    let without_rows = "Poverty\nYear,Sex,Age,Observation status,Value";
    let found = lines(&read(&map, without_rows));
    assert!(found[0].starts_with("line 2: no row stands below"), "{found:?}");
}

#[test]
fn a_header_without_rows_is_not_passed_over_in_silence() {
    for table in [
        "Year,Sex,Age,Observation status,Value\n",
        "Year,Sex,Age,Observation status,Value\n,,,,\n\n",
    ] {
        let said = "line 1: no row stands below the names of the columns; where they are named further up or down, say the line, `header`";
        assert_eq!(lines(&read(MAP, table)), [said]);
    }
}

#[test]
fn rows_like_the_one_before_them_are_told_from_those_that_are_not() {
    let map = "{'format': 1, 'kind': 'observations', 'indicator': 'poverty', 'period': 'Year', 'value': 'Value',
        'unit': {'code': '1'}, 'only': [{'column': 'Counts', 'is': 'yes'}],
        'breakdowns': [{'column': 'Sex'}, {'column': 'Age'}, {'column': 'Region'}]}";
    let table = "Sex,Age,Counts,Year,Value,Region
a,bc,yes,2015,1,N
a,bc,yes,2016,2,N
a,bc,yes,2017,3,S
ab,c,yes,2015,4,S
a,bc,yes,2015,1,S,more
a,bc,yes,2018,5,S
ab,c
ab,c,no,2018,6,S
ab,c,no,2019,7,S
ab,c,yes,2016,8,S
ab,c,yes,2017,9,–
ab,c,yes,2018,10,–
ab,c,yes,2019,11,S
";
    let loaded = read(map, table);
    assert_eq!(
        lines(&loaded),
        [
            "line 6: a row has as many cells as the header, 6, and this one has 7; a cell that holds the delimiter stands in quotes",
            "line 12, Region: no code can be made of `–`, which has no letter and no digit; state one for it in the map; so too in line 13, Region",
        ]
    );
    let series = loaded.value.observations.iter();
    let series: Vec<_> = series
        .map(|one| (one.breakdown().unwrap().as_str(), short(one).join(", ")))
        .collect();
    let series: Vec<_> = series.iter().map(|(part, figures)| (*part, figures.as_str())).collect();
    assert_eq!(
        series,
        [
            ("a.bc.N", "2015 1 -, 2016 2 -"),
            ("a.bc.S", "2017 3 -, 2018 5 -"),
            ("ab.c.S", "2015 4 -, 2016 8 -, 2019 11 -"),
        ]
    );
}

#[test]
fn a_million_slips_of_a_kind_are_one_problem() {
    let table = format!("Year,Sex,Age,Observation status,Value\n{}", "x,,,,\n".repeat(5_000));
    let loaded = read(MAP, &table);
    assert_eq!((loaded.problems.found(), loaded.problems.len()), (5_000, 1));
}

#[test]
fn columns_that_are_not_there() {
    let table = "Yaer,Sex,Sex,Value\n2015,,,1\n";
    assert_eq!(
        lines(&read(MAP, table)),
        [
            "line 1: two columns are called `Sex`, and nobody knows which is meant; rename one",
            "line 1: there is no column `Age`; those here are `Yaer`, `Sex`, `Sex`, `Value`",
            "line 1: there is no column `Year`; the nearest is `Yaer`",
            "line 1: there is no column `Observation status`; those here are `Yaer`, `Sex`, `Sex`, `Value`",
        ]
    );
    // A column that plays two roles is missed once.
    let twice = "{'format': 1, 'kind': 'observations', 'indicator': 'x', 'period': 'Year', 'value': 'V', 'note': 'V', 'unit': {'code': '1'}}";
    assert_eq!(
        lines(&read(twice, "Year,W\n2024,5\n")),
        ["line 1: there is no column `V`; those here are `Year`, `W`"]
    );
    // Blanks around a name are not seen, but where only they tell two columns apart.
    let map = "{'format': 1, 'kind': 'observations', 'indicator': 'x', 'period': 'Year', 'value': 'Value', 'unit': {'code': '1'}}";
    for table in ["Year , Value\n2024,5\n", "Year,Value ,Value\n2024,6,5\n"] {
        let loaded = read(map, table);
        assert_eq!(lines(&loaded), [""; 0], "{table}");
        assert_eq!(short(loaded.value.observations.series("x").unwrap()), ["2024 5 -"]);
    }
    assert_eq!(
        lines(&read(map, "Year,Value , Value\n2024,6,5\n")),
        ["line 1: two columns are called `Value`, and nobody knows which is meant; rename one"]
    );
    let wide = (0..30).map(|column| format!("c{column}")).collect::<Vec<_>>().join(",");
    assert!(lines(&read(map, &format!("Year,{wide}")))[0].ends_with("`c17`, `c18` and 11 more"));
}

#[test]
fn a_header_that_is_not_where_the_map_says_is_one_mistake() {
    let held = |cells: &str| {
        format!(
            "line 1: none of the columns that the map names, `Sex`, `Age`, `Year`, `Value`, `Observation status`, is named here or \
             further down, and this line holds {cells}; if these are figures, write a line with the names of the columns above them, \
             and if these are the names, say them in the map"
        )
    };
    let further = |line: u64, cells: &str| {
        format!(
            "line 1: the columns are named on line {line}, and here stands {cells}; say in the map `\"header\": {line}`"
        )
    };
    let names = "Year,Sex,Age,Observation status,Value\n";
    let of = |table: &str| lines(&read(MAP, table));
    assert_eq!(of(&format!("{names}2015,,,Normal value,12.40\n")), [""; 0]);
    for (table, expected) in [
        ("2015,,,Normal value,12.40\n2016,,,Normal value,13\n", held("`2015`, `Normal value`, `12.40`")),
        ("Jahr,Wert\n2015,4\n", held("`Jahr`, `Wert`")),
        (&format!("Stadt Lindhaven,,,,\n\n{names}2015,,,Normal value,12.40\n"), further(3, "`Stadt Lindhaven`")),
        // A title with commas is no header of commas, nor one of another delimiter.
        (&format!("\"Poverty; by sex, age\"\n{names}2015,,,Normal value,12.40\n"), further(2, "`Poverty; by sex, age`")),
        (
            &format!("{}2015;;;Normal value;12.40\n", names.replace(',', ";")),
            "line 1: the header is one cell, `Year;Sex;Age;Observation status;Value`: another delimiter stands in it; say `delimiter` \
             in the map: `;`"
                .to_owned(),
        ),
    ] {
        assert_eq!(of(table), [expected], "{table}");
    }
    // One name that is there, or nearly, is the header: the others are said one by one.
    assert_eq!(of("Yaer,a,b,c,d\n2015,,,,1\n").len(), 5);
    let sdmx = "{'format': 1, 'kind': 'sdmx', 'indicator': 'x', 'unit': {'code': 't'}}";
    assert_eq!(
        lines(&read(
            sdmx,
            "Extracted on 2025-02-01,,\nDATAFLOW,TIME_PERIOD,OBS_VALUE\nX:Y(1.0),2022,4\n"
        )),
        [further(2, "`Extracted on 2025-02-01`")]
    );
    let of_sdmx = lines(&read(sdmx, "a,b\n1,2\n"));
    assert!(
        of_sdmx[0].starts_with("line 1: SDMX-CSV has a column `TIME_PERIOD`"),
        "{of_sdmx:?}"
    );
}

#[test]
fn bytes_that_are_no_text() {
    let latin = b"Year,Sex,Age,Observation status,Value\n2015,M\xe4nner,,,1\n";
    let loaded = map(MAP).read_observations(latin.as_slice());
    assert_eq!(
        lines(&loaded),
        ["line 2, Sex: this is not UTF-8 and looks like Windows-1252; export the table as CSV in UTF-8, or convert it"]
    );
}

const DWELLINGS: &str = "{'format': 1, 'kind': 'observations', 'indicator': 'dwellings', 'period': 'Year', 'value': 'Value',
        'unit': {'code': 'dwelling', 'whole': true}, 'published': {'column': 'Out'}, 'cumulative_since': {'column': 'Since'},
        'status': {'column': 'Status'}}";

/// The figures of one table, read by the door of documents as well: each with period, value, day of publication, first
/// day of a running total, status and what is said of it.
#[test]
fn tables_and_documents_warn_of_the_same() {
    for (period, value, published, since, status, codes) in [
        ("2024", "1.234", "2025-02-01", "", "", &["not_whole"][..]),
        ("2024", "1.000", "2025-02-01", "", "", &[]),
        ("2024", "5", "2024-12-01", "", "", &[]),
        ("2024", "5", "2024-11-30", "", "", &["published_too_early"]),
        ("2024", "5", "2024-11-30", "", "forecast", &[]),
        ("2024", "5", "2024-01-01", "", "estimated", &[]),
        ("2024", "5", "2023-12-31", "", "estimated", &["published_too_early"]),
        ("2024", "5", "2023-12-31", "", "forecast", &[]),
        ("2024", "5", "2024-11-30", "", "provisional", &["published_too_early"]),
        ("2024-03", "5", "2024-02-29", "", "", &["published_too_early"]),
        (
            "2024-03",
            "0.5",
            "2024-02-29",
            "2024-01-01",
            "",
            &["not_whole", "published_too_early"],
        ),
        ("2024-03", "5", "", "2024-04-01", "", &["total_begins_too_late"]),
        ("2024", "5", "2025-02-01", "", "missing", &["value_of_missing"]),
    ] {
        let mut figure = serde_json::json!({"period": period, "value": value});
        for (field, text) in [
            ("published", published),
            ("cumulative_since", since),
            ("status", status),
        ] {
            if !text.is_empty() {
                figure[field] = text.into();
            }
        }
        let document = serde_json::json!({"format": 1, "series": [{"indicator": "dwellings",
            "unit": {"code": "dwelling", "whole": true}, "observations": [figure]}]});
        let document: ObservationsDocument = serde_json::from_value(document).unwrap();
        let table = format!("Year,Value,Out,Since,Status\n{period},{value},{published},{since},{status}\n");
        let in_table = read(DWELLINGS, &table).problems;
        let in_document = document.check().problems;
        for found in [in_table, in_document] {
            let mut found: Vec<_> = found.iter().map(Problem::code).collect();
            found.sort_unstable();
            assert_eq!(found, codes, "{table}");
        }
    }
}

#[test]
fn a_warning_of_a_figure_names_its_cell() {
    assert_eq!(
        lines(&read(
            DWELLINGS,
            "Year,Value,Out,Since,Status\n2024,1.234,2024-11-30,,\n2023,7.5,2025-02-01,,\n"
        )),
        [
            "line 2, Value: these things come one by one, and 1.234 is not a whole number of them",
            "line 2, Out: published on 2024-11-30, before the last month of 2024: only a `forecast` can be, an `estimated` figure from the first day of its period on, or one of the beginning or the middle of its period",
            "line 3, Value: these things come one by one, and 7.5 is not a whole number of them",
        ]
    );
    let wide = "{'format': 1, 'kind': 'wide', 'indicator': 'dwellings', 'unit': {'code': 'dwelling', 'whole': true},
        'published': '2024-11-30'}";
    assert_eq!(
        lines(&read(wide, "Name,2023,2024,2025\na,1.5,2,:\n")),
        [
            "line 2, 2023: these things come one by one, and 1.5 is not a whole number of them",
            "line 2, 2024: published on 2024-11-30, before the last month of 2024: only a `forecast` can be, an `estimated` figure from the first day of its period on, or one of the beginning or the middle of its period",
        ]
    );
}

#[test]
fn units_sources_totals_and_ranges() {
    let map =
        "{'format': 1, 'kind': 'observations', 'indicator': {'column': 'What', 'means': {'Gross product': 'gdp'}},
        'period': 'When', 'value': 'Figure', 'cumulative_since': 'year', 'published': {'column': 'Out'}, 'note': 'Note',
        'unit': {'column': 'Unit', 'multiplier': 'Power', 'means': {'yuan': {'code': 'CNY'}}},
        'source': {'title': {'column': 'Book'}, 'publisher': 'The office'},
        'uncertainty': {'from': 'Low', 'to': 'High', 'standard_error': 'SE'}}";
    let header = "What,When,Figure,Out,Note,Unit,Power,Book,Low,High,SE\n";
    let good = format!("{header}Gross product,2024-Q3,10,2024-10-20,early,yuan,8,Bulletin,9,11,\n");
    let loaded = read(map, &good);
    assert_eq!(lines(&loaded), [""; 0]);
    let series = loaded.value.observations.series("gdp").unwrap();
    let one = &series.observations()[0];
    assert_eq!(one.coverage().to_string(), "2024-01-01/P9M");
    assert_eq!(one.source().unwrap().publisher().unwrap().first(), "The office");
    assert_eq!(one.note().unwrap().first(), "early");
    assert_eq!((series.unit().code().as_str(), series.unit().multiplier()), ("CNY", 8));
    for (row, problem) in [
        (
            "Gross product,2024,10,2024-10-20,,yuan,x,,,,",
            "line 3, Power: `x` is no power of ten: write a whole number from -28 to 28, such as 6, a name such as `thousands` or `millions`, or `in 1,000`",
        ),
        (
            "Gross product,2024,10,2024-10-20,,yuan,,,,,",
            "line 3, Unit: this figure counts in `CNY`, and those of its series before in `CNY × 10^8`; a series has one unit: where units tell figures apart, make their column one of the `breakdowns`, too",
        ),
        (
            "Gross product,2024,10,11/10/2024,,yuan,8,,,,",
            "line 3, Out: `11/10/2024` can be two days; say `date_order` in the map: `day_first` or `month_first`",
        ),
        (
            "Gross product,2024,10,,,yuan,8,,9,,",
            "line 3: an uncertainty is a range, `from` and `to` with a `confidence` if that is known, or a `standard_error` alone",
        ),
        (
            "Gross product,2024,10,,,yuan,8,,<9,11,",
            "line 3, Low: `<9` is more than a number, and only a number can stand here",
        ),
        (
            "Gross product,2024,10,,,yuan,8,,11,12,",
            "line 3, Figure: the range from 11 to 12 does not hold the value 10 beside which it stands",
        ),
    ] {
        assert_eq!(lines(&read(map, &format!("{good}{row}\n"))), [problem], "{row}");
    }
}

#[test]
fn long_texts_and_those_of_any_script_make_codes() {
    let map = "{'format': 1, 'kind': 'observations', 'indicator': 'x', 'period': 'Year', 'value': 'Value', 'unit': {'column': 'Unit'},
        'breakdowns': [{'column': 'Region'}, {'column': 'Показатель'}]}";
    let table = "Year,Region,Показатель,Value,Unit
2014,Yorkshire and the Humber,Kingston upon Hull and East Riding of Yorkshire,8.2,t CO₂
2014,Yorkshire and the Humber,Kingston upon Hull and East Riding of Yorkshires,8.3,t CO₂
2014,Ñuble,國,8.4,t CO₂
2014,Ñuble,国,8.5,t CO₂
";
    let loaded = read(map, table);
    assert_eq!(codes(&loaded), ["codes_of_units"]);
    let parts = loaded.value.breakdowns[&code!("x")].iter();
    let parts: Vec<_> = parts
        .map(|one| format!("{}: {}", one.code(), one.name().first()))
        .collect();
    assert_eq!(
        parts,
        [
            "Yorkshire-and-the-Humber.Kingston-upon-Hull-and-East-Ri-p3kk9ag5: Yorkshire and the Humber, Kingston upon Hull and East Riding of Yorkshire",
            "Yorkshire-and-the-Humber.Kingston-upon-Hull-and-East-Ri-c7qna5x8: Yorkshire and the Humber, Kingston upon Hull and East Riding of Yorkshires",
            "Nuble.pbe8vzd3: Ñuble, 國",
            "Nuble.f0xyvzd3: Ñuble, 国",
        ]
    );
    let units: Vec<_> = loaded.value.observations.iter().map(milepost::Series::unit).collect();
    assert_eq!(
        (units[0].code().as_str(), units[0].label().unwrap().first()),
        ("t-CO2", "t CO₂")
    );
}

#[test]
fn powers_of_ten_have_names() {
    let map = "{'format': 1, 'kind': 'observations', 'indicator': 'x', 'period': 'Y', 'value': 'V',
        'unit': {'column': 'U', 'multiplier': 'P'}, 'uncertainty': {'from': 'L', 'to': 'H'}}";
    let of = |rows: &str| read(map, &format!("Y,V,U,P,L,H\n{rows}"));
    for (text, power) in [
        ("0", 0),
        ("-2", -2),
        ("Units", 0),
        ("hundreds", 2),
        ("thousand", 3),
        ("Millions", 6),
        ("BILLIONS", 9),
        ("trillion", 12),
        ("in 1", 0),
        ("in 1,000", 3),
        ("in 1.000.000", 6),
        ("in 10 000", 4),
        ("in 1000", 3),
    ] {
        let loaded = of(&format!("2023,5,EUR,\"{text}\",,\n"));
        assert_eq!(lines(&loaded), [""; 0], "{text}");
        assert_eq!(
            loaded.value.observations.series("x").unwrap().unit().multiplier(),
            power,
            "{text}"
        );
    }
    for text in [
        "1,000",
        "in 2,000",
        "in 1,5",
        "in 1.0",
        "in 1,00,000",
        "in",
        "Mio.",
        "29",
    ] {
        let problems: Vec<_> = of(&format!("2023,5,EUR,\"{text}\",,\n"))
            .problems
            .iter()
            .map(Problem::code)
            .collect();
        assert_eq!(problems.len(), 1, "{text}: {problems:?}");
    }
}

#[test]
fn a_series_counts_in_one_power_of_ten() {
    let map = "{'format': 1, 'kind': 'observations', 'indicator': 'x', 'period': 'Y', 'value': 'V',
        'unit': {'column': 'U', 'multiplier': 'P'}}";
    let loaded = read(
        map,
        "Y,V,U,P\n2022,5.20,EUR,6\n2023,5300,EUR,3\n2024,<0.006,EUR,millions\n2025,5,EUR,\n2026,5,USD,6\n2027,1,EUR,\"in 1,000,000\"\n",
    );
    let differ = "and those of its series before in `EUR × 10^6`; a series has one unit: where units tell figures apart, make their \
        column one of the `breakdowns`, too";
    assert_eq!(
        lines(&loaded),
        [
            format!("line 3, U: this figure counts in `EUR × 10^3`, {differ}"),
            format!("line 5, U: this figure counts in `EUR`, {differ}"),
            format!("line 6, U: this figure counts in `USD × 10^6`, {differ}"),
        ]
    );
    let series = loaded.value.observations.series("x").unwrap();
    assert_eq!(series.unit().multiplier(), 6);
    assert_eq!(short(series), ["2022 5.20 -", "2024 - -", "2027 1 -"]);
    // Where all others count in ones, a blank cell says the same.
    let ones = read(map, "Y,V,U,P\n2021,1,EUR,0\n2022,2,EUR,\n2023,3,EUR,units\n");
    assert_eq!(lines(&ones), [""; 0]);
}

/// The codes of the problems of a table.
fn codes(loaded: &milepost::table::Loaded<milepost::table::Gathered>) -> Vec<&'static str> {
    loaded.problems.iter().map(Problem::code).collect()
}

#[test]
fn a_unit_in_words_and_signs() {
    let map =
        "{'format': 1, 'kind': 'observations', 'indicator': {'column': 'What'}, 'period': 'Year', 'value': 'Value',
        'unit': {'column': 'Unit', 'means': {'Tsd. €': {'code': 'EUR', 'multiplier': 3}}}}";
    let of = |units: &[&str]| {
        let rows = units
            .iter()
            .enumerate()
            .map(|(row, unit)| format!("2020,1,i{row},{unit}\n"));
        let loaded = read(map, &format!("Year,Value,What,Unit\n{}", rows.collect::<String>()));
        let units = loaded
            .value
            .observations
            .iter()
            .map(|one| one.unit().code().to_string());
        let of_units = lines(&loaded).into_iter().filter(|line| !line.contains("`means`; "));
        (units.collect::<Vec<_>>().join(" "), of_units.collect::<Vec<_>>())
    };
    // Codes, and what the map states.
    assert_eq!(
        of(&["kt", "PC_ACT", "Anzahl", "Tsd. €"]),
        ("kt PC_ACT Anzahl EUR".to_owned(), vec![])
    );
    // A sign that says something is never lost.
    assert_eq!(
        of(&["Mio. €", "% of GDP", "°C", "kt"]),
        (
            "kt".to_owned(),
            vec![
                "line 2, Unit: the unit `Mio. €` would lose its `€`, which no code has; state it in the `means` of this column, as in `{\"Mio. €\": {\"code\": \"EUR\", \"multiplier\": 6, \"label\": \"Mio. €\"}}`".to_owned(),
                "line 3, Unit: the unit `% of GDP` would lose its `%`, which no code has; state it in the `means` of this column, as in `{\"% of GDP\": {\"code\": \"1\", \"multiplier\": -2, \"label\": \"% of GDP\"}}`".to_owned(),
                "line 4, Unit: the unit `°C` would lose its `°`, which no code has; state it in the `means` of this column, as in `{\"°C\": {\"code\": \"…\", \"label\": \"°C\"}}`".to_owned(),
            ]
        )
    );
    // Words are read as a code, and nothing more.
    assert_eq!(
        of(&["EUR million", "1000", "亿元", "GBP (£)", "t"]),
        (
            "EUR-million 1000 jw1wda59 GBP t".to_owned(),
            vec![
                "line 1, Unit: `1000`, `EUR million`, `GBP (£)` and 1 more: read as units called `1000`, `EUR-million`, `GBP` and 1 more, with no power of ten of their own; where the plan counts otherwise, state it in the `means` of this column, as in `{\"1000\": {\"code\": \"…\", \"multiplier\": 3, \"label\": \"1000\"}}`".to_owned(),
            ]
        )
    );
}

#[test]
fn a_row_of_one_cell_and_a_column_without_a_name() {
    const MAP: &str =
        "{'format': 1, 'kind': 'wide', 'indicator': 'co2', 'unit': {'code': 't'}, 'breakdowns': [{'column': 'Site'}]}";
    let loaded = read(
        MAP,
        "Site,2022,2023,,\nLyon,12,,,\nGraz,,n.a.,,\n,,,,\n* market-based,,,,\nSource: energy team,,,,\n",
    );
    assert_eq!(
        lines(&loaded),
        [
            "line 5: one cell stands in this row and no other, so that it makes a series without figures; a note below the table is \
             passed over by an `only` with a column that it leaves blank; so too in line 6"
        ]
    );
    let counted = MAP.replace(
        "'kind'",
        "'only': [{'column': 'Site', 'is_not': ['* market-based', 'Source: energy team']}], 'kind'",
    );
    assert_eq!(lines(&read(&counted, "Site,2022\nLyon,12\n* market-based,\n")), [""; 0]);
    assert_eq!(
        lines(&read(&MAP.replace("Site", ""), ",2022,2023\nLyon,12,13\n")),
        [
            "line 1, column 1: no code of a dimension can be made of the name of this column; say it in the map, as in `\"dimension\": \"sex\"`"
        ]
    );
    let named = MAP.replace("'Site'", "'', 'dimension': 'site'");
    assert_eq!(lines(&read(&named, ",2022,2023\nLyon,12,13\n")), [""; 0]);
}

#[test]
fn two_units_are_never_one() {
    let map = "{'format': 1, 'kind': 'observations', 'indicator': 'x', 'period': 'Year', 'value': 'Value', 'unit': {'column': 'Unit'}}";
    let loaded = read(
        map,
        "Year,Value,Unit\n2000,1,births/year\n2001,2,births year\n2002,3,births/year\n",
    );
    assert_eq!(
        lines(&loaded),
        [
            "line 3, Unit: `births year` and `births/year` both make the code `births-year`; state one for each in the `means` of their column",
            "line 1, Unit: `births/year`: read as units called `births-year`, with no power of ten of their own; where the plan counts otherwise, state it in the `means` of this column, as in `{\"births/year\": {\"code\": \"…\", \"label\": \"births/year\"}}`",
        ]
    );
    assert_eq!(
        short(loaded.value.observations.series("x").unwrap()),
        ["2000 1 -", "2002 3 -"]
    );
    // A column says both in what figures count and which of them they are.
    let apart = map.replace("'unit'", "'breakdowns': [{'column': 'Unit'}], 'unit'");
    let loaded = read(&apart, "Year,Value,Unit\n2000,1,Deaths\n2000,0.2,Deaths per 1000\n");
    assert_eq!(codes(&loaded), ["codes_of_units"]);
    let units: Vec<_> = loaded
        .value
        .observations
        .iter()
        .map(|series| series.unit().code().as_str())
        .collect();
    assert_eq!(units, ["Deaths", "Deaths-per-1000"]);
}

#[test]
fn what_stands_for_the_total() {
    let map = "{'format': 1, 'kind': 'observations', 'indicator': 'x', 'period': 'Year', 'value': 'Value', 'unit': {'code': '1'},
        'breakdowns': [{'column': 'Sex'}, {'column': 'Area', 'means': {'Land': 'total'}}]}";
    let loaded = read(
        map,
        "Year,Sex,Area,Value\n2020,,,1\n2021,_T,_T,2\n2022,_T,Land,3\n2022,F,_T,4\n",
    );
    assert_eq!(lines(&loaded), [""; 0]);
    let figures = &loaded.value.observations;
    assert_eq!(
        short(figures.series("x").unwrap()),
        ["2020 1 -", "2021 2 -", "2022 3 -"]
    );
    assert_eq!(short(figures.series_of("x", "F").unwrap()), ["2022 4 -"]);
    // What the map says of it comes first.
    let stated = map.replace(
        "{'column': 'Sex'}",
        "{'column': 'Sex', 'means': {'_T': 'both', '': 'nobody'}}",
    );
    let loaded = read(&stated, "Year,Sex,Area,Value\n2020,,Land,1\n2021,_T,,2\n");
    assert_eq!(lines(&loaded), [""; 0]);
    let figures = &loaded.value.observations;
    assert!(figures.series("x").is_none());
    assert_eq!(short(figures.series_of("x", "both").unwrap()), ["2021 2 -"]);
    assert_eq!(short(figures.series_of("x", "nobody").unwrap()), ["2020 1 -"]);
    assert_eq!(loaded.value.breakdowns[&code!("x")][0].name().first(), "nobody");
}

#[test]
fn a_part_that_is_called_as_the_total_is_asked_about() {
    let map = "{'format': 1, 'kind': 'observations', 'indicator': 'x', 'period': 'Year', 'value': 'Value', 'unit': {'code': '1'},
        'breakdowns': [{'column': 'Area', 'means': {'Land': 'total', 'Total': 'Total'}}, {'column': 'Sex', 'name': 'Name'}]}";
    let of = |rows: &str| {
        let loaded = read(map, &format!("Year,Area,Sex,Name,Value\n{rows}"));
        let series = loaded.value.observations.iter();
        let parts: Vec<_> = series.map(|one| one.breakdown().map(ToString::to_string)).collect();
        let parts = parts.into_iter().map(Option::unwrap_or_default).collect::<Vec<_>>();
        let asked = lines(&loaded).into_iter().filter(|line| line.contains("makes a part"));
        (parts.join(" "), asked.collect::<Vec<_>>())
    };
    let asked = |column: &str, text: &str| {
        format!(
            "line 1, {column}: `{text}` makes a part of its own, and the total gets no figures of its rows; if it is the total, \
             state it in the `means` of this column, `{{\"{text}\": \"total\"}}`, and else the code of that part"
        )
    };
    for (rows, parts, problems) in [
        // SDMX's code, and what the map states.
        ("2020,Land,_T,,1\n2020,Total,_T,Total,2\n", " Total", vec![]),
        (
            "2020,TOTAL,,,1\n2021,TOTAL,,,2\n2020,North,,,3\n",
            "North TOTAL",
            vec![asked("Area", "TOTAL")],
        ),
        ("2020,Insgesamt,,,1\n", "Insgesamt", vec![asked("Area", "Insgesamt")]),
        ("2020,合 计,,,1\n", "28ytwmc0", vec![asked("Area", "合 计")]),
        (
            "2020,Ensemble,Total (15+),,1\n",
            "Ensemble.Total-15",
            vec![asked("Area", "Ensemble"), asked("Sex", "Total (15+)")],
        ),
        // A name that is a word for it, and the letter of the lists of the sexes.
        (
            "2020,,00,Total,1\n2020,,01,North,2\n",
            "00 01",
            vec![asked("Sex", "00")],
        ),
        ("2020,,T,,1\n2020,,F,,2\n", "F T", vec![asked("Sex", "T")]),
        ("2020,,T,,1\n2020,,S,,2\n", "S T", vec![]),
        ("2020,Total manufacturing,,,1\n", "Total-manufacturing", vec![]),
    ] {
        assert_eq!(of(rows), (parts.to_owned(), problems), "{rows}");
    }
}

#[test]
fn a_name_beside_an_empty_code_is_not_the_total() {
    let map = "{'format': 1, 'kind': 'observations', 'indicator': 'x', 'period': 'Year', 'value': 'Value', 'unit': {'code': '1'},
        'breakdowns': [{'column': 'Code', 'name': 'Entity'}]}";
    let table = "Entity,Code,Year,Value\n,,2020,1\nAfrica,,2020,2\nChad,TCD,2020,3\nAfrica,,2021,4\n,,2021,5\n";
    let loaded = read(map, table);
    assert_eq!(
        lines(&loaded),
        [
            "line 3, Code: no code stands here beside the name `Africa`; if this is the total, state it in `means`: `{\"\": \"total\"}`, \
             and else make the codes of the names, or say `only` which rows count; so too in line 5, Code"
        ]
    );
    let figures = &loaded.value.observations;
    assert_eq!(short(figures.series("x").unwrap()), ["2020 1 -", "2021 5 -"]);
    let stated = map.replace("'name'", "'means': {'': 'total'}, 'name'");
    let loaded = read(&stated, "Entity,Code,Year,Value\nThe land,,2020,1\nNorth,N,2020,2\n");
    assert_eq!(lines(&loaded), [""; 0]);
    assert_eq!(short(loaded.value.observations.series("x").unwrap()), ["2020 1 -"]);
}

#[test]
fn a_selection_that_no_row_meets() {
    let table = "Year,Value,Area,Sex\n2020,1,AT,\n2021,2,BE,\n2022,3,AT,\n2023,4,C,\n2024,5,D,\n2025,6,E,\n2026,7,F,\n";
    for (only, problem) in [
        ("{'column': 'Area', 'is': ['AT', 'XX']}", None),
        (
            "{'column': 'Area', 'is': 'AT: Austria'}",
            Some(
                "line 1, Area: no row counts, since `only` asks for `AT: Austria` here, and this column says `AT`, `BE`, `C`, `D`, `E` and others",
            ),
        ),
        (
            "{'column': 'Area', 'is': ['AT', 'BE']}, {'column': 'Year', 'is': ['1', '2']}, {'column': 'Sex'}",
            Some(
                "line 1, Year: no row counts, since `only` asks for `1`, `2` here, and this column says `2020`, `2021`, `2022`",
            ),
        ),
        (
            "{'column': 'Sex'}",
            Some("line 1, Sex: no row counts, since `only` asks for something here, and this column says nothing"),
        ),
        (
            "{'column': 'Sex', 'is_not': 'F'}, {'column': 'Area', 'is_not': ['AT', 'BE']}",
            None,
        ),
        (
            "{'column': 'Year', 'is_not': ['2020', '2021', '2022', '2023', '2024', '2025', '2026']}",
            Some(
                "line 1, Year: no row counts, since `only` asks for something else than `2020`, `2021`, `2022`, `2023`, `2024` and 2 more here, and this column says `2020`, `2021`, `2022`, `2023`, `2024` and others",
            ),
        ),
        (
            "{'column': 'Area', 'is': ['AT', 'BE'], 'is_not': ['AT', 'BE']}",
            Some(
                "line 1, Area: no row counts, since `only` asks for `AT`, `BE` and something else than `AT`, `BE` here, and this column says `AT`, `BE`, `C`, `D`, `E` and others",
            ),
        ),
    ] {
        let map = format!(
            "{{'format': 1, 'kind': 'observations', 'indicator': 'x', 'period': 'Year', 'value': 'Value', 'unit': {{'code': '1'}}, 'only': [{only}]}}"
        );
        let loaded = read(&map, table);
        assert_eq!(lines(&loaded), Vec::from_iter(problem), "{only}");
        assert!(!loaded.problems.has_errors());
    }
}

#[test]
fn rows_that_say_a_text_can_be_left_out() {
    let map = "{'format': 1, 'kind': 'observations', 'indicator': 'x', 'period': 'Year', 'value': 'Value', 'unit': {'code': '1'},
        'only': [{'column': 'Year', 'is_not': '#date+year'}, {'column': 'Note', 'is_not': ['old', '']}]}";
    let table = "Year,Value,Note\n#date+year,#indicator,#meta\n2020,1,old\n2021,2,\n2022,3,new\n2023,4,older\n";
    let loaded = read(map, table);
    assert_eq!(lines(&loaded), [""; 0]);
    assert_eq!(
        short(loaded.value.observations.series("x").unwrap()),
        ["2022 3 -", "2023 4 -"]
    );
}

#[test]
fn what_a_map_says_of_texts_that_no_cell_has() {
    let map = "{'format': 1, 'kind': 'observations', 'indicator': {'column': 'Name', 'means': {'Jobs': 'jobs'}},
        'period': 'Year', 'value': 'Value', 'unit': {'code': '1'}, 'breakdowns': [{'column': 'Sex',
        'means': {'Total': 'total', 'All': 'total', 'Female': 'women', 'Male': 'men'}}]}";
    let of = |rows: &str| lines(&read(map, &format!("Name,Year,Sex,Value\n{rows}")));
    for (rows, expected) in [
        // Everything that is there was stated.
        ("Jobs,2023,Total,1\nJobs,2023,Female,2\n", &[][..]),
        ("Jobs,2023,All,1\nJobs,2023,Female,2\nJobs,2023,Male,3\n", &[]),
        (
            "Jobs,2023,All,1\nJobs,2023,female,2\nJobs,2023,Male,3\n",
            &[
                "line 1, Sex: no cell of this column says `Female`, which stands in its `means`; the nearest is `female`",
            ],
        ),
        (
            "jobs,2023,TOTAL,1\njobs,2023,F,2\njobs,2023,M,3\njobs,2023,N,3\njobs,2023,X,4\n",
            &[
                "line 1, Name: no cell of this column says `Jobs`, which stands in its `means`; the nearest is `jobs`",
                "line 1, Sex: no cell of this column says `Total`, which stands in its `means`; the nearest is `TOTAL`",
                "line 1, Sex: no cell of this column says `All`, which stands in its `means`; nothing is stated for `F`, `M`, `N` and 2 more",
                "line 1, Sex: no cell of this column says `Female`, which stands in its `means`; nothing is stated for `F`, `M`, `N` and 2 more",
                "line 1, Sex: no cell of this column says `Male`, which stands in its `means`; nothing is stated for `F`, `M`, `N` and 2 more",
                "line 1, Sex: `TOTAL` makes a part of its own, and the total gets no figures of its rows; if it is the total, state it in the `means` of this column, `{\"TOTAL\": \"total\"}`, and else the code of that part",
            ],
        ),
        // Of texts that mean the same one is enough, unless another is nearly what stands there.
        (
            "Jobs,2023,All,1\nJobs,2023,Femal,2\nJobs,2024,men,3\nJobs,2023,Male,4\n",
            &["line 1, Sex: no cell of this column says `Female`, which stands in its `means`; the nearest is `Femal`"],
        ),
        (
            "Jobs,2023,All,1\nJobs,2023,Totl,2\nJobs,2023,Female,3\nJobs,2023,Male,4\n",
            &["line 1, Sex: no cell of this column says `Total`, which stands in its `means`; the nearest is `Totl`"],
        ),
    ] {
        assert_eq!(of(rows), expected, "{rows}");
    }
    // The same is asked of units; of statuses and of parts of a year nothing else is read than words that are known.
    let map = "{'format': 1, 'kind': 'observations', 'indicator': 'x', 'value': 'Value',
        'period': {'year': 'Year', 'half': 'Half', 'means': {'Primo': 1, 'Secondo': 2}},
        'unit': {'column': 'Unit', 'means': {'yuan': {'code': 'CNY'}}},
        'status': {'column': 'Flag', 'letters': 'sdmx', 'means': {'x': 'missing'}}}";
    let of = |rows: &str| lines(&read(map, &format!("Year,Half,Unit,Flag,Value\n{rows}")));
    assert_eq!(of("2023,Primo,yuan,,1\n2023,Secondo,yuan,x,\n"), [""; 0]);
    assert_eq!(
        of("2023,primo,Yuan,X-,1\n2023,H2,Yuan,P,2\n"),
        [
            "line 2, Half: `primo` is none of the 2 parts of 2023, nor several of them: write a number from 1 to 2, or state in `means` which one of them alone it is, or `year` for all of it; several together are written as in `Jan-Mar`, and never as their last",
            "line 2, Flag: `X-` says nothing that is known of a figure; state what it means in the `means` of its column",
            "line 1, Unit: no cell of this column says `yuan`, which stands in its `means`; the nearest is `Yuan`",
        ]
    );
    let sdmx =
        "{'format': 1, 'kind': 'sdmx', 'indicator': 'x', 'unit': {'code': '1'}, 'breakdowns': [{'column': 'SEX'}]}";
    let table = "DATAFLOW,SEX,TIME_PERIOD,OBS_VALUE\nA:B(1.0),F,2023,1\n";
    assert_eq!(lines(&read(sdmx, table)), [""; 0]);
}

#[test]
fn columns_can_be_named_further_down_and_names_stand_beside_codes() {
    let map = "{'format': 1, 'kind': 'wide', 'indicator': {'column': 'Series Code', 'name': 'Series'}, 'unit': {'code': 'u'}, 'header': 5,
        'breakdowns': [{'column': 'Country Code', 'name': 'Country Name'}]}";
    let above = "\"Data Source\",\"World Development Indicators\",\n\n\"Last Updated\",\"2025\",\n\n";
    let table = format!(
        "{above}Country Name,Country Code,Series,Series Code,2019\nAruba,ABW,Clean fuels,X.1,1\nAustria,AUT,Clean fuels,X.1,x\n"
    );
    for table in [table.clone(), table.replace('\n', "\r\n")] {
        let loaded = read(map, &table);
        assert_eq!(
            lines(&loaded),
            [
                "line 7, 2019: `x` is not a decimal number: it has no digit; if it says that there is no value, list it among `missing` in the map"
            ]
        );
        assert_eq!(loaded.value.names[&code!("X.1")].first(), "Clean fuels");
        let part = &loaded.value.breakdowns[&code!("X.1")][0];
        assert_eq!((part.code().as_str(), part.name().first()), ("ABW", "Aruba"));
    }
    let with_source = format!(
        "{above}Country Name,Country Code,Series,Series Code,2019\nAruba,ABW,Clean fuels,X.1,1\nSource: them,,,,\n"
    );
    assert!(lines(&read(map, &with_source))[0].starts_with(
        "line 7, Series Code: nothing stands here of which a code could be made; state one in the map, of an empty cell (`\"\"`) in `means`, or say `only`"
    ));
    let first = map.replace("'header': 5,", "");
    assert_eq!(
        lines(&read(&first, &table))[0],
        "line 1: the columns are named on line 5, and here stands `Data Source`, `World Development Indicators`; say in the map \
         `\"header\": 5`"
    );
    let misspelt = map.replace("'name': 'Series'", "'name': 'Serie'");
    assert_eq!(
        lines(&read(&misspelt, &table)),
        ["line 5: there is no column `Serie`; the nearest is `Series`"]
    );
    assert_eq!(
        lines(&read(&map.replace("'header': 5", "'header': 50"), &table)),
        ["line 7: the table is empty; its first line names the columns"]
    );
    let document: ColumnMapDocument =
        serde_json::from_str(&map.replace("'header': 5", "'header': 0").replace('\'', "\"")).unwrap();
    let problems: Vec<_> = document.check().problems.iter().map(placed).collect();
    assert_eq!(
        problems,
        ["header: expected a line, counted from 1, found the number 0"]
    );
}

/// What is wrong with the map where this stands for that.
fn problems_of(from: &str, to: &str) -> Vec<String> {
    let document = MAP.replacen(from, to, 1).replace('\'', "\"");
    let document: ColumnMapDocument = serde_json::from_str(&document).unwrap();
    document.check().problems.iter().map(placed).collect()
}

#[test]
fn what_is_no_map_or_no_list_shows_its_form() {
    for (from, to, problem) in [
        (
            "{'column': 'Age'}",
            "'Age'",
            r#"breakdowns[1]: expected a map, such as `{"column": "Age"}`, found the text `Age`"#,
        ),
        (
            "{'column': 'Age'}",
            "['Age']",
            r#"breakdowns[1]: expected a map, such as `{"column": "Age"}`, found a list of 1"#,
        ),
        (
            "{'Female': 'women'}",
            "['Female']",
            "breakdowns[0].means: expected a map from texts to what they stand for, found a list of 1",
        ),
        (
            "[{'column': 'Sex', 'dimension': 'sex', 'means': {'Female': 'women'}}, {'column': 'Age'}]",
            "{'column': 'Sex', 'dimension': 'sex'}",
            r#"breakdowns: expected a list, such as `[{"column": "Sex", …}]`, found a map"#,
        ),
        (
            "[{'column': 'Sex', 'dimension': 'sex', 'means': {'Female': 'women'}}, {'column': 'Age'}]",
            "'Sex'",
            r#"breakdowns: expected a list, such as `[{"column": "Sex"}]`, found the text `Sex`"#,
        ),
        (
            "'thousands': ','",
            "'missing': '-1'",
            r#"missing: expected a list, such as `["-1"]`, found the text `-1`"#,
        ),
        (
            "'thousands': ','",
            "'only': {'Sex': 'Female'}",
            r#"only: expected a list, such as `[{"column": "Sex", …}, …]`, found a map"#,
        ),
        (
            "'published': '2018-03-01'",
            "'source': 'Yearbook'",
            r#"source: expected a map, such as `{"title": "Yearbook"}`, found the text `Yearbook`"#,
        ),
    ] {
        assert_eq!(problems_of(from, to), [problem], "{to}");
    }
}

#[test]
fn a_message_on_a_map_is_one_line() {
    let problem = r#"published: expected a day, or its column, as in `{"column": "Out\n"}`, found the text `Out\n`"#;
    assert_eq!(problems_of("'2018-03-01'", "'Out\\n'"), [problem]);
}

#[test]
fn several_columns_of_values_are_several_maps() {
    let expected = "value: expected the name of one column: a table with several columns of values is read by a map of each, found a list of 2";
    assert_eq!(
        problems_of("'value': 'Value'", "'value': ['Value', 'Other']"),
        [expected]
    );
}

#[test]
fn maps_that_are_not_right() {
    for (from, to, problem) in [
        (
            "'kind': 'observations'",
            "'kind': 'observation'",
            "kind: `observation` cannot stand here; the nearest is `observations`",
        ),
        ("'period': 'Year', ", "", "period: the field `period` is missing"),
        (
            "'thousands': ','",
            "'thousands': '.'",
            "thousands: `.` cannot stand here; it is the mark before decimals already, by `decimal`",
        ),
        (
            "'kind': 'observations', ",
            "",
            "kind: the field `kind` is missing; what can stand there is `observations`, `sdmx`, `wide`, `targets`",
        ),
        (
            "'published': '2018-03-01'",
            "'published': 'Published'",
            r#"published: expected a day, or its column, as in `{"column": "Published"}`, found the text `Published`"#,
        ),
        (
            "'dimension': 'sex'",
            "'dimension': 'the sex'",
            "breakdowns[0].dimension: `the sex` is not a code: it begins with an ASCII letter or digit, goes on with letters, digits, `-`, `_` or `.`, and has at most 64 characters; `the-sex` is one",
        ),
        (
            "'Estimated value': 'estimated'",
            "'Estimated value': 'estimatd'",
            "status.means.Estimated value: `estimatd` cannot stand here; the nearest is `estimated`",
        ),
        (
            "{'Female': 'women'}",
            "{'Female': 'women', 'Both': null}",
            "breakdowns[0].means.Both: expected the code of a part, or `total`, found nothing (`null`): what is not known is left out",
        ),
        (
            "{'Female': 'women'}",
            "{'Female': 'all women'}",
            "breakdowns[0].means.Female: `all women` is not a code: it begins with an ASCII letter or digit, goes on with letters, digits, `-`, `_` or `.`, and has at most 64 characters; `all-women` is one",
        ),
        (
            "{'Female': 'women'}",
            "{'Female': 'women', 'Male': 'men', 'Female': 'girls'}",
            "breakdowns[0].means.Female: the field `Female` stands twice",
        ),
        (
            "'format': 1",
            "'format': 2",
            "format: the format 2 is not known here; this version reads format 1",
        ),
        (
            "'published': '2018-03-01'",
            "'year': {'begins': '4-1', 'named_by': 'first'}",
            "year.begins: `4-1` is not a day: write month and day in digits, as in `07-01`",
        ),
    ] {
        assert_eq!(problems_of(from, to), [problem], "{to}");
    }
}

const BESIDE: &str = "figures of one series and period stand beside";
const DECLARE: &str = "here, and the map says nothing of this column; make it one of the `breakdowns`, or say `only` which of them counts";

/// What is said of columns of which a map of these says nothing.
fn undeclared(more: &str, table: &str) -> Vec<String> {
    let map = format!(
        "{{'format': 1, 'kind': 'observations', 'indicator': 'jobs', 'period': 'Year', 'value': 'Value',
          'unit': {{'code': '1'}}{more}}}"
    );
    let loaded = read(&map, table);
    assert_eq!(
        loaded.problems.warnings().count(),
        loaded
            .problems
            .iter()
            .filter(|one| one.code() == "undeclared_column")
            .count()
    );
    loaded.problems.warnings().map(placed).collect()
}

#[test]
fn a_column_that_tells_figures_of_one_period_apart_is_not_passed_over_in_silence() {
    let dated = ", 'published': {'column': 'Out'}";
    for (name, more, table, place, texts) in [
        (
            "regions, one behind the other",
            "",
            "Region,Year,Value\nNorth,2023,1\nNorth,2024,2\nSouth,2023,3\nSouth,2024,4\n",
            "line 4, Region",
            "`North`, `South`",
        ),
        (
            "regions side by side, whose figures were published on days of their own",
            dated,
            "Year,Value,Out,Region\n2023,1,2024-02-01,N\n2023,2,2024-03-01,S\n2024,3,2025-02-01,N\n2024,4,2025-03-01,S\n",
            "line 3, Region",
            "`N`, `S`",
        ),
        (
            "the total has no text",
            "",
            "Sex,Year,Value\n,2023,1\n,2024,2\nFemale,2023,3\nFemale,2024,4\nMale,2023,5\nMale,2024,6\n",
            "line 4, Sex",
            "nothing, `Female`, `Male`",
        ),
        (
            "codes of digits, beside notes, names of their own and another number",
            "",
            "District,Year,Value,Id,Note,Homes\n01,2023,1,a,x,77\n01,2024,2,b,y,78\n02,2023,3,c,z,79\n02,2024,4,d,,80\n",
            "line 4, District",
            "`01`, `02`",
        ),
        (
            "months beside years",
            "",
            "Year,Month,Value\n2023,Jan,1\n2023,Feb,2\n2024,Jan,3\n2024,Feb,4\n",
            "line 3, Month",
            "`Jan`, `Feb`",
        ),
    ] {
        assert_eq!(
            undeclared(more, table),
            [format!("{place}: {BESIDE} {texts} {DECLARE}")],
            "{name}"
        );
    }
}

#[test]
fn a_column_of_a_wide_table_that_tells_rows_apart_has_its_figures_refused() {
    // Of a wide table a row is a series.
    let map = "{'format': 1, 'kind': 'wide', 'indicator': 'jobs', 'unit': {'code': '1'}}";
    let loaded = read(map, "Region,Mean,2023,2024\nNorth,7,1,2\nSouth,8,3,4\n");
    let codes: Vec<_> = loaded.problems.iter().map(Problem::code).collect();
    assert_eq!(codes, ["repeated_figure"; 2]);
}

#[test]
fn an_undeclared_column_of_many_texts() {
    // Beyond a thousand texts, no more are told apart.
    let rows = (0..1_500).map(|region| format!("r{region},2023,1\nr{region},2024,2\n"));
    let table: String = core::iter::once("Region,Year,Value\n".to_owned()).chain(rows).collect();
    assert_eq!(
        undeclared("", &table),
        [format!(
            "line 4, Region: {BESIDE} `r0`, `r1`, `r2` and 997 more {DECLARE}"
        )]
    );
}

#[test]
fn columns_that_tell_nothing_apart_are_passed_over() {
    let dated = ", 'published': {'column': 'Out'}";
    for (name, more, table) in [
        ("one text", "", "Region,Year,Value\nNorth,2023,1\nNorth,2024,2\n"),
        (
            "a role",
            ", 'breakdowns': [{'column': 'Region'}]",
            "Region,Year,Value\nNorth,2023,1\nSouth,2023,2\nNorth,2024,1\nSouth,2024,2\n",
        ),
        (
            "rows that do not count",
            ", 'only': [{'column': 'Region', 'is': 'North'}]",
            "Region,Year,Value\nNorth,2023,1\nSouth,2023,2\nNorth,2024,1\nSouth,2024,2\n",
        ),
        (
            "a name beside the code of each part",
            ", 'breakdowns': [{'column': 'Code'}]",
            "Code,Name,Year,Value\na,Air,2023,1\nb,Water,2023,2\na,Air,2024,3\nb,Water,2024,4\n",
        ),
        (
            "a note of each year",
            "",
            "Year,Value,Note\n2024,1,see page 3\n2023,2,see page 4\n2022,2,see page 3\n",
        ),
        (
            "a note of a later vintage",
            dated,
            "Year,Value,Out,Note\n2023,1,2024-02-01,\n2023,2,2024-08-01,a mistake mended\n2024,1,2025-02-01,\n",
        ),
        (
            "another number",
            "",
            "Year,Value,Homes\n2023,1,70\n2023,1,71\n2024,1,72\n",
        ),
        // The second figure is refused, and told that parts are one of the `breakdowns`.
        (
            "regions of one year",
            "",
            "Region,Year,Value\nA,2023,1\nB,2023,2\nC,2023,3\n",
        ),
    ] {
        assert_eq!(undeclared(more, table), [""; 0], "{name}");
    }
}

/// A line of no text is no row, and one of blank cells is as spreadsheets write it.
#[test]
fn lines_are_counted_as_an_editor_counts_them() {
    let map = "{'format': 1, 'kind': 'observations', 'indicator': 'jobs', 'period': 'Year', 'value': 'Value',
        'unit': {'code': '1'}}";
    let rows = "Year,Value,Note\n2013,5,\nfoo,3,\n2014,6,\"a\nb\"\nbar,4,\n\n, ,\nbaz,1,\n2015,x,\"c\n\nd\"\n2016,y,z";
    let expected = [
        "line 3, Year",
        "line 6, Year",
        "line 9, Year",
        "line 10, Value",
        "line 13, Value",
    ];
    for table in [
        rows.to_owned(),
        rows.replace('\n', "\r\n"),
        format!("{rows}\n"),
        format!("{rows}\n\n").replace('\n', "\r\n"),
        format!("\u{FEFF}{rows}"),
    ] {
        let loaded = read(map, &table);
        let places: Vec<_> = loaded.problems.iter().map(Problem::path).collect();
        assert_eq!(places, expected, "{table:?}");
    }
}

#[test]
fn what_many_rows_have_in_common_is_said_once() {
    let map = "{'format': 1, 'kind': 'observations', 'indicator': 'jobs', 'period': 'Year', 'value': 'Value',
        'unit': {'code': '1'}}";
    let rows = (1_000..2_000).map(|value| format!("2015,\"1,{value}\"\n"));
    let table: String = core::iter::once("Year,Value\n".to_owned()).chain(rows).collect();
    let loaded = read(map, &table);
    let asked = "it is not said whether its comma stands before decimals or thousands; say `decimal` or `thousands` in the map: `,`";
    let mut expected: Vec<_> = (2..=6)
        .map(|line| {
            format!(
                "line {line}, Value: `1,{}` is not a decimal number: {asked}",
                line + 998
            )
        })
        .collect();
    expected[4] += "; so too in line 7, Value; line 8, Value; line 9, Value and 992 more places";
    assert_eq!(lines(&loaded), expected);
    assert_eq!((loaded.problems.found(), loaded.problems.len()), (1_000, 5));
    let last = loaded.problems.iter().next_back().unwrap();
    assert_eq!((last.repeats(), last.repeated_at().len()), (995, 3));
    // Programs in other languages are told of the other places too.
    let json = serde_json::to_value(&loaded.problems).unwrap();
    assert_eq!(json[4]["message"], last.message());
    // The same figure is no mistake.
    let loaded = read(map, "Year,Value\n2015,1\n2016,2\n2015,1\n2015,1\n2016,3\n");
    assert_eq!(
        lines(&loaded),
        [
            "line 4: the same figure of 2015 stands in line 2; it is counted once; so too in line 5",
            "line 6: line 3 has another figure of 2016, of the same day of publication and source; a later vintage has a \
             later date, and what tells parts apart is one of the `breakdowns`, or `only` says which part counts",
        ]
    );
    assert_eq!(loaded.value.figures, 2);
    assert_eq!(loaded.problems.errors().count(), 1);
}

#[test]
fn a_table_of_another_delimiter_or_encoding_says_what_it_looks_like() {
    for (header, row, word, shown) in [
        ("Year;Value", "2015;1,5", ";", "Year;Value"),
        ("Year\tValue", "2015\t1,5", "tab", "Year\\tValue"),
        ("Year|Value", "2015|1,5", "pipe", "Year|Value"),
    ] {
        assert_eq!(
            lines(&read(MAP, &format!("{header}\n{row}\n"))),
            [format!(
                "line 1: the header is one cell, `{shown}`: another delimiter stands in it; say `delimiter` in the map: `{word}`"
            )]
        );
    }
    let utf_16: Vec<u8> = "Year,Value\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let gbk = b"\xc4\xea,\xca\xfd\xd6\xb5\n2015,1\n";
    let big5 = b"\xa6~,\xbc\xc6\xad\xc8\n2015,1\n";
    for (name, bytes, looks_like) in [
        (
            "UTF-16 with its mark",
            &[&b"\xff\xfe"[..], &utf_16].concat()[..],
            "UTF-16",
        ),
        ("UTF-16 without", &utf_16, "UTF-16"),
        ("GBK", gbk, "GBK"),
        ("Big5", big5, "Big5 or another encoding of East Asia"),
        ("Windows-1252", b"Jahr,Verm\xf6gen\n2015,1\n", "Windows-1252"),
    ] {
        let loaded = map(MAP).read_observations(bytes);
        assert_eq!(
            lines(&loaded),
            [format!(
                "line 1: this is not UTF-8 and looks like {looks_like}; export the table as CSV in UTF-8, or convert it"
            )],
            "{name}"
        );
    }
}

#[test]
fn a_row_that_does_not_count_tells_nothing_of_the_next() {
    let map = "{'format': 1, 'kind': 'observations', 'indicator': 'jobs', 'period': 'Year', 'value': 'Value',
        'unit': {'code': '1'}, 'published': {'column': 'Out'}, 'only': [{'column': 'Counts', 'is': 'yes'}]}";
    let table = "Year,Value,Out,Counts,Region
2023,1,2024-02-01,yes,N
2023,2,2024-03-01,no,S
2024,3,2025-03-01,yes,S
2025,4,2026-03-01,yes,S
2024,5,x,yes,N
2024,6,x,yes,S
2023,7,2024-03-01,yes,S
2024,8,2026-03-01,yes,N
";
    let loaded = read(map, table);
    assert_eq!(
        lines(&loaded),
        [
            "line 6, Out: `x` is no day; write it as in `2026-01-26`; so too in line 7, Out",
            &format!("line 8, Region: {BESIDE} `N`, `S` {DECLARE}"),
        ]
    );
    assert_eq!(
        short(loaded.value.observations.series("jobs").unwrap()),
        [
            "2023 1 2024-02-01",
            "2023 7 2024-03-01",
            "2024 3 2025-03-01",
            "2024 8 2026-03-01",
            "2025 4 2026-03-01"
        ]
    );
}

#[test]
fn the_periods_of_a_series_are_its_own_whatever_the_one_before_has() {
    let map = "{'format': 1, 'kind': 'observations', 'indicator': 'jobs', 'period': 'Year', 'value': 'Value',
        'unit': {'code': '1'}, 'breakdowns': [{'column': 'Sex'}]}";
    let table = "Sex,Year,Value
a,2021,1
a,2022,2
a,2023,3
b,2021,4
b,x,5
b,2023,6
b,2022,7
c,2022,8
c,2023,9
a,2024,10
b,x,11
";
    let loaded = read(map, table);
    let [x] = lines(&loaded).try_into().unwrap();
    assert!(x.starts_with("line 6, Year: `x` is not a period"), "{x}");
    assert!(x.ends_with("; so too in line 12, Year"), "{x}");
    let series = loaded.value.observations.iter().map(|one| short(one).join(", "));
    assert_eq!(
        series.collect::<Vec<_>>(),
        [
            "2021 1 -, 2022 2 -, 2023 3 -, 2024 10 -",
            "2021 4 -, 2022 7 -, 2023 6 -",
            "2022 8 -, 2023 9 -"
        ]
    );
}

#[test]
fn the_day_of_a_wide_row_is_said_once() {
    let map =
        "{'format': 1, 'kind': 'wide', 'indicator': 'jobs', 'unit': {'code': '1'}, 'published': {'column': 'Out'}}";
    let loaded = read(map, "Out,2023,2024,2025\nsoon,1,2,3\n");
    assert_eq!(
        lines(&loaded),
        ["line 2, Out: `soon` is no day; write it as in `2026-01-26`"]
    );
    assert_eq!((loaded.problems.len(), loaded.value.figures), (1, 0));
}

/// A footnote that is refused is no indicator, nor is its text the name of one.
#[test]
fn what_only_refused_rows_say_is_nobodys_name() {
    const MAP: &str =
        "{'format': 1, 'kind': 'wide', 'indicator': {'column': 'Name'}, 'breakdowns': [{'column': 'Part'}],
        'unit': {'column': 'Unit'}}";
    let names = |loaded: &milepost::table::Loaded<milepost::table::Gathered>| {
        let series = loaded.value.observations.iter().count();
        let parts = loaded.value.breakdowns.values().flatten().count();
        (
            loaded
                .value
                .names
                .keys()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(" "),
            parts,
            series,
        )
    };
    let table = "Name,Part,Unit,2023,2024\nair,north,t,1,2\nNote: of 2024,,,,\nair,see below,,,\n";
    let loaded = read(MAP, table);
    assert_eq!(
        loaded
            .problems
            .iter()
            .filter(|problem| problem.code() == "no_code")
            .count(),
        1,
        "{}",
        loaded.problems
    );
    assert_eq!(names(&loaded), ("air".to_owned(), 1, 1));
    // A row of which every figure is refused, and one that says of each that there is none.
    let loaded = read(MAP, "Name,Part,Unit,2023,2024\nair,,t,x,y\nwater,,t,:,\nsoil,,t,,\n");
    assert_eq!(names(&loaded), ("soil water".to_owned(), 0, 2));
    let rows = "{'format': 1, 'kind': 'observations', 'indicator': {'column': 'Name'}, 'unit': {'code': 't'}, 'period': 'Year',
        'value': 'Value'}";
    let loaded = read(rows, "Name,Year,Value\nair,2023,1\nSource: own,,\n");
    assert_eq!(names(&loaded), ("air".to_owned(), 0, 1));
}

/// Whoever writes another `kind` has no wrong fields before that is right.
#[test]
fn of_a_map_of_no_known_kind_only_that_is_said() {
    for (kind, problem) in [
        (
            "'kind': 'csv', ",
            "kind: `csv` cannot stand here; what can stand here is `observations`, `sdmx`, `wide`, `targets`",
        ),
        (
            "'kind': 'wides', ",
            "kind: `wides` cannot stand here; the nearest is `wide`",
        ),
        (
            "",
            "kind: the field `kind` is missing; what can stand there is `observations`, `sdmx`, `wide`, `targets`",
        ),
    ] {
        let map = format!(
            "{{'format': 1, {kind}'delimiter': 'semicolon', 'indicator': 'x', 'periods': ['*', '* (*'], 'breakdowns': [{{'col': 'Sex'}}]}}"
        );
        let document: ColumnMapDocument = serde_json::from_str(&map.replace('\'', "\"")).unwrap();
        let problems: Vec<_> = document.check().problems.iter().map(placed).collect();
        assert_eq!(problems, [problem]);
    }
}

#[test]
fn of_two_columns_that_say_the_same_one_is_the_name() {
    let map = "{'format': 1, 'kind': 'observations', 'indicator': 'jobs', 'period': 'Year', 'value': 'Value', 'unit': {'code': '1'}}";
    let table = |heads: &str, [one, two]: [&str; 2]| {
        let row = |year, value, part: &str| format!("{year},{value},{part}\n");
        format!(
            "Year,Value,{heads}\n{}{}{}{}",
            row(2023, 1, one),
            row(2023, 2, two),
            row(2024, 3, one),
            row(2024, 4, two)
        )
    };
    for heads in ["Region code,Region", "Region,Region code"] {
        let parts = if heads.starts_with("Region code") {
            ["N,North", "S,South"]
        } else {
            ["North,N", "South,S"]
        };
        let warnings: Vec<_> = lines(&read(map, &table(heads, parts)));
        assert_eq!(
            warnings[0],
            format!(
                "line 3, Region code: {BESIDE} `N`, `S` here, and the map says nothing of this column; make it one of the `breakdowns`, \
                 `{{\"column\": \"Region code\", \"name\": \"Region\"}}`, since `Region` names the same, or say `only` which of them counts"
            )
        );
        assert!(warnings[1].contains("another figure of 2023"), "{warnings:?}");
        let as_said = map.replace(
            "'unit'",
            "'breakdowns': [{'column': 'Region code', 'name': 'Region'}], 'unit'",
        );
        let loaded = read(&as_said, &table(heads, parts));
        assert_eq!(lines(&loaded), [""; 0]);
        assert_eq!(loaded.value.breakdowns["jobs"][0].name().first(), "North");
    }
}

#[test]
fn marks_within_a_period_and_behind_its_first_and_last_day() {
    let marks = "'flags': {'*': 'provisional', '(e)': 'estimated', 'r': 'normal'}";
    let figures = |period: &str, head: &str, cells: &[&str]| {
        let map = format!(
            "{{'format': 1, 'kind': 'observations', 'indicator': 'jobs', 'period': {period}, 'value': 'Value', 'unit': {{'code': '1'}}, {marks}}}"
        );
        let rows = format!("{},1\n", cells.join(",1\n"));
        let loaded = read(&map, &format!("{head},Value\n{rows}"));
        assert_eq!(lines(&loaded), [""; 0], "{cells:?}");
        loaded.value.observations.iter().flat_map(short).collect::<Vec<_>>()
    };
    assert_eq!(
        figures("'Time'", "Time", &["Mar* 2025", "Apr 2025", "31* May 2025", "2025*-06"]),
        [
            "2025-03 1 - provisional",
            "2025-04 1 -",
            "2025-05-31 1 - provisional",
            "2025-06 1 - provisional"
        ]
    );
    assert_eq!(
        figures(
            "{'from': 'A', 'to': 'B'}",
            "A,B",
            &["2021,2022", "2023,2024*", "2025-01-01,31 Dec 2025 (e)", "2026r,2026*"]
        ),
        [
            "2021-01-01/P2Y 1 -",
            "2023-01-01/P2Y 1 - provisional",
            "2025 1 - estimated",
            "2026 1 - provisional"
        ]
    );
    // Nobody says what it is.
    let undeclared = read(
        "{'format': 1, 'kind': 'observations', 'indicator': 'jobs', 'period': 'Time', 'value': 'Value', 'unit': {'code': '1'}}",
        "Time,Value\nMar* 2025,1\n",
    );
    assert!(
        lines(&undeclared)[0].starts_with("line 2, Time: `Mar* 2025` is not a period"),
        "{:?}",
        lines(&undeclared)
    );
    let wide =
        "{'format': 1, 'kind': 'wide', 'indicator': 'jobs', 'unit': {'code': '1'}, 'flags': {'*': 'provisional'}}";
    let loaded = read(wide, "x,Feb 2025,Mar* 2025\na,1,2\n");
    let figures: Vec<_> = loaded.value.observations.iter().flat_map(short).collect();
    assert_eq!(figures, ["2025-02 1 -", "2025-03 2 - provisional"]);
}
