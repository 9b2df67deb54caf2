//! A chart as text: for the terminal, a line for each position, with branches that lead to it from the one above; and in
//! the languages that other programs draw: DOT for Graphviz and its kin, Mermaid for GitHub, GitLab and other places.

use super::label::{Label, OutlineLine, labels, notes, outline, title};
use crate::query::Chart;
use crate::render::reader::Reader;
use crate::render::terminal::{Terminal, wrap};
use anstyle::Style;
use std::fmt::Write as _;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// The columns of a level.
const STEP: usize = 3;
/// The space between a name and what is known of it.
const GAP: usize = 2;

/// The pieces of branches, each as wide as a level: to a position that others follow, to the last one, and past others.
const DRAWN: [&str; 3] = ["├─ ", "└─ ", "│  "];
const ASCII: [&str; 3] = ["|- ", "`- ", "|  "];
const NONE: &str = "   ";

/// Writes the tree; before it, what it is about, and after it, what it does not show.
pub fn tree(
    chart: &Chart,
    reader: &Reader,
    terminal: Terminal,
    out: &mut dyn Write,
) -> io::Result<()> {
    terminal.write(&title(chart, reader), Terminal::TITLE, out)?;
    let labels = labels(chart, reader);
    // Names get at least half of the width.
    let outline = outline(chart, terminal.width / 2 / STEP);
    let lines = tree_lines(&outline, &labels, reader, terminal);
    let widest = |part: fn(&TreeLine) -> usize| lines.iter().map(part).max().unwrap_or_default();
    let names = widest(|line| line.branches[0].width() + line.name.width()) + GAP;
    let people = widest(|line| line.people.width());
    let people = if people > 0 { people + GAP } else { 0 };
    let is_wide = names + people + widest(|line| line.tasks.width()) > terminal.width;
    for line in &lines {
        if line.branches[0].is_empty() {
            writeln!(out)?;
        }
        if is_wide {
            let details = [&line.people, &line.tasks].into_iter().filter(|it| !it.is_empty());
            line.write_wrapped(&reader.series(details), terminal, out)?;
            continue;
        }
        let TreeLine { branches: [branch, ..], name, .. } = line;
        let to_people = " ".repeat(names - branch.width() - name.width());
        let to_tasks = " ".repeat(people - line.people.width());
        let (branch, name) =
            (terminal.paint(Terminal::QUIET, branch), terminal.paint(line.style, name));
        writeln!(out, "{branch}{name}{to_people}{}{to_tasks}{}", line.people, line.tasks)?;
    }
    let notes = notes(chart, reader);
    if !notes.is_empty() {
        writeln!(out)?;
    }
    notes.iter().try_for_each(|note| terminal.write(note, Terminal::PLAIN, out))
}

struct TreeLine {
    /// What stands before the name, before its further lines, and before what is known of it below them.
    branches: [String; 3],
    name: String,
    style: Style,
    people: String,
    tasks: String,
}

fn tree_lines(
    outline: &[OutlineLine],
    labels: &[Label],
    reader: &Reader,
    terminal: Terminal,
) -> Vec<TreeLine> {
    let [to, last, past] = if terminal.ascii { ASCII } else { DRAWN };
    // For each level above the line, whether more follows there.
    let mut open: Vec<bool> = Vec::new();
    let mut lines = Vec::with_capacity(outline.len());
    for (number, line) in outline.iter().enumerate() {
        let passing = |goes_on: bool| if goes_on { past } else { NONE };
        open.truncate(line.level.saturating_sub(1));
        let above: String = open.iter().map(|&open| passing(open)).collect();
        let (mut first, mut further) = (String::new(), String::new());
        if line.level > 0 {
            first = format!("{above}{}", if line.has_next { to } else { last });
            further = above + passing(line.has_next);
            open.push(line.has_next);
        }
        // The branch to what is below passes by.
        let has_below = outline.get(number + 1).is_some_and(|next| next.level > line.level);
        let below = format!("{further}{}", passing(has_below));
        let label = &labels[line.node];
        let note = line.note.map(|note| format!(" {}", reader.word(note)));
        lines.push(TreeLine {
            branches: [first, further, below],
            name: label.title() + &note.unwrap_or_default(),
            style: if label.is_vacant { Terminal::WARNING } else { Terminal::TITLE },
            people: label.people.join(", "),
            tasks: reader.series(&label.tasks),
        });
    }
    lines
}

impl TreeLine {
    /// Writes the line on as many as it needs, and below it what is known.
    fn write_wrapped(
        &self,
        known: &str,
        terminal: Terminal,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let [first, further, below] = &self.branches;
        let quiet = |branch: &str| terminal.paint(Terminal::QUIET, branch);
        let room = |branch: &str| terminal.width.saturating_sub(branch.width()).max(1);
        for (number, text) in wrap(&self.name, room(first)).iter().enumerate() {
            let branch = if number == 0 { first } else { further };
            writeln!(out, "{}{}", quiet(branch), terminal.paint(self.style, text))?;
        }
        let mut lines = wrap(known, room(below)).into_iter();
        lines.try_for_each(|text| writeln!(out, "{}{text}", quiet(below)))
    }
}

/// A chart of more positions is drawn from left to right, so that it becomes long instead of wide.
const MOST_ABREAST: usize = 30;

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

/// A text between quotes, where `\\` begins an escape and `&` an entity (Graphviz, "escString", "Special Characters").
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

/// Mermaid refuses more arrows than this, unless its setting `maxEdges` allows more.
pub const MOST_ARROWS: usize = 500;
/// Mermaid refuses more characters than this, unless its setting `maxTextSize` allows more.
pub const MOST_CHARACTERS: usize = 50_000;

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

/// Is invisible: what it keeps apart means nothing together, and no mark behind it begins a line.
const APART: char = '\u{200c}';
/// Is invisible too, but white space to Mermaid: there no emphasis begins or ends.
const BLANK: char = '\u{feff}';

/// Marks become their numbers (Mermaid, "Entity codes to escape characters"): quotes, brackets and HTML among them. From
/// version 11 on, Mermaid reads Markdown after it has decoded them, so that each stands apart from what is before it: no
/// list, heading, link, address, formula or icon comes about.
fn escape_for_mermaid(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        // In drawings without HTML it shows these spaces as their names.
        let letter = if matches!(letter, '\u{a0}' | '\u{202f}') { ' ' } else { letter };
        let is_plain = match letter {
            '-' => before.is_alphanumeric(),
            '.' => before.is_ascii_digit() && letters.peek().is_some_and(char::is_ascii_digit),
            // Mermaid itself writes numbers as `ﬂ°°35¶ß` for a while.
            '°' | 'ß' => !matches!(before, 'ﬂ' | '¶'),
            _ => letter.is_ascii_alphanumeric() || " ,".contains(letter) || !letter.is_ascii(),
        };
        if !is_plain {
            escaped.push(APART);
        }
        match letter {
            // Nothing keeps two of them from being code. This is the same letter (Unicode, canonical equivalence).
            '`' => escaped.push('\u{1fef}'),
            _ if is_plain || !letter.is_ascii() || "-.".contains(letter) => escaped.push(letter),
            // Writing to a string cannot fail.
            _ => _ = write!(escaped, "#{};", u32::from(letter)),
        }
        // A backslash would break a line before `n`, and escape a mark.
        if "*_~\\".contains(letter) {
            escaped.push(BLANK);
        }
        before = letter;
    }
    escaped
}
