//! Registries that extend another one: what is there, what is changed, and what is wrong.

use crate::schema::faults;

use roles::model::{Language, Registry, Task};
use roles::problem::Problem;
use roles::source::{OtherWords, SourceFile, Sources};
use roles::{check, read_with_base, resolve};
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

const HEAD: &str = "version: 1\nextends: base\n";

/// A base in which nothing is wrong: two roles that refer to each other, areas, sizes, a source and other words.
const BASE: &[(&str, &str)] = &[
    (
        "registry",
        "\
version: 1
title: House
languages: [en, fr]
workdays: [monday, tuesday]
areas: [{id: words, name: Words}, {id: numbers, name: Numbers}]
sources: {book: {title: A book}}
sizes:
  - {id: small, name: Small, employees: {max: 9}, staffing: one-person, holder: Boss, sources: [book]}
  - {id: big, name: Big, employees: {min: 10}, staffing: one-per-role}
",
    ),
    (
        "lead",
        "\
name: {en: Lead, fr: Chef}
also_called: [Head]
purpose: Leads.
reports_to: worker
skills: [Patience]
tasks:
  - {id: plan, name: Plan, area: words, cadence: weekly, on: [monday], hours_per_week: 2, also_called: [Plot]}
  - {id: count, name: Count, area: numbers, hours_per_week: 1, after: [worker/work], sources: [book]}
  - {id: rest, name: Rest}
",
    ),
    ("worker", "name: Worker\ntasks: [{id: work, name: Work, handoffs: [{to: lead/plan}]}]\n"),
    ("also_called", "lead: {plan: {en: [Scheme]}}\nevery_task: [thing]\n"),
];

fn file(folder: &str, &(stem, text): &(&str, &str)) -> SourceFile {
    SourceFile::from_bytes(format!("{folder}/{stem}.yaml"), stem.to_owned(), text.into())
}

fn extending(files: &[(&str, &str)]) -> Sources {
    let mut files = files.to_vec();
    files.sort_by_key(|(stem, _)| *stem);
    let mut sources = Sources::of(files.iter().map(|one| file("roles", one)).collect());
    sources.base = Ok(BASE.iter().map(|one| file("base", one)).collect());
    sources
}

fn registry(files: &[(&str, &str)]) -> Registry {
    resolve::read(&extending(files)).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// The tasks of the lead, with this change.
fn lead(change: &str) -> Registry {
    registry(&[("registry", HEAD), ("lead", change)])
}

fn task<'r>(registry: &'r Registry, id: &str) -> &'r Task {
    let lead = registry.role_by_id("lead").unwrap();
    registry.task(registry.task_by_id(lead, id).unwrap())
}

fn ids(registry: &Registry) -> Vec<&str> {
    let lead = registry.role_by_id("lead").unwrap();
    registry.role(lead).tasks.iter().map(|task| task.id.as_str()).collect()
}

/// Each problem as its code and place, and behind an arrow the other place.
fn said(problems: &[Problem], sources: &Sources) -> Vec<String> {
    let place = |path: &str, line: usize, column: usize| format!("{path}:{line}:{column}");
    let say = |problem: &Problem| {
        let file = sources.file(problem.place.file()).unwrap();
        let at = problem.place.position(sources).unwrap();
        let other = problem.related.as_ref().map(|(span, _)| {
            let at = sources.position(*span);
            let file = sources.file(span.file).unwrap();
            format!(" → {}", place(&file.path, at.line, at.column))
        });
        let own = place(&file.path, at.line, at.column);
        format!("{} {own}{}", problem.code.as_str(), other.unwrap_or_default())
    };
    problems.iter().map(say).collect()
}

fn problems_of(files: &[(&str, &str)]) -> Vec<String> {
    let sources = extending(files);
    match resolve::read(&sources) {
        Ok(registry) => said(&check::warnings(&registry, &sources), &sources),
        Err(problems) => said(&problems, &sources),
    }
}

#[test]
fn what_is_not_said_is_the_base_s() {
    let same = registry(&[("registry", HEAD)]);
    let default = same.preference(None);
    assert_eq!(same.title().unwrap().pick(&default), "House");
    assert_eq!(same.languages().iter().map(Language::as_str).collect::<Vec<_>>(), ["en", "fr"]);
    assert_eq!((same.areas().len(), same.sources().len(), same.workdays().len()), (2, 1, 2));
    assert_eq!(same.positions(same.size_by_id("small"))[0].name.unwrap().pick(&default), "Boss");
    let words: Vec<&str> =
        task(&same, "plan").also_called.iter().map(|text| text.pick(&default)).collect();
    assert_eq!(words, ["Plot", "Scheme"]);
    assert_eq!(same.words_of_every_task().len(), 1);
    assert_eq!(problems_of(&[("registry", HEAD)]), [""; 0]);
}

#[test]
fn a_change_says_only_what_is_different() {
    let changed = lead(
        "\
name: Boss
also_called: [Chief]
reports_to:
purpose:
x-note: mine
tasks:
  - {id: rest, before: plan, hours_each_time: 1, cadence: daily}
  - {id: plan, cadence: monthly, also_called: [Map], x-note: [{a: b}]}
  - {id: count, remove: true}
  - {id: new, name: New, before: rest}
  - {id: last, name: Last}
",
    );
    let role = changed.role(changed.role_by_id("lead").unwrap());
    let default = changed.preference(None);
    assert_eq!(role.name.pick(&default), "Boss");
    assert_eq!((role.also_called.len(), role.skills.len()), (2, 1));
    assert_eq!((role.purpose.is_none(), role.reports_to), (true, None));
    assert_eq!(ids(&changed), ["new", "rest", "plan", "last"]);
    let plan = task(&changed, "plan");
    let words: Vec<&str> = plan.also_called.iter().map(|text| text.pick(&default)).collect();
    assert_eq!(words, ["Plot", "Map", "Scheme"]);
    assert_eq!(plan.name.pick(&default), "Plan");
    // Days belong to their cadence.
    assert!(plan.on.is_empty() && plan.area.is_some() && plan.hours_per_week.is_some());
    assert_eq!(task(&changed, "rest").hours_per_week.unwrap().to_string(), "2.0");
    let change = plan.change.as_ref().unwrap();
    assert_eq!(*change.keys, ["cadence", "also_called"]);
    assert!(task(&changed, "new").change.is_none());
}

#[test]
fn what_all_roles_share_is_changed_by_its_ids() {
    let head = "\
version: 1
extends: base
languages: [en]
areas: [{id: sport, name: Sport, before: words}, {id: numbers, name: Figures}]
sizes: [{id: big, remove: true}, {id: small, staffing: one-per-role}, {id: huge, name: Huge, staffing: one-person}]
sources: {book: {url: 'https://example.org/'}, page: {title: A page}}
";
    let changed = registry(&[("registry", head)]);
    let default = changed.preference(None);
    let areas = changed.areas().iter().map(|area| area.name.pick(&default));
    assert_eq!(areas.collect::<Vec<_>>(), ["Sport", "Words", "Figures"]);
    let sizes = changed.sizes().iter().map(|size| size.id.as_str());
    assert_eq!(sizes.collect::<Vec<_>>(), ["small", "huge"]);
    assert_eq!(changed.positions(changed.size_by_id("small")).len(), 2);
    let sources = changed.sources().iter().map(|source| source.title.pick(&default));
    assert_eq!(sources.collect::<Vec<_>>(), ["A book", "A page"]);
    assert!(changed.sources()[0].url.is_some());
    // A base's texts may be in languages that are not listed here.
    assert!(changed.languages().len() == 2 && changed.own().languages == 1);
}

/// Changes of the lead and of what all roles share, and what they get.
const WRONG: &[(&str, &str, &[&str])] = &[
    ("", "tasks: [{id: pla, hours_per_week: 1}]\n", &["unknown-task roles/lead.yaml:1:14"]),
    ("", "tasks: [{id: pla, remove: true}]\n", &["unknown-task roles/lead.yaml:1:14"]),
    ("", "tasks: [{id: plan, nam: X}]\n", &["unknown-key roles/lead.yaml:1:20"]),
    ("", "tasks: [{id: plam, nam: X}]\n", &["unknown-key roles/lead.yaml:1:20"]),
    ("", "tasks: [{name: X}]\n", &["missing-key roles/lead.yaml:1:10"]),
    ("", "tasks: [{id: plan, name: }]\n", &["blank-text roles/lead.yaml:1:24"]),
    ("", "tasks: [{id: plan, before: plam}]\n", &["unknown-task roles/lead.yaml:1:28"]),
    ("", "tasks: [{id: plan, before: plan}]\n", &["invalid-value roles/lead.yaml:1:28"]),
    ("", "tasks: [{id: plan, remove: yes}]\n", &["wrong-type roles/lead.yaml:1:28"]),
    ("", "tasks: [{id: rest, remove: true, name: X}]\n", &["invalid-value roles/lead.yaml:1:28"]),
    (
        "",
        "tasks: [{id: rest, name: X}, {id: rest, area: words}]\n",
        &["duplicate-id roles/lead.yaml:1:35 → roles/lead.yaml:1:14"],
    ),
    // What still refers to a removed task is a problem at its removal.
    (
        "",
        "tasks: [{id: plan, remove: true}]\n",
        &["unknown-task roles/lead.yaml:1:14 → base/worker.yaml:2:48"],
    ),
    (
        "areas: [{id: words, remove: true}]\n",
        "{}\n",
        &["unknown-area roles/registry.yaml:3:14 → base/lead.yaml:7:34"],
    ),
    // What the base says may be wrong only with what a change says.
    (
        "",
        "tasks: [{id: plan, hours_each_time: 1, on: [monday], cadence: once}]\n",
        &["invalid-value roles/lead.yaml:1:37", "invalid-value roles/lead.yaml:1:45"],
    ),
    (
        "workdays: [friday]\n",
        "{}\n",
        &["invalid-value roles/registry.yaml:3:12 → base/lead.yaml:7:63"],
    ),
    (
        "sizes: [{id: mid, name: Mid, employees: {min: 5, max: 12}, staffing: one-person}]\n",
        "{}\n",
        &[
            "overlapping-sizes roles/registry.yaml:3:10 → base/registry.yaml:9:6",
            "overlapping-sizes roles/registry.yaml:3:10 → base/registry.yaml:8:6",
        ],
    ),
    (
        "sizes: [{id: bigg, employees: {max: 3}}]\n",
        "{}\n",
        &["unknown-size roles/registry.yaml:3:14"],
    ),
    (
        "sources: {boook: {url: 'https://a.b'}}\n",
        "{}\n",
        &["unknown-source roles/registry.yaml:3:11"],
    ),
    ("areas: [{id: word}]\n", "{}\n", &["unknown-area roles/registry.yaml:3:14"]),
    // Texts of its own are in the languages of the base.
    ("", "purpose: {de: Leitet}\n", &["unknown-language roles/lead.yaml:1:11"]),
    ("", "purpose: {en: Leads}\n", &["missing-translation roles/lead.yaml:1:11"]),
    // The base is right by itself, and its own warnings are for others.
    ("", "reports_to: lead\n", &["reporting-cycle roles/lead.yaml:1:13"]),
];

#[test]
fn what_is_wrong_with_a_change_is_told_at_its_place_and_at_the_base_s() {
    for (head, change, expected) in WRONG {
        let head = format!("{HEAD}{head}");
        assert_eq!(
            problems_of(&[("registry", &head), ("lead", change)]),
            *expected,
            "{head}{change}"
        );
    }
    let with = |role: &str, text: &str| problems_of(&[("registry", HEAD), (role, text)]);
    assert_eq!(with("worker", "reports_to: lead\n"), ["reporting-cycle roles/worker.yaml:1:13"]);
    let misnamed = "tasks: [{id: plan, hours_per_week: 1}]\n";
    assert_eq!(with("leed", misnamed), ["unknown-role roles/leed.yaml:1:1"]);
    let own = with("porter", "name: Porter\ntasks: [{id: a, name: A, remove: true}]\n");
    assert_eq!(own, ["unknown-key roles/porter.yaml:2:26"]);
    assert_eq!(
        with("also_called", "lead: {count: [Sum], pla: [X]}\n"),
        ["unknown-task roles/also_called.yaml:1:22"]
    );
    let team = "people: [{name: Ana}]\npins: {lead/rest: Ana}\n";
    let removed = "tasks: [{id: rest, remove: true}]\n";
    let pinned = problems_of(&[("registry", HEAD), ("lead", removed), ("team", team)]);
    assert_eq!(pinned, ["unknown-task roles/lead.yaml:1:14 → roles/team.yaml:2:8"]);
    assert_eq!(with("lead", removed), [""; 0]);
}

fn write(folder: &Path, files: &[(&str, &str)]) {
    for (name, text) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// The problems of `roles` in a folder.
fn found_in(folder: &Path) -> Vec<String> {
    let sources = read_with_base(&folder.join("roles"), OtherWords::Read).unwrap();
    match resolve::read(&sources) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn what_cannot_be_a_base_is_told_where_it_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let project = dir.path().join("project");
    let ward = "name: Ward\n";
    write(
        &project,
        &[
            ("house/registry.yaml", "version: 1\n"),
            ("house/ward.yaml", ward),
            ("house/team.yaml", "people: [{name: [}"),
            ("chain/registry.yaml", "version: 1\nextends: shipped\n"),
            ("circle/registry.yaml", "version: 1\nextends: ../roles\n"),
            ("empty/readme.md", ""),
            ("file", ""),
        ],
    );
    write(dir.path(), &[("outside/registry.yaml", "version: 1\n"), ("outside/ward.yaml", ward)]);
    let with = |base: &str| {
        write(&project, &[("roles/registry.yaml", &format!("version: 1\nextends: {base}\n"))]);
        found_in(&project)
    };
    for right in ["../house", "../roles/../house/", "./../house", "../empty/../house"] {
        assert_eq!(with(right), [""; 0], "{right}");
    }
    for (base, expected) in [
        ("../nowhere", "'../nowhere' cannot be extended: "),
        ("../empty", "has no registry.yaml"),
        ("../file", "is a file, not a folder"),
        (".", "this is the registry itself"),
        ("../../project/roles", "this is the registry itself"),
        ("../roles", "this is the registry itself"),
        ("../chain", "'../chain' extends another registry itself"),
        ("../circle", "'../circle' extends another registry itself"),
        ("../../outside", "leads out of the folder around the registry's"),
        ("/etc", "leads out of the folder around the registry's"),
        ("[../house]", "expected `shipped`, or the folder of another registry, found a list"),
    ] {
        let found = with(base);
        assert!(found.len() == 1 && found[0].contains(expected), "{base}: {found:?}");
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(dir.path().join("outside"), project.join("link")).unwrap();
        assert!(with("../link")[0].contains("leads out of the folder"), "{:?}", with("../link"));
    }
    // In a repository, all of it may be extended.
    fs::create_dir(dir.path().join(".git")).unwrap();
    assert_eq!(with("../../outside"), [""; 0]);
    assert!(with("../../../..")[0].contains("leads out of the repository"));
}

#[test]
fn a_base_has_an_end() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), &[("roles/registry.yaml", "version: 1\nextends: ../many\n")]);
    write(dir.path(), &[("many/registry.yaml", "version: 1\n")]);
    for number in 0..10_000 {
        fs::File::create(dir.path().join(format!("many/role-{number}.yaml"))).unwrap();
    }
    let found = found_in(dir.path());
    assert!(found.len() == 1 && found[0].contains("more than 10000 files"), "{found:?}");
    write(dir.path(), &[("roles/registry.yaml", "version: 1\nextends: ../long\n")]);
    write(dir.path(), &[("long/registry.yaml", "version: 1\n")]);
    for number in 0..33 {
        let file = fs::File::create(dir.path().join(format!("long/role-{number}.yaml"))).unwrap();
        file.set_len(1 << 20).unwrap();
    }
    let found = found_in(dir.path());
    assert!(found.len() == 1 && found[0].contains("more than 32 MiB"), "{found:?}");
}

/// All that a command says.
fn run(folder: &Path, line: &str) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roles"));
    let output = command.args(line.split(' ')).current_dir(folder).env_clear().output().unwrap();
    let said = String::from_utf8([output.stdout.as_slice(), &output.stderr].concat()).unwrap();
    (output.status.code().unwrap_or(-1), said)
}

fn begun(line: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let (status, said) = run(folder.path(), line);
    assert_eq!(status, 0, "{said}");
    folder
}

fn text(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join("roles").join(name)).unwrap()
}

const REPORTS: [&str; 14] = [
    "list",
    "list --tasks --format csv",
    "show social-media-manager --sources",
    "show comment-replies",
    "compare",
    "compare --sizes sme large",
    "assign --sme --explain",
    "assign --large --format json",
    "raci --large",
    "risks --large",
    "chart",
    "who answers comments",
    "report --title A",
    "show community-manager --as job-description",
];

#[test]
fn a_registry_that_changes_nothing_gives_the_reports_of_its_base() {
    let (nothing, own) = (tempfile::tempdir().unwrap(), begun("init --lang en"));
    for language in ["en", "fr", "es"] {
        // Or one that is a copy in this language.
        let copy = begun(&format!("init --copy --lang {language}"));
        for report in REPORTS {
            let line = format!("{report} --lang {language}");
            let shipped = run(nothing.path(), &line);
            assert_eq!(run(own.path(), &line), shipped, "{line}");
            // In one language, nobody finds what is asked in another.
            if !report.starts_with("who") || language == "en" {
                assert_eq!(run(copy.path(), &line), shipped, "{line}");
            }
        }
        let (_, said) = run(copy.path(), "check --strict");
        assert!(said.starts_with("no problems; 2 roles and 13 tasks in 4 files"), "{said}");
    }
}

#[test]
fn init_begins_a_dozen_lines_whose_example_is_right() {
    for (language, words) in
        [("en", "To change a role"), ("fr", "Pour modifier"), ("es", "Para cambiar")]
    {
        let folder = begun(&format!("init --lang {language}"));
        let head = text(&folder, "registry.yaml");
        assert!((10..=18).contains(&head.lines().count()) && head.contains(words), "{head}");
        assert_eq!(faults("registry", &head), Some(Vec::new()));
        let (_, example) = head.split_once("#   tasks:").unwrap();
        let example: String =
            example.lines().map(|line| line.trim_start_matches("#   ").to_owned() + "\n").collect();
        let example = format!("tasks:{example}");
        assert_eq!(faults("change", &example), Some(Vec::new()), "{example}");
        fs::write(folder.path().join("roles/community-manager.yaml"), example).unwrap();
        let (status, said) = run(folder.path(), "check");
        assert_eq!((status, said.contains("14 tasks in 2 files")), (0, true), "{said}");
    }
}

#[test]
fn new_begins_a_change_whose_lines_are_right() {
    let folder = begun("init");
    let (status, said) = run(folder.path(), "new community-manager");
    assert_eq!((status, said.contains("(shipped)")), (0, true), "{said}");
    let (_, said) = run(folder.path(), "check --strict");
    assert!(said.starts_with("no problems; 2 roles and 13 tasks"), "{said}");
    let change = text(&folder, "community-manager.yaml");
    assert_eq!(faults("change", &change), Some(Vec::new()));
    let uncovered: String = change
        .lines()
        .filter(|line| !line.starts_with('#') || line.starts_with("# name:"))
        .map(|line| line.replacen("# ", "", 1) + "\n")
        .collect();
    assert_eq!(faults("change", &uncovered), Some(Vec::new()), "{uncovered}");
    fs::write(folder.path().join("roles/community-manager.yaml"), uncovered).unwrap();
    let (_, said) = run(folder.path(), "check --allow to-fill-in");
    assert!(said.contains("2 roles and 13 tasks"), "{said}");
    let (status, said) = run(folder.path(), "new community-manager");
    assert_eq!((status, said.contains("already")), (2, true), "{said}");
    assert_eq!(run(folder.path(), "new ad-buyer").0, 0);
}

#[test]
fn roles_of_the_catalogue_are_added_to_what_the_base_has() {
    let folder = begun("init");
    let kept = "x-owner: {name: Ana}\n";
    let head = text(&folder, "registry.yaml") + kept;
    fs::write(folder.path().join("roles/registry.yaml"), head).unwrap();
    let (status, said) =
        run(folder.path(), "add content-creator press-officer paid-social-specialist");
    assert_eq!(status, 0, "{said}");
    let head = text(&folder, "registry.yaml");
    assert!(head.contains(kept) && head.contains("extends: shipped"), "{head}");
    // Only what the base does not have.
    assert!(!head.contains("id: strategy, name") && !head.contains("esco:"), "{head}");
    let (_, said) = run(folder.path(), "check --strict");
    assert!(said.starts_with("no problems; 5 roles"), "{said}");
    let (status, said) = run(folder.path(), "add community-manager");
    assert_eq!(status, 2, "{said}");
}

#[test]
fn the_program_and_the_schema_take_the_same_changes() {
    for (change, is_right) in [
        ("{}", true),
        ("tasks:", true),
        ("name: Lead", true),
        ("reports_to: \npurpose: \nfocus: \nskills: \nclassification: ", true),
        ("tasks: [{id: plan}]", true),
        (
            "tasks: [{id: plan, detail: , area: , cadence: , on: , hours_per_week: , doers: , importance: }]",
            true,
        ),
        (
            "tasks: [{id: plan, handoffs: , accountable: , coordinates_with: , also_called: , x-a: {}}]",
            true,
        ),
        (
            "tasks: [{id: plan, before: rest}, {id: rest, hours_each_time: 2, cadence: weekly}]",
            true,
        ),
        ("tasks: [{id: rest, remove: true}, {id: new, name: New}]", true),
        ("tasks: [{id: rest, remove: false}]", true),
        ("tasks: [{name: New}]", false),
        ("tasks: [{id: plan, name: }]", false),
        ("tasks: [{id: plan, remove: 1}]", false),
        ("tasks: [{id: plan, before: }]", false),
        ("tasks: [{id: plan, after: rest}]", false),
        ("tasks: {plan: {hours_per_week: 3}}", false),
        ("remove: true", false),
        ("name: ", false),
    ] {
        let is_taken = resolve::read(&extending(&[("registry", HEAD), ("lead", change)])).is_ok();
        let passes = faults("change", change) == Some(Vec::new());
        assert_eq!((passes, is_taken), (is_right, is_right), "{change}");
    }
    for (head, is_right) in [
        ("extends: base\nareas: [{id: words, before: numbers}]", true),
        ("extends: base\nsizes: [{id: big, remove: true}]", true),
        ("extends: base\nsources: {book: {languages: [fr]}}", true),
        ("extends: ", false),
        ("areas: [{id: words}]", false),
        ("sizes: [{id: big, name: Big}]", false),
        ("sources: {book: {languages: [fr]}}", false),
    ] {
        let head = format!("version: 1\n{head}\n");
        let mut sources = extending(&[("registry", &head)]);
        if !head.contains("base") {
            sources.base = Ok(Vec::new());
        }
        let is_taken = resolve::read(&sources).is_ok();
        let passes = faults("registry", &head) == Some(Vec::new());
        assert_eq!((passes, is_taken), (is_right, is_right), "{head}");
    }
}

#[test]
fn keys_that_begin_with_x_are_anybody_s_own_everywhere() {
    let files = [
        (
            "registry",
            "\
version: 1
x-a: [1, {b: c}]
title: {en: T, x-a: b}
areas: [{id: a, name: A, x-a: 1}]
sources: {x-a: 7, s: {title: S, x-a: 1}}
sizes:
  - {id: v, name: V, employees: {max: 3, x-a: 1}, staffing: one-person, x-a: 1}
  - {id: w, name: W, staffing: custom, positions: [{id: p, name: P, roles: [x-ray, role], x-a: 1}]}
",
        ),
        (
            "role",
            "name: {en: R, x-a: {b: c}}\nx-a: R #b\nclassification: {x-a: 1, esco: [X]}\nsources: [s]\n\
             tasks: [{id: x-t, name: T, area: a, x-a: 1, also_called: {en: [U], x-a: 1}, handoffs: [{to: x-ray/t, x-a: 1}]}]\n",
        ),
        ("x-ray", "name: X-ray\ntasks: [{id: t, name: T2, area: a}]\n"),
        (
            "team",
            "x-a: 1\npeople: [{name: Ana, x-a: 1, away: [{from: 2027-01-01, until: 2027-01-02, x-a: 1}]}]\n\
             vacancies: [{roles: [role], x-a: 1}]\npins: {x-a: 1, x-ray/t: Ana}\n",
        ),
        (
            "also_called",
            "x-a: 1\nx-b: {c: {d: e}}\nrole: {x-a: 1, x-t: [V]}\nx-ray: {t: {en: [W], x-a: 1}, x-b: 2}\n",
        ),
    ];
    for (stem, text) in files {
        assert_eq!(faults(crate::schema::kind(stem), text), Some(Vec::new()), "{stem}");
    }
    let mut sources = Sources::of(files.iter().map(|one| file("roles", one)).collect());
    sources.files.sort_by(|one, other| one.stem.cmp(&other.stem));
    let registry = resolve::read(&sources).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let warnings = check::warnings(&registry, &sources);
    assert_eq!(said(&warnings, &sources), [""; 0]);
    let words = |role: &str, task: &str| {
        let role = registry.role_by_id(role).unwrap();
        registry.task(registry.task_by_id(role, task).unwrap()).also_called.len()
    };
    assert_eq!((words("role", "x-t"), words("x-ray", "t")), (2, 1));
    assert_eq!((registry.sources().len(), registry.team().unwrap().pins.len()), (1, 1));
    assert_eq!(registry.languages().len(), 3);
}

#[test]
fn a_base_that_is_broken_is_told_at_its_own_place() {
    let mut sources = extending(&[("registry", HEAD), ("lead", "name: Boss\n")]);
    sources.base.as_mut().unwrap()[1] =
        file("base", &("lead", "name: Lead\ntasks: [{id: plan, cadence: wekly}]\n"));
    let problems = resolve::read(&sources).unwrap_err();
    assert_eq!(
        said(&problems, &sources),
        ["missing-key base/lead.yaml:2:10", "invalid-value base/lead.yaml:2:29"]
    );
    sources.base.as_mut().unwrap()[0] = file("base", &("registry", "version: [\n"));
    let problems = resolve::read(&sources).unwrap_err();
    assert_eq!(said(&problems, &sources), ["yaml-syntax base/registry.yaml:1:10"]);
    sources.base = Ok(Vec::new());
    let problems = resolve::read(&sources).unwrap_err();
    assert_eq!(said(&problems, &sources), ["invalid-base roles/registry.yaml:2:10"]);
}

#[test]
fn a_revision_has_the_base_that_it_had() {
    let dir = tempfile::tempdir().unwrap();
    let git = |arguments: &str| {
        let mut command = Command::new("git");
        command.current_dir(dir.path()).args(["-c", "user.name=a", "-c", "user.email=a@b"]);
        assert!(
            command.args(arguments.split(' ')).output().unwrap().status.success(),
            "{arguments}"
        );
    };
    write(
        dir.path(),
        &[
            ("house/registry.yaml", "version: 1\n"),
            (
                "house/ward.yaml",
                "name: Ward\ntasks: [{id: a, name: Go round, hours_per_week: 2}]\n",
            ),
            ("own/roles/registry.yaml", "version: 1\nextends: ../../house\n"),
            ("own/roles/ward.yaml", "tasks: [{id: a, cadence: weekly}]\n"),
            ("out/registry.yaml", "version: 1\nextends: ../../house\n"),
            ("shipped/registry.yaml", "version: 1\nextends: shipped\n"),
        ],
    );
    git("init -q");
    git("add .");
    git("commit -q -m a");
    let read = |path: &str| {
        let sources = roles::read_revision_with_base(dir.path(), "HEAD", Some(path)).unwrap();
        match resolve::read(&sources) {
            Ok(registry) => format!("{} roles", registry.roles().len()),
            Err(problems) => said(&problems, &sources).join("\n") + &problems[0].message,
        }
    };
    assert_eq!((read("own"), read("shipped")), ("1 roles".to_owned(), "2 roles".to_owned()));
    assert!(read("out").contains("leads out of the repository"), "{}", read("out"));
    write(
        dir.path(),
        &[("house/ward.yaml", "name: Ward\ntasks: [{id: a, name: Go round, hours_per_week: 5}]\n")],
    );
    let mut command = Command::new(env!("CARGO_BIN_EXE_roles"));
    let path = std::env::var_os("PATH").unwrap();
    command.args(["diff", "git:HEAD:own", "own"]).current_dir(dir.path()).env_clear();
    let output = command.env("PATH", path).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.code() == Some(1) && said.contains("5.0"), "{said}");
}
