//! Other words for tasks, at a task or in `also_called.yaml`, in either of their two forms. A list for each language needs
//! the fewest values, and languages need not have the same number of words; a list of texts is enough where there is only
//! one language.

use super::decoder::{Decoder, Located, RawOtherWords, Word};
use super::node::{Node, Value};
use crate::source::Span;
use std::borrow::Cow;

/// A role as `also_called.yaml` names it, and other words for its tasks.
#[derive(Debug)]
pub struct RawRoleWords<'a> {
    /// The id of the role.
    pub role: Word<'a>,
    /// The ids of tasks, and the words of each.
    pub tasks: Vec<(Word<'a>, RawOtherWords<'a>)>,
}

pub fn decode<'a>(decoder: &mut Decoder<'a>, tree: &Node<'a>) -> Option<Vec<RawRoleWords<'a>>> {
    let mut roles = Vec::new();
    for (role, node) in decoder.by_id(tree, "also_called.yaml")? {
        // A role with nothing behind it has no words.
        let entries = match node.value {
            Value::Null => Vec::new(),
            _ => decoder.by_id(node, "the tasks of a role").unwrap_or_default(),
        };
        let mut tasks = Vec::with_capacity(entries.len());
        for (task, node) in entries {
            tasks.push((task, decoder.other_words(Some(node), "other words for the task")));
        }
        roles.push(RawRoleWords { role, tasks });
    }
    Some(roles)
}

impl<'a> Decoder<'a> {
    /// A map from language to a list of words, or a list of texts, or nothing where the key is not there.
    pub fn other_words(&mut self, node: Option<&Node<'a>>, what: &str) -> RawOtherWords<'a> {
        match node {
            Some(node) if matches!(node.value, Value::Map(_)) => {
                let entries = self.entries(node, what).unwrap_or_default();
                let each = entries.into_iter();
                RawOtherWords::Each(
                    each.filter_map(|entry| self.in_language(entry, what)).collect(),
                )
            }
            node => {
                let texts = node.and_then(|node| self.list(node, what, Self::text));
                RawOtherWords::Texts(texts.unwrap_or_default())
            }
        }
    }

    /// The entries of a map whose keys are ids.
    fn by_id<'n>(
        &mut self,
        node: &'n Node<'a>,
        what: &str,
    ) -> Option<Vec<(Word<'a>, &'n Node<'a>)>> {
        let mut entries = self.entries(node, what)?;
        // A merge key is refused elsewhere.
        entries.retain(|(name, ..)| *name != "<<");
        let id = |name: &str, span| Located { span, value: Cow::Owned(name.to_owned()) };
        Some(entries.into_iter().map(|(name, span, node)| (id(name, span), node)).collect())
    }

    /// A language and its words.
    fn in_language(
        &mut self,
        (name, span, node): (&str, Span, &Node<'a>),
        what: &str,
    ) -> Option<(Word<'a>, Vec<Word<'a>>)> {
        if self.is_without_value(name, span, node) {
            return None;
        }
        let value = Cow::Owned(name.to_owned());
        let words = self.list(node, what, |decoder, word| decoder.scalar(word, "a text"));
        Some((Located { span, value }, words.unwrap_or_default()))
    }
}
