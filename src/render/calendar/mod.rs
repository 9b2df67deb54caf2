//! An assignment as calendars (RFC 5545): an all-day event for each task that comes round, and each doer's own file.
//!
//! The same assignment with the same first day gives the same bytes. The name of an event does not depend on the first day,
//! the language or the order, so that a calendar that is imported again replaces its events instead of doubling them.

mod content;
mod names;

use super::pages::Plan;
use super::reader::Reader;
use super::visible::one_line;
use crate::model::{Cadence, Hours, TaskRef};
use crate::query::{Assignment, Doer, in_order};
use chrono::NaiveDate;
use content::{ContentLines, rule};
use std::collections::{BTreeMap, HashSet};
use std::io::{self, Write};

/// The beginning that tells a calendar of this program from any other.
pub const CALENDAR_START: &str =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//roles//roles assign//EN\r\n";

const MOST_PREREQUISITES: usize = 5;
const MOST_NAMED: usize = 3;
/// The longest name of a task in notes, in bytes.
const LONGEST_NOTED: usize = 100;
/// The longest name, in bytes, that is said beside a task. A longer one would bury the task, so its id stands instead.
const LONGEST_NAME: usize = 400;

pub struct Calendars<'p, 'r> {
    assignment: &'p Assignment<'r>,
    reader: &'p Reader<'r>,
    start: NaiveDate,
    agendas: Vec<Agenda<'r>>,
    /// The tasks that have a doer but do not come round at a fixed rhythm.
    pub without_rhythm: Vec<TaskRef>,
    pub unassigned: Vec<TaskRef>,
    /// The names of those without a task that comes round.
    pub idle: Vec<String>,
}

/// Somebody with the tasks that come round.
struct Agenda<'r> {
    name: String,
    /// What the names of their events have in common.
    mark: String,
    /// The id of the position, where no people are named.
    position: Option<&'r str>,
    /// With the hours a week that they have for each.
    tasks: Vec<(TaskRef, Option<Hours>)>,
}

impl<'p, 'r> Calendars<'p, 'r> {
    pub fn new(plan: &'p Plan<'r>, start: NaiveDate, reader: &'p Reader<'r>) -> Self {
        let assignment = &plan.assignment;
        let (mut without_rhythm, mut unassigned) = (Vec::new(), Vec::new());
        let mut tasks: BTreeMap<Doer, Vec<(TaskRef, Option<Hours>)>> = BTreeMap::new();
        for duty in plan.duties() {
            let cadence = reader.registry.task(duty.task).cadence;
            if duty.is_undone() {
                unassigned.push(duty.task);
            } else if cadence.is_some_and(|cadence| cadence.times_a_year(1).is_some()) {
                for share in duty.shares.iter().filter(|share| plan.shows(share.doer)) {
                    tasks.entry(share.doer).or_default().push((duty.task, share.hours));
                }
            } else if !duty.shares.is_empty() {
                without_rhythm.push(duty.task);
            }
        }
        let idle = plan.doers().filter(|doer| !tasks.contains_key(doer));
        let idle = idle.map(|doer| reader.doer_name(assignment, doer)).collect();
        let mut agendas = Vec::with_capacity(tasks.len());
        for (doer, mut tasks) in tasks {
            in_order(reader.registry, &mut tasks, |(task, _)| *task);
            let (name, mark, position) = match doer {
                Doer::Person(person) => {
                    let name = &assignment.people[person].name;
                    (name.clone(), names::person(name), None)
                }
                Doer::Position(position) => {
                    let position = &assignment.positions[position];
                    let name = short(reader.position_name(position), position.id, LONGEST_NAME);
                    (name, names::position(position.id), Some(position.id))
                }
            };
            agendas.push(Agenda { name, mark, position, tasks });
        }
        Self { assignment, reader, start, agendas, without_rhythm, unassigned, idle }
    }

    pub fn is_empty(&self) -> bool {
        self.agendas.is_empty()
    }

    /// Writes one calendar of everybody.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        // Event by event, because all events of a large company would take much memory.
        self.parts(&self.agendas).try_for_each(|part| out.write_all(part.as_bytes()))
    }

    /// A file name and a calendar for each doer.
    pub fn files(&self) -> Vec<(String, String)> {
        // Two marks begin alike once in four billion pairs.
        let mut seen = HashSet::new();
        let begins = self.agendas.iter().map(|agenda| &agenda.mark[..names::FEW]);
        let twins: HashSet<&str> = begins.filter(|begin| !seen.insert(*begin)).collect();
        let positions: HashSet<&str> =
            self.assignment.positions.iter().map(|position| position.id).collect();
        let mut files = Vec::with_capacity(self.agendas.len());
        for agenda in &self.agendas {
            let few = &agenda.mark[..names::FEW];
            let mark = if twins.contains(few) { &agenda.mark } else { few };
            let name = match agenda.position {
                Some(id) => names::of_position(id, mark),
                None => names::of_person(&agenda.name, mark, &positions),
            };
            files.push((name, self.parts(std::slice::from_ref(agenda)).collect()));
        }
        files
    }

    /// What is in no calendar, and which files were left from before.
    pub fn notes(&self, left: Vec<String>) -> Vec<String> {
        let (reader, mut notes) = (self.reader, Vec::new());
        if self.is_empty() {
            notes.push(reader.word("note-no-calendar"));
        }
        let mut add = |id: &str, between: &str, names: Vec<String>| {
            if !names.is_empty() {
                let n = names.len();
                let names = reader.words.first(names.into_iter(), MOST_NAMED).join(between);
                notes.push(reader.say(id, &[("n", &n), ("names", &names)]));
            }
        };
        let names =
            |tasks: &[TaskRef]| tasks.iter().map(|&task| self.task(task, LONGEST_NOTED)).collect();
        add("note-without-rhythm", "; ", names(&self.without_rhythm));
        add("note-has-nobody", "; ", names(&self.unassigned));
        if !self.is_empty() {
            add("note-idle", ", ", self.idle.clone());
        }
        add("note-left", ", ", left);
        notes
    }

    /// A task's name, or its id if that is longer than this.
    fn task(&self, task: TaskRef, longest: usize) -> String {
        short(self.reader.task(task).to_owned(), &self.reader.registry.task_id(task), longest)
    }

    /// A calendar in parts: its beginning, each event, its end. With several doers, their names stand before their tasks.
    fn parts<'c>(
        &'c self,
        agendas: &'c [Agenda<'r>],
    ) -> impl Iterator<Item = String> + use<'c, 'p, 'r> {
        let company = self.reader.company_name(self.assignment.size);
        let (name, named) = match agendas {
            [one] => (self.reader.heading(&one.name, &company), false),
            _ => (company, true),
        };
        let start = ContentLines(CALENDAR_START.to_owned())
            .property("CALSCALE", "GREGORIAN")
            .text("X-WR-CALNAME", &one_line(&name));
        let end = ContentLines::default().property("END", "VCALENDAR");
        let events = agendas.iter().flat_map(move |agenda| self.events(agenda, named));
        [start].into_iter().chain(events).chain([end]).map(|lines| lines.0)
    }

    /// The events of somebody's tasks. Of those that come round as often, those that others wait for begin first.
    fn events(&self, agenda: &Agenda, named: bool) -> Vec<ContentLines> {
        let registry = self.reader.registry;
        let mut counts = [0; Cadence::ALL.len()];
        for cadence in agenda.tasks.iter().filter_map(|(task, _)| registry.task(*task).cadence) {
            counts[cadence as usize] += 1;
        }
        let mut before = [0; Cadence::ALL.len()];
        let event = |&(task, hours): &(TaskRef, Option<Hours>)| {
            let details = registry.task(task);
            let cadence = details.cadence? as usize;
            let place = (before[cadence], counts[cadence]);
            before[cadence] += 1;
            let days = rule(details, registry.workdays(), self.start, place)?;
            Some(self.event((task, hours), days, agenda, named))
        };
        agenda.tasks.iter().filter_map(event).collect()
    }

    fn event(
        &self,
        (task, hours): (TaskRef, Option<Hours>),
        (first, rule): (NaiveDate, String),
        agenda: &Agenda,
        named: bool,
    ) -> ContentLines {
        let (reader, details) = (self.reader, self.reader.registry.task(task));
        let registry = reader.registry;
        let name = reader.task(task);
        let summary = if named { reader.heading(&agenda.name, name) } else { name.to_owned() };
        let day = |day: NaiveDate| day.format("%Y%m%d").to_string();
        let next = first.succ_opt().unwrap_or(first);
        let id = format!("{}.{}.{}@roles", registry.role(task.role).id, details.id, agenda.mark);
        let mut event = ContentLines::default()
            .property("BEGIN", "VEVENT")
            .text("DESCRIPTION", &self.description(task, hours))
            .property("DTEND;VALUE=DATE", &day(next))
            .property("DTSTAMP", &format!("{}T000000Z", day(self.start)))
            .property("DTSTART;VALUE=DATE", &day(first))
            .property("RRULE", &rule)
            .text("SUMMARY", &one_line(&summary))
            .property("TRANSP", "TRANSPARENT")
            .text("UID", &id);
        if let Some(area) = details.area {
            let name =
                short(reader.area(Some(area)), registry.area(area).id.as_str(), LONGEST_NAME);
            event = event.text("CATEGORIES", &one_line(&name));
        }
        event.property("END", "VEVENT")
    }

    /// What its doer has to know when the day has come.
    fn description(&self, task: TaskRef, hours: Option<Hours>) -> String {
        let (reader, details) = (self.reader, self.reader.registry.task(task));
        let mut lines = Vec::new();
        if let Some(detail) = &details.detail {
            lines.extend(reader.text(detail).trim().lines().map(str::to_owned));
        }
        let mut say = |id: &str, value: &str| lines.push(reader.heading(&reader.word(id), value));
        let role = reader.registry.role(task.role).id.as_str();
        say("role", &short(reader.role(task.role).to_owned(), role, LONGEST_NAME));
        if let Some(hours) = hours {
            say("time", &reader.hours_on_average(task, hours));
        }
        let before = details.after.iter().map(|&task| self.task(task, LONGEST_NAME));
        if let Some(before) = reader.series_if_any(reader.words.first(before, MOST_PREREQUISITES)) {
            say("after", &before);
        }
        say("id", &reader.registry.task_id(task));
        let lines: Vec<_> = lines.iter().map(|line| one_line(line)).collect();
        lines.join("\n")
    }
}

/// A name, or the id in place of one that is too long.
fn short(name: String, id: &str, longest: usize) -> String {
    if name.len() > longest { id.to_owned() } else { name }
}
