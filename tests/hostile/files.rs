//! What stands in the place of a file: too long a one, a pipe, a socket, a device, a folder.

use super::harness::Registry;
use std::fs::{self, File};
use std::io::Write;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;

/// The longest file that is read.
const LIMIT: u64 = 1 << 20;

/// Makes a pipe or, with the right to do so, a device; says whether it did.
fn make(program: &str, path: &Path, rest: &[&str]) -> bool {
    let made = Command::new(program).arg(path).args(rest).output();
    made.is_ok_and(|made| made.status.success())
}

#[test]
fn a_long_file_is_refused_without_being_read() {
    for (case, bytes) in [("1 GB", 1 << 30), ("1 TB", 1 << 40), ("one byte", LIMIT + 1)] {
        for name in ["odd.yaml", "registry.yaml"] {
            let registry = Registry::new().with(name, "");
            let file = File::create(registry.roles().join(name)).unwrap();
            // Not every file system has room for the longest, not even for its emptiness.
            if file.set_len(bytes).is_ok() {
                registry.refused(case, "file-too-long", &format!("roles/{name}"));
            }
        }
    }
}

#[test]
fn a_text_of_64_megabytes_is_refused_without_being_read() {
    let registry = Registry::new();
    let mut file = File::create(registry.roles().join("odd.yaml")).unwrap();
    file.write_all(b"name: \"").unwrap();
    for _ in 0..64 << 10 {
        file.write_all(&[b'x'; 1 << 10]).unwrap();
    }
    file.write_all(b"\"\n").unwrap();
    registry.refused("64 MB", "file-too-long", "roles/odd.yaml");
}

#[test]
fn a_file_as_long_as_the_limit_is_read() {
    let mut text = String::from("name: R\ntasks: [{id: t, name: T}]\n");
    for filler in ["\n", "# comment\n", "#", " "] {
        let room = usize::try_from(LIMIT).unwrap() - text.len();
        let full = format!("{text}{}", filler.repeat(room / filler.len()));
        Registry::new().with("odd.yaml", full).accepted(filler);
    }
    text.push_str("purpose: |\n");
    let blocks = format!("{text}{}", " \n".repeat(500_000));
    let registry = Registry::new().with("odd.yaml", blocks);
    registry.checked("a block of nothing", "blank-text", "roles/odd.yaml");
}

#[test]
fn what_is_no_file_is_passed_over_with_a_note() {
    let registry = Registry::new().with("role.yaml", "name: R\n");
    let path = |name: &str| registry.roles().join(name);
    assert!(make("mkfifo", &path("pipe.yaml"), &[]));
    fs::create_dir(path("folder.yaml")).unwrap();
    fs::write(path("folder.yaml").join("inner.yaml"), "name: [").unwrap();
    let _socket = UnixListener::bind(path("socket.yaml")).unwrap();
    let mut odd = vec!["folder.yaml", "pipe.yaml", "socket.yaml"];
    // Only root can make devices, and not everywhere.
    for (name, kind) in [("zero.yaml", ["c", "1", "5"]), ("disk.yaml", ["b", "7", "0"])] {
        if make("mknod", &path(name), &kind) {
            odd.push(name);
        }
    }
    for command in ["list", "check"] {
        let said = registry.run(&odd, &[command]);
        assert_eq!(said.status, Some(0), "{}", said.err);
        for name in &odd {
            let note = format!("note: roles/{name} is no regular file and was passed over\n");
            assert!(said.err.contains(&note), "{name}: {}", said.err);
        }
        assert_eq!(said.err.lines().count(), odd.len(), "{}", said.err);
    }
}

#[test]
fn the_registry_s_own_file_has_to_be_a_file() {
    for case in ["pipe", "folder", "socket"] {
        let registry = Registry::new().with("role.yaml", "name: R\n");
        let head = registry.roles().join("registry.yaml");
        fs::remove_file(&head).unwrap();
        match case {
            "pipe" => assert!(make("mkfifo", &head, &[])),
            "folder" => fs::create_dir(&head).unwrap(),
            _ => drop(UnixListener::bind(&head).unwrap()),
        }
        registry.refused(case, "unreadable-file", "roles/registry.yaml");
    }
}

#[test]
fn what_is_no_role_s_file_is_nobody_s_affair() {
    let registry = Registry::new().with("role.yaml", "name: R\ntasks: [{id: t, name: T}]\n");
    for name in [".hidden.yaml", "notes.txt", "role.yaml~", "yaml", "role.json"] {
        fs::write(registry.roles().join(name), b"\xff: [\0").unwrap();
    }
    registry.accepted("other files");
}
