//! `roles list`.

use super::args::ListArgs;
use super::context::Context;
use super::failure::Failure;
use super::names;
use super::{Status, Streams};
use crate::model::{Cadence, Focus, Importance, Registry};
use crate::query::{self, TaskFilter};
use crate::render::{Next, json, pages};

pub fn run(
    arguments: &ListArgs,
    context: &Context,
    streams: &mut Streams,
) -> Result<Status, Failure> {
    let filter = filter(arguments, &context.registry)?;
    let format = arguments.format.format;
    let filtered = [
        &arguments.role,
        &arguments.area,
        &arguments.focus,
        &arguments.cadence,
        &arguments.importance,
    ];
    if arguments.tasks || filtered.iter().any(|values| !values.is_empty()) {
        let tasks = query::tasks(&context.registry, &filter);
        return context.report(
            streams,
            format,
            |reader| pages::task_list(&tasks, reader),
            |reader, out| json::task_list(&tasks, reader, out),
            Next::ShowTask(tasks.first().copied()),
        );
    }
    let roles = query::roles(&context.registry);
    let first = roles.first().map(|row| row.role);
    context.report(
        streams,
        format,
        |reader| pages::role_list(&roles, reader),
        |reader, out| json::role_list(&roles, reader, out),
        Next::ShowRole(first),
    )
}

fn filter(arguments: &ListArgs, registry: &Registry) -> Result<TaskFilter, Failure> {
    Ok(TaskFilter {
        roles: arguments
            .role
            .iter()
            .map(|id| names::role(registry, id))
            .collect::<Result<_, _>>()?,
        areas: arguments
            .area
            .iter()
            .map(|id| names::area(registry, id))
            .collect::<Result<_, _>>()?,
        focus: words("--focus", &arguments.focus, Focus::WORDS, Focus::parse)?,
        cadences: words("--cadence", &arguments.cadence, Cadence::WORDS, Cadence::parse)?,
        importance: words(
            "--importance",
            &arguments.importance,
            Importance::WORDS,
            Importance::parse,
        )?,
    })
}

fn words<T>(
    option: &str,
    values: &[String],
    known: &[&str],
    parse: impl Fn(&str) -> Option<T>,
) -> Result<Vec<T>, Failure> {
    values.iter().map(|value| names::word(option, value, known, &parse)).collect()
}
