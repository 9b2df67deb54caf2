//! A page as Markdown (GitHub's tables): headings, sentences, one table a section.

use super::clean::one_line;
use super::page::{Cell, Kind, Page, Section, Table, repeats};
use super::reader::Reader;
use std::io::{self, Write};

/// Writes the page.
///
/// # Errors
/// If the writer fails.
pub fn write(page: &Page, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# {}", escape(&page.title))?;
    for sentence in page.lead.iter().filter(|sentence| **sentence != page.title) {
        writeln!(out, "\n{}", escape(sentence))?;
    }
    for section in page
        .table
        .sections
        .iter()
        .filter(|section| !section.rows.is_empty() || section.title.is_some())
        .filter(|_| page.table.is_seen())
    {
        write_section(&page.table, section, reader, out)?;
    }
    if !page.notes.is_empty() {
        writeln!(out)?;
    }
    for note in &page.notes {
        writeln!(out, "- {}", escape(note))?;
    }
    Ok(())
}

fn write_section(
    table: &Table,
    section: &Section,
    reader: &Reader,
    out: &mut dyn Write,
) -> io::Result<()> {
    if let Some(title) = &section.title {
        writeln!(out, "\n## {}", escape(title))?;
    }
    if section.rows.is_empty() {
        return Ok(());
    }
    let columns = table.view();
    let heads: Vec<String> = columns
        .iter()
        .map(|&column| &table.columns[column])
        .map(|column| {
            if column.headless {
                String::new()
            } else {
                escape(&column.title)
            }
        })
        .collect();
    writeln!(out, "\n| {} |", heads.join(" | "))?;
    let rule = |&column: &usize| {
        if table.columns[column].kind == Kind::Number {
            "---:"
        } else {
            "---"
        }
    };
    writeln!(
        out,
        "| {} |",
        columns.iter().map(rule).collect::<Vec<_>>().join(" | ")
    )?;
    let mut before = None;
    for row in &section.rows {
        let cell = |&column: &usize| {
            if repeats(table, column, before, row) {
                String::new()
            } else {
                cell(&row[column], reader)
            }
        };
        writeln!(
            out,
            "| {} |",
            columns.iter().map(cell).collect::<Vec<_>>().join(" | ")
        )?;
        before = Some(row);
    }
    Ok(())
}

fn cell(cell: &Cell, reader: &Reader) -> String {
    match cell {
        Cell::Text(text) => escape(text),
        Cell::Empty | Cell::Hours(_) | Cell::Count(_) => reader.cell(cell),
    }
}

/// A text on one line whose characters mean nothing to Markdown or HTML, and hide nothing.
fn escape(text: &str) -> String {
    let text = one_line(text);
    let mut escaped = String::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => escaped.extend(['\\', letter]),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '#' | '+' | '-' | '=' if at == 0 => escaped.extend(['\\', letter]),
            '.' | ')' if at > 0 && text[..at].bytes().all(|byte| byte.is_ascii_digit()) => {
                escaped.extend(['\\', letter])
            }
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_and_html_come_out_as_text() {
        assert_eq!(
            escape("a | b `c` <script> *d* _e_ [f](g)"),
            "a \\| b \\`c\\` &lt;script&gt; \\*d\\* \\_e\\_ \\[f\\](g)"
        );
        assert_eq!(escape("# no heading"), "\\# no heading");
        assert_eq!(escape("1. no list - still"), "1\\. no list - still");
        assert_eq!(
            escape("Draw up the plan (2.5 h)"),
            "Draw up the plan (2.5 h)"
        );
        assert_eq!(escape("\\| & &amp;"), "\\\\\\| &amp; &amp;amp;");
    }
}
