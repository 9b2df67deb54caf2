//! What single cells say: letters of RACI, rhythms, hours and names, as people write them.

use super::vocabulary::Vocabulary;
use crate::model::{Cadence, Hours, Weekday};
use crate::normalize::fold;

words! {
    /// The part that somebody has in a task.
    Letter {
        Responsible = "responsible",
        Accountable = "accountable",
        Consulted = "consulted",
        Informed = "informed",
    }
}

/// The letters of a cell; `None` if it says something else. `A/R`, `R, A` and `RA` are two, and footnotes do not count.
pub fn letters(cell: &str, words: &Vocabulary) -> Option<Vec<Letter>> {
    let letter = |word: &str| {
        let word = word.trim_end_matches(|letter: char| letter.is_ascii_digit());
        words.get("letter", word).and_then(Letter::parse)
    };
    if words.is("mark", "nothing", cell) {
        return Some(Vec::new());
    }
    if let Some(only) = letter(cell) {
        return Some(vec![only]);
    }
    let parts = cell.split(|letter: char| !letter.is_alphanumeric());
    let mut found = Vec::new();
    for part in parts.filter(|part| part.contains(char::is_alphabetic)) {
        match letter(part) {
            Some(letter) => found.push(letter),
            // `RA`, but not `Eva`.
            None if part.len() <= 4 && !part.contains(char::is_lowercase) => {
                for sign in part.chars() {
                    found.push(letter(sign.encode_utf8(&mut [0; 4]))?);
                }
            }
            None => return None,
        }
    }
    found.sort_unstable();
    found.dedup();
    (!found.is_empty()).then_some(found)
}

/// How often: a rhythm, or days of the week, which make it weekly; seven or all working ones would be daily, but are days.
pub fn rhythm(cell: &str, words: &Vocabulary) -> Option<(Cadence, Vec<Weekday>)> {
    let known = |text: &str| words.get("cadence", text).and_then(Cadence::parse);
    let text = without_about(cell, words);
    // `once a month`, `1x/month`: behind the number stands what it would be without.
    let once = |text: &str| {
        let ends = text.match_indices([' ', '/']).map(|(end, _)| end);
        let mut ends = ends.filter(|&end| words.is("mark", "single", &text[..end]));
        ends.find_map(|end| known(&text[end + 1..]))
    };
    let found = known(text).or_else(|| known(text.split('(').next()?)).or_else(|| once(text));
    if let Some(cadence) = found {
        return Some((cadence, Vec::new()));
    }
    days(text, words).map(|days| (Cadence::Weekly, days))
}

/// Days of the week, with whatever stands between them or says "every"; those between two as well, where a dash or a word
/// says so.
pub fn days(cell: &str, words: &Vocabulary) -> Option<Vec<Weekday>> {
    let day = |word: &str| {
        let day = words.get("day", word).or_else(|| words.get("day", word.strip_suffix('s')?));
        day.and_then(Weekday::parse)
    };
    let folded = fold(cell).replace(['-', '–', '—'], " - ");
    let parts = folded.split(|letter: char| !letter.is_alphanumeric() && letter != '-');
    let (mut days, mut is_until): (Vec<Weekday>, _) = (Vec::new(), false);
    for part in parts.filter(|part| !part.is_empty()) {
        match day(part) {
            Some(day) => {
                if let Some(from) = days.last().copied().filter(|_| is_until) {
                    days.extend(
                        Weekday::ALL.iter().filter(|between| (from..day).contains(between)),
                    );
                }
                days.push(day);
                is_until = false;
            }
            None if part == "-" || words.is("mark", "until", part) => is_until = true,
            None if words.is("mark", "and", part) || words.is("mark", "every", part) => {}
            None => return None,
        }
    }
    days.sort_unstable();
    days.dedup();
    (!days.is_empty()).then_some(days)
}

/// Hours, and how often these are spent where the cell says so: `2,5 h`, `1:30`, `90 min`, `2 h per month`.
pub fn hours(cell: &str, words: &Vocabulary) -> Option<(Hours, Option<Cadence>)> {
    let folded = fold(cell);
    let mut rest = without_about(&folded, words);
    let (mut minutes, mut last, mut has_unit) = (0.0, None, false);
    while let Some((number, behind)) = number(rest) {
        if let Some((more, end)) = behind.strip_prefix(':').and_then(number_of_clock) {
            minutes += number * 60.0 + more;
            rest = end;
            break;
        }
        let behind = behind.trim_start();
        let end = behind.find(|letter: char| !letter.is_alphabetic()).unwrap_or(behind.len());
        let (unit, after) = behind.split_at(end);
        let known = words.get("unit", unit);
        let factor = match known {
            Some("hour") => 60.0,
            Some(_) => 1.0,
            // Minutes behind hours, or hours alone.
            None if last == Some(60.0) => 1.0,
            None => 60.0,
        };
        minutes += number * factor;
        last = Some(factor);
        has_unit |= known.is_some();
        rest = if known.is_some() { after.trim_start_matches('.') } else { behind }.trim_start();
    }
    let is_bare = !has_unit && !rest.contains(['/', ' ']);
    let unit = rest.trim().trim_start_matches('/').trim();
    if is_bare && !unit.is_empty() {
        return None;
    }
    let unit = match unit.split_once(' ') {
        Some((first, more)) if words.get("unit", first).is_some() => more,
        _ if words.get("unit", unit).is_some() => "",
        _ => unit,
    };
    let often = match unit {
        "" => None,
        unit => Some(words.get("cadence", unit).and_then(Cadence::parse)?),
    };
    let hours = format!("{:.3}", minutes / 60.0);
    Hours::parse(hours.trim_end_matches('0').trim_end_matches('.')).ok().map(|hours| (hours, often))
}

/// The number at the beginning of a text, with a decimal point or comma.
fn number(text: &str) -> Option<(f64, &str)> {
    let end = text.find(|letter: char| !letter.is_ascii_digit() && !".,".contains(letter));
    let (number, rest) = text.split_at(end.unwrap_or(text.len()));
    let is_plain = number.len() <= 9 && number.starts_with(|letter: char| letter.is_ascii_digit());
    Some((number.replace(',', ".").parse().ok().filter(|_| is_plain)?, rest))
}

/// The minutes of a clock, and its seconds, which do not count.
fn number_of_clock(text: &str) -> Option<(f64, &str)> {
    let (minutes, rest) = (text.get(..2)?, text.get(2..)?);
    let rest = rest.strip_prefix(":00").unwrap_or(rest);
    Some((minutes.parse::<u8>().ok().filter(|&minutes| minutes < 60)?.into(), rest))
}

/// A text without a sign or word at its beginning that says it is not exact.
fn without_about<'t>(text: &'t str, words: &Vocabulary) -> &'t str {
    let text = text.trim_start_matches(['~', '≈', '∼']).trim_start();
    match text.split_once(' ') {
        Some((first, rest)) if words.is("mark", "about", first) => rest.trim_start(),
        _ => text,
    }
}

/// A name, and whether it says that nobody is there: of `Vacant (Editor)` it is the editor.
pub fn vacancy(name: String, words: &Vocabulary) -> (String, bool) {
    let parts = name.strip_suffix(')').and_then(|name| name.split_once('('));
    match parts.filter(|(nobody, _)| words.is("mark", "nothing", nobody)) {
        Some((_, who)) => (who.trim().to_owned(), true),
        None => (name, false),
    }
}

/// The names of a cell, between commas, lines and words for "and".
pub fn names(cell: &str, words: &Vocabulary) -> Vec<String> {
    let mut names = Vec::new();
    // Such as N/A, which would be two.
    if words.is("mark", "nothing", cell) {
        return names;
    }
    for part in cell.split([',', ';', '/', '\n', '&', '+', '•']) {
        let part: Vec<&str> = part.split_whitespace().collect();
        let between = part.split(|word| words.is("mark", "and", word));
        names.extend(between.map(|name| name.join(" ")));
    }
    names.retain(|name| name.contains(char::is_alphanumeric) && !words.is("mark", "nothing", name));
    names
}
