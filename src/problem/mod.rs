//! What can be wrong with a registry: what it is, where it is, and what to do about it. Nothing here knows YAML, streams or
//! colours.

mod code;
mod suggest;

pub use code::{Code, Example, Explanation, Severity};
pub use suggest::{Nearest, is_slip, nearest};

use crate::source::{FileId, Position, Sources, Span};
use crate::unicode::{is_misleading, letters};
use std::collections::HashMap;
use std::fmt::{self, Display, Formatter};

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

    /// The line and column, unless the place is a whole file.
    pub fn position(self, sources: &Sources) -> Option<Position> {
        match self {
            Place::File(_) => None,
            Place::Position(_, position) => Some(position),
            Place::Span(span) => Some(sources.position(span)),
        }
    }

    /// What places are sorted by: the file and the byte in it.
    fn order(self) -> (FileId, u32) {
        match self {
            Place::Span(span) => (span.file, span.start),
            Place::Position(file, _) | Place::File(file) => (file, 0),
        }
    }
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Place::Span(span)
    }
}

/// Something wrong in the files of a registry.
///
/// Printed, a problem says what is wrong: `error[unknown-role]: there is no role 'sme'`. The files that it was found in
/// tell its place: [`Problem::display`].
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

    /// Adds what to do about it.
    #[must_use]
    pub fn fix(mut self, fix: impl Into<String>) -> Self {
        self.fix = Some(fix.into());
        self
    }

    /// Adds the other place that belongs to it.
    #[must_use]
    pub fn related(mut self, span: Span, note: impl Into<String>) -> Self {
        self.related = Some((span, note.into()));
        self
    }

    /// The problem with its place in front, to be printed on a line of its own:
    /// `roles/host.yaml:3:13: error[unknown-role]: there is no role 'sme'`. Without line and column where a whole file is
    /// wrong.
    pub fn display(&self, sources: &Sources) -> String {
        let Some(file) = sources.file(self.place.file()) else { return self.to_string() };
        let path = visible(&file.path);
        match self.place.position(sources) {
            Some(Position { line, column }) => format!("{path}:{line}:{column}: {self}"),
            None => format!("{path}: {self}"),
        }
    }
}

impl Display for Problem {
    fn fmt(&self, formatter: &mut Formatter) -> fmt::Result {
        let (severity, code) = (self.code.severity().as_str(), self.code.as_str());
        write!(formatter, "{severity}[{code}]: {}", visible(&self.message))
    }
}

/// Messages and paths may hold whatever somebody wrote into a file: what could steer a terminal, or hide, is escaped.
fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for (letter, is_hidden) in letters(text) {
        if letter.is_control() || is_misleading(letter) || is_hidden {
            shown.extend(letter.escape_unicode());
        } else {
            shown.push(letter);
        }
    }
    shown
}

/// The most problems of one file; one more is kept, and says that there are others.
const MOST_IN_A_FILE: usize = 1_000;

/// The most problems of a registry; one more is kept here, too.
const MOST: usize = 100_000;

/// What the last one says.
const MORE_IN_THE_FILE: &str = "; more is wrong with this file than is shown";
const MORE: &str = "; more is wrong with this registry than is shown";

/// The problems of one file or of a whole registry, as they are found. Only so many are kept, the first ones: nobody reads
/// a hundred thousand of them, and the mistakes of a hostile file could fill the memory.
#[derive(Debug, Default)]
pub struct Problems {
    kept: Vec<Problem>,
    in_file: HashMap<FileId, usize>,
}

impl Problems {
    /// Keeps a problem of these parts, if there is room for it.
    pub fn report(
        &mut self,
        code: Code,
        place: impl Into<Place>,
        message: impl Into<String>,
        fix: impl Into<String>,
    ) {
        self.push(Problem::new(code, place, message).fix(fix));
    }

    /// Like [`Self::report`], for something that stands a second time.
    pub fn report_again(
        &mut self,
        code: Code,
        place: Span,
        first: Span,
        message: impl Into<String>,
        fix: impl Into<String>,
    ) {
        let problem = Problem::new(code, place, message).fix(fix);
        self.push(problem.related(first, "the first is here"));
    }

    /// Keeps a problem, if there is room for it.
    pub fn push(&mut self, mut problem: Problem) {
        if !self.has_room(problem.place.file()) {
            return;
        }
        let count = self.in_file.entry(problem.place.file()).or_default();
        if *count == MOST_IN_A_FILE && !problem.message.ends_with(MORE_IN_THE_FILE) {
            problem.message.push_str(MORE_IN_THE_FILE);
        }
        if self.kept.len() == MOST {
            problem.message.push_str(MORE);
        }
        *count += 1;
        self.kept.push(problem);
    }

    /// True if another problem of this file would be kept.
    pub fn has_room(&self, file: FileId) -> bool {
        let count = self.in_file.get(&file).copied().unwrap_or_default();
        !self.is_full() && count <= MOST_IN_A_FILE
    }

    fn is_full(&self) -> bool {
        self.kept.len() > MOST
    }

    /// The problems in the order of files and places, each of them once.
    pub fn sorted(self) -> Vec<Problem> {
        let mut problems = self.kept;
        problems.sort_by(|a, b| {
            let by_place = a.place.order().cmp(&b.place.order());
            by_place.then_with(|| (a.code, &a.message).cmp(&(b.code, &b.message)))
        });
        problems.dedup();
        problems
    }
}

impl Extend<Problem> for Problems {
    fn extend<T: IntoIterator<Item = Problem>>(&mut self, problems: T) {
        for problem in problems {
            if self.is_full() {
                return;
            }
            self.push(problem);
        }
    }
}

impl IntoIterator for Problems {
    type Item = Problem;
    type IntoIter = std::vec::IntoIter<Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.kept.into_iter()
    }
}

/// The beginning of a text from a file, for a message: 60 characters are enough.
pub fn shortened(text: &str) -> String {
    let mut letters = text.chars();
    let head: String = letters.by_ref().take(60).collect();
    if letters.next().is_some() { head + "…" } else { head }
}

/// Words for a message: of many, the first eight and how many more there are.
pub fn first_few(words: &[&str]) -> String {
    few(words.iter().map(|word| shortened(word)), 8, ", ")
}

/// The first words, at most so many, and how many more there are.
pub fn few(words: impl ExactSizeIterator<Item = String>, most: usize, between: &str) -> String {
    let more = words.len().saturating_sub(most);
    let shown = words.take(most).collect::<Vec<_>>().join(between);
    match more {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}
