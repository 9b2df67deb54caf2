//! Which tasks say the same, and which say nearly the same.
//!
//! Texts are compared in the registry's default language, so that the answer does not depend on the reader.

use crate::model::{AreaIx, Registry, TaskRef};
use crate::normalize::{fold, words};
use std::collections::{BTreeSet, HashMap};

/// The least share of common words that makes two tasks alike.
const THRESHOLD: f64 = 0.5;
/// A word of fewer letters (the, and, les, para …) says little about a task.
const SHORTEST_WORD: usize = 4;
/// A word in more tasks than this is no reason to compare two of them.
const COMMON_WORD: usize = 50;

/// Two tasks of two roles that say nearly the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alike {
    /// The two tasks.
    pub tasks: [TaskRef; 2],
    /// How many of their words they share, from 0 to 1 (Dice's coefficient).
    pub similarity: f64,
}

/// Groups of tasks of different roles with the same text, folded.
pub(super) fn shared_texts(registry: &Registry, tasks: &[TaskRef]) -> Vec<Vec<TaskRef>> {
    let default = registry.preference(None);
    let mut by_text: HashMap<String, Vec<TaskRef>> = HashMap::with_capacity(tasks.len());
    for &task in tasks {
        by_text.entry(fold(registry.task(task).name.pick(&default))).or_default().push(task);
    }
    let place: HashMap<TaskRef, usize> =
        tasks.iter().enumerate().map(|(place, &task)| (task, place)).collect();
    let mut groups: Vec<Vec<TaskRef>> = by_text.into_values().collect();
    groups.retain(|group| group.iter().any(|task| task.role != group[0].role));
    groups.sort_by_key(|group| place[&group[0]]);
    groups
}

/// Pairs of tasks of different roles that are about the same area and share many of their words; the nearest first.
pub(super) fn likenesses(
    registry: &Registry,
    tasks: &[TaskRef],
    shared: &[Vec<TaskRef>],
) -> Vec<Alike> {
    let bags = Bags::new(registry, tasks);
    let group_of: HashMap<TaskRef, usize> = shared
        .iter()
        .enumerate()
        .flat_map(|(group, tasks)| tasks.iter().map(move |&task| (task, group)))
        .collect();
    let mut alike = Vec::new();
    for (number, bag) in bags.all.iter().enumerate() {
        let sharing = bags.sharing_a_word(registry.task(tasks[number]).area, bag);
        for other in sharing {
            if other <= number || tasks[other].role == tasks[number].role {
                continue;
            }
            let same_text = group_of
                .get(&tasks[number])
                .is_some_and(|group| group_of.get(&tasks[other]) == Some(group));
            let similarity = dice(bag, &bags.all[other]);
            if similarity >= THRESHOLD && !same_text {
                alike.push(Alike { tasks: [tasks[number], tasks[other]], similarity });
            }
        }
    }
    alike.sort_by(|a, b| b.similarity.total_cmp(&a.similarity));
    alike
}

/// Each of the other tasks that says nearly the same as one of these about the same area, after the one that it is most
/// like; in the order of the others.
pub(super) fn nearest_likenesses(
    registry: &Registry,
    tasks: &[TaskRef],
    others: impl Iterator<Item = TaskRef>,
) -> Vec<Alike> {
    let bags = Bags::new(registry, tasks);
    let default = registry.preference(None);
    let nearest = |other: TaskRef| {
        let details = registry.task(other);
        let bag = bag(details.name.pick(&default));
        let alike = |number: usize| Alike {
            tasks: [tasks[number], other],
            similarity: dice(&bag, &bags.all[number]),
        };
        let sharing = bags.sharing_a_word(details.area, &bag).into_iter();
        sharing.map(alike).filter(|alike| alike.similarity >= THRESHOLD).max_by(|a, b| {
            let by_likeness = a.similarity.total_cmp(&b.similarity);
            by_likeness.then(b.tasks.cmp(&a.tasks))
        })
    };
    others.filter_map(nearest).collect()
}

/// The words of tasks, and which tasks of an area have a word.
struct Bags {
    all: Vec<BTreeSet<String>>,
    with_word: HashMap<Option<AreaIx>, HashMap<String, Vec<usize>>>,
}

impl Bags {
    fn new(registry: &Registry, tasks: &[TaskRef]) -> Self {
        let default = registry.preference(None);
        let mut all = Vec::with_capacity(tasks.len());
        let mut with_word: HashMap<_, HashMap<String, Vec<usize>>> = HashMap::new();
        for (number, &task) in tasks.iter().enumerate() {
            let details = registry.task(task);
            let bag = bag(details.name.pick(&default));
            let of_area = with_word.entry(details.area).or_default();
            for word in &bag {
                of_area.entry(word.clone()).or_default().push(number);
            }
            all.push(bag);
        }
        Self { all, with_word }
    }

    /// The tasks of an area that share a word with others, unless too many have that word.
    fn sharing_a_word(&self, area: Option<AreaIx>, bag: &BTreeSet<String>) -> BTreeSet<usize> {
        let of_area = self.with_word.get(&area);
        let lists =
            of_area.into_iter().flat_map(|of_area| bag.iter().filter_map(|word| of_area.get(word)));
        let lists = lists.filter(|numbers| numbers.len() <= COMMON_WORD);
        lists.flatten().copied().collect()
    }
}

/// The words of a text that say something about it.
fn bag(text: &str) -> BTreeSet<String> {
    words(text).into_iter().filter(|word| word.chars().count() >= SHORTEST_WORD).collect()
}

/// Twice the common words over all words (Dice's coefficient), in hundredths so that it prints the same everywhere;
/// never quite 1, which would be the same text.
#[expect(clippy::cast_precision_loss, reason = "a task's name has few words")]
fn dice(one: &BTreeSet<String>, other: &BTreeSet<String>) -> f64 {
    let common = one.intersection(other).count();
    (200.0 * common as f64 / (one.len() + other.len()) as f64).round().min(99.0) / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dice_counts_common_words() {
        let bag = |text: &str| words(text).into_iter().collect();
        assert!(
            (dice(&bag("analyse metrics statistics"), &bag("analyse activity statistics")) - 0.67)
                .abs()
                < 1e-9
        );
        assert!(dice(&bag("a b"), &bag("c d")).abs() < 1e-9);
    }
}
