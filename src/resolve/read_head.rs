//! Reads `registry.yaml`, with what it leaves out: the base's where it extends another registry, or else the shipped one's.

use super::files::find;
use super::head::{self, Head};
use super::merge::{Merge, Removed};
use crate::model::Own;
use crate::problem::{Code, Nearest, Problem, Problems, nearest, shortened};
use crate::raw::{self, RawHead, RawSize, Word};
use crate::source::{self, FileId, HEAD_STEM, SHIPPED, Sources, Span};

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
    let extends = own.extends.is_some();
    let lists = Own {
        languages: 0,
        areas: extends || own.areas.is_some(),
        sizes: extends || own.sizes.is_some(),
        sources: extends || own.sources.is_some(),
    };
    let (raw, removed) = match &own.extends {
        Some(word) => {
            let base = completed(base_head(word, sources, problems)?);
            Merge { nearest: Nearest::for_one_file(), problems }.head(own, base)
        }
        None => (completed(own), Removed::new()),
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
        let fix = match nearest(&extends.value, [SHIPPED]) {
            Some(_) => "did you mean 'shipped'?",
            None => {
                "write `extends: shipped`, or a folder with a registry.yaml, as seen from this one"
            }
        };
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

/// The head with the shipped lists in the place of those that are left out. It may then have texts in any language, and
/// leaves out what the shipped sizes say about the shipped roles: after which of them somebody is called, and who says
/// that one person holds them.
fn completed(mut own: RawHead) -> RawHead {
    let is_listed = own.languages.as_ref().is_some_and(|list| !list.is_empty());
    if is_listed && own.sources.is_some() && own.areas.is_some() && own.sizes.is_some() {
        return own;
    }
    // No registry has a file with this number.
    let shipped = (FileId(u32::MAX), source::shipped_head());
    let shipped = raw::head(shipped, &mut Problems::default()).unwrap_or_default();
    if !is_listed {
        own.languages = shipped.languages;
        own.unsure.push("languages");
    }
    own.areas = own.areas.or(shipped.areas);
    own.sources = own.sources.or(shipped.sources);
    own.sizes = own.sizes.or_else(|| {
        let forget = |size| RawSize { holder: None, sources: Vec::new(), ..size };
        Some(shipped.sizes?.into_iter().map(forget).collect())
    });
    own
}
