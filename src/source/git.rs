//! The registry of a revision, as the program git knows it: nothing is checked out, and no shell, hook, filter or network is
//! involved.

use super::base::SHIPPED;
use super::discover::{MARKERS, Missing};
use super::embedded::embedded;
use super::file::{BaseFault, Fault, HEAD_STEM, PassedOver, SourceFile, Sources};
use super::folder::{MAX_FILE_BYTES, is_yaml, plain};
use std::ffi::OsStr;
use std::fmt::{self, Display, Formatter};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

/// More than this of what git says is not read, but for the files themselves, in bytes.
const MOST_SAID: u64 = 16 << 20;

/// Why there is no registry of a revision.
#[derive(Debug)]
pub enum NoRevision {
    /// The program cannot be run.
    NoGit(io::Error),
    /// There is no repository, or it may not be read; git's own words.
    Repository(String),
    /// The repository has no such revision, or that is no word for one.
    Revision(String),
    /// The revision has no registry in this folder.
    Registry(String, String),
}

impl Display for NoRevision {
    fn fmt(&self, formatter: &mut Formatter) -> fmt::Result {
        match self {
            Self::NoGit(error) => write!(formatter, "the program git cannot be run: {error}"),
            Self::Repository(said) => write!(formatter, "git cannot read the repository: {said}"),
            Self::Revision(revision) => {
                write!(formatter, "the repository has no revision '{revision}'")
            }
            Self::Registry(revision, path) => {
                write!(formatter, "the revision '{revision}' has no registry.yaml in '{path}'")
            }
        }
    }
}

/// Reads the YAML files of a folder as a revision has them, and says where in the repository they are. The path begins at
/// the root of the repository that the folder lies in; without one, it is that of the folder. As elsewhere, the registry may
/// also be in the folder `roles` there.
///
/// # Errors
/// If git is not there, or has no such repository, revision or registry.
pub fn read_revision(
    folder: &Path,
    revision: &str,
    path: Option<&str>,
) -> Result<(Sources, String), NoRevision> {
    let prefix = run(folder, &["rev-parse", "--show-prefix"])?;
    let unknown = || NoRevision::Revision(revision.to_owned());
    if revision.is_empty() || revision.starts_with('-') {
        return Err(unknown());
    }
    let commit = find(folder, &format!("{revision}^{{commit}}"))?.ok_or_else(unknown)?;
    let path = path.unwrap_or_else(|| prefix.trim_end_matches('\n')).trim_end_matches('/');
    let below = if path.is_empty() { "roles".to_owned() } else { format!("{path}/roles") };
    for path in [path, &below] {
        let Some(tree) = find(folder, &format!("{commit}:{path}"))? else { continue };
        let listed = run(folder, &["ls-tree", "-z", "--full-tree", &tree]).unwrap_or_default();
        let entries: Vec<(&str, &str)> =
            listed.split_terminator('\0').filter_map(|entry| entry.split_once('\t')).collect();
        if entries.iter().any(|(_, name)| MARKERS.contains(name)) {
            let shown = format!("git:{revision}:{path}");
            return Ok((read_tree(folder, &tree, &entries, &shown)?, path.to_owned()));
        }
    }
    Err(NoRevision::Registry(revision.to_owned(), path.to_owned()))
}

/// Reads the files of the registry that the one in this place of a revision extends, but not its people.
///
/// # Errors
/// If it is no registry, or not one that may be a base of this one.
pub fn read_base_of_revision(
    folder: &Path,
    revision: &str,
    place: &str,
    written: &str,
) -> Result<Vec<SourceFile>, BaseFault> {
    if written == SHIPPED {
        return Ok(embedded().files);
    }
    let path = plain(&Path::new(place).join(written));
    let parts: Vec<_> = path.iter().map(OsStr::to_string_lossy).collect();
    if path.has_root() || parts.first().is_some_and(|part| part == "..") {
        return Err(BaseFault::OutsideRepository);
    }
    let missing = || BaseFault::Missing(Missing::Marker(path.clone()));
    let found = read_revision(folder, revision, Some(&parts.join("/")));
    let (sources, base) = found.map_err(|_| missing())?;
    if base == place { Err(BaseFault::Itself) } else { Ok(sources.without_team().files) }
}

fn git(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(arguments).stdin(Stdio::null()).stderr(Stdio::piped());
    // Its words in English as ours are, and what is missing here is fetched from nowhere.
    command.env("LC_ALL", "C").env("GIT_NO_LAZY_FETCH", "1").stdout(Stdio::piped());
    command
}

/// What git answers, if it succeeds.
fn run(folder: &Path, arguments: &[&str]) -> Result<String, NoRevision> {
    let mut child = git(folder, arguments).spawn().map_err(NoRevision::NoGit)?;
    let err = child.stderr.take().map(|err| thread::spawn(move || read_some(err)));
    let out = child.stdout.take().map(read_some).unwrap_or_default();
    let err = err.and_then(|err| err.join().ok()).unwrap_or_default();
    let is_done = child.wait().is_ok_and(|status| status.success());
    if is_done { Ok(out) } else { Err(NoRevision::Repository(err.trim_end().to_owned())) }
}

fn read_some(stream: impl Read) -> String {
    let mut bytes = Vec::new();
    // What cannot be read is missing in the answer, and git says itself whether it succeeded.
    let _ = stream.take(MOST_SAID).read_to_end(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The number of an object, if there is one of this name.
fn find(folder: &Path, name: &str) -> Result<Option<String>, NoRevision> {
    match run(folder, &["rev-parse", "--verify", "--quiet", "--end-of-options", name]) {
        Ok(number) => Ok(Some(number.trim_end().to_owned())),
        Err(NoRevision::Repository(_)) => Ok(None),
        Err(other) => Err(other),
    }
}

fn unanswered() -> NoRevision {
    NoRevision::Repository("it does not hand out the files".to_owned())
}

/// The YAML files of a folder, as [`read_folder`](super::read_folder) reads them.
fn read_tree(
    folder: &Path,
    tree: &str,
    entries: &[(&str, &str)],
    shown: &str,
) -> Result<Sources, NoRevision> {
    let mut command = git(folder, &["cat-file", "--batch", "--follow-symlinks"]);
    let child = command.stdin(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut child = child.map_err(NoRevision::NoGit)?;
    let (Some(mut asked), Some(out)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(unanswered());
    };
    let mut answers = BufReader::new(out);
    let mut sources = Sources::default();
    for (about, name) in entries {
        let path = format!("{shown}/{name}");
        let stem = name.rsplit_once('.').map_or(*name, |(stem, _)| stem).to_owned();
        let is_file = about.starts_with("100") || about.starts_with("120");
        let bytes = match is_yaml(name.as_bytes()) {
            None => continue,
            Some(false) => {
                sources.passed_over.push((path, PassedOver::Ending));
                continue;
            }
            Some(true) if !is_file => Err(Fault::NotAFile),
            Some(true) if name.contains(['\n', '\u{fffd}']) => Err(Fault::NameNotUtf8),
            Some(true) => {
                let object = format!("{tree}:{name}");
                content(&object, &mut asked, &mut answers).map_err(|_| unanswered())?
            }
        };
        if bytes == Err(Fault::NotAFile) && stem != HEAD_STEM {
            sources.passed_over.push((path, PassedOver::NotAFile));
        } else {
            sources.files.push(SourceFile::read(path, stem, bytes));
        }
    }
    drop(asked);
    // All that was asked for has been read.
    let _ = child.wait();
    Ok(sources)
}

/// What a file holds; a link leads where it leads in the same folder.
fn content(
    object: &str,
    asked: &mut impl Write,
    answers: &mut impl BufRead,
) -> io::Result<Result<Vec<u8>, Fault>> {
    writeln!(asked, "{object}")?;
    asked.flush()?;
    let mut head = String::new();
    answers.by_ref().take(MOST_SAID).read_line(&mut head)?;
    let words: Vec<&str> = head.split_whitespace().collect();
    let Some(length) = words.last().and_then(|length| length.parse::<u64>().ok()) else {
        let is_answer = head.ends_with(" missing\n");
        return if is_answer {
            Ok(Err(Fault::LinkBroken))
        } else {
            Err(io::ErrorKind::InvalidData.into())
        };
    };
    let mut bytes = Vec::new();
    let most = length.min(MAX_FILE_BYTES + 1);
    let read = answers.by_ref().take(most).read_to_end(&mut bytes)? as u64;
    // A line end follows.
    io::copy(&mut answers.by_ref().take(length + 1 - read), &mut io::sink())?;
    Ok(match words[..] {
        [_, "blob", _] if length > MAX_FILE_BYTES => Err(Fault::TooLong(length)),
        [_, "blob", _] => Ok(bytes),
        ["symlink", _] => Err(Fault::LinkOut),
        [_, _] => Err(Fault::LinkBroken),
        _ => Err(Fault::NotAFile),
    })
}
