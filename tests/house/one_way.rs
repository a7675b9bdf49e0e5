//! The files of the library import each other one way: they can be sorted so that each imports only those before it.
//!
//! A file imports the file that defines what it names, whichever doors (`mod.rs`, `lib.rs`) hand the name on: `crate::growth::ConstantGrowth`
//! is in `growth/constant_growth.rs`. A door that hands a name on does not import it by that; one whose own code uses it does. Methods need no import.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{Item, Visibility};

use crate::library::{Library, Module, flatten, paths};

/// The files that each file imports, each with the line of the first path that does.
type Imports = BTreeMap<String, BTreeMap<String, usize>>;

/// Doors whose code uses what is behind them, while some file behind them uses that code. A door's own files are no imports of these. The list
/// only becomes shorter: code moves into a file behind the door.
const DOORS_WITH_CODE: [&str; 3] = ["src/batch/mod.rs", "src/rule/mod.rs", "src/value/mod.rs"];

#[test]
fn no_file_imports_itself_by_way_of_others() {
    let mut imports = imports(&Library::here());
    assert!(imports.len() > 100, "{} files import others", imports.len());
    for door in DOORS_WITH_CODE {
        assert!(
            reached(&imports, door).contains(door),
            "{door} is in no circle: take it from the list"
        );
    }
    for door in DOORS_WITH_CODE {
        let room = door.trim_end_matches("mod.rs");
        let of_door = imports.get_mut(door);
        of_door.unwrap().retain(|file, _| !file.starts_with(room));
    }
    let circles = circles(&imports);
    assert!(circles.is_empty(), "\n{}", circles.join("\n"));
}

/// What a name stands for in a module.
enum Named {
    Module,
    Item,
    Import(Vec<String>),
}

/// The names of a module.
#[derive(Default)]
struct Scope<'a> {
    file: &'a str,
    names: BTreeMap<String, Vec<Named>>,
    /// What it imports as a whole.
    globs: Vec<Vec<String>>,
}

impl Scope<'_> {
    fn declare(&mut self, item: &Item) {
        let name = match item {
            Item::Mod(item) => return self.name(item.ident.to_string(), Named::Module),
            Item::Use(item) => {
                let mut imports = Vec::new();
                flatten(&item.tree, &mut Vec::new(), &mut imports);
                for (path, name) in imports {
                    match &*name {
                        "*" => self.globs.push(path),
                        _ => self.name(name, Named::Import(path)),
                    }
                }
                return;
            }
            Item::Const(item) => &item.ident,
            Item::Enum(item) => &item.ident,
            Item::Fn(item) => &item.sig.ident,
            Item::Macro(item) => match &item.ident {
                Some(name) => name,
                None => return,
            },
            Item::Static(item) => &item.ident,
            Item::Struct(item) => &item.ident,
            Item::Trait(item) => &item.ident,
            Item::Type(item) => &item.ident,
            _ => return,
        };
        self.name(name.to_string(), Named::Item);
    }

    fn name(&mut self, name: String, named: Named) {
        self.names.entry(name).or_default().push(named);
    }
}

/// The names of every module, by its path.
struct Scopes<'a>(BTreeMap<Vec<String>, Scope<'a>>);

impl<'a> Scopes<'a> {
    fn of(library: &'a Library) -> Self {
        let mut scopes: BTreeMap<Vec<String>, Scope<'_>> = BTreeMap::new();
        for module in &library.modules {
            let scope = scopes.entry(module.path.clone()).or_default();
            scope.file = &module.file;
            module.items.iter().for_each(|item| scope.declare(item));
            for name in module.items.iter().filter_map(exported_macro) {
                let path = [module.path.as_slice(), std::slice::from_ref(&name)].concat();
                let root = scopes.entry(Vec::new()).or_default();
                root.name(name, Named::Import(path));
            }
        }
        Self(scopes)
    }

    /// The files that define what a path names, where it is written in a module. `passes` is how many names may still be handed on.
    fn files(&self, module: &[String], path: &[String], passes: usize) -> BTreeSet<&'a str> {
        let Some(scope) = self.0.get(module) else {
            return BTreeSet::new();
        };
        let Some((first, rest)) = path.split_first() else {
            // A door is known by what is behind it.
            return BTreeSet::from_iter((!is_door(scope.file)).then_some(scope.file));
        };
        match (&**first, module.split_last(), passes.checked_sub(1)) {
            ("crate", ..) => self.files(&[], rest, passes),
            ("self", ..) => self.files(module, rest, passes),
            ("super", Some((_, parent)), _) => self.files(parent, rest, passes),
            ("*", ..) => BTreeSet::from([scope.file]),
            (name, _, Some(passes)) => match scope.names.get(name) {
                Some(named) => self.files_of(named, module, path, passes),
                // What only a macro defines is of this file too.
                None => self
                    .files_by_globs(scope, module, path, passes)
                    .unwrap_or_else(|| BTreeSet::from([scope.file])),
            },
            _ => BTreeSet::new(),
        }
    }

    fn files_by_globs(
        &self,
        scope: &Scope<'_>,
        module: &[String],
        path: &[String],
        passes: usize,
    ) -> Option<BTreeSet<&'a str>> {
        let globs = scope.globs.iter();
        let files = globs.flat_map(|glob| self.files(module, &[glob, path].concat(), passes));
        Some(files.collect()).filter(|files: &BTreeSet<_>| !files.is_empty())
    }

    /// The same of a path whose first name stands for these.
    fn files_of(&self, named: &[Named], module: &[String], path: &[String], passes: usize) -> BTreeSet<&'a str> {
        let (first, rest) = path.split_at(1);
        let leads_on = !rest.is_empty() && named.iter().any(|named| matches!(named, Named::Module));
        let file = self.0.get(module).map(|scope| scope.file);
        let files = named.iter().flat_map(|named| match named {
            Named::Module => self.files(&[module, first].concat(), rest, passes),
            _ if leads_on => BTreeSet::new(),
            Named::Import(path) if self.is_foreign(module, path) => BTreeSet::new(),
            Named::Import(path) => self.files(module, &[path, rest].concat(), passes),
            Named::Item => file.into_iter().collect(),
        });
        files.collect()
    }

    /// Whether the first name of an import is that of another crate.
    fn is_foreign(&self, module: &[String], path: &[String]) -> bool {
        let is_here = |first: &String| {
            let scope = self.0.get(module);
            ["crate", "self", "super"].contains(&&**first) || scope.is_some_and(|scope| scope.names.contains_key(first))
        };
        !path.first().is_some_and(is_here)
    }
}

fn is_door(file: &str) -> bool {
    file.ends_with("/mod.rs") || file == "src/lib.rs"
}

fn exported_macro(item: &Item) -> Option<String> {
    let Item::Macro(item) = item else { return None };
    let is_exported = item
        .attrs
        .iter()
        .any(|attribute| attribute.path().is_ident("macro_export"));
    item.ident.as_ref().filter(|_| is_exported).map(ToString::to_string)
}

fn imports(library: &Library) -> Imports {
    let scopes = Scopes::of(library);
    let mut imports = Imports::new();
    for module in &library.modules {
        for (path, line) in written(module) {
            for file in scopes.files(&module.path, &path, 8) {
                if file != module.file {
                    let of_file = imports.entry(module.file.clone()).or_default();
                    let first = of_file.entry(file.to_owned()).or_insert(line);
                    *first = line.min(*first);
                }
            }
        }
    }
    imports
}

/// The paths by which the code of a module names something, each with its line.
fn written(module: &Module) -> Vec<(Vec<String>, usize)> {
    let code = |item: &&Item| !matches!(item, Item::Use(_) | Item::Mod(_));
    let mut names = BTreeSet::new();
    for item in module.items.iter().filter(code) {
        collect_names(item.to_token_stream(), &mut names);
    }
    let mut written = Vec::new();
    for item in &module.items {
        match item {
            Item::Use(item) if !matches!(item.vis, Visibility::Inherited) => {
                let mut imports = Vec::new();
                flatten(&item.tree, &mut Vec::new(), &mut imports);
                let used = imports.into_iter().filter(|(_, name)| names.contains(name));
                let line = item.use_token.span.start().line;
                written.extend(used.map(|(path, _)| (path, line)));
            }
            Item::Mod(_) => {}
            _ => written.extend(paths(item).iter().map(|path| {
                let names = path.iter().map(|part| part.name.clone()).collect();
                (names, path.first().map_or(0, |part| part.line))
            })),
        }
    }
    written
}

fn collect_names(tokens: TokenStream, names: &mut BTreeSet<String>) {
    for tree in tokens {
        match tree {
            TokenTree::Group(group) => collect_names(group.stream(), names),
            TokenTree::Ident(name) => drop(names.insert(name.to_string())),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// For all files that import each other in the end, a shortest circle among them, and how many they are.
fn circles(imports: &Imports) -> Vec<String> {
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        imports.keys().map(|file| (&**file, reached(imports, file))).collect();
    let reaches = |from: &str, to: &str| reached.get(from).is_some_and(|files| files.contains(to));
    let mut circles = Vec::new();
    let mut told = BTreeSet::new();
    for file in imports.keys().filter(|file| reaches(file, file)) {
        let members: Vec<&str> = imports.keys().map(String::as_str).collect();
        let members: Vec<&str> = members
            .into_iter()
            .filter(|other| reaches(file, other) && reaches(other, file))
            .collect();
        if told.insert(members.clone()) {
            let shortest = members.iter().filter_map(|member| way_back(imports, member));
            let shortest = shortest.min_by_key(Vec::len).unwrap_or_default();
            circles.push(format!(
                "{} files: {}\n  all: {}",
                members.len(),
                shortest.join(" → "),
                members.join(" ")
            ));
        }
    }
    circles
}

fn reached<'a>(imports: &'a Imports, file: &str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut queue: Vec<&str> = imports
        .get(file)
        .into_iter()
        .flatten()
        .map(|(file, _)| &**file)
        .collect();
    while let Some(file) = queue.pop() {
        if reached.insert(file) {
            queue.extend(imports.get(file).into_iter().flatten().map(|(file, _)| &**file));
        }
    }
    reached
}

/// The shortest circle that begins with a file: the files, each with the line that imports the next.
fn way_back(imports: &Imports, start: &str) -> Option<Vec<String>> {
    let mut ways = VecDeque::from([(start, Vec::new())]);
    let mut seen = BTreeSet::new();
    while let Some((file, way)) = ways.pop_front() {
        for (next, line) in imports.get(file).into_iter().flatten() {
            let way = [way.as_slice(), &[format!("{file}:{line}")]].concat();
            if next == start {
                return Some([way.as_slice(), &[start.to_owned()]].concat());
            }
            if seen.insert(&**next) {
                ways.push_back((next, way));
            }
        }
    }
    None
}

/// The circles of a small crate in which the given files are replaced or added.
fn found(files: &[(&str, &str)]) -> Vec<String> {
    let small = [
        (
            "src/lib.rs",
            "pub mod value; pub mod growth; pub use growth::Pace; pub use value::rate::Rate as Speed;",
        ),
        ("src/value/mod.rs", "pub mod rate; mod years; pub use years::Years;"),
        (
            "src/value/rate.rs",
            "pub struct Rate; #[macro_export] macro_rules! rate { () => {} }",
        ),
        ("src/value/years.rs", "pub struct Years;"),
        (
            "src/growth/mod.rs",
            "mod pace; mod ratio; mod tie; pub use pace::Pace; pub(crate) use ratio::{Ratio, Tie as Even};",
        ),
        ("src/growth/pace.rs", "pub struct Pace;"),
        ("src/growth/ratio.rs", "pub struct Ratio; pub use super::tie::Tie;"),
        ("src/growth/tie.rs", "pub struct Tie;"),
    ];
    circles(&imports(&Library::of_files(&[&small, files].concat())))
}

#[test]
fn circles_are_found_however_long_they_are() {
    #[rustfmt::skip]
    let cases = [
        ("two files", &[
            ("src/growth/pace.rs", "use super::ratio::Ratio;"),
            ("src/growth/ratio.rs", "pub struct Ratio;\nfn pace(_: super::pace::Pace) {}"),
        ][..], "2 files: src/growth/pace.rs:1 → src/growth/ratio.rs:2 → src/growth/pace.rs"),
        ("three files", &[
            ("src/growth/pace.rs", "pub struct Pace;\nuse super::ratio::Ratio;"),
            ("src/growth/ratio.rs", "pub struct Ratio; use super::tie::Tie;"),
            ("src/growth/tie.rs", "pub struct Tie; use super::pace::Pace;"),
        ], "3 files: src/growth/pace.rs:2 → src/growth/ratio.rs:1 → src/growth/tie.rs:1 → src/growth/pace.rs"),
        ("three files of two rooms", &[
            ("src/value/rate.rs", "pub struct Rate; use crate::growth;\nfn a() { growth::pace::slow() }"),
            ("src/growth/pace.rs", "pub struct Pace; use {crate::{value::{years::{Years}}}};"),
            ("src/value/years.rs", "pub struct Years; struct A { #[serde(with = \"super::rate::wire\")] a: u8 }"),
        ], "3 files: src/growth/pace.rs:1 → src/value/years.rs:1 → src/value/rate.rs:2 → src/growth/pace.rs"),
        ("names that doors hand on", &[
            ("src/growth/pace.rs", "pub struct Pace; use crate::growth::Even;"),
            ("src/growth/tie.rs", "pub struct Tie; use crate::Pace as Other;"),
        ], "2 files: src/growth/pace.rs:1 → src/growth/tie.rs:1 → src/growth/pace.rs"),
        ("a macro", &[
            ("src/value/rate.rs", "#[macro_export] macro_rules! rate { () => { $crate::value::Years } }"),
            ("src/value/years.rs", "pub struct Years; const A: u8 = crate::rate!();"),
        ], "2 files: src/value/rate.rs:1 → src/value/years.rs:1 → src/value/rate.rs"),
        ("all names of a file", &[
            ("src/growth/pace.rs", "pub struct Pace; use super::tie::*;"),
            ("src/growth/tie.rs", "mod inside { use super::*; fn a(_: super::super::Pace) {} }"),
        ], "2 files: src/growth/pace.rs:1 → src/growth/tie.rs:1 → src/growth/pace.rs"),
        ("a door with code", &[
            ("src/value/mod.rs", "pub mod rate; mod years; pub use years::Years; fn a(_: Years) {} pub struct Error;"),
            ("src/value/years.rs", "pub struct Years; use super::Error;"),
        ], "2 files: src/value/mod.rs:1 → src/value/years.rs:1 → src/value/mod.rs"),
    ];
    for (name, files, circle) in cases {
        let circles = found(files);
        let first = circles.first().and_then(|found| found.lines().next());
        assert_eq!(first, Some(circle), "{name}: {circles:?}");
        assert_eq!(circles.len(), 1, "{name}: {circles:?}");
    }
}

#[test]
fn files_without_a_circle() {
    #[rustfmt::skip]
    let cases = [
        ("as they are", &[][..]),
        ("tests", &[
            ("src/growth/pace.rs", "pub struct Pace; #[cfg(test)] mod tests { use crate::growth::Ratio; }"),
            ("src/growth/ratio.rs", "pub struct Ratio; use crate::Pace;"),
        ]),
        ("documentation", &[
            ("src/growth/pace.rs", "/// See [`Ratio`](super::ratio::Ratio).\npub struct Pace; // use super::Ratio;"),
            ("src/growth/ratio.rs", "pub struct Ratio; use crate::Pace;"),
        ]),
        ("methods", &[
            ("src/growth/pace.rs", "pub struct Pace; impl Pace { fn a(&self) -> u8 { self.ratio().tie } }"),
            ("src/growth/ratio.rs", "pub struct Ratio; impl super::Pace { fn ratio(&self) {} }"),
        ]),
        ("a door that hands names on", &[
            ("src/value/mod.rs", "pub mod rate; mod years; pub use years::Years; use rust_decimal::Decimal; pub struct Error;"),
            ("src/value/years.rs", "pub struct Years; use super::{Decimal, Error};"),
        ]),
        ("other crates", &[
            ("src/growth/pace.rs", "pub struct Pace; use ratio::Ratio; fn a() { ::ratio::b() }"),
            ("src/growth/ratio.rs", "pub struct Ratio; use crate::Pace;"),
        ]),
        ("a module inside", &[
            ("src/growth/pace.rs", "pub struct Pace; use inside::A; mod inside { pub struct A; use super::Pace; }"),
        ]),
    ];
    for (name, files) in cases {
        assert_eq!(found(files), [""; 0], "{name}");
    }
}
