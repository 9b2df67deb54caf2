//! `roles report`: everything on one HTML page, to standard output or into a file.

use super::args::{ReportArgs, ReportFormat};
use super::company;
use super::console::{Console, Status, pasteable, write_over_own};
use super::environment::Environment;
use super::failure::Failure;
use super::registry::{Context, below};
use crate::model::SizeIx;
use crate::query::{self, Roster};
use crate::render::{Company, Next, REPORT_START, Report, report};
use crate::sink::Draft;
use crate::source::OtherWords;
use std::io;
use std::path::{self, Path, PathBuf};

/// What to say where files of others are kept.
const OTHERS: &str =
    "reports that roles wrote are replaced without it; another page may hold what is nowhere else";

/// Endings of files that hold no HTML.
const OTHER_ENDINGS: [&str; 16] = [
    "pdf", "doc", "docx", "odt", "rtf", "epub", "md", "txt", "csv", "tsv", "xls", "xlsx", "ods",
    "json", "png", "svg",
];

/// The most roles that are compared side by side.
const MOST_COMPARED: usize = 6;

/// Makes the page.
pub fn run(arguments: &ReportArgs, console: &mut Console) -> Result<Status, Failure> {
    let context = Context::load(Some(&arguments.people.team), OtherWords::LeaveOut, console)?;
    let ReportFormat::Html = arguments.format;
    let target = target(arguments, console.environment)?;
    if let Some(word) = arguments.size.word.as_deref().filter(|word| word.contains('.')) {
        return Err(Failure::usage(format!("'{word}' stands here without a flag"))
            .hint(format!("did you mean '-o {}'?", pasteable(word))));
    }
    let registry = &context.registry;
    let (roster, chosen) = company::company_or_roles(&arguments.size, &arguments.people, &context)?;
    let nobody = Roster::default();
    let mut companies: Vec<(Option<SizeIx>, &Roster)> = Vec::new();
    if !roster.people.is_empty() {
        companies.push((chosen, &roster));
    }
    companies.extend(registry.every_size().map(|size| (Some(size), &nobody)));
    let first = companies.iter().position(|(size, _)| *size == chosen);
    let mut plans = Vec::new();
    for &(size, roster) in &companies {
        let plan = company::plan(roster, registry, size, None);
        // Hours do not decide who answers for a task. Where somebody lacks time, RACI needs an assignment without limits.
        let unlimited = (plan.assignment.lacks_time())
            .then(|| query::assign_without_limits(registry, size, roster));
        plans.push((plan, unlimited));
    }
    let shown = plans.iter().map(|(plan, unlimited)| Company {
        plan,
        raci: query::raci(registry, unlimited.as_ref().unwrap_or(&plan.assignment)),
        chart: query::chart(registry, &plan.assignment),
    });
    let roles: Vec<_> = registry.roles().collect();
    let is_compared = (2..=MOST_COMPARED).contains(&roles.len());
    let contents = Report {
        title: arguments.title.clone(),
        roles: query::roles(registry),
        comparison: is_compared.then(|| query::compare(registry, &roles)),
        handoffs: query::handoffs(registry).collect(),
        companies: shown.collect(),
        first: first.unwrap_or_default(),
    };
    let reader = context.reader().without_json();
    let Some((folder, name)) = target else {
        report(&contents, &reader, console.out)?;
        context.say_next(Next::Report, console)?;
        return Ok(Status::Done);
    };
    let mut page = Vec::new();
    report(&contents, &reader, &mut page)?;
    let text = String::from_utf8(page).map_err(io::Error::other)?;
    let draft = Draft { name, text };
    let files = write_over_own(&folder, &[draft], REPORT_START, arguments.force, OTHERS)?;
    console.written(&files)?;
    let file = files.first().map(|file| pasteable(&file.path.display().to_string()));
    context.say_next(Next::OpenPage(file.unwrap_or_default()), console)?;
    Ok(Status::Done)
}

/// The folder and the name of the file for the page; none for standard output.
fn target(
    arguments: &ReportArgs,
    environment: &Environment,
) -> Result<Option<(PathBuf, PathBuf)>, Failure> {
    let Some(path) = &arguments.output else {
        if arguments.force {
            return Err(Failure::usage("--force replaces the file of --output")
                .hint("for example: roles report -o report.html --force"));
        }
        if environment.out_is_terminal {
            return Err(Failure::usage("the page is HTML, which nobody reads in a terminal").hint(
                "roles report -o report.html writes it to a file; -o - shows it all the same",
            ));
        }
        return Ok(None);
    };
    if path.as_os_str() == "-" {
        return Ok(None);
    }
    let path = below(path, environment);
    let is_folder = path.is_dir() || path.to_string_lossy().ends_with(path::is_separator);
    let Some(name) = path.file_name().filter(|_| !is_folder) else {
        let shown = path.display();
        return Err(Failure::usage(format!("'{shown}' is a folder; --output names a file"))
            .hint(format!("for example: -o {}", path.join("report.html").display())));
    };
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    if ending.is_some_and(|ending| OTHER_ENDINGS.contains(&ending.as_str())) {
        let shown = path.display();
        let page = path.with_extension("html");
        return Err(Failure::usage(format!("the report is HTML, which '{shown}' would not be"))
            .hint(format!(
                "roles report -o {} writes a page",
                pasteable(&page.display().to_string())
            ))
            .hint("a PDF: open the page in a browser and print it into a file")
            .hint("Markdown, CSV and JSON: list, compare, assign, raci and risks have --format"));
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    Ok(Some((folder.to_owned(), name.into())))
}
