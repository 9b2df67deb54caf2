//! Completes an unfinished line, when a shell asks for it: `ROLES_COMPLETE=fish roles -- roles show comm`.
//!
//! What the shell sends is set up by `roles completions SHELL`. The answer is candidates and nothing else: whatever is
//! odd (an unknown shell, a broken registry, a folder that may not be read) completes nothing and is not spoken of, for
//! a message would stand in the middle of what somebody types.

mod bash;
mod line;
mod shells;
mod values;
mod words;
mod zsh;

pub use shells::write_script;

use super::Streams;
use super::args::{Cli, Completes, Shell};
use super::environment::Environment;
use clap::{Command, CommandFactory, ValueEnum};
use clap_complete::engine::{self, ArgValueCompleter, CompletionCandidate};
use line::Line;
use std::ffi::OsString;
use std::sync::Arc;
use values::Completer;
use words::Asked;

/// The variable by which a shell asks for completions, and says which shell it is.
pub const VARIABLE: &str = "ROLES_COMPLETE";

/// Completes the line that stands after `--`, if a shell asks for it.
pub fn run(arguments: &[OsString], environment: &Environment, streams: &mut Streams) -> Option<()> {
    let shell = Shell::from_str(environment.completing_shell.as_deref()?, false).ok()?;
    let start = arguments.iter().position(|argument| argument == "--")? + 1;
    if let Some(asked) = Asked::new(shell, &arguments[start..]) {
        let mut answer = Vec::new();
        for candidate in candidates(&asked, environment) {
            // Writing to memory cannot fail.
            let _ = shells::write_candidate(shell, &candidate, &asked, &mut answer);
        }
        // Who does not read the answer does not miss it.
        let _ = streams.out.write_all(&answer);
    }
    Some(())
}

/// What may stand in the place of the last word.
fn candidates(asked: &Asked, environment: &Environment) -> Vec<CompletionCandidate> {
    let line = Arc::new(Line::new(&asked.words, environment));
    let mut command = attach(Cli::command(), &line);
    let (words, last) = (asked.words.clone(), asked.words.len() - 1);
    let current = Some(environment.current.as_path());
    let found = engine::complete(&mut command, words, last, current);
    let mut found = found.unwrap_or_default();
    // Options come when somebody begins one, or where nothing else may stand.
    let is_option = |candidate: &CompletionCandidate| {
        let value = candidate.get_value();
        value.as_encoded_bytes().starts_with(b"-")
    };
    if asked.words[last].is_empty() && (line.was_asked() || !found.iter().all(is_option)) {
        found.retain(|candidate| !is_option(candidate));
    }
    found
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

#[cfg(test)]
mod tests {
    use super::*;
    use clap::{Arg, ValueHint};

    /// What nobody can know before it is written.
    const FREE: [&str; 7] = ["depth", "employees", "hours", "start", "title", "words", "word"];

    fn says_what_it_completes(arg: &Arg) -> bool {
        let takes_no_value = !arg.get_action().takes_values();
        takes_no_value
            || arg.get::<Completes>().is_some()
            || !arg.get_possible_values().is_empty()
            || arg.get_value_hint() != ValueHint::Unknown
    }

    #[test]
    fn every_argument_says_what_it_completes() {
        for command in Cli::command().get_subcommands() {
            let is_new_name = command.get_name() == "new";
            for arg in command.get_arguments().filter(|arg| !says_what_it_completes(arg)) {
                let id = arg.get_id().as_str();
                let is_free = FREE.contains(&id) || (is_new_name && id == "id");
                let command = command.get_name();
                assert!(is_free, "{id} of {command} lacks `add = Completes::…` in args.rs");
            }
        }
    }
}
