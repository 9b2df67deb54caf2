//! How a report looks in the terminal: colours or none, which lines, how wide.

use super::page::Bar;
use anstyle::{AnsiColor, Style};
use std::cmp::Ordering;

/// How long a bar is, in characters; the terminal breaks no word of this length.
const BAR_CELLS: u64 = 16;

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

/// The lines of a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Branch {
    /// To one that others follow.
    To,
    /// To the last one.
    Last,
    /// Past those that are further in.
    Past,
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

    /// A piece of the lines of a tree, three columns wide.
    pub fn branch(self, branch: Branch) -> &'static str {
        match (branch, self.ascii) {
            (Branch::To, false) => "├─ ",
            (Branch::To, true) => "|- ",
            (Branch::Last, false) => "└─ ",
            (Branch::Last, true) => "`- ",
            (Branch::Past, false) => "│  ",
            (Branch::Past, true) => "|  ",
        }
    }

    /// A bar of what is used (`█`), free (`░`) and over (`!`). Whatever is used or free is seen.
    pub fn bar(self, bar: &Bar) -> String {
        let (used, limit) = (bar.used.thousandths(), bar.limit.thousandths());
        let whole = used.max(limit).max(1);
        let cells = |part: u64| {
            let cells = (part * BAR_CELLS + whole / 2) / whole;
            let least = u64::from(part > 0);
            usize::try_from(cells.clamp(least, BAR_CELLS)).unwrap_or_default()
        };
        let all = cells(whole);
        let within = cells(used.min(limit));
        let rest = all - within.min(all - usize::from(used != limit));
        let (full, empty) = if self.ascii { ("#", ".") } else { ("█", "░") };
        let rest_sign = match used.cmp(&limit) {
            Ordering::Greater => "!",
            _ if bar.has_free => empty,
            _ => " ",
        };
        let bar = full.repeat(all - rest) + &rest_sign.repeat(rest);
        bar.trim_end().to_owned()
    }

    fn paint(self, style: Style, text: &str) -> String {
        if self.color && !text.is_empty() {
            format!("{style}{text}{style:#}")
        } else {
            text.to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Hours;

    #[test]
    fn bars_show_what_is_used_free_and_over() {
        let look = Look { width: 80, color: false, ascii: true };
        let bar = |used: &str, limit: &str| {
            let [used, limit] = [used, limit].map(|hours| Hours::parse(hours).unwrap_or_default());
            look.bar(&Bar { used, limit, has_free: true })
        };
        assert_eq!(bar("5", "10"), "########........");
        assert_eq!(bar("10", "10"), "################");
        assert_eq!(bar("0", "10"), "................");
        assert_eq!(bar("0.1", "100"), "#...............");
        assert_eq!(bar("99.9", "100"), "###############.");
        assert_eq!(bar("20", "15"), "############!!!!");
        assert_eq!(bar("15.1", "15"), "###############!");
    }
}
