//! Pages and documents as Markdown, with GitHub's tables and task lists.

use super::document::Document;
use super::page::{Cell, Check, Kind, Page, Section, Shown, Table};
use super::reader::{Reader, in_brackets};
use super::visible::one_line;
use std::io::{self, Write};

pub fn write_markdown(page: &Page, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# {}", escape(&page.title))?;
    for sentence in page.lead.iter().filter(|sentence| **sentence != page.title) {
        writeln!(out, "\n{}", escape(sentence))?;
    }
    for table in page.tables() {
        if let Some(title) = &table.title {
            writeln!(out, "\n## {}", escape(title))?;
        }
        for section in table.sections.iter().filter(|section| section.is_seen()) {
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
    // A list to tick off is kept and copied: its headings have no sums, which would soon be wrong.
    if let Some(title) = &section.title {
        let title = if section.checks.is_empty() { title } else { &section.key };
        writeln!(out, "\n## {}", escape(title))?;
    }
    if section.rows.is_empty() {
        return Ok(());
    }
    if !section.checks.is_empty() {
        writeln!(out)?;
        for check in &section.checks {
            writeln!(out, "- [ ] {}", item(check))?;
        }
        return Ok(());
    }
    let shown = table.shown(&Shown::IN_DOCUMENTS);
    let columns = || shown.iter().map(|&column| &table.columns[column]);
    writeln!(out)?;
    write_row(columns().map(|column| escape(column.heading())), out)?;
    let rules = columns().map(|column| if column.kind == Kind::Number { "---:" } else { "---" });
    write_row(rules.map(str::to_owned), out)?;
    for row in table.rows(section, &shown) {
        let cells = row.into_iter().map(|cell| match cell {
            None => String::new(),
            Some(Cell::Text(text)) => escape(text),
            Some(cell) => reader.cell(cell),
        });
        write_row(cells, out)?;
    }
    Ok(())
}

fn write_row(cells: impl Iterator<Item = String>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "| {} |", cells.collect::<Vec<_>>().join(" | "))
}

/// "Reply to comments (Luis, 4 h a week)"; if nobody does it, that stands out.
fn item(check: &Check) -> String {
    let nobody = check.nobody.iter().map(|nobody| format!("**{}**", escape_inside(nobody)));
    let more: Vec<String> =
        nobody.chain(check.more.iter().map(|more| escape_inside(more))).collect();
    let more = Some(more.join(", ")).filter(|more| !more.is_empty());
    in_brackets(escape(&check.what), more.as_deref())
}

pub fn write_document(document: &Document, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# {}", escape(&document.title.plain()))?;
    if !document.facts.is_empty() {
        writeln!(out)?;
    }
    for (label, line) in &document.facts {
        let fact = reader.heading(label, &line.plain());
        writeln!(out, "- {}", escape(&fact))?;
    }
    for passage in &document.passages {
        writeln!(out, "\n## {}", escape(&passage.title))?;
        if let Some(lead) = &passage.lead {
            writeln!(out, "\n{}", escape(&lead.plain()))?;
        }
        if !passage.groups.is_empty() {
            writeln!(out)?;
        }
        for group in &passage.groups {
            if let Some(title) = &group.title {
                writeln!(out, "- **{}**", escape_inside(&title.plain()))?;
            }
            let indent = if group.title.is_some() { "  " } else { "" };
            for line in &group.items {
                writeln!(out, "{indent}- {}", escape(&line.plain()))?;
            }
        }
    }
    Ok(())
}

/// A text on one line whose characters have no meaning in Markdown or HTML, and hide nothing.
fn escape(text: &str) -> String {
    let mut escaped = escape_inside(text);
    if escaped.starts_with(['#', '+', '-', '=', '>', '[']) {
        // A heading, a list, a quotation, something to tick off or the target of links.
        escaped.insert(0, '\\');
    }
    let number = escaped.bytes().take_while(u8::is_ascii_digit).count();
    if number > 0
        && let Some(rest) = escaped[number..].strip_prefix(['.', ')'])
        && !rest.starts_with(|letter: char| !letter.is_whitespace())
    {
        // "1. " begins a list; "2.5 h" does not.
        escaped.insert(number, '\\');
    }
    escaped
}

/// A comment that shows nothing, but splits what GitHub would link: there, neither a backslash nor the number of a
/// character keeps `@name` and `#1` from becoming links (github/markup#1168, github/cmark-gfm#181).
const NOTHING: &str = "<!-- -->";

/// The same for a text that does not begin its line, and so cannot begin a list or a heading.
fn escape_inside(text: &str) -> String {
    let text = one_line(text);
    let mut escaped = String::with_capacity(text.len());
    let has_links = text.contains("](") || text.contains("][");
    let mut before = ' ';
    for (place, letter) in text.char_indices() {
        let after = &text[place + letter.len_utf8()..];
        let is_before = |wanted: fn(char) -> bool| after.starts_with(wanted);
        let means_something = match letter {
            // An address has letters on both sides.
            '@' => {
                !before.is_ascii_alphanumeric() && is_before(|next| next.is_ascii_alphanumeric())
            }
            '#' => is_before(|next| next.is_ascii_digit()),
            _ => false,
        };
        let is_marked = match letter {
            '\\' | '`' | '*' | '|' | '$' => true,
            // Inside a word it marks nothing; nor does a tilde behind a blank, which nothing can close.
            '_' => !before.is_alphanumeric() || !is_before(char::is_alphanumeric),
            '~' => !before.is_whitespace(),
            // Without an address behind it, nothing is a link.
            '[' => has_links,
            _ => false,
        };
        before = letter;
        match letter {
            '<' => escaped.push_str("&lt;"),
            '&' if is_entity(after) => escaped.push_str("&amp;"),
            _ if is_marked => escaped.extend(['\\', letter]),
            _ => escaped.push(letter),
        }
        if means_something {
            escaped.push_str(NOTHING);
        }
    }
    escaped
}

/// True if what follows an ampersand makes it the name or number of a character.
fn is_entity(after: &str) -> bool {
    after.split_once(';').is_some_and(|(name, _)| {
        !name.is_empty()
            && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '#')
    })
}
