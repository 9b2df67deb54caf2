//! Which registry is used: the one that was named, else the nearest folder `roles/` with a `registry.yaml`, else the
//! embedded one. The marker file is what keeps another program's `roles/` folder from being taken for a registry.

use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The names of the file that makes a folder a registry.
pub(super) const MARKERS: [&str; 2] = ["registry.yaml", "registry.yml"];

/// How the registry was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Named by `--registry`.
    Option,
    /// Named by the environment's `ROLES_REGISTRY`.
    Environment,
    /// `roles/` in the current folder.
    Here,
    /// `roles/` in a folder above.
    Above,
    /// No folder: the shipped registry.
    Embedded,
}

/// The registry to use.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    /// The folder, or `None` for the embedded registry.
    pub folder: Option<PathBuf>,
    /// How it was found.
    pub origin: Origin,
    /// A folder `roles/` with YAML files that was passed over because it has no `registry.yaml`.
    pub passed_over: Option<PathBuf>,
}

/// Why the folder that was named is no registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// It does not exist.
    Folder(PathBuf),
    /// It is a file.
    NotAFolder(PathBuf),
    /// It has no `registry.yaml`.
    Marker(PathBuf),
    /// It may not be looked into.
    Closed(PathBuf),
    /// It is a link that leads nowhere, or in a circle.
    Link(PathBuf),
}

impl Display for Missing {
    fn fmt(&self, formatter: &mut Formatter) -> fmt::Result {
        let (path, fault) = match self {
            Missing::Folder(path) => (path, "does not exist"),
            Missing::NotAFolder(path) => (path, "is a file, not a folder"),
            Missing::Marker(path) => (path, "has no registry.yaml"),
            Missing::Closed(path) => (path, "may not be looked into"),
            Missing::Link(path) => (path, "is a link that leads nowhere"),
        };
        write!(formatter, "'{}' {fault}", path.display())
    }
}

impl Error for Missing {}

/// Finds the registry, looking upward from `current`.
///
/// # Errors
/// If a folder was named and is no registry, or one on the way may not be looked into or is a link that leads nowhere.
pub fn discover(
    option: Option<&Path>,
    environment: Option<&Path>,
    current: &Path,
) -> Result<Found, Missing> {
    let named = option
        .map(|path| (path, Origin::Option))
        .or(environment.map(|path| (path, Origin::Environment)));
    if let Some((path, origin)) = named {
        return Ok(Found { folder: Some(named_folder(path)?), origin, passed_over: None });
    }
    for (steps, folder) in current.ancestors().enumerate() {
        if has_marker(&folder.join("roles"))? {
            let upward: PathBuf = std::iter::repeat_n("..", steps).collect();
            let origin = if steps == 0 { Origin::Here } else { Origin::Above };
            return Ok(Found { folder: Some(upward.join("roles")), origin, passed_over: None });
        }
    }
    let here = current.join("roles");
    let passed_over = has_yaml(&here).then(|| PathBuf::from("roles"));
    Ok(Found { folder: None, origin: Origin::Embedded, passed_over })
}

/// The folder of a registry: the one that is named, or the folder `roles` in it.
///
/// # Errors
/// If neither is a registry.
pub fn named_folder(path: &Path) -> Result<PathBuf, Missing> {
    let below = path.join("roles");
    if has_marker(path)? {
        Ok(path.to_owned())
    } else if has_marker(&below)? {
        Ok(below)
    } else if path.is_dir() {
        Err(Missing::Marker(path.to_owned()))
    } else if path.exists() {
        Err(Missing::NotAFolder(path.to_owned()))
    } else {
        Err(Missing::Folder(path.to_owned()))
    }
}

/// Whether the folder has the file that makes it a registry. A folder that is there but may not be looked into is an
/// error, and so is a link that leads nowhere: it could be the registry that was meant.
fn has_marker(folder: &Path) -> Result<bool, Missing> {
    if folder.is_symlink() && !folder.exists() {
        return Err(Missing::Link(folder.to_owned()));
    }
    for name in MARKERS {
        match folder.join(name).symlink_metadata() {
            Ok(_) => return Ok(true),
            Err(error) if error.kind() == ErrorKind::PermissionDenied && folder.is_dir() => {
                return Err(Missing::Closed(folder.to_owned()));
            }
            Err(_) => {}
        }
    }
    Ok(false)
}

fn has_yaml(folder: &Path) -> bool {
    let Ok(entries) = folder.read_dir() else {
        return false;
    };
    entries.flatten().take(100).any(|entry| {
        entry.path().extension().is_some_and(|ending| ending == "yaml" || ending == "yml")
    })
}
