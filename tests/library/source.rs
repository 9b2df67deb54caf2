//! Files, and places in them.

use roles::source::{
    Encoding, Fault, MAX_FILE_BYTES, OtherWords, PassedOver, Position, SourceFile, read_file,
    read_folder,
};
use std::fs;
#[cfg(unix)]
use std::{os::unix::fs::symlink, path::Path};
use tempfile::tempdir;

fn text_file(text: &str) -> SourceFile {
    SourceFile::new(String::new(), String::new(), Ok(text.to_owned()))
}

#[test]
fn positions_count_characters_and_lines_from_one() {
    let file = text_file("é: b\nc: d\n");
    assert_eq!(file.position(0), Position { line: 1, column: 1 });
    assert_eq!(file.position(4), Position { line: 1, column: 4 });
    assert_eq!(file.position(9), Position { line: 2, column: 4 });
    assert_eq!(file.position(999), Position { line: 3, column: 1 });
}

#[test]
fn positions_far_into_a_long_line_are_counted_too() {
    let file = text_file(&format!("a\n{}\nb", "é".repeat(3_000)));
    for letters in [0, 1, 255, 256, 257, 2_999] {
        let position = file.position(2 + 2 * letters);
        assert_eq!((position.line, position.column), (2, letters + 1));
    }
    assert_eq!(file.position(6_003), Position { line: 3, column: 1 });
}

#[test]
fn a_text_has_no_byte_order_mark_and_other_encodings_are_named_with_their_place() {
    let not_utf8 =
        |line, column, looks_like| Err(Fault::NotUtf8(Position { line, column }, looks_like));
    let check = |bytes: &[u8], expected| {
        let file = SourceFile::from_bytes(String::new(), String::new(), bytes.to_vec());
        assert_eq!(file.text, expected);
    };
    check(b"\xef\xbb\xbfa: b", Ok("a: b".into()));
    check(b"a: b\nc: \xe9t\xe9", not_utf8(2, 4, Encoding::EightBit));
    check(b"{\\rtf1\\ansi name: a}", not_utf8(1, 1, Encoding::Document));
}

#[test]
fn names_tell_what_is_yaml() {
    let dir = tempdir().unwrap();
    for name in ["a.yml", "b.yaml", "c.YAML", "d.yaml.txt", "e.yaml~", ".hidden.yaml"] {
        fs::write(dir.path().join(name), "name: a").unwrap();
    }
    let sources = read_folder(dir.path(), OtherWords::Read).unwrap();
    let path = |name: &str| dir.path().join(name).display().to_string();
    let read: Vec<_> = sources.files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(read, [path("a.yml"), path("b.yaml")]);
    let nearly = ["c.YAML", "d.yaml.txt"].map(|name| (path(name), PassedOver::Ending));
    assert_eq!(sources.passed_over, nearly);
}

#[cfg(unix)]
#[test]
fn a_link_leads_to_a_text_or_is_broken() {
    let dir = tempdir().unwrap();
    fs::write(dir.path().join("a.yaml"), "name: a").unwrap();
    for (target, link) in [("a.yaml", "b.yaml"), ("loop.yaml", "loop.yaml")] {
        symlink(target, dir.path().join(link)).unwrap();
    }
    let sources = read_folder(dir.path(), OtherWords::Read).unwrap();
    let texts: Vec<_> = sources.files.iter().map(|file| file.text.as_deref()).collect();
    assert_eq!(texts, [Ok("name: a"), Ok("name: a"), Err(&Fault::LinkBroken)]);
}

#[test]
fn a_named_file_may_have_any_name_and_has_the_same_limits() {
    let dir = tempdir().unwrap();
    let path = |name: &str| dir.path().join(name);
    let read = |name: &str| read_file(&path(name)).unwrap().text;
    fs::write(path("people.txt"), "people: []").unwrap();
    assert_eq!(read("people.txt").as_deref(), Ok("people: []"));
    let long = fs::File::create(path("long.yaml")).unwrap();
    long.set_len(MAX_FILE_BYTES + 1).unwrap();
    assert_eq!(read("long.yaml"), Err(Fault::TooLong(MAX_FILE_BYTES + 1)));
}

#[cfg(unix)]
#[test]
fn a_named_file_may_be_a_link_and_no_device() {
    let (dir, outside) = (tempdir().unwrap(), tempdir().unwrap());
    fs::write(outside.path().join("team.yaml"), "people: []").unwrap();
    let link = dir.path().join("link.yaml");
    symlink(outside.path().join("team.yaml"), &link).unwrap();
    assert_eq!(read_file(&link).unwrap().text.as_deref(), Ok("people: []"));
    let device = read_file(Path::new("/dev/null")).unwrap();
    assert_eq!(device.text, Err(Fault::NotAFile));
    let pipe = dir.path().join("pipe.yaml");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    assert_eq!(read_file(&pipe).unwrap().text, Err(Fault::NotAFile));
    let nowhere = dir.path().join("nowhere.yaml");
    symlink("nowhere.yaml", &nowhere).unwrap();
    assert!(read_file(&nowhere).is_err());
}
