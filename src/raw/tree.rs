//! The tree of a YAML file, and how a text becomes one, from the events of the engine's parser: the only reader of YAML.
//! `build.rs` has it too, so it knows nothing of this library.
//!
//! Every node knows its bytes; a scalar that YAML takes for a number or a truth value keeps only its kind, because what was
//! written (`1.10`, `010`) is read from the file when it is asked for. What YAML can do and a registry has no use for
//! (aliases, tags, merge keys, tabs) is noted on the way. What cannot be read on (broken YAML, a second document, more than
//! the limits allow) has no tree.

use serde_yaml::granit_parser::{
    self, Event, Options, Parser, ScalarStyle, ScanError, StructureStyle, Tag,
};
use std::borrow::Cow;
use std::ops::{Deref, Range};

/// Lists and maps inside one another; a registry needs seven.
pub const MAX_DEPTH: usize = 24;

/// Lists, maps, keys and values in one file. A file of 1 MiB that is full of roles has half as many; one that is full of
/// `{},{},{},` would take hundreds of times its length in memory.
pub const MAX_NODES: usize = 100_000;

/// Aliases and anchors in one file: each alias is a problem of its own, and a thousand are enough to read.
pub const MAX_REFERENCES: usize = 1_000;

#[derive(Debug)]
pub struct Tree<'a> {
    /// The node that holds all others, or nothing in a file of comments.
    pub root: Option<Node<'a>>,
    /// What a registry has no use for, and its bytes.
    pub unsupported: Vec<(Unsupported, Range<usize>)>,
}

/// What YAML can do and a registry has no use for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsupported {
    /// `*name`.
    Alias,
    /// `!name`.
    Tag,
    /// `<<`.
    MergeKey,
    /// A tab in the indentation of a key: the engine takes some of them, other programs none.
    Tab,
}

/// Why a file has no tree, and the byte where reading stopped.
#[derive(Debug)]
pub enum Stop {
    Syntax(ScanError),
    TooDeep(usize),
    TooLong(usize),
    TooManyReferences(usize),
    SecondDocument(usize),
}

/// A value with its place.
#[derive(Debug)]
pub struct Node<'a> {
    /// The first byte. Lists and maps in block style begin at their first item.
    pub start: u32,
    /// The byte after the last; for lists and maps, somewhere near their beginning.
    pub end: u32,
    pub value: Value<'a>,
}

#[derive(Debug)]
pub enum Value<'a> {
    /// `~`, `null` or nothing at all.
    Null,
    Bool,
    /// Something that YAML takes for a number.
    Number,
    /// Any other scalar, and everything quoted.
    Text(Cow<'a, str>),
    List(Items<'a, Node<'a>>),
    /// A map, with its entries in the order of the file, duplicates included.
    Map(Items<'a, (Node<'a>, Node<'a>)>),
    /// `*name`, which stands for a value elsewhere. It is refused on reading, so nothing more is said of it.
    Alias,
}

/// What stands inside a list or map.
#[derive(Debug)]
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
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") || matches!(word, ".nan" | ".NaN" | ".NAN") {
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

pub fn parse(text: &str) -> Result<Tree<'_>, Stop> {
    let mut options = Options::default();
    options.set_emit_comments(false);
    options.flow_nesting_limit = MAX_DEPTH;
    let mut reader = Reader { text, ..Reader::default() };
    let mut documents = 0;
    for event in Parser::new_from_str_with_options(text, options) {
        let (event, span) = event.map_err(Stop::Syntax)?;
        let place = span.byte_range().unwrap_or_default();
        match event {
            Event::DocumentStart(..) => {
                documents += 1;
                if documents > 1 {
                    return Err(Stop::SecondDocument(place.start));
                }
            }
            Event::Scalar(text, style, anchor, tag) => {
                reader.begin(&place, anchor, &span)?;
                reader.add(place, scalar(text, style, tag.as_deref()));
            }
            Event::Alias(anchor) => {
                reader.begin(&place, anchor, &span)?;
                reader.unsupported.push((Unsupported::Alias, place.clone()));
                reader.add(place, Value::Alias);
            }
            Event::SequenceStart(style, anchor, _) => {
                reader.begin(&place, anchor, &span)?;
                reader.open(place, style, false)?;
            }
            Event::MappingStart(style, anchor, _) => {
                reader.begin(&place, anchor, &span)?;
                reader.open(place, style, true)?;
            }
            Event::SequenceEnd | Event::MappingEnd => reader.close(),
            _ => {}
        }
    }
    Ok(Tree { root: reader.done.pop(), unsupported: reader.unsupported })
}

#[derive(Default)]
struct Reader<'a> {
    text: &'a str,
    open: Vec<Open>,
    /// The nodes that are read of the lists and maps that are open: each takes its own at its end, and no list has to grow.
    done: Vec<Node<'a>>,
    nodes: usize,
    references: usize,
    unsupported: Vec<(Unsupported, Range<usize>)>,
}

/// A list or map whose end is not reached yet.
struct Open {
    place: Range<usize>,
    style: StructureStyle,
    is_map: bool,
    /// Which of the nodes that are read is the first inside.
    first: usize,
}

impl<'a> Reader<'a> {
    /// Counts a node, and an anchor or alias, and notes a tag.
    fn begin(
        &mut self,
        place: &Range<usize>,
        anchor: usize,
        span: &granit_parser::Span,
    ) -> Result<(), Stop> {
        self.nodes += 1;
        self.references += usize::from(anchor > 0);
        if self.nodes > MAX_NODES {
            return Err(Stop::TooLong(place.start));
        }
        if self.references > MAX_REFERENCES {
            return Err(Stop::TooManyReferences(place.start));
        }
        let tag = span.tag_span().and_then(|tag| tag.byte_range());
        self.unsupported.extend(tag.map(|place| (Unsupported::Tag, place)));
        Ok(())
    }

    fn open(
        &mut self,
        place: Range<usize>,
        style: StructureStyle,
        is_map: bool,
    ) -> Result<(), Stop> {
        if self.open.len() == MAX_DEPTH {
            return Err(Stop::TooDeep(place.start));
        }
        self.open.push(Open { place, style, is_map, first: self.done.len() });
        Ok(())
    }

    fn close(&mut self) {
        let Some(Open { place, is_map, first, .. }) = self.open.pop() else { return };
        let value = {
            let mut inside = self.done.drain(first..);
            if is_map {
                let mut entries = Vec::with_capacity(inside.len() / 2);
                while let (Some(key), Some(value)) = (inside.next(), inside.next()) {
                    entries.push((key, value));
                }
                Value::Map(Items::Read(entries))
            } else {
                Value::List(Items::Read(inside.collect()))
            }
        };
        self.add(place, value);
    }

    /// Puts a node where it belongs, and notes what is odd about a key.
    fn add(&mut self, place: Range<usize>, value: Value<'a>) {
        if let Some(Open { is_map: true, style, first, .. }) = self.open.last()
            && (self.done.len() - first).is_multiple_of(2)
        {
            if *style == StructureStyle::Block {
                let tab = tab_before(self.text, place.start);
                self.unsupported.extend(tab.map(|tab| (Unsupported::Tab, tab..tab + 1)));
            }
            if matches!(&value, Value::Text(key) if key == "<<") {
                self.unsupported.push((Unsupported::MergeKey, place.clone()));
            }
        }
        self.done.push(Node::new(place, value));
    }
}

/// A tab in the indentation of what begins at a byte.
fn tab_before(text: &str, at: usize) -> Option<usize> {
    let before = &text[..at];
    let outside = before.trim_end_matches([' ', '\t', '-']);
    let tab = before[outside.len()..].find('\t')?;
    (outside.is_empty() || outside.ends_with('\n')).then_some(outside.len() + tab)
}

/// What a scalar is. A tag says that a text is meant where it is `!!str` or `!`, or where there is nothing else.
fn scalar<'a>(text: Cow<'a, str>, style: ScalarStyle, tag: Option<&Tag>) -> Value<'a> {
    let is_text = tag.is_some_and(|tag| text.is_empty() || matches!(tag.suffix(), "str" | ""));
    if style == ScalarStyle::Plain && !is_text { Value::of_plain(text) } else { Value::Text(text) }
}
