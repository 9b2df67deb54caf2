//! `-o FILE`: whole or not at all, and never in the place of what is no file.

use std::fs;
use std::path::Path;
use std::process::Command;

/// How a command ends, and what it says.
fn roles(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roles"));
    let output = command.args(arguments).current_dir(folder).env_clear().output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(said).unwrap())
}

#[test]
fn a_file_has_what_standard_output_would_have() {
    let folder = tempfile::tempdir().unwrap();
    for (arguments, format, ending) in [
        (&["list", "--tasks"][..], "csv", "csv"),
        (&["compare", "--lang", "fr"], "markdown", "md"),
        (&["assign", "--sme", "--explain"], "table", "txt"),
        (&["raci", "--large"], "json", "json"),
        (&["chart", "--large"], "mermaid", "mmd"),
        (&["check"], "sarif", "sarif"),
        (&["report"], "html", "html"),
    ] {
        let file = format!("report.{ending}");
        let (status, said) = roles(folder.path(), &[arguments, &["-q", "-o", &file]].concat());
        assert!(status == Some(0) && said.ends_with(&format!(" {file}\n")), "{said}");
        let (_, printed) = roles(folder.path(), &[arguments, &["-q", "--format", format]].concat());
        assert_eq!(fs::read_to_string(folder.path().join(file)).unwrap(), printed);
    }
}

#[test]
fn colours_that_are_forced_are_for_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_roles"));
    command.args(["list", "-o", "list.txt"]).current_dir(folder.path());
    assert!(command.env_clear().env("CLICOLOR_FORCE", "1").status().unwrap().success());
    let text = fs::read_to_string(folder.path().join("list.txt")).unwrap();
    assert!(text.contains("Community manager") && !text.contains('\u{1b}'), "{text}");
}

#[test]
fn what_is_there_stays_where_the_command_fails() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("old.md");
    fs::write(&file, "old\r\n").unwrap();
    assert_eq!(roles(folder.path(), &["show", "nobody", "-o", "old.md"]).0, Some(2));
    assert_eq!(fs::read_to_string(&file).unwrap(), "old\r\n");
    let (status, said) = roles(folder.path(), &["list", "-o", "old.md"]);
    assert_eq!((status, said.as_str()), (Some(0), "replaced old.md\n"));
    assert!(fs::read_to_string(&file).unwrap().starts_with("# "));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn no_folder_device_or_pipe_is_replaced_and_a_link_stays_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::create_dir(path("folder.csv")).unwrap();
    let made = Command::new("mkfifo").arg(path("pipe.csv")).status();
    std::os::unix::fs::symlink("/dev/null", path("device.csv")).unwrap();
    let has_pipe = made.is_ok_and(|made| made.success());
    for name in ["folder.csv", "device.csv", "pipe.csv"].iter().take(2 + usize::from(has_pipe)) {
        assert_eq!(roles(folder.path(), &["list", "-o", name]).0, Some(2), "{name}");
    }
    fs::write(path("real.csv"), "").unwrap();
    std::os::unix::fs::symlink("real.csv", path("link.csv")).unwrap();
    assert_eq!(roles(folder.path(), &["list", "-o", "link.csv"]).0, Some(0));
    assert!(fs::symlink_metadata(path("link.csv")).unwrap().is_symlink());
    assert!(fs::read_to_string(path("real.csv")).unwrap().starts_with("Role,"));
}
