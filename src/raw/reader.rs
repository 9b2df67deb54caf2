//! Reads a file, and says what is wrong with it as YAML: what stops the reader, what a registry has no use for, and
//! characters that turn the direction of writing, wherever they stand.

use super::node::{Node, Value};
use super::shipped;
use super::syntax_error::{self, letter};
use super::tree::{self, Stop, Tree, Unsupported};
use crate::problem::{Code, Place, Problem, Problems};
use crate::source::{FileId, Span};
use crate::unicode::is_bidirectional;

/// A file that could be read.
pub struct Document<'a> {
    pub root: Node<'a>,
    /// What a registry has no use for.
    pub problems: Problems,
    /// Whether some character turns the direction of writing.
    pub has_directions: bool,
}

/// Reads a file. An empty one, one with two documents and one that is not YAML have no tree.
pub fn read(file: FileId, text: &str) -> Result<Document<'_>, Box<Problem>> {
    if let Some(root) = shipped::tree(text) {
        return Ok(Document { root, problems: Problems::default(), has_directions: false });
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
        problems.push(refused(what, Span::of(file, range)));
    }
    let mut has_directions = false;
    for problem in directions(file, text) {
        has_directions = true;
        problems.push(problem);
    }
    Ok(Document { root, problems, has_directions })
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

fn refused(what: Unsupported, place: Span) -> Problem {
    let (code, message, fix) = match what {
        Unsupported::Alias => {
            (Code::YamlAlias, "a registry has no YAML aliases", "write the value out")
        }
        Unsupported::Tag => (
            Code::YamlTag,
            "a registry has no YAML tags",
            "remove the tag, or quote a text that begins with '!'",
        ),
        Unsupported::MergeKey => {
            (Code::MergeKey, "a registry has no YAML merge keys", "write the keys out")
        }
        Unsupported::Tab => (
            Code::YamlSyntax,
            "this is not YAML: a tab in the indentation",
            "indent with spaces, never with tabs",
        ),
    };
    Problem::new(code, place, message).fix(fix)
}

/// Characters that turn the direction of writing (Unicode Standard Annex #9) where they are written raw. Most files have
/// hardly a byte that they all begin with.
fn directions(file: FileId, text: &str) -> impl Iterator<Item = Problem> {
    let begins = text.bytes().enumerate().filter(|&(_, byte)| byte == 0xe2);
    begins.filter_map(move |(at, _)| {
        let letter = text[at..].chars().next().filter(|&letter| is_bidirectional(letter))?;
        let number = u32::from(letter);
        let message = format!("the character U+{number:04X} turns the direction of writing");
        let place = Span::of(file, at..at + letter.len_utf8());
        let problem = Problem::new(Code::ControlCharacter, place, message);
        Some(problem.fix("remove it: it could change what people see"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::EMBEDDED;
    use tree::{MAX_DEPTH, MAX_NODES, MAX_REFERENCES};

    /// What a scalar without quotes is taken for.
    fn kind(word: &str) -> &'static str {
        match read(FileId(0), &format!("[{word}]")).map(|tree| tree.root.value) {
            Ok(Value::List(items)) => match &items[..] {
                [] => "nothing",
                [Node { value: Value::Null, .. }] => "null",
                [Node { value: Value::Bool, .. }] => "bool",
                [Node { value: Value::Number, .. }] => "number",
                [Node { value: Value::Text(_), .. }] => "text",
                _ => "more",
            },
            _ => "broken",
        }
    }

    #[test]
    fn scalars_are_what_the_core_schema_takes_them_for() {
        for (expected, words) in [
            ("null", "~ null Null NULL"),
            ("bool", "true True TRUE false False FALSE"),
            (
                "number",
                "0 00 007 0.5 00.5 1. .5 1.10 -1 +1 1e3 1e999 1E-3 0x1f 0o17 0b1 1_000 1234567890",
            ),
            ("number", "99999999999999999999 .inf -.INF .nan"),
            (
                "text",
                "nUll tRue yes no off 1.2.3 -- inf nan 1:30 2026-01-01 ~a . .. << é ١ 1#c 1__0 _1 e3 0x 1e",
            ),
            ("text", "\"1\" '~' \"\" !!str"),
        ] {
            for word in words.split(' ') {
                assert_eq!(kind(word), expected, "{word}");
            }
        }
    }

    #[test]
    fn what_is_no_ordinary_yaml_is_collected() {
        let text = "a: !x &b 1\n<<: *b\n\u{202e}c: !!str\n";
        let tree = read(FileId(0), text).ok();
        let problems = tree.map(|tree| tree.problems.sorted()).unwrap_or_default();
        let codes: Vec<Code> = problems.iter().map(|problem| problem.code).collect();
        assert_eq!(
            codes,
            [Code::YamlTag, Code::MergeKey, Code::YamlAlias, Code::ControlCharacter, Code::YamlTag]
        );
    }

    #[test]
    fn trees_that_are_built_are_those_that_would_be_read() {
        for (name, text) in EMBEDDED {
            let read = tree::parse(text).ok().and_then(|tree| tree.root);
            let read = read.map(|root| format!("{root:?}"));
            let built = shipped::tree(text).map(|root| format!("{root:?}"));
            assert!(built.is_some() && built == read, "{name}");
        }
    }

    #[test]
    fn limits_are_met_exactly() {
        let code = |text: &str| read(FileId(0), text).err().map(|problem| problem.code);
        let deep = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert_eq!(code(&deep(MAX_DEPTH)), None);
        assert_eq!(code(&deep(MAX_DEPTH + 1)), Some(Code::NestingTooDeep));
        let blocks = |depth| "- ".repeat(depth) + "a";
        assert_eq!(code(&blocks(MAX_DEPTH)), None);
        assert_eq!(code(&blocks(MAX_DEPTH + 1)), Some(Code::NestingTooDeep));
        assert_eq!(code(&"- a\n".repeat(MAX_NODES - 1)), None);
        assert_eq!(code(&"- a\n".repeat(MAX_NODES)), Some(Code::FileTooLong));
        let aliases = |number| format!("- &a b\n{}", "- *a\n".repeat(number));
        assert_eq!(code(&aliases(MAX_REFERENCES - 1)), None);
        assert_eq!(code(&aliases(MAX_REFERENCES)), Some(Code::YamlAlias));
        assert_eq!(code("a\n--- b"), Some(Code::SeveralDocuments));
        for empty in ["", "# c\n", "---\n", "~"] {
            assert_eq!(code(empty), Some(Code::EmptyFile), "{empty:?}");
        }
    }
}
