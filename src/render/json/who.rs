//! `roles.who/v1`.

use super::{role_id, write};
use crate::query::{Answer, Found, InSize, Raci, Seat};
use crate::render::reader::Reader;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Who<'a> {
    schema: &'static str,
    matches: Vec<Match<'a>>,
    nearest: Vec<Match<'a>>,
    role: Option<&'a str>,
}

#[derive(Serialize)]
struct Match<'a> {
    task: String,
    role: &'a str,
    name: &'a str,
    score: f64,
    accountable: &'a str,
    sizes: Vec<Size<'a>>,
    /// In a team, where there is one: people, or nobody.
    team: Option<InTeam<'a>>,
}

#[derive(Serialize)]
struct InTeam<'a> {
    doer: Option<&'a str>,
    accountable: Option<&'a str>,
}

#[derive(Serialize)]
struct Size<'a> {
    size: &'a str,
    doers: Vec<Position<'a>>,
    accountable: Vec<Position<'a>>,
    one_person: bool,
}

#[derive(Serialize)]
struct Position<'a> {
    id: &'a str,
    name: String,
}

/// The answer to a question.
pub fn answer<'a>(
    answer: &Answer<'a>,
    team: Option<&'a Raci<'a>>,
    reader: &Reader<'a>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let matches = |found: &[Found<'a>]| {
        let found = found.iter();
        found.map(|found| task(found, team, reader)).collect()
    };
    let report = Who {
        schema: "roles.who/v1",
        matches: matches(&answer.matches),
        nearest: matches(&answer.nearest),
        role: answer.role.map(|role| role_id(role, reader)),
    };
    write(&report, out)
}

fn task<'a>(found: &Found<'a>, team: Option<&'a Raci<'a>>, reader: &Reader<'a>) -> Match<'a> {
    Match {
        task: reader.registry.task_id(found.task),
        role: role_id(found.task.role, reader),
        name: reader.task(found.task),
        score: found.score,
        accountable: role_id(found.accountable, reader),
        sizes: found.sizes.iter().map(|size| in_size(size, reader)).collect(),
        team: team.map(|team| in_team(found, team)),
    }
}

fn in_team<'a>(found: &Found, team: &'a Raci<'a>) -> InTeam<'a> {
    let row = team.row_of(found.task);
    let name = |column: usize| {
        let member = team.columns[column].member?;
        Some(team.assignment.members[member].name.as_str())
    };
    InTeam { doer: row.responsible.and_then(name), accountable: row.accountable.and_then(name) }
}

fn in_size<'a>(size: &InSize<'a>, reader: &Reader<'a>) -> Size<'a> {
    let positions = |seats: &[Seat<'a>]| {
        let position = |seat: &Seat<'a>| Position { id: seat.id, name: reader.seat_name(seat) };
        seats.iter().map(position).collect()
    };
    Size {
        size: reader.registry.size(size.size).id.as_str(),
        doers: positions(&size.doers),
        accountable: positions(&size.accountable),
        one_person: size.one_person,
    }
}
