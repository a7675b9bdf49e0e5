//! What the rows of one report have in common.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};

use crate::plan::{Indicator, Plan};
use crate::series::{AsOf, Observations};
use crate::value::{Code, Language, Text};

/// What the rows of one report have in common.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) plan: &'a Plan,
    /// The indicators of the plan, by their codes.
    pub(super) indicators: &'a BTreeMap<&'a Code, &'a Indicator>,
    pub(super) observations: &'a Observations,
    pub(super) as_of: AsOf,
    pub(super) language: Language,
}

impl Context<'_> {
    /// A text of the plan in the language of the report, else in the first language that it has.
    pub(super) fn words(self, text: &Text) -> String {
        text.in_language(self.language.tag()).to_string()
    }
}
