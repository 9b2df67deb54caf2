//! Who does this: the tasks that match a question, and who has to do with them in a company of each size.

use super::raci::heading;
use crate::model::{Position, RoleIx};
use crate::query::{Answer, Found, InSize, Raci};
use crate::render::page::{Cell, Column, Page, Table};
use crate::render::reader::Reader;
use crate::render::visible::one_line;

/// How much of a question is said again, in letters.
const LONGEST_QUESTION: usize = 60;

/// The answer to a question.
///
/// With a team, it says by name who has to do with it there.
pub fn answer(answer: &Answer, question: &str, team: Option<&Raci>, reader: &Reader) -> Page {
    let mut page = match &answer.matches[..] {
        [] => nothing(answer, question, reader),
        [best, ..] => {
            let title = one_line(&in_roles(best, reader)).into_owned();
            Page {
                lead: [title.clone()]
                    .into_iter()
                    .chain(team.map(|team| in_team(best, team, reader)))
                    .chain(best.sizes.iter().map(|size| in_size(size, reader)))
                    .collect(),
                title,
                ..Page::default()
            }
        }
    };
    page.table = table(answer, team, reader);
    page
}

/// The matches one under another. Of a single one everything is said already where people read, and so it is of those that
/// are only near.
fn table(answer: &Answer, team: Option<&Raci>, reader: &Reader) -> Table {
    let words = &reader.words;
    let several = answer.matches.len() > 1;
    let seen = |title: &str| {
        let column = Column::text(words.word(title));
        if several { column } else { column.data() }
    };
    let mut columns = vec![
        Column::text(words.word("id")).data(),
        Column::text(words.word("who-score")).data(),
        seen("task"),
        seen("who-does"),
        seen("who-answers"),
        Column::text(words.word("who-one-person")).data(),
        Column::text(words.word("who-match")).data(),
    ];
    if several {
        // In one piece it can be copied.
        columns.push(Column::text(words.word("id")).view().at_least(usize::MAX));
    }
    let row = |found: &Found, is_match: bool| {
        let mut row = row(found, is_match, team, reader);
        row.truncate(columns.len());
        row
    };
    let matches = answer.matches.iter().map(|found| row(found, true));
    let nearest = answer.nearest.iter().map(|found| row(found, false));
    let rows = matches.chain(nearest).collect();
    Table::plain(columns, rows)
}

/// "Reply to comments: Community manager does it, Social media manager answers for it."
fn in_roles(found: &Found, reader: &Reader) -> String {
    let (task, doer) = (reader.task(found.task), reader.role(found.task.role));
    if found.accountable == found.task.role {
        let told = [("task", task.into()), ("doer", doer.into())];
        return reader.words.say("who-alone", told);
    }
    let accountable = reader.role(found.accountable);
    let told = [("task", task.into()), ("doer", doer.into()), ("accountable", accountable.into())];
    reader.words.say("who-apart", told)
}

/// "Large company: Community manager does it, Social media manager answers for it."
fn in_size(size: &InSize, reader: &Reader) -> String {
    let names = |positions: &[Position]| {
        let names: Vec<String> =
            positions.iter().map(|position| reader.position_name(position)).collect();
        reader.list(&names)
    };
    let (doers, accountable) = (names(&size.doers), names(&size.accountable));
    let who = match (&size.doers[..], &size.accountable[..]) {
        ([position], _) if size.one_person => {
            let is_named = is_alone(size, reader) && position.name.is_some();
            let message = if is_named { "who-one-seat" } else { "who-same-seat" };
            (message, vec![("who", doers.into())])
        }
        ([], _) => ("who-no-doer", Vec::new()),
        (_, []) => ("who-no-answer", vec![("doer", doers.into())]),
        (doing, answering) if doing == answering => ("who-seats", vec![("who", doers.into())]),
        (_, _) => {
            ("who-seats-apart", vec![("doer", doers.into()), ("accountable", accountable.into())])
        }
    };
    let (message, told) = who;
    reader.heading(&reader.size_with_range(size.size), &reader.words.say(message, told))
}

/// Whether a company of that size has a single person for all that the registry is about.
fn is_alone(size: &InSize, reader: &Reader) -> bool {
    reader.registry.positions(Some(size.size)).len() == 1
}

/// "Team: Luis does it, Ana answers for it."
fn in_team(found: &Found, team: &Raci, reader: &Reader) -> String {
    let words = &reader.words;
    let (doer, accountable) = names(found, team, reader);
    let said = match (doer, accountable) {
        (None, _) => words.word("who-no-doer"),
        (Some(doer), None) => words.say("who-no-answer", [("doer", doer.into())]),
        (Some(doer), Some(other)) if doer == other => {
            words.say("who-same-seat", [("who", doer.into())])
        }
        (Some(doer), Some(other)) => {
            let told = [("doer", doer.into()), ("accountable", other.into())];
            words.say("who-seats-apart", told)
        }
    };
    reader.heading(&reader.company_name(None), &said)
}

/// Who does it in a team, and who answers for it: people, or vacant positions.
fn names(found: &Found, team: &Raci, reader: &Reader) -> (Option<String>, Option<String>) {
    let row = team.row_of(found.task);
    let name = |column: usize| heading(team, &team.columns[column], reader);
    (row.responsible.map(name), row.accountable.map(name))
}

fn row(found: &Found, is_match: bool, team: Option<&Raci>, reader: &Reader) -> Vec<Cell> {
    let (doer, accountable) = team.map_or_else(
        || {
            let role = |role| Some(reader.role(role).to_owned());
            (role(found.task.role), role(found.accountable))
        },
        |team| names(found, team, reader),
    );
    let is_one_person = |size: &&InSize| size.one_person && is_alone(size, reader);
    let one_person = found.sizes.iter().filter(is_one_person);
    let one_person: Vec<&str> = one_person.map(|size| reader.size(size.size)).collect();
    let words = &reader.words;
    vec![
        Cell::text(reader.registry.task_id(found.task)),
        Cell::text(format!("{:.2}", found.score)),
        Cell::text(reader.task(found.task)),
        Cell::maybe(doer),
        Cell::maybe(accountable),
        Cell::maybe((!one_person.is_empty()).then(|| reader.series(&one_person))),
        Cell::text(words.word(if is_match { "yes" } else { "no" })),
        Cell::text(reader.registry.task_id(found.task)),
    ]
}

/// That nothing matches; what is near, if anything is.
fn nothing(answer: &Answer, question: &str, reader: &Reader) -> Page {
    let words = &reader.words;
    let title = words.say("who-nothing", [("question", shortened(question).into())]);
    let title = one_line(&title).into_owned();
    let is_near = (!answer.nearest.is_empty()).then(|| words.word("who-nearest"));
    let mut lead = match answer.role {
        Some(role) => vec![about(role, reader), title.clone()],
        None => vec![title.clone()],
    };
    let is_about_all = answer.is_about_all && answer.role.is_none() && is_near.is_none();
    lead.extend(is_about_all.then(|| all_roles(reader)));
    lead.extend(is_near);
    let near = |found: &Found| {
        let (task, id) = (reader.task(found.task), reader.registry.task_id(found.task));
        format!("{task} ({id})")
    };
    Page { lead, title, notes: answer.nearest.iter().map(near).collect(), ..Page::default() }
}

/// What a role is there for, and where its tasks are.
fn about(role: RoleIx, reader: &Reader) -> String {
    let (words, details) = (&reader.words, reader.registry.role(role));
    let purpose = details.purpose.as_ref().map(|text| reader.text(text));
    let told =
        [("role", reader.role(role).into()), ("purpose", purpose.unwrap_or_default().into())];
    let purpose = words.say("who-role-purpose", told);
    let tasks = words.say("who-role", [("id", details.id.as_str().into())]);
    format!("{} {tasks}", purpose.trim_end())
}

/// Which roles there are, for a question about what they have in common.
fn all_roles(reader: &Reader) -> String {
    let roles = reader.registry.roles();
    let name = |role| format!("{} ({})", reader.role(role), reader.registry.role(role).id.as_str());
    let names: Vec<String> = roles.map(name).collect();
    let told = [("roles", reader.list(&names).into())];
    reader.words.say("who-all-roles", told)
}

/// The beginning of a question, on one line.
fn shortened(question: &str) -> String {
    let question = question.split_whitespace().collect::<Vec<_>>().join(" ");
    match question.char_indices().nth(LONGEST_QUESTION) {
        Some((end, _)) => format!("{}…", question[..end].trim_end()),
        None => question,
    }
}
