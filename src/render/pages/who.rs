//! Who does this: the task that a question is about and who has to do with it, or the roles or people that it is about.

use crate::model::{Position, Registry, RoleIx};
use crate::query::{Answer, Company, Doer, Found, InSize, Reason, Verdict};
use crate::render::page::{Cell, Columns, Page, Section, Table};
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
    let mut notes = Vec::new();
    let mut lead = match (answer.verdict, &answer.matches[..]) {
        (Verdict::Sure, [best, ..]) => sure(best, asked, reader),
        (_, [_, ..]) => {
            notes = in_catalogue("who-or-elsewhere", answer, asked, reader);
            let question = reader.say("who-unsure", [("question", shortened(asked.question))]);
            vec![question, reader.count("who-likeliest", answer.matches.len())]
        }
        (_, []) if answer.roles.is_empty() && answer.people.is_empty() => {
            let mut lead = in_catalogue("who-elsewhere", answer, asked, reader);
            lead.insert(0, reader.say("who-nobody", [("question", shortened(asked.question))]));
            lead
        }
        (_, []) => about(answer, asked, reader),
    };
    let title = lead.first().map(|first| one_line(first).into_owned()).unwrap_or_default();
    if let Some(first) = lead.first_mut() {
        first.clone_from(&title);
    }
    Page { title, lead, table: table(answer, asked, reader), notes, ..Page::default() }
}

/// Who has to do with the task that is meant.
fn sure(found: &Found, asked: &Asked, reader: &Reader) -> Vec<String> {
    let mut lead = vec![in_roles(found, reader)];
    lead.extend(asked.team.map(|team| in_team(found, team, reader)));
    lead.extend(asked.team.and_then(|team| reader.day(team)));
    lead.extend(found.sizes.iter().map(|size| in_size(size, reader)));
    lead
}

/// "In the catalogue it is a task of the role Content creator: Film and edit short videos."
fn in_catalogue(id: &str, answer: &Answer, asked: &Asked, reader: &Reader) -> Vec<String> {
    let catalogue = asked.catalogue;
    let mut roles: Vec<RoleIx> = answer.elsewhere.iter().map(|task| task.role).collect();
    roles.dedup();
    let say = |role: RoleIx| {
        let of_role = answer.elsewhere.iter().filter(|task| task.role == role);
        let tasks = reader.series(of_role.map(|&task| reader.task_of(catalogue, task)));
        let (name, role_id) =
            (reader.role_of(catalogue, role), catalogue.role(role).id.to_string());
        reader.say(id, [("role", name), ("tasks", tasks), ("id", role_id)])
    };
    roles.into_iter().map(say).collect()
}

/// What there is to say about roles or people.
fn about(answer: &Answer, asked: &Asked, reader: &Reader) -> Vec<String> {
    if answer.verdict == Verdict::Unsure && answer.roles.len() > 1 {
        return vec![all_roles(&answer.roles, reader)];
    }
    let mut lead = Vec::new();
    for &role in &answer.roles {
        lead.push(about_role(role, reader));
        lead.extend(asked.team.map(|team| held_by(role, team, reader)));
    }
    let people = answer.people.iter().filter_map(|&person| Some((asked.team?, person)));
    lead.extend(people.map(|(team, person)| about_person(person, team, reader)));
    lead
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
    match reader.series_if_any(team.held(person).into_iter().map(|role| reader.role(role))) {
        Some(held) => reader.heading(name, &format!("{held}.")),
        None => reader.say("who-holds-nothing", [("who", name)]),
    }
}

/// What was found, one under another. People see the tasks that may be meant; of all else everything is said.
fn table(answer: &Answer, asked: &Asked, reader: &Reader) -> Table {
    let is_said = answer.verdict != Verdict::Unsure || answer.matches.is_empty();
    let verdict = reader.word(match answer.verdict {
        Verdict::Sure => "who-sure",
        Verdict::Unsure => "who-not-sure",
        Verdict::Nobody => "who-nobody-here",
    });
    let columns = Columns::new()
        .with(reader.column("id").data(), |row: &Row| row.id.clone())
        .with(reader.column("who-score").number().data(), |row| Some(Cell::Part(row.found?.score)))
        .with(reader.column("task").data_if(is_said), |row| row.task.clone())
        .with(reader.column("role").data(), |row| reader.series_if_any(&row.roles))
        .with(reader.column("who-does").data_if(is_said), |row| reader.series_if_any(&row.does))
        .with(reader.column("who-answers").data_if(is_said), |row| {
            reader.series_if_any(&row.answers)
        })
        .with(reader.column("who-one-person").data(), |row| {
            let sizes = row.found?.sizes.iter();
            let sizes = sizes.filter(|size| size.one_person && is_alone(size, reader));
            reader.series_if_any(sizes.map(|size| reader.size(size.size)))
        })
        .with(reader.column("who-answer").data(), |row| {
            if row.is_elsewhere { reader.word("who-in-catalogue") } else { verdict.clone() }
        })
        // In one piece it can be copied.
        .with_if(!is_said, reader.column("id").view().at_least(usize::MAX), |row| row.id.clone());
    let (here, elsewhere): (Vec<Row>, Vec<Row>) =
        rows(answer, asked, reader).into_iter().partition(|row| !row.is_elsewhere);
    let (rows, data) = (columns.rows(here), columns.rows(elsewhere));
    columns.sections(vec![
        Section { rows, ..Section::default() },
        Section { rows: data, is_data: true, ..Section::default() },
    ])
}

/// What a row says: about a task, a role, a person, or a task of the catalogue.
#[derive(Default)]
struct Row<'a> {
    found: Option<&'a Found<'a>>,
    id: Option<String>,
    task: Option<String>,
    roles: Vec<String>,
    does: Vec<String>,
    answers: Vec<String>,
    is_elsewhere: bool,
}

fn rows<'a>(answer: &'a Answer, asked: &Asked, reader: &Reader) -> Vec<Row<'a>> {
    let (registry, catalogue) = (reader.registry, asked.catalogue);
    let role_name = |role: RoleIx| reader.role(role).to_owned();
    let mut rows = Vec::new();
    for found in &answer.matches {
        let [does, answers] = match asked.team {
            Some(team) => names(found, team, reader),
            None => [found.task.role, found.accountable].map(|role| vec![role_name(role)]),
        };
        let (id, task) = (registry.task_id(found.task), reader.task(found.task).to_owned());
        let (id, task, roles) = (Some(id), Some(task), vec![role_name(found.task.role)]);
        rows.push(Row { found: Some(found), id, task, roles, does, answers, ..Row::default() });
    }
    for &role in &answer.roles {
        let does = asked.team.map(|team| team.names_of(role)).unwrap_or_default().into_iter();
        let (id, roles) = (Some(registry.role(role).id.to_string()), vec![role_name(role)]);
        rows.push(Row { id, roles, does: does.map(str::to_owned).collect(), ..Row::default() });
    }
    for &person in &answer.people {
        let held = asked.team.map(|team| team.held(person)).unwrap_or_default();
        let does = asked.team.map(|team| team.people[person].name.clone());
        let (roles, does) = (held.into_iter().map(role_name).collect(), Vec::from_iter(does));
        rows.push(Row { roles, does, ..Row::default() });
    }
    for &task in &answer.elsewhere {
        let (id, name) = (catalogue.task_id(task), reader.task_of(catalogue, task));
        let (id, task, roles) = (Some(id), Some(name), vec![reader.role_of(catalogue, task.role)]);
        rows.push(Row { id, task, roles, is_elsewhere: true, ..Row::default() });
    }
    rows
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
    let name = |&role| format!("{} ({})", reader.role(role), reader.registry.role(role).id);
    reader.say("who-all-roles", [("roles", reader.list(roles.iter().map(name)))])
}

/// The beginning of a question, on one line.
fn shortened(question: &str) -> String {
    let question = question.split_whitespace().collect::<Vec<_>>().join(" ");
    match question.char_indices().nth(LONGEST_QUESTION) {
        Some((end, _)) => format!("{}…", question[..end].trim_end()),
        None => question,
    }
}
