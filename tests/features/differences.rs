//! `roles diff` with revisions of a repository: read as git has them, and only what was meant.

use std::fs;
use std::path::Path;
use std::process::Command;

/// How a command ends, and what it says.
fn run(program: &str, folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(folder).env("LC_ALL", "en_US.UTF-8");
    for name in ["ROLES_LANG", "ROLES_REGISTRY", "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
        command.env_remove(name);
    }
    let output = command.env("COLUMNS", "80").output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(said).unwrap())
}

fn roles(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    run(env!("CARGO_BIN_EXE_roles"), folder, arguments)
}

fn commit(folder: &Path) {
    let name = ["-c", "user.name=Ana", "-c", "user.email=ana@example.org"];
    for arguments in [&["init", "-q", "-b", "main"][..], &["add", "."], &["commit", "-qm", "a"]] {
        let (status, said) = run("git", folder, &[&name, arguments].concat());
        assert_eq!(status, Some(0), "{said}");
    }
}

/// A repository with a registry in `team/roles`, which has changed since the last commit.
fn repository() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let roles = folder.path().join("team/roles");
    fs::create_dir_all(&roles).unwrap();
    fs::write(roles.join("registry.yaml"), "version: 1\nlanguages: [en]\n").unwrap();
    fs::write(roles.join("host.yaml"), "name: Host\ntasks: [{id: a, name: Greet guests}]\n")
        .unwrap();
    commit(folder.path());
    fs::write(roles.join("host.yaml"), "name: Host\ntasks: [{id: a, name: Greet all}]\n").unwrap();
    folder
}

#[test]
fn a_revision_is_compared_wherever_one_stands() {
    let repository = repository();
    let below = |path: &str| repository.path().join(path);
    for (folder, arguments) in [
        ("team", &["git:HEAD"][..]),
        ("team/roles", &["git:main"]),
        ("team", &["git:HEAD:team/roles/", "roles"]),
        ("", &["git:HEAD:team", "team"]),
        ("", &["git:HEAD", "--registry", "team"]),
        ("team", &["git:HEAD:./roles", "roles"]),
    ] {
        let (status, said) = roles(&below(folder), &[&["diff"], arguments].concat());
        assert_eq!(status, Some(1), "{arguments:?}: {said}");
        assert!(said.contains("Greet guests") && said.contains("1 reworded"), "{said}");
    }
    let (status, said) = roles(&below("team"), &["diff", "git:HEAD", "git:HEAD~0"]);
    assert_eq!((status, said.as_str()), (Some(0), "git:HEAD → git:HEAD~0: nothing differs\n"));
    assert_eq!(roles(&below("team"), &["diff", "git:HEAD", "--exit-zero"]).0, Some(0));
}

#[test]
fn what_is_no_revision_is_said() {
    let repository = repository();
    let folder = repository.path().join("team");
    for (written, expected) in [
        ("git:v9", "no revision 'v9'"),
        ("git:", "no revision ''"),
        ("git:-h", "no revision '-h'"),
        ("git:--output=x", "no revision '--output=x'"),
        ("git:HEAD..HEAD", "no revision 'HEAD..HEAD'"),
        ("git:HEAD:none", "no registry.yaml in 'none'"),
        ("git:HEAD:roles/host.yaml", "no registry.yaml in 'roles/host.yaml'"),
        ("git:HEAD:../..", "no registry.yaml in '../..'"),
        ("git:HEAD:--all", "no registry.yaml in '--all'"),
        ("HEAD", "'HEAD' does not exist"),
    ] {
        let (status, said) = roles(&folder, &["diff", written]);
        let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(status == Some(2) && said.contains(expected), "{written}: {said}");
    }
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    let elsewhere = tempfile::tempdir().unwrap();
    let (status, said) = roles(elsewhere.path(), &["diff", "git:HEAD"]);
    assert!(status == Some(2) && said.contains("git cannot read the repository"), "{said}");
    let mut command = Command::new(env!("CARGO_BIN_EXE_roles"));
    let output = command.args(["diff", "git:HEAD"]).env("PATH", "").current_dir(&folder).output();
    let said = String::from_utf8(output.unwrap().stderr).unwrap();
    assert!(said.contains("the program git cannot be run"), "{said}");
}

#[test]
fn the_registry_with_errors_is_named() {
    let repository = repository();
    let (folder, roles_folder) = (repository.path().join("team"), "team/roles");
    let host = repository.path().join(roles_folder).join("host.yaml");
    fs::write(&host, "name: Host\ntask: []\n").unwrap();
    let (status, said) = roles(&folder, &["diff", "git:HEAD"]);
    assert!(status == Some(2) && said.contains("--> roles/host.yaml:2:1"), "{said}");
    assert!(said.contains("error: NEW, roles, has 1 error in 1 file; nothing was done"), "{said}");
    commit(repository.path());
    let (status, said) = roles(&folder, &["diff", "git:HEAD"]);
    assert!(status == Some(2) && said.contains("--> git:HEAD:team/roles/host.yaml:2:1"), "{said}");
    assert!(said.contains("error: OLD, git:HEAD, has 1 error in 1 file"), "{said}");
    assert!(said.contains("error: NEW, roles, has 1 error in 1 file"), "{said}");
}

#[cfg(unix)]
#[test]
fn what_a_folder_may_not_hold_a_revision_may_not_hold_either() {
    use std::os::unix::fs::symlink;
    let repository = repository();
    let folder = repository.path().join("team/roles");
    symlink("host.yaml", folder.join("inside.yaml")).unwrap();
    commit(repository.path());
    let (status, said) = roles(&folder, &["diff", "git:HEAD"]);
    assert_eq!(status, Some(0), "{said}");
    symlink("/etc/hostname", folder.join("outside.yaml")).unwrap();
    symlink("nowhere.yaml", folder.join("broken.yaml")).unwrap();
    fs::write(folder.join("long.yaml"), " ".repeat((1 << 20) + 1)).unwrap();
    fs::create_dir(folder.join("folder.yaml")).unwrap();
    fs::write(folder.join("folder.yaml/a"), "").unwrap();
    symlink("folder.yaml", folder.join("linked.yaml")).unwrap();
    fs::write(folder.join("d.yaml.txt"), "").unwrap();
    commit(repository.path());
    let (status, said) = roles(&folder, &["diff", "git:HEAD", "shipped"]);
    assert_eq!(status, Some(2));
    for expected in [
        "error[link-outside]",
        "error[unreadable-file]",
        "error[file-too-long]",
        "3 errors in 3 files",
    ] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
}
