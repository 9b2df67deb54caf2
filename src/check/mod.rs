//! What is probably not meant, looked for once nothing is wrong. Each check is a small file in one visible list.

mod missing_translation;
mod no_single_accountable;
mod role_without_position;
mod role_without_tasks;
mod same_task_twice;
mod similar_names;
mod size_gap;
mod task_without_area;
mod texts;
mod uncited_source;
mod zero_width_character;

use crate::model::Registry;
use crate::problem::{Problem, Problems};
use crate::raw::cut_by_hashes;
use crate::source::Sources;

/// A check reads a registry and says what it noticed.
type Check = fn(&Registry, &mut Problems);

/// Every check.
const CHECKS: [Check; 10] = [
    role_without_tasks::check,
    role_without_position::check,
    no_single_accountable::check,
    size_gap::check,
    missing_translation::check,
    same_task_twice::check,
    similar_names::check,
    task_without_area::check,
    uncited_source::check,
    zero_width_character::check,
];

/// Every warning that the registry does not allow, in the order of files and places.
///
/// The files are those that the registry was made of: some slips show only in what was written.
pub fn warnings(registry: &Registry, sources: &Sources) -> Vec<Problem> {
    let is_allowed = |problem: &Problem| {
        let mut allowed = registry.allowed().iter();
        allowed.any(|code| code == problem.code.as_str())
    };
    let mut problems = Problems::default();
    for check in CHECKS {
        let mut found = Problems::default();
        check(registry, &mut found);
        problems.extend(found.into_iter().filter(|problem| !is_allowed(problem)));
    }
    for (id, file) in sources.iter() {
        let found = cut_by_hashes(id, file).into_iter();
        problems.extend(found.filter(|problem| !is_allowed(problem)));
    }
    problems.sorted()
}
