//! `roles compare`.

use super::args::CompareArgs;
use super::context::Context;
use super::failure::Failure;
use super::names;
use super::{Status, Streams, people, sizes};
use crate::model::{Registry, RoleIx};
use crate::query;
use crate::render::{Next, json, pages};

pub fn run(
    arguments: &CompareArgs,
    context: &Context,
    streams: &mut Streams,
) -> Result<Status, Failure> {
    let format = arguments.format.format;
    if let [from, to] = &arguments.sizes[..] {
        let (before, after) =
            (names::size(&context.registry, from)?, names::size(&context.registry, to)?);
        if before == after {
            return Err(Failure::usage(format!(
                "the company size '{from}' is compared with itself"
            ))
            .hint("name two different sizes: roles compare --sizes sme large"));
        }
        let roster = people::roster(&arguments.people, &context.registry)?;
        people::check(&roster, &context.registry, Some(after))?;
        let growth = query::growth(&context.registry, before, after, &roster);
        return context.report(
            streams,
            format,
            |reader| pages::growth(&growth, reader),
            |reader, out| json::growth(&growth, reader, out),
            Next::Assign(
                sizes::flag(Some(after), &context.registry) + &people::options(&arguments.people),
            ),
        );
    }
    if !arguments.people.to.is_empty() || arguments.people.team.team.is_some() {
        return Err(Failure::usage("people are compared between two company sizes")
            .hint("for example: roles compare --sizes sme large --to Ana --to Luis"));
    }
    let roles = choose(&arguments.roles, &context.registry)?;
    let comparison = query::compare(&context.registry, &roles);
    let two_sizes = (context.registry.sizes().len() >= 2).then_some(());
    context.report(
        streams,
        format,
        |reader| pages::comparison(&comparison, reader),
        |reader, out| json::comparison(&comparison, reader, out),
        two_sizes.map_or(Next::ShowRole(roles.first().copied()), |()| Next::CompareSizes),
    )
}

/// The roles that were named, each once; with none or one, the two that there are.
fn choose(named: &[String], registry: &Registry) -> Result<Vec<RoleIx>, Failure> {
    let roles: Vec<RoleIx> =
        named.iter().map(|id| names::role(registry, id)).collect::<Result<_, _>>()?;
    for (number, role) in roles.iter().enumerate() {
        if roles[..number].contains(role) {
            let id = &registry.role(*role).id;
            return Err(list_roles(
                Failure::usage(format!("the role '{id}' is compared with itself")),
                registry,
            ));
        }
    }
    let all: Vec<RoleIx> = registry.roles().collect();
    match (&roles[..], &all[..]) {
        ([], [one, other]) => Ok(vec![*one, *other]),
        ([named], [one, other]) => Ok(vec![*named, if named == one { *other } else { *one }]),
        ([] | [_], [] | [_]) => {
            Err(list_roles(Failure::usage("a comparison needs two roles"), registry))
        }
        ([], _) => Err(list_roles(Failure::usage("name the roles to compare"), registry)),
        ([one], _) => {
            let message =
                format!("name a second role to compare '{}' with", registry.role(*one).id);
            Err(list_roles(Failure::usage(message), registry))
        }
        _ => Ok(roles),
    }
}

fn list_roles(failure: Failure, registry: &Registry) -> Failure {
    let ids: Vec<&str> = registry.roles().map(|role| registry.role(role).id.as_str()).collect();
    names::with_choice(failure, "", &ids, "roles")
}
