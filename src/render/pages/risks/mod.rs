//! What could go wrong, and what to do about it: for people a few lines for each kind, for spreadsheets one after another.

mod sentences;

pub use sentences::Sentences;

use crate::model::{Hours, RoleIx, TaskRef};
use crate::query::{Doer, Duty, Loss, Reason, Risk, Risks, Why};
use crate::render::page::{Columns, Page, Section, Table};
use crate::render::reader::{Reader, commas};
use sentences::Group;
use std::collections::{HashMap, HashSet};

/// More lines of a group than this are counted: all groups together have to fit on a page.
const MOST_LINES: usize = 5;
/// A group names about so many tasks or people, but
const MOST_NAMES: usize = 8;
/// so many in each of its lines.
const FEWEST_NAMES: usize = 3;

pub fn risks(risks: &Risks, reader: &Reader) -> Page {
    let size = reader.company(risks.assignment.size);
    let id = if risks.all.is_empty() { "risks-none" } else { "risks-lead" };
    let mut lead = vec![reader.say(id, &[("size", &size)])];
    lead.extend(reader.day(&risks.assignment));
    let sentences = Sentences::new(&risks.assignment, reader);
    Page {
        title: reader.heading(&reader.word("risks"), &size),
        lead,
        table: each(risks, &sentences),
        more: Vec::from_iter((!risks.all.is_empty()).then(|| summary(risks, &sentences))),
        notes: Vec::new(),
    }
}

/// Every risk by itself, for spreadsheets.
fn each(risks: &Risks, sentences: &Sentences) -> Table {
    let (assignment, reader) = (&risks.assignment, sentences.reader);
    let task = |risk: &Risk| risk.duty().map(|duty| assignment.duties[duty].task);
    let title = |risk: &Risk| reader.word(sentences.group(*risk).title_and_advice()[0]);
    let advice = |risk: &Risk| reader.word(sentences.group(*risk).title_and_advice()[1]);
    let columns = Columns::new()
        .with(reader.column("risk").data(), title)
        .with(reader.column("id").data(), |risk| {
            task(risk).map(|task| reader.registry.task_id(task))
        })
        .with(reader.column("task").data(), |risk| task(risk).map(|task| reader.task(task)))
        .with(reader.column("person").data(), |risk| assignment.person_name(risk.doer()?))
        .with(reader.column("position").data(), |risk| {
            let position = risk.position(assignment);
            position.map(|position| reader.position_label(&assignment.positions[position]))
        })
        .with(reader.column("risk-message").data(), |risk| sentences.message(*risk))
        .with(reader.column("risk-advice").data(), advice);
    columns.table(&risks.all)
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Subject {
    Doer(Doer),
    Position(Option<usize>),
    Role(RoleIx),
    Vacancy(usize),
    All,
}

struct Line {
    group: Group,
    subject: Subject,
    risks: Vec<Risk>,
}

/// A section for each group of risks, with a line for each of those whom they are about, and what to do.
fn summary(risks: &Risks, sentences: &Sentences) -> Table {
    let reader = sentences.reader;
    let columns = Columns::new()
        .with(reader.column("who").headless().view(), |(label, _): &(String, String)| label.clone())
        .with(reader.column("risk-message").headless().view(), |(_, text)| text.clone());
    let mut sections = Vec::new();
    for lines in lines(risks, sentences).chunk_by(|one, other| one.group == other.group) {
        let group = lines[0].group;
        let [title, advice] = group.title_and_advice();
        let names = (MOST_NAMES / lines.len()).max(FEWEST_NAMES);
        let shown = lines.iter().take(MOST_LINES);
        let mut rows: Vec<(String, String)> =
            shown.map(|line| (line.label(sentences), line.text(names, sentences))).collect();
        let more = lines.len() - rows.len();
        rows.extend((more > 0).then(|| (String::new(), reader.more(more))));
        rows.push((reader.word("risk-advice"), reader.word(advice)));
        let section = Section::new(reader.word(title), columns.rows(rows));
        sections.push(Section { warns: group < Group::Absence, ..section });
    }
    columns.sections(sections)
}

fn lines(risks: &Risks, sentences: &Sentences) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut numbers: HashMap<(Group, Subject), usize> = HashMap::new();
    let only = risks.all.iter().filter(|risk| matches!(risk, Risk::DependsOnOne(..)));
    let only: HashSet<Option<Doer>> = only.map(|risk| risk.doer()).collect();
    for &risk in &risks.all {
        // Of those whose work nobody else may do, it is clear that nobody stands in.
        if matches!(risk, Risk::NoDeputy(_)) && only.contains(&risk.doer()) {
            continue;
        }
        let group = sentences.group(risk);
        let subject = subject(risk, group, risks);
        let number = *numbers.entry((group, subject)).or_insert(lines.len());
        match lines.get_mut(number) {
            Some(line) => line.risks.push(risk),
            None => lines.push(Line { group, subject, risks: vec![risk] }),
        }
    }
    lines.sort_by_key(|line| line.group);
    lines
}

fn subject(risk: Risk, group: Group, risks: &Risks) -> Subject {
    match risk {
        Risk::Undone(duty) if group == Group::NoRole => {
            Subject::Role(risks.assignment.duties[duty].task.role)
        }
        Risk::Undone(duty) => Subject::Position(risks.assignment.duties[duty].position),
        Risk::VacantPosition(position) => Subject::Position(Some(position)),
        Risk::OpenVacancy(opening) => Subject::Vacancy(opening),
        Risk::OverHours(doer) | Risk::DependsOnOne(doer, _) => Subject::Doer(doer),
        Risk::Absence(Loss { person, .. }) => Subject::Doer(Doer::Person(person)),
        Risk::NoDeputy(_) | Risk::NoEstimate(_) => Subject::All,
    }
}

impl Line {
    fn label(&self, sentences: &Sentences) -> String {
        let Sentences { assignment, reader, .. } = *sentences;
        match self.subject {
            Subject::Doer(doer) => reader.doer_name(assignment, doer),
            Subject::Position(position) if self.group == Group::Away => {
                reader.list(sentences.away_from(position))
            }
            Subject::Position(position) => sentences.position_name(position),
            Subject::Role(role) => reader.role(role).to_owned(),
            Subject::Vacancy(opening) => {
                reader.vacancy_name(&assignment.openings[opening].vacancy, assignment)
            }
            Subject::All if self.group == Group::NoDeputy => {
                reader.count("count-people", self.risks.len())
            }
            Subject::All => reader.count("count-tasks", self.risks.len()),
        }
    }

    /// What it says, with so many names at most.
    fn text(&self, most: usize, sentences: &Sentences) -> String {
        let Sentences { assignment, reader, .. } = *sentences;
        match (self.subject, self.group) {
            (Subject::All, Group::NoDeputy) => {
                let people = self.risks.iter().filter_map(|risk| risk.doer());
                let names: Vec<String> =
                    people.map(|doer| reader.doer_name(assignment, doer)).collect();
                reader.words.first(names.into_iter(), most).join(", ")
            }
            (Subject::All, _) => self.names(most, sentences),
            (Subject::Vacancy(opening), _) => {
                reader.count("risk-waits", assignment.openings[opening].tasks.len())
            }
            (Subject::Doer(doer), Group::OverHours) => {
                let workload = assignment.workload(doer);
                let hours = reader.hours_with_limit(&workload.load, workload.limit);
                let duties = assignment.duties.iter().filter(|duty| duty.is_of(doer));
                let pinned = duties.filter(|duty| duty.why == Ok(Why::Pinned));
                let pinned: Vec<TaskRef> = pinned.map(|duty| duty.task).collect();
                let tasks = reader.few_tasks(&pinned, most);
                reader.say("risk-pinned", &[("hours", &hours), ("tasks", &tasks)])
            }
            _ => self.tasks(most, sentences),
        }
    }

    /// "8 tasks, at least 8.0 h a week: …".
    fn tasks(&self, most: usize, sentences: &Sentences) -> String {
        let Sentences { assignment, reader, .. } = *sentences;
        let tasks = self.risks.iter().filter(|risk| risk.duty().is_some());
        let all: Vec<Option<Hours>> =
            tasks.map(|risk| risk.hours(reader.registry, assignment)).collect();
        let tasks = all.len();
        if tasks == 0 {
            return reader.word("risk-nobody-there");
        }
        let hours: Hours = all.iter().copied().flatten().sum();
        let hours = (hours > Hours::ZERO).then(|| {
            let without_estimate = all.iter().filter(|hours| hours.is_none()).count();
            let hours = reader.hours_at_least(hours, without_estimate);
            reader.say("count-hours", &[("hours", &hours)])
        });
        let load = commas([Some(reader.count("count-tasks", tasks)), hours]);
        let exists = |duty: &&Duty| duty.why != Err(Reason::FellAway);
        if tasks > FEWEST_NAMES && tasks == assignment.duties.iter().filter(exists).count() {
            return reader.say("risk-everything", &[("load", &load)]);
        }
        reader.heading(&load, &self.names(most, sentences))
    }

    /// The names of the tasks; of those that are partly done, how much is.
    fn names(&self, most: usize, sentences: &Sentences) -> String {
        let Sentences { assignment, reader, .. } = *sentences;
        let mut names = Vec::with_capacity(self.risks.len());
        for risk in &self.risks {
            let Some(duty) = risk.duty().map(|duty| &assignment.duties[duty]) else { continue };
            names.push(match (risk, risk.missing(assignment)) {
                (Risk::Undone(_), Some(_)) => reader.task_of_duty(duty),
                (_, Some(missing)) => {
                    let all = reader.registry.task(duty.task).hours_per_week.unwrap_or_default();
                    reader.task_partly(duty.task, all - missing, all)
                }
                (_, None) => reader.task(duty.task).to_owned(),
            });
        }
        reader.series(reader.words.first(names.into_iter(), most))
    }
}
