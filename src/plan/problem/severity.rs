//! How bad a problem is.

use crate::value::names;

names! { "a severity":
    /// How bad a [`Problem`](super::Problem) is.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
    pub enum Severity {
        /// How something is read that could be meant otherwise; the plan can be used.
        Note = "note",
        /// Probably not what the author meant; the plan can be used.
        Warning = "warning",
        /// The plan cannot be used.
        Error = "error",
    }
}

/// Gives each kind its code and its severity.
macro_rules! severities {
    ($type:ident $(of $($other:ident($error:pat) = $of:expr),*)?; $($severity:ident { $($kind:ident = $code:literal,)* })*) => {
        crate::value::codes! { $type $(of $($other),*)?: $($($kind = $code,)*)* }

        impl $type {
            /// The severity of each code.
            #[cfg(test)]
            #[cfg(feature = "serde")]
            pub(in crate::plan::problem) const SEVERITIES: &'static [(&'static str, Severity)] =
                &[$($(($code, Severity::$severity),)*)*];

            /// How bad it is.
            pub const fn severity(&self) -> Severity {
                match self {
                    $($(Self::$kind { .. })|* => Severity::$severity,)*
                    $($(Self::$other($error) => $of,)*)?
                }
            }
        }
    };
}

pub(super) use severities;
