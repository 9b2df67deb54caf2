//! What is to be shown of an assignment, and what its parts are called.

use crate::query::{Assignment, Doer, Duty, Move, Outcome, Reason};
use crate::render::reader::Reader;

/// An assignment, and what is to be shown of it.
#[derive(Debug)]
pub struct Plan<'r> {
    /// Who does what.
    pub assignment: Assignment<'r>,
    /// The only person whose part is shown.
    pub only: Option<usize>,
    /// What changes hands because of those who are away.
    pub handovers: Vec<Move>,
}

/// What the sections are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// Whoever does the tasks.
    #[default]
    Person,
    /// Areas.
    Area,
    /// Cadences.
    Cadence,
    /// Roles.
    Role,
}

impl<'r> Plan<'r> {
    /// The whole of an assignment with everybody there.
    pub fn new(assignment: Assignment<'r>) -> Self {
        Self { assignment, only: None, handovers: Vec::new() }
    }

    /// Whether somebody's part is shown.
    pub(super) fn shows(&self, doer: Option<Doer>) -> bool {
        self.only.is_none() || doer.and_then(Doer::person) == self.only
    }

    /// The tasks that are shown.
    pub fn duties(&self) -> Vec<&Duty> {
        self.assignment.duties.iter().filter(|duty| self.shows(duty.doer())).collect()
    }
}

/// A plan on its way to a page.
pub(super) struct Writer<'p, 'r> {
    pub plan: &'p Plan<'r>,
    pub by: By,
    /// Whether to say why.
    pub explain: bool,
    /// Whether it is a list to tick off.
    pub checklist: bool,
    pub reader: &'p Reader<'r>,
    /// Who does all of the shown tasks that anybody does.
    pub only_doer: Option<Doer>,
}

impl Writer<'_, '_> {
    pub fn doer_name(&self, doer: Doer) -> String {
        self.reader.doer_name(&self.plan.assignment, doer)
    }

    /// The name of the position that holds a duty.
    pub fn position_name(&self, duty: &Duty) -> Option<String> {
        let position = &self.plan.assignment.positions[duty.position?];
        Some(self.reader.position_name(position))
    }

    /// Who does a task, or why nobody does.
    pub fn who(&self, duty: &Duty) -> String {
        match duty.outcome {
            Outcome::Done { by, .. } => self.doer_name(by),
            Outcome::Undone(reason) => self.reason(reason),
        }
    }

    pub fn reason(&self, reason: Reason) -> String {
        self.reader.words.word(&format!("reason-{}", reason.as_str()))
    }

    /// The task's name, with the mark of a coordination task that has nobody else to coordinate with.
    pub fn task(&self, duty: &Duty) -> String {
        let name = self.reader.task(duty.task);
        if duty.is_within_one_person() {
            format!("{name} ({})", self.reader.words.word("within-one-person"))
        } else {
            name.to_owned()
        }
    }
}
