//! The tree of a YAML file. Every node knows its bytes; a scalar that YAML takes for a number or a truth value keeps
//! only its kind, because what was written (`1.10`, `010`) is read from the file when it is asked for.

use std::borrow::Cow;
use std::fmt;
use std::ops::{Deref, Range};

/// A value with its place.
#[derive(Debug)]
pub struct Node<'a> {
    /// The first byte. Lists and maps in block style begin at their first item.
    pub start: u32,
    /// The byte after the last; for lists and maps, somewhere near their beginning.
    pub end: u32,
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
    List(Items<'a, Node<'a>>),
    /// A map, with its entries in the order of the file, duplicates included.
    Map(Items<'a, (Node<'a>, Node<'a>)>),
    /// `*name`, which stands for a value elsewhere. It is refused on reading, so nothing more is said of it.
    Alias,
}

/// What stands inside a list or map.
pub enum Items<'a, T> {
    /// It was read just now.
    Read(Vec<T>),
    /// It was read when the program was built.
    Built(&'a [T]),
}

impl<T> Deref for Items<'_, T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match self {
            Items::Read(items) => items,
            Items::Built(items) => items,
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for Items<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        (**self).fmt(formatter)
    }
}

impl<'a> Node<'a> {
    /// A value that stands in these bytes.
    #[expect(clippy::cast_possible_truncation, reason = "a file has at most 1 MiB")]
    pub fn new(place: Range<usize>, value: Value<'a>) -> Self {
        Self { start: place.start as u32, end: place.end as u32, value }
    }

    /// The text of a plain scalar that is not long.
    pub fn plain_text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) if text.len() <= 100 => Some(text),
            _ => None,
        }
    }
}

impl<'a> Value<'a> {
    /// A scalar without quotes, by the core schema of YAML 1.2.2 (§10.3.2). `1_000` and `0b1` are numbers
    /// too, as they are in YAML 1.1: whoever writes them means one.
    pub fn of_plain(text: Cow<'a, str>) -> Self {
        match &*text {
            "" | "~" | "null" | "Null" | "NULL" => Self::Null,
            "true" | "True" | "TRUE" | "false" | "False" | "FALSE" => Self::Bool,
            word if is_number(word) => Self::Number,
            _ => Self::Text(text),
        }
    }
}

fn is_number(word: &str) -> bool {
    let unsigned = word.strip_prefix(['+', '-']).unwrap_or(word);
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        if let Some(digits) = unsigned.strip_prefix(prefix) {
            return are_digits(digits, radix);
        }
    }
    if let ".inf" | ".Inf" | ".INF" = unsigned {
        return true;
    }
    if let ".nan" | ".NaN" | ".NAN" = word {
        return true;
    }
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let has_whole = are_digits(whole, 10) && (fraction.is_empty() || are_digits(fraction, 10));
    let is_fraction = whole.is_empty() && are_digits(fraction, 10);
    (has_whole || is_fraction) && are_digits(exponent, 10)
}

/// True for digits with nothing but single lines below between them.
fn are_digits(text: &str, radix: u32) -> bool {
    text.split('_')
        .all(|part| !part.is_empty() && part.chars().all(|letter| letter.is_digit(radix)))
}
