//! Handoffs as they are written: from one task to another.

use crate::model::{Registry, TaskRef, Text};

/// A handoff from one task to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exchange<'r> {
    /// The task that gives.
    pub from: TaskRef,
    /// The task that gets.
    pub to: TaskRef,
    /// What is handed over.
    pub what: Option<&'r Text>,
}

/// Every handoff of the registry.
pub(super) fn exchanges(registry: &Registry) -> impl Iterator<Item = Exchange<'_>> {
    registry.tasks().flat_map(|from| {
        let handoffs = registry.task(from).handoffs.iter();
        handoffs.map(move |handoff| Exchange { from, to: handoff.to, what: handoff.what.as_ref() })
    })
}

/// Every handoff from one role to another.
pub fn handoffs(registry: &Registry) -> impl Iterator<Item = Exchange<'_>> {
    exchanges(registry).filter(|exchange| exchange.from.role != exchange.to.role)
}
