//! The files of a registry that a sheet became.

use super::draft::{Draft, TaskDraft, Who};
use super::rows::{Entry, Rows};
use crate::model::Hours;
use crate::render::{in_flow, list, plain, team_file};
use std::collections::BTreeSet;

/// The company size whose positions are those of the sheet.
pub const SIZE: &str = "team";

/// The files, `registry.yaml` last: it makes the folder a registry.
pub fn files(
    draft: &Draft,
    rows: &Rows,
    (people, pins): &(Vec<String>, Vec<String>),
    language: &str,
    from: &str,
) -> Vec<(String, String)> {
    let comment = format!("# Made from {}.", from.replace(char::is_control, " "));
    let mut files = Vec::with_capacity(draft.roles.len() + 2);
    let mut put = |stem: &str, lines: Vec<String>| {
        let text = format!("{comment}\n{}\n", lines.join("\n"));
        files.push((format!("{stem}.yaml"), text));
    };
    for role in &draft.roles {
        let mut lines = vec![format!("name: {}", plain(&role.name))];
        for (number, task) in role.tasks.iter().enumerate() {
            lines.push(String::new());
            lines.extend((number == 0).then(|| "tasks:".to_owned()));
            lines.extend(task_lines(task, &rows.entries[task.entry], draft));
        }
        put(&role.id, lines);
    }
    if !people.is_empty() {
        put("team", vec![team_file("", people, pins)]);
    }
    put("registry", head(draft, rows, language, from));
    files
}

fn head(draft: &Draft, rows: &Rows, language: &str, from: &str) -> Vec<String> {
    let mut lines = vec!["version: 1".to_owned()];
    lines.extend(rows.title.as_ref().map(|title| format!("title: {}", plain(title))));
    lines.push(format!("languages: [{language}]"));
    if !draft.areas.is_empty() {
        lines.extend([String::new(), "areas:".to_owned()]);
    }
    for (id, name) in &draft.areas {
        lines.push(format!("  - {{id: {id}, name: {}}}", in_flow(name)));
    }
    if draft.needs_positions() {
        let name = in_flow(rows.title.as_deref().unwrap_or(from));
        lines.extend([String::new(), "sizes:".to_owned(), format!("  - id: {SIZE}")]);
        lines.push(format!("    name: {name}"));
        lines.extend(["    staffing: custom", "    positions:"].map(str::to_owned));
        for (number, party) in draft.parties.iter().enumerate() {
            let (id, name) = (draft.position_id(number), in_flow(&party.name));
            let roles = list(&draft.roles_of(number));
            lines.push(format!("      - {{id: {id}, name: {name}, roles: {roles}}}"));
        }
    }
    lines
}

fn task_lines(task: &TaskDraft, entry: &Entry, draft: &Draft) -> Vec<String> {
    let role = |place: &usize| draft.roles[*place].id.as_str();
    let hours = |hours: Hours| hours.to_string().trim_end_matches(".0").to_owned();
    let days: Vec<&str> = entry.days.iter().map(|day| day.as_str()).collect();
    let roles = |places: &BTreeSet<usize>| {
        (!places.is_empty()).then(|| list(&places.iter().map(role).collect::<Vec<_>>()))
    };
    let detail = (!entry.detail.is_empty()).then(|| plain(&entry.detail.join("\n")));
    let values = [
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
    let line =
        |(key, value): (&str, Option<String>)| value.map(|value| format!("    {key}: {value}"));
    [format!("  - id: {}", task.id)]
        .into_iter()
        .chain(values.into_iter().filter_map(line))
        .collect()
}

/// The people of a team, each as a map in one line, and the tasks that belong to one of several who have the role.
pub fn team(draft: &Draft) -> (Vec<String>, Vec<String>) {
    if draft.who == Who::Roles {
        return (Vec::new(), Vec::new());
    }
    let there = draft.parties.iter().enumerate().filter(|(_, party)| !party.is_vacant);
    let people = there.map(|(number, party)| {
        let (name, roles) = (in_flow(&party.name), list(&draft.roles_of(number)));
        let hours = party.hours.map(|hours| format!(", hours_per_week: {hours}"));
        format!("{{name: {name}, roles: {roles}{}}}", hours.unwrap_or_default())
    });
    let pins = draft.pins.iter();
    let pins = pins.map(|(task, who)| format!("{task}: {}", plain(&draft.parties[*who].name)));
    (people.collect(), pins.collect())
}
