//! `roles show ROLE --as job-description`.

use super::args::{ShowArgs, ShowFormat};
use super::context::Context;
use super::failure::Failure;
use super::{Status, Streams, names};
use crate::model::Role;
use crate::query;
use crate::render::{DocumentFormat, Next, pages};

pub fn run(
    arguments: &ShowArgs,
    context: &Context,
    streams: &mut Streams,
) -> Result<Status, Failure> {
    let format = format(arguments)?;
    if let Some((role, _)) = arguments.id.split_once('/') {
        names::role_or_task(&context.registry, role)?;
        return Err(Failure::usage("a job description is that of a role, not of one task")
            .hint(format!("the whole role's: {}", command(role, arguments.format))));
    }
    let role = names::role_or_task(&context.registry, &arguments.id)?;
    if let Some(note) = lacks(context.registry.role(role)) {
        context.note(&note, streams);
    }
    let job = query::job_description(&context.registry, role);
    context.document(
        streams,
        format,
        |reader| pages::job_description(&job, arguments.sources, reader),
        match format {
            DocumentFormat::Markdown => Next::JobPage(role),
            DocumentFormat::Html => Next::ShowRole(Some(role)),
        },
    )
}

/// The command for a job description.
pub fn command(role: &str, format: Option<ShowFormat>) -> String {
    let html = match format {
        Some(ShowFormat::Html) => " --format html",
        _ => "",
    };
    format!("roles show {role} --as job-description{html}")
}

fn format(arguments: &ShowArgs) -> Result<DocumentFormat, Failure> {
    let written = match arguments.format {
        None | Some(ShowFormat::Markdown) => return Ok(DocumentFormat::Markdown),
        Some(ShowFormat::Html) => return Ok(DocumentFormat::Html),
        Some(ShowFormat::Table) => "table",
        Some(ShowFormat::Csv) => "csv",
        Some(ShowFormat::Json) => "json",
    };
    let id = &arguments.id;
    let role = id.split('/').next().unwrap_or_default();
    let message = format!("a job description is Markdown or HTML, not {written}");
    Err(Failure::usage(message)
        .hint(format!("Markdown: {}", command(role, None)))
        .hint(format!("HTML: {}", command(role, Some(ShowFormat::Html))))
        .hint(format!("the card: roles show {id} --format {written}")))
}

/// What the role's file could say and does not.
fn lacks(role: &Role) -> Option<String> {
    let id = &role.id;
    let what = match (role.skills.is_empty(), role.measures.is_empty()) {
        (true, true) => "neither `skills` nor `measures`",
        (true, false) => "no `skills`",
        (false, true) => "no `measures`",
        (false, false) => return None,
    };
    Some(format!(
        "the role '{id}' has {what}; written into its file, they stand here too (roles init makes the files yours)"
    ))
}
