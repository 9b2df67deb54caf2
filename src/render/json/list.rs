//! `roles.list/v1` and `roles.tasks/v1`.

use super::{number, role_id, write};
use crate::model::TaskRef;
use crate::query::RoleRow;
use crate::render::reader::Reader;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct RoleList<'a> {
    schema: &'static str,
    roles: Vec<Role<'a>>,
}

#[derive(Serialize)]
struct Role<'a> {
    id: &'a str,
    name: &'a str,
    focus: Option<&'static str>,
    reports_to: Option<&'a str>,
    tasks: usize,
    hours_per_week: f64,
    without_estimate: usize,
}

#[derive(Serialize)]
struct TaskList<'a> {
    schema: &'static str,
    tasks: Vec<Task<'a>>,
}

#[derive(Serialize)]
struct Task<'a> {
    task: String,
    role: &'a str,
    name: &'a str,
    area: Option<&'a str>,
    cadence: Option<&'static str>,
    hours_per_week: Option<f64>,
    importance: &'static str,
}

/// The roles of the registry.
pub fn role_list(rows: &[RoleRow], reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let role = |row: &RoleRow| {
        let role = reader.registry.role(row.role);
        Role {
            id: role.id.as_str(),
            name: reader.text(&role.name),
            focus: role.focus.map(crate::model::Focus::as_str),
            reports_to: role.reports_to.map(|above| role_id(above, reader)),
            tasks: row.tasks,
            hours_per_week: row.hours_per_week.as_f64(),
            without_estimate: row.without_estimate,
        }
    };
    write(&RoleList { schema: "roles.list/v1", roles: rows.iter().map(role).collect() }, out)
}

/// Tasks of the registry.
pub fn task_list(tasks: &[TaskRef], reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let task = |&task: &TaskRef| {
        let details = reader.registry.task(task);
        Task {
            task: reader.registry.task_id(task),
            role: role_id(task.role, reader),
            name: reader.text(&details.name),
            area: details.area.map(|area| reader.registry.area(area).id.as_str()),
            cadence: details.cadence.map(crate::model::Cadence::as_str),
            hours_per_week: number(details.hours_per_week),
            importance: details.importance.as_str(),
        }
    };
    write(&TaskList { schema: "roles.tasks/v1", tasks: tasks.iter().map(task).collect() }, out)
}
