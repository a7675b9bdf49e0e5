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
const WIDE: &str = "'format': 1, 'kind': 'wide', 'indicator': 'x', 'unit': {'code': '1'}";

/// A table as an office exports it.
struct Office {
    name: &'static str,
    map: &'static str,
    table: &'static str,
    figures: &'static [&'static str],
    problems: &'static [&'static str],
}

const OFFICES: &[Office] = &[
    Office {
        name: "the World Bank: a mark of bytes, lines above the header, a last column of nothing",
        map: "'format': 1, 'kind': 'wide', 'header': 5, 'unit': {'code': 'person'},
            'indicator': {'column': 'Indicator Code', 'name': 'Indicator Name'},
            'breakdowns': [{'column': 'Country Code', 'name': 'Country Name'}]",
        table: "\u{FEFF}\"Data Source\",\"World Development Indicators\",\n\n\"Last Updated Date\",\"2025-07-01\",\n\n\
            \"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"1960\",\"2022\",\"2023\",\n\
            \"Aruba\",\"ABW\",\"Population, total\",\"SP.POP\",\"54922\",\"\",\"..\",\n\
            \"Chad\",\"TCD\",\"Population, total\",\"SP.POP\",\"3002596\",\"17723315\",\"18278568\",\n",
        figures: &[
            "SP.POP.ABW: 1960 54922, 2023 - - missing",
            "SP.POP.TCD: 1960 3002596, 2022 17723315, 2023 18278568",
        ],
        problems: &[],
    },
    Office {
        name: "the same, of whose header the map says nothing",
        map: "'format': 1, 'kind': 'wide', 'indicator': {'column': 'Indicator Code'}, 'unit': {'code': 'person'}",
        table: "\"Data Source\",\"World Development Indicators\",\n\n\"Indicator Code\",\"1960\",\n\"SP.POP\",\"5\",\n",
        figures: &[],
        problems: &[
            "line 1: the columns are named on line 3, and here stands `Data Source`, `World Development Indicators`; say in the \
            map `\"header\": 3`",
        ],
    },
    Office {
        name: "Eurostat's tabs, with flags behind numbers and colons",
        map: "'format': 1, 'kind': 'wide', 'delimiter': 'tab', 'flags': 'eurostat', 'indicator': 'x',
            'unit': {'code': '1', 'multiplier': -2}, 'breakdowns': [{'column': 'geo'}],
            'only': [{'column': 'unit', 'is': 'PC_ACT'}]",
        table: "freq,unit,geo\\TIME_PERIOD\t2021 \t2022 \t2023 \nA,PC_ACT,AT\t6.2 b\t4.8 \t: c\n\
            A,PC_ACT,ME\t: \t: z\t12.3 bep\nA,THS_PER,AT\t286 b\t225 \t: \n",
        figures: &[
            "x.AT: 2021 6.2 - break, 2022 4.8, 2023 - - confidential",
            "x.ME: 2021 - - missing, 2022 - - not_applicable, 2023 12.3 - break+provisional+estimated",
        ],
        problems: &[],
    },
    Office {
        name: "the global database of the United Nations",
        map:
            "'format': 1, 'kind': 'observations', 'unit': {'column': 'Units'}, 'period': 'TimePeriod', 'value': 'Value',
            'indicator': {'column': 'SeriesCode', 'name': 'SeriesDescription'},
            'breakdowns': [{'column': 'GeoAreaCode', 'name': 'GeoAreaName'},
                {'column': 'Sex', 'means': {'BOTHSEX': 'total'}}],
            'status': {'column': 'Nature', 'means': {'E': 'estimated', 'C': 'normal', 'NA': 'missing'}},
            'uncertainty': {'from': 'LowerBound', 'to': 'UpperBound'}",
        table: "SeriesCode,SeriesDescription,GeoAreaCode,GeoAreaName,TimePeriod,Value,UpperBound,LowerBound,Nature,Sex,Units\n\
            MORT,Maternal mortality,148,Chad,2019.0,1063,1400.5,772.1,E,FEMALE,PER_100000\n\
            MORT,Maternal mortality,562,Niger,2019.0,NaN,,,NA,FEMALE,PER_100000\n\
            POV,Poverty,562,Niger,2018,5.0,,,C,BOTHSEX,PERCENT\n",
        figures: &[
            "MORT.148.FEMALE: 2019 1063 - estimated",
            "MORT.562.FEMALE: 2019 - - missing",
            "POV.562: 2018 5.0",
        ],
        problems: &[
            "line 1, Units: `PERCENT`: read as units called `PERCENT`, with no power of ten of their own; where the plan counts \
            otherwise, state it in the `means` of this column, as in `{\"PERCENT\": {\"code\": \"1\", \"multiplier\": -2, \"label\": \"PERCENT\"}}`",
        ],
    },
    Office {
        name: "Statistics Canada",
        map: "'format': 1, 'kind': 'observations', 'period': 'REF_DATE', 'value': 'VALUE',
            'indicator': {'column': 'VECTOR'}, 'unit': {'column': 'UOM', 'multiplier': 'SCALAR_FACTOR'},
            'status': {'column': 'STATUS', 'means': {'..': 'missing', 'p': 'provisional'}}",
        table: "\u{FEFF}\"REF_DATE\",\"UOM\",\"SCALAR_FACTOR\",\"VECTOR\",\"VALUE\",\"STATUS\"\n\
            \"2024-01\",\"Dollars\",\"millions \",\"v652\",\"2240123\",\"\"\n\
            \"2024-02\",\"Dollars\",\"millions \",\"v652\",\"\",\"..\"\n\
            \"2024-03\",\"Dollars\",\"millions \",\"v652\",\"2250000\",\"p\"\n",
        figures: &["v652: 2024-01 2240123, 2024-02 - - missing, 2024-03 2250000 - provisional"],
        problems: &[],
    },
    Office {
        name: "the outlook of the International Monetary Fund",
        map: "'format': 1, 'kind': 'wide', 'delimiter': 'tab', 'thousands': ',', 'indicator': {'column': 'Subject'},
            'breakdowns': [{'column': 'ISO'}], 'unit': {'column': 'Units', 'multiplier': 'Scale'},
            'estimates_after': 'Estimates Start After'",
        table: "ISO\tSubject\tUnits\tScale\t2022\t2023\t2024\tEstimates Start After\n\
            AFG\tNGDP\tEUR\tBillions\t1,233.33\tn/a\t1,300.1\t2022\nALB\tNGDP\tEUR\tBillions\t-1,000\t--\t900\t2023\n",
        figures: &[
            "NGDP.AFG: 2022 1233.33, 2023 - - missing, 2024 1300.1 - estimated",
            "NGDP.ALB: 2022 -1000, 2024 900 - estimated",
        ],
        problems: &[
            "line 3, 2023: `--` is not a decimal number: it has no digit; if it says that there is no value, list it \
            among `missing` in the map",
        ],
    },
    Office {
        name: "a yearbook of China, with a note below",
        map: "'format': 1, 'kind': 'wide', 'header': 2, 'only': [{'column': '单位'}],
            'indicator': {'column': '指标', 'means': {'国内生产总值': 'gdp'}},
            'unit': {'column': '单位', 'means': {'亿元': {'code': 'CNY', 'multiplier': 8}}}",
        table: "表 3-1,,,\n指标,单位,2022年,2023年\n国内生产总值,亿元,1204724.0,1294271.7\n注：按当年价格计算。\n",
        figures: &["gdp: 2022 1204724.0, 2023 1294271.7"],
        problems: &[],
    },
    Office {
        name: "a spreadsheet of Central Europe, with a negative number in brackets",
        map: "'format': 1, 'kind': 'observations', 'indicator': 'x', 'period': 'Jahr', 'value': 'Wert',
            'unit': {'code': '1'}, 'delimiter': ';', 'decimal': ',', 'thousands': '.'",
        table: "\u{FEFF}Jahr;Wert\r\n2021;1.234,5\r\n2022;\u{2212}12,30\r\n2023;1.234.567\r\n2024;(12,3)\r\n;\r\n",
        figures: &["x: 2021 1234.5, 2022 -12.30, 2023 1234567"],
        problems: &["line 5, Wert: `(12,3)` is not a decimal number: where brackets \
            stand for a minus, write `-12` for `(12)`; where they say something of a figure, as that it is hardly reliable, say so in \
            the map, `\"flags\": {\"()\": \"low_reliability\"}`"],
    },
];

#[test]
fn tables_as_offices_export_them() {
    for office in OFFICES {
        let loaded = read(&format!("{{{}}}", office.map), office.table);
        assert_eq!(lines(&loaded), office.problems, "{}", office.name);
        let figures: Vec<_> = loaded.value.observations.iter().map(in_short).collect();
        assert_eq!(figures, office.figures, "{}", office.name);
    }
}

const IN_PART: &str = "what stands behind the period says nothing that is known of a figure, and those beneath are read without it; \
     state in `flags` what it means, as in `{\"(v)\": \"provisional\"}`, or `eurostat` of its letters, and write out in `periods` what says nothing, as in `* (EUR)`";

const NO_PERIOD: &str = "is not a period: write `2025`, `2025-Q4`, `2025-S1`, `2025-03`, `2025-W05`, `2025-03-31`, `2017-2019` or \
    `2025-01-01/P9M`, or say in `periods` how heads are written, as in `[\"*\", \"* (*\"]`, and in `flags` what stands behind it, as in `{\"*\": \"provisional\"}`";
const TWO_DIGITS: &str = "is not a period: it has no year of four digits; write it with one, as in `2025-Q4`";
const PASSED_OVER: &str = "no periods as `periods` says, so that these columns are passed over, though a year is in the head or \
    figures stand beneath; where they count, write the head as a period, or add how heads are written, as in `[\"*\", \"* (*\"]`";
const PROMISED: &str = "what is promised or planned is no figure, so that these columns are passed over; a map of `targets` makes promises of \
                        them, and where they are figures all the same, `periods` says how they are written, as in `[\"*\", \"* plan\"]`";
const NO_HEAD: &str = "something stands in this row beneath no head, and is passed over; where one head is written over several \
    columns, write the period of each above it";

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn heads_of_years_with_more_beside_them() {
    let told = |head: &str, why: &str| format!("line 1: `{head}` {why}");
    for (more, heads, periods, problems) in [
        (
            "",
            "2018,2019 (prov.),2020p",
            "2018 1, 2019 2 - provisional",
            vec![told("2020p", NO_PERIOD)],
        ),
        (
            ", 'periods': ['*', '* (*', '*p']",
            "2018,2019 (prov.),2020p,Gap (pp)",
            "2018 1, 2019 2 - provisional, 2020 3",
            vec![
                format!("line 1: `2020p`: {IN_PART}"),
                format!("line 1: `Gap (pp)`: {PASSED_OVER}"),
            ],
        ),
        (
            ", 'periods': ['*', '* (*']",
            "2018,2019*",
            "2018 1",
            vec![told("2019*", NO_PERIOD)],
        ),
        // What one form alone leaves out is said.
        (
            ", 'periods': '* (*'",
            "2018,2019 (prov.)",
            "2019 2 - provisional",
            vec![format!("line 1: `2018`: {PASSED_OVER}")],
        ),
        (
            "",
            "2018,Census 2030,Rank",
            "2018 1",
            vec![format!("line 1: `Census 2030`, `Rank`: {PASSED_OVER}")],
        ),
        // What is promised is no figure, wherever its year stands.
        (
            "",
            "2018,Target 2030,2030 target,2030目标",
            "2018 1",
            vec![format!("line 1: `Target 2030`, `2030 target`, `2030目标`: {PROMISED}")],
        ),
        (
            ", 'flags': 'eurostat'",
            "2018,2025年规划,2030 Ziel,2025 (plan)",
            "2018 1",
            vec![format!("line 1: `2025年规划`, `2030 Ziel`, `2025 (plan)`: {PROMISED}")],
        ),
        (
            ", 'periods': ['*', '* plan']",
            "2018,2025 plan,2030 target",
            "2018 1, 2025 2",
            vec![format!("line 1: `2030 target`: {PROMISED}")],
        ),
        ("", "2018,2030 planet", "2018 1", vec![told("2030 planet", NO_PERIOD)]),
        ("", "Aug 2018,Sept 2018", "2018-08 1, 2018-09 2", vec![]),
        (
            "",
            "2018,1Q19,Q2 19,19H1",
            "2018 1",
            ["1Q19", "Q2 19", "19H1"].map(|head| told(head, TWO_DIGITS)).to_vec(),
        ),
        ("", "2018,,", "2018 1", vec![format!("line 2: {NO_HEAD}")]),
    ] {
        let heads_alone = format!("Name,{heads}\n");
        let cells: Vec<_> = (1..=heads.split(',').count()).map(|cell| cell.to_string()).collect();
        let loaded = read(
            &format!("{{{WIDE}{more}}}"),
            &format!("{heads_alone}a,{}\n", cells.join(",")),
        );
        assert_eq!(lines(&loaded), problems, "{heads}");
        let series = loaded.value.observations.iter().map(in_short);
        assert_eq!(series.collect::<Vec<_>>(), [format!("x: {periods}")], "{heads}");
    }
}

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
