//! How numbers are written: the same digits in every language; the space before `%` and a unit, and where long numbers
//! are parted, are the language's own.
//!
//! With how many decimals, the table of [`Cell`](super::Cell) says.
//!
//! Rounding must not tell another story. A pace of 0.9498 with three decimals would be 0.950, the cut of a class that
//! it does not reach; a share of 99.997 % would be all of it, and a growth of 0.0004 % none. Such a number gets as many
//! decimals more as it takes to be told from that; a number that is exactly 0.95, 100 % or 0 is written as short as
//! any.

use alloc::format;
use alloc::string::{String, ToString};

use rust_decimal::Decimal;

use super::words::Phrase;
use crate::dec;
use crate::plan::{Goal, MeasuredBy, Target};
use crate::value::arithmetic::negated;
pub(super) use crate::value::decimal::fixed;
use crate::value::{Language, Measure, Unit};

/// The text that is shown where there is no number.
pub(super) const MISSING: &str = "–";

/// The decimals of percent of growth in all.
pub(super) const PLACES_OF_GROWTH: u32 = 2;

/// The most decimals that are shown: a number with more was computed by a program, and not measured.
pub(super) const MOST_PLACES: u32 = 8;

/// How many decimals of a number are shown: all, if it has at most [`MOST_PLACES`]; else as many as show three digits,
/// but at most that.
pub(super) fn places_of(value: Decimal) -> u32 {
    let scale = value.scale();
    if scale <= MOST_PLACES {
        return scale;
    }
    let shows = |places: &u32| !value.trunc_with_scale(*places).is_zero();
    let first = (0..MOST_PLACES).find(shows).unwrap_or(MOST_PLACES);
    first.saturating_add(2).min(MOST_PLACES)
}

/// A number rounded half-even to at most `places` decimals; to more if it would be shown as 0 and is not 0.
pub(crate) fn at_most_decimals(value: Decimal, places: u32) -> String {
    at_most_decimals_beside(&[], value, places)
}

/// A number rounded half-even to at most `places` decimals; to more if it would be shown as 0, or as one of `marks`,
/// and is not that number.
pub(super) fn at_most_decimals_beside(marks: &[Decimal], value: Decimal, places: u32) -> String {
    at_most_decimals_unless(value, places, is_zero_or_one_of(marks))
}

/// A number that a composed rule measured, with at most 4 decimals; with more if it would be shown as a whole number of
/// hundredths, at which classes meet, and is none.
pub(super) fn measured(number: Decimal) -> String {
    at_most_decimals_unless(number, 4, is_hundredth)
}

/// A number rounded half-even to at most `places` decimals; if the rounded number `misleads`, to as many more as are
/// needed to get one that does not.
fn at_most_decimals_unless(value: Decimal, places: u32, misleads: impl Fn(Decimal) -> bool) -> String {
    let rounded = value.round_dp(places_shown(value, places, misleads)).normalize();
    if rounded.is_zero() {
        return Decimal::ZERO.to_string();
    }
    rounded.to_string()
}

/// A fraction in percent, with `places` decimals; with more if it would be shown as 0 % or 100 %, and is not.
pub(super) fn percent(fraction: Decimal, places: u32, language: Language) -> String {
    percent_beside(&[Decimal::ONE_HUNDRED], fraction, places, language)
}

/// A coverage in percent, with 2 decimals; with more if it would be shown as 0 %, 100 %, or the 50 % that a score
/// needs, and is not.
pub(super) fn coverage(fraction: Decimal, language: Language) -> String {
    percent_beside(&[dec!(50), Decimal::ONE_HUNDRED], fraction, 2, language)
}

/// A fraction in percent, with `places` decimals; with more if it would be shown as 0 %, or as one of `marks`, and is
/// not.
fn percent_beside(marks: &[Decimal], fraction: Decimal, places: u32, language: Language) -> String {
    in_percent(fraction, language, |percent| {
        fixed(percent, places_shown(percent, places, is_zero_or_one_of(marks)))
    })
}

/// A pace with 3 decimals; with more if it would be shown as a whole number of hundredths, at which classes meet, and
/// is none: 0.9498 is not 0.95.
pub(super) fn pace(pace: Decimal) -> String {
    fixed(pace, places_shown(pace, 3, is_hundredth))
}

/// The pace at which a class begins, with 2 decimals, or with more if its author wrote more.
pub(super) fn cut(pace: Decimal) -> String {
    fixed(pace, pace.normalize().scale().max(2))
}

/// A score with 3 decimals; with more if it would be shown as 0 or 1, and is not.
pub(super) fn score(score: Decimal) -> String {
    fixed(score, places_shown(score, 3, is_zero_or_one_of(&[Decimal::ONE])))
}

/// How many times as fast, with 2 decimals; with more if it would be shown as 0 or 1, and is not.
pub(super) fn times(times: Decimal) -> String {
    fixed(times, places_shown(times, 2, is_zero_or_one_of(&[Decimal::ONE])))
}

/// Whether a number is a whole number of hundredths.
fn is_hundredth(rounded: Decimal) -> bool {
    rounded.round_dp(2) == rounded
}

/// Tells whether a number is 0, or one of `marks`.
fn is_zero_or_one_of(marks: &[Decimal]) -> impl Fn(Decimal) -> bool {
    |rounded| rounded.is_zero() || marks.contains(&rounded)
}

/// The count of decimals to show: `places`, or as many more as are needed until the rounded number is exact, or does
/// not mislead.
fn places_shown(value: Decimal, places: u32, misleads: impl Fn(Decimal) -> bool) -> u32 {
    let shows = |places: &u32| {
        let rounded = value.round_dp(*places);
        rounded == value || !misleads(rounded)
    };
    (places..=value.scale()).find(shows).unwrap_or(places)
}

/// How much an index has grown that is chained from yearly rates, begins with 1 at the baseline, and that nobody
/// publishes.
pub(super) fn growth_of_index(index: Decimal) -> Decimal {
    index.checked_sub(Decimal::ONE).unwrap_or(index)
}

/// A growth in all, in percent with at most [`PLACES_OF_GROWTH`] decimals, as it is written in a sentence.
pub(super) fn growth_in_all(growth: Decimal, language: Language) -> String {
    let written = in_percent(growth, language, |percent| at_most_decimals(percent, PLACES_OF_GROWTH));
    grouped(&written, language)
}

/// A fraction that an author wrote, in percent with all its digits, as it is written in a sentence.
pub(super) fn stated_percent(fraction: Decimal, language: Language) -> String {
    let written = in_percent(fraction, language, |percent| percent.normalize().to_string());
    grouped(&written, language)
}

/// A fraction in percent, its number written by `write`; as a fraction if a hundred times as much does not fit a
/// decimal.
fn in_percent(fraction: Decimal, language: Language, write: impl FnOnce(Decimal) -> String) -> String {
    match fraction.checked_mul(Decimal::ONE_HUNDRED).map(write) {
        Some(number) => Phrase::Percent { number: &number }.words(language),
        None => fraction.to_string(),
    }
}

/// A text with one number or several, the digits of whole parts in groups of three, as the language writes them in a
/// sentence. Digits after a point are not grouped.
pub(crate) fn grouped(number: &str, language: Language) -> String {
    let mut written = String::with_capacity(number.len());
    let mut is_fraction = false;
    for part in number.split_inclusive(|one: char| !one.is_ascii_digit()) {
        let digits = part.chars().take_while(char::is_ascii_digit).count();
        let is_long = digits >= least_grouped(language) && !is_fraction;
        for (place, one) in part.chars().enumerate() {
            let behind = digits.saturating_sub(place);
            if is_long && place > 0 && behind > 0 && behind % 3 == 0 {
                written.push(',');
            }
            written.push(one);
        }
        is_fraction = part.ends_with('.');
    }
    written
}

/// The least number of digits of a number that is written in groups.
///
/// English: from 1,000 on, as the style guide of the Office for National Statistics writes them. Simplified characters:
/// GB/T 15835—2011, 5.1.1, lets four digits stand as they are, and so does its example `1256`. Traditional characters:
/// the Executive Yuan's 公文書橫式書寫數字使用原則 (2004) writes `6億3,944萬2,789元`.
pub(crate) const fn least_grouped(language: Language) -> usize {
    match language {
        Language::SimplifiedChinese => 5,
        Language::English | Language::TraditionalChinese => 4,
    }
}

/// A number with its unit, as the language writes it.
pub(super) fn with_unit(number: &str, unit: &Unit, language: Language) -> String {
    with_unit_words(number, &unit.words(language), language)
}

/// A number with the words of its unit; the number alone if they are empty.
pub(crate) fn with_unit_words(number: &str, unit: &str, language: Language) -> String {
    let number = &grouped(number, language);
    if unit.is_empty() {
        number.clone()
    } else if unit.starts_with(|first: char| first.is_ascii_digit()) {
        // Two numbers side by side would be read as one.
        format!("{number} ({unit})")
    } else if unit.starts_with(|first: char| first == '(' || is_letter_of_alphabet(first)) {
        // Letters stand apart from a number in every language, but for those of Chinese.
        format!("{number} {unit}")
    } else {
        Phrase::Amount { number, unit }.words(language)
    }
}

/// Whether a character is a letter of Latin, Greek or Cyrillic, which come before all other scripts in Unicode.
fn is_letter_of_alphabet(first: char) -> bool {
    first.is_alphabetic() && first < '\u{0530}'
}

/// A value with its unit, as the language writes it; of a rank the rank of this number, which needs no unit. A limit
/// with a sign before its number is written with the unit.
pub(super) fn value_words(number: &str, measure: Measure, unit: &Unit, language: Language) -> String {
    if measure == Measure::Rank && number.starts_with(|first: char| first.is_ascii_digit()) {
        let number = &grouped(number, language);
        return Phrase::Rank { number }.words(language);
    }
    with_unit(number, unit, language)
}

/// A value of the target, with its unit.
pub(super) fn value_of_target(number: &str, target: &Target, language: Language) -> String {
    value_words(number, target.quantity().measure(), &unit_of_values(target), language)
}

/// The unit of the target's values; no unit for an index that is chained from yearly rates.
pub(super) fn unit_of_values(target: &Target) -> Unit {
    match target.goal().measured_by() {
        MeasuredBy::YearlyRates => Unit::ratio(),
        MeasuredBy::Levels => target.quantity().unit().clone(),
    }
}

/// The difference as the indicator moves, above 0 if it rises: with the other sign for a rank, which rises as its
/// number falls.
pub(super) fn upwards(difference: Decimal, target: &Target) -> Decimal {
    if target.is_of_rank() {
        negated(difference)
    } else {
        difference
    }
}

/// A difference with its unit. Percentages differ by percentage points; values that have no unit, but a label such as
/// *(2015 = 100)*, by points; ranks by places.
pub(super) fn difference_words(number: &str, target: &Target, language: Language) -> String {
    let (unit, percent) = (&unit_of_values(target), Unit::percent());
    let (is_one, number) = (matches!(number, "1" | "-1"), &grouped(number, language));
    let words = unit.words(language);
    let has_bare_label = words.starts_with(|first: char| !first.is_alphabetic()) || words.is_empty();
    let phrase = match target.quantity().measure() {
        _ if unit.code() == percent.code() && unit.multiplier() == percent.multiplier() => {
            return percentage_points(number, language);
        }
        Measure::Rank if is_one => Phrase::Place { number },
        Measure::Rank => Phrase::Places { number },
        Measure::Index if has_bare_label && is_one => Phrase::Point { number },
        Measure::Index if has_bare_label => Phrase::Points { number },
        _ => return with_unit(number, unit, language),
    };
    phrase.words(language)
}

/// A difference of two numbers of the target's goal, as an author wrote them: of changes and rates in percentage
/// points.
pub(super) fn stated_difference(value: Decimal, target: &Target, language: Language) -> String {
    match target.goal() {
        Goal::Change { .. } | Goal::AverageGrowth { .. } => {
            fractions_in_points(value, language, |points| points.normalize().to_string())
        }
        _ => difference_words(&value.to_string(), target, language),
    }
}

/// A difference of two growths, in percentage points with at most so many decimals.
pub(super) fn points_of_growth(difference: Decimal, places: u32, language: Language) -> String {
    fractions_in_points(difference, language, |points| at_most_decimals(points, places))
}

/// A difference of two fractions, in percentage points; as a fraction where a hundredfold does not fit.
fn fractions_in_points(difference: Decimal, language: Language, write: impl FnOnce(Decimal) -> String) -> String {
    match difference.checked_mul(Decimal::ONE_HUNDRED).map(write) {
        Some(number) => percentage_points(&number, language),
        None => grouped(&difference.to_string(), language),
    }
}

/// A difference of two percentages.
pub(super) fn percentage_points(number: &str, language: Language) -> String {
    let number = &*grouped(number, language);
    let phrase = match number {
        "1" | "-1" => Phrase::PercentagePoint { number },
        _ => Phrase::PercentagePoints { number },
    };
    phrase.words(language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Bound, Quantity};

    #[test]
    fn rounding_is_half_even_and_only_zero_is_shown_as_zero() {
        for (value, two_places, at_most_two) in [
            (dec!(1892.6117), "1892.61", "1892.61"),
            (dec!(0.125), "0.12", "0.12"),
            (dec!(0.135), "0.14", "0.14"),
            (dec!(-63.5), "-63.50", "-63.5"),
            (dec!(-0.001), "0.00", "-0.001"),
            (dec!(-0.0000417), "0.00", "-0.00004"),
            (dec!(0), "0.00", "0"),
            (dec!(1000000), "1000000.00", "1000000"),
        ] {
            assert_eq!(fixed(value, 2), two_places);
            assert_eq!(at_most_decimals(value, 2), at_most_two);
        }
    }

    #[test]
    fn a_pace_is_not_shown_as_a_cut_that_it_misses() {
        for (value, shown) in [
            (dec!(0.9498), "0.9498"),
            (dec!(0.949999999999), "0.949999999999"),
            (dec!(0.95), "0.950"),
            (dec!(0.9504), "0.9504"),
            (dec!(0.9506), "0.951"),
            (dec!(-0.0004), "-0.0004"),
            (dec!(0), "0.000"),
            (dec!(0.8333333), "0.833"),
            (dec!(1.2), "1.200"),
        ] {
            assert_eq!(pace(value), shown);
        }
    }

    #[test]
    fn a_number_is_not_shown_as_another_that_it_is_not() {
        for (value, marks, shown) in [
            (dec!(0.9833333333), &[][..], "0.98"),
            (dec!(0.9833333333), &[dec!(0.98), dec!(1)], "0.983"),
            (dec!(0.98), &[dec!(0.98)], "0.98"),
            (dec!(0.99996), &[dec!(1)], "0.99996"),
            (dec!(0.0000417), &[dec!(0)], "0.00004"),
            (dec!(100.004), &[dec!(100.00)], "100.004"),
        ] {
            assert_eq!(at_most_decimals_beside(marks, value, 2), shown);
        }
        for (number, shown) in [
            (dec!(0.949996), "0.949996"),
            (dec!(0.95), "0.95"),
            (dec!(0.94994), "0.9499"),
            (dec!(1.00003), "1.00003"),
            (dec!(0.03131), "0.0313"),
            (dec!(-0.00001), "-0.00001"),
        ] {
            assert_eq!(measured(number), shown);
        }
        for (pace, shown) in [(dec!(0.985), "0.985"), (dec!(1), "1.00"), (dec!(0.9500), "0.95")] {
            assert_eq!(cut(pace), shown);
        }
        for (value, shown) in [(dec!(0.99996), "0.99996"), (dec!(1), "1.000"), (dec!(0.7274), "0.727")] {
            assert_eq!(score(value), shown);
        }
    }

    #[test]
    fn what_is_hardly_faster_is_not_shown_as_just_as_fast() {
        for (value, shown) in [
            (dec!(1.0016), "1.002"),
            (dec!(0.99996), "0.99996"),
            (dec!(1), "1.00"),
            (dec!(1.0051), "1.01"),
            (dec!(2.994), "2.99"),
            (dec!(0.004), "0.004"),
            (dec!(-0.5), "-0.50"),
        ] {
            assert_eq!(times(value), shown);
        }
    }

    #[test]
    fn what_is_not_the_whole_is_not_shown_as_it() {
        for (value, shown) in [
            (dec!(0.99996), "99.996 %"),
            (dec!(0.9999996), "99.99996 %"),
            (dec!(1.000001), "100.0001 %"),
            (dec!(1), "100.00 %"),
            (dec!(0.00001), "0.001 %"),
            (dec!(0), "0.00 %"),
        ] {
            assert_eq!(percent(value, 2, Language::English), shown);
        }
    }

    #[test]
    fn less_than_half_is_not_shown_as_half() {
        for (value, shown) in [
            (dec!(0.49999), "49.999 %"),
            (dec!(0.500004), "50.0004 %"),
            (dec!(0.5), "50.00 %"),
            (dec!(0.333333333333), "33.33 %"),
            (dec!(0.99996), "99.996 %"),
        ] {
            assert_eq!(coverage(value, Language::English), shown);
        }
    }

    #[test]
    fn the_longest_numbers_are_written_in_full() {
        for (value, three_places) in [
            (Decimal::MAX, "79228162514264337593543950335.000"),
            (Decimal::MIN, "-79228162514264337593543950335.000"),
            (dec!(-7922816251426433759354395.0335), "-7922816251426433759354395.034"),
            (dec!(0.0000000000000000000000000001), "0.000"),
        ] {
            assert_eq!(fixed(value, 3), three_places);
            assert_eq!(at_most_decimals(value, 28), value.to_string());
        }
    }

    #[test]
    fn long_numbers_are_grouped_as_the_language_does() {
        for (number, english, simplified, traditional) in [
            ("0", "0", "0", "0"),
            ("999.12345", "999.12345", "999.12345", "999.12345"),
            ("1000", "1,000", "1000", "1,000"),
            ("-9999.5", "-9,999.5", "-9999.5", "-9,999.5"),
            ("10000", "10,000", "10,000", "10,000"),
            (
                "-123456.123456",
                "-123,456.123456",
                "-123,456.123456",
                "-123,456.123456",
            ),
            ("1234567", "1,234,567", "1,234,567", "1,234,567"),
            ("≈ 33500", "≈ 33,500", "≈ 33,500", "≈ 33,500"),
            (
                "> 1600, ≤ 19500.0",
                "> 1,600, ≤ 19,500.0",
                "> 1600, ≤ 19,500.0",
                "> 1,600, ≤ 19,500.0",
            ),
            (
                "12000–1400.5 %",
                "12,000–1,400.5 %",
                "12,000–1400.5 %",
                "12,000–1,400.5 %",
            ),
            ("1,234,567", "1,234,567", "1,234,567", "1,234,567"),
            (MISSING, MISSING, MISSING, MISSING),
            ("", "", "", ""),
        ] {
            let written = Language::ALL.iter().map(|&language| grouped(number, language));
            assert_eq!(written.collect::<Vec<_>>(), [english, simplified, traditional]);
        }
    }

    #[test]
    fn letters_of_an_alphabet_stand_apart_from_a_number() {
        for (unit, chinese) in [
            ("t", "12,500 t"),
            ("µg/m³", "12,500 µg/m³"),
            ("Ω", "12,500 Ω"),
            ("(2015 = 100)", "12,500 (2015 = 100)"),
            ("2015 = 100", "12,500 (2015 = 100)"),
            ("亿元", "12,500亿元"),
            ("‰", "12,500‰"),
            ("", "12,500"),
        ] {
            for language in [Language::SimplifiedChinese, Language::TraditionalChinese] {
                assert_eq!(with_unit_words("12500", unit, language), chinese);
            }
        }
    }

    #[test]
    fn one_is_one_whichever_its_sign() {
        for (measure, number, words) in [
            (Measure::Rank, "1", "1 place"),
            (Measure::Rank, "-1", "-1 place"),
            (Measure::Rank, "-1.5", "-1.5 places"),
            (Measure::Index, "-1", "-1 point"),
            (Measure::Index, "0", "0 points"),
        ] {
            let goal = Goal::level(Bound::AtMost(dec!(10)));
            let quantity = Quantity::new(measure, Unit::ratio());
            let target = Target::builder("a".parse().unwrap(), quantity, goal, "2030".parse().unwrap());
            assert_eq!(
                difference_words(number, &target.build().unwrap(), Language::English),
                words
            );
        }
    }

    #[test]
    fn percents_follow_the_language() {
        assert_eq!(percent(dec!(0.1224604), 3, Language::English), "12.246 %");
        assert_eq!(percent(dec!(0.1224604), 3, Language::SimplifiedChinese), "12.246%");
        assert_eq!(stated_percent(dec!(-0.135), Language::TraditionalChinese), "-13.5%");
        assert_eq!(stated_percent(dec!(0.2), Language::English), "20 %");
        assert_eq!(percentage_points("-1", Language::English), "-1 percentage point");
        assert_eq!(percentage_points("-1.5", Language::English), "-1.5 percentage points");
        assert_eq!(percent(Decimal::MAX, 3, Language::English), Decimal::MAX.to_string());
    }
}
