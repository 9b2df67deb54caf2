//! `roles check`: everything that is wrong in a registry, at once.

use super::args::{CheckArgs, Global, ProblemFormat};
use super::context::registry_flag;
use super::environment::Environment;
use super::failure::Failure;
use super::names;
use super::next;
use super::registry;
use super::{Status, Streams};
use crate::check;
use crate::model::Registry;
use crate::problem::{Code, Problem, Severity};
use crate::render::{Terminal, problems};
use crate::resolve;
use crate::source::{Found, OtherWords, Sources};
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::Path;

pub fn run(
    arguments: &CheckArgs,
    global: &Global,
    environment: &Environment,
    streams: &mut Streams,
) -> Result<Status, Failure> {
    let allowed = allowed(&arguments.allow)?;
    let found = registry::find(arguments.folder.as_deref(), global, environment)?;
    if found.folder.is_none() && arguments.strict {
        return Err(registry::none_to("check").hint("roles check DIR looks elsewhere"));
    }
    let mut sources = registry::load(&found, OtherWords::Read)?;
    if !global.quiet {
        // A note that cannot be written is no reason to stop.
        let _ = note(&found, &sources, streams);
    }
    let (mut problems, registry) = match resolve::read(&sources) {
        Ok(registry) => (check::warnings(&registry, &sources), Some(registry)),
        Err(errors) => (errors, None),
    };
    problems.retain(|problem| !allowed.contains(&problem.code));
    if found.folder.is_some() && arguments.format != ProblemFormat::Human {
        let in_workspace = arguments.format != ProblemFormat::Json;
        let workspace = environment.workspace.as_deref().filter(|_| in_workspace);
        registry::shorten_paths(&mut sources, workspace, &environment.current);
    }
    match arguments.format {
        ProblemFormat::Human => {
            let terminal = environment.terminal(global.color);
            human(&problems, registry.as_ref(), &sources, terminal, streams.out)?;
            next(&problems, arguments.folder.as_deref(), global, environment, streams)?;
        }
        ProblemFormat::Json => problems::json(&problems, &sources, streams.out)?,
        ProblemFormat::Sarif => problems::sarif(&problems, &sources, streams.out)?,
        ProblemFormat::Github => problems::github(&problems, &sources, streams.out)?,
    }
    let fails = |problem: &Problem| arguments.strict || problem.code.severity() == Severity::Error;
    Ok(if problems.iter().any(fails) { Status::Found } else { Status::Done })
}

/// The line that says what to do next: read about the first problem, or use what is right.
fn next(
    problems: &[Problem],
    folder: Option<&Path>,
    global: &Global,
    environment: &Environment,
    streams: &mut Streams,
) -> io::Result<()> {
    if let Some(first) = problems.first() {
        let command = format!("roles explain {}", first.code.as_str());
        let what = "says more about the first of these problems";
        return next::say(&command, what, global, environment, streams);
    }
    let folder = folder.or(global.registry.as_deref());
    let registry = folder.map(registry_flag).unwrap_or_default();
    let command = format!("roles list{registry}");
    next::say(&command, "shows the roles of this registry", global, environment, streams)
}

/// Says what is checked, where that is not obvious.
fn note(found: &Found, sources: &Sources, streams: &mut Streams) -> io::Result<()> {
    registry::note(found, sources, streams)?;
    if found.folder.is_none() && found.passed_over.is_none() {
        let note = "note: no registry of your own is here, so the shipped one is checked";
        writeln!(streams.err, "{note}")?;
    }
    Ok(())
}

/// The codes of `--allow`; only warnings can be meant.
fn allowed(written: &[String]) -> Result<BTreeSet<Code>, Failure> {
    let warnings = Code::warnings();
    let parse =
        |word: &str| Code::from_name(word).filter(|code| code.severity() == Severity::Warning);
    written.iter().map(|word| names::word("--allow", word.trim(), &warnings, parse)).collect()
}

/// Every problem with its snippet, and what was counted.
fn human(
    found: &[Problem],
    registry: Option<&Registry>,
    sources: &Sources,
    terminal: Terminal,
    out: &mut dyn Write,
) -> io::Result<()> {
    problems::write_all(found, sources, terminal, usize::MAX, out)?;
    let files = problems::counted(sources.files.len(), "file");
    let Some(registry) = registry else {
        let errors = problems::counted(found.len(), "error");
        return writeln!(
            out,
            "{errors}; {files} checked, warnings are looked for once there are no errors"
        );
    };
    let roles = problems::counted(registry.roles().len(), "role");
    let tasks = problems::counted(registry.tasks().count(), "task");
    let warnings = if found.is_empty() {
        "no problems".to_owned()
    } else {
        problems::counted(found.len(), "warning")
    };
    let what = match registry.team().map(|team| team.people.len()) {
        None => format!("{roles} and {tasks}"),
        Some(1) => format!("{roles}, {tasks} and 1 person"),
        Some(people) => format!("{roles}, {tasks} and {people} people"),
    };
    writeln!(out, "{warnings}; {what} in {files} checked")
}
