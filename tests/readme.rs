//! The registry files that the README shows are right; its commands are run by `tests/commands.rs`.

#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "helpers/schema.rs"]
mod schema;

use roles::source::{SourceFile, Sources, embedded};
use roles::{check, resolve};
use std::process::Command;

/// Each block of YAML that begins with the name of its file, as that file.
fn yaml_files() -> Vec<SourceFile> {
    let readme = include_str!("../README.md");
    let blocks = readme.split("```yaml\n# roles/").skip(1);
    let file = |block: &str| {
        let (name, rest) = block.split_once(".yaml\n").unwrap();
        let text = rest.split("```").next().unwrap();
        SourceFile::from_bytes(format!("roles/{name}.yaml"), name.to_owned(), text.into())
    };
    blocks.map(file).collect()
}

#[test]
fn every_file_that_the_readme_shows_is_right() {
    let mut files = yaml_files();
    assert_eq!(files.len(), 4);
    for file in &files {
        let faults = schema::faults(schema::kind(&file.stem), file.text());
        assert_eq!(faults, Some(Vec::new()), "{}", file.path);
    }
    let (registry, team) = (files.remove(0), files.remove(2));
    assert_eq!((registry.stem.as_str(), team.stem.as_str()), ("registry", "team"));
    for role in files {
        // The short one stands alone, the long one beside the shipped roles and the people.
        let is_short = role.text().lines().count() == 5;
        let mut all = if is_short { Vec::new() } else { embedded().files };
        all.retain(|file| file.stem != "registry");
        let text = registry.text().into();
        all.push(SourceFile::from_bytes("roles/registry.yaml".into(), "registry".into(), text));
        all.push(role);
        if !is_short {
            all.push(SourceFile::from_bytes(
                team.path.clone(),
                team.stem.clone(),
                team.text().into(),
            ));
        }
        all.sort_by(|a, b| a.stem.cmp(&b.stem));
        let sources = Sources::of(all);
        let registry = resolve::read(&sources).unwrap_or_else(|problems| panic!("{problems:#?}"));
        assert_eq!(check::warnings(&registry, &sources), []);
        let role = registry.role_by_id("ad-buyer").unwrap();
        assert_eq!(registry.role(role).tasks[0].id.as_str(), "budget");
        assert_eq!(registry.team().is_some(), !is_short);
    }
}

/// The commands of each block that begins with one and is not run by `tests/commands.rs`, with what they print.
fn dialogues() -> Vec<Vec<(String, String)>> {
    let readme = include_str!("../README.md");
    let blocks = readme.split("```text\n$ roles ").skip(1);
    let commands = |block: &str| {
        let block = block.split("```").next().unwrap();
        let commands = block.split("\n$ roles ").map(|command| {
            let (command, printed) = command.split_once('\n').unwrap();
            (command.to_owned(), printed.trim_end().to_owned())
        });
        commands.collect()
    };
    blocks.map(commands).collect()
}

#[test]
fn commands_that_write_print_what_the_readme_shows() {
    let dialogues = dialogues();
    assert_eq!(dialogues.len(), 3);
    for commands in dialogues {
        let folder = tempfile::tempdir().unwrap();
        for (command, printed) in commands {
            let output = Command::new(env!("CARGO_BIN_EXE_roles"))
                .args(command.split_whitespace())
                .current_dir(folder.path())
                .env_clear()
                .output()
                .unwrap();
            let out = String::from_utf8(output.stdout).unwrap();
            assert_eq!(out.trim_end(), printed, "roles {command}");
        }
    }
}

/// The commands of the blocks for the shell that begin with `roles`; whoever reads them uses a POSIX shell.
#[cfg(unix)]
#[test]
fn commands_for_the_shell_end_well() {
    let readme = include_str!("../README.md");
    let blocks = readme.split("```sh\n").skip(1);
    let lines = blocks.flat_map(|block| block.split("```").next().unwrap().lines());
    let commands: Vec<&str> = lines.filter(|line| line.starts_with("roles ")).collect();
    assert!(commands.len() > 8, "{commands:?}");
    let folder = tempfile::tempdir().unwrap();
    let shell = |command: &str| {
        let program = std::path::Path::new(env!("CARGO_BIN_EXE_roles"));
        let output = Command::new("/bin/sh")
            .args(["-c", command])
            .current_dir(folder.path())
            .env_clear()
            .env("PATH", program.parent().unwrap())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{command}: {said}");
    };
    shell("roles init");
    let team = "people:\n  - {name: Ana, hours_per_week: 20}\n  - {name: Luis}\n";
    std::fs::write(folder.path().join("roles/team.yaml"), team).unwrap();
    commands.into_iter().for_each(shell);
}

/// What the table of limits says is said, in its order.
fn limits() -> Vec<&'static str> {
    let table = include_str!("../README.md").split("| limit | what is said |").nth(1).unwrap();
    let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    rows.map(|row| row.split('`').nth(1).unwrap()).collect()
}

#[cfg(unix)]
#[test]
fn limits_read_as_the_readme_says() {
    use std::fs;
    let languages: Vec<String> = (0..201).map(|number| format!("x-a{number}")).collect();
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("role", vec![b' '; (1 << 20) + 1]),
        ("role", format!("name: {}\n", "a".repeat(10_001)).into()),
        ("team", format!("people: [{{name: {}}}]\n", "a".repeat(101)).into()),
        ("role", format!("name: a\ntasks: [{{id: {}, name: b}}]\n", "a".repeat(101)).into()),
        ("role", format!("tasks: [{}]\n", "1,".repeat(100_001)).into()),
        ("role", "[".repeat(100).into()),
        ("registry", format!("version: 1\nlanguages: [{}]\n", languages.join(", ")).into()),
        ("role", b"name: !text a\n".to_vec()),
        ("role", b"name: \"\\e[31m\"\n".to_vec()),
        ("role", "name: a # \u{202e}\n".into()),
        ("role", b"\xff\xfen\0a\0".to_vec()),
        ("link", Vec::new()),
        ("folder", Vec::new()),
    ];
    let limits = limits();
    assert_eq!(files.len(), limits.len());
    for ((stem, bytes), said) in files.into_iter().zip(limits) {
        let folder = tempfile::tempdir().unwrap();
        let roles = folder.path().join("roles");
        fs::create_dir(&roles).unwrap();
        fs::write(roles.join("registry.yaml"), "version: 1\n").unwrap();
        let path = roles.join(format!("{stem}.yaml"));
        match stem {
            "link" => std::os::unix::fs::symlink("/etc/hosts", path).unwrap(),
            "folder" => fs::create_dir(path).unwrap(),
            _ => fs::write(path, bytes).unwrap(),
        }
        let output = Command::new(env!("CARGO_BIN_EXE_roles"))
            .args(["check", "--registry", "roles"])
            .current_dir(folder.path())
            .env_clear()
            .output()
            .unwrap();
        let all = [output.stdout, output.stderr].concat();
        let all = String::from_utf8(all).unwrap();
        assert!(all.lines().any(|line| line == said), "{said}\nis not in\n{all}");
    }
}
