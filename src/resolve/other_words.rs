//! `also_called.yaml`: other words for the tasks that it names.

use super::draft::{Draft, other_words};
use super::links::Index;
use super::values::{Languages, Values};
use crate::model::{Language, RoleIx};
use crate::problem::{Code, Problem, Problems, shortened};
use crate::raw::{RawRoleWords, Word};

/// Adds the words of `also_called.yaml` to the tasks that it names, behind those at the tasks themselves. Returns the
/// languages that no other file has.
pub fn add(
    roles: &[RawRoleWords],
    index: &Index,
    drafts: &mut [Draft],
    languages: &Languages,
    problems: &mut Problems,
) -> Vec<Language> {
    let mut found = Vec::new();
    for raw in roles {
        let role = role(&raw.role, index, problems);
        for (id, words) in &raw.tasks {
            found.push((role.and_then(|role| index.task_of(role, id, problems)), words));
        }
    }
    let mut values = Values::new(languages, problems);
    for (task, words) in found {
        // The words of an unknown task are checked all the same.
        let words = other_words(words, &mut values);
        let Some(task) = task else { continue };
        let all = &mut drafts[task.role.index()].tasks[task.task as usize].also_called;
        *all = std::mem::take(all).into_iter().chain(words).collect();
    }
    values.extra
}

/// The role with this id, or a problem: elsewhere a task stands behind its role and a slash, here it stands below it.
fn role(word: &Word, index: &Index, problems: &mut Problems) -> Option<RoleIx> {
    let Some((role, task)) = word.value.split_once('/') else {
        return index.role(word, problems);
    };
    let message = format!("'{}' is a role and a task in one", shortened(&word.value));
    let fix =
        format!("write the task below its role: `{}: {{{}: …}}`", shortened(role), shortened(task));
    problems.push(Problem::new(Code::UnknownRole, word.span, message).fix(fix));
    None
}
