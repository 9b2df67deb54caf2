//! What the program writes, asked as a library.

use roles::cli::{Environment, Status, Streams, run};
use std::ffi::OsString;

fn words(line: &str) -> Vec<&str> {
    line.split(' ').collect()
}

/// What a line writes on standard output, in a folder without a registry.
fn said(words: &[&str], change: impl Fn(&mut Environment)) -> String {
    let mut environment = Environment::of_process();
    environment.current = "/".into();
    (environment.registry, environment.locale) = (None, None);
    change(&mut environment);
    let words: Vec<OsString> = words.iter().map(OsString::from).collect();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut streams = Streams { input: &mut std::io::empty(), out: &mut out, err: &mut err };
    assert_eq!(run(&words, &environment, &mut streams), Status::Done);
    String::from_utf8(out).unwrap()
}

#[test]
fn the_last_value_of_an_option_counts() {
    let registry = |line: &str| said(&words(line), |_| {});
    for line in ["roles --version", "roles --version -- --registry a"] {
        assert!(registry(line).contains("shipped with the program"), "{line}");
    }
    for (line, last) in
        [("roles --registry a --version", "a"), ("roles --registry=a --version --registry b", "b")]
    {
        let named = format!("registry: --registry names the folder '{last}'");
        assert!(registry(line).contains(&named), "{line}");
    }
}

#[test]
fn without_a_first_day_it_is_a_monday() {
    let check = |today, first: &str| {
        let calendar = said(&words("roles assign --sme --format ics"), |environment| {
            environment.today = today
        });
        assert!(calendar.contains(&format!("DTSTAMP:{first}T000000Z\r\n")), "{first}");
    };
    check(|| "2026-11-22".parse().unwrap(), "20261123");
    check(|| "2026-11-23".parse().unwrap(), "20261123");
    check(|| "2026-11-24".parse().unwrap(), "20261130");
    check(|| "2026-12-31".parse().unwrap(), "20270104");
    check(|| chrono::NaiveDate::MAX, "+2621421231");
}

#[test]
fn titles_of_the_manual_have_rows_and_all_else_is_sentences() {
    let says = |line: &str, part: &str| {
        let page = said(&words(line), |_| {});
        assert!(page.contains(part), "{part}\n{page}");
    };
    says("roles man", ".SH EXAMPLES\n.TP\n\\fBroles list\\fR\nthe roles of the registry\n.TP\n");
    // What is said of a status goes on over several lines.
    let status = "check found an error, or with \\-\\-strict a warning; assign \\-\\-strict left";
    says("roles man", &format!(".TP\n\\fB1\\fR\n{status} a task undone; "));
    says("roles man list", ".SH EXAMPLES\n.nf\nroles list\nroles list \\-\\-tasks\n");
    says("roles man assign", ".PP\nHours are hours a week. Every task appears once: with whoever");
}

/// A folder with a registry of the role `community-manager` and these people.
fn with_people(names: &[&str]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("roles");
    std::fs::create_dir(&folder).unwrap();
    let people = names.iter().map(|name| serde_json::json!({ "name": name }));
    let team = serde_json::json!({ "people": people.collect::<Vec<_>>() });
    for (name, text) in [
        ("registry.yaml", "version: 1\n"),
        ("community-manager.yaml", "name: Community manager\ntasks: []\n"),
        ("team.yaml", &team.to_string()),
    ] {
        std::fs::write(folder.join(name), text).unwrap();
    }
    dir
}

/// What bash puts in the place of a part of the last word.
fn completed(folder: &tempfile::TempDir, part: &str, words: &[&str]) -> Vec<String> {
    let registry = folder.path().join("roles");
    let registry = format!("--registry={}", registry.display());
    let line = [&["roles", "--", part, "roles", &registry], words].concat();
    let complete = |environment: &mut Environment| {
        environment.completing_shell = Some("bash".to_owned());
        // Paths below the current folder are those of the process.
        environment.current = "/nowhere".into();
    };
    said(&line, complete).lines().map(str::to_owned).collect()
}

#[test]
fn what_is_put_in_is_one_word() {
    let names = ["community-manager/a", "Ana María", "$(a)", "~/a b", "Ana $M", "O'Hara"];
    let folder = &with_people(&names);
    let put = |last: &str| {
        let found = completed(folder, "", &["assign", last]);
        names.map(|name| {
            let bare = |text: &str| text.replace('\\', "");
            found.iter().find(|text| bare(text) == name).cloned().unwrap_or_default()
        })
    };
    let plain =
        ["community-manager/a", r"Ana\ María", r"\$\(a\)", r"~/a\ b", r"Ana\ \$M", r"O\'Hara"];
    assert_eq!(put("--to="), plain);
    let in_quotes = ["community-manager/a", "Ana María", r"\$(a)", "~/a b", r"Ana \$M", "O'Hara"];
    assert_eq!(put("--to=\""), in_quotes);
    let in_quotes = ["community-manager/a", "Ana María", "$(a)", "~/a b", "Ana $M", ""];
    assert_eq!(put("--to='"), in_quotes);
}

#[test]
fn quotes_are_taken_away_and_open_ones_closed() {
    for (written, plain) in [
        ("", "a"),
        ("a", "a"),
        (r"my\ dir", "my dir"),
        (r#""my dir""#, "my dir"),
        ("\"Ana M", "Ana M"),
        ("'Ana M", "Ana M"),
        (r"a\", r"a\"),
        ("#a", "#a"),
        ("$(b) `c`", "$(b) `c`"),
    ] {
        let folder = with_people(&[plain]);
        let found = completed(&folder, written, &["assign", "--person", written]);
        let bare = plain.replace('\\', "");
        assert_eq!(
            found.iter().map(|text| text.replace('\\', "")).collect::<Vec<_>>(),
            [bare],
            "{written}"
        );
    }
}

#[test]
fn bash_replaces_a_part_of_the_last_word() {
    let folder = &with_people(&["Ana M"]);
    let check = |part: &str, words: &[&str], expected: &str| {
        assert_eq!(completed(folder, part, words), [expected], "{words:?}");
    };
    check("com", &["list", "--role", "com"], "community-manager");
    check("com", &["assign", "--to=Ana@com"], "community-manager");
    check("Ana M", &["assign", "--person", "\"Ana M"], "Ana M");
    check("Ana M", &["assign", "--to='Ana M"], "Ana M");
    check("Ana", &["assign", "--to=Ana"], r"Ana\ M");
}
