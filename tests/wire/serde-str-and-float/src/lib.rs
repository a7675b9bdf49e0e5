//! With `serde-str` and `serde-float`, a plain `Decimal` writes floats, and reads nothing else.

#[cfg(test)]
#[path = "../../same.rs"]
mod same;

#[cfg(test)]
mod tests {
    use milepost::{Decimal, dec};

    /// Where this fails, the features are not switched on, and the tests beside it prove nothing.
    #[test]
    fn a_plain_decimal_is_no_longer_read_from_a_string() {
        assert_eq!(serde_json::to_string(&dec!(1.5)).ok().as_deref(), Some("1.5"));
        assert!(serde_json::from_str::<Decimal>("\"1.5\"").is_err());
    }
}
