//! Functions that show what a noun holds.

/// Functions that show fields of their own names: `&Code` by reference, `Option<&Text>` what is there of one that may be
/// missing, `&[Text]` a list, and anything else as a copy.
macro_rules! getters {
    () => {};
    ($(#[$about:meta])* $field:ident: &[$item:ty], $($rest:tt)*) => {
        $(#[$about])*
        pub fn $field(&self) -> &[$item] {
            &self.$field
        }
        $crate::value::getters! { $($rest)* }
    };
    ($(#[$about:meta])* $field:ident: Option<&$type:ty>, $($rest:tt)*) => {
        $(#[$about])*
        pub const fn $field(&self) -> Option<&$type> {
            self.$field.as_ref()
        }
        $crate::value::getters! { $($rest)* }
    };
    ($(#[$about:meta])* $field:ident: &$type:ty, $($rest:tt)*) => {
        $(#[$about])*
        pub const fn $field(&self) -> &$type {
            &self.$field
        }
        $crate::value::getters! { $($rest)* }
    };
    ($(#[$about:meta])* $field:ident: $type:ty, $($rest:tt)*) => {
        $(#[$about])*
        pub const fn $field(&self) -> $type {
            self.$field
        }
        $crate::value::getters! { $($rest)* }
    };
}

pub(crate) use getters;
