//! The rows of an assignment: its columns, and one section for everybody or everything.

use super::{By, Writer};
use crate::model::{AreaIx, Hours, TaskRef};
use crate::query::{Assignment, Duty, Load, Reason, in_order};
use crate::render::page::{Cell, Column, Section};
use std::collections::HashSet;

/// What a duty is sorted under: a number that orders the sections, and whether nobody does it.
type Key = (bool, usize, usize);

impl Writer<'_, '_> {
    pub(super) fn columns(&self) -> Vec<Column> {
        let words = &self.reader.words;
        let data = |id: &str| Column::text(words.word(id)).data();
        let mut columns =
            vec![data("id"), data("role"), data("position"), data("person"), data("reason")];
        columns.push(match self.by {
            By::Area => Column::group(words.word("area")).data(),
            By::Person | By::Cadence | By::Role => Column::group(words.word("area")),
        });
        columns.push(Column::text(words.word("task")).view().subject());
        columns.push(Column::text(words.word("task")).data());
        let who = Column::text(words.word("who"));
        columns.push(match self.by {
            By::Person => who.data(),
            By::Area | By::Cadence | By::Role => who,
        });
        let cadence = Column::text(words.word("cadence"));
        columns.push(if self.explain || self.by == By::Cadence { cadence.data() } else { cadence });
        columns.push(Column::number(words.word("hours-short")));
        columns.extend(self.explain.then(|| Column::group(words.word("why"))));
        columns.push(data("importance"));
        columns.push(data("within-one-person-column"));
        columns.push(Column::number(words.word("person-limit")).data());
        columns.push(Column::number(words.word("person-used")).data());
        columns.push(Column::number(words.word("person-free")).data());
        columns.push(Column::number(words.word("person-over")).data());
        columns
    }

    fn cells(&self, duty: &Duty) -> Vec<Cell> {
        let (reader, details) = (self.reader, self.reader.registry.task(duty.task));
        let seat = duty.seat.map(|seat| reader.seat_name(&self.plan.assignment.seats[seat]));
        let member = duty.member.map(|member| self.plan.assignment.members[member].name.as_str());
        let mut cells = vec![
            Cell::text(reader.registry.task_id(duty.task)),
            Cell::text(reader.role(duty.task.role)),
            Cell::maybe(seat),
            Cell::maybe(member),
            Cell::maybe(duty.reason.map(|reason| self.reason(reason))),
            Cell::text(reader.area(details.area)),
            Cell::text(self.task(duty)),
            Cell::text(reader.task(duty.task)),
        ];
        cells.push(Cell::text(self.who(duty)));
        cells.push(Cell::maybe(details.cadence.map(|cadence| reader.cadence(cadence))));
        cells.push(Cell::hours(details.hours_per_week));
        cells.extend(self.explain.then(|| Cell::text(self.why(duty))));
        cells.push(Cell::text(reader.importance(details.importance)));
        cells.push(Cell::text(reader.words.word(if duty.is_within_one_person() {
            "yes"
        } else {
            "no"
        })));
        cells.extend(self.load_cells(duty));
        cells
    }

    /// What the doer of a task has to do in all, for programs that have no other table.
    fn load_cells(&self, duty: &Duty) -> [Cell; 4] {
        let assignment = &self.plan.assignment;
        let doer = assignment.doer(duty);
        let Some(workload) = doer.map(|number| &assignment.workloads[number]) else {
            return [Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty];
        };
        [
            Cell::hours(workload.limit),
            Cell::Hours(workload.load.hours_per_week),
            Cell::hours(workload.free()),
            Cell::hours(workload.limit.map(|_| workload.over())),
        ]
    }

    /// The task's name, with the mark of a coordination task that has nobody else to coordinate with.
    pub(super) fn task(&self, duty: &Duty) -> String {
        let name = self.reader.task(duty.task);
        if duty.is_within_one_person() {
            format!("{name} ({})", self.reader.words.word("within-one-person"))
        } else {
            name.to_owned()
        }
    }

    pub(super) fn who(&self, duty: &Duty) -> String {
        let seat =
            || duty.seat.map(|seat| self.reader.seat_name(&self.plan.assignment.seats[seat]));
        match (duty.reason, duty.member) {
            (Some(reason), _) => self.reason(reason),
            (None, Some(member)) => self.plan.assignment.members[member].name.clone(),
            (None, None) => seat().unwrap_or_default(),
        }
    }

    pub(super) fn reason(&self, reason: Reason) -> String {
        self.reader.words.word(&format!("reason-{}", reason.as_str()))
    }

    pub(super) fn sections(&self, duties: &[&Duty], only: Option<usize>) -> Vec<Section> {
        let mut sorted: Vec<(Key, &Duty)> =
            duties.iter().map(|duty| (self.key(duty), *duty)).collect();
        sorted.sort_by_key(|(key, duty)| (*key, self.area_order(duty.task)));
        let sections = sorted.chunk_by(|(one, _), (other, _)| one == other).map(|group| {
            let mut duties: Vec<&Duty> = group.iter().map(|(_, duty)| *duty).collect();
            if self.by == By::Cadence {
                in_order(self.reader.registry, &mut duties, |duty| duty.task);
            }
            self.section(&duties)
        });
        let mut sections: Vec<Section> = sections.collect();
        if self.by == By::Person {
            sections.extend(self.idle(only));
        }
        // The unassigned stand last, whoever is idle before them.
        sections.sort_by_key(|section| section.warns);
        sections
    }

    fn key(&self, duty: &Duty) -> Key {
        let details = self.reader.registry.task(duty.task);
        match self.by {
            By::Person => match (duty.reason, duty.member.or(duty.seat)) {
                (Some(Reason::NoTimeLeft), _) => (true, 0, 0),
                (Some(Reason::VacantPosition), seat) => (true, 1, seat.unwrap_or_default()),
                (Some(Reason::NoPosition), _) => (true, 2, duty.task.role.index()),
                (None, doer) => (false, 0, doer.unwrap_or_default()),
            },
            By::Area => (details.area.is_none(), 0, details.area.map_or(0, AreaIx::index)),
            By::Cadence => (
                details.cadence.is_none(),
                0,
                details.cadence.map_or(0, |cadence| cadence as usize),
            ),
            By::Role => (false, 0, self.rank[duty.task.role.index()]),
        }
    }

    fn area_order(&self, task: TaskRef) -> (bool, usize) {
        let area = self.reader.registry.task(task).area;
        (area.is_none(), area.map_or(0, AreaIx::index))
    }

    fn section(&self, duties: &[&Duty]) -> Section {
        let load = Load::of(self.reader.registry, duties.iter().map(|duty| duty.task));
        let (name, limit) = self.section_name(duties[0]);
        Section {
            title: Some(self.reader.heading(&name, &self.reader.load(&load, limit))),
            key: self.section_key(duties[0]),
            warns: self.by == By::Person && duties[0].reason.is_some(),
            rows: duties.iter().map(|duty| self.cells(duty)).collect(),
            checks: if self.checklist { self.checks(duties) } else { Vec::new() },
        }
    }

    /// The heading of the section that a duty is in, and the hours that its doer has.
    fn section_name(&self, duty: &Duty) -> (String, Option<Hours>) {
        if self.by != By::Person {
            return (self.section_key(duty), None);
        }
        let seat = |seat: usize| self.reader.seat_title(&self.plan.assignment.seats[seat]);
        match (duty.reason, duty.member, duty.seat) {
            (Some(Reason::NoTimeLeft), ..) => (self.reason(Reason::NoTimeLeft), None),
            (Some(Reason::VacantPosition), _, number) => {
                let name = number.map(|seat| &self.plan.assignment.seats[seat]);
                let name = name.map(|seat| self.reader.seat_name(seat));
                let vacant = self.reason(Reason::VacantPosition);
                (format!("{vacant} ({})", name.unwrap_or_default()), None)
            }
            (Some(Reason::NoPosition), ..) => (
                self.reader
                    .words
                    .say("no-position-for", [("role", self.reader.role(duty.task.role).into())]),
                None,
            ),
            (None, Some(member), _) => (
                self.reader.member_title(&self.plan.assignment, member),
                self.plan.assignment.members[member].hours,
            ),
            (None, None, number) => (
                number.map(seat).unwrap_or_default(),
                number.and_then(|seat| self.plan.assignment.workloads[seat].limit),
            ),
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
    fn idle(&self, only: Option<usize>) -> Vec<Section> {
        let Assignment { seats, members, duties, .. } = &self.plan.assignment;
        let nothing = Load::default();
        let section = |heading: String, key: String, limit| {
            let title = self.reader.heading(&heading, &self.reader.load(&nothing, limit));
            Section { title: Some(title), key, ..Section::default() }
        };
        if !self.plan.assignment.peopled {
            let busy: HashSet<usize> = duties.iter().filter_map(|duty| duty.seat).collect();
            let idle = (0..seats.len()).filter(|seat| !busy.contains(seat));
            return idle
                .map(|seat| {
                    section(
                        self.reader.seat_title(&seats[seat]),
                        self.reader.seat_name(&seats[seat]),
                        self.plan.assignment.workloads[seat].limit,
                    )
                })
                .collect();
        }
        let busy: HashSet<usize> = duties.iter().filter_map(|duty| duty.member).collect();
        let idle = (0..members.len())
            .filter(|member| !busy.contains(member))
            .filter(|member| only.is_none_or(|only| only == *member));
        idle.map(|member| {
            section(
                self.reader.member_title(&self.plan.assignment, member),
                members[member].name.clone(),
                members[member].hours,
            )
        })
        .collect()
    }
}
