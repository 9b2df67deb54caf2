//! Other words for something, in either of their two forms. A list for each language needs the fewest values, and
//! languages need not have the same number of words; a list of texts is enough where there is only one language.

use super::decoder::{Decoder, Located, RawOtherWords, Word};
use super::node::{Node, Value};
use crate::source::Span;
use std::borrow::Cow;

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
