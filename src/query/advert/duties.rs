//! Which parts of an advert are duties, and what each of them means.

use super::blocks::{Block, Kind};
use super::sections::{self, Section};
use crate::model::{RoleIx, TaskRef};
use crate::query::matcher::{Fit, Matcher, Meaning, Subject, TIE, Verdict};
use std::ops::{Range, RangeInclusive};

/// From this score on a duty may be a task.
const MAY_BE: f64 = 0.42;
/// A task elsewhere is meant if the score of that here is below this part of its own, and it explains more.
const FAR_BEHIND: f64 = 0.9;
/// From this score on, and if it holds this much of a name, a sentence is a duty, though no bullet and no heading says so.
const SAYS_ENOUGH: f64 = 0.5;
const HOLDS_ENOUGH: f64 = 0.5;
/// A task is named if a duty holds this much of one of its names.
const NAMES: f64 = 0.6;
/// A sentence of fewer words is no duty.
const SHORTEST: usize = 4;
/// Behind so many commas a sentence is not cut.
const MOST_COMMAS: usize = 16;
/// What lies behind this is not compared: no duty is that long. In bytes.
const LONGEST_DUTY: usize = 1_000;

/// A role of the registry in use, or of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AnyRole {
    /// One of the registry in use.
    Own(RoleIx),
    /// One of the catalogue.
    Elsewhere(RoleIx),
}

/// A duty.
#[derive(Clone, Debug)]
pub struct Duty {
    /// The line on which it begins, from 1.
    pub line: usize,
    /// The lines on which it stands.
    pub lines: RangeInclusive<usize>,
    /// What the advert says.
    pub text: String,
    /// Whose it is.
    pub answer: Answer,
    /// The tasks of the registry in use that it names, whosever it is.
    pub names: Vec<TaskRef>,
    /// Whether somebody gave that answer who knows better.
    pub is_corrected: bool,
}

impl Duty {
    /// What may be a duty, though nothing says whose.
    pub(super) fn of_nobody(block: &Block) -> Self {
        let (first, last) = (block.line_at(0), block.line_at(block.text.len()));
        Self {
            line: first,
            lines: first..=last,
            text: block.text.clone(),
            answer: Answer::Nobody,
            names: Vec::new(),
            is_corrected: false,
        }
    }

    /// The tasks of the registry in use that it may be, or names beside another one.
    pub fn own_tasks(&self) -> impl Iterator<Item = TaskRef> {
        let named = self.names.iter().filter(|_| !self.is_corrected);
        self.answer.own_tasks().chain(named.copied())
    }
}

/// Whose a duty is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is this task.
    Sure(TaskRef),
    /// It is probably the first of these tasks, or else the second.
    Unsure(TaskRef, Option<TaskRef>),
    /// It is this task of the catalogue.
    Elsewhere(TaskRef),
    /// It is nobody's.
    Nobody,
}

impl Answer {
    /// The role that has it.
    pub fn role(self) -> Option<AnyRole> {
        match self {
            Self::Sure(task) | Self::Unsure(task, _) => Some(AnyRole::Own(task.role)),
            Self::Elsewhere(task) => Some(AnyRole::Elsewhere(task.role)),
            Self::Nobody => None,
        }
    }

    /// The tasks of the registry in use that it may be.
    pub fn own_tasks(self) -> impl Iterator<Item = TaskRef> {
        let (first, second) = match self {
            Self::Sure(task) => (Some(task), None),
            Self::Unsure(task, second) => (Some(task), second),
            Self::Elsewhere(_) | Self::Nobody => (None, None),
        };
        first.into_iter().chain(second)
    }
}

struct Candidate {
    duty: Duty,
    /// The task that fits best, and whether it is one of the registry in use.
    best: Option<(bool, Subject)>,
    /// Whether it is probably a duty, even if nothing but what it says speaks for that.
    says_enough: bool,
    /// Whether it is all of its paragraph.
    is_all: bool,
}

/// The texts that may be duties: where duties are listed, other sentences are none.
pub fn texts(blocks: &[Block]) -> impl Iterator<Item = &str> {
    let is_duty = |block: &Block| block.section == Some(Section::Duties);
    let has_lists = blocks.iter().any(|block| block.kind == Kind::Item && is_duty(block));
    let may_be = move |block: &&Block| {
        (block.section.is_none() || is_duty(block))
            && (block.kind == Kind::Item || (block.kind == Kind::Prose && !has_lists))
    };
    blocks.iter().filter(may_be).map(|block| block.text.as_str())
}

/// Finds the duties: what is listed below headings of duties, and in other lists that are nearly as good as that. Where
/// there are no such lists, the sentences below those headings and in no section; without such headings, whatever is listed
/// in no section, or else said. The title is none.
pub fn find(blocks: &[Block], title: Option<&str>, matcher: &Matcher) -> Vec<Duty> {
    let is_heading = |block: &Block| matches!(block.kind, Kind::Heading(_));
    let parts: Vec<&[Block]> =
        blocks.chunk_by(|one, next| one.section == next.section && !is_heading(next)).collect();
    let listed = |least: fn(&[Candidate]) -> bool| {
        let mut found = Vec::new();
        for part in &parts {
            match part[0].section {
                Some(Section::Duties) => found.extend(items(part, matcher)),
                None => found.extend(
                    Some(items(part, matcher)).filter(|all| least(all)).unwrap_or_default(),
                ),
                Some(_) => {}
            }
        }
        found
    };
    let is_duty = |block: &&Block| block.section == Some(Section::Duties);
    let duties: Vec<&Block> = blocks.iter().filter(is_duty).collect();
    let any_list: [fn(&[Candidate]) -> bool; 3] = [most_say_enough, says_something, |_| true];
    let lists = if duties.is_empty() { &any_list } else { &any_list[..1] };
    let found = lists.iter().map(|&least| listed(least)).find(|found| !found.is_empty());
    let mut found = found.unwrap_or_default();
    if found.is_empty() {
        let is_list = is_list(&duties);
        let may_be = |block: &&Block| is_duty(block) || block.section.is_none();
        let is_prose = |block: &&Block| block.kind == Kind::Prose && title != Some(&block.text);
        for block in blocks.iter().filter(may_be).filter(is_prose) {
            let is_listed = |said: &Candidate| {
                let is_sure = matches!(said.duty.answer, Answer::Sure(_));
                is_duty(&block) && (is_sure || (is_list && said.is_all))
            };
            let said = sentences(block, matcher).into_iter();
            let said = said.filter(|said| said.says_enough || is_listed(said));
            found.extend(said.filter(|said| !is_requirement(said)));
        }
    }
    found.into_iter().map(|candidate| candidate.duty).collect()
}

/// Whether a sentence that is not surely a duty speaks of what somebody brings along.
fn is_requirement(said: &Candidate) -> bool {
    !matches!(said.duty.answer, Answer::Sure(_))
        && sections::named(&said.duty.text) == Some(Section::Requirements)
}

/// Whether paragraphs are a list without bullets: most of them are one sentence.
fn is_list(blocks: &[&Block]) -> bool {
    let prose = blocks.iter().filter(|block| block.kind == Kind::Prose);
    let single = prose.clone().filter(|block| block.sentences().len() == 1).count();
    single >= 3 && 3 * single >= 2 * prose.count()
}

fn says_something(candidates: &[Candidate]) -> bool {
    candidates.iter().any(|candidate| candidate.duty.answer != Answer::Nobody)
}

fn most_say_enough(candidates: &[Candidate]) -> bool {
    2 * candidates.iter().filter(|candidate| candidate.says_enough).count() >= candidates.len()
}

fn items(part: &[Block], matcher: &Matcher) -> Vec<Candidate> {
    let items = part.iter().filter(|block| block.kind == Kind::Item);
    items.map(|block| candidate(block, 0..block.text.len(), matcher)).collect()
}

fn sentences(block: &Block, matcher: &Matcher) -> Vec<Candidate> {
    let is_long = |said: &Range<usize>| block.text[said.clone()].split(' ').count() >= SHORTEST;
    let all = 0..block.text.len();
    let sentences = block.sentences().into_iter().filter(|said| *said == all || is_long(said));
    sentences.flat_map(|said| parts(block, said, matcher)).collect()
}

/// A sentence, or its parts: it is cut at a comma where what stands before it says enough, and what stands behind it does
/// too, about another task; or where the whole says less.
fn parts(block: &Block, said: Range<usize>, matcher: &Matcher) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut rest = candidate(block, said.clone(), matcher);
    let mut start = said.start;
    for (at, _) in block.text[said.clone()].match_indices(", ").take(MOST_COMMAS) {
        let comma = said.start + at;
        let before = candidate(block, start..comma, matcher);
        if before.says_enough {
            let behind = candidate(block, comma + 2..said.end, matcher);
            let is_other = behind.says_enough && behind.best != before.best;
            if is_other || !rest.says_enough {
                found.push(before);
                (start, rest) = (comma + 2, behind);
            }
        }
    }
    found.push(rest);
    found
}

fn candidate(block: &Block, said: Range<usize>, matcher: &Matcher) -> Candidate {
    let text = block.text[said.clone()].trim_matches([' ', ',', ';']);
    let meaning = matcher.meaning(&text[..text.floor_char_boundary(LONGEST_DUTY)]);
    let (first, last) = (block.line_at(said.start), block.line_at(said.end.saturating_sub(1)));
    let duty = Duty {
        line: first,
        lines: first..=last,
        text: text.to_owned(),
        answer: answer(&meaning),
        names: named(&meaning.own),
        is_corrected: false,
    };
    let mut fits: Vec<&Fit> = meaning.own.iter().chain(&meaning.elsewhere).collect();
    fits.retain(|fit| fit.task().is_some());
    let best = fits.iter().max_by(|one, other| one.score.total_cmp(&other.score));
    Candidate {
        duty,
        best: best.map(|fit| (fit.is_own, fit.subject)),
        says_enough: fits.iter().any(|fit| fit.score >= SAYS_ENOUGH && fit.held >= HOLDS_ENOUGH),
        is_all: said == (0..block.text.len()),
    }
}

/// The tasks that a duty names: they are not left out.
fn named(own: &[Fit]) -> Vec<TaskRef> {
    own.iter().filter(|fit| fit.held >= NAMES).filter_map(Fit::task).collect()
}

/// The tasks that a duty may be.
fn tasks(fits: &[Fit]) -> impl Iterator<Item = (TaskRef, &Fit)> {
    let likely = fits.iter().filter(|fit| fit.score >= MAY_BE);
    likely.filter_map(|fit| Some((fit.task()?, fit)))
}

fn answer(meaning: &Meaning) -> Answer {
    let mut own = tasks(&meaning.own);
    let elsewhere = tasks(&meaning.elsewhere).next();
    match (own.next(), elsewhere) {
        (None, None) => Answer::Nobody,
        (None, Some((task, _))) => Answer::Elsewhere(task),
        (Some((_, own)), Some((task, fit)))
            if own.score < fit.score * FAR_BEHIND && fit.explained > own.explained * TIE =>
        {
            Answer::Elsewhere(task)
        }
        (Some((task, _)), _) if meaning.verdict == Verdict::Sure => Answer::Sure(task),
        (Some((task, _)), _) => Answer::Unsure(task, own.next().map(|(task, _)| task)),
    }
}
