//! What of a registry has some words: roles and tasks, in whatever form the words stand there.

use super::matcher::{Matcher, Subject};
use crate::model::{Registry, RoleIx, TaskRef};

/// What has all the words explains at least this much: those in a detail or at the role count for less.
const ALL_WORDS: f64 = 0.79;
/// What is suggested for a wrong name explains at least this much of it.
const SUGGESTED: f64 = 0.6;

/// The roles and the tasks that have all words of a text, the best first.
pub fn search(registry: &Registry, text: &str) -> (Vec<RoleIx>, Vec<TaskRef>) {
    let matcher = Matcher::new(registry, registry.languages(), None, text);
    let (mut roles, mut tasks) = (Vec::new(), Vec::new());
    for fit in matcher.fits(text) {
        match fit.subject {
            _ if fit.explained < ALL_WORDS => {}
            Subject::Role(role) if fit.held > 0.0 => roles.push(role),
            Subject::Role(_) => {}
            Subject::Task(task) => tasks.push(task),
        }
    }
    (roles, tasks)
}

/// The role or task that somebody may have meant by a name that nothing has: the one with most of its words in its own
/// name.
pub fn suggest(registry: &Registry, name: &str) -> Option<Subject> {
    let matcher = Matcher::new(registry, registry.languages(), None, name);
    let mut fits = matcher.fits(name).into_iter();
    fits.find(|fit| fit.explained >= SUGGESTED && fit.held > 0.0).map(|fit| fit.subject)
}
