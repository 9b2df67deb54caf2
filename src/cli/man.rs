//! `roles man`: the manual, made of the same arguments and texts as `--help`. Clap's own maker writes what it knows of the
//! arguments; the texts below them, which it would run together, are set here: each example on a line of its own.

use super::args::{Cli, ManArgs};
use super::console::{pasteable, write_over_own};
use super::registry::below;
use super::{Console, Failure, Result, Status};
use crate::problem::nearest;
use crate::sink::Draft;
use clap::builder::PossibleValue;
use clap::{Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, italic, roman};
use std::collections::HashSet;
use std::io;
use std::path::{self, Path};

const HOW_MAN_FINDS_THEM: &str = "man finds these pages by their names where their folder is called man1 and stands in its path, \
    such as ~/.local/share/man/man1.";

/// How every page begins: by this we know our own. It has no date, so that the same program writes the same bytes.
const FIRST_LINE: &str = ".\\\" Written by `roles man`; the next one replaces it.\n";

pub fn run(arguments: &ManArgs, console: &mut Console) -> Result<Status> {
    let main = main_command();
    let Some(folder) = &arguments.folder else {
        return print(&main, "roles man", &main, console);
    };
    // `roles man assign` asks for a page; a folder of such a name is ./assign.
    if let Some(command) = folder.to_str().and_then(|name| main.find_subcommand(name)) {
        let asked = format!("roles man {}", command.get_name());
        return print(command, &asked, &main, console);
    }
    if let Some(failure) = mistyped(folder, &main) {
        return Err(failure);
    }
    let folder = below(folder, console.environment);
    let hint = "pages that roles wrote are replaced without it";
    let pages = pages(&main)?;
    let files = write_over_own(&folder, &pages, FIRST_LINE, arguments.force, hint)?;
    let first = pasteable(&folder.join("roles.1").display().to_string());
    console.written(&files, "file-replaced")?;
    console.steps(HOW_MAN_FINDS_THEM, &[(format!("man -l {first}"), "next-man")])
}

/// A word that is nearly a command was hardly meant as a new folder.
fn mistyped(folder: &Path, main: &Command) -> Option<Failure> {
    let word = folder.to_str().filter(|_| !folder.exists())?;
    // A folder of pages is usually called man1: that is no slip for `man`.
    let commands = main.get_subcommands().map(Command::get_name);
    let commands = commands.filter(|name| *name != "man");
    let near = nearest(word, commands).filter(|_| !word.contains(path::is_separator))?;
    let failure = Failure::usage(format!("there is no command '{word}', and no such folder"));
    let folder = Path::new(".").join(word);
    Some(
        failure
            .hint(format!("did you mean 'roles man {near}'?"))
            .hint(format!("a folder for all pages: roles man {}", folder.display())),
    )
}

fn print(command: &Command, asked: &str, main: &Command, console: &mut Console) -> Result<Status> {
    console.out.write_all(page(command, main)?.as_bytes())?;
    console.next(&format!("{asked} | man -l -"), "next-man")
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
    shown.map(|command| Ok(Draft::new(name(command) + ".1", page(command, main)?))).collect()
}

fn name(command: &Command) -> String {
    let name = command.get_display_name();
    name.unwrap_or_else(|| command.get_name()).to_owned()
}

/// The page of a command, with what holds for all commands.
fn page(command: &Command, main: &Command) -> io::Result<String> {
    let maker = Man::new(command.clone());
    let version = main.get_version().unwrap_or_default();
    let name = name(command).to_uppercase();
    // Clap's title would leave out the date that is not there, and so take the version for it.
    let title = format!(".TH {name} 1 \"\" \"roles {version}\" \"Manual of roles\"\n");
    let is_main = command.get_name() == main.get_name();
    let [below, general] = [command, main].map(|command| {
        let text = command.get_after_long_help();
        text.map(ToString::to_string).unwrap_or_default()
    });

    let mut page = Vec::new();
    maker.render_name_section(&mut page)?;
    synopsis(command).to_writer(&mut page)?;
    maker.render_description_section(&mut page)?;
    let mut sentences = Roff::new();
    for part in parts(&below).filter(|part| section(part).is_none()) {
        sentences.control("PP", []);
        sentences.text([roman(part.split_whitespace().collect::<Vec<_>>().join(" "))]);
    }
    sentences.to_writer(&mut page)?;
    maker.render_options_section(&mut page)?;
    if is_main {
        maker.render_subcommands_section(&mut page)?;
    }
    let mut rest = Roff::new();
    let general = parts(&general).filter_map(section);
    let general = general.filter(|(title, _)| !is_main && *title != "Examples");
    for (title, rows) in parts(&below).filter_map(section).chain(general) {
        write_rows(title, &rows, &mut rest);
    }
    see_also(command, main, &mut rest);
    rest.to_writer(&mut page)?;
    Ok(FIRST_LINE.to_owned() + &title + &without_preambles(&String::from_utf8_lossy(&page)))
}

/// The usage as the help shows it: naming every option would make a long line in no order.
fn synopsis(command: &Command) -> Roff {
    let usage = command.clone().render_usage().to_string();
    let usage = usage.trim_start_matches("Usage: ");
    let called = command.get_bin_name().unwrap_or_default();
    let rest = usage.strip_prefix(called).unwrap_or(usage);
    let mut page = Roff::new();
    page.control("SH", ["SYNOPSIS"]);
    page.text([bold(called), roman(rest)]);
    page
}

/// Writes a title and its rows: as a list if something is said of them, else as plain lines.
fn write_rows(title: &str, rows: &[Row], page: &mut Roff) {
    page.control("SH", [title.to_uppercase().as_str()]);
    if rows.iter().any(|(_, said)| !said.is_empty()) {
        for (name, said) in rows {
            page.control("TP", []);
            page.text([bold(*name)]);
            page.text([roman(said.as_str())]);
        }
        return;
    }
    page.control("nf", []);
    for (name, _) in rows {
        page.text([roman(*name)]);
    }
    page.control("fi", []);
}

/// Names the other pages: for a command the main page, for the main page all of them.
fn see_also(command: &Command, main: &Command, page: &mut Roff) {
    page.control("SH", ["SEE ALSO"]);
    let is_main = command.get_name() == main.get_name();
    let others = if is_main { main.get_subcommands().collect() } else { vec![main] };
    let mut line = Vec::new();
    for (number, other) in others.into_iter().enumerate() {
        let before = if number == 0 { "" } else { ", " };
        line.extend([roman(before), italic(name(other)), roman("(1)")]);
    }
    page.text(line);
}

/// Removes definitions that come again: each part of a page begins with the same ones.
fn without_preambles(page: &str) -> String {
    let mut seen = HashSet::new();
    let is_definition = |line: &str| line.starts_with(".ie ") || line.starts_with(".el ");
    let lines = page.split_inclusive('\n');
    lines.filter(|line| !is_definition(line) || seen.insert(*line)).collect()
}

/// A command, variable or status, and what is said of it, if anything is.
type Row<'t> = (&'t str, String);

/// The parts of the text below a command's options, which are apart by blank lines.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n").filter(|part| !part.trim().is_empty())
}

/// A part whose first line ends in a colon: a title, and a row for each line below, indented; other parts are sentences.
fn section(part: &str) -> Option<(&str, Vec<Row<'_>>)> {
    let (title, rest) = part.split_once('\n')?;
    let title = title.trim_end().strip_suffix(':')?;
    (!rest.is_empty() && rest.lines().all(|line| line.starts_with("  ")))
        .then(|| (title, rows(rest)))
}

fn rows(text: &str) -> Vec<Row<'_>> {
    let mut rows: Vec<Row> = Vec::new();
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        match rows.last_mut() {
            // A line that is indented further continues what is said.
            Some((_, said)) if indent > 2 => {
                said.push(' ');
                said.push_str(line.trim());
            }
            _ => {
                let (name, said) = line.trim().split_once("  ").unwrap_or((line.trim(), ""));
                rows.push((name, said.trim().to_owned()));
            }
        }
    }
    rows
}
