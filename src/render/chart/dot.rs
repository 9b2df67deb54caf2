//! A chart in the DOT language, for Graphviz and the tools that read it.

use super::labels;
use crate::query::Chart;
use crate::render::reader::Reader;
use std::io::{self, Write};

/// A chart of more positions is drawn from left to right: it becomes long instead of wide.
const MOST_ABREAST: usize = 30;

/// Writes the graph.
///
/// # Errors
/// If the writer fails.
pub fn dot(chart: &Chart, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let direction = if chart.nodes.len() > MOST_ABREAST { "LR" } else { "TB" };
    writeln!(out, "digraph roles {{")?;
    writeln!(out, "    graph [rankdir={direction}, charset=\"UTF-8\"];")?;
    writeln!(out, "    node [shape=box, style=rounded, fontname=\"sans-serif\"];")?;
    for (number, label) in labels(chart, reader).iter().enumerate() {
        let lines = std::iter::once(label.name.as_str()).chain(label.rest());
        let lines: Vec<String> = lines.map(escape).collect();
        let style = if label.is_vacant { ", style=\"rounded,dashed\"" } else { "" };
        writeln!(out, "    n{number} [label=\"{}\"{style}];", lines.join("\\n"))?;
    }
    for (number, node) in chart.nodes.iter().enumerate() {
        if let Some(above) = node.above {
            writeln!(out, "    n{above} -> n{number};")?;
        }
    }
    writeln!(out, "}}")
}

/// A text between quotes: a backslash begins an escape there, and `&` an entity (Graphviz, "escString" and "Special
/// Characters").
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '"' | '\\' => escaped.extend(['\\', letter]),
            '&' => escaped.push_str("&amp;"),
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_means_anything_to_graphviz() {
        assert_eq!(escape("Éva <b> {x}"), "Éva <b> {x}");
        assert_eq!(escape("say \"hi\""), "say \\\"hi\\\"");
        assert_eq!(escape("\\N &eacute;"), "\\\\N &amp;eacute;");
    }
}
