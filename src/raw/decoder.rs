//! Reads a tree of nodes key by key, says in words what was expected and what was found, and goes on.

use super::hashes::hashtag;
use super::node::{Node, Value};
use super::unsupported::has_directions;
use super::{Located, RawText, Word, hints};
use crate::problem::{Code, Nearest, Problem, Problems, shortened};
use crate::source::{FileId, Span};
use crate::unicode::is_bidirectional;
use std::borrow::Cow;
use std::ops::Range;

/// Collects the problems of one file.
pub struct Decoder<'a> {
    pub(super) file: FileId,
    pub(super) text: &'a str,
    pub(super) nearest: Nearest,
    pub(super) problems: Problems,
    pub(super) has_directions: bool,
}

impl<'a> Decoder<'a> {
    pub fn new(file: FileId, text: &'a str) -> Self {
        Self {
            file,
            text,
            nearest: Nearest::for_one_file(),
            has_directions: has_directions(text),
            problems: Problems::default(),
        }
    }

    pub fn into_problems(self) -> Problems {
        self.problems
    }

    /// The place of a node; lists and maps are pointed at where they begin.
    pub fn span(&self, node: &Node) -> Span {
        match (&node.value, node.alias) {
            (Value::Map(entries), false) => {
                entries.first().map_or(self.bytes(node), |(key, _)| self.bytes(key))
            }
            (Value::List(items), false) => {
                items.first().map_or(self.bytes(node), |item| self.span(item))
            }
            _ => self.bytes(node),
        }
    }

    pub(super) fn bytes(&self, node: &Node) -> Span {
        Span::new(self.file, node.start, node.end)
    }

    pub(super) fn problem(&mut self, code: Code, span: Span, message: String, fix: Option<String>) {
        let problem = Problem::new(code, span, message);
        self.problems.push(match fix {
            Some(fix) => problem.fix(fix),
            None => problem,
        });
    }

    /// A text, or a map from language to text. An empty value is an empty text, which is reported as blank later.
    pub fn text(&mut self, node: &Node<'a>) -> Option<RawText<'a>> {
        if let Value::Map(_) = node.value {
            let entries = self.entries(node, "a text")?;
            let is_empty = entries.is_empty();
            let word = |decoder: &mut Self, (name, span, value): (&str, Span, &Node<'a>)| {
                if decoder.is_without_value(name, span, value) {
                    return None;
                }
                let language = Located { span, value: Cow::Owned(name.to_owned()) };
                Some((language, decoder.scalar(value, "a text")?))
            };
            let each: Vec<_> = entries.into_iter().filter_map(|entry| word(self, entry)).collect();
            return (is_empty || !each.is_empty()).then(|| RawText::Each(self.span(node), each));
        }
        self.scalar(node, "a text").map(RawText::Plain)
    }

    /// Reports what looks like a language without a text and is a slip of another kind.
    pub(super) fn is_without_value(&mut self, name: &str, key: Span, value: &Node) -> bool {
        let fix = hints::key_without_value(self.text, key.start as usize, key.end as usize);
        let (Value::Null, Some(fix)) = (&value.value, fix) else {
            return false;
        };
        let message = format!("'{}' has no text behind it", shortened(name));
        self.problem(Code::WrongType, key, message, Some(fix.to_owned()));
        true
    }

    /// A word such as an id: a scalar as it was written, without the white space around it.
    pub fn word(&mut self, node: &Node<'a>, expected: &str) -> Option<Word<'a>> {
        if let (Value::Null, false) = (&node.value, node.alias) {
            self.wrong_type(node, expected, Some("leave the key out where there is none"));
            return None;
        }
        let word = self.scalar(node, expected)?;
        let value = match word.value {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
        };
        Some(Located { value, ..word })
    }

    /// A scalar as it was written; `1.10`, `no` and dates stay what they look like.
    pub(super) fn scalar(&mut self, node: &Node<'a>, expected: &str) -> Option<Word<'a>> {
        let value = match &node.value {
            _ if node.alias => return None,
            Value::Text(text) => text.clone(),
            Value::Bool | Value::Number => Cow::Borrowed(self.written(node)),
            Value::Null => {
                // What is not there has the place of the colon in front of it.
                let end = node.end as usize;
                let colon = self.text.get(end..).is_some_and(|rest| rest.starts_with(':'));
                if let Some(tag) = hashtag(self.text, end + usize::from(colon)) {
                    self.blank_by_hash(tag);
                    return None;
                }
                Cow::Borrowed("")
            }
            Value::List(_) => {
                let fix = "write one value, without brackets and hyphens";
                self.wrong_type(node, expected, Some(fix));
                return None;
            }
            Value::Map(_) => {
                let fix = "write one value, without braces and further keys";
                self.wrong_type(node, expected, Some(fix));
                return None;
            }
        };
        // Raw characters that turn the direction of writing are reported where they stand, once.
        let value = if self.has_directions && self.written(node).contains(is_bidirectional) {
            Cow::Owned(value.replace(is_bidirectional, ""))
        } else {
            value
        };
        let has_no_bytes = node.start == node.end && matches!(node.value, Value::Text(_));
        let span = if has_no_bytes { self.last_before(node) } else { self.bytes(node) };
        Some(Located { span, value })
    }

    fn blank_by_hash(&mut self, tag: Range<usize>) {
        let place = Span::of(self.file, tag);
        let message = "the text is blank: what follows a # is a comment".to_owned();
        let fix = Some("put the text in quotes".to_owned());
        self.problem(Code::BlankText, place, message, fix);
    }

    /// What announces a value that has no bytes of its own, such as the `|` of a text with no lines.
    fn last_before(&self, node: &Node) -> Span {
        let before = self.text.get(..node.start as usize).unwrap_or_default();
        let Some((at, letter)) = before.trim_end().char_indices().next_back() else {
            return self.bytes(node);
        };
        Span::of(self.file, at..at + letter.len_utf8())
    }

    /// A number as it was written; a number in quotes is none.
    pub fn number(&mut self, node: &Node<'a>, expected: &str) -> Option<Word<'a>> {
        match &node.value {
            Value::Number if !node.alias => {
                Some(Located { span: self.bytes(node), value: Cow::Borrowed(self.written(node)) })
            }
            Value::Text(text) if text.parse::<f64>().is_ok() => {
                self.wrong_type(node, expected, Some("write the number without quotes"));
                None
            }
            Value::Null => {
                let fix = Some("leave the key out where there is none");
                self.wrong_type(node, expected, fix);
                None
            }
            _ => {
                let unit = node.plain_text().and_then(hints::without_unit);
                let fix = unit.unwrap_or_else(|| hints::number(expected).to_owned());
                self.wrong_type(node, expected, Some(&fix));
                None
            }
        }
    }

    /// A list, each item read by the same function; `None` for something that is no list.
    pub fn list<T>(
        &mut self,
        node: &Node<'a>,
        expected: &str,
        mut item: impl FnMut(&mut Self, &Node<'a>) -> Option<T>,
    ) -> Option<Vec<T>> {
        match &node.value {
            _ if node.alias => None,
            Value::List(items) => {
                let mut list = Vec::with_capacity(items.len());
                list.extend(items.iter().filter_map(|node| item(self, node)));
                Some(list)
            }
            Value::Null => Some(Vec::new()),
            Value::Bool | Value::Number | Value::Text(_) => {
                let fix = hints::list_of(expected, Some(self.written(node)));
                self.wrong_type(node, &format!("a list of {expected}"), Some(&fix));
                None
            }
            Value::Map(_) => {
                let fix = hints::list_of(expected, None);
                self.wrong_type(node, &format!("a list of {expected}"), Some(&fix));
                None
            }
        }
    }

    /// A list of words, or nothing where the key is not there.
    pub fn words(&mut self, node: Option<&Node<'a>>, expected: &str) -> Vec<Word<'a>> {
        self.listed_words(node, expected).unwrap_or_default()
    }

    /// The same, apart from something that is no list.
    pub fn listed_words(
        &mut self,
        node: Option<&Node<'a>>,
        expected: &str,
    ) -> Option<Vec<Word<'a>>> {
        let one = format!("one of {expected}");
        self.list(node?, expected, |decoder, item| decoder.word(item, &one))
    }

    pub(super) fn written(&self, node: &Node) -> &'a str {
        self.text.get(node.start as usize..node.end as usize).unwrap_or_default()
    }

    pub(super) fn wrong_type(&mut self, node: &Node<'a>, expected: &str, fix: Option<&str>) {
        if node.alias {
            return;
        }
        let found = match &node.value {
            Value::Null => "nothing".to_owned(),
            Value::Bool => format!("the truth value {}", self.written(node)),
            Value::Number => format!("the number {}", shortened(self.written(node))),
            Value::Text(text) => format!("the text '{}'", shortened(text)),
            Value::List(_) => "a list".to_owned(),
            Value::Map(_) => "a map".to_owned(),
        };
        self.problem(
            Code::WrongType,
            self.span(node),
            format!("expected {expected}, found {found}"),
            fix.map(str::to_owned),
        );
    }
}
