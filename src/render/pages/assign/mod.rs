//! Who does which task: one section for everybody who does some, and one for each reason why nobody does.

mod checklist;
mod handover;
mod load;
mod rows;
mod why;

pub use load::loads;

use crate::model::Hours;
use crate::query::{Assignment, Duty, Handover, Seat, Tie, Workload};
use crate::render::page::{Page, Table};
use crate::render::reader::Reader;

/// In companies of more positions than this, who reports to whom is left to the chart of roles.
const MOST_REPORTING_LINES: usize = 6;
/// More tasks without an estimate than this are counted, not named.
const MOST_NAMED: usize = 12;

/// An assignment, and what is to be shown of it.
#[derive(Debug)]
pub struct Plan<'r> {
    /// Who does what.
    pub assignment: Assignment<'r>,
    /// The only person whose part is shown.
    pub only: Option<usize>,
    /// Those who are not there.
    pub away: Vec<String>,
    /// What changes hands without them.
    pub handovers: Vec<Handover>,
}

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

impl<'r> Plan<'r> {
    /// The whole of an assignment with everybody there.
    pub fn new(assignment: Assignment<'r>) -> Self {
        Self { assignment, only: None, away: Vec::new(), handovers: Vec::new() }
    }
}

/// The page of an assignment, or of one person's part in it; with the reasons, if they are asked for.
pub fn assignment(plan: &Plan, by: By, explain: bool, reader: &Reader) -> Page {
    page(plan, by, explain, false, reader)
}

/// The page as a list to tick off, by rhythm: without what belongs to the plan.
pub fn checklist(plan: &Plan, reader: &Reader) -> Page {
    page(plan, By::Cadence, false, true, reader)
}

fn page(plan: &Plan, by: By, explain: bool, checklist: bool, reader: &Reader) -> Page {
    let (assignment, only) = (&plan.assignment, plan.only);
    let mut rank = vec![0; reader.registry.roles().len()];
    for (place, role) in reader.registry.roles().enumerate() {
        rank[role.index()] = place;
    }
    let duties: Vec<&Duty> =
        assignment.duties.iter().filter(|duty| only.is_none() || duty.member == only).collect();
    let writer = Writer {
        plan,
        by,
        explain,
        checklist,
        reader,
        rank,
        one_doer: checklist::one_doer(&duties),
    };
    let title = writer.title(&duties);
    let handovers = (!plan.away.is_empty()).then(|| writer.handover_table(&plan.handovers));
    let is_told = !checklist && load::is_asked_for(plan);
    let loads = is_told.then(|| loads(plan, reader)).flatten();
    Page {
        title,
        lead: if checklist { Vec::new() } else { writer.lead() },
        table: Table {
            columns: writer.columns(),
            sections: writer.sections(&duties, only),
            ..Table::default()
        },
        more: handovers.into_iter().chain(loads).collect(),
        notes: if only.is_none() { writer.notes() } else { Vec::new() },
    }
}

/// What to know where the size was chosen by the number of employees.
pub fn headcount_is_a_proxy(reader: &Reader) -> String {
    reader.words.word("headcount-is-a-proxy")
}

struct Writer<'p, 'r> {
    plan: &'p Plan<'r>,
    by: By,
    /// Whether to say why.
    explain: bool,
    /// Whether it is a list to tick off.
    checklist: bool,
    reader: &'p Reader<'r>,
    /// Where each role stands among the roles.
    rank: Vec<usize>,
    /// Whether nobody needs to be told which of the tasks are theirs.
    one_doer: bool,
}

impl Writer<'_, '_> {
    /// A member, or a position where there are no people.
    fn doer_name(&self, number: usize) -> String {
        self.reader.doer_name(&self.plan.assignment, number)
    }

    fn lead(&self) -> Vec<String> {
        let Assignment { size, seats, members, totals, .. } = &self.plan.assignment;
        let is_one_person = |size| {
            let staffing = &self.reader.registry.size(size).staffing;
            matches!(staffing, crate::model::Staffing::OnePerson(_))
        };
        let is_one_person = size.is_some_and(is_one_person);
        let words = &self.reader.words;
        let size = || self.reader.company(self.plan.assignment.size);
        let tasks = totals.all.tasks;
        let first = if let ([_], true) = (&seats[..], members.len() > 1) {
            let people = members.len();
            words.say(
                "assign-one-position-shared",
                [("size", size().into()), ("people", people.into()), ("tasks", tasks.into())],
            )
        } else if is_one_person {
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
        let seats = &self.plan.assignment.seats;
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
        let totals = &self.plan.assignment.totals;
        let total = words.say(
            "assign-total",
            [("assigned", totals.assigned.tasks.into()), ("all", totals.all.tasks.into())],
        );
        let hours = self.reader.hours_of(&totals.assigned, None);
        let mut notes =
            vec![[Some(total), hours].into_iter().flatten().collect::<Vec<_>>().join(", ")];
        if totals.unassigned.tasks > 0 {
            let nobody = words.count("assign-unassigned", totals.unassigned.tasks);
            let hours = self.reader.hours_of(&totals.unassigned, None);
            notes.push([Some(nobody), hours].into_iter().flatten().collect::<Vec<_>>().join(", "));
        }
        if totals.missing > Hours::ZERO {
            notes.push(
                words.say("assign-missing", [("hours", self.reader.hours(totals.missing).into())]),
            );
            notes.push(words.word("assign-advice"));
        }
        notes.extend(self.over());
        notes.extend(self.ties(Tie::WithinOnePerson, "assign-within"));
        notes.extend(self.ties(Tie::BetweenPeople, "assign-between"));
        if !self.checklist {
            notes.extend(self.without_estimate());
        }
        notes
    }

    /// Those to whom more is pinned than they have hours.
    fn over(&self) -> Vec<String> {
        let workloads = self.plan.assignment.workloads.iter().enumerate();
        let over = workloads.filter(|(_, workload)| workload.over() > Hours::ZERO);
        let say = |(number, workload): (usize, &Workload)| {
            let arguments = [
                ("who", self.doer_name(number).into()),
                ("hours", self.reader.hours(workload.over()).into()),
            ];
            self.reader.words.say("assign-over", arguments)
        };
        over.map(say).collect()
    }

    /// The tasks that have no estimate, by name.
    fn without_estimate(&self) -> Option<String> {
        let registry = self.reader.registry;
        let duties = self.plan.assignment.duties.iter();
        let tasks: Vec<&str> = duties
            .filter(|duty| registry.task(duty.task).hours_per_week.is_none())
            .map(|duty| self.reader.task(duty.task))
            .collect();
        let words = &self.reader.words;
        let more = tasks.len().saturating_sub(MOST_NAMED);
        let mut names: Vec<String> =
            tasks.iter().take(MOST_NAMED).map(ToString::to_string).collect();
        if more > 0 {
            names.push(words.count("and-more", more));
        }
        let names = self.reader.series(&names);
        (!tasks.is_empty()).then(|| words.say("assign-no-estimate", [("tasks", names.into())]))
    }

    /// How many handoffs and coordination tasks stay within one person, or go between several.
    fn ties(&self, tie: Tie, id: &str) -> Option<String> {
        let Assignment { duties, handoffs, .. } = &self.plan.assignment;
        let words = &self.reader.words;
        let handoffs = handoffs.iter().filter(|handoff| handoff.tie == tie).count();
        let coordination = duties.iter().filter(|duty| duty.coordination == Some(tie)).count();
        let parts: Vec<String> =
            [("count-handoffs", handoffs), ("count-coordination", coordination)]
                .into_iter()
                .filter(|(_, n)| *n > 0)
                .map(|(id, n)| words.count(id, n))
                .collect();
        (!parts.is_empty()).then(|| words.say(id, [("what", self.reader.list(&parts).into())]))
    }
}
