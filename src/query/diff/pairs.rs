//! Which part of one registry is which of the other: by its id, else by its name, and a task by likeness. Both ways round the
//! pairs are the same.

use super::said::{Thing, Value};
use crate::model::{AreaIx, Language, LanguageIx, Registry, SizeIx, SourceIx, TaskRef, Text};
use crate::query::likeness::same_in_other_words;
use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::Hash;

/// What is old and what is new.
pub type Pair = [Option<Thing>; 2];

/// What makes two values the same in both registries: words, and numbers of pairs.
pub type Key<'r> = Vec<Cow<'r, str>>;

pub struct Pairs<'r> {
    pub registries: [&'r Registry; 2],
    /// The languages that both have; texts are compared in these.
    pub languages: Vec<(&'r Language, [LanguageIx; 2])>,
    /// Everything that is in both or in one; kind by kind, in the order of the new registry, then of the old one.
    pub all: Vec<Pair>,
    numbers: [HashMap<Thing, usize>; 2],
}

impl<'r> Pairs<'r> {
    pub fn new(registries: [&'r Registry; 2]) -> Self {
        let languages = common_languages(registries);
        let mut pairs =
            Self { registries, languages, all: Vec::new(), numbers: Default::default() };
        pairs.add(registries.map(|registry| {
            parts(registry).into_iter().map(|part| (part.id(registry), part)).collect()
        }));
        pairs.join_by_name();
        let tasks = [0, 1].map(|side| {
            let tasks = registries[side].tasks();
            tasks.map(|task| (pairs.key_of(side, task), Thing::Task(task))).collect()
        });
        pairs.add(tasks);
        pairs.join_by_name();
        pairs.join_tasks_by_likeness();
        pairs
    }

    /// What makes a task the same one: the pair of its role, and its id.
    fn key_of(&self, side: usize, task: TaskRef) -> (usize, &'r str) {
        let role = self.number(side, Thing::Role(task.role));
        (role, self.registries[side].task(task).id.as_str())
    }

    /// Makes pairs of what has the same key.
    fn add<K: Eq + Hash>(&mut self, [old, new]: [Vec<(K, Thing)>; 2]) {
        let mut known: HashMap<K, usize> = HashMap::new();
        for (side, things) in [(1, new), (0, old)] {
            for (key, thing) in things {
                let number = *known.entry(key).or_insert(self.all.len());
                self.all.resize(self.all.len().max(number + 1), [None, None]);
                self.all[number][side] = Some(thing);
                self.numbers[side].insert(thing, number);
            }
        }
    }

    /// Makes one pair of two of which the first has only an old end, and the second only a new one.
    fn join(&mut self, [old, new]: [usize; 2]) {
        if let Some(thing) = self.all[old][0].take() {
            self.all[new][0] = Some(thing);
            self.numbers[0].insert(thing, new);
        }
    }

    /// What is in one of the registries only: the number of its pair, and its side.
    fn alone(&self) -> impl Iterator<Item = (usize, usize, Thing)> {
        self.all.iter().enumerate().filter_map(|(number, pair)| match *pair {
            [Some(old), None] => Some((number, 0, old)),
            [None, Some(new)] => Some((number, 1, new)),
            _ => None,
        })
    }

    /// Joins roles of the same name, and tasks of the same name in the same role, where there is one in each registry.
    fn join_by_name(&mut self) {
        let mut named: HashMap<_, [Vec<usize>; 2]> = HashMap::new();
        for (number, side, thing) in self.alone() {
            let registry = self.registries[side];
            let (role, name) = match thing {
                Thing::Role(role) => (None, &registry.role(role).name),
                Thing::Task(task) => (Some(self.key_of(side, task).0), &registry.task(task).name),
                _ => continue,
            };
            let name = self.texts(side, Some(name));
            if name.iter().any(|name| !name.is_empty()) {
                named.entry((role, name)).or_default()[side].push(number);
            }
        }
        for [old, new] in named.into_values() {
            if let ([old], [new]) = (&old[..], &new[..]) {
                self.join([*old, *new]);
            }
        }
    }

    fn join_tasks_by_likeness(&mut self) {
        let Some(&(language, numbers)) = self.languages.first() else { return };
        let mut tasks = Vec::new();
        for (number, side, thing) in self.alone() {
            if let Thing::Task(task) = thing {
                let name = self.registries[side].task(task).name.in_language(numbers[side]);
                let key = self.key_of(side, task);
                tasks.push((thing.id(self.registries[side]), name, side == 1, key, number));
            }
        }
        if [false, true].iter().any(|is_new| tasks.iter().all(|task| task.2 != *is_new)) {
            return;
        }
        // No two have the same id, so they have the same order both ways round.
        tasks.sort_unstable();
        let names = tasks.iter().map(|&(_, name, is_new, ..)| (name.unwrap_or_default(), is_new));
        let tie = |old: usize, new: usize| {
            let [(old_role, old), (new_role, new)] = [tasks[old].3, tasks[new].3];
            (old == new, old_role == new_role)
        };
        for pair in same_in_other_words(language, &names.collect::<Vec<_>>(), tie) {
            self.join(pair.map(|task| tasks[task].4));
        }
    }

    pub fn number(&self, side: usize, thing: Thing) -> usize {
        self.numbers[side].get(&thing).copied().unwrap_or(usize::MAX)
    }

    /// A text in the languages that both have.
    fn texts(&self, side: usize, text: Option<&'r Text>) -> Vec<Cow<'r, str>> {
        let texts = self.languages.iter().map(|(_, numbers)| text?.in_language(numbers[side]));
        texts.map(|text| text.unwrap_or_default().into()).collect()
    }

    /// What makes a value of one registry the same as one of the other.
    pub fn key(&self, side: usize, value: &Value<'r>) -> Key<'r> {
        let number = |thing: Thing| Cow::from(self.number(side, thing).to_string());
        match value {
            Value::Text(text) => vec![(*text).into()],
            Value::Code(code) => vec![code.clone().into()],
            Value::Word(_, code) => vec![(*code).into()],
            Value::Hours(hours) => vec![hours.to_string().into()],
            Value::Employees(range) => vec![range.to_string().into()],
            Value::Thing(thing) => vec![number(*thing)],
            Value::Handoff(to, what) => {
                [self.texts(side, *what), vec![number(Thing::Task(*to))]].concat()
            }
            Value::Position(position) => {
                let roles = position.roles.iter().map(|&role| number(Thing::Role(role)));
                let texts = self.texts(side, position.name).into_iter();
                texts.chain([position.id.into()]).chain(roles).collect()
            }
        }
    }
}

/// The parts of a registry, but for the tasks.
fn parts(registry: &Registry) -> Vec<Thing> {
    let mut parts = vec![Thing::Registry];
    parts.extend((0..registry.areas().len()).map(AreaIx::at).map(Thing::Area));
    parts.extend((0..registry.sources().len()).map(SourceIx::at).map(Thing::Source));
    parts.extend((0..registry.sizes().len()).map(SizeIx::at).map(Thing::Size));
    parts.extend(registry.roles().map(Thing::Role));
    parts
}

/// The languages of both, those first that are first in both.
fn common_languages(registries: [&Registry; 2]) -> Vec<(&Language, [LanguageIx; 2])> {
    let [old, new] = registries.map(Registry::languages);
    let mut common = Vec::new();
    for (place, language) in old.iter().enumerate() {
        if let Some(other) = new.iter().position(|other| other == language) {
            common.push((place + other, language, [place, other]));
        }
    }
    common.sort_unstable();
    let number = |place: usize| LanguageIx(u16::try_from(place).unwrap_or(u16::MAX));
    common.into_iter().map(|(_, language, places)| (language, places.map(number))).collect()
}
