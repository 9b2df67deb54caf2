//! A chart in the languages that other programs draw: DOT for Graphviz and the tools that read it, Mermaid for GitHub,
//! GitLab and other places.

use super::label::labels;
use crate::query::Chart;
use crate::render::reader::Reader;
use std::fmt::Write as _;
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
        let lines: Vec<String> = lines.map(escape_for_dot).collect();
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
fn escape_for_dot(text: &str) -> String {
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

/// Mermaid refuses more arrows than this unless its page is set up for more (its setting `maxEdges`).
pub const MOST_ARROWS: usize = 500;
/// The same for characters (`maxTextSize`).
pub const MOST_CHARACTERS: usize = 50_000;

/// Writes the flowchart.
///
/// # Errors
/// If the writer fails.
pub fn mermaid(chart: &Chart, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "flowchart TB")?;
    let labels = labels(chart, reader);
    for (number, label) in labels.iter().enumerate() {
        let rest = label.rest().map(|line| format!("<br/>{}", escape_for_mermaid(line)));
        let rest: String = rest.collect();
        writeln!(out, "    n{number}[\"{}{rest}\"]", escape_for_mermaid(&label.name))?;
    }
    for (number, node) in chart.nodes.iter().enumerate() {
        if let Some(above) = node.above {
            writeln!(out, "    n{above} --> n{number}")?;
        }
    }
    let vacant = (0..labels.len()).filter(|&number| labels[number].is_vacant);
    let vacant: Vec<String> = vacant.map(|number| format!("n{number}")).collect();
    if !vacant.is_empty() {
        writeln!(out, "    classDef vacant stroke-dasharray: 5 5")?;
        writeln!(out, "    class {} vacant", vacant.join(","))?;
    }
    Ok(())
}

/// Is not seen, and keeps two letters from meaning something together.
const APART: char = '\u{200c}';

/// Everything but letters, digits, spaces and what can mean nothing is written by its number (Mermaid, "Entity codes to
/// escape characters"): quotes, brackets, backticks and the words of HTML among them.
fn escape_for_mermaid(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut before = ' ';
    for letter in text.chars() {
        // Also where they come as numbers, `\n` breaks a line, `$$` begins a formula and `fa:fa-car` is an icon.
        if matches!((before, letter), ('\\', 'n' | 'N') | ('$', '$') | (':', 'f')) {
            escaped.push(APART);
        }
        before = letter;
        // In drawings without HTML it shows these spaces as their names.
        let letter = if matches!(letter, '\u{a0}' | '\u{202f}') { ' ' } else { letter };
        let is_plain =
            letter.is_ascii_alphanumeric() || " ,.-".contains(letter) || !letter.is_ascii();
        if is_plain {
            escaped.push(letter);
        } else {
            // Writing to a string cannot fail.
            let _ = write!(escaped, "#{};", u32::from(letter));
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_means_anything_to_graphviz() {
        assert_eq!(escape_for_dot("Éva <b> {x}"), "Éva <b> {x}");
        assert_eq!(escape_for_dot("say \"hi\""), "say \\\"hi\\\"");
        assert_eq!(escape_for_dot("\\N &eacute;"), "\\\\N &amp;eacute;");
    }

    #[test]
    fn nothing_means_anything_to_mermaid() {
        assert_eq!(escape_for_mermaid("Éva, 2.5 h - 日本"), "Éva, 2.5 h - 日本");
        assert_eq!(escape_for_mermaid("a\"];b"), "a#34;#93;#59;b");
        assert_eq!(escape_for_mermaid("<script>`x`"), "#60;script#62;#96;x#96;");
        assert_eq!(escape_for_mermaid("$$fa:fa-car"), "#36;\u{200c}#36;fa#58;\u{200c}fa-car");
        assert_eq!(escape_for_mermaid("a\\new 8,0\u{a0}h"), "a#92;\u{200c}new 8,0 h");
        assert_eq!(escape_for_mermaid("#quot; & style: x"), "#35;quot#59; #38; style#58; x");
    }
}
