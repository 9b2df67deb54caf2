//! Something wrong: what, where, and what to do about it. Nothing here knows YAML, streams or colours.

mod code;
mod collected;
mod explanation;
mod suggest;

pub use code::{Code, Severity};
pub use collected::Problems;
pub use explanation::{Example, Explanation};
pub use suggest::{Nearest, nearest};

use crate::source::{FileId, Position, Sources, Span};

/// Where a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A file as a whole: it is empty, or cannot be read.
    File(FileId),
    /// A position in a file whose text we do not have (it is not UTF-8).
    Position(FileId, Position),
    /// A range of a file.
    Span(Span),
}

impl Place {
    /// The file that the place is in.
    pub fn file(self) -> FileId {
        match self {
            Place::File(file) | Place::Position(file, _) | Place::Span(Span { file, .. }) => file,
        }
    }

    /// The line and column, where there are any.
    pub fn position(self, sources: &Sources) -> Option<Position> {
        match self {
            Place::File(_) => None,
            Place::Position(_, position) => Some(position),
            Place::Span(span) => Some(sources.position(span)),
        }
    }
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Place::Span(span)
    }
}

/// Something wrong in the files of a registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which kind of problem.
    pub code: Code,
    /// What is wrong: one line, lower case, no full stop.
    pub message: String,
    /// Where.
    pub place: Place,
    /// What to do about it, in a few words.
    pub fix: Option<String>,
    /// Another place that belongs to it, and what it is: "first here".
    pub related: Option<(Span, String)>,
}

impl Problem {
    /// A problem at a place.
    pub fn new(code: Code, place: impl Into<Place>, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), place: place.into(), fix: None, related: None }
    }

    /// The same, with a way out.
    #[must_use]
    pub fn fix(mut self, fix: impl Into<String>) -> Self {
        self.fix = Some(fix.into());
        self
    }

    /// The same, with the other place that belongs to it.
    #[must_use]
    pub fn related(mut self, span: Span, note: impl Into<String>) -> Self {
        self.related = Some((span, note.into()));
        self
    }
}

/// A text of a file inside a message: its first words are enough.
pub fn shortened(text: &str) -> String {
    let mut letters = text.chars();
    let head: String = letters.by_ref().take(60).collect();
    if letters.next().is_some() { head + "…" } else { head }
}

/// Words inside a message: a few of many are enough.
pub fn first_few(words: &[&str]) -> String {
    const FEW: usize = 8;
    let few: Vec<String> = words.iter().take(FEW).map(|word| shortened(word)).collect();
    match words.len().saturating_sub(FEW) {
        0 => few.join(", "),
        more => format!("{} and {more} more", few.join(", ")),
    }
}
