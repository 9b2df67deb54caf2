//! What binds tasks to one another once it is known who does what: handoffs, and tasks that exist only between two.

use super::candidates::{Candidates, Doer};
use super::{Duty, HandoffDuty, Tie};
use crate::model::{Registry, RoleIx, TaskRef};
use crate::query::exchange::{self, Exchange};
use std::collections::HashMap;

/// A coordination task stays within one person if that person does everything that its partner role has to do.
pub(super) fn mark_coordination(registry: &Registry, candidates: &Candidates, duties: &mut [Duty]) {
    let mut doers: HashMap<RoleIx, Vec<Doer>> = HashMap::new();
    for duty in duties.iter() {
        if let Some(doer) = duty.doer() {
            let known = doers.entry(duty.task.role).or_default();
            if known.last() != Some(&doer) && !known.contains(&doer) {
                known.push(doer);
            }
        }
    }
    for (&role, pool) in &candidates.of_role {
        doers
            .entry(role)
            .or_insert_with(|| pool.all.iter().map(|&number| candidates.doer(number)).collect());
    }
    for duty in duties {
        let Some(partner) = registry.task(duty.task).coordinates_with else {
            continue;
        };
        let partners = doers.get(&partner).map(Vec::as_slice).unwrap_or_default();
        duty.coordination = Some(match (duty.doer(), partners) {
            (None, _) | (_, []) => Tie::NobodyThere,
            (Some(doer), [only]) if doer == *only => Tie::WithinOnePerson,
            (Some(_), _) => Tie::BetweenPeople,
        });
    }
}

pub(super) fn handoffs<'r>(registry: &'r Registry, duties: &[Duty]) -> Vec<HandoffDuty<'r>> {
    let doers: HashMap<TaskRef, Doer> =
        duties.iter().filter_map(|duty| Some((duty.task, duty.doer()?))).collect();
    let tie = |exchange: &Exchange| match (doers.get(&exchange.from), doers.get(&exchange.to)) {
        (Some(from), Some(to)) if from == to => Tie::WithinOnePerson,
        (Some(_), Some(_)) => Tie::BetweenPeople,
        (None, _) | (_, None) => Tie::NobodyThere,
    };
    exchange::handoffs(registry)
        .map(|exchange| HandoffDuty { exchange, tie: tie(&exchange) })
        .collect()
}
