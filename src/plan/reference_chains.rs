//! Chains of references through a plan, in which each code names the next.
//!
//! Where `c` restates `b`, and `b` restates `a`, both chains end at `a`, the only one that counts. Where `a` restates
//! `c` besides, all three lie on a circle and nothing counts, which is a problem of each of them; a `d` that restates
//! one of them leads into the circle without lying on it, and is not the one to be mended.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use crate::value::Code;

/// The end of the chain from each code that names another.
#[derive(Debug)]
pub(super) struct ReferenceChains<'a>(BTreeMap<&'a Code, End<'a>>);

/// Where a chain ends.
#[derive(Debug, Clone, Copy)]
enum End<'a> {
    /// At a code that names no other.
    At(&'a Code),
    /// In a circle on which the code itself lies.
    OnCircle,
    /// In a circle of other codes.
    LeadsIntoCircle,
}

impl<'a> ReferenceChains<'a> {
    /// The chains of all codes that name another one; `named` says which.
    ///
    /// Each code is passed once: a chain that meets a code whose end is known has the same end.
    pub(super) fn of(named: &BTreeMap<&'a Code, &'a Code>) -> Self {
        let mut ends = BTreeMap::new();
        for &start in named.keys() {
            let (mut chain, mut seen) = (Vec::new(), BTreeSet::new());
            let mut at = start;
            let end = loop {
                let next = match (ends.get(at), named.get(at)) {
                    (Some(End::At(end)), _) => break End::At(end),
                    (Some(End::OnCircle | End::LeadsIntoCircle), _) => break End::LeadsIntoCircle,
                    (None, None) => break End::At(at),
                    (None, Some(next)) => next,
                };
                if !seen.insert(at) {
                    break End::LeadsIntoCircle;
                }
                chain.push(at);
                at = next;
            };
            // Where a chain comes back to itself, the rest of it is the circle.
            let circle = chain.iter().position(|code| *code == at).unwrap_or(chain.len());
            for (index, code) in chain.into_iter().enumerate() {
                ends.insert(code, if index < circle { end } else { End::OnCircle });
            }
        }
        Self(ends)
    }

    /// Whether the chain from a code comes back to it.
    pub(super) fn comes_back_to(&self, code: &Code) -> bool {
        matches!(self.0.get(code), Some(End::OnCircle))
    }

    /// The last code of the chain from a code; `None` if the code names no other, or the chain goes round in a circle.
    pub(super) fn end_of(&self, code: &Code) -> Option<&'a Code> {
        match self.0.get(code)? {
            End::At(end) => Some(end),
            End::OnCircle | End::LeadsIntoCircle => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chains_end_or_go_round() {
        let codes: Vec<Code> = "abcdefghi"
            .chars()
            .map(|one| one.to_string().parse().unwrap())
            .collect();
        let code = |name: char| codes.iter().find(|code| code.as_str().starts_with(name)).unwrap();
        // a to c end at d, which names nobody; e leads into the circle of f and g; h names itself, and i names h.
        let named = ["ab", "bc", "cd", "ef", "fg", "gf", "hh", "ih"];
        let named = named.map(|pair| (code(pair.chars().next().unwrap()), code(pair.chars().last().unwrap())));
        let chains = ReferenceChains::of(&named.into_iter().collect());
        for (name, end, comes_back) in [
            ('a', Some('d'), false),
            ('b', Some('d'), false),
            ('c', Some('d'), false),
            ('d', None, false),
            ('e', None, false),
            ('f', None, true),
            ('g', None, true),
            ('h', None, true),
            ('i', None, false),
        ] {
            assert_eq!(chains.end_of(code(name)), end.map(code), "{name}");
            assert_eq!(chains.comes_back_to(code(name)), comes_back, "{name}");
        }
    }
}
