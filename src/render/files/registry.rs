//! The whole `registry.yaml` of a registry, with all that its roles share.

use super::list::Entry;
use super::scalar::{list, plain};
use super::transfer::Transfer;
use crate::model::{Employees, Size, Staffing, Weekday};

impl Transfer<'_> {
    /// The file, with these lines at its beginning.
    pub fn registry_file(&self, comment: &str) -> String {
        let tags: Vec<&str> = self.languages.iter().map(|(tag, _)| *tag).collect();
        let mut lines = vec![format!("{comment}version: 1")];
        let title = self.from.title().map(|title| self.in_one_line(title));
        lines.extend(title.map(|title| format!("title: {title}")));
        lines.push(format!("languages: {}", list(&tags)));
        let days = self.from.workdays();
        if *days != Weekday::ALL[..5] {
            let days: Vec<&str> = days.iter().map(|day| day.as_str()).collect();
            lines.push(format!("workdays: {}", list(&days)));
        }
        block("sources", self.from.sources().iter().map(|source| self.source(source)), &mut lines);
        block("areas", self.from.areas().iter().map(|area| self.area(area)), &mut lines);
        block("sizes", self.from.sizes().iter().map(|size| self.size(size)), &mut lines);
        lines.join("\n") + "\n"
    }

    fn size(&self, size: &Size) -> Entry {
        let mut lines = vec![
            format!("- id: {}", plain(size.id.as_str())),
            format!("  name: {}", self.in_one_line(&size.name)),
        ];
        lines.extend(size.employees.map(|range| format!("  employees: {}", employees(range))));
        let staffing = match &size.staffing {
            Staffing::OnePerson(_) => "one-person",
            Staffing::OnePerRole => "one-per-role",
            Staffing::Custom(_) => "custom",
        };
        lines.push(format!("  staffing: {staffing}"));
        if let Staffing::OnePerson(Some(holder)) = &size.staffing {
            lines.push(format!("  holder: {}", self.in_one_line(holder)));
        }
        if let Staffing::Custom(positions) = &size.staffing {
            lines.push("  positions:".to_owned());
            for position in positions {
                let roles = position.roles.iter().map(|&role| self.from.role(role).id.as_str());
                let roles = list(&roles.collect::<Vec<_>>());
                let (id, name) = (plain(position.id.as_str()), self.in_one_line(&position.name));
                lines.push(format!("    - {{id: {id}, name: {name}, roles: {roles}}}"));
            }
        }
        let sources = self.source_ids(&size.sources);
        lines.extend((!sources.is_empty()).then(|| format!("  sources: {}", list(&sources))));
        Entry { block: lines, flow: String::new() }
    }
}

/// A list below its key.
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
