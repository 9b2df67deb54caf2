//! Who does this: the tasks that match a question, and who has to do with them in a company of each size.

use crate::model::{Position, RoleIx};
use crate::query::{Answer, Doer, Doers, Found, InSize, Reason};
use crate::render::page::{Columns, Page, Table};
use crate::render::reader::Reader;
use crate::render::visible::one_line;
use fluent_bundle::FluentValue;

/// How much of a question is said again, in letters.
const LONGEST_QUESTION: usize = 60;

/// The answer to a question.
///
/// With a team, it says by name who has to do with it there.
pub fn answer(answer: &Answer, question: &str, team: Option<&Doers>, reader: &Reader) -> Page {
    let mut page = match &answer.matches[..] {
        [] => nothing(answer, question, reader),
        [best, ..] => {
            let title = one_line(&in_roles(best, reader)).into_owned();
            let mut lead = vec![title.clone()];
            lead.extend(team.map(|team| in_team(best, team, reader)));
            lead.extend(team.and_then(|team| Some(reader.on_day(team.day?, team.away()))));
            lead.extend(best.sizes.iter().map(|size| in_size(size, reader)));
            Page { title, lead, ..Page::default() }
        }
    };
    page.table = table(answer, team, reader);
    page
}

/// The matches one under another. Of a single one everything is said already where people read, and so it is of those that
/// are only near.
fn table(answer: &Answer, team: Option<&Doers>, reader: &Reader) -> Table {
    let is_single = answer.matches.len() < 2;
    let role = |role: RoleIx| Some(reader.role(role).to_owned());
    let columns = Columns::new()
        .with(reader.column("id").data(), |(found, _): &(&Found, bool)| {
            reader.registry.task_id(found.task)
        })
        .with(reader.column("who-score").data(), |(found, _)| format!("{:.2}", found.score))
        .with(reader.column("task").data_if(is_single), |(found, _)| reader.task(found.task))
        .with(reader.column("who-does").data_if(is_single), |(found, _)| match team {
            Some(team) => series(&names(found, team, reader)[0], reader),
            None => role(found.task.role),
        })
        .with(reader.column("who-answers").data_if(is_single), |(found, _)| match team {
            Some(team) => series(&names(found, team, reader)[1], reader),
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

fn series(names: &[String], reader: &Reader) -> Option<String> {
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
fn in_team(found: &Found, team: &Doers, reader: &Reader) -> String {
    let [doers, answer] = names(found, team, reader);
    reader.heading(&reader.company_name(None), &who_does(&doers, &answer, reader))
}

/// Who does it in a team or stands in for somebody, and who answers for it: people, or vacant positions.
fn names(found: &Found, team: &Doers, reader: &Reader) -> [Vec<String>; 2] {
    let of_task = team.of(found.task);
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
