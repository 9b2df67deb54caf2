//! What changes when a company goes from one size to another.

use super::assign::{Assignment, Roster, Tie, assign};
use super::exchange::Exchange;
use super::list::area_order;
use super::staffing::Seat;
use crate::model::{Registry, SizeIx, TaskRef};
use std::collections::{BTreeMap, HashMap};

/// The step from one company size to another, position by position.
#[derive(Debug)]
pub struct Growth<'r> {
    /// The size before.
    pub from: SizeIx,
    /// The size after.
    pub to: SizeIx,
    /// The positions before.
    pub seats_before: Vec<Seat<'r>>,
    /// The positions after.
    pub seats_after: Vec<Seat<'r>>,
    /// Who goes on as whom: positions before and after that keep the most tasks between them.
    pub continues: Vec<(usize, usize)>,
    /// Tasks that go to somebody else.
    pub moves: Vec<Move>,
    /// Tasks that stay with the same person.
    pub stays: Vec<Move>,
    /// Handoffs that were within one person and now go between two.
    pub appearing: Vec<Exchange<'r>>,
    /// Handoffs that went between two people and are now within one.
    pub vanishing: Vec<Exchange<'r>>,
    /// Coordination tasks that now have somebody to coordinate with.
    pub coordination: Vec<TaskRef>,
    /// Coordination tasks that now stay within one person.
    pub coordination_gone: Vec<TaskRef>,
}

/// A task and its positions, before and after; `None` where no position holds its role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// The task.
    pub task: TaskRef,
    /// The position before.
    pub from: Option<usize>,
    /// The position after.
    pub to: Option<usize>,
}

/// Compares two company sizes.
pub fn growth(registry: &Registry, from: SizeIx, to: SizeIx) -> Growth<'_> {
    let before = assign(registry, Some(from), &Roster::default(), None);
    let after = assign(registry, Some(to), &Roster::default(), None);
    let mut steps: Vec<Move> = before
        .duties
        .iter()
        .zip(&after.duties)
        .map(|(old, new)| Move {
            task: old.task,
            from: old.seat,
            to: new.seat,
        })
        .collect();
    steps.sort_by_key(|step| area_order(registry, step.task));
    let continues = continuing(&steps);
    let as_before: HashMap<usize, usize> = continues.iter().copied().collect();
    let is_same = |step: &Move| match (step.from, step.to) {
        (Some(from), Some(to)) => as_before.get(&from) == Some(&to),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    };
    let (stays, moves) = steps.into_iter().partition(is_same);
    let (appearing, vanishing) = changed_handoffs(&before, &after);
    let (within, between) = (Some(Tie::WithinOnePerson), Some(Tie::BetweenPeople));
    let turned = |from: Option<Tie>, to: Option<Tie>| {
        let pairs = before.duties.iter().zip(&after.duties);
        pairs
            .filter(|(old, new)| (old.coordination, new.coordination) == (from, to))
            .map(|(old, _)| old.task)
            .collect()
    };
    let coordination = turned(within, between);
    let coordination_gone = turned(between, within);
    Growth {
        from,
        to,
        seats_before: before.seats,
        seats_after: after.seats,
        continues,
        moves,
        stays,
        appearing,
        vanishing,
        coordination,
        coordination_gone,
    }
}

/// Matches positions, those with the most common tasks first; each goes on as one at most.
fn continuing(steps: &[Move]) -> Vec<(usize, usize)> {
    let mut common: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for step in steps {
        if let (Some(from), Some(to)) = (step.from, step.to) {
            *common.entry((from, to)).or_default() += 1;
        }
    }
    let mut pairs: Vec<((usize, usize), usize)> = common.into_iter().collect();
    pairs.sort_by_key(|&((from, to), tasks)| (std::cmp::Reverse(tasks), from, to));
    let (mut taken_before, mut taken_after) = (
        std::collections::HashSet::new(),
        std::collections::HashSet::new(),
    );
    let mut matched = Vec::new();
    for ((from, to), _) in pairs {
        if !taken_before.contains(&from) && !taken_after.contains(&to) {
            taken_before.insert(from);
            taken_after.insert(to);
            matched.push((from, to));
        }
    }
    matched.sort_unstable();
    matched
}

fn changed_handoffs<'r>(
    before: &Assignment<'r>,
    after: &Assignment<'r>,
) -> (Vec<Exchange<'r>>, Vec<Exchange<'r>>) {
    let (mut appearing, mut vanishing) = (Vec::new(), Vec::new());
    for (old, new) in before.handoffs.iter().zip(&after.handoffs) {
        if (old.tie, new.tie) == (Tie::WithinOnePerson, Tie::BetweenPeople) {
            appearing.push(new.exchange);
        } else if (old.tie, new.tie) == (Tie::BetweenPeople, Tie::WithinOnePerson) {
            vanishing.push(new.exchange);
        }
    }
    (appearing, vanishing)
}
