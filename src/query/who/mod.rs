//! Who does this? Finds the tasks that a question in anybody's words is about, and who has to do with each.
//!
//! The question's words are looked for in everything that is written about a task, in every language: exactly, by their
//! stems, and with a typo. How well a task answers is how much of the question it holds, the rarer words counting for
//! more, and how much of its name, or of another word for it, the question holds.

mod company;
mod evidence;
mod question;
mod score;
mod stems;
mod vocabulary;
mod words;

use super::links::accountable;
use crate::model::{Position, Registry, RoleIx, SizeIx, TaskRef};
use crate::normalize::pieces;
use question::Question;
use score::MATCH;

/// From this score on a task is near.
const NEAR: f64 = 0.25;
/// A match is shown if it is at least this good, compared with the best.
const BESIDE_THE_BEST: f64 = 0.75;
/// How many matches are shown at most.
const MATCHES: usize = 5;
/// How many near tasks are shown at most.
const NEAREST: usize = 3;

/// The tasks that a question is about.
#[derive(Debug, Default)]
pub struct Answer<'r> {
    /// The tasks that match, the best first.
    pub matches: Vec<Found<'r>>,
    /// Where none does: those that are near, the nearest first.
    pub nearest: Vec<Found<'r>>,
    /// Where none does: the role that the question names.
    pub role: Option<RoleIx>,
    /// Where none does: whether the question is about what the roles have in common.
    pub is_about_all: bool,
}

/// A task that was found, and who has to do with it.
#[derive(Debug)]
pub struct Found<'r> {
    /// The task. Its role does it.
    pub task: TaskRef,
    /// How well it answers, from 0 to 1, in hundredths.
    pub score: f64,
    /// The role that answers for it.
    pub accountable: RoleIx,
    /// The same in a company of each size, in the registry's order.
    pub sizes: Vec<InSize<'r>>,
}

/// Who has to do with a task in a company of one size.
#[derive(Debug)]
pub struct InSize<'r> {
    /// The size.
    pub size: SizeIx,
    /// The positions that do it; none where no position holds its role.
    pub doers: Vec<Position<'r>>,
    /// The positions that answer for it.
    pub accountable: Vec<Position<'r>>,
    /// Whether that is one and the same person.
    pub one_person: bool,
}

/// Whether a text has any word to look for.
pub fn has_words(question: &str) -> bool {
    pieces(question).next().is_some()
}

/// Signs that are not seen, such as a space of no width, would cut a word in two.
fn is_seen(letter: char) -> bool {
    !matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Answers a question in any of the registry's languages, or in several.
pub fn who<'r>(registry: &'r Registry, question: &str) -> Answer<'r> {
    let seen: String = question.chars().filter(|&letter| is_seen(letter)).collect();
    let mut question = Question::new(&seen);
    let (evidence, role) = evidence::collect(registry, &mut question);
    let scores = score::rank(&evidence, &question, registry.tasks().count());
    let found = |(task, score): (TaskRef, f64)| Found {
        task,
        score,
        accountable: accountable(registry, task),
        sizes: in_sizes(registry, task),
    };
    let best = scores.first().map_or(0.0, |&(_, score)| score);
    let names_a_role = role.filter(|_| best < 1.0);
    if best >= MATCH && names_a_role.is_none() {
        let least = MATCH.max(best * BESIDE_THE_BEST);
        let beside = scores.into_iter().take_while(|&(_, score)| score >= least);
        return Answer { matches: beside.take(MATCHES).map(found).collect(), ..Answer::default() };
    }
    let near = scores.into_iter().filter(|(_, score)| (NEAR..MATCH).contains(score));
    Answer {
        matches: Vec::new(),
        nearest: near.take(NEAREST).map(found).collect(),
        role: names_a_role,
        is_about_all: question.is_about_all(),
    }
}

fn in_sizes(registry: &Registry, task: TaskRef) -> Vec<InSize<'_>> {
    let answers = accountable(registry, task);
    let in_size = |size: SizeIx| {
        let holding = |role: RoleIx| {
            let positions = registry.positions(Some(size)).into_iter();
            positions.filter(|position| position.roles.contains(&role)).collect::<Vec<_>>()
        };
        let (doers, accountable) = (holding(task.role), holding(answers));
        InSize { size, one_person: doers.len() == 1 && doers == accountable, doers, accountable }
    };
    registry.every_size().map(in_size).collect()
}
