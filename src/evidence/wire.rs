//! How facts are written: each as a map with the keys `value` and `reason` (why there is no value), one of which is
//! `null`.
//!
//! Answers always have the same keys. What nobody stated is `null` in an answer, and left out in a document.

use alloc::boxed::Box;
use core::marker::PhantomData;

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use crate::plan::Citation;
use crate::progress::{Fact, Missing};
use crate::series::Uncertainty;
use crate::value::Text;
use crate::value::decimal::WireDecimal;

/// How a fact is written: a type that is never built, whose name serde and the schemas need.
pub(crate) struct FactOf<T>(PhantomData<T>);

/// How a fact that is a decimal is written: a type that is never built either.
pub(crate) enum DecimalFact {}

#[derive(Serialize)]
struct WrittenFact<'a, T> {
    value: Option<&'a T>,
    reason: Option<&'a Missing>,
}

impl<T: Serialize> FactOf<T> {
    /// Writes a fact as a map with its value and the reason why there is none, one of which is `null`.
    pub(crate) fn serialize<S: Serializer>(fact: &Fact<T>, serializer: S) -> Result<S::Ok, S::Error> {
        let (value, reason) = (fact.as_ref().ok(), fact.as_ref().err());
        WrittenFact { value, reason }.serialize(serializer)
    }
}

impl DecimalFact {
    /// Writes a fact that is a decimal, with all its digits.
    pub(super) fn serialize<S: Serializer>(fact: &Fact<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
        FactOf::serialize(&fact.map(WireDecimal), serializer)
    }
}

/// Where something was promised or stated.
#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(rename = "Citation"))]
pub(crate) struct CitationAnswer {
    /// The title of the document.
    document: Text,
    /// Its address.
    url: Option<Box<str>>,
    /// The exact words.
    quote: Option<Text>,
}

impl CitationAnswer {
    /// Writes a citation, or `null` where there is none.
    #[expect(clippy::ref_option, reason = "serde calls it with a reference to the field")]
    pub(crate) fn serialize<S: Serializer>(citation: &Option<Citation>, serializer: S) -> Result<S::Ok, S::Error> {
        let written = citation.as_ref().map(|citation| Self {
            document: citation.document().clone(),
            url: citation.url().map(Into::into),
            quote: citation.quote().cloned(),
        });
        written.serialize(serializer)
    }
}

/// How far the true value may lie from a published one, as its publisher says: by a range, or by a standard error.
#[derive(Default, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(rename = "Uncertainty"))]
pub(super) struct UncertaintyAnswer {
    /// The lower end of the range, in the unit of the series.
    from: Option<WireDecimal>,
    /// Its upper end.
    to: Option<WireDecimal>,
    /// How often such a range holds the true value, as a fraction, if that is stated.
    confidence: Option<WireDecimal>,
    /// The standard error, from 0 on, in the unit of the series.
    standard_error: Option<WireDecimal>,
}

impl UncertaintyAnswer {
    /// Writes an uncertainty, or `null` where there is none.
    #[expect(clippy::ref_option, reason = "serde calls it with a reference to the field")]
    pub(super) fn serialize<S: Serializer>(
        uncertainty: &Option<Uncertainty>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let written = uncertainty.map(|uncertainty| match uncertainty {
            Uncertainty::Range { from, to, confidence } => Self {
                from: Some(WireDecimal(from)),
                to: Some(WireDecimal(to)),
                confidence: confidence.map(WireDecimal),
                ..Self::default()
            },
            Uncertainty::StandardError { standard_error } => Self {
                standard_error: Some(WireDecimal(standard_error)),
                ..Self::default()
            },
        });
        written.serialize(serializer)
    }
}
