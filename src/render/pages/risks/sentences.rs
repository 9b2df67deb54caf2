//! What a risk is and what to do about it, in sentences.

use crate::query::{Assignment, Doer, Duty, Loss, Reason, Risk};
use crate::render::reader::Reader;
use crate::render::words::Argument;
use std::collections::HashSet;

/// Risks that have the same cause, and so a title and an advice in common; worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    NoTime,
    /// No position holds the role.
    NoRole,
    /// Those who fill the position are away.
    Away,
    Vacant,
    /// More is pinned to somebody than they have hours.
    OverHours,
    /// Nobody would have the time.
    Absence,
    /// Nobody else may do it.
    OnlyPerson,
    /// No other position may do it.
    OnlyPosition,
    /// There is nobody else.
    Alone,
    NoDeputy,
    NoEstimate,
}

impl Group {
    pub fn title_and_advice(self) -> [&'static str; 2] {
        match self {
            Group::NoTime => ["risk-no-time", "assign-advice"],
            Group::NoRole => ["risk-no-role", "risk-no-role-advice"],
            Group::Away => ["risk-away", "risk-away-advice"],
            Group::Vacant => ["risk-vacant", "risk-vacant-advice"],
            Group::OverHours => ["risk-over-hours", "risk-over-hours-advice"],
            Group::Absence => ["risk-absence", "risk-absence-advice"],
            Group::OnlyPerson => ["risk-only-person", "risk-only-person-advice"],
            Group::OnlyPosition => ["risk-only-position", "risk-only-position-advice"],
            Group::Alone => ["risk-only-person", "risk-alone-advice"],
            Group::NoDeputy => ["risk-no-deputy", "risk-no-deputy-advice"],
            Group::NoEstimate => ["risk-no-estimate", "risk-no-estimate-advice"],
        }
    }
}

pub struct Sentences<'p, 'r> {
    pub assignment: &'p Assignment<'r>,
    pub reader: &'p Reader<'r>,
    /// The positions that have people, there or away, and no vacancy.
    filled: HashSet<usize>,
    /// True if there is only one person, or one position.
    is_alone: bool,
}

impl<'p, 'r> Sentences<'p, 'r> {
    pub fn new(assignment: &'p Assignment<'r>, reader: &'p Reader<'r>) -> Self {
        let mut filled: HashSet<usize> = assignment.filled.iter().flatten().copied().collect();
        filled.retain(|&position| {
            let position = &assignment.positions[position];
            !assignment.openings.iter().any(|opening| opening.is_for(position))
        });
        Self { assignment, reader, filled, is_alone: assignment.doers().count() == 1 }
    }

    pub fn group(&self, risk: Risk) -> Group {
        match risk {
            Risk::Undone(duty) => match self.assignment.duties[duty].why {
                Err(Reason::VacantPosition) => self.vacant(self.assignment.duties[duty].position),
                Err(Reason::NoPosition) => Group::NoRole,
                Err(Reason::NoTimeLeft | Reason::FellAway) | Ok(_) => Group::NoTime,
            },
            Risk::VacantPosition(position) => self.vacant(Some(position)),
            Risk::OpenVacancy(_) => Group::Vacant,
            Risk::OverHours(_) => Group::OverHours,
            Risk::Absence(_) => Group::Absence,
            Risk::DependsOnOne(..) if self.is_alone => Group::Alone,
            Risk::DependsOnOne(Doer::Person(_), _) => Group::OnlyPerson,
            Risk::DependsOnOne(Doer::Position(_), _) => Group::OnlyPosition,
            Risk::NoDeputy(_) => Group::NoDeputy,
            Risk::NoEstimate(_) => Group::NoEstimate,
        }
    }

    fn vacant(&self, position: Option<usize>) -> Group {
        let is_filled = position.is_some_and(|position| self.filled.contains(&position));
        if is_filled { Group::Away } else { Group::Vacant }
    }

    pub fn message(&self, risk: Risk) -> String {
        let (assignment, reader) = (self.assignment, self.reader);
        let duty = risk.duty().map(|duty| &assignment.duties[duty]);
        let task = duty.map(|duty| reader.task(duty.task)).unwrap_or_default();
        let who = risk.doer().map(|doer| reader.doer_name(assignment, doer)).unwrap_or_default();
        let say = |id: &str, hours: &str| {
            reader.say(id, &[("who", &who), ("task", &task), ("hours", &hours)])
        };
        match risk {
            Risk::Undone(duty) => self.undone(&assignment.duties[duty]),
            Risk::VacantPosition(position) => {
                let position = self.position_name(Some(position));
                reader.say("risk-vacant-position", &[("position", &position)])
            }
            Risk::OpenVacancy(opening) => {
                let opening = &assignment.openings[opening];
                let what = reader.vacancy_name(&opening.vacancy, assignment);
                reader.say("risk-vacancy", &[("what", &what), ("n", &opening.tasks.len())])
            }
            Risk::OverHours(doer) => {
                let workload = assignment.workload(doer);
                let load = &workload.load;
                say("assign-over", &reader.hours_at_least(workload.over(), load.without_estimate))
            }
            Risk::Absence(Loss { missing: Some(missing), .. }) => {
                say("risk-absence-partly", &reader.hours(missing))
            }
            Risk::Absence(_) => say("risk-absence-task", ""),
            Risk::DependsOnOne(Doer::Person(_), _) => say("risk-only-person-task", ""),
            Risk::DependsOnOne(..) => say("risk-only-position-task", ""),
            Risk::NoDeputy(_) => say("risk-no-deputy-of", ""),
            Risk::NoEstimate(_) => say("risk-no-estimate-of", ""),
        }
    }

    /// That nobody does a task, or nobody all of it.
    fn undone(&self, duty: &Duty) -> String {
        let reader = self.reader;
        let mut names = Vec::new();
        let id = match duty.why {
            Err(Reason::VacantPosition) if self.vacant(duty.position) == Group::Away => {
                // Looked for where they are said: there may be many people and many such tasks.
                names = self.away_from(duty.position);
                "risk-away-task"
            }
            Err(Reason::VacantPosition) => "risk-vacant-task",
            Err(Reason::NoPosition) => "risk-no-role-task",
            Err(Reason::NoTimeLeft | Reason::FellAway) => "risk-no-time-task",
            Ok(_) => "risk-no-time-partly",
        };
        let arguments: [(&str, &dyn Argument); 5] = [
            ("task", &reader.task(duty.task)),
            ("names", &reader.list(names)),
            ("position", &self.position_name(duty.position)),
            ("role", &reader.role(duty.task.role)),
            ("hours", &reader.hours(duty.missing)),
        ];
        reader.say(id, &arguments)
    }

    /// The names of those who fill a position and are away.
    pub fn away_from(&self, position: Option<usize>) -> Vec<&str> {
        let Some(position) = position else { return Vec::new() };
        let people = self.assignment.people.iter().enumerate();
        let away = people.filter(|(number, _)| {
            self.assignment.is_away(*number) && self.assignment.filled[*number].contains(&position)
        });
        away.map(|(_, person)| person.name.as_str()).collect()
    }

    pub fn position_name(&self, position: Option<usize>) -> String {
        let position = position.map(|position| &self.assignment.positions[position]);
        position.map(|position| self.reader.position_label(position)).unwrap_or_default()
    }
}
