//! The text below a command's options, taken apart: examples, variables and statuses by their titles, and sentences.

/// A part of the text.
#[derive(Debug, PartialEq, Eq)]
pub enum Section<'t> {
    /// A title with a row for each line: a command, variable or status, and what is said of it, if anything is.
    Rows(&'t str, Vec<Row<'t>>),
    /// Sentences.
    Prose(String),
}

/// Two columns.
pub type Row<'t> = (&'t str, String);

/// The parts of a text, which are apart by blank lines. A part whose first line ends in a colon has rows, indented.
pub fn of(text: &str) -> Vec<Section<'_>> {
    let parts = text.split("\n\n").filter(|part| !part.trim().is_empty());
    parts.map(section).collect()
}

fn section(part: &str) -> Section<'_> {
    let (title, rest) = part.split_once('\n').unwrap_or((part, ""));
    let title = title.trim_end();
    match title.strip_suffix(':') {
        Some(title) if !rest.is_empty() && rest.lines().all(|line| line.starts_with("  ")) => {
            Section::Rows(title, rows(rest))
        }
        _ => Section::Prose(part.split_whitespace().collect::<Vec<_>>().join(" ")),
    }
}

fn rows(text: &str) -> Vec<Row<'_>> {
    let mut rows: Vec<Row> = Vec::new();
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        match rows.last_mut() {
            // A line further in goes on with what is said.
            Some((_, said)) if indent > 2 => {
                said.push(' ');
                said.push_str(line.trim());
            }
            _ => {
                let (name, said) = line.trim().split_once("  ").unwrap_or((line.trim(), ""));
                rows.push((name, said.trim().to_owned()));
            }
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_have_rows_and_all_else_is_sentences() {
        let text = "Examples:\n  roles a\n  roles b | c\n\nIt does\nthis.\n\nExit status:\n  0  done\n  1  not\n     yet";
        let row = |name, said: &str| (name, said.to_owned());
        assert_eq!(
            of(text),
            [
                Section::Rows("Examples", vec![row("roles a", ""), row("roles b | c", "")]),
                Section::Prose("It does this.".to_owned()),
                Section::Rows("Exit status", vec![row("0", "done"), row("1", "not yet")]),
            ]
        );
    }
}
