//! What the reports in JSON have in common: how they are written, handoffs, ids.

use crate::model::{Hours, RoleIx, SourceIx, TaskRef};
use crate::query::Exchange;
use crate::render::reader::Reader;
use crate::render::visible::visible_in_json;
use serde::Serialize;
use std::io::{self, Write};

/// Writes a report as indented JSON with a line end. It may be read on a terminal: characters that could do harm there
/// are written as their numbers, which is the same text to whoever parses it.
///
/// # Errors
/// If the writer fails.
pub fn write(report: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(Visible(out), report)?;
    writeln!(out)
}

/// Makes JSON visible on its way; it comes in whole pieces of text.
struct Visible<'w>(&'w mut dyn Write);

impl Write for Visible<'_> {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        let text = str::from_utf8(piece).map_err(io::Error::other)?;
        self.0.write_all(visible_in_json(text).as_bytes())?;
        Ok(piece.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// A handoff.
#[derive(Serialize)]
pub struct Handoff<'a> {
    from: String,
    to: String,
    what: Option<&'a str>,
}

impl<'a> Handoff<'a> {
    pub fn new(exchange: &Exchange<'a>, reader: &Reader) -> Self {
        let what = exchange.what.map(|what| reader.text(what));
        Self {
            from: reader.registry.task_id(exchange.from),
            to: reader.registry.task_id(exchange.to),
            what,
        }
    }
}

pub fn role_id<'r>(role: RoleIx, reader: &Reader<'r>) -> &'r str {
    reader.registry.role(role).id.as_str()
}

pub fn task_ids(tasks: &[TaskRef], reader: &Reader) -> Vec<String> {
    tasks.iter().map(|&task| reader.registry.task_id(task)).collect()
}

pub fn source_ids<'r>(sources: &[SourceIx], reader: &Reader<'r>) -> Vec<&'r str> {
    sources.iter().map(|&source| reader.registry.source(source).id.as_str()).collect()
}

pub fn number(hours: Option<Hours>) -> Option<f64> {
    hours.map(Hours::as_f64)
}
