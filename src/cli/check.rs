//! `roles check`: everything that is wrong in a registry, at once.

use super::args::{CheckArgs, Global, ProblemFormat};
use super::environment::Environment;
use super::failure::Failure;
use super::names;
use super::registry;
use super::{Status, Streams};
use crate::check;
use crate::model::Registry;
use crate::problem::{Code, Problem, Severity};
use crate::render::{Look, problems};
use crate::resolve;
use crate::source::Sources;
use std::collections::BTreeSet;
use std::io::{self, Write};

pub fn run(
    arguments: &CheckArgs,
    global: &Global,
    environment: &Environment,
    streams: &mut Streams,
) -> Result<Status, Failure> {
    let allowed = allowed(&arguments.allow)?;
    let sources = registry::open(arguments.folder.as_deref(), global, environment, streams)?;
    let (mut found, registry) = match resolve::read(&sources) {
        Ok(registry) => (check::warnings(&registry), Some(registry)),
        Err(errors) => (errors, None),
    };
    found.retain(|problem| !allowed.contains(&problem.code));
    match arguments.format {
        ProblemFormat::Human => {
            let look = Look {
                width: environment.width,
                color: environment.color(global.color, true),
                ascii: environment.ascii,
            };
            human(&found, registry.as_ref(), &sources, look, streams.out)?;
            if let Some(first) = found
                .first()
                .filter(|_| environment.is_watched(global.quiet))
            {
                streams.out.flush()?;
                let next = format!(
                    "Next: roles explain {} says more about it",
                    first.code.as_str()
                );
                // A hint that cannot be written is no reason to stop.
                let _ = writeln!(streams.err, "\n{}", look.quiet(&next));
            }
        }
        ProblemFormat::Json => problems::json(&found, &sources, streams.out)?,
        ProblemFormat::Sarif => problems::sarif(&found, &sources, streams.out)?,
        ProblemFormat::Github => problems::github(&found, &sources, streams.out)?,
    }
    let fails = |problem: &Problem| arguments.strict || problem.code.severity() == Severity::Error;
    Ok(if found.iter().any(fails) {
        Status::Found
    } else {
        Status::Done
    })
}

/// The codes of `--allow`; only warnings can be meant.
fn allowed(written: &[String]) -> Result<BTreeSet<Code>, Failure> {
    let warnings = Code::warnings();
    let parse =
        |word: &str| Code::from_name(word).filter(|code| code.severity() == Severity::Warning);
    written
        .iter()
        .map(|word| names::word("--allow", word, &warnings, parse))
        .collect()
}

/// Every problem with its snippet, and what was counted.
fn human(
    found: &[Problem],
    registry: Option<&Registry>,
    sources: &Sources,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    problems::write_all(found, sources, look, usize::MAX, out)?;
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
    writeln!(out, "{warnings}; {roles} and {tasks} in {files} checked")
}
