//! The terminal that reports are written for: how wide it is, its colours and lines, and words laid out in columns.

use super::page::{Bar, Kind};
use super::visible::one_line;
use anstyle::{AnsiColor, Style};
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, TableStyle, Width};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// How long a bar is, in characters; the terminal breaks no word of this length.
const BAR_CELLS: u64 = 16;

/// What a terminal can show.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    /// How many columns it has.
    pub width: usize,
    /// Whether to colour.
    pub color: bool,
    /// Whether lines are drawn with ASCII characters only.
    pub ascii: bool,
}

impl Terminal {
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

    /// Words as they are.
    pub fn plain(self, text: &str) -> String {
        text.to_owned()
    }

    /// Writes a text in one of these styles on as many lines as it needs.
    pub fn write(
        self,
        text: &str,
        style: fn(Self, &str) -> String,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        for line in wrap(&one_line(text), self.width) {
            writeln!(out, "{}", style(self, &line))?;
        }
        Ok(())
    }

    /// The line under column headings.
    pub fn rule(self, width: usize) -> String {
        (if self.ascii { "-" } else { "─" }).repeat(width)
    }

    /// A bar of what is used (`█`), free (`░`) and over (`!`). Each of them that is more than nothing is seen.
    pub fn bar(self, bar: &Bar) -> String {
        let (used, limit) = (bar.used.thousandths(), bar.limit.thousandths());
        let whole = used.max(limit).max(1);
        let within = used.min(limit);
        let cells = (within * BAR_CELLS + whole / 2) / whole;
        let cells = cells.clamp(u64::from(within > 0), BAR_CELLS - u64::from(used != limit));
        let (full, empty) = if self.ascii { ("#", ".") } else { ("█", "░") };
        let rest = match used.cmp(&limit) {
            Ordering::Greater => "!",
            _ if bar.has_free => empty,
            _ => " ",
        };
        let bar: String =
            (0..BAR_CELLS).map(|cell| if cell < cells { full } else { rest }).collect();
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

/// Between two columns.
pub const GAP: usize = 2;

/// Breaks a text between words so that each line fits.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    if text.width() <= width {
        return vec![text.to_owned()];
    }
    lay_out(&[vec![text.to_owned()]], &[width], &[Kind::Text])
}

/// Lays rows out in columns of fixed widths.
pub fn lay_out(rows: &[Vec<String>], widths: &[usize], kinds: &[Kind]) -> Vec<String> {
    let mut table = comfy_table::Table::new();
    table.load_style(TableStyle::new()).set_content_arrangement(ContentArrangement::Dynamic);
    let last = widths.len().saturating_sub(1);
    table.set_width(cells(widths.iter().sum::<usize>() + GAP * last));
    for row in rows {
        let cells = row.iter().zip(widths);
        table.add_row(cells.map(|(text, &width)| break_at_hyphens(text, width)));
    }
    for (number, (&width, kind)) in widths.iter().zip(kinds).enumerate() {
        let Some(column) = table.column_mut(number) else {
            continue;
        };
        let gap = if number == last { 0 } else { GAP };
        column.set_padding((0, cells(gap)));
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(cells(width + gap))));
        if *kind == Kind::Number {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table.lines().map(|line| line.trim_end().to_owned()).collect()
}

/// Ids have no spaces: a word that is wider than its column goes on after a hyphen.
fn break_at_hyphens(text: &str, width: usize) -> Cow<'_, str> {
    let too_wide = |word: &str| word.width() > width && word.contains('-');
    if !text.split(' ').any(too_wide) {
        return Cow::Borrowed(text);
    }
    let mut broken = String::with_capacity(text.len() + 8);
    let mut column = 0;
    for part in text.split_inclusive([' ', '-']) {
        let part_width = part.trim_end().width();
        if column > 0 && column + part_width > width && broken.ends_with('-') {
            broken.push('\n');
            column = 0;
        }
        broken.push_str(part);
        column = if part.ends_with(' ') { 0 } else { column + part_width };
    }
    Cow::Owned(broken)
}

fn cells(width: usize) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}
/// Takes from the widest columns first, and from none more than its longest word.
pub fn shrink(natural: &[usize], least: &[usize], available: usize) -> Vec<usize> {
    let at = |limit: usize| -> Vec<usize> {
        natural.iter().zip(least).map(|(&width, &least)| width.min(limit.max(least))).collect()
    };
    let widest = natural.iter().copied().max().unwrap_or(0).min(available);
    let limit =
        (1..=widest).rev().find(|&limit| at(limit).iter().sum::<usize>() <= available).unwrap_or(1);
    let mut widths = at(limit);
    // What rounding left over goes to the columns that were cut, from the left.
    let mut left = available.saturating_sub(widths.iter().sum());
    for (width, &natural) in widths.iter_mut().zip(natural) {
        if *width < natural && left > 0 {
            *width += 1;
            left -= 1;
        }
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Hours;

    #[test]
    fn bars_show_what_is_used_free_and_over() {
        let terminal = Terminal { width: 80, color: false, ascii: true };
        let bar = |used: &str, limit: &str| {
            let [used, limit] = [used, limit].map(|hours| Hours::parse(hours).unwrap_or_default());
            terminal.bar(&Bar { used, limit, has_free: true })
        };
        assert_eq!(bar("5", "10"), "########........");
        assert_eq!(bar("10", "10"), "################");
        assert_eq!(bar("0", "10"), "................");
        assert_eq!(bar("0.1", "100"), "#...............");
        assert_eq!(bar("99.9", "100"), "###############.");
        assert_eq!(bar("20", "15"), "############!!!!");
        assert_eq!(bar("15.1", "15"), "###############!");
    }

    #[test]
    fn the_widest_columns_give_first() {
        assert_eq!(shrink(&[10, 50, 8], &[5, 9, 8], 80), [10, 50, 8]);
        assert_eq!(shrink(&[10, 50, 8], &[5, 9, 8], 50), [10, 32, 8]);
        assert_eq!(shrink(&[40, 50, 8], &[5, 9, 8], 49), [21, 20, 8]);
    }

    #[test]
    fn texts_wrap_between_words() {
        assert_eq!(wrap("one two three", 8), ["one two", "three"]);
        assert_eq!(wrap("deux mots\u{a0}: oui", 10), ["deux", "mots\u{a0}: oui"]);
        assert_eq!(wrap("unbreakable", 4).concat(), "unbreakable");
    }

    #[test]
    fn ids_break_after_hyphens() {
        let lines = |text: &str, width| wrap(text, width).join("|");
        assert_eq!(lines("social-media-manager", 13), "social-media-|manager");
        assert_eq!(lines("ask social-media-manager", 14), "ask|social-media-|manager");
        assert_eq!(lines("one two-three", 9), "one|two-three");
    }

    #[test]
    fn columns_are_padded_and_numbers_stand_right() {
        let rows = [
            vec!["a".to_owned(), "1.0".to_owned()],
            vec!["two words".to_owned(), "10.0".to_owned()],
        ];
        assert_eq!(
            lay_out(&rows, &[5, 4], &[Kind::Text, Kind::Number]),
            ["a       1.0", "two    10.0", "words"]
        );
    }
}
