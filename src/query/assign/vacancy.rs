//! What waits for a vacancy. The vacancy itself does nothing.

use super::company::Company;
use super::duty::Duty;
use crate::model::{Holds, Hours, Position, RoleIx, TaskRef, Vacancy};

/// A vacancy that is open, and what nobody here has the role or the time for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The vacancy.
    pub vacancy: Vacancy,
    /// The tasks that wait for it, in the order of need, up to its hours.
    pub tasks: Vec<TaskRef>,
}

impl Opening {
    /// True if whoever comes will fill this position.
    pub fn is_for(&self, position: &Position) -> bool {
        match &self.vacancy.holds {
            Holds::Anything => false,
            Holds::Roles(roles) => roles.iter().any(|role| position.roles.contains(role)),
            Holds::Position(id) => position.id == id.as_str(),
        }
    }
}

/// Gives what is left undone to the vacancies, each task to the first that has its role and hours left.
pub(super) fn openings(
    company: &Company,
    vacancies: &[Vacancy],
    duties: &[Duty],
    order: &[usize],
) -> Vec<Opening> {
    let mut openings = Vec::with_capacity(vacancies.len());
    let mut left = Vec::with_capacity(vacancies.len());
    for vacancy in vacancies {
        openings.push(Opening { vacancy: vacancy.clone(), tasks: Vec::new() });
        left.push(vacancy.hours_per_week);
    }
    for duty in order.iter().map(|&number| &duties[number]) {
        let hours = if duty.is_undone() {
            company.registry.task(duty.task).hours_per_week.unwrap_or_default()
        } else if duty.is_partly() {
            duty.missing
        } else {
            continue;
        };
        for (opening, left) in openings.iter_mut().zip(&mut left) {
            let has_room = left.is_none_or(|left| left > Hours::ZERO);
            if has_room && is_for(&opening.vacancy, duty.task.role, &company.positions) {
                *left = left.map(|left| left - hours);
                opening.tasks.push(duty.task);
                break;
            }
        }
    }
    openings
}

/// True if whoever comes has this role.
fn is_for(vacancy: &Vacancy, role: RoleIx, positions: &[Position]) -> bool {
    match &vacancy.holds {
        Holds::Anything => true,
        Holds::Roles(roles) => roles.contains(&role),
        Holds::Position(id) => {
            let mut meant = positions.iter().filter(|position| position.id == id.as_str());
            meant.any(|position| position.roles.contains(&role))
        }
    }
}
