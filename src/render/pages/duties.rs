//! The tasks of an assignment as rows in sections, by person or otherwise; as things to tick off.

use crate::model::{AreaIx, Hours, TaskRef};
use crate::query::{Assignment, Doer, Duty, Load, Move, Reason, Share, area_order, in_order};
use crate::render::page::{Check, Columns, Section};
use crate::render::reader::{Reader, in_brackets};
use std::collections::{BTreeMap, HashMap, HashSet};

const MOST_PREREQUISITES: usize = 3;
/// More people or positions without anything to do than this are one line.
pub(super) const MOST_IDLE: usize = 12;

/// An assignment, and what is to be shown of it.
#[derive(Debug)]
pub struct Plan<'r> {
    pub assignment: Assignment<'r>,
    /// The only person whose part is shown.
    pub only: Option<usize>,
    /// What changes hands because of those who are away.
    pub handovers: Vec<Move>,
}

words! {
    /// What the sections are.
    By {
        /// Whoever does the tasks.
        Person = "person",
        Area = "area",
        Cadence = "cadence",
        Role = "role",
    }
}

impl<'r> Plan<'r> {
    /// The whole of an assignment in which nobody is away.
    pub fn new(assignment: Assignment<'r>) -> Self {
        Self { assignment, only: None, handovers: Vec::new() }
    }

    pub fn shows(&self, doer: Doer) -> bool {
        self.only.is_none() || doer.person() == self.only
    }

    /// Everybody who could do tasks, or the one person whose part is shown.
    pub fn doers(&self) -> impl Iterator<Item = Doer> {
        self.assignment.doers().filter(|&doer| self.shows(doer))
    }

    /// The tasks that are shown, or of which somebody's part is.
    pub fn duties(&self) -> Vec<&Duty> {
        let is_shown =
            |duty: &&Duty| self.only.is_none() || duty.people().any(|it| Some(it) == self.only);
        self.assignment.duties.iter().filter(is_shown).collect()
    }

    /// What is shown of each task: everybody's part, or that nobody does it. What fell away is not there.
    pub(super) fn parts(&self) -> Vec<Part<'_>> {
        let mut parts = Vec::new();
        for duty in self.duties() {
            let shares = duty.shares.iter().filter(|share| self.shows(share.doer));
            parts.extend(shares.map(|&share| Part { duty, share: Some(share) }));
            if duty.is_undone() {
                parts.push(Part { duty, share: None });
            }
        }
        parts
    }

    /// What fell away, which only programs are shown.
    pub(super) fn fallen_away(&self) -> Vec<Part<'_>> {
        let duties = self.duties().into_iter();
        let fallen = duties.filter(|duty| duty.why == Err(Reason::FellAway));
        fallen.map(|duty| Part { duty, share: None }).collect()
    }
}

/// What one doer does of a task, or that nobody does.
#[derive(Clone, Copy)]
pub(super) struct Part<'p> {
    pub duty: &'p Duty,
    pub share: Option<Share>,
}

impl Part<'_> {
    pub fn doer(&self) -> Option<Doer> {
        self.share.map(|share| share.doer)
    }

    /// The hours of this doer, or of the task that nobody does.
    fn hours(&self, reader: &Reader) -> Option<Hours> {
        match self.share {
            Some(share) => share.hours,
            None => reader.registry.task(self.duty.task).hours_per_week,
        }
    }
}

pub(super) struct Duties<'p, 'r> {
    pub plan: &'p Plan<'r>,
    pub by: By,
    pub explain: bool,
    pub checklist: bool,
    pub reader: &'p Reader<'r>,
    pub only_doer: Option<Doer>,
    /// What the vacancy is that a task waits for.
    pub waits: HashMap<TaskRef, String>,
}

impl Duties<'_, '_> {
    pub fn doer_name(&self, doer: Doer) -> String {
        self.reader.doer_name(&self.plan.assignment, doer)
    }

    /// Who does it, or why nobody does.
    fn who(&self, part: &Part) -> String {
        match part.doer() {
            Some(doer) => self.doer_name(doer),
            None => self.reader.outcome(&self.plan.assignment, part.duty),
        }
    }

    pub fn position_name(&self, duty: &Duty) -> Option<String> {
        let position = &self.plan.assignment.positions[duty.position?];
        Some(self.reader.position_label(position))
    }

    /// The name of the position in which a part is done, or would be.
    fn position_of(&self, part: &Part) -> Option<String> {
        let Some(doer) = part.doer() else { return self.position_name(part.duty) };
        let assignment = &self.plan.assignment;
        let position = assignment.position_for(part.duty, doer)?;
        Some(self.reader.position_label(&assignment.positions[position]))
    }

    pub fn columns(&self) -> Columns<'_, Part<'_>> {
        let (reader, registry) = (self.reader, self.reader.registry);
        let cadence_is_heading = self.explain || self.by == By::Cadence;
        let columns = Columns::new()
            .with(reader.column("id").data(), |part: &Part| registry.task_id(part.duty.task))
            .with(reader.column("role").data(), |part| reader.role(part.duty.task.role))
            .with(reader.column("position").data(), |part| self.position_of(part))
            .with(reader.column("person").data(), |part| {
                part.doer().and_then(|doer| self.plan.assignment.person_name(doer))
            })
            .with(reader.column("reason").data(), |part| {
                part.duty.why.err().map(|reason| reader.reason(reason))
            })
            .with(reader.column("area").group().data_if(self.by == By::Area), |part| {
                reader.area(registry.task(part.duty.task).area)
            })
            .with(reader.column("task").view().subject(), |part| reader.task_of_duty(part.duty))
            .with(reader.column("task").data(), |part| reader.task(part.duty.task))
            .with(reader.column("who").data_if(self.by == By::Person), |part| self.who(part))
            .with(reader.column("cadence").data_if(cadence_is_heading), |part| {
                reader.cadence(part.duty.task)
            })
            .with(reader.column("hours-short").number(), |part| part.hours(reader))
            .with_if(self.explain, reader.column("why").group(), |part| self.why(part.duty))
            .with(reader.column("importance").data(), |part| {
                reader.value("importance", registry.task(part.duty.task).importance.as_str())
            })
            .with(reader.column("partly-column").data(), |part| {
                reader.word(if part.duty.is_partly() { "yes" } else { "no" })
            })
            .with(reader.column("waits-for").data(), |part| {
                self.waits.get(&part.duty.task).map(String::as_str)
            });
        self.with_loads(columns)
    }

    /// Adds what the doer of a task has to do in all, for CSV, which has no other table.
    fn with_loads<'c>(&'c self, columns: Columns<'c, Part<'c>>) -> Columns<'c, Part<'c>> {
        let figure = |id: &str| self.reader.column(id).number().data();
        let workload = |part: &Part| part.doer().map(|doer| self.plan.assignment.workload(doer));
        columns
            .with(figure("person-limit"), move |part| workload(part)?.limit)
            .with(figure("person-used"), move |part| Some(workload(part)?.load.hours_per_week))
            .with(figure("person-free"), move |part| workload(part)?.free())
            .with(figure("person-over"), move |part| {
                let workload = workload(part)?;
                workload.limit.map(|_| workload.over())
            })
    }

    pub fn sections<'c>(&self, parts: Vec<Part<'c>>, columns: &Columns<Part<'c>>) -> Vec<Section> {
        let registry = self.reader.registry;
        let mut places: BTreeMap<_, Vec<Part>> = BTreeMap::new();
        for part in parts {
            places.entry(self.section_place(&part)).or_default().push(part);
        }
        let mut sections = Vec::new();
        for mut parts in places.into_values() {
            parts.sort_by_key(|part| area_order(registry, part.duty.task));
            if self.by == By::Cadence {
                in_order(registry, &mut parts, |part| part.duty.task);
            }
            sections.push(self.section(&parts, columns));
        }
        if self.by == By::Person {
            sections.extend(self.idle());
        }
        // Tasks without a doer stand last, after those who have no tasks.
        sections.sort_by_key(|section| section.warns);
        sections
    }

    /// Where the section of a part stands: after the others if nobody does it, then by two numbers.
    fn section_place(&self, part: &Part) -> (bool, usize, usize) {
        let (registry, duty) = (self.reader.registry, part.duty);
        let task = registry.task(duty.task);
        match self.by {
            By::Person => match (part.doer(), duty.why.err()) {
                (Some(doer), _) => (false, 0, doer.number()),
                (None, Some(Reason::VacantPosition)) => {
                    (true, 1, duty.position.unwrap_or_default())
                }
                (None, Some(Reason::NoPosition)) => (true, 2, duty.task.role.index()),
                (None, _) => (true, 0, 0),
            },
            By::Area => (task.area.is_none(), 0, task.area.map_or(0, AreaIx::index)),
            By::Cadence => {
                (task.cadence.is_none(), 0, task.cadence.map_or(0, |often| often as usize))
            }
            By::Role => (false, 0, registry.task_number(TaskRef { task: 0, ..duty.task })),
        }
    }

    fn section<'c>(&self, parts: &[Part<'c>], columns: &Columns<Part<'c>>) -> Section {
        let mut load = Load::default();
        let mut seen = HashSet::new();
        for part in parts {
            load.add(part.hours(self.reader), seen.insert(part.duty.task));
        }
        let mut checks = Vec::new();
        let mut above = HashSet::new();
        for part in parts.iter().filter(|_| self.checklist) {
            checks.push(self.check(part, &above));
            above.insert(part.duty.task);
        }
        let (name, limit) = self.section_name(&parts[0]);
        let load = match self.by {
            By::Cadence => self.reader.load_on_average(&load),
            By::Person | By::Area | By::Role => self.reader.load(&load, limit),
        };
        let section = Section::new(self.reader.heading(&name, &load), columns.rows(parts.iter()));
        let warns = self.by == By::Person && parts[0].share.is_none();
        Section { key: self.section_key(&parts[0]), warns, checks, ..section }
    }

    /// The heading of the section that a part is in, and the hours that its doer has.
    fn section_name(&self, part: &Part) -> (String, Option<Hours>) {
        let (assignment, reader, duty) = (&self.plan.assignment, self.reader, part.duty);
        if self.by != By::Person {
            return (self.section_key(part), None);
        }
        let name = match (part.doer(), duty.why.err()) {
            (Some(doer), _) => {
                return (reader.doer_title(assignment, doer), assignment.workload(doer).limit);
            }
            (None, Some(reason @ Reason::VacantPosition)) => {
                in_brackets(reader.reason(reason), self.position_name(duty).as_deref())
            }
            (None, Some(Reason::NoPosition)) => {
                reader.say("no-position-for", &[("role", &reader.role(duty.task.role))])
            }
            (None, reason) => reader.reason(reason.unwrap_or(Reason::NoTimeLeft)),
        };
        (name, None)
    }

    fn section_key(&self, part: &Part) -> String {
        let duty = part.duty;
        let (reader, task) = (self.reader, self.reader.registry.task(duty.task));
        match self.by {
            By::Person => self.who(part),
            By::Area => reader.area(task.area),
            By::Cadence => match task.cadence {
                Some(cadence) => reader.value("rhythm", cadence.as_str()),
                None => reader.word("no-cadence"),
            },
            By::Role => reader.role(duty.task.role).to_owned(),
        }
    }

    /// Sections for people and positions without a task, so that everybody who was named appears.
    fn idle(&self) -> Vec<Section> {
        let assignment = &self.plan.assignment;
        let mut busy: HashSet<Doer> = assignment.duties.iter().flat_map(Duty::doers).collect();
        // A position whose tasks do not fit into its hours is not without tasks.
        busy.extend(assignment.duties.iter().filter_map(|duty| duty.position.map(Doer::Position)));
        let idle = self.plan.doers().filter(|doer| !busy.contains(doer));
        let idle: Vec<Doer> = idle.collect();
        if idle.len() > MOST_IDLE {
            let title = self.reader.count("nothing-to-do", idle.len());
            return vec![Section::new(title, Vec::new())];
        }
        let section = |doer| {
            let load = self.reader.load(&Load::default(), assignment.workload(doer).limit);
            let title = self.reader.heading(&self.reader.doer_title(assignment, doer), &load);
            Section { key: self.doer_name(doer), ..Section::new(title, Vec::new()) }
        };
        idle.into_iter().map(section).collect()
    }

    /// A task with what its doer has to know when its time has come.
    fn check(&self, part: &Part, above: &HashSet<TaskRef>) -> Check {
        let duty = part.duty;
        let (reader, task) = (self.reader, self.reader.registry.task(duty.task));
        let nobody = duty.why.err().map(|reason| {
            let reason = uncapitalised(&reader.reason(reason));
            reader.say("nobody", &[("reason", &reason)])
        });
        let who = (nobody.is_none() && self.only_doer.is_none()).then(|| self.who(part));
        let hours = part.hours(reader).map(|hours| reader.hours_on_average(duty.task, hours));
        // Whoever follows the list has done what stands above, so that may be left out.
        let mut before = task.after.to_vec();
        before.sort_by_key(|task| above.contains(task));
        let names = reader.few_tasks(&before, MOST_PREREQUISITES);
        let after = (!before.is_empty()).then(|| reader.say("only-after", &[("tasks", &names)]));
        let more = [who, reader.days(&task.on), hours, after].into_iter().flatten().collect();
        Check { what: reader.task_of_duty(duty), nobody, more }
    }
}

/// A word as it stands in a sentence.
fn uncapitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}
