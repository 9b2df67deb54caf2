//! The RACI matrix, derived: who does each task, who answers for it, who is asked beforehand and who is told afterwards.
//!
//! - **R**: whoever does the task in the assignment; where nobody is there, the vacant position.
//! - **A**, exactly one: the holder of the role that [`accountable`](super::accountable()) names. Of several holders it is
//!   the one who does the task, else the first of those named for the role, else the first in order. Where no position
//!   holds that role, the highest role of the task's own reporting line that has one answers in its place.
//! - **C**: the roles that the task consults, and the other side of a coordination task.
//! - **I**: the roles that the task informs, and whoever receives its handoffs.
//!
//! A role among the consulted or informed stands for everybody who does tasks of it. Whoever does a task or answers for
//! it need not be asked or told, and whoever is asked need not be told.

mod answering;
mod columns;

pub use columns::{Column, Counts, Letters, Reading};

use super::assign::{Assignment, Doer, Reason};
use super::links::{area_order, first_tasks, tasks_without_position};
use crate::model::{Registry, RoleIx, TaskRef};
use answering::{Answer, Lines};
use columns::{columns, doers_shown, read_down};
use std::collections::{BTreeMap, HashMap, HashSet};

/// The matrix. Its rows are made when they are asked for: there may be many of them, and many columns.
#[derive(Debug)]
pub struct Raci<'a> {
    registry: &'a Registry,
    /// Who does what.
    pub assignment: &'a Assignment<'a>,
    /// People in their order, then vacant positions; without people, all positions.
    pub columns: Vec<Column>,
    /// Roles that several hold, with the first of them, who answers for tasks that none of them does.
    pub spokespeople: Vec<(RoleIx, usize)>,
    /// Roles without a position, with those that answer in their place.
    pub stand_ins: Vec<(RoleIx, RoleIx)>,
    /// Roles without a position whose tasks nobody does.
    pub without_position: Vec<RoleIx>,
    /// The numbers of the duties as rows, by area.
    order: Vec<usize>,
    /// The number of the first duty of each role.
    first: Vec<usize>,
    /// For each duty, the columns of whoever does it and answers for it.
    pairs: Vec<(Option<usize>, Option<usize>)>,
    /// The columns that stand for each role.
    of_role: HashMap<RoleIx, Vec<usize>>,
}

/// One task and what everybody has to do with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The task.
    pub task: TaskRef,
    /// Why nobody does it.
    pub reason: Option<Reason>,
    /// Who does it; nobody where its role has no position.
    pub responsible: Option<usize>,
    /// Who answers for it; nobody where no role of its reporting line has a position.
    pub accountable: Option<usize>,
    /// The cells that are not empty, by column.
    pub cells: Vec<(usize, Letters)>,
}

/// The matrix of an assignment.
pub fn raci<'a>(registry: &'a Registry, assignment: &'a Assignment<'a>) -> Raci<'a> {
    let lines = Lines::new(registry, assignment);
    let mut who: Vec<(Option<Doer>, Option<Answer>)> = Vec::new();
    for duty in &assignment.duties {
        let doer = lines.doer(duty);
        who.push((doer, lines.answer(duty.task, doer)));
    }
    let busy = who.iter().flat_map(|(doer, answer)| [*doer, answer.map(|answer| answer.by)]);
    let shown = doers_shown(assignment, busy.flatten());
    let places: HashMap<Doer, usize> = shown.iter().copied().zip(0..).collect();
    let place = |doer: Doer| places.get(&doer).copied();
    let mut order: Vec<usize> = (0..who.len()).collect();
    order.sort_by_key(|&number| area_order(registry, assignment.duties[number].task));
    let mut raci = Raci {
        registry,
        assignment,
        columns: columns(assignment, &shown),
        spokespeople: Vec::new(),
        stand_ins: Vec::new(),
        without_position: tasks_without_position(registry, &assignment.positions),
        first: first_tasks(registry),
        of_role: columns_of_roles(registry, &lines, &places, &who),
        order,
        pairs: who
            .iter()
            .map(|(doer, answer)| {
                (doer.and_then(place), answer.and_then(|answer| place(answer.by)))
            })
            .collect(),
    };
    let mut said = HashSet::new();
    for &number in &raci.order {
        let Some(answer) = who[number].1 else {
            continue;
        };
        let meant = lines.meant(assignment.duties[number].task);
        if meant != answer.role && said.insert((meant, answer.role)) {
            raci.stand_ins.push((meant, answer.role));
        }
        let place = place(answer.by).filter(|_| answer.is_first_of_several);
        if let Some(place) = place.filter(|_| said.insert((answer.role, answer.role))) {
            raci.spokespeople.push((answer.role, place));
        }
    }
    let counts = raci.counts();
    read_down(&mut raci.columns, counts);
    raci
}

impl Raci<'_> {
    /// Every task of the registry once, by area.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = Row> + Clone {
        self.order.iter().map(|&number| self.row(number))
    }

    /// The row of one task.
    pub fn row_of(&self, task: TaskRef) -> Row {
        self.row(self.number(task))
    }

    /// The number of a task's duty.
    fn number(&self, task: TaskRef) -> usize {
        self.first[task.role.index()] + task.task as usize
    }

    fn row(&self, number: usize) -> Row {
        let duty = &self.assignment.duties[number];
        let task = self.registry.task(duty.task);
        let (responsible, accountable) = self.pairs[number];
        let mut cells = BTreeMap::new();
        // What counts more is written over what counts less.
        let receivers = task.handoffs.iter().map(|handoff| self.pairs[self.number(handoff.to)].0);
        cells.extend(receivers.flatten().map(|place| (place, Letters::Informed)));
        for (roles, letters) in [
            (&task.informed[..], Letters::Informed),
            (&task.consulted, Letters::Consulted),
            (task.coordinates_with.as_slice(), Letters::Consulted),
        ] {
            let places = roles.iter().filter_map(|role| self.of_role.get(role));
            cells.extend(places.flatten().map(|&place| (place, letters)));
        }
        cells.extend(responsible.map(|place| (place, Letters::Responsible)));
        let letters = if responsible == accountable { Letters::Both } else { Letters::Accountable };
        cells.extend(accountable.map(|place| (place, letters)));
        Row {
            task: duty.task,
            reason: duty.reason(),
            responsible,
            accountable,
            cells: cells.into_iter().collect(),
        }
    }

    fn counts(&self) -> Vec<Counts> {
        let mut counts = vec![Counts::default(); self.columns.len()];
        for row in self.rows() {
            for (column, letters) in row.cells {
                counts[column].add(letters);
            }
        }
        counts
    }
}

/// Whoever does tasks of each role; of a role that nobody does tasks of, whoever holds it.
fn columns_of_roles(
    registry: &Registry,
    lines: &Lines,
    places: &HashMap<Doer, usize>,
    who: &[(Option<Doer>, Option<Answer>)],
) -> HashMap<RoleIx, Vec<usize>> {
    let mut of_role: HashMap<RoleIx, Vec<usize>> = HashMap::new();
    for (task, (doer, _)) in registry.tasks().zip(who) {
        if let Some(place) = doer.and_then(|doer| places.get(&doer)) {
            of_role.entry(task.role).or_default().push(*place);
        }
    }
    for role in registry.roles() {
        let columns = of_role.entry(role).or_insert_with(|| {
            lines.holding(role).filter_map(|doer| places.get(&doer).copied()).collect()
        });
        columns.sort_unstable();
        columns.dedup();
    }
    of_role
}
