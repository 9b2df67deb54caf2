//! How the sections of adverts are headed, in English, French and Spanish.

use crate::normalize::words;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::LazyLock;

/// In the order in which a heading that names several is one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    Duties,
    Requirements,
    Benefits,
    Company,
    Application,
}

/// Behind so many words of a heading none is looked for.
const MOST_WORDS: usize = 20;

/// Words of so few letters are mostly articles and the like.
const SHORT_WORD: usize = 3;

/// The names of sections, and what stands before titles.
const LISTS: &str = include_str!("sections.txt");

/// Whether a title stands behind such a label.
pub fn is_title(label: &str) -> bool {
    let label = words(label).join(" ");
    listed(LISTS).any(|(key, title)| key == "title" && title == label)
}

/// The section that a heading names.
pub fn named(heading: &str) -> Option<Section> {
    let heading = words(heading);
    let heading = &heading[..heading.len().min(MOST_WORDS)];
    let names = (0..heading.len()).flat_map(|place| names_at(heading, place));
    let best = names.min_by_key(|name| (name.rank, Reverse(name.rest.len()), name.section));
    best.map(|name| name.section)
}

/// Whether a line without a mark is such a heading: at least half of its words name sections, short ones aside.
pub fn is_name(line: &str) -> bool {
    let line = words(line);
    let (mut place, mut named, mut others) = (0, 0, 0);
    while place < line.len() {
        let here = names_at(&line, place).filter(|_| place < MOST_WORDS);
        let longest = here.map(|name| name.rest.len() + 1).max();
        if longest.is_none() && line[place].chars().count() > SHORT_WORD {
            others += 1;
        }
        named += longest.unwrap_or(0);
        place += longest.unwrap_or(1);
    }
    named > 0 && named >= others
}

/// The names of sections that stand at a place of a heading.
fn names_at(heading: &[String], place: usize) -> impl Iterator<Item = &'static Name> {
    let names = BY_FIRST_WORD.get(heading[place].as_str()).into_iter().flatten();
    let names = names.filter(move |name| heading[place + 1..].starts_with(&name.rest));
    names.filter(|name| name.rank < ALONE || heading.len() == 1)
}

struct Name {
    section: Section,
    /// Its words behind the first.
    rest: Vec<String>,
    /// The number of its part of the lists: what is in an earlier one counts before it.
    rank: usize,
}

/// The rank of what names a section only if nothing else is in the heading.
const ALONE: usize = 4;

static BY_FIRST_WORD: LazyLock<HashMap<&str, Vec<Name>>> = LazyLock::new(|| {
    let mut by_first: HashMap<&str, Vec<Name>> = HashMap::new();
    for (rank, part) in LISTS.split("\n\n").enumerate() {
        for (key, name) in listed(part) {
            let section = match key {
                "duties" => Section::Duties,
                "requirements" => Section::Requirements,
                "benefits" => Section::Benefits,
                "company" => Section::Company,
                "application" => Section::Application,
                _ => continue,
            };
            let mut words = name.split(' ');
            let first = words.next().unwrap_or_default();
            let rest = words.map(str::to_owned).collect();
            by_first.entry(first).or_default().push(Name { section, rest, rank });
        }
    }
    by_first
});

/// What stands in the lines of a list, each with its key.
fn listed(list: &str) -> impl Iterator<Item = (&str, &str)> {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    let lines = lines.filter_map(|line| line.split_once(": "));
    lines.flat_map(|(key, names)| names.split(", ").map(move |name| (key, name)))
}
