//! A table in the columns of Eurostat, read into observations, beside the same bytes only cut into records.
//!
//! `cargo bench --features csv --bench table` prints medians of one run, in which the candidates take turns, and the most bytes that each
//! holds on the heap.
#![expect(clippy::arithmetic_side_effects, clippy::unwrap_used, reason = "a bench")]

mod turns;

use core::hint::black_box;
use std::fmt::Write as _;

use milepost::table::ColumnMap;
use turns::Turns;

/// Countries, each with women, men and all, and in each so many months.
const COUNTRIES: u32 = 40;
const MONTHS: u32 = 800;

fn table() -> String {
    let mut table = String::from("DATAFLOW,LAST UPDATE,freq,s_adj,age,unit,sex,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n");
    for (country, sex) in (0..COUNTRIES).flat_map(|country| ["T", "F", "M"].map(|sex| (country, sex))) {
        for month in 0..MONTHS {
            let (year, of_year) = (1960 + month / 12, month % 12 + 1);
            let (whole, tenth) = (3 + (country + month) % 9, month % 10);
            let flag = match month % 6 {
                0 => "p",
                1 => "b",
                2 => "e",
                _ => "",
            };
            writeln!(
                table,
                "ESTAT:UNE_RT_M(1.0),31/01/27 11:00:00,M,SA,TOTAL,PC_ACT,{sex},C{country},{year}-{of_year:02},{whole}.{tenth},{flag}"
            )
            .unwrap();
        }
    }
    table
}

fn map(only: &str) -> ColumnMap {
    let map = format!(
        r#"{{"format": 1, "kind": "sdmx", "indicator": "unemployment", "unit": {{"code": "1", "multiplier": -2}},
            "only": {only},
            "breakdowns": [{{"column": "geo"}}, {{"column": "sex", "means": {{"T": "total"}}}}]}}"#
    );
    serde_json::from_str(&map).unwrap()
}

fn main() {
    let table = table();
    let (all, one) = (map("[]"), map(r#"[{"column": "geo", "is": "C7"}]"#));
    assert!(all.read_observations(table.as_bytes()).problems.is_empty());
    let rows = COUNTRIES * 3 * MONTHS;
    Turns::of(1)
        .with("csv::Reader::read_byte_record", || {
            let mut reader = csv::Reader::from_reader(table.as_bytes());
            let mut record = csv::ByteRecord::new();
            while reader.read_byte_record(&mut record).unwrap() {
                black_box(&record);
            }
        })
        .with("figures of one country kept", || {
            drop(black_box(one.read_observations(table.as_bytes())));
        })
        .with("all figures kept", || {
            drop(black_box(all.read_observations(table.as_bytes())));
        })
        .print(
            &format!("{rows} rows, {} bytes", table.len()),
            "csv::Reader::read_byte_record",
        );
}
