//! The company that a command line is about: its people, from the team file and from `--to`, and its size, which is named
//! by a flag, by its id or by a number of employees.

use super::args::{PeopleArgs, SizeArgs};
use super::console::pasteable;
use super::failure::Failure;
use super::names;
use super::registry::Context;
use crate::model::{Holds, Hours, MAX_NAME, Registry, RoleIx, SizeIx};
use crate::normalize::{composed, fold};
use crate::problem::{Code, shortened};
use crate::query::{self, Person, Roster};
use crate::render::pages::Plan;
use crate::render::{one_line, size_flag};
use std::collections::{HashMap, HashSet};

/// Who is there, and in a company of which size: the one that was named, else the one that has the people's positions,
/// else none, and each role is a position. People or a size have to be named.
pub fn company(
    size: &SizeArgs,
    people: &PeopleArgs,
    context: &Context,
) -> Result<(Roster, Option<SizeIx>), Failure> {
    let (roster, size) = company_or_roles(size, people, context)?;
    if size.is_none() && roster.people.is_empty() {
        return Err(list_sizes(Failure::usage("which company size?"), &context.registry)
            .hint("or people: --to NAME, --team FILE"));
    }
    Ok((roster, size))
}

/// Like [`company`], but nothing has to be named.
pub fn company_or_roles(
    size: &SizeArgs,
    people: &PeopleArgs,
    context: &Context,
) -> Result<(Roster, Option<SizeIx>), Failure> {
    let registry = &context.registry;
    let roster = roster(people, context)?;
    let size = named_size(size, &roster, registry)?;
    check_positions(&roster, registry, size)?;
    Ok((roster, size))
}

/// The size that was named, in one of five ways; else the one that has the people's positions.
fn named_size(
    arguments: &SizeArgs,
    roster: &Roster,
    registry: &Registry,
) -> Result<Option<SizeIx>, Failure> {
    if let Some(word) = &arguments.word {
        let message = format!("'{word}' stands here without a flag");
        return Err(list_sizes(Failure::usage(message), registry));
    }
    let flags =
        [("--solo", arguments.solo), ("--sme", arguments.sme), ("--large", arguments.large)];
    let flags = flags.into_iter().filter(|(_, is_given)| *is_given).map(|(flag, _)| flag);
    let id = arguments.size.as_deref().map(|id| ("--size", id));
    let employees = arguments.employees.as_deref().map(|number| ("--employees", number));
    let chosen = flags.map(|flag| (flag, &flag[2..])).chain(id).chain(employees);
    match &chosen.collect::<Vec<(&str, &str)>>()[..] {
        [("--employees", number)] => size_for(number, registry).map(Some),
        [(_, id)] => names::size(registry, id).map(Some),
        [] => Ok(with_positions(roster, registry)),
        several => {
            let flags: Vec<&str> = several.iter().map(|(flag, _)| *flag).collect();
            let flags = flags.join(" and ");
            Err(Failure::usage(format!("{flags} name more than one company size"))
                .hint("choose one of them")
                .hint("roles compare --sizes sme large shows what changes between two sizes"))
        }
    }
}

/// The only size that has the positions of everybody who names one; none if nobody does.
pub fn with_positions(roster: &Roster, registry: &Registry) -> Option<SizeIx> {
    let mut named = HashSet::new();
    for person in &roster.people {
        if let Holds::Position(id) = &person.holds {
            named.insert(id.as_str());
        }
    }
    if named.is_empty() {
        return None;
    }
    let mut fitting = registry.every_size().filter(|&size| {
        let positions = registry.positions(Some(size));
        named.is_subset(&positions.iter().map(|position| position.id).collect())
    });
    fitting.next().filter(|_| fitting.next().is_none())
}

fn size_for(written: &str, registry: &Registry) -> Result<SizeIx, Failure> {
    let is_number = !written.is_empty() && written.bytes().all(|byte| byte.is_ascii_digit());
    let Some(employees) = written.parse::<u32>().ok().filter(|_| is_number) else {
        let most = u32::MAX;
        let message = format!("--employees takes a whole number from 0 to {most}, not '{written}'");
        return Err(Failure::usage(message).hint("for example: --employees 12"));
    };
    registry.size_for(employees).ok_or_else(|| {
        let message = format!("no company size of this registry has {employees} employees");
        list_sizes(Failure::usage(message), registry)
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

/// Everybody who was named. What `--to` says of somebody counts more than what the team file says.
pub fn roster(arguments: &PeopleArgs, context: &Context) -> Result<Roster, Failure> {
    let mut roster = team(context);
    let of_the_file = roster.people.len();
    for person in on_the_command_line(&arguments.to, &context.registry)? {
        let known = &roster.people[..of_the_file];
        let Some(number) = named(&person.name, known) else {
            roster.people.push(person);
            continue;
        };
        let known = &mut roster.people[number];
        known.hours = person.hours.or(known.hours);
        if person.holds != Holds::Anything {
            known.holds = person.holds;
        }
    }
    for name in &arguments.without {
        let number = find(name, &roster)?;
        roster.people[number].away = true;
    }
    roster.rebalance = arguments.rebalance;
    Ok(roster)
}

/// The people of the team file, on the day that counts.
pub fn team(context: &Context) -> Roster {
    match (context.registry.team(), context.day) {
        (Some(team), Some(day)) => Roster::on(day, team),
        (Some(team), None) => Roster::from(team),
        (None, _) => Roster::default(),
    }
}

/// The people of `--to`, in order. A name that comes twice is one person with two roles.
fn on_the_command_line(written: &[String], registry: &Registry) -> Result<Vec<Person>, Failure> {
    let mut people: Vec<Person> = Vec::with_capacity(written.len());
    let mut numbers: HashMap<String, usize> = HashMap::new();
    for written in written {
        let (name, role, hours) = parse(written, registry)?;
        let Some(&number) = numbers.get(&name) else {
            numbers.insert(name.clone(), people.len());
            let holds = role.map_or(Holds::Anything, |role| Holds::Roles([role].into()));
            people.push(Person { name, holds, hours, ..Person::default() });
            continue;
        };
        let before = &mut people[number];
        before.holds = match (&before.holds, role) {
            (Holds::Roles(roles), Some(role)) if !roles.contains(&role) => {
                Holds::Roles(roles.iter().copied().chain([role]).collect())
            }
            _ => {
                let failure = Failure::usage(format!("'{name}' is named twice"));
                return Err(failure.hint("name each person once, or once for each role: --to Ana@ROLE --to Ana@OTHER-ROLE"));
            }
        };
        if before.hours.is_some() && hours.is_some() && before.hours != hours {
            let message = format!("'{name}' is given two different numbers of hours");
            let hint = "give them once; they are the hours of all roles together";
            return Err(Failure::usage(message).hint(hint));
        }
        before.hours = before.hours.or(hours);
    }
    Ok(people)
}

type Written = (String, Option<RoleIx>, Option<Hours>);

/// A name with a role and hours: `Ana@community-manager=20`.
fn parse(written: &str, registry: &Registry) -> Result<Written, Failure> {
    let (rest, hours) = match written.rsplit_once('=') {
        Some((rest, figure)) => {
            let option = format!("the hours of --to {written}");
            (rest, Some(parse_hours(&option, figure.trim())?))
        }
        None => (written, None),
    };
    let (name, role) = match rest.rsplit_once('@') {
        Some((name, role)) => (name, Some(names::role(registry, role.trim())?)),
        None => (rest, None),
    };
    let name = composed(name.trim());
    if name.contains('@') && role.is_some() {
        let message = format!("--to '{written}' has two roles");
        let hint = "name a person once for each role: --to Ana@ROLE --to Ana@OTHER-ROLE";
        return Err(Failure::usage(message).hint(hint));
    }
    if name.is_empty() {
        return Err(Failure::usage(format!("--to '{written}' has no name"))
            .hint("for example: --to Ana, --to Ana=40, --to Ana@ROLE=20"));
    }
    if name.chars().count() > MAX_NAME || name.chars().any(char::is_control) {
        return Err(Failure::usage(format!(
            "--to '{}' cannot be a name: it has at most {MAX_NAME} characters and no control characters",
            shortened(&name)
        )));
    }
    Ok((name, role, hours))
}

/// Parses hours a week, with a decimal point or the comma of French and Spanish.
pub fn parse_hours(option: &str, written: &str) -> Result<Hours, Failure> {
    Hours::parse(&written.replacen(',', ".", 1)).map_err(|fault| {
        let failure = Failure::usage(format!("{option} cannot be '{written}': {fault}"));
        if written.contains('@') {
            failure.hint("the role comes before the hours: --to NAME@ROLE=HOURS")
        } else {
            failure.hint("for example: --hours 10, or --to Ana=37.5")
        }
    })
}

/// The number of a person: by their name as it is written, else by the only name that differs in case or accents.
fn named(name: &str, people: &[Person]) -> Option<usize> {
    let name = composed(name);
    let exact = people.iter().position(|person| person.name == name);
    exact.or_else(|| {
        let name = fold(&name);
        let mut numbers = (0..people.len()).filter(|&number| fold(&people[number].name) == name);
        numbers.next().filter(|_| numbers.next().is_none())
    })
}

/// The number of a person, if anybody has the name.
fn find(name: &str, roster: &Roster) -> Result<usize, Failure> {
    named(name, &roster.people).ok_or_else(|| {
        let people = roster.people.iter();
        let names: Vec<&str> = people.map(|person| person.name.as_str()).collect();
        let message = format!("nobody here is called '{name}'");
        let failure = Failure::unknown(Code::UnknownPerson, message);
        names::with_choice(failure, name, &names, "people")
            .hint("name people with --to NAME, or in a team file")
    })
}

/// The number of a person who is not away.
pub fn present(name: &str, roster: &Roster) -> Result<usize, Failure> {
    let number = find(name, roster)?;
    if roster.people[number].away {
        let message = format!("'{name}' is away, so there is nothing to show");
        return Err(Failure::usage(message)
            .hint("leave out --without or --person, or name another day with --on"));
    }
    Ok(number)
}

/// Refuses people who are meant for roles or positions that this size does not have.
pub fn check_positions(
    roster: &Roster,
    registry: &Registry,
    size: Option<SizeIx>,
) -> Result<(), Failure> {
    let positions = registry.positions(size);
    let ids: HashSet<&str> = positions.iter().map(|position| position.id).collect();
    let held: HashSet<RoleIx> =
        positions.iter().flat_map(|position| position.roles).copied().collect();
    let in_size = size.map_or_else(
        || "no company size has the positions of everybody here".to_owned(),
        |size| format!("the size '{}' has no such position", registry.size(size).id),
    );
    for person in &roster.people {
        let (what, hint) = match &person.holds {
            Holds::Anything => continue,
            Holds::Roles(roles) => {
                let Some(&lost) = roles.iter().find(|role| !held.contains(role)) else {
                    continue;
                };
                (
                    format!("the role '{}'", registry.role(lost).id),
                    "add the role to a position in registry.yaml, or choose another size",
                )
            }
            Holds::Position(id) if ids.contains(id.as_str()) => continue,
            Holds::Position(id) => (
                format!("the position '{id}'"),
                "choose a size that has it, or leave the team aside with --no-team",
            ),
        };
        let name = &person.name;
        let message = format!("{name} is meant for {what}, and {in_size}");
        return Err(Failure::usage(message).hint(hint));
    }
    Ok(())
}

/// Who does what, and what changes hands because of those who are away.
pub fn plan<'r>(
    roster: &Roster,
    registry: &'r Registry,
    size: Option<SizeIx>,
    hours: Option<Hours>,
) -> Plan<'r> {
    let mut plan = Plan::new(query::assign(registry, size, roster, hours));
    if roster.people.iter().any(|person| person.away) {
        let before = query::assign(registry, size, &roster.complete(), hours);
        plan.handovers = query::handovers(&before, &plan.assignment);
    }
    plan
}

/// An option with its value as they are typed, with a space before them.
pub fn option(name: &str, value: &str) -> String {
    format!(" {name} {}", pasteable(&one_line(value)))
}

/// The options that name the same company to another command, with a space before each.
pub fn options(size: Option<SizeIx>, people: &PeopleArgs, registry: &Registry) -> String {
    let mut options = Vec::new();
    options.extend(size.map(|size| format!(" {}", size_flag(registry.size(size)))));
    options.extend(people.to.iter().map(|person| option("--to", person)));
    options
        .extend(people.team.team.iter().map(|file| option("--team", &file.display().to_string())));
    options.extend(people.team.no_team.then(|| " --no-team".to_owned()));
    options.extend(people.team.on.iter().map(|day| option("--on", day)));
    options.extend(people.without.iter().map(|name| option("--without", name)));
    options.extend(people.rebalance.then(|| " --rebalance".to_owned()));
    options.concat()
}
