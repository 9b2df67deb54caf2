//! `roles.comparison/v1`.

use super::{Handoff, role_id, task_ids, write};
use crate::query::{Comparison, Holding};
use crate::render::reader::Reader;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};

#[derive(Serialize)]
struct Report<'a> {
    schema: &'static str,
    roles: Vec<&'a str>,
    only: BTreeMap<&'a str, Vec<String>>,
    shared: Vec<Vec<String>>,
    alike: Vec<Alike>,
    handoffs: Vec<Handoff<'a>>,
    sizes: Vec<Size<'a>>,
}

#[derive(Serialize)]
struct Alike {
    tasks: [String; 2],
    similarity: f64,
}

/// Who holds the roles in a company size: `one-person`, `apart` or `not-all`.
#[derive(Serialize)]
struct Size<'a> {
    size: &'a str,
    holding: &'static str,
    positions: Option<usize>,
}

/// A comparison of roles.
pub fn comparison(comparison: &Comparison, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let registry = reader.registry;
    let only = comparison.only(registry);
    let size = |&(size, holding): &(_, Holding)| {
        let (holding, positions) = match holding {
            Holding::OnePerson => ("one-person", Some(1)),
            Holding::Apart(positions) => ("apart", Some(positions)),
            Holding::NotAll => ("not-all", None),
        };
        Size { size: registry.size(size).id.as_str(), holding, positions }
    };
    let report = Report {
        schema: "roles.comparison/v1",
        roles: comparison.roles.iter().map(|&role| role_id(role, reader)).collect(),
        only: only
            .iter()
            .map(|(role, tasks)| (role_id(*role, reader), task_ids(tasks, reader)))
            .collect(),
        shared: comparison.shared.iter().map(|group| task_ids(group, reader)).collect(),
        alike: comparison
            .alike
            .iter()
            .map(|alike| Alike {
                tasks: alike.tasks.map(|task| registry.task_id(task)),
                similarity: alike.similarity,
            })
            .collect(),
        handoffs: comparison
            .handoffs
            .iter()
            .map(|exchange| Handoff::new(exchange, reader))
            .collect(),
        sizes: comparison.sizes.iter().map(size).collect(),
    };
    write(&report, out)
}
