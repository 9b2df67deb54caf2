//! What the program says of itself: where to begin, its version and the registry's, and the JSON Schemas of its files.

use super::args::{Global, SchemaArgs};
use super::console::{Console, Status, registry_flag};
use super::environment::{Environment, WIDEST};
use super::failure::Failure;
use super::next::first_steps;
use super::registry::{self, Context};
use crate::model::FORM_VERSION;
use crate::render::one_line;
use crate::render::problems::counted;
use crate::resolve;
use crate::source::{OtherWords, SCHEMAS};
use std::io::Write;
use std::panic;

/// Where to ask, and to tell of mistakes in the program.
pub const QUESTIONS: &str = concat!(env!("CARGO_PKG_REPOSITORY"), "/issues");

const FILES: [(&str, &str); 5] = [
    ("role", "a role and its tasks, one file for each"),
    ("change", "what is different in a role of the registry that is extended"),
    ("registry", "registry.yaml: what all roles share"),
    ("team", "team.yaml: the people"),
    ("also_called", "also_called.yaml: other words for tasks"),
];

const USE: &str = "roles schema role -o role.json writes one for other tools. roles init puts all of them beside a registry, \
    where editors find them: they complete keys, explain them and check as you type.";

/// Says where to begin: the answer to `roles` without a command.
pub fn welcome(console: &mut Console) -> Result<Status, Failure> {
    let context = match Context::load(None, OtherWords::LeaveOut, console) {
        // Nothing else would work there.
        Err(Failure::Registry { .. }) => {
            let begin = console.words().word("welcome-wrong");
            let check = (format!("roles check{}", console.flags()), "next-check");
            console.sentences("roles")?;
            return console.steps(&begin, &[check]);
        }
        context => context?,
    };
    let is_own = registry::find(None, console.global, console.environment)?.folder.is_some();
    let reader = context.reader();
    console.sentences(&reader.heading("roles", &reader.title()))?;
    writeln!(console.out)?;
    console.sentences(&reader.word(if is_own { "welcome-here" } else { "welcome-anywhere" }))?;
    writeln!(console.out)?;
    let flags = console.flags();
    let steps = first_steps(&context.registry, is_own).into_iter();
    let steps = steps.map(|(command, what)| (command + &flags, reader.word(what)));
    console.rows(&steps.collect::<Vec<_>>(), WIDEST)?;
    writeln!(console.out)?;
    console.sentences(&reader.word("welcome-help"))?;
    Ok(Status::Done)
}

/// Writes clap's own line about the version, and one about the registry. Whatever is wrong with that is said in the line
/// and is no failure: whoever asks for the version may be about to report just this.
pub fn version(
    of_program: &str,
    global: &Global,
    environment: &Environment,
    out: &mut dyn Write,
) -> Result<Status, Failure> {
    writeln!(out, "{}", of_program.trim_end())?;
    writeln!(out, "{}", one_line(&registry_in_use(global, environment)))?;
    Ok(Status::Done)
}

fn registry_in_use(global: &Global, environment: &Environment) -> String {
    let found = match registry::find(None, global, environment) {
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

/// Says after every panic whom to tell, and what. Nothing is sent by itself.
pub fn explain_panics<W: Write>(err: impl Fn() -> W + Send + Sync + 'static) {
    let say = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        say(panic);
        // If this cannot be written, the lines above have to be enough.
        let _ = writeln!(
            err(),
            "this is a mistake in roles {}; nothing is sent by itself: please send the lines above and the command to {QUESTIONS}",
            env!("ROLES_VERSION"),
        );
    }));
}

pub fn schema(arguments: &SchemaArgs, console: &mut Console) -> Result<Status, Failure> {
    let name = arguments.kind.as_deref().unwrap_or("role");
    if arguments.kind.is_none() {
        console.rows(&FILES, WIDEST)?;
        writeln!(console.out)?;
        console.sentences(USE)?;
    } else {
        let schema = SCHEMAS.iter().find(|(known, _)| *known == name);
        console.out.write_all(schema.map_or("", |(_, text)| text).as_bytes())?;
    }
    console.next(&format!("roles schema {name} -o {name}.json"), "next-write")
}
