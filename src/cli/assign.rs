//! `roles assign`.

use super::args::{AssignArgs, AssignFormat, Format, SectionBy};
use super::calendars;
use super::context::Context;
use super::failure::Failure;
use super::{Status, Streams, people, sizes};
use crate::render::{Next, json, pages};

pub fn run(
    arguments: &AssignArgs,
    context: &Context,
    streams: &mut Streams,
) -> Result<Status, Failure> {
    let registry = &context.registry;
    let hours = arguments
        .hours
        .as_deref()
        .map(|written| people::parse_hours("--hours", written))
        .transpose()?;
    let (roster, size) = sizes::company(&arguments.size, &arguments.people, registry)?;
    let mut plan = people::plan(&roster, registry, size, hours);
    if let Some(name) = &arguments.person {
        plan.only = Some(people::present(name, &roster)?);
    }
    let by = match arguments.by {
        SectionBy::Person => pages::By::Person,
        SectionBy::Area => pages::By::Area,
        SectionBy::Cadence => pages::By::Cadence,
        SectionBy::Role => pages::By::Role,
    };
    let start = calendars::start(arguments, context)?;
    let next = match size {
        Some(size) if roster.people.is_empty() && hours.is_none() => Next::AssignHours(size),
        _ if roster.people.is_empty() => Next::CompareRoles,
        size => Next::Raci(sizes::flag(size, registry) + &people::options(&arguments.people)),
    };
    let done = if arguments.strict && plan.assignment.totals.unassigned.tasks > 0 {
        Status::Found
    } else {
        Status::Done
    };
    if let Some(start) = start {
        calendars::run(arguments, &plan, start, context, streams)?;
        context.say_next(next, streams)?;
        return Ok(done);
    }
    // A list to tick off has no room for reasons.
    let is_checklist = by == pages::By::Cadence
        && arguments.format == AssignFormat::Markdown
        && !arguments.explain;
    context.report(
        streams,
        arguments.format.of_report().unwrap_or(Format::Table),
        |reader| {
            let mut page = if is_checklist {
                pages::checklist(&plan, reader)
            } else {
                pages::assignment(&plan, by, arguments.explain, reader)
            };
            if arguments.size.employees.is_some() {
                page.notes.push(pages::headcount_is_a_proxy(reader));
            }
            page
        },
        |reader, out| json::assignment(&plan, reader, out),
        next,
    )?;
    Ok(done)
}
