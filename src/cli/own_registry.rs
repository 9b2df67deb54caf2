//! `roles init` and `roles new`: a registry of one's own, extending the shipped one or a copy of it, and a role in it.

use super::args::{InitArgs, NewArgs};
use super::console::registry_flag;
use super::registry::{self, below};
use super::{Console, Failure, Result, Status, catalogue};
use crate::model::{Language, Registry, RoleId, RoleIx, is_device};
use crate::normalize::slug;
use crate::problem::Code;
use crate::render::{Transfer, change_file, comment, registry_file, role_file, schema};
use crate::sink::{self, Draft, Existing};
use crate::source::{
    self, EMBEDDED, HEAD_STEM, OtherWords, SCHEMA_FOLDER, SCHEMAS, SourceFile, Sources, TEAM_STEM,
};
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

const FOLDER: &str = "roles";

pub fn init(arguments: &InitArgs, console: &mut Console) -> Result<Status> {
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
    let shipped = registry::read(&source::embedded(), console)?;
    let is_asked = console.global.lang.as_deref().is_some_and(|tag| !tag.is_empty());
    let language = registry::choose_language(console.global, environment, &shipped)?;
    let role = shipped.roles().last();
    let drafts = match language {
        _ if !arguments.copy => {
            vec![Draft::new("registry.yaml", registry_file(&shipped, role, &console.words()))]
        }
        Some(language) if is_asked => in_language(&language, &shipped, console)?,
        _ => EMBEDDED.iter().map(|&(name, text)| Draft::new(name, text)).collect(),
    };
    look_around(&folder, &drafts, existing)?;
    let written = sink::write(&folder, &with_schemas(drafts), existing)?;
    let there = asked.map(|_| registry_flag(&folder)).unwrap_or_default();
    let mut steps = vec![
        (format!("roles check{there}"), "next-check"),
        (format!("roles new ad-buyer{there}"), "next-new"),
        (format!("roles assign --sme{there}"), "next-assign"),
    ];
    if let Some(role) = role.filter(|_| !arguments.copy) {
        let change = format!("roles new {}{there}", shipped.role(role).id);
        steps.insert(1, (change, "next-change"));
    }
    let head = folder.join("registry.yaml").display().to_string();
    let yours = if arguments.copy { "init-yours" } else { "init-extends" };
    let yours = console.words().say(yours, &[("file", &head)]);
    console.written(&written, "file-replaced")?;
    console.steps(&yours, &steps)?;
    if environment.registry.is_some() {
        console.note("note-variable-wins", &[]);
    } else if let Some(parent) = environment.current.parent()
        && source::discover(None, None, parent).is_ok_and(|found| found.folder.is_some())
    {
        console.note("note-above", &[]);
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
fn with_schemas(mut drafts: Vec<Draft>) -> Vec<Draft> {
    let schema =
        |(name, text): &(&str, &str)| Draft::new(format!("{SCHEMA_FOLDER}/{name}.json"), *text);
    let mut files: Vec<Draft> = SCHEMAS.iter().map(schema).collect();
    files.append(&mut drafts);
    files.sort_by_key(|file| file.name.with_extension("") == Path::new(HEAD_STEM));
    files
}

/// The files of the shipped registry in one language.
fn in_language(language: &Language, shipped: &Registry, console: &Console) -> Result<Vec<Draft>> {
    let words = console.words();
    let tag =
        shipped.language_like(language).map(|number| &shipped.languages()[usize::from(number.0)]);
    let head = format!("version: 1\nlanguages: [{}]\n", tag.unwrap_or(language));
    let head = SourceFile::new("registry.yaml".to_owned(), HEAD_STEM.to_owned(), Ok(head));
    let empty = registry::read(&Sources::of(vec![head]), console)?;
    let roles: Vec<RoleIx> = shipped.roles().collect();
    let transfer = Transfer::new(shipped, &empty, &roles);
    let begin = |name: &str, text: String| schema(name, true) + &comment(&text);
    let mut drafts = Vec::with_capacity(roles.len() + 2);
    for &role in &roles {
        let id = shipped.role(role).id.as_str();
        let about = comment(&words.say("init-copy-role", &[("role", &id)]));
        drafts.push(Draft::new(format!("{id}.yaml"), transfer.role_file(role, &about, true)));
    }
    let about = begin("also_called", words.word("init-copy-words"));
    let about = format!("{about}\n{}", transfer.words_of_every_task());
    let text = transfer.other_words_file(Some(&about), true).unwrap_or(about);
    drafts.push(Draft::new("also_called.yaml", text));
    let about = begin("registry", words.word("init-copy-head"));
    drafts.push(Draft::new("registry.yaml", transfer.registry_file(&about)));
    Ok(drafts)
}

/// True if one of the files makes its folder a registry.
fn has_head(files: &[PathBuf]) -> bool {
    files.iter().any(|path| path.file_stem() == Some(OsStr::new(HEAD_STEM)))
}

/// Refuses a folder whose YAML files would become part of the registry.
fn look_around(folder: &Path, drafts: &[Draft], existing: Existing) -> Result<()> {
    let mut there = match source::list_folder(folder) {
        Ok(there) => there,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Failure::of_file(folder, error)),
    };
    // A team file becomes no role, and is not overwritten.
    there.retain(|path| path.file_stem() != Some(OsStr::new(TEAM_STEM)));
    for twin in there.iter().filter(|path| path.extension() != Some(OsStr::new("yaml"))) {
        let to = twin.with_extension("yaml");
        if drafts.iter().any(|draft| to.file_name() == draft.name.file_name()) {
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
            .hint("--force writes over what you changed in registry.yaml, with --copy in all files")
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

pub fn new(arguments: &NewArgs, console: &mut Console) -> Result<Status> {
    let id = parse_id(&arguments.id)?;
    let (folder, sources) = registry::own("add a role to", OtherWords::LeaveOut, console)?;
    let old = sources.with_stem(id.as_str());
    let base = sources.of_base().find(|(_, file)| file.stem == id.as_str());
    let base = base.map(|(_, file)| file.path.clone());
    if let Some(old) = old.filter(|_| !arguments.force) {
        return Err(Failure::usage(format!("there is a role '{id}' already, in {}", old.path))
            .hint(format!("roles show {id} shows it"))
            .hint("--force replaces the file by one to fill in"));
    }
    let name = old.map_or_else(|| format!("{id}.yaml").into(), SourceFile::name);
    let registry = registry::read(&sources, console)?;
    let has_schemas = folder.join(SCHEMA_FOLDER).is_dir();
    let text = match registry.role_by_id(id.as_str()).filter(|_| base.is_some()) {
        Some(role) => change_file(role, &registry, has_schemas),
        None => role_file(&id, &registry, has_schemas),
    };
    let drafts = catalogue::in_line_ends_of(&sources, vec![Draft::new(name, text)]);
    let existing = Existing::replaced_if(arguments.force);
    let written = sink::write(&folder, &drafts, existing)?;
    let flags = console.flags();
    let steps = [
        (format!("roles check{flags}"), "next-check"),
        (format!("roles show {id}{flags}"), "next-show-role"),
    ];
    let fill_in = match base {
        Some(base) => console.words().say("new-change", &[("base", &base)]),
        None => console.words().word("new-fill-in"),
    };
    console.written(&written, "file-replaced")?;
    console.steps(&fill_in, &steps)
}

fn parse_id(written: &str) -> Result<RoleId> {
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
