//! Whose the duties of a job advert are: each beside its task, role by role; and what the title and the role have to do
//! with them.

use crate::model::{Registry, RoleIx, TaskRef};
use crate::query::advert::{Answer, AnyRole, Duty, Fits, Match};
use crate::render::page::{Columns, Page, Section, Table};
use crate::render::reader::Reader;
use crate::render::visible::one_line;
use fluent_bundle::FluentValue;

/// From so many duties on, parts of them are told in percent too.
const PERCENT_FROM: usize = 5;

/// The duties of an advert, with the catalogue that knows the roles from elsewhere.
pub fn advert(found: &Match, catalogue: &Registry, reader: &Reader) -> Page {
    let names = Names { catalogue, reader };
    let has_duties = !found.duties.is_empty();
    let first = if has_duties { title(found, &names) } else { reader.word("match-no-duties") };
    let mut lead = vec![one_line(&first).into_owned()];
    let duties = reader.count("count-duties", found.duties.len());
    lead.push(reader.say(
        "match-passed-over",
        [("duties", duties.into()), ("n", FluentValue::from(found.passed_over))],
    ));
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
    catalogue: &'n Registry,
    reader: &'n Reader<'n>,
}

impl Names<'_> {
    fn role(&self, role: AnyRole) -> String {
        match role {
            AnyRole::Own(role) => self.reader.role(role).to_owned(),
            AnyRole::Elsewhere(role) => self.reader.role_of(self.catalogue, role),
        }
    }

    /// What is said about a duty beside it.
    fn task(&self, duty: &Duty) -> Option<String> {
        let reader = self.reader;
        Some(match duty.answer {
            Answer::Sure(task) => reader.task(task).to_owned(),
            Answer::Unsure(task, None) => {
                reader.say("match-probably", [("task", reader.task(task))])
            }
            Answer::Unsure(task, Some(second)) => {
                let tasks = [("task", reader.task(task)), ("second", reader.task(second))];
                reader.say("match-either", tasks)
            }
            Answer::Elsewhere(task) => reader.task_of(self.catalogue, task),
            Answer::Nobody => return None,
        })
    }
}

/// Whether the title fits.
fn title(found: &Match, all: &Names) -> String {
    let (reader, title) = (all.reader, &found.title);
    let count = |role: AnyRole| {
        let of_role = found.roles.iter().find(|(other, _)| *other == role);
        FluentValue::from(of_role.map_or(0, |&(_, count)| count))
    };
    let Some(&(role, _)) = found.roles.first() else { return reader.word("match-roleless") };
    let named: Vec<String> = title.names.iter().map(|&role| all.role(role)).collect();
    let arguments = [
        ("title", title.text.as_deref().unwrap_or_default().into()),
        ("all", found.duties.len().into()),
        ("role", all.role(role).into()),
        ("n", count(role)),
        ("named", reader.list(&named).into()),
        ("own", title.names.first().map_or_else(|| 0.into(), |&named| count(named))),
    ];
    let id = match title.fits {
        Fits::Fits => "match-fits",
        Fits::Leans => "match-leans",
        Fits::Mixed if named.len() > 1 => "match-several",
        Fits::Mixed => "match-mixed",
        Fits::Unknown if title.text.is_some() => "match-unknown",
        Fits::Unknown => "match-untitled",
    };
    reader.say::<FluentValue>(id, arguments)
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
            Answer::Elsewhere(task) => Some(reader.task_of(names.catalogue, task)),
            answer => answer.own_tasks().next().map(|task| reader.task(task).to_owned()),
        })
        .with(reader.column("id").data(), |duty| duty.answer.own_tasks().next().map(id))
        .with(reader.column("match-second").data(), |duty| duty.answer.own_tasks().nth(1).map(id))
        .with(reader.column("match-elsewhere").data(), |duty| match duty.answer {
            Answer::Elsewhere(task) => Some(names.catalogue.task_id(task)),
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
        let name = role.map_or_else(|| reader.word("match-nobody"), |role| names.role(role));
        let what = match role {
            Some(AnyRole::Own(_)) | None => name.clone(),
            Some(AnyRole::Elsewhere(_)) => format!("{name} ({})", reader.word("who-in-catalogue")),
        };
        let part = part(duties.len(), found.duties.len(), reader);
        sections.push(Section {
            title: Some(reader.heading(&what, &part)),
            key: name,
            warns: role.is_none(),
            rows: columns.rows(duties),
            ..Section::default()
        });
    }
    let mut table = columns.sections(sections);
    table.section_column = Some(reader.word("role"));
    table
}

/// "5 duties (42%)".
fn part(n: usize, all: usize, reader: &Reader) -> String {
    let duties = reader.count("count-duties", n);
    if all < PERCENT_FROM {
        return duties;
    }
    reader.say(
        "match-part",
        [("duties", duties.into()), ("percent", FluentValue::from((100 * n + all / 2) / all))],
    )
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
    let name = reader.role(role);
    match reader.series_if_any(tasks.map(|&task| reader.task(task))) {
        Some(tasks) => reader.say("match-lacks", [("role", name), ("tasks", &tasks)]),
        None => reader.say("match-lacks-nothing", [("role", name)]),
    }
}

/// Which roles of the catalogue would have the others.
fn in_catalogue(found: &Match, names: &Names) -> Option<String> {
    let ids = found.roles.iter().filter_map(|(role, _)| match role {
        AnyRole::Elsewhere(role) => Some(names.catalogue.role(*role).id.as_str()),
        AnyRole::Own(_) => None,
    });
    let ids: Vec<&str> = ids.collect();
    let n = FluentValue::from(ids.len());
    (!ids.is_empty())
        .then(|| names.reader.say("match-add", [("ids", ids.join(" ").into()), ("n", n)]))
}
