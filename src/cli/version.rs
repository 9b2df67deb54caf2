//! `roles --version`: the program's version, and the registry in use with its own.

use super::context::registry_flag;
use super::environment::Environment;
use super::failure::Failure;
use super::preparse;
use super::registry;
use super::{Status, Streams};
use crate::model::FORM_VERSION;
use crate::render::one_line;
use crate::render::problems::counted;
use crate::resolve;
use crate::source::OtherWords;
use std::ffi::OsString;

/// Clap's own line, and one about the registry. Whatever is wrong with that is said in the line and is no failure:
/// whoever asks for the version may be about to report just this.
pub fn run(
    version: &clap::Error,
    arguments: &[OsString],
    environment: &Environment,
    streams: &mut Streams,
) -> Result<Status, Failure> {
    writeln!(streams.out, "{}", version.render().to_string().trim_end())?;
    let line = registry_in_use(arguments, environment);
    writeln!(streams.out, "{}", one_line(&line))?;
    Ok(Status::Done)
}

fn registry_in_use(arguments: &[OsString], environment: &Environment) -> String {
    let global = preparse::global(arguments);
    let found = match registry::find(None, &global, environment) {
        Ok(found) => found,
        Err(failure) => return format!("registry: {}", failure.summary()),
    };
    let place = match &found.folder {
        Some(folder) => format!("in {}", folder.display()),
        None => "shipped with the program".to_owned(),
    };
    let sources = match registry::load(&found, OtherWords::LeaveOut) {
        Ok(sources) => sources,
        Err(failure) => return format!("registry {place}: {}", failure.summary()),
    };
    match resolve::read(&sources) {
        Ok(registry) => {
            let roles = counted(registry.roles().len(), "role");
            let tasks = counted(registry.tasks().count(), "task");
            format!("registry version {FORM_VERSION}, {place}: {roles}, {tasks}")
        }
        Err(problems) => {
            let errors = counted(problems.len(), "error");
            let flag = global.registry.as_deref().map(registry_flag);
            let check = format!("roles check{}", flag.unwrap_or_default());
            format!("registry {place}: {errors}; {check} shows what is wrong")
        }
    }
}
