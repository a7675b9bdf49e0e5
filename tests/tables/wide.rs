//! Wide tables: a series a row, a period a column.

use crate::{lines, read, short};

const MAP: &str = "{
    'format': 1, 'kind': 'wide', 'indicator': {'column': 'Code'}, 'unit': {'code': '1', 'multiplier': -2},
    'published': '2025-02-01', 'flags': 'eurostat'
}";

#[test]
fn every_column_headed_by_a_period_has_figures() {
    let table = "Name,Code,2019,2020,2021Q4,Average\nAir,air,82.40,: c,84.1 p,5\nWater,water,,<5,-,6\n";
    let loaded = read(MAP, table);
    assert_eq!(lines(&loaded), [""; 0]);
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

#[test]
fn heads_are_written_as_the_map_says() {
    for (pattern, heads) in [
        ("* [*", "2019 [YR2019],2020 [YR2020]"),
        ("F*", "F2019,F2020"),
        ("*", " 2019 ,2020"),
    ] {
        let map = MAP.replace("'kind'", &format!("'periods': '{pattern}', 'kind'"));
        let loaded = read(&map, &format!("Code,{heads},Y2021\nair,1,2,3\n"));
        assert_eq!(lines(&loaded), [""; 0], "{pattern}");
        let figures = short(loaded.value.observations.series("air").unwrap());
        assert_eq!(figures, ["2019 1 2025-02-01", "2020 2 2025-02-01"], "{pattern}");
    }
}

#[test]
fn one_bad_figure_leaves_those_beside_it() {
    let loaded = read(MAP, "Code,2019,2020,2019\nair,x,2,1\n");
    assert_eq!(
        lines(&loaded),
        [
            "line 2, 2019: `x` is not a decimal number: it has no digit; if it says that there is no value, list it among `missing` in the map"
        ]
    );
    let loaded = read(MAP, "Code,2019,2019.0\nair,1,2\n");
    assert_eq!(
        lines(&loaded),
        [
            "line 2: line 2 has another figure of 2019, of the same day of publication and source; a later vintage has a later date, and what tells parts apart is one of the `breakdowns`"
        ]
    );
    let loaded = read(MAP, "Code,Y2019\nair,1\n");
    assert_eq!(
        lines(&loaded),
        [
            "line 1: no column is headed by a period as in `*`; say `periods` in the map, with a star where the period stands"
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
    // Excel's form of a month.
    assert_eq!(heads("*", "Jan-20,20-Mar,Gap"), ["Jan-20", "20-Mar"]);
    // What does not begin as a year is another column; a pattern says that there is a period.
    assert_eq!(heads("*", "Mean,20l8,Name"), [""; 0]);
    assert_eq!(heads("F*", "F2016/17,F2017,Fx"), ["2016/17", "x"]);
}
