//! Where a report goes, and how: `-o FILE` writes it into a file instead of standard output, in the format that the file's
//! ending says, whole or not at all; `--csv excel` says for whom CSV is, and `--json` is a format, too.

use super::args::Cli;
use super::environment::WIDTH_WITHOUT_TERMINAL;
use super::registry::below;
use super::{Environment, Failure, Result, preparse};
use crate::render::Csv;
use clap::builder::PossibleValue;
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command, CommandFactory};
use std::ffi::OsString;
use std::path::{Path, PathBuf, is_separator};

/// What an ending means, as `--format` names it: whichever of these a command has; of equals, the usual one first.
const ENDINGS: [(&str, &[&str]); 13] = [
    ("txt", &["table", "tree", "human"]),
    ("md", &["markdown"]),
    ("csv", &["csv"]),
    ("xlsx", &["xlsx"]),
    ("json", &["json"]),
    ("html", &["html"]),
    ("htm", &["html"]),
    ("svg", &["svg"]),
    ("dot", &["dot"]),
    ("gv", &["dot"]),
    ("mmd", &["mermaid"]),
    ("ics", &["ics"]),
    ("sarif", &["sarif"]),
];

pub struct Output {
    /// The file; none for standard output, which may be named as `-`.
    pub file: Option<PathBuf>,
    pub csv: Option<Csv>,
    /// Whether the line says any of it.
    is_said: bool,
}

impl Output {
    pub fn of(matches: &ArgMatches) -> Self {
        let command = matches.subcommand().map_or(matches, |(_, command)| command);
        let file = command.try_get_one::<PathBuf>("output").ok().flatten();
        let csv = command.try_get_one::<Csv>("csv").ok().flatten().copied();
        let is_said = file.is_some() || csv.is_some();
        Self { file: file.filter(|path| path.as_os_str() != "-").cloned(), csv, is_said }
    }

    /// The format that the file's ending or `--csv` says, unless the line says one itself.
    pub fn format(&self, matches: &ArgMatches) -> Result<Option<&'static str>> {
        let said = matches.subcommand().filter(|_| self.is_said);
        let Some((name, given)) = said else { return Ok(None) };
        let program = Cli::command();
        let command = program.find_subcommand(name);
        let command = command.filter(|command| formats(command).count() > 0);
        let is_said = || given.value_source("format") == Some(ValueSource::CommandLine);
        match (command, &self.file, self.csv) {
            (Some(_), _, Some(_)) if is_said() => {
                let format = given.get_raw("format").and_then(Iterator::last);
                if format.is_some_and(|format| format == "csv") {
                    return Ok(None);
                }
                let message = "--csv says how CSV is written, and --format asks for something else";
                Err(Failure::usage(message).hint("leave one of them out"))
            }
            (Some(_), _, Some(_)) => Ok(Some("csv")),
            (Some(command), Some(file), None) if !is_said() => format_of(file, command).map(Some),
            _ => Ok(None),
        }
    }

    /// The process as it looks from a report that goes there.
    pub fn environment(&self, environment: &Environment) -> Environment {
        let is_terminal = environment.out_is_terminal && self.file.is_some();
        Environment {
            width: if is_terminal { WIDTH_WITHOUT_TERMINAL } else { environment.width },
            out_is_terminal: environment.out_is_terminal && !self.is_said,
            ..environment.clone()
        }
    }

    /// Refuses what can be no file, before anything else is done.
    pub fn check(&self, environment: &Environment) -> Result<()> {
        let Some(file) = &self.file else { return Ok(()) };
        let path = below(file, environment);
        if path.is_dir() || path.to_string_lossy().ends_with(is_separator) {
            let message = format!("'{}' is a folder; -o names a file", path.display());
            return Err(Failure::usage(message)
                .hint(format!("for example: -o {}", path.join("report.md").display())));
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        match folder.filter(|folder| !folder.is_dir()) {
            Some(folder) => {
                Err(Failure::usage(format!("there is no folder '{}'", folder.display()))
                    .hint("make it first, or name another file"))
            }
            None => Ok(()),
        }
    }
}

/// A line that says `--json`, or `--csv` alone, with the format that it means, where the command has this one.
pub fn spelled_out(line: &[OsString]) -> Vec<OsString> {
    let options = preparse::options(line);
    let is_alone =
        |at: usize| options.get(at + 1).is_none_or(|next| next.to_string_lossy().starts_with('-'));
    let format = options.iter().enumerate().find_map(|(at, word)| match word.to_str() {
        Some("--json") => Some((at, "json")),
        Some("--csv") if is_alone(at) => Some((at, "csv")),
        _ => None,
    });
    match format {
        Some((at, format)) if has_format(preparse::command(&Cli::command(), line), format) => {
            let mut line = with_format(line, format);
            line.remove(at);
            line
        }
        _ => line.to_vec(),
    }
}

pub fn with_format(line: &[OsString], format: &str) -> Vec<OsString> {
    let mut longer = line.to_vec();
    longer.insert(preparse::options(line).len(), format!("--format={format}").into());
    longer
}

pub fn has_format(command: &Command, format: &str) -> bool {
    formats(command).any(|known| known.get_name() == format)
}

fn formats(command: &Command) -> impl Iterator<Item = PossibleValue> {
    let format = command.get_arguments().find(|argument| argument.get_long() == Some("format"));
    format.map(Arg::get_possible_values).unwrap_or_default().into_iter()
}

/// The format that a file's ending means.
fn format_of(file: &Path, command: &Command) -> Result<&'static str> {
    let has = |format: &&str| has_format(command, format);
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let ending = ending.unwrap_or_default();
    let meant = ENDINGS.iter().find(|(known, _)| *known == ending);
    if let Some(format) = meant.and_then(|(_, meant)| meant.iter().copied().find(has)) {
        return Ok(format);
    }
    let shown = file.display();
    let known = ENDINGS.iter().filter(|(_, meant)| meant.iter().any(has));
    let mut known: Vec<_> = known.collect();
    known.dedup_by_key(|(_, meant)| *meant);
    let known: Vec<String> = known.iter().map(|(ending, _)| format!(".{ending}")).collect();
    let message = match ending.as_str() {
        "" => format!("'{shown}' has no ending that says the format"),
        ending => format!("roles {} writes no .{ending}", command.get_name()),
    };
    let failure = Failure::usage(message)
        .hint(format!("it writes {}; with --format any name will do", known.join(", ")));
    Err(match ending.as_str() {
        "" if has(&"ics") => failure.hint("--calendars DIR writes a calendar for each doer"),
        "pdf" if has(&"html") => failure.hint("a browser prints .html into a PDF"),
        "xls" | "ods" => failure.hint("spreadsheets open .xlsx and .csv"),
        _ => failure,
    })
}
