//! What is exported as a sheet and imported again is the same: tasks, people and letters. And no file makes importing panic.

use super::registries::{PersonPlan, file, registry, team};
use proptest::prelude::*;
use roles::cli::{Environment, Status, Streams, run};
use roles::source::Sources;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A workbook as people have it.
const WORKBOOK: &[u8] = include_bytes!("../cmd/any/import.in/bakery.xlsx");

/// Runs a line; what it said and how it ended.
fn said(line: &str, mut input: &[u8]) -> (Status, String, String) {
    let words: Vec<OsString> = format!("roles {line}").split(' ').map(OsString::from).collect();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut streams = Streams { input: &mut input, out: &mut out, err: &mut err };
    let status = run(&words, &Environment::of_process(), &mut streams);
    let [out, err] = [out, err].map(|said| String::from_utf8(said).unwrap());
    (status, out, err)
}

fn done(line: &str) -> String {
    let (status, out, err) = said(line, b"");
    assert!(matches!(status, Status::Done), "{line}: {err}");
    out
}

/// A generated registry with a team, in a folder of its own.
fn folder(sources: &Sources, team: &[PersonPlan]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("roles")).unwrap();
    let mut people = BTreeMap::<u8, BTreeSet<usize>>::new();
    for (name, role, ..) in team {
        let role = role.filter(|role| *role < sources.files.len() - 1);
        people.entry(*name).or_default().extend(role);
    }
    let mut text = String::from("people:\n");
    for (name, roles) in people.iter().filter(|(_, roles)| !roles.is_empty()) {
        let roles: Vec<String> = roles.iter().map(|role| format!("role-{role}")).collect();
        writeln!(text, "  - {{name: Person {name}, roles: [{}]}}", roles.join(", ")).unwrap();
    }
    let people = (text.lines().count() > 1).then(|| file("team", text));
    for file in sources.files.iter().chain(&people) {
        let path = folder.path().join(format!("roles/{}.yaml", file.stem));
        fs::write(path, file.text()).unwrap();
    }
    folder
}

/// The rows of a report as CSV, with single spaces: a sheet has no others. Columns of people without a letter are left
/// out.
fn rows(registry: &Path, line: &str, language: &str) -> BTreeSet<Vec<String>> {
    let registry = registry.display();
    let csv = done(&format!("{line} --lang {language} --format csv --registry {registry}"));
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let rows: Vec<Vec<String>> =
        reader.records().map(|record| record.unwrap().iter().map(plain).collect()).collect();
    let is_used = |column: &usize| match line {
        "raci" => *column < 8 || rows[1..].iter().any(|row| !row[*column].is_empty()),
        // Ids, roles, people, areas and names. The rest is computed.
        "assign" => [0, 1, 3, 5, 6].contains(column),
        _ => true,
    };
    let mut used: Vec<usize> = (0..rows[0].len()).filter(is_used).collect();
    // Positions stand in the order of reporting lines, of which a sheet says nothing.
    used.sort_by_key(|&column| rows[0][column].clone());
    rows.iter().map(|row| used.iter().map(|&column| row[column].clone()).collect()).collect()
}

/// The rows of an assignment that somebody does.
fn done_of(rows: &BTreeSet<Vec<String>>) -> BTreeSet<Vec<String>> {
    rows.iter().filter(|row| row.iter().any(|cell| cell.starts_with("Person "))).cloned().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_is_exported_comes_back(
        sources in registry(),
        team in team(),
        language in prop::sample::select(vec!["en", "fr", "es"]),
        format in prop::sample::select(vec!["sheet.xlsx", "sheet.csv", "sheet.csv --csv excel"]),
    ) {
        let folder = folder(&sources, &team);
        let [registry, again] = ["roles", "again"].map(|name| folder.path().join(name));
        let (sheet, option) = format.split_at(format.find(' ').unwrap_or(format.len()));
        let sheet = folder.path().join(sheet).display().to_string();
        let mut lines = vec!["list --tasks"];
        if registry.join("team.yaml").is_file() {
            lines.extend(["raci", "assign"]);
        }
        for line in lines {
            let here = rows(&registry, line, language);
            // Without anybody the reports ask for a company size.
            let is_somebody = |cell: &String| cell.starts_with("Person ");
            if here.len() == 1 || line != "list --tasks" && !here.iter().flatten().any(is_somebody) {
                continue;
            }
            done(&format!("{line} --lang {language} --registry {} -o {sheet}{option}", registry.display()));
            done(&format!("import {sheet} {} --force", again.display()));
            let there = rows(&again, line, language);
            // Only what nobody does is planned anew.
            let is_same = if line == "assign" { done_of(&here).is_subset(&there) } else { here == there };
            prop_assert!(is_same, "{line}: {here:#?} {there:#?}");
            fs::remove_dir_all(&again).unwrap();
        }
    }

    #[test]
    fn no_bytes_make_importing_panic(
        bytes in proptest::collection::vec(any::<u8>(), 0..200),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        place in any::<prop::sample::Index>(),
    ) {
        // As they are, within a sheet, and in place of parts of a workbook.
        let sheet = [b"Task,Ana,How often,Hours\nReply,R,".as_slice(), &bytes].concat();
        let mut workbook = WORKBOOK.to_vec();
        for (place, byte) in &changes {
            let place = place.index(workbook.len());
            workbook[place] = *byte;
        }
        let from = place.index(workbook.len());
        let spliced = [&WORKBOOK[..from], &bytes, &WORKBOOK[from..]].concat();
        for input in [&bytes, &sheet, &workbook, &spliced] {
            let (status, _, err) = said("import - made --dry-run", input);
            prop_assert!(matches!(status, Status::Done) || err.starts_with("error: "), "{err}");
        }
    }
}
