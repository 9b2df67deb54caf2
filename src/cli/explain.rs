//! `roles explain`: what a problem code means.

use super::args::ExplainArgs;
use super::environment::Environment;
use super::failure::Failure;
use super::{Status, Streams, WIDEST};
use crate::problem::{Code, Example, nearest};
use crate::render::wrap;
use std::io::{self, Write};

/// The list of all codes has two columns.
const WIDEST_LIST: usize = 110;

pub fn run(
    arguments: &ExplainArgs,
    environment: &Environment,
    streams: &mut Streams,
) -> Result<Status, Failure> {
    match &arguments.code {
        None => list(environment.width.min(WIDEST_LIST), streams.out)?,
        Some(written) => explain(find(written)?, environment.width, streams.out)?,
    }
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
    let codes = Code::ALL.iter().map(|code| code.as_str().len());
    let column = codes.max().unwrap_or_default() + 2;
    let mut severity = None;
    for &code in Code::ALL {
        if severity != Some(code.severity()) {
            let empty_line = if severity.is_some() { "\n" } else { "" };
            writeln!(out, "{empty_line}{}s", code.severity().as_str())?;
            severity = Some(code.severity());
        }
        let meaning = code.explanation().meaning;
        let first = meaning
            .split_inclusive(". ")
            .next()
            .unwrap_or(meaning)
            .trim_end();
        let lines = wrap(first, width.saturating_sub(column + 2).max(20));
        for (number, line) in lines.iter().enumerate() {
            let code = if number == 0 { code.as_str() } else { "" };
            writeln!(out, "  {code:column$}{line}")?;
        }
    }
    writeln!(
        out,
        "\nroles explain CODE says more about one of them and shows how to mend it."
    )
}

fn explain(code: Code, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let explanation = code.explanation();
    writeln!(out, "{} ({})\n", code.as_str(), code.severity().as_str())?;
    for text in [explanation.meaning, explanation.why] {
        for line in wrap(text, width.min(WIDEST)) {
            writeln!(out, "{line}")?;
        }
    }
    example("Wrong", &explanation.bad, out)?;
    example("Right", &explanation.good, out)
}

fn example(title: &str, example: &Example, out: &mut dyn Write) -> io::Result<()> {
    let (place, text) = match example {
        Example::Role(text) => (" (roles/role.yaml)", *text),
        Example::Registry(text) => (" (roles/registry.yaml)", *text),
        Example::Command(text) | Example::Said(text) => ("", *text),
    };
    writeln!(out, "\n{title}{place}:\n")?;
    text.lines()
        .try_for_each(|line| writeln!(out, "    {line}"))
}
