//! Files that commands write: how those of the same kind are replaced, and what is said of them.

use super::console::{Console, WIDEST};
use super::failure::Failure;
use crate::render::one_line;
use crate::sink::{self, Draft, Existing, Unwritten, Written};
use std::io;
use std::path::Path;

/// Writes files. Those in their places that this program wrote, which is seen by how they begin, are replaced; those of
/// others only by `force`, and without it they are kept, with this hint.
pub fn over_own(
    folder: &Path,
    drafts: &[Draft],
    start: &'static str,
    force: bool,
    hint: &str,
) -> Result<Vec<Written>, Failure> {
    let existing = if force { Existing::Replace } else { Existing::ReplaceOwn(start) };
    sink::write(folder, drafts, existing).map_err(|why| match why {
        Unwritten::Exists(_) => Failure::unwritten(why).hint(hint),
        Unwritten::Outside(_) | Unwritten::Failed(..) => Failure::unwritten(why),
    })
}

/// Says which files were written; unless it is to be quiet, also a sentence or two, and commands with what they do.
pub fn say(
    files: &[Written],
    sentences: &str,
    steps: &[(String, &str)],
    console: &mut Console,
) -> io::Result<()> {
    list(files, console)?;
    if console.global.quiet {
        return Ok(());
    }
    writeln!(console.out)?;
    console.sentences(&one_line(sentences))?;
    writeln!(console.out)?;
    let steps: Vec<_> = steps.iter().map(|(command, what)| (one_line(command), *what)).collect();
    let steps: Vec<_> = steps.iter().map(|(command, what)| (command.as_ref(), *what)).collect();
    console.rows(&steps, WIDEST)
}

/// Says which files were written, a line each.
pub fn list(files: &[Written], console: &mut Console) -> io::Result<()> {
    for file in files {
        let verb = if file.replaced { "replaced" } else { "wrote" };
        writeln!(console.out, "{verb} {}", one_line(&file.path.display().to_string()))?;
    }
    Ok(())
}
