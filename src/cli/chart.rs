//! `roles chart`.

use super::args::{ChartArgs, ChartFormat};
use super::context::Context;
use super::failure::Failure;
use super::{Status, Streams, people, sizes};
use crate::query::{self, Chart};
use crate::render::{Next, chart, json};

pub fn run(
    arguments: &ChartArgs,
    context: &Context,
    streams: &mut Streams,
) -> Result<Status, Failure> {
    let registry = &context.registry;
    let (roster, size) = sizes::company_or_roles(&arguments.size, &arguments.people, registry)?;
    let assignment = query::assign(registry, size, &roster, None);
    let mut shown = query::chart(registry, &assignment);
    if let Some(levels) = arguments.depth.as_deref().map(parse_depth).transpose()? {
        shown = shown.down_to(levels);
    }
    let reader = context.reader();
    if !matches!(arguments.format, ChartFormat::Tree | ChartFormat::Json) {
        // The drawings have no place for it.
        for note in chart::notes(&shown, &reader) {
            context.note(&note, streams);
        }
    }
    let out = &mut *streams.out;
    match arguments.format {
        ChartFormat::Tree => {
            chart::tree(&shown, &reader, context.terminal, out)?;
            let options = sizes::flag(size, registry) + &people::options(&arguments.people);
            let is_of_roles = size.is_none() && roster.people.is_empty();
            let next = if is_of_roles { Next::Report } else { Next::Assign(options) };
            context.say_next(next, streams)?;
        }
        ChartFormat::Mermaid => mermaid(&shown, context, streams)?,
        ChartFormat::Dot => chart::dot(&shown, &reader, out)?,
        ChartFormat::Svg => chart::svg(&shown, &reader, out)?,
        ChartFormat::Json => json::chart(&shown, &reader, out)?,
    }
    Ok(Status::Done)
}

fn parse_depth(written: &str) -> Result<usize, Failure> {
    let levels = written.parse().ok().filter(|&levels: &usize| levels > 0);
    levels.filter(|_| !written.starts_with('+')).ok_or_else(|| {
        let message = format!("--depth takes a number of levels from 1 on, not '{written}'");
        Failure::usage(message).hint("for example: --depth 2")
    })
}

/// Notes a chart that Mermaid would refuse to draw.
fn mermaid(shown: &Chart, context: &Context, streams: &mut Streams) -> Result<(), Failure> {
    let mut text = Vec::new();
    chart::mermaid(shown, &context.reader(), &mut text)?;
    streams.out.write_all(&text)?;
    let arrows = shown.nodes.iter().filter(|node| node.above.is_some()).count();
    let text = String::from_utf8_lossy(&text);
    // JavaScript counts them in UTF-16.
    let characters = text.encode_utf16().count();
    if arrows > chart::MOST_ARROWS || characters > chart::MOST_CHARACTERS {
        let note = format!(
            "Mermaid draws at most {} arrows and {} characters unless its page is set up for more; these are {arrows} and {characters}. --depth N shows fewer levels, --format svg draws them all",
            chart::MOST_ARROWS,
            chart::MOST_CHARACTERS
        );
        context.note(&note, streams);
    }
    Ok(())
}
