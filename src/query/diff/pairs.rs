//! Which role and which task of one registry is which of another: by its id, else a role by its name and a task by
//! likeness. Both ways round the pairs are the same.

use super::thing::{Thing, Value};
use crate::model::{
    AreaIx, Language, LanguageIx, Registry, RoleIx, SizeIx, SourceIx, TaskRef, Text,
};
use crate::query::likeness::same_in_other_words;
use crate::query::links::TaskNumbers;
use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::Hash;
use std::iter;

/// What is old and what is new; one of them is missing where nothing corresponds.
pub type Pair<T> = [Option<T>; 2];

/// What makes two values the same in both registries.
pub type Key<'r> = (u64, Vec<Cow<'r, str>>);

/// What corresponds in two registries.
pub struct Pairs<'r> {
    pub registries: [&'r Registry; 2],
    /// The languages that both have; texts are compared in these.
    pub languages: Vec<(&'r Language, [LanguageIx; 2])>,
    /// In the order of the new registry; what only the old one has comes last.
    pub roles: Vec<Pair<RoleIx>>,
    pub tasks: Vec<Pair<TaskRef>>,
    /// The ids by which both are called: the new ones, where there are such.
    role_ids: [Vec<&'r str>; 2],
    task_ids: [Vec<[&'r str; 2]>; 2],
    numbers: [TaskNumbers; 2],
}

impl<'r> Pairs<'r> {
    pub fn new(registries: [&'r Registry; 2]) -> Self {
        let mut pairs = Self {
            registries,
            languages: common_languages(registries),
            roles: paired(registries.map(|registry| {
                registry.roles().map(|role| (registry.role(role).id.as_str(), role)).collect()
            })),
            tasks: Vec::new(),
            role_ids: registries.map(|registry| vec![""; registry.roles().len()]),
            task_ids: registries.map(|registry| vec![["", ""]; registry.tasks().count()]),
            numbers: registries.map(TaskNumbers::new),
        };
        pairs.join_roles_by_name();
        for pair in &pairs.roles {
            let ids = ends(*pair).map(|(side, role)| registries[side].role(role).id.as_str());
            let id = ids.last().unwrap_or_default();
            ends(*pair).for_each(|(side, role)| pairs.role_ids[side][role.index()] = id);
        }
        pairs.tasks = paired([0, 1].map(|side| {
            let id = |task: TaskRef| registries[side].task(task).id.as_str();
            let tasks = registries[side].tasks();
            tasks.map(|task| ([pairs.role_ids[side][task.role.index()], id(task)], task)).collect()
        }));
        pairs.join_tasks_by_likeness();
        for pair in &pairs.tasks {
            let last = ends(*pair).last();
            let id = last.map(|(side, task)| pairs.own_id(side, task)).unwrap_or_default();
            ends(*pair).for_each(|(side, task)| {
                pairs.task_ids[side][pairs.numbers[side].of(task)] = id;
            });
        }
        pairs
    }

    fn own_id(&self, side: usize, task: TaskRef) -> [&'r str; 2] {
        let role = self.role_ids[side][task.role.index()];
        [role, self.registries[side].task(task).id.as_str()]
    }

    fn join_roles_by_name(&mut self) {
        let mut named: HashMap<Vec<Cow<str>>, [Vec<usize>; 2]> = HashMap::new();
        for (number, pair) in alone(&self.roles) {
            for (side, role) in ends(pair) {
                let name = self.texts(side, Some(&self.registries[side].role(role).name));
                named.entry(name).or_default()[side].push(number);
            }
        }
        let joined = named.into_values().filter_map(|numbers| match numbers.each_ref() {
            [old, new] if old.len() == 1 && new.len() == 1 => Some([old[0], new[0]]),
            _ => None,
        });
        join(&mut self.roles, joined);
    }

    fn join_tasks_by_likeness(&mut self) {
        let Some(&(language, numbers)) = self.languages.first() else { return };
        let mut all: Vec<([&str; 2], usize, &str, bool)> = Vec::new();
        for (number, pair) in alone(&self.tasks) {
            for (side, task) in ends(pair) {
                let name = self.registries[side].task(task).name.in_language(numbers[side]);
                all.push((self.own_id(side, task), number, name.unwrap_or_default(), side == 1));
            }
        }
        if all.iter().all(|name| name.3) || !all.iter().any(|name| name.3) {
            return;
        }
        // Sorted by what no two of them have in common, they have the same order both ways round.
        all.sort_unstable();
        let names: Vec<(&str, bool)> = all.iter().map(|name| (name.2, name.3)).collect();
        let tie = |old: usize, new: usize| {
            let [old, new] = [old, new].map(|number| all[number].0);
            (old[1] == new[1], old[0] == new[0])
        };
        let same = same_in_other_words(language, &names, tie);
        join(&mut self.tasks, same.into_iter().map(|pair| pair.map(|number| all[number].1)));
    }

    /// The id by which both registries call a role.
    pub fn role_id(&self, side: usize, role: RoleIx) -> &'r str {
        self.role_ids[side][role.index()]
    }

    /// A text in the languages that both have.
    fn texts(&self, side: usize, text: Option<&'r Text>) -> Vec<Cow<'r, str>> {
        let texts = self.languages.iter().map(|(_, numbers)| text?.in_language(numbers[side]));
        texts.map(|text| text.unwrap_or_default().into()).collect()
    }

    /// Everything that is in both or in one of them.
    pub fn things(&self) -> impl Iterator<Item = Pair<Thing>> {
        let both = self.registries;
        let areas =
            paired(both.map(|it| keyed(it.areas().iter().map(|area| &area.id), AreaIx::at)));
        let sources =
            both.map(|it| keyed(it.sources().iter().map(|source| &source.id), SourceIx::at));
        iter::once([Some(Thing::Registry); 2])
            .chain(areas.into_iter().map(|pair| pair.map(|end| end.map(Thing::Area))))
            .chain(paired(sources).into_iter().map(|pair| pair.map(|end| end.map(Thing::Source))))
            .chain(self.sizes().into_iter().map(|pair| pair.map(|end| end.map(Thing::Size))))
            .chain(self.roles.iter().map(|pair| pair.map(|end| end.map(Thing::Role))))
            .chain(self.tasks.iter().map(|pair| pair.map(|end| end.map(Thing::Task))))
    }

    /// The company sizes of the same id.
    pub fn sizes(&self) -> Vec<Pair<SizeIx>> {
        paired(self.registries.map(|it| keyed(it.sizes().iter().map(|size| &size.id), SizeIx::at)))
    }

    /// What makes a value of one registry the same as one of the other.
    pub fn key(&self, side: usize, value: &Value<'r>) -> Key<'r> {
        let registry = self.registries[side];
        let task = |task: TaskRef| self.task_ids[side][self.numbers[side].of(task)];
        let role = |role: RoleIx| self.role_id(side, role).into();
        let words = match value {
            Value::Text(text) => vec![(*text).into()],
            Value::Code(code) => vec![code.clone().into()],
            Value::Word(_, word) => vec![(*word).into()],
            Value::Hours(hours) => return (hours.thousandths(), Vec::new()),
            Value::Employees(range) => {
                let max = range.max.unwrap_or(u32::MAX);
                return (u64::from(range.min) << 32 | u64::from(max), Vec::new());
            }
            Value::Thing(Thing::Role(of)) => vec![role(*of)],
            Value::Thing(Thing::Task(of)) => task(*of).map(Cow::from).into(),
            Value::Thing(other) => vec![other.id(registry).1.into()],
            Value::Handoff(to, what) => {
                let to = task(*to).map(Cow::from);
                self.texts(side, *what).into_iter().chain(to).collect()
            }
            Value::Position(position) => {
                let name = self.texts(side, position.name).into_iter();
                let roles = position.roles.iter().map(|&of| role(of));
                name.chain([position.id.into()]).chain(roles).collect()
            }
        };
        (0, words)
    }
}

/// Parts of a registry with their ids.
fn keyed<K, T>(ids: impl Iterator<Item = K>, at: fn(usize) -> T) -> Vec<(K, T)> {
    ids.zip((0..).map(at)).collect()
}

/// What of a pair is there, with its side.
pub fn ends<T: Copy>(pair: Pair<T>) -> impl Iterator<Item = (usize, T)> {
    (0..).zip(pair).filter_map(|(side, end)| Some((side, end?)))
}

/// What has the same key in both, in the order of the new; what only the old one has comes last.
pub fn paired<K: Eq + Hash, T: Copy>([old, new]: [Vec<(K, T)>; 2]) -> Vec<Pair<T>> {
    let mut pairs: Vec<Pair<T>> = new.iter().map(|(_, new)| [None, Some(*new)]).collect();
    let numbers: HashMap<K, usize> = new.into_iter().map(|(key, _)| key).zip(0..).collect();
    for (key, old) in old {
        match numbers.get(&key) {
            Some(&number) => pairs[number][0] = Some(old),
            None => pairs.push([Some(old), None]),
        }
    }
    pairs
}

/// The pairs of which one end is missing, with their numbers.
fn alone<T: Copy>(pairs: &[Pair<T>]) -> impl Iterator<Item = (usize, Pair<T>)> {
    let numbered = pairs.iter().copied().enumerate();
    numbered.filter(|(_, pair)| pair.iter().any(Option::is_none))
}

/// Makes one pair of two of which each has an end.
fn join<T: Copy>(pairs: &mut Vec<Pair<T>>, joined: impl Iterator<Item = [usize; 2]>) {
    for [old, new] in joined {
        pairs[new][0] = pairs[old][0].take();
    }
    pairs.retain(|pair| pair.iter().any(Option::is_some));
}

/// The languages of both, those first that are first in both.
fn common_languages<'r>(registries: [&'r Registry; 2]) -> Vec<(&'r Language, [LanguageIx; 2])> {
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
