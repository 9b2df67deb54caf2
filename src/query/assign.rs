//! Who does which task in a company of some size.
//!
//! Every task of the registry comes out exactly once: with its doer, or with the reason why nobody does it.

use super::compare::Exchange;
use super::share::{Item, Worker, share};
use super::show::exchanges;
use super::staffing::{Seat, seats};
use crate::model::{Hours, Importance, Registry, RoleIx, SizeIx, TaskRef};
use std::collections::{BTreeSet, HashMap, HashSet};

/// Somebody who is to fill a position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their name.
    pub name: String,
    /// The role that they are meant for, if one was named.
    pub role: Option<RoleIx>,
    /// Their hours a week, if they are known.
    pub hours: Option<Hours>,
    /// Whether they are not there: they keep their position, and it has one person less.
    pub away: bool,
}

/// A person in their positions. Somebody who was named for several roles is one member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Their name.
    pub name: String,
    /// The numbers of their positions.
    pub seats: Vec<usize>,
    /// The roles that they were named for.
    pub claims: Vec<RoleIx>,
    /// The hours a week that they have.
    pub hours: Option<Hours>,
}

/// The whole answer.
#[derive(Debug)]
pub struct Assignment<'r> {
    /// The company size.
    pub size: SizeIx,
    /// Its positions.
    pub seats: Vec<Seat<'r>>,
    /// Whether people were named; if not, tasks go to positions.
    pub peopled: bool,
    /// The people who are there.
    pub members: Vec<Member>,
    /// The hours a week of each position, where there are no people but a limit.
    pub hours: Option<Hours>,
    /// Every task of the registry, once, in its order.
    pub duties: Vec<Duty>,
    /// Every handoff between roles.
    pub handoffs: Vec<HandoffDuty<'r>>,
    /// The sums.
    pub totals: Totals,
}

/// One task with its doer, or with the reason why nobody does it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duty {
    /// The task.
    pub task: TaskRef,
    /// The position that holds it.
    pub seat: Option<usize>,
    /// The person who does it.
    pub member: Option<usize>,
    /// Why nobody does.
    pub reason: Option<Reason>,
    /// For a coordination task: whether there is somebody to coordinate with.
    pub coordination: Option<Tie>,
}

/// What binds two tasks, or a task and its partner role, once it is known who does what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// The same person is on both sides.
    WithinOnePerson,
    /// Two people are.
    BetweenPeople,
    /// Nobody is, on one side at least.
    NobodyThere,
}

/// Why nobody does a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The position has nobody.
    VacantPosition,
    /// It does not fit into the hours.
    NoTimeLeft,
    /// No position of this size holds the role.
    NoPosition,
}

impl Reason {
    /// The word of machine output.
    pub fn as_str(self) -> &'static str {
        match self {
            Reason::VacantPosition => "vacant-position",
            Reason::NoTimeLeft => "no-time-left",
            Reason::NoPosition => "no-position",
        }
    }
}

/// A handoff and whether it stays with one person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HandoffDuty<'r> {
    /// The handoff.
    pub exchange: Exchange<'r>,
    /// Who is on its two sides.
    pub tie: Tie,
}

/// Tasks and hours, summed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// How many tasks.
    pub tasks: usize,
    /// The hours a week of those with an estimate.
    pub hours_per_week: Hours,
    /// How many have no estimate.
    pub without_estimate: usize,
}

impl Load {
    /// The sums over tasks.
    pub fn of(registry: &Registry, tasks: impl Iterator<Item = TaskRef>) -> Self {
        tasks.fold(Self::default(), |mut load, task| {
            load.tasks += 1;
            match registry.task(task).hours_per_week {
                Some(hours) => load.hours_per_week += hours,
                None => load.without_estimate += 1,
            }
            load
        })
    }
}

/// The sums of an assignment: assigned and unassigned make all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Totals {
    /// Every task of the registry.
    pub all: Load,
    /// Those that somebody does.
    pub assigned: Load,
    /// Those that nobody does.
    pub unassigned: Load,
    /// The hours a week that would be needed beyond those there are, for what did not fit.
    pub missing: Hours,
}

/// Somebody who does tasks: a person, or a position where there are no people.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Doer {
    Seat(usize),
    Member(usize),
}

/// Assigns every task of the registry.
///
/// People with a role fill a position that holds it; the others fill the emptiest position, in order. `hours` is what
/// everybody has who brings no hours of their own. A person whose role no position holds fills none.
pub fn assign<'r>(
    registry: &'r Registry,
    size: SizeIx,
    people: &[Person],
    hours: Option<Hours>,
) -> Assignment<'r> {
    let seats = seats(registry, size);
    let members = fill(&seats, people, hours);
    let candidates = Candidates::new(&seats, &members, !people.is_empty());
    let tasks: Vec<TaskRef> = registry.tasks().collect();
    let items: Vec<Item> = tasks
        .iter()
        .map(|&task| item(registry, task, &candidates))
        .collect();
    let workers: Vec<Worker> = if people.is_empty() {
        seats.iter().map(|_| Worker { hours }).collect()
    } else {
        members
            .iter()
            .map(|member| Worker {
                hours: member.hours,
            })
            .collect()
    };
    let shares = share(&items, &workers);
    let duty =
        |(&task, share): (&TaskRef, &Option<usize>)| duty(task, *share, &candidates, &members);
    let mut duties: Vec<Duty> = tasks.iter().zip(&shares).map(duty).collect();
    mark_coordination(registry, &candidates, &mut duties);
    let handoffs = handoffs(registry, &duties);
    let totals = totals(registry, &duties, &workers, &items, &shares);
    let hours = hours.filter(|_| people.is_empty());
    Assignment {
        size,
        seats,
        peopled: !people.is_empty(),
        members,
        hours,
        duties,
        handoffs,
        totals,
    }
}

fn item<'c>(registry: &Registry, task: TaskRef, candidates: &'c Candidates) -> Item<'c> {
    let details = registry.task(task);
    Item {
        hours: details.hours_per_week,
        core: details.importance == Importance::Core,
        area: details.area,
        candidates: candidates
            .of_role
            .get(&task.role)
            .map(Vec::as_slice)
            .unwrap_or_default(),
    }
}

/// Puts people into positions.
fn fill(seats: &[Seat], people: &[Person], hours: Option<Hours>) -> Vec<Member> {
    let mut members: Vec<Member> = Vec::new();
    let mut crowd = vec![0_usize; seats.len()];
    let named = people.iter().filter(|person| person.role.is_some());
    let free = people.iter().filter(|person| person.role.is_none());
    let mut number: HashMap<&str, usize> = HashMap::new();
    for person in people {
        number.entry(&person.name).or_insert_with(|| {
            members.push(Member {
                name: person.name.clone(),
                seats: Vec::new(),
                claims: Vec::new(),
                hours: None,
            });
            members.len() - 1
        });
    }
    for person in named.chain(free) {
        let holds = |seat: &&usize| {
            person
                .role
                .is_none_or(|role| seats[**seat].roles.contains(&role))
        };
        let all: Vec<usize> = (0..seats.len()).collect();
        let seat = all
            .iter()
            .filter(holds)
            .min_by_key(|&&seat| (crowd[seat], seat))
            .copied();
        let member = &mut members[number[person.name.as_str()]];
        member.claims.extend(person.role);
        member.hours = member.hours.max(person.hours);
        if let Some(seat) = seat.filter(|seat| !member.seats.contains(seat)) {
            crowd[seat] += 1;
            member.seats.push(seat);
        }
    }
    for member in &mut members {
        member.hours = member.hours.or(hours);
        member.seats.sort_unstable();
    }
    let away: HashSet<&str> = people
        .iter()
        .filter(|person| person.away)
        .map(|person| person.name.as_str())
        .collect();
    members.retain(|member| !away.contains(member.name.as_str()));
    members
}

/// Who may do the tasks of each role.
struct Candidates {
    of_role: HashMap<RoleIx, Vec<usize>>,
    seats_of_role: HashMap<RoleIx, Vec<usize>>,
    people: bool,
}

impl Candidates {
    fn new(seats: &[Seat], members: &[Member], people: bool) -> Self {
        let mut seats_of_role: HashMap<RoleIx, Vec<usize>> = HashMap::new();
        for (number, seat) in seats.iter().enumerate() {
            for &role in &seat.roles {
                seats_of_role.entry(role).or_default().push(number);
            }
        }
        let of_role = if people {
            Self::members_by_role(&seats_of_role, seats.len(), members)
        } else {
            seats_of_role.clone()
        };
        Self {
            of_role,
            seats_of_role,
            people,
        }
    }

    /// The people in the positions of a role: those who were named for it, else those who were named for none, else all.
    fn members_by_role(
        seats_of_role: &HashMap<RoleIx, Vec<usize>>,
        seats: usize,
        members: &[Member],
    ) -> HashMap<RoleIx, Vec<usize>> {
        let mut in_seat: Vec<Vec<usize>> = vec![Vec::new(); seats];
        for (number, member) in members.iter().enumerate() {
            member
                .seats
                .iter()
                .for_each(|&seat| in_seat[seat].push(number));
        }
        let candidates = |(&role, seats): (&RoleIx, &Vec<usize>)| {
            let all: BTreeSet<usize> = seats
                .iter()
                .flat_map(|&seat| in_seat[seat].iter().copied())
                .collect();
            let only = |wanted: &dyn Fn(&Member) -> bool| {
                all.iter()
                    .copied()
                    .filter(|&number| wanted(&members[number]))
                    .collect::<Vec<_>>()
            };
            let ranks = [
                only(&|member| member.claims.contains(&role)),
                only(&|member| member.claims.is_empty()),
                only(&|_| true),
            ];
            (
                role,
                ranks
                    .into_iter()
                    .find(|rank| !rank.is_empty())
                    .unwrap_or_default(),
            )
        };
        seats_of_role.iter().map(candidates).collect()
    }

    fn doer(&self, number: usize) -> Doer {
        if self.people {
            Doer::Member(number)
        } else {
            Doer::Seat(number)
        }
    }
}

fn duty(task: TaskRef, share: Option<usize>, candidates: &Candidates, members: &[Member]) -> Duty {
    let holding = candidates.seats_of_role.get(&task.role);
    let first_seat = holding.and_then(|seats| seats.first().copied());
    let nobody = |reason| Duty {
        task,
        seat: first_seat,
        member: None,
        reason: Some(reason),
        coordination: None,
    };
    match share.map(|number| candidates.doer(number)) {
        Some(Doer::Seat(seat)) => Duty {
            task,
            seat: Some(seat),
            member: None,
            reason: None,
            coordination: None,
        },
        Some(Doer::Member(member)) => {
            let is_theirs = |seat: &&usize| members[member].seats.binary_search(seat).is_ok();
            let seat = holding.and_then(|seats| seats.iter().find(is_theirs).copied());
            Duty {
                task,
                seat,
                member: Some(member),
                reason: None,
                coordination: None,
            }
        }
        None if first_seat.is_none() => nobody(Reason::NoPosition),
        None if candidates.of_role.get(&task.role).is_none_or(Vec::is_empty) => {
            nobody(Reason::VacantPosition)
        }
        None => nobody(Reason::NoTimeLeft),
    }
}

impl Duty {
    /// Whether it is a coordination task that stays within one person.
    pub fn is_within_one_person(&self) -> bool {
        self.coordination == Some(Tie::WithinOnePerson)
    }

    /// Who does it; nobody where there is a reason.
    fn doer(&self) -> Option<Doer> {
        match (self.reason, self.member, self.seat) {
            (Some(_), ..) | (None, None, None) => None,
            (None, Some(member), _) => Some(Doer::Member(member)),
            (None, None, Some(seat)) => Some(Doer::Seat(seat)),
        }
    }
}

/// A coordination task stays within one person if that person does everything that its partner role has to do.
fn mark_coordination(registry: &Registry, candidates: &Candidates, duties: &mut [Duty]) {
    let mut doers: HashMap<RoleIx, Vec<Doer>> = HashMap::new();
    for duty in duties.iter() {
        if let Some(doer) = duty.doer() {
            let known = doers.entry(duty.task.role).or_default();
            if known.last() != Some(&doer) && !known.contains(&doer) {
                known.push(doer);
            }
        }
    }
    for (&role, numbers) in &candidates.of_role {
        doers.entry(role).or_insert_with(|| {
            numbers
                .iter()
                .map(|&number| candidates.doer(number))
                .collect()
        });
    }
    for duty in duties {
        let Some(partner) = registry.task(duty.task).coordinates_with else {
            continue;
        };
        let partners = doers.get(&partner).map(Vec::as_slice).unwrap_or_default();
        duty.coordination = Some(match (duty.doer(), partners) {
            (None, _) | (_, []) => Tie::NobodyThere,
            (Some(doer), [only]) if doer == *only => Tie::WithinOnePerson,
            (Some(_), _) => Tie::BetweenPeople,
        });
    }
}

fn handoffs<'r>(registry: &'r Registry, duties: &[Duty]) -> Vec<HandoffDuty<'r>> {
    let doers: HashMap<TaskRef, Doer> = duties
        .iter()
        .filter_map(|duty| Some((duty.task, duty.doer()?)))
        .collect();
    let tie = |exchange: &Exchange| match (doers.get(&exchange.from), doers.get(&exchange.to)) {
        (Some(from), Some(to)) if from == to => Tie::WithinOnePerson,
        (Some(_), Some(_)) => Tie::BetweenPeople,
        (None, _) | (_, None) => Tie::NobodyThere,
    };
    exchanges(registry)
        .filter(|exchange| exchange.from.role != exchange.to.role)
        .map(|exchange| HandoffDuty {
            exchange,
            tie: tie(&exchange),
        })
        .collect()
}

fn totals(
    registry: &Registry,
    duties: &[Duty],
    workers: &[Worker],
    items: &[Item],
    shares: &[Option<usize>],
) -> Totals {
    let load = |wanted: &dyn Fn(&Duty) -> bool| {
        Load::of(
            registry,
            duties
                .iter()
                .filter(|duty| wanted(duty))
                .map(|duty| duty.task),
        )
    };
    let no_time: Vec<&Item> = items
        .iter()
        .zip(duties)
        .filter(|(_, duty)| duty.reason == Some(Reason::NoTimeLeft))
        .map(|(item, _)| item)
        .collect();
    let mut left: Vec<Hours> = workers
        .iter()
        .map(|worker| worker.hours.unwrap_or_default())
        .collect();
    for (item, share) in items.iter().zip(shares) {
        if let (Some(number), Some(hours)) = (share, item.hours) {
            left[*number] -= hours;
        }
    }
    let could: BTreeSet<usize> = no_time
        .iter()
        .flat_map(|item| item.candidates.iter().copied())
        .collect();
    let unfit: Hours = no_time.iter().filter_map(|item| item.hours).sum();
    Totals {
        all: load(&|_| true),
        assigned: load(&|duty| duty.reason.is_none()),
        unassigned: load(&|duty| duty.reason.is_some()),
        missing: unfit - could.into_iter().map(|number| left[number]).sum(),
    }
}
