//! `roles check` where it runs by itself: the paths that it gives, what it says when there is nothing of one's own to
//! check, and that no format hands a terminal anything raw.

use crate::raw;
use crate::said;

use raw::is_raw;
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// A folder with a registry in `project/src/roles`, whose one role has a mistake.
fn project() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let roles = dir.path().join("project/src/roles");
    fs::create_dir_all(&roles).unwrap();
    fs::write(roles.join("registry.yaml"), "version: 1\n").unwrap();
    fs::write(roles.join("a.yaml"), "nam: A\n").unwrap();
    dir
}

/// The exit status, standard output and standard error of `roles check`.
fn check(folder: &Path, arguments: &[&str], workspace: Option<&Path>) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roles"));
    command.arg("check").args(arguments).current_dir(folder).env_clear();
    if let Some(workspace) = workspace {
        command.env("GITHUB_WORKSPACE", workspace);
    }
    let output = command.output().unwrap();
    (output.status.code().unwrap(), said::text(output.stdout), said::text(output.stderr))
}

#[test]
fn annotations_begin_at_the_workspace_and_other_paths_at_the_current_folder() {
    let dir = project();
    let project = dir.path().join("project").canonicalize().unwrap();
    let (src, docs) = (project.join("src"), project.join("docs"));
    fs::create_dir(&docs).unwrap();
    let github = |folder: &Path, arguments: &[&str], workspace: Option<&Path>| {
        let arguments = [arguments, &["--format", "github"]].concat();
        let (status, out, _) = check(folder, &arguments, workspace);
        assert_eq!(status, 1);
        out.split("file=").nth(1).unwrap().split(',').next().unwrap().to_owned()
    };
    assert_eq!(github(&src, &[], None), "roles/a.yaml");
    assert_eq!(github(&src, &["."], None), "roles/a.yaml");
    assert_eq!(github(&project, &["src/../src"], None), "src/roles/a.yaml");
    assert_eq!(github(&src, &[], Some(&project)), "src/roles/a.yaml");
    assert_eq!(github(&docs, &["../src"], Some(&project)), "src/roles/a.yaml");
    assert_eq!(github(&src, &[], Some(&docs)), "roles/a.yaml");
    let (_, out, _) = check(&src, &["--format", "json"], Some(&project));
    assert!(out.contains("\"file\": \"roles/a.yaml\""), "{out}");
}

/// No clone on Windows can have such a file, so the test writes it.
#[cfg(unix)]
#[test]
fn a_file_that_windows_keeps_for_a_device_is_a_mistake_everywhere() {
    let dir = project();
    let src = dir.path().join("project/src");
    fs::rename(src.join("roles/a.yaml"), src.join("roles/aux.yaml")).unwrap();
    fs::write(src.join("roles/aux.yaml"), "name: A\n").unwrap();
    let (status, out, _) = check(&src, &[], None);
    assert_eq!(status, 1, "{out}");
    let first =
        "error[invalid-id]: the file's name \"aux\" is no role id: Windows keeps it for a device\n";
    assert!(out.starts_with(first), "{out}");
}

#[cfg(unix)]
#[test]
fn paths_are_the_same_through_a_link() {
    use std::os::unix::fs::symlink;
    let dir = project();
    let project = dir.path().join("project").canonicalize().unwrap();
    let link = dir.path().join("link");
    symlink(&project, &link).unwrap();
    fs::rename(project.join("src/roles"), project.join("shared")).unwrap();
    symlink("../shared", project.join("src/roles")).unwrap();
    symlink("a.yaml", project.join("shared/b.yaml")).unwrap();
    for format in ["github", "sarif"] {
        for workspace in [&project, &link] {
            for (folder, argument) in
                [(project.join("src"), "."), (link.join("src"), "."), (project.clone(), "src")]
            {
                let (_, out, _) = check(&folder, &[argument, "--format", format], Some(workspace));
                for file in ["shared/a.yaml", "shared/b.yaml"] {
                    let (github, sarif) = (format!("file={file},"), format!("\"uri\": \"{file}\""));
                    assert!(out.contains(&github) || out.contains(&sarif), "{folder:?}: {out}");
                }
            }
        }
    }
}

#[test]
fn a_green_run_says_when_it_was_not_about_a_registry_of_ones_own() {
    let dir = tempfile::tempdir().unwrap();
    let (status, out, err) = check(dir.path(), &["--format", "github"], None);
    assert_eq!((status, out.as_str()), (0, ""));
    assert!(err.contains("the shipped one is checked"), "{err}");
    let (status, _, err) = check(dir.path(), &["--strict"], None);
    assert_eq!((status, err.contains("no registry of your own")), (2, true), "{err}");
}

#[test]
fn a_file_that_is_not_read_is_not_counted() {
    let dir = project();
    let src = dir.path().join("project/src");
    let role = "name: A\ntasks: [{id: t, name: T}]\n";
    fs::write(src.join("roles/a.yaml"), role).unwrap();
    fs::write(src.join("roles/b.yaml.txt"), "name: B\n").unwrap();
    let (status, out, err) = check(&src, &[], None);
    assert_eq!((status, out.as_str()), (0, "no problems; 1 role and 1 task in 2 files checked\n"));
    let ending = "note: roles/b.yaml.txt does not end in .yaml or .yml and was passed over";
    assert!(err.contains(ending), "{err}");
}

#[test]
fn the_people_are_checked_and_counted() {
    for name in ["team.yaml", "team.yml"] {
        let dir = project();
        let src = dir.path().join("project/src");
        let role = "name: A\ntasks: [{id: t, name: T}]\n";
        fs::write(src.join("roles/a.yaml"), role).unwrap();
        let team = src.join("roles").join(name);
        for (people, counted) in [
            ("people:\n", "0 people"),
            ("people: [{name: Ana}]\n", "1 person"),
            ("people: [{name: Ana}, {name: Luis}]\n", "2 people"),
        ] {
            fs::write(&team, people).unwrap();
            let (status, out, err) = check(&src, &[], None);
            let said = format!("no problems; 1 role, 1 task and {counted} in 3 files checked\n");
            assert_eq!((status, out, err.as_str()), (0, said, ""));
        }
        fs::write(&team, "people: [{nam: Ana}]\n").unwrap();
        let (status, out, _) = check(&src, &[], None);
        assert!(status == 1 && out.contains("error[unknown-key]"), "{out}");
        assert!(out.contains(&format!("roles/{name}:1:11")), "{out}");
        // Every command that reads the registry stops.
        for command in [&["list"][..], &["show", "a"], &["assign", "--large"]] {
            let output = Command::new(env!("CARGO_BIN_EXE_roles"))
                .args(command)
                .current_dir(&src)
                .env_clear()
                .output()
                .unwrap();
            let said = said::text(output.stderr);
            assert_eq!((output.status.code(), &output.stdout[..]), (Some(2), &b""[..]));
            assert!(said.contains("error[unknown-key]"), "{command:?}: {said}");
        }
    }
}

#[test]
fn other_words_are_checked_and_read_by_nobody_whom_they_do_not_help() {
    let dir = project();
    let src = dir.path().join("project/src");
    let role = "name: A\ntasks: [{id: t, name: T}]\n";
    fs::write(src.join("roles/a.yaml"), role).unwrap();
    fs::write(src.join("roles/also_called.yml"), "a: {t: [Tee]}\n").unwrap();
    let (status, out, err) = check(&src, &[], None);
    assert_eq!(
        (status, out, err.as_str()),
        (0, "no problems; 1 role and 1 task in 3 files checked\n".to_owned(), "")
    );
    fs::write(src.join("roles/also_called.yml"), "a: {s: [Tee]}\n").unwrap();
    let (status, out, _) = check(&src, &[], None);
    assert!(status == 1 && out.contains("error[unknown-task]"), "{out}");
    assert!(out.contains("roles/also_called.yml:1:5"), "{out}");
    for (command, status) in [
        ("who does t", 2),
        ("show a/t", 2),
        ("show a", 0),
        ("show a --as job-description", 0),
        ("list", 0),
        ("list --tasks", 0),
        ("compare --sizes sme large", 0),
        ("assign --sme --explain", 0),
        ("raci --large", 0),
        ("risks --large", 0),
        ("chart", 0),
        ("report", 0),
        ("--version", 0),
        ("new b", 0),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_roles"))
            .args(command.split(' '))
            .current_dir(&src)
            .env_clear()
            .output()
            .unwrap();
        let said = said::text(output.stderr);
        assert_eq!(output.status.code(), Some(status), "{command}: {said}");
        assert_eq!(said.contains("error[unknown-task]"), status == 2, "{command}: {said}");
    }
}

#[test]
fn no_format_shows_anything_raw() {
    let dir = project();
    let src = dir.path().join("project/src");
    let raw = "\"a\\e[1A\\x07\\x7f\\x9b\\u202e\\u2066b\": 2\nname: A\n";
    fs::write(src.join("roles/a.yaml"), raw).unwrap();
    for format in ["human", "json", "sarif", "github"] {
        let (status, out, _) = check(&src, &["--format", format], None);
        assert_eq!((status, out.find(is_raw)), (1, None), "{format}: {out:?}");
    }
    // What JSON says is the same to a program.
    let (_, out, _) = check(&src, &["--format", "json"], None);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    let message = json["problems"][0]["message"].as_str().unwrap();
    assert!(message.contains("a\u{1b}[1A\u{7}\u{7f}\u{9b}\u{202e}\u{2066}b"), "{message:?}");
}
