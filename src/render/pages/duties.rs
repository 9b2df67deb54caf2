//! The tasks of an assignment as rows in sections, by person or otherwise; as things to tick off; and why each task went
//! where it did.

use crate::model::{AreaIx, Hours, TaskRef};
use crate::query::{
    Assignment, Doer, Duty, Load, Move, Outcome, Reason, Why, area_order, in_order,
};
use crate::render::page::{Check, Columns, Section};
use crate::render::reader::Reader;
use std::collections::HashSet;

/// More prerequisites than this are counted, not named.
const MOST_PREREQUISITES: usize = 3;
/// More names than this are counted, not listed.
const MOST_NAMES: usize = 4;

/// An assignment, and what is to be shown of it.
#[derive(Debug)]
pub struct Plan<'r> {
    /// Who does what.
    pub assignment: Assignment<'r>,
    /// The only person whose part is shown.
    pub only: Option<usize>,
    /// What changes hands because of those who are away.
    pub handovers: Vec<Move>,
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
    /// The whole of an assignment in which nobody is away.
    pub fn new(assignment: Assignment<'r>) -> Self {
        Self { assignment, only: None, handovers: Vec::new() }
    }

    /// True if somebody's part is shown.
    pub(super) fn shows(&self, doer: Option<Doer>) -> bool {
        self.only.is_none() || doer.and_then(Doer::person) == self.only
    }

    /// The tasks that are shown.
    pub fn duties(&self) -> Vec<&Duty> {
        self.assignment.duties.iter().filter(|duty| self.shows(duty.doer())).collect()
    }
}

/// What is to be shown of the tasks of a plan.
pub(super) struct Duties<'p, 'r> {
    pub plan: &'p Plan<'r>,
    pub by: By,
    /// Whether to say why.
    pub explain: bool,
    /// Whether it is a list to tick off.
    pub checklist: bool,
    pub reader: &'p Reader<'r>,
    /// The only doer of the tasks that are shown.
    pub only_doer: Option<Doer>,
}

impl Duties<'_, '_> {
    pub fn doer_name(&self, doer: Doer) -> String {
        self.reader.doer_name(&self.plan.assignment, doer)
    }

    /// Who does a task, or why nobody does.
    pub fn who(&self, duty: &Duty) -> String {
        self.reader.outcome(&self.plan.assignment, duty)
    }

    /// The name of the position that a duty belongs to.
    fn position_name(&self, duty: &Duty) -> Option<String> {
        let position = &self.plan.assignment.positions[duty.position?];
        Some(self.reader.position_name(position))
    }

    /// The task's name; a coordination task with nobody else to coordinate with is marked.
    fn task(&self, duty: &Duty) -> String {
        let name = self.reader.task(duty.task);
        if duty.is_within_one_person() {
            format!("{name} ({})", self.reader.word("within-one-person"))
        } else {
            name.to_owned()
        }
    }

    pub fn columns(&self) -> Columns<'_, Duty> {
        let (reader, registry) = (self.reader, self.reader.registry);
        let cadence_is_heading = self.explain || self.by == By::Cadence;
        let columns = Columns::new()
            .with(reader.column("id").data(), |duty: &Duty| registry.task_id(duty.task))
            .with(reader.column("role").data(), |duty| reader.role(duty.task.role))
            .with(reader.column("position").data(), |duty| self.position_name(duty))
            .with(reader.column("person").data(), |duty| {
                duty.doer().and_then(|doer| self.plan.assignment.person_name(doer))
            })
            .with(reader.column("reason").data(), |duty| {
                duty.reason().map(|reason| reader.reason(reason))
            })
            .with(reader.column("area").group().data_if(self.by == By::Area), |duty| {
                reader.area(registry.task(duty.task).area)
            })
            .with(reader.column("task").view().subject(), |duty| self.task(duty))
            .with(reader.column("task").data(), |duty| reader.task(duty.task))
            .with(reader.column("who").data_if(self.by == By::Person), |duty| self.who(duty))
            .with(reader.column("cadence").data_if(cadence_is_heading), |duty| {
                registry.task(duty.task).cadence.map(|cadence| reader.cadence(cadence))
            })
            .with(reader.column("hours-short").number(), |duty| {
                registry.task(duty.task).hours_per_week
            })
            .with_if(self.explain, reader.column("why").group(), |duty| self.why(duty))
            .with(reader.column("importance").data(), |duty| {
                reader.importance(registry.task(duty.task).importance)
            })
            .with(reader.column("within-one-person-column").data(), |duty| {
                reader.word(if duty.is_within_one_person() { "yes" } else { "no" })
            });
        self.with_loads(columns)
    }

    /// Adds what the doer of a task has to do in all, for CSV, which has no other table.
    fn with_loads<'c>(&'c self, columns: Columns<'c, Duty>) -> Columns<'c, Duty> {
        let figure = |id: &str| self.reader.column(id).number().data();
        let workload = |duty: &Duty| duty.doer().map(|doer| self.plan.assignment.workload(doer));
        columns
            .with(figure("person-limit"), move |duty| workload(duty)?.limit)
            .with(figure("person-used"), move |duty| Some(workload(duty)?.load.hours_per_week))
            .with(figure("person-free"), move |duty| workload(duty)?.free())
            .with(figure("person-over"), move |duty| {
                let workload = workload(duty)?;
                workload.limit.map(|_| workload.over())
            })
    }

    pub fn sections(&self, duties: &[&Duty], columns: &Columns<Duty>) -> Vec<Section> {
        let registry = self.reader.registry;
        let mut rank = vec![0; registry.roles().len()];
        for (place, role) in registry.roles().enumerate() {
            rank[role.index()] = place;
        }
        let mut sorted: Vec<_> =
            duties.iter().map(|duty| (self.section_place(duty, &rank), *duty)).collect();
        sorted.sort_by_key(|(place, duty)| (*place, area_order(registry, duty.task)));
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
        // Tasks without a doer stand last, after those who have no tasks.
        sections.sort_by_key(|section| section.warns);
        sections
    }

    /// Where the section of a duty stands: after the others if nobody does it, then by two numbers.
    fn section_place(&self, duty: &Duty, rank: &[usize]) -> (bool, usize, usize) {
        let task = self.reader.registry.task(duty.task);
        match self.by {
            By::Person => match duty.outcome {
                Outcome::Done { by, .. } => (false, 0, by.number()),
                Outcome::Undone(Reason::NoTimeLeft) => (true, 0, 0),
                Outcome::Undone(Reason::VacantPosition) => {
                    (true, 1, duty.position.unwrap_or_default())
                }
                Outcome::Undone(Reason::NoPosition) => (true, 2, duty.task.role.index()),
            },
            By::Area => (task.area.is_none(), 0, task.area.map_or(0, AreaIx::index)),
            By::Cadence => {
                (task.cadence.is_none(), 0, task.cadence.map_or(0, |often| often as usize))
            }
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
            rows: columns.rows(duties.iter().copied()),
            checks: if self.checklist { self.checks(duties) } else { Vec::new() },
        }
    }

    /// The heading of the section that a duty is in, and the hours that its doer has.
    fn section_name(&self, duty: &Duty) -> (String, Option<Hours>) {
        let (assignment, reader) = (&self.plan.assignment, self.reader);
        if self.by != By::Person {
            return (self.section_key(duty), None);
        }
        let reason = match duty.outcome {
            Outcome::Done { by, .. } => {
                return (reader.doer_title(assignment, by), assignment.workload(by).limit);
            }
            Outcome::Undone(reason) => reason,
        };
        let name = match reason {
            Reason::NoTimeLeft => reader.reason(reason),
            Reason::VacantPosition => {
                let position = self.position_name(duty).unwrap_or_default();
                format!("{} ({position})", reader.reason(reason))
            }
            Reason::NoPosition => {
                reader.say("no-position-for", [("role", reader.role(duty.task.role))])
            }
        };
        (name, None)
    }

    /// What the section of a duty is about.
    fn section_key(&self, duty: &Duty) -> String {
        let (reader, task) = (self.reader, self.reader.registry.task(duty.task));
        match self.by {
            By::Person => self.who(duty),
            By::Area => reader.area(task.area),
            By::Cadence => task
                .cadence
                .map_or_else(|| reader.word("no-cadence"), |cadence| reader.rhythm(cadence)),
            By::Role => reader.role(duty.task.role).to_owned(),
        }
    }

    /// Sections for people and positions without a task, so that everybody who was named appears.
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
                let title = Some(self.reader.heading(&title, &load));
                let key = self.doer_name(doer);
                sections.push(Section { title, key, ..Section::default() });
            }
        }
        sections
    }

    /// The tasks of one rhythm as things to tick off, in the given order.
    fn checks(&self, duties: &[&Duty]) -> Vec<Check> {
        let mut above = HashSet::with_capacity(duties.len());
        let mut checks = Vec::with_capacity(duties.len());
        for duty in duties {
            checks.push(self.check(duty, &above));
            above.insert(duty.task);
        }
        checks
    }

    /// A task with what its doer has to know when its time has come.
    fn check(&self, duty: &Duty, above: &HashSet<TaskRef>) -> Check {
        let (reader, task) = (self.reader, self.reader.registry.task(duty.task));
        let nobody = duty.reason().map(|reason| {
            let reason = uncapitalised(&reader.reason(reason));
            reader.say("nobody", [("reason", reason)])
        });
        let who = (nobody.is_none() && self.only_doer.is_none()).then(|| self.who(duty));
        let hours = task.hours_per_week.map(|hours| reader.hours_a_week(hours));
        // Whoever follows the list has done what stands above, so that may be left out.
        let mut before = task.after.to_vec();
        before.sort_by_key(|task| above.contains(task));
        let names = reader.few_tasks(&before, MOST_PREREQUISITES);
        let after = (!before.is_empty()).then(|| reader.say("only-after", [("tasks", names)]));
        let more = [who, hours, after].into_iter().flatten().collect();
        Check { what: self.task(duty), nobody, more }
    }

    /// Why a task went where it did, in a sentence.
    fn why(&self, duty: &Duty) -> String {
        let reader = self.reader;
        let role = reader.role(duty.task.role);
        let (by, why) = match duty.outcome {
            Outcome::Done { by, why } => (by, why),
            Outcome::Undone(Reason::NoTimeLeft) => return self.no_time(duty),
            Outcome::Undone(Reason::VacantPosition) => {
                let position = self.position_name(duty).unwrap_or_default();
                return reader.say("why-vacant", [("position", position)]);
            }
            Outcome::Undone(Reason::NoPosition) => {
                return reader.say("no-position-for", [("role", role)]);
            }
        };
        let who = self.doer_name(by);
        match (why, by) {
            (Why::Pinned, _) => reader.say("why-pinned", [("who", who)]),
            (Why::OnlyOne, Doer::Person(_)) => reader.say("why-only-one", [("role", role)]),
            (Why::OnlyOne, Doer::Position(_)) => {
                reader.say("why-position", [("who", &*who), ("role", role)])
            }
            (Why::Spread, _) => self.spread(duty, by),
            (Why::SameArea, _) => {
                let area = reader.area(reader.registry.task(duty.task).area);
                reader.say("why-same-area", [("who", who), ("area", area)])
            }
            (Why::FewestTasks, _) => reader.say("why-fewest-tasks", [("who", who)]),
        }
    }

    /// Who else had time for it, and how busy the busiest of those who may do it is.
    fn spread(&self, duty: &Duty, by: Doer) -> String {
        let (reader, assignment) = (self.reader, &self.plan.assignment);
        let hours = reader.registry.task(duty.task).hours_per_week;
        let mut with_time = Vec::new();
        let mut busiest = by;
        for (place, doer) in assignment.candidates(duty.task.role).enumerate() {
            let workload = assignment.workload(doer);
            if doer == by || workload.free().is_none_or(|free| Some(free) >= hours) {
                with_time.push(doer);
            }
            if place == 0 || workload.is_busier_than(assignment.workload(busiest)) {
                busiest = doer;
            }
        }
        if with_time.len() == 1 {
            return reader.word("why-only-time");
        }
        let workload = assignment.workload(busiest);
        let hours = reader.hours_with_limit(&workload.load, workload.limit);
        let names = if with_time.len() > MOST_NAMES {
            reader.count("why-so-many", with_time.len())
        } else {
            let names: Vec<String> = with_time.iter().map(|&doer| self.doer_name(doer)).collect();
            reader.list(&names)
        };
        let who = self.doer_name(busiest);
        reader.say("why-spread", [("names", names), ("who", who), ("hours", hours)])
    }

    /// How long it takes, and how much the one with the most time has left.
    fn no_time(&self, duty: &Duty) -> String {
        let (reader, assignment) = (self.reader, &self.plan.assignment);
        let hours = reader.registry.task(duty.task).hours_per_week.unwrap_or_default();
        let needs = reader.hours(hours);
        let mut most: Option<(Doer, Hours)> = None;
        for doer in assignment.candidates(duty.task.role) {
            let free = assignment.workload(doer).free().unwrap_or_default();
            if most.is_none_or(|(_, most)| free > most) {
                most = Some((doer, free));
            }
        }
        let Some((doer, free)) = most.filter(|(_, free)| *free > Hours::ZERO) else {
            return reader.say("why-no-time-at-all", [("needs", needs)]);
        };
        let who = self.doer_name(doer);
        let (free, missing) = (reader.hours(free), reader.hours(hours - free));
        let parts = [("needs", needs), ("who", who), ("free", free), ("missing", missing)];
        reader.say("why-no-time", parts)
    }
}

/// A word as it stands in a sentence.
fn uncapitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}
