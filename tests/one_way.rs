//! No two files of a room import each other.
//!
//! A file's imports are its paths that begin with `super::` and the name of a file beside it; what stands below the tests of a file may
//! look anywhere. What a door (`mod.rs`) re-exports is the door's, which imports every file.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The files beside each other in a folder, by name, each with the names that it imports.
type Imports = BTreeMap<String, BTreeSet<String>>;

#[test]
fn no_two_files_import_each_other() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut pairs = Vec::new();
    let mut folders = vec![root];
    let mut files = 0;
    while let Some(folder) = folders.pop() {
        let imports = imports_in(&folder, &mut folders);
        files += imports.len();
        let mutual = mutual(&imports);
        pairs.extend(mutual.into_iter().map(|pair| format!("{}: {pair}", folder.display())));
    }
    assert!(pairs.is_empty(), "\n{}", pairs.join("\n"));
    assert!(files > 100, "{files} files were found");
}

fn imports_in(folder: &Path, folders: &mut Vec<PathBuf>) -> Imports {
    let mut imports = Imports::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            folders.push(path);
            continue;
        }
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        if name != "mod" && name != "lib" {
            imports.insert(name, imports_of(&fs::read_to_string(&path).unwrap()));
        }
    }
    imports
}

fn imports_of(text: &str) -> BTreeSet<String> {
    let (code, _tests) = text.split_once("#[cfg(test)]\nmod tests").unwrap_or((text, ""));
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    // A path that goes up twice leaves the folder.
    let lines = lines.map(|line| line.replace("super::super::", ""));
    let names = lines.flat_map(|line| line.split("super::").skip(1).map(first_name).collect::<Vec<_>>());
    names.filter(|name| !name.is_empty()).collect()
}

/// The name with which a path begins.
fn first_name(path: &str) -> String {
    path.chars()
        .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
        .collect()
}

fn mutual(imports: &Imports) -> Vec<String> {
    let mut pairs = Vec::new();
    for (one, names) in imports {
        for other in names.iter().filter(|other| *other > one) {
            if imports.get(other).is_some_and(|back| back.contains(one)) {
                pairs.push(format!("{one} and {other}"));
            }
        }
    }
    pairs
}

#[test]
fn a_pair_is_found() {
    let file = |name: &str, text: &str| (name.to_owned(), imports_of(text));
    let imports = Imports::from([
        file(
            "scale",
            "use super::{Status};\nuse super::method::Method;\n// super::cuts",
        ),
        file("method", "use super::scale::Scale;"),
        file(
            "cuts",
            "use super::scale::Scale;\n#[cfg(test)]\nmod tests { use super::method; }",
        ),
    ]);
    assert_eq!(mutual(&imports), ["method and scale"]);
}
