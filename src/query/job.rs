//! A role as a job description: its duties, whom it works with, and what it does not do.

use super::exchange::Exchange;
use super::mistaken::{Mistaken, mistaken};
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
    pub does_not: Vec<Mistaken<'r>>,
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
        does_not: mistaken(registry, &card),
        partners: partners(registry, &card),
        reports: card.reports,
    }
}

/// Duties that stand in the order of the areas, parted.
fn by_area(registry: &Registry, tasks: &[TaskRef]) -> Vec<AreaDuties> {
    let area = |task: &TaskRef| registry.task(*task).area;
    let parts = tasks.chunk_by(|one, next| area(one) == area(next));
    let duties = |part: &[TaskRef]| AreaDuties {
        area: part.first().and_then(area),
        tasks: part.to_vec(),
    };
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
        partner(&mut partners, exchange.to.role)
            .gives
            .push(exchange);
    }
    for &exchange in &card.gets {
        partner(&mut partners, exchange.from.role)
            .gets
            .push(exchange);
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
