//! What could go wrong in a company: tasks that nobody does, positions that are empty, people with too much to do, and what
//! hangs on one of them.

use super::assign::{Assignment, Doer, Duty, Loss, Reason, Roster, Why, assign, losses};
use super::links::order_of_need;
use crate::model::{Holds, Hours, Importance, Registry, RoleIx, SizeIx, TaskRef};
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

/// Who does what, and what could go wrong with it.
#[derive(Debug)]
pub struct Risks<'r> {
    /// Who does what.
    pub assignment: Assignment<'r>,
    /// What could go wrong, worst first.
    pub all: Vec<Risk>,
}

/// Something that could go wrong. Duties, positions, people and openings are numbers in the assignment.
///
/// The kinds are in the order of badness. A task that is lost when somebody is away is there once: as an absence, or as
/// what depends on one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Risk {
    /// Nobody does this duty, or nobody all of it.
    Undone(usize),
    /// This position has nobody; if those who fill it are away, only where that leaves tasks undone.
    VacantPosition(usize),
    /// The team waits with this opening for somebody who is not there yet.
    OpenVacancy(usize),
    /// More is pinned to somebody than they have hours.
    OverHours(Doer),
    /// While somebody is away, those who may do a task have no time for it.
    Absence(Loss),
    /// Nobody but this one may do this duty, and nobody stands in.
    DependsOnOne(Doer, usize),
    /// Nobody stands in for this person.
    NoDeputy(usize),
    /// Nobody said how long this duty takes.
    NoEstimate(usize),
}

impl Risk {
    /// The word of machine output.
    pub fn as_str(self) -> &'static str {
        match self {
            Risk::Undone(_) => "undone",
            Risk::VacantPosition(_) | Risk::OpenVacancy(_) => "vacant-position",
            Risk::OverHours(_) => "over-hours",
            Risk::Absence(_) => "absence",
            Risk::DependsOnOne(..) => "depends-on-one",
            Risk::NoDeputy(_) => "no-deputy",
            Risk::NoEstimate(_) => "no-estimate",
        }
    }

    /// The task that it is about, as its number among the duties.
    pub fn duty(self) -> Option<usize> {
        self.about().0
    }

    /// The one whom it is about.
    pub fn doer(self) -> Option<Doer> {
        self.about().1
    }

    fn about(self) -> (Option<usize>, Option<Doer>) {
        match self {
            Risk::Undone(duty) | Risk::NoEstimate(duty) => (Some(duty), None),
            Risk::VacantPosition(_) | Risk::OpenVacancy(_) => (None, None),
            Risk::OverHours(doer) => (None, Some(doer)),
            Risk::Absence(loss) => (Some(loss.duty), Some(Doer::Person(loss.person))),
            Risk::DependsOnOne(doer, duty) => (Some(duty), Some(doer)),
            Risk::NoDeputy(person) => (None, Some(Doer::Person(person))),
        }
    }

    /// The position that it is about: that of the task, or the only one of whoever it is about.
    pub fn position(self, assignment: &Assignment) -> Option<usize> {
        match (self, self.about()) {
            (Risk::VacantPosition(position), _) => Some(position),
            (Risk::OpenVacancy(opening), _) => {
                let holds = &assignment.openings[opening].vacancy.holds;
                let is_named =
                    |id: &str| matches!(holds, Holds::Position(named) if named.as_str() == id);
                assignment.positions.iter().position(|position| is_named(position.id))
            }
            (_, (Some(duty), _)) => assignment.duties[duty].position,
            (_, (None, doer)) => match assignment.positions_of(doer?)[..] {
                [position] => Some(position),
                _ => None,
            },
        }
    }

    /// The hours a week of its task that nobody has or would have the time for, where somebody does the rest.
    pub fn missing(self, assignment: &Assignment) -> Option<Hours> {
        match self {
            Risk::Undone(duty) => {
                let duty = &assignment.duties[duty];
                duty.is_partly().then_some(duty.missing)
            }
            Risk::Absence(loss) => loss.missing,
            _ => None,
        }
    }

    /// The hours a week that nobody does or would do of its task; `None` if it is about none, or nobody knows.
    pub fn hours(self, registry: &Registry, assignment: &Assignment) -> Option<Hours> {
        let duty = &assignment.duties[self.duty()?];
        let all = registry.task(duty.task).hours_per_week?;
        let done = duty.shares.iter().filter_map(|share| share.hours).sum();
        Some(match (self, self.missing(assignment)) {
            (Risk::Undone(_), Some(missing)) => missing,
            (Risk::Absence(_), Some(missing)) => missing - duty.missing,
            (Risk::Absence(_) | Risk::DependsOnOne(..), None) => done,
            (_, _) => all,
        })
    }
}

/// What could go wrong if the tasks are assigned as [`assign`] does: kind by kind in the order of badness, core before
/// supplemental tasks, whoever is missed most before the others.
pub fn risks<'r>(registry: &'r Registry, size: Option<SizeIx>, roster: &Roster) -> Risks<'r> {
    let assignment = assign(registry, size, roster);
    let finder = Finder::new(&assignment);
    let (mut absences, mut only) = (Vec::new(), finder.only_positions());
    for loss in losses(registry, size, roster) {
        if loss.is_only_theirs {
            only.push(Risk::DependsOnOne(Doer::Person(loss.person), loss.duty));
        } else {
            absences.push(Risk::Absence(loss));
        }
    }
    let has_no_estimate = |duty: &Duty| {
        let hours = registry.task(duty.task).hours_per_week;
        hours.is_none() && duty.why != Err(Reason::FellAway)
    };
    let mut all = finder.in_order(|duty| duty.is_partly() || duty.is_undone(), Risk::Undone);
    let vacant = finder.vacant_positions();
    all.extend(vacant.iter().map(|&position| Risk::VacantPosition(position)));
    all.extend(finder.open_vacancies(&vacant));
    all.extend(finder.over_hours());
    all.extend(finder.most_missed_first(absences));
    all.extend(finder.most_missed_first(only));
    all.extend(finder.without_deputy());
    all.extend(finder.in_order(has_no_estimate, Risk::NoEstimate));
    Risks { assignment, all }
}

/// Looks for what could go wrong in an assignment.
struct Finder<'a, 'r> {
    assignment: &'a Assignment<'r>,
    /// For each duty, where it stands: core before supplemental, then the order of need.
    places: Vec<usize>,
}

impl<'a, 'r> Finder<'a, 'r> {
    fn new(assignment: &'a Assignment<'r>) -> Self {
        let registry = assignment.registry;
        let is_pinned =
            |task: TaskRef| assignment.duties[registry.task_number(task)].why == Ok(Why::Pinned);
        let mut order = order_of_need(registry, is_pinned);
        order.sort_by_key(|&duty| registry.task(assignment.duties[duty].task).importance);
        let mut places = vec![0; order.len()];
        for (place, &duty) in order.iter().enumerate() {
            places[duty] = place;
        }
        Self { assignment, places }
    }

    /// Risks of these duties, core before supplemental, in the order of need.
    fn in_order(&self, is_meant: impl Fn(&Duty) -> bool, risk: fn(usize) -> Risk) -> Vec<Risk> {
        let duties = &self.assignment.duties;
        let mut meant: Vec<usize> = (0..duties.len()).collect();
        meant.retain(|&duty| is_meant(&duties[duty]));
        meant.sort_by_key(|&duty| self.places[duty]);
        meant.into_iter().map(risk).collect()
    }

    /// The positions without anybody, those with most undone tasks first. Where those who fill it are away, somebody may
    /// stand in for them.
    fn vacant_positions(&self) -> Vec<usize> {
        let assignment = self.assignment;
        if !assignment.has_people() {
            return Vec::new();
        }
        let mut undone = vec![0_usize; assignment.positions.len()];
        for duty in &assignment.duties {
            if let (Err(Reason::VacantPosition), Some(position)) = (duty.why, duty.position) {
                undone[position] += 1;
            }
        }
        let filled: HashSet<usize> = assignment.filled.iter().flatten().copied().collect();
        let there = assignment.people_by_position();
        let mut vacant: Vec<usize> = (0..undone.len()).collect();
        vacant.retain(|position| {
            there[*position].is_empty() && (undone[*position] > 0 || !filled.contains(position))
        });
        vacant.sort_by_key(|&position| Reverse(undone[position]));
        vacant
    }

    /// The vacancies that none of the vacant positions tells of, those for which most tasks wait first.
    fn open_vacancies(&self, vacant: &[usize]) -> Vec<Risk> {
        let assignment = self.assignment;
        let mut open: Vec<usize> = (0..assignment.openings.len()).collect();
        open.retain(|&opening| {
            let opening = &assignment.openings[opening];
            !vacant.iter().any(|&position| opening.is_for(&assignment.positions[position]))
        });
        open.sort_by_key(|&opening| Reverse(assignment.openings[opening].tasks.len()));
        open.into_iter().map(Risk::OpenVacancy).collect()
    }

    /// Those with most hours too much first.
    fn over_hours(&self) -> Vec<Risk> {
        let over = |doer: Doer| self.assignment.workload(doer).over();
        let mut doers: Vec<Doer> =
            self.assignment.doers().filter(|&doer| over(doer) > Hours::ZERO).collect();
        doers.sort_by_key(|&doer| Reverse(over(doer)));
        doers.into_iter().map(Risk::OverHours).collect()
    }

    /// Where there are no people, what only one position may do.
    fn only_positions(&self) -> Vec<Risk> {
        let duties = self.assignment.duties.iter().enumerate();
        let only =
            duties.filter(|_| !self.assignment.has_people()).filter_map(|(duty, details)| {
                let mut candidates = self.assignment.candidates(details.task.role);
                let doer = candidates.next().filter(|_| candidates.len() == 0)?;
                details.is_of(doer).then_some(Risk::DependsOnOne(doer, duty))
            });
        only.collect()
    }

    /// By the one who would be missed: first whoever has most core tasks among these, then most tasks.
    fn most_missed_first(&self, mut risks: Vec<Risk>) -> Vec<Risk> {
        let assignment = self.assignment;
        let details = |duty: usize| assignment.registry.task(assignment.duties[duty].task);
        let is_core = |duty: usize| details(duty).importance == Importance::Core;
        let mut tasks: HashMap<Option<Doer>, (usize, usize)> = HashMap::new();
        for risk in &risks {
            let count = tasks.entry(risk.doer()).or_default();
            count.0 += usize::from(risk.duty().is_some_and(is_core));
            count.1 += 1;
        }
        risks.sort_by_key(|risk| {
            let (doer, place) = (risk.doer(), risk.duty().map(|duty| self.places[duty]));
            (Reverse(tasks[&doer]), doer, place)
        });
        risks
    }

    /// Where there is a team file, those who do tasks that not everybody else may do, and for whom nobody stands in.
    fn without_deputy(&self) -> Vec<Risk> {
        let assignment = self.assignment;
        if self.assignment.registry.team().is_none() {
            return Vec::new();
        }
        let mut roles: HashMap<Doer, HashSet<RoleIx>> = HashMap::new();
        for duty in &assignment.duties {
            for doer in duty.doers() {
                roles.entry(doer).or_default().insert(duty.task.role);
            }
        }
        let others = assignment.present().count().saturating_sub(1);
        let may_do = |doer: Doer, role: RoleIx| {
            let candidates = assignment.candidates(role);
            candidates.filter(|&other| other != doer).count() == others
        };
        let is_at_risk = |person: usize| {
            let doer = Doer::Person(person);
            let roles = roles.get(&doer);
            let is_replaceable =
                roles.is_none_or(|roles| roles.iter().all(|&role| may_do(doer, role)));
            assignment.in_place_of(person, Some(person)).is_none() && !is_replaceable
        };
        let people = assignment.present().map(|(person, _)| person);
        let people = people.filter(|&person| others > 0 && is_at_risk(person));
        people.map(Risk::NoDeputy).collect()
    }
}
