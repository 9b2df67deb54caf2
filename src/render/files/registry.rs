//! The whole `registry.yaml` of a registry, with all that its roles share.

use super::list::Entry;
use super::scalar::{Lines, list, plain};
use super::transfer::Transfer;
use crate::model::{Employees, OwnPosition, Size, Staffing, Weekday};

impl Transfer<'_> {
    pub fn registry_file(&self, comment: &str) -> String {
        let tags: Vec<&str> = self.languages.iter().map(|(tag, _)| *tag).collect();
        let mut lines = Lines::new("");
        lines.line("version", Some(1));
        lines.line("title", self.from.title().map(|title| self.in_one_line(title)));
        lines.line("languages", Some(list(&tags)));
        let days = self.from.workdays();
        if *days != Weekday::ALL[..5] {
            lines.list("workdays", &days.iter().map(|day| day.as_str()).collect::<Vec<_>>());
        }
        let mut lines = lines.lines;
        block("sources", self.from.sources().iter().map(|source| self.source(source)), &mut lines);
        block("areas", self.from.areas().iter().map(|area| self.area(area)), &mut lines);
        block("sizes", self.from.sizes().iter().map(|size| self.size(size)), &mut lines);
        format!("{comment}{}\n", lines.join("\n"))
    }

    fn size(&self, size: &Size) -> Entry {
        let mut lines = Lines::new("  ");
        lines.lines.push(format!("- id: {}", plain(size.id.as_str())));
        lines.line("name", Some(self.in_one_line(&size.name)));
        lines.line("employees", size.employees.map(employees));
        match &size.staffing {
            Staffing::OnePerson(holder) => {
                lines.line("staffing", Some("one-person"));
                lines.line("holder", holder.as_ref().map(|holder| self.in_one_line(holder)));
            }
            Staffing::OnePerRole => lines.line("staffing", Some("one-per-role")),
            Staffing::Custom(positions) => {
                lines.line("staffing", Some("custom"));
                lines.lines.push("  positions:".to_owned());
                lines.lines.extend(positions.iter().map(|position| self.position(position)));
            }
        }
        lines.list("sources", &self.source_ids(&size.sources));
        Entry { block: lines.lines, flow: String::new() }
    }

    fn position(&self, position: &OwnPosition) -> String {
        let roles = position.roles.iter().map(|&role| self.from.role(role).id.as_str());
        let roles = list(&roles.collect::<Vec<_>>());
        let (id, name) = (plain(position.id.as_str()), self.in_one_line(&position.name));
        format!("    - {{id: {id}, name: {name}, roles: {roles}}}")
    }
}

fn block(key: &str, entries: impl ExactSizeIterator<Item = Entry>, to: &mut Vec<String>) {
    if entries.len() > 0 {
        to.extend([String::new(), format!("{key}:")]);
        to.extend(entries.flat_map(|entry| entry.block).map(|line| format!("  {line}")));
    }
}

fn employees(range: Employees) -> String {
    let min = (range.min > 0).then(|| format!("min: {}", range.min));
    let max = range.max.map(|max| format!("max: {max}"));
    format!("{{{}}}", min.into_iter().chain(max).collect::<Vec<_>>().join(", "))
}
