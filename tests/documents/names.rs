//! The names of small enums: read, written and refused.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use milepost::batch::ReasonCode;
use milepost::evidence::Outcome;
use milepost::plan::GoalKind;
use milepost::plan::{Lacks, MeasuredBy, Nature, Than, Verifiability};
use milepost::rule::{Growth, Statistic, YearLabel};
use milepost::series::{Agreement, DeliveryState, Undated};
use milepost::trajectory::{Between, Clock};
use milepost::{Caveat, Collected, Direction, Language, Measure, ObservationStatus, Severity, Status, ValueError};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Each reads and writes its name, in texts and in JSON; all names differ; another word is refused with those that are right.
fn names<T>(all: &[T], name: fn(T) -> &'static str, what: &str)
where
    T: Copy + Debug + PartialEq + Display + FromStr<Err = ValueError> + Serialize + DeserializeOwned,
{
    let own: Vec<&str> = all.iter().map(|value| name(*value)).collect();
    for (value, name) in all.iter().zip(&own) {
        assert_eq!(value.to_string(), *name);
        assert_eq!(name.parse(), Ok(*value));
        let json = format!("\"{name}\"");
        assert_eq!(serde_json::to_string(value).unwrap(), json);
        assert_eq!(serde_json::from_str::<T>(&json).unwrap(), *value);
        assert_eq!(own.iter().filter(|other| *other == name).count(), 1, "{name}");
    }
    let right: Vec<String> = own.iter().map(|name| format!("`{name}`")).collect();
    let message = format!("`Else` is not {what}: those are {}", right.join(", "));
    assert_eq!("Else".parse::<T>().unwrap_err().to_string(), message);
    let refused = serde_json::from_str::<T>("\"Else\"").unwrap_err().to_string();
    assert!(refused.starts_with(&message), "{refused}");
}

#[test]
fn small_enums_have_the_names_of_the_documents() {
    names(Measure::ALL, Measure::name, "a measure");
    names(Collected::ALL, Collected::name, "a way in which a number is collected");
    names(Direction::ALL, Direction::name, "a direction");
    names(Between::ALL, Between::name, "a way between two points");
    names(Clock::ALL, Clock::name, "a clock");
    names(GoalKind::ALL, GoalKind::name, "a kind of goal");
    names(MeasuredBy::ALL, MeasuredBy::name, "a way of measuring");
    names(Than::ALL, Than::name, "a comparison");
    names(Lacks::ALL, Lacks::name, "what a promise can lack");
    names(Nature::ALL, Nature::name, "a nature");
    names(Verifiability::ALL, Verifiability::name, "a verifiability");
    names(Severity::ALL, Severity::name, "a severity");
    names(
        ObservationStatus::ALL,
        ObservationStatus::name,
        "a status of an observation",
    );
    names(DeliveryState::ALL, DeliveryState::name, "a state of a deliverable");
    names(Agreement::ALL, Agreement::name, "an agreement of sources");
    names(Undated::ALL, Undated::name, "a way with undated figures");
    names(Caveat::ALL, Caveat::name, "a caveat");
    names(Outcome::ALL, Outcome::name, "an outcome");
    names(Status::ALL, Status::name, "a status");
    names(Growth::ALL, Growth::name, "a way to read growth");
    names(Statistic::ALL, Statistic::name, "a statistic");
    names(YearLabel::ALL, YearLabel::name, "a label of a year");
    names(ReasonCode::ALL, ReasonCode::name, "a reason of a row");
}

#[test]
fn languages_are_read_by_their_tags_whatever_the_case() {
    for language in Language::ALL {
        assert_eq!(language.to_string().parse(), Ok(*language));
        assert_eq!(language.tag().to_uppercase().parse(), Ok(*language));
    }
    assert_eq!(
        "fr".parse::<Language>().unwrap_err().to_string(),
        "`fr` is not a language of this crate: those are `en`, `zh-Hans`, `zh-Hant`"
    );
}
