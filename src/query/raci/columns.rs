//! The columns of the matrix, and what they say when they are read from top to bottom.

use crate::query::assign::{Assignment, Doer};
use std::collections::{BTreeSet, HashSet};

/// A person, or a position without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What no other column is called: the person's name, or the position's id.
    pub id: String,
    /// Whose it is.
    pub doer: Doer,
    /// Whether it is a position that has nobody.
    pub is_vacant: bool,
    /// How often which letter stands in it.
    pub counts: Counts,
    /// What that says.
    pub readings: Vec<Reading>,
}

words! {
    /// What stands in a cell.
    Letters {
        /// Does the task and answers for it.
        Both = "RA",
        /// Does the task.
        Responsible = "R",
        /// Answers for it.
        Accountable = "A",
        /// Is asked beforehand.
        Consulted = "C",
        /// Is told afterwards.
        Informed = "I",
    }
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

/// Adds what the columns say.
pub(super) fn read_down(columns: &mut [Column], assignment: &Assignment) {
    let all = columns.len();
    let busy = |letters: fn(&Counts) -> usize| {
        let numbers = columns.iter().map(|column| letters(&column.counts));
        let numbers: Vec<usize> = numbers.filter(|n| *n > 0).collect();
        (numbers.len(), numbers.iter().sum::<usize>())
    };
    let (doers, tasks) = busy(|counts| counts.responsible);
    let (answering, answers) = busy(|counts| counts.accountable);
    for column in columns {
        let (counts, readings) = (column.counts, &mut column.readings);
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
            // Whoever is paid by the task need not be asked whether they are needed.
            let person = column.doer.person().map(|person| &assignment.people[person]);
            let is_external = person.is_some_and(|person| person.external);
            if counts.responsible + counts.accountable == 0 && !is_external {
                readings.push(Reading::Neither);
            }
        }
    }
}

/// True if a number is many, when this many others have the rest.
fn is_many(n: usize, others: usize, rest: usize) -> bool {
    let more = rest + 2 * others;
    n > 1 && n * others >= more.max(2 * rest)
}

/// The columns of everybody who is shown, in which nothing has been counted yet.
pub(super) fn columns(assignment: &Assignment, shown: BTreeSet<Doer>) -> Vec<Column> {
    let present = assignment.present();
    let taken: HashSet<&str> = present.map(|(_, person)| person.name.as_str()).collect();
    let mut columns = Vec::with_capacity(shown.len());
    for doer in shown {
        let mut id = assignment.name_of(doer).to_owned();
        let is_position = doer.person().is_none();
        // Somebody may be called like a position; ids of positions have no colon.
        while is_position && taken.contains(id.as_str()) {
            id.insert_str(0, "position:");
        }
        let is_vacant = is_position && assignment.has_people();
        let (counts, readings) = (Counts::default(), Vec::new());
        columns.push(Column { id, doer, is_vacant, counts, readings });
    }
    columns
}
