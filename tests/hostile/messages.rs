//! What a message quotes is short, and the search for what was meant has an end.

use super::cases::{check, full, listed, pieces};
use super::harness::{Registry, SHARE};

#[test]
fn what_a_message_quotes_is_short_however_long_it_is() {
    let many = 40_000 / SHARE;
    let long = "B".repeat(20_000);
    let long_ids = pieces(8, |number| format!("- {{id: {long}{number}, name: T}}\n"));
    let longer_id = format!("- {{id: {}, name: T}}\n", "a".repeat(500_000));
    let choice = listed("after", "x,", many) + &long_ids;
    let beginning = listed("after", "aaa,", many) + &longer_id;
    let number = full("name: X\ntasks: ", "1", "\n");
    let word = full("name: X\nfocus: ", "a", "\n");
    let key = format!("name: X\n{}: b\n", "k".repeat(1_000));
    for (case, text, code) in [
        ("a choice of long ids", choice, "unknown-task"),
        ("an id that a long one begins with", beginning, "unknown-task"),
        ("a number", number, "wrong-type"),
        ("a word", word, "invalid-value"),
        ("a key", key, "unknown-key"),
        ("a text", full("name: ", "é", "\n"), "text-too-long"),
    ] {
        let said = check(case, &text, code);
        assert!(said.len() < 1_000_000, "{case}: {} bytes", said.len());
    }
}

#[test]
fn what_a_message_lists_is_short_however_many_there_are() {
    let tail = "-aaaaaaaa".repeat(500);
    let languages = pieces(200, |number| format!("en-x-{number:08}{tail}, "));
    let names = pieces(40_000 / SHARE, |number| format!("en-x-a{number}: b, "));
    let registry = Registry::new()
        .with("registry.yaml", format!("version: 1\nlanguages: [{languages}]\n"))
        .with("odd.yaml", format!("name: {{{names}}}\n"));
    registry.checked("200 long languages", "unknown-language", "roles/registry.yaml");
}

#[test]
fn the_search_for_what_was_meant_has_an_end() {
    let [right, wrong] = ["b", "c"].map(|letter| letter.repeat(90));
    let task = |number| format!("- {{id: a{number}{right}, name: T, after: [a{wrong}]}}\n");
    let tasks = format!("name: X\ntasks:\n{}", pieces(400, task));
    check("400 long ids", &tasks, "unknown-task");
    let areas = pieces(1_000, |number| format!("- {{id: a{number}{right}, name: A}}\n"));
    let task = |number| format!("- {{id: t{number}, name: T, area: a{wrong}}}\n");
    let role = format!("name: R\ntasks:\n{}", pieces(20, task));
    let head = format!("version: 1\nareas:\n{areas}");
    let mut registry = Registry::new().with("registry.yaml", head);
    for file in 0..500 / SHARE {
        registry = registry.with(format!("r{file}.yaml"), &role);
    }
    registry.checked("1,000 areas for many files", "unknown-area", "roles/r0.yaml");
}
