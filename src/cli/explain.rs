//! `roles explain`: what a problem code means.

use super::args::ExplainArgs;
use super::environment::Environment;
use super::failure::Failure;
use super::{Status, Streams, WIDEST};
use crate::problem::{Code, Example, nearest};
use crate::render::wrap;
use std::io::{self, Write};

pub fn run(
    arguments: &ExplainArgs,
    environment: &Environment,
    streams: &mut Streams,
) -> Result<Status, Failure> {
    match &arguments.code {
        None => list(streams.out)?,
        Some(written) => explain(find(written)?, environment.width, streams.out)?,
    }
    Ok(Status::Done)
}

fn find(written: &str) -> Result<Code, Failure> {
    Code::from_name(written).ok_or_else(|| {
        let failure = Failure::usage(format!("'{written}' is no problem code"));
        let near = nearest(written, Code::ALL.iter().map(|code| code.as_str()));
        let failure = match near {
            Some(near) => failure.hint(format!("did you mean '{near}'?")),
            None => failure,
        };
        failure.hint("roles explain lists them all")
    })
}

fn list(out: &mut dyn Write) -> io::Result<()> {
    let width = Code::ALL
        .iter()
        .map(|code| code.as_str().len())
        .max()
        .unwrap_or_default();
    for code in Code::ALL {
        writeln!(
            out,
            "{:width$}  {}",
            code.as_str(),
            code.severity().as_str()
        )?;
    }
    writeln!(
        out,
        "\nroles explain CODE says what one of them means and shows how to mend it."
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
