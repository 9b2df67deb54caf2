//! Whose the duties of a job advert are, each beside its task, role by role; and what title and role have to do with it.

use crate::model::{Registry, RoleIx, TaskRef};
use crate::query::advert::{Answer, AnyRole, Duty, Fits, Match};
use crate::render::page::{Columns, Page, Section, Table};
use crate::render::reader::Reader;
use crate::render::visible::one_line;
use crate::render::words::Argument;

/// From so many duties on, parts of them are told in percent too.
const PERCENT_FROM: usize = 5;

/// The duties of an advert, with the catalogue that knows the roles from elsewhere.
pub fn advert(found: &Match, catalogue: &Registry, reader: &Reader) -> Page {
    let catalogue = &reader.of(catalogue);
    let names = Names { catalogue, reader };
    let has_duties = !found.duties.is_empty();
    let first = if has_duties { title(found, &names) } else { reader.word("match-no-duties") };
    let mut lead = vec![one_line(&first).into_owned()];
    let duties = reader.count("count-duties", found.duties.len());
    lead.push(reader.say("match-passed-over", &[("duties", &duties), ("n", &found.passed_over)]));
    let mut page = Page { title: lead[0].clone(), lead, ..Page::default() };
    if !has_duties {
        return page;
    }
    page.table = table(found, &names);
    page.notes.extend(found.held_against.iter().map(|&role| lacks(role, found, reader)));
    page.notes.extend(in_catalogue(found, &names));
    let unsure = |duty: &&Duty| matches!(duty.answer, Answer::Unsure(..)) && !duty.is_corrected;
    let unsure = found.duties.iter().filter(unsure).count();
    page.notes.extend((unsure > 0).then(|| reader.count("match-unsure", unsure)));
    page
}

/// The names of roles and tasks here and in the catalogue.
struct Names<'n> {
    catalogue: &'n Reader<'n>,
    reader: &'n Reader<'n>,
}

impl<'n> Names<'n> {
    fn role(&self, role: AnyRole) -> &'n str {
        match role {
            AnyRole::Own(role) => self.reader.role(role),
            AnyRole::Elsewhere(role) => self.catalogue.role(role),
        }
    }

    /// What is said about a duty beside it.
    fn task(&self, duty: &Duty) -> Option<String> {
        let reader = self.reader;
        Some(match duty.answer {
            Answer::Sure(task) => reader.task(task).to_owned(),
            Answer::Unsure(task, None) => {
                reader.say("match-probably", &[("task", &reader.task(task))])
            }
            Answer::Unsure(task, Some(second)) => {
                let (task, second) = (reader.task(task), reader.task(second));
                reader.say("match-either", &[("task", &task), ("second", &second)])
            }
            Answer::Elsewhere(task) => self.catalogue.task(task).to_owned(),
            Answer::Nobody => return None,
        })
    }
}

/// Whether the title fits.
fn title(found: &Match, all: &Names) -> String {
    let (reader, title) = (all.reader, &found.title);
    let Some(&(role, n)) = found.roles.first() else { return reader.word("match-roleless") };
    let of_title = found.roles.iter().find(|(other, _)| Some(other) == title.names.first());
    let id = match title.fits {
        Fits::Fits => "match-fits",
        Fits::Leans => "match-leans",
        Fits::Mixed if title.names.len() > 1 => "match-several",
        Fits::Mixed => "match-mixed",
        Fits::Unknown if title.text.is_some() => "match-unknown",
        Fits::Unknown => "match-untitled",
    };
    let arguments: [(&str, &dyn Argument); 6] = [
        ("title", &title.text.as_deref().unwrap_or_default()),
        ("all", &found.duties.len()),
        ("role", &all.role(role)),
        ("n", &n),
        ("named", &reader.list(title.names.iter().map(|&role| all.role(role)))),
        ("own", &of_title.map_or(0, |&(_, n)| n)),
    ];
    reader.say(id, &arguments)
}

/// The duties, role by role; those that are nobody's come last.
fn table(found: &Match, names: &Names) -> Table {
    let (reader, registry) = (names.reader, names.reader.registry);
    let id = |task: TaskRef| registry.task_id(task);
    let columns = Columns::new()
        .with(reader.column("match-line").number(), |duty: &Duty| duty.line)
        .with(reader.column("match-text"), |duty| duty.text.clone())
        .with(reader.column("who-answer").data(), |duty| reader.word(answer(duty)))
        .with(reader.column("task").view(), |duty| names.task(duty))
        .with(reader.column("task").data(), |duty| match duty.answer {
            Answer::Elsewhere(task) => Some(names.catalogue.task(task)),
            answer => answer.own_tasks().next().map(|task| reader.task(task)),
        })
        .with(reader.column("id").data(), |duty| duty.answer.own_tasks().next().map(id))
        .with(reader.column("match-second").data(), |duty| duty.answer.own_tasks().nth(1).map(id))
        .with(reader.column("match-elsewhere").data(), |duty| match duty.answer {
            Answer::Elsewhere(task) => Some(names.catalogue.registry.task_id(task)),
            Answer::Sure(_) | Answer::Unsure(..) | Answer::Nobody => None,
        });
    let mut sections = Vec::new();
    let roles = found.roles.iter().map(|&(role, _)| Some(role));
    for role in roles.chain([None]) {
        let duties: Vec<&Duty> =
            found.duties.iter().filter(|duty| duty.answer.role() == role).collect();
        if duties.is_empty() {
            continue;
        }
        let nobody = || reader.word("match-nobody");
        let name = role.map_or_else(nobody, |role| names.role(role).to_owned());
        let what = match role {
            Some(AnyRole::Own(_)) | None => name.clone(),
            Some(AnyRole::Elsewhere(_)) => format!("{name} ({})", reader.word("who-in-catalogue")),
        };
        // "5 duties (42%)".
        let (n, all) = (duties.len(), found.duties.len());
        let (mut part, percent) = (reader.count("count-duties", n), (100 * n + all / 2) / all);
        if all >= PERCENT_FROM {
            part = reader.say("match-part", &[("duties", &part), ("percent", &percent)]);
        }
        let section = Section::new(reader.heading(&what, &part), columns.rows(duties));
        sections.push(Section { key: name, warns: role.is_none(), ..section });
    }
    let mut table = columns.sections(sections);
    table.section_column = Some(reader.word("role"));
    table
}

/// The word for how sure it is whose a duty is.
fn answer(duty: &Duty) -> &'static str {
    match duty.answer {
        Answer::Sure(_) => "who-sure",
        Answer::Unsure(..) => "who-not-sure",
        Answer::Elsewhere(_) => "who-in-catalogue",
        Answer::Nobody => "who-nobody-here",
    }
}

/// What the advert leaves out of a role.
fn lacks(role: RoleIx, found: &Match, reader: &Reader) -> String {
    let tasks = found.lacks.iter().filter(|task| task.role == role);
    let role = &reader.role(role);
    match reader.series_if_any(tasks.map(|&task| reader.task(task))) {
        Some(tasks) => reader.say("match-lacks", &[("role", role), ("tasks", &tasks)]),
        None => reader.say("match-lacks-nothing", &[("role", role)]),
    }
}

/// Which roles of the catalogue would have the others.
fn in_catalogue(found: &Match, names: &Names) -> Option<String> {
    let ids = found.roles.iter().filter_map(|(role, _)| match role {
        AnyRole::Elsewhere(role) => Some(names.catalogue.registry.role(*role).id.as_str()),
        AnyRole::Own(_) => None,
    });
    let ids: Vec<&str> = ids.collect();
    let say = || names.reader.say("match-add", &[("ids", &ids.join(" ")), ("n", &ids.len())]);
    (!ids.is_empty()).then(say)
}
