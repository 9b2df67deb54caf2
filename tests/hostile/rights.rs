//! Files and folders that may not be read. Root may read everything, so the program runs as nobody then.

use super::harness::{Outcome, Registry, USUAL};
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use tempfile::TempDir;

/// The user and group that own nothing.
const NOBODY: u32 = 65_534;

fn set(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

/// A registry that everybody may read.
fn open_registry() -> Registry {
    let registry = Registry::new().with("role.yaml", "name: R\n");
    set(registry.home(), 0o755);
    set(&registry.roles(), 0o755);
    registry
}

/// The program where everybody may run it.
fn program_for_all() -> PathBuf {
    static PROGRAM: OnceLock<TempDir> = OnceLock::new();
    let folder = PROGRAM.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        fs::copy(env!("CARGO_BIN_EXE_roles"), folder.path().join("roles")).unwrap();
        set(folder.path(), 0o755);
        set(&folder.path().join("roles"), 0o755);
        folder
    });
    folder.path().join("roles")
}

/// Runs the program as somebody who is not root; nothing where that cannot be.
fn run(registry: &Registry, case: &str, arguments: &[&str]) -> Option<Outcome> {
    let mut program = registry.program(arguments);
    if fs::metadata(registry.home()).unwrap().uid() == 0 {
        program = Command::new(program_for_all());
        program.args(arguments).current_dir(registry.home()).env_clear();
        program.uid(NOBODY).gid(NOBODY);
        // In some containers root may not become anybody else.
        program.output().ok()?;
    }
    Some(registry.measure(&case, program, USUAL))
}

#[test]
fn a_file_that_may_not_be_read_is_reported_and_the_rest_is_read() {
    for name in ["odd.yaml", "registry.yaml"] {
        let registry = open_registry().with("other.yaml", "name: R\nfoo: bar\n");
        let registry = registry.with(name, "version: 1\n");
        set(&registry.roles().join(name), 0o000);
        for (arguments, status) in [(["list"], 2), (["check"], 1)] {
            let Some(said) = run(&registry, name, &arguments) else {
                return;
            };
            assert_eq!(said.status, Some(status), "{name}");
            let all = said.out + &said.err;
            let parts = [
                "error[unreadable-file]",
                &format!("roles/{name}"),
                "Permission denied",
                "error[unknown-key]",
            ];
            assert!(parts.iter().all(|part| all.contains(part)), "{name}: {all}");
        }
    }
}

#[test]
fn a_folder_that_may_not_be_read_is_named() {
    // Neither read nor entered; entered but not listed; listed but not entered.
    for mode in [0o000, 0o311, 0o444] {
        let registry = open_registry();
        set(&registry.roles(), mode);
        let runs =
            [&["list"][..], &["check"], &["list", "--registry", "roles"], &["check", "roles"]];
        let said: Vec<_> =
            runs.iter().map(|arguments| run(&registry, &format!("{mode:o}"), arguments)).collect();
        set(&registry.roles(), 0o755);
        for said in said.into_iter().flatten() {
            assert_eq!((said.status, said.out.as_str()), (Some(2), ""), "{mode:o}: {}", said.err);
            assert!(
                said.err.starts_with("error: ") && said.err.contains("roles'"),
                "{mode:o}: {}",
                said.err
            );
        }
    }
}

#[test]
fn a_folder_above_that_may_not_be_entered_does_no_harm() {
    let registry = open_registry();
    let inner = registry.home().join("closed/inner");
    fs::create_dir_all(&inner).unwrap();
    set(&registry.home().join("closed"), 0o000);
    let said = run(&registry, "beside a closed folder", &["list"]);
    set(&registry.home().join("closed"), 0o755);
    assert!(said.is_none_or(|said| said.status == Some(0)));
}

#[test]
fn a_link_into_a_closed_folder_is_reported() {
    let registry = open_registry();
    let closed = registry.roles().join("closed");
    fs::create_dir(&closed).unwrap();
    fs::write(closed.join("secret.yaml"), "name: Secret\n").unwrap();
    std::os::unix::fs::symlink("closed/secret.yaml", registry.roles().join("odd.yaml")).unwrap();
    set(&closed, 0o000);
    let said = run(&registry, "a link into a closed folder", &["list"]);
    set(&closed, 0o755);
    let Some(said) = said else { return };
    assert_eq!(said.status, Some(2));
    assert!(
        said.err.contains("error[unreadable-file]") && said.err.contains("roles/odd.yaml"),
        "{}",
        said.err
    );
}
