//! Job adverts: which duties are in one, and whose each of them is.
//!
//! An advert is text, Markdown or HTML, in English, French or Spanish. Its lines are joined into headings, items and
//! sentences; headings say in which sections these stand; and what stands where duties do is matched with tasks, whole:
//! to cut items at commas made nothing better.

mod blocks;
mod duties;
mod html;
mod lines;
mod sections;
mod title;

use super::matcher::{Matcher, Rivals, languages_of};
use crate::model::{Importance, Registry, RoleIx, TaskRef};
use blocks::{Block, Kind};
use std::collections::{BTreeMap, BTreeSet};

pub use duties::{Answer, AnyRole, Duty};
pub use title::{Fits, Title};

/// The most lines of one advert, and the most headings, items and sentences. Long ones have some hundred.
pub const LONGEST: usize = 2_000;

/// So much of an advert shows in which language it is, in bytes.
const ENOUGH_FOR_LANGUAGE: usize = 1_000;

/// That a text is too long for one advert: it has so many lines, or so many headings, items and sentences.
#[derive(Debug)]
pub struct TooLong(pub usize);

/// An advert that was read.
#[derive(Debug)]
pub struct Advert {
    blocks: Vec<Block>,
}

/// Whose the duties of an advert are.
#[derive(Debug)]
pub struct Match {
    /// The duties, in the order of the advert.
    pub duties: Vec<Duty>,
    /// How many lines are about something else.
    pub passed_over: usize,
    /// The items and paragraphs on them, which nobody does until somebody says whose they are.
    pub others: Vec<Duty>,
    /// The roles that have duties, with how many: those with most first.
    pub roles: Vec<(AnyRole, usize)>,
    /// The roles of the registry that it is held against: those that its title names, or the one with most duties.
    pub held_against: Vec<RoleIx>,
    /// Their core tasks that no duty is, coordination aside.
    pub lacks: Vec<TaskRef>,
    /// What the title says.
    pub title: Title,
    /// The numbers of the lines that say anything.
    lines: BTreeSet<usize>,
}

impl Advert {
    /// Reads an advert.
    pub fn read(text: &str) -> Result<Self, TooLong> {
        let lines = blocks::lines(text);
        if lines.len() > LONGEST {
            return Err(TooLong(lines.len()));
        }
        let blocks = blocks::of(&lines);
        let sentences = blocks.iter().map(|block| block.sentences().len().max(1)).sum();
        if sentences > LONGEST { Err(TooLong(sentences)) } else { Ok(Self { blocks }) }
    }

    /// True if there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Finds its duties, and whose they are.
    pub fn answer(&self, registry: &Registry, rivals: &Rivals) -> Match {
        let all: Vec<&str> = self.blocks.iter().map(|block| block.text.as_str()).collect();
        let all = all.join("\n");
        // Words of other languages would only mislead.
        let languages = &all[..all.floor_char_boundary(ENOUGH_FOR_LANGUAGE)];
        let languages = languages_of(languages, registry.languages(), 0);
        let texts = title::texts(&self.blocks).into_iter().chain(duties::texts(&self.blocks));
        let text = texts.collect::<Vec<_>>().join("\n");
        let matcher = Matcher::new(registry, &languages, Some(rivals), &text);
        let (text, names) = title::find(&self.blocks, &matcher);
        let title = text.as_deref().filter(|_| !names.is_empty());
        let duties = duties::find(&self.blocks, title, &matcher);
        let covered = covered_by(&duties);
        let lines = self.blocks.iter().flat_map(|block| &block.starts);
        let is_passed_over = |block: &&Block| {
            matches!(block.kind, Kind::Item | Kind::Prose)
                && !block.starts.iter().any(|(_, number)| covered.contains(number))
        };
        let mut found = Match {
            duties,
            passed_over: 0,
            others: self.blocks.iter().filter(is_passed_over).map(Duty::of_nobody).collect(),
            roles: Vec::new(),
            held_against: Vec::new(),
            lacks: Vec::new(),
            title: Title { text, names, fits: Fits::Unknown },
            lines: lines.map(|&(_, number)| number).collect(),
        };
        found.conclude(registry);
        found
    }
}

/// The lines on which duties stand.
fn covered_by(duties: &[Duty]) -> BTreeSet<usize> {
    duties.iter().flat_map(|duty| duty.lines.clone()).collect()
}

impl Match {
    fn conclude(&mut self, registry: &Registry) {
        self.passed_over = self.lines.difference(&covered_by(&self.duties)).count();
        let mut counts: BTreeMap<AnyRole, usize> = BTreeMap::new();
        for role in self.duties.iter().filter_map(|duty| duty.answer.role()) {
            *counts.entry(role).or_default() += 1;
        }
        self.roles = counts.into_iter().collect();
        self.roles.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        self.title.fits = title::fits(&self.title.names, &self.roles);
        let own = |role: &AnyRole| match role {
            AnyRole::Own(role) => Some(*role),
            AnyRole::Elsewhere(_) => None,
        };
        self.held_against = self.title.names.iter().filter_map(own).collect();
        if self.held_against.is_empty() {
            self.held_against.extend(self.roles.iter().find_map(|(role, _)| own(role)));
        }
        let told: BTreeSet<TaskRef> = self.duties.iter().flat_map(Duty::own_tasks).collect();
        let tasks = self.held_against.iter().flat_map(|&role| registry.tasks_of(role));
        let lacks = tasks.filter(|&task| {
            let details = registry.task(task);
            details.importance == Importance::Core
                && details.coordinates_with.is_none()
                && !told.contains(&task)
        });
        self.lacks = lacks.collect();
    }

    /// Puts answers of somebody who knows better in place of those that were found, by the numbers of lines. Where a line
    /// has several duties, its answers are those of the first ones, in turn; where it has none, what was passed over is one.
    pub fn correct(&mut self, registry: &Registry, answers: &BTreeMap<usize, Vec<Answer>>) {
        let said = self.others.extract_if(.., |duty| answers.contains_key(&duty.line));
        self.duties.extend(said);
        self.duties.sort_by_key(|duty| duty.line);
        let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
        for duty in &mut self.duties {
            let Some(answers) = answers.get(&duty.line) else { continue };
            let number = taken.entry(duty.line).or_default();
            if let Some(&answer) = answers.get(*number) {
                duty.answer = answer;
                duty.is_corrected = true;
            }
            *number += 1;
        }
        self.conclude(registry);
    }
}
