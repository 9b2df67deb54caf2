//! Names of two roles, of two tasks of a role, or of two people, that differ only in case, accents, spaces or Unicode
//! form; and two roles of one name.

use crate::model::Registry;
use crate::normalize::fold;
use crate::problem::{Code, Problem, Problems, shortened};
use crate::source::Span;
use std::collections::HashMap;

pub(super) fn check(registry: &Registry, problems: &mut Problems) {
    let default = registry.preference(None);
    let roles = registry.roles().map(|role| registry.role(role));
    let names = roles.clone().map(|role| (role.name.pick(&default), role.place));
    problems.extend(similar(names, "roles", true));
    for role in roles {
        let names = role.tasks.iter().map(|task| (task.name.pick(&default), task.place));
        problems.extend(similar(names, "tasks", false));
    }
    let people = registry.team().into_iter().flat_map(|team| &team.people);
    let names = people.map(|member| (member.name.as_ref(), member.place));
    problems.extend(similar(names, "people", false));
}

/// `same` asks for names that do not differ at all, too; for tasks that is another warning.
fn similar<'n>(
    names: impl Iterator<Item = (&'n str, Span)>,
    what: &str,
    same: bool,
) -> Vec<Problem> {
    let mut seen: HashMap<String, (&str, Span)> = HashMap::new();
    let mut problems = Vec::new();
    for (name, place) in names {
        if let Some((first, first_place)) = seen.insert(fold(name), (name, place))
            && (same || first != name)
        {
            let same = first == name;
            let (first, name) = (shortened(first), shortened(name));
            let (message, fix) = if same {
                let message = format!("two {what} are both called '{name}'");
                (message, "tell them apart")
            } else {
                let message =
                    format!("two {what} are called nearly the same: '{first}' and '{name}'");
                (message, "spell them the same, or tell them apart")
            };
            let problem = Problem::new(Code::SimilarNames, place, message).fix(fix);
            problems.push(problem.related(first_place, "the first is here"));
        }
    }
    problems
}
