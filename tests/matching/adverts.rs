//! Matches the adverts of `tests/matching/adverts` and counts what is right.

use super::measure::{Registries, folder};
use roles::query::Rivals;
use roles::query::advert::{Advert, Answer, AnyRole, Match};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// An advert with what a reader makes of it.
pub struct Labelled {
    /// Its file.
    pub path: PathBuf,
    /// The text.
    pub text: String,
    /// The verdict about its title.
    pub verdict: String,
    /// By the line, the tasks, roles of the catalogue or `none`.
    pub duties: BTreeMap<usize, Vec<String>>,
}

/// The adverts of a folder.
pub fn adverts(name: &str) -> Vec<Labelled> {
    let entries = fs::read_dir(folder().join("adverts").join(name)).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending != "answers"));
    paths.sort();
    paths.iter().map(|path| labelled(path)).collect()
}

fn labelled(path: &Path) -> Labelled {
    let answers = fs::read_to_string(path.with_extension("answers")).unwrap();
    let (title, answers) = answers.split_once('\n').unwrap();
    let mut duties: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for line in answers.lines() {
        let (number, answer) = line.split_once('\t').unwrap();
        duties.entry(number.parse().unwrap()).or_default().push(answer.to_owned());
    }
    Labelled {
        path: path.to_owned(),
        text: fs::read_to_string(path).unwrap(),
        verdict: title.rsplit(' ').next().unwrap().to_owned(),
        duties,
    }
}

/// How much is right.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// Duties that are given a task, and those that are given the right one.
    pub given: [usize; 2],
    /// Duties that are a task here, and those of which it is found.
    pub own: [usize; 2],
    /// Other duties, and those that are given a task all the same.
    pub others: [usize; 2],
    /// Titles, and those that are judged right.
    pub titles: [usize; 2],
}

impl Tally {
    /// The sum of two.
    pub fn and(self, other: Self) -> Self {
        let sum = |one: [usize; 2], other: [usize; 2]| [one[0] + other[0], one[1] + other[1]];
        Self {
            given: sum(self.given, other.given),
            own: sum(self.own, other.own),
            others: sum(self.others, other.others),
            titles: sum(self.titles, other.titles),
        }
    }
}

/// The duties of an advert.
pub fn found(registries: &Registries, text: &str) -> Match {
    let rivals = Rivals::new(&registries.own, &registries.catalogue);
    Advert::read(text).unwrap().answer(&registries.own, &rivals)
}

/// By the line, what is found: tasks, roles of the catalogue, or `none`.
pub fn named(registries: &Registries, found: &Match) -> BTreeMap<usize, BTreeSet<String>> {
    let mut named: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for duty in &found.duties {
        let name = match (duty.answer, duty.answer.role()) {
            (Answer::Sure(task) | Answer::Unsure(task, _), _) => registries.own.task_id(task),
            (_, Some(AnyRole::Elsewhere(role))) => {
                format!("catalogue:{}", registries.catalogue.role(role).id)
            }
            _ => "none".to_owned(),
        };
        named.entry(duty.line).or_default().insert(name);
    }
    named
}

/// Counts what is right in an advert. What is given on a line that has no duty is wrong.
pub fn tally(registries: &Registries, advert: &Labelled) -> Tally {
    let found = found(registries, &advert.text);
    let named = named(registries, &found);
    let is_own = |name: &&String| name.contains('/');
    let is_title_right = found.title.fits.as_str() == advert.verdict;
    let mut tally = Tally { titles: [1, usize::from(is_title_right)], ..Tally::default() };
    for (line, names) in &named {
        for name in names.iter().filter(is_own) {
            let is_right = advert.duties.get(line).is_some_and(|wanted| wanted.contains(name));
            tally.given[0] += 1;
            tally.given[1] += usize::from(is_right);
        }
    }
    for (line, wanted) in &advert.duties {
        let given = named.get(line);
        for name in wanted.iter().filter(is_own) {
            tally.own[0] += 1;
            tally.own[1] += usize::from(given.is_some_and(|given| given.contains(name)));
        }
        if !wanted.iter().any(|name| is_own(&name)) {
            tally.others[0] += 1;
            tally.others[1] +=
                usize::from(given.is_some_and(|given| given.iter().any(|name| is_own(&name))));
        }
    }
    tally
}
