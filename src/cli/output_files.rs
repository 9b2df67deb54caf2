//! Files that commands write: how those of the same kind are replaced, and what is said of them.

use super::environment::Environment;
use super::failure::Failure;
use super::{WIDEST, columns};
use crate::render::one_line;
use crate::sink::{self, Draft, Existing, Unwritten, Written};
use std::io::{self, Write};
use std::path::Path;

/// Writes files that replace those that we wrote, which are known by how they begin; others are replaced only by
/// `force`, and kept with this hint else.
pub fn over_own(
    folder: &Path,
    drafts: &[Draft],
    start: &'static str,
    force: bool,
    hint: &str,
) -> Result<Vec<Written>, Failure> {
    let existing = if force { Existing::Replace } else { Existing::ReplaceOwn(start) };
    sink::write(folder, drafts, existing).map_err(|why| {
        let is_theirs = matches!(why, Unwritten::Exists(_));
        let failure = Failure::unwritten(why);
        if is_theirs { failure.hint(hint) } else { failure }
    })
}

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
    let steps: Vec<_> = steps.iter().map(|(command, what)| (one_line(command), *what)).collect();
    let steps: Vec<(&str, &str)> =
        steps.iter().map(|(command, what)| (command.as_ref(), *what)).collect();
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
