//! Who may import whom: reads the code and fails when a room knows what it must not.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Each room with the rooms that it may import. A room stands after those that it knows, so there are no cycles.
const MAY_IMPORT: [(&str, &[&str]); 13] = [
    ("normalize", &[]),
    ("unicode", &[]),
    ("source", &[]),
    ("sink", &[]),
    ("problem", &["normalize", "unicode", "source"]),
    ("raw", &["normalize", "unicode", "source", "problem"]),
    ("model", &["source"]),
    ("resolve", &["normalize", "unicode", "source", "problem", "raw", "model"]),
    ("load", &["source", "problem", "model", "resolve"]),
    ("query", &["normalize", "model"]),
    ("check", &["normalize", "unicode", "source", "problem", "raw", "model", "query"]),
    ("render", &["normalize", "unicode", "source", "problem", "model", "query"]),
    (
        "cli",
        &["normalize", "source", "sink", "problem", "model", "resolve", "query", "check", "render"],
    ),
];

/// What only some rooms may use.
const ONLY_IN: [(&str, &[&str]); 19] = [
    ("serde_yaml", &["raw"]),
    ("clap::", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("shlex", &["cli"]),
    ("comfy_table", &["render"]),
    ("annotate_snippets", &["render"]),
    ("fluent_bundle", &["render"]),
    ("anstyle::", &["render"]),
    ("csv::", &["render"]),
    ("askama", &["render"]),
    ("chrono::", &["render", "cli"]),
    ("Local::now", &["cli"]),
    ("frostem", &["query"]),
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
    let code = text.split("#[cfg(test)]").next().unwrap();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.map(|line| line.to_owned() + "\n").collect()
}

#[test]
fn rooms_know_only_what_they_may() {
    let allowed: BTreeMap<&str, &[&str]> = MAY_IMPORT.into_iter().collect();
    let mut wrong = Vec::new();
    for (room, path) in files() {
        let may =
            allowed.get(room.as_str()).unwrap_or_else(|| panic!("{room} is not in the table"));
        let code = code(&path);
        let known = code.split("crate::").skip(1).map(|rest| {
            rest.chars()
                .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
                .collect::<String>()
        });
        let strangers: BTreeSet<String> =
            known.filter(|other| *other != room && !may.contains(&other.as_str())).collect();
        wrong.extend(strangers.iter().map(|other| format!("{} imports {other}", path.display())));
        if code.contains("super::super") {
            wrong.push(format!("{} climbs with super::super; name the room", path.display()));
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
