//! A chart in the terminal: one position a line, with lines that lead to it from the one that it reports to.

use super::label::{Label, labels, notes, title};
use super::outline::{Line, outline};
use crate::query::Chart;
use crate::render::reader::Reader;
use crate::render::terminal::{Terminal, wrap};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Columns of a level.
const STEP: usize = 3;
/// Between a name and what is known of it.
const GAP: usize = 2;

/// The pieces of the lines of a tree, each as wide as a level.
#[derive(Clone, Copy)]
struct Branches {
    /// To a position that others follow.
    to: &'static str,
    /// To the last one.
    last: &'static str,
    /// Past those that are further in.
    past: &'static str,
}

const DRAWN: Branches = Branches { to: "├─ ", last: "└─ ", past: "│  " };
const ASCII: Branches = Branches { to: "|- ", last: "`- ", past: "|  " };
const NONE: &str = "   ";

/// Writes the tree, with what it is about before it and what it does not show after it.
///
/// # Errors
/// If the writer fails.
pub fn tree(
    chart: &Chart,
    reader: &Reader,
    terminal: Terminal,
    out: &mut dyn Write,
) -> io::Result<()> {
    terminal.write(&title(chart, reader), Terminal::title, out)?;
    let labels = labels(chart, reader);
    // Names get at least half of the width.
    let lines = outline(chart, terminal.width / 2 / STEP);
    let mut writer = Writer {
        columns: Columns::new(&lines, &labels, reader)
            .filter(|columns| columns.width <= terminal.width),
        labels: &labels,
        open: Vec::new(),
        reader,
        terminal,
        branches: if terminal.ascii { ASCII } else { DRAWN },
    };
    for (number, line) in lines.iter().enumerate() {
        if line.level == 0 {
            writeln!(out)?;
        }
        let next = lines.get(number + 1);
        writer.write(*line, next.is_some_and(|next| next.level > line.level), out)?;
    }
    let notes = notes(chart, reader);
    if !notes.is_empty() {
        writeln!(out)?;
    }
    for note in notes {
        terminal.write(&note, Terminal::plain, out)?;
    }
    Ok(())
}

/// The name of a position on its line.
fn heading(line: &Line, labels: &[Label], reader: &Reader) -> String {
    let name = labels[line.node].title();
    match line.note() {
        Some(note) => format!("{name} {}", reader.words.word(note)),
        None => name,
    }
}

/// "Ana (3 tasks), Luis (2 tasks)".
fn people(label: &Label) -> String {
    label.people.join(", ")
}

/// Where people and tasks stand beside the names.
struct Columns {
    people: usize,
    tasks: usize,
    /// How wide it is all together.
    width: usize,
}

impl Columns {
    fn new(lines: &[Line], labels: &[Label], reader: &Reader) -> Option<Self> {
        let name = |line: &Line| line.level * STEP + heading(line, labels, reader).width();
        let people = lines.iter().map(name).max()? + GAP;
        let named = labels.iter().map(|label| self::people(label).width()).max()?;
        let tasks_at = people + if named > 0 { named + GAP } else { 0 };
        let tasks = labels.iter().map(|label| reader.series(&label.tasks).width());
        let longest = tasks.max()?;
        Some(Self { people, tasks: tasks_at, width: tasks_at + longest })
    }
}

struct Writer<'w, 'r> {
    labels: &'w [Label],
    /// Where what is known stands, if all of it fits beside the names.
    columns: Option<Columns>,
    /// For each level above the line whether more follows there.
    open: Vec<bool>,
    reader: &'w Reader<'r>,
    terminal: Terminal,
    branches: Branches,
}

impl Writer<'_, '_> {
    fn write(&mut self, line: Line, has_below: bool, out: &mut dyn Write) -> io::Result<()> {
        let label = &self.labels[line.node];
        let (first, further) = self.branches(line);
        let name = heading(&line, self.labels, self.reader);
        let tasks = self.reader.series(&label.tasks);
        let people = people(label);
        let paint = |text: &str| {
            if label.is_vacant { self.terminal.warning(text) } else { self.terminal.title(text) }
        };
        if let Some(columns) = &self.columns {
            let to_people = " ".repeat(columns.people - first.width() - name.width());
            let to_tasks = " ".repeat(columns.tasks - columns.people - people.width());
            let (branch, name) = (self.terminal.quiet(&first), paint(&name));
            return writeln!(out, "{branch}{name}{to_people}{people}{to_tasks}{tasks}");
        }
        let room = self.terminal.width.saturating_sub(first.width()).max(1);
        for (number, text) in wrap(&name, room).iter().enumerate() {
            let branch = if number == 0 { &first } else { &further };
            writeln!(out, "{}{}", self.terminal.quiet(branch), paint(text))?;
        }
        // The line to what is below passes by.
        let bar = if has_below { self.branches.past } else { NONE };
        let branch = format!("{further}{bar}");
        let room = self.terminal.width.saturating_sub(branch.width()).max(1);
        let people = (!people.is_empty()).then_some(people);
        let details: Vec<String> = people.into_iter().chain([tasks]).collect();
        for text in wrap(&self.reader.series(&details), room) {
            writeln!(out, "{}{text}", self.terminal.quiet(&branch))?;
        }
        Ok(())
    }

    /// What stands before a name, and before what follows on further lines.
    fn branches(&mut self, line: Line) -> (String, String) {
        self.open.truncate(line.level.saturating_sub(1));
        if line.level == 0 {
            return (String::new(), String::new());
        }
        let past = |open: &bool| if *open { self.branches.past } else { NONE };
        let above: String = self.open.iter().map(past).collect();
        let to = if line.has_next { self.branches.to } else { self.branches.last };
        let both = (format!("{above}{to}"), above + past(&line.has_next));
        self.open.push(line.has_next);
        both
    }
}
