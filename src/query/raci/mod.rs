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

mod beyond;
mod columns;
mod holders;

pub use beyond::assign_beyond_hours;
pub use columns::{Column, Counts, Reading};

use super::assign::{Assignment, Reason};
use super::list::area_order;
use crate::model::{Registry, RoleIx, TaskRef};
use columns::{Places, read_down};
use holders::{Answer, Holder, Holders};
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

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Letters {
    /// Does the task and answers for it.
    Both,
    /// Does the task.
    Responsible,
    /// Answers for it.
    Accountable,
    /// Is asked beforehand.
    Consulted,
    /// Is told afterwards.
    Informed,
}

impl Letters {
    /// The letters of machine output.
    pub fn as_str(self) -> &'static str {
        match self {
            Letters::Both => "RA",
            Letters::Responsible => "R",
            Letters::Accountable => "A",
            Letters::Consulted => "C",
            Letters::Informed => "I",
        }
    }
}

/// The matrix of an assignment.
pub fn raci<'a>(registry: &'a Registry, assignment: &'a Assignment<'a>) -> Raci<'a> {
    let duties = &assignment.duties;
    let holders = Holders::new(registry, assignment);
    let who: Vec<(Option<Holder>, Option<Answer>)> = duties
        .iter()
        .map(|duty| {
            let doer = holders.doer(duty);
            (doer, holders.answer(duty.task, doer))
        })
        .collect();
    let busy = who.iter().flat_map(|(doer, answer)| {
        let answer = answer.map(|answer| answer.holder);
        [*doer, answer].into_iter().flatten()
    });
    let places = Places::new(assignment, busy);
    let place = |holder: Holder| places.of(holder);
    let pairs: Vec<(Option<usize>, Option<usize>)> = who
        .iter()
        .map(|(doer, answer)| {
            let answer = answer.and_then(|answer| place(answer.holder));
            (doer.and_then(place), answer)
        })
        .collect();
    let mut order: Vec<usize> = (0..duties.len()).collect();
    order.sort_by_key(|&number| area_order(registry, duties[number].task));
    let mut raci = Raci {
        registry,
        assignment,
        columns: places.columns(assignment),
        spokespeople: Vec::new(),
        stand_ins: Vec::new(),
        without_position: holders.without_position(),
        first: first_duties(registry),
        of_role: columns_of_roles(registry, &holders, &places, &who),
        order,
        pairs,
    };
    let mut said = HashSet::new();
    for &number in &raci.order {
        let Some(answer) = who[number].1 else {
            continue;
        };
        let meant = holders.meant(duties[number].task);
        if meant != answer.role && said.insert((meant, answer.role)) {
            raci.stand_ins.push((meant, answer.role));
        }
        let place = place(answer.holder).filter(|_| answer.is_first_of_several);
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
    pub fn rows(&self) -> impl ExactSizeIterator<Item = Row> {
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
            reason: duty.reason,
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

/// The number of the first duty of each role: duties stand in the order of the registry's tasks.
fn first_duties(registry: &Registry) -> Vec<usize> {
    let mut first = vec![0; registry.roles().len()];
    let mut next = 0;
    for role in registry.roles() {
        first[role.index()] = next;
        next += registry.role(role).tasks.len();
    }
    first
}

/// Whoever does tasks of each role; of a role that nobody does tasks of, whoever holds it.
fn columns_of_roles(
    registry: &Registry,
    holders: &Holders,
    places: &Places,
    who: &[(Option<Holder>, Option<Answer>)],
) -> HashMap<RoleIx, Vec<usize>> {
    let mut of_role: HashMap<RoleIx, Vec<usize>> = HashMap::new();
    for (task, (doer, _)) in registry.tasks().zip(who) {
        if let Some(place) = doer.and_then(|doer| places.of(doer)) {
            of_role.entry(task.role).or_default().push(place);
        }
    }
    for role in registry.roles() {
        let columns = of_role.entry(role).or_insert_with(|| {
            let holders = holders.of_role(role).into_iter();
            holders.filter_map(|holder| places.of(holder)).collect()
        });
        columns.sort_unstable();
        columns.dedup();
    }
    of_role
}
