//! The keys of `team.yaml`.
#![expect(missing_docs, reason = "each field is the key of its name")]

use super::decoder::{Decoder, Word};
use super::keys;
use super::node::{Node, Value};
use crate::problem::shortened;
use crate::source::Span;

/// `team.yaml` as written.
#[derive(Debug)]
pub struct RawTeam<'a> {
    pub people: Vec<RawPerson<'a>>,
    pub pins: Vec<RawPin<'a>>,
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
}

/// A pin as written: the key and what stands behind it.
#[derive(Debug)]
pub struct RawPin<'a> {
    pub task: Word<'a>,
    pub person: Option<Word<'a>>,
}

pub fn decode<'a>(decoder: &mut Decoder<'a>, tree: &Node<'a>) -> Option<RawTeam<'a>> {
    let fields = decoder.fields(tree, "team.yaml", &keys::TEAM)?;
    let people = fields
        .get("people")
        .map(|node| decoder.list(node, "people", |decoder, node| Some(person(decoder, node))));
    let listed = people.map_or(Some(Vec::new()), |people| people);
    let all_named = listed.as_ref().is_some_and(|people| {
        let has_name = |person: &RawPerson| person.name.is_some();
        people.iter().all(|person| person.as_ref().is_some_and(has_name))
    });
    // A key with nothing behind it pins nothing.
    let pins = fields.get("pins");
    let pins = pins.filter(|node| !matches!(node.value, Value::Null));
    Some(RawTeam {
        people: listed.into_iter().flatten().flatten().collect(),
        pins: pins.map(|node| self::pins(decoder, node)).unwrap_or_default(),
        people_known: all_named && !fields.has_unknown,
    })
}

fn person<'a>(decoder: &mut Decoder<'a>, node: &Node<'a>) -> Option<RawPerson<'a>> {
    if let Some(fix) = lone_name(decoder, node) {
        decoder.wrong_type(node, "a person as a map of keys and values", Some(&fix));
        return None;
    }
    let fields = decoder.fields(node, "a person", &keys::PERSON)?;
    let name = decoder.required(&fields, "name", "Ana");
    let roles = fields.get("roles");
    Some(RawPerson {
        name: name.and_then(|node| decoder.scalar(node, "a name")),
        roles: roles.map(|node| (decoder.span(node), decoder.words(Some(node), "role ids"))),
        position: fields
            .get("position")
            .and_then(|node| decoder.word(node, "the id of a position")),
        hours_per_week: fields
            .get("hours_per_week")
            .and_then(|node| decoder.number(node, "a number of hours a week")),
    })
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

fn pins<'a>(decoder: &mut Decoder<'a>, node: &Node<'a>) -> Vec<RawPin<'a>> {
    let entries = decoder.entries(node, "the pins").unwrap_or_default();
    let pin = |(name, span, node): (&str, Span, &Node<'a>)| RawPin {
        task: Word { span, value: name.trim().to_owned().into() },
        person: decoder.scalar(node, "a name"),
    };
    // A merge key is refused elsewhere.
    let entries = entries.into_iter().filter(|(name, ..)| *name != "<<");
    entries.map(pin).collect()
}
