//! Reads the files of roles: each by itself, or a change together with what it changes.

use super::declared::Declared;
use super::draft::{self, Draft};
use super::files::RoleFile;
use super::merge::{Merge, Removed};
use crate::problem::{Code, Nearest, Problems};
use crate::raw::{self, Numbered, RawRole};
use crate::source::{PARALLEL_FROM, SourceFile, Sources};
use rayon::prelude::*;

/// The drafts of these roles, and what is wrong with each.
pub fn draft_roles<'a>(
    files: &[RoleFile<'a>],
    declared: &Declared,
    sources: &Sources,
) -> Vec<(Draft<'a>, Problems)> {
    let draft = |file: &RoleFile<'a>| draft_role(file, declared, sources);
    if files.len() < PARALLEL_FROM {
        files.iter().map(draft).collect()
    } else {
        files.par_iter().map(draft).collect()
    }
}

fn draft_role<'a>(
    role: &RoleFile<'a>,
    declared: &Declared,
    sources: &Sources,
) -> (Draft<'a>, Problems) {
    let (id, file) = role.file;
    let mut problems = Problems::default();
    let read = match role.base {
        None => raw::role(role.file, false, &mut problems).map(|raw| (raw, Removed::new())),
        Some(base) => changed_role(role.file, base, declared, &mut problems),
    };
    let mut draft = Draft::unreadable(&file.stem);
    if let Some((raw, removed)) = read {
        if let (None, Some(near)) = (&raw.name, role.near) {
            problems = misnamed_change(&raw, file, near, problems);
        }
        let role = draft::role(id, file, raw, declared, sources, &mut problems);
        draft = Draft { removed, ..role };
    }
    // A file with more mistakes than anybody is shown is not worth the memory that it takes.
    if !problems.has_room(id) {
        draft = Draft::unreadable(&file.stem);
    }
    (draft, problems)
}

/// A role of the base with its change.
fn changed_role<'a>(
    file: Numbered<'a>,
    base: Numbered<'a>,
    declared: &Declared,
    problems: &mut Problems,
) -> Option<(RawRole<'a>, Removed<'a>)> {
    let own = raw::role(file, true, problems);
    let base = raw::role(base, false, problems);
    let nearest = Nearest::for_one_of(declared.files);
    Some(Merge { nearest, problems }.role(own?, base?))
}

/// The problems of a file that has no name for a new role, and nearly the name of a role to change.
fn misnamed_change(raw: &RawRole, file: &SourceFile, near: &str, found: Problems) -> Problems {
    let mut problems = Problems::default();
    let message = format!("the base has no role '{}', and a new one needs a 'name'", file.stem);
    let fix = format!("to change '{near}', call the file {near}.yaml");
    problems.report(Code::UnknownRole, raw.place, message, fix);
    problems.extend(found.into_iter().filter(|problem| problem.code != Code::MissingKey));
    problems
}
