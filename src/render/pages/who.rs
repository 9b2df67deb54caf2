//! Who does this: the task that a question is about and who has to do with it, or the roles or people that it is about.

use crate::model::{Position, Registry, RoleIx, TaskRef};
use crate::query::{Answer, Company, Doer, Found, InSize, Reason, Verdict};
use crate::render::page::{Columns, Page, Section, Table};
use crate::render::reader::Reader;
use crate::render::visible::one_line;
use fluent_bundle::FluentValue;

/// How much of a question is said again, in letters.
const LONGEST_QUESTION: usize = 60;

/// What a question is answered from, beside the registry.
pub struct Asked<'a> {
    /// The question.
    pub question: &'a str,
    /// The people, where there are any: the answer has their names.
    pub team: Option<&'a Company<'a>>,
    /// The catalogue that knows the tasks from elsewhere.
    pub catalogue: &'a Registry,
}

/// The answer to a question.
pub fn answer(answer: &Answer, asked: &Asked, reader: &Reader) -> Page {
    let mut page = match (answer.verdict, &answer.matches[..]) {
        (Verdict::Sure, [best, ..]) => sure(best, asked, reader),
        (_, [_, ..]) => unsure(answer, asked, reader),
        (_, []) if answer.roles.is_empty() && answer.people.is_empty() => {
            nobody(answer, asked, reader)
        }
        (_, []) => about(answer, asked, reader),
    };
    page.table = table(answer, asked, reader);
    page
}

fn page(mut lead: Vec<String>) -> Page {
    let title = lead.first_mut().map(|first| {
        *first = one_line(first).into_owned();
        first.clone()
    });
    Page { title: title.unwrap_or_default(), lead, ..Page::default() }
}

/// Who has to do with the task that is meant.
fn sure(found: &Found, asked: &Asked, reader: &Reader) -> Page {
    let mut lead = vec![in_roles(found, reader)];
    lead.extend(asked.team.map(|team| in_team(found, team, reader)));
    lead.extend(asked.team.and_then(|team| Some(reader.on_day(team.day?, team.away()))));
    lead.extend(found.sizes.iter().map(|size| in_size(size, reader)));
    page(lead)
}

/// Which tasks may be meant.
fn unsure(answer: &Answer, asked: &Asked, reader: &Reader) -> Page {
    let question = reader.say("who-unsure", [("question", shortened(asked.question))]);
    let likeliest = reader.count("who-likeliest", answer.matches.len());
    let mut page = page(vec![question, likeliest]);
    page.notes.extend(in_catalogue("who-or-elsewhere", answer, asked, reader));
    page
}

/// That nobody here does it, and whose task it is in the catalogue.
fn nobody(answer: &Answer, asked: &Asked, reader: &Reader) -> Page {
    let mut lead = vec![reader.say("who-nobody", [("question", shortened(asked.question))])];
    lead.extend(in_catalogue("who-elsewhere", answer, asked, reader));
    page(lead)
}

/// "In the catalogue it is a task of the role Content creator: Film and edit short videos."
fn in_catalogue(id: &str, answer: &Answer, asked: &Asked, reader: &Reader) -> Vec<String> {
    let catalogue = asked.catalogue;
    let mut roles: Vec<RoleIx> = answer.elsewhere.iter().map(|task| task.role).collect();
    roles.dedup();
    let say = |role: RoleIx| {
        let of_role = answer.elsewhere.iter().filter(|task| task.role == role);
        let tasks = of_role.map(|&task| reader.task_of(catalogue, task));
        let tasks = reader.series(&tasks.collect::<Vec<_>>());
        let (name, role_id) =
            (reader.role_of(catalogue, role), catalogue.role(role).id.to_string());
        reader.say(id, [("role", name), ("tasks", tasks), ("id", role_id)])
    };
    roles.into_iter().map(say).collect()
}

/// What there is to say about roles or people.
fn about(answer: &Answer, asked: &Asked, reader: &Reader) -> Page {
    if answer.verdict == Verdict::Unsure && answer.roles.len() > 1 {
        return page(vec![all_roles(&answer.roles, reader)]);
    }
    let mut lead = Vec::new();
    for &role in &answer.roles {
        lead.push(about_role(role, reader));
        lead.extend(asked.team.map(|team| held_by(role, team, reader)));
    }
    let people = answer.people.iter().filter_map(|&person| Some((asked.team?, person)));
    lead.extend(people.map(|(team, person)| about_person(person, team, reader)));
    page(lead)
}

/// "Community manager: Ana and Luis hold it."
fn held_by(role: RoleIx, team: &Company, reader: &Reader) -> String {
    let names = team.names_of(role);
    let n = FluentValue::from(names.len());
    let names = [("role", reader.role(role).into()), ("who", reader.list(&names).into())];
    reader.say::<FluentValue>("who-held-by", names.into_iter().chain([("n", n)]))
}

/// "Ana: Social media manager."
fn about_person(person: usize, team: &Company, reader: &Reader) -> String {
    let name = team.people[person].name.as_str();
    let held: Vec<&str> = team.held(person).into_iter().map(|role| reader.role(role)).collect();
    if held.is_empty() {
        return reader.say("who-holds-nothing", [("who", name)]);
    }
    reader.heading(name, &format!("{}.", reader.series(&held)))
}

/// What was found, one under another. People see the tasks that may be meant; of all else everything is said.
fn table(answer: &Answer, asked: &Asked, reader: &Reader) -> Table {
    let is_said = answer.verdict != Verdict::Unsure || answer.matches.is_empty();
    let verdict = reader.word(match answer.verdict {
        Verdict::Sure => "who-sure",
        Verdict::Unsure => "who-not-sure",
        Verdict::Nobody => "who-nobody-here",
    });
    let named = |found: &Found, side: usize| match asked.team {
        Some(team) => series(&names(found, team, reader)[side], reader),
        None => Some(reader.role([found.task.role, found.accountable][side]).to_owned()),
    };
    let columns = Columns::new()
        .with(reader.column("id").data(), |row: &Row| row.id(asked, reader))
        .with(reader.column("who-score").number().data(), |row| Some(row.found()?.score))
        .with(reader.column("task").data_if(is_said), |row| row.task(asked, reader))
        .with(reader.column("role").data(), |row| row.roles(asked, reader))
        .with(reader.column("who-does").data_if(is_said), |row| match *row {
            Row::Task(found) => named(found, 0),
            Row::Person(person) => Some(asked.team?.people[person].name.clone()),
            Row::Role(role) => series(&asked.team?.names_of(role), reader),
            Row::Elsewhere(_) => None,
        })
        .with(reader.column("who-answers").data_if(is_said), |row| named(row.found()?, 1))
        .with(reader.column("who-one-person").data(), |row| {
            let mut sizes: Vec<&InSize> = row.found()?.sizes.iter().collect();
            sizes.retain(|size| size.one_person && is_alone(size, reader));
            let sizes: Vec<&str> = sizes.iter().map(|size| reader.size(size.size)).collect();
            (!sizes.is_empty()).then(|| reader.series(&sizes))
        })
        .with(reader.column("who-answer").data(), |row| match row {
            Row::Elsewhere(_) => reader.word("who-in-catalogue"),
            _ => verdict.clone(),
        })
        // In one piece it can be copied.
        .with_if(!is_said, reader.column("id").view().at_least(usize::MAX), |row| {
            row.id(asked, reader)
        });
    let of_roles = answer.roles.iter().map(|&role| Row::Role(role));
    let of_people = answer.people.iter().map(|&person| Row::Person(person));
    let here = answer.matches.iter().map(Row::Task).chain(of_roles).chain(of_people);
    let here = columns.rows(here.collect::<Vec<_>>());
    let elsewhere = answer.elsewhere.iter().map(|&task| Row::Elsewhere(task));
    let elsewhere = columns.rows(elsewhere.collect::<Vec<_>>());
    columns.sections(vec![
        Section { rows: here, ..Section::default() },
        Section { rows: elsewhere, is_data: true, ..Section::default() },
    ])
}

/// What a row is about.
enum Row<'a> {
    Task(&'a Found<'a>),
    Role(RoleIx),
    Person(usize),
    Elsewhere(TaskRef),
}

impl Row<'_> {
    fn found(&self) -> Option<&Found<'_>> {
        if let Row::Task(found) = self { Some(found) } else { None }
    }

    fn id(&self, asked: &Asked, reader: &Reader) -> Option<String> {
        match *self {
            Row::Task(found) => Some(reader.registry.task_id(found.task)),
            Row::Role(role) => Some(reader.registry.role(role).id.to_string()),
            Row::Person(_) => None,
            Row::Elsewhere(task) => Some(asked.catalogue.task_id(task)),
        }
    }

    fn task(&self, asked: &Asked, reader: &Reader) -> Option<String> {
        match *self {
            Row::Task(found) => Some(reader.task(found.task).to_owned()),
            Row::Elsewhere(task) => Some(reader.task_of(asked.catalogue, task)),
            Row::Role(_) | Row::Person(_) => None,
        }
    }

    fn roles(&self, asked: &Asked, reader: &Reader) -> Option<String> {
        match *self {
            Row::Task(found) => Some(reader.role(found.task.role).to_owned()),
            Row::Role(role) => Some(reader.role(role).to_owned()),
            Row::Person(person) => {
                let held = asked.team?.held(person);
                let names: Vec<&str> = held.iter().map(|&role| reader.role(role)).collect();
                (!names.is_empty()).then(|| reader.series(&names))
            }
            Row::Elsewhere(task) => Some(reader.role_of(asked.catalogue, task.role)),
        }
    }
}

fn series(names: &[impl AsRef<str>], reader: &Reader) -> Option<String> {
    (!names.is_empty()).then(|| reader.series(names))
}

/// "Reply to comments: Community manager does it, Social media manager answers for it."
fn in_roles(found: &Found, reader: &Reader) -> String {
    let (task, doer) = (("task", reader.task(found.task)), ("doer", reader.role(found.task.role)));
    if found.accountable == found.task.role {
        return reader.say("who-alone", [task, doer]);
    }
    reader.say("who-apart", [task, doer, ("accountable", reader.role(found.accountable))])
}

/// "Large company: Community manager does it, Social media manager answers for it."
fn in_size(size: &InSize, reader: &Reader) -> String {
    let [doers, accountable] = [&size.doers, &size.accountable].map(|positions: &Vec<Position>| {
        positions.iter().map(|position| reader.position_label(position)).collect::<Vec<_>>()
    });
    let only = size.doers.first().filter(|_| size.one_person && is_alone(size, reader));
    let said = if only.is_some_and(|position| position.name.is_some()) {
        reader.say("who-one-position", [("who", reader.list(&doers))])
    } else {
        who_does(&doers, &accountable, reader)
    };
    reader.heading(&reader.size_with_range(size.size), &said)
}

/// Whether a company of that size has a single person for all that the registry is about.
fn is_alone(size: &InSize, reader: &Reader) -> bool {
    reader.registry.positions(Some(size.size)).len() == 1
}

/// "Luis does it, Ana answers for it."
fn who_does(doers: &[String], answer: &[String], reader: &Reader) -> String {
    let (doer, accountable) = (reader.list(doers), reader.list(answer));
    match (doers, answer) {
        ([], _) => reader.word("who-no-doer"),
        ([_], [_]) if doer == accountable => reader.say("who-same-doer", [("who", doer)]),
        _ if doers == answer => reader.say("who-positions", [("who", doer)]),
        (_, []) => {
            let n = FluentValue::from(doers.len());
            reader.say("who-no-answer", [("doer", doer.into()), ("doers", n)])
        }
        _ => {
            let counts = [("doers", doers.len().into()), ("answering", answer.len().into())];
            let names = [("doer", doer.into()), ("accountable", accountable.into())];
            reader.say::<FluentValue>("who-doer-apart", names.into_iter().chain(counts))
        }
    }
}

/// "Team: Luis does it, Ana answers for it."
fn in_team(found: &Found, team: &Company, reader: &Reader) -> String {
    let [doers, answer] = names(found, team, reader);
    reader.heading(&reader.company_name(None), &who_does(&doers, &answer, reader))
}

/// Who does it in a team or stands in for somebody, and who answers for it: people, or vacant positions.
fn names(found: &Found, team: &Company, reader: &Reader) -> [Vec<String>; 2] {
    let of_task = team.doers_of(found.task);
    let name = |doer: &Doer| match *doer {
        Doer::Person(person) => team.people[person].name.clone(),
        Doer::Position(position) => {
            let name = reader.position_label(&team.positions[position]);
            format!("{} ({name})", reader.reason(Reason::VacantPosition))
        }
    };
    let doers = of_task.does.iter().chain(&of_task.stands_in).map(name).collect();
    [doers, of_task.answers.iter().map(name).collect()]
}

/// What a role is there for, and where its tasks are.
fn about_role(role: RoleIx, reader: &Reader) -> String {
    let details = reader.registry.role(role);
    let purpose = details.purpose.as_ref().map(|text| reader.text(text)).unwrap_or_default();
    let purpose = [("role", reader.role(role)), ("purpose", purpose)];
    let purpose = reader.say("who-role-purpose", purpose);
    let tasks = reader.say("who-role", [("id", details.id.as_str())]);
    format!("{} {tasks}", purpose.trim_end())
}

/// Which roles there are, for a question about what they have in common.
fn all_roles(roles: &[RoleIx], reader: &Reader) -> String {
    let mut names = Vec::new();
    for &role in roles {
        names.push(format!("{} ({})", reader.role(role), reader.registry.role(role).id));
    }
    reader.say("who-all-roles", [("roles", reader.list(&names))])
}

/// The beginning of a question, on one line.
fn shortened(question: &str) -> String {
    let question = question.split_whitespace().collect::<Vec<_>>().join(" ");
    match question.char_indices().nth(LONGEST_QUESTION) {
        Some((end, _)) => format!("{}…", question[..end].trim_end()),
        None => question,
    }
}
