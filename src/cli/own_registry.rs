//! `roles init` and `roles new`: a registry of one's own, begun with the shipped one, and one more role in it.

use super::args::{InitArgs, NewArgs};
use super::console::{Console, Status, registry_flag};
use super::failure::Failure;
use super::registry::{self, below};
use crate::model::{RoleId, is_device};
use crate::normalize::slug;
use crate::problem::Code;
use crate::render::role_file;
use crate::sink::{self, Draft, Existing};
use crate::source::{
    self, EMBEDDED, HEAD_STEM, OtherWords, SCHEMA_FOLDER, SCHEMAS, SourceFile, Sources, TEAM_STEM,
};
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

/// The name of a registry's folder.
const FOLDER: &str = "roles";

/// Starts a registry.
pub fn init(arguments: &InitArgs, console: &mut Console) -> Result<Status, Failure> {
    let environment = console.environment;
    if console.global.registry.is_some() {
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
    let there = asked.map(|_| registry_flag(&folder)).unwrap_or_default();
    let steps = [
        (format!("roles check{there}"), "next-check"),
        (format!("roles new ad-buyer{there}"), "next-new"),
        (format!("roles assign --sme{there}"), "next-assign"),
    ];
    let head = folder.join("registry.yaml").display().to_string();
    let yours = console.words().say("init-yours", [("file", head)]);
    console.written(&written)?;
    console.steps(&yours, &steps)?;
    if environment.registry.is_some() {
        console.note("note-variable-wins", []);
    } else if let Some(parent) = environment.current.parent()
        && source::discover(None, None, parent).is_ok_and(|found| found.folder.is_some())
    {
        console.note("note-above", []);
    }
    Ok(Status::Done)
}

/// `roles` below the folder that was asked for, or that folder itself if it has the name.
fn folder(asked: Option<PathBuf>) -> PathBuf {
    match asked {
        Some(path) if path.file_name() == Some(OsStr::new(FOLDER)) => path,
        Some(path) if path != Path::new(".") => path.join(FOLDER),
        Some(_) | None => PathBuf::from(FOLDER),
    }
}

/// The files to write: the schemas first, the file that makes the folder a registry last.
fn drafts() -> Vec<Draft> {
    let draft = |name: PathBuf, text: &str| Draft { name, text: text.to_owned() };
    let schema = |name: &str| Path::new(SCHEMA_FOLDER).join(format!("{name}.json"));
    let mut files: Vec<Draft> =
        SCHEMAS.iter().map(|(name, text)| draft(schema(name), text)).collect();
    files.extend(EMBEDDED.iter().map(|(name, text)| draft(name.into(), text)));
    files.sort_by_key(|file| file.name.with_extension("") == Path::new(HEAD_STEM));
    files
}

/// True if one of the files makes its folder a registry.
fn has_head(files: &[PathBuf]) -> bool {
    files.iter().any(|path| path.file_stem() == Some(OsStr::new(HEAD_STEM)))
}

/// Refuses a folder whose YAML files would become part of the registry.
fn look_around(folder: &Path, existing: Existing) -> Result<(), Failure> {
    let mut there = match source::list_folder(folder) {
        Ok(there) => there,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Failure::of_file(folder, error)),
    };
    // A team file becomes no role, and is not overwritten.
    there.retain(|path| path.file_stem() != Some(OsStr::new(TEAM_STEM)));
    for twin in there.iter().filter(|path| path.extension() != Some(OsStr::new("yaml"))) {
        let to = twin.with_extension("yaml");
        if EMBEDDED.iter().any(|(name, _)| to.file_name() == Some(OsStr::new(name))) {
            return Err(Failure::usage(format!(
                "'{}' would stand beside '{}', and be the same file twice",
                twin.display(),
                to.display()
            ))
            .hint("rename it or move it away"));
        }
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

/// Adds a role.
pub fn new(arguments: &NewArgs, console: &mut Console) -> Result<Status, Failure> {
    let id = parse_id(&arguments.id)?;
    let found = registry::find(None, console.global, console.environment)?;
    let Some(folder) = &found.folder else {
        return Err(registry::none_to("add a role to"));
    };
    let sources = registry::load(&found, OtherWords::LeaveOut)?;
    let old = sources.with_stem(id.as_str());
    if let (Some(old), false) = (old, arguments.force) {
        return Err(already(&id, old));
    }
    let name = old.and_then(|old| Path::new(&old.path).file_name()).map(PathBuf::from);
    let has_crlf = has_crlf(&sources);
    let registry = registry::read(sources, console)?;
    let has_schemas = folder.join(SCHEMA_FOLDER).is_dir();
    let text = role_file(&id, &registry, has_schemas);
    let draft = Draft {
        name: name.unwrap_or_else(|| format!("{id}.yaml").into()),
        text: if has_crlf { sink::with_crlf(&text) } else { text },
    };
    let existing = Existing::replaced_if(arguments.force);
    let written = sink::write(folder, &[draft], existing).map_err(Failure::unwritten)?;
    let flags = console.flags();
    let steps = [
        (format!("roles check{flags}"), "next-check"),
        (format!("roles show {id}{flags}"), "next-show-role"),
    ];
    let fill_in = console.words().word("new-fill-in");
    console.written(&written)?;
    console.steps(&fill_in, &steps)?;
    Ok(Status::Done)
}

/// The id of the new role, if a role may have it.
fn parse_id(written: &str) -> Result<RoleId, Failure> {
    if !source::is_role(written) {
        let message = format!("'{written}' is the name of a file that holds no role");
        return Err(Failure::unknown(Code::InvalidId, message).hint("choose another id"));
    }
    RoleId::parse(written).map_err(|fault| {
        let failure = Failure::unknown(Code::InvalidId, format!("'{written}' is no id: {fault}"));
        let path = written.trim_end_matches(".yaml").trim_end_matches(".yml");
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        match slug(name).filter(|slug| !is_device(slug)) {
            Some(slug) => failure.did_you_mean(Some(&slug)),
            None => failure.hint("an id has lower-case letters a to z, digits and single hyphens"),
        }
    })
}

fn already(id: &RoleId, old: &SourceFile) -> Failure {
    Failure::usage(format!("there is a role '{id}' already, in {}", old.path))
        .hint(format!("roles show {id} shows it"))
        .hint("--force replaces the file by one to fill in")
}

/// True if the files of the registry have the line ends of Windows.
fn has_crlf(sources: &Sources) -> bool {
    let head = sources.with_stem(HEAD_STEM);
    head.is_some_and(|head| head.text().contains("\r\n"))
}
