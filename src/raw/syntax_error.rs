//! What the YAML engine stops at, as a problem: in plain words, at the place of its cause. The engine stops where it can
//! read on no longer; the slip that led there is often in the line above.

use super::hints;
use super::tree::MAX_DEPTH;
use crate::problem::{Code, Problem};
use crate::source::{FileId, Span};
use serde_yaml::granit_parser::{ErrorKind as E, ScanError};

/// What is wrong, and what to do about it.
type Cause = (&'static str, &'static str);

const LINE_UP: &str = "give the line the indentation of those that it belongs with";
const BRACKETS: &str = "close each bracket and brace; quote a text that has one in it";
const QUOTE: &str =
    "close the quote; write ' twice inside single quotes, and \\\" inside double ones";

const TAB: Cause = ("a tab in the indentation", "indent with spaces, never with tabs");
const TAB_IN_TEXT: Cause = ("a tab in a text", "write spaces, or put the text in quotes");
const OPEN_QUOTE: Cause = ("a quote that is not closed", QUOTE);
const QUOTE_ABOVE: Cause = ("a quote above this line that is not closed", QUOTE);
const BEHIND_QUOTE: Cause = (
    "something behind the quote that closes the text",
    "put quotes around the whole text; write ' twice inside single quotes, and \\\" inside double ones",
);
const ESCAPE: Cause = (
    "a backslash in double quotes that stands for no character",
    "write \\\\ for one backslash, or use single quotes",
);
const CLOSING: Cause = ("a closing bracket that nothing opens", BRACKETS);
const OPEN_BRACKET: Cause = ("'[' is not closed", BRACKETS);
const OPEN_BRACE: Cause = ("'{' is not closed", BRACKETS);
const IN_BRACES: Cause = (
    "a comma is missing in front of this",
    "put commas between the items; quote a text that has a bracket or brace in it",
);
const HASH_IN_BRACKETS: Cause = (
    "a # that begins a comment before the bracket is closed",
    "put a text that has a # in it in quotes",
);
const BELOW_HYPHENS: Cause = ("a line that does not stand under the hyphens above it", LINE_UP);
const BELOW_KEYS: Cause = ("a line that does not stand under the keys above it", LINE_UP);
const TOO_FAR_IN: Cause = ("a line that stands further in than those above it allow", LINE_UP);
const TOO_FAR_OUT: Cause = ("a line that stands further out than those above it allow", LINE_UP);
const NO_KEY: Cause = (
    "a line that is no `key: value`",
    "write a colon and a space after the key, or indent the line",
);
const NO_COLON: Cause = ("a key without a colon", "write a colon and a space behind it");
const GLUED_COLON: Cause =
    ("a colon without a space behind it", "put a space behind the colon, or the text in quotes");
const OTHER_SPACE: Cause =
    ("a space of another kind, which is none to YAML", "put an ordinary space in its place");
const WIDE_COLON: Cause =
    ("a full-width colon, which is none to YAML", "write an ordinary colon and a space behind it");
const WIDE_COMMA: Cause =
    ("a full-width comma, which is none to YAML", "write an ordinary comma and a space behind it");
const NO_BEGINNING: Cause = ("a sign that begins no value", "remove it, or put the text in quotes");
const BULLET: Cause =
    ("a bullet or dash that is no hyphen", "begin the item with a hyphen and a space");
const SECOND_COLON: Cause =
    ("a second colon in one line", "put the text behind the first colon in quotes");
const HYPHEN: Cause =
    ("a hyphen without a space behind it", "put a space behind the hyphen, or quote the text");
const HYPHEN_IN_BRACKETS: Cause = ("a hyphen inside brackets", "write the list as [one, two]");
const LIST_BEHIND: Cause =
    ("a list that begins behind something else", "begin the list on a line of its own");
const BEHIND_BAR: Cause =
    ("something behind the | or > that begins a text", "begin the text on the next line, indented");
const COLON: Cause =
    ("a colon where none can stand", "put the text in quotes, or close the bracket above");
const QUESTION: Cause = ("a question mark where no key can stand", "put the text in quotes");
const GLUED_COMMENT: Cause =
    ("a # right behind a value", "put the text in quotes, or a space before the # of a comment");
const COMMENT_IN_TEXT: Cause =
    ("a comment in the middle of a text", "move the comment, or quote the whole text");
const PERCENT: Cause = ("a line that begins with %", "remove the line, or quote the text");
const BEHIND_END: Cause = ("something behind the three dots that end a file", "remove that line");
const BYTE_ORDER_MARK: Cause = ("a byte order mark in the middle of the file", "remove it");

pub fn problem(file: FileId, text: &str, error: &ScanError) -> Problem {
    let kind = error.kind();
    let mut at = error.marker().byte_offset().map_or(text.len(), |at| text.floor_char_boundary(at));
    if is_about_tabs(kind) {
        // The scanner stops before the line whose tab it cannot take.
        at += text[at..].find('\t').unwrap_or_default();
    }
    let place = letter(file, text, at);
    match kind {
        E::RecursionLimitExceeded => return too_deep(place),
        E::UnknownAnchor | E::MissingAnchorOrAliasName | E::AnchorCountOverflow => {
            return bad_alias(place);
        }
        _ if is_about_tags(kind) => {
            let problem = Problem::new(Code::YamlTag, place, "a tag that does not fit its value");
            return problem.fix("remove the tag");
        }
        _ => {}
    }
    let (at, message, fix) = match (kind, cause(kind, text, at)) {
        (E::UnexpectedCharacter { character: letter @ ('@' | '%' | '`') }, _) => {
            (at, format!("{letter} where a text begins"), Some("put the text in quotes"))
        }
        (E::UnexpectedCharacter { character }, _) => {
            let letter = character.escape_default();
            (at, format!("the character {letter}, which YAML refuses"), Some("remove it"))
        }
        (_, Some((at, (message, fix)))) => (at, message.to_owned(), Some(fix)),
        (E::MismatchedFlowCollectionEnd { open, close }, None) => {
            (at, format!("'{open}' is closed by '{close}'"), Some(BRACKETS))
        }
        (kind, None) => (at, kind.to_string(), None),
    };
    let message = format!("this is not YAML: {message}");
    let problem = Problem::new(Code::YamlSyntax, letter(file, text, at), message);
    Problem { fix: fix.map(str::to_owned), ..problem }
}

/// The character at a byte; nothing at the end of a line.
pub fn letter(file: FileId, text: &str, at: usize) -> Span {
    let next = text[at..].chars().next();
    let length = next.filter(|&letter| letter != '\n').map_or(0, char::len_utf8);
    Span::of(file, at..at + length)
}

/// Lists and maps inside one another, more than the limit allows.
pub fn too_deep(place: Span) -> Problem {
    let message = format!("lists and maps stand inside one another more than {MAX_DEPTH} deep");
    let problem = Problem::new(Code::NestingTooDeep, place, message);
    problem.fix("a registry needs no more than seven levels")
}

/// An alias that cannot be followed, or more of them than the limit allows.
pub fn bad_alias(place: Span) -> Problem {
    let message = "an alias (*) or anchor (&) that leads nowhere, or grows too large";
    let problem = Problem::new(Code::YamlAlias, place, message);
    problem.fix("write the value out, or quote a text that begins with * or &")
}

/// The first line that a version control system left where two changes meet.
pub fn merge_conflict(file: FileId, text: &str) -> Option<Problem> {
    let at = if text.starts_with("<<<<<<< ") { 0 } else { text.find("\n<<<<<<< ")? + 1 };
    let line = text[at..].lines().next().unwrap_or_default().trim_end();
    let span = Span::of(file, at..at + line.len());
    let message = "this is not YAML: an unresolved merge conflict begins here";
    let problem = Problem::new(Code::YamlSyntax, span, message);
    Some(problem.fix("choose one side and remove the marks"))
}

fn is_about_tabs(kind: &E) -> bool {
    matches!(
        kind,
        E::TabNotAllowed
            | E::TabInBlockIndentation
            | E::TabInIndentation
            | E::TabAtBlockScalarStart
            | E::TabInPlainScalar
    )
}

fn is_about_tags(kind: &E) -> bool {
    matches!(
        kind,
        E::UndeclaredTagHandle
            | E::DuplicateTagDirective
            | E::ExpectedTagBang
            | E::ExpectedTagDirectiveBang
            | E::InvalidGlobalTagCharacter
            | E::InvalidTagDirectiveTerminator
            | E::InvalidTagTerminator
            | E::MissingTagUri
            | E::UnclosedVerbatimTag
            | E::InvalidTagEscape
            | E::InvalidTagUtf8LeadingByte
            | E::InvalidTagUtf8TrailingByte
            | E::InvalidTagUtf8
    )
}

/// The cause and its byte: the one that the text around the place shows, else the usual one of this kind.
fn cause(kind: &E, text: &str, at: usize) -> Option<(usize, Cause)> {
    clue(kind, text, at).or_else(|| Some((at, usual_cause(kind)?)))
}

fn usual_cause(kind: &E) -> Option<Cause> {
    Some(match kind {
        E::TabInPlainScalar => TAB_IN_TEXT,
        kind if is_about_tabs(kind) => TAB,
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidLowSurrogateHexEscape
        | E::InvalidLowSurrogate
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate
        | E::InvalidUnicodeEscape => ESCAPE,
        E::UnclosedQuotedScalar | E::DocumentIndicatorInQuotedScalar => OPEN_QUOTE,
        E::InvalidQuotedScalarIndent => QUOTE_ABOVE,
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => BEHIND_QUOTE,
        E::UnexpectedEofBlockMapping | E::UnexpectedEofBlockSequence => NO_BEGINNING,
        E::MisplacedFlowCollectionEnd => CLOSING,
        E::UnclosedFlowCollection { open: '[' } => OPEN_BRACKET,
        E::UnclosedFlowCollection { .. } => OPEN_BRACE,
        E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping => IN_BRACES,
        E::SimpleKeyExpected | E::InvalidSimpleKey => NO_KEY,
        E::ExpectedBlockSequenceEntry => BELOW_HYPHENS,
        E::ExpectedBlockMappingKey => BELOW_KEYS,
        E::ExpectedDocumentStart | E::InvalidBlockScalarIndent => TOO_FAR_OUT,
        E::ZeroBlockScalarIndent | E::InvalidBlockScalarHeader => BEHIND_BAR,
        E::BlockEntryInFlowCollection => HYPHEN_IN_BRACKETS,
        E::BlockSequenceEntryNotAllowed => LIST_BEHIND,
        E::InvalidBlockEntryWhitespace | E::PlainScalarStartsWithDashFlowIndicator => HYPHEN,
        E::FlowMappingValueAdjacentCollection
        | E::InvalidMappingValueWhitespace
        | E::InvalidColonPlacement => COLON,
        E::MappingKeyNotAllowed => QUESTION,
        E::CommentNotSeparated => GLUED_COMMENT,
        E::CommentInterceptedScalar => COMMENT_IN_TEXT,
        E::UnsupportedYamlMajorVersion
        | E::DuplicateVersionDirective
        | E::MissingDocumentEndBeforeDirective
        | E::InvalidDirectiveTerminator
        | E::MissingYamlVersionSeparator
        | E::MissingDirectiveName
        | E::InvalidDirectiveName
        | E::DirectiveByteLimitExceeded { .. }
        | E::TooManyReservedDirectiveParams { .. }
        | E::YamlVersionTooLong
        | E::MissingYamlVersion => PERCENT,
        E::InvalidDocumentEnd => BEHIND_END,
        E::BomInsideDocument => BYTE_ORDER_MARK,
        _ => return None,
    })
}

/// The cause and its byte, if the text around the place shows more than the engine says.
fn clue(kind: &E, text: &str, at: usize) -> Option<(usize, Cause)> {
    let line = Line::at(text, at);
    let before = &text[line.start..at];
    match kind {
        E::TabInPlainScalar => before.trim().is_empty().then_some((at, TAB)),
        E::MismatchedFlowCollectionEnd { .. } | E::UnclosedFlowCollection { .. } => {
            text[at..line.end].contains(" #").then_some((at, HASH_IN_BRACKETS))
        }
        E::CommentInterceptedScalar => {
            let below = line.below()?;
            below.key().map(|_| (below.first(), TOO_FAR_IN))
        }
        E::InvalidQuotedScalarIndent => {
            line.with_above().find_map(|line| Some((line.odd_quote()?, OPEN_QUOTE)))
        }
        E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::BlockEntryInFlowCollection
        | E::FlowMappingValueAdjacentCollection
        | E::InvalidMappingValueWhitespace
        | E::InvalidColonPlacement => {
            let open = open_bracket(&text[..at])?;
            let cause = if text[open..].starts_with('[') { OPEN_BRACKET } else { OPEN_BRACE };
            let comma = text[open..at].rfind(hints::WIDE_COMMAS).map(|at| (open + at, WIDE_COMMA));
            comma.or_else(|| (open < line.start).then_some((open, cause)))
        }
        E::MappingValueNotAllowed => {
            let is_second = before.contains(": ");
            let second = is_second.then_some((at, SECOND_COLON));
            line.slip().or(second).or_else(|| match line.above()?.lone_word() {
                Some(word) => Some((word, NO_COLON)),
                None => (line.first() > line.start).then_some((at, TOO_FAR_IN)),
            })
        }
        E::SimpleKeyExpected
        | E::InvalidSimpleKey
        | E::ExpectedDocumentStart
        | E::ExpectedNodeContent
        | E::ExpectedBlockMappingKey
        | E::ExpectedBlockSequenceEntry
        | E::InvalidBlockScalarHeader => line.slip(),
        _ => None,
    }
}

/// Finds the byte of a slip in a line.
type Look<'t> = fn(&Line<'t>) -> Option<usize>;

#[derive(Clone, Copy)]
struct Line<'t> {
    text: &'t str,
    start: usize,
    end: usize,
}

impl<'t> Line<'t> {
    fn at(text: &'t str, at: usize) -> Self {
        let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let end = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
        Self { text, start, end }
    }

    fn content(&self) -> &'t str {
        &self.text[self.start..self.end]
    }

    /// Whether there is more in it than a comment.
    fn is_visible(&self) -> bool {
        let content = self.content().trim();
        !content.is_empty() && !content.starts_with('#')
    }

    /// The last line above with something in it.
    fn above(self) -> Option<Self> {
        self.with_above().nth(1)
    }

    /// The next line below with something in it.
    fn below(self) -> Option<Self> {
        let next =
            |line: &Self| (line.end < line.text.len()).then(|| Self::at(line.text, line.end + 1));
        let mut lines = std::iter::successors(next(&self), next);
        lines.find(Self::is_visible)
    }

    /// This line and those above with something in them, upwards.
    fn with_above(self) -> impl Iterator<Item = Self> {
        let up = |line: &Self| line.start.checked_sub(1).map(|end| Self::at(line.text, end));
        let above = std::iter::successors(up(&self), up).filter(Self::is_visible);
        std::iter::once(self).chain(above)
    }

    /// What is found in this line, or else in the one above.
    fn near(self, look: impl Fn(&Self) -> Option<usize>) -> Option<usize> {
        self.with_above().take(2).find_map(|line| look(&line))
    }

    /// A slip here or above that leaves a line neither a key nor an item.
    fn slip(self) -> Option<(usize, Cause)> {
        let looks: [(Look<'t>, Cause); 5] = [
            (Self::other_space, OTHER_SPACE),
            (Self::glued_hyphen, HYPHEN),
            (Self::bullet, BULLET),
            (Self::wide_colon, WIDE_COLON),
            (Self::glued_colon, GLUED_COLON),
        ];
        looks.into_iter().find_map(|(look, cause)| Some((self.near(look)?, cause)))
    }

    /// The byte of the first character that is no space.
    fn first(&self) -> usize {
        self.end - self.content().trim_start().len()
    }

    /// What stands behind the indentation and the hyphens of a list, and its byte.
    fn item(&self) -> (usize, &'t str) {
        let content = self.content().trim_start_matches([' ', '-']);
        (self.end - content.len(), content)
    }

    /// The word in front of the first colon, if it could be a key; the colon's byte, and what is behind it.
    fn key(&self) -> Option<(usize, &'t str)> {
        let (at, content) = self.item();
        let (word, rest) = content.split_once(':')?;
        let is_key = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '-';
        (!word.is_empty() && word.chars().all(is_key)).then_some((at + word.len(), rest))
    }

    /// The colon of `key:value`.
    fn glued_colon(&self) -> Option<usize> {
        let (colon, rest) = self.key()?;
        let is_glued =
            !rest.is_empty() && !rest.starts_with(char::is_whitespace) && !rest.starts_with("//");
        is_glued.then_some(colon)
    }

    /// The hyphen of `-item`.
    fn glued_hyphen(&self) -> Option<usize> {
        let behind = self.content().trim_start().strip_prefix('-')?;
        behind.starts_with(char::is_alphanumeric).then(|| self.first())
    }

    /// What a word processor makes of a hyphen at the beginning of a line.
    fn bullet(&self) -> Option<usize> {
        hints::begins_with_bullet(self.content()).then(|| self.first())
    }

    /// The last letter of a line that is one word.
    fn lone_word(&self) -> Option<usize> {
        let (at, content) = self.item();
        let word = content.trim_end();
        let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
        let (last, _) = word.char_indices().next_back()?;
        word.chars().all(is_word).then_some(at + last)
    }

    /// The full-width colon behind a word that could be a key.
    fn wide_colon(&self) -> Option<usize> {
        let (at, content) = self.item();
        let (word, _) = content.split_once(hints::WIDE_COLON)?;
        let is_key = |letter: char| letter.is_ascii_alphanumeric() || "_- {".contains(letter);
        word.chars().all(is_key).then_some(at + word.len())
    }

    /// A space of another kind where an ordinary one means something: in front of everything, or behind a colon or hyphen.
    fn other_space(&self) -> Option<usize> {
        let content = self.content();
        let means_something = |&(at, letter): &(usize, char)| {
            let before = content[..at].trim_end();
            let is_other = letter.is_whitespace() && !letter.is_ascii();
            is_other && (before.is_empty() || before.ends_with([':', '-', hints::WIDE_COLON]))
        };
        content.char_indices().find(means_something).map(|(at, _)| self.start + at)
    }

    /// The quote of a line that has an odd number of them, if a value could begin there.
    fn odd_quote(&self) -> Option<usize> {
        let content = self.content();
        let odd = ['"', '\''].into_iter().find(|&quote| content.matches(quote).count() % 2 == 1)?;
        let at = content.find(odd)?;
        let before = content[..at].trim_end();
        let begins = before.is_empty() || before.ends_with([':', '-', ',', '[', '{']);
        begins.then_some(self.start + at)
    }
}

/// The last bracket or brace of a text that nothing closes.
fn open_bracket(text: &str) -> Option<usize> {
    let mut open = Vec::new();
    let mut quote = None;
    let mut before = '\n';
    let mut in_comment = false;
    for (at, letter) in text.char_indices() {
        let begins = before.is_whitespace() || "[{,:".contains(before);
        match letter {
            '\n' => in_comment = false,
            _ if in_comment => {}
            _ if quote.is_some() => quote = quote.filter(|&quote| quote != letter),
            '"' | '\'' if begins => quote = Some(letter),
            '#' if before.is_whitespace() => in_comment = true,
            '[' | '{' if begins => open.push(at),
            ']' | '}' => drop(open.pop()),
            _ => {}
        }
        before = letter;
    }
    open.pop()
}
