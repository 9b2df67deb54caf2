//! The RACI matrix, derived: who does each task, who answers for it, who is asked beforehand and who is told afterwards.
//!
//! - **R**: whoever does the task in the assignment; where nobody is there, the vacant position.
//! - **A**, exactly one: whoever has the role that [`accountable`](super::accountable()) names. If several have it, it is
//!   their lead, else the one who does the task, else the first of those named for the role, else the first in order. If
//!   all of them are away, it is their deputy. If no position has that role, the highest role of the task's own reporting
//!   line that has a position answers in its place.
//! - **C**: the roles that the task consults, and the other side of a coordination task.
//! - **I**: the roles that the task informs, and whoever receives its handoffs.
//!
//! A role among the consulted or informed stands for everybody who does tasks of it. Whoever does a task or answers for
//! it need not be asked or told, and whoever is asked need not be told.

mod columns;

pub use columns::{Column, Counts, Letters, Reading};

use super::assign::{Assignment, Doer, Duty, Outcome, Reason};
use super::links::{TaskNumbers, area_order, positions_by_role, tasks_without_position};
use crate::model::{Registry, RoleIx, TaskRef};
use columns::{columns, read_down};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::mem;

/// The matrix. Its rows are made when they are asked for, because there may be many of them, and many columns.
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
    /// The number of each task's duty.
    numbers: TaskNumbers,
    /// For each duty, the columns of whoever does it and answers for it.
    pairs: Vec<(Vec<usize>, Option<usize>)>,
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
    /// Who does it; `None` if its role has no position.
    pub responsible: Vec<usize>,
    /// Who answers for it; `None` if no role of its reporting line has a position.
    pub accountable: Option<usize>,
    /// The cells that are not empty, by column.
    pub cells: Vec<(usize, Letters)>,
}

/// The matrix of an assignment.
pub fn raci<'a>(registry: &'a Registry, assignment: &'a Assignment<'a>) -> Raci<'a> {
    let mut raci = matrix(registry, assignment);
    let mut columns = mem::take(&mut raci.columns);
    for row in raci.rows() {
        for (column, letters) in row.cells {
            columns[column].counts.add(letters);
        }
    }
    read_down(&mut columns, assignment);
    Raci { columns, ..raci }
}

/// The matrix without what is counted down its columns.
pub(super) fn matrix<'a>(registry: &'a Registry, assignment: &'a Assignment<'a>) -> Raci<'a> {
    let lines = ReportingLines::new(registry, assignment);
    let mut who: Vec<(Vec<Doer>, Option<Accountable>)> = Vec::new();
    for duty in &assignment.duties {
        let doers = lines.responsible(duty);
        let answers = lines.accountable(duty.task, &doers);
        who.push((doers, answers));
    }
    // People, and vacant positions that have something to do; without people, all positions.
    let mut shown: BTreeSet<Doer> = assignment.doers().collect();
    for (doers, answers) in &who {
        shown.extend(doers.iter().copied().chain(answers.map(|answers| answers.by)));
    }
    let places: HashMap<Doer, usize> = shown.iter().copied().zip(0..).collect();
    let place = |doer: Doer| places.get(&doer).copied();
    let pairs = who.iter().map(|(doers, answers)| {
        let mut places: Vec<usize> = doers.iter().filter_map(|&doer| place(doer)).collect();
        places.sort_unstable();
        (places, answers.and_then(|answers| place(answers.by)))
    });
    let mut order: Vec<usize> = (0..who.len()).collect();
    order.sort_by_key(|&number| area_order(registry, assignment.duties[number].task));
    let mut raci = Raci {
        registry,
        assignment,
        columns: columns(assignment, shown),
        spokespeople: Vec::new(),
        stand_ins: Vec::new(),
        without_position: tasks_without_position(registry, &assignment.positions),
        order,
        numbers: TaskNumbers::new(registry),
        pairs: pairs.collect(),
        of_role: columns_of_roles(registry, &lines, &places, &who),
    };
    let mut said = HashSet::new();
    for &number in &raci.order {
        let Some(answers) = who[number].1 else { continue };
        let meant = lines.meant(assignment.duties[number].task);
        if meant != answers.role && said.insert((meant, answers.role)) {
            raci.stand_ins.push((meant, answers.role));
        }
        let place = place(answers.by).filter(|_| answers.is_first_of_several);
        if let Some(place) = place.filter(|_| said.insert((answers.role, answers.role))) {
            raci.spokespeople.push((answers.role, place));
        }
    }
    raci
}

impl Raci<'_> {
    /// Every task of the registry once, by area.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = Row> + Clone {
        self.order.iter().map(|&number| self.row(number))
    }

    /// The row of one task.
    pub fn row_of(&self, task: TaskRef) -> Row {
        self.row(self.numbers.of(task))
    }

    fn row(&self, number: usize) -> Row {
        let duty = &self.assignment.duties[number];
        let task = self.registry.task(duty.task);
        let (responsible, accountable) = self.pairs[number].clone();
        let mut cells = BTreeMap::new();
        // What counts more replaces what counts less.
        let receivers =
            task.handoffs.iter().flat_map(|handoff| &self.pairs[self.numbers.of(handoff.to)].0);
        cells.extend(receivers.map(|&place| (place, Letters::Informed)));
        for (roles, letters) in [
            (&task.informed[..], Letters::Informed),
            (&task.consulted, Letters::Consulted),
            (task.coordinates_with.as_slice(), Letters::Consulted),
        ] {
            let places = roles.iter().filter_map(|role| self.of_role.get(role));
            cells.extend(places.flatten().map(|&place| (place, letters)));
        }
        cells.extend(responsible.iter().map(|&place| (place, Letters::Responsible)));
        cells.extend(accountable.map(|place| {
            let does_it = responsible.contains(&place);
            (place, if does_it { Letters::Both } else { Letters::Accountable })
        }));
        Row {
            task: duty.task,
            reason: duty.reason(),
            responsible,
            accountable,
            cells: cells.into_iter().collect(),
        }
    }
}

/// For each role, whoever does tasks of it, or whoever holds it if nobody does.
fn columns_of_roles(
    registry: &Registry,
    lines: &ReportingLines,
    places: &HashMap<Doer, usize>,
    who: &[(Vec<Doer>, Option<Accountable>)],
) -> HashMap<RoleIx, Vec<usize>> {
    let mut of_role: HashMap<RoleIx, Vec<usize>> = HashMap::new();
    for (task, (doers, _)) in registry.tasks().zip(who) {
        let places = doers.iter().filter_map(|doer| places.get(doer));
        of_role.entry(task.role).or_default().extend(places);
    }
    of_role.retain(|_, columns| !columns.is_empty());
    for role in registry.roles() {
        let columns = of_role.entry(role).or_insert_with(|| {
            lines.holding(role).filter_map(|doer| places.get(&doer).copied()).collect()
        });
        columns.sort_unstable();
        columns.dedup();
    }
    of_role
}

/// Who answers for a task.
#[derive(Clone, Copy)]
struct Accountable {
    by: Doer,
    /// The role for which they answer.
    role: RoleIx,
    /// True if several hold it and none of them does the task.
    is_first_of_several: bool,
}

/// The reporting lines, and the positions that hold their roles.
struct ReportingLines<'a> {
    registry: &'a Registry,
    assignment: &'a Assignment<'a>,
    positions: HashMap<RoleIx, Vec<usize>>,
    /// The head of the reporting line of each role.
    heads: Vec<Option<RoleIx>>,
    /// The highest role of each reporting line that has a position.
    highest: Vec<Option<RoleIx>>,
}

impl<'a> ReportingLines<'a> {
    fn new(registry: &'a Registry, assignment: &'a Assignment<'a>) -> Self {
        let positions = positions_by_role(&assignment.positions);
        Self {
            heads: highest(registry, |_| true),
            highest: highest(registry, |role| positions.contains_key(&role)),
            registry,
            assignment,
            positions,
        }
    }

    /// Who does a task; if nobody is there, the vacant position. That there is no time is no reason for nobody to do it.
    fn responsible(&self, duty: &Duty) -> Vec<Doer> {
        match &duty.outcome {
            Outcome::Done { by, .. } => by.iter().map(|share| share.doer).collect(),
            Outcome::FellAway(doer) => vec![*doer],
            Outcome::Undone(Reason::NoTimeLeft) => self.holding(duty.task.role).take(1).collect(),
            Outcome::Undone(Reason::VacantPosition) => {
                duty.position.map(Doer::Position).into_iter().collect()
            }
            Outcome::Undone(Reason::NoPosition | Reason::FellAway) => Vec::new(),
        }
    }

    /// The role that is to answer for a task: [`accountable`](crate::query::accountable()) without walking up the line.
    fn meant(&self, task: TaskRef) -> RoleIx {
        let named = self.registry.task(task).accountable;
        let head = self.heads[task.role.index()];
        named.or(head).unwrap_or(task.role)
    }

    /// Who answers for a task that somebody does.
    fn accountable(&self, task: TaskRef, doers: &[Doer]) -> Option<Accountable> {
        let meant = self.meant(task);
        let is_held = self.positions.contains_key(&meant);
        let role = if is_held { meant } else { self.highest[task.role.index()]? };
        let candidates = self.assignment.candidates(role);
        let mut doing = doers.iter().copied();
        let doing = doing.find(|&doer| candidates.clone().any(|other| other == doer));
        let doing = self.assignment.lead(role).or(doing);
        Some(Accountable {
            by: doing.or_else(|| self.holding(role).next())?,
            role,
            is_first_of_several: doing.is_none() && candidates.len() > 1,
        })
    }

    /// Those who hold a role, or who stands in for them, or its first position if that is vacant.
    fn holding(&self, role: RoleIx) -> impl Iterator<Item = Doer> {
        let there = self.assignment.candidates(role);
        let instead = if there.len() == 0 {
            let first = self.positions.get(&role).and_then(|positions| positions.first());
            let vacant = first.map(|&first| Doer::Position(first));
            self.assignment.stand_in(role).or(vacant)
        } else {
            None
        };
        there.chain(instead)
    }
}

/// For each role, the highest role of its reporting line that fits, itself included. One pass is enough, because roles come
/// after those that they report to.
fn highest(registry: &Registry, fits: impl Fn(RoleIx) -> bool) -> Vec<Option<RoleIx>> {
    let mut highest = vec![None; registry.roles().len()];
    for role in registry.roles() {
        let above = registry.role(role).reports_to;
        let above = above.and_then(|above: RoleIx| highest[above.index()]);
        highest[role.index()] = above.or_else(|| fits(role).then_some(role));
    }
    highest
}
