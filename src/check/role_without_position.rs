//! A role that no position of a company size holds: its tasks are unassigned there.

use crate::model::{Registry, SizeIx, Staffing};
use crate::problem::{Code, Problem, Problems};
use crate::query::unheld;

pub(super) fn check(registry: &Registry, problems: &mut Problems) {
    let sizes = registry.sizes().iter().enumerate();
    for (number, size) in sizes.filter(|(_, size)| matches!(size.staffing, Staffing::Custom(_))) {
        if !problems.has_room(size.place.file) {
            return;
        }
        for role in unheld(registry, SizeIx::at(number)) {
            let role = &registry.role(role).id;
            let message = format!(
                "no position of the size '{}' holds the role '{role}', so nobody does its tasks there",
                size.id
            );
            problems.push(
                Problem::new(Code::RoleWithoutPosition, size.place, message)
                    .fix(format!("add '{role}' to the roles of a position")),
            );
        }
    }
}
