//! A document as Markdown: headings, and lists of which some have lists in them.

use super::{Document, Line, Section};
use crate::render::markdown::{escape, escape_inside};
use crate::render::reader::Reader;
use std::io::{self, Write};

/// Writes the document.
///
/// # Errors
/// If the writer fails.
pub fn write(document: &Document, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# {}", escape(reader.text(document.title)))?;
    if !document.facts.is_empty() {
        writeln!(out)?;
    }
    for (label, line) in &document.facts {
        let fact = reader.heading(label, &line.plain(reader));
        writeln!(out, "- {}", escape(&fact))?;
    }
    let mut sections = document.sections.iter();
    sections.try_for_each(|section| write_section(section, reader, out))
}

fn write_section(section: &Section, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
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
