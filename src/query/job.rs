//! A role as a job description: its duties, whom it works with, and what it does not do.

use super::links::Exchange;
use super::lookalikes::{Lookalike, lookalikes};
use super::show::{RoleCard, show_role};
use crate::model::{AreaIx, Importance, Registry, RoleIx, TaskRef};
use std::collections::BTreeMap;

/// What a job description says beyond the role's own texts.
#[derive(Debug)]
pub struct JobDescription<'r> {
    /// The role.
    pub role: RoleIx,
    /// The roles that report to it.
    pub reports: Vec<RoleIx>,
    /// The duties that the role is unthinkable without, by area.
    pub core: Vec<AreaDuties>,
    /// Those that come when the core is done, by area.
    pub supplemental: Vec<AreaDuties>,
    /// Every role that it has to do with, each once: the one that it reports to, those that report to it, the others.
    pub partners: Vec<Partner<'r>>,
    /// What it does not do, though one might think so; the most easily confused first.
    pub does_not: Vec<Lookalike<'r>>,
}

/// The duties about one area.
#[derive(Debug)]
pub struct AreaDuties {
    /// The area; `None` for duties without one, which come last.
    pub area: Option<AreaIx>,
    /// The duties, in the order of the role's file.
    pub tasks: Vec<TaskRef>,
}

/// Another role, and what the two have to do with one another.
#[derive(Debug)]
pub struct Partner<'r> {
    /// The other role.
    pub role: RoleIx,
    /// Whether the role reports to it.
    pub is_above: bool,
    /// Whether it reports to the role.
    pub is_below: bool,
    /// What the role hands over to it.
    pub gives: Vec<Exchange<'r>>,
    /// What the role receives from it.
    pub gets: Vec<Exchange<'r>>,
    /// Tasks of the role that need it as a partner.
    pub coordinates: Vec<TaskRef>,
    /// Tasks of its own that need the role as a partner.
    pub takes_part: Vec<TaskRef>,
}

/// The job description of a role.
pub fn job_description(registry: &Registry, role: RoleIx) -> JobDescription<'_> {
    let card = show_role(registry, role);
    let is_core = |task: &TaskRef| registry.task(*task).importance == Importance::Core;
    let (core, supplemental): (Vec<_>, Vec<_>) = card.tasks.iter().copied().partition(is_core);
    JobDescription {
        role,
        core: by_area(registry, &core),
        supplemental: by_area(registry, &supplemental),
        does_not: lookalikes(registry, &card),
        partners: partners(registry, &card),
        reports: card.reports,
    }
}

/// Duties that stand in the order of the areas, parted.
fn by_area(registry: &Registry, tasks: &[TaskRef]) -> Vec<AreaDuties> {
    let area = |task: &TaskRef| registry.task(*task).area;
    let parts = tasks.chunk_by(|one, next| area(one) == area(next));
    let duties =
        |part: &[TaskRef]| AreaDuties { area: part.first().and_then(area), tasks: part.to_vec() };
    parts.map(duties).collect()
}

fn partners<'r>(registry: &'r Registry, card: &RoleCard<'r>) -> Vec<Partner<'r>> {
    let mut partners = BTreeMap::new();
    if let Some(above) = registry.role(card.role).reports_to {
        partner(&mut partners, above).is_above = true;
    }
    for &below in &card.reports {
        partner(&mut partners, below).is_below = true;
    }
    for &exchange in &card.gives {
        partner(&mut partners, exchange.to.role).gives.push(exchange);
    }
    for &exchange in &card.gets {
        partner(&mut partners, exchange.from.role).gets.push(exchange);
    }
    for task in registry.tasks() {
        match registry.task(task).coordinates_with {
            Some(other) if task.role == card.role => {
                partner(&mut partners, other).coordinates.push(task);
            }
            Some(other) if other == card.role => {
                partner(&mut partners, task.role).takes_part.push(task);
            }
            Some(_) | None => {}
        }
    }
    let mut partners: Vec<Partner> = partners.into_values().collect();
    partners.sort_by_key(|partner| (!partner.is_above, !partner.is_below));
    partners
}

fn partner<'p, 'r>(
    partners: &'p mut BTreeMap<RoleIx, Partner<'r>>,
    role: RoleIx,
) -> &'p mut Partner<'r> {
    partners.entry(role).or_insert_with(|| Partner {
        role,
        is_above: false,
        is_below: false,
        gives: Vec::new(),
        gets: Vec::new(),
        coordinates: Vec::new(),
        takes_part: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve;
    use crate::source::{SourceFile, Sources};

    const LEAD: &str = "name: Lead\ntasks: [{id: plan, name: Plan, handoffs: [{to: desk/post}]}]\n";
    const DESK: &str = "\
name: Desk
reports_to: lead
tasks:
  - {id: extra, name: Extra, area: crisis, importance: supplemental}
  - {id: talk, name: Talk, coordinates_with: video}
  - {id: post, name: Post, area: crisis, handoffs: [{to: shop/sell}, {to: desk/talk}]}
  - {id: watch, name: Watch, area: analytics}
";
    const VIDEO: &str =
        "name: Video\nreports_to: desk\ntasks: [{id: ask, name: Ask, coordinates_with: desk}]\n";
    const SHOP: &str = "name: Shop\ntasks: [{id: sell, name: Sell}]\n";
    const FAR: &str = "name: Far\ntasks: [{id: cook, name: Cook}]\n";

    fn registry() -> Registry {
        let file = |(stem, text): (&str, &str)| {
            SourceFile::from_bytes(format!("{stem}.yaml"), stem.to_owned(), text.into())
        };
        let files = [
            ("desk", DESK),
            ("far", FAR),
            ("lead", LEAD),
            ("registry", "version: 1"),
            ("shop", SHOP),
            ("video", VIDEO),
        ];
        resolve::read(&Sources::of(files.map(file).into())).unwrap()
    }

    #[test]
    fn duties_stand_by_importance_and_area() {
        let registry = registry();
        let job = job_description(&registry, registry.role_by_id("desk").unwrap());
        let ids = |areas: &[AreaDuties]| {
            let id = |task: &TaskRef| registry.task(*task).id.to_string();
            let area = |duties: &AreaDuties| duties.tasks.iter().map(id).collect();
            areas.iter().map(area).collect::<Vec<Vec<String>>>()
        };
        assert_eq!(ids(&job.core), [["watch"], ["post"], ["talk"]]);
        assert_eq!(ids(&job.supplemental), [["extra"]]);
    }

    #[test]
    fn every_partner_stands_once_and_who_has_nothing_to_do_with_it_does_not() {
        let registry = registry();
        let job = job_description(&registry, registry.role_by_id("desk").unwrap());
        let known = |partner: &Partner| {
            (
                registry.role(partner.role).id.to_string(),
                (partner.is_above, partner.is_below),
                (partner.gives.len(), partner.gets.len()),
                (partner.coordinates.len(), partner.takes_part.len()),
            )
        };
        let expected = [
            ("lead", (true, false), (0, 1), (0, 0)),
            ("video", (false, true), (0, 0), (1, 1)),
            ("shop", (false, false), (1, 0), (0, 0)),
        ];
        let partners: Vec<_> = job.partners.iter().map(known).collect();
        assert_eq!(
            partners,
            expected.map(|(id, line, handoffs, together)| (
                id.to_owned(),
                line,
                handoffs,
                together
            ))
        );
    }
}
