//! The answer to an option that a command does not have: what was probably meant, and which commands have it.

use super::args::Cli;
use super::failure::Failure;
use crate::normalize::words;
use clap::error::{ContextKind, ContextValue};
use clap::{Arg, Command, CommandFactory};
use std::ffi::OsString;

/// What is wrong and how to go on, if clap stopped at an option.
pub fn failure(error: &clap::Error, arguments: &[OsString]) -> Option<Failure> {
    let Some(ContextValue::String(option)) = error.get(ContextKind::InvalidArg) else {
        return None;
    };
    let mut main = Cli::command();
    main.build();
    let command = command(&main, arguments);
    if command.get_arguments().any(|arg| is_written(arg, option)) {
        let failure = Failure::usage(format!("{option} stands before the command"));
        return Some(
            failure.hint(format!("write it behind: roles {} {option}", command.get_name())),
        );
    }
    // Of -solo, clap names the -s.
    let written = arguments.iter().filter_map(|word| word.to_str());
    let mut glued = written.filter(|word| !option.starts_with("--") && word.starts_with(&**option));
    let option = glued.find(|word| word.len() > 2).unwrap_or(option);
    let name = option.strip_prefix('-')?.trim_start_matches('-').split('=').next()?;
    let asked = command.get_name();
    let path = if asked == "roles" { asked.to_owned() } else { format!("roles {asked}") };
    let failure = Failure::usage(format!("{path} has no option {option}"));
    let others = main.get_subcommands().filter(|command| long(command, name).is_some());
    let others: Vec<String> = others.map(|other| format!("roles {}", other.get_name())).collect();
    let near = match error.get(ContextKind::SuggestedArg) {
        Some(ContextValue::String(near)) => Some(near.clone()),
        _ => None,
    };
    let failure = if long(command, name).is_none() && !others.is_empty() {
        failure.hint(format!("--{name} is an option of {}", others.join(", ")))
    } else if let Some(meant) = meant(command, name).or(near) {
        failure.hint(format!("did you mean {meant}?"))
    } else {
        failure
    };
    Some(failure.hint(format!("{path} --help shows its options")))
}

/// `--json` as `--format=json`, and `--csv` alone as `--format=csv`, where the command has this format.
pub fn with_format(arguments: &[OsString]) -> Vec<OsString> {
    let mut arguments = arguments.to_vec();
    let end = arguments.iter().position(|word| word == "--").unwrap_or(arguments.len());
    let is_alone =
        |at: usize| at + 1 == end || arguments[at + 1].to_string_lossy().starts_with('-');
    let format = (0..end).find_map(|at| match arguments[at].to_str() {
        Some("--json") => Some((at, "json")),
        Some("--csv") if is_alone(at) => Some((at, "csv")),
        _ => None,
    });
    if let Some((at, format)) = format
        && has_format(command(&Cli::command(), &arguments), format)
    {
        arguments.insert(end, format!("--format={format}").into());
        arguments.remove(at);
    }
    arguments
}

/// The command of a line.
fn command<'c>(main: &'c Command, arguments: &[OsString]) -> &'c Command {
    let mut words = arguments.iter().skip(1);
    words.find_map(|word| main.find_subcommand(word)).unwrap_or(main)
}

/// Whether an option is written like this.
fn is_written(arg: &Arg, option: &str) -> bool {
    let long = arg.get_long().is_some_and(|long| option.strip_prefix("--") == Some(long));
    long || arg.get_short().is_some_and(|short| option == format!("-{short}"))
}

fn long<'c>(command: &'c Command, name: &str) -> Option<&'c Arg> {
    command.get_arguments().find(|arg| arg.get_long() == Some(name))
}

fn has_format(command: &Command, format: &str) -> bool {
    let formats = long(command, "format").map(Arg::get_possible_values).unwrap_or_default();
    formats.iter().any(|known| known.get_name() == format)
}

/// The option that was meant: with one hyphen, by its value, or by a word of what it does that no other has.
fn meant(command: &Command, name: &str) -> Option<String> {
    if long(command, name).is_some() {
        return Some(format!("--{name}"));
    }
    if has_format(command, name) {
        return Some(format!("--format {name}"));
    }
    let says = |arg: &&Arg| {
        let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
        words(&help).iter().any(|word| word == name)
    };
    let mut saying = command.get_arguments().filter(says);
    let only = saying.next().filter(|_| saying.next().is_none());
    only.and_then(Arg::get_long).map(|long| format!("--{long}"))
}
