//! SDMX-CSV as Eurostat, the OECD and others export it.

use milepost::code;

use super::{lines, read, short};

/// A file of invented figures in the columns of Eurostat's `une_rt_a`.
const EUROSTAT: &str = include_str!("eurostat.csv");

const MAP: &str = "{'format': 1, 'kind': 'sdmx', 'indicator': 'unemployment', 'only': [{'column': 'geo', 'is': 'AT'}],
    'breakdowns': [{'column': 'sex', 'total': ['T'], 'codes': [{'text': 'F', 'code': 'women'}]}],
    'unit': {'code': '1', 'multiplier': -2}}";

#[test]
fn a_file_of_eurostat() {
    let loaded = read(MAP, EUROSTAT);
    assert_eq!(lines(&loaded), [""; 0]);
    let gathered = loaded.whole().unwrap();
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
    let women = gathered.observations.series_of("unemployment", Some(&women)).unwrap();
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
