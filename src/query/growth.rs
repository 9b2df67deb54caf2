//! What changes when a company goes from one size to another, and what to hand over first when somebody arrives.

use super::assign::{Assignment, Company, Doer, Load, Move, Roster, Tie, assign};
use super::links::{Exchange, area_order};
use crate::model::{Cadence, Holds, Hours, Registry, SizeIx, TaskRef};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The step from one company size to another, doer by doer: people if there are any, otherwise positions.
#[derive(Debug)]
pub struct Growth<'r> {
    /// Who does what before.
    pub before: Assignment<'r>,
    /// Who does what after.
    pub after: Assignment<'r>,
    /// Who goes on as whom: the same person; without people, positions that keep the most tasks between them.
    pub continues: Vec<(Doer, Doer)>,
    /// Tasks that go to somebody else.
    pub moves: Vec<Move>,
    /// Tasks that stay with the same person.
    pub stays: Vec<Move>,
    /// What to hand over first, if somebody arrives.
    pub first: Option<First>,
    /// Handoffs that were within one person and now go between two.
    pub appearing: Vec<Exchange<'r>>,
    /// Handoffs that went between two people and are now within one.
    pub vanishing: Vec<Exchange<'r>>,
    /// Coordination tasks that now have somebody to coordinate with.
    pub coordination: Vec<TaskRef>,
    /// Coordination tasks that now stay within one person.
    pub coordination_gone: Vec<TaskRef>,
}

/// What somebody who arrives takes over first: of the tasks that go over to them, those that come round most often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct First {
    /// Who arrives: a doer after the step.
    pub newcomer: Doer,
    /// Who hands the most over to them: a doer before the step.
    pub giver: Doer,
    /// The tasks, those that take the most time first.
    pub tasks: Vec<TaskRef>,
    /// How often they come round; `None` if they have no rhythm.
    pub cadence: Option<Cadence>,
    /// What they come to.
    pub load: Load,
    /// What everything that goes over to the newcomer comes to.
    pub all: Load,
    /// What others do that these tasks rely on: their prerequisites, and what is handed over to them.
    pub needs: Vec<TaskRef>,
}

/// Compares two company sizes. Of the people, the first are there before the step: as many as the smaller size has
/// positions, whatever they are meant for later.
pub fn growth<'r>(registry: &'r Registry, from: SizeIx, to: SizeIx, roster: &Roster) -> Growth<'r> {
    let before = assign(registry, Some(from), &those_before(registry, from, roster));
    let after = assign(registry, Some(to), roster);
    let pairs = before.duties.iter().zip(&after.duties);
    let mut steps: Vec<Move> =
        pairs.map(|(from, to)| Move { from: from.clone(), to: to.clone() }).collect();
    steps.sort_by_key(|step| area_order(registry, step.to.task));
    let continues = if roster.people.is_empty() {
        continuing(&steps)
    } else {
        let stay = after.present().filter(|(person, _)| *person < before.people.len());
        stay.map(|(person, _)| (Doer::Person(person), Doer::Person(person))).collect()
    };
    let as_before: HashMap<Doer, Doer> = continues.iter().copied().collect();
    let is_same = |step: &Move| {
        let as_before = step.from.doers().map(|doer| as_before.get(&doer).copied());
        as_before.eq(step.to.doers().map(Some))
    };
    let (stays, moves): (Vec<Move>, Vec<Move>) = steps.into_iter().partition(is_same);
    let grows = after.doers().count() > before.doers().count();
    let first = grows.then(|| first(&after, &continues, &moves)).flatten();
    let handoffs = before.handoffs.iter().zip(&after.handoffs);
    let (appearing, vanishing) =
        turned(handoffs.map(|(old, new)| (old.0, Some(old.1), Some(new.1))));
    let duties = before.duties.iter().zip(&after.duties);
    let (coordination, coordination_gone) =
        turned(duties.map(|(old, new)| (old.task, old.coordination, new.coordination)));
    Growth {
        before,
        after,
        continues,
        moves,
        stays,
        first,
        appearing,
        vanishing,
        coordination,
        coordination_gone,
    }
}

/// The people who are there before the step, for as long as it takes: what they are meant for counts as far as this size
/// has a position for it.
fn those_before(registry: &Registry, size: SizeIx, roster: &Roster) -> Roster {
    let mut before = roster.complete();
    before.people.truncate(registry.positions(Some(size)).len());
    let company = Company::new(registry, Some(size), before.clone());
    for (person, filled) in before.people.iter_mut().zip(&company.filled) {
        // Whoever is alone in a size of one position does everything.
        if filled.is_empty() || company.positions.len() == 1 {
            person.holds = Holds::Anything;
        }
        person.hours_per_week = None;
        person.deputy = None;
    }
    before.hours = None;
    // What is pinned to people who are not there yet is pinned to nobody.
    before.pins.retain(|pin| pin.person < before.people.len());
    before
}

/// Matches positions, those with the most tasks in common first; each goes on as at most one other.
fn continuing(steps: &[Move]) -> Vec<(Doer, Doer)> {
    let mut common: BTreeMap<(Doer, Doer), usize> = BTreeMap::new();
    for step in steps {
        for (from, to) in step.from.doers().zip(step.to.doers()) {
            *common.entry((from, to)).or_default() += 1;
        }
    }
    let mut pairs: Vec<((Doer, Doer), usize)> = common.into_iter().collect();
    pairs.sort_by_key(|&(pair, tasks)| (Reverse(tasks), pair));
    let (mut taken_before, mut taken_after) = (HashSet::new(), HashSet::new());
    pairs.retain(|((from, to), _)| {
        let is_free = !taken_before.contains(from) && !taken_after.contains(to);
        is_free && taken_before.insert(*from) && taken_after.insert(*to)
    });
    let mut matched: Vec<(Doer, Doer)> = pairs.into_iter().map(|(pair, _)| pair).collect();
    matched.sort_unstable();
    matched
}

/// Finds whoever takes over the most of those who arrive, and what of that comes round most often.
fn first(after: &Assignment, continues: &[(Doer, Doer)], moves: &[Move]) -> Option<First> {
    let registry = after.registry;
    let mut arriving: BTreeMap<Doer, Vec<(TaskRef, Doer)>> = BTreeMap::new();
    for step in moves {
        if let Some(from) = step.from.doers().next() {
            for to in step.to.doers().filter(|to| !step.from.is_of(*to)) {
                arriving.entry(to).or_default().push((step.to.task, from));
            }
        }
    }
    for (_, known) in continues {
        arriving.remove(known);
    }
    let time = |task: TaskRef| registry.task(task).hours_per_week.unwrap_or_default();
    let total =
        |moved: &[(TaskRef, Doer)]| moved.iter().map(|&(task, _)| time(task)).sum::<Hours>();
    let (newcomer, taken) = arriving
        .into_iter()
        .min_by_key(|(newcomer, moved)| (Reverse(total(moved)), Reverse(moved.len()), *newcomer))?;
    let rhythm = |task: TaskRef| often(registry.task(task).cadence);
    let most_often = taken.iter().map(|&(task, _)| rhythm(task)).min()?;
    let mut tasks: Vec<TaskRef> = taken.iter().map(|&(task, _)| task).collect();
    tasks.retain(|&task| rhythm(task) == most_often);
    tasks.sort_by_key(|&task| Reverse(time(task)));
    let mut givers: BTreeMap<Doer, usize> = BTreeMap::new();
    for &(_, from) in &taken {
        *givers.entry(from).or_default() += 1;
    }
    let (giver, _) = givers.into_iter().min_by_key(|&(giver, tasks)| (Reverse(tasks), giver))?;
    Some(First {
        newcomer,
        giver,
        cadence: tasks.first().and_then(|&task| registry.task(task).cadence),
        load: Load::of(registry, tasks.iter().copied()),
        all: Load::of(registry, taken.iter().map(|&(task, _)| task)),
        needs: needs(after, newcomer, &tasks),
        tasks,
    })
}

/// What others do that these tasks need: what has to exist before them, or hands its result over to them.
fn needs(after: &Assignment, newcomer: Doer, tasks: &[TaskRef]) -> Vec<TaskRef> {
    let before = tasks.iter().flat_map(|&task| &after.registry.task(task).after);
    let mut wanted: HashSet<TaskRef> = before.copied().collect();
    let handoffs = after.handoffs.iter().filter(|(exchange, _)| tasks.contains(&exchange.to));
    wanted.extend(handoffs.map(|(exchange, _)| exchange.from));
    let duties = after.duties.iter().filter(|duty| wanted.contains(&duty.task));
    let elsewhere = duties.filter(|duty| !duty.is_of(newcomer));
    elsewhere.map(|duty| duty.task).collect()
}

/// A number that is smaller the more often a task comes round; an ongoing task comes before one without a rhythm.
fn often(cadence: Option<Cadence>) -> usize {
    match cadence {
        Some(Cadence::Once) => usize::MAX,
        Some(cadence) => cadence as usize,
        None => usize::MAX - 1,
    }
}

/// Sorts what was within one person and now goes between two into the first list, and the contrary into the second.
fn turned<T>(ties: impl Iterator<Item = (T, Option<Tie>, Option<Tie>)>) -> (Vec<T>, Vec<T>) {
    let (mut appearing, mut vanishing) = (Vec::new(), Vec::new());
    for (what, before, after) in ties {
        match (before, after) {
            (Some(Tie::WithinOnePerson), Some(Tie::BetweenPeople)) => appearing.push(what),
            (Some(Tie::BetweenPeople), Some(Tie::WithinOnePerson)) => vanishing.push(what),
            _ => {}
        }
    }
    (appearing, vanishing)
}
