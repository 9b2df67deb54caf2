//! Who may do a task, and who answers for it.

use crate::written::written;
use roles::model::{Pin, TaskRef};
use roles::query::{Company, Doer, Roster};

/// A boss and workers; the team is written as in `team.yaml`. Those named `away` are.
fn check(team: &str, pins: &[usize], away: &[usize], expected: [&str; 2]) {
    let roles = "boss\n  {id: b, name: b}\nworker<boss\n  {id: w, name: w}";
    let registry = written(roles, &[("team", &format!("people: {team}\n"))]);
    let mut roster = Roster::from(registry.team().unwrap());
    roster.away.extend(away);
    let tasks: Vec<TaskRef> = registry.tasks().collect();
    roster.pins.extend(pins.iter().map(|&person| Pin { task: tasks[1], person }));
    let company = Company::new(&registry, None, roster);
    let names = |doers: &[Doer]| {
        doers.iter().map(|&doer| company.name_of(doer)).collect::<Vec<_>>().join(" ")
    };
    let written = |task: &TaskRef| {
        let [does, answers] = company.doers_of(*task);
        format!("{}: {}", names(&does), names(&answers))
    };
    assert_eq!(tasks.iter().map(written).collect::<Vec<_>>(), expected, "{team}");
}

#[test]
fn everybody_who_holds_the_role_is_named() {
    let team =
        "[{name: Ana, roles: [boss]}, {name: Bob, roles: [worker]}, {name: Eva, roles: [worker]}]";
    check(team, &[], &[], ["Ana: Ana", "Bob Eva: Ana"]);
    check(team, &[2], &[], ["Ana: Ana", "Eva: Ana"]);
    let both = "[{name: Ana, roles: [boss, worker]}, {name: Bob, roles: [boss, worker]}]";
    check(both, &[], &[], ["Ana Bob: Ana Bob", "Ana Bob: Ana Bob"]);
}

#[test]
fn the_lead_comes_first_and_answers() {
    let team = "[{name: Ana, roles: [boss]}, {name: Bob, roles: [boss], lead: [boss], deputy: Eva}, {name: Eva, roles: [worker]}]";
    check(team, &[], &[], ["Bob Ana: Bob", "Eva: Bob"]);
    check(team, &[], &[1], ["Ana Eva: Eva", "Eva: Eva"]);
}

#[test]
fn deputies_stand_in_and_vacant_positions_are_named() {
    let team = "[{name: Bob, roles: [worker], deputy: Eva}, {name: Eva, roles: [worker]}, {name: Zoe, roles: [worker], deputy: Bob}]";
    check(team, &[], &[], ["boss: boss", "Bob Eva Zoe: boss"]);
    check(team, &[], &[2], ["boss: boss", "Bob Eva: boss"]);
    check(team, &[2], &[2, 0], ["boss: boss", "Eva: boss"]);
    check(team, &[], &[0, 1, 2], ["boss: boss", "worker: boss"]);
    let team = "[{name: Ana, roles: [boss], deputy: Eva}, {name: Eva, roles: [worker]}]";
    check(team, &[], &[0], ["Eva: Eva", "Eva: Eva"]);
}
