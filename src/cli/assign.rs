//! `roles assign`.

use super::args::{AssignArgs, Format, SectionBy};
use super::calendars;
use super::context::Context;
use super::failure::Failure;
use super::names;
use super::{Status, Streams};
use crate::model::{Hours, Registry, RoleIx, SizeIx};
use crate::problem::Code;
use crate::query::{self, Person};
use crate::render::{Next, json, pages, size_flag};

/// The longest name of a person, in characters.
const LONGEST_NAME: usize = 100;

pub fn run(
    arguments: &AssignArgs,
    context: &Context,
    streams: &mut Streams,
) -> Result<Status, Failure> {
    let registry = &context.registry;
    let size = choose_size(arguments, registry)?;
    let hours = arguments
        .hours
        .as_deref()
        .map(|written| parse_hours("--hours", written))
        .transpose()?;
    let named = people(&arguments.to, registry)?;
    let people = without(&arguments.without, named)?;
    check_roles(&people, registry, size)?;
    let there: Vec<Person> = people
        .iter()
        .filter(|person| !person.away)
        .cloned()
        .collect();
    let only = arguments
        .person
        .as_deref()
        .map(|name| find_present(name, &people, &there))
        .transpose()?;
    let by = match arguments.by {
        SectionBy::Person => pages::By::Person,
        SectionBy::Area => pages::By::Area,
        SectionBy::Cadence => pages::By::Cadence,
        SectionBy::Role => pages::By::Role,
    };
    let start = calendars::start(arguments, context)?;
    let assignment = query::assign(registry, size, &people, hours);
    let next = if people.is_empty() && hours.is_none() {
        Next::AssignHours(size)
    } else {
        Next::CompareRoles
    };
    let done = if arguments.strict && assignment.totals.unassigned.tasks > 0 {
        Status::Found
    } else {
        Status::Done
    };
    if let Some(start) = start {
        calendars::run(arguments, &assignment, only, start, context, streams)?;
        return Ok(done);
    }
    context.report(
        streams,
        arguments.format.of_report().unwrap_or(Format::Table),
        |reader| {
            let mut page = pages::assignment(&assignment, by, only, reader);
            if arguments.employees.is_some() {
                page.notes.push(pages::headcount_is_a_proxy(reader));
            }
            page
        },
        |reader, out| json::assignment(&assignment, only, reader, out),
        next,
    )?;
    Ok(done)
}

/// The one size that was named, in one of five ways.
fn choose_size(arguments: &AssignArgs, registry: &Registry) -> Result<SizeIx, Failure> {
    if let Some(word) = &arguments.word {
        let message = format!("'{word}' stands here without a flag");
        return Err(list_sizes(Failure::usage(message), registry));
    }
    let flags = [
        ("--solo", arguments.solo, "solo"),
        ("--sme", arguments.sme, "sme"),
        ("--large", arguments.large, "large"),
    ];
    let mut chosen: Vec<(&str, Choice)> = flags
        .iter()
        .filter(|(_, set, _)| *set)
        .map(|&(flag, _, id)| (flag, Choice::Id(id)))
        .collect();
    chosen.extend(
        arguments
            .size
            .as_deref()
            .map(|id| ("--size", Choice::Id(id))),
    );
    chosen.extend(
        arguments
            .employees
            .as_deref()
            .map(|number| ("--employees", Choice::Employees(number))),
    );
    match &chosen[..] {
        [(_, Choice::Id(id))] => names::size(registry, id),
        [(_, Choice::Employees(written))] => size_for(written, registry),
        [] => Err(list_sizes(Failure::usage("which company size?"), registry)),
        several => {
            let flags: Vec<&str> = several.iter().map(|(flag, _)| *flag).collect();
            let failure = Failure::usage(format!(
                "{} name more than one company size",
                flags.join(" and ")
            ));
            Err(failure
                .hint("choose one of them")
                .hint("roles compare --sizes sme large shows what changes between two sizes"))
        }
    }
}

enum Choice<'a> {
    Id(&'a str),
    Employees(&'a str),
}

fn size_for(written: &str, registry: &Registry) -> Result<SizeIx, Failure> {
    let is_number = !written.is_empty() && written.bytes().all(|byte| byte.is_ascii_digit());
    let Some(employees) = written.parse::<u32>().ok().filter(|_| is_number) else {
        let most = u32::MAX;
        let message = format!("--employees takes a whole number from 0 to {most}, not '{written}'");
        return Err(Failure::usage(message).hint("for example: --employees 12"));
    };
    registry.size_for(employees).ok_or_else(|| {
        list_sizes(
            Failure::usage(format!(
                "no company size of this registry has {employees} employees"
            )),
            registry,
        )
    })
}

/// Every size with the flag that chooses it.
fn list_sizes(failure: Failure, registry: &Registry) -> Failure {
    if registry.sizes().is_empty() {
        return failure
            .hint("this registry has no company sizes; list some under `sizes` in registry.yaml");
    }
    let failure = registry.sizes().iter().fold(failure, |failure, size| {
        let flag = size_flag(size);
        let range = size.employees.map(|range| format!(" ({range})"));
        let name = size.name.pick(&registry.preference(None));
        failure.hint(format!("{flag}: {name}{}", range.unwrap_or_default()))
    });
    if registry.sizes().iter().all(|size| size.employees.is_none()) {
        return failure;
    }
    failure.hint("or --employees N, and the size follows from the number")
}

/// Hours a week; a decimal comma is taken for the point that it is in French and Spanish.
fn parse_hours(option: &str, written: &str) -> Result<Hours, Failure> {
    Hours::parse(&written.replacen(',', ".", 1)).map_err(|fault| {
        let failure = Failure::usage(format!("{option} cannot be '{written}': {fault}"));
        if written.contains('@') {
            failure.hint("the role comes before the hours: --to NAME@ROLE=HOURS")
        } else {
            failure.hint("for example: --hours 10, or --to Ana=37.5")
        }
    })
}

/// The people of `--to`, in order. A name that comes twice is one person with two roles.
fn people(written: &[String], registry: &Registry) -> Result<Vec<Person>, Failure> {
    let mut people: Vec<Person> = Vec::with_capacity(written.len());
    for written in written {
        let person = person(written, registry)?;
        let before = people.iter().find(|other| other.name == person.name);
        if let Some(before) = before {
            if before.role == person.role {
                return Err(Failure::usage(format!("'{}' is named twice", person.name)).hint("name each person once, or once for each role: --to Ana@social-media-manager --to Ana@community-manager"));
            }
            if before.hours.is_some() && person.hours.is_some() && before.hours != person.hours {
                return Err(Failure::usage(format!(
                    "'{}' is given two different numbers of hours",
                    person.name
                ))
                .hint("give them once; they are the hours of all roles together"));
            }
        }
        people.push(person);
    }
    Ok(people)
}

fn person(written: &str, registry: &Registry) -> Result<Person, Failure> {
    let (rest, hours) = match written.rsplit_once('=') {
        Some((rest, hours)) => (
            rest,
            Some(parse_hours(
                &format!("the hours of --to {written}"),
                hours.trim(),
            )?),
        ),
        None => (written, None),
    };
    let (name, role) = match rest.rsplit_once('@') {
        Some((name, role)) => (name, Some(names::role(registry, role.trim())?)),
        None => (rest, None),
    };
    let name = name.trim();
    if name.is_empty() {
        return Err(Failure::usage(format!("--to '{written}' has no name"))
            .hint("for example: --to Ana, --to Ana=40, --to Ana@community-manager=20"));
    }
    if name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
        return Err(Failure::usage(format!(
            "a name has at most {LONGEST_NAME} characters and no control characters"
        )));
    }
    Ok(Person {
        name: name.to_owned(),
        role,
        hours,
        away: false,
    })
}

/// Marks those who are away.
fn without(away: &[String], mut people: Vec<Person>) -> Result<Vec<Person>, Failure> {
    for name in away {
        find_person(name, &people)?;
    }
    for person in &mut people {
        person.away = away.contains(&person.name);
    }
    Ok(people)
}

/// The number of a person among the different names.
fn find_person(name: &str, people: &[Person]) -> Result<usize, Failure> {
    let mut names: Vec<&str> = Vec::new();
    for person in people {
        if !names.contains(&person.name.as_str()) {
            names.push(&person.name);
        }
    }
    names
        .iter()
        .position(|other| *other == name)
        .ok_or_else(|| {
            let failure = Failure::unknown(
                Code::UnknownPerson,
                format!("nobody here is called '{name}'"),
            );
            names::with_choice(failure, name, &names, "people").hint("name people with --to NAME")
        })
}

/// The number of a person among those who are there.
fn find_present(name: &str, people: &[Person], there: &[Person]) -> Result<usize, Failure> {
    if people
        .iter()
        .any(|person| person.away && person.name == name)
    {
        let message = format!("'{name}' is away, so there is nothing to show");
        return Err(Failure::usage(message).hint("leave out --without or --person"));
    }
    find_person(name, there)
}

/// A person's role has to have a position in this size.
fn check_roles(people: &[Person], registry: &Registry, size: SizeIx) -> Result<(), Failure> {
    let unheld = query::unheld(registry, size);
    let lost = |person: &&Person| {
        person
            .role
            .is_some_and(|role: RoleIx| unheld.contains(&role))
    };
    people.iter().find(lost).map_or(Ok(()), |person| {
        let role = person
            .role
            .map(|role| registry.role(role).id.to_string())
            .unwrap_or_default();
        let size = &registry.size(size).id;
        Err(Failure::usage(format!(
            "no position of the size '{size}' holds the role '{role}' that {} is meant for",
            person.name
        ))
        .hint("add the role to a position in registry.yaml, or choose another size"))
    })
}
