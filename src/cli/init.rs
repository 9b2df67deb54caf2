//! `roles init`: a registry of one's own, begun with the shipped one.

use super::args::{Global, InitArgs};
use super::context::registry_flag;
use super::environment::Environment;
use super::failure::Failure;
use super::output_files;
use super::registry::below;
use super::{Status, Streams};
use crate::sink::{self, Draft, Existing};
use crate::source::{self, EMBEDDED, HEAD_STEM, SCHEMA_FOLDER, SCHEMAS, TEAM_STEM};
use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// How the folder of a registry is called.
const FOLDER: &str = "roles";

pub fn run(
    arguments: &InitArgs,
    global: &Global,
    environment: &Environment,
    streams: &mut Streams,
) -> Result<Status, Failure> {
    if global.registry.is_some() {
        return Err(Failure::usage("init makes a registry, it does not use one")
            .hint("roles init DIR says where; leave --registry out"));
    }
    let asked = arguments.folder.as_deref();
    if asked.is_none() && has_head(&source::list_folder(&environment.current).unwrap_or_default()) {
        return Err(Failure::usage("this folder is a registry itself")
            .hint("roles new ROLE adds a role to it")
            .hint("roles init DIR starts another one elsewhere"));
    }
    let folder = folder(asked.map(|path| below(path, environment)));
    let existing = Existing::replaced_if(arguments.force);
    look_around(&folder, existing)?;
    let written = sink::write(&folder, &drafts(), existing).map_err(Failure::unwritten)?;
    let there = match asked {
        Some(_) => registry_flag(&folder),
        None => String::new(),
    };
    let steps = [
        (format!("roles check{there}"), "shows what is wrong and how to mend it"),
        (format!("roles new ad-buyer{there}"), "adds a role"),
        (format!("roles assign --sme{there}"), "shows who does what"),
    ];
    let yours = format!(
        "This registry is yours now: change its texts, tasks and company sizes in an editor. The comments in {} say how.",
        folder.join("registry.yaml").display()
    );
    output_files::say(&written, &yours, &steps, environment, global.quiet, streams.out)?;
    if !global.quiet {
        // A note that cannot be written is no reason to stop.
        let _ = note(environment, streams.err);
    }
    Ok(Status::Done)
}

/// Which other registry is near, where there is one.
fn note(environment: &Environment, err: &mut dyn Write) -> io::Result<()> {
    if environment.registry.is_some() {
        let note = "note: ROLES_REGISTRY names another registry, which the other commands use";
        return writeln!(err, "{note}");
    }
    let parent = environment.current.parent();
    let above = parent.and_then(|parent| source::discover(None, None, parent).ok()?.folder);
    match above {
        Some(_) => {
            writeln!(err, "note: a folder above has a registry too; from here, this one is used")
        }
        None => Ok(()),
    }
}

/// `roles` below the folder that was asked for, or that folder itself if it has the name.
fn folder(asked: Option<PathBuf>) -> PathBuf {
    match asked {
        Some(path) if path.file_name() == Some(OsStr::new(FOLDER)) => path,
        Some(path) if path != Path::new(".") => path.join(FOLDER),
        Some(_) | None => PathBuf::from(FOLDER),
    }
}

/// What is written: the schemas first, the file that makes the folder a registry last.
fn drafts() -> Vec<Draft> {
    let draft = |name: PathBuf, text: &str| Draft { name, text: text.to_owned() };
    let schemas = SCHEMAS
        .iter()
        .map(|(name, text)| draft(Path::new(SCHEMA_FOLDER).join(format!("{name}.json")), text));
    let mut files: Vec<Draft> =
        EMBEDDED.iter().map(|(name, text)| draft(name.into(), text)).collect();
    files.sort_by_key(|file| file.name.file_stem() == Some(OsStr::new(HEAD_STEM)));
    schemas.chain(files).collect()
}

/// Whether there is a file that makes a folder a registry.
fn has_head(files: &[PathBuf]) -> bool {
    let is_head = |path: &PathBuf| path.file_stem() == Some(OsStr::new(HEAD_STEM));
    files.iter().any(is_head)
}

/// Whether the folder can take the files: the YAML files that are there would become part of the registry.
fn look_around(folder: &Path, existing: Existing) -> Result<(), Failure> {
    let mut there = match source::list_folder(folder) {
        Ok(there) => there,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Failure::of_file(folder, error)),
    };
    // People are nobody's role, and nothing is written over them.
    there.retain(|path| path.file_stem() != Some(OsStr::new(TEAM_STEM)));
    let is_twin = |path: &&PathBuf| {
        let shipped = EMBEDDED.iter().map(|(name, _)| Path::new(name));
        path.extension() != Some(OsStr::new("yaml"))
            && shipped.map(Path::file_stem).any(|stem| stem == path.file_stem())
    };
    if let Some(twin) = there.iter().find(is_twin) {
        let to = twin.with_extension("yaml");
        return Err(Failure::usage(format!(
            "'{}' would stand beside '{}', and be the same file twice",
            twin.display(),
            to.display()
        ))
        .hint("rename it or move it away"));
    }
    if there.is_empty() || existing == Existing::Replace {
        return Ok(());
    }
    Err(if has_head(&there) {
        Failure::usage(format!("'{}' is a registry already", folder.display()))
            .hint("roles new ROLE adds a role to it")
            .hint("--force puts the shipped files back: what you changed in them is lost")
    } else {
        let names: Vec<String> =
            there.iter().take(3).map(|path| path.display().to_string()).collect();
        Failure::usage(format!(
            "there are YAML files that would become roles: {}",
            names.join(", ")
        ))
        .hint("name another folder: roles init DIR")
        .hint("--force makes a registry of them and the shipped roles")
    })
}
