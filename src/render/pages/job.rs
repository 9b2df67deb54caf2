//! A job description: what the human resources of a company publish after small edits. What the registry does not say is
//! left out.

use crate::model::{AreaIx, Cadence, Classification, RoleIx, SourceIx, TaskRef, Text};
use crate::query::{AreaDuties, Exchange, JobDescription, Lookalike, Partner};
use crate::render::document::{Document, Group, Line, Section};
use crate::render::reader::Reader;
use std::collections::BTreeSet;

/// The job description of a role; with `sources`, who says so at its end.
pub fn job_description<'r>(
    job: &JobDescription<'r>,
    sources: bool,
    reader: &Reader<'r>,
) -> Document<'r> {
    let role = reader.registry.role(job.role);
    let word = |id: &str| reader.word(id);
    let mission = role.purpose.as_ref().map(|purpose| Section {
        title: word("job-mission"),
        lead: Some(Line::text(purpose)),
        ..Section::default()
    });
    let list =
        |id: &str, items: Vec<Line<'r>>| Section { title: word(id), items, ..Section::default() };
    let grouped = |id: &str, groups: Vec<Group<'r>>| Section {
        title: word(id),
        groups,
        ..Section::default()
    };
    // Who is above and below is said before; here stands what they have to do with one another.
    let partners = job.partners.iter().map(|other| partner(other, reader));
    let partners = partners.filter(|partner| !partner.items.is_empty());
    let lists = [
        grouped("job-main-duties", duties(&job.core, reader)),
        grouped("job-further-duties", duties(&job.supplemental, reader)),
        grouped("job-works-with", partners.collect()),
        list("skills", texts(&role.skills)),
        list("job-measures", texts(&role.measures)),
        Section {
            lead: Some(Line::own(word("job-does-not-lead"))),
            ..grouped("job-does-not", does_not(&job.does_not, reader))
        },
        list("sources", if sources { cited(job.role, reader) } else { Vec::new() }),
    ];
    let is_full = |section: &Section| !section.items.is_empty() || !section.groups.is_empty();
    Document {
        title: &role.name,
        facts: facts(job, reader),
        sections: mission.into_iter().chain(lists.into_iter().filter(is_full)).collect(),
    }
}

fn texts(texts: &[Text]) -> Vec<Line<'_>> {
    texts.iter().map(Line::text).collect()
}

fn name<'r>(role: RoleIx, reader: &Reader<'r>) -> Line<'r> {
    Line::text(&reader.registry.role(role).name)
}

fn task<'r>(task: TaskRef, reader: &Reader<'r>) -> Line<'r> {
    Line::text(&reader.registry.task(task).name)
}

/// Other titles, whom the role reports to, who reports to it, and its codes in classifications of occupations.
fn facts<'r>(job: &JobDescription, reader: &Reader<'r>) -> Vec<(String, Line<'r>)> {
    let role = reader.registry.role(job.role);
    let nobody = || Line::own(reader.word("job-nobody-above"));
    let above = role.reports_to.map_or_else(nobody, |above| name(above, reader));
    let below = job.reports.iter().map(|&below| name(below, reader));
    let codes: Vec<String> = role.classification.iter().map(Classification::to_string).collect();
    let codes = match &codes[..] {
        [] => Line::default(),
        codes => Line::own(reader.series(codes)),
    };
    let facts = [
        ("also-called", Line::series(texts(&role.also_called), reader)),
        ("reports-to", above),
        ("reports", Line::series(below.collect(), reader)),
        ("classification", codes),
    ];
    let known = facts.into_iter().filter(|(_, line)| !line.is_empty());
    known.map(|(label, line)| (reader.word(label), line)).collect()
}

fn duties<'r>(areas: &[AreaDuties], reader: &Reader<'r>) -> Vec<Group<'r>> {
    let group = |duties: &AreaDuties| Group {
        title: area(duties.area, reader),
        items: duties.tasks.iter().map(|&task| duty(task, reader)).collect(),
    };
    areas.iter().map(group).collect()
}

fn area<'r>(area: Option<AreaIx>, reader: &Reader<'r>) -> Line<'r> {
    area.map_or_else(
        || Line::own(reader.word("other")),
        |area| Line::text(&reader.registry.area(area).name),
    )
}

/// "Prepare the crisis plan (every year). It sets out how to answer and what to do."
fn duty<'r>(duty: TaskRef, reader: &Reader<'r>) -> Line<'r> {
    let details = reader.registry.task(duty);
    let name = task(duty, reader);
    let often = |cadence: Cadence| {
        let often = [("often", cadence.as_str().into())];
        Line::say_with("job-duty", often, [("task", name.clone())], reader)
    };
    let duty = details.cadence.map_or_else(|| name.clone(), often);
    let duty = duty.sentence(reader);
    match &details.detail {
        Some(detail) => duty.then(" ", Line::text(detail)).sentence(reader),
        None => duty,
    }
}

/// Somebody whom the role has to do with, and what about.
fn partner<'r>(partner: &Partner<'r>, reader: &Reader<'r>) -> Group<'r> {
    let role = [("role", name(partner.role, reader))];
    let title = match (partner.is_above, partner.is_below) {
        (true, _) => Line::say("job-above", role, reader),
        (false, true) => Line::say("job-below", role, reader),
        (false, false) => name(partner.role, reader),
    };
    let tasks = |tasks: &[TaskRef]| tasks.iter().map(|&other| task(other, reader)).collect();
    // Where both roles have a task for it, their own says enough to each.
    let takes_part = match &partner.coordinates[..] {
        [] => tasks(&partner.takes_part),
        [..] => Vec::new(),
    };
    // Its own stand among its duties; here they are named where nothing else would be.
    let coordinates = match (&partner.gives[..], &partner.gets[..]) {
        ([], []) => tasks(&partner.coordinates),
        _ => Vec::new(),
    };
    let facts = [
        ("job-supplies", handed(&partner.gives, reader)),
        ("job-receives", handed(&partner.gets, reader)),
        ("job-coordinates", coordinates),
        ("job-takes-part", takes_part),
    ];
    let items = said(facts, reader);
    Group { title, items }
}

/// Each message with what it is about; nothing where there is nothing.
fn said<'r, const N: usize>(
    messages: [(&str, Vec<Line<'r>>); N],
    reader: &Reader<'r>,
) -> Vec<Line<'r>> {
    let known = messages.into_iter().filter(|(_, lines)| !lines.is_empty());
    known
        .map(|(id, lines)| Line::say(id, [("what", Line::series(lines, reader))], reader))
        .collect()
}

/// What is handed over, each thing once; where that is not said, whose result it is.
fn handed<'r>(exchanges: &[Exchange<'r>], reader: &Reader<'r>) -> Vec<Line<'r>> {
    let thing = |exchange: &Exchange<'r>| match exchange.what {
        Some(what) => Line::inside(what),
        None => Line::say("job-result", [("task", task(exchange.from, reader))], reader),
    };
    let mut said = BTreeSet::new();
    let things = exchanges.iter().map(thing);
    things.filter(|thing| said.insert(thing.plain(reader))).collect()
}

/// What others do, by whoever does it.
fn does_not<'r>(all: &[Lookalike<'r>], reader: &Reader<'r>) -> Vec<Group<'r>> {
    let mut groups: Vec<(RoleIx, Group<'r>)> = Vec::new();
    for lookalike in all {
        let doer = lookalike.task.role;
        let item = not_this(lookalike, reader);
        if let Some((_, group)) = groups.iter_mut().find(|(role, _)| *role == doer) {
            group.items.push(item);
            continue;
        }
        let title = Line::say("job-done-by", [("role", name(doer, reader))], reader);
        let items = vec![item];
        groups.push((doer, Group { title, items }));
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// "Analyse metrics"; where an own task says nearly the same, "Analyse metrics (not to be confused with: …)".
fn not_this<'r>(lookalike: &Lookalike, reader: &Reader<'r>) -> Line<'r> {
    let name = task(lookalike.task, reader);
    let Some(own) = lookalike.alike else {
        return name;
    };
    let parts = [("task", name), ("own", task(own, reader))];
    Line::say("job-mistaken", parts, reader)
}

/// Who says what stands in the role's file.
fn cited<'r>(role: RoleIx, reader: &Reader<'r>) -> Vec<Line<'r>> {
    let role = reader.registry.role(role);
    let of_tasks = role.tasks.iter().flat_map(|task| &task.sources);
    let all: BTreeSet<SourceIx> = role.sources.iter().chain(of_tasks).copied().collect();
    let line = |source| {
        let source = reader.registry.source(source);
        let title = Line::text(&source.title);
        match source.url.as_deref() {
            Some(url) => title.then(", ", Line::link(url)),
            None => title,
        }
    };
    all.into_iter().map(line).collect()
}
