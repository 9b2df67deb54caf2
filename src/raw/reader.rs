//! Reads a file, and says what is wrong with it as YAML: what stops the reader, what a registry has no use for, characters
//! that mislead, wherever they stand, and texts that end where a hashtag begins or
//! have signs that only look like those of YAML.

use super::decoder::OWN;
use super::hints::{QUOTES, WIDE_COMMAS, has_hashtag, hashtag, look_alike};
use super::syntax_error::{self, letter};
use super::tree::{self, Items, Node, Stop, Tree, Unsupported, Value};
use crate::problem::{Code, Place, Problem, Problems};
use crate::source::{CATALOGUE, EMBEDDED, FileId, SourceFile, Span};
use crate::unicode::{is_bidirectional, is_misleading};
use std::borrow::Cow;

// `TREES`: the trees of the shipped files and of the catalogue's, as `build.rs` read them when the program was built.
include!(concat!(env!("OUT_DIR"), "/shipped.rs"));

/// The tree of this text, if a shipped file has it word for word.
fn shipped(text: &str) -> Option<Node<'static>> {
    let mut shipped = EMBEDDED.iter().chain(&CATALOGUE).zip(TREES);
    shipped.find(|((_, known), _)| *known == text).map(|(_, tree)| tree)
}

pub struct Document<'a> {
    pub root: Node<'a>,
    /// What a registry has no use for.
    pub problems: Problems,
    pub misleads: bool,
}

/// Reads a file. An empty one, one with two documents and one that is not YAML have no tree.
pub fn read(file: FileId, text: &str) -> Result<Document<'_>, Box<Problem>> {
    if let Some(root) = shipped(text) {
        return Ok(Document { root, problems: Problems::default(), misleads: false });
    }
    let Tree { root, unsupported } = tree::parse(text).map_err(|stop| {
        let conflict = syntax_error::merge_conflict(file, text);
        Box::new(conflict.unwrap_or_else(|| why(file, text, &stop)))
    })?;
    let Some(root) = root.filter(|root| !matches!(root.value, Value::Null)) else {
        let problem = Problem::new(Code::EmptyFile, Place::File(file), "the file is empty");
        return Err(Box::new(problem.fix("write at least one line, or remove the file")));
    };
    let mut problems = Problems::default();
    for (what, range) in unsupported {
        let (code, message, fix) = refused(what);
        problems.report(code, Span::of(file, range), message, fix);
    }
    let mut misleads = false;
    // Most files have hardly a byte that these characters all begin with.
    for (at, _) in text.bytes().enumerate().filter(|&(_, byte)| byte == 0xe2) {
        if let Some(letter) = text[at..].chars().next().filter(|&letter| is_misleading(letter)) {
            misleads = true;
            let number = u32::from(letter);
            let harm = if is_bidirectional(letter) {
                "turns the direction of writing"
            } else {
                "ends a line without looking like it"
            };
            let message = format!("the character U+{number:04X} {harm}");
            let place = Span::of(file, at..at + letter.len_utf8());
            let fix = "remove it: it could change what people see";
            problems.report(Code::ControlCharacter, place, message, fix);
        }
    }
    Ok(Document { root, problems, misleads })
}

/// Why there is no tree.
fn why(file: FileId, text: &str, stop: &Stop) -> Problem {
    match *stop {
        Stop::Syntax(ref error) => syntax_error::problem(file, text, error),
        Stop::TooDeep(at) => syntax_error::too_deep(letter(file, text, at)),
        Stop::TooManyReferences(at) => syntax_error::bad_alias(letter(file, text, at)),
        Stop::TooLong(at) => {
            let message = "the file holds more than 100,000 keys and values";
            Problem::new(Code::FileTooLong, letter(file, text, at), message)
                .fix("split it into several roles")
        }
        Stop::SecondDocument(at) => {
            let message = "a second document begins here";
            Problem::new(Code::SeveralDocuments, letter(file, text, at), message)
                .fix("one file holds one document: remove the `---` or split the file")
        }
    }
}

/// What is wrong about something that a registry has no use for, and what to do about it.
fn refused(what: Unsupported) -> (Code, &'static str, &'static str) {
    match what {
        Unsupported::Alias => {
            (Code::YamlAlias, "a registry has no YAML aliases", "write the value out")
        }
        Unsupported::Tag => {
            let fix = "remove the tag, or quote a text that begins with '!'";
            (Code::YamlTag, "a registry has no YAML tags", fix)
        }
        Unsupported::MergeKey => {
            (Code::MergeKey, "a registry has no YAML merge keys", "write the keys out")
        }
        Unsupported::Tab => {
            let message = "this is not YAML: a tab in the indentation";
            (Code::YamlSyntax, message, "indent with spaces, never with tabs")
        }
    }
}

/// Every text of a file that a hashtag cuts (in YAML, a # behind a space begins a comment, and what follows is lost; a #
/// with a space behind it is taken for the comment that it is), or that has signs which only look like those of YAML.
pub fn slips_in_texts(id: FileId, file: &SourceFile) -> Problems {
    let mut problems = Problems::default();
    let text = file.text();
    if (has_hashtag(text) || text.contains(QUOTES) || text.contains(WIDE_COMMAS))
        && let Ok(tree) = read(id, text)
    {
        find_slips(id, text, &tree.root, false, &mut problems);
    }
    problems
}

fn find_slips(id: FileId, text: &str, node: &Node, in_brackets: bool, problems: &mut Problems) {
    let written = text.get(node.start as usize..).unwrap_or_default();
    match &node.value {
        Value::Map(entries) => {
            for (key, value) in entries.iter() {
                if !key.plain_text().is_some_and(|key| key.starts_with(OWN)) {
                    find_slips(id, text, value, false, problems);
                }
            }
        }
        Value::List(items) => {
            let in_brackets = written.starts_with('[');
            items.iter().for_each(|item| find_slips(id, text, item, in_brackets, problems));
        }
        Value::Null | Value::Alias => {}
        _ if written.starts_with(['"', '\'', '|', '>']) => {}
        Value::Bool | Value::Number | Value::Text(_) => {
            if let Some(tag) = hashtag(text, node.end as usize) {
                let place = Span::of(id, tag.clone());
                let message =
                    format!("the text ends before '{}', which is a comment to YAML", &text[tag]);
                let fix = "put the text in quotes, or a space behind the # of a comment";
                problems.report(Code::HashInText, place, message, fix);
            }
            let (start, end) = (node.start as usize, node.end as usize);
            let value = text.get(start..end).unwrap_or_default();
            if let Some((sign, what)) = look_alike(value, in_brackets) {
                let message = format!("the {what} {sign} is part of the text, and none to YAML");
                let fix = format!("write an ordinary {what}, or put the text in quotes as it is");
                problems.report(Code::LookAlike, Span::of(id, start..end), message, fix);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trees_that_are_built_are_those_that_would_be_read() {
        for (name, text) in EMBEDDED.into_iter().chain(CATALOGUE) {
            let read = tree::parse(text).ok().and_then(|tree| tree.root);
            let read = read.map(|root| format!("{root:?}").replace("Read(", "Built("));
            let built = shipped(text).map(|root| format!("{root:?}"));
            assert!(built.is_some() && built == read, "{name}");
        }
    }
}
