//! From files to a registry: values, then links, then cycles, then the people. Everything that is wrong is collected on the way, and a
//! registry comes out only if nothing was.
//!
//! Each file is decoded and its values are checked by itself, on all cores; only links are followed afterwards, when
//! all ids are known.

mod cycles;
mod declared;
mod draft;
mod head;
mod links;
mod other_words;
mod sizes;
mod synonyms;
mod team;
mod values;

use crate::model::{Parts, Registry};
use crate::problem::{Code, Place, Problem, Problems, Severity};
use crate::raw::{self, Raw, RawHead, RawRoleWords, RawTeam};
use crate::source::{self, FileId, PARALLEL_FROM, SourceFile, Sources};
use declared::Declared;
use draft::Draft;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// So many files are read before their problems are put to the others, of which there is an end.
const FILES_AT_A_TIME: usize = 128;

/// Reads a registry.
///
/// # Errors
/// Every error of every file, in the order of files and places.
pub fn read(sources: &Sources) -> Result<Registry, Vec<Problem>> {
    let mut problems = same_stem_twice(sources);
    let mut head = read_head(sources, &mut problems);
    let role_files: Vec<(FileId, &SourceFile)> =
        sources.iter().filter(|(_, file)| raw::is_role(file)).collect();
    head.declared.files = role_files.len();
    let mut roles = Vec::with_capacity(role_files.len());
    for files in role_files.chunks(FILES_AT_A_TIME) {
        for (draft, found) in draft_roles(files, &head.declared) {
            problems.extend(found);
            roles.push(draft);
        }
    }
    let team = read_team(sources, &mut problems);
    let words = read_other_words(sources, &mut problems);
    let parts = finish(head, roles, &words, team.as_ref(), &mut problems);
    let problems = problems.sorted();
    match parts {
        Some(parts)
            if !problems.iter().any(|problem| problem.code.severity() == Severity::Error) =>
        {
            Ok(Registry::new(parts))
        }
        _ => Err(problems),
    }
}

/// Ids, links and cycles.
fn finish(
    mut head: head::Head,
    mut drafts: Vec<Draft>,
    words: &[RawRoleWords],
    team: Option<&(FileId, RawTeam)>,
    problems: &mut Problems,
) -> Option<Parts> {
    drafts.sort_by(|a, b| a.stem.cmp(b.stem));
    drafts.dedup_by(|b, a| a.stem == b.stem);
    let extra = draft::merge_languages(&head.declared, &mut drafts, problems);
    head.declared.languages.all.extend(extra);
    let index = links::Index::new(&drafts);
    let extra = other_words::add(words, &index, &mut drafts, &head.declared.languages, problems);
    head.declared.languages.all.extend(extra);
    let positions = sizes::Positions::new(&head.sizes, head.sizes_known, &index);
    let team = team.and_then(|(file, raw)| team::resolve(*file, raw, &index, &positions, problems));
    let sizes = sizes::link(head.sizes, &index, problems);
    let (roles, graph) = links::link(drafts, &index, problems);
    cycles::check(&graph, &index, problems);
    let roles = roles?;
    let (allow, own) = (head.allow, head.own);
    Some(Parts {
        languages: head.declared.languages.all,
        areas: head.declared.areas,
        sizes: sizes?,
        sources: head.declared.sources,
        roles,
        allow,
        own,
        team,
    })
}

/// The registry's own file, completed by the shipped one where it leaves a list out.
fn read_head(sources: &Sources, problems: &mut Problems) -> head::Head {
    let own = sources.iter().find(|(_, file)| raw::is_head(file));
    let own = own.map(|(id, file)| {
        let (raw, found) = raw::decode(id, file);
        problems.extend(found);
        raw
    });
    let own = match own {
        Some(Some(Raw::Head(own))) if own.is_complete() => {
            return head::resolve(&own, &RawHead::default(), problems);
        }
        Some(Some(Raw::Head(own))) => *own,
        Some(_) => return head::Head::default(),
        None => RawHead::default(),
    };
    let shipped = source::embedded();
    let shipped = shipped.iter().find(|(_, file)| raw::is_head(file));
    match shipped.and_then(|(id, file)| raw::decode(id, file).0) {
        Some(Raw::Head(shipped)) => head::resolve(&own, &shipped, problems),
        _ => head::resolve(&own, &RawHead::default(), problems),
    }
}

/// The people, where there is a file of them.
fn read_team<'a>(sources: &'a Sources, problems: &mut Problems) -> Option<(FileId, RawTeam<'a>)> {
    let (id, file) = sources.iter().find(|(_, file)| raw::is_team(file))?;
    let (raw, found) = raw::decode(id, file);
    problems.extend(found);
    match raw? {
        Raw::Team(team) => Some((id, *team)),
        Raw::Head(_) | Raw::Role(_) | Raw::OtherWords(_) => None,
    }
}

/// Other words for tasks, where the file of them is there and was read.
fn read_other_words<'a>(sources: &'a Sources, problems: &mut Problems) -> Vec<RawRoleWords<'a>> {
    let Some((id, file)) = sources.iter().find(|(_, file)| raw::is_other_words(file)) else {
        return Vec::new();
    };
    let (raw, found) = raw::decode(id, file);
    problems.extend(found);
    match raw {
        Some(Raw::OtherWords(words)) => words,
        Some(Raw::Head(_) | Raw::Role(_) | Raw::Team(_)) | None => Vec::new(),
    }
}

fn draft_roles<'a>(
    files: &[(FileId, &'a SourceFile)],
    declared: &Declared,
) -> Vec<(Draft<'a>, Problems)> {
    let draft = |&(id, file): &(FileId, &'a SourceFile)| draft_role(id, file, declared);
    if files.len() < PARALLEL_FROM {
        files.iter().map(draft).collect()
    } else {
        files.par_iter().map(draft).collect()
    }
}

fn draft_role<'a>(id: FileId, file: &'a SourceFile, declared: &Declared) -> (Draft<'a>, Problems) {
    let (raw, mut problems) = raw::decode(id, file);
    let draft = match raw {
        Some(Raw::Role(role)) => draft::role(id, file, *role, declared, &mut problems),
        _ => Draft::unreadable(&file.stem),
    };
    // A file with more mistakes than anybody is shown is not worth the memory that it takes.
    if problems.has_room(id) {
        (draft, problems)
    } else {
        (Draft::unreadable(&file.stem), problems)
    }
}

/// `a.yaml` beside `a.yml`: the same role twice.
fn same_stem_twice(sources: &Sources) -> Problems {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    let mut problems = Problems::default();
    for (id, file) in sources.iter() {
        if let Some(first) = seen.insert(&file.stem, &file.path) {
            let message = format!("'{}' is defined twice: here and in {first}", file.stem);
            problems.push(
                Problem::new(Code::DuplicateId, Place::File(id), message)
                    .fix("remove or rename one of the files"),
            );
        }
    }
    problems
}
