//! What differs between two registries: what only one of them has, what says something else, and for whom that changes
//! what they do, answer for, are asked and are told.
//!
//! Texts are compared in the languages that both have, lists without their order, and people by what they do.

mod affected;
mod pairs;
mod said;

pub use affected::{Affected, Part, Who};
pub use said::{Thing, Value};

use crate::model::{Language, Registry, TaskRef, Text};
use pairs::{Key, Pairs};
use said::{Said, said};
use std::collections::HashSet;

/// What differs, in the order of the new registry. Of all that comes in twos, the first is of the old one.
#[derive(Debug)]
pub struct Diff<'r> {
    /// The registries.
    pub registries: [&'r Registry; 2],
    /// What only the new one has.
    pub added: Vec<Thing>,
    /// What only the old one has.
    pub removed: Vec<Thing>,
    /// Tasks that have another role.
    pub moved: Vec<[TaskRef; 2]>,
    /// Names and other texts that say something else.
    pub reworded: Vec<Change<'r>>,
    /// Everything else.
    pub changed: Vec<Change<'r>>,
    /// Who has something to do with other tasks than before.
    pub affected: Vec<Affected<'r>>,
}

/// What says something else than before.
#[derive(Debug)]
pub struct Change<'r> {
    /// What it is about.
    pub things: [Thing; 2],
    /// What is said of it, by the word of the files.
    pub field: &'static str,
    /// The language of texts, unless they are the same in all.
    pub language: Option<&'r Language>,
    /// Whether it may say several things.
    pub is_list: bool,
    /// What only one of the two says.
    pub values: [Vec<Value<'r>>; 2],
}

impl Diff<'_> {
    /// True if the registries say the same.
    pub fn is_empty(&self) -> bool {
        let changes = self.moved.len() + self.reworded.len() + self.changed.len();
        self.added.len() + self.removed.len() + changes + self.affected.len() == 0
    }
}

/// Compares two registries.
pub fn diff<'r>(old: &'r Registry, new: &'r Registry) -> Diff<'r> {
    let pairs = Pairs::new([old, new]);
    let mut diff = Diff {
        registries: [old, new],
        added: Vec::new(),
        removed: Vec::new(),
        moved: Vec::new(),
        reworded: Vec::new(),
        changed: Vec::new(),
        affected: affected::affected(&pairs),
    };
    for pair in &pairs.all {
        match *pair {
            [Some(old), Some(new)] => compare([old, new], &pairs, &mut diff),
            [Some(old), None] => diff.removed.push(old),
            [None, Some(new)] => diff.added.push(new),
            [None, None] => {}
        }
    }
    diff
}

/// Compares all that is said of a part that both have.
fn compare<'r>(things: [Thing; 2], pairs: &Pairs<'r>, diff: &mut Diff<'r>) {
    if let [Thing::Task(old), Thing::Task(new)] = things
        && pairs.number(0, Thing::Role(old.role)) != pairs.number(1, Thing::Role(new.role))
    {
        diff.moved.push([old, new]);
    }
    let [old, new] = [0, 1].map(|side| said(pairs.registries[side], things[side]));
    for (old, new) in old.into_iter().zip(new) {
        let Said { field, is_list, .. } = old;
        let texts = [&old.texts, &new.texts];
        let mut note = |language, values| {
            let values = differing(&values, pairs);
            if values.iter().any(|values| !values.is_empty()) {
                let is_reworded = !is_list && texts.iter().any(|texts| !texts.is_empty());
                let list = if is_reworded { &mut diff.reworded } else { &mut diff.changed };
                list.push(Change { things, field, language, is_list, values });
            }
        };
        if texts.iter().all(|texts| texts.iter().all(|text| text.is_everywhere())) {
            let words = |text: &&'r Text| text.all().next().map(Value::Text);
            let mut values = [old.values, new.values];
            for side in [0, 1] {
                values[side].extend(texts[side].iter().filter_map(words));
            }
            note(None, values);
            continue;
        }
        for &(language, numbers) in &pairs.languages {
            let words = |side: usize| {
                texts[side].iter().filter_map(move |text| text.in_language(numbers[side]))
            };
            if !words(0).eq(words(1)) {
                note(Some(language), [0, 1].map(|side| words(side).map(Value::Text).collect()));
            }
        }
    }
}

/// Of these values, those that are in one list only.
fn differing<'r>(values: &[Vec<Value<'r>>; 2], pairs: &Pairs<'r>) -> [Vec<Value<'r>>; 2] {
    let keys = |side: usize| values[side].iter().map(move |value| pairs.key(side, value)).collect();
    let keys: [Vec<Key>; 2] = [0, 1].map(keys);
    if keys[0] == keys[1] {
        return [Vec::new(), Vec::new()];
    }
    [0, 1].map(|side| {
        let others: HashSet<&Key> = keys[1 - side].iter().collect();
        let all = values[side].iter().zip(&keys[side]);
        all.filter(|(_, key)| !others.contains(key)).map(|(value, _)| value.clone()).collect()
    })
}
