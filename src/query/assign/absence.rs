//! What changes hands when somebody is not there.

use super::{Assignment, Reason};
use crate::model::TaskRef;
use std::collections::HashMap;

/// A task that somebody else does, or nobody, once people are away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    /// The task.
    pub task: TaskRef,
    /// Who does it otherwise.
    pub from: Option<String>,
    /// Who does it now; nobody where there is a reason.
    pub to: Option<usize>,
    /// Why nobody does it now.
    pub reason: Option<Reason>,
}

/// The tasks that change hands between everybody being there and the people of `after`.
pub fn handovers(before: &Assignment, after: &Assignment) -> Vec<Handover> {
    let numbers: HashMap<&str, usize> = after
        .members
        .iter()
        .enumerate()
        .map(|(number, member)| (member.name.as_str(), number))
        .collect();
    let pairs = before.duties.iter().zip(&after.duties);
    let handover = |(old, new): (&super::Duty, &super::Duty)| {
        let from = old.member.map(|member| before.members[member].name.as_str());
        let same_person = from.and_then(|name| numbers.get(name).copied()) == new.member;
        let is_same = same_person && old.reason.is_none() == new.reason.is_none();
        (!is_same).then(|| Handover {
            task: old.task,
            from: from.map(str::to_owned),
            to: new.member,
            reason: new.reason,
        })
    };
    pairs.filter_map(handover).collect()
}
