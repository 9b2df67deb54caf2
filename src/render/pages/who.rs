//! Who does this: the tasks that match a question, and who has to do with them in a company of each size.

use super::raci::heading;
use crate::model::{Position, RoleIx};
use crate::query::{Answer, Found, InSize, Raci};
use crate::render::page::{Columns, Page, Table};
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
            let mut lead = vec![title.clone()];
            lead.extend(team.map(|team| in_team(best, team, reader)));
            lead.extend(team.and_then(|team| reader.day(team.assignment)));
            lead.extend(best.sizes.iter().map(|size| in_size(size, reader)));
            Page { title, lead, ..Page::default() }
        }
    };
    page.table = table(answer, team, reader);
    page
}

/// The matches one under another. Of a single one everything is said already where people read, and so it is of those that
/// are only near.
fn table(answer: &Answer, team: Option<&Raci>, reader: &Reader) -> Table {
    let is_single = answer.matches.len() < 2;
    let role = |role: RoleIx| Some(reader.role(role).to_owned());
    let columns = Columns::new()
        .with(reader.column("id").data(), |(found, _): &(&Found, bool)| {
            reader.registry.task_id(found.task)
        })
        .with(reader.column("who-score").data(), |(found, _)| format!("{:.2}", found.score))
        .with(reader.column("task").data_if(is_single), |(found, _)| reader.task(found.task))
        .with(reader.column("who-does").data_if(is_single), |(found, _)| match team {
            Some(team) => names(found, team, reader).0,
            None => role(found.task.role),
        })
        .with(reader.column("who-answers").data_if(is_single), |(found, _)| match team {
            Some(team) => names(found, team, reader).1,
            None => role(found.accountable),
        })
        .with(reader.column("who-one-person").data(), |(found, _)| {
            let mut sizes: Vec<&InSize> = found.sizes.iter().collect();
            sizes.retain(|size| size.one_person && is_alone(size, reader));
            let sizes: Vec<&str> = sizes.iter().map(|size| reader.size(size.size)).collect();
            (!sizes.is_empty()).then(|| reader.series(&sizes))
        })
        .with(reader.column("who-match").data(), |(_, is_match)| {
            reader.word(if *is_match { "yes" } else { "no" })
        })
        // In one piece it can be copied.
        .with_if(!is_single, reader.column("id").view().at_least(usize::MAX), |(found, _)| {
            reader.registry.task_id(found.task)
        });
    let matches = answer.matches.iter().map(|found| (found, true));
    columns.table(matches.chain(answer.nearest.iter().map(|found| (found, false))))
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
        let names = positions.iter().map(|position| reader.position_label(position));
        reader.list(&names.collect::<Vec<_>>())
    });
    let said = match (&size.doers[..], &size.accountable[..]) {
        ([position], _) if size.one_person => {
            let is_named = is_alone(size, reader) && position.name.is_some();
            let id = if is_named { "who-one-position" } else { "who-same-doer" };
            reader.say(id, [("who", doers)])
        }
        ([], _) => reader.word("who-no-doer"),
        (_, []) => reader.say("who-no-answer", [("doer", doers)]),
        (doing, answering) if doing == answering => reader.say("who-positions", [("who", doers)]),
        (_, _) => reader.say("who-doer-apart", [("doer", doers), ("accountable", accountable)]),
    };
    reader.heading(&reader.size_with_range(size.size), &said)
}

/// Whether a company of that size has a single person for all that the registry is about.
fn is_alone(size: &InSize, reader: &Reader) -> bool {
    reader.registry.positions(Some(size.size)).len() == 1
}

/// "Team: Luis does it, Ana answers for it."
fn in_team(found: &Found, team: &Raci, reader: &Reader) -> String {
    let said = match names(found, team, reader) {
        (None, _) => reader.word("who-no-doer"),
        (Some(doer), None) => reader.say("who-no-answer", [("doer", doer)]),
        (Some(doer), Some(other)) if doer == other => reader.say("who-same-doer", [("who", doer)]),
        (Some(doer), Some(other)) => {
            reader.say("who-doer-apart", [("doer", doer), ("accountable", other)])
        }
    };
    reader.heading(&reader.company_name(None), &said)
}

/// Who does it in a team, and who answers for it: people, or vacant positions.
fn names(found: &Found, team: &Raci, reader: &Reader) -> (Option<String>, Option<String>) {
    let row = team.row_of(found.task);
    let name = |column: usize| heading(team, &team.columns[column], reader);
    let doers: Vec<String> = row.responsible.iter().map(|&column| name(column)).collect();
    let doers = (!doers.is_empty()).then(|| reader.list(&doers));
    (doers, row.accountable.map(name))
}

/// That nothing matches; what is near, if anything is.
fn nothing(answer: &Answer, question: &str, reader: &Reader) -> Page {
    let title = reader.say("who-nothing", [("question", shortened(question))]);
    let title = one_line(&title).into_owned();
    let mut lead = Vec::new();
    lead.extend(answer.role.map(|role| about(role, reader)));
    lead.push(title.clone());
    if !answer.nearest.is_empty() {
        lead.push(reader.word("who-nearest"));
    } else if answer.is_about_all && answer.role.is_none() {
        lead.push(all_roles(reader));
    }
    let mut notes = Vec::new();
    for Found { task, .. } in &answer.nearest {
        notes.push(format!("{} ({})", reader.task(*task), reader.registry.task_id(*task)));
    }
    Page { title, lead, notes, ..Page::default() }
}

/// What a role is there for, and where its tasks are.
fn about(role: RoleIx, reader: &Reader) -> String {
    let details = reader.registry.role(role);
    let purpose = details.purpose.as_ref().map(|text| reader.text(text)).unwrap_or_default();
    let purpose = [("role", reader.role(role)), ("purpose", purpose)];
    let purpose = reader.say("who-role-purpose", purpose);
    let tasks = reader.say("who-role", [("id", details.id.as_str())]);
    format!("{} {tasks}", purpose.trim_end())
}

/// Which roles there are, for a question about what they have in common.
fn all_roles(reader: &Reader) -> String {
    let mut names = Vec::new();
    for role in reader.registry.roles() {
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
