//! Reads the files of the shipped registry when the program is built, and writes their trees as constants for
//! `src/raw/shipped.rs`: a command on this registry would spend most of its work on parsing YAML.

#![allow(clippy::print_stdout, clippy::panic, clippy::unwrap_used)]

#[allow(dead_code)]
#[path = "src/raw/node.rs"]
mod node;

use granit_parser::{Event, Options, Parser, ScalarStyle, Span};
use node::{Items, Node, Value};
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=roles");
    println!("cargo::rerun-if-changed=src/raw/node.rs");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("roles");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|ending| ending == "yaml")).collect();
    paths.sort();
    let mut code = format!("const TREES: [Node<'static>; {}] = [", paths.len());
    for path in paths {
        code += &expression(&tree(&fs::read_to_string(path).unwrap()));
        code += ",";
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap());
    fs::write(out.join("shipped.rs"), code + "];").unwrap();
}

/// The tree of a file; a test holds it against what the program itself would read.
fn tree(text: &str) -> Node<'_> {
    let mut options = Options::default();
    options.set_emit_comments(false);
    let mut events = Parser::new_from_str_with_options(text, options).map(Result::unwrap);
    let (first, span) = events
        .find(|(event, _)| !matches!(event, Event::StreamStart | Event::DocumentStart(..)))
        .unwrap();
    node(first, span, &mut events)
}

/// The node that this event begins.
fn node<'a>(
    event: Event<'a>,
    span: Span,
    events: &mut impl Iterator<Item = (Event<'a>, Span)>,
) -> Node<'a> {
    let bytes = span.byte_range().unwrap();
    let [start, end] = [bytes.start, bytes.end].map(|byte| u32::try_from(byte).unwrap());
    let inside = |events: &mut _| match Iterator::next(events).unwrap() {
        (Event::SequenceEnd | Event::MappingEnd, _) => None,
        (event, span) => Some(node(event, span, events)),
    };
    let value = match event {
        Event::Scalar(text, ScalarStyle::Plain, ..) => Value::of_plain(text),
        Event::Scalar(text, ..) => Value::Text(text),
        Event::SequenceStart(..) => {
            let mut items = Vec::new();
            while let Some(item) = inside(events) {
                items.push(item);
            }
            Value::List(Items::Read(items))
        }
        Event::MappingStart(..) => {
            let mut entries = Vec::new();
            while let Some(key) = inside(events) {
                entries.push((key, inside(events).unwrap()));
            }
            Value::Map(Items::Read(entries))
        }
        event => panic!("{event:?} in the shipped registry"),
    };
    Node { start, end, value }
}

/// The tree as an expression of Rust.
fn expression(node: &Node) -> String {
    let value = match &node.value {
        Value::Null => "Null".to_owned(),
        Value::Bool => "Bool".to_owned(),
        Value::Number => "Number".to_owned(),
        Value::Alias => "Alias".to_owned(),
        Value::Text(text) => format!("Text(Cow::Borrowed({text:?}))"),
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(expression).collect();
            format!("List(Items::Built(&[{}]))", items.join(","))
        }
        Value::Map(entries) => {
            let entries = entries.iter();
            let entries: Vec<String> = entries
                .map(|(key, value)| format!("({},{})", expression(key), expression(value)))
                .collect();
            format!("Map(Items::Built(&[{}]))", entries.join(","))
        }
    };
    format!("Node{{start:{},end:{},value:Value::{value}}}", node.start, node.end)
}
