//! The tree of a YAML file. Every node knows its bytes; a scalar that YAML takes for a number or a truth value keeps
//! only its kind, because what was written (`1.10`, `010`) is read from the file when it is asked for.

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::Spanned;
use std::borrow::Cow;
use std::fmt;

/// A value with its place.
#[derive(Debug)]
pub struct Node<'a> {
    /// The first byte. Lists and maps in block style begin at their first item.
    pub start: u32,
    /// The byte after the last; for lists and maps, somewhere near their beginning.
    pub end: u32,
    /// Whether it stands here by way of an alias (`*name`).
    pub alias: bool,
    /// The value.
    pub value: Value<'a>,
}

/// The value of a node.
#[derive(Debug)]
pub enum Value<'a> {
    /// `~`, `null` or nothing at all.
    Null,
    /// `true` or `false`.
    Bool,
    /// Something that YAML takes for a number.
    Number,
    /// Any other scalar, and everything quoted.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Node<'a>>),
    /// A map, with its entries in the order of the file, duplicates included.
    Map(Vec<(Node<'a>, Node<'a>)>),
}

impl Node<'_> {
    /// The text of a plain scalar that is not long.
    pub fn plain_text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) if text.len() <= 100 => Some(text),
            _ => None,
        }
    }
}

impl<'de> Deserialize<'de> for Node<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let spanned = Spanned::<Value>::deserialize(deserializer)?;
        let span = spanned.referenced.span();
        let start =
            span.byte_offset().and_then(|offset| u32::try_from(offset).ok()).unwrap_or_default();
        let length =
            span.byte_len().and_then(|length| u32::try_from(length).ok()).unwrap_or_default();
        let alias = spanned.referenced != spanned.defined;
        Ok(Node { start, end: start.saturating_add(length), alias, value: spanned.value })
    }
}

impl<'de> Deserialize<'de> for Value<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value<'de>;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("a YAML value")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(Value::Bool)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
        Ok(Value::Number)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
        Ok(Value::Number)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Self::Value, E> {
        Ok(Value::Number)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Self::Value, E> {
        Ok(Value::Number)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(Value::Number)
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Value::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Value::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E>(self, text: String) -> Result<Self::Value, E> {
        Ok(Value::Text(Cow::Owned(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Value::Map(map))
    }
}
