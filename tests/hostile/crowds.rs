//! A hundred thousand files.

use super::cases::pieces;
use super::harness::{Limits, Outcome, Registry, SHARE};
use std::fmt::Write;

/// So many files are a crowd.
const FILES: usize = if SHARE == 1 { 100_000 } else { 2_500 };

/// What a crowd may take.
const CROWD: Limits = Limits { seconds: if SHARE == 1 { 10 } else { 2 }, megabytes: 200 };

/// A registry of so many files, each written by a function of its number.
fn crowd(name: &str, files: usize, text: impl Fn(&mut String, usize)) -> Registry {
    let mut registry = Registry::in_memory();
    let mut buffer = String::new();
    for file in 0..files {
        buffer.clear();
        text(&mut buffer, file);
        registry = registry.with(format!("{name}{file}.yaml"), &buffer);
    }
    registry
}

fn run(registry: &Registry, case: &str, arguments: &[&str]) -> Outcome {
    registry.measure(&case, registry.program(arguments), CROWD)
}

#[test]
fn a_crowd_of_good_files_is_read() {
    let good = |text: &mut String, file| {
        write!(text, "name: R{file}\ntasks: [{{id: t, name: T}}]\n").unwrap();
    };
    let registry = crowd("r", FILES, good);
    let list = run(&registry, "good files", &["list"]);
    assert_eq!((list.status, list.err.as_str()), (Some(0), ""));
    assert!(list.out.contains(&format!(" r{} ", FILES - 1)));
}

#[test]
fn a_crowd_of_files_with_a_mistake_each_is_refused() {
    let registry = crowd("r", FILES, |text, _| text.push_str("name: R\nfoo: bar\n"));
    let list = run(&registry, "a mistake each", &["list"]);
    let sum =
        format!("error: the registry has {FILES} errors in {FILES} files; nothing was done\n");
    assert_eq!(list.status, Some(2));
    assert!(list.err.ends_with(&sum), "{}", list.head());
}

#[test]
fn a_reporting_line_through_all_files_is_drawn() {
    let line = |text: &mut String, file| {
        let above = |above| format!("reports_to: r{above}\n");
        let above = usize::checked_sub(file, 1).map(above).unwrap_or_default();
        write!(text, "name: R{file}\n{above}").unwrap();
    };
    let registry = crowd("r", FILES, line);
    for format in ["tree", "mermaid", "dot", "svg", "json"] {
        let chart = run(&registry, format, &["chart", "-q", "--format", format]);
        assert_eq!((chart.status, chart.err.as_str()), (Some(0), ""), "{format}");
        let last = format!("R{}", FILES - 1);
        assert!(chart.out.contains(&last), "{format}");
    }
}

#[test]
fn a_circle_through_all_files_is_printed_once() {
    let ring = |text: &mut String, file| {
        write!(text, "name: R\nreports_to: r{}\n", (file + 1) % FILES).unwrap();
    };
    let registry = crowd("r", FILES, ring);
    let check = run(&registry, "a ring", &["check"]);
    assert_eq!(check.status, Some(1));
    assert!(check.out.contains("error[reporting-cycle]"), "{}", check.head());
    assert!(check.out.contains("roles/r0.yaml:2:13"), "{}", check.head());
    assert!(check.out.contains("\n1 error; "), "{}", check.head());
}

#[test]
fn many_mistakes_in_many_files_have_an_end() {
    let role = format!("name: R\nsources: [{}]\n", "s,".repeat(1_001));
    let files = (1_000 / SHARE).max(100);
    let registry = crowd("r", files, |text, _| text.push_str(&role));
    let list = run(&registry, "a thousand mistakes each", &["list"]);
    assert_eq!(list.status, Some(2));
    let sum = "error: the registry has 100001 errors in 100 files; nothing was done\n";
    assert!(list.err.ends_with(sum), "{}", list.head());
}

#[test]
fn a_crowd_of_wrong_names_is_not_compared_with_itself() {
    let unknown = |text: &mut String, file| write!(text, "name: R\nreports_to: s{file}\n").unwrap();
    for name in ["R_", "r"] {
        let registry = crowd(name, FILES / 2, unknown);
        let list = run(&registry, "an unknown role each", &["list"]);
        assert_eq!(list.status, Some(2));
        assert!(list.err.contains("error[unknown-role]"), "{}", list.head());
    }
}

#[test]
fn many_sizes_for_many_roles_are_not_all_talked_about() {
    let size = |number| format!("{{id: s{number}, name: S, staffing: custom, positions: []}}, ");
    let sizes = pieces(9_000 / SHARE, size);
    let role = |text: &mut String, file| {
        write!(text, "name: R{file}\ntasks: [{{id: t, name: T, accountable: r0}}]\n").unwrap();
    };
    let head = format!("version: 1\nsizes: [{sizes}]\n");
    let registry = crowd("r", 5_000 / SHARE, role).with("registry.yaml", head);
    let check = run(&registry, "many sizes", &["check"]);
    assert_eq!(check.status, Some(0), "{}", check.head());
    assert!(check.out.contains("\n1001 warnings; "), "{}", check.head());
}
