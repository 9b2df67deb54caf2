//! What the program says of itself: `roles --version` names its version, and the registry in use with its own; the help,
//! and what stands below a panic, where to ask.

use crate::said;

use roles::cli::{QUESTIONS, explain_panics};
use std::fs;
use std::path::Path;
use std::process::Command;

/// What stands in the two lines, the second without its first word.
fn version(arguments: &[&str], variables: &[(&str, &str)], folder: &Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_roles"))
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?}");
    assert_eq!(output.stderr, b"", "{arguments:?}");
    let out = said::text(output.stdout);
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 2, "{out}");
    let commit = lines[0].strip_prefix(concat!("roles ", env!("CARGO_PKG_VERSION"))).unwrap();
    assert!(commit.is_empty() || is_commit(commit), "{commit:?}");
    lines[1].strip_prefix("registry ").unwrap_or(lines[1]).to_owned()
}

/// True for ` (0123abcde 2026-11-29)`, which a release build in a clone says of itself.
fn is_commit(text: &str) -> bool {
    let inside = text.strip_prefix(" (").and_then(|text| text.strip_suffix(')'));
    inside.and_then(|inside| inside.split_once(' ')).is_some_and(|(number, day)| {
        number.len() == 9
            && number.bytes().all(|byte| byte.is_ascii_hexdigit())
            && day.len() == 10
            && day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
    })
}

#[test]
fn the_registry_in_use_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let shipped = "version 1, shipped with the program: 2 roles, 13 tasks";
    for flag in ["--version", "-V"] {
        assert_eq!(version(&[flag], &[], folder.path()), shipped);
    }
    for name in ["project", "project/roles/deep", "other"] {
        fs::create_dir_all(folder.path().join(name)).unwrap();
    }
    let own = folder.path().join("project/roles");
    for roles in [&own, &folder.path().join("other")] {
        fs::write(roles.join("registry.yaml"), "version: 1\n").unwrap();
    }
    fs::write(own.join("typist.yaml"), "name: Typist\ntasks: [{id: type, name: Type}]\n").unwrap();
    let project = folder.path().join("project");
    let here = "version 1, in roles: 1 role, 1 task";
    assert_eq!(version(&["-V"], &[], &project), here);
    let above = "version 1, in ../../roles: 1 role, 1 task";
    assert_eq!(version(&["-V"], &[], &own.join("deep")), above);
    let other = "version 1, in other: 0 roles, 0 tasks";
    let variables = [("ROLES_REGISTRY", "other")];
    assert_eq!(version(&["-V"], &variables, folder.path()), other);
    let named = "version 1, in project/roles: 1 role, 1 task";
    for arguments in [["--registry", "project", "-V"], ["-V", "--registry", "project"]] {
        assert_eq!(version(&arguments, &variables, folder.path()), named);
    }
    assert_eq!(version(&["--registry=project", "-V"], &variables, folder.path()), named);
}

#[test]
fn a_registry_that_cannot_be_used_is_said_to_be_so() {
    let folder = tempfile::tempdir().unwrap();
    let missing = "registry: --registry names the folder 'nowhere', which does not exist";
    assert_eq!(version(&["-V", "--registry", "nowhere"], &[], folder.path()), missing);
    let roles = folder.path().join("roles");
    fs::create_dir(&roles).unwrap();
    fs::write(roles.join("registry.yaml"), "version: 2\n").unwrap();
    let broken = "in roles: 1 error; roles check shows what is wrong";
    assert_eq!(version(&["-V"], &[], folder.path()), broken);
    fs::create_dir(folder.path().join("a b")).unwrap();
    fs::rename(roles, folder.path().join("a b/roles")).unwrap();
    let broken = "in a b/roles: 1 error; roles check --registry 'a b' shows what is wrong";
    assert_eq!(version(&["-V", "--registry", "a b"], &[], folder.path()), broken);
    let odd = version(&["-V", "--registry", "a\u{1b}[31m"], &[], folder.path());
    assert!(odd.contains("'a\\u{1b}[31m'"), "{odd}");
}

#[test]
fn the_help_says_where_to_ask() {
    let output = Command::new(env!("CARGO_BIN_EXE_roles")).arg("--help").output().unwrap();
    let help = said::text(output.stdout);
    assert!(help.ends_with(&format!("Questions and mistakes in the program:\n  {QUESTIONS}\n")));
}

#[test]
fn a_panic_is_followed_by_one_line_that_says_whom_to_tell() {
    let on_purpose = "version::a_panic_on_purpose";
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", on_purpose, "--ignored", "--nocapture"])
        .env("RUST_BACKTRACE", "0")
        .output()
        .unwrap();
    let said = said::text(output.stderr);
    let after = said.split_once("on purpose\n").expect(&said).1;
    let after = after.lines().find(|line| !line.starts_with("note: run with `RUST_BACKTRACE"));
    let start = concat!("this is a mistake in roles ", env!("CARGO_PKG_VERSION"));
    let line = after.unwrap();
    assert!(line.starts_with(start) && line.ends_with(QUESTIONS), "{said}");
}

#[test]
#[ignore = "the test above runs it"]
#[should_panic(expected = "on purpose")]
fn a_panic_on_purpose() {
    explain_panics(std::io::stderr);
    panic!("on purpose");
}
