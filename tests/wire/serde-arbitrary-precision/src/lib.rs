//! With `serde-arbitrary-precision`, a plain `Decimal` reads every digit of a number, and `serde_json` hands out its numbers as maps.

#[cfg(test)]
#[path = "../../same.rs"]
mod same;

#[cfg(test)]
mod tests {
    use milepost::{Decimal, dec};

    /// Where this fails, the feature is not switched on, and the tests beside it prove nothing.
    #[test]
    fn a_plain_decimal_is_read_to_the_last_digit() {
        let long = "0.1234567890123456789";
        let read = serde_json::from_str::<Decimal>(long).map(|read| read.to_string());
        assert_eq!(read.ok().as_deref(), Some(long));
    }
}
