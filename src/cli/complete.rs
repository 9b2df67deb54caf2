//! Completes an unfinished line, when a shell asks for it: `ROLES_COMPLETE=bash roles -- roles show comm`.
//!
//! What the shell sends is set up by `roles completions SHELL`. The answer is candidates and nothing else: whatever is
//! odd (an unknown shell, a broken registry, a folder that may not be read) completes nothing and is not spoken of, for
//! a message would stand in the middle of what somebody types.

mod bash;
mod line;
mod values;
mod words;
mod zsh;

pub use bash::Bash;
pub use values::Completes;
pub use zsh::Zsh;

use super::Streams;
use super::args::Cli;
use super::environment::Environment;
use clap::{Command, CommandFactory};
use clap_complete::engine::ArgValueCompleter;
pub use clap_complete::env::{Elvish, Fish, Powershell};
use clap_complete::env::{EnvCompleter, Shells};
use line::Line;
use std::borrow::Cow;
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::Path;
use std::sync::Arc;
use values::Completer;
use words::Asked;

/// The variable by which a shell asks for completions, and says which shell it is.
pub const VARIABLE: &str = "ROLES_COMPLETE";

/// The command that is completed.
const PROGRAM: &str = "roles";

/// The shells. Those of clap that bash and zsh would have got know neither quotes nor words that bash cuts.
const SHELLS: Shells<'static> = Shells(&[&Bash, &Zsh, &Fish, &Elvish, &Powershell]);

/// Completes the line that stands after `--`, if a shell asks for it.
pub fn run(arguments: &[OsString], environment: &Environment, streams: &mut Streams) -> Option<()> {
    let shell = SHELLS.completer(environment.completing_shell.as_deref()?)?;
    let start = arguments.iter().position(|argument| argument == "--")? + 1;
    // Whoever has no line to complete gets nothing; whoever asks in a way that we do not know, too.
    let _ = complete(shell, arguments, start, environment, streams);
    Some(())
}

fn complete(
    shell: &dyn EnvCompleter,
    arguments: &[OsString],
    start: usize,
    environment: &Environment,
    streams: &mut Streams,
) -> Option<()> {
    let replaced = arguments[..start - 1].get(1).map(OsString::as_os_str);
    let asked = Asked::new(shell.name(), replaced, &arguments[start..])?;
    let line = Arc::new(Line::new(&asked.words, environment));
    let mut command = attach(Cli::command(), &line);
    command.build();
    // Options come when somebody begins one, or where nothing else may stand.
    if asked.words.last()?.is_empty() {
        command = without_options(command);
    }
    let mut answer = Vec::new();
    let current = Some(environment.current.as_path());
    let words = asked.words.clone();
    match shell.name() {
        "bash" => bash::write(&mut command, &asked, current, &mut answer),
        _ => shell.write_complete(&mut command, words, current, &mut answer),
    }
    .ok()?;
    streams.out.write_all(&answer).ok()
}

/// Writes what makes a shell complete: a script that calls this program, by its path if it was called by one.
pub fn write_script(
    shell: &dyn EnvCompleter,
    program: Option<&OsStr>,
    current: &Path,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let path = Path::new(program.unwrap_or(OsStr::new(PROGRAM)));
    let completer = if path.components().count() > 1 {
        current.join(path)
    } else {
        path.to_owned()
    };
    let completer = completer.to_string_lossy();
    shell.write_registration(VARIABLE, PROGRAM, PROGRAM, &completer, out)
}

/// A word as bash and zsh read it.
fn quoted(word: &str) -> Cow<'_, str> {
    shlex::try_quote(word).unwrap_or(Cow::Borrowed(word))
}

/// Gives every argument that names what it completes its completer for this line.
fn attach(command: Command, line: &Arc<Line>) -> Command {
    let completer = |what| {
        let line = Arc::clone(line);
        ArgValueCompleter::new(Completer { what, line })
    };
    command
        .mut_args(|arg| match arg.get::<Completes>().copied() {
            Some(what) => arg.add(completer(what)),
            None => arg,
        })
        .mut_subcommands(|command| attach(command, line))
}

/// The engine leaves out what is hidden, unless there is nothing else.
fn without_options(command: Command) -> Command {
    command
        .mut_args(|arg| {
            let is_option = !arg.is_positional();
            let hidden = arg.is_hide_set();
            arg.hide(hidden || is_option)
        })
        .mut_subcommands(without_options)
}
