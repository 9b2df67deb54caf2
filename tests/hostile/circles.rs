//! Tasks that wait for one another, as many as a file can hold. Circles of roles stand with the crowds.

use super::cases::{check, pieces};
use super::harness::{Registry, SHARE};

/// A role whose tasks wait for the next one each, the last for the first, and all for some more.
fn ring(length: usize, more: &str) -> String {
    let task = |task| {
        let next = (task + 1) % length;
        format!("- {{id: t{task}, name: T, after: [t{next}{more}]}}\n")
    };
    format!("name: X\ntasks:\n{}", pieces(length, task))
}

#[test]
fn a_long_circle_is_printed_once() {
    let length = 12_000 / SHARE;
    let said = check("a ring", &ring(length, ""), "prerequisite-cycle");
    let first = pieces(12, |task| format!("odd/t{task} → "));
    let whole = format!("in a circle: {first}({} more) → odd/t0 ", length - 12);
    // It stands on as many lines as it needs.
    let on_one_line = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(on_one_line.contains(&whole), "{said}");
    assert!(on_one_line.contains(" 1 error; 2 files checked"), "{said}");
}

#[test]
fn a_long_line_is_no_circle() {
    let line = ring(12_000 / SHARE, "").replace("after: [t0]", "after: []");
    let registry = Registry::new().with("odd.yaml", line);
    let listed = registry.run("a line", &["list"]);
    assert_eq!(listed.status, Some(0), "{}", listed.head());
}

#[test]
fn a_tangle_of_circles_is_said_in_a_few() {
    let tangle = ring(5_000 / SHARE, ", t0, t1, t2");
    let said = check("a tangle", &tangle, "prerequisite-cycle");
    assert!(said.matches("error[").count() <= 20, "{said}");
}
