//! The line that says what to do next, after reports that need no registry: in English, like those.
//!
//! After reports on a registry it is `Context::report` that says it, in the reader's language.

use super::Streams;
use super::args::Global;
use super::environment::Environment;
use crate::render::{Look, one_line, wrap};
use std::io;

/// Says what comes next, if somebody sees it and wants it.
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
    let look = Look {
        width: environment.width,
        color: environment.color(global.color, true),
        ascii: environment.ascii,
    };
    streams.out.flush()?;
    let next = format!("Next: {} ({what})", one_line(command));
    let next = wrap(&next, look.width).join("\n");
    // A hint that cannot be written is no reason to stop.
    let _ = writeln!(streams.err, "\n{}", look.quiet(&next));
    Ok(())
}
