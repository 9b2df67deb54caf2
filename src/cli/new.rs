//! `roles new`: a role more in one's own registry.

use super::args::{Global, NewArgs};
use super::context::flags;
use super::environment::Environment;
use super::failure::Failure;
use super::output_files;
use super::registry;
use super::{Status, Streams};
use crate::model::RoleId;
use crate::normalize::slug;
use crate::problem::Code;
use crate::render::role_file;
use crate::resolve;
use crate::sink::{self, Draft, Existing};
use crate::source::{
    HEAD_STEM, OTHER_WORDS_STEM, OtherWords, SCHEMA_FOLDER, SourceFile, Sources, TEAM_STEM,
};
use std::path::{Path, PathBuf};

/// What a person does with a new role.
const TO_FILL_IN: &str = "Open it in an editor: it has a name and one task to fill in, and as comments all else that a \
    role can say.";

pub fn run(
    arguments: &NewArgs,
    global: &Global,
    environment: &Environment,
    streams: &mut Streams,
) -> Result<Status, Failure> {
    let id = parse(&arguments.id)?;
    let found = registry::find(None, global, environment)?;
    let Some(folder) = &found.folder else {
        return Err(registry::none_to("add a role to"));
    };
    let sources = registry::load(&found, OtherWords::LeaveOut)?;
    let old = sources.with_stem(id.as_str());
    if let (Some(old), false) = (old, arguments.force) {
        return Err(already(&id, old));
    }
    let name = old.and_then(name);
    let has_crlf = has_crlf(&sources);
    let registry = resolve::read(&sources).map_err(|problems| Failure::Registry {
        problems,
        color: environment.color(global.color, false),
        sources,
    })?;
    let has_schemas = folder.join(SCHEMA_FOLDER).is_dir();
    let text = role_file(&id, &registry, has_schemas);
    let draft = Draft {
        name: name.unwrap_or_else(|| format!("{id}.yaml").into()),
        text: if has_crlf { sink::with_crlf(&text) } else { text },
    };
    let existing = Existing::replaced_if(arguments.force);
    let written = sink::write(folder, &[draft], existing).map_err(Failure::unwritten)?;
    let flags = flags(global);
    let steps = [
        (format!("roles check{flags}"), "shows what is wrong and how to mend it"),
        (format!("roles show {id}{flags}"), "shows the role"),
    ];
    output_files::say(&written, TO_FILL_IN, &steps, environment, global.quiet, streams.out)?;
    Ok(Status::Done)
}

/// The id, if a role can have it.
fn parse(written: &str) -> Result<RoleId, Failure> {
    if matches!(written, HEAD_STEM | TEAM_STEM | OTHER_WORDS_STEM) {
        let message = format!("'{written}' is the name of a file that holds no role");
        return Err(Failure::unknown(Code::InvalidId, message).hint("choose another id"));
    }
    RoleId::parse(written).map_err(|fault| {
        let failure = Failure::unknown(Code::InvalidId, format!("'{written}' is no id: {fault}"));
        let path = written.trim_end_matches(".yaml").trim_end_matches(".yml");
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        match slug(name) {
            Some(slug) => failure.hint(format!("did you mean '{slug}'?")),
            None => failure.hint("an id has lower-case letters a to z, digits and single hyphens"),
        }
    })
}

fn already(id: &RoleId, old: &SourceFile) -> Failure {
    Failure::usage(format!("there is a role '{id}' already, in {}", old.path))
        .hint(format!("roles show {id} shows it"))
        .hint("--force replaces the file by one to fill in")
}

/// The name of a file in its folder.
fn name(file: &SourceFile) -> Option<PathBuf> {
    Path::new(&file.path).file_name().map(PathBuf::from)
}

/// Whether the registry is written with the line ends of Windows.
fn has_crlf(sources: &Sources) -> bool {
    let head = sources.with_stem(HEAD_STEM);
    head.is_some_and(|head| head.text().contains("\r\n"))
}
