//! `roles show`.

use super::args::{Format, ShowArgs, ShowAs, ShowFormat};
use super::context::Context;
use super::failure::Failure;
use super::names;
use super::{Status, Streams, job};
use crate::query;
use crate::render::{Next, json, pages};
use crate::source::OtherWords;

pub fn run(
    arguments: &ShowArgs,
    context: &Context,
    streams: &mut Streams,
) -> Result<Status, Failure> {
    match arguments.as_what {
        ShowAs::Card => card(arguments, context, streams),
        ShowAs::JobDescription => job::run(arguments, context, streams),
    }
}

/// Only the card of a task shows other words for it.
pub fn other_words(arguments: &ShowArgs) -> OtherWords {
    match arguments.as_what {
        ShowAs::Card if arguments.id.contains('/') => OtherWords::Read,
        ShowAs::Card | ShowAs::JobDescription => OtherWords::LeaveOut,
    }
}

fn card(arguments: &ShowArgs, context: &Context, streams: &mut Streams) -> Result<Status, Failure> {
    let (format, sources) = (card_format(arguments)?, arguments.sources);
    if let Some((role, task)) = arguments.id.split_once('/') {
        let task = names::task(&context.registry, role, task)?;
        let card = query::show_task(&context.registry, task);
        return context.report(
            streams,
            format,
            |reader| pages::task_card(&card, sources, reader),
            |reader, out| json::task_card(&card, reader, out),
            Next::ShowRole(Some(task.role)),
        );
    }
    let role = names::role_or_task(&context.registry, &arguments.id)?;
    let first = context.registry.tasks_of(role).next();
    let card = query::show_role(&context.registry, role);
    context.report(
        streams,
        format,
        |reader| pages::role_card(&card, sources, reader),
        |reader, out| json::role_card(&card, reader, out),
        Next::ShowTask(first),
    )
}

fn card_format(arguments: &ShowArgs) -> Result<Format, Failure> {
    match arguments.format {
        None | Some(ShowFormat::Table) => Ok(Format::Table),
        Some(ShowFormat::Markdown) => Ok(Format::Markdown),
        Some(ShowFormat::Csv) => Ok(Format::Csv),
        Some(ShowFormat::Json) => Ok(Format::Json),
        Some(ShowFormat::Html) => {
            let role = arguments.id.split('/').next().unwrap_or_default();
            let page = job::command(role, Some(ShowFormat::Html));
            Err(Failure::usage("a card has no HTML; a job description has")
                .hint(format!("a job description: {page}"))
                .hint(format!("the card: roles show {}", arguments.id)))
        }
    }
}
