//! After every report one line says what a person would do next: where somebody sees it and wants it, and what it says
//! can be done.

#![cfg(unix)]
use roles::cli::{Environment, Streams, run};
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// Reports in the reader's language, with how each ends.
const REPORTS: [(&str, u8); 43] = [
    ("list", 0),
    ("list --tasks", 0),
    ("list --role community-manager --cadence daily", 0),
    ("list --cadence once", 0),
    ("list coments", 1),
    ("list press officer", 1),
    ("list crisis --role community-manager", 1),
    ("list --catalogue", 0),
    ("list --catalogue --tasks", 0),
    ("show content-creator", 0),
    ("show content-creator/newsletter", 0),
    ("compare content-creator community-manager", 0),
    ("show social-media-manager", 0),
    ("show community-manager/comment-replies --sources", 0),
    ("compare", 0),
    ("compare community-manager", 0),
    ("compare --sizes sme large", 0),
    ("compare --sizes sme large --to Ana --to Luis", 0),
    ("diff shipped", 0),
    ("assign --sme", 0),
    ("assign --size solo --by cadence", 0),
    ("assign --employees 300 --by area", 0),
    ("assign --sme --hours 2 --strict", 1),
    ("assign --large --to Ana=40 --to Luis@community-manager=20", 0),
    ("assign --large --to Ana=40 --to Luis=20 --without Luis", 0),
    ("assign --team team.yaml --explain", 0),
    ("assign --team team.yaml --person Eva", 0),
    ("assign --sme --format ics --start 2027-01-04", 0),
    ("assign --large --calendars calendars", 0),
    ("raci --large", 0),
    ("raci --team team.yaml", 0),
    ("risks --sme --hours 7.5", 0),
    ("risks --team team.yaml", 0),
    ("risks --large --to Ana=40 --without Ana", 0),
    ("chart", 0),
    ("chart --large --to Ana", 0),
    ("chart --sme", 0),
    ("show community-manager --as job-description", 0),
    ("show community-manager --as job-description --format html", 0),
    ("show social-media-manager --as card", 0),
    ("who answers comments", 0),
    ("who does xylophones", 1),
    ("match advert.md", 0),
];

/// Those whose reports are English for everybody.
const ENGLISH: [(&str, u8); 14] = [
    ("check", 0),
    ("check right", 0),
    ("check wrong", 1),
    ("check warned", 0),
    ("check warned --strict", 1),
    ("explain", 0),
    ("explain unknown-role", 0),
    ("schema", 0),
    ("schema team", 0),
    ("completions", 0),
    ("completions zsh", 0),
    ("man", 0),
    ("list --registry right", 0),
    ("show typist --registry right", 0),
];

/// How the line begins.
const BEGINNINGS: [(&str, &str); 3] =
    [("en", "Next: "), ("fr", "Ensuite\u{a0}: "), ("es", "Siguiente: ")];

/// A folder with a team, three registries and a program `man` that reads and says nothing.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("team.yaml", "people: [{name: Eva, hours_per_week: 20}, {name: Jo Li}]\n");
    write("advert.md", "# Community manager\n## Tasks\n- Reply to comments\n");
    for registry in ["right", "wrong", "warned"] {
        write(&format!("{registry}/registry.yaml"), "version: 1\nsizes: []\n");
    }
    let role = "name: Typist\ntasks:\n  - {id: type, name: Type}\n";
    write("right/typist.yaml", role);
    write("wrong/typist.yaml", &role.replace("name: Type}", "nam: Type}"));
    write("warned/typist.yaml", "name: Typist\n");
    fs::create_dir(folder.path().join("empty")).unwrap();
    write("bin/man", "#!/bin/sh\ncat >/dev/null\n");
    let man = folder.path().join("bin/man");
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    fs::set_permissions(man, mode).unwrap();
    folder
}

/// What a command line says on standard error, where both streams are terminals; and how it ends.
fn said(line: &str, watched: bool, folder: &Path) -> (u8, String) {
    let mut environment = Environment::of_process();
    // Paths below the current folder would be relative, and the process of the test runs elsewhere.
    environment.current = folder.join("empty");
    environment.registry = None;
    environment.locale = None;
    environment.width = 1000;
    environment.out_is_terminal = watched;
    environment.err_is_terminal = true;
    let line = format!("roles {line} --color never");
    let in_folder = |word: &str| match word {
        "team.yaml" | "advert.md" | "calendars" | "page.html" | "right" | "wrong" | "warned" => {
            folder.join(word).into()
        }
        word => word.into(),
    };
    let arguments: Vec<OsString> = line.split(' ').map(in_folder).collect();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut streams = Streams { input: &mut std::io::empty(), out: &mut out, err: &mut err };
    let status = run(&arguments, &environment, &mut streams);
    assert!(!out.is_empty(), "{line}: {}", String::from_utf8_lossy(&err));
    (status as u8, String::from_utf8(err).unwrap())
}

/// Runs what a line suggests, as somebody would who pastes it.
fn follow(next: &str, beginning: &str, folder: &Path) {
    let command = next.strip_prefix(beginning).unwrap();
    if command.contains("page.html") {
        // To look at a page is no command of ours.
        return assert!(folder.join("page.html").exists());
    }
    let (command, what) = command.rsplit_once(" (").unwrap();
    assert!(command.starts_with("roles ") && what.ends_with(')'), "{next}");
    let program = Path::new(env!("CARGO_BIN_EXE_roles")).parent().unwrap();
    let bin = folder.join("bin");
    let path = format!("{}:{}:/usr/bin:/bin", bin.display(), program.display());
    let output = Command::new("/bin/sh")
        .args(["-c", command])
        .current_dir(folder)
        .env_clear()
        .env("PATH", path)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command}: {said}");
}

fn check(line: &str, status: u8, beginning: &str, folder: &Path) {
    let (ended, err) = said(line, true, folder);
    assert_eq!(ended, status, "{line}: {err}");
    let last = err.lines().last().unwrap_or_default();
    assert!(last.starts_with(beginning), "{line} ends with {last:?}");
    follow(last, beginning, folder);
    for (line, watched) in [(format!("{line} --quiet"), true), (line.to_owned(), false)] {
        let (_, err) = said(&line, watched, folder);
        assert!(!err.contains(beginning), "{line} says {err}");
    }
}

#[test]
fn every_report_ends_with_what_comes_next_in_the_readers_language() {
    let folder = folder();
    for (lang, beginning) in BEGINNINGS {
        for (line, status) in REPORTS {
            check(&format!("{line} --lang {lang}"), status, beginning, folder.path());
        }
    }
}

#[test]
fn what_is_english_for_everybody_ends_in_the_readers_language_too() {
    let folder = folder();
    for (lang, beginning) in BEGINNINGS {
        for (line, status) in ENGLISH {
            check(&format!("{line} --lang {lang}"), status, beginning, folder.path());
        }
    }
}

/// `roles compare` wants two roles: where there is one or are three, something else is suggested.
#[test]
fn what_is_suggested_fits_registries_of_any_size() {
    let folder = folder();
    let right = folder.path().join("right");
    for number in 0..3 {
        for line in ["list", "list --area strategy", "list --tasks", "who types", "who kneads"] {
            let status = u8::from(line == "who kneads");
            check(&format!("{line} --registry right"), status, "Next: ", folder.path());
        }
        fs::write(right.join(format!("role-{number}.yaml")), "name: A role\n").unwrap();
    }
    check("compare typist role-0 --registry right", 0, "Next: ", folder.path());
}
