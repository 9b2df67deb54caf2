//! Odd files of other words for tasks: what stands in their place, what is in them, and a great many of them.

use super::cases::pieces;
use super::harness::{Registry, SHARE};
use std::fs::{self, File};
use std::os::unix::fs::symlink;

/// So many tasks; a debug build gets its share.
const MANY: usize = if SHARE == 1 { 10_000 } else { 1_500 };

const NAME: &str = "also_called.yaml";
const FILE: &str = "roles/also_called.yaml";

fn registry() -> Registry {
    Registry::new().with("r.yaml", "name: R\ntasks: [{id: t, name: T}]\n")
}

/// `check` and `who` refuse the registry with this code, and `list` does not look at the file.
fn refused(registry: &Registry, case: &str, code: &str) {
    registry.checked(case, code, FILE);
    let [who, list] = [&["who", "t"][..], &["list"]].map(|command| registry.run(case, command));
    let says = who.err.contains(&format!("error[{code}]"));
    assert_eq!((who.status, says, list.status), (Some(2), true, Some(0)), "{case}: {}", who.head());
    assert_eq!(list.err, "", "{case}");
}

#[test]
fn long_deep_and_odd_files_are_refused() {
    for (case, bytes) in [("1 GB", 1 << 30), ("one byte", (1 << 20) + 1)] {
        let registry = registry();
        File::create(registry.roles().join(NAME)).unwrap().set_len(bytes).unwrap();
        refused(&registry, case, "file-too-long");
    }
    for (text, code) in [
        ("r: ".to_owned() + &"[".repeat(100_000), "nesting-too-deep"),
        ("{r: ".repeat(100_000), "nesting-too-deep"),
        (format!("r: {{t: [{}]}}", "5,".repeat(100_000)), "file-too-long"),
        (format!("r: {{t: [{}]}}", "x".repeat(1 << 19)), "text-too-long"),
        ("r: {t: &a [A], t: *a}".to_owned(), "yaml-alias"),
        ("r: {t: [\"\\e[31mA\"]}".to_owned(), "control-character"),
        ("\"\\e[31m\\0\": {t: [A]}".to_owned(), "unknown-role"),
        ("../../etc/passwd: {t: [A]}".to_owned(), "unknown-role"),
        ("r: {\"\\e]0;x\\a\": [A]}".to_owned(), "unknown-task"),
        ("r: {t: {\"\\e[31m\": [A]}}".to_owned(), "unknown-language"),
    ] {
        let case = &text[..text.floor_char_boundary(40)];
        refused(&registry().with(NAME, &text), case, code);
    }
    refused(&registry().with(NAME, b"r: {t: [Caf\xe9]}\n"), "Latin-1", "not-utf-8");
}

#[test]
fn links_are_those_of_any_file() {
    for (target, code) in [
        ("/etc/hosts", "link-outside"),
        ("/dev/zero", "link-outside"),
        ("../secret.yaml", "link-outside"),
        ("nowhere.yaml", "unreadable-file"),
        (NAME, "unreadable-file"),
    ] {
        let registry = registry();
        fs::write(registry.home().join("secret.yaml"), "r: {t: [Secret]}\n").unwrap();
        symlink(target, registry.roles().join(NAME)).unwrap();
        refused(&registry, target, code);
        let said = registry.run(target, &["check"]).out;
        assert!(!said.contains("Secret"), "{target}: {said}");
    }
}

#[test]
fn a_great_many_words_and_mistakes_are_read() {
    let tasks = pieces(MANY, |number| format!("- {{id: t{number}, name: T{number}}}\n"));
    let registry = Registry::new().with("r.yaml", format!("name: R\ntasks:\n{tasks}"));
    let words =
        |task: &str| pieces(MANY, |number| format!("  {task}{number}: {{en: [W{number}, V]}}\n"));
    let registry = registry.with(NAME, "r:\n".to_owned() + &words("t"));
    registry.accepted("many words");
    assert_eq!(registry.run("many words", &["who", "w7"]).status, Some(0));
    for (text, code) in [
        ("r:\n".to_owned() + &words("tt"), "unknown-task"),
        (pieces(MANY, |number| format!("rr{number}: {{t1: [A]}}\n")), "unknown-role"),
        (pieces(MANY, |number| format!("r/t{number}: {{en: [A]}}\n")), "unknown-role"),
        (pieces(MANY, |_| "r: {t1: [A]}\n".to_owned()), "duplicate-key"),
        (format!("r:\n  t1: [{}]\n", "'', ".repeat(MANY)), "blank-text"),
    ] {
        fs::write(registry.roles().join(NAME), text).unwrap();
        refused(&registry, code, code);
    }
}
