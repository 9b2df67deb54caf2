//! `roles check` and `roles explain`: everything that is wrong in a registry, and what it means.

use super::args::{CheckArgs, ExplainArgs, ProblemFormat};
use super::console::registry_flag;
use super::{Console, Failure, Result, Status, names, registry};
use crate::model::Registry;
use crate::problem::{Code, Example, Problem, Severity, nearest};
use crate::render::problems::{self, counted};
use crate::source::{OtherWords, Sources};
use crate::{check, resolve};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// The list of all codes has two columns.
const WIDEST_LIST: usize = 110;

pub fn check(arguments: &CheckArgs, console: &mut Console) -> Result<Status> {
    let (global, environment) = (console.global, console.environment);
    let allowed = allowed(&arguments.allow)?;
    let found = registry::find(arguments.folder.as_deref(), global, environment)?;
    if found.folder.is_none() && arguments.strict {
        return Err(registry::none_to("check").hint("roles check DIR looks elsewhere"));
    }
    let mut sources = registry::load(&found, OtherWords::Read)?;
    registry::note(&found, &sources, console);
    if found.folder.is_none() && found.passed_over.is_none() {
        console.note("note-shipped-checked", &[]);
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
            problems::write_all(&problems, &sources, console.terminal(), usize::MAX, console.out)?;
            console.sentences(&summary(problems.len(), registry.as_ref(), &sources))?;
            next(problems.first(), arguments, console)?;
        }
        ProblemFormat::Json => problems::json(&problems, &sources, console.out)?,
        ProblemFormat::Sarif => problems::sarif(&problems, &sources, console.out)?,
        ProblemFormat::Github => problems::github(&problems, &sources, console.out)?,
    }
    problems.retain(|problem| arguments.strict || problem.code.severity() == Severity::Error);
    Ok(if problems.is_empty() { Status::Done } else { Status::Found })
}

/// The codes of `--allow`; only warnings can be meant.
fn allowed(written: &[String]) -> Result<BTreeSet<Code>> {
    let warnings = Code::warnings();
    let parse = |word: &str| Code::parse(word).filter(|code| code.severity() == Severity::Warning);
    let written: Vec<String> = written.iter().map(|word| word.trim().to_owned()).collect();
    Ok(names::words("--allow", &written, &warnings, parse)?.into_iter().collect())
}

fn summary(found: usize, registry: Option<&Registry>, sources: &Sources) -> String {
    let files = counted(sources.files.len(), "file");
    let Some(registry) = registry else {
        let errors = counted(found, "error");
        return format!(
            "{errors}; {files} checked, warnings are looked for once there are no errors"
        );
    };
    let warnings = if found == 0 { "no problems".to_owned() } else { counted(found, "warning") };
    let roles = counted(registry.roles().len(), "role");
    let tasks = counted(registry.tasks().count(), "task");
    let what = match registry.team().map(|team| team.people.len()) {
        None => format!("{roles} and {tasks}"),
        Some(1) => format!("{roles}, {tasks} and 1 person"),
        Some(people) => format!("{roles}, {tasks} and {people} people"),
    };
    format!("{warnings}; {what} in {files} checked")
}

/// Says what to do next: read about the first problem, or use what is right.
fn next(first: Option<&Problem>, arguments: &CheckArgs, console: &mut Console) -> Result<Status> {
    if let Some(first) = first {
        let command = format!("roles explain {}", first.code.as_str());
        return console.next(&command, "next-explain");
    }
    let folder = arguments.folder.as_deref().or(console.global.registry.as_deref());
    let registry = folder.map(registry_flag).unwrap_or_default();
    console.next(&format!("roles list{registry}"), "next-list")
}

pub fn explain(arguments: &ExplainArgs, console: &mut Console) -> Result<Status> {
    match &arguments.code {
        None => list_codes(console)?,
        Some(written) => explain_code(find_code(written)?, console)?,
    }
    console.next("roles check", "next-check")
}

/// The code, also as it is printed: `error[unknown-role]`.
fn find_code(written: &str) -> Result<Code> {
    let inside = written.split_once('[').map_or(written, |(_, code)| code);
    let word = inside.trim_end_matches([']', ':']);
    Code::parse(word).ok_or_else(|| {
        Failure::usage(format!("'{written}' is no problem code"))
            .did_you_mean(nearest(word, Code::ALL.iter().map(|code| code.as_str())))
            .hint("roles explain lists them all")
    })
}

fn list_codes(console: &mut Console) -> io::Result<()> {
    for severity in [Severity::Error, Severity::Warning] {
        let codes = Code::ALL.iter().filter(|code| code.severity() == severity);
        let rows: Vec<(&str, &str)> =
            codes.map(|code| (code.as_str(), code.explanation().first_sentence())).collect();
        writeln!(console.out, "{}s:\n", severity.as_str())?;
        console.rows(&rows, WIDEST_LIST)?;
        writeln!(console.out)?;
    }
    console.sentences("roles explain CODE says more about one of them and shows how to mend it.")
}

fn explain_code(code: Code, console: &mut Console) -> io::Result<()> {
    let explanation = code.explanation();
    writeln!(console.out, "{} ({})\n", code.as_str(), code.severity().as_str())?;
    console.sentences(explanation.meaning)?;
    console.sentences(explanation.why)?;
    example("Wrong", &explanation.bad, console.out)?;
    example("Right", &explanation.good, console.out)
}

fn example(title: &str, example: &Example, out: &mut dyn Write) -> io::Result<()> {
    let (place, text) = match example {
        Example::Role(text) => (" (roles/role.yaml)", *text),
        Example::Registry(text) => (" (roles/registry.yaml)", *text),
        Example::Team(text) => (" (roles/team.yaml)", *text),
        Example::Command(text) | Example::Said(text) => ("", *text),
    };
    writeln!(out, "\n{title}{place}:\n")?;
    text.lines().try_for_each(|line| writeln!(out, "    {line}"))
}
