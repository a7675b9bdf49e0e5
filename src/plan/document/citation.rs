//! Where a promise was made, as documents write it.

use super::super::{Citation, Problems};
use super::reader::Node;

const CITATION: &[&str] = &["document", "url", "quote"];

pub(super) fn citation(node: &Node<'_>, problems: &mut Problems) -> Option<Citation> {
    let fields = node.fields(CITATION, problems)?;
    let document = fields.required("document", Node::text, problems);
    let url = fields.optional("url", Node::address, problems);
    let quote = fields.optional("quote", Node::text, problems);
    let mut citation = Citation::new(document?);
    if let Some(url) = url {
        citation = citation.at_url(url);
    }
    if let Some(quote) = quote {
        citation = citation.quoting(quote);
    }
    Some(citation)
}
