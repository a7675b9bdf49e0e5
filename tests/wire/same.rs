//! What a document means does not depend on what other crates ask of `rust_decimal`.
//!
//! These tests run once in this crate and once in each package beside this file. Each package switches on features that change how a
//! plain `Decimal` is written and read. Expected bytes stand here as literals, so that every run agrees with every other. Each noun that
//! documents know has its section.

use milepost::vega_lite::{self, Theme};
use milepost::{Decimal, Language, Observations, Period, Plan, Rate, Report, Rule, ValueError, assess_plan, date, dec};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The result of reading; an error by its message, without the place in the text.
fn read<T: DeserializeOwned>(json: &str) -> Result<T, String> {
    serde_json::from_str(json).map_err(|error| {
        let message = error.to_string();
        message.split(" at line ").next().unwrap_or_default().to_owned()
    })
}

fn write<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_else(|error| error.to_string())
}

// Decimals

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Reading {
    #[serde(with = "milepost::decimal")]
    value: Decimal,
    #[serde(default, with = "milepost::decimal::option", skip_serializing_if = "Option::is_none")]
    limit: Option<Decimal>,
}

fn reading(json: &str) -> Result<Decimal, String> {
    read(&format!(r#"{{"value":{json}}}"#)).map(|Reading { value, .. }| value)
}

#[test]
fn decimals_are_written_as_strings() {
    for (value, json) in [
        (dec!(0), "0"),
        (dec!(-0.135), "-0.135"),
        (dec!(1781.80), "1781.80"),
        (Decimal::MAX, "79228162514264337593543950335"),
        (dec!(0.0000000000000000000000000001), "0.0000000000000000000000000001"),
    ] {
        let limit = Some(value);
        let json = format!(r#"{{"value":"{json}","limit":"{json}"}}"#);
        assert_eq!(write(&Reading { value, limit }), json);
        assert_eq!(read(&json), Ok(Reading { value, limit }));
    }
    let value = dec!(88);
    assert_eq!(write(&Reading { value, limit: None }), r#"{"value":"88"}"#);
    assert_eq!(
        read(r#"{"value":"88","limit":null}"#),
        Ok(Reading { value, limit: None })
    );
}

#[test]
fn decimals_are_read_from_strings_and_numbers() {
    for (json, value) in [
        (r#""1781.8""#, "1781.8"),
        (r#""7.50""#, "7.50"),
        (r#""0.1234567890123456789012345678""#, "0.1234567890123456789012345678"),
        ("2000", "2000"),
        ("-9223372036854775808", "-9223372036854775808"),
        ("18446744073709551615", "18446744073709551615"),
        ("1781.8", "1781.8"),
        ("0.1", "0.1"),
        ("-13.50", "-13.5"),
        ("88.0", "88"),
        ("1e3", "1000"),
        ("-0", "0"),
        ("-0.0", "0"),
        ("2.5E-7", "0.00000025"),
        ("123456789012.345", "123456789012.345"),
        ("5.6740000000000000000000", "5.674"),
        ("837.03000002009000", "837.03000002009"),
    ] {
        let read = reading(json).map(|read| read.to_string());
        assert_eq!(read.as_deref(), Ok(value), "{json}");
    }
}

#[test]
fn decimals_that_would_lose_digits_are_refused() {
    let too_long = "a bare number carries 15 digits at most; write it as a string, `\"1781.8\"`";
    for (json, message) in [
        (
            "0.1234567890123456789",
            &*format!("`0.12345678901234568` is not a decimal number: {too_long}"),
        ),
        (
            "1234567890123456.7",
            &format!("`1234567890123456.8` is not a decimal number: {too_long}"),
        ),
        (
            "18446744073709551616",
            &format!("`18446744073709552000` is not a decimal number: {too_long}"),
        ),
        (
            "1e-30",
            "`0.000000000000000000000000000001` is not a decimal number: it has more digits than the 28 that a decimal holds",
        ),
        (r#""1e3""#, "`1e3` is not a decimal number: write it as `1000`"),
        (
            r#""1,400""#,
            "`1,400` is not a decimal number: write `1400`, or `1.400` if decimals stand behind the comma",
        ),
        (
            "[1]",
            "invalid type: sequence, expected a decimal number, best as a string",
        ),
        (
            r#"{"a":1}"#,
            "invalid type: map, expected a decimal number, best as a string",
        ),
        (
            "true",
            "invalid type: boolean `true`, expected a decimal number, best as a string",
        ),
        (
            "null",
            "invalid type: null, expected a decimal number, best as a string",
        ),
    ] {
        assert_eq!(reading(json), Err(message.to_owned()), "{json}");
    }
}

/// Serde reads the parts of such types from a buffer, where numbers look different.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Tagged {
    Level(Reading),
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Flattened {
    #[serde(flatten)]
    reading: Reading,
}

#[test]
fn decimals_in_tagged_flattened_and_stored_values() {
    for json in ["1781.8", r#""1781.8""#] {
        let reading = || Reading {
            value: dec!(1781.8),
            limit: Some(dec!(2000)),
        };
        let json = format!(r#""value":{json},"limit":2000"#);
        assert_eq!(read(&format!("{{{json}}}")), Ok(Flattened { reading: reading() }));
        assert_eq!(
            read(&format!(r#"{{"kind":"level",{json}}}"#)),
            Ok(Tagged::Level(reading()))
        );
        let stored: serde_json::Value = read(&format!("{{{json}}}")).unwrap_or_default();
        assert_eq!(serde_json::from_value(stored).ok(), Some(reading()));
    }
    let reading = Reading {
        value: dec!(1781.8),
        limit: None,
    };
    assert_eq!(write(&Tagged::Level(reading)), r#"{"kind":"level","value":"1781.8"}"#);
}

// Rates

#[test]
fn rates() -> Result<(), ValueError> {
    for (json, rate) in [
        (r#""0.05674""#, dec!(0.05674)),
        ("0.05674", dec!(0.05674)),
        ("0", dec!(0)),
        (
            r#""-0.9999999999999999999999999999""#,
            dec!(-0.9999999999999999999999999999),
        ),
    ] {
        let rate = Rate::new(rate)?;
        assert_eq!(read(json), Ok(rate), "{json}");
        assert_eq!(write(&rate), format!("\"{}\"", rate.as_decimal()));
    }
    let refused = "a compound rate is a fraction above -1, got -1";
    assert_eq!(read::<Rate>("-1"), Err(refused.to_owned()));
    assert_eq!(read::<Rate>(r#""-1""#), Err(refused.to_owned()));
    Ok(())
}

// Periods

#[test]
fn periods() {
    for text in [
        "2026",
        "2026-S1",
        "2026-Q3",
        "2026-07",
        "2026-07-31",
        "2025-01-01/P9M",
        "2021-01-01/P5Y",
        "2025-01-15/P20D",
    ] {
        let json = format!("\"{text}\"");
        let period = text.parse::<Period>().map_err(|error| error.to_string());
        assert_eq!(read::<Period>(&json), period);
        assert_eq!(period.map(|period| write(&period)), Ok(json));
    }
    assert_eq!(
        read::<Period>("2026"),
        Err("invalid type: integer `2026`, expected a period as a text, such as `\"2026\"`".to_owned())
    );
}

// Plans, observations, rules and assessments

const PLAN: &str = r#"{"format":1,"code":"city","name":"City","period":"2022-01-01/P5Y","pillars":[{"code":"green","name":"Green",
    "indicators":[{"code":"air","name":"Air","measure":"share","unit":{"code":"1","multiplier":-2,"label":"%"},
    "targets":[{"code":"air-2026","goal":{"kind":"level","at_least":GOAL},"baseline":{"period":"2021","value":BASELINE},
    "deadline":"2026"}]}]}]}"#;
const OBSERVATIONS: &str = r#"{"format":1,"series":[{"indicator":"air","unit":{"code":"1","multiplier":-2},
    "observations":[{"period":"2024","value":VALUE,"published":"2025-01-31"}]}]}"#;

fn plan(goal: &str, baseline: &str) -> Result<Plan, String> {
    read(&PLAN.replace("GOAL", goal).replace("BASELINE", baseline))
}

fn observations(value: &str) -> Result<Observations, String> {
    read(&OBSERVATIONS.replace("VALUE", value))
}

#[test]
fn plans_and_observations_mean_the_same_bare_and_quoted() {
    let quoted = plan(r#""88.5""#, r#""80""#);
    assert!(quoted.is_ok(), "{quoted:?}");
    assert_eq!(plan("88.5", "80.0"), quoted);
    assert_eq!(observations("84.25"), observations(r#""84.25""#));
    assert_eq!(
        observations("84.12345678901234567").map(drop),
        Err(
            "error[not_a_decimal]: series[0].observations[0].value: `84.12345678901235` is not a decimal number: a bare number carries 15 digits at most; \
             write it as a string, `\"1781.8\"`"
                .to_owned()
        )
    );
    let written = quoted.map(|plan| write(&plan)).unwrap_or_default();
    assert!(
        written.contains(r#""goal":{"kind":"level","at_least":"88.5"}"#),
        "{written}"
    );
    assert_eq!(read::<Plan>(&written).map(|plan| write(&plan)), Ok(written));
}

#[test]
fn assessments_are_written_with_the_same_bytes() -> Result<(), String> {
    let (plan, observations) = (plan("88", "80")?, observations("84.25")?);
    let as_of = date("2025-06-30").map_err(|error| error.to_string())?;
    let written = write(&assess_plan(&plan, &observations, as_of, &Rule::pace()));
    for part in [
        r#""status":"lagging""#,
        r#""expected":{"value":"84.8","reason":null}"#,
        r#""gap":{"value":"-0.55","reason":null}"#,
        r#""share_of_way":{"value":"0.53125","reason":null}"#,
        r#""observed":{"value":{"period":"2024","reading":{"exact":"84.25"}"#,
    ] {
        assert!(written.contains(part), "{part} in {written}");
    }
    Ok(())
}

/// A chart has numbers as numbers, and everything in one order, whatever is switched on in the crates around it.
#[test]
fn charts_are_written_with_the_same_bytes() -> Result<(), String> {
    let (plan, observations) = (plan("88", "80")?, observations("84.25")?);
    let as_of = date("2025-06-30").map_err(|error| error.to_string())?;
    let assessment = assess_plan(&plan, &observations, as_of, &Rule::pace());
    let report = Report::new(&plan, &observations, &assessment, Language::English);
    let row = report.targets().next().ok_or("a target")?;
    let written = write(&vega_lite::target(&report, row, Theme::Light).specification);
    for part in [
        r#"{"$schema":"https://vega.github.io/schema/vega-lite/v6.json","description":"Chart of “"#,
        r##""background":"#ffffff","padding":12,"config":{"font":"##,
        r#"{"data":{"values":[]},"mark":{"type":"point"},"encoding":{"x":{"field":"time","type":"temporal","#,
        r#"{"time":"2024-07-02T00:00Z","value":84.25,"exact":"84.25","words":"2024: 84.25"#,
        r#""strokeWidth":1.5,"opacity":1}"#,
    ] {
        assert!(written.contains(part), "{part} in {written}");
    }
    Ok(())
}

#[test]
fn rules() {
    let written = write(&Rule::pace());
    assert!(written.contains(r#""on_track":"0.95""#), "{written}");
    assert_eq!(read(&written), Ok(Rule::pace()));
    assert_eq!(read(&written.replace(r#""0.95""#, "0.95")), Ok(Rule::pace()));
}
