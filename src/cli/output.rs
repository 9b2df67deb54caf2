//! Where a report goes, and how: `-o FILE` writes it into a file instead of standard output, in the format that the file's
//! ending says, whole or not at all; `--csv excel` says for whom CSV is.

use super::args::{Cli, CsvProgram, Global, When};
use super::console::Console;
use super::environment::{Environment, WIDTH_WITHOUT_TERMINAL};
use super::failure::Failure;
use super::registry::below;
use crate::render::Csv;
use crate::sink;
use clap::parser::ValueSource;
use clap::{ArgMatches, CommandFactory};
use std::ffi::OsString;
use std::path::{Path, PathBuf, is_separator};

/// What an ending means, as `--format` names it: whichever of these a command has.
/// Of those that mean the same, the usual one stands first.
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

/// Where a report goes, and how.
pub struct Output {
    /// The file; none for standard output, which may be named as `-`.
    file: Option<PathBuf>,
    /// For whom CSV is written, if that is said.
    csv: Option<CsvProgram>,
}

impl Output {
    /// What a line says of it, if it does.
    pub fn of(matches: &ArgMatches) -> Option<Self> {
        let (_, command) = matches.subcommand()?;
        let file = command.try_get_one::<PathBuf>("output").ok().flatten();
        let csv = command.try_get_one::<CsvProgram>("csv").ok().flatten().copied();
        let is_said = file.is_some() || csv.is_some();
        let file = file.filter(|path| path.as_os_str() != "-").cloned();
        is_said.then_some(Self { file, csv })
    }

    /// For whom CSV is written.
    pub fn csv(&self) -> Csv {
        self.csv.map_or(Csv::Programs, |CsvProgram::Excel| Csv::Excel)
    }

    /// The line with the format that the file's ending or `--csv` says, unless it has one.
    pub fn with_format(
        &self,
        line: &[OsString],
        matches: &ArgMatches,
    ) -> Result<Vec<OsString>, Failure> {
        let mut line = line.to_vec();
        let Some((name, command)) = matches.subcommand() else { return Ok(line) };
        let Some(formats) = formats(name) else { return Ok(line) };
        if command.value_source("format") == Some(ValueSource::CommandLine) {
            let format = command.get_raw("format").and_then(Iterator::last).unwrap_or_default();
            return match self.csv {
                Some(_) if format != "csv" => Err(Failure::usage(
                    "--csv says how CSV is written, and --format asks for something else",
                )
                .hint("leave one of them out")),
                _ => Ok(line),
            };
        }
        let format = match (&self.file, self.csv) {
            (_, Some(_)) => "csv",
            (Some(file), None) => format_of(file, name, &formats)?,
            (None, None) => return Ok(line),
        };
        let end = line.iter().position(|word| word == "--").unwrap_or(line.len());
        line.splice(end..end, ["--format".into(), format.into()]);
        Ok(line)
    }

    /// The process as it looks from a report that goes there.
    pub fn environment(&self, environment: &Environment) -> Environment {
        let is_terminal = environment.out_is_terminal && self.file.is_some();
        Environment {
            width: if is_terminal { WIDTH_WITHOUT_TERMINAL } else { environment.width },
            out_is_terminal: false,
            ..environment.clone()
        }
    }

    /// No file has colours unless somebody asks for them, whatever the terminal does.
    pub fn leave_out_colours(&self, global: &mut Global) {
        if self.file.is_some() && global.color == When::Auto {
            global.color = When::Never;
        }
    }

    /// Refuses what can be no file, before anything else is done.
    pub fn check(&self, environment: &Environment) -> Result<(), Failure> {
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

    /// Puts a report that is complete in its place, and says so on standard output.
    pub fn write(&self, report: &[u8], console: &mut Console) -> Result<(), Failure> {
        let Some(file) = &self.file else { return Ok(console.out.write_all(report)?) };
        let path = below(file, console.environment);
        let written = sink::replace(&path, report).map_err(Failure::unwritten)?;
        Ok(console.written(&[written])?)
    }
}

/// The formats of a command, if it has any to choose from.
fn formats(command: &str) -> Option<Vec<String>> {
    let all = Cli::command();
    let command = all.find_subcommand(command)?;
    let format = command.get_arguments().find(|argument| argument.get_id() == "format")?;
    let values = format.get_possible_values();
    Some(values.iter().map(|value| value.get_name().to_owned()).collect())
}

fn format_of(file: &Path, command: &str, formats: &[String]) -> Result<&'static str, Failure> {
    let has = |format: &&&str| formats.iter().any(|known| known == **format);
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let ending = ending.unwrap_or_default();
    let meant = ENDINGS.iter().find(|(known, _)| *known == ending);
    if let Some(format) = meant.and_then(|(_, meant)| meant.iter().find(has)) {
        return Ok(format);
    }
    let shown = file.display();
    let known = ENDINGS.iter().filter(|(_, meant)| meant.iter().any(|format| has(&format)));
    let mut known: Vec<_> = known.collect();
    known.dedup_by_key(|(_, meant)| *meant);
    let known: Vec<String> = known.iter().map(|(ending, _)| format!(".{ending}")).collect();
    let message = match ending.as_str() {
        "" => format!("'{shown}' has no ending that says the format"),
        ending => format!("roles {command} writes no .{ending}"),
    };
    let failure = Failure::usage(message)
        .hint(format!("it writes {}; with --format any name will do", known.join(", ")));
    Err(match ending.as_str() {
        "" if has(&&"ics") => failure.hint("--calendars DIR writes a calendar for each doer"),
        "pdf" if has(&&"html") => failure.hint("a browser prints .html into a PDF"),
        "xls" | "ods" => failure.hint("spreadsheets open .xlsx and .csv"),
        _ => failure,
    })
}
