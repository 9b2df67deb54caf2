//! Ids that are paths, names of files that are no names, and names that only seem to differ.

use super::cases::{lines_of, lines_with_a_place};
use super::harness::Registry;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;

/// What is no id.
const NO_IDS: [&str; 22] = [
    "../../etc/passwd", "/etc/passwd", "..", ".", "a/b", "a\\b", "C:", "a.yaml", "A", "a--b", "-a",
    "a-", "-", "a b", "a_b", "é", "е", "ａ", "a%2fb", "$(id)", "`id`", "a;b",
];

/// A role file in which every id stands in a line of its own, in the place of `@`.
const ROLE: &str = "\
name: R
reports_to: @
sources: [@]
tasks:
  - {id: t1, name: T, area: @}
  - {id: t2, name: T, sources: [@]}
  - {id: t3, name: T, after: [@]}
  - {id: t4, name: T, handoffs: [{to: @}]}
  - {id: t5, name: T, coordinates_with: @}
  - {id: t6, name: T, accountable: @}
  - {id: t7, name: T, consulted: [@]}
  - {id: t8, name: T, informed: [@]}
";

/// The id of a task is looked at by itself: where it is wrong, the task is found by it all the same.
const TASK: &str = "name: R\ntasks: [{name: T, id: @}]\n";

/// The same of `registry.yaml`.
const HEAD: &str = "\
version: 1
areas:
  - {name: A, id: @}
sources:
  @: {title: S}
sizes:
  - {name: S, id: @, staffing: one-person}
  - {name: T, id: t, staffing: one-per-role, sources: [@]}
  - name: U
    id: u
    staffing: custom
    positions:
      - {name: P, id: @, roles: []}
      - {name: Q, id: q, roles: [@]}
";

#[test]
fn no_path_and_nothing_else_but_an_id_is_an_id() {
    let long = "a".repeat(101);
    let ids = || NO_IDS.into_iter().chain([long.as_str()]);
    // What JSON has for a text, YAML has too.
    let with =
        |template: &str, id: &str| template.replace('@', &serde_json::to_string(id).unwrap());
    let mut roles = Registry::new();
    for (number, id) in ids().enumerate() {
        roles = roles.with(format!("role-{number}.yaml"), with(ROLE, id));
        roles = roles.with(format!("task-{number}.yaml"), with(TASK, id));
        let found = Registry::new().with("registry.yaml", with(HEAD, id)).problems(id);
        assert_eq!(lines_of(&found, "roles/registry.yaml"), lines_with_a_place(HEAD), "{id}");
    }
    let found = roles.problems("no ids");
    for (number, id) in ids().enumerate() {
        for (kind, template) in [("role", ROLE), ("task", TASK)] {
            let lines = lines_of(&found, &format!("roles/{kind}-{number}.yaml"));
            assert_eq!(lines, lines_with_a_place(template), "{id} in a {kind}");
        }
    }
}

#[test]
fn names_of_files_that_are_no_ids_are_refused_and_shown_escaped() {
    let long = format!("{}.yaml", "a".repeat(101));
    let names: [&[u8]; 22] = [
        b"\xff.yaml",
        b"caf\xe9.yml",
        b"\xed\xa0\x80.yaml",
        b"a\x1b[31mred.yaml",
        b"a\x1b]0;title\x07.yaml",
        b"a\nb.yaml",
        b"a\rb.yaml",
        b"a\tb.yaml",
        b"a\x7fb.yaml",
        "a\u{9b}31mb.yaml".as_bytes(),
        "a\u{202e}b.yaml".as_bytes(),
        "a\u{200b}b.yaml".as_bytes(),
        "a\u{2028}b.yaml".as_bytes(),
        "été.yaml".as_bytes(),
        "e\u{301}te\u{301}.yaml".as_bytes(),
        b"Upper Case.yaml",
        b"a_b.yaml",
        b"-rf.yaml",
        b"a:b,c%0A::error::x.yaml",
        b"a'\"`$(id).yaml",
        b"a.b.yaml",
        long.as_bytes(),
    ];
    let registry = Registry::new();
    for name in names {
        // Some file systems take no such name, or take two of them for one.
        let _ = fs::write(registry.roles().join(OsStr::from_bytes(name)), "name: R\n");
    }
    let made = fs::read_dir(registry.roles()).unwrap().count() - 1;
    let said = registry.run("names", &["list"]);
    assert_eq!(said.status, Some(2));
    assert_eq!(said.err.matches("error[invalid-id]").count(), made, "{}", said.err);
    for format in ["human", "json", "sarif", "github"] {
        let said = registry.run(format, &["check", "--format", format]);
        assert_eq!(said.status, Some(1), "{format}");
        assert_eq!(said.out.matches("::error ").count(), if format == "github" { made } else { 0 });
    }
    let registry = Registry::new();
    fs::create_dir(registry.roles().join("a\u{1b}[31m\nb.yaml")).unwrap();
    let said = registry.run("a folder", &["list"]).err;
    assert!(said.contains("a\\u{1b}[31m") && said.lines().count() == 1, "{said}");
}

#[test]
fn what_is_named_on_the_command_line_is_shown_escaped() {
    let name = "a\u{1b}[31m\u{202e}\u{9b}b";
    for arguments in [
        &["list", "--registry", name][..],
        &["check", name],
        &["show", name],
        &["list", "--lang", name],
        &["list", "--role", name],
    ] {
        let said = Registry::new().run(name, arguments);
        assert_eq!(said.status, Some(2), "{arguments:?}");
        assert!(said.err.contains("\\u{1b}[31m"), "{arguments:?}: {}", said.err);
    }
}

#[test]
fn one_id_is_one_file() {
    let registry = Registry::new().with("role.yaml", "name: R\n").with("role.yml", "name: S\n");
    registry.refused("two endings", "duplicate-id", "roles/role.yml");
    let registry = Registry::new().with("registry.yml", "version: 1\n");
    registry.refused("two registry files", "duplicate-id", "roles/registry.yml");
}

#[test]
fn names_that_only_seem_to_differ_are_warned_of_at_both_places() {
    let pairs = [
        ("case", "Community manager", "COMMUNITY Manager"),
        ("Unicode form", "Gestora de redação", "Gestora de redac\u{327}a\u{303}o"),
        ("Unicode compatibility", "Office", "O\u{fb03}ce"),
        ("wide letters", "Manager", "Ｍａｎａｇｅｒ"),
        ("spaces", "Community manager", "Community  manager"),
        ("no-break space", "Community manager", "Community\u{a0}manager"),
    ];
    for (case, one, other) in pairs {
        let registry = Registry::new()
            .with("a.yaml", format!("name: {one}\ntasks: [{{id: t, name: T}}]\n"))
            .with("b.yaml", format!("name: \"{other}\"\ntasks: [{{id: t, name: T}}]\n"));
        let said = registry.run(case, &["check"]);
        assert_eq!(said.status, Some(0), "{case}");
        let places = ["warning[similar-names]", "roles/b.yaml:1:1", "roles/a.yaml:1:1"];
        assert!(places.iter().all(|place| said.out.contains(place)), "{case}: {}", said.out);
        assert_eq!(registry.run(case, &["check", "--strict"]).status, Some(1), "{case}");
        let tasks =
            format!("name: R\ntasks:\n- {{id: t, name: {one}}}\n- {{id: u, name: \"{other}\"}}\n");
        let said = Registry::new().with("a.yaml", tasks).run(case, &["check"]).out;
        let places = ["warning[same-task-twice]", "roles/a.yaml:4:4", "roles/a.yaml:3:4"];
        assert!(places.iter().all(|place| said.contains(place)), "{case}: {said}");
    }
}
