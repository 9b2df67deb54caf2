//! The RACI matrix, derived: who does each task, who answers for it, who is asked beforehand and who is told afterwards.
//!
//! - **R**: whoever does the task in the assignment; where nobody is there, the vacant position.
//! - **A**, exactly one: whoever has the role that [`accountable`](super::accountable()) names. If several have it, it is
//!   their lead, else the one who does the task, else the first of those named for the role, else the first in order. If
//!   all of them are away, it is their deputy. If no position has that role, the highest role of the task's own reporting
//!   line that has a position answers in its place.
//! - **C**: the roles that the task consults, and the other side of a coordination task.
//! - **I**: the roles that the task informs, and whoever receives its handoffs.
//!
//! A role among the consulted or informed stands for everybody who does tasks of it. Whoever does a task or answers for
//! it need not be asked or told, and whoever is asked need not be told.

use super::assign::{Assignment, Company, Doer, Duty, Reason};
use super::links::{area_order, tasks_without_position};
use crate::model::{Registry, RoleIx, TaskRef};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::mem;

/// The matrix. Its rows are made when they are asked for, because there may be many of them, and many columns.
#[derive(Debug)]
pub struct Raci<'a> {
    /// Who does what.
    pub assignment: &'a Assignment<'a>,
    /// People in their order, then vacant positions; without people, all positions.
    pub columns: Vec<Column>,
    /// Roles that several hold, with the first of them, who answers for tasks that none of them does.
    pub spokespeople: Vec<(RoleIx, usize)>,
    /// Roles without a position, with those that answer in their place.
    pub stand_ins: Vec<(RoleIx, RoleIx)>,
    /// Roles without a position whose tasks nobody does.
    pub without_position: Vec<RoleIx>,
    /// The numbers of the duties as rows, by area.
    order: Vec<usize>,
    /// For each duty, the columns of whoever does it and answers for it.
    pairs: Vec<(Vec<usize>, Option<usize>)>,
    /// The columns that stand for each role.
    of_role: Vec<Vec<usize>>,
}

/// One task and what everybody has to do with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The task.
    pub task: TaskRef,
    /// Why nobody does it.
    pub reason: Option<Reason>,
    /// The cells that are not empty, by column: nobody does it if its role has no position, and nobody answers for it if no
    /// role of its reporting line has one.
    pub cells: Vec<(usize, Letters)>,
}

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
    fn add(&mut self, letters: Letters) {
        let count = |counted: &[Letters]| usize::from(counted.contains(&letters));
        self.responsible += count(&[Letters::Responsible, Letters::Both]);
        self.accountable += count(&[Letters::Accountable, Letters::Both]);
        self.of_others += count(&[Letters::Accountable]);
        self.consulted += count(&[Letters::Consulted]);
        self.informed += count(&[Letters::Informed]);
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

/// The matrix of an assignment.
pub fn raci<'a>(registry: &'a Registry, assignment: &'a Assignment<'a>) -> Raci<'a> {
    let mut raci = matrix(registry, assignment);
    let mut columns = mem::take(&mut raci.columns);
    for row in raci.rows() {
        for (column, letters) in row.cells {
            columns[column].counts.add(letters);
        }
    }
    read_down(&mut columns, assignment);
    Raci { columns, ..raci }
}

/// The matrix without what is counted down its columns.
pub(super) fn matrix<'a>(registry: &'a Registry, assignment: &'a Assignment<'a>) -> Raci<'a> {
    let mut who: Vec<(Vec<Doer>, Option<Accountable>)> = Vec::new();
    for duty in &assignment.duties {
        let doers = responsible(duty, assignment);
        let answers = answering(duty.task, &doers, assignment);
        who.push((doers, answers));
    }
    // People, and vacant positions that have something to do; without people, all positions.
    let mut shown: BTreeSet<Doer> = assignment.doers().collect();
    for (doers, answers) in &who {
        shown.extend(doers.iter().copied().chain(answers.map(|answers| answers.by)));
    }
    let places: HashMap<Doer, usize> = shown.iter().copied().zip(0..).collect();
    let mut pairs: Vec<(Vec<usize>, Option<usize>)> = Vec::with_capacity(who.len());
    for (doers, answers) in &who {
        let mut doing: Vec<usize> = doers.iter().map(|doer| places[doer]).collect();
        doing.sort_unstable();
        pairs.push((doing, answers.map(|answers| places[&answers.by])));
    }
    let mut order: Vec<usize> = (0..who.len()).collect();
    order.sort_by_key(|&number| area_order(registry, assignment.duties[number].task));
    let mut raci = Raci {
        assignment,
        columns: columns(assignment, shown),
        spokespeople: Vec::new(),
        stand_ins: Vec::new(),
        without_position: tasks_without_position(registry, &assignment.positions),
        order,
        of_role: columns_of_roles(assignment, &places, &pairs),
        pairs,
    };
    let mut said = HashSet::new();
    for &number in &raci.order {
        let Some(answers) = who[number].1 else { continue };
        let meant = assignment.meant_to_answer(assignment.duties[number].task);
        if meant != answers.role && said.insert((meant, answers.role)) {
            raci.stand_ins.push((meant, answers.role));
        }
        if answers.is_first_of_several && said.insert((answers.role, answers.role)) {
            raci.spokespeople.push((answers.role, places[&answers.by]));
        }
    }
    raci
}

impl Raci<'_> {
    /// Every task of the registry once, by area.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = Row> + Clone {
        self.order.iter().map(|&number| self.row(number))
    }

    /// The row of one task.
    pub fn row_of(&self, task: TaskRef) -> Row {
        self.row(self.assignment.registry.task_number(task))
    }

    fn row(&self, number: usize) -> Row {
        let duty = &self.assignment.duties[number];
        let task = self.assignment.registry.task(duty.task);
        let (doing, answering) = &self.pairs[number];
        let mut cells = BTreeMap::new();
        // What counts more replaces what counts less.
        let receivers = task
            .handoffs
            .iter()
            .flat_map(|handoff| &self.pairs[self.assignment.registry.task_number(handoff.to)].0);
        cells.extend(receivers.map(|&place| (place, Letters::Informed)));
        for (roles, letters) in [
            (&task.informed[..], Letters::Informed),
            (&task.consulted, Letters::Consulted),
            (task.coordinates_with.as_slice(), Letters::Consulted),
        ] {
            let places = roles.iter().flat_map(|role| &self.of_role[role.index()]);
            cells.extend(places.map(|&place| (place, letters)));
        }
        cells.extend(doing.iter().map(|&place| (place, Letters::Responsible)));
        cells.extend(answering.map(|place| {
            let does_it = doing.contains(&place);
            (place, if does_it { Letters::Both } else { Letters::Accountable })
        }));
        Row { task: duty.task, reason: duty.why.err(), cells: cells.into_iter().collect() }
    }
}

/// By the number of each role, whoever does tasks of it, or whoever holds it if nobody does.
fn columns_of_roles(
    company: &Company,
    places: &HashMap<Doer, usize>,
    pairs: &[(Vec<usize>, Option<usize>)],
) -> Vec<Vec<usize>> {
    let mut of_role: Vec<Vec<usize>> = vec![Vec::new(); company.registry.roles().len()];
    for (task, (doing, _)) in company.registry.tasks().zip(pairs) {
        of_role[task.role.index()].extend(doing);
    }
    for role in company.registry.roles() {
        let columns = &mut of_role[role.index()];
        if columns.is_empty() {
            columns.extend(company.holders(role).filter_map(|doer| places.get(&doer)));
        }
        columns.sort_unstable();
        columns.dedup();
    }
    of_role
}

#[derive(Clone, Copy)]
struct Accountable {
    by: Doer,
    /// The role for which they answer.
    role: RoleIx,
    /// True if several hold it and none of them does the task.
    is_first_of_several: bool,
}

/// Who does a task; if nobody is there, the vacant position. That there is no time is no reason for nobody to do it.
fn responsible(duty: &Duty, company: &Company) -> Vec<Doer> {
    match duty.why {
        Err(Reason::NoTimeLeft) => company.holders(duty.task.role).take(1).collect(),
        Err(Reason::VacantPosition) => duty.position.map(Doer::Position).into_iter().collect(),
        Err(Reason::NoPosition | Reason::FellAway) | Ok(_) => company.on_side(duty),
    }
}

/// Who answers for a task that somebody does.
fn answering(task: TaskRef, doers: &[Doer], company: &Company) -> Option<Accountable> {
    let role = company.answering(task)?;
    let candidates = company.candidates(role);
    let mut doing = doers.iter().copied();
    let doing = doing.find(|&doer| candidates.clone().any(|other| other == doer));
    let doing = company.lead(role).or(doing);
    Some(Accountable {
        by: doing.or_else(|| company.holders(role).next())?,
        role,
        is_first_of_several: doing.is_none() && candidates.len() > 1,
    })
}

/// Adds what the columns say.
fn read_down(columns: &mut [Column], assignment: &Assignment) {
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
fn columns(assignment: &Assignment, shown: BTreeSet<Doer>) -> Vec<Column> {
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
