//! The line that says what to do next: after reports on a registry in the reader's language, which `Context` has; after
//! the others in English, like these.

use super::Streams;
use super::args::Global;
use super::environment::Environment;
use crate::render::{Terminal, one_line, wrap};
use std::io;

/// Says what comes next after a report that needs no registry, if somebody sees it and wants it.
pub fn say(
    command: &str,
    what: &str,
    global: &Global,
    environment: &Environment,
    streams: &mut Streams,
) -> io::Result<()> {
    if !environment.is_watched(global.quiet) {
        return Ok(());
    }
    let line = format!("Next: {} ({what})", one_line(command));
    write(&line, environment.terminal(global.color), streams)
}

/// Writes the line, behind all of the report.
pub fn write(line: &str, terminal: Terminal, streams: &mut Streams) -> io::Result<()> {
    streams.out.flush()?;
    let lines = wrap(line, terminal.width).join("\n");
    // A hint that cannot be written is no reason to stop.
    let _ = writeln!(streams.err, "\n{}", terminal.quiet(&lines));
    Ok(())
}
