//! The columns of the matrix, and what they say when they are read from top to bottom.

use super::Letters;
use super::holders::Holder;
use crate::query::assign::Assignment;
use std::collections::{BTreeSet, HashMap, HashSet};

/// A person, or a position without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What no other column is called: the person's name, or the position's id.
    pub id: String,
    /// The person.
    pub member: Option<usize>,
    /// The position, where the column is none of a person.
    pub seat: Option<usize>,
    /// Whether it is a position that has nobody.
    pub is_vacant: bool,
    /// How often which letter stands in it.
    pub counts: Counts,
    /// What that says.
    pub readings: Vec<Reading>,
}

/// How often which letter stands in a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Tasks done.
    pub responsible: usize,
    /// Tasks answered for.
    pub accountable: usize,
    /// Tasks answered for that others do.
    pub of_others: usize,
    /// Tasks asked about.
    pub consulted: usize,
    /// Tasks told about.
    pub informed: usize,
}

impl Counts {
    pub(super) fn add(&mut self, letters: Letters) {
        match letters {
            Letters::Both => {
                self.responsible += 1;
                self.accountable += 1;
            }
            Letters::Responsible => self.responsible += 1,
            Letters::Accountable => {
                self.accountable += 1;
                self.of_others += 1;
            }
            Letters::Consulted => self.consulted += 1,
            Letters::Informed => self.informed += 1,
        }
    }
}

/// What a column says. No number is too many by itself: many is twice what the others have on average who have any,
/// and at least two more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Nobody is there for its tasks.
    Vacant,
    /// It does many tasks.
    ManyTasks {
        /// How many others do any.
        others: usize,
        /// How many tasks they do together.
        tasks: usize,
    },
    /// It answers for many tasks, some of which others do.
    ManyAnswers,
    /// It does no task and answers for none.
    Neither,
}

impl Reading {
    /// The word of machine output.
    pub fn as_str(self) -> &'static str {
        match self {
            Reading::Vacant => "vacant",
            Reading::ManyTasks { .. } => "many-responsible",
            Reading::ManyAnswers => "many-accountable",
            Reading::Neither => "neither",
        }
    }
}

/// Fills in what the columns hold and say.
pub(super) fn read_down(columns: &mut [Column], counts: Vec<Counts>) {
    let all = columns.len();
    let busy = |letters: fn(&Counts) -> usize| {
        let numbers = counts.iter().map(letters);
        let numbers: Vec<usize> = numbers.filter(|n| *n > 0).collect();
        (numbers.len(), numbers.iter().sum::<usize>())
    };
    let (doers, tasks) = busy(|counts| counts.responsible);
    let (answering, answers) = busy(|counts| counts.accountable);
    let is_many = |n: usize, others: usize, rest: usize| {
        let more = rest + 2 * others;
        n > 1 && n * others >= more.max(2 * rest)
    };
    for (column, counts) in columns.iter_mut().zip(counts) {
        column.counts = counts;
        let readings = &mut column.readings;
        if column.is_vacant {
            readings.push(Reading::Vacant);
        } else if all > 1 {
            let others = doers - usize::from(counts.responsible > 0);
            let tasks = tasks - counts.responsible;
            if is_many(counts.responsible, others, tasks) {
                readings.push(Reading::ManyTasks { others, tasks });
            }
            let others = answering - usize::from(counts.accountable > 0);
            let answers = answers - counts.accountable;
            if counts.of_others > 0 && is_many(counts.accountable, others, answers) {
                readings.push(Reading::ManyAnswers);
            }
            if counts.responsible + counts.accountable == 0 {
                readings.push(Reading::Neither);
            }
        }
    }
}

/// Which column everybody has.
pub(super) struct Places {
    /// How many people come before the positions.
    members: usize,
    seats: Vec<usize>,
    of_seat: HashMap<usize, usize>,
}

impl Places {
    /// People have one each, and so have the vacant positions among the busy; without people, all positions.
    pub fn new(assignment: &Assignment, busy: impl Iterator<Item = Holder>) -> Self {
        let vacant = busy.filter_map(|holder| match holder {
            Holder::Seat(seat) => Some(seat),
            Holder::Member(_) => None,
        });
        let seats: BTreeSet<usize> = if assignment.peopled {
            vacant.collect()
        } else {
            (0..assignment.seats.len()).collect()
        };
        let members = assignment.members.len();
        Self {
            members,
            of_seat: seats.iter().copied().zip(members..).collect(),
            seats: seats.into_iter().collect(),
        }
    }

    pub fn of(&self, holder: Holder) -> Option<usize> {
        match holder {
            Holder::Member(member) => Some(member),
            Holder::Seat(seat) => self.of_seat.get(&seat).copied(),
        }
    }

    pub fn columns(&self, assignment: &Assignment) -> Vec<Column> {
        let column = |id: String, member, seat| Column {
            id,
            member,
            seat,
            is_vacant: assignment.peopled && member.is_none(),
            counts: Counts::default(),
            readings: Vec::new(),
        };
        let names = assignment.members.iter().map(|member| &member.name);
        let taken: HashSet<&str> = names.map(String::as_str).collect();
        let members = (0..self.members).map(|member| {
            let name = assignment.members[member].name.clone();
            column(name, Some(member), None)
        });
        let seats = self.seats.iter().map(|&seat| {
            let mut id = assignment.seats[seat].id.to_owned();
            // Somebody may be called like a position; ids of positions have no colon.
            while taken.contains(id.as_str()) {
                id.insert_str(0, "position:");
            }
            column(id, None, Some(seat))
        });
        members.chain(seats).collect()
    }
}
