//! Machine output, version 1. Its types are frozen and its own: they are filled from reports, never dumped from them.
//!
//! A task, role, position, size or source is its id; a `name` is one string in the reader's language; hours are hours
//! a week. Keys, ids and codes are never translated and no text is cut short.

mod assign;
mod compare;
mod growth;
mod list;
mod show;

pub use assign::assignment;
pub use compare::comparison;
pub use growth::growth;
pub use list::{role_list, task_list};
pub use show::{role_card, task_card};

use crate::model::{Hours, RoleIx, SourceIx, TaskRef};
use crate::query::Exchange;
use crate::render::clean::is_dangerous;
use crate::render::reader::Reader;
use serde::Serialize;
use std::io::{self, Write};

/// Writes a report as indented JSON with a line end. Characters that a terminal could take for a command stand there by
/// their numbers, which is the same to a program.
pub(super) fn write(report: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let json = serde_json::to_string_pretty(report)?;
    let mut rest = json.as_str();
    while let Some(at) = rest.find(is_dangerous) {
        let (before, from) = rest.split_at(at);
        out.write_all(before.as_bytes())?;
        let mut letters = from.chars();
        for unit in letters
            .next()
            .iter()
            .flat_map(|letter| letter.encode_utf16(&mut [0; 2]).to_vec())
        {
            write!(out, "\\u{unit:04x}")?;
        }
        rest = letters.as_str();
    }
    out.write_all(rest.as_bytes())?;
    writeln!(out)
}

/// A handoff.
#[derive(Serialize)]
struct Handoff<'a> {
    from: String,
    to: String,
    what: Option<&'a str>,
}

impl<'a> Handoff<'a> {
    fn new(exchange: &Exchange<'a>, reader: &Reader) -> Self {
        let what = exchange.what.map(|what| reader.text(what));
        Self {
            from: reader.registry.task_id(exchange.from),
            to: reader.registry.task_id(exchange.to),
            what,
        }
    }
}

fn role_id<'r>(role: RoleIx, reader: &Reader<'r>) -> &'r str {
    reader.registry.role(role).id.as_str()
}

fn task_ids(tasks: &[TaskRef], reader: &Reader) -> Vec<String> {
    tasks
        .iter()
        .map(|&task| reader.registry.task_id(task))
        .collect()
}

fn source_ids<'r>(sources: &[SourceIx], reader: &Reader<'r>) -> Vec<&'r str> {
    sources
        .iter()
        .map(|&source| reader.registry.source(source).id.as_str())
        .collect()
}

fn number(hours: Option<Hours>) -> Option<f64> {
    hours.map(Hours::as_f64)
}
