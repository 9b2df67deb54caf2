//! Who does this: the task that a question is about and who has to do with it, or the roles or people that it is about.

use crate::model::{Position, Registry, RoleIx};
use crate::query::{Answer, Company, Doer, Found, InSize, Reason, Verdict};
use crate::render::page::{Cell, Columns, Page, Section, Table};
use crate::render::reader::Reader;
use crate::render::visible::one_line;
use crate::render::words::Argument;
use std::collections::BTreeMap;

/// How much of a question is said again, in letters.
const LONGEST_QUESTION: usize = 60;

/// A question with its answer, and what it is answered from, beside the registry.
pub struct Asked<'a> {
    pub question: &'a str,
    pub answer: &'a Answer<'a>,
    /// The people, where there are any: the answer has their names.
    pub team: Option<&'a Company<'a>>,
    pub catalogue: &'a Registry,
}

pub fn answer(asked: &Asked, reader: &Reader) -> Page {
    let (answer, mut notes) = (asked.answer, Vec::new());
    let question = shortened(asked.question);
    let mut lead = match (answer.verdict, &answer.matches[..]) {
        (Verdict::Sure, [best, ..]) => sure(best, asked, reader),
        (_, [_, ..]) => {
            notes = in_catalogue("who-or-elsewhere", asked, reader);
            let unsure = reader.say("who-unsure", &[("question", &question)]);
            vec![unsure, reader.count("who-likeliest", answer.matches.len())]
        }
        (_, []) if answer.roles.is_empty() && answer.people.is_empty() => {
            let mut lead = in_catalogue("who-elsewhere", asked, reader);
            lead.insert(0, reader.say("who-nobody", &[("question", &question)]));
            lead
        }
        (Verdict::Unsure, []) if answer.people.is_empty() => {
            vec![
                reader.say("who-unsure", &[("question", &question)]),
                likeliest_roles(&answer.roles, reader),
            ]
        }
        (_, []) => about(asked, reader),
    };
    let title = lead.first().map(|first| one_line(first).into_owned()).unwrap_or_default();
    if let Some(first) = lead.first_mut() {
        first.clone_from(&title);
    }
    Page { title, lead, table: table(asked, reader), notes, ..Page::default() }
}

fn sure(found: &Found, asked: &Asked, reader: &Reader) -> Vec<String> {
    let [doer, accountable] = [found.task.role, found.accountable].map(|role| reader.role(role));
    let id = if found.accountable == found.task.role { "who-alone" } else { "who-apart" };
    let task = reader.task(found.task);
    let roles = reader.say(id, &[("task", &task), ("doer", &doer), ("accountable", &accountable)]);
    let mut lead = vec![roles];
    lead.extend(asked.team.map(|team| {
        let [doers, answer] = names(found, team, reader);
        reader.heading(&reader.company_name(None), &who_does(&doers, &answer, reader))
    }));
    lead.extend(asked.team.and_then(|team| reader.day(team)));
    lead.extend(found.sizes.iter().map(|size| in_size(size, reader)));
    lead
}

/// "In the catalogue it is a task of the role Content creator: Film and edit short videos."
fn in_catalogue(id: &str, asked: &Asked, reader: &Reader) -> Vec<String> {
    let (answer, catalogue) = (asked.answer, reader.of(asked.catalogue));
    let mut roles: Vec<RoleIx> = answer.elsewhere.iter().map(|task| task.role).collect();
    roles.dedup();
    let say = |role: RoleIx| {
        let of_role = answer.elsewhere.iter().filter(|task| task.role == role);
        let tasks = reader.series(of_role.map(|&task| catalogue.task(task)));
        let (name, role) = (catalogue.role(role), catalogue.registry.role(role).id.as_str());
        reader.say(id, &[("role", &name), ("tasks", &tasks), ("id", &role)])
    };
    roles.into_iter().map(say).collect()
}

/// "The likeliest role: Community manager (community-manager)."
fn likeliest_roles(roles: &[RoleIx], reader: &Reader) -> String {
    let name = |&role| format!("{} ({})", reader.role(role), reader.registry.role(role).id);
    let names = reader.list(roles.iter().map(name));
    let id = roles.first().map(|&role| reader.registry.role(role).id.as_str()).unwrap_or_default();
    reader.say("who-likeliest-roles", &[("n", &roles.len()), ("roles", &names), ("id", &id)])
}

/// "Community manager: Ana and Luis hold it.", "Ana: Social media manager."
fn about(asked: &Asked, reader: &Reader) -> Vec<String> {
    let answer = asked.answer;
    let mut lead = Vec::new();
    for &role in &answer.roles {
        lead.push(about_role(role, reader));
        lead.extend(asked.team.map(|team| {
            let names = team.names_of(role);
            let (role, n, names) = (reader.role(role), names.len(), reader.list(names));
            reader.say("who-held-by", &[("role", &role), ("who", &names), ("n", &n)])
        }));
    }
    let people = answer.people.iter().filter_map(|&person| Some((asked.team?, person)));
    for (team, person) in people {
        let name = team.people[person].name.as_str();
        let marked = if team.is_away(person) {
            reader.say("who-away", &[("who", &name)])
        } else {
            name.to_owned()
        };
        let held = team.held(person);
        lead.push(match reader.series_if_any(held.iter().map(|&role| reader.role(role))) {
            Some(names) => reader.heading(&marked, &format!("{names}.")),
            None => reader.say("who-holds-nothing", &[("who", &name)]),
        });
        // Several people may hold the same role.
        for line in reporting(&held, reader) {
            if !lead.contains(&line) {
                lead.push(line);
            }
        }
    }
    if !answer.people.is_empty() {
        lead.push(reader.word("who-person-tasks"));
    }
    lead
}

/// What was found, one under another. People see the tasks that may be meant; of all else everything is said.
fn table(asked: &Asked, reader: &Reader) -> Table {
    let answer = asked.answer;
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
        rows(asked, reader).into_iter().partition(|row| !row.is_elsewhere);
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

fn rows<'a>(asked: &Asked<'a>, reader: &Reader) -> Vec<Row<'a>> {
    let answer = asked.answer;
    let (registry, catalogue) = (reader.registry, reader.of(asked.catalogue));
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
        let roles = vec![catalogue.role(task.role).to_owned()];
        let (id, task) = (asked.catalogue.task_id(task), catalogue.task(task).to_owned());
        let (id, task) = (Some(id), Some(task));
        rows.push(Row { id, task, roles, is_elsewhere: true, ..Row::default() });
    }
    rows
}

/// "Large company: Community manager does it, Social media manager answers for it."
fn in_size(size: &InSize, reader: &Reader) -> String {
    let [doers, accountable] = [&size.doers, &size.accountable].map(|positions: &Vec<Position>| {
        positions.iter().map(|position| reader.position_label(position)).collect::<Vec<_>>()
    });
    let only = size.doers.first().filter(|_| size.one_person && is_alone(size, reader));
    let said = if only.is_some_and(|position| position.name.is_some()) {
        reader.say("who-one-position", &[("who", &reader.list(&doers))])
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
    let id = match (doers, answer) {
        ([], _) => "who-no-doer",
        ([_], [_]) if doers == answer => "who-same-doer",
        _ if doers == answer => "who-positions",
        (_, []) => "who-no-answer",
        _ => "who-doer-apart",
    };
    let doer = reader.list(doers);
    let arguments: [(&str, &dyn Argument); 5] = [
        ("who", &doer),
        ("doer", &doer),
        ("doers", &doers.len()),
        ("accountable", &reader.list(answer)),
        ("answering", &answer.len()),
    ];
    reader.say(id, &arguments)
}

/// Who does it in a team or stands in for somebody, and who answers for it: people, or vacant positions.
fn names(found: &Found, team: &Company, reader: &Reader) -> [Vec<String>; 2] {
    let name = |doer: &Doer| match *doer {
        Doer::Person(person) => team.people[person].name.clone(),
        Doer::Position(position) => match reader.list(team.away_from(position)) {
            nobody if nobody.is_empty() => {
                let name = reader.position_label(&team.positions[position]);
                format!("{} ({name})", reader.reason(Reason::VacantPosition))
            }
            away => reader.say("who-away", &[("who", &away)]),
        },
    };
    team.doers_of(found.task).map(|doers| doers.iter().map(name).collect())
}

/// What a role is there for, and where its tasks are.
fn about_role(role: RoleIx, reader: &Reader) -> String {
    let details = reader.registry.role(role);
    let purpose = details.purpose.as_ref().map(|text| reader.text(text)).unwrap_or_default();
    let name = reader.role(role);
    let purpose = reader.say("who-role-purpose", &[("role", &name), ("purpose", &purpose)]);
    let mut parts = vec![purpose.trim_end().to_owned()];
    parts.extend(reporting(&[role], reader));
    parts.push(reader.say("who-role", &[("id", &details.id.as_str())]));
    parts.join(" ")
}

/// To whom these roles report, and who reports to them, but for themselves.
fn reporting(roles: &[RoleIx], reader: &Reader) -> Vec<String> {
    let mut below: BTreeMap<RoleIx, Vec<&str>> = BTreeMap::new();
    for role in reader.registry.roles() {
        let above = reader.registry.role(role).reports_to;
        let is_meant = |above: &RoleIx| roles.contains(&role) != roles.contains(above);
        if let Some(above) = above.filter(is_meant) {
            below.entry(above).or_default().push(reader.role(role));
        }
    }
    let say = |(above, roles): (RoleIx, Vec<&str>)| {
        let (n, above, roles) = (roles.len(), reader.role(above), reader.list(roles));
        reader.say("who-reporting", &[("n", &n), ("roles", &roles), ("above", &above)])
    };
    below.into_iter().map(say).collect()
}

fn shortened(question: &str) -> String {
    let question = question.split_whitespace().collect::<Vec<_>>().join(" ");
    match question.char_indices().nth(LONGEST_QUESTION) {
        Some((end, _)) => format!("{}…", question[..end].trim_end()),
        None => question,
    }
}
