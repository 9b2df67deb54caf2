//! `roles list`, `roles show` and `roles compare`: the roles and their tasks.

use super::args::{CompareArgs, Format, ListArgs, ShowArgs, ShowAs};
use super::console::pasteable;
use super::next::Next;
use super::{
    Console, Context, Failure, Result, Status, catalogue, company, names, next, people, registry,
};
use crate::model::{Cadence, Focus, Importance, Registry, Role, RoleIx, TaskRef};
use crate::query::{self, RoleCard, Search, Subject, TaskCard, TaskFilter};
use crate::render::pages::Evidence;
use crate::render::{DocumentFormat, Reader, json, pages, write_document};
use crate::source::{self, OtherWords, Sources, is_in_catalogue, is_offered};

/// A terminal shows the roles of so many tasks in their place, and how to find one of as many roles.
const LARGE: usize = 200;

pub fn list(arguments: &ListArgs, console: &mut Console) -> Result<Status> {
    let words = arguments.words.join(" ");
    let other_words = if words.is_empty() { OtherWords::LeaveOut } else { OtherWords::Read };
    let context = if arguments.catalogue {
        Context::of(registry::catalogue(other_words, console)?, console)?
    } else {
        Context::load(None, other_words, console)?
    };
    let registry = &context.registry;
    let importance = &arguments.importance;
    let role = if arguments.catalogue { names::role_of_catalogue } else { names::role };
    let mut filter = TaskFilter {
        among: None,
        roles: arguments.role.iter().map(|id| role(registry, id)).collect::<Result<_>>()?,
        areas: arguments.area.iter().map(|id| names::area(registry, id)).collect::<Result<_>>()?,
        focus: names::words("--focus", &arguments.focus, Focus::WORDS, Focus::parse)?,
        cadences: names::words("--cadence", &arguments.cadence, Cadence::WORDS, Cadence::parse)?,
        importance: names::words("--importance", importance, Importance::WORDS, Importance::parse)?,
    };
    let is_listed =
        |role: RoleIx| !arguments.catalogue || is_in_catalogue(registry.role(role).id.as_str());
    let mut of_tasks = arguments.tasks || filter != TaskFilter::default();
    let (mut roles, mut otherwise) = (query::roles(registry), None);
    if query::has_words(&words) {
        let found = query::search(registry, &words);
        otherwise = elsewhere(&words, &found, arguments, console)?;
        of_tasks |= !found.roles.iter().any(|&role| is_listed(role));
        roles.retain(|(role, _)| found.roles.contains(role));
        filter.among = Some(found.tasks);
    } else if !words.is_empty() {
        return Err(Failure::usage("there are no words to look for"));
    }
    let is_large = |rows: usize| {
        rows >= LARGE && console.shows_table(arguments.format.format) && !arguments.all.all
    };
    if of_tasks {
        if filter.roles.is_empty() && arguments.catalogue {
            filter.roles = registry.roles().filter(|&role| is_listed(role)).collect();
        }
        let found = query::tasks(registry, &filter);
        if !arguments.role.is_empty() || !is_large(found.len()) {
            return tasks(&found, otherwise, arguments, &context, console);
        }
        roles = query::roles_of(registry, &found);
    }
    roles.retain(|&(role, _)| is_listed(role));
    let is_large = of_tasks || is_large(roles.len());
    context.report(
        console,
        arguments.format.format,
        &roles[..],
        |roles, reader| {
            let mut page = pages::role_list(roles, reader);
            page.notes.extend(arguments.catalogue.then(|| reader.word("catalogue-list")));
            page.notes.extend(is_large.then(|| reader.word("list-large")));
            page
        },
        json::role_list,
        next::show_role(registry, roles.first().map(|&(role, _)| role)),
    )
}

/// What to look for where nothing has these words and somebody sees it: the same in the catalogue, or what was probably meant.
fn elsewhere(
    words: &str,
    found: &Search,
    arguments: &ListArgs,
    console: &Console,
) -> Result<Option<Next>> {
    if !found.is_empty() || !console.is_watched() {
        return Ok(None);
    }
    if !arguments.catalogue {
        let catalogue = registry::catalogue(OtherWords::Read, console)?;
        let there = query::search(&catalogue, words);
        let mut roles =
            there.roles.into_iter().chain(there.tasks.into_iter().map(|task| task.role));
        if roles.any(|role| is_in_catalogue(catalogue.role(role).id.as_str())) {
            return Ok(Some(next::list_there(words)));
        }
    }
    Ok(found.respelled.as_deref().map(|words| next::list_words(words, arguments.catalogue)))
}

/// Lists the tasks that were found. It is a failure to find none with some words.
fn tasks(
    tasks: &[TaskRef],
    otherwise: Option<Next>,
    arguments: &ListArgs,
    context: &Context,
    console: &mut Console,
) -> Result<Status> {
    let format = arguments.format.format;
    let next =
        otherwise.unwrap_or_else(|| next::show_task(&context.registry, tasks.first().copied()));
    context.report(console, format, tasks, pages::task_list, json::task_list, next)?;
    let is_found = arguments.words.is_empty() || !tasks.is_empty();
    Ok(if is_found { Status::Done } else { Status::Found })
}

pub fn show(arguments: &ShowArgs, console: &mut Console) -> Result<Status> {
    let mut context = Context::load(None, OtherWords::LeaveOut, console)?;
    side_by_side(arguments, &context.registry)?;
    let mut subject = names::subject(&context.registry, &arguments.id)?;
    if subject.is_none() {
        let catalogue = registry::catalogue(OtherWords::LeaveOut, console)?;
        let there = names::subject(&catalogue, &arguments.id)?;
        subject = there.filter(|subject| is_offered(catalogue.role(subject.role()).id.as_str()));
        let role = arguments.id.split('/').next().unwrap_or_default();
        if subject.is_some() || catalogue::only_there(role, &context.registry) {
            context = context.of_catalogue(catalogue);
        }
    }
    let registry = &context.registry;
    let subject = subject.ok_or_else(|| names::no_subject(registry, &arguments.id))?;
    let role = registry.role(subject.role()).id.to_string();
    let mut files = Sources::default();
    if arguments.as_what == ShowAs::Card
        && (arguments.origin || matches!(subject, Subject::Task(_)))
    {
        // Nothing else shows other words for a task, or files.
        if context.is_catalogue {
            files = source::catalogue();
            context.registry = registry::catalogue(OtherWords::Read, console)?;
        } else {
            let found = registry::find(None, console.global, console.environment)?;
            files = registry::load(&found, OtherWords::Read)?;
            context.registry = registry::read(&files, console)?;
        }
    }
    if context.is_catalogue {
        context.note_of_catalogue(&role);
    }
    let files = arguments.origin.then_some(&files);
    match arguments.as_what {
        ShowAs::Card if !arguments.offer.given().is_empty() => Err(Failure::usage(
            "employer, place, contract, hours, pay and contact stand in a job description",
        )
        .hint(format!("add --as job-description: {}", job_command(&role, arguments.format)))),
        ShowAs::Card => card(subject, arguments, files, &context, console),
        ShowAs::JobDescription if arguments.origin => {
            Err(Failure::usage("a job description does not say which file says what")
                .hint(format!("the card does: roles show {} --origin", pasteable(&arguments.id))))
        }
        ShowAs::JobDescription => job_description(subject, arguments, &context, console),
    }
}

/// Leads whoever names several things to show to what shows them.
fn side_by_side(arguments: &ShowArgs, registry: &Registry) -> Result<()> {
    if arguments.more.is_empty() {
        return Ok(());
    }
    let named = [&arguments.id].into_iter().chain(&arguments.more).map(String::as_str);
    let named: Vec<&str> = named.collect();
    let whole = named.join(" ");
    let is_role = |written: &str| {
        is_offered(written) || matches!(names::role_if_any(registry, written), Ok(Some(_)))
    };
    let failure = Failure::usage("show is about one role or one task");
    let is_one_name = matches!(names::subject(registry, &whole), Ok(Some(_)))
        || !named.iter().any(|word| word.contains('/') || is_role(word));
    Err(if is_one_name {
        failure.hint(format!("a name of several words: roles show {}", pasteable(&whole)))
    } else if named.iter().all(|word| is_role(word)) {
        let named: Vec<String> = named.into_iter().map(pasteable).collect();
        failure.hint(format!("side by side: roles compare {}", named.join(" ")))
    } else {
        failure.hint(format!("one at a time: roles show {}", pasteable(named[0])))
    })
}

fn card(
    subject: Subject,
    arguments: &ShowArgs,
    files: Option<&Sources>,
    context: &Context,
    console: &mut Console,
) -> Result<Status> {
    let registry = &context.registry;
    let format = arguments.format.unwrap_or(Format::TABLE);
    if files.is_some() && format == Format::Json {
        return Err(Failure::usage(
            "--origin is for people: JSON does not say which file says what",
        )
        .hint("leave it out, or choose another format"));
    }
    let evidence = Evidence { sources: arguments.sources, files };
    match subject {
        Subject::Task(task) => {
            let page = |card: &TaskCard, reader: &Reader| pages::task_card(card, evidence, reader);
            let card = query::show_task(registry, task);
            let next = next::show_role(registry, Some(task.role));
            context.report(console, format, &card, page, json::task_card, next)
        }
        Subject::Role(role) => {
            let page = |card: &RoleCard, reader: &Reader| pages::role_card(card, evidence, reader);
            let card = query::show_role(registry, role);
            let next = next::show_task(registry, registry.tasks_of(role).next());
            context.report(console, format, &card, page, json::role_card, next)
        }
    }
}

fn job_description(
    subject: Subject,
    arguments: &ShowArgs,
    context: &Context,
    console: &mut Console,
) -> Result<Status> {
    let registry = &context.registry;
    let Subject::Role(role) = subject else {
        let role = &registry.role(subject.role()).id;
        return Err(Failure::usage("a job description is that of a role, not of one task")
            .hint(format!("the whole role's: {}", job_command(role.as_str(), arguments.format))));
    };
    let id = registry.role(role).id.as_str();
    let format = job_format(id, arguments.format)?;
    if context.is_catalogue {
        console.note("catalogue-role", &[("role", &id)]);
    }
    if let Some(what) = lacks(registry.role(role)) {
        console.note("note-lacks", &[("role", &id), ("what", &what)]);
    }
    let (job, offer) = (query::job_description(registry, role), arguments.offer.given());
    let reader = context.reader();
    let Some(format) = format else {
        json::job_description(&job, &offer, &reader, console.out)?;
        return Ok(Status::Done);
    };
    let document = pages::job_description(&job, &offer, arguments.sources, &reader);
    write_document(&document, format, &reader, console.out)?;
    let next = match format {
        DocumentFormat::Markdown => (job_command(id, None) + " -o job.html", "next-job-page"),
        DocumentFormat::Html => next::show_role(registry, Some(role)),
    };
    context.say_next(next, console)?;
    Ok(Status::Done)
}

fn job_command(role: &str, format: Option<Format>) -> String {
    let html = if format == Some(Format::HTML) { " --format html" } else { "" };
    format!("roles show {role} --as job-description{html}")
}

/// How a job description is written; none is for JSON.
fn job_format(role: &str, format: Option<Format>) -> Result<Option<DocumentFormat>> {
    let written = match format {
        None | Some(Format::MARKDOWN) => return Ok(Some(DocumentFormat::Markdown)),
        Some(Format::HTML) => return Ok(Some(DocumentFormat::Html)),
        Some(Format::Json) => return Ok(None),
        Some(Format::Page(other)) => other.as_str(),
    };
    let message = format!("a job description is Markdown, HTML or JSON, not {written}");
    Err(Failure::usage(message)
        .hint(format!("Markdown: {}", job_command(role, None)))
        .hint(format!("HTML: {}", job_command(role, Some(Format::HTML))))
        .hint(format!("the card: roles show {role} --format {written}")))
}

/// What the role's file could say for a job description, and does not.
fn lacks(role: &Role) -> Option<&'static str> {
    match (role.skills.is_empty(), role.measures.is_empty()) {
        (true, true) => Some("both"),
        (true, false) => Some("skills"),
        (false, true) => Some("measures"),
        (false, false) => None,
    }
}

pub fn compare(arguments: &CompareArgs, console: &mut Console) -> Result<Status> {
    let people = &arguments.people;
    let context = Context::load(Some(&people.team), OtherWords::LeaveOut, console)?;
    let registry = &context.registry;
    let format = arguments.format.format;
    if let [from, to] = &arguments.sizes[..] {
        let (before, after) = (names::size(registry, from)?, names::size(registry, to)?);
        let roster = people::roster(people, &context)?;
        if before == after && roster.people.len() <= registry.positions(Some(before)).len() {
            let message = format!("the company size '{from}' is compared with itself");
            let from = &registry.size(before).id;
            let hint = format!(
                "name two different sizes, or somebody who joins: roles compare --sizes {from} {from} --to Ana --to Luis"
            );
            return Err(Failure::usage(message).hint(hint));
        }
        company::check_positions(&roster, registry, Some(after))?;
        let growth = query::growth(registry, before, after, &roster);
        let options = company::options(Some(after), people, registry);
        let next = (format!("roles assign{options}"), "next-assign");
        return context.report(console, format, &growth, pages::growth, json::growth, next);
    }
    if !people.to.is_empty() || people.team.team.is_some() {
        return Err(Failure::usage("people are compared between two company sizes")
            .hint("for example: roles compare --sizes sme large --to Ana --to Luis"));
    }
    let wanted = catalogue::ids(&arguments.roles, registry, console)?;
    let in_catalogue: Vec<&str> = wanted
        .iter()
        .map(String::as_str)
        .filter(|id| catalogue::only_there(id, registry))
        .collect();
    let context = match in_catalogue[..] {
        [] => context,
        _ => catalogue::registry_with(&in_catalogue, console)?,
    };
    let registry = &context.registry;
    let roles = compared(&wanted, registry)?;
    let comparison = query::compare(registry, &roles);
    let next = match registry.sizes() {
        [.., smaller, largest] => {
            let sizes = format!("{} {}", smaller.id, largest.id);
            (format!("roles compare --sizes {sizes}"), "next-compare-sizes")
        }
        _ => next::show_role(registry, roles.first().copied()),
    };
    context.report(console, format, &comparison, pages::comparison, json::comparison, next)
}

/// The roles that were named, each once; with none or one, the two that there are.
fn compared(named: &[String], registry: &Registry) -> Result<Vec<RoleIx>> {
    let roles = named.iter().map(|id| names::role(registry, id)).collect::<Result<Vec<_>>>()?;
    let all: Vec<RoleIx> = registry.roles().collect();
    let ids: Vec<&str> = all.iter().map(|&role| registry.role(role).id.as_str()).collect();
    let failure = |message: &str| names::with_choice(Failure::usage(message), "", &ids, "roles");
    for (number, id) in named.iter().enumerate() {
        if named[..number].contains(id) {
            return Err(failure(&format!("the role '{id}' is compared with itself")));
        }
    }
    match (&roles[..], &all[..]) {
        ([], [one, other]) => Ok(vec![*one, *other]),
        ([named], [one, other]) => Ok(vec![*named, if named == one { *other } else { *one }]),
        ([] | [_], [] | [_]) => Err(failure("a comparison needs two roles")),
        ([], _) => Err(failure("name the roles to compare")),
        ([one], _) => {
            let id = &registry.role(*one).id;
            Err(failure(&format!("name a second role to compare '{id}' with")))
        }
        _ => Ok(roles),
    }
}
