//! `roles assign`, `roles raci`, `roles risks`, `roles who` and `roles chart`: who does which task, who answers for it, what
//! could go wrong, and who reports to whom; and `roles report`, which has all of it on one HTML page.

use super::args::{
    AssignArgs, ChartArgs, ChartFormat, Format, RaciArgs, ReportArgs, RisksArgs, WhoArgs,
};
use super::console::pasteable;
use super::next::{self, Next, size_flag};
use super::{Console, Context, Failure, Result, Status, calendars, company, people, registry};
use crate::model::{Date, Registry, SizeIx};
use crate::query::{self, Chart, Rivals, Roster, Verdict};
use crate::render::pages::{Asked, By, Plan};
use crate::render::{self, Argument, Company, Page, Reader, Report, chart, json, pages};
use crate::source::OtherWords;
use chrono::Datelike;

const MOST_COMPARED: usize = 6;

pub fn assign(arguments: &AssignArgs, console: &mut Console) -> Result<Status> {
    let mut context = Context::of_company(&arguments.company, console)?;
    let start = calendars::start(arguments, console.environment)?;
    if let Some(start) = start {
        context.day = Date::new(start.year(), start.month(), start.day());
    }
    let registry = &context.registry;
    let hours = people::hours(arguments.hours.as_deref())?;
    let (mut roster, size) = company::named(&arguments.company, &context)?;
    roster.hours = hours;
    let mut plan = company::plan(&roster, registry, size);
    if let Some(name) = &arguments.person {
        plan.only = Some(people::present(name, &roster)?);
    }
    let is_overview = arguments.by == By::Person
        && arguments.format.0.is_some_and(|format| console.shows_table(format))
        && !(arguments.all.all || arguments.explain || arguments.person.is_some())
        && pages::is_large(&plan);
    let next = match size {
        _ if is_overview => {
            let mut options = company::options(size, &arguments.company.people, registry);
            options.extend(arguments.hours.iter().map(|hours| company::option("--hours", hours)));
            (format!("roles assign{options} --all"), "next-assign-all")
        }
        Some(size) if roster.people.is_empty() && hours.is_none() => {
            let flag = size_flag(registry.size(size));
            (format!("roles assign {flag} --hours 10"), "next-assign-hours")
        }
        _ if roster.people.is_empty() => next::compare(registry),
        size => {
            let options = company::options(size, &arguments.company.people, registry);
            (format!("roles raci{options}"), "next-raci")
        }
    };
    if let Some(start) = start {
        calendars::write(arguments, &plan, start, &context, console)?;
        context.say_next(next, console)?;
    } else {
        let format = arguments.format.0.unwrap_or(Format::TABLE);
        let page = |plan: &Plan, reader: &Reader| assignment(arguments, plan, is_overview, reader);
        context.report(console, format, &plan, page, json::assignment, next)?;
    }
    let is_undone = plan.assignment.totals.unassigned.tasks > 0;
    Ok(if arguments.strict && is_undone { Status::Found } else { Status::Done })
}

fn assignment(arguments: &AssignArgs, plan: &Plan, is_overview: bool, reader: &Reader) -> Page {
    // A list to tick off has no room for reasons.
    let is_checklist = arguments.by == By::Cadence
        && arguments.format.0 == Some(Format::MARKDOWN)
        && !arguments.explain;
    if is_overview {
        pages::overview(plan, reader)
    } else if is_checklist {
        pages::checklist(plan, reader)
    } else {
        pages::assignment(plan, arguments.by, arguments.explain, reader)
    }
}

pub fn raci(arguments: &RaciArgs, console: &mut Console) -> Result<Status> {
    let context = Context::of_company(&arguments.company, console)?;
    let registry = &context.registry;
    let (roster, size) = company::named(&arguments.company, &context)?;
    let assignment = query::assign_without_limits(registry, size, &roster);
    let raci = query::raci(registry, &assignment);
    let format = arguments.format.format;
    // A page is read like the report, whose cells hold names.
    let page = if format == Format::HTML { pages::raci_in_words } else { pages::raci };
    let options = company::options(size, &arguments.company.people, registry);
    let next = (format!("roles risks{options}"), "next-risks");
    context.report(console, format, &raci, page, json::raci, next)
}

pub fn risks(arguments: &RisksArgs, console: &mut Console) -> Result<Status> {
    let context = Context::of_company(&arguments.company, console)?;
    let registry = &context.registry;
    let hours = people::hours(arguments.hours.as_deref())?;
    let (mut roster, size) = company::named(&arguments.company, &context)?;
    roster.hours = hours;
    let mut options = company::options(size, &arguments.company.people, registry);
    options.extend(arguments.hours.iter().map(|hours| company::option("--hours", hours)));
    let risks = query::risks(registry, size, &roster);
    let next = (format!("roles assign{options}"), "next-assign");
    context.report(console, arguments.format.format, &risks, pages::risks, json::risks, next)
}

pub fn who(arguments: &WhoArgs, console: &mut Console) -> Result<Status> {
    let context = Context::load(Some(&arguments.team), OtherWords::Read, console)?;
    let registry = &context.registry;
    let question = arguments.words.join(" ");
    if !query::has_words(&question) {
        let failure = Failure::usage("there are no words to look for");
        return Err(failure.hint("such as: roles who answers comments"));
    }
    let catalogue = registry::catalogue_beside(registry, console)?;
    let rivals = Rivals::new(registry, &catalogue);
    let answer = query::who(registry, &rivals, &question);
    let roster = people::team(&context);
    let size = roster.size(registry);
    let team = (!roster.people.is_empty()).then(|| query::Company::new(registry, size, roster));
    let (question, team, catalogue) = (&*question, team.as_ref(), &catalogue);
    let asked = Asked { question, answer: &answer, team, catalogue };
    let next = next_of(&asked, registry);
    context.report(console, arguments.format.format, &asked, pages::answer, json::answer, next)?;
    Ok(if answer.verdict == Verdict::Nobody { Status::Found } else { Status::Done })
}

fn next_of(asked: &Asked, registry: &Registry) -> Next {
    let answer = asked.answer;
    if let Some(found) = answer.matches.first() {
        next::show_task(registry, Some(found.task))
    } else if let [role] = answer.roles[..] {
        next::show_role(registry, Some(role))
    } else if let (Some(&person), Some(team)) = (answer.people.first(), asked.team) {
        let person = company::option("--person", &team.people[person].name);
        (format!("roles assign{person}"), "next-assign")
    } else if let Some(task) = answer.elsewhere.first() {
        next::add(asked.catalogue, task.role)
    } else {
        next::list_tasks()
    }
}

pub fn chart(arguments: &ChartArgs, console: &mut Console) -> Result<Status> {
    let context = Context::of_company(&arguments.company, console)?;
    let registry = &context.registry;
    let (roster, size) = company::any(&arguments.company, &context)?;
    let assignment = query::assign(registry, size, &roster);
    let mut shown = query::chart(registry, &assignment);
    if let Some(levels) = &arguments.depth {
        shown = shown.down_to(number("--depth", "a number of levels", levels)?);
    }
    match arguments.named.as_deref() {
        Some("all") => shown.named = usize::MAX,
        Some(named) => shown.named = number("--people", "all or a number of people", named)?,
        None => {}
    }
    let reader = context.reader();
    if !matches!(arguments.format, ChartFormat::Tree | ChartFormat::Json) {
        // The drawings have no place for it.
        for note in chart::notes(&shown, &reader) {
            console.note_text(&note);
        }
    }
    match arguments.format {
        ChartFormat::Tree => {
            chart::tree(&shown, &reader, console.terminal(), console.out)?;
            let next = if size.is_none() && roster.people.is_empty() {
                ("roles report -o report.html".to_owned(), "next-report")
            } else {
                let options = company::options(size, &arguments.company.people, registry);
                (format!("roles assign{options}"), "next-assign")
            };
            context.say_next(next, console)?;
        }
        ChartFormat::Mermaid => mermaid(&shown, &context, console)?,
        ChartFormat::Dot => chart::dot(&shown, &reader, console.out)?,
        ChartFormat::Svg => chart::svg(&shown, &reader, console.out)?,
        ChartFormat::Json => json::chart(&shown, &reader, console.out)?,
    }
    Ok(Status::Done)
}

fn number(option: &str, what: &str, written: &str) -> Result<usize> {
    match written.parse() {
        Ok(number) if number > 0 && !written.starts_with('+') => Ok(number),
        _ => {
            let message = format!("{option} takes {what} from 1 on, not '{written}'");
            Err(Failure::usage(message).hint(format!("for example: {option} 2")))
        }
    }
}

/// Writes a chart for Mermaid, with a note if that would refuse to draw it.
fn mermaid(shown: &Chart, context: &Context, console: &mut Console) -> Result<()> {
    let mut text = Vec::new();
    chart::mermaid(shown, &context.reader(), &mut text)?;
    console.out.write_all(&text)?;
    let arrows = shown.nodes.iter().filter(|node| node.above.is_some()).count();
    let text = String::from_utf8_lossy(&text);
    // JavaScript counts them in UTF-16.
    let characters = text.encode_utf16().count();
    if arrows > chart::MOST_ARROWS || characters > chart::MOST_CHARACTERS {
        let counts: [(&str, &dyn Argument); 4] = [
            ("arrows", &arrows),
            ("characters", &characters),
            ("mostarrows", &chart::MOST_ARROWS),
            ("mostcharacters", &chart::MOST_CHARACTERS),
        ];
        console.note("note-mermaid", &counts);
    }
    Ok(())
}

pub fn report(arguments: &ReportArgs, console: &mut Console) -> Result<Status> {
    let context = Context::of_company(&arguments.company, console)?;
    if console.environment.out_is_terminal {
        return Err(Failure::usage("the page is HTML, which nobody reads in a terminal")
            .hint("roles report -o report.html writes it to a file; -o - shows it all the same"));
    }
    if let Some(word) = arguments.company.word.as_deref().filter(|word| word.contains('.')) {
        return Err(Failure::usage(format!("'{word}' stands here without a flag"))
            .hint(format!("did you mean '-o {}'?", pasteable(word))));
    }
    let registry = &context.registry;
    let (roster, chosen) = company::any(&arguments.company, &context)?;
    let nobody = Roster::default();
    let mut companies: Vec<(Option<SizeIx>, &Roster)> = Vec::new();
    if !roster.people.is_empty() {
        companies.push((chosen, &roster));
    }
    companies.extend(registry.every_size().map(|size| (Some(size), &nobody)));
    let first = companies.iter().position(|(size, _)| *size == chosen);
    let mut plans = Vec::new();
    for &(size, roster) in &companies {
        let plan = company::plan(roster, registry, size);
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
    render::report(&contents, &context.reader().without_json(), console.out)?;
    Ok(Status::Done)
}
