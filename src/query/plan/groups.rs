//! People who may do the same tasks, directly or by way of others: each group is planned by itself.

use super::table::Table;
use std::collections::BTreeMap;

/// Some people, and all the tasks that only they may do.
#[derive(Default)]
pub struct Group {
    /// The people, in order.
    pub people: Vec<usize>,
    /// Their tasks that are not pinned, in the order of need.
    pub items: Vec<usize>,
}

/// The groups that have tasks which are not pinned; `order` is the order of need.
pub fn groups(table: &Table, order: &[usize]) -> Vec<Group> {
    let mut above: Vec<usize> = (0..table.limits.len()).collect();
    let is_free =
        |&item: &usize| !table.items[item].pinned && !table.items[item].candidates.is_empty();
    let free: Vec<usize> = order.iter().copied().filter(is_free).collect();
    let mut seen = None;
    for &item in &free {
        let candidates = table.items[item].candidates;
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
        let place = root(&mut above, table.items[item].candidates[0]);
        groups.entry(place).or_default().items.push(item);
    }
    for person in 0..above.len() {
        let place = root(&mut above, person);
        if let Some(group) = groups.get_mut(&place) {
            group.people.push(person);
        }
    }
    groups.into_values().collect()
}

/// The first person of a group; the way there gets shorter each time.
fn root(above: &mut [usize], mut person: usize) -> usize {
    while above[person] != person {
        above[person] = above[above[person]];
        person = above[person];
    }
    person
}
