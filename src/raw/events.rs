//! The tree of an ordinary file, straight from the events of the engine's parser. The way through serde, on which each
//! place travels as a map of its own, is twice as long.
//!
//! What is wrong or out of the ordinary (a tag, an anchor, a merge key, a second document, great depth) has no tree
//! here. The engine reads such a file again, sets the limits and says what it has to complain of.

use super::limits::{MAX_DEPTH, MAX_NODES, options};
use super::node::{Node, Value};
use serde_yaml::granit_parser::{Event, Parser, ScalarStyle, Span};
use std::borrow::Cow;

/// The tree, if nothing stands in its way.
pub fn tree(text: &str) -> Option<Node<'_>> {
    let mut open: Vec<Open> = Vec::new();
    // What is read of the lists and maps that are open: each takes its own at its end, and no list has to grow.
    let mut read: Vec<Node> = Vec::new();
    for (number, event) in Parser::new_from_str(text).enumerate() {
        let (event, span) = event.ok()?;
        let (start, end) = bytes(&span)?;
        let mut begin = |is_map| {
            let first = read.len();
            open.push(Open { start, end, is_map, first });
        };
        match event {
            Event::StreamStart | Event::DocumentEnd | Event::StreamEnd => {}
            Event::DocumentStart(_, None) if read.is_empty() => {}
            Event::SequenceStart(_, 0, None) => begin(false),
            Event::MappingStart(_, 0, None) => begin(true),
            Event::Scalar(text, style, 0, None) => {
                read.push(node(start, end, scalar(text, style)?));
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let ended = open.pop()?.end(&mut read)?;
                read.push(ended);
            }
            _ => return None,
        }
        if open.len() >= MAX_DEPTH || number >= MAX_NODES {
            return None;
        }
    }
    read.pop()
}

/// The first byte, and the one after the last.
fn bytes(span: &Span) -> Option<(u32, u32)> {
    let byte = |at: Option<usize>| u32::try_from(at?).ok();
    Some((byte(span.start.byte_offset())?, byte(span.end.byte_offset())?))
}

fn node(start: u32, end: u32, value: Value<'_>) -> Node<'_> {
    let alias = false;
    Node { start, end, alias, value }
}

/// A list or map whose end is not reached yet.
struct Open {
    start: u32,
    end: u32,
    is_map: bool,
    /// Which of the nodes that are read is the first inside.
    first: usize,
}

impl Open {
    /// The whole of it.
    fn end<'a>(&self, read: &mut Vec<Node<'a>>) -> Option<Node<'a>> {
        let inside = read.drain(self.first..);
        let value =
            if self.is_map { Value::Map(entries(inside)?) } else { Value::List(inside.collect()) };
        Some(node(self.start, self.end, value))
    }
}

/// Keys and values in turns, as pairs. A merge key, and what is no word, stands in their way as a key.
fn entries<'a>(
    mut nodes: impl ExactSizeIterator<Item = Node<'a>>,
) -> Option<Vec<(Node<'a>, Node<'a>)>> {
    let mut entries = Vec::with_capacity(nodes.len() / 2);
    while let Some(key) = nodes.next() {
        if !matches!(&key.value, Value::Text(word) if word != "<<") {
            return None;
        }
        entries.push((key, nodes.next()?));
    }
    Some(entries)
}

/// A scalar. What is neither plainly a text nor plainly a number is the engine's to decide.
fn scalar(text: Cow<'_, str>, style: ScalarStyle) -> Option<Value<'_>> {
    if style != ScalarStyle::Plain || is_text(&text) {
        return Some(Value::Text(text));
    }
    if is_number(&text) {
        return Some(Value::Number);
    }
    let alone = format!("- {text}");
    let list: Vec<Value> = serde_yaml::from_str_with_options(&alone, options()).ok()?;
    match list.as_slice() {
        [Value::Null] => Some(Value::Null),
        [Value::Bool] => Some(Value::Bool),
        [Value::Number] => Some(Value::Number),
        [Value::Text(_)] => Some(Value::Text(text)),
        _ => None,
    }
}

/// Words that are no texts.
const FIXED: [&str; 9] =
    ["null", "Null", "NULL", "true", "True", "TRUE", "false", "False", "FALSE"];

/// Whether a word cannot be anything but a text: no number begins like this, and none has a space in it.
fn is_text(word: &str) -> bool {
    let begins = |first: &u8| first.is_ascii_digit() || matches!(first, b'+' | b'-' | b'.' | b'~');
    let first = word.as_bytes().first();
    first.is_some_and(|first| !begins(first) || word.contains(' ')) && !FIXED.contains(&word)
}

/// Whether a word is a number such as 40 or 2.5: no more than digits, none of them a zero without use.
fn is_number(word: &str) -> bool {
    let is_digits = |part: &str| {
        !part.is_empty() && part.len() <= 9 && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let (whole, parts) = word.split_once('.').unwrap_or((word, "0"));
    is_digits(whole) && is_digits(parts) && (whole == "0" || !whole.starts_with('0'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::EMBEDDED;
    use proptest::prelude::*;

    /// Where there is a tree, it is the engine's.
    fn check(text: &str) {
        if let Some(tree) = tree(text) {
            let engine: Result<Node, _> = serde_yaml::from_str_with_options(text, options());
            let engine = engine.expect(text);
            assert_eq!(format!("{tree:?}"), format!("{engine:?}"), "{text:?}");
        }
    }

    #[test]
    fn the_shipped_files_are_ordinary() {
        for (name, text) in EMBEDDED {
            assert!(tree(text).is_some(), "{name}");
            check(text);
        }
    }

    const SCALARS: &[&str] = &[
        "",
        "~",
        "null",
        "Null",
        "nUll",
        "true",
        "TRUE",
        "tRue",
        "yes",
        "no",
        "0",
        "00",
        "007",
        "0.5",
        "00.5",
        "1.",
        ".5",
        "1.10",
        "1.2.3",
        "-1",
        "+1",
        "- 1",
        "-",
        "---",
        "...",
        "1e3",
        "1e999",
        "0x1f",
        "0o17",
        "1_000",
        "1,000",
        ".inf",
        "-.INF",
        ".nan",
        "inf",
        "nan",
        "1:30",
        "2026-01-01",
        "1 a",
        "-1 a",
        "~ a",
        "~a",
        ".",
        "..",
        "\"1\"",
        "'~'",
        "1234567890",
        "99999999999999999999",
        "<<",
        "é",
        "١",
        "1\n  2",
        "a\n\n  b",
        "|\n  1",
        ">\n  null",
        "# c",
        "1 # c",
        "a #c",
        "1#c",
    ];

    #[test]
    fn scalars_are_what_the_engine_takes_them_for() {
        for word in SCALARS {
            for text in [
                format!("k: {word}\n"),
                format!("- {word}\n"),
                format!("[{word}]"),
                format!("{word}: k\n"),
                (*word).to_owned(),
            ] {
                check(&text);
            }
        }
    }

    #[test]
    fn what_is_out_of_the_ordinary_is_left_to_the_engine() {
        for text in [
            "",
            "# c\n",
            "a: [",
            "&a b",
            "- &a b\n- *a",
            "!x a",
            "!x [a]",
            "<<: a",
            "[a]: b",
            "{a: b}: c",
            "? - a\n: b",
            "a\n--- b",
            "---\n---\n",
            "%YAML 1.2\n---\na",
            &"[".repeat(MAX_DEPTH + 1),
            "a: b\na",
        ] {
            assert!(tree(text).is_none(), "{text:?}");
        }
        let deep = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(tree(&deep(MAX_DEPTH - 1)).is_some());
        check(&deep(MAX_DEPTH - 1));
        assert!(tree(&"- a\n".repeat(MAX_NODES)).is_none());
    }

    /// Pieces of YAML in any order.
    fn scraps() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "a", "b", "name: ", "c: ", ": ", "? ", "- ", "\n", "\n  ", "\n    ", "{", "}", "[",
            "]", ", ", "|", ">", "|-", "'", "\"", "# c\n", " #d", "1", "2.5", "~", "null", "true",
            "-", ".", "é", "\t", "\r\n", "---\n", "...\n", "\\n", "\u{feff}", "<<", "&a ", "*a",
            "!!str ", "! ",
        ]);
        proptest::collection::vec(piece, 0..25).prop_map(|pieces| pieces.concat())
    }

    /// A shipped file with a few places changed.
    fn with_slips() -> impl Strategy<Value = String> {
        let change = (any::<prop::sample::Index>(), 0..4_usize, scraps());
        let changes = proptest::collection::vec(change, 1..3);
        (prop::sample::select(EMBEDDED.to_vec()), changes).prop_map(|((_, text), changes)| {
            let mut text: Vec<char> = text.chars().collect();
            for (place, cut, scraps) in changes {
                let start = place.index(text.len() + 1);
                let end = (start + cut).min(text.len());
                text.splice(start..end, scraps.chars());
            }
            text.into_iter().collect()
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

        #[test]
        fn scraps_have_the_engine_s_tree_or_none(text in scraps()) {
            check(&text);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(100) })]

        #[test]
        fn files_with_slips_have_the_engine_s_tree_or_none(text in with_slips()) {
            check(&text);
        }
    }
}
