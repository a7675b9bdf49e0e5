//! The library is one street of rooms, and a room imports only rooms to its left.
//!
//! The test looks at every path that leaves its room: `crate::…`, `super::…`, `$crate::…`, in imports, in code, in macros and in the strings
//! of attributes. Names that `lib.rs` re-exports and macros that a room exports count as the room that they come from.

use std::collections::BTreeMap;

use syn::{Item, ItemMacro};

use crate::library::{Library, Module, Part, flatten, paths};

/// From left to right.
const STREET: [&str; 16] = [
    "value",
    "exact",
    "growth",
    "trajectory",
    "series",
    "plan",
    "table",
    "progress",
    "evidence",
    "rule",
    "assessment",
    "rollup",
    "report",
    "vega_lite",
    "schema",
    "batch",
];

/// Names that say nothing of what is inside.
const DRAWERS: [&str; 8] = ["util", "utils", "helper", "helpers", "type", "types", "common", "misc"];

#[test]
fn a_room_imports_only_rooms_to_its_left() {
    let complaints = complaints(&Library::here());
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

/// Everything that is wrong with the street, by file and line.
fn complaints(library: &Library) -> Vec<String> {
    let mut walk = Walk {
        doors: BTreeMap::new(),
        imports: Vec::new(),
        complaints: library.faults.clone(),
    };
    for module in &library.modules {
        walk.module(module);
    }
    walk.drawers(library);
    walk.imports_to_the_right();
    walk.complaints.dedup();
    walk.complaints
}

struct Walk {
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

impl Walk {
    fn module(&mut self, module: &Module) {
        for item in &module.items {
            match (item, module.path.first()) {
                (Item::Mod(item), None) => self.room(&item.ident.to_string(), &module.file),
                (Item::Mod(_), Some(_)) => {}
                (_, None) => self.front_door(item, &module.file),
                (_, Some(room)) => {
                    if let Item::Macro(item) = item {
                        self.exported_macro(item, room);
                    }
                    for path in paths(item) {
                        self.leave(&path, module, room);
                    }
                }
            }
        }
    }

    fn room(&mut self, name: &str, file: &str) {
        self.doors.insert(name.to_owned(), Some(name.to_owned()));
        if !STREET.contains(&name) {
            self.complaints
                .push(format!("{file}: `{name}` is no room of the street"));
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

    fn exported_macro(&mut self, item: &ItemMacro, room: &str) {
        let is_exported = item
            .attrs
            .iter()
            .any(|attribute| attribute.path().is_ident("macro_export"));
        if let (true, Some(name)) = (is_exported, &item.ident) {
            self.doors.insert(name.to_string(), Some(room.to_owned()));
        }
    }

    /// Notes a path if it leaves its room by way of the root.
    fn leave(&mut self, path: &[Part], module: &Module, room: &str) {
        let Some(start) = path
            .first()
            .filter(|start| ["crate", "super", "self"].contains(&&*start.name))
        else {
            return;
        };
        let mut place = module.path.clone();
        let mut door = None;
        for part in path {
            match &*part.name {
                "crate" => place.clear(),
                "super" => drop(place.pop()),
                "self" => {}
                _ => {
                    door = Some(part);
                    break;
                }
            }
        }
        if place.is_empty() {
            self.imports.push(Import {
                at: format!("{}:{}", module.file, door.unwrap_or(start).line),
                room: room.to_owned(),
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

    fn drawers(&mut self, library: &Library) {
        for path in library.sources.keys() {
            let is_drawer = |part: &str| DRAWERS.contains(&part.trim_end_matches(".rs"));
            if path.split('/').any(is_drawer) {
                self.complaints
                    .push(format!("{path}: the name does not say what is inside"));
            }
        }
        for Module { path, file, .. } in &library.modules {
            if let Some(name) = path.last().filter(|name| DRAWERS.contains(&&***name)) {
                self.complaints
                    .push(format!("{file}: the name `{name}` does not say what is inside"));
            }
        }
    }
}

fn position(room: &str) -> Option<usize> {
    STREET.iter().position(|other| *other == room)
}

/// What is found in a small crate of three rooms in which the given files are replaced or added.
fn found(files: &[(&str, &str)]) -> Vec<String> {
    let small = [
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
    complaints(&Library::of_files(&[&small, files].concat()))
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
