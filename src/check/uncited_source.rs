//! A source that the registry lists and nothing cites.

use crate::model::{Registry, SourceIx};
use crate::problem::{Code, Problem, Problems};

pub(super) fn check(registry: &Registry, problems: &mut Problems) {
    if !registry.own().sources {
        return;
    }
    let cited = registry.cited();
    let sources = registry.sources().iter().enumerate();
    let uncited = sources.filter(|(number, _)| !cited.contains(&SourceIx::at(*number)));
    problems.extend(uncited.map(|(_, source)| {
        let message = format!("nothing cites the source '{}'", source.id);
        Problem::new(Code::UncitedSource, source.place, message).fix("cite it, or remove it")
    }));
}
