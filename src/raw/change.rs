//! What stands in a file that changes what a base has: only what is different.

use super::decoder::{Decoder, Entry, Fields, Word};
use super::tree::{Node, Value};
use crate::source::Span;

/// What a role, task, area, company size or source says that changes that of a base.
#[derive(Debug)]
pub struct RawChange<'a> {
    /// Where the base has it, once it is found there.
    pub base: Option<Span>,
    /// Its keys, in their order; behind them those that a misspelt one was probably meant to be.
    pub keys: Vec<&'static str>,
    /// The id of the one that it stands before.
    pub before: Option<Word<'a>>,
    /// Where it says that it is removed.
    pub removal: Option<Span>,
}

impl<'a> Decoder<'a> {
    /// The entries of something that a base may have too, and what they change of it. A key with nothing behind it takes
    /// away what the base says.
    pub fn changing_fields<'n>(
        &mut self,
        node: &'n Node<'a>,
        what: &'static str,
        known: &'static [&'static str],
        more: &'static [&'static str],
    ) -> Option<(Fields<'n, 'a>, Option<Box<RawChange<'a>>>)> {
        if !self.is_change {
            return Some((self.fields(node, what, known)?, None));
        }
        let mut fields = self.fields_and(node, what, known, more)?;
        let key = |(name, _): &Entry| {
            known.iter().copied().find(|key| *key == name.value && *key != "id")
        };
        let keys = fields.entries.iter().filter_map(key).chain(fields.misspelt.iter().copied());
        let mut change =
            RawChange { base: None, keys: keys.collect(), before: None, removal: None };
        let is_kept = |key: &str| ["id", "name", "title", "staffing"].contains(&key);
        fields.entries.retain(|(key, node)| {
            is_kept(&key.value)
                || !known.contains(&&*key.value)
                || !matches!(node.value, Value::Null)
        });
        change.before = self.word(fields.get("before"), "the id of the one behind it");
        let remove = fields.get("remove").filter(|_| more.contains(&"remove"));
        if self.truth(remove).unwrap_or_default() {
            change.removal = remove.map(|node| self.bytes(node));
        }
        Some((fields, Some(Box::new(change))))
    }

    /// A key that has to be there, unless a base may have it.
    pub fn required_if_new<'n>(
        &mut self,
        fields: &Fields<'n, 'a>,
        key: &str,
        example: impl FnOnce() -> String,
    ) -> Option<&'n Node<'a>> {
        if self.is_change { fields.get(key) } else { self.required_like(fields, key, example) }
    }
}
