//! What is probably not meant, looked for once nothing is wrong. Each check is a small file in one visible list.

mod role_without_position;

use crate::model::Registry;
use crate::problem::{self, Problem};

/// A check reads a registry and says what it noticed.
type Check = fn(&Registry) -> Vec<Problem>;

/// Every check.
const CHECKS: [Check; 1] = [role_without_position::check];

/// Every warning that the registry does not allow, in the order of files and places.
pub fn warnings(registry: &Registry) -> Vec<Problem> {
    let mut problems: Vec<Problem> = CHECKS.iter().flat_map(|check| check(registry)).collect();
    problems.retain(|problem| {
        !registry
            .allowed()
            .iter()
            .any(|code| code == problem.code.as_str())
    });
    problem::sort(&mut problems);
    problems
}
