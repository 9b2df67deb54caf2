//! Files are written whole or not at all, and none outside its folder.

use roles::sink::{Draft, Existing, Unwritten, replace, that_begin_with, write};
use std::fs;
use std::io;
use std::time::Duration;
use tempfile::tempdir;

/// Unfinished files of this age are taken away.
const STALE: Duration = Duration::from_mins(10);

#[test]
fn what_we_wrote_is_known_in_other_line_ends_behind_a_mark_and_with_nothing_in_it() {
    let dir = tempdir().unwrap();
    let (ours, drafts) = (Existing::ReplaceOwn("OURS\r\n"), [Draft::new("a", "OURS\r\n1\r\n")]);
    for kept in ["OURS\r\n2\r\n", "OURS\n2\n", "\u{feff}OURS\r\n2\r\n", ""] {
        fs::write(dir.path().join("a"), kept).unwrap();
        assert!(write(dir.path(), &drafts, ours).unwrap()[0].replaced, "{kept:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_device_is_never_replaced() {
    let dir = tempdir().unwrap();
    std::os::unix::fs::symlink("/dev/null", dir.path().join("null")).unwrap();
    for existing in [Existing::Replace, Existing::ReplaceOwn("OURS"), Existing::Keep] {
        let refused = write(dir.path(), &[Draft::new("null", "x")], existing).unwrap_err();
        assert!(matches!(refused, Unwritten::Failed(..)), "{refused:?}");
    }
    let link = fs::symlink_metadata(dir.path().join("null")).unwrap();
    assert!(link.is_symlink());
}

#[test]
fn what_a_killed_writer_left_is_taken_away_later() {
    let dir = tempdir().unwrap();
    let age = |name: &str, age: Duration| {
        let file = fs::File::create(dir.path().join(name)).unwrap();
        file.set_modified(std::time::SystemTime::now() - age).unwrap();
    };
    age(".roles-old.part", 2 * STALE);
    age(".roles-new.part", STALE / 2);
    age(".theirs-old.part", 2 * STALE);
    write(dir.path(), &[Draft::new("a.yaml", "a")], Existing::Keep).unwrap();
    let entries = fs::read_dir(dir.path()).unwrap();
    let mut left: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, [".roles-new.part", ".theirs-old.part", "a.yaml"]);
}

#[test]
fn a_replaced_file_keeps_its_line_ends() {
    let dir = tempdir().unwrap();
    let path = dir.path().join("a.yaml");
    fs::write(&path, "old: yes\r\n").unwrap();
    write(dir.path(), &[Draft::new("a.yaml", "a: b\nc: d\n")], Existing::Replace).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "a: b\r\nc: d\r\n");
}

#[cfg(unix)]
#[test]
fn a_replaced_file_keeps_its_permissions_and_a_new_one_has_the_usual_ones() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempdir().unwrap();
    let mode = |name: &str| {
        let data = fs::metadata(dir.path().join(name)).unwrap();
        data.permissions().mode() & 0o777
    };
    fs::write(dir.path().join("usual"), "").unwrap();
    fs::write(dir.path().join("a.yaml"), "").unwrap();
    fs::set_permissions(dir.path().join("a.yaml"), fs::Permissions::from_mode(0o600)).unwrap();
    let drafts = [Draft::new("a.yaml", "a"), Draft::new("b.yaml", "b")];
    write(dir.path(), &drafts, Existing::Replace).unwrap();
    assert_eq!((mode("a.yaml"), mode("b.yaml")), (0o600, mode("usual")));
}

#[test]
fn what_we_wrote_is_found_again() {
    let dir = tempdir().unwrap();
    for (name, text) in [("b.ics", "OURS 1"), ("a.ics", "OURS"), ("c.ics", "theirs"), ("d", "OURS")]
    {
        fs::write(dir.path().join(name), text).unwrap();
    }
    fs::create_dir(dir.path().join("e.ics")).unwrap();
    let found = that_begin_with("OURS", dir.path(), "ics");
    assert_eq!(found, ["a.ics", "b.ics"].map(|name| dir.path().join(name)));
    assert!(that_begin_with("OURS", &dir.path().join("none"), "ics").is_empty());
}

#[test]
fn an_unfinished_file_is_not_named() {
    let dir = tempdir().unwrap();
    let refused = replace(&dir.path().join("none/a"), b"").unwrap_err();
    let Unwritten::Failed(_, error) = &refused else { unreachable!("{refused:?}") };
    assert_eq!(error.kind(), io::ErrorKind::NotFound);
    assert!(!error.to_string().contains(".roles-"), "{error}");
}

#[cfg(unix)]
#[test]
fn nothing_is_written_outside_the_folder() {
    use std::os::unix::fs::symlink;
    let (dir, outside) = (tempdir().unwrap(), tempdir().unwrap());
    for name in ["../a.yaml", "/a.yaml", "b/../../a.yaml"] {
        let refused = write(dir.path(), &[Draft::new(name, "a")], Existing::Replace);
        assert!(matches!(refused, Err(Unwritten::Outside(_))), "{name}");
    }
    // A link in a file's place is replaced; what it leads to stays.
    fs::write(outside.path().join("theirs"), "theirs").unwrap();
    symlink(outside.path().join("theirs"), dir.path().join("a.yaml")).unwrap();
    write(dir.path(), &[Draft::new("a.yaml", "mine")], Existing::Replace).unwrap();
    let theirs = fs::read_to_string(outside.path().join("theirs")).unwrap();
    assert_eq!(theirs, "theirs");
}
