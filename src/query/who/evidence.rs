//! What speaks for each task: which of the question's words are written about it, and where.

use super::question::Question;
use super::vocabulary::{BY_SLIP, Vocabulary};
use super::words::Kind;
use crate::model::{Area, LanguageIx, Registry, Role, RoleIx, Task, TaskRef, Text};
use crate::normalize::pieces;

/// How much a word counts where a task is named, where its area is, and where more is said about it.
const IN_NAME: f64 = 1.0;
const IN_AREA: f64 = 0.6;
const IN_DETAIL: f64 = 0.5;
/// What counts as all of a phrase or of a question, where a sum of parts may lie a hair below.
pub const ALL: f64 = 0.999;
/// What counts as a whole phrase among other things: a plural may be a singular.
const NEARLY_ALL: f64 = 0.95;
/// The part of the name of a role that a question with slips holds.
const WITH_SLIPS: f64 = 0.84;
/// How many words a phrase and a question that say little have in common at least to be alike.
const LEAST_ALIKE: usize = 3;

/// What speaks for one task.
#[expect(clippy::struct_excessive_bools, reason = "one finding each")]
#[derive(Debug)]
pub struct Evidence {
    /// The task.
    pub task: TaskRef,
    /// For each word of the question how well the task has it, from 0 to 1.
    pub terms: Vec<f64>,
    /// The part of its name, or of another word for it, that the question holds: the largest.
    pub phrase: f64,
    /// Whether the question holds a whole phrase of several words.
    pub has_long_phrase: bool,
    /// Whether several of the question's words stand in one phrase, and that phrase says what is done.
    pub has_pair: bool,
    /// Whether the question and a phrase have most of their words in common, those of any question counting too.
    pub is_like_phrase: bool,
    /// Whether the question is nothing but a whole phrase.
    pub is_phrase: bool,
    /// Whether the question is nothing but the task's area.
    pub is_area: bool,
}

/// Looks through the registry. Tasks without any word of the question are left out. With them, the role that the
/// question names and nothing else.
pub fn collect(registry: &Registry, question: &mut Question) -> (Vec<Evidence>, Option<RoleIx>) {
    let mut vocabulary = Vocabulary::new(registry, question);
    for role in registry.roles() {
        let own = role_texts(registry.role(role));
        own.for_each(|text| each_word(text, |language, word| vocabulary.meet(language, word)));
    }
    for task in registry.tasks() {
        for (text, _) in written(registry, task) {
            each_word(text, |language, word| vocabulary.meet(language, word));
        }
    }
    vocabulary.forgive(question);
    let look = Look { vocabulary: &vocabulary, needed: question.needed(), question };
    let tasks = registry.tasks().map(|task| look.at(registry, task));
    let found = tasks.filter(|evidence| {
        evidence.has_long_phrase
            || evidence.is_like_phrase
            || evidence.terms[..question.telling].iter().any(|&how| how > 0.0)
    });
    let needed = look.needed;
    let mut roles = registry.roles();
    let is_named = |role: &RoleIx| {
        role_texts(registry.role(*role))
            .flat_map(in_languages)
            .any(|(language, text)| look.phrase(language, text).is_name(needed))
    };
    (found.collect(), roles.find(is_named))
}

/// Where a text about a task stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Name,
    Area,
    Detail,
}

/// A text, or an id.
#[derive(Clone, Copy)]
enum Words<'r> {
    Text(&'r Text),
    Id(&'r str),
}

fn role_texts(role: &Role) -> impl Iterator<Item = Words<'_>> {
    let names = std::iter::once(&role.name).chain(&role.also_called);
    names.map(Words::Text).chain([Words::Id(role.id.as_str())])
}

/// All that is written about a task.
fn written(registry: &Registry, task: TaskRef) -> impl Iterator<Item = (Words<'_>, Place)> {
    let task: &Task = registry.task(task);
    let area: Option<&Area> = task.area.map(|area| registry.area(area));
    let names = std::iter::once(&task.name).chain(&task.also_called);
    let names = names.map(Words::Text).chain([Words::Id(task.id.as_str())]);
    let handed = task.handoffs.iter().filter_map(|handoff| handoff.what.as_ref());
    let details = task.detail.iter().chain(handed).map(Words::Text);
    let area =
        area.into_iter().flat_map(|area| [Words::Text(&area.name), Words::Id(area.id.as_str())]);
    names
        .map(|words| (words, Place::Name))
        .chain(area.map(|words| (words, Place::Area)))
        .chain(details.map(|words| (words, Place::Detail)))
}

/// A text in each of its languages; what is the same in every language counts as the default one.
fn in_languages(words: Words<'_>) -> impl Iterator<Item = (LanguageIx, &str)> {
    let (same, each): (Option<&str>, &[(LanguageIx, Box<str>)]) = match words {
        Words::Text(Text::Everywhere(_, text)) => (Some(text), &[]),
        Words::Text(Text::Each(_, each)) => (None, each),
        Words::Id(id) => (Some(id), &[]),
    };
    let each = each.iter().map(|(language, text)| (*language, text.as_ref()));
    same.map(|text| (LanguageIx(0), text)).into_iter().chain(each)
}

fn each_word<'r>(words: Words<'r>, mut meet: impl FnMut(LanguageIx, &'r str)) {
    for (language, text) in in_languages(words) {
        pieces(text).for_each(|word| meet(language, word));
    }
}

/// What a phrase has of the question.
#[derive(Default)]
struct Phrase {
    /// The question's words that it has, and how well.
    hits: Vec<(usize, f64)>,
    /// How many different ones of those that say something.
    telling: usize,
    /// How many of these say what the question is about.
    content: usize,
    /// How many of these say what is done.
    light: usize,
    /// How many words of it are among them.
    words: usize,
    /// Whether it and the question have most of their words in common.
    is_like_question: bool,
    /// How many words it has.
    length: usize,
    /// The part of it that the question has.
    held: f64,
}

impl Phrase {
    /// Whether it and a question with so many words that it needs are the same.
    fn is_whole(&self, needed: usize) -> bool {
        self.held >= ALL && self.telling == needed
    }

    /// The same for the name of a role, in which there may be slips, but no other forms.
    fn is_name(&self, needed: usize) -> bool {
        let has_slips = || {
            let is_form = |how: f64| how > BY_SLIP && how < ALL;
            self.held >= WITH_SLIPS && !self.hits.iter().any(|&(_, how)| is_form(how))
        };
        self.is_whole(needed) || (self.telling == needed && needed > 1 && has_slips())
    }

    /// Whether the question holds it, and that is no accident.
    fn is_long_and_held(&self) -> bool {
        self.held >= NEARLY_ALL && (self.content > 1 || self.words > 3)
    }

    /// Whether it has several of the question's words, and not only those that every task is about.
    fn is_pair(&self) -> bool {
        self.telling > 1 && self.content + self.light > 0
    }
}

/// Whether some of all are three of five or more.
fn is_most(some: usize, all: usize) -> bool {
    5 * some >= 3 * all
}

struct Look<'v, 'r> {
    vocabulary: &'v Vocabulary<'r>,
    question: &'v Question,
    needed: usize,
}

impl Look<'_, '_> {
    fn at(&self, registry: &Registry, task: TaskRef) -> Evidence {
        let mut evidence = Evidence {
            task,
            terms: vec![0.0; self.question.terms.len()],
            phrase: 0.0,
            has_long_phrase: false,
            has_pair: false,
            is_like_phrase: false,
            is_phrase: false,
            is_area: false,
        };
        for (words, place) in written(registry, task) {
            for (language, text) in in_languages(words) {
                evidence.add(&self.phrase(language, text), place, self.needed);
            }
        }
        evidence
    }

    fn phrase(&self, language: LanguageIx, text: &str) -> Phrase {
        let mut phrase = Phrase::default();
        let (mut held, mut all) = (0.0, 0.0);
        for known in pieces(text).filter_map(|word| self.vocabulary.get(language, word)) {
            let how = known.hits.iter().map(|&(_, how)| how).fold(0.0, f64::max);
            held += known.weight * how;
            all += known.weight;
            phrase.length += 1;
            phrase.words += usize::from(how > 0.0);
            phrase.hits.extend(&known.hits);
        }
        phrase.held = if all > 0.0 { held / all } else { 0.0 };
        let mut terms: Vec<usize> = phrase.hits.iter().map(|&(number, _)| number).collect();
        terms.sort_unstable();
        terms.dedup();
        phrase.is_like_question = is_most(phrase.words, phrase.length)
            && is_most(terms.len(), self.question.terms.len())
            && phrase.words >= LEAST_ALIKE;
        for number in terms.into_iter().filter(|&number| number < self.question.telling) {
            let kind = self.question.terms[number].kind;
            phrase.telling += 1;
            phrase.content += usize::from(matches!(kind, Kind::Content | Kind::Place));
            phrase.light += usize::from(kind == Kind::Light);
        }
        phrase
    }
}

impl Evidence {
    fn add(&mut self, phrase: &Phrase, place: Place, needed: usize) {
        if phrase.hits.is_empty() {
            return;
        }
        let (counts, is_whole) = match place {
            Place::Name => (IN_NAME, &mut self.is_phrase),
            Place::Area => (IN_AREA, &mut self.is_area),
            Place::Detail => (IN_DETAIL, &mut false),
        };
        *is_whole |= phrase.is_whole(needed);
        for &(number, how) in &phrase.hits {
            self.terms[number] = self.terms[number].max(how * counts);
        }
        if place == Place::Name {
            self.phrase = self.phrase.max(phrase.held);
            self.has_long_phrase |= phrase.is_long_and_held();
            self.has_pair |= phrase.is_pair();
            self.is_like_phrase |= phrase.is_like_question && phrase.light > 0;
        }
    }
}
