//! A chart as a drawing: from top to bottom if it is narrow enough, otherwise as an outline, one position below another.

use super::label::{Label, OutlineLine, labels, outline, title};
use crate::query::Chart;
use crate::render::drawing::{Drawing, Lines, Pixels, Weight};
use crate::render::reader::Reader;
use crate::render::visible::one_line;
use std::io::{self, Write};

/// A box's width.
const BOX: Pixels = 220;
const PADDING: Pixels = 12;
/// Between boxes side by side.
const GAP: Pixels = 20;
/// Between a box and those below it.
const DROP: Pixels = 36;
/// A wider tree becomes an outline.
const WIDEST: Pixels = 960;

#[derive(Clone, Copy)]
struct Outline {
    /// How far each level is indented.
    step: Pixels,
    /// What would be indented by more levels begins again at the margin.
    levels: usize,
    width: Pixels,
}

const ROOMY: Outline = Outline { step: 28, levels: 16, width: 340 };
/// On the screen of a telephone.
const NARROW: Outline = Outline { step: 16, levels: 3, width: 232 };

pub fn svg(chart: &Chart, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    picture(chart, reader).write(&one_line(&title(chart, reader)), out)
}

pub fn picture(chart: &Chart, reader: &Reader) -> Drawing {
    let rooms = rooms(chart);
    let tops = chart.nodes.iter().zip(&rooms).filter(|(node, _)| node.above.is_none());
    let width = tops.fold(0, |sum: Pixels, (_, room)| sum.saturating_add(room.width + GAP));
    if width > WIDEST + GAP {
        draw_outline(chart, ROOMY, reader)
    } else {
        draw_tree(chart, &labels(chart, reader), &rooms)
    }
}

/// The drawing for small screens: an outline, 280 pixels wide.
pub fn narrow_picture(chart: &Chart, reader: &Reader) -> Drawing {
    draw_outline(chart, NARROW, reader)
}

#[derive(Clone, Copy, Default)]
struct Room {
    /// With everything below it.
    width: Pixels,
    /// What is below it, alone.
    below: Pixels,
}

fn rooms(chart: &Chart) -> Vec<Room> {
    let mut rooms = vec![Room::default(); chart.nodes.len()];
    for (number, node) in chart.nodes.iter().enumerate().rev() {
        let room = &mut rooms[number];
        room.width = BOX.max(room.below);
        let width = room.width;
        if let Some(above) = node.above.map(|above| &mut rooms[above]) {
            let gap = if above.below > 0 { GAP } else { 0 };
            above.below = above.below.saturating_add(width + gap);
        }
    }
    rooms
}

fn lines(label: &Label, width: Pixels) -> Lines {
    let room = width - 2 * PADDING;
    let mut lines = Lines::default();
    lines.add(&label.name, Weight::Strong, room);
    label.roles.iter().for_each(|text| lines.add(text, Weight::Quiet, room));
    label.people.iter().for_each(|text| lines.add(text, Weight::Plain, room));
    label.tasks.iter().for_each(|text| lines.add(text, Weight::Quiet, room));
    lines
}

fn class(label: &Label) -> &'static str {
    if label.is_vacant { "box vacant" } else { "box" }
}

/// Draws each position above the middle of those that report to it.
fn draw_tree(chart: &Chart, labels: &[Label], rooms: &[Room]) -> Drawing {
    let texts: Vec<Lines> = labels.iter().map(|label| lines(label, BOX)).collect();
    let height = |number: usize| texts[number].height() + 2 * PADDING;
    let deepest = chart.nodes.iter().map(|node| node.depth).max();
    // Each level begins below the highest box of the one before.
    let mut tops: Vec<Pixels> = vec![1; deepest.unwrap_or_default() + 2];
    for (number, node) in chart.nodes.iter().enumerate() {
        let needed = &mut tops[node.depth + 1];
        *needed = (*needed).max(height(number) + DROP);
    }
    for level in 1..tops.len() {
        tops[level] += tops[level - 1];
    }
    let mut drawing = Drawing::default();
    // For each position, where the next one below it begins; those at the top begin at the margin.
    let mut next: Vec<Pixels> = vec![0; chart.nodes.len()];
    let mut margin = 1;
    let mut middles: Vec<(Pixels, Pixels)> = Vec::with_capacity(chart.nodes.len());
    for (number, node) in chart.nodes.iter().enumerate() {
        let start = node.above.map_or(&mut margin, |above| &mut next[above]);
        let left = *start;
        let room = rooms[number];
        *start += room.width + GAP;
        let (middle, top) = (left + room.width / 2, tops[node.depth]);
        next[number] = left + (room.width - room.below) / 2;
        if let Some(above) = node.above {
            let (x, bottom) = middles[above];
            let turn = top - DROP / 2;
            drawing.line("link", &[(x, bottom), (x, turn), (middle, turn), (middle, top)]);
        }
        let height = height(number);
        drawing.frame(class(&labels[number]), [middle - BOX / 2, top, BOX, height]);
        drawing.text(&texts[number], (middle, top + PADDING), true);
        middles.push((middle, top + height));
    }
    drawing
}

/// Draws one position below another, indented further than what it reports to.
fn draw_outline(chart: &Chart, measures: Outline, reader: &Reader) -> Drawing {
    let Outline { step, levels, width } = measures;
    let mut drawing = Drawing::default();
    let mut top: Pixels = 1;
    // The left edges and bottoms of the boxes that the next ones may be connected to.
    let mut hooks: Vec<(Pixels, Pixels)> = Vec::new();
    for line in outline(chart, levels) {
        let OutlineLine { node, level, .. } = line;
        // One label at a time, because there may be a hundred thousand.
        let label = &Label::new(&chart.nodes[node], chart, reader);
        let mut lines = lines(label, width);
        if let Some(note) = line.note {
            lines.add(&reader.word(note), Weight::Quiet, width - 2 * PADDING);
        }
        let left = 1 + Pixels::try_from(level).unwrap_or_default() * step;
        let height = lines.height() + PADDING;
        if level == 0 && top > 1 {
            top += DROP / 2;
        }
        hooks.truncate(level);
        if let Some(&(x, bottom)) = hooks.last() {
            let middle = top + height / 2;
            drawing.line("link", &[(x, bottom), (x, middle), (left, middle)]);
        }
        drawing.frame(class(label), [left, top, width, height]);
        drawing.text(&lines, (left + PADDING, top + PADDING / 2), false);
        hooks.push((left + step / 2, top + height));
        top += height + PADDING;
    }
    drawing
}
