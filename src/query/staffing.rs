//! The positions of a company size.

use crate::model::{ONE_PERSON, Registry, RoleIx, SizeIx, Staffing, Text};
use std::collections::HashMap;

/// A seat in a company of some size.
#[derive(Clone, Debug, PartialEq)]
pub struct Seat<'r> {
    /// Its id: the position's own, the role's, or `one-person`.
    pub id: &'r str,
    /// What it is called; `None` for the one person of a size that gives no name.
    pub name: Option<&'r Text>,
    /// The roles that it holds, in the registry's order.
    pub roles: Vec<RoleIx>,
}

/// The positions of a company of this size, in their order; without a size, each role is a position.
pub fn seats(registry: &Registry, size: Option<SizeIx>) -> Vec<Seat<'_>> {
    let staffing = size.map_or(&Staffing::OnePerRole, |size| &registry.size(size).staffing);
    match staffing {
        Staffing::OnePerson(holder) => {
            vec![Seat { id: ONE_PERSON, name: holder.as_ref(), roles: registry.roles().collect() }]
        }
        Staffing::OnePerRole => {
            let seat = |role| Seat {
                id: registry.role(role).id.as_str(),
                name: Some(&registry.role(role).name),
                roles: vec![role],
            };
            registry.roles().map(seat).collect()
        }
        Staffing::Custom(positions) => {
            let seat = |position: &'_ crate::model::Position| position.roles.to_vec();
            positions
                .iter()
                .map(|position| Seat {
                    id: position.id.as_str(),
                    name: Some(&position.name),
                    roles: seat(position),
                })
                .collect()
        }
    }
}

/// The positions that hold each role, in order; a role that none holds is left out.
pub fn holders(seats: &[Seat]) -> HashMap<RoleIx, Vec<usize>> {
    let mut holders: HashMap<RoleIx, Vec<usize>> = HashMap::new();
    for (number, seat) in seats.iter().enumerate() {
        for &role in &seat.roles {
            holders.entry(role).or_default().push(number);
        }
    }
    holders
}

/// The roles that no position of this size holds.
pub fn unheld(registry: &Registry, size: SizeIx) -> Vec<RoleIx> {
    let held = holders(&seats(registry, Some(size)));
    let roles = registry.roles();
    roles.filter(|role| !held.contains_key(role)).collect()
}

/// The roles with tasks that no position holds.
pub(super) fn without_position(
    registry: &Registry,
    held: &HashMap<RoleIx, Vec<usize>>,
) -> Vec<RoleIx> {
    let has_tasks = |role: &RoleIx| !registry.role(*role).tasks.is_empty();
    let roles = registry.roles().filter(has_tasks);
    roles.filter(|role| !held.contains_key(role)).collect()
}
