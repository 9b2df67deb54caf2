//! The order of need: what is done first where the hours do not suffice for everything.

use crate::model::{Cadence, Importance, Registry, TaskRef};
use crate::query::links::in_order;

/// Every task, as its number in the registry's order: pinned; core before supplemental; daily before weekly, and so on to
/// yearly, once, then ongoing or no rhythm; then the registry's order. What a task waits for stands before the first that
/// waits for it.
pub(in crate::query) fn order_of_need(
    registry: &Registry,
    is_pinned: impl Fn(TaskRef) -> bool,
) -> Vec<usize> {
    let tasks: Vec<TaskRef> = registry.tasks().collect();
    let rank = |&number: &usize| {
        let task = registry.task(tasks[number]);
        let rhythm = match task.cadence {
            Some(Cadence::Ongoing) | None => usize::MAX,
            Some(cadence) => cadence as usize,
        };
        (!is_pinned(tasks[number]), task.importance == Importance::Supplemental, rhythm)
    };
    let mut order: Vec<usize> = (0..tasks.len()).collect();
    order.sort_by_cached_key(rank);
    in_order(registry, &mut order, |&number| tasks[number]);
    order
}
