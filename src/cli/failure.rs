//! Why a command could not do what it was asked, and how that is said: what is wrong first, then a way out.

use super::environment::{Environment, WIDEST};
use crate::problem::{Code, Problem};
use crate::render::problems::{counted, write_all};
use crate::render::{Terminal, one_line, wrap};
use crate::sink::Unwritten;
use crate::source::Sources;
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::Path;

pub type Result<T, E = Failure> = std::result::Result<T, E>;

/// The most errors that are shown: nobody reads more before mending some.
const MOST_SHOWN: usize = 500;

/// Whose mistake it is, and what.
#[derive(Debug)]
pub enum Failure {
    /// Wrong use: what is wrong, and ways out.
    Usage {
        code: Option<Code>,
        message: String,
        hints: Vec<String>,
    },
    Registry {
        whose: String,
        problems: Vec<Problem>,
        sources: Box<Sources>,
        color: bool,
    },
    File(anyhow::Error),
    Write(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Write(error)
    }
}

/// What clap says of a line that it has parsed already.
impl From<clap::Error> for Failure {
    fn from(error: clap::Error) -> Self {
        Failure::usage(error.kind().to_string())
    }
}

/// Files that could not be written; those that were there are unchanged.
impl From<Unwritten> for Failure {
    fn from(why: Unwritten) -> Self {
        match why {
            Unwritten::Exists(files) => {
                let names: Vec<_> = files.iter().map(|path| path.display().to_string()).collect();
                let verb = if names.len() == 1 { "is" } else { "are" };
                let names = names.join(", ");
                Self::usage(format!("nothing was written: {names} {verb} there already"))
                    .hint("--force replaces what is there")
            }
            Unwritten::Outside(path) => {
                let shown = path.display();
                Self::usage(format!("nothing was written: '{shown}' leads out of the folder"))
                    .hint("remove the link that leads there")
            }
            Unwritten::Failed(path, error) => {
                let shown = path.display();
                let what = format!("'{shown}' could not be written; no file was left half done");
                Self::File(anyhow::Error::new(error).context(what))
            }
        }
    }
}

impl Failure {
    pub fn usage(message: impl Into<String>) -> Self {
        Failure::Usage { code: None, message: message.into(), hints: Vec::new() }
    }

    /// A name that does not exist.
    pub fn unknown(code: Code, message: impl Into<String>) -> Self {
        Failure::Usage { code: Some(code), message: message.into(), hints: Vec::new() }
    }

    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Self {
        self.hints([hint.into()])
    }

    #[must_use]
    pub fn hints(mut self, more: impl IntoIterator<Item = String>) -> Self {
        if let Failure::Usage { hints, .. } = &mut self {
            hints.extend(more);
        }
        self
    }

    #[must_use]
    pub fn did_you_mean(self, near: Option<&str>) -> Self {
        self.hints(near.map(|near| format!("did you mean '{near}'?")))
    }

    pub fn of_file(path: &Path, error: io::Error) -> Self {
        let shown = path.display();
        Failure::File(anyhow::Error::new(error).context(format!("'{shown}' cannot be used")))
    }

    /// What is wrong, in one line and without a way out.
    pub fn summary(&self) -> String {
        match self {
            Failure::Usage { message, .. } => message.clone(),
            Failure::Registry { problems, .. } => counted(problems.len(), "error"),
            Failure::File(error) => format!("{error:#}"),
            Failure::Write(error) => error.to_string(),
        }
    }

    pub fn explain(&self, environment: &Environment, err: &mut dyn Write) -> io::Result<()> {
        match self {
            Failure::Usage { code, message, hints } => {
                let code = code.map(|code| format!("[{}]", code.as_str())).unwrap_or_default();
                let width = environment.width.min(WIDEST);
                say(&format!("error{code}: {}", one_line(message)), "", width, err)?;
                hints.iter().try_for_each(|hint| say(&one_line(hint), "  ", width, err))
            }
            Failure::Registry { whose, problems, sources, color } => {
                let terminal = Terminal { width: environment.width, color: *color, ascii: true };
                let shown = write_all(problems, sources, terminal, MOST_SHOWN, err)?;
                match problems.len() - shown {
                    0 => {}
                    more => writeln!(err, "… and {more} more\n")?,
                }
                let files: BTreeSet<_> =
                    problems.iter().map(|problem| problem.place.file()).collect();
                let (errors, files) =
                    (counted(problems.len(), "error"), counted(files.len(), "file"));
                writeln!(
                    err,
                    "error: {} has {errors} in {files}; nothing was done",
                    one_line(whose)
                )
            }
            Failure::File(error) => {
                let width = environment.width.min(WIDEST);
                say(&format!("error: {}", one_line(&format!("{error:#}"))), "", width, err)
            }
            Failure::Write(error) => {
                writeln!(err, "error: the report could not be written: {error}")
            }
        }
    }
}

/// Writes a line, broken between words where it is too long; what follows stands further in.
pub fn say(line: &str, indent: &str, width: usize, err: &mut dyn Write) -> io::Result<()> {
    let further_in = format!("{indent}  ");
    let lines = wrap(line, width.saturating_sub(further_in.len()));
    let indents = [indent].into_iter().chain(std::iter::repeat(further_in.as_str()));
    lines.iter().zip(indents).try_for_each(|(line, indent)| writeln!(err, "{indent}{line}"))
}
