//! What is too long for a terminal is shorter there, and says how to see the rest; everywhere else it is whole.

use roles::cli::{Environment, Streams, run};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const ROLES: usize = 200;
const TASKS: usize = 10;
const PEOPLE: usize = 400;

/// A registry of so many roles, of which ten are vacant, and a person to whom ten tasks more are pinned than they can do.
fn registry() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("registry.yaml", "version: 1\nareas: [{id: odd, name: Odd}, {id: even, name: Even}]\n");
    for role in 0..ROLES {
        let above = role.checked_sub(1).map(|below| format!("reports_to: role-{}\n", below / 8));
        let task = |task| {
            let area = if task % 2 == 0 { "even" } else { "odd" };
            let name = format!("Work {task} of role {role}");
            format!("  - {{id: t{task}, name: {name}, area: {area}, hours_per_week: 2}}\n")
        };
        let tasks: Vec<String> = (0..TASKS).map(task).collect();
        let text =
            format!("name: Role {role}\n{}tasks:\n{}", above.unwrap_or_default(), tasks.concat());
        write(&format!("role-{role}.yaml"), &text);
    }
    let person = |person| {
        let role = person % (ROLES - 10);
        format!("  - {{name: Person {person}, roles: [role-{role}], hours_per_week: 15}}\n")
    };
    let people: Vec<String> = (0..PEOPLE).map(person).collect();
    let pins: Vec<String> = (20..30).map(|role| format!("  role-{role}/t0: Person 17\n")).collect();
    write("team.yaml", &format!("people:\n{}pins:\n{}", people.concat(), pins.concat()));
    folder
}

/// What a command prints in a terminal, or in a pipe that is as wide.
fn printed(line: &str, is_terminal: bool, registry: Option<&Path>) -> String {
    said(line, is_terminal, registry).0
}

/// The same, with what it says beside the report.
fn said(line: &str, is_terminal: bool, registry: Option<&Path>) -> (String, String) {
    let mut environment = Environment::of_process();
    environment.registry = registry.map(Into::into);
    environment.locale = None;
    environment.width = 100;
    environment.out_is_terminal = is_terminal;
    environment.err_is_terminal = true;
    let line = format!("roles {line} --color never");
    let arguments: Vec<_> = line.split(' ').map(Into::into).collect();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut streams = Streams { input: &mut std::io::empty(), out: &mut out, err: &mut err };
    run(&arguments, &environment, &mut streams);
    assert!(!out.is_empty(), "{line}: {}", String::from_utf8_lossy(&err));
    (String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

/// How many tasks a text for people names.
fn named(text: &str) -> usize {
    text.matches("Work ").count()
}

/// The ids of the tasks of a report in CSV and in JSON, which have to be the same.
fn ids(line: &str, registry: &Path) -> BTreeSet<String> {
    let csv = printed(&format!("{line} --format csv"), true, Some(registry));
    let mut rows = csv::Reader::from_reader(csv.as_bytes());
    let column = rows
        .headers()
        .unwrap()
        .iter()
        .position(|heading| heading.eq_ignore_ascii_case("id"))
        .unwrap();
    let ids: BTreeSet<String> = rows.records().map(|row| row.unwrap()[column].into()).collect();
    let json = printed(&format!("{line} --format json"), true, Some(registry));
    let json: Value = serde_json::from_str(&json).unwrap();
    let tasks = json["tasks"].as_array().unwrap().iter();
    let in_json = tasks.map(|task| task["task"].as_str().unwrap().to_owned());
    assert_eq!(in_json.collect::<BTreeSet<String>>().len(), ids.len(), "{line}");
    ids
}

#[test]
fn a_terminal_lists_roles_in_place_of_many_tasks() {
    let folder = registry();
    let here = Some(folder.path());
    let list = printed("list --tasks", true, here);
    assert!(list.starts_with("200 roles, 2000 tasks, 4000.0 h a week\n"), "{list}");
    assert!(list.lines().count() < ROLES + 10 && named(&list) == 0, "{list}");
    assert!(list.contains("roles show ROLE") && list.contains("roles list WORDS"), "{list}");
    // What is counted is what was asked for.
    let odd = printed("list --area odd", true, here);
    assert!(odd.starts_with("200 roles, 1000 tasks, 2000.0 h a week\n"), "{odd}");
    let words = printed("list work", true, here);
    assert!(words.starts_with("200 roles, 2000 tasks"), "{words}");
    for line in ["list --role role-7", "list 1 of role 7"] {
        assert!(named(&printed(line, true, here)) > 0, "{line}");
    }
    let roles = printed("list", true, here);
    assert!(roles.contains("roles list WORDS"), "{roles}");
    let whole = printed("list --tasks", false, here);
    assert_eq!(named(&whole), ROLES * TASKS);
    assert_eq!(printed("list --tasks --all", true, here), whole);
    assert!(!printed("list", false, here).contains("WORDS"));
    assert_eq!(ids("list --tasks", folder.path()).len(), ROLES * TASKS);
}

#[test]
fn a_terminal_shows_what_matters_of_many_duties() {
    let folder = registry();
    let here = Some(folder.path());
    let shown = printed("assign", true, here);
    assert!(shown.contains("\n100 tasks have nobody, these 12 are needed most\n"), "{shown}");
    let busiest = shown.split_once("the 12 busiest of 400\n").unwrap().1;
    let first = busiest.lines().find(|line| line.starts_with("Person")).unwrap();
    assert!(first.starts_with("Person 17 ") && first.ends_with(" 5.0"), "{shown}");
    assert!(shown.contains("1900 of 2000 tasks assigned"), "{shown}");
    for rest in ["--all", "--person NAME", "--by area"] {
        assert!(shown.contains(rest), "{shown}");
    }
    assert!(named(&shown) == 12 && shown.lines().count() < 50, "{shown}");
    let (_, next) = said("assign --hours 30", true, here);
    assert!(
        next.ends_with(
            "Next: roles assign --hours 30 --all (shows every task with whoever does it)\n"
        ),
        "{next}"
    );
    let whole = printed("assign", false, here);
    assert_eq!(named(&whole), ROLES * TASKS);
    assert_eq!(printed("assign --all", true, here), whole);
    assert_eq!(named(&printed("assign --by area", true, here)), ROLES * TASKS);
    let positions = printed("assign --no-team --large", true, here);
    assert!(named(&positions) == 0 && !positions.contains("--person"), "{positions}");
    assert_eq!(ids("assign", folder.path()).len(), ROLES * TASKS);
}

#[test]
fn a_chart_names_as_many_people_as_are_asked_for() {
    let folder = registry();
    let here = Some(folder.path());
    for format in ["tree", "mermaid", "dot", "svg"] {
        let names = |people: &str| {
            let line = format!("chart --no-team --to A@role-0 --to B@role-0 --to C@role-0{people}");
            let text = printed(&format!("{line} --depth 1 --format {format}"), true, here);
            (
                ["A", "B", "C"].map(|name| text.contains(&format!("{name} "))),
                text.contains("and 1 more"),
            )
        };
        assert_eq!(names(" --people 2"), ([true, true, false], true), "{format}");
        assert_eq!(names(" --people all"), ([true; 3], false), "{format}");
        assert_eq!(names(""), ([true; 3], false), "{format}");
    }
    let json = |people: &str| printed(&format!("chart --format json{people}"), true, here);
    assert_eq!(json(" --people 1"), json(""));
}

#[test]
fn what_fits_is_the_same_everywhere() {
    let shipped = ["list", "list --tasks", "list --catalogue --tasks", "assign --large --hours 5"];
    for line in shipped {
        assert_eq!(printed(line, true, None), printed(line, false, None), "{line}");
    }
}
