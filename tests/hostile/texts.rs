//! Texts that look like something else, and texts that are nothing.

use super::cases::refuse_each;
use super::harness::Registry;
use std::fmt::Write;

/// Everything here is a text where a text is expected, and stays as it was written.
const TEXTS: [&str; 32] = [
    "NO",
    "no",
    "yes",
    "Yes",
    "on",
    "off",
    "y",
    "n",
    "true",
    "False",
    "1.10",
    "007",
    "010",
    "0x10",
    "0o7",
    "1_000",
    "1e5",
    "1e999",
    ".inf",
    "-.Inf",
    ".nan",
    "-3",
    "+3",
    "1:30",
    "12:30:45",
    "2026-01-01",
    "2026-01-01T10:00:00Z",
    "=",
    "1.",
    "9999999999999999999999999999999999999999",
    "NULL-1",
    "-",
];

#[test]
fn what_looks_like_something_else_stays_text() {
    let mut tasks = String::new();
    let mut registry = Registry::new();
    for (number, text) in TEXTS.iter().enumerate() {
        // A hyphen by itself begins a list.
        let text = if *text == "-" { "'-'" } else { text };
        registry = registry.with(format!("r{number:02}.yaml"), format!("name: {text}\n"));
        writeln!(tasks, "- {{id: t{number}, name: {text}, detail: {{en: {text}}}}}").unwrap();
    }
    let names = |arguments: &[&str], key: &str| -> Vec<String> {
        let listed = registry.run("odd texts", arguments);
        assert_eq!((listed.status, listed.err.as_str()), (Some(0), ""));
        let json: serde_json::Value = serde_json::from_str(&listed.out).unwrap();
        let rows = json[key].as_array().unwrap().iter();
        rows.map(|row| row["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names(&["list", "--format", "json"], "roles"), TEXTS);
    let registry = Registry::new().with("role.yaml", format!("name: R\ntasks:\n{tasks}"));
    let tasks = registry.run("odd texts", &["list", "--tasks", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&tasks.out).unwrap();
    let rows = json["tasks"].as_array().unwrap().iter();
    assert_eq!(rows.map(|row| row["name"].as_str().unwrap()).collect::<Vec<_>>(), TEXTS);
}

#[test]
fn nothing_is_no_text() {
    let nothing = [
        "~",
        "null",
        "Null",
        "NULL",
        "",
        "\"\"",
        "''",
        "\"  \"",
        "\"\\t\\n\"",
        "|\n  \n",
        "{}",
        "{en: }",
        "{en: ~}",
        "\"\\u00a0\\u3000\"",
        "\"\\u200b\"",
        "\"\\u2800\\u00ad\"",
    ];
    let each = nothing.iter().flat_map(|nothing| {
        let in_task = nothing.replace('\n', "\n    ");
        let task = format!("name: R\ntasks:\n- id: t\n  name: {in_task}\n");
        [format!("name: {nothing}\n"), task]
    });
    refuse_each("blank-text", &each.collect::<Vec<_>>());
}

#[test]
fn a_text_is_one_text() {
    let maps = ["[A]", "{en: [A]}", "{en: {fr: A}}"];
    refuse_each("wrong-type", &maps.map(|text| format!("name: {text}\n")));
    let twice = ["A\nname: B", "{en: A, en: B}", "{en: A, EN: B}"];
    refuse_each("duplicate-key", &twice.map(|text| format!("name: {text}\n")));
    let languages = ["no language", "../en", "e", "en--fr", "日本"];
    refuse_each("unknown-language", &languages.map(|tag| format!("name: {{{tag}: A}}\n")));
}
