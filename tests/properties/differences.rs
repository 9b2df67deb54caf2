//! What differs between two registries: nothing between copies, and the same from both sides.

use super::registries::{file, read, registry};
use proptest::prelude::*;
use roles::query::{Change, Diff, Thing, Who, diff};
use roles::source::Sources;
use std::collections::BTreeSet;

/// The same registry whose tasks have other ids.
fn renamed(sources: &Sources) -> Sources {
    let other = |text: &str| text.replace("task-", "duty-");
    Sources::of(sources.files.iter().map(|it| file(&it.stem, other(it.text()))).collect())
}

/// Everything that a comparison says; with `side` 1 as if the registries had been named the other way round.
fn told(diff: &Diff, side: usize) -> BTreeSet<String> {
    let id = |number: usize, thing: Thing| thing.id(diff.registries[number]);
    let (old, new) = (side, 1 - side);
    let mut told = BTreeSet::new();
    let alone = [(0, &diff.removed), (1, &diff.added)];
    for (number, things) in alone {
        let what = if number == old { "gone" } else { "added" };
        told.extend(things.iter().map(|&thing| format!("{what} {:?}", id(number, thing))));
    }
    for tasks in &diff.moved {
        let ids = [old, new].map(|number| id(number, Thing::Task(tasks[number])));
        told.insert(format!("moved {ids:?}"));
    }
    let both = [&diff.reworded, &diff.changed].into_iter().flatten();
    told.extend(both.map(|Change { things, field, language, values, .. }| {
        let ids = [old, new].map(|number| id(number, things[number]));
        format!("{ids:?} {field} {language:?} {:?} {:?}", values[old], values[new])
    }));
    for affected in &diff.affected {
        let who = match &affected.who {
            Who::Person(name) => name.clone(),
            Who::Position(position, _) => position.id.to_owned(),
        };
        let has = usize::from(affected.is_new);
        let tasks = affected.tasks.iter().map(|&task| id(has, Thing::Task(task)));
        let tasks: BTreeSet<_> = tasks.collect();
        let at = affected.size.map(|size| id(1, Thing::Size(size)));
        told.insert(format!("{who} {at:?} {:?} {} {tasks:?}", affected.part, has == new));
    }
    told
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn a_copy_differs_in_nothing(sources in registry()) {
        let (registry, copy) = (read(&sources), read(&sources));
        prop_assert!(diff(&registry, &copy).is_empty());
    }

    #[test]
    fn from_both_sides_the_same_differs(one in registry(), other in registry(), is_renamed in any::<bool>()) {
        let other = if is_renamed { renamed(&other) } else { other };
        let (one, other) = (read(&one), read(&other));
        let (there, back) = (diff(&one, &other), diff(&other, &one));
        prop_assert_eq!(told(&there, 0), told(&back, 1));
        let ids = |registry: &roles::model::Registry| registry.tasks().map(|task| registry.task_id(task)).collect::<BTreeSet<_>>();
        prop_assert!(!there.is_empty() || ids(&one) == ids(&other));
    }

    #[test]
    fn a_task_with_another_id_is_known_by_its_words(sources in registry()) {
        let (registry, other) = (read(&sources), read(&renamed(&sources)));
        let diff = diff(&registry, &other);
        let all = registry.tasks().count();
        let changed = diff.changed.iter().filter(|change| change.field == "id").count();
        prop_assert_eq!(changed + diff.removed.len(), all);
        prop_assert_eq!(diff.added.len(), diff.removed.len());
    }
}
