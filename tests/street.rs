//! The library is one street of rooms, and a room imports only rooms to its left.
//!
//! The test follows the `mod` declarations from `src/lib.rs` and looks at every path that leaves its room: `crate::…`, `super::…`,
//! `$crate::…`, in imports, in code, in macros and in the strings of attributes. Names that `lib.rs` re-exports and macros that a
//! room exports count as the room that they come from. Modules under `#[cfg(test)]` and documentation may look anywhere.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{fs, io};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{Item, ItemMod, UseTree};

/// From left to right.
const STREET: [&str; 12] = [
    "value",
    "growth",
    "trajectory",
    "series",
    "plan",
    "progress",
    "evidence",
    "rule",
    "assessment",
    "rollup",
    "report",
    "batch",
];

/// Names that say nothing of what is inside.
const DRAWERS: [&str; 8] = ["util", "utils", "helper", "helpers", "type", "types", "common", "misc"];

/// The text of every source file, by its path.
type Sources = BTreeMap<String, String>;

#[test]
fn a_room_imports_only_rooms_to_its_left() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Sources::new();
    read(root, "src", &mut sources).unwrap();
    let complaints = complaints(&sources);
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

fn read(root: &Path, folder: &str, sources: &mut Sources) -> io::Result<()> {
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            read(root, &path, sources)?;
        } else {
            sources.insert(path, fs::read_to_string(entry.path())?);
        }
    }
    Ok(())
}

/// Everything that is wrong with the street, by file and line.
fn complaints(sources: &Sources) -> Vec<String> {
    let mut walk = Walk {
        sources,
        reached: BTreeSet::new(),
        doors: BTreeMap::new(),
        imports: Vec::new(),
        complaints: Vec::new(),
    };
    walk.file("src/lib.rs", &[]);
    walk.unreached_files();
    walk.drawers();
    walk.imports_to_the_right();
    walk.complaints.dedup();
    walk.complaints
}

struct Walk<'a> {
    sources: &'a Sources,
    reached: BTreeSet<String>,
    /// The names at the root of the crate, with the room behind each; none behind those of other crates.
    doors: BTreeMap<String, Option<String>>,
    imports: Vec<Import>,
    complaints: Vec<String>,
}

/// A path that begins at the root of the crate, written in a room.
struct Import {
    at: String,
    room: String,
    /// The first name of the path; none for the whole root.
    door: Option<String>,
}

/// Where something is written.
#[derive(Clone, Copy)]
struct Place<'a> {
    file: &'a str,
    module: &'a [String],
    /// The line, where the tokens do not know it themselves.
    line: Option<usize>,
}

impl Walk<'_> {
    fn file(&mut self, file: &str, module: &[String]) {
        self.reached.insert(file.to_owned());
        let Some(text) = self.sources.get(file) else {
            return self.complaints.push(format!("{file}: there is no such file"));
        };
        match syn::parse_file(text) {
            Ok(parsed) => self.items(&parsed.items, file, module),
            Err(error) => self.complaints.push(format!("{file}: {error}")),
        }
    }

    fn items(&mut self, items: &[Item], file: &str, module: &[String]) {
        for item in items {
            let tokens = item.to_token_stream();
            match item {
                Item::Mod(item) => self.module(item, file, module),
                _ if is_for_tests(tokens.clone()) => {}
                _ if module.is_empty() => self.front_door(item, file),
                _ => {
                    self.exported_macro(item, module);
                    let line = None;
                    self.scan(tokens, Place { file, module, line });
                }
            }
        }
    }

    fn module(&mut self, item: &ItemMod, file: &str, parent: &[String]) {
        let name = item.ident.to_string();
        let module = [parent, std::slice::from_ref(&name)].concat();
        let path = format!("src/{}", module.join("/"));
        let own_file = [format!("{path}.rs"), format!("{path}/mod.rs")]
            .into_iter()
            .find(|own_file| self.sources.contains_key(own_file));
        if is_for_tests(item.to_token_stream()) {
            let below = self.sources.keys().filter(|key| key.starts_with(&format!("{path}/")));
            self.reached.extend(own_file.into_iter().chain(below.cloned()));
            return;
        }
        if parent.is_empty() {
            self.doors.insert(name.clone(), Some(name.clone()));
            if !STREET.contains(&&*name) {
                self.complaints
                    .push(format!("{file}: `{name}` is no room of the street"));
            }
        }
        if item.content.is_some() && DRAWERS.contains(&&*name) {
            self.complaints
                .push(format!("{file}: the name `{name}` does not say what is inside"));
        }
        match (&item.content, own_file) {
            (Some((_, items)), _) => self.items(items, file, &module),
            (None, Some(own_file)) => self.file(&own_file, &module),
            (None, None) => self.complaints.push(format!("{file}: module `{name}` has no file")),
        }
    }

    /// What `lib.rs` may hold beside modules: re-exports, each by its name.
    fn front_door(&mut self, item: &Item, file: &str) {
        match item {
            Item::Use(item) => {
                let mut exports = Vec::new();
                flatten(&item.tree, &mut Vec::new(), &mut exports);
                for (path, name) in exports {
                    let from = path.into_iter().find(|part| !["crate", "self"].contains(&&**part));
                    let room = from.filter(|from| STREET.contains(&&**from));
                    if name == "*" {
                        self.complaints
                            .push(format!("{file}: re-exports are written by name, not as `*`"));
                    }
                    self.doors.insert(name, room);
                }
            }
            Item::ExternCrate(item) if item.ident != "self" => {
                self.doors.insert(item.ident.to_string(), None);
            }
            _ => self.complaints.push(format!(
                "{file}: the front door holds modules and re-exports, nothing else"
            )),
        }
    }

    fn exported_macro(&mut self, item: &Item, module: &[String]) {
        if let Item::Macro(item) = item {
            let is_exported = item
                .attrs
                .iter()
                .any(|attribute| attribute.path().is_ident("macro_export"));
            if let (true, Some(name)) = (is_exported, &item.ident) {
                self.doors.insert(name.to_string(), module.first().cloned());
            }
        }
    }

    /// Finds the paths in tokens that reach the root of the crate.
    fn scan(&mut self, tokens: TokenStream, place: Place<'_>) {
        let trees: Vec<TokenTree> = tokens.into_iter().collect();
        let mut rest = trees.as_slice();
        while let Some((tree, after)) = rest.split_first() {
            let here = rest;
            rest = after;
            match (tree, after) {
                (hash, [TokenTree::Group(attribute), after @ ..]) if is_sign(hash, '#') => {
                    self.attribute(attribute.stream(), place);
                    rest = after;
                }
                (TokenTree::Group(group), _) => self.scan(group.stream(), place),
                (TokenTree::Ident(start), _) if ["crate", "super", "self"].iter().any(|name| start == name) => {
                    let mut paths = Vec::new();
                    rest = step(here, &[], &mut paths);
                    for path in paths {
                        self.leave(&path, place);
                    }
                }
                _ => {}
            }
        }
    }

    /// Attributes name paths in strings, as `#[serde(with = "crate::value::decimal")]` does.
    fn attribute(&mut self, tokens: TokenStream, place: Place<'_>) {
        let mut queue: Vec<TokenTree> = tokens.into_iter().collect();
        if matches!(queue.first(), Some(TokenTree::Ident(name)) if name == "doc") {
            return;
        }
        self.scan(queue.iter().cloned().collect(), place);
        while let Some(tree) = queue.pop() {
            match tree {
                TokenTree::Group(group) => queue.extend(group.stream()),
                TokenTree::Literal(literal) => {
                    let line = Some(place.line.unwrap_or(literal.span().start().line));
                    if let Ok(tokens) = literal.to_string().trim_matches('"').parse() {
                        self.scan(tokens, Place { line, ..place });
                    }
                }
                _ => {}
            }
        }
    }

    /// Notes a path if it leaves its room by way of the root.
    fn leave(&mut self, path: &[Part], place: Place<'_>) {
        let Some((room, line)) = place.module.first().zip(path.first().map(|start| start.line)) else {
            return;
        };
        let mut module = place.module.to_vec();
        let mut door = None;
        for part in path {
            match &*part.name {
                "crate" => module.clear(),
                "super" => drop(module.pop()),
                "self" => {}
                _ => {
                    door = Some(part);
                    break;
                }
            }
        }
        if module.is_empty() {
            let line = place.line.unwrap_or_else(|| door.map_or(line, |door| door.line));
            self.imports.push(Import {
                at: format!("{}:{line}", place.file),
                room: room.clone(),
                door: door.map(|door| door.name.clone()).filter(|name| name != "*"),
            });
        }
    }

    fn imports_to_the_right(&mut self) {
        for Import { at, room, door } in &self.imports {
            let Some(door) = door else {
                self.complaints
                    .push(format!("{at}: room {room} may not know the whole crate"));
                continue;
            };
            match self.doors.get(door) {
                Some(Some(other)) if position(other) > position(room) => {
                    self.complaints.push(format!("{at}: room {room} may not know {other}"));
                }
                Some(_) => {}
                None => self.complaints.push(format!(
                    "{at}: `{door}` is neither a room nor a name that `src/lib.rs` re-exports"
                )),
            }
        }
    }

    fn unreached_files(&mut self) {
        let unreached = self.sources.keys().filter(|path| !self.reached.contains(*path));
        self.complaints
            .extend(unreached.map(|path| format!("{path}: no module declares this file")));
    }

    fn drawers(&mut self) {
        for path in self.sources.keys() {
            let is_drawer = |part: &str| DRAWERS.contains(&part.trim_end_matches(".rs"));
            if path.split('/').any(is_drawer) {
                self.complaints
                    .push(format!("{path}: the name does not say what is inside"));
            }
        }
    }
}

fn position(room: &str) -> Option<usize> {
    STREET.iter().position(|other| *other == room)
}

/// Whether the attributes at the head of an item compile it for tests alone.
fn is_for_tests(item: TokenStream) -> bool {
    let mut tokens = item.into_iter();
    while let (Some(TokenTree::Punct(_)), Some(TokenTree::Group(attribute))) = (tokens.next(), tokens.next()) {
        let text = attribute.stream().to_string().replace(' ', "");
        if ["cfg(test)", "cfg(all(test,", "cfg(doctest)"]
            .iter()
            .any(|start| text.starts_with(start))
        {
            return true;
        }
    }
    false
}

/// The names that an import brings in, each with the path that it comes from.
fn flatten(tree: &UseTree, path: &mut Vec<String>, exports: &mut Vec<(Vec<String>, String)>) {
    match tree {
        UseTree::Path(tree) => {
            path.push(tree.ident.to_string());
            flatten(&tree.tree, path, exports);
            path.pop();
        }
        UseTree::Group(tree) => tree.items.iter().for_each(|tree| flatten(tree, path, exports)),
        UseTree::Name(tree) if tree.ident == "self" => {
            exports.extend(path.last().cloned().map(|name| (path.clone(), name)));
        }
        UseTree::Name(tree) => {
            let path = [path, std::slice::from_ref(&tree.ident.to_string())].concat();
            exports.push((path, tree.ident.to_string()));
        }
        UseTree::Rename(tree) => {
            let path = [path, std::slice::from_ref(&tree.ident.to_string())].concat();
            exports.push((path, tree.rename.to_string()));
        }
        UseTree::Glob(_) => exports.push((path.clone(), "*".to_owned())),
    }
}

/// One name in a path.
#[derive(Clone)]
struct Part {
    name: String,
    line: usize,
}

impl Part {
    fn new(tree: &TokenTree) -> Self {
        Self {
            name: tree.to_string(),
            line: tree.span().start().line,
        }
    }
}

/// Takes the next step of a path, through every branch of a group, to its ends; what stands behind the path is returned.
fn step<'a>(tokens: &'a [TokenTree], path: &[Part], paths: &mut Vec<Vec<Part>>) -> &'a [TokenTree] {
    match tokens {
        [TokenTree::Group(group), rest @ ..] if group.delimiter() == Delimiter::Brace => {
            let inside: Vec<TokenTree> = group.stream().into_iter().collect();
            for branch in inside.split(|tree| is_sign(tree, ',')) {
                step(branch, path, paths);
            }
            rest
        }
        [star, rest @ ..] if is_sign(star, '*') => {
            paths.push([path, &[Part::new(star)]].concat());
            rest
        }
        [name @ TokenTree::Ident(_), rest @ ..] => follow(rest, [path, &[Part::new(name)]].concat(), paths),
        _ => {
            paths.extend((!path.is_empty()).then(|| path.to_vec()));
            tokens
        }
    }
}

/// Goes on behind a name. A lone `crate` or `super` is a path only where it is renamed: elsewhere it is the visibility of an item.
fn follow<'a>(tokens: &'a [TokenTree], path: Vec<Part>, paths: &mut Vec<Vec<Part>>) -> &'a [TokenTree] {
    match tokens {
        [first, second, rest @ ..] if is_sign(first, ':') && is_sign(second, ':') => step(rest, &path, paths),
        _ => {
            let is_renamed = matches!(tokens.first(), Some(TokenTree::Ident(word)) if word == "as");
            if path.len() > 1 || is_renamed {
                paths.push(path);
            }
            tokens
        }
    }
}

fn is_sign(tree: &TokenTree, sign: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == sign)
}

/// What is found in a small crate of three rooms in which the given files are replaced or added.
fn found(files: &[(&str, &str)]) -> Vec<String> {
    let library = [
        (
            "src/lib.rs",
            "extern crate alloc; pub mod value; pub mod growth; pub mod plan; pub use chrono::{self, NaiveDate};
            pub use growth::Pace as Speed; pub use crate::plan::{Plan, wire};",
        ),
        ("src/value/mod.rs", "mod rate;"),
        (
            "src/value/rate.rs",
            "#[macro_export] macro_rules! rate { () => { $crate::value::Rate } }",
        ),
        ("src/growth.rs", ""),
        ("src/plan/mod.rs", "mod target;"),
        ("src/plan/target.rs", "#[macro_export] macro_rules! target { () => {} }"),
    ];
    let owned = |&(path, text): &(&str, &str)| (path.to_owned(), text.to_owned());
    let mut sources: Sources = library.iter().map(owned).collect();
    sources.extend(files.iter().map(owned));
    complaints(&sources)
}

#[test]
fn a_street_without_a_fault() {
    #[rustfmt::skip]
    let cases = [
        ("nothing", "src/growth.rs", ""),
        ("a room to the left", "src/plan/target.rs", "use crate::growth::{Pace, step::{self, Step}};"),
        ("its own room", "src/value/mod.rs", "mod rate; use crate::value::rate::Rate; use self::rate::Rate as Other;"),
        ("its own room, from below", "src/value/mod.rs", "mod rate; mod a { use super::*; mod b { use super::super::A; } }"),
        ("a re-export from the left", "src/plan/target.rs", "use crate::Speed;"),
        ("a macro from the left", "src/growth.rs", "const HALF: u8 = crate::rate!();"),
        ("other crates", "src/growth.rs", "use crate::{NaiveDate, chrono::Days, alloc::vec::Vec}; use plan::Plan;"),
        ("visibility", "src/growth.rs", "pub(crate) fn a() {} pub(super) struct B; pub(in crate::growth) struct C;"),
        ("documentation", "src/growth.rs", "/// See [`crate::plan`].\n#[doc = \"crate::plan\"] struct A; // use crate::plan;"),
        ("text", "src/growth.rs", "const A: &str = \"crate::plan::Plan\";"),
        ("receivers", "src/growth.rs", "impl A { fn a(self) -> u8 { self as u8 } fn b(&self) -> u8 { self.plan } }"),
        ("tests", "src/growth.rs", "#[cfg(test)] mod tests { use crate::plan::Plan; }"),
        ("tests of a feature", "src/growth.rs", "#[cfg(all(test, feature = \"serde\"))] use crate::plan::Plan;"),
    ];
    for (name, file, text) in cases {
        assert_eq!(found(&[(file, text)]), [""; 0], "{name}");
    }
    let tests_in_files = [
        ("src/value/mod.rs", "mod rate; #[cfg(test)] mod tests;"),
        ("src/value/tests/mod.rs", "mod more; use crate::plan::Plan;"),
        ("src/value/tests/more.rs", "use crate::plan::Plan;"),
    ];
    assert_eq!(found(&tests_in_files), [""; 0]);
}

#[test]
fn a_room_that_looks_to_its_right() {
    #[rustfmt::skip]
    let cases = [
        ("import", "use crate::plan::Plan;", "1: plan"),
        ("whole room", "use crate::plan;", "1: plan"),
        ("all of a room", "use crate::plan::*;", "1: plan"),
        ("another name", "use crate::plan as promise;", "1: plan"),
        ("public import", "pub use crate::plan::Plan;", "1: plan"),
        ("group", "use crate::{growth,\n value::Rate,\n plan::{self, Plan as P}};", "1: growth, 3: plan"),
        ("group in a group", "use crate::{value::{a, b::{c}}, {growth::{d}}};", "1: growth"),
        ("super", "use super::super::plan::Plan;", "1: plan"),
        ("super in a group", "use super::{super::{plan}, Rate};", "1: plan"),
        ("self and super", "use self::super::super::plan;", "1: plan"),
        ("module inside", "mod a { mod b {\n use super::super::super::super::plan; } }", "2: plan"),
        ("re-export", "use crate::Plan;", "1: plan"),
        ("renamed re-export", "use crate::Speed;", "1: growth"),
        ("re-exported module", "use crate::wire::read;", "1: plan"),
        ("exported macro", "fn a() { crate::target!() }", "1: plan"),
        ("type", "fn a(_: &[crate::plan::Plan]) {}", "1: plan"),
        ("argument of a type", "type A = crate::value::B<crate::plan::Plan>;", "1: plan"),
        ("argument of a call", "fn a() { crate::value::b::<super::super::growth::C>() }", "1: growth"),
        ("pattern", "fn a() { match b {\n crate::plan::Goal::Keep => {} } }", "2: plan"),
        ("import in a function", "fn a() { use crate::plan; }", "1: plan"),
        ("trait", "impl crate::plan::Promise for A {}", "1: plan"),
        ("argument of a macro", "fn a() {\n matches!(b, crate::plan::Goal::Keep) }", "2: plan"),
        ("macro", "macro_rules! a { () => { $crate::plan::Plan } }", "1: plan"),
        ("attribute", "#[derive(crate::plan::Macro)] struct A;", "1: plan"),
        ("text of an attribute", "struct A {\n #[serde(with = \"crate::plan::wire\")] b: u8 }", "2: plan"),
        ("tests and the rest", "#[cfg(any(test, feature = \"serde\"))] use crate::plan;", "1: plan"),
        ("whole crate", "use crate::*;", "1: the whole crate"),
        ("whole crate by super", "use super::super::*;", "1: the whole crate"),
        ("renamed crate", "use crate as milepost;", "1: the whole crate"),
        ("renamed in a group", "use crate::{self as milepost};", "1: the whole crate"),
    ];
    for (name, text, lines) in cases {
        let lines: Vec<String> = lines
            .split(", ")
            .filter_map(|line| line.split_once(": "))
            .map(|(line, other)| format!("src/value/rate.rs:{line}: room value may not know {other}"))
            .collect();
        assert_eq!(found(&[("src/value/rate.rs", text)]), lines, "{name}");
    }
}

#[test]
fn a_house_that_is_no_street() {
    #[rustfmt::skip]
    let cases = [
        ("src/lib.rs", "pub mod cellar {}", "src/lib.rs: `cellar` is no room of the street"),
        ("src/lib.rs", "fn a() {}", "src/lib.rs: the front door holds modules and re-exports, nothing else"),
        ("src/lib.rs", "extern crate self as milepost;", "src/lib.rs: the front door holds modules and re-exports, nothing else"),
        ("src/lib.rs", "pub use value::*;", "src/lib.rs: re-exports are written by name, not as `*`"),
        ("src/growth.rs", "use crate::nowhere::A;", "src/growth.rs:1: `nowhere` is neither a room nor a name that `src/lib.rs` re-exports"),
        ("src/growth.rs", "mod pace;", "src/growth.rs: module `pace` has no file"),
        ("src/growth.rs", "fn", "src/growth.rs: unexpected end of input, expected identifier"),
        ("src/growth.rs", "mod types {}", "src/growth.rs: the name `types` does not say what is inside"),
        ("src/value/goal.rs", "", "src/value/goal.rs: no module declares this file"),
        ("src/plan/helpers.rs", "", "src/plan/helpers.rs: the name does not say what is inside"),
        ("src/utils/mod.rs", "", "src/utils/mod.rs: the name does not say what is inside"),
    ];
    for (file, text, complaint) in cases {
        let complaints = found(&[(file, text)]);
        assert!(
            complaints.contains(&complaint.to_owned()),
            "{complaint}: {complaints:#?}"
        );
    }
}
