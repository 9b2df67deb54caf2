//! Who does which task: one section for everybody who does some, and one for each reason why nobody does.

mod checklist;
mod rows;

use crate::query::{Assignment, Duty, Seat, Tie};
use crate::render::page::{Page, Table};
use crate::render::reader::Reader;

/// In companies of more positions than this, who reports to whom is left to the chart of roles.
const MOST_REPORTING_LINES: usize = 6;

/// What the sections are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// Whoever does the tasks.
    #[default]
    Person,
    /// Areas.
    Area,
    /// Cadences.
    Cadence,
    /// Roles.
    Role,
}

/// The page of an assignment; with `only`, that of one person.
pub fn assignment(assignment: &Assignment, by: By, only: Option<usize>, reader: &Reader) -> Page {
    let mut rank = vec![0; reader.registry.roles().len()];
    for (place, role) in reader.registry.roles().enumerate() {
        rank[role.index()] = place;
    }
    let duties: Vec<&Duty> = assignment
        .duties
        .iter()
        .filter(|duty| only.is_none() || duty.member == only)
        .collect();
    let writer = Writer {
        assignment,
        by,
        reader,
        rank,
        one_doer: checklist::one_doer(&duties),
    };
    let title = writer.title(&duties, only);
    Page {
        title,
        lead: writer.lead(),
        table: Table {
            columns: writer.columns(),
            section_column: None,
            sections: writer.sections(&duties, only),
        },
        notes: if only.is_none() {
            writer.notes()
        } else {
            Vec::new()
        },
    }
}

/// What to know where the size was chosen by the number of employees.
pub fn headcount_is_a_proxy(reader: &Reader) -> String {
    reader.words.word("headcount-is-a-proxy")
}

struct Writer<'p, 'r> {
    assignment: &'p Assignment<'r>,
    by: By,
    reader: &'p Reader<'r>,
    /// Where each role stands among the roles.
    rank: Vec<usize>,
    /// Whether nobody needs to be told which of the tasks are theirs.
    one_doer: bool,
}

impl Writer<'_, '_> {
    fn lead(&self) -> Vec<String> {
        let Assignment {
            seats,
            members,
            totals,
            ..
        } = self.assignment;
        let words = &self.reader.words;
        let size = || self.reader.size_with_range(self.assignment.size);
        let tasks = totals.all.tasks;
        let first = if let ([_], true) = (&seats[..], members.len() > 1) {
            let people = members.len();
            words.say(
                "assign-one-position-shared",
                [
                    ("size", size().into()),
                    ("people", people.into()),
                    ("tasks", tasks.into()),
                ],
            )
        } else if matches!(
            self.reader.registry.size(self.assignment.size).staffing,
            crate::model::Staffing::OnePerson(_)
        ) {
            let id = match totals.unassigned.tasks {
                0 => "assign-one-person",
                _ => "assign-one-person-partly",
            };
            words.say(id, [("size", size().into()), ("tasks", tasks.into())])
        } else {
            words.say(
                "assign-positions",
                [
                    ("size", size().into()),
                    ("positions", seats.len().into()),
                    ("count", words.count("count-tasks", tasks).into()),
                ],
            )
        };
        let mut lead = vec![first];
        lead.extend(self.reporting_lines());
        lead
    }

    /// Who reports to whom, where there are few enough positions to say it.
    fn reporting_lines(&self) -> Vec<String> {
        let seats = &self.assignment.seats;
        let registry = self.reader.registry;
        let line = |seat: &Seat| {
            let [role] = seat.roles[..] else { return None };
            let above = registry.role(role).reports_to?;
            let arguments = [
                ("role", self.reader.role(role).into()),
                ("above", self.reader.role(above).into()),
            ];
            Some(self.reader.words.say("assign-reporting", arguments))
        };
        if (2..=MOST_REPORTING_LINES).contains(&seats.len()) {
            seats.iter().filter_map(line).collect()
        } else {
            Vec::new()
        }
    }

    fn notes(&self) -> Vec<String> {
        let words = &self.reader.words;
        let totals = &self.assignment.totals;
        let total = words.say(
            "assign-total",
            [
                ("assigned", totals.assigned.tasks.into()),
                ("all", totals.all.tasks.into()),
            ],
        );
        let hours = self.reader.hours_of(&totals.assigned, None);
        let mut notes = vec![
            [Some(total), hours]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(", "),
        ];
        if totals.unassigned.tasks > 0 {
            let nobody = words.count("assign-unassigned", totals.unassigned.tasks);
            let hours = self.reader.hours_of(&totals.unassigned, None);
            notes.push(
                [Some(nobody), hours]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(", "),
            );
        }
        if totals.missing > crate::model::Hours::ZERO {
            notes.push(words.say(
                "assign-missing",
                [("hours", self.reader.hours(totals.missing).into())],
            ));
        }
        notes.extend(self.ties(Tie::WithinOnePerson, "assign-within"));
        notes.extend(self.ties(Tie::BetweenPeople, "assign-between"));
        notes
    }

    /// How many handoffs and coordination tasks stay within one person, or go between several.
    fn ties(&self, tie: Tie, id: &str) -> Option<String> {
        let Assignment {
            duties, handoffs, ..
        } = self.assignment;
        let words = &self.reader.words;
        let handoffs = handoffs.iter().filter(|handoff| handoff.tie == tie).count();
        let coordination = duties
            .iter()
            .filter(|duty| duty.coordination == Some(tie))
            .count();
        let parts: Vec<String> = [
            ("count-handoffs", handoffs),
            ("count-coordination", coordination),
        ]
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .map(|(id, n)| words.count(id, n))
        .collect();
        (!parts.is_empty()).then(|| words.say(id, [("what", self.reader.list(&parts).into())]))
    }
}
