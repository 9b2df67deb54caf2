//! From files to a registry: values, then links, then cycles, then the people. Everything that is wrong is collected on the way, and a
//! registry comes out only if nothing was.
//!
//! Each file is decoded and its values are checked by itself, on all cores; only links are followed afterwards, when
//! all ids are known.

mod cycles;
mod declared;
mod draft;
mod files;
mod head;
mod links;
mod merge;
mod read_head;
mod read_roles;
mod rhythm;
mod sizes;
mod synonyms;
mod team;
mod values;

use crate::model::{Own, Parts, Registry};
use crate::problem::{Problem, Problems, Severity};
use crate::raw::{self, Numbered, RawHead, RawTeam, RawWords};
use crate::source::{FileId, HEAD_STEM, OTHER_WORDS_STEM, Sources, TEAM_STEM};
use draft::Draft;
use files::{find, role_files, same_stem_twice};
use read_head::read_head;
use read_roles::draft_roles;

/// So many files are read before their problems are put to the others, of which there is an end.
const FILES_AT_A_TIME: usize = 128;

/// Reads a registry, and the one that it extends.
///
/// # Errors
/// Every error of every file, in the order of files and places. Where the registry that it extends is none, that alone
/// is said.
pub fn read(sources: &Sources) -> Result<Registry, Vec<Problem>> {
    let mut problems = same_stem_twice(sources.iter());
    problems.extend(same_stem_twice(sources.of_base()));
    let Some(head) = read_head(sources, &mut problems) else { return Err(problems.sorted()) };
    let words = [find(OTHER_WORDS_STEM, sources.of_base()), find(OTHER_WORDS_STEM, sources.iter())];
    build(sources, head, words.into_iter().flatten(), problems)
}

/// Reads the catalogue, which is the shipped registry with further roles: the areas, sources and other words of these stand
/// in files of their own.
///
/// # Errors
/// Every error of every file, in the order of files and places.
pub fn catalogue(sources: &Sources) -> Result<Registry, Vec<Problem>> {
    let mut problems = Problems::default();
    let with_stem = |stem| sources.iter().filter(move |(_, file)| file.stem == stem);
    let heads = with_stem(HEAD_STEM).filter_map(|file| raw::head(file, &mut problems));
    let head = heads.reduce(RawHead::and).unwrap_or_default();
    let own = Own { languages: 0, areas: true, sizes: true, sources: true };
    let head = head::resolve(&head, own, sources.first_of_base(), &mut problems);
    build(sources, head, with_stem(OTHER_WORDS_STEM), problems)
}

/// The registry of these roles and people, with what all of them share, and other words for tasks from these files.
fn build<'a>(
    sources: &'a Sources,
    mut head: head::Head,
    words: impl Iterator<Item = Numbered<'a>>,
    mut problems: Problems,
) -> Result<Registry, Vec<Problem>> {
    let words = words.filter_map(|file| raw::other_words(file, &mut problems));
    let words = words.reduce(RawWords::and).unwrap_or_default();
    let role_files = role_files(sources);
    head.declared.files = role_files.len();
    let mut roles = Vec::with_capacity(role_files.len());
    for files in role_files.chunks(FILES_AT_A_TIME) {
        for (draft, found) in draft_roles(files, &head.declared, sources) {
            problems.extend(found);
            roles.push(draft);
        }
    }
    let team = find(TEAM_STEM, sources.iter());
    let team = team.and_then(|file| Some((file.0, raw::team(file, &mut problems)?)));
    let parts = finish(sources, head, roles, &words, team.as_ref(), &mut problems);
    let problems = problems.sorted();
    let is_right = |problem: &Problem| problem.code.severity() != Severity::Error;
    match parts {
        Some(parts) if problems.iter().all(is_right) => Ok(Registry::new(parts)),
        _ => Err(problems),
    }
}

/// Ids, links and cycles.
fn finish(
    sources: &Sources,
    mut head: head::Head,
    mut drafts: Vec<Draft>,
    words: &RawWords,
    team: Option<&(FileId, RawTeam)>,
    problems: &mut Problems,
) -> Option<Parts> {
    drafts.sort_by(|a, b| a.stem.cmp(b.stem));
    drafts.dedup_by(|b, a| a.stem == b.stem);
    let extra = draft::merge_languages(&head.declared, &mut drafts, problems);
    head.declared.languages.all.extend(extra);
    let index = links::Index::new(&mut drafts);
    let (words_of_every_task, extra) =
        links::add_words(words, sources, &index, &mut drafts, &head.declared.languages, problems);
    head.declared.languages.all.extend(extra);
    let positions = sizes::Positions::new(&head.sizes, head.sizes_known, &index);
    let team = team.and_then(|(file, raw)| team::resolve(*file, raw, &index, &positions, problems));
    let sizes = sizes::link(head.sizes, &index, problems);
    let (roles, graph) = links::link(drafts, &index, problems);
    cycles::check(&graph, &index, problems);
    Some(Parts {
        title: head.title,
        languages: head.declared.languages.all,
        areas: head.declared.areas.all,
        sizes: sizes?,
        sources: head.declared.sources.all,
        roles: roles?,
        workdays: head.declared.workdays,
        allow: head.allow,
        own: head.own,
        words_of_every_task,
        team,
    })
}
