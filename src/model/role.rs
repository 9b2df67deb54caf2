//! Roles and their tasks, and what these name: areas and sources.

use super::hours::Hours;
use super::id::{AreaId, AreaIx, RoleId, RoleIx, SourceId, SourceIx, TaskId, TaskRef};
use super::language::{Language, Text};
use super::list::List;
use crate::source::Span;
use std::fmt;

/// What a new role and its task say until somebody fills it in: another title, the purpose, a skill, a measure, the task's
/// name, its detail, and what it hands over.
pub const TO_FILL_IN: [&str; 7] = [
    "Another title",
    "What the role is there for, in a sentence",
    "What it takes to do it well",
    "What its success is measured by",
    "What is to be done, in a few words",
    "The same at more length",
    "What is handed over",
];

/// A named function with its tasks.
#[derive(Debug)]
pub struct Role {
    /// The stem of its file.
    pub id: RoleId,
    /// Where it is written.
    pub place: Span,
    /// What it is called.
    pub name: Text,
    /// Other titles for it.
    pub also_called: List<Text>,
    /// What it is there for.
    pub purpose: Option<Text>,
    /// Planning, or carrying out.
    pub focus: Option<Focus>,
    /// The role that it reports to.
    pub reports_to: Option<RoleIx>,
    /// What it takes to do it well.
    pub skills: List<Text>,
    /// What its success is measured by.
    pub measures: List<Text>,
    /// Its codes in classifications of occupations, by scheme.
    pub classification: List<Classification>,
    /// Who says so.
    pub sources: List<SourceIx>,
    /// Its duties, in the order of the file.
    pub tasks: Box<[Task]>,
    /// What is changed of the base's role.
    pub change: Option<Box<Change>>,
}

/// How a role or task of a base is changed by the registry that extends it.
#[derive(Debug)]
pub struct Change {
    /// Where the base has it.
    pub base: Span,
    /// The keys that the change says, in their order.
    pub keys: List<&'static str>,
}

/// The codes of a role in one classification of occupations.
#[derive(Debug)]
pub struct Classification {
    /// The classification: `esco`, `rome`.
    pub scheme: Box<str>,
    /// The codes.
    pub codes: List<Box<str>>,
}

/// "ESCO 2432.5, 1222.1".
impl fmt::Display for Classification {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{} {}", self.scheme.to_uppercase(), self.codes.join(", "))
    }
}

/// One duty of a role.
#[derive(Debug)]
pub struct Task {
    /// Unique in its role.
    pub id: TaskId,
    /// Where it is written.
    pub place: Span,
    /// What is to be done.
    pub name: Text,
    /// The same in more detail.
    pub detail: Option<Box<Text>>,
    /// Other words for it, to find it by.
    pub also_called: List<Text>,
    /// What it is about.
    pub area: Option<AreaIx>,
    /// How often it comes round.
    pub cadence: Option<Cadence>,
    /// The days of the week that it is done on, in their order; none where any working day will do.
    pub on: List<Weekday>,
    /// The estimate, in hours a week on average; there is none where nobody gave one.
    pub hours_per_week: Option<Hours>,
    /// The hours of one occasion, where the estimate is given so.
    pub hours_each_time: Option<Hours>,
    /// How much it belongs to its role.
    pub importance: Importance,
    /// How many of those who hold the role do it.
    pub doers: Doers,
    /// The tasks whose results must exist first.
    pub after: List<TaskRef>,
    /// What its result gives to other tasks.
    pub handoffs: List<Handoff>,
    /// The role it needs as a partner: a task that exists only between two people.
    pub coordinates_with: Option<RoleIx>,
    /// RACI: the role that answers for it, if not the one that does it.
    pub accountable: Option<RoleIx>,
    /// RACI: the roles asked beforehand.
    pub consulted: List<RoleIx>,
    /// RACI: the roles told afterwards.
    pub informed: List<RoleIx>,
    /// Tasks, there or not, that it comes near: whoever has one of them needs this one less.
    pub overlaps: List<(RoleId, TaskId)>,
    /// Who says so.
    pub sources: List<SourceIx>,
    /// What is changed of the base's task.
    pub change: Option<Box<Change>>,
}

/// What one task's result gives to another task.
#[derive(Debug)]
pub struct Handoff {
    /// The task that receives it.
    pub to: TaskRef,
    /// What is handed over.
    pub what: Option<Text>,
}

/// What tasks are about.
#[derive(Debug)]
pub struct Area {
    /// Its id.
    pub id: AreaId,
    /// Where it is written.
    pub place: Span,
    /// What it is called.
    pub name: Text,
}

/// Who says it.
#[derive(Debug)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Where it is written.
    pub place: Span,
    /// What it is called.
    pub title: Text,
    /// The languages that it is written in.
    pub languages: List<Language>,
    /// Where it is on the web.
    pub url: Option<Box<str>>,
}

words! {
    /// What a role is mainly about.
    Focus {
        /// Decides what is to be done.
        Strategy = "strategy",
        /// Does it.
        Operations = "operations",
    }
}

words! {
    /// How often a task comes round.
    Cadence {
        Daily = "daily",
        Weekly = "weekly",
        /// Every two weeks.
        Biweekly = "biweekly",
        Monthly = "monthly",
        Quarterly = "quarterly",
        /// Every six months.
        Semiannual = "semiannual",
        Yearly = "yearly",
        Once = "once",
        /// All the time.
        Ongoing = "ongoing",
    }
}

impl Cadence {
    /// How many times it comes round in a year of 52 weeks if it does so on this many days of the week; `None` without
    /// a fixed rhythm.
    pub fn times_a_year(self, days: usize) -> Option<u64> {
        Some(match self {
            Cadence::Daily | Cadence::Weekly => 52 * days as u64,
            Cadence::Biweekly => 26 * days as u64,
            Cadence::Monthly => 12,
            Cadence::Quarterly => 4,
            Cadence::Semiannual => 2,
            Cadence::Yearly => 1,
            Cadence::Once | Cadence::Ongoing => return None,
        })
    }
}

words! {
    /// A day of the week.
    Weekday {
        Monday = "monday",
        Tuesday = "tuesday",
        Wednesday = "wednesday",
        Thursday = "thursday",
        Friday = "friday",
        Saturday = "saturday",
        Sunday = "sunday",
    }
}

words! {
    /// How many of those who hold the role do a task.
    Doers {
        /// One of them.
        One = "one",
        /// Everybody, each of them with all of its hours.
        Each = "each",
        /// Everybody, with the hours divided in proportion to theirs.
        Shared = "shared",
    }
}

words! {
    /// How much a task belongs to its role.
    Importance {
        /// The role is unthinkable without it.
        Core = "core",
        /// It comes when the core is done.
        Supplemental = "supplemental",
    }
}
