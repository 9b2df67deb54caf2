//! From text to tree, with the engine's limits set and its complaints put into our words.

use super::complaints::in_plain_words;
use super::events;
use super::limits::{MAX_DEPTH, options};
use super::node::{Node, Value};
use crate::problem::{Code, Place, Problem};
use crate::source::{FileId, Position, Span};
use serde_yaml::{Error, UserMessageFormatter};

/// Parses a file. An empty one, one with two documents and one that is not YAML have no tree.
pub fn parse(file: FileId, text: &str) -> Result<Node<'_>, Box<Problem>> {
    let tree = match events::tree(text) {
        Some(tree) => tree,
        None => serde_yaml::from_str_with_options(text, options()).map_err(|error| {
            let conflict = merge_conflict(file, text);
            Box::new(conflict.unwrap_or_else(|| problem(file, text, &error)))
        })?,
    };
    match tree.value {
        Value::Null => Err(Box::new(
            Problem::new(Code::EmptyFile, Place::File(file), "the file is empty")
                .fix("write at least one line, or remove the file"),
        )),
        _ => Ok(tree),
    }
}

fn problem(file: FileId, text: &str, error: &Error) -> Problem {
    let error = error.without_snippet();
    let said = error.render_with_formatter(&UserMessageFormatter);
    let said = said.rsplit_once(" at line ").map_or(said.as_str(), |(message, _)| message);
    let location = error.location().filter(|location| location.line() > 0);
    let at = location.map(|location| {
        let line = usize::try_from(location.line()).unwrap_or(usize::MAX);
        let column = usize::try_from(location.column()).unwrap_or(usize::MAX);
        let at = Position { line, column }.byte_in(text);
        // The scanner stops before the line whose tab it cannot take.
        let tab = text[at..].find('\t').filter(|_| said.contains("tab"));
        at + tab.unwrap_or_default()
    });
    let place =
        |at: Option<usize>| at.map_or(Place::File(file), |at| letter(file, text, at).into());
    if let Some((code, message, fix)) = refused(error, said) {
        return Problem::new(code, place(at), message).fix(fix);
    }
    let complaint = in_plain_words(said, text, at.unwrap_or_default());
    let message = format!("this is not YAML: {}", complaint.message);
    let problem = Problem::new(Code::YamlSyntax, place(at.map(|_| complaint.at)), message);
    match complaint.fix {
        Some(fix) => problem.fix(fix),
        None => problem,
    }
}

/// The character at a byte; nothing at the end of a line.
fn letter(file: FileId, text: &str, at: usize) -> Span {
    let next = text[at..].chars().next();
    let length = next.filter(|&letter| letter != '\n').map_or(0, char::len_utf8);
    Span::of(file, at..at + length)
}

/// What is YAML and refused all the same: the code, the message and the way out.
fn refused(error: &Error, said: &str) -> Option<(Code, String, &'static str)> {
    let debug = format!("{error:?}");
    let about =
        |words: &[&str]| words.iter().any(|word| debug.contains(word) || said.contains(word));
    if about(&["recursion limit", "Depth {", "nesting"]) {
        let message = format!("lists and maps stand inside one another more than {MAX_DEPTH} deep");
        let fix = "a registry needs no more than seven levels";
        Some((Code::NestingTooDeep, message, fix))
    } else if about(&["Nodes {"]) {
        let message = "the file holds more than 100,000 keys and values".to_owned();
        Some((Code::FileTooLong, message, "split it into several roles"))
    } else if about(&["MultipleDocuments", "Documents {", "multiple found"]) {
        let message = "a second document begins here".to_owned();
        let fix = "one file holds one document: remove the `---` or split the file";
        Some((Code::SeveralDocuments, message, fix))
    } else if about(&[
        "Alias",
        "Anchor",
        "Recursive",
        "alias",
        "anchor",
        "unknown value",
        "defined at",
    ]) {
        let message =
            "an alias (*) or anchor (&) that leads nowhere, or grows too large".to_owned();
        let fix = "write the value out, or quote a text that begins with * or &";
        Some((Code::YamlAlias, message, fix))
    } else if about(&[
        "Tag",
        "verbatim tag",
        "parsing a tag",
        "scanning a tag",
        "handle",
        "unsupported tag",
        "tagged scalar",
        "!!binary",
        "InvalidScalar",
        "BytesNotSupported",
        "invalid u64",
        "invalid i64",
    ]) {
        let message = "a tag that does not fit its value".to_owned();
        Some((Code::YamlTag, message, "remove the tag"))
    } else {
        None
    }
}

/// The first line that a version control system left where two changes meet.
fn merge_conflict(file: FileId, text: &str) -> Option<Problem> {
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with("<<<<<<< ") {
            let span = Span::of(file, offset..offset + line.trim_end().len());
            let message = "this is not YAML: an unresolved merge conflict begins here";
            let problem = Problem::new(Code::YamlSyntax, span, message);
            return Some(problem.fix("choose one side and remove the marks"));
        }
        offset += line.len();
    }
    None
}
