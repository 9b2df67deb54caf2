//! What happens around a report: the environment, closed pipes, full disks, standard error, exit statuses.

use crate::said;

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// The program in an empty folder, with nothing of the tester's environment that matters.
fn roles(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roles"));
    command.current_dir(folder).env_clear().stdin(Stdio::null());
    command
}

fn run(command: &mut Command) -> (i32, String, String) {
    let Output { status, stdout, stderr } = command.output().unwrap();
    (status.code().unwrap(), said::text(stdout), said::text(stderr))
}

#[test]
fn the_report_goes_to_stdout_and_nothing_else_does() {
    let folder = tempfile::tempdir().unwrap();
    let (status, out, err) = run(roles(folder.path()).args(["assign", "--sme"]));
    assert_eq!((status, err.as_str()), (0, ""));
    assert!(out.contains("all 13 tasks fall on one person"));
    let (status, out, err) = run(roles(folder.path()).args(["show", "nobody"]));
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(err.starts_with("error[unknown-role]: 'nobody'"));
}

#[test]
fn strict_leaves_with_one_when_a_task_has_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let assign = |arguments: &[&str]| run(roles(folder.path()).arg("assign").args(arguments)).0;
    assert_eq!(assign(&["--sme", "--strict"]), 0);
    assert_eq!(assign(&["--sme", "--hours", "2", "--strict"]), 1);
    assert_eq!(assign(&["--sme", "--hours", "2"]), 0);
    assert_eq!(assign(&[]), 2);
}

#[test]
fn flags_of_every_command_stand_before_or_after_it() {
    let folder = tempfile::tempdir().unwrap();
    let after = run(roles(folder.path()).args(["list", "--lang", "fr", "--quiet"]));
    let before = run(roles(folder.path()).args(["--quiet", "--lang", "fr", "list"]));
    assert_eq!(before, after);
    assert!(after.1.starts_with("2 rôles"));
}

#[test]
fn the_language_follows_the_environment_in_its_order() {
    let folder = tempfile::tempdir().unwrap();
    let first_line = |variables: &[(&str, &str)]| {
        let (status, out, err) =
            run(roles(folder.path()).arg("list").envs(variables.iter().copied()));
        assert_eq!((status, err.as_str()), (0, ""), "{variables:?}");
        out.split(',').next().unwrap().to_owned()
    };
    assert_eq!(first_line(&[]), "2 roles");
    assert_eq!(first_line(&[("LANG", "fr_FR.UTF-8")]), "2 rôles");
    assert_eq!(
        first_line(&[("LANG", "fr_FR.UTF-8"), ("LC_MESSAGES", "es_ES"), ("LC_ALL", "")]),
        "2 roles"
    );
    assert_eq!(first_line(&[("LC_ALL", "fr_CA.UTF-8"), ("LANG", "es_ES")]), "2 rôles");
    assert_eq!(first_line(&[("ROLES_LANG", "fr"), ("LC_ALL", "es_ES")]), "2 rôles");
    for odd in ["de_DE.UTF-8", "garbage", "C", "POSIX", "C.UTF-8", "@", "日本"] {
        assert_eq!(first_line(&[("LANG", odd)]), "2 roles", "{odd}");
    }
}

#[test]
fn a_plain_locale_gets_plain_lines() {
    let folder = tempfile::tempdir().unwrap();
    for (locale, ascii) in
        [("C", true), ("POSIX", true), ("C.UTF-8", false), ("en_US.UTF-8", false)]
    {
        let (_, out, _) = run(roles(folder.path()).arg("list").env("LC_ALL", locale));
        assert_eq!(out.contains("----"), ascii, "{locale}");
        assert_eq!(out.contains('─'), !ascii, "{locale}");
        let (_, out, _) = run(roles(folder.path()).arg("chart").env("LC_ALL", locale));
        assert_eq!(out.contains("`- "), ascii, "{locale}");
        assert_eq!(out.contains("└─ "), !ascii, "{locale}");
    }
}

#[test]
fn colour_is_asked_for_or_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let colored = |arguments: &[&str], variables: &[(&str, &str)]| {
        let mut command = roles(folder.path());
        run(command.args(arguments).envs(variables.iter().copied())).1.contains('\u{1b}')
    };
    assert!(!colored(&["list"], &[]));
    assert!(colored(&["list", "--color", "always"], &[("NO_COLOR", "1")]));
    assert!(colored(&["list"], &[("CLICOLOR_FORCE", "1")]));
    assert!(colored(&["list"], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "")]));
    assert!(!colored(&["list"], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(!colored(&["--help"], &[]));
    assert!(colored(&["--help", "--color=always"], &[]));
    assert!(!colored(&["list", "--color", "always", "--format", "json"], &[]));
}

#[test]
fn widths_that_make_no_sense_do_no_harm() {
    let folder = tempfile::tempdir().unwrap();
    let width = |columns: &str| {
        let (status, out, _) =
            run(roles(folder.path()).args(["assign", "--sme"]).env("COLUMNS", columns));
        assert_eq!(status, 0);
        out.lines().map(|line| line.chars().count()).max().unwrap()
    };
    for columns in ["", "0", "-5", "wide", "99999999999999999999"] {
        assert_eq!(width(columns), width("100"), "{columns}");
    }
    assert_eq!(width("1"), width("20"));
    assert!(width("20") <= 20);
    assert!(width("60") <= 60);
    assert!(width("100000") < 200);
}

#[test]
fn a_registry_that_is_not_obvious_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("project");
    fs::create_dir_all(project.join("roles")).unwrap();
    fs::create_dir_all(project.join("docs")).unwrap();
    fs::write(project.join("roles/web.yaml"), "name: Web").unwrap();
    let list = |below: &str, variable: Option<&str>| {
        let mut command = roles(&project.join(below));
        run(command.arg("list").envs(variable.map(|path| ("ROLES_REGISTRY", path))))
    };
    let (_, out, err) = list("", None);
    assert!(
        out.contains("Community manager") && err.contains("roles/ has no registry.yaml"),
        "{err}"
    );
    fs::write(project.join("roles/registry.yaml"), "version: 1").unwrap();
    assert_eq!(list("", None).2, "");
    assert_eq!(list("docs", None).2, "note: using the registry in ../roles\n");
    assert_eq!(
        list("docs", Some("../roles")).2,
        "note: using the registry in ../roles (ROLES_REGISTRY)\n"
    );
    assert!(list("docs", None).1.contains("Web"));
    let (status, _, err) = list("docs", Some("nowhere"));
    assert_eq!(status, 2);
    assert!(err.starts_with("error: ROLES_REGISTRY names the folder 'nowhere'"), "{err}");
    let (_, _, err) = run(roles(&project.join("docs")).args(["list", "--quiet"]));
    assert_eq!(err, "");
}

#[cfg(unix)]
#[test]
fn a_reader_who_goes_away_is_no_failure() {
    let folder = tempfile::tempdir().unwrap();
    for format in ["table", "json", "csv", "markdown"] {
        let mut child = roles(folder.path())
            .args(["list", "--tasks", "--format", format])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let Output { status, stderr, .. } = child.wait_with_output().unwrap();
        assert_eq!((status.code(), stderr.as_slice()), (Some(0), &b""[..]), "{format}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_and_seen() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in [&["list"][..], &["assign", "--sme", "--format", "json"], &["--help"], &[]] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let Output { status, stderr, .. } =
            roles(folder.path()).args(arguments).stdout(full).output().unwrap();
        assert_eq!(status.code(), Some(2), "{arguments:?}");
        assert!(
            String::from_utf8(stderr)
                .unwrap()
                .starts_with("error: the report could not be written")
        );
    }
}

#[cfg(unix)]
#[test]
fn arguments_that_are_no_text_are_refused() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = tempfile::tempdir().unwrap();
    let (status, _, err) = run(roles(folder.path()).arg("show").arg(OsStr::from_bytes(b"a\xff")));
    assert_eq!(status, 2);
    assert!(err.starts_with("error: "), "{err}");
    let (status, _, err) = run(roles(folder.path()).args(["show", "\u{1b}[31m\u{202e}x"]));
    assert_eq!(status, 2);
    assert!(!err.contains('\u{1b}') && !err.contains('\u{202e}'), "{err}");
}
