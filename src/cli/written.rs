//! What `init`, `new` and calendars say once their files are written: which, and what comes next.

use super::environment::Environment;
use super::{WIDEST, columns};
use crate::render::one_line;
use crate::sink::Written;
use std::io::{self, Write};

/// The files, a sentence or two, and commands with what they do. With `quiet`, the files only.
pub fn say(
    files: &[Written],
    sentences: &str,
    steps: &[(String, &str)],
    environment: &Environment,
    quiet: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    self::files(files, out)?;
    if quiet {
        return Ok(());
    }
    writeln!(out)?;
    columns::sentences(&one_line(sentences), environment.width.min(WIDEST), out)?;
    writeln!(out)?;
    let steps: Vec<_> = steps
        .iter()
        .map(|(command, what)| (one_line(command), *what))
        .collect();
    let steps: Vec<(&str, &str)> = steps
        .iter()
        .map(|(command, what)| (command.as_ref(), *what))
        .collect();
    columns::write(&steps, environment.width.min(WIDEST), out)
}

/// The files, one line each.
pub fn files(files: &[Written], out: &mut dyn Write) -> io::Result<()> {
    for file in files {
        let verb = if file.replaced { "replaced" } else { "wrote" };
        writeln!(out, "{verb} {}", one_line(&file.path.display().to_string()))?;
    }
    Ok(())
}
