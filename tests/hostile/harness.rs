//! Runs the built program on a folder of its own and measures from outside what it takes.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;
use tempfile::TempDir;
use wait4::{ResUse, Wait4};

/// What a case may take: seconds of all processors together, which other work on the machine does not change, and
/// megabytes at the most at one moment.
#[derive(Clone, Copy)]
pub struct Limits {
    pub seconds: u32,
    pub megabytes: u64,
}

/// What nearly every case keeps to.
pub const USUAL: Limits = Limits { seconds: 2, megabytes: 200 };

/// Without optimisation the program is ten times slower. So it gets a twentieth of the material where there can be any
/// amount of it, and three times the seconds for what there is.
pub const SHARE: usize = if cfg!(debug_assertions) { 20 } else { 1 };
const SLOWER: u32 = if cfg!(debug_assertions) { 3 } else { 1 };

/// Whoever takes longer hangs. This is time on the clock, and the machine may have other things to do.
const PATIENCE: Duration = Duration::from_mins(1);

/// Elsewhere the measure is that of all children together.
const MEASURES_ONE_CHILD: bool =
    cfg!(any(target_os = "linux", target_os = "macos", target_os = "freebsd"));

/// A registry in a folder that goes away with it.
pub struct Registry {
    home: TempDir,
}

/// The codes and lines of the problems of each file.
pub type Found = BTreeMap<String, Vec<(String, u64)>>;

/// How a run ended and what it said.
pub struct Outcome {
    pub status: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Registry {
    /// A registry with nothing but `version: 1`.
    pub fn new() -> Self {
        Self::within(tempfile::tempdir().unwrap())
    }

    /// The same on a file system in memory, where there is one: for a great many files.
    pub fn in_memory() -> Self {
        let memory = tempfile::tempdir_in("/dev/shm");
        Self::within(memory.or_else(|_| tempfile::tempdir()).unwrap())
    }

    fn within(home: TempDir) -> Self {
        fs::create_dir(home.path().join("roles")).unwrap();
        Self { home }.with("registry.yaml", "version: 1\n")
    }

    /// The same with this file in place of what was there.
    pub fn with(self, name: impl AsRef<Path>, text: impl AsRef<[u8]>) -> Self {
        fs::write(self.roles().join(name), text).unwrap();
        self
    }

    /// The folder of the roles.
    pub fn roles(&self) -> PathBuf {
        self.home.path().join("roles")
    }

    /// The folder that the program runs in.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The program, about to run beside the folder of the roles, without the tester's environment.
    pub fn program(&self, arguments: &[&str]) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_roles"));
        program.args(arguments).current_dir(self.home());
        program.env_clear();
        // Each thread holds a file or two; the number must not depend on the machine.
        program.env("RAYON_NUM_THREADS", "2");
        program
    }

    /// Runs the program within the usual limits.
    pub fn run(&self, case: impl Debug, arguments: &[&str]) -> Outcome {
        self.measure(&case, self.program(arguments), USUAL)
    }

    /// Runs a program within limits. What it says is read only then: as much as this process holds, the child seems to
    /// hold at first.
    pub fn measure(&self, case: &dyn Debug, mut program: Command, limits: Limits) -> Outcome {
        let [out, err] = ["out", "err"].map(|name| self.home().join(name));
        program.stdin(Stdio::null());
        program.stdout(File::create(&out).unwrap());
        program.stderr(File::create(&err).unwrap());
        let case = &(program.get_args().collect::<Vec<_>>().join(" ".as_ref()), case);
        let used = wait(case, &mut program);
        let outcome = Outcome { status: used.status.code(), out: read(&out), err: read(&err) };
        let cpu = used.rusage.utime + used.rusage.stime;
        let megabytes = used.rusage.maxrss >> 20;
        let cost = format!("{:.2} s, {megabytes} MB: {case:?}", cpu.as_secs_f64());
        note(&cost);
        if MEASURES_ONE_CHILD {
            let allowed = Duration::from_secs((limits.seconds * SLOWER).into());
            assert!(cpu <= allowed, "too slow: {cost}");
            assert!(megabytes <= limits.megabytes, "too much memory: {cost}");
        }
        assert_clean(case, &outcome.out);
        assert_clean(case, &outcome.err);
        outcome
    }

    /// Both commands refuse the registry with this code, and name this file.
    pub fn refused(&self, case: impl Debug, code: &str, file: &str) {
        let list = self.run(&case, &["list"]);
        assert_eq!(list.status, Some(2), "{case:?}: {}", list.head());
        assert_says(&case, &list.err, code, file);
        self.checked(case, code, file);
    }

    /// `check` refuses the registry with this code, and names this file.
    pub fn checked(&self, case: impl Debug, code: &str, file: &str) -> Outcome {
        let check = self.run(&case, &["check"]);
        assert_eq!(check.status, Some(1), "{case:?}: {}", check.head());
        assert_says(&case, &check.out, code, file);
        check
    }

    /// What `check` finds.
    pub fn problems(&self, case: impl Debug) -> Found {
        let said = self.run(&case, &["check", "--format", "json"]).out;
        let json: serde_json::Value = serde_json::from_str(&said).unwrap();
        let mut found = Found::new();
        for problem in json["problems"].as_array().unwrap() {
            let [file, code] =
                ["file", "code"].map(|key| problem[key].as_str().unwrap().to_owned());
            let line = problem["line"].as_u64().unwrap_or_default();
            found.entry(file).or_default().push((code, line));
        }
        found
    }

    /// Both commands take the registry, and `list` warns of nothing.
    pub fn accepted(&self, case: impl Debug) {
        let [list, check] = [self.run(&case, &["list"]), self.run(&case, &["check"])];
        let said = (list.status, list.err.as_str(), check.status);
        assert_eq!(said, (Some(0), "", Some(0)), "{case:?}: {}", check.out);
    }
}

impl Outcome {
    /// The beginning of what it said, for messages.
    pub fn head(&self) -> &str {
        start(if self.err.is_empty() { &self.out } else { &self.err })
    }
}

/// Adds a line to the file that `ROLES_TEST_COSTS` names, if it does: for whoever wants to see all costs.
fn note(cost: &str) {
    if let Some(path) = std::env::var_os("ROLES_TEST_COSTS") {
        let file = File::options().append(true).create(true).open(path);
        writeln!(file.unwrap(), "{cost}").unwrap();
    }
}

/// Waits for the end and measures it; a program that hangs is stopped.
fn wait(case: &dyn Debug, program: &mut Command) -> ResUse {
    let mut child = program.spawn().unwrap();
    let id = child.id().to_string();
    let (ended, end) = mpsc::channel();
    thread::spawn(move || ended.send(child.wait4()));
    let Ok(used) = end.recv_timeout(PATIENCE) else {
        let _ = Command::new("kill").args(["-9", &id]).status();
        panic!("it hangs: {case:?}");
    };
    used.unwrap()
}

fn assert_says(case: &dyn Debug, said: &str, code: &str, file: &str) {
    let head = start(said);
    let code = format!("error[{code}]");
    assert!(said.contains(&code), "{case:?}: no {code} in\n{head}");
    assert!(said.contains(file), "{case:?}: no {file} in\n{head}");
}

fn read(path: &Path) -> String {
    String::from_utf8(fs::read(path).unwrap()).unwrap()
}

fn start(said: &str) -> &str {
    &said[..said.floor_char_boundary(600)]
}

/// Nothing that moves the cursor, changes colours, turns the direction of writing or hides.
fn assert_clean(case: &dyn Debug, said: &str) {
    let is_raw = |letter: char| {
        (letter.is_control() && !matches!(letter, '\n' | '\t'))
            || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            || matches!(letter, '\u{200b}' | '\u{2028}' | '\u{2029}' | '\u{2060}' | '\u{feff}')
            || matches!(letter, '\u{34f}' | '\u{115f}' | '\u{3164}' | '\u{e0148}')
    };
    if let Some(at) = said.find(is_raw) {
        let near = &said[said.floor_char_boundary(at.saturating_sub(200))..];
        panic!("{case:?}: something raw in\n{:?}", start(near));
    }
}
