//! The keys of `team.yaml`.
#![expect(missing_docs, reason = "each field is the key of its name")]

use super::decoder::{Decoder, Word, trimmed};
use super::keys;
use super::tree::{Node, Value};
use crate::problem::shortened;
use crate::source::Span;

const A_DAY: &str = "a day as year-month-day";

/// `team.yaml` as written.
#[derive(Debug)]
pub struct RawTeam<'a> {
    pub people: Vec<RawPerson<'a>>,
    pub pins: Vec<RawPin<'a>>,
    pub vacancies: Vec<RawVacancy<'a>>,
    /// Whether these are all its people: none is without a name, and none may stand under an unknown key.
    pub people_known: bool,
}

/// A person as written.
#[derive(Debug)]
pub struct RawPerson<'a> {
    pub name: Option<Word<'a>>,
    /// The ids, and where the list begins.
    pub roles: Option<(Span, Vec<Word<'a>>)>,
    pub position: Option<Word<'a>>,
    pub hours_per_week: Option<Word<'a>>,
    pub external: bool,
    pub lead: Vec<Word<'a>>,
    pub from: Option<Word<'a>>,
    pub until: Option<Word<'a>>,
    pub away: Vec<RawAbsence<'a>>,
    pub deputy: Option<Word<'a>>,
}

/// A time of absence as written.
#[derive(Debug)]
pub struct RawAbsence<'a> {
    pub from: Option<Word<'a>>,
    pub until: Option<Word<'a>>,
}

/// A vacancy as written.
#[derive(Debug)]
pub struct RawVacancy<'a> {
    pub place: Span,
    /// The ids, and where the list begins.
    pub roles: Option<(Span, Vec<Word<'a>>)>,
    pub position: Option<Word<'a>>,
    pub from: Option<Word<'a>>,
    pub hours_per_week: Option<Word<'a>>,
}

/// A pin as written: the key and what stands behind it.
#[derive(Debug)]
pub struct RawPin<'a> {
    pub task: Word<'a>,
    pub person: Option<Word<'a>>,
}

pub fn decode<'a>(decoder: &mut Decoder<'a>, tree: &Node<'a>) -> Option<RawTeam<'a>> {
    let fields = decoder.fields(tree, "team.yaml", &keys::TEAM)?;
    let (people, is_whole) = decoder.whole_list(fields.get("people"), "people", person);
    let people = people.unwrap_or_default();
    let vacancies = decoder.list(fields.get("vacancies"), "vacancies", vacancy);
    // A key with nothing behind it pins nothing.
    let pins = fields.filled("pins").and_then(|node| decoder.by_id(node, "the pins"));
    // What a pin names has a slash.
    let is_own = |id: &Word| id.value.starts_with(keys::OWN) && !id.value.contains('/');
    let pins = pins.into_iter().flatten().filter(|(id, _)| !is_own(id));
    let pin =
        |(task, person)| RawPin { task: trimmed(task), person: decoder.scalar(person, "a name") };
    Some(RawTeam {
        pins: pins.map(pin).collect(),
        vacancies: vacancies.unwrap_or_default(),
        people_known: is_whole
            && people.iter().all(|person| person.name.is_some())
            && !fields.has_unknown,
        people,
    })
}

fn person<'a>(decoder: &mut Decoder<'a>, node: &Node<'a>) -> Option<RawPerson<'a>> {
    if let Some(fix) = lone_name(decoder, node) {
        return decoder.wrong_type(node, "a person as a map of keys and values", &fix);
    }
    let fields = decoder.fields(node, "a person", &keys::PERSON)?;
    let name = decoder.required(&fields, "name", "Ana");
    let roles = fields.get("roles");
    Some(RawPerson {
        name: name.and_then(|node| decoder.scalar(node, "a name")),
        roles: roles.map(|node| (decoder.span(node), decoder.words(roles, "role ids"))),
        position: decoder.word(fields.get("position"), "the id of a position"),
        hours_per_week: decoder.number(fields.get("hours_per_week"), "a number of hours a week"),
        external: decoder.truth(fields.get("external")).unwrap_or_default(),
        lead: decoder.words(fields.get("lead"), "role ids"),
        from: decoder.word(fields.get("from"), A_DAY),
        until: decoder.word(fields.get("until"), A_DAY),
        away: decoder.list(fields.get("away"), "absences", absence).unwrap_or_default(),
        deputy: decoder.word(fields.get("deputy"), "the name of a person"),
    })
}

fn vacancy<'a>(decoder: &mut Decoder<'a>, node: &Node<'a>) -> Option<RawVacancy<'a>> {
    let fields = decoder.fields(node, "a vacancy", &keys::VACANCY)?;
    let roles = fields.get("roles");
    Some(RawVacancy {
        place: fields.place,
        roles: roles.map(|node| (decoder.span(node), decoder.words(roles, "role ids"))),
        position: decoder.word(fields.get("position"), "the id of a position"),
        from: decoder.word(fields.get("from"), A_DAY),
        hours_per_week: decoder.number(fields.get("hours_per_week"), "a number of hours a week"),
    })
}

fn absence<'a>(decoder: &mut Decoder<'a>, node: &Node<'a>) -> Option<RawAbsence<'a>> {
    let fields = decoder.fields(node, "an absence", &keys::ABSENCE)?;
    let from = decoder.required(&fields, "from", "2027-08-02");
    let until = decoder.required(&fields, "until", "2027-08-13");
    Some(RawAbsence { from: decoder.word(from, A_DAY), until: decoder.word(until, A_DAY) })
}

/// How a person is written that is nothing but a name, in brackets or behind a hyphen.
fn lone_name(decoder: &Decoder, node: &Node) -> Option<String> {
    let written = match &node.value {
        Value::Bool | Value::Number | Value::Text(_) => decoder.written(node),
        _ => return None,
    };
    if written.contains([':', '\n']) || written.trim().is_empty() {
        return None;
    }
    let before = decoder.text.get(..node.start as usize).unwrap_or_default();
    let name = shortened(written);
    Some(if before.trim_end().ends_with('-') {
        format!("write `- name: {name}`")
    } else {
        format!("write `{{name: {name}}}`")
    })
}
