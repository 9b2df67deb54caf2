//! The help of every command: it fits the screen, has examples, and the examples work.

use std::collections::BTreeSet;
use std::process::Command;
#[cfg(unix)]
use std::{path::Path, process::Output};

/// What `roles` prints with these arguments, on 80 columns.
fn print(arguments: &[&str]) -> String {
    print_on("80", arguments)
}

/// The same on so many columns.
fn print_on(columns: &str, arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_roles"))
        .args(arguments)
        .current_dir(folder.path())
        .env_clear()
        .env("COLUMNS", columns)
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Every command that the help lists.
fn commands() -> Vec<String> {
    let help = print(&["--help"]);
    let list = help.split("Commands:\n").nth(1).unwrap();
    let list = list.split("\n\n").next().unwrap();
    // A line further in goes on with what the one above says.
    let lines = list.lines().filter(|line| !line.starts_with("   "));
    let commands = lines.map(|line| line.split_whitespace().next().unwrap().to_owned());
    // Clap's own, which says what `--help` says.
    commands.filter(|command| command != "help").collect()
}

/// The help of the program and of every command, with the command.
fn helps(flag: &str) -> Vec<(String, String)> {
    let of = |command: String| {
        let help = print(&[&command, flag]);
        (command, help)
    };
    let mut helps: Vec<_> = commands().into_iter().map(of).collect();
    helps.push((String::new(), print(&[flag])));
    helps
}

/// The examples of a help; without what is said beside them.
fn examples(help: &str) -> Vec<&str> {
    let Some((_, block)) = help.split_once("\nExamples:\n") else {
        return Vec::new();
    };
    let block = block.split("\n\n").next().unwrap();
    let command = |line: &'_ str| {
        let line = line.trim_start();
        line.split("  ").next().unwrap().len()
    };
    let lines = block.lines().filter(|line| line.starts_with("  roles "));
    lines.map(|line| &line[2..2 + command(line)]).collect()
}

#[test]
fn every_command_is_seen() {
    let commands: BTreeSet<String> = commands().into_iter().collect();
    for known in ["list", "assign", "explain", "schema", "completions", "man"] {
        assert!(commands.contains(known), "{known} is not in {commands:?}");
    }
}

#[test]
fn every_help_has_examples_of_its_command() {
    for (command, help) in helps("--help") {
        let examples = examples(&help);
        assert!(!examples.is_empty(), "roles {command} has no examples");
        let start = format!("roles {command}");
        for example in examples {
            assert!(example.starts_with(start.trim_end()), "{example} in {start}");
        }
        assert_eq!(print(&["help", &command][..if command.is_empty() { 1 } else { 2 }]), help);
    }
}

#[test]
fn the_short_help_fits_forty_lines_of_eighty_columns() {
    for (command, help) in helps("-h") {
        let lines = help.lines().count();
        assert!(lines <= 40, "roles {command} -h has {lines} lines");
        let widest = help.lines().map(|line| line.chars().count()).max();
        assert!(widest <= Some(80), "roles {command} -h is wider than 80 columns");
    }
}

/// Lines that are indented in the texts below the options would lose their form if they were wrapped.
#[test]
fn lists_below_the_options_fit_eighty_columns() {
    for (command, help) in helps("--help") {
        let arguments = [command.as_str(), "--help"];
        let from = usize::from(command.is_empty());
        let wide = print_on("200", &arguments[from..]);
        let lines = |help: &str| -> Vec<String> {
            let below = help.split("\nExamples:\n").nth(1).unwrap();
            let indented = below.lines().filter(|line| line.starts_with("  "));
            indented.map(str::to_owned).collect()
        };
        assert_eq!(lines(&help), lines(&wide), "roles {command} --help");
    }
}

#[test]
fn without_a_command_one_screen_says_where_to_begin() {
    let welcome = print(&[]);
    assert!(welcome.lines().count() <= 24, "{welcome}");
    assert!(welcome.lines().all(|line| line.chars().count() <= 80));
    let commands = welcome.lines().filter_map(|line| line.strip_prefix("  roles "));
    let commands: Vec<&str> = commands.collect();
    assert!(commands.len() > 2);
    for command in commands {
        let words = command.split("   ").next().unwrap();
        print(&words.split(' ').collect::<Vec<_>>());
    }
}

/// A shell in this folder, with `roles` and with a program `man` that reads all and says nothing.
#[cfg(unix)]
fn shell(command: &str, folder: &Path) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_roles")).parent().unwrap();
    let bin = folder.join("bin");
    Command::new("/bin/sh")
        .args(["-c", command])
        .current_dir(folder)
        .env_clear()
        .env("PATH", format!("{}:{}:/usr/bin:/bin", bin.display(), program.display()))
        .output()
        .unwrap()
}

/// What stands in the folder of an example: a registry, another one at `path/to`, a team. One that begins a registry
/// finds none.
#[cfg(unix)]
fn prepare(example: &str, folder: &Path) {
    let mut commands = vec![
        "mkdir bin",
        "printf '#!/bin/sh\\ncat >/dev/null\\n' >bin/man",
        "chmod +x bin/man",
        "printf '# Editor\\n## Tasks\\n- Reply to comments\\n' | tee advert.txt advert.md >advert.html",
        "printf '3\\tnone\\n' >answers.tsv",
        "printf 'people:\\n  - {name: Ana, hours_per_week: 20}\\n  - {name: Luis}\\n' >team.yaml",
    ];
    commands.extend([
        "printf 'Task,Ana,Luis\\nReply,R,A\\n' | tee raci.xlsx >raci.csv",
        "printf 'What we do,Who,Hours,,,Old\\nReply,Ana,2,,,x\\n' >tasks.csv",
    ]);
    if !["roles init", "roles import"].iter().any(|begins| example.starts_with(begins)) {
        commands.extend(["roles init", "roles init path/to"]);
    }
    if example.starts_with("roles diff") {
        commands.extend([
            "git init -q -b main . && git add .",
            "git -c user.name=Ana -c user.email=ana@example.org commit -q -m Begin",
            "git tag v1.0",
        ]);
    }
    for command in commands {
        assert!(shell(command, folder).status.success(), "{command}");
    }
}

#[cfg(unix)]
#[test]
fn every_example_works() {
    let mut seen = BTreeSet::new();
    for (_, help) in helps("--help") {
        seen.extend(examples(&help).into_iter().map(str::to_owned));
    }
    assert!(seen.len() > 40, "{seen:?}");
    for example in seen {
        let folder = tempfile::tempdir().unwrap();
        prepare(&example, folder.path());
        let output = shell(&example, folder.path());
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{example}: {said}");
        assert!(!said.contains("error"), "{example}: {said}");
    }
}
