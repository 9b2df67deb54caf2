//! The company size of a command line: named by a flag, by its id or by a number of employees.

use super::args::{PeopleArgs, SizeArgs};
use super::failure::Failure;
use super::{names, people};
use crate::model::{Holds, Registry, SizeIx};
use crate::query::{Person, Roster};
use crate::render::size_flag;
use std::collections::HashSet;

/// Who is there, and in a company of which size. With people there need not be one: it is the size that has their
/// positions, or each role is a position. One of both has to be named.
pub fn company(
    size: &SizeArgs,
    people: &PeopleArgs,
    registry: &Registry,
) -> Result<(Roster, Option<SizeIx>), Failure> {
    let (roster, size) = company_or_roles(size, people, registry)?;
    if size.is_none() && roster.people.is_empty() {
        return Err(list_sizes(Failure::usage("which company size?"), registry)
            .hint("or people: --to NAME, --team FILE"));
    }
    Ok((roster, size))
}

/// The same where each role can be a position without people, too.
pub fn company_or_roles(
    size: &SizeArgs,
    people: &PeopleArgs,
    registry: &Registry,
) -> Result<(Roster, Option<SizeIx>), Failure> {
    let roster = people::roster(people, registry)?;
    let size = chosen(size, &roster, registry)?;
    people::check(&roster, registry, size)?;
    Ok((roster, size))
}

/// The one size that was named, in one of five ways; else the one that the people's positions are of.
fn chosen(
    arguments: &SizeArgs,
    roster: &Roster,
    registry: &Registry,
) -> Result<Option<SizeIx>, Failure> {
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
    chosen.extend(arguments.size.as_deref().map(|id| ("--size", Choice::Id(id))));
    chosen.extend(
        arguments.employees.as_deref().map(|number| ("--employees", Choice::Employees(number))),
    );
    match &chosen[..] {
        [(_, Choice::Id(id))] => names::size(registry, id).map(Some),
        [(_, Choice::Employees(written))] => size_for(written, registry).map(Some),
        [] => Ok(with_positions(roster, registry)),
        several => {
            let flags: Vec<&str> = several.iter().map(|(flag, _)| *flag).collect();
            let failure =
                Failure::usage(format!("{} name more than one company size", flags.join(" and ")));
            Err(failure
                .hint("choose one of them")
                .hint("roles compare --sizes sme large shows what changes between two sizes"))
        }
    }
}

/// The only size that has the positions of all people who name one; none where nobody does.
pub fn with_positions(roster: &Roster, registry: &Registry) -> Option<SizeIx> {
    let position = |person: &Person| match &person.holds {
        Holds::Position(id) => Some(id.to_string()),
        Holds::Anything | Holds::Roles(_) => None,
    };
    let named: HashSet<String> = roster.people.iter().filter_map(position).collect();
    if named.is_empty() {
        return None;
    }
    let has_all = |size: &SizeIx| {
        let positions = registry.positions(Some(*size));
        let ids: HashSet<&str> = positions.iter().map(|position| position.id).collect();
        named.iter().all(|id| ids.contains(id.as_str()))
    };
    let mut fitting = registry.every_size().filter(has_all);
    fitting.next().filter(|_| fitting.next().is_none())
}

enum Choice<'a> {
    Id(&'a str),
    Employees(&'a str),
}

/// The flag that chooses a size, with a space before it.
pub fn flag(size: Option<SizeIx>, registry: &Registry) -> String {
    let flag = |size| format!(" {}", size_flag(registry.size(size)));
    size.map(flag).unwrap_or_default()
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
            Failure::usage(format!("no company size of this registry has {employees} employees")),
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
