//! The manual pages: one for each command, with everything that the help says, and the same each time.

use crate::said;

use std::fs;
use std::path::Path;
use std::process::Command;

/// What `roles` prints with these arguments, and what it says; and how it ends.
fn roles(arguments: &[&str], folder: &Path) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_roles"))
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .output()
        .unwrap();
    (output.status.code().unwrap(), said::text(output.stdout), said::text(output.stderr))
}

/// The names of the files in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let name = |entry: std::io::Result<fs::DirEntry>| entry.unwrap().file_name().into_string();
    let mut names: Vec<String> = entries.map(|entry| name(entry).unwrap()).collect();
    names.sort();
    names
}

/// A line as the page writes it.
fn written(line: &str) -> String {
    let line = line.replace('\\', r"\\").replace('-', r"\-");
    line.replace('\'', r"\*(Aq")
}

#[test]
fn every_command_has_a_page_with_its_examples_one_a_line() {
    let folder = tempfile::tempdir().unwrap();
    let (status, out, _) = roles(&["man", "man1"], folder.path());
    assert_eq!(status, 0);
    assert!(out.starts_with("wrote man1/roles.1\n"), "{out}");
    let pages = names(&folder.path().join("man1"));
    assert!(pages.len() > 12, "{pages:?}");
    for page in &pages {
        let text = fs::read_to_string(folder.path().join("man1").join(page)).unwrap();
        let name = page.strip_suffix(".1").unwrap();
        assert!(text.contains(&format!(".TH {} 1 ", name.to_uppercase())));
        for title in [
            "NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXAMPLES", "ENVIRONMENT", "EXIT STATUS",
            "SEE ALSO",
        ] {
            let title = format!("\n.SH {title}\n")
                .replace("EXIT STATUS", "\"EXIT STATUS\"")
                .replace("SEE ALSO", "\"SEE ALSO\"");
            assert_eq!(text.matches(&title).count(), 1, "{title} in {page}");
        }
        let command = name.strip_prefix("roles-").unwrap_or("--quiet");
        let (_, help, _) = roles(&[command, "--help"], folder.path());
        let examples = help.split("\nExamples:\n").nth(1).unwrap();
        let examples = examples.split("\n\n").next().unwrap().lines();
        for example in examples.map(|line| line.trim().split("  ").next().unwrap()) {
            let (line, bold) = (written(example), format!("\\fB{}\\fR", written(example)));
            let stands = text.lines().any(|other| other == line || other == bold);
            assert!(stands, "{example} is no line of {page}");
        }
        for variable in ["ROLES_REGISTRY", "ROLES_LANG", "NO_COLOR"] {
            assert!(text.contains(&format!(".TP\n\\fB{variable}\\fR\n")), "{page}");
        }
    }
}

#[test]
fn the_main_page_is_printed_and_the_same_each_time() {
    let folder = tempfile::tempdir().unwrap();
    let (status, page, said) = roles(&["man"], folder.path());
    assert_eq!((status, said.as_str()), (0, ""));
    assert_eq!(roles(&["man", "--lang", "fr"], folder.path()).1, page);
    assert_eq!(roles(&["man", "here", "--quiet"], folder.path()).0, 0);
    let written = fs::read_to_string(folder.path().join("here/roles.1")).unwrap();
    assert_eq!(said::text(written.clone().into_bytes()), page);
    for page in names(&folder.path().join("here")) {
        let (name, reference) = (page.strip_suffix(".1").unwrap(), written.replace("\\-", "-"));
        assert!(name == "roles" || reference.contains(&format!("\\fI{name}\\fR(1)")), "{name}");
    }
}

#[test]
fn pages_of_others_are_kept_and_our_own_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let pages = folder.path().join("man1");
    fs::create_dir(&pages).unwrap();
    fs::write(pages.join("roles-list.1"), ".TH mine 1\n").unwrap();
    let (status, _, said) = roles(&["man", "man1"], folder.path());
    assert_eq!(status, 2);
    assert!(said.contains("roles-list.1 is there already"), "{said}");
    assert_eq!(names(&pages), ["roles-list.1"]);
    let (status, out, _) = roles(&["man", "man1", "--force"], folder.path());
    assert_eq!(status, 0);
    assert!(out.contains("replaced man1/roles-list.1"), "{out}");
    let (status, out, _) = roles(&["man", "man1", "--quiet"], folder.path());
    assert_eq!((status, out.matches("replaced ").count()), (0, names(&pages).len()));
    fs::write(folder.path().join("file"), "").unwrap();
    assert_eq!(roles(&["man", "file"], folder.path()).0, 2);
    assert_eq!(roles(&["man", "--force"], folder.path()).0, 2);
}
