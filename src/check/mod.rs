//! What is probably not meant, looked for once nothing is wrong. Every check is a function in one visible list, in a file
//! with those that look at the same things.

mod oversights;
mod sizes;
mod texts;

use crate::model::Registry;
use crate::problem::{Problem, Problems};
use crate::raw::slips_in_texts;
use crate::source::{FileId, Sources};

/// A check reads a registry and adds what it notices.
type Check = fn(&Registry, &mut Problems);

/// Every check that reads the registry; [`slips_in_texts`] reads the files themselves.
const CHECKS: [Check; 12] = [
    oversights::role_without_tasks,
    sizes::role_without_position,
    sizes::no_single_accountable,
    sizes::size_gap,
    texts::missing_translation,
    oversights::same_task_twice,
    oversights::same_tasks,
    oversights::similar_names,
    oversights::task_without_area,
    oversights::uncited_source,
    texts::to_fill_in,
    texts::zero_width_character,
];

/// Every warning that the registry does not allow, in the order of files and places. What has nothing to do with its own
/// files is for those who look after its base.
///
/// The files are those that the registry was made of: some slips show only in what was written.
pub fn warnings(registry: &Registry, sources: &Sources) -> Vec<Problem> {
    let in_registry = CHECKS.iter().map(|check| {
        let mut found = Problems::default();
        check(registry, &mut found);
        found
    });
    let in_files = sources.iter().map(|(id, file)| slips_in_texts(id, file));
    let mut problems = Problems::default();
    let is_own = |file: FileId| file < sources.first_of_base();
    for problem in in_registry.chain(in_files).flatten() {
        let related = problem.related.as_ref().map(|(other, _)| other.file);
        let is_ours = is_own(problem.place.file()) || related.is_some_and(is_own);
        // Allowed warnings must not take the room of others.
        if is_ours && !registry.allowed().iter().any(|code| code == problem.code.as_str()) {
            problems.push(problem);
        }
    }
    problems.sorted()
}
