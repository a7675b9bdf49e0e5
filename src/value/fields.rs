//! Functions that show a field of a noun, or set it: tables of them.

/// Functions that show fields of their own names: `&Code` by reference, `Option<&Text>` what is there of one that may
/// be missing, `&[Text]` a list, and anything else as a copy.
macro_rules! getters {
    () => {};
    ($(#[$about:meta])* $field:ident: &[$item:ty], $($rest:tt)*) => {
        $(#[$about])*
        pub fn $field(&self) -> &[$item] {
            &self.$field
        }
        $crate::value::getters! { $($rest)* }
    };
    ($(#[$about:meta])* $field:ident: Option<&str>, $($rest:tt)*) => {
        $(#[$about])*
        pub fn $field(&self) -> Option<&str> {
            self.$field.as_deref()
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

/// Functions of a builder that set one field: of each the parameter, and the value that the field gets. They are
/// constant where that is possible.
macro_rules! setters {
    () => {};
    ($(#[$about:meta])* const $name:ident($($given:ident: $type:ty),*) => $($field:ident).+ = $value:expr, $($rest:tt)*) => {
        $(#[$about])*
        pub const fn $name(mut self $(, $given: $type)*) -> Self {
            self.$($field).+ = $value;
            self
        }
        $crate::value::setters! { $($rest)* }
    };
    ($(#[$about:meta])* $name:ident($($given:ident: $type:ty),*) => $($field:ident).+ = $value:expr, $($rest:tt)*) => {
        $(#[$about])*
        pub fn $name(mut self $(, $given: $type)*) -> Self {
            self.$($field).+ = $value;
            self
        }
        $crate::value::setters! { $($rest)* }
    };
}

pub(crate) use getters;
pub(crate) use setters;
