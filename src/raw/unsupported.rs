//! What YAML can do and a registry has no use for: aliases, merge keys, tags; and characters that turn the direction of
//! writing, wherever they stand, comments included.
//!
//! The engine passes over most tags, so tags are looked for in the text between one value and the next, where nothing
//! but structure, comments, anchors and tags can stand.

use super::node::{Node, Value};
use crate::problem::{Code, Problem, Problems};
use crate::source::{FileId, Span};
use crate::unicode::is_bidirectional;
use std::ops::Range;

/// Every such thing in a file.
pub fn refused(file: FileId, text: &str, tree: &Node, has_directions: bool) -> Problems {
    let mut extras = Extras { file, text, cursor: 0, problems: Problems::default() };
    if may_hold_any(text) {
        extras.visit(tree);
    }
    if has_directions {
        extras.directions();
    }
    extras.problems
}

/// Whether the text has a letter that one of them needs. Most files have none, and their trees need not be walked.
fn may_hold_any(text: &str) -> bool {
    // To look at every byte is faster than to stop at the first: processors take many at a time.
    let is_one = |byte: u8| matches!(byte, b'!' | b'*' | b'\t' | b'<');
    text.bytes().fold(false, |found, byte| found | is_one(byte))
}

struct Extras<'t> {
    file: FileId,
    text: &'t str,
    /// The end of the last value; between it and the next value stand only structure, comments, anchors and tags.
    cursor: usize,
    problems: Problems,
}

impl Extras<'_> {
    fn visit(&mut self, node: &Node) {
        self.tags_before(node.start as usize);
        if node.alias {
            self.refuse(
                Code::YamlAlias,
                node.start as usize..node.end as usize,
                "a registry has no YAML aliases",
                "write the value out",
            );
            self.cursor = node.end as usize;
            return;
        }
        match &node.value {
            Value::Map(entries) => {
                let text = self.text.get(node.start as usize..).unwrap_or_default();
                let is_block = !text.starts_with('{');
                for (key, value) in entries {
                    if is_block {
                        self.tab_before(key.start as usize);
                    }
                    if matches!(&key.value, Value::Text(name) if name == "<<") {
                        self.refuse(
                            Code::MergeKey,
                            key.start as usize..key.end as usize,
                            "a registry has no YAML merge keys",
                            "write the keys out",
                        );
                    }
                    self.visit(key);
                    self.visit(value);
                }
            }
            Value::List(items) => items.iter().for_each(|item| self.visit(item)),
            Value::Null | Value::Bool | Value::Number | Value::Text(_) => {
                self.cursor = node.end as usize
            }
        }
    }

    /// Reports a tab in the indentation of a key: the engine takes some of them, other programs none.
    fn tab_before(&mut self, key: usize) {
        let before = self.text.get(..key).unwrap_or_default();
        let line = &before[before.trim_end_matches([' ', '\t', '-']).len()..];
        let begins =
            line.len() == before.len() || before[..before.len() - line.len()].ends_with('\n');
        if let (true, Some(tab)) = (begins, line.find('\t')) {
            let at = key - line.len() + tab;
            let message = "this is not YAML: a tab in the indentation";
            let fix = "indent with spaces, never with tabs";
            self.refuse(Code::YamlSyntax, at..at + 1, message, fix);
        }
    }

    /// Reports tags between the last value and a byte.
    fn tags_before(&mut self, end: usize) {
        let start = self.cursor;
        self.cursor = end.max(start);
        let Some(gap) = self.text.get(start..end).filter(|gap| gap.contains('!')) else {
            return;
        };
        let mut offset = start;
        for line in gap.split_inclusive('\n') {
            let comment = line
                .match_indices('#')
                .find(|(at, _)| line[..*at].chars().next_back().is_none_or(char::is_whitespace));
            let code = &line[..comment.map_or(line.len(), |(at, _)| at)];
            let mut place = offset;
            for token in code
                .split_inclusive(|letter: char| letter.is_whitespace() || "[]{},".contains(letter))
            {
                let tag = token.trim_end_matches(|letter: char| {
                    letter.is_whitespace() || "[]{},".contains(letter)
                });
                if tag.starts_with('!') {
                    let range = place..place + tag.len();
                    self.refuse(
                        Code::YamlTag,
                        range,
                        "a registry has no YAML tags",
                        "remove the tag, or quote a text that begins with '!'",
                    );
                }
                place += token.len();
            }
            offset += line.len();
        }
    }

    /// Reports characters that turn the direction of writing (Unicode Standard Annex #9) where they are written raw.
    fn directions(&mut self) {
        for (at, letter) in self.text.char_indices().filter(|&(_, letter)| is_bidirectional(letter))
        {
            let message =
                format!("the character U+{:04X} turns the direction of writing", u32::from(letter));
            let range = at..at + letter.len_utf8();
            self.refuse(
                Code::ControlCharacter,
                range,
                &message,
                "remove it: it could change what people see",
            );
        }
    }

    fn refuse(&mut self, code: Code, range: Range<usize>, message: &str, fix: &str) {
        self.problems.push(Problem::new(code, Span::of(self.file, range), message).fix(fix));
    }
}

/// Whether a text holds such a character at all. Most files have hardly a byte that they all begin with.
pub fn has_directions(text: &str) -> bool {
    let mut begins = text.bytes().enumerate().filter(|&(_, byte)| byte == 0xe2);
    begins.any(|(at, _)| text[at..].starts_with(is_bidirectional))
}
