//! What the engine's scanner complains of, in plain words and with its usual cause.

use super::clues;
use std::borrow::Cow;

/// What is wrong, and what to do about it.
pub type Cause = (&'static str, &'static str);

pub const TAB: Cause = ("a tab in the indentation", "indent with spaces, never with tabs");
const TAB_IN_TEXT: Cause = ("a tab in a text", "write spaces, or put the text in quotes");
const QUOTE: &str =
    "close the quote; write ' twice inside single quotes, and \\\" inside double ones";
pub const OPEN_QUOTE: Cause = ("a quote that is not closed", QUOTE);
const QUOTE_ABOVE: Cause = ("a quote above this line that is not closed", QUOTE);
const BEHIND_QUOTE: Cause = (
    "something behind the quote that closes the text",
    "put quotes around the whole text; write ' twice inside single quotes, and \\\" inside double ones",
);
const ESCAPE: Cause = (
    "a backslash in double quotes that stands for no character",
    "write \\\\ for one backslash, or use single quotes",
);
const BRACKETS: &str = "close each bracket and brace; quote a text that has one in it";
const CLOSING: Cause = ("a closing bracket that nothing opens", BRACKETS);
const SEPARATE: &str =
    "put commas between the items; quote a text that has a bracket or brace in it";
const IN_BRACES: Cause = ("a comma is missing in front of this", SEPARATE);
const LINE_UP: &str = "give the line the indentation of those that it belongs with";
const BELOW_HYPHENS: Cause = ("a line that does not stand under the hyphens above it", LINE_UP);
const BELOW_KEYS: Cause = ("a line that does not stand under the keys above it", LINE_UP);
pub const TOO_FAR_IN: Cause = ("a line that stands further in than those above it allow", LINE_UP);
const TOO_FAR_OUT: Cause = ("a line that stands further out than those above it allow", LINE_UP);
const NO_KEY: Cause = (
    "a line that is no `key: value`",
    "write a colon and a space after the key, or indent the line",
);
pub const NO_COLON: Cause = ("a key without a colon", "write a colon and a space behind it");
pub const GLUED_COLON: Cause =
    ("a colon without a space behind it", "put a space behind the colon, or the text in quotes");
pub const NO_BREAK_SPACE: Cause = (
    "a non-breaking space, which looks like a space and is none",
    "put an ordinary space in its place",
);
pub const BULLET: Cause =
    ("a bullet or dash that is no hyphen", "begin the item with a hyphen and a space");
const HASH_IN_BRACKETS: Cause = (
    "a # that begins a comment before the bracket is closed",
    "put a text that has a # in it in quotes",
);
pub const OPEN_BRACKET: Cause = ("'[' is not closed", BRACKETS);
pub const OPEN_BRACE: Cause = ("'{' is not closed", BRACKETS);
pub const SECOND_COLON: Cause =
    ("a second colon in one line", "put the text behind the first colon in quotes");
pub const HYPHEN: Cause =
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

/// The engine's words, or a part of them, and the cause; the first that fits counts.
const CAUSES: &[(&str, Cause)] = &[
    ("tabs disallowed", TAB),
    ("tab cannot be used", TAB),
    ("start with a tab", TAB),
    ("found a tab", TAB_IN_TEXT),
    ("parsing a quoted scalar", ESCAPE),
    ("unclosed quote", OPEN_QUOTE),
    ("scanning a quoted scalar", OPEN_QUOTE),
    ("multiline quoted scalar", QUOTE_ABOVE),
    ("after single-quoted", BEHIND_QUOTE),
    ("after double-quoted", BEHIND_QUOTE),
    ("misplaced bracket", CLOSING),
    ("parsing a flow", IN_BRACES),
    ("simple key", NO_KEY),
    ("expected '-' indicator", BELOW_HYPHENS),
    ("did not find expected key", BELOW_KEYS),
    ("document start", TOO_FAR_OUT),
    ("in block scalar", TOO_FAR_OUT),
    ("block scalar", BEHIND_BAR),
    ("valid inside a block", HYPHEN_IN_BRACKETS),
    ("sequence entries", LIST_BEHIND),
    ("'-' must be followed", HYPHEN),
    ("scalar cannot start", HYPHEN),
    ("':'", COLON),
    ("mapping keys are not allowed", QUESTION),
    ("comments must be separated", GLUED_COMMENT),
    ("comment intercepting", COMMENT_IN_TEXT),
    ("YAML major version", PERCENT),
    ("irective", PERCENT),
    ("end marker", BEHIND_END),
    ("BOM", BYTE_ORDER_MARK),
];

/// A complaint in our words.
pub struct Complaint {
    /// The byte that it is about: where the cause stands, which may be above the place that the engine stopped at.
    pub at: usize,
    /// What is wrong.
    pub message: Cow<'static, str>,
    /// The way out, where one is known.
    pub fix: Option<&'static str>,
}

/// What the engine says, in our words. `at` is the byte that it speaks of.
pub fn in_plain_words(said: &str, text: &str, at: usize) -> Complaint {
    let found =
        |at, (message, fix): Cause| Complaint { at, message: message.into(), fix: Some(fix) };
    let here = |message: String, fix| Complaint { at, message: message.into(), fix: Some(fix) };
    if let Some(letter) = said.strip_prefix("unexpected character: `") {
        return match letter.strip_suffix('\'').unwrap_or(letter) {
            letter @ ("@" | "%" | "`") => {
                here(format!("{letter} where a text begins"), "put the text in quotes")
            }
            letter => here(format!("the character {letter}, which YAML refuses"), "remove it"),
        };
    }
    if said.contains("bracket '") && clues::has_comment_behind(text, at) {
        return found(at, HASH_IN_BRACKETS);
    }
    if let Some(brackets) = said.strip_prefix("mismatched bracket ") {
        return here(brackets.replace(" closed", " is closed"), BRACKETS);
    }
    if let Some(bracket) = said.strip_prefix("unclosed bracket ") {
        return here(format!("{bracket} is not closed"), BRACKETS);
    }
    if let Some((at, cause)) = clues::look(said, text, at) {
        return found(at, cause);
    }
    match CAUSES.iter().find(|(words, _)| said.contains(words)) {
        Some((_, cause)) => found(at, *cause),
        None => Complaint { at, message: said.to_owned().into(), fix: None },
    }
}
