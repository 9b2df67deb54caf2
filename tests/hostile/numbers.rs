//! What looks like a number, is none, or is too much of one.

use super::cases::{accept_each, refuse, refuse_each};
use super::harness::Registry;

fn task(hours: &str) -> String {
    format!("name: a\ntasks:\n  - {{id: b, name: B, hours_per_week: {hours}}}\n")
}

#[test]
fn hours_are_plain_numbers_of_a_week() {
    let cases = [
        (
            "wrong-type",
            " \"8\" '8' \"\" 1:30 1:30:00 ~ null yes no true on 2026-01-01 8h [8] ½ ٣ ８ 1e",
        ),
        (
            "invalid-value",
            "010 08 1_000 0x10 0o10 0b1 .nan .NaN .inf -.inf 1e999 1e23 1E2 1e-3 .5 5. +3 2.0001 -08",
        ),
        (
            "hours-out-of-range",
            "-3 -0 0 0.0 -0.5 168.001 169 1000 99999999999999999999999999999999999999999",
        ),
    ];
    for (code, written) in cases {
        let tasks: Vec<String> = written.split(' ').map(task).collect();
        refuse_each(code, &tasks);
    }
    refuse("a long number", task(&"9".repeat(100_000)), "hours-out-of-range");
    refuse("many decimals", task(&format!("1.{}", "3".repeat(100_000))), "invalid-value");
    let good = ["8", "8.0", "2.500", "0.001", "168", "168.000"];
    accept_each(&good.map(task));
}

#[test]
fn employees_and_versions_are_plain_numbers() {
    let size = |employees: &str| {
        format!(
            "version: 1\nsizes: [{{id: s, name: S, staffing: one-person, employees: {employees}}}]\n"
        )
    };
    for (text, code) in [
        (size("{min: -1}"), "invalid-value"),
        (size("{min: 010}"), "invalid-value"),
        (size("{max: 1e3}"), "invalid-value"),
        (size("{max: 0x10}"), "invalid-value"),
        (size("{max: .inf}"), "invalid-value"),
        (size("{max: .nan}"), "invalid-value"),
        (size("{max: 2.5}"), "invalid-value"),
        (size("{max: 4294967296}"), "invalid-value"),
        (size("{min: 9, max: 3}"), "invalid-value"),
        (size("{max: '9'}"), "wrong-type"),
        (size("{max: ~}"), "wrong-type"),
        (size("{max: 1:30}"), "wrong-type"),
        ("version: 2\n".to_owned(), "invalid-value"),
        ("version: 1.0\n".to_owned(), "invalid-value"),
        ("version: 01\n".to_owned(), "invalid-value"),
        ("version: .nan\n".to_owned(), "invalid-value"),
        ("version: 1e0\n".to_owned(), "invalid-value"),
        ("version: '1'\n".to_owned(), "wrong-type"),
        ("version: one\n".to_owned(), "wrong-type"),
        ("version: ~\n".to_owned(), "wrong-type"),
        ("version: yes\n".to_owned(), "wrong-type"),
    ] {
        let registry = Registry::new().with("registry.yaml", &text);
        registry.checked(&text, code, "roles/registry.yaml");
    }
}
