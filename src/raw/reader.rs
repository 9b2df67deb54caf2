//! From text to tree, from the events of the engine's parser. What YAML can do and a registry has no use for (aliases,
//! tags, merge keys) is collected on the way, and so are characters that turn the direction of writing, wherever they
//! stand. What cannot be read on (broken YAML, a second document, more than the limits allow) is one problem and no tree.

use super::node::{Items, Node, Value};
use super::shipped;
use super::syntax_error::{self, MAX_DEPTH, letter};
use crate::problem::{Code, Place, Problem, Problems};
use crate::source::{FileId, Span};
use crate::unicode::is_bidirectional;
use serde_yaml::granit_parser::{self, Event, Options, Parser, ScalarStyle, StructureStyle, Tag};
use std::borrow::Cow;

/// Lists, maps, keys and values in one file. A file of 1 MiB that is full of roles has half as many; one that is full of
/// `{},{},{},` would take hundreds of times its length in memory.
const MAX_NODES: usize = 100_000;

/// Aliases and anchors in one file: each alias is a problem of its own, and a thousand are enough to read.
const MAX_REFERENCES: usize = 1_000;

/// A file that could be read.
pub struct Tree<'a> {
    pub root: Node<'a>,
    /// What a registry has no use for.
    pub problems: Problems,
    /// Whether some character turns the direction of writing.
    pub has_directions: bool,
}

/// Reads a file. An empty one, one with two documents and one that is not YAML have no tree.
pub fn read(file: FileId, text: &str) -> Result<Tree<'_>, Box<Problem>> {
    match shipped::tree(text) {
        Some(root) => Ok(Tree { root, problems: Problems::default(), has_directions: false }),
        None => read_text(file, text),
    }
}

fn read_text(file: FileId, text: &str) -> Result<Tree<'_>, Box<Problem>> {
    let (open, done) = (Vec::new(), Vec::new());
    let mut reader =
        Reader { file, text, open, done, nodes: 0, references: 0, problems: Problems::default() };
    let root = reader
        .root()
        .map_err(|problem| Box::new(syntax_error::merge_conflict(file, text).unwrap_or(problem)))?;
    let Some(root) = root.filter(|root| root.value != Value::Null) else {
        let problem = Problem::new(Code::EmptyFile, Place::File(file), "the file is empty");
        return Err(Box::new(problem.fix("write at least one line, or remove the file")));
    };
    let has_directions = reader.refuse_directions();
    Ok(Tree { root, problems: reader.problems, has_directions })
}

struct Reader<'a> {
    file: FileId,
    text: &'a str,
    open: Vec<Open>,
    /// The nodes that are read of the lists and maps that are open: each takes its own at its end, and no list has to grow.
    done: Vec<Node<'a>>,
    nodes: usize,
    references: usize,
    problems: Problems,
}

/// A list or map whose end is not reached yet.
struct Open {
    place: Span,
    style: StructureStyle,
    is_map: bool,
    /// Which of the nodes that are read is the first inside.
    first: usize,
}

impl<'a> Reader<'a> {
    /// The node that holds all others, or nothing in a file of comments.
    fn root(&mut self) -> Result<Option<Node<'a>>, Problem> {
        let mut options = Options::default();
        options.set_emit_comments(false);
        options.flow_nesting_limit = MAX_DEPTH;
        let mut documents = 0;
        for event in Parser::new_from_str_with_options(self.text, options) {
            let (event, span) =
                event.map_err(|error| syntax_error::problem(self.file, self.text, &error))?;
            let place = Span::of(self.file, span.byte_range().unwrap_or_default());
            match event {
                Event::DocumentStart(..) => {
                    documents += 1;
                    if documents > 1 {
                        return Err(self.second_document(place));
                    }
                }
                Event::Scalar(text, style, anchor, tag) => {
                    self.begin(place, anchor, &span)?;
                    let value = scalar(text, style, tag.as_deref());
                    self.add(place, value);
                }
                Event::Alias(_) => {
                    self.begin(place, 1, &span)?;
                    let message = "a registry has no YAML aliases";
                    self.refuse(Code::YamlAlias, place, message, "write the value out");
                    self.add(place, Value::Alias);
                }
                Event::SequenceStart(style, anchor, _) => {
                    self.begin(place, anchor, &span)?;
                    self.open(place, style, false)?;
                }
                Event::MappingStart(style, anchor, _) => {
                    self.begin(place, anchor, &span)?;
                    self.open(place, style, true)?;
                }
                Event::SequenceEnd | Event::MappingEnd => self.close(),
                _ => {}
            }
        }
        Ok(self.done.pop())
    }

    /// Counts a node, an anchor or alias, and refuses a tag.
    fn begin(
        &mut self,
        place: Span,
        anchor: usize,
        span: &granit_parser::Span,
    ) -> Result<(), Problem> {
        self.nodes += 1;
        self.references += usize::from(anchor > 0);
        if self.nodes > MAX_NODES {
            let message = "the file holds more than 100,000 keys and values";
            let problem = Problem::new(Code::FileTooLong, self.letter(place), message);
            return Err(problem.fix("split it into several roles"));
        }
        if self.references > MAX_REFERENCES {
            return Err(syntax_error::bad_alias(self.letter(place)));
        }
        if let Some(tag) = span.tag_span().and_then(|tag| tag.byte_range()) {
            let fix = "remove the tag, or quote a text that begins with '!'";
            let place = Span::of(self.file, tag);
            self.refuse(Code::YamlTag, place, "a registry has no YAML tags", fix);
        }
        Ok(())
    }

    fn open(&mut self, place: Span, style: StructureStyle, is_map: bool) -> Result<(), Problem> {
        self.open.push(Open { place, style, is_map, first: self.done.len() });
        if self.open.len() > MAX_DEPTH {
            return Err(syntax_error::too_deep(self.letter(place)));
        }
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

    /// Puts a node where it belongs. What is wrong with a key is told here.
    fn add(&mut self, place: Span, value: Value<'a>) {
        if let Some(Open { is_map: true, style, first, .. }) = self.open.last()
            && (self.done.len() - first).is_multiple_of(2)
        {
            if *style == StructureStyle::Block {
                self.refuse_tab_before(place.start as usize);
            }
            if matches!(&value, Value::Text(key) if key == "<<") {
                let message = "a registry has no YAML merge keys";
                self.refuse(Code::MergeKey, place, message, "write the keys out");
            }
        }
        self.done.push(Node { start: place.start, end: place.end, value });
    }

    /// Refuses a tab in the indentation of a key: the engine takes some of them, other programs none.
    fn refuse_tab_before(&mut self, key: usize) {
        let before = &self.text[..key];
        let outside = before.trim_end_matches([' ', '\t', '-']);
        let tab = before[outside.len()..].find('\t');
        if let Some(tab) = tab.filter(|_| outside.is_empty() || outside.ends_with('\n')) {
            let (what, fix) = syntax_error::TAB;
            let tab = outside.len() + tab;
            let place = Span::of(self.file, tab..tab + 1);
            self.refuse(Code::YamlSyntax, place, &format!("this is not YAML: {what}"), fix);
        }
    }

    /// Refuses characters that turn the direction of writing (Unicode Standard Annex #9) where they are written raw, and
    /// tells whether there are any. Most files have hardly a byte that they all begin with.
    fn refuse_directions(&mut self) -> bool {
        let begins = self.text.bytes().enumerate().filter(|&(_, byte)| byte == 0xe2);
        let mut has_any = false;
        for (at, _) in begins {
            let letter = self.text[at..].chars().next().unwrap_or_default();
            if is_bidirectional(letter) {
                has_any = true;
                let place = Span::of(self.file, at..at + letter.len_utf8());
                let number = u32::from(letter);
                let message =
                    format!("the character U+{number:04X} turns the direction of writing");
                let fix = "remove it: it could change what people see";
                self.refuse(Code::ControlCharacter, place, &message, fix);
            }
        }
        has_any
    }

    fn refuse(&mut self, code: Code, place: Span, message: &str, fix: &str) {
        self.problems.push(Problem::new(code, place, message).fix(fix));
    }

    fn second_document(&self, place: Span) -> Problem {
        let problem = Problem::new(
            Code::SeveralDocuments,
            self.letter(place),
            "a second document begins here",
        );
        problem.fix("one file holds one document: remove the `---` or split the file")
    }

    fn letter(&self, place: Span) -> Span {
        letter(self.file, self.text, place.start as usize)
    }
}

/// What a scalar is. A tag says that a text is meant where it is `!!str` or `!`, or where there is nothing else.
fn scalar<'a>(text: Cow<'a, str>, style: ScalarStyle, tag: Option<&Tag>) -> Value<'a> {
    let is_text = tag.is_some_and(|tag| text.is_empty() || matches!(tag.suffix(), "str" | ""));
    if style == ScalarStyle::Plain && !is_text { Value::of_plain(text) } else { Value::Text(text) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::EMBEDDED;

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
            let read = read_text(FileId(0), text).ok().map(|tree| format!("{:?}", tree.root));
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
