//! One type has a name for itself: no struct, enum, union, trait or alias is called as another one is.
//!
//! The forms of documents in private modules `wire` are left out: they are called as what they are read into.

use std::collections::BTreeMap;

use proc_macro2::Ident;
use syn::Item;

use crate::library::Library;

#[test]
fn no_two_types_have_the_same_name() {
    let types = types(&Library::here());
    assert!(types.len() > 100, "{} types were found", types.len());
    for (name, files) in &types {
        assert!(
            files.len() == 1,
            "{name} is the name of {} types: {files:?}",
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
