//! `roles man`: the manual, made of the same arguments and texts as `--help`.

use super::args::{Cli, Global, ManArgs};
use super::context::pasteable;
use super::environment::Environment;
use super::failure::Failure;
use super::registry::below;
use super::{Status, Streams, next, output_files};
use crate::problem::nearest;
use crate::sink::Draft;
use clap::builder::PossibleValue;
use clap::{Command, CommandFactory};
use std::io;
use std::path::Path;

mod page;
mod sections;

/// What people do with pages that stand in a folder.
const FOUND: &str = "man finds these pages by their names where their folder is called man1 and stands in its path, \
    such as ~/.local/share/man/man1.";

pub fn run(
    arguments: &ManArgs,
    global: &Global,
    environment: &Environment,
    streams: &mut Streams,
) -> Result<Status, Failure> {
    let main = main_command();
    let Some(folder) = &arguments.folder else {
        return print(&main, "roles man", &main, global, environment, streams);
    };
    // `roles man assign` asks for a page; a folder of such a name is ./assign.
    if let Some(command) = folder.to_str().and_then(|name| main.find_subcommand(name)) {
        let asked = format!("roles man {}", command.get_name());
        return print(command, &asked, &main, global, environment, streams);
    }
    if let Some(failure) = mistyped(folder, &main) {
        return Err(failure);
    }
    let folder = below(folder, environment);
    let hint = "pages that roles wrote are replaced without it";
    let pages = pages(&main)?;
    let files = output_files::over_own(&folder, &pages, page::FIRST_LINE, arguments.force, hint)?;
    let first = folder.join("roles.1");
    let first = pasteable(&first.display().to_string());
    let step = (format!("man -l {first}"), "shows the first of them");
    output_files::say(&files, FOUND, &[step], environment, global.quiet, streams.out)?;
    Ok(Status::Done)
}

/// A word that is nearly a command was hardly meant as a new folder.
fn mistyped(folder: &Path, main: &Command) -> Option<Failure> {
    let word = folder.to_str().filter(|_| !folder.exists())?;
    // man1 is what such folders are called.
    let commands = main.get_subcommands().map(Command::get_name);
    let commands = commands.filter(|name| *name != "man");
    let near = nearest(word, commands).filter(|_| !word.contains(std::path::is_separator))?;
    let failure = Failure::usage(format!("there is no command '{word}', and no such folder"));
    let folder = Path::new(".").join(word);
    Some(
        failure
            .hint(format!("did you mean 'roles man {near}'?"))
            .hint(format!("a folder for all pages: roles man {}", folder.display())),
    )
}

/// Prints one page.
fn print(
    command: &Command,
    asked: &str,
    main: &Command,
    global: &Global,
    environment: &Environment,
    streams: &mut Streams,
) -> Result<Status, Failure> {
    let text = page::text(command, main)?;
    streams.out.write_all(text.as_bytes())?;
    let shown = format!("{asked} | man -l -");
    let what = "shows it as a manual page";
    next::say(&shown, what, global, environment, streams)?;
    Ok(Status::Done)
}

/// The whole command line, with what clap adds to it.
fn main_command() -> Command {
    let mut main = Cli::command()
        .disable_help_subcommand(true)
        .subcommand_help_heading("COMMANDS")
        .subcommand_value_name("command");
    main = with_values_in_help(main);
    main.build();
    main
}

/// Clap's pages give each possible value a paragraph; here they stand in the sentence about their option.
fn with_values_in_help(command: Command) -> Command {
    command
        .mut_args(|arg| {
            let values = arg.get_possible_values();
            let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
            let help = arg.get_help().map(ToString::to_string);
            match help {
                Some(help) if !names.is_empty() && arg.get_action().takes_values() => {
                    let help = format!("{help} [{}]", names.join(", "));
                    arg.help(help).hide_possible_values(true)
                }
                _ => arg,
            }
        })
        .mut_subcommands(with_values_in_help)
}

/// A page for each command, the main one first.
fn pages(main: &Command) -> io::Result<Vec<Draft>> {
    let commands = [main].into_iter().chain(main.get_subcommands());
    let shown = commands.filter(|command| !command.is_hide_set());
    let draft = |command: &Command| {
        Ok(Draft {
            name: Path::new(&page::name(command)).with_extension("1"),
            text: page::text(command, main)?,
        })
    };
    shown.map(draft).collect()
}
