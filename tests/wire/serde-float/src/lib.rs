//! With `serde-float`, a plain `Decimal` writes floats.

#[cfg(test)]
#[path = "../../same.rs"]
mod same;

#[cfg(test)]
mod tests {
    use milepost::{Decimal, dec};

    /// Where this fails, the feature is not switched on, and the tests beside it prove nothing.
    #[test]
    fn a_plain_decimal_is_written_as_a_float() {
        assert_eq!(serde_json::to_string(&dec!(1.5)).ok().as_deref(), Some("1.5"));
        assert_eq!(serde_json::from_str::<Decimal>("\"1.5\"").ok(), Some(dec!(1.5)));
    }
}
