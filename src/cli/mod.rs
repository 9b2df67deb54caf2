//! The command line: parse, load, ask, render. Commands of one purpose share a file; the streams and the environment are
//! handed in, so that nothing here depends on the process that it runs in.

mod args;
mod environment;

mod company;
mod console;
mod failure;
mod names;
mod next;
mod output;
mod people;
mod preparse;
mod registry;
mod unknown_option;

mod about;
mod advert;
mod assignments;
mod calendars;
mod catalogue;
mod complete;
mod diff;
mod import;
mod man;
mod own_registry;
mod problems;
mod roles;

pub use about::{QUESTIONS, explain_panics};
pub use console::{Status, Streams};
pub use environment::Environment;

use crate::render::visible;
use crate::sink;
use args::{Cli, Command};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgMatches, ColorChoice, CommandFactory, FromArgMatches, Parser};
use console::Console;
use failure::{Failure, Result};
use output::Output;
use registry::Context;
use std::ffi::OsString;
use std::io;

/// Runs the command line. A reader who has gone away (a closed pipe) is no failure.
pub fn run(arguments: &[OsString], environment: &Environment, streams: &mut Streams) -> Status {
    if complete::run(arguments, environment, streams.out).is_some() {
        return Status::Done;
    }
    let arguments = &output::spelled_out(arguments);
    let ended = match Cli::command().try_get_matches_from(arguments) {
        Ok(matches) => answer(&matches, arguments, environment, streams),
        Err(error) if error.kind() == ErrorKind::DisplayVersion => {
            let (version, global) = (error.render().to_string(), preparse::global(arguments));
            about::version(&version, &global, environment, streams.out)
        }
        Err(mut error) => {
            let unknown = (error.kind() == ErrorKind::UnknownArgument)
                .then(|| unknown_option::failure(&error, arguments));
            put_nearest_first(&mut error);
            match unknown.flatten() {
                Some(failure) => Err(failure),
                None => help_or_mistake(&error, arguments, environment, streams),
            }
        }
    };
    match ended.and_then(|status| streams.out.flush().map(|()| status).map_err(Failure::from)) {
        Ok(status) => status,
        Err(Failure::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => Status::Done,
        Err(failure) => {
            // If not even this can be written, the exit status has to be enough.
            let _ = failure.explain(environment, streams.err);
            Status::Failed
        }
    }
}

/// Does what a line says, with its report on standard output or in a file.
fn answer(
    matches: &ArgMatches,
    line: &[OsString],
    environment: &Environment,
    streams: &mut Streams,
) -> Result<Status> {
    let output = Output::of(matches);
    output.check(environment)?;
    let Cli { mut global, command } = match output.format(matches)? {
        Some(format) => Cli::try_parse_from(output::with_format(line, format))?,
        None => Cli::from_arg_matches(matches)?,
    };
    // No file has colours unless somebody asks for them, whatever the terminal does.
    if output.file.is_some() && global.color == ColorChoice::Auto {
        global.color = ColorChoice::Never;
    }
    let (environment, csv) = (&output.environment(environment), output.csv.unwrap_or_default());
    let (global, Streams { input, out, err }) = (&global, streams);
    let Some(file) = output.file else {
        let mut console = Console { global, environment, csv, input, out, err };
        return dispatch(command.as_ref(), &mut console);
    };
    let mut report = Vec::new();
    let mut console = Console { global, environment, csv, input, out: &mut report, err };
    let status = dispatch(command.as_ref(), &mut console)?;
    let written = sink::replace(&registry::below(&file, environment), &report)?;
    Console { global, environment, csv, input, out, err }.written(&[written], "file-replaced")?;
    Ok(status)
}

fn dispatch(command: Option<&Command>, console: &mut Console) -> Result<Status> {
    let Some(command) = command else {
        return about::welcome(console);
    };
    match command {
        Command::List(arguments) => roles::list(arguments, console),
        Command::Show(arguments) => roles::show(arguments, console),
        Command::Compare(arguments) => roles::compare(arguments, console),
        Command::Diff(arguments) => diff::run(arguments, console),
        Command::Assign(arguments) => assignments::assign(arguments, console),
        Command::Raci(arguments) => assignments::raci(arguments, console),
        Command::Risks(arguments) => assignments::risks(arguments, console),
        Command::Who(arguments) => assignments::who(arguments, console),
        Command::Match(arguments) => advert::run(arguments, console),
        Command::Chart(arguments) => assignments::chart(arguments, console),
        Command::Report(arguments) => assignments::report(arguments, console),
        Command::Check(arguments) => problems::check(arguments, console),
        Command::Explain(arguments) => problems::explain(arguments, console),
        Command::Init(arguments) => own_registry::init(arguments, console),
        Command::Add(arguments) => catalogue::add(arguments, console),
        Command::New(arguments) => own_registry::new(arguments, console),
        Command::Import(arguments) => import::run(arguments, console),
        Command::Schema(arguments) => about::schema(arguments, console),
        Command::Completions(arguments) => complete::completions(arguments, console),
        Command::Man(arguments) => man::run(arguments, console),
    }
}

/// Puts the suggested command that is nearest to the mistyped one first; clap has it last.
fn put_nearest_first(error: &mut clap::Error) {
    let kind = ContextKind::SuggestedSubcommand;
    if let Some(ContextValue::Strings(commands)) = error.get(kind) {
        let nearest_first = commands.iter().rev().cloned().collect();
        error.insert(kind, ContextValue::Strings(nearest_first));
    }
}

/// Shows what clap has to say: help on standard output, mistakes on standard error.
fn help_or_mistake(
    error: &clap::Error,
    arguments: &[OsString],
    environment: &Environment,
    streams: &mut Streams,
) -> Result<Status> {
    let text = error.render();
    let color = environment.color(preparse::global(arguments).color, !error.use_stderr());
    let is_clean = arguments.iter().all(|argument| {
        let argument = argument.to_string_lossy();
        visible(&argument) == argument && !argument.contains('\n')
    });
    // Clap shows arguments unchanged; where one could harm the terminal, colours are given up for a clean text.
    let text = if color && is_clean {
        text.ansi().to_string()
    } else {
        visible(&text.to_string()).into_owned()
    };
    if error.use_stderr() {
        let _ = streams.err.write_all(text.as_bytes());
        return Ok(Status::Failed);
    }
    streams.out.write_all(text.as_bytes())?;
    Ok(Status::Done)
}
