//! A file of a registry: its text, or what kept us from reading it; and the places in it.

use super::discover::Missing;
use std::fmt::{self, Display, Formatter};
use std::ops::{Deref, Range};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// The stem of the file that makes a folder a registry; it has to be a file.
pub const HEAD_STEM: &str = "registry";

/// The stem reserved for the people.
pub const TEAM_STEM: &str = "team";

/// The stem of the file with other words for tasks.
pub const OTHER_WORDS_STEM: &str = "also_called";

/// True if the file with this stem holds a role: the other stems are reserved.
pub fn is_role(stem: &str) -> bool {
    !matches!(stem, HEAD_STEM | TEAM_STEM | OTHER_WORDS_STEM)
}

/// A file of a registry, as its number in [`super::Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A range of bytes in one file. Files are at most 1 MiB, so 32 bits are plenty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file that holds the range.
    pub file: FileId,
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The range from `start` up to, but without, `end`.
    pub fn new(file: FileId, start: u32, end: u32) -> Self {
        Self { file, start, end: end.max(start) }
    }

    /// The range as a text counts it.
    #[expect(clippy::cast_possible_truncation, reason = "a file has at most 1 MiB")]
    pub fn of(file: FileId, range: Range<usize>) -> Self {
        Self::new(file, range.start as u32, range.end as u32)
    }
}

/// A place as people count it: both numbers begin at 1, and a column is a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

impl Position {
    /// The beginning of a file.
    pub const START: Self = Self { line: 1, column: 1 };
}

/// The text of a file, which those that are read from it share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileText(Arc<String>);

impl Deref for FileText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<String> for FileText {
    fn from(text: String) -> Self {
        Self(Arc::new(text))
    }
}

impl From<&str> for FileText {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

/// One file of a registry.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The path as the user would write it, for messages only.
    pub path: String,
    /// The file's name without its ending: the role's id, `registry` or `team`.
    pub stem: String,
    /// The text without a byte order mark, or why there is none.
    pub text: Result<FileText, Fault>,
    /// Places to count from, found when they are first needed.
    marks: OnceLock<Vec<Mark>>,
}

impl SourceFile {
    /// A file with its text, or with the reason why there is none.
    pub fn new(path: String, stem: String, text: Result<String, Fault>) -> Self {
        Self { path, stem, text: text.map(FileText::from), marks: OnceLock::new() }
    }

    /// A file that the program carries.
    pub(super) fn built_in(path: String, stem: String, text: &str) -> Self {
        Self { path, stem, text: Ok(text.into()), marks: OnceLock::new() }
    }

    /// A file from bytes: text if they are UTF-8, else the place where they stop being it.
    pub fn from_bytes(path: String, stem: String, bytes: Vec<u8>) -> Self {
        Self::read(path, stem, Ok(bytes))
    }

    /// The same from bytes that may not have been read.
    pub fn read(path: String, stem: String, bytes: Result<Vec<u8>, Fault>) -> Self {
        Self::new(path, stem, bytes.and_then(decode))
    }

    /// The position of a byte; a byte past the end counts as the end.
    pub fn position(&self, byte: usize) -> Position {
        let text = self.text();
        let marks = self.marks.get_or_init(|| marks(text));
        let byte = text.floor_char_boundary(byte);
        let after = marks.partition_point(|mark| mark.byte <= byte);
        let Mark { byte: from, position } = marks[after - 1];
        Position { line: position.line, column: position.column + text[from..byte].chars().count() }
    }

    /// Its name in its folder.
    pub fn name(&self) -> PathBuf {
        let ending = Path::new(&self.path).extension().unwrap_or_default();
        format!("{}.{}", self.stem, ending.display()).into()
    }

    /// The text, empty where the file could not be read.
    pub fn text(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }
}

/// A byte whose position is known.
#[derive(Clone, Copy, Debug)]
struct Mark {
    byte: usize,
    position: Position,
}

/// Within a long line there is a mark every so many bytes, so that no position is far to count.
const MARK_EVERY: usize = 512;

/// The beginning of each line, and marks on the way through long ones.
fn marks(text: &str) -> Vec<Mark> {
    let mut position = Position::START;
    let mut marks = vec![Mark { byte: 0, position }];
    let mut last = 0;
    for (byte, letter) in text.char_indices() {
        if byte - last >= MARK_EVERY {
            marks.push(Mark { byte, position });
            last = byte;
        }
        position.column += 1;
        if letter == '\n' {
            position = Position { line: position.line + 1, column: 1 };
            last = byte + 1;
            marks.push(Mark { byte: last, position });
        }
    }
    marks
}

/// Why a file has no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The system refused; its own words.
    Unreadable(String),
    /// Longer than [`super::MAX_FILE_BYTES`]; its length in bytes.
    TooLong(u64),
    /// Not UTF-8 from here on; what it looks like instead.
    NotUtf8(Position, Encoding),
    /// A folder, pipe, device or socket in the place of `registry.yaml`, or of a file that was named.
    NotAFile,
    /// A symbolic link to a place outside the folder.
    LinkOut,
    /// A symbolic link to nothing, or to itself.
    LinkBroken,
    /// The file's name is no UTF-8.
    NameNotUtf8,
}

/// Why something in the folder was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassedOver {
    /// It has a YAML file's name but is no regular file: a folder, pipe, device or socket.
    NotAFile,
    /// Its name nearly ends as a YAML file's does: `.YAML`, `.yaml.txt`.
    Ending,
}

/// What a file that is not UTF-8 looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-16, by its byte order mark or its zero bytes.
    Utf16,
    /// An eight-bit encoding such as Latin-1 or Windows-1252.
    EightBit,
    /// The document of a word processor, or something else that is packed.
    Document,
}

/// The files of a registry, in the order of their names, and those of the one that it extends.
#[derive(Clone, Debug)]
pub struct Sources {
    /// The registry's own files; [`FileId`] counts them, and then those of its base.
    pub files: Vec<SourceFile>,
    /// What was not read, and why.
    pub passed_over: Vec<(String, PassedOver)>,
    /// The files of the registry that this one extends; none if it does not, or for a reason.
    pub base: Result<Vec<SourceFile>, BaseFault>,
}

impl Default for Sources {
    fn default() -> Self {
        Self { files: Vec::new(), passed_over: Vec::new(), base: Ok(Vec::new()) }
    }
}

impl Sources {
    /// These files.
    pub fn of(files: Vec<SourceFile>) -> Self {
        Self { files, ..Self::default() }
    }

    /// The number of the first file that is not the registry's own.
    pub fn first_of_base(&self) -> FileId {
        FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX))
    }

    /// The files of the base with their numbers.
    pub fn of_base(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        (self.first_of_base().0..).map(FileId).zip(self.base.iter().flatten())
    }

    /// The same with this file of people in place of the registry's own. Its path stays as it is, for problems.
    #[must_use]
    pub fn with_team(self, mut file: SourceFile) -> Self {
        let mut sources = self.without_team();
        TEAM_STEM.clone_into(&mut file.stem);
        sources.files.push(file);
        sources
    }

    /// The same without the registry's own file of people.
    #[must_use]
    pub fn without_team(mut self) -> Self {
        self.files.retain(|file| file.stem != TEAM_STEM);
        self
    }

    /// The same without the file of other words for tasks.
    #[must_use]
    pub fn without_other_words(mut self) -> Self {
        self.files.retain(|file| file.stem != OTHER_WORDS_STEM);
        self
    }

    /// The file with this number.
    pub fn file(&self, id: FileId) -> Option<&SourceFile> {
        let id = id.0 as usize;
        let base = || self.base.as_ref().ok()?.get(id - self.files.len());
        self.files.get(id).or_else(base)
    }

    /// The first of its own files with this stem.
    pub fn with_stem(&self, stem: &str) -> Option<&SourceFile> {
        self.files.iter().find(|file| file.stem == stem)
    }

    /// Its own files with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        (0..).map(FileId).zip(&self.files)
    }

    /// Where a span begins, as people count.
    pub fn position(&self, span: Span) -> Position {
        let file = self.file(span.file);
        file.map_or(Position::START, |file| file.position(span.start as usize))
    }
}

/// Why there are no files of the registry that this one extends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BaseFault {
    /// It is no registry.
    Missing(Missing),
    /// It lies in another place than the repository of the registry.
    OutsideRepository,
    /// The registry lies in no repository, and its base not in the folder around it.
    OutsideParent,
    /// It is the registry itself.
    Itself,
    /// It has more files than so many.
    TooManyFiles(usize),
    /// Its files have more than so many bytes.
    TooLong(u64),
    /// The system does not let us list it; its own words.
    Unreadable(String),
}

impl Display for BaseFault {
    fn fmt(&self, formatter: &mut Formatter) -> fmt::Result {
        match self {
            Self::Missing(missing) => missing.fmt(formatter),
            Self::OutsideRepository => formatter.write_str("it leads out of the repository"),
            Self::OutsideParent => {
                formatter.write_str("it leads out of the folder around the registry's")
            }
            Self::Itself => formatter.write_str("this is the registry itself"),
            Self::TooManyFiles(most) => write!(formatter, "it has more than {most} files"),
            Self::TooLong(most) => write!(formatter, "it has more than {} MiB", most >> 20),
            Self::Unreadable(why) => write!(formatter, "it cannot be read: {why}"),
        }
    }
}

/// How documents of word processors begin: Rich Text, the packed formats, PDF.
const DOCUMENTS: [&[u8]; 3] = [b"{\\rtf", b"PK\x03\x04", b"%PDF"];

fn decode(bytes: Vec<u8>) -> Result<String, Fault> {
    if DOCUMENTS.iter().any(|start| bytes.starts_with(start)) {
        return Err(Fault::NotUtf8(Position::START, Encoding::Document));
    }
    if bytes.starts_with(&[0xff, 0xfe])
        || bytes.starts_with(&[0xfe, 0xff])
        || is_mostly_zero_pairs(&bytes)
    {
        return Err(Fault::NotUtf8(Position::START, Encoding::Utf16));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)),
        Err(error) => {
            let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let lines = good.split(|&byte| byte == b'\n');
            let last = String::from_utf8_lossy(lines.clone().next_back().unwrap_or_default());
            let position = Position { line: lines.count(), column: last.chars().count() + 1 };
            Err(Fault::NotUtf8(position, Encoding::EightBit))
        }
    }
}

/// UTF-16 without a byte order mark: ASCII text in it has a zero in every other byte.
fn is_mostly_zero_pairs(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(64)];
    let zeros =
        |offset: usize| head.iter().skip(offset).step_by(2).filter(|&&byte| byte == 0).count();
    head.len() >= 4 && zeros(0).max(zeros(1)) * 4 > head.len()
}
