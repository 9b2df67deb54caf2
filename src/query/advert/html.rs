//! The lines of an advert in HTML: each element that is a paragraph, an item or a heading begins one. The tokenizer knows
//! entities, scripts and broken tags as browsers do; no tree is built, so depth costs nothing.

use super::lines::{self, Line, Mark, ROW, UNRANKED, line};
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};
use std::convert::Infallible;
use std::mem;

const BULLET: Mark = Mark::Item('•');
/// Elements that stand inside a line.
const INLINE: [&[u8]; 24] = [
    b"a", b"abbr", b"b", b"bdi", b"bdo", b"big", b"cite", b"code", b"data", b"em", b"font", b"i",
    b"ins", b"mark", b"q", b"s", b"small", b"span", b"strong", b"sub", b"sup", b"time", b"u",
    b"wbr",
];
/// Elements whose text nobody reads; there are no tags in them.
const HIDDEN: [&[u8]; 5] = [b"script", b"style", b"noscript", b"iframe", b"textarea"];
/// Whatever has one of these end tags is HTML.
const END_TAGS: [&str; 6] = ["</p>", "</li>", "</div>", "</ul>", "</body>", "</html>"];

pub fn is_html(text: &str) -> bool {
    let is_tag = |rest: &str| {
        rest.starts_with(|letter: char| letter.is_ascii_alphabetic())
            || rest.get(..8).is_some_and(|word| word.eq_ignore_ascii_case("!doctype"))
    };
    text.trim_start().strip_prefix('<').is_some_and(is_tag)
        || END_TAGS.iter().any(|tag| text.contains(tag) || text.contains(&tag.to_uppercase()))
}

/// The lines of a page. What stands on several lines of the file goes on with the first of them.
pub fn lines(text: &str) -> Vec<Line> {
    let mut page = Page::default();
    let ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: Span<usize>| {
        match event {
            CallbackEvent::OpenStartTag { name } => page.tag(name, true),
            CallbackEvent::EndTag { name } => page.tag(name, false),
            CallbackEvent::String { value } => {
                let number = ends.partition_point(|&end| end < span.start) + 1;
                page.text(&String::from_utf8_lossy(value), number);
            }
            _ => {}
        }
        None::<Infallible>
    });
    emitter.naively_switch_states(true);
    let Ok(()) = Tokenizer::new_with_emitter(text, emitter).finish();
    page.flush();
    page.lines
}

/// A page as far as it has been read.
#[derive(Default)]
struct Page {
    lines: Vec<Line>,
    /// The line that is being read, its number, and what marks its element.
    current: String,
    number: usize,
    mark: Option<Mark>,
    place: Place,
    /// How many lists are open.
    depth: usize,
    /// How many elements are open that make text bold, and whether any of the line is not.
    bold: usize,
    has_plain: bool,
    is_hidden: bool,
    /// How many menus of the site are open.
    menus: usize,
    /// Whether line ends count.
    is_written_out: bool,
    /// Of each cell of the row of a table that is open, which line is the first, and whether it is a heading.
    cells: Vec<(usize, bool)>,
}

/// Where a line of a page stands.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Place {
    /// It begins an element.
    #[default]
    Apart,
    /// It stands below another line of its element.
    Below,
    /// It goes on with that.
    Continued,
}

impl Page {
    fn tag(&mut self, name: &[u8], opens: bool) {
        let count = |open: usize| if opens { open + 1 } else { open.saturating_sub(1) };
        let is_hidden = HIDDEN.contains(&name);
        self.is_hidden = opens && is_hidden;
        match name {
            b"b" | b"strong" => self.bold = count(self.bold),
            name if is_hidden || INLINE.contains(&name) => {}
            b"br" if opens => self.flush(),
            name => {
                self.flush();
                self.place = Place::Apart;
                match name {
                    b"td" | b"th" if opens => self.cells.push((self.lines.len(), name == b"th")),
                    // A table in a cell: that one is only there for the layout.
                    b"table" if opens => self.cells.clear(),
                    b"tr" | b"table" => self.end_row(),
                    b"ul" | b"ol" => self.depth = count(self.depth),
                    b"pre" => self.is_written_out = opens,
                    b"nav" => self.menus = count(self.menus),
                    // The end of a menu may be missing.
                    b"main" | b"article" | b"h1" => self.menus = 0,
                    _ => {}
                }
                self.mark = match name {
                    _ if !opens => None,
                    b"li" => Some(BULLET),
                    b"title" => Some(Mark::Heading(UNRANKED)),
                    [b'h', level @ b'1'..=b'6'] => Some(Mark::Heading(level - b'0')),
                    // A paragraph in an item is the item.
                    _ => self.mark.filter(|mark| *mark == BULLET),
                };
            }
        }
    }

    /// Makes one item of a row whose cells have a line each: what the first cell says, and what the others say about it, as in
    /// Markdown. A row of headings says what the columns are. Whatever else stands in a table is only laid out by it.
    fn end_row(&mut self) {
        let cells = mem::take(&mut self.cells);
        let (mut texts, mut are_heads): (Vec<String>, bool) = (Vec::new(), true);
        for (number, &(start, is_head)) in cells.iter().enumerate() {
            let end = cells.get(number + 1).map_or(self.lines.len(), |&(next, _)| next);
            let [first, rest @ ..] = &self.lines[start..end] else { continue };
            let is_bold = first.mark == Mark::Heading(UNRANKED);
            let is_line = rest.iter().all(|line| !line.is_apart);
            if !is_line || !(is_bold || first.mark == Mark::Plain) {
                return;
            }
            are_heads &= is_head || is_bold;
            let cell: Vec<&str> = self.lines[start..end].iter().map(|line| &*line.text).collect();
            texts.push(cell.join(" "));
        }
        if texts.len() < 2 {
            return;
        }
        let text = lines::row(texts.iter().map(String::as_str));
        let row = self.lines.drain(cells[0].0..).next().filter(|_| !(are_heads || text.is_empty()));
        self.lines.extend(row.map(|line| Line { mark: Mark::Item(ROW), text, ..line }));
    }

    fn text(&mut self, text: &str, number: usize) {
        if self.is_hidden || self.menus > 0 {
            return;
        }
        for (number, part) in (number..).zip(text.split('\n')) {
            if part.contains(char::is_alphanumeric) {
                if self.current.trim().is_empty() {
                    self.number = number;
                } else if self.number != number && self.bold == 0 {
                    self.flush();
                    self.number = number;
                    if !self.is_written_out {
                        self.place = Place::Continued;
                    }
                }
                self.has_plain |= self.bold == 0;
            }
            self.current.push_str(part);
            self.current.push(' ');
        }
        // A line end is a space; without one, a word goes on behind a tag.
        self.current.pop();
    }

    fn flush(&mut self) {
        let written = mem::take(&mut self.current);
        let is_bold = !mem::take(&mut self.has_plain);
        if !written.contains(char::is_alphanumeric) {
            return;
        }
        let place = mem::replace(&mut self.place, Place::Below);
        let mut line = line(&written, self.number, place == Place::Apart);
        line.indent = self.depth;
        match self.mark {
            _ if place == Place::Continued => line.mark = Mark::Continued,
            Some(BULLET) if place == Place::Below => {}
            Some(mark) => line.mark = mark,
            None if is_bold => line.mark = Mark::Heading(UNRANKED),
            None => {}
        }
        self.lines.push(line);
    }
}
