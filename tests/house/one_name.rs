//! One type has a name for itself: no struct, enum, union, trait or alias is called as another one is.
//!
//! The forms of documents in private modules `wire` are left out: they are called as what they are read into.

use std::collections::BTreeMap;

use proc_macro2::Ident;
use syn::Item;

use crate::library::Library;

/// Names that several types have, each with their number. The list only becomes shorter, and its numbers smaller.
const SHARED: [(&str, usize); 16] = [
    ("Band", 2),
    ("Class", 3),
    ("Comparison", 2),
    ("Due", 2),
    ("Entry", 2),
    ("Movement", 3),
    ("Part", 2),
    ("Point", 2),
    ("Power", 3),
    ("Seen", 2),
    ("Status", 2),
    ("Terms", 3),
    ("Text", 2),
    ("Value", 2),
    ("Ways", 2),
    ("Words", 2),
];

#[test]
fn no_two_types_have_the_same_name() {
    let types = types(&Library::here());
    assert!(types.len() > 100, "{} types were found", types.len());
    for (name, files) in &types {
        let allowed = SHARED.iter().find(|(shared, _)| shared == name);
        let allowed = allowed.map_or(1, |(_, number)| *number);
        assert!(
            files.len() <= allowed,
            "{name} is the name of {} types: {files:?}",
            files.len()
        );
    }
    for (name, number) in SHARED {
        let files = types.get(name).map_or(&[][..], Vec::as_slice);
        assert!(
            number > 1 && files.len() == number,
            "{name} is the name of {} types: write that into the list",
            files.len()
        );
    }
}

/// The names of types, each with the files that define such a type.
fn types(library: &Library) -> BTreeMap<String, Vec<String>> {
    let mut types: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for module in &library.modules {
        if module.path.last().is_none_or(|name| name != "wire") {
            for name in module.items.iter().filter_map(type_name) {
                types.entry(name.to_string()).or_default().push(module.file.clone());
            }
        }
    }
    types
}

const fn type_name(item: &Item) -> Option<&Ident> {
    match item {
        Item::Enum(item) => Some(&item.ident),
        Item::Struct(item) => Some(&item.ident),
        Item::Trait(item) => Some(&item.ident),
        Item::Type(item) => Some(&item.ident),
        Item::Union(item) => Some(&item.ident),
        _ => None,
    }
}

#[test]
fn a_second_type_of_a_name_is_found() {
    let files = [
        ("src/lib.rs", "mod rule; mod plan; type Part = u8;"),
        (
            "src/rule.rs",
            "struct Rule; enum Part {} mod wire { struct Rule; } #[cfg(test)] mod tests { struct Plan; }",
        ),
        (
            "src/plan.rs",
            "trait Part {} fn plan() -> Part {} mod inside { struct Plan; union Part { a: u8 } } use a::Rule; impl A { type Rule = u8; }",
        ),
    ];
    let types = types(&Library::of_files(&files));
    let shared: Vec<_> = types.iter().filter(|(_, files)| files.len() > 1).collect();
    let part = ["src/lib.rs", "src/rule.rs", "src/plan.rs", "src/plan.rs"].map(str::to_owned);
    assert_eq!(shared, [(&"Part".to_owned(), &part.to_vec())]);
    assert_eq!(types.len(), 3);
}
