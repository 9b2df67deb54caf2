//! `roles.diff/v1`: what differs between two registries. Of what is said several times, each side has what only it says.

use super::object::{Each, object, write};
use crate::model::{Hours, Language};
use crate::query::{Affected, Change, Diff, Load, Thing, Value, Who};
use crate::render::pages::name;
use crate::render::reader::Reader;
use serde::Serialize;
use serde_json::{Value as Json, json};
use std::io::{self, Write};

/// Writes what differs; the readers are those of the old and of the new registry.
pub fn difference(
    diff: &Diff,
    names: [&str; 2],
    readers: [&Reader; 2],
    out: &mut dyn Write,
) -> io::Result<()> {
    let there = |side: usize| {
        move |thing: &Thing| {
            let registry = diff.registries[side];
            let (kind, id) = thing.id(registry);
            let load = match *thing {
                Thing::Role(role) => Some(Load::of(registry, registry.tasks_of(role))),
                _ => None,
            };
            object! {
                kind: kind,
                id: id,
                name: name(*thing, readers[side]),
                tasks: load.map(|load| load.tasks),
                hours_per_week: load.map(|load| load.hours_per_week.as_f64()),
                without_estimate: load.map(|load| load.without_estimate),
            }
        }
    };
    let moved = diff.moved.iter().map(|tasks| {
        let [old, new] = [0, 1].map(|side| diff.registries[side].task_id(tasks[side]));
        object! { kind: "task", old: old, new: new, name: readers[1].task(tasks[1]) }
    });
    let report = object! {
        schema: "roles.diff/v1",
        old: names[0],
        new: names[1],
        added: Each(diff.added.iter().map(there(1))),
        removed: Each(diff.removed.iter().map(there(0))),
        moved: Each(moved),
        reworded: Each(diff.reworded.iter().map(|it| changed(it, diff, readers))),
        changed: Each(diff.changed.iter().map(|it| changed(it, diff, readers))),
        affected: Each(diff.affected.iter().map(|affected| concerned(affected, diff))),
    };
    write(&report, out)
}

fn changed(change: &Change, diff: &Diff, readers: [&Reader; 2]) -> impl Serialize {
    let [old_id, id] = [0, 1].map(|side| change.things[side].id(diff.registries[side]).1);
    let [old, new] = [0, 1].map(|side| {
        let mut values = change.values[side].iter().map(|said| value(said, readers[side]));
        if change.is_list { values.collect() } else { values.next().unwrap_or_default() }
    });
    object! {
        kind: change.things[1].id(diff.registries[1]).0,
        id: id,
        old_id: old_id,
        name: name(change.things[1], readers[1]),
        field: change.field,
        language: change.language.map(Language::as_str),
        old: old,
        new: new,
    }
}

/// What somebody has to do with other tasks than before.
fn concerned(affected: &Affected, diff: &Diff) -> impl Serialize {
    let [old, new] = diff.registries;
    let registry = if affected.is_new { new } else { old };
    let (person, position) = match &affected.who {
        Who::Person(name) => (Some(name.clone()), None),
        Who::Position(position, _) => (None, Some(position.id)),
    };
    object! {
        size: affected.size.map(|size| new.size(size).id.as_str()),
        person: person,
        position: position,
        part: affected.part.as_str(),
        // Whether they have it now, and had not; else they had it.
        now: affected.is_new,
        tasks: Each(affected.tasks.iter().map(|&task| registry.task_id(task))),
    }
}

fn value(value: &Value, reader: &Reader) -> Json {
    let id = |thing: Thing| thing.id(reader.registry).1;
    match value {
        Value::Text(text) => json!(text),
        Value::Code(code) => json!(code),
        Value::Word(_, word) => json!(word),
        Value::Hours(hours) => json!(Hours::as_f64(*hours)),
        Value::Employees(range) => json!({ "min": range.min, "max": range.max }),
        Value::Thing(thing) => json!(id(*thing)),
        Value::Handoff(to, what) => {
            json!({ "to": id(Thing::Task(*to)), "what": what.map(|what| reader.text(what)) })
        }
        Value::Position(position) => {
            let roles = position.roles.iter().map(|&role| id(Thing::Role(role)));
            let roles: Vec<String> = roles.collect();
            json!({ "id": position.id, "name": reader.position_name(position), "roles": roles })
        }
    }
}
