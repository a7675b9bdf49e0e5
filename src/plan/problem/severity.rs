//! How bad a problem is.

use crate::value::names;

names! { "a severity":
    /// How bad a [`Problem`](super::Problem) is.
    #[derive(PartialOrd, Ord)]
    pub enum Severity {
        /// How something is read that could be meant otherwise; the plan can be used.
        Note = "note",
        /// Probably not what the author meant; the plan can be used.
        Warning = "warning",
        /// The plan cannot be used.
        Error = "error",
    }
}

/// The severity of a problem that holds an error of a value or a series, as the rows of [`problems`] name it: an error.
pub(super) const fn always_an_error<E>(_error: &E) -> Severity {
    Severity::Error
}

/// An enum of [`errors`](crate::value::errors), each with its severity before its code. A variant that holds another
/// error names in brackets the function that tells its severity.
macro_rules! problems {
    ($(#[$about:meta])* $vis:vis enum $type:ident { $(
        $(#[doc = $meaning:literal])+
        $(#[error($($said:tt)+)])?
        $kind:ident $({ $($fields:tt)* })? $((#[from] $inner:ty))? =
            $([$severity_of:path])? $($severity:ident($code:literal $(, $message:literal)?))?
    ),* $(,)? }) => {
        crate::value::errors! {
            $(#[$about])*
            $vis enum $type {$(
                $(#[doc = $meaning])+
                $(#[error($($said)+)])?
                $kind $({ $($fields)* })? $((#[from] $inner))? $(= ($code, $($message)?))?,
            )*}
        }

        impl $type {
            /// The severity of each code.
            #[cfg(test)]
            #[cfg(feature = "serde")]
            pub(in crate::plan::problem) const SEVERITIES: &'static [(&'static str, Severity)] =
                &[$($(($code, Severity::$severity),)?)*];

            /// How bad the problem is.
            pub const fn severity(&self) -> Severity {
                match self {$(
                    $(Self::$kind { .. } => Severity::$severity,)?
                    $(Self::$kind(error) => $severity_of(error),)?
                )*}
            }
        }
    };
}

pub(super) use problems;
