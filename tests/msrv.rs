//! The oldest supported compiler, without having it at hand.
//!
//! Clippy finds calls of functions that came later (`incompatible_msrv`), but neither newer syntax nor dependencies that ask for a
//! newer compiler.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;
use std::process::Command;
use std::{fs, io};

use serde_json::Value;
use syn::spanned::Spanned as _;
use syn::visit::Visit;
use syn::{BinOp, Expr, ExprBinary, Pat};

const OLDEST: &str = env!("CARGO_PKG_RUST_VERSION");

#[test]
fn the_library_is_written_in_the_old_language() {
    let mut found = Vec::new();
    visit(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found).unwrap();
    assert!(found.is_empty(), "newer than Rust {OLDEST}:\n{}", found.join("\n"));
}

fn visit(folder: &Path, found: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            visit(&path, found)?;
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            let lines = newer_syntax(&fs::read_to_string(&path)?);
            found.extend(lines.into_iter().map(|line| format!("{}:{line}", path.display())));
        }
    }
    Ok(())
}

/// The lines with a condition that joins a `let` with something else (Rust 1.88) or a `let` in the guard of an arm (Rust 1.95).
fn newer_syntax(source: &str) -> Vec<usize> {
    let mut found = Lines(Vec::new());
    match syn::parse_file(source) {
        Ok(file) => found.visit_file(&file),
        Err(error) => found.0.push(error.span().start().line),
    }
    found.0
}

struct Lines(Vec<usize>);

impl Visit<'_> for Lines {
    fn visit_expr_binary(&mut self, expression: &ExprBinary) {
        let is_let = |side: &Expr| matches!(side, Expr::Let(_));
        if matches!(expression.op, BinOp::And(_)) && (is_let(&expression.left) || is_let(&expression.right)) {
            self.0.push(expression.span().start().line);
        }
        syn::visit::visit_expr_binary(self, expression);
    }

    fn visit_pat(&mut self, pattern: &Pat) {
        if let Pat::Guard(guard) = pattern {
            if matches!(*guard.guard, Expr::Let(_)) {
                self.0.push(guard.span().start().line);
            }
        }
        syn::visit::visit_pat(self, pattern);
    }
}

#[test]
fn newer_syntax_is_found() {
    for (source, lines) in [
        ("fn a() { if let Some(b) = c { if d && e {} } }", vec![]),
        ("fn a() {\n if let Some(b) = c && d {} }", vec![2]),
        ("fn a() {\n while d && e && let Some(b) = c {} }", vec![2]),
        (
            "fn a() { match b {\n c if d && e => {}\n c if let Some(d) = e => {} } }",
            vec![3],
        ),
        ("fn a() {\n\n if }", vec![3]),
    ] {
        assert_eq!(newer_syntax(source), lines, "{source}");
    }
}

#[test]
fn the_dependencies_support_the_old_compiler() {
    let metadata = metadata().unwrap();
    let linked = linked(&metadata);
    assert!(linked.len() > 5, "too few to be true: {linked:?}");
    for package in list(&metadata, "/packages") {
        if let (Some(id), Some(version)) = (package["id"].as_str(), package["rust_version"].as_str()) {
            let is_old_enough = release(version) <= release(OLDEST);
            assert!(
                is_old_enough || !linked.contains(id),
                "{id} needs Rust {version}, and {OLDEST} is promised"
            );
        }
    }
}

#[test]
fn versions_are_compared_by_number() {
    assert!(release("1.100") > release("1.85"));
    assert_eq!(release("1.85.0"), release("1.85"));
}

/// What cargo knows of all packages. One platform for all, so that nothing is downloaded that the build did not need.
fn metadata() -> Result<Value, Box<dyn Error>> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--locked", "--all-features", "--format-version=1"])
        .arg("--filter-platform=x86_64-unknown-linux-gnu")
        .arg(concat!("--manifest-path=", env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// The packages that a user of the library compiles.
fn linked(metadata: &Value) -> BTreeSet<&str> {
    let mut linked = BTreeSet::new();
    let root = metadata.pointer("/resolve/root").and_then(Value::as_str);
    let mut queue: Vec<&str> = root.into_iter().collect();
    while let Some(id) = queue.pop() {
        if linked.insert(id) {
            let node = list(metadata, "/resolve/nodes").iter().find(|node| node["id"] == id);
            let dependencies = node.map(|node| list(node, "/deps")).unwrap_or_default();
            let used = dependencies.iter().filter(|dependency| {
                let kinds = list(dependency, "/dep_kinds");
                kinds.iter().any(|kind| kind["kind"] != "dev")
            });
            queue.extend(used.filter_map(|dependency| dependency["pkg"].as_str()));
        }
    }
    linked
}

fn list<'a>(value: &'a Value, pointer: &str) -> &'a [Value] {
    value
        .pointer(pointer)
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default()
}

/// The first two numbers of a version; patches of a compiler change nothing here.
fn release(version: &str) -> Vec<u32> {
    version.split('.').take(2).map_while(|part| part.parse().ok()).collect()
}
