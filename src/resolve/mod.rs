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
mod rhythm;
mod sizes;
mod synonyms;
mod team;
mod values;

use crate::model::{Parts, Registry};
use crate::problem::{Code, Place, Problem, Problems, Severity};
use crate::raw::{self, Raw, RawHead, RawTeam, RawWords};
use crate::source::{
    self, FileId, HEAD_STEM, OTHER_WORDS_STEM, PARALLEL_FROM, SourceFile, Sources, TEAM_STEM,
};
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
    let head = read_head(sources, &mut problems);
    let words = match read_file(OTHER_WORDS_STEM, sources, &mut problems) {
        Some((_, Some(Raw::OtherWords(words)))) => *words,
        _ => RawWords::default(),
    };
    build(sources, head, &words, problems)
}

/// Reads the catalogue, which is the shipped registry with further roles: the areas, sources and other words of these stand
/// in files of their own.
///
/// # Errors
/// Every error of every file, in the order of files and places.
pub fn catalogue(sources: &Sources) -> Result<Registry, Vec<Problem>> {
    let mut problems = Problems::default();
    let mut heads = Vec::new();
    let mut words = RawWords::default();
    for (id, file) in sources.iter().filter(|(_, file)| !source::is_role(&file.stem)) {
        let (raw, found) = raw::decode(id, file);
        problems.extend(found);
        match raw {
            Some(Raw::Head(head)) => heads.push(*head),
            Some(Raw::OtherWords(more)) => {
                words.every_task = words.every_task.or(more.every_task);
                words.roles.extend(more.roles);
            }
            Some(Raw::Role(_) | Raw::Team(_)) | None => {}
        }
    }
    let head = heads.into_iter().reduce(RawHead::and).unwrap_or_default();
    let head = head::resolve(&head, &RawHead::default(), &mut problems);
    build(sources, head, &words, problems)
}

/// The registry of these roles and people, with what all of them share.
fn build(
    sources: &Sources,
    mut head: head::Head,
    words: &RawWords,
    mut problems: Problems,
) -> Result<Registry, Vec<Problem>> {
    let role_files: Vec<(FileId, &SourceFile)> =
        sources.iter().filter(|(_, file)| source::is_role(&file.stem)).collect();
    head.declared.files = role_files.len();
    let mut roles = Vec::with_capacity(role_files.len());
    for files in role_files.chunks(FILES_AT_A_TIME) {
        for (draft, found) in draft_roles(files, &head.declared) {
            problems.extend(found);
            roles.push(draft);
        }
    }
    let team = match read_file(TEAM_STEM, sources, &mut problems) {
        Some((file, Some(Raw::Team(team)))) => Some((file, team)),
        _ => None,
    };
    let parts = finish(head, roles, words, team.as_ref(), &mut problems);
    let problems = problems.sorted();
    let is_right = |problem: &Problem| problem.code.severity() != Severity::Error;
    match parts {
        Some(parts) if problems.iter().all(is_right) => Ok(Registry::new(parts)),
        _ => Err(problems),
    }
}

/// Ids, links and cycles.
fn finish(
    mut head: head::Head,
    mut drafts: Vec<Draft>,
    words: &RawWords,
    team: Option<&(FileId, Box<RawTeam>)>,
    problems: &mut Problems,
) -> Option<Parts> {
    drafts.sort_by(|a, b| a.stem.cmp(b.stem));
    drafts.dedup_by(|b, a| a.stem == b.stem);
    let extra = draft::merge_languages(&head.declared, &mut drafts, problems);
    head.declared.languages.all.extend(extra);
    let index = links::Index::new(&drafts);
    let (words_of_every_task, extra) =
        links::add_words(words, &index, &mut drafts, &head.declared.languages, problems);
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

/// Reads the file with this stem, if there is one.
fn read_file<'a>(
    stem: &str,
    sources: &'a Sources,
    problems: &mut Problems,
) -> Option<(FileId, Option<Raw<'a>>)> {
    let (id, file) = sources.iter().find(|(_, file)| file.stem == stem)?;
    let (raw, found) = raw::decode(id, file);
    problems.extend(found);
    Some((id, raw))
}

/// The registry's own file, completed by the shipped one where it leaves a list out.
fn read_head(sources: &Sources, problems: &mut Problems) -> head::Head {
    let own = match read_file(HEAD_STEM, sources, problems) {
        Some((_, Some(Raw::Head(own)))) => *own,
        Some(_) => return head::Head::default(),
        None => RawHead::default(),
    };
    if own.is_complete() {
        return head::resolve(&own, &RawHead::default(), problems);
    }
    let shipped = source::embedded();
    match read_file(HEAD_STEM, &shipped, &mut Problems::default()) {
        Some((_, Some(Raw::Head(shipped)))) => head::resolve(&own, &shipped, problems),
        _ => head::resolve(&own, &RawHead::default(), problems),
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
            let fix = "remove or rename one of the files";
            problems.report(Code::DuplicateId, Place::File(id), message, fix);
        }
    }
    problems
}

/// A registry for the tests of other rooms. Of each role there is a line with its id, behind `<` the one that it reports to,
/// and below it, further in, a line for each task. `registry.yaml` and `team.yaml` may be among the other files.
#[cfg(test)]
pub(crate) fn written(roles: &str, others: &[(&str, &str)]) -> Registry {
    let mut texts: BTreeMap<&str, String> = [("registry", "version: 1".to_owned())].into();
    let mut last = "";
    for line in roles.lines() {
        if let Some(task) = line.strip_prefix(' ') {
            texts.entry(last).or_default().extend(["  - ", task.trim(), "\n"]);
            continue;
        }
        let (id, above) = line.split_once('<').unwrap_or((line, ""));
        let above = if above.is_empty() { "" } else { &format!("reports_to: {above}\n") };
        texts.insert(id, format!("name: {id}\n{above}tasks:\n"));
        last = id;
    }
    texts.extend(others.iter().map(|&(stem, text)| (stem, text.to_owned())));
    let files = texts.into_iter().map(|(stem, text)| {
        SourceFile::from_bytes(format!("{stem}.yaml"), stem.to_owned(), text.into())
    });
    read(&Sources::of(files.collect())).unwrap()
}
