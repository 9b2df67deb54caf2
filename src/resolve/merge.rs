//! A registry that changes another: what a file says stands in front of what its base says, key by key. Tasks, areas,
//! company sizes and sources are changed, added, moved and removed by their ids.
//!
//! Each value keeps its place, so that what reads the result knows which file says what.

use crate::problem::{Code, Nearest, Problem, Problems, first_few, shortened};
use crate::raw::keys::{self, Keys};
use crate::raw::{
    Listed, Placed, RawArea, RawChange, RawHead, RawRole, RawSize, RawTask, Sourced, Word,
};
use crate::source::Span;
use std::collections::HashMap;
use std::mem;

/// What changes, and how its problems are told.
pub struct Merge<'p> {
    pub nearest: Nearest,
    pub problems: &'p mut Problems,
}

/// The ids that a base has and the registry does not, and where they are removed.
pub type Removed<'a> = Vec<Word<'a>>;

struct Kind<'a, T> {
    keys: &'static Keys,
    /// The problem with one that is not there.
    unknown: Code,
    id: fn(&T) -> Option<&Word<'a>>,
    change: fn(&T) -> Option<&RawChange<'a>>,
    /// The change in front of what the base says.
    over: fn(T, T) -> T,
}

impl Merge<'_> {
    /// A role of the base with its change.
    pub fn role<'a>(
        &mut self,
        mut own: RawRole<'a>,
        mut base: RawRole<'a>,
    ) -> (RawRole<'a>, Removed<'a>) {
        let kind = Kind {
            keys: &keys::TASK,
            unknown: Code::UnknownTask,
            id: |task: &RawTask<'a>| task.id.as_ref(),
            change: |task| task.change.as_deref(),
            over: |own, mut base| {
                let before = mem::take(&mut base.also_called);
                let mut task = own.over(base);
                task.also_called.splice(0..0, before);
                task
            },
        };
        let base_known = base.tasks_known();
        let is_whole = own.tasks_known() && base_known;
        let (tasks, before) = (mem::take(&mut base.tasks.items), mem::take(&mut base.also_called));
        let own_tasks = mem::take(&mut own.tasks.items);
        let (items, removed) = self.items(&kind, base_known, Some(tasks), Some(own_tasks));
        let mut role = own.over(base);
        role.also_called.splice(0..0, before);
        role.tasks = Listed { items, is_whole, ..role.tasks };
        (role, removed)
    }

    /// The head of a registry in front of its base's.
    pub fn head<'a>(&mut self, own: RawHead<'a>, base: RawHead<'a>) -> (RawHead<'a>, Removed<'a>) {
        let areas = Kind {
            keys: &keys::AREA,
            unknown: Code::UnknownArea,
            id: |area: &RawArea<'a>| area.id.as_ref(),
            change: |area| area.change.as_deref(),
            over: Placed::over,
        };
        let sizes = Kind {
            keys: &keys::SIZE,
            unknown: Code::UnknownSize,
            id: |size: &RawSize<'a>| size.id.as_ref(),
            change: |size| size.change.as_deref(),
            over: Placed::over,
        };
        let sources = Kind {
            keys: &keys::SOURCE,
            unknown: Code::UnknownSource,
            id: |(id, _): &Sourced<'a>| Some(id),
            change: |(_, source)| source.as_ref()?.change.as_deref(),
            over: |(id, own), (_, base)| match (own, base) {
                (Some(own), Some(base)) => (id, Some(own.over(base))),
                (own, base) => (id, own.or(base)),
            },
        };
        let is_known = |key| !base.unsure.contains(&key);
        let (areas, removed) = self.items(&areas, is_known("areas"), base.areas, own.areas);
        let (sizes, _) = self.items(&sizes, is_known("sizes"), base.sizes, own.sizes);
        let (sources, _) = self.items(&sources, is_known("sources"), base.sources, own.sources);
        let is_said = |list: &Vec<_>| !list.is_empty();
        let merged = RawHead {
            title: own.title.or(base.title),
            languages: own.languages.filter(is_said).or(base.languages),
            workdays: own.workdays.filter(is_said).or(base.workdays),
            unsure: [own.unsure, base.unsure].concat(),
            areas: Some(areas),
            sizes: Some(sizes),
            sources: Some(sources),
            ..own
        };
        (merged, removed)
    }

    /// The items of the base, changed, and behind them the new ones; nothing is said about one that is missing where nobody
    /// can say which the base has.
    fn items<'a, T>(
        &mut self,
        kind: &Kind<'a, T>,
        is_known: bool,
        base: Option<Vec<T>>,
        changes: Option<Vec<T>>,
    ) -> (Vec<T>, Removed<'a>) {
        let base = base.unwrap_or_default();
        let mut places = HashMap::new();
        for (at, id) in base.iter().map(kind.id).enumerate() {
            id.map(|id| places.entry(id.value.to_string()).or_insert((at, None)));
        }
        let all = base.into_iter().map(Some).collect();
        let Merge { nearest, problems } = self;
        let mut items = Items { nearest, problems, kind, is_known, all, places };
        let removed = items.change(changes.unwrap_or_default());
        (items.all.into_iter().flatten().collect(), removed)
    }
}

struct Items<'m, 'a, T> {
    nearest: &'m Nearest,
    problems: &'m mut Problems,
    kind: &'m Kind<'a, T>,
    /// Whether these are all that the base has.
    is_known: bool,
    /// Those of the base in their order, and behind them the new ones; without those that are removed.
    all: Vec<Option<T>>,
    /// Where each is, by its id, and where its change is written.
    places: HashMap<String, (usize, Option<Span>)>,
}

impl<'a, T> Items<'_, 'a, T> {
    fn what(&self) -> &'static str {
        let what = self.kind.keys.what;
        what.split_once(' ').map_or(what, |(_, what)| what)
    }

    /// Changes, adds, removes and moves items. Returns the ids of those that are removed.
    fn change(&mut self, changes: Vec<T>) -> Removed<'a> {
        let (mut moves, mut removed) = (Vec::new(), Vec::new());
        for item in changes {
            let Some(id) = (self.kind.id)(&item).cloned() else {
                self.all.push(Some(item));
                continue;
            };
            let change = (self.kind.change)(&item);
            let before = change.and_then(|change| change.before.clone());
            let removal = change.and_then(|change| change.removal);
            match self.places.get_mut(id.value.as_ref()) {
                Some((_, Some(first))) => {
                    let first = *first;
                    let (what, shown) = (self.what(), shortened(&id.value));
                    let message = format!("the {what} '{shown}' stands here a second time");
                    let fix = "write what changes in one place";
                    self.problems.report_again(Code::DuplicateId, id.span, first, message, fix);
                }
                Some((at, seen)) => {
                    let at = *at;
                    *seen = Some(id.span);
                    match (removal, self.all[at].take()) {
                        (Some(removal), _) => {
                            self.check_removal(&item, removal);
                            removed.push(id.clone());
                        }
                        (None, Some(base)) => self.all[at] = Some((self.kind.over)(item, base)),
                        (None, None) => {}
                    }
                }
                None => {
                    if self.is_new(&item, &id, removal.is_some()) {
                        self.places.insert(id.value.to_string(), (self.all.len(), Some(id.span)));
                        self.all.push(Some(item));
                    }
                }
            }
            moves.extend(before.filter(|_| removal.is_none()).map(|before| (id, before)));
        }
        let mut order: Vec<usize> = (0..self.all.len()).collect();
        for (id, before) in moves {
            self.put_before(&id, &before, &mut order);
        }
        self.all = order.into_iter().map(|at| self.all[at].take()).collect();
        removed
    }

    /// What is removed has nothing else to say.
    fn check_removal(&mut self, item: &T, removal: Span) {
        let change = (self.kind.change)(item);
        if change.is_some_and(|change| change.before.is_some() || !change.keys.is_empty()) {
            let message = format!("the {} is removed and changed at once", self.what());
            let fix = "remove its other keys, or `remove`";
            self.problems.report(Code::InvalidValue, removal, message, fix);
        }
    }

    /// Whether an item that the base does not have says enough to be a new one; else it is probably misspelt.
    fn is_new(&mut self, item: &T, id: &Word, is_removed: bool) -> bool {
        let change = (self.kind.change)(item);
        let lacks =
            |key: &str| key != "id" && change.is_some_and(|change| !change.keys.contains(&key));
        let missing = self.kind.keys.needed.iter().map(|(key, _)| *key).find(|key| lacks(key));
        let (what, shown) = (self.what(), shortened(&id.value));
        let message = match missing {
            _ if is_removed => format!("the base has no {what} '{shown}'"),
            Some(key) => {
                format!("the base has no {what} '{shown}', and a new {what} needs a '{key}'")
            }
            None => return true,
        };
        if self.is_known {
            self.report_unknown(id, message, missing.filter(|_| !is_removed));
        }
        false
    }

    fn report_unknown(&mut self, id: &Word, message: String, missing: Option<&str>) {
        // Many ids may be wrong, and there may be many to compare them with.
        if !self.problems.has_room(id.span.file) {
            return;
        }
        let ids = self.all.iter().flatten().filter_map(self.kind.id);
        let ids: Vec<&str> = ids.map(|id| id.value.as_ref()).collect();
        let near = self.nearest.did_you_mean(&id.value, ids.iter().copied());
        let fix = near.unwrap_or_else(|| match missing {
            Some(key) => {
                format!("add `{key}: …`, or write an id that is there: {}", first_few(&ids))
            }
            None if ids.is_empty() => "there is none".to_owned(),
            None => format!("there are {}", first_few(&ids)),
        });
        self.problems.report(self.kind.unknown, id.span, message, fix);
    }

    /// Moves the item with this id in front of another.
    fn put_before(&mut self, id: &Word, before: &Word, order: &mut Vec<usize>) {
        let place = |word: &Word| {
            let (at, _) = *self.places.get(word.value.as_ref())?;
            self.all[at].as_ref().map(|_| at)
        };
        let Some(own) = place(id) else { return };
        match place(before) {
            None => {
                let shown = shortened(&before.value);
                let message = format!("there is no {} '{shown}'", self.what());
                self.report_unknown(before, message, None);
            }
            Some(other) if other == own => {
                let message = format!("the {} cannot stand before itself", self.what());
                let fix = "name another, or remove `before`";
                self.problems.report(Code::InvalidValue, before.span, message, fix);
            }
            Some(other) => {
                order.retain(|&at| at != own);
                let to = order.iter().position(|&at| at == other).unwrap_or(order.len());
                order.insert(to, own);
            }
        }
    }
}

/// What is wrong with a value of a file, told where another file says what makes it wrong: the base is right by itself.
pub fn blame(change: Span, problem: Problem, value: Span) -> Problem {
    if value.file <= change.file {
        return problem;
    }
    Problem { place: change.into(), ..problem }.related(value, "the base says this")
}
