//! Who does this: the tasks that match a question, and who has to do with them in a company of each size.

use crate::model::RoleIx;
use crate::query::{Answer, Found, InSize, Seat};
use crate::render::clean::one_line;
use crate::render::page::{Cell, Column, Page, Section, Table};
use crate::render::reader::Reader;

/// How much of a question is said again, in letters.
const LONGEST_QUESTION: usize = 60;

/// The answer to a question.
pub fn answer(answer: &Answer, question: &str, reader: &Reader) -> Page {
    let words = &reader.words;
    let mut page = match &answer.matches[..] {
        [] => nothing(answer, question, reader),
        [best, ..] => {
            let title = one_line(&in_roles(best, reader)).into_owned();
            Page {
                lead: [title.clone()]
                    .into_iter()
                    .chain(sizes(best, reader))
                    .collect(),
                title,
                ..Page::default()
            }
        }
    };
    let titled = answer.matches.len() > 1;
    let section = |found: &Found| Section {
        title: titled.then(|| in_roles(found, reader)),
        key: reader.task(found.task).to_owned(),
        warns: false,
        rows: found
            .sizes
            .iter()
            .map(|size| row(found, size, reader))
            .collect(),
    };
    page.table = Table {
        columns: vec![
            Column::text(words.word("id")).data(),
            Column::number(words.word("who-score")).data(),
            Column::text(words.word("who-size")),
            Column::text(words.word("who-does")),
            Column::text(words.word("accountable")),
            Column::text(words.word("who-one-person")).data(),
        ],
        section_column: Some(words.word("task")),
        sections: answer.matches.iter().map(section).collect(),
    };
    page
}

/// "Reply to comments: Community manager does it, Social media manager answers for it."
fn in_roles(found: &Found, reader: &Reader) -> String {
    let (task, doer) = (reader.task(found.task), reader.role(found.task.role));
    if found.accountable == found.task.role {
        let told = [("task", task.into()), ("doer", doer.into())];
        return reader.words.say("who-alone", told);
    }
    let accountable = reader.role(found.accountable);
    let told = [
        ("task", task.into()),
        ("doer", doer.into()),
        ("accountable", accountable.into()),
    ];
    reader.words.say("who-apart", told)
}

/// In which sizes it is one person, and in which it is not.
fn sizes(found: &Found, reader: &Reader) -> Vec<String> {
    let named = |wanted: &dyn Fn(&InSize) -> bool| {
        let sizes = found.sizes.iter().filter(|size| wanted(size));
        sizes
            .map(|size| reader.size_with_range(size.size))
            .collect::<Vec<_>>()
    };
    let say = |message: &str, sizes: &[String]| {
        let told = [("sizes", reader.series(sizes).into())];
        (!sizes.is_empty()).then(|| reader.words.say(message, told))
    };
    let nobody = |size: &InSize| size.doers.is_empty();
    [
        say("who-in-one-person", &named(&|size| size.one_person)),
        say(
            "who-in-several",
            &named(&|size| !size.one_person && !nobody(size)),
        ),
        say("who-in-nobody", &named(&nobody)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn row(found: &Found, size: &InSize, reader: &Reader) -> Vec<Cell> {
    let seats = |seats: &[Seat]| {
        let names: Vec<String> = seats.iter().map(|seat| reader.seat_name(seat)).collect();
        Cell::maybe((!names.is_empty()).then(|| reader.list(&names)))
    };
    let one_person = if size.one_person { "yes" } else { "no" };
    vec![
        Cell::text(reader.registry.task_id(found.task)),
        Cell::text(format!("{:.2}", found.score)),
        Cell::text(reader.size(size.size)),
        seats(&size.doers),
        seats(&size.accountable),
        Cell::text(reader.words.word(one_person)),
    ]
}

/// That nothing matches; what is near, if anything is.
fn nothing(answer: &Answer, question: &str, reader: &Reader) -> Page {
    let words = &reader.words;
    let title = words.say("who-nothing", [("question", shortened(question).into())]);
    let title = one_line(&title).into_owned();
    let role = |role: RoleIx| {
        let told = [
            ("role", reader.role(role).into()),
            ("id", reader.registry.role(role).id.as_str().into()),
        ];
        words.say("who-role", told)
    };
    let near = |found: &Found| {
        let (task, id) = (reader.task(found.task), reader.registry.task_id(found.task));
        format!("{task} ({id})")
    };
    let is_near = (!answer.nearest.is_empty()).then(|| words.word("who-nearest"));
    let lead = [Some(title.clone()), answer.role.map(role), is_near];
    Page {
        lead: lead.into_iter().flatten().collect(),
        title,
        notes: answer.nearest.iter().map(near).collect(),
        ..Page::default()
    }
}

/// The beginning of a question, on one line.
fn shortened(question: &str) -> String {
    let question = question.split_whitespace().collect::<Vec<_>>().join(" ");
    match question.char_indices().nth(LONGEST_QUESTION) {
        Some((end, _)) => format!("{}…", question[..end].trim_end()),
        None => question,
    }
}
