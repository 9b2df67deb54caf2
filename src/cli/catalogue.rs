//! Roles of the catalogue beside those of the registry in use: `roles add` writes them there, `roles compare` only looks.

use super::args::AddArgs;
use super::{Console, Context, Failure, Result, Status, names, registry};
use crate::model::{Registry, RoleIx};
use crate::render::Transfer;
use crate::sink::{self, Draft, Existing, Unwritten};
use crate::source::{
    self, CATALOGUE, EMBEDDED, HEAD_STEM, OTHER_WORDS_STEM, OtherWords, SCHEMA_FOLDER, SourceFile,
    Sources,
};

/// The files of a registry that get something added; all others must not be there.
pub const SHARED: [&str; 6] = [
    "registry.yaml", "registry.yml", "also_called.yaml", "also_called.yml", "team.yaml", "team.yml",
];

const MOST_NAMED: usize = 6;

pub fn add(arguments: &AddArgs, console: &mut Console) -> Result<Status> {
    let catalogue = registry::catalogue(OtherWords::Read, console)?;
    let mut roles = Vec::with_capacity(arguments.roles.len());
    for id in &arguments.roles {
        let role = names::role_of_catalogue(&catalogue, id)?;
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    let (folder, sources) = registry::own("add a role to", OtherWords::Read, console)?;
    for &role in &roles {
        let id = catalogue.role(role).id.as_str();
        let of_base = sources.of_base().map(|(_, file)| file).find(|file| file.stem == id);
        if let Some(there) = sources.with_stem(id).or(of_base) {
            let message = format!("there is a role '{id}' already, in {}", there.path);
            return Err(Failure::usage(message).hint(format!("roles show {id} shows it")));
        }
    }
    // People may have these roles already.
    let own = registry::read(&sources.clone().without_team(), console)?;
    let transfer = Transfer::new(&catalogue, &own, &roles);
    let drafts = drafts(&transfer, &sources, folder.join(SCHEMA_FOLDER).is_dir(), comment);
    // Nothing is written that could not be read.
    registry::read(&with_drafts(sources, &drafts), console)
        .inspect_err(|_| console.note("note-nothing-added", &[]))?;
    let existing = Existing::ReplaceNamed(&SHARED);
    let written = sink::write(&folder, &drafts, existing).map_err(|why| match why {
        Unwritten::Exists(files) => {
            let path = files.first().map(|path| path.display().to_string()).unwrap_or_default();
            Failure::usage(format!("nothing was written: {path} is there already"))
                .hint("rename it or move it away")
        }
        why => why.into(),
    })?;
    notes(&transfer, console);
    let words = console.words();
    let added = roles.iter().map(|&role| {
        let role = catalogue.role(role);
        format!("{} ({})", role.id, words.count("count-tasks", role.tasks.len()))
    });
    let added: Vec<String> = added.collect();
    let yours = words.say("add-yours", &[("roles", &added.join(", "))]);
    let flags = console.flags();
    let show = match &roles[..] {
        [role] => (format!("roles show {}{flags}", catalogue.role(*role).id), "next-show-role"),
        _ => (format!("roles list{flags}"), "next-list"),
    };
    let check = (format!("roles check{flags}"), "next-check");
    console.written(&written, "file-changed")?;
    console.steps(&yours, &[show, check])
}

fn notes(transfer: &Transfer, console: &mut Console) {
    let untranslated = transfer.untranslated();
    if !untranslated.is_empty() {
        let tags = untranslated.iter().map(ToString::to_string);
        let tags = console.words().first(tags, MOST_NAMED).join(", ");
        console.note("note-untranslated", &[("languages", &tags)]);
    }
    let missing = transfer.left_out();
    if !missing.is_empty() {
        let missing = console.words().first(missing.into_iter(), MOST_NAMED).join(", ");
        console.note("note-links-left-out", &[("links", &missing)]);
    }
}

/// The registry in use as if it had these roles of the catalogue too.
pub fn registry_with(ids: &[&str], console: &mut Console) -> Result<Context> {
    let catalogue = registry::catalogue(OtherWords::LeaveOut, console)?;
    let roles: Vec<RoleIx> = ids.iter().filter_map(|id| catalogue.role_by_id(id)).collect();
    let found = registry::find(None, console.global, console.environment)?;
    let sources = registry::load(&found, OtherWords::LeaveOut)?.without_team();
    let own = registry::read(&sources, console)?;
    let drafts = drafts(&Transfer::new(&catalogue, &own, &roles), &sources, false, comment);
    let registry = registry::read(&with_drafts(sources, &drafts), console)?;
    let mut context = Context::of(registry, console)?;
    for id in ids {
        context.note_of_catalogue(id);
    }
    Ok(context)
}

/// The ids of the roles of the registry in use, or else of the catalogue, that are called so; the others as written.
pub fn ids(written: &[String], own: &Registry, console: &Console) -> Result<Vec<String>> {
    let id = |written: &String| {
        if let Some(role) = names::role_if_any(own, written)? {
            return Ok(own.role(role).id.to_string());
        }
        let catalogue = registry::catalogue(OtherWords::LeaveOut, console)?;
        let role = names::role_if_any(&catalogue, written)?;
        Ok(role.map_or_else(|| written.clone(), |role| catalogue.role(role).id.to_string()))
    };
    written.iter().map(id).collect()
}

/// The files to write: first those that are not there, so that they are taken back if one of the others fails.
pub fn drafts(
    transfer: &Transfer,
    sources: &Sources,
    has_schemas: bool,
    comment: impl Fn(&str) -> String,
) -> Vec<Draft> {
    let mut drafts = Vec::with_capacity(transfer.roles.len() + 2);
    for &role in transfer.roles {
        let id = transfer.from.role(role).id.as_str();
        let text = transfer.role_file(role, &comment(id), has_schemas);
        drafts.push(Draft::new(format!("{id}.yaml"), text));
    }
    let (head, words) = (sources.with_stem(HEAD_STEM), sources.with_stem(OTHER_WORDS_STEM));
    if let Some(head) = head
        && let Some(text) = transfer.head_file(head.text())
    {
        drafts.push(Draft::new(head.name(), text));
    }
    if let Some(text) = transfer.other_words_file(words.map(SourceFile::text), has_schemas) {
        let name =
            words.map_or_else(|| format!("{OTHER_WORDS_STEM}.yaml").into(), SourceFile::name);
        drafts.push(Draft::new(name, text));
    }
    in_line_ends_of(sources, drafts)
}

/// With the line ends of Windows where those of the registry are.
pub fn in_line_ends_of(sources: &Sources, mut drafts: Vec<Draft>) -> Vec<Draft> {
    let head = sources.with_stem(HEAD_STEM);
    if head.is_some_and(|head| head.text().contains("\r\n")) {
        for draft in &mut drafts {
            draft.text = sink::with_crlf(&draft.text);
        }
    }
    drafts
}

/// The files of a registry once these are written.
pub fn with_drafts(mut sources: Sources, drafts: &[Draft]) -> Sources {
    for draft in drafts {
        let stem = draft.name.file_stem().unwrap_or_default().to_string_lossy();
        let new = |path| SourceFile::new(path, stem.to_string(), Ok(draft.text.clone()));
        match sources.files.iter_mut().find(|file| file.stem == stem) {
            Some(old) => *old = new(old.path.clone()),
            None => sources.files.push(new(draft.name.display().to_string())),
        }
    }
    sources
}

/// The lines at the beginning of a role's file that say what it is about.
fn comment(id: &str) -> String {
    let mut files = CATALOGUE.iter().chain(&EMBEDDED);
    let file = files.find(|(name, _)| name.strip_suffix(".yaml") == Some(id));
    let lines = file.map_or("", |(_, text)| text).lines();
    let lines = lines.take_while(|line| line.starts_with('#'));
    let lines = lines.skip_while(|line| *line == "#" || line.starts_with("# yaml-language-server"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// Whether only the catalogue has a role with this id.
pub fn only_there(id: &str, own: &Registry) -> bool {
    own.role_by_id(id).is_none() && source::is_offered(id)
}
