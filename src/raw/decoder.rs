//! Reads a tree of nodes key by key, says in words what was expected and what was found, and goes on.

use super::hints::{self, hashtag};
use super::tree::{Node, Value};
use crate::problem::{Code, Nearest, Problem, Problems, shortened};
use crate::source::{FileId, Span};
use crate::unicode::is_misleading;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Keys that begin so are anybody's own.
pub const OWN: &str = "x-";

/// A map of more keys is long.
const FEW_KEYS: usize = 32;

/// A value with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Located<T> {
    pub span: Span,
    pub value: T,
}

/// A word or text with its place, as it was written.
pub type Word<'a> = Located<Cow<'a, str>>;

/// A text: the same in every language, or one for each.
#[derive(Clone, Debug)]
pub enum RawText<'a> {
    Plain(Word<'a>),
    /// A map from language to string, and the map's place.
    Each(Span, Vec<(Word<'a>, Word<'a>)>),
}

/// Reads the values of one file and collects its problems. Where a key is missing, nothing is read and nothing is said.
pub struct Decoder<'a> {
    pub file: FileId,
    pub stem: &'a str,
    pub text: &'a str,
    pub nearest: Nearest,
    pub problems: Problems,
    /// Whether some character makes the text look other than it is.
    pub misleads: bool,
    /// Whether this changes what a base has, and so may leave out what that says.
    pub is_change: bool,
}

/// The key and the value of an entry of a map.
pub type Entry<'n, 'a> = (Word<'a>, &'n Node<'a>);

impl<'a> Decoder<'a> {
    /// The place of a node; lists and maps are pointed at where they begin.
    pub fn span(&self, node: &Node) -> Span {
        match &node.value {
            Value::Map(entries) => {
                entries.first().map_or(self.bytes(node), |(key, _)| self.bytes(key))
            }
            Value::List(items) => items.first().map_or(self.bytes(node), |item| self.span(item)),
            _ => self.bytes(node),
        }
    }

    pub fn bytes(&self, node: &Node) -> Span {
        Span::new(self.file, node.start, node.end)
    }

    /// A text, or a map from language to text. An empty value is an empty text, which is reported as blank later.
    pub fn text(&mut self, node: Option<&Node<'a>>) -> Option<RawText<'a>> {
        let node = node?;
        if let Value::Map(_) = node.value {
            let each =
                self.in_languages(node, "a text", |decoder, text| decoder.scalar(text, "a text"))?;
            let is_empty = each.is_empty();
            let each: Vec<_> = each.into_iter().flatten().collect();
            return (is_empty || !each.is_empty()).then(|| RawText::Each(self.span(node), each));
        }
        self.scalar(node, "a text").map(RawText::Plain)
    }

    pub fn texts(&mut self, node: Option<&Node<'a>>, expected: &str) -> Vec<RawText<'a>> {
        let text = |decoder: &mut Self, node: &Node<'a>| decoder.text(Some(node));
        self.list(node, expected, text).unwrap_or_default()
    }

    /// A map from language to whatever the function reads; `None` for an entry with a mistake.
    pub fn in_languages<T>(
        &mut self,
        node: &Node<'a>,
        what: &str,
        read: impl Fn(&mut Self, &Node<'a>) -> Option<T>,
    ) -> Option<Vec<Option<(Word<'a>, T)>>> {
        let mut each = Vec::new();
        for (language, value) in self.entries(node, what)? {
            let is_slip = self.is_without_value(&language, value);
            let value = if is_slip { None } else { read(self, value) };
            each.push(value.map(|value| (language, value)));
        }
        Some(each)
    }

    /// Reports what looks like a language without a text and is a slip of another kind.
    fn is_without_value(&mut self, key: &Word, value: &Node) -> bool {
        let Span { start, end, .. } = key.span;
        let fix = hints::key_without_value(self.text, start as usize, end as usize);
        let (Value::Null, Some(fix)) = (&value.value, fix) else {
            return false;
        };
        let message = format!("'{}' has no text behind it", shortened(&key.value));
        self.problems.report(Code::WrongType, key.span, message, fix);
        true
    }

    /// A word such as an id: a scalar as it was written, without the white space around it.
    pub fn single(&mut self, node: Option<&Node<'a>>, expected: &str) -> Option<Word<'a>> {
        let node = node?;
        if let Value::Null = node.value {
            return self.wrong_type(node, expected, "leave the key out where there is none");
        }
        self.scalar(node, expected).map(trimmed)
    }

    /// A scalar as it was written; `1.10`, `no` and dates stay what they look like.
    pub fn scalar(&mut self, node: &Node<'a>, expected: &str) -> Option<Word<'a>> {
        let value = match &node.value {
            Value::Alias => return None,
            Value::Text(text) => text.clone(),
            Value::Bool | Value::Number => Cow::Borrowed(self.written(node)),
            Value::Null => {
                // What is not there has the place of the colon in front of it.
                let end = node.end as usize;
                let colon = self.text.get(end..).is_some_and(|rest| rest.starts_with(':'));
                let tag = hashtag(self.text, end + usize::from(colon));
                let place = tag.map(|tag| Span::of(self.file, tag));
                let is_comment = || hints::is_comment_for_item(self.text, end);
                if let Some(place) = place.or_else(|| is_comment().then(|| self.bytes(node))) {
                    let message = "the text is blank: what follows a # is a comment";
                    self.problems.report(Code::BlankText, place, message, "put the text in quotes");
                    return None;
                }
                Cow::Borrowed("")
            }
            Value::List(_) => {
                let fix = "write one value, without brackets and hyphens";
                return self.wrong_type(node, expected, fix);
            }
            Value::Map(_) => {
                let fix = "write one value, without braces and further keys";
                return self.wrong_type(node, expected, fix);
            }
        };
        // Raw characters that mislead are reported where they stand, once.
        let value = if self.misleads && self.written(node).contains(is_misleading) {
            Cow::Owned(value.replace(is_misleading, ""))
        } else {
            value
        };
        let has_no_bytes = node.start == node.end && matches!(node.value, Value::Text(_));
        let span = if has_no_bytes { self.last_before(node) } else { self.bytes(node) };
        Some(Located { span, value })
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
    pub fn number(&mut self, node: Option<&Node<'a>>, expected: &str) -> Option<Word<'a>> {
        let node = node?;
        match &node.value {
            Value::Number => {
                Some(Located { span: self.bytes(node), value: Cow::Borrowed(self.written(node)) })
            }
            Value::Text(text) if text.parse::<f64>().is_ok() => {
                self.wrong_type(node, expected, "write the number without quotes")
            }
            Value::Null => self.wrong_type(node, expected, "leave the key out where there is none"),
            _ => {
                let unit = node.plain_text().and_then(hints::without_unit);
                let fix = unit.unwrap_or_else(|| hints::number(expected).to_owned());
                self.wrong_type(node, expected, &fix)
            }
        }
    }

    /// A truth value; it is false where it is left out.
    pub fn truth(&mut self, node: Option<&Node<'a>>) -> bool {
        let Some(node) = node else { return false };
        if let Value::Bool = node.value {
            return self.written(node).eq_ignore_ascii_case("true");
        }
        let fix = "write true, or leave the key out";
        self.wrong_type(node, "true or false", fix).unwrap_or_default()
    }

    /// A list, each item read by the same function; `None` also for something that is no list.
    pub fn list<T>(
        &mut self,
        node: Option<&Node<'a>>,
        expected: &str,
        item: impl FnMut(&mut Self, &Node<'a>) -> Option<T>,
    ) -> Option<Vec<T>> {
        self.whole_list(node, expected, item).0
    }

    /// A list, and whether these are all its items: none is left out because something is wrong with it.
    pub fn whole_list<T>(
        &mut self,
        node: Option<&Node<'a>>,
        expected: &str,
        mut item: impl FnMut(&mut Self, &Node<'a>) -> Option<T>,
    ) -> (Option<Vec<T>>, bool) {
        let Some(node) = node else { return (None, true) };
        let written = match &node.value {
            Value::Alias => return (None, false),
            Value::List(items) => {
                let mut list = Vec::with_capacity(items.len());
                list.extend(items.iter().filter_map(|node| item(self, node)));
                let is_whole = list.len() == items.len();
                return (Some(list), is_whole);
            }
            Value::Null => return (Some(Vec::new()), true),
            Value::Bool | Value::Number | Value::Text(_) => Some(self.written(node)),
            Value::Map(_) => None,
        };
        let fix = hints::list_of(expected, written);
        (self.wrong_type(node, &format!("a list of {expected}"), &fix), false)
    }

    /// A list of words; nothing also for something that is no list.
    pub fn words(&mut self, node: Option<&Node<'a>>, expected: &str) -> Vec<Word<'a>> {
        self.listed_words(node, expected).unwrap_or_default()
    }

    /// A list of words; `None` also for something that is no list.
    pub fn listed_words(
        &mut self,
        node: Option<&Node<'a>>,
        expected: &str,
    ) -> Option<Vec<Word<'a>>> {
        // Most lists are left out.
        let one = format!("one of {}", node.map(|_| expected)?);
        self.list(node, expected, |decoder, item| decoder.single(Some(item), &one))
    }

    pub fn written(&self, node: &Node) -> &'a str {
        self.text.get(node.start as usize..node.end as usize).unwrap_or_default()
    }

    /// Reports a value of another kind than expected; nothing can be read from it.
    pub fn wrong_type<T>(&mut self, node: &Node, expected: &str, fix: &str) -> Option<T> {
        let is_comment = matches!(node.value, Value::Null)
            && hints::is_comment_for_item(self.text, node.end as usize);
        let fix = if is_comment { "put a text that has a # in it in quotes" } else { fix };
        let problem = self.mismatch(node, expected);
        self.problems.extend(problem.map(|problem| problem.fix(fix)));
        None
    }

    /// What is wrong with such a value, unless it is an alias: those are refused on reading.
    fn mismatch(&self, node: &Node, expected: &str) -> Option<Problem> {
        let found = match &node.value {
            Value::Alias => return None,
            Value::Null => "nothing".to_owned(),
            Value::Bool => format!("the truth value {}", self.written(node)),
            Value::Number => format!("the number {}", shortened(self.written(node))),
            Value::Text(text) => format!("the text '{}'", shortened(text)),
            Value::List(_) => "a list".to_owned(),
            Value::Map(_) => "a map".to_owned(),
        };
        let message = format!("expected {expected}, found {found}");
        Some(Problem::new(Code::WrongType, self.span(node), message))
    }

    /// The entries of a map whose keys are ids. A merge key is refused elsewhere.
    pub fn by_id<'n>(&mut self, node: &'n Node<'a>, what: &str) -> Option<Vec<Entry<'n, 'a>>> {
        let mut entries = self.all_entries(node, what)?;
        entries.retain(|(id, _)| id.value != "<<");
        Some(entries)
    }

    /// The entries of a map with any keys, each once, but those that are anybody's own.
    pub fn entries<'n>(&mut self, node: &'n Node<'a>, what: &str) -> Option<Vec<Entry<'n, 'a>>> {
        let mut entries = self.all_entries(node, what)?;
        entries.retain(|(key, _)| !key.value.starts_with(OWN));
        Some(entries)
    }

    fn all_entries<'n>(&mut self, node: &'n Node<'a>, what: &str) -> Option<Vec<Entry<'n, 'a>>> {
        let Value::Map(map) = &node.value else {
            let expected = format!("{what} as a map of keys and values");
            let written = node.start as usize..node.end as usize;
            let is_word = matches!(node.value, Value::Bool | Value::Number | Value::Text(_));
            let is_name = is_word && what == "a person";
            let lone = is_name.then(|| hints::lone_name(self.text, written)).flatten();
            let fix = lone.unwrap_or_else(|| match (&node.value, hints::example(what)) {
                (Value::Text(text), _) if text.contains(':') => {
                    "write a space after the colon".to_owned()
                }
                (Value::Text(text), _) if text.contains(hints::WIDE_COLON) => {
                    "write an ordinary colon and a space behind it".to_owned()
                }
                (_, Some(example)) => format!("write it as `{example}`"),
                (_, None) => "write `key: value` lines, or `{key: value}`".to_owned(),
            });
            return self.wrong_type(node, &expected, &fix);
        };
        // In a map of ten thousand keys, each would be compared with all before it.
        let is_long = map.len() > FEW_KEYS;
        let mut seen = BTreeMap::new();
        let mut entries: Vec<Entry> = Vec::with_capacity(map.len());
        for (key, value) in map.iter() {
            let Some(key) = self.key(key) else {
                continue;
            };
            let name = key.value.as_ref();
            let mut before = entries.iter().map(|(key, _)| key);
            let first = if is_long {
                seen.get(name).copied()
            } else {
                before.find(|key| key.value == name).map(|key| key.span)
            };
            if let Some(first) = first {
                let message = format!("the key '{}' stands here a second time", shortened(name));
                // All that follows belongs to another item, and is no duplicate.
                let begins_another = name == "id" || (what == "a person" && name == "name");
                let fix = if begins_another {
                    "put a hyphen and a space before it if another item begins here; else keep one of them"
                } else {
                    "keep one of them"
                };
                self.problems.report_again(Code::DuplicateKey, key.span, first, message, fix);
                if begins_another {
                    break;
                }
            } else {
                if is_long {
                    seen.insert(key.value.clone(), key.span);
                }
                entries.push((key, value));
            }
        }
        Some(entries)
    }

    fn key(&mut self, key: &Node<'a>) -> Option<Word<'a>> {
        let value = match &key.value {
            Value::Text(name) => name.clone(),
            Value::Bool | Value::Number => Cow::Borrowed(self.written(key)),
            Value::Null | Value::List(_) | Value::Map(_) | Value::Alias => {
                let problem = self.mismatch(key, "a word as a key");
                self.problems.extend(problem);
                return None;
            }
        };
        Some(Located { span: self.bytes(key), value })
    }
}

/// The word without the white space around it.
pub fn trimmed(word: Word) -> Word {
    let value = match word.value {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    };
    Located { value, ..word }
}
