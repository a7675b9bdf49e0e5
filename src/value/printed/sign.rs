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
    /// Each sign as it is printed before a number. `<=` stands before `<`, which begins it.
    const BEFORE: &[(&'static str, Self)] = &[
        ("<=", Self::AtMost),
        (">=", Self::AtLeast),
        ("=<", Self::AtMost),
        ("=>", Self::AtLeast),
        ("≤", Self::AtMost),
        ("≥", Self::AtLeast),
        ("⩽", Self::AtMost),
        ("⩾", Self::AtLeast),
        ("<", Self::LessThan),
        (">", Self::MoreThan),
        ("＜", Self::LessThan),
        ("＞", Self::MoreThan),
        ("~", Self::About),
        ("≈", Self::About),
        ("at least ", Self::AtLeast),
        ("at most ", Self::AtMost),
        ("up to ", Self::AtMost),
        ("more than ", Self::MoreThan),
        ("less than ", Self::LessThan),
        ("about ", Self::About),
        ("不低于", Self::AtLeast),
        ("不低於", Self::AtLeast),
        ("不少于", Self::AtLeast),
        ("不少於", Self::AtLeast),
        ("至少", Self::AtLeast),
        ("达到", Self::AtLeast),
        ("達到", Self::AtLeast),
        ("不超过", Self::AtMost),
        ("不超過", Self::AtMost),
        ("不高于", Self::AtMost),
        ("不高於", Self::AtMost),
        ("至多", Self::AtMost),
        ("控制在", Self::AtMost),
        ("超过", Self::MoreThan),
        ("超過", Self::MoreThan),
        ("高于", Self::MoreThan),
        ("高於", Self::MoreThan),
        ("大于", Self::MoreThan),
        ("大於", Self::MoreThan),
        ("突破", Self::MoreThan),
        ("低于", Self::LessThan),
        ("低於", Self::LessThan),
        ("小于", Self::LessThan),
        ("小於", Self::LessThan),
        ("少于", Self::LessThan),
        ("少於", Self::LessThan),
        ("约", Self::About),
        ("約", Self::About),
    ];

    /// Each sign as it is printed behind a number. In Chinese the number itself belongs to what is above or below it.
    const BEHIND: [(&'static str, Self); 7] = [
        ("以上", Self::AtLeast),
        ("以下", Self::AtMost),
        ("以内", Self::AtMost),
        ("以內", Self::AtMost),
        ("左右", Self::About),
        ("or more", Self::AtLeast),
        ("or less", Self::AtMost),
    ];

    /// The sign at the beginning of a text, [`Exactly`](Self::Exactly) where there is none, and the rest of the text.
    pub(crate) fn split(text: &str) -> (Self, &str) {
        let found = Self::BEFORE.iter().find_map(|(printed, sign)| {
            let (before, rest) = text.split_at_checked(printed.len())?;
            before.eq_ignore_ascii_case(printed).then(|| (*sign, rest.trim_start()))
        });
        found.unwrap_or((Self::Exactly, text))
    }

    /// This sign, or that at the beginning of what stands behind its number, and the rest of the text; the whole text
    /// where there is none, or another one than before the number.
    pub(crate) fn or_behind(self, text: &str) -> (Self, &str) {
        let behind = text.trim_start();
        let found = Self::BEHIND
            .into_iter()
            .find_map(|(printed, sign)| Some((sign, behind.strip_prefix(printed)?)));
        match (self, found) {
            (Self::Exactly, Some(found)) => found,
            (before, Some((sign, rest))) if before.key() == sign.key() => (before, rest),
            (before, _) => (before, text),
        }
    }

    /// The sign at the end of a text, if there is one, and the text before it.
    pub(crate) fn split_end(text: &str) -> Option<(Self, &str)> {
        let found = Self::BEHIND.into_iter();
        let mut found = found.filter_map(|(printed, sign)| Some((sign, text.strip_suffix(printed)?.trim_end())));
        found.next()
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
