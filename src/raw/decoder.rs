//! Reads a tree of nodes key by key, says in words what was expected and what was found, and goes on.

use super::node::{Node, Value};
use super::{Located, RawText, Word};
use crate::problem::{Code, Nearest, Problem};
use crate::source::{FileId, Span};
use std::borrow::Cow;
use std::collections::HashMap;

/// Collects the problems of one file.
pub struct Decoder<'a> {
    file: FileId,
    text: &'a str,
    nearest: Nearest,
    problems: Vec<Problem>,
}

/// The entries of a map, taken by name.
pub struct Fields<'n, 'a> {
    /// Where the map begins.
    pub place: Span,
    what: &'static str,
    entries: Vec<(&'n str, Span, &'n Node<'a>)>,
}

impl<'n, 'a> Fields<'n, 'a> {
    /// The value of a key, if it is there.
    pub fn get(&self, key: &str) -> Option<&'n Node<'a>> {
        self.entries
            .iter()
            .find(|(name, ..)| *name == key)
            .map(|(.., node)| *node)
    }
}

impl<'a> Decoder<'a> {
    pub fn new(file: FileId, text: &'a str) -> Self {
        Self {
            file,
            text,
            nearest: Nearest::default(),
            problems: Vec::new(),
        }
    }

    pub fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// The place of a node; lists and maps are pointed at where they begin.
    pub fn span(&self, node: &Node) -> Span {
        match (&node.value, node.alias) {
            (Value::Map(entries), false) => entries
                .first()
                .map_or(self.bytes(node), |(key, _)| self.bytes(key)),
            (Value::List(items), false) => items
                .first()
                .map_or(self.bytes(node), |item| self.span(item)),
            _ => self.bytes(node),
        }
    }

    fn bytes(&self, node: &Node) -> Span {
        Span::new(self.file, node.start, node.end)
    }

    fn problem(&mut self, code: Code, span: Span, message: String, fix: Option<String>) {
        let problem = Problem::new(code, span, message);
        self.problems.push(match fix {
            Some(fix) => problem.fix(fix),
            None => problem,
        });
    }

    /// Reports aliases, merge keys and tags anywhere in the tree.
    ///
    /// The engine passes over tags that it does not know and accepts the standard ones (`!!str`, `!!int`, …), so a tag
    /// is looked for in the text before its value.
    pub fn refuse_yaml_extras(&mut self, node: &Node) {
        if node.alias {
            let fix = Some("write the value out".to_owned());
            return self.problem(
                Code::YamlAlias,
                self.bytes(node),
                "a registry has no YAML aliases".into(),
                fix,
            );
        }
        match &node.value {
            Value::Map(entries) => {
                for (key, value) in entries {
                    if matches!(&key.value, Value::Text(name) if name == "<<") {
                        let fix = Some("write the keys out".to_owned());
                        self.problem(
                            Code::MergeKey,
                            self.bytes(key),
                            "a registry has no YAML merge keys".into(),
                            fix,
                        );
                    }
                    self.refuse_tag(key.end, value);
                    self.refuse_yaml_extras(key);
                    self.refuse_yaml_extras(value);
                }
            }
            Value::List(items) => {
                for item in items {
                    let line = self.text[..item.start as usize]
                        .rfind(['\n', ',', '['])
                        .map_or(0, |before| before + 1);
                    #[expect(
                        clippy::cast_possible_truncation,
                        reason = "a file has at most 1 MiB"
                    )]
                    self.refuse_tag(line as u32, item);
                    self.refuse_yaml_extras(item);
                }
            }
            Value::Null | Value::Bool | Value::Number | Value::Text(_) => {}
        }
    }

    /// Reports a tag of the user's own between a byte and the value that follows it.
    fn refuse_tag(&mut self, from: u32, node: &Node) {
        let Some(before) = self
            .text
            .get(from as usize..node.start as usize)
            .filter(|before| before.contains('!'))
        else {
            return;
        };
        let mut offset = 0;
        for line in before.split_inclusive('\n') {
            let code = line.split(" #").next().unwrap_or_default();
            if let Some(at) = code
                .find('!')
                .filter(|_| !code.contains("!!") && !code.trim_start().starts_with('#'))
            {
                let length = code[at..]
                    .find(char::is_whitespace)
                    .unwrap_or(code.len() - at);
                #[expect(clippy::cast_possible_truncation, reason = "a file has at most 1 MiB")]
                let start = from + (offset + at) as u32;
                #[expect(clippy::cast_possible_truncation, reason = "a file has at most 1 MiB")]
                let span = Span::new(self.file, start, start + length as u32);
                let fix = Some("remove the tag, or quote a text that begins with '!'".to_owned());
                return self.problem(
                    Code::YamlTag,
                    span,
                    "a registry has no YAML tags".into(),
                    fix,
                );
            }
            offset += line.len();
        }
    }

    /// The entries of a map whose keys are all known. Unknown and repeated keys are reported here.
    pub fn fields<'n>(
        &mut self,
        node: &'n Node<'a>,
        what: &'static str,
        known: &[&'static str],
    ) -> Option<Fields<'n, 'a>> {
        let entries = self.entries(node, what)?;
        for (name, span, _) in &entries {
            if !known.contains(name) && *name != "<<" {
                let fix = self.nearest.did_you_mean(name, known.iter().copied());
                let fix = fix.or_else(|| Some(format!("known keys: {}", known.join(", "))));
                self.problem(
                    Code::UnknownKey,
                    *span,
                    format!("{what} has no key '{name}'"),
                    fix,
                );
            }
        }
        Some(Fields {
            place: self.span(node),
            what,
            entries,
        })
    }

    /// The entries of a map with any keys, each once.
    pub fn entries<'n>(
        &mut self,
        node: &'n Node<'a>,
        what: &str,
    ) -> Option<Vec<(&'n str, Span, &'n Node<'a>)>> {
        let Value::Map(map) = &node.value else {
            self.wrong_type(node, &format!("{what} as a map of keys and values"));
            return None;
        };
        let mut seen: HashMap<&str, Span> = HashMap::with_capacity(map.len());
        let mut entries = Vec::with_capacity(map.len());
        for (key, value) in map {
            let span = self.bytes(key);
            let Some(name) = self.key_name(key) else {
                continue;
            };
            if let Some(first) = seen.get(name) {
                let problem = Problem::new(
                    Code::DuplicateKey,
                    span,
                    format!("the key '{name}' stands here a second time"),
                );
                self.problems.push(
                    problem
                        .fix("keep one of them")
                        .related(*first, "the first is here"),
                );
            } else {
                seen.insert(name, span);
                entries.push((name, span, value));
            }
        }
        Some(entries)
    }

    fn key_name<'n>(&mut self, key: &'n Node<'a>) -> Option<&'n str>
    where
        'a: 'n,
    {
        match &key.value {
            Value::Text(name) => Some(name),
            Value::Bool | Value::Number => Some(self.written(key)),
            Value::Null | Value::List(_) | Value::Map(_) => {
                self.wrong_type(key, "a word as a key");
                None
            }
        }
    }

    /// A key that has to be there.
    pub fn required<'n>(
        &mut self,
        fields: &Fields<'n, 'a>,
        key: &str,
        example: &str,
    ) -> Option<&'n Node<'a>> {
        let found = fields.get(key);
        if found.is_none() {
            let message = format!("{} has no '{key}'", fields.what);
            self.problem(
                Code::MissingKey,
                fields.place,
                message,
                Some(format!("add `{key}: {example}`")),
            );
        }
        found
    }

    /// A text, or a map from language to text.
    pub fn text(&mut self, node: &Node<'a>) -> Option<RawText<'a>> {
        if let Value::Map(_) = node.value {
            let entries = self.entries(node, "a text")?;
            let word = |decoder: &mut Self, (name, span, value): (&str, Span, &Node<'a>)| {
                let language = Located {
                    span,
                    value: Cow::Owned(name.to_owned()),
                };
                Some((language, decoder.word(value, "a text")?))
            };
            let each = entries
                .into_iter()
                .filter_map(|entry| word(self, entry))
                .collect();
            return Some(RawText::Each(self.span(node), each));
        }
        self.word(node, "a text").map(RawText::Plain)
    }

    /// A scalar as it was written; `1.10`, `no` and dates stay what they look like. An empty value is an empty word,
    /// which the next room reports as blank.
    pub fn word(&mut self, node: &Node<'a>, expected: &str) -> Option<Word<'a>> {
        let value = match &node.value {
            Value::Text(text) => text.clone(),
            Value::Bool | Value::Number => Cow::Borrowed(self.written(node)),
            Value::Null => Cow::Borrowed(""),
            Value::List(_) | Value::Map(_) => {
                self.wrong_type(node, expected);
                return None;
            }
        };
        Some(Located {
            span: self.bytes(node),
            value,
        })
    }

    /// A number as it was written; a number in quotes is none.
    pub fn number(&mut self, node: &Node<'a>, expected: &str) -> Option<Word<'a>> {
        if let Value::Number = node.value {
            return Some(Located {
                span: self.bytes(node),
                value: Cow::Borrowed(self.written(node)),
            });
        }
        self.wrong_type(node, expected);
        None
    }

    /// A list, each item read by the same function.
    pub fn list<T>(
        &mut self,
        node: &Node<'a>,
        expected: &str,
        mut item: impl FnMut(&mut Self, &Node<'a>) -> Option<T>,
    ) -> Vec<T> {
        match &node.value {
            Value::List(items) => items.iter().filter_map(|node| item(self, node)).collect(),
            Value::Null => Vec::new(),
            Value::Bool | Value::Number | Value::Text(_) | Value::Map(_) => {
                self.wrong_type(node, &format!("a list of {expected}"));
                Vec::new()
            }
        }
    }

    /// A list of words, or nothing where the key is not there.
    pub fn words(&mut self, node: Option<&Node<'a>>, expected: &str) -> Vec<Word<'a>> {
        let one = format!("one of {expected}");
        node.map(|node| self.list(node, expected, |decoder, item| decoder.word(item, &one)))
            .unwrap_or_default()
    }

    fn written(&self, node: &Node) -> &'a str {
        self.text
            .get(node.start as usize..node.end as usize)
            .unwrap_or_default()
    }

    fn wrong_type(&mut self, node: &Node<'a>, expected: &str) {
        let found = match &node.value {
            Value::Null => "nothing".to_owned(),
            Value::Bool => format!("the truth value {}", self.written(node)),
            Value::Number => format!("the number {}", self.written(node)),
            Value::Text(text) => format!("the text '{}'", shortened(text)),
            Value::List(_) => "a list".to_owned(),
            Value::Map(_) => "a map".to_owned(),
        };
        self.problem(
            Code::WrongType,
            self.span(node),
            format!("expected {expected}, found {found}"),
            None,
        );
    }
}

/// A text of the file inside a message: its first words are enough.
fn shortened(text: &str) -> String {
    let mut letters = text.chars();
    let head: String = letters.by_ref().take(40).collect();
    if letters.next().is_some() {
        head + "…"
    } else {
        head
    }
}
