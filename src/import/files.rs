//! The files of a registry that a sheet became.

use super::draft::{Draft, TaskDraft, Who};
use super::rows::{Entry, Rows};
use crate::model::Hours;
use crate::render::{in_flow, list, plain};

/// The company size whose positions are those of the sheet.
pub const SIZE: &str = "team";

/// The files, `registry.yaml` last: it makes the folder a registry.
pub fn files(draft: &Draft, rows: &Rows, language: &str, from: &str) -> Vec<(String, String)> {
    let comment = format!("# Made from {}.\n", from.replace(char::is_control, " "));
    let mut files = Vec::with_capacity(draft.roles.len() + 2);
    for role in &draft.roles {
        let mut text = format!("{comment}name: {}\n", plain(&role.name));
        for (number, task) in role.tasks.iter().enumerate() {
            text += if number == 0 { "\ntasks:\n" } else { "\n" };
            text += &task_lines(task, &rows.entries[task.entry], draft);
        }
        files.push((format!("{}.yaml", role.id), text));
    }
    if draft.who == Who::People && !draft.parties.is_empty() {
        files.push(("team.yaml".to_owned(), comment.clone() + &team(draft)));
    }
    let mut head = format!("{comment}version: 1\n");
    if let Some(title) = &rows.title {
        head += &format!("title: {}\n", plain(title));
    }
    head += &format!("languages: [{language}]\n");
    head += if draft.areas.is_empty() { "" } else { "\nareas:\n" };
    for (id, name) in &draft.areas {
        head += &format!("  - {{id: {id}, name: {}}}\n", in_flow(name));
    }
    if draft.needs_positions() {
        let name = in_flow(rows.title.as_deref().unwrap_or(from));
        head += &format!(
            "\nsizes:\n  - id: {SIZE}\n    name: {name}\n    staffing: custom\n    positions:\n"
        );
        for (number, party) in draft.parties.iter().enumerate() {
            let id = draft.position_id(number);
            let roles = list(&draft.roles_of(number));
            head +=
                &format!("      - {{id: {id}, name: {}, roles: {roles}}}\n", in_flow(&party.name));
        }
    }
    files.push(("registry.yaml".to_owned(), head));
    files
}

fn task_lines(task: &TaskDraft, entry: &Entry, draft: &Draft) -> String {
    let role = |place: &usize| draft.roles[*place].id.as_str();
    let hours = |hours: Hours| hours.to_string().trim_end_matches(".0").to_owned();
    let days: Vec<&str> = entry.days.iter().map(|day| day.as_str()).collect();
    let roles = |places: &std::collections::BTreeSet<usize>| {
        (!places.is_empty()).then(|| list(&places.iter().map(role).collect::<Vec<_>>()))
    };
    let detail = (!entry.detail.is_empty()).then(|| plain(&entry.detail.join("\n")));
    let lines = [
        ("name", Some(plain(&entry.task))),
        ("detail", detail),
        ("area", task.area.map(|area| draft.areas[area].0.clone())),
        ("cadence", entry.cadence.map(|cadence| cadence.as_str().to_owned())),
        ("on", (!days.is_empty()).then(|| list(&days))),
        ("hours_per_week", entry.hours.map(hours)),
        ("hours_each_time", entry.each_time.map(hours)),
        ("importance", entry.importance.clone()),
        ("doers", task.doers.clone()),
        ("accountable", task.accountable.as_ref().map(role).map(str::to_owned)),
        ("consulted", roles(&task.consulted)),
        ("informed", roles(&task.informed)),
    ];
    let mut text = format!("  - id: {}\n", task.id);
    for (key, value) in lines {
        text += &value.map(|value| format!("    {key}: {value}\n")).unwrap_or_default();
    }
    text
}

fn team(draft: &Draft) -> String {
    let mut text = "people:\n".to_owned();
    for (number, party) in draft.parties.iter().enumerate() {
        let roles = list(&draft.roles_of(number));
        let hours = party.hours.map(|hours| format!(", hours_per_week: {hours}"));
        let hours = hours.unwrap_or_default();
        text += &format!("  - {{name: {}, roles: {roles}{hours}}}\n", in_flow(&party.name));
    }
    text += if draft.pins.is_empty() { "" } else { "pins:\n" };
    for (task, who) in &draft.pins {
        text += &format!("  {task}: {}\n", plain(&draft.parties[*who].name));
    }
    text
}
