//! Who fills which position, and who may therefore do the tasks of each role.

use crate::model::{Hours, RoleIx};
use crate::query::staffing::Seat;
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

/// Somebody who does tasks: a person, or a position where there are no people.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Doer {
    Seat(usize),
    Member(usize),
}

/// Puts people into positions.
pub(super) fn fill(seats: &[Seat], people: &[Person], hours: Option<Hours>) -> Vec<Member> {
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

/// Who may do the tasks of one role: first those who were named for it, then the others.
#[derive(Clone, Debug, Default)]
pub(super) struct Pool {
    pub doers: Vec<usize>,
    pub named: usize,
}

impl Pool {
    fn unnamed(doers: Vec<usize>) -> Self {
        Self { doers, named: 0 }
    }
}

/// Who may do the tasks of each role.
pub(super) struct Candidates {
    pub of_role: HashMap<RoleIx, Pool>,
    pub seats_of_role: HashMap<RoleIx, Vec<usize>>,
    people: bool,
}

impl Candidates {
    pub fn new(seats: &[Seat], members: &[Member], people: bool) -> Self {
        let mut seats_of_role: HashMap<RoleIx, Vec<usize>> = HashMap::new();
        for (number, seat) in seats.iter().enumerate() {
            for &role in &seat.roles {
                seats_of_role.entry(role).or_default().push(number);
            }
        }
        let of_role = if people {
            Self::members_by_role(&seats_of_role, seats.len(), members)
        } else {
            let pool =
                |(&role, seats): (&RoleIx, &Vec<usize>)| (role, Pool::unnamed(seats.clone()));
            seats_of_role.iter().map(pool).collect()
        };
        Self {
            of_role,
            seats_of_role,
            people,
        }
    }

    /// The people in the positions of a role, but for those who were named for other roles only; these take over
    /// where there is nobody else.
    fn members_by_role(
        seats_of_role: &HashMap<RoleIx, Vec<usize>>,
        seats: usize,
        members: &[Member],
    ) -> HashMap<RoleIx, Pool> {
        let mut in_seat: Vec<Vec<usize>> = vec![Vec::new(); seats];
        for (number, member) in members.iter().enumerate() {
            for &seat in &member.seats {
                in_seat[seat].push(number);
            }
        }
        let candidates = |(&role, seats): (&RoleIx, &Vec<usize>)| {
            let all: BTreeSet<usize> = seats
                .iter()
                .flat_map(|&seat| in_seat[seat].iter().copied())
                .collect();
            let (mut named, mut free) = (Vec::new(), Vec::new());
            for &number in &all {
                let claims = &members[number].claims;
                if claims.contains(&role) {
                    named.push(number);
                } else if claims.is_empty() {
                    free.push(number);
                }
            }
            let pool = if named.is_empty() && free.is_empty() {
                Pool::unnamed(all.into_iter().collect())
            } else {
                Pool {
                    named: named.len(),
                    doers: named.into_iter().chain(free).collect(),
                }
            };
            (role, pool)
        };
        seats_of_role.iter().map(candidates).collect()
    }

    pub fn doer(&self, number: usize) -> Doer {
        if self.people {
            Doer::Member(number)
        } else {
            Doer::Seat(number)
        }
    }
}
