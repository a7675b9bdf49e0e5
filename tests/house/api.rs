//! The public interface as text: `docs/api.txt`, compared by `.ci/more api`, and written by it under `API=write`.
//!
//! Read from the sources: what a public room declares or takes from its files, with public fields, variants, methods and
//! the traits that are written out. What the macros of the library write (the names of small enums, the functions that
//! make reasons) stands there as their tables.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

use proc_macro2::Group;
use quote::ToTokens;
use syn::parse::ParseStream;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, Fields, Ident, ImplItem, Item, Token, Type, UseTree, Visibility};

use crate::library::{Library, Module};

const PAGE: &str = "docs/api.txt";

#[test]
fn the_page_of_the_interface_is_what_is_public() {
    let text = page(&Library::here());
    for line in [
        "use Target",
        "growth::GrowthError::EmptySpan: variant",
        "value::Period.start: never",
    ] {
        assert_eq!(text.lines().any(|one| one == line), !line.ends_with("never"), "{line}");
    }
    // It changes with every public name, and is compared where a change is looked at as a whole.
    match env::var("API").as_deref() {
        Ok("write") => fs::write(path_of_page(), text).unwrap(),
        Ok("compare") => compare(&text),
        _ => {}
    }
}

fn path_of_page() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE)
}

fn compare(text: &str) {
    let written = fs::read_to_string(path_of_page()).unwrap();
    let (old, new): (BTreeSet<_>, BTreeSet<_>) = (written.lines().collect(), text.lines().collect());
    let gone: Vec<_> = old.difference(&new).map(|line| format!("- {line}")).collect();
    let come: Vec<_> = new.difference(&old).map(|line| format!("+ {line}")).collect();
    let changes = [gone, come].concat().join("\n");
    assert_eq!(
        changes, "",
        "{PAGE} is another: look at the changes, then `API=write bash .ci/more api`"
    );
}

/// One line for everything that is public.
fn page(library: &Library) -> String {
    let mut lines = BTreeSet::new();
    let mut public = BTreeMap::new();
    for module in library.modules.iter().filter(|module| is_public(library, module)) {
        let room = module.path.join("::");
        for item in &module.items {
            match item {
                Item::Use(item) if is_pub(&item.vis) => names_of(&item.tree, &mut |name| {
                    lines.insert(format!("use {}", joined(&room, name)));
                    // The root shows again what is a room's.
                    let of = public.entry(name.to_owned()).or_insert_with(String::new);
                    if of.is_empty() {
                        room.clone_into(of);
                    }
                }),
                _ => {
                    if let Some(name) = declared(item) {
                        public.insert(name, room.clone());
                    }
                }
            }
        }
    }
    let items = library.modules.iter().flat_map(|module| &module.items);
    items.for_each(|item| describe(item, &public, &mut lines));
    lines.into_iter().map(|line| line + "\n").collect()
}

/// Whether a module is the root, or public with all that hold it.
fn is_public(library: &Library, module: &Module) -> bool {
    (0..module.path.len()).all(|depth| {
        let holder = library.modules.iter().find(|other| other.path == module.path[..depth]);
        let mut items = holder.into_iter().flat_map(|holder| &holder.items);
        items.any(|item| matches!(item, Item::Mod(item) if item.ident == module.path[depth] && is_pub(&item.vis)))
    })
}

const fn is_pub(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn joined(room: &str, name: &str) -> String {
    if room.is_empty() {
        name.to_owned()
    } else {
        format!("{room}::{name}")
    }
}

/// The names that an import brings.
fn names_of(tree: &UseTree, take: &mut impl FnMut(&str)) {
    match tree {
        UseTree::Path(path) => names_of(&path.tree, take),
        UseTree::Name(name) => take(&name.ident.to_string()),
        UseTree::Rename(name) => take(&name.rename.to_string()),
        UseTree::Group(group) => group.items.iter().for_each(|tree| names_of(tree, take)),
        UseTree::Glob(_) => take("*"),
    }
}

/// The name of a public item.
fn declared(item: &Item) -> Option<String> {
    let (visibility, name) = match item {
        Item::Struct(item) => (&item.vis, &item.ident),
        Item::Enum(item) => (&item.vis, &item.ident),
        Item::Fn(item) => (&item.vis, &item.sig.ident),
        Item::Const(item) => (&item.vis, &item.ident),
        Item::Type(item) => (&item.vis, &item.ident),
        Item::Trait(item) => (&item.vis, &item.ident),
        _ => return None,
    };
    is_pub(visibility).then(|| name.to_string())
}

/// The lines of an item, if it is public or gives something to what is.
fn describe(item: &Item, public: &BTreeMap<String, String>, lines: &mut BTreeSet<String>) {
    let place = |name: &str| public.get(name).map(|room| joined(room, name));
    if let Some(place) = declared(item).and_then(|name| place(&name)) {
        let mut take = |line: String| {
            lines.insert(line);
        };
        match item {
            Item::Struct(item) => {
                take(format!("{place}: {}struct{}", marks(&item.attrs), text(&item.generics)));
                fields(&item.fields, &place, true, &mut take);
            }
            Item::Enum(item) => {
                take(format!("{place}: {}enum{}", marks(&item.attrs), text(&item.generics)));
                for variant in &item.variants {
                    let of = format!("{place}::{}", variant.ident);
                    // A name, or the function that makes what others cannot write down.
                    let beside = match &variant.discriminant {
                        Some((_, Expr::Lit(name))) => format!(" {}", text(name)),
                        Some((_, Expr::Path(make))) => format!(" made by {}", text(make)),
                        _ => String::new(),
                    };
                    take(format!("{of}: {}variant{beside}", marks(&variant.attrs)));
                    fields(&variant.fields, &of, false, &mut take);
                }
            }
            Item::Fn(item) => take(format!("{place}: {}", text(&item.sig))),
            Item::Const(item) => take(format!("{place}: const {}", text(&item.ty))),
            Item::Type(item) => take(format!("{place}: type{} = {}", text(&item.generics), text(&item.ty))),
            other => take(format!("{place}: {}", text(other))),
        }
    }
    belonging(item, place, lines);
}

/// The lines of what an item gives to public types beside it.
fn belonging(item: &Item, place: impl Fn(&str) -> Option<String>, lines: &mut BTreeSet<String>) {
    if let Item::Macro(table) = item
        && table.mac.path.is_ident("in_words")
    {
        for noun in table.mac.parse_body_with(nouns_in_words).unwrap() {
            let words = "words: const fn words(self, language: Language) -> &'static str";
            lines.extend(place(&noun).map(|place| format!("{place}::{words}")));
        }
    }
    if let Item::Impl(of) = item {
        let Some(place) = named(&of.self_ty).and_then(|name| place(&name)) else {
            return;
        };
        if let Some((path, of_trait)) = of.trait_.as_ref().map(|of_trait| (text(&of.self_ty), &of_trait.0)) {
            lines.insert(format!("{place}: impl {} for {path}", text(of_trait)));
            return;
        }
        for part in &of.items {
            match part {
                ImplItem::Fn(part) if is_pub(&part.vis) => {
                    lines.insert(format!("{place}::{}: {}", part.sig.ident, text(&part.sig)));
                }
                ImplItem::Const(part) if is_pub(&part.vis) => {
                    lines.insert(format!("{place}::{}: const {}", part.ident, text(&part.ty)));
                }
                ImplItem::Macro(part) => {
                    let table = match part.mac.path.to_token_stream().to_string().as_str() {
                        "getters" => getters,
                        "setters" => setters,
                        _ => continue,
                    };
                    let functions = part.mac.parse_body_with(table).unwrap();
                    lines.extend(functions.into_iter().map(|line| format!("{place}::{line}")));
                }
                _ => {}
            }
        }
    }
}

/// The functions of a table that shows fields: all but those of lists are constant.
fn getters(table: ParseStream<'_>) -> syn::Result<Vec<String>> {
    let mut lines = Vec::new();
    while !table.is_empty() {
        table.call(Attribute::parse_outer)?;
        let field: Ident = table.parse()?;
        table.parse::<Token![:]>()?;
        let of: Type = table.parse()?;
        table.parse::<Token![,]>()?;
        let is_list = matches!(&of, Type::Reference(of) if matches!(*of.elem, Type::Slice(_)));
        let constant = if is_list { "" } else { "const " };
        lines.push(format!("{field}: {constant}fn {field}(&self) -> {}", text(&of)));
    }
    Ok(lines)
}

/// The functions of a table that sets fields.
fn setters(table: ParseStream<'_>) -> syn::Result<Vec<String>> {
    let mut lines = Vec::new();
    while !table.is_empty() {
        table.call(Attribute::parse_outer)?;
        let constant = if table.parse::<Option<Token![const]>>()?.is_some() {
            "const "
        } else {
            ""
        };
        let (name, given): (Ident, _) = (table.parse()?, table.parse::<Group>()?.stream());
        let given = if given.is_empty() {
            String::new()
        } else {
            format!(", {}", text(&given))
        };
        table.parse::<Token![=>]>()?;
        Punctuated::<Ident, Token![.]>::parse_separated_nonempty(table)?;
        table.parse::<Token![=]>()?;
        table.parse::<Expr>()?;
        table.parse::<Token![,]>()?;
        lines.push(format!("{name}: {constant}fn {name}(mut self{given}) -> Self"));
    }
    Ok(lines)
}

/// The nouns of a table that gives each its words.
fn nouns_in_words(table: ParseStream<'_>) -> syn::Result<Vec<String>> {
    let mut nouns = Vec::new();
    while !table.is_empty() {
        table.call(Attribute::parse_outer)?;
        nouns.push(table.parse::<Ident>()?.to_string());
        table.parse::<Token![,]>()?;
    }
    Ok(nouns)
}

/// The fields that others see.
fn fields(fields: &Fields, place: &str, only_public: bool, take: &mut impl FnMut(String)) {
    for (number, field) in fields.iter().enumerate() {
        if !only_public || is_pub(&field.vis) {
            let name = field
                .ident
                .as_ref()
                .map_or_else(|| number.to_string(), ToString::to_string);
            take(format!("{place}.{name}: {}", text(&field.ty)));
        }
    }
}

/// The last name of a type.
fn named(of: &Type) -> Option<String> {
    match of {
        Type::Path(path) => path.path.segments.last().map(|segment| segment.ident.to_string()),
        Type::Reference(reference) => named(&reference.elem),
        _ => None,
    }
}

/// What a user of a type relies on: that it may grow, must be used, and what is derived.
fn marks(attributes: &[Attribute]) -> String {
    let marks = attributes.iter().filter(|one| {
        ["non_exhaustive", "must_use", "derive"]
            .iter()
            .any(|mark| one.path().is_ident(mark))
    });
    marks.map(|mark| text(mark) + " ").collect()
}

/// Tokens as people write them.
fn text(tokens: &impl ToTokens) -> String {
    let mut text = tokens.to_token_stream().to_string().replace('\n', " ");
    for (spaced, tight) in [
        (" :: ", "::"),
        (":: ", "::"),
        (" ::", "::"),
        ("& ", "&"),
        (" <", "<"),
        ("< ", "<"),
        (" >", ">"),
        (" (", "("),
        ("( ", "("),
        (" )", ")"),
        ("[ ", "["),
        (" ]", "]"),
        (" ,", ","),
        (" :", ":"),
        (" ;", ";"),
        ("# [", "#["),
        (",)", ")"),
    ] {
        text = text.replace(spaced, tight);
    }
    text
}

#[test]
fn only_what_is_public_is_listed() {
    let library = Library::of_files(&[
        ("src/lib.rs", "pub mod value; mod exact; pub use value::Period;"),
        (
            "src/value.rs",
            "mod period; pub use period::Period; pub(crate) struct Hidden; pub fn read(text: &str) -> Option<Period> { None }",
        ),
        (
            "src/value/period.rs",
            "#[derive(Clone)] #[non_exhaustive] pub struct Period { pub year: i32, month: u8 } \
             impl Period { pub const fn last(self) -> i32 { 1 } fn first(self) {} } impl Default for Period { }",
        ),
        ("src/exact.rs", "pub struct Real;"),
    ]);
    assert_eq!(
        page(&library),
        "use Period\nuse value::Period\nvalue::Period.year: i32\n\
         value::Period: #[derive(Clone)] #[non_exhaustive] struct\nvalue::Period: impl Default for Period\n\
         value::Period::last: const fn last(self) -> i32\nvalue::read: fn read(text: &str) -> Option<Period>\n"
    );
}
