//! Reads `registry.yaml`, with what it leaves out: the base's where it extends another registry, or else the shipped one's.

use super::files::find;
use super::head::{self, Head};
use super::merge::Merge;
use crate::model::Own;
use crate::problem::{Code, Nearest, Problem, Problems, shortened};
use crate::raw::{self, RawHead, Word};
use crate::source::{self, FileId, HEAD_STEM, Sources, Span};

/// The registry's own head, completed by its base's, or by the shipped one where it leaves a list out; `None` where the
/// base is none.
pub fn read_head(sources: &Sources, problems: &mut Problems) -> Option<Head> {
    let own = match find(HEAD_STEM, sources.iter()) {
        None => RawHead::default(),
        Some(file) => match raw::head(file, problems) {
            Some(own) => own,
            None => return Some(Head::default()),
        },
    };
    let mut lists = Own {
        languages: 0,
        areas: own.areas.is_some(),
        sizes: own.sizes.is_some(),
        sources: own.sources.is_some(),
    };
    let mut removed = Vec::new();
    let raw = if let Some(word) = &own.extends {
        let base = completed(base_head(word, sources, problems)?);
        lists = Own { areas: true, sizes: true, sources: true, ..lists };
        let mut merge = Merge { nearest: Nearest::for_one_file(), problems };
        let merged;
        (merged, removed) = merge.head(own, base);
        merged
    } else {
        completed(own)
    };
    let mut head = head::resolve(&raw, lists, sources.first_of_base(), problems);
    head.declared.areas.removed =
        removed.into_iter().map(|id| (id.value.into(), id.span)).collect();
    Some(head)
}

/// The head of the registry that this one extends.
fn base_head<'a>(
    extends: &Word,
    sources: &'a Sources,
    problems: &mut Problems,
) -> Option<RawHead<'a>> {
    let name = shortened(&extends.value);
    let mut report = |message, fix: &str, other: Option<Span>| {
        let mut problem = Problem::new(Code::InvalidBase, extends.span, message).fix(fix);
        problem.related = other.map(|span| (span, "it extends another here".to_owned()));
        problems.push(problem);
    };
    if let Err(fault) = &sources.base {
        let fix =
            "write `extends: shipped`, or a folder with a registry.yaml, as seen from this one";
        report(format!("'{name}' cannot be extended: {fault}"), fix, None);
        return None;
    }
    let Some(file) = find(HEAD_STEM, sources.of_base()) else {
        report(format!("'{name}' has not been read"), "read the registry with its base", None);
        return None;
    };
    let mut found = Problems::default();
    let head = raw::head(file, &mut found);
    if let Some(RawHead { extends: Some(other), .. }) = &head {
        let message = format!("'{name}' extends another registry itself");
        let fix = "extend that one, or a registry that has all of its roles";
        report(message, fix, Some(other.span));
        return None;
    }
    problems.extend(found);
    head
}

/// A head with the shipped lists where it leaves some out.
fn completed(head: RawHead) -> RawHead {
    let is_listed = head.languages.as_ref().is_some_and(|list| !list.is_empty());
    if is_listed && head.sources.is_some() && head.areas.is_some() && head.sizes.is_some() {
        return head;
    }
    // No registry has a file with this number.
    match raw::head((FileId(u32::MAX), source::shipped_head()), &mut Problems::default()) {
        Some(shipped) => head::completed(head, shipped),
        None => head,
    }
}
