//! The files of a registry that a sheet became.

use super::draft::{Draft, TaskDraft, Who};
use crate::model::Cadence;
use crate::render::{Lines, in_flow, list, plain, team_file};

/// The company size whose positions are those of the sheet.
pub const SIZE: &str = "team";

/// The files, `registry.yaml` last: it makes the folder a registry.
pub fn files(
    draft: &Draft,
    title: Option<&str>,
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
            lines.extend(task_lines(task));
        }
        put(&role.id, lines);
    }
    if !people.is_empty() {
        put("team", vec![team_file("", people, pins)]);
    }
    put("registry", head(draft, title, language, from));
    files
}

fn head(draft: &Draft, title: Option<&str>, language: &str, from: &str) -> Vec<String> {
    let mut lines = vec!["version: 1".to_owned()];
    lines.extend(title.map(|title| format!("title: {}", plain(title))));
    lines.push(format!("languages: [{language}]"));
    if !draft.areas.is_empty() {
        lines.extend([String::new(), "areas:".to_owned()]);
    }
    for (id, name) in &draft.areas {
        lines.push(format!("  - {{id: {id}, name: {}}}", in_flow(name)));
    }
    if draft.needs_positions() {
        let name = in_flow(title.unwrap_or(from));
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

fn task_lines(task: &TaskDraft) -> Vec<String> {
    let entry = &task.entry;
    let days: Vec<&str> = entry.days.iter().map(|day| day.as_str()).collect();
    let detail = (!entry.detail.is_empty()).then(|| plain(&entry.detail.join("\n")));
    let mut lines = Lines { indent: "    ", lines: vec![format!("  - id: {}", task.id)] };
    lines.line("name", Some(plain(&entry.task)));
    lines.line("detail", detail);
    lines.line("area", task.area.as_deref());
    lines.line("cadence", entry.cadence.map(Cadence::as_str));
    lines.list("on", &days);
    lines.hours("hours_per_week", entry.hours);
    lines.hours("hours_each_time", entry.each_time);
    lines.line("importance", entry.importance);
    lines.line("doers", task.doers);
    lines.line("accountable", task.accountable.as_deref());
    lines.list("consulted", &task.consulted);
    lines.list("informed", &task.informed);
    lines.lines
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
