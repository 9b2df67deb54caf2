//! The answer to a question as JSON.

use super::object::{Each, object, role_id, size_id, write};
use crate::model::{Position, RoleIx};
use crate::query::{Doer, Found, Verdict};
use crate::render::pages::Asked;
use crate::render::reader::Reader;
use serde::Serialize;
use std::io::{self, Write};

pub fn answer(asked: &Asked, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let (answer, catalogue) = (asked.answer, asked.catalogue);
    let elsewhere = reader.of(catalogue);
    let people = answer.people.iter().filter_map(|&person| Some((asked.team?, person)));
    let report = object! {
        schema: "roles.who/v2",
        answer: match answer.verdict {
            Verdict::Sure => "sure",
            Verdict::Unsure => "unsure",
            Verdict::Nobody => "nobody",
        },
        matches: Each(answer.matches.iter().map(|found| task_found(found, asked, reader))),
        elsewhere: Each(answer.elsewhere.iter().map(|&task| object! {
            task: catalogue.task_id(task),
            role: catalogue.role(task.role).id.as_str(),
            name: elsewhere.task(task),
        })),
        roles: Each(answer.roles.iter().map(|&role| object! {
            role: role_id(role, reader),
            name: reader.role(role),
            people: asked.team.map(|team| team.names_of(role)).unwrap_or_default(),
            reports_to: reader.registry.role(role).reports_to.map(|above| role_id(above, reader)),
        })),
        people: Each(people.map(|(team, person)| object! {
            name: team.people[person].name.as_str(),
            roles: team.held(person).into_iter().map(|role| role_id(role, reader)).collect::<Vec<_>>(),
            away: team.is_away(person),
        })),
    };
    write(&report, out)
}

/// With a team, the doers are its people, or nobody where those who hold the position are away; else they are roles.
fn task_found<'a>(found: &Found, asked: &Asked<'a>, reader: &Reader<'a>) -> impl Serialize {
    let doer = |position: &'a str, person: Option<&'a str>, away: Vec<&'a str>| {
        object! { position: position, person: person, away: away }
    };
    let [doers, answering] = match asked.team {
        None => [found.task.role, found.accountable]
            .map(|role| vec![doer(role_id(role, reader), None, Vec::new())]),
        Some(team) => {
            let of_role = |role: RoleIx| {
                let mut positions = team.positions.iter();
                positions.find(|position| position.roles.contains(&role)).map_or("", |it| it.id)
            };
            let named = |it: &Doer, role: RoleIx| match *it {
                Doer::Position(position) => {
                    doer(team.positions[position].id, None, team.away_from(position))
                }
                Doer::Person(person) => {
                    doer(of_role(role), Some(&team.people[person].name), Vec::new())
                }
            };
            let [doers, answers] = team.doers_of(found.task);
            let doers = doers.iter().map(|doer| named(doer, found.task.role));
            let answers = answers.iter().map(|doer| named(doer, found.accountable));
            [doers.collect(), answers.collect()]
        }
    };
    object! {
        task: reader.registry.task_id(found.task),
        role: role_id(found.task.role, reader),
        name: reader.task(found.task),
        score: found.score,
        doers: doers,
        answers_for: answering,
        sizes: Each(found.sizes.iter().map(|size| object! {
            size: size_id(size.size, reader),
            doers: positions(&size.doers, reader),
            answers_for: positions(&size.accountable, reader),
            one_person: size.one_person,
        })),
    }
}

fn positions(positions: &[Position], reader: &Reader) -> impl Serialize {
    Each(positions.iter().map(|position| {
        object! { id: position.id, name: reader.position_name(position) }
    }))
}
