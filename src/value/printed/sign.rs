//! The sign of comparison before a number.

/// What stands before a number and says how exact it is.
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
    /// The longer ones come first.
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

    /// The sign at the beginning, and what stands behind it.
    pub(crate) fn before(text: &str) -> (Self, &str) {
        let found = Self::ALL
            .into_iter()
            .find_map(|(printed, sign)| Some((sign, text.strip_prefix(printed)?.trim_start())));
        found.unwrap_or((Self::Exactly, text))
    }

    /// The key by which documents say the bound that it makes of a number, if it makes one.
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
