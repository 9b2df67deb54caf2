//! The short way to a registry, for programs that use the library: from a folder, or else everything that is wrong.

use crate::model::Registry;
use crate::problem::Problem;
use crate::raw;
use crate::resolve;
use crate::source::{self, Missing, NoRevision, OtherWords, Sources};
use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::io;
use std::path::Path;

/// Loads the registry in a folder with a `registry.yaml`, or in the folder `roles` of this one, with the other words for
/// its tasks.
///
/// Warnings are not looked for: [`check::warnings`](crate::check::warnings) does this.
///
/// # Errors
/// If there is no registry, if the folder cannot be read, or if something is wrong in its files: then with every error of
/// every file.
pub fn load(folder: impl AsRef<Path>) -> Result<Registry, LoadError> {
    let folder = source::named_folder(folder.as_ref()).map_err(LoadError::Missing)?;
    let sources = read_with_base(&folder, OtherWords::Read).map_err(LoadError::Unreadable)?;
    resolve::read(&sources).map_err(|problems| LoadError::Problems { problems, sources })
}

/// Reads every YAML file of a folder, and of the registry that this one extends.
///
/// # Errors
/// Only if the folder itself cannot be listed; what is wrong with its base is told as a problem of the registry.
pub fn read_with_base(folder: &Path, other_words: OtherWords) -> io::Result<Sources> {
    let mut sources = source::read_folder(folder, other_words)?;
    if let Some(base) = raw::extended(&sources) {
        sources.base = source::read_base(folder, &base, other_words);
    }
    Ok(sources)
}

/// Reads the YAML files of a folder as a revision of git has them, and those of the registry that this one extends.
///
/// # Errors
/// If git is not there, or has no such repository, revision or registry.
pub fn read_revision_with_base(
    folder: &Path,
    revision: &str,
    path: Option<&str>,
) -> Result<Sources, NoRevision> {
    let (mut sources, place) = source::read_revision(folder, revision, path)?;
    if let Some(base) = raw::extended(&sources) {
        sources.base = source::read_base_of_revision(folder, revision, &place, &base);
    }
    Ok(sources)
}

/// Why a registry could not be loaded. Printed, it says all that is wrong, a problem a line.
#[derive(Debug)]
pub enum LoadError {
    /// The folder is no registry.
    Missing(Missing),
    /// The system does not let us list the folder.
    Unreadable(io::Error),
    /// Something is wrong in the files.
    Problems {
        /// What is wrong, in the order of files and places.
        problems: Vec<Problem>,
        /// The files, for [`Problem::display`].
        sources: Sources,
    },
}

impl Display for LoadError {
    fn fmt(&self, formatter: &mut Formatter) -> fmt::Result {
        match self {
            LoadError::Missing(missing) => missing.fmt(formatter),
            LoadError::Unreadable(error) => {
                write!(formatter, "the registry cannot be read: {error}")
            }
            LoadError::Problems { problems, sources } => {
                let lines = problems.iter().map(|problem| problem.display(sources));
                formatter.write_str(&lines.collect::<Vec<_>>().join("\n"))
            }
        }
    }
}

impl Error for LoadError {}
