//! Drawings in SVG: boxes, lines and texts, each with a class that says what it is. Colours come from the page
//! around the drawing, or from a stylesheet of its own. The width of a text is an estimate: the reader's fonts are unknown.

use super::terminal::wrap;
use askama::filters::{Html, escape};
use std::fmt::Write;
use std::io;

pub const PALETTE: &str = include_str!("html/palette.css");
pub const PARTS: &str = include_str!("html/drawing.css");

pub type Pixels = u32;

#[derive(Debug, Default)]
pub struct Drawing {
    pub width: Pixels,
    pub height: Pixels,
    /// The elements, in pieces: a single text would be copied again and again while it grows.
    body: Vec<String>,
}

/// The length of a piece of a drawing in bytes, roughly.
const PIECE: usize = 1 << 16;

/// Lines of text in a box, with their looks.
#[derive(Clone, Debug, Default)]
pub struct Lines(Vec<(String, Weight)>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Large and bold.
    Strong,
    Plain,
    /// Small and pale.
    Quiet,
}

impl Weight {
    /// Its class, the height of a line, and the size of the letters, as `drawing.css` has it.
    fn look(self) -> (&'static str, Pixels, Pixels) {
        match self {
            Weight::Strong => ("strong", 19, 14),
            Weight::Plain => ("plain", 18, 13),
            Weight::Quiet => ("quiet", 16, 12),
        }
    }

    /// How many columns of a text fit into a width. Letters are taken to be six tenths as wide as they are high, bold ones
    /// a little wider; a text of capitals needs more room.
    fn columns(self, text: &str, width: Pixels) -> usize {
        let usual: Pixels = if self == Weight::Strong { 66 } else { 60 };
        let (mut letters, mut wide, mut sum): (Pixels, Pixels, Pixels) = (0, 0, 0);
        for letter in text.chars().filter(|letter| letter.is_alphabetic()) {
            let hundredths = match letter {
                'M' | 'W' | 'm' | 'w' => usual * 17 / 10,
                capital if capital.is_uppercase() => usual * 5 / 4,
                _ => usual,
            };
            letters += 1;
            wide += Pixels::from(hundredths > usual);
            sum += hundredths;
        }
        let average = if wide * 2 > letters { sum / letters } else { usual };
        let (_, _, size) = self.look();
        (width * 100 / (size * average)) as usize
    }
}

impl Lines {
    /// Adds a text, on as many lines as it needs in this width.
    pub fn add(&mut self, text: &str, weight: Weight, width: Pixels) {
        let lines = wrap(text, weight.columns(text, width));
        self.0.extend(lines.into_iter().map(|line| (line, weight)));
    }

    pub fn height(&self) -> Pixels {
        self.0.iter().map(|(_, weight)| weight.look().1).sum()
    }
}

impl Drawing {
    pub fn frame(&mut self, class: &str, [x, y, width, height]: [Pixels; 4]) {
        self.reach(x + width, y + height);
        self.put(format_args!(
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"8\"/>"
        ));
    }

    pub fn line(&mut self, class: &str, points: &[(Pixels, Pixels)]) {
        let points: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
        let points = points.join(" ");
        self.put(format_args!("<polyline class=\"{class}\" points=\"{points}\"/>"));
    }

    /// The head of an arrow that ends here, pointing to the right or to the left.
    pub fn arrow_head(&mut self, (x, y): (Pixels, Pixels), to_the_right: bool) {
        let back = if to_the_right { x.saturating_sub(8) } else { x + 8 };
        let (top, bottom) = (y.saturating_sub(4), y + 4);
        self.put(format_args!(
            "<path class=\"head\" d=\"M{x} {y} L{back} {top} L{back} {bottom} Z\"/>"
        ));
    }

    /// Lines of text, one below another from this top; they begin at `x`, or are centred on it.
    pub fn text(&mut self, lines: &Lines, (x, top): (Pixels, Pixels), is_centred: bool) {
        let anchor = if is_centred { " text-anchor=\"middle\"" } else { "" };
        let mut bottom = top;
        for (line, weight) in &lines.0 {
            let (class, height, _) = weight.look();
            bottom += height;
            let y = bottom - 5;
            let Ok(line) = escape(line, Html);
            self.put(format_args!(
                "<text class=\"{class}\" x=\"{x}\" y=\"{y}\"{anchor}>{line}</text>"
            ));
        }
    }

    /// The drawing as an element of a page. Its title is for readers who cannot see it.
    pub fn element(&self, title: &str) -> String {
        format!("{}\n{}</svg>", self.head(title), self.body.concat())
    }

    /// Writes the drawing as a file of its own, piece by piece, because it may be large.
    pub fn write(&self, title: &str, out: &mut dyn io::Write) -> io::Result<()> {
        let head = self.head(title);
        writeln!(out, "{head}<style>\n{PALETTE}{PARTS}</style>")?;
        for piece in &self.body {
            out.write_all(piece.as_bytes())?;
        }
        writeln!(out, "</svg>")
    }

    fn head(&self, title: &str) -> String {
        let (width, height) = (self.width + 1, self.height + 1);
        let Ok(title) = escape(title, Html);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"drawing\" role=\"img\" viewBox=\"0 0 {width} {height}\" \
             width=\"{width}\" height=\"{height}\" font-family=\"system-ui, sans-serif\">\n\
             <title>{title}</title>"
        )
    }

    pub fn append(&mut self, other: Drawing) {
        self.reach(other.width, other.height);
        self.body.extend(other.body);
    }

    /// Makes room up to a point.
    pub fn reach(&mut self, x: Pixels, y: Pixels) {
        self.width = self.width.max(x);
        self.height = self.height.max(y);
    }

    fn put(&mut self, element: std::fmt::Arguments) {
        if self.body.last().is_none_or(|piece| piece.len() >= PIECE) {
            self.body.push(String::with_capacity(PIECE + PIECE / 8));
        }
        if let Some(piece) = self.body.last_mut() {
            // Writing to a string cannot fail.
            let _ = writeln!(piece, "{element}");
        }
    }
}
