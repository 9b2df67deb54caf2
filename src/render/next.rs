//! The one line after a report: what a person would do next.

use super::clean::one_line;
use super::reader::Reader;
use crate::model::{Registry, RoleIx, Size, SizeIx, TaskRef};

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
        // A page is nothing to look at in a terminal.
        let into = match self {
            Next::JobPage(_) => " > job.html",
            _ => "",
        };
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
            Next::ListTasks => (list_tasks(), reader.words.word("next-list-tasks")),
            Next::CompareRoles | Next::ShowRole(None) | Next::ShowTask(None) => {
                match compare_roles(registry) {
                    Some(compare) => (compare, reader.words.word("next-compare")),
                    None => (list_tasks(), reader.words.word("next-list-tasks")),
                }
            }
            Next::CompareSizes => (
                compare_sizes(registry),
                reader.words.word("next-compare-sizes"),
            ),
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
            [
                ("command", (command + flags + into).into()),
                ("what", what.into()),
            ],
        )
    }
}

fn list_tasks() -> String {
    "roles list --tasks".to_owned()
}

/// The first two roles; without names where there are no others. Nothing where there are no two.
fn compare_roles(registry: &Registry) -> Option<String> {
    let ids = registry.roles().map(|role| &registry.role(role).id);
    let ids: Vec<_> = ids.take(3).collect();
    match ids[..] {
        [_, _] => Some("roles compare".to_owned()),
        [one, other, _] => Some(format!("roles compare {one} {other}")),
        _ => None,
    }
}

/// The two largest sizes.
fn compare_sizes(registry: &Registry) -> String {
    let sizes = registry.sizes().iter().rev().take(2);
    let ids: Vec<&str> = sizes.rev().map(|size| size.id.as_str()).collect();
    format!("roles compare --sizes {}", ids.join(" "))
}

/// How a company size is named on the command line; the shipped ones have flags of their own.
pub fn size_flag(size: &Size) -> String {
    match size.id.as_str() {
        id @ ("solo" | "sme" | "large") => format!("--{id}"),
        id => format!("--size {id}"),
    }
}
