//! What a risk is and what to do about it, in sentences.

use crate::query::{Assignment, Doer, Duty, Loss, Reason, Risk};
use crate::render::reader::Reader;
use fluent_bundle::FluentValue;
use std::collections::HashSet;

/// Risks that have the same cause, and so a title and an advice in common; worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Nobody has the time.
    NoTime,
    /// No position holds the role.
    NoRole,
    /// Those who fill the position are away.
    Away,
    /// The position has nobody.
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
    /// The messages that are its title and that say what to do.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Group::NoTime => ("risk-no-time", "assign-advice"),
            Group::NoRole => ("risk-no-role", "risk-no-role-advice"),
            Group::Away => ("risk-away", "risk-away-advice"),
            Group::Vacant => ("risk-vacant", "risk-vacant-advice"),
            Group::OverHours => ("risk-over-hours", "risk-over-hours-advice"),
            Group::Absence => ("risk-absence", "risk-absence-advice"),
            Group::OnlyPerson => ("risk-only-person", "risk-only-person-advice"),
            Group::OnlyPosition => ("risk-only-position", "risk-only-position-advice"),
            Group::Alone => ("risk-only-person", "risk-alone-advice"),
            Group::NoDeputy => ("risk-no-deputy", "risk-no-deputy-advice"),
            Group::NoEstimate => ("risk-no-estimate", "risk-no-estimate-advice"),
        }
    }

    /// The message that is its title.
    pub fn title(self) -> &'static str {
        self.words().0
    }

    /// The title as a code, for programs.
    pub fn code(self) -> &'static str {
        self.title().trim_start_matches("risk-")
    }

    /// The message that says what to do.
    pub fn advice(self) -> &'static str {
        self.words().1
    }
}

/// Says what could go wrong in a company.
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

    /// The group of a risk.
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
            Risk::DependsOnOne { .. } if self.is_alone => Group::Alone,
            Risk::DependsOnOne { doer: Doer::Person(_), .. } => Group::OnlyPerson,
            Risk::DependsOnOne { doer: Doer::Position(_), .. } => Group::OnlyPosition,
            Risk::NoDeputy(_) => Group::NoDeputy,
            Risk::NoEstimate(_) => Group::NoEstimate,
        }
    }

    fn vacant(&self, position: Option<usize>) -> Group {
        let is_filled = position.is_some_and(|position| self.filled.contains(&position));
        if is_filled { Group::Away } else { Group::Vacant }
    }

    /// What a risk is.
    pub fn message(&self, risk: Risk) -> String {
        let (assignment, reader) = (self.assignment, self.reader);
        let duty = risk.duty().map(|duty| &assignment.duties[duty]);
        let task = ("task", duty.map(|duty| reader.task(duty.task)).unwrap_or_default());
        let who = risk.doer().map(|doer| reader.doer_name(assignment, doer)).unwrap_or_default();
        let who = ("who", who.as_str());
        match risk {
            Risk::Undone(duty) => self.undone(&assignment.duties[duty]),
            Risk::VacantPosition(position) => {
                let position = self.position_name(Some(position));
                reader.say("risk-vacant-position", [("position", position)])
            }
            Risk::OpenVacancy(opening) => {
                let opening = &assignment.openings[opening];
                let what = FluentValue::from(reader.vacancy_name(&opening.vacancy, assignment));
                reader.say("risk-vacancy", [("what", what), ("n", opening.tasks.len().into())])
            }
            Risk::OverHours(doer) => {
                let workload = assignment.workload(doer);
                let over = reader.hours_at_least(workload.over(), workload.load.without_estimate);
                reader.say("assign-over", [who, ("hours", &over)])
            }
            Risk::Absence(Loss { missing: Some(missing), .. }) => {
                reader.say("risk-absence-partly", [who, task, ("hours", &reader.hours(missing))])
            }
            Risk::Absence(_) => reader.say("risk-absence-task", [who, task]),
            Risk::DependsOnOne { doer: Doer::Person(_), .. } => {
                reader.say("risk-only-person-task", [who, task])
            }
            Risk::DependsOnOne { .. } => reader.say("risk-only-position-task", [who, task]),
            Risk::NoDeputy(_) => reader.say("risk-no-deputy-of", [who]),
            Risk::NoEstimate(_) => reader.say("risk-no-estimate-of", [task]),
        }
    }

    /// That nobody does a task, or nobody all of it.
    fn undone(&self, duty: &Duty) -> String {
        let reader = self.reader;
        let task = ("task", reader.task(duty.task));
        match (duty.why.err(), duty.position) {
            (Some(Reason::VacantPosition), position) if self.vacant(position) == Group::Away => {
                let names = reader.list(self.away_from(position));
                reader.say("risk-away-task", [task, ("names", &names)])
            }
            (Some(Reason::VacantPosition), position) => {
                let position = self.position_name(position);
                reader.say("risk-vacant-task", [task, ("position", &position)])
            }
            (Some(Reason::NoPosition), _) => {
                reader.say("risk-no-role-task", [task, ("role", reader.role(duty.task.role))])
            }
            (Some(Reason::NoTimeLeft | Reason::FellAway), _) => {
                reader.say("risk-no-time-task", [task])
            }
            (None, _) => {
                let hours = reader.hours(duty.missing);
                reader.say("risk-no-time-partly", [task, ("hours", &hours)])
            }
        }
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

    /// The name of a position.
    pub fn position_name(&self, position: Option<usize>) -> String {
        let position = position.map(|position| &self.assignment.positions[position]);
        position.map(|position| self.reader.position_label(position)).unwrap_or_default()
    }
}
