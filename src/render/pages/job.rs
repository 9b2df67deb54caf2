//! A job description that human resources can publish after a few edits. What the registry does not say is left out.

use crate::model::{Classification, RoleIx, SourceIx, TaskRef, Text};
use crate::query::{Exchange, JobDescription, Partner};
use crate::render::document::{Document, Group, Line, Passage, Piece};
use crate::render::reader::Reader;
use std::collections::BTreeSet;

/// What an advert says and no registry knows, as somebody wrote it: each with the word for it.
pub type Offer<'o> = [(&'static str, &'o str)];

/// Of an offer, what stands at the end.
const CONTACT: &str = "job-contact";

/// The job description of a role; with `sources`, who says so near its end.
pub fn job_description(
    job: &JobDescription,
    offer: &Offer,
    sources: bool,
    reader: &Reader,
) -> Document {
    let role = reader.registry.role(job.role);
    let passage = |id: &str, lead: Option<Line>, groups: Vec<Group>| {
        let is_said = lead.is_some() || !groups.is_empty();
        is_said.then(|| Passage { title: reader.word(id), lead, groups })
    };
    let list = |id: &str, items: Vec<Line>| passage(id, None, group(None, items));
    // Facts say who is above and below; this says what they have to do with one another.
    let partners = job.partners.iter().flat_map(|(role, other)| partner(*role, other, reader));
    let does_not = does_not(&job.does_not, reader);
    let lead = (!does_not.is_empty()).then(|| Line::own(reader.word("job-does-not-lead")));
    let contact = offer.iter().filter(|(word, _)| *word == CONTACT);
    let passages = [
        passage("job-mission", role.purpose.as_ref().map(|it| Line::text(it, reader)), vec![]),
        passage("job-main-duties", None, duties(&job.core, reader)),
        passage("job-further-duties", None, duties(&job.supplemental, reader)),
        passage("job-works-with", None, partners.collect()),
        list("skills", texts(&role.skills, reader)),
        list("job-measures", texts(&role.measures, reader)),
        passage("job-does-not", lead, does_not),
        list("sources", if sources { cited(job.role, reader) } else { Vec::new() }),
        list(CONTACT, contact.map(|(_, text)| Line::own(*text)).collect()),
    ];
    let passages = passages.into_iter().flatten().collect();
    let title = Line::text(&role.name, reader);
    Document { title, facts: facts(job, offer, reader), passages }
}

/// A list, unless it would be empty.
fn group(title: Option<Line>, items: Vec<Line>) -> Vec<Group> {
    Vec::from_iter((!items.is_empty()).then_some(Group { title, items }))
}

fn texts(texts: &[Text], reader: &Reader) -> Vec<Line> {
    texts.iter().map(|text| Line::text(text, reader)).collect()
}

fn name(role: RoleIx, reader: &Reader) -> Line {
    Line::text(&reader.registry.role(role).name, reader)
}

fn task(task: TaskRef, reader: &Reader) -> Line {
    Line::text(&reader.registry.task(task).name, reader)
}

/// What is offered, other titles, whom the role reports to, who reports to it, and its codes in classifications of occupations.
fn facts(job: &JobDescription, offer: &Offer, reader: &Reader) -> Vec<(String, Line)> {
    let role = reader.registry.role(job.role);
    let above = match role.reports_to {
        Some(above) => name(above, reader),
        None => Line::own(reader.word("job-nobody-above")),
    };
    let below = job.reports.iter().map(|&below| name(below, reader)).collect();
    let codes = role.classification.iter().map(Classification::to_string);
    let offered = offer.iter().filter(|(word, _)| *word != CONTACT);
    let mut facts: Vec<_> = offered.map(|&(word, text)| (word, Line::own(text))).collect();
    facts.extend([
        ("also-called", Line::series(texts(&role.also_called, reader), reader)),
        ("reports-to", above),
        ("reports", Line::series(below, reader)),
        ("classification", Line::series(codes.map(Line::own).collect(), reader)),
    ]);
    facts.retain(|(_, line)| !line.is_empty());
    facts.into_iter().map(|(label, line)| (reader.word(label), line)).collect()
}

/// The duties by area, and first those without one.
fn duties(tasks: &[TaskRef], reader: &Reader) -> Vec<Group> {
    let area = |task: &TaskRef| reader.registry.task(*task).area;
    let mut groups = Vec::new();
    for tasks in tasks.chunk_by(|one, next| area(one) == area(next)) {
        let title =
            area(&tasks[0]).map(|area| Line::text(&reader.registry.area(area).name, reader));
        groups.extend(group(title, tasks.iter().map(|&task| duty(task, reader)).collect()));
    }
    groups.sort_by_key(|group| group.title.is_some());
    groups
}

/// "Prepare the crisis plan (every year)." What a task's detail says about it is on its card.
fn duty(duty: TaskRef, reader: &Reader) -> Line {
    let details = reader.registry.task(duty);
    let mut line = task(duty, reader);
    if let Some(cadence) = details.cadence {
        let often = ("often", &cadence.as_str() as _);
        line = Line::say_with("job-duty", &[often], [("task", line)], reader);
    }
    line.sentence()
}

/// Somebody whom the role has to do with, and what about, if that is said.
fn partner(role: RoleIx, partner: &Partner, reader: &Reader) -> Vec<Group> {
    let named = [("role", name(role, reader))];
    let title = match (partner.is_above, partner.is_below) {
        (true, _) => Line::say("job-above", named, reader),
        (false, true) => Line::say("job-below", named, reader),
        (false, false) => name(role, reader),
    };
    let tasks = |tasks: &[TaskRef]| tasks.iter().map(|&other| task(other, reader)).collect();
    let mut said = vec![
        ("job-supplies", handed(&partner.gives, reader)),
        ("job-receives", handed(&partner.gets, reader)),
    ];
    // They stand among its duties already, and are named again only if nothing else would be.
    if partner.gives.is_empty() && partner.gets.is_empty() {
        said.push(("job-coordinates", tasks(&partner.coordinates)));
    }
    // If both roles have a task for it, the role's own is enough.
    if partner.coordinates.is_empty() {
        said.push(("job-takes-part", tasks(&partner.takes_part)));
    }
    said.retain(|(_, what): &(_, Vec<Line>)| !what.is_empty());
    let say = |(id, what)| Line::say(id, [("what", Line::series(what, reader))], reader);
    group(Some(title), said.into_iter().map(say).collect())
}

/// What is handed over, each thing once; if nobody says what, the result of which task.
fn handed(exchanges: &[Exchange], reader: &Reader) -> Vec<Line> {
    let mut things: Vec<Line> = Vec::new();
    let mut said = BTreeSet::new();
    for exchange in exchanges {
        let thing = match exchange.what {
            Some(what) => Line::inside(what, reader),
            None => Line::say("job-result", [("task", task(exchange.from, reader))], reader),
        };
        if said.insert(thing.plain()) {
            things.push(thing);
        }
    }
    things
}

/// What others do, role by role: "Analyse metrics", or "Analyse metrics (not to be confused with: …)" beside a like task.
fn does_not(all: &[(TaskRef, Option<TaskRef>)], reader: &Reader) -> Vec<Group> {
    let mut groups: Vec<(RoleIx, Group)> = Vec::new();
    for &(other, own) in all {
        let mut item = task(other, reader);
        if let Some(own) = own {
            item = Line::say("job-mistaken", [("task", item), ("own", task(own, reader))], reader);
        }
        let doer = other.role;
        if let Some((_, group)) = groups.iter_mut().find(|(role, _)| *role == doer) {
            group.items.push(item);
        } else {
            let title = Line::say("job-done-by", [("role", name(doer, reader))], reader);
            groups.push((doer, Group { title: Some(title), items: vec![item] }));
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The sources of the role and of its tasks.
fn cited(role: RoleIx, reader: &Reader) -> Vec<Line> {
    let role = reader.registry.role(role);
    let of_tasks = role.tasks.iter().flat_map(|task| &task.sources);
    let all: BTreeSet<SourceIx> = role.sources.iter().chain(of_tasks).copied().collect();
    let mut lines = Vec::with_capacity(all.len());
    for source in all {
        let source = reader.registry.source(source);
        let mut line = Line::text(&source.title, reader);
        if let Some(url) = &source.url {
            line = line.then(", ", Line { pieces: vec![Piece::Link(url.to_string())] });
        }
        lines.push(line);
    }
    lines
}
