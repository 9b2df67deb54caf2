//! The tasks of an assignment: their columns, and a section for everybody or everything, as rows or as things to tick off.

use super::plan::{By, Writer};
use crate::model::{AreaIx, Hours, TaskRef};
use crate::query::{Doer, Duty, Load, Outcome, Reason, Workload, in_order};
use crate::render::page::{Cell, Check, Column, Columns, Section};
use std::collections::HashSet;

/// More prerequisites than these are counted only.
const MOST_PREREQUISITES: usize = 3;

/// Where the section of a duty stands: behind the others if nobody does it, then by two numbers.
type Key = (bool, usize, usize);

impl Writer<'_, '_> {
    pub fn columns(&self) -> Columns<'_, Duty> {
        let (reader, registry) = (self.reader, self.reader.registry);
        let text = |id: &str| Column::text(reader.words.word(id));
        let area = Column::group(reader.words.word("area"));
        let cadence_is_heading = self.explain || self.by == By::Cadence;
        let columns = Columns::new()
            .with(text("id").data(), |duty: &Duty| Cell::text(registry.task_id(duty.task)))
            .with(text("role").data(), |duty| Cell::text(reader.role(duty.task.role)))
            .with(text("position").data(), |duty| Cell::maybe(self.position_name(duty)))
            .with(text("person").data(), |duty| {
                let person = duty.person().map(|person| &self.plan.assignment.people[person]);
                Cell::maybe(person.map(|person| person.name.as_str()))
            })
            .with(text("reason").data(), |duty| {
                Cell::maybe(duty.reason().map(|reason| self.reason(reason)))
            })
            .with(if self.by == By::Area { area.data() } else { area }, |duty| {
                Cell::text(reader.area(registry.task(duty.task).area))
            })
            .with(text("task").view().subject(), |duty| Cell::text(self.task(duty)))
            .with(text("task").data(), |duty| Cell::text(reader.task(duty.task)))
            .with(if self.by == By::Person { text("who").data() } else { text("who") }, |duty| {
                Cell::text(self.who(duty))
            })
            .with(
                if cadence_is_heading { text("cadence").data() } else { text("cadence") },
                |duty| {
                    let cadence = registry.task(duty.task).cadence;
                    Cell::maybe(cadence.map(|cadence| reader.cadence(cadence)))
                },
            )
            .with(Column::number(reader.words.word("hours-short")), |duty| {
                Cell::hours(registry.task(duty.task).hours_per_week)
            })
            .with_if(self.explain, Column::group(reader.words.word("why")), |duty| {
                Cell::text(self.why(duty))
            })
            .with(text("importance").data(), |duty| {
                Cell::text(reader.importance(registry.task(duty.task).importance))
            })
            .with(text("within-one-person-column").data(), |duty| {
                Cell::text(reader.words.word(if duty.is_within_one_person() {
                    "yes"
                } else {
                    "no"
                }))
            });
        self.with_loads(columns)
    }

    /// What the doer of a task has to do in all, for programs that have no other table.
    fn with_loads<'c>(&'c self, columns: Columns<'c, Duty>) -> Columns<'c, Duty> {
        let figure = |id: &str| Column::number(self.reader.words.word(id)).data();
        let hours = |duty: &Duty, of: fn(&Workload) -> Option<Hours>| {
            Cell::hours(duty.doer().and_then(|doer| of(self.plan.assignment.workload(doer))))
        };
        columns
            .with(figure("person-limit"), move |duty| hours(duty, |workload| workload.limit))
            .with(figure("person-used"), move |duty| {
                hours(duty, |workload| Some(workload.load.hours_per_week))
            })
            .with(figure("person-free"), move |duty| hours(duty, Workload::free))
            .with(figure("person-over"), move |duty| {
                hours(duty, |workload| workload.limit.map(|_| workload.over()))
            })
    }

    pub fn sections(&self, duties: &[&Duty], columns: &Columns<Duty>) -> Vec<Section> {
        let registry = self.reader.registry;
        let mut rank = vec![0; registry.roles().len()];
        for (place, role) in registry.roles().enumerate() {
            rank[role.index()] = place;
        }
        let mut sorted: Vec<(Key, &Duty)> =
            duties.iter().map(|duty| (self.key(duty, &rank), *duty)).collect();
        sorted.sort_by_key(|(key, duty)| {
            let area = registry.task(duty.task).area;
            (*key, area.is_none(), area)
        });
        let mut sections = Vec::new();
        for group in sorted.chunk_by(|(one, _), (other, _)| one == other) {
            let mut duties: Vec<&Duty> = group.iter().map(|(_, duty)| *duty).collect();
            if self.by == By::Cadence {
                in_order(registry, &mut duties, |duty| duty.task);
            }
            sections.push(self.section(&duties, columns));
        }
        if self.by == By::Person {
            sections.extend(self.idle());
        }
        // The unassigned stand last, whoever is idle before them.
        sections.sort_by_key(|section| section.warns);
        sections
    }

    fn key(&self, duty: &Duty, rank: &[usize]) -> Key {
        let details = self.reader.registry.task(duty.task);
        match self.by {
            By::Person => match duty.outcome {
                Outcome::Done { by, .. } => (false, 0, by.number()),
                Outcome::Undone(Reason::NoTimeLeft) => (true, 0, 0),
                Outcome::Undone(Reason::VacantPosition) => {
                    (true, 1, duty.position.unwrap_or_default())
                }
                Outcome::Undone(Reason::NoPosition) => (true, 2, duty.task.role.index()),
            },
            By::Area => (details.area.is_none(), 0, details.area.map_or(0, AreaIx::index)),
            By::Cadence => (
                details.cadence.is_none(),
                0,
                details.cadence.map_or(0, |cadence| cadence as usize),
            ),
            By::Role => (false, 0, rank[duty.task.role.index()]),
        }
    }

    fn section(&self, duties: &[&Duty], columns: &Columns<Duty>) -> Section {
        let load = Load::of(self.reader.registry, duties.iter().map(|duty| duty.task));
        let (name, limit) = self.section_name(duties[0]);
        Section {
            title: Some(self.reader.heading(&name, &self.reader.load(&load, limit))),
            key: self.section_key(duties[0]),
            warns: self.by == By::Person && duties[0].doer().is_none(),
            rows: duties.iter().map(|duty| columns.cells(duty)).collect(),
            checks: if self.checklist { self.checks(duties) } else { Vec::new() },
        }
    }

    /// The heading of the section that a duty is in, and the hours that its doer has.
    fn section_name(&self, duty: &Duty) -> (String, Option<Hours>) {
        let assignment = &self.plan.assignment;
        if self.by != By::Person {
            return (self.section_key(duty), None);
        }
        match duty.outcome {
            Outcome::Done { by, .. } => {
                (self.reader.doer_title(assignment, by), assignment.workload(by).limit)
            }
            Outcome::Undone(Reason::NoTimeLeft) => (self.reason(Reason::NoTimeLeft), None),
            Outcome::Undone(Reason::VacantPosition) => {
                let vacant = self.reason(Reason::VacantPosition);
                let name = self.position_name(duty).unwrap_or_default();
                (format!("{vacant} ({name})"), None)
            }
            Outcome::Undone(Reason::NoPosition) => {
                let role = self.reader.role(duty.task.role);
                (self.reader.words.say("no-position-for", [("role", role.into())]), None)
            }
        }
    }

    fn section_key(&self, duty: &Duty) -> String {
        let (reader, details) = (self.reader, self.reader.registry.task(duty.task));
        match self.by {
            By::Person => self.who(duty),
            By::Area => reader.area(details.area),
            By::Cadence => details
                .cadence
                .map_or_else(|| reader.words.word("no-cadence"), |cadence| reader.rhythm(cadence)),
            By::Role => reader.role(duty.task.role).to_owned(),
        }
    }

    /// Sections for people and positions without a task: nobody who was named is passed over in silence.
    fn idle(&self) -> Vec<Section> {
        let assignment = &self.plan.assignment;
        let mut busy: HashSet<Doer> = assignment.duties.iter().filter_map(Duty::doer).collect();
        // A position whose tasks do not fit into its hours is not without tasks.
        busy.extend(assignment.duties.iter().filter_map(|duty| duty.position.map(Doer::Position)));
        let mut sections = Vec::new();
        for doer in assignment.doers() {
            if !busy.contains(&doer) && self.plan.shows(Some(doer)) {
                let title = self.reader.doer_title(assignment, doer);
                let limit = assignment.workload(doer).limit;
                let load = self.reader.load(&Load::default(), limit);
                sections.push(Section {
                    title: Some(self.reader.heading(&title, &load)),
                    key: self.doer_name(doer),
                    ..Section::default()
                });
            }
        }
        sections
    }

    /// The tasks of one rhythm as things to tick off, in the order that they are given in.
    fn checks(&self, duties: &[&Duty]) -> Vec<Check> {
        let mut above = HashSet::with_capacity(duties.len());
        let mut checks = Vec::with_capacity(duties.len());
        for duty in duties {
            checks.push(self.check(duty, &above));
            above.insert(duty.task);
        }
        checks
    }

    /// One task with what one has to know when its time has come.
    fn check(&self, duty: &Duty, above: &HashSet<TaskRef>) -> Check {
        let (reader, details) = (self.reader, self.reader.registry.task(duty.task));
        let nobody = duty.reason().map(|reason| {
            let reason = uncapitalised(&self.reason(reason));
            reader.words.say("nobody", [("reason", reason.into())])
        });
        let who = (nobody.is_none() && self.only_doer.is_none()).then(|| self.who(duty));
        let hours = details
            .hours_per_week
            .map(|hours| reader.words.say("count-hours", [("hours", reader.hours(hours).into())]));
        // Whoever goes down the list has done what stands above, so that is what may be left out.
        let mut before = details.after.to_vec();
        before.sort_by_key(|task| above.contains(task));
        let names = reader.few_tasks(&before, MOST_PREREQUISITES);
        let after =
            (!before.is_empty()).then(|| reader.words.say("only-after", [("tasks", names.into())]));
        Check {
            what: self.task(duty),
            nobody,
            more: [who, hours, after].into_iter().flatten().collect(),
        }
    }
}

/// A word as it stands in a sentence.
fn uncapitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}
