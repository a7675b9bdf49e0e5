//! The sign of comparison beside a number, in every form in which it is typed: `≥ 95`, `>= 95`, `at least 95`, `不低于95`
//! and `95以上` say one thing. Values of tables, and bounds of documents that were written so, are read by the same
//! lists.

/// How exact a number is, by the sign before it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Sign {
    Exactly,
    About,
    LessThan,
    AtMost,
    MoreThan,
    AtLeast,
}

impl Sign {
    /// The forms of each sign before a number, with `|` between. `<=` stands before `<`, which begins it.
    const BEFORE: &[(Self, &'static str)] = &[
        (
            Self::AtMost,
            "<=|=<|≤|⩽|at most |up to |不超过|不超過|不高于|不高於|至多|控制在",
        ),
        (
            Self::AtLeast,
            ">=|=>|≥|⩾|at least |不低于|不低於|不少于|不少於|至少|达到|達到",
        ),
        (Self::LessThan, "<|＜|less than |低于|低於|小于|小於|少于|少於"),
        (Self::MoreThan, ">|＞|more than |超过|超過|高于|高於|大于|大於|突破"),
        (Self::Exactly, "="),
        (
            Self::About,
            "~|≈|about |approx. |approximately |around |ca. |circa |约|約",
        ),
    ];

    /// The forms of each sign after a number, with `|` between. In Chinese, "above" and "below" include the number.
    const AFTER: &[(Self, &'static str)] = &[
        (Self::AtLeast, "以上|or more|+"),
        (Self::AtMost, "以下|以内|以內|or less"),
        (Self::About, "左右"),
    ];

    /// Each form of each sign, one by one.
    fn forms(of_signs: &'static [(Self, &'static str)]) -> impl Iterator<Item = (Self, &'static str)> {
        let forms_of = |(sign, forms): &'static (Self, &'static str)| forms.split('|').map(|form| (*sign, form));
        of_signs.iter().flat_map(forms_of)
    }

    /// The sign at the beginning of a text, [`Exactly`](Self::Exactly) where there is none, and the rest of the text.
    pub(crate) fn split(text: &str) -> (Self, &str) {
        let found = Self::forms(Self::BEFORE).find_map(|(sign, printed)| {
            let (before, rest) = text.split_at_checked(printed.len())?;
            before.eq_ignore_ascii_case(printed).then(|| (sign, rest.trim_start()))
        });
        found.unwrap_or((Self::Exactly, text))
    }

    /// The sign of a number that has `self` before it and `text` after it (`≤ 5`, `5 or less`), and the rest of the
    /// text:
    ///
    /// 1. a text that begins with no sign: `self`, and the whole text;
    /// 2. no sign before the number: the sign after it;
    /// 3. signs of one meaning on both sides: `self`, and the text without the second sign;
    /// 4. two different signs: `self`, and the whole text.
    pub(crate) fn or_after(self, text: &str) -> (Self, &str) {
        let after = text.trim_start();
        let found = Self::forms(Self::AFTER).find_map(|(sign, printed)| Some((sign, after.strip_prefix(printed)?)));
        match (self, found) {
            (Self::Exactly, Some(found)) => found,
            (before, Some((sign, rest))) if before.key() == sign.key() => (before, rest),
            (before, _) => (before, text),
        }
    }

    /// The key by which documents say the bound that the sign makes of a number; `None` if it makes none.
    pub(in crate::value) const fn key(self) -> Option<&'static str> {
        match self {
            Self::Exactly | Self::About => None,
            Self::LessThan => Some("less_than"),
            Self::AtMost => Some("at_most"),
            Self::MoreThan => Some("more_than"),
            Self::AtLeast => Some("at_least"),
        }
    }
}
