//! `roles schema`: the JSON Schemas of the files.

use super::args::{SchemaArgs, SchemaKind};
use super::environment::Environment;
use super::failure::Failure;
use super::{Status, Streams, WIDEST, columns};
use crate::render::wrap;
use crate::source::SCHEMAS;
use std::io::{self, Write};

const FILES: [(&str, &str); 3] = [
    ("role", "a role and its tasks, one file for each"),
    ("registry", "registry.yaml: what all roles share"),
    ("team", "team.yaml: the people"),
];

const USE: &str = "roles schema role > role.json writes one for other tools. roles init puts all three beside a registry, \
    where editors find them: they complete keys, explain them and check as you type.";

pub fn run(
    arguments: &SchemaArgs,
    environment: &Environment,
    streams: &mut Streams,
) -> Result<Status, Failure> {
    match arguments.kind {
        None => list(environment.width, streams.out)?,
        Some(kind) => streams.out.write_all(text(kind).as_bytes())?,
    }
    Ok(Status::Done)
}

fn list(width: usize, out: &mut dyn Write) -> io::Result<()> {
    columns::write(&FILES, width.min(WIDEST), out)?;
    writeln!(out)?;
    wrap(USE, width.min(WIDEST))
        .iter()
        .try_for_each(|line| writeln!(out, "{line}"))
}

fn text(kind: SchemaKind) -> &'static str {
    let name = match kind {
        SchemaKind::Role => "role",
        SchemaKind::Registry => "registry",
        SchemaKind::Team => "team",
    };
    let schema = SCHEMAS.iter().find(|(known, _)| *known == name);
    schema.map_or("", |(_, text)| text)
}
