//! Whose the duties of a job advert are, as JSON.

use super::object::{Each, object, role_id, task_ids, write};
use crate::model::Registry;
use crate::query::advert::{Answer, AnyRole, Match};
use crate::render::reader::Reader;
use std::io::{self, Write};

/// Ids of the catalogue stand in `elsewhere`, and where `in_catalogue` says so.
pub fn advert(
    found: &Match,
    catalogue: &Registry,
    reader: &Reader,
    out: &mut dyn Write,
) -> io::Result<()> {
    let role = |role: AnyRole| match role {
        AnyRole::Own(role) => role_id(role, reader).to_owned(),
        AnyRole::Elsewhere(role) => catalogue.role(role).id.to_string(),
    };
    let duties = found.duties.iter().map(|duty| {
        let (answer, elsewhere) = match duty.answer {
            Answer::Sure(_) => ("sure", None),
            Answer::Unsure(..) => ("unsure", None),
            Answer::Elsewhere(task) => ("nobody", Some(task)),
            Answer::Nobody => ("nobody", None),
        };
        let mut tasks = duty.answer.own_tasks().map(|task| reader.registry.task_id(task));
        object! {
            line: duty.line,
            text: &duty.text,
            answer: answer,
            task: tasks.next(),
            // The next likeliest, where it is not sure.
            second: tasks.next(),
            // The task of the catalogue that it is, if it is nobody's here.
            elsewhere: elsewhere.map(|task| catalogue.task_id(task)),
            corrected: duty.is_corrected,
        }
    });
    let title = &found.title;
    let report = object! {
        schema: "roles.match/v1",
        title: object! {
            text: title.text.as_deref(),
            // The role with most duties, and those that the title names.
            role: found.roles.first().map(|&(most, _)| role(most)),
            verdict: title.fits.as_str(),
            names: Each(title.names.iter().map(|&named| role(named))),
        },
        duties: Each(duties),
        passed_over: found.passed_over,
        roles: Each(found.roles.iter().map(|&(any, duties)| object! {
            role: role(any),
            duties: duties,
            in_catalogue: matches!(any, AnyRole::Elsewhere(_)),
        })),
        lacks: task_ids(&found.lacks, reader),
    };
    write(&report, out)
}
