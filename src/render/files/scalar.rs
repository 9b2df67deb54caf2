//! Single values and lists of them as YAML: as they are where YAML takes them for texts, else in quotes.

use crate::model::Hours;
use crate::source::SCHEMA_FOLDER;
use std::fmt::Display;

/// The words that YAML, or an older version of it, takes for something else than a text.
const RESERVED: [&str; 9] = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];

/// Where there are schemas beside the registry, the lines at the beginning of a file that tell editors so.
pub fn schema(name: &str, has_schemas: bool) -> String {
    if !has_schemas {
        return String::new();
    }
    format!("# yaml-language-server: $schema={SCHEMA_FOLDER}/{name}.json\n#\n")
}

/// A text behind a key or a hyphen.
pub fn plain(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { quoted(text) }
}

/// A text in brackets or braces.
pub fn in_flow(text: &str) -> String {
    if is_plain(text) && !text.contains([',', '[', ']', '{', '}']) {
        text.to_owned()
    } else {
        quoted(text)
    }
}

/// A list in brackets.
pub fn list(items: &[impl AsRef<str>]) -> String {
    let items: Vec<String> = items.iter().map(|item| in_flow(item.as_ref())).collect();
    format!("[{}]", items.join(", "))
}

/// Keys and their values, a line each.
pub struct Lines {
    pub indent: &'static str,
    pub lines: Vec<String>,
}

impl Lines {
    pub fn new(indent: &'static str) -> Self {
        Self { indent, lines: Vec::new() }
    }

    /// A value as it is written, if it is there.
    pub fn line(&mut self, key: &str, value: Option<impl Display>) {
        self.lines.extend(value.map(|value| format!("{}{key}: {value}", self.indent)));
    }

    /// A list, unless it is empty.
    pub fn list(&mut self, key: &str, items: &[impl AsRef<str>]) {
        self.line(key, (!items.is_empty()).then(|| list(items)));
    }

    /// Hours, as short as they can be.
    pub fn hours(&mut self, key: &str, hours: Option<Hours>) {
        let hours = hours.map(|hours| hours.to_string());
        self.line(key, hours.as_deref().map(|hours| hours.trim_end_matches(".0")));
    }
}

/// Whether a text needs no quotes: a text that begins with a letter, and has nothing in it that ends it.
fn is_plain(text: &str) -> bool {
    let begins_as_text = text.starts_with(char::is_alphabetic);
    let ends_early = text.contains(": ") || text.contains(" #") || text.ends_with([':', ' ']);
    let is_word = RESERVED.iter().any(|word| text.eq_ignore_ascii_case(word));
    begins_as_text && !ends_early && !is_word && !text.chars().any(is_escaped)
}

/// Characters that a text in quotes may only hold as their numbers.
fn is_escaped(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}'..='\u{ffff}')
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\n' => quoted += "\\n",
            '\t' => quoted += "\\t",
            letter if is_escaped(letter) => {
                quoted += "\\U";
                quoted.extend(format!("{:08x}", u32::from(letter)).chars());
            }
            letter => quoted.push(letter),
        }
    }
    quoted + "\""
}
