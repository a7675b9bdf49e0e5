//! The names of small enums in documents, sets of them, what is written as its text, and the codes of errors.

#[cfg(feature = "serde")]
use alloc::string::String;

/// Reads a value from a text in any of serde's formats. `expected` is the words for what the text has to be.
#[cfg(feature = "serde")]
pub(crate) fn parsed<'de, T, D>(deserializer: D, expected: &'static str) -> Result<T, D::Error>
where
    T: core::str::FromStr<Err: core::fmt::Display>,
    D: serde::Deserializer<'de>,
{
    let text = deserializer.deserialize_str(ExpectedText(expected))?;
    text.parse().map_err(serde::de::Error::custom)
}

/// Reads a text; the words say what it has to be.
#[cfg(feature = "serde")]
struct ExpectedText(&'static str);

#[cfg(feature = "serde")]
impl<'de> serde::de::Visitor<'de> for ExpectedText {
    type Value = alloc::borrow::Cow<'de, str>;

    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.0)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(String::from(text).into())
    }

    fn visit_borrowed_str<E: serde::de::Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(text.into())
    }
}

/// A small enum whose values have names in documents, each written beside its value: with `ALL` and `name`, `Display`
/// and `FromStr`, and the same form in serde's formats. It is copied, compared and hashed like any word.
macro_rules! names {
    ($what:literal: $(#[$about:meta])* $vis:vis enum $type:ident {
        $(#[$about_first:meta])* $first:ident = $first_name:literal
        $(, $(#[$meaning:meta])* $value:ident = $name:literal)* $(,)?
    }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
        $vis enum $type {
            #[cfg_attr(feature = "schemars", schemars(rename = $first_name))]
            $(#[$about_first])* $first,
            $(#[cfg_attr(feature = "schemars", schemars(rename = $name))] $(#[$meaning])* $value,)*
        }

        impl $type {
            /// All values, in a fixed order.
            $vis const ALL: &'static [Self] = &[Self::$first $(, Self::$value)*];

            /// Each value with its name.
            pub(crate) const WORDS: &'static [(&'static str, Self)] = &[($first_name, Self::$first) $(, ($name, Self::$value))*];

            /// The name in documents.
            $vis const fn name(self) -> &'static str {
                match self {
                    Self::$first => $first_name,
                    $(Self::$value => $name,)*
                }
            }
        }

        impl core::fmt::Display for $type {
            /// The name in documents.
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.name())
            }
        }

        impl core::str::FromStr for $type {
            type Err = $crate::value::ValueError;

            /// Reads the name in documents.
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let named = Self::WORDS.iter().find(|(name, _)| *name == text);
                named.map(|(_, value)| *value).ok_or_else(|| $crate::value::ValueError::Name {
                    text: $crate::value::excerpt(text),
                    what: $what,
                    right: concat!("`", $first_name, "`" $(, ", `", $name, "`")*),
                })
            }
        }

        $crate::value::as_text! { $type, concat!($what, ", one of `", $first_name, "`" $(, ", `", $name, "`")*) }
    };
}

/// Makes serde write a type as the text that it displays, and read it from that text. The words say what the text has
/// to be.
macro_rules! as_text {
    ($type:ty, $expected:expr) => {
        #[cfg(feature = "serde")]
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::value::parsed(deserializer, $expected)
            }
        }
    };
}

/// The methods of a set of a small enum's values, in which each value is one bit of a number. In a set declared
/// `without` a value, that value adds nothing. The types of the set and of its iterator are declared beside this.
macro_rules! sets {
    ($set:ident($bits:ty) of $one:ident $(without $none:ident)?, by $iter:ident) => {
        impl $set {
            /// The empty set.
            pub const NONE: Self = Self(0);

            /// Whether this value is in the set.
            pub const fn contains(self, one: $one) -> bool {
                self.0 & Self::bit(one) != 0
            }

            /// Whether no value is in the set.
            pub const fn is_empty(self) -> bool {
                self.0 == 0
            }

            /// The set with this value added; the same set if it has it already.
            pub const fn with(self, one: $one) -> Self {
                Self(self.0 | Self::bit(one))
            }

            /// The values of both sets.
            pub const fn union(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }

            /// Each value of the set, in a fixed order.
            pub const fn iter(self) -> $iter {
                $iter(self)
            }

            /// The bit of this value in a set.
            const fn bit(one: $one) -> $bits {
                (1 << one as u8) $(& !(1 << $one::$none as u8))?
            }
        }

        /// The names, with commas between.
        impl core::fmt::Display for $set {
            fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                $(if self.is_empty() {
                    return formatter.write_str($one::$none.name());
                })?
                for (place, one) in self.iter().enumerate() {
                    formatter.write_str(if place == 0 { "" } else { ", " })?;
                    formatter.write_str(one.name())?;
                }
                Ok(())
            }
        }

        impl Iterator for $iter {
            type Item = $one;

            fn next(&mut self) -> Option<$one> {
                let place = usize::try_from(self.0.0.trailing_zeros()).ok()?;
                let one = *$one::ALL.get(place)?;
                self.0.0 &= !$set::bit(one);
                Some(one)
            }
        }

        impl IntoIterator for $set {
            type Item = $one;
            type IntoIter = $iter;

            fn into_iter(self) -> $iter {
                self.iter()
            }
        }

        impl IntoIterator for &$set {
            type Item = $one;
            type IntoIter = $iter;

            fn into_iter(self) -> $iter {
                self.iter()
            }
        }

        impl From<$one> for $set {
            fn from(one: $one) -> Self {
                Self::NONE.with(one)
            }
        }

        impl<const N: usize> From<[$one; N]> for $set {
            fn from(all: [$one; N]) -> Self {
                all.into_iter().collect()
            }
        }

        impl FromIterator<$one> for $set {
            fn from_iter<I: IntoIterator<Item = $one>>(all: I) -> Self {
                all.into_iter().fold(Self::NONE, Self::with)
            }
        }

        impl core::fmt::Debug for $set {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.debug_set().entries(self.iter()).finish()
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $set {
            /// A list, empty where nothing is said.
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_seq(self.iter())
            }
        }
    };
}

/// An enum of errors, each with its code and its message written beside it. One with arguments besides its fields
/// states its message above itself, and one that holds another error has that one's code and message. One with fields
/// may get more of them.
macro_rules! errors {
    ($(#[$about:meta])* $vis:vis enum $type:ident { $(
        $(#[doc = $meaning:literal])+
        $(#[error($($said:tt)+)])?
        $error:ident $({ $($fields:tt)* })? $((#[from] $inner:ty))? $(= ($code:literal, $($message:literal)?))?
    ),* $(,)? }) => {
        $(#[$about])*
        $vis enum $type {$(
            $(#[doc = $meaning])+
            $(#[error($($said)+)])?
            $($(#[error($message)])?)?
            // The first attribute never holds: it asks for fields.
            $(#[cfg_attr(any(), fields($($fields)*))] #[non_exhaustive])?
            $error $({ $($fields)* })? $((#[from] $inner))?,
        )*}

        impl $type {
            /// The name of each, its code (none of one that holds another error), and the first line of what it means.
            #[cfg(test)]
            #[cfg(feature = "serde")]
            pub(crate) const CODES: &'static [(&'static str, &'static str, &'static str)] =
                &[$((stringify!($error), concat!($($code)?), [$($meaning),+][0])),*];

            /// The code of the error, for machines: its words may change, and the code stays.
            pub const fn code(&self) -> &'static str {
                match self {$(
                    $(Self::$error { .. } => $code,)?
                    $(Self::$error(error) => <$inner>::code(error),)?
                )*}
            }
        }
    };
}

pub(crate) use as_text;
pub(crate) use errors;
pub(crate) use names;
pub(crate) use sets;
