//! The RACI matrix: where each letter comes from.

use roles::check;
use roles::model::{Holds, Hours, Person, Pin, Registry};
use roles::query::{Raci, Reading, Roster, accountable, assign, assign_without_limits, raci};
use roles::resolve;
use roles::source::{SourceFile, Sources};

const SIZES: &str = "version: 1
sizes:
  - {id: large, name: L, staffing: one-per-role}
  - {id: sme, name: S, staffing: one-person}
  - id: flat
    name: F
    staffing: custom
    positions:
      - {id: one, name: One, roles: [worker, boss]}
      - {id: two, name: Two, roles: [worker]}
  - id: headless
    name: H
    staffing: custom
    positions:
      - {id: middle, name: Middle, roles: [middle]}
      - {id: below, name: Below, roles: [worker]}
";

/// A chief, somebody between, and two below; the tasks of each are given.
fn sources(head: &str, boss: &str, worker: &str) -> Sources {
    let file = |stem: &str, text: String| {
        SourceFile::new(format!("roles/{stem}.yaml"), stem.to_owned(), Ok(text))
    };
    Sources::of(vec![
        file("boss", format!("name: Boss\ntasks: {boss}\n")),
        file("helper", "name: Helper\nreports_to: middle\n".into()),
        file("middle", "name: Middle\nreports_to: boss\n".into()),
        file("registry", head.into()),
        file("worker", format!("name: Worker\nreports_to: middle\ntasks: {worker}\n")),
    ])
}

fn registry(boss: &str, worker: &str) -> Registry {
    let sources = sources(SIZES, boss, worker);
    resolve::read(&sources).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn person(name: &str, role: Option<&str>, registry: &Registry) -> Person {
    let role = role.map(|role| registry.role_by_id(role).unwrap());
    Person {
        name: name.into(),
        holds: role.map_or(Holds::Anything, |role| Holds::Roles([role].into())),
        ..Person::default()
    }
}

/// The matrix as text: a task a line, its cells with their columns.
fn written(raci: &Raci, registry: &Registry) -> Vec<String> {
    let rows = raci.rows().map(|row| {
        let cells = row
            .cells
            .iter()
            .map(|(column, letters)| format!(" {}={}", raci.columns[*column].id, letters.as_str()));
        registry.task_id(row.task) + ":" + &cells.collect::<String>()
    });
    rows.collect()
}

fn matrix(registry: &Registry, size: &str, roster: &Roster) -> Vec<String> {
    let size = (size != "none").then(|| registry.size_by_id(size).unwrap());
    let assignment = assign_without_limits(registry, size, roster);
    written(&raci(registry, &assignment), registry)
}

fn positions(registry: &Registry, size: &str) -> Vec<String> {
    matrix(registry, size, &Roster::default())
}

#[test]
fn the_owner_does_it_and_the_head_of_the_line_answers() {
    let registry = registry("[{id: a, name: A}]", "[{id: b, name: B}]");
    let expected = ["boss/a: boss=RA", "worker/b: boss=A worker=R"];
    assert_eq!(positions(&registry, "large"), expected);
    let boss = registry.role_by_id("boss").unwrap();
    assert!(registry.tasks().all(|task| accountable(&registry, task) == boss));
    let expected = ["boss/a: one-person=RA", "worker/b: one-person=RA"];
    assert_eq!(positions(&registry, "sme"), expected);
}

#[test]
fn the_task_may_say_otherwise() {
    let worker = "[{id: a, name: A, accountable: worker}, {id: b, name: B, accountable: helper}]";
    let registry = registry("[]", worker);
    let expected = ["worker/a: worker=RA", "worker/b: helper=A worker=R"];
    assert_eq!(positions(&registry, "large"), expected);
}

#[test]
fn receivers_are_told_and_the_other_side_is_asked() {
    let boss = "[{id: a, name: A, handoffs: [{to: worker/c}]}, {id: b, name: B, coordinates_with: worker, informed: [helper]}]";
    let worker = "[{id: c, name: C, consulted: [helper], informed: [helper, boss]}]";
    let registry = registry(boss, worker);
    let expected = [
        "boss/a: boss=RA worker=I",
        "boss/b: boss=RA helper=I worker=C",
        // Who answers need not be told, and who is asked neither.
        "worker/c: boss=A helper=C worker=R",
    ];
    assert_eq!(positions(&registry, "large"), expected);
}

#[test]
fn nobody_is_told_what_they_do() {
    let registry = registry(
        "[{id: a, name: A, handoffs: [{to: boss/b}], coordinates_with: worker}, {id: b, name: B}]",
        "[{id: c, name: C, coordinates_with: boss}]",
    );
    let expected = ["boss/a: one-person=RA", "boss/b: one-person=RA", "worker/c: one-person=RA"];
    assert_eq!(positions(&registry, "sme"), expected);
}

#[test]
fn an_empty_list_is_left_out() {
    let task = "[{id: b, name: B, coordinates_with: helper, consulted: [], informed: []}]";
    let registry = registry("[]", task);
    let expected = ["worker/b: boss=A helper=C worker=R"];
    assert_eq!(positions(&registry, "large"), expected);
}

#[test]
fn the_lead_answers_or_their_deputy() {
    let registry =
        registry("[]", "[{id: a, name: A, accountable: worker, coordinates_with: helper}]");
    let people = ["Ana", "Luis", "Eva"].map(|name| person(name, Some("worker"), &registry));
    let mut roster = Roster { people: people.into(), ..Roster::default() };
    let letters = |roster: &Roster| matrix(&registry, "large", roster)[0].clone();
    assert_eq!(letters(&roster), "worker/a: Ana=RA Luis=R Eva=R");
    roster.people[1].lead = [registry.role_by_id("worker").unwrap()].into();
    assert_eq!(letters(&roster), "worker/a: Ana=R Luis=RA Eva=R");
    // A circle of deputies does no harm.
    roster.away.insert(1);
    roster.people[1].deputy = Some(2);
    roster.people[2].deputy = Some(1);
    assert_eq!(letters(&roster), "worker/a: Ana=R Eva=RA");
    roster.away.insert(2);
    assert_eq!(letters(&roster), "worker/a: Ana=RA");
    roster.away.remove(&1);
    roster.people[1].holds = Holds::Roles([registry.role_by_id("boss").unwrap()].into());
    assert_eq!(letters(&roster), "worker/a: Ana=RA");
}

#[test]
fn a_deputy_answers_for_somebody_who_is_away() {
    let registry = registry("[{id: a, name: A}]", "[{id: b, name: B}]");
    let people = [("Ana", "boss"), ("Eva", "worker")];
    let people = people.map(|(name, role)| person(name, Some(role), &registry));
    let mut roster = Roster { people: people.into(), ..Roster::default() };
    roster.away.insert(0);
    roster.people[0].deputy = Some(1);
    assert_eq!(matrix(&registry, "large", &roster), ["boss/a: Eva=RA", "worker/b: Eva=RA"]);
}

#[test]
fn whoever_is_external_is_not_asked_whether_they_are_needed() {
    let registry = registry("[{id: a, name: A}]", "[]");
    let people = ["Ana", "Luis"].map(|name| person(name, Some("boss"), &registry));
    let mut roster = Roster { people: people.into(), ..Roster::default() };
    let is_asked = |roster: &Roster| {
        let assignment = assign_without_limits(&registry, registry.size_by_id("large"), roster);
        raci(&registry, &assignment).columns[1].readings.contains(&Reading::Neither)
    };
    assert!(is_asked(&roster));
    roster.people[1].external = true;
    assert!(!is_asked(&roster));
}

#[test]
fn a_vacant_position_has_its_letters() {
    let registry = registry("[{id: a, name: A, informed: [worker]}]", "[{id: b, name: B}]");
    let mut roster =
        Roster { people: vec![person("Eva", Some("worker"), &registry)], ..Roster::default() };
    let expected = ["boss/a: Eva=I boss=RA", "worker/b: Eva=R boss=A"];
    assert_eq!(matrix(&registry, "large", &roster), expected);
    let assignment = assign(&registry, registry.size_by_id("large"), &roster);
    let raci = raci(&registry, &assignment);
    let vacant: Vec<bool> = raci.columns.iter().map(|column| column.is_vacant).collect();
    assert_eq!(vacant, [false, true], "positions without letters are left out");
    assert_eq!(raci.columns[1].readings, [Reading::Vacant]);
    roster.away.insert(0);
    let expected = ["boss/a: boss=RA worker=I", "worker/b: boss=A worker=R"];
    assert_eq!(matrix(&registry, "large", &roster), expected);
}

#[test]
fn somebody_may_be_called_like_a_position() {
    let registry = registry("[{id: a, name: A}]", "[{id: b, name: B}]");
    let people = ["boss", "position:boss"].map(|name| person(name, Some("worker"), &registry));
    let roster = Roster { people: people.into(), ..Roster::default() };
    let expected =
        ["boss/a: position:position:boss=RA", "worker/b: boss=R position:position:boss=A"];
    assert_eq!(matrix(&registry, "large", &roster), expected);
}

#[test]
fn of_several_the_doer_answers_else_the_first() {
    let tasks = "[{id: a, name: A, hours_per_week: 2}, {id: b, name: B, hours_per_week: 2}]";
    let registry = registry(tasks, "[{id: c, name: C}]");
    let people = [("Ana", "boss"), ("Bob", "boss"), ("Eva", "worker")];
    let roster = Roster {
        people: people.map(|(name, role)| person(name, Some(role), &registry)).into(),
        ..Roster::default()
    };
    let expected = ["boss/a: Ana=RA", "boss/b: Bob=RA", "worker/c: Ana=A Eva=R"];
    assert_eq!(matrix(&registry, "none", &roster), expected);
    let assignment = assign(&registry, None, &roster);
    let spokespeople = raci(&registry, &assignment).spokespeople;
    assert_eq!(spokespeople, [(registry.role_by_id("boss").unwrap(), 0)]);
}

#[test]
fn whoever_shares_the_position_counts_like_whoever_is_named_for_the_role() {
    let registry = registry("[]", "[{id: b, name: B}]");
    let roster = Roster {
        people: vec![person("Ana", None, &registry), person("Bob", Some("boss"), &registry)],
        ..Roster::default()
    };
    assert_eq!(matrix(&registry, "sme", &roster), ["worker/b: Ana=RA"]);
}

#[test]
fn a_pinned_task_is_done_by_whoever_it_is_pinned_to() {
    let registry = registry("[{id: a, name: A}]", "[{id: b, name: B}]");
    let task = registry.tasks().last().unwrap();
    let roster = Roster {
        people: vec![
            person("Ana", Some("boss"), &registry),
            person("Eva", Some("worker"), &registry),
            person("Zoe", Some("helper"), &registry),
        ],
        pins: vec![Pin { task, person: 2 }],
        ..Roster::default()
    };
    let expected = ["boss/a: Ana=RA", "worker/b: Ana=A Zoe=R"];
    assert_eq!(matrix(&registry, "none", &roster), expected);
}

#[test]
fn hours_move_no_task_and_leave_none_out() {
    let tasks = "[{id: a, name: A, hours_per_week: 9}, {id: b, name: B, hours_per_week: 2}, {id: c, name: C, hours_per_week: 1}]";
    let registry = registry(tasks, "[]");
    let mut roster = Roster {
        people: vec![
            person("Ana", Some("boss"), &registry),
            person("Bob", Some("boss"), &registry),
        ],
        ..Roster::default()
    };
    for (person, hours) in roster.people.iter_mut().zip(["2", "1"]) {
        person.hours_per_week = Hours::parse(hours).ok();
    }
    let limited = assign(&registry, None, &roster);
    let limitless = assign_without_limits(&registry, None, &roster);
    assert_eq!(limited.totals.unassigned.tasks, 1);
    assert_eq!(limitless.totals.unassigned.tasks, 0);
    let kept = limited.duties.iter().zip(&limitless.duties);
    let mut kept = kept.filter(|(limited, _)| limited.why.is_ok());
    assert!(kept.all(|(limited, limitless)| limited.doers().eq(limitless.doers())));
    // An assignment that leaves tasks out is read the same way: somebody holds the role.
    for row in raci(&registry, &limited).rows() {
        let letters: String = row.cells.iter().map(|(_, letters)| letters.as_str()).collect();
        assert!(letters.contains('R') && letters.contains('A'), "{letters}");
    }
}

#[test]
fn everybody_who_holds_the_role_does_what_each_does_and_their_lead_answers() {
    let tasks = "[{id: a, name: A, hours_per_week: 5}, {id: b, name: B, doers: each},
        {id: c, name: C, doers: shared, hours_per_week: 2}]";
    let registry = registry(tasks, "[]");
    let people = ["Ana", "Bob", "Eva"].map(|name| person(name, Some("boss"), &registry));
    let pins = vec![Pin { task: registry.tasks().next().unwrap(), person: 0 }];
    let mut roster = Roster { people: people.into(), pins, ..Roster::default() };
    roster.people[1].lead = [registry.role_by_id("boss").unwrap()].into();
    let expected =
        ["boss/a: Ana=R Bob=A", "boss/b: Ana=R Bob=RA Eva=R", "boss/c: Ana=R Bob=RA Eva=R"];
    assert_eq!(matrix(&registry, "none", &roster), expected);
    // Whoever has no time left still does what everybody does.
    roster.people.truncate(2);
    for person in &mut roster.people {
        person.hours_per_week = Hours::parse("2").ok();
    }
    let expected = ["boss/a: Ana=R Bob=A", "boss/b: Ana=R Bob=RA", "boss/c: Ana=R Bob=RA"];
    assert_eq!(matrix(&registry, "none", &roster), expected);
}

#[test]
fn a_pin_counts_more_than_that_everybody_does_it_also_where_time_is_short() {
    let tasks = "[{id: a, name: A, hours_per_week: 5}, {id: b, name: B, doers: each}]";
    let registry = registry(tasks, "[]");
    let people = ["Ana", "Bob"].map(|name| person(name, Some("boss"), &registry));
    let task = registry.tasks().last().unwrap();
    let pins = vec![Pin { task, person: 1 }];
    let mut roster = Roster { people: people.into(), pins, ..Roster::default() };
    roster.people[0].hours_per_week = Hours::parse("1").ok();
    roster.people[1].hours_per_week = Hours::parse("1").ok();
    assert_eq!(matrix(&registry, "none", &roster)[1], "boss/b: Bob=RA");
}

#[test]
fn a_role_without_a_position_is_passed_over_by_the_line() {
    let task = "[{id: b, name: B}, {id: c, name: C, accountable: helper}]";
    let registry = registry("[{id: a, name: A}]", task);
    let expected = ["boss/a:", "worker/b: middle=A below=R", "worker/c: middle=A below=R"];
    assert_eq!(positions(&registry, "headless"), expected);
    let size = registry.size_by_id("headless");
    let assignment = assign(&registry, size, &Roster::default());
    let raci = raci(&registry, &assignment);
    let role = |id: &str| registry.role_by_id(id).unwrap();
    let expected = [(role("boss"), role("middle")), (role("helper"), role("middle"))];
    assert_eq!(raci.stand_ins, expected);
    assert_eq!(raci.without_position, [role("boss")]);
}

#[test]
fn the_check_warns_where_the_word_of_a_task_leads_to_nobody_or_to_several() {
    let worker = "[{id: b, name: B, accountable: helper}, {id: c, name: C, accountable: worker}, {id: d, name: D, accountable: boss}]";
    let sources = sources(SIZES, "[]", worker);
    let registry = resolve::read(&sources).unwrap();
    let warnings = check::warnings(&registry, &sources);
    let said = warnings
        .iter()
        .filter(|problem| problem.code.as_str() == "no-single-accountable")
        .map(|problem| problem.message.clone());
    let expected = [
        "in the size 'flat' nobody holds the role 'helper', which is accountable for 'b'",
        "in the size 'headless' nobody holds the role 'helper', which is accountable for 'b'",
        "in the size 'flat' 2 positions hold the role 'worker', which is accountable for 'c'",
        "in the size 'headless' nobody holds the role 'boss', which is accountable for 'd'",
    ];
    assert_eq!(said.collect::<Vec<_>>(), expected);
    // Every row has one who answers all the same.
    let rows = ["worker/b: one=RA", "worker/c: two=RA", "worker/d: one=RA"];
    assert_eq!(positions(&registry, "flat"), rows);
}

#[test]
fn many_is_more_than_the_others_have() {
    let readings = |boss: &str, worker: &str| {
        let registry = registry(boss, worker);
        let size = registry.size_by_id("headless");
        let assignment = assign(&registry, size, &Roster::default());
        let columns = raci(&registry, &assignment).columns;
        let words = columns.iter().map(|column| {
            let words = column.readings.iter().map(|reading| reading.as_str());
            words.collect::<Vec<_>>().join(" ")
        });
        words.collect::<Vec<_>>()
    };
    let two = "[{id: a, name: A}, {id: b, name: B}]";
    assert_eq!(readings("[]", two), ["many-accountable", "many-responsible"]);
    let own = "[{id: a, name: A, accountable: worker}, {id: b, name: B, accountable: worker}]";
    assert_eq!(readings("[]", own), ["neither", "many-responsible"]);
    assert_eq!(readings("[]", "[{id: a, name: A}]"), ["", ""]);
    assert_eq!(readings("[]", "[]"), ["neither", "neither"]);
}
