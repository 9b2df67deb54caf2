//! The whole page of a registry, as `roles report` writes it.

use roles::model::Registry;
use roles::query::{self, Assignment, Roster};
use roles::render::pages::Plan;
use roles::render::{Company, Reader, Report, report};

/// The page, with these people in each company size.
pub fn whole(registry: &Registry, roster: &Roster, reader: &Reader) -> String {
    let ids = registry.sizes().iter().map(|size| size.id.as_str());
    let sizes: Vec<_> = ids.map(|id| registry.size_by_id(id)).chain([None]).collect();
    let plan = |&size| Plan::new(query::assign(registry, size, roster));
    let plans: Vec<Plan> = sizes.iter().map(plan).collect();
    let beyond = |&size| query::assign_without_limits(registry, size, roster);
    let beyond: Vec<Assignment> = sizes.iter().map(beyond).collect();
    let company = |(plan, assignment)| Company {
        plan,
        raci: query::raci(registry, assignment),
        chart: query::chart(registry, &plan.assignment),
    };
    let roles: Vec<_> = registry.roles().collect();
    let contents = Report {
        title: None,
        roles: query::roles(registry),
        comparison: (roles.len() > 1).then(|| query::compare(registry, &roles)),
        handoffs: query::handoffs(registry).collect(),
        companies: plans.iter().zip(&beyond).map(company).collect(),
        first: 0,
    };
    let mut page = Vec::new();
    report(&contents, reader, &mut page).expect("memory takes everything");
    String::from_utf8(page).expect("a page is text")
}
