//! The sign of comparison before a number, in every form in which it is typed: `≥ 95`, `>= 95`, `⩾95` and `=> 95` say
//! one thing. Values of tables, and bounds of documents that were written so, are read by the same list.

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
    /// Each sign as it is printed. `<=` stands before `<`, which begins it.
    const ALL: [(&'static str, Self); 14] = [
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
    ];

    /// The sign at the beginning of a text, [`Exactly`](Self::Exactly) where there is none, and the rest of the text.
    pub(crate) fn split(text: &str) -> (Self, &str) {
        let found = Self::ALL
            .into_iter()
            .find_map(|(printed, sign)| Some((sign, text.strip_prefix(printed)?.trim_start())));
        found.unwrap_or((Self::Exactly, text))
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
