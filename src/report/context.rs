//! What the rows of one report have in common.

use alloc::string::{String, ToString};

use crate::plan::Plan;
use crate::series::{AsOf, Observations};
use crate::value::{Language, Text};

/// What the rows of one report have in common.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) plan: &'a Plan,
    pub(super) observations: &'a Observations,
    pub(super) as_of: AsOf,
    pub(super) language: Language,
}

impl Context<'_> {
    pub(super) fn words(self, text: &Text) -> String {
        text.in_language(self.language.tag()).to_string()
    }
}
