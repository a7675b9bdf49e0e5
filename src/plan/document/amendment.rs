//! Reads how promises were amended.

use alloc::vec::Vec;

use super::super::references::Directory;
use super::super::{Amendment, Problems};
use super::citation::citation;
use super::noun::Noun;
use super::reader::{Fields, Node};

/// Reads every amendment of a promise, each with the changes that `read` finds in its fields, and lists their days in
/// the directory. `read` meets them in the order of time, since each amends what the one before it left; they are given
/// in the order of the document. `None` if one of them has errors.
pub(super) fn read_all<T>(
    fields: &Fields<'_>,
    noun: &'static Noun,
    directory: &mut Directory,
    problems: &mut Problems,
    mut read: impl FnMut(&Fields<'_>, &mut Problems) -> Option<T>,
) -> Option<Vec<(Amendment, T)>> {
    let mut found = Problems::none();
    let items = fields.get("amendments").and_then(|list| {
        list.list(
            |node, problems| {
                let fields = node.fields(noun, problems)?;
                Some((read_amendment(&fields, problems), fields))
            },
            &mut found,
        )
    });
    let mut in_order: Vec<_> = items.unwrap_or_default().into_iter().enumerate().collect();
    in_order.sort_by_key(|(_, (amendment, _))| amendment.as_ref().map(Amendment::since));
    let mut all: Vec<_> = in_order
        .into_iter()
        .filter_map(|(place, (amendment, fields))| {
            let changed = read(&fields, &mut found);
            Some((place, (amendment?, changed?)))
        })
        .collect();
    all.sort_by_key(|(place, _)| *place);
    let is_whole = !found.has_errors();
    problems.extend_within("", found);
    let all: Vec<_> = all.into_iter().map(|(_, one)| one).filter(|_| is_whole).collect();
    let days = all.iter().map(|(amendment, _)| amendment.since());
    directory.add_amendments(fields.path(), days.enumerate());
    is_whole.then_some(all)
}

/// Reads an amendment without its changes; `None` if the day on which it comes into force is missing or wrong.
fn read_amendment(fields: &Fields<'_>, problems: &mut Problems) -> Option<Amendment> {
    let in_force = fields.read("in_force", Node::date, problems);
    Some(Amendment {
        published: fields.read("published", Node::date, problems),
        why: fields.read("why", Node::text, problems),
        citation: fields.read("citation", citation, problems),
        in_force: in_force?,
    })
}
