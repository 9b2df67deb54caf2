//! Other words for the tasks of roles, as `also_called.yaml` has them.

use super::scalar::{in_flow, plain, schema};
use super::transfer::Transfer;
use crate::model::Text;

const WIDEST_LIST: usize = 118;

/// The beginning of a file of other words where there was none.
const BEGINNING: &str = "# Other words for tasks: `roles who` finds a task by them. Below the id of a role stand the ids of its tasks, and below\n# each the words, in a list for each language.\n";

impl Transfer<'_> {
    /// `also_called.yaml` with the words for the tasks of these roles; nothing if there are none in its languages.
    pub fn other_words_file(&self, old: Option<&str>, has_schemas: bool) -> Option<String> {
        let roles = self.roles.iter().filter_map(|&role| {
            let role = self.from.role(role);
            let tasks = role.tasks.iter();
            let tasks: String =
                tasks.map(|task| self.entry("  ", task.id.as_str(), &task.also_called)).collect();
            (!tasks.is_empty()).then(|| format!("\n{}:\n{tasks}", plain(role.id.as_str())))
        });
        let new: String = roles.collect();
        if new.is_empty() {
            return None;
        }
        let beginning = || schema("also_called", has_schemas) + BEGINNING;
        let old = old.map_or_else(beginning, without_braces);
        Some(format!("{}\n{new}", old.trim_end()))
    }

    pub fn words_of_every_task(&self) -> String {
        self.entry("", "every_task", self.from.words_of_every_task())
    }

    /// A list of words for each language that has some, below their key.
    fn entry(&self, indent: &str, key: &str, all: &[Text]) -> String {
        let mut words = String::new();
        for &(tag, language) in &self.languages {
            let in_language = all.iter().filter_map(|text| text.in_language(language));
            let items: Vec<String> = in_language.map(in_flow).collect();
            if !items.is_empty() {
                words += &wrapped(&format!("{indent}  {}: [", plain(tag)), &items);
            }
        }
        if words.is_empty() { words } else { format!("{indent}{}:\n{words}", plain(key)) }
    }
}

/// Items in brackets behind a key, on as many lines as they need.
fn wrapped(key: &str, items: &[String]) -> String {
    let (mut lines, mut line) = (String::new(), key.to_owned());
    for (number, item) in items.iter().enumerate() {
        let is_last = number + 1 == items.len();
        let item = format!("{item}{}", if is_last { "]" } else { "," });
        if number > 0 && line.chars().count() + 1 + item.chars().count() > WIDEST_LIST {
            lines += &line;
            lines += "\n";
            line = format!("      {item}");
        } else {
            line += if number > 0 { " " } else { "" };
            line += &item;
        }
    }
    format!("{lines}{line}\n")
}

/// A file of nothing but `{}`, which has no room for more, without it.
fn without_braces(old: &str) -> String {
    let is_content = |line: &str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let is_empty = |line: &str| line.trim() == "{}";
    if old.lines().filter(|line| is_content(line)).all(is_empty) {
        let lines: Vec<&str> = old.lines().filter(|line| !is_empty(line)).collect();
        return lines.join("\n");
    }
    old.replace("\r\n", "\n")
}
