//! Pages and documents as Markdown (with GitHub's tables and task lists).

use super::document::{self, Document, Line};
use super::page::{Cell, Check, Kind, Page, Section, Table, repeats};
use super::reader::Reader;
use super::visible::one_line;
use std::io::{self, Write};

/// Writes the page.
///
/// # Errors
/// If the writer fails.
pub fn write_page(page: &Page, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# {}", escape(&page.title))?;
    for sentence in page.lead.iter().filter(|sentence| **sentence != page.title) {
        writeln!(out, "\n{}", escape(sentence))?;
    }
    let tables = std::iter::once(&page.table).chain(&page.more);
    for table in tables.filter(|table| table.is_seen()) {
        if let Some(title) = &table.title {
            writeln!(out, "\n## {}", escape(title))?;
        }
        let is_shown = |section: &&Section| !section.rows.is_empty() || section.title.is_some();
        for section in table.sections.iter().filter(is_shown) {
            write_section(table, section, reader, out)?;
        }
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
    // A list to tick off is kept and copied: its headings say no sums, which would soon be wrong.
    let title = match &section.title {
        Some(_) if !section.checks.is_empty() => Some(&section.key),
        title => title.as_ref(),
    };
    if let Some(title) = title {
        writeln!(out, "\n## {}", escape(title))?;
    }
    if section.rows.is_empty() {
        return Ok(());
    }
    if !section.checks.is_empty() {
        writeln!(out)?;
        return section.checks.iter().try_for_each(|check| writeln!(out, "- [ ] {}", item(check)));
    }
    let columns = table.view();
    let heads: Vec<String> = columns
        .iter()
        .map(|&column| &table.columns[column])
        .map(|column| if column.headless { String::new() } else { escape(&column.title) })
        .collect();
    writeln!(out, "\n| {} |", heads.join(" | "))?;
    let rule = |&column: &usize| {
        if table.columns[column].kind == Kind::Number { "---:" } else { "---" }
    };
    writeln!(out, "| {} |", columns.iter().map(rule).collect::<Vec<_>>().join(" | "))?;
    let mut before = None;
    for row in &section.rows {
        let cell = |&column: &usize| {
            if repeats(table, column, before, row) {
                String::new()
            } else {
                cell(&row[column], reader)
            }
        };
        writeln!(out, "| {} |", columns.iter().map(cell).collect::<Vec<_>>().join(" | "))?;
        before = Some(row);
    }
    Ok(())
}

/// "Reply to comments (Luis, 4 h a week)"; that nobody does it stands out.
fn item(check: &Check) -> String {
    let nobody = check.nobody.iter();
    let nobody = nobody.map(|nobody| format!("**{}**", escape_inside(nobody)));
    let more = check.more.iter().map(|more| escape_inside(more));
    let more: Vec<String> = nobody.chain(more).collect();
    let what = escape(&check.what);
    if more.is_empty() { what } else { format!("{what} ({})", more.join(", ")) }
}

fn cell(cell: &Cell, reader: &Reader) -> String {
    match cell {
        Cell::Text(text) => escape(text),
        Cell::Empty | Cell::Hours(_) | Cell::Count(_) | Cell::Bar(_) => reader.cell(cell),
    }
}

/// Writes the document.
///
/// # Errors
/// If the writer fails.
pub fn write_document(document: &Document, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# {}", escape(reader.text(document.title)))?;
    if !document.facts.is_empty() {
        writeln!(out)?;
    }
    for (label, line) in &document.facts {
        let fact = reader.heading(label, &line.plain(reader));
        writeln!(out, "- {}", escape(&fact))?;
    }
    let mut sections = document.sections.iter();
    sections.try_for_each(|section| write_document_section(section, reader, out))
}

fn write_document_section(
    section: &document::Section,
    reader: &Reader,
    out: &mut dyn Write,
) -> io::Result<()> {
    let item = |line: &Line| escape(&line.plain(reader));
    writeln!(out, "\n## {}", escape(&section.title))?;
    if let Some(lead) = &section.lead {
        writeln!(out, "\n{}", item(lead))?;
    }
    if !section.items.is_empty() || !section.groups.is_empty() {
        writeln!(out)?;
    }
    for line in &section.items {
        writeln!(out, "- {}", item(line))?;
    }
    for group in &section.groups {
        let title = escape_inside(&group.title.plain(reader));
        writeln!(out, "- **{title}**")?;
        for line in &group.items {
            writeln!(out, "  - {}", item(line))?;
        }
    }
    Ok(())
}

/// A text on one line whose characters mean nothing to Markdown or HTML, and hide nothing.
fn escape(text: &str) -> String {
    let mut escaped = escape_inside(text);
    let number = escaped.bytes().take_while(u8::is_ascii_digit).count();
    if escaped.starts_with(['#', '+', '-', '=']) {
        escaped.insert(0, '\\');
    } else if number > 0
        && let Some(rest) = escaped[number..].strip_prefix(['.', ')'])
        && !rest.starts_with(|letter: char| !letter.is_whitespace())
    {
        // "1. " begins a list; "2.5 h" does not.
        escaped.insert(number, '\\');
    }
    escaped
}

/// Hides nothing and shows nothing, but parts what GitHub would link: there neither a backslash nor the number of a
/// character keeps `@name` and `#1` from meaning somebody and something (github/markup#1168, github/cmark-gfm#181).
const NOTHING: &str = "<!-- -->";

/// The same for a text with others before it on its line, so that it begins nothing.
fn escape_inside(text: &str) -> String {
    let text = one_line(text);
    let mut escaped = String::with_capacity(text.len());
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let mut is_before = |wanted: fn(&char) -> bool| letters.peek().is_some_and(wanted);
        let means_something = match letter {
            // An address has letters on both sides.
            '@' => !before.is_ascii_alphanumeric() && is_before(char::is_ascii_alphanumeric),
            '#' => is_before(char::is_ascii_digit),
            _ => false,
        };
        before = letter;
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => escaped.extend(['\\', letter]),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            _ => escaped.push(letter),
        }
        if means_something {
            escaped.push_str(NOTHING);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_to_tick_off_is_one_line_of_text() {
        let check = |what: &str, nobody: Option<&str>, more: &[&str]| {
            item(&Check {
                what: what.to_owned(),
                nobody: nobody.map(str::to_owned),
                more: more.iter().map(|&more| more.to_owned()).collect(),
            })
        };
        assert_eq!(check("1. *Reply*", None, &[]), "1\\. \\*Reply\\*");
        assert_eq!(
            check("[x] a\n# b", None, &["<Luis>", "4 h"]),
            "\\[x\\] a # b (&lt;Luis&gt;, 4 h)"
        );
        assert_eq!(
            check("a", Some("nobody: **none**"), &["4 h"]),
            "a (**nobody: \\*\\*none\\*\\***, 4 h)"
        );
    }

    #[test]
    fn nobody_and_nothing_is_linked() {
        assert_eq!(escape("@octocat"), "@<!-- -->octocat");
        assert_eq!(escape("Fix (#12, a#1)"), "Fix (#<!-- -->12, a#<!-- -->1)");
        assert_eq!(escape("#12"), "\\#<!-- -->12");
        for plain in ["ana@example.org", "@ Ana", "C# 1", "Ana@", "@é"] {
            assert_eq!(escape(plain), plain);
        }
    }

    #[test]
    fn markdown_and_html_come_out_as_text() {
        assert_eq!(
            escape("a | b `c` <script> *d* _e_ [f](g)"),
            "a \\| b \\`c\\` &lt;script&gt; \\*d\\* \\_e\\_ \\[f\\](g)"
        );
        assert_eq!(escape("# no heading"), "\\# no heading");
        assert_eq!(escape("1. no list - still"), "1\\. no list - still");
        assert_eq!([escape("2.5 h"), escape("2."), escape("2) a")], ["2.5 h", "2\\.", "2\\) a"]);
        assert_eq!(escape("Draw up the plan (2.5 h)"), "Draw up the plan (2.5 h)");
        assert_eq!(escape("\\| & &amp;"), "\\\\\\| &amp; &amp;amp;");
    }
}
