//! What `action.yml` does on GitHub: its script is run as there, in a repository with a registry.

#![cfg(unix)]

use crate::documentation::ROOT;
use serde_json::Value;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// A repository with two commits, and beside it what GitHub gives the script.
struct Job {
    folder: TempDir,
    action: Value,
}

/// The exit status, the log and the job's summary.
type Ran = (Option<i32>, String, String);

impl Job {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["work", "bin", "temp"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        let action = fs::read_to_string(Path::new(ROOT).join("action.yml")).unwrap();
        let job = Self { folder, action: serde_yaml::from_str(&action).unwrap() };
        job.git(&["init", "--quiet"]);
        job.commit("name: Scribe\ntasks: [{id: letters, name: Answer letters}]\n");
        job.commit("name: Scribe\ntasks: [{id: letters, name: Answer mail}]\n");
        job
    }

    fn git(&self, arguments: &[&str]) {
        let who =
            ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"];
        let mut command = Command::new("git");
        command.args(who).args(arguments).current_dir(self.folder.path().join("work"));
        assert!(command.status().unwrap().success(), "{arguments:?}");
    }

    fn commit(&self, role: &str) {
        let roles = self.folder.path().join("work/roles");
        fs::create_dir_all(&roles).unwrap();
        fs::write(roles.join("registry.yaml"), "version: 1\n").unwrap();
        fs::write(roles.join("scribe.yaml"), role).unwrap();
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", "a"]);
    }

    /// Puts a program on the path.
    fn install(&self, name: &str, program: &str) {
        symlink(program, self.folder.path().join("bin").join(name)).unwrap();
    }

    fn run(&self, inputs: &[(&str, &str)]) -> Ran {
        let step = &self.action["runs"]["steps"][0];
        assert_eq!(step["shell"], "bash");
        let path = |name: &str| self.folder.path().join(name);
        let script = path("script.sh");
        fs::write(&script, step["run"].as_str().unwrap()).unwrap();
        let mut command = Command::new("bash");
        command.args(["--noprofile", "--norc", "-e", "-o", "pipefail"]).arg(&script);
        command.current_dir(path("work")).env_clear();
        command.env("PATH", format!("{}:/usr/bin:/bin", path("bin").display()));
        command.env("GITHUB_STEP_SUMMARY", path("summary.md")).env("RUNNER_TEMP", path("temp"));
        command.env("GITHUB_ACTION_PATH", ROOT);
        for (name, written) in step["env"].as_object().unwrap() {
            let written = written.as_str().unwrap();
            let input = written.strip_prefix("${{ inputs.").unwrap().strip_suffix(" }}").unwrap();
            let given = inputs.iter().find(|(name, _)| *name == input).map(|(_, value)| *value);
            let default = || self.action["inputs"][input]["default"].as_str().unwrap();
            command.env(name, given.unwrap_or_else(default));
        }
        let output = command.output().unwrap();
        let log = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        let summary = fs::read_to_string(path("summary.md")).unwrap_or_default();
        (output.status.code(), log, summary)
    }
}

/// A job whose runner has the program.
fn job() -> Job {
    let job = Job::new();
    job.install("roles", env!("CARGO_BIN_EXE_roles"));
    job
}

#[test]
fn the_summary_says_what_changes() {
    let (status, log, summary) = job().run(&[]);
    assert_eq!(status, Some(0), "{log}");
    assert!(summary.contains("| Answer letters | Answer mail |"), "{summary}");
    let (_, _, summary) = job().run(&[("base", "")]);
    assert_eq!(summary, "");
}

#[test]
fn problems_are_annotations() {
    let job = job();
    job.commit("name: Scribe\n");
    for (strict, status) in [("true", 1), ("false", 0)] {
        let ran = job.run(&[("strict", strict)]);
        assert_eq!(ran.0, Some(status), "{}", ran.1);
        assert!(ran.1.contains("::warning file=roles/scribe.yaml,line="), "{}", ran.1);
    }
    job.commit("name: Scribe\nfocus: operatons\n");
    let (status, log, _) = job.run(&[("registry", "roles")]);
    assert_eq!(status, Some(1), "{log}");
    assert!(log.contains("::error file=roles/scribe.yaml,line=2,col=8"), "{log}");
}

#[test]
fn a_base_that_is_not_there_fails_no_job() {
    let (status, log, summary) = job().run(&[("base", "HEAD~9")]);
    assert_eq!((status, &*summary), (Some(0), ""), "{log}");
    assert!(log.contains("::notice::") && log.contains("has no revision 'HEAD~9'"), "{log}");
}

#[test]
fn inputs_are_no_commands() {
    let job = job();
    for text in ["$(touch made)", "`touch made`", "a\"; touch made; \"", "--help", "a\n::error::b"]
    {
        let (status, log, summary) = job.run(&[("base", text), ("strict", text)]);
        assert_eq!((status, &*summary), (Some(0), ""), "{log}");
        assert!(!log.contains("\n::error::b"), "{log}");
        let (status, log, _) = job.run(&[("registry", text)]);
        assert_eq!(status, Some(2), "{log}");
        assert!(!job.folder.path().join("work/made").exists(), "{text}");
    }
}

#[test]
fn where_the_program_is_not_there_cargo_installs_it_from_the_action() {
    let job = Job::new();
    let cargo = job.folder.path().join("cargo");
    let installs = format!(
        "#!/bin/sh\npwd\necho \"$@\"\nmkdir -p \"$6/bin\" && ln -s '{}' \"$6/bin/roles\"\n",
        env!("CARGO_BIN_EXE_roles")
    );
    fs::write(&cargo, installs).unwrap();
    fs::set_permissions(&cargo, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    job.install("cargo", cargo.to_str().unwrap());
    let (status, log, summary) = job.run(&[]);
    assert_eq!(status, Some(0), "{log}");
    let temp = job.folder.path().join("temp/roles");
    let line = format!("{ROOT}\ninstall --path . --locked --root {}\n", temp.display());
    assert!(log.contains(&line), "{log}");
    assert!(summary.contains("Answer mail"), "{summary}");
}
