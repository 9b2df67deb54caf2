//! Odd files of people: what stands in their place, what is in them, and a great many people.

use super::cases::pieces;
use super::harness::{Registry, SHARE};
use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::process::Command;

/// So many people, pins and tasks; a debug build gets its share.
const MANY: usize = if SHARE == 1 { 10_000 } else { 1_500 };

const ROLE: &str = "name: R\ntasks: [{id: t, name: T}]\n";

fn registry() -> Registry {
    Registry::new().with("r.yaml", ROLE)
}

#[test]
fn a_long_or_deep_team_is_refused() {
    for (case, bytes) in [("1 GB", 1 << 30), ("one byte", (1 << 20) + 1)] {
        let registry = registry();
        let file = File::create(registry.roles().join("team.yaml")).unwrap();
        file.set_len(bytes).unwrap();
        registry.refused(case, "file-too-long", "roles/team.yaml");
    }
    for (text, code) in [
        ("people: ".to_owned() + &"[".repeat(100_000), "nesting-too-deep"),
        ("people: ".to_owned() + &"{a: ".repeat(100_000), "nesting-too-deep"),
        ("- ".repeat(100_000), "nesting-too-deep"),
        ("pins: {? ".to_owned() + &"[".repeat(100_000), "nesting-too-deep"),
        ("people: [&a {name: A}, *a]".to_owned(), "yaml-alias"),
        (format!("people: [&a {{name: A}}{}]", ", *a".repeat(100_000)), "yaml-alias"),
        (format!("people: [{}]", "5,".repeat(100_000)), "file-too-long"),
        (format!("people: [{{name: {}}}]", "x".repeat(1 << 19)), "text-too-long"),
        ("people: [{name: \"\\e[31mA\"}]".to_owned(), "control-character"),
        ("people: [{name: \"A\\nB\"}]".to_owned(), "control-character"),
        ("people: [{name: A\u{202e}B}]".to_owned(), "control-character"),
        ("people: [{name: \u{1b}[31mA}]".to_owned(), "yaml-syntax"),
        ("pins: {\"r/\\e[31m\\0\": A}".to_owned(), "unknown-task"),
        ("pins: {../../etc/passwd: A}".to_owned(), "unknown-role"),
        ("people: [{name: A, position: \"\\e]0;x\\a\"}]".to_owned(), "unknown-position"),
    ] {
        let case = &text[..text.floor_char_boundary(40)];
        let registry = registry().with("team.yaml", &text);
        registry.refused(case, code, "roles/team.yaml");
    }
    let latin = registry().with("team.yaml", b"people: [{name: Zo\xe9}]\n");
    latin.refused("Latin-1", "not-utf-8", "roles/team.yaml");
}

#[test]
fn links_are_those_of_any_file() {
    for (target, code) in [
        ("/etc/hosts", "link-outside"),
        ("/dev/zero", "link-outside"),
        ("../secret.yaml", "link-outside"),
        ("nowhere.yaml", "unreadable-file"),
        ("team.yaml", "unreadable-file"),
    ] {
        let registry = registry();
        fs::write(registry.home().join("secret.yaml"), "people: [{name: Secret}]\n").unwrap();
        symlink(target, registry.roles().join("team.yaml")).unwrap();
        registry.refused(target, code, "roles/team.yaml");
        let said = registry.run(target, &["check"]).out;
        assert!(!said.contains("Secret"), "{target}: {said}");
    }
}

#[test]
fn what_is_no_file_is_passed_over_with_a_note() {
    for case in ["pipe", "folder", "socket", "device"] {
        let registry = registry();
        let path = registry.roles().join("team.yaml");
        match case {
            "folder" => fs::create_dir(&path).unwrap(),
            "socket" => drop(UnixListener::bind(&path).unwrap()),
            "pipe" => {
                let made = Command::new("mkfifo").arg(&path).status();
                assert!(made.unwrap().success());
            }
            _ => {
                // Only root can make devices, and not everywhere.
                let made = Command::new("mknod").arg(&path).args(["c", "1", "5"]).output();
                if !made.is_ok_and(|made| made.status.success()) {
                    continue;
                }
            }
        }
        for command in ["list", "check"] {
            let said = registry.run(case, &[command]);
            let note = "note: roles/team.yaml is no regular file and was passed over\n";
            assert_eq!((said.status, said.err.as_str()), (Some(0), note), "{case}");
        }
    }
}

#[test]
fn a_great_many_people_and_pins_are_read() {
    let many = MANY;
    let tasks = pieces(many, |number| format!("- {{id: t{number}, name: T{number}}}\n"));
    let role = format!("name: R\ntasks:\n{tasks}");
    let people = pieces(many, |number| format!("- {{name: P{number}}}\n"));
    let pins = pieces(many, |number| format!("  r/t{number}: P{number}\n"));
    let team = format!("people:\n{people}pins:\n{pins}");
    let registry = Registry::new().with("r.yaml", role).with("team.yaml", team);
    registry.accepted("many people");
}

#[test]
fn a_great_many_mistakes_are_found() {
    let many = MANY;
    let people = pieces(many, |number| format!("- {{name: P{number}}}\n"));
    let pins =
        |pin: &dyn Fn(usize) -> String| format!("people:\n{people}pins:\n{}", pieces(many, pin));
    for (team, code) in [
        (pins(&|number| format!("  r/t{number}: Q{number}x\n")), "unknown-person"),
        (pins(&|number| format!("  rr{number}/t: P{number}\n")), "unknown-role"),
        (pins(&|number| format!("  r/tt{number}: P{number}\n")), "unknown-task"),
        (pins(&|number| format!("  tt{number}: P{number}\n")), "unknown-task"),
        (pins(&|number| format!("  ' r/t{}': P1\n", number % 2)), "duplicate-key"),
        (format!("people:\n{}", "- {name: Ana}\n".repeat(many)), "duplicate-id"),
        (format!("people:\n{}", "- Ana\n".repeat(many)), "wrong-type"),
        (format!("people:\n{}", "- {name: A, position: lead}\n".repeat(many)), "unknown-position"),
        (format!("people: [{{name: A, roles: [{}]}}]\n", "rx, ".repeat(many)), "unknown-role"),
    ] {
        let tasks = pieces(many, |number| format!("- {{id: t{number}, name: T{number}}}\n"));
        let role = format!("name: R\ntasks:\n{tasks}");
        let registry = Registry::new().with("r.yaml", role).with("team.yaml", team);
        registry.checked(code, code, "roles/team.yaml");
    }
}
