//! The registry that another one extends: the shipped one, or a folder of the same repository.

use super::discover::named_folder;
use super::embedded::embedded;
use super::file::{BaseFault, SourceFile};
use super::folder::{OtherWords, list_folder, plain, read_folder};
use std::fs;
use std::path::{Path, PathBuf};

/// What the shipped registry is called where it is extended.
pub const SHIPPED: &str = "shipped";

/// More files than these, or more bytes in them (32 MiB), are no base.
const MOST_FILES: usize = 10_000;
const MOST_BYTES: u64 = 32 << 20;

/// Reads the files of the registry that the one in this folder extends, but not its people.
///
/// # Errors
/// If it is no registry, or not one that may be a base of this one.
pub fn read_base(
    folder: &Path,
    written: &str,
    other_words: OtherWords,
) -> Result<Vec<SourceFile>, BaseFault> {
    if written == SHIPPED {
        let shipped = embedded();
        return Ok(match other_words {
            OtherWords::Read => shipped.files,
            OtherWords::LeaveOut => shipped.without_other_words().files,
        });
    }
    let unreadable = |error: std::io::Error| BaseFault::Unreadable(error.to_string());
    let own = fs::canonicalize(folder).map_err(unreadable)?;
    let repository = own.ancestors().find(|above| above.join(".git").exists());
    let bound = repository.or(own.parent()).unwrap_or(&own);
    let outside = || match repository {
        Some(_) => BaseFault::OutsideRepository,
        None => BaseFault::OutsideParent,
    };
    // Nobody learns what lies elsewhere, not even whether it is there.
    if Path::new(written).has_root() || !plain(&own.join(written)).starts_with(bound) {
        return Err(outside());
    }
    let base = named_folder(&beside(folder, written)).map_err(BaseFault::Missing)?;
    let real = fs::canonicalize(&base).map_err(unreadable)?;
    if !real.starts_with(bound) {
        return Err(outside());
    }
    if real == own {
        return Err(BaseFault::Itself);
    }
    let files = list_folder(&base).map_err(unreadable)?;
    if files.len() > MOST_FILES {
        return Err(BaseFault::TooManyFiles(MOST_FILES));
    }
    let bytes = files.iter().filter_map(|path| Some(fs::metadata(path).ok()?.len()));
    if bytes.sum::<u64>() > MOST_BYTES {
        return Err(BaseFault::TooLong(MOST_BYTES));
    }
    Ok(read_folder(&base, other_words).map_err(unreadable)?.without_team().files)
}

/// The path of a folder from another, as short as it can be.
fn beside(folder: &Path, written: &str) -> PathBuf {
    let path = folder.join(written);
    let short = plain(&path);
    let is_same = fs::canonicalize(&short).ok() == fs::canonicalize(&path).ok();
    if is_same && !short.as_os_str().is_empty() { short } else { path }
}
