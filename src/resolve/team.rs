//! `team.yaml`: people, what they are meant for, and the tasks that are pinned to them.

use super::links::{Index, each_once};
use super::sizes::Positions;
use super::values::{Languages, Values};
use crate::model::{Absence, Holds, Person, Pin, PositionId, RoleIx, TaskRef, Team, Vacancy};
use crate::normalize::{composed, fold};
use crate::problem::{Code, Problem, Problems, first_few, shortened};
use crate::raw::{Listed, RawAbsence, RawPerson, RawPin, RawTeam, RawVacancy, Word};
use crate::source::{FileId, Span};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// Checks the values of the file and follows its links. Nothing comes of a file with an error in it.
pub fn resolve(
    file: FileId,
    raw: &RawTeam,
    index: &Index,
    positions: &Positions,
    problems: &mut Problems,
) -> Option<Team> {
    // No name or number is in a language.
    let nothing = Languages::default();
    let mut reader = Reader {
        file,
        raw,
        names: Names::new(raw),
        index,
        positions,
        leads: HashMap::new(),
        pinned: HashMap::new(),
        values: Values::new(&nothing, problems),
    };
    let people = reader.each(&raw.people.items, Reader::person);
    let pins = reader.each(&raw.pins, |reader, _, pin| reader.pin(pin));
    let vacancies = &raw.vacancies.items;
    let vacancies = reader.each(vacancies, |reader, _, vacancy| reader.vacancy(vacancy));
    Some(Team { people: people?, pins: pins?, vacancies: vacancies? })
}

/// The names of the people, each with the number of the first who has it.
struct Names<'a> {
    all: Vec<&'a str>,
    /// By their composed form.
    numbers: HashMap<String, usize>,
    /// By their folded form, for suggestions.
    folded: HashMap<String, &'a str>,
    /// Whether these are all.
    known: bool,
}

impl<'a> Names<'a> {
    fn new(raw: &'a RawTeam) -> Self {
        let written = raw.people.items.iter().map(|person| person.name.as_ref());
        let mut names = Self {
            all: Vec::with_capacity(raw.people.items.len()),
            numbers: HashMap::with_capacity(raw.people.items.len()),
            folded: HashMap::with_capacity(raw.people.items.len()),
            known: raw.people_known(),
        };
        for (number, word) in written.enumerate() {
            let Some(name) = word.map(|word| word.value.trim()) else {
                continue;
            };
            if let Entry::Vacant(entry) = names.numbers.entry(composed(name)) {
                entry.insert(number);
                names.folded.entry(fold(name)).or_insert(name);
                names.all.push(name);
            }
        }
        names
    }
}

/// Checks one person or pin after the other.
struct Reader<'r, 'p> {
    file: FileId,
    raw: &'r RawTeam<'r>,
    names: Names<'r>,
    index: &'r Index<'r>,
    positions: &'r Positions,
    /// Where each role got its lead.
    leads: HashMap<RoleIx, Span>,
    /// Where each task is pinned first.
    pinned: HashMap<TaskRef, Span>,
    values: Values<'r, 'p>,
}

impl Reader<'_, '_> {
    /// What is read of each of these, if nothing is wrong with any. Nothing is read on in a file of which no more problems
    /// would be shown: who mends the first thousand sees the next.
    fn each<T, R>(
        &mut self,
        raws: &[T],
        read: impl Fn(&mut Self, usize, &T) -> Option<R>,
    ) -> Option<Box<[R]>> {
        let mut all = Vec::with_capacity(raws.len());
        for (number, raw) in raws.iter().enumerate() {
            if !self.values.problems.has_room(self.file) {
                return None;
            }
            all.extend(read(self, number, raw));
        }
        (all.len() == raws.len()).then(|| all.into())
    }

    fn person(&mut self, number: usize, raw: &RawPerson) -> Option<Person> {
        let word = raw.name.as_ref();
        let name = word.and_then(|word| self.values.name(word));
        let is_first = word.is_none_or(|word| self.is_first(number, word));
        let written_hours = raw.hours_per_week.as_ref();
        let hours_per_week = self.values.hours_of_person(written_hours);
        let holds = self.holds("a person", &raw.roles, raw.position.as_ref());
        let lead = holds.as_ref().and_then(|holds| self.lead(&raw.lead, holds));
        let (from, until) = self.values.span(raw.from.as_ref(), raw.until.as_ref());
        let away = self.absences(&raw.away.items);
        let deputy = raw.deputy.as_ref().and_then(|word| self.deputy(number, word));
        if written_hours.is_some() && hours_per_week.is_none() {
            return None;
        }
        Some(Person {
            name: composed(name.filter(|_| is_first)?),
            place: Some(word?.span),
            holds: holds?,
            hours_per_week,
            external: raw.external,
            lead: lead?,
            from,
            until,
            away,
            deputy,
        })
    }

    /// The roles that somebody leads: they hold them, and nobody else leads them.
    fn lead(&mut self, words: &[Word], holds: &Holds) -> Option<Box<[RoleIx]>> {
        each_once(words, |word| {
            let role = self.role(word)?;
            let id = word.value.as_ref();
            let is_held = match holds {
                Holds::Anything => true,
                Holds::Roles(roles) => roles.contains(&role),
                Holds::Position(position) => self.positions.hold(position.as_str(), id),
            };
            if !is_held {
                let message =
                    format!("nobody leads a role without holding it, and '{id}' is not held here");
                let fix = "add it to their roles, or remove it here";
                self.values.problems.report(Code::InvalidLead, word.span, message, fix);
            } else if let Some(&first) = self.leads.get(&role)
                && words.iter().all(|own| own.span != first)
            {
                let message = format!("'{id}' has a lead already");
                let fix = "leave the role to one of the two";
                self.values.problems.report_again(
                    Code::InvalidLead,
                    word.span,
                    first,
                    message,
                    fix,
                );
            }
            self.leads.entry(role).or_insert(word.span);
            Some(role)
        })
    }

    /// When somebody is away, in the order of the days.
    fn absences(&mut self, raws: &[RawAbsence]) -> Box<[Absence]> {
        let mut absences = Vec::with_capacity(raws.len());
        for raw in raws {
            let span = self.values.span(raw.from.as_ref(), raw.until.as_ref());
            if let ((Some(from), Some(until)), Some(word)) = (span, &raw.from) {
                absences.push((Absence { from, until }, word.span));
            }
        }
        absences.sort_by_key(|(absence, _)| (absence.from, absence.until));
        for pair in absences.windows(2) {
            let [(before, first), (after, place)] = pair else { continue };
            if after.from <= before.until {
                let message =
                    format!("this absence begins before the one until {} ends", before.until);
                let fix = "make one of the two, or correct a day";
                self.values.problems.report_again(Code::InvalidDate, *place, *first, message, fix);
            }
        }
        absences.into_iter().map(|(absence, _)| absence).collect()
    }

    /// The number of whoever stands in for the person with this number.
    fn deputy(&mut self, number: usize, word: &Word) -> Option<usize> {
        let found = self.known(word)?;
        if found == number {
            let message = "nobody stands in for themselves";
            let fix = "name somebody else, or leave the key out";
            self.values.problems.report(Code::InvalidValue, word.span, message, fix);
        }
        Some(found)
    }

    /// Whether nobody before has the same name. People without a name have been complained of.
    fn is_first(&mut self, number: usize, word: &Word) -> bool {
        let name = word.value.trim();
        let first = self.names.numbers.get(&composed(name)).copied();
        let before = first.filter(|&first| first != number && !name.is_empty());
        let Some(before) = before.and_then(|first| self.raw.people.items[first].name.as_ref())
        else {
            return true;
        };
        let message = format!("'{}' stands here a second time", shortened(name));
        let fix = "give one person all their roles in one place, or tell two people apart";
        self.values.problems.report_again(Code::DuplicateId, word.span, before.span, message, fix);
        false
    }

    /// Roles, or a position, or neither.
    fn holds(&mut self, who: &str, roles: &Listed<Word>, position: Option<&Word>) -> Option<Holds> {
        let place = roles.place.filter(|_| !roles.items.is_empty());
        if let (Some(place), Some(position)) = (place, position) {
            let message = format!("{who} has either roles or a position");
            let problem = Problem::new(Code::InvalidValue, position.span, message);
            let problem = problem.fix("keep one of them; a position brings its roles along");
            self.values.problems.push(problem.related(place, "the roles are here"));
        }
        let roles = place.map(|_| each_once(&roles.items, |word| self.role(word)));
        let position = position.map(|word| self.position(word));
        match (roles, position) {
            (None, None) => Some(Holds::Anything),
            (Some(roles), None) => roles.map(Holds::Roles),
            (None, Some(position)) => position.map(Holds::Position),
            (Some(_), Some(_)) => None,
        }
    }

    fn role(&mut self, word: &Word) -> Option<RoleIx> {
        if self.index.has_role(&word.value) || !self.positions.has(&word.value) {
            return self.index.role(word, self.values.problems);
        }
        let id = shortened(&word.value);
        let message = format!("'{id}' is not a role of this registry");
        let fix = format!("this is a position: write `position: {id}`");
        self.values.problems.report(Code::UnknownRole, word.span, message, fix);
        None
    }

    fn position(&mut self, word: &Word) -> Option<PositionId> {
        let written = word.value.as_ref();
        if self.positions.has(written) {
            return PositionId::parse(written).ok();
        }
        if self.positions.known && !self.index.is_misnamed(written) {
            let fix = if self.index.has_role(written) {
                format!("this is a role: write `roles: [{written}]`")
            } else {
                let ids = self.positions.ids();
                let near = self.values.nearest.did_you_mean(written, ids.iter().copied());
                near.unwrap_or_else(|| match first_few(&ids).as_str() {
                    "" => "this registry has no positions: write `roles` and a list".to_owned(),
                    ids => format!("there are {ids}"),
                })
            };
            let message = format!("'{}' is not a position of any company size", shortened(written));
            self.values.problems.report(Code::UnknownPosition, word.span, message, fix);
        }
        None
    }

    /// Whoever comes has roles or a position: else nothing could wait for them.
    fn vacancy(&mut self, raw: &RawVacancy) -> Option<Vacancy> {
        let holds = self.holds("a vacancy", &raw.roles, raw.position.as_ref());
        if holds == Some(Holds::Anything) {
            let message = "a vacancy has no 'roles' and no 'position'";
            let fix = "add `roles` and a list, or a `position`";
            self.values.problems.report(Code::MissingKey, raw.place, message, fix);
        }
        let hours = raw.hours_per_week.as_ref();
        let from = self.values.date(raw.from.as_ref());
        let hours_per_week = self.values.hours_of_person(hours);
        Some(Vacancy { holds: holds?, from, hours_per_week })
    }

    fn pin(&mut self, raw: &RawPin) -> Option<Pin> {
        let task = self.index.full_task(&raw.task, self.values.problems);
        let person = raw.person.as_ref().and_then(|word| self.known(word));
        let (task, person, place) = (task?, person?, raw.task.span);
        if let Some(first) = self.pinned.insert(task, place) {
            let message = "this task is pinned a second time";
            let fix = "keep one of them";
            self.values.problems.report_again(Code::DuplicateKey, place, first, message, fix);
        }
        Some(Pin { task, person })
    }

    /// The number of the person with this name.
    fn known(&mut self, word: &Word) -> Option<usize> {
        let name = self.values.name(word)?;
        let found = self.names.numbers.get(&composed(name)).copied();
        if found.is_none() && self.names.known {
            let all = &self.names.all;
            let alike = self.names.folded.get(&fold(name)).copied();
            let near = alike.or_else(|| self.values.nearest.nearest(name, all.iter().copied()));
            let shown = shortened(name);
            let fix = match (near, all.is_empty()) {
                (Some(near), _) => format!("did you mean '{near}'?"),
                (None, true) => format!("add `- name: {shown}` under `people`"),
                (None, false) => {
                    format!("add `- name: {shown}` under `people`; there are {}", first_few(all))
                }
            };
            let message = format!("'{shown}' is not among the people of this file");
            self.values.problems.report(Code::UnknownPerson, word.span, message, fix);
        }
        found
    }
}
