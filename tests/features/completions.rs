//! Completions, as a real bash gets them; and what every shell is told, whatever it asks.

#![cfg(unix)]
use roles::cli::{Environment, Status, Streams, run};
use roles::source::ids_of_catalogue;
use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// Sets up bash as somebody would, and completes the line whose words are the arguments: at its end, each word as bash
/// cuts it. The line itself comes first.
const ASK: &str = r#"
eval "$(roles completions bash)"
COMP_LINE=$1 COMP_POINT=${#1}
shift
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
word=${COMP_WORDS[COMP_CWORD]}
word=${word#[\"\']}
"$(complete -p roles | sed 's/.*-F \([^ ]*\).*/\1/')" roles "$word" "${COMP_WORDS[COMP_CWORD-1]}"
printf '%s\n' ${COMPREPLY[@]+"${COMPREPLY[@]}"}
"#;

/// The words of a line as bash cuts them: at spaces that no quote or backslash holds, and at `=`, `:` and `@`.
fn cut(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote) = (Vec::new(), String::new(), None);
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        match (letter, quote) {
            (letter, Some(open)) => {
                word.push(letter);
                quote = quote.filter(|_| letter != open);
            }
            ('\\', None) => {
                word.push('\\');
                word.extend(letters.next());
            }
            (' ', None) => {
                words.extend(Some(std::mem::take(&mut word)).filter(|word| !word.is_empty()))
            }
            ('=' | ':' | '@', None) => {
                words.extend(Some(std::mem::take(&mut word)).filter(|word| !word.is_empty()));
                words.push(letter.to_string());
            }
            (letter, None) => {
                quote = Some(letter).filter(|letter| "\"'".contains(*letter));
                word.push(letter);
            }
        }
    }
    words.push(word);
    words
}

/// What bash offers at the end of the line.
fn offered(line: &str, folder: &Path, variables: &[(&str, &str)]) -> Vec<String> {
    let program = Path::new(env!("CARGO_BIN_EXE_roles")).parent().unwrap();
    let output = Command::new("bash")
        .args(["--norc", "--noprofile", "-uc", ASK, "bash", line])
        .args(cut(line))
        .current_dir(folder)
        .env_clear()
        .env("PATH", format!("{}:/usr/bin:/bin", program.display()))
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said, "", "{line}");
    let out = String::from_utf8(output.stdout).unwrap();
    out.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// Holds that the line is completed to these words.
fn completes(line: &str, expected: &[&str], folder: &Path) {
    assert_eq!(offered(line, folder, &[]), expected, "{line}");
}

/// A registry of one's own with two roles, in a folder whose name has a space, and a team.
fn own() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let roles = folder.path().join("my work/roles");
    fs::create_dir_all(&roles).unwrap();
    let write = |name: &str, text: &str| fs::write(roles.join(name), text).unwrap();
    write(
        "registry.yaml",
        "version: 1\nlanguages: [de, en]\nareas: [{id: office, name: Büro}]\nsizes:\n  - {id: studio, name: Studio, staffing: one-per-role}\n  - {id: agency, name: Agentur, staffing: one-person}\n",
    );
    write(
        "typist.yaml",
        "name: {de: Schreibkraft, en: Typist}\nfocus: operations\ntasks:\n  - {id: type, name: {de: Tippen, en: Type}, area: office}\n  - {id: file, name: Ablegen}\n",
    );
    write("head.yaml", "name: Leitung\n");
    let team = "people: [{name: Ana María, roles: [typist]}, {name: Luis, from: 2027-03-01}]\n";
    write("team.yaml", team);
    folder
}

/// These roles and those of the catalogue, in order.
fn and_catalogue(roles: &[&'static str]) -> Vec<&'static str> {
    let mut all = roles.to_vec();
    all.extend(ids_of_catalogue());
    all.sort_unstable();
    all
}

#[test]
fn bash_completes_the_shipped_registry() {
    let folder = tempfile::tempdir().unwrap();
    let (community, social) = ("community-manager", "social-media-manager");
    let cases: &[(&str, &[&str])] = &[
        ("roles sh", &["show"]),
        ("roles show ", &and_catalogue(&[community, social])),
        ("roles show press-officer/m", &["press-officer/media-enquiries"]),
        ("roles add con", &["content-creator"]),
        ("roles add press-officer p", &["paid-social-specialist"]),
        ("roles show social-media-manager/cr", &["social-media-manager/crisis-plan"]),
        ("roles list --role ", &[community, social]),
        ("roles list --role=comm", &[community]),
        ("roles list --role comm", &[community]),
        ("roles list --area s", &["strategy"]),
        ("roles list --focus ", &["operations", "strategy"]),
        ("roles list --importance s", &["supplemental"]),
        (
            "roles list --cadence ",
            &[
                "biweekly", "daily", "monthly", "once", "ongoing", "quarterly", "semiannual",
                "weekly", "yearly",
            ],
        ),
        ("roles compare ", &and_catalogue(&[community, social])),
        ("roles compare community-manager ", &and_catalogue(&[social])),
        ("roles compare --sizes s", &["sme", "solo"]),
        ("roles compare --sizes sme ", &["large", "solo"]),
        ("roles assign --size ", &["large", "sme", "solo"]),
        ("roles raci --large --to Ana@c", &[community]),
        ("roles raci --large --to=Ana@c", &[community]),
        ("roles assign --large --to Ana=40 --to Luis --without ", &["Ana", "Luis"]),
        ("roles list --lang ", &["en", "es", "fr"]),
        ("roles check --allow size", &["size-gap"]),
        ("roles check --allow size-gap,uncited", &["size-gap,uncited-source"]),
        ("roles explain hours", &["hours-out-of-range"]),
        ("roles schema t", &["team"]),
        ("roles schema a", &["also_called"]),
        ("roles completions z", &["zsh"]),
        ("roles assign --format i", &["ics"]),
        ("roles list --fo", &["--focus", "--format"]),
        ("roles -", &["--registry", "--lang", "--color", "-q", "-h", "-V"]),
        ("roles --", &["--registry", "--lang", "--color", "--quiet", "--help", "--version"]),
        ("roles help expl", &["explain"]),
        ("roles show nobody", &[]),
    ];
    for (line, expected) in cases {
        completes(line, expected, folder.path());
    }
    // One role is left: the way to its tasks is seen.
    for (line, role, task) in [
        ("roles show community-ma", community, "community-manager/activity-report"),
        ("roles show press", "press-officer", "press-officer/media-enquiries"),
    ] {
        assert_eq!(offered(line, folder.path(), &[])[..2], [role, task]);
    }
}

#[test]
fn bash_completes_the_registry_in_use() {
    let folder = own();
    let work = folder.path().join("my work");
    let deep = work.join("deep");
    fs::create_dir(&deep).unwrap();
    for below in [&work, &deep] {
        let shown = ["community-manager", "head", "social-media-manager", "typist"];
        completes("roles show ", &and_catalogue(&shown), below);
        completes("roles list --role ", &["head", "typist"], below);
        completes("roles show typist/", &["typist/file", "typist/type"], below);
        completes("roles list --area ", &["office"], below);
        completes("roles compare --sizes ", &["agency", "studio"], below);
        completes("roles assign --lang ", &["de", "en", "es", "fr"], below);
    }
    completes("roles assign --person ", &[r"Ana\ María", "Luis"], &work);
    completes("roles assign --person \"Ana M", &["Ana María"], &work);
    completes("roles assign --to ", &[r"Ana\ María", "Luis"], &work);
    completes("roles assign --to Ana\\ María@t", &["typist"], &work);
    completes("roles assign --no-team --to ", &[], &work);
    completes("roles list --role community-ma", &[], &work);

    let above = folder.path();
    let shipped = ["community-manager", "social-media-manager"];
    completes("roles show ", &and_catalogue(&shipped), above);
    completes("roles add h", &["head-of-communication"], above);
    fs::write(work.join("roles/press-officer.yaml"), "name: Presse\n").unwrap();
    completes("roles add p", &["paid-social-specialist"], &work);
    fs::remove_file(work.join("roles/press-officer.yaml")).unwrap();
    for option in ["--registry my\\ work", "--registry 'my work'", "--registry=my\\ work/roles"] {
        completes(&format!("roles {option} chart --to A@"), &["head", "typist"], above);
        completes(
            &format!("roles show {option} t"),
            &["typist", "typist/file", "typist/type"],
            above,
        );
    }
    let variables = [("ROLES_REGISTRY", "my work")];
    assert_eq!(offered("roles list --role h", above, &variables), ["head"]);
    let team = work.join("roles/team.yaml");
    fs::copy(team, above.join("people.yaml")).unwrap();
    let named = "roles assign --registry my\\ work --team people.yaml --without L";
    completes(named, &["Luis"], above);
    completes("roles raci --registry my\\ work --on 2", &["2027-03-01"], above);
}

#[test]
fn bash_completes_paths() {
    let folder = own();
    for line in ["roles check ", "roles init ", "roles list --registry ", "roles assign -o "] {
        completes(line, &[r"my\ work/"], folder.path());
    }
    completes("roles man m", &["match", "man", r"my\ work/"], folder.path());
    completes("roles check my\\ work/r", &[r"my\ work/roles/"], folder.path());
    completes(
        "roles assign --team my\\ work/roles/t",
        &[r"my\ work/roles/team.yaml", r"my\ work/roles/typist.yaml"],
        folder.path(),
    );
}

#[test]
fn what_is_broken_completes_nothing_and_says_nothing() {
    let folder = own();
    let work = folder.path().join("my work");
    for registry in ["nowhere", "people.yaml", "$(echo my)", "'"] {
        completes(&format!("roles --registry {registry} show "), &[], folder.path());
    }
    completes("roles assign --team nowhere --size ", &[], &work);
    fs::write(work.join("roles/head.yaml"), "name: [\n").unwrap();
    completes("roles show t", &[], &work);
    completes("roles list --cadence d", &[], &work);
    completes("roles check --allow size", &["size-gap"], &work);
    fs::remove_file(work.join("roles/head.yaml")).unwrap();
    fs::set_permissions(work.join("roles"), fs::Permissions::from_mode(0o000)).unwrap();
    let is_root = fs::read_dir(work.join("roles")).is_ok();
    completes(
        "roles show t",
        if is_root { &["typist", "typist/file", "typist/type"] } else { &[] },
        &work,
    );
    fs::set_permissions(work.join("roles"), fs::Permissions::from_mode(0o755)).unwrap();
}

/// What the program answers to a shell.
fn answer(shell: &str, words: &[&str], folder: &Path) -> String {
    let mut environment = Environment::of_process();
    environment.current = folder.join("empty");
    environment.registry = None;
    environment.locale = None;
    environment.completing_shell = Some(shell.to_owned());
    // Bash says first which part of the last word it replaces: here all of it.
    let replaced = words.last().filter(|_| shell == "bash");
    let start = ["roles", "--"].iter().chain(replaced).chain(words);
    let arguments: Vec<OsString> = start.map(OsString::from).collect();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut streams = Streams { input: &mut std::io::empty(), out: &mut out, err: &mut err };
    assert_eq!(run(&arguments, &environment, &mut streams), Status::Done, "{words:?}");
    assert_eq!(err, b"", "{words:?}");
    String::from_utf8(out).unwrap()
}

#[test]
fn zsh_and_fish_show_what_things_are_called_in_the_readers_language() {
    let folder = own();
    let registry = folder.path().join("my work");
    let registry = registry.to_str().unwrap();
    let show = ["roles", "--registry", registry, "show", "t"];
    let zsh = show.map(|word| word.replace(' ', "\\ "));
    let zsh: Vec<&str> = zsh.iter().map(String::as_str).collect();
    let expected = "typist:Schreibkraft\ntypist/file:Ablegen\ntypist/type:Tippen\n";
    assert_eq!(answer("zsh", &zsh, folder.path()), expected);
    assert_eq!(answer("fish", &show, folder.path()), expected.replace(':', "\t"));
    let english = ["roles", "show", "--lang=en", "--registry", registry, "typist/t"];
    assert_eq!(answer("fish", &english, folder.path()), "typist/type\tType\n");
    let spanish = ["roles", "list", "--lang", "es", "--cadence", "d"];
    assert_eq!(answer("powershell", &spanish, folder.path()), "daily\tdiaria\n");
    let size = ["roles", "assign", "--size", "sm"];
    let expected = "sme:Small or medium company (2 to 249 employees)\n";
    assert_eq!(answer("zsh", &size, folder.path()), expected);
}

#[test]
fn nothing_reaches_the_terminal_that_could_harm_it() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a\u{1b}[31m", "a\nb", "a\u{202e}b", "a b"] {
        fs::create_dir(folder.path().join(name)).unwrap();
    }
    fs::write(folder.path().join("registry.yaml"), "version: 1\n").unwrap();
    fs::write(
        folder.path().join("team.yaml"),
        "people: [{name: \"O\u{feff}ra\"}, {name: O'Hara}]\n",
    )
    .unwrap();
    fs::write(folder.path().join("one.yaml"), "name: \"a\u{feff}b\"\n").unwrap();
    let path = folder.path().to_str().unwrap();
    let check = ["roles", "check", &format!("{path}/a")];
    let expected = format!("{path}/a b/\n");
    assert_eq!(answer("fish", &check, folder.path()), expected);
    let people = ["roles", "assign", "--registry", path, "--to", ""];
    assert_eq!(answer("fish", &people, folder.path()), "O'Hara\n");
    let show = ["roles", "show", "--registry", path, "on"];
    assert_eq!(answer("fish", &show, folder.path()), "one\ta\\u{feff}b\n");
}

#[test]
fn odd_questions_are_answered_with_nothing_or_as_well_as_can_be() {
    let folder = tempfile::tempdir().unwrap();
    let words = [
        "", "roles", "--", "-", "--to", "--to=", "show", "assign", "@", "=", ",", "'", "\"", "\\",
        "~/", "--registry", "--sizes", "-o", "-qx", "é", "help",
    ];
    for shell in ["bash", "zsh", "fish", "elvish", "powershell", "pwsh"] {
        answer(shell, &[], folder.path());
        for one in words {
            answer(shell, &[one], folder.path());
            // The shells differ in what they take quotes for, and in nothing else.
            let others = if matches!(shell, "bash" | "elvish") { &words[..] } else { &[] };
            for other in others {
                answer(shell, &["roles", one, other], folder.path());
                answer(shell, &["roles", "assign", one, other, ""], folder.path());
            }
        }
    }
}

#[test]
fn a_variable_that_names_no_shell_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    for shell in ["", "1", "tcsh"] {
        let output = Command::new(env!("CARGO_BIN_EXE_roles"))
            .arg("list")
            .current_dir(folder.path())
            .env_clear()
            .env("ROLES_COMPLETE", shell)
            .output()
            .unwrap();
        assert!(output.stdout.starts_with(b"2 roles"), "{shell}");
    }
}

#[test]
fn every_shell_gets_a_script_and_all_are_listed() {
    let folder = tempfile::tempdir().unwrap();
    let roles = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_roles"))
            .args(arguments)
            .current_dir(folder.path())
            .env_clear()
            .output()
            .unwrap();
        assert!(output.status.success());
        String::from_utf8(output.stdout).unwrap()
    };
    let list = roles(&["completions"]);
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = roles(&["completions", shell]);
        assert!(script.contains("ROLES_COMPLETE"), "{script}");
        // The script outlives the place that it was made in.
        assert!(!script.contains(env!("CARGO_BIN_EXE_roles")), "{script}");
        assert!(list.contains(&format!("roles completions {shell}")));
    }
}
