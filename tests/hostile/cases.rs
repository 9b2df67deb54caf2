//! Role files that are refused or taken, and the material for great ones.

use super::harness::{Found, Registry};
use std::collections::BTreeSet;
use std::fmt::Debug;

/// A role file is refused with this code.
pub fn refuse(case: impl Debug, text: impl AsRef<[u8]>, code: &str) {
    let registry = Registry::new().with("odd.yaml", text);
    registry.refused(case, code, "roles/odd.yaml");
}

/// A role file is refused by `check` with this code; reading is the same for all commands. What it said.
pub fn check(case: &str, text: &str, code: &str) -> String {
    let registry = Registry::new().with("odd.yaml", text);
    registry.checked(case, code, "roles/odd.yaml").out
}

/// A role whose task has a list of this item, as often as it gets a place.
pub fn listed(key: &str, item: &str, times: usize) -> String {
    let items = item.repeat(times);
    format!("name: X\ntasks:\n- id: t\n  name: T\n  {key}: [{items}]\n")
}

/// Each of these role files is refused with this code. They stand in one registry, so that there can be many.
pub fn refuse_each<T: AsRef<[u8]> + Debug>(code: &str, texts: &[T]) {
    let registry = registry_of(texts);
    let case = format!("{} files of {code}", texts.len());
    registry.refused(&case, code, "roles/case-0.yaml");
    let found = registry.problems(&case);
    for (number, text) in texts.iter().enumerate() {
        let said = found.get(&format!("roles/case-{number}.yaml"));
        let said = said.unwrap_or_else(|| panic!("nothing is said about {text:?}"));
        let has_code = said.iter().any(|(said, _)| said == code);
        assert!(has_code, "{text:?}: no {code} in {said:?}");
    }
}

/// Nothing is wrong with any of these role files.
pub fn accept_each<T: AsRef<[u8]> + Debug>(texts: &[T]) {
    let registry = registry_of(texts);
    let case = format!("{} good files", texts.len());
    let mut found = registry.problems(&case);
    found.retain(|_, problems| {
        // These files have nothing but a name, and all the same one.
        let is_expected = |code: &str| matches!(code, "similar-names" | "role-without-tasks");
        problems.retain(|(code, _)| !is_expected(code));
        !problems.is_empty()
    });
    assert_eq!(found, Found::new(), "{texts:?}");
    assert_eq!(registry.run(&case, &["list"]).status, Some(0));
}

fn registry_of<T: AsRef<[u8]>>(texts: &[T]) -> Registry {
    let mut registry = Registry::new();
    for (number, text) in texts.iter().enumerate() {
        registry = registry.with(format!("case-{number}.yaml"), text);
    }
    registry
}

/// The lines of a file in which something is wrong.
pub fn lines_of(found: &Found, file: &str) -> BTreeSet<u64> {
    let problems = found.get(file).map(Vec::as_slice).unwrap_or_default();
    problems.iter().map(|(_, line)| *line).collect()
}

/// The lines of a template that have a place, `@`, for something wrong.
pub fn lines_with_a_place(template: &str) -> BTreeSet<u64> {
    let lines = (1..).zip(template.lines());
    let with = lines.filter(|(_, line)| line.contains('@'));
    with.map(|(number, _)| number).collect()
}

/// So many pieces, each written by a function of its number.
pub fn pieces(count: usize, piece: impl Fn(usize) -> String) -> String {
    (0..count).map(piece).collect::<Vec<_>>().concat()
}

/// The beginning, as many units as fit into a file of 1 MiB, and the end.
pub fn full(head: &str, unit: &str, tail: &str) -> String {
    let room = (1 << 20) - head.len() - tail.len();
    format!("{head}{}{tail}", unit.repeat(room / unit.len()))
}
