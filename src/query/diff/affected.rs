//! Whose tasks are others than before: in each company size that both registries have, and in the team if both have one.
//! Who does, answers for, is asked and is told, the RACI matrix says.

use super::pairs::Pairs;
use super::said::Thing;
use crate::model::{Position, Registry, SizeIx, TaskRef};
use crate::query::assign::{Doer, Reason, Roster, assign_without_limits};
use crate::query::raci::{Column, Letters, Raci, matrix};
use std::collections::{BTreeMap, HashMap};

/// Somebody who has something to do with other tasks than before.
#[derive(Debug)]
pub struct Affected<'r> {
    /// The company size in the new registry; without one, it is the team.
    pub size: Option<SizeIx>,
    /// Who it is.
    pub who: Who<'r>,
    /// What they have to do with the tasks.
    pub part: Part,
    /// Whether they have it now, and had not; else they had it, and have no longer.
    pub is_new: bool,
    /// The tasks, of the registry in which they have it.
    pub tasks: Vec<TaskRef>,
}

/// A person or a position of a company.
#[derive(Clone, Debug)]
pub enum Who<'r> {
    /// The name of a person.
    Person(String),
    /// A position, and whether it is one of the new registry.
    Position(Position<'r>, bool),
}

words! {
    /// What somebody has to do with a task.
    Part {
        /// Does it.
        Does = "does",
        /// Answers for it.
        Answers = "answers",
        /// Is asked beforehand.
        Asked = "asked",
        /// Is told afterwards.
        Told = "told",
    }
}

/// Everybody who is affected: of the team, then of each company size.
pub fn affected<'r>(pairs: &Pairs<'r>) -> Vec<Affected<'r>> {
    let mut all = Vec::new();
    if let [Some(old), Some(new)] = pairs.registries.map(Registry::team) {
        let rosters = [old, new].map(Roster::from);
        let sizes = [0, 1].map(|side| rosters[side].size(pairs.registries[side]));
        all.extend(in_company(pairs, None, sizes, &rosters));
    }
    let nobody = [Roster::default(), Roster::default()];
    for pair in &pairs.all {
        if let [Some(Thing::Size(old)), Some(Thing::Size(new))] = *pair {
            all.extend(in_company(pairs, Some(new), [Some(old), Some(new)], &nobody));
        }
    }
    all
}

fn in_company<'r>(
    pairs: &Pairs<'r>,
    size: Option<SizeIx>,
    sizes: [Option<SizeIx>; 2],
    rosters: &[Roster; 2],
) -> Vec<Affected<'r>> {
    let company = |side: usize| move || Involved::new(pairs, side, sizes[side], &rosters[side]);
    let (mut old, Involved { mut doers, parts: new }) = rayon::join(company(0), company(1));
    let known: HashMap<Key, usize> = doers.iter().map(|doer| doer.0.clone()).zip(0..).collect();
    let mut numbers = Vec::with_capacity(old.doers.len());
    for doer in old.doers {
        numbers.push(known.get(&doer.0).copied().unwrap_or(doers.len()));
        doers.extend((!known.contains_key(&doer.0)).then_some(doer));
    }
    let mut found: BTreeMap<(usize, Part, bool), Vec<TaskRef>> = BTreeMap::new();
    for (pair, (old, new)) in pairs.all.iter().zip(old.parts.iter_mut().zip(new)) {
        for (doer, _) in &mut *old {
            *doer = numbers[*doer];
        }
        old.sort_unstable();
        for (own, others, end, is_old) in
            [(&new, &*old, pair[1], false), (old, &new, pair[0], true)]
        {
            let is_own =
                |it: &_| own.binary_search(it).is_ok() && others.binary_search(it).is_err();
            for &(doer, part) in own.iter().filter(|it| is_own(*it)) {
                // Whoever does it and answers for it, does it.
                if part != Part::Answers || !is_own(&(doer, Part::Does)) {
                    found.entry((doer, part, is_old)).or_default().extend(task(end));
                }
            }
        }
    }
    let affected = found.into_iter().map(|((doer, part, is_old), tasks)| {
        let who = doers[doer].1.clone();
        Affected { size, who, part, is_new: !is_old, tasks }
    });
    affected.collect()
}

fn task(thing: Option<Thing>) -> Option<TaskRef> {
    match thing {
        Some(Thing::Task(task)) => Some(task),
        _ => None,
    }
}

/// What makes somebody the same in both registries: the pair of the role that a position is; else whether it is a person,
/// and the name or id.
type Key = (Option<usize>, bool, String);

/// Who has which part in what, in one of the registries.
struct Involved<'r> {
    /// Everybody.
    doers: Vec<(Key, Who<'r>)>,
    /// Of each pair the parts that somebody has in what is a task here, by their numbers.
    parts: Vec<Vec<(usize, Part)>>,
}

impl<'r> Involved<'r> {
    fn new(pairs: &Pairs<'r>, side: usize, at: Option<SizeIx>, roster: &Roster) -> Self {
        let registry = pairs.registries[side];
        let position = |position: Position<'r>| {
            let key = match *position.roles {
                [role] if registry.role(role).id.as_str() == position.id => {
                    (Some(pairs.number(side, Thing::Role(role))), false, String::new())
                }
                _ => (None, false, position.id.to_owned()),
            };
            (key, Who::Position(position, side == 1))
        };
        let tasks = pairs.all.iter().map(|pair| task(pair[side]));
        if let [only] = registry.positions(at)[..]
            && roster.people.is_empty()
            && only.roles.len() == registry.roles().len()
        {
            // One person does everything, and has nobody to ask, to tell or to coordinate with.
            let is_done = |task: &TaskRef| registry.task(*task).coordinates_with.is_none();
            let parts = tasks.map(|task| task.filter(is_done).map(|_| (0, Part::Does)));
            let parts = parts.map(|part| part.into_iter().collect());
            return Self { doers: vec![position(only)], parts: parts.collect() };
        }
        let plan = assign_without_limits(registry, at, roster);
        let matrix = matrix(registry, &plan);
        let doer = |column: &Column| match column.doer {
            Doer::Person(_) => ((None, true, column.id.clone()), Who::Person(column.id.clone())),
            Doer::Position(number) => position(plan.positions[number]),
        };
        let parts = tasks.map(|task| task.map(|task| parts_of(&matrix, task)).unwrap_or_default());
        Self { doers: matrix.columns.iter().map(doer).collect(), parts: parts.collect() }
    }
}

/// Who has which part in a task, by the numbers of the columns; nobody in one that falls away.
fn parts_of(matrix: &Raci, task: TaskRef) -> Vec<(usize, Part)> {
    let row = matrix.row_of(task);
    let is_here = row.reason != Some(Reason::FellAway);
    let cells = row.cells.into_iter().filter(|_| is_here);
    let parts = cells.flat_map(|(column, letters)| {
        let parts: &[Part] = match letters {
            Letters::Both => &[Part::Does, Part::Answers],
            Letters::Responsible => &[Part::Does],
            Letters::Accountable => &[Part::Answers],
            Letters::Consulted => &[Part::Asked],
            Letters::Informed => &[Part::Told],
        };
        parts.iter().map(move |&part| (column, part))
    });
    parts.collect()
}
