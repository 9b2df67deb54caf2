//! Workers who may take the same tasks, directly or by way of others: each group is shared out by itself.

use super::table::Table;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Some workers, and all the tasks that only they may take.
pub struct Group {
    /// The workers, in order.
    pub workers: Vec<usize>,
    /// Their tasks that have an estimate and are not pinned: core first, then the longest.
    pub items: Vec<usize>,
}

/// The groups that have tasks to share.
pub fn groups(table: &Table) -> Vec<Group> {
    let mut above: Vec<usize> = (0..table.workers.len()).collect();
    let is_free = |&item: &usize| {
        let item = &table.items[item];
        item.hours.is_some() && !item.pinned && !item.candidates.all.is_empty()
    };
    let free: Vec<usize> = (0..table.items.len()).filter(is_free).collect();
    let mut seen = None;
    for &item in &free {
        let candidates = table.items[item].candidates.all;
        // Tasks of a role come one after another and share their candidates.
        if seen.replace(candidates.as_ptr()) == Some(candidates.as_ptr()) {
            continue;
        }
        for &other in &candidates[1..] {
            let (one, other) = (root(&mut above, candidates[0]), root(&mut above, other));
            above[one.max(other)] = one.min(other);
        }
    }
    let mut groups: BTreeMap<usize, Group> = BTreeMap::new();
    for &item in &free {
        let place = root(&mut above, table.items[item].candidates.all[0]);
        let group =
            groups.entry(place).or_insert_with(|| Group { workers: Vec::new(), items: Vec::new() });
        group.items.push(item);
    }
    for worker in 0..above.len() {
        let place = root(&mut above, worker);
        if let Some(group) = groups.get_mut(&place) {
            group.workers.push(worker);
        }
    }
    for group in groups.values_mut() {
        let order = |&item: &usize| (!table.items[item].core, Reverse(table.hours(item)));
        group.items.sort_by_key(order);
    }
    groups.into_values().collect()
}

/// The first worker of a group; the way there gets shorter each time.
fn root(above: &mut [usize], mut worker: usize) -> usize {
    while above[worker] != worker {
        above[worker] = above[above[worker]];
        worker = above[worker];
    }
    worker
}
