//! A role as a file of its own.

use super::scalar::{Lines, list, plain, schema};
use super::transfer::{Transfer, Written};
use crate::model::{
    Cadence, Doers, Focus, Handoff, Importance, RoleIx, SourceIx, Task, TaskRef, Text, Weekday,
};

/// The longest line with all languages of a text; longer ones take a line for each.
const WIDEST: usize = 120;

impl Transfer<'_> {
    /// The file of a role, with the comment at its beginning; where there are schemas beside it, one line more says so.
    pub fn role_file(&self, role: RoleIx, comment: &str, has_schemas: bool) -> String {
        let beginning = schema("role", has_schemas) + comment;
        let mut lines = Lines::new("");
        lines.lines.extend(beginning.lines().map(str::to_owned));
        let details = self.from.role(role);
        self.text("name", Some(&details.name), &mut lines);
        self.texts("also_called", &details.also_called, &mut lines);
        self.text("purpose", details.purpose.as_ref(), &mut lines);
        lines.line("focus", details.focus.map(Focus::as_str));
        lines.line("reports_to", details.reports_to.and_then(|role| self.id_if_there(role)));
        self.texts("skills", &details.skills, &mut lines);
        self.texts("measures", &details.measures, &mut lines);
        if !details.classification.is_empty() {
            lines.lines.push("classification:".to_owned());
        }
        for class in &details.classification {
            lines.lines.push(format!("  {}: {}", plain(&class.scheme), list(&class.codes)));
        }
        lines.list("sources", &self.source_ids(&details.sources));
        for (number, task) in details.tasks.iter().enumerate() {
            lines.lines.push(String::new());
            lines.lines.extend((number == 0).then(|| "tasks:".to_owned()));
            self.task(role, task, &mut lines.lines);
        }
        lines.lines.join("\n") + "\n"
    }

    fn task(&self, role: RoleIx, task: &Task, to: &mut Vec<String>) {
        to.push(format!("  - id: {}", plain(task.id.as_str())));
        let mut lines = Lines::new("    ");
        self.text("name", Some(&task.name), &mut lines);
        self.text("detail", task.detail.as_deref(), &mut lines);
        lines.line("area", task.area.map(|area| self.from.area(area).id.as_str()));
        lines.line("cadence", task.cadence.map(Cadence::as_str));
        let on: Vec<&str> = task.on.iter().copied().map(Weekday::as_str).collect();
        lines.list("on", &on);
        // The hours of a week follow from those of one time.
        let per_week = task.hours_per_week.filter(|_| task.hours_each_time.is_none());
        lines.hours("hours_per_week", per_week);
        lines.hours("hours_each_time", task.hours_each_time);
        let importance = Some(task.importance).filter(|word| *word != Importance::Core);
        lines.line("importance", importance.map(Importance::as_str));
        let partner = task.coordinates_with.and_then(|role| self.id_if_there(role));
        let usual = if partner.is_some() { Doers::Each } else { Doers::One };
        let doers = Some(task.doers).filter(|doers| *doers != usual);
        lines.line("doers", doers.map(Doers::as_str));
        let after = task.after.iter().filter(|&&before| self.has_task(before));
        let id = |&before: &TaskRef| {
            if before.role == role {
                self.from.task(before).id.to_string()
            } else {
                self.from.task_id(before)
            }
        };
        lines.list("after", &after.map(id).collect::<Vec<_>>());
        self.handoffs(&task.handoffs, &mut lines.lines);
        lines.line("coordinates_with", partner);
        lines.line("accountable", task.accountable.and_then(|role| self.id_if_there(role)));
        lines.list("consulted", &self.ids_if_there(&task.consulted));
        lines.list("informed", &self.ids_if_there(&task.informed));
        let overlaps = task.overlaps.iter().map(|(role, task)| format!("{role}/{task}"));
        lines.list("overlaps", &overlaps.collect::<Vec<_>>());
        lines.list("sources", &self.source_ids(&task.sources));
        to.append(&mut lines.lines);
    }

    fn handoffs(&self, handoffs: &[Handoff], to: &mut Vec<String>) {
        let mut handoffs = handoffs.iter().filter(|handoff| self.has_task(handoff.to)).peekable();
        to.extend(handoffs.peek().map(|_| "    handoffs:".to_owned()));
        for handoff in handoffs {
            to.push(format!("      - to: {}", self.from.task_id(handoff.to)));
            let Some(what) = &handoff.what else { continue };
            let line = format!("        what: {}", self.in_one_line(what));
            if is_short(&line) {
                to.push(line);
            } else {
                let mut lines = Lines::new("        ");
                self.text("what", Some(what), &mut lines);
                to.append(&mut lines.lines);
            }
        }
    }

    /// A text, a line for each language.
    fn text(&self, key: &str, text: Option<&Text>, to: &mut Lines) {
        match text.map(|text| self.written(text)) {
            None => {}
            Some(Written::Once(text)) => to.line(key, Some(plain(text))),
            Some(Written::Each(each)) => {
                to.lines.push(format!("{}{key}:", to.indent));
                for (tag, text) in each {
                    to.lines.push(format!("{}  {}: {}", to.indent, plain(tag), plain(text)));
                }
            }
        }
    }

    fn texts(&self, key: &str, texts: &[Text], to: &mut Lines) {
        to.lines.extend((!texts.is_empty()).then(|| format!("{key}:")));
        for text in texts {
            let line = format!("  - {}", self.in_one_line(text));
            match self.written(text) {
                Written::Each(each) if !is_short(&line) => {
                    for (number, (tag, text)) in each.into_iter().enumerate() {
                        let start = if number == 0 { "  - " } else { "    " };
                        to.lines.push(format!("{start}{}: {}", plain(tag), plain(text)));
                    }
                }
                Written::Each(_) | Written::Once(_) => to.lines.push(line),
            }
        }
    }

    fn id_if_there(&self, role: RoleIx) -> Option<&str> {
        self.has_role(role).then(|| self.from.role(role).id.as_str())
    }

    fn ids_if_there(&self, roles: &[RoleIx]) -> Vec<&str> {
        roles.iter().filter_map(|&role| self.id_if_there(role)).collect()
    }

    pub fn source_ids(&self, sources: &[SourceIx]) -> Vec<&str> {
        sources.iter().map(|&source| self.from.source(source).id.as_str()).collect()
    }
}

fn is_short(line: &str) -> bool {
    line.chars().count() <= WIDEST
}
