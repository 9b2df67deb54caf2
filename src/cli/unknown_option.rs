//! The answer to an option that a command does not have: what was probably meant, and which commands have it.

use super::Failure;
use super::args::Cli;
use super::output::has_format;
use super::preparse::command;
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
    let hint = if long(command, name).is_none() && !others.is_empty() {
        Some(format!("--{name} is an option of {}", others.join(", ")))
    } else {
        meant(command, name).or(near).map(|meant| format!("did you mean {meant}?"))
    };
    Some(failure.hints(hint).hint(format!("{path} --help shows its options")))
}

/// Whether an option is written like this.
fn is_written(arg: &Arg, option: &str) -> bool {
    let long = arg.get_long().is_some_and(|long| option.strip_prefix("--") == Some(long));
    long || arg.get_short().is_some_and(|short| option == format!("-{short}"))
}

fn long<'c>(command: &'c Command, name: &str) -> Option<&'c Arg> {
    command.get_arguments().find(|arg| arg.get_long() == Some(name))
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
