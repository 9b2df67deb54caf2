//! What `init` and `new` write: whole files or nothing, in their folder only, and right from the start.

use crate::said;

use roles::source::CATALOGUE_FOLDER;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// The program, with no setting of the tester's near.
fn roles(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roles"));
    command.args(arguments).current_dir(folder).env_clear();
    command
}

/// The exit status and all that was said.
fn run(folder: &Path, arguments: &[&str]) -> (i32, String) {
    ended(&roles(folder, arguments).output().unwrap())
}

fn ended(output: &Output) -> (i32, String) {
    let said = [output.stdout.as_slice(), &output.stderr].concat();
    (output.status.code().unwrap_or(-1), said::text(said))
}

/// Every file below a folder, with its content.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_owned();
                found.insert(name, fs::read(path).unwrap());
            }
        }
    }
    found
}

/// A folder with a copy of the shipped registry.
fn begun() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(run(dir.path(), &["init", "--copy"]).0, 0);
    dir
}

#[test]
fn init_writes_the_shipped_registry_as_it_is() {
    let dir = begun();
    let mut shipped = files(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/roles")));
    shipped.retain(|name, _| !name.starts_with(CATALOGUE_FOLDER));
    assert_eq!(files(&dir.path().join("roles")), shipped);
    let (status, said) = run(dir.path(), &["check", "--strict", "--allow=to-fill-in"]);
    assert_eq!((status, said.starts_with("no problems; ")), (0, true), "{said}");
}

#[test]
fn every_file_names_a_schema_that_is_there() {
    let dir = begun();
    run(dir.path(), &["new", "ad-buyer"]);
    let roles = dir.path().join("roles");
    let yaml = files(&roles).into_keys().filter(|path| path.extension().unwrap() == "yaml");
    let mut seen = 0;
    for name in yaml {
        let text = fs::read_to_string(roles.join(&name)).unwrap();
        let modeline = text.lines().next().unwrap();
        let schema = modeline.strip_prefix("# yaml-language-server: $schema=").unwrap();
        let expected = match name.to_str().unwrap() {
            "registry.yaml" => "registry",
            "also_called.yaml" => "also_called",
            _ => "role",
        };
        assert_eq!(schema, format!(".schema/{expected}.json"));
        assert!(roles.join(schema).is_file(), "{}", name.display());
        seen += 1;
    }
    assert_eq!(seen, 5);
}

#[test]
fn schema_prints_what_init_writes() {
    let dir = begun();
    for kind in ["role", "change", "registry", "team", "also_called"] {
        let (status, said) = run(dir.path(), &["schema", kind]);
        let written = dir.path().join(format!("roles/.schema/{kind}.json"));
        assert_eq!((status, said), (0, said::text(fs::read(written).unwrap())));
    }
}

#[test]
fn nothing_that_is_there_is_overwritten_without_force() {
    let dir = begun();
    let registry = dir.path().join("roles/registry.yaml");
    let role = dir.path().join("roles/community-manager.yaml");
    for file in [&registry, &role] {
        let text = fs::read_to_string(file).unwrap() + "# mine\n";
        fs::write(file, text).unwrap();
    }
    fs::write(dir.path().join("roles/own.yaml"), "name: Own\n").unwrap();
    let before = files(dir.path());
    for refused in [["init"].as_slice(), &["init", "."], &["init", "roles"], &["new", "own"]] {
        let (status, said) = run(dir.path(), refused);
        assert_eq!((status, said.contains("--force")), (2, true), "{said}");
        assert_eq!(files(dir.path()), before, "{refused:?}");
    }
    assert_eq!(run(dir.path(), &["new", "own", "--force"]).0, 0);
    assert!(fs::read_to_string(dir.path().join("roles/own.yaml")).unwrap().contains("first-task"));
    assert_eq!(run(dir.path(), &["init", "--copy", "--force"]).0, 0);
    assert!(!fs::read_to_string(&role).unwrap().contains("# mine"));
    assert!(dir.path().join("roles/own.yaml").is_file());
}

#[test]
fn yaml_files_that_are_no_registry_are_not_made_one() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("roles")).unwrap();
    fs::write(dir.path().join("roles/web.yaml"), "tasks: []\n").unwrap();
    let before = files(dir.path());
    let (status, said) = run(dir.path(), &["init"]);
    assert_eq!((status, said.contains("roles/web.yaml")), (2, true), "{said}");
    assert_eq!(files(dir.path()), before);
    fs::write(dir.path().join("roles/registry.yml"), "version: 1\n").unwrap();
    let (status, said) = run(dir.path(), &["init", "--force"]);
    assert_eq!((status, said.contains("roles/registry.yml")), (2, true), "{said}");
}

#[test]
fn people_who_are_there_first_stay_and_become_part_of_the_registry() {
    let dir = tempfile::tempdir().unwrap();
    let team = dir.path().join("roles/team.yaml");
    fs::create_dir(dir.path().join("roles")).unwrap();
    fs::write(&team, "people: [{name: Ana}]\n").unwrap();
    let (status, said) = run(dir.path(), &["init"]);
    assert_eq!(status, 0, "{said}");
    assert_eq!(fs::read(&team).unwrap(), b"people: [{name: Ana}]\n");
    let (_, said) = run(dir.path(), &["check"]);
    assert!(said.contains("13 tasks and 1 person in 2 files"), "{said}");
}

#[test]
fn a_new_role_is_right_and_so_is_each_line_of_it() {
    let dir = begun();
    for id in ["ad-buyer", "no", "null", "2nd-line", "1e5"] {
        assert_eq!(run(dir.path(), &["new", id]).0, 0, "{id}");
    }
    let (status, said) = run(dir.path(), &["check", "--strict", "--allow=to-fill-in"]);
    assert_eq!((status, said.contains("7 roles and 18 tasks")), (0, true), "{said}");
    let (_, listed) = run(dir.path(), &["list", "--format", "csv"]);
    assert!(listed.contains("Ad buyer") && listed.contains("Null"), "{listed}");
    // Every comment that holds a key, uncovered.
    let path = dir.path().join("roles/ad-buyer.yaml");
    let text = fs::read_to_string(&path).unwrap();
    let uncovered = text.lines().skip(1).map(|line| {
        let indented = line.trim_start();
        let key = indented.strip_prefix("# ").filter(|rest| {
            let word = rest.split(':').next().unwrap();
            rest.contains(": ") && !word.contains(char::is_uppercase) && !word.trim().contains(' ')
                || rest.starts_with("  - {")
        });
        let indent = &line[..line.len() - indented.len()];
        key.map_or(line.to_owned(), |key| format!("{indent}{key}")) + "\n"
    });
    let uncovered: String = uncovered.collect();
    assert_eq!(uncovered.lines().filter(|line| line.trim_start().starts_with('#')).count(), 7);
    fs::write(&path, uncovered).unwrap();
    let (status, said) = run(dir.path(), &["check", "--strict", "--allow=to-fill-in"]);
    assert_eq!(status, 0, "{said}");
}

#[test]
fn an_id_never_leaves_the_folder() {
    let dir = begun();
    let before = files(dir.path());
    for id in [
        "../out", "../../etc/passwd", "/out", "a/b", ".", "..", ".hidden", "a\\b", "C:out", "",
        " ", "registry", "team", "also_called", "Upper", "é", "a\n", "a\u{0}b",
    ] {
        // A null cannot even be passed.
        let Ok(output) = roles(dir.path(), &["new", "--force", "--", id]).output() else {
            assert!(id.contains('\0'));
            continue;
        };
        let (status, said) = ended(&output);
        assert_eq!((status, said.contains("error[invalid-id]")), (2, true), "{id:?}: {said}");
    }
    assert_eq!(files(dir.path()), before);
}

#[test]
fn new_needs_a_registry_of_ones_own_without_errors() {
    let dir = tempfile::tempdir().unwrap();
    let (status, said) = run(dir.path(), &["new", "ad-buyer"]);
    assert_eq!((status, said.contains("roles init")), (2, true), "{said}");
    assert!(files(dir.path()).is_empty());
    run(dir.path(), &["init"]);
    fs::write(dir.path().join("roles/broken.yaml"), "nam: x\n").unwrap();
    let (status, said) = run(dir.path(), &["new", "ad-buyer"]);
    assert_eq!((status, said.contains("did you mean 'name'?")), (2, true), "{said}");
    assert!(!dir.path().join("roles/ad-buyer.yaml").exists());
}

#[test]
fn a_registry_with_the_line_ends_of_windows_gets_such_a_role() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("roles")).unwrap();
    fs::write(dir.path().join("roles/registry.yaml"), "version: 1\r\n").unwrap();
    assert_eq!(run(dir.path(), &["new", "ad-buyer"]).0, 0);
    let text = fs::read_to_string(dir.path().join("roles/ad-buyer.yaml")).unwrap();
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    // No schema lies beside it, so none is named.
    assert!(!text.contains("yaml-language-server"));
    assert_eq!(run(dir.path(), &["check", "--strict", "--allow=to-fill-in"]).0, 0);
}

#[test]
fn of_several_writers_one_wins() {
    let dir = begun();
    let write = |_| {
        let mut writer = roles(dir.path(), &["new", "ad-buyer", "--quiet"]);
        writer.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    };
    let mut writers: Vec<_> = (0..12).map(write).collect();
    let done = writers.iter_mut().filter_map(|writer| writer.wait().unwrap().code());
    assert_eq!(done.filter(|&status| status == 0).count(), 1);
    assert_eq!(run(dir.path(), &["check", "--strict", "--allow=to-fill-in"]).0, 0);
    // And nothing is left beside it.
    assert_eq!(files(&dir.path().join("roles")).len(), 10);
}

/// A disk that takes a few hundred bytes and no more: the system kills the writer, or lets it fail.
#[cfg(unix)]
#[test]
fn a_write_that_is_cut_off_leaves_the_old_file() {
    let dir = begun();
    let role = dir.path().join("roles/community-manager.yaml");
    let text = fs::read_to_string(&role).unwrap() + "# mine\n";
    fs::write(&role, text).unwrap();
    let before = files(dir.path());
    let limited = |before: &str, arguments: &str| {
        let script = format!("{before} ulimit -f 1; exec \"$0\" {arguments}");
        let mut shell = Command::new("sh");
        shell.args(["-c", &script, env!("CARGO_BIN_EXE_roles")]);
        ended(&shell.current_dir(dir.path()).env_clear().output().unwrap())
    };
    let visible = || {
        let mut there = files(dir.path());
        there.retain(|path, _| !path.to_string_lossy().ends_with(".part"));
        there
    };
    // Killed in the middle: a hidden half may stay beside it, the file is the old one.
    let (status, _) = limited("", "init --force");
    assert_eq!((status, visible() == before), (-1, true));
    assert_eq!(run(dir.path(), &["list"]).0, 0);
    // The same as an error that the program sees.
    let halves = files(dir.path());
    let (status, said) = limited("trap '' XFSZ;", "init --force");
    assert_eq!((status, said.contains("could not be written")), (2, true), "{said}");
    assert_eq!(files(dir.path()), halves);
    let (status, said) = limited("trap '' XFSZ;", "init elsewhere");
    assert_eq!((status, said.contains("could not be written")), (2, true), "{said}");
    assert!(!dir.path().join("elsewhere").exists());
}

#[cfg(unix)]
#[test]
fn the_names_of_folders_are_shown_escaped() {
    let dir = tempfile::tempdir().unwrap();
    let (status, said) = run(dir.path(), &["init", "a\u{1b}[31m"]);
    assert_eq!((status, said.contains('\u{1b}')), (0, false), "{said:?}");
}

#[cfg(unix)]
#[test]
fn a_link_in_the_folder_leads_nobody_out() {
    use std::os::unix::fs::symlink;
    let (dir, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    fs::create_dir(dir.path().join("roles")).unwrap();
    symlink(outside.path(), dir.path().join("roles/.schema")).unwrap();
    let (status, said) = run(dir.path(), &["init", "--force"]);
    assert_eq!((status, said.contains("leads out of the folder")), (2, true), "{said}");
    assert!(files(outside.path()).is_empty());
    assert!(!dir.path().join("roles/registry.yaml").exists());
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_named() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    let dir = begun();
    let program = dir.path().join("program");
    // Not by us: another test may start a program meanwhile, which would have the copy open for writing until it runs.
    let copied = Command::new("cp").arg(env!("CARGO_BIN_EXE_roles")).arg(&program).status();
    assert!(copied.unwrap().success());
    fs::set_permissions(dir.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let roles = dir.path().join("roles");
    fs::set_permissions(&roles, fs::Permissions::from_mode(0o555)).unwrap();
    let before = files(&roles);
    for arguments in [["new", "ad-buyer"], ["init", "--force"]] {
        let mut command = Command::new(&program);
        command.args(arguments).current_dir(dir.path()).env_clear();
        // Nobody may do everything but root; nobody is somebody who is not.
        if fs::metadata(&program).unwrap().uid() == 0 {
            command.uid(65534).gid(65534);
        }
        let (status, said) = ended(&command.output().unwrap());
        assert_eq!((status, said.contains("could not be written")), (2, true), "{said}");
        assert_eq!(files(&roles), before);
    }
    fs::set_permissions(&roles, fs::Permissions::from_mode(0o755)).unwrap();
}
