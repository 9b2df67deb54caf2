//! Common slips and ways out of them, guessed from what stands around them.

use crate::problem::shortened;
use std::ops::Range;

/// What something looks like where it is written right.
pub fn example(what: &str) -> Option<&'static str> {
    Some(match what {
        "a role" => "name: Designer",
        "a task" | "tasks" => "{id: first-draft, name: Make the first draft}",
        "a handoff" | "handoffs" => "{to: designer/first-draft, what: Notes}",
        "a source" => "{title: Our handbook}",
        "an area" | "areas" => "{id: planning, name: Planning}",
        "a company size" | "company sizes" => {
            "{id: agency, name: Agency, employees: {min: 2, max: 49}, staffing: one-person}"
        }
        "`employees`" => "{min: 2, max: 249}",
        "a position" | "positions" => "{id: lead, name: Lead, roles: [designer]}",
        "a person" | "people" => "{name: Ana, hours_per_week: 40}",
        "an absence" | "absences" => "{from: 2027-08-02, until: 2027-08-13}",
        "a vacancy" | "vacancies" => "{roles: [designer], from: 2027-03-01, hours_per_week: 20}",
        "team.yaml" => "people: [{name: Ana, hours_per_week: 40}]",
        "also_called.yaml" => "designer: {first-draft: {en: [Sketch, Outline]}}",
        "the tasks of a role" => "{first-draft: {en: [Sketch, Outline]}}",
        "the pins" => "designer/first-draft: Ana",
        "a classification" => "{esco: [\"2432.5\"]}",
        _ => return None,
    })
}

/// Other words that people write for a key.
const OTHER_WORDS: &[(&str, &[&str])] = &[
    ("people", &["members", "persons", "person", "staff", "team"]),
    ("extends", &["base", "extend", "inherits", "parent"]),
    ("vacancies", &["vacancy", "openings", "open", "wanted"]),
    ("pins", &["pinned", "fixed"]),
    ("name", &["who", "person"]),
    ("roles", &["job", "jobs"]),
    ("position", &["seat", "post"]),
    ("external", &["freelance", "freelancer", "contractor"]),
    ("lead", &["leads", "leader", "head", "heads"]),
    ("from", &["start", "since", "begin", "starts"]),
    ("until", &["end", "to", "till", "ends"]),
    ("away", &["absent", "absence", "absences", "holiday", "holidays", "vacation", "leave"]),
    ("deputy", &["substitute", "stand_in", "replacement", "backup"]),
    ("on", &["day", "days", "weekday", "weekdays"]),
    ("hours_each_time", &["duration"]),
    ("workdays", &["working_days", "work_days"]),
    ("hours_per_week", &["weekly_hours", "time", "capacity", "limit"]),
];

/// The key that another word for it stands for, if the place knows it.
pub fn other_word(written: &str, known: &[&'static str]) -> Option<&'static str> {
    let written = written.to_lowercase();
    let means = |key: &&str| {
        let all = OTHER_WORDS.iter().find(|(fixed, _)| fixed == key);
        all.is_some_and(|(_, words)| words.contains(&written.as_str()))
    };
    known.iter().copied().find(means)
}

/// How such a number is written.
pub fn number(expected: &str) -> &'static str {
    match expected {
        "a number of employees" => "write a whole number such as 249",
        "the version 1" => "write `version: 1`",
        _ => "write a plain number such as 2.5",
    }
}

/// The number of `20h` or `40 hours`.
pub fn without_unit(written: &str) -> Option<String> {
    let unit = written.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
    let number = &written[..written.len() - unit.len()];
    let is_number = number.starts_with(|letter: char| letter.is_ascii_digit());
    let is_hours = unit.trim_start().to_lowercase().starts_with('h') && unit.len() <= 20;
    (is_number && is_hours).then(|| format!("write {number}, without the unit"))
}

/// What looks like YAML's colon and comma, and is part of a text.
pub const WIDE_COLON: char = '：';
pub const WIDE_COMMAS: [char; 2] = ['，', '、'];

/// Whether a line begins with what word processors make of the hyphen of a list.
pub fn begins_with_bullet(line: &str) -> bool {
    let mut letters = line.trim_start().chars();
    letters.next().is_some_and(|letter| "–—•·‣*－−‐".contains(letter))
        && letters.next() == Some(' ')
}

/// Whether a comment stands in the place of a list's item that ends at this byte: `- #tag`.
pub fn is_comment_for_item(text: &str, end: usize) -> bool {
    let from = text.floor_char_boundary(end.saturating_sub(2 * LONGEST_TAG));
    let line = text.get(from..end).and_then(|before| before.rsplit('\n').next());
    let item = line.and_then(|line| line.trim_start_matches([' ', '-']).strip_prefix('#'));
    item.is_some() && line.is_some_and(|line| line.contains("- "))
}

/// How a list is written whose items are like this; a single word is shown as the list that it would make.
pub fn list_of(expected: &str, written: Option<&str>) -> String {
    match (example(expected), written) {
        (_, Some(word)) if begins_with_bullet(word) => {
            "begin each item with a hyphen and a space".to_owned()
        }
        (Some(item), _) => format!("write it as a list: each begins with a hyphen, `- {item}`"),
        (None, Some(word))
            if word.len() <= 40 && !word.contains(['[', ']', ',', '{', '}', '\n']) =>
        {
            format!("write it as a list: [{word}]")
        }
        (None, _) => "write it as a list: [one, two]".to_owned(),
    }
}

/// In braces, the comma of `2,5` ends an item, and the 5 looks like a key. `start` is where the key begins.
pub fn comma_in_number(text: &str, name: &str, start: usize) -> Option<String> {
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let before = text.get(..start)?.strip_suffix(',')?;
    let whole = before.rsplit([' ', ':', '{', ',']).next()?;
    if !is_number(name) || !is_number(whole) {
        None
    } else if name.len() == 3 {
        Some(format!("write {whole}{name}, without a comma"))
    } else {
        Some(format!("write {whole}.{name}, with a point"))
    }
}

/// A key in braces with nothing behind it: what was split by a comma, or glued to its value. The bytes are the key's.
pub fn key_without_value(text: &str, start: usize, end: usize) -> Option<&'static str> {
    if text.get(end..)?.trim_start_matches(['"', '\'', ' ']).starts_with(':') {
        return None;
    }
    let name = text.get(start..end)?;
    let before = text.get(..start)?.trim_end();
    if name.contains(':') {
        Some("write a space after the colon")
    } else {
        before.ends_with(',').then_some("put a text that has a comma in it in quotes")
    }
}

/// How a person is written that is nothing but a name, in brackets or behind a hyphen. The bytes are the name's.
pub fn lone_name(text: &str, place: Range<usize>) -> Option<String> {
    let (before, name) = (text.get(..place.start)?, text.get(place)?);
    if name.contains([':', '\n']) || name.trim().is_empty() {
        return None;
    }
    let name = shortened(name);
    Some(if before.trim_end().ends_with('-') {
        format!("write `- name: {name}`")
    } else {
        format!("write `{{name: {name}}}`")
    })
}

/// A language that stands where no text is: it belongs under one.
pub fn stray_language(name: &str) -> Option<String> {
    let is_tag = name.len() == 2 && name.bytes().all(|byte| byte.is_ascii_lowercase());
    is_tag.then(|| format!("a language stands inside a text, further in: `name: {{{name}: …}}`"))
}

/// What looks like a quote of YAML. An apostrophe is one of them.
pub const QUOTES: [char; 9] = ['“', '”', '„', '‟', '‘', '’', '‚', '«', '»'];

/// A longer word is no hashtag, in bytes.
const LONGEST_TAG: usize = 60;

/// Whether a hashtag may follow a text at all: most files have none, and need not be parsed again.
pub fn has_hashtag(text: &str) -> bool {
    let mut hashes = text.match_indices('#');
    hashes.any(|(at, _)| {
        text[..at].ends_with([' ', '\t']) && text[at + 1..].starts_with(char::is_alphanumeric)
    })
}

/// The word with a # in front that follows a byte on its line. No more than the word is looked at: there may be a great
/// many values on one line.
pub fn hashtag(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = text.get(from..)?;
    let word = rest.trim_start_matches([' ', '\t']);
    let blank = rest.len() - word.len();
    let tag = word.strip_prefix('#')?;
    let mut letters = tag.char_indices();
    let end = letters.find(|&(at, letter)| letter.is_whitespace() || at >= LONGEST_TAG);
    let length = end.map_or(tag.len(), |(at, _)| at);
    let is_tag = blank > 0 && tag.starts_with(char::is_alphanumeric) && length < LONGEST_TAG;
    is_tag.then(|| from + blank..from + blank + 1 + length)
}

/// The sign that looks like one of YAML's, and what it looks like: quotes around a whole text, or commas in brackets.
pub fn look_alike(text: &str, in_brackets: bool) -> Option<(char, &'static str)> {
    let text = text.trim();
    let (mut first, last) = (text.chars(), text.chars().next_back()?);
    let first = first.next().filter(|letter| QUOTES.contains(letter));
    match first {
        Some(quote) if QUOTES.contains(&last) && text.matches(QUOTES).count() == 2 => {
            Some((quote, "quote"))
        }
        // A comma inside the quotes ended the text.
        Some(quote @ ('“' | '„' | '«')) if in_brackets && text.matches(QUOTES).count() == 1 => {
            Some((quote, "quote"))
        }
        _ if in_brackets => {
            text.chars().find(|letter| WIDE_COMMAS.contains(letter)).map(|comma| (comma, "comma"))
        }
        _ => None,
    }
}
