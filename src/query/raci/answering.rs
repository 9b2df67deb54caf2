//! Who does each task in a matrix, and who answers for it.

use crate::model::{Registry, RoleIx, TaskRef};
use crate::query::assign::{Assignment, Doer, Duty, Outcome, Reason};
use crate::query::links::positions_by_role;
use std::collections::HashMap;

/// Who answers for a task.
#[derive(Clone, Copy)]
pub(super) struct Answer {
    pub by: Doer,
    /// The role for which they answer.
    pub role: RoleIx,
    /// Whether others hold it too, and none of them does the task.
    pub is_first_of_several: bool,
}

/// The reporting lines, and the positions that hold their roles.
pub(super) struct Lines<'a> {
    registry: &'a Registry,
    assignment: &'a Assignment<'a>,
    positions: HashMap<RoleIx, Vec<usize>>,
    /// The head of the reporting line of each role.
    heads: Vec<Option<RoleIx>>,
    /// The highest role of each reporting line that has a position.
    highest: Vec<Option<RoleIx>>,
}

impl<'a> Lines<'a> {
    pub fn new(registry: &'a Registry, assignment: &'a Assignment<'a>) -> Self {
        let positions = positions_by_role(&assignment.positions);
        Self {
            heads: highest(registry, |_| true),
            highest: highest(registry, |role| positions.contains_key(&role)),
            registry,
            assignment,
            positions,
        }
    }

    /// Who does a task; where nobody is there, the vacant position. That there is no time is no reason for nobody to do it.
    pub fn doer(&self, duty: &Duty) -> Option<Doer> {
        match duty.outcome {
            Outcome::Done { by, .. } => Some(by),
            Outcome::Undone(Reason::NoTimeLeft) => self.holding(duty.task.role).next(),
            Outcome::Undone(Reason::VacantPosition) => duty.position.map(Doer::Position),
            Outcome::Undone(Reason::NoPosition) => None,
        }
    }

    /// The role that is to answer for a task: [`accountable`](crate::query::accountable()) without walking up the line.
    pub fn meant(&self, task: TaskRef) -> RoleIx {
        let named = self.registry.task(task).accountable;
        let head = self.heads[task.role.index()];
        named.or(head).unwrap_or(task.role)
    }

    /// Who answers for a task that somebody does.
    pub fn answer(&self, task: TaskRef, doer: Option<Doer>) -> Option<Answer> {
        let meant = self.meant(task);
        let is_held = self.positions.contains_key(&meant);
        let role = if is_held { meant } else { self.highest[task.role.index()]? };
        let doing = doer.filter(|&doer| self.assignment.is_named(role, doer));
        Some(Answer {
            by: doing.or_else(|| self.holding(role).next())?,
            role,
            is_first_of_several: doing.is_none() && self.assignment.named(role).len() > 1,
        })
    }

    /// Those who hold a role; its first position where that is vacant.
    pub fn holding(&self, role: RoleIx) -> impl Iterator<Item = Doer> {
        let named = self.assignment.named(role);
        let is_vacant = named.len() == 0;
        let first = self.positions.get(&role).and_then(|positions| positions.first());
        named.chain(first.filter(|_| is_vacant).map(|&first| Doer::Position(first)))
    }
}

/// For each role the highest role of its reporting line that fits, itself included. Roles come after those that they
/// report to, so one look at each is enough.
fn highest(registry: &Registry, fits: impl Fn(RoleIx) -> bool) -> Vec<Option<RoleIx>> {
    let mut highest = vec![None; registry.roles().len()];
    for role in registry.roles() {
        let above = registry.role(role).reports_to;
        let above = above.and_then(|above: RoleIx| highest[above.index()]);
        highest[role.index()] = above.or_else(|| fits(role).then_some(role));
    }
    highest
}
