//! Reads a tree of nodes key by key, says in words what was expected and what was found, and goes on.

use super::hashes::hashtag;
use super::hints;
use super::node::{Node, Value};
use crate::problem::{Code, Nearest, Problem, Problems, shortened};
use crate::source::{FileId, Span};
use crate::unicode::is_bidirectional;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// A value with its place.
#[derive(Clone, Debug)]
pub struct Located<T> {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub value: T,
}

/// A word or text with its place, as it was written.
pub type Word<'a> = Located<Cow<'a, str>>;

/// A text: the same in every language, or one for each.
#[derive(Clone, Debug)]
pub enum RawText<'a> {
    /// A plain string.
    Plain(Word<'a>),
    /// A map from language to string, and the map's place.
    Each(Span, Vec<(Word<'a>, Word<'a>)>),
}

/// Other words for something: texts one after another, or a list of words for each language.
#[derive(Debug)]
pub enum RawOtherWords<'a> {
    /// Each is the same in every language, or there once for each.
    Texts(Vec<RawText<'a>>),
    /// Languages, and the words of each.
    Each(Vec<(Word<'a>, Vec<Word<'a>>)>),
}

/// Collects the problems of one file.
pub struct Decoder<'a> {
    pub(super) file: FileId,
    pub(super) text: &'a str,
    pub(super) nearest: Nearest,
    pub(super) problems: Problems,
    pub(super) has_directions: bool,
}

/// The entries of a map, taken by name.
pub struct Fields<'n, 'a> {
    /// Where the map begins.
    pub place: Span,
    /// Whether there is a key that nobody knows: what is missing may stand under it.
    pub has_unknown: bool,
    what: &'static str,
    /// Keys that an unknown one was probably meant to be.
    pub misspelt: Vec<&'static str>,
    entries: Vec<(&'n str, Span, &'n Node<'a>)>,
}

impl<'n, 'a> Fields<'n, 'a> {
    /// The value of a key, if it is there.
    pub fn get(&self, key: &str) -> Option<&'n Node<'a>> {
        self.entries.iter().find(|(name, ..)| *name == key).map(|(.., node)| *node)
    }
}

impl<'a> Decoder<'a> {
    /// Begins with the problems that were found on reading.
    pub fn new(file: FileId, text: &'a str, has_directions: bool, problems: Problems) -> Self {
        Self { file, text, nearest: Nearest::for_one_file(), has_directions, problems }
    }

    pub fn into_problems(self) -> Problems {
        self.problems
    }

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
        if let Value::Null = node.value {
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
            Value::Alias => return None,
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
            Value::Alias => None,
            Value::Number => {
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
            Value::Alias => None,
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
        let found = match &node.value {
            Value::Alias => return,
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

    /// The entries of a map whose keys are all known. Unknown and repeated keys are reported here.
    pub fn fields<'n>(
        &mut self,
        node: &'n Node<'a>,
        what: &'static str,
        known: &'static [&'static str],
    ) -> Option<Fields<'n, 'a>> {
        let entries = self.entries(node, what)?;
        let mut misspelt = Vec::new();
        let mut has_unknown = false;
        for (name, span, _) in &entries {
            if !known.contains(name) && *name != "<<" {
                has_unknown = true;
                // `id:publishing` is the key `id`, glued to its value.
                let glued = name.split(':').next().filter(|_| name.contains(':'));
                let glued = known.iter().copied().find(|key| Some(*key) == glued);
                let near = glued
                    .or_else(|| self.nearest.nearest(name, known.iter().copied()))
                    .or_else(|| hints::other_word(name, known));
                misspelt.extend(near);
                let space = glued.map(|_| "write a space after the colon".to_owned());
                let fix = space
                    .or_else(|| near.map(|near| format!("did you mean '{near}'?")))
                    .or_else(|| hints::comma_in_number(self.text, name, span.start as usize))
                    .or_else(|| hints::stray_language(name).filter(|_| known.contains(&"name")))
                    .unwrap_or_else(|| format!("known keys: {}", known.join(", ")));
                let message = format!("{what} has no key '{}'", shortened(name));
                self.problem(Code::UnknownKey, *span, message, Some(fix));
            }
        }
        Some(Fields { place: self.span(node), has_unknown, what, misspelt, entries })
    }

    /// The entries of a map with any keys, each once.
    pub fn entries<'n>(
        &mut self,
        node: &'n Node<'a>,
        what: &str,
    ) -> Option<Vec<(&'n str, Span, &'n Node<'a>)>> {
        let Value::Map(map) = &node.value else {
            let expected = format!("{what} as a map of keys and values");
            let fix = match (&node.value, hints::example(what)) {
                (Value::Text(text), _) if text.contains(':') => {
                    "write a space after the colon".to_owned()
                }
                (_, Some(example)) => format!("write it as `{example}`"),
                (_, None) => "write `key: value` lines, or `{key: value}`".to_owned(),
            };
            self.wrong_type(node, &expected, Some(&fix));
            return None;
        };
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        let mut entries = Vec::with_capacity(map.len());
        for (key, value) in map.iter() {
            let span = self.bytes(key);
            let Some(name) = self.key_name(key) else {
                continue;
            };
            if let Some(first) = seen.get(name) {
                let problem = Problem::new(
                    Code::DuplicateKey,
                    span,
                    format!("the key '{}' stands here a second time", shortened(name)),
                );
                let problem = problem.related(*first, "the first is here");
                if name == "id" || (what == "a person" && name == "name") {
                    // All that follows belongs to another item, and is no duplicate.
                    let fix = "put a hyphen and a space before it if another item begins here; else keep one of them";
                    self.problems.push(problem.fix(fix));
                    break;
                }
                self.problems.push(problem.fix("keep one of them"));
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
            Value::Null | Value::List(_) | Value::Map(_) | Value::Alias => {
                self.wrong_type(key, "a word as a key", None);
                None
            }
        }
    }

    /// Two keys that have to be there, both missing: an item that is probably part of the one before.
    pub fn missing_both(&mut self, fields: &Fields, keys: [&str; 2]) -> bool {
        let is_there = |key: &str| fields.get(key).is_some() || fields.misspelt.contains(&key);
        let missing = !keys.into_iter().any(is_there) && !fields.entries.is_empty();
        if missing {
            let [one, other] = keys;
            let message = format!("{} has no '{one}' and no '{other}'", fields.what);
            let fix = format!(
                "remove the hyphen if this belongs to what stands above; else add `{one}` and `{other}`"
            );
            self.problem(Code::MissingKey, fields.place, message, Some(fix));
        }
        missing
    }

    /// A key that has to be there.
    pub fn required<'n>(
        &mut self,
        fields: &Fields<'n, 'a>,
        key: &str,
        example: &str,
    ) -> Option<&'n Node<'a>> {
        self.required_like(fields, key, || example.to_owned())
    }

    /// The same with an example that is made only when it is needed.
    pub fn required_like<'n>(
        &mut self,
        fields: &Fields<'n, 'a>,
        key: &str,
        example: impl FnOnce() -> String,
    ) -> Option<&'n Node<'a>> {
        let found = fields.get(key);
        if found.is_none() && !fields.misspelt.contains(&key) {
            let message = format!("{} has no '{key}'", fields.what);
            self.problem(
                Code::MissingKey,
                fields.place,
                message,
                Some(format!("add `{key}: {}`", example())),
            );
        }
        found
    }
}
