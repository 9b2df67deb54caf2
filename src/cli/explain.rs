//! `roles explain`: what a problem code means.

use super::args::{ExplainArgs, Global};
use super::environment::Environment;
use super::failure::Failure;
use super::{Status, Streams, WIDEST, columns, next};
use crate::problem::{Code, Example, Severity, nearest};
use std::io::{self, Write};

/// The list of all codes has two columns.
const WIDEST_LIST: usize = 110;

pub fn run(
    arguments: &ExplainArgs,
    global: &Global,
    environment: &Environment,
    streams: &mut Streams,
) -> Result<Status, Failure> {
    match &arguments.code {
        None => list(environment.width.min(WIDEST_LIST), streams.out)?,
        Some(written) => explain(find(written)?, environment.width, streams.out)?,
    }
    let what = "shows every problem of your registry";
    next::say("roles check", what, global, environment, streams)?;
    Ok(Status::Done)
}

/// The code, also as it is printed: `error[unknown-role]`.
fn find(written: &str) -> Result<Code, Failure> {
    let inside = written.split_once('[').map_or(written, |(_, code)| code);
    let word = inside.trim_end_matches([']', ':']);
    Code::from_name(word).ok_or_else(|| {
        let failure = Failure::usage(format!("'{written}' is no problem code"));
        let near = nearest(word, Code::ALL.iter().map(|code| code.as_str()));
        let failure = match near {
            Some(near) => failure.hint(format!("did you mean '{near}'?")),
            None => failure,
        };
        failure.hint("roles explain lists them all")
    })
}

/// Every code with the first sentence of what it means.
fn list(width: usize, out: &mut dyn Write) -> io::Result<()> {
    for severity in [Severity::Error, Severity::Warning] {
        let codes = Code::ALL.iter().filter(|code| code.severity() == severity);
        let rows: Vec<(&str, &str)> =
            codes.map(|code| (code.as_str(), code.explanation().first_sentence())).collect();
        writeln!(out, "{}s:\n", severity.as_str())?;
        columns::write(&rows, width, out)?;
        writeln!(out)?;
    }
    let more = "roles explain CODE says more about one of them and shows how to mend it.";
    columns::sentences(more, width, out)
}

fn explain(code: Code, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let explanation = code.explanation();
    writeln!(out, "{} ({})\n", code.as_str(), code.severity().as_str())?;
    for text in [explanation.meaning, explanation.why] {
        columns::sentences(text, width.min(WIDEST), out)?;
    }
    example("Wrong", &explanation.bad, out)?;
    example("Right", &explanation.good, out)
}

fn example(title: &str, example: &Example, out: &mut dyn Write) -> io::Result<()> {
    let (place, text) = match example {
        Example::Role(text) => (" (roles/role.yaml)", *text),
        Example::Registry(text) => (" (roles/registry.yaml)", *text),
        Example::Team(text) => (" (roles/team.yaml)", *text),
        Example::Command(text) | Example::Said(text) => ("", *text),
    };
    writeln!(out, "\n{title}{place}:\n")?;
    text.lines().try_for_each(|line| writeln!(out, "    {line}"))
}
