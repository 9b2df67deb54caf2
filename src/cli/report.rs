//! `roles report`: everything on one HTML page, to standard output or into a file.

use super::args::{ReportArgs, ReportFormat};
use super::context::{Context, pasteable};
use super::failure::Failure;
use super::registry::below;
use super::{Status, Streams, output_files, people, sizes};
use crate::model::{Registry, SizeIx};
use crate::query::{self, Assignment, Roster};
use crate::render::pages::Plan;
use crate::render::{Company, Next, REPORT_START, Report, report};
use crate::sink::Draft;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

/// Why files of others stay.
const OTHERS: &str =
    "reports that roles wrote are replaced without it; another page may hold what is nowhere else";

/// More roles than this are not compared one by one.
const MOST_COMPARED: usize = 6;

pub fn run(
    arguments: &ReportArgs,
    context: &Context,
    streams: &mut Streams,
) -> Result<Status, Failure> {
    let ReportFormat::Html = arguments.format;
    let target = target(arguments, context)?;
    if let Some(word) = arguments.size.word.as_deref().filter(|word| word.contains('.')) {
        return Err(Failure::usage(format!("'{word}' stands here without a flag"))
            .hint(format!("did you mean '-o {}'?", pasteable(word))));
    }
    let registry = &context.registry;
    let (roster, chosen) = sizes::company_or_roles(&arguments.size, &arguments.people, registry)?;
    let mut teams: Vec<(Option<SizeIx>, &Roster)> = Vec::new();
    let nobody = Roster::default();
    if !roster.people.is_empty() {
        teams.push((chosen, &roster));
    }
    teams.extend(registry.every_size().map(|size| (Some(size), &nobody)));
    let first = teams.iter().position(|(size, _)| *size == chosen);
    let plan =
        |&(size, roster): &(Option<SizeIx>, &Roster)| people::plan(roster, registry, size, None);
    let plans: Vec<Plan> = teams.iter().map(plan).collect();
    // Who answers for what does not depend on hours; only where somebody has no time left is that another assignment.
    let beyond = |(plan, &(size, roster)): (&Plan, &(_, &Roster))| {
        let is_short = plan.assignment.lacks_time();
        is_short.then(|| query::assign_without_limits(registry, size, roster))
    };
    let beyond: Vec<Option<Assignment>> = plans.iter().zip(&teams).map(beyond).collect();
    let beyond = beyond.iter().map(Option::as_ref);
    let company = |(plan, beyond)| company(plan, beyond, registry);
    let roles: Vec<_> = registry.roles().collect();
    let is_compared = (2..=MOST_COMPARED).contains(&roles.len());
    let contents = Report {
        title: arguments.title.clone(),
        roles: query::roles(registry),
        comparison: is_compared.then(|| query::compare(registry, &roles)),
        handoffs: query::handoffs(registry).collect(),
        companies: plans.iter().zip(beyond).map(company).collect(),
        first: first.unwrap_or_default(),
    };
    let reader = context.reader().without_json();
    match target {
        None => {
            report(&contents, &reader, streams.out)?;
            context.say_next(Next::Report, streams)?;
        }
        Some((folder, name)) => {
            let mut page = Vec::new();
            report(&contents, &reader, &mut page)?;
            let text = String::from_utf8(page).map_err(io::Error::other)?;
            write(arguments, &folder, Draft { name, text }, context, streams)?;
        }
    }
    Ok(Status::Done)
}

/// What is shown of one company.
fn company<'a>(
    plan: &'a Plan<'a>,
    beyond: Option<&'a Assignment<'a>>,
    registry: &'a Registry,
) -> Company<'a> {
    let assignment = beyond.unwrap_or(&plan.assignment);
    Company {
        plan,
        raci: query::raci(registry, assignment),
        chart: query::chart(registry, &plan.assignment),
    }
}

/// The folder and the name of the file that gets the page.
fn target(
    arguments: &ReportArgs,
    context: &Context,
) -> Result<Option<(PathBuf, PathBuf)>, Failure> {
    let Some(path) = &arguments.output else {
        if arguments.force {
            return Err(Failure::usage("--force replaces the file of --output")
                .hint("for example: roles report -o report.html --force"));
        }
        if context.environment.out_is_terminal {
            return Err(Failure::usage("the page is HTML, which nobody reads in a terminal").hint(
                "roles report -o report.html writes it to a file; -o - shows it all the same",
            ));
        }
        return Ok(None);
    };
    if path.as_os_str() == "-" {
        return Ok(None);
    }
    let path = below(path, context.environment);
    let name = path.file_name().map(OsStr::to_owned);
    let is_folder =
        path.is_dir() || path.as_os_str().to_string_lossy().ends_with(std::path::is_separator);
    let Some(name) = name.filter(|_| !is_folder) else {
        let shown = path.display();
        return Err(Failure::usage(format!("'{shown}' is a folder; --output names a file"))
            .hint(format!("for example: -o {}", path.join("report.html").display())));
    };
    let folder = path.parent().unwrap_or(Path::new(""));
    Ok(Some((folder.to_owned(), name.into())))
}

fn write(
    arguments: &ReportArgs,
    folder: &Path,
    draft: Draft,
    context: &Context,
    streams: &mut Streams,
) -> Result<(), Failure> {
    let force = arguments.force;
    let files = output_files::over_own(folder, &[draft], REPORT_START, force, OTHERS)?;
    output_files::files(&files, streams.out)?;
    let file = files.first().map(|file| pasteable(&file.path.display().to_string()));
    context.say_next(Next::OpenPage(file.unwrap_or_default()), streams)
}
