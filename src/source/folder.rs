//! Reads the files of a registry's folder: flat, regular files only, nothing outside the folder, nothing too long.

use super::file::{Fault, HEAD_STEM, OTHER_WORDS_STEM, PassedOver, SourceFile, Sources};
use rayon::prelude::*;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

/// The longest file that is read, in bytes (1 MiB).
pub const MAX_FILE_BYTES: u64 = 1 << 20;

/// Whether the file with other words for tasks is read: it may be as long as all others together, and only questions and
/// checks need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherWords {
    /// It is read, if it is there.
    Read,
    /// It is not even opened.
    LeaveOut,
}

/// Below this many files, starting threads costs more than it saves.
pub const PARALLEL_FROM: usize = 16;

/// The YAML files of a folder, sorted by name. Hidden files and other endings are passed over.
///
/// # Errors
/// If the folder cannot be listed.
pub fn list_folder(folder: &Path) -> io::Result<Vec<PathBuf>> {
    Ok(list(folder)?.0)
}

/// How the names of YAML files end.
const YAML: [&str; 2] = [".yaml", ".yml"];

/// How the names of files end that are probably meant to be YAML, in lower case.
const NEARLY: [&str; 4] = [".yaml", ".yml", ".yaml.txt", ".yml.txt"];

/// Whether the name of a file is that of a YAML file; `None` where it does not even nearly end so, or is hidden.
pub(super) fn is_yaml(name: &[u8]) -> Option<bool> {
    let ends = |name: &[u8], endings: &[&str]| {
        !name.starts_with(b".") && endings.iter().any(|ending| name.ends_with(ending.as_bytes()))
    };
    let is_nearly = || ends(&name.to_ascii_lowercase(), &NEARLY).then_some(false);
    ends(name, &YAML).then_some(true).or_else(is_nearly)
}

/// The YAML files, and those whose names nearly end as theirs do.
fn list(folder: &Path) -> io::Result<(Vec<PathBuf>, Vec<PathBuf>)> {
    let (mut yaml, mut nearly) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        match is_yaml(path.file_name().unwrap_or_default().as_encoded_bytes()) {
            Some(true) => yaml.push(path),
            Some(false) => nearly.push(path),
            None => {}
        }
    }
    yaml.sort();
    nearly.sort();
    Ok((yaml, nearly))
}

/// Reads every YAML file of a folder, that of other words where it is asked for. A file that cannot be read stands there
/// with its fault; whatever is no regular file, or only nearly has a YAML file's name, is passed over and noted.
///
/// # Errors
/// Only if the folder itself cannot be listed.
pub fn read_folder(folder: &Path, other_words: OtherWords) -> io::Result<Sources> {
    let (mut paths, nearly) = list(folder)?;
    if other_words == OtherWords::LeaveOut {
        paths.retain(|path| path.file_stem() != Some(OsStr::new(OTHER_WORDS_STEM)));
    }
    let root = fs::canonicalize(folder)?;
    let read = |path: &PathBuf| read_entry(path, &root).ok_or_else(|| path.display().to_string());
    let files: Vec<Result<SourceFile, String>> = if paths.len() < PARALLEL_FROM {
        paths.iter().map(read).collect()
    } else {
        paths.par_iter().map(read).collect()
    };
    let mut sources = Sources::default();
    for file in files {
        match file {
            Ok(file) => sources.files.push(file),
            Err(path) => sources.passed_over.push((path, PassedOver::NotAFile)),
        }
    }
    let nearly = nearly.iter().map(|path| path.display().to_string());
    sources.passed_over.extend(nearly.map(|path| (path, PassedOver::Ending)));
    Ok(sources)
}

/// One file of a folder, or `None` for something that is not a file to read.
fn read_entry(path: &Path, root: &Path) -> Option<SourceFile> {
    let stem = path.file_stem().unwrap_or_default();
    // A name that is no UTF-8 keeps its bytes apart from others of its kind.
    let escaped = || stem.as_encoded_bytes().escape_ascii().to_string();
    let (stem, target) = match stem.to_str() {
        Some(stem) => (stem.to_owned(), inside(path, root)),
        None => (escaped(), Err(Fault::NameNotUtf8)),
    };
    let bytes = target.and_then(|target| match read_bytes(&target, MAX_FILE_BYTES) {
        Ok(read) => read,
        Err(error) => Err(Fault::Unreadable(error.to_string())),
    });
    let is_passed_over = bytes == Err(Fault::NotAFile) && stem != HEAD_STEM;
    (!is_passed_over).then(|| SourceFile::read(path.display().to_string(), stem, bytes))
}

/// One file that somebody named, wherever it lies and whatever its name; a link leads where it leads. The limits are
/// those of the files of a folder, and what is no regular file is never opened.
///
/// # Errors
/// If there is no such file, or nobody may look whether there is.
pub fn read_file(path: &Path) -> io::Result<SourceFile> {
    let shown = path.display().to_string();
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    Ok(SourceFile::read(shown, stem.into_owned(), read_bytes(path, MAX_FILE_BYTES)?))
}

/// What a file that somebody named holds, if it is a regular one with at most so many bytes.
///
/// # Errors
/// If there is no such file, or nobody may look whether there is.
pub fn read_bytes(path: &Path, most: u64) -> io::Result<Result<Vec<u8>, Fault>> {
    let data = fs::metadata(path)?;
    Ok(if !data.is_file() {
        Err(Fault::NotAFile)
    } else if data.len() > most {
        Err(Fault::TooLong(data.len()))
    } else {
        let room = Vec::with_capacity(usize::try_from(data.len()).unwrap_or_default());
        let file = fs::File::open(path).map_err(|error| Fault::Unreadable(error.to_string()));
        file.and_then(|mut file| at_most(most, &mut file, room))
    })
}

/// What comes from a stream, as a file of this name; with the limit of files.
pub fn read_stream(name: &str, stream: &mut dyn Read) -> SourceFile {
    SourceFile::read(name.to_owned(), name.to_owned(), at_most(MAX_FILE_BYTES, stream, Vec::new()))
}

/// What a stream holds. A file may grow between the look at its length and the reading.
fn at_most(most: u64, stream: &mut dyn Read, mut bytes: Vec<u8>) -> Result<Vec<u8>, Fault> {
    match stream.take(most + 1).read_to_end(&mut bytes) {
        Ok(length) if length as u64 > most => Err(Fault::TooLong(length as u64)),
        Ok(_) => Ok(bytes),
        Err(error) => Err(Fault::Unreadable(error.to_string())),
    }
}

/// Where the path really leads, if that is inside the folder.
fn inside(path: &Path, root: &Path) -> Result<PathBuf, Fault> {
    let is_link = fs::symlink_metadata(path).is_ok_and(|data| data.is_symlink());
    if !is_link {
        return Ok(path.to_owned());
    }
    match fs::canonicalize(path) {
        Ok(target) if target.starts_with(root) => Ok(target),
        Ok(_) => Err(Fault::LinkOut),
        Err(_) => Err(Fault::LinkBroken),
    }
}

/// A path without links, as far as it exists.
pub fn resolved(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// A path without `.` and without `..` behind a folder.
pub fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match (part, plain.components().next_back()) {
            (Component::CurDir, _) | (Component::ParentDir, Some(Component::RootDir)) => {}
            (Component::ParentDir, Some(Component::Normal(_))) => drop(plain.pop()),
            (part, _) => plain.push(part),
        }
    }
    plain
}
