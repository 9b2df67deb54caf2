//! The `registry.yaml` of a registry that extends the shipped one: two lines, and a change of a role as a comment.

use super::files::plain;
use super::terminal::wrap;
use super::words::Words;
use crate::model::{Registry, RoleIx, TaskRef};

/// How wide comments are.
const WIDEST: usize = 76;

/// The text of the file. Its example is about a task of this role of the shipped registry.
pub fn registry_file(shipped: &Registry, role: Option<RoleIx>, words: &Words) -> String {
    let task = role.and_then(|role| shipped.tasks_of(role).next());
    let example = task.map(|task| example(task, shipped, words));
    format!(
        "# yaml-language-server: $schema=.schema/registry.json\n#\n{}version: 1\nextends: shipped\n{}",
        comment(&words.word("init-file-what")),
        example.unwrap_or_default()
    )
}

/// How the role of a task is changed.
fn example(task: TaskRef, shipped: &Registry, words: &Words) -> String {
    let (role, task) = (shipped.role(task.role).id.as_str(), &shipped.task(task).id);
    format!(
        "
{}#
#   tasks:
#     - {{id: {task}, hours_per_week: 2.5}}
#     - {{id: newsletter, name: {}}}
",
        comment(&words.say("init-file-change", [("role", role)])),
        plain(&words.word("init-file-task")),
    )
}

/// A text as comments.
pub fn comment(text: &str) -> String {
    wrap(text, WIDEST).iter().flat_map(|line| ["# ", line, "\n"]).collect()
}
