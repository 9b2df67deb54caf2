//! Exchanges tasks of the same length so that an area is in fewer hands: nobody gets busier by that.

use super::table::Table;
use crate::model::Hours;
use std::collections::BTreeMap;

/// So many pairs are looked at, at most.
const MOST_PAIRS: usize = 30_000;

/// Exchanges tasks as long as that helps.
pub fn exchange(table: &mut Table, items: &[usize]) {
    let mut by_hours: BTreeMap<Option<Hours>, Vec<usize>> = BTreeMap::new();
    for &item in items {
        if table.doer(item).is_some() && table.items[item].candidates.len() > 1 {
            by_hours.entry(table.items[item].hours).or_default().push(item);
        }
    }
    let mut pairs = 0;
    loop {
        let mut helped = false;
        for equal in by_hours.values() {
            for (place, &one) in equal.iter().enumerate() {
                for &other in &equal[place + 1..] {
                    pairs += 1;
                    if pairs > MOST_PAIRS {
                        return;
                    }
                    helped |= try_exchange(table, one, other);
                }
            }
        }
        if !helped {
            return;
        }
    }
}

fn try_exchange(table: &mut Table, one: usize, other: usize) -> bool {
    let (Some(here), Some(there)) = (table.doer(one), table.doer(other)) else {
        return false;
    };
    let may = |item: usize, doer| {
        let candidates = table.items[item].candidates;
        candidates.binary_search(&doer).is_ok()
    };
    let same_area = table.items[one].area == table.items[other].area;
    if here == there || same_area || !may(one, there) || !may(other, here) {
        return false;
    }
    // A hand less where a task is the last of its area, a hand more where it is the first.
    let is_last = |doer, item| usize::from(table.at_home(doer, item) == 1);
    let is_first = |doer, item: usize| {
        usize::from(table.items[item].area.is_some() && table.at_home(doer, item) == 0)
    };
    let fewer = is_last(here, one) + is_last(there, other);
    let more = is_first(there, one) + is_first(here, other);
    let helps = fewer > more;
    if helps {
        table.take(one);
        table.take(other);
        table.give_whole(one, there);
        table.give_whole(other, here);
    }
    helps
}
