//! Hostile and odd registries, end to end: each ends in time with a problem that names its file, and nothing raw
//! reaches the terminal. The time is a guard against hanging, not a measurement.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fmt::Write;
use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Nothing that is refused takes nearly this long.
const PATIENCE: Duration = Duration::from_secs(20);

/// Runs `roles list` on a registry whose folder is filled by a function; the status and what was said.
fn list(fill: impl FnOnce(&Path)) -> (Option<i32>, String) {
    let folder = tempfile::tempdir().unwrap();
    let roles = folder.path().join("roles");
    fs::create_dir(&roles).unwrap();
    fs::write(roles.join("registry.yaml"), "version: 1\n").unwrap();
    fill(&roles);
    // What is said goes to a file: a full pipe must not look like a hanging program.
    let said = folder.path().join("said");
    let mut child = Command::new(env!("CARGO_BIN_EXE_roles"))
        .arg("list")
        .current_dir(folder.path())
        .env_clear()
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(File::create(&said).unwrap())
        .spawn()
        .unwrap();
    let start = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if start.elapsed() > PATIENCE {
            child.kill().unwrap();
            panic!("it hangs");
        }
        sleep(Duration::from_millis(5));
    };
    (
        status.code(),
        String::from_utf8(fs::read(said).unwrap()).unwrap(),
    )
}

/// A role file with this text is refused with this code, in that file.
fn refuse(text: impl AsRef<[u8]>, code: &str) {
    let (status, said) = list(|roles| fs::write(roles.join("odd.yaml"), text).unwrap());
    let head = &said[..said.floor_char_boundary(600)];
    assert_eq!(status, Some(2), "{head}");
    assert!(
        said.contains(&format!("error[{code}]")),
        "no {code} in:\n{head}"
    );
    assert!(said.contains("roles/odd.yaml"), "no file in:\n{head}");
    let raw = |letter: char| {
        (letter.is_control() && letter != '\n')
            || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert!(!said.contains(raw), "something raw in:\n{head:?}");
}

#[test]
fn bombs_and_depths_are_refused() {
    let mut laughs = String::from("a0: &a0 [x, x]\n");
    for level in 1..10 {
        let before = format!("*a{}, ", level - 1).repeat(9);
        writeln!(laughs, "a{level}: &a{level} [{before}]").unwrap();
    }
    refuse(laughs, "yaml-alias");
    refuse(
        format!(
            "name: &n {}\nalso_called: [{}]\n",
            "x".repeat(9_000),
            "*n, ".repeat(20_000)
        ),
        "yaml-alias",
    );
    refuse("name: &a [*a]\n", "yaml-alias");
    refuse("name: *nowhere\n", "yaml-alias");
    for open in ["[", "{a: ", "- ", "? "] {
        refuse(open.repeat(100_000), "nesting-too-deep");
    }
}

#[test]
fn characters_that_move_the_cursor_are_refused_and_not_shown() {
    refuse("name: \"\\e[31mred\"\n", "control-character");
    refuse("name: \"\\0\\x9b\"\n", "control-character");
    refuse("name: a\u{202e}b\n", "control-character");
    refuse("name: a # \u{2066}comment\n", "control-character");
    refuse("name: a\u{1b}[31m\n", "yaml-syntax");
    refuse("\u{1b}]0;title\u{7}: a\n", "yaml-syntax");
    refuse("name: a\nfocus: \"\\e[2J\"\n", "invalid-value");
    refuse("name: a\n\"\\e[2J\": b\n", "unknown-key");
}

#[test]
fn other_encodings_and_empty_files_are_named() {
    refuse(b"name: caf\xe9\n", "not-utf-8");
    refuse(b"\xff\xfen\0a\0m\0e\0", "not-utf-8");
    refuse("", "empty-file");
    refuse("\u{feff}# only a comment\n", "empty-file");
    refuse("name: a\n---\nname: b\n", "several-documents");
    refuse("name: a\n<<<<<<< HEAD\n", "yaml-syntax");
}

#[test]
fn numbers_that_are_no_plain_hours_are_refused() {
    for (hours, code) in [
        ("\"8\"", "wrong-type"),
        ("1:30", "wrong-type"),
        ("~", "wrong-type"),
        ("yes", "wrong-type"),
        ("010", "invalid-value"),
        ("1_000", "invalid-value"),
        ("0x10", "invalid-value"),
        (".nan", "invalid-value"),
        (".inf", "invalid-value"),
        ("1e999", "invalid-value"),
        ("1e23", "invalid-value"),
        ("-3", "hours-out-of-range"),
        ("0", "hours-out-of-range"),
        ("168.5", "hours-out-of-range"),
    ] {
        refuse(
            format!("name: a\ntasks:\n  - {{id: b, name: B, hours_per_week: {hours}}}\n"),
            code,
        );
    }
}

#[test]
fn many_mistakes_in_one_file_take_no_forever() {
    refuse(
        format!("name: X\n{}", "name: Y\n".repeat(100_000)),
        "duplicate-key",
    );
    refuse(
        format!("name: X\nsources: [{}]\n", "nobody, ".repeat(60_000)),
        "unknown-source",
    );
    let mut ring = String::new();
    for task in 0..5_000 {
        let next = (task + 1) % 5_000;
        writeln!(ring, "- {{id: t{task}, name: T, after: [t{next}, t0, t1]}}").unwrap();
    }
    refuse(format!("name: X\ntasks:\n{ring}"), "prerequisite-cycle");
    refuse(
        format!("name: {}\nfocus: nope\n", "é".repeat(4_000)),
        "invalid-value",
    );
}

#[test]
fn what_is_no_file_or_no_file_of_ours_is_not_read() {
    let (status, said) = list(|roles| {
        File::create(roles.join("odd.yaml"))
            .unwrap()
            .set_len(1 << 30)
            .unwrap();
    });
    assert!(
        status == Some(2) && said.contains("error[file-too-long]"),
        "{said}"
    );
    let (status, said) = list(|roles| {
        symlink("/etc/hosts", roles.join("out.yaml")).unwrap();
        symlink("loop.yaml", roles.join("loop.yaml")).unwrap();
        symlink("/dev/zero", roles.join("zero.yaml")).unwrap();
        fs::write(roles.join("odd.yaml"), "foo: bar\n").unwrap();
    });
    assert_eq!(status, Some(2));
    assert_eq!(said.matches("error[link-outside]").count(), 2, "{said}");
    assert!(
        said.contains("error[unreadable-file]") && said.contains("error[unknown-key]"),
        "{said}"
    );
    let (status, said) = list(|roles| {
        let made = Command::new("mkfifo")
            .arg(roles.join("pipe.yaml"))
            .status()
            .unwrap();
        assert!(made.success());
        fs::create_dir(roles.join("folder.yaml")).unwrap();
    });
    assert_eq!(status, Some(0));
    assert_eq!(said.matches("was passed over").count(), 2, "{said}");
}

#[test]
fn file_names_are_checked_and_shown_escaped() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let (status, said) = list(|roles| {
        fs::write(roles.join("a\u{1b}[31m.yaml"), "name: a\n").unwrap();
        fs::write(roles.join(OsStr::from_bytes(b"\xff.yaml")), "name: a\n").unwrap();
        fs::write(roles.join("Upper Case.yaml"), "name: a\n").unwrap();
    });
    assert_eq!(status, Some(2));
    assert_eq!(said.matches("error[invalid-id]").count(), 3, "{said}");
    assert!(!said.contains('\u{1b}'), "{said:?}");
}
