//! Who does which task: one section for everybody who does some, and one for each reason why nobody does.

mod plan;
mod rows;
mod why;

pub use plan::{By, Plan};

use crate::model::{Hours, Position, Staffing, TaskRef};
use crate::query::{Doer, Move, Tie, Workload};
use crate::render::page::{Bar, Cell, Column, Columns, Page, Table};
use crate::render::reader::Reader;
use plan::Writer;

/// In companies of more positions than this, who reports to whom is left to the chart of roles.
const MOST_REPORTING_LINES: usize = 6;
/// More tasks without an estimate than this are counted, not named.
const MOST_NAMED: usize = 12;

/// The page of an assignment, or of one person's part in it; with the reasons, if they are asked for.
pub fn assignment(plan: &Plan, by: By, explain: bool, reader: &Reader) -> Page {
    page(plan, by, explain, false, reader)
}

/// The page as a list to tick off, by rhythm: without what belongs to the plan.
pub fn checklist(plan: &Plan, reader: &Reader) -> Page {
    page(plan, By::Cadence, false, true, reader)
}

fn page(plan: &Plan, by: By, explain: bool, checklist: bool, reader: &Reader) -> Page {
    let assignment = &plan.assignment;
    let duties = plan.duties();
    let mut doers = duties.iter().filter_map(|duty| duty.doer());
    let first = doers.next();
    let only_doer = first.filter(|first| doers.all(|doer| doer == *first));
    let writer = Writer { plan, by, explain, checklist, reader, only_doer };
    let columns = writer.columns();
    let sections = writer.sections(&duties, &columns);
    let is_anybody_away = assignment.away().next().is_some();
    let handovers = is_anybody_away.then(|| writer.handover_table(&plan.handovers));
    let has_limits = || shown(plan).any(|doer| assignment.workload(doer).limit.is_some());
    let is_told = !checklist && (assignment.has_people() || has_limits());
    let loads = is_told.then(|| loads(plan, reader)).flatten();
    Page {
        title: writer.title(),
        lead: if checklist { Vec::new() } else { writer.lead() },
        table: Table { columns: columns.headings(), sections, ..Table::default() },
        more: handovers.into_iter().chain(loads).collect(),
        notes: if plan.only.is_none() { writer.notes() } else { Vec::new() },
    }
}

/// What to know where the size was chosen by the number of employees.
pub fn headcount_is_a_proxy(reader: &Reader) -> String {
    reader.words.word("headcount-is-a-proxy")
}

/// How busy everybody is, or one person: a bar for each in the terminal and on HTML pages, numbers everywhere. Nothing
/// where there is nobody.
pub fn loads(plan: &Plan, reader: &Reader) -> Option<Table> {
    let shown: Vec<(Doer, &Workload)> =
        shown(plan).map(|doer| (doer, plan.assignment.workload(doer))).collect();
    if shown.is_empty() {
        return None;
    }
    // Columns that say nothing of anybody are left out.
    let is_limited = shown.iter().any(|(_, workload)| workload.limit.is_some());
    let is_over = shown.iter().any(|(_, workload)| workload.over() > Hours::ZERO);
    let used = |workload: &Workload| workload.load.hours_per_week;
    let most = shown.iter().map(|(_, workload)| used(workload)).max();
    let words = &reader.words;
    let number = |id: &str| Column::number(words.word(id));
    let columns = Columns::new()
        .with(Column::text(words.word("who")).headless(), |&(doer, _): &(Doer, &Workload)| {
            Cell::text(reader.doer_name(&plan.assignment, doer))
        })
        .with(Column::text(words.word("load")).headless().terminal(), |(_, workload)| {
            // Whoever has no limit can have nothing over.
            let measure = workload.measure.or(most).unwrap_or_default();
            Cell::Bar(Bar {
                used: used(workload),
                limit: workload.limit.unwrap_or(measure.max(used(workload))),
                has_free: workload.limit.is_some(),
            })
        })
        .with(number("load-used"), |(_, workload)| Cell::Hours(used(workload)))
        .with_if(is_limited, number("load-limit"), |(_, workload)| Cell::hours(workload.limit))
        .with_if(is_limited, number("load-free"), |(_, workload)| Cell::hours(workload.free()))
        .with_if(is_over, number("load-over"), |(_, workload)| {
            Cell::hours(Some(workload.over()).filter(|over| *over > Hours::ZERO))
        });
    Some(columns.table(&shown).titled(words.word("load-title")))
}

/// Everybody who could do tasks, or the one person whose part is shown.
fn shown<'p>(plan: &'p Plan) -> impl Iterator<Item = Doer> + use<'p> {
    plan.assignment.doers().filter(|&doer| plan.shows(Some(doer)))
}

impl Writer<'_, '_> {
    /// The size; before it, whose list it is, where it is one person's.
    fn title(&self) -> String {
        let size = self.reader.company(self.plan.assignment.size);
        let whose = self.plan.only.map(Doer::Person).or(self.only_doer);
        match whose.filter(|_| self.by == By::Cadence) {
            Some(doer) => self.reader.heading(&self.doer_name(doer), &size),
            None => size,
        }
    }

    fn lead(&self) -> Vec<String> {
        let assignment = &self.plan.assignment;
        let words = &self.reader.words;
        let size = self.reader.company(assignment.size);
        let is_one_person = assignment.size.is_some_and(|size| {
            matches!(self.reader.registry.size(size).staffing, Staffing::OnePerson(_))
        });
        let (people, tasks) = (assignment.present().count(), assignment.totals.all.tasks);
        let first = if let ([_], true) = (&assignment.positions[..], people > 1) {
            words.say(
                "assign-one-position-shared",
                [("size", size.into()), ("people", people.into()), ("tasks", tasks.into())],
            )
        } else if is_one_person {
            let id = match assignment.totals.unassigned.tasks {
                0 => "assign-one-person",
                _ => "assign-one-person-partly",
            };
            words.say(id, [("size", size.into()), ("tasks", tasks.into())])
        } else {
            words.say(
                "assign-positions",
                [
                    ("size", size.into()),
                    ("positions", assignment.positions.len().into()),
                    ("count", words.count("count-tasks", tasks).into()),
                ],
            )
        };
        let mut lead = vec![first];
        // With more positions this would fill the page.
        if (2..=MOST_REPORTING_LINES).contains(&assignment.positions.len()) {
            lead.extend(assignment.positions.iter().filter_map(|place| self.reporting_line(place)));
        }
        lead
    }

    /// To whom a position that is one role reports.
    fn reporting_line(&self, position: &Position) -> Option<String> {
        let &[role] = position.roles else { return None };
        let above = self.reader.registry.role(role).reports_to?;
        let (role, above) = (self.reader.role(role), self.reader.role(above));
        let arguments = [("role", role.into()), ("above", above.into())];
        Some(self.reader.words.say("assign-reporting", arguments))
    }

    /// The tasks that somebody else does while people are away, or nobody.
    fn handover_table(&self, handovers: &[Move]) -> Table {
        let words = &self.reader.words;
        let away: Vec<String> = self.plan.assignment.away().map(str::to_owned).collect();
        let names = self.reader.list(&away);
        let arguments = [("names", names.into()), ("n", handovers.len().into())];
        let title = words.say("handover-title", arguments);
        let columns = Columns::new()
            .with(Column::text(words.word("task")), |step: &Move| {
                Cell::text(self.reader.task(step.task))
            })
            .with(Column::number(words.word("hours-short")), |step| {
                Cell::hours(self.reader.registry.task(step.task).hours_per_week)
            })
            .with(Column::text(words.word("from")), |step| {
                Cell::maybe(step.from.doer().map(|doer| self.doer_name(doer)))
            })
            .with(Column::text(words.word("to")), |step| Cell::text(self.who(&step.to)));
        columns.table(handovers).titled(title)
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
        let mut notes = Vec::new();
        for doer in self.plan.assignment.doers() {
            let over = self.plan.assignment.workload(doer).over();
            if over > Hours::ZERO {
                let (who, hours) = (self.doer_name(doer), self.reader.hours(over));
                let arguments = [("who", who.into()), ("hours", hours.into())];
                notes.push(self.reader.words.say("assign-over", arguments));
            }
        }
        notes
    }

    /// The tasks that have no estimate, by name.
    fn without_estimate(&self) -> Option<String> {
        let registry = self.reader.registry;
        let mut tasks: Vec<TaskRef> = registry.tasks().collect();
        tasks.retain(|&task| registry.task(task).hours_per_week.is_none());
        let names = self.reader.few_tasks(&tasks, MOST_NAMED);
        let said = || self.reader.words.say("assign-no-estimate", [("tasks", names.into())]);
        (!tasks.is_empty()).then(said)
    }

    /// How many handoffs and coordination tasks stay within one person, or go between several.
    fn ties(&self, tie: Tie, id: &str) -> Option<String> {
        let assignment = &self.plan.assignment;
        let handoffs = assignment.handoffs.iter().filter(|handoff| handoff.tie == tie).count();
        let duties = assignment.duties.iter();
        let coordination = duties.filter(|duty| duty.coordination == Some(tie)).count();
        let words = &self.reader.words;
        let mut parts = Vec::new();
        for (id, n) in [("count-handoffs", handoffs), ("count-coordination", coordination)] {
            parts.extend((n > 0).then(|| words.count(id, n)));
        }
        (!parts.is_empty()).then(|| words.say(id, [("what", self.reader.list(&parts).into())]))
    }
}
