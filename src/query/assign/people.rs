//! The people who are there, and who of them fills which position.

use crate::model::{Holds, Hours, RoleIx, TaskRef, Team};
use crate::query::staffing::{Seat, holders};
use std::collections::HashSet;

/// The people of a company, and what is pinned to whom; nobody where tasks go to positions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    /// The people, each name once.
    pub people: Vec<Person>,
    /// Tasks that one person does whatever else is decided, with that person's number.
    pub pins: Vec<(TaskRef, usize)>,
}

/// Somebody who is to fill a position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their name.
    pub name: String,
    /// What they are meant for.
    pub holds: Holds,
    /// Their hours a week, if they are known.
    pub hours: Option<Hours>,
    /// Whether they are not there: they keep their positions, and these have one person less.
    pub away: bool,
}

/// A person in their positions.
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

impl From<&Team> for Roster {
    fn from(team: &Team) -> Self {
        let person = |member: &crate::model::TeamMember| Person {
            name: member.name.to_string(),
            holds: member.holds.clone(),
            hours: member.hours_per_week,
            away: false,
        };
        Self {
            people: team.people.iter().map(person).collect(),
            pins: team.pins.iter().map(|pin| (pin.task, pin.person)).collect(),
        }
    }
}

impl Roster {
    /// Those who are there.
    pub fn present(&self) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(|person| !person.away)
    }

    /// The same people with everybody there.
    #[must_use]
    pub fn complete(&self) -> Self {
        let mut complete = self.clone();
        for person in &mut complete.people {
            person.away = false;
        }
        complete
    }
}

/// Puts people into positions: first those who were named for a role or a position, then the others, each into the
/// emptiest position, in order. Those who are away come out last, with a position that has one person less.
pub(super) fn fill(seats: &[Seat], roster: &Roster, hours: Option<Hours>) -> Vec<Member> {
    let mut crowd = vec![0_usize; seats.len()];
    let mut members: Vec<Member> = roster
        .people
        .iter()
        .map(|person| Member {
            name: person.name.clone(),
            seats: Vec::new(),
            claims: Vec::new(),
            hours: person.hours.or(hours),
        })
        .collect();
    let by_role = holders(seats);
    let all: Vec<usize> = (0..seats.len()).collect();
    for named in [true, false] {
        for (person, member) in roster.people.iter().zip(&mut members) {
            let choices: Vec<&[usize]> = match &person.holds {
                Holds::Roles(roles) if named => {
                    member.claims = roles.to_vec();
                    let of_role = |role| by_role.get(role).map(Vec::as_slice).unwrap_or_default();
                    roles.iter().map(of_role).collect()
                }
                Holds::Position(id) if named => {
                    let place = seats.iter().position(|seat| seat.id == id.as_str());
                    place.map(|place| &all[place..=place]).into_iter().collect()
                }
                Holds::Anything if !named => vec![&all],
                _ => continue,
            };
            for seats in choices {
                let emptiest = seats.iter().copied().min_by_key(|&seat| crowd[seat]);
                if let Some(seat) = emptiest.filter(|seat| !member.seats.contains(seat)) {
                    crowd[seat] += 1;
                    member.seats.push(seat);
                }
            }
            member.seats.sort_unstable();
        }
    }
    let away: HashSet<&str> = roster
        .people
        .iter()
        .filter(|person| person.away)
        .map(|person| person.name.as_str())
        .collect();
    members.retain(|member| !away.contains(member.name.as_str()));
    members
}
