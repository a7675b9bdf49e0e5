//! The public interface as text: `docs/api.txt`, compared by `.ci/more api`, and written by it under `API=write`.
//!
//! Read from the sources: what a public room declares or takes from its files, with public fields, variants, methods and
//! the traits that are written out or derived. Of what the macros of the library write, the tables say the rows (the names of
//! small enums, the functions that make reasons), and the text of the macro says what it writes for each table.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs, slice};

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::ParseStream;
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, Fields, Ident, ImplItem, Item, ItemImpl, ItemMacro, Meta, Token, Type, Visibility};

use crate::library::{Library, Module, flatten};

const PAGE: &str = "docs/api.txt";

#[test]
fn the_page_of_the_interface_is_what_is_public() {
    let text = page(&Library::here());
    let lines: BTreeSet<_> = text.lines().collect();
    for line in [
        "use Target",
        "growth::GrowthError::EmptySpan: variant",
        "dec!: macro ($literal:literal)",
        "rule::Status::ALL: const &'static [Self]",
        "rule::Status: impl core::str::FromStr for Status",
        "plan::Goal: impl Deserialize<'de> for Goal",
        "plan::ProblemKind::code: const fn code(&self) -> &'static str",
        "plan::ProblemKind::severity: const fn severity(&self) -> Severity",
        "report::Heading::Completion: variant",
        "value::decimal::deserialize: fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error>",
        "value::literal: #[doc(hidden)] const fn literal<T: Copy>(read: Result<T, &'static str>) -> T",
    ] {
        assert!(lines.contains(line), "{line}");
    }
    let private = [
        "value::Period.start: ",
        "impl TryFrom<decimal::Wire>",
        "impl From<super::Rule>",
    ];
    assert_eq!(private.map(|one| text.contains(one)), [false; 3]);
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
    let (public, mut lines) = public(library);
    for module in &library.modules {
        for item in &module.items {
            let written = match item {
                Item::Macro(table) => written_by(library, table),
                _ => Vec::new(),
            };
            let names = Names {
                sources: library,
                public: &public,
                from: &module.path,
            };
            for item in written.iter().chain([item]) {
                names.describe(item, &mut lines);
            }
        }
    }
    lines.into_iter().map(|line| line + "\n").collect()
}

/// A name, with the names of the modules that lead to it from the root.
type Place = Vec<String>;

/// What is public, by the place where it is declared, each with its place in a room; and a line for each import that shows it.
fn public(library: &Library) -> (BTreeMap<Place, String>, BTreeSet<String>) {
    let (mut public, mut lines) = (BTreeMap::new(), BTreeSet::new());
    for module in library.modules.iter().filter(|module| is_public(library, module)) {
        let room = module.path.join("::");
        for item in &module.items {
            match item {
                Item::Use(item) if is_pub(&item.vis) => {
                    let mut imports = Vec::new();
                    flatten(&item.tree, &mut Vec::new(), &mut imports);
                    for (path, name) in imports {
                        let place = joined(&room, &name);
                        let hidden = if is_hidden(&item.attrs) { ": #[doc(hidden)]" } else { "" };
                        lines.insert(format!("use {place}{hidden}"));
                        if let Some(declared) = resolve(library, &module.path, &path) {
                            let shown = public.entry(declared).or_insert_with(|| place.clone());
                            // The root shows again what is a room's.
                            if !shown.contains("::") {
                                *shown = place;
                            }
                        }
                    }
                }
                _ => {
                    if let Some(name) = declared(item) {
                        public.insert(below(&module.path, &name), joined(&room, &name));
                    }
                }
            }
        }
    }
    (public, lines)
}

/// Where that is declared to which a path leads from a module; none of what other crates declare.
fn resolve(library: &Library, from: &[String], path: &[String]) -> Option<Place> {
    let (first, rest) = path.split_first()?;
    match first.as_str() {
        "crate" => return resolve(library, &[], rest),
        "self" => return resolve(library, from, rest),
        "super" => return resolve(library, from.split_last()?.1, rest),
        _ => {}
    }
    let module = library.modules.iter().find(|module| module.path == from)?;
    let own = below(from, first);
    if rest.is_empty()
        && module
            .items
            .iter()
            .any(|item| name_of(item).is_some_and(|(_, name)| name == first))
    {
        return Some(own);
    }
    if library.modules.iter().any(|module| module.path == own) {
        return resolve(library, &own, rest);
    }
    let mut imports = Vec::new();
    for item in &module.items {
        if let Item::Use(item) = item {
            flatten(&item.tree, &mut Vec::new(), &mut imports);
        }
    }
    let mut imports = imports
        .into_iter()
        .filter(|(path, name)| name == first && *path != [name.as_str()]);
    imports.find_map(|(path, _)| resolve(library, from, &[&path, rest].concat()))
}

fn below(module: &[String], name: &str) -> Place {
    [module, slice::from_ref(&name.to_owned())].concat()
}

/// What a macro of the library writes beside the rows of a table: its own text without what it repeats for each row.
fn written_by(library: &Library, table: &ItemMacro) -> Vec<Item> {
    let rows: Vec<TokenTree> = table.mac.tokens.clone().into_iter().collect();
    let macros: &[&str] = match text(&table.mac.path).as_str() {
        _ if table.ident.is_some() => &[],
        "names" => &["names"],
        "errors" => &["errors"],
        "problems" => &["errors", "problems"],
        "headings" => &["headings"],
        "sets" => &["sets"],
        _ => &[],
    };
    let behind = |word: &str| {
        let is_it = |tree: &TokenTree| matches!(tree, TokenTree::Ident(own) if own == word);
        rows.windows(2).find_map(|two| is_it(&two[0]).then_some(&two[1]))
    };
    // What the names stand for that a macro gives to what it is told.
    let told = [
        ("type", behind("enum")),
        ("set", rows.first()),
        ("one", behind("of")),
        ("iter", behind("by")),
    ];
    let mut items = library
        .modules
        .iter()
        .flat_map(|module| &module.items)
        .filter_map(|item| match item {
            Item::Macro(item)
                if item
                    .ident
                    .as_ref()
                    .is_some_and(|name| macros.iter().any(|one| name == one)) =>
            {
                Some(item)
            }
            _ => None,
        })
        .flat_map(|item| {
            // Of the matched form, `=>` and what is written for it, the last.
            let Some(TokenTree::Group(body)) = item.mac.tokens.clone().into_iter().nth(3) else {
                return Vec::new();
            };
            syn::parse2::<syn::File>(once(body.stream(), &told)).unwrap().items
        })
        .collect::<Vec<_>>();
    // The enum itself stands in the table.
    items.retain(|item| matches!(item, Item::Impl(_)));
    items
}

/// The text of a macro for what it is told, without what it repeats.
fn once(text: TokenStream, told: &[(&str, Option<&TokenTree>)]) -> TokenStream {
    let mut plain = Vec::new();
    let mut trees = text.into_iter();
    while let Some(tree) = trees.next() {
        match tree {
            TokenTree::Punct(sign) if sign.as_char() == '$' => match trees.next() {
                Some(TokenTree::Group(_)) => {
                    // A separator may stand before the sign of how often.
                    trees.find(|tree| matches!(tree, TokenTree::Punct(sign) if "*+?".contains(sign.as_char())));
                }
                Some(TokenTree::Ident(name)) if name == "vis" => plain.extend(quote::quote!(pub)),
                Some(TokenTree::Ident(name)) => {
                    let stands_for = told.iter().find(|(own, _)| name == own).and_then(|(_, tree)| *tree);
                    plain.push(stands_for.cloned().unwrap_or(TokenTree::Ident(name)));
                }
                other => plain.extend(other),
            },
            TokenTree::Group(group) => {
                let inside = once(group.stream(), told);
                plain.push(Group::new(group.delimiter(), inside).into());
            }
            other => plain.push(other),
        }
    }
    plain.into_iter().collect()
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

/// The name of a public item.
fn declared(item: &Item) -> Option<String> {
    name_of(item)
        .filter(|(visibility, _)| is_pub(visibility))
        .map(|(_, name)| name.to_string())
}

/// The name of an item, with who sees it.
const fn name_of(item: &Item) -> Option<(&Visibility, &Ident)> {
    Some(match item {
        Item::Struct(item) => (&item.vis, &item.ident),
        Item::Enum(item) => (&item.vis, &item.ident),
        Item::Fn(item) => (&item.vis, &item.sig.ident),
        Item::Const(item) => (&item.vis, &item.ident),
        Item::Type(item) => (&item.vis, &item.ident),
        Item::Trait(item) => (&item.vis, &item.ident),
        _ => return None,
    })
}

/// Where the names that are written in a module lead.
#[derive(Clone, Copy)]
struct Names<'a> {
    sources: &'a Library,
    public: &'a BTreeMap<Place, String>,
    from: &'a [String],
}

impl<'a> Names<'a> {
    /// The public place of a name that is written here; none where it is private, or of another crate.
    fn place(self, path: &[String]) -> Option<&'a str> {
        let declared = resolve(self.sources, self.from, path)?;
        self.public.get(&declared).map(String::as_str)
    }

    /// The lines of an item, if it is public or gives something to what is.
    fn describe(self, item: &Item, lines: &mut BTreeSet<String>) {
        let place = declared(item).and_then(|name| self.place(&[name]));
        if let Some(place) = place {
            let mut take = |line: String| {
                lines.insert(line);
            };
            match item {
                Item::Struct(item) => {
                    take(format!("{place}: {}struct{}", marks(&item.attrs), text(&item.generics)));
                    fields(&item.fields, place, true, &mut take);
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
                Item::Fn(item) => {
                    let hidden = if is_hidden(&item.attrs) { "#[doc(hidden)] " } else { "" };
                    take(format!("{place}: {hidden}{}", text(&item.sig)));
                }
                Item::Const(item) => take(format!("{place}: const {}", text(&item.ty))),
                Item::Type(item) => take(format!("{place}: type{} = {}", text(&item.generics), text(&item.ty))),
                other => take(format!("{place}: {}", text(other))),
            }
        }
        match item {
            Item::Macro(table) => self.table(table, lines),
            Item::Impl(of) => self.given(of, lines),
            _ => {}
        }
    }

    /// The lines of a macro, or of a table that gives something to types beside it.
    fn table(self, table: &ItemMacro, lines: &mut BTreeSet<String>) {
        if let Some(name) = &table.ident {
            if table.attrs.iter().any(|one| one.path().is_ident("macro_export")) {
                let taken = table.mac.tokens.clone().into_iter().next();
                lines.insert(format!(
                    "{name}!: macro {}",
                    text(&taken).replace("$ ", "$").replace(": ", ":")
                ));
            }
            return;
        }
        let given: &dyn Fn(&str) -> String = match text(&table.mac.path).as_str() {
            "in_words" => &|_| "::words: const fn words(self, language: Language) -> &'static str".to_owned(),
            "alone" => &|name| format!(": impl Deserialize<'de> for {name}"),
            "nouns" => &|name| format!(": impl Serialize for {name}"),
            "written" => &|name| format!(": impl JsonSchema for {name}"),
            _ => return,
        };
        for noun in table.mac.parse_body_with(first_of_each_row).unwrap() {
            if let Some(place) = self.place(slice::from_ref(&noun)) {
                lines.insert(format!("{place}{}", given(&noun)));
            }
        }
    }

    /// The lines of what a block gives to a type, or to one of another crate by what is public here.
    fn given(self, of: &ItemImpl, lines: &mut BTreeSet<String>) {
        let Some(path) = path_of(&of.self_ty) else { return };
        let declared = resolve(self.sources, self.from, &path);
        let place = match &declared {
            Some(declared) => self.public.get(declared).map(String::as_str),
            None => path.last().map(String::as_str),
        };
        let Some(place) = place else { return };
        let Some(of_trait) = &of.trait_ else {
            if declared.is_some() {
                for part in &of.items {
                    part_of(place, part, lines);
                }
            }
            return;
        };
        let mut mentioned = Mentioned(Vec::new());
        mentioned.visit_path(&of_trait.0);
        let mut own = mentioned
            .0
            .iter()
            .filter_map(|path| resolve(self.sources, self.from, path))
            .peekable();
        let is_here = declared.is_some() || own.peek().is_some();
        if is_here && own.all(|declared| self.public.contains_key(&declared)) {
            lines.insert(format!("{place}: impl {} for {}", text(&of_trait.0), text(&of.self_ty)));
        }
    }
}

/// The paths that stand in one, it among them.
struct Mentioned(Vec<Place>);

impl<'a> Visit<'a> for Mentioned {
    fn visit_path(&mut self, path: &'a syn::Path) {
        self.0
            .push(path.segments.iter().map(|one| one.ident.to_string()).collect());
        visit::visit_path(self, path);
    }
}

/// The lines of one part of a block.
fn part_of(place: &str, part: &ImplItem, lines: &mut BTreeSet<String>) {
    match part {
        ImplItem::Fn(part) if is_pub(&part.vis) => {
            let hidden = if is_hidden(&part.attrs) { "#[doc(hidden)] " } else { "" };
            lines.insert(format!("{place}::{}: {hidden}{}", part.sig.ident, text(&part.sig)));
        }
        ImplItem::Const(part) if is_pub(&part.vis) => {
            lines.insert(format!("{place}::{}: const {}", part.ident, text(&part.ty)));
        }
        ImplItem::Macro(part) => {
            let table = match text(&part.mac.path).as_str() {
                "getters" => getters,
                "setters" => setters,
                _ => return,
            };
            let functions = part.mac.parse_body_with(table).unwrap();
            lines.extend(functions.into_iter().map(|line| format!("{place}::{line}")));
        }
        _ => {}
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

/// The name at the head of each row of a table that gives types something; rows end at a comma or a semicolon.
fn first_of_each_row(table: ParseStream<'_>) -> syn::Result<Vec<String>> {
    let mut nouns = Vec::new();
    while !table.is_empty() {
        table.call(Attribute::parse_outer)?;
        let noun = path_of(&table.parse::<Type>()?).and_then(|path| path.last().cloned());
        nouns.extend(noun);
        if table.parse::<Option<Token![:]>>()?.is_some() {
            table.parse::<Expr>()?;
        }
        if table.peek(Token![as]) {
            while !table.peek(Token![;]) {
                table.parse::<TokenTree>()?;
            }
            table.parse::<Token![;]>()?;
        } else {
            table.parse::<Token![,]>()?;
        }
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

/// The names of a type, or of what it refers to.
fn path_of(of: &Type) -> Option<Place> {
    match of {
        Type::Path(path) => Some(path.path.segments.iter().map(|one| one.ident.to_string()).collect()),
        Type::Reference(reference) => path_of(&reference.elem),
        _ => None,
    }
}

fn is_hidden(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|one| text(&one.meta) == "doc(hidden)")
}

/// What a user of a type relies on: that it may grow, must be used, and what is derived, by whichever feature.
fn marks(attributes: &[Attribute]) -> String {
    let each = attributes.iter().flat_map(|one| match &one.meta {
        Meta::List(list) if list.path.is_ident("cfg_attr") => {
            let list = list
                .parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)
                .unwrap();
            list.into_iter().skip(1).collect()
        }
        meta => vec![meta.clone()],
    });
    let (mut derived, mut others) = (Vec::new(), String::new());
    for mark in each {
        match mark {
            Meta::List(list) if list.path.is_ident("derive") => derived.push(text(&list.tokens)),
            mark if ["non_exhaustive", "must_use"]
                .iter()
                .any(|one| mark.path().is_ident(one)) =>
            {
                others.extend(["#[", &text(&mark), "] "]);
            }
            _ => {}
        }
    }
    if derived.is_empty() {
        others
    } else {
        format!("#[derive({})] {others}", derived.join(", "))
    }
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
        // How many a table lists is counted when it is compiled.
        ("[] . len()", "_"),
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
        (
            "src/lib.rs",
            "pub mod value; mod exact; pub use value::Period; pub use chrono::{self};",
        ),
        (
            "src/value.rs",
            "mod period; pub use period::Period; pub(crate) struct Hidden; pub fn read(text: &str) -> Option<Period> { None }",
        ),
        (
            "src/value/period.rs",
            "#[derive(Clone)] #[non_exhaustive] pub struct Period { pub year: i32, month: u8 } \
             impl Period { pub const fn last(self) -> i32 { 1 } fn first(self) {} } impl Default for Period { } \
             mod wire { struct Period; impl From<super::Period> for Period {} impl From<Period> for super::Period {} }",
        ),
        (
            "src/exact.rs",
            "use crate::value::Period; pub struct Real; impl From<Period> for u8 {} impl From<Real> for Period {} \
             #[macro_export] macro_rules! real { ($digits:literal) => {} }",
        ),
    ]);
    assert_eq!(
        page(&library),
        "real!: macro ($digits:literal)\nu8: impl From<Period> for u8\nuse Period\nuse chrono\nuse value::Period\nvalue::Period.year: i32\n\
         value::Period: #[derive(Clone)] #[non_exhaustive] struct\nvalue::Period: impl Default for Period\n\
         value::Period::last: const fn last(self) -> i32\nvalue::read: fn read(text: &str) -> Option<Period>\n"
    );
}
