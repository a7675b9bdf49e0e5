//! Why a printed text says no number: in the words for what would be right instead.

use super::no_period::Advice;

pub(crate) const WRITE_DIGITS: Advice = "write digits and at most one decimal mark, as in `1781.8`";
pub(crate) const TOO_LONG: Advice = "it has more digits than the 28 that a decimal holds";
pub(crate) const ASK_COMMA: Advice = "it is not said whether its comma stands before decimals or thousands; say `decimal` or `thousands` in the map: `,`";
pub(crate) const ASK_POINT: Advice =
    "it is not said whether its point stands before thousands; say `thousands` in the map: `.`";
pub(crate) const ASK_BLANK: Advice = "it is not said whether its blank or apostrophe stands before thousands; say `thousands` in the map: `space` or `'`";
pub(crate) const GROUPS_OF_THREE: Advice = "thousands stand in groups of three digits, and these do not";
pub(crate) const ZERO_FIRST: Advice =
    "no thousands stand behind a 0: if its mark stands before decimals, say `decimal` in the map";
pub(crate) const BRACKETS: Advice = "where brackets stand for a minus, write `-12` for `(12)`; where they say something of a figure, as that it is hardly \
     reliable, say so in the map, `\"flags\": {\"()\": \"low_reliability\"}`";
pub(crate) const NOTHING_BEFORE: Advice =
    "only its sign can stand before a number: what it counts, as in `$5`, stands in the `unit`";
pub(crate) const LETTER_FOR_DIGIT: Advice =
    "a letter stands where a digit belongs, such as `O` for `0` or `l` for `1`; write the digit";
