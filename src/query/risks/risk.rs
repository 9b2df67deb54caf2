//! The kinds of risks.

use crate::model::{Holds, Hours, Registry};
use crate::query::assign::{Assignment, Doer, Loss};

/// Something that could go wrong. Duties, positions, people and openings are numbers in the assignment.
///
/// The kinds are in the order of badness. A task that is lost when somebody is away is there once: as an absence, or as
/// what depends on one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Risk {
    /// Nobody does this duty, or nobody all of it.
    Undone(usize),
    /// This position has nobody; if those who fill it are away, only where that leaves tasks undone.
    VacantPosition(usize),
    /// The team waits with this opening for somebody who is not there yet.
    OpenVacancy(usize),
    /// More is pinned to somebody than they have hours.
    OverHours(Doer),
    /// While somebody is away, those who may do a task have no time for it.
    Absence(Loss),
    /// Nobody else may do a task, and nobody stands in.
    DependsOnOne {
        /// Who.
        doer: Doer,
        /// The task.
        duty: usize,
    },
    /// Nobody stands in for this person.
    NoDeputy(usize),
    /// Nobody said how long this duty takes.
    NoEstimate(usize),
}

impl Risk {
    /// The word of machine output.
    pub fn as_str(self) -> &'static str {
        match self {
            Risk::Undone(_) => "undone",
            Risk::VacantPosition(_) | Risk::OpenVacancy(_) => "vacant-position",
            Risk::OverHours(_) => "over-hours",
            Risk::Absence(_) => "absence",
            Risk::DependsOnOne { .. } => "depends-on-one",
            Risk::NoDeputy(_) => "no-deputy",
            Risk::NoEstimate(_) => "no-estimate",
        }
    }

    /// The task that it is about, as its number among the duties.
    pub fn duty(self) -> Option<usize> {
        match self {
            Risk::Undone(duty)
            | Risk::Absence(Loss { duty, .. })
            | Risk::DependsOnOne { duty, .. }
            | Risk::NoEstimate(duty) => Some(duty),
            Risk::VacantPosition(_)
            | Risk::OpenVacancy(_)
            | Risk::OverHours(_)
            | Risk::NoDeputy(_) => None,
        }
    }

    /// The one whom it is about.
    pub fn doer(self) -> Option<Doer> {
        match self {
            Risk::OverHours(doer) | Risk::DependsOnOne { doer, .. } => Some(doer),
            Risk::Absence(Loss { person, .. }) | Risk::NoDeputy(person) => {
                Some(Doer::Person(person))
            }
            Risk::Undone(_)
            | Risk::VacantPosition(_)
            | Risk::OpenVacancy(_)
            | Risk::NoEstimate(_) => None,
        }
    }

    /// The position that it is about: that of the task, or the only one of whoever it is about.
    pub fn position(self, assignment: &Assignment) -> Option<usize> {
        match self {
            Risk::VacantPosition(position) => Some(position),
            Risk::OpenVacancy(opening) => match &assignment.openings[opening].vacancy.holds {
                Holds::Position(id) => {
                    let mut positions = assignment.positions.iter();
                    positions.position(|position| position.id == id.as_str())
                }
                Holds::Anything | Holds::Roles(_) => None,
            },
            Risk::OverHours(_) | Risk::NoDeputy(_) => {
                match assignment.positions_of(self.doer()?)[..] {
                    [position] => Some(position),
                    _ => None,
                }
            }
            Risk::Undone(_)
            | Risk::Absence(_)
            | Risk::DependsOnOne { .. }
            | Risk::NoEstimate(_) => assignment.duties[self.duty()?].position,
        }
    }

    /// The hours a week of its task that nobody has or would have the time for, where somebody does the rest.
    pub fn missing(self, assignment: &Assignment) -> Option<Hours> {
        match self {
            Risk::Undone(duty) => {
                let duty = &assignment.duties[duty];
                duty.is_partly().then_some(duty.missing)
            }
            Risk::Absence(loss) => loss.missing,
            _ => None,
        }
    }

    /// The hours a week that nobody does or would do of its task; `None` if it is about none, or nobody knows.
    pub fn hours(self, registry: &Registry, assignment: &Assignment) -> Option<Hours> {
        let duty = &assignment.duties[self.duty()?];
        let all = registry.task(duty.task).hours_per_week?;
        let done = duty.shares.iter().filter_map(|share| share.hours).sum();
        Some(match (self, self.missing(assignment)) {
            (Risk::Undone(_), Some(missing)) => missing,
            (Risk::Absence(_), Some(missing)) => missing - duty.missing,
            (Risk::Absence(_) | Risk::DependsOnOne { .. }, None) => done,
            (_, _) => all,
        })
    }
}
