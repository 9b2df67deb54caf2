//! Reads the files of roles: each by itself, or a change together with what it changes.

use super::declared::Declared;
use super::draft::{self, Draft};
use super::files::{Numbered, RoleFile};
use super::merge::{Merge, Removed};
use crate::problem::{Code, Nearest, Problems};
use crate::raw::{self, Raw, RawRole};
use crate::source::{PARALLEL_FROM, SourceFile};
use rayon::prelude::*;

/// The drafts of these roles, and what is wrong with each.
pub fn draft_roles<'a>(files: &[RoleFile<'a>], declared: &Declared) -> Vec<(Draft<'a>, Problems)> {
    let draft = |file: &RoleFile<'a>| draft_role(file, declared);
    if files.len() < PARALLEL_FROM {
        files.iter().map(draft).collect()
    } else {
        files.par_iter().map(draft).collect()
    }
}

fn draft_role<'a>(role: &RoleFile<'a>, declared: &Declared) -> (Draft<'a>, Problems) {
    let (id, file) = role.file;
    let (raw, removed, mut problems) = match role.base {
        None => {
            let (raw, problems) = raw::decode(id, file);
            (raw, Vec::new(), problems)
        }
        Some(base) => changed_role(role.file, base, declared),
    };
    let draft = match raw {
        Some(Raw::Role(raw)) => {
            if let (None, Some(near)) = (&raw.name, role.near) {
                problems = misnamed_change(&raw, file, near, problems);
            }
            let draft = draft::role(id, file, *raw, declared, &mut problems);
            Draft { removed, ..draft }
        }
        _ => Draft::unreadable(&file.stem),
    };
    // A file with more mistakes than anybody is shown is not worth the memory that it takes.
    if problems.has_room(id) {
        (draft, problems)
    } else {
        (Draft::unreadable(&file.stem), problems)
    }
}

/// A role of the base with its change.
fn changed_role<'a>(
    (id, file): Numbered<'a>,
    (base_id, base_file): Numbered<'a>,
    declared: &Declared,
) -> (Option<Raw<'a>>, Removed<'a>, Problems) {
    let (own, mut problems) = raw::decode_change(id, file);
    let (base, found) = raw::decode(base_id, base_file);
    problems.extend(found);
    match (own, base) {
        (Some(Raw::Role(own)), Some(Raw::Role(base))) => {
            let nearest = Nearest::for_one_of(declared.files);
            let mut merge = Merge { nearest, problems: &mut problems };
            let (role, removed) = merge.role(*own, *base);
            (Some(Raw::Role(Box::new(role))), removed, problems)
        }
        _ => (None, Vec::new(), problems),
    }
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
