//! The content lines of a calendar (RFC 5545 3.1): a property a line, its text escaped, long lines folded.

/// Lines as they are written.
#[derive(Default)]
pub(super) struct Lines(String);

/// The octets of a line without its end.
const LONGEST: usize = 75;

impl Lines {
    /// Adds a property whose value is a date, a rule or a word of the standard.
    #[must_use]
    pub fn property(mut self, name: &str, value: &str) -> Self {
        self.fold(&format!("{name}:{value}"));
        self
    }

    /// Adds a property whose value is a text (RFC 5545 3.3.11).
    #[must_use]
    pub fn text(self, name: &str, text: &str) -> Self {
        let escaped =
            text.replace('\\', r"\\").replace(';', r"\;").replace(',', r"\,").replace('\n', r"\n");
        self.property(name, &escaped)
    }

    /// All of them, each with its end.
    pub fn finish(self) -> String {
        self.0
    }

    /// Adds a line, on as many lines as it needs. None of them is too long, and none ends inside a character. The space
    /// that begins each but the first counts as well.
    fn fold(&mut self, line: &str) {
        let (first, mut rest) = line.split_at(line.floor_char_boundary(LONGEST));
        self.0 += first;
        while !rest.is_empty() {
            let (next, more) = rest.split_at(rest.floor_char_boundary(LONGEST - 1));
            self.0 += "\r\n ";
            self.0 += next;
            rest = more;
        }
        self.0 += "\r\n";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(line: &str) -> String {
        let mut lines = Lines::default();
        lines.fold(line);
        lines.finish()
    }

    #[test]
    fn no_line_is_too_long_at_any_length() {
        for length in 0..400 {
            for letter in ["a", "é", "字", "🦀", " "] {
                let line = format!("N:{}", letter.repeat(length));
                let folded = folded(&line);
                assert!(folded.split("\r\n").all(|line| line.len() <= LONGEST));
                assert_eq!(folded.replace("\r\n ", ""), line + "\r\n");
            }
        }
    }

    #[test]
    fn a_line_is_filled_before_the_next_begins() {
        let folded = folded(&"a".repeat(75 + 74 + 1));
        let lengths: Vec<usize> = folded.split_terminator("\r\n").map(str::len).collect();
        assert_eq!(lengths, [75, 75, 2]);
    }

    #[test]
    fn texts_are_escaped_and_other_values_are_not() {
        let lines = Lines::default()
            .text("SUMMARY", "a, b; c\\n\nd: \"e\"")
            .property("RRULE", "FREQ=MONTHLY;BYMONTHDAY=-1");
        let expected =
            "SUMMARY:a\\, b\\; c\\\\n\\nd: \"e\"\r\nRRULE:FREQ=MONTHLY;BYMONTHDAY=-1\r\n";
        assert_eq!(lines.finish(), expected);
    }
}
