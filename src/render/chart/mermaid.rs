//! A chart as a Mermaid flowchart, for GitHub, GitLab and other places that draw it from text.

use super::labels;
use crate::query::Chart;
use crate::render::reader::Reader;
use std::fmt::Write as _;
use std::io::{self, Write};

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
        let rest = label.rest().map(|line| format!("<br/>{}", escape(line)));
        let rest: String = rest.collect();
        writeln!(out, "    n{number}[\"{}{rest}\"]", escape(&label.name))?;
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
fn escape(text: &str) -> String {
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
    fn nothing_means_anything_to_mermaid() {
        assert_eq!(escape("Éva, 2.5 h - 日本"), "Éva, 2.5 h - 日本");
        assert_eq!(escape("a\"];b"), "a#34;#93;#59;b");
        assert_eq!(escape("<script>`x`"), "#60;script#62;#96;x#96;");
        assert_eq!(escape("$$fa:fa-car"), "#36;\u{200c}#36;fa#58;\u{200c}fa-car");
        assert_eq!(escape("a\\new 8,0\u{a0}h"), "a#92;\u{200c}new 8,0 h");
        assert_eq!(escape("#quot; & style: x"), "#35;quot#59; #38; style#58; x");
    }
}
