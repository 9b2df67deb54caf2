//! A role as a job description: its duties, whom it works with, and what it does not do: the tasks of other roles that are
//! most easily taken for its own.

use super::cards::{RoleCard, show_role};
use super::likeness::{self, Alike};
use super::links::{Exchange, area_order};
use crate::model::{AreaIx, Importance, Registry, RoleIx, Staffing, TaskRef};
use crate::normalize::fold;
use std::collections::{BTreeMap, HashSet};

/// The most tasks of other roles; nobody reads a longer list of what is not their work.
const MOST: usize = 6;
/// As a common area alone says little, such tasks are listed only up to this many in all.
const FEW: usize = 3;

/// What a job description says beyond the role's own texts.
#[derive(Debug)]
pub struct JobDescription<'r> {
    /// The role.
    pub role: RoleIx,
    /// The roles that report to it.
    pub reports: Vec<RoleIx>,
    /// The duties that the role is unthinkable without, by area.
    pub core: Vec<TaskRef>,
    /// Those that come when the core is done, by area.
    pub supplemental: Vec<TaskRef>,
    /// Every role that it has to do with, each once: the one that it reports to, those that report to it, the others.
    pub partners: Vec<(RoleIx, Partner<'r>)>,
    /// Tasks of other roles that are easily taken for its own, the most easily taken first; each with the one of its own
    /// that says nearly the same, if one does.
    pub does_not: Vec<(TaskRef, Option<TaskRef>)>,
}

/// What a role has to do with another one.
#[derive(Debug, Default)]
pub struct Partner<'r> {
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
    let (core, supplemental) = card.tasks.iter().copied().partition(is_core);
    let partners = partners(registry, &card);
    let near = neighbours(registry, role, &partners);
    JobDescription {
        role,
        core,
        supplemental,
        does_not: lookalikes(registry, &card, &near),
        partners,
        reports: card.reports,
    }
}

fn partners<'r>(registry: &'r Registry, card: &RoleCard<'r>) -> Vec<(RoleIx, Partner<'r>)> {
    let mut partners: BTreeMap<RoleIx, Partner> = BTreeMap::new();
    if let Some(above) = registry.role(card.role).reports_to {
        partners.entry(above).or_default().is_above = true;
    }
    for &below in &card.reports {
        partners.entry(below).or_default().is_below = true;
    }
    for &exchange in &card.gives {
        partners.entry(exchange.to.role).or_default().gives.push(exchange);
    }
    for &exchange in &card.gets {
        partners.entry(exchange.from.role).or_default().gets.push(exchange);
    }
    for task in registry.tasks() {
        match registry.task(task).coordinates_with {
            Some(other) if task.role == card.role => {
                partners.entry(other).or_default().coordinates.push(task);
            }
            Some(other) if other == card.role => {
                partners.entry(task.role).or_default().takes_part.push(task);
            }
            Some(_) | None => {}
        }
    }
    let mut partners: Vec<(RoleIx, Partner)> = partners.into_iter().collect();
    partners.sort_by_key(|(_, partner)| (!partner.is_above, !partner.is_below));
    partners
}

/// The roles that a role borders on: those that it has to do with, those with a prerequisite or an overlap between the
/// two, and those that stand beside it in a position.
fn neighbours(registry: &Registry, role: RoleIx, known: &[(RoleIx, Partner)]) -> HashSet<RoleIx> {
    let mut near: HashSet<RoleIx> = known.iter().map(|(other, _)| *other).collect();
    for task in registry.tasks() {
        let details = registry.task(task);
        let overlaps = details.overlaps.iter();
        let overlaps = overlaps.filter_map(|(role, _)| registry.role_by_id(role.as_str()));
        for other in details.after.iter().map(|before| before.role).chain(overlaps) {
            if task.role == role {
                near.insert(other);
            } else if other == role {
                near.insert(task.role);
            }
        }
    }
    for size in registry.sizes() {
        if let Staffing::Custom(positions) = &size.staffing {
            let held = positions.iter().filter(|position| position.roles.contains(&role));
            near.extend(held.flat_map(|position| &position.roles));
        }
    }
    near
}

/// The tasks of roles that the role borders on that are most easily confused with its own, each once, at most six.
///
/// Tasks that say nearly the same as one of its own come first, the nearest before the others. Then come those that give to
/// one of its tasks or get from it, first where both are about the same area. Then, if these are fewer than three, those
/// about an area in which the role has a task too. Otherwise they stand in the order of areas and roles.
///
/// Left out are tasks that the role shares, because the same text stands among its own, and those for which the other
/// role needs it as a partner: it has a part in both.
fn lookalikes(
    registry: &Registry,
    card: &RoleCard,
    near: &HashSet<RoleIx>,
) -> Vec<(TaskRef, Option<TaskRef>)> {
    let default = registry.preference(None);
    let text = |task: TaskRef| fold(registry.task(task).name.pick(&default));
    let area = |task: TaskRef| registry.task(task).area;
    // The texts of the role's own tasks, and of each that is taken, so that no text is said twice.
    let mut said: HashSet<String> = card.tasks.iter().map(|&task| text(task)).collect();
    let mut candidates = candidates(registry, card, near);
    let similarity = |alike: Option<Alike>| alike.map_or(0.0, |alike| alike.similarity);
    candidates.sort_by_cached_key(|(task, _, links)| {
        let mut areas = links.iter().map(|link| (area(link.from), area(link.to)));
        let is_near = areas.any(|(from, to)| from.is_some() && from == to);
        (links.is_empty(), !is_near, area_order(registry, *task), *task)
    });
    candidates
        .sort_by(|(_, one, _), (_, other, _)| similarity(*other).total_cmp(&similarity(*one)));
    let mut taken = Vec::new();
    for (task, alike, links) in candidates {
        let most = if alike.is_some() || !links.is_empty() { MOST } else { FEW };
        if taken.len() < most && said.insert(text(task)) {
            taken.push((task, alike.map(|alike| alike.tasks[0])));
        }
    }
    taken
}

/// The tasks that may be listed, with their likeness to one of the role's own and what links them with these.
fn candidates<'r>(
    registry: &Registry,
    card: &RoleCard<'r>,
    near: &HashSet<RoleIx>,
) -> Vec<(TaskRef, Option<Alike>, Vec<Exchange<'r>>)> {
    let mut found: BTreeMap<TaskRef, (Option<Alike>, Vec<Exchange>)> = BTreeMap::new();
    let is_together = |task: TaskRef| registry.task(task).coordinates_with == Some(card.role);
    let mut others: Vec<TaskRef> = registry.tasks().collect();
    others
        .retain(|&task| task.role != card.role && near.contains(&task.role) && !is_together(task));
    for alike in likeness::nearest(registry, &card.tasks, &others) {
        found.entry(alike.tasks[1]).or_default().0 = Some(alike);
    }
    for &exchange in card.gives.iter().filter(|given| !is_together(given.to)) {
        found.entry(exchange.to).or_default().1.push(exchange);
    }
    for &exchange in card.gets.iter().filter(|got| !is_together(got.from)) {
        found.entry(exchange.from).or_default().1.push(exchange);
    }
    let area = |task: &TaskRef| registry.task(*task).area;
    let areas: HashSet<AreaIx> = card.tasks.iter().filter_map(area).collect();
    for task in others {
        if area(&task).is_some_and(|area| areas.contains(&area)) {
            found.entry(task).or_default();
        }
    }
    found.into_iter().map(|(task, (alike, links))| (task, alike, links)).collect()
}
