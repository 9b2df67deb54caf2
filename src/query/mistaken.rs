//! What a role does not do, though one might think so: the tasks of other roles that are most easily taken for its own.

use super::exchange::Exchange;
use super::likeness::nearest_likenesses;
use super::list::area_order;
use super::show::RoleCard;
use crate::fold::fold;
use crate::model::{AreaIx, Registry, TaskRef};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

/// Nobody reads a longer list of what is not their work.
const MOST: usize = 6;

/// A task of another role that is easily taken for one of this role.
#[derive(Debug)]
pub struct Mistaken<'r> {
    /// The other role's task.
    pub task: TaskRef,
    /// The role's own task that says nearly the same.
    pub alike: Option<TaskRef>,
    /// What the role gives to it.
    pub gives: Vec<Exchange<'r>>,
    /// What the role gets from it.
    pub gets: Vec<Exchange<'r>>,
}

/// The tasks of other roles that are most easily confused with the role's own, each once, at most six.
///
/// First come tasks that say nearly the same as one of its own; the nearest first. Then those that give to one of its
/// tasks or get from it; first where both are about the same area. Then those that are about an area in which the role
/// has a task too. Otherwise they stand in the order of areas and roles.
///
/// Left out are tasks that the role shares, because the same text stands among its own, and those for which the other
/// role needs it as a partner: it has a part in both.
pub(super) fn mistaken<'r>(registry: &'r Registry, card: &RoleCard<'r>) -> Vec<Mistaken<'r>> {
    let default = registry.preference(None);
    let text = |task: TaskRef| fold(registry.task(task).name.pick(&default));
    // What the role does itself, and then each task that is taken: the same text is said once.
    let mut said: HashSet<String> = card.tasks.iter().map(|&task| text(task)).collect();
    let mut candidates = candidates(registry, card);
    candidates.sort_by_cached_key(|candidate| rank(registry, candidate));
    let mut taken = Vec::new();
    for candidate in candidates {
        if taken.len() < MOST && said.insert(text(candidate.mistaken.task)) {
            taken.push(candidate.mistaken);
        }
    }
    taken
}

/// A task that may be taken, and how alike it is to one of the role's own, in hundredths.
struct Candidate<'r> {
    mistaken: Mistaken<'r>,
    likeness: u8,
}

fn candidates<'r>(registry: &'r Registry, card: &RoleCard<'r>) -> Vec<Candidate<'r>> {
    let mut found: BTreeMap<TaskRef, Candidate> = BTreeMap::new();
    let is_together = |task: TaskRef| registry.task(task).coordinates_with == Some(card.role);
    let others = || {
        let others = registry.tasks().filter(|task| task.role != card.role);
        others.filter(|&task| !is_together(task))
    };
    for alike in nearest_likenesses(registry, &card.tasks, others()) {
        let [own, other] = alike.tasks;
        let candidate = candidate(&mut found, other);
        candidate.mistaken.alike = Some(own);
        candidate.likeness = hundredths(alike.similarity);
    }
    for &exchange in card.gives.iter().filter(|given| !is_together(given.to)) {
        let candidate = candidate(&mut found, exchange.to);
        candidate.mistaken.gives.push(exchange);
    }
    for &exchange in card.gets.iter().filter(|got| !is_together(got.from)) {
        let candidate = candidate(&mut found, exchange.from);
        candidate.mistaken.gets.push(exchange);
    }
    let area = |task: TaskRef| registry.task(task).area;
    let areas: HashSet<AreaIx> = card.tasks.iter().filter_map(|&task| area(task)).collect();
    for task in others().filter(|&task| area(task).is_some_and(|area| areas.contains(&area))) {
        candidate(&mut found, task);
    }
    found.into_values().collect()
}

fn candidate<'f, 'r>(
    found: &'f mut BTreeMap<TaskRef, Candidate<'r>>,
    task: TaskRef,
) -> &'f mut Candidate<'r> {
    found.entry(task).or_insert_with(|| Candidate {
        mistaken: Mistaken {
            task,
            alike: None,
            gives: Vec::new(),
            gets: Vec::new(),
        },
        likeness: 0,
    })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share lies between 0 and 1"
)]
fn hundredths(share: f64) -> u8 {
    (share * 100.0).round() as u8
}

/// Where a candidate stands: the more alike, then the linked, and of those the ones about the same area as their link.
fn rank(
    registry: &Registry,
    Candidate { mistaken, likeness }: &Candidate,
) -> (Reverse<u8>, bool, bool, (bool, Option<AreaIx>), TaskRef) {
    let area = |task: TaskRef| registry.task(task).area;
    let links = || mistaken.gives.iter().chain(&mistaken.gets);
    let is_near = |link: &Exchange| {
        let area = area(link.from).filter(|&from| area(link.to) == Some(from));
        area.is_some()
    };
    (
        Reverse(*likeness),
        links().next().is_none(),
        !links().any(is_near),
        area_order(registry, mistaken.task),
        mistaken.task,
    )
}
