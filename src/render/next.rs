//! The one line after a report: what a person would do next.

use super::clean::one_line;
use super::reader::Reader;
use crate::model::{RoleIx, Size, SizeIx, TaskRef};

/// What comes next. Without a role or task to name, the first comparison.
#[derive(Clone, Debug)]
pub enum Next {
    /// The card of a role.
    ShowRole(Option<RoleIx>),
    /// The job description of a role as a web page.
    JobPage(RoleIx),
    /// The card of a task.
    ShowTask(Option<TaskRef>),
    /// Every task.
    ListTasks,
    /// The roles side by side.
    CompareRoles,
    /// What changes when the company grows.
    CompareSizes,
    /// Who does what with these options.
    Assign(String),
    /// Who answers for what with these options.
    Raci(String),
    /// Who does what with little time.
    AssignHours(SizeIx),
    /// All of it as a page.
    Report,
    /// A look at the page that was written.
    OpenPage(String),
}

impl Next {
    /// The line, in the reader's words.
    ///
    /// `flags` are those that the next command needs to speak of the same registry in the same language.
    pub fn say(self, reader: &Reader, flags: &str) -> String {
        let registry = reader.registry;
        let flag = |size: SizeIx| size_flag(registry.size(size));
        let (command, what) = match self {
            Next::ShowRole(Some(role)) => (
                format!("roles show {}", registry.role(role).id),
                reader.words.word("next-show-role"),
            ),
            Next::JobPage(role) => (
                format!(
                    "roles show {} --as job-description --format html",
                    registry.role(role).id
                ),
                reader.words.word("next-job-page"),
            ),
            Next::ShowTask(Some(task)) => (
                format!("roles show {}", registry.task_id(task)),
                reader.words.word("next-show-task"),
            ),
            Next::ListTasks => (
                "roles list --tasks".to_owned(),
                reader.words.word("next-list-tasks"),
            ),
            Next::CompareRoles | Next::ShowRole(None) | Next::ShowTask(None) => (
                "roles compare".to_owned(),
                reader.words.word("next-compare"),
            ),
            Next::CompareSizes => {
                let sizes: Vec<&str> = registry
                    .sizes()
                    .iter()
                    .rev()
                    .take(2)
                    .map(|size| size.id.as_str())
                    .collect();
                (
                    format!(
                        "roles compare --sizes {} {}",
                        sizes[sizes.len() - 1],
                        sizes[0]
                    ),
                    reader.words.word("next-compare-sizes"),
                )
            }
            Next::Assign(options) => (
                format!("roles assign{options}"),
                reader.words.word("next-assign"),
            ),
            Next::Raci(options) => (
                format!("roles raci{options}"),
                reader.words.word("next-raci"),
            ),
            Next::AssignHours(size) => (
                format!("roles assign {} --hours 10", flag(size)),
                reader.words.word("next-assign-hours"),
            ),
            Next::OpenPage(file) => {
                let file = one_line(&file);
                return reader.words.say("next-open-page", [("file", file.into())]);
            }
            Next::Report => (
                "roles report -o report.html".to_owned(),
                reader.words.word("next-report"),
            ),
        };
        reader.words.say(
            "next",
            [("command", (command + flags).into()), ("what", what.into())],
        )
    }
}

/// How a company size is named on the command line; the shipped ones have flags of their own.
pub fn size_flag(size: &Size) -> String {
    match size.id.as_str() {
        id @ ("solo" | "sme" | "large") => format!("--{id}"),
        id => format!("--size {id}"),
    }
}
