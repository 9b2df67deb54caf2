//! The people, roles and positions that a question names.

use super::matcher::{Matcher, is_function_word};
use crate::model::{Registry, RoleIx, Text};
use crate::normalize::{fold, pieces, words};
use std::collections::BTreeSet;
use std::iter;
use std::ops::{Range, RangeInclusive};

/// So many letters the initials of a name have.
const INITIALS: RangeInclusive<usize> = 2..=5;
/// A word of fewer letters, in bytes, has no plural that could be somebody's name: Inés is not several times `in`.
const SHORTEST: usize = 3;

/// A name that stands in a question.
pub struct Named {
    /// The roles that have it, or that the position with it holds.
    pub roles: Vec<RoleIx>,
    /// Which of the question's words it is.
    pub place: Range<usize>,
}

/// The people whom a question names, and the question without their names. One word of a name is enough, be it of several
/// people, if no role or task has it in its name.
pub fn people(registry: &Registry, question: &str) -> (Vec<usize>, String) {
    let all = registry.team().map_or(&[][..], |team| &team.people);
    let names: Vec<Vec<String>> = all.iter().map(|person| words(&person.name)).collect();
    let asked = Words::new(question);
    let mut found = BTreeSet::new();
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    for (number, name) in names.iter().enumerate() {
        if let Some(place) = asked.place_of(name, |word, asked| word == asked) {
            found.insert(number);
            taken.extend(place..place + name.len());
        }
    }
    for (place, word) in asked.folded.iter().enumerate() {
        let having = names.iter().enumerate().filter(|(_, name)| name.contains(word));
        let mut having = having.map(|(number, _)| number).peekable();
        let is_meant =
            !taken.contains(&place) && word.chars().count() > 1 && having.peek().is_some();
        if is_meant && !is_in_a_name(registry, word) {
            found.extend(having);
            taken.insert(place);
        }
    }
    (found.into_iter().collect(), asked.without(|place| taken.contains(&place)))
}

/// Whether a word is in the name of a role or a task, in the singular or the plural, and no function word: somebody called
/// Baker is no bakery's baker.
fn is_in_a_name(registry: &Registry, word: &str) -> bool {
    let of_roles = registry.roles().flat_map(|role| names(registry, role));
    let of_tasks = registry.tasks().map(|task| &registry.task(task).name);
    let mut all = of_roles.chain(of_tasks).flat_map(Text::all);
    let is_own = |own: &String| own == word || (own.len() >= SHORTEST && is_form(own, word));
    all.any(|name| words(name).iter().any(is_own)) && !is_function_word(registry, word)
}

/// Whether two words differ but for the ending of the plural.
fn is_form(word: &str, asked: &str) -> bool {
    let (short, long) = if word.len() < asked.len() { (word, asked) } else { (asked, word) };
    matches!(long.strip_prefix(short), Some("" | "s" | "es" | "x"))
}

/// The names of roles and positions that stand in a question. A name may stand in the plural, and the initials of one for it
/// where they are no other's and no function word.
pub fn roles(registry: &Registry, asked: &Words, matcher: &Matcher) -> Vec<Named> {
    let of_roles =
        registry.roles().map(|role| (vec![role], names(registry, role).collect::<Vec<_>>()));
    let positions = registry.every_size().flat_map(|size| registry.positions(Some(size)));
    let positions = positions.filter(|position| position.roles.len() > 1);
    let positions =
        positions.map(|position| (position.roles.to_vec(), position.name.into_iter().collect()));
    let longest = |(roles, names): (Vec<RoleIx>, Vec<&Text>)| {
        let names = names.into_iter().flat_map(Text::all).map(words);
        let places = names.filter_map(|name| {
            let place = asked.place_of(&name, is_form)?;
            Some(place..place + name.len())
        });
        Some(Named { roles, place: places.max_by_key(Range::len)? })
    };
    let may_be_initials = |(_, word): &(usize, &String)| {
        INITIALS.contains(&word.chars().count()) && matcher.tells_apart(word)
    };
    let words = (0..).zip(&asked.folded).filter(may_be_initials);
    let by_initials = words.filter_map(|(at, word)| {
        let has_them = |role: &RoleIx| {
            names(registry, *role).flat_map(Text::all).any(|name| are_initials(word, name))
        };
        let mut roles = registry.roles().filter(has_them);
        let role = roles.next()?;
        roles.next().is_none().then(|| Named { roles: vec![role], place: at..at + 1 })
    });
    of_roles.chain(positions).filter_map(longest).chain(by_initials).collect()
}

/// The name of a role, and its other names.
fn names(registry: &Registry, role: RoleIx) -> impl Iterator<Item = &Text> {
    let role = registry.role(role);
    iter::once(&role.name).chain(&role.also_called)
}

/// Whether a folded word is made of the first letters of a name: `cm` of a community manager.
fn are_initials(word: &str, name: &str) -> bool {
    let mut letters = word.chars();
    pieces(name).all(|piece| letters.next().is_some_and(|letter| fold(piece).starts_with(letter)))
        && letters.next().is_none()
}

/// The roles that a question names and says nothing more about, and how many words the longest of their names has.
pub fn alone(named: &[Named], asked: &Words, matcher: &Matcher) -> (Vec<RoleIx>, usize) {
    let is_alone =
        |named: &&Named| !matcher.tells_apart(&asked.without(|at| named.place.contains(&at)));
    let alone = named.iter().filter(is_alone);
    let longest = alone.clone().map(|named| named.place.len()).max().unwrap_or_default();
    (each_once(alone), longest)
}

/// All roles that are named.
pub fn each_once<'n>(named: impl IntoIterator<Item = &'n Named>) -> Vec<RoleIx> {
    let mut seen = BTreeSet::new();
    let roles = named.into_iter().flat_map(|named| &named.roles).copied();
    roles.filter(|&role| seen.insert(role)).collect()
}

/// The words of a question, as written and folded.
pub struct Words<'q> {
    written: Vec<&'q str>,
    pub folded: Vec<String>,
}

impl<'q> Words<'q> {
    pub fn new(question: &'q str) -> Self {
        let written: Vec<&str> = pieces(question).collect();
        Self { folded: written.iter().map(|word| fold(word)).collect(), written }
    }

    /// Where the words of a name stand one after another.
    fn place_of(&self, name: &[String], is_same: impl Fn(&str, &str) -> bool) -> Option<usize> {
        let mut windows = self.folded.windows(name.len().max(1));
        windows.position(|window| {
            window.len() == name.len()
                && name.iter().zip(window).all(|(word, asked)| is_same(word, asked))
        })
    }

    pub fn without(&self, is_taken: impl Fn(usize) -> bool) -> String {
        let all = self.written.iter().enumerate();
        let left = all.filter(|(place, _)| !is_taken(*place)).map(|(_, word)| *word);
        left.collect::<Vec<_>>().join(" ")
    }
}
