//! A registry that changes another: what a file says stands in front of what its base says, key by key. Tasks, areas,
//! company sizes and sources are changed, added, moved and removed by their ids.
//!
//! Each value keeps its place, so that what reads the result knows which file says what.

use crate::problem::{Code, Nearest, Problem, Problems, first_few, shortened};
use crate::raw::{
    Listed, Placed, RawArea, RawChange, RawHead, RawRole, RawSize, RawSource, RawTask, Sourced,
    Word,
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

/// Something with an id.
trait Item<'a>: Sized {
    /// What is said of it.
    type Said: Placed<'a>;
    /// The problem with one that is not there.
    const UNKNOWN: Code;
    fn id(&self) -> Option<&Word<'a>>;
    fn change(&self) -> Option<&RawChange<'a>>;
    /// This change in front of what the base says.
    fn over(self, base: Self) -> Self;
    /// What it is called.
    fn what() -> &'static str {
        let what = Self::Said::KEYS.what;
        what.split_once(' ').map_or(what, |(_, what)| what)
    }
}

/// Items whose id is one of their keys.
macro_rules! items {
    ($($name:ident: $unknown:ident),+) => {$(
        impl<'a> Item<'a> for $name<'a> {
            type Said = Self;
            const UNKNOWN: Code = Code::$unknown;

            fn id(&self) -> Option<&Word<'a>> {
                self.id.as_ref()
            }

            fn change(&self) -> Option<&RawChange<'a>> {
                self.change.as_deref()
            }

            fn over(self, base: Self) -> Self {
                Placed::over(self, base)
            }
        }
    )+};
}

items!(RawArea: UnknownArea, RawSize: UnknownSize);

impl<'a> Item<'a> for RawTask<'a> {
    type Said = Self;
    const UNKNOWN: Code = Code::UnknownTask;

    fn id(&self) -> Option<&Word<'a>> {
        self.id.as_ref()
    }

    fn change(&self) -> Option<&RawChange<'a>> {
        self.change.as_deref()
    }

    fn over(self, mut base: Self) -> Self {
        let before = mem::take(&mut base.also_called);
        let mut own = Placed::over(self, base);
        own.also_called.splice(0..0, before);
        own
    }
}

impl<'a> Item<'a> for Sourced<'a> {
    type Said = RawSource<'a>;
    const UNKNOWN: Code = Code::UnknownSource;

    fn id(&self) -> Option<&Word<'a>> {
        Some(&self.0)
    }

    fn change(&self) -> Option<&RawChange<'a>> {
        self.1.as_ref()?.change.as_deref()
    }

    fn over(self, base: Self) -> Self {
        let said = match (self.1, base.1) {
            (Some(own), Some(base)) => Some(own.over(base)),
            (own, base) => own.or(base),
        };
        (self.0, said)
    }
}

impl Merge<'_> {
    /// A role of the base with its change.
    pub fn role<'a>(
        &mut self,
        mut own: RawRole<'a>,
        mut base: RawRole<'a>,
    ) -> (RawRole<'a>, Removed<'a>) {
        let base_known = base.tasks_known();
        let (tasks, before) = (mem::take(&mut base.tasks.items), mem::take(&mut base.also_called));
        let is_whole = own.tasks_known() && base_known;
        let (items, removed) = self.items(tasks, mem::take(&mut own.tasks.items), base_known);
        let mut role = own.over(base);
        role.also_called.splice(0..0, before);
        role.tasks = Listed { items, is_whole, ..role.tasks };
        (role, removed)
    }

    /// The head of a registry in front of its base's.
    pub fn head<'a>(&mut self, own: RawHead<'a>, base: RawHead<'a>) -> (RawHead<'a>, Removed<'a>) {
        let is_known = |key: &&str| !base.unsure.contains(key);
        let [areas_known, sizes_known, sources_known] =
            ["areas", "sizes", "sources"].map(|key| is_known(&key));
        let (areas, removed) = self.list(base.areas, own.areas, areas_known);
        let (sizes, _) = self.list(base.sizes, own.sizes, sizes_known);
        let (sources, _) = self.list(base.sources, own.sources, sources_known);
        let is_said = |list: &Vec<_>| !list.is_empty();
        let merged = RawHead {
            title: own.title.or(base.title),
            languages: own.languages.filter(is_said).or(base.languages),
            workdays: own.workdays.filter(is_said).or(base.workdays),
            unsure: [own.unsure, base.unsure].concat(),
            areas,
            sizes,
            sources,
            ..own
        };
        (merged, removed)
    }

    fn list<'a, T: Item<'a>>(
        &mut self,
        base: Option<Vec<T>>,
        own: Option<Vec<T>>,
        is_known: bool,
    ) -> (Option<Vec<T>>, Removed<'a>) {
        let (items, removed) =
            self.items(base.unwrap_or_default(), own.unwrap_or_default(), is_known);
        (Some(items), removed)
    }

    /// The items of the base, changed, and behind them the new ones; nothing is said about one that is missing where nobody
    /// can say which the base has.
    fn items<'a, T: Item<'a>>(
        &mut self,
        base: Vec<T>,
        changes: Vec<T>,
        is_known: bool,
    ) -> (Vec<T>, Removed<'a>) {
        let mut all: Vec<Option<T>> = base.into_iter().map(Some).collect();
        let mut places: HashMap<String, (usize, Option<Span>)> = HashMap::new();
        for (at, id) in all.iter().flatten().map(Item::id).enumerate() {
            id.map(|id| places.entry(id.value.to_string()).or_insert((at, None)));
        }
        let (mut moves, mut removed) = (Vec::new(), Vec::new());
        for item in changes {
            let Some(id) = item.id().cloned() else {
                all.push(Some(item));
                continue;
            };
            let change = item.change();
            let before = change.and_then(|change| change.before.clone());
            let removal = change.and_then(|change| change.removal);
            match places.get_mut(id.value.as_ref()) {
                Some((_, Some(first))) => self.report_again::<T>(&id, *first),
                Some((at, seen)) => {
                    *seen = Some(id.span);
                    match (removal, all[*at].take()) {
                        (Some(_), _) => {
                            self.check_removal(&item, before.as_ref());
                            removed.push(id.clone());
                        }
                        (None, Some(base)) => all[*at] = Some(item.over(base)),
                        (None, None) => {}
                    }
                }
                None if self.is_new(&item, &id, removal.is_some(), is_known, &all) => {
                    places.insert(id.value.to_string(), (all.len(), Some(id.span)));
                    all.push(Some(item));
                }
                None => {}
            }
            moves.extend(before.filter(|_| removal.is_none()).map(|before| (id, before)));
        }
        let mut order: Vec<usize> = (0..all.len()).collect();
        for (id, before) in moves {
            self.put_before(&id, &before, &places, &all, &mut order);
        }
        (order.into_iter().filter_map(|at| all[at].take()).collect(), removed)
    }

    fn report_again<'a, T: Item<'a>>(&mut self, id: &Word, first: Span) {
        let message =
            format!("the {} '{}' stands here a second time", T::what(), shortened(&id.value));
        let fix = "write what changes in one place";
        self.problems.report_again(Code::DuplicateId, id.span, first, message, fix);
    }

    /// What is removed has nothing else to say.
    fn check_removal<'a, T: Item<'a>>(&mut self, item: &T, before: Option<&Word>) {
        if let Some(RawChange { removal: Some(removal), keys, .. }) = item.change()
            && (before.is_some() || !keys.is_empty())
        {
            let message = format!("the {} is removed and changed at once", T::what());
            let fix = "remove its other keys, or `remove`";
            self.problems.report(Code::InvalidValue, *removal, message, fix);
        }
    }

    /// Whether an item that the base does not have says enough to be a new one; else it is probably misspelt.
    fn is_new<'a, T: Item<'a>>(
        &mut self,
        item: &T,
        id: &Word,
        is_removed: bool,
        is_known: bool,
        all: &[Option<T>],
    ) -> bool {
        let lacks = |key: &&str| item.change().is_some_and(|change| !change.keys.contains(key));
        let mut needed = T::Said::KEYS.needed.iter().map(|(key, _)| *key);
        let missing = needed.find(|key| *key != "id" && lacks(key));
        let message = match missing {
            _ if is_removed => format!("the base has no {} '{}'", T::what(), shortened(&id.value)),
            Some(key) => format!(
                "the base has no {0} '{1}', and a new {0} needs a '{key}'",
                T::what(),
                shortened(&id.value)
            ),
            None => return true,
        };
        if is_known {
            self.report_unknown(id, message, missing.filter(|_| !is_removed), all);
        }
        false
    }

    fn report_unknown<'a, T: Item<'a>>(
        &mut self,
        id: &Word,
        message: String,
        missing: Option<&str>,
        all: &[Option<T>],
    ) {
        // Many ids may be wrong, and there may be many to compare them with.
        if !self.problems.has_room(id.span.file) {
            return;
        }
        let ids = all.iter().flatten().filter_map(|item| Some(item.id()?.value.as_ref()));
        let ids: Vec<&str> = ids.collect();
        let near = self.nearest.did_you_mean(&id.value, ids.iter().copied());
        let fix = near.unwrap_or_else(|| match missing {
            Some(key) => {
                format!("add `{key}: …`, or write an id that is there: {}", first_few(&ids))
            }
            None if ids.is_empty() => "there is none".to_owned(),
            None => format!("there are {}", first_few(&ids)),
        });
        self.problems.report(T::UNKNOWN, id.span, message, fix);
    }

    /// Moves the item with this id in front of another.
    fn put_before<'a, T: Item<'a>>(
        &mut self,
        id: &Word,
        before: &Word,
        places: &HashMap<String, (usize, Option<Span>)>,
        all: &[Option<T>],
        order: &mut Vec<usize>,
    ) {
        let place = |word: &Word| {
            let (at, _) = *places.get(word.value.as_ref())?;
            all[at].as_ref().map(|_| at)
        };
        let Some(own) = place(id) else { return };
        match place(before) {
            None => {
                let message = format!("there is no {} '{}'", T::what(), shortened(&before.value));
                self.report_unknown(before, message, None, all);
            }
            Some(other) if other == own => {
                let message = format!("the {} cannot stand before itself", T::what());
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
