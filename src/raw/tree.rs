//! From text to tree, from the events of the engine's parser: the only reader of YAML. `build.rs` has it too, so it knows
//! nothing of this library.
//!
//! What YAML can do and a registry has no use for (aliases, tags, merge keys, tabs) is noted on the way. What cannot be
//! read on (broken YAML, a second document, more than the limits allow) has no tree.

use super::node::{Items, Node, Value};
use serde_yaml::granit_parser::{
    self, Event, Options, Parser, ScalarStyle, ScanError, StructureStyle, Tag,
};
use std::borrow::Cow;
use std::ops::Range;

/// Lists and maps inside one another; a registry needs seven.
pub const MAX_DEPTH: usize = 24;

/// Lists, maps, keys and values in one file. A file of 1 MiB that is full of roles has half as many; one that is full of
/// `{},{},{},` would take hundreds of times its length in memory.
pub const MAX_NODES: usize = 100_000;

/// Aliases and anchors in one file: each alias is a problem of its own, and a thousand are enough to read.
pub const MAX_REFERENCES: usize = 1_000;

/// What a file holds.
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
    /// It is not YAML.
    Syntax(ScanError),
    /// More nesting than [`MAX_DEPTH`].
    TooDeep(usize),
    /// More than [`MAX_NODES`].
    TooLong(usize),
    /// More than [`MAX_REFERENCES`].
    TooManyReferences(usize),
    /// A second document.
    SecondDocument(usize),
}

/// Reads a text.
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
