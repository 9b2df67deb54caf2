//! The keys of `team.yaml`.

use super::decoder::{Decoder, OWN, Word, trimmed};
use super::place::{Fields, Keys, Listed, NO_KEYS, Placed, RawChange, place};
use super::tree::{Node, Value};
use crate::source::Span;

const A_DAY: &str = "a day as year-month-day";

place! {
    RawTeam, TEAM of "team.yaml";
    people: Listed<RawPerson<'a>> = listed("people");
    pins: Vec<RawPin<'a>> = pins();
    vacancies: Listed<RawVacancy<'a>> = listed("vacancies");
}

place! {
    RawPerson, PERSON of "a person", needs &[("name", "Ana")];
    name: Option<Word<'a>> = name();
    roles: Listed<Word<'a>> = roles();
    position: Option<Word<'a>> = single("the id of a position");
    hours_per_week: Option<Word<'a>> = number("a number of hours a week");
    external: bool = truth();
    lead: Vec<Word<'a>> = words("role ids");
    from: Option<Word<'a>> = single(A_DAY);
    until: Option<Word<'a>> = single(A_DAY);
    away: Listed<RawAbsence<'a>> = listed("absences");
    deputy: Option<Word<'a>> = single("the name of a person");
}

place! {
    RawAbsence, ABSENCE of "an absence",
        needs &[("from", "2027-08-02"), ("until", "2027-08-13")];
    from: Option<Word<'a>> = single(A_DAY);
    until: Option<Word<'a>> = single(A_DAY);
}

place! {
    RawVacancy, VACANCY of "a vacancy";
    roles: Listed<Word<'a>> = roles();
    position: Option<Word<'a>> = single("the id of a position");
    from: Option<Word<'a>> = single(A_DAY);
    hours_per_week: Option<Word<'a>> = number("a number of hours a week");
}

/// A pin as written: the key and what stands behind it.
#[derive(Debug)]
pub struct RawPin<'a> {
    pub task: Word<'a>,
    pub person: Option<Word<'a>>,
}

impl RawTeam<'_> {
    /// Whether these are all its people: none is without a name, and none may stand under an unknown key.
    pub fn people_known(&self) -> bool {
        let have_names = self.people.items.iter().all(|person| person.name.is_some());
        self.people.is_whole && have_names && !self.has_unknown
    }
}

impl<'a> Decoder<'a> {
    fn name(&mut self, node: Option<&Node<'a>>) -> Option<Word<'a>> {
        self.scalar(node?, "a name")
    }

    /// The ids of roles, and where their list begins.
    fn roles(&mut self, node: Option<&Node<'a>>) -> Listed<Word<'a>> {
        let place = node.map(|node| self.span(node));
        Listed { place, items: self.words(node, "role ids"), is_whole: true }
    }

    /// A key with nothing behind it pins nothing.
    fn pins(&mut self, node: Option<&Node<'a>>) -> Vec<RawPin<'a>> {
        let node = node.filter(|node| !matches!(node.value, Value::Null));
        let pins = node.and_then(|node| self.by_id(node, "the pins")).into_iter().flatten();
        // What a pin names has a slash.
        let is_own = |id: &Word| id.value.starts_with(OWN) && !id.value.contains('/');
        let pin = |(task, person)| RawPin { task: trimmed(task), person: self.name(Some(person)) };
        pins.filter(|(id, _)| !is_own(id)).map(pin).collect()
    }
}
