//! What `roles` says when it is called without a command: where to begin.

use super::environment::Environment;
use super::failure::Failure;
use super::{Status, Streams, WIDEST, columns};
use std::io::{self, Write};

const BEGIN: [(&str, &str); 5] = [
    ("roles list", "the roles, and how many tasks each has"),
    ("roles compare", "where the two shipped roles differ"),
    ("roles assign --sme", "who does which task in a small or medium company"),
    ("roles report -o report.html", "all of it on one page, to read and to print"),
    ("roles init", "a registry of your own, begun with this one"),
];

pub fn run(environment: &Environment, streams: &mut Streams) -> Result<Status, Failure> {
    welcome(environment.width.min(WIDEST), streams.out)?;
    Ok(Status::Done)
}

fn welcome(width: usize, out: &mut dyn Write) -> io::Result<()> {
    columns::sentences("roles: who does what in a social media team", width, out)?;
    writeln!(out)?;
    let begin = "Begin here; each of these works in any folder:";
    columns::sentences(begin, width, out)?;
    writeln!(out)?;
    columns::write(&BEGIN, width, out)?;
    writeln!(out)?;
    let more = "roles --help lists everything; roles assign --help shows examples.";
    columns::sentences(more, width, out)
}
