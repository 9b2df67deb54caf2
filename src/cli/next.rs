//! The one line after a report: what a person would do next.

use super::reader::Reader;
use crate::model::{Registry, RoleIx, Size, SizeIx, TaskRef};

/// What comes next. Where there is no role or task to show, it is a comparison.
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
    /// Every task with these options.
    AssignAll(String),
    /// Who answers for what with these options.
    Raci(String),
    /// What could go wrong with these options.
    Risks(String),
    /// Who does what with little time.
    AssignHours(SizeIx),
    /// All of it as a page.
    Report,
    /// A role of the catalogue.
    AddRole(String),
    /// What differs, for a pull request; these are the registries.
    Diff(String),
}

impl Next {
    /// The line, in the reader's words.
    ///
    /// `flags` are those that the next command needs to speak of the same registry in the same language.
    pub fn say(self, reader: &Reader, flags: &str) -> String {
        let registry = reader.registry;
        let list = ("roles list --tasks".to_owned(), "next-list-tasks");
        let (command, what) = match self {
            Next::ShowRole(Some(role)) => {
                (format!("roles show {}", registry.role(role).id), "next-show-role")
            }
            Next::JobPage(role) => {
                let show = format!("roles show {}", registry.role(role).id);
                (show + " --as job-description -o job.html", "next-job-page")
            }
            Next::ShowTask(Some(task)) => {
                (format!("roles show {}", registry.task_id(task)), "next-show-task")
            }
            Next::CompareRoles | Next::ShowRole(None) | Next::ShowTask(None) => {
                compare_roles(registry).map_or(list, |compare| (compare, "next-compare"))
            }
            Next::CompareSizes => (compare_sizes(registry), "next-compare-sizes"),
            Next::Assign(options) => (format!("roles assign{options}"), "next-assign"),
            Next::AssignAll(options) => (format!("roles assign{options} --all"), "next-assign-all"),
            Next::Raci(options) => (format!("roles raci{options}"), "next-raci"),
            Next::Risks(options) => (format!("roles risks{options}"), "next-risks"),
            Next::AssignHours(size) => {
                let flag = size_flag(registry.size(size));
                (format!("roles assign {flag} --hours 10"), "next-assign-hours")
            }
            Next::AddRole(id) => (format!("roles add {id}"), "next-add-role"),
            Next::Diff(named) => (format!("roles diff{named} -o diff.md"), "next-diff"),
            Next::Report => ("roles report -o report.html".to_owned(), "next-report"),
            Next::ListTasks => list,
        };
        reader.say("next", [("command", command + flags), ("what", reader.word(what))])
    }
}

/// Compares the first two roles, without naming them if there are no others; `None` if there are fewer.
fn compare_roles(registry: &Registry) -> Option<String> {
    let ids = registry.roles().map(|role| &registry.role(role).id);
    let ids: Vec<_> = ids.take(3).collect();
    match ids[..] {
        [_, _] => Some("roles compare".to_owned()),
        [one, other, _] => Some(format!("roles compare {one} {other}")),
        _ => None,
    }
}

/// What somebody who is new here can do, each command with the word for what it does.
pub fn first_steps(registry: &Registry, is_own: bool) -> Vec<(String, &'static str)> {
    let mut steps = vec![("roles list".to_owned(), "next-list")];
    steps.extend(compare_roles(registry).map(|compare| (compare, "next-compare")));
    // Of the sizes, one in the middle says most about dividing work.
    let size = registry.sizes().get(registry.sizes().len() / 2).map(size_flag);
    let size = size.filter(|_| registry.team().is_none()).map(|flag| format!(" {flag}"));
    if registry.tasks().next().is_some() && (size.is_some() || registry.team().is_some()) {
        steps.push((format!("roles assign{}", size.unwrap_or_default()), "next-assign"));
    }
    steps.push(("roles report -o report.html".to_owned(), "next-report"));
    if is_own {
        steps.push(("roles check".to_owned(), "next-check"));
        steps.push(("roles new ROLE".to_owned(), "next-new"));
    } else {
        steps.push(("roles init".to_owned(), "next-init"));
    }
    steps
}

/// Compares the two largest sizes.
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
