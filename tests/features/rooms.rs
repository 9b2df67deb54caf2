//! Who may import whom: reads the code and fails when a room knows what it must not.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Each room with the rooms that it may import. A room stands after those that it knows, so there are no cycles.
const MAY_IMPORT: [(&str, &[&str]); 15] = [
    ("words", &[]),
    ("normalize", &[]),
    ("unicode", &[]),
    ("source", &[]),
    ("sink", &[]),
    ("problem", &["normalize", "unicode", "source"]),
    ("raw", &["normalize", "unicode", "source", "problem"]),
    ("model", &["source"]),
    ("resolve", &["normalize", "unicode", "source", "problem", "raw", "model"]),
    ("load", &["source", "problem", "raw", "model", "resolve"]),
    ("query", &["normalize", "unicode", "model"]),
    ("check", &["normalize", "unicode", "source", "problem", "raw", "model", "query"]),
    ("render", &["normalize", "unicode", "source", "problem", "model", "query"]),
    ("import", &["normalize", "unicode", "model", "render"]),
    (
        "cli",
        &[
            "normalize", "source", "sink", "problem", "model", "resolve", "load", "query", "check",
            "render", "import",
        ],
    ),
];

/// What only some rooms may use.
const ONLY_IN: [(&str, &[&str]); 25] = [
    ("serde_yaml", &["raw"]),
    ("clap::", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("shlex", &["cli"]),
    ("comfy_table", &["render"]),
    ("annotate_snippets", &["render"]),
    ("fluent_bundle", &["render"]),
    ("anstyle::", &["render"]),
    ("askama", &["render"]),
    ("calamine", &["import"]),
    ("csv::", &["import"]),
    ("encoding_rs", &["import"]),
    ("quick_xml", &["import"]),
    ("zip::", &["import"]),
    ("chrono::", &["render", "cli"]),
    ("Local::now", &["cli"]),
    ("frostem", &["query"]),
    ("html5gum", &["query"]),
    ("io::stdin", &["cli"]),
    ("anyhow", &["cli"]),
    ("std::fs", &["source", "sink"]),
    ("tempfile", &["sink"]),
    ("std::env", &["cli"]),
    ("io::stdout", &["cli"]),
];

/// Every file of the library with its room: `src/model/id.rs` belongs to `model`.
fn files() -> Vec<(String, PathBuf)> {
    fn walk(folder: &Path, room: Option<&str>, into: &mut Vec<(String, PathBuf)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
            if path.is_dir() {
                walk(&path, Some(room.unwrap_or(&stem)), into);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                into.push((room.unwrap_or(&stem).to_owned(), path));
            }
        }
    }
    let mut files = Vec::new();
    walk(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), None, &mut files);
    files.retain(|(room, _)| room != "lib" && room != "main");
    files
}

/// The code of a file up to its tests, without comments.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.map(|line| line.to_owned() + "\n").collect()
}

/// The code of each file by its module path, such as `model::id`.
fn library() -> BTreeMap<String, String> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    let file = |(_, path): (String, PathBuf)| {
        let below = path.strip_prefix(root).unwrap().with_extension("");
        let parts: Vec<&str> = below.iter().filter_map(|part| part.to_str()).collect();
        (parts.join("::").trim_end_matches("::mod").to_owned(), code(&path))
    };
    files().into_iter().map(file).collect()
}

/// What a file imports. Paths begin at the root of the library.
#[derive(Default)]
struct Imports {
    /// The names that `use` and `pub use` bring in, with their paths.
    names: BTreeMap<String, String>,
    /// What its code depends on.
    paths: BTreeSet<String>,
}

/// The paths of a `use`: `a::{b, c::{self, d}}` has `a::b`, `a::c` and `a::c::d`.
fn paths_of(tree: &str) -> Vec<String> {
    let Some((head, list)) = tree.split_once('{') else {
        return vec![tree.trim_end_matches("::self").to_owned()];
    };
    let (list, mut depth) = (list.trim_end().strip_suffix('}').unwrap(), 0);
    let parts = list.split(|letter| {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        letter == ',' && depth == 0
    });
    let parts = parts.map(str::trim).filter(|part| !part.is_empty());
    parts.flat_map(|part| paths_of(&format!("{head}{part}"))).collect()
}

/// Reads what a file depends on: each `use`, and each path in its code that begins with `crate`, `self`, `super`, a child
/// of its module or a name from a `use`. `mod` and `pub use` only declare: what they name counts where the code uses it.
fn imports(here: &str, code: &str, files: &BTreeMap<String, String>) -> Imports {
    let Imports { mut names, mut paths } = Imports::default();
    let absolute = |path: &str, names: &BTreeMap<String, String>| {
        let (first, rest) = path.split_once("::").unwrap_or((path, ""));
        let child = format!("{here}::{first}");
        let start = match first {
            "crate" => "",
            "self" => here,
            "super" => here.rsplit_once("::").map_or("", |(parent, _)| parent),
            _ if files.contains_key(&child) => &child,
            _ => names.get(first)?,
        };
        Some(format!("{start}::{rest}").trim_matches(':').to_owned())
    };
    let is_of_path = |letter: char| letter.is_alphanumeric() || "_:".contains(letter);
    let mut words = BTreeSet::new();
    let mut lines = code.lines().map(str::trim);
    while let Some(line) = lines.next() {
        let words_of_line: Vec<&str> = line.split(' ').collect();
        match words_of_line[..] {
            ["mod", _] | ["pub", "mod", _] => {}
            ["use", ..] | ["pub" | "pub(super)" | "pub(crate)", "use", ..] => {
                let mut tree = line.split_once("use ").unwrap().1.to_owned();
                while !tree.ends_with(';') {
                    tree += lines.next().unwrap();
                }
                for path in paths_of(tree.trim_end_matches(';')) {
                    let (path, alias) = path.split_once(" as ").unwrap_or((&path, ""));
                    let Some(path) = absolute(path, &BTreeMap::new()) else { continue };
                    let name = path.rsplit("::").next().filter(|_| alias.is_empty());
                    names.insert(name.unwrap_or(alias).to_owned(), path.clone());
                    if line.starts_with("use") {
                        paths.insert(path);
                    }
                }
            }
            _ => words.extend(line.split(|letter| !is_of_path(letter))),
        }
    }
    let (of_paths, names_alone): (Vec<&str>, Vec<&str>) =
        words.into_iter().partition(|word| word.contains("::"));
    paths.extend(of_paths.into_iter().filter_map(|path| absolute(path, &names)));
    paths.extend(names_alone.into_iter().filter_map(|name| names.get(name).cloned()));
    Imports { names, paths }
}

#[test]
fn rooms_know_only_what_they_may() {
    let allowed: BTreeMap<&str, &[&str]> = MAY_IMPORT.into_iter().collect();
    let room = |path: &str| path.split("::").next().unwrap().to_owned();
    let library = library();
    let mut wrong = Vec::new();
    for (path, code) in &library {
        let here = room(path);
        let may =
            allowed.get(here.as_str()).unwrap_or_else(|| panic!("{here} is not in the table"));
        let Imports { names, paths } = imports(path, code, &library);
        let known: BTreeSet<String> =
            paths.iter().chain(names.values()).map(|path| room(path)).collect();
        let strangers =
            known.iter().filter(|other| **other != here && !may.contains(&other.as_str()));
        wrong.extend(strangers.map(|other| format!("{path} imports {other}")));
        if code.contains("super::super") {
            wrong.push(format!("{path} climbs with super::super; name the room"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_of_rooms_has_no_cycle_and_no_stranger() {
    let order: Vec<&str> = MAY_IMPORT.iter().map(|(room, _)| *room).collect();
    for (place, (room, may)) in MAY_IMPORT.iter().enumerate() {
        for other in *may {
            assert!(
                order[..place].contains(other),
                "{room} may import {other}, which does not stand before it"
            );
        }
    }
    let on_disk: BTreeSet<String> = files().into_iter().map(|(room, _)| room).collect();
    assert_eq!(on_disk, order.iter().map(|&room| room.to_owned()).collect());
}

#[test]
fn some_crates_belong_to_one_room() {
    let mut wrong = Vec::new();
    for (room, path) in files() {
        let code = code(&path);
        for (word, rooms) in ONLY_IN {
            if code.contains(word) && !rooms.contains(&room.as_str()) {
                wrong.push(format!("{} uses {word}", path.display()));
            }
        }
        if ["println!", "eprintln!", "print!("].iter().any(|print| code.contains(print)) {
            wrong.push(format!("{} prints by itself", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_opens_with_its_purpose() {
    for (_, path) in files() {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//! "), "{} has no purpose line", path.display());
    }
}

/// The file that a path leads to: as far as there are modules, and on through what they bring in from others.
fn target(path: &str, files: &BTreeMap<&str, Imports>) -> String {
    let mut here = String::new();
    let mut parts = path.split("::");
    while let Some(part) = parts.next() {
        let below = format!("{here}::{part}").trim_start_matches(':').to_owned();
        if !files.contains_key(below.as_str()) {
            let brought = files.get(here.as_str()).and_then(|imports| imports.names.get(part));
            let Some(brought) = brought else { break };
            let path: Vec<&str> = [brought.as_str()].into_iter().chain(parts).collect();
            return target(&path.join("::"), files);
        }
        here = below;
    }
    here
}

/// Each import from which a way leads back, between files that have their module paths.
fn circles(files: &BTreeMap<String, String>) -> Vec<String> {
    let imports: BTreeMap<&str, Imports> =
        files.iter().map(|(path, code)| (path.as_str(), imports(path, code, files))).collect();
    let mut ways: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (path, of_file) in &imports {
        let targets = of_file.paths.iter().map(|to| target(to, &imports));
        ways.insert(path, targets.filter(|to| to != path).collect());
    }
    let leads_to = |from: &str, to: &str| {
        let (mut seen, mut waiting) = (BTreeSet::new(), vec![from]);
        while let Some(path) = waiting.pop() {
            if seen.insert(path) {
                waiting.extend(ways.get(path).into_iter().flatten().map(String::as_str));
            }
        }
        seen.contains(to)
    };
    let mut circles = Vec::new();
    for (from, targets) in &ways {
        let back = targets.iter().filter(|to| leads_to(to, from));
        circles.extend(back.map(|to| format!("{from} → {to}")));
    }
    circles
}

#[test]
fn files_do_not_import_one_another_in_a_circle() {
    let wrong = circles(&library());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_circle_is_found_and_a_straight_line_is_none() {
    let found = |files: [(&str, &str); 3]| {
        circles(&files.map(|(path, code)| (path.to_owned(), code.to_owned())).into())
    };
    let (b, c) = ("use crate::a::{c::{self, C}};\nfn b() { c::f(); }", "pub struct C;");
    let declares = "mod b;\nmod c;\npub use b::b;\npub use c::C;";
    assert!(found([("a", declares), ("a::b", b), ("a::c", c)]).is_empty());
    // Two children, one of which knows the other through what their parent hands on.
    let back = "pub struct C;\nfn c() { super::b(); }";
    let circle = ["a::b → a::c", "a::c → a::b"];
    assert_eq!(found([("a", declares), ("a::b", b), ("a::c", back)]), circle);
    // A parent that uses its child, whether or not it declares it to others, and a child that uses its parent.
    let uses = declares.to_owned() + "\nstruct A;\nfn a() { b(); }";
    let child = "use super::{\n    A,\n    C as D,\n};";
    assert_eq!(found([("a", &uses), ("a::b", child), ("a::c", c)]), ["a → a::b", "a::b → a"]);
}
