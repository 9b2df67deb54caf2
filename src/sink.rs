//! Where files go: each is written whole or stays as it was, and none outside its folder.
//!
//! A file is written beside its place under another name, flushed to the disk and renamed. Whatever happens in between
//! (a full disk, a killed process, somebody else who writes too), what stands in the place is the old file or the new.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Component, Path, PathBuf};
use std::time::Duration;
use tempfile::{Builder, NamedTempFile};

/// The names of unfinished files: hidden, and with an ending that nothing reads.
const PREFIX: &str = ".roles-";
const SUFFIX: &str = ".part";

/// A sign that some editors put before a text.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Nobody is still writing an unfinished file of this age.
const STALE: Duration = Duration::from_mins(10);

/// The longest file whose line ends are looked for, in bytes.
const MOST_LOOKED_AT: usize = 1 << 20;

#[derive(Clone, Debug)]
pub struct Draft {
    /// Its path in the folder: plain names only.
    pub name: PathBuf,
    /// What it holds, with `\n` or `\r\n` at the end of each line.
    pub text: String,
}

#[derive(Clone, Debug)]
pub struct Written {
    pub path: PathBuf,
    pub replaced: bool,
}

impl Draft {
    pub fn new(name: impl Into<PathBuf>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into() }
    }
}

/// What becomes of a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and nothing is written.
    Keep,
    /// It is replaced; its line ends and its permissions stay.
    Replace,
    /// One with such a name is replaced, its line ends and its permissions stay; any other stays, and nothing is written.
    ReplaceNamed(&'static [&'static str]),
    /// It is replaced if it is empty or begins with this text, by which we know our own; else nothing is written.
    ReplaceOwn(&'static str),
}

impl Existing {
    pub fn replaced_if(wanted: bool) -> Self {
        if wanted { Self::Replace } else { Self::Keep }
    }

    fn replaces(self, path: &Path) -> bool {
        match self {
            Self::Keep => false,
            Self::Replace => true,
            Self::ReplaceNamed(names) => {
                path.file_name().is_some_and(|name| names.iter().any(|other| name == *other))
            }
            Self::ReplaceOwn(start) => {
                begins_with(path, start) || beginning(path, 1).is_some_and(|bytes| bytes.is_empty())
            }
        }
    }
}

pub type Result<T, E = Unwritten> = std::result::Result<T, E>;

#[derive(Debug)]
pub enum Unwritten {
    Exists(Vec<PathBuf>),
    Outside(PathBuf),
    Failed(PathBuf, io::Error),
}

/// Writes files into a folder, which is made if it is not there. All of them are ready before the first is put in its
/// place; should one fail nevertheless, those that were not there before are removed again.
pub fn write(folder: &Path, drafts: &[Draft], existing: Existing) -> Result<Vec<Written>> {
    let mut files = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let path = folder.join(&draft.name);
        refuse_special(&path)?;
        let replaced = path.symlink_metadata().is_ok();
        files.push(Written { path, replaced });
    }
    let kept = files.iter().filter(|file| file.replaced && !existing.replaces(&file.path));
    let kept: Vec<PathBuf> = kept.map(|file| file.path.clone()).collect();
    if !kept.is_empty() {
        return Err(Unwritten::Exists(kept));
    }
    let mut made = Made::default();
    let mut ready = Vec::with_capacity(drafts.len());
    for (draft, Written { path, .. }) in drafts.iter().zip(&files) {
        if !draft.name.components().all(|part| matches!(part, Component::Normal(_))) {
            return Err(Unwritten::Outside(path.clone()));
        }
        made.folders_of(path)?;
        if !leads_into(path, folder) {
            return Err(Unwritten::Outside(path.clone()));
        }
        if path.is_dir() {
            return failing(path, Err(io::ErrorKind::IsADirectory.into()));
        }
        let text = if has_crlf(path) { &with_crlf(&draft.text) } else { &draft.text };
        ready.push(failing(path, stage(path, text.as_bytes()))?);
    }
    for (staged, Written { path, replaced }) in ready.into_iter().zip(&files) {
        match put(staged, path, *replaced, existing) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(Unwritten::Exists(vec![path.clone()]));
            }
            put => failing(path, put)?,
        }
        made.files.extend((!replaced).then(|| path.clone()));
    }
    made.keep();
    let folders: BTreeSet<&Path> = files.iter().filter_map(|file| file.path.parent()).collect();
    folders.into_iter().for_each(sweep);
    Ok(files)
}

/// Writes one file, or replaces it, also where a link leads to it; its folder has to be there.
pub fn replace(path: &Path, contents: &[u8]) -> Result<Written> {
    refuse_special(path)?;
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let replaced = target.is_file();
    let file = failing(path, stage(&target, contents))?;
    failing(path, put(file, &target, replaced, Existing::Replace))?;
    Ok(Written { path: path.to_owned(), replaced })
}

fn put(file: NamedTempFile, target: &Path, replaced: bool, existing: Existing) -> io::Result<()> {
    let put = if replaced || existing == Existing::Replace {
        file.persist(target)
    } else {
        match file.persist_noclobber(target) {
            // Somebody else has written such a file meanwhile.
            Err(error) if existing.replaces(target) => error.file.persist(target),
            put => put,
        }
    };
    put.map(drop).map_err(|error| error.error)
}

/// Refuses to write where there is a device or a pipe, or behind a link in the place.
fn refuse_special(path: &Path) -> Result<()> {
    if fs::metadata(path).is_ok_and(|data| !data.is_file() && !data.is_dir()) {
        let why = "a device or a pipe is there already, and is never replaced";
        return failing(path, Err(io::Error::other(why)));
    }
    Ok(())
}

/// What was made so far; it is removed again unless all goes well.
#[derive(Default)]
struct Made {
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
}

impl Made {
    fn folders_of(&mut self, file: &Path) -> Result<()> {
        let above = file.ancestors().skip(1);
        let missing = above.take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists());
        let missing: Vec<PathBuf> = missing.map(Path::to_owned).collect();
        for folder in missing.into_iter().rev() {
            failing(&folder, fs::create_dir(&folder))?;
            self.folders.push(folder);
        }
        Ok(())
    }

    /// Keeps everything, and flushes the names to the disk where the system can do that.
    fn keep(mut self) {
        let parents = self.files.iter().filter_map(|file| file.parent());
        for folder in parents.chain(self.folders.iter().map(PathBuf::as_path)) {
            let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
        }
        self.files.clear();
        self.folders.clear();
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        for file in &self.files {
            let _ = fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Removes what writers left that were killed halfway.
fn sweep(folder: &Path) {
    let entries = fs::read_dir(here_if_empty(folder));
    for entry in entries.into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_ours = name.starts_with(PREFIX) && name.ends_with(SUFFIX);
        let age = || entry.metadata().ok()?.modified().ok()?.elapsed().ok();
        if is_ours && age().is_some_and(|age| age > STALE) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// True if the file's folder really lies in this one: a link in between could lead anywhere.
fn leads_into(file: &Path, folder: &Path) -> bool {
    let real = |path: &Path| fs::canonicalize(here_if_empty(path));
    let parent = file.parent().map(real);
    matches!((parent, real(folder)), (Some(Ok(parent)), Ok(folder)) if parent.starts_with(&folder))
}

fn here_if_empty(path: &Path) -> &Path {
    if path.as_os_str().is_empty() { Path::new(".") } else { path }
}

/// Writes a file beside its place. An error does not name the unfinished file, which means nothing to anybody.
fn stage(target: &Path, contents: &[u8]) -> io::Result<NamedTempFile> {
    staged(target, contents).map_err(|error| match error.to_string().split_once(" at path ") {
        Some((cause, _)) => io::Error::new(error.kind(), cause),
        None => error,
    })
}

fn staged(target: &Path, contents: &[u8]) -> io::Result<NamedTempFile> {
    let old = fs::symlink_metadata(target).ok().filter(fs::Metadata::is_file);
    let mut builder = Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The rights that any program gives a new file, less those that the process's mask takes away.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let folder = target.parent().unwrap_or(Path::new(""));
    let mut file = builder.tempfile_in(here_if_empty(folder))?;
    file.write_all(contents)?;
    if let Some(old) = old {
        file.as_file().set_permissions(old.permissions())?;
    }
    file.as_file().sync_all()?;
    Ok(file)
}

/// The first bytes of a file, if it is one and not a link to one.
fn beginning(path: &Path, most: usize) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file)?;
    fs::File::open(path).ok()?.take(most as u64).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

fn has_crlf(path: &Path) -> bool {
    beginning(path, MOST_LOOKED_AT + 1).is_some_and(|bytes| {
        bytes.len() <= MOST_LOOKED_AT && bytes.windows(2).any(|two| two == b"\r\n")
    })
}

/// The files in a folder (not in its subfolders) that have this ending and begin with this text, in order.
pub fn that_begin_with(start: &str, folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(here_if_empty(folder));
    let names = entries.into_iter().flatten().flatten();
    let paths = names.map(|entry| folder.join(entry.file_name()));
    let mut paths: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|other| other == ending))
        .filter(|path| begins_with(path, start))
        .collect();
    paths.sort();
    paths
}

/// True if a file begins with this text, in any line ends and after a byte order mark, too.
fn begins_with(path: &Path, start: &str) -> bool {
    // Each line may end in an additional byte.
    let most = start.len() + start.lines().count() + BYTE_ORDER_MARK.len_utf8();
    beginning(path, most).is_some_and(|bytes| {
        let text = String::from_utf8_lossy(&bytes).replace("\r\n", "\n");
        let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&text);
        text.starts_with(&start.replace("\r\n", "\n"))
    })
}

pub fn with_crlf(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\n', "\r\n")
}

fn failing<T>(path: &Path, result: io::Result<T>) -> Result<T> {
    result.map_err(|error| Unwritten::Failed(path.to_owned(), error))
}
