//! How a report looks in the terminal: colours or none, which lines, how wide.

use anstyle::{AnsiColor, Style};

/// The terminal's look.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Columns of the terminal.
    pub width: usize,
    /// Whether to colour.
    pub color: bool,
    /// Whether lines are drawn with ASCII characters only.
    pub ascii: bool,
}

impl Look {
    /// A title.
    pub fn title(self, text: &str) -> String {
        self.paint(Style::new().bold(), text)
    }

    /// The heading of a section.
    pub fn section(self, text: &str) -> String {
        self.paint(AnsiColor::Cyan.on_default().bold(), text)
    }

    /// A heading that says that something is missing.
    pub fn warning(self, text: &str) -> String {
        self.paint(AnsiColor::Yellow.on_default().bold(), text)
    }

    /// Column headings, lines and hints.
    pub fn quiet(self, text: &str) -> String {
        self.paint(Style::new().dimmed(), text)
    }

    /// The line under column headings.
    pub fn rule(self, width: usize) -> String {
        (if self.ascii { "-" } else { "─" }).repeat(width)
    }

    fn paint(self, style: Style, text: &str) -> String {
        if self.color {
            format!("{style}{text}{style:#}")
        } else {
            text.to_owned()
        }
    }
}
