//! `roles report`: everything on one HTML page.

use super::args::{ReportArgs, ReportFormat};
use super::console::pasteable;
use super::{Console, Context, Failure, Status, company};
use crate::model::SizeIx;
use crate::query::{self, Roster};
use crate::render::{Company, Report, report};
use crate::source::OtherWords;

/// The most roles that are compared side by side.
const MOST_COMPARED: usize = 6;

/// Makes the page.
pub fn run(arguments: &ReportArgs, console: &mut Console) -> Result<Status, Failure> {
    let context = Context::load(Some(&arguments.people.team), OtherWords::LeaveOut, console)?;
    let ReportFormat::Html = arguments.format;
    if console.environment.out_is_terminal {
        return Err(Failure::usage("the page is HTML, which nobody reads in a terminal")
            .hint("roles report -o report.html writes it to a file; -o - shows it all the same"));
    }
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
    report(&contents, &context.reader().without_json(), console.out)?;
    Ok(Status::Done)
}
