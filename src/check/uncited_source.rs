//! A source that the registry lists and nothing cites.

use crate::model::{Registry, SourceIx};
use crate::problem::{Code, Problem, Problems};
use std::collections::HashSet;

pub(super) fn check(registry: &Registry, problems: &mut Problems) {
    if !registry.own().sources {
        return;
    }
    let roles = registry.roles().map(|role| registry.role(role));
    let of_roles = roles.flat_map(|role| {
        let of_tasks = role.tasks.iter().flat_map(|task| task.sources.iter());
        role.sources.iter().chain(of_tasks)
    });
    let of_sizes = registry.sizes().iter().flat_map(|size| size.sources.iter());
    let cited: HashSet<SourceIx> = of_roles.chain(of_sizes).copied().collect();
    let sources = registry.sources().iter().enumerate();
    let uncited = sources.filter(|(number, _)| !cited.contains(&SourceIx::at(*number)));
    problems.extend(uncited.map(|(_, source)| {
        let message = format!("nothing cites the source '{}'", source.id);
        Problem::new(Code::UncitedSource, source.place, message).fix("cite it, or remove it")
    }));
}
