//! Which files of a registry hold what, and which of them change one of the base.

use crate::problem::{Code, Nearest, Place, Problems};
use crate::raw::Numbered;
use crate::source::{self, Sources};
use std::collections::{BTreeMap, BTreeSet};

/// The first file with this stem.
pub fn find<'a>(stem: &str, mut files: impl Iterator<Item = Numbered<'a>>) -> Option<Numbered<'a>> {
    files.find(|(_, file)| file.stem == stem)
}

/// The role of a registry's own file, of its base's, or of both.
pub struct RoleFile<'a> {
    pub file: Numbered<'a>,
    pub base: Option<Numbered<'a>>,
    /// What it was probably meant to change, where its name is not that of a file of the base.
    pub near: Option<&'a str>,
}

/// The files with roles, those of the base behind the registry's own.
pub fn role_files(sources: &Sources) -> Vec<RoleFile<'_>> {
    let is_role = |(_, file): &Numbered| source::is_role(&file.stem);
    let base: BTreeMap<&str, Numbered> =
        sources.of_base().filter(is_role).map(|file| (file.1.stem.as_str(), file)).collect();
    let nearest = Nearest::default();
    let mut files: Vec<RoleFile> = Vec::new();
    let mut changed = BTreeSet::new();
    for file in sources.iter().filter(is_role) {
        let stem = file.1.stem.as_str();
        let own = base.get(stem).copied();
        let near = own.is_none().then(|| nearest.nearest(stem, base.keys().copied())).flatten();
        changed.extend(own.map(|_| stem));
        files.push(RoleFile { file, base: own, near });
    }
    let others = base.into_values().filter(|(_, file)| !changed.contains(file.stem.as_str()));
    files.extend(others.map(|file| RoleFile { file, base: None, near: None }));
    files
}

/// `a.yaml` beside `a.yml`: the same role twice.
pub fn same_stem_twice<'a>(files: impl Iterator<Item = Numbered<'a>>) -> Problems {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    let mut problems = Problems::default();
    for (id, file) in files {
        if let Some(first) = seen.insert(&file.stem, &file.path) {
            let message = format!("'{}' is defined twice: here and in {first}", file.stem);
            let fix = "remove or rename one of the files";
            problems.report(Code::DuplicateId, Place::File(id), message, fix);
        }
    }
    problems
}
