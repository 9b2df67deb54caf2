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
    let assignment = query::assign_beyond_hours(registry, size, &roster);
    let mut shown = query::chart(registry, &assignment);
    if let Some(levels) = arguments.depth {
        shown = shown.down_to(usize::from(levels));
    }
    let (reader, out) = (context.reader(), &mut *streams.out);
    match arguments.format {
        ChartFormat::Tree => {
            chart::tree(&shown, &reader, context.look, out)?;
            let options = sizes::flag(size, registry) + &people::options(&arguments.people);
            let is_of_roles = size.is_none() && roster.people.is_empty();
            let next = if is_of_roles {
                Next::Report
            } else {
                Next::Assign(options)
            };
            context.say_next(next, streams)?;
        }
        ChartFormat::Mermaid => mermaid(&shown, context, streams)?,
        ChartFormat::Dot => chart::dot(&shown, &reader, out)?,
        ChartFormat::Svg => chart::svg(&shown, &reader, out)?,
        ChartFormat::Json => json::chart(&shown, &reader, out)?,
    }
    Ok(Status::Done)
}

/// Notes a chart that Mermaid would refuse to draw.
fn mermaid(shown: &Chart, context: &Context, streams: &mut Streams) -> Result<(), Failure> {
    let mut text = Vec::new();
    chart::mermaid(shown, &context.reader(), &mut text)?;
    streams.out.write_all(&text)?;
    let arrows = shown
        .nodes
        .iter()
        .filter(|node| node.above.is_some())
        .count();
    let characters = String::from_utf8_lossy(&text).chars().count();
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
