//! Which tasks say the same, and which say nearly the same: names compared by the words that say something, in whatever
//! form they stand, the rarer ones counting for more.
//!
//! They are compared in the registry's default language, so that the answer does not depend on the reader.

use super::matcher::{Lexicon, WordIx, rarity};
use crate::model::{AreaIx, Language, Registry, TaskRef};
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};

/// The least likeness that makes two tasks alike.
const THRESHOLD: f64 = 0.45;
/// A word in more tasks than this is no reason to compare two of them.
const COMMON_WORD: usize = 50;

/// Two tasks of two roles that say nearly the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alike {
    /// The two tasks.
    pub tasks: [TaskRef; 2],
    /// How much they have in common, from 0 to 1: twice what their common words weigh over what all of them weigh (Dice's
    /// coefficient).
    pub similarity: f64,
}

/// Tasks that say the same as one before them in their role: that one, and the task.
pub fn said_again(registry: &Registry) -> Vec<[TaskRef; 2]> {
    let default = registry.preference(None);
    let mut lexicon = Lexicon::new(&registry.languages()[0]);
    let mut again = Vec::new();
    for role in registry.roles() {
        let mut seen: HashMap<Vec<WordIx>, TaskRef> = HashMap::new();
        for task in registry.tasks_of(role) {
            let words = lexicon.add_all(registry.task(task).name.pick(&default));
            let first = *seen.entry(words).or_insert(task);
            if first != task {
                again.push([first, task]);
            }
        }
    }
    again
}

/// Groups of tasks of different roles that say the same.
pub(super) fn shared_texts(wordings: &Wordings, tasks: &[TaskRef]) -> Vec<Vec<TaskRef>> {
    let mut numbers: HashMap<&[WordIx], usize> = HashMap::with_capacity(tasks.len());
    let mut groups: Vec<Vec<TaskRef>> = Vec::new();
    for (&task, words) in tasks.iter().zip(&wordings.all) {
        let number = *numbers.entry(words).or_insert(groups.len());
        if number == groups.len() {
            groups.push(Vec::new());
        }
        groups[number].push(task);
    }
    groups.retain(|group| group.iter().any(|task| task.role != group[0].role));
    groups
}

/// Pairs of tasks of different roles that are about the same area and share many of their words, but do not say the same;
/// the nearest first.
pub(super) fn likenesses(wordings: &Wordings, tasks: &[TaskRef]) -> Vec<Alike> {
    let mut alike = Vec::new();
    for (number, &task) in tasks.iter().enumerate() {
        let is_meant = |other: usize| {
            let says_the_same = || wordings.all[other] == wordings.all[number];
            other > number && tasks[other].role != task.role && !says_the_same()
        };
        let near = wordings.near(number, is_meant);
        alike.extend(
            near.map(|(other, similarity)| Alike { tasks: [task, tasks[other]], similarity }),
        );
    }
    alike.sort_by(|a, b| b.similarity.total_cmp(&a.similarity));
    alike
}

/// Each of the other tasks that says nearly the same as one of these about the same area, after the one that it is most
/// like; in the order of the others.
pub(super) fn nearest(registry: &Registry, tasks: &[TaskRef], others: &[TaskRef]) -> Vec<Alike> {
    let all = [tasks, others].concat();
    let wordings = Wordings::new(registry, &all);
    let nearest_to = |other: usize| {
        let near = wordings.near(other, |number| number < tasks.len());
        let alike =
            near.map(|(number, similarity)| Alike { tasks: [all[number], all[other]], similarity });
        alike.max_by(|a, b| {
            let by_likeness = a.similarity.total_cmp(&b.similarity);
            by_likeness.then(b.tasks.cmp(&a.tasks))
        })
    };
    (tasks.len()..all.len()).filter_map(nearest_to).collect()
}

/// Of names, the two in each of which the first is old and the second new, and which say nearly the same: the nearest first,
/// of equally near ones those that `tie` puts first, and each name once. Both ways round they are the same pairs.
pub(super) fn same_in_other_words<K: Ord>(
    language: &Language,
    names: &[(&str, bool)],
    tie: impl Fn(usize, usize) -> K,
) -> Vec<[usize; 2]> {
    let wordings = Wordings::of(language, names.iter().map(|&(name, _)| (None, name)));
    let mut near = Vec::new();
    for old in (0..names.len()).filter(|&number| !names[number].1) {
        let found = wordings.near(old, |number| names[number].1);
        near.extend(found.map(|(new, similarity)| ([old, new], similarity)));
    }
    let order = |[old, new]: [usize; 2]| (Reverse(tie(old, new)), old.min(new), old.max(new));
    near.sort_by(|(one, a), (other, b)| {
        b.total_cmp(a).then_with(|| order(*one).cmp(&order(*other)))
    });
    let mut taken = HashSet::new();
    near.retain(|([old, new], _)| {
        let is_free = !taken.contains(old) && !taken.contains(new);
        is_free && taken.insert(*old) && taken.insert(*new)
    });
    near.into_iter().map(|(pair, _)| pair).collect()
}

/// The names of tasks as words, and which tasks of an area have a word.
pub(super) struct Wordings {
    /// The area of each task, and its words in their order.
    areas: Vec<Option<AreaIx>>,
    all: Vec<Vec<WordIx>>,
    with_word: HashMap<(Option<AreaIx>, WordIx), Vec<usize>>,
    /// What each word weighs.
    weights: Vec<f64>,
}

impl Wordings {
    pub fn new(registry: &Registry, tasks: &[TaskRef]) -> Self {
        let default = registry.preference(None);
        let tasks = tasks.iter().map(|&task| registry.task(task));
        let names = tasks.map(|task| (task.area, task.name.pick(&default)));
        Self::of(&registry.languages()[0], names)
    }

    /// The wordings of names in this language, each with its area.
    fn of<'t>(language: &Language, names: impl Iterator<Item = (Option<AreaIx>, &'t str)>) -> Self {
        let mut lexicon = Lexicon::new(language);
        let mut with_word: HashMap<_, Vec<usize>> = HashMap::new();
        let (mut areas, mut all) = (Vec::new(), Vec::new());
        let mut counts = Vec::new();
        for (number, (area, name)) in names.enumerate() {
            let words = lexicon.add_all(name);
            counts.resize(lexicon.len(), 0);
            for word in words.iter().collect::<BTreeSet<_>>() {
                with_word.entry((area, *word)).or_default().push(number);
                counts[word.0] += 1;
            }
            areas.push(area);
            all.push(words);
        }
        let weights = counts.into_iter().map(|count| rarity(count, all.len())).collect();
        Self { areas, all, with_word, weights }
    }

    /// The meant ones of those of the same area that are nearly the same as one, with how much they have in common. They share
    /// a word that not too many have.
    fn near(
        &self,
        number: usize,
        is_meant: impl Fn(usize) -> bool,
    ) -> impl Iterator<Item = (usize, f64)> {
        let area = self.areas[number];
        let having = self.all[number].iter().map(|&word| &self.with_word[&(area, word)]);
        let having = having.filter(|numbers| numbers.len() <= COMMON_WORD).flatten();
        let others: BTreeSet<usize> = having.copied().filter(|&other| is_meant(other)).collect();
        let others = others.into_iter().map(move |other| (other, self.similarity(number, other)));
        others.filter(|&(_, similarity)| similarity >= THRESHOLD)
    }

    /// How much two tasks have in common, in hundredths so that it prints the same everywhere; never quite 1, which would
    /// be the same text.
    fn similarity(&self, one: usize, other: usize) -> f64 {
        let [one, other] =
            [one, other].map(|number| self.all[number].iter().copied().collect::<BTreeSet<_>>());
        let weight = |words: &mut dyn Iterator<Item = &WordIx>| -> f64 {
            words.map(|word| self.weights[word.0]).sum()
        };
        let common = weight(&mut one.intersection(&other));
        let all = weight(&mut one.iter()) + weight(&mut other.iter());
        (200.0 * common / all).round().min(99.0) / 100.0
    }
}
