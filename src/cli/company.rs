//! The company that a command line is about: its people, and its size, by a flag, an id, a name or a number of employees.

use super::args::{CompanyArgs, PeopleArgs};
use super::console::pasteable;
use super::next::size_flag;
use super::people::roster;
use super::{Context, Failure, Result, names};
use crate::model::{Holds, Registry, RoleIx, SizeIx};
use crate::query::{self, Roster};
use crate::render::one_line;
use crate::render::pages::Plan;
use std::collections::HashSet;

/// Who is there, and in a company of which size: the one that was named, else the one that has the people's positions,
/// else none, and each role is a position. People or a size have to be named.
pub fn named(arguments: &CompanyArgs, context: &Context) -> Result<(Roster, Option<SizeIx>)> {
    let (roster, size) = any(arguments, context)?;
    if size.is_none() && roster.people.is_empty() {
        return Err(list_sizes(Failure::usage("which company size?"), &context.registry)
            .hint("or people: --to NAME, --team FILE"));
    }
    Ok((roster, size))
}

/// Like [`named`], but nothing has to be named.
pub fn any(arguments: &CompanyArgs, context: &Context) -> Result<(Roster, Option<SizeIx>)> {
    let registry = &context.registry;
    let roster = roster(&arguments.people, context)?;
    let size = size(arguments, &roster, registry)?;
    check_positions(&roster, registry, size)?;
    Ok((roster, size))
}

/// The size that was named, in one of five ways; else the one that has the people's positions.
fn size(arguments: &CompanyArgs, roster: &Roster, registry: &Registry) -> Result<Option<SizeIx>> {
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
        [] => Ok(roster.size(registry)),
        several => {
            let flags: Vec<&str> = several.iter().map(|(flag, _)| *flag).collect();
            let flags = flags.join(" and ");
            Err(Failure::usage(format!("{flags} name more than one company size"))
                .hint("choose one of them")
                .hint("roles compare --sizes sme large shows what changes between two sizes"))
        }
    }
}

fn size_for(written: &str, registry: &Registry) -> Result<SizeIx> {
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
    let hints = registry.sizes().iter().map(|size| {
        let range = size.employees.map(|range| format!(" ({range})")).unwrap_or_default();
        format!("{}: {}{range}", size_flag(size), size.name.pick(&registry.preference(None)))
    });
    let has_ranges = registry.sizes().iter().any(|size| size.employees.is_some());
    let by_number = has_ranges.then_some("or --employees N, and the size follows from the number");
    failure.hints(hints).hints(by_number.map(str::to_owned))
}

/// Refuses people who are meant for roles or positions that this size does not have.
pub fn check_positions(roster: &Roster, registry: &Registry, size: Option<SizeIx>) -> Result<()> {
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
            Holds::Roles(roles) => match roles.iter().find(|role| !held.contains(role)) {
                None => continue,
                Some(&lost) => (
                    format!("the role '{}'", registry.role(lost).id),
                    "add the role to a position in registry.yaml, or choose another size",
                ),
            },
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
pub fn plan<'r>(roster: &Roster, registry: &'r Registry, size: Option<SizeIx>) -> Plan<'r> {
    let mut plan = Plan::new(query::assign(registry, size, roster));
    if !roster.away.is_empty() {
        let before = query::assign(registry, size, &roster.complete());
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
    let team = &people.team;
    let mut options = String::new();
    options.extend(size.map(|size| format!(" {}", size_flag(registry.size(size)))));
    options.extend(people.to.iter().map(|person| option("--to", person)));
    options.extend(team.team.iter().map(|file| option("--team", &file.display().to_string())));
    options.extend(team.no_team.then_some(" --no-team"));
    options.extend(team.on.iter().map(|day| option("--on", day)));
    options.extend(people.without.iter().map(|name| option("--without", name)));
    options.extend(people.rebalance.then_some(" --rebalance"));
    options
}
