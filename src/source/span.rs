//! Places in the files of a registry.

use std::ops::Range;

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
    /// The byte at this position in a text, or the end of the line or text if it has no such place.
    pub fn byte_in(self, text: &str) -> usize {
        let line_start = match self.line {
            0 | 1 => 0,
            line => text
                .match_indices('\n')
                .nth(line - 2)
                .map_or(text.len(), |(newline, _)| newline + 1),
        };
        let line = text[line_start..].split('\n').next().unwrap_or_default();
        let offset =
            line.char_indices().nth(self.column.saturating_sub(1)).map_or(line.len(), |(at, _)| at);
        line_start + offset
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceFile;

    fn file(text: &str) -> SourceFile {
        SourceFile::new(String::new(), String::new(), Ok(text.to_owned()))
    }

    #[test]
    fn positions_count_characters_and_lines_from_one() {
        let file = file("é: b\nc: d\n");
        assert_eq!(file.position(0), Position { line: 1, column: 1 });
        assert_eq!(file.position(4), Position { line: 1, column: 4 });
        assert_eq!(file.position(9), Position { line: 2, column: 4 });
        assert_eq!(file.position(999), Position { line: 3, column: 1 });
    }

    #[test]
    fn positions_far_into_a_long_line_are_counted_too() {
        let file = file(&format!("a\n{}\nb", "é".repeat(3_000)));
        for letters in [0, 1, 255, 256, 257, 2_999] {
            let position = file.position(2 + 2 * letters);
            assert_eq!((position.line, position.column), (2, letters + 1));
        }
        assert_eq!(file.position(6_003), Position { line: 3, column: 1 });
    }

    #[test]
    fn a_position_leads_back_to_its_byte() {
        let text = "é: b\nc: d\n\nlast";
        for (byte, _) in text.char_indices() {
            assert_eq!(file(text).position(byte).byte_in(text), byte);
        }
        let beyond = |line, column| Position { line, column }.byte_in(text);
        assert_eq!(beyond(1, 99), 5);
        assert_eq!(beyond(99, 1), text.len());
    }
}
