//! Companies: their sizes and positions; their people, and who does which task whatever else is decided.

use super::date::Date;
use super::hours::Hours;
use super::id::{PositionId, RoleIx, SizeId, SourceIx, TaskRef};
use super::language::Text;
use super::list::List;
use crate::source::Span;
use std::fmt;

/// A class of companies by their number of employees, and how the roles are filled in it.
#[derive(Debug)]
pub struct Size {
    /// Its id.
    pub id: SizeId,
    /// Where it is written.
    pub place: Span,
    /// What it is called.
    pub name: Text,
    /// How many people work there; `None` where the size does not depend on it.
    pub employees: Option<Employees>,
    /// Who holds the roles.
    pub staffing: Staffing,
    /// Who says so.
    pub sources: List<SourceIx>,
}

/// A range of employees, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Employees {
    /// From; 0 where it was left out.
    pub min: u32,
    /// Up to; `None` means without end.
    pub max: Option<u32>,
}

impl Employees {
    /// True if a company with this many employees lies in the range.
    pub fn contains(self, employees: u32) -> bool {
        employees >= self.min && self.max.is_none_or(|max| employees <= max)
    }
}

/// In English, for messages.
impl fmt::Display for Employees {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match (self.min, self.max) {
            (0, Some(1)) => out.write_str("at most 1 employee"),
            (0, Some(max)) => write!(out, "up to {max} employees"),
            (1, Some(1)) => out.write_str("1 employee"),
            (min, Some(max)) => write!(out, "{min} to {max} employees"),
            (min, None) => write!(out, "{min} employees and more"),
        }
    }
}

/// How the roles are filled in a company of some size.
#[derive(Debug)]
pub enum Staffing {
    /// One person holds all roles; what that person is called, if the registry says.
    OnePerson(Option<Text>),
    /// Each role is a position.
    OnePerRole,
    /// Positions of its own.
    Custom(Box<[OwnPosition]>),
}

/// The id of the one position where one person holds all roles.
pub const ONE_PERSON: &str = "one-person";

/// A position that a size lists itself.
#[derive(Debug)]
pub struct OwnPosition {
    /// Its id, unique in its size.
    pub id: PositionId,
    /// What it is called.
    pub name: Text,
    /// The roles that it holds.
    pub roles: Box<[RoleIx]>,
}

/// A seat in a company of some size, however that size is staffed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Position<'r> {
    /// Its id: its own, the role's, or [`ONE_PERSON`].
    pub id: &'r str,
    /// What it is called; `None` for the one person of a size that gives no name.
    pub name: Option<&'r Text>,
    /// The roles that it holds.
    pub roles: &'r [RoleIx],
}

impl<'r> From<&'r OwnPosition> for Position<'r> {
    fn from(own: &'r OwnPosition) -> Self {
        Self { id: own.id.as_str(), name: Some(&own.name), roles: &own.roles }
    }
}

/// The longest name of a person, in characters.
pub const MAX_NAME: usize = 100;

/// The people of a company, and who does which task whatever else is decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Team {
    /// The people, in the order of the file; each name stands once.
    pub people: Box<[Person]>,
    /// The pins, in the order of the file; each task stands once.
    pub pins: Box<[Pin]>,
    /// The vacancies, in the order of the file.
    pub vacancies: Box<[Vacancy]>,
}

/// Somebody of a team.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// What they are called: never blank, at most [`MAX_NAME`] characters.
    pub name: String,
    /// Where the name is written, if that is in a team file.
    pub place: Option<Span>,
    /// What they are meant for.
    pub holds: Holds,
    /// The hours a week that they have; without a figure there is no limit.
    pub hours_per_week: Option<Hours>,
    /// True if they belong to another company or to none, such as a freelancer or an agency.
    pub external: bool,
    /// The roles for which they answer where several hold them, each once; no role has two leads.
    pub lead: Box<[RoleIx]>,
    /// Their first day, if they come later than the others.
    pub from: Option<Date>,
    /// Their last day, if they leave.
    pub until: Option<Date>,
    /// When they are away, in the order of the days; no two overlap.
    pub away: Box<[Absence]>,
    /// Who stands in for them, as their number among [`Team::people`]; never they themselves.
    pub deputy: Option<usize>,
}

/// A seat that waits for somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vacancy {
    /// What whoever comes is meant for: roles or a position.
    pub holds: Holds,
    /// The first day on which work may wait for it; `None` if it has been open long since.
    pub from: Option<Date>,
    /// The hours a week that whoever comes will have; without a figure there is no limit.
    pub hours_per_week: Option<Hours>,
}

/// A time during which somebody is away, both days included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    /// The first day.
    pub from: Date,
    /// The last day, which is not before the first.
    pub until: Date,
}

impl Person {
    /// True if they have come, have not left and are not away.
    pub fn is_there(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day)
            && self.until.is_none_or(|until| day <= until)
            && !self.away.iter().any(|away| (away.from..=away.until).contains(&day))
    }
}

impl Team {
    /// True if it depends on the day who is there.
    pub fn has_dates(&self) -> bool {
        let mut vacancies = self.vacancies.iter();
        vacancies.any(|vacancy| vacancy.from.is_some())
            || self.people.iter().any(|person| {
                person.from.is_some() || person.until.is_some() || !person.away.is_empty()
            })
    }
}

/// What somebody is meant for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Holds {
    /// Nothing is said: they fill the next position in order.
    #[default]
    Anything,
    /// These roles, each once; at least one.
    Roles(Box<[RoleIx]>),
    /// The position with this id, which at least one company size has.
    Position(PositionId),
}

/// A task that one person does, whatever else is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pin {
    /// The task.
    pub task: TaskRef,
    /// The person, as their number among [`Team::people`].
    pub person: usize,
}
