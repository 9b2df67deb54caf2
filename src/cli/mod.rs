//! The command line: parse, load, ask, render. One file for each command; the streams and the environment are handed
//! in, so that nothing here depends on the process that it runs in.

mod args;
mod assign;
mod calendars;
mod chart;
mod check;
mod columns;
mod compare;
mod complete;
mod completions;
mod context;
mod environment;
mod explain;
mod failure;
mod init;
mod job;
mod list;
mod man;
mod names;
mod new;
mod next;
mod output_files;
mod people;
mod preparse;
mod raci;
mod registry;
mod report;
mod schema;
mod show;
mod sizes;
mod version;
mod welcome;
mod who;

pub use environment::Environment;

use crate::render::visible;
use crate::source::OtherWords;
use args::{Cli, Command, TeamArgs};
use clap::Parser;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use context::Context;
use failure::Failure;
use std::ffi::OsString;
use std::io::{self, Write};

/// Sentences are not drawn wider, in columns: longer lines are hard to read.
const WIDEST: usize = 80;

/// Where a command writes.
pub struct Streams<'s> {
    /// The report, and nothing else.
    pub out: &'s mut dyn Write,
    /// Problems, notes and hints.
    pub err: &'s mut dyn Write,
}

/// How a command ended; the number is the exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It did what it was asked.
    Done = 0,
    /// It found what it looks for, a problem, or with `assign --strict` a task that nobody does; or `who` found nothing.
    Found = 1,
    /// Wrong use, an unknown name, a registry with errors, or a file or disk that fails.
    Failed = 2,
}

/// Runs the command line. A reader who has gone away (a closed pipe) is no failure.
pub fn run(arguments: &[OsString], environment: &Environment, streams: &mut Streams) -> Status {
    if complete::run(arguments, environment, streams).is_some() {
        return Status::Done;
    }
    let ended = match Cli::try_parse_from(arguments) {
        Ok(cli) => dispatch(&cli, arguments, environment, streams),
        Err(error) if error.kind() == ErrorKind::DisplayVersion => {
            version::run(&error, arguments, environment, streams)
        }
        Err(mut error) => {
            put_nearest_first(&mut error);
            help_or_mistake(&error, arguments, environment, streams)
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

fn dispatch(
    cli: &Cli,
    arguments: &[OsString],
    environment: &Environment,
    streams: &mut Streams,
) -> Result<Status, Failure> {
    let Some(command) = &cli.command else {
        return welcome::run(environment, streams);
    };
    let with_team = |team: Option<&TeamArgs>, streams: &mut Streams| {
        Context::new(&cli.global, team, OtherWords::LeaveOut, environment, streams)
    };
    let context = |streams: &mut Streams| with_team(None, streams);
    match command {
        Command::List(arguments) => list::run(arguments, &context(streams)?, streams),
        Command::Show(arguments) => {
            let other_words = show::other_words(arguments);
            let context = Context::new(&cli.global, None, other_words, environment, streams)?;
            show::run(arguments, &context, streams)
        }
        Command::Compare(arguments) => {
            let context = with_team(Some(&arguments.people.team), streams)?;
            compare::run(arguments, &context, streams)
        }
        Command::Assign(arguments) => {
            let context = with_team(Some(&arguments.people.team), streams)?;
            assign::run(arguments, &context, streams)
        }
        Command::Raci(arguments) => {
            let context = with_team(Some(&arguments.people.team), streams)?;
            raci::run(arguments, &context, streams)
        }
        Command::Who(arguments) => {
            let (team, other_words) = (Some(&arguments.team), OtherWords::Read);
            let context = Context::new(&cli.global, team, other_words, environment, streams)?;
            who::run(arguments, &context, streams)
        }
        Command::Chart(arguments) => {
            let context = with_team(Some(&arguments.people.team), streams)?;
            chart::run(arguments, &context, streams)
        }
        Command::Report(arguments) => {
            let context = with_team(Some(&arguments.people.team), streams)?;
            report::run(arguments, &context, streams)
        }
        Command::Check(arguments) => check::run(arguments, &cli.global, environment, streams),
        Command::Explain(arguments) => explain::run(arguments, &cli.global, environment, streams),
        Command::Init(arguments) => init::run(arguments, &cli.global, environment, streams),
        Command::New(arguments) => new::run(arguments, &cli.global, environment, streams),
        Command::Schema(arguments) => schema::run(arguments, &cli.global, environment, streams),
        Command::Completions(command) => {
            let program = arguments.first().map(OsString::as_os_str);
            completions::run(command, program, &cli.global, environment, streams)
        }
        Command::Man(arguments) => man::run(arguments, &cli.global, environment, streams),
    }
}

/// Clap names the command that is nearest to a mistyped one last.
fn put_nearest_first(error: &mut clap::Error) {
    let kind = ContextKind::SuggestedSubcommand;
    if let Some(ContextValue::Strings(commands)) = error.get(kind) {
        let nearest_first = commands.iter().rev().cloned().collect();
        error.insert(kind, ContextValue::Strings(nearest_first));
    }
}

/// What clap has to say: help and version go to standard output, mistakes to standard error.
fn help_or_mistake(
    error: &clap::Error,
    arguments: &[OsString],
    environment: &Environment,
    streams: &mut Streams,
) -> Result<Status, Failure> {
    let text = error.render();
    let color = environment.color_before_parsing(arguments, !error.use_stderr());
    let is_clean = |argument: &OsString| {
        let argument = argument.to_string_lossy();
        visible(&argument) == argument && !argument.contains('\n')
    };
    // Clap shows arguments as they are; where one could do harm, colours are given up for a clean text.
    let text = if color && arguments.iter().all(is_clean) {
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
