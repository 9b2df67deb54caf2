//! The lines of an advert in plain text or Markdown: what marks each of them, and what it says.

use super::sections;
use std::borrow::Cow;

/// A line with words in it, without its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number in the file, from 1.
    pub number: usize,
    pub mark: Mark,
    /// What it says, with single spaces.
    pub text: String,
    /// Whether an empty line stands before it; in HTML, whether it begins an element.
    pub is_apart: bool,
    /// How far it is indented, in letters.
    pub indent: usize,
    /// How long it is as written, in letters.
    pub width: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It is a heading of this level, from 1.
    Heading(u8),
    /// A bullet, which is this sign; a row of a table, or a number or letter that counts, for which [`COUNTED`] stands.
    Item(char),
    /// It goes on with the line before; only HTML says so.
    Continued,
    Plain,
}

/// Any number or letter that counts.
pub const COUNTED: char = '1';
/// A row of a table.
pub const ROW: char = '|';
/// A heading that is bold or in capitals stands below all those that have a level.
pub const UNRANKED: u8 = 7;
/// The most words of a label that no section is called by.
const LONGEST_LABEL: usize = 3;
/// Of fewer lines behind a sign of quotes, or a letter, nobody makes a list.
const SHORTEST_LIST: usize = 3;
/// A link is no longer than this, in bytes.
const LONGEST_LINK: usize = 1_000;
/// Signs that only bullets are: a word may follow without a space.
const BULLETS: &str = "•▪●◦·‣⁃∙■□▸►➤➢✓✔✅→";
/// Letters that word processors leave for bullets of other fonts.
const LETTERS_FOR_BULLETS: [char; 3] = ['o', 'Ø', 'ü'];
/// Signs that words may begin with, or amounts.
const NO_BULLETS: &str = "([{\"'«“‘¿¡#$€£@&%…<|`_~";

/// The lines of a text; a rule or an empty line only sets others apart.
pub fn lines(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let (mut is_apart, mut is_row) = (true, false);
    let text = with_bullets(&without_quotes(text));
    for (number, written) in (1..).zip(text.lines()) {
        if !written.contains(char::is_alphanumeric) {
            // The first row of a table says what its columns are.
            if is_row && written.trim_start().starts_with('|') {
                lines.pop();
            }
            let is_underline = |sign: char| {
                let signs = written.trim();
                signs.len() >= 3 && signs.chars().all(|letter| letter == sign)
            };
            let above = lines.last_mut().filter(|above| !is_apart && above.mark == Mark::Plain);
            match above {
                Some(above) if is_underline('=') => above.mark = Mark::Heading(1),
                Some(above) if is_underline('-') => above.mark = Mark::Heading(2),
                Some(_) | None => {}
            }
            (is_apart, is_row) = (true, false);
            continue;
        }
        is_row = is_apart && written.trim_start().starts_with('|');
        // A row of numbers says nothing.
        lines.extend(Some(line(written, number, is_apart)).filter(|line| !line.text.is_empty()));
        is_apart = false;
    }
    lines
}

/// The text without the signs in front of its lines by which mails and Markdown quote. Where some lines have them and others
/// do not, they are bullets.
fn without_quotes(text: &str) -> Cow<'_, str> {
    let lines = text.lines().filter(|line| line.contains(char::is_alphanumeric));
    let quoted = lines.clone().filter(|line| line.trim_start().starts_with('>')).count();
    if quoted == 0 || (quoted >= SHORTEST_LIST && 4 * quoted < 3 * lines.count()) {
        return Cow::Borrowed(text);
    }
    let line = |line: &str| {
        let said = line.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '>');
        " ".repeat(line.len() - said.len()) + said
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n").into()
}

/// The text with bullets in place of the letters that stand for them, where some lines begin so.
fn with_bullets(text: &str) -> String {
    let is_one = |line: &&str| {
        let rest = line.trim_start().strip_prefix(LETTERS_FOR_BULLETS);
        rest.is_some_and(|rest| {
            rest.starts_with(char::is_whitespace)
                && rest.trim_start().starts_with(char::is_uppercase)
        })
    };
    if text.lines().filter(is_one).count() < SHORTEST_LIST {
        return text.to_owned();
    }
    let line = |line: &str| {
        if is_one(&line) { line.replacen(LETTERS_FOR_BULLETS, "•", 1) } else { line.to_owned() }
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

pub fn line(written: &str, number: usize, is_apart: bool) -> Line {
    let trimmed = written.trim_start();
    let indent = written.chars().count() - trimmed.chars().count();
    let trimmed = trimmed.trim_end();
    let (mut mark, rest) = mark(trimmed);
    let mut text = without_emphasis(rest);
    if let Some(cells) = text.strip_prefix('|').and_then(|row| row.strip_suffix('|')) {
        let cells = cells.replace("<br>", " ").replace("<br/>", " ").replace("<br />", " ");
        (mark, text) = (Mark::Item(ROW), row(cells.split('|').map(str::trim)));
    }
    if mark == Mark::Plain
        && let Some((label, rest)) = label(trimmed)
    {
        text = format!("{label}: {}", without_emphasis(rest));
    }
    Line { number, mark, text, is_apart, indent, width: written.trim_end().chars().count() }
}

/// What a row of a table says: the first of its cells says what the others are. Numbers are left out.
pub fn row<'t>(cells: impl Iterator<Item = &'t str>) -> String {
    let mut telling = cells.filter(|cell| cell.contains(char::is_alphabetic));
    let first = telling.next().unwrap_or_default();
    match telling.collect::<Vec<_>>() {
        others if others.is_empty() => first.to_owned(),
        others => format!("{}: {}", first.trim_end_matches(':'), others.join(", ")),
    }
}

/// What marks a line, and what stands behind that.
fn mark(text: &str) -> (Mark, &str) {
    let rest = text.trim_start_matches('#');
    let level = text.len() - rest.len();
    if (1..=6).contains(&level) && rest.starts_with(char::is_whitespace) {
        let level = u8::try_from(level).unwrap_or(UNRANKED);
        return (Mark::Heading(level), rest.trim().trim_end_matches('#'));
    }
    if let Some((sign, rest)) = text.chars().next().zip(bullet(text)) {
        return (Mark::Item(sign), rest.trim());
    }
    if let Some(rest) = number(text) {
        return (Mark::Item(COUNTED), rest.trim());
    }
    let is_bold = ["**", "__"].iter().any(|sign| {
        let inner = text.strip_prefix(sign);
        let inner = inner.and_then(|text| text.trim_end_matches(':').strip_suffix(sign));
        inner.is_some_and(|inner| !inner.contains(sign))
    });
    (if is_bold { Mark::Heading(UNRANKED) } else { Mark::Plain }, text)
}

/// The heading in bold with which a line begins, or the few words set off in any way, and what stands behind it.
fn label(text: &str) -> Option<(&str, &str)> {
    let sign = ["**", "__", "*", "_"].into_iter().find(|sign| text.starts_with(sign))?;
    let (written, rest) = text[sign.len()..].split_once(sign)?;
    let label = written.trim_end_matches([':', '.', ' ']);
    let is_named = sign == "**" && sections::is_name(label);
    let is_set_off = label != written && label.split(' ').count() <= LONGEST_LABEL;
    (is_named || is_set_off).then(|| (label, rest.trim_start_matches([':', ' '])))
}

/// What stands behind a bullet: any sign with a space behind it, or one that is nothing else.
fn bullet(text: &str) -> Option<&str> {
    let first = text.chars().next()?;
    if BULLETS.contains(first) {
        return Some(text.trim_start_matches(|letter: char| !letter.is_alphanumeric()));
    }
    let is_sign = |letter: char| {
        !letter.is_alphanumeric() && !letter.is_whitespace() && !NO_BULLETS.contains(letter)
    };
    let end = text.find(|letter| !is_sign(letter))?;
    let (signs, rest) = text.split_at(end);
    let is_spaced =
        rest.starts_with(char::is_whitespace) && (1..=3).contains(&signs.chars().count());
    let is_dash = matches!(signs, "-" | "–" | "—") && rest.starts_with(char::is_alphabetic);
    (is_spaced || is_dash).then_some(rest)
}

/// What stands behind a number or a letter that counts: `1.`, `2)`, `(3)`, `a)`, `4.1`.
fn number(text: &str) -> Option<&str> {
    let open = text.strip_prefix('(');
    let text = open.unwrap_or(text);
    let digits = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let count = text.len() - digits.len();
    if let Some(rest) = below(digits).filter(|_| (1..=2).contains(&count)) {
        return Some(rest);
    }
    let rest = match count {
        0 => {
            let rest = text.strip_prefix(|letter: char| letter.is_ascii_lowercase())?;
            let is_big = |rest: &&str| rest.trim_start().starts_with(char::is_uppercase);
            rest.strip_prefix(')').or_else(|| rest.strip_prefix('.').filter(is_big))?
        }
        1 | 2 if open.is_some() => digits.strip_prefix(')')?,
        1 | 2 => digits.strip_prefix(['.', ')', '°'])?,
        _ => return None,
    };
    rest.starts_with(char::is_whitespace).then_some(rest)
}

/// What stands behind the second number of two, if that is no amount: `4.1 Write`, not `4.1 million`.
fn below(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('.')?;
    let behind = rest.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let is_counted = (1..=2).contains(&(rest.len() - behind.len()));
    let behind = behind.strip_prefix('.').unwrap_or(behind);
    let said = behind.trim_start();
    (is_counted && said.len() < behind.len() && said.starts_with(char::is_uppercase))
        .then_some(said)
}

/// A text without the marks of Markdown: emphasis, code, links. Spaces become single ones.
fn without_emphasis(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['*', '`', '[', '\\', '_']) {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        let is_inside = |text: &str| text.starts_with(char::is_alphanumeric);
        let sign = &from[..1];
        rest = &from[1..];
        match sign {
            "[" => {
                let near = &rest[..rest.floor_char_boundary(LONGEST_LINK)];
                if let Some((label, behind)) = near.split_once(']')
                    && !label.contains('[')
                    && let Some((address, _)) = behind.split_once(')')
                    && address.starts_with('(')
                {
                    plain.push_str(label);
                    rest = &rest[label.len() + address.len() + 2..];
                } else {
                    plain.push_str(sign);
                }
            }
            "\\" if rest.starts_with(|letter: char| letter.is_ascii_punctuation()) => {
                plain.push_str(&rest[..1]);
                rest = &rest[1..];
            }
            "_" if plain.ends_with(char::is_alphanumeric) && is_inside(rest) => plain.push('_'),
            "\\" => plain.push_str(sign),
            _ => {}
        }
    }
    plain.push_str(rest);
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
