//! `roles raci`.

use super::args::{PeopleArgs, RaciArgs};
use super::context::{Context, pasteable};
use super::failure::Failure;
use super::{Status, Streams, people, sizes};
use crate::query;
use crate::render::{Next, json, one_line, pages, size_flag};

pub fn run(
    arguments: &RaciArgs,
    context: &Context,
    streams: &mut Streams,
) -> Result<Status, Failure> {
    let registry = &context.registry;
    let roster = people::roster(&arguments.people, registry)?;
    let size = sizes::choose(&arguments.size, &roster, registry)?;
    people::check(&roster, registry, size)?;
    let assignment = query::assign_beyond_hours(registry, size, &roster);
    let raci = query::raci(registry, &assignment);
    let size = size.map(|size| format!(" {}", size_flag(registry.size(size))));
    context.report(
        streams,
        arguments.format.format,
        |reader| {
            let mut page = pages::raci(&raci, reader);
            if arguments.size.employees.is_some() {
                page.notes.push(pages::headcount_is_a_proxy(reader));
            }
            page
        },
        |reader, out| json::raci(&raci, reader, out),
        Next::Assign(size.unwrap_or_default() + &options(&arguments.people)),
    )
}

/// The same people for another command.
fn options(people: &PeopleArgs) -> String {
    let option = |name: &str, value: &str| format!(" {name} {}", pasteable(&one_line(value)));
    let to = people.to.iter().map(|person| option("--to", person));
    let team = people.team.team.iter();
    let team = team.map(|file| option("--team", &file.display().to_string()));
    let no_team = people.team.no_team.then(|| " --no-team".to_owned());
    let without = people.without.iter();
    let without = without.map(|name| option("--without", name));
    to.chain(team).chain(no_team).chain(without).collect()
}
