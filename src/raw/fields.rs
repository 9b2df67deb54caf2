//! Maps key by key: which keys stand there, which have to, and which nobody knows.

use super::decoder::Decoder;
use super::hints;
use super::node::{Node, Value};
use crate::problem::{Code, Problem, shortened};
use crate::source::Span;
use std::collections::BTreeMap;

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
        if node.alias {
            return None;
        }
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
        for (key, value) in map {
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
            Value::Null | Value::List(_) | Value::Map(_) => {
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
