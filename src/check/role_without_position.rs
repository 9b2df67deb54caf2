//! A role that no position of a company size holds: its tasks are unassigned there.

use crate::model::Registry;
use crate::problem::{Code, Problem};
use crate::query::unheld;

pub(super) fn check(registry: &Registry) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (number, size) in registry.sizes().iter().enumerate() {
        for role in unheld(registry, crate::model::SizeIx::at(number)) {
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
    problems
}
