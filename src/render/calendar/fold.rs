//! Long lines folded as RFC 5545 3.1 wants it. The calendar crate folds too, but counts the space that begins a
//! folded line only while more is to come: its last lines may have 76 octets (icalendar 0.17).

use std::io::{self, Write};

/// The octets of a line without its end.
const LONGEST: usize = 75;

/// Writes content lines, however they are folded, with lines that are never too long and never end inside a character.
pub(super) fn refold(folded: &str, out: &mut dyn Write) -> io::Result<()> {
    for line in folded.replace("\r\n ", "").split_terminator("\r\n") {
        let (first, mut rest) = line.split_at(line.floor_char_boundary(LONGEST));
        out.write_all(first.as_bytes())?;
        while !rest.is_empty() {
            let (next, more) = rest.split_at(rest.floor_char_boundary(LONGEST - 1));
            write!(out, "\r\n {next}")?;
            rest = more;
        }
        out.write_all(b"\r\n")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refolded(text: &str) -> String {
        let mut out = Vec::new();
        refold(text, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn no_line_is_too_long_at_any_length() {
        for length in 0..400 {
            for letter in ["a", "é", "字", "🦀", " "] {
                let line = format!("N:{}", letter.repeat(length));
                let folded = refolded(&format!("{line}\r\nEND\r\n"));
                assert!(folded.split("\r\n").all(|line| line.len() <= LONGEST));
                assert_eq!(folded.replace("\r\n ", ""), format!("{line}\r\nEND\r\n"));
                assert_eq!(refolded(&folded), folded);
            }
        }
    }

    #[test]
    fn a_line_is_filled_before_the_next_begins() {
        let folded = refolded(&format!("{}\r\n", "a".repeat(75 + 74 + 1)));
        let lengths: Vec<usize> = folded.split_terminator("\r\n").map(str::len).collect();
        assert_eq!(lengths, [75, 75, 2]);
    }
}
