//! `roles who`.

use super::args::WhoArgs;
use super::context::Context;
use super::failure::Failure;
use super::{Status, Streams, people, sizes};
use crate::query;
use crate::render::{Next, json, pages};

pub fn run(
    arguments: &WhoArgs,
    context: &Context,
    streams: &mut Streams,
) -> Result<Status, Failure> {
    let question = arguments.words.join(" ");
    if !query::has_words(&question) {
        let failure = Failure::usage("there are no words to look for");
        return Err(failure.hint("such as: roles who answers comments"));
    }
    let answer = query::who(&context.registry, &question);
    let registry = &context.registry;
    let roster = people::team(registry);
    let size = sizes::with_positions(&roster, registry);
    let assignment =
        (!roster.people.is_empty()).then(|| query::assign_without_limits(registry, size, &roster));
    let team = assignment.as_ref().map(|assignment| query::raci(registry, assignment));
    let found = answer.matches.first().or(answer.nearest.first());
    let next = match (found, answer.role) {
        (_, Some(role)) => Next::ShowRole(Some(role)),
        (Some(found), None) => Next::ShowTask(Some(found.task)),
        (None, None) => Next::ListTasks,
    };
    let status = context.report(
        streams,
        arguments.format.format,
        |reader| pages::answer(&answer, &question, team.as_ref(), reader),
        |reader, out| json::answer(&answer, team.as_ref(), reader, out),
        next,
    )?;
    Ok(if answer.matches.is_empty() { Status::Found } else { status })
}
