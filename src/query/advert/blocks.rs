//! What belongs together: the headings, items and paragraphs of an advert, each with the lines that it stands on.

use super::lines::{COUNTED, Line, Mark, ROW, UNRANKED};
use super::sections::{self, Section};
use super::{html, lines};
use std::ops::Range;

/// The most words of a heading that nothing marks.
const LONGEST_HEADING: usize = 8;
/// Lines of more letters are not wrapped by hand.
const WIDEST: usize = 160;

/// Something that is said in one piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub kind: Kind,
    pub text: String,
    /// Where in the text each of its lines begins, and the number of that line.
    pub starts: Vec<(usize, usize)>,
    /// The section that it names or stands in.
    pub section: Option<Section>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What a label such as "Job title:" says.
    Title,
    /// A heading of the paragraph behind it.
    Label,
    Heading(u8),
    Item,
    Prose,
}

impl Block {
    fn new(kind: Kind, text: &str, number: usize) -> Self {
        Self { kind, text: text.to_owned(), starts: vec![(0, number)], section: None }
    }

    /// The number of the line on which something in the text begins.
    pub fn line_at(&self, place: usize) -> usize {
        let after = self.starts.partition_point(|&(start, _)| start <= place);
        self.starts.get(after.saturating_sub(1)).map_or(1, |&(_, number)| number)
    }

    /// The sentences of a text: up to a full stop or the like before a word that is not small, and up to each semicolon.
    pub fn sentences(&self) -> Vec<Range<usize>> {
        let text = &self.text;
        let mut sentences = Vec::new();
        let mut start = 0;
        for (at, sign) in text.match_indices(['.', '!', '?', '…', ';']) {
            let (said, rest) = (&text[start..at], &text[at + sign.len()..]);
            let Some(next) = rest.strip_prefix(' ') else { continue };
            // Such as "e.g." and "p. ej.".
            let mut last = said.rsplit(' ');
            let is_short = last.next().is_some_and(|word| word.contains('.') || word.len() < 2)
                || last.next().is_some_and(|word| word.len() == 2 && word.ends_with('.'));
            let is_short = sign == "." && is_short;
            if sign == ";" || !(begins_small(next) || is_short) {
                sentences.push(start..at + sign.len());
                start = at + sign.len() + 1;
            }
        }
        if start < text.len() {
            sentences.push(start..text.len());
        }
        sentences.retain(|range| text[range.clone()].contains(char::is_alphanumeric));
        sentences
    }
}

pub fn lines(text: &str) -> Vec<Line> {
    // Signs that are not seen would cut a word in two.
    let is_seen = |letter: &char| {
        !matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    };
    let text: String =
        text.replace("\r\n", "\n").replace('\r', "\n").chars().filter(is_seen).collect();
    if html::is_html(&text) { html::lines(&text) } else { lines::lines(&text) }
}

/// What belongs together in an advert, each in its section.
pub fn of(lines: &[Line]) -> Vec<Block> {
    let mut blocks = join(lines);
    into_sections(&mut blocks);
    blocks
}

fn join(lines: &[Line]) -> Vec<Block> {
    let width = wrapped_at(lines);
    let mut blocks: Vec<Block> = Vec::new();
    let mut before: Option<&Line> = None;
    let mut indent = 0;
    for (number, line) in lines.iter().enumerate() {
        if let (Some(before), Some(block)) = (before, blocks.last_mut())
            && goes_on(line, before, block, indent, width)
        {
            block.text.push(' ');
            block.starts.push((block.text.len(), line.number));
            block.text.push_str(&line.text);
        } else {
            let kind = kind(before, line, lines.get(number + 1));
            blocks.extend(
                label(kind, line)
                    .unwrap_or_else(|| vec![Block::new(kind, &line.text, line.number)]),
            );
            indent = line.indent;
        }
        before = Some(line);
    }
    blocks
}

/// The width at which lines are wrapped by hand, if they are: then some begin in the middle of a sentence.
fn wrapped_at(lines: &[Line]) -> Option<usize> {
    let goes_on =
        |line: &&Line| line.mark == Mark::Plain && !line.is_apart && begins_small(&line.text);
    let width = lines.iter().map(|line| line.width).max()?;
    (lines.iter().filter(goes_on).count() >= 2 && width <= WIDEST).then_some(width)
}

/// Whether the first word of a text is a small one.
fn begins_small(text: &str) -> bool {
    text.chars().find(|letter| letter.is_alphanumeric()).is_some_and(char::is_lowercase)
}

/// What begins with a line, between two others. An item is a heading above items that are marked otherwise, or that stand
/// further in; and by itself if it is called as sections are.
fn kind(before: Option<&Line>, line: &Line, next: Option<&Line>) -> Kind {
    let is_item = |line: &Line| matches!(line.mark, Mark::Item(_));
    let is_like = |other: &Line| other.mark == line.mark && other.indent == line.indent;
    match line.mark {
        Mark::Heading(level) => Kind::Heading(level),
        Mark::Item(_) if line.text.ends_with(':') => Kind::Heading(UNRANKED + 2),
        Mark::Item(sign) if is_short(&line.text) => {
            let is_above = next.is_some_and(|next| {
                let is_other = next.mark != line.mark && !next.is_apart;
                is_item(next) && (is_other || next.indent > line.indent)
            });
            // Between empty lines, with a sign that neither the item before nor the next one has.
            let is_row = |line: &Line| line.mark == Mark::Item(ROW);
            let is_other = |next: &Line| {
                next.is_apart && is_item(next) && next.mark != line.mark && !is_row(next)
            };
            let is_set_off = line.is_apart
                && !is_row(line)
                && next.is_some_and(is_other)
                && !before.is_some_and(is_like);
            let is_alone = ![before, next].into_iter().flatten().any(is_like);
            let is_loud = |line: &Line| is_loud(&line.text);
            let is_louder = line.text.contains(' ') && is_loud(line) && !next.is_some_and(is_loud);
            if is_louder || (is_alone && (is_loud(line) || sections::is_name(&line.text))) {
                Kind::Heading(UNRANKED)
            } else if is_set_off || (is_above && (sign == COUNTED || !line.text.contains(' '))) {
                Kind::Heading(UNRANKED + 2)
            } else {
                Kind::Item
            }
        }
        Mark::Item(_) => Kind::Item,
        Mark::Continued | Mark::Plain => heading(line, next.is_some_and(is_item)),
    }
}

/// Whether a line is no longer than headings are, and does not end as sentences do.
fn is_short(text: &str) -> bool {
    text.split(' ').count() <= LONGEST_HEADING && !text.ends_with(['.', ',', ';'])
}

/// Whether a line is in capitals.
fn is_loud(text: &str) -> bool {
    text.chars().filter(|letter| letter.is_alphabetic()).count() >= 2
        && !text.contains(char::is_lowercase)
}

/// The heading and what stands behind it in a line such as "Your tasks: to write and to film", or what a label says.
fn label(kind: Kind, line: &Line) -> Option<Vec<Block>> {
    let (name, rest) = line.text.split_once([':', '.']).filter(|_| kind == Kind::Prose)?;
    let rest = rest.trim_start();
    let is_set_off = line.text[name.len()..].starts_with(':') || is_loud(name);
    if !is_set_off || !rest.contains(char::is_alphanumeric) {
        return None;
    }
    if is_short(rest) && sections::is_title(name) {
        return Some(vec![Block::new(Kind::Title, rest, line.number)]);
    }
    sections::is_name(name).then(|| {
        let level = if is_loud(name) { Kind::Heading(UNRANKED) } else { Kind::Label };
        let heading = Block::new(level, name.trim_end(), line.number);
        vec![heading, Block::new(kind, rest, line.number)]
    })
}

/// Whether a line goes on with what the one before it says.
fn goes_on(line: &Line, before: &Line, block: &Block, indent: usize, width: Option<usize>) -> bool {
    if line.mark != Mark::Plain || line.is_apart {
        return line.mark == Mark::Continued;
    }
    let is_hanging = block.kind == Kind::Item && line.indent > indent;
    let word = line.text.split(' ').next().unwrap_or_default().chars().count();
    let is_full = width.is_some_and(|width| word + before.width + 1 > width);
    match block.kind {
        Kind::Title | Kind::Label | Kind::Heading(_) => false,
        Kind::Item | Kind::Prose => {
            is_hanging
                || begins_small(&line.text)
                || (is_full && heading(line, false) == Kind::Prose)
        }
    }
}

/// Whether a line without a mark is a heading: in capitals, before a colon, or short and one that is known.
fn heading(line: &Line, leads_to_items: bool) -> Kind {
    let text = &line.text;
    let is_lead = text.ends_with(':');
    let is_short = is_short(text);
    let is_label = text.trim_end_matches(':').contains(':');
    if is_short && !is_label && (is_loud(text) || sections::is_name(text)) {
        return Kind::Heading(UNRANKED);
    }
    if is_lead && (leads_to_items || is_short) {
        return Kind::Heading(UNRANKED + 2);
    }
    if is_short && line.is_apart && leads_to_items {
        return Kind::Heading(UNRANKED + 1);
    }
    Kind::Prose
}

/// Says of each block in which section it stands. A heading that is not known is one of the section that it stands in
/// if it is below that section's own.
fn into_sections(blocks: &mut [Block]) {
    let (mut section, mut level) = (None, 0);
    let mut labelled = None;
    for (number, block) in blocks.iter_mut().enumerate() {
        if block.kind == Kind::Label {
            labelled = sections::named(&block.text);
            block.section = labelled;
            continue;
        }
        if let Kind::Heading(own) = block.kind {
            // The title may speak of anything, and so may what stands below the heading of a section.
            let is_below = section.is_some() && own > level && own != UNRANKED + 1;
            let is_loose = number == 0 || is_below;
            let is_meant = |named: &Section| {
                !is_loose || *named == Section::Duties || sections::is_name(&block.text)
            };
            match sections::named(&block.text).filter(is_meant) {
                // A part of the same section does not end where the next part begins.
                Some(named) if section == Some(named) => level = own.min(level),
                Some(named) => (section, level) = (Some(named), own),
                None if own > level => {}
                None => (section, level) = (None, own),
            }
        }
        block.section = labelled.take().or(section);
    }
    // One item alone is no list, unless a heading says what it is.
    for number in 0..blocks.len() {
        let is_item =
            |number: usize| blocks.get(number).is_some_and(|block| block.kind == Kind::Item);
        let is_listed = |number: usize| {
            let block = blocks.get(number);
            block.is_some_and(|block| matches!(block.kind, Kind::Item | Kind::Heading(_)))
        };
        let is_alone = !is_item(number + 1) && !number.checked_sub(1).is_some_and(is_listed);
        if is_alone && is_item(number) && blocks[number].section.is_none() {
            blocks[number].kind = Kind::Prose;
        }
    }
}
