//! The library as its files say it: its modules, and the paths that are written in them.
//!
//! Modules under `#[cfg(test)]` and documentation are left out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{fs, io, mem, slice};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::{ToTokens as _, quote};
use syn::{Item, ItemMod, UseTree};

/// The text of every source file, by its path.
type Sources = BTreeMap<String, String>;

/// The modules that `src/lib.rs` declares, and those that they declare.
pub(crate) struct Library {
    pub(crate) sources: Sources,
    pub(crate) modules: Vec<Module>,
    pub(crate) faults: Vec<String>,
}

pub(crate) struct Module {
    /// The names that lead to it from the root of the crate.
    pub(crate) path: Vec<String>,
    pub(crate) file: String,
    pub(crate) items: Vec<Item>,
}

impl Library {
    /// The library of this repository.
    pub(crate) fn here() -> Self {
        let mut sources = Sources::new();
        read(Path::new(env!("CARGO_MANIFEST_DIR")), "src", &mut sources).unwrap();
        Self::of(sources)
    }

    /// The library of these files.
    pub(crate) fn of_files(files: &[(&str, &str)]) -> Self {
        let owned = |&(path, text): &(&str, &str)| (path.to_owned(), text.to_owned());
        Self::of(files.iter().map(owned).collect())
    }

    fn of(sources: Sources) -> Self {
        let mut walk = Walk {
            sources: &sources,
            reached: BTreeSet::new(),
            modules: Vec::new(),
            faults: Vec::new(),
        };
        walk.file("src/lib.rs", &[]);
        let unreached = sources.keys().filter(|path| !walk.reached.contains(*path));
        let unreached: Vec<_> = unreached
            .map(|path| format!("{path}: no module declares this file"))
            .collect();
        let (modules, faults) = (walk.modules, [walk.faults, unreached].concat());
        Self {
            sources,
            modules,
            faults,
        }
    }
}

fn read(root: &Path, folder: &str, sources: &mut Sources) -> io::Result<()> {
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            read(root, &path, sources)?;
        } else if entry.path().extension().is_some_and(|kind| kind == "rs") {
            sources.insert(path, fs::read_to_string(entry.path())?);
        }
    }
    Ok(())
}

struct Walk<'a> {
    sources: &'a Sources,
    reached: BTreeSet<String>,
    modules: Vec<Module>,
    faults: Vec<String>,
}

impl Walk<'_> {
    fn file(&mut self, file: &str, path: &[String]) {
        self.reached.insert(file.to_owned());
        let Some(text) = self.sources.get(file) else {
            return self.faults.push(format!("{file}: there is no such file"));
        };
        match syn::parse_file(text) {
            Ok(parsed) => self.module(parsed.items, file, path),
            Err(error) => self.faults.push(format!("{file}: {error}")),
        }
    }

    fn module(&mut self, items: Vec<Item>, file: &str, path: &[String]) {
        let (tests, mut items): (Vec<_>, Vec<_>) = items.into_iter().partition(is_for_tests);
        for item in tests {
            if let Item::Mod(item) = item {
                self.reached_by_tests(&joined(path, &item));
            }
        }
        let tables = items.iter().filter_map(|item| declared_in(item, self.sources));
        let tables: Vec<_> = tables.flatten().collect();
        items.extend(tables);
        let place = self.modules.len();
        for item in &mut items {
            if let Item::Mod(item) = item {
                self.submodule(item, file, &joined(path, item));
            }
        }
        let (path, file) = (path.to_vec(), file.to_owned());
        self.modules.insert(place, Module { path, file, items });
    }

    fn submodule(&mut self, item: &mut ItemMod, file: &str, path: &[String]) {
        match (&mut item.content, self.own_file(path)) {
            (Some((_, items)), _) => self.module(mem::take(items), file, path),
            (None, Some(own_file)) => self.file(&own_file, path),
            (None, None) => self.faults.push(format!("{file}: module `{}` has no file", item.ident)),
        }
    }

    fn reached_by_tests(&mut self, path: &[String]) {
        let folder = format!("src/{}/", path.join("/"));
        let below = self.sources.keys().filter(|key| key.starts_with(&folder));
        self.reached
            .extend(self.own_file(path).into_iter().chain(below.cloned()));
    }

    fn own_file(&self, path: &[String]) -> Option<String> {
        let path = format!("src/{}", path.join("/"));
        [format!("{path}.rs"), format!("{path}/mod.rs")]
            .into_iter()
            .find(|own_file| self.sources.contains_key(own_file))
    }
}

fn joined(path: &[String], item: &ItemMod) -> Vec<String> {
    [path, slice::from_ref(&item.ident.to_string())].concat()
}

/// The types that a table of names, headings, errors, problems or reasons declares: what stands in it is an enum; of names, behind
/// what they are names of, and of headings the values alone. It has what the macro says above it.
fn declared_in(item: &Item, sources: &Sources) -> Option<Vec<Item>> {
    let Item::Macro(item) = item else { return None };
    let tokens = item.mac.tokens.clone();
    let types = match item.mac.path.to_token_stream().to_string().as_str() {
        "names" => {
            let marks = marks_in("names", "src/value/names.rs", sources);
            marks.into_iter().chain(tokens.into_iter().skip(2)).collect()
        }
        "headings" => {
            let marks = marks_in("headings", "src/report/words/heading.rs", sources);
            quote!(#marks pub enum Heading { #tokens })
        }
        "errors" | "problems" | "reasons" => tokens,
        _ => return None,
    };
    Some(syn::parse2::<syn::File>(types).unwrap().items)
}

/// The attributes that a macro writes above its enum.
fn marks_in(name: &str, file: &str, sources: &Sources) -> TokenStream {
    let table = sources
        .get(file)
        .and_then(|text| text.split_once(&format!("macro_rules! {name} {{")));
    let lines = table.into_iter().flat_map(|(_, text)| text.lines().map(str::trim));
    let marks = lines.take_while(|line| !line.starts_with("impl "));
    let marks: Vec<_> = marks.filter(|line| line.starts_with("#[")).collect();
    marks.concat().parse().unwrap()
}

/// Whether the attributes at the head of an item compile it for tests and documentation alone.
fn is_for_tests(item: &Item) -> bool {
    let mut tokens = item.to_token_stream().into_iter();
    while let (Some(TokenTree::Punct(_)), Some(TokenTree::Group(attribute))) = (tokens.next(), tokens.next()) {
        let text = attribute.stream().to_string().replace(' ', "");
        if ["cfg(test)", "cfg(all(test,", "cfg(doctest)", "cfg(any(doc,doctest))"]
            .iter()
            .any(|start| text.starts_with(start))
        {
            return true;
        }
    }
    false
}

/// The names that an import brings in, each with the path that it comes from.
pub(crate) fn flatten(tree: &UseTree, path: &mut Vec<String>, imports: &mut Vec<(Vec<String>, String)>) {
    match tree {
        UseTree::Path(tree) => {
            path.push(tree.ident.to_string());
            flatten(&tree.tree, path, imports);
            path.pop();
        }
        UseTree::Group(tree) => tree.items.iter().for_each(|tree| flatten(tree, path, imports)),
        UseTree::Name(tree) if tree.ident == "self" => {
            imports.extend(path.last().cloned().map(|name| (path.clone(), name)));
        }
        UseTree::Name(tree) => {
            let path = [path, slice::from_ref(&tree.ident.to_string())].concat();
            imports.push((path, tree.ident.to_string()));
        }
        UseTree::Rename(tree) => {
            let path = [path, slice::from_ref(&tree.ident.to_string())].concat();
            imports.push((path, tree.rename.to_string()));
        }
        UseTree::Glob(_) => imports.push((path.clone(), "*".to_owned())),
    }
}

/// One name in a path.
#[derive(Clone)]
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) line: usize,
}

impl Part {
    fn new(tree: &TokenTree) -> Self {
        Self {
            name: tree.to_string(),
            line: tree.span().start().line,
        }
    }
}

/// The paths of more than one name in an item, and those of one name that is renamed: in imports, in code, in macros and in the strings of
/// attributes. Those that begin at the root of all crates (`::core`) are not among them.
pub(crate) fn paths(item: &Item) -> Vec<Vec<Part>> {
    let mut paths = Vec::new();
    scan(item.to_token_stream(), &mut paths);
    paths
}

fn scan(tokens: TokenStream, paths: &mut Vec<Vec<Part>>) {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut rest = trees.as_slice();
    while let Some((tree, after)) = rest.split_first() {
        let here = rest;
        rest = match (tree, after) {
            (hash, [TokenTree::Group(group), after @ ..]) if is_sign(hash, '#') => {
                attribute(group.stream(), paths);
                after
            }
            (TokenTree::Group(group), _) => {
                scan(group.stream(), paths);
                after
            }
            (first, [second, TokenTree::Ident(_), ..]) if is_sign(first, ':') && is_sign(second, ':') => {
                step(after.get(1..).unwrap_or_default(), &[], &mut Vec::new())
            }
            (TokenTree::Ident(_), _) => step(here, &[], paths),
            _ => after,
        };
    }
}

/// Attributes name paths in strings, as `#[serde(with = "crate::value::decimal")]` does.
fn attribute(tokens: TokenStream, paths: &mut Vec<Vec<Part>>) {
    let mut queue: Vec<TokenTree> = tokens.into_iter().collect();
    if matches!(queue.first(), Some(TokenTree::Ident(name)) if name == "doc") {
        return;
    }
    scan(queue.iter().cloned().collect(), paths);
    while let Some(tree) = queue.pop() {
        match tree {
            TokenTree::Group(group) => queue.extend(group.stream()),
            TokenTree::Literal(literal) => {
                if let Ok(tokens) = literal.to_string().trim_matches('"').parse() {
                    let mut written = Vec::new();
                    scan(tokens, &mut written);
                    // The tokens of a string count their lines anew.
                    let line = literal.span().start().line;
                    written.iter_mut().flatten().for_each(|part| part.line = line);
                    paths.append(&mut written);
                }
            }
            _ => {}
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
