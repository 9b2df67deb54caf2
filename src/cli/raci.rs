//! `roles raci`.

use super::args::RaciArgs;
use super::context::Context;
use super::failure::Failure;
use super::{Status, Streams, people, sizes};
use crate::query;
use crate::render::{Next, json, pages};

pub fn run(
    arguments: &RaciArgs,
    context: &Context,
    streams: &mut Streams,
) -> Result<Status, Failure> {
    let registry = &context.registry;
    let (roster, size) = sizes::company(&arguments.size, &arguments.people, registry)?;
    let assignment = query::assign_without_limits(registry, size, &roster);
    let raci = query::raci(registry, &assignment);
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
        Next::Assign(sizes::flag(size, registry) + &people::options(&arguments.people)),
    )
}
