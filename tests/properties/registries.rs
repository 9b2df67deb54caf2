//! Registries and teams to try things on.

use proptest::prelude::*;
use roles::model::{Cadence, Doers, Holds, Hours, Person, Pin, Registry};
use roles::query::Roster;
use roles::resolve;
use roles::source::{SourceFile, Sources};
use std::fmt::Write;

/// A task of a generated role, before it is written as YAML.
#[derive(Clone, Debug)]
struct TaskPlan {
    name: String,
    hours: Option<u32>,
    supplemental: bool,
    area: Option<usize>,
    after_first: bool,
    handoff: Option<usize>,
    coordinates: Option<usize>,
    cadence: Option<Cadence>,
    doers: Option<Doers>,
}

/// Areas of the shipped registry; a generated one lists none of its own.
const AREAS: [&str; 4] = ["strategy", "analytics", "publishing", "crisis"];

fn task(name: impl Strategy<Value = String> + Clone) -> impl Strategy<Value = TaskPlan> {
    let number = |to: usize| proptest::option::of(0..to);
    (
        name,
        proptest::option::of(1..40_u32),
        any::<bool>(),
        number(AREAS.len()),
        any::<bool>(),
        number(6),
        number(6),
        proptest::option::of(prop::sample::select(Cadence::ALL)),
        proptest::option::of(prop::sample::select(Doers::ALL)),
    )
        .prop_map(
            |(
                name,
                hours,
                supplemental,
                area,
                after_first,
                handoff,
                coordinates,
                cadence,
                doers,
            )| {
                TaskPlan {
                    name,
                    hours,
                    supplemental,
                    area,
                    after_first,
                    handoff,
                    coordinates,
                    cadence,
                    doers,
                }
            },
        )
}

/// A registry whose tasks are called anything at all.
pub fn registry() -> impl Strategy<Value = Sources> {
    registry_with(prop_oneof![
        "[a-z]{1,12}( [a-z]{1,12}){0,6}",
        "[=+@|<>*_a-zé字 -]{1,30}x",
        "[^\\p{C}\\p{Zl}\\p{Zp}]{1,40}x"
    ])
}

/// A registry whose tasks are called in letters of one width or two; of other scripts and symbols every terminal has
/// its own idea how wide they are.
pub fn registry_in_plain_letters() -> impl Strategy<Value = Sources> {
    registry_with("[=+@|<>*_a-zé字 -]{1,60}x")
}

/// A registry of up to six roles, with a size of its own whose positions may overlap, or hold nothing.
fn registry_with(name: impl Strategy<Value = String> + Clone) -> impl Strategy<Value = Sources> {
    let roles = proptest::collection::vec(proptest::collection::vec(task(name), 0..8), 0..6);
    let positions = proptest::collection::vec(proptest::collection::vec(0..6_usize, 0..4), 0..4);
    (roles, positions).prop_map(|(roles, positions)| Sources::of(files(&roles, &positions)))
}

fn files(roles: &[Vec<TaskPlan>], positions: &[Vec<usize>]) -> Vec<SourceFile> {
    let mut files: Vec<SourceFile> = roles
        .iter()
        .enumerate()
        .map(|(number, tasks)| file(&format!("role-{number}"), role_file(number, tasks, roles)))
        .collect();
    files.push(file("registry", registry_file(roles.len(), positions)));
    files
}

/// A file of a registry.
pub fn file(stem: &str, text: String) -> SourceFile {
    SourceFile::new(format!("roles/{stem}.yaml"), stem.to_owned(), Ok(text))
}

fn registry_file(roles: usize, positions: &[Vec<usize>]) -> String {
    let mut text = String::from(
        "version: 1\nsizes:\n  - {id: sme, name: Small, employees: {max: 249}, staffing: one-person, holder: Lead}\n  - {id: large, name: Large, employees: {min: 250}, staffing: one-per-role}\n  - id: own\n    name: Own\n    staffing: custom\n    positions:\n",
    );
    if positions.is_empty() {
        text.truncate(text.len() - 1);
        text.push_str(" []\n");
    }
    for (number, held) in positions.iter().enumerate() {
        let held: Vec<String> =
            held.iter().filter(|&&role| role < roles).map(|role| format!("role-{role}")).collect();
        writeln!(
            text,
            "      - {{id: seat-{number}, name: Seat {number}, roles: [{}]}}",
            held.join(", ")
        )
        .unwrap();
    }
    text
}

fn role_file(number: usize, tasks: &[TaskPlan], roles: &[Vec<TaskPlan>]) -> String {
    let mut text = format!(
        "name: {{en: Role {number}, fr: Rôle {number}}}\nfocus: {}\n",
        ["strategy", "operations"][number % 2]
    );
    if number > 0 {
        writeln!(text, "reports_to: role-{}", (number - 1) / 2).unwrap();
    }
    text.push_str(if tasks.is_empty() { "tasks: []\n" } else { "tasks:\n" });
    for (place, task) in tasks.iter().enumerate() {
        writeln!(
            text,
            "  - id: task-{place}\n    name: {}",
            serde_json::to_string(&task.name).unwrap()
        )
        .unwrap();
        if let Some(hours) = task.hours {
            writeln!(text, "    hours_per_week: {}.{}", hours / 2, (hours % 2) * 5).unwrap();
        }
        if let Some(cadence) = task.cadence {
            writeln!(text, "    cadence: {}", cadence.as_str()).unwrap();
            if cadence <= Cadence::Biweekly && task.supplemental {
                text.push_str("    on: [tuesday, friday]\n");
            }
        }
        if let Some(doers) = task.doers {
            writeln!(text, "    doers: {}", doers.as_str()).unwrap();
        }
        if task.supplemental {
            text.push_str("    importance: supplemental\n");
        }
        if let Some(area) = task.area {
            writeln!(text, "    area: {}", AREAS[area]).unwrap();
        }
        if task.after_first && place > 0 {
            text.push_str("    after: [task-0]\n");
        }
        if let Some(other) = task.handoff.filter(|&other| {
            other != number && roles.get(other).is_some_and(|tasks| !tasks.is_empty())
        }) {
            writeln!(text, "    handoffs: [{{to: role-{other}/task-0, what: Results}}]").unwrap();
        }
        if let Some(other) =
            task.coordinates.filter(|&other| other != number && other < roles.len())
        {
            writeln!(text, "    coordinates_with: role-{other}").unwrap();
        }
    }
    text
}

/// Reads a generated registry; hours of 0 cannot occur, so nothing may be wrong with it.
pub fn read(sources: &Sources) -> Registry {
    let mut sorted = Sources::default();
    sorted
        .files
        .extend(sources.files.iter().map(|file_of| file(&file_of.stem, file_of.text().to_owned())));
    resolve::read(&sorted).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// Somebody for a team: a name, perhaps the number of a role, perhaps hours, perhaps away.
pub type PersonPlan = (u8, Option<usize>, Option<u32>, bool);

/// A team of up to seven, in which a name may come twice.
pub fn team() -> impl Strategy<Value = Vec<PersonPlan>> {
    let person = (
        0..7_u8,
        proptest::option::of(0..6_usize),
        proptest::option::of(1..60_u32),
        proptest::bool::weighted(0.15),
    );
    proptest::collection::vec(person, 0..7)
}

/// The team as people of a registry, each name once; with `pins`, that many tasks belong to one of them.
pub fn roster(plans: &[PersonPlan], pins: usize, registry: &Registry) -> Roster {
    let mut roster = Roster::default();
    for &(name, role, hours, away) in plans {
        let name = format!("Person {name}");
        let role = role.and_then(|role| registry.role_by_id(&format!("role-{role}")));
        let known = roster.people.iter_mut().find(|person| person.name == name);
        if let Some(known) = known {
            if let (Holds::Roles(roles), Some(role)) = (&known.holds, role) {
                let all = roles.iter().copied().filter(|other| *other != role);
                known.holds = Holds::Roles(all.chain([role]).collect());
            }
            continue;
        }
        if away {
            roster.away.insert(roster.people.len());
        }
        roster.people.push(Person {
            name,
            holds: role.map_or(Holds::Anything, |role| Holds::Roles([role].into())),
            hours_per_week: hours.and_then(|hours| Hours::parse(&hours.to_string()).ok()),
            ..Person::default()
        });
    }
    let people = roster.people.len();
    for (number, person) in roster.people.iter_mut().enumerate().step_by(3) {
        person.deputy = Some((number + 1) % people).filter(|deputy| *deputy != number);
    }
    if people > 0 {
        let tasks = registry.tasks().step_by(3).take(pins).enumerate();
        roster.pins =
            tasks.map(|(number, task)| Pin { task, person: number * 5 % people }).collect();
    }
    roster
}
