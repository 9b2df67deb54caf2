//! As many mistakes as a file can hold: what is said about them has an end.

use super::cases::{check, full, listed};
use super::harness::{Registry, SHARE};

/// So many keys and values are within the limit of a file.
const MANY: usize = 99_000 / SHARE;

#[test]
fn a_file_of_a_million_values_is_too_long() {
    for unit in ["5,", "{},"] {
        let text = full("name: X\ntasks: [", unit, "]\n");
        check(unit, &text, "file-too-long");
    }
}

#[test]
fn a_file_may_be_full_of_mistakes() {
    let list = |key: &str, item: &str| format!("name: X\n{key}: [{}]\n", item.repeat(MANY));
    let lines = |line: &str| format!("name: X\n{}", line.repeat(MANY / 2));
    for (case, text, code) in [
        ("numbers as tasks", list("tasks", "5,"), "wrong-type"),
        ("empty tasks", list("tasks", "{},"), "missing-key"),
        ("sources", list("sources", "nobody,"), "unknown-source"),
        ("blank titles", list("also_called", "'',"), "blank-text"),
        ("blank skills", list("skills", "'',"), "blank-text"),
        (
            "blank measures",
            format!("name: X\nmeasures: [{}]\n", "{en: },".repeat(MANY / 3)),
            "blank-text",
        ),
        ("tags", list("also_called", "!x ,"), "yaml-tag"),
        ("tasks", listed("after", "any,", MANY), "unknown-task"),
        ("roles", listed("after", "no/one,", MANY), "unknown-role"),
        ("handoffs", listed("handoffs", "{to: t},", MANY / 3), "self-handoff"),
        ("keys", lines("name: Y\n"), "duplicate-key"),
        ("merges", lines("<<: Y\n"), "merge-key"),
        ("marks", full("name: X # ", "\u{202e}", "\n"), "control-character"),
    ] {
        check(case, &text, code);
    }
}

#[test]
fn the_problems_of_one_file_have_an_end_and_it_is_said() {
    let sources = format!("name: X\nsources: [{}]\n", "s,".repeat(2_000));
    let registry = Registry::new().with("a.yaml", sources).with("b.yaml", "name: X\nfocus: none\n");
    let case = "2,000 mistakes";
    let said = registry.checked(case, "invalid-value", "roles/b.yaml").out;
    assert_eq!(said.matches("more is wrong with this file").count(), 1);
    assert!(said.contains("\n1002 errors; 3 files checked"), "{said}");
    assert_eq!(registry.problems(case)["roles/a.yaml"].len(), 1_001);
}
