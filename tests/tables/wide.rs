//! Wide tables: a series a row, a period a column.

use crate::{lines, read, short};

const MAP: &str = "{
    'format': 1, 'kind': 'wide', 'indicator': {'column': 'Code'}, 'unit': {'code': '1', 'multiplier': -2},
    'published': '2025-02-01', 'flags': 'eurostat'
}";

const PASSED_OVER: &str = "no periods as `periods` says, so that these columns are passed over, though a year is in the head or \
    figures stand beneath; where they count, write the head as a period, or add how heads are written, as in `[\"*\", \"* (*\"]`";

#[test]
fn no_column_of_figures_is_lost_without_a_word() {
    // Each head with a row beneath, and whether something is said of the middle column.
    for (heads, cells, told) in [
        ("Code,2021,22,2023", "air,1,2,3", "`22`"),
        ("Code,2021,2O22,2023", "air,1,2,3", "`2O22`"),
        ("Code,2021,2O22,2023", "air,1,<5,3", "`2O22`"),
        ("Code,2021,2023,202", "air,1,2,3", "`202`"),
        ("Code,'20,2021,2023", "air,1,2,3", "`'20`"),
        ("Code,2021,2O22,2O23", "air,1,2,3", "`2O22`, `2O23`"),
        ("Code,2021,2023,Average", "air,1,2,3", "`Average`"),
        ("Code,Rank,2021,2023", "air,1,2,3", ""),
        ("Code,2021,2023,Note", "air,1,2,low", ""),
        ("Code,2021,2O22,2023", "air,1,,3", ""),
        ("Code,2021,2O22,2023", "air,1,:,3", ""),
    ] {
        let loaded = read(MAP, &format!("{heads}\n{cells}\n"));
        let expected: Vec<_> = Some(told).into_iter().filter(|told| !told.is_empty()).collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|told| format!("line 1: {told}: {PASSED_OVER}"))
            .collect();
        assert_eq!(lines(&loaded), expected, "{heads}");
    }
}

#[test]
fn every_column_headed_by_a_period_has_figures() {
    let table = "Name,Code,2019,2020,2021Q4,Average\nAir,air,82.40,: c,84.1 p,5\nWater,water,,<5,-,6\n";
    let loaded = read(MAP, table);
    assert_eq!(lines(&loaded), [format!("line 1: `Average`: {PASSED_OVER}")]);
    let figures = |code| short(loaded.value.observations.series(code).unwrap());
    assert_eq!(
        figures("air"),
        [
            "2019 82.40 2025-02-01",
            "2020 - 2025-02-01 confidential",
            "2021-Q4 84.1 2025-02-01 provisional",
        ]
    );
    // An empty cell is no figure, and a mark says that there is none.
    assert_eq!(figures("water"), ["2020 - 2025-02-01", "2021-Q4 - 2025-02-01 missing"]);
}

/// The forms of Eurostat: all dimensions in the first column, or one in each.
#[test]
fn dimensions_before_the_times_are_columns_of_their_own() {
    let map = |delimiter: &str, more: &str| {
        format!(
            "{{'format': 1, 'kind': 'wide', 'delimiter': '{delimiter}', 'indicator': 'renewables', 'flags': 'eurostat',
            'unit': {{'code': '1', 'multiplier': -2}}, 'breakdowns': [{{'column': 'geo', 'means': {{'EU27_2020': 'total'}}}}]{more}}}"
        )
    };
    let tabs = "freq,unit,geo\\TIME_PERIOD\t2020 \t2021 \nA,PC,AT\t36.5 b\t34.6 p\nA,PC,EU27_2020\t22.0 \t: \n";
    let commas = "freq,unit,geo\\TIME_PERIOD,2020,2021\nA,PC,AT,36.5 b,34.6 p\nA,PC,EU27_2020,22.0,:\n";
    let old = "unit,geo\\time\t2021 \t2020 \nPC,AT\t34.6 p\t36.5 b\nPC,EU27_2020\t: \t22.0 \n";
    for (map, table) in [
        (map("tab", ""), tabs),
        (map("tab", ", 'only': [{'column': 'unit', 'is': 'PC'}]"), tabs),
        (map(",", ", 'same': ['freq', 'unit']"), commas),
        (map("tab", ""), old),
    ] {
        let loaded = read(&map, table);
        assert_eq!(lines(&loaded), [""; 0]);
        let austria = loaded.value.observations.series_of("renewables", "AT").unwrap();
        assert_eq!(short(austria), ["2020 36.5 - break", "2021 34.6 - provisional"]);
        let all = loaded.value.observations.series("renewables").unwrap();
        assert_eq!(short(all), ["2020 22.0 -", "2021 - - missing"]);
    }
    // A row of fewer dimensions is none.
    let loaded = read(&map("tab", ""), "unit,geo\\time\t2020 \nPC\t36.5\n");
    assert!(lines(&loaded)[0].starts_with("line 2: a row has as many cells as the header, 3, and this one has 2"));
}

#[test]
fn heads_are_written_as_the_map_says() {
    for (pattern, heads) in [
        ("* [*", "2019 [YR2019],2020 [YR2020]"),
        // As the World Bank writes them.
        ("*", "2019 [YR2019],2020 [YR2020]"),
        ("F*", "F2019,F2020"),
        ("*", " 2019 ,2020"),
    ] {
        let map = MAP.replace("'kind'", &format!("'periods': '{pattern}', 'kind'"));
        let loaded = read(&map, &format!("Code,{heads},Y\nair,1,2,3\n"));
        assert_eq!(lines(&loaded), [format!("line 1: `Y`: {PASSED_OVER}")], "{pattern}");
        let figures = short(loaded.value.observations.series("air").unwrap());
        assert_eq!(figures, ["2019 1 2025-02-01", "2020 2 2025-02-01"], "{pattern}");
    }
}

#[test]
fn figures_after_the_last_observed_one_are_estimates_and_those_of_times_to_come_forecasts() {
    let of = |map: &str, rows: &str| {
        let map = map.replace("'kind'", "'estimates_after': 'Estimates Start After', 'kind'");
        read(&map, &format!("Code,2022,2023,2024,2025,Estimates Start After\n{rows}"))
    };
    let loaded = of(
        MAP,
        "AUT,1,2,3 b,4,2023\nBEL,1,2,:,4,\nCHE,1,2,3,4,2010\nDNK,1,2,3,4,2030\n",
    );
    assert_eq!(
        lines(&loaded),
        [
            "line 3, 2025: published on 2025-02-01, before the last month of 2025: only a `forecast` can be, an `estimated` figure from the first day of its period on, or one of the beginning or the middle of its period; so too in line 5, 2025",
        ]
    );
    let figures = |code| {
        short(loaded.value.observations.series(code).unwrap())
            .join(", ")
            .replace(" 2025-02-01", "")
    };
    assert_eq!(
        figures("AUT"),
        "2022 1, 2023 2, 2024 3 break+estimated, 2025 4 forecast"
    );
    assert_eq!(figures("BEL"), "2022 1, 2023 2, 2024 - missing, 2025 4");
    assert_eq!(
        figures("CHE"),
        "2022 1 estimated, 2023 2 estimated, 2024 3 estimated, 2025 4 forecast"
    );
    assert_eq!(figures("DNK"), "2022 1, 2023 2, 2024 3, 2025 4");
    // On its last day a period is not over.
    for (day, of_2024) in [("2024-12-31", "forecast"), ("2025-01-01", "estimated")] {
        let loaded = of(&MAP.replace("2025-02-01", day), "AUT,1,2,3,,2023\n");
        let figures = short(loaded.value.observations.series("AUT").unwrap());
        assert_eq!(figures.last().unwrap(), &format!("2024 3 {day} {of_2024}"));
    }
    // Nobody knows when these were published, so none is known to be a forecast.
    let undated = of(&MAP.replace("'published': '2025-02-01', ", ""), "AUT,1,2,3,4,2023\n");
    let figures = short(undated.value.observations.series("AUT").unwrap()).join(", ");
    assert_eq!(figures, "2022 1 -, 2023 2 -, 2024 3 - estimated, 2025 4 - estimated");
    let unreadable = of(MAP, "AUT,1,,,,soon\n");
    assert_eq!(
        lines(&unreadable),
        [
            "line 2, Estimates Start After: `soon` is not a period: write `2025`, `2025-Q4`, `2025-S1`, `2025-03`, `2025-W05`, `2025-03-31`, `2017-2019` or `2025-01-01/P9M`"
        ]
    );
}

#[test]
fn one_bad_figure_leaves_those_beside_it() {
    let loaded = read(MAP, "Code,2019,2020,2019\nair,x,2,1\n");
    assert_eq!(
        lines(&loaded),
        [
            "line 1: two columns are called `2019`, and nobody knows which is meant; rename one",
            "line 2, 2019: `x` is not a decimal number: it has no digit; if it says that there is no value, list it among `missing` in the map"
        ]
    );
    let loaded = read(MAP, "Code,2019,2019.0\nair,1,2\n");
    assert_eq!(
        lines(&loaded),
        [
            "line 2: line 2 has another figure of 2019, of the same day of publication and source; a later vintage has a later date, and what tells parts apart is one of the `breakdowns`, or `only` says which part counts"
        ]
    );
    let loaded = read(MAP, "Code,Y2019\nair,1\n");
    assert_eq!(
        lines(&loaded),
        [
            "line 1: no column is headed by a period as in `*`; say `periods` in the map, with a star where the period stands, or where each row has its period, make the map one of `observations`"
        ]
    );
    // Of heads that were refused, no more is said.
    let loaded = read(MAP, "Code,2019/20\nair,1\n");
    assert_eq!(
        lines(&loaded),
        [
            "line 1: `2019/20` is not a period: it is not said on which day its year begins; say `year` in the map, as in `{\"begins\": \"04-01\", \"named_by\": \"first\"}`"
        ]
    );
}

#[test]
fn a_head_that_is_meant_for_a_period_is_not_left_out_in_silence() {
    let heads = |pattern: &str, heads: &str| {
        let map = MAP.replace("'kind'", &format!("'periods': '{pattern}', 'kind'"));
        let loaded = read(&map, &format!("Code,{heads},2018\nair,1,2,3,4\n"));
        let said = lines(&loaded);
        let heads = said
            .iter()
            .map(|line| line.split('`').nth(1).unwrap_or_default().to_owned());
        heads.collect::<Vec<_>>()
    };
    assert_eq!(heads("*", "2016/17,FY2019,2017*"), ["2016/17", "FY2019", "2017*"]);
    let coded = ["2016 [YR2015]", "2017 [note]", "2018 (x)"];
    assert_eq!(heads("*", &coded.join(",")), coded);
    // Excel's form of a month.
    assert_eq!(heads("*", "Jan-20,20-Mar,Gap"), ["Jan-20", "20-Mar"]);
    // What has no year in it is another column, and noted where figures stand beneath; a pattern says that there is a
    // period.
    assert_eq!(heads("*", "Mean,20l8,Name"), ["20l8"]);
    assert_eq!(heads("F*", "F2016/17,F2017,Fx"), ["2016/17", "x", "2018"]);
}

/// What is told of the head of a period, and the flags of the figure beneath it.
fn beneath(head: &str, more: &str) -> (String, Vec<String>) {
    let map = format!("{{'format': 1, 'kind': 'wide', 'indicator': 'x', 'unit': {{'code': '1'}}{more}}}");
    let loaded = read(&map, &format!("Name,2020年,{head}\nair,,5\n"));
    let figures = loaded.value.observations.series("x").map(short).unwrap_or_default();
    (figures.join(", "), lines(&loaded))
}

#[test]
fn a_flag_behind_the_period_of_a_head_is_that_of_all_its_figures() {
    const LETTERS: &str = ", 'flags': 'eurostat'";
    const MARKS: &str = ", 'flags': {'*': 'provisional', 'v': 'provisional', '¹': 'normal'}";
    const STARS: &str = ", 'periods': ['*', '* (*', '*年']";
    for (head, more, figure) in [
        ("2024 (p)", LETTERS, "2024 5 - provisional"),
        ("2024p", LETTERS, "2024 5 - provisional"),
        ("2024 e", LETTERS, "2024 5 - estimated"),
        ("2024 [bp]", LETTERS, "2024 5 - break+provisional"),
        ("2024 Q1 p", LETTERS, "2024-Q1 5 - provisional"),
        ("2024-03 (f)", LETTERS, "2024-03 5 - forecast"),
        ("2024 (r)", LETTERS, "2024 5 -"),
        ("2024 provisional", "", "2024 5 - provisional"),
        ("2024 (Prelim.)", "", "2024 5 - provisional"),
        ("2024(初步)", "", "2024 5 - provisional"),
        ("2024年（初步核算数）", "", "2024 5 - provisional"),
        ("2024年(快报)", "", "2024 5 - provisional"),
        ("2024年1-3月快报", "", "2024-Q1 5 - provisional"),
        ("2024年(快报)", ", 'periods': '*年'", "2024 5 - provisional"),
        ("2024 (初步)", STARS, "2024 5 - provisional"),
        ("2024 (revised)", STARS, "2024 5 -"),
        ("2024 (vorl.)", "", "2024 5 - provisional"),
        ("2024 (geschätzt)", STARS, "2024 5 - estimated"),
        // Marks mean what the map states of them, with brackets or without.
        ("2024*", MARKS, "2024 5 - provisional"),
        ("2024年*", MARKS, "2024 5 - provisional"),
        ("2024 (v)", MARKS, "2024 5 - provisional"),
        ("2024¹", MARKS, "2024 5 -"),
        // What the map writes out is known to say nothing.
        ("2024 (EUR)", ", 'periods': ['*', '* (EUR)']", "2024 5 -"),
    ] {
        assert_eq!(beneath(head, more), (figure.to_owned(), vec![]), "{head} {more}");
    }
    // Letters of which the map does not say whose they are, and words that nobody knows.
    for head in ["2024 (p)", "2024 (x)", "2024 (EUR)"] {
        let said = format!(
            "line 1: `{head}`: what stands behind the period says nothing that is known of a figure, and those beneath are read \
             without it; state in `flags` what it means, as in `{{\"(v)\": \"provisional\"}}`, or `eurostat` of its letters, and write out in `periods` what says nothing, as in `* (EUR)`"
        );
        assert_eq!(beneath(head, STARS), ("2024 5 -".to_owned(), vec![said]), "{head}");
    }
    assert_eq!(beneath("2024 (p)", ", 'periods': ['*', '* (p)']").1.len(), 1);
    for head in ["2024 (p)", "2024p", "2024 need", "2024 c", "2024:"] {
        let more = if head.ends_with('p') || head.ends_with(')') {
            ""
        } else {
            LETTERS
        };
        let (figures, said) = beneath(head, more);
        assert_eq!(figures, "", "{head}");
        assert!(
            said[0].starts_with(&format!("line 1: `{head}` is not a period: ")),
            "{said:?}"
        );
    }
    // A mark that there is no value is no provisional one.
    let map = MAP.replace("'kind'", "'periods': '*', 'kind'");
    let loaded = read(&map, "Code,2023,2024 p\nair,4.0,:\nwater,4,5 b\n");
    assert_eq!(lines(&loaded), [""; 0]);
    let figures = |code| short(loaded.value.observations.series(code).unwrap());
    assert_eq!(figures("air"), ["2023 4.0 2025-02-01", "2024 - 2025-02-01 missing"]);
    assert_eq!(
        figures("water"),
        ["2023 4 2025-02-01", "2024 5 2025-02-01 break+provisional"]
    );
}

#[test]
fn a_number_that_can_be_decimals_or_thousands_is_told_where_both_marks_are_there() {
    const TOLD: &str = "figures are printed with a mark before three digits, as `13.700` is, and another cell shows this mark between thousands, as `12.345,6` does; say `decimal` and `thousands` in the map";
    let map = MAP.replace("'format'", "'delimiter': ';', 'format'");
    let read_cells = |map: &str, cells: &str| {
        let loaded = read(map, &format!("Code;2019;2020;2021;2022\nair;{cells}\n"));
        let series = loaded.value.observations.series("air");
        let figures = series.map(short).unwrap_or_default();
        let figures: Vec<_> = figures
            .iter()
            .filter_map(|one| one.split(' ').nth(1))
            .map(String::from)
            .collect();
        let said: Vec<_> = lines(&loaded).into_iter().filter(|line| line.contains(TOLD)).collect();
        (figures.join(" "), said.join(" "))
    };
    for (cells, kept, count) in [
        ("13.700;12.345,6;7.9;502.10", "7.9 502.10", 1),
        ("12.345,6;-13.700;<1.250;0.700", "0.700", 2),
        ("1.234.567;13.700;;", "", 1),
        ("≈ 1.234,5;13.700;;", "", 1),
    ] {
        assert_eq!(
            read_cells(&map, cells),
            (kept.to_owned(), format!("line 2: {count} {TOLD}")),
            "{cells}"
        );
    }
    let comma = map.replace("'format'", "'decimal': ',', 'format'");
    for (map, cells, kept) in [
        (&map, "13.700;7.9;;", "13.700 7.9"),
        // A comma between thousands leaves the point before decimals.
        (&map, "13.700;12,345.6;;", "13.700"),
        (&map, "13.700;12,5;;", "13.700"),
        (&comma, "13,700;12.345,6;;", "13.700"),
        (
            &comma.replace("'format'", "'thousands': '.', 'format'"),
            "13.700;12.345,6;;",
            "13700 12345.6",
        ),
    ] {
        assert_eq!(read_cells(map, cells), (kept.to_owned(), String::new()), "{cells}");
    }
    assert_eq!(read_cells(&comma, "13,700;12,345.6;7,9;").0, "7.9");
}
