//! Where a promise was made, as documents write it.

use super::super::{Citation, Problems};
use super::fields::CITATION;
use super::reader::Node;

/// Reads a citation.
pub(super) fn citation(node: &Node<'_>, problems: &mut Problems) -> Option<Citation> {
    let fields = node.fields(&CITATION, problems)?;
    let document = fields.read("document", Node::text, problems);
    Some(Citation {
        url: fields.read("url", Node::plain_text, problems).map(Into::into),
        quote: fields.read("quote", Node::text, problems),
        document: document?,
    })
}
