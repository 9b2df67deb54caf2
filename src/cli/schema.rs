//! `roles schema`: the JSON Schemas of the files.

use super::args::{Global, SchemaArgs, SchemaKind};
use super::environment::Environment;
use super::failure::Failure;
use super::{Status, Streams, WIDEST, columns, next};
use crate::source::SCHEMAS;
use std::io::{self, Write};

const FILES: [(&str, &str); 4] = [
    ("role", "a role and its tasks, one file for each"),
    ("registry", "registry.yaml: what all roles share"),
    ("team", "team.yaml: the people"),
    ("also_called", "also_called.yaml: other words for tasks"),
];

const USE: &str = "roles schema role > role.json writes one for other tools. roles init puts all of them beside a registry, \
    where editors find them: they complete keys, explain them and check as you type.";

pub fn run(
    arguments: &SchemaArgs,
    global: &Global,
    environment: &Environment,
    streams: &mut Streams,
) -> Result<Status, Failure> {
    match arguments.kind {
        None => list(environment.width, streams.out)?,
        Some(kind) => streams.out.write_all(text(kind).as_bytes())?,
    }
    let name = name(arguments.kind.unwrap_or(SchemaKind::Role));
    let command = format!("roles schema {name} > {name}.json");
    next::say(&command, "writes it into a file", global, environment, streams)?;
    Ok(Status::Done)
}

fn list(width: usize, out: &mut dyn Write) -> io::Result<()> {
    columns::write(&FILES, width.min(WIDEST), out)?;
    writeln!(out)?;
    columns::sentences(USE, width.min(WIDEST), out)
}

fn name(kind: SchemaKind) -> &'static str {
    match kind {
        SchemaKind::Role => "role",
        SchemaKind::Registry => "registry",
        SchemaKind::Team => "team",
        SchemaKind::AlsoCalled => "also_called",
    }
}

fn text(kind: SchemaKind) -> &'static str {
    let name = name(kind);
    let schema = SCHEMAS.iter().find(|(known, _)| *known == name);
    schema.map_or("", |(_, text)| text)
}
